//! Everything from files to files: the same functions for `check`, `build` and `watch`.
//!
//! Entry point: [`check`] reads a site and finds its mistakes, [`build`] makes what was checked, [`Session`] does both
//! again and again for `watch`. Invariant: stages run left to right, each returns a value and findings; nothing is
//! written before all findings are known; this is the only place that runs things in parallel.

pub mod audit;
mod copies;
mod darkroom;
pub mod keys;
pub mod known;
mod ledger;
mod load;
mod locks;
pub mod looks;
mod make;
mod meant;
mod media;
mod medium;
mod narrow;
mod places;
mod planned;
pub mod plates;
pub mod published;
mod quick;
pub mod roster;
pub mod session;
mod share_cards;
mod standing;
mod studio;
mod styled;
mod theme;
pub mod translations;
mod unused;
mod whole;

pub use keys::{Keys, origin};
pub use known::Known;
pub use ledger::of_bytes as ledger_of_bytes;
pub use load::{Loaded, load};
pub use locks::{LEDGER, lock_files};
pub use make::{Order, Output, Stage};
pub use session::Session;
pub use standing::{SignCodes, Standing};

use self::make::Making;
use crate::diag::{self, Diagnostic, Diagnostics, Place, Strictness};
use crate::entry::model::{Entry, Status as EntryStatus};
use crate::output::Sink;
use crate::page::{self, Plan};
use crate::qr;
use crate::schema::config::{self, Config};
use crate::site::codes::Codes;
use crate::site::ledger::{Change, Ledger};
use crate::site::signs::Signs;
use crate::site::{AtOnce, Frame, Site};
use crate::source::tree::Tree;
use crate::text::Date;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The site's folder.
    pub root: PathBuf,
    /// `--base-url`: changes absolute links, never the ledger.
    pub base_url: Option<String>,
    /// The day (UTC+7).
    pub today: Date,
    /// Release and strict.
    pub strictness: Strictness,
    /// The published `codes.json`, when the output folder has one.
    pub published: Option<String>,
    /// Show drafts (preview only).
    pub drafts: bool,
}

impl Request {
    /// A look at a site on a day: nothing was published, drafts are left out, and only errors count as such.
    pub fn new(root: &Path, today: Date) -> Self {
        Self {
            root: root.to_path_buf(),
            base_url: None,
            today,
            strictness: Strictness::default(),
            published: None,
            drafts: false,
        }
    }
}

/// A site that has been read and checked.
pub struct Checked {
    /// The site.
    pub site: Site,
    /// The ledger as it should be from now on.
    pub ledger: Ledger,
    /// What changed in it.
    pub changes: Vec<Change>,
    /// The plates that people recorded.
    pub signs: Signs,
    /// Its codes, for pages.
    pub codes: Codes,
    /// Its pages.
    pub plan: Plan,
    /// Its media.
    pub media: media::Media,
    /// The files under `content/`.
    pub tree: Tree,
    /// The lock files as they were read, or written since.
    locks: locks::Hashes,
    /// The lock of translations.
    translations: translations::Lock,
    /// The files of the theme's folder.
    pub theme: Tree,
    /// How printed codes look.
    pub style: qr::style::Style,
    /// The theme, ready to draw.
    pub renderer: crate::render::Renderer,
    /// Texts that lack a translation, per language.
    pub untranslated: Vec<u32>,
    /// What is an error.
    pub strictness: Strictness,
    /// True when some entries are drafts, whether they are shown or not.
    pub has_drafts: bool,
}

/// What a build made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pages in all languages.
    pub pages: usize,
    /// Codes shown on pages: one a page and one a landing.
    pub codes: usize,
    /// Pictures in all sizes.
    pub images: usize,
    /// Pages that were drawn; the others stood there already.
    pub drawn: usize,
}

/// Sets how many threads are used; 0 means one per core. Has no effect after the first use.
pub fn use_threads(count: usize) {
    // Fails only when a pool exists already, and then that one serves.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(count).build_global();
}

