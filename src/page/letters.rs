//! The letters of the A–Z page.
//!
//! Entry point: [`group`], [`letter_of`]. Invariant: the letters are those of the Vietnamese alphabet (tones do not
//! count, Đ is not D); anchors are plain: Đ is `dd`, Ơ is `ow`, as people type them.

use crate::entry::model::Status;
use crate::site::Site;
use crate::text::Lang;
use unicode_normalization::UnicodeNormalization;

/// Entries whose titles begin with one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// `Đ`.
    pub letter: String,
    /// `dd`.
    pub id: String,
    /// Positions of entries, by title.
    pub entries: Vec<u32>,
}

/// The letter of a title and its anchor; what begins with no letter stands under `#`.
pub fn letter_of(title: &str) -> (String, String) {
    let Some(first) = title.chars().find(|c| c.is_alphanumeric()) else {
        return ("#".into(), "0-9".into());
    };
    if !first.is_alphabetic() {
        return ("#".into(), "0-9".into());
    }
    let tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let bare: String = first.to_uppercase().nfd().filter(|c| !tone(c)).nfc().collect();
    let id = match bare.as_str() {
        "Đ" => "dd".to_string(),
        "Ă" => "aw".to_string(),
        "Â" => "aa".to_string(),
        "Ê" => "ee".to_string(),
        "Ô" => "oo".to_string(),
        "Ơ" => "ow".to_string(),
        "Ư" => "uw".to_string(),
        other if other.is_ascii() => other.to_lowercase(),
        other => other.chars().map(|c| format!("u{:x}", c as u32)).collect(),
    };
    (bare, id)
}

/// Groups the listed entries of a language by letter, in the order of titles.
pub(super) fn group(site: &Site, lang: Lang) -> Vec<Letter> {
    let languages = &site.frame.config.languages;
    let listed = |i: &u32| {
        let entry = &site.entries[*i as usize];
        entry.card.status == Status::Published && site.frame.kinds.get(entry.kind).listed
    };
    let mut order: Vec<u32> = (0..site.entries.len() as u32).filter(listed).collect();
    order.sort_unstable_by_key(|i| site.ranks[lang.index()][*i as usize]);
    let mut letters: Vec<Letter> = Vec::new();
    for i in order {
        let (letter, id) = letter_of(languages.plain(&site.entries[i as usize].card.title, lang));
        // Collation keeps a letter's entries together, but for letters that it takes for another with a mark.
        match letters.iter_mut().find(|l| l.id == id) {
            Some(known) => known.entries.push(i),
            None => letters.push(Letter {
                letter,
                id,
                entries: vec![i],
            }),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_vietnamese_alphabet() {
        let of = |title: &str| letter_of(title).0;
        assert_eq!(of("Đình làng"), "Đ");
        assert_eq!(of("ấp Bắc"), "Â");
        assert_eq!(of("«Ướt»"), "Ư");
        assert_eq!(of("19 đường"), "#");
        assert_eq!(letter_of("Ổi").1, "oo");
    }
}
