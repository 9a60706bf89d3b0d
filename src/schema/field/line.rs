//! `line`: one line that is the same in all languages.
//!
//! Entry point: [`Line`]. Invariant: the text stays as it was typed: `0912…`, `1.10` and `no` are text.

use super::{FieldType, Name};
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::Value as Json;

/// One line, language-neutral.
pub struct Line;

impl FieldType for Line {
    fn name(&self) -> &'static str {
        "line"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một dòng chữ dùng chung cho mọi ngôn ngữ",
            "one line of text, the same in all languages",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        reading.word(node).map(|word| Value::Word(word.into()))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(word) => Some(showing.plain(&**word)),
            _ => None,
        }
    }

    fn brief(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        self.show(value, spec, showing)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        match value {
            Value::Word(word) => vec![Name::Word(word)],
            _ => Vec::new(),
        }
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(word) => Some(Json::from(&**word)),
            _ => None,
        }
    }
}
