//! Slugs: names of entry folders, URL segments and heading ids.
//!
//! Entry point: [`slug`], [`is_slug`]. Invariant: a slug that is not empty holds only `a–z`, `0–9` and single dashes
//! inside, and is at most [`LONGEST`] bytes long. The function never changes its answer: slugs stand in printed addresses.

use super::nfc;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The longest slug in bytes; Windows paths have 260 characters for everything.
const LONGEST: usize = 80;

/// The slug of a name or heading: lower case, without diacritics, everything else single dashes. Long ones end at a
/// word. May be empty (a name of symbols or Chinese characters only) or a name that Windows reserves (`Côn` → `con`):
/// ask [`is_slug`] before making a folder.
pub fn slug(name: &str) -> String {
    let lower = nfc(name).to_lowercase();
    let mut out = String::with_capacity(lower.len());
    for c in lower.nfd() {
        if is_combining_mark(c) || is_dropped(c) {
            continue;
        }
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            _ => match plain(c) {
                Some(letters) => out.push_str(letters),
                None if out.ends_with('-') || out.is_empty() => {}
                None => out.push('-'),
            },
        }
    }
    shorten(&mut out);
    out
}

/// True for what a folder name must look like: as [`slug`] makes it, and not a name that Windows reserves.
pub fn is_slug(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= LONGEST
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !name.starts_with('-')
        && !name.ends_with('-')
        && !name.contains("--")
        && !is_reserved_on_windows(name)
}

/// The name of a folder for something of this name: its slug, with a number behind a name that Windows reserves
/// (`Côn` → `con-1`). `None` when there is nothing to make a slug of.
pub fn folder_name(name: &str) -> Option<String> {
    let slug = slug(name);
    if is_reserved_on_windows(&slug) {
        return Some(format!("{slug}-1"));
    }
    (!slug.is_empty()).then_some(slug)
}

/// True for names that Windows keeps for devices, whatever the case or extension: `con`, `NUL`, `com1.txt`.
pub fn is_reserved_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" => true,
        _ => {
            let port = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
            port.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
        }
    }
}

/// Letters that have no decomposition into a Latin letter and marks. `ð` and `ɖ` stand for `đ` in old documents.
pub(super) fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' | 'ɖ' => "d",
        'ƀ' => "b",
        'ø' => "o",
        'ł' => "l",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

/// Apostrophes (`K’Bang` is one word) and what word processors hide inside words.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\'' | '‘' | '’' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

fn shorten(out: &mut String) {
    if out.len() > LONGEST {
        let cut = match out[..=LONGEST].rfind('-') {
            Some(at) if at > 0 => at,
            _ => LONGEST,
        };
        out.truncate(cut);
    }
    if out.ends_with('-') {
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_has_letters_makes_a_folder() {
        for (name, folder) in [("Chùa Bổ Đà", "chua-bo-da"), ("Côn", "con-1"), ("COM1", "com1-1")] {
            assert_eq!(folder_name(name).as_deref(), Some(folder));
            assert!(is_slug(folder));
        }
        assert_eq!(folder_name("佛"), None);
    }

    /// Name, and the slug that printed addresses carry.
    const VECTORS: [(&str, &str); 23] = [
        ("Chùa Bổ Đà", "chua-bo-da"),
        ("Di tích chiến thắng Đak Pơ", "di-tich-chien-thang-dak-po"),
        ("Hòn đá ông Nhạc", "hon-da-ong-nhac"),
        ("Bia Chăm Tư Lương", "bia-cham-tu-luong"),
        ("Chùa Vĩnh Nghiêm", "chua-vinh-nghiem"),
        ("tương La – Trí Yên", "tuong-la-tri-yen"),
        ("bánh đa Cảnh Thụy", "banh-da-canh-thuy"),
        ("tinh bột nghệ Thuỳ Dương", "tinh-bot-nghe-thuy-duong"),
        ("Yến thô Minh Ánh", "yen-tho-minh-anh"),
        ("Phường Cảnh Thuỵ", "phuong-canh-thuy"),
        ("Đắk Lắk", "dak-lak"),
        ("Đặc khu Côn Đảo", "dac-khu-con-dao"),
        ("Quốc lộ 19 (km 15+300)", "quoc-lo-19-km-15-300"),
        ("Ý Yên", "y-yen"),
        ("ƯỚC MƠ", "uoc-mo"),
        ("Nghệ An", "nghe-an"),
        ("Hà Nội – 36 phố phường", "ha-noi-36-pho-phuong"),
        ("Trường Sa", "truong-sa"),
        ("A Lưới", "a-luoi"),
        ("Ia Khươl", "ia-khuol"),
        ("K’Bang", "kbang"),
        ("Vải thiều Lục Ngạn 4★", "vai-thieu-luc-ngan-4"),
        ("Nguyễn Huệ & Quang Trung", "nguyen-hue-quang-trung"),
    ];

    #[test]
    fn names_have_their_slugs_composed_or_not() {
        for (name, expected) in VECTORS {
            let apart: String = name.nfd().collect();
            assert_eq!(slug(name), expected, "{name}");
            assert_eq!(slug(&apart), expected, "{name}, decomposed");
            assert!(is_slug(expected), "{expected}");
        }
    }

    #[test]
    fn look_alikes_and_minority_letters_are_mapped() {
        assert_eq!(slug("Ðền Hạ, Ɖà Nẵng"), "den-ha-da-nang");
        assert_eq!(slug("ƀuôn Ĕa Tŭl, Kơ̆k"), "buon-ea-tul-kok");
        assert_eq!(slug("Đường Yersin — École française"), "duong-yersin-ecole-francaise");
    }

    #[test]
    fn nothing_sayable_is_an_empty_slug() {
        assert_eq!(slug("佛 ★ –"), "");
        assert!(!is_slug(""));
    }

    #[test]
    fn long_names_end_at_a_word() {
        let long = slug(&"Di tích lịch sử ".repeat(12));
        assert!(is_slug(&long), "{long}");
        assert!(long.ends_with("lich-su") || long.ends_with("di") || long.ends_with("lich") || long.ends_with("tich"));
        assert_eq!(slug(&"a".repeat(100)).len(), LONGEST);
        let exact = format!("{} b", "a".repeat(LONGEST));
        assert_eq!(slug(&exact), "a".repeat(LONGEST));
    }

    #[test]
    fn folder_names_that_would_break_somewhere_are_refused() {
        for bad in [
            "Chua", "chua_bo", "-a", "a-", "a--b", "đ", "con", "nul", "com0", "com1", "lpt9",
        ] {
            assert!(!is_slug(bad), "{bad}");
        }
        for good in ["com", "com10", "con-dao", "735190", "a"] {
            assert!(is_slug(good), "{good}");
        }
        assert_eq!(slug("Côn"), "con");
        assert!(is_reserved_on_windows("NUL.txt") && !is_reserved_on_windows("null"));
    }
}
