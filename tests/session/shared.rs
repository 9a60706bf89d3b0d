//! What several files of these tests need.
//!
//! Entry point: [`read`], [`Asked`]. Invariant: nothing is asserted here.

use super::trial::Trial;
use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;
use vanbia::engine::session::Audience;

pub(super) fn read(trial: &Trial, path: &str) -> String {
    std::fs::read_to_string(trial.site.root.join(path)).unwrap()
}

pub(super) fn set_time(path: &Path, time: SystemTime) {
    File::options()
        .write(true)
        .open(path)
        .unwrap()
        .set_modified(time)
        .unwrap();
}

pub(super) fn issue(text: &str, key: &str) -> String {
    text.replace(&format!("\t{key}\treserved\t"), &format!("\t{key}\tissued\t"))
}

/// Asked which pages somebody looks at, which is done once the whole site is known anew.
#[derive(Default)]
pub(super) struct Asked(pub(super) AtomicUsize);

impl Audience for Asked {
    fn viewed(&self) -> Vec<String> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Vec::new()
    }
}
