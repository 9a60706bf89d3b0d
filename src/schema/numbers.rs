//! The number that somebody meant who wrote words beside it: `30 phút` → 30.
//!
//! Entry point: [`integer`], [`only`], [`whole`], [`converted`], [`is_short_form`]. Invariant: a number is proposed only when the value
//! holds exactly one; no digit is ever put beside another one that it was parted from.

use crate::text::fold;
use crate::text::number::parse_whole;

/// A whole number as people type it: `1250`, `1.250`, `1 250`, `-300`. Groups have three digits: `12.5` is none. A comma
/// stands before decimals in Vietnamese, and groups that have one are answered, not read.
pub(super) fn integer(word: &str) -> Option<i64> {
    let (is_negative, digits) = match word.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, word.strip_prefix('+').unwrap_or(word)),
    };
    let grouped = digits.replace('_', " ");
    let number = parse_whole(&grouped).ok().filter(|_| !digits.contains(','))?;
    let number = i64::try_from(number).ok()?;
    Some(if is_negative { -number } else { number })
}

/// The whole numbers below and above the only number of a text, which has decimals: `12.5` → 12 and 13.
pub(super) fn around(word: &str) -> Option<(i64, i64)> {
    let (whole, decimals) = only(word)?.split_once(['.', ','])?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let below: i64 = whole.parse().ok().filter(|_| is_digits(whole) && is_digits(decimals))?;
    let is_negative = word.trim_start().starts_with(['-', '−']);
    let above = below.checked_add(1)?;
    (!is_negative && decimals.bytes().any(|b| b != b'0')).then_some((below, above))
}

/// Hours in words as minutes: `nửa giờ` → 30, `1 tiếng rưỡi` → 90, `1,5 giờ` → 90, `nửa giờ 15 phút` → 45.
pub(super) fn minutes(word: &str) -> Option<String> {
    const NUMBERS: [&str; 5] = ["mot", "hai", "ba", "bon", "nam"];
    let folded = fold(word);
    let (amount, rest) = ["gio", "tieng", "hours", "hour"]
        .iter()
        .find_map(|unit| folded.split_once(unit))?;
    let amount = amount.trim().trim_start_matches("khoang").trim();
    let more = match rest.trim() {
        "" | "dong ho" => 0,
        "ruoi" => 30,
        rest => rest.trim_end_matches("phut").trim().parse().ok().filter(|m| *m < 60)?,
    };
    if matches!(amount, "nua" | "half an" | "half a") {
        // «Nửa giờ 30 phút» is no way to say an hour.
        return (more < 30).then(|| (30 + more).to_string());
    }
    let hours = NUMBERS
        .iter()
        .position(|number| *number == amount)
        .map(|at| at as u32 + 1);
    if let Some(half) = amount.strip_suffix(",5").or_else(|| amount.strip_suffix(".5")) {
        let whole = half.parse::<u32>().ok()?.checked_mul(60)?;
        return Some(whole.checked_add(30 + more)?.to_string());
    }
    let hours = hours.or_else(|| amount.parse().ok())?;
    Some(hours.checked_mul(60)?.checked_add(more)?.to_string())
}

/// The only number in a text, as it was typed; `None` when there are none or several.
pub(super) fn only(word: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut runs = word
        .split(|c| !is_part(c))
        .map(|run| run.trim_matches(['.', ',']))
        .filter(|run| !run.is_empty());
    runs.next().filter(|_| runs.next().is_none())
}

/// Units that people write beside numbers, the end of the keys that want another one, and the power of ten between them.
const UNITS: &[(&str, &str, i32)] = &[
    ("m²", "_ha", -4),
    ("m2", "_ha", -4),
    ("km²", "_ha", 2),
    ("km2", "_ha", 2),
    ("m", "_km", -3),
    ("km", "_m", 3),
    ("cm", "_m", -2),
];

/// `1.200 m²` under `zone1_ha`: the number in the unit of the key, as it is typed in Vietnamese: `0,12`.
pub(super) fn converted(word: &str, key: &str) -> Option<String> {
    let word = word.trim();
    let number = |unit: &str| {
        let rest = word.strip_suffix(unit)?.trim_end();
        // A dash before it is a dash: no area is less than nothing.
        let is_number = |c: char| c.is_ascii_digit();
        (rest.starts_with(is_number) && rest.ends_with(is_number)).then_some(rest)
    };
    let mut units = UNITS.iter().filter(|(_, end, _)| key.ends_with(end));
    let (number, power) = units.find_map(|(unit, _, power)| Some((number(unit)?, *power)))?;
    let plain = match parse_whole(number) {
        Ok(whole) => whole.to_string(),
        Err(_) => super::field::number::normal(number)?,
    };
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    // As many noughts around the digits as the point may move.
    const MOST: usize = 4;
    let noughts = "0".repeat(MOST);
    let digits = format!("{noughts}{whole}{decimals}{noughts}");
    let point = usize::try_from(i32::try_from(MOST + whole.len()).ok()? + power).ok()?;
    let (whole, decimals) = digits.split_at_checked(point)?;
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let decimals = decimals.trim_end_matches('0');
    Some(if decimals.is_empty() {
        whole.to_string()
    } else {
        format!("{whole},{decimals}")
    })
}

/// True for `8,93E+12`, which spreadsheets make of long numbers.
pub(super) fn is_short_form(word: &str) -> bool {
    let Some((digits, power)) = word.split_once(['E', 'e']) else {
        return false;
    };
    let power = power.strip_prefix('+').unwrap_or("");
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    !digits.is_empty() && !power.is_empty() && is_number(digits) && power.bytes().all(|b| b.is_ascii_digit())
}

