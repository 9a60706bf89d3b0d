//! What a server may hand out: the files of the last build, and before them those that are on their way to the disk.
//!
//! Entry point: [`Published::get`]. Invariant: only paths that the site really has are answered; nothing else on the
//! disk can be named.

use super::keys::Keys;
use crate::output::Sink;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// The site as visitors of the preview see it.
#[derive(Debug)]
pub struct Published {
    out: PathBuf,
    state: RwLock<State>,
}

#[derive(Debug, Default)]
struct State {
    keys: Arc<Keys>,
    /// Newer than what is on the disk.
    ahead: Files,
    /// What only the preview shows.
    drafts: Files,
}

/// Bytes by path.
type Files = HashMap<String, Arc<[u8]>>;

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Served {
    /// Its bytes.
    Bytes(Arc<[u8]>),
    /// Where it lies.
    File(PathBuf),
}

impl Published {
    pub(super) fn new(out: &Path) -> Self {
        Self {
            out: out.to_path_buf(),
            state: RwLock::default(),
        }
    }

    /// The file of a site path (`vi/di-tich/x/index.html`).
    pub fn get(&self, path: &str) -> Option<Served> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(bytes) = state.ahead.get(path) {
            return Some(Served::Bytes(bytes.clone()));
        }
        if let Some(bytes) = state.drafts.get(path) {
            return Some(Served::Bytes(bytes.clone()));
        }
        state.keys.knows(path).then(|| Served::File(self.out.join(path)))
    }

    /// Hands out these bytes until the disk has better ones.
    pub(super) fn put(&self, path: &str, bytes: Arc<[u8]>) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        state.ahead.insert(path.to_string(), bytes);
    }

    /// Nothing is ahead of the disk now; what stands there are the paths of `keys`, when they changed.
    pub(super) fn settle(&self, keys: Option<Keys>) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        state.ahead.clear();
        if let Some(keys) = keys {
            state.keys = Arc::new(keys);
        }
    }

    /// As [`Published::settle`], when few paths changed: those of `keys` are there, those `gone` are not.
    pub(super) fn settle_some(&self, keys: &[(Arc<str>, super::keys::Key)], gone: &BTreeSet<String>) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        state.ahead.clear();
        let known = Arc::make_mut(&mut state.keys);
        keys.iter().for_each(|(path, key)| known.set(path, *key));
        gone.iter().for_each(|path| known.remove(path));
    }

    /// These are the drafts now. Gives back the paths that are new, different or gone.
    pub(super) fn show_drafts(&self, drafts: Drafts) -> Vec<String> {
        let drafts = drafts.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let old = std::mem::replace(&mut state.drafts, drafts);
        let paths: BTreeSet<&String> = old.keys().chain(state.drafts.keys()).collect();
        let differ = |path: &&&String| old.get(**path) != state.drafts.get(**path);
        paths.iter().filter(differ).map(|path| path.to_string()).collect()
    }

    /// What was ahead will not come.
    pub(super) fn forget(&self) {
        self.settle(None);
    }
}

/// Takes files that only the preview shows.
#[derive(Default)]
pub(super) struct Drafts(Mutex<Files>);

impl Sink for Drafts {
    fn put(&self, path: &str, bytes: Cow<'_, [u8]>) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.insert(path.to_string(), bytes.as_ref().into());
    }
}

/// Takes files for the disk, and those that somebody waits for also for the server.
pub(super) struct Tee<'a> {
    /// None for what only the server gets.
    disk: Option<&'a dyn Sink>,
    published: &'a Published,
    only: Option<&'a [String]>,
    /// How many bytes the server may still get.
    room: AtomicUsize,
    taken: Mutex<Vec<String>>,
}

impl<'a> Tee<'a> {
    pub(super) fn new(disk: &'a dyn Sink, published: &'a Published) -> Self {
        Self {
            disk: Some(disk),
            published,
            only: None,
            room: AtomicUsize::new(usize::MAX),
            taken: Mutex::default(),
        }
    }

    /// For the server alone, ahead of the disk.
    pub(super) fn ahead(published: &'a Published) -> Self {
        Self {
            disk: None,
            published,
            only: None,
            room: AtomicUsize::new(usize::MAX),
            taken: Mutex::default(),
        }
    }

    /// Only these files go to the server before the disk.
    pub(super) fn only(self, files: &'a [String]) -> Self {
        Self {
            only: Some(files),
            ..self
        }
    }

    /// The server gets at most `room` bytes; what does not fit comes with the disk.
    pub(super) fn within(self, room: usize) -> Self {
        Self {
            room: AtomicUsize::new(room),
            ..self
        }
    }

    /// What the server got since this was asked last.
    pub(super) fn taken(&self) -> Vec<String> {
        std::mem::take(&mut *self.taken.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn has_room(&self, bytes: usize) -> bool {
        let less = |room: usize| room.checked_sub(bytes);
        self.room
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, less)
            .is_ok()
    }
}

impl Sink for Tee<'_> {
    fn put(&self, path: &str, bytes: Cow<'_, [u8]>) {
        let is_wanted = self.only.is_none_or(|only| only.iter().any(|one| one == path));
        if is_wanted && self.has_room(bytes.len()) {
            self.published.put(path, bytes.as_ref().into());
            let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
            taken.push(path.to_string());
        }
        if let Some(disk) = self.disk {
            disk.put(path, bytes);
        }
    }

    fn keep(&self, path: &str) -> bool {
        self.disk.is_some_and(|disk| disk.keep(path))
    }

    fn is_stopped(&self) -> bool {
        self.disk.is_some_and(Sink::is_stopped)
    }
}
