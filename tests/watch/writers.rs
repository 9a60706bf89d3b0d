//! W6, W7: files that are being written, and writing that changes nothing.
//!
//! Entry point: the tests. Invariant: what a page showed is collected all the time, not only at the end.

use super::site::Site;
use super::watching::{PAGE, TEXT, Watching};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// How much of a text a page has: of each «mark N.» the numbers.
fn marks(page: &str) -> Vec<usize> {
    let parts = page.split("dấu ").skip(1);
    parts.filter_map(|part| part.split('.').next()?.parse().ok()).collect()
}

/// Does something, and looks at a page all the while; returns the different numbers of marks that it had.
fn looking(watching: &Watching, act: impl FnOnce()) -> BTreeSet<usize> {
    let ends = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let looks = scope.spawn(|| {
            let mut seen = BTreeSet::new();
            while !ends.load(Ordering::SeqCst) {
                seen.insert(marks(&watching.page(PAGE)).len());
                sleep(Duration::from_millis(10));
            }
            seen
        });
        act();
        ends.store(true, Ordering::SeqCst);
        looks.join().unwrap()
    })
}

fn text(parts: usize) -> Vec<String> {
    let part = |n: usize| format!("dấu {n}.\n\n{}\n\n", "Chữ trong đoạn này. ".repeat(450));
    (0..parts).map(part).collect()
}

#[test]
fn w6_a_file_that_is_being_written_is_not_shown_half() {
    let site = Site::tiny("slow");
    site.write(TEXT, "dấu 0.\n");
    let watching = Watching::start(&site);
    watching.settles();
    let parts = text(30);
    let slowly = |meanwhile: &dyn Fn(usize)| {
        let mut file = File::create(site.root.join(TEXT)).unwrap();
        for (number, part) in parts.iter().enumerate() {
            file.write_all(part.as_bytes()).unwrap();
            meanwhile(number);
            sleep(Duration::from_millis(100));
        }
        drop(file);
        watching.shows(PAGE, "dấu 29.");
        watching.settles();
    };
    let seen = looking(&watching, || slowly(&|_| {}));
    assert_eq!(seen, BTreeSet::from([1, 30]), "said:\n{}", watching.said());
    // The same while a title changes elsewhere, which concerns lists and neighbors: the whole site is looked at.
    site.write(TEXT, "dấu 0.\n");
    watching.settles();
    let seen = looking(&watching, || {
        slowly(&|number| {
            if number % 10 == 5 {
                site.relic("den-ho", &format!("Đền Hổ {number}"), None, 2);
            }
        });
    });
    assert_eq!(seen, BTreeSet::from([1, 30]), "said:\n{}", watching.said());
    // Emptied and closed, written a moment later.
    let short: String = text(3).concat();
    let seen = looking(&watching, || {
        for pause in [20, 60, 90] {
            File::create(site.root.join(TEXT)).unwrap();
            sleep(Duration::from_millis(pause));
            fs::write(site.root.join(TEXT), format!("{short}Chờ {pause} ms.\n")).unwrap();
            watching.shows(PAGE, &format!("Chờ {pause} ms."));
        }
    });
    assert_eq!(seen, BTreeSet::from([3, 30]), "said:\n{}", watching.said());
    // Nothing of ours stands in the way of a writer.
    fs::remove_file(site.root.join(TEXT)).unwrap();
    fs::write(site.root.join(TEXT), "Viết lại được.\n").unwrap();
    watching.shows(PAGE, "Viết lại được");
    watching.settles();
}

