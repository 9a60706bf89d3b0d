//! Names that are spelled in two ways: `Cảnh Thụy` and `Cảnh Thuỵ` differ only in where a tone mark stands.
//!
//! Entry point: [`check`]. Invariant: only remarks; two names are compared as a whole title or as two capitalised words in
//! a row, so that a name within a longer title counts, and a single syllable, which is no name, does not.

use crate::diag::codes::site as messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::entry::model::Entry;
use crate::text::tone_fold;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names in titles that differ only in where a tone mark stands (check 18 of the field's own list). Of an entry each name
/// is told once, the whole title before what it holds.
pub fn check(entries: &[Arc<Entry>]) -> Diagnostics {
    let mut spellings: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for entry in entries {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (_, title) in entry.card.title.all() {
            let names = std::iter::once(title).chain(within(title));
            for name in names {
                let first = *spellings.entry(tone_fold(name)).or_insert(name);
                if first != name && !told.iter().any(|told| told.contains(name)) {
                    told.insert(name);
                    let finding = Diagnostic::new(messages::TONE_SPELLING).at(Place::file(&entry.file));
                    found.push(finding.with("first", first).with("second", name));
                }
            }
        }
    }
    found
}

/// What the names of an entry sound like: only entries that share one of these can be told against each other.
pub fn sounds(entry: &Entry) -> Vec<String> {
    let titles = entry.card.title.all().map(|(_, title)| title);
    titles
        .flat_map(|title| std::iter::once(title).chain(within(title)).map(tone_fold))
        .collect()
}

/// Each capitalised word with a tone that can stand in two places, with the capitalised word behind it, else the one
/// before it: `Hòa Bình` of `Chợ Hòa Bình`.
fn within(title: &str) -> impl Iterator<Item = &str> {
    let words = move || {
        let words = title.split_whitespace();
        words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
    };
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let is_wanted = move |word: &&str| is_capital(word) && has_movable_tone(word);
    // Nearly all titles have no such word.
    let has_any = !title.is_ascii() && words().any(|word| is_wanted(&word));
    let all = words().enumerate().filter(move |(_, word)| has_any && is_wanted(word));
    let name = move |(at, word): (usize, &'_ str)| {
        let next = words().nth(at + 1).filter(is_capital);
        let before = at.checked_sub(1).and_then(|at| words().nth(at)).filter(is_capital);
        let next = next.and_then(|next| slice(title, word, next));
        next.or_else(|| before.and_then(|before| slice(title, before, word)))
    };
    all.filter_map(name).filter(move |name| *name != title)
}

/// From one word to the next one, as they stand in the title; `None` when more than a blank is between them.
fn slice<'t>(title: &'t str, one: &str, two: &str) -> Option<&'t str> {
    let at = |word: &str| word.as_ptr() as usize - title.as_ptr() as usize;
    let between = title.get(at(one) + one.len()..at(two))?;
    (between == " ")
        .then(|| title.get(at(one)..at(two) + two.len()))
        .flatten()
}

/// `hòa`, `hoà`: the tone of a syllable that ends in *oa, oe, uy* is written on either vowel.
fn has_movable_tone(word: &str) -> bool {
    let mut letters = word.chars().rev().flat_map(char::to_lowercase);
    let (last, before) = (letters.next(), letters.next());
    let o = |c| "oòóỏõọ".contains(c);
    let u = |c| "uùúủũụ".contains(c);
    let is_a = |c| "aàáảãạeèéẻẽẹ".contains(c);
    let is_y = |c| "yỳýỷỹỵ".contains(c);
    match (before, last) {
        (Some(before), Some(last)) => !word.is_ascii() && (o(before) && is_a(last) || u(before) && is_y(last)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_within_a_longer_title_is_two_capitalised_words() {
        let names = |title| within(title).collect::<Vec<_>>();
        assert_eq!(names("Bánh đa Cảnh Thụy"), ["Cảnh Thụy"]);
        assert_eq!(names("Chợ Hòa Bình (mẫu)"), ["Hòa Bình"]);
        for none in [
            "Cảnh Thụy",
            "toạ đàm ở Hòa",
            "Chùa Bổ Đà",
            "Thụy, Bắc",
            "Peace Market",
            "Quán Của Mẹ",
        ] {
            assert_eq!(names(none), Vec::<&str>::new(), "{none}");
        }
    }
}
