//! What pages are made with: what they share, every card drawn once.
//!
//! Entry point: [`Studio::new`], [`Studio::page`]. Invariant: holds nothing that the checked site does not determine; a
//! page is made from its view alone, and not at all when its key says that it is there already. Cards are drawn when the
//! first page needs them, so that a studio is ready at once.

use super::Checked;
use super::keys::{self, Key, Keys};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::entry::model::{Entry, Status};
use crate::feed::SitemapRow;
use crate::output::Sink;
use crate::page::{self, Page};
use crate::qr;
use crate::qr::digital_link::DigitalLink;
use crate::render;
use crate::schema::field::{self, DirectCode};
use crate::text::Lang;
use crate::view::frame::{Cards, Shared, card, cues, facts};
use crate::view::model::{CardView, Content, View, X_DEFAULT};
use crate::view::viewer::{Made, Viewer};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// What all pages of a checked site are made with.
pub(super) struct Studio {
    shared: Shared,
    pub(super) cards: Cards,
    languages: Vec<render::SharedLang>,
    /// Per language: theme and shared view.
    hashes: Vec<Key>,
    /// The theme, for pages of no language.
    bare: Key,
    /// Per language and entry.
    drawn: Vec<Box<[OnceLock<DrawnCard>]>>,
    /// Cards that could not be drawn, by language and entry.
    failed: Mutex<BTreeMap<(usize, u32), Diagnostic>>,
}

/// A card as pages show it, and what stands for it in their keys.
#[derive(Clone)]
struct DrawnCard {
    html: render::Drawn,
    key: Key,
}

/// What became of a page.
#[derive(Default)]
pub(super) struct Done {
    /// The page's file and that of its code, with their keys.
    pub(super) keys: Vec<(Arc<str>, Key)>,
    /// Its row in the sitemap.
    pub(super) row: Option<SitemapRow>,
    /// True when it was drawn, not only looked up.
    pub(super) is_drawn: bool,
    /// What went wrong.
    pub(super) found: Diagnostics,
}

impl Studio {
    /// Works out what pages share. None, with the finding, when the theme cannot even do that.
    pub(super) fn new(checked: &Checked) -> Result<Self, Diagnostic> {
        let shared = Shared::new(&checked.site);
        let languages = languages(checked, &shared)?;
        let theme = checked.renderer.fingerprint();
        Ok(Self {
            hashes: hashes(checked, &shared),
            cards: cards(checked),
            shared,
            languages,
            bare: keys::of_shared(theme, &()),
            drawn: undrawn(checked),
            failed: Mutex::default(),
        })
    }

    /// Another theme: everything is drawn anew from the same views.
    pub(super) fn retheme(&mut self, checked: &Checked) -> Result<(), Diagnostic> {
        self.languages = languages(checked, &self.shared)?;
        self.hashes = hashes(checked, &self.shared);
        self.bare = keys::of_shared(checked.renderer.fingerprint(), &());
        self.drawn = undrawn(checked);
        self.failed = Mutex::default();
        Ok(())
    }

    /// The cards of these entries have changed.
    pub(super) fn renew_cards(&mut self, checked: &Checked, entries: &BTreeSet<u32>) {
        for lang in checked.site.frame.config.languages.all() {
            let cues = cues(&checked.site, lang);
            for entry in entries {
                self.cards.set(
                    lang,
                    *entry,
                    Arc::new(card(&checked.site, &checked.media.map, *entry, lang, &cues)),
                );
                self.drawn[lang.index()][*entry as usize] = OnceLock::new();
            }
        }
    }

    /// Cards that pages have to do without: the first of each language, because the others have the same cause.
    pub(super) fn failed(&self) -> Diagnostics {
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let mut found: Vec<(usize, Diagnostic)> = failed.iter().map(|((l, _), d)| (*l, d.clone())).collect();
        found.dedup_by_key(|(lang, _)| *lang);
        found.into_iter().map(|(_, finding)| finding).collect()
    }

