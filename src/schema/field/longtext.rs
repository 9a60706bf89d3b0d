//! `longtext`: paragraphs per language, plain text.
//!
//! Entry point: [`LongText`]. Invariant: blank lines separate paragraphs; nothing in it is markup.

use super::FieldType;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::Text;
use serde_json::{Value as Json, json};

/// Paragraphs per language.
pub struct LongText;

/// The paragraphs of a text as templates get them: `[{text, lang?}, …]`; a line break inside one becomes a space.
pub fn paragraphs(text: &Text, showing: &Showing<'_>) -> Vec<Json> {
    let Some(said) = showing.languages.say(text, showing.lang) else {
        return Vec::new();
    };
    let lang = said.lang.map(|l| showing.languages.get(l).code.as_str());
    said.text
        .split("\n\n")
        .map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|p| !p.is_empty())
        .map(|p| match lang {
            Some(lang) => json!({ "text": p, "lang": lang }),
            None => json!({ "text": p }),
        })
        .collect()
}

impl FieldType for LongText {
    fn name(&self) -> &'static str {
        "longtext"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "nhiều đoạn văn theo từng ngôn ngữ, sau dấu |; đoạn cách nhau một dòng trống",
            "paragraphs per language, behind a |; a blank line between them",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        reading.text(node).map(Value::Text)
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Text(text) = value else { return None };
        let paragraphs = paragraphs(text, showing);
        (!paragraphs.is_empty()).then(|| json!({ "paragraphs": paragraphs }))
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Text(text) => Some(showing.languages.plain(text, showing.lang).into()),
            _ => None,
        }
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<&'v Text> {
        match value {
            Value::Text(text) => vec![text],
            _ => Vec::new(),
        }
    }
}
