//! Translations that have gone stale: the source text changed after the translation was made.
//!
//! Entry point: `check`, [`record`]. Invariant: `content/translations.lock` holds, per translated text, the hash of
//! the source text that it was made from; neither dates nor the file system decide. A session remembers what that lock had
//! of prose that went for a moment.
//!
//! The prose of an entry has a row under the entry's key, a chapter one under `KEY/chapters/SLUG`. The short texts of
//! `entry.yaml` share the row `KEY/entry.yaml`: six digits of the source's hash and six of the translation's for each of
//! them. They are edited side by side, so one whose translation changed too counts as reviewed; prose does not.

mod short;

use crate::diag::codes::site as messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::entry::model::Entry;
use crate::entry::prose::Prose;
use crate::schema::languages::Languages;
use crate::site::Site;
use crate::source::tree::Tree;
use crate::text::Lang;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Path of the lock file within a site.
pub const FILE: &str = "content/translations.lock";

const FIRST_LINE: &str = "# vanbia translations 1";

/// What stands behind the key of an entry in the row of its short texts.
const FACTS: &str = "/entry.yaml";

/// Key, language code and hashes, as the lock has them, sorted.
type Row<'l> = (&'l str, &'l str, &'l str);

/// Warns of each translation whose source changed since it was recorded; `gone` as in [`record_with`].
pub(super) fn check(site: &Site, tree: &Tree, gone: &str) -> Diagnostics {
    let text = text(tree);
    let rows = rows(gone.lines().chain(text.lines()));
    let languages = &site.frame.config.languages;
    let entries = site.entries.par_iter().with_min_len(64);
    entries.flat_map_iter(|entry| stale(entry, languages, &rows)).collect()
}

/// As [`check`], for one entry.
pub(super) fn check_entry(languages: &Languages, entry: &Entry, (tree, is_sorted): (&Tree, bool)) -> Diagnostics {
    let text = own_lines(tree, entry, is_sorted);
    stale(entry, languages, &rows(text.lines()))
}

/// True when the lock has other rows for an entry than it should have by now.
pub(super) fn has_new_rows(languages: &Languages, entry: &Entry, (tree, is_sorted): (&Tree, bool)) -> bool {
    let text = own_lines(tree, entry, is_sorted);
    let old = rows(text.lines());
    let new = entry_rows(entry, languages, &old, false);
    let is_there = |(key, code, hash): &(String, &str, String)| row(&old, key, code) == Some(hash);
    let own = old.iter().filter(|(key, ..)| belongs(key, &entry.key));
    new.len() != own.count() || !new.iter().all(is_there)
}

