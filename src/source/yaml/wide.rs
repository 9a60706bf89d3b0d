//! Signs of an input method for wide letters, and special spaces, where YAML wants those of the keyboard: `title：Đền`.
//!
//! Entry point: [`mend`]. Invariant: only signs that hold the file together are looked at, never those within a text; the
//! mended text has every value at its old place, so that spans hold for both; lines may begin a few bytes later.

mod flow;

use super::bullets::{self, opens_block};
use super::page::is_odd_space;
use crate::diag::{Code, Diagnostic, FORM, Span, codes::yaml as codes};
use crate::source::document::Document;

/// Lines of one finding that are shown as they should be.
const SHOWN: usize = 8;

/// The sign of the keyboard that a wide one was typed for.
fn narrow(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '、' | '﹐' => Some(','),
        '﹕' | '∶' | '︓' => Some(':'),
        '﹣' => Some('-'),
        _ => None,
    }
}

fn is_colon(c: char) -> bool {
    c == ':' || narrow(c) == Some(':')
}

/// True when a text may hold such signs; nearly none does. Looks for the bytes that they begin with, because this is done
/// for every file of facts.
fn may_hold(text: &str) -> bool {
    let bytes = text.as_bytes();
    [0xc2, 0xe3, 0xef].iter().any(|lead| bytes.contains(lead))
        || ['\u{2009}', '\u{200b}', '\u{202f}', '∶']
            .iter()
            .any(|sign| text.contains(*sign))
}

/// The text with the signs of the keyboard, and one finding for lines in a row with the same mistake; `None` when all is
/// well. Texts of several lines behind a `|` may hold any sign.
pub(super) fn mend(doc: &Document) -> Option<(String, Vec<Diagnostic>)> {
    if !may_hold(&doc.text) {
        return None;
    }
    let mut mended = String::with_capacity(doc.text.len());
    let mut told: Vec<Told> = Vec::new();
    let mut block: Option<usize> = None;
    let mut open = Vec::new();
    for (number, raw) in doc.text.split_inclusive('\n').enumerate() {
        let text = raw.trim_end_matches('\n');
        let width = text.len() - text.trim_start().len();
        if text.trim().is_empty() || block.is_some_and(|block| width > block) {
            mended.push_str(raw);
            continue;
        }
        let mut pen = Pen::new(text);
        pen.line(&mut open);
        block = opens_block(pen.mended.trim_end()).then_some(width);
        let start = raw.as_ptr() as usize - doc.text.as_ptr() as usize;
        if let Some((wrong, code)) = pen.wrong {
            pen.spend(&mut mended);
            let is_more = |last: &&mut Told| last.until + 1 == number && last.code == code && code != codes::ODD_SPACE;
            let last = told.last_mut().filter(is_more);
            match last {
                Some(last) => last.goes_on(number, &pen.shown),
                None => told.push(Told::new(code, number, start + wrong, &pen.shown)),
            }
        }
        mended.push_str(&pen.mended);
        mended.push_str(&raw[text.len()..]);
    }
    let found: Vec<Diagnostic> = told.into_iter().map(|told| told.finding(doc)).collect();
    (!found.is_empty()).then_some((mended, found))
}

/// Lines in a row with the same mistake.
struct Told {
    code: &'static Code,
    until: usize,
    at: usize,
    shown: Vec<String>,
}

impl Told {
    fn new(code: &'static Code, line: usize, at: usize, shown: &str) -> Self {
        let shown = vec![shown.trim_end().to_string()];
        Self {
            code,
            until: line,
            at,
            shown,
        }
    }

    fn goes_on(&mut self, line: usize, shown: &str) {
        self.until = line;
        self.shown.push(shown.trim_end().to_string());
    }

    fn finding(mut self, doc: &Document) -> Diagnostic {
        let sign = doc.text[self.at..].chars().next().unwrap_or(' ');
        let found = doc.found(self.code, Span::new(self.at, self.at + sign.len_utf8()));
        if self.code == codes::ODD_SPACE {
            return found.with("mended", self.shown.first().map_or("", |line| line.trim_start()));
        }
        if self.shown.len() > SHOWN {
            self.shown.truncate(SHOWN);
            self.shown.push("…".to_string());
        }
        let meant = narrow(sign).unwrap_or(' ');
        let found = found.with("sign", sign).with("meant", meant);
        found.with(FORM, self.shown.join("\n"))
    }
}

