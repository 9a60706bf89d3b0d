//! The end of a change: a few files of many, of which the others stay as they are.
//!
//! Entry point: [`Disk::finish_changes`]. Invariant: what stands afterwards is what [`Disk::finish`] would leave if all
//! other files had been put again. Where the names of new files would have to be compared with all others, that is what
//! is done.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::PoisonError;

use super::claims::Folder;
use super::disk::{Disk, Fate};
use super::finish::{InForce, Leftovers, LockFile, Summary, moves};
use super::intent::Intent;
use super::layout::look;
use super::manifest::{Looks, Row};
use super::path::{fold, folder_of};
use super::trouble::Trouble;
use crate::diag::{Diagnostic, Diagnostics};

/// What becomes of the rows of the manifest, each list sorted by path.
#[derive(Default)]
struct Patch {
    /// New ones, or in place of those of the same path.
    put: Vec<Row>,
    gone: BTreeSet<Box<str>>,
}

impl Disk {
    /// Ends a build that put only what changed: files of the last build stay unless `removed` names them. They are not
    /// looked at again, so this is for a session that wrote them itself; a file that somebody edits or deletes
    /// meanwhile is noticed by the next whole build.
    ///
    /// # Errors
    /// As [`Disk::finish`].
    pub fn finish_changes(
        &mut self,
        removed: &BTreeSet<String>,
        lock_files: &[LockFile],
    ) -> Result<Summary, Diagnostics> {
        if !self.is_faultless() || !self.claims.files().iter().all(|path| self.has_place_for(path)) {
            return self.finish_with_all(removed, lock_files);
        }
        let result = self.change(removed, lock_files);
        match result {
            Ok(_) => self.begin_anew(),
            Err(_) => self.abort(),
        }
        result
    }

    /// All other files are claimed as they stand.
    fn finish_with_all(&mut self, removed: &BTreeSet<String>, lock_files: &[LockFile]) -> Result<Summary, Diagnostics> {
        for row in &self.old.rows {
            if !removed.contains(&*row.path)
                && !self.claims.has_file(&row.path)
                && let Err(found) = self.assume(row)
            {
                self.find(found);
            }
        }
        self.finish(lock_files)
    }

    /// Claims a file of the last build and its folders, without looking.
    fn assume(&self, row: &Row) -> Result<(), Diagnostic> {
        let known = Folder {
            on_disk: true,
            staged: false,
        };
        let mut folder = folder_of(&row.path);
        while !folder.is_empty() && self.claims.folder(folder, &row.path)?.is_none() {
            self.claims.set_folder(folder, known, &row.path)?;
            folder = folder_of(folder);
        }
        self.claims.file(&row.path, row.sum)?;
        let looks = Looks {
            size: row.size,
            modified: row.modified,
        };
        self.claims.settle(&row.path, Fate::Unchanged(looks));
        Ok(())
    }

    /// True when no other file can be in the way of this one: it is among the files of the last build, or its folder
    /// has some of them and none whose name could be taken for this one's.
    fn has_place_for(&self, path: &str) -> bool {
        if self.old.get(path).is_some() {
            return true;
        }
        let folder = folder_of(path);
        let start = format!("{folder}/");
        let own = fold(&path[start.len().min(path.len())..]).into_owned();
        if folder.is_empty() {
            return false;
        }
        let rows = &self.old.rows;
        let from = rows.partition_point(|row| *row.path < *start);
        let inside = rows[from..].iter().take_while(|row| row.path.starts_with(&start));
        let mut has_files = false;
        for row in inside {
            let below = &row.path[start.len()..];
            let name = below.split('/').next().unwrap_or_default();
            if fold(name) == own {
                return false;
            }
            has_files |= name == below;
        }
        has_files
    }

