//! What the writer would refuse of the paths that a build is going to write.
//!
//! Entry point: [`check`]. Invariant: the rules are the writer's own; a finding stands at what the path comes from, so
//! that nobody has to guess it from the output.

use super::load::STATIC;
use super::media::Media;
use crate::diag::codes::output as messages;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::entry::model::Entry;
use crate::output::{check_path, fold};
use crate::page::{self, Page, Plan};
use crate::site::Site;
use crate::site::codes::Codes;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Files of the site's root that are neither pages nor media.
const OWN_FILES: [&str; 5] = [
    "sitemap.xml",
    "robots.txt",
    "codes.json",
    "sw.js",
    "manifest.webmanifest",
];

/// Folders that are the site's own as a whole.
const OWN_FOLDERS: [&str; 5] = ["assets", "media", "search", "near", ".vanbia"];

/// Checks the paths of all pages and of all files that are copied.
pub(super) fn check(site: &Site, plan: &Plan, codes: &Codes, media: &Media) -> Diagnostics {
    let copies = media.copies.iter();
    let mut found: Diagnostics = copies
        .filter_map(|(file, path)| Some(check_path(path).err()?.at(Place::file(&file.path))))
        .collect();
    let copied = Copied::of(media);
    found.extend(copied.own(site));
    let of_page = |page: &Page| {
        if copied.places.is_empty() && is_harmless(page, site) {
            return Diagnostics::new();
        }
        let path = page.path(site, plan, codes);
        let (file, qr) = page::files(page, &path);
        let mut found: Diagnostics = refused(page, site, &file).into_iter().collect();
        if !copied.places.is_empty() {
            let plate = matches!(page, Page::Landing(_)).then(|| format!("{path}plate.svg"));
            for path in [Some(file), qr, plate].into_iter().flatten() {
                found.extend(copied.beside(&path));
            }
            if matches!(page, Page::Entry(..)) {
                found.extend(copied.called(&format!("{path}ma-")));
            }
        }
        found
    };
    let pages = plan.pages.par_iter().with_min_len(512);
    let pages: Diagnostics = pages.flat_map_iter(of_page).collect();
    // One finding for each place: it speaks for all pages that come from there.
    let told = |d: &Diagnostic| (d.code.number, d.place.as_ref().map(|place| place.file.clone()));
    let mut known: BTreeSet<_> = found.iter().map(told).collect();
    found.extend(pages.into_iter().filter(|finding| known.insert(told(finding))));
    found
}

/// True for nearly all pages of entries: their names were checked where they were read, and no path that is as short is too
/// long. A site of a whole country has a hundred thousand of them.
fn is_harmless(page: &Page, site: &Site) -> bool {
    const SHORT: usize = 120;
    let is_short = |entry: &Entry| entry.key.len() < SHORT && entry.card.url.is_empty();
    matches!(page, Page::Entry(_, at) if is_short(&site.entries[*at as usize]))
}

/// What is wrong with the path of a page. The names of entries are checked where they are read.
fn refused(page: &Page, site: &Site, file: &str) -> Option<Diagnostic> {
    let finding = check_path(file).err()?;
    let is_named_by_entry = matches!(page, Page::Entry(..) | Page::Chapter(..) | Page::Redirect(..));
    let is_told = is_named_by_entry && finding.code == messages::BAD_NAME;
    (!is_told).then(|| finding.at(Place::file(&page.source(site))))
}

/// A place below the root that a copied file takes.
struct Taken<'m> {
    /// Its path, or that of one of its folders, as it is spelled.
    path: &'m str,
    /// The whole path of the file.
    whole: &'m str,
    /// The file under `content/`.
    source: &'m Arc<str>,
    is_file: bool,
}

/// The places of all files that are copied to the root, by their folded paths.
struct Copied<'m> {
    places: BTreeMap<String, Taken<'m>>,
}

impl<'m> Copied<'m> {
    fn of(media: &'m Media) -> Self {
        let mut places = BTreeMap::new();
        for (file, whole) in media.copies.iter().filter(|(file, _)| file.path.starts_with(STATIC)) {
            let ends = whole.match_indices('/').map(|(at, _)| at).chain([whole.len()]);
            for end in ends {
                let path = &whole[..end];
                places.entry(fold(path).into_owned()).or_insert(Taken {
                    path,
                    whole,
                    source: &file.path,
                    is_file: end == whole.len(),
                });
            }
        }
        Self { places }
    }

    /// Copies in the place of what the site makes besides pages.
    fn own(&self, site: &Site) -> Diagnostics {
        let feeds = site.frame.config.languages.all().map(|lang| site.routes.feed(lang));
        let mut found: Diagnostics = feeds.filter_map(|feed| self.beside(&feed)).collect();
        found.extend(OWN_FILES.iter().filter_map(|path| self.beside(path)));
        for taken in self.places.values().filter(|taken| taken.is_file) {
            let top = fold(taken.whole.split('/').next().unwrap_or_default()).into_owned();
            if OWN_FOLDERS.contains(&&*top) {
                found.push(taken.collision(taken.whole));
            }
        }
        found
    }

    /// Copies whose paths begin so, and that lie in no folder further down: codes of other standards are called so, and
    /// which of them there are follows from what the entry says.
    fn called(&self, start: &str) -> Diagnostics {
        let folded = fold(start);
        let from = self.places.range(folded.to_string()..);
        let below = from.take_while(|(path, _)| path.starts_with(&*folded));
        let here = below.filter(|(path, taken)| taken.is_file && !path[folded.len()..].contains('/'));
        here.map(|(_, taken)| taken.collision(taken.whole)).collect()
    }

    /// The copy that stands in the way of a file of the site, or of a folder that it needs.
    fn beside(&self, path: &str) -> Option<Diagnostic> {
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for end in ends {
            let (part, is_file) = (&path[..end], end == path.len());
            let taken = self.places.get(&*fold(part))?;
            if part == taken.path && !is_file && !taken.is_file {
                continue;
            }
            return Some(match (is_file, taken.is_file) {
                (true, true) if part == taken.path => taken.collision(path),
                (true, false) => taken.file_and_folder(path, taken.whole),
                (false, true) => taken.file_and_folder(taken.whole, path),
                _ => taken.spelled_otherwise(part),
            });
        }
        None
    }
}

impl Taken<'_> {
    fn finding(&self, code: &'static crate::diag::Code) -> Diagnostic {
        Diagnostic::new(code).at(Place::file(self.source))
    }

    fn collision(&self, path: &str) -> Diagnostic {
        self.finding(codes::site::STATIC_COLLISION).with("path", path)
    }

    fn file_and_folder(&self, file: &str, inside: &str) -> Diagnostic {
        self.finding(messages::FILE_AND_FOLDER)
            .with("path", file)
            .with("other", inside)
    }

    fn spelled_otherwise(&self, own: &str) -> Diagnostic {
        self.finding(messages::PATHS_COLLIDE)
            .with("path", self.path)
            .with("other", own)
    }
}
