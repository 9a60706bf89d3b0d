//! The ledger as text.
//!
//! Entry point: [`Ledger::parse`], [`Ledger::to_text`]. Invariant: what is written is read back the same; lines that
//! cannot be read are reported, each with its place, and the rest is still read.

use super::{ByKey, Ledger, Row, Status, merge, number};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, Span};
use crate::qr::check_digit::{check_digit, is_valid};
use std::sync::Arc;

/// How the file begins.
pub const FIRST_LINE: &str = "# vanbia codes 1";

/// Columns that have a meaning here.
const KNOWN: usize = 7;

/// How Git marks a conflict.
const CONFLICT: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

impl Ledger {
    /// Reads the file's text; `file` is its path for messages. An empty text is an empty ledger.
    pub fn parse(file: &Arc<str>, text: &str) -> (Ledger, Diagnostics) {
        let mut ledger = Ledger::empty(file);
        let mut found = Diagnostics::new();
        let text = text.trim_start_matches('\u{FEFF}');
        if text.trim().is_empty() {
            return (ledger, found);
        }
        let conflict = text.lines().any(is_conflict);
        let mut reader = Reader {
            ledger: &mut ledger,
            found: &mut found,
            text,
            conflict,
            unparted: Vec::new(),
        };
        let mut at = 0;
        for (i, whole) in text.split_inclusive('\n').enumerate() {
            let line = whole.trim_end_matches(['\n', '\r']);
            reader.line(i as u32 + 1, line, at);
            at += whole.len();
        }
        reader.report_unparted();
        // Another file was given or saved over it: what its lines lack is nobody's mistake.
        if found.iter().any(|d| d.code == messages::LEDGER_FIRST_LINE) {
            found.retain(|d| d.code == messages::LEDGER_FIRST_LINE);
        }
        ledger.by_key = ByKey::of(&ledger.rows);
        (ledger, found)
    }

    /// The file's text.
    pub fn to_text(&self) -> String {
        let mut out = String::with_capacity(64 + 120 * self.rows.len());
        out.push_str(FIRST_LINE);
        out.push('\n');
        for note in &self.notes {
            out.push_str(note);
            out.push('\n');
        }
        for row in self.rows.values() {
            push_row(&mut out, row);
            out.push('\n');
        }
        out
    }
}

fn is_conflict(line: &str) -> bool {
    CONFLICT.iter().any(|mark| line.starts_with(mark))
}

