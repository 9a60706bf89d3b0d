//! The quick way for an edited theme: the pages that somebody looks at, before the rest of the site is looked at.
//!
//! Entry point: [`make`]. Invariant: what is made here is shown by the preview only; the look at the whole site that
//! follows decides what stands. Anything unusual, mistakes first of all, is left to that look.

use super::session::Last;
use super::{Request, load};
use crate::diag;
use crate::output::Sink;
use crate::page::Page;
use crate::render::{Drawn, Renderer, SharedLang};
use crate::site::route;
use crate::text::Lang;
use crate::view::frame::card;
use crate::view::viewer::Made;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Makes the viewed pages anew and what they need, when nothing but files of the theme changed.
pub(super) fn make(paths: &BTreeSet<String>, last: &Last, request: &Request, viewed: &[String], sink: &dyn Sink) {
    let theme = format!("themes/{}/", last.checked.site.frame.config.theme);
    let is_theme = |path: &String| {
        let own = path.starts_with("content/theme/") && !path.starts_with("content/theme/strings/");
        own || path.starts_with(&theme)
    };
    if viewed.is_empty() || !paths.iter().all(is_theme) {
        return;
    }
    let Some((renderer, languages)) = renderer(paths, last, request) else {
        return;
    };
    for asset in renderer.assets() {
        sink.put(&asset.path, asset.bytes.to_vec().into());
    }
    let viewer = last.studio.viewer(&last.checked);
    let is_viewed = |page: &&Page| viewed.contains(&route::file(&viewer.path(page)));
    let pages: Vec<&Page> = last.checked.plan.pages.par_iter().filter(is_viewed).collect();
    for page in pages {
        draw(page, last, (&renderer, &languages), sink);
    }
}

/// The theme as it is now; none when anything is wrong with it.
fn renderer(paths: &BTreeSet<String>, last: &Last, request: &Request) -> Option<(Renderer, Vec<SharedLang>)> {
    let frame = &last.checked.site.frame;
    let mut tree = last.checked.tree.clone();
    paths
        .iter()
        .filter(|path| path.starts_with("content/"))
        .for_each(|path| tree.relist(path));
    let mut found = Vec::new();
    let (_, files) = load::themes(request, &frame.config, &tree, &mut found);
    let (renderer, problems) = load::renderer(&files, frame);
    found.extend(problems);
    if diag::has_errors(&found, request.strictness) {
        return None;
    }
    let all = &frame.config.languages;
    let share = |lang: Lang| {
        let site = &last.studio.shared().of(lang).site;
        renderer.share(site, &all.get(lang).code)
    };
    let languages = all.all().map(share).collect::<Result<_, _>>().ok()?;
    Some((renderer, languages))
}

fn draw(page: &Page, last: &Last, (renderer, languages): (&Renderer, &[SharedLang]), sink: &dyn Sink) {
    let checked = &last.checked;
    let viewer = last.studio.viewer(checked);
    let html = match viewer.view(page) {
        Made::Bare(bare) => renderer.render_bare(&bare),
        Made::View(mut view, prose, lang) => {
            super::studio::set_body(&mut view, prose.as_ref().map(crate::render::prose::html));
            let shared = &languages[lang.index()];
            let card = |entry: u32| -> Drawn {
                let card = card(&checked.site, &checked.codes, &checked.media.map, entry, lang);
                renderer.draw_card(&card, shared).unwrap_or_default()
            };
            renderer.render(&view, shared, &card)
        }
    };
    if let Ok(html) = html {
        sink.put(&route::file(&viewer.path(page)), html.into());
    }
}
