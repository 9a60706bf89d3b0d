//! Numbers, money and dates as a language writes them.
//!
//! Entry point: [`Formats`], read from the strings file of a language. Invariant: how a language writes is data; no
//! language code is known here. Numbers are never binary fractions, so that every machine writes the same digits.

use super::date::PartialDate;
use super::pattern::put;
use serde::Deserialize;

/// Keeps a number and its unit, a day and its month on one line.
const NO_BREAK_SPACE: &str = "\u{a0}";

/// How a language writes numbers and dates.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formats {
    /// Between groups of three digits: `.` in Vietnamese.
    pub group: String,
    /// Before the decimals: `,` in Vietnamese.
    pub decimal: String,
    /// A whole date, of `{d}` (2), `{dd}` (02), `{m}`, `{mm}`, `{mmmm}` (the month's name), `{y}`.
    pub date: String,
    /// A whole date in lists and tables.
    pub date_short: String,
    /// A month and year.
    pub month: String,
    /// A year.
    pub year: String,
    /// From one to the other: `{from} – {to}`.
    pub range: String,
    /// About: `khoảng {x}`.
    pub approx: String,
    /// An amount of Vietnamese dong: `{n} ₫`. Its spaces do not break.
    pub money: String,
    /// The names of the twelve months, as they stand inside a date.
    pub months: Vec<String>,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// Letters or signs where digits belong.
    NotANumber,
    /// Excel's short form, `8,93E+12`: digits are lost.
    Shortened,
    /// More digits than any amount has.
    TooLarge,
}

impl Formats {
    /// A whole number with its groups: `1.250.000`.
    pub fn number(&self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let sign = if value < 0 { "−" } else { "" };
        [sign, &self.grouped(&digits)].concat()
    }

    /// A decimal number written with a point (`1234.5`), as the language writes it: `1.234,5`. All decimals are kept.
    /// `None` when it is not one.
    pub fn decimal(&self, plain: &str) -> Option<String> {
        let (sign, digits) = match plain.strip_prefix(['-', '−']) {
            Some(digits) => ("−", digits),
            None => ("", plain),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !numeric(whole) || !numeric(decimals) {
            return None;
        }
        let shown = self.grouped(whole);
        Some(if digits.contains('.') {
            [sign, &shown, &self.decimal, decimals].concat()
        } else {
            [sign, &shown].concat()
        })
    }

    /// A number of tenths with its decimal: 15 → `1,5`.
    pub fn tenths(&self, tenths: u64) -> String {
        let whole = self.grouped(&(tenths / 10).to_string());
        [&whole, &*self.decimal, &(tenths % 10).to_string()].concat()
    }

    /// An amount of Vietnamese dong: `1.250.000 ₫`.
    pub fn money(&self, dong: u64) -> String {
        let pattern = self.money.replace(' ', NO_BREAK_SPACE);
        put(&pattern, &[("n", &self.grouped(&dong.to_string()))])
    }

    /// A date as far as it is known.
    pub fn date(&self, date: PartialDate) -> String {
        self.fill(&self.date, date)
    }

    /// A date as far as it is known, for lists and tables.
    pub fn date_short(&self, date: PartialDate) -> String {
        self.fill(&self.date_short, date)
    }

    /// From one value to another, both written already; one value when they are the same.
    pub fn range(&self, from: &str, to: &str) -> String {
        if from == to {
            return from.to_string();
        }
        put(&self.range, &[("from", from), ("to", to)])
    }

    /// About that value.
    pub fn approx(&self, value: &str) -> String {
        put(&self.approx, &[("x", value)])
    }

    fn fill(&self, whole: &str, date: PartialDate) -> String {
        let pattern = match (date.month(), date.day()) {
            (None, _) => &self.year,
            (Some(_), None) => &self.month,
            (Some(_), Some(_)) => whole,
        };
        let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
        let name = self.months.get(usize::from(month) - 1).map_or("", String::as_str);
        let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
        let parts = [
            ("d", &*day.to_string()),
            ("dd", &two(day)),
            ("m", &month.to_string()),
            ("mm", &two(month)),
            ("mmmm", name),
            ("y", &date.year().to_string()),
        ];
        // A date is one word: no line ends within it.
        put(&pattern.replace(' ', NO_BREAK_SPACE), &parts)
    }

    fn grouped(&self, digits: &str) -> String {
        let mut out = String::with_capacity(digits.len() * 4 / 3 + 1);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        out
    }
}

/// A number and its unit, which stay on one line: `300 g`.
pub fn with_unit(number: &str, unit: &str) -> String {
    [number, NO_BREAK_SPACE, unit].concat()
}

/// Reads a whole number as people type it: `1250000`, `1.250.000`, `1,250,000`, `1 250 000`. Groups must have three
/// digits and the first no leading zero, so that `1.25` is refused and not read as 125, nor `0.500` as 500.
pub fn parse_whole(text: &str) -> Result<u64, NumberProblem> {
    let text = text.trim();
    if text.contains(['E', 'e']) && text.contains('+') {
        return Err(NumberProblem::Shortened);
    }
    let separator = text.chars().find(|c| !c.is_ascii_digit());
    let digits = match separator {
        None => text.to_string(),
        Some(c @ ('.' | ',' | ' ' | '\u{a0}')) => {
            let groups: Vec<&str> = text.split(c).collect();
            let begins = (1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0');
            let whole = begins && groups[1..].iter().all(|group| group.len() == 3);
            if !whole {
                return Err(NumberProblem::NotANumber);
            }
            groups.concat()
        }
        Some(_) => return Err(NumberProblem::NotANumber),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberProblem::NotANumber);
    }
    digits.parse().map_err(|_| NumberProblem::TooLarge)
}

#[cfg(test)]
impl Formats {
    /// Vietnamese, as the strings file of the default theme has it.
    pub(crate) fn vi() -> Self {
        Self {
            group: ".".into(),
            decimal: ",".into(),
            date: "ngày {d} tháng {m} năm {y}".into(),
            date_short: "{dd}/{mm}/{y}".into(),
            month: "tháng {m} năm {y}".into(),
            year: "năm {y}".into(),
            range: "{from} – {to}".into(),
            approx: "khoảng {x}".into(),
            money: "{n} ₫".into(),
            months: (1..=12).map(|m| format!("tháng {m}")).collect(),
        }
    }

