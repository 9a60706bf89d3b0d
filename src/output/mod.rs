//! THE writer: a site of files that is replaced as a whole or not at all, and the cache of things that are slow to make.
//!
//! Entry point: [`Disk`] and [`Memory`], both a [`Sink`]; [`Cache`]. Invariant: only files that vanbia wrote and nobody
//! edited are ever replaced or removed; a failed build leaves the last site untouched and a killed one is healed by the
//! next.
//!
//! ```text
//! put  → compare with what is there → .vanbia/stage/…      nothing else changes
//! finish → manifest.new, new lock files, intent (synced)    from here on the next run completes it
//!        → lock files → assets and media → pages → deletions → manifest
//! ```
#![allow(clippy::disallowed_methods, reason = "the one place that writes")]

mod apply;
mod cache;
mod changes;
mod claims;
mod disk;
mod finish;
mod intent;
mod layout;
mod manifest;
mod memory;
mod open;
mod path;
mod recover;
mod step;
#[cfg(test)]
mod tests;
mod trouble;

use std::borrow::Cow;

pub use cache::Cache;
pub use disk::Disk;
pub use finish::{LockFile, Summary};
pub use layout::replace;
pub use memory::Memory;
pub use open::OpenRules;
pub use path::{LONGEST_PATH, check_path, fold};
pub use step::{Halt, Step, StepHook, Steps};

use crate::diag::Code;
use crate::diag::codes::output as codes;

/// Takes artifacts as they are made, from any thread. Findings are collected and come out at the end.
pub trait Sink: Sync {
    /// Takes one file. `path` is relative to the site, with `/`; see [`check_path`].
    fn put(&self, path: &str, bytes: Cow<'_, [u8]>);

    /// Says that a file of the last build is still wanted as it is. False if it is not there or was edited: then it has
    /// to be put.
    fn keep(&self, _path: &str) -> bool {
        false
    }

    /// True once the disk has failed: whatever is put from now on is ignored.
    fn is_stopped(&self) -> bool {
        false
    }
}

/// The exit code of the command for a finding of this area; none for codes of other areas.
pub fn exit_code(code: &Code) -> Option<u8> {
    if code == codes::LOCK_HELD {
        return Some(3);
    }
    match code.number {
        901..=908 => Some(2),
        909..=919 => Some(1),
        920..=929 => Some(3),
        _ => None,
    }
}