fn stale(entry: &Entry, languages: &Languages, rows: &[Row<'_>]) -> Diagnostics {
    let mut found = Vec::new();
    for lang in languages.all().skip(1) {
        let code = &languages.get(lang).code;
        for one in long(entry, lang, code) {
            if known(entry, &one.suffix, code, rows).is_some_and(|known| known != one.hash) {
                let finding = Diagnostic::new(messages::STALE_TRANSLATION).at(Place::file(&one.file.as_str().into()));
                found.push(
                    finding
                        .with("lang", code)
                        .with("file", &one.file)
                        .with("key", &entry.key),
                );
            }
        }
        if rows.is_empty() {
            continue;
        }
        let texts = short::texts(entry, lang);
        let before = known(entry, FACTS, code, rows).unwrap_or_default();
        for (text, was) in texts.iter().zip(short::compare(before, &texts)) {
            if was.is_some() {
                let finding = Diagnostic::new(messages::STALE_TEXT).at(Place::file(&entry.file));
                let finding = finding.with("lang", code).with("source", text.source);
                found.push(finding.with("text", text.translation).with("key", &entry.key));
            }
        }
    }
    found
}

/// The lock file after this build: translations seen for the first time are recorded with today's source; known ones
/// keep their row, so that a stale one stays stale until somebody says that it was reviewed (`reviewed` names its key).
/// The rows of drafts stay: they come back.
pub fn record(site: &Site, tree: &Tree, reviewed: &[String]) -> String {
    record_with(site, tree, reviewed, "")
}

/// As [`record`]. Prose that went for a moment while somebody saved comes back, too: `gone` has lines that the lock had
/// before ([`lost`]), which hold where it has none.
pub(super) fn record_with(site: &Site, tree: &Tree, reviewed: &[String], gone: &str) -> String {
    let old_text = text(tree);
    let old = rows(gone.lines().chain(old_text.lines()));
    let languages = &site.frame.config.languages;
    let entries = site.entries.par_iter().with_min_len(64);
    let of = |entry: &Arc<Entry>| {
        let is_reviewed = reviewed.iter().any(|key| *key == *entry.key);
        entry_rows(entry, languages, &old, is_reviewed)
    };
    let mut new: Vec<(String, &str, String)> = entries.flat_map_iter(of).collect();
    let is_hidden = |key: &str| site.find(key).is_none();
    for draft in site.drafts.iter().filter(|draft| is_hidden(&draft.key)) {
        let from = old.partition_point(|(key, ..)| *key < &*draft.key);
        let own = old[from..].iter().take_while(|(key, ..)| key.starts_with(&*draft.key));
        // Of two rows of one text the later one holds.
        let own = own.filter(|(key, ..)| belongs(key, &draft.key));
        let own: BTreeMap<(&str, &str), &str> = own.map(|(key, code, hash)| ((*key, *code), *hash)).collect();
        new.extend(
            own.into_iter()
                .map(|((key, code), hash)| (key.to_string(), code, hash.to_string())),
        );
    }
    new.sort_unstable();
    let mut text = format!("{FIRST_LINE}\n");
    for (key, code, hash) in new {
        for part in [&key, "\t", code, "\t", &hash, "\n"] {
            text.push_str(part);
        }
    }
    text
}

/// The lines of the lock that a new text of it has no more.
pub(super) fn lost(tree: &Tree, new: &str) -> String {
    let old = text(tree);
    if old == new {
        return String::new();
    }
    let kept: BTreeSet<&str> = new.lines().collect();
    let lost = old.lines().filter(|line| !kept.contains(line));
    lost.flat_map(|line| [line, "\n"]).collect()
}

/// The rows of one entry as they should be.
fn entry_rows<'c>(
    entry: &Entry,
    languages: &'c Languages,
    old: &[Row<'_>],
    is_reviewed: bool,
) -> Vec<(String, &'c str, String)> {
    let mut rows = Vec::new();
    for lang in languages.all().skip(1) {
        let code = languages.get(lang).code.as_str();
        let kept = |suffix: &str| known(entry, suffix, code, old).filter(|_| !is_reviewed);
        for one in long(entry, lang, code) {
            let hash = kept(&one.suffix).map_or(one.hash, str::to_string);
            rows.push((format!("{}{}", entry.key, one.suffix), code, hash));
        }
        let texts = short::texts(entry, lang);
        if !texts.is_empty() {
            let hashes = short::row(kept(FACTS).unwrap_or_default(), &texts);
            rows.push((format!("{}{FACTS}", entry.key), code, hashes));
        }
    }
    rows
}

/// A translated text with a file of its own.
struct Long {
    /// What stands behind the key of the entry in its row.
    suffix: String,
    file: String,
    /// Of the source.
    hash: String,
}

/// The prose of an entry and its chapters, as far as they have both the source and this translation.
fn long(entry: &Entry, lang: Lang, code: &str) -> Vec<Long> {
    let mut all = Vec::new();
    let mut add = |prose: &[Option<Prose>], suffix: &dyn Fn() -> String, folder: &str| {
        if let Some(hash) = source_hash(prose, lang) {
            all.push(Long {
                suffix: suffix(),
                file: format!("{folder}{code}.md"),
                hash,
            });
        }
    };
    add(&entry.body.prose, &String::new, entry.folder());
    for chapter in &entry.body.chapters {
        add(
            &chapter.prose,
            &|| format!("/chapters/{}", chapter.slug),
            &chapter.folder,
        );
    }
    all
}

/// The hash of what a translation was made from: the source prose. None when either is missing.
fn source_hash(prose: &[Option<Prose>], lang: Lang) -> Option<String> {
    let source = prose.first()?.as_ref()?;
    prose.get(lang.index())?.as_ref()?;
    Some(source.hash()[..8].iter().map(|b| format!("{b:02x}")).collect())
}

/// What the lock knows of a text: under the entry's key, else under one that it had before.
fn known<'l>(entry: &Entry, suffix: &str, code: &str, rows: &[Row<'l>]) -> Option<&'l str> {
    let of = |key: &str| match suffix {
        "" => row(rows, key, code),
        _ => row(rows, &format!("{key}{suffix}"), code),
    };
    let former = || entry.card.formerly.iter().rev().find_map(|key| of(key));
    of(&entry.key).or_else(former)
}

