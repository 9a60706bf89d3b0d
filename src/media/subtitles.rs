//! Spoken words with their times (WebVTT), as lines of a transcript.
//!
//! Entry point: [`read`]. Invariant: never fails; cues come in the order of the file, and their text is plain: no marks,
//! one blank between words. Words that no visitor will see are named with their line.

use crate::diag::codes::media as codes;
use crate::diag::{Diagnostic, Diagnostics, Place, Span};
use std::ops::Range;
use std::sync::Arc;

/// Some words and the moment at which they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Thousandths of a second from the start.
    pub millis: u32,
    /// The words.
    pub text: String,
}

/// So many lines of one file are told.
const MOST_TOLD: usize = 20;

/// The cues of a file (W3C WebVTT §4), and what is to be said of it. Notes, styles and regions are none.
pub fn read(file: &Arc<str>, text: &str) -> (Vec<Cue>, Diagnostics) {
    let text = text
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let mut reading = Reading {
        text: &text,
        is_loose: is_loose(&text),
        ..Reading::default()
    };
    let mut at = 0;
    for line in text.split('\n') {
        let lo = at + line.len() - line.trim_start().len();
        reading.line(line.trim(), lo);
        at += line.len() + 1;
    }
    reading.end_of_block();
    let name = file.rsplit('/').next().unwrap_or_default();
    let mut found = Diagnostics::new();
    if reading.cues.is_empty() && reading.slips.is_empty() {
        let finding = Diagnostic::new(codes::NO_TIMED_WORDS).at(Place::file(file));
        found.push(finding.with("file", name));
    }
    for (range, better) in reading.slips.into_iter().take(MOST_TOLD) {
        let place = Place::of(file, &text, Span::new(range.start, range.end));
        let words = &text[range];
        found.push(match better {
            Some(better) => Diagnostic::new(codes::TIMES_MENDED).at(place).with("better", better),
            None => Diagnostic::new(codes::UNTIMED_WORDS).at(place).with("words", words),
        });
    }
    (reading.cues, found)
}

/// Where the reader of lines is.
#[derive(Default)]
struct Reading<'a> {
    text: &'a str,
    cues: Vec<Cue>,
    /// Lines with a slip, and how a line of times should read; none where words are lost.
    slips: Vec<(Range<usize>, Option<String>)>,
    /// The times of a cue whose words are still to come, or are coming.
    millis: Option<u32>,
    words: Vec<&'a str>,
    /// Lines of this block that stand before any times: the name of a cue, or words without times.
    before: Vec<Range<usize>>,
    passing: Passing,
    /// Within a block.
    is_inside: bool,
    /// A blank line stands between the times of the cue and its words.
    is_late: bool,
    /// The number that stands above the times of this cue.
    number: Option<u32>,
    /// Times are times within a block too, whatever their arrow.
    is_loose: bool,
}

/// What is passed over up to the end of its block.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Passing {
    #[default]
    Nothing,
    /// The head of the file; the blank line behind it may be missing.
    Head,
    /// A note or a style, which may tell times.
    Note,
    /// Words that were lost with their times, which is told once.
    Lost,
}

impl<'a> Reading<'a> {
    fn line(&mut self, line: &'a str, lo: usize) {
        if line.is_empty() {
            return self.end_of_block();
        }
        let begins = !std::mem::replace(&mut self.is_inside, true);
        let is_note = ["NOTE", "STYLE", "REGION"].iter().any(|word| is_headed(line, word));
        if begins && is_note {
            self.passing = Passing::Note;
        } else if lo == 0 && is_headed(line, "WEBVTT") {
            self.passing = Passing::Head;
            return;
        }
        if self.passing == Passing::Note {
            return;
        }
        let range = lo..lo + line.len();
        // Hours that are spoken, `6:00 - 17:00`, stand among the words of a cue.
        let may_stand = begins || self.is_loose || self.passing == Passing::Head || self.is_numbered();
        match times(line, may_stand) {
            Some(Times::At(millis, better)) => {
                self.passing = Passing::Nothing;
                self.begin(millis);
                self.slips.extend(better.map(|better| (range, Some(better))));
            }
            Some(Times::Unclear) => {
                self.end_of_cue();
                self.slips.push((range, None));
                self.passing = Passing::Lost;
            }
            None if self.passing != Passing::Nothing => {}
            None if self.millis.is_some() => self.words.push(line),
            None => self.before.push(range),
        }
    }

