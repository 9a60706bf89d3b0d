//! The files of a site, and reading them.
//!
//! Entry point: [`Tree::walk`]. Invariant: paths are relative to the site's root, with `/`, in NFC and sorted by bytes;
//! links that lead out of the site are not followed.
#![expect(clippy::disallowed_methods, reason = "the one place that reads")]

use super::document::Document;
use super::{decode, names};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::text::nfc;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use walkdir::WalkDir;

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path relative to the site's root: `content/relics/chua-bo-da/entry.yaml`.
    pub path: Arc<str>,
    /// Where the disk has it, when its name there is not in normal form; else none.
    on_disk: Option<PathBuf>,
    /// What it looked like when it was listed.
    pub stamp: Stamp,
}

/// What a file looks like from outside. Equal stamps do not prove equal bytes: a clock may be coarse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// Modification time, nanoseconds since 1970.
    pub modified: i128,
}

impl Stamp {
    fn of(meta: &std::fs::Metadata) -> Self {
        Self {
            size: meta.len(),
            modified: meta.modified().map_or(0, since_1970),
        }
    }
}

fn since_1970(time: SystemTime) -> i128 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_nanos() as i128,
        Err(before) => -(before.duration().as_nanos() as i128),
    }
}

/// The files of a folder of the site.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    root: PathBuf,
    files: Vec<File>,
    /// Nanoseconds since 1970.
    listed: i128,
}

impl Tree {
    /// Walks `folder` (relative to `root`), without what editors and file managers leave behind. A folder that does not
    /// exist is empty.
    pub fn walk(root: &Path, folder: &str) -> (Self, Diagnostics) {
        let mut found = Vec::new();
        let mut files = Vec::new();
        let listed = since_1970(SystemTime::now());
        let start = root.join(folder);
        if start.is_dir() {
            let hidden = |name: &str| name.starts_with('.') || names::is_ignored(name);
            let walk = WalkDir::new(&start).follow_links(false).max_depth(12).into_iter();
            let visible = walk.filter_entry(|e| e.depth() == 0 || !hidden(&e.file_name().to_string_lossy()));
            for item in visible {
                match item {
                    Ok(item) if item.file_type().is_dir() => {}
                    Ok(item) => {
                        let stamp = item.metadata().map(|meta| Stamp::of(&meta)).unwrap_or_default();
                        let is_link = item.file_type().is_symlink();
                        files.extend(file(root, item.path(), (is_link, stamp), &mut found));
                    }
                    Err(error) => found.push(unreadable(root, &error)),
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        (
            Self {
                root: root.to_path_buf(),
                files,
                listed,
            },
            found,
        )
    }

    /// When the files were listed, in nanoseconds since 1970.
    pub fn listed(&self) -> i128 {
        self.listed
    }

    /// Every file, sorted by path.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The file of a path.
    pub fn find(&self, path: &str) -> Option<&File> {
        let at = self.files.binary_search_by(|f| (*f.path).cmp(path)).ok()?;
        Some(&self.files[at])
    }

    /// The files below a folder; the folder ends in `/`.
    pub fn below<'t>(&'t self, folder: &str) -> &'t [File] {
        let from = self.files.partition_point(|f| &*f.path < folder);
        let to = from + self.files[from..].partition_point(|f| f.path.starts_with(folder));
        &self.files[from..to]
    }

    /// Looks at a listed file again. False when it is not listed or not there any more.
    pub fn refresh(&mut self, path: &str) -> bool {
        let Ok(at) = self.files.binary_search_by(|f| (*f.path).cmp(path)) else {
            return false;
        };
        let file = &self.files[at];
        let place = file.on_disk.clone().unwrap_or_else(|| self.root.join(&*file.path));
        match std::fs::symlink_metadata(place) {
            Ok(meta) if meta.is_file() => {
                self.files[at].stamp = Stamp::of(&meta);
                true
            }
            _ => false,
        }
    }

    /// The bytes of a file.
    pub fn bytes(&self, file: &File) -> Result<Vec<u8>, Diagnostic> {
        let path = file.on_disk.clone().unwrap_or_else(|| self.root.join(&*file.path));
        std::fs::read(&path).map_err(|error| cannot_read(&file.path, &error))
    }

    /// A text file, decoded and normalized.
    pub fn document(&self, file: &File) -> (Option<Document>, Diagnostics) {
        match self.bytes(file) {
            Ok(bytes) => {
                let (text, found) = decode::decode(&file.path, &bytes);
                (
                    Some(Document {
                        file: file.path.clone(),
                        text,
                    }),
                    found,
                )
            }
            Err(found) => (None, vec![found]),
        }
    }
}

/// One file; links are followed when they stay inside the site.
fn file(root: &Path, path: &Path, (is_link, mut stamp): (bool, Stamp), found: &mut Diagnostics) -> Option<File> {
    let relative = path.strip_prefix(root).ok()?;
    let text = relative.to_string_lossy().replace('\\', "/");
    let shown: Arc<str> = nfc(&text).as_ref().into();
    if is_link {
        let inside = path
            .canonicalize()
            .ok()
            .zip(root.canonicalize().ok())
            .is_some_and(|(to, root)| to.starts_with(root));
        if !inside {
            found.push(Diagnostic::new(codes::files::LINK_OUTSIDE).at(Place::file(&shown)));
            return None;
        }
        if path.is_dir() {
            return None;
        }
        stamp = std::fs::metadata(path).map(|meta| Stamp::of(&meta)).unwrap_or_default();
    }
    let on_disk = (*shown != *relative.to_string_lossy()).then(|| path.to_path_buf());
    Some(File {
        path: shown,
        on_disk,
        stamp,
    })
}

fn unreadable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error
        .path()
        .and_then(|p| p.strip_prefix(root).ok())
        .unwrap_or(Path::new(""));
    let path: Arc<str> = path.to_string_lossy().replace('\\', "/").into();
    match error.io_error() {
        Some(error) => cannot_read(&path, error),
        None => Diagnostic::new(codes::files::CANNOT_READ)
            .at(Place::file(&path))
            .with("why", "?"),
    }
}

fn cannot_read(path: &Arc<str>, error: &std::io::Error) -> Diagnostic {
    let code = match error.kind() {
        std::io::ErrorKind::PermissionDenied => codes::files::NO_PERMISSION,
        _ => codes::files::CANNOT_READ,
    };
    Diagnostic::new(code).at(Place::file(path)).with("why", error.kind())
}
