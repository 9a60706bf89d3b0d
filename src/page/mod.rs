//! Site → what is to be made.
//!
//! Entry point: [`plan`]. Invariant: every page has exactly one path, and no two pages share one.

mod letters;

pub use letters::{Letter, letter_of};

use crate::diag::codes::site as messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::entry::model::Status;
use crate::schema::{config, field};
use crate::site::Site;
use crate::site::areas::{self, Area, ON_A_MAP};
use crate::site::codes::Codes;
use crate::site::facets::Narrowed;
use crate::site::route;
use crate::text::Lang;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Up to this many entries the A–Z page is one page.
const ONE_PAGE: usize = 300;

/// A page to be made.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// Home page of a language.
    Home(Lang),
    /// A page of a list.
    List {
        /// Language.
        lang: Lang,
        /// Position of the kind.
        kind: usize,
        /// The facet value that the list is narrowed to.
        narrowed: Option<Narrowed>,
        /// From 1.
        number: usize,
    },
    /// The page of an entry.
    Entry(Lang, u32),
    /// A page of a book.
    Chapter(Lang, u32, usize),
    /// The A–Z page, or the page of one of its letters.
    Az(Lang, Option<usize>),
    /// A page of the list of codes, from 1.
    Codes(Lang, usize),
    /// A page of the map.
    Map {
        /// Language.
        lang: Lang,
        /// Position of the area; `None` for the whole site.
        area: Option<usize>,
        /// From 1.
        number: usize,
    },
    /// What has been kept for where there is no signal; also shown in place of pages that cannot be had.
    Saved(Lang),
    /// What a printed code opens: position in [`Codes`].
    Landing(usize),
    /// What a product's GS1 Digital Link opens: position in [`Plan::gtins`].
    Product(usize),
    /// An old address of an entry: language, entry, position of the former key.
    Redirect(Lang, u32, usize),
    /// The language chooser at the root.
    Chooser,
    /// `404.html`
    NotFound,
}

/// The pages of a site, and what several of them need to know.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Every page, in a fixed order.
    pub pages: Vec<Page>,
    /// Per language: the letters of the A–Z page.
    pub letters: Vec<Vec<Letter>>,
    /// True when each letter has a page of its own.
    pub is_az_split: bool,
    /// Rows of a page of the list of codes.
    pub codes_size: usize,
    /// The areas of the map; empty when no entry has coordinates.
    pub areas: Vec<Area>,
    /// Product numbers of fourteen digits, ascending, with the position of their entry.
    pub gtins: Vec<(String, u32)>,
}

impl Plan {
    /// True when the page is to be made.
    pub fn has(&self, page: &Page) -> bool {
        self.pages.contains(page)
    }

    /// True when all places fit on one page.
    pub fn is_one_map(&self) -> bool {
        let tops = self.areas.iter().filter(|area| area.part_of.is_none());
        tops.map(|area| area.entries.len()).sum::<usize>() <= ON_A_MAP
    }

    /// The only area, when there is but one.
    pub fn single_area(&self) -> Option<usize> {
        let mut tops = (0..self.areas.len()).filter(|i| self.areas[*i].part_of.is_none());
        let first = tops.next();
        first.filter(|_| tops.next().is_none())
    }
}

/// Per language: the letters of the A–Z page.
pub fn letters(site: &Site) -> Vec<Vec<Letter>> {
    let languages = &site.frame.config.languages;
    languages.all().map(|lang| letters::group(site, lang)).collect()
}

/// How many pages a list has.
pub fn pages_of(entries: usize, size: usize) -> usize {
    entries.div_ceil(size.max(1)).max(1)
}

/// Works out every page of a site.
pub fn plan(site: &Site, codes: &Codes) -> (Plan, Diagnostics) {
    let languages = &site.frame.config.languages;
    let size = site.frame.config.list_size;
    let shown = site.lists.iter().map(crate::site::facets::KindList::len).sum::<usize>();
    let mut plan = Plan {
        pages: Vec::new(),
        letters: letters(site),
        is_az_split: shown > ONE_PAGE,
        codes_size: size * 10,
        areas: areas::areas(&site.entries, &site.frame.kinds),
        gtins: Vec::new(),
    };
    let (gtins, mut found) = gtins(site);
    plan.gtins = gtins;
    plan.pages.extend([Page::Chooser, Page::NotFound]);
    for lang in languages.all() {
        plan.pages.push(Page::Home(lang));
        lists(site, lang, size, &mut plan.pages);
        plan.pages.push(Page::Az(lang, None));
        if plan.is_az_split {
            plan.pages
                .extend((0..plan.letters[lang.index()].len()).map(|i| Page::Az(lang, Some(i))));
        }
        map(&mut plan, lang);
        plan.pages.push(Page::Saved(lang));
        let rows = codes.listed().len();
        plan.pages
            .extend((1..=pages_of(rows, plan.codes_size)).map(|n| Page::Codes(lang, n)));
        for (i, entry) in site.entries.iter().enumerate() {
            plan.pages.push(Page::Entry(lang, i as u32));
            if entry.card.status != Status::Withdrawn {
                plan.pages
                    .extend((0..entry.body.chapters.len()).map(|c| Page::Chapter(lang, i as u32, c)));
            }
            if entry.card.formerly.is_empty() {
                continue;
            }
            // Where only the kind's folder was renamed, the address is the same.
            let address = site.routes.entry(lang, entry, &site.frame.kinds);
            let led_on = |f: &usize| former_path(site, lang, &entry.card.formerly[*f]) != address;
            let former = (0..entry.card.formerly.len()).filter(led_on);
            plan.pages.extend(former.map(|f| Page::Redirect(lang, i as u32, f)));
        }
    }
    plan.pages.extend((0..codes.landings().len()).map(Page::Landing));
    plan.pages.extend((0..plan.gtins.len()).map(Page::Product));
    found.extend(check_paths(site, &plan, codes));
    (plan, found)
}

