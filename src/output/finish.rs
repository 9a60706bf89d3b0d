//! The end of a build: what has to move, what has to go, and then doing it.
//!
//! Entry point: [`Disk::finish`]. Invariant: with any error found the folder stays as it was; the plan is written down
//! before its first step.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::apply::apply;
use super::claims::{Claims, Wanted};
use super::disk::{Disk, Fate};
use super::intent::{Intent, Kind, LockFileMove, is_lock_file_name};
use super::layout::{look, read_if_there, rename_synced, write_synced};
use super::manifest::{self, Looks, Manifest, Row, checksum, hash};
use super::path::folder_of;
use super::step::Step;
use super::trouble::Trouble;
use crate::diag::codes::output as codes;
use crate::diag::{self, Diagnostic, Diagnostics};

/// A file beside the content that is written together with the site, such as `content/codes.lock`. On the disk its copy
/// and its line in the intent are called `ledger`, after the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockFile {
    /// Directly in the content folder, its name ending in `.lock`.
    pub path: PathBuf,
    /// Its whole new text.
    pub bytes: Vec<u8>,
    /// BLAKE3 of the text that it takes the place of, as it was read; none where there was none. Where another one stands by
    /// then, somebody else wrote it, and it must not be lost.
    pub before: Option<[u8; 32]>,
}

/// What a finished build changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or got new content.
    pub written: usize,
    /// Files that were there already with the same bytes.
    pub unchanged: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
    /// Files of an earlier build that nobody wants any more but that somebody edited.
    pub kept_edited: Vec<String>,
}

impl Summary {
    /// A warning for each file that was kept.
    pub fn warnings(&self) -> Diagnostics {
        let warn = |file: &String| Diagnostic::new(codes::EDITED_KEPT).with("file", file);
        self.kept_edited.iter().map(warn).collect()
    }
}

/// What is to be done, and the manifest that holds afterwards.
struct Plan {
    intent: Intent,
    rows: Vec<Row>,
    summary: Summary,
}

impl Disk {
    /// Ends a build of the whole site: what was put takes its place, the lock files are written, files of an earlier
    /// build that were neither put nor kept go.
    ///
    /// # Errors
    /// All that was found since the build began. The site is then as it was before, and the next build may begin.
    pub fn finish(&mut self, lock_files: &[LockFile]) -> Result<Summary, Diagnostics> {
        let result = self.finish_or_stop(lock_files);
        match result {
            Ok(_) => self.begin_anew(),
            Err(_) => self.abort(),
        }
        result
    }

    fn finish_or_stop(&mut self, lock_files: &[LockFile]) -> Result<Summary, Diagnostics> {
        if self.is_sound() {
            self.check_folders_in_the_way().map_err(|t| self.give_up(&t))?;
        }
        let goes = if self.is_sound() {
            self.leftovers().map_err(|t| self.give_up(&t))?
        } else {
            Leftovers::default()
        };
        let mut found = self.take_findings();
        if !found.is_empty() {
            diag::sort(&mut found);
            return Err(found);
        }
        let plan = self.plan(goes, lock_files).map_err(|t| self.give_up(&t))?;
        self.carry_out(plan, lock_files).map_err(|t| self.give_up(&t))
    }

    /// The one finding of a fault.
    pub(super) fn give_up(&self, trouble: &Trouble) -> Diagnostics {
        if matches!(trouble, Trouble::Killed) {
            self.killed.store(true, Ordering::Relaxed);
        }
        vec![trouble.finding()]
    }

    /// Where a file has to take the place of a folder, everything in that folder has to be ours.
    fn check_folders_in_the_way(&self) -> Result<(), Trouble> {
        let blocked = std::mem::take(&mut *self.blocked.lock().unwrap_or_else(PoisonError::into_inner));
        blocked.iter().try_for_each(|path| self.check_tree(path))
    }

    fn check_tree(&self, folder: &str) -> Result<(), Trouble> {
        let place = self.layout.site(folder);
        for child in fs::read_dir(&place).map_err(Trouble::at(&place))? {
            let child = child.map_err(Trouble::at(&place))?;
            let path = format!("{folder}/{}", child.file_name().to_string_lossy());
            let kind = child.file_type().map_err(Trouble::at(&place))?;
            if kind.is_dir() {
                self.check_tree(&path)?;
            } else if !kind.is_file() || self.old.get(&path).is_none() {
                self.find(Diagnostic::new(codes::FOREIGN_FILE).with("file", path));
            }
        }
        Ok(())
    }

