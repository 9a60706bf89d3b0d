//! Folding: what two spellings are reduced to before they are compared or searched.
//!
//! Entry point: [`fold`] for search and typed keys, [`tone_fold`] for spellings that differ by tone placement only.
//! Invariant: folded texts are keys; they are never shown, and authors' texts are never rewritten by them.

use super::nfc;
use super::slug::{is_dropped, plain};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The key under which a text is found: lower case, without diacritics (`Chùa Bổ Đà` → `chua bo da`), `đ` and its
/// look-alikes as `d`, letters of Jrai and Bahnar as their plain ones, without apostrophes, blanks as single spaces.
pub fn fold(text: &str) -> String {
    let lower = nfc(text).to_lowercase();
    let mut out = String::with_capacity(lower.len());
    for c in lower.nfd() {
        if is_combining_mark(c) || is_dropped(c) {
            continue;
        }
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        match plain(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The text in plain letters, for what takes nothing else (payment codes): `Ủng hộ Đồng Nai` → `Ung ho Dong Nai`. Case
/// stays, white space becomes single blanks, what has no plain form is left out.
pub fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in nfc(text).nfd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'đ' | 'ð' => out.push('d'),
            'Đ' | 'Ð' | 'Ɖ' => out.push('D'),
            'ƀ' => out.push('b'),
            '–' | '—' => out.push('-'),
            c if c.is_whitespace() && !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            '!'..='~' => out.push(c),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The known name nearest to the one that was asked for, or `None` when nothing is near: at most one letter in three
/// may be wrong, left out, too many or swapped with its neighbor, and none where either has fewer than four: `lê` is not
/// `ly`. Diacritics and case do not count, and `_`, `-` and the space are one. Of equally near ones the first in
/// alphabetical order is taken.
pub fn nearest<'a>(asked: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = key(asked);
    let letters = wanted.chars().count();
    let is_near = |distance: usize, name: &str| match letters.min(name.chars().count()) {
        0..4 => distance == 0 && letters > 0,
        _ => distance <= letters / 3,
    };
    known
        .map(|name| (strsim::damerau_levenshtein(&wanted, &key(name)), name))
        .filter(|(distance, name)| is_near(*distance, name))
        .min()
        .map(|(_, name)| name)
}

fn key(name: &str) -> String {
    fold(&name.replace(['_', '-'], " "))
}

/// The text with the tone of *oa, oe, uy* on the second vowel, as in the newer of the two ways in use: `hòa` → `hoà`,
/// `thủy` → `thuỷ`, `khỏe` → `khoẻ`. Case and all else stay, so that two names which become equal differ by tone
/// placement only.
pub fn tone_fold(text: &str) -> String {
    // Nearly every text has no such syllable, and taking marks apart is slow.
    if text.is_ascii() || !text.chars().zip(text.chars().skip(1)).any(may_be_glide) {
        return text.to_string();
    }
    let mut out: Vec<char> = text.nfd().collect();
    for at in 0..out.len().saturating_sub(2) {
        let (first, tone, second) = (out[at], out[at + 1], out[at + 2]);
        let bare = out.get(at + 3).is_none_or(|c| !is_combining_mark(*c));
        if is_tone(tone) && bare && is_glide(first, second) {
            out.swap(at + 1, at + 2);
        }
    }
    out.into_iter().nfc().collect()
}

/// True for two letters that [`tone_fold`] has to look at: *oa, oe, uy* with or without a tone, composed or not.
fn may_be_glide((first, second): (char, char)) -> bool {
    let is_first = || {
        matches!(
            first,
            'o' | 'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'O' | 'Ò' | 'Ó' | 'Ỏ' | 'Õ' | 'Ọ'
        ) || matches!(
            first,
            'u' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'U' | 'Ù' | 'Ú' | 'Ủ' | 'Ũ' | 'Ụ'
        )
    };
    match second {
        'a' | 'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'A' | 'À' | 'Á' | 'Ả' | 'Ã' | 'Ạ' => is_first(),
        'e' | 'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'E' | 'È' | 'É' | 'Ẻ' | 'Ẽ' | 'Ẹ' => is_first(),
        'y' | 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' | 'Y' | 'Ỳ' | 'Ý' | 'Ỷ' | 'Ỹ' | 'Ỵ' => is_first(),
        _ => is_combining_mark(second),
    }
}

/// Combining grave, acute, tilde, hook above, dot below.
fn is_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

fn is_glide(first: char, second: char) -> bool {
    matches!(
        (first.to_ascii_lowercase(), second.to_ascii_lowercase()),
        ('o', 'a' | 'e') | ('u', 'y')
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_keep_their_case_and_lose_what_has_no_plain_form() {
        for (text, plain) in [
            ("ủng hộ lũ lụt", "ung ho lu lut"),
            ("Đồng Nai – Ea Kƀang", "Dong Nai - Ea Kbang"),
            ("  Mua\u{a0}chè\n★ 10% ", "Mua che 10%"),
            ("u\u{309}ng hô\u{323}", "ung ho"),
            ("佛", ""),
        ] {
            assert_eq!(ascii(text), plain, "{text}");
        }
    }

    #[test]
    fn folding_finds_names_typed_without_diacritics() {
        for (text, folded) in [
            ("Chùa Bổ Đà", "chua bo da"),
            ("  Đền\u{a0}Hạ \n khu B ", "den ha khu b"),
            ("Ðà Nẵng, Ɖông", "da nang, dong"),
            ("Ƀơ̆k Kơ̆ng Čư Ñŭ Ĭ", "bok kong cu nu i"),
            ("K’Bang K'Bang", "kbang kbang"),
            ("HÒA hoà", "hoa hoa"),
        ] {
            assert_eq!(fold(text), folded);
            let apart: String = text.nfd().collect();
            assert_eq!(fold(&apart), folded);
        }
    }

    #[test]
    fn tone_placement_is_one_and_all_else_stays() {
        for (old, new) in [
            ("Hòa Bình", "Hoà Bình"),
            ("Phường Cảnh Thụy", "Phường Cảnh Thuỵ"),
            ("sức khỏe", "sức khoẻ"),
            ("HÒA", "HOÀ"),
            ("tọa đàm", "toạ đàm"),
        ] {
            assert_eq!(tone_fold(old), tone_fold(new), "{old}");
            assert_eq!(tone_fold(new), new);
        }
        for kept in ["của", "mùa", "Quý", "hoàn", "thuyền", "Ia Grai", "khuỷu", "bìa", "hoặc"] {
            assert_eq!(tone_fold(kept), kept);
        }
        assert_ne!(tone_fold("hoà"), tone_fold("hoá"));
    }

    #[test]
    fn the_nearest_key_is_proposed_and_a_far_one_is_not() {
        let known = ["title", "summary", "before_2025", "recognitions", "photos", "place"];
        let ask = |asked| nearest(asked, known.into_iter());
        assert_eq!(ask("tilte"), Some("title"));
        assert_eq!(ask("Before 2025"), Some("before_2025"));
        assert_eq!(ask("before-2025"), Some("before_2025"));
        assert_eq!(ask("recognition"), Some("recognitions"));
        assert_eq!(ask("sumary"), Some("summary"));
        assert_eq!(ask("tiêu đề"), None);
        assert_eq!(ask("x"), None);
        let eras = ["ly", "mac", "le-so", "tran"];
        for (asked, near) in [
            ("Lê", None),
            ("Lý", Some("ly")),
            ("Mạc", Some("mac")),
            ("trân", Some("tran")),
            ("may", None),
        ] {
            assert_eq!(nearest(asked, eras.into_iter()), near, "{asked}");
        }
        assert_eq!(
            nearest("kiến trúc", ["architectural", "kien_truc"].into_iter()),
            Some("kien_truc")
        );
    }
}
