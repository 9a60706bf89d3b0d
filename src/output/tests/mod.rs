//! Tests of the writer as a whole.
//!
//! Entry point: [`Project`], a project in a folder of its own. Invariant: each test leaves nothing behind.

mod heal;
mod own;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::layout::Layout;
use super::manifest::Manifest;
use super::*;
use crate::diag::{Diagnostic, Diagnostics, Speech};

/// A folder of its own for a test, gone afterwards.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(name: &str) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        // Memory, where there is some: hundreds of builds that sync each ledger take their time on a disk.
        let memory = PathBuf::from("/dev/shm");
        let above = if memory.is_dir() { memory } else { std::env::temp_dir() };
        let path = above.join(format!("vanbia-output-{name}-{}-{n}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A project with `content/` and `output/`.
struct Project(Folder);

type Files<'a> = &'a [(&'a str, &'a str)];

impl Project {
    fn new(name: &str) -> Self {
        let folder = Folder::new(name);
        folder.write("content/site.yaml", "names: …\n");
        Self(folder)
    }

    fn rules(&self, steps: Steps) -> OpenRules {
        OpenRules {
            root: self.0.path(""),
            content_dir: self.0.path("content"),
            home: None,
            steps,
        }
    }

    fn layout(&self) -> Layout {
        Layout {
            out: self.0.path("output"),
            content: self.0.path("content"),
        }
    }

    fn open(&self) -> Result<Disk, Diagnostic> {
        Disk::open(&self.0.path("output"), &self.rules(Steps::default()))
    }

    fn build_with(&self, files: Files<'_>, ledger: &str, steps: Steps) -> Result<Summary, Diagnostics> {
        let mut disk = Disk::open(&self.0.path("output"), &self.rules(steps)).map_err(|found| vec![found])?;
        for (path, text) in files {
            disk.put(path, text.as_bytes().into());
        }
        let path = self.0.path("content/codes.lock");
        let before = std::fs::read(&path).ok().map(|text| *blake3::hash(&text).as_bytes());
        disk.finish(&[LockFile {
            path,
            bytes: ledger.as_bytes().to_vec(),
            before,
        }])
    }

    fn build(&self, files: Files<'_>) -> Result<Summary, Diagnostics> {
        self.build_with(files, "ledger", Steps::default())
    }

    fn write(&self, path: &str, text: &str) {
        self.0.write(&format!("output/{path}"), text);
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.0.path("output").join(path)).ok()
    }

    /// All files and folders but vanbia's own, and the ledger.
    fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = BTreeMap::new();
        list(&self.0.path("output"), "", &mut tree);
        let ledger = fs::read_to_string(self.0.path("content/codes.lock")).unwrap_or_default();
        tree.insert("(ledger)".into(), ledger);
        tree
    }

    /// Nothing is left lying about in vanbia's own folder.
    fn assert_tidy(&self) {
        let mut own: Vec<String> = fs::read_dir(self.0.path("output/.vanbia"))
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        own.sort();
        own.retain(|name| name != "manifest");
        assert_eq!(own, ["lock"]);
        assert!(!self.0.path("content/codes.lock.vanbia-new").exists());
    }
}

fn list(folder: &Path, above: &str, tree: &mut BTreeMap<String, String>) {
    let Ok(children) = fs::read_dir(folder) else {
        return;
    };
    for child in children {
        let child = child.unwrap();
        let name = child.file_name().into_string().unwrap();
        if name == ".vanbia" {
            continue;
        }
        let path = format!("{above}{name}");
        if child.file_type().unwrap().is_dir() {
            tree.insert(format!("{path}/"), String::new());
            list(&child.path(), &format!("{path}/"), tree);
        } else {
            tree.insert(path, fs::read_to_string(child.path()).unwrap_or_default());
        }
    }
}

fn codes_of(found: &[Diagnostic]) -> Vec<u16> {
    found.iter().map(|d| d.code.number).collect()
}

const FIRST: Files<'static> = &[
    ("index.html", "chooser"),
    ("assets/app.1.css", "style"),
    ("vi/index.html", "nhà"),
    ("vi/a/index.html", "a1"),
    ("vi/b/index.html", "b1"),
    ("en/index.html", "home"),
    ("735190/index.html", "landing"),
    ("735190/qr.svg", "<svg/>"),
    ("turns/folder", "a file"),
    ("becomes/file/inside.html", "inside"),
    ("becomes/file/deep/inside.html", "inside"),
];

