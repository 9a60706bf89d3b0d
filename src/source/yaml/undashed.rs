//! Lists without any dash: `entry: a`, `minutes: 40`, and below `entry: b`, `minutes: 30`, all in one column.
//!
//! Entry point: [`mend`]. Invariant: the mended text has every byte at its old place, so that spans hold for both: the dash
//! stands in the blanks before a key.

use super::bullets::opens_block;
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use crate::source::document::Document;
use std::collections::BTreeMap;
use std::ops::Range;

/// Lines of a list that are shown with their dashes.
const SHOWN: usize = 8;
/// Lists that stand further in are left alone, so that no line is looked at more often than this.
const DEEPEST: usize = 24;

/// A line, where it begins, and how many blanks stand before its first sign.
#[derive(Clone, Copy)]
struct Row<'a> {
    start: usize,
    text: &'a str,
    indent: usize,
}

impl<'a> Row<'a> {
    fn is_blank(&self) -> bool {
        let text = self.text.trim_start();
        text.is_empty() || text.starts_with('#')
    }

    /// The key that the line begins with.
    fn key(&self) -> Option<&'a str> {
        let (key, rest) = self.text.trim_start().split_once(':')?;
        let is_word = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
        (is_word && (rest.is_empty() || rest.starts_with(' '))).then_some(key)
    }
}

/// The text with dashes, and one finding per list; `None` when no list lacks all of them.
pub(super) fn mend(doc: &Document, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    let rows = rows(text);
    let mut mended = text.to_string();
    let mut found = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        if rows[at].indent > DEEPEST {
            at += 1;
            continue;
        }
        let block = block(&rows, at);
        let Some(first) = undashed(rows[at], &rows[block.clone()]) else {
            // What opens a block of text says nothing about keys.
            at = if opens_block(rows[at].text) { block.end } else { at + 1 };
            continue;
        };
        let list = &rows[block.clone()];
        for row in list.iter().filter(|row| begins(row, &first)) {
            let dash = row.start + row.indent - 2;
            mended.replace_range(dash..dash + 1, "-");
        }
        found.extend(finding(doc, list, &first));
        at = block.end;
    }
    (!found.is_empty()).then_some((mended, found))
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let mut start = 0;
    let row = |raw: &'_ str| {
        let from = start;
        start += raw.len();
        (from, raw.len() - raw.trim_start_matches(' ').len())
    };
    let places: Vec<(usize, usize)> = text.split_inclusive('\n').map(row).collect();
    let lines = text.split_inclusive('\n').map(str::trim_end);
    let row = |(text, (start, indent))| Row { start, text, indent };
    lines.zip(places).map(row).collect()
}

/// The lines below one that stand further in.
fn block(rows: &[Row<'_>], head: usize) -> Range<usize> {
    let inside = |row: &Row<'_>| row.is_blank() || row.indent > rows[head].indent;
    let from = head + 1;
    let many = rows[from..].iter().take_while(|row| inside(row)).count();
    from..from + many
}

/// How each item of a list without dashes begins: the column and the key. At least two keys are there again, none more
/// often than the first one: that is no slip with a single key.
fn undashed<'a>(head: Row<'_>, block: &[Row<'a>]) -> Option<(usize, &'a str)> {
    let opening = head.text.split(" #").next().unwrap_or_default();
    if !opening.trim_end().ends_with(':') {
        return None;
    }
    let column = block.iter().find(|row| !row.is_blank())?.indent;
    let keys: Option<Vec<&str>> = block
        .iter()
        .filter(|row| !row.is_blank() && row.indent == column)
        .map(Row::key)
        .collect();
    // What is the first key of an item stands two further in than its dash.
    let above = head.indent + if head.text.trim_start().starts_with("- ") { 2 } else { 0 };
    let keys = keys.filter(|_| column >= above + 2)?;
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    keys.iter().for_each(|key| *times.entry(key).or_default() += 1);
    let first = *keys.first()?;
    let is_list = times.values().filter(|times| **times > 1).count() > 1;
    let leads = times.values().all(|other| *other <= times[first]);
    (is_list && leads).then_some((column, first))
}

fn begins(row: &Row<'_>, (column, first): &(usize, &str)) -> bool {
    row.indent == *column && row.key() == Some(first)
}

/// Said where the second item begins.
fn finding(doc: &Document, list: &[Row<'_>], first: &(usize, &str)) -> Option<Diagnostic> {
    let mut items = list.iter().filter(|row| begins(row, first));
    let place = |row: &Row<'_>| {
        let at = row.start + row.indent;
        Span::new(at, at + first.1.len())
    };
    let (one, two) = (place(items.next()?), place(items.next()?));
    let shown = list.iter().filter(|row| !row.is_blank()).take(SHOWN);
    let form: Vec<String> = shown
        .map(|row| {
            let sign = if begins(row, first) { "- " } else { "  " };
            format!("{}{sign}{}", " ".repeat(row.indent), row.text.trim_start())
        })
        .collect();
    let found = doc.found(codes::FORGOTTEN_DASH, two).with("key", first.1);
    Some(found.with("first", doc.line(one)).with(FORM, form.join("\n")))
}
