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

/// Runs of codes: the first, the last, and the province that all wards between them belong to; made by `make_wards.py`.
const RUNS: &str = include_str!("wards.tsv");

fn runs() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let rows = RUNS.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let (first, rest) = line.split_once('\t')?;
        let (last, province) = rest.split_once('\t')?;
        Some((first, last, province))
    })
}

/// The province whose codes lie on both sides of this one. Codes have five digits each, so that they sort as texts.
fn province_of(code: &str) -> Option<&'static str> {
    let run = runs().find(|(first, last, _)| (*first..=*last).contains(&code));
    run.map(|(_, _, province)| province)
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
    if is_number && word.len() == LENGTH {
        return Some(word.to_string());
    }
    let args = [("value", word), ("named", &*named(word, reading))];
    reading.report(codes::facts::WARD_CODE, node.span, &args);
    None
}

/// The line that holds the name of a ward: `ward_name: { vi: xã Vân Hà, en: Van Ha Commune }`.
fn named(word: &str, reading: &Reading<'_>) -> String {
    let lower = word.to_lowercase();
    let ranks = [("phường ", " Ward"), ("xã ", " Commune"), ("đặc khu ", " Special Zone")];
    let rank = ranks.iter().find(|(rank, _)| lower.starts_with(rank));
    let letters = rank.and_then(|(rank, _)| word.get(rank.len()..)).unwrap_or(word);
    let is_name = word.chars().any(char::is_alphabetic);
    let is_number = !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_digit());
    let rank = rank.map_or("", |(_, rank)| rank);
    let mut line = String::from("ward_name: {");
    for lang in reading.languages.all() {
        let code = &*reading.languages.get(lang).code;
        let said = match code {
            // «Phường 1» is Ward 1, and «phường Vân Hà» Van Ha Ward.
            "en" if is_name && is_number => format!("{} {letters}", rank.trim()),
            "en" if is_name => format!("{}{rank}", ascii(letters)),
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
        let all: Vec<_> = runs().collect();
        assert_eq!(all.len(), RUNS.lines().count() - 1);
        assert!(all.windows(2).all(|pair| pair[0].1 < pair[1].0));
        let is_code = |code: &str| code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
        assert!(
            all.iter()
                .all(|(first, last, _)| is_code(first) && is_code(last) && first <= last)
        );
        for (code, name) in PROVINCES {
            assert!(all.iter().any(|(_, _, province)| province == code), "{name}");
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
            ("phường 1", "ward_name: { vi: phường 1, en: Ward 1 }"),
            ("\"099999\"", "ward_name: { vi: …, en: … }"),
        ] {
            let probe = Probe::read(&Place, &format!("{{ ward: {typed} }}"));
            assert_eq!((probe.codes(), probe.said("named")), (vec![345], line), "{typed}");
        }
        Probe::good(&Place, "{ ward_name: { vi: Vân Hà, en: Van Ha } }");
    }
}
