//! Letters that became question marks when a text was saved: `Chùa B? ?à n?m trên núi Ph??ng Hoàng`.
//!
//! Entry point: [`found`]. Invariant: a question mark behind a word is one, and so is that of an address, of code or of a
//! pattern; only where several words would be Vietnamese with a letter in its place, letters were lost.

use super::fences::Fences;
use super::syllable::{could_be, is_syllable};
use crate::diag::codes::prose;
use crate::diag::{Diagnostic, Place, Span};
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many words tell that it was no slip.
const ENOUGH: usize = 4;
/// So many of them must be none that an initial or a lonely sign may be.
const SURE: usize = 2;
/// One word in so many is one of them.
const SPREAD: usize = 200;

/// No more words with such a sign are looked at.
const MOST_LOOKED: usize = 10_000;

/// The finding for a file whose letters were lost, at the first such word.
pub(super) fn found(file: &Arc<str>, text: &str) -> Option<Diagnostic> {
    if !text.contains('?') {
        return None;
    }
    let is_prose = file.ends_with(".md");
    let (mut fences, mut is_below_blank, mut is_indented) = (Fences::default(), true, false);
    let mut first = None;
    let (mut all, mut looked, mut sure, mut double, mut many) = (0, 0, 0, 0, 0);
    let (mut marked, mut weak, mut certain) = (0, 0, BTreeSet::new());
    for line in text.lines() {
        // Indented code begins below an empty line, and goes on over more of them.
        let is_blank = line.trim().is_empty();
        is_indented = line.starts_with('\t') || line.starts_with("    ") || is_blank && is_indented;
        is_indented &= is_below_blank || is_blank;
        is_below_blank = is_blank || is_indented;
        if is_prose && (fences.is_code(line) || is_indented) {
            continue;
        }
        // Every other part is code within the line.
        for word in line.split('`').step_by(2).flat_map(str::split_whitespace) {
            all += 1;
            marked += usize::from(!word.is_ascii() && word.chars().any(|c| !c.is_ascii() && c.is_alphabetic()));
            if looked == MOST_LOOKED || !word.contains('?') {
                continue;
            }
            looked += 1;
            match lost(word) {
                Lost::Nothing => continue,
                Lost::Perhaps => weak += usize::from(word.starts_with(char::is_lowercase)),
                Lost::Letters => {
                    if is_certain(word) && certain.len() < ENOUGH {
                        certain.insert(word);
                    }
                    sure += 1;
                    double += usize::from(word.trim_end_matches(|c: char| !c.is_alphanumeric()).contains("??"));
                    first = first.or(Some(word));
                }
            }
            many += 1;
        }
    }
    // In the midst of Vietnamese, two words that cannot be questions are enough.
    let is_clear = certain.len() + usize::from(weak > 0) >= SURE && !certain.is_empty() && 3 * marked >= all;
    let is_told = (many >= ENOUGH && sure >= SURE || double >= SURE || is_clear) && many * SPREAD >= all;
    let word = first.filter(|_| is_told)?;
    let lo = word.as_ptr() as usize - text.as_ptr() as usize;
    let place = Place::of(file, text, Span::new(lo, lo + word.len()));
    Some(Diagnostic::new(prose::LETTERS_ASKED).with("word", word).at(place))
}

/// True where nothing but consonants stands before the sign and a letter behind it: `n?i` is no question, `à?vì` may be.
fn is_certain(word: &str) -> bool {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '?')
        .to_lowercase();
    let Some((before, behind)) = word.split_once('?') else {
        return false;
    };
    let is_consonant = |c: char| c.is_ascii_alphabetic() && !"aeiouy".contains(c) || c == 'đ';
    !before.is_empty()
        && before.chars().all(is_consonant)
        && behind.starts_with(|c: char| c.is_alphabetic() || c == '?')
}

/// What a word has lost.
enum Lost {
    Nothing,
    /// `B?` may be an initial, and `?` a sign by itself.
    Perhaps,
    Letters,
}

/// `?à`, `n?m` and `Ph??ng` have lost letters; `ai?`, `vé?không`, `colou?r` and `tim?q=chua` have not.
fn lost(word: &str) -> Lost {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '?')
        .to_lowercase();
    let asked = word.trim_end_matches('?');
    if word == "?" || asked.chars().count() == 1 && !is_syllable(asked) && word.len() == asked.len() + 1 {
        return Lost::Perhaps;
    }
    let is_question = asked.is_empty() || !asked.contains('?') && is_syllable(asked);
    if is_question || !could_be(&word) {
        Lost::Nothing
    } else {
        Lost::Letters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(u16, u32, u32)> {
        let found = found(&"relics/x/vi.md".into(), text)?;
        let place = found.place?;
        Some((found.code.number, place.line, place.column))
    }

    #[test]
    fn letters_that_were_lost_are_told() {
        assert_eq!(told("Chùa B? ?à n?m trên núi Ph??ng Hoàng\n"), Some((447, 1, 9)));
        assert_eq!(told("Chùa c? nằm trên n?i, xây từ lâu.\n"), Some((447, 1, 18)));
        assert_eq!(told("Đền thờ v?i dân làng, hội m?i năm một lần\n"), Some((447, 1, 9)));
        assert_eq!(told("Núi Ph??ng Hoàng, ng??i Kinh B?c\n"), Some((447, 1, 5)));
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
            "Mua vé?không. Vì sao?vì thế. Đi đâu?đi chợ. Ai?à Ở đâu?ở nhà",
            "colou?r colou?r colou?r a?b c?d a?b c?d",
            "www.x.vn?abc a.vn?tim b.vn?muc c.vn?n?m",
            "```\nx?y n?m x?y n?m x?y\n```\n",
            "Mã:\n\n    x?y n?m x?y n?m x?y\n",
            "Gõ `x?y n?m x?y n?m x?y` rồi `n?m`",
            "Ông B? Ông C? Ông D? Ông K? ?",
            "n?m n?m Bà hỏi n?m",
            "Set x?y and n?m in the file of this house",
            "Chùa này có từ bao giờ?Vì sao?Ai hỏi t?",
        ] {
            assert_eq!(told(fine), None, "{fine}");
        }
    }
}
