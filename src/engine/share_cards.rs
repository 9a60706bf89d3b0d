//! The pictures of shared links: which there are, and how they are made.
//!
//! Entry point: [`plan`], [`renew`], [`draw`]. Invariant: only entries with a picture of their own have one, and the
//! site has one per language for all else, so that thousands of entries without pictures cost nothing; the name stands
//! for all that shows.

use super::media::Media;
use crate::entry::model::Status;
use crate::media::{self, Pixels};
use crate::sign::share_card::{PHOTO, SIZE, Shown, pixels};
use crate::site::Site;
use crate::text::Lang;
use crate::view::frame::{say_or, title};
use crate::view::world::{MediaMap, Medium, ShareCards};
use std::collections::{BTreeMap, BTreeSet};

/// Another drawing takes another number, so that networks fetch it anew.
const RECIPE: &[u8] = b"vanbia-shared-1";

/// Networks take 300 KB and more; a phone that shows a link in a chat should not wait.
const BUDGET: usize = 150_000;

/// A picture of a shared link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareCard {
    /// Where it goes.
    pub path: String,
    /// Stands for all that it shows.
    pub key: [u8; 32],
    /// Hash of the source picture, if it shows one.
    pub source: Option<[u8; 32]>,
    site: String,
    cue: String,
    title: String,
}

impl ShareCard {
    fn new(stem: &str, source: Option<[u8; 32]>, words: [String; 3]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(RECIPE);
        hasher.update(&source.unwrap_or_default());
        for word in &words {
            hasher.update(word.as_bytes());
            hasher.update(&[0]);
        }
        let key = *hasher.finalize().as_bytes();
        let hex = blake3::Hash::from_bytes(key).to_hex();
        let [site, cue, title] = words;
        Self {
            path: format!("media/{stem}.{}.jpg", &hex[..8]),
            key,
            source,
            site,
            cue,
            title,
        }
    }
}

/// Works out the cards of a site, and what pages point at.
pub(super) fn plan(site: &Site, media: &MediaMap, cover: Option<[u8; 32]>) -> (Vec<ShareCard>, ShareCards) {
    let (mut cards, mut shown) = (Vec::new(), ShareCards::default());
    let config = &site.frame.config;
    if !config.share_cards {
        return (cards, shown);
    }
    let name = |lang: Lang| say_or(site, &config.title, lang).text;
    for lang in config.languages.all() {
        let code = &config.languages.get(lang).code;
        let line = say_or(site, &config.tagline, lang).text;
        let card = ShareCard::new(&format!("chia-se-{code}"), cover, [String::new(), line, name(lang)]);
        shown.site.push(card.path.clone());
        cards.push(card);
    }
    for (me, files) in media {
        let of_entry = of_entry(site, *me, files);
        if !of_entry.is_empty() {
            shown
                .entries
                .insert(*me, of_entry.iter().map(|card| card.path.clone()).collect());
            cards.extend(of_entry);
        }
    }
    (cards, shown)
}

/// The cards of an entry, one a language; none without a picture.
fn of_entry(site: &Site, me: u32, files: &BTreeMap<String, Medium>) -> Vec<ShareCard> {
    let (config, entry) = (&site.frame.config, &site.entries[me as usize]);
    let photo = entry.card.photo.as_ref().and_then(|(file, _)| files.get(&*file.path));
    let Some(Medium::Picture(link)) = photo.filter(|_| entry.card.status != Status::Withdrawn) else {
        return Vec::new();
    };
    let slug = entry.key.rsplit('/').next().unwrap_or_default();
    let kind = &site.frame.kinds.get(entry.kind).label;
    let card = |lang: Lang| {
        let name = say_or(site, &config.title, lang).text;
        let words = [name, say_or(site, kind, lang).text, title(site, entry, lang).text];
        let code = &config.languages.get(lang).code;
        ShareCard::new(&format!("{slug}-{code}"), Some(link.source), words)
    };
    config.languages.all().map(card).collect()
}

/// The cards that came and went with other titles.
#[derive(Default)]
pub(super) struct Renewed {
    /// To be drawn.
    pub(super) new: Vec<ShareCard>,
    /// Paths of those that nobody points at any more.
    pub(super) gone: Vec<String>,
}

/// Works out the cards of these entries again, whose titles have changed.
pub(super) fn renew(site: &Site, media: &mut Media, renamed: &BTreeSet<u32>) -> Renewed {
    let mut renewed = Renewed::default();
    for me in renamed {
        let (Some(files), Some(paths)) = (media.map.get(me), media.shown_cards.entries.get_mut(me)) else {
            continue;
        };
        let of_entry = of_entry(site, *me, files);
        let now = of_entry.iter().map(|card| card.path.clone()).collect();
        renewed.gone.extend(std::mem::replace(paths, now));
        renewed.new.extend(of_entry);
    }
    // Two entries may share a card: the same name, title and picture.
    let shown: BTreeSet<&String> = media.shown_cards.entries.values().flatten().collect();
    renewed.gone.retain(|path| !shown.contains(path));
    media.cards.retain(|card| !renewed.gone.contains(&card.path));
    renewed
        .new
        .retain(|card| media.cards.iter().all(|known| known.path != card.path));
    media.cards.extend(renewed.new.iter().cloned());
    renewed
}

/// The part of a source that cards show.
pub(super) fn photo(pixels: &Pixels) -> Option<Vec<u8>> {
    pixels.cut(PHOTO).ok()
}

/// Draws a card as JPEG.
pub(super) fn draw(card: &ShareCard, photo: Option<&[u8]>) -> Option<Vec<u8>> {
    let shown = Shown {
        site: &card.site,
        cue: &card.cue,
        title: &card.title,
        photo,
    };
    media::jpeg(pixels(&shown)?, SIZE, BUDGET).ok()
}
