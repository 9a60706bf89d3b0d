//! A dash before the first key of a file: `- title: Đền`, and below it `summary: …` at the margin or in its column.
//!
//! Entry point: [`mend`]. Invariant: the mended text has every value at its old place: the blanks of the dash stand before
//! the colon instead.

use super::braces::key;
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use crate::source::document::Document;

/// Lines of a file that are shown as they should be.
const SHOWN: usize = 8;

/// The text without that dash; `None` when there is none, or when the file is a list of several items.
pub(super) fn mend(doc: &Document, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    let is_content = |line: &&str| !line.trim().is_empty() && !line.starts_with('#') && !line.starts_with("---");
    let first = text.lines().find(is_content)?;
    let rest = first.strip_prefix("- ")?;
    let name = key(rest.trim_start())?;
    let at = first.as_ptr() as usize - text.as_ptr() as usize;
    let mut below = text[at + first.len()..]
        .lines()
        .filter(|line| !line.starts_with([' ', '#']));
    if below.clone().all(|line| line.trim().is_empty()) {
        return whole(doc, text, at);
    }
    let has_keys = below.clone().any(|line| key(line).is_some());
    if !has_keys || below.any(|line| line.starts_with('-')) {
        return None;
    }
    let mut mended = text.to_string();
    let (name, behind) = rest.trim_start().split_at(name);
    let blanks = " ".repeat(first.len() - name.len() - behind.len());
    mended.replace_range(at..at + first.len(), &format!("{name}{blanks}{behind}"));
    let found = doc.found(codes::DASH_AT_TOP, Span::new(at, at + 1));
    Some((mended, vec![found.with(FORM, rest.trim())]))
}

/// The file is a list of one item: what it holds moves to the margin.
fn whole(doc: &Document, text: &str, at: usize) -> Option<(String, Vec<Diagnostic>)> {
    let mut mended = text.to_string();
    mended.replace_range(at..=at, " ");
    let indent = |line: &str| line.len() - line.trim_start().len();
    let lines = || mended[at..].lines().filter(|line| !line.trim().is_empty());
    let is_content = |line: &&str| !line.trim_start().starts_with('#');
    let width = lines().filter(is_content).map(indent).min()?;
    let mut form: Vec<&str> = lines()
        .map(|line| line.get(width..).unwrap_or(line.trim()).trim_end())
        .collect();
    if form.len() > SHOWN {
        form.truncate(SHOWN);
        form.push("…");
    }
    let found = doc
        .found(codes::LIST_OF_ONE, Span::new(at, at + 1))
        .with("width", width);
    let found = found.with(FORM, form.join("\n"));
    Some((mended, vec![found]))
}
