//! `vanbia check --list FILE`: where the team stands, a row for each entry, to be printed or handed on.
//!
//! Entry point: [`write()`]. Invariant: a file that this command did not make is never overwritten.

use super::setting::Setting;
use super::terminal::{tell, tell_refused};
use super::wording::{self as w, say};
use super::{MACHINE, USAGE};
use crate::diag::{Diagnostic, Severity, Speech, Strictness};
use crate::engine::roster::{Roster, Row};
use crate::text::Date;
use crate::text::xml::anywhere;
use serde_json::{Value as Json, json};
use std::path::Path;

/// How a list begins, by which it is known again.
const HTML: &str = "<!doctype html>\n<!-- vanbia check --list -->\n";
const JSON: &str = "{\"made_by\":\"vanbia check --list\",";

const STYLE: &str = "body{font:11pt/1.4 sans-serif;margin:1.5rem}table{border-collapse:collapse;width:100%}\
    th,td{border:1px solid #999;padding:.25rem .4rem;text-align:left;vertical-align:top}th{background:#eee}\
    thead{display:table-header-group}tr{break-inside:avoid}ul{margin:0;padding-left:1.1rem}code{font-size:90%}\
    @page{size:A4 landscape;margin:12mm}@media print{body{margin:0;font-size:9pt}}";

/// What a list is made of.
pub(super) struct List<'a> {
    /// The entries.
    pub(super) roster: Roster<'a>,
    /// What counts as an error.
    pub(super) strictness: Strictness,
    /// The day.
    pub(super) today: Date,
}

/// Writes the list; the ending of the file says in which form.
pub(super) fn write(to: &Path, list: &List<'_>, setting: &Setting) -> Result<(), u8> {
    let name = to.display().to_string();
    let ending = to.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let (begin, text) = match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" => (HTML, list.html(setting.speech)),
        "json" => (JSON, list.json(setting.speech)),
        _ => {
            tell(setting, w::LIST_FORM, &[("file", &name)]);
            return Err(USAGE);
        }
    };
    if std::fs::read(to).is_ok_and(|old| !old.starts_with(begin.as_bytes())) {
        tell(setting, w::LIST_FOREIGN, &[("file", &name)]);
        return Err(USAGE);
    }
    crate::output::replace(to, text.as_bytes()).map_err(|error| {
        tell_refused(setting, &name, &error);
        MACHINE
    })?;
    if !setting.quiet {
        tell(setting, w::LIST_WRITTEN, &[("file", &name)]);
    }
    Ok(())
}

