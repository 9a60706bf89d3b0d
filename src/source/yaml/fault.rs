//! A syntax error of the YAML crate → what a volunteer did, where, and what to type instead.
//!
//! Entry point: [`explain`]. Invariant: never shows the parser's wording; the kind of error is only a hint, the text
//! around it decides.

use crate::diag::{Diagnostic, Span, codes::yaml as codes};
use crate::source::document::Document;
use serde_yaml::granit_parser::ErrorKind;

/// What was read just before the error.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    /// The last plain text, if that was the last thing read.
    pub(super) plain: Option<Span>,
    /// End of the last thing read.
    pub(super) end: usize,
    /// The innermost bracket that is still open.
    pub(super) bracket: Option<usize>,
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

    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// Byte of the first sign that is no space.
    fn first(&self) -> usize {
        self.start + self.indent()
    }
}

/// The finding for a syntax error at a byte.
pub(super) fn explain(doc: &Document, kind: &ErrorKind, at: usize, before: Before) -> Diagnostic {
    use ErrorKind as E;
    let line = Line::at(&doc.text, at);
    if let Some(tab) = line.text[..line.indent()].find('\t') {
        return doc.found(codes::TAB, one(line.start + tab));
    }
    match kind {
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => {
            unclosed_quote(doc, at, before)
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar if before.bracket.is_none() => doc
            .found(codes::TEXT_AFTER_QUOTE, one(at))
            .with("value", quoted_within(plain_value(line))),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate => {
            let sign = doc.text[at..].find('\\').map_or(at, |i| at + i);
            doc.found(codes::BACKSLASH, one(sign))
        }
        E::RecursionLimitExceeded => doc.found(codes::TOO_DEEP, one(at)),
        E::DirectiveDisallowed => doc.found(codes::PERCENT_LINE, one(line.first())),
        E::BlockSequenceEntryNotAllowed => doc.found(codes::LIST_ON_KEY_LINE, one(at)),
        E::UnexpectedCharacter { character } if character.is_control() => doc.found(codes::CONTROL_SIGN, one(at)),
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation | E::TabInPlainScalar => {
            let tab = doc.text[at..].find('\t').map_or(at, |i| at + i);
            doc.found(codes::TAB, one(tab))
        }
        E::TabAtBlockScalarStart => doc.found(codes::TAB, one(at)),
        _ => match before.bracket {
            Some(open) => in_brackets(doc, kind, at, open),
            None => in_lines(doc, kind, at, before),
        },
    }
}

/// A text with quotes in it as it stands between double quotes: the outer pair goes, pairs within become “ ”, an
/// apostrophe stays.
fn quoted_within(value: &str) -> String {
    let value = value.trim_start_matches("- ").trim();
    let first = value.chars().next().unwrap_or('"');
    let inner = value.strip_prefix(first).and_then(|rest| rest.strip_suffix(first));
    let (mut text, single) = match inner {
        Some(inner) => (inner.replace("''", "'"), false),
        None => (value.to_string(), first == '\''),
    };
    if single {
        // The first two hold a part of the text together, as double ones would.
        text = text.replacen('\'', "\"", 2);
    }
    let is_even = text.matches('"').count() % 2 == 0;
    for at in 0.. {
        let curly = if at % 2 == 0 { "“" } else { "”" };
        if !is_even || !text.contains('"') {
            break;
        }
        text = text.replacen('"', curly, 1);
    }
    quotable(&text)
}

fn unclosed_quote(doc: &Document, at: usize, before: Before) -> Diagnostic {
    let from = before.end.min(doc.text.len());
    let quote = doc.text[from..].find(['"', '\'']).map_or(at, |i| from + i);
    let sign = doc.text[quote..].chars().next().unwrap_or('"');
    doc.found(codes::UNCLOSED_QUOTE, one(quote)).with("quote", sign)
}

fn in_brackets(doc: &Document, kind: &ErrorKind, at: usize, open: usize) -> Diagnostic {
    let start = Line::at(&doc.text, open).start;
    let same_line = Line::at(&doc.text, at).start == start;
    let unclosed = matches!(
        kind,
        ErrorKind::UnclosedFlowCollection { .. } | ErrorKind::MismatchedFlowCollectionEnd { .. }
    );
    if same_line && !unclosed {
        return match kind {
            ErrorKind::UnexpectedCharacter { .. } => first_sign(doc, at),
            _ => colon_in_brackets(doc, at).unwrap_or_else(|| doc.found(codes::MISSING_COMMA, one(at))),
        };
    }
    let (sign, close) = if doc.text[open..].starts_with('{') {
        ('{', '}')
    } else {
        ('[', ']')
    };
    doc.found(codes::UNCLOSED_BRACKET, one(open))
        .with("open", sign)
        .with("close", close)
}

/// Languages of visitors, as sites have them beside Vietnamese.
const LANGUAGES: &[&str] = &["vi", "en", "fr", "ko", "ja", "zh", "de", "ru", "th", "lo", "km", "es"];

/// `{ vi: Đền Hạ: khu B }`: a second colon before the next comma belongs to the text. The text begins behind the colon
/// of its key; a key is one word.
fn colon_in_brackets(doc: &Document, at: usize) -> Option<Diagnostic> {
    let line = Line::at(&doc.text, at);
    let until = line.text.get(..at - line.start)?;
    if !doc.text[at..].starts_with(": ") {
        return None;
    }
    let part = until.rfind(['{', ',', '[']).map_or(0, |i| i + 1);
    let (key, _) = until[part..].split_once(": ")?;
    // `{ vi: Đền Hạ en: Ha Temple }`: what looks like a language begins the next part.
    let word = until.rfind(' ').map_or(0, |i| i + 1);
    if LANGUAGES.contains(&&until[word..]) && key.trim() != &until[word..] && word > part + key.len() + 2 {
        return Some(doc.found(codes::MISSING_COMMA, one(line.start + word)));
    }
    let from = line.start + part + key.len() + 2;
    let rest = &doc.text[from..line.start + line.text.len()];
    let value = rest[..rest.find([',', '}', ']']).unwrap_or(rest.len())].trim();
    Some(doc.found(codes::COLON_IN_TEXT, one(at)).with("value", quotable(value)))
}

fn in_lines(doc: &Document, kind: &ErrorKind, at: usize, before: Before) -> Diagnostic {
    use ErrorKind as E;
    let line = Line::at(&doc.text, at);
    match kind {
        E::MappingValueNotAllowed | E::InvalidMappingValueWhitespace => colon(doc, at, before),
        E::MisplacedFlowCollectionEnd => doc
            .found(codes::STRAY_BRACKET, one(at))
            .with("value", quotable(plain_value(line))),
        E::UnclosedFlowCollection { .. } => in_brackets(doc, kind, at, at),
        E::UnexpectedCharacter { .. }
        | E::InvalidBlockScalarHeader
        | E::ZeroBlockScalarIndent
        | E::MappingKeyNotAllowed
        | E::MissingAnchorOrAliasName
        | E::UndeclaredTagHandle
        | E::InvalidTagTerminator
        | E::UnexpectedEofBlockMapping
        | E::ExpectedNodeContent => first_sign(doc, at),
        E::SimpleKeyExpected | E::InvalidSimpleKey => no_key(doc, line),
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::ExpectedDocumentStart
        | E::InvalidIndentation
        | E::InvalidBlockScalarIndent => {
            let top = doc
                .text
                .lines()
                .find(|l| !l.trim().is_empty() && !l.trim_start().starts_with('#'));
            // The very first line is the one that is moved in, when the others begin at the margin.
            let first = top.map_or(0, |l| l.as_ptr() as usize - doc.text.as_ptr() as usize);
            let top = Line::at(&doc.text, first);
            let moved = line.indent() == 0 && top.indent() > 0;
            let at = if moved { top.first() } else { line.first() };
            doc.found(codes::INDENTATION, one(at))
        }
        _ => doc
            .found(codes::UNREADABLE, one(at))
            .with("value", quotable(plain_value(line))),
    }
}

/// A colon where none can be: text that needs quotes, or the line above lacks something.
fn colon(doc: &Document, at: usize, before: Before) -> Diagnostic {
    let line = Line::at(&doc.text, at);
    let plain = before.plain.map(|span| (span.lo as usize, span.hi as usize));
    if let Some((lo, hi)) = plain
        && doc.text[lo..hi.min(doc.text.len())].trim_end().contains('\n')
    {
        let above = Line::at(&doc.text, lo);
        let words = &doc.text[lo..above.start + above.text.len()];
        if lo == above.first() {
            return no_key(doc, above);
        }
        if line.indent() > above.indent() {
            return doc.found(codes::INDENTATION, one(line.first()));
        }
        let end = lo + words.len();
        return doc.found(codes::SEVERAL_LINES, Span::new(lo, end));
    }
    let value = plain_value(line);
    if value.starts_with(['“', '”', '‘', '„']) {
        let lo = line.start + line.text.find(value).unwrap_or(0);
        return doc
            .found(codes::CURLY_QUOTES, Span::new(lo, lo + value.len()))
            .with("value", value.trim_matches(['“', '”', '‘', '’', '„']));
    }
    doc.found(codes::COLON_IN_TEXT, one(at)).with("value", quotable(value))
}

/// A line that should begin with a key but does not.
pub(super) fn no_key(doc: &Document, line: Line) -> Diagnostic {
    let text = line.text.trim();
    let lo = line.first();
    let whole = Span::new(lo, lo + text.len());
    if let Some(item) = text.strip_prefix('-') {
        let dash = doc.found(codes::SPACE_AFTER_DASH, one(lo));
        return dash.with("mended", format!("- {}", item.trim_start()));
    }
    let odd = |c: char| is_odd_space(c);
    if let Some((key, value)) = text.split_once(':') {
        let mended = format!("{}: {}", key.trim(), value.trim_matches(odd).trim());
        let colon = one(lo + key.len());
        return match value.starts_with(odd) {
            true => doc.found(codes::ODD_SPACE, colon).with("mended", mended),
            false => doc.found(codes::SPACE_AFTER_COLON, colon).with("mended", mended),
        };
    }
    doc.found(codes::LINE_WITHOUT_KEY, whole)
}

/// A text that begins with a sign of YAML's own.
pub(super) fn first_sign(doc: &Document, at: usize) -> Diagnostic {
    let line = Line::at(&doc.text, at);
    let rest = &line.text[at.saturating_sub(line.start).min(line.text.len())..];
    let sign: String = rest.chars().take(1).collect();
    doc.found(codes::FIRST_SIGN, one(at))
        .with("sign", sign)
        .with("value", quotable(rest.trim()))
}

/// What stands behind the first colon of a line.
fn plain_value(line: Line<'_>) -> &str {
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

fn one(at: usize) -> Span {
    Span::new(at, at + 1)
}
