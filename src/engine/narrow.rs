//! The way for edited titles and facts: the pages that show them, without a look at the whole site.
//!
//! Entry point: [`allowed::allows`], then [`renew`], [`make`] and [`draw_cards`]. Invariant: others see an edited entry
//! through its card and through its place in lists alone. Every page that shows one of the changed cards, or whose
//! neighbors in a list are others now, is made again; its key says whether it is drawn.

pub(super) mod allowed;
mod beside;
mod pages;

use self::pages::{Before, pages};
use super::darkroom::Darkroom;
use super::keys::{self, Key};
use super::locks::lock_files_after;
use super::make::Order;
use super::session::Last;
use super::share_cards::{self, Renewed};
use super::studio::Done;
use super::{Checked, Request, ledger, places, translations, untranslated, whole};
use crate::diag::{Diagnostics, codes};
use crate::entry::model::Entry;
use crate::output::{Cache, LockFile, Sink};
use crate::page::{self, Letter};
use crate::schema::value::{Fields, Value};
use crate::site::areas::{Area, areas};
use crate::site::facets::KindList;
use crate::site::ledger::Status as CodeStatus;
use crate::site::{Site, doubles, spelling};
use crate::text::{sort_key, tone_fold};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// An entry as it was, and its place.
pub(super) type Old = (u32, Arc<Entry>);

/// What the edits concern.
pub(super) struct Concerned {
    /// Positions of pages in the plan.
    pages: Vec<usize>,
    share_cards: Renewed,
    has_new_ledger: bool,
    /// Entries whose translations have other rows in the lock.
    recorded: Vec<u32>,
}

/// What was made.
#[derive(Default)]
pub(super) struct Made {
    /// Files that were looked at, with their keys.
    pub(super) keys: Vec<(Arc<str>, Key)>,
    /// Files that the site has no more.
    pub(super) gone: BTreeSet<String>,
    /// Those of the files that are others now.
    pub(super) changed: Vec<String>,
    /// How many pages were drawn.
    pub(super) drawn: usize,
    /// What went wrong.
    pub(super) found: Diagnostics,
    /// Lock files that say something else now.
    pub(super) lock_files: Vec<LockFile>,
}

/// Brings everything up to date that is worked out from all entries, after those that were `old` have been replaced.
/// None when other pages come about; then the whole site has to be looked at.
pub(super) fn renew(last: &mut Last, old: &[Old], request: &Request) -> Option<Concerned> {
    let edited: BTreeSet<u32> = old.iter().map(|(at, _)| *at).collect();
    let is_renamed = |(at, old): &&Old| last.checked.site.entries[*at as usize].card.title != old.card.title;
    let renamed: Vec<Old> = old.iter().filter(is_renamed).cloned().collect();
    let shown = shown_by_cards(&last.checked.site, &edited);
    let mut kinds: BTreeSet<usize> = BTreeSet::new();
    kinds.extend(shown.iter().map(|i| last.checked.site.entries[*i as usize].kind));
    let lists_before: Vec<(usize, KindList)> = kinds
        .iter()
        .map(|k| (*k, last.checked.site.lists[*k].clone()))
        .collect();
    let letters_before = last.checked.plan.letters.clone();
    let mut has_new_ledger = false;
    let mut share_cards = Renewed::default();
    // The picture of a shared link bears the title.
    let is_pictured = |(at, _): &Old| last.checked.media.shown_cards.entries.contains_key(at);
    if renamed.iter().any(is_pictured) {
        let renamed = renamed.iter().map(|(at, _)| *at).collect();
        share_cards = share_cards::renew(&last.checked.site, &mut last.checked.media, &renamed);
    }
    if !renamed.is_empty() {
        rank_again(&mut last.checked.site, &renamed);
        list_again(&mut last.checked.site, &kinds);
        let letters = page::letters(&last.checked.site);
        let ids = |letters: &[Vec<Letter>]| -> Vec<Vec<String>> {
            letters
                .iter()
                .map(|of| of.iter().map(|l| l.id.clone()).collect())
                .collect()
        };
        if ids(&letters) != ids(&letters_before) {
            return None;
        }
        last.checked.plan.letters = letters;
        compare_spelling(last, &renamed);
        has_new_ledger = renew_ledger(last, &renamed, request)?;
    }
    let is_double = |finding: &crate::diag::Diagnostic| {
        [codes::site::SAME_ENTRY_TWICE, codes::site::WARD_NAMED_TWICE].contains(&finding.code)
    };
    last.found.retain(|finding| !is_double(finding));
    last.found.extend(doubles::check(&last.checked.site.entries));
    last.checked.plan.areas = areas_again(&last.checked)?;
    last.checked.untranslated = untranslated(&last.checked.site);
    last.studio.renew_cards(&last.checked, &shown);
    let languages = &last.checked.site.frame.config.languages;
    let entries = &last.checked.site.entries;
    let has_new_rows =
        |at: &u32| translations::has_new_rows(languages, &entries[*at as usize], &last.checked.translations);
    let recorded = edited.iter().copied().filter(has_new_rows).collect();
    let before = Before {
        lists: lists_before,
        letters: letters_before,
    };
    Some(Concerned {
        pages: pages(last, &before, &edited, &shown),
        share_cards,
        has_new_ledger,
        recorded,
    })
}

