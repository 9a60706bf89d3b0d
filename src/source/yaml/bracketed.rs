//! A syntax error between brackets: `{ vi: Đền Hạ en: Ha Temple }`.
//!
//! Entry point: [`explain`]. Invariant: what the brackets hold is looked at before the brackets themselves are blamed.

use super::fault::{first_sign, second_key};
use super::page::{Line, Page, is_key, one, quotable};
use super::{braces, commas, resume};
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use serde_yaml::granit_parser::ErrorKind;

/// The finding for a syntax error at a byte behind a bracket that is open.
pub(super) fn explain(page: Page<'_>, kind: &ErrorKind, at: usize, open: usize) -> Diagnostic {
    if let Some(finding) = commas::between_lines(page, open) {
        return finding;
    }
    let start = Line::at(page.text, open).start;
    let closed = [('{', '}'), ('[', ']')].map(|(sign, close)| page.text[open..].starts_with(sign).then_some(close));
    let below = resume::below(page.text, open);
    // Brackets may go on over lines that stand further in.
    let behind = page.text[below.end..].trim_start();
    let is_closed = |close: &char| page.text[below.clone()].contains(*close) || behind.starts_with(*close);
    let goes_on = below.contains(&at) && closed.iter().flatten().any(is_closed);
    let same_line = Line::at(page.text, at).start == start || goes_on;
    let is_unclosed = matches!(
        kind,
        ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::MismatchedFlowCollectionEnd { .. }
    );
    if same_line && !is_unclosed {
        let begun = page.text[..at].trim_end().ends_with([':', ',', '{', '[']);
        return match kind {
            ErrorKind::UnexpectedCharacter { .. } => first_sign(page, at, Some(open)),
            _ if begun && page.text[at..].starts_with(['!', '&', '*']) => first_sign(page, at, Some(open)),
            _ => colon_in_brackets(page, at, open)
                .or_else(|| behind_bracket(page, at, Some(open)))
                .unwrap_or_else(|| missing_comma(page, at)),
        };
    }
    let (_, close) = pair(page, open);
    // The first bracket behind, when it is of the other kind.
    let line = Line::at(page.text, open);
    let rest = &page.text[open + 1..(line.start + line.text.len()).max(open + 1)];
    if is_unclosed
        && let Some((to, other)) = rest.char_indices().find(|(_, c)| "[]{}".contains(*c))
        && matches!(other, ']' | '}')
        && other != close
    {
        let finding = page.found(codes::OTHER_BRACKET, one(open + 1 + to));
        return finding
            .with("open", pair(page, open).0)
            .with("close", close)
            .with("other", other);
    }
    unclosed(page, open)
}

/// `vi: [Mới] ngôi đình`: words behind a list, or the next key.
pub(super) fn behind_bracket(page: Page<'_>, at: usize, bracket: Option<usize>) -> Option<Diagnostic> {
    let range = resume::value(page.text, at, bracket)?;
    let value = &page.text[range.clone()];
    let before = page.text[range.start..at].trim_end();
    if !value.starts_with(['[', '{']) || !before.ends_with([']', '}']) {
        return None;
    }
    if bracket.is_none()
        && let Some(finding) = commas::at_end(page, at).or_else(|| second_key(page, at))
    {
        return Some(finding);
    }
    let finding = page.found(codes::WORDS_BEHIND_LIST, Span::new(range.start, range.start + 1));
    Some(
        finding
            .with("sign", &value[..1])
            .with("value", quotable(page.written(value))),
    )
}

/// A comma that is missing before a byte, or was typed as another sign.
fn missing_comma(page: Page<'_>, at: usize) -> Diagnostic {
    let found = page.found(codes::MISSING_COMMA, one(at));
    let line = Line::at(&page.doc.text, at);
    match line.text.split_at_checked(at - line.start) {
        Some((before, behind)) if !before.trim().is_empty() && !behind.trim_start().starts_with(':') => {
            let before = before.trim().trim_end_matches([';', '|']).trim_end();
            let mut behind = behind.trim().to_string();
            // The same sign may stand between all parts.
            for (sign, _) in behind.clone().match_indices(';') {
                if braces::key(behind[sign + 1..].trim_start()).is_some() {
                    behind.replace_range(sign..=sign, ",");
                }
            }
            found.with(FORM, format!("{before}, {behind}"))
        }
        _ => found,
    }
}

/// A bracket and the one that closes it.
fn pair(page: Page<'_>, open: usize) -> (char, char) {
    match page.text[open..].starts_with('{') {
        true => ('{', '}'),
        false => ('[', ']'),
    }
}

/// The finding for a bracket that nothing closes.
pub(super) fn unclosed(page: Page<'_>, open: usize) -> Diagnostic {
    let (sign, close) = pair(page, open);
    let found = page.found(codes::UNCLOSED_BRACKET, one(open));
    found.with("open", sign).with("close", close)
}

/// `{ vi: Đền Hạ: khu B }`: a second colon before the next comma belongs to the text. The text begins behind the colon
/// of its key; a key is one word.
fn colon_in_brackets(page: Page<'_>, at: usize, open: usize) -> Option<Diagnostic> {
    let line = Line::at(page.text, at);
    let until = line.text.get(..at - line.start)?;
    if !page.text[at..].starts_with(": ") {
        return None;
    }
    let part = until.rfind(['{', ',', '[']).map_or(0, |i| i + 1);
    let (key, _) = until[part..].split_once(": ")?;
    // `{ vi: Đền Hạ en: Ha Temple }`: what looks like a language begins the next part.
    let word = until.rfind(' ').map_or(0, |i| i + 1);
    if braces::LANGUAGES.contains(&&until[word..]) && key.trim() != &until[word..] && word > part + key.len() + 2 {
        return Some(missing_comma(page, line.start + word));
    }
    // `{ name: Ban quản lý; phone: … }`, `{ from: 1701 to: 1800 }`: another sign than a comma, or none, before a key.
    let before = until
        .get(part..word)
        .and_then(|text| text.split_once(": "))
        .map_or("", |(_, value)| value.trim());
    let is_number = !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
    if is_key(&until[word..]) && (is_number || before.ends_with(';')) {
        return Some(missing_comma(page, line.start + word));
    }
    let range = resume::value(page.text, at, Some(open))?;
    let value = &page.text[range];
    Some(
        page.found(codes::COLON_IN_TEXT, one(at))
            .with("value", quotable(page.written(value))),
    )
}
