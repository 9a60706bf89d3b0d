//! `vanbia codes …`: the ledger.
//!
//! Entry point: [`codes`]. Invariant: the ledger is written whole, beside its old version and then renamed over it; a
//! command that finds an error writes nothing.

mod audit;
mod deployed;
mod stats;
mod target;

use self::target::Target;
use super::asked::{self, names};
use super::request::{day, root};
use super::setting::Setting;
use super::terminal::{show, tell, tell_changes, tell_refused};
use super::wording::{self as w, say};
use super::{CONTENT, DONE, MACHINE, USAGE};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics, Severity, Strictness};
use crate::engine::{self, LEDGER, Request};
use crate::schema::config::forbids_plates;
use crate::site::codes::wanted;
use crate::site::ledger::{Change, Issue, Ledger, Names, Row, Status};
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Runs a command about the ledger.
pub(super) fn codes(args: &ArgMatches, setting: &Setting) -> u8 {
    let Some((name, args)) = args.subcommand() else {
        return USAGE;
    };
    let root = root(args);
    let text = |id: &str| args.get_one::<String>(id).map_or("", String::as_str);
    let ledger = match read(&root.join(LEDGER), LEDGER, setting) {
        Ok(ledger) => ledger,
        Err(code) => return code,
    };
    let (ledger, found) = ledger;
    if found.iter().any(is_error) {
        return match name {
            // This is the way out of a ledger that is damaged.
            "recover" if !found.iter().any(is_newer) => mend(&ledger, &found, text("dir"), &root, setting),
            _ => refuse(&found, setting),
        };
    }
    show(&found, Strictness::default(), setting);
    match name {
        "list" => list(&ledger),
        "issue" => issue(&ledger, args, &root, setting),
        "retire" => {
            let successor = args.get_one::<String>("successor").map(String::as_str);
            retire(&ledger, (text("code"), successor), &root, setting)
        }
        "restore" => restore(&ledger, text("code"), &root, setting),
        "merge" => merge(&ledger, Path::new(text("file")), &root, setting),
        "recover" => match deployed::published(&Target::of(text("dir")), name) {
            Ok(rows) => finish(&ledger, ledger.recover(&rows), &root, setting),
            Err(finding) => refuse(&vec![finding], setting),
        },
        "audit" => match current(args, &root, setting) {
            Some(request) => audit::audit(Path::new(text("dir")), &request, args, setting),
            None => USAGE,
        },
        "stats" => stats::stats(&ledger, args, setting),
        "verify" => deployed::verify(&ledger, &Target::of(text("dir")).known_to(&root), args, setting),
        _ => USAGE,
    }
}

/// Written by a newer vanbia: nothing is wrong with the file.
fn is_newer(found: &Diagnostic) -> bool {
    found.code == messages::LEDGER_NEWER
}

/// A name for the damaged file that no file has: an earlier one, or somebody's own copy, may be the better one.
fn kept_as(root: &Path) -> String {
    let name = |n: usize| match n {
        1 => format!("{LEDGER}.bak"),
        n => format!("{LEDGER}.{n}.bak"),
    };
    (1..)
        .map(name)
        .find(|name| !root.join(name).exists())
        .unwrap_or_default()
}

/// Makes the ledger anew of the lines that can be read and of a published site; the damaged file stays beside it.
fn mend(ledger: &Ledger, found: &Diagnostics, dir: &str, root: &Path, setting: &Setting) -> u8 {
    show(found, Strictness::default(), setting);
    let rows = match deployed::published(&Target::of(dir), "recover") {
        Ok(rows) => rows,
        Err(finding) => return refuse(&vec![finding], setting),
    };
    let old = match std::fs::read(root.join(LEDGER)) {
        Ok(old) => old,
        Err(error) => {
            tell_refused(setting, LEDGER, &error);
            return MACHINE;
        }
    };
    let whole = ledger.without_cut_row(&String::from_utf8_lossy(&old), &rows);
    let (mended, problems) = whole.recover(&rows);
    if problems.iter().any(is_error) {
        return refuse(&problems, setting);
    }
    show(&problems, Strictness::default(), setting);
    let kept = kept_as(root);
    if let Err(error) = crate::output::replace(&root.join(&kept), &old) {
        tell_refused(setting, &kept, &error);
        return MACHINE;
    }
    tell(setting, w::LEDGER_MENDED, &[("file", LEDGER), ("old", &kept)]);
    let lost = mended.lacks_of(&String::from_utf8_lossy(&old), ledger);
    if lost > 0 {
        tell(
            setting,
            w::LEDGER_ROWS_LOST,
            &[("count", &lost.to_string()), ("old", &kept)],
        );
    }
    write(Ok(mended), root, setting)
}