/// A line as it is read anew.
struct Pen<'l> {
    line: &'l str,
    at: usize,
    /// What is read: as many bytes as the line has, but for `spare`.
    mended: String,
    /// What is shown.
    shown: String,
    /// Bytes that signs before the first word were longer.
    spare: usize,
    /// Where the first wrong sign stands, and what is said about it.
    wrong: Option<(usize, &'static Code)>,
}

impl<'l> Pen<'l> {
    fn new(line: &'l str) -> Self {
        Self {
            line,
            at: 0,
            mended: String::with_capacity(line.len()),
            shown: String::with_capacity(line.len()),
            spare: 0,
            wrong: None,
        }
    }

    /// The bytes by which signs before the first word were longer go to the end of the line above, where blanks mean
    /// nothing; on the first line of a file behind its colon.
    fn spend(&mut self, above: &mut String) {
        let blanks = " ".repeat(self.spare);
        if above.pop().is_some() {
            above.push_str(&blanks);
            above.push('\n');
            return;
        }
        let colon = self.mended.find(": ").map_or(self.mended.len(), |at| at + 1);
        self.mended.insert_str(colon, &blanks);
    }

    fn rest(&self) -> &'l str {
        &self.line[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Takes bytes as they are.
    fn keep(&mut self, length: usize) {
        let piece = &self.rest()[..length];
        self.mended.push_str(piece);
        self.shown.push_str(piece);
        self.at += length;
    }

    /// Takes bytes as something else that is not longer; what is lacking becomes blanks behind it.
    fn put(&mut self, length: usize, meant: &str, code: &'static Code) {
        self.blame(code);
        self.mended.push_str(meant);
        self.mended.push_str(&" ".repeat(length - meant.len()));
        self.shown.push_str(meant);
        self.at += length;
    }

    /// A wide sign says more than a space that stands beside it, and counts for the whole line.
    fn blame(&mut self, code: &'static Code) {
        match self.wrong {
            Some((_, told)) if told == codes::WIDE_SIGN || code != codes::WIDE_SIGN => {
                if told == codes::ODD_SPACE {
                    self.wrong = self.wrong.map(|(at, _)| (at, codes::ODD_SPACES));
                }
            }
            _ => self.wrong = Some((self.at, code)),
        }
    }

    /// Takes a sign for the one of the keyboard.
    fn narrow(&mut self, c: char) {
        let meant = narrow(c).unwrap_or(c).to_string();
        self.put(c.len_utf8(), &meant, codes::WIDE_SIGN);
    }

    fn line(&mut self, open: &mut Vec<char>) {
        self.lead();
        if self.at == 0 && self.next().is_some_and(char::is_alphabetic) {
            // A key at the margin: what was open above is a mistake of its own.
            open.clear();
        }
        if !open.is_empty() {
            return flow::go_on(self, open);
        }
        if self.next() == Some('＃') {
            self.narrow('＃');
            return self.keep(self.rest().len());
        }
        if self.key() {
            self.blanks(codes::ODD_SPACE);
        }
        self.value(open);
    }

    /// Blanks and dashes before the first word.
    fn lead(&mut self) {
        while let Some(c) = self.next() {
            let behind = &self.rest()[c.len_utf8()..];
            match c {
                ' ' | '\t' => self.keep(1),
                '-' if behind.starts_with([' ', '\u{a0}']) => self.keep(1),
                c if is_odd_space(c) => {
                    let columns = if c == '\u{3000}' { "  " } else { " " };
                    let columns = if is_invisible(c) { "" } else { columns };
                    self.lead_with(c, columns, codes::ODD_SPACES);
                }
                c if narrow(c) == Some('-') && behind.starts_with(|c: char| c == ' ' || c.is_ascii_alphabetic()) => {
                    let dash = if behind.starts_with(' ') { "-" } else { "- " };
                    self.lead_with(c, dash, codes::WIDE_SIGN);
                }
                c if bullets::SIGNS.contains(&c) && behind.starts_with(' ') => self.keep(c.len_utf8()),
                _ => return,
            }
        }
    }

    /// Takes a sign before the first word for what was meant; what comes behind keeps the column that it has on the screen.
    fn lead_with(&mut self, c: char, meant: &str, code: &'static Code) {
        self.blame(code);
        self.mended.push_str(meant);
        self.shown.push_str(meant);
        self.spare += c.len_utf8() - meant.len();
        self.at += c.len_utf8();
    }

    /// Spaces within the line become ordinary ones.
    fn blanks(&mut self, code: &'static Code) {
        while let Some(c) = self.next().filter(|c| *c == ' ' || is_odd_space(*c)) {
            match c {
                ' ' => self.keep(1),
                _ => self.odd(c, code),
            }
        }
    }

    fn odd(&mut self, c: char, code: &'static Code) {
        let is_first = !self.mended.ends_with(' ');
        self.put(c.len_utf8(), if is_first { " " } else { "" }, code);
    }

    /// The key that the line goes on with, and its colon; false when there is none.
    fn key(&mut self) -> bool {
        let rest = self.rest();
        // Names are plain letters; a word of another script is a text.
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-') || is_wide_letter(c);
        let name = rest.len() - rest.trim_start_matches(is_letter).len();
        let is_blank = |c: char| c == ' ' || is_odd_space(c);
        let blanks = rest[name..].len() - rest[name..].trim_start_matches(is_blank).len();
        let Some(colon) = rest[name + blanks..]
            .chars()
            .next()
            .filter(|c| name > 0 && is_colon(*c))
        else {
            return false;
        };
        let behind = &rest[name + blanks + colon.len_utf8()..];
        if colon == ':' && !(behind.is_empty() || behind.starts_with([' ', '\t']) || behind.starts_with(is_odd_space)) {
            // An address, or a colon without its blank, which is told elsewhere.
            return false;
        }
        let word = &rest[..name];
        if word.chars().any(is_wide_letter) {
            let meant: String = word.chars().map(|c| narrow(c).unwrap_or(c)).collect();
            self.put(name, &meant, codes::WIDE_SIGN);
        } else {
            self.keep(name);
        }
        if rest[name..name + blanks].contains(is_odd_space) {
            self.put(blanks, "", codes::ODD_SPACES);
        } else {
            self.keep(blanks);
        }
        self.colon(colon);
        true
    }

    /// A colon, with the blank that belongs behind it.
    fn colon(&mut self, colon: char) {
        if colon == ':' {
            return self.keep(1);
        }
        self.narrow(colon);
        if !self.rest().is_empty() && !self.rest().starts_with([' ', '\t']) {
            self.shown.push(' ');
        }
    }

    /// What stands behind a key or a dash.
    fn value(&mut self, open: &mut Vec<char>) {
        let rest = self.rest().trim_end();
        match self.next() {
            Some('{' | '[' | '｛' | '［') => return flow::go_on(self, open),
            Some(c @ ('｜' | '＞')) if rest[c.len_utf8()..].chars().all(|c| matches!(c, '-' | '+' | '0'..='9')) => {
                // What makes a block has to stand last.
                let meant = format!("{}{}", narrow(c).unwrap_or(c), &rest[c.len_utf8()..]);
                self.put(rest.len(), &meant, codes::WIDE_SIGN);
            }
            Some('＂' | '＇') => {
                let end = rest.len();
                self.quoted(end);
            }
            _ => self.number(rest.len()),
        }
        self.keep(self.rest().len());
    }

    /// A text between wide quotes up to a byte from here; one that they do not surround stays as it is.
    fn quoted(&mut self, end: usize) {
        let Some(sign) = self.next() else { return };
        let inner = self.rest()[..end]
            .strip_prefix(sign)
            .and_then(|text| text.strip_suffix(sign));
        let Some(inner) = inner.filter(|inner| !inner.contains(['"', '\'', '\\', sign])) else {
            return self.keep(end);
        };
        let quote = narrow(sign).unwrap_or('"');
        let meant = format!("{quote}{inner}{quote}");
        self.put(end, &meant, codes::WIDE_SIGN);
    }

    /// Digits, up to a byte from here, that are all wide or stand between such: a number, a day.
    fn number(&mut self, end: usize) {
        let word = &self.rest()[..end];
        let is_digit = |c: char| ('０'..='９').contains(&c);
        let is_sign = |c: char| c.is_ascii_digit() || "+-./,:".contains(narrow(c).unwrap_or(c));
        if word.contains(is_digit) && word.chars().all(|c| is_digit(c) || is_sign(c)) {
            let meant: String = word.chars().map(|c| narrow(c).unwrap_or(c)).collect();
            self.put(end, &meant, codes::WIDE_SIGN);
        } else {
            self.keep(end);
        }
    }
}

fn is_wide_letter(c: char) -> bool {
    c != '_' && narrow(c).is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Spaces that take no room on the screen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
