//! Lines that begin with a long dash or a letter and a bracket, with an hour, a year or a label, and verse: to Markdown they
//! are one paragraph, whose lines run together.
//!
//! Entry point: `run_together` and `meant_lines` of [`Lines`]. Invariant: only two such lines in a row are told, and of
//! short lines only those that no sentence goes on over.

use super::{HIDDEN, Lines};

/// The letters that parts of a Vietnamese law are called by, in their order, with those of other alphabets among them.
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";

/// What a line begins with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Begin {
    /// A long dash, as word processors make of a hyphen, or as speech is written.
    Dash,
    /// `a) ` or `a. `, by the place of its letter.
    Letter(usize),
}

impl Begin {
    /// True for `b)` behind `a)` and the like; Vietnamese passes some letters over.
    fn is_before(self, next: Self) -> bool {
        match (self, next) {
            (Self::Dash, Self::Dash) => true,
            (Self::Letter(one), Self::Letter(two)) => (one + 1..=one + 3).contains(&two),
            _ => false,
        }
    }
}

/// What a line begins with, and the words behind it.
pub(super) fn begins(line: &str) -> Option<(Begin, &str)> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let (begin, words) = match first {
        '–' | '—' => (Begin::Dash, rest),
        _ => {
            let words = rest.strip_prefix([')', '.'])?;
            let letter = first.to_lowercase().next()?;
            (Begin::Letter(LETTERS.chars().position(|one| one == letter)?), words)
        }
    };
    (words.starts_with([' ', '\t', '\u{a0}']) && !words.trim().is_empty()).then(|| (begin, words.trim()))
}

/// What stands before the words of a line that is one of several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Lead {
    /// `8h00 – …`, `1966: …`, `5/3: …`
    Moment,
    /// `Địa chỉ: …`
    Label,
    /// A picture sign of chats: `📍 …`, `✓ …`
    Picture,
}

/// The longest label, in letters and in words.
const LABEL: (usize, usize) = (30, 4);
/// The longest line of verse, in letters and in words.
const VERSE: (usize, usize) = (60, 9);
/// Two lines that are no quotation are verse from so many words on.
const COUPLET: usize = 5;

/// True for a line that may begin so, told by its first letters.
pub(super) fn may_lead(line: &str) -> bool {
    let mut near = line.len().min(2 * LABEL.0);
    while !line.is_char_boundary(near) {
        near -= 1;
    }
    let begins = |c: char| c.is_ascii_digit() || c >= '\u{2190}';
    line.starts_with(begins) || line[..near].contains(':')
}

/// What a line begins with that nobody writes in the middle of a sentence.
fn lead(line: &str) -> Option<Lead> {
    let plain = line.replace(HIDDEN, "");
    let plain = plain.trim_start();
    let first = plain.chars().next()?;
    if first.is_ascii_digit() {
        return is_moment(plain).then_some(Lead::Moment);
    }
    let is_picture = matches!(first, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    if is_picture && !super::BULLETS.contains(&first) {
        return Some(Lead::Picture);
    }
    let (label, words) = plain.split_once(": ")?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '(' | ')' | '&' | '/' | '-');
    let is_short = label.chars().count() <= LABEL.0 && label.split_whitespace().count() <= LABEL.1;
    (first.is_uppercase() && is_short && label.chars().all(is_word) && !words.trim().is_empty()).then_some(Lead::Label)
}

/// `8h00 …`, `13:30 …`, and years and days with a colon or a dash behind them.
fn is_moment(line: &str) -> bool {
    let end = line.find(|c: char| !(c.is_ascii_digit() || matches!(c, 'h' | ':' | '/' | '-' | '–')));
    let (written, rest) = line.split_at(end.unwrap_or(line.len()));
    let moment = written.trim_end_matches([':', '-', '–']);
    let is_hour = moment.contains('h') || moment.contains(':');
    let parts: Vec<&str> = moment.split(['-', '–', '/']).collect();
    let is_year = parts.iter().all(|part| part.len() == 4) && parts.len() <= 2;
    let is_day = moment.contains('/') && parts.iter().all(|part| matches!(part.len(), 1 | 2 | 4));
    let is_parted = written.ends_with(':') || rest.trim_start().starts_with([':', '–', '—', '-']);
    let has_words = rest.contains(char::is_alphabetic) && (rest.starts_with(' ') || rest.starts_with(':'));
    has_words && (is_hour || is_parted && (is_year || is_day))
}

