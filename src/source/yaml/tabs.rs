//! Lines that stand in the wrong column, as they should be.
//!
//! Entry point: [`found`] for Tabs, [`out_of_line`] for blanks. Invariant: the lines are shown with as many blanks as their neighbors have.

use super::braces::key;
use super::bullets::opens_block;
use super::page::{Line, Page, one};
use crate::diag::{Diagnostic, FORM, codes::yaml as codes};

/// Lines that are shown as they should be.
const SHOWN: usize = 8;

/// The finding for a Tab at a byte.
pub(super) fn found(page: Page<'_>, at: usize) -> Diagnostic {
    let line = Line::at(&page.doc.text, at);
    let found = page.found(codes::TAB, one(at));
    if at >= line.first() {
        return found.with("width", 2);
    }
    let width = width(page, line);
    let lines = page.doc.text[page.own(line).start..].lines();
    let group = lines.take_while(|line| line.starts_with('\t') && !line.trim().is_empty());
    let mended = group.take(SHOWN).map(|line| {
        let indent = line.len() - line.trim_start().len();
        let blanks = line[..indent].replace('\t', &" ".repeat(width));
        format!("{blanks}{}", line[indent..].trim_end())
    });
    let mended: Vec<String> = mended.collect();
    let found = found.with("width", width);
    match mended.is_empty() {
        // Blanks stand before the Tab: nobody can tell how far it was to go.
        true => found,
        false => found.with(FORM, mended.join("\n")),
    }
}

/// How many blanks a Tab stands for: two, or what the line above has, when it belongs to the same group.
fn width(page: Page<'_>, line: Line<'_>) -> usize {
    let tabs = line.text.len() - line.text.trim_start_matches('\t').len();
    let above = page.doc.text[..page.own(line).start]
        .lines()
        .rfind(|line| !line.trim().is_empty());
    let above = above.unwrap_or_default();
    let indent = above.len() - above.trim_start_matches(' ').len();
    let text = above.trim();
    // The keys of an item stand behind its dash.
    let indent = indent
        + if text.starts_with("- ") && text.contains(": ") && !line.text.trim_start().starts_with("- ") {
            2
        } else {
            0
        };
    match !text.ends_with(':') && tabs > 0 && indent > 0 && indent % tabs == 0 {
        true => indent / tabs,
        false => 2,
    }
}

/// The finding for a text below a `|` that does not stand further in than its key.
pub(super) fn at_margin(page: Page<'_>, line: Line<'_>) -> Option<Diagnostic> {
    let above = page.doc.text[..page.own(line).start]
        .lines()
        .rfind(|line| !line.trim().is_empty())?;
    let indent = above.len() - above.trim_start().len();
    if !opens_block(above.trim_end()) || !above.contains(':') || line.indent() > indent {
        return None;
    }
    let text = page.doc.text[page.own(line).start..].lines().take(SHOWN);
    let text = text.take_while(|line| !line.trim().is_empty() && key(line.trim_start()).is_none());
    let form: Vec<String> = text
        .map(|line| format!("{}{}", " ".repeat(indent + 2), line.trim()))
        .collect();
    let found = page.found(codes::INDENTATION, one(line.first()));
    Some(found.with(FORM, form.join("\n")))
}

/// Lines above that are looked at.
const ABOVE: usize = 60;

/// The finding for a line that stands in no column of those above it, with the line where it was meant to be: in the
/// nearest column further in, else in the last one.
pub(super) fn out_of_line(page: Page<'_>, line: Line<'_>) -> Diagnostic {
    let found = page.found(codes::INDENTATION, one(line.first()));
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let text = line.text.trim();
    let is_item = |text: &str| text.starts_with("- ");
    let mut columns = Vec::new();
    let mut margin = usize::MAX;
    let above = page.doc.text[..page.own(line).start].lines().rev().take(ABOVE);
    for other in above.filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        let column = indent(other);
        let (is_other, has_key) = (is_item(other.trim()), other.contains(": "));
        if column < margin {
            // The keys of an item stand behind its dash.
            if !is_item(text) && is_other && has_key && column + 2 < margin {
                columns.push(column + 2);
            }
            if is_item(text) == is_other || column == 0 {
                columns.push(column);
            }
            margin = column;
        }
        if column == 0 {
            break;
        }
    }
    let own = indent(line.text);
    let further = columns.iter().filter(|column| **column >= own).min();
    match further.or(columns.iter().max()) {
        Some(column) if *column != own => found.with(FORM, format!("{}{text}", " ".repeat(*column))),
        _ => found,
    }
}
