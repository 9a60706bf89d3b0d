//! Lists of entries and the facets that narrow them.
//!
//! Entry point: [`KindList::make`]. Invariant: a list is sorted once per language by Vietnamese collation; facet values
//! without entries do not exist.

use super::route::Routes;
use crate::entry::model::{Entry, Status};
use crate::schema::field::{FacetLabel, FacetValue};
use crate::schema::kind::Kind;
use crate::schema::languages::Languages;
use crate::schema::words::Words;
use crate::text::{Lang, SortKey, sort_key};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The published entries of a kind.
#[derive(Clone, Debug, Default)]
pub struct KindList {
    /// Per language: positions of entries, by title.
    pub order: Vec<Vec<u32>>,
    /// Its facets.
    pub facets: Vec<Facet>,
}

/// A facet of a kind.
#[derive(Clone, Debug)]
pub struct Facet {
    /// Name of the field.
    pub name: String,
    /// Folder name in URLs, per language.
    pub folder: Vec<String>,
    /// Its values, most frequent first.
    pub values: Vec<FacetGroup>,
}

/// The entries of a facet value.
#[derive(Clone, Debug)]
pub struct FacetGroup {
    /// The value.
    pub value: FacetValue,
    /// Per language: positions of entries, by title.
    pub order: Vec<Vec<u32>>,
}

/// The facet value that a list is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Narrowed {
    /// Position of the facet.
    pub facet: usize,
    /// Position of its value.
    pub value: usize,
}

impl KindList {
    /// Sorts the published entries of a kind and groups them by facet.
    pub fn make(kind: usize, spec: &Kind, entries: &[Arc<Entry>], ranks: &[Vec<u32>], languages: &Languages) -> Self {
        let mine = entries
            .iter()
            .enumerate()
            .filter(|(_, e)| e.kind == kind && e.card.status == Status::Published);
        let all: Vec<u32> = mine.map(|(i, _)| i as u32).collect();
        let sorted = |members: &[u32]| -> Vec<Vec<u32>> {
            let by_rank = |ranks: &Vec<u32>| {
                let mut order = members.to_vec();
                order.sort_unstable_by_key(|i| ranks[*i as usize]);
                order
            };
            ranks.iter().map(by_rank).collect()
        };
        let facets = spec.facets.iter().enumerate().map(|(at, name)| {
            // One place may be written with two labels; it is one value all the same, called as most entries call it.
            let mut groups: BTreeMap<&str, BTreeMap<&FacetValue, Vec<u32>>> = BTreeMap::new();
            for i in &all {
                for value in &entries[*i as usize].card.facets[at] {
                    let labels = groups.entry(&value.key).or_default();
                    labels.entry(value).or_default().push(*i);
                }
            }
            let group = |labels: BTreeMap<&FacetValue, Vec<u32>>| {
                let value = labels.iter().rev().max_by_key(|(_, of)| of.len())?.0;
                let members: BTreeSet<u32> = labels.values().flatten().copied().collect();
                Some(FacetGroup {
                    value: (*value).clone(),
                    order: sorted(&members.into_iter().collect::<Vec<_>>()),
                })
            };
            let mut values: Vec<FacetGroup> = groups.into_values().filter_map(group).collect();
            values.sort_by(|a, b| (b.order[0].len(), &a.value.key).cmp(&(a.order[0].len(), &b.value.key)));
            let label = spec.field(name).map(|f| &f.label);
            let folder = languages.all().map(|lang| {
                let label = label.map_or(name.as_str(), |label| languages.plain(label, lang));
                Routes::facet(label, name)
            });
            Facet {
                name: name.clone(),
                folder: folder.collect(),
                values,
            }
        });
        Self {
            facets: facets.collect(),
            order: sorted(&all),
        }
    }

    /// The entries of a facet value.
    pub fn group(&self, at: Narrowed) -> &FacetGroup {
        &self.facets[at.facet].values[at.value]
    }

    /// Positions of entries by title in a language: all, or those that the list is narrowed to.
    pub fn entries(&self, narrowed: Option<Narrowed>, lang: Lang) -> &[u32] {
        let order = narrowed.map_or(&self.order, |at| &self.group(at).order);
        &order[lang.index()]
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.order.first().map_or(0, Vec::len)
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Per language: the place of each entry in the order of titles.
pub fn ranks(entries: &[Arc<Entry>], languages: &Languages) -> Vec<Vec<u32>> {
    let rank = |lang: Lang| {
        let key = |e: &Arc<Entry>| sort_key(languages.plain(&e.card.title, lang));
        let keys: Vec<SortKey> = entries.iter().map(key).collect();
        let mut order: Vec<u32> = (0..entries.len() as u32).collect();
        order.sort_by(|a, b| {
            let (a, b) = (*a as usize, *b as usize);
            keys[a].cmp(&keys[b]).then_with(|| entries[a].key.cmp(&entries[b].key))
        });
        let mut ranks = vec![0; entries.len()];
        for (at, i) in order.into_iter().enumerate() {
            ranks[i as usize] = at as u32;
        }
        ranks
    };
    languages.all().map(rank).collect()
}

/// What visitors read of a facet value, and its language when it is not the asked one.
pub fn label(
    value: &FacetValue,
    lang: Lang,
    languages: &Languages,
    words: &Words,
    title: &dyn Fn(&str) -> Option<crate::text::Text>,
) -> (String, Option<Lang>) {
    let said = |text: &crate::text::Text| {
        languages
            .say(text, lang)
            .map_or_else(|| (value.key.clone(), None), |said| (said.text.to_string(), said.lang))
    };
    match &value.label {
        FacetLabel::Word(key) => (words.get(lang, key), None),
        FacetLabel::Same(label) => (label.clone(), None),
        FacetLabel::Per(labels) => said(&crate::text::Text::per(labels.clone())),
        FacetLabel::Entry(key) => title(key).map_or_else(|| (value.key.clone(), None), |title| said(&title)),
    }
}
