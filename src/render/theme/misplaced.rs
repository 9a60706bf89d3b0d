//! Files of a theme that lie where nobody reads them.
//!
//! Entry point: [`told`]. Invariant: licences, read-me files and the scripts that made something are nobody's mistake.

use crate::diag::codes::look;
use crate::diag::{Diagnostic, Place};
use crate::render::ThemeFile;
use crate::text::nearest;

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
    let kind = kind.to_ascii_lowercase();
    let is_hidden = file.path.split('/').any(|part| part.starts_with('.'));
    let is_text = |extra: &[&str]| BESIDE.contains(&&*kind) || kind.is_empty() || extra.contains(&&*kind);
    let is_well = match folder {
        "" => is_text(&[]),
        "templates" => is_text(&["html", "xml"]),
        "strings" | "skins" => is_text(&[]) && kind != "yml",
        "signs" => is_text(&["svg"]),
        "styles" | "scripts" | "assets" | "fonts" => !name.contains('/') && is_text(PUBLISHED),
        "inline" => is_text(&["css", "js"]),
        _ => false,
    };
    if is_well || is_hidden {
        return None;
    }
    let near = nearest(folder, FOLDERS.iter().copied()).unwrap_or_default();
    let last = name.rsplit('/').next().unwrap_or_default();
    let right = match &*kind {
        "yml" => format!("{folder}/{stem}.yaml"),
        // In the place of a built-in sheet it would take all of that away.
        "css" if near != "styles" => "styles/own.css".to_string(),
        "js" if near != "scripts" => "scripts/own.js".to_string(),
        "html" => format!("templates/{name}"),
        "woff2" | "woff" | "ttf" | "otf" => format!("fonts/{last}"),
        _ if folder == "assets" => format!("assets/{stem}.webp"),
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