/// Product numbers with their entries; two entries with one number are a mistake.
fn gtins(site: &Site) -> (Vec<(String, u32)>, Diagnostics) {
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let mut found = Vec::new();
    for (i, entry) in site.entries.iter().enumerate() {
        if entry.card.status == Status::Withdrawn {
            continue;
        }
        let specs = &site.frame.kinds.get(entry.kind).fields;
        for gtin in field::gtin::gtins(&entry.body.fields, specs) {
            match known.get(&gtin) {
                Some(first) => {
                    let finding = Diagnostic::new(messages::GTIN_TWICE).at(Place::file(&entry.file));
                    let finding = finding.with("first", &site.entries[*first as usize].key);
                    found.push(finding.with("second", &entry.key).with("gtin", &gtin));
                }
                None => {
                    known.insert(gtin, i as u32);
                }
            }
        }
    }
    (known.into_iter().collect(), found)
}

fn lists(site: &Site, lang: Lang, size: usize, pages: &mut Vec<Page>) {
    for (kind, list) in site.lists.iter().enumerate() {
        if !site.frame.kinds.get(kind).listed || list.is_empty() {
            continue;
        }
        let numbers = |entries| 1..=pages_of(entries, size);
        pages.extend(numbers(list.len()).map(|number| Page::List {
            lang,
            kind,
            narrowed: None,
            number,
        }));
        for (f, facet) in list.facets.iter().enumerate() {
            for (v, group) in facet.values.iter().enumerate() {
                let count = group.order[lang.index()].len();
                pages.extend(numbers(count).map(|number| Page::List {
                    lang,
                    kind,
                    narrowed: Some(Narrowed { facet: f, value: v }),
                    number,
                }));
            }
        }
    }
}

/// One page when all places fit on it; else a page or more for each area, and one that leads to them. A site with a
/// single area needs none that leads to it.
fn map(plan: &mut Plan, lang: Lang) {
    if plan.areas.is_empty() {
        return;
    }
    let at = |area, number| Page::Map { lang, area, number };
    plan.pages.push(at(None, 1));
    if plan.is_one_map() {
        return;
    }
    let single = plan.single_area();
    for (i, area) in plan.areas.iter().enumerate() {
        let first = if single == Some(i) { 2 } else { 1 };
        let count = match area.parts.is_empty() {
            true => pages_of(area.entries.len(), ON_A_MAP),
            false => 1,
        };
        plan.pages.extend((first..=count).map(|number| at(Some(i), number)));
    }
}

impl Page {
    /// The entry whose text the page shows.
    pub fn text_of(&self) -> Option<u32> {
        match self {
            Page::Entry(_, entry) | Page::Chapter(_, entry, _) => Some(*entry),
            _ => None,
        }
    }

    /// The file under `content/` that the path of the page comes from.
    pub fn source(&self, site: &Site) -> Arc<str> {
        match self {
            Page::Entry(_, entry) | Page::Chapter(_, entry, _) | Page::Redirect(_, entry, _) => {
                site.entries[*entry as usize].file.clone()
            }
            page => kind_file(site, page, page),
        }
    }

    /// The site path of the page.
    pub fn path(&self, site: &Site, plan: &Plan, codes: &Codes) -> String {
        let (routes, kinds) = (&site.routes, &site.frame.kinds);
        match *self {
            Page::Home(lang) => routes.home(lang),
            Page::List {
                lang,
                kind,
                narrowed,
                number,
            } => {
                let list = &site.lists[kind];
                let narrowed = narrowed.map(|at| {
                    let folder = &list.facets[at.facet].folder[lang.index()];
                    (folder.as_str(), list.group(at).value.key.as_str())
                });
                routes.list(lang, kinds.get(kind), narrowed, number)
            }
            Page::Entry(lang, i) => routes.entry(lang, &site.entries[i as usize], kinds),
            Page::Chapter(lang, i, c) => {
                let entry = &site.entries[i as usize];
                routes.chapter(lang, entry, kinds, &entry.body.chapters[c])
            }
            Page::Az(lang, letter) => routes.az(lang, letter.map(|i| plan.letters[lang.index()][i].id.as_str())),
            Page::Codes(lang, number) => routes.codes(lang, number),
            Page::Map { lang, area, number } => routes.map(lang, area.map(|i| plan.areas[i].key.as_str()), number),
            Page::Saved(lang) => routes.saved(lang),
            Page::Landing(i) => routes.landing(&codes.landings()[i].code),
            Page::Product(i) => routes.product(&plan.gtins[i].0),
            Page::Redirect(lang, i, former) => former_path(site, lang, &site.entries[i as usize].card.formerly[former]),
            Page::Chooser => String::new(),
            Page::NotFound => "404.html".to_string(),
        }
    }

