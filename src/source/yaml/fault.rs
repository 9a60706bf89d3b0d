//! A syntax error of the YAML crate → what a volunteer did, where, and what to type instead.
//!
//! Entry point: [`explain`]. Invariant: never shows the parser's wording; the kind of error is only a hint, the text
//! around it decides.

use super::{braces, commas, listed, quotes, resume, tabs};
use crate::diag::{Code, Diagnostic, FORM, Span, codes::yaml as codes};
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

/// The finding for a syntax error at a byte.
pub(super) fn explain(page: Page<'_>, kind: &ErrorKind, at: usize, before: Before) -> Diagnostic {
    use ErrorKind as E;
    let line = Line::at(page.text, at);
    if let Some(tab) = line.text[..line.indent()].find('\t') {
        return tabs::found(page, line.start + tab);
    }
    if let Some(open) = before.bracket
        && let Some(finding) = quotes::in_brackets(page, at, open, before)
    {
        return finding;
    }
    match kind {
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => {
            quotes::unclosed(page, at, before)
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar if before.bracket.is_none() => {
            behind_quote(page, at, before)
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate => {
            let sign = page.text[at..].find('\\').map_or(at, |i| at + i);
            page.found(codes::BACKSLASH, one(sign))
        }
        E::RecursionLimitExceeded => page.found(codes::TOO_DEEP, one(at)),
        E::DirectiveDisallowed => page.found(codes::PERCENT_LINE, one(line.first())),
        E::BlockSequenceEntryNotAllowed => listed::on_key_line(page, at),
        E::UnexpectedCharacter { character } if character.is_control() => page.found(codes::CONTROL_SIGN, one(at)),
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation | E::TabInPlainScalar => {
            let tab = page.text[at..].find('\t').map_or(at, |i| at + i);
            tabs::found(page, tab)
        }
        E::TabAtBlockScalarStart => tabs::found(page, at),
        // A dash is looked at before what the bracket above holds.
        E::BlockEntryInFlowCollection if braces::open_above(page.text, line.start).is_some() => {
            let open = braces::open_above(page.text, line.start);
            unclosed(page, open.unwrap_or(at))
        }
        _ => match before.bracket {
            Some(open) => in_brackets(page, kind, at, open),
            None => in_lines(page, kind, at, before),
        },
    }
}

/// Words behind a closing quote: the next key, what a quote above swallowed, or a part of the text.
fn behind_quote(page: Page<'_>, at: usize, before: Before) -> Diagnostic {
    let line = Line::at(page.text, at);
    let comma = || commas::at_end(page, at);
    if let Some(finding) = quotes::runs_on(page, at, before)
        .or_else(comma)
        .or_else(|| second_key(page, at))
    {
        return finding;
    }
    let found = page.found(codes::TEXT_AFTER_QUOTE, one(at));
    found.with("value", quotes::quoted_within(plain_value(line)))
}

/// `types: [historical] title: Đền`: a key on the line of another one.
fn second_key(page: Page<'_>, at: usize) -> Option<Diagnostic> {
    let line = Line::at(page.text, at);
    let (before, rest) = line.text.split_at_checked(at - line.start)?;
    // A comma would part them between brackets.
    let behind = rest.trim_start_matches([',', ';', ' ']);
    let at = at + rest.len() - behind.len();
    let rest = behind.trim();
    let key = braces::key(rest)?;
    let dashes = before.trim_start().len() - before.trim_start().trim_start_matches(['-', ' ']).len();
    let indent = " ".repeat(line.indent() + dashes);
    let form = format!("{}\n{indent}{rest}", before.trim_end());
    let finding = page.found(codes::KEY_ON_SAME_LINE, Span::new(at, at + key));
    Some(finding.with("key", &rest[..key]).with(FORM, form))
}

/// `vi: [Mới] ngôi đình`: words behind a list, or the next key.
fn behind_bracket(page: Page<'_>, at: usize, bracket: Option<usize>) -> Option<Diagnostic> {
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

fn in_brackets(page: Page<'_>, kind: &ErrorKind, at: usize, open: usize) -> Diagnostic {
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

fn unclosed(page: Page<'_>, open: usize) -> Diagnostic {
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

fn in_lines(page: Page<'_>, kind: &ErrorKind, at: usize, before: Before) -> Diagnostic {
    use ErrorKind as E;
    let line = Line::at(page.text, at);
    match kind {
        E::MappingValueNotAllowed | E::InvalidMappingValueWhitespace => colon(page, at, before),
        E::MisplacedFlowCollectionEnd => page
            .found(codes::STRAY_BRACKET, one(at))
            .with("value", quotable(page.written(plain_value(line)))),
        E::UnclosedFlowCollection { .. } => in_brackets(page, kind, at, at),
        E::UnexpectedCharacter { .. }
        | E::InvalidBlockScalarHeader
        | E::ZeroBlockScalarIndent
        | E::MappingKeyNotAllowed
        | E::MissingAnchorOrAliasName
        | E::UndeclaredTagHandle
        | E::InvalidTagTerminator
        | E::UnexpectedEofBlockMapping
        | E::ExpectedNodeContent => first_sign(page, at, None),
        E::SimpleKeyExpected | E::InvalidSimpleKey => no_key(page, line),
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::ExpectedDocumentStart
        | E::InvalidIndentation
        | E::InvalidBlockScalarIndent => {
            if let Some(finding) = behind_bracket(page, at, None) {
                return finding;
            }
            let top = page
                .text
                .lines()
                .find(|l| !l.trim().is_empty() && !l.trim_start().starts_with('#'));
            // The very first line is the one that is moved in, when the others begin at the margin.
            let first = top.map_or(0, |l| l.as_ptr() as usize - page.text.as_ptr() as usize);
            let top = Line::at(page.text, first);
            let moved = line.indent() == 0 && top.indent() > 0;
            match moved {
                true => page.found(codes::INDENTATION, one(top.first())),
                false => tabs::out_of_line(page, line),
            }
        }
        _ => page
            .found(codes::UNREADABLE, one(at))
            .with("value", quotable(page.written(plain_value(line)))),
    }
}

/// A colon where none can be: text that needs quotes, or the line above lacks something.
fn colon(page: Page<'_>, at: usize, before: Before) -> Diagnostic {
    let line = Line::at(page.text, at);
    let plain = before.plain.map(|span| (span.lo as usize, span.hi as usize));
    if let Some((lo, hi)) = plain
        && page.text[lo..hi.min(page.text.len())].trim_end().contains('\n')
    {
        let above = Line::at(page.text, lo);
        let words = &page.text[lo..above.start + above.text.len()];
        if lo == above.first() {
            return no_key(page, above);
        }
        if line.indent() > above.indent() {
            return tabs::out_of_line(page, line);
        }
        let end = lo + words.len();
        return page.found(codes::SEVERAL_LINES, Span::new(lo, end));
    }
    if is_glued_group(line.text.trim_start().trim_start_matches("- ")) {
        return no_key(page, line);
    }
    let value = plain_value(line);
    if value.starts_with(['“', '”', '‘', '„']) {
        let lo = line.start + line.text.find(value).unwrap_or(0);
        return page
            .found(codes::CURLY_QUOTES, Span::new(lo, lo + value.len()))
            .with("value", value.trim_matches(['“', '”', '‘', '’', '„']));
    }
    if let Some(finding) = forgotten_braces(page, at, value) {
        return finding;
    }
    page.found(codes::COLON_IN_TEXT, one(at))
        .with("value", quotable(page.written(value)))
}

/// More languages than lines of a text are looked at for.
const MOST_LANGUAGES: usize = 12;

/// `title: vi: Đình, en: House`: texts by language without their braces.
fn forgotten_braces(page: Page<'_>, at: usize, value: &str) -> Option<Diagnostic> {
    let line = Line::at(page.text, at);
    let lo = line.start + line.text.find(value)?;
    // The other languages may stand below, each on a line of its own.
    let below: Vec<&str> = page.text[resume::below(page.text, lo)].lines().map(str::trim).collect();
    let below = below.into_iter().filter(|line| !line.is_empty()).take(MOST_LANGUAGES);
    let whole: Vec<&str> = std::iter::once(value).chain(below).collect();
    let mended = braces::languages(&whole.join(", ")).or_else(|| braces::languages(value))?;
    let key = page.text[line.first()..lo].trim();
    let finding = page.found(codes::FORGOTTEN_BRACES, Span::new(lo, lo + value.len()));
    Some(finding.with("mended", format!("{key} {mended}")))
}

/// A line that should begin with a key but does not.
pub(super) fn no_key(page: Page<'_>, line: Line) -> Diagnostic {
    // What was taken out before is shown as it was written.
    let text = page.written(line.text.trim());
    let lo = line.first();
    let whole = Span::new(lo, lo + text.len());
    if resume::is_row(line.text) && !text.contains(": ") {
        return table(page, line);
    }
    if let Some(found) = tabs::at_margin(page, line) {
        return found;
    }
    if let Some((key, rest)) = text.split_once([';', '=']).filter(|(key, _)| is_key(key.trim_end())) {
        let mended = format!("{}: {}", key.trim_end(), rest.trim());
        let found = page.found(codes::COLON_MISSING, one(lo + key.len()));
        return found.with("key", key.trim_end()).with("mended", mended);
    }
    if let Some(item) = text.strip_prefix('-') {
        let dash = page.found(codes::SPACE_AFTER_DASH, one(lo));
        return dash.with("mended", format!("- {}", item.trim_start()));
    }
    let odd = |c: char| is_odd_space(c);
    if let Some((key, value)) = text.split_once(':') {
        let mended = format!("{}: {}", key.trim(), value.trim_matches(odd).trim());
        let colon = one(lo + key.len());
        if value.starts_with(odd) {
            return page.found(codes::ODD_SPACE, colon).with("mended", mended);
        }
        let found = page.found(codes::SPACE_AFTER_COLON, colon).with("mended", mended);
        return match glued_lines(page, line) {
            lines if lines.len() > 1 => found.with(FORM, lines.join("\n")),
            _ => found,
        };
    }
    let found = page.found(codes::LINE_WITHOUT_KEY, whole);
    match text.strip_prefix("//") {
        // A remark, as many languages of programmers write it.
        Some(remark) => found.with(FORM, format!("{}# {}", &line.text[..line.indent()], remark.trim())),
        None => found,
    }
}

/// `address:{ vi: … }`: a group right behind the colon of its key.
pub(super) fn is_glued_group(text: &str) -> bool {
    let (key, rest) = text.split_once(':').unwrap_or_default();
    is_key(key) && rest.starts_with(['{', '['])
}

/// `ward:"07798"`: the line with the blank that belongs behind its colon.
pub(super) fn unglued(line: &str) -> Option<String> {
    let (key, rest) = line.split_once(':')?;
    // An address of the web is no key.
    let is_glued = is_key(key) && !rest.is_empty() && !rest.starts_with([' ', '/', '\t']);
    is_glued.then(|| format!("{key}: {}", rest.trim_end()))
}

/// A line and those below it in the same column, as long as they lack the blank behind their colon.
fn glued_lines(page: Page<'_>, line: Line<'_>) -> Vec<String> {
    let indent = line.indent();
    let lead = &line.text[..indent];
    let lines = page.text[line.start..].lines().map(|line| page.written(line));
    let mended = lines.map_while(|line| {
        let text = line.strip_prefix(lead).filter(|text| !text.starts_with(' '))?;
        unglued(text).map(|text| format!("{lead}{text}"))
    });
    mended.take(20).collect()
}

fn is_key(word: &str) -> bool {
    !word.is_empty()
        && word
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Rows copied from Excel, whose cells have tabs between them. The key that they stand under is named.
pub(super) fn table(page: Page<'_>, line: Line<'_>) -> Diagnostic {
    let lo = line.first();
    let above = page.text[..line.start].lines().rev().find(|l| !l.trim().is_empty());
    let key = above.and_then(|l| l.trim().trim_start_matches("- ").strip_suffix(':'));
    let finding = page.found(codes::TABLE, Span::new(lo, lo + line.text.trim().len()));
    finding.with("key", key.unwrap_or_default())
}

/// A text that begins with a sign of YAML's own; between brackets it ends with its part.
pub(super) fn first_sign(page: Page<'_>, at: usize, bracket: Option<usize>) -> Diagnostic {
    if bracket.is_none()
        && let Some(finding) = behind_bar(page, at)
    {
        return finding;
    }
    let line = Line::at(page.text, at);
    if bracket.is_none() && line.first() == at && line.text[line.indent()..].starts_with("```") {
        return page.found(codes::FENCE, Span::new(at, line.start + line.text.trim_end().len()));
    }
    let rest = &line.text[at.saturating_sub(line.start).min(line.text.len())..];
    let sign: String = rest.chars().take(1).collect();
    let part = bracket.and_then(|open| resume::value(page.text, at, Some(open)));
    let value = part.map_or(rest.trim(), |part| &page.text[part]);
    page.found(codes::FIRST_SIGN, one(at))
        .with("sign", sign)
        .with("value", quotable(page.written(value)))
}

/// `summary: |Ngôi đền cổ`: a text on the line of the sign that says that it begins below.
fn behind_bar(page: Page<'_>, at: usize) -> Option<Diagnostic> {
    /// Lines of a text that an answer has room for.
    const MOST: usize = 20;
    let line = Line::at(page.text, at);
    let (key, rest) = line.text.split_at_checked(at.checked_sub(line.start)?)?;
    let text = rest.strip_prefix(['|', '>'])?;
    // `> 300 năm` is a text, and so is what stands between two bars.
    let is_sign = match rest.starts_with('|') {
        true => !text.trim().is_empty() && !text.contains('|'),
        false => text.starts_with(char::is_alphabetic),
    };
    let key = key.trim();
    if !key.ends_with(':') || !is_sign {
        return None;
    }
    let (key, text) = (page.written(key), page.written(text.trim()));
    // A remark stays one.
    let (text, remark) = text.split_at(text.find(" # ").unwrap_or(text.len()));
    let text = text.trim_end();
    let below = page.written(&page.text[resume::below(page.text, at)]);
    let below: Vec<&str> = below.trim_end().lines().skip(1).map(str::trim).collect();
    let form = match below.is_empty() {
        true if braces::needs_quotes(text) => format!("{key} \"{}\"{remark}", quotable(text)),
        true => format!("{key} {text}{remark}"),
        false => {
            let rest = if below.len() >= MOST { "\n  …" } else { "" };
            // Empty lines part paragraphs.
            let line = |line: &str| match line {
                "" => "\n".to_string(),
                line => format!("\n  {line}"),
            };
            let lines: Vec<String> = std::iter::once(text).chain(below).take(MOST).map(line).collect();
            format!("{key} |{remark}{}{rest}", lines.concat())
        }
    };
    let finding = page.found(codes::TEXT_BEHIND_BAR, one(at));
    Some(finding.with("sign", &rest[..1]).with(FORM, form))
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

/// The sign at a byte.
pub(super) fn one(at: usize) -> Span {
    Span::new(at, at + 1)
}
