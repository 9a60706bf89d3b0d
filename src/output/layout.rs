//! Where things lie: the output folder, vanbia's own folder inside it, and small careful file operations.
//!
//! Entry point: [`Layout`], [`replace()`]. Invariant: nothing outside `.vanbia/stage` and `.vanbia/saved` is
//! ever removed as a whole tree.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::path::{OWN, folder_of};
use super::trouble::{Trouble, patiently};

/// The folders of one site.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The output folder.
    pub(super) out: PathBuf,
    /// The content folder, where lock files lie.
    pub(super) content: PathBuf,
}

impl Layout {
    /// A file or folder of the site.
    pub(super) fn site(&self, path: &str) -> PathBuf {
        self.out.join(path)
    }

    pub(super) fn own(&self) -> PathBuf {
        self.out.join(OWN)
    }

    /// The same file or folder while it waits.
    pub(super) fn stage(&self, path: &str) -> PathBuf {
        let mut all = self.stage_root();
        all.push(path);
        all
    }

    pub(super) fn stage_root(&self) -> PathBuf {
        self.own().join("stage")
    }

    /// The n-th file that was set aside while new ones took their places.
    pub(super) fn saved(&self, n: usize) -> PathBuf {
        self.saved_root().join(n.to_string())
    }

    pub(super) fn saved_root(&self) -> PathBuf {
        self.own().join("saved")
    }

    pub(super) fn intent(&self) -> PathBuf {
        self.own().join("intent")
    }

    pub(super) fn manifest(&self) -> PathBuf {
        self.own().join("manifest")
    }

    pub(super) fn next_manifest(&self) -> PathBuf {
        self.own().join("manifest.new")
    }

    /// The manifest of a healed build while it waits.
    pub(super) fn healed_manifest(&self) -> PathBuf {
        self.own().join("manifest-healed.new")
    }

    /// The new text of the n-th lock file while it waits.
    pub(super) fn next_lock_file(&self, n: usize) -> PathBuf {
        self.own().join(format!("ledger-{n}.new"))
    }

    pub(super) fn lock_file(&self, name: &str) -> PathBuf {
        self.content.join(name)
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.own().join("lock")
    }

    /// Removes what a build leaves in vanbia's own folder; the intent goes first, so that a half-cleared stage is
    /// never taken for a complete one.
    pub(super) fn tidy(&self) -> Result<(), Trouble> {
        let intent = self.intent();
        absent_ok(fs::remove_file(&intent)).map_err(Trouble::at(&intent))?;
        for tree in [self.stage_root(), self.saved_root()] {
            // These two folders hold nothing but what this or a killed build put there.
            absent_ok(patiently(|| fs::remove_dir_all(&tree))).map_err(Trouble::at(&tree))?;
        }
        let own = self.own();
        let files = fs::read_dir(&own).map_err(Trouble::at(&own))?;
        for file in files.filter_map(Result::ok) {
            if file.file_name().to_string_lossy().ends_with(".new") {
                let path = file.path();
                absent_ok(fs::remove_file(&path)).map_err(Trouble::at(&path))?;
            }
        }
        Ok(())
    }

    /// True when no folder above this path is a link or a file: what lies there lies in the output folder.
    pub(super) fn is_inside(&self, path: &str) -> bool {
        let mut folder = folder_of(path);
        while !folder.is_empty() {
            match fs::symlink_metadata(self.site(folder)) {
                Ok(meta) if !meta.is_dir() => return false,
                _ => folder = folder_of(folder),
            }
        }
        true
    }

    /// Removes the folders above a removed file as far as they are empty.
    pub(super) fn prune_above(&self, path: &str) {
        let mut folder = folder_of(path);
        // A folder that is not empty, or not there, ends the climb; that is the usual case and no fault.
        while !folder.is_empty() && fs::remove_dir(self.site(folder)).is_ok() {
            folder = folder_of(folder);
        }
    }
}

/// What is not there need not be removed.
pub(super) fn absent_ok(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Looks at a path without following links; none if nothing is there.
pub(super) fn look(path: &Path) -> io::Result<Option<fs::Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(meta) => Ok(Some(meta)),
        // Below a file there is nothing either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads a file; none if it is not there.
pub(super) fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes a new file and waits until it is on the disk.
pub(super) fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Replaces a file that is the user's, such as the ledger: it holds the old or the new bytes at every moment, also after
/// a power cut.
///
/// # Errors
/// What the disk refused. The old file stays then, and nothing beside it.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".vanbia-new");
    let beside = path.with_file_name(name);
    let done = write_synced(&beside, bytes).and_then(|()| rename_synced(&beside, path));
    if done.is_err() {
        // What is half written helps nobody; whether it can be taken away does not change what is told.
        let _ = fs::remove_file(&beside);
    }
    done
}

/// Renames a file and waits until the folder knows.
pub(super) fn rename_synced(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))?;
    // Only Unix can sync a folder; elsewhere the file system sees to it.
    if cfg!(unix)
        && let Some(folder) = to.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Writes a file that must not be there yet, and tells what it looks like then.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<fs::Metadata> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.metadata()
}

/// Removes a tree of folders that holds no file.
pub(super) fn remove_empty_tree(folder: &Path) -> io::Result<()> {
    for child in fs::read_dir(folder)? {
        let child = child?;
        if child.file_type()?.is_dir() {
            remove_empty_tree(&child.path())?;
        }
    }
    fs::remove_dir(folder)
}
