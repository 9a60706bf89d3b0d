//! `ref`: another entry, by key.
//!
//! Entry point: [`Ref`]. Invariant: only the form is checked here; whether the entry exists is a question to the site.

use super::{FacetLabel, FacetValue, FieldType};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Reference, Value};
use crate::source::yaml::Node;
use crate::text::is_slug;
use serde_json::{Value as Json, json};

/// Another entry.
pub struct Ref;

/// Reads `folder/slug` with an optional `#part`.
pub fn parse(word: &str, span: crate::diag::Span) -> Option<Reference> {
    let (key, fragment) = word
        .split_once('#')
        .map_or((word, None), |(key, part)| (key, Some(part)));
    let key = key.trim_matches('/');
    let (folder, slug) = key.split_once('/')?;
    (is_slug(folder) && is_slug(slug)).then(|| Reference {
        key: key.into(),
        fragment: fragment.map(Into::into),
        span,
    })
}

impl FieldType for Ref {
    fn name(&self) -> &'static str {
        "ref"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "khoá của một mục khác, ví dụ relics/chua-bo-da",
            "the key of another entry, for example relics/chua-bo-da",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        let reference = parse(word, node.span);
        if reference.is_none() {
            reading.report(codes::fields::NOT_A_KEY, node.span, &[("value", word)]);
        }
        reference.map(|reference| Value::Ref(Box::new(reference)))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Ref(reference) = value else { return None };
        let link = showing.world.entry(reference)?;
        let mut shown = showing.say(&link.title)?;
        shown["path"] = json!(link.path);
        shown["kind"] = json!(link.kind);
        shown["key"] = json!(reference.key);
        Some(shown)
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Ref(reference) = value else { return None };
        showing.say(&showing.world.entry(reference)?.title)
    }

    fn facets(&self, value: &Value, _spec: &FieldSpec) -> Vec<FacetValue> {
        match value {
            Value::Ref(reference) => vec![FacetValue {
                key: reference.key.replace('/', "-"),
                label: FacetLabel::Entry(reference.key.to_string()),
            }],
            _ => Vec::new(),
        }
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Ref(reference) = value else { return None };
        let link = showing.world.entry(reference)?;
        let url = showing.world.absolute(&link.path);
        Some(json!({ "@type": "Thing", "name": showing.languages.plain(&link.title, showing.lang), "url": url }))
    }
}