/// The edited entries and those on whose cards their titles stand.
fn shown_by_cards(site: &Site, edited: &BTreeSet<u32>) -> BTreeSet<u32> {
    let keys: BTreeSet<&str> = edited.iter().map(|i| &*site.entries[*i as usize].key).collect();
    let others = site
        .entries
        .par_iter()
        .enumerate()
        .filter(|(_, entry)| refers(&entry.card.brief, &keys));
    let others: Vec<u32> = others.map(|(i, _)| i as u32).collect();
    edited.iter().copied().chain(others).collect()
}

fn refers(fields: &Fields, keys: &BTreeSet<&str>) -> bool {
    let mut is_found = false;
    for (_, value) in &fields.0 {
        value.walk(&mut |value| {
            is_found |= matches!(value, Value::Ref(reference) if keys.contains(&*reference.key));
        });
    }
    is_found
}

/// Gives renamed entries their places in the order of titles; the order of all others stays.
fn rank_again(site: &mut Site, renamed: &[Old]) {
    let languages = &site.frame.config.languages;
    for lang in languages.all() {
        let ranks = &mut site.ranks[lang.index()];
        let mut order = vec![0; ranks.len()];
        for (i, rank) in ranks.iter().enumerate() {
            order[*rank as usize] = i as u32;
        }
        order.retain(|i| renamed.iter().all(|(at, _)| at != i));
        let title = |i: u32| sort_key(languages.plain(&site.entries[i as usize].card.title, lang));
        for (at, _) in renamed {
            let own = (title(*at), &site.entries[*at as usize].key);
            let place = order.partition_point(|i| (title(*i), &site.entries[*i as usize].key) < own);
            order.insert(place, *at);
        }
        for (rank, i) in order.into_iter().enumerate() {
            ranks[i as usize] = rank as u32;
        }
    }
}

/// The areas of the map with the names that they have now; none when other areas come about.
fn areas_again(checked: &Checked) -> Option<Vec<Area>> {
    let areas = areas(&checked.site.entries, &checked.site.frame.kinds);
    let nameless = |area: &Area| Area {
        name: None,
        ..area.clone()
    };
    let before = checked.plan.areas.iter().map(nameless);
    areas.iter().map(nameless).eq(before).then_some(areas)
}

fn list_again(site: &mut Site, kinds: &BTreeSet<usize>) {
    let frame = site.frame.clone();
    for kind in kinds {
        let spec = frame.kinds.get(*kind);
        site.lists[*kind] = KindList::make(*kind, spec, &site.entries, &site.ranks, &frame.config.languages);
    }
}

