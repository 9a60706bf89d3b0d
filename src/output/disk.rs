//! The sink that writes a real folder: compares, stages, and puts everything in place at the end.
//!
//! Entry point: [`Disk::open`], then [`Sink::put`] from any number of threads, then [`Disk::finish`]. Invariant: before
//! `finish` nothing outside of vanbia's own folder changes; a `Disk` that goes without `finish` leaves no trace.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::Sink;
use super::claims::{Answer, Claims, Folder};
use super::layout::{Layout, look, write_new};
use super::manifest::{Checksum, Looks, Manifest, checksum};
use super::open::{OpenRules, is_in_place, open};
use super::path::{check_path, fold, folder_of};
use super::step::{Step, Steps};
use super::trouble::Trouble;
use crate::diag::codes::output as codes;
use crate::diag::{Diagnostic, Diagnostics};

/// What became of a wanted file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// The folder holds it already.
    Unchanged(Looks),
    /// It waits in the stage, in place of an older one of ours or not.
    Staged { looks: Looks, replaces: bool },
}

/// An output folder, locked for this process until dropped. One `Disk` serves any number of builds in turn.
#[derive(Debug)]
pub struct Disk {
    pub(super) layout: Layout,
    pub(super) old: Manifest,
    pub(super) claims: Claims<Fate>,
    pub(super) steps: Steps,
    /// The manifest should be written anew although no file changed.
    pub(super) stale: AtomicBool,
    pub(super) killed: AtomicBool,
    stopped: AtomicBool,
    staged: AtomicUsize,
    findings: Mutex<Diagnostics>,
    /// Wanted files at whose place a folder stands.
    pub(super) blocked: Mutex<BTreeSet<Box<str>>>,
    pub(super) lock: File,
}

impl Disk {
    /// Opens an output folder: refuses one that is not fit, locks it, and heals what a killed build left.
    ///
    /// Call this before the content is read, since healing may complete a lock file.
    ///
    /// # Errors
    /// One finding of `VB0901` to `VB0906` for a folder that is refused or held, `VB0920` to `VB0924` for the disk.
    pub fn open(out: &Path, rules: &OpenRules) -> Result<Self, Diagnostic> {
        let (layout, lock) = open(out, rules)?;
        let path = layout.manifest();
        let old = Manifest::read(&path, &layout).map_err(|error| Trouble::at(&path)(error).finding())?;
        Ok(Self {
            layout,
            old,
            claims: Claims::new(),
            steps: rules.steps.clone(),
            stale: AtomicBool::new(false),
            killed: AtomicBool::new(false),
            stopped: AtomicBool::new(false),
            staged: AtomicUsize::new(0),
            findings: Mutex::default(),
            blocked: Mutex::default(),
            lock,
        })
    }

    /// Forgets all that was put since the last `finish`; the site stays as it is.
    pub fn abort(&mut self) {
        self.claims.take();
        self.begin_anew();
        // An intent means that a fault could not be undone: then the next run needs the stage. Without the lock the stage may
        // be another program's.
        if !self.killed.load(Ordering::Relaxed)
            && !self.layout.intent().exists()
            && is_in_place(&self.lock, &self.layout)
        {
            let _ = self.layout.tidy();
        }
    }

    /// How many files the last build left here.
    pub fn files(&self) -> usize {
        self.old.rows.len()
    }

    /// True when one of these files is there as it was written.
    pub fn stands(&self, file: usize) -> bool {
        let row = &self.old.rows[file];
        let target = self.layout.site(&row.path);
        let Ok(Some(meta)) = look(&target) else { return false };
        let same = || fs::read(&target).is_ok_and(|there| checksum(&there) == row.sum);
        meta.is_file() && (self.old.vouches(row, Looks::of(&meta)) || same())
    }

    /// Stands for the names and the contents of these files.
    pub fn fingerprint(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        for row in &self.old.rows {
            hasher.update(&(row.path.len() as u64).to_le_bytes());
            hasher.update(row.path.as_bytes());
            hasher.update(&row.sum);
        }
        *hasher.finalize().as_bytes()
    }

    /// Ready for the next build.
    pub(super) fn begin_anew(&mut self) {
        self.stale = AtomicBool::new(false);
        self.stopped = AtomicBool::new(false);
        self.staged = AtomicUsize::new(0);
        self.findings = Mutex::default();
        self.blocked = Mutex::default();
    }

