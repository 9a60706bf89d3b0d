//! Watching without events: all files are looked at again and again.
//!
//! Entry point: [`Poll::start`]. Invariant: the pause after a look is 150 times as long as a look usually takes and twelve
//! seconds at the most, or as long as the look itself where that takes longer; a single slow look does not count as usual.
#![expect(clippy::disallowed_methods, reason = "folders are listed and the clock is read here")]

use super::pending::{Sample, Seen};
use super::scope::{Interest, Scope};
use super::shared::{Shared, sample};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

/// The pause after a look, as a multiple of the time that the look takes; [`LONGEST`] limits it.
const SHARE: u32 = 150;
/// The longest pause: ten thousand entries cost less than three hundredths of a core with it. Where a look itself takes
/// longer, as on a slow share of a network, the pause is as long as the look.
const LONGEST: Duration = Duration::from_secs(12);
/// Between the two looks that tell whether a file is complete. Shares of a network tell sizes late.
const PAUSE: Duration = Duration::from_millis(150);

/// A thread that looks; it ends with this value.
pub(super) struct Poll {
    _ends: Sender<()>,
}

impl Poll {
    pub(super) fn start(shared: &Arc<Shared>, every: Duration) -> Self {
        let (ends, end) = channel();
        let weak = Arc::downgrade(shared);
        std::thread::spawn(move || {
            let mut known: Option<Samples> = None;
            let mut usual = None;
            while let Some(took) = look(&weak, &mut known) {
                let wait = pause(every, took, &mut usual);
                if !matches!(end.recv_timeout(wait), Err(RecvTimeoutError::Timeout)) {
                    break;
                }
            }
        });
        Self { _ends: ends }
    }
}

/// How long to wait after a look that took so long. A single slow one tells of a busy machine, not of a larger site.
fn pause(every: Duration, took: Duration, usual: &mut Option<Duration>) -> Duration {
    let look = usual.map_or(took, |usual| took.min(usual.saturating_mul(2)));
    *usual = Some(look);
    let wait = look.saturating_mul(SHARE).min(LONGEST.max(look));
    every.max(wait)
}

/// Every file and how it looks, in the order in which the system lists them.
type Samples = Vec<(PathBuf, Sample)>;

/// Looks once, tells the differences, returns how long it took; none when nobody listens any more.
fn look(shared: &Weak<Shared>, known: &mut Option<Samples>) -> Option<Duration> {
    let scope = shared.upgrade()?.lock().scope.clone();
    let start = Instant::now();
    let mut found = Samples::with_capacity(known.as_ref().map_or(0, Vec::len));
    for folder in scope.folders() {
        walk(&scope, folder, &mut |path, item| {
            let sample = match item.metadata() {
                Ok(meta) if !meta.is_symlink() => meta.modified().ok().map(|modified| (meta.len(), modified)),
                _ => sample(&scope.root.join(&path)),
            };
            found.push((path, sample));
        });
    }
    let shared = shared.upgrade()?;
    match known.take() {
        // What happened before this first look is unknown.
        None => shared.everything(),
        Some(known) => shared.see(differences(&known, &found)),
    }
    *known = Some(found);
    Some(start.elapsed())
}

/// What goes, comes or looks otherwise, by path. Nearly always nothing does, and then the system lists the same files in the
/// same order: sorting them each time would cost as much as looking at them.
fn differences(known: &Samples, found: &Samples) -> Vec<(PathBuf, Seen)> {
    let is_same =
        |((a, was), (b, is)): (&(PathBuf, Sample), &(PathBuf, Sample))| was == is && a.as_os_str() == b.as_os_str();
    if known.len() == found.len() && known.iter().zip(found).all(is_same) {
        return Vec::new();
    }
    let of = |all: &Samples| -> BTreeMap<PathBuf, Sample> { all.iter().cloned().collect() };
    let (known, found) = (of(known), of(found));
    let gone = known.keys().filter(|path| !found.contains_key(*path));
    let gone = gone.map(|path| (path.clone(), Seen::Noticed(None, PAUSE)));
    let changed = found.iter().filter(|(path, sample)| known.get(*path) != Some(*sample));
    let changed = changed.map(|(path, sample)| (path.clone(), Seen::Noticed(*sample, PAUSE)));
    gone.chain(changed).collect()
}

/// Every file that means something below a folder, and the links to files.
pub(super) fn list(scope: &Scope, folder: &Path, each: &mut dyn FnMut(PathBuf)) {
    walk(scope, folder, &mut |path, _| each(path));
}

fn walk(scope: &Scope, folder: &Path, each: &mut dyn FnMut(PathBuf, &std::fs::DirEntry)) {
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        let Ok(items) = std::fs::read_dir(scope.root.join(&folder)) else {
            continue;
        };
        for item in items.flatten() {
            let path = folder.join(item.file_name());
            if scope.interest(&path) != Interest::Inside {
                continue;
            }
            match item.file_type() {
                Ok(kind) if kind.is_dir() => open.push(path),
                Ok(_) => each(path, &item),
                Err(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn one_slow_look_does_not_make_anybody_wait_longer_than_twelve_seconds() {
        let (every, mut usual) = (Duration::from_secs(1), None);
        let ms = Duration::from_millis;
        let mut after = |took| pause(every, took, &mut usual);
        assert_eq!(after(ms(5)), every);
        assert_eq!(after(ms(20)), ms(1500));
        assert_eq!(after(ms(20)), ms(3000));
        assert_eq!(after(ms(900)), ms(6000), "a busy machine, not a larger site");
        assert_eq!(after(ms(900)), LONGEST);
        assert_eq!(after(ms(5)), every);
        // A share of a network that is always slow is not asked all the time.
        for _ in 0..20 {
            after(ms(15000));
        }
        assert_eq!(after(ms(15000)), ms(15000));
    }

    #[test]
    fn what_came_went_or_changed_is_told_and_nothing_else() {
        let at = |second| Some((1, SystemTime::UNIX_EPOCH + Duration::from_secs(second)));
        let all = |files: &[(&str, u64)]| -> Samples { files.iter().map(|(p, s)| (p.into(), at(*s))).collect() };
        let known = all(&[("a", 1), ("b", 1), ("c", 1), ("e", 1)]);
        let found = all(&[("b", 1), ("c", 2), ("d", 1)]);
        let told = |path: &str, sample| (PathBuf::from(path), Seen::Noticed(sample, PAUSE));
        let wanted = [told("a", None), told("e", None), told("c", at(2)), told("d", at(1))];
        assert_eq!(differences(&known, &found), wanted);
        assert_eq!(differences(&found, &found), []);
        let turned: Samples = found.iter().rev().cloned().collect();
        assert_eq!(differences(&found, &turned), [], "another order is no change");
    }
}
