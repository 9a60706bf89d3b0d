//! Years of a dating: whether they are years, and whether they lie in the era that is said.
//!
//! Entry point: [`read_year`], [`check_years`]. Invariant: a year is questioned, never changed; an era or a legend makes
//! a small year a plausible one.

use super::parts::Parts;
use crate::diag::{Code, Span, codes};
use crate::schema::numbers;
use crate::schema::reading::Reading;
use crate::schema::value::Value;
use crate::schema::words;
use crate::text::fold;
use std::ops::RangeInclusive;

/// Eras with the years that belong to them, as wide as historians set them.
const ERAS: &[(&str, RangeInclusive<i64>)] = &[
    ("dong-son", -1000..=250),
    ("bac-thuoc", -207..=939),
    ("champa", 192..=1832),
    ("oc-eo", -100..=750),
    ("ngo", 938..=968),
    ("dinh", 965..=981),
    ("tien-le", 979..=1010),
    ("ly", 1009..=1226),
    ("tran", 1225..=1414),
    ("ho", 1399..=1407),
    ("thuoc-minh", 1406..=1428),
    ("le-so", 1418..=1533),
    ("mac", 1527..=1677),
    ("le-trung-hung", 1527..=1789),
    ("tay-son", 1771..=1802),
    ("nguyen", 1802..=1945),
    ("phap-thuoc", 1858..=1954),
    ("chong-phap", 1945..=1954),
    ("chong-my", 1954..=1975),
    ("hien-dai", 1975..=9999),
];

/// Roman numerals of centuries, the first at 0.
const CENTURIES: &[&str] = &[
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
    "XVIII", "XIX", "XX", "XXI",
];

/// Reads a year; anything else is answered with the years of the century that it names.
pub(super) fn read_year(parts: &mut Parts<'_>, name: &str, reading: &mut Reading<'_>) -> Option<i64> {
    let node = parts.written(name)?;
    let word = reading.word(node)?;
    let year = numbers::integer(word);
    if year.is_none() {
        report(codes::fields::NOT_A_YEAR, node.span, word, reading);
    }
    parts.fields.put(name, year.map(Value::Int));
    year
}

/// Questions years that can hardly be meant, and a dating that lies wholly outside its era.
pub(super) fn check_years(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    let era = parts.fields.word("era");
    let years = era
        .and_then(|era| ERAS.iter().find(|(key, _)| *key == era))
        .map(|(_, years)| years);
    let is_legend = parts.fields.word("precision") == Some("legend");
    let mut doubtful = false;
    for name in ["from", "to"] {
        let Some(year) = parts.fields.int(name) else { continue };
        let meant = is_legend || years.is_some_and(|years| years.contains(&year));
        if !meant && (0..100).contains(&year) || year > i64::from(reading.today.year()) {
            doubtful = true;
            report(
                codes::facts::YEAR_DOUBTFUL,
                parts.span(name),
                &year.to_string(),
                reading,
            );
        }
    }
    let (from, to) = (parts.fields.int("from"), parts.fields.int("to"));
    if let (Some(from), Some(to), Some(era), Some(years)) = (from.or(to), to.or(from), era, years)
        && !doubtful
        && (to < *years.start() || from > *years.end())
    {
        let (vi, en) = words::labels(&format!("era.{era}")).unwrap_or_else(|| (era.to_string(), era.to_string()));
        let said = if from == to {
            from.to_string()
        } else {
            format!("{from}–{to}")
        };
        let args = [("years", said.as_str()), ("key", era), ("era", &vi), ("era_en", &en)];
        reading.report(codes::facts::OUTSIDE_ERA, parts.span("era"), &args);
    }
}

