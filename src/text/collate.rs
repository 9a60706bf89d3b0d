//! Vietnamese alphabetical order, as the Unicode CLDR gives it.
//!
//! Entry point: [`sort_key`]. Invariant: a total order: letters first (`a ă â b c d đ …`), then tones (none, huyền, hỏi,
//! ngã, sắc, nặng), then case, then the string itself. Runs of digits count as numbers. English names sort by it too. Signs
//! in front of the first letter or digit have no weight, as in library catalogs: «“Bia” …» stands among the B.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What a text is sorted by; compares byte by byte.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(Box<[u8]>);

/// Levels of a key are set apart by the lowest byte, so that a shorter text comes before a longer one that begins
/// with it.
const LEVEL_END: u8 = 0;
// First bytes of a primary weight, in the order of CLDR: blanks, signs, digits, Latin letters, all other letters.
const BLANK: u8 = 2;
const SIGN: u8 = 3;
const NUMBER: u8 = 4;
const LATIN: u8 = 8;
const OTHER: u8 = 200;
/// The Latin letters in order; `ƀ` is a letter of its own behind `b`.
const LETTERS: &str = "aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The sort key of a text.
pub fn sort_key(text: &str) -> SortKey {
    let mut levels = Levels::default();
    let word = text.find(char::is_alphanumeric).map_or(text, |at| &text[at..]);
    let mut rest = word.nfd().peekable();
    while let Some(c) = rest.next() {
        if c.is_ascii_digit() {
            let mut digits = String::from(c);
            while let Some(next) = rest.next_if(char::is_ascii_digit) {
                digits.push(next);
            }
            levels.number(&digits);
            continue;
        }
        let mut marks = Vec::new();
        while let Some(mark) = rest.next_if(|c| is_combining_mark(*c)) {
            marks.push(mark);
        }
        levels.letter(c, marks);
    }
    levels.finish(text)
}

#[derive(Default)]
struct Levels {
    letters: Vec<u8>,
    tones: Vec<u8>,
    cases: Vec<u8>,
}

impl Levels {
    fn number(&mut self, digits: &str) {
        let value = digits.trim_start_matches('0');
        let length = u16::try_from(value.len()).unwrap_or(u16::MAX);
        self.letters.push(NUMBER);
        self.letters.extend(length.to_be_bytes());
        self.letters.extend(value.bytes());
        self.tones.push(1);
        self.cases.push(1);
    }

    fn letter(&mut self, c: char, mut marks: Vec<char>) {
        if is_invisible(c) {
            return;
        }
        let case = if c.is_uppercase() { 2 } else { 1 };
        for lower in c.to_lowercase().filter(|c| !is_combining_mark(*c)) {
            let Some(others) = spelled_out(lower) else {
                self.one(lower, case, &mut marks);
                continue;
            };
            others.chars().for_each(|other| self.one(other, case, &mut marks));
            self.tones.push(u8::MAX);
        }
        self.tones.extend(marks.iter().map(|mark| tone(*mark)));
    }

    fn one(&mut self, c: char, case: u8, marks: &mut Vec<char>) {
        self.letters.extend(primary(c, marks));
        self.tones.push(1);
        self.cases.push(case);
    }

    fn finish(self, text: &str) -> SortKey {
        let mut key = self.letters;
        for level in [&self.tones, &self.cases] {
            key.push(LEVEL_END);
            key.extend(level);
        }
        key.push(LEVEL_END);
        key.extend(text.bytes());
        SortKey(key.as_slice().into())
    }
}

