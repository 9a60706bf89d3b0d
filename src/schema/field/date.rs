//! `date`: a day, a month or a year.
//!
//! Entry point: [`DateField`], [`read_date`] for dates within other types. Invariant: day and month are never swapped.

use super::FieldType;
use super::parts::show_date;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::date::DateProblem;
use crate::text::{Date, PartialDate};
use serde_json::Value as Json;

/// A date as far as it is known.
pub struct DateField;

/// Reads a date and reports why it is none.
pub fn read_date(node: &Node, reading: &mut Reading<'_>) -> Option<PartialDate> {
    let word = reading.word(node)?;
    let (code, mended) = match PartialDate::parse(word) {
        Ok(date) => return Some(date),
        Err(DateProblem::NotADate) => return not_a_date(word, node, reading),
        Err(DateProblem::ShortYear) if without_year(word).is_some() => return not_a_date(word, node, reading),
        Err(DateProblem::ShortYear) => (codes::fields::SHORT_YEAR, None),
        Err(DateProblem::NoSuchMonth(_) | DateProblem::NoSuchDay { .. }) => (codes::fields::NO_SUCH_DAY, None),
        Err(DateProblem::MonthFirst(date)) => (codes::fields::MONTH_FIRST, Some(date.to_string())),
    };
    let mut args = vec![("value", word)];
    args.extend(mended.as_deref().map(|m| ("mended", m)));
    reading.report(code, node.span, &args);
    None
}

/// `20/5`: day and month of any year.
fn without_year(word: &str) -> Option<(u32, u32)> {
    let (day, month) = word.trim().split_once(['/', '-', '.'])?;
    let (day, month) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
    Date::new(LEAP_YEAR, month, day).ok().map(|_| (day, month))
}

/// A year that has every day.
const LEAP_YEAR: i32 = 2024;

/// The day that a spreadsheet counts as a number: 45123 is 16 July 2023. Other numbers of five digits are none, for
/// 19450 is a year with a digit too many.
fn of_spreadsheet(word: &str) -> Option<Date> {
    let serial: i64 = word.trim().parse().ok().filter(|n| (40_000..=60_000).contains(n))?;
    let first = Date::new(1899, 12, 30).ok()?;
    Some(first.add_days(serial))
}

/// Reports what is no date: with the one that is meant, as far as it is known.
fn not_a_date(word: &str, node: &Node, reading: &mut Reading<'_>) -> Option<PartialDate> {
    let (vi, en) = match (of_spreadsheet(word), without_year(word)) {
        (Some(date), _) => (
            format!("ở đây: {date} (Excel đếm ngày này là {})", word.trim()),
            format!("here: {date} (which Excel counts as {})", word.trim()),
        ),
        (_, Some((day, month))) => {
            let year = reading.today.year();
            (
                format!("thêm năm vào, ví dụ {year}-{month:02}-{day:02}"),
                format!("with its year, for example {year}-{month:02}-{day:02}"),
            )
        }
        _ => ("ví dụ 2016-12-31".to_string(), "for example 2016-12-31".to_string()),
    };
    let args = [("value", word), ("example", &*vi), ("example_en", &*en)];
    reading.report(codes::fields::NOT_A_DATE, node.span, &args);
    None
}

/// With a capital at its beginning.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next();
    first.into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

impl FieldType for DateField {
    fn name(&self) -> &'static str {
        "date"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "ngày, tháng hoặc năm: 2016-12-31, 2016-12, 2016, 31/12/2016",
            "a day, month or year: 2016-12-31, 2016-12, 2016, 31/12/2016",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let date = read_date(node, reading)?;
        super::integer::check_bounds(date.year().into(), node, spec, reading).then_some(Value::Date(date))
    }

    fn component(&self, _shown: &[Json]) -> &'static str {
        "text"
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Date(date) => {
                let mut shown = show_date(*date, showing);
                // It stands by itself: `Tháng 8 năm 1945`.
                if let Some(text) = shown["text"].as_str().map(capital) {
                    shown["text"] = text.into();
                }
                Some(shown)
            }
            _ => None,
        }
    }

    fn brief(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        self.show(value, spec, showing)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Date(date) => Some(date.to_string().into()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};
    use serde_json::json;

    #[test]
    fn dates_are_shown_as_far_as_they_are_known() {
        let shown = |yaml, lang| Probe::good(&DateField, yaml).show(lang)["text"].clone();
        assert_eq!(shown("2016-12-31", VI), json!("31/12/2016"));
        assert_eq!(shown("31/12/2016", EN), json!("31\u{a0}December\u{a0}2016"));
        assert_eq!(shown("2016-12", VI), json!("Tháng\u{a0}12\u{a0}năm\u{a0}2016"));
        assert_eq!(shown("2016", EN), json!("2016"));
        assert_eq!(Probe::good(&DateField, "12/2016").linked(VI), json!("2016-12"));
    }

    #[test]
    fn every_mistake_has_its_answer() {
        for (yaml, code) in [
            ("khoảng 2016", 321),
            ("3/4/23", 322),
            ("31/4/2023", 323),
            ("2023-13", 323),
        ] {
            assert_eq!(Probe::read(&DateField, yaml).codes(), [code], "{yaml}");
        }
        let serial = Probe::read(&DateField, "45123");
        let said = "ở đây: 2023-07-16 (Excel đếm ngày này là 45123)";
        assert_eq!((serial.codes(), serial.said("example")), (vec![321], said));
        for year in ["19450", "20025"] {
            let typed = Probe::read(&DateField, year);
            assert_eq!(
                (typed.codes(), typed.said("example")),
                (vec![321], "ví dụ 2016-12-31"),
                "{year}"
            );
        }
        let day = Probe::read(&DateField, "20/5");
        assert_eq!(
            (day.codes(), day.said("example")),
            (vec![321], "thêm năm vào, ví dụ 2026-05-20")
        );
        assert_eq!(Probe::read(&DateField, "5/23").codes(), [322]);
        let turned = Probe::read(&DateField, "12/31/2016");
        assert_eq!((turned.codes(), turned.said("mended")), (vec![324], "2016-12-31"));
        assert_eq!(turned.at(), (1, 4));
    }
}
