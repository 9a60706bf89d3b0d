//! Between brackets: wide signs where a part begins or ends.
//!
//! Entry point: [`go_on`]. Invariant: a comma of another shape counts as one only where a part can end.

use super::{Pen, is_colon, is_wide_letter, narrow};
use crate::diag::codes::yaml as codes;
use crate::source::yaml::page::is_odd_space;

/// Goes on between brackets to the end of the line; `open` are those that are not closed yet.
pub(super) fn go_on(pen: &mut Pen<'_>, open: &mut Vec<char>) {
    let mut is_start = true;
    while let Some(c) = pen.next() {
        if is_start {
            pen.blanks(codes::ODD_SPACES);
            part(pen, open);
            is_start = false;
            continue;
        }
        match narrow(c).unwrap_or(c) {
            sign @ ('{' | '[') if open.is_empty() || pen.mended.trim_end().ends_with(['{', '[', ',', ':']) => {
                open.push(sign);
                take(pen, c);
                is_start = true;
            }
            sign @ ('}' | ']') if open.last() == Some(&if sign == '}' { '{' } else { '[' }) => {
                open.pop();
                take(pen, c);
                if open.is_empty() {
                    return pen.keep(pen.rest().len());
                }
            }
            ',' if c == ',' || ends_part(pen, c, open) => {
                take(pen, c);
                if c != ',' && !pen.rest().starts_with(' ') {
                    pen.shown.push(' ');
                }
                is_start = true;
            }
            _ => pen.keep(c.len_utf8()),
        }
    }
}

fn take(pen: &mut Pen<'_>, c: char) {
    match narrow(c) {
        Some(_) => pen.narrow(c),
        None => pen.keep(c.len_utf8()),
    }
}

/// A key with its colon, and quotes or digits behind it.
fn part(pen: &mut Pen<'_>, open: &[char]) {
    if open.last() == Some(&'{') && pen.key() {
        pen.blanks(codes::ODD_SPACES);
    }
    let rest = pen.rest();
    let end = rest.find([',', '，', '、', '}', ']', '｝', '］']).unwrap_or(rest.len());
    let end = rest[..end].trim_end().len();
    match pen.next() {
        Some(quote @ ('"' | '\'')) => {
            let close = rest[1..].find(quote).map_or(rest.len(), |i| i + 2);
            pen.keep(close);
        }
        Some(quote @ ('＂' | '＇')) => {
            let width = quote.len_utf8();
            let close = rest[width..].find(quote).map_or(rest.len(), |i| i + 2 * width);
            pen.quoted(close);
        }
        Some(c) if c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, '－' | '＋') => pen.number(end),
        _ => {}
    }
}

/// True when another part follows, or the end: a sentence may hold such a comma.
fn ends_part(pen: &Pen<'_>, comma: char, open: &[char]) -> bool {
    // Between words of its own script it is a comma like any other.
    let is_of_its_script = |c: char| c.is_alphabetic() && c >= '\u{2e80}' && !is_wide_letter(c);
    let rest = &pen.rest()[comma.len_utf8()..];
    if pen.mended.ends_with(is_of_its_script) && rest.starts_with(is_of_its_script) {
        return false;
    }
    let rest = rest.trim_start_matches(|c: char| c == ' ' || is_odd_space(c));
    let word =
        rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-') || is_wide_letter(c));
    let is_key = word.len() < rest.len() && word.trim_start().starts_with(is_colon);
    open.last() == Some(&'[') || is_key || rest.is_empty() || rest.starts_with(['}', '｝', '"', '＂'])
}
