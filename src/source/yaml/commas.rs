//! Commas at the ends of lines: one too many behind a value, or one that is missing between lines within braces.
//!
//! Entry point: [`at_end`] and [`between_lines`]. Invariant: the finished lines are shown, and no text of them is lost.

use super::braces::key;
use super::page::{Line, Page, one};
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use std::ops::Range;

/// No group between brackets has more lines.
const MOST: usize = 20;

/// `"title": "Đền Hạ",`: a comma, and nothing behind it, where a value has ended at a byte.
pub(super) fn at_end(page: Page<'_>, at: usize) -> Option<Diagnostic> {
    let line = Line::at(page.text, at);
    let (before, rest) = line.text.split_at_checked(at - line.start)?;
    let sign = rest.trim();
    if !matches!(sign, "," | ";") || !before.trim_end().ends_with(['"', '\'', ']', '}']) {
        return None;
    }
    let at = at + rest.len() - rest.trim_start().len();
    let finding = page.found(codes::SIGN_AT_END, one(at)).with("sign", sign);
    Some(finding.with(FORM, page.written(before.trim())))
}

/// Braces at a byte that go on below: from the outermost one that their line leaves open to the end of the line that
/// closes it. `None` when nothing does, among the lines of the same group.
pub(super) fn lines(text: &str, bracket: Option<usize>) -> Option<Range<usize>> {
    let first = Line::at(text, bracket?);
    let mut open: Vec<usize> = Vec::new();
    let mut begin = None;
    let mut at = first.start;
    for line in text[first.start..].split('\n').take(MOST) {
        let words = line.trim_start();
        let is_first = at == first.start;
        if !is_first && line.len() - words.len() <= first.indent() && !words.starts_with('}') {
            return None;
        }
        for (i, sign) in line.char_indices() {
            match sign {
                '{' | '[' => open.push(at + i),
                '}' | ']' => drop(open.pop()),
                _ => {}
            }
        }
        if is_first {
            begin = open.first().copied();
        }
        if open.is_empty() {
            let begin = begin.filter(|begin| !is_first && text[*begin..].starts_with('{'))?;
            return Some(begin..at + line.len());
        }
        at += line.len() + 1;
    }
    None
}

/// `{ vi: Đền Hạ`, and below it `en: Ha Temple }`: the line break is no comma.
pub(super) fn between_lines(page: Page<'_>, bracket: usize) -> Option<Diagnostic> {
    let range = lines(page.text, Some(bracket))?;
    let start = Line::at(page.text, range.start).first();
    let mut at = start;
    let mut missing = None;
    let mut form = Vec::new();
    let mut lines = page.text[start..range.end].split('\n').peekable();
    while let Some(line) = lines.next() {
        let words = line.trim_end();
        let is_next = lines.peek().is_some_and(|next| key(next.trim_start()).is_some());
        let is_open = words.trim().is_empty() || words.ends_with([',', '{', '[']) || words.contains(" #");
        let shown = page.written(&line[..words.len()]);
        if is_next && !is_open {
            missing = missing.or(Some(at + words.len()));
            form.push(format!("{},", shown.trim_end_matches(';')));
        } else {
            form.push(shown.to_string());
        }
        at += line.len() + 1;
    }
    let at = missing?;
    let finding = page.found(codes::MISSING_COMMA, Span::new(at, at));
    Some(finding.with(FORM, form.join("\n")))
}
