//! Letters that became question marks when a text was saved: `Chùa B? ?à n?m trên núi`.
//!
//! Entry point: [`asked`]. Invariant: a question mark behind a word is one, and so is that of an address or of a pattern; only
//! where several words have one before or between small letters, letters were lost.

use crate::diag::codes::prose;
use crate::diag::{Diagnostic, Place, Span};
use std::sync::Arc;

/// So many words tell that it was no slip; words that merely end so count where others prove it.
const ENOUGH: usize = 3;

/// The finding for a file whose letters were lost, at the first such word.
pub(super) fn asked(file: &Arc<str>, text: &str) -> Option<Diagnostic> {
    if !text.contains('?') {
        return None;
    }
    let first = text.split_whitespace().find(|word| is_asked(word))?;
    let sure = text
        .split_whitespace()
        .filter(|word| is_asked(word))
        .take(ENOUGH)
        .count();
    let next = text.split_whitespace().skip(1);
    let ends = text
        .split_whitespace()
        .zip(next)
        .filter(|(word, next)| ends_so(word, next));
    if sure < ENOUGH && (sure < 2 || sure + ends.take(ENOUGH).count() <= ENOUGH) {
        return None;
    }
    let lo = first.as_ptr() as usize - text.as_ptr() as usize;
    let place = Place::of(file, text, Span::new(lo, lo + first.len()));
    Some(Diagnostic::new(prose::LETTERS_ASKED).with("word", first).at(place))
}

/// True for `?à`, `n?m` and `Ph??ng`; not for `ai?`, `ai?Hỏi` and `tim?q=chua`.
fn is_asked(word: &str) -> bool {
    let is_code =
        |c: char| c.is_ascii_digit() || matches!(c, '/' | '=' | '&' | '<' | '>' | '\\' | '`' | '#' | '*' | '[' | '|');
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    let is_word = !word.contains(is_code) && word.chars().count() <= 12;
    let mut parts = word.split('?').skip(1);
    is_word && parts.any(|behind| behind.starts_with(char::is_lowercase))
}

/// True for `B? chùa`: behind a question comes a capital letter.
fn ends_so(word: &str, next: &str) -> bool {
    word.ends_with('?') && !is_asked(word) && next.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(u16, u32, u32)> {
        let found = asked(&"relics/x/vi.md".into(), text)?;
        let place = found.place?;
        Some((found.code.number, place.line, place.column))
    }

    #[test]
    fn letters_that_were_lost_are_told() {
        assert_eq!(told("Chùa B? ?à n?m trên núi Ph??ng Hoàng\n"), Some((447, 1, 9)));
        assert_eq!(
            told("title: Chùa\nsummary: { vi: \"Ngôi chùa n?i ti?ng c?a x?\" }\n"),
            Some((447, 2, 27))
        );
    }

    #[test]
    fn questions_are_none() {
        for fine in [
            "Ai xây chùa? Vì sao? ?",
            "Ai?Hỏi ai?Hỏi ai?Hỏi ai?Hỏi",
            "https://a.vn/x?y=z https://a.vn/x?y=z https://a.vn/x?y=z [a](relics/b?c) (d?e) n?m",
            "(?i)a a?b",
            "Đi đâu???? Về?! “Thế à?” hỏi",
        ] {
            assert_eq!(told(fine), None, "{fine}");
        }
    }
}
