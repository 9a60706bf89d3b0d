//! Quotes that are not closed, closed by a sign of another shape, or closed too early: where, and the line as it should
//! be.
//!
//! Entry point: [`in_brackets`] and [`unclosed`]. Invariant: a finished line is shown only where the whole line is known.

use super::braces::{self, Flaw, is_apostrophe};
use super::fault::Before;
use super::page::{Line, Page, one, quotable};
use super::resume::LONGEST;
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};

/// A text with quotes in it as it stands between double quotes: the outer pair goes, pairs within become “ ”, an
/// apostrophe stays.
pub(super) fn quoted_within(value: &str) -> String {
    /// Stands for the apostrophe that is written twice between single quotes.
    const TWICE: &str = "\u{1}";
    let value = without_remark(value.trim_start_matches("- ").trim());
    // What JSON has behind a text.
    let value = if value.ends_with("\",") {
        value.trim_end_matches(',')
    } else {
        value
    };
    if let Some(text) = of_cell(value) {
        return quotable(&in_pairs(&text, '"'));
    }
    let sign = value.chars().next().filter(|c| *c == '\'').unwrap_or('"');
    let value = value.replace("''", TWICE);
    let quotes = quotes(&value, sign);
    let is_odd = quotes.len() % 2 == 1;
    // A second quote that opens, as behind a blank, stands within the pair of the first and the last one.
    let is_nested = quotes.get(1).is_some_and(|at| value[..*at].ends_with([' ', '(']));
    let mut text = match value.strip_prefix(sign) {
        Some(rest) if rest.ends_with(sign) && (is_odd || is_nested || quotes.len() == 2) => {
            rest[..rest.len() - 1].to_string()
        }
        Some(rest) if is_odd => rest.to_string(),
        _ => value.clone(),
    };
    for sign in ['"', sign] {
        text = in_pairs(&text, sign);
    }
    quotable(&text.replace(TWICE, "'"))
}

/// `"Núi ""Phượng"""`: a cell as Excel writes it, where each quote of the text is doubled. The text of it.
fn of_cell(value: &str) -> Option<String> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    let is_cell = inner.contains("\"\"") && !inner.replace("\"\"", "").contains('"');
    is_cell.then(|| inner.replace("\"\"", "\""))
}

/// Where a sign stands as a quote, not as an apostrophe.
fn quotes(text: &str, sign: char) -> Vec<usize> {
    let quotes = text.match_indices(sign).map(|(at, _)| at);
    quotes.filter(|at| sign == '"' || !is_apostrophe(text, *at)).collect()
}

/// The quotes in pairs “ ”; as they are when one is left over.
fn in_pairs(text: &str, sign: char) -> String {
    let quotes = quotes(text, sign);
    if quotes.len() % 2 == 1 {
        return text.to_string();
    }
    let mut whole = String::with_capacity(text.len() + 2 * quotes.len());
    let mut from = 0;
    for (position, at) in quotes.into_iter().enumerate() {
        whole.push_str(&text[from..at]);
        whole.push_str(if position % 2 == 0 { "“" } else { "”" });
        from = at + sign.len_utf8();
    }
    whole.push_str(&text[from..]);
    whole
}

/// A value without the remark behind it.
fn without_remark(value: &str) -> &str {
    let remark = value.rfind(" # ").filter(|at| value[*at..].find(['"', '\'']).is_none());
    value[..remark.unwrap_or(value.len())].trim_end()
}

/// A quote that nothing closes.
pub(super) fn unclosed(page: Page<'_>, at: usize, before: Before) -> Diagnostic {
    let from = before.end.min(page.text.len());
    let quote = page.text[from..].find(['"', '\'']).map_or(at, |i| from + i);
    if let Some(finding) = over_lines(page, quote) {
        return finding;
    }
    let line = Line::at(page.text, quote);
    let finding = open_quote(page, quote, without_remark(line.text[quote - line.start..].trim_end()));
    match finished(page, quote) {
        Some(line) => finding.with(FORM, line),
        None => finding,
    }
}

/// The end of a text in double quotes whose closing quote stands on a line below, behind no other key.
pub(super) fn closed_below(text: &str, quote: usize) -> Option<usize> {
    /// No cell of a table has more lines.
    const MOST: usize = 20;
    let line = Line::at(text, quote);
    let first = text[quote..]
        .starts_with('"')
        .then(|| &line.text[quote - line.start..])?;
    let mut many = first.matches('"').count();
    let mut at = line.start + line.text.len();
    for below in text[at..].split('\n').skip(1).take(MOST) {
        let words = below.trim_start();
        if many % 2 == 0 || braces::key(words).is_some() || words.starts_with("- ") {
            return None;
        }
        many += below.matches('"').count();
        if many % 2 == 0 {
            let end = below.rfind('"')? + 1;
            return braces::is_end(&below[end..]).then_some(at + 1 + end);
        }
        at += 1 + below.len();
    }
    None
}

