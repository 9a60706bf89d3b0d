//! Whose files are whose: what is refused, kept, adopted, replaced.
//!
//! Entry point: the tests. Invariant: nothing that vanbia did not write is overwritten or removed.

use std::fs;
use std::path::Path;

use super::*;

#[test]
fn files_of_other_people_are_neither_overwritten_nor_removed() {
    let project = Project::new("foreign");
    project.build(FIRST).unwrap();
    project.write("notes.txt", "mine");
    project.write("vi/b/notes.txt", "mine too");
    project.write(".git/HEAD", "ref");
    project.write(".gitignore", "*\n!.gitignore\n");
    project.write("CNAME", "disan.example");
    project.build(SECOND).unwrap();
    for path in ["notes.txt", "vi/b/notes.txt", ".git/HEAD", ".gitignore", "CNAME"] {
        assert!(project.read(path).is_some(), "{path}");
    }
    let before = project.tree();
    let found = project
        .build(&[("notes.txt", "site"), ("vi/b/notes.txt", "site"), ("x", "y")])
        .unwrap_err();
    assert_eq!(codes_of(&found), [907, 907]);
    assert_eq!(project.tree(), before);
}

#[test]
fn a_page_edited_by_hand_is_not_overwritten() {
    let project = Project::new("edited");
    project.build(FIRST).unwrap();
    project.write("vi/index.html", "sửa tay");
    let found = project.build(SECOND).unwrap_err();
    assert_eq!(codes_of(&found), [907]);
    assert!(found[0].message(Speech::Vi).contains("vi/index.html"));
    assert_eq!(project.read("vi/index.html").unwrap(), "sửa tay");
    // Mended by removing it, or by making the page equal to it.
    fs::remove_file(project.0.path("output/vi/index.html")).unwrap();
    project.build(SECOND).unwrap();
    assert_eq!(project.tree(), clean(SECOND, "ledger"));
}

#[test]
fn an_edit_of_the_same_size_is_noticed() {
    let project = Project::new("same-size");
    project.build(FIRST).unwrap();
    project.build(FIRST).unwrap();
    project.write("vi/a/index.html", "xx");
    let found = project.build(FIRST).unwrap_err();
    assert_eq!(codes_of(&found), [907]);
}

#[test]
fn an_edited_page_that_nobody_wants_is_kept_and_named_each_time() {
    let project = Project::new("kept");
    project.build(FIRST).unwrap();
    project.write("vi/b/index.html", "sửa tay");
    for _ in 0..2 {
        let summary = project.build(SECOND).unwrap();
        assert_eq!(summary.kept_edited, ["vi/b/index.html"]);
        assert_eq!(codes_of(&summary.warnings()), [909]);
        assert_eq!(project.read("vi/b/index.html").unwrap(), "sửa tay");
    }
    project.write("vi/b/index.html", "b1");
    assert_eq!(project.build(SECOND).unwrap().removed, 1);
    assert_eq!(project.tree(), clean(SECOND, "ledger"));
}

#[test]
fn equal_files_are_adopted() {
    let project = Project::new("adopt");
    project.write("CNAME", "disan.example");
    let files: Files<'_> = &[("CNAME", "disan.example"), ("index.html", "x")];
    let summary = project.build(files).unwrap();
    assert_eq!((summary.written, summary.unchanged), (1, 1));
    assert_eq!(project.build(&[("index.html", "x")]).unwrap().removed, 1);
    assert!(project.read("CNAME").is_none());
}

#[test]
fn a_lost_manifest_is_recovered_by_adoption() {
    let project = Project::new("lost");
    project.build(FIRST).unwrap();
    fs::write(project.0.path("output/.vanbia/manifest"), "garbage").unwrap();
    assert_eq!(project.build(FIRST).unwrap().unchanged, FIRST.len());
    project.build(SECOND).unwrap();
    assert_eq!(project.tree(), clean(SECOND, "ledger"));
}

#[test]
fn foreign_folders_are_refused_untouched() {
    let project = Project::new("foreign-folder");
    project.write("thesis.doc", "years of work");
    let found = project.open().unwrap_err();
    assert_eq!(found.code.number, 904);
    assert!(found.message(Speech::En).contains("thesis.doc"));
    assert!(!project.0.path("output/.vanbia").exists());
}

