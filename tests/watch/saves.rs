//! W1: editors save in many ways; each is one change.
//!
//! Entry point: [`STYLES`]. Invariant: the ways are those that were seen of editors, down to their temporary names.

use super::site::Site;
use super::watching::{How, PAGE, TEXT, Watching};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

type Save = fn(&Path, &str);

/// Seven ways to save, by the programs that do so.
const STYLES: [(&str, Save); 7] = [
    ("in place", in_place),
    ("truncate, then write", truncate),
    ("rename over", rename_over),
    ("old one aside, as vim", backup),
    ("delete and rename, as on Windows", replace),
    ("swap file and probe, as vim", swap),
    ("as Word", word),
];

fn beside(path: &Path, name: &str) -> std::path::PathBuf {
    path.with_file_name(name)
}

fn in_place(path: &Path, text: &str) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.set_len(text.len() as u64).unwrap();
}

fn truncate(path: &Path, text: &str) {
    let mut file = fs::File::create(path).unwrap();
    sleep(Duration::from_millis(40));
    let (first, second) = text.split_at(text.len() / 2);
    file.write_all(first.as_bytes()).unwrap();
    sleep(Duration::from_millis(20));
    file.write_all(second.as_bytes()).unwrap();
}

fn rename_over(path: &Path, text: &str) {
    // The name that Qt's programs give: nothing tells it from a file that is meant.
    let new = beside(path, "vi.md.XkQzPa");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

fn backup(path: &Path, text: &str) {
    let old = beside(path, "vi.md~");
    fs::rename(path, &old).unwrap();
    sleep(Duration::from_millis(10));
    fs::write(path, text).unwrap();
    fs::remove_file(old).unwrap();
}

fn replace(path: &Path, text: &str) {
    let new = beside(path, "vi.md.tmp");
    fs::write(&new, text).unwrap();
    fs::remove_file(path).unwrap();
    sleep(Duration::from_millis(20));
    fs::rename(new, path).unwrap();
}

fn swap(path: &Path, text: &str) {
    let swap = beside(path, ".vi.md.swp");
    for part in [0, 4096, 8192] {
        fs::write(&swap, vec![0; part]).unwrap();
    }
    let probe = beside(path, "4913");
    fs::write(&probe, "").unwrap();
    fs::remove_file(probe).unwrap();
    fs::write(path, text).unwrap();
    fs::remove_file(swap).unwrap();
}

fn word(path: &Path, text: &str) {
    let owner = beside(path, "~$vi.md");
    fs::write(&owner, "A").unwrap();
    let (new, old) = (beside(path, "~WRD0001.tmp"), beside(path, "~WRL0002.tmp"));
    fs::write(&new, text).unwrap();
    fs::rename(path, &old).unwrap();
    fs::rename(&new, path).unwrap();
    fs::remove_file(old).unwrap();
    fs::remove_file(owner).unwrap();
}

fn each_is_one_change(events: &str) {
    let site = Site::tiny("saves");
    let how = How {
        events,
        ..How::default()
    };
    let watching = Watching::start_as(&site, &how);
    watching.rests(0);
    for (number, (name, save)) in STYLES.iter().enumerate() {
        let mark = watching.mark();
        let text = format!("Bản lưu lần thứ {number}, {name}.\n");
        save(&site.root.join(TEXT), &text);
        watching.shows(PAGE, text.trim());
        let blocks = watching.rests(mark);
        assert_eq!(blocks.len(), 1, "{name}:\n{}", watching.said_since(mark));
        assert!(watching.page(PAGE).contains(text.trim()), "{name}: not the last text");
    }
}

#[test]
fn w1_each_way_of_saving_is_one_change() {
    each_is_one_change("");
}

#[test]
fn w1_each_way_of_saving_is_one_change_where_nothing_tells_of_closing() {
    each_is_one_change("portable");
}
