//! Looks at all files that find nothing: what they spare, and what they still see.
//!
//! Entry point: the tests. Invariant: a change that hides behind the looks of a file is found.

use super::shared::Asked;
use super::{Trial, is_looked_at_wholly, named};
use std::fs::File;
use std::sync::atomic::Ordering;
use vanbia::engine::session::{Applied, Audience, Changes};

const TEXT: &str = "content/relics/den-ha/vi.md";
const PAGE: &str = "vi/di-tich/den-ha/index.html";

/// Has something newer at once.
struct Stale;

impl Audience for Stale {
    fn is_stale(&self) -> bool {
        true
    }
}

#[test]
fn the_locks_that_a_session_wrote_tell_it_nothing() {
    let mut trial = Trial::new("own-locks");
    trial.apply(&Changes::Everything, "at first");
    let locks = named(["content/codes.lock", "content/translations.lock"]);
    assert!(!is_looked_at_wholly(&mut trial, &locks));
    // The same name, written by somebody else.
    let lock = trial.site.root.join("content/translations.lock");
    std::fs::remove_file(lock).unwrap();
    assert!(is_looked_at_wholly(&mut trial, &locks));
}

#[test]
fn after_an_edit_a_look_at_all_files_reads_that_one_again_and_no_more() {
    let mut trial = Trial::new("young");
    trial.apply(&Changes::Everything, "at first");
    trial.edit(TEXT, "Một lời.\n");
    let asked = Asked::default();
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &asked);
    assert!(matches!(applied, Applied::Nothing), "{applied:?}");
    assert_eq!(
        asked.0.load(Ordering::Relaxed),
        0,
        "the whole site was looked at: {applied:?}"
    );
    let report = trial.edit(TEXT, "Hai lời.\n").unwrap();
    assert_eq!(report.counts.drawn, 1, "the next edit takes the short way");
}

#[test]
fn a_change_behind_the_same_size_and_time_is_found() {
    let mut trial = Trial::new("hidden");
    trial.apply(&Changes::Everything, "at first");
    trial.edit(TEXT, "Một lời.\n");
    let path = trial.site.root.join(TEXT);
    let before = std::fs::metadata(&path).unwrap();
    let time = before.modified().unwrap();
    trial.site.write(TEXT, "Muôn lời.\n");
    assert_eq!(before.len(), std::fs::metadata(&path).unwrap().len());
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(time)
        .unwrap();
    assert!(trial.apply(&Changes::Everything, "behind").is_some());
    let page = std::fs::read_to_string(trial.out.join(PAGE)).unwrap();
    assert!(page.contains("Muôn lời."));
}

#[test]
fn a_look_at_all_files_waits_while_somebody_waits() {
    let mut trial = Trial::new("put-off");
    trial.apply(&Changes::Everything, "at first");
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &Stale);
    assert!(matches!(applied, Applied::PutOff), "{applied:?}");
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &());
    assert!(matches!(applied, Applied::Nothing), "{applied:?}");
}
