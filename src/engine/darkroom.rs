//! Source pictures → all their sizes and their tones, each source decoded once.
//!
//! Entry point: [`Darkroom::develop`], [`Darkroom::glance`]. Invariant: a size depends on its source and spec alone; what
//! stands in the output or in the cache is not made again, and what was made is in the cache even when the work is
//! stopped.

use super::keys::{self, Key, Keys};
use super::make::{Order, Stage};
use super::media::Media;
use super::medium::Encode;
use super::share_cards::{self, ShareCard};
use super::studio::is_there;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::media::{self, Encoding, Pixels, Spec, Tone};
use crate::output::Sink;
use crate::source::tree::Tree;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Tones by the hash of the source; no tone where there is none.
pub(super) type Tones = BTreeMap<[u8; 32], Option<Tone>>;

/// Under which tones are kept; another way of finding them takes another name.
const TONES: &[u8] = b"vanbia-tones-1";

/// The width of a picture that only serves until the right ones are there.
const PREVIEW: u32 = 480;

/// Where pictures are made.
pub(super) struct Darkroom<'a> {
    /// What is wanted.
    pub(super) media: &'a Media,
    /// Where sources lie.
    pub(super) tree: &'a Tree,
    /// What is there already, who is told, when to stop.
    pub(super) order: &'a Order<'a>,
    /// Where the sizes go.
    pub(super) sink: &'a dyn Sink,
}

/// What came of it.
#[derive(Default)]
pub(super) struct Developed {
    /// The files with their keys.
    pub(super) keys: Vec<(Arc<str>, Key)>,
    /// What went wrong.
    pub(super) found: Diagnostics,
    /// The tones of all sources.
    pub(super) tones: Tones,
    /// True when not everything was made.
    pub(super) is_stopped: bool,
}

/// A source, and what is missing of it: sizes, cards of shared links, or only its tone.
struct Task<'a> {
    source: &'a [u8; 32],
    missing: Vec<&'a Encode>,
    cards: Vec<&'a ShareCard>,
    first: &'a Encode,
}

