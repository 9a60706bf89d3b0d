//! `group`: fields under one heading, as the kind lists them.
//!
//! Entry point: [`Group`]. Invariant: a group has no checks of its own beyond those of its fields; an `id` is a slug.

use super::FieldType;
use crate::diag::{Diagnostic, FORM, Severity, Span, codes};
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::{Lang, Text, is_slug, slug};
use serde_json::{Value as Json, json};

/// Fields under one heading.
pub struct Group;

/// Reads the fields of a map by their specs: unknown keys, missing required ones, values.
pub fn read_fields(node: &Node, specs: &[FieldSpec], reading: &mut Reading<'_>) -> Option<Fields> {
    let known: Vec<&str> = specs.iter().map(|s| s.name.as_str()).collect();
    let before = reading.found.len();
    let pairs = reading.map(node, &known)?;
    // A key that was mistyped is answered with the right one; that it is missing would be the same mistake again.
    let answered: Vec<String> = reading.found[before..]
        .iter()
        .filter_map(|d| Some(d.args.iter().find(|(name, _)| *name == "near")?.1.clone()))
        .collect();
    let mut fields = Fields::default();
    for spec in specs {
        let written = pairs.iter().find(|(key, _)| key.text == spec.name);
        let before = reading.found.len();
        let value = written.and_then(|(_, value)| spec.read(value, reading));
        show_form(spec, &mut reading.found[before..]);
        // What was written and is wrong has been told already.
        let told = reading.found.len() > before || answered.contains(&spec.name);
        if spec.required && value.is_none() && !told {
            let start = Span {
                lo: node.span.lo,
                hi: node.span.lo,
            };
            missing(spec, written.map_or(start, |(key, _)| key.span), reading);
        }
        fields.put(&spec.name, value);
    }
    fields.0.shrink_to_fit();
    Some(fields)
}

/// Whoever wrote a value of another shape sees the right one, once.
fn show_form(spec: &FieldSpec, found: &mut [Diagnostic]) {
    let shapes = [
        codes::fields::ONE_VALUE,
        codes::fields::NEEDS_KEYS,
        codes::fields::PART_MISSING,
    ];
    let is_shape = |finding: &&mut Diagnostic| shapes.contains(&finding.code);
    if found
        .iter()
        .any(|finding| finding.args.iter().any(|(name, _)| *name == FORM))
    {
        return;
    }
    if let (Some(form), Some(finding)) = (&spec.form, found.iter_mut().find(is_shape)) {
        finding.args.push((FORM, form.clone()));
    }
}

/// Reports a required field that is not there. One that stands in the file but could not be read has been told already.
fn missing(spec: &FieldSpec, span: Span, reading: &mut Reading<'_>) {
    let unread = |d: &Diagnostic| d.code.number / 100 == 2 && d.code.draft == Severity::Error;
    let broken = reading.found.iter().any(unread);
    if broken && reading.doc.text.contains(&spec.name) {
        return;
    }
    let said = |text: &Text, code: &str| {
        let lang = reading.languages.find(code).unwrap_or(Lang(0));
        reading.languages.plain(text, lang).trim_end_matches('.').to_string()
    };
    let [label, label_en] = ["vi", "en"].map(|code| said(&spec.label, code));
    let [help, help_en] = ["vi", "en"].map(|code| said(&spec.help, code));
    let args = [
        ("key", spec.name.as_str()),
        ("label", &label),
        ("label_en", &label_en),
        ("help", &help),
        ("help_en", &help_en),
    ];
    reading.report(codes::fields::MISSING_FIELD, span, &args);
}

/// The fields of a group that have something to show, as templates get them: `{name, label, show, items}`.
pub fn show_fields(fields: &Fields, specs: &[FieldSpec], showing: &Showing<'_>) -> Vec<Json> {
    specs
        .iter()
        .filter_map(|spec| {
            let items = show_items(fields.get(&spec.name)?, spec, showing);
            let label = showing.say(&spec.label).unwrap_or_else(|| showing.plain(&spec.name));
            (!items.is_empty()).then(
                || json!({ "name": spec.name, "label": label, "show": spec.field.component(&items), "items": items }),
            )
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

    fn home<'s>(&self, word: &str, spec: &'s FieldSpec) -> Option<Home<'s>> {
        let is_text = |spec: &&FieldSpec| matches!(spec.field.name(), "ref" | "text" | "line") && spec.name != "id";
        let first = spec.fields.iter().find(is_text)?;
        match first.field.name() {
            "text" => Home::text(&first.name),
            _ => Home::line(&first.name, word),
        }
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
