//! Texts whose languages slipped out of them: they stand in the column of their key, or below a brace that is not closed.
//!
//! Entry point: [`mend`], where [`has_sign`] or a mistake says so. Invariant: every byte that is read keeps its place: the
//! text becomes a word on the line of its key, marked in [`Mended::torn`] as there but unreadable, and the lines below it
//! become blanks.

use super::braces::{self, key};
use super::bullets::opens_block;
use super::resume::{self, Hidden};
use super::{Data, Key, Node};
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use crate::source::document::Document;
use std::collections::BTreeSet;
use std::ops::Range;

/// A text that was mended.
pub(super) struct Mended {
    pub(super) text: String,
    pub(super) found: Vec<Diagnostic>,
    /// Where the words begin that stand for texts.
    pub(super) torn: BTreeSet<usize>,
}

impl Mended {
    /// Says of the words that stand for texts that these could not be read.
    // Nesting is limited by the parser, so that this may call itself.
    pub(super) fn mark(&self, node: &mut Node) {
        match &mut node.data {
            Data::Scalar(_) if self.torn.contains(&(node.span.lo as usize)) => node.data = Data::Unread,
            Data::List(items) => items.iter_mut().for_each(|item| self.mark(item)),
            Data::Map(pairs) => pairs.iter_mut().for_each(|(_, node)| self.mark(node)),
            Data::Empty | Data::Unread | Data::Scalar(_) => {}
        }
    }
}

/// The key of narration that stands beside its languages.
const MUSIC: &str = "music";

/// True where a language stands right behind another key.
pub(super) fn has_sign(pairs: &[(Key, Node)]) -> bool {
    let is_code = |key: &Key| code(&key.text).is_some();
    let mut two = pairs.windows(2);
    two.any(|two| !is_code(&two[0].0) && two[0].0.text != MUSIC && is_code(&two[1].0))
        || pairs.iter().any(|(_, node)| is_within(node))
}

/// Codes of languages that are no other key: `fr` and `th` are days of the week.
const CODES: &[&str] = &["vi", "en", "ko", "ja", "zh", "km"];

/// The code of a language, which phones like to begin with a capital letter.
fn code(word: &str) -> Option<&'static str> {
    let is_short = word.len() == 2;
    CODES
        .iter()
        .find(|code| is_short && code.eq_ignore_ascii_case(word))
        .copied()
}

fn is_within(node: &Node) -> bool {
    match &node.data {
        Data::List(items) => items.iter().any(is_within),
        Data::Map(pairs) => has_sign(pairs),
        Data::Empty | Data::Unread | Data::Scalar(_) => false,
    }
}

/// A line without its blanks and dashes.
#[derive(Clone, Copy)]
struct Row<'a> {
    /// Byte of its first letter behind blanks and dashes.
    start: usize,
    /// What stands there.
    text: &'a str,
    /// The column of that letter.
    column: usize,
    /// What stands before it.
    lead: &'a str,
}

impl Row<'_> {
    /// Its key, when it is the code of a language with a text.
    fn language(&self) -> Option<&'static str> {
        let name = &self.text[..key(self.text)?];
        let has_text = !self.text[name.len() + 1..].trim().is_empty();
        code(name).filter(|_| has_text && !self.lead.contains('-'))
    }

    fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let inner = raw.trim_start_matches([' ', '-']);
        // `---` is no list.
        let column = if raw.starts_with("--") {
            0
        } else {
            raw.len() - inner.len()
        };
        rows.push(Row {
            start: at + column,
            text: raw[column..].trim_end(),
            column,
            lead: &raw[..column],
        });
        at += raw.len();
    }
    rows
}

