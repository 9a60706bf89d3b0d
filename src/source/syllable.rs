//! Whether a word is written as Vietnamese words are: one syllable with one tone at most.
//!
//! Entry point: [`is_syllable`]; [`could_be`] for a word with unknown letters, [`is_bare`] for one without marks. Invariant: spelling only, no dictionary;
//! what no Vietnamese word can be spelled like is refused, so that text which was read in the wrong encoding is told from
//! text of any living language.

use crate::text::nfc;
use unicode_normalization::UnicodeNormalization;

const ONSETS: &[&str] = &[
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "r", "s", "t", "v", "x", "",
];

/// Vowels that end a word.
const OPEN: &[&str] = &[
    "a", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iu",
    "oa", "oe", "oi", "ôi", "ơi", "ua", "uê", "ui", "uơ", "ưa", "ưi", "ưu", "uy", "ya", "iêu", "yêu", "oai", "oao",
    "oay", "oeo", "uây", "uôi", "uya", "uyu", "ươi", "ươu",
];

/// Vowels in front of a consonant that ends the word.
const CLOSED: &[&str] = &[
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "iê", "yê", "oa", "oă", "oe", "oo", "uâ", "uê", "uô",
    "ươ", "uy", "uyê",
];

const CODAS: &[&str] = &["ch", "ng", "nh", "c", "m", "n", "p", "t"];

/// True for a word of small letters that Vietnamese spelling allows.
pub(super) fn is_syllable(word: &str) -> bool {
    let mut tones = 0;
    let mut is_high = false;
    let mut plain = String::with_capacity(word.len());
    for c in word.nfd() {
        match c {
            '\u{301}' | '\u{323}' => (tones, is_high) = (tones + 1, true),
            '\u{300}' | '\u{303}' | '\u{309}' => tones += 1,
            other => plain.push(other),
        }
    }
    if tones > 1 || plain.is_empty() {
        return false;
    }
    let plain = nfc(&plain);
    ONSETS.iter().filter_map(|onset| plain.strip_prefix(onset)).any(|rest| {
        let closed = CODAS.iter().any(|coda| {
            // Words that end in c, ch, p, t have one of two tones.
            let is_stopped = matches!(*coda, "c" | "ch" | "p" | "t");
            rest.strip_suffix(coda).is_some_and(|vowel| CLOSED.contains(&vowel)) && (is_high || !is_stopped)
        });
        closed || OPEN.contains(&rest)
    })
}

/// True for a word of small letters that Vietnamese spelling allows when each `?` stands for `đ` or some vowel; tones
/// are not looked at.
pub(super) fn could_be(word: &str) -> bool {
    /// No word has more letters.
    const LONGEST: usize = 7;
    if word.chars().count() > LONGEST {
        return false;
    }
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let plain = nfc(&word.nfd().filter(|c| !is_tone(c)).collect::<String>()).into_owned();
    let onset = |onset: &&str| match plain.strip_prefix('?') {
        Some(rest) if *onset == "đ" => Some(rest),
        _ => plain.strip_prefix(onset),
    };
    let fits = |rest: &str, vowel: &str| {
        let is_one = |(typed, letter): (char, char)| typed == '?' || typed == letter;
        rest.chars().count() == vowel.chars().count() && rest.chars().zip(vowel.chars()).all(is_one)
    };
    ONSETS.iter().filter_map(onset).any(|rest| {
        let is_closed = |coda: &str| {
            let vowel = rest.strip_suffix(coda);
            vowel.is_some_and(|typed| CLOSED.iter().any(|vowel| fits(typed, vowel)))
        };
        CODAS.iter().any(|coda| is_closed(coda)) || OPEN.iter().any(|vowel| fits(rest, vowel))
    })
}

/// True for a word of small letters that is spelled like one of Vietnamese from which all marks were taken.
pub(crate) fn is_bare(word: &str) -> bool {
    let is_one = |(typed, letter): (char, char)| letter.nfd().next() == Some(typed);
    let fits =
        |rest: &str, vowel: &str| rest.len() == vowel.chars().count() && rest.chars().zip(vowel.chars()).all(is_one);
    let is_any = |rest: &str, vowels: &[&str]| vowels.iter().any(|vowel| fits(rest, vowel));
    let closed = |rest: &str| {
        CODAS
            .iter()
            .filter_map(|coda| rest.strip_suffix(coda))
            .any(|vowel| is_any(vowel, CLOSED))
    };
    let rests = ONSETS.iter().filter_map(|onset| word.strip_prefix(onset));
    word.is_ascii() && rests.into_iter().any(|rest| is_any(rest, OPEN) || closed(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_vietnamese_pass_and_those_of_others_do_not() {
        let text = "ngôi chùa cổ nằm dưới chân núi phượng hoàng nghiêng giếng quyển quốc gì giữ khuỷu oai hương thuở \
            được nước xoong khoẻ khỏe rượu người yêu uyên ương hoạch tuyết thế kỷ xuất bản lỗi thường gặp đặc biệt";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        for word in text.split_whitespace() {
            let bare = crate::text::fold(word);
            assert!(is_bare(&bare), "{bare}");
        }
        for word in ["chuaf", "street", "temple", "chùa", "village", "", "f", "ngooi"] {
            assert!(!is_bare(word), "{word}");
        }
        for word in ["?à", "n?m", "ph??ng", "b?", "cu?i", "???c", "ti?ng", "ng??i", "?"] {
            assert!(could_be(word), "{word}");
        }
        for word in ["vé?không", "sao?vì", "đâu?đi", "colou?r", "a?b", "c?d", "i)a", "ai?hỏi"] {
            assert!(!could_be(word), "{word}");
        }
        for word in [
            "street",
            "école",
            "für",
            "noël",
            "xuaát",
            "moät",
            "lçi",
            "gæp",
            "cat",
            "smørrebrød",
            "éé",
            "",
            "f",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }
}
