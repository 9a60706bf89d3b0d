//! Checked site → artifacts, in parallel, into a sink.
//!
//! Entry point: [`Making::all`], or [`Making::pages`] portion by portion and then [`Making::rest`]. Invariant: an artifact
//! depends on its view alone; nothing is kept once it is handed over; the order of work never shows in the bytes.

use super::darkroom::{self, Darkroom, Developed};
use super::keys::{self, ALWAYS, Key, Keys};
use super::plates::shown::Shown;
use super::studio::{Done, Studio, is_there};
use super::styled::{self, StyledCodes};
use super::{Checked, Counts, medium, places, whole};
use crate::diag::Diagnostics;
use crate::entry::model::Status;
use crate::feed::SitemapRow;
use crate::output::{Cache, Sink};
use crate::page::{Page, Plan};
use crate::render::assets::Asset;
use crate::site::codes::Landing;
use crate::source::tree::File;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a site is made: from what is there already, and in which order.
#[derive(Default)]
pub struct Order<'a> {
    /// Encoded pictures of earlier builds.
    pub cache: Option<&'a Cache>,
    /// What the files of the last build were made from.
    pub old: Option<&'a Keys>,
    /// Files of pages that somebody waits for.
    pub first: &'a [String],
    /// Asked between pages; true stops the work, and what was made is not to be used.
    pub stop: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Told when the first pages are made, and when all is but pictures that were not developed before.
    pub ready: Option<&'a (dyn Fn() + Sync)>,
    /// Told now and then how far the slow work is: how many are done, and of how many.
    pub progress: Option<&'a (dyn Fn(Stage, usize, usize) + Sync)>,
}

/// What takes long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Source pictures get a small one in their place.
    Glances,
    /// Source pictures are brought to their sizes.
    Pictures,
    /// Styled codes are drawn and read.
    Codes,
    /// Codes of plates are read back.
    Proofs,
    /// Plates are made into picture files.
    Plates,
}

/// Codes that are drawn and read before the next word about how far the work is.
const PORTION: usize = 512;

impl Order<'_> {
    /// True when what is made is not to be used.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.is_some_and(|stop| stop())
    }

    fn tell_ready(&self) {
        if let Some(ready) = self.ready {
            ready();
        }
    }
}

/// What was made.
#[derive(Default)]
pub struct Output {
    /// How much.
    pub counts: Counts,
    /// What each file was made from.
    pub keys: Keys,
    /// True when the work was stopped.
    pub is_stopped: bool,
}

/// What is kept of pages that are made: far less than they are, because a site has a hundred thousand of them. With their
/// places in the plan, in whose order they stand in the sitemap and findings are told.
#[derive(Default)]
pub(super) struct Gathered {
    keys: Vec<(Arc<str>, Key)>,
    rows: Vec<(u32, SitemapRow)>,
    found: Vec<(u32, Diagnostics)>,
    drawn: usize,
}

impl Gathered {
    /// Takes in pages that were made, in any order.
    pub(super) fn take(&mut self, pages: Vec<(u32, Done)>) {
        for (place, done) in pages {
            self.keys.extend(done.keys);
            self.rows.extend(done.row.map(|row| (place, row)));
            if !done.found.is_empty() {
                self.found.push((place, done.found));
            }
            self.drawn += usize::from(done.is_drawn);
        }
    }
}

/// The pages of a plan, by their places in it, in portions: each has all pages of so many `entries`, and the last one
/// those of no entry.
pub(super) fn portions(plan: &Plan, entries: usize) -> Vec<Vec<u32>> {
    let mut portions: Vec<Vec<u32>> = Vec::new();
    let mut others = Vec::new();
    for (place, page) in (0..).zip(&plan.pages) {
        match page.text_of() {
            Some(entry) => {
                let portion = entry as usize / entries;
                if portions.len() <= portion {
                    portions.resize_with(portion + 1, Vec::new);
                }
                portions[portion].push(place);
            }
            None => others.push(place),
        }
    }
    portions.push(others);
    portions
}

/// Files with their keys, and what went wrong.
type Keyed = (Vec<(Arc<str>, Key)>, Diagnostics);

/// A site that is made.
pub(super) struct Making<'a> {
    /// What is made.
    pub(super) checked: &'a Checked,
    /// What its pages are made with.
    pub(super) studio: &'a Studio,
    /// From what, and in which order.
    pub(super) order: &'a Order<'a>,
    /// Where it goes.
    pub(super) sink: &'a dyn Sink,
}