/// The text with each such text in one place; `None` when there is none.
pub(super) fn mend(doc: &Document, text: &str) -> Option<Mended> {
    /// Without one of these no text is looked at closely.
    const SIGNS: &[&str] = &["vi:", "en:", "Vi:", "En:", "VI:", "EN:"];
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return None;
    }
    let rows = rows(text);
    let mut mended = Mended {
        text: text.to_string(),
        found: Vec::new(),
        torn: BTreeSet::new(),
    };
    let mut at = 0;
    let mut block: Option<usize> = None;
    while at < rows.len() {
        let row = rows[at];
        at += 1;
        if row.text.is_empty() || block.is_some_and(|column| row.column > column) {
            continue;
        }
        block = opens_block(row.text).then_some(row.column);
        let below = &rows[at..];
        if let Some(count) = beside(row, below) {
            mended.join(doc, row, &below[..count]);
            at += count;
        } else if let Some(count) = unclosed(row, below) {
            mended.close(doc, row, &below[..count]);
            at += count;
        } else if let Some(count) = behind_text(row, below) {
            mended.brace(doc, row, &below[..count]);
            at += count;
        }
    }
    (!mended.found.is_empty()).then_some(mended)
}

/// The lines below that each begin with another language.
fn languages<'r, 'a>(below: &'r [Row<'a>]) -> impl Iterator<Item = &'r Row<'a>> {
    let mut seen = BTreeSet::new();
    below
        .iter()
        .take_while(move |row| row.language().is_some_and(|code| seen.insert(code)))
}

/// `title:` and `vi: …` below it in its own column: how many lines are the text's. Some languages may stand where they
/// belong.
fn beside(row: Row<'_>, below: &[Row<'_>]) -> Option<usize> {
    let name = key(row.text).filter(|length| row.text.len() == length + 1)?;
    if code(&row.text[..name]).is_some() || &row.text[..name] == MUSIC {
        return None;
    }
    let mut seen = BTreeSet::new();
    let (mut count, mut is_beside) = (0, false);
    while let Some(line) = below.get(count) {
        let is_new = line.language().is_some_and(|code| seen.insert(code));
        if !is_new || line.column < row.column || line.text.contains(": {") {
            break;
        }
        is_beside |= line.column == row.column;
        count += 1;
        if opens_block(line.text) {
            let inside = |row: &&Row<'_>| row.text.is_empty() || row.column > line.column;
            count += below[count..].iter().take_while(inside).count();
        }
    }
    // An empty line behind a block belongs to nothing.
    let empty = below[..count]
        .iter()
        .rev()
        .take_while(|row| row.text.is_empty())
        .count();
    is_beside.then_some(count - empty)
}

/// `title: Đền Hạ` and `en: Ha Temple` below it: how many lines are the text's.
fn behind_text(row: Row<'_>, below: &[Row<'_>]) -> Option<usize> {
    let name = key(row.text)?;
    let text = row.text[name + 1..].trim();
    let is_text =
        !text.is_empty() && !text.contains(": ") && !text.starts_with(['{', '[', '|', '>', '"', '\'', '#', '&', '*']);
    if !is_text || code(&row.text[..name]).is_some() || &row.text[..name] == MUSIC {
        return None;
    }
    let is_own = |line: &&Row<'_>| line.column >= row.column && line.language() != Some("vi");
    let is_plain = |line: &&Row<'_>| !line.text.contains(['{', '|']);
    let count = languages(below).take_while(is_own).take_while(is_plain).count();
    (count > 0).then_some(count)
}

/// `title: { vi: …` and `en: …` below it, with no brace that closes: how many lines are the text's.
fn unclosed(row: Row<'_>, below: &[Row<'_>]) -> Option<usize> {
    let open = opened(row)?;
    let (parts, is_closed) = braces::parts(row.text, open, '{');
    let first = parts.first().map(|part| &row.text[part.key.clone()])?;
    if is_closed || !CODES.contains(&first) || row.text.contains('}') {
        return None;
    }
    let count = languages(below)
        .take_while(|line| line.language() != Some(first))
        .count();
    let is_open = |row: &Row<'_>| !row.text.contains(['}', '{']);
    let behind = below.get(count).is_none_or(|row| !row.text.starts_with('}'));
    (count > 0 && behind && below[..count].iter().all(is_open)).then_some(count)
}

/// Where the brace of a text stands.
fn opened(row: Row<'_>) -> Option<usize> {
    match row.text.starts_with('{') {
        true => Some(0),
        false => {
            let from = key(row.text)? + 1;
            let rest = row.text.get(from..)?;
            rest.trim_start()
                .starts_with('{')
                .then(|| from + rest.len() - rest.trim_start().len())
        }
    }
}

