//! Checked site → the files that speak of the whole site: sitemap, feeds, search index, redirects, what is near.
//!
//! Entry point: [`files`]; [`lists`] alone where only titles changed. Invariant: they are made as a whole, since each holds
//! something of every entry; none of them needs a template.

use super::Checked;
use super::keys::{ALWAYS, Key, of_parts};
use super::studio::Studio;
use crate::feed::redirects::Redirect;
use crate::feed::{self, SitemapRow};
use crate::output::Sink;
use crate::page::Page;
use rayon::prelude::*;
use std::sync::Arc;

/// All of them; the rows of the sitemap in the order of the plan.
pub(super) fn files(
    checked: &Checked,
    studio: &Studio,
    rows: Vec<SitemapRow>,
    sink: &dyn Sink,
) -> Vec<(Arc<str>, Key)> {
    let site = &checked.site;
    let base = &site.frame.config.base_url;
    let put = |file| put(file, sink);
    let sitemap = || feed::sitemap(&rows, base).map(put).collect::<Vec<_>>();
    let (mut keys, more) = rayon::join(sitemap, || lists(checked, studio, sink));
    keys.extend(more);
    keys.push(put(("robots.txt".into(), feed::robots(base))));
    keys.push(put(("codes.json".into(), checked.ledger.codes_json())));
    // A site that brings its own keeps it; the pages at the old addresses are there anyway.
    let is_own = |path: &str| checked.media.copies.iter().any(|(_, own)| own == path);
    let redirects = feed::redirects::files(&redirects(checked));
    keys.extend(redirects.into_iter().filter(|(path, _)| !is_own(path)).map(put));
    keys
}

/// Old addresses of entries, and retired codes that have a successor.
fn redirects(checked: &Checked) -> Vec<Redirect> {
    let (site, codes, plan) = (&checked.site, &checked.codes, &checked.plan);
    let base = site.frame.config.base_path();
    let renamed = plan.pages.iter().filter_map(|page| match page {
        Page::Redirect(lang, entry, _) => Some(Redirect {
            from: format!("{base}{}", page.path(site, plan, codes)),
            to: format!("{base}{}", Page::Entry(*lang, *entry).path(site, plan, codes)),
            is_lasting: true,
        }),
        _ => None,
    });
    let retired = codes
        .landings()
        .iter()
        .filter(|landing| landing.retired)
        .filter_map(|landing| {
            let (entry, part) = landing.to.as_ref()?;
            let key = &site.entries[*entry as usize].key;
            let of_part = part.as_ref().and_then(|part| codes.of(&format!("{key}#{part}")));
            let now = of_part.or_else(|| codes.of(key))?;
            Some(Redirect {
                from: format!("{base}{}", site.routes.landing(&landing.code)),
                to: format!("{base}{}", site.routes.landing(&now.code)),
                is_lasting: false,
            })
        });
    renamed.chain(retired).collect()
}

/// The files in which the titles of all entries stand: search index, feeds, what is near, what can be kept.
pub(super) fn lists(checked: &Checked, studio: &Studio, sink: &dyn Sink) -> Vec<(Arc<str>, Key)> {
    let site = &checked.site;
    let languages: Vec<_> = site.frame.config.languages.all().collect();
    let index = |lang: &crate::text::Lang| feed::search(site, &studio.cards, *lang);
    let indexes: Vec<_> = languages.par_iter().flat_map_iter(index).collect();
    let feeds = languages
        .iter()
        .map(|lang| (site.routes.feed(*lang), feed::atom(site, &studio.cards, *lang)));
    let all = indexes.into_iter().chain(feeds).chain(outdoors(checked, studio));
    all.map(|file| put(file, sink)).collect()
}

/// What the site needs without signal and on the home screen of a phone, and places by their whereabouts.
fn outdoors(checked: &Checked, studio: &Studio) -> Vec<(String, String)> {
    let (site, renderer) = (&checked.site, &checked.renderer);
    let languages: Vec<_> = site.frame.config.languages.all().collect();
    let viewer = studio.viewer(checked);
    let one = |lang: &crate::text::Lang| {
        let mut files = feed::near::near(site, &studio.cards, *lang);
        if site.frame.config.offline {
            files.extend(feed::offline::sets(&viewer, *lang));
        }
        files
    };
    let mut files: Vec<_> = languages.par_iter().flat_map_iter(one).collect();
    let assets: Vec<&str> = renderer.assets().iter().map(|asset| asset.path.as_str()).collect();
    let worker = renderer.worker(site.frame.config.offline);
    let worker = feed::offline::worker(site, viewer.shared, worker, &assets, renderer.fingerprint());
    files.push(("sw.js".into(), worker));
    let icon = |name: &str| {
        let mut assets = renderer.assets().iter();
        assets.find(|asset| asset.name == name).map(|asset| asset.path.clone())
    };
    files.push(("manifest.webmanifest".into(), feed::offline::manifest(site, &icon)));
    files
}

/// The folder of the search index. Open pages have read of it, so its files have keys: who looks learns that they are others.
pub(super) const SEARCH: &str = "search/";

fn put((path, text): (String, String), sink: &dyn Sink) -> (Arc<str>, Key) {
    let key = match path.starts_with(SEARCH) {
        true => of_parts(&[text.as_bytes()]),
        false => ALWAYS,
    };
    sink.put(&path, text.into_bytes().into());
    (path.into(), key)
}
