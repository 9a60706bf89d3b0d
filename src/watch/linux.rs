//! Events of Linux (inotify): each folder is watched by itself, and files are told the moment they are closed.
//!
//! Entry point: [`Linux::start`]. Invariant: a folder is watched before it is listed, so that nothing comes into it
//! unseen; opening and reading files gives no events, for our own reading would flood the queue.
#![expect(clippy::disallowed_methods, reason = "new folders are listed, and files looked at")]

use super::Why;
use super::pending::Seen;
use super::scope::{Interest, Scope};
use super::shared::{Shared, sample};
use inotify::{EventMask, Inotify, WatchDescriptor, WatchMask, Watches};
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

/// Files that were found in a folder that has just been made may still be written: whoever copies from a slow disk
/// pauses for a while, and its end is seen only if it comes later.
const PAUSE: Duration = Duration::from_millis(400);
/// Room for about a thousand events at a time.
const BUFFER: usize = 64 * 1024;

/// The kernel's queue and its reader.
pub(super) struct Linux {
    folders: Arc<Mutex<Folders>>,
    ends: Arc<AtomicBool>,
    /// A watch that never tells; taking it away wakes the reader.
    bell: Option<WatchDescriptor>,
}

/// The folders that are watched, by both of their names.
struct Folders {
    watches: Watches,
    by_id: HashMap<i32, Arc<Path>>,
    by_path: BTreeMap<Arc<Path>, WatchDescriptor>,
    /// Device and number of the site's folder.
    root: Option<(u64, u64)>,
    /// For tests: as many, and no more.
    most: Option<usize>,
}

impl Linux {
    /// Watches in a thread, which begins with the folders that are there.
    pub(super) fn start(shared: &Arc<Shared>, most: Option<usize>) -> Result<Self, Why> {
        let inotify = Inotify::init().map_err(|e| why(&e))?;
        let mut watches = inotify.watches();
        let bell = watches.add("/", WatchMask::DELETE_SELF).map_err(|e| why(&e))?;
        let folders = Arc::new(Mutex::new(Folders {
            watches,
            by_id: HashMap::new(),
            by_path: BTreeMap::new(),
            root: None,
            most,
        }));
        let ends = Arc::new(AtomicBool::new(false));
        let reader = Reader {
            folders: Arc::clone(&folders),
            ends: Arc::clone(&ends),
            shared: Arc::downgrade(shared),
        };
        std::thread::spawn(move || reader.run(inotify));
        Ok(Self {
            folders,
            ends,
            bell: Some(bell),
        })
    }

    /// Watches everything that should be watched and is not.
    pub(super) fn attach(&self, shared: &Shared) {
        lock(&self.folders).attach_all(shared);
    }

    /// The site's folder may have been moved away and another one put in its place, which gives no event.
    pub(super) fn check(&self, shared: &Shared) {
        let root = shared.lock().scope.root.clone();
        let known = lock(&self.folders).root;
        if identity(&root) != known {
            shared.lose(false);
        }
    }
}

impl Drop for Linux {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::SeqCst);
        if let Some(bell) = self.bell.take() {
            // The reader may have ended by itself.
            let _ = lock(&self.folders).watches.remove(bell);
        }
    }
}

/// The thread that reads the queue.
struct Reader {
    folders: Arc<Mutex<Folders>>,
    ends: Arc<AtomicBool>,
    shared: Weak<Shared>,
}

impl Reader {
    fn run(self, mut inotify: Inotify) {
        if let Some(shared) = self.shared.upgrade() {
            lock(&self.folders).attach_all(&shared);
        }
        let mut buffer = vec![0; BUFFER];
        while !self.ends.load(Ordering::SeqCst) {
            let events = inotify.read_events_blocking(&mut buffer);
            let Some(shared) = self.shared.upgrade() else {
                return;
            };
            match events {
                Ok(events) => {
                    let scope = shared.lock().scope.clone();
                    let mut batch = Batch {
                        scope,
                        folders: lock(&self.folders),
                        shared: &shared,
                        seen: Vec::new(),
                    };
                    for event in events {
                        batch.handle(event.wd.get_watch_descriptor_id(), event.mask, event.name);
                    }
                    batch.tell();
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return shared.refuse(why(&error)),
            }
        }
    }
}

/// Some events, being worked through in their order.
struct Batch<'b> {
    scope: Scope,
    folders: MutexGuard<'b, Folders>,
    shared: &'b Shared,
    seen: Vec<(PathBuf, Seen)>,
}