fn is_error(found: &Diagnostic) -> bool {
    found.severity(Strictness::default()) == Severity::Error
}

fn refuse(found: &Diagnostics, setting: &Setting) -> u8 {
    show(found, Strictness::default(), setting);
    CONTENT
}

/// Reads a ledger; `name` is the file in messages.
fn read(path: &Path, name: &str, setting: &Setting) -> Result<(Ledger, Diagnostics), u8> {
    let file: Arc<str> = name.into();
    match std::fs::read(path) {
        Ok(bytes) => Ok(engine::ledger_of_bytes(&file, &bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((Ledger::empty(&file), Vec::new())),
        Err(error) => {
            tell_refused(setting, &path.display().to_string(), &error);
            Err(MACHINE)
        }
    }
}

fn list(ledger: &Ledger) -> u8 {
    for row in ledger.rows() {
        let title = row.titles.first().map_or("", |(_, title)| title.as_str());
        anstream::println!(
            "{}\t{}\t{}\t{}\t{title}",
            row.code,
            row.status.word(),
            row.key,
            row.payload
        );
    }
    DONE
}

/// A look at the site as it is today.
fn current(args: &ArgMatches, root: &Path, setting: &Setting) -> Option<Request> {
    Some(Request::new(root, day(args, setting).ok()?))
}

fn issue(ledger: &Ledger, args: &ArgMatches, root: &Path, setting: &Setting) -> u8 {
    let Some(request) = current(args, root, setting) else {
        return USAGE;
    };
    let (checked, mut found) = engine::check(&request);
    // Plates that hang with a reserved code are what this command mends.
    found.retain(|d| d.code != messages::SIGN_NOT_ISSUED);
    let Some(checked) = checked.filter(|_| !found.iter().any(is_error)) else {
        return refuse(&found, setting);
    };
    // A code that is issued with such an address could never be kept alive.
    let unfit: Diagnostics = found.into_iter().filter(forbids_plates).collect();
    if !unfit.is_empty() {
        let strictness = Strictness {
            release: true,
            ..Strictness::default()
        };
        show(&unfit, strictness, setting);
        return CONTENT;
    }
    let typed: Vec<String> = args
        .get_many("keys")
        .map(|keys| keys.cloned().collect())
        .unwrap_or_default();
    let keys = match meant(&typed, &checked.ledger, root, setting) {
        Ok(keys) => keys,
        Err(code) => return code,
    };
    let which = if typed.is_empty() {
        Issue::All
    } else {
        Issue::Keys(&keys)
    };
    let (issued, changes, found) = checked.ledger.issue(which, &wanted(&checked.site));
    if found.iter().any(is_error) {
        return refuse(&found, setting);
    }
    show(&found, Strictness::default(), setting);
    if issued.to_text() == ledger.to_text() {
        tell(setting, w::NOTHING_TO_DO, &[]);
        return DONE;
    }
    tell_changes(&changes, setting);
    write(Ok(issued), root, setting)
}

/// The keys that are meant, all of them with a code that is not retired.
fn meant(typed: &[String], ledger: &Ledger, root: &Path, setting: &Setting) -> Result<Vec<String>, u8> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let names = names(root, ledger);
    let keys = asked::keys(typed, &names, ledger, setting)?;
    let is_open = |key: &&String| ledger.codes_of(key).any(|row| row.status != Status::Retired);
    match keys.iter().find(|key| !is_open(key)) {
        Some(key) => Err(asked::refuse(names.without_code(key), setting)),
        None => Ok(keys),
    }
}

fn retire(ledger: &Ledger, (typed, successor): (&str, Option<&str>), root: &Path, setting: &Setting) -> u8 {
    let names = names(root, ledger);
    let row = names.row(typed, ledger, Status::Issued);
    let successor = successor.map(|typed| names.find(typed, ledger)).transpose();
    let (row, successor) = match (row, successor) {
        (Ok(row), Ok(successor)) => (row, successor),
        (Err(finding), _) | (_, Err(finding)) => return asked::refuse(finding, setting),
    };
    if let Some(draft) = successor.filter(|asked| names.is_draft(asked.key)) {
        return asked::refuse(names.without_code(draft.key), setting);
    }
    let title = title(&names, &row.code, ledger);
    let ledger = ledger.retire(&row.code, successor.map(|asked| asked.key), &|key| names.has(key));
    let row = ledger.as_ref().ok().and_then(|ledger| ledger.get(&row.code)).cloned();
    let written = write(ledger, root, setting);
    if let Some(row) = row.filter(|_| written == DONE) {
        let onward = |successor: &String| say(setting.speech, w::CODE_RETIRED_ONWARD, &[("successor", successor)]);
        let onward = row.successor.as_ref().map(onward).unwrap_or_default();
        let values = [("code", &*row.code), ("key", &title), ("onward", &onward)];
        tell(setting, w::CODE_RETIRED, &values);
        let entry = row.key.split('#').next().unwrap_or_default();
        if root.join("content").join(entry).join("entry.yaml").is_file() {
            tell(setting, w::CODE_RETIRED_ALIVE, &[("key", entry)]);
        }
    }
    written
}

fn restore(ledger: &Ledger, typed: &str, root: &Path, setting: &Setting) -> u8 {
    let names = names(root, ledger);
    let code = match names.row(typed, ledger, Status::Retired) {
        Ok(row) => row.code.clone(),
        Err(finding) => return asked::refuse(finding, setting),
    };
    let title = title(&names, &code, ledger);
    let written = write(ledger.restore(&code), root, setting);
    if written == DONE {
        tell(setting, w::CODE_RESTORED, &[("code", &code), ("key", &title)]);
    }
    written
}

/// The entry of a code as it is told: key and title.
fn title(names: &Names, code: &str, ledger: &Ledger) -> String {
    match names.find(code, ledger) {
        Ok(asked) if asked.title != asked.key => format!("{} – {}", asked.key, asked.title),
        Ok(asked) => asked.key.to_string(),
        Err(_) => String::new(),
    }
}

/// Joins another ledger: its file, or the folder of a site or of its content.
fn merge(ledger: &Ledger, typed: &Path, root: &Path, setting: &Setting) -> u8 {
    let of = |typed: &Path| [typed.to_path_buf(), typed.join(LEDGER), typed.join("codes.lock")];
    // Messages name files by their way from the site's root.
    let places = [of(typed), of(&root.join(typed))].concat();
    let Some(other) = places.iter().find(|place| place.is_file()) else {
        let missing = std::io::ErrorKind::NotFound.into();
        let wanted = if typed.is_dir() { &places[1] } else { typed };
        tell_refused(setting, &wanted.display().to_string(), &missing);
        return USAGE;
    };
    let name = other.display().to_string().replace('\\', "/");
    let (other, found) = match read(other, &name, setting) {
        Ok(read) => read,
        Err(code) => return code,
    };
    if found.iter().any(is_error) {
        return refuse(&found, setting);
    }
    finish(ledger, ledger.merge(&other), root, setting)
}

/// Writes a ledger that took in another one, and tells what came of it.
fn finish(before: &Ledger, (ledger, found): (Ledger, Diagnostics), root: &Path, setting: &Setting) -> u8 {
    if found.iter().any(is_error) {
        return refuse(&found, setting);
    }
    show(&found, Strictness::default(), setting);
    if ledger.to_text() == before.to_text() {
        tell(setting, w::NOTHING_TO_DO, &[]);
        return DONE;
    }
    let changes: Vec<Change> = ledger
        .rows()
        .filter_map(|row| change(row, before.get(&row.code)))
        .collect();
    tell_changes(&changes, setting);
    write(Ok(ledger), root, setting)
}

/// What a row brings that was not in the ledger. A code that is retired now is told as a finding.
fn change(row: &Row, before: Option<&Row>) -> Option<Change> {
    let (code, key) = (row.code.clone(), row.key.clone());
    match (row.status, before) {
        (Status::Issued, before) if before.is_none_or(|before| before.status == Status::Reserved) => {
            Some(Change::Issued { code, key })
        }
        (Status::Reserved, None) => Some(Change::Reserved { code, key }),
        (_, Some(before)) if before.key != key => Some(Change::Moved {
            code,
            from: before.key.clone(),
            to: key,
        }),
        _ => None,
    }
}

pub(super) fn write(ledger: Result<Ledger, Diagnostic>, root: &Path, setting: &Setting) -> u8 {
    let ledger = match ledger {
        Ok(ledger) => ledger,
        Err(finding) => return refuse(&vec![finding], setting),
    };
    let path: PathBuf = root.join(LEDGER);
    if let Err(error) = crate::output::replace(&path, ledger.to_text().as_bytes()) {
        tell_refused(setting, &path.display().to_string(), &error);
        return MACHINE;
    }
    tell(setting, w::LEDGER_WRITTEN, &[("file", LEDGER)]);
    DONE
}
