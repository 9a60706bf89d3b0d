//! Codes of wards and communes since 1 July 2025: which province each belongs to, and what is no code.
//!
//! Entry point: [`read_ward`], [`check_province`]. Invariant: facts of Decision 19/2025/QĐ-TTg; there is no list of single
//! wards, so that those which are made later are not refused, and a code is questioned only between two that are known.

use super::parts::Parts;
use super::province::{PROVINCES, with_rank};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::quoted;
use crate::source::yaml::Node;
use crate::text::{Lang, ascii};
use std::fmt::Write as _;

/// Runs of codes: the first, the last, and the province that all between them belong to.
const RUNS: &[(u32, u32, &str)] = &[
    (4, 685, "01"),
    (691, 1261, "08"),
    (1273, 1822, "04"),
    (1840, 2191, "19"),
    (2212, 2623, "08"),
    (2647, 3121, "15"),
    (3127, 3385, "11"),
    (3388, 3640, "12"),
    (3646, 4246, "14"),
    (4252, 4750, "15"),
    (4792, 4924, "25"),
    (4936, 4936, "01"),
    (4960, 5425, "25"),
    (5443, 5953, "19"),
    (5977, 6637, "20"),
    (6652, 7192, "22"),
    (7210, 7870, "24"),
    (7894, 8971, "25"),
    (8974, 9022, "01"),
    (9025, 9154, "25"),
    (9169, 9529, "24"),
    (9552, 10489, "01"),
    (10510, 11948, "31"),
    (11953, 13279, "33"),
    (13285, 14746, "37"),
    (14758, 16654, "38"),
    (16681, 18040, "40"),
    (18073, 18844, "42"),
    (18859, 19742, "44"),
    (19768, 20182, "46"),
    (20195, 21004, "48"),
    (21025, 21548, "51"),
    (21553, 22003, "52"),
    (22015, 22319, "66"),
    (22333, 22910, "56"),
    (22918, 23272, "68"),
    (23284, 23548, "51"),
    (23563, 24112, "52"),
    (24121, 24607, "66"),
    (24611, 25180, "68"),
    (25195, 25453, "75"),
    (25459, 25732, "80"),
    (25747, 25987, "79"),
    (25993, 26503, "75"),
    (26506, 27676, "79"),
    (27694, 28243, "80"),
    (28249, 28747, "82"),
    (28756, 29857, "86"),
    (29869, 30259, "82"),
    (30292, 31108, "91"),
    (31120, 31810, "92"),
    (31825, 32248, "96"),
];

/// No code is larger: a margin above the last one for wards that are made later.
const LARGEST: u32 = 33_000;

/// The province whose codes lie on both sides of this one.
fn province_of(code: &str) -> Option<&'static str> {
    let number: u32 = code.parse().ok()?;
    let run = RUNS.iter().find(|(first, last, _)| (*first..=*last).contains(&number));
    run.map(|(_, _, province)| *province)
}

/// A code of five digits; one that lost its leading zeros is answered with the whole one, a name with the line for names.
pub(super) fn read_ward(node: &Node, reading: &mut Reading<'_>) -> Option<String> {
    const LENGTH: usize = 5;
    let word = reading.word(node)?;
    if reading.has_lost_digits(node, word) {
        return None;
    }
    let is_number = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    // What still begins with a zero has lost something else.
    if is_number && word.len() < LENGTH && !word.starts_with('0') {
        let args = [("value", word), ("mended", &*format!("{word:0>LENGTH$}"))];
        reading.report(codes::fields::ZERO_LOST, node.span, &args);
        return None;
    }
    let is_possible = word.parse::<u32>().is_ok_and(|number| (1..=LARGEST).contains(&number));
    if is_number && word.len() == LENGTH && is_possible {
        return Some(word.to_string());
    }
    let args = [("value", word), ("named", &*named(word, reading))];
    reading.report(codes::fields::WARD_CODE, node.span, &args);
    None
}

