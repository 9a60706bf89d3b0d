//! A site that is kept up to date: what was read and made stays known, changes make only what they concern.
//!
//! Entry point: [`Session::apply`]. Invariant: whenever it has answered [`Applied::Done`] or [`Applied::Nothing`], the
//! output folder equals a clean build of the content, byte for byte. The quick way for a changed text only ever saves
//! work: where it cannot prove that nothing else is concerned, the whole site is looked at again.

mod audience;
mod early;
mod shortcut;
mod writing;

pub use audience::{Applied, Audience, Changes, Report};

use super::darkroom::Developed;
use super::keys::{Keys, origin};
use super::known::Known;
use super::locks::{self, lock_files_with};
use super::make::{self, Making, Order, Output};
use super::published::{Drafts, Published, Tee};
use super::quick;
use super::standing;
use super::studio::Studio;
use super::{Checked, Request, check_again};
use crate::diag::{self, Diagnostics};
use crate::output::{Cache, Disk, Sink};
use std::collections::BTreeSet;
use std::sync::Arc;
use writing::Doubt;

/// A site that is kept up to date.
pub struct Session {
    request: Request,
    cache: Cache,
    /// Stands for the program, see [`origin`].
    program: String,
    known: Known,
    last: Option<Last>,
    /// The last site cannot serve for the quick way: something failed since, or was not looked at.
    is_dirty: bool,
    /// The output is not yet that of the last site: making it was stopped.
    is_behind: bool,
    /// No site stands yet, and what is made serves already, with small pictures.
    is_early: bool,
    /// What was told last.
    told: Diagnostics,
    /// A whole site has been made.
    has_made: bool,
    /// The last look at the content found errors.
    has_failed: bool,
    /// The last look left files aside that were being written.
    has_left: bool,
    /// The keys on the disk are those of the last site.
    is_noted: bool,
    published: Arc<Published>,
}

/// The site as it was read last, and its output as it was made last.
pub(super) struct Last {
    pub(super) checked: Checked,
    pub(super) studio: Studio,
    pub(super) output: Output,
    /// What was found in reading and checking.
    pub(super) found: Diagnostics,
    /// What making it had to say.
    remarks: Diagnostics,
    /// The site with its drafts, when it has any.
    drafts: Option<Box<Checked>>,
}

impl Session {
    /// A session for a site whose output lies in `out`.
    pub fn new(request: Request, out: &std::path::Path, program: String) -> Self {
        Self {
            request,
            cache: Cache::at(out.join(".vanbia/cache")),
            program,
            known: Known::keeping(),
            last: None,
            is_dirty: true,
            is_behind: false,
            is_early: false,
            told: Diagnostics::new(),
            has_made: false,
            has_failed: false,
            has_left: false,
            is_noted: true,
            published: Arc::new(Published::new(out)),
        }
    }

    /// Another day has begun.
    pub fn set_today(&mut self, today: crate::text::Date) {
        self.request.today = today;
    }

    /// What a server may hand out.
    pub fn published(&self) -> Arc<Published> {
        self.published.clone()
    }

    /// The site as it was made last.
    pub fn checked(&self) -> Option<&Checked> {
        self.last.as_ref().map(|last| &last.checked)
    }

    /// The site as the preview shows it: with drafts.
    pub fn previewed(&self) -> Option<&Checked> {
        let last = self.last.as_ref()?;
        Some(last.drafts.as_deref().unwrap_or(&last.checked))
    }

    /// Drafts are shown in the preview and never reach the disk. Gives back the paths that changed.
    fn show_drafts(&mut self, has_drafts: bool, done: &Keys, found: &mut Diagnostics) -> Vec<String> {
        let drafts = Drafts::default();
        let mut request = self.request.clone();
        request.drafts = true;
        let mut checked = if has_drafts {
            check_again(&request, &mut self.known).0
        } else {
            None
        };
        if let Some(checked) = &mut checked {
            let order = Order {
                cache: Some(&self.cache),
                old: Some(done),
                ..Order::default()
            };
            self.glance(checked, &order);
            let checked = &*checked;
            match Studio::new(checked) {
                Ok(studio) => found.extend(make::drafts(checked, &studio, &self.cache, done, &drafts)),
                Err(finding) => found.push(finding),
            }
        }
        if let Some(last) = &mut self.last {
            last.drafts = checked.map(Box::new);
        }
        self.published.show_drafts(drafts)
    }