const SECOND: Files<'static> = &[
    ("index.html", "chooser"),
    ("assets/app.2.css", "new style"),
    ("vi/index.html", "nhà mới"),
    ("vi/a/index.html", "a2"),
    ("vi/c/index.html", "c1"),
    ("vi/c/deep/index.html", "c1"),
    ("en/index.html", "home"),
    ("735190/index.html", "landing 2"),
    ("735190/qr.svg", "<svg/>"),
    ("turns/folder/index.html", "now a folder"),
    ("becomes/file", "now a file"),
];

/// The tree that a build makes in a fresh folder.
fn clean(files: Files<'_>, ledger: &str) -> BTreeMap<String, String> {
    let project = Project::new("clean");
    project.build_with(files, ledger, Steps::default()).unwrap();
    project.tree()
}

#[test]
fn a_build_writes_only_what_changed() {
    let project = Project::new("changed");
    let summary = project.build(FIRST).unwrap();
    assert_eq!((summary.written, summary.unchanged, summary.removed), (11, 0, 0));
    let again = project.build(FIRST).unwrap();
    assert_eq!((again.written, again.unchanged, again.removed), (0, 11, 0));
    let second = project.build(SECOND).unwrap();
    assert_eq!((second.written, second.unchanged, second.removed), (8, 3, 5));
    assert_eq!(project.tree(), clean(SECOND, "ledger"));
    project.assert_tidy();
}

#[test]
fn an_unchanged_file_is_not_written_again() {
    let project = Project::new("unchanged");
    project.build(FIRST).unwrap();
    let time = |path: &str| fs::metadata(project.0.path(path)).unwrap().modified().unwrap();
    let before = time("output/vi/index.html");
    std::thread::sleep(std::time::Duration::from_millis(20));
    project.build(FIRST).unwrap();
    assert_eq!(time("output/vi/index.html"), before);
}

#[test]
fn a_build_with_findings_changes_nothing_and_names_all() {
    let project = Project::new("findings");
    project.build(FIRST).unwrap();
    let before = project.tree();
    let found = project
        .build_with(
            &[
                ("vi/index.html", "x"),
                ("../out", "x"),
                ("A", "1"),
                ("a", "2"),
                ("b", "1"),
                ("b/c", "2"),
            ],
            "new",
            Steps::default(),
        )
        .unwrap_err();
    let mut numbers = codes_of(&found);
    numbers.sort_unstable();
    assert_eq!(numbers, [910, 912, 913]);
    assert_eq!(project.tree(), before);
    project.assert_tidy();
}

#[test]
fn several_builds_may_follow_on_one_lock() {
    let project = Project::new("session");
    let mut disk = project.open().unwrap();
    disk.put("a/x", b"1".as_slice().into());
    disk.put("b", b"1".as_slice().into());
    disk.put("c", b"1".as_slice().into());
    disk.finish(&[]).unwrap();
    disk.put("../x", b"1".as_slice().into());
    disk.finish(&[]).unwrap_err();
    disk.put("a/x", b"2".as_slice().into());
    let removed = BTreeSet::from(["b".to_owned()]);
    let summary = disk.finish_changes(&removed, &[]).unwrap();
    assert_eq!((summary.written, summary.unchanged, summary.removed), (1, 1, 1));
    assert_eq!(project.read("a/x").unwrap(), "2");
    assert_eq!(project.read("b"), None);
    disk.put("c/inside", b"c is a file".as_slice().into());
    assert_eq!(
        codes_of(&disk.finish_changes(&BTreeSet::new(), &[]).unwrap_err()),
        [913]
    );
    assert!(disk.keep("a/x") && disk.keep("c") && !disk.keep("b"));
    assert_eq!(disk.finish(&[]).unwrap().unchanged, 2);
}

