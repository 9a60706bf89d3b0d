//! Second versions of files and folders, as folders in the cloud and joined copies of a site leave them: what they hold that
//! the site does not, and what is to be done.
//!
//! Entry point: [`find`]. Invariant: no answer tells anybody to delete or to overwrite what stands nowhere
//! else; where the file that is read is missing, the copy is one under a wrong name, which is an error.

mod aside;
mod twice;

use crate::diag::codes::files;
use crate::diag::{Diagnostic, Diagnostics, Place, Span};
use crate::schema::config::Config;
use crate::source::tree::{File, Tree};
use std::collections::BTreeSet;
use std::path::Path;

/// How many names are told of many.
const NAMED: usize = 5;

/// Says what second versions hold, adds those that only a look at all files shows, and files that lie too high.
pub(super) fn find(found: &mut Diagnostics, root: &Path, config: &Config, tree: &Tree) {
    compare(found, tree);
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
    let Some(original) = tree.find(&right) else {
        // What is to be joined with the ledger can be joined with an empty one.
        let is_ledger = finding.code == files::LEDGER_COPY;
        return (!is_ledger).then(|| with(files::WRONG_NAME, Default::default()));
    };
    let (name, right) = (finding.arg("name")?, finding.arg("right")?);
    let is_lock = right == "translations.lock";
    let more = match is_lock || tree.bytes(copy).ok() == tree.bytes(original).ok() {
        true => Vec::new(),
        false => lines_only_in((copy, tree), (original, tree)),
    };
    match more.first() {
        None => {
            let todo = match is_lock {
                true => (
                    format!("xóa «{name}» rồi chạy lại"),
                    format!("delete «{name}» and run again"),
                ),
                false => (
                    format!("xóa «{name}»: mọi dòng của tệp này đều có trong «{right}»"),
                    format!("delete «{name}»: «{right}» has all of its lines"),
                ),
            };
            Some(with(files::COPY_OF, todo))
        }
        Some(_) if right == "codes.lock" => Some(Diagnostic {
            code: files::LEDGER_COPY,
            ..finding.clone().with("file", &path)
        }),
        Some(first) => {
            let answer = Diagnostic::new(files::OTHER_VERSION).at(first.clone());
            let answer = answer.with("name", name).with("right", right);
            Some(answer.with("count", more.len()))
        }
    }
}

/// The places of the lines of a file that another one has not, wherever they stand there.
fn lines_only_in(copy: (&File, &Tree), original: (&File, &Tree)) -> Vec<Place> {
    let text = |(file, tree): (&File, &Tree)| tree.document(file).0.map(|doc| doc.text).unwrap_or_default();
    let (ours, theirs) = (text(original), text(copy));
    let known: BTreeSet<&str> = ours.lines().map(str::trim).collect();
    let mut at = 0;
    let mut places = Vec::new();
    for line in theirs.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !known.contains(words) {
            let from = at + line.find(words).unwrap_or_default();
            places.push(Place::of(&copy.0.path, &theirs, Span::new(from, from + words.len())));
        }
        at += line.len();
    }
    places
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
    let original = format!("{parent}/{}/", finding.arg("original")?);
    if tree.below(&original).is_empty() {
        return None;
    }
    let more = only_in(&path, &original, tree);
    let mut answer = finding.clone();
    answer.args.retain(|(name, _)| !name.starts_with("todo"));
    if more.is_empty() {
        let todo = "xóa thư mục này: mọi thứ ở đây đều có trong thư mục kia";
        let todo_en = "delete this folder: the other one has all that is in it";
        return Some(answer.with("todo", todo).with("todo_en", todo_en));
    }
    answer.code = files::OTHER_VERSION_OF_FOLDER;
    let (list, list_en) = named(&more);
    Some(answer.with("files", list).with("files_en", list_en))
}

/// The files of a folder, by their paths in it, that another folder has not, or not with all of their lines.
fn only_in(folder: &str, other: &str, tree: &Tree) -> Vec<String> {
    let is_more = |file: &&File| {
        let Some(original) = tree.find(&format!("{other}{}", &file.path[folder.len()..])) else {
            return true;
        };
        has_more((file, tree), (original, tree))
    };
    let more = tree.below(folder).iter().filter(is_more);
    more.map(|file| file.path[folder.len()..].to_string()).collect()
}

/// True for a file with something that another one has not.
fn has_more(copy: (&File, &Tree), original: (&File, &Tree)) -> bool {
    let bytes = |(file, tree): (&File, &Tree)| tree.bytes(file).ok();
    let is_same = copy.0.stamp.size == original.0.stamp.size && bytes(copy) == bytes(original);
    let is_text = [".md", ".yaml", ".lock"]
        .iter()
        .any(|ending| copy.0.path.ends_with(ending));
    !is_same && (!is_text || !lines_only_in(copy, original).is_empty())
}

/// Names in words, in both languages: the first ones, and how many more there are.
pub(super) fn named(names: &[String]) -> (String, String) {
    let first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => (first.clone(), first),
        more => (format!("{first} và {more} tên nữa"), format!("{first} and {more} more")),
    }
}
