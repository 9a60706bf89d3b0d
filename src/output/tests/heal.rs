//! Builds that are killed, fail or are given up.
//!
//! Entry point: [`stop_at`]. Invariant: after the next build the tree equals that of a clean one.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// Stops at the n-th step of all.
fn stop_at(n: usize, halt: fn() -> Halt) -> Steps {
    let count = AtomicUsize::new(0);
    Steps::ask(move |_| {
        if count.fetch_add(1, Ordering::Relaxed) == n {
            Err(halt())
        } else {
            Ok(())
        }
    })
}

fn kill() -> Halt {
    Halt::Kill
}

fn fail() -> Halt {
    Halt::Fail(ErrorKind::StorageFull.into())
}

#[test]
fn a_build_killed_at_any_step_is_healed_by_the_next() {
    let wanted = clean(SECOND, "second");
    let mut n = 0;
    loop {
        let project = Project::new("killed");
        project.build_with(FIRST, "first", Steps::default()).unwrap();
        let result = project.build_with(SECOND, "second", stop_at(n, kill));
        let finished = result.is_ok();
        // What stands there now is the old or the new site once somebody opens the folder.
        drop(project.open().unwrap());
        let healed = project.tree();
        assert!(
            healed == wanted || healed == clean(FIRST, "first"),
            "step {n}: {healed:?}"
        );
        project.assert_tidy();
        project.build_with(SECOND, "second", Steps::default()).unwrap();
        assert_eq!(project.tree(), wanted, "step {n}");
        project.assert_tidy();
        if finished {
            break;
        }
        n += 1;
    }
    assert!(n > 20, "only {n} steps");
}

#[test]
fn a_first_build_killed_at_any_step_is_healed_by_the_next() {
    for n in 0..40 {
        let project = Project::new("killed-first");
        let finished = project.build_with(FIRST, "first", stop_at(n, kill)).is_ok();
        project.build_with(SECOND, "second", Steps::default()).unwrap();
        assert_eq!(project.tree(), clean(SECOND, "second"), "step {n}");
        if finished {
            return;
        }
    }
    panic!("more steps than expected");
}

#[test]
fn being_killed_while_healing_is_healed_too() {
    let wanted = clean(SECOND, "second");
    for first in 8..40 {
        for then in 0..40 {
            let project = Project::new("killed-twice");
            project.build_with(FIRST, "first", Steps::default()).unwrap();
            if project.build_with(SECOND, "second", stop_at(first, kill)).is_ok() {
                return;
            }
            let healed = Disk::open(&project.0.path("output"), &project.rules(stop_at(then, kill))).is_ok();
            project.build_with(SECOND, "second", Steps::default()).unwrap();
            assert_eq!(project.tree(), wanted, "killed at {first}, then at {then}");
            project.assert_tidy();
            if healed {
                break;
            }
        }
    }
    panic!("more steps than expected");
}

#[test]
fn a_fault_of_the_disk_at_any_step_leaves_the_old_site_whole() {
    let (old, new) = (clean(FIRST, "first"), clean(SECOND, "second"));
    for n in 0..60 {
        let project = Project::new("fault");
        project.build_with(FIRST, "first", Steps::default()).unwrap();
        match project.build_with(SECOND, "second", stop_at(n, fail)) {
            Err(found) => {
                assert_eq!(codes_of(&found), [920], "step {n}");
                let tree = project.tree();
                // The very last step comes after the manifest: then the new site stands.
                assert!(tree == old || tree == new, "step {n}: {tree:?}");
                project.assert_tidy();
                project.build_with(SECOND, "second", Steps::default()).unwrap();
                assert_eq!(project.tree(), new, "step {n}");
            }
            Ok(_) => {
                assert!(n > 20, "only {n} steps");
                return;
            }
        }
    }
    panic!("more steps than expected");
}

#[test]
fn random_builds_killed_at_random_moments_end_like_clean_ones() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below).unwrap()
    };
    let paths = [
        "a",
        "a/b",
        "a/b/c",
        "d/e",
        "d/f",
        "g.html",
        "assets/x.css",
        "d/h/i/j",
        "d/h",
    ];
    let project = Project::new("random");
    for round in 0..150 {
        let mut files: BTreeMap<&str, String> = BTreeMap::new();
        for path in paths {
            let clashes = files
                .keys()
                .any(|known| path.starts_with(&format!("{known}/")) || known.starts_with(&format!("{path}/")));
            if random(2) == 0 && !clashes {
                files.insert(path, format!("{} of {path}", random(3)));
            }
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let ledger = format!("ledger {}", random(5));
        let _ = project.build_with(&files, &ledger, stop_at(random(30), kill));
        if random(3) == 0 {
            let _ = Disk::open(&project.0.path("output"), &project.rules(stop_at(random(8), kill)));
        }
        if random(3) == 0 {
            project.build_with(&files, &ledger, Steps::default()).unwrap();
            assert_eq!(project.tree(), clean(&files, &ledger), "round {round}");
            project.assert_tidy();
        }
    }
}

