//! Who wants which path: finds two artifacts for one place, whichever thread comes first.
//!
//! Entry point: [`Claims`]. Invariant: paths are compared as Windows and macOS would (composed, without regard to
//! capital letters), each place is a file or a folder, and every folder is spelled in one way.

use foldhash::quality::FixedState;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::hash::BuildHasher;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::manifest::Checksum;
use super::path::fold;
use crate::diag::Diagnostic;
use crate::diag::codes::output as codes;

/// More shards than threads, so that two threads seldom wait for each other.
const SHARDS: usize = 64;

/// A file that somebody wants.
#[derive(Debug)]
pub(super) struct Wanted<T> {
    /// The path as it was asked for.
    pub(super) path: Box<str>,
    /// Of its bytes.
    pub(super) sum: Checksum,
    /// What became of it; none until known.
    pub(super) fate: Option<T>,
}

/// What is known of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Folder {
    /// It was in the output folder before this build.
    pub(super) on_disk: bool,
    /// It exists in the stage.
    pub(super) staged: bool,
}

#[derive(Debug)]
enum Claim<T> {
    File(Wanted<T>),
    Folder(Box<str>, Folder),
}

/// The answer to a claim on a file.
#[derive(Debug, PartialEq)]
pub(super) enum Answer {
    /// Go ahead.
    Yours,
    /// The same bytes are there already or on their way.
    Same,
}

/// All claims of one build.
#[derive(Debug)]
pub(super) struct Claims<T> {
    shards: Vec<Mutex<Shard<T>>>,
}

/// Claims by the hash of their folded path: comparing numbers is far quicker than comparing long paths that begin
/// alike. Where two paths share a hash, the later one takes the next free number.
type Shard<T> = BTreeMap<u64, Claim<T>>;

/// The shard of a path, held, and its number in there.
struct Held<'a, T> {
    shard: MutexGuard<'a, Shard<T>>,
    at: u64,
}

impl<T> Held<'_, T> {
    fn get(&self) -> Option<&Claim<T>> {
        self.shard.get(&self.at)
    }

    fn entry(&mut self) -> Entry<'_, u64, Claim<T>> {
        self.shard.entry(self.at)
    }
}

impl<T> Claim<T> {
    fn path(&self) -> &str {
        match self {
            Claim::File(wanted) => &wanted.path,
            Claim::Folder(path, _) => path,
        }
    }
}

impl<T> Claims<T> {
    pub(super) fn new() -> Self {
        Self {
            shards: (0..SHARDS).map(|_| Mutex::default()).collect(),
        }
    }

