//! Promise 4: a failed build leaves the last good site untouched, a killed one heals at the next run, and what vanbia
//! did not write is neither removed nor overwritten.
//!
//! Entry point: the tests. Invariant: after each kill every file is whole, of the old site or of the new one.

use super::site::{Files, Run, Site, difference, run};
use std::time::{Duration, Instant};

/// The first state of a site that changes to and fro.
fn first(site: &Site) {
    site.relic("den-ha", "Đền Hạ", Some("Lower Temple"), 1);
    site.relic("den-thuong", "Đền Thượng", Some("Upper Temple"), 4);
    if site.root.join("content/relics/den-moi").exists() {
        site.remove("content/relics/den-moi");
    }
}

/// The second: one page edited, one entry gone, one new.
fn second(site: &Site) {
    site.relic("den-ha", "Đền Hạ sửa", Some("Lower Temple mended"), 1);
    site.relic("den-moi", "Đền Mới", Some("New Temple"), 5);
    if site.root.join("content/relics/den-thuong").exists() {
        site.remove("content/relics/den-thuong");
    }
}

/// What clean builds of both states give, with the ledger of each.
fn clean() -> [(Files, String); 2] {
    [first as fn(&Site), second].map(|state| {
        let site = Site::tiny("clean");
        state(&site);
        let files = site.built(&[]);
        (files, site.read("content/codes.lock"))
    })
}

fn stopped(site: &Site, step: &str) -> Run {
    run(site.command(&["build"]).env("VANBIA_TEST_STOP_AT", step))
}

/// Files that are neither those of the old state nor those of the new one.
pub(crate) fn broken(output: &Files, states: [&Files; 2]) -> Vec<String> {
    let known = |path: &String, bytes: &Vec<u8>| states.iter().any(|files| files.get(path) == Some(bytes));
    let odd = output.iter().filter(|(path, bytes)| !known(path, bytes));
    odd.map(|(path, _)| path.clone()).collect()
}

/// Every file must be whole: as in one of the two states.
#[track_caller]
fn assert_whole(site: &Site, states: &[(Files, String); 2], when: &str) {
    let broken = broken(&site.output(), [&states[0].0, &states[1].0]);
    assert_eq!(broken, [""; 0], "{when}: neither the old nor the new ones");
}

#[test]
fn a_build_killed_at_any_step_heals_at_the_next_run() {
    let states = clean();
    let mut steps: Vec<String> = [
        "intent", "ledger", "manifest", "stage:1", "stage:4", "stage:12", "delete:1", "delete:2",
    ]
    .map(str::to_string)
    .to_vec();
    steps.extend((1..=40).map(|n| format!("rename:{n}")));
    let site = Site::tiny("killed");
    first(&site);
    site.built(&[]);
    let mut reached = 0;
    for step in &steps {
        second(&site);
        let killed = stopped(&site, step);
        if killed.code.is_none() {
            reached += 1;
        } else {
            // There are fewer than forty files to rename.
            assert!(
                step.starts_with("rename:") && killed.code == Some(0),
                "{step} was not reached: {killed:?}"
            );
        }
        assert_whole(&site, &states, step);
        if step.starts_with("stage") {
            assert_eq!(
                difference(&states[0].0, &site.output()),
                "",
                "{step}: the old site is untouched"
            );
        }
        let files = site.built(&[]);
        assert_eq!(difference(&states[1].0, &files), "", "after {step}");
        assert_eq!(states[1].1, site.read("content/codes.lock"), "after {step}");
        first(&site);
        assert_eq!(difference(&states[0].0, &site.built(&[])), "", "back after {step}");
    }
    assert!(reached > 20, "only {reached} steps were reached");
}

#[test]
fn a_build_killed_before_the_intent_can_be_followed_by_the_old_content() {
    let states = clean();
    let site = Site::tiny("undone");
    first(&site);
    site.built(&[]);
    for step in ["stage:3", "intent", "rename:2", "delete:1"] {
        second(&site);
        assert_eq!(stopped(&site, step).code, None, "{step}");
        first(&site);
        assert_eq!(difference(&states[0].0, &site.built(&[])), "", "after {step}");
        assert_eq!(states[0].1, site.read("content/codes.lock"), "after {step}");
    }
}