struct Reader<'a> {
    ledger: &'a mut Ledger,
    found: &'a mut Diagnostics,
    text: &'a str,
    conflict: bool,
    /// Lines without any tab: where they begin and what they say.
    unparted: Vec<(usize, &'a str)>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line_number: u32, line: &'a str, at: usize) {
        if is_conflict(line) {
            // One message for all marks: they are mended together.
            if !self.found.iter().any(|d| d.code == messages::LEDGER_CONFLICT) {
                self.report(messages::LEDGER_CONFLICT, at, line);
            }
        } else if line_number == 1 {
            self.first_line(line, at);
        } else if line.starts_with('#') {
            // With both sides of a conflict in the file its first line may come twice.
            if line != FIRST_LINE {
                self.ledger.notes.push(line.to_string());
            }
        } else if !line.trim().is_empty() {
            self.row(line_number, line, at);
        }
    }

    fn first_line(&mut self, line: &'a str, at: usize) {
        if line == FIRST_LINE {
            return;
        }
        match line.strip_prefix("# vanbia codes ") {
            Some(_) => self.report_with(messages::LEDGER_NEWER, at, line, &[("line", line)]),
            None => {
                self.report(messages::LEDGER_FIRST_LINE, at, line);
                if !line.starts_with('#') {
                    self.row(1, line, at);
                }
            }
        }
    }

    fn row(&mut self, line_number: u32, line: &'a str, at: usize) {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() == 1 {
            return self.unparted.push((at, line));
        }
        let [code, key, status, payload, rest @ ..] = cells.as_slice() else {
            return self.report(messages::LEDGER_LINE, at, line);
        };
        let rest: &[&str] = rest;
        let titles = parse_titles(rest.get(1).copied().unwrap_or(""));
        let (Some(titles), false, false) = (titles, key.is_empty(), payload.is_empty()) else {
            return self.report(messages::LEDGER_LINE, at, line);
        };
        let Some(value) = self.code(code, at) else { return };
        let Some(status) = Status::of_word(status) else {
            let status_at = at + code.len() + key.len() + 2;
            return self.report_with(messages::LEDGER_STATUS, status_at, status, &[("status", status)]);
        };
        let row = Row {
            code: (*code).to_string(),
            key: (*key).to_string(),
            status,
            payload: (*payload).to_string(),
            former: rest
                .first()
                .map_or("", |cell| cell)
                .split(',')
                .filter(|key| !key.is_empty())
                .map(str::to_string)
                .collect(),
            titles,
            successor: rest.get(2).filter(|cell| !cell.is_empty()).map(ToString::to_string),
            extra: cells.iter().skip(KNOWN).map(ToString::to_string).collect(),
        };
        let Some(other) = self.ledger.rows.get(&value) else {
            self.ledger.rows.insert(value, row);
            self.ledger.lines.insert(value, line_number);
            return;
        };
        // Two ledgers that somebody joined by hand have most codes twice.
        match merge::one(other, &row) {
            Some(one) => drop(self.ledger.rows.insert(value, one)),
            None if self.conflict => {}
            None => {
                let first = self.ledger.lines.get(&value).map_or(0, |line| *line).to_string();
                let args = [("code", *code), ("first", &*first), ("other", &*other.key.clone())];
                self.report_with(messages::LEDGER_DUPLICATE, at, code, &args);
            }
        }
    }

    /// Lines whose tabs an editor or a table program took away: it did so to all of them at once.
    fn report_unparted(&mut self) {
        let lines = std::mem::take(&mut self.unparted);
        match lines[..] {
            [] => {}
            [(at, line)] => self.report(messages::LEDGER_LINE, at, line),
            [(at, line), ..] => {
                let count = lines.len().to_string();
                self.report_with(messages::LEDGER_SEPARATORS, at, line, &[("count", &count)]);
            }
        }
        self.found.sort_by_key(|d| d.place.as_ref().map(|place| place.line));
    }

    /// The code as a number, when it is one and its check digit is right.
    fn code(&mut self, code: &str, at: usize) -> Option<u64> {
        let Some(value) = number(code) else {
            self.report_with(messages::LEDGER_CODE, at, code, &[("code", code)]);
            return None;
        };
        if is_valid(code) {
            return Some(value);
        }
        let digits = &code[..code.len() - 1];
        let right = format!("{digits}{}", check_digit(digits).unwrap_or('?'));
        self.report_with(
            messages::LEDGER_CHECK_DIGIT,
            at,
            code,
            &[("code", code), ("right", &right)],
        );
        None
    }

    fn report(&mut self, code: &'static Code, at: usize, marked: &str) {
        self.report_with(code, at, marked, &[]);
    }

    fn report_with(&mut self, code: &'static Code, at: usize, marked: &str, args: &[(&'static str, &str)]) {
        let place = Place::of(&self.ledger.file, self.text, Span::new(at, at + marked.len()));
        self.found.push(Diagnostic::new(code).with_all(args).at(place));
    }
}

/// One row without its line break.
pub(super) fn row_text(row: &Row) -> String {
    let mut out = String::with_capacity(120);
    push_row(&mut out, row);
    out
}

fn push_row(out: &mut String, row: &Row) {
    let start = out.len();
    for cell in [&row.code, &row.key, row.status.word(), &row.payload] {
        out.push_str(cell);
        out.push('\t');
    }
    out.push_str(&row.former.join(","));
    out.push('\t');
    push_titles(out, &row.titles);
    out.push('\t');
    out.push_str(row.successor.as_deref().unwrap_or(""));
    for cell in &row.extra {
        out.push('\t');
        out.push_str(cell);
    }
    // Editors that strip the ends of lines must not change the file.
    let kept = out[start..].trim_end_matches('\t').len();
    out.truncate(start + kept);
}