/// True for short lines of which each begins anew, and at least one does not end a sentence. In a quotation the first
/// letters may be small.
fn is_verse(lines: &[String], is_quotation: bool) -> bool {
    let words = |line: &String| line.split_whitespace().count();
    let is_short = |line: &String| line.chars().count() <= VERSE.0 && words(line) <= VERSE.1;
    let first = |line: &String| line.chars().find(|c| c.is_alphanumeric());
    let is_han = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || c >= '\u{20000}';
    let begins = |line: &String| first(line).is_some_and(|c| is_quotation || c.is_uppercase() || is_han(c));
    let goes_on = |line: &String| !line.trim_end().ends_with(['.', '!', '?', '…', ':']);
    let Some((_, all_but_last)) = lines.split_last() else {
        return false;
    };
    let is_long = lines.len() > 2 || is_quotation || lines.iter().all(|line| words(line) >= COUPLET);
    lines.len() > 1
        && is_long
        && lines.iter().all(|line| is_short(line) && begins(line))
        && all_but_last.iter().any(goes_on)
}

impl Lines {
    /// Lines that were meant to stay lines: with an hour, a year or a label before each, or verse. The first as written,
    /// and as an item of a list.
    pub(in crate::entry::prose) fn meant_lines<'s>(&self, source: &'s str, is_item: bool) -> Option<(&'s str, String)> {
        let raw: Vec<&str> = source.lines().collect();
        let is_ended = |line: &&str| line.ends_with("  ") || line.ends_with('\\');
        if raw.len() != self.0.len() || raw.len() < 2 || raw.iter().any(is_ended) {
            return None;
        }
        let is_quotation = raw[1].trim_start().starts_with('>');
        let is_one = |two: &[String]| lead(&two[0]).is_some_and(|one| lead(&two[1]) == Some(one));
        let led = self.0.windows(2).position(is_one);
        let at = led.or_else(|| (!is_item && is_verse(&self.0, is_quotation)).then_some(0))?;
        let written = raw[at].trim_start_matches([' ', '\t', '>']).trim_end();
        // The first line of an item has its mark.
        let mark = written.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '*' | '+' | '.' | ')'));
        let written = match mark.strip_prefix(' ') {
            Some(words) if is_item && at == 0 => words.trim_start(),
            _ => written,
        };
        Some((written, format!("- {written}")))
    }

    /// Two lines in a row that begin so and run together: the first as written, and as an item of a list. `source` tells
    /// whether they were ended by hand.
    pub(in crate::entry::prose) fn run_together(&self, source: &str) -> Option<(&str, String)> {
        let mut behind = 0;
        self.0.windows(2).find_map(|two| {
            let (one, two) = (two[0].trim(), two[1].trim());
            let ((first, words), (second, _)) = (begins(one)?, begins(two)?);
            let written = one.split(HIDDEN).next().unwrap_or_default().trim_end();
            // They come in the order of the source.
            let at = behind + source[behind..].find(written)?;
            behind = at + written.len();
            let line = source[at..].lines().next().unwrap_or_default();
            let is_ended = line.ends_with("  ") || line.ends_with('\\');
            let item = if first == Begin::Dash { words } else { one };
            let shown = item.split(HIDDEN).next().unwrap_or_default();
            let more = if item.contains(HIDDEN) { "…" } else { "" };
            (first.is_before(second) && !is_ended).then(|| (written, format!("- {shown}{more}")))
        })
    }
}
