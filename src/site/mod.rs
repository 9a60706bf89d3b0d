//! All entries together: links, lists, neighbors, routes, codes.
//!
//! Entry point: [`Site::link`]. Invariant: a site is immutable; everything that pages need to know of other entries is
//! worked out here, once; findings that need more than one entry are made here.

pub mod areas;
pub mod audit;
pub mod codes;
pub mod doubles;
pub mod facets;
pub mod ledger;
pub mod nearest;
pub mod refs;
pub mod route;
pub mod scans;
pub mod signs;
pub mod spelling;
pub mod trails;

use crate::diag::codes as messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::entry::folders::no_such_folder;
use crate::entry::load::check_ids;
use crate::entry::model::{Entry, Status};
use crate::schema::config::{self, Config};
use crate::schema::kind::Kinds;
use crate::schema::words::Words;
use crate::text::{Date, Lang, Text, nearest as nearest_key};
use facets::KindList;
use refs::{BackGroup, Index};
use route::Routes;
use std::sync::Arc;

/// How many neighbors a page shows.
const NEIGHBORS: usize = 5;

/// Settings, kinds and words: what a site is before it has entries.
#[derive(Clone, Debug)]
pub struct Frame {
    /// `site.yaml`.
    pub config: Config,
    /// Its kinds.
    pub kinds: Kinds,
    /// Its words per language.
    pub words: Words,
    /// The day of the build.
    pub today: Date,
}

/// An entry that is not published yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its key.
    pub key: Arc<str>,
    /// Its `entry.yaml`.
    pub file: Arc<str>,
}

/// A site, complete and checked.
#[derive(Clone, Debug)]
pub struct Site {
    /// Settings, kinds and words.
    pub frame: Arc<Frame>,
    /// Every entry that has a page, in the order of keys.
    pub entries: Vec<Arc<Entry>>,
    /// Entries that are drafts, shown or not.
    pub drafts: Vec<Draft>,
    /// Positions by key.
    pub index: Index,
    /// Makes site paths.
    pub routes: Routes,
    /// Per kind: its list.
    pub lists: Vec<KindList>,
    /// Per language: the place of each entry in the order of titles.
    pub ranks: Vec<Vec<u32>>,
    /// Per entry: who refers to it.
    pub back: Vec<Vec<BackGroup>>,
    /// Per entry: its neighbors with distances in meters.
    pub nearest: Vec<Vec<(u32, u32)>>,
}

/// Does two things that do not need each other; the engine does them side by side.
pub trait AtOnce: Sync {
    /// Calls both and returns what they gave.
    fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B);
}

impl Site {
    /// Links entries to a site. Drafts are left out unless `shows_drafts`. Parts that do not need each other are worked
    /// out by `two` at once.
    pub fn link(
        frame: Arc<Frame>,
        mut entries: Vec<Arc<Entry>>,
        shows_drafts: bool,
        two: &impl AtOnce,
    ) -> (Self, Diagnostics) {
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        let languages = &frame.config.languages;
        // References are checked among all entries, drafts too, so that a draft is named as such.
        let all = entries.clone();
        let whole: Index = index(&all);
        let unpublished = drafts_of(&all);
        let leaves_some_out = !shows_drafts && !unpublished.is_empty();
        if leaves_some_out {
            entries.retain(|e| e.card.status != Status::Draft);
        }
        let references = || {
            let mut found: Diagnostics = all.iter().flat_map(|entry| check_ids(entry)).collect();
            let (back, problems) = refs::link(&all, &whole, &frame.kinds, languages);
            found.extend(problems);
            found.extend(check_formerly(&all, &whole));
            found.extend(doubles::check(&all));
            (back, found)
        };
        let order = || {
            let ranks = facets::ranks(&entries, languages);
            let kinds = frame.kinds.all().iter().enumerate();
            let lists = kinds.map(|(i, kind)| KindList::make(i, kind, &entries, &ranks, languages));
            let lists = lists.collect::<Vec<_>>();
            (ranks, lists)
        };
        let neighbors = || {
            let spot = |e: &Arc<Entry>| e.card.spot.filter(|_| e.card.status == Status::Published);
            nearest::nearest(&entries.iter().map(spot).collect::<Vec<_>>(), NEIGHBORS, two)
        };
        let checks = || two.both(references, || spelling::check(&all));
        let places = || two.both(order, neighbors);
        let (((mut back, mut found), spelling), ((ranks, lists), nearest)) = two.both(checks, places);
        found.extend(spelling);
        let mut index = whole;
        if leaves_some_out {
            index = self::index(&entries);
            back = refs::link(&entries, &index, &frame.kinds, languages).0;
        }
        let routes = Routes::new(frame.config.links, languages, &frame.words);
        found.extend(check_settings(&frame, &entries, &index, &unpublished));
        (
            Self {
                frame,
                entries,
                drafts: unpublished,
                index,
                routes,
                lists,
                ranks,
                back,
                nearest,
            },
            found,
        )
    }