    /// A card as pages show it: drawn once for all of them, but for the one that is large, which a single page shows.
    fn card(&self, checked: &Checked, lang: Lang, card: &CardView) -> Cow<'_, DrawnCard> {
        if card.large {
            return Cow::Owned(self.draw(checked, lang, card));
        }
        let place = &self.drawn[lang.index()][card.index as usize];
        Cow::Borrowed(place.get_or_init(|| self.draw(checked, lang, card)))
    }

    fn draw(&self, checked: &Checked, lang: Lang, card: &CardView) -> DrawnCard {
        let card = CardView {
            facts: facts(&checked.site, &checked.codes, &checked.media.map, card.index, lang),
            ..card.clone()
        };
        let drawn = checked.renderer.draw_card(&card, &self.languages[lang.index()]);
        let html = drawn.unwrap_or_else(|finding| {
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            failed.insert((lang.index(), card.index), finding);
            render::Drawn::default()
        });
        let key = keys::of_parts(&[html.html().as_bytes()]);
        DrawnCard { html, key }
    }

    pub(super) fn viewer<'a>(&'a self, checked: &'a Checked) -> Viewer<'a> {
        Viewer {
            site: &checked.site,
            codes: &checked.codes,
            plan: &checked.plan,
            media: &checked.media.map,
            shared: &self.shared,
            cards: &self.cards,
            cover: checked.media.cover.as_ref().map(|(view, _)| view),
            share: &checked.media.shown_cards,
        }
    }

    /// Makes a page and the code beside it, unless `old` says that both are there.
    pub(super) fn page(&self, checked: &Checked, page: &Page, old: &Keys, sink: &dyn Sink) -> Done {
        let viewer = self.viewer(checked);
        let path = viewer.path(page);
        let (file, qr) = page::files(page, &path);
        let mut done = Done::default();
        match viewer.view(page) {
            Made::Bare(bare) => {
                let key = keys::of_bare(self.bare, &bare);
                if !is_there(&file, key, old, sink) {
                    done.put(&file, checked.renderer.render_bare(&bare), sink);
                }
                done.keys.push((file.into(), key));
            }
            Made::View(mut view, prose, lang) => {
                let key = keys::of_view(self.hashes[lang.index()], &view, prose.as_ref(), &|card| {
                    self.card(checked, lang, card).key
                });
                done.row = sitemap_row(&viewer, page, &view);
                if !is_there(&file, key, old, sink) {
                    set_body(&mut view, prose.as_ref().map(render::prose::html));
                    let card = |card: &CardView| self.card(checked, lang, card).html.clone();
                    let html = checked.renderer.render(&view, &self.languages[lang.index()], &card);
                    done.put(&file, html, sink);
                }
                done.keys.push((file.into(), key));
            }
        }
        if let Some(qr) = qr {
            let config = &checked.site.frame.config;
            let link = match page {
                // The standard's address of a product has no slash at its end.
                Page::Product(i) => DigitalLink::of(&checked.plan.gtins[*i].0).and_then(|l| l.uri(&config.base_url)),
                _ => None,
            };
            let payload = link.unwrap_or_else(|| qr::payload::page_payload(&config.absolute(&path)));
            let (key, found) = code(&qr, &payload, old, sink);
            done.found.extend(found);
            done.keys.push((qr.into(), key));
        }
        if let Page::Entry(_, i) = page {
            let entry = &checked.site.entries[*i as usize];
            for code in direct_codes(checked, entry) {
                done.direct(&format!("{path}{}", code.stem()), &code, old, sink);
            }
        }
        done
    }
}

/// The codes of other standards that an entry shows.
fn direct_codes(checked: &Checked, entry: &Entry) -> Vec<DirectCode> {
    if entry.card.status == Status::Withdrawn {
        return Vec::new();
    }
    let kind = checked.site.frame.kinds.get(entry.kind);
    field::direct_codes(&entry.body.fields, &kind.fields)
}

impl Done {
    /// The pictures of a code of another standard: for the screen, and for saving.
    fn direct(&mut self, stem: &str, code: &DirectCode, old: &Keys, sink: &dyn Sink) {
        let key = keys::of_parts(&[b"direct", code.payload.as_bytes(), &[u8::from(code.sample)]]);
        let files = ["svg", "png"].map(|ending| format!("{stem}.{ending}"));
        let mut missing = files.iter().filter(|file| !is_there(file, key, old, sink)).peekable();
        if missing.peek().is_some() {
            match qr::payment::picture(&code.payload, code.sample) {
                Ok(picture) => {
                    for file in missing {
                        let is_svg = file.ends_with(".svg");
                        let bytes = if is_svg {
                            picture.svg().into_bytes()
                        } else {
                            picture.png()
                        };
                        sink.put(file, bytes.into());
                    }
                }
                Err(_) => self.found.push(too_long(stem, &code.payload)),
            }
        }
        self.keys.extend(files.map(|file| (file.into(), key)));
    }