    /// True for pages that carry a code of their own address.
    pub fn has_qr(&self) -> bool {
        !matches!(self, Page::Redirect(..) | Page::Landing(_) | Page::NotFound)
    }
}

/// The address that a former key had; the folder of a kind that no longer exists stands for itself.
fn former_path(site: &Site, lang: Lang, key: &str) -> String {
    let (folder, slug) = key.trim_matches('/').split_once('/').unwrap_or(("", key));
    match site.frame.kinds.of_folder(folder) {
        Some(kind) => site.routes.key(lang, site.frame.kinds.get(kind), slug),
        None => format!("{}/{folder}/{slug}/", site.frame.config.languages.get(lang).code),
    }
}

/// Two pages with one path: entries against system pages, entries against each other.
fn check_paths(site: &Site, plan: &Plan, codes: &Codes) -> Diagnostics {
    let mut seen: HashMap<String, &Page, _> =
        HashMap::with_capacity_and_hasher(plan.pages.len(), foldhash::quality::RandomState::default());
    let mut told = std::collections::BTreeSet::new();
    let mut found = Vec::new();
    for page in &plan.pages {
        let path = page.path(site, plan, codes);
        let Some(first) = seen.insert(path.clone(), page) else {
            continue;
        };
        if let Some((files, finding)) = same_address(site, first, page, &path)
            && told.insert(files)
        {
            found.push(finding.with("path", path));
        }
    }
    found
}

/// The finding for two pages with one path, and what tells it from others: the pair in any language is one mistake.
fn same_address(site: &Site, first: &Page, page: &Page, path: &str) -> Option<((String, String), Diagnostic)> {
    let entry_of = |page: &Page| match page {
        Page::Entry(_, i) | Page::Redirect(_, i, _) | Page::Chapter(_, i, _) => Some(&site.entries[*i as usize]),
        _ => None,
    };
    let is_redirect = |page: &Page| matches!(page, Page::Redirect(..));
    Some(match (entry_of(first), entry_of(page)) {
        // A former key that is an entry is told by itself.
        (Some(_), Some(_)) if is_redirect(first) != is_redirect(page) => return None,
        // Two chapters of one book are told by the names of their folders.
        (Some(a), Some(b)) if a.key == b.key && matches!((first, page), (Page::Chapter(..), Page::Chapter(..))) => {
            return None;
        }
        (Some(a), Some(b)) => {
            let finding = Diagnostic::new(messages::SAME_ADDRESS).at(Place::file(&b.file));
            let keys = (a.key.to_string(), b.key.to_string());
            (keys, finding.with("first", &a.key).with("second", &b.key))
        }
        (Some(entry), None) | (None, Some(entry)) => {
            let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            let finding = Diagnostic::new(messages::RESERVED_SLUG).at(Place::file(&entry.file));
            ((entry.key.to_string(), String::new()), finding.with("name", name))
        }
        (None, None) => {
            let (a, b) = (called(site, first), called(site, page));
            let finding = Diagnostic::new(messages::SAME_LIST).at(Place::file(&kind_file(site, first, page)));
            let finding = finding.with("first", &a).with("second", &b);
            ((a, b), finding)
        }
    })
}

/// The kind's file that brought two lists to one address; built-in kinds are changed by a file of the same name.
fn kind_file(site: &Site, first: &Page, second: &Page) -> Arc<str> {
    let kind = [second, first].into_iter().find_map(|page| match page {
        Page::List { kind, .. } => Some(&site.frame.kinds.get(*kind).key),
        _ => None,
    });
    kind.map_or(config::FILE.into(), |key| format!("content/kinds/{key}.yaml").into())
}

/// A page that is no entry, as authors know it: the kind's folder, the field of a filter, the system's own pages.
fn called(site: &Site, page: &Page) -> String {
    match page {
        Page::List { kind, narrowed, .. } => {
            let kind = site.frame.kinds.get(*kind);
            match narrowed.and_then(|at| kind.facets.get(at.facet)) {
                Some(field) => format!("{}.{field}", kind.key),
                None => kind.key.clone(),
            }
        }
        Page::Az(..) => "A–Z".to_string(),
        Page::Codes(..) => "codes".to_string(),
        Page::Map { .. } => "map".to_string(),
        Page::Saved(_) => "saved".to_string(),
        _ => "index".to_string(),
    }
}

/// The file of a page and, for pages with a code, of the code beside it.
pub fn files(page: &Page, path: &str) -> (String, Option<String>) {
    let qr = page.has_qr().then(|| format!("{path}qr.svg"));
    (route::file(path), qr)
}
