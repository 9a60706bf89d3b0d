//! Files → settings, kinds, words, entries.
//!
//! Entry point: [`load`]. Invariant: a file that cannot be read or understood is a finding; the rest goes on.

use super::known::Known;
use super::{Request, SharedFrame, looks, no_site};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::entry::folders::{self, Plan};
use crate::entry::load::{Setting, load as load_entry};
use crate::entry::model::Entry;
use crate::render::{PageLanguage, Renderer, Theme, ThemeFile};
use crate::schema::config::{self, Config};
use crate::schema::field::FacetValue;
use crate::schema::kind::Kinds;
use crate::schema::words::Words;
use crate::site::Frame;
use crate::source::document::Document;
use crate::source::names::{self, copies};
use crate::source::tree::{File, Part, Tree};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

/// A site that has been read.
pub struct Loaded {
    /// Settings, kinds and words.
    pub frame: SharedFrame,
    /// Every file.
    pub tree: Tree,
    /// Every entry, in the order of keys.
    pub entries: Vec<Arc<Entry>>,
    /// Pictures, sound and attachments, by key of the entry.
    pub media_files: BTreeMap<String, Vec<File>>,
    /// `content/static/…`
    pub static_files: Vec<File>,
    /// What the site looks like.
    pub theme: ThemeFiles,
    /// What the theme's folder holds.
    pub theme_tree: Tree,
    /// Path of the cover picture.
    pub cover: Option<String>,
}

/// The files that a site looks by.
pub struct ThemeFiles {
    /// Of the chosen theme.
    pub(super) chosen: Vec<ThemeFile>,
    /// Of the site's own, which take the place of those.
    pub(super) own: Vec<ThemeFile>,
    /// Names below `content/static/`, by which templates may call them.
    copied: Vec<String>,
}

/// Where the files lie that are copied to the root of the site as they are.
pub(super) const STATIC: &str = "content/static/";

/// Where files lie that take the place of the theme's.
pub(super) const OWN_THEME: &str = "content/theme/";

/// Where the site's own strings lie among them; entries are read with some of them.
pub(super) const OWN_STRINGS: &str = "content/theme/strings/";

/// Reads a site. `None` when there is no `site.yaml`.
pub fn load(request: &Request, known: &mut Known) -> (Option<Loaded>, Diagnostics) {
    let (tree, mut found) = Tree::walk(&request.root, "content", &spread);
    let Some(file) = tree.find(config::FILE) else {
        let meant = site_meant(&tree);
        match meant.is_empty() {
            true => found.push(no_site(&request.root)),
            false => found.extend(meant),
        }
        return (None, found);
    };
    let (doc, problems) = tree.document(file);
    found.extend(problems);
    let doc = doc.unwrap_or_else(|| Document::new(config::FILE, ""));
    let (config, problems) = Config::read(&doc, request.base_url.as_deref(), request.today);
    found.extend(problems);
    unsay(&mut found);
    found.extend(check_names(&tree, &config));
    let own = documents(&tree, "content/kinds/", ".yaml", &mut found);
    let (kinds, problems) = Kinds::read(&own, &config.languages, request.today);
    found.extend(problems);
    let strings = documents(&tree, OWN_STRINGS, ".yaml", &mut found);
    let (words, problems) = Words::read(&strings, &config.languages);
    found.extend(problems);
    let (theme_tree, theme) = themes(request, &config, &tree, &mut found);
    let frame = Arc::new(Frame {
        config,
        kinds,
        words,
        today: request.today,
    });
    found.extend(looks::check(&own, &theme, &frame.kinds));
    known.begin(fingerprint(request, [&doc].into_iter().chain(&own).chain(&strings)));
    let (plans, problems) = folders::plan(&tree, &frame.kinds, &frame.config.languages);
    found.extend(problems);
    let entries = entries(&plans, &frame, &tree, known, &mut found);
    let media_files = plans.into_iter().map(|plan| (plan.key, plan.media)).collect();
    let static_files = tree.below(STATIC).to_vec();
    let cover = Some(frame.config.home.cover.clone())
        .filter(|c| !c.is_empty())
        .map(|c| format!("content/{c}"));
    (
        Some(Loaded {
            frame,
            tree,
            entries,
            media_files,
            static_files,
            theme,
            theme_tree,
            cover,
        }),
        found,
    )
}

