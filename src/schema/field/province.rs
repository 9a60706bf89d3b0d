//! The provinces and cities of Vietnam since 1 July 2025, by code.
//!
//! Entry point: [`PROVINCES`], [`meant`]. Invariant: facts of Decision 19/2025/QĐ-TTg, Đồng Nai as a city since 30 April
//! 2026; some of these codes meant other provinces before, so a code says nothing without its date.

use crate::text::fold;

/// Code and name, in the order of codes.
pub const PROVINCES: &[(&str, &str)] = &[
    ("01", "Hà Nội"),
    ("04", "Cao Bằng"),
    ("08", "Tuyên Quang"),
    ("11", "Điện Biên"),
    ("12", "Lai Châu"),
    ("14", "Sơn La"),
    ("15", "Lào Cai"),
    ("19", "Thái Nguyên"),
    ("20", "Lạng Sơn"),
    ("22", "Quảng Ninh"),
    ("24", "Bắc Ninh"),
    ("25", "Phú Thọ"),
    ("31", "Hải Phòng"),
    ("33", "Hưng Yên"),
    ("37", "Ninh Bình"),
    ("38", "Thanh Hóa"),
    ("40", "Nghệ An"),
    ("42", "Hà Tĩnh"),
    ("44", "Quảng Trị"),
    ("46", "Huế"),
    ("48", "Đà Nẵng"),
    ("51", "Quảng Ngãi"),
    ("52", "Gia Lai"),
    ("56", "Khánh Hòa"),
    ("66", "Đắk Lắk"),
    ("68", "Lâm Đồng"),
    ("75", "Đồng Nai"),
    ("79", "Hồ Chí Minh"),
    ("80", "Tây Ninh"),
    ("82", "Đồng Tháp"),
    ("86", "Vĩnh Long"),
    ("91", "An Giang"),
    ("92", "Cần Thơ"),
    ("96", "Cà Mau"),
];

/// True for the code of a province of today.
pub fn is_known(code: &str) -> bool {
    PROVINCES.iter().any(|(known, _)| *known == code)
}

/// Provinces of the time before 1 July 2025 that are parts of others now, and those that have another code since: name,
/// old code, present code (Resolution 202/2025/QH15).
const BEFORE: &[(&str, &str, &str)] = &[
    ("Hà Giang", "02", "08"),
    ("Yên Bái", "15", "15"),
    ("Bắc Kạn", "06", "19"),
    ("Bắc Giang", "24", "24"),
    ("Hòa Bình", "17", "25"),
    ("Vĩnh Phúc", "26", "25"),
    ("Hải Dương", "30", "31"),
    ("Thái Bình", "34", "33"),
    ("Hà Nam", "35", "37"),
    ("Nam Định", "36", "37"),
    ("Quảng Bình", "44", "44"),
    ("Quảng Nam", "49", "48"),
    ("Kon Tum", "62", "51"),
    ("Bình Định", "52", "52"),
    ("Ninh Thuận", "58", "56"),
    ("Phú Yên", "54", "66"),
    ("Bình Thuận", "60", "68"),
    ("Đắk Nông", "67", "68"),
    ("Bình Phước", "70", "75"),
    ("Bình Dương", "74", "79"),
    ("Bà Rịa - Vũng Tàu", "77", "79"),
    ("Long An", "80", "80"),
    ("Tiền Giang", "82", "82"),
    ("Bến Tre", "83", "86"),
    ("Trà Vinh", "84", "86"),
    ("Kiên Giang", "91", "91"),
    ("Hậu Giang", "93", "92"),
    ("Sóc Trăng", "94", "92"),
    ("Bạc Liêu", "95", "96"),
    ("Lào Cai", "10", "15"),
    ("Bắc Ninh", "27", "24"),
    ("Quảng Trị", "45", "44"),
    ("Gia Lai", "64", "52"),
    ("Tây Ninh", "72", "80"),
    ("Đồng Tháp", "87", "82"),
    ("An Giang", "89", "91"),
];

/// What people say for a name.
const ALSO: &[(&str, &str)] = &[
    ("hcm", "79"),
    ("hcmc", "79"),
    ("tphcm", "79"),
    ("sai gon", "79"),
    ("thua thien hue", "46"),
    ("dac lac", "66"),
    ("daklak", "66"),
];

/// What somebody meant who wrote no code of a province of today.
#[derive(Debug, PartialEq, Eq)]
pub enum Meant {
    /// A province of today, with its code.
    Today(&'static str, &'static str),
    /// A province of before 1 July 2025, and the one of today that it belongs to.
    Before {
        /// Its name.
        old: &'static str,
        /// Code and name of the one of today.
        now: (&'static str, &'static str),
    },
}

/// The province that somebody wrote by name, or by a code that is no more; `None` when none is near.
pub fn meant(typed: &str) -> Option<Meant> {
    let today = |code: &str| PROVINCES.iter().copied().find(|(known, _)| *known == code);
    let before = |&(old, _, code): &(&'static str, &str, &str)| {
        let now = today(code)?;
        Some(if old == now.1 {
            Meant::Today(now.0, now.1)
        } else {
            Meant::Before { old, now }
        })
    };
    if let Some(row) = BEFORE.iter().find(|(_, old, _)| *old == typed.trim()) {
        return before(row);
    }
    let name = bare(typed);
    if let Some((_, code)) = ALSO.iter().find(|(said, _)| *said == name) {
        return today(code).map(|(code, name)| Meant::Today(code, name));
    }
    // At most one wrong letter, and only where no other province has it: «Quảng Binh» is Quảng Bình and «Quang Xinh»
    // may be Quảng Bình, Quảng Ninh and others.
    for slips in 0..=usize::from(name.chars().count() > 5) {
        let near = |other: &str| strsim::damerau_levenshtein(&name, &bare(other)) <= slips;
        let now = PROVINCES.iter().filter(|(_, other)| near(other));
        let now = now.map(|(code, name)| Meant::Today(code, name));
        let gone = BEFORE
            .iter()
            .filter(|(other, _, code)| near(other) && today(code).is_some_and(|t| t.1 != *other));
        let mut all = now.chain(gone.filter_map(before));
        if let Some(first) = all.next() {
            return Some(first).filter(|_| all.next().is_none());
        }
    }
    None
}

