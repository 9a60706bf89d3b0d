//! The quick way for edited texts: the pages of the edited entries, before the rest of the site is looked at.
//!
//! Entry point: [`read`]. Invariant: [`Reach::Own`] only when no other page, list, feed or finding can differ: the card
//! is the same, so are the facts, the pages of the entry and what its texts link to; [`Reach::Cards`] as [`allowed::allows`]
//! says.

use super::known::Known;
use super::ledger::forget_known_keys;
use super::load::read_entry;
use super::narrow::{Made, Old, allowed};
use super::session::Last;
use super::{Checked, media, places, translations};
use crate::diag::{Area, Code, Diagnostic, Diagnostics, codes};
use crate::entry::folders::{self, Plan};
use crate::entry::model::{Chapter, Entry};
use crate::entry::prose::{Prose, Target};
use crate::output::Sink;
use crate::page::Page;
use crate::schema::kind::Kind;
use crate::schema::value::Value;
use crate::source::tree::Tree;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// More entries at once are no edit by hand.
const MOST: usize = 4;

/// Entries that were read again.
pub(super) struct Quick {
    /// The files of these entries.
    tree: Tree,
    entries: Vec<One>,
}

struct One {
    at: u32,
    plan: Plan,
    entry: Arc<Entry>,
    /// Within the entry, by itself.
    read: Diagnostics,
    /// Within the entry, as the site has it.
    found: Diagnostics,
    is_same: bool,
    reach: Reach,
}

/// How far an edit reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// The pages of the entry.
    Own,
    /// Also pages that show its card, or stand beside it.
    Cards,
    /// Anything.
    Site,
}

/// Reads the entries of these files again. None when it is more than edited texts and facts of a few entries, or when
/// there is anything wrong with them.
pub(super) fn read(paths: &BTreeSet<String>, last: &Last) -> Option<Quick> {
    let checked = &last.checked;
    let mut keys = BTreeSet::new();
    for path in paths {
        let mut parts = path.strip_prefix("content/")?.splitn(3, '/');
        let (folder, name) = (parts.next()?, parts.next()?);
        keys.insert(format!("{folder}/{name}"));
    }
    if keys.len() > MOST {
        return None;
    }
    let folders: Vec<String> = keys.iter().map(|key| format!("content/{key}/")).collect();
    let mut tree = checked.tree.narrowed(&folders, &[]);
    if !paths.iter().all(|path| tree.refresh(path)) {
        return None;
    }
    let entries: Option<Vec<One>> = keys.iter().map(|key| read_one(key, paths, &tree, last)).collect();
    Some(Quick {
        entries: entries?,
        tree,
    })
}

/// Reads an entry again, of which some of these files are.
fn read_one(key: &str, paths: &BTreeSet<String>, tree: &Tree, last: &Last) -> Option<One> {
    let checked = &last.checked;
    let frame = &checked.site.frame;
    let at = *checked.site.index.get(key)?;
    let old = &checked.site.entries[at as usize];
    let plan = folders::plan_one(tree, key, &frame.kinds, &frame.config.languages)?;
    let folder = format!("content/{key}/");
    let edited = || paths.iter().filter(|path| path.starts_with(&folder));
    let is_document = |path: &String| plan.documents().any(|file| *file.path == **path);
    if !edited().all(is_document) {
        return None;
    }
    let (entry, mut found) = read_entry(&plan, frame, tree);
    let entry = entry?;
    // Whether an unused file is told hangs on all that the facts mention, comments too.
    let has_new_facts = edited().any(|path| path.ends_with("/entry.yaml"));
    if has_new_facts && has_unused(&checked.tree, &entry, &plan, checked) {
        return None;
    }
    let stale = translations::check_entry(&frame.config.languages, &entry, &checked.translations);
    found.extend(stale);
    places::forget_consequences(&mut found, tree);
    places::resolve(&mut found, tree);
    let read = found.iter().filter(|d| !is_stale(d)).cloned().collect();
    forget_known_keys(&mut found, &checked.ledger);
    if crate::diag::has_errors(&found, checked.strictness) {
        return None;
    }
    let is_alone = |compared: Option<&Code>| is_alone(&last.found, &found, old.folder(), &plan, compared);
    let reach = match breaks_a_link(&checked.site, old, &entry) {
        true => Reach::Site,
        false => reach(old, &entry, frame.kinds.get(old.kind), &is_alone),
    };
    Some(One {
        at,
        is_same: is_same(old, &entry) && !differs(&last.found, &found, old.folder(), &plan),
        reach,
        plan,
        entry,
        read,
        found,
    })
}

