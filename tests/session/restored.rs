//! An output folder that was put back to an older state, as by a backup that leaves the cache alone.
//!
//! Entry point: the test. Invariant: what was noted of files holds for those files only.

use super::trial::{PROGRAM, Trial, differing, files, named, open};
use std::path::Path;
use vanbia::engine::Session;
use vanbia::engine::session::{Applied, Changes};
use vanbia::output::Steps;

/// Copies a folder over another one, but for the cache.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for item in std::fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        match item.path().is_dir() {
            true if item.file_name() == "cache" => {}
            true => copy(&item.path(), &target),
            false => drop(std::fs::copy(item.path(), target).unwrap()),
        }
    }
}

#[test]
fn an_older_state_of_the_output_is_brought_up_to_date() {
    let mut trial = Trial::new("restored");
    trial.apply(&Changes::Everything, "at first");
    let older = trial.site.root.join("older");
    copy(&trial.out, &older);
    let text = "content/relics/den-ha/vi.md";
    trial.site.write(text, "Một đoạn mới.\n");
    trial.apply(&named([text]), "edited").unwrap();
    trial.session.rest(&trial.disk);
    let clean = trial.site.build_well().files;
    let Trial { site, out, disk, .. } = trial;
    drop(disk);

    copy(&older, &out);
    assert_ne!(
        differing(&clean, &files(&out)),
        [""; 0],
        "the older state is another one"
    );
    let mut disk = open(&site, &out, Steps::default());
    let mut session = Session::new(site.request.clone(), &out, PROGRAM.into());
    let applied = session.apply(&Changes::Everything, &mut disk, &());
    assert!(matches!(applied, Applied::Done(_)), "{applied:?}");
    assert_eq!(differing(&clean, &files(&out)), [""; 0]);
}