impl Making<'_> {
    /// Makes everything that is not there already; pictures last, unless they are `developed`.
    pub(super) fn all(&self, developed: Option<Developed>) -> (Output, Diagnostics) {
        let every: Vec<u32> = (0..self.checked.plan.pages.len() as u32).collect();
        let mut gathered = Gathered::default();
        gathered.take(self.pages(&every));
        self.rest(gathered, developed)
    }

    /// Makes the pages at these places of the plan and the codes beside them; those that somebody waits for are made
    /// first.
    pub(super) fn pages(&self, portion: &[u32]) -> Vec<(u32, Done)> {
        let (checked, order) = (self.checked, self.order);
        let none = Keys::default();
        let old = order.old.unwrap_or(&none);
        let page = |place: &u32| &checked.plan.pages[*place as usize];
        let make = |place: &u32| match order.is_stopped() {
            true => (*place, Done::default()),
            false => (*place, self.studio.page(checked, page(place), old, self.sink)),
        };
        let viewer = self.studio.viewer(checked);
        let first = order.first;
        let is_first = |place: &&u32| first.contains(&crate::site::route::file(&viewer.path(page(place))));
        let mut early: BTreeMap<u32, Done> = BTreeMap::new();
        if !first.is_empty() {
            early.extend(portion.par_iter().filter(is_first).map(make).collect::<Vec<_>>());
            order.tell_ready();
        }
        let others = portion.par_iter().with_min_len(8);
        let others = others.filter(|place| !early.contains_key(place)).map(make);
        let mut done: Vec<(u32, Done)> = others.collect();
        done.extend(early);
        done
    }

    /// Makes what is not a page: codes for signs, plates, styles, feeds, pictures; all pages have been made.
    /// Pictures come last, unless they are `developed`.
    pub(super) fn rest(&self, pages: Gathered, developed: Option<Developed>) -> (Output, Diagnostics) {
        let (checked, order) = (self.checked, self.order);
        let Gathered {
            mut keys,
            mut rows,
            found: mut problems,
            drawn,
        } = pages;
        let mut output = Output {
            is_stopped: order.is_stopped(),
            ..Output::default()
        };
        output.counts.drawn = drawn;
        rows.sort_unstable_by_key(|(place, _)| *place);
        problems.sort_unstable_by_key(|(place, _)| *place);
        let mut found: Diagnostics = problems.into_iter().flat_map(|(_, found)| found).collect();
        if output.is_stopped {
            return (output, found);
        }
        let none = Keys::default();
        let old = order.old.unwrap_or(&none);
        for (more, problems) in [self.copies(old), self.codes(old)] {
            keys.extend(more);
            found.extend(problems);
        }
        keys.extend(plates(checked, old, self.sink, &|_| true));
        found.extend(self.studio.failed());
        for asset in checked.renderer.assets() {
            keys.push(self.asset(asset, old));
        }
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        keys.extend(whole::files(checked, self.studio, rows, self.sink));
        let pictures = developed.unwrap_or_else(|| {
            order.tell_ready();
            self.darkroom().develop()
        });
        if pictures.is_stopped {
            output.is_stopped = true;
            return (output, found);
        }
        keys.extend(pictures.keys);
        found.extend(pictures.found);
        output.keys = Keys::new(keys);
        output.counts.pages = checked.plan.pages.len();
        output.counts.codes = checked.plan.pages.iter().filter(|p| p.has_qr()).count() + checked.codes.landings().len();
        output.counts.images = checked.media.encodes.len();
        (output, found)
    }

    fn darkroom(&self) -> Darkroom<'_> {
        Darkroom {
            media: &self.checked.media,
            tree: &self.checked.tree,
            order: self.order,
            sink: self.sink,
        }
    }

    /// A file of the theme; its name stands for its content.
    fn asset(&self, asset: &Asset, old: &Keys) -> (Arc<str>, Key) {
        let path = asset.path.as_str();
        let key = keys::of_named(path);
        if !is_there(path, key, old, self.sink) {
            self.sink.put(path, asset.bytes.to_vec().into());
        }
        (path.into(), key)
    }

    /// Files that are copied as they are; what lies in `static/` has a name that says nothing of its content.
    fn copies(&self, old: &Keys) -> Keyed {
        let one = |(file, path): &(File, String)| {
            let key = match path.starts_with("media/") {
                true => keys::of_named(path),
                false => ALWAYS,
            };
            let mut found = None;
            if !is_there(path, key, old, self.sink) {
                match self.checked.tree.bytes(file) {
                    // Its name stands for the bytes that were read before.
                    Ok(bytes) if key != ALWAYS && !medium::is_called(path, &bytes) => {
                        found = Some(darkroom::changed(&file.path));
                    }
                    Ok(bytes) => self.sink.put(path, bytes.into()),
                    Err(finding) => found = Some(finding),
                }
            }
            ((path.as_str().into(), key), found)
        };
        let (keys, found): (Vec<_>, Vec<_>) = self.checked.media.copies.iter().map(one).unzip();
        (keys, found.into_iter().flatten().collect())
    }

    /// The codes that go on signs, each beside its landing page.
    fn codes(&self, old: &Keys) -> Keyed {
        let signs = StyledCodes::new(self.checked, self.order.cache);
        let landings = self.checked.codes.landings();
        let told = |done: usize| {
            // Plain codes need no proof, and no word.
            if let Some(progress) = self.order.progress.filter(|_| !self.checked.style.is_plain()) {
                progress(Stage::Codes, done, landings.len());
            }
        };
        let mut all = Vec::with_capacity(landings.len());
        // In portions: what has been proved is kept even when the build is killed later.
        for portion in landings.chunks(PORTION) {
            let one = |landing: &Landing| {
                let path = format!("{}/qr.svg", landing.code);
                let (key, found) = signs.code(&path, landing, old, self.sink);
                ((path.into(), key), found)
            };
            all.par_extend(portion.par_iter().with_min_len(8).map(one));
            signs.keep();
            told(all.len());
        }
        signs.end();
        let (keys, found): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        let mut found = styled::told_once(found.into_iter().flatten().collect());
        places::resolve(&mut found, &self.checked.tree);
        (keys, found)
    }
}