/// Lists parts of a folder side by side.
pub(super) fn spread(count: usize, one: &(dyn Fn(usize) -> Part + Sync)) -> Vec<Part> {
    (0..count).into_par_iter().with_min_len(64).map(one).collect()
}

/// Names that volunteers' programs make: `.md.txt`, reserved ones, two that differ in case only. What lies in `static/`
/// is copied as it is and may be called anything; a theme brings its licences along.
fn check_names(tree: &Tree, config: &Config) -> Diagnostics {
    let languages = &config.languages;
    let codes: Vec<&str> = languages.all().map(|lang| languages.get(lang).code.as_str()).collect();
    let paths: Vec<Arc<str>> = tree.files().iter().map(|f| f.path.clone()).collect();
    let about = |p: &str| p.starts_with("content/LICENSE") || p.starts_with("content/README");
    let kept = |p: &str| p.starts_with(STATIC) || p.starts_with(OWN_THEME);
    let ours = paths.iter().filter(|p| !kept(p) && !about(p));
    let ours: Vec<&Arc<str>> = ours.collect();
    let check = || {
        ours.par_iter()
            .with_min_len(256)
            .flat_map_iter(|path| names::check(path, &codes))
            .collect()
    };
    let (mut found, collisions): (Diagnostics, _) = rayon::join(check, || names::collisions(&paths));
    // A folder is told once, not once for each of its files.
    found.dedup();
    found.extend(collisions);
    found
}

/// The settings under the name that an editor gave them.
fn site_meant(tree: &Tree) -> Diagnostics {
    let is_settings = |d: &Diagnostic| {
        d.args
            .iter()
            .any(|(name, value)| *name == "right" && value == "site.yaml")
    };
    let here = tree
        .below("content/")
        .iter()
        .filter(|f| f.path.matches('/').count() == 1);
    here.flat_map(|f| names::check(&f.path, &[]))
        .filter(is_settings)
        .collect()
}

/// The text files below a folder whose names end so; a second version of one, which is told by its name, is none.
fn documents(tree: &Tree, folder: &str, ending: &str, found: &mut Diagnostics) -> Vec<Document> {
    let is_copy = |path: &str| {
        let (parent, name) = path.rsplit_once('/').unwrap_or_default();
        let right = copies::unmarked(name.strip_suffix(ending).unwrap_or(name));
        // `book_copy.yaml` may be called so; `book (1).yaml` may not.
        let is_one = |right: &String| {
            tree.find(&format!("{parent}/{right}{ending}")).is_some() || !super::copies::is_kind_name(name)
        };
        right.is_some_and(|right| is_one(&right))
    };
    let all = tree.below(folder).iter();
    let files = all.filter(|f| f.path.ends_with(ending) && !is_copy(&f.path));
    let read = files.filter_map(|file| {
        let (doc, problems) = tree.document(file);
        found.extend(problems);
        doc
    });
    read.collect()
}

/// Stands for all that an entry is read with besides its own files.
fn fingerprint<'d>(request: &Request, documents: impl Iterator<Item = &'d Document>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let day = format!("{}\0{:?}\0", request.today, request.base_url);
    hasher.update(day.as_bytes());
    for doc in documents {
        for part in [&*doc.file, &doc.text] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
    }
    *hasher.finalize().as_bytes()
}

/// What a file lacks is not said while Git's two versions stand in it: the other one may have it.
fn unsay(found: &mut Diagnostics) {
    let file = |d: &Diagnostic| d.place.as_ref().map(|place| place.file.clone());
    let torn: Vec<_> = found
        .iter()
        .filter(|d| d.code == codes::yaml::TWO_VERSIONS)
        .filter_map(file)
        .collect();
    let lacks = [codes::fields::MISSING_FIELD, codes::fields::PART_MISSING];
    found.retain(|d| !lacks.contains(&d.code) || !file(d).is_some_and(|file| torn.contains(&file)));
}

/// Reads the entry of a folder.
pub(super) fn read_entry(plan: &Plan, frame: &Frame, tree: &Tree) -> (Option<Arc<Entry>>, Diagnostics) {
    let (folder, mut found) = folders::read(plan, tree);
    let setting = Setting {
        kind: frame.kinds.get(plan.kind),
        kinds: &frame.kinds,
        index: plan.kind,
        languages: &frame.config.languages,
        today: frame.today,
    };
    let (entry, problems) = load_entry(folder, &setting);
    found.extend(problems);
    unsay(&mut found);
    (entry.map(Arc::new), found)
}

