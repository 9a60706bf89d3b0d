//! Translations that have gone stale: the source text changed after the translation was made.
//!
//! Entry point: [`check`], [`record`]. Invariant: `content/translations.lock` holds, per translated text, the hash of
//! the source text that it was made from; nothing else decides, neither dates nor the file system.

use crate::diag::codes::site as messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::entry::model::Entry;
use crate::schema::languages::Languages;
use crate::site::Site;
use crate::source::tree::Tree;
use crate::text::Lang;
use std::collections::BTreeMap;

/// Path of the lock file within a site.
pub const FILE: &str = "content/translations.lock";

const FIRST_LINE: &str = "# vanbia translations 1";

/// Source hashes by key and language code.
type Rows = BTreeMap<(String, String), String>;

/// Warns of each translation whose source changed since it was recorded.
pub fn check(site: &Site, tree: &Tree) -> Diagnostics {
    let rows = read(tree);
    let languages = &site.frame.config.languages;
    site.entries
        .iter()
        .flat_map(|entry| stale(entry, languages, &rows))
        .collect()
}

/// As [`check`], for one entry.
pub(super) fn check_entry(languages: &Languages, entry: &Entry, tree: &Tree) -> Diagnostics {
    let has_translation = languages.all().skip(1).any(|lang| source_hash(entry, lang).is_some());
    match has_translation {
        true => stale(entry, languages, &read_of(tree, &entry.key)),
        false => Vec::new(),
    }
}

fn stale(entry: &Entry, languages: &Languages, rows: &Rows) -> Diagnostics {
    let mut found = Vec::new();
    for lang in languages.all().skip(1) {
        let code = &languages.get(lang).code;
        let Some(hash) = source_hash(entry, lang) else { continue };
        let known = rows.get(&(entry.key.to_string(), code.clone()));
        if known.is_some_and(|known| *known != hash) {
            let file = format!("{}{code}.md", entry.folder());
            let finding = Diagnostic::new(messages::STALE_TRANSLATION).at(Place::file(&file.as_str().into()));
            found.push(finding.with("lang", code).with("file", &file).with("key", &entry.key));
        }
    }
    found
}

/// The lock file after this build: translations seen for the first time are recorded with today's source; known ones
/// keep their row, so that a stale one stays stale until somebody says that it was reviewed (`reviewed` names its key).
pub fn record(site: &Site, tree: &Tree, reviewed: &[String]) -> String {
    let old = read(tree);
    let languages = &site.frame.config.languages;
    let mut rows = Rows::new();
    for entry in &site.entries {
        for lang in languages.all().skip(1) {
            let Some(hash) = source_hash(entry, lang) else { continue };
            let row = (entry.key.to_string(), languages.get(lang).code.clone());
            let is_reviewed = reviewed.iter().any(|key| *key == *entry.key);
            let kept = old.get(&row).filter(|_| !is_reviewed).cloned();
            rows.insert(row, kept.unwrap_or(hash));
        }
    }
    let mut text = format!("{FIRST_LINE}\n");
    for ((key, lang), hash) in rows {
        text.push_str(&format!("{key}\t{lang}\t{hash}\n"));
    }
    text
}

/// The hash of what a translation was made from: the source prose. None when either is missing.
fn source_hash(entry: &Entry, lang: Lang) -> Option<String> {
    let source = entry.body.prose.first()?.as_ref()?;
    entry.body.prose.get(lang.index())?.as_ref()?;
    Some(source.hash()[..8].iter().map(|b| format!("{b:02x}")).collect())
}

fn read(tree: &Tree) -> Rows {
    let doc = tree.find(FILE).and_then(|file| tree.document(file).0);
    rows(doc.map(|d| d.text).unwrap_or_default().lines())
}

/// The rows of one entry, without making something of all the others.
fn read_of(tree: &Tree, key: &str) -> Rows {
    let bytes = tree
        .find(FILE)
        .and_then(|file| tree.bytes(file).ok())
        .unwrap_or_default();
    match std::str::from_utf8(&bytes) {
        Ok(text) => rows(text.lines().filter(|line| line.starts_with(key))),
        // Somebody's program wrote it in another encoding.
        Err(_) => read(tree),
    }
}

fn rows<'l>(lines: impl Iterator<Item = &'l str>) -> Rows {
    let lines = lines.filter(|line| !line.starts_with('#'));
    let row = |line: &str| {
        let mut columns = line.split('\t');
        Some((
            (columns.next()?.to_string(), columns.next()?.to_string()),
            columns.next()?.to_string(),
        ))
    };
    lines.filter_map(row).collect()
}
