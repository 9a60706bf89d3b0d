//! Lists that begin on the line of their key: `events: - date: 1954`.
//!
//! Entry point: [`on_key_line`]. Invariant: all items are shown, those on the lines below too, and no line of the next key.

use super::page::{Line, Page, one};
use crate::diag::{Diagnostic, FORM, codes::yaml as codes};
use std::ops::Range;

/// Lines of a list that an answer has room for.
const SHOWN: usize = 20;

/// The finding for a list that begins at a byte behind a key.
pub(super) fn on_key_line(page: Page<'_>, at: usize) -> Diagnostic {
    let finding = page.found(codes::LIST_ON_KEY_LINE, one(at));
    let line = Line::at(page.text, at);
    let Some((key, item)) = line.text.split_at_checked(at - line.start) else {
        return finding;
    };
    let (key, item) = (page.written(key.trim()), page.written(item.trim_end()));
    if !key.ends_with(':') {
        return finding;
    }
    let rest = page.written(&page.text[below(page.text, at)]);
    let mut form = vec![key.to_string(), format!("  {item}")];
    form.extend(shown(rest.lines().filter(|line| !line.trim().is_empty())));
    if form.len() > SHOWN {
        form.truncate(SHOWN);
        form.push("  …".to_string());
    }
    finding.with(FORM, form.join("\n"))
}

/// The lines below that belong to the list: items, in the column of the key too, and what stands further in; also behind
/// empty lines.
pub(super) fn below(text: &str, at: usize) -> Range<usize> {
    let line = Line::at(text, at);
    let from = line.start + line.text.len();
    let is_item = line.text.trim_start().starts_with("- ");
    let (mut at, mut to) = (from, from);
    for raw in text[from..].split('\n').skip(1) {
        let indent = raw.len() - raw.trim_start().len();
        let is_next = !is_item && indent == line.indent() && raw.trim_start().starts_with("- ");
        at += 1 + raw.len();
        match raw.trim().is_empty() {
            true => {}
            false if is_next || indent > line.indent() => to = at,
            false => break,
        }
    }
    from..to
}

/// The lines where they belong: the dashes two further in than the key, what the first item holds behind its dash.
fn shown<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_dash = |line: &&str| line.trim_start().starts_with("- ");
    let first = lines.clone().take_while(|line| !is_dash(line)).map(indent).min();
    let dashes = lines.clone().filter(is_dash).map(indent).min();
    let mut is_first = true;
    let moved = lines.map(|line| {
        is_first &= !is_dash(&line);
        let (from, to) = match is_first {
            true => (first, 4),
            false => (dashes, 2),
        };
        let column = (indent(line) + to).saturating_sub(from.unwrap_or(to));
        format!("{}{}", " ".repeat(column), line.trim())
    });
    moved.collect()
}
