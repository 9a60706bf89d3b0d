//! The fields of an entry → what others show of it.
//!
//! Entry point: [`card`]. Invariant: pure; nothing is found here, because whatever can be wrong with a field was told when
//! it was read.

use super::load::Setting;
use super::model::{Card, Status};
use super::prose::Prose;
use crate::schema::field::FacetValue;
use crate::schema::kind::Kind;
use crate::schema::value::{Fields, FileRef, Value};
use crate::text::{Text, exact};
use std::sync::Arc;

/// The card of an entry; former keys are read elsewhere.
pub(super) fn card(fields: &Fields, setting: &Setting<'_>, prose: &[Option<Prose>]) -> Card {
    let kind = setting.kind;
    let mut brief = Fields::default();
    for name in &kind.card {
        brief.put(name, fields.get(name).cloned());
    }
    brief.0 = exact(brief.0);
    Card {
        title: fields.text("title").cloned().unwrap_or_default(),
        summary: fields.text("summary").cloned().unwrap_or_default(),
        status: status(fields),
        sample: fields.yes("sample"),
        brief,
        photo: photo(fields),
        spot: spot(fields, kind),
        updated: fields
            .date("updated")
            .or_else(|| fields.map("verified").and_then(|v| v.date("on"))),
        facets: kind.facets.iter().map(|name| facet(fields, kind, name)).collect(),
        parts: parts(fields, kind),
        formerly: Vec::new(),
        url: fields.text("url").cloned().unwrap_or_default(),
        has_prose: prose.iter().map(Option::is_some).collect(),
    }
}

/// Whether visitors see it.
pub(super) fn status(fields: &Fields) -> Status {
    match fields.word("status") {
        Some("draft") => Status::Draft,
        Some("withdrawn") => Status::Withdrawn,
        _ => Status::Published,
    }
}

/// Its main picture: the first one.
fn photo(fields: &Fields) -> Option<(FileRef, Text)> {
    let first = fields.items("photos").first()?.fields()?;
    match first.get("file")? {
        Value::File(file) => Some((file.clone(), first.text("alt").cloned().unwrap_or_default())),
        _ => None,
    }
}

/// The first place that a field of the kind tells.
fn spot(fields: &Fields, kind: &Kind) -> Option<(i32, i32)> {
    let place = kind
        .fields
        .iter()
        .find_map(|spec| spec.field.spot(fields.get(&spec.name)?));
    place.map(|(lat, lon)| ((lat * 1e6).round() as i32, (lon * 1e6).round() as i32))
}

/// What lists can be narrowed by, each value once.
fn facet(fields: &Fields, kind: &Kind, name: &str) -> Vec<Arc<FacetValue>> {
    let (Some(spec), Some(value)) = (kind.field(name), fields.get(name)) else {
        return Vec::new();
    };
    let mut values: Vec<_> = value
        .items()
        .iter()
        .flat_map(|item| spec.field.facets(item, spec))
        .map(Arc::new)
        .collect();
    values.sort();
    values.dedup();
    exact(values)
}

/// The parts that have codes of their own.
fn parts(fields: &Fields, kind: &Kind) -> Vec<(Box<str>, Text)> {
    let coded = kind.fields.iter().filter(|spec| spec.codes);
    let items = coded
        .flat_map(|spec| fields.items(&spec.name))
        .filter_map(Value::fields);
    items
        .filter_map(|item| {
            let title = part_title(item, "title").or_else(|| part_title(item, "name"))?;
            Some((item.word("id")?.into(), title))
        })
        .collect()
}

/// What a part is called: a text per language, or a line for all of them.
fn part_title(item: &Fields, name: &str) -> Option<Text> {
    match item.get(name)? {
        Value::Text(text) => Some(text.clone()),
        Value::Word(line) => Some(Text::same(line.to_string())),
        _ => None,
    }
}