    /// Times begin a cue, also where the blank line before them is missing.
    fn begin(&mut self, millis: u32) {
        // Where cues are numbered, the number of this one is no word of the one before.
        let mut number = None;
        if let Some(last) = self.words.last().copied()
            && (self.words.len() > 1 && self.is_next(last)
                || self.is_late && self.words.len() == 1 && self.is_running(last))
        {
            self.words.pop();
            number = last.parse().ok();
        }
        self.end_of_cue();
        let name = self.before.pop();
        self.number = number.or_else(|| self.text.get(name?)?.parse().ok());
        self.end_of_lost();
        self.millis = Some(millis);
        self.is_late = false;
    }

    /// True below the number of a cue.
    fn is_numbered(&self) -> bool {
        let name = self.before.last().and_then(|name| self.text.get(name.clone()));
        let is_number = |name: &str| name.bytes().all(|b| b.is_ascii_digit());
        name.is_some_and(is_number) || self.words.last().is_some_and(|last| self.is_next(last))
    }

    /// True for the number behind the one of this cue; never where this cue has none.
    fn is_next(&self, line: &str) -> bool {
        let next = self.number.and_then(|number| number.checked_add(1));
        next.is_some_and(|next| line == next.to_string())
    }

    /// True for the number that the next cue has when all are counted.
    fn is_running(&self, line: &str) -> bool {
        line == (self.cues.len() + 2).to_string()
    }

    fn end_of_cue(&mut self) {
        let words = plain(&std::mem::take(&mut self.words).join(" "));
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(millis) = self.millis.take()
            && !text.is_empty()
        {
            self.cues.push(Cue { millis, text });
        }
    }

    fn end_of_block(&mut self) {
        self.is_inside = false;
        self.passing = Passing::Nothing;
        if self.millis.is_some() && self.words.is_empty() {
            // The words may stand below a blank line.
            self.is_late = true;
            return;
        }
        self.end_of_cue();
        self.end_of_lost();
    }

    /// Words that no times stand above; a number alone is none.
    fn end_of_lost(&mut self) {
        let text = self.text;
        let lost = std::mem::take(&mut self.before).into_iter();
        let is_words = |range: &Range<usize>| text[range.clone()].contains(char::is_alphabetic);
        self.slips
            .extend(lost.filter(is_words).take(1).map(|range| (range, None)));
    }
}

fn is_headed(line: &str, word: &str) -> bool {
    line.strip_prefix(word)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// What a line of times says.
enum Times {
    /// The beginning in thousandths of a second, and the line mended where it is not what the format asks for.
    At(u32, Option<String>),
    /// Nobody can tell when.
    Unclear,
}

/// A line of times: `00:05.000 --> 00:10.000`; where times may stand also `0:05 – 0:10` and the like.
fn times(line: &str, may_stand: bool) -> Option<Times> {
    if let Some(millis) = exact_times(line) {
        return Some(Times::At(millis, None));
    }
    let loose = (may_stand || line.contains("-->")).then(|| loose_times(line));
    match loose.flatten() {
        Some((millis, better)) => Some(Times::At(millis, Some(better))),
        None => line.contains("-->").then_some(Times::Unclear),
    }
}

fn exact_times(line: &str) -> Option<u32> {
    let (from, _) = line.split_once("-->")?;
    moment(from.trim())
}

/// True for a text without any exact times whose cues have no empty lines between them, so that times may stand anywhere.
fn is_loose(text: &str) -> bool {
    let mut is_behind = false;
    let mut behind = 0;
    for line in text.split('\n').map(str::trim) {
        if exact_times(line).is_some() {
            return false;
        }
        behind += usize::from(is_behind && loose_times(line).is_some());
        is_behind = line.is_empty() || is_behind && line.bytes().all(|b| b.is_ascii_digit());
    }
    behind < 2
}

/// Two moments with some arrow between them, and nothing behind but settings of the format.
fn loose_times(line: &str) -> Option<(u32, String)> {
    let is_clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',');
    let is_arrow = |c: char| matches!(c, '-' | '–' | '—' | '−' | '→' | '>' | '=' | '›' | ' ' | '\t' | '\u{a0}');
    let behind = line.trim_start_matches(is_clock);
    let from = loose_moment(&line[..line.len() - behind.len()])?;
    let after = behind.trim_start_matches(is_arrow);
    let arrow = &behind[..behind.len() - after.len()];
    let settings = after.trim_start_matches(is_clock);
    let to = loose_moment(&after[..after.len() - settings.len()])?;
    let is_setting = |word: &str| word.contains(':') && word.is_ascii();
    let is_times = !arrow.trim().is_empty() && settings.split_whitespace().all(is_setting);
    let settings = settings.trim();
    let space = if settings.is_empty() { "" } else { " " };
    is_times.then(|| (from, format!("{} --> {}{space}{settings}", clock(from), clock(to))))
}

