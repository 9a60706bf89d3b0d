//! `vanbia watch`: builds, serves, watches, builds again.
//!
//! Entry point: [`watch`]. Invariant: a mistake never takes a page away; the server ends with the command, and what is
//! on the disk then is a whole site.

mod frugal;
mod shown;
mod telling;

use super::progress::Progress;
use super::request::{open, program, request};
use super::setting::{Setting, today};
use super::terminal::{Ending, show, summarize, tell, tell_changes, untranslated};
use super::wording as w;
use super::{DONE, MACHINE};
use crate::diag::{Diagnostics, Severity, Strictness};
use crate::engine::session::{Applied, Audience, Changes, Report};
use crate::engine::{Session, SignCodes, Stage};
use crate::output::Disk;
use crate::schema::config::USUAL_THEME;
use crate::serve::{self, Change, Note, Server};
use crate::watch::{Events, Hint, Mode, Options, Watch};
use clap::ArgMatches;
use shown::Shown;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, Once, PoisonError};
use std::time::{Duration, Instant};

/// Exit code after Ctrl-C.
const STOPPED: u8 = 130;
/// How long nothing has to happen before the session notes what it made.
const QUIET: Duration = Duration::from_secs(2);

/// What may have changed: named files, and whether a look at all is due.
#[derive(Default)]
struct Waiting {
    files: BTreeSet<String>,
    everything: bool,
}

/// What waits to be looked at, and whether it is time to end.
#[derive(Default)]
struct Inbox {
    waiting: Mutex<Waiting>,
    changed: Condvar,
    ends: AtomicBool,
}

impl Inbox {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, hint: Hint) {
        let mut waiting = self.waiting();
        match hint {
            Hint::Files(more) => waiting.files.extend(more),
            Hint::Everything => waiting.everything = true,
        }
        self.changed.notify_all();
    }

    fn end(&self) {
        self.ends.store(true, Ordering::SeqCst);
        self.changed.notify_all();
    }

    fn is_ending(&self) -> bool {
        self.ends.load(Ordering::SeqCst)
    }

    /// The next hint, named files first: somebody waits for them. None after [`QUIET`] or at the end.
    fn take(&self) -> Option<Hint> {
        let is_empty = |waiting: &Waiting| waiting.files.is_empty() && !waiting.everything;
        let waits = |waiting: &mut Waiting| is_empty(waiting) && !self.is_ending();
        let guard = self.changed.wait_timeout_while(self.waiting(), QUIET, waits);
        let (mut waiting, _) = guard.unwrap_or_else(PoisonError::into_inner);
        let files = std::mem::take(&mut waiting.files);
        if !files.is_empty() {
            return Some(Hint::Files(files));
        }
        std::mem::take(&mut waiting.everything).then_some(Hint::Everything)
    }

    /// True when named files wait.
    fn has_files(&self) -> bool {
        !self.waiting().files.is_empty()
    }
}

/// The browsers that look at the preview.
struct Browsers<'a> {
    progress: Progress<'a>,
    server: Option<&'a Server>,
    inbox: &'a Inbox,
    watch: &'a Watch,
    announcing: Announcing<'a>,
}

/// Says once where the site can be seen.
#[derive(Clone)]
struct Announcing<'a> {
    args: &'a ArgMatches,
    setting: &'a Setting,
    done: Arc<Once>,
}

impl Announcing<'_> {
    /// `is_early`: pictures are still small.
    fn announce(&self, server: &Server, is_early: bool) {
        self.done
            .call_once(|| telling::begin(server, self.args, self.setting, is_early));
    }
}

impl Audience for Browsers<'_> {
    fn viewed(&self) -> Vec<String> {
        // A tab of an earlier session waits until everything can be served.
        let server = self.server.filter(|_| self.announcing.done.is_completed());
        server.map_or(Vec::new(), Server::viewed)
    }

    fn ready(&self, files: &[String]) {
        if let Some(server) = self.server.filter(|_| !files.is_empty()) {
            let paths = files.to_vec();
            let kind = Change::Content;
            server.tell(Note::Changed { paths, kind });
            self.announcing.announce(server, true);
        }
    }

    fn progress(&self, stage: Stage, done: usize, all: usize) {
        self.progress.tell(stage, done, all);
    }

    fn writing(&self) -> BTreeSet<String> {
        self.watch.unsettled()
    }

    fn is_stale(&self) -> bool {
        self.inbox.is_ending() || self.announcing.done.is_completed() && self.inbox.has_files()
    }
}