fn report(code: &'static Code, span: Span, word: &str, reading: &mut Reading<'_>) {
    let century = century(word).unwrap_or(19);
    let (from, to) = (century * 100 - 99, century * 100);
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    // A year that is doubtful itself is no example.
    let is_example = digits.len() == 4 && code == codes::fields::NOT_A_YEAR;
    let example = if is_example { digits } else { from.to_string() };
    let suffix = match century {
        1 | 21 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    // A year of two digits may be meant; one to come is none for anything that was made.
    let (meant, meant_en) = match digits_of(word) {
        1..=2 => (
            format!("; nếu đúng là năm {word} thì ghi thêm era, hoặc precision: legend"),
            format!("; if it is the year {word}, add its era, or precision: legend"),
        ),
        _ => (String::new(), String::new()),
    };
    let args = [
        ("value", word),
        ("meant", &*meant),
        ("meant_en", &meant_en),
        ("example", &example),
        ("century", CENTURIES[century - 1]),
        ("century_en", &format!("{century}{suffix}")),
        ("from", &from.to_string()),
        ("to", &to.to_string()),
    ];
    reading.report(code, span, &args);
}

fn digits_of(word: &str) -> usize {
    word.bytes().filter(u8::is_ascii_digit).count()
}

/// `thế kỷ XIX`, `TK19`, `19`, `18th century` → the number of the century.
fn century(word: &str) -> Option<usize> {
    let typed = fold(word);
    let named = ["the ky", "tk", "century"].iter().any(|name| typed.contains(name));
    let number = |word: &str| {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        let roman = CENTURIES
            .iter()
            .position(|name| name.eq_ignore_ascii_case(word.trim_start_matches("tk")));
        roman.filter(|_| named).map(|at| at + 1).or_else(|| digits.parse().ok())
    };
    let mut words = typed.split(|c: char| !c.is_alphanumeric());
    words.find_map(number).filter(|n| (1..=CENTURIES.len()).contains(n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::dating::Dating;
    use crate::schema::field::testing::Probe;

    #[test]
    fn a_century_is_answered_with_its_years() {
        for (yaml, from) in [
            ("{ from: thế kỷ XIX }", "1801"),
            ("{ from: TK19 }", "1801"),
            ("{ from: cuối thế kỷ XVIII }", "1701"),
            ("{ from: không rõ }", "1801"),
        ] {
            let probe = Probe::read(&Dating, yaml);
            assert_eq!((probe.codes(), probe.said("from")), (vec![375], from), "{yaml}");
        }
        assert_eq!(Probe::read(&Dating, "{ from: 1880? }").said("example"), "1880");
        assert_eq!(century("18th century"), Some(18));
    }

    #[test]
    fn a_year_of_two_digits_is_questioned_unless_it_is_meant() {
        let probe = Probe::read(&Dating, "{ from: 19, to: 19 }");
        assert_eq!((probe.codes(), probe.said("century")), (vec![376, 376], "XIX"));
        assert_eq!(
            Probe::read(&Dating, "{ from: 19, era: nguyen, precision: century }").codes(),
            [376]
        );
        let future = Probe::read(&Dating, "{ from: 3000 }");
        assert_eq!((future.codes(), future.said("example")), (vec![376], "1801"));
        assert_eq!(future.said("meant"), "");
        let small = Probe::read(&Dating, "{ from: 19 }");
        assert!(small.said("meant").contains("ghi thêm era"), "{}", small.said("meant"));
        assert_eq!(Probe::read(&Dating, "{ from: 17.4 }").codes(), [375]);
        Probe::good(&Dating, "{ from: 40, to: 43, era: bac-thuoc }");
        Probe::good(&Dating, "{ from: 40, precision: legend }");
        Probe::good(&Dating, "{ from: -300, to: 200 }");
    }

    #[test]
    fn a_dating_outside_its_era_is_told() {
        let probe = Probe::read(&Dating, "{ from: 1705, to: 1728, era: nguyen }");
        assert_eq!((probe.codes(), probe.said("years")), (vec![377], "1705–1728"));
        assert_eq!(probe.said("era"), "thời Nguyễn (1802–1945)");
        Probe::good(&Dating, "{ from: 1780, to: 1810, era: nguyen }");
        assert_eq!(ERAS.len(), crate::schema::field::dating::ERAS.len());
    }
}