fn push_titles(out: &mut String, titles: &[(String, String)]) {
    for (i, (language, title)) in titles.iter().enumerate() {
        if i > 0 {
            out.push('|');
        }
        out.push_str(language);
        out.push('=');
        for c in title.chars() {
            match c {
                '\\' => out.push_str("\\\\"),
                '|' => out.push_str("\\|"),
                '\t' => out.push_str("\\t"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                c => out.push(c),
            }
        }
    }
}

/// None when a part has no `=`.
fn parse_titles(cell: &str) -> Option<Vec<(String, String)>> {
    if cell.is_empty() {
        return Some(Vec::new());
    }
    let mut parts = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        let part = parts.last_mut()?;
        match c {
            '|' => parts.push(String::new()),
            '\\' => match chars.next()? {
                't' => part.push('\t'),
                'n' => part.push('\n'),
                'r' => part.push('\r'),
                other => part.push(other),
            },
            c => part.push(c),
        }
    }
    let pair = |part: &String| {
        part.split_once('=')
            .map(|(language, title)| (language.to_string(), title.to_string()))
    };
    parts.iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Arc<str> {
        Arc::from("content/codes.lock")
    }

    fn numbers(text: &str) -> Vec<(u16, u32, u32)> {
        let (_, found) = Ledger::parse(&file(), text);
        found
            .iter()
            .map(|d| {
                (
                    d.code.number,
                    d.place.as_ref().unwrap().line,
                    d.place.as_ref().unwrap().column,
                )
            })
            .collect()
    }

    const WHOLE: &str = "# vanbia codes 1\n# a note that somebody wrote\n\
        100001\trelics/b\tissued\thttps://A.EXAMPLE/100001/\trelics/a,relics/a-2\tvi=Đền \\| \\\\Hạ\\t\\n=|en=Temple\n\
        735195\trelics/c#x\tretired\thttps://A.EXAMPLE/735195/\t\t\trelics/b\tnew column\t\tlast\n\
        1000002\trelics/d\treserved\thttps://A.EXAMPLE/1000002/\n";

    #[test]
    fn text_survives_reading_and_writing() {
        let text = WHOLE;
        let (ledger, found) = Ledger::parse(&file(), text);
        assert_eq!(found, vec![]);
        assert_eq!(ledger.to_text(), text);
        let row = ledger.codes_of("relics/b").next().unwrap();
        assert_eq!(row.former, ["relics/a", "relics/a-2"]);
        assert_eq!(row.titles[0], ("vi".to_string(), "Đền | \\Hạ\t\n=".to_string()));
        let retired = ledger.get("735195").unwrap();
        assert_eq!(retired.successor.as_deref(), Some("relics/b"));
        assert_eq!(retired.extra, ["new column", "", "last"]);
    }

    #[test]
    fn order_of_lines_line_breaks_and_a_mark_at_the_start_do_not_matter() {
        let text = WHOLE;
        let lines: Vec<&str> = text.lines().collect();
        let shuffled = format!(
            "\u{FEFF}{}\r\n{}\r\n{}\r\n\r\n{}\r\n{}",
            lines[0], lines[4], lines[1], lines[3], lines[2]
        );
        let (ledger, found) = Ledger::parse(&file(), &shuffled);
        assert_eq!(found, vec![]);
        assert_eq!(ledger.to_text(), text);
        assert_eq!(Ledger::parse(&file(), " \n").0.to_text(), "# vanbia codes 1\n");
    }

    #[test]
    fn every_bad_line_is_named_at_its_place_and_the_rest_is_read() {
        let text = "# vanbia codes 1\n735195 relics/a issued https://A/\n73519x\trelics/b\tissued\thttps://B/\n\
            735190\trelics/c\tissued\thttps://C/\n735195\trelics/d\tprinted\thttps://D/\n735195\trelics/e\tissued\thttps://E/\n\
            735195\trelics/f\treserved\thttps://F/\n735195\t\tissued\thttps://G/\n035199\trelics/h\tissued\thttps://H/\n\
            735195\trelics/i\tissued\t\n";
        let wanted = [
            (604, 2, 1),
            (605, 3, 1),
            (606, 4, 1),
            (607, 5, 17),
            (608, 7, 1),
            (604, 8, 1),
            (605, 9, 1),
            (604, 10, 1),
        ];
        assert_eq!(numbers(text), wanted);
        let (ledger, found) = Ledger::parse(&file(), text);
        assert_eq!(ledger.get("735195").unwrap().key, "relics/e");
        assert!(found[2].help(crate::diag::Speech::En).contains("735195"));
        assert!(found[4].message(crate::diag::Speech::En).contains("line 6"));
    }

    #[test]
    fn another_first_line_is_refused() {
        assert_eq!(numbers("735195\trelics/a\tissued\thttps://A/\n"), [(602, 1, 1)]);
        assert_eq!(numbers("# vanbia codes 2\n"), [(603, 1, 1)]);
        assert_eq!(numbers("# something\n"), [(602, 1, 1)]);
    }

    #[test]
    fn another_file_is_one_message() {
        let site =
            "# Mọi thứ của trang\ntitle: { vi: Di sản, en: Heritage }\nbase_url: https://disan.vn/\n\ttheme: stele\n";
        assert_eq!(numbers(site), [(602, 1, 1)]);
        assert_eq!(numbers("title: Di sản\nbase_url: https://disan.vn/\n"), [(602, 1, 1)]);
    }

    #[test]
    fn lines_that_lost_their_tabs_are_one_message_with_their_count() {
        for by in ["    ", ",", ";"] {
            let text = WHOLE.replace('\t', by);
            assert_eq!(numbers(&text), [(649, 3, 1)], "{by:?}");
            let (_, found) = Ledger::parse(&file(), &text);
            assert!(
                found[0]
                    .message(crate::diag::Speech::En)
                    .contains("from this one on: 3")
            );
        }
    }

    #[test]
    fn conflict_marks_are_one_mistake() {
        let row = "735195\trelics/a\treserved\thttps://A/";
        let text = format!("# vanbia codes 1\n<<<<<<< HEAD\n{row}\n=======\n{row}\n>>>>>>> b\n");
        assert_eq!(numbers(&text), [(601, 2, 1)]);
    }
}
