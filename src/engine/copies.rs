//! Second versions of files and folders, as folders in the cloud and joined copies of a site leave them: what they hold that
//! the site does not, and what is to be done.
//!
//! Entry point: [`find`]. Invariant: no answer tells anybody to delete or to overwrite what stands nowhere
//! else; where the file that is read is missing, the copy is one under a wrong name, which is an error.

mod aside;
mod twice;

use crate::diag::codes::{files, yaml};
use crate::diag::{Diagnostic, Diagnostics, Place, Span};
use crate::schema::config::Config;
use crate::source::names;
use crate::source::tree::{File, Tree};
use crate::text::is_slug;
use std::collections::BTreeSet;
use std::path::Path;

/// How many names are told of many.
const NAMED: usize = 5;

/// Says what second versions hold, adds those that only a look at all files shows, and files that lie too high.
pub(super) fn find(found: &mut Diagnostics, root: &Path, config: &Config, tree: &Tree) {
    let languages: Vec<&str> = config
        .languages
        .all()
        .map(|lang| &*config.languages.get(lang).code)
        .collect();
    found.retain(|finding| !is_no_copy(finding, tree, &languages));
    compare(found, tree);
    name_freely(found, tree);
    aside::find(found, tree);
    found.extend(twice::unpacked_twice(root, tree));
    aside::stray(found, config, tree);
}

/// Says of each file and folder that looks like a copy what it has that its original has not.
fn compare(found: &mut Diagnostics, tree: &Tree) {
    for finding in found.iter_mut() {
        let answer = match finding.code {
            code if code == files::COPY_OF_FOLDER => of_folder(finding, tree),
            code if code == files::WORD_DOCUMENT => of_document(finding, tree),
            code if [files::COPY_OF, files::LEDGER_COPY, files::WRONG_NAME].contains(&code) => of_file(finding, tree),
            _ => None,
        };
        if let Some(answer) = answer {
            *finding = answer;
        }
    }
}

/// True where the name alone looks like that of a copy: what it would be a copy of is neither there nor read there.
fn is_no_copy(finding: &Diagnostic, tree: &Tree, languages: &[&str]) -> bool {
    let parts = (both(finding), finding.arg("name"), finding.arg("right"));
    let (Some((path, original)), Some(name), Some(right)) = parts else {
        return false;
    };
    if finding.code != files::COPY_OF || right.ends_with(".lock") || tree.find(&original).is_some() {
        return false;
    }
    if path.starts_with("content/kinds/") {
        return is_kind_name(name);
    }
    // A note beside the texts, `en-notes.md`, is not to be published as one.
    let is_text = right.ends_with(".md");
    !names::is_place_of(right, &path)
        || !names::copies::is_read(right, languages)
        || is_text && !names::copies::is_marked(name)
}

/// True for the name of a file that a kind may have.
pub(super) fn is_kind_name(name: &str) -> bool {
    is_slug(&name.trim_end_matches(".yaml").replace('_', "-"))
}

/// Folders are to be renamed to names that no folder has, and no other one is to be renamed to.
fn name_freely(found: &mut Diagnostics, tree: &Tree) {
    let codes = [files::NOT_A_SLUG, files::COPY_OF_FOLDER, files::OTHER_VERSION_OF_FOLDER];
    let mut given = BTreeSet::new();
    for finding in found.iter_mut().filter(|finding| codes.contains(&finding.code)) {
        let place = finding.place.as_ref().map(|place| place.file.clone());
        let parent = place
            .as_deref()
            .and_then(|path| path.trim_end_matches('/').rsplit_once('/'));
        let (Some((parent, _)), Some(near)) = (parent, finding.arg_mut("near")) else {
            continue;
        };
        let is_taken = |name: &str, given: &BTreeSet<String>| {
            let path = format!("{parent}/{name}/");
            !tree.below(&path).is_empty() || given.contains(&path)
        };
        let wanted = near.clone();
        let mut number = 1;
        while is_taken(near, &given) {
            number += 1;
            *near = format!("{wanted}-{number}");
        }
        given.insert(format!("{parent}/{near}/"));
    }
}

/// The path of a finding, and that of the file that is meant.
fn both(finding: &Diagnostic) -> Option<(String, String)> {
    let path = finding.place.as_ref()?.file.to_string();
    let (folder, _) = path.rsplit_once('/')?;
    let right = format!("{folder}/{}", finding.arg("right")?);
    Some((path, right))
}

