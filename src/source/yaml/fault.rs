//! A syntax error of the YAML crate → what a volunteer did, where, and what to type instead.
//!
//! Entry point: [`explain`]. Invariant: never shows the parser's wording; the kind of error is only a hint, the text
//! around it decides.

use super::keyless::{is_glued_group, no_key};
use super::page::{Line, Page, one, plain_value, quotable};
use super::{braces, bracketed, commas, listed, quotes, resume, tabs};
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
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
            bracketed::unclosed(page, open.unwrap_or(at))
        }
        _ => match before.bracket {
            Some(open) => bracketed::explain(page, kind, at, open),
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
pub(super) fn second_key(page: Page<'_>, at: usize) -> Option<Diagnostic> {
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

fn in_lines(page: Page<'_>, kind: &ErrorKind, at: usize, before: Before) -> Diagnostic {
    use ErrorKind as E;
    let line = Line::at(page.text, at);
    match kind {
        E::MappingValueNotAllowed | E::InvalidMappingValueWhitespace => colon(page, at, before),
        E::MisplacedFlowCollectionEnd => page
            .found(codes::STRAY_BRACKET, one(at))
            .with("value", quotable(page.written(plain_value(line)))),
        E::UnclosedFlowCollection { .. } => bracketed::explain(page, kind, at, at),
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
            if let Some(finding) = bracketed::behind_bracket(page, at, None) {
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