#[test]
fn dot_files_readme_and_cname_do_not_make_a_folder_foreign() {
    let project = Project::new("harmless");
    for path in [".git/HEAD", ".gitignore", "CNAME", ".nojekyll", "README.md"] {
        project.write(path, "x");
    }
    project.build(FIRST).unwrap();
    assert_eq!(project.read(".gitignore").unwrap(), "x");
}

#[test]
fn precious_folders_are_refused() {
    let project = Project::new("precious");
    let mut rules = project.rules(Steps::default());
    let home = Folder::new("home");
    home.write("volunteer/photos/a.jpg", "x");
    rules.home = Some(home.path("volunteer"));
    let code = |out: &Path| Disk::open(out, &rules).map(drop).unwrap_err().code.number;
    assert_eq!(code(&project.0.path("")), 901);
    assert_eq!(code(&project.0.path("output/..")), 901);
    assert_eq!(code(project.0.path("").parent().unwrap().parent().unwrap()), 903);
    assert_eq!(code(Path::new("/")), 903);
    assert_eq!(code(&project.0.path("content")), 902);
    assert_eq!(code(&project.0.path("content/public")), 902);
    assert_eq!(code(&home.path("")), 903);
    assert_eq!(code(&home.path("volunteer")), 903);
    assert!(Disk::open(&home.path("volunteer/site"), &rules).is_ok());
    project.0.write("site.zip", "x");
    assert_eq!(code(&project.0.path("site.zip")), 905);
    assert_eq!(code(&project.0.path("site.zip/inside")), 924);
}

#[test]
fn only_one_at_a_time_may_write() {
    let project = Project::new("lock");
    let held = project.open().unwrap();
    let found = project.open().unwrap_err();
    assert_eq!(found.code.number, 906);
    assert_eq!(exit_code(found.code), Some(3));
    if cfg!(unix) {
        assert!(
            found
                .message(Speech::Vi)
                .contains(&format!("PID {}", std::process::id()))
        );
    }
    drop(held);
    assert!(project.open().is_ok());
}

#[cfg(unix)]
#[test]
fn a_folder_that_was_removed_is_locked_anew() {
    let project = Project::new("anew");
    let output = project.0.path("output");
    let mut disk = project.open().unwrap();
    disk.put("a", b"1".as_slice().into());
    disk.finish(&[]).unwrap();
    assert!(!disk.hold().unwrap());
    fs::remove_dir_all(&output).unwrap();
    assert!(disk.hold().unwrap());
    assert!(!disk.hold().unwrap());
    assert_eq!(project.open().unwrap_err().code.number, 906);
    // Another program was faster: it is left alone until it has done.
    fs::remove_dir_all(&output).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    let mut other = project.open().unwrap();
    other.put("a", b"other".as_slice().into());
    assert_eq!(disk.hold().unwrap_err().code.number, 906);
    disk.abort();
    other.finish(&[]).unwrap();
    assert_eq!(project.read("a").unwrap(), "other");
    drop(other);
    assert!(disk.hold().unwrap());
    disk.put("a", b"mine".as_slice().into());
    disk.finish(&[]).unwrap();
    assert_eq!(project.read("a").unwrap(), "mine");
    project.assert_tidy();
}

#[test]
fn a_folder_with_foreign_files_does_not_give_way_to_a_file() {
    let project = Project::new("gives-way");
    project.build(FIRST).unwrap();
    project.write("becomes/file/mine.txt", "mine");
    let before = project.tree();
    let found = project.build(SECOND).unwrap_err();
    assert_eq!(codes_of(&found), [907]);
    assert!(found[0].message(Speech::En).contains("becomes/file/mine.txt"));
    assert_eq!(project.tree(), before);
}

