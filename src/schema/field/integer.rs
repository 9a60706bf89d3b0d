//! `integer`: a whole number, with bounds from the kind.
//!
//! Entry point: [`Integer`]. Invariant: shown with the grouping of the page's language, unless the kind says
//! `grouped: false`: a year is `2010`, not `2.010`.

use super::FieldType;
use crate::diag::codes;
use crate::schema::numbers;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::Value as Json;

/// A whole number.
pub struct Integer;

/// Reports a number outside the bounds of the kind.
pub fn check_bounds(number: i64, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> bool {
    let (min, max) = (spec.min.unwrap_or(i64::MIN), spec.max.unwrap_or(i64::MAX));
    if (min..=max).contains(&number) {
        return true;
    }
    let shown = |bound: Option<i64>| bound.map_or_else(|| "…".to_string(), |n| n.to_string());
    let args = [
        ("value", &*number.to_string()),
        ("min", &shown(spec.min)),
        ("max", &shown(spec.max)),
    ];
    reading.report(codes::fields::OUT_OF_RANGE, node.span, &args);
    false
}

impl FieldType for Integer {
    fn name(&self) -> &'static str {
        "integer"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một số nguyên, ví dụ 18; số năm thì dùng date, hoặc grouped: false để không có dấu chấm",
            "a whole number, for example 18; for years use date, or grouped: false to have no separators",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        // A length in metres where centimetres are wanted.
        let word = node.scalar().unwrap_or_default();
        if spec.sheet.as_deref().is_some_and(|sheet| sheet.contains("(cm)"))
            && let Some(centimetres) = numbers::centimetres(word)
        {
            reading.not_an_integer(node, word, Some(&centimetres));
            return None;
        }
        let number = reading.integer(node)?;
        check_bounds(number, node, spec, reading).then_some(Value::Int(number))
    }

    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Int(number) if spec.grouped => Some(showing.plain(showing.formats.number(*number))),
            Value::Int(number) => Some(showing.plain(number.to_string().replace('-', "−"))),
            _ => None,
        }
    }

    fn brief(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        self.show(value, spec, showing)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Int(number) => Some((*number).into()),
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
    fn groups_are_those_of_the_language_and_years_have_none() {
        let probe = Probe::good(&Integer, "2010");
        assert_eq!(probe.show(VI), json!({ "text": "2.010" }));
        assert_eq!(probe.show(EN), json!({ "text": "2,010" }));
        let year = FieldSpec {
            grouped: false,
            ..FieldSpec::new("year", &Integer)
        };
        let probe = Probe::by(year.clone(), "2010");
        assert_eq!(
            (probe.show(VI), probe.brief(EN)),
            (json!({ "text": "2010" }), json!({ "text": "2010" }))
        );
        assert_eq!(probe.linked(VI), json!(2010));
        assert_eq!(Probe::by(year, "-179").show(VI), json!({ "text": "−179" }));
    }
}
