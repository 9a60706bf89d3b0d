//! What was read of files whose looks do not tell a change: which bytes they held then.
//!
//! Entry point: [`Readings`]. Invariant: the hash is that of the very bytes that were handed out. Of two readings that
//! differ nobody knows which one counts, so nothing is ever equal to both.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// BLAKE3 of the bytes by path; none where two readings differ, or one failed.
#[derive(Debug, Default)]
pub(super) struct Readings(Mutex<BTreeMap<Arc<str>, Option<[u8; 32]>>>);

impl Readings {
    fn all(&self) -> MutexGuard<'_, BTreeMap<Arc<str>, Option<[u8; 32]>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what a reading gave; none when it failed.
    pub(super) fn note(&self, path: &Arc<str>, bytes: Option<&[u8]>) {
        let now = hash(bytes);
        let mut all = self.all();
        let known = all.entry(path.clone()).or_insert(now);
        if *known != now {
            *known = None;
        }
    }

    /// True when each reading of this file gave what is in it `now`, or when nobody has read it.
    pub(super) fn are_all(&self, path: &str, now: impl FnOnce() -> Option<Vec<u8>>) -> bool {
        let known = self.all().get(path).copied();
        known.is_none_or(|known| known.is_some() && known == hash(now().as_deref()))
    }

    /// The file is about to be read anew by all who need it.
    pub(super) fn forget(&mut self, path: &str) {
        self.mine().remove(path);
    }

    /// Forgets those that need no comparing.
    pub(super) fn retain(&mut self, is_needed: impl Fn(&str) -> bool) {
        self.mine().retain(|path, _| is_needed(path));
    }

    /// What is noted of one file.
    pub(super) fn of(&self, path: &str) -> Self {
        let known = self
            .all()
            .get_key_value(path)
            .map(|(path, known)| (path.clone(), *known));
        Self(Mutex::new(known.into_iter().collect()))
    }

    /// Takes in what is noted elsewhere.
    pub(super) fn extend(&mut self, other: &Self) {
        let more = other.all().clone();
        self.mine().extend(more);
    }

    fn mine(&mut self) -> &mut BTreeMap<Arc<str>, Option<[u8; 32]>> {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for Readings {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.all().clone()))
    }
}

fn hash(bytes: Option<&[u8]>) -> Option<[u8; 32]> {
    bytes.map(|bytes| *blake3::hash(bytes).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(readings: &Readings, now: &str) -> bool {
        readings.are_all("a", || Some(now.into()))
    }

    #[test]
    fn what_was_read_is_compared_and_what_nobody_read_may_be_anything() {
        let readings = Readings::default();
        assert!(is(&readings, "one"));
        readings.note(&"a".into(), Some(b"one"));
        readings.note(&"a".into(), Some(b"one"));
        assert!(is(&readings, "one") && !is(&readings, "two"));
        assert!(!readings.are_all("a", || None), "it is gone");
    }

    #[test]
    fn a_file_that_changed_between_two_readings_never_is_as_it_was_read() {
        let mut readings = Readings::default();
        for text in ["one", "two", "one"] {
            readings.note(&"a".into(), Some(text.as_bytes()));
        }
        assert!(!is(&readings, "one") && !is(&readings, "two"));
        readings.forget("a");
        readings.note(&"a".into(), Some(b"two"));
        assert!(is(&readings, "two"));
    }

    #[test]
    fn a_reading_that_failed_is_equal_to_nothing() {
        let readings = Readings::default();
        readings.note(&"a".into(), None);
        assert!(!is(&readings, "one") && !readings.are_all("a", || None));
    }
}