    /// The entry of a key.
    pub fn find(&self, key: &str) -> Option<&Entry> {
        self.index.get(key).map(|i| &*self.entries[*i as usize])
    }

    /// The path of an entry's page.
    pub fn path(&self, entry: &Entry, lang: Lang) -> String {
        self.routes.entry(lang, entry, &self.frame.kinds)
    }

    /// The title of an entry, for labels.
    pub fn title(&self, key: &str) -> Option<Text> {
        self.find(key).map(|e| e.card.title.clone())
    }
}

fn drafts_of(entries: &[Arc<Entry>]) -> Vec<Draft> {
    let drafts = entries.iter().filter(|e| e.card.status == Status::Draft);
    let draft = |e: &Arc<Entry>| Draft {
        key: e.key.clone(),
        file: e.file.clone(),
    };
    drafts.map(draft).collect()
}

fn index(entries: &[Arc<Entry>]) -> Index {
    entries
        .iter()
        .enumerate()
        .map(|(i, e)| (e.key.clone(), i as u32))
        .collect()
}

fn check_formerly(entries: &[Arc<Entry>], index: &Index) -> Diagnostics {
    let mut found = Vec::new();
    for entry in entries {
        for key in entry.card.formerly.iter().filter(|key| index.contains_key(&***key)) {
            let place = Place::file(&entry.file);
            found.push(
                Diagnostic::new(messages::site::FORMER_EXISTS)
                    .at(place)
                    .with("key", key),
            );
        }
    }
    found
}

/// Keys that `site.yaml` names. What is not published is left out of the home page, as of every list.
fn check_settings(frame: &Frame, entries: &[Arc<Entry>], index: &Index, drafts: &[Draft]) -> Diagnostics {
    let file: Arc<str> = config::FILE.into();
    let mut found = Vec::new();
    for key in &frame.config.home.featured {
        let known = index.get(key.as_str()).map(|at| entries[*at as usize].card.status);
        let is_draft = drafts.iter().any(|draft| *draft.key == **key);
        let finding = match known {
            Some(Status::Published) => continue,
            Some(_) => Diagnostic::new(messages::site::REFERS_TO_DRAFT),
            None if is_draft => Diagnostic::new(messages::site::REFERS_TO_DRAFT),
            None => unknown(key, entries, index),
        };
        found.push(finding.at(Place::file(&file)).with("key", key));
    }
    for folder in frame.config.menu.iter().filter(|f| frame.kinds.of_folder(f).is_none()) {
        found.push(no_such_folder(folder, &frame.kinds).at(Place::file(&file)));
    }
    found
}

/// The finding for a key that is none, with today's key of the entry that is meant.
fn unknown(key: &str, entries: &[Arc<Entry>], index: &Index) -> Diagnostic {
    let has_been = |entry: &&Arc<Entry>| entry.card.formerly.iter().any(|former| **former == *key);
    if let Some(now) = entries.iter().find(has_been) {
        return Diagnostic::new(messages::site::NOW_CALLED).with("near", &now.key);
    }
    // In a fixed order: of several that are equally near the first is proposed.
    let keys: std::collections::BTreeSet<&str> = index.keys().map(|k| &**k).collect();
    match nearest_key(key, keys.iter().copied()) {
        Some(near) => Diagnostic::new(messages::site::NO_SUCH_ENTRY).with("near", near),
        None => Diagnostic::new(messages::site::NO_ENTRY_NEAR),
    }
}
