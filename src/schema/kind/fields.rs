//! The fields of a kind as its file changes them.
//!
//! Entry point: [`apply_fields`]. Invariant: what a file does not mention of a field stays as it was; a mistake in one
//! field leaves the others alone.

use super::set;
use crate::diag::codes;
use crate::schema::field::{self, FieldType};
use crate::schema::reading::Reading;
use crate::schema::spec::{Choice, FieldSpec, Section};
use crate::source::yaml::Node;
use crate::text::{Text, nearest};

/// Applies a list of field specs by name: changes those that exist, adds the others, drops those marked `remove`.
pub(super) fn apply_fields(fields: &mut Vec<FieldSpec>, node: &Node, reading: &mut Reading<'_>) {
    for item in node.items() {
        let Some(name) = item.get("name").and_then(|n| reading.word(n)).map(str::to_string) else {
            if !reading.is_torn_apart(item) {
                reading.report(codes::setup::FIELD_WITHOUT_NAME, item.span, &[]);
            }
            continue;
        };
        let at = fields.iter().position(|f| f.name == name);
        if item.get("remove").and_then(|n| reading.yes_no(n)) == Some(true) {
            match at {
                Some(at) => drop(fields.remove(at)),
                None => nothing_to_remove(item, &name, fields.iter().map(|f| f.name.as_str()), reading),
            }
            continue;
        }
        let field_type = item.get("type").and_then(|n| field_type(n, reading));
        match (at, field_type) {
            (Some(at), field_type) => {
                set(&mut fields[at].field, field_type);
                apply_field(&mut fields[at], item, reading);
            }
            (None, Some(field_type)) => {
                let mut spec = FieldSpec::new(&name, field_type);
                apply_field(&mut spec, item, reading);
                fields.push(spec);
            }
            (None, None) if item.get("type").is_none() && !reading.is_torn_apart(item) => {
                reading.report(codes::setup::FIELD_WITHOUT_TYPE, item.span, &[("name", &name)]);
            }
            (None, None) => {}
        }
        if let Some(before) = item.get("before") {
            place(fields, &name, before, reading);
        }
    }
}

/// Puts a field in front of another: pages show fields in the order of their kind.
fn place(fields: &mut Vec<FieldSpec>, name: &str, before: &Node, reading: &mut Reading<'_>) {
    let Some(word) = reading.word(before).map(str::to_string) else {
        return;
    };
    if !fields.iter().any(|field| field.name == word) {
        let known: Vec<&str> = fields
            .iter()
            .map(|field| field.name.as_str())
            .filter(|known| *known != name)
            .collect();
        let near = nearest(&word, known.iter().copied());
        return reading.not_a_choice(before, &word, &known, near);
    }
    let Some(from) = fields.iter().position(|field| field.name == name) else {
        return;
    };
    let moved = fields.remove(from);
    let to = fields.iter().position(|field| field.name == word).unwrap_or(from);
    fields.insert(to, moved);
}

/// Reports what is to be removed and is not there; a slip in its name leaves the other one standing.
fn nothing_to_remove<'n>(item: &Node, name: &str, known: impl Iterator<Item = &'n str>, reading: &mut Reading<'_>) {
    let known: Vec<&str> = known.collect();
    let span = item.get("name").or(item.get("key")).map_or(item.span, |node| node.span);
    match nearest(name, known.iter().copied()) {
        Some(near) => reading.report(codes::setup::NOT_THERE_NEAR, span, &[("name", name), ("near", near)]),
        None => reading.report(codes::setup::NOT_THERE, span, &[("name", name)]),
    }
}

fn field_type(node: &Node, reading: &mut Reading<'_>) -> Option<&'static dyn FieldType> {
    let word = reading.word(node)?;
    let found = field::find(word);
    if found.is_none() {
        let known: Vec<&str> = field::FIELDS.iter().map(|f| f.name()).collect();
        let near = nearest(word, known.iter().copied());
        reading.not_a_choice(node, word, &known, near);
    }
    found
}

const FIELD_KEYS: &[&str] = &[
    "name", "type", "many", "required", "label", "help", "sheet", "section", "choices", "fields", "to", "back",
    "codes", "min", "max", "grouped", "ld", "before", "remove",
];

fn apply_field(spec: &mut FieldSpec, node: &Node, reading: &mut Reading<'_>) {
    let Some(pairs) = reading.map(node, FIELD_KEYS) else {
        return;
    };
    for (key, value) in pairs {
        match key.text.as_str() {
            "many" => set(&mut spec.many, reading.yes_no(value)),
            "required" => set(&mut spec.required, reading.yes_no(value)),
            "label" => set(&mut spec.label, known_text(value, reading)),
            "help" => set(&mut spec.help, known_text(value, reading)),
            "sheet" => spec.sheet = reading.word(value).map(str::to_string),
            "section" => set(&mut spec.section, section(value, reading)),
            "choices" => apply_choices(&mut spec.choices, value, reading),
            "fields" => apply_fields(&mut spec.fields, value, reading),
            "to" => spec.to = reading.words(value),
            "back" => set(&mut spec.back, known_text(value, reading)),
            "codes" => set(&mut spec.codes, reading.yes_no(value)),
            "min" => spec.min = reading.integer(value),
            "max" => spec.max = reading.integer(value),
            "grouped" => set(&mut spec.grouped, reading.yes_no(value)),
            "ld" => spec.ld = reading.word(value).map(str::to_string),
            _ => {}
        }
    }
}

fn section(node: &Node, reading: &mut Reading<'_>) -> Option<Section> {
    let names: Vec<&str> = Section::ALL.iter().map(|(name, _)| *name).collect();
    let word = reading.choice(node, &names)?;
    Section::ALL
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, section)| *section)
}

fn apply_choices(choices: &mut Vec<Choice>, node: &Node, reading: &mut Reading<'_>) {
    for item in node.items() {
        let Some(key) = item.get("key").and_then(|n| reading.word(n)).map(str::to_string) else {
            reading.report(codes::setup::CHOICE_WITHOUT_KEY, item.span, &[]);
            continue;
        };
        if item.get("remove").is_some() {
            match choices.iter().position(|c| c.key == key) {
                Some(at) => drop(choices.remove(at)),
                None => nothing_to_remove(item, &key, choices.iter().map(|c| c.key.as_str()), reading),
            }
            continue;
        }
        let label = labels(item, reading);
        match choices.iter_mut().find(|c| c.key == key) {
            Some(choice) => choice.label = label,
            None => choices.push(Choice { key, label }),
        }
    }
}

/// A text in a kind file: languages that the site does not have are passed over without a word.
fn known_text(node: &Node, reading: &mut Reading<'_>) -> Option<Text> {
    if node.scalar().is_some() {
        return reading.text(node);
    }
    Some(labels(node, reading)).filter(|t| !t.is_empty())
}

fn labels(node: &Node, reading: &mut Reading<'_>) -> Text {
    let mut texts = Vec::new();
    for (key, value) in node.pairs() {
        if let (Some(lang), Some(text)) = (reading.languages.find(&key.text), value.scalar()) {
            texts.push((lang, text.trim().to_string()));
        }
    }
    Text::per(texts)
}