    /// Brings the output up to date.
    pub fn apply(&mut self, changes: &Changes, disk: &mut Disk, audience: &dyn Audience) -> Applied {
        match disk.hold() {
            Ok(false) => {}
            Ok(true) => self.begin_anew(),
            Err(problem) => return self.fail_writing(vec![problem]),
        }
        if let Changes::Files(paths) = changes {
            let is_own = |path: &str| self.checked().is_some_and(|checked| locks::is_as_known(checked, path));
            let paths: BTreeSet<String> = paths.iter().filter(|path| !is_own(path)).cloned().collect();
            self.known.forget(&paths);
            if !self.is_dirty
                && !is_half_written(&paths, &audience.writing())
                && let Some(applied) = self.quickly(&paths, disk, audience)
            {
                return applied;
            }
        }
        let writing = audience.writing();
        if matches!(changes, Changes::Everything) && self.has_made {
            let stop = || audience.is_stale();
            let stands = writing.is_empty() && self.stands(disk, &stop);
            // Somebody waits for what came in; the rest of the look can be had later.
            if stop() {
                return Applied::PutOff;
            }
            if stands {
                return Applied::Nothing;
            }
        }
        self.has_left = !writing.is_empty();
        self.known.leave(writing);
        self.wholly(disk, audience)
    }

    /// The output folder was gone, and another program may have built meanwhile: nothing of it is known any more.
    fn begin_anew(&mut self) {
        self.is_dirty = true;
        if let Some(last) = &mut self.last {
            last.output.keys = Keys::default();
        }
    }

    /// True when everything that a look at the whole site would read is as it was, and so is all that was made; not when it
    /// was told to `stop` before that was known.
    fn stands(&mut self, disk: &Disk, stop: &(dyn Fn() -> bool + Sync)) -> bool {
        let is_sure = !self.is_dirty && !self.is_behind && !self.has_left;
        let Some(last) = self.last.as_ref().filter(|_| is_sure) else {
            return false;
        };
        let checked = &last.checked;
        if checked.site.frame.today != self.request.today {
            return false;
        }
        let Some(young) = standing::looks_as(checked, &self.request, stop) else {
            return false;
        };
        let is_same = standing::all_stand(disk, stop)
            && young.theme.iter().all(|path| !stop() && checked.theme.is_as_read(path))
            && young.content.iter().all(|path| !stop() && self.is_as_read(path));
        if let Some(last) = self.last.as_mut().filter(|_| is_same) {
            last.checked.tree.confirm(young.listed.0);
            last.checked.theme.confirm(young.listed.1);
        }
        is_same
    }

    /// Compares a file with what was read of it, or reads its entry again; true when it says what it said.
    fn is_as_read(&mut self, path: &str) -> bool {
        let Some(last) = &mut self.last else { return false };
        if last.checked.tree.is_as_read(path) {
            return true;
        }
        let same = quick::read(&BTreeSet::from([path.to_string()]), last).filter(quick::Quick::is_empty);
        same.map(|quick| quick.settle(last, &mut self.known)).is_some()
    }

