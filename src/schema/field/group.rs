//! `group`: fields under one heading, as the kind lists them.
//!
//! Entry point: [`Group`]. Invariant: a group has no checks of its own beyond those of its fields; an `id` is a slug.

use super::FieldType;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::{Text, is_slug, slug};
use serde_json::{Value as Json, json};

/// Fields under one heading.
pub struct Group;

/// Reads the fields of a map by their specs: unknown keys, missing required ones, values.
pub fn read_fields(node: &Node, specs: &[FieldSpec], reading: &mut Reading<'_>) -> Option<Fields> {
    let known: Vec<&str> = specs.iter().map(|s| s.name.as_str()).collect();
    let pairs = reading.map(node, &known)?;
    let mut fields = Fields::default();
    for spec in specs {
        let written = pairs
            .iter()
            .find(|(key, _)| key.text == spec.name)
            .map(|(_, value)| value);
        let before = reading.found.len();
        let value = written.and_then(|value| spec.read(value, reading));
        // What was written and is wrong has been told already.
        if spec.required && value.is_none() && reading.found.len() == before {
            let label = reading.languages.plain(&spec.label, crate::text::Lang(0)).to_string();
            let help = reading.languages.plain(&spec.help, crate::text::Lang(0)).to_string();
            let args = [("key", spec.name.as_str()), ("label", &label), ("help", &help)];
            let span = crate::diag::Span {
                lo: node.span.lo,
                hi: node.span.lo,
            };
            reading.report(codes::fields::MISSING_FIELD, span, &args);
        }
        fields.put(&spec.name, value);
    }
    Some(fields)
}

/// The fields of a group that have something to show, as templates get them: `{name, label, show, items}`.
pub fn show_fields(fields: &Fields, specs: &[FieldSpec], showing: &Showing<'_>) -> Vec<Json> {
    specs
        .iter()
        .filter_map(|spec| {
            let items = show_items(fields.get(&spec.name)?, spec, showing);
            let label = showing.say(&spec.label).unwrap_or_else(|| showing.plain(&spec.name));
            (!items.is_empty())
                .then(|| json!({ "name": spec.name, "label": label, "show": spec.field.component(), "items": items }))
        })
        .collect()
}

/// What is shown of each value of a field.
pub fn show_items(value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Vec<Json> {
    value
        .items()
        .iter()
        .filter_map(|item| spec.field.show(item, spec, showing))
        .collect()
}

impl FieldType for Group {
    fn name(&self) -> &'static str {
        "group"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "nhiều mục con, mỗi mục một dòng thụt vào",
            "several keys, one indented line each",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let fields = read_fields(node, &spec.fields, reading)?;
        if let (Some(id), Some(written)) = (fields.word("id"), node.get("id"))
            && !is_slug(id)
        {
            let args = [("value", id), ("near", &slug(id))];
            reading.report(codes::fields::NOT_AN_ID, written.span, &args);
        }
        Some(Value::Map(fields))
    }

    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let shown = show_fields(fields, &spec.fields, showing);
        if shown.is_empty() {
            return None;
        }
        let mut group = json!({ "fields": shown });
        if let Some(id) = fields.word("id") {
            group["id"] = json!(id);
            if let Some(code) = showing.world.code(id) {
                group["code"] = code;
            }
        }
        Some(group)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<&'v Text> {
        ["title", "name"]
            .iter()
            .filter_map(|name| value.fields()?.text(name))
            .collect()
    }
}
