//! Names of fields: each is in memory once, however many entries have a value under it.
//!
//! Entry point: [`Name`]. Invariant: a name is compared, hashed and shown as its text.

use std::collections::HashSet;
use std::fmt;
use std::ops::Deref;
use std::sync::{Mutex, PoisonError};

/// The name of a field. What names say is kept to the end of the program: kinds have some hundred of them, and a session
/// meets a new one only when somebody edits a kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(&'static str);

static NAMES: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);

thread_local! {
    /// The same for one thread, so that threads that read entries do not wait for each other.
    static KNOWN: std::cell::RefCell<HashSet<&'static str>> = std::cell::RefCell::default();
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        KNOWN.with_borrow_mut(|known| {
            if let Some(name) = known.get(text) {
                return Self(name);
            }
            let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
            let names = names.get_or_insert_default();
            let name = names.get(text).copied().unwrap_or_else(|| {
                let name: &'static str = String::from(text).leak();
                names.insert(name);
                name
            });
            known.insert(name);
            Self(name)
        })
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_in_memory_once_in_all_threads() {
        let here = Name::from("built");
        let there = std::thread::spawn(|| Name::from("built")).join().expect("a name");
        assert_eq!(here, there);
        assert!(std::ptr::eq(&*here, &*there));
        assert_ne!(here, Name::from("place"));
    }
}
