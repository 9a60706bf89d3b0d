//! Lines that begin with a long dash or a letter and a bracket: to Markdown they are one paragraph, whose lines run
//! together.
//!
//! Entry point: `run_together` of [`Lines`]. Invariant: only two such lines in a row are told.

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

impl Lines {
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
