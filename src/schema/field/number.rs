//! `number`: a number with decimals.
//!
//! Entry point: [`Number`]. Invariant: kept as decimal text with a point (`12.5`), never as a binary fraction.

use super::FieldType;
use crate::diag::codes;
use crate::schema::numbers;
use crate::schema::reading::Reading;
use crate::schema::shape;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::Value as Json;

/// A number with decimals, written with a comma or a point.
pub struct Number;

/// `12,5` or `12.5` → `12.5`; `None` when it is not a number.
pub fn normal(word: &str) -> Option<String> {
    let (sign, digits) = word.strip_prefix(['-', '−']).map_or(("", word), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let numeric = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let long = whole.len() + decimals.len() > 15;
    if whole.is_empty() || long || !numeric(whole) || !numeric(decimals) || digits.ends_with([',', '.']) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if decimals.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{decimals}")
    })
}

/// The whole part, rounded down in amount: bounds are whole numbers.
fn whole(plain: &str) -> i64 {
    plain.split('.').next().unwrap_or_default().parse().unwrap_or_default()
}

/// The number as JSON has it.
pub fn as_json(plain: &str) -> Option<Json> {
    serde_json::from_str(plain).ok()
}

impl FieldType for Number {
    fn name(&self) -> &'static str {
        "number"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một số, có thể có phần lẻ, ví dụ 12,5",
            "a number, possibly with decimals, for example 12.5",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        let Some(plain) = normal(word) else {
            let meant = numbers::only(word).filter(|number| normal(number).is_some());
            let converted = numbers::converted(word, &spec.name);
            let (vi, en) = shape::answer(converted.as_deref().or(meant), ("12,5", "12.5"));
            let args = [("value", word), ("example", &*vi), ("example_en", &*en)];
            reading.report(codes::fields::NOT_A_NUMBER, node.span, &args);
            return None;
        };
        let negative = i64::from(plain.starts_with('-') && plain.contains('.'));
        super::integer::check_bounds(whole(&plain) - negative, node, spec, reading).then(|| Value::Number(plain.into()))
    }

    fn component(&self, _shown: &[Json]) -> &'static str {
        "text"
    }

    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Number(plain) if !spec.grouped && !plain.contains('.') => {
                Some(showing.plain(plain.replace('-', "−")))
            }
            Value::Number(plain) => showing.formats.decimal(plain).map(|text| showing.plain(text)),
            _ => None,
        }
    }

    fn brief(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        self.show(value, spec, showing)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Number(plain) => as_json(plain),
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
    fn comma_and_point_are_one_and_each_language_writes_its_own() {
        for written in ["12,5", "12.5", "012.5"] {
            let probe = Probe::good(&Number, written);
            assert_eq!(probe.show(VI), json!({ "text": "12,5" }));
            assert_eq!(probe.show(EN), json!({ "text": "12.5" }));
            assert_eq!(probe.linked(EN), json!(12.5));
        }
        assert_eq!(Probe::good(&Number, "7").linked(VI), json!(7));
    }

    #[test]
    fn words_and_groups_are_no_numbers() {
        for bad in ["1,2 km", "abc", "1.250.000", "5,", "1e3"] {
            assert_eq!(Probe::read(&Number, bad).codes(), [320], "{bad}");
        }
    }

    #[test]
    fn whole_numbers_stand_without_groups_when_the_kind_says_so() {
        let spec = FieldSpec {
            grouped: false,
            ..FieldSpec::new("x", &Number)
        };
        assert_eq!(Probe::by(spec.clone(), "2010").show(VI), json!({ "text": "2010" }));
        assert_eq!(Probe::by(spec, "12.5").show(VI), json!({ "text": "12,5" }));
    }

    #[test]
    fn bounds_hold() {
        let spec = FieldSpec {
            min: Some(0),
            ..FieldSpec::new("x", &Number)
        };
        assert_eq!(Probe::by(spec.clone(), "-0.5").codes(), [312]);
        assert_eq!(Probe::by(spec, "0.5").codes(), [0_u16; 0]);
    }
}
