//! The parts that stand in a pair of brackets on one line, as they were meant: `{ vi: "thôn Mẫu, en: Mau hamlet }`.
//!
//! Entry point: [`parts`] for a line, [`languages`] for texts without their braces. Invariant: looks at one line once,
//! and takes a comma for the end of a part only where another key follows, so that a forgotten quote spoils one part.

use super::page::quotable;
use super::quotes::quoted_within;
use std::ops::Range;

/// What is wrong with the quotes of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// The quote that opens is not closed, or by a sign of another shape.
    Unclosed,
    /// Words stand behind the closing quote, from this byte on.
    Trailing(usize),
}

/// `vi: Đình` between brackets; ranges count from the start of the line.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The key; empty in a list.
    pub(super) key: Range<usize>,
    /// The value, without blanks around it.
    pub(super) value: Range<usize>,
    /// What is wrong with its quotes.
    pub(super) flaw: Option<Flaw>,
}

/// The parts of a line from a byte on, where a bracket stands or the line goes on with what an earlier one holds. Also
/// whether the bracket is closed.
pub(super) fn parts(line: &str, from: usize, sign: char) -> (Vec<Part>, bool) {
    let mut parts = Vec::new();
    let mut at = from;
    if line[at..].starts_with(['{', '[']) {
        at += 1;
    }
    loop {
        at += blanks(&line[at..]);
        let rest = &line[at..];
        if rest.is_empty() || rest.starts_with(['}', ']']) {
            return (parts, !rest.is_empty());
        }
        if rest.starts_with(',') {
            at += 1;
            continue;
        }
        let name = if sign == '{' { key(rest).unwrap_or(0) } else { 0 };
        let from = at + name + if name > 0 { 1 } else { 0 };
        let from = from + blanks(&line[from..]);
        let (end, flaw) = value(line, from, sign);
        let to = from + line[from..end].trim_end().len();
        parts.push(Part {
            key: at..at + name,
            value: from..to,
            flaw,
        });
        // Something is taken each time, so that this ends.
        at = end.max(at + rest.chars().next().map_or(1, char::len_utf8));
    }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The length of the key that a text begins with: `vi: …`.
pub(super) fn key(text: &str) -> Option<usize> {
    let is_word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    let length = text.bytes().take_while(|b| is_word(b)).count();
    let behind = &text[length..];
    let ends = behind.starts_with(": ") || behind == ":";
    (length > 0 && ends).then_some(length)
}

/// True when nothing of the same part follows.
pub(super) fn is_end(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with([',', '}', ']', '#']) || key(rest).is_some()
}

/// Where the value ends that begins at a byte, and what is wrong with its quotes.
fn value(line: &str, from: usize, sign: char) -> (usize, Option<Flaw>) {
    match line[from..].chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let close = closing(line, from, quote);
            if let Some(close) = close.filter(|close| is_end(&line[close + 1..])) {
                let apostrophe = line[from..close].match_indices('\'').map(|(i, _)| from + i);
                let mut apostrophes = apostrophe.filter(|at| quote == '\'' && is_apostrophe(line, *at));
                return (close + 1, apostrophes.next().map(|at| Flaw::Trailing(at + 1)));
            }
            let end = plain_end(line, from, sign);
            let flaw = match close.filter(|close| *close < end) {
                Some(close) => Flaw::Trailing(close + 1 + blanks(&line[close + 1..])),
                None => Flaw::Unclosed,
            };
            (end, Some(flaw))
        }
        Some('{' | '[') => {
            let close = nested_end(line, from);
            let end = if is_end(&line[close..]) {
                close
            } else {
                plain_end(line, close, sign)
            };
            (end, None)
        }
        _ => (plain_end(line, from, sign), None),
    }
}

/// The next quote that is not part of the text.
fn closing(line: &str, from: usize, quote: char) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = from + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == '"' => at += 1,
            b'\'' if quote == '\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            // An apostrophe between letters ends nothing that was meant.
            b'\'' if quote == '\'' && is_apostrophe(line, at) => {}
            byte if byte == quote as u8 => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// `house's`: a sign between letters.
pub(super) fn is_apostrophe(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let behind = text[at..].chars().nth(1).is_some_and(char::is_alphanumeric);
    before && behind
}

/// Where the bracket at a byte is closed; the end of the line when it is not.
fn nested_end(line: &str, from: usize) -> usize {
    let mut depth = 0;
    for (i, sign) in line[from..].bytes().enumerate() {
        match sign {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return from + i + 1;
        }
    }
    line.len()
}

/// The bracket that is still open at the start of a line, looked for in the lines of the same group above it.
pub(super) fn open_above(text: &str, start: usize) -> Option<usize> {
    /// No group between brackets has more lines.
    const MOST: usize = 40;
    for line in text[..start].lines().rev().take(MOST) {
        let begin = line.as_ptr() as usize - text.as_ptr() as usize;
        if let Some(at) = open_in(line) {
            return Some(begin + at);
        }
        if !line.starts_with([' ', '-']) && !line.trim().is_empty() {
            return None;
        }
    }
    None
}

/// The innermost bracket at the start of a part that its line does not close.
fn open_in(line: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    for (at, sign) in line.char_indices() {
        match (quote, sign) {
            (Some(own), sign) if own == sign => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(sign),
            (None, '{' | '[') => open.push(at),
            (None, '}' | ']') => drop(open.pop()),
            (None, '#') if before == ' ' => break,
            _ => {}
        }
        before = sign;
    }
    open.pop()
}

