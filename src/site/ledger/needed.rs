//! What the pages of a published site need besides themselves: styles, scripts, pictures, recordings.
//!
//! Entry point: [`needed_files`], [`files_of_styles`], [`missing_files`]. Invariant: only files of the site itself; each once.
//! The caller asks for them, this module judges.

use super::deployed::{Answers, Got, attribute, tags};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics};
use std::collections::{BTreeMap, BTreeSet};

/// How many of the missing files of a folder are named.
const NAMED: usize = 5;

/// What a link may be for a page to need the file.
const STYLES: &str = "stylesheet";
const ICONS: [&str; 2] = ["icon", "apple-touch-icon"];

/// Files that pages need, as paths of the site, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    /// Style sheets; they may name more, see [`files_of_styles`].
    pub styles: Vec<String>,
    /// Scripts and icons, which pages share as they share their styles.
    pub shared: Vec<String>,
    /// What single pages show.
    pub shown: Vec<String>,
}

/// The files that the pages among the answers name.
pub fn needed_files(answers: &Answers) -> Needed {
    let mut styles = BTreeSet::new();
    let mut shared = BTreeSet::new();
    let mut shown = BTreeSet::new();
    let texts = answers.iter().filter_map(|(path, got)| match got {
        Got::Text(text) => Some((path, text)),
        _ => None,
    });
    for (page, text) in texts {
        for tag in tags(text, "link") {
            let rel = attribute(tag, "rel").unwrap_or_default();
            let is = |wanted: &[&str]| rel.split_ascii_whitespace().any(|word| wanted.contains(&word));
            let Some(path) = attribute(tag, "href").and_then(|address| inside(&address, page)) else {
                continue;
            };
            if is(&[STYLES]) {
                styles.insert(path);
            } else if is(&ICONS) {
                shared.insert(path);
            }
        }
        let scripts = tags(text, "script").filter_map(|tag| attribute(tag, "src"));
        shared.extend(scripts.filter_map(|address| inside(&address, page)));
        let shows = ["img", "source", "audio", "video"].map(|name| tags(text, name));
        for tag in shows.into_iter().flatten() {
            let sets = attribute(tag, "srcset").unwrap_or_default();
            let in_set = sets.split(',').filter_map(|one| one.split_ascii_whitespace().next());
            let own = attribute(tag, "src");
            let all = in_set.chain(own.as_deref());
            shown.extend(all.filter_map(|address| inside(address, page)));
        }
    }
    // Where a page did not come, that is told of the page.
    let is_told = |path: &str| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        matches!(
            answers.get(&format!("{folder}/")),
            Some(Got::Nothing(..) | Got::Elsewhere(_) | Got::Unshown(_))
        )
    };
    shared.retain(|path| !styles.contains(path));
    shown.retain(|path| !shared.contains(path) && !styles.contains(path) && !is_told(path));
    Needed {
        styles: styles.into_iter().collect(),
        shared: shared.into_iter().collect(),
        shown: shown.into_iter().collect(),
    }
}

/// The files that style sheets name: fonts, pictures, further sheets.
pub fn files_of_styles<'t>(sheets: impl Iterator<Item = (&'t str, &'t str)>) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for (path, text) in sheets {
        let text = without_comments(text);
        let imports = text
            .split("@import")
            .skip(1)
            .filter_map(|rest| quoted(rest.trim_start()));
        files.extend(imports.chain(urls(&text)).filter_map(|address| inside(address, path)));
    }
    files
}

/// The addresses in `url(…)`; what a drawing within an address calls so is none.
fn urls(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (_, rest) = text.split_once("url(")?;
        let rest = rest.trim_start();
        let address = quoted(rest).or_else(|| rest.split(')').next())?;
        let end = address.as_ptr() as usize - rest.as_ptr() as usize + address.len();
        text = &rest[end..];
        Some(address.trim_end())
    })
}

/// What stands in the quotes at the beginning.
fn quoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    text[1..].split(quote).next()
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut plain = parts.next().unwrap_or_default().to_string();
    for part in parts {
        plain.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    plain
}

