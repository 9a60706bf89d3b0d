//! The sink that keeps everything in memory, for tests and previews.
//!
//! Entry point: [`Memory`]. Invariant: it refuses the same paths as [`super::Disk`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::Sink;
use super::claims::{Answer, Claims, Folder};
use super::manifest::checksum;
use super::path::{check_path, folder_of};
use crate::diag::{self, Diagnostic, Diagnostics};

/// A site in memory.
#[derive(Debug)]
pub struct Memory {
    claims: Claims<Vec<u8>>,
    findings: Mutex<Diagnostics>,
}

impl Memory {
    /// An empty site.
    pub fn new() -> Self {
        Self {
            claims: Claims::new(),
            findings: Mutex::default(),
        }
    }

    /// All files by path.
    ///
    /// # Errors
    /// All paths that were refused.
    pub fn finish(mut self) -> Result<BTreeMap<String, Vec<u8>>, Diagnostics> {
        let mut found = std::mem::take(self.findings.get_mut().unwrap_or_else(PoisonError::into_inner));
        if !found.is_empty() {
            diag::sort(&mut found);
            return Err(found);
        }
        let (files, _) = self.claims.take();
        Ok(files
            .into_iter()
            .filter_map(|wanted| Some((wanted.path.into(), wanted.fate?)))
            .collect())
    }

    fn enter(&self, folder: &str, file: &str) -> Result<(), Diagnostic> {
        if folder.is_empty() || self.claims.folder(folder, file)?.is_some() {
            return Ok(());
        }
        self.enter(folder_of(folder), file)?;
        let known = Folder {
            on_disk: false,
            staged: false,
        };
        self.claims.set_folder(folder, known, file)
    }

    fn take_in(&self, path: &str, bytes: Cow<'_, [u8]>) -> Result<(), Diagnostic> {
        check_path(path)?;
        self.enter(folder_of(path), path)?;
        if self.claims.file(path, checksum(&bytes))? == Answer::Yours {
            self.claims.settle(path, bytes.into_owned());
        }
        Ok(())
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Sink for Memory {
    fn put(&self, path: &str, bytes: Cow<'_, [u8]>) {
        if let Err(found) = self.take_in(path, bytes) {
            self.findings.lock().unwrap_or_else(PoisonError::into_inner).push(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::codes::output as codes;

    #[test]
    fn what_was_put_comes_back_by_path() {
        let site = Memory::new();
        site.put("b/x", b"2".as_slice().into());
        site.put("a", vec![1].into());
        site.put("a", vec![1].into());
        let files = site.finish().expect("no findings");
        assert_eq!(
            files.into_iter().collect::<Vec<_>>(),
            [("a".to_owned(), vec![1]), ("b/x".to_owned(), b"2".to_vec())]
        );
    }

    #[test]
    fn two_artifacts_for_one_place_are_named() {
        let cases = [
            ("logo.png", "Logo.png", codes::PATHS_COLLIDE),
            ("media/ả.jpg", "media/a\u{309}.jpg", codes::PATHS_COLLIDE),
            ("A/x", "a/y", codes::PATHS_COLLIDE),
            ("a", "a/b", codes::FILE_AND_FOLDER),
            ("a/b/c", "a/b", codes::FILE_AND_FOLDER),
            ("a", "a", codes::WRITTEN_TWICE),
        ];
        for (one, other, code) in cases {
            for (first, second) in [(one, other), (other, one)] {
                let site = Memory::new();
                site.put(first, b"1".as_slice().into());
                site.put(second, b"2".as_slice().into());
                let found = site.finish().expect_err(one);
                assert_eq!(found.len(), 1, "{found:?}");
                assert_eq!(found[0].code, code, "{first} then {second}");
            }
        }
    }

    #[test]
    fn all_findings_come_at_once() {
        let site = Memory::new();
        site.put("../a", b"".as_slice().into());
        site.put("con", b"".as_slice().into());
        assert_eq!(site.finish().expect_err("two bad paths").len(), 2);
    }
}
