//! `lunar`: a day of the Vietnamese lunar calendar that comes back every year.
//!
//! Entry point: [`Lunar`]. Invariant: always the Vietnamese calendar (UTC+7); the solar days are computed for this year
//! and the next two, from the day of the build.

use super::FieldType;
use super::parts::{Parts, fill};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::lunar::{LunarDate, leap_month, month_length, to_solar};
use crate::text::{Date, fold};
use serde_json::{Value as Json, json};

/// A day, or a few days, of the lunar year.
pub struct Lunar;

/// How many years are shown.
const YEARS: i32 = 3;

/// The longest run of days over several months: Chùa Hương receives pilgrims from the first month to the third.
const MONTHS_LONG: i64 = 6;

/// One day, or the days from one to another.
#[derive(Clone, Copy)]
struct Days {
    day: i64,
    month: i64,
    /// The last day of several.
    to: Option<i64>,
    /// The month of the last day where that is another one.
    to_month: Option<i64>,
}

/// Names of months when folded; «tháng Một» is left out, because it means month 1 or month 11.
const MONTHS: &[(&str, i64)] = &[
    ("gieng", 1),
    ("hai", 2),
    ("ba", 3),
    ("tu", 4),
    ("nam", 5),
    ("sau", 6),
    ("bay", 7),
    ("tam", 8),
    ("chin", 9),
    ("muoi", 10),
    ("muoi mot", 11),
    ("muoi hai", 12),
    ("chap", 12),
];

fn month(words: &str) -> Option<i64> {
    let named = MONTHS.iter().find(|(name, _)| *name == words).map(|(_, n)| *n);
    named.or_else(|| words.parse().ok())
}

/// `14`, `14-15`, `ram`, `mung 6`, `tu 20 den 22`.
fn days(words: &str) -> Option<(i64, Option<i64>)> {
    let numbers: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–'))
        .filter(|w| !matches!(*w, "" | "mung" | "mong" | "ngay" | "tu" | "den"))
        .collect();
    let day = |word: &str| if word == "ram" { Some(15) } else { word.parse().ok() };
    match numbers.as_slice() {
        [one] => Some((day(one)?, None)),
        [from, to] => Some((day(from)?, Some(day(to)?))),
        _ => None,
    }
}

/// `14/2`, `14-15/2`, `28/12-3/1`, `14-2 âm lịch`, `rằm tháng Giêng`, `mùng 6 tháng Giêng`.
fn parse(word: &str) -> Option<Days> {
    let folded = fold(word);
    let plain = ["am lich", "al"].iter().find_map(|end| folded.strip_suffix(end));
    let (plain, marked) = plain.map_or((folded.as_str(), false), |rest| (rest, true));
    let plain = plain.trim_end_matches(['(', ' ', ',']);
    across(plain).or_else(|| within(plain, marked))
}

/// `28/12-3/1`, `từ 28 tháng Chạp đến mùng 3 tháng Giêng năm sau`: from one month into another.
fn across(plain: &str) -> Option<Days> {
    let plain = plain.strip_suffix(" nam sau").unwrap_or(plain);
    let halves = ["den", "-", "–"].iter().filter_map(|between| plain.split_once(between));
    halves.into_iter().find_map(|(first, last)| {
        let (first, last) = (within(first.trim(), false)?, within(last.trim(), false)?);
        let is_one = first.to.is_none() && last.to.is_none();
        is_one.then_some(Days {
            to: Some(last.day),
            to_month: (last.month != first.month).then_some(last.month),
            ..first
        })
    })
}

/// A day, or a few days of one month.
fn within(plain: &str, marked: bool) -> Option<Days> {
    let dashed = plain.matches(['-', '–']).count() == 1;
    let (day, name) = match plain.split_once("thang").or_else(|| plain.split_once('/')) {
        Some(halves) => halves,
        None if marked && dashed => plain.split_once(['-', '–'])?,
        None => return None,
    };
    let (day, to) = days(day)?;
    Some(Days {
        day,
        month: month(name.trim())?,
        to,
        to_month: None,
    })
}

/// True for words that are a day of the lunar year, or a few.
pub fn is_lunar(word: &str) -> bool {
    parse(word).is_some_and(possible)
}

fn possible(days: Days) -> bool {
    let Days {
        day,
        month,
        to,
        to_month,
    } = days;
    let is_month = |month: i64| (1..=12).contains(&month);
    let ends = match (to, to_month) {
        (_, None) => to.is_none_or(|to| (day..=30).contains(&to)),
        (None, Some(_)) => false,
        (Some(to), Some(last)) => {
            (1..=30).contains(&to) && is_month(last) && (1..=MONTHS_LONG).contains(&(last - month).rem_euclid(12))
        }
    };
    (1..=30).contains(&day) && is_month(month) && ends
}