    /// Files of the last build that nobody wants any more.
    fn leftovers(&self) -> Result<Leftovers, Trouble> {
        let mut goes = Leftovers::default();
        for row in &self.old.rows {
            if self.claims.has_file(&row.path) {
                continue;
            }
            let target = self.layout.site(&row.path);
            let Some(meta) = look(&target).map_err(Trouble::at(&target))? else {
                continue;
            };
            let in_the_way = self.claims.has_folder(&row.path) || file_above(&self.claims, &row.path).is_some();
            // Also behind a link lies nothing of ours.
            let is_ours = meta.is_file() && self.layout.is_inside(&row.path) && self.still_ours(row, &target, &meta)?;
            match (is_ours, in_the_way) {
                (true, _) if self.is_wanted_in_other_spelling(row) => {}
                (true, true) => goes.early.push(row.path.clone()),
                (true, false) => goes.late.push(row.path.clone()),
                (false, true) => self.find(Diagnostic::new(codes::FOREIGN_FILE).with("file", &row.path)),
                (false, false) => goes.edited.push(row.clone()),
            }
        }
        Ok(goes)
    }

    pub(super) fn still_ours(&self, row: &Row, target: &Path, meta: &fs::Metadata) -> Result<bool, Trouble> {
        if self.old.vouches(row, Looks::of(meta)) {
            return Ok(true);
        }
        let there = fs::read(target).map_err(Trouble::at(target))?;
        Ok(there.is_empty() || checksum(&there) == row.sum)
    }

    /// True where the file system takes the old and the new spelling for one file.
    fn is_wanted_in_other_spelling(&self, row: &Row) -> bool {
        self.claims.spelled(&row.path).is_some_and(|now| {
            let real = |path: &str| fs::canonicalize(self.layout.site(path)).ok();
            *now != *row.path && real(&now).is_some() && real(&now) == real(&row.path)
        })
    }

    fn plan(&mut self, goes: Leftovers, lock_files: &[LockFile]) -> Result<Plan, Trouble> {
        let (files, new_folders) = self.claims.take();
        let mut plan = Plan {
            intent: Intent {
                moves: moves(&files, &new_folders),
                lock_files: self.changed_lock_files(lock_files)?,
                ..Intent::default()
            },
            rows: Vec::with_capacity(files.len()),
            summary: Summary::default(),
        };
        for wanted in files {
            let (looks, count) = match wanted.fate {
                Some(Fate::Unchanged(looks)) => (looks, &mut plan.summary.unchanged),
                Some(Fate::Staged { looks, .. }) => (looks, &mut plan.summary.written),
                None => continue,
            };
            *count += 1;
            plan.rows.push(Row {
                path: wanted.path,
                sum: wanted.sum,
                size: looks.size,
                modified: looks.modified,
            });
        }
        plan.summary.removed = goes.early.len() + goes.late.len();
        plan.summary.kept_edited = goes.edited.iter().map(|row| row.path.to_string()).collect();
        // Their rows stay, so that the warning comes again until somebody decides.
        plan.rows.extend(goes.edited);
        plan.rows.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        plan.intent.early = goes.early;
        plan.intent.late = goes.late;
        Ok(plan)
    }

    pub(super) fn changed_lock_files(&self, lock_files: &[LockFile]) -> Result<Vec<LockFileMove>, Trouble> {
        let mut moves = Vec::new();
        for lock_file in lock_files {
            let name = lock_file
                .path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let place = self.layout.lock_file(&name);
            if std::path::absolute(&lock_file.path).map_err(Trouble::at(&place))? != place || !is_lock_file_name(&name)
            {
                return Err(Trouble::at(&lock_file.path)(std::io::ErrorKind::InvalidInput.into()));
            }
            let before = read_if_there(&place)
                .map_err(Trouble::at(&place))?
                .map(|text| hash(&text));
            let after = hash(&lock_file.bytes);
            if before == Some(after) {
                continue;
            }
            if before != lock_file.before {
                return Err(Trouble::Changed(format!("content/{name}")));
            }
            moves.push(LockFileMove { name, before, after });
        }
        Ok(moves)
    }

    fn carry_out(&mut self, mut plan: Plan, lock_files: &[LockFile]) -> Result<Summary, Trouble> {
        let intent = &mut plan.intent;
        let is_same = plan.rows == self.old.rows && self.layout.manifest().exists();
        if intent.is_idle() && is_same && !self.stale.load(Ordering::Relaxed) {
            return Ok(plan.summary);
        }
        let InForce(recorded) = self.put_in_force(intent, plan.rows.iter(), lock_files)?;
        self.old = Manifest {
            rows: plan.rows,
            recorded,
        };
        Ok(plan.summary)
    }