/// A session's way of ending a change has to leave what a whole build would.
#[test]
fn a_change_leaves_what_a_whole_build_leaves() {
    type Put = &'static [(&'static str, &'static str)];
    const BEFORE: Put = &[("a/x", "1"), ("a/y", "1"), ("b/z", "1"), ("c", "1")];
    let cases: &[(Put, &[&str])] = &[
        (&[("a/x", "2")], &[]),
        (&[("a/x", "1")], &[]),
        (&[("a/new", "2"), ("a/0", "2")], &["a/y"]),
        (&[], &["b/z", "not/there"]),
        (&[("d/e/f", "2")], &["b/z"]),
        (&[("b", "2")], &["b/z"]),
        (&[("top", "2")], &[]),
        (&[("C", "2")], &[]),
        (&[("../out", "2"), ("a/x", "2")], &[]),
        // In the order of their names, in whichever they came.
        (
            &[
                ("a/6", "2"),
                ("a/1", "2"),
                ("a/5", "2"),
                ("a/3", "2"),
                ("a/2", "2"),
                ("a/4", "2"),
            ],
            &[],
        ),
        // What Windows would take for another file of ours.
        (&[("a/X", "2")], &[]),
        (&[("A/new", "2")], &[]),
        (&[("a/x/inside", "2")], &[]),
    ];
    for (n, (put, removed)) in cases.iter().enumerate() {
        let ended = |name: &str, is_change: bool| {
            let project = Project::new(&format!("{name}-{n}"));
            project.build(BEFORE).unwrap();
            let mut disk = project.open().unwrap();
            put.iter()
                .for_each(|(path, text)| disk.put(path, text.as_bytes().into()));
            let removed: BTreeSet<String> = removed.iter().map(ToString::to_string).collect();
            let result = if is_change {
                disk.finish_changes(&removed, &[])
            } else {
                let is_kept = |path: &&str| !removed.contains(*path) && !put.iter().any(|(other, _)| other == path);
                for path in BEFORE.iter().map(|(path, _)| *path).filter(is_kept) {
                    disk.keep(path);
                }
                disk.finish(&[])
            };
            drop(disk);
            let summary = result.map_err(|found| codes_of(&found));
            let layout = project.layout();
            let rows = Manifest::read(&layout.manifest(), &layout).unwrap().rows;
            let rows: Vec<_> = rows.into_iter().map(|row| (row.path, row.sum, row.size)).collect();
            // Reading would put rows in order and take out those that come twice; they were written so.
            let written = fs::read_to_string(layout.manifest()).unwrap();
            let names: Vec<&str> = written
                .lines()
                .skip(1)
                .filter_map(|row| row.split('\t').next())
                .collect();
            assert_eq!(names, rows.iter().map(|(path, ..)| &**path).collect::<Vec<_>>());
            (summary, rows, project.tree())
        };
        assert_eq!(ended("change", true), ended("whole", false), "{put:?} {removed:?}");
    }
}

#[test]
fn a_kept_page_that_somebody_edited_has_to_be_put() {
    let project = Project::new("keep");
    project.build(FIRST).unwrap();
    project.write("vi/a/index.html", "sửa tay");
    let disk = project.open().unwrap();
    assert!(disk.keep("vi/b/index.html"));
    assert!(!disk.keep("vi/a/index.html"));
}

#[test]
fn the_manifest_is_trusted_once_it_has_settled() {
    let project = Project::new("settled");
    project.build(FIRST).unwrap();
    let page = fs::File::options()
        .write(true)
        .open(project.0.path("output/vi/a/index.html"))
        .unwrap();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(60);
    page.set_modified(long_ago).unwrap();
    project.build(FIRST).unwrap();
    // The same size and time now vouch for a content that is another: nobody reads the file.
    fs::write(project.0.path("output/vi/a/index.html"), "zz").unwrap();
    page.set_modified(long_ago).unwrap();
    assert_eq!(project.build(FIRST).unwrap().unchanged, FIRST.len());
    assert_eq!(project.read("vi/a/index.html").unwrap(), "zz");
}

#[test]
fn many_threads_may_put_at_once() {
    let project = Project::new("threads");
    let mut disk = project.open().unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let disk = &disk;
            scope.spawn(move || {
                for i in 0..200 {
                    disk.put(&format!("vi/{}/{i}/{thread}.html", i % 7), vec![thread; i].into());
                    disk.put(&format!("shared/{}", i % 50), vec![1; i % 50].into());
                }
            });
        }
    });
    let summary = disk.finish(&[]).unwrap();
    assert_eq!(summary.written, 850);
    for i in 0..200 {
        for thread in 0..4 {
            let path = format!("output/vi/{}/{i}/{thread}.html", i % 7);
            assert_eq!(fs::read(project.0.path(&path)).unwrap(), vec![thread; i], "{path}");
        }
    }
}

