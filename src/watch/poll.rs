//! Watching without events: all files are looked at again and again.
//!
//! Entry point: [`Poll::start`]. Invariant: at most a sixtieth of the time is spent looking.
#![expect(clippy::disallowed_methods, reason = "folders are listed and the clock is read here")]

use super::pending::{Sample, Seen};
use super::scope::{Interest, Scope};
use super::shared::{Shared, sample};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

/// A look takes at most this share of the time.
const SHARE: u32 = 60;
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
            let mut known: Option<BTreeMap<PathBuf, Sample>> = None;
            while let Some(took) = look(&weak, &mut known) {
                let wait = every.max(took * SHARE);
                if !matches!(end.recv_timeout(wait), Err(RecvTimeoutError::Timeout)) {
                    break;
                }
            }
        });
        Self { _ends: ends }
    }
}

/// Looks once, tells the differences, returns how long it took; none when nobody listens any more.
fn look(shared: &Weak<Shared>, known: &mut Option<BTreeMap<PathBuf, Sample>>) -> Option<Duration> {
    let scope = shared.upgrade()?.lock().scope.clone();
    let start = Instant::now();
    let mut found = BTreeMap::new();
    for folder in scope.folders() {
        list(&scope, folder, &mut |path| {
            let sample = sample(&scope.root.join(&path));
            found.insert(path, sample);
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

fn differences(known: &BTreeMap<PathBuf, Sample>, found: &BTreeMap<PathBuf, Sample>) -> Vec<(PathBuf, Seen)> {
    let gone = known.keys().filter(|path| !found.contains_key(*path));
    let gone = gone.map(|path| (path.clone(), Seen::Noticed(None, PAUSE)));
    let changed = found.iter().filter(|(path, sample)| known.get(*path) != Some(*sample));
    let changed = changed.map(|(path, sample)| (path.clone(), Seen::Noticed(*sample, PAUSE)));
    gone.chain(changed).collect()
}

/// Every file that means something below a folder, and the links to files.
pub(super) fn list(scope: &Scope, folder: &Path, each: &mut dyn FnMut(PathBuf)) {
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
                Ok(_) => each(path),
                Err(_) => {}
            }
        }
    }
}
