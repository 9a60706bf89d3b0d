//! References between entries, both ways.
//!
//! Entry point: [`link`]. Invariant: every reference of fields and prose is either resolved or named in a finding with
//! the nearest key; who refers to whom is known from both ends.

use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::entry::model::{Entry, Status};
use crate::entry::prose::{Prose, Target};
use crate::schema::kind::Kinds;
use crate::schema::languages::Languages;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Reference, Value};
use crate::text::{Lang, Text, exact, nearest};
use std::collections::HashMap;
use std::sync::Arc;

/// Who refers to an entry under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackGroup {
    /// The heading, from the kind that refers.
    pub heading: Text,
    /// Positions of the entries that refer, in the order of keys.
    pub from: Vec<u32>,
}

/// Positions of entries by key.
pub type Index = HashMap<Arc<str>, u32, foldhash::quality::RandomState>;

/// Checks every reference and turns them around: per entry, who refers to it.
pub fn link(
    entries: &[Arc<Entry>],
    index: &Index,
    kinds: &Kinds,
    languages: &Languages,
) -> (Vec<Vec<BackGroup>>, Diagnostics) {
    let mut linking = Linking {
        entries,
        index,
        kinds,
        languages,
        former: former(entries),
        back: Vec::new(),
        found: Vec::new(),
    };
    for (i, entry) in entries.iter().enumerate() {
        linking.entry(i as u32, entry);
    }
    (grouped(linking.back, entries.len()), linking.found)
}

/// Who refers to each of so many `entries`, in groups by kind and field, in the order of both.
fn grouped(mut all: Vec<Back<'_>>, entries: usize) -> Vec<Vec<BackGroup>> {
    all.sort_by_key(|back| (back.to, back.field));
    let mut groups = vec![Vec::new(); entries];
    for group in all.chunk_by(|a, b| (a.to, a.field) == (b.to, b.field)) {
        let mut from: Vec<u32> = group.iter().map(|back| back.from).collect();
        from.dedup();
        groups[group[0].to as usize].push(BackGroup {
            heading: group[0].heading.clone(),
            from: exact(from),
        });
    }
    groups.into_iter().map(exact).collect()
}

fn former(entries: &[Arc<Entry>]) -> HashMap<&str, u32> {
    let all = entries.iter().enumerate();
    all.flat_map(|(i, entry)| entry.card.formerly.iter().map(move |key| (&**key, i as u32)))
        .collect()
}

/// One reference, seen from its end.
struct Back<'a> {
    to: u32,
    /// Kind and name of the field that refers.
    field: (usize, &'a str),
    heading: &'a Text,
    from: u32,
}

struct Linking<'a> {
    entries: &'a [Arc<Entry>],
    index: &'a Index,
    kinds: &'a Kinds,
    languages: &'a Languages,
    /// Positions by former key.
    former: HashMap<&'a str, u32>,
    back: Vec<Back<'a>>,
    found: Diagnostics,
}

impl<'a> Linking<'a> {
    fn entry(&mut self, me: u32, entry: &Entry) {
        let kind = self.kinds.get(entry.kind);
        for spec in &kind.fields {
            if let Some(value) = entry.body.fields.get(&spec.name) {
                self.field(me, entry, spec, value);
            }
        }
        for (i, prose) in entry.body.prose.iter().enumerate() {
            self.prose(
                entry,
                prose.as_ref(),
                &format!("{}{}.md", entry.folder(), self.code(i)).into(),
            );
        }
        for chapter in &entry.body.chapters {
            for (i, prose) in chapter.prose.iter().enumerate() {
                self.prose(
                    entry,
                    prose.as_ref(),
                    &format!("{}{}.md", chapter.folder, self.code(i)).into(),
                );
            }
        }
    }

    fn code(&self, language: usize) -> String {
        self.languages.get(Lang(language as u8)).code.clone()
    }

