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

/// Shown to whoever wrote no number, where it lies within the bounds.
const EXAMPLE: i64 = 18;

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
            "a whole number, for example 18; for years use date, or grouped: false for no separators",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        // A length in metres where centimetres are wanted.
        let word = node.scalar().unwrap_or_default();
        let is_below = |min: i64| numbers::around(word).is_some_and(|(whole, _)| whole + 1 < min);
        let is_bare = word.ends_with(|c: char| c.is_ascii_digit()) && spec.min.is_some_and(is_below);
        let bare = is_bare.then(|| format!("{word} m"));
        if spec.sheet.as_deref().is_some_and(|sheet| sheet.contains("(cm)"))
            && let Some(centimetres) = numbers::centimetres(bare.as_deref().unwrap_or(word))
        {
            reading.not_an_integer(node, word, Some(&centimetres), EXAMPLE);
            return None;
        }
        // A length in kilometres where metres are wanted.
        if let Some(meant) = numbers::converted(word, &spec.name).filter(|meant| !meant.contains(',')) {
            reading.not_an_integer(node, word, Some(&meant), EXAMPLE);
            return None;
        }
        // Hours where minutes are wanted.
        if spec.name == "minutes"
            && let Some(minutes) = numbers::minutes(word)
        {
            reading.not_an_integer(node, word, Some(&minutes), EXAMPLE);
            return None;
        }
        let (min, max) = (spec.min.unwrap_or(EXAMPLE), spec.max.unwrap_or(EXAMPLE));
        let number = reading.integer_like(node, EXAMPLE.max(min).min(max))?;
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
    fn a_point_before_decimals_is_not_passed_over() {
        for (typed, said) in [
            ("12.5", "không có phần lẻ: 12 hoặc 13"),
            ("1.2", "không có phần lẻ: 1 hoặc 2"),
            ("1,5", "không có phần lẻ: 1 hoặc 2"),
            ("1,250", "ở đây: 1250"),
            ("nhiều", "ví dụ 18"),
        ] {
            let probe = Probe::read(&Integer, typed);
            assert_eq!((probe.codes(), probe.said("example")), (vec![302], said), "{typed}");
        }
        Probe::good(&Integer, "1250");
        assert_eq!(Probe::good(&Integer, "1.250").show(VI), json!({ "text": "1.250" }));
        let far = FieldSpec {
            min: Some(30),
            max: Some(1000),
            ..FieldSpec::new("scan_distance", &Integer)
        };
        let in_cm = FieldSpec {
            sheet: Some("Quét từ (cm)".into()),
            ..far.clone()
        };
        for typed in ["1.5", "1,5 m"] {
            let probe = Probe::by(in_cm.clone(), typed);
            assert_eq!((probe.codes(), probe.said("example")), (vec![302], "ở đây: 150"));
        }
        assert_eq!(Probe::by(far, "xa").said("example"), "ví dụ 30");
        let minutes = Probe::by(FieldSpec::new("minutes", &Integer), "nửa giờ");
        assert_eq!((minutes.codes(), minutes.said("example")), (vec![302], "ở đây: 30"));
    }

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