impl<'a> Darkroom<'a> {
    /// Makes every size that is missing.
    pub(super) fn develop(&self) -> Developed {
        let mut tones = self.known_tones();
        let tasks = self.tasks(&tones, true);
        let done = AtomicUsize::new(0);
        let one = |task: &Task<'a>| {
            if self.order.is_stopped() {
                return None;
            }
            let made = self.pixels(task.first).and_then(|pixels| {
                for encode in &task.missing {
                    self.put(encode, &pixels)?;
                }
                if !task.cards.is_empty() {
                    let photo = share_cards::photo(&pixels);
                    task.cards.iter().for_each(|card| self.put_card(card, photo.as_deref()));
                }
                Ok(pixels.tone())
            });
            self.tell(Stage::Pictures, &done, tasks.len());
            Some(made)
        };
        // One at a time: each holds a whole photograph in memory.
        let made: Vec<_> = tasks.par_iter().with_max_len(1).map(one).collect();
        let mut developed = Developed::default();
        for (task, made) in tasks.iter().zip(made) {
            match made {
                Some(Ok(tone)) => {
                    tones.insert(*task.source, tone);
                }
                Some(Err(finding)) => developed.found.push(finding),
                None => developed.is_stopped = true,
            }
        }
        let plain = self.media.cards.par_iter().with_max_len(1);
        plain
            .filter(|card| card.source.is_none() && !self.has_card(card, true))
            .for_each(|card| self.put_card(card, None));
        let sizes = self.media.encodes.iter().map(|encode| &encode.path);
        let paths = sizes.chain(self.media.cards.iter().map(|card| &card.path));
        developed.keys = paths.map(|path| (path.as_str().into(), keys::of_named(path))).collect();
        self.keep_tones(&tones);
        developed.tones = tones;
        developed
    }

    /// Makes one small picture in place of each that is missing, for a server that cannot wait; the tones are right unless
    /// it was stopped. Gives back how many sources lacked something.
    pub(super) fn glance(&self, show: &(dyn Fn(&str, &Arc<[u8]>) + Sync)) -> (Tones, usize) {
        let mut tones = self.known_tones();
        let tasks = self.tasks(&tones, false);
        let done = AtomicUsize::new(0);
        let one = |task: &Task<'a>| {
            if self.order.is_stopped() {
                return None;
            }
            // Whatever is wrong with the file, the look at the whole site says it.
            let pixels = self.pixels(task.first).ok()?;
            let mut previews: BTreeMap<&str, Arc<[u8]>> = BTreeMap::new();
            for encode in &task.missing {
                let encoding = match encode.spec.encoding {
                    Encoding::FlatWebP => Encoding::WebP { quality: 70 },
                    other => other,
                };
                let width = PREVIEW;
                let ending = encoding.ending();
                if !previews.contains_key(ending) {
                    let bytes = pixels.encode(&Spec { width, encoding }).ok()?.bytes;
                    previews.insert(ending, bytes.into());
                }
                show(&encode.path, &previews[ending]);
            }
            self.tell(Stage::Glances, &done, tasks.len());
            Some((*task.source, pixels.tone()))
        };
        tones.extend(tasks.par_iter().with_max_len(1).filter_map(one).collect::<Vec<_>>());
        self.keep_tones(&tones);
        (tones, tasks.len())
    }

    /// One more is done; says how many are, and of how many.
    fn tell(&self, stage: Stage, done: &AtomicUsize, all: usize) {
        if let Some(progress) = self.order.progress {
            progress(stage, done.fetch_add(1, Ordering::Relaxed) + 1, all);
        }
    }

    /// What is to be done; sizes that the cache holds go to the sink on the way, when `serves` says so.
    fn tasks(&self, tones: &Tones, serves: bool) -> Vec<Task<'a>> {
        let mut sources: BTreeMap<&[u8; 32], Vec<&Encode>> = BTreeMap::new();
        for encode in &self.media.encodes {
            sources.entry(&encode.source).or_default().push(encode);
        }
        let mut cards: BTreeMap<&[u8; 32], Vec<&ShareCard>> = BTreeMap::new();
        // Nobody looks at the picture of a link in a preview.
        for card in self.media.cards.iter().filter(|_| serves) {
            if let Some(source) = &card.source {
                cards.entry(source).or_default().push(card);
            }
        }
        let is_missing = |encode: &&&Encode| !self.has(&encode.path, &cache_key(encode), serves);
        let task = |(source, encodes): (&'a [u8; 32], Vec<&'a Encode>)| {
            let missing: Vec<&Encode> = encodes.iter().filter(is_missing).copied().collect();
            let cards = cards.get(source).into_iter().flatten();
            let cards: Vec<&ShareCard> = cards.filter(|card| !self.has_card(card, serves)).copied().collect();
            let first = *encodes.first()?;
            let is_done = missing.is_empty() && cards.is_empty() && tones.contains_key(source);
            (!is_done).then_some(Task {
                source,
                missing,
                cards,
                first,
            })
        };
        let sources: Vec<_> = sources.into_iter().collect();
        sources.into_par_iter().filter_map(task).collect()
    }

    fn has_card(&self, card: &ShareCard, serves: bool) -> bool {
        self.has(&card.path, &card.key, serves)
    }

    /// True when a file stands in the output, or the cache has it: then it goes to the sink.
    fn has(&self, path: &str, key: &[u8; 32], serves: bool) -> bool {
        let stands = |old: &Keys| match serves {
            true => is_there(path, keys::of_named(path), old, self.sink),
            false => old.knows(path),
        };
        if self.order.old.is_some_and(stands) {
            return true;
        }
        let Some(bytes) = self.order.cache.and_then(|cache| cache.get(key)) else {
            return false;
        };
        if serves {
            self.sink.put(path, bytes.into());
        }
        true
    }

    /// A card that cannot be drawn is left out: the page is whole without it.
    fn put_card(&self, card: &ShareCard, photo: Option<&[u8]>) {
        let Some(bytes) = share_cards::draw(card, photo) else {
            return;
        };
        if let Some(cache) = self.order.cache {
            cache.put(&card.key, &bytes);
        }
        self.sink.put(&card.path, bytes.into());
    }

    fn put(&self, encode: &Encode, pixels: &Pixels) -> Result<(), Diagnostic> {
        let picture = pixels.encode(&encode.spec).map_err(|problem| told(encode, &problem))?;
        if let Some(cache) = self.order.cache {
            cache.put(&cache_key(encode), &picture.bytes);
        }
        self.sink.put(&encode.path, picture.bytes.into());
        Ok(())
    }

    fn pixels(&self, encode: &Encode) -> Result<Pixels, Diagnostic> {
        pixels(self.tree, encode)
    }

    fn known_tones(&self) -> Tones {
        let kept = self
            .order
            .cache
            .and_then(|cache| cache.get(blake3::hash(TONES).as_bytes()));
        let rows = kept.as_deref().unwrap_or_default().chunks_exact(33);
        let tone = |row: &[u8]| {
            let source: [u8; 32] = row[..32].try_into().ok()?;
            Some((
                source,
                Some(row[32]).filter(|tone| usize::from(*tone) < media::TONES.len()),
            ))
        };
        rows.filter_map(tone).collect()
    }

    /// Keeps what is known of the pictures that are there.
    fn keep_tones(&self, tones: &Tones) {
        let Some(cache) = self.order.cache.filter(|_| !tones.is_empty()) else {
            return;
        };
        let row = |(source, tone): (&[u8; 32], &Option<Tone>)| {
            let mut row = source.to_vec();
            row.push(tone.unwrap_or(Tone::MAX));
            row
        };
        let text: Vec<u8> = tones.iter().flat_map(row).collect();
        let key = *blake3::hash(TONES).as_bytes();
        if cache.get(&key).as_deref() != Some(text.as_slice()) {
            cache.put(&key, &text);
        }
    }
}

/// The pixels of a source as it was when it was planned.
pub(super) fn pixels(tree: &Tree, encode: &Encode) -> Result<Pixels, Diagnostic> {
    let bytes = tree.bytes(&encode.file)?;
    if media::source_hash(&bytes) != encode.source {
        // Changed while the build ran: the next build shows it; this one must not mix two states.
        return Err(changed(&encode.file.path));
    }
    let seen = media::probe(&bytes).map_err(|problem| told(encode, &problem))?;
    Pixels::open(&bytes, &seen).map_err(|problem| told(encode, &problem))
}

fn told(encode: &Encode, problem: &media::MediaProblem) -> Diagnostic {
    let name = encode.file.path.rsplit('/').next().unwrap_or_default();
    problem.diagnostic(name).at(Place::file(&encode.file.path))
}

/// A file that is another one now than the site was made from.
pub(super) fn changed(path: &Arc<str>) -> Diagnostic {
    Diagnostic::new(crate::diag::codes::files::CHANGED_MEANWHILE).at(Place::file(path))
}

fn cache_key(encode: &Encode) -> [u8; 32] {
    media::key(&encode.source, &encode.spec)
}