impl Batch<'_> {
    fn tell(&mut self) {
        if !self.seen.is_empty() {
            self.shared.see(self.seen.drain(..));
        }
    }

    fn handle(&mut self, id: i32, mask: EventMask, name: Option<&std::ffi::OsStr>) {
        if mask.contains(EventMask::Q_OVERFLOW) {
            self.tell();
            return self.folders.attach_all(self.shared);
        }
        let Some(folder) = self.folders.by_id.get(&id).cloned() else {
            return;
        };
        if mask.intersects(EventMask::DELETE_SELF | EventMask::MOVE_SELF | EventMask::IGNORED | EventMask::UNMOUNT) {
            if mask.contains(EventMask::IGNORED) {
                self.folders.forget(id);
            }
            if folder.as_os_str().is_empty() {
                self.shared.lose(true);
            }
            return;
        }
        let Some(name) = name else {
            return;
        };
        let path = folder.join(name);
        match self.scope.interest(&path) {
            Interest::None => {}
            Interest::Gate => self.gate(&path, mask),
            Interest::Inside if mask.contains(EventMask::ISDIR) => self.folder(path, mask),
            Interest::Inside => self.file(path, mask),
        }
    }

    /// A watched folder, or one on the way there, came or went.
    fn gate(&mut self, path: &Path, mask: EventMask) {
        if mask.intersects(EventMask::DELETE | EventMask::MOVED_FROM) {
            self.folders.detach(path);
            self.shared.everything();
        } else if mask.intersects(EventMask::CREATE | EventMask::MOVED_TO) {
            self.folders.attach(path, &self.scope, self.shared, None);
            self.shared.everything();
        }
    }

    fn folder(&mut self, path: PathBuf, mask: EventMask) {
        if mask.intersects(EventMask::DELETE | EventMask::MOVED_FROM) {
            self.folders.detach(&path);
            self.seen.push((path, Seen::Left));
        } else if mask.intersects(EventMask::CREATE | EventMask::MOVED_TO) {
            let moved = mask.contains(EventMask::MOVED_TO);
            let mut report = |path: PathBuf, full: &Path| {
                let seen = match moved {
                    true => Seen::Complete,
                    false => Seen::Noticed(sample(full), PAUSE),
                };
                self.seen.push((path, seen));
            };
            self.folders.attach(&path, &self.scope, self.shared, Some(&mut report));
        }
    }

    fn file(&mut self, path: PathBuf, mask: EventMask) {
        let seen = if mask.contains(EventMask::CLOSE_WRITE) {
            match sample(&self.scope.root.join(&path)) {
                Some((0, _)) => Seen::Emptied,
                _ => Seen::Complete,
            }
        } else if mask.contains(EventMask::MOVED_TO) {
            Seen::Complete
        } else if mask.intersects(EventMask::MOVED_FROM | EventMask::DELETE) {
            Seen::Left
        } else if mask.contains(EventMask::CREATE) {
            match is_linked(&self.scope.root.join(&path)) {
                true => Seen::Complete,
                false => Seen::Created,
            }
        } else {
            Seen::Writing
        };
        self.seen.push((path, seen));
    }
}

/// What to do with each file of a folder: its path in the site, and on the disk.
type Report<'r> = Option<&'r mut dyn FnMut(PathBuf, &Path)>;

impl Folders {
    /// Begins anew: watches everything that should be watched; anything may have changed before.
    fn attach_all(&mut self, shared: &Shared) {
        let scope = shared.lock().scope.clone();
        let before = self.root;
        self.root = identity(&scope.root);
        self.detach(Path::new(""));
        if self.root.is_some() {
            self.attach(Path::new(""), &scope, shared, None);
            shared.everything();
            return;
        }
        if before.is_some() {
            shared.everything();
        }
        shared.lose(true);
    }