/// Titles that differ only in where a tone mark stands: only those are compared that sound like an old or a new one.
fn compare_spelling(last: &mut Last, renamed: &[Old]) {
    let site = &last.checked.site;
    let mut concerned: BTreeSet<String> = BTreeSet::new();
    for (at, old) in renamed {
        concerned.extend(spelling::sounds(old));
        concerned.extend(spelling::sounds(&site.entries[*at as usize]));
    }
    let alike = site
        .entries
        .par_iter()
        .filter(|entry| spelling::sounds(entry).iter().any(|s| concerned.contains(s)));
    let alike: Vec<Arc<Entry>> = alike.cloned().collect();
    let is_concerned = |finding: &crate::diag::Diagnostic| {
        finding
            .arg("first")
            .is_some_and(|title| concerned.contains(&tone_fold(title)))
    };
    let is_spelling = |finding: &crate::diag::Diagnostic| finding.code == codes::site::TONE_SPELLING;
    last.found
        .retain(|finding| !(is_spelling(finding) && is_concerned(finding)));
    let mut found = spelling::check(&alike);
    found.retain(is_concerned);
    places::resolve(&mut found, &last.checked.tree);
    last.found.extend(found);
}

/// Issued codes keep the titles of their entries. None when the ledger has something to say.
fn renew_ledger(last: &mut Last, renamed: &[Old], request: &Request) -> Option<bool> {
    let checked = &mut last.checked;
    let is_issued = |(_, entry): &Old| {
        let rows = checked.ledger.codes_of(&entry.key);
        rows.into_iter().any(|row| row.status == CodeStatus::Issued)
    };
    if !renamed.iter().any(is_issued) {
        return Some(false);
    }
    let (ledger, changes, found) = ledger::renewed(&checked.site, &checked.tree, request);
    if !found.is_empty() || ledger.rows().count() != checked.ledger.rows().count() {
        return None;
    }
    checked.ledger = ledger;
    checked.changes = changes;
    Some(true)
}

/// Makes what is concerned, and the files that list all entries.
pub(super) fn make(last: &Last, concerned: &Concerned, root: &std::path::Path, sink: &dyn Sink) -> Made {
    let (checked, studio, old) = (&last.checked, &last.studio, &last.output.keys);
    let pages = concerned.pages.par_iter().with_min_len(4);
    let pages = pages.map(|i| studio.page(checked, &checked.plan.pages[*i], old, sink));
    let (done, lists): (Vec<Done>, _) = rayon::join(|| pages.collect(), || whole::lists(checked, studio, sink));
    let mut made = Made::default();
    for one in done {
        made.drawn += usize::from(one.is_drawn);
        made.keys.extend(one.keys);
        made.found.extend(one.found);
    }
    made.found.extend(studio.failed());
    let is_other = |(path, key): &&(Arc<str>, Key)| !old.has(path, *key);
    made.changed = made
        .keys
        .iter()
        .filter(is_other)
        .map(|(path, _)| path.to_string())
        .collect();
    let is_listed = |path: &&str| lists.iter().any(|(listed, _)| **listed == **path);
    made.gone = old
        .below(whole::SEARCH)
        .filter(|path| !is_listed(path))
        .map(str::to_string)
        .collect();
    let is_new = |(path, key): &&(Arc<str>, Key)| *key != keys::ALWAYS && !old.has(path, *key);
    made.changed
        .extend(lists.iter().filter(is_new).map(|(path, _)| path.to_string()));
    made.keys.extend(lists);
    beside::make(last, concerned, sink, &mut made);
    if concerned.has_new_ledger {
        sink.put("codes.json", checked.ledger.codes_json().into_bytes().into());
    }
    made.lock_files = lock_files_after(checked, root, concerned.has_new_ledger, &concerned.recorded);
    made
}

/// Draws the pictures of links that bear other titles now. They come after the pages: a source has to be decoded, and nobody
/// who reads a page waits for them.
pub(super) fn draw_cards(last: &Last, concerned: &Concerned, cache: &Cache, made: &mut Made, sink: &dyn Sink) {
    let Renewed { new, gone } = &concerned.share_cards;
    made.gone.extend(gone.iter().cloned());
    if new.is_empty() {
        return;
    }
    let order = Order {
        cache: Some(cache),
        old: Some(&last.output.keys),
        ..Order::default()
    };
    let darkroom = Darkroom {
        media: &last.checked.media.only_cards(new),
        tree: &last.checked.tree,
        order: &order,
        sink,
    };
    let developed = darkroom.develop();
    made.changed.extend(new.iter().map(|card| card.path.clone()));
    made.keys.extend(developed.keys);
    made.found.extend(developed.found);
}
