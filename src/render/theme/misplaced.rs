//! Files of a theme that lie where nobody reads them.
//!
//! Entry point: [`told`]. Invariant: licences, read-me files and the scripts that made something are nobody's mistake.

use crate::diag::codes::look;
use crate::diag::{Diagnostic, Place};
use crate::render::ThemeFile;
use crate::text::nearest;
use std::sync::Arc;

/// The folders of a theme. Layouts of plates are read by who draws plates.
const FOLDERS: &[&str] = &[
    "templates",
    "styles",
    "scripts",
    "strings",
    "skins",
    "assets",
    "fonts",
    "inline",
    "signs",
];

/// Files that are published as they are.
pub(super) const PUBLISHED: &[&str] = &[
    "css", "js", "woff2", "woff", "ttf", "otf", "svg", "png", "webp", "avif", "jpg", "jpeg", "gif", "ico",
];

/// What is kept beside the files of a theme.
const BESIDE: &[&str] = &["txt", "md", "py", "sh", "yaml"];

/// The finding for a file that would be passed over in silence.
pub(super) fn told(file: &ThemeFile) -> Option<Diagnostic> {
    let base = file.file.strip_suffix(&file.path)?;
    let (folder, name) = file.path.split_once('/').unwrap_or(("", &file.path));
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_hidden = file.path.split('/').any(|part| part.starts_with('.'));
    let is_text = |extra: &[&str]| BESIDE.contains(&kind) || kind.is_empty() || extra.contains(&kind);
    let is_well = match folder {
        "" => is_text(&[]),
        // Called by their whole names, whatever these are: `{% include "icons/star.svg" %}`.
        "templates" | "inline" => true,
        "strings" | "skins" => is_text(&["yml"]),
        "signs" => is_text(&["svg"]),
        "styles" | "scripts" | "assets" | "fonts" => is_text(PUBLISHED),
        _ => false,
    };
    if is_well || is_hidden {
        return None;
    }
    let near = nearest(folder, FOLDERS.iter().copied()).unwrap_or_default();
    // A whole heap of them, such as `node_modules`, is told once.
    if near.is_empty() && name.contains('/') {
        return Some(heap(base, folder));
    }
    let last = name.rsplit('/').next().unwrap_or_default();
    let small = kind.to_ascii_lowercase();
    let is_known = !folder.is_empty() && near == folder;
    let right = match kind {
        // `LOGO.PNG`: files are called by names in small letters.
        _ if small != kind && is_known && PUBLISHED.contains(&&*small) => format!("{folder}/{stem}.{small}"),
        // In the place of a built-in sheet it would take all of that away.
        "css" if near != "styles" => "styles/own.css".to_string(),
        "js" if near != "scripts" => "scripts/own.js".to_string(),
        "html" => format!("templates/{name}"),
        "woff2" | "woff" | "ttf" | "otf" => format!("fonts/{last}"),
        "tif" | "tiff" | "bmp" | "heic" if folder == "assets" => format!("assets/{stem}.webp"),
        // What is published under its own name, such as sounds and PDF.
        _ if is_known || !PUBLISHED.contains(&&*small) => return Some(static_file(file, base, last)),
        _ if near.is_empty() => format!("assets/{last}"),
        _ => format!("{near}/{last}"),
    };
    let finding = Diagnostic::new(look::THEME_FILE_LOST)
        .at(Place::file(&file.file))
        .with("file", &file.file);
    let right = format!("{base}{right}");
    let finding = finding.with("todo", format!("chuyển thành {right}"));
    Some(finding.with("todo_en", format!("move it to {right}")))
}

/// The finding for a folder with folders in it, which is no folder of a theme.
fn heap(base: &str, folder: &str) -> Diagnostic {
    let path: Arc<str> = format!("{base}{folder}").into();
    let finding = Diagnostic::new(look::THEME_FILE_LOST)
        .at(Place::file(&path))
        .with("file", &path);
    let vi = format!(
        "chuyển cả thư mục ra ngoài {base}; tệp nào trong đó trang cần thì chép vào styles, scripts, assets hoặc fonts"
    );
    let en = format!(
        "move the whole folder out of {base}; what pages need of it is copied into styles, scripts, assets or fonts"
    );
    finding.with("todo", vi).with("todo_en", en)
}

/// The finding for a file of a sort that no folder of a theme publishes.
fn static_file(file: &ThemeFile, base: &str, last: &str) -> Diagnostic {
    let finding = Diagnostic::new(look::THEME_FILE_LOST)
        .at(Place::file(&file.file))
        .with("file", &file.file);
    let vi = format!("khách cần tệp này thì chuyển thành content/static/{last}; không thì chuyển ra ngoài {base}");
    let en = format!("move it to content/static/{last} if visitors need it; otherwise move it out of {base}");
    finding.with("todo", vi).with("todo_en", en)
}
