//! W9, W10: very many files at once, and whole branches of a repository that change places.
//!
//! Entry point: the tests. Invariant: after each the output is that of a clean build.

use super::site::{Site, generate};
use super::watching::{Dice, Watching, is_long};
use std::collections::BTreeSet;
use std::fs;
use std::thread::sleep;
use std::time::Duration;

#[test]
fn w9_what_overflows_is_found() {
    let count = if is_long() { 30_000 } else { 9000 };
    let site = Site::tiny("overflow");
    let watching = Watching::start(&site);
    watching.settles();
    // The kernel holds 16384 events unless it is told otherwise, three a file; the reader is stopped meanwhile.
    watching.signal("STOP");
    for number in 0..count {
        site.write(&format!("content/static/{}/{number}.txt", number % 50), "x\n");
    }
    site.write("content/relics/den-ha/vi.md", "Giữa ba vạn tệp.\n");
    watching.signal("CONT");
    watching.shows_within(
        Duration::from_secs(60),
        "vi/di-tich/den-ha/index.html",
        "Giữa ba vạn tệp",
    );
    watching.settles_within(Duration::from_secs(60));
    // Folders that came within the flood are watched.
    for number in [0, 49, count - 1] {
        let path = format!("{}/{number}.txt", number % 50);
        site.write(&format!("content/static/{path}"), "y\n");
        watching.shows(&path, "y");
    }
    // All of it goes, with nobody stopped.
    site.remove("content/static");
    watching.settles_within(Duration::from_secs(60));
}

/// Makes the content of a site these files, as Git does: in any order, only where they differ.
fn check_out(site: &Site, files: &[(String, Vec<u8>)], dice: &mut Dice) {
    let wanted: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    for kind in fs::read_dir(site.root.join("content")).unwrap().flatten() {
        if !kind.path().is_dir() {
            continue;
        }
        for entry in fs::read_dir(kind.path()).unwrap().flatten() {
            let key = format!("content/{}/{}", kind.file_name().display(), entry.file_name().display());
            if !wanted.iter().any(|path| path.starts_with(&format!("{key}/"))) {
                site.remove(&key);
            }
        }
    }
    let start = dice.below(files.len());
    for (path, bytes) in files[start..].iter().chain(&files[..start]) {
        if fs::read(site.root.join(path)).ok().as_ref() != Some(bytes) {
            site.write_bytes(path, bytes);
        }
        if dice.below(40) == 0 {
            sleep(Duration::from_millis(dice.below(8) as u64));
        }
    }
}

#[test]
fn w10_branches_that_change_places_leave_nothing_behind() {
    let (count, rounds) = if is_long() { (340, 20) } else { (60, 6) };
    let whole = |count| -> Vec<(String, Vec<u8>)> {
        let mut files = generate(count);
        files.retain(|(path, _)| !path.contains("photos/") || path.contains("muc-0/"));
        files
    };
    // The other branch has fewer entries, each with another text; photos are the same.
    let mut branches = [whole(count), whole(count * 2 / 3)];
    for (path, bytes) in &mut branches[1] {
        if path.ends_with(".md") {
            bytes.extend_from_slice("\nĐoạn của nhánh hai.\n".as_bytes());
        }
    }
    for branch in &mut branches {
        for (path, bytes) in branch.iter_mut().filter(|(path, _)| path.ends_with("entry.yaml")) {
            if !path.contains("muc-0/") {
                let text = String::from_utf8(bytes.clone()).unwrap();
                *bytes = text.split("photos:").next().unwrap().as_bytes().to_vec();
            }
        }
    }
    let mut dice = Dice(10);
    let site = Site::empty("branches");
    check_out(&site, &branches[0], &mut dice);
    let watching = Watching::start(&site);
    watching.settles();
    for round in 1..=rounds {
        check_out(&site, &branches[round % 2], &mut dice);
        if round % 3 == 0 {
            // Back before anything can have come of it.
            check_out(&site, &branches[(round + 1) % 2], &mut dice);
        }
        watching.settles_within(Duration::from_secs(60));
    }
    assert!(!watching.said().contains("panicked"), "{}", watching.said());
}
