//! Whole folders of entries beside those that are read: a folder of a kind that was copied, a site within the site, one level
//! too many; and files right in `content/`.
//!
//! Entry point: [`find`], [`stray`]. Invariant: entries that stand nowhere else are named.

use super::{has_more, named, only_in, seems_more};
use crate::diag::codes::{files, setup};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::engine::{LEDGER, translations};
use crate::schema::config::{self, Config};
use crate::schema::kind::NO_KINDS;
use crate::source::names::copies;
use crate::source::tree::{File, Tree};
use std::collections::BTreeSet;

/// Rewrites what was found of folders that no kind has, and of entries without facts, where whole entries lie within.
pub(super) fn find(found: &mut Diagnostics, tree: &Tree) {
    for finding in found.iter_mut() {
        let is_unknown = [files::FOLDER_OF_NO_KIND, setup::UNKNOWN_FOLDER].contains(&finding.code);
        let answer = match finding.code {
            _ if is_unknown => of_unknown(finding, tree),
            code if code == files::NO_ENTRY_FILE => too_deep(finding, tree),
            _ => None,
        };
        if let Some(answer) = answer {
            *finding = answer;
        }
    }
}

/// A folder right in `content/` that no kind has: the copy of one that a kind has, another site, or one that was built.
fn of_unknown(finding: &Diagnostic, tree: &Tree) -> Option<Diagnostic> {
    let folder = finding.arg("folder")?;
    let path = format!("content/{folder}/");
    if let Some((inner, is_site)) = content_in(&path, tree) {
        let aside = Aside {
            ledger: ledger_in(&inner, tree),
            ..aside(&inner, "content/", 2, tree)
        };
        return Some(answer(folder, &aside, is_site));
    }
    if tree.find(&format!("{path}codes.json")).is_some() {
        let what = (
            "đây là trang đã dựng, không phải nội dung",
            "this is a built site, not content",
        );
        let todo = (
            format!("chuyển cả thư mục content/{folder} ra chỗ khác, ngoài content"),
            format!("move the whole folder content/{folder} elsewhere, out of content"),
        );
        return Some(told(folder, what, &todo));
    }
    let original = copies::unmarked(folder)?;
    let other = format!("content/{original}/");
    let is_copy = !tree.below(&other).is_empty() && !entries(&path, 1, tree).is_empty();
    is_copy.then(|| answer(folder, &aside(&path, &other, 1, tree), false))
}

/// The content of another site within a folder, and whether its settings are there too.
fn content_in(path: &str, tree: &Tree) -> Option<(String, bool)> {
    let settings = |file: &File| file.path.strip_suffix("/site.yaml").map(|inner| format!("{inner}/"));
    if let Some(inner) = tree.below(path).iter().find_map(settings) {
        return Some((inner, true));
    }
    // Folders that the site itself has.
    let is_content = |inner: &String| {
        let all = entries(inner, 2, tree);
        let mut folders = all.iter().filter_map(|key| key.split('/').next());
        folders.any(|folder| !tree.below(&format!("content/{folder}/")).is_empty())
    };
    let inner = [path.to_string(), format!("{path}content/")]
        .into_iter()
        .find(is_content);
    inner.map(|inner| (inner, false))
}

/// A folder that is no entry itself and holds several, or one that is called like the folder of the kind.
fn too_deep(finding: &Diagnostic, tree: &Tree) -> Option<Diagnostic> {
    let path = finding.place.as_ref()?.file.to_string();
    let bare = path.trim_end_matches('/').strip_prefix("content/")?;
    let (kind, name) = bare.split_once('/')?;
    let has_facts = |key: &String| tree.find(&format!("{path}{key}/entry.yaml")).is_some();
    let within: BTreeSet<String> = entries(&path, 1, tree).into_iter().filter(has_facts).collect();
    let is_many = within.len() > 1 || !within.is_empty() && copies::unmarked(name).as_deref().unwrap_or(name) == kind;
    is_many.then(|| answer(bare, &aside(&path, &format!("content/{kind}/"), 1, tree), false))
}

/// What a folder of entries has that the place for them has not.
struct Aside {
    /// Where they belong.
    place: String,
    /// Entries that are only there.
    only: Vec<String>,
    /// Entries that are another version of one that is read.
    other: Vec<String>,
    /// A ledger with lines that the one that is read has not.
    ledger: Option<String>,
}

/// The ledger within the content of another site, where it is not just a copy.
fn ledger_in(folder: &str, tree: &Tree) -> Option<String> {
    let path = format!("{folder}codes.lock");
    let theirs = tree.find(&path)?;
    let is_more = tree
        .find(LEDGER)
        .is_none_or(|ours| has_more((theirs, tree), (ours, tree)));
    is_more.then_some(path)
}

