//! Showing findings and summaries.
//!
//! Entry point: [`show`]. Invariant: findings and summaries go to the error stream, results to the output stream.

use super::setting::Setting;
use super::wording::{self as w, say};
use crate::diag::{Diagnostic, Severity, Strictness, json, terminal};

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
