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
use crate::text::PartialDate;
use crate::text::date::DateProblem;
use serde_json::Value as Json;

/// A date as far as it is known.
pub struct DateField;

/// Reads a date and reports why it is none.
pub fn read_date(node: &Node, reading: &mut Reading<'_>) -> Option<PartialDate> {
    let word = reading.word(node)?;
    let (code, mended) = match PartialDate::parse(word) {
        Ok(date) => return Some(date),
        Err(DateProblem::NotADate) => (codes::fields::NOT_A_DATE, None),
        Err(DateProblem::ShortYear) => (codes::fields::SHORT_YEAR, None),
        Err(DateProblem::NoSuchMonth(_) | DateProblem::NoSuchDay { .. }) => (codes::fields::NO_SUCH_DAY, None),
        Err(DateProblem::MonthFirst(date)) => (codes::fields::MONTH_FIRST, Some(date.to_string())),
    };
    let mut args = vec![("value", word)];
    args.extend(mended.as_deref().map(|m| ("mended", m)));
    reading.report(code, node.span, &args);
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
        let turned = Probe::read(&DateField, "12/31/2016");
        assert_eq!((turned.codes(), turned.said("mended")), (vec![324], "2016-12-31"));
        assert_eq!(turned.at(), (1, 4));
    }
}
