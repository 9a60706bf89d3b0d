//! `vanbia check`.
//!
//! Entry point: [`check`]. Invariant: everything that a build checks, and nothing is written but the lock of translations
//! when entries are named whose translations somebody has looked through, and the list that is asked for.

use super::request::{name_source, request};
use super::roster::{self, List};
use super::setting::Setting;
use super::terminal::{Tally, missing, show, show_json, tally, tell, tell_refused, untranslated};
use super::wording::{self as w, say};
use super::{CONTENT, DONE, MACHINE, USAGE};
use crate::diag::codes::site::{STALE_TEXT, STALE_TRANSLATION};
use crate::diag::codes::yaml::TWO_VERSIONS;
use crate::diag::{Diagnostic, Diagnostics, Strictness};
use crate::engine::roster::Roster;
use crate::engine::{self, Checked, Known, Request, translations};
use clap::ArgMatches;
use std::path::Path;

/// Runs the command.
pub(super) fn check(args: &ArgMatches, setting: &Setting) -> u8 {
    let request = match request(args, setting) {
        Ok(request) => request,
        Err(code) => return code,
    };
    let strictness = request.strictness;
    // The list looks at the site once more, with drafts, and need not read it again.
    let mut known = match args.contains_id("list") {
        true => Known::keeping(),
        false => Known::nothing(),
    };
    let (checked, mut found) = engine::check_again(&request, &mut known);
    name_source(&mut found, args);
    let reviewed: Vec<String> = args
        .get_many("translated")
        .map(|keys| keys.cloned().collect())
        .unwrap_or_default();
    // Of two versions that Git left, only one was read: the other one would be lost.
    let is_torn = |d: &Diagnostic| {
        d.code == TWO_VERSIONS && d.place.as_ref().is_some_and(|place| *place.file == *translations::FILE)
    };
    let may_record = !reviewed.is_empty() && !found.iter().any(is_torn);
    if let Some(checked) = checked.as_ref().filter(|_| may_record) {
        if let Err(code) = record(&reviewed, checked, &request.root, setting) {
            return code;
        }
        forget_stale(&reviewed, &mut found);
    }
    if let Some(to) = args.get_one::<String>("list")
        && let Err(code) = list(Path::new(to), (&request, &mut known), &found, setting)
    {
        return code;
    }
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        show_json(&found, strictness, setting);
    } else {
        show(&found, strictness, setting);
    }
    if !setting.quiet {
        summarize(checked.as_ref(), &found, strictness, setting);
    }
    if let Some(checked) = checked.as_ref().filter(|_| setting.verbose) {
        tell_untranslated(checked, setting);
    }
    match tally(&found, strictness).errors {
        0 => DONE,
        _ => CONTENT,
    }
}

/// Writes the list of entries, drafts among them.
fn list(to: &Path, (request, known): (&Request, &mut Known), found: &Diagnostics, setting: &Setting) -> Result<(), u8> {
    let with_drafts = Request {
        drafts: true,
        ..request.clone()
    };
    let (Some(checked), _) = engine::check_again(&with_drafts, known) else {
        return Ok(());
    };
    let list = List {
        roster: Roster::of(&checked, found, setting.speech, request.strictness),
        strictness: request.strictness,
        today: request.today,
    };
    roster::write(to, &list, setting)
}

/// Notes that the translations of these entries are those of the texts as they are now.
fn record(reviewed: &[String], checked: &Checked, root: &Path, setting: &Setting) -> Result<(), u8> {
    let keys = || checked.site.entries.iter().map(|entry| &*entry.key);
    if let Some(unknown) = reviewed.iter().find(|key| checked.site.find(key).is_none()) {
        let near = crate::text::nearest(unknown, keys()).or_else(|| keys().next());
        let values = [("key", unknown.as_str()), ("near", near.unwrap_or_default())];
        tell(setting, w::NO_SUCH_ENTRY, &values);
        return Err(USAGE);
    }
    let text = translations::record(&checked.site, &checked.tree, reviewed);
    crate::output::replace(&root.join(translations::FILE), text.as_bytes()).map_err(|error| {
        tell_refused(setting, translations::FILE, &error);
        MACHINE
    })
}

/// Drops what was found about these translations before they were noted: it does not hold any more.
fn forget_stale(reviewed: &[String], found: &mut Diagnostics) {
    let is_stale = |code| [STALE_TRANSLATION, STALE_TEXT].contains(&code);
    found.retain(|d| !is_stale(d.code) || !d.args.iter().any(|(_, value)| reviewed.contains(value)));
}

/// The line that ends the check.
fn summarize(checked: Option<&Checked>, found: &Diagnostics, strictness: Strictness, setting: &Setting) {
    let Tally { errors, warnings } = tally(found, strictness);
    let entries = checked.map_or(0, |checked| checked.site.entries.len());
    let and_drafts = match checked.map_or(0, |checked| checked.site.drafts.len()) {
        0 => String::new(),
        drafts => say(setting.speech, w::CHECKED_DRAFTS, &[("drafts", &drafts.to_string())]),
    };
    let lacking = checked.map_or_else(Vec::new, untranslated);
    let values = [
        ("entries", &*entries.to_string()),
        ("and_drafts", &and_drafts),
        ("errors", &errors.to_string()),
        ("warnings", &warnings.to_string()),
        ("missing", &missing(setting, &lacking)),
    ];
    tell(setting, w::CHECKED, &values);
}

/// Which entries lack a translation, per language.
fn tell_untranslated(checked: &Checked, setting: &Setting) {
    let languages = &checked.site.frame.config.languages;
    for lang in languages.all() {
        let entries = checked.site.entries.iter();
        let lacking = entries.filter(|entry| entry.body.untranslated[lang.index()] > 0);
        let keys: Vec<&str> = lacking.map(|entry| &*entry.key).collect();
        if !keys.is_empty() {
            let values = [("lang", languages.get(lang).code.as_str()), ("keys", &keys.join(", "))];
            tell(setting, w::MISSING_IN, &values);
        }
    }
}
