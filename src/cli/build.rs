//! `vanbia build` and `vanbia check`.
//!
//! Entry point: [`build`], [`check`]. Invariant: nothing is written while there are errors.

use super::setting::{Setting, today};
use super::terminal::{Tally, missing, show, show_json, tally, tell, tell_refused};
use super::wording::{self as w, say};
use super::{CONTENT, DONE, MACHINE, USAGE};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostics, Strictness};
use crate::engine::{self, Checked, Request, SignCodes, Stage, Standing, translations};
use crate::output::{Cache, Disk, OpenRules, Sink, Steps, Summary, exit_code};
use crate::schema::config::Links;
use crate::site::ledger::Change;
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The site's folder.
pub(super) fn root(args: &ArgMatches) -> PathBuf {
    args.get_one::<String>("root")
        .map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Where lost codes are taken back from when it is not the usual folder: this run looked into another one.
fn name_source(found: &mut Diagnostics, args: &ArgMatches) {
    let root_given = args.get_one::<String>("root");
    if root_given.is_none() && args.get_one::<String>("out").is_none() {
        return;
    }
    let root = root(args);
    let mut from = super::quoted(&out(args, &root).display().to_string());
    if let Some(root) = root_given {
        from = format!("{from} --root {}", super::quoted(root));
    }
    for lost in found.iter_mut().filter(|d| d.code == messages::ISSUED_MISSING) {
        if let Some(value) = lost.arg_mut("from") {
            value.clone_from(&from);
        }
    }
}

/// A flag that not every command has.
fn has_flag(args: &ArgMatches, name: &str) -> bool {
    args.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
}

pub(super) fn strictness(args: &ArgMatches) -> Strictness {
    Strictness {
        release: has_flag(args, "release"),
        strict: has_flag(args, "strict"),
    }
}

pub(super) fn out(args: &ArgMatches, root: &Path) -> PathBuf {
    root.join(args.get_one::<String>("out").map_or("output", String::as_str))
}

/// What the arguments ask for; `None` after a word about what is wrong with them.
pub(super) fn request(args: &ArgMatches, setting: &Setting) -> Option<Request> {
    let root = root(args);
    let today = match today(args.get_one::<String>("today").map(String::as_str)) {
        Ok(today) => today,
        Err(value) => {
            tell(setting, w::BAD_DATE, &[("value", &value)]);
            return None;
        }
    };
    let published = std::fs::read_to_string(out(args, &root).join("codes.json")).ok();
    let base_url = args.get_one::<String>("base-url").cloned();
    Some(Request {
        root,
        base_url,
        today,
        strictness: strictness(args),
        published,
        drafts: false,
    })
}

/// `vanbia check`: everything that a build checks, and nothing is written but reviewed translations on demand.
pub(super) fn check(args: &ArgMatches, setting: &Setting) -> u8 {
    let Some(request) = request(args, setting) else {
        return USAGE;
    };
    let strictness = request.strictness;
    let (checked, mut found) = engine::check(&request);
    name_source(&mut found, args);
    let reviewed: Vec<String> = args
        .get_many("translated")
        .map(|v| v.cloned().collect())
        .unwrap_or_default();
    if let Some(checked) = checked.as_ref().filter(|_| !reviewed.is_empty()) {
        let keys = || checked.site.entries.iter().map(|entry| &*entry.key);
        if let Some(unknown) = reviewed.iter().find(|key| checked.site.find(key).is_none()) {
            let near = crate::text::nearest(unknown, keys()).or_else(|| keys().next());
            let values = [("key", unknown.as_str()), ("near", near.unwrap_or_default())];
            tell(setting, w::NO_SUCH_ENTRY, &values);
            return USAGE;
        }
        let text = translations::record(&checked.site, &checked.tree, &reviewed);
        if let Err(error) = std::fs::write(request.root.join(translations::FILE), text) {
            tell_refused(setting, translations::FILE, &error);
            return MACHINE;
        }
        let stale = [
            crate::diag::codes::site::STALE_TRANSLATION,
            crate::diag::codes::site::STALE_TEXT,
        ];
        let is_reviewed = |value: &String| reviewed.iter().any(|key| key == value);
        found.retain(|d| !stale.contains(&d.code) || !d.args.iter().any(|(_, value)| is_reviewed(value)));
    }
    if args.get_one::<String>("format").is_some_and(|f| f == "json") {
        show_json(&found, strictness, setting);
    } else {
        show(&found, strictness, setting);
    }
    let Tally { errors, warnings } = tally(&found, strictness);
    let entries = checked.as_ref().map_or(0, |c| c.site.entries.len()).to_string();
    let drafts = checked.as_ref().map_or(0, |c| c.site.drafts.len());
    let and_drafts = match drafts {
        0 => String::new(),
        _ => say(setting.speech, w::CHECKED_DRAFTS, &[("drafts", &drafts.to_string())]),
    };
    let lacking = checked.as_ref().map_or_else(Vec::new, untranslated);
    let values = [
        ("entries", entries.as_str()),
        ("and_drafts", &and_drafts),
        ("errors", &errors.to_string()),
        ("warnings", &warnings.to_string()),
        ("missing", &missing(setting, &lacking)),
    ];
    if !setting.quiet {
        tell(setting, w::CHECKED, &values);
    }
    if let Some(checked) = checked.as_ref().filter(|_| setting.verbose) {
        tell_untranslated(checked, setting);
    }
    if errors > 0 { CONTENT } else { DONE }
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

pub(super) fn untranslated(checked: &Checked) -> Vec<(String, u32)> {
    let languages = &checked.site.frame.config.languages;
    languages
        .all()
        .map(|l| (languages.get(l).code.clone(), checked.untranslated[l.index()]))
        .collect()
}

/// The output folder of a site, opened and locked, and its path; the exit code after a word about what is wrong.
pub(super) fn open(args: &ArgMatches, setting: &Setting) -> Result<(Disk, PathBuf), u8> {
    let root = root(args);
    let out = out(args, &root);
    let rules = OpenRules {
        content_dir: root.join("content"),
        home: std::env::var_os("HOME")
            .or_else(|| std::env::var_os("USERPROFILE"))
            .map(PathBuf::from),
        root,
        steps: steps(),
    };
    if !rules.content_dir.join("site.yaml").is_file() {
        return Err(no_site(args, setting));
    }
    match Disk::open(&out, &rules) {
        Ok(disk) => Ok((disk, out)),
        Err(finding) => Err(fail(vec![finding], strictness(args), setting)),
    }
}

/// `vanbia build`.
pub(super) fn build(args: &ArgMatches, setting: &Setting) -> u8 {
    let start = Instant::now();
    if let Some(jobs) = args.get_one::<usize>("jobs") {
        engine::use_threads(*jobs);
    }
    let (mut disk, out) = match open(args, setting) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let Some(request) = request(args, setting) else {
        return USAGE;
    };
    let strictness = request.strictness;
    let store = Cache::at(out.join(".vanbia/cache"));
    let uses_store = !args.get_flag("no-cache");
    if uses_store && let Some(standing) = Standing::recall(&store, &disk, &request, &program()) {
        tell_standing(&standing, (&out, args), strictness, start, setting);
        return DONE;
    }
    let (checked, mut found) = engine::check(&request);
    name_source(&mut found, args);
    let Some(checked) = checked.filter(|_| !crate::diag::has_errors(&found, strictness)) else {
        return fail(found, strictness, setting);
    };
    let lock_files = engine::lock_files(&checked, &request.root);
    if args.get_flag("locked") && lock_files.iter().any(|file| file.path.ends_with("codes.lock")) {
        show(&found, strictness, setting);
        tell(setting, w::LOCKED, &[]);
        return CONTENT;
    }
    let old = store.keys().filter(|_| uses_store);
    let old = old.map(|text| engine::Keys::parse(&text, &program()));
    let progress = Progress::new(setting);
    let told = |stage, done, all| progress.tell(stage, done, all);
    let order = engine::Order {
        cache: Some(&store).filter(|_| uses_store),
        old: old.as_ref(),
        progress: Some(&told),
        ..engine::Order::default()
    };
    let (untranslated, changes) = (untranslated(&checked), checked.changes.clone());
    let (signs, links) = (SignCodes::of(&checked.ledger), checked.site.frame.config.links);
    let (output, problems, emptied) = engine::build(checked, &order, &disk);
    found.extend(problems);
    if crate::diag::has_errors(&found, strictness) {
        disk.abort();
        return fail(found, strictness, setting);
    }
    // Until the new keys are written there are none: a build that is killed in between makes everything anew. Where the
    // disk has failed already, nothing will be replaced.
    if !disk.is_stopped() && !store.forget_keys() {
        disk.abort();
        tell(
            setting,
            w::CACHE_STUCK,
            &[("path", &out.join(".vanbia/cache").display().to_string())],
        );
        return MACHINE;
    }
    let summary = match disk.finish(&lock_files) {
        Ok(summary) => summary,
        Err(problems) => {
            found.extend(problems);
            return fail(found, strictness, setting);
        }
    };
    store.put_keys(&output.keys.to_text(&program()));
    found.extend(summary.warnings());
    show(&found, strictness, setting);
    tell_changes(&changes, setting);
    let standing = Standing {
        counts: output.counts,
        signs,
        links,
        files: 0,
        untranslated,
        found,
    };
    tell_end(&standing, (&out, args), (strictness, &summary), start, setting);
    standing.note(&store, &disk, &request, (&emptied, &program()));
    store.prune();
    // The process ends here: giving back the memory of a large site piece by piece would only cost time.
    std::mem::forget(emptied);
    DONE
}

/// Nothing changed since the last build: says what that one had to say.
fn tell_standing(
    standing: &Standing,
    folders: (&Path, &ArgMatches),
    strictness: Strictness,
    start: Instant,
    setting: &Setting,
) {
    show(&standing.found, strictness, setting);
    let summary = Summary {
        unchanged: standing.files,
        ..Summary::default()
    };
    if !setting.quiet {
        tell(setting, w::STANDING, &[]);
    }
    tell_end(standing, folders, (strictness, &summary), start, setting);
}

fn tell_end(
    standing: &Standing,
    (out, args): (&Path, &ArgMatches),
    (strictness, summary): (Strictness, &Summary),
    start: Instant,
    setting: &Setting,
) {
    if setting.quiet {
        return;
    }
    let warnings = tally(&standing.found, strictness).warnings;
    if warnings > 0 {
        tell(setting, w::WARNINGS, &[("warnings", &warnings.to_string())]);
    }
    let counts = (standing.counts, standing.signs, summary);
    summarize(counts, &standing.untranslated, start, setting);
    let path = out.join("index.html").display().to_string();
    // Opened as a file, a link to a folder shows the list of its files.
    match standing.links {
        Links::File => tell(setting, w::OPEN_HINT, &[("path", &path)]),
        Links::Folder => {
            let root = args.get_one::<String>("root");
            let at = root.map_or_else(String::new, |root| format!(" --root {}", super::quoted(root)));
            tell(setting, w::OPEN_HINT_WATCH, &[("at", &at), ("path", &path)]);
        }
    }
}

/// How far a long run is; a short one says nothing.
pub(super) struct Progress<'a> {
    setting: &'a Setting,
    told: std::sync::Mutex<Told>,
}

/// When the stage began, and when something was said of it last.
struct Told {
    stage: Option<Stage>,
    begin: Instant,
    last: Instant,
}

/// Between two words about a stage.
const PAUSE: Duration = Duration::from_secs(2);

impl<'a> Progress<'a> {
    pub(super) fn new(setting: &'a Setting) -> Self {
        let now = Instant::now();
        let told = Told {
            stage: None,
            begin: now,
            last: now,
        };
        Self {
            setting,
            told: std::sync::Mutex::new(told),
        }
    }

    pub(super) fn tell(&self, stage: Stage, done: usize, all: usize) {
        let Ok(mut told) = self.told.lock() else { return };
        if told.stage != Some(stage) {
            *told = Told {
                stage: Some(stage),
                begin: Instant::now(),
                last: Instant::now(),
            };
        }
        if self.setting.quiet || done >= all || told.last.elapsed() < PAUSE {
            return;
        }
        told.last = Instant::now();
        let (done, left) = (done.max(1), all - done);
        let seconds = told.begin.elapsed().as_secs_f64() * left as f64 / done as f64;
        let values = [
            ("done", &*done.to_string()),
            ("all", &all.to_string()),
            ("left", &remaining(seconds, self.setting)),
        ];
        let words = match stage {
            Stage::Codes => w::CODES_READ,
            Stage::Glances => w::GLANCES_MADE,
            Stage::Pictures => w::PICTURES_MADE,
        };
        tell(self.setting, words, &values);
    }
}

/// A time for people, rounded up: `20 s`, `3 min`.
fn remaining(seconds: f64, setting: &Setting) -> String {
    let minute = match setting.speech {
        crate::diag::Speech::Vi => "phút",
        crate::diag::Speech::En => "min",
    };
    match seconds {
        ..90.0 => format!("{:.0} s", seconds.ceil().max(1.0)),
        _ => format!("{:.0} {minute}", (seconds / 60.0).ceil()),
    }
}

/// The line that ends a build.
pub(super) fn summarize(
    (counts, signs, summary): (engine::Counts, SignCodes, &Summary),
    untranslated: &[(String, u32)],
    start: Instant,
    setting: &Setting,
) {
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

/// Stands for this very program: another one makes everything anew, though its version be the same.
pub(super) fn program() -> String {
    let meta = std::env::current_exe().and_then(std::fs::metadata);
    let time = meta.as_ref().ok().and_then(|meta| meta.modified().ok());
    let since = time.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    format!(
        "{} {} {}",
        env!("CARGO_PKG_VERSION"),
        meta.map_or(0, |meta| meta.len()),
        since.map_or(0, |since| since.as_nanos())
    )
}

/// A stop for the tests that kill builds: `VANBIA_TEST_STOP_AT` names a step, see [`crate::output::Step::parse`].
fn steps() -> Steps {
    let Some(stop) = std::env::var("VANBIA_TEST_STOP_AT")
        .ok()
        .and_then(|s| crate::output::Step::parse(&s))
    else {
        return Steps::default();
    };
    Steps::ask(move |step| if step == stop { std::process::abort() } else { Ok(()) })
}

fn no_site(args: &ArgMatches, setting: &Setting) -> u8 {
    let Some(request) = request(args, setting) else {
        return USAGE;
    };
    let (_, found) = engine::check(&request);
    fail(found, request.strictness, setting)
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
