//! Files of an entry that nothing names, and names without a file.
//!
//! Entry point: [`unused`], [`missing`]. Invariant: what is proposed can be used in that place: a picture for a picture,
//! sound for sound.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::entry::folders::{ARCHIVES, is_archive};
use crate::source::tree::File;
use crate::text::{nearest, slug};
use std::collections::BTreeSet;

/// Endings of files that can stand for one another.
const SORTS: [&[&str]; 6] = [
    &[
        "jpg", "jpeg", "jfif", "png", "webp", "heic", "heif", "avif", "gif", "bmp", "tif", "tiff", "svg",
    ],
    &["mp3", "m4a", "m4b", "mp4", "wav", "amr", "ogg", "wma", "aac"],
    &["vtt", "srt"],
    &["pdf", "epub", "csv", "doc", "docx", "xls", "xlsx", "odt", "ods"],
    &["md", "yaml", "txt"],
    &ARCHIVES,
];

/// What the folder of chapters is called by mistake, as it is in an address.
const CHAPTERS: [&str; 6] = [
    "chapters",
    "chapter",
    "chuong",
    "cac-chuong",
    "chuong-sach",
    "chuong-truyen",
];

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase()
}

/// The sort of file that a path names; none for an ending that nobody knows, or without one.
fn sort(path: &str) -> Option<usize> {
    let ending = ending(path);
    SORTS.iter().position(|sort| sort.contains(&ending.as_str()))
}

/// What is said of a path without a file, and the file of the entry's folder that is meant: the same name with the
/// ending that Windows hides, the same name in another folder, a similar name.
pub(super) fn missing<'f>(path: &str, inside: &[&'f str]) -> (&'static Code, Option<&'f str>) {
    let wanted = sort(path);
    let fits = |file: &&str| wanted.is_none_or(|wanted| sort(file) == Some(wanted));
    let inside: Vec<&'f str> = inside.iter().copied().filter(fits).collect();
    let lower = path.to_lowercase();
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let only = |is_it: &dyn Fn(&str) -> bool| {
        let mut all = inside.iter().copied().filter(|file| is_it(file));
        all.next().filter(|_| all.next().is_none())
    };
    let is_whole = |file: &str| {
        let ending = file.to_lowercase().strip_prefix(&lower).map(str::to_string);
        ending.is_some_and(|ending| ending.starts_with('.') && !ending.contains('/'))
    };
    let near = only(&is_whole).or_else(|| only(&|file| name(file) == name(path)));
    match near.or_else(|| nearest(path, inside.iter().copied())) {
        // A file that lies with entry.yaml cannot be named there.
        Some(near) if !near.contains('/') => (codes::files::FILE_ONE_UP, Some(near)),
        Some(near) => (codes::media::MISSING_FILE_NEAR, Some(near)),
        None => (codes::media::MISSING_FILE, None),
    }
}

/// The files of an entry that nothing uses. A folder of chapters under another name is told once.
pub(super) fn unused(folder: &str, has_chapters: bool, files: &[File], used: &BTreeSet<String>) -> Diagnostics {
    let inside = |file: &File| file.path[folder.len()..].to_string();
    let first = |path: &str| path.split_once('/').map(|(first, _)| first.to_string());
    // Texts of chapters lie one folder deeper.
    let texts = files
        .iter()
        .map(&inside)
        .filter(|path| path.ends_with(".md") && path.matches('/').count() == 2);
    let chapters: BTreeSet<String> = texts
        .filter_map(|path| first(&path))
        .filter(|name| is_chapters(name))
        .collect();
    let rename = |name: &String| {
        let place = Place::file(&format!("{folder}{name}/").into());
        let [todo, todo_en] = match has_chapters {
            // One folder cannot have the name of another.
            true => [
                format!("chuyển những gì ở trong «{name}» vào thư mục chapters đã có"),
                format!("move what is inside «{name}» into the folder chapters that is there already"),
            ],
            false => [
                format!("đổi tên thư mục «{name}» thành chapters"),
                format!("rename the folder «{name}» to chapters"),
            ],
        };
        let finding = Diagnostic::new(codes::files::FOLDER_OF_CHAPTERS).at(place);
        finding.with("name", name).with("todo", todo).with("todo_en", todo_en)
    };
    let mut found: Diagnostics = chapters.iter().map(rename).collect();
    for file in files {
        let path = inside(file);
        if !used.contains(&path) && !first(&path).is_some_and(|name| chapters.contains(&name)) {
            found.push(without_use(file, &path).at(Place::file(&file.path)).with("file", &path));
        }
    }
    found
}

fn is_chapters(name: &str) -> bool {
    name != "chapters" && CHAPTERS.contains(&slug(name).as_str())
}

/// A file that nothing uses; a chapter is one when it is not a folder.
fn without_use(file: &File, inside: &str) -> Diagnostic {
    let chapter = || {
        let name = inside.strip_prefix("chapters/")?.strip_suffix(".md")?;
        let (folder, name) = match name.rsplit_once('.') {
            Some((folder, lang)) => (folder, format!("{lang}.md")),
            None => (name, "vi.md".to_string()),
        };
        (!folder.contains('/')).then(|| (format!("chapters/{folder}/"), name))
    };
    let entry = file.path.strip_suffix(inside).unwrap_or_default();
    if let Some((folder, name)) = chapter() {
        let finding = Diagnostic::new(codes::files::CHAPTER_IS_FILE);
        return finding.with("folder", format!("{entry}{folder}")).with("name", name);
    }
    if is_archive(inside) {
        let (folder, name) = file.path.rsplit_once('/').unwrap_or_default();
        let finding = Diagnostic::new(codes::files::ARCHIVE).with("name", name);
        return finding.with("folder", folder);
    }
    let documents = [
        "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "pages", "txt",
    ];
    // What lies with recordings is mostly what they say, which is no part of the text.
    match documents.contains(&ending(inside).as_str()) && !inside.starts_with("audio/") {
        true => Diagnostic::new(codes::files::DOCUMENT_UNUSED),
        false => Diagnostic::new(codes::media::UNUSED_FILE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_is_of_the_same_sort() {
        let files = ["audio/vi.m4a", "photos/b.jpg", "vi.md", "files/vi.pdf"];
        let near = |path: &str| missing(path, &files);
        assert_eq!(near("audio/vi2.vtt"), (codes::media::MISSING_FILE, None));
        assert_eq!(
            near("photos/b.png"),
            (codes::media::MISSING_FILE_NEAR, Some("photos/b.jpg"))
        );
        assert_eq!(
            near("audio/vi"),
            (codes::media::MISSING_FILE_NEAR, Some("audio/vi.m4a"))
        );
        assert_eq!(
            near("audio/vi.mp3"),
            (codes::media::MISSING_FILE_NEAR, Some("audio/vi.m4a"))
        );
        assert_eq!(
            near("files/vi.docx"),
            (codes::media::MISSING_FILE_NEAR, Some("files/vi.pdf"))
        );
    }
}