/// Does things side by side.
struct Threads;

impl AtOnce for Threads {
    fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
        rayon::join(one, other)
    }
}

/// Reads and checks a site. `None` when there is no site at all.
pub fn check(request: &Request) -> (Option<Checked>, Diagnostics) {
    check_again(request, &mut Known::nothing())
}

/// As [`check`], without reading again what is known.
pub fn check_again(request: &Request, known: &mut Known) -> (Option<Checked>, Diagnostics) {
    let (loaded, mut found) = load(request, known);
    let Some(loaded) = loaded else { return (None, found) };
    let Loaded {
        frame,
        tree,
        entries,
        media_files,
        static_files,
        theme,
        theme_tree,
        cover,
    } = loaded;
    if request.strictness.release {
        found.extend(nobody_answers(&frame.config, &found));
    }
    // Before the ledger is read: what is written meanwhile shows as another text.
    let translations = translations::Lock::read(&tree);
    found.extend(translations.conflict());
    let locks = locks::hashes(&tree, &translations);
    let is_draft = |entry: &&Arc<Entry>| entry.card.status == EntryStatus::Draft;
    let drafts: Vec<_> = entries.iter().filter(is_draft).cloned().collect();
    let has_drafts = !drafts.is_empty();
    let (site, problems) = Site::link(frame.clone(), entries, request.drafts, &Threads);
    found.extend(problems);
    let sources = media::Sources {
        tree: &tree,
        known,
        languages: &frame.config.languages,
        files: &media_files,
    };
    let (media, problems) = media::plan(&site, sources, static_files, cover.as_deref());
    found.extend(problems);
    if !request.drafts {
        found.extend(media::check_drafts(&drafts, sources));
    }
    known.end(&tree);
    let listed = || {
        let (ledger, changes, mut found) = ledger::renewed(&site, &tree, request);
        let codes = Codes::new(&ledger, &site);
        let (plan, problems) = page::plan(&site, &codes);
        found.extend(problems);
        (ledger, changes, codes, plan, found)
    };
    let ready = || {
        let (renderer, mut found) = load::renderer(&theme, &frame);
        found.extend(translations::check(&site, &translations, &known.lost_rows()));
        (renderer, found)
    };
    let ((ledger, changes, codes, plan, problems), (renderer, more)) = Threads.both(listed, ready);
    found.extend(problems);
    ledger::forget_known_keys(&mut found, &ledger);
    let (style, problems) = styled::style(&site.frame.config);
    found.extend(problems);
    found.extend(styled::check(&site.frame.config.code_style, &style, &codes));
    let (signs, problems) = ledger::signs(&site, &tree, &ledger);
    found.extend(problems);
    found.extend(more);
    found.extend(planned::check(&site, &plan, &codes, &media));
    let untranslated = untranslated(&site);
    copies::find(&mut found, &request.root, &site.frame.config, &tree);
    settle(&mut found, &site.frame, site.entries.iter().chain(&drafts), &tree);
    let checked = Checked {
        site,
        ledger,
        changes,
        signs,
        codes,
        plan,
        media,
        tree,
        locks,
        translations,
        theme: theme_tree,
        style,
        renderer,
        untranslated,
        strictness: request.strictness,
        has_drafts,
    };
    (Some(checked), found)
}

/// Brings findings into the form in which they are told: each once, with its place, in the order of files and lines.
fn settle<'a>(found: &mut Diagnostics, frame: &Frame, entries: impl Iterator<Item = &'a Arc<Entry>>, tree: &Tree) {
    meant::answer(found, entries.map(|entry| &**entry));
    places::find_nested(found, tree);
    places::forget_consequences(found, tree);
    unused::gather(found, frame);
    places::resolve(found, tree);
    diag::sort(found);
}

/// A site whose pages are made. Its texts are gone, so nothing can be made of it again; a program that ends may forget it.
pub struct Emptied(Checked);

