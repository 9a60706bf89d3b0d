//! Two entries in one file: most keys stand again, `title` among them, behind a line `---` or without one.
//!
//! Entry point: [`part`]. Invariant: told once, where the second entry begins; of what stands from there on nothing is
//! read or told.

use super::braces::{self, key};
use super::parse::Pairs;
use crate::diag::{Diagnostics, Span, codes::yaml as codes};
use crate::source::document::Document;
use crate::text::slug;
use std::collections::BTreeSet;

/// The name of a folder whose entry has no title to speak of.
const NAMELESS: &str = "muc-moi";

/// Takes the second entry of a file out of what was read, and tells it.
pub(super) fn part(doc: &Document, pairs: &mut Pairs, found: &mut Diagnostics) {
    let signs = [codes::SECOND_PART, codes::DUPLICATE_KEY];
    let Some(folder) = doc.file.strip_suffix("/entry.yaml") else {
        return;
    };
    if !found.iter().any(|d| signs.contains(&d.code)) {
        return;
    }
    let Some(at) = begin(&doc.text) else { return };
    let rest = &doc.text[at..];
    let line = rest.lines().next().unwrap_or_default().trim_end();
    let span = Span::new(at, at + line.len());
    let is_own = |d: &&crate::diag::Diagnostic| d.place.as_ref().is_some_and(|place| place.line < doc.line(span));
    found.retain(|d| is_own(&d));
    pairs.retain(|(key, _)| (key.span.lo as usize) < at);
    let folder = folder_for(folder, title(rest).unwrap_or_default());
    let [dashes, dashes_en] = match is_border(line) {
        true => ["; dòng --- thì xóa đi", "; delete the line ---"],
        false => ["", ""],
    };
    let finding = doc.found(codes::TWO_ENTRIES, span).with("folder", &*folder);
    found.push(finding.with("rest", dashes).with("rest_en", dashes_en));
}

/// The folder of an entry with a title, beside the folder of another one.
pub(super) fn folder_for(folder: &str, title: &str) -> String {
    let (above, own) = folder.rsplit_once('/').unwrap_or(("", folder));
    let name = slug(title);
    let name = if name.is_empty() || name == own {
        NAMELESS
    } else {
        &name
    };
    format!("{above}/{name}").trim_start_matches('/').to_string()
}

fn is_border(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Where the second entry begins; `None` when the lines behind are no entry of their own.
fn begin(text: &str) -> Option<usize> {
    /// So many keys stand again, `title` among them. A line `---` says the rest.
    const AGAIN: usize = 3;
    const AGAIN_BEHIND_BORDER: usize = 2;
    let mut first = BTreeSet::new();
    let mut behind = BTreeSet::new();
    let mut start = None;
    let mut least = AGAIN;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let name = key(line.trim_end()).map(|length| &line[..length]);
        let is_next = name.is_some_and(|name| first.contains(name));
        if start.is_none() && !first.is_empty() && (is_border(line) || is_next) {
            start = Some(at);
            least = if is_border(line) { AGAIN_BEHIND_BORDER } else { AGAIN };
        }
        match start {
            None => first.extend(name),
            Some(_) => behind.extend(name),
        }
        at += line.len();
    }
    let again = first.intersection(&behind).count();
    let has_title = first.contains("title") && behind.contains("title");
    start.filter(|_| has_title && again >= least && again * 2 > behind.len())
}

/// The title in the first language, as it was typed.
fn title(text: &str) -> Option<&str> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with("title:"));
    let value = lines.next()?.strip_prefix("title:")?.trim();
    let typed = match value.starts_with('{') {
        true => braces::parts(value, 0, '{')
            .0
            .first()
            .map(|part| &value[part.value.clone()])?,
        false if value.is_empty() => lines.next()?.split_once(": ")?.1,
        false => value,
    };
    Some(typed.trim_matches(['"', '\'', ' ']))
}
