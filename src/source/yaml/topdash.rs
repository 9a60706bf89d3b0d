//! A dash before the first key of a file: `- title: Đền`, and below it `summary: …` at the margin.
//!
//! Entry point: [`mend`]. Invariant: the mended text has every value at its old place: the blanks of the dash stand before
//! the colon instead.

use super::braces::key;
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use crate::source::document::Document;

/// The text without that dash; `None` when there is none, or when the file is a list of several items.
pub(super) fn mend(doc: &Document, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    let is_content = |line: &&str| !line.trim().is_empty() && !line.starts_with('#') && !line.starts_with("---");
    let first = text.lines().find(is_content)?;
    let rest = first.strip_prefix("- ")?;
    let name = key(rest)?;
    let at = first.as_ptr() as usize - text.as_ptr() as usize;
    let mut below = text[at + first.len()..]
        .lines()
        .filter(|line| !line.starts_with([' ', '#']));
    let has_keys = below.clone().any(|line| key(line).is_some());
    if !has_keys || below.any(|line| line.starts_with('-')) {
        return None;
    }
    let mut mended = text.to_string();
    mended.replace_range(at..at + first.len(), &format!("{}  {}", &rest[..name], &rest[name..]));
    let found = doc.found(codes::DASH_AT_TOP, Span::new(at, at + 1));
    Some((mended, vec![found.with(FORM, rest.trim_end())]))
}
