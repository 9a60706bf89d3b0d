//! What is taken out of a text after a syntax error, so that everything else in the file is read and told in one run.
//!
//! Entry point: [`hide`] for what to take out, [`apply`] for doing so. Invariant: every byte keeps its place, every
//! letter its column; only the value, or the lines, that could not be read are taken out.

use super::page::{Line, Page};
use super::{braces, commas, listed, quotes};
use crate::diag::{Diagnostic, FORM, codes::yaml as codes};
use std::ops::Range;

/// No line that somebody types is longer; longer ones are not looked at part by part.
pub(super) const LONGEST: usize = 10_000;

/// A piece of the text that is taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// A value: it is there, but unreadable.
    Value(Range<usize>),
    /// Lines, or signs within one: as if nothing stood there.
    Blank(Range<usize>),
}

/// The text with letters where a value was and blanks where lines were, as wide as what was there. The pieces stand in
/// the order of the text.
pub(super) fn apply(text: &str, hidden: &[Hidden]) -> String {
    let mut whole = String::with_capacity(text.len());
    for hidden in hidden {
        let (Hidden::Value(range) | Hidden::Blank(range)) = hidden;
        whole.push_str(&text[whole.len()..range.start]);
        whole.push_str(&cover(&text[range.clone()], hidden));
    }
    whole.push_str(&text[whole.len()..]);
    whole
}

fn cover(piece: &str, hidden: &Hidden) -> String {
    let blank = |c: char| match c {
        '\n' => "\n".to_string(),
        c => " ".repeat(c.len_utf8()),
    };
    let letter = |c: char| match c.len_utf8() {
        1 => "x".to_string(),
        2 => "đ".to_string(),
        3 => "ạ".to_string(),
        _ => "\u{20000}".to_string(),
    };
    match hidden {
        Hidden::Value(_) => piece.chars().map(letter).collect(),
        Hidden::Blank(_) => piece.chars().map(blank).collect(),
    }
}

/// Where a finding stands in a text.
pub(super) fn byte(text: &str, finding: &Diagnostic) -> usize {
    let Some(place) = &finding.place else { return 0 };
    let above: usize = text
        .split_inclusive('\n')
        .take((place.line as usize).saturating_sub(1))
        .map(str::len)
        .sum();
    text.floor_char_boundary(above + place.mark.0)
}

/// What to take out after a finding; empty when nothing helps.
pub(super) fn hide(page: Page<'_>, finding: &Diagnostic, bracket: Option<usize>) -> Vec<Hidden> {
    let text = page.text;
    let at = byte(text, finding);
    let line = Line::at(text, at);
    let end = line.start + line.text.trim_end().len();
    let code = finding.code;
    let lines = [
        codes::INDENTATION,
        codes::LINE_WITHOUT_KEY,
        codes::SPACE_AFTER_DASH,
        codes::SPACE_AFTER_COLON,
        codes::COLON_MISSING,
        codes::ODD_SPACE,
    ];
    let never = [
        codes::TOO_DEEP,
        codes::PERCENT_LINE,
        codes::SECOND_PART,
        codes::TOO_LARGE,
    ];
    if never.contains(&code) {
        Vec::new()
    } else if code == codes::TAB && at < line.first() {
        tabs(text, line.start)
    } else if code == codes::TABLE {
        vec![Hidden::Blank(table(text, at))]
    } else if lines.contains(&code) {
        // Several lines may be shown where they were meant to be.
        let many = finding.arg(FORM).map_or(1, |form| form.lines().count()).max(1);
        let shown: usize = text[line.start..].split_inclusive('\n').take(many).map(str::len).sum();
        let block = block(text, at);
        let end = block
            .end
            .max(line.start + shown - usize::from(text[..line.start + shown].ends_with('\n')));
        vec![Hidden::Blank(block.start..end)]
    } else if code == codes::SIGN_AT_END {
        vec![Hidden::Blank(at..end)]
    } else if code == codes::QUOTED_LINES
        && let Some(close) = quotes::closed_below(text, at)
    {
        let last = Line::at(text, close - 1);
        // Between brackets the rest of the last line is another part.
        let to = if bracket.is_some() {
            close
        } else {
            last.start + last.text.len()
        };
        vec![Hidden::Value(at..end), Hidden::Blank(line.start + line.text.len()..to)]
    } else if code == codes::MISSING_COMMA
        && let Some(lines) = commas::lines(text, bracket)
        && lines.contains(&at)
    {
        let first = Line::at(text, lines.start);
        let end = first.start + first.text.len();
        vec![
            Hidden::Value(lines.start..first.start + first.text.trim_end().len()),
            Hidden::Blank(end..lines.end),
        ]
    } else if code == codes::LIST_ON_KEY_LINE {
        let below = listed::below(text, at);
        let blank = (!below.is_empty()).then_some(Hidden::Blank(below));
        value(text, at, bracket)
            .map(Hidden::Value)
            .into_iter()
            .chain(blank)
            .collect()
    } else if code == codes::UNCLOSED_BRACKET {
        vec![Hidden::Value(at..end)]
    } else {
        match value(text, at, bracket) {
            Some(range) => vec![Hidden::Value(range)],
            None => vec![Hidden::Blank(block(text, at))],
        }
    }
}