#[test]
fn the_ledger_is_written_with_or_without_other_changes() {
    let project = Project::new("ledger");
    let ledger = || project.tree()["(ledger)"].clone();
    project.build_with(FIRST, "one", Steps::default()).unwrap();
    assert_eq!(ledger(), "one");
    project.build_with(FIRST, "two", Steps::default()).unwrap();
    assert_eq!(ledger(), "two");
    let file = |name: &str, text: &str| LockFile {
        path: project.0.path("content").join(name),
        bytes: text.into(),
        before: Some(*blake3::hash(ledger().as_bytes()).as_bytes()),
    };
    let mut disk = project.open().unwrap();
    disk.finish_changes(&BTreeSet::new(), &[file("codes.lock", "three")])
        .unwrap();
    assert_eq!(ledger(), "three");
    // Nothing else in the content folder is ever written.
    disk.finish(&[file("site.yaml", "x")]).unwrap_err();
    disk.finish(&[file("relics/x.lock", "x")]).unwrap_err();
    let site = fs::read_to_string(project.0.path("content/site.yaml")).unwrap();
    assert_eq!(site, "names: …\n");
}

#[test]
fn what_a_new_page_needs_is_there_before_it() {
    const NEW: Files<'static> = &[
        ("a/index.html", "a"),
        ("assets/z.css", "z"),
        ("b.html", "b"),
        ("c/qr.svg", "c"),
        ("media/z.jpg", "z"),
        ("z.json", "z"),
    ];
    let old: Vec<(&str, &str)> = NEW.iter().map(|(path, _)| (*path, "old")).collect();
    let mut seen = Vec::new();
    for renamed in 1..=NEW.len() {
        let project = Project::new("order");
        project.build(&old).unwrap();
        let halt = move |step: Step| match step == Step::Renamed(renamed) {
            true => Err(Halt::Kill),
            false => Ok(()),
        };
        project.build_with(NEW, "ledger", Steps::ask(halt)).unwrap_err();
        let is_new = |(path, text): &&(&str, &str)| project.read(path).as_deref() == Some(*text);
        let new: Vec<&str> = NEW.iter().filter(is_new).map(|(path, _)| *path).collect();
        seen.extend(new.into_iter().filter(|path| !seen.contains(path)).collect::<Vec<_>>());
    }
    let order = [
        "assets/z.css",
        "media/z.jpg",
        "c/qr.svg",
        "z.json",
        "a/index.html",
        "b.html",
    ];
    assert_eq!(seen, order);
}

#[test]
fn what_is_left_of_a_build_is_known_by_its_names_and_contents() {
    let project = Project::new("stands");
    let print = |files: Files<'_>| {
        project.build(files).unwrap();
        project.open().unwrap().fingerprint()
    };
    let first = print(&[("a", "1"), ("b", "22")]);
    assert_ne!(first, print(&[("a", "1"), ("b", "23")]), "another content");
    assert_ne!(first, print(&[("a", "1"), ("c", "22")]), "another name");
    assert_eq!(first, print(&[("a", "1"), ("b", "22")]));
    let stand = || {
        let disk = project.open().unwrap();
        (0..disk.files()).map(|file| disk.stands(file)).collect::<Vec<_>>()
    };
    assert_eq!(stand(), [true, true]);
    project.write("b", "23");
    assert_eq!(stand(), [true, false]);
    fs::remove_file(project.0.path("output/a")).unwrap();
    assert_eq!(stand(), [false, false]);
    fs::create_dir(project.0.path("output/a")).unwrap();
    assert_eq!(stand(), [false, false]);
}

#[test]
fn two_things_in_one_place_are_named_in_one_order() {
    let found = |paths: &[&str]| {
        let project = Project::new("order-of-names");
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (*path, *path)).collect();
        let found = project.build(&files).unwrap_err();
        let named = found[0].arg("path").map(str::to_string);
        (found[0].code.number, named, found[0].arg("other").map(str::to_string))
    };
    let text = |text: &str| Some(text.to_string());
    for paths in [["A", "a"], ["a", "A"]] {
        assert_eq!(found(&paths), (912, text("A"), text("a")));
    }
    assert_eq!(found(&["a/z", "a/b", "a/c", "ab", "a"]), (913, text("a"), text("a/b")));
}
