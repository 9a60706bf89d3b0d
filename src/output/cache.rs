//! The cache: things that are slow to make, under the hash of all that they depend on.
//!
//! Entry point: [`Cache`]. Invariant: a damaged or half-written file is never handed out, and no fault of the cache
//! fails a build.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use super::layout::{absent_ok, write_new};
use super::manifest::{from_hex, hash, to_hex};

/// Under which the keys of the last build are kept.
const KEYS: [u8; 32] = [0; 32];
/// Under which is kept what the last build found standing.
const STANDING: [u8; 32] = [0xff; 32];

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// What is asked for is noted so often.
const MONTH: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// What nobody has asked for in this time goes.
const LIFE: Duration = Duration::from_secs(180 * 24 * 60 * 60);

/// A store of bytes by key, in a folder of the caller's choice.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    made: AtomicUsize,
    /// Something slow was kept since the cache was opened.
    has_grown: AtomicBool,
}

impl Cache {
    /// The cache in this folder, which is made when it is needed.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            made: AtomicUsize::new(0),
            has_grown: AtomicBool::new(false),
        }
    }

    fn place(&self, key: &[u8; 32]) -> PathBuf {
        let name = to_hex(key);
        self.folder.join(&name[..2]).join(name)
    }

    /// The bytes of a key; none if they are not there or damaged.
    pub fn get(&self, key: &[u8; 32]) -> Option<Vec<u8>> {
        let place = self.place(key);
        let mut bytes = fs::read(&place).ok()?;
        let (sum, rest) = bytes.split_first_chunk::<32>()?;
        if hash(rest) != *sum {
            return None;
        }
        bytes.drain(..32);
        if age(&place).is_some_and(|age| age > MONTH) {
            // A cache that may not be written still gives.
            let _ = touch(&place);
        }
        Some(bytes)
    }

    /// Keeps the bytes of a key. True when they are kept: a full disk costs time at the next build, nothing else.
    pub fn put(&self, key: &[u8; 32], bytes: &[u8]) -> bool {
        let place = self.place(key);
        let Some(folder) = place.parent() else {
            return false;
        };
        let n = self.made.fetch_add(1, Ordering::Relaxed);
        let beside = folder.join(format!("{}-{n}.new", process::id()));
        let whole = [hash(bytes).as_slice(), bytes].concat();
        let write = || {
            fs::create_dir_all(folder)?;
            write_new(&beside, &whole)?;
            fs::rename(&beside, &place)
        };
        let kept = write().is_ok();
        if kept && !matches!(*key, KEYS | STANDING) {
            self.has_grown.store(true, Ordering::Relaxed);
        }
        if !kept {
            let _ = fs::remove_file(&beside);
        }
        kept
    }

    /// What the files of the last build were made from, if that is known for certain.
    pub fn keys(&self) -> Option<String> {
        String::from_utf8(self.get(&KEYS)?).ok()
    }

    /// Notes what the files of a finished build were made from.
    pub fn put_keys(&self, text: &str) {
        self.put(&KEYS, text.as_bytes());
    }

    /// What a build noted of the site that it left behind.
    pub fn standing(&self) -> Option<String> {
        String::from_utf8(self.get(&STANDING)?).ok()
    }

    /// Notes what a finished build left behind.
    pub fn put_standing(&self, text: &str) {
        self.put(&STANDING, text.as_bytes());
    }

    /// Before files are replaced: until the next [`Cache::put_keys`] nothing is known. False when the old ones could not
    /// be removed; then the build must not go on, since the next one would trust them.
    pub fn forget_keys(&self) -> bool {
        absent_ok(fs::remove_file(self.place(&KEYS))).is_ok()
    }

    /// Removes what nobody has asked for in half a year, and what killed builds left half written; returns how many files.
    /// Looks only when something was kept since it looked last. Files that do not look like the cache's stay.
    pub fn prune(&self) -> usize {
        if !self.has_grown.swap(false, Ordering::Relaxed) {
            return 0;
        }
        let mut removed = 0;
        for folder in children(&self.folder) {
            let is_ours = folder.file_name().is_some_and(|name| name.len() == 2);
            if !is_ours || !folder.is_dir() {
                continue;
            }
            for file in children(&folder) {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                let is_kept = from_hex(&name).is_some_and(|key| !matches!(key, KEYS | STANDING));
                let goes = match age(&file) {
                    Some(age) if name.ends_with(".new") => age > DAY,
                    Some(age) => is_kept && age > LIFE,
                    None => false,
                };
                removed += usize::from(goes && fs::remove_file(&file).is_ok());
            }
            // Stays where it is not empty.
            let _ = fs::remove_dir(&folder);
        }
        removed
    }
}