/// `1:02:03`, `2:03,4`: a moment with less than the format asks for.
fn loose_moment(text: &str) -> Option<u32> {
    let (clock, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let parts: Vec<&str> = clock.split(':').collect();
    let is_short = |part: &&str| (1..=2).contains(&part.len());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(is_short) || rest.len() > 3 {
        return None;
    }
    moment(&format!("{clock}.{rest:0<3}"))
}

/// A moment as the format writes it.
fn clock(millis: u32) -> String {
    let (seconds, millis) = (millis / 1_000, millis % 1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes:02}:{seconds:02}.{millis:03}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}.{millis:03}"),
    }
}

/// `01:02:03.400` or `02:03.400`; some programs write a comma.
fn moment(text: &str) -> Option<u32> {
    let (clock, rest) = text.split_once(['.', ','])?;
    let mut seconds = 0_u32;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.trim().parse().ok()?)?;
    }
    let millis: u32 = rest.get(..3)?.parse().ok()?;
    seconds.checked_mul(1_000)?.checked_add(millis)
}

/// Without tags, such as those of speakers, and with the characters that the format escapes.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\u{a0}"),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(out, |text, (escaped, plain)| text.replace(escaped, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(u32, String)> {
        let (cues, _) = read(&"audio/vi.vtt".into(), text);
        cues.into_iter().map(|cue| (cue.millis, cue.text)).collect()
    }

    /// Code and line of each finding, and what is to be written or is lost.
    fn told(text: &str) -> Vec<(u16, u32, String)> {
        let (_, found) = read(&"audio/vi.vtt".into(), text);
        let one = |d: &Diagnostic| {
            let line = d.place.as_ref().map_or(0, |place| place.line);
            (d.code.number, line, d.args[0].1.clone())
        };
        found.iter().map(one).collect()
    }

    fn words(all: &[(u32, &str)]) -> Vec<(u32, String)> {
        all.iter().map(|(at, text)| (*at, (*text).to_string())).collect()
    }

    #[test]
    fn cues_are_lines_with_their_moments() {
        let text = "\u{feff}WEBVTT - chùa\r\nKind: captions\r\n\r\nNOTE 00:01.000 is no cue --\r\n00:01.000 --> 00:02.000\r\nnor this\r\n\r\n1\r\n00:02.500 --> 00:04.000 align:start\r\n<v Máy>Xin chào,\r\nbạn &amp; tôi.</v>\r\n\r\n01:00:00.000 --> 01:00:01.000\r\nHết.\r\n";
        assert_eq!(
            said(text),
            words(&[(2_500, "Xin chào, bạn & tôi."), (3_600_000, "Hết.")])
        );
        assert_eq!(told(text), []);
    }

    #[test]
    fn numbers_commas_and_blank_lines_are_those_of_other_programs() {
        for text in [
            "WEBVTT\n\n1\n00:00:01,000 --> 00:00:04,000\nXin chào.\n\n2\n00:00:05,000 --> 00:00:09,000\nMời vào.\n",
            "WEBVTT\n\n1\n00:01.000 --> 00:04.000\nXin chào.\n2\n00:05.000 --> 00:09.000\nMời vào.\n",
            "WEBVTT\n00:01.000 --> 00:04.000\nXin chào.\n00:05.000 --> 00:09.000\nMời vào.",
            "WEBVTT\n\n00:01.000 --> 00:04.000\n\nXin chào.\n\n00:05.000 --> 00:09.000\n\nMời vào.",
        ] {
            assert_eq!(
                said(text),
                words(&[(1_000, "Xin chào."), (5_000, "Mời vào.")]),
                "{text}"
            );
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn times_with_other_arrows_are_read_and_told_with_the_right_line() {
        for times in [
            "00:05.000 –> 00:10.000",
            "00:05 → 00:10",
            "0:05 -> 0:10",
            "00:05 --> 00:10",
            "00:00:05,0 - 00:00:10,0",
        ] {
            let text = format!("WEBVTT\n\n00:01.000 --> 00:04.000\nXin chào.\n\n{times}\nMời vào.\n");
            assert_eq!(
                said(&text),
                words(&[(1_000, "Xin chào."), (5_000, "Mời vào.")]),
                "{times}"
            );
            assert_eq!(
                told(&text),
                [(722, 6, "00:05.000 --> 00:10.000".to_string())],
                "{times}"
            );
            let mended = text.replace(times, &told(&text)[0].2);
            assert_eq!((said(&mended), told(&mended)), (said(&text), vec![]));
        }
        let spoken = "WEBVTT\n\n00:01.000 --> 00:04.000\n6:30 - 7:30 sáng: rước kiệu\n";
        assert_eq!((said(spoken).len(), told(spoken)), (1, vec![]));
    }

    #[test]
    fn hours_and_numbers_that_are_spoken_stay_words() {
        let hours = "WEBVTT\n\n00:01.000 --> 00:04.000\nGiờ mở cửa hằng ngày:\n6:00 - 17:00\n";
        let all = words(&[(1_000, "Giờ mở cửa hằng ngày: 6:00 - 17:00")]);
        assert_eq!((said(hours), told(hours)), (all, vec![]));
        let loose = "WEBVTT\n\n0:01 - 0:04\nMở cửa:\n6:00 - 17:00\n\n0:05 - 0:09\nMời vào.\n";
        assert_eq!(
            said(loose),
            words(&[(1_000, "Mở cửa: 6:00 - 17:00"), (5_000, "Mời vào.")])
        );
        let below = "WEBVTT\n\n00:01.000 --> 00:04.000\nXin chào.\n\nMở cửa:\n6:00 - 17:00\n";
        assert_eq!(told(below), [(724, 6, "Mở cửa:".to_string())]);
        let close = "WEBVTT\n0:01 - 0:04\nXin chào.\n0:05 - 0:09\nMời vào.\n";
        assert_eq!(said(close), words(&[(1_000, "Xin chào."), (5_000, "Mời vào.")]));
        let counted = "WEBVTT\n\n00:01.000 --> 00:04.000\nCửa số\n2\n00:05.000 --> 00:09.000\nMời vào.\n";
        assert_eq!(said(counted), words(&[(1_000, "Cửa số 2"), (5_000, "Mời vào.")]));
        let numbered = "WEBVTT\n\n1\n00:01.000 --> 00:04.000\nXin chào.\n2\n0:05 - 0:09\nMời vào.\n";
        assert_eq!(said(numbered), words(&[(1_000, "Xin chào."), (5_000, "Mời vào.")]));
    }

    #[test]
    fn words_that_nobody_would_see_are_told() {
        let lost = |line, words: &str| vec![(724, line, words.to_string())];
        assert_eq!(told("WEBVTT\n\nXin chào.\nMời vào.\n"), lost(3, "Xin chào."));
        assert_eq!(
            told("WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\nMời vào.\n"),
            lost(6, "Mời vào.")
        );
        assert_eq!(told("WEBVTT\n\nmuộn --> sớm\nLời\n"), lost(3, "muộn --> sớm"));
        assert_eq!(said("WEBVTT\n\n99999999:00:00.000 --> x\nLời"), []);
        for empty in [
            "WEBVTT",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<b></b>",
            "WEBVTT\nXin chào.\n",
        ] {
            assert_eq!(told(empty), [(723, 0, "vi.vtt".to_string())], "{empty}");
        }
    }
}