/// The line that holds the name of a ward: `ward_name: { vi: xã Vân Hà, en: Van Ha Commune }`.
fn named(word: &str, reading: &Reading<'_>) -> String {
    let lower = word.to_lowercase();
    let ranks = [("phường ", " Ward"), ("xã ", " Commune"), ("đặc khu ", " Special Zone")];
    let rank = ranks.iter().find(|(rank, _)| lower.starts_with(rank));
    let letters = rank.and_then(|(rank, _)| word.get(rank.len()..)).unwrap_or(word);
    let is_name = word.chars().any(char::is_alphabetic);
    let mut line = String::from("ward_name: {");
    for lang in reading.languages.all() {
        let code = &*reading.languages.get(lang).code;
        let said = match code {
            "en" if is_name => format!("{}{}", ascii(letters), rank.map_or("", |(_, rank)| rank)),
            _ if is_name && lang == Lang(0) => word.to_string(),
            _ => "…".to_string(),
        };
        let end = if lang == Lang(0) { "" } else { "," };
        let _ = write!(line, "{end} {code}: {}", quoted(&said));
    }
    line + " }"
}

/// Reports a ward of another province than the one that is written.
pub(super) fn check_province(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    let (Some(ward), Some(province)) = (parts.fields.word("ward"), parts.fields.word("province")) else {
        return;
    };
    let Some(owner) = province_of(ward).filter(|owner| *owner != province) else {
        return;
    };
    let said = |code: &str| {
        let name = PROVINCES
            .iter()
            .find(|(known, _)| *known == code)
            .map_or("", |(_, name)| name);
        with_rank(code, name)
    };
    let ((own, own_en), (other, other_en)) = (said(owner), said(province));
    let args = [
        ("value", ward),
        ("owner", &*own),
        ("owner_en", &own_en),
        ("province", &other),
        ("province_en", &other_en),
        ("code", owner),
    ];
    reading.report(codes::facts::WARD_ELSEWHERE, parts.span("province"), &args);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::place::Place;
    use crate::schema::field::testing::Probe;

    #[test]
    fn runs_rise_and_name_every_province() {
        assert!(RUNS.windows(2).all(|pair| pair[0].1 < pair[1].0));
        assert!(RUNS.iter().all(|(first, last, _)| first <= last));
        for (code, name) in PROVINCES {
            assert!(RUNS.iter().any(|(_, _, province)| province == code), "{name}");
        }
    }

    #[test]
    fn a_ward_of_another_province_is_told_with_its_own() {
        let probe = Probe::read(&Place, "{ ward: \"07798\", province: \"79\" }");
        assert_eq!((probe.codes(), probe.said("code")), (vec![394], "24"));
        assert_eq!(
            (probe.said("owner"), probe.said("province")),
            ("tỉnh Bắc Ninh", "Thành phố Hồ Chí Minh")
        );
        Probe::good(&Place, "{ ward: \"07798\", province: \"24\" }");
        // Between two runs there may be wards that are made later.
        Probe::good(&Place, "{ ward: \"07880\", province: \"25\" }");
    }

    #[test]
    fn what_is_no_code_is_answered_with_the_line_for_names() {
        for (typed, line) in [
            ("Vân Hà", "ward_name: { vi: Vân Hà, en: Van Ha }"),
            ("phường Vân Hà", "ward_name: { vi: phường Vân Hà, en: Van Ha Ward }"),
            ("Xã Đak Pơ", "ward_name: { vi: Xã Đak Pơ, en: Dak Po Commune }"),
            ("\"99999\"", "ward_name: { vi: …, en: … }"),
            ("\"00000\"", "ward_name: { vi: …, en: … }"),
        ] {
            let probe = Probe::read(&Place, &format!("{{ ward: {typed} }}"));
            assert_eq!((probe.codes(), probe.said("named")), (vec![345], line), "{typed}");
        }
        Probe::good(&Place, "{ ward_name: { vi: Vân Hà, en: Van Ha } }");
    }
}
