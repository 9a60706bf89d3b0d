//! The moments at which a build can be stopped, so that tests can stop it there.
//!
//! Entry point: [`Step`], [`Steps`]. Invariant: without a hook nothing happens here; with one, it is asked after the
//! named thing has been done.

use std::fmt;
use std::io;
use std::sync::Arc;

/// What has just been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The n-th file (from 1) lies in the stage.
    Staged(usize),
    /// The intent is on the disk: from here on the build is completed, not undone, by the next run.
    IntentWritten,
    /// The lock files are written.
    LockFileWritten,
    /// The n-th file or new folder (from 1) has taken its place.
    Renamed(usize),
    /// The n-th file (from 1) that no longer belongs to the site is gone.
    Deleted(usize),
    /// A killed build is being completed, and the manifest without what was lost of it waits.
    Healed,
    /// The new manifest is in force.
    ManifestWritten,
}

impl Step {
    /// Reads `stage:3`, `intent`, `ledger`, `rename:1`, `delete:2`, `healed`, `manifest`; a missing number means 1.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, number) = match text.split_once(':') {
            Some((name, number)) => (name, number.parse().ok().filter(|n| *n > 0)?),
            None => (text, 1),
        };
        Some(match name {
            "stage" => Step::Staged(number),
            "intent" => Step::IntentWritten,
            "ledger" => Step::LockFileWritten,
            "rename" => Step::Renamed(number),
            "delete" => Step::Deleted(number),
            "healed" => Step::Healed,
            "manifest" => Step::ManifestWritten,
            _ => return None,
        })
    }
}

/// How a hook ends a build.
#[derive(Debug)]
pub enum Halt {
    /// As if the process had been killed: nothing is tidied up.
    Kill,
    /// As if the file system had failed.
    Fail(io::Error),
}

/// What [`Steps`] asks.
pub type StepHook = dyn Fn(Step) -> Result<(), Halt> + Send + Sync;

/// The hook that is asked after each step; usually none.
#[derive(Clone, Default)]
pub struct Steps(Option<Arc<StepHook>>);

impl Steps {
    /// Asks this function after each step.
    pub fn ask(hook: impl Fn(Step) -> Result<(), Halt> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(hook)))
    }

    pub(super) fn reach(&self, step: Step) -> Result<(), Halt> {
        self.0.as_ref().map_or(Ok(()), |hook| hook(step))
    }
}

impl fmt::Debug for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Steps(hook)" } else { "Steps" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_read_from_words() {
        assert_eq!(Step::parse("stage:12"), Some(Step::Staged(12)));
        assert_eq!(Step::parse("rename"), Some(Step::Renamed(1)));
        assert_eq!(Step::parse("intent"), Some(Step::IntentWritten));
        assert_eq!(Step::parse("ledger"), Some(Step::LockFileWritten));
        assert_eq!(Step::parse("delete:2"), Some(Step::Deleted(2)));
        assert_eq!(Step::parse("healed"), Some(Step::Healed));
        assert_eq!(Step::parse("manifest"), Some(Step::ManifestWritten));
        for wrong in ["", "stage:0", "stage:x", "paint"] {
            assert_eq!(Step::parse(wrong), None, "{wrong}");
        }
    }
}
