//! What one finds only in comparing entries: the same one twice, one ward under two names.
//!
//! Entry point: [`check`]. Invariant: only remarks; nothing is decided by them. Entries come in the order of keys, so that
//! the first of two is always the same.

use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::entry::model::{Card, Entry};
use crate::schema::field::{FacetLabel, FacetValue};
use crate::text::{Text, is_slug};
use std::collections::HashMap;
use std::sync::Arc;

/// Remarks on entries that are the same as another, and on wards that have another name elsewhere.
pub fn check(entries: &[Arc<Entry>]) -> Diagnostics {
    let mut found = Vec::new();
    let mut same: HashMap<What<'_>, &Entry, foldhash::quality::RandomState> = HashMap::default();
    let mut wards: HashMap<&str, (&Arc<FacetValue>, &Entry)> = HashMap::new();
    for entry in entries {
        let first = *same.entry(What::of(entry)).or_insert(entry);
        // A folder that Windows copied is told by its name.
        let name = entry.key.rsplit('/').next().unwrap_or_default();
        if first.key != entry.key && is_slug(name) {
            let finding = Diagnostic::new(codes::site::SAME_ENTRY_TWICE).at(Place::file(&entry.file));
            found.push(finding.with("first", &first.key));
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