/// Makes every page, picture and feed of a checked site that is not there already, in parallel, into a sink. A text goes as
/// soon as its pages are made, because texts are half of what a site holds. Nobody waits here: `first` and `ready` of the
/// order are passed over.
pub fn build(checked: Checked, order: &Order<'_>, sink: &dyn Sink) -> (Output, Diagnostics, Emptied) {
    build_by(ENTRIES_AT_ONCE, checked, order, sink)
}

/// Entries whose pages are made before their texts go.
const ENTRIES_AT_ONCE: usize = 512;

fn build_by(
    at_once: usize,
    mut checked: Checked,
    order: &Order<'_>,
    sink: &dyn Sink,
) -> (Output, Diagnostics, Emptied) {
    let order = Order {
        first: &[],
        ready: None,
        ..*order
    };
    // Pictures first: nobody waits for pages, and a source that is decoded for its tone is at hand for its sizes.
    let pictures = develop(&mut checked, &order, sink);
    let studio = match studio::Studio::new(&checked) {
        Ok(studio) => studio,
        Err(finding) => return (Output::default(), vec![finding], Emptied(checked)),
    };
    let mut gathered = make::Gathered::default();
    for portion in make::portions(&checked.plan, at_once) {
        let making = Making {
            checked: &checked,
            studio: &studio,
            order: &order,
            sink,
        };
        gathered.take(making.pages(&portion));
        checked.forget_texts(&portion);
    }
    let making = Making {
        checked: &checked,
        studio: &studio,
        order: &order,
        sink,
    };
    let (output, found) = making.rest(gathered, Some(pictures));
    (output, found, Emptied(checked))
}

impl Checked {
    /// The texts of the entries of these pages are not needed any more.
    fn forget_texts(&mut self, pages: &[u32]) {
        for page in pages {
            let Some(entry) = self.plan.pages[*page as usize].text_of() else {
                continue;
            };
            // Nobody else holds the entries of a single build; where somebody did, they would keep their texts.
            let Some(entry) = Arc::get_mut(&mut self.site.entries[entry as usize]) else {
                continue;
            };
            entry.body.prose.clear();
            entry.body.chapters.iter_mut().for_each(|chapter| chapter.prose.clear());
        }
    }
}

/// Makes every size of every picture, and notes the tones for pages.
fn develop(checked: &mut Checked, order: &Order<'_>, sink: &dyn Sink) -> darkroom::Developed {
    let room = darkroom::Darkroom {
        media: &checked.media,
        tree: &checked.tree,
        order,
        sink,
    };
    let developed = room.develop();
    checked.media.tint(&developed.tones);
    developed
}

/// A site whose codes go on plates says who answers for it. Where the block is there without a name, or the settings cannot be
/// read, that has been told.
fn nobody_answers(config: &Config, found: &Diagnostics) -> Option<Diagnostic> {
    let is_told = |d: &Diagnostic| {
        let is_settings = d.place.as_ref().is_some_and(|place| *place.file == *config::FILE);
        is_settings && (d.code == diag::codes::setup::OWNER_NAMELESS || d.code.draft == diag::Severity::Error)
    };
    let is_nobody = config.owner.name.is_empty() && !found.iter().any(is_told);
    is_nobody.then(|| Diagnostic::new(diag::codes::setup::OWNER_MISSING).at(Place::file(&config::FILE.into())))
}

fn untranslated(site: &Site) -> Vec<u32> {
    let languages = &site.frame.config.languages;
    let of = |lang: crate::text::Lang| site.entries.iter().map(|e| e.body.untranslated[lang.index()]).sum();
    languages.all().map(of).collect()
}

/// The finding for a folder that is no site.
fn no_site(root: &Path) -> Diagnostic {
    let finding = Diagnostic::new(crate::diag::codes::setup::NO_SITE_FILE);
    finding
        .at(Place::file(&config::FILE.into()))
        .with("root", root.display())
        .with("there", "")
}

/// The frame of a site, shared by all stages.
pub(crate) type SharedFrame = Arc<Frame>;

#[cfg(test)]
mod tests;
