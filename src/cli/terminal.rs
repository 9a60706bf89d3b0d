//! Showing findings, changes of the ledger and summaries.
//!
//! Entry point: [`show`], [`fail`], [`summarize`]. Invariant: findings and summaries go to the error stream, results to the output stream.

use super::CONTENT;
use super::setting::Setting;
use super::wording::{self as w, say};
use crate::diag::{Diagnostic, Diagnostics, Severity, Strictness, json, terminal};
use crate::engine::{Checked, Counts, SignCodes};
use crate::output::{Summary, exit_code};
use crate::site::ledger::Change;
use std::time::Instant;

/// How many findings there are of each weight.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Counts findings.
pub(super) fn tally(found: &[Diagnostic], strictness: Strictness) -> Tally {
    let of = |severity| found.iter().filter(|d| d.severity(strictness) == severity).count();
    Tally {
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
    }
}

/// Shows findings for people: errors last, where the eye is when the run ends.
pub(super) fn show(found: &[Diagnostic], strictness: Strictness, setting: &Setting) {
    for wanted in [Severity::Notice, Severity::Warning, Severity::Error] {
        let is_wanted = match wanted {
            Severity::Error => true,
            Severity::Warning => !setting.quiet,
            Severity::Notice => setting.verbose,
        };
        for finding in found.iter().filter(|d| is_wanted && d.severity(strictness) == wanted) {
            anstream::eprintln!("{}", terminal::show(finding, setting.speech, strictness));
        }
    }
}

/// Shows findings for programs, one JSON object a line on the output stream.
pub(super) fn show_json(found: &[Diagnostic], strictness: Strictness, setting: &Setting) {
    for finding in found {
        anstream::println!("{}", json::line(finding, setting.speech, strictness));
    }
}

/// Says a sentence on the error stream.
pub(super) fn tell(setting: &Setting, saying: (&str, &str), values: &[(&str, &str)]) {
    anstream::eprintln!("{}", say(setting.speech, saying, values));
}

/// Says why the machine refused a file.
pub(super) fn tell_refused(setting: &Setting, path: &str, error: &std::io::Error) {
    let (vi, en) = crate::diag::machine::words(error);
    anstream::eprintln!("{path}: {}", setting.speech.pick(&vi, &en));
}

/// Translations that are missing, in words.
pub(super) fn missing(setting: &Setting, counts: &[(String, u32)]) -> String {
    let some: Vec<String> = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(lang, n)| format!("{lang} {n}"))
        .collect();
    if some.is_empty() {
        return say(setting.speech, w::MISSING_NONE, &[]);
    }
    say(setting.speech, w::MISSING_SOME, &[("list", &some.join(", "))])
}

/// How many texts lack a translation, by language.
pub(super) fn untranslated(checked: &Checked) -> Vec<(String, u32)> {
    let languages = &checked.site.frame.config.languages;
    languages
        .all()
        .map(|l| (languages.get(l).code.clone(), checked.untranslated[l.index()]))
        .collect()
}

/// What the line that ends a build says.
pub(super) struct Ending<'a> {
    /// How much the site has.
    pub(super) counts: Counts,
    /// Its codes for signs.
    pub(super) signs: SignCodes,
    /// What became of its files.
    pub(super) summary: &'a Summary,
    /// Texts that lack a translation, per language.
    pub(super) untranslated: &'a [(String, u32)],
    /// When the build began.
    pub(super) start: Instant,
}

/// The line that ends a build.
pub(super) fn summarize(ending: &Ending<'_>, setting: &Setting) {
    let Ending {
        counts,
        signs,
        summary,
        untranslated,
        start,
    } = ending;
    let values = [
        ("pages", &*counts.pages.to_string()),
        ("issued", &signs.issued.to_string()),
        ("reserved", &signs.reserved.to_string()),
        ("codes", &counts.codes.to_string()),
        ("images", &counts.images.to_string()),
        ("written", &summary.written.to_string()),
        ("unchanged", &summary.unchanged.to_string()),
        ("removed", &summary.removed.to_string()),
        ("missing", &missing(setting, untranslated)),
        ("seconds", &format!("{:.2}", start.elapsed().as_secs_f64())),
    ];
    tell(setting, w::SUMMARY, &values);
}

/// Shows what stopped the build; the exit code says whether it is the content or the machine.
pub(super) fn fail(mut found: Diagnostics, strictness: Strictness, setting: &Setting) -> u8 {
    crate::diag::sort(&mut found);
    show(&found, strictness, setting);
    let Tally { errors, warnings } = tally(&found, strictness);
    let values = [("errors", &*errors.to_string()), ("warnings", &warnings.to_string())];
    tell(setting, w::FAILED, &values);
    found.iter().filter_map(|d| exit_code(d.code)).max().unwrap_or(CONTENT)
}

/// Says what changed in the ledger; a long list only to those who want to know all.
pub(super) fn tell_changes(changes: &[Change], setting: &Setting) {
    if setting.quiet || (changes.len() > 20 && !setting.verbose) {
        return;
    }
    for change in changes {
        match change {
            Change::Reserved { code, key } => tell(setting, w::CODE_NEW, &[("code", code), ("key", key)]),
            Change::Dropped { code, key } => tell(setting, w::CODE_DROPPED, &[("code", code), ("key", key)]),
            Change::Moved { code, from, to } => {
                tell(setting, w::CODE_MOVED, &[("code", code), ("from", from), ("to", to)]);
            }
            Change::Issued { code, key } => tell(setting, w::CODE_ISSUED, &[("code", code), ("key", key)]),
            Change::Updated { .. } => {}
        }
    }
}