impl Quick {
    /// True when nothing is different after all.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.iter().all(|one| one.is_same)
    }

    /// How far the edits reach.
    pub(super) fn reach(&self) -> Reach {
        self.entries.iter().map(|one| one.reach).max().unwrap_or(Reach::Own)
    }

    /// Puts the entries in their places; gives back those that were there.
    pub(super) fn place(&self, last: &mut Last) -> Vec<Old> {
        let entries = &mut last.checked.site.entries;
        let replace = |one: &One| {
            (
                one.at,
                std::mem::replace(&mut entries[one.at as usize], one.entry.clone()),
            )
        };
        self.entries.iter().map(replace).collect()
    }

    /// Makes the pages of the entries.
    pub(super) fn make(&self, last: &Last, sink: &dyn Sink) -> Made {
        let mut made = Made::default();
        for one in &self.entries {
            for page in pages(&last.checked, one) {
                let done = last.studio.page(&last.checked, &page, &last.output.keys, sink);
                if done.is_drawn {
                    made.changed.extend(done.keys.first().map(|(path, _)| path.to_string()));
                    made.drawn += 1;
                }
                made.keys.extend(done.keys);
                made.found.extend(done.found);
            }
        }
        made
    }

    /// Notes that these entries are what the site holds now.
    pub(super) fn settle(self, last: &mut Last, known: &mut Known) {
        for one in self.entries {
            let folder = one.entry.folder().to_string();
            last.found.retain(|finding| !is_own(finding, &folder, &one.plan));
            last.found.extend(one.found);
            known.keep(&one.plan.key, one.plan.documents(), &Some(one.entry.clone()), &one.read);
            last.checked.site.entries[one.at as usize] = one.entry;
        }
        crate::diag::sort(&mut last.found);
        last.checked.tree.renew(self.tree);
    }
}

/// The pages of an entry in all languages, as far as the plan of the last site has them.
fn pages(checked: &Checked, one: &One) -> Vec<Page> {
    let mut pages = Vec::new();
    let shown = &checked.site.entries[one.at as usize];
    for lang in checked.site.frame.config.languages.all() {
        pages.push(Page::Entry(lang, one.at));
        if one.reach < Reach::Site {
            pages.extend((0..shown.body.chapters.len()).map(|n| Page::Chapter(lang, one.at, n)));
        }
    }
    pages.retain(|page| checked.plan.has(page));
    pages
}

fn is_same(old: &Entry, new: &Entry) -> bool {
    let chapters = |entry: &Entry| -> Vec<Vec<Option<Prose>>> {
        entry
            .body
            .chapters
            .iter()
            .map(|chapter| chapter.prose.clone())
            .collect()
    };
    is_exact(old, new) && old.body.prose == new.body.prose && chapters(old) == chapters(new)
}

fn reach(old: &Entry, new: &Entry, kind: &Kind, is_alone: &dyn Fn(Option<&Code>) -> bool) -> Reach {
    // Only spellings of titles that changed are compared anew.
    let is_renamed = old.card.title != new.card.title;
    let compared = Some(codes::site::TONE_SPELLING).filter(|_| is_renamed);
    if is_exact(old, new) && is_alone(None) {
        Reach::Own
    } else if allowed::allows(old, new, kind) && is_alone(compared) {
        Reach::Cards
    } else {
        Reach::Site
    }
}

/// True when files lie in the entry's folder that it does not name.
fn has_unused(tree: &Tree, entry: &Entry, plan: &Plan, checked: &Checked) -> bool {
    let used = media::names(entry, &checked.site.frame.config.languages);
    let is_document = |path: &str| plan.documents().any(|file| *file.path == *path);
    let files = tree.below(entry.folder()).iter();
    files
        .filter(|file| !is_document(&file.path))
        .any(|file| !used.contains(&file.path[entry.folder().len()..]))
}