    /// Looks at the whole site; only what differs is made.
    fn wholly(&mut self, disk: &mut Disk, audience: &dyn Audience) -> Applied {
        self.is_dirty = true;
        let noted = self.recall(disk);
        let (checked, mut found) = check_again(&self.request, &mut self.known);
        let Some(mut checked) = checked.filter(|_| !diag::has_errors(&found, self.request.strictness)) else {
            return self.fail_unless_written(found, audience);
        };
        let developed = self.pictures(&mut checked, &noted, disk, audience);
        if self.last.is_none() && audience.is_stale() {
            return Applied::Stopped;
        }
        let studio = match Studio::new(&checked) {
            Ok(studio) => studio,
            Err(finding) => {
                found.push(finding);
                return self.fail(found);
            }
        };
        // What was read last goes before anything is made.
        let (output, drafts) = match self.last.take() {
            Some(last) => (last.output, last.drafts),
            None => {
                let output = Output {
                    keys: noted,
                    ..Output::default()
                };
                (output, None)
            }
        };
        self.last = Some(Last {
            checked,
            studio,
            output,
            found,
            remarks: Diagnostics::new(),
            drafts,
        });
        self.is_dirty = false;
        self.is_behind = true;
        self.make_up(developed, disk, audience)
    }

    /// Makes what differs from the last site.
    fn catch_up(&mut self, disk: &mut Disk, audience: &dyn Audience) -> Applied {
        self.make_up(None, disk, audience)
    }

    fn make_up(&mut self, developed: Option<Developed>, disk: &mut Disk, audience: &dyn Audience) -> Applied {
        let Some(last) = &self.last else {
            return Applied::Nothing;
        };
        let first = audience.viewed();
        let tee = match self.is_early {
            true => Tee::new(disk, &self.published).within(early::ROOM),
            false => Tee::new(disk, &self.published).only(&first),
        };
        let stop = || audience.is_stale();
        let ready = || {
            let taken = tee.taken();
            if !taken.is_empty() {
                audience.ready(&taken);
            }
        };
        let order = Order {
            cache: Some(&self.cache),
            old: Some(&last.output.keys),
            first: &first,
            stop: Some(&stop),
            ready: Some(&ready),
            progress: Some(&|stage, done, all| audience.progress(stage, done, all)),
        };
        let making = Making {
            checked: &last.checked,
            studio: &last.studio,
            order: &order,
            sink: &tee,
        };
        let (output, mut remarks) = making.all(developed);
        if output.is_stopped {
            disk.abort();
            return Applied::Stopped;
        }
        if diag::has_errors(&remarks, self.request.strictness) {
            disk.abort();
            remarks.extend(last.found.iter().cloned());
            diag::sort(&mut remarks);
            return self.fail_unless_written(remarks, audience);
        }
        let old = &last.output.keys;
        let mut report = Report {
            counts: output.counts,
            changed: output.keys.different(old).map(str::to_string).collect(),
            gone: old.without(&output.keys).map(str::to_string).collect(),
            ledger: last.checked.changes.clone(),
            ..Report::default()
        };
        let has_drafts = last.checked.has_drafts;
        let drafts = self.show_drafts(has_drafts, &output.keys, &mut remarks);
        // Whoever writes a draft sees that it was drawn, though nothing of it is written.
        report.counts.drawn += drafts.iter().filter(|path| path.ends_with(".html")).count();
        report.changed.extend(drafts);
        self.take_over(output, remarks, report, disk)
    }

