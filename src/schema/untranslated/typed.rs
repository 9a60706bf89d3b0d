//! Vietnamese that was typed without its marks, or in whose words the keys for them still stand: «chuaf», «chua2».
//!
//! Entry point: [`slip`]. Invariant: only what has no Vietnamese letter at all and is long enough counts, so that names,
//! and sentences of syllables that have no marks anyway, never do.

use super::other::{looks, own_lines};
use crate::source::syllable::is_bare;
use std::collections::BTreeSet;

/// How a text of Vietnamese was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip<'t> {
    /// Without any marks: «Den nam o cuoi lang».
    Bare,
    /// With the keys that make marks, but without the program that reads them: the first word that has one.
    Keys(&'t str),
}

/// Sentences of fewer words may do without marks: of ten syllables about three have none, of seven in a row hardly ever all.
const WORDS: usize = 7;

/// The first sentence that was typed so, and how. Looks at lines that are plain from end to end, which in Vietnamese are
/// few: nearly every line is passed over at its first marked letter.
pub fn slip(text: &str) -> Option<(&str, Slip<'_>)> {
    let plain = text.lines().filter(|line| line.len() >= 2 * WORDS && line.is_ascii());
    let sentences = plain.flat_map(|line| line.split(['.', '!', '?', ';'])).map(str::trim);
    sentences
        .into_iter()
        .find_map(|sentence| Some((sentence, of_sentence(sentence)?)))
}

/// The same for a text in Markdown, whose quotations, tables and code show what others wrote.
pub fn slip_in_prose(text: &str) -> Option<(&str, Slip<'_>)> {
    slip(text).and_then(|_| own_lines(text).into_iter().find_map(slip))
}

fn of_sentence(sentence: &str) -> Option<Slip<'_>> {
    let words = sentence.split_ascii_whitespace();
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()));
    let mut words: Vec<&str> = words
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
        .collect();
    // «Hoa sen, hoa lan, hoa mai» are few words.
    let mut known = BTreeSet::new();
    words.retain(|word| known.insert(word.to_ascii_lowercase()));
    let plain = known.iter().filter(|word| is_bare(word)).count();
    let typed: Vec<&str> = words.iter().copied().filter(|word| has_keys(word)).collect();
    // Foreign names may stand among them.
    let is_most = |count: usize| 6 * count >= 5 * words.len();
    if words.len() < WORDS || !is_most(plain + typed.len()) || looks(sentence).is_some() {
        return None;
    }
    match typed.first() {
        Some(first) if 4 * typed.len() >= words.len() => Some(Slip::Keys(first)),
        _ => is_most(plain).then_some(Slip::Bare),
    }
}

/// True for a syllable with the keys of Telex (`chuaf`, `ddaats`) or VNI (`chua2`, `d9at6`) in it.
fn has_keys(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    // Both have a key for each tone and for each other mark.
    if word.bytes().any(|b| b.is_ascii_digit()) {
        let keys = word.bytes().filter(|b| matches!(b, b'1'..=b'9')).count();
        let bare: String = word.chars().filter(|c| c.is_ascii_alphabetic()).collect();
        return keys <= 2
            && keys + bare.len() == word.len()
            && word.starts_with(|c: char| c.is_ascii_alphabetic())
            && is_bare(&bare);
    }
    if is_bare(&word) {
        return false;
    }
    let mut bare = word.replacen("dd", "d", 1);
    for (keys, vowel) in [
        ("aa", "a"),
        ("ee", "e"),
        ("oo", "o"),
        ("uw", "u"),
        ("ow", "o"),
        ("aw", "a"),
    ] {
        bare = bare.replace(keys, vowel);
    }
    let tones = bare.match_indices(['s', 'f', 'r', 'x', 'j']).filter(|(at, _)| *at > 0);
    let without = |at: usize| [&bare[..at], &bare[at + 1..]].concat();
    is_bare(&bare) || tones.into_iter().any(|(at, _)| is_bare(&without(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_without_marks_are_found() {
        let text = "Đền ở cuối làng.\nDen nam o cuoi lang Ha, duoi chan nui Phuong Hoang.\nHội mở vào tháng Hai.";
        let sentence = "Den nam o cuoi lang Ha, duoi chan nui Phuong Hoang";
        assert_eq!(slip(text), Some((sentence, Slip::Bare)));
        let with_repeats = "Den nam o cuoi lang Ha va chua nam o dau lang Ha va mieu nam o giua lang Ha";
        assert_eq!(slip(with_repeats), Some((with_repeats, Slip::Bare)));
        let with_a_name = "Nam 1947 ong Nguyen Van Troi gap Robert o cau Cong Ly";
        assert_eq!(slip(with_a_name), Some((with_a_name, Slip::Bare)));
    }

    #[test]
    fn keys_of_an_input_method_that_was_off_are_found() {
        for (text, first) in [
            ("DDeenf nawmf owr cuoosi lafng, duwowis chaan nusi.", "DDeenf"),
            ("Ngooi chuaf coor naay ddwowcj xaay duwngj tuwf thowif Lys.", "Ngooi"),
            ("Chua2 na82m tre6n nu1i va2 co1 nhie62u tuo75ng.", "Chua2"),
        ] {
            assert!(
                matches!(slip(text), Some((_, Slip::Keys(word))) if word == first),
                "{text}: {:?}",
                slip(text)
            );
        }
    }

    #[test]
    fn what_others_wrote_is_left_alone_in_prose() {
        let bare = "Den nam o cuoi lang Ha, duoi chan nui";
        assert_eq!(slip_in_prose(&format!("> {bare}\n\n```\n{bare}\n```\n")), None);
        assert_eq!(
            slip_in_prose(&format!("> {bare}\n\n{bare}.\n")),
            Some((bare, Slip::Bare))
        );
    }

    #[test]
    fn names_other_languages_and_sentences_with_marks_are_left_alone() {
        for fine in [
            "Chua Bo Da, Bac Ninh",
            "Tranh hoa sen, hoa lan, hoa mai",
            "An old pagoda on a hill in the north of Vietnam, near the river.",
            "He can sing on the hill in the sun at ten.",
            "Das Haus liegt am Ende des Dorfes und ist sehr alt.",
            "Le temple se trouve au bout du village, sous la montagne.",
            "Ngôi đền nằm ở cuối làng Hạ, dưới chân núi.",
            "https://disan.example/di-tich/den-ha https://disan.example/a https://disan.example/b c d e f",
            "ISBN 978-604-1-00001-2, GTIN 8938505970011, ward 07798, map 21.2779 106.0231 and so on",
            "Nghệ nhân hát: \"tinh tinh tang tang tinh tinh tang tang tinh\"",
        ] {
            assert_eq!(slip(fine), None, "{fine}");
        }
    }

    #[test]
    fn every_syllable_of_a_long_text_is_known() {
        let text = include_str!("../../../content/articles/so-tay-tinh-nguyen-vien/vi.md");
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
        let unknown: Vec<String> = words.map(crate::text::fold).filter(|word| !is_bare(word)).collect();
        assert_eq!(unknown, [""; 0]);
    }
}