fn entries(plans: &[Plan], frame: &Frame, tree: &Tree, known: &mut Known, found: &mut Diagnostics) -> Vec<Arc<Entry>> {
    let facets = Mutex::default();
    let read = |plan: &Plan| match known.entry(&plan.key, plan.documents()) {
        Some(known) => (known.entry.clone(), known.found.clone(), false),
        None => {
            let (mut entry, found) = read_entry(plan, frame, tree);
            if let Some(entry) = entry.as_mut().and_then(Arc::get_mut) {
                share_facets(entry, &facets);
            }
            (entry, found, true)
        }
    };
    let results: Vec<_> = plans.par_iter().with_min_len(16).map(read).collect();
    let mut entries = Vec::with_capacity(results.len());
    for (plan, (entry, problems, is_new)) in plans.iter().zip(results) {
        if is_new {
            known.keep(&plan.key, plan.documents(), &entry, &problems);
        }
        entries.extend(entry);
        found.extend(problems);
    }
    let is_there = |key: &str| plans.binary_search_by(|plan| plan.key.as_str().cmp(key)).is_ok();
    known.retain(is_there);
    entries
}

/// Tens of thousands of entries have the same few wards and categories: one of each is kept.
fn share_facets(entry: &mut Entry, all: &Mutex<HashSet<Arc<FacetValue>>>) {
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    for value in entry.card.facets.iter_mut().flatten() {
        match all.get(value) {
            Some(known) => *value = known.clone(),
            None => drop(all.insert(value.clone())),
        }
    }
}

/// The files of the chosen theme and of the site's own theme folder.
pub(super) fn themes(request: &Request, config: &Config, tree: &Tree, found: &mut Diagnostics) -> (Tree, ThemeFiles) {
    let folder = format!("themes/{}", config.theme);
    let (theme_tree, problems) = Tree::walk(&request.root, &folder, &spread);
    found.extend(problems);
    // The built-in theme is embedded; files of the same name in the site's folder take its place.
    let of = |tree: &Tree, folder: &str, found: &mut Diagnostics| {
        let files = tree.below(folder).iter();
        let read = files.filter_map(|file| match tree.bytes(file) {
            Ok(bytes) => Some(ThemeFile {
                path: file.path[folder.len()..].to_string(),
                file: file.path.clone(),
                bytes,
            }),
            Err(finding) => {
                found.push(finding);
                None
            }
        });
        read.collect::<Vec<_>>()
    };
    let chosen = of(&theme_tree, &format!("{folder}/"), found);
    if chosen.is_empty() && config.theme != config::USUAL_THEME {
        let finding = crate::diag::Diagnostic::new(crate::diag::codes::setup::NO_SUCH_THEME);
        let place = crate::diag::Place::file(&config::FILE.into());
        found.push(finding.at(place).with("name", &config.theme));
    }
    let own = of(tree, OWN_THEME, found);
    let copied = tree
        .below(STATIC)
        .iter()
        .map(|file| file.path[STATIC.len()..].to_string());
    let copied = copied.collect();
    (theme_tree, ThemeFiles { chosen, own, copied })
}

/// The theme, ready to draw.
pub(super) fn renderer(files: &ThemeFiles, frame: &Frame) -> (Renderer, Diagnostics) {
    let (mut theme, mut found) = Theme::load(&files.chosen, &files.own);
    theme.stand_beside(files.copied.iter().cloned(), crate::schema::words::builtin());
    let config = &frame.config;
    found.extend(theme.wear(&config.skin, config.skin_place.as_ref()));
    let languages = &config.languages;
    let page_languages: Vec<PageLanguage> = languages
        .all()
        .map(|lang| PageLanguage {
            code: languages.get(lang).code.clone(),
            group: frame.words.formats(lang).group.clone(),
            words: frame.words.tree(lang),
        })
        .collect();
    let layouts = frame
        .kinds
        .all()
        .iter()
        .map(|k| (k.key.clone(), k.layout.clone()))
        .collect();
    let (renderer, problems) = Renderer::new(&theme, &page_languages, layouts);
    found.extend(problems);
    (renderer, found)
}
