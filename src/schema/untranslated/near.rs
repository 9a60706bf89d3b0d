//! Sentences that are the same but for little: one word, case, signs, blanks, where a tone mark stands.
//!
//! Entry point: [`Near::has`]. Invariant: a sentence is compared only with those that have its first or its last words, so
//! that long texts are looked through quickly.

use crate::text::tone_fold;
use std::collections::BTreeMap;

/// Words that may be others, or written otherwise.
const OTHER: usize = 2;
/// A sentence is found by this many words at its beginning or its end; a single other word cannot stand in both.
const ENDS: usize = 2;
/// Shorter sentences have to be the same in every word.
const WORDS: usize = 5;
/// Sentences with the same ends that are compared.
const MOST: usize = 32;

/// The sentences of a text by their first and their last words.
pub(super) struct Near {
    sentences: Vec<Vec<String>>,
    by_end: BTreeMap<(bool, String), Vec<usize>>,
}

impl Near {
    /// Takes sentences up.
    pub(super) fn of<'s>(sentences: impl Iterator<Item = &'s str>) -> Self {
        let sentences: Vec<Vec<String>> = sentences.map(words).collect();
        let mut by_end: BTreeMap<(bool, String), Vec<usize>> = BTreeMap::new();
        for (at, sentence) in sentences.iter().enumerate() {
            for end in ends(sentence) {
                let same = by_end.entry(end).or_default();
                if same.len() < MOST {
                    same.push(at);
                }
            }
        }
        Self { sentences, by_end }
    }

    /// True when one of them is this sentence but for little.
    pub(super) fn has(&self, sentence: &str) -> bool {
        let sentence = words(sentence);
        let found = ends(&sentence);
        let mut found = found.iter().filter_map(|end| self.by_end.get(end)).flatten();
        found.any(|at| is_near(&self.sentences[*at], &sentence))
    }
}

/// The words of a sentence, without what may differ: `Hòa Bình,` is `hoà`, `bình`.
pub(super) fn words(sentence: &str) -> Vec<String> {
    raw_words(sentence).map(|word| tone_fold(word).to_lowercase()).collect()
}

fn raw_words(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// False where more than two words of a sentence stand nowhere in the source, letter for letter but for the first letter's
/// case: it is near none of its sentences then, and the source need not be taken apart.
pub(super) fn may_stand_in(source: &str, sentence: &str) -> bool {
    let behind_first = |word: &str| word.chars().next().map_or(0, char::len_utf8);
    raw_words(sentence)
        .filter(|word| !source.contains(&word[behind_first(word)..]))
        .take(OTHER + 1)
        .count()
        <= OTHER
}

fn ends(words: &[String]) -> [(bool, String); 2] {
    let first = words[..words.len().min(ENDS)].join(" ");
    let last = words[words.len().saturating_sub(ENDS)..].join(" ");
    [(false, first), (true, last)]
}

/// True when at most one word is another one, is missing, or was put in.
pub(super) fn is_near(one: &[String], other: &[String]) -> bool {
    let (longer, shorter) = (one.len().max(other.len()), one.len().min(other.len()));
    if longer - shorter > 1 || longer < WORDS {
        return one == other;
    }
    let same = |pairs: &mut dyn Iterator<Item = (&String, &String)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut one.iter().zip(other));
    if before == shorter {
        return true;
    }
    let behind = same(&mut one.iter().rev().zip(other.iter().rev()));
    before + behind + 1 >= longer
}

/// True for words of which two in five have letters beyond those of English, and two of these are small: Vietnamese, not names
/// and addresses, nor English with such in it.
pub fn is_vietnamese(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    let (mut marked, mut small, mut all) = (0, 0, 0);
    for word in text.split(' ') {
        all += 1;
        if super::is_marked(word) {
            marked += 1;
            small += usize::from(word.starts_with(char::is_lowercase));
        }
    }
    5 * marked >= 2 * all && small >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_more_or_another_one_is_near_and_two_are_not() {
        let near = Near::of(["Ngôi đền thờ vị tướng ở làng Hòa Bình", "Chùa cổ dưới núi"].into_iter());
        for same in [
            "ngôi đền, thờ vị tướng ở làng Hoà Bình",
            "Ngôi đình thờ vị tướng ở làng Hòa Bình",
            "Ngôi đền thờ vị tướng tại làng Hòa Bình",
            "Ngôi đền thờ vị đại tướng ở làng Hòa Bình",
            "Ngôi đền thờ tướng ở làng Hòa Bình",
            "Đền thờ vị tướng ở làng Hòa Bình",
            "chùa cổ, dưới núi",
        ] {
            assert!(near.has(same), "{same}");
        }
        for other in [
            "Ngôi đình thờ vị tướng ở làng Hòa An",
            "Ngôi đền thờ vị tướng",
            "Chùa cổ dưới đồi",
            "",
        ] {
            assert!(!near.has(other), "{other}");
        }
    }
}
