//! Checked site → artifacts, in parallel, into a sink.
//!
//! Entry point: [`all`]. Invariant: an artifact depends on its view alone; nothing is kept once it is handed over; the
//! order of work never shows in the bytes.

use super::media::Encode;
use super::{Checked, Counts};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::feed::{self, SitemapRow};
use crate::media;
use crate::output::{Cache, Sink};
use crate::page::{self, Page};
use crate::qr;
use crate::render;
use crate::text::Lang;
use crate::view::frame::{Cards, Shared, card};
use crate::view::model::{Content, View};
use crate::view::viewer::{Made, Viewer};
use rayon::prelude::*;
use std::sync::Arc;

/// Makes everything.
pub(super) fn all(checked: &Checked, cache: Option<&Cache>, sink: &dyn Sink) -> (Counts, Diagnostics) {
    let site = &checked.site;
    let shared = Shared::new(site);
    let cards = cards(checked);
    let viewer = Viewer {
        site,
        codes: &checked.codes,
        plan: &checked.plan,
        media: &checked.media.map,
        shared: &shared,
        cards: &cards,
        cover: checked.media.cover.as_ref(),
    };
    let mut found = encode_all(checked, cache, sink);
    found.extend(copy_all(checked, sink));
    for asset in checked.renderer.assets() {
        sink.put(&asset.path, asset.bytes.to_vec().into());
    }
    let (rows, problems) = pages(checked, &viewer, sink);
    found.extend(problems);
    found.extend(landing_codes(checked, sink));
    feeds(checked, &cards, &rows, sink);
    let counts = Counts {
        pages: checked.plan.pages.len(),
        codes: checked.plan.pages.iter().filter(|p| p.has_qr()).count() + checked.codes.landings().len(),
        images: checked.media.encodes.len(),
    };
    (counts, found)
}

fn cards(checked: &Checked) -> Cards {
    let site = &checked.site;
    let count = site.entries.len() as u32;
    let of = |lang: Lang| {
        let one = |i: u32| Arc::new(card(site, &checked.codes, &checked.media.map, i, lang));
        (0..count).into_par_iter().with_min_len(64).map(one).collect()
    };
    Cards::new(site.frame.config.languages.all().map(of).collect())
}

/// Every page and the code beside it; returns the rows of the sitemap, in the order of pages.
fn pages(checked: &Checked, viewer: &Viewer<'_>, sink: &dyn Sink) -> (Vec<SitemapRow>, Diagnostics) {
    let site = &checked.site;
    let languages = &site.frame.config.languages;
    let share = |lang: Lang| {
        checked
            .renderer
            .share(&viewer.shared.of(lang).site, &languages.get(lang).code)
    };
    let shared: Vec<render::SharedLang> = match languages.all().map(share).collect() {
        Ok(shared) => shared,
        Err(finding) => return (Vec::new(), vec![finding]),
    };
    let (drawn, mut found) = draw_cards(checked, viewer, &shared);
    let one = |page: &Page| {
        let path = viewer.path(page);
        let (file, qr) = page::files(page, &path);
        let mut row = None;
        let html = match viewer.view(page) {
            Made::Bare(bare) => checked.renderer.render_bare(&bare),
            Made::View(mut view, prose, lang) => {
                set_body(&mut view, prose.as_ref().map(render::prose::html));
                row = sitemap_row(viewer, page, &view);
                let drawn = &drawn[lang.index()];
                checked
                    .renderer
                    .render(&view, &shared[lang.index()], &|card| drawn[card as usize].clone())
            }
        };
        let mut found = Vec::new();
        match html {
            Ok(html) => sink.put(&file, html.into()),
            Err(finding) => found.push(finding),
        }
        if let Some(qr) = qr {
            let payload = qr::payload::page_payload(&site.frame.config.absolute(&path));
            found.extend(put_code(&qr, &payload, sink));
        }
        (row, found)
    };
    let done: Vec<_> = checked.plan.pages.par_iter().with_min_len(8).map(one).collect();
    let mut rows = Vec::new();
    for (row, problems) in done {
        rows.extend(row);
        found.extend(problems);
    }
    (rows, found)
}

