//! What is read of a document: its text, its lines, and what can be asked of a few words of them.
//!
//! Entry point: [`Page`] and [`Line`]. Invariant: bytes count in what is read; what a finding shows is what the document
//! has, see [`Page::written`].

use crate::diag::{Code, Diagnostic, Span};
use crate::source::document::Document;

/// What is read of a document: its text, but for signs that are mended and values that were told already. Every value
/// has its place in both; a line may begin a few bytes later in what is read, see [`Page::own`].
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    /// The document, as findings show it.
    pub(super) doc: &'a Document,
    /// What is read.
    pub(super) text: &'a str,
}

impl<'a> Page<'a> {
    /// A finding at a span.
    pub(super) fn found(self, code: &'static Code, span: Span) -> Diagnostic {
        self.doc.found(code, span)
    }

    /// A line of what is read as the document has it.
    pub(super) fn own(self, line: Line<'_>) -> Line<'a> {
        Line::at(&self.doc.text, line.start)
    }

    /// A part of the text as the document has it: a remedy must not show what stands for a value that was taken out.
    pub(super) fn written(self, part: &'a str) -> &'a str {
        let lo = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        self.doc.text.get(lo..lo.saturating_add(part.len())).unwrap_or(part)
    }
}

/// A line of the document.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Byte of its first letter or space.
    pub(super) start: usize,
    /// Without its line break.
    pub(super) text: &'a str,
}

impl<'a> Line<'a> {
    /// The line that a byte stands in.
    pub(super) fn at(text: &'a str, at: usize) -> Self {
        let at = text.floor_char_boundary(at);
        let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
        let end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        Self {
            start,
            text: &text[start..end],
        }
    }

    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// Byte of the first sign that is no space.
    pub(super) fn first(&self) -> usize {
        self.start + self.indent()
    }
}

pub(super) fn is_key(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// What stands behind the first colon of a line.
pub(super) fn plain_value(line: Line<'_>) -> &str {
    let text = line.text.trim();
    match text.split_once(": ") {
        Some((_, value)) => value.trim(),
        None => text,
    }
}

/// A text as it stands between double quotes.
pub(super) fn quotable(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Spaces and invisible signs that Word, web pages and chats slip in.
pub(super) fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{202f}' | '\u{2060}' | '\u{feff}' | '\u{3000}' | '\u{2009}'
    )
}

/// The sign at a byte.
pub(super) fn one(at: usize) -> Span {
    Span::new(at, at + 1)
}