    /// What went wrong so far.
    pub(super) fn take_findings(&self) -> Diagnostics {
        std::mem::take(&mut *self.findings.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn has_findings(&self) -> bool {
        !self.findings.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    pub(super) fn find(&self, found: Diagnostic) {
        self.findings.lock().unwrap_or_else(PoisonError::into_inner).push(found);
    }

    /// The disk failed: further artifacts would only fail in the same way.
    fn fail(&self, trouble: &Trouble) {
        if matches!(trouble, Trouble::Killed) {
            self.killed.store(true, Ordering::Relaxed);
        }
        if !self.stopped.swap(true, Ordering::Relaxed) {
            self.find(trouble.finding());
        }
    }

    /// Claims the folder of a file and all above it; none if something foreign is in the way.
    fn enter(&self, folder: &str, file: &str) -> Result<Folder, Stop> {
        if folder.is_empty() {
            return Ok(Folder {
                on_disk: true,
                staged: false,
            });
        }
        if let Some(known) = self.claims.folder(folder, file)? {
            return Ok(known);
        }
        let above = self.enter(folder_of(folder), file)?;
        let known = Folder {
            on_disk: above.on_disk && self.is_folder(folder)?,
            staged: false,
        };
        self.claims.set_folder(folder, known, file)?;
        Ok(known)
    }

    /// True when a real folder is there, false when the place is free or will be.
    fn is_folder(&self, folder: &str) -> Result<bool, Stop> {
        let path = self.layout.site(folder);
        let Some(meta) = look(&path).map_err(Trouble::at(&path))? else {
            return Ok(false);
        };
        if meta.is_dir() {
            return Ok(true);
        }
        if meta.is_symlink() {
            return Err(Diagnostic::new(codes::FOREIGN_LINK).with("file", folder).into());
        }
        if self.old.get(folder).is_some() {
            return Ok(false); // A file of ours; whether it may go is checked at the end.
        }
        Err(Diagnostic::new(codes::FOREIGN_FILE).with("file", folder).into())
    }

    fn take_in(&self, path: &str, bytes: &[u8]) -> Result<(), Stop> {
        check_path(path)?;
        let sum = checksum(bytes);
        let folder = self.enter(folder_of(path), path)?;
        if self.claims.file(path, sum)? == Answer::Same {
            return Ok(());
        }
        let fate = match self.judge(path, folder, Content { bytes, sum })? {
            Verdict::Unchanged(looks) => Fate::Unchanged(looks),
            Verdict::Write { replaces } => Fate::Staged {
                looks: self.stage(path, folder, bytes)?,
                replaces,
            },
        };
        self.claims.settle(path, fate);
        Ok(())
    }

    /// Compares what is wanted with what is there.
    fn judge(&self, path: &str, folder: Folder, content: Content<'_>) -> Result<Verdict, Stop> {
        const NEW: Verdict = Verdict::Write { replaces: false };
        const SWAP: Verdict = Verdict::Write { replaces: true };
        if !folder.on_disk {
            return Ok(NEW);
        }
        let target = self.layout.site(path);
        let Some(meta) = look(&target).map_err(Trouble::at(&target))? else {
            return Ok(NEW);
        };
        if meta.is_symlink() {
            return Err(Diagnostic::new(codes::FOREIGN_LINK).with("file", path).into());
        }
        if meta.is_dir() {
            // Whether all in it is ours and goes is checked at the end.
            self.blocked
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(path.into());
            return Ok(NEW);
        }
        let looks = Looks::of(&meta);
        let row = self.old.get(path);
        if let Some(row) = row
            && self.old.vouches(row, looks)
        {
            return Ok(if row.sum == content.sum {
                Verdict::Unchanged(looks)
            } else {
                SWAP
            });
        }
        let there = fs::read(&target).map_err(Trouble::at(&target))?;
        if there == content.bytes {
            self.stale.store(true, Ordering::Relaxed);
            return Ok(Verdict::Unchanged(looks));
        }
        let there_sum = checksum(&there);
        // An empty file at a place of ours is what a power cut leaves of a file that was just written.
        let is_ours = match row {
            Some(row) => row.sum == there_sum || there.is_empty(),
            None => self.wrote_in_other_spelling(path, &there_sum),
        };
        if is_ours {
            return Ok(SWAP);
        }
        Err(Diagnostic::new(codes::FOREIGN_FILE).with("file", path).into())
    }

    /// On Windows and macOS `Logo.png` of the last build is what stands at `logo.png` now.
    fn wrote_in_other_spelling(&self, path: &str, sum: &Checksum) -> bool {
        let key = fold(path);
        self.old
            .rows
            .iter()
            .any(|row| row.sum == *sum && fold(&row.path) == key)
    }

    fn stage(&self, path: &str, folder: Folder, bytes: &[u8]) -> Result<Looks, Stop> {
        if !folder.staged {
            self.make_stage_folder(folder_of(path), path)?;
        }
        let place = self.layout.stage(path);
        let meta = write_new(&place, bytes).map_err(Trouble::at(&place))?;
        let n = self.staged.fetch_add(1, Ordering::Relaxed) + 1;
        self.steps.reach(Step::Staged(n)).map_err(Trouble::halted(&place))?;
        Ok(Looks::of(&meta))
    }

    fn make_stage_folder(&self, folder: &str, file: &str) -> Result<(), Stop> {
        if let Some(known) = self.claims.folder(folder, file)?
            && known.staged
        {
            return Ok(());
        }
        let place = if folder.is_empty() {
            self.layout.stage_root()
        } else {
            self.layout.stage(folder)
        };
        let made = match fs::create_dir(&place) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if folder.is_empty() {
                    fs::create_dir_all(&place)
                } else {
                    self.make_stage_folder(folder_of(folder), file)?;
                    fs::create_dir(&place)
                }
            }
            other => other,
        };
        match made {
            // Another thread was first.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            other => other.map_err(Trouble::at(&place))?,
        }
        if !folder.is_empty() {
            let known = Folder {
                on_disk: false,
                staged: true,
            };
            self.claims.set_folder(folder, known, file)?;
        }
        Ok(())
    }

    /// Claims a file of the last build as it is, if it still stands there untouched.
    fn keep_row(&self, path: &str) -> Result<bool, Stop> {
        let Some(row) = self.old.get(path) else {
            return Ok(false);
        };
        let folder = self.enter(folder_of(path), path)?;
        let target = self.layout.site(path);
        let meta = if folder.on_disk {
            look(&target).map_err(Trouble::at(&target))?
        } else {
            None
        };
        let Some(meta) = meta.filter(fs::Metadata::is_file) else {
            return Ok(false);
        };
        let looks = Looks::of(&meta);
        if !self.old.vouches(row, looks) {
            let there = fs::read(&target).map_err(Trouble::at(&target))?;
            if checksum(&there) != row.sum {
                return Ok(false);
            }
            self.stale.store(true, Ordering::Relaxed);
        }
        if self.claims.file(path, row.sum)? == Answer::Yours {
            self.claims.settle(path, Fate::Unchanged(looks));
        }
        Ok(true)
    }

    /// Shows a finding, or stops at a fault of the disk.
    fn note(&self, stop: Stop) {
        match stop {
            Stop::Finding(found) => self.find(*found),
            Stop::Trouble(trouble) => self.fail(&trouble),
        }
    }

    /// True when the disk was faultless so far.
    pub(super) fn is_sound(&self) -> bool {
        !self.stopped.load(Ordering::Relaxed)
    }
}

impl Sink for Disk {
    fn put(&self, path: &str, bytes: Cow<'_, [u8]>) {
        if self.is_sound()
            && let Err(stop) = self.take_in(path, &bytes)
        {
            self.note(stop);
        }
    }

    fn keep(&self, path: &str) -> bool {
        self.is_sound()
            && self.keep_row(path).unwrap_or_else(|stop| {
                self.note(stop);
                false
            })
    }

    fn is_stopped(&self) -> bool {
        !self.is_sound()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.abort();
    }
}

struct Content<'a> {
    bytes: &'a [u8],
    sum: Checksum,
}

enum Verdict {
    Unchanged(Looks),
    Write { replaces: bool },
}

/// Why an artifact was not taken in.
enum Stop {
    /// This one artifact is wrong.
    Finding(Box<Diagnostic>),
    /// The disk failed.
    Trouble(Trouble),
}

impl From<Diagnostic> for Stop {
    fn from(found: Diagnostic) -> Self {
        Stop::Finding(Box::new(found))
    }
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Stop::Trouble(trouble)
    }
}
