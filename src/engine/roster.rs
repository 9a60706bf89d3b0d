//! Where the team stands: a row for each entry, with what it has, what it lacks and what was found in it.
//!
//! Entry point: [`Roster::of`]. Invariant: every entry of the site has a row, in the order of kinds and keys; every finding is
//! in the row of its entry, else among those of the site.

use super::Checked;
use crate::diag::{Diagnostic, Severity, Speech, Strictness};
use crate::entry::model::{Entry, Status};
use crate::schema::languages::Languages;
use crate::text::{Lang, Text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// All entries, and what was found of none of them.
pub struct Roster<'a> {
    /// The title of the site.
    pub site: &'a str,
    /// The entries.
    pub rows: Vec<Row<'a>>,
    /// Findings of no entry.
    pub others: Vec<&'a Diagnostic>,
}

/// One entry.
pub struct Row<'a> {
    /// What its kind is called.
    pub kind: &'a str,
    /// Its key.
    pub key: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Where it stands.
    pub status: Status,
    /// Who checked it, and when.
    pub verified: Option<(&'a str, String)>,
    /// How many photos it has.
    pub photos: usize,
    /// How many sources it names.
    pub sources: usize,
    /// How many texts lack a translation, by the code of the language; none that lacks nothing.
    pub missing: Vec<(&'a str, u32)>,
    /// What was found in its folder.
    pub found: Vec<&'a Diagnostic>,
}

impl Row<'_> {
    /// The word for its status in `entry.yaml`.
    pub fn word(&self) -> &'static str {
        match self.status {
            Status::Draft => "draft",
            Status::Published => "published",
            Status::Withdrawn => "withdrawn",
        }
    }
}

impl<'a> Roster<'a> {
    /// The roster of a site in a language, without notices. Drafts have rows where the site shows them.
    pub fn of(checked: &'a Checked, found: &'a [Diagnostic], speech: Speech, strictness: Strictness) -> Self {
        let site = &checked.site;
        let languages = &site.frame.config.languages;
        let mut by_key = BTreeMap::<String, Vec<&Diagnostic>>::new();
        for finding in found.iter().filter(|d| d.severity(strictness) != Severity::Notice) {
            by_key.entry(key(finding)).or_default().push(finding);
        }
        let of = |entry: &'a Arc<Entry>| (entry.kind, row(checked, entry, speech));
        let mut rows: Vec<(usize, Row<'a>)> = site.entries.iter().map(of).collect();
        for (_, row) in &mut rows {
            row.found = by_key.remove(row.key).unwrap_or_default();
        }
        rows.sort_by_key(|(kind, _)| *kind);
        Self {
            site: plain(&site.frame.config.title, languages, speech),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            others: by_key.into_values().flatten().collect(),
        }
    }
}

fn row<'a>(checked: &'a Checked, entry: &'a Entry, speech: Speech) -> Row<'a> {
    let frame = &checked.site.frame;
    let languages = &frame.config.languages;
    let fields = &entry.body.fields;
    let verified = fields.map("verified").and_then(|verified| {
        let by = verified.text("by").map_or("", |by| plain(by, languages, speech));
        Some((by, verified.date("on")?.to_string()))
    });
    let missing = languages.all().zip(&entry.body.untranslated);
    let missing = missing.map(|(lang, count)| (languages.get(lang).code.as_str(), *count));
    Row {
        kind: plain(&frame.kinds.get(entry.kind).label, languages, speech),
        key: &entry.key,
        title: plain(&entry.card.title, languages, speech),
        status: entry.card.status,
        verified,
        photos: fields.items("photos").len(),
        sources: fields.items("sources").len(),
        missing: missing.filter(|(_, count)| *count > 0).collect(),
        found: Vec::new(),
    }
}

/// The key of the entry in whose folder a finding is; empty for the site.
fn key(finding: &Diagnostic) -> String {
    let file = finding.place.as_ref().map_or("", |place| &*place.file);
    let mut parts = file.strip_prefix("content/").unwrap_or_default().splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(folder), Some(name), Some(_)) => format!("{folder}/{name}"),
        _ => String::new(),
    }
}

fn plain<'t>(text: &'t Text, languages: &Languages, speech: Speech) -> &'t str {
    let lang = languages.find(speech.pick("vi", "en")).unwrap_or(Lang(0));
    languages.plain(text, lang)
}