/// `vanbia watch`.
pub(super) fn watch(args: &ArgMatches, setting: &Setting) -> u8 {
    frugal::begin();
    let request = match request(args, setting) {
        Ok(request) => request,
        Err(code) => return code,
    };
    let (disk, out) = match open(args, setting) {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let inbox = Arc::new(Inbox::default());
    let at_end = inbox.clone();
    // Fails only when somebody else handles Ctrl-C in this program, and nobody does.
    let _ = ctrlc::set_handler(move || at_end.end());
    let root = request.root.clone();
    let session = Session::new(request, &out, program());
    let shown = Arc::new(Shown::new(session, setting.speech));
    let mut watching = Watching {
        args,
        setting,
        root,
        out,
        disk,
        shown,
        inbox,
        server: None,
        mode: Mode::Native,
        folders: Vec::new(),
        announcing: Announcing {
            args,
            setting,
            done: Arc::new(Once::new()),
        },
        has_summed: false,
        is_day_given: args.get_one::<String>("today").is_some(),
    };
    watching.run()
}

/// A site while it is watched.
struct Watching<'a> {
    args: &'a ArgMatches,
    setting: &'a Setting,
    root: PathBuf,
    out: PathBuf,
    disk: Disk,
    shown: Arc<Shown>,
    inbox: Arc<Inbox>,
    server: Option<Server>,
    mode: Mode,
    folders: Vec<String>,
    announcing: Announcing<'a>,
    /// What the whole site holds has been said.
    has_summed: bool,
    /// The day was named with the command and does not pass.
    is_day_given: bool,
}