#[test]
fn w7_what_changes_nothing_makes_nothing() {
    let site = Site::tiny("nothing");
    // Output within content would feed itself: refused.
    let refused = site.vanbia(&[
        "watch",
        "--lang",
        "en",
        "--port",
        "0",
        "--out",
        site.root.join("content/ra").to_str().unwrap(),
    ]);
    assert_ne!(refused.code, Some(0));
    assert!(refused.err.contains("content"), "{}", refused.err);
    // A link out of content into the output leads nowhere.
    fs::create_dir_all(site.root.join("content/static")).unwrap();
    std::os::unix::fs::symlink("../../output", site.root.join("content/static/ra")).unwrap();
    std::os::unix::fs::symlink("..", site.root.join("content/static/vong")).unwrap();
    let watching = Watching::start(&site);
    watching.rests(0);
    let mark = watching.mark();
    let path = site.root.join(TEXT);
    for _ in 0..60 {
        for mode in ["600", "644"] {
            assert!(Command::new("chmod").arg(mode).arg(&path).status().unwrap().success());
        }
        assert!(Command::new("touch").arg("-a").arg(&path).status().unwrap().success());
        fs::read(&path).unwrap();
    }
    assert!(Command::new("touch").arg(&path).status().unwrap().success());
    let same = fs::read(&path).unwrap();
    fs::write(&path, same).unwrap();
    fs::write(site.root.join("content/relics/den-ha/.vi.md.swp"), "x").unwrap();
    fs::write(site.root.join("neben.txt"), "x").unwrap();
    // Long enough for the look at all files that comes without events.
    sleep(Duration::from_secs(5));
    assert_eq!(watching.blocks_since(mark), [""; 0]);
    assert_eq!(watching.said_since(mark), "");
    // It is awake nevertheless.
    site.write(TEXT, "Tỉnh.\n");
    watching.shows(PAGE, "Tỉnh");
    assert_eq!(watching.rests(mark).len(), 1, "{}", watching.said_since(mark));
}

/// New files that come in slowly, as from a memory stick, while the facts name them already.
#[test]
fn w6_what_is_being_copied_in_is_no_mistake() {
    let site = Site::tiny("copied");
    let watching = Watching::start(&site);
    watching.settles();
    let said = watching.mark();
    let picture = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/files/cong.png")).unwrap();
    let facts = "content/relics/den-ha/entry.yaml";
    let photo = "content/relics/den-ha/photos/cong.png";
    let named = site.read(facts) + "photos: [ { file: photos/cong.png, alt: { vi: Cổng, en: Gate }, credit: Nhóm } ]\n";
    let slowly = |path: &str, bytes: &[u8], meanwhile: &dyn Fn(usize)| {
        let path = site.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut file = File::create(path).unwrap();
        for (number, part) in bytes.chunks(bytes.len() / 12 + 1).enumerate() {
            file.write_all(part).unwrap();
            meanwhile(number);
            sleep(Duration::from_millis(200));
        }
    };
    slowly(photo, &picture, &|number| {
        if number == 2 {
            site.write(facts, &named);
        }
    });
    watching.shows(PAGE, "alt=\"Cổng\"");
    watching.settles();
    // A whole new entry; a file elsewhere makes the whole site be looked at.
    let new = site
        .read("content/relics/den-ho/entry.yaml")
        .replace("Đền Hổ", "Miếu Mới");
    slowly("content/relics/mieu-moi/entry.yaml", new.as_bytes(), &|number| {
        if number == 2 {
            site.write("content/static/them.txt", "x\n");
        }
    });
    watching.shows("vi/di-tich/mieu-moi/index.html", "Miếu Mới");
    watching.settles();
    let said = watching.said_since(said);
    assert!(!said.contains("error VB"), "{said}");
    assert!(
        said.contains(&format!("appears as soon as {photo} has been written")),
        "{said}"
    );
    // A mistake elsewhere is told all the same, and what is cut off for good is one.
    let mark = watching.mark();
    slowly(
        "content/relics/den-ho/photos/x.png",
        &picture[..3000],
        &|number| match number {
            1 => site.write("content/relics/den-ho/entry.yaml", &named.replace("cong.png", "x.png")),
            3 => site.write("content/relics/mieu-moi/entry.yaml", "title: [\n"),
            _ => {}
        },
    );
    watching.says_since(mark, "mieu-moi/entry.yaml:1");
    watching.says_since(mark, "VB0706");
}