    fn change(&mut self, removed: &BTreeSet<String>, lock_files: &[LockFile]) -> Result<Summary, Diagnostics> {
        let (goes, mut patch) = self.goes(removed).map_err(|t| self.give_up(&t))?;
        let (files, new_folders) = self.claims.take();
        let mut intent = Intent {
            moves: moves(&files, &new_folders),
            lock_files: self.changed_lock_files(lock_files).map_err(|t| self.give_up(&t))?,
            early: Vec::new(),
            late: goes.late,
            ..Intent::default()
        };
        let mut summary = Summary {
            removed: intent.late.len(),
            kept_edited: goes.edited.iter().map(|row| row.path.to_string()).collect(),
            ..Summary::default()
        };
        for wanted in files {
            let looks = match wanted.fate {
                Some(Fate::Unchanged(looks)) => looks,
                Some(Fate::Staged { looks, .. }) => {
                    summary.written += 1;
                    looks
                }
                None => continue,
            };
            let row = Row {
                path: wanted.path,
                sum: wanted.sum,
                size: looks.size,
                modified: looks.modified,
            };
            if self.old.get(&row.path) != Some(&row) {
                patch.put.push(row);
            }
        }
        let news = patch.put.iter().filter(|row| self.old.get(&row.path).is_none()).count();
        let count = self.old.rows.len() + news - patch.gone.len();
        summary.unchanged = count - summary.written;
        let is_idle = intent.moves.is_empty() && intent.late.is_empty() && intent.lock_files.is_empty();
        if is_idle && patch.put.is_empty() && patch.gone.is_empty() {
            return Ok(summary);
        }
        let InForce(recorded) = self
            .put_in_force(&mut intent, patch.over(&self.old.rows), lock_files)
            .map_err(|t| self.give_up(&t))?;
        patch.apply(&mut self.old.rows, news);
        self.old.recorded = recorded;
        Ok(summary)
    }

    /// Those of the files to be removed that are still ours; rows of all that are there no more go.
    fn goes(&self, removed: &BTreeSet<String>) -> Result<(Leftovers, Patch), Trouble> {
        let (mut goes, mut patch) = (Leftovers::default(), Patch::default());
        for path in removed {
            let Some(row) = self.old.get(path).filter(|row| !self.claims.has_file(&row.path)) else {
                continue;
            };
            let target: PathBuf = self.layout.site(path);
            let there = look(&target).map_err(Trouble::at(&target))?;
            let is_edited = match &there {
                None => false,
                Some(meta) => {
                    let is_ours =
                        meta.is_file() && self.layout.is_inside(path) && self.still_ours(row, &target, meta)?;
                    if is_ours {
                        goes.late.push(row.path.clone());
                    }
                    !is_ours
                }
            };
            match is_edited {
                // Its row stays, so that the warning comes again until somebody decides.
                true => goes.edited.push(row.clone()),
                false => drop(patch.gone.insert(row.path.clone())),
            }
        }
        Ok((goes, patch))
    }

    /// True when nothing went wrong so far and no folder is in the way of a file.
    fn is_faultless(&self) -> bool {
        let none_blocked = self.blocked.lock().unwrap_or_else(PoisonError::into_inner).is_empty();
        none_blocked && self.is_sound() && !self.has_findings()
    }
}

impl Patch {
    /// The rows as they will be.
    fn over<'r>(&'r self, rows: &'r [Row]) -> impl Iterator<Item = &'r Row> {
        let mut put = self.put.iter().peekable();
        let mut rows = rows.iter().filter(|row| !self.gone.contains(&row.path)).peekable();
        std::iter::from_fn(move || {
            let (Some(new), Some(old)) = (put.peek(), rows.peek()) else {
                return put.next().or_else(|| rows.next());
            };
            match new.path.cmp(&old.path) {
                std::cmp::Ordering::Greater => rows.next(),
                std::cmp::Ordering::Less => put.next(),
                std::cmp::Ordering::Equal => {
                    rows.next();
                    put.next()
                }
            }
        })
    }

    fn apply(self, rows: &mut Vec<Row>, news: usize) {
        if !self.gone.is_empty() {
            rows.retain(|row| !self.gone.contains(&row.path));
        }
        rows.reserve(news);
        let known = rows.len();
        for row in self.put {
            match rows[..known].binary_search_by(|old| old.path.cmp(&row.path)) {
                Ok(at) => rows[at] = row,
                Err(_) => rows.push(row),
            }
        }
        if rows.len() > known {
            rows.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        }
    }
}
