//! Translations that have gone stale: the source text changed after the translation was made.
//!
//! Entry point: `check`, [`record`]. Invariant: `content/translations.lock` holds, per translated text, the hash of
//! the source text that it was made from; neither dates nor the file system decide. A session remembers what that lock had
//! of prose that went for a moment.
//!
//! The prose of an entry has a row under the entry's key, a chapter one under `KEY/chapters/SLUG`. The short texts of
//! `entry.yaml` share the row `KEY/entry.yaml`: six digits of the source's hash and six of the translation's for each of
//! them. They are edited side by side, so one whose translation changed too counts as reviewed; prose does not.

mod lock;
mod short;

pub(crate) use lock::Lock;

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
pub(super) fn check(site: &Site, lock: &Lock, gone: &str) -> Diagnostics {
    let rows = rows(gone.lines().chain(lock.text().lines()));
    let languages = &site.frame.config.languages;
    let entries = site.entries.par_iter().with_min_len(64);
    entries.flat_map_iter(|entry| stale(entry, languages, &rows)).collect()
}

/// As [`check`], for one entry.
pub(super) fn check_entry(languages: &Languages, entry: &Entry, lock: &Lock) -> Diagnostics {
    stale(entry, languages, &rows(lock.own_lines(entry).into_iter()))
}

/// True when the lock has other rows for an entry than it should have by now.
pub(super) fn has_new_rows(languages: &Languages, entry: &Entry, lock: &Lock) -> bool {
    let old = rows(lock.own_lines(entry).into_iter());
    let new = entry_rows(entry, languages, &old, false);
    let is_there = |(key, code, hash): &(String, &str, String)| row(&old, key, code) == Some(hash);
    let own = old.iter().filter(|(key, ..)| lock::belongs(key, &entry.key));
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
    record_with(site, &Lock::read(tree), reviewed, "")
}

/// As [`record`]. Prose that went for a moment while somebody saved comes back, too: `gone` has lines that the lock had
/// before ([`lost`]), which hold where it has none.
pub(super) fn record_with(site: &Site, lock: &Lock, reviewed: &[String], gone: &str) -> String {
    let old = rows(gone.lines().chain(lock.text().lines()));
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
        let own = own.filter(|(key, ..)| lock::belongs(key, &draft.key));
        let own: BTreeMap<(&str, &str), &str> = own.map(|(key, code, hash)| ((*key, *code), *hash)).collect();
        new.extend(
            own.into_iter()
                .map(|((key, code), hash)| (key.to_string(), code, hash.to_string())),
        );
    }
    new.sort_unstable();
    let mut text = format!("{FIRST_LINE}\n");
    new.iter().for_each(|row| push(&mut text, row));
    text
}

/// As [`record`] where the lock says what the site was and only these entries are others since: what they cost, not what
/// the site costs.
pub(super) fn record_entries(site: &Site, lock: &Lock, entries: &[u32]) -> String {
    let languages = &site.frame.config.languages;
    // Drafts take the long way, which knows what the lock had before.
    if !lock.is_as_written() || !site.drafts.is_empty() {
        return record_with(site, lock, &[], "");
    }
    let of = |at: &u32| {
        let entry = &site.entries[*at as usize];
        let new = entry_rows(entry, languages, &rows(lock.own_lines(entry).into_iter()), false);
        let line = |row: &(String, &str, String)| {
            let mut line = String::new();
            push(&mut line, row);
            line
        };
        (&*entry.key, new.iter().map(line).collect())
    };
    lock.with(entries.iter().map(of))
}

fn push(text: &mut String, (key, code, hash): &(String, &str, String)) {
    for part in [key, "\t", code, "\t", hash, "\n"] {
        text.push_str(part);
    }
}

/// The lines of the lock that a new text of it has no more.
pub(super) fn lost(lock: &Lock, new: &str) -> String {
    let old = lock.text();
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