    fn field(&mut self, me: u32, entry: &Entry, spec: &'a FieldSpec, value: &Value) {
        for item in value.items() {
            match item {
                Value::Ref(reference) => self.reference(me, entry, spec, reference),
                Value::Map(fields) => {
                    for inner in &spec.fields {
                        if let Some(value) = fields.get(&inner.name) {
                            self.field(me, entry, inner, value);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn reference(&mut self, me: u32, entry: &Entry, spec: &'a FieldSpec, reference: &Reference) {
        let place = Place::bytes(&entry.file, reference.span);
        let Some(to) = self.find(&reference.key, reference.fragment.as_deref(), &place) else {
            return;
        };
        let other = &self.entries[to as usize];
        let kind = self.kinds.get(other.kind);
        if !spec.to.is_empty() && !spec.to.contains(&kind.key) {
            let name = |key: &str| {
                let label = self
                    .kinds
                    .of_key(key)
                    .map(|k| self.languages.plain(&self.kinds.get(k).label, Lang(0)));
                format!("{} ({key})", label.unwrap_or(key))
            };
            let wanted = spec.to.iter().map(|k| name(k)).collect::<Vec<_>>().join(" / ");
            let found = Diagnostic::new(codes::site::WRONG_KIND)
                .at(place.clone())
                .with("key", &reference.key);
            self.found
                .push(found.with("kind", name(&kind.key)).with("wanted", wanted));
            return;
        }
        if !spec.back.is_empty() && entry.card.status == Status::Published && to != me {
            self.back.push(Back {
                to,
                field: (entry.kind, &spec.name),
                heading: &spec.back,
                from: me,
            });
        }
    }

    fn prose(&mut self, entry: &Entry, prose: Option<&Prose>, file: &Arc<str>) {
        let Some(prose) = prose else { return };
        for link in prose.links() {
            let place = Place::bytes(file, link.span);
            match &link.target {
                Target::Entry { key, .. } if key.is_empty() => {}
                Target::Entry { key, fragment } => {
                    self.find(key, fragment.as_deref(), &place);
                }
                Target::Fragment(id) => {
                    let known = prose.has_id(id) || entry.card.parts.iter().any(|(part, _)| **part == **id);
                    if !known {
                        self.no_such_part(entry, id, &place);
                    }
                }
                _ => {}
            }
        }
    }

    fn find(&mut self, key: &str, fragment: Option<&str>, place: &Place) -> Option<u32> {
        let Some(to) = self.index.get(key).copied() else {
            if let Some(now) = self.former.get(key) {
                let finding = Diagnostic::new(codes::site::NOW_CALLED)
                    .at(place.clone())
                    .with("key", key);
                self.found.push(finding.with("near", &self.entries[*now as usize].key));
                return None;
            }
            // A whole site of broken links is told quickly; the first ones get a proposal.
            let proposals = self.found.len() < 200;
            let near = proposals
                .then(|| nearest(key, self.entries.iter().map(|e| &*e.key)))
                .flatten();
            let found = match near {
                Some(near) => Diagnostic::new(codes::site::NO_SUCH_ENTRY)
                    .at(place.clone())
                    .with("near", near),
                None => Diagnostic::new(codes::site::NO_ENTRY_NEAR).at(place.clone()),
            };
            self.found.push(found.with("key", key));
            return None;
        };
        let entry = &self.entries[to as usize];
        if entry.card.status != Status::Published {
            self.found.push(
                Diagnostic::new(codes::site::REFERS_TO_DRAFT)
                    .at(place.clone())
                    .with("key", key),
            );
        }
        if let Some(id) = fragment
            && !knows(entry, id)
        {
            self.no_such_part(entry, id, place);
        }
        Some(to)
    }

    fn no_such_part(&mut self, entry: &Entry, id: &str, place: &Place) {
        let parts = entry.card.parts.iter().map(|(id, _)| &**id);
        let headings = entry
            .body
            .prose
            .iter()
            .flatten()
            .flat_map(|p| p.headings().iter().map(|h| &*h.id));
        let found = match nearest(id, parts.chain(headings)) {
            Some(near) => Diagnostic::new(codes::site::NO_SUCH_PART)
                .at(place.clone())
                .with("near", near),
            None => Diagnostic::new(codes::site::NO_PART_NEAR).at(place.clone()),
        };
        self.found.push(found.with("key", &entry.key).with("part", id));
    }
}

fn knows(entry: &Entry, id: &str) -> bool {
    entry.card.parts.iter().any(|(part, _)| **part == *id) || entry.body.prose.iter().flatten().any(|p| p.has_id(id))
}