impl Watching<'_> {
    fn run(&mut self) -> u8 {
        // The first look at the site; the watch begins before it, so that nothing in between is lost.
        self.folders = self.wanted_folders();
        let options = Options {
            poll: self.args.get_flag("poll"),
            events: events(),
            ..Options::default()
        };
        let ignored = [std::path::absolute(&self.out).unwrap_or_else(|_| self.out.clone())];
        let watch = Arc::new(Watch::start(&self.root, &self.folders, &ignored, &options));
        if let Err(code) = self.serve() {
            return code;
        }
        let (hints, inbox) = (watch.clone(), self.inbox.clone());
        let gathering = std::thread::spawn(move || {
            while !inbox.is_ending() {
                if let Some(hint) = hints.next(Duration::from_millis(250)) {
                    inbox.add(hint);
                }
            }
        });
        self.apply(&Changes::Everything, &watch);
        if let Some(server) = &self.server {
            self.announcing.announce(server, false);
        }
        while !self.inbox.is_ending() {
            match self.inbox.take() {
                Some(Hint::Files(files)) => {
                    self.apply(&Changes::Files(files), &watch);
                }
                Some(Hint::Everything) => self.look_again(&watch),
                None => self.shown.rest(&self.disk),
            }
            self.follow_mode(&watch);
        }
        // The server first: browsers learn at once that there is nobody to ask.
        self.server = None;
        self.shown.rest(&self.disk);
        let _ = gathering.join();
        if self.inbox.is_ending() { STOPPED } else { DONE }
    }

    /// A look at all files.
    fn look_again(&mut self, watch: &Watch) {
        if !self.is_day_given
            && let Ok(day) = today(None)
        {
            self.shown.session().set_today(day);
        }
        let start = Instant::now();
        let is_different = self.apply(&Changes::Everything, watch);
        // What was made costs once; only a look that finds nothing is what waiting costs.
        let look = start.elapsed();
        watch.walked((!is_different).then_some(look));
    }

    /// True when something was different.
    fn apply(&mut self, changes: &Changes, watch: &Watch) -> bool {
        let start = Instant::now();
        let audience = Browsers {
            progress: Progress::new(self.setting),
            server: self.server.as_ref(),
            inbox: &self.inbox,
            watch,
            announcing: self.announcing.clone(),
        };
        let applied = self.shown.session().apply(changes, &mut self.disk, &audience);
        let mut is_different = !matches!(applied, Applied::Nothing);
        match applied {
            Applied::Nothing => {}
            // What came in meanwhile is applied next; what this change was about is done with it.
            Applied::Stopped => {}
            Applied::Waits(files) => telling::copied(changes, &files, self.setting),
            Applied::PutOff => self.inbox.add(Hint::Everything),
            // A mistake that stands costs as much as waiting.
            Applied::Failed(found) => is_different = self.failed(&found, changes),
            Applied::Done(report) => self.done(&report, changes, start),
        }
        let wanted = self.wanted_folders();
        if wanted != self.folders {
            watch.set_folders(&wanted);
            self.folders = wanted;
        }
        is_different
    }

    /// False when all of it was told before.
    fn failed(&mut self, found: &Diagnostics, changes: &Changes) -> bool {
        let is_told = self.shown.has_told_errors(found);
        let mut new = self.shown.note(found);
        if new.is_empty() {
            // Whoever saved something good learns why it does not appear.
            if matches!(changes, Changes::Files(_)) && !self.setting.quiet {
                telling::waits(changes, found, self.setting);
            }
            return false;
        }
        let is_save = is_told && matches!(changes, Changes::Files(_));
        // What waits for an old mistake is not told as if it were one.
        new.retain(|d| !is_save || d.severity(Strictness::default()) != Severity::Error);
        show(&new, Strictness::default(), self.setting);
        match is_save {
            true if self.setting.quiet => {}
            true => telling::waits(changes, found, self.setting),
            false => tell(self.setting, w::WATCH_KEPT, &[]),
        }
        self.tell_findings();
        true
    }

    fn done(&mut self, report: &Report, changes: &Changes, start: Instant) {
        show(&self.shown.note(&report.found), Strictness::default(), self.setting);
        tell_changes(&report.ledger, self.setting);
        if !self.setting.quiet {
            match self.has_summed {
                false => {
                    if let Some(checked) = self.shown.session().checked() {
                        let ending = Ending {
                            counts: report.counts,
                            signs: SignCodes::of(&checked.ledger),
                            summary: &report.summary,
                            untranslated: &untranslated(checked),
                            start,
                        };
                        summarize(&ending, self.setting);
                    }
                }
                true => telling::block(report, changes, start.elapsed(), self.setting),
            }
        }
        let is_first = !std::mem::replace(&mut self.has_summed, true);
        if let Some(server) = &self.server {
            for note in telling::notes(report, is_first) {
                server.tell(note);
            }
        }
        self.tell_findings();
    }

    fn tell_findings(&self) {
        if let Some(server) = &self.server {
            server.tell(Note::Findings(self.shown.findings()));
        }
    }

    /// Opens the port; nobody is told of it before there is something to be seen.
    fn serve(&mut self) -> Result<(), u8> {
        let options = serve::Options {
            port: self.args.get_one::<u16>("port").copied(),
            lan: self.args.get_flag("lan"),
            speech: self.setting.speech,
        };
        let server = match Server::start(&options, self.shown.clone()) {
            Ok(server) => server,
            Err(trouble) => {
                anstream::eprintln!("{}", trouble.message(self.setting.speech));
                return Err(MACHINE);
            }
        };
        if let Some(moved) = server.moved() {
            anstream::eprintln!("{moved}");
        }
        self.server = Some(server);
        Ok(())
    }

    /// `content/` and the theme's folder, which the settings name.
    fn wanted_folders(&self) -> Vec<String> {
        let session = self.shown.session();
        let theme = session.checked().map(|checked| checked.site.frame.config.theme.clone());
        let theme = theme.unwrap_or_else(|| USUAL_THEME.to_string());
        vec!["content".to_string(), format!("themes/{theme}")]
    }

    /// Says so when the system stopped telling about changes.
    fn follow_mode(&mut self, watch: &Watch) {
        let mode = watch.mode();
        if mode != self.mode {
            if let Mode::Polling(why) = &mode
                && let Some(finding) = why.finding(&self.root.display().to_string())
            {
                let text = crate::diag::terminal::show(&finding, self.setting.speech, Strictness::default());
                anstream::eprintln!("{text}");
            }
            self.mode = mode;
        }
    }
}

/// Where events come from; tests choose with `VANBIA_TEST_EVENTS`.
fn events() -> Events {
    match std::env::var("VANBIA_TEST_EVENTS").as_deref() {
        Ok("silent") => Events::Silent,
        Ok("portable") => Events::Portable,
        Ok(number) => number.parse().map_or(Events::Best, Events::Limited),
        Err(_) => Events::Best,
    }
}