    /// What was made becomes the site.
    fn take_over(&mut self, output: Output, remarks: Diagnostics, mut report: Report, disk: &mut Disk) -> Applied {
        let Some(last) = &self.last else {
            return Applied::Nothing;
        };
        let lock_files = lock_files_with(&last.checked, &self.request.root, &self.known.lost_rows());
        let gone = locks::lost_rows(&last.checked, &lock_files);
        if !self.forget_keys(disk) {
            disk.abort();
            let found = self.last.as_ref().map(Last::all_found);
            return self.fail(found.unwrap_or_default());
        }
        report.summary = match disk.finish(&lock_files) {
            Ok(summary) => summary,
            Err(problems) if locks::is_outrun(&problems) => {
                self.is_dirty = true;
                return Applied::Stopped;
            }
            Err(problems) => return self.fail_writing(problems),
        };
        let Some(last) = &mut self.last else {
            return Applied::Nothing;
        };
        self.known.keep_rows(&gone);
        last.remarks = remarks;
        last.remarks.extend(report.summary.warnings());
        last.checked.changes.clear();
        let has_locks = !lock_files.is_empty();
        locks::take_in(&mut last.checked, lock_files, &self.request.root);
        report.found = last.all_found();
        let is_same = report.changed.is_empty()
            && report.gone.is_empty()
            && !has_locks
            && report.summary.written + report.summary.removed == 0
            && !self.has_failed
            && self.has_made
            && self.told == report.found;
        self.told.clone_from(&report.found);
        // From now on this is what has been handed out; a ledger that lacks one of its codes is a mistake.
        self.request.published = Some(last.checked.ledger.codes_json());
        self.published.settle(Some(output.keys.clone()));
        last.output = output;
        self.is_behind = false;
        self.is_early = false;
        self.has_failed = false;
        self.has_made = true;
        match is_same {
            true => Applied::Nothing,
            false => Applied::Done(Box::new(report)),
        }
    }

    /// As [`Session::fail`], but for errors of files that somebody is still writing: those are looked at again when their
    /// writers are done.
    fn fail_unless_written(&mut self, found: Diagnostics, audience: &dyn Audience) -> Applied {
        let mut writing = audience.writing();
        writing.extend(self.known.being_written().iter().cloned());
        let Doubt { sure, files } = Doubt::of(found, &writing, self.request.strictness);
        if files.is_empty() || diag::has_errors(&sure, self.request.strictness) {
            return self.fail(sure);
        }
        self.is_dirty = true;
        Applied::Waits(files)
    }

    fn fail(&mut self, found: Diagnostics) -> Applied {
        self.is_dirty = true;
        self.has_failed = true;
        self.forget_ahead();
        Applied::Failed(found)
    }

    /// The disk refused; what was found before still holds.
    fn fail_writing(&mut self, mut problems: Diagnostics) -> Applied {
        problems.extend(self.last.iter().flat_map(Last::all_found));
        diag::sort(&mut problems);
        self.fail(problems)
    }

    /// What was ahead of the disk goes, unless there is nothing else to be shown.
    fn forget_ahead(&self) {
        if !self.is_early {
            self.published.forget();
        }
    }

    fn noted_keys(&self, disk: &Disk) -> Keys {
        let text = self.cache.keys();
        text.map_or_else(Keys::default, |text| Keys::parse(&text, &origin(&self.program, disk)))
    }

    /// Before files are replaced; a disk that has failed already will replace none. False when it must not go on.
    fn forget_keys(&mut self, disk: &Disk) -> bool {
        self.is_noted = false;
        disk.is_stopped() || self.cache.forget_keys()
    }

    /// To be called when nothing is to be done, and at the end: notes what was made, so that the next program makes
    /// only what differs.
    pub fn rest(&mut self, disk: &Disk) {
        if let Some(last) = self.last.as_ref().filter(|_| !self.is_noted && !self.is_dirty) {
            self.cache
                .put_keys(&last.output.keys.to_text(&origin(&self.program, disk)));
            self.cache.prune();
            self.is_noted = true;
        }
    }
}

impl Last {
    /// All that there is to be told.
    fn all_found(&self) -> Diagnostics {
        let mut found = [self.found.clone(), self.remarks.clone()].concat();
        diag::sort(&mut found);
        found
    }
}

/// True when an entry of the changed files has another text or its facts being written. Media need not be waited for: they
/// are named when they are complete.
fn is_half_written(changed: &BTreeSet<String>, writing: &BTreeSet<String>) -> bool {
    let entry = |path: &String| path.splitn(4, '/').take(3).map(str::to_string).collect::<Vec<_>>();
    let is_document = |path: &&String| path.ends_with(".md") || path.ends_with(".yaml");
    let mut documents = writing.iter().filter(is_document);
    documents.any(|one| changed.iter().any(|other| entry(one) == entry(other)))
}