/// The value that a byte stands in: up to the end of the line, or of the part between brackets.
pub(super) fn value(text: &str, at: usize, bracket: Option<usize>) -> Option<Range<usize>> {
    let line = Line::at(text, at);
    if line.text.len() > LONGEST {
        return None;
    }
    let end = line.start + line.text.trim_end().len();
    let range = match bracket {
        Some(open) => {
            let sign = if text[open..].starts_with('[') { '[' } else { '{' };
            let from = open.max(line.first()) - line.start;
            let (parts, _) = braces::parts(line.text, from.min(line.text.len()), sign);
            let holds = |part: &&braces::Part| {
                let value = line.start + part.value.start..line.start + part.value.end;
                value.contains(&at) || value.end == at && !value.is_empty()
            };
            match parts.iter().find(holds) {
                Some(part) => line.start + part.value.start..line.start + part.value.end,
                None if open >= line.start => open..end,
                None => return None,
            }
        }
        None => {
            let from = line.start + line.text.len() - behind_key(line.text).len();
            from..end
        }
    };
    (range.start <= at && !range.is_empty()).then_some(range)
}

/// What stands behind the key of a line, or behind its dashes.
fn behind_key(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    let has_dash = rest.len() < line.trim_start().len();
    match rest.split_once(": ") {
        Some((key, value)) if !key.starts_with(['"', '\'', '[', '{']) => value.trim_start(),
        _ if has_dash => rest,
        _ => "",
    }
}

/// A line and those below it that stand further in.
fn block(text: &str, at: usize) -> Range<usize> {
    let line = Line::at(text, at);
    let end = line.start + line.text.len();
    line.start..deeper(text, end, line.first() - line.start)
}

/// The lines below a value that stand further in than the line of its key.
pub(super) fn below(text: &str, at: usize) -> Range<usize> {
    let line = Line::at(text, at);
    let end = line.start + line.text.len();
    end..deeper(text, end, line.first() - line.start)
}

/// The end of the lines from the end of another on that stand further in.
fn deeper(text: &str, end: usize, indent: usize) -> usize {
    let mut to = end;
    let mut at = (end + 1).min(text.len());
    for line in text[at..].split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        if !is_blank && line.len() - line.trim_start().len() <= indent {
            break;
        }
        at += line.len();
        if !is_blank {
            to = at - usize::from(line.ends_with('\n'));
        }
    }
    to
}

/// The lines of a table: those around a byte that have tabs between their words.
fn table(text: &str, at: usize) -> Range<usize> {
    let line = Line::at(text, at);
    let mut end = line.start + line.text.len();
    for row in text[(end + 1).min(text.len())..].split('\n') {
        if !is_row(row) {
            break;
        }
        end += 1 + row.len();
    }
    line.start..end.min(text.len())
}

/// True for a line that has tabs between its words.
pub(super) fn is_row(line: &str) -> bool {
    line.trim().contains('\t')
}

/// Tabs before the lines of a group become blanks, one each.
fn tabs(text: &str, from: usize) -> Vec<Hidden> {
    let mut hidden = Vec::new();
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if indent == 0 {
            break;
        }
        if line[..indent].contains('\t') && !line.trim().is_empty() {
            hidden.push(Hidden::Blank(at..at + indent));
        }
        at += line.len();
    }
    hidden
}
