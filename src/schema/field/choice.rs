//! `choice`: one of the kind's closed list.
//!
//! Entry point: [`ChoiceField`]. Invariant: authors write keys; a label is answered with its key.

use super::{FacetLabel, FacetValue, FieldType};
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::{Choice, FieldSpec};
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::{fold, nearest};
use serde_json::{Value as Json, json};

/// One of a closed list.
pub struct ChoiceField;

fn chosen<'s>(value: &Value, spec: &'s FieldSpec) -> Option<&'s Choice> {
    let Value::Word(word) = value else { return None };
    spec.choices.iter().find(|c| *c.key == **word)
}

impl FieldType for ChoiceField {
    fn name(&self) -> &'static str {
        "choice"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một giá trị trong danh sách của loại mục",
            "one value of the kind's list",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        if spec.choices.iter().any(|c| c.key == word) {
            return Some(Value::Word(word.into()));
        }
        let typed = fold(word);
        let labeled = spec
            .choices
            .iter()
            .find(|c| c.label.all().any(|(_, label)| fold(label) == typed));
        let keys: Vec<&str> = spec.choices.iter().map(|c| c.key.as_str()).collect();
        let near = labeled
            .map(|c| c.key.as_str())
            .or_else(|| nearest(word, keys.iter().copied()));
        reading.not_a_choice(node, word, &keys, near);
        None
    }

    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let choice = chosen(value, spec)?;
        let mut shown = showing.say(&choice.label).unwrap_or_else(|| showing.plain(&choice.key));
        shown["key"] = json!(choice.key);
        Some(shown)
    }

    fn brief(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        self.show(value, spec, showing)
    }

    fn facets(&self, value: &Value, spec: &FieldSpec) -> Vec<FacetValue> {
        let Some(choice) = chosen(value, spec) else {
            return Vec::new();
        };
        let per = choice
            .label
            .all()
            .filter_map(|(lang, label)| Some((lang?, label.to_string())))
            .collect::<Vec<_>>();
        let label = match choice.label.all().next() {
            Some((None, label)) => FacetLabel::Same(label.to_string()),
            Some(_) => FacetLabel::Per(per),
            None => FacetLabel::Same(choice.key.clone()),
        };
        vec![FacetValue {
            key: choice.key.replace('_', "-"),
            label,
        }]
    }

    fn linked_data(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let choice = chosen(value, spec)?;
        Some(showing.languages.plain(&choice.label, showing.lang).into())
    }
}