    /// English, as the strings file of the default theme has it.
    pub(crate) fn en() -> Self {
        let months = "January February March April May June July August September October November December";
        Self {
            group: ",".into(),
            decimal: ".".into(),
            date: "{d} {mmmm} {y}".into(),
            date_short: "{d} {mmmm} {y}".into(),
            month: "{mmmm} {y}".into(),
            year: "{y}".into(),
            range: "{from} – {to}".into(),
            approx: "about {x}".into(),
            money: "VND {n}".into(),
            months: months.split(' ').map(str::to_string).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let (vi, en) = (Formats::vi(), Formats::en());
        assert_eq!(vi.number(1_234_567), "1.234.567");
        assert_eq!(vi.number(999), "999");
        assert_eq!(en.number(-1_000), "−1,000");
        assert_eq!(vi.number(i64::MIN), "−9.223.372.036.854.775.808");
        assert_eq!(vi.decimal("1234567.89").as_deref(), Some("1.234.567,89"));
        assert_eq!(en.decimal("0.50").as_deref(), Some("0.50"));
        assert_eq!(vi.decimal("12").as_deref(), Some("12"));
        for bad in ["", "1.", ".5", "1,5", "1.2.3", "x"] {
            assert_eq!(vi.decimal(bad), None, "{bad}");
        }
    }

    #[test]
    fn amounts_do_not_break_before_the_currency() {
        assert_eq!(Formats::vi().money(1_250_000), "1.250.000\u{a0}₫");
        assert_eq!(Formats::en().money(1_250_000), "VND\u{a0}1,250,000");
        assert_eq!(with_unit("300", "g"), "300\u{a0}g");
    }

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        let (vi, en) = (Formats::vi(), Formats::en());
        let date = |text| PartialDate::parse(text).unwrap();
        assert_eq!(
            vi.date(date("2026-11-21")),
            "ngày\u{a0}21\u{a0}tháng\u{a0}11\u{a0}năm\u{a0}2026"
        );
        assert_eq!(en.date(date("2026-11-21")), "21\u{a0}November\u{a0}2026");
        assert_eq!(vi.date_short(date("1945-09-02")), "02/09/1945");
        assert_eq!(vi.date(date("2026-11")), "tháng\u{a0}11\u{a0}năm\u{a0}2026");
        assert_eq!(en.date(date("2026-11")), "November\u{a0}2026");
        assert_eq!(
            (vi.date(date("938")), en.date(date("938"))),
            ("năm\u{a0}938".into(), "938".into())
        );
        assert_eq!(en.range("2016", "2018"), "2016 – 2018");
        assert_eq!(en.range("2016", "2016"), "2016");
        assert_eq!(vi.approx("năm 938"), "khoảng năm 938");
    }

    #[test]
    fn whole_numbers_are_read_with_or_without_groups() {
        for text in ["1250000", "1.250.000", "1,250,000", "1 250 000", " 1\u{a0}250\u{a0}000"] {
            assert_eq!(parse_whole(text), Ok(1_250_000), "{text}");
        }
        for bad in ["1.25", "0.500", "1.250,000", "12.50.000", "", "-5", "45k", "1.250 đ"] {
            assert_eq!(parse_whole(bad), Err(NumberProblem::NotANumber), "{bad}");
        }
        assert_eq!(parse_whole("8,93E+12"), Err(NumberProblem::Shortened));
        assert_eq!(parse_whole("99999999999999999999"), Err(NumberProblem::TooLarge));
    }
}
