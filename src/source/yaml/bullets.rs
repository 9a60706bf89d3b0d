//! Lists whose lines begin with another sign than the dash of the keyboard: `– file: …`, `• file: …`.
//!
//! Entry point: [`mend`]. Invariant: the mended text has every byte behind such a sign at its old place, so that spans
//! hold for both.

use super::page::Line;
use super::{Data, Key, Node};
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use crate::source::document::Document;

/// What word processors and chats put at the start of a list's line.
pub(super) const SIGNS: &[char] = &[
    '–', '—', '−', '‐', '‑', '‒', '•', '●', '○', '◦', '▪', '■', '‣', '➢', '✓', '·', '\u{f0b7}', '*', '+',
];

/// The sign that a line begins with as if it were the dash of a list.
fn sign(line: &str) -> Option<char> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|c| SIGNS.contains(c))?;
    line[sign.len_utf8()..].starts_with(' ').then_some(sign)
}

/// True when one of the keys begins with such a sign: the list was read as keys.
pub(super) fn has_sign(pairs: &[(Key, Node)]) -> bool {
    pairs
        .iter()
        .any(|(key, node)| sign(&key.text).is_some() || is_within(node))
}

// Nesting is limited by the parser, so that this may call itself.
fn is_within(node: &Node) -> bool {
    match &node.data {
        Data::List(items) => items.iter().any(is_within),
        Data::Map(pairs) => has_sign(pairs),
        Data::Empty | Data::Unread | Data::Scalar(_) => false,
    }
}

/// The text, which is the document's but for signs that were mended, with dashes, and one finding per list; `None` when
/// no line begins with such a sign. Texts of several lines
/// behind a `|` may hold any sign.
pub(super) fn mend(doc: &Document, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    let whole = text;
    let mut mended = String::with_capacity(whole.len());
    let mut found = Vec::new();
    let (mut block, mut told): (Option<usize>, Option<usize>) = (None, None);
    for raw in whole.split_inclusive('\n') {
        let text = raw.trim_end();
        let indent = raw.len() - raw.trim_start().len();
        if text.is_empty() || block.is_some_and(|block| indent > block) {
            mended.push_str(raw);
            continue;
        }
        block = opens_block(text).then_some(indent);
        told = told.filter(|told| indent >= *told);
        let (Some(sign), true) = (sign(text), mended.ends_with('\n')) else {
            mended.push_str(raw);
            continue;
        };
        let start = raw.as_ptr() as usize - whole.as_ptr() as usize;
        if told != Some(indent) {
            told = Some(indent);
            found.push(finding(doc, whole, start + indent, sign));
        }
        // The bytes by which the sign is longer than a dash go to the end of the line above, where blanks mean nothing.
        mended.pop();
        mended.push_str(&" ".repeat(sign.len_utf8() - 1));
        mended.push('\n');
        mended.push_str(&raw[..indent]);
        mended.push('-');
        mended.push_str(&raw[indent + sign.len_utf8()..]);
    }
    (!found.is_empty()).then_some((mended, found))
}

/// True when a text of several lines begins below this line.
pub(super) fn opens_block(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    last.starts_with(['|', '>']) && last[1..].chars().all(|c| matches!(c, '-' | '+') || c.is_ascii_digit())
}

fn finding(doc: &Document, text: &str, at: usize, sign: char) -> Diagnostic {
    let line = Line::at(text, at).text.trim_end().replacen(sign, "-", 1);
    doc.found(codes::OTHER_DASH, Span::new(at, at + sign.len_utf8()))
        .with("sign", sign)
        .with(FORM, line)
}
