//! Which pages an edit concerns.
//!
//! Entry point: [`pages`]. Invariant: a page that is left out shows none of the changed cards and stands beside the same
//! others as before.

use super::refers;
use crate::engine::session::Last;
use crate::page::{Letter, Page};
use crate::schema::field::FacetLabel;
use crate::site::facets::{KindList, Narrowed};
use crate::text::Lang;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What pages stood on before the edits.
pub(super) struct Before {
    /// Lists of the kinds of what was edited, by the kind's position.
    pub(super) lists: Vec<(usize, KindList)>,
    /// Per language: the letters of the A–Z page.
    pub(super) letters: Vec<Vec<Letter>>,
}

/// Positions of the pages of the `edited` entries, of those that show one of the cards `shown`, and of those that stand
/// beside others than before.
pub(super) fn pages(last: &Last, before: &Before, edited: &BTreeSet<u32>, shown: &BTreeSet<u32>) -> Vec<usize> {
    let site = &last.checked.site;
    let looking = Looking {
        last,
        before,
        edited,
        shown,
        keys: shown.iter().map(|i| &*site.entries[*i as usize].key).collect(),
        entries: entries(last, before, shown),
    };
    let all = last.checked.plan.pages.par_iter().enumerate().with_min_len(512);
    all.filter(|(_, page)| looking.is_concerned(page))
        .map(|(i, _)| i)
        .collect()
}

struct Looking<'a> {
    last: &'a Last,
    before: &'a Before,
    edited: &'a BTreeSet<u32>,
    shown: &'a BTreeSet<u32>,
    /// Keys of what is shown.
    keys: BTreeSet<&'a str>,
    /// Per language: whether the page of each entry is concerned.
    entries: Vec<Vec<bool>>,
}

impl Looking<'_> {
    fn is_concerned(&self, page: &Page) -> bool {
        let plan = &self.last.checked.plan;
        match *page {
            Page::Home(_) | Page::Map { .. } => true,
            Page::Entry(lang, i) => self.entries[lang.index()][i as usize],
            Page::Chapter(_, i, _) | Page::Redirect(_, i, _) => self.edited.contains(&i),
            Page::List {
                lang,
                kind,
                narrowed,
                number,
            } => self.list(lang, kind, narrowed, number),
            Page::Az(lang, letter) => self.letters(lang, letter),
            Page::Codes(_, number) => {
                let rows = self.last.checked.codes.listed().chunks(plan.codes_size).nth(number - 1);
                rows.is_some_and(|rows| rows.iter().any(|i| self.landing(*i)))
            }
            Page::Landing(i) => self.landing(i),
            Page::Product(i) => self.shown.contains(&plan.gtins[i].1),
            Page::Chooser | Page::NotFound | Page::Saved(_) => false,
        }
    }

    fn shows(&self, order: &[u32]) -> bool {
        order.iter().any(|i| self.shown.contains(i))
    }

    fn landing(&self, at: usize) -> bool {
        let to = &self.last.checked.codes.landings()[at].to;
        to.as_ref().is_some_and(|(entry, _)| self.shown.contains(entry))
    }

    /// A page of a list: it names a shown entry, shows its card, or holds others than before.
    fn list(&self, lang: Lang, kind: usize, narrowed: Option<Narrowed>, number: usize) -> bool {
        let site = &self.last.checked.site;
        let list = &site.lists[kind];
        let is_named = |at: Narrowed| {
            let label = &list.group(at).value.label;
            matches!(label, FacetLabel::Entry(key) if self.keys.contains(key.as_str()))
        };
        let names_one = match narrowed {
            Some(at) => is_named(at),
            None => number == 1 && values(list).any(is_named),
        };
        let Some((_, old)) = self.before.lists.iter().find(|(k, _)| *k == kind) else {
            return names_one;
        };
        let size = site.frame.config.list_size;
        let slice = |list: &'_ KindList| -> Vec<u32> {
            let rows = list.entries(narrowed, lang).iter().skip((number - 1) * size).take(size);
            rows.copied().collect()
        };
        let now = slice(list);
        names_one || self.shows(&now) || now != slice(old)
    }

    /// The A–Z page or one of its letters.
    fn letters(&self, lang: Lang, letter: Option<usize>) -> bool {
        let plan = &self.last.checked.plan;
        let (old, new) = (&self.before.letters[lang.index()], &plan.letters[lang.index()]);
        let counts = |letters: &[Letter]| letters.iter().map(|l| l.entries.len()).collect::<Vec<_>>();
        let is_other = |i: usize| old[i] != new[i] || self.shows(&new[i].entries);
        let has_rows = match letter {
            Some(i) => is_other(i),
            None => !plan.is_az_split && (0..new.len()).any(is_other),
        };
        has_rows || counts(old) != counts(new)
    }
}

/// Positions of all facets' values.
fn values(list: &KindList) -> impl Iterator<Item = Narrowed> {
    let facets = list.facets.iter().enumerate();
    facets.flat_map(|(f, facet)| (0..facet.values.len()).map(move |v| Narrowed { facet: f, value: v }))
}

/// Per language: the entries whose pages show one of the cards, or that have other neighbors in the list of their kind.
fn entries(last: &Last, before: &Before, shown: &BTreeSet<u32>) -> Vec<Vec<bool>> {
    let site = &last.checked.site;
    let keys: BTreeSet<&str> = shown.iter().map(|i| &*site.entries[*i as usize].key).collect();
    let one = |i: usize| {
        let near = site.nearest[i].iter().any(|(other, _)| shown.contains(other));
        let back = || {
            site.back[i]
                .iter()
                .any(|group| group.from.iter().any(|from| shown.contains(from)))
        };
        // A stop names the one after it.
        let onward = || {
            let trails = site.trails_of(i as u32);
            trails
                .iter()
                .any(|(_, stops)| stops.iter().any(|stop| shown.contains(stop)))
        };
        near || shown.contains(&(i as u32)) || back() || onward() || refers(&site.entries[i].body.fields, &keys)
    };
    let any: Vec<bool> = (0..site.entries.len())
        .into_par_iter()
        .with_min_len(256)
        .map(one)
        .collect();
    let of = |lang: Lang| {
        let mut concerned = any.clone();
        for (kind, old) in &before.lists {
            let (old, new) = (&old.order[lang.index()], &site.lists[*kind].order[lang.index()]);
            let pairs =
                |order: &[u32]| -> BTreeSet<(u32, u32)> { order.windows(2).map(|pair| (pair[0], pair[1])).collect() };
            let differ = |(a, b): &(u32, u32)| shown.contains(a) || shown.contains(b);
            let (was, is) = (pairs(old), pairs(new));
            let other = was
                .symmetric_difference(&is)
                .chain(is.iter().filter(|pair| differ(pair)));
            for (a, b) in other {
                concerned[*a as usize] = true;
                concerned[*b as usize] = true;
            }
        }
        concerned
    };
    site.frame.config.languages.all().map(of).collect()
}