    fn hold(&self, path: &str) -> Held<'_, T> {
        let key = fold(path);
        let at = FixedState::default().hash_one(&*key);
        let shard = usize::try_from(at % SHARDS as u64).unwrap_or(0);
        let shard = self.shards[shard].lock().unwrap_or_else(PoisonError::into_inner);
        let at = number(&shard, at, &key);
        Held { shard, at }
    }

    /// What is known of a folder that `for_file` needs; none if nobody asked for it yet.
    pub(super) fn folder(&self, path: &str, for_file: &str) -> Result<Option<Folder>, Diagnostic> {
        match self.hold(path).get() {
            None => Ok(None),
            Some(Claim::Folder(spelled, folder)) if **spelled == *path => Ok(Some(*folder)),
            Some(Claim::Folder(spelled, _)) => Err(collide(path, spelled)),
            Some(Claim::File(wanted)) => Err(file_and_folder(&wanted.path, for_file)),
        }
    }

    /// The first file below a folder, for a message.
    fn first_inside(&self, folder: &str) -> Option<Box<str>> {
        let inside = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let mut first: Option<Box<str>> = None;
        for shard in &self.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            for claim in shard.values() {
                if let Claim::File(wanted) = claim
                    && inside(&wanted.path)
                    && first.as_ref().is_none_or(|known| wanted.path < *known)
                {
                    first = Some(wanted.path.clone());
                }
            }
        }
        first
    }

    /// Claims a folder, or notes what has become known of it.
    pub(super) fn set_folder(&self, path: &str, folder: Folder, for_file: &str) -> Result<(), Diagnostic> {
        match self.hold(path).entry() {
            Entry::Vacant(place) => {
                place.insert(Claim::Folder(path.into(), folder));
                Ok(())
            }
            Entry::Occupied(mut place) => match place.get_mut() {
                Claim::Folder(spelled, known) if **spelled == *path => {
                    known.staged |= folder.staged;
                    Ok(())
                }
                Claim::Folder(spelled, _) => Err(collide(path, spelled)),
                Claim::File(wanted) => Err(file_and_folder(&wanted.path, for_file)),
            },
        }
    }

    /// Claims a file. Its folders are claimed by the caller.
    pub(super) fn file(&self, path: &str, sum: Checksum) -> Result<Answer, Diagnostic> {
        let folder = match self.hold(path).entry() {
            Entry::Vacant(place) => {
                place.insert(Claim::File(Wanted {
                    path: path.into(),
                    sum,
                    fate: None,
                }));
                return Ok(Answer::Yours);
            }
            Entry::Occupied(place) => match place.get() {
                Claim::File(wanted) if *wanted.path != *path => return Err(collide(path, &wanted.path)),
                Claim::File(wanted) if wanted.sum == sum => return Ok(Answer::Same),
                Claim::File(_) => return Err(Diagnostic::new(codes::WRITTEN_TWICE).with("path", path)),
                Claim::Folder(spelled, _) => spelled.clone(),
            },
        };
        let inside = self.first_inside(&folder).unwrap_or(folder);
        Err(file_and_folder(path, &inside))
    }

    /// Notes what became of a claimed file.
    pub(super) fn settle(&self, path: &str, fate: T) {
        if let Entry::Occupied(mut place) = self.hold(path).entry()
            && let Claim::File(wanted) = place.get_mut()
        {
            wanted.fate = Some(fate);
        }
    }

    /// Every path that is wanted as a file.
    pub(super) fn files(&self) -> Vec<Box<str>> {
        let mut files = Vec::new();
        for shard in &self.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            files.extend(shard.values().filter_map(|claim| match claim {
                Claim::File(wanted) => Some(wanted.path.clone()),
                Claim::Folder(..) => None,
            }));
        }
        files
    }

    /// True when this very path is wanted as a file.
    pub(super) fn has_file(&self, path: &str) -> bool {
        matches!(self.hold(path).get(), Some(Claim::File(wanted)) if *wanted.path == *path)
    }

    /// The path that is wanted at this place, perhaps in another spelling.
    pub(super) fn spelled(&self, path: &str) -> Option<Box<str>> {
        match self.hold(path).get() {
            Some(Claim::File(wanted)) => Some(wanted.path.clone()),
            Some(Claim::Folder(spelled, _)) => Some(spelled.clone()),
            None => None,
        }
    }

    /// True when this path is wanted as a folder.
    pub(super) fn has_folder(&self, path: &str) -> bool {
        matches!(self.hold(path).get(), Some(Claim::Folder(..)))
    }

    /// All wanted files and all folders that were not on the disk, each sorted by path; empty afterwards.
    pub(super) fn take(&mut self) -> (Vec<Wanted<T>>, Vec<Box<str>>) {
        let mut shards: Vec<&mut Shard<T>> = self.shards.iter_mut().map(unlocked).collect();
        let claims = || shards.iter().flat_map(|shard| shard.values());
        // Lists of a site of a whole country that grow by doubling would take twice the memory for a moment.
        let mut files = Vec::with_capacity(claims().filter(|claim| matches!(claim, Claim::File(_))).count());
        let mut new_folders = Vec::new();
        for shard in &mut shards {
            for (_, claim) in std::mem::take(*shard) {
                match claim {
                    Claim::File(wanted) => files.push(wanted),
                    Claim::Folder(path, folder) if !folder.on_disk => new_folders.push(path),
                    Claim::Folder(..) => {}
                }
            }
        }
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        new_folders.sort_unstable();
        (files, new_folders)
    }
}

fn unlocked<T>(shard: &mut Mutex<Shard<T>>) -> &mut Shard<T> {
    shard.get_mut().unwrap_or_else(PoisonError::into_inner)
}

/// The number of a folded path whose hash is `at`: its own, or the next that is free.
fn number<T>(shard: &Shard<T>, mut at: u64, key: &str) -> u64 {
    while shard.get(&at).is_some_and(|other| fold(other.path()) != key) {
        at = at.wrapping_add(1);
    }
    at
}

/// Names both paths in one order, so that the message does not depend on which thread was first.
fn collide(a: &str, b: &str) -> Diagnostic {
    Diagnostic::new(codes::PATHS_COLLIDE)
        .with("path", a.min(b))
        .with("other", a.max(b))
}

fn file_and_folder(file: &str, inside: &str) -> Diagnostic {
    Diagnostic::new(codes::FILE_AND_FOLDER)
        .with("path", file)
        .with("other", inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_paths_with_the_same_hash_are_kept_apart() {
        let folder = Folder {
            on_disk: false,
            staged: false,
        };
        let mut shard: Shard<()> = BTreeMap::new();
        for (path, at) in [("A", u64::MAX), ("b", 0)] {
            assert_eq!(number(&shard, u64::MAX, &fold(path)), at);
            shard.insert(at, Claim::Folder(path.into(), folder));
        }
        assert_eq!(number(&shard, u64::MAX, "a"), u64::MAX);
        assert_eq!(number(&shard, u64::MAX, "b"), 0);
        assert_eq!(number(&shard, u64::MAX, "c"), 1);
    }
}