/// The hashes of a row; of two that somebody left there the later one holds.
fn row<'l>(rows: &[Row<'l>], key: &str, code: &str) -> Option<&'l str> {
    let after = rows.partition_point(|row| (row.0, row.1) <= (key, code));
    let last = rows[..after].last()?;
    ((last.0, last.1) == (key, code)).then_some(last.2)
}

/// True for the key of a row of this entry.
fn belongs(row: &str, key: &str) -> bool {
    row.strip_prefix(key)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The lock's text, however long it is: what is not read counts as fresh.
fn text(tree: &Tree) -> String {
    let Some(file) = tree.find(FILE) else {
        return String::new();
    };
    match tree.bytes(file).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        // Somebody's program wrote it in another encoding.
        _ => tree.document(file).0.map(|doc| doc.text).unwrap_or_default(),
    }
}

/// The lines of one entry, under today's key and those before, without decoding or looking through all the others where
/// they are sorted, as vanbia writes them: a site of a whole country has a hundred thousand.
fn own_lines(tree: &Tree, entry: &Entry, is_sorted: bool) -> String {
    let bytes = tree.find(FILE).and_then(|file| tree.bytes(file).ok());
    let bytes = bytes.unwrap_or_default();
    let keys = || entry.card.formerly.iter().map(|key| &**key).chain([&*entry.key]);
    let mut own = String::new();
    if is_sorted {
        for key in keys() {
            let from = first_line(&bytes, key.as_bytes());
            let lines = bytes[from..].split_inclusive(|b| *b == b'\n');
            let lines = lines.take_while(|line| line.starts_with(key.as_bytes()));
            // A key that goes on in another way is another entry's.
            let lines = lines.filter_map(|line| std::str::from_utf8(line).ok());
            own.extend(lines.filter(|line| is_line_of(line, key)));
        }
        return own;
    }
    let all = text(tree);
    let is_own = |line: &&str| keys().any(|key| is_line_of(line, key));
    for line in all.lines().filter(is_own) {
        own.push_str(line);
        own.push('\n');
    }
    own
}

fn is_line_of(line: &str, key: &str) -> bool {
    belongs(line.split('\t').next().unwrap_or_default(), key)
}

/// Where the first line stands that is not before a key, in lines that are sorted byte by byte.
fn first_line(bytes: &[u8], key: &[u8]) -> usize {
    let (mut low, mut high) = (0, bytes.len());
    // Both are starts of lines, or the end.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle]
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(low, |at| low + at + 1);
        let end = bytes[start..]
            .iter()
            .position(|b| *b == b'\n')
            .map_or(bytes.len(), |at| start + at + 1);
        if &bytes[start..end] < key {
            low = end;
        } else {
            high = start;
        }
    }
    low
}

/// True when the lock's lines are in the order in which vanbia writes them.
pub(super) fn is_sorted(tree: &Tree) -> bool {
    let text = text(tree);
    text.is_empty() || text.ends_with('\n') && text.lines().is_sorted()
}

fn rows<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<Row<'l>> {
    let lines = lines.filter(|line| !line.starts_with('#'));
    let row = |line: &'l str| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next()?))
    };
    let mut rows: Vec<Row<'l>> = lines.filter_map(row).collect();
    rows.sort_by_key(|(key, code, _)| (*key, *code));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_of_a_key_is_found_among_sorted_ones() {
        let keys = [
            "# vanbia",
            "a/b\t1",
            "relics/a\t1",
            "relics/a-b\t1",
            "relics/a/entry.yaml\t1",
            "streets/x\t1",
        ];
        let text: String = keys.iter().flat_map(|key| [key, "\n"]).collect();
        for (at, key) in keys.iter().enumerate() {
            let name = key.split('\t').next().unwrap();
            let before: usize = keys[..at].iter().map(|key| key.len() + 1).sum();
            assert_eq!(first_line(text.as_bytes(), name.as_bytes()), before, "{key}");
        }
        assert_eq!(first_line(text.as_bytes(), b"zzz"), text.len());
        assert_eq!(first_line(b"", b"a"), 0);
    }
}