/// How long ago a file was made or last asked for; none when the clock was set back since.
fn age(file: &Path) -> Option<Duration> {
    fs::metadata(file).ok()?.modified().ok()?.elapsed().ok()
}

/// Notes that a file of the cache is still in use.
fn touch(file: &Path) -> std::io::Result<()> {
    let open = fs::File::options().append(true).open(file)?;
    open.set_modified(SystemTime::now())
}

fn children(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .map(|all| all.filter_map(Result::ok).map(|child| child.path()).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::tests::Folder;
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let folder = Folder::new("cache");
        let cache = Cache::at(folder.path("cache"));
        assert_eq!(cache.get(&[1; 32]), None);
        assert!(cache.put(&[1; 32], b"picture"));
        assert!(cache.put(&[1; 32], b"picture"));
        assert!(cache.put(&[2; 32], b""));
        assert_eq!(cache.get(&[1; 32]), Some(b"picture".to_vec()));
        assert_eq!(cache.get(&[2; 32]), Some(Vec::new()));
    }

    #[test]
    fn a_damaged_file_is_not_handed_out() {
        let folder = Folder::new("cache-damaged");
        let cache = Cache::at(folder.path("cache"));
        cache.put(&[1; 32], b"picture");
        let place = cache.place(&[1; 32]);
        let whole = fs::read(&place).expect("written");
        for end in 0..whole.len() {
            fs::write(&place, &whole[..end]).expect("cut");
            assert_eq!(cache.get(&[1; 32]), None, "cut at {end}");
        }
        let mut wrong = whole;
        wrong[40 - 8] ^= 1;
        fs::write(&place, wrong).expect("flipped");
        assert_eq!(cache.get(&[1; 32]), None);
    }

    #[test]
    fn pruning_removes_only_what_is_long_unused_and_ours() {
        let folder = Folder::new("cache-prune");
        let cache = Cache::at(folder.path("cache"));
        for key in [[1; 32], [2; 32], [3; 32]] {
            cache.put(&key, b"picture");
        }
        let days = |n: u32| SystemTime::now() - DAY * n;
        let set = |path: PathBuf, time| {
            let file = fs::File::options().append(true).open(path).expect("there");
            file.set_modified(time).expect("set");
        };
        folder.write("cache/02/17-0.new", "half");
        folder.write("cache/02/18-0.new", "being written");
        folder.write("cache/notes.txt", "mine");
        folder.write("cache/01/notes.txt", "mine");
        set(folder.path("cache/02/17-0.new"), days(2));
        set(folder.path("cache/01/notes.txt"), days(400));
        set(cache.place(&[2; 32]), days(181));
        set(cache.place(&[3; 32]), days(181));
        assert!(cache.get(&[3; 32]).is_some(), "asked for again");
        assert_eq!(cache.prune(), 2);
        assert!(cache.get(&[1; 32]).is_some() && cache.get(&[3; 32]).is_some());
        assert_eq!(cache.get(&[2; 32]), None);
        assert!(folder.path("cache/notes.txt").exists() && folder.path("cache/01/notes.txt").exists());
        assert!(folder.path("cache/02/18-0.new").exists());
    }

    #[test]
    fn nothing_is_looked_for_when_nothing_was_kept() {
        let folder = Folder::new("cache-idle");
        let cache = Cache::at(folder.path("cache"));
        cache.put(&[1; 32], b"picture");
        let long_ago = SystemTime::now() - LIFE - DAY;
        let file = fs::File::options()
            .append(true)
            .open(cache.place(&[1; 32]))
            .expect("there");
        file.set_modified(long_ago).expect("set");
        assert_eq!(Cache::at(folder.path("cache")).prune(), 0);
        assert_eq!(cache.prune(), 1);
    }

    #[test]
    fn a_cache_that_cannot_be_written_only_says_so() {
        let folder = Folder::new("cache-file");
        folder.write("cache", "a file where the folder should be");
        let cache = Cache::at(folder.path("cache"));
        assert!(!cache.put(&[1; 32], b"x"));
        assert_eq!(cache.get(&[1; 32]), None);
        assert_eq!(cache.prune(), 0);
    }
}
