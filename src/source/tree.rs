//! The files of a site, and reading them.
//!
//! Entry point: [`Tree::walk`]. Invariant: paths are relative to the site's root, with `/`, in NFC and sorted by bytes;
//! links that lead out of the site are not followed.
#![expect(clippy::disallowed_methods, reason = "the one place that reads")]

use super::document::Document;
use super::readings::Readings;
use super::{decode, names, versions};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::text::{is_settled, nfc};
use std::fs::{FileType, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use walkdir::WalkDir;

/// Levels of folders that are listed at once; what lies deeper is listed folder by folder. An entry's folder is on the
/// second.
const NEAR: usize = 2;
/// Deeper folders are not looked at.
const DEEPEST: usize = 12;

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
    /// What was read of files that are so young that a change could hide behind their looks.
    readings: Readings,
}

/// The files of one part of the tree, and what was wrong with them.
pub type Part = (Vec<File>, Diagnostics);

/// Calls a function for every number below a count, in any order and in as many threads as it likes, and returns what it
/// gave. The engine does this in parallel.
pub type Spread<'a> = &'a dyn Fn(usize, &(dyn Fn(usize) -> Part + Sync)) -> Vec<Part>;

impl Tree {
    /// Walks `folder` (relative to `root`), without what editors and file managers leave behind. A folder that does not
    /// exist is empty.
    pub fn walk(root: &Path, folder: &str, spread: Spread<'_>) -> (Self, Diagnostics) {
        let listed = since_1970(SystemTime::now());
        let start = root.join(folder);
        let (mut files, mut found) = (Vec::new(), Vec::new());
        if start.is_dir() {
            let mut deep = Vec::new();
            let (near, problems) = list(root, &start, (0, NEAR), &mut |path| deep.push(path.to_path_buf()));
            files = near;
            found = problems;
            // Sorted by folders and within them, so that little is left for the sort of them all, which is one thread's work.
            deep.sort_by_cached_key(|folder: &PathBuf| [folder.as_os_str().as_encoded_bytes(), b"/"].concat());
            let below = |i: usize| {
                let mut part = list(root, &deep[i], (1, DEEPEST - NEAR), &mut |_| {});
                part.0.sort_by(by_path);
                part
            };
            for (more, problems) in spread(deep.len(), &below) {
                files.extend(more);
                found.extend(problems);
            }
        }
        files.sort_by(by_path);
        (
            Self {
                root: root.to_path_buf(),
                files,
                listed,
                readings: Readings::default(),
            },
            found,
        )
    }

