//! `vanbia build`.
//!
//! Entry point: [`build`]. Invariant: nothing is written while there are errors.

use super::progress::Progress;
use super::request::{name_source, open, program, request};
use super::setting::Setting;
use super::terminal::{Ending, fail, show, summarize, tally, tell, tell_changes, untranslated};
use super::wording as w;
use super::{CONTENT, DONE, MACHINE, quoted};
use crate::diag::{Diagnostics, Strictness, has_errors};
use crate::engine::{self, SignCodes, Standing};
use crate::output::{Cache, Disk, LockFile, Sink, Summary};
use crate::schema::config::Links;
use clap::ArgMatches;
use std::path::Path;
use std::time::Instant;

/// Where what is slow to make is kept, within the output folder.
const CACHE: &str = ".vanbia/cache";

/// Runs the command.
pub(super) fn build(args: &ArgMatches, setting: &Setting) -> u8 {
    match make(args, setting) {
        Ok(()) => DONE,
        Err(code) => code,
    }
}

fn make(args: &ArgMatches, setting: &Setting) -> Result<(), u8> {
    let start = Instant::now();
    if let Some(jobs) = args.get_one::<usize>("jobs") {
        engine::use_threads(*jobs);
    }
    let (mut disk, out) = open(args, setting)?;
    let request = request(args, setting)?;
    let strictness = request.strictness;
    let run = Run {
        args,
        setting,
        out: &out,
        strictness,
        start,
    };
    let store = Cache::at(out.join(CACHE));
    let uses_store = !args.get_flag("no-cache");
    if uses_store && let Some(standing) = Standing::recall(&store, &disk, &request, &program()) {
        run.tell_standing(&standing);
        return Ok(());
    }
    let (checked, mut found) = engine::check(&request);
    name_source(&mut found, args);
    let Some(checked) = checked.filter(|_| !has_errors(&found, strictness)) else {
        return Err(fail(found, strictness, setting));
    };
    let lock_files = engine::lock_files(&checked, &request.root);
    if args.get_flag("locked") && lock_files.iter().any(|file| file.path.ends_with("codes.lock")) {
        show(&found, strictness, setting);
        tell(setting, w::LOCKED, &[]);
        return Err(CONTENT);
    }
    let old = store.keys().filter(|_| uses_store);
    let old = old.map(|text| engine::Keys::parse(&text, &engine::origin(&program(), &disk)));
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
    if has_errors(&found, strictness) {
        disk.abort();
        return Err(fail(found, strictness, setting));
    }
    let summary = run.put_in_place(&mut disk, &store, &lock_files, &found)?;
    store.put_keys(&output.keys.to_text(&engine::origin(&program(), &disk)));
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
    run.tell_end(&standing, &summary);
    standing.note(&store, &disk, &request, (&emptied, &program()));
    store.prune();
    // The process ends here: giving back the memory of a large site piece by piece would only cost time.
    std::mem::forget(emptied);
    Ok(())
}

/// A build on its way: what its last steps and words speak of.
struct Run<'a> {
    args: &'a ArgMatches,
    setting: &'a Setting,
    out: &'a Path,
    strictness: Strictness,
    start: Instant,
}

impl Run<'_> {
    /// Puts what was made in the place of the last site.
    fn put_in_place(
        &self,
        disk: &mut Disk,
        store: &Cache,
        lock_files: &[LockFile],
        found: &Diagnostics,
    ) -> Result<Summary, u8> {
        // Until the new keys are written there are none: a build that is killed in between makes everything anew. Where the
        // disk has failed already, nothing will be replaced.
        if !disk.is_stopped() && !store.forget_keys() {
            disk.abort();
            let path = self.out.join(CACHE).display().to_string();
            tell(self.setting, w::CACHE_STUCK, &[("path", &path)]);
            return Err(MACHINE);
        }
        disk.finish(lock_files).map_err(|problems| {
            let found = [&found[..], &problems].concat();
            fail(found, self.strictness, self.setting)
        })
    }

    /// Nothing changed since the last build: says what that one had to say.
    fn tell_standing(&self, standing: &Standing) {
        show(&standing.found, self.strictness, self.setting);
        if !self.setting.quiet {
            tell(self.setting, w::STANDING, &[]);
        }
        let summary = Summary {
            unchanged: standing.files,
            ..Summary::default()
        };
        self.tell_end(standing, &summary);
    }

    fn tell_end(&self, standing: &Standing, summary: &Summary) {
        if self.setting.quiet {
            return;
        }
        let warnings = tally(&standing.found, self.strictness).warnings;
        if warnings > 0 {
            tell(self.setting, w::WARNINGS, &[("warnings", &warnings.to_string())]);
        }
        let ending = Ending {
            counts: standing.counts,
            signs: standing.signs,
            summary,
            untranslated: &standing.untranslated,
            start: self.start,
        };
        summarize(&ending, self.setting);
        self.tell_where(standing.links);
    }

    /// Where the site can be seen. Opened as a file, a link to a folder shows the list of its files.
    fn tell_where(&self, links: Links) {
        let path = self.out.join("index.html").display().to_string();
        match links {
            Links::File => tell(self.setting, w::OPEN_HINT, &[("path", &path)]),
            Links::Folder => {
                let root = self.args.get_one::<String>("root");
                let at = root.map_or_else(String::new, |root| format!(" --root {}", quoted(root)));
                tell(self.setting, w::OPEN_HINT_WATCH, &[("at", &at), ("path", &path)]);
            }
        }
    }
}
