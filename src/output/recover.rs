//! After a build that was killed: complete what its intent says, or drop its stage.
//!
//! Entry point: [`heal`]. Invariant: each step looks first whether it has been done, so that being killed in here is
//! healed by the next run in the same way; nothing that people changed in between is touched.

use std::fs;

use super::apply::move_into_place;
use super::intent::{Intent, LockFileMove};
use super::layout::{Layout, look, read_if_there, rename_synced, replace};
use super::manifest::{self, Manifest, Row, checksum, hash};
use super::path::folder_of;
use super::step::{Step, Steps};
use super::trouble::Trouble;

/// Brings the output folder into the state before or after the killed build, never in between.
pub(super) fn heal(layout: &Layout, steps: &Steps) -> Result<(), Trouble> {
    let path = layout.intent();
    let text = read_if_there(&path).map_err(Trouble::at(&path))?;
    if let Some(intent) = text.and_then(|bytes| Intent::parse(&String::from_utf8_lossy(&bytes))) {
        complete(layout, &intent, steps)?;
    }
    layout.tidy()
}

fn complete(layout: &Layout, intent: &Intent, steps: &Steps) -> Result<(), Trouble> {
    let next = layout.next_manifest();
    let text = read_if_there(&next).map_err(Trouble::at(&next))?;
    // Without the manifest that it speaks of, the intent was carried out already (or is not from this folder).
    if text.is_none_or(|bytes| hash(&bytes) != intent.manifest) {
        return Ok(());
    }
    let old = layout.manifest();
    let mut work = Healing {
        layout,
        old: Manifest::read(&old, layout).map_err(Trouble::at(&old))?,
        new: Manifest::read(&next, layout).map_err(Trouble::at(&next))?,
    };
    let reach = |step| steps.reach(step).map_err(Trouble::halted(&layout.out));
    for (n, lock_file) in intent.lock_files.iter().enumerate() {
        work.write_lock_file(n, lock_file)?;
    }
    reach(Step::LockFileWritten)?;
    work.drop_torn()?;
    let mut deleted = 0;
    for path in &intent.early {
        work.remove(path)?;
        deleted += 1;
        reach(Step::Deleted(deleted))?;
    }
    for (n, (_, path)) in intent.moves.iter().enumerate() {
        work.place(path)?;
        reach(Step::Renamed(n + 1))?;
    }
    for path in &intent.late {
        work.remove(path)?;
        layout.prune_above(path);
        deleted += 1;
        reach(Step::Deleted(deleted))?;
    }
    if work.forget_lost()? {
        // The manifest that the intent speaks of stays until the healed one holds: who is killed here begins again.
        let healed = layout.healed_manifest();
        manifest::write(&healed, work.new.rows.iter()).map_err(Trouble::at(&healed))?;
        reach(Step::Healed)?;
        rename_synced(&healed, &old).map_err(Trouble::at(&old))?;
    } else {
        rename_synced(&next, &old).map_err(Trouble::at(&old))?;
    }
    reach(Step::ManifestWritten)
}

struct Healing<'a> {
    layout: &'a Layout,
    old: Manifest,
    new: Manifest,
}

impl Healing<'_> {
    /// Writes the lock file unless somebody changed it since.
    fn write_lock_file(&self, n: usize, lock_file: &LockFileMove) -> Result<(), Trouble> {
        let (next, path) = (self.layout.next_lock_file(n), self.layout.lock_file(&lock_file.name));
        let text = read_if_there(&next).map_err(Trouble::at(&next))?;
        let Some(text) = text.filter(|text| hash(text) == lock_file.after) else {
            return Ok(());
        };
        let now = read_if_there(&path).map_err(Trouble::at(&path))?;
        if now.map(|bytes| hash(&bytes)) == lock_file.before {
            replace(&path, &text).map_err(Trouble::at(&path))?;
        }
        Ok(())
    }

    /// After a power cut a staged file may be shorter than it was: it is dropped, and the next build makes it anew.
    fn drop_torn(&self) -> Result<(), Trouble> {
        for row in &self.new.rows {
            let path = self.layout.stage(&row.path);
            if look(&path).map_err(Trouble::at(&path))?.is_none() {
                continue;
            }
            let bytes = fs::read(&path).map_err(Trouble::at(&path))?;
            if checksum(&bytes) != row.sum {
                fs::remove_file(&path).map_err(Trouble::at(&path))?;
            }
        }
        Ok(())
    }

    /// Rows of files that did not come to their places become what they were before; true when there are any. Looks at the
    /// places themselves: an earlier healing may have dropped the staged files and been killed then.
    fn forget_lost(&mut self) -> Result<bool, Trouble> {
        let mut is_any = false;
        for row in std::mem::take(&mut self.new.rows) {
            let before = self.old.get(&row.path);
            if before == Some(&row) || self.holds(&row)? {
                self.new.rows.push(row);
                continue;
            }
            is_any = true;
            self.new.rows.extend(before.cloned());
        }
        Ok(is_any)
    }

    /// True when the file of a row stands at its place.
    fn holds(&self, row: &Row) -> Result<bool, Trouble> {
        let path = self.layout.site(&row.path);
        let is_file = look(&path)
            .map_err(Trouble::at(&path))?
            .is_some_and(|meta| meta.is_file() && meta.len() == row.size);
        Ok(is_file && checksum(&fs::read(&path).map_err(Trouble::at(&path))?) == row.sum)
    }

    /// Puts a file or folder from the stage in its place, file by file where the folder has come to be in between.
    fn place(&self, path: &str) -> Result<(), Trouble> {
        let (from, to) = (self.layout.stage(path), self.layout.site(path));
        let Some(staged) = look(&from).map_err(Trouble::at(&from))? else {
            return Ok(());
        };
        if !self.layout.is_inside(path) {
            return Ok(());
        }
        let there = look(&to).map_err(Trouble::at(&to))?;
        match there {
            Some(there) if staged.is_dir() => {
                if there.is_dir() {
                    for child in fs::read_dir(&from).map_err(Trouble::at(&from))? {
                        let name = child.map_err(Trouble::at(&from))?.file_name();
                        self.place(&format!("{path}/{}", name.to_string_lossy()))?;
                    }
                }
                return Ok(());
            }
            Some(there) if there.is_file() && !self.is_ours(path)? => return Ok(()),
            Some(there) if there.is_symlink() => return Ok(()),
            // An empty tree of folders may be cleared away; anything in it stops the move.
            Some(there) if there.is_dir() => {
                let _ = move_into_place(self.layout, path);
                return Ok(());
            }
            _ => {}
        }
        let above = self.layout.site(folder_of(path));
        fs::create_dir_all(&above).map_err(Trouble::at(&above))?;
        move_into_place(self.layout, path).map_err(Trouble::at(&to))
    }

    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let target = self.layout.site(path);
        let is_file = look(&target)
            .map_err(Trouble::at(&target))?
            .is_some_and(|meta| meta.is_file());
        if is_file && self.layout.is_inside(path) && self.is_ours(path)? {
            fs::remove_file(&target).map_err(Trouble::at(&target))?;
        }
        Ok(())
    }

    /// True when the file holds what we wrote, before or now, or nothing at all (a power cut leaves empty files).
    fn is_ours(&self, path: &str) -> Result<bool, Trouble> {
        let target = self.layout.site(path);
        let bytes = fs::read(&target).map_err(Trouble::at(&target))?;
        let now = checksum(&bytes);
        let wrote = |manifest: &Manifest| manifest.get(path).is_some_and(|row| row.sum == now);
        Ok(bytes.is_empty() || wrote(&self.old) || wrote(&self.new))
    }
}
