//! What a mistake in a kind file means for the entries of the kind: it is told once, where it stands, and not again in each
//! of them.
//!
//! Entry point: [`mark`]. Invariant: only mistakes of the site's own file count; a field that is fine is judged as ever.

use super::Kind;
use crate::diag::{Area, Diagnostic, Severity, Span};
use crate::schema::field::line::Line;
use crate::schema::spec::FieldSpec;
use crate::source::document::Document;
use crate::source::yaml::Node;

/// Marks the fields in whose lines something was found, and the whole kind where fields may be missing because of it.
pub(super) fn mark(kind: &mut Kind, doc: &Document, node: &Node, found: &[Diagnostic]) {
    let fields = node.get("fields");
    let items = fields.map_or(&[][..], Node::items);
    for finding in found.iter().filter(|d| d.code.draft == Severity::Error) {
        let Some(place) = finding.place.as_ref().filter(|place| place.file == doc.file) else {
            continue;
        };
        let is_there = |node: &Node| lines(doc, node.span).contains(&place.line);
        let mut has_any = false;
        // Of fields that share a line any may be meant.
        for item in items.iter().filter(|item| is_there(item)) {
            has_any = true;
            match item.get("name").and_then(Node::scalar).map(str::trim) {
                Some(name) => break_field(kind, name),
                // Which field this was to be is not known.
                None => kind.is_torn = true,
            }
        }
        kind.is_torn |= !has_any && fields.is_some_and(is_there);
        // What stands behind may be lost.
        kind.is_torn |= is_syntax(finding);
    }
}

fn is_syntax(finding: &Diagnostic) -> bool {
    finding.code.area() == Area::Yaml
}

fn lines(doc: &Document, span: Span) -> std::ops::RangeInclusive<u32> {
    let line = |at| doc.line(Span { lo: at, hi: at });
    // A span may go on to the start of the line behind.
    let text = doc.text.get(span.lo as usize..span.hi as usize).unwrap_or_default();
    line(span.lo)..=line(span.lo + text.trim_end().len() as u32)
}

/// A field that could not be made stands there nevertheless, so that nobody who writes it hears that there is none.
fn break_field(kind: &mut Kind, name: &str) {
    match kind.fields.iter_mut().find(|field| field.name == name) {
        Some(field) => field.is_broken = true,
        None => kind.fields.push(FieldSpec {
            is_broken: true,
            ..FieldSpec::new(name, &Line)
        }),
    }
}