/// An address on a page as a path of the site; none for what is elsewhere.
fn inside(address: &str, page: &str) -> Option<String> {
    let address = address.replace("&amp;", "&");
    let address = address.split(['?', '#']).next().unwrap_or_default();
    if address.is_empty() || address.starts_with('/') || address.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Files that did not come, and why: Vietnamese, English.
pub type Missing = BTreeMap<String, (String, String)>;

/// Reports files that did not come: one finding for each folder of files, and one for all that lie beside pages, however many
/// folders these have.
pub fn missing_files(missing: &Missing, answers: &Answers) -> Diagnostics {
    let is_beside = |path: &str| {
        let page = path.rsplit_once('/').map(|(folder, _)| format!("{folder}/"));
        page.is_some_and(|page| answers.contains_key(&page))
    };
    let mut beside = Vec::new();
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in missing.keys().map(String::as_str) {
        match path.split_once('/') {
            _ if is_beside(path) => beside.push(path),
            Some((folder, _)) => folders.entry(folder).or_default().push(path),
            None => folders.entry("output").or_default().push(path),
        }
    }
    let mut found: Diagnostics = folders
        .into_iter()
        .map(|(folder, lost)| told(messages::DEPLOYED_FILES_MISSING, &lost, missing).with("folder", folder))
        .collect();
    if !beside.is_empty() {
        let ending = |path: &&str| path.rsplit_once('.').map(|(_, ending)| format!(".{ending}"));
        let endings: BTreeSet<String> = beside.iter().filter_map(ending).collect();
        let endings = endings.into_iter().collect::<Vec<_>>().join(", ");
        found.push(told(messages::DEPLOYED_BESIDE_PAGES_MISSING, &beside, missing).with("endings", endings));
    }
    found
}

fn told(code: &'static Code, lost: &[&str], missing: &Missing) -> Diagnostic {
    let names = lost[..lost.len().min(NAMED)].join(", ");
    let more = if lost.len() > NAMED { ", …" } else { "" };
    let (vi, en) = lost
        .first()
        .and_then(|path| missing.get(*path))
        .cloned()
        .unwrap_or_default();
    Diagnostic::new(code)
        .with("count", lost.len())
        .with("files", format!("{names}{more}"))
        .with("why", vi)
        .with("why_en", en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_come_first_and_every_file_once() {
        let page = |path: &str, text: &str| (path.to_string(), Got::Text(text.to_string()));
        let head = "<link rel=\"stylesheet\" href=\"../../assets/b.css\"><link rel=canonical href=\"https://a.vn/\">\
            <script src='../../assets/a.js' defer></script>";
        let answers: Answers = [
            page(
                "vi/a/",
                &format!(
                    "{head}<source srcset=\"../../media/a-360.webp 360w, ../../media/a-480.webp 480w\">\
                     <img src=\"qr.svg?x=1\"><img src=\"https://b.vn/x.png\"><img src=\"data:image/png;base64,AA\">"
                ),
            ),
            page("en/a/", &format!("{head}<audio controls src=../../media/vi.m4a>")),
        ]
        .into();
        let needed = needed_files(&answers);
        assert_eq!(needed.styles, ["assets/b.css"]);
        assert_eq!(needed.shared, ["assets/a.js"]);
        let shown = ["media/a-360.webp", "media/a-480.webp", "media/vi.m4a", "vi/a/qr.svg"];
        assert_eq!(needed.shown, shown);
    }

    #[test]
    fn fonts_and_pictures_of_style_sheets_are_needed_too() {
        let text = "@import 'more.css';@font-face{src:url(serif.woff2) format(\"woff2\"),url( \"sans.woff2?v=1\" )}\
            /* url(old.png) */ a{background:url('../media/paper.png')}b{mask:url(data:image/svg+xml;x)}c{fill:url(#a)}\
            d{background:url(https://b.vn/x.png)}e{mask:url(\"data:image/svg+xml,<g fill='url(%23g)'/>\")}";
        let files: Vec<String> = files_of_styles([("assets/style.css", text)].into_iter())
            .into_iter()
            .collect();
        assert_eq!(
            files,
            [
                "assets/more.css",
                "assets/sans.woff2",
                "assets/serif.woff2",
                "media/paper.png"
            ]
        );
    }

    #[test]
    fn what_is_missing_is_told_by_folder() {
        let why = || ("máy chủ trả lời 404".to_string(), "the server answers 404".to_string());
        let missing: BTreeMap<_, _> = (0..7)
            .map(|n| (format!("media/{n}.webp"), why()))
            .chain([("assets/a.css".to_string(), why())])
            .collect();
        let found = missing_files(&missing, &Answers::new());
        let said: Vec<String> = found.iter().map(|d| d.message(crate::diag::Speech::En)).collect();
        assert_eq!(said.len(), 2);
        assert!(said[0].contains("assets/a.css (the server answers 404)"), "{}", said[0]);
        assert!(
            said[1].contains("(7 in all): media/0.webp") && said[1].contains("media/4.webp, …"),
            "{}",
            said[1]
        );
    }
    #[test]
    fn drawings_beside_pages_are_told_once_however_many_folders_lack_them() {
        let why = || ("thiếu tệp".to_string(), "no such file".to_string());
        let folders = ["735195/", "100001/", "vi/di-tich/a/", "en/relics/a/"];
        let answers: Answers = folders.map(|page| (page.to_string(), Got::Text(String::new()))).into();
        let missing: Missing = folders.map(|page| (format!("{page}qr.svg"), why())).into();
        let found = missing_files(&missing, &answers);
        let said: Vec<String> = found.iter().map(|d| d.message(crate::diag::Speech::En)).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].contains("(4 in all): 100001/qr.svg, 735195/qr.svg"),
            "{}",
            said[0]
        );
        assert!(found[0].help(crate::diag::Speech::En).contains("end in .svg"));
    }
}
