//! Lines that should begin with a key and a colon, and do not: `title Đền Hạ`, `ward:"07798"`, rows of a table.
//!
//! Entry point: [`no_key`]. Invariant: the finished line is shown only where it is known what the key is.

use super::page::{Line, Page, is_key, is_odd_space, one};
use super::{resume, tabs};
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};

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

/// Rows copied from Excel, whose cells have tabs between them. The key that they stand under is named.
pub(super) fn table(page: Page<'_>, line: Line<'_>) -> Diagnostic {
    let lo = line.first();
    let above = page.text[..line.start].lines().rev().find(|l| !l.trim().is_empty());
    let key = above.and_then(|l| l.trim().trim_start_matches("- ").strip_suffix(':'));
    let finding = page.found(codes::TABLE, Span::new(lo, lo + line.text.trim().len()));
    finding.with("key", key.unwrap_or_default())
}