    fn put(&mut self, file: &str, html: Result<Vec<u8>, Diagnostic>, sink: &dyn Sink) {
        self.is_drawn = true;
        match html {
            Ok(html) => sink.put(file, html.into()),
            Err(finding) => self.found.push(finding),
        }
    }
}

/// True when the file was made from the same and still stands there.
pub(super) fn is_there(path: &str, key: Key, old: &Keys, sink: &dyn Sink) -> bool {
    old.has(path, key) && sink.keep(path)
}

/// The symbol of a payload as a file.
pub(super) fn code(path: &str, payload: &str, old: &Keys, sink: &dyn Sink) -> (Key, Option<Diagnostic>) {
    let key = keys::of_parts(&[b"code", payload.as_bytes()]);
    if is_there(path, key, old, sink) {
        return (key, None);
    }
    match qr::encode(payload) {
        Ok(symbol) => {
            sink.put(path, qr::svg::svg(&symbol, Some(payload)).into_bytes().into());
            (key, None)
        }
        Err(_) => (key, Some(too_long(path, payload))),
    }
}

fn too_long(path: &str, payload: &str) -> Diagnostic {
    let finding = Diagnostic::new(crate::diag::codes::site::ADDRESS_TOO_LONG);
    finding.at(Place::file(&path.into())).with("address", payload)
}

/// Every card, as other pages know it.
fn cards(checked: &Checked) -> Cards {
    let count = checked.site.entries.len() as u32;
    let of = |lang: Lang| {
        let cues = cues(&checked.site, lang);
        let one = |entry: u32| Arc::new(card(&checked.site, &checked.media.map, entry, lang, &cues));
        (0..count).into_par_iter().with_min_len(64).map(one).collect()
    };
    Cards::new(checked.site.frame.config.languages.all().map(of).collect())
}

fn undrawn(checked: &Checked) -> Vec<Box<[OnceLock<DrawnCard>]>> {
    let none = |_| checked.site.entries.iter().map(|_| OnceLock::new()).collect();
    checked.site.frame.config.languages.all().map(none).collect()
}

fn languages(checked: &Checked, shared: &Shared) -> Result<Vec<render::SharedLang>, Diagnostic> {
    let all = &checked.site.frame.config.languages;
    let share = |lang: Lang| checked.renderer.share(&shared.of(lang).site, &all.get(lang).code);
    all.all().map(share).collect()
}

fn hashes(checked: &Checked, shared: &Shared) -> Vec<Key> {
    let theme = checked.renderer.fingerprint();
    let all = checked.site.frame.config.languages.all();
    all.map(|lang| keys::of_shared(theme, &shared.of(lang).site)).collect()
}

fn set_body(view: &mut View, html: Option<String>) {
    let Some(html) = html else { return };
    match &mut view.content {
        Content::Entry(entry) => entry.body = html,
        Content::Chapter(chapter) => chapter.body = html,
        _ => {}
    }
}

/// A page stands in the sitemap when it may be listed and is its own canonical address.
fn sitemap_row(viewer: &Viewer<'_>, page: &Page, view: &View) -> Option<SitemapRow> {
    let config = &viewer.site.frame.config;
    if view.page.noindex || view.page.canonical != config.absolute(&view.page.path) {
        return None;
    }
    let updated = match page {
        Page::Entry(_, i) | Page::Chapter(_, i, _) => viewer.site.entries[*i as usize].card.updated,
        _ => None,
    };
    let named = view
        .page
        .alternates
        .iter()
        .filter(|alternate| alternate.lang != X_DEFAULT);
    let paths = named.filter_map(|one| Some((&*one.lang, one.href.strip_prefix(&*config.base_url)?)));
    Some(SitemapRow::new(&view.page.path, paths, updated))
}
