//! A site that is kept up to date: what was read and made stays known, changes make only what they concern.
//!
//! Entry point: [`Session::apply`]. Invariant: whenever it has answered [`Applied::Done`] or [`Applied::Nothing`], the
//! output folder equals a clean build of the content, byte for byte. The quick way for a changed text only ever saves
//! work: where it cannot prove that nothing else is concerned, the whole site is looked at again.

use super::darkroom::Darkroom;
use super::glimpse;
use super::keys::Keys;
use super::known::Known;
use super::make::{self, Order, Output, Stage};
use super::published::{Drafts, Published, Tee};
use super::quick;
use super::standing;
use super::studio::Studio;
use super::{Checked, Counts, Request, check_again, ledgers};
use crate::diag::{self, Diagnostics};
use crate::output::{Cache, Disk, Sink, Summary};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// These files, relative to the site's root; a folder stands for all below it.
    Files(BTreeSet<String>),
    /// Anything.
    Everything,
}

/// What became of a change.
#[derive(Debug)]
pub enum Applied {
    /// Nothing is different.
    Nothing,
    /// The content has errors; the last good site stays.
    Failed(Diagnostics),
    /// A newer change came in; it has to be applied next.
    Stopped,
    /// The output is up to date.
    Done(Box<Report>),
}

/// What a change made.
#[derive(Debug, Default)]
pub struct Report {
    /// What the site holds, and how many pages were drawn.
    pub counts: Counts,
    /// Files that were written, unchanged, removed.
    pub summary: Summary,
    /// Remarks that are no errors.
    pub found: Diagnostics,
    /// Site paths of files that are new or different.
    pub changed: Vec<String>,
    /// Site paths of files that the site has no more.
    pub gone: Vec<String>,
    /// Changes of the ledger.
    pub ledger: Vec<crate::site::ledger::Change>,
}

/// Told as soon as pages can be served, before they are on the disk.
pub trait Audience: Sync {
    /// Files of pages that somebody looks at; they are made first.
    fn viewed(&self) -> Vec<String> {
        Vec::new()
    }

    /// These files can be served in their new form.
    fn ready(&self, _files: &[String]) {}

    /// So much of the slow work is done.
    fn progress(&self, _stage: Stage, _done: usize, _all: usize) {}

    /// Files that are being written right now, and are named as changed when they are complete.
    fn writing(&self) -> BTreeSet<String> {
        BTreeSet::new()
    }

    /// True when a newer change is known, so that going on is useless.
    fn is_stale(&self) -> bool {
        false
    }
}

/// Nobody listens.
impl Audience for () {}

/// A site that is kept up to date.
pub struct Session {
    request: Request,
    cache: Cache,
    /// Stands for the program, see [`Keys::parse`].
    program: String,
    known: Known,
    last: Option<Last>,
    /// The last site cannot serve for the quick way: something failed or was stopped since.
    is_dirty: bool,
    /// The last look at the content found errors.
    has_failed: bool,
    /// The last look left files aside that were being written.
    has_left: bool,
    /// The keys on the disk are those of the last site.
    is_noted: bool,
    published: Arc<Published>,
}