#[test]
fn an_edited_file_does_not_give_way_to_a_folder() {
    let project = Project::new("gives-way-too");
    project.build(FIRST).unwrap();
    project.write("turns/folder", "mine");
    let found = project.build(SECOND).unwrap_err();
    assert_eq!(codes_of(&found), [907]);
    assert_eq!(project.read("turns/folder").unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_of_the_folder_are_never_followed() {
    use std::os::unix::fs::symlink;
    let project = Project::new("links");
    project.build(FIRST).unwrap();
    project.0.write("elsewhere/index.html", "a1");
    // A folder and a file of ours are replaced by links: nothing behind them is written or removed.
    fs::remove_dir_all(project.0.path("output/vi/a")).unwrap();
    symlink(project.0.path("elsewhere"), project.0.path("output/vi/a")).unwrap();
    fs::remove_file(project.0.path("output/en/index.html")).unwrap();
    symlink(
        project.0.path("elsewhere/index.html"),
        project.0.path("output/en/index.html"),
    )
    .unwrap();
    let found = project.build(SECOND).unwrap_err();
    assert_eq!(codes_of(&found), [908, 908]);
    let rest: Files<'_> = &[("index.html", "chooser")];
    let summary = project.build(rest).unwrap();
    assert_eq!(summary.kept_edited, ["en/index.html", "vi/a/index.html"]);
    assert_eq!(
        fs::read_to_string(project.0.path("elsewhere/index.html")).unwrap(),
        "a1"
    );
    assert!(project.0.path("output/vi/a").is_symlink());
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_our_own_folder_is_refused() {
    let project = Project::new("own-link");
    fs::create_dir_all(project.0.path("output")).unwrap();
    fs::create_dir_all(project.0.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(project.0.path("elsewhere"), project.0.path("output/.vanbia")).unwrap();
    assert_eq!(project.open().unwrap_err().code.number, 905);
}

#[test]
fn a_ledger_may_lie_only_beside_the_content() {
    let project = Project::new("ledger");
    for path in ["codes.lock", "content/sub/codes.lock", "content/site.yaml"] {
        let mut disk = project.open().unwrap();
        let ledger = LockFile {
            path: project.0.path(path),
            bytes: b"x".to_vec(),
            before: None,
        };
        assert!(disk.finish(&[ledger]).is_err(), "{path}");
    }
}

/// An output folder as an earlier version leaves it: its manifest bears BLAKE3.
#[test]
fn a_site_that_an_earlier_version_wrote_is_ours_and_what_people_changed_since_is_not() {
    let project = Project::new("earlier");
    project.build(FIRST).unwrap();
    let layout = project.layout();
    let rows = Manifest::read(&layout.manifest(), &layout).unwrap().rows;
    let mut text = String::from("# vanbia manifest 1\n");
    for row in &rows {
        let hash = blake3::hash(&fs::read(layout.site(&row.path)).unwrap()).to_hex();
        text.push_str(&format!("{}\t{hash}\t{}\t{}\n", row.path, row.size, row.modified));
    }
    fs::write(layout.manifest(), &text).unwrap();
    assert_eq!(Manifest::read(&layout.manifest(), &layout).unwrap().rows, rows);
    project.build(SECOND).unwrap();
    assert_eq!(project.tree(), clean(SECOND, "ledger"));

    let project = Project::new("earlier-edited");
    project.build(FIRST).unwrap();
    fs::write(project.layout().manifest(), &text).unwrap();
    project.write("vi/index.html", "sửa tay");
    assert_eq!(codes_of(&project.build(SECOND).unwrap_err()), [907]);
    assert_eq!(project.read("vi/index.html").unwrap(), "sửa tay");
}

#[test]
fn a_folder_that_somebody_put_in_place_of_a_page_stays() {
    let files: Files<'_> = &[("a/x", "1"), ("a/y", "1"), ("b", "1")];
    let replaced = |name: &str| {
        let project = Project::new(name);
        project.build(files).unwrap();
        fs::remove_file(project.0.path("output/a/y")).unwrap();
        project.write("a/y/mine.txt", "mine");
        project
    };
    let project = replaced("folder-whole");
    assert_eq!(project.build(&[("a/x", "1"), ("b", "1")]).unwrap().kept_edited, ["a/y"]);
    assert_eq!(project.read("a/y/mine.txt").unwrap(), "mine");
    let project = replaced("folder-change");
    let mut disk = project.open().unwrap();
    let summary = disk.finish_changes(&BTreeSet::from(["a/y".to_owned()]), &[]).unwrap();
    assert_eq!(summary.kept_edited, ["a/y"]);
    assert_eq!(project.read("a/y/mine.txt").unwrap(), "mine");
    // Nor may a new page push it aside, however the build ends.
    for is_change in [false, true] {
        disk.put("a/x", b"1".as_slice().into());
        disk.put("a/y", b"2".as_slice().into());
        let found = match is_change {
            true => disk.finish_changes(&BTreeSet::new(), &[]),
            false => disk.finish(&[]),
        };
        assert_eq!(codes_of(&found.unwrap_err()), [907], "{is_change}");
        assert_eq!(project.read("a/y/mine.txt").unwrap(), "mine");
    }
}