/// Makes the pages of drafts and what only they show; `done` are the files of the site itself.
pub(super) fn drafts(checked: &Checked, studio: &Studio, cache: &Cache, done: &Keys, sink: &dyn Sink) -> Diagnostics {
    let none = Keys::default();
    let is_draft = |page: &&Page| match page {
        Page::Entry(_, i) | Page::Chapter(_, i, _) => checked.site.entries[*i as usize].card.status == Status::Draft,
        _ => false,
    };
    let pages = checked.plan.pages.par_iter().filter(is_draft);
    let pages = pages.flat_map_iter(|page| studio.page(checked, page, &none, sink).found);
    let mut found: Diagnostics = pages.collect();
    found.extend(studio.failed());
    let media = &checked.media;
    let order = Order {
        cache: Some(cache),
        old: Some(done),
        ..Order::default()
    };
    let shown = Darkroom {
        media,
        tree: &checked.tree,
        order: &order,
        sink: &Standing(sink),
    };
    found.extend(shown.develop().found);
    for (file, path) in media.copies.iter().filter(|(_, path)| !done.knows(path)) {
        match checked.tree.bytes(file) {
            Ok(bytes) => sink.put(path, bytes.into()),
            Err(finding) => found.push(finding),
        }
    }
    found
}

/// A sink that says of every file of the last build that it still stands, so that none is made again.
struct Standing<'a>(&'a dyn Sink);

impl Sink for Standing<'_> {
    fn put(&self, path: &str, bytes: Cow<'_, [u8]>) {
        self.0.put(path, bytes);
    }

    fn keep(&self, _: &str) -> bool {
        true
    }
}

/// The plates of these entries that pages offer for printing, each beside its landing page.
pub(super) fn plates(
    checked: &Checked,
    old: &Keys,
    sink: &dyn Sink,
    is_concerned: &(dyn Fn(u32) -> bool + Sync),
) -> Vec<(Arc<str>, Key)> {
    let shown = Shown::of(checked);
    let one = |landing: &Landing| {
        let (path, entry) = shown
            .offered(landing)
            .filter(|_| landing.to.as_ref().is_some_and(|(i, _)| is_concerned(*i)))?;
        let made = shown.plate(entry)?;
        let key = made.key;
        if !is_there(&path, key, old, sink) {
            sink.put(&path, made.svg()?.into_bytes().into());
        }
        Some((path.into(), key))
    };
    let landings = checked.codes.landings().par_iter().with_min_len(8);
    landings.filter_map(one).collect()
}
