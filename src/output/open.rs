//! Opening an output folder: is it fit, is it free, and was the last build killed?
//!
//! Entry point: [`OpenRules`], [`open`]. Invariant: a folder that is refused has not been touched.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Component, Path, PathBuf};
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use super::disk::Disk;
use super::layout::{Layout, look};
use super::manifest::Manifest;
use super::recover::heal;
use super::step::Steps;
use super::trouble::Trouble;
use crate::diag::codes::output as codes;
use crate::diag::{Code, Diagnostic};

/// What must be known to tell whether an output folder is fit.
#[derive(Clone, Debug, Default)]
pub struct OpenRules {
    /// The project folder.
    pub root: PathBuf,
    /// The content folder; lock files lie directly in it.
    pub content_dir: PathBuf,
    /// The home folder of the person at the keyboard, where known.
    pub home: Option<PathBuf>,
    /// For tests: asked after each step.
    pub steps: Steps,
}

/// Checks and locks the folder, and heals it.
pub(super) fn open(out: &Path, rules: &OpenRules) -> Result<(Layout, File), Diagnostic> {
    let absolute = |path: &Path| std::path::absolute(path).map_err(Trouble::at(path));
    let layout = Layout {
        out: absolute(out).map_err(|t| t.finding())?,
        content: absolute(&rules.content_dir).map_err(|t| t.finding())?,
    };
    refuse_precious(&layout, out, rules)?;
    let own = layout.own();
    match look(&layout.out).map_err(|e| Trouble::at(&layout.out)(e).finding())? {
        Some(_) if !layout.out.is_dir() => return Err(refusal(codes::OUTPUT_NOT_FOLDER, out)),
        Some(_) => match look(&own).map_err(|e| Trouble::at(&own)(e).finding())? {
            Some(meta) if !meta.is_dir() => return Err(refusal(codes::OUTPUT_NOT_FOLDER, &own)),
            Some(_) => {}
            None => refuse_foreign(&layout, out)?,
        },
        None => {}
    }
    fs::create_dir_all(&own).map_err(|e| Trouble::at(&own)(e).finding())?;
    let lock = take_lock(&layout, out)?;
    heal(&layout, &rules.steps).map_err(|t| t.finding())?;
    if !layout.manifest().is_file() {
        refuse_foreign(&layout, out)?;
    }
    Ok((layout, lock))
}

impl Disk {
    /// Takes the folder again where somebody has removed it since, and with it the lock. True when that was so: then what is
    /// known of its files may be another program's doing, and all is to be made again.
    ///
    /// # Errors
    /// `VB0906` while another program is at work there, `VB0920` to `VB0924` for the disk.
    pub fn hold(&mut self) -> Result<bool, Diagnostic> {
        if is_in_place(&self.lock, &self.layout) {
            return Ok(false);
        }
        let own = self.layout.own();
        fs::create_dir_all(&own).map_err(|e| Trouble::at(&own)(e).finding())?;
        self.lock = take_lock(&self.layout, &self.layout.out)?;
        heal(&self.layout, &self.steps).map_err(|t| t.finding())?;
        let path = self.layout.manifest();
        // Where there is none, nobody else has built, and ours is still right about what is left.
        if path.is_file() {
            self.old = Manifest::read(&path, &self.layout).map_err(|e| Trouble::at(&path)(e).finding())?;
        }
        Ok(true)
    }
}

/// True when the lock that is held is the one that others would ask for. Some file systems give a file another number each
/// time; it was written when it was taken, and never since.
#[cfg(unix)]
pub(super) fn is_in_place(lock: &File, layout: &Layout) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(there)) = (lock.metadata(), fs::metadata(layout.lock())) else {
        return false;
    };
    let identity = |meta: &fs::Metadata| (meta.dev(), meta.ino());
    let written = |meta: &fs::Metadata| (meta.len(), meta.mtime(), meta.mtime_nsec());
    identity(&held) == identity(&there) || written(&held) == written(&there)
}

/// True when the lock that is held is the one that others would ask for: a file that is held cannot be replaced here.
#[cfg(not(unix))]
pub(super) fn is_in_place(_: &File, layout: &Layout) -> bool {
    layout.lock().exists()
}

fn refusal(code: &'static Code, path: &Path) -> Diagnostic {
    Diagnostic::new(code).with("path", path.display())
}

fn refuse_precious(layout: &Layout, shown: &Path, rules: &OpenRules) -> Result<(), Diagnostic> {
    let out = real(&layout.out);
    let root = real(&rules.root);
    let content = real(&layout.content);
    if out.parent().is_none() {
        return Err(refusal(codes::OUTPUT_IS_HOME, shown));
    }
    if let Some(home) = &rules.home
        && real(home).starts_with(&out)
    {
        return Err(refusal(codes::OUTPUT_IS_HOME, shown));
    }
    if root.starts_with(&out) {
        return Err(refusal(codes::OUTPUT_HOLDS_PROJECT, shown));
    }
    if content.starts_with(&out) || out.starts_with(&content) {
        return Err(refusal(codes::OUTPUT_HOLDS_CONTENT, shown));
    }
    Ok(())
}

/// The path without links, also where its last parts do not exist yet. Only for comparing: Windows' own form of such
/// paths takes no `/`.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for known in path.ancestors() {
        if let Ok(mut real) = fs::canonicalize(known) {
            let rest = path.strip_prefix(known).map(Path::components);
            for part in rest.into_iter().flatten() {
                match part {
                    Component::ParentDir => drop(real.pop()),
                    other => real.push(other),
                }
            }
            return real;
        }
    }
    path
}

/// Files that stand in many a fresh folder and say nothing about whose it is.
fn is_harmless(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    name.starts_with('.')
        || name.starts_with("readme")
        || matches!(name.as_str(), "cname" | "desktop.ini" | "thumbs.db")
}

fn refuse_foreign(layout: &Layout, shown: &Path) -> Result<(), Diagnostic> {
    let list = || -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for file in fs::read_dir(&layout.out)? {
            let name = file?.file_name();
            if !is_harmless(&name) {
                names.push(name.to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    };
    match list() {
        Ok(names) => match names.first() {
            None => Ok(()),
            Some(first) => Err(refusal(codes::OUTPUT_FOREIGN, shown).with("file", first)),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Trouble::at(&layout.out)(error).finding()),
    }
}

fn take_lock(layout: &Layout, shown: &Path) -> Result<File, Diagnostic> {
    let path = layout.lock();
    let fail = |error| Trouble::at(&path)(error).finding();
    let mut lock = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(fail)?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let who = fs::read_to_string(&path).unwrap_or_default();
            let who = match who.trim() {
                "" => "…".to_owned(),
                told => told.to_owned(),
            };
            return Err(refusal(codes::LOCK_HELD, shown).with("who", who));
        }
        // Some network folders know no locks; one person at a time is the rule there anyway.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(fail(error)),
    }
    // Only a help for people; the lock itself is the system's.
    let _ = lock.set_len(0);
    let _ = writeln!(lock, "PID {}, {}", process::id(), time_of_day());
    Ok(lock)
}

/// Hours and minutes in Vietnam (UTC+7).
fn time_of_day() -> String {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
        + 7 * 3600;
    format!("{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60)
}