    /// Watches a folder and all below it, each before it is listed.
    fn attach(&mut self, start: &Path, scope: &Scope, shared: &Shared, mut report: Report<'_>) {
        let mut open = vec![start.to_path_buf()];
        while let Some(path) = open.pop() {
            let full = scope.root.join(&path);
            let is_gate = scope.interest(&path) == Interest::Gate;
            match self.watch(&path, &full, is_gate) {
                Ok(()) => {}
                Err(error) if is_limit(&error) => return shared.refuse(Why::LimitReached),
                // It has gone again, or may not be read: the look at all files says so.
                Err(_) => continue,
            }
            let Ok(items) = std::fs::read_dir(&full) else {
                continue;
            };
            for item in items.flatten() {
                let child = path.join(item.file_name());
                let interest = scope.interest(&child);
                match item.file_type() {
                    Ok(_) if interest == Interest::None => {}
                    // A gate may be a link to a folder.
                    Ok(kind) if kind.is_dir() || interest == Interest::Gate => open.push(child),
                    Ok(_) => {
                        if let Some(report) = &mut report {
                            report(child, &item.path());
                        }
                    }
                    Err(_) => {}
                }
            }
        }
    }

    fn watch(&mut self, path: &Path, full: &Path, is_gate: bool) -> io::Result<()> {
        if self.most.is_some_and(|most| self.by_id.len() >= most) {
            return Err(io::Error::from_raw_os_error(NO_SPACE));
        }
        let mut mask = WatchMask::CREATE
            | WatchMask::DELETE
            | WatchMask::MODIFY
            | WatchMask::CLOSE_WRITE
            | WatchMask::MOVED_FROM
            | WatchMask::MOVED_TO
            | WatchMask::ONLYDIR;
        if path.as_os_str().is_empty() {
            mask |= WatchMask::DELETE_SELF | WatchMask::MOVE_SELF;
        }
        if !is_gate {
            mask |= WatchMask::DONT_FOLLOW;
        }
        let watch = self.watches.add(full, mask)?;
        let id = watch.get_watch_descriptor_id();
        let path: Arc<Path> = path.into();
        if let Some(before) = self.by_id.insert(id, Arc::clone(&path))
            && before != path
        {
            self.by_path.remove(&before);
        }
        if let Some(before) = self.by_path.insert(path, watch)
            && before.get_watch_descriptor_id() != id
        {
            self.by_id.remove(&before.get_watch_descriptor_id());
            let _ = self.watches.remove(before);
        }
        Ok(())
    }

    /// No longer watches a folder and all below it: they have gone, or go by another name now.
    fn detach(&mut self, path: &Path) {
        let below = self
            .by_path
            .range::<Path, _>((std::ops::Bound::Included(path), std::ops::Bound::Unbounded));
        let below: Vec<Arc<Path>> = below
            .map(|(p, _)| Arc::clone(p))
            .take_while(|p| p.starts_with(path))
            .collect();
        for path in below {
            if let Some(watch) = self.by_path.remove(&path) {
                self.by_id.remove(&watch.get_watch_descriptor_id());
                // Fails for a folder that is deleted: the kernel was faster.
                let _ = self.watches.remove(watch);
            }
        }
    }

    /// The kernel no longer watches this one.
    fn forget(&mut self, id: i32) {
        if let Some(path) = self.by_id.remove(&id)
            && self
                .by_path
                .get(&path)
                .is_some_and(|w| w.get_watch_descriptor_id() == id)
        {
            self.by_path.remove(&path);
        }
    }
}

fn lock(folders: &Mutex<Folders>) -> MutexGuard<'_, Folders> {
    folders.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The kernel's numbers: no more watches (or a full disk, which is not in question here), no more files to open.
const NO_SPACE: i32 = 28;
const TOO_MANY_FILES: [i32; 2] = [23, 24];

fn is_limit(error: &io::Error) -> bool {
    let limits = |number: i32| number == NO_SPACE || TOO_MANY_FILES.contains(&number);
    error.raw_os_error().is_some_and(limits)
}

fn why(error: &io::Error) -> Why {
    match is_limit(error) {
        true => Why::LimitReached,
        false => Why::Failed(error.to_string()),
    }
}

fn identity(path: &Path) -> Option<(u64, u64)> {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.dev(), meta.ino()))
}

/// A symbolic link, or a second name of a file: nobody writes and closes these.
fn is_linked(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink() || meta.nlink() > 1)
}

#[cfg(test)]
impl Linux {
    /// Does something while nobody reads the queue.
    pub(super) fn stalled(&self, act: impl FnOnce()) {
        let _held = lock(&self.folders);
        act();
    }
}
