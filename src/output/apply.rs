//! Doing what the intent says: lock files, then new files, then deletions, then the manifest; and undoing it when the
//! file system fails half way.
//!
//! Entry point: [`apply`]. Invariant: until the manifest is in force every step can be undone, and every file that is
//! replaced or removed has been set aside first.

use std::fs;
use std::io;

use super::intent::{Intent, Kind};
use super::layout::{Layout, absent_ok, read_if_there, remove_empty_tree, rename_synced, replace};
use super::path::folder_of;
use super::step::{Step, Steps};
use super::trouble::{Trouble, patiently};

/// Carries out an intent whose targets have just been checked. On a fault of the file system everything is put back;
/// if even that fails the intent stays, and the next run completes it.
pub(super) fn apply(layout: &Layout, intent: &Intent, steps: &Steps) -> Result<(), Trouble> {
    let mut work = Work {
        layout,
        steps,
        done: Vec::new(),
        renamed: 0,
        deleted: 0,
    };
    let result = work.run(intent);
    if let Err(Trouble::Disk(..)) = result {
        work.undo()
            .map_err(|_| ())
            .and_then(|()| layout.tidy().map_err(|_| ()))
            .ok();
    }
    result
}

/// A step that can be undone. Numbers are those of [`Layout::saved`].
enum Done {
    LockFile(String, Option<Vec<u8>>),
    Removed(Box<str>, usize),
    Swapped(Box<str>, usize),
    Placed(Box<str>),
}

struct Work<'a> {
    layout: &'a Layout,
    steps: &'a Steps,
    done: Vec<Done>,
    renamed: usize,
    deleted: usize,
}

impl Work<'_> {
    fn run(&mut self, intent: &Intent) -> Result<(), Trouble> {
        for (n, lock_file) in intent.lock_files.iter().enumerate() {
            self.write_lock_file(n, &lock_file.name)?;
        }
        self.reach(Step::LockFileWritten)?;
        let saved = self.layout.saved_root();
        fs::create_dir_all(&saved).map_err(Trouble::at(&saved))?;
        for path in &intent.early {
            self.remove(path)?;
        }
        for (kind, path) in &intent.moves {
            self.place(*kind, path)?;
        }
        for path in &intent.late {
            self.remove(path)?;
        }
        for path in &intent.late {
            self.layout.prune_above(path);
        }
        let manifest = self.layout.manifest();
        rename_synced(&self.layout.next_manifest(), &manifest).map_err(Trouble::at(&manifest))?;
        self.done.clear();
        self.reach(Step::ManifestWritten)
    }

    fn reach(&self, step: Step) -> Result<(), Trouble> {
        self.steps.reach(step).map_err(Trouble::halted(&self.layout.out))
    }

    fn write_lock_file(&mut self, n: usize, name: &str) -> Result<(), Trouble> {
        let next = self.layout.next_lock_file(n);
        let bytes = fs::read(&next).map_err(Trouble::at(&next))?;
        let path = self.layout.lock_file(name);
        let before = read_if_there(&path).map_err(Trouble::at(&path))?;
        replace(&path, &bytes).map_err(Trouble::at(&path))?;
        self.done.push(Done::LockFile(name.to_owned(), before));
        Ok(())
    }

    /// Keeps a second name for a file that is about to go.
    fn set_aside(&self, path: &str) -> Result<usize, Trouble> {
        let n = self.done.len();
        let (from, to) = (self.layout.site(path), self.layout.saved(n));
        // Memory sticks cannot give a file two names; there a copy has to do.
        patiently(|| fs::hard_link(&from, &to))
            .or_else(|_| fs::copy(&from, &to).map(drop))
            .map_err(Trouble::at(&from))?;
        Ok(n)
    }

    fn remove(&mut self, path: &str) -> Result<(), Trouble> {
        let n = self.set_aside(path)?;
        let target = self.layout.site(path);
        patiently(|| fs::remove_file(&target)).map_err(Trouble::at(&target))?;
        self.done.push(Done::Removed(path.into(), n));
        self.deleted += 1;
        self.reach(Step::Deleted(self.deleted))
    }

    fn place(&mut self, kind: Kind, path: &str) -> Result<(), Trouble> {
        let saved = match kind {
            Kind::Swap => Some(self.set_aside(path)?),
            Kind::New | Kind::Folder => None,
        };
        move_into_place(self.layout, path).map_err(Trouble::at(&self.layout.site(path)))?;
        self.done.push(match saved {
            Some(n) => Done::Swapped(path.into(), n),
            None => Done::Placed(path.into()),
        });
        self.renamed += 1;
        self.reach(Step::Renamed(self.renamed))
    }

    /// Puts everything back, the last step first. The stage is complete again afterwards, so that being killed in
    /// here leaves an intent that can still be carried out.
    fn undo(&mut self) -> io::Result<()> {
        while let Some(done) = self.done.pop() {
            match done {
                Done::Placed(path) => patiently(|| fs::rename(self.layout.site(&path), self.layout.stage(&path)))?,
                Done::Swapped(path, n) => {
                    let target = self.layout.site(&path);
                    let _ = fs::hard_link(&target, self.layout.stage(&path));
                    patiently(|| fs::rename(self.layout.saved(n), &target))?;
                }
                Done::Removed(path, n) => {
                    fs::create_dir_all(self.layout.site(folder_of(&path)))?;
                    patiently(|| fs::rename(self.layout.saved(n), self.layout.site(&path)))?;
                }
                Done::LockFile(name, before) => {
                    let path = self.layout.lock_file(&name);
                    match before {
                        Some(bytes) => replace(&path, &bytes)?,
                        None => absent_ok(fs::remove_file(&path))?,
                    }
                }
            }
        }
        Ok(())
    }
}

/// Renames one file or folder from the stage to its place; empty folders of ours in its way go.
pub(super) fn move_into_place(layout: &Layout, path: &str) -> io::Result<()> {
    let (from, to) = (layout.stage(path), layout.site(path));
    match patiently(|| fs::rename(&from, &to)) {
        Err(_) if fs::symlink_metadata(&to).is_ok_and(|meta| meta.is_dir()) && from.is_file() => {
            remove_empty_tree(&to)?;
            patiently(|| fs::rename(&from, &to))
        }
        other => other,
    }
}
