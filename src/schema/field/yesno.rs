//! `yesno`: yes or no.
//!
//! Entry point: [`YesNo`]. Invariant: `no` and `không` are read as typed, not as a program's idea of them.

use super::FieldType;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::Value as Json;

/// Yes or no.
pub struct YesNo;

impl FieldType for YesNo {
    fn name(&self) -> &'static str {
        "yesno"
    }

    fn about(&self) -> (&'static str, &'static str) {
        ("true (có) hoặc false (không)", "true (yes) or false (no)")
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        reading.yes_no(node).map(Value::Bool)
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Bool(true) => Some(showing.word("yes")),
            Value::Bool(false) => Some(showing.word("no")),
            _ => None,
        }
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Bool(yes) => Some((*yes).into()),
            _ => None,
        }
    }
}
