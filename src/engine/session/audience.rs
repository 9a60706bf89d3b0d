//! What a session is told, what it answers, and who listens while it works.
//!
//! Entry point: [`Changes`], [`Applied`], [`Audience`]. Invariant: data and questions; nothing here does anything.

use crate::diag::Diagnostics;
use crate::engine::Counts;
use crate::engine::make::Stage;
use crate::output::Summary;
use std::collections::BTreeSet;

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
    /// What looks like mistakes may only be that these files are still being written; all is looked at again when they are
    /// complete.
    Waits(BTreeSet<String>),
    /// A newer change came in; it has to be applied next, and what this one was about is done then.
    Stopped,
    /// A newer change came in before it was known whether anything is different; to be applied again after that one.
    PutOff,
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

    /// How far the slow work is: how many are done, and of how many.
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