#[test]
fn a_build_that_is_given_up_leaves_no_trace() {
    let project = Project::new("abort");
    project.build(FIRST).unwrap();
    let before = project.tree();
    let disk = project.open().unwrap();
    disk.put("vi/new.html", b"new".as_slice().into());
    disk.put("vi/index.html", b"other".as_slice().into());
    drop(disk);
    assert_eq!(project.tree(), before);
    project.assert_tidy();
}

#[test]
fn an_empty_file_left_by_a_power_cut_is_ours() {
    let project = Project::new("power-cut");
    project.build(FIRST).unwrap();
    project.write("vi/a/index.html", "");
    project.write("vi/b/index.html", "");
    project.build(SECOND).unwrap();
    assert_eq!(project.tree(), clean(SECOND, "ledger"));
}

#[test]
fn a_torn_stage_is_made_anew() {
    let project = Project::new("torn-stage");
    project.build_with(FIRST, "first", Steps::default()).unwrap();
    let stop = Steps::ask(|step| {
        if step == Step::IntentWritten {
            Err(Halt::Kill)
        } else {
            Ok(())
        }
    });
    project.build_with(SECOND, "second", stop).unwrap_err();
    project.write(".vanbia/stage/vi/a/index.html", "");
    project.write(".vanbia/stage/vi/c/index.html", "c");
    drop(project.open().unwrap());
    assert_eq!(project.read("vi/a/index.html").unwrap(), "a1");
    assert!(project.read("vi/c/index.html").is_none());
    project.build_with(SECOND, "second", Steps::default()).unwrap();
    assert_eq!(project.tree(), clean(SECOND, "second"));
}

#[test]
fn a_torn_stage_is_made_anew_though_the_healing_is_killed() {
    let wanted = clean(SECOND, "second");
    for then in 0..40 {
        let project = Project::new("torn-twice");
        project.build_with(FIRST, "first", Steps::default()).unwrap();
        let stop = Steps::ask(|step| match step {
            Step::IntentWritten => Err(Halt::Kill),
            _ => Ok(()),
        });
        project.build_with(SECOND, "second", stop).unwrap_err();
        project.write(".vanbia/stage/vi/a/index.html", "");
        project.write(".vanbia/stage/vi/c/index.html", "c");
        let healed = Disk::open(&project.0.path("output"), &project.rules(stop_at(then, kill))).is_ok();
        drop(project.open().unwrap());
        assert_eq!(project.read("vi/a/index.html").unwrap(), "a1", "killed at {then}");
        project.build_with(SECOND, "second", Steps::default()).unwrap();
        assert_eq!(project.tree(), wanted, "killed at {then}");
        project.assert_tidy();
        if healed {
            assert!(then > 6, "only {then} steps");
            return;
        }
    }
    panic!("more steps than expected");
}

#[test]
fn healing_does_not_touch_what_people_changed_in_between() {
    let project = Project::new("healing");
    project.build_with(FIRST, "first", Steps::default()).unwrap();
    let stop = Steps::ask(|step| {
        if step == Step::IntentWritten {
            Err(Halt::Kill)
        } else {
            Ok(())
        }
    });
    project.build_with(SECOND, "second", stop).unwrap_err();
    project.write("vi/a/index.html", "mine");
    project.write("vi/b/index.html", "mine");
    project.0.write("content/codes.lock", "merged by hand");
    drop(project.open().unwrap());
    assert_eq!(project.read("vi/a/index.html").unwrap(), "mine");
    assert_eq!(project.read("vi/b/index.html").unwrap(), "mine");
    assert_eq!(project.tree()["(ledger)"], "merged by hand");
    assert_eq!(project.read("vi/index.html").unwrap(), "nhà mới");
}

#[test]
fn a_disk_that_fails_while_staging_stops_the_build_once() {
    let project = Project::new("full");
    project.build(FIRST).unwrap();
    let before = project.tree();
    let full = Steps::ask(|step| match step {
        Step::Staged(n) if n >= 2 => Err(Halt::Fail(io::Error::from(ErrorKind::StorageFull))),
        _ => Ok(()),
    });
    let found = project.build_with(SECOND, "second", full).unwrap_err();
    assert_eq!(codes_of(&found), [920]);
    assert_eq!(exit_code(found[0].code), Some(3));
    assert_eq!(project.tree(), before);
    project.assert_tidy();
}