#[test]
fn a_hundred_kills_at_any_moment_heal() {
    let states = clean();
    let site = Site::tiny("kill-9");
    first(&site);
    site.built(&[]);
    second(&site);
    let begin = Instant::now();
    site.built(&[]);
    let whole = begin.elapsed() + Duration::from_millis(2);
    let mut dice = 0x2545_F491_4F6C_DD1D_u64;
    let mut killed = 0;
    for round in 0..100 {
        let state = round % 2;
        [first as fn(&Site), second][state](&site);
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        let moment = whole * (dice % 1000) as u32 / 1000;
        let mut child = site
            .command(&["build", "--quiet"])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moment);
        let _ = child.kill();
        if child.wait().unwrap().code().is_none() {
            killed += 1;
        }
        assert_whole(&site, &states, &format!("round {round}, killed after {moment:?}"));
        if round % 3 == 2 {
            continue; // Two kills in a row.
        }
        let files = site.built(&[]);
        assert_eq!(
            difference(&states[state].0, &files),
            "",
            "round {round}, killed after {moment:?}"
        );
        assert_eq!(states[state].1, site.read("content/codes.lock"), "round {round}");
    }
    assert!(
        killed >= 30,
        "only {killed} of 100 builds were still running when they were killed"
    );
}

#[test]
fn a_failed_build_changes_nothing() {
    let site = Site::tiny("failed");
    let before = site.built(&[]);
    let ledger = site.read("content/codes.lock");
    site.relic("den-moi", "Đền Mới", Some("New Temple"), 5);
    site.edit("content/relics/den-ha/entry.yaml", "[historical]", "[historicall]");
    site.vanbia(&["build"]).ends(1);
    assert_eq!(difference(&before, &site.output()), "");
    assert_eq!(ledger, site.read("content/codes.lock"));
}

#[test]
fn a_failed_first_build_leaves_no_site() {
    let site = Site::tiny("failed-first");
    site.edit("content/relics/den-ha/entry.yaml", "[historical]", "[historicall]");
    site.vanbia(&["build"]).ends(1);
    assert!(site.output().is_empty(), "{:?}", site.output().keys());
    assert!(!site.root.join("content/codes.lock").exists());
}

#[test]
fn files_of_others_stay_and_edited_pages_are_not_overwritten() {
    let site = Site::tiny("foreign");
    site.built(&[]);
    site.write("output/own.txt", "mine");
    site.write("output/vi/di-tich/den-ha/notes.txt", "mine too");
    second(&site);
    site.built(&[]);
    assert_eq!(site.read("output/own.txt"), "mine");

    // A page that is written anew was edited by hand.
    site.write("output/vi/di-tich/den-ha/index.html", "edited by hand");
    first(&site);
    let before = site.output();
    site.vanbia(&["build", "--lang", "en"])
        .ends(2)
        .says(&["VB0907", "vi/di-tich/den-ha/index.html"]);
    assert_eq!(difference(&before, &site.output()), "");
    site.remove("output/vi/di-tich/den-ha/index.html");
    site.built(&[]);

    // A page that goes was edited by hand.
    site.write("output/vi/di-tich/den-thuong/index.html", "edited by hand");
    second(&site);
    site.vanbia(&["build", "--lang", "en"])
        .ends(0)
        .says(&["VB0909", "vi/di-tich/den-thuong/index.html"]);
    assert_eq!(site.read("output/vi/di-tich/den-thuong/index.html"), "edited by hand");
    assert_eq!(site.read("output/vi/di-tich/den-ha/notes.txt"), "mine too");
}

#[test]
fn a_file_of_somebody_in_the_place_of_a_new_page_is_not_overwritten() {
    let site = Site::tiny("in-the-way");
    site.built(&[]);
    site.write("output/vi/di-tich/den-moi/index.html", "written by somebody");
    second(&site);
    let before = site.output();
    site.vanbia(&["build", "--lang", "en"])
        .ends(2)
        .says(&["VB0907", "vi/di-tich/den-moi/index.html"]);
    assert_eq!(difference(&before, &site.output()), "");
}