/// The site as it was made last.
pub(super) struct Last {
    pub(super) checked: Checked,
    pub(super) studio: Studio,
    pub(super) output: Output,
    pub(super) found: Diagnostics,
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
    fn show_drafts(
        &mut self,
        has_drafts: bool,
        done: &Keys,
        found: &mut Diagnostics,
    ) -> (Option<Box<Checked>>, Vec<String>) {
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
            let (studio, problems) = Studio::new(checked);
            found.extend(problems);
            if let Some(studio) = studio {
                found.extend(make::drafts(checked, &studio, &self.cache, done, &drafts));
            }
        }
        (checked.map(Box::new), self.published.show_drafts(drafts))
    }

    /// Brings the output up to date.
    pub fn apply(&mut self, changes: &Changes, disk: &mut Disk, audience: &dyn Audience) -> Applied {
        if let Changes::Files(paths) = changes {
            self.known.forget(paths);
            if !self.is_dirty
                && !is_half_written(paths, &audience.writing())
                && let Some(applied) = self.quickly(paths, disk, audience)
            {
                return applied;
            }
            self.glimpse(paths, audience);
        }
        let writing = audience.writing();
        if matches!(changes, Changes::Everything) && writing.is_empty() && self.stands(disk) {
            return Applied::Nothing;
        }
        self.has_left = !writing.is_empty();
        self.known.leave(writing);
        self.wholly(disk, audience)
    }

    /// True when everything that a look at the whole site would read looks as it did, and so does all that was made.
    fn stands(&self, disk: &Disk) -> bool {
        let Some(last) = self.last.as_ref().filter(|_| !self.is_dirty && !self.has_left) else {
            return false;
        };
        let checked = &last.checked;
        checked.site.frame.today == self.request.today
            && standing::looks_as(checked, &self.request)
            && standing::all_stand(disk)
    }

    /// The viewed pages in an edited theme, for the preview only.
    fn glimpse(&self, paths: &BTreeSet<String>, audience: &dyn Audience) {
        let Some(last) = self.last.as_ref().filter(|_| !self.is_dirty) else {
            return;
        };
        let shown = Tee::ahead(&self.published);
        glimpse::make(paths, last, &self.request, &audience.viewed(), &shown);
        let taken = shown.taken();
        if !taken.is_empty() {
            audience.ready(&taken);
        }
    }

    /// The pages of entries whose files changed. None when the whole site has to be looked at.
    fn quickly(&mut self, paths: &BTreeSet<String>, disk: &mut Disk, audience: &dyn Audience) -> Option<Applied> {
        let last = self.last.as_mut()?;
        let quick = quick::read(paths, last)?;
        if quick.is_empty() {
            quick.settle(last, &mut self.known);
            return Some(Applied::Nothing);
        }
        let tee = Tee::new(disk, &self.published);
        let made = quick.make(last, &tee);
        if !made.found.is_empty() {
            self.is_dirty = true;
            self.published.forget();
            disk.abort();
            return None;
        }
        audience.ready(&made.changed);
        if !quick.is_exact() {
            // What was made stays visible until the whole site has been looked at; nothing of it is on the disk.
            self.is_dirty = true;
            disk.abort();
            return None;
        }
        let report = Report {
            counts: Counts {
                drawn: made.drawn,
                ..last.output.counts
            },
            changed: made.changed.clone(),
            ..Report::default()
        };
        if !self.forget_keys(disk) {
            disk.abort();
            self.is_dirty = true;
            return None;
        }
        let summary = match disk.finish_changes(&BTreeSet::new(), &[]) {
            Ok(summary) => summary,
            Err(found) => return Some(self.fail(found)),
        };
        // Only now: a key says that its file stands there.
        let last = self.last.as_mut()?;
        for (path, key) in &made.keys {
            last.output.keys.set(path, *key);
        }
        quick.settle(last, &mut self.known);
        self.published.settle(None);
        let found = last.found.clone();
        Some(Applied::Done(Box::new(Report {
            summary,
            found,
            ..report
        })))
    }

    /// Looks at the whole site; only what differs is made.
    fn wholly(&mut self, disk: &mut Disk, audience: &dyn Audience) -> Applied {
        self.is_dirty = true;
        let (checked, mut found) = check_again(&self.request, &mut self.known);
        let Some(mut checked) = checked.filter(|_| !diag::has_errors(&found, self.request.strictness)) else {
            return self.fail(found);
        };
        let noted = match &self.last {
            Some(_) => Keys::default(),
            None => self.noted_keys(),
        };
        let old = self.last.as_ref().map_or(&noted, |last| &last.output.keys);
        let first = audience.viewed();
        let tee = Tee::new(disk, &self.published).only(&first);
        let stop = || audience.is_stale();
        let order = Order {
            cache: Some(&self.cache),
            old: Some(old),
            first: &first,
            stop: Some(&stop),
            ready: Some(&|| audience.ready(&tee.taken())),
            progress: Some(&|stage, done, all| audience.progress(stage, done, all)),
        };
        // At the start nobody looks yet; later somebody may wait, and a small picture serves until the right ones are there.
        let developed = match &self.last {
            None => Some(super::develop(&mut checked, &order, &tee)),
            Some(_) => {
                self.glance(&mut checked, &order);
                None
            }
        };
        let (studio, problems) = Studio::new(&checked);
        found.extend(problems);
        let Some(studio) = studio else {
            return self.fail(found);
        };
        let (output, problems) = make::all((&checked, &studio), &order, developed, &tee);
        found.extend(problems);
        if output.is_stopped {
            disk.abort();
            return Applied::Stopped;
        }
        diag::sort(&mut found);
        if diag::has_errors(&found, self.request.strictness) {
            disk.abort();
            return self.fail(found);
        }
        let mut report = Report {
            counts: output.counts,
            changed: output.keys.different(old).map(str::to_string).collect(),
            gone: old.without(&output.keys).map(str::to_string).collect(),
            ledger: checked.changes.clone(),
            ..Report::default()
        };
        let (drafts, shown) = self.show_drafts(checked.has_drafts, &output.keys, &mut found);
        report.changed.extend(shown);
        let fresh = Last {
            checked,
            studio,
            output,
            found,
            drafts,
        };
        self.take_over(fresh, report, disk)
    }

    /// New pictures get a small one in their place, for the server alone, until their sizes are made.
    fn glance(&self, checked: &mut Checked, order: &Order<'_>) {
        let shown = Tee::ahead(&self.published);
        let room = Darkroom {
            media: &checked.media,
            tree: &checked.tree,
            order,
            sink: &shown,
        };
        let tones = room.glance();
        checked.media.tint(&tones);
    }

    /// What was made becomes the site.
    fn take_over(&mut self, mut fresh: Last, mut report: Report, disk: &mut Disk) -> Applied {
        let ledgers = ledgers(&fresh.checked, &self.request.root);
        if !self.forget_keys(disk) {
            disk.abort();
            return self.fail(fresh.found);
        }
        report.summary = match disk.finish(&ledgers) {
            Ok(summary) => summary,
            Err(problems) => return self.fail(problems),
        };
        fresh.found.extend(report.summary.warnings());
        let is_same = report.changed.is_empty()
            && report.gone.is_empty()
            && ledgers.is_empty()
            && report.summary.written + report.summary.removed == 0
            && !self.has_failed
            && self.last.as_ref().is_some_and(|last| last.found == fresh.found);
        report.found.clone_from(&fresh.found);
        // From now on this is what has been handed out; a ledger that lacks one of its codes is a mistake.
        self.request.published = Some(fresh.checked.ledger.codes_json());
        self.published.settle(Some(fresh.output.keys.clone()));
        self.last = Some(fresh);
        self.is_dirty = false;
        self.has_failed = false;
        match is_same {
            true => Applied::Nothing,
            false => Applied::Done(Box::new(report)),
        }
    }

    fn fail(&mut self, found: Diagnostics) -> Applied {
        self.is_dirty = true;
        self.has_failed = true;
        self.published.forget();
        Applied::Failed(found)
    }

    fn noted_keys(&self) -> Keys {
        let text = self.cache.keys();
        text.map_or_else(Keys::default, |text| Keys::parse(&text, &self.program))
    }

    /// Before files are replaced; a disk that has failed already will replace none. False when it must not go on.
    fn forget_keys(&mut self, disk: &Disk) -> bool {
        self.is_noted = false;
        disk.is_stopped() || self.cache.forget_keys()
    }

    /// To be called when nothing is to be done, and at the end: notes what was made, so that the next program makes
    /// only what differs.
    pub fn rest(&mut self) {
        if let Some(last) = self.last.as_ref().filter(|_| !self.is_noted && !self.is_dirty) {
            self.cache.put_keys(&last.output.keys.to_text(&self.program));
            self.is_noted = true;
        }
    }
}

/// True when an entry of the changed files has another file that is being written.
fn is_half_written(changed: &BTreeSet<String>, writing: &BTreeSet<String>) -> bool {
    let entry = |path: &String| path.splitn(4, '/').take(3).map(str::to_string).collect::<Vec<_>>();
    writing
        .iter()
        .any(|one| changed.iter().any(|other| entry(one) == entry(other)))
}