/// The folders with files that lie so many levels below a folder.
fn entries(folder: &str, levels: usize, tree: &Tree) -> BTreeSet<String> {
    let keys = tree.below(folder).iter().filter_map(|file| {
        let inside = &file.path[folder.len()..];
        let (end, _) = inside.match_indices('/').nth(levels - 1)?;
        let key = &inside[..end];
        let is_kind = levels == 1 || key.split('/').next().is_some_and(|kind| !NO_KINDS.contains(&kind));
        is_kind.then(|| key.to_string())
    });
    keys.collect()
}

fn aside(folder: &str, place: &str, levels: usize, tree: &Tree) -> Aside {
    let all = entries(folder, levels, tree).into_iter();
    let (known, only): (Vec<_>, Vec<_>) = all.partition(|key| !tree.below(&format!("{place}{key}/")).is_empty());
    let differs =
        |key: &String| !only_in(&format!("{folder}{key}/"), &format!("{place}{key}/"), tree, &seems_more).is_empty();
    Aside {
        place: place.trim_end_matches('/').to_string(),
        only,
        other: known.into_iter().filter(differs).collect(),
        ledger: None,
    }
}

fn answer(folder: &str, aside: &Aside, is_site: bool) -> Diagnostic {
    let Aside {
        place,
        only,
        other,
        ledger,
    } = aside;
    let (mut what, mut todo) = (Vec::new(), Vec::new());
    if is_site {
        what.push((
            "đây là cả một trang khác".to_string(),
            "this is another whole site".to_string(),
        ));
    }
    if !only.is_empty() {
        let (vi, en) = named(only);
        what.push((format!("chỉ có ở đây: {vi}"), format!("only here: {en}")));
        todo.push((
            format!("chuyển các mục chỉ có ở đây vào {place}"),
            format!("move the entries that are only here into {place}"),
        ));
    }
    if !other.is_empty() {
        let (vi, en) = named(other);
        what.push((
            format!("khác với bản đang dùng: {vi}"),
            format!("other than those in use: {en}"),
        ));
        todo.push((
            format!("so các mục khác với mục cùng tên trong {place}, chép sang đó những gì còn cần"),
            format!(
                "compare the other ones with those of the same name in {place}, and copy there what is still needed"
            ),
        ));
    }
    if let Some(ledger) = ledger {
        what.push(("có sổ mã riêng".to_string(), "a ledger of codes of its own".to_string()));
        todo.push((
            format!("chạy `vanbia codes merge \"{ledger}\"`"),
            format!("run `vanbia codes merge \"{ledger}\"`"),
        ));
    }
    if what.is_empty() {
        what.push((
            "đều đã có trong bản đang dùng".to_string(),
            "all of it is in use already".to_string(),
        ));
    }
    todo.push((
        format!("chuyển cả thư mục content/{folder} ra chỗ khác, ngoài content"),
        format!("move the whole folder content/{folder} elsewhere, out of content"),
    ));
    let what = joined(what, "; ", "; ");
    let todo = joined(todo, ", rồi ", ", then ");
    told(folder, (&what.0, &what.1), &todo)
}

fn joined(all: Vec<(String, String)>, vi: &str, en: &str) -> (String, String) {
    let (all_vi, all_en): (Vec<String>, Vec<String>) = all.into_iter().unzip();
    (all_vi.join(vi), all_en.join(en))
}

fn told(folder: &str, what: (&str, &str), todo: &(String, String)) -> Diagnostic {
    let place = Place::file(&format!("content/{folder}/").into());
    let finding = Diagnostic::new(files::ENTRIES_ASIDE).at(place).with("name", folder);
    let finding = finding.with("what", what.0).with("what_en", what.1);
    finding.with("todo", &todo.0).with("todo_en", &todo.1)
}

/// Files right in `content/` that nothing reads, in one finding. What has a finding of its own is left out.
pub(super) fn stray(found: &mut Diagnostics, config: &Config, tree: &Tree) {
    let read = [config::FILE, LEDGER, translations::FILE, crate::site::signs::FILE];
    let about = ["content/LICENSE", "content/README"];
    let cover = format!("content/{}", config.home.cover);
    let is_told = |path: &str| {
        found
            .iter()
            .any(|d| d.place.as_ref().is_some_and(|place| *place.file == *path))
    };
    let is_stray = |path: &&str| {
        path.matches('/').count() == 1
            && !read.contains(path)
            && !about.iter().any(|about| path.starts_with(about))
            && *path != cover
            && !is_told(path)
    };
    let all = tree.below("content/").iter().map(|file| &*file.path);
    let stray: Vec<String> = all
        .filter(is_stray)
        .map(|path| path["content/".len()..].to_string())
        .collect();
    let Some(first) = stray.first() else { return };
    let place = Place::file(&format!("content/{first}").into());
    let (list, list_en) = named(&stray);
    let finding = Diagnostic::new(files::STRAY_IN_CONTENT).at(place);
    found.push(finding.with("list", list).with("list_en", list_en));
}