    /// Does what is intended; `rows` are the manifest that holds afterwards.
    pub(super) fn put_in_force<'r>(
        &self,
        intent: &mut Intent,
        rows: impl Iterator<Item = &'r Row>,
        lock_files: &[LockFile],
    ) -> Result<InForce, Trouble> {
        let layout = &self.layout;
        let is_idle = intent.is_idle();
        if let Err(trouble) = self.prepare(intent, rows, lock_files) {
            if !matches!(trouble, Trouble::Killed) {
                // Nothing has moved yet; what cannot be cleared away now is dropped by the next run.
                let _ = layout.tidy();
            }
            return Err(trouble);
        }
        if !is_idle {
            apply(layout, intent, &self.steps)?;
        }
        // The new site is in force; what cannot be cleared away now is cleared by the next run.
        let _ = layout.tidy();
        let path = layout.manifest();
        let recorded = fs::metadata(&path).map_err(Trouble::at(&path))?;
        Ok(InForce(Looks::of(&recorded).modified))
    }

    /// Writes down what will hold and what is to be done; where nothing is to be moved, it holds then.
    fn prepare<'r>(
        &self,
        intent: &mut Intent,
        rows: impl Iterator<Item = &'r Row>,
        lock_files: &[LockFile],
    ) -> Result<(), Trouble> {
        let layout = &self.layout;
        let next = layout.next_manifest();
        let is_idle = intent.is_idle();
        intent.manifest = manifest::write(&next, rows).map_err(Trouble::at(&next))?;
        if is_idle {
            let manifest = layout.manifest();
            return rename_synced(&next, &manifest).map_err(Trouble::at(&manifest));
        }
        for (n, lock_file) in intent.lock_files.iter().enumerate() {
            let source = lock_files.iter().find(|given| given.path.ends_with(&lock_file.name));
            let place = layout.next_lock_file(n);
            let bytes = source.map_or(&[][..], |given| &given.bytes);
            write_synced(&place, bytes).map_err(Trouble::at(&place))?;
        }
        let place = layout.intent();
        write_synced(&place, intent.format().as_bytes()).map_err(Trouble::at(&place))?;
        self.steps
            .reach(Step::IntentWritten)
            .map_err(Trouble::halted(&layout.out))
    }
}

/// When the manifest that is in force was written.
pub(super) struct InForce(pub(super) i64);

#[derive(Default)]
pub(super) struct Leftovers {
    early: Vec<Box<str>>,
    pub(super) late: Vec<Box<str>>,
    pub(super) edited: Vec<Row>,
}

/// The wanted file in whose place a folder above this path stands.
fn file_above<'a>(claims: &Claims<Fate>, path: &'a str) -> Option<&'a str> {
    let mut folder = folder_of(path);
    while !folder.is_empty() {
        if claims.has_file(folder) {
            return Some(folder);
        }
        folder = folder_of(folder);
    }
    None
}

/// What to rename: a folder that was not there goes as a whole. Pictures and styles come before the pages that need
/// them.
pub(super) fn moves(files: &[Wanted<Fate>], new_folders: &[Box<str>]) -> Vec<(Kind, Box<str>)> {
    let mut moves: Vec<(Kind, Box<str>)> = Vec::new();
    for wanted in files {
        let Some(Fate::Staged { replaces, .. }) = wanted.fate else {
            continue;
        };
        let kind = if replaces { Kind::Swap } else { Kind::New };
        match topmost_new(&wanted.path, new_folders) {
            None => moves.push((kind, wanted.path.clone())),
            Some(folder)
                if moves
                    .last()
                    .is_some_and(|last| last.0 == Kind::Folder && *last.1 == *folder) => {}
            // Files are sorted, but `a-b/x` may stand between `a` and `a/x`: other repeats are dropped below.
            Some(folder) => moves.push((Kind::Folder, folder.into())),
        }
    }
    moves.sort_by(|a, b| (phase(a), &a.1).cmp(&(phase(b), &b.1)));
    moves.dedup();
    moves
}

fn topmost_new<'a>(path: &'a str, new_folders: &[Box<str>]) -> Option<&'a str> {
    path.match_indices('/')
        .map(|(i, _)| &path[..i])
        .find(|folder| new_folders.binary_search_by(|new| (**new).cmp(folder)).is_ok())
}

fn phase((kind, path): &(Kind, Box<str>)) -> u8 {
    let top = path.split('/').next().unwrap_or_default();
    if matches!(top, "assets" | "media") {
        0
    } else if *kind != Kind::Folder && !path.ends_with(".html") {
        1
    } else {
        2
    }
}
