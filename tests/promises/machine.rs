//! Promise 4, the machine's part: folders that are refused, a lock that is held, a full disk, a disk that only reads.
//!
//! Entry point: the tests. Invariant: the exit code says that it is not the content: 2 for a folder that is not fit, 3
//! for the machine; the last good site stays whole.

use super::site::{Files, Site, difference, folder, read_all, run};
use std::path::Path;

#[test]
fn precious_folders_are_refused() {
    let site = Site::tiny("precious");
    let content = read_all(&site.root.join("content"));
    let home = folder("home");
    std::fs::write(home.join("letter.txt"), "dear").unwrap();
    let foreign = folder("foreign");
    std::fs::write(foreign.join("thesis.doc"), "long").unwrap();
    let root = if cfg!(windows) { "C:\\" } else { "/" };
    for (out, code) in [
        (root, "VB0903"),
        (home.to_str().unwrap(), "VB0903"),
        (home.parent().unwrap().to_str().unwrap(), "VB090"),
        (".", "VB0901"),
        ("..", "VB090"),
        ("content", "VB0902"),
        ("content/relics", "VB0902"),
        (foreign.to_str().unwrap(), "VB0904"),
        ("content/site.yaml", "VB090"),
    ] {
        let mut command = site.command(&["build", "--lang", "en", "--out", out]);
        command.env("HOME", &home).env("USERPROFILE", &home);
        run(&mut command).ends(2).says(&[code]);
    }
    assert_eq!(difference(&content, &read_all(&site.root.join("content"))), "");
    assert_eq!(read_all(&home).len(), 1);
    assert_eq!(read_all(&foreign).len(), 1);
    for folder in [home, foreign] {
        std::fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let site = Site::tiny("lock");
    let before = site.built(&[]);
    let lock = std::fs::File::open(site.root.join("output/.vanbia/lock")).unwrap();
    lock.lock().unwrap();
    site.vanbia(&["build", "--lang", "en"]).ends(3).says(&["VB0906"]);
    assert_eq!(difference(&before, &site.output()), "");
    drop(lock);
    site.built(&[]);
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let site = Site::tiny("usage");
    for args in [
        &["bulid"][..],
        &["build", "--nope"],
        &["build", "--today", "hôm nay"],
        &["codes"],
        &[],
    ] {
        let run = site.vanbia(args);
        assert_eq!(run.code, Some(2), "{args:?}: {}", run.err);
    }
}

/// A small disk of its own, taken away when dropped.
#[cfg(target_os = "linux")]
struct SmallDisk(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl SmallDisk {
    fn new(size: &str) -> Self {
        let path = folder("disk");
        mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"], &path);
        Self(path)
    }
}

#[cfg(target_os = "linux")]
impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = as_root("umount").arg(&self.0).status();
        let _ = std::fs::remove_dir(&self.0);
    }
}

/// The files of a folder but for the lock, which names the last process.
#[cfg(target_os = "linux")]
fn all_but_lock(folder: &Path) -> Files {
    let mut files = read_all(folder);
    files.remove(".vanbia/lock");
    files
}

#[cfg(target_os = "linux")]
fn as_root(program: &str) -> std::process::Command {
    let id = std::process::Command::new("id").arg("-u").output().unwrap();
    if id.stdout == b"0\n" {
        return std::process::Command::new(program);
    }
    let mut sudo = std::process::Command::new("sudo");
    sudo.args(["-n", program]);
    sudo
}

#[cfg(target_os = "linux")]
fn mount(args: &[&str], path: &Path) {
    let done = as_root("mount").args(args).arg(path).output().unwrap();
    assert!(
        done.status.success(),
        "this test needs the right to mount a small disk (root, or sudo without a password): {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

/// A site whose output lies on a small disk, built once.
#[cfg(target_os = "linux")]
fn on_small_disk(name: &str, size: &str) -> (Site, SmallDisk) {
    let site = Site::tiny(name);
    let disk = SmallDisk::new(size);
    site.vanbia(&["build", "--out", disk.0.join("site").to_str().unwrap()])
        .ends(0);
    (site, disk)
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    let (site, disk) = on_small_disk("full", "6m");
    let out = disk.0.join("site");
    let before = all_but_lock(&out);
    let ledger = site.read("content/codes.lock");
    site.relic("den-moi", "Đền Mới", Some("New Temple"), 5);
    site.write_bytes("content/static/phim.bin", &vec![7; 8_000_000]);
    let run = site.vanbia(&["build", "--lang", "en", "--out", out.to_str().unwrap()]);
    run.ends(3)
        .says(&["VB0920", "the disk is full", "the old site is untouched"]);
    assert_eq!(
        difference(&before, &all_but_lock(&out)),
        "",
        "nothing is left of the failed build either"
    );
    assert_eq!(ledger, site.read("content/codes.lock"));

    site.remove("content/static/phim.bin");
    site.vanbia(&["build", "--out", out.to_str().unwrap()]).ends(0);
    assert!(out.join("vi/di-tich/den-moi/index.html").is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_only_reads_leaves_the_old_site_whole() {
    let (site, disk) = on_small_disk("read-only", "6m");
    let out = disk.0.join("site");
    let before = all_but_lock(&out);
    let ledger = site.read("content/codes.lock");
    site.relic("den-moi", "Đền Mới", Some("New Temple"), 5);
    mount(&["-o", "remount,ro"], &disk.0);
    let run = site.vanbia(&["build", "--lang", "en", "--out", out.to_str().unwrap()]);
    run.ends(3).says(&["VB0921", "is read-only"]);
    assert_eq!(difference(&before, &all_but_lock(&out)), "");
    assert_eq!(ledger, site.read("content/codes.lock"));
}