fn of_file(finding: &Diagnostic, tree: &Tree) -> Option<Diagnostic> {
    let (path, right) = both(finding)?;
    let copy = tree.find(&path)?;
    let with = |code, todo: (String, String)| {
        let mut answer = Diagnostic {
            code,
            ..finding.clone()
        };
        answer.args.retain(|(name, _)| !name.starts_with("todo"));
        answer.with("todo", todo.0).with("todo_en", todo.1)
    };
    let (name, right_name) = (finding.arg("name")?, finding.arg("right")?);
    let is_lock = right_name == "translations.lock";
    let Some(original) = tree.find(&right) else {
        // Without it a site is built as well; its lines tell which translations somebody has looked through.
        if is_lock {
            let todo = format!("đổi tên «{name}» thành «{right_name}»");
            return Some(with(
                files::COPY_OF,
                (todo, format!("rename «{name}» to «{right_name}»")),
            ));
        }
        // What is to be joined with the ledger can be joined with an empty one.
        let is_ledger = finding.code == files::LEDGER_COPY;
        return (!is_ledger).then(|| with(files::WRONG_NAME, Default::default()));
    };
    let right = right_name;
    match more_in((copy, tree), (original, tree)) {
        More::Nothing => Some(with(files::COPY_OF, deleted(name, right, is_lock))),
        More::Unread => Some(with(files::COPY_OF, moved_unread(name, right))),
        More::Lines(..) if is_lock => Some(with(files::COPY_OF, moved(name))),
        More::Lines(..) if right == "codes.lock" => Some(Diagnostic {
            code: files::LEDGER_COPY,
            ..finding.clone().with("file", &path)
        }),
        More::Lines(count, first) => {
            let answer = Diagnostic::new(files::OTHER_VERSION).at(first);
            let answer = answer.with("name", name).with("right", right);
            Some(answer.with("count", count))
        }
    }
}

/// What is to be done with a file of which all stands in the other one.
fn deleted(name: &str, right: &str, is_lock: bool) -> (String, String) {
    match is_lock {
        true => (
            format!("xóa «{name}» rồi chạy lại"),
            format!("delete «{name}» and run again"),
        ),
        false => (
            format!("xóa «{name}»: mọi dòng của tệp này đều có trong «{right}»"),
            format!("delete «{name}»: «{right}» has all of its lines"),
        ),
    }
}

fn moved(name: &str) -> (String, String) {
    (
        format!("chuyển «{name}» ra ngoài thư mục content"),
        format!("move «{name}» out of the folder content"),
    )
}

/// What is to be done with a file that cannot be compared.
fn moved_unread(name: &str, right: &str) -> (String, String) {
    (
        format!(
            "tệp này không đọc được trọn vẹn nên không so được với «{right}»; chuyển «{name}» ra ngoài thư mục content, đừng xóa khi chưa mở ra xem"
        ),
        format!(
            "not all of it can be read, so it cannot be compared with «{right}»; move «{name}» out of the folder content, and do not delete it before you have opened it"
        ),
    )
}

/// What a file has that another one has not.
enum More {
    /// Nothing: all of it is in the other one.
    Nothing,
    /// It may have anything: it cannot be read, or only one of two versions in it.
    Unread,
    /// So many lines, and the place of the first one.
    Lines(usize, Place),
}

/// Compares the lines of two texts, wherever they stand.
fn more_in(copy: (&File, &Tree), original: (&File, &Tree)) -> More {
    let bytes = |(file, tree): (&File, &Tree)| tree.bytes(file).ok();
    // Two files of which neither can be read are not the same.
    if copy.0.stamp.size == original.0.stamp.size && bytes(copy).is_some_and(|copy| bytes(original) == Some(copy)) {
        return More::Nothing;
    }
    let (theirs, problems) = copy.1.document(copy.0);
    let theirs = theirs.map(|doc| doc.text).unwrap_or_default();
    let is_unread = theirs.is_empty() && copy.0.stamp.size > 0;
    if is_unread || problems.iter().any(|d| d.code == yaml::TWO_VERSIONS) {
        return More::Unread;
    }
    let ours = original
        .1
        .document(original.0)
        .0
        .map(|doc| doc.text)
        .unwrap_or_default();
    let known: BTreeSet<&str> = ours.lines().map(str::trim).collect();
    let (mut at, mut count, mut first) = (0, 0, None);
    for line in theirs.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !known.contains(words) {
            let from = at + line.find(words).unwrap_or_default();
            count += 1;
            first = first.or(Some(Span::new(from, from + words.len())));
        }
        at += line.len();
    }
    match first {
        // To find a line is a walk through the whole text, and only the first one is shown.
        Some(span) => More::Lines(count, Place::of(&copy.0.path, &theirs, span)),
        None => More::Nothing,
    }
}

