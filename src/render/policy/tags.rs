//! The tags of a template, as browsers will see them.
//!
//! Entry point: [`tags`]. Invariant: spans are those of the template; what the template engine fills in is a run of
//! [`FILLER`].

use crate::diag::Span;
use crate::render::written::FILLER;
use std::ops::Range;

/// Links that browsers follow by themselves, besides icons; all others only say something.
const LOADED: &[&str] = &[
    "stylesheet",
    "preload",
    "modulepreload",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
    "manifest",
];

/// A start tag.
pub(super) struct Tag<'t> {
    /// In small letters.
    pub(super) name: String,
    /// `<img …>`.
    pub(super) span: Span,
    pub(super) attributes: Vec<Attribute<'t>>,
    /// What stands between it and its end where that holds no tags: of scripts, styles and fields of a form.
    pub(super) content: Range<usize>,
}

/// An attribute of a tag.
pub(super) struct Attribute<'t> {
    /// In small letters.
    pub(super) name: String,
    pub(super) value: &'t str,
    /// Of the value; of the name where there is none.
    pub(super) span: Span,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let own = self.attributes.iter().find(|attribute| attribute.name == name);
        own.map(|attribute| attribute.value)
    }

    /// True for a script that is data and is never run.
    pub(super) fn is_data(&self) -> bool {
        let kind = self.value("type").unwrap_or_default().trim().to_ascii_lowercase();
        let is_run = kind.ends_with("javascript")
            || [
                "",
                "module",
                "importmap",
                "speculationrules",
                "text/ecmascript",
                "text/jscript",
            ]
            .contains(&&*kind);
        !is_run
    }

    /// True when browsers load by themselves what the attribute names.
    pub(super) fn loads(&self, attribute: &str) -> bool {
        match (self.name.as_str(), attribute) {
            ("a" | "area", _) => false,
            ("link", "href") => {
                let rel = self.value("rel").unwrap_or_default().to_ascii_lowercase();
                rel.split_whitespace()
                    .any(|word| word.contains("icon") || LOADED.contains(&word))
            }
            ("form", "action") | (_, "formaction") => true,
            ("use" | "image", "href" | "xlink:href") => true,
            (_, "src" | "srcset" | "poster" | "data") => true,
            _ => false,
        }
    }
}

/// Every start tag of a masked text.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut all = Vec::new();
    let mut at = 0;
    let small = text.to_ascii_lowercase();
    while let Some(open) = text[at..].find('<').map(|i| at + i) {
        let name_end = end_of(text, open + 1, |c| c.is_ascii_alphanumeric() || c == '-');
        at = name_end.max(open + 1);
        if !text[open + 1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name = text[open + 1..name_end].to_ascii_lowercase();
        let (attributes, end) = attributes(text, name_end);
        let mut content = end..end;
        if ["script", "style", "textarea"].contains(&name.as_str()) {
            let close = format!("</{name}");
            content.end = small[end..].find(&close).map_or(text.len(), |i| end + i);
        }
        at = content.end;
        let span = Span::new(open, end);
        all.push(Tag {
            name,
            span,
            attributes,
            content,
        });
    }
    all
}

/// The attributes from here on, and where the tag ends.
fn attributes(text: &str, from: usize) -> (Vec<Attribute<'_>>, usize) {
    let mut all = Vec::new();
    let is_between = |c: char| c.is_whitespace() || c == '/' || c == FILLER;
    let mut at = from;
    loop {
        at = end_of(text, at, is_between);
        match text[at..].chars().next() {
            None => return (all, at),
            Some('>') => return (all, at + 1),
            // A quote or an equals sign without a name: a slip that browsers pass over.
            Some('"' | '\'' | '=' | '<') => at += 1,
            Some(_) => {
                let name_end = end_of(text, at, |c| !is_between(c) && !['=', '>', '"', '\'', '<'].contains(&c));
                let name = text[at..name_end].to_ascii_lowercase();
                let mut range = at..name_end;
                let behind = end_of(text, name_end, char::is_whitespace);
                let mut value = "";
                at = name_end;
                if text[behind..].starts_with('=') {
                    range = value_of(text, end_of(text, behind + 1, char::is_whitespace));
                    value = &text[range.clone()];
                    at = range.end + usize::from(text[range.end..].starts_with(['"', '\'']));
                }
                let span = Span::new(range.start, range.end);
                all.push(Attribute { name, value, span });
            }
        }
    }
}

/// A value in quotes or without.
fn value_of(text: &str, at: usize) -> Range<usize> {
    match text[at..].chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let from = at + 1;
            from..text[from..].find(quote).map_or(text.len(), |i| from + i)
        }
        _ => at..end_of(text, at, |c| !c.is_whitespace() && c != '>'),
    }
}

fn end_of(text: &str, from: usize, is_part: impl Fn(char) -> bool) -> usize {
    text[from..]
        .find(|c: char| !is_part(c))
        .map_or(text.len(), |i| from + i)
}
