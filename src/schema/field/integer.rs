//! `integer`: a whole number, with bounds from the kind.
//!
//! Entry point: [`Integer`]. Invariant: shown with the grouping of the page's language.

use super::FieldType;
use crate::diag::codes;
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
        ("một số nguyên, ví dụ 18", "a whole number, for example 18")
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let number = reading.integer(node)?;
        check_bounds(number, node, spec, reading).then_some(Value::Int(number))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Int(number) => Some(showing.plain(showing.formats.number(*number))),
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