/// Code and name of the province of today that one of before 1 July 2025 belongs to, by its name as it is spelt; `None` for
/// one that is still there.
pub fn former(name: &str) -> Option<(&'static str, &'static str)> {
    let plain = name.trim().replace('–', "-");
    let same =
        |known: &str| crate::text::tone_fold(known).to_lowercase() == crate::text::tone_fold(&plain).to_lowercase();
    if PROVINCES.iter().any(|(_, known)| same(known)) {
        return None;
    }
    let (_, _, code) = BEFORE.iter().find(|(known, ..)| same(known))?;
    PROVINCES.iter().copied().find(|(known, _)| known == code)
}

/// A name in plain letters, without the words in front and without signs.
fn bare(name: &str) -> String {
    let folded = fold(name);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let plain = words.collect::<Vec<_>>().join(" ");
    let fronts = ["tinh ", "thanh pho ", "tp "];
    let front = fronts.iter().find_map(|word| plain.strip_prefix(word));
    front.unwrap_or(&plain).to_string()
}

/// Codes of the provinces that are cities.
const CITIES: [&str; 6] = ["01", "31", "46", "48", "79", "92"];

/// The name of a province of today in a sentence, Vietnamese and English: «tỉnh Bắc Ninh», «thành phố Huế».
pub fn with_rank(code: &str, name: &str) -> (String, String) {
    match code {
        // Here the word for its rank is a part of the name.
        "79" => (format!("Thành phố {name}"), format!("{name} City")),
        city if CITIES.contains(&city) => (format!("thành phố {name}"), name.to_string()),
        _ => (format!("tỉnh {name}"), name.to_string()),
    }
}

/// Every province of today as it is written: `"01" (Hà Nội)`.
pub fn all() -> String {
    let one = |(code, name): &(&str, &str)| format!("\"{code}\" ({name})");
    PROVINCES.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_thirty_four() {
        assert_eq!(PROVINCES.len(), 34);
        assert!(PROVINCES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(is_known("24") && !is_known("27"));
        // 63 before: 29 that are parts of others, and 34 that are still there.
        assert_eq!(
            BEFORE
                .iter()
                .filter(|(old, ..)| PROVINCES.iter().all(|(_, name)| name != old))
                .count(),
            29
        );
        assert!(BEFORE.iter().all(|(_, _, code)| is_known(code)));
    }

    #[test]
    fn a_name_is_answered_with_its_code() {
        for (typed, code) in [
            ("Gia Lai", "52"),
            ("tỉnh Quảng Trị", "44"),
            ("TP. Ho Chi Minh", "79"),
            ("TP.HCM", "79"),
            ("TPHCM", "79"),
            ("Thừa Thiên Huế", "46"),
            ("Lâm Đông", "68"),
            ("Thanh Hoá", "38"),
            ("Phú Thjọ", "25"),
            ("27", "24"),
        ] {
            assert!(
                matches!(meant(typed), Some(Meant::Today(found, _)) if found == code),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_province_of_before_is_answered_with_the_one_that_it_belongs_to() {
        for (typed, province, name) in [
            ("Bắc Giang", "Bắc Giang", "Bắc Ninh"),
            ("tỉnh Bình Định", "Bình Định", "Gia Lai"),
            ("Nam Định", "Nam Định", "Ninh Bình"),
            ("Ha Giang", "Hà Giang", "Tuyên Quang"),
            ("Bình Dương", "Bình Dương", "Hồ Chí Minh"),
            ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu", "Hồ Chí Minh"),
            ("Quảng Bình", "Quảng Bình", "Quảng Trị"),
            ("26", "Vĩnh Phúc", "Phú Thọ"),
        ] {
            let found = meant(typed);
            assert!(
                matches!(found, Some(Meant::Before { old, now }) if old == province && now.1 == name),
                "{typed}: {found:?}"
            );
        }
    }

    #[test]
    fn a_sentence_says_what_is_a_city() {
        for (code, said) in [
            ("24", "tỉnh Bắc Ninh"),
            ("01", "thành phố Hà Nội"),
            ("31", "thành phố Hải Phòng"),
            ("46", "thành phố Huế"),
            ("48", "thành phố Đà Nẵng"),
            ("79", "Thành phố Hồ Chí Minh"),
            ("92", "thành phố Cần Thơ"),
        ] {
            let name = PROVINCES
                .iter()
                .find(|(known, _)| *known == code)
                .map(|(_, name)| *name);
            assert_eq!(with_rank(code, name.unwrap()).0, said);
        }
    }

    #[test]
    fn what_is_near_to_none_or_to_several_is_not_guessed() {
        for typed in ["Quảng Xinh", "Hà Xyz", "abc", "99", "Giang", ""] {
            assert_eq!(meant(typed), None, "{typed}");
        }
        assert!(all().starts_with("\"01\" (Hà Nội), "));
    }
}