impl List<'_> {
    fn json(&self, speech: Speech) -> String {
        let Roster { rows, others, .. } = &self.roster;
        let one = |d: &&Diagnostic| {
            let line = crate::diag::json::line(d, speech, self.strictness);
            serde_json::from_str::<Json>(&line).unwrap_or_default()
        };
        let findings = |found: &[&Diagnostic]| found.iter().map(one).collect::<Vec<_>>();
        let entry = |row: &Row<'_>| {
            let missing: serde_json::Map<String, Json> = row
                .missing
                .iter()
                .map(|(lang, n)| (lang.to_string(), json!(n)))
                .collect();
            let (by, on) = row.verified.as_ref().map(|(by, on)| (*by, on.as_str())).unzip();
            json!({
                "key": row.key, "kind": row.kind, "title": row.title, "status": row.word(),
                "verified_by": by, "verified_on": on, "photos": row.photos, "sources": row.sources,
                "missing": missing, "findings": findings(&row.found),
            })
        };
        let entries: Vec<Json> = rows.iter().map(entry).collect();
        let (entries, others) = (json!(entries), json!(findings(others)));
        format!(
            "{JSON}\"today\":\"{}\",\"entries\":{entries},\"site\":{others}}}\n",
            self.today
        )
    }

    fn html(&self, speech: Speech) -> String {
        let Roster { site, rows, others } = &self.roster;
        let heading = say(
            speech,
            w::LIST_TITLE,
            &[("site", *site), ("today", &shown(&self.today.to_string(), speech))],
        );
        let mut out = format!(
            "{HTML}<html lang=\"{}\"><meta charset=\"utf-8\"><title>{2}</title><style>{STYLE}</style>\n<h1>{2}</h1>\n<p>{1}</p>\n",
            speech.pick("vi", "en"),
            anywhere(&sum(rows, speech)),
            anywhere(&heading),
        );
        if !others.is_empty() {
            out += &format!(
                "<h2>{}</h2>\n{}\n",
                say(speech, w::LIST_SITE, &[]),
                self.findings(others, "", speech)
            );
        }
        let heads = [
            w::LIST_KIND,
            w::LIST_ENTRY,
            w::LIST_STATUS,
            w::LIST_VERIFIED,
            w::LIST_MISSING,
            w::LIST_PHOTOS,
            w::LIST_SOURCES,
            w::LIST_TO_MEND,
        ];
        let heads: String = heads
            .iter()
            .map(|head| format!("<th>{}</th>", say(speech, *head, &[])))
            .collect();
        out += &format!("<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n");
        for row in rows {
            out += &self.html_row(row, speech);
        }
        out + "</tbody>\n</table>\n</html>\n"
    }

    fn html_row(&self, row: &Row<'_>, speech: Speech) -> String {
        let none = || "–".to_string();
        let verified = row
            .verified
            .as_ref()
            .map(|(by, on)| format!("{by}, {}", shown(on, speech)));
        let missing: Vec<String> = row.missing.iter().map(|(lang, n)| format!("{lang} {n}")).collect();
        let status = match row.word() {
            "draft" => w::LIST_DRAFT,
            "withdrawn" => w::LIST_WITHDRAWN,
            _ => w::LIST_PUBLISHED,
        };
        let cells = [
            anywhere(row.kind).into_owned(),
            format!("{}<br><code>{}</code>", anywhere(row.title), anywhere(row.key)),
            say(speech, status, &[]),
            anywhere(&verified.unwrap_or_else(none)).into_owned(),
            anywhere(&if missing.is_empty() { none() } else { missing.join(", ") }).into_owned(),
            row.photos.to_string(),
            row.sources.to_string(),
            match row.found.is_empty() {
                true => none(),
                false => self.findings(&row.found, &format!("content/{}/", row.key), speech),
            },
        ];
        let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
        format!("<tr>{cells}</tr>\n")
    }

    /// Findings as a list; `folder` is the folder that goes without saying.
    fn findings(&self, found: &[&Diagnostic], folder: &str, speech: Speech) -> String {
        let one = |d: &&Diagnostic| {
            let place = d.place.as_ref().map_or_else(String::new, |place| {
                let file = place.file.strip_prefix(folder).unwrap_or(&place.file);
                match place.line {
                    0 => format!(" ({file})"),
                    line => format!(" ({file}:{line})"),
                }
            });
            let weight = match d.severity(self.strictness) {
                Severity::Error => say(speech, w::LIST_ERROR, &[]),
                _ => String::new(),
            };
            let said = format!("{weight}{}: {}{place}", d.code.id(), d.message(speech));
            format!("<li>{}", anywhere(&said))
        };
        format!("<ul>{}</ul>", found.iter().map(one).collect::<String>())
    }
}

/// A day as it is written in the language: `20/11/2026` in Vietnamese.
fn shown(date: &str, speech: Speech) -> String {
    let parts: Vec<&str> = date.split('-').rev().map(|part| part.trim_start_matches('0')).collect();
    match speech {
        Speech::Vi => parts.join("/"),
        Speech::En => date.to_string(),
    }
}

/// How far all of them are.
fn sum(rows: &[Row<'_>], speech: Speech) -> String {
    let count = |is: &dyn Fn(&&Row<'_>) -> bool| rows.iter().filter(is).count().to_string();
    let values = [
        ("entries", rows.len().to_string()),
        ("published", count(&|row| row.word() == "published")),
        ("drafts", count(&|row| row.word() == "draft")),
        ("verified", count(&|row| row.verified.is_some())),
        ("translated", count(&|row| row.missing.is_empty())),
        ("clean", count(&|row| row.found.is_empty())),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    say(speech, w::LIST_SUM, &values)
}
