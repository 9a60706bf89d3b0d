//! Raw HTML in prose: found, shown as text, and answered with the Markdown way.
//!
//! Entry point: [`look`]. Invariant: looks only; nothing here makes HTML.

use crate::diag::{Diagnostics, Span, codes::prose as codes};
use crate::source::document::Document;
use std::collections::BTreeSet;

/// What was met so far in one text.
#[derive(Default)]
pub(super) struct Seen {
    tags: BTreeSet<String>,
    /// Pictures open inside a picture's description.
    pub(super) inner: u32,
}

/// Tags and how Markdown writes the same.
const WAYS: [(&str, &str); 27] = [
    ("a", "[…](https://…)"),
    ("b", "**…**"),
    ("blockquote", "> …"),
    ("br", "\\"),
    ("code", "`…`"),
    ("dd", ": …"),
    ("del", "~~…~~"),
    ("em", "*…*"),
    ("figure", "![…](photos/….jpg \"…\")"),
    ("h1", "## …"),
    ("h2", "## …"),
    ("h3", "### …"),
    ("h4", "#### …"),
    ("hr", "---"),
    ("i", "*…*"),
    ("img", "![…](photos/….jpg)"),
    ("li", "- …"),
    ("ol", "1. …"),
    ("pre", "```"),
    ("s", "~~…~~"),
    ("strike", "~~…~~"),
    ("strong", "**…**"),
    ("sup", "[^1]"),
    ("table", "| … | … |"),
    ("td", "| … | … |"),
    ("tr", "| … | … |"),
    ("ul", "- …"),
];

/// Names the tags in a piece of raw HTML that stands at byte `at`; each kind of tag once a text.
pub(super) fn look(doc: &Document, at: usize, raw: &str, seen: &mut Seen, found: &mut Diagnostics) {
    for (lo, _) in raw.match_indices('<') {
        let span = |len: usize| Span::new(at + lo, at + lo + len);
        let rest = &raw[lo + 1..];
        if rest.starts_with("!--") {
            if seen.tags.insert("!--".to_string()) {
                found.push(doc.found(codes::HTML_COMMENT, span(4)));
            }
            continue;
        }
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let len = name
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(name.len());
        let tag = name[..len].to_ascii_lowercase();
        if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) || !seen.tags.insert(tag.clone()) {
            continue;
        }
        let whole = span(rest.find('>').map_or(rest.len(), |end| end + 1) + 1);
        match WAYS.iter().find(|(known, _)| *known == tag) {
            Some((_, way)) => found.push(doc.found(codes::HTML_AS_TEXT, whole).with("tag", &tag).with("way", way)),
            None => found.push(doc.found(codes::HTML_WITHOUT_WAY, whole).with("tag", &tag)),
        }
    }
}