    /// Stands for the names and the looks of all files; none while a file is so young that a later change could leave
    /// its looks as they are. Files that the program wrote `itself` may be young.
    pub fn digest(&self, itself: &[&str]) -> Option<[u8; 32]> {
        let mut hasher = blake3::Hasher::new();
        for file in &self.files {
            if self.is_young(file) && !itself.contains(&&*file.path) {
                return None;
            }
            let place = file
                .on_disk
                .as_deref()
                .map_or((&*file.path).into(), Path::to_string_lossy);
            for part in [&*file.path, &*place] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part.as_bytes());
            }
            hasher.update(&file.stamp.size.to_le_bytes());
            hasher.update(&file.stamp.modified.to_le_bytes());
        }
        Some(*hasher.finalize().as_bytes())
    }

    /// Whether the files still look like those of a later listing, `now`: none when a name or a look differs; else the paths
    /// of those that were so young at the earlier listing that a change could hide behind their looks. Files that the
    /// program wrote `itself` may be young.
    pub fn young<'t>(&'t self, now: &Self, itself: &[&str]) -> Option<Vec<&'t str>> {
        let is_young = |file: &&File| self.is_young(file) && !itself.contains(&&*file.path);
        let young = || self.files.iter().filter(is_young).map(|file| &*file.path).collect();
        (self.files == now.files).then(young)
    }

    fn is_young(&self, file: &File) -> bool {
        !is_settled(file.stamp.modified, self.listed)
    }

    /// True when a young file holds what was read of it, each time, or when nobody has read it.
    pub fn is_as_read(&self, path: &str) -> bool {
        let bytes = || std::fs::read(self.place(self.find(path)?)).ok();
        self.readings.are_all(path, bytes)
    }

    /// Notes that all files look at this later listing as they do here, and that what was young has been compared since.
    pub fn confirm(&mut self, listed: i128) {
        self.listed = listed;
        let mut readings = std::mem::take(&mut self.readings);
        readings.retain(|path| self.find(path).is_some_and(|file| self.is_young(file)));
        self.readings = readings;
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

    /// The same files, as far as they lie below these folders (which end in `/`) or have these paths: what a few entries
    /// are read from, without a copy of a whole country's files.
    pub fn narrowed(&self, folders: &[String], paths: &[&str]) -> Self {
        let below = folders.iter().flat_map(|folder| self.below(folder));
        let mut files: Vec<File> = below
            .chain(paths.iter().filter_map(|path| self.find(path)))
            .cloned()
            .collect();
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        let mut readings = Readings::default();
        files
            .iter()
            .for_each(|file| readings.extend(&self.readings.of(&file.path)));
        Self {
            root: self.root.clone(),
            files,
            listed: self.listed,
            readings,
        }
    }

    /// Takes in how the files of a narrowed tree look by now, and what was read of them.
    pub fn renew(&mut self, narrowed: Self) {
        narrowed.files.iter().for_each(|file| self.readings.forget(&file.path));
        self.readings.extend(&narrowed.readings);
        for file in narrowed.files {
            if let Ok(at) = self.files.binary_search_by(|f| f.path.cmp(&file.path)) {
                self.files[at] = file;
            }
        }
    }

    /// Looks at a file again that may be there since the others were listed, or not any more.
    pub fn relist(&mut self, path: &str) {
        if self.refresh(path) {
            return;
        }
        self.readings.forget(path);
        let at = self.files.binary_search_by(|f| (*f.path).cmp(path));
        let meta = std::fs::metadata(self.root.join(path))
            .ok()
            .filter(std::fs::Metadata::is_file);
        match (at, meta) {
            (Ok(at), _) => drop(self.files.remove(at)),
            (Err(at), Some(meta)) => self.files.insert(
                at,
                File {
                    path: path.into(),
                    on_disk: None,
                    stamp: Stamp::of(&meta),
                },
            ),
            (Err(_), None) => {}
        }
    }

    /// True when a link stands at this path, or nothing: a look at a single file cannot say where it leads, or how its name is
    /// spelled.
    pub fn is_unclear(&self, path: &str) -> bool {
        let known = self.find(path).and_then(|file| file.on_disk.clone());
        let meta = std::fs::symlink_metadata(known.unwrap_or_else(|| self.root.join(path)));
        match meta {
            Ok(meta) => !meta.is_file(),
            Err(_) => self.find(path).is_none(),
        }
    }

    /// Looks at a listed file again, which is to be read anew then. False when it is not listed or not there any more.
    pub fn refresh(&mut self, path: &str) -> bool {
        let Ok(at) = self.files.binary_search_by(|f| (*f.path).cmp(path)) else {
            return false;
        };
        match std::fs::symlink_metadata(self.place(&self.files[at])) {
            Ok(meta) if meta.is_file() => {
                self.readings.forget(path);
                self.files[at].stamp = Stamp::of(&meta);
                true
            }
            _ => false,
        }
    }

    /// The bytes of a file.
    pub fn bytes(&self, file: &File) -> Result<Vec<u8>, Diagnostic> {
        let read = std::fs::read(self.place(file));
        if self.is_young(file) {
            self.readings.note(&file.path, read.as_deref().ok());
        }
        read.map_err(|error| cannot_read(&file.path, &error))
    }

    /// True when a folder (path with a final slash) holds files that a walk passes over, other than those that systems make.
    pub fn has_passed_over(&self, folder: &str) -> bool {
        let walk = WalkDir::new(self.root.join(folder)).follow_links(false);
        let is_work = |entry: &walkdir::DirEntry| !names::is_of_system(&entry.file_name().to_string_lossy());
        let all = walk.into_iter().filter_entry(is_work);
        // What cannot be looked at may be anything.
        all.filter(|entry| entry.as_ref().map_or(true, |entry| !entry.file_type().is_dir()))
            .count()
            > self.below(folder).len()
    }

    fn place(&self, file: &File) -> PathBuf {
        file.on_disk.clone().unwrap_or_else(|| self.root.join(&*file.path))
    }

    /// A text file, decoded and normalized.
    pub fn document(&self, file: &File) -> (Option<Document>, Diagnostics) {
        match self.bytes(file) {
            Ok(bytes) => {
                let (mut text, mut found) = decode::decode(&file.path, &bytes);
                if let Some((one, conflict)) = versions::first(&file.path, &text) {
                    text = one;
                    found.push(conflict);
                }
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

/// The files of a folder, between two levels below it; the folders on the lower one are handed to `deeper`.
fn list(root: &Path, start: &Path, (from, to): (usize, usize), deeper: &mut dyn FnMut(&Path)) -> Part {
    let (mut files, mut found) = (Vec::new(), Vec::new());
    let hidden = |name: &str| name.starts_with('.') || names::is_ignored(name);
    let walk = WalkDir::new(start).follow_links(false).min_depth(from).max_depth(to);
    let visible = walk
        .into_iter()
        .filter_entry(|e| e.depth() == 0 || !hidden(&e.file_name().to_string_lossy()));
    for item in visible {
        match item {
            Ok(item) if item.file_type().is_dir() => {
                if item.depth() == to {
                    deeper(item.path());
                }
            }
            Ok(item) => {
                let stamp = item.metadata().map(|meta| Stamp::of(&meta)).unwrap_or_default();
                files.extend(file(root, item.path(), item.file_type(), stamp, &mut found));
            }
            Err(error) => found.push(unreadable(root, &error)),
        }
    }
    (files, found)
}

fn by_path(one: &File, other: &File) -> std::cmp::Ordering {
    one.path.cmp(&other.path)
}

/// One file; links are followed when they stay inside the site.
fn file(root: &Path, path: &Path, kind: FileType, mut stamp: Stamp, found: &mut Diagnostics) -> Option<File> {
    let relative = path.strip_prefix(root).ok()?;
    let text = relative.to_string_lossy().replace('\\', "/");
    let shown: Arc<str> = nfc(&text).as_ref().into();
    let mut is_file = kind.is_file();
    if kind.is_symlink() {
        let inside = path
            .canonicalize()
            .ok()
            .zip(root.canonicalize().ok())
            .is_some_and(|(to, root)| to.starts_with(root));
        if !inside {
            found.push(Diagnostic::new(codes::files::LINK_OUTSIDE).at(Place::file(&shown)));
            return None;
        }
        let meta = std::fs::metadata(path).ok();
        if meta.as_ref().is_some_and(Metadata::is_dir) {
            return None;
        }
        is_file = meta.as_ref().is_none_or(Metadata::is_file);
        stamp = meta.map(|meta| Stamp::of(&meta)).unwrap_or_default();
    }
    // Reading a pipe or a device could wait for ever.
    if !is_file {
        found.push(Diagnostic::new(codes::files::NO_FILE).at(Place::file(&shown)));
        return None;
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
    let (vi, en) = crate::diag::machine::words(error);
    let found = Diagnostic::new(code).at(Place::file(path));
    found.with("why", vi).with("why_en", en)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, size: u64) -> File {
        File {
            path: path.into(),
            on_disk: None,
            stamp: Stamp { size, modified: 0 },
        }
    }

    #[test]
    fn what_a_narrowed_tree_saw_is_taken_in_and_nothing_else_changes() {
        let paths = ["a/x/1", "a/x/2", "a/xy/1", "b/1", "lock"];
        let mut tree = Tree {
            files: paths.iter().map(|path| file(path, 1)).collect(),
            ..Tree::default()
        };
        let mut narrowed = tree.narrowed(&["a/x/".to_string(), "a/x/".to_string()], &["lock", "none"]);
        let seen: Vec<&str> = narrowed.files().iter().map(|file| &*file.path).collect();
        assert_eq!(seen, ["a/x/1", "a/x/2", "lock"]);
        narrowed.files[1].stamp.size = 7;
        tree.renew(narrowed);
        let sizes: Vec<u64> = tree.files().iter().map(|file| file.stamp.size).collect();
        assert_eq!(sizes, [1, 7, 1, 1, 1]);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_told_and_never_read() {
        let folder = std::env::temp_dir().join(format!("vanbia-pipe-{}", std::process::id()));
        let content = folder.join("content");
        std::fs::create_dir_all(&content).unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(content.join("cong.jpg"))
            .status();
        assert!(made.unwrap().success());
        std::os::unix::fs::symlink(content.join("cong.jpg"), content.join("link.jpg")).unwrap();
        std::fs::write(content.join("vi.md"), "a").unwrap();
        let (tree, found) = Tree::walk(&folder, "content", &|count, one| (0..count).map(one).collect());
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            tree.files().iter().map(|f| &*f.path).collect::<Vec<_>>(),
            ["content/vi.md"]
        );
        let mut told: Vec<_> = found
            .iter()
            .map(|d| (d.code.number, d.place.as_ref().unwrap().file.to_string()))
            .collect();
        told.sort();
        assert_eq!(
            told,
            [(136, "content/cong.jpg".into()), (136, "content/link.jpg".into())]
        );
    }
}