/// Where the text is there already, saving the document under its name would be the end of it.
fn of_document(finding: &Diagnostic, tree: &Tree) -> Option<Diagnostic> {
    let (_, right) = both(finding)?;
    tree.find(&right)?;
    let right = finding.arg("right")?;
    let todo = format!("chép vào «{right}» đã có những đoạn còn thiếu ở đó (đừng lưu đè)");
    let todo_en = format!("add to «{right}», which is there, the passages that it lacks (do not save over it)");
    let mut answer = finding.clone();
    answer.args.retain(|(name, _)| !name.starts_with("todo"));
    Some(answer.with("todo", todo).with("todo_en", todo_en))
}

fn of_folder(finding: &Diagnostic, tree: &Tree) -> Option<Diagnostic> {
    let path = finding.place.as_ref()?.file.to_string();
    let parent = path.trim_end_matches('/').rsplit_once('/')?.0;
    let original = folder_called(parent, finding.arg("original")?, tree)?;
    let more = only_in(&path, &format!("{parent}/{original}/"), tree, &has_more);
    let mut answer = finding.clone();
    *answer.arg_mut("original")? = original;
    answer.args.retain(|(name, _)| !name.starts_with("todo"));
    if !more.is_empty() {
        answer.code = files::OTHER_VERSION_OF_FOLDER;
        let (list, list_en) = named(&more);
        return Some(answer.with("files", list).with("files_en", list_en));
    }
    let (todo, todo_en) = match tree.has_passed_over(&path) {
        true => (
            "chuyển thư mục này ra ngoài thư mục content (ở đây có thêm tệp mà chương trình bỏ qua, như bản lưu .bak)",
            "move this folder out of the folder content (it also has files that are passed over, such as a backup .bak)",
        ),
        false => (
            "xóa thư mục này: mọi thứ ở đây đều có trong thư mục kia",
            "delete this folder: the other one has all that is in it",
        ),
    };
    Some(answer.with("todo", todo).with("todo_en", todo_en))
}

/// The folder of a name in small letters, as the disk has it.
fn folder_called(parent: &str, name: &str, tree: &Tree) -> Option<String> {
    if !tree.below(&format!("{parent}/{name}/")).is_empty() {
        return Some(name.to_string());
    }
    let inside = tree.below(&format!("{parent}/")).iter();
    let mut folders = inside.filter_map(|file| file.path.get(parent.len() + 1..)?.split_once('/'));
    let (folder, _) = folders.find(|(folder, _)| folder.to_lowercase() == name)?;
    Some(folder.to_string())
}

/// Says whether a file has something that another one has not.
type IsMore<'a> = &'a dyn Fn((&File, &Tree), (&File, &Tree)) -> bool;

/// The files of a folder, by their paths in it, that another folder has not, or not with all of their lines.
fn only_in(folder: &str, other: &str, tree: &Tree, is_another: IsMore<'_>) -> Vec<String> {
    let is_more = |file: &&File| {
        let Some(original) = tree.find(&format!("{other}{}", &file.path[folder.len()..])) else {
            return true;
        };
        is_another((file, tree), (original, tree))
    };
    let more = tree.below(folder).iter().filter(is_more);
    more.map(|file| file.path[folder.len()..].to_string()).collect()
}

/// True for a file whose lines are compared.
fn is_text(file: &File) -> bool {
    [".md", ".yaml", ".lock"]
        .iter()
        .any(|ending| file.path.ends_with(ending))
}

/// True for a file with something that another one has not.
fn has_more(copy: (&File, &Tree), original: (&File, &Tree)) -> bool {
    if is_text(copy.0) {
        return !matches!(more_in(copy, original), More::Nothing);
    }
    let bytes = |(file, tree): (&File, &Tree)| tree.bytes(file).ok();
    let is_as_large = copy.0.stamp.size == original.0.stamp.size;
    !is_as_large || bytes(copy).is_none_or(|copy| bytes(original) != Some(copy))
}

/// The same for whole sites and folders of entries, which nobody is told to delete: a copied picture keeps its size and its
/// time, and a thousand of them are not read for that.
fn seems_more(copy: (&File, &Tree), original: (&File, &Tree)) -> bool {
    let is_alike = !is_text(copy.0) && copy.0.stamp == original.0.stamp;
    !is_alike && has_more(copy, original)
}

/// Names in words, in both languages: the first ones, and how many more there are.
pub(super) fn named(names: &[String]) -> (String, String) {
    let first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => (first.clone(), first),
        more => (format!("{first} và {more} tên nữa"), format!("{first} and {more} more")),
    }
}