/// The only whole number in a text: `1.250 m` and `1,250` → `1250`, `****` → `4`.
pub(super) fn whole(word: &str) -> Option<String> {
    let stars = word.chars().filter(|c| *c != '\u{fe0f}').count();
    if stars > 0 && word.chars().all(|c| matches!(c, '*' | '★' | '⭐' | '\u{fe0f}')) {
        return Some(stars.to_string());
    }
    parse_whole(only(word)?).ok().map(|number| number.to_string())
}

/// `1,5 m` as centimetres.
pub(super) fn centimetres(word: &str) -> Option<String> {
    let metres = word.trim().strip_suffix('m')?.trim_end().replace(',', ".");
    let (whole, part) = metres.split_once('.').unwrap_or((&metres, ""));
    if part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let centimetres = whole.parse::<u32>().ok()?.checked_mul(100)?;
    let part = format!("{part:0<2}").parse::<u32>().ok()?;
    Some(centimetres.checked_add(part)?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_unit_than_that_of_the_key_is_converted() {
        for (typed, key, meant) in [
            ("1.200 m²", "zone1_ha", "0,12"),
            ("1200m2", "zone2_ha", "0,12"),
            ("0,5 km²", "zone1_ha", "50"),
            ("1.250 m", "length_km", "1,25"),
            ("1,2 km", "length_m", "1200"),
            ("750 cm", "width_m", "7,5"),
            ("5 m2", "zone1_ha", "0,0005"),
            ("10.000 m²", "zone1_ha", "1"),
            ("12 km2", "zone1_ha", "1200"),
            ("0 m", "length_km", "0"),
        ] {
            assert_eq!(converted(typed, key).as_deref(), Some(meant), "{typed}");
        }
        for (typed, key) in [
            ("3,5 ha", "zone1_ha"),
            ("12 km", "length_km"),
            ("12 m", "length_m"),
            ("m", "length_km"),
            ("-5 m²", "zone1_ha"),
            ("3-5 m²", "zone1_ha"),
            ("1,2,5 km²", "zone1_ha"),
        ] {
            assert_eq!(converted(typed, key), None, "{typed}");
        }
    }

    #[test]
    fn digits_that_a_point_parts_are_one_number_only_in_groups_of_three() {
        for (typed, number) in [
            ("1250", 1250),
            ("1.250", 1250),
            ("1 250", 1250),
            ("1_250_000", 1_250_000),
            ("-300", -300),
        ] {
            assert_eq!(integer(typed), Some(number), "{typed}");
        }
        for bad in [
            "12.5",
            "1.2",
            "1,250",
            "0.500",
            "1.25.000",
            "12 5",
            "-",
            "",
            "99999999999999999999",
        ] {
            assert_eq!(integer(bad), None, "{bad}");
        }
        assert_eq!((around("12.5"), around("1,5 m")), (Some((12, 13)), Some((1, 2))));
        assert_eq!(
            (around("nửa"), around("12"), around("-1.5"), around("3.0")),
            (None, None, None, None)
        );
        assert_eq!(around("9223372036854775807.5"), None, "nothing is above it");
    }

    #[test]
    fn hours_are_so_many_minutes() {
        for (typed, number) in [
            ("nửa giờ", "30"),
            ("nửa tiếng", "30"),
            ("1 giờ", "60"),
            ("một tiếng rưỡi", "90"),
            ("1,5 giờ", "90"),
            ("1 giờ 15 phút", "75"),
            ("khoảng 2 tiếng", "120"),
            ("nửa giờ 15 phút", "45"),
        ] {
            assert_eq!(minutes(typed).as_deref(), Some(number), "{typed}");
        }
        for none in [
            "30 phút",
            "vài giờ",
            "1-2 giờ",
            "giờ Tý",
            "1 giờ 75",
            "71582788,5 giờ",
            "71582788 giờ 59 phút",
        ] {
            assert_eq!(minutes(none), None, "{none}");
        }
    }

    #[test]
    fn the_number_among_words_is_found() {
        assert_eq!(whole("30 phút").as_deref(), Some("30"));
        assert_eq!(whole("1.250 m.").as_deref(), Some("1250"));
        assert_eq!(
            (whole("****").as_deref(), whole("⭐⭐⭐").as_deref()),
            (Some("4"), Some("3"))
        );
        assert_eq!((whole(""), whole("* 2 *").as_deref()), (None, Some("2")));
        assert_eq!((whole("1,5 m"), only("1,5 m")), (None, Some("1,5")));
        assert_eq!((whole("1,250").as_deref(), whole("0,500")), (Some("1250"), None));
        assert_eq!((whole("20-30 phút"), whole("nửa giờ")), (None, None));
        assert_eq!(centimetres("1,5 m").as_deref(), Some("150"));
        assert_eq!(centimetres("2m").as_deref(), Some("200"));
        assert_eq!((centimetres("1,5 km"), centimetres("150 cm")), (None, None));
        assert_eq!(centimetres("42949672,99 m"), None, "more than fits");
        assert!(is_short_form("8,93E+12") && is_short_form("9.12346E+08") && is_short_form("9e+11"));
        assert!(!is_short_form("E+12") && !is_short_form("893E") && !is_short_form("12A+B") && !is_short_form("1E+x"));
    }
}