/// Where a text without quotes ends: before the next key, the closing bracket or a remark.
fn plain_end(line: &str, from: usize, sign: char) -> usize {
    let mut depth = 0;
    for (i, c) in line[from..].char_indices() {
        let at = from + i;
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' if depth == 0 => return at,
            '}' | ']' => depth -= 1,
            ',' if depth == 0 && ends_part(&line[at + 1..], sign) => return at,
            '#' if at > from && line[..at].ends_with(' ') && line[at + 1..].starts_with(' ') => return at,
            _ => {}
        }
    }
    line.len()
}

fn ends_part(rest: &str, sign: char) -> bool {
    let rest = rest.trim_start();
    sign == '[' || rest.is_empty() || rest.starts_with('#') || key(rest).is_some()
}

/// A value whose quotes are wrong, with the quotes that were meant.
pub(super) fn mended(value: &str, flaw: Flaw) -> String {
    let Some(sign) = value.chars().next() else {
        return String::new();
    };
    match flaw {
        Flaw::Trailing(_) => format!("\"{}\"", quoted_within(value)),
        Flaw::Unclosed => {
            let inner = value[sign.len_utf8()..].trim_end();
            let inner = other_end(value)
                .and_then(|end| inner.strip_suffix(end))
                .unwrap_or(inner);
            format!("{sign}{}{sign}", inner.trim_end())
        }
    }
}

/// The sign of another shape that stands where the quote should be that closes a value.
pub(super) fn other_end(value: &str) -> Option<char> {
    let last = value.trim_end().chars().next_back()?;
    let is_other = value.len() > 1 && matches!(last, '”' | '“' | '’' | '‘' | '"' | '\'');
    is_other.then_some(last)
}

/// The line with the quotes, and the closing bracket, that were meant; `open` is where its bracket stands.
pub(super) fn finished(line: &str, open: usize, sign: char) -> String {
    let (parts, is_closed) = parts(line, open, sign);
    let mut whole = String::new();
    let mut at = 0;
    for part in &parts {
        let Some(flaw) = part.flaw else { continue };
        whole.push_str(&line[at..part.value.start]);
        whole.push_str(&mended(&line[part.value.clone()], flaw));
        at = part.value.end;
    }
    whole.push_str(&line[at..]);
    let mut whole = whole.trim().to_string();
    if !is_closed && line[open..].starts_with(['{', '[']) {
        let open = line[..=open].chars().filter(|c| matches!(c, '{' | '['));
        let close = |c| if c == '{' { " }" } else { "]" };
        let close: Vec<&str> = open.map(close).collect();
        whole.extend(close.into_iter().rev());
    }
    whole
}

/// Languages of visitors, as sites have them beside Vietnamese.
pub const LANGUAGES: &[&str] = &["vi", "en", "fr", "ko", "ja", "zh", "de", "ru", "th", "lo", "km", "es"];

/// `vi: Đình, en: House` without its braces, or in brackets of another kind, as it should be; `None` when the text does
/// not begin with the code of a language.
pub fn languages(text: &str) -> Option<String> {
    /// Words that are as short as the code of a language.
    const NONE: &[&str] = &["url", "id", "at", "to", "by", "day", "map", "era"];
    // Several paragraphs have no room between braces.
    if text.trim().contains("\n\n") {
        return None;
    }
    let text = text.replace('\n', " ");
    let text = text
        .trim()
        .trim_start_matches(['(', '[', '{'])
        .trim_end_matches([')', ']', '}']);
    let (parts, _) = parts(text, blanks(text), '{');
    let is_code = |part: &Part| {
        let key = &text[part.key.clone()];
        matches!(key.len(), 2 | 3) && key.bytes().all(|b| b.is_ascii_lowercase()) && !NONE.contains(&key)
    };
    if parts.is_empty() || !parts.iter().all(is_code) {
        return None;
    }
    let mut written = Vec::new();
    for part in &parts {
        let (key, value) = (&text[part.key.clone()], &text[part.value.clone()]);
        match part.flaw {
            Some(flaw) => written.push(format!("{key}: {}", mended(value, flaw))),
            None if value.starts_with(['"', '\'']) => written.push(format!("{key}: {value}")),
            None => written.extend(unparted(key, value)),
        }
    }
    Some(format!("{{ {} }}", written.join(", ")))
}

/// `Đền Hạ; en: Ha Temple`: a text with another language in it that no comma parts, each as it should be.
fn unparted(key: &str, value: &str) -> Vec<String> {
    let mut written = Vec::new();
    let (mut key, mut from) = (key, 0);
    let mut put = |key: &str, text: &str| {
        let text = text.trim().trim_end_matches([';', '|', '/']).trim_end();
        written.push(match needs_quotes(text) {
            true => format!("{key}: \"{}\"", quotable(text)),
            false => format!("{key}: {text}"),
        });
    };
    for (at, _) in value.match_indices(": ") {
        let word = value[..at].rfind(' ').map_or(0, |i| i + 1);
        if word > from && LANGUAGES.contains(&&value[word..at]) {
            put(key, &value[from..word]);
            (key, from) = (&value[word..at], at + 2);
        }
    }
    put(key, &value[from..]);
    written
}

pub(super) fn needs_quotes(text: &str) -> bool {
    let first = ['-', '?', '&', '*', '!', '|', '>', '%', '@', '`', '#'];
    text.is_empty() || text.starts_with(first) || text.contains([',', '[', ']', '{', '}', ':', '#', '"'])
}