/// The weight of a letter; marks that make it another letter of the alphabet (`ă â ê ô ơ ư`) are used up.
fn primary(c: char, marks: &mut Vec<char>) -> Vec<u8> {
    let whole = marks.iter().enumerate().find_map(|(i, mark)| {
        let whole = match (c, *mark) {
            ('a', '\u{306}') => 'ă',
            ('a', '\u{302}') => 'â',
            ('e', '\u{302}') => 'ê',
            ('o', '\u{302}') => 'ô',
            ('o', '\u{31b}') => 'ơ',
            ('u', '\u{31b}') => 'ư',
            _ => return None,
        };
        Some((i, whole))
    });
    let c = match whole {
        Some((i, whole)) => {
            marks.remove(i);
            whole
        }
        None => c,
    };
    if let Some(rank) = LETTERS.chars().position(|letter| letter == c) {
        return vec![LATIN + rank as u8];
    }
    let class = match c {
        c if c.is_whitespace() => return vec![BLANK],
        c if c.is_alphanumeric() => OTHER,
        _ => SIGN,
    };
    let [_, high, middle, low] = u32::from(c).to_be_bytes();
    vec![class, high, middle, low]
}

/// Letters that sort right behind others.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ð' | 'ɖ' => "đ",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'ı' => "i",
        _ => return None,
    })
}

/// Signs that take no place and have no weight.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') || c.is_control() && !c.is_whitespace()
}

fn tone(mark: char) -> u8 {
    match mark {
        '\u{300}' => 2,
        '\u{309}' => 3,
        '\u{303}' => 4,
        '\u{301}' => 5,
        '\u{323}' => 6,
        other => 7 + (u32::from(other) % 200) as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_order(expected: &[&str]) {
        let mut sorted = expected.to_vec();
        sorted.reverse();
        sorted.sort_by_key(|text| sort_key(text));
        assert_eq!(sorted, expected);
    }

    #[test]
    fn words_stand_as_icu_puts_them() {
        assert_order(&[
            "Á",
            "An",
            "Ao",
            "Ăn",
            "Ân",
            "Ấn",
            "Bo",
            "Bô",
            "Bồ",
            "Bổ Đà",
            "Bơ",
            "Ca",
            "Cảnh Thụy",
            "Chùa",
            "Dak",
            "diện",
            "dình",
            "Đak Pơ",
            "điện",
            "đình",
            "Ga",
        ]);
        assert_order(&["ma", "mà", "mả", "mã", "má", "mạ"]);
    }

    #[test]
    fn the_provinces_stand_in_their_usual_order() {
        assert_order(&[
            "An Giang",
            "Bắc Ninh",
            "Cà Mau",
            "Cao Bằng",
            "Cần Thơ",
            "Đà Nẵng",
            "Đắk Lắk",
            "Điện Biên",
            "Đồng Nai",
            "Đồng Tháp",
            "Gia Lai",
            "Hà Nội",
            "Hà Tĩnh",
            "Hải Phòng",
            "Hồ Chí Minh",
            "Huế",
            "Hưng Yên",
            "Khánh Hòa",
            "Lai Châu",
            "Lạng Sơn",
            "Lào Cai",
            "Lâm Đồng",
            "Nghệ An",
            "Ninh Bình",
            "Phú Thọ",
            "Quảng Ngãi",
            "Quảng Ninh",
            "Quảng Trị",
            "Sơn La",
            "Tây Ninh",
            "Thái Nguyên",
            "Thanh Hóa",
            "Tuyên Quang",
            "Vĩnh Long",
        ]);
    }

    #[test]
    fn numbers_count_as_numbers_and_stand_before_letters() {
        assert_order(&["…", "2", "10", "Khu 2", "Khu 2 b", "Khu 10", "Khu A", "佛"]);
    }

    #[test]
    fn signs_in_front_of_a_title_do_not_count() {
        assert_order(&[
            "12 cây cổ thụ",
            "Am",
            "Bia mới",
            "«Bia» cũ",
            "(Cầu) đá",
            "“Đá” bok",
            "Ông Voi",
        ]);
    }

    #[test]
    fn lower_case_comes_first_and_equal_looking_texts_have_an_order() {
        assert_order(&["đình", "Đình", "đỉnh"]);
        assert_order(&["Khu 02", "Khu 2"]);
        assert_ne!(sort_key("a\u{200b}"), sort_key("a"));
        assert_order(&["aa", "a\u{7}b", "ab", "ac"]);
        // Letters of other languages come behind those that they are read as.
        assert_order(&["ass", "ASS", "aß", "at"]);
        assert_order(&["đa", "Đa", "ða", "đb"]);
    }
}
