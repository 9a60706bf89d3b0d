//! File names as volunteers produce them.
//!
//! Entry point: [`is_ignored`], [`check`], [`collisions`]; [`copies`] for the names of second versions. Invariant: what the machine leaves behind is passed over
//! silently; what a person meant and Windows, an editor or a download disfigured is answered with the right name.

pub mod copies;

use crate::diag::codes::files;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::text::{is_reserved_on_windows, nfc};
use std::collections::BTreeMap;
use std::sync::Arc;

/// True for what editors and systems leave behind: `~$vi.docx`, `.vi.md.swp`, `vi.md~`, `Thumbs.db`, `.DS_Store`,
/// and everything else whose name begins with a dot. The last part of a path is meant.
pub fn is_ignored(name: &str) -> bool {
    let lower = name.to_lowercase();
    let ends = [
        ".swp",
        ".swo",
        ".bak",
        ".bck",
        ".tmp",
        ".crdownload",
        ".part",
        ".lnk",
        ".url",
        "~",
    ];
    lower.starts_with('.')
        || lower.starts_with("~$")
        || lower.starts_with('#') && lower.ends_with('#')
        || ends.iter().any(|end| lower.ends_with(end))
        || LEFTOVERS.contains(&lower.as_str())
        // What Windows saved of a damaged stick: `FOUND.000`.
        || lower.strip_prefix("found.").is_some_and(|number| number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// True for what systems make by themselves, with nothing of anybody's work in it.
pub fn is_of_system(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower == ".ds_store" || lower.starts_with("._") || LEFTOVERS.contains(&lower.as_str())
}

/// Files and folders of systems, sticks, network disks and phones, in small letters.
const LEFTOVERS: [&str; 16] = [
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "autorun.inf",
    "picasa.ini",
    "zbthumbnail.info",
    "indexervolumeguid",
    "wpsettings.dat",
    "icon\r",
    "__macosx",
    "$recycle.bin",
    "system volume information",
    "@eadir",
    "#recycle",
    "lost.dir",
    "lost+found",
];

/// What is wrong with the name of a file; `file` is its path relative to the site's root, with `/`. Every folder name
/// on the way is looked at too. `languages` are the codes of the site's languages, as far as they are known.
pub fn check(file: &Arc<str>, languages: &[&str]) -> Diagnostics {
    let mut found = Vec::new();
    let report = |code, name: &str, right: String| {
        Diagnostic::new(code)
            .with("name", name)
            .with("right", right)
            .at(Place::file(file))
    };
    let mut end = 0;
    for part in file.split('/') {
        end = (end + part.len() + 1).min(file.len());
        if is_reserved_on_windows(part) {
            // The place is the folder or file of that name, not every file within it.
            let place = Place::file(&Arc::from(&file[..end]));
            let reserved = Diagnostic::new(files::RESERVED_NAME).with("name", part);
            found.push(reserved.with("right", longer(part)).at(place));
        } else if has_forbidden_sign(part) {
            found.push(report(files::FORBIDDEN_SIGN, part, allowed(part)));
        }
    }
    let composed = nfc(file);
    let name = composed.rsplit('/').next().unwrap_or(&composed);
    let is_place = |right: &str| is_place_of(right, &composed);
    let document = word_document(name).filter(|right| is_place(right));
    if let Some(right) = document {
        let finding = report(files::WORD_DOCUMENT, name, right.clone());
        let todo = format!("lưu thành «{right}» với mã UTF-8");
        found.push(
            finding
                .with("todo", todo)
                .with("todo_en", format!("save it as «{right}» with encoding UTF-8")),
        );
    } else if let Some(right) = copies::original(name, &is_place, languages) {
        let finding = match right == LEDGER {
            true => report(files::LEDGER_COPY, name, right),
            false => keep_one(report(files::COPY_OF, name, right.clone()), name, &right),
        };
        found.push(finding.with("file", file));
    } else if let Some(right) = meant(name).filter(|right| !right.ends_with(".lock") || is_place(right)) {
        found.push(report(files::WRONG_NAME, name, right));
    }
    found
}

/// Names that differ only in case or in how letters with diacritics are stored. `paths` as for [`check`], in any
/// order; folders are compared as well.
pub fn collisions(paths: &[Arc<str>]) -> Diagnostics {
    let mut sorted: Vec<&Arc<str>> = paths.iter().collect();
    sorted.sort();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Diagnostics::new();
    // Most files lie in the folder of the file before, which has been looked at; how much of a path collided.
    let (mut last, mut collided) = ("", usize::MAX);
    for path in sorted {
        let same = last.bytes().zip(path.bytes()).take_while(|(a, b)| a == b).count();
        last = path;
        if same > collided {
            continue;
        }
        collided = usize::MAX;
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        for end in ends.filter(|end| *end >= same) {
            let part = &path[..end];
            let folded = nfc(&nfc(part).to_lowercase()).into_owned();
            let first = *seen.entry(folded).or_insert(part);
            if first != part {
                let collision = Diagnostic::new(files::NAMES_COLLIDE)
                    .with("first", first)
                    .with("second", part)
                    .at(Place::file(&Arc::from(part)));
                if !found.contains(&collision) {
                    found.push(collision);
                }
                collided = end;
                break;
            }
        }
    }
    found
}

const LEDGER: &str = "codes.lock";

/// What is to be done with two versions of which nothing but the names is known.
fn keep_one(finding: Diagnostic, name: &str, right: &str) -> Diagnostic {
    let todo = format!("giữ bản đúng dưới tên «{right}», chuyển «{name}» ra ngoài thư mục content");
    let todo_en = format!("keep the right one under the name «{right}» and move «{name}» out of the folder content");
    finding.with("todo", todo).with("todo_en", todo_en)
}

/// The name that was meant, when the ending or the case is not the one that is read.
fn meant(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let bare = lower.strip_suffix(".txt").unwrap_or(&lower);
    let right = match bare.rsplit_once('.')? {
        (stem, "yaml" | "yml") => format!("{stem}.yaml"),
        (stem, "md" | "markdown") => format!("{stem}.md"),
        ("codes" | "translations", "lock") => bare.to_string(),
        _ => return None,
    };
    (right != name).then_some(right)
}

/// Prose in a word processor's file, by a name that stands for a language, and where it belongs.
fn word_document(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let (stem, ending) = lower.rsplit_once('.')?;
    if !matches!(ending, "doc" | "docx" | "odt" | "rtf" | "pages" | "txt" | "gdoc") {
        return None;
    }
    // A file of Google Drive is called by the whole name of what was opened there.
    let stem = match ending {
        "gdoc" => stem
            .trim_end_matches(".docx")
            .trim_end_matches(".md")
            .trim_end_matches(".yaml"),
        _ => stem,
    };
    let language = (2..=3).contains(&stem.len()) && stem.bytes().all(|b| b.is_ascii_lowercase());
    match (stem, ending) {
        ("entry" | "site" | "signs", _) => Some(format!("{stem}.yaml")),
        _ if language => Some(format!("{stem}.md")),
        _ => None,
    }
}

/// True where texts of this name are read: in the folder of an entry or of a chapter, settings above them. A document
/// in a folder for pictures, sound or files is none of them.
pub fn is_place_of(right: &str, path: &str) -> bool {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    let folders: Vec<&str> = inside.split('/').rev().skip(1).collect();
    match folders.as_slice() {
        [] => !right.ends_with(".md"),
        // Kinds may be called anything, `site-plan.yaml` as well; settings lie right in content/.
        [folder] => *folder != "kinds" && right.ends_with(".md"),
        [_, _] => right == "entry.yaml" || right.ends_with(".md"),
        [_, chapters, _, _] => *chapters == "chapters" && right.ends_with(".md"),
        _ => false,
    }
}

fn longer(name: &str) -> String {
    match name.split_once('.') {
        Some((stem, ending)) => format!("{stem}-1.{ending}"),
        None => format!("{name}-1"),
    }
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*') || c.is_control()
}

fn has_forbidden_sign(name: &str) -> bool {
    name.contains(is_forbidden) || name.ends_with(['.', ' '])
}

fn allowed(name: &str) -> String {
    name.replace(is_forbidden, "-").trim_end_matches(['.', ' ']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(name: &str) -> Vec<(u16, String)> {
        let right = |d: &Diagnostic| d.arg("right").unwrap().to_string();
        let path: Arc<str> = format!("relics/chua-bo-da/{name}").into();
        check(&path, &["vi", "en"])
            .iter()
            .map(|d| (d.code.number, right(d)))
            .collect()
    }

    #[test]
    fn what_machines_leave_behind_is_passed_over() {
        for name in [
            "~$vi.docx",
            ".vi.md.swp",
            "vi.md~",
            "entry.yaml.bck",
            "Thumbs.db",
            ".DS_Store",
            "desktop.ini",
            "._vi.md",
            "#vi.md#",
            "__MACOSX",
            ".git",
            "$RECYCLE.BIN",
            "System Volume Information",
            "FOUND.000",
            "LOST.DIR",
            "@eaDir",
            "#recycle",
            "Zalo.url",
            "ZbThumbnail.info",
            "Picasa.ini",
            ".tmp.drivedownload",
        ] {
            assert!(is_ignored(name), "{name}");
        }
        for name in [
            "vi.md",
            "entry.yaml",
            "cong.jpg",
            "vi.md.txt",
            "tmp.md",
            "found.jpg",
            "recycler",
        ] {
            assert!(!is_ignored(name), "{name}");
        }
    }

    #[test]
    fn disfigured_names_are_answered_with_the_right_one() {
        for (name, code, right) in [
            ("vi.md.txt", 110, "vi.md"),
            ("entry.yaml.txt", 110, "entry.yaml"),
            ("entry.yml", 110, "entry.yaml"),
            ("Entry.YAML", 110, "entry.yaml"),
            ("vi.MD", 110, "vi.md"),
            ("EN.markdown", 110, "en.md"),
            ("vi.docx", 111, "vi.md"),
            ("Entry.docx", 111, "entry.yaml"),
            ("en.txt", 111, "en.md"),
            ("vi (1).md", 114, "vi.md"),
            ("entry - Sao chép (2).yaml", 114, "entry.yaml"),
            ("vi - Copy.md", 114, "vi.md"),
            ("vi-LAPTOP-3.md", 114, "vi.md"),
            ("vi.md.gdoc", 111, "vi.md"),
            ("vi.gdoc", 111, "vi.md"),
            ("aux.jpg", 112, "aux-1.jpg"),
            ("cổng: trước?.jpg", 115, "cổng- trước-.jpg"),
        ] {
            assert_eq!(answer(name), [(code, right.to_string())], "{name}");
        }
        assert_eq!(answer("chapters/01-a/vi.docx"), [(111, "vi.md".to_string())]);
        for fine in [
            "audio/vi.txt",
            "files/en.docx",
            "files/entry.docx",
            "vi.md",
            "entry.yaml",
            "zh-Hant.pdf",
            "ảnh cổng (1).jpg",
            "quyet-dinh.pdf",
            "ghi-chu.docx",
        ] {
            assert_eq!(answer(fine), [], "{fine}");
        }
    }

    #[test]
    fn a_copy_of_the_ledger_is_to_be_joined_not_deleted() {
        let of = |name: &str| {
            let found = check(&["content/", name].concat().into(), &["vi", "en"]);
            found
                .iter()
                .map(|d| (d.code.number, d.arg("file").unwrap_or_default().to_string()))
                .collect::<Vec<_>>()
        };
        for copy in [
            "codes (1).lock",
            "codes - Copy.lock",
            "codes - Sao chép (2).lock",
            "codes-LAPTOP-3.lock",
            "codes (Lan's conflicted copy 2026-11-20).lock",
            "codes.lock.old",
        ] {
            assert_eq!(of(copy), [(135, format!("content/{copy}"))]);
        }
        assert_eq!(of("translations (1).lock")[0].0, 114);
        assert_eq!(of("codes.lock.txt")[0].0, 110);
        assert_eq!(of("relics/codes (1).lock")[0].0, 135);
        assert_eq!(of("codes.lock"), []);
    }

    #[test]
    fn names_that_are_one_to_windows_or_a_mac_collide() {
        let paths = |names: &[&str]| names.iter().map(|n| Arc::from(*n)).collect::<Vec<Arc<str>>>();
        let two = collisions(&paths(&["a/photos/Cong.jpg", "a/photos/cong.jpg", "a/b.jpg"]));
        assert_eq!((two.len(), two[0].code.number), (1, 113));
        let marks = collisions(&paths(&["a/c\u{1ed5}ng.jpg", "a/co\u{302}\u{309}ng.jpg"]));
        assert_eq!(marks.len(), 1);
        let folders = collisions(&paths(&[
            "Relics/a/vi.md",
            "Relics/a/en.md",
            "relics/b/vi.md",
            "relics/c/vi.md",
        ]));
        assert_eq!(folders.len(), 1);
        let many = "R/a/x R/b/y/z r/b/q r/c r/d/e/f s/A/m s/A/n s/B/m s/a/m s/ab s/b/m t/é t/é/f";
        let many: Vec<&str> = many.split(' ').collect();
        let told: Vec<_> = collisions(&paths(&many)).iter().map(|d| d.args[1].1.clone()).collect();
        assert_eq!(told, ["r", "s/a", "s/b"]);
        assert_eq!(collisions(&paths(&["a/b.jpg", "a/c.jpg", "b/b.jpg"])), []);
    }
}