/// A text in quotes with line breaks in it, as cells of Excel may have: the lines as one.
fn over_lines(page: Page<'_>, quote: usize) -> Option<Diagnostic> {
    let end = closed_below(page.text, quote)?;
    let (first, last) = (Line::at(page.text, quote), Line::at(page.text, end - 1));
    let words = page.written(&page.text[quote..end]).split('\n').map(str::trim);
    let joined = words.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let text = match of_cell(&joined) {
        Some(_) => format!("\"{}\"", quoted_within(&joined)),
        None => in_one_pair(&joined),
    };
    let before = page.written(&page.text[first.first()..quote]);
    let behind = page.written(&page.text[end..last.start + last.text.len()]);
    let is_in_braces = before.contains(['{', '[']);
    let behind = if is_in_braces {
        behind
    } else {
        behind.trim_end_matches([' ', ','])
    };
    let finding = page.found(codes::QUOTED_LINES, Span::new(quote, first.start + first.text.len()));
    Some(finding.with(FORM, format!("{before}{text}{}", behind.trim_end())))
}

/// A text between double quotes with other quotes in it as pairs “ ”; what is escaped stays.
fn in_one_pair(text: &str) -> String {
    /// Stands for an escaped quote.
    const ESCAPED: &str = "\u{1}";
    let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else {
        return text.to_string();
    };
    let inner = in_pairs(&inner.replace("\\\"", ESCAPED), '"');
    format!("\"{}\"", inner.replace(['"', '\u{1}'], "\\\""))
}

/// A quote that is not closed, or by a sign of another shape.
fn open_quote(page: Page<'_>, at: usize, value: &str) -> Diagnostic {
    let sign = value.chars().next().unwrap_or('"');
    match braces::other_end(value).filter(|end| *end != sign) {
        Some(end) => {
            let last = at + value.trim_end().len() - end.len_utf8();
            let finding = page.found(codes::MIXED_QUOTES, Span::new(last, last + end.len_utf8()));
            finding.with("quote", sign).with("end", end)
        }
        None => page.found(codes::UNCLOSED_QUOTE, one(at)).with("quote", sign),
    }
}

/// The line of a quote outside of brackets with the quote that closes it. Not for a text that goes on below.
fn finished(page: Page<'_>, quote: usize) -> Option<String> {
    let line = Line::at(&page.doc.text, quote);
    let (before, value) = line.text.split_at_checked(quote - line.start)?;
    let below = page.doc.text[line.start + line.text.len()..].trim_start_matches('\n');
    let goes_on = Line::at(below, 0);
    let is_deeper =
        goes_on.text.starts_with(' ') && goes_on.text.len() - goes_on.text.trim_start().len() > line.indent();
    let opens = before.trim_end().ends_with([':', '-']);
    if !opens || is_deeper {
        return None;
    }
    let kept = without_remark(value.trim_end());
    let whole = braces::mended(kept, Flaw::Unclosed);
    Some(format!(
        "{}{whole}{}",
        before.trim_start(),
        &value.trim_end()[kept.len()..]
    ))
}

/// A text in double or single quotes that ends on another line than it begins: the quote that was forgotten lies above.
pub(super) fn runs_on(page: Page<'_>, at: usize, before: Before) -> Option<Diagnostic> {
    let from = before.end.min(page.text.len());
    let quote = from + page.text.get(from..at)?.find(['"', '\''])?;
    if let Some(finding) = over_lines(page, quote) {
        return Some(finding);
    }
    let sign = page.text[quote..].chars().next()?;
    let line = Line::at(page.text, quote);
    let rest = &line.text[quote - line.start..];
    let is_odd = rest.matches(sign).count() % 2 == 1;
    (is_odd && line.start + line.text.len() < at).then(|| unclosed(page, at, before))
}

/// The first part between brackets whose quotes are wrong, up to where reading stopped.
pub(super) fn in_brackets(page: Page<'_>, at: usize, open: usize, before: Before) -> Option<Diagnostic> {
    let sign = if page.text[open..].starts_with('[') { '[' } else { '{' };
    let first = Line::at(page.text, open);
    let next = Line::at(page.text, before.end.max(open));
    let later = Line::at(page.text, at);
    let mut seen = None;
    for (line, from) in [(first, open), (next, next.first()), (later, later.first())] {
        let is_new = seen != Some(line.start) && line.start >= first.start;
        if is_new && let Some(finding) = in_line(page, at, line, from, sign) {
            return Some(finding);
        }
        seen = seen.max(Some(line.start));
    }
    None
}

fn in_line(page: Page<'_>, at: usize, line: Line<'_>, from: usize, sign: char) -> Option<Diagnostic> {
    if line.text.len() > LONGEST {
        return None;
    }
    let from = (from - line.start).min(line.text.len());
    let (parts, _) = braces::parts(line.text, from, sign);
    let is_wrong = |part: &&braces::Part| part.flaw.is_some() && line.start + part.value.start <= at;
    let part = parts.iter().find(is_wrong)?;
    let whole = Line::at(&page.doc.text, line.start);
    let form = whole
        .text
        .is_char_boundary(from)
        .then(|| braces::finished(whole.text, from, sign));
    let quote = line.start + part.value.start;
    if let Some(finding) = over_lines(page, quote) {
        return Some(finding);
    }
    let text = &line.text[part.value.clone()];
    let finding = match part.flaw? {
        Flaw::Unclosed => open_quote(page, quote, text),
        Flaw::Trailing(behind) => {
            let value = quoted_within(text);
            let span = Span::new(line.start + behind, line.start + behind + 1);
            page.found(codes::TEXT_AFTER_QUOTE, span).with("value", value)
        }
    };
    Some(match form {
        Some(form) => finding.with(FORM, form),
        None => finding,
    })
}
