//! The quick way for an edited theme: the pages that somebody looks at, before all others are drawn.
//!
//! Entry point: [`read`], [`Edited::show`]. Invariant: only where nothing but the drawing of pages can differ, and
//! where neither the theme as it was nor as it is has anything to be told. Anything unusual, mistakes first of all, is
//! left to the look at the whole site.

use super::load::{OWN_STRINGS, OWN_THEME};
use super::session::Last;
use super::{Checked, Request, load};
use crate::diag::Diagnostic;
use crate::output::Sink;
use crate::page::Page;
use crate::render::Renderer;
use crate::site::route;
use crate::source::names;
use crate::source::tree::Tree;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A theme that was read again.
pub(super) struct Edited {
    renderer: Renderer,
    tree: Tree,
    theme: Tree,
}

/// Reads the theme again. None when more than its files changed, or when there is anything wrong with it.
pub(super) fn read(paths: &BTreeSet<String>, last: &Last, request: &Request) -> Option<Edited> {
    let frame = &last.checked.site.frame;
    let folder = format!("themes/{}/", frame.config.theme);
    let is_theme = |path: &str| {
        let own = path.starts_with(OWN_THEME) && !path.starts_with(OWN_STRINGS);
        own || path.starts_with(&folder)
    };
    let has_remarks = last
        .found
        .iter()
        .filter_map(|finding| finding.place.as_ref())
        .any(|place| is_theme(&place.file));
    if has_remarks || !paths.iter().all(|path| is_theme(path)) {
        return None;
    }
    let is_unclear = |path: &&String| path.starts_with("content/") && last.checked.tree.is_unclear(path);
    if paths.iter().any(|path| is_unclear(&path)) {
        return None;
    }
    let mut tree = last.checked.tree.clone();
    let own = paths.iter().filter(|path| path.starts_with("content/"));
    let mut has_others = false;
    for path in own {
        let was_there = tree.find(path).is_some();
        tree.relist(path);
        has_others |= was_there != tree.find(path).is_some();
    }
    if has_others && !are_well_named(&tree, paths) {
        return None;
    }
    let mut found = Vec::new();
    let (theme, files) = load::themes(request, &frame.config, &tree, &mut found);
    let (renderer, problems) = load::renderer(&files, frame);
    (found.is_empty() && problems.is_empty()).then_some(Edited { renderer, tree, theme })
}

/// True when there is nothing to be said of the names of these files.
fn are_well_named(tree: &Tree, paths: &BTreeSet<String>) -> bool {
    let listed: Vec<Arc<str>> = tree.files().iter().map(|file| file.path.clone()).collect();
    let new = paths.iter().filter_map(|path| tree.find(path));
    new.flat_map(|file| names::check(&file.path, &[])).next().is_none() && names::collisions(&listed).is_empty()
}

impl Edited {
    /// Puts the theme in its place, and makes the viewed pages and the files that they need.
    ///
    /// # Errors
    /// What cannot be drawn with it.
    pub(super) fn show(self, last: &mut Last, viewed: &[String], sink: &dyn Sink) -> Result<(), Vec<Diagnostic>> {
        let checked = &mut last.checked;
        checked.renderer = self.renderer;
        checked.tree = self.tree;
        checked.theme = self.theme;
        last.studio.retheme(checked).map_err(|finding| vec![finding])?;
        if viewed.is_empty() {
            return Ok(());
        }
        for asset in last.checked.renderer.assets() {
            sink.put(&asset.path, asset.bytes.to_vec().into());
        }
        let found = viewed_pages(&last.checked, last, viewed).into_iter().flat_map(|page| {
            last.studio
                .page(&last.checked, page, &super::Keys::default(), sink)
                .found
        });
        let mut found: Vec<Diagnostic> = found.collect();
        found.extend(last.studio.failed());
        if found.is_empty() { Ok(()) } else { Err(found) }
    }
}

fn viewed_pages<'c>(checked: &'c Checked, last: &Last, viewed: &[String]) -> Vec<&'c Page> {
    let viewer = last.studio.viewer(checked);
    let is_viewed = |page: &&Page| viewed.contains(&route::file(&viewer.path(page)));
    checked.plan.pages.par_iter().filter(is_viewed).collect()
}