/// Every card, drawn once per language. When the card cannot be drawn, one finding says so and pages go without.
fn draw_cards(
    checked: &Checked,
    viewer: &Viewer<'_>,
    shared: &[render::SharedLang],
) -> (Vec<Vec<render::Drawn>>, Diagnostics) {
    let count = checked.site.entries.len() as u32;
    let mut found = Vec::new();
    let of = |(i, shared): (usize, &render::SharedLang)| {
        let one = |entry: u32| {
            checked
                .renderer
                .draw_card(viewer.cards.of(Lang(i as u8), entry), shared)
        };
        let all: Result<Vec<_>, Diagnostic> = (0..count).into_par_iter().with_min_len(64).map(one).collect();
        all.unwrap_or_else(|finding| {
            found.push(finding);
            vec![render::Drawn::default(); count as usize]
        })
    };
    let drawn = shared.iter().enumerate().map(of).collect();
    (drawn, found)
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
    let own = viewer.site.frame.config.absolute(&view.page.path);
    if view.page.noindex || view.page.canonical != own {
        return None;
    }
    let updated = match page {
        Page::Entry(_, i) | Page::Chapter(_, i, _) => viewer.site.entries[*i as usize].card.updated,
        _ => None,
    };
    let updated = updated.map(|date| date.to_string());
    Some(SitemapRow {
        loc: own,
        alternates: view.page.alternates.clone(),
        updated,
    })
}

fn put_code(path: &str, payload: &str, sink: &dyn Sink) -> Option<Diagnostic> {
    match qr::encode(payload) {
        Ok(symbol) => {
            sink.put(path, qr::svg::svg(&symbol, None).into_bytes().into());
            None
        }
        Err(_) => {
            let finding = Diagnostic::new(crate::diag::codes::site::ADDRESS_TOO_LONG);
            Some(finding.at(Place::file(&path.into())).with("address", payload))
        }
    }
}

/// The code that goes on the sign, beside its landing page.
fn landing_codes(checked: &Checked, sink: &dyn Sink) -> Diagnostics {
    let one =
        |landing: &crate::site::codes::Landing| put_code(&format!("{}/qr.svg", landing.code), &landing.payload, sink);
    checked
        .codes
        .landings()
        .par_iter()
        .with_min_len(64)
        .filter_map(one)
        .collect()
}

fn feeds(checked: &Checked, cards: &Cards, rows: &[SitemapRow], sink: &dyn Sink) {
    let site = &checked.site;
    let base = &site.frame.config.base_url;
    for (path, text) in feed::sitemap(rows, base) {
        sink.put(&path, text.into_bytes().into());
    }
    sink.put("robots.txt", feed::robots(base).into_bytes().into());
    for lang in site.frame.config.languages.all() {
        let text = feed::atom(site, cards, lang);
        sink.put(&site.routes.feed(lang), text.into_bytes().into());
    }
    sink.put("codes.json", checked.ledger.codes_json().into_bytes().into());
}

/// Encodes pictures, or takes them from the cache.
fn encode_all(checked: &Checked, cache: Option<&Cache>, sink: &dyn Sink) -> Diagnostics {
    let one = |encode: &Encode| -> Option<Diagnostic> {
        let key = *blake3::hash(encode.path.as_bytes()).as_bytes();
        if let Some(bytes) = cache.and_then(|cache| cache.get(&key)) {
            sink.put(&encode.path, bytes.into());
            return None;
        }
        let name = encode.file.path.rsplit('/').next().unwrap_or_default();
        let bytes = match checked.tree.bytes(&encode.file) {
            Ok(bytes) if media::source_hash(&bytes) == encode.source => bytes,
            // Changed while the build ran: the next build shows it; this one must not mix two states.
            Ok(_) => return Some(changed(&encode.file.path)),
            Err(finding) => return Some(finding),
        };
        match media::encode(&bytes, &encode.spec) {
            Ok(picture) => {
                if let Some(cache) = cache {
                    cache.put(&key, &picture.bytes);
                }
                sink.put(&encode.path, picture.bytes.into());
                None
            }
            Err(problem) => Some(problem.diagnostic(name).at(Place::file(&encode.file.path))),
        }
    };
    checked.media.encodes.par_iter().filter_map(one).collect()
}

fn copy_all(checked: &Checked, sink: &dyn Sink) -> Diagnostics {
    let mut found = Vec::new();
    for (file, path) in &checked.media.copies {
        match checked.tree.bytes(file) {
            Ok(bytes) => sink.put(path, bytes.into()),
            Err(finding) => found.push(finding),
        }
    }
    found
}

fn changed(path: &Arc<str>) -> Diagnostic {
    Diagnostic::new(crate::diag::codes::files::CHANGED_MEANWHILE).at(Place::file(path))
}