fn value(days: Days) -> Fields {
    let mut fields = Fields::default();
    let is_one = days.to_month.is_none() && days.to == Some(days.day);
    fields.put("day", Some(Value::Int(days.day)));
    fields.put("to", days.to.filter(|_| !is_one).map(Value::Int));
    fields.put("month", Some(Value::Int(days.month)));
    fields.put("to_month", days.to_month.map(Value::Int));
    fields
}

/// As somebody would write them.
fn written(days: Days) -> String {
    let Days { day, month, .. } = days;
    match (days.to, days.to_month) {
        (None, None) => format!("{day}/{month}"),
        (Some(to), None) => format!("{day}-{to}/{month}"),
        (to, Some(last)) => format!("{day}/{month}-{}/{last}", to.unwrap_or_default()),
    }
}

fn small(fields: &Fields, name: &str) -> Option<u8> {
    fields.int(name).and_then(|n| u8::try_from(n).ok())
}

/// The first and the last solar day. Day 30 of a month of 29 days is its last day.
fn solar_days(fields: &Fields, year: i32, leap: bool) -> Option<(Date, Date)> {
    let (month, day) = (small(fields, "month")?, small(fields, "day")?);
    let solar = |year: i32, month: u8, leap: bool, day: u8| {
        let start = LunarDate {
            year,
            month,
            leap,
            day: 1,
        };
        let day = day.min(month_length(start).ok()?);
        to_solar(LunarDate { day, ..start }).ok()
    };
    let first = solar(year, month, leap, day)?;
    let to = small(fields, "to").unwrap_or(day);
    let last = match small(fields, "to_month") {
        None => solar(year, month, leap, to)?,
        Some(last) => solar(year + i32::from(last < month), last, false, to)?,
    };
    Some((first, last))
}

/// The solar days in this year and the next two, in order. The end of a lunar year falls into the next solar one.
pub fn solar(fields: &Fields, showing: &Showing<'_>) -> Vec<Json> {
    let years = showing.today.year()..showing.today.year() + YEARS;
    let both = fields.word("leap") == Some("either");
    let mut found = Vec::new();
    for year in years.start - 1..years.end {
        found.extend(solar_days(fields, year, false));
        let month = small(fields, "month");
        if both && month.is_some() && leap_month(year) == month {
            found.extend(solar_days(fields, year, true));
        }
    }
    let shown = found.into_iter().filter(|(from, _)| years.contains(&from.year()));
    shown
        .map(|(from, to)| {
            let [first, last] = [from, to].map(|day| showing.formats.date_short(day.into()));
            json!({ "text": showing.formats.range(&first, &last), "from": from.to_string(), "to": to.to_string() })
        })
        .collect()
}

/// The days in words: `rằm tháng Giêng âm lịch`.
pub fn words(fields: &Fields, showing: &Showing<'_>) -> Option<String> {
    let day = |n: i64| showing.world.word(&format!("lunar.day.{n}"));
    let mut month = showing.world.word(&format!("lunar.month.{}", fields.int("month")?));
    if fields.word("leap") == Some("either") {
        month = fill(showing, "lunar.either", &[("month", &month)]);
    }
    let from = day(fields.int("day")?);
    let Some(to) = fields.int("to").map(day) else {
        return Some(fill(showing, "lunar.one", &[("day", &from), ("month", &month)]));
    };
    let mut values = vec![("from", &*from), ("to", &*to), ("month", &*month)];
    let last = fields.int("to_month");
    let last = last.map(|last| showing.world.word(&format!("lunar.month.{last}")));
    values.extend(last.as_deref().map(|last| ("last", last)));
    let words = if last.is_some() {
        "lunar.across"
    } else {
        "lunar.several"
    };
    Some(fill(showing, words, &values))
}