/// True when a heading or note vanishes that this text or another entry links to; the look at the whole site says where.
/// Parts need not be looked at: where they change, the whole site is looked at anyway.
fn breaks_a_link(site: &crate::site::Site, old: &Entry, new: &Entry) -> bool {
    let chapters = new.body.chapters.iter().flat_map(|chapter| &chapter.prose);
    let own = new.body.prose.iter().chain(chapters).flatten().any(|prose| {
        let is_lost = |id: &str| !prose.has_id(id) && !new.card.parts.iter().any(|(part, _)| **part == *id);
        let mut links = prose.links().iter();
        links.any(|link| matches!(&link.target, Target::Fragment(id) if is_lost(id)))
    });
    let has = |entry: &Entry, id: &str| entry.body.prose.iter().flatten().any(|prose| prose.has_id(id));
    let is_lost = |id: Option<&str>| id.is_some_and(|id| has(old, id) && !has(new, id));
    let linked = |prose: &Prose| {
        let is_lost = |target: &Target| match target {
            Target::Entry { key, fragment } => **key == *old.key && is_lost(fragment.as_deref()),
            _ => false,
        };
        prose.links().iter().any(|link| is_lost(&link.target))
    };
    let is_lost_by = |entry: &Arc<Entry>| {
        let mut found = false;
        for (_, value) in &entry.body.fields.0 {
            value.walk(&mut |value| {
                found |= matches!(value, Value::Ref(to) if *to.key == *old.key && is_lost(to.fragment.as_deref()));
            });
        }
        let chapters = entry.body.chapters.iter().flat_map(|chapter| &chapter.prose);
        found || entry.body.prose.iter().chain(chapters).flatten().any(linked)
    };
    let ids = |entry: &Entry| -> BTreeSet<String> {
        let headings = entry.body.prose.iter().flatten().flat_map(|prose| prose.headings());
        headings.map(|heading| heading.id.to_string()).collect()
    };
    let may_lose = !ids(old).is_subset(&ids(new)) || notes(old) > notes(new);
    own || may_lose && site.entries.par_iter().any(is_lost_by)
}

/// The highest number of a note.
fn notes(entry: &Entry) -> u32 {
    let has = |n: &u32| {
        entry
            .body
            .prose
            .iter()
            .flatten()
            .any(|prose| prose.has_id(&format!("fn-{n}")))
    };
    (1..).take_while(has).last().unwrap_or_default()
}

fn is_exact(old: &Entry, new: &Entry) -> bool {
    let linked = |prose: &[Option<Prose>]| -> Vec<Option<Vec<_>>> {
        let targets = |prose: &Prose| prose.links().iter().map(|link| link.target.clone()).collect();
        prose.iter().map(|one| one.as_ref().map(targets)).collect()
    };
    let alike = |old: &Chapter, new: &Chapter| {
        old.slug == new.slug
            && old.title == new.title
            && old.folder == new.folder
            && linked(&old.prose) == linked(&new.prose)
    };
    let (a, b) = (&old.body, &new.body);
    old.card == new.card
        && a.fields == b.fields
        && a.untranslated == b.untranslated
        && linked(&a.prose) == linked(&b.prose)
        && a.chapters.len() == b.chapters.len()
        && a.chapters.iter().zip(&b.chapters).all(|(old, new)| alike(old, new))
}

/// True when all that was found in the entry's texts and facts was found within the entry itself: reading, facts and
/// prose are, and whatever is found again or is of the kind that is `compared` anew.
fn is_alone(before: &Diagnostics, now: &Diagnostics, folder: &str, plan: &Plan, compared: Option<&Code>) -> bool {
    let needs_all = |d: &Diagnostic| {
        OF_THE_FOLDER.contains(&d.code) && d.place.as_ref().is_some_and(|place| place.file.starts_with(folder))
    };
    if before.iter().any(needs_all) {
        return false;
    }
    let again = |finding: &Diagnostic| now.iter().any(|d| d.code == finding.code && d.args == finding.args);
    let mut own = before.iter().filter(|finding| is_own(finding, folder, plan));
    own.all(|finding| {
        let is_compared = compared.is_some_and(|code| finding.code == code);
        finding.code.area() <= Area::Prose || is_stale(finding) || is_compared || again(finding)
    })
}

/// Findings that compare the entry's texts with other files of its folder, which only a look at all of them finds again.
const OF_THE_FOLDER: [&Code; 3] = [
    codes::files::COPY_OF,
    codes::files::OTHER_VERSION,
    codes::files::UNUSED_FILES,
];

fn differs(before: &Diagnostics, now: &Diagnostics, folder: &str, plan: &Plan) -> bool {
    let mut before: Diagnostics = before.iter().filter(|d| is_own(d, folder, plan)).cloned().collect();
    let mut now = now.clone();
    crate::diag::sort(&mut before);
    crate::diag::sort(&mut now);
    before != now
}

/// True for a finding in the entry's texts and facts, or about its folder. Those about its pictures stay as they are
/// as long as its texts and facts name the same ones.
fn is_own(finding: &Diagnostic, folder: &str, plan: &Plan) -> bool {
    let inside = finding.place.as_ref().filter(|place| place.file.starts_with(folder));
    inside.is_some_and(|place| {
        let is_document = || plan.documents().any(|file| file.path == place.file);
        is_stale(finding) || *place.file == *folder || is_document()
    })
}

fn is_stale(finding: &Diagnostic) -> bool {
    [codes::site::STALE_TRANSLATION, codes::site::STALE_TEXT].contains(&finding.code)
}
