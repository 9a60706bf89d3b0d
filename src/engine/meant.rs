//! The keys of entries that somebody called by their titles where a key is wanted.
//!
//! Entry point: [`answer`]. Invariant: looks like `vanbia codes` does: only an entry that exactly one title, folder or key
//! in other letters means is named; what is meant by nobody stays open.

use crate::diag::codes::fields;
use crate::diag::{Diagnostic, Diagnostics, FORM, Span};
use crate::entry::model::Entry;
use crate::schema::field::reference::parse;
use crate::schema::shape::{self, REFERENCE};
use crate::site::ledger::Called;

/// Puts the keys into what was found about references that are none.
pub(super) fn answer<'e>(found: &mut Diagnostics, entries: impl Iterator<Item = &'e Entry>) {
    let asks =
        |d: &Diagnostic| d.code == fields::NOT_A_KEY || d.code == fields::NEEDS_KEYS && d.arg(REFERENCE).is_some();
    if !found.iter().any(asks) {
        return;
    }
    let names = Called::of(entries);
    for finding in found.iter_mut().filter(|d| asks(d)) {
        if finding.code == fields::NEEDS_KEYS {
            let (Some(key), Some(form)) = (finding.arg(REFERENCE), finding.arg(FORM)) else {
                continue;
            };
            let form = with_keys(form, key, &names);
            finding.args.retain(|(name, _)| !matches!(*name, FORM | REFERENCE));
            finding.args.push((FORM, form));
        } else if let Some(key) = finding.arg("value").and_then(|typed| names.key_of(typed)) {
            let (vi, en) = shape::answer(Some(key), ("", ""));
            for (name, right) in [("example", vi), ("example_en", en)] {
                if let Some(example) = finding.arg_mut(name) {
                    *example = right;
                }
            }
        }
    }
}

/// The lines of a form with keys behind the name of the reference; open where no entry is meant.
fn with_keys(form: &str, name: &str, names: &Called) -> String {
    let line = |line: &str| {
        let Some((lead, typed)) = line.split_once(&format!("{name}: ")) else {
            return line.to_string();
        };
        let typed = typed.trim_matches('"');
        let is_key = parse(typed, Span::default()).is_some();
        let key = names.key_of(typed).unwrap_or(if is_key { typed } else { "…" });
        format!("{lead}{name}: {key}")
    };
    form.lines().map(line).collect::<Vec<_>>().join("\n")
}
