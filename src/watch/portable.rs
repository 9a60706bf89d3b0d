//! Events as most systems give them: something happened at a path, nothing says when a file is complete.
//!
//! Entry point: [`Portable::start`]. Invariant: whether a file is complete is settled by two equal looks.

use super::Why;
use super::pending::{MOST_PATHS, Seen};
use super::poll::list;
use super::scope::{Interest, Scope};
use super::shared::{Shared, sample};
use notify::event::{Event, EventKind, ModifyKind};
use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

/// Between the two looks.
const PAUSE: Duration = Duration::from_millis(40);
/// The same for an empty file, which nearly always is about to be written.
const PAUSE_EMPTY: Duration = Duration::from_millis(120);

/// A watcher of the system.
pub(super) struct Portable {
    inner: Mutex<Inner>,
}

struct Inner {
    watcher: RecommendedWatcher,
    /// The gates that are watched.
    watched: BTreeSet<PathBuf>,
}

impl Portable {
    pub(super) fn start(shared: &Arc<Shared>) -> Result<Self, Why> {
        let weak = Arc::downgrade(shared);
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(move |event| handle(&weak, event), config).map_err(|e| why(&e))?;
        let inner = Inner {
            watcher,
            watched: BTreeSet::new(),
        };
        let portable = Self {
            inner: Mutex::new(inner),
        };
        portable.attach(shared, false);
        shared.everything();
        Ok(portable)
    }

    /// Watches the gates that are there and not yet watched; all of them `anew` when one may be another folder now.
    pub(super) fn attach(&self, shared: &Shared, anew: bool) {
        let scope = shared.lock().scope.clone();
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let is_there = |gate: &PathBuf| scope.root.join(gate).is_dir();
        let gates: BTreeSet<PathBuf> = scope.gates().into_iter().filter(is_there).collect();
        let stale = |gate: &PathBuf| anew || !gates.contains(gate);
        let stale: Vec<PathBuf> = inner.watched.iter().filter(|g| stale(g)).cloned().collect();
        for gate in stale {
            // A folder that has gone is no longer watched anyhow.
            let _ = inner.watcher.unwatch(&scope.root.join(&gate));
            inner.watched.remove(&gate);
        }
        for gate in gates.difference(&inner.watched.clone()) {
            let deep = match scope.folders().contains(gate) {
                true => RecursiveMode::Recursive,
                false => RecursiveMode::NonRecursive,
            };
            match inner.watcher.watch(&scope.root.join(gate), deep) {
                Ok(()) => {
                    inner.watched.insert(gate.clone());
                    shared.everything();
                }
                Err(error) if is_limit(&error) => shared.refuse(Why::LimitReached),
                // It went again; the next tick looks for it.
                Err(_) => {}
            }
        }
    }
}

fn why(error: &notify::Error) -> Why {
    match is_limit(error) {
        true => Why::LimitReached,
        false => Why::Failed(error.to_string()),
    }
}

/// Too many folders watched (28: no space), or too many files open (24, 23).
fn is_limit(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::MaxFilesWatch => true,
        ErrorKind::Io(error) => matches!(error.raw_os_error(), Some(23 | 24 | 28)) && cfg!(unix),
        _ => false,
    }
}

fn handle(shared: &Weak<Shared>, event: notify::Result<Event>) {
    let Some(shared) = shared.upgrade() else {
        return;
    };
    match event {
        Err(error) if is_limit(&error) => shared.refuse(Why::LimitReached),
        Err(_) => shared.everything(),
        Ok(event) if event.need_rescan() => shared.everything(),
        Ok(event)
            if matches!(
                event.kind,
                EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_))
            ) => {}
        Ok(event) => {
            let scope = shared.lock().scope.clone();
            let came = matches!(
                event.kind,
                EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))
            );
            for path in &event.paths {
                let Some(path) = scope.relative(path) else {
                    continue;
                };
                match scope.interest(path) {
                    Interest::None => {}
                    Interest::Gate
                        if matches!(event.kind, EventKind::Modify(ModifyKind::Any | ModifyKind::Data(_))) => {}
                    Interest::Gate => {
                        shared.lose(false);
                        shared.everything();
                    }
                    Interest::Inside => see(&shared, &scope, path.to_path_buf(), came),
                }
            }
        }
    }
}

/// A file, or a folder with its files.
fn see(shared: &Shared, scope: &Scope, path: PathBuf, came: bool) {
    let full = scope.root.join(&path);
    let notice = |path: PathBuf| {
        let sample = sample(&scope.root.join(&path));
        let pause = match sample {
            Some((0, _)) => PAUSE_EMPTY,
            _ => PAUSE,
        };
        (path, Seen::Noticed(sample, pause))
    };
    match std::fs::symlink_metadata(&full) {
        Ok(meta) if meta.is_dir() && !came => {}
        Ok(meta) if meta.is_dir() => {
            let mut files = Vec::new();
            list(scope, &path, &mut |file| {
                if files.len() <= MOST_PATHS {
                    files.push(notice(file));
                }
            });
            shared.see(files);
        }
        _ => shared.see([notice(path)]),
    }
}