impl FieldType for Lunar {
    fn name(&self) -> &'static str {
        "lunar"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "ngày âm lịch: \"14/2\", \"14-15/2\" hoặc \"rằm tháng Giêng\"",
            "a lunar date: \"14/2\", \"14-15/2\" or \"rằm tháng Giêng\"",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut leap = None;
        let days = if let Some(word) = node.scalar() {
            let days = parse(word);
            if days.is_none() {
                let todo = "ghi ngày/tháng, ví dụ \"14/2\", \"14-15/2\", \"28/12-4/1\", hoặc \"rằm tháng Giêng\"";
                let todo_en =
                    "write day/month, for example \"14/2\", \"14-15/2\", \"28/12-4/1\" or \"rằm tháng Giêng\"";
                let args = [("value", word), ("todo", todo), ("todo_en", todo_en)];
                reading.report(codes::fields::NOT_A_LUNAR_DATE, node.span, &args);
            }
            days?
        } else {
            let mut parts = Parts::open(node, &["day", "month", "to", "to_month", "leap"], reading)?;
            let complete = parts.needs("day", "day: …", reading) & parts.needs("month", "month: …", reading);
            let (day, to) = (parts.integer("day", reading), parts.integer("to", reading));
            let (month, to_month) = (parts.integer("month", reading), parts.integer("to_month", reading));
            parts.choice("leap", &["never", "either"], reading);
            leap = parts.fields.get("leap").cloned();
            let (day, month) = (day.filter(|_| complete)?, month?);
            Days {
                day,
                month,
                to,
                to_month: to_month.filter(|last| *last != month),
            }
        };
        if !possible(days) {
            let args = [("value", &*written(days))];
            reading.report(codes::facts::LUNAR_IMPOSSIBLE, node.span, &args);
            return None;
        }
        let mut fields = value(days);
        fields.put("leap", leap);
        Some(Value::Map(fields))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = showing.plain(words(fields, showing)?);
        shown["solar"] = Json::Array(solar(fields, showing));
        shown["note"] = showing.word("lunar.calendar");
        Some(shown)
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        Some(showing.plain(words(value.fields()?, showing)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    fn days_of(yaml: &str) -> Vec<Json> {
        let shown = Probe::good(&Lunar, yaml).show(VI);
        shown["solar"]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| s["from"].clone())
            .collect()
    }

    #[test]
    fn lunar_days_are_read_as_people_write_them() {
        for written in [
            "\"14/2\"",
            "14 tháng 2",
            "ngày 14 tháng Hai",
            "14-2 âm lịch",
            "14/2 ÂL",
            "{ day: 14, month: 2 }",
        ] {
            let shown = Probe::good(&Lunar, written).show(VI);
            assert_eq!(shown["text"], "ngày 14 tháng Hai âm lịch", "{written}");
        }
        let said = |yaml, lang| Probe::good(&Lunar, yaml).brief(lang)["text"].clone();
        assert_eq!(said("rằm tháng Giêng", VI), "rằm tháng Giêng âm lịch");
        assert_eq!(said("mùng 6 tháng Giêng", EN), "6th day of the 1st lunar month");
        assert_eq!(said("\"12-14/2\"", VI), "từ ngày 12 đến ngày 14 tháng Hai âm lịch");
        assert_eq!(said("23 tháng Chạp", EN), "23rd day of the 12th lunar month");
        for across in [
            "\"28/12-4/1\"",
            "28/12 – 4/1 âm lịch",
            "từ 28 tháng Chạp đến mùng 4 tháng Giêng năm sau",
            "28 tháng 12 - 4 tháng Giêng ÂL",
            "{ day: 28, month: 12, to: 4, to_month: 1 }",
        ] {
            assert_eq!(
                said(across, VI),
                "từ ngày 28 tháng Chạp đến mùng 4 tháng Giêng âm lịch",
                "{across}"
            );
        }
        assert_eq!(
            said("mùng 6 tháng Giêng đến 30/3", EN),
            "6th day of the 1st to 30th day of the 3rd lunar month"
        );
        assert_eq!(said("\"1/2-5/2\"", VI), said("\"1-5/2\"", VI));
    }

    #[test]
    fn solar_days_are_those_of_this_year_and_the_next_two() {
        // Tết of 2026, 2027 and 2028: 17 February, 6 February, 26 January.
        assert_eq!(days_of("\"1/1\""), ["2026-02-17", "2027-02-06", "2028-01-26"]);
        // The kitchen gods of the lunar year 2025 ascend in February 2026.
        assert_eq!(days_of("\"23/12\"")[0], "2026-02-10");
        // The year ends on the 29th day of the month where it has no 30th.
        assert_eq!(days_of("\"30/12\""), ["2026-02-16", "2027-02-05", "2028-01-25"]);
        let several = Probe::good(&Lunar, "\"20-22/1\"").show(VI);
        assert_eq!(several["solar"][0]["text"], "08/03/2026 – 10/03/2026");
        // Tết of 2027 is on 6 February: two days before it and three after.
        let across = Probe::good(&Lunar, "\"29/12-4/1\"").show(VI);
        assert_eq!(across["solar"][1]["text"], "05/02/2027 – 09/02/2027");
    }

    #[test]
    fn a_doubled_month_counts_only_when_asked() {
        // 2028 has a leap month 5.
        assert_eq!(days_of("\"5/5\"").len(), 3);
        assert_eq!(days_of("{ day: 5, month: 5, leap: either }").len(), 4);
    }

    #[test]
    fn impossible_days_are_told() {
        for bad in [
            "\"31/2\"",
            "\"14/13\"",
            "\"0/3\"",
            "\"15-12/2\"",
            "\"5/3-1/3\"",
            "\"5/3-1/2\"",
            "\"5/3-31/4\"",
            "{ day: 5, month: 3, to_month: 4 }",
            "{ day: 31, month: 1 }",
        ] {
            assert_eq!(Probe::read(&Lunar, bad).codes(), [350], "{bad}");
        }
        for bad in ["đầu xuân", "mùng 6 tháng Một", "\"14\"", "14-2"] {
            assert_eq!(Probe::read(&Lunar, bad).codes(), [349], "{bad}");
        }
        assert_eq!(Probe::read(&Lunar, "{ day: 3 }").codes(), [369]);
        assert_eq!(Probe::read(&Lunar, "{ day: 3, month: 3, leap: always }").codes(), [309]);
    }
}
