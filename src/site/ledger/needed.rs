//! What the pages of a published site need besides themselves: styles, scripts, pictures, recordings.
//!
//! Entry point: [`needed_files`], [`missing_files`]. Invariant: only files of the site itself; each once. The caller asks
//! for them, this module judges.

use super::deployed::{Answers, Got, attribute, tags};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics};
use std::collections::{BTreeMap, BTreeSet};

/// Of files that are missing so many are named; all of them lie in one folder.
const NAMED: usize = 5;

/// What a link may be for a page to need the file.
const NEEDED: [&str; 3] = ["stylesheet", "icon", "apple-touch-icon"];

/// The files that the pages among the answers name, as paths of the site: styles and scripts first, since all pages share
/// them, then what single pages show.
pub fn needed_files(answers: &Answers) -> Vec<String> {
    let mut shared = BTreeSet::new();
    let mut shown = BTreeSet::new();
    let texts = answers.iter().filter_map(|(path, got)| match got {
        Got::Text(text) => Some((path, text)),
        _ => None,
    });
    for (page, text) in texts {
        let is_needed = |tag: &&str| {
            let rel = attribute(tag, "rel").unwrap_or_default();
            rel.split_ascii_whitespace().any(|word| NEEDED.contains(&word))
        };
        let links = tags(text, "link").filter(is_needed);
        let of = |name: &'static str| move |tag: &str| attribute(tag, name);
        let styles = links.filter_map(of("href"));
        let scripts = tags(text, "script").filter_map(of("src"));
        shared.extend(styles.chain(scripts).filter_map(|address| inside(&address, page)));
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
            Some(Got::Nothing(..) | Got::Elsewhere(_))
        )
    };
    shown.retain(|path| !shared.contains(path) && !is_told(path));
    shared.into_iter().chain(shown).collect()
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

/// Reports files that did not come, one finding for each folder at the root of the site.
pub fn missing_files(missing: &BTreeMap<String, (String, String)>) -> Diagnostics {
    type Lost<'m> = Vec<(&'m String, &'m (String, String))>;
    let mut folders: BTreeMap<&str, Lost<'_>> = BTreeMap::new();
    for (path, why) in missing {
        let folder = path.split_once('/').map_or("output", |(folder, _)| folder);
        folders.entry(folder).or_default().push((path, why));
    }
    let finding = |(folder, lost): (&str, Lost<'_>)| {
        let names: Vec<&str> = lost.iter().take(NAMED).map(|(path, _)| path.as_str()).collect();
        let more = if lost.len() > NAMED { ", …" } else { "" };
        let (vi, en) = lost.first().map(|(_, why)| (*why).clone()).unwrap_or_default();
        Diagnostic::new(messages::DEPLOYED_FILES_MISSING)
            .with("count", lost.len())
            .with("folder", folder)
            .with("files", format!("{}{more}", names.join(", ")))
            .with("why", vi)
            .with("why_en", en)
    };
    folders.into_iter().map(finding).collect()
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
        let wanted = [
            "assets/a.js",
            "assets/b.css",
            "media/a-360.webp",
            "media/a-480.webp",
            "media/vi.m4a",
            "vi/a/qr.svg",
        ];
        assert_eq!(needed_files(&answers), wanted);
    }

    #[test]
    fn what_is_missing_is_told_by_folder() {
        let why = || ("máy chủ trả lời 404".to_string(), "the server answers 404".to_string());
        let missing: BTreeMap<_, _> = (0..7)
            .map(|n| (format!("media/{n}.webp"), why()))
            .chain([("assets/a.css".to_string(), why())])
            .collect();
        let found = missing_files(&missing);
        let said: Vec<String> = found.iter().map(|d| d.message(crate::diag::Speech::En)).collect();
        assert_eq!(said.len(), 2);
        assert!(said[0].contains("assets/a.css (the server answers 404)"), "{}", said[0]);
        assert!(
            said[1].contains("(7 in all): media/0.webp") && said[1].contains("media/4.webp, …"),
            "{}",
            said[1]
        );
    }
}