impl Mended {
    /// Languages in the column of their key.
    fn join(&mut self, doc: &Document, row: Row<'_>, below: &[Row<'_>]) {
        let mut form = format!("{}{}", row.lead, row.text);
        // Where the language begins to which a line belongs.
        let mut column = row.column;
        for line in below {
            form.push('\n');
            let indent = match line.language().filter(|_| line.column <= column.max(row.column + 2)) {
                Some(code) => {
                    column = line.column;
                    form.extend([&*" ".repeat(row.column + 2), code, &line.text[code.len()..]]);
                    continue;
                }
                None => line.column.saturating_sub(column).max(2),
            };
            if !line.text.is_empty() {
                form.extend([&*" ".repeat(row.column + 2 + indent), line.text]);
            }
        }
        let is_beside = |line: &&Row<'_>| line.column == row.column && line.language().is_some();
        let (Some(first), Some(out)) = (below.first(), below.iter().find(is_beside)) else {
            return;
        };
        let code = out.language().unwrap_or_default();
        let span = Span::new(out.start, out.start + code.len());
        let found = doc.found(codes::LANGUAGES_BESIDE, span);
        let name = row.text.trim_end_matches(':');
        self.found
            .push(found.with("key", name).with("first", code).with(FORM, form));
        self.hide(first.range(), below);
        // The word that stands for the text comes onto the line of the key.
        let end = row.range().end;
        self.text
            .replace_range(end..first.start, &" ".repeat(first.start - end));
    }

    /// A text without a language, and others below it.
    fn brace(&mut self, doc: &Document, row: Row<'_>, below: &[Row<'_>]) {
        let Some(name) = key(row.text) else { return };
        let value = &row.text[name + 1..];
        let from = row.start + row.text.len() - value.trim_start().len();
        let parts = below.iter().map(|line| line.text.to_string());
        let first = format!("vi: {}", value.trim());
        let whole: Vec<String> = std::iter::once(first).chain(parts).collect();
        let Some(mended) = braces::languages(&whole.join(", ")) else {
            return;
        };
        let form = format!("{}{} {mended}", row.lead, &row.text[..=name]);
        let Some(out) = below.first() else { return };
        let code = out.language().unwrap_or_default();
        let found = doc.found(
            codes::LANGUAGE_BEHIND_TEXT,
            Span::new(out.start, out.start + code.len()),
        );
        let found = found.with("key", &row.text[..name]).with("first", code);
        self.found.push(found.with(FORM, form));
        self.hide(from..row.range().end, below);
    }

    /// Languages below a brace that is not closed.
    fn close(&mut self, doc: &Document, row: Row<'_>, below: &[Row<'_>]) {
        let Some(open) = opened(row) else { return };
        let first = row.text[open + 1..].trim().trim_end_matches([',', ';']);
        let parts = below.iter().map(|line| line.text.trim_end_matches([',', ';']));
        let whole: Vec<&str> = std::iter::once(first).chain(parts).collect();
        let Some(mended) = braces::languages(&whole.join(", ")) else {
            return;
        };
        let span = Span::new(row.start + open, row.start + open + 1);
        let form = format!("{}{}{mended}", row.lead, &row.text[..open]);
        let found = doc.found(codes::BRACE_LEFT_OPEN, span).with("count", below.len() + 1);
        self.found.push(found.with(FORM, form));
        self.hide(row.start + open..row.range().end, below);
    }

    /// Puts a word in the place of a range, and blanks in that of the lines behind it.
    fn hide(&mut self, range: Range<usize>, below: &[Row<'_>]) {
        self.torn.insert(range.start);
        let blank = below.iter().filter(|row| row.start != range.start);
        let blank: Vec<Hidden> = blank.map(|row| Hidden::Blank(row.range())).collect();
        let hidden: Vec<Hidden> = std::iter::once(Hidden::Value(range)).chain(blank).collect();
        self.text = resume::apply(&self.text, &hidden);
    }
}
