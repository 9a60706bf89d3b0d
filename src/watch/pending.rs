//! What has been seen at paths and when it may be told: half-written files wait, bursts are gathered.
//!
//! Entry point: [`Pending::see`], [`Pending::take`]. Invariant: no clock and no file system in here, both are handed
//! in; what is held is bounded, beyond the bound it becomes "everything".

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// Length and time of the last change; none when there is no file.
pub(super) type Sample = Option<(u64, SystemTime)>;

/// More paths than this are everything.
pub(super) const MOST_PATHS: usize = 1000;
/// Silence after the last settled file that ends a burst, and how long a burst may keep others waiting.
const GATHER: (Duration, Duration) = (Duration::from_millis(5), Duration::from_millis(60));
/// How long those that came wait for those that went: both halves of a rename are one change.
const GATHER_LEFT: Duration = Duration::from_millis(150);
/// The same as for a burst, for everything: a walk in the middle of a mass change would only have to be done again.
const GATHER_ALL: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(1));
/// A file that has gone may come back at once: editors move the old one aside and write anew.
const COME_BACK: Duration = Duration::from_millis(80);
/// Silence after which a file that nobody closed is looked at.
const LONG_OPEN: Duration = Duration::from_secs(3);
/// The pause between two looks at such a file, and at one that was emptied.
const LOOKS: Duration = Duration::from_millis(120);

/// What was seen at a path. Only Linux says what a writer does; others notice something, and `Noticed` is all they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "told by Linux only"))]
pub(super) enum Seen {
    /// A new file, whose writer will close it.
    Created,
    /// Written to; the writer will close it.
    Writing,
    /// Complete: closed by its writer, or moved here.
    Complete,
    /// Closed, and empty: some programs empty a file, close it, and write it a moment later.
    Emptied,
    /// Deleted or moved away.
    Left,
    /// Nothing says whether it is complete: two equal looks, this far apart, settle it.
    Noticed(Sample, Duration),
}

enum Stage {
    Settled,
    Left,
    /// The last look and the time to the next one.
    Looking(Option<Sample>, Duration),
}

struct File {
    stage: Stage,
    due: Instant,
    /// It came into being since the last hint: when it goes again nothing has happened.
    new: bool,
}

impl File {
    fn is_leaving(&self) -> bool {
        matches!(self.stage, Stage::Left | Stage::Looking(Some(None), _))
    }
}

/// What may be told now.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ready {
    Files(BTreeSet<PathBuf>),
    Everything,
    /// Nothing before this moment, unless something else is seen.
    Wait(Option<Instant>),
}

/// What has been seen and not yet told.
#[derive(Default)]
pub(super) struct Pending {
    files: BTreeMap<PathBuf, File>,
    everything: Option<Instant>,
    last_seen: Option<Instant>,
    /// When the first and the last of the files that are settled became so.
    settled: Option<(Instant, Instant)>,
}

impl Pending {
    /// Something was seen at a path.
    pub(super) fn see(&mut self, path: PathBuf, seen: Seen, now: Instant) {
        self.last_seen = Some(now);
        let known = self.files.get(&path);
        let new = known.map_or(seen == Seen::Created, |f| f.new);
        let (stage, wait) = match seen {
            Seen::Created | Seen::Writing => (Stage::Looking(None, LOOKS), LONG_OPEN),
            Seen::Complete => (Stage::Settled, Duration::ZERO),
            Seen::Emptied => (Stage::Looking(None, LOOKS), LOOKS),
            Seen::Left if new => {
                self.files.remove(&path);
                return;
            }
            Seen::Left => (Stage::Left, COME_BACK),
            Seen::Noticed(sample, pause) => {
                let pause = if sample.is_none() { COME_BACK.max(pause) } else { pause };
                (Stage::Looking(Some(sample), pause), pause)
            }
        };
        if matches!(stage, Stage::Settled) {
            self.note_settled(now);
        }
        let due = now + wait;
        self.files.insert(path, File { stage, due, new });
        if self.files.len() > MOST_PATHS {
            self.everything(now);
        }
    }

    /// Anything may have changed.
    pub(super) fn everything(&mut self, now: Instant) {
        self.last_seen = Some(now);
        self.everything.get_or_insert(now);
        self.files.retain(|_, f| matches!(f.stage, Stage::Looking(..)));
        // Whoever looks at everything sees them, half written as they are: that they go is news then.
        self.files.values_mut().for_each(|file| file.new = false);
        if self.files.len() > MOST_PATHS {
            // Their end will be seen as well.
            self.files.clear();
        }
        self.settled = None;
    }

    /// Paths that are being written, or may be.
    pub(super) fn unsettled(&self) -> impl Iterator<Item = &Path> {
        let looking = |f: &File| matches!(f.stage, Stage::Looking(..));
        self.files
            .iter()
            .filter(move |(_, f)| looking(f))
            .map(|(path, _)| &**path)
    }

    /// What may be told now; it is forgotten here. `look` samples a path.
    pub(super) fn take(&mut self, now: Instant, look: &dyn Fn(&Path) -> Sample) -> Ready {
        self.settle(now, look);
        if let Some(since) = self.everything {
            let quiet = self.last_seen.unwrap_or(since) + GATHER_ALL.0;
            let at = quiet.min(since + GATHER_ALL.1);
            if at > now {
                return Ready::Wait(Some(at));
            }
            self.everything = None;
            self.forget_settled();
            return Ready::Everything;
        }
        let next = self.files.values().filter(|f| !matches!(f.stage, Stage::Settled));
        let next = next.map(|f| f.due).min();
        let Some((first, last)) = self.settled else {
            return Ready::Wait(next);
        };
        let leaving = self.files.values().filter(|f| f.is_leaving()).map(|f| f.due).max();
        let at = match leaving {
            Some(due) => due.max(last + GATHER.0).min(first + GATHER_LEFT),
            None => (last + GATHER.0).min(first + GATHER.1),
        };
        if at > now {
            return Ready::Wait(Some(next.map_or(at, |n| n.min(at))));
        }
        let files = self.forget_settled();
        match files.is_empty() {
            // It went again, or is written again.
            true => Ready::Wait(next),
            false => Ready::Files(files),
        }
    }

    /// Takes the settled files out.
    fn forget_settled(&mut self) -> BTreeSet<PathBuf> {
        let settled = |_: &PathBuf, f: &mut File| matches!(f.stage, Stage::Settled);
        self.settled = None;
        self.files.extract_if(.., settled).map(|(path, _)| path).collect()
    }

    /// Looks at the files whose time has come.
    fn settle(&mut self, now: Instant, look: &dyn Fn(&Path) -> Sample) {
        let mut any = false;
        for (path, file) in self.files.iter_mut().filter(|(_, f)| f.due <= now) {
            match file.stage {
                Stage::Settled => {}
                Stage::Left => {
                    file.stage = Stage::Settled;
                    any = true;
                }
                Stage::Looking(before, pause) => {
                    let sample = look(path);
                    if before == Some(sample) {
                        file.stage = Stage::Settled;
                        any = true;
                    } else {
                        file.stage = Stage::Looking(Some(sample), pause);
                        file.due = now + pause;
                    }
                }
            }
        }
        if any {
            self.note_settled(now);
        }
    }

    fn note_settled(&mut self, now: Instant) {
        let first = self.settled.map_or(now, |(first, _)| first);
        self.settled = Some((first, now));
    }
}

#[cfg(test)]
#[path = "pending_tests.rs"]
mod tests;
