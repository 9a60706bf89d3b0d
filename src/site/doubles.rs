//! What one finds only in comparing entries: the same one twice, one ward under two names.
//!
//! Entry point: [`check`]. Invariant: only remarks; nothing is decided by them. Entries come in the order of keys, so that
//! the first of two is always the same.

use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::entry::model::{Card, Entry};
use crate::schema::field::{FacetLabel, FacetValue};
use crate::text::{Text, is_slug, tone_fold};
use std::collections::HashMap;
use std::sync::Arc;

/// Remarks on entries that are the same as another, and on wards that have another name elsewhere.
pub fn check(entries: &[Arc<Entry>]) -> Diagnostics {
    let mut found = Vec::new();
    let mut same: HashMap<What<'_>, &Entry, foldhash::quality::RandomState> = HashMap::default();
    let mut near: HashMap<Near<'_>, Vec<Named<'_>>, foldhash::quality::RandomState> = HashMap::default();
    let mut wards: HashMap<&str, (&Arc<FacetValue>, &Entry)> = HashMap::new();
    for entry in entries {
        let mut first = *same.entry(What::of(entry)).or_insert(entry);
        let is_copy = first.key != entry.key;
        if let Some(what) = Near::of(entry).filter(|_| !is_copy)
            && let Some(other) = of_one_name(near.entry(what).or_default(), entry)
        {
            first = other;
        }
        // A folder that Windows copied is told by its name.
        let name = entry.key.rsplit('/').next().unwrap_or_default();
        if first.key != entry.key && is_slug(name) {
            let finding = Diagnostic::new(codes::site::SAME_ENTRY_TWICE).at(Place::file(&entry.file));
            let (same, same_en) = match is_copy {
                true => ("lời tóm tắt", "summary"),
                false => ("phường, xã", "ward"),
            };
            let finding = finding.with("first", &first.key);
            found.push(finding.with("same", same).with("same_en", same_en));
        }
        for value in entry.card.facets.iter().flatten().filter(|value| is_ward(value)) {
            let (first, named) = *wards.entry(&value.key).or_insert((value, entry));
            // The reader keeps one of each, so nearly all are the very same.
            if !Arc::ptr_eq(first, value) && said(first).to_lowercase() != said(value).to_lowercase() {
                let finding = Diagnostic::new(codes::site::WARD_NAMED_TWICE).at(Place::file(&entry.file));
                let finding = finding.with("code", &value.key).with("first_key", &named.key);
                found.push(finding.with("first", said(first)).with("second", said(value)));
            }
        }
    }
    found
}

/// What tells visitors entries apart.
#[derive(PartialEq, Eq, Hash)]
struct What<'a> {
    kind: usize,
    title: &'a Text,
    summary: &'a Text,
    spot: Option<(i32, i32)>,
    facets: &'a [Vec<Arc<FacetValue>>],
}

impl<'a> What<'a> {
    fn of(entry: &'a Entry) -> Self {
        let Card {
            title,
            summary,
            spot,
            facets,
            ..
        } = &entry.card;
        Self {
            kind: entry.kind,
            title,
            summary,
            spot: *spot,
            facets,
        }
    }
}

/// What two people have in common who write about one place without knowing of each other.
#[derive(PartialEq, Eq, Hash)]
struct Near<'a> {
    kind: usize,
    ward: &'a str,
    /// How long the title is, without blanks: titles are compared only with those of the same length.
    letters: usize,
}

/// An entry, and its title as it is compared once there is another one to compare it with.
struct Named<'a> {
    entry: &'a Entry,
    title: Option<String>,
}

impl<'a> Near<'a> {
    /// None where no place is given: a title alone may be that of two books.
    fn of(entry: &'a Entry) -> Option<Self> {
        let mut fields = entry.body.fields.0.iter();
        let ward = fields.find_map(|(_, value)| value.fields()?.word("ward"))?;
        let (_, title) = entry.card.title.all().next()?;
        Some(Self {
            kind: entry.kind,
            ward,
            letters: title.chars().filter(|c| !c.is_whitespace()).count(),
        })
    }
}

/// The first of some entries with the title of this one that may be the same place. Where there is none, this one is added.
fn of_one_name<'a>(others: &mut Vec<Named<'a>>, entry: &'a Entry) -> Option<&'a Entry> {
    let title = (!others.is_empty()).then(|| compared(entry));
    let first = others.iter_mut().find_map(|other| {
        let is_one = may_be_one(other.entry, entry)
            && Some(&*other.title.get_or_insert_with(|| compared(other.entry))) == title.as_ref();
        is_one.then_some(other.entry)
    });
    if first.is_none() {
        others.push(Named { entry, title });
    }
    first
}

/// The title of an entry as two people may both write it.
fn compared(entry: &Entry) -> String {
    let title = entry.card.title.all().next().map_or("", |(_, title)| title);
    let title = tone_fold(&title.to_lowercase());
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How far apart, in millionths of a degree, two people stand who measure one place: about 50 m.
const APART: i32 = 500;

/// False for places whose coordinates lie apart.
fn may_be_one(one: &Entry, other: &Entry) -> bool {
    match (one.card.spot, other.card.spot) {
        (Some(one), Some(other)) => (one.0 - other.0).abs() < APART && (one.1 - other.1).abs() < APART,
        _ => true,
    }
}

/// Places have the code of their ward as key, five digits.
fn is_ward(value: &FacetValue) -> bool {
    value.key.len() == 5 && value.key.bytes().all(|b| b.is_ascii_digit())
}

fn said(value: &FacetValue) -> &str {
    match &value.label {
        FacetLabel::Per(texts) => texts.first().map_or("", |(_, text)| text),
        FacetLabel::Same(text) | FacetLabel::Word(text) | FacetLabel::Entry(text) => text,
    }
}
