//! What a session has read already, so that files that look the same are not read again.
//!
//! Entry point: [`Known`]. Invariant: knowing only spares reading. A file counts as unread when its size or time
//! differs, when its time is so young that a later change could hide behind it, or when it was named as changed; but what
//! is being written stays as it was read last.

use super::medium::Read;
use crate::diag::{Diagnostics, codes};
use crate::entry::model::Entry;
use crate::source::tree::{File, Stamp, Tree};
use crate::text::is_settled;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// What is known of the files of a site.
#[derive(Debug, Default)]
pub struct Known {
    keeps: bool,
    /// Stands for all that an entry is read with besides its own files: settings, kinds, words, the day.
    frame: [u8; 32],
    entries: HashMap<String, KnownEntry>,
    media: Mutex<KnownMedia>,
    /// When the site was listed last.
    listed: i128,
    /// Files that something said to have changed.
    named: BTreeSet<String>,
    /// Files that are being written.
    writing: BTreeSet<String>,
    /// Lines that the lock of translations lost in this session: the text may come back.
    lost_rows: BTreeMap<String, String>,
}

/// Media by path, each as it looked and as it was read.
type KnownMedia = HashMap<Arc<str>, (Stamp, Arc<Read>)>;

/// An entry as it was read, and by which files.
#[derive(Clone, Debug)]
pub struct KnownEntry {
    files: Box<[(Arc<str>, Stamp)]>,
    /// None when there was no `entry.yaml` to speak of.
    pub entry: Option<Arc<Entry>>,
    /// What was found within the entry.
    pub found: Diagnostics,
}

impl Known {
    /// For a single build: nothing is kept.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// For a session.
    pub fn keeping() -> Self {
        Self {
            keeps: true,
            ..Self::default()
        }
    }

    /// These files are read anew whatever they look like.
    pub fn forget(&mut self, paths: &BTreeSet<String>) {
        self.named.extend(paths.iter().cloned());
        // Also those that the next look does not need: an entry may name them later.
        let media = self.media.get_mut().unwrap_or_else(PoisonError::into_inner);
        for path in paths {
            if let Some((stamp, _)) = media.get_mut(&**path) {
                stamp.modified = i128::MIN;
            }
        }
    }

    /// Lines that the lock of translations had earlier in this session.
    pub(super) fn lost_rows(&self) -> String {
        self.lost_rows.values().flat_map(|line| [line, "\n"]).collect()
    }

    /// Keeps lines that the lock of translations is losing, one for each text.
    pub(super) fn keep_rows(&mut self, lost: &str) {
        for line in lost.lines() {
            if let Some((text, _)) = line.rsplit_once('\t') {
                self.lost_rows.insert(text.to_string(), line.to_string());
            }
        }
    }

    /// These files are being written: what was read of them and of the rest of their entries stands until they are named
    /// as changed.
    pub(super) fn leave(&mut self, writing: BTreeSet<String>) {
        self.writing = writing;
    }

    /// The files of [`Known::leave`].
    pub(super) fn being_written(&self) -> &BTreeSet<String> {
        &self.writing
    }

    /// Begins a run over a freshly listed tree. Another `frame` makes every entry unread.
    pub(super) fn begin(&mut self, frame: [u8; 32]) {
        if self.frame != frame {
            self.entries.clear();
            self.frame = frame;
        }
    }

    /// Ends a run: what was read is what the tree lists.
    pub(super) fn end(&mut self, tree: &Tree) {
        self.listed = tree.listed();
        self.named.clear();
        let media = self.media.get_mut().unwrap_or_else(PoisonError::into_inner);
        media.retain(|path, _| tree.find(path).is_some());
    }

    fn is_fresh(&self, file: &File, seen: Stamp) -> bool {
        if self.writing.contains(&*file.path) {
            return true;
        }
        file.stamp == seen && is_settled(seen.modified, self.listed) && !self.named.contains(&*file.path)
    }

    /// The entry of these files, if it has been read.
    pub(super) fn entry<'f>(&self, key: &str, files: impl Iterator<Item = &'f File>) -> Option<&KnownEntry> {
        let known = self.entries.get(key)?;
        if !self.writing.is_empty() && known.files.iter().any(|(path, _)| self.writing.contains(&**path)) {
            return Some(known);
        }
        let mut seen = known.files.iter();
        for file in files {
            let (path, stamp) = seen.next()?;
            if **path != *file.path || !self.is_fresh(file, *stamp) {
                return None;
            }
        }
        seen.next().is_none().then_some(known)
    }

    /// Notes an entry.
    pub(super) fn keep<'f>(
        &mut self,
        key: &str,
        files: impl Iterator<Item = &'f File>,
        entry: &Option<Arc<Entry>>,
        found: &Diagnostics,
    ) {
        // A file that could not be read may become readable and look the same.
        let is_unread = |finding: &crate::diag::Diagnostic| {
            finding.code == codes::files::CANNOT_READ || finding.code == codes::files::NO_PERMISSION
        };
        if found.iter().any(is_unread) {
            self.entries.remove(key);
        } else if self.keeps {
            let known = KnownEntry {
                files: files.map(|file| (file.path.clone(), file.stamp)).collect(),
                entry: entry.clone(),
                found: found.clone(),
            };
            self.entries.insert(key.to_string(), known);
        }
    }

    /// Forgets entries that are gone.
    pub(super) fn retain(&mut self, is_there: impl Fn(&str) -> bool) {
        self.entries.retain(|key, _| is_there(key));
    }

    /// The medium of a file, read by `read` when it is not known.
    pub(super) fn medium(&self, file: &File, read: impl FnOnce() -> Option<Read>) -> Option<Arc<Read>> {
        let media = || self.media.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((stamp, medium)) = media().get(&file.path)
            && self.is_fresh(file, *stamp)
        {
            return Some(medium.clone());
        }
        let medium = Arc::new(read()?);
        if self.keeps {
            media().insert(file.path.clone(), (file.stamp, medium.clone()));
        }
        Some(medium)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostic;

    #[test]
    fn what_could_not_be_read_is_read_again() {
        let mut known = Known::keeping();
        let files = || std::iter::empty::<&File>();
        known.keep("relics/a", files(), &None, &Vec::new());
        assert!(known.entry("relics/a", files()).is_some());
        let found = vec![Diagnostic::new(codes::files::CANNOT_READ)];
        known.keep("relics/a", files(), &None, &found);
        assert!(known.entry("relics/a", files()).is_none(), "an error for ever");
    }
}
