//! Many files of one folder that nothing uses: a hundred photos straight from a phone are one finding, not a hundred.
//!
//! Entry point: [`gather`]. Invariant: every file counts; a few files of a folder are told one by one.

use crate::diag::codes::{files, media};
use crate::diag::{Diagnostic, Diagnostics, FORM, Place};
use crate::site::Frame;
use std::collections::BTreeMap;

/// From so many files of one folder on they are told together.
const MANY: usize = 4;

/// For how many pictures the lines are shown that name them.
const SHOWN: usize = 3;

/// Tells the unused files of a folder in one finding where there are many of them.
pub(super) fn gather(found: &mut Diagnostics, frame: &Frame) {
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in found.iter() {
        if let Some((folder, inside)) = unused(finding) {
            folders.entry(folder).or_default().push(inside);
        }
    }
    folders.retain(|_, inside| inside.len() >= MANY);
    if folders.is_empty() {
        return;
    }
    found.retain(|finding| unused(finding).is_none_or(|(folder, _)| !folders.contains_key(&folder)));
    found.extend(
        folders
            .into_iter()
            .map(|(folder, inside)| together(&folder, inside, frame)),
    );
}

/// The folder of an unused file, with a final slash, and the file's path within its entry.
fn unused(finding: &Diagnostic) -> Option<(String, String)> {
    let place = finding.place.as_ref().filter(|_| finding.code == media::UNUSED_FILE)?;
    let (folder, _) = place.file.rsplit_once('/')?;
    Some((format!("{folder}/"), finding.arg("file")?.to_string()))
}

fn together(folder: &str, mut inside: Vec<String>, frame: &Frame) -> Diagnostic {
    inside.sort();
    let names: Vec<String> = inside
        .iter()
        .map(|path| path.rsplit('/').next().unwrap_or_default().to_string())
        .collect();
    let (list, list_en) = super::copies::named(&names);
    let finding = Diagnostic::new(files::UNUSED_FILES).at(Place::file(&folder.into()));
    let finding = finding
        .with("count", inside.len())
        .with("list", list)
        .with("list_en", list_en);
    let has_photos = takes_photos(folder, frame);
    let pictures = inside.iter().filter(|path| has_photos && is_picture(path));
    let languages = &frame.config.languages;
    let alt: Vec<String> = languages
        .all()
        .map(|lang| format!("{}: …", languages.get(lang).code))
        .collect();
    let alt = alt.join(", ");
    let line = |path: &String| format!("  - file: \"{path}\"\n    alt: {{ {alt} }}\n");
    let lines: String = pictures.take(SHOWN).map(line).collect();
    let (todo, todo_en) = match lines.is_empty() {
        true => (
            "tệp nào cần thì ghi tên trong entry.yaml hay trong bài viết",
            "name those that are needed in entry.yaml or in a text",
        ),
        false => (
            "ảnh nào cần thì thêm vào mục photos trong entry.yaml (đã có dòng photos: thì chỉ thêm các dòng từ dấu - trở đi), viết lời mô tả thay cho …",
            "add those that are needed to photos in entry.yaml (where there is a line photos: already, only the lines from the - on) and describe them in place of …",
        ),
    };
    let finding = finding.with("todo", todo).with("todo_en", todo_en);
    if lines.is_empty() {
        return finding;
    }
    finding.with(FORM, format!("photos:\n{}", lines.trim_end()))
}

/// True for the folder of an entry whose kind has photos.
fn takes_photos(folder: &str, frame: &Frame) -> bool {
    let kind = folder
        .split('/')
        .nth(1)
        .and_then(|folder| frame.kinds.of_folder(folder));
    kind.is_some_and(|kind| frame.kinds.get(kind).field("photos").is_some())
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    ["jpg", "jpeg", "png", "webp"].contains(&&*ending)
}
