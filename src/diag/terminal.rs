//! Findings as text for people at a terminal.
//!
//! Entry point: [`show`]. Invariant: carets stand under the letters that they mean, counted in display columns; control
//! and bidirectional characters from content are shown, never sent to the terminal.

use super::{Diagnostic, Place, Severity, Speech, Strictness};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

const RED: &str = "\u{1b}[1;31m";
const YELLOW: &str = "\u{1b}[1;33m";
const BLUE: &str = "\u{1b}[1;34m";
const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";

/// One finding as a block of lines with colour codes (the caller's stream drops them where colour is not wanted).
pub fn show(found: &Diagnostic, speech: Speech, strictness: Strictness) -> String {
    let severity = found.severity(strictness);
    let colour = match severity {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
        Severity::Notice => BLUE,
    };
    let mut out = String::new();
    let message = visible(&found.message(speech));
    let _ = writeln!(
        out,
        "{colour}{} {}{RESET}{BOLD}: {message}{RESET}",
        severity.word(speech),
        found.code.id()
    );
    let mut gutter = 1;
    if let Some(place) = &found.place {
        gutter = place.line.to_string().len();
        show_place(&mut out, place, gutter, speech);
    }
    let lead = format!("\n{:gutter$}   ", "");
    let help = visible(&found.help(speech)).replace('\n', &lead);
    // Lines that are empty stay so.
    let help = help.replace(&format!("{lead}\n"), "\n\n");
    let _ = writeln!(
        out,
        "{:gutter$} {BLUE}={RESET} {}: {help}",
        "",
        speech.pick("cách sửa", "help")
    );
    out
}

fn show_place(out: &mut String, place: &Place, gutter: usize, speech: Speech) {
    let file = visible(&place.file);
    if place.line == 0 {
        let _ = writeln!(out, "{:gutter$}{BLUE}-->{RESET} {file}", "");
        return;
    }
    let _ = writeln!(
        out,
        "{:gutter$}{BLUE}-->{RESET} {file}:{}:{}",
        "", place.line, place.column
    );
    let (lo, hi) = place.mark;
    let (text, lo, hi) = window(&place.text, lo, hi);
    let indent = visible(&text[..lo]).width();
    let carets = visible(&text[lo..hi]).width().max(1);
    let _ = writeln!(out, "{:gutter$} {BLUE}|{RESET}", "");
    let _ = writeln!(out, "{BLUE}{} |{RESET} {}", place.line, visible(text));
    let here = speech.pick("ở đây", "here");
    let _ = writeln!(
        out,
        "{:gutter$} {BLUE}|{RESET} {:indent$}{RED}{} {here}{RESET}",
        "",
        "",
        "^".repeat(carets)
    );
}

/// The line of a finding with carets below what is meant, without colors; empty when no line is known.
pub fn plain_snippet(place: &Place) -> String {
    if place.line == 0 {
        return String::new();
    }
    let (text, lo, hi) = window(&place.text, place.mark.0, place.mark.1);
    let indent = visible(&text[..lo]).width();
    let carets = visible(&text[lo..hi]).width().max(1);
    format!("{}\n{:indent$}{}", visible(text), "", "^".repeat(carets))
}

/// At most about 160 characters around the mark; lines of prose can be paragraphs.
fn window(text: &str, lo: usize, hi: usize) -> (&str, usize, usize) {
    const BEFORE: usize = 80;
    const LENGTH: usize = 200;
    let start = if lo > BEFORE {
        text.floor_char_boundary(lo - BEFORE)
    } else {
        0
    };
    let end = text.floor_char_boundary((start + LENGTH).min(text.len()));
    (&text[start..end], lo - start, hi.min(end).max(lo) - start)
}

/// Text in which nothing can steer the terminal or turn the reading direction.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            '\n' => '\n',
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            '\u{200b}' | '\u{feff}' => '\u{b7}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Span, codes};
    use std::sync::Arc;

    fn plain(text: &str) -> String {
        [RED, YELLOW, BLUE, BOLD, RESET]
            .iter()
            .fold(text.to_string(), |t, code| t.replace(code, ""))
    }

    #[test]
    fn caret_stands_under_the_letter_even_when_vietnamese_is_decomposed() {
        let text = "title: Đe\u{302}\u{300}n Hạ: khu B";
        let at = text.rfind(": khu").unwrap();
        let place = Place::of(
            &Arc::from("content/relics/den-ha/entry.yaml"),
            text,
            Span::new(at, at + 1),
        );
        let found = Diagnostic::new(codes::yaml::COLON_IN_TEXT)
            .at(place)
            .with("value", "Đền Hạ: khu B");
        let shown = plain(&show(&found, Speech::Vi, Strictness::default()));
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(lines[1], " --> content/relics/den-ha/entry.yaml:1:14");
        assert_eq!(lines[4].find('^'), Some("  | ".len() + 13));
    }

    #[test]
    fn content_cannot_steer_the_terminal() {
        let text = "a\u{1b}]8;;x\u{202e}b";
        let place = Place::of(&Arc::from("\u{1b}[2J.md"), text, Span::new(0, 1));
        let shown = plain(&show(
            &Diagnostic::new(codes::yaml::TAB).at(place),
            Speech::En,
            Strictness::default(),
        ));
        assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'));
    }
}
