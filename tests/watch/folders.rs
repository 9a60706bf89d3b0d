//! W2 to W5: what is deleted, renamed, made anew.
//!
//! Entry point: the tests. Invariant: each ends with the output of a clean build.

use super::site::{Site, TODAY, named, place};
use super::watching::{Dice, How, PAGE, TEXT, Watching, is_long, keep, until};
use std::fs;
use std::thread::sleep;
use std::time::Duration;

const PICTURE: &[u8] = include_bytes!("../support/files/cong.png");

fn pictured(site: &Site, name: &str) {
    let photo = format!(
        "photos:\n  - file: photos/{name}\n    alt: {{ vi: Cổng, en: Gate }}\n    credit: {{ vi: Tự chụp, en: Own picture }}\n"
    );
    let entry = format!(
        "{}types: [historical]\n{}{photo}",
        named("Đền Hạ", Some("Lower Temple")),
        place(1)
    );
    site.write("content/relics/den-ha/entry.yaml", &entry);
}

#[test]
fn w2_what_is_deleted_is_gone_everywhere() {
    let site = Site::tiny("deletes");
    pictured(&site, "cong.png");
    site.write_bytes("content/relics/den-ha/photos/cong.png", PICTURE);
    site.relic("den-la", "Đền Lá", Some("Leaf Temple"), 7);
    let watching = Watching::start(&site);
    watching.settles();
    assert!(
        watching
            .output()
            .keys()
            .any(|path| path.ends_with(".webp") || path.ends_with(".jpg") || path.ends_with(".png"))
    );

    // A text.
    site.remove(TEXT);
    assert!(until(Duration::from_secs(10), || !watching
        .page(PAGE)
        .contains("ở chân núi số 1")));
    watching.settles();
    // A translation.
    site.remove("content/relics/den-ha/en.md");
    watching.settles();
    // A photo, and then its mention: in between is a mistake, which takes nothing away.
    let mark = watching.mark();
    site.remove("content/relics/den-ha/photos/cong.png");
    watching.says_since(mark, "cong.png");
    assert!(watching.get(PAGE).is_some());
    site.relic("den-ha", "Đền Hạ", Some("Lower Temple"), 1);
    watching.settles();
    // An entry that others do not mention.
    let (page, list) = ("vi/di-tich/den-la/index.html", "vi/di-tich/index.html");
    assert!(watching.page(page).contains("Đền Lá") && watching.page(list).contains("Đền Lá"));
    site.remove("content/relics/den-la");
    watching.loses(page);
    watching.settles();
    for (path, bytes) in watching.output() {
        let is_listed = path == "sitemap.xml" || path.contains("search") || path.ends_with("index.html");
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !is_listed || !text.contains("relics/den-la/"),
            "{path} still leads there"
        );
    }
}

#[test]
fn w3_what_is_renamed_has_one_name() {
    let site = Site::tiny("renames");
    pictured(&site, "Cong.png");
    site.write_bytes("content/relics/den-ha/photos/Cong.png", PICTURE);
    site.relic("den-la", "Đền Lá", Some("Leaf Temple"), 7);
    let watching = Watching::start(&site);
    watching.settles();
    // A folder: another address.
    site.rename("content/relics/den-la", "content/relics/den-la-moi");
    watching.loses("vi/di-tich/den-la/index.html");
    watching.shows("vi/di-tich/den-la-moi/index.html", "Đền Lá");
    watching.settles();
    // And back, twice, as fast as can be.
    for _ in 0..2 {
        site.rename("content/relics/den-la-moi", "content/relics/den-la");
        site.rename("content/relics/den-la", "content/relics/den-la-moi");
    }
    site.rename("content/relics/den-la-moi", "content/relics/den-la");
    watching.loses("vi/di-tich/den-la-moi/index.html");
    watching.shows("vi/di-tich/den-la/index.html", "Đền Lá");
    watching.settles();
    // Case only: the photo, and the place where it is named.
    site.rename(
        "content/relics/den-ha/photos/Cong.png",
        "content/relics/den-ha/photos/cong.png",
    );
    pictured(&site, "cong.png");
    watching.settles();
    // A text becomes the other language's.
    site.remove("content/relics/den-la/en.md");
    site.rename("content/relics/den-la/vi.md", "content/relics/den-la/en.md");
    watching.shows("en/relics/den-la/index.html", "ở chân núi số 7");
    watching.settles();
    // The folder of a whole kind, away and back.
    site.rename("content/relics", "content/.away");
    sleep(Duration::from_millis(200));
    site.rename("content/.away", "content/relics");
    site.write(TEXT, "Sau khi trở lại.\n");
    watching.shows(PAGE, "Sau khi trở lại");
    watching.settles();
}

#[test]
fn w4_folders_that_were_just_made_are_watched() {
    let site = Site::tiny("new-folders");
    let watching = Watching::start(&site);
    let mut dice = Dice(4);
    for number in 0..100 {
        let folder = format!("content/relics/moi-{number}");
        fs::create_dir_all(site.root.join(&folder)).unwrap();
        sleep(Duration::from_millis(dice.below(12) as u64));
        site.relic(&format!("moi-{number}"), &format!("Miếu {number}"), None, number);
    }
    watching.settles_within(Duration::from_secs(40));
    // They are watched from now on, the last as well as the first.
    for number in [0, 50, 99] {
        site.write(&format!("content/relics/moi-{number}/vi.md"), "Viết thêm sau này.\n");
        watching.shows(&format!("vi/di-tich/moi-{number}/index.html"), "Viết thêm sau này");
    }
    // Two hundred files come at once, in folders deep below one that is moved in.
    let parts = if is_long() { 200 } else { 50 };
    for number in 0..parts {
        for file in ["a/b/c", "a/d", "e"] {
            site.write(&format!("aside/{file}/{number}.txt"), "x\n");
        }
    }
    fs::create_dir_all(site.root.join("content/static")).unwrap();
    site.rename("aside", "content/static/tai-lieu");
    watching.shows("tai-lieu/a/b/c/0.txt", "x");
    watching.settles();
    site.write("content/static/tai-lieu/a/b/c/0.txt", "y\n");
    watching.shows("tai-lieu/a/b/c/0.txt", "y");
    // The same folder comes and goes.
    for round in 0..5 {
        site.remove("content/relics/moi-7");
        sleep(Duration::from_millis(dice.below(300) as u64));
        site.relic("moi-7", "Miếu 7", None, 7);
        site.write("content/relics/moi-7/vi.md", &format!("Dựng lại lần {round}.\n"));
        watching.shows("vi/di-tich/moi-7/index.html", &format!("Dựng lại lần {round}"));
    }
    watching.settles();
}

#[test]
fn w5_a_folder_that_was_away_is_watched_again() {
    let outside = Site::empty("roots-out");
    let site = Site::tiny("roots");
    let out = outside.root.join("made");
    let how = How {
        out: out.to_str().unwrap(),
        ..How::default()
    };
    let watching = Watching::start_as(&site, &how);
    watching.settles();
    let content = keep(&site, "content");
    let bring_back = || content.iter().for_each(|(path, bytes)| site.write_bytes(path, bytes));
    for (round, what) in ["content", ""].iter().cycle().take(4).enumerate() {
        site.remove(what);
        sleep(Duration::from_millis(400));
        assert!(watching.get(PAGE).is_some(), "the last good page stays");
        bring_back();
        sleep(Duration::from_millis(300));
        site.write(TEXT, &format!("Về lại lần {round}.\n"));
        watching.shows_within(Duration::from_secs(5), PAGE, &format!("Về lại lần {round}"));
        site.write(TEXT, &format!("Viết tiếp lần {round}.\n"));
        watching.shows_within(Duration::from_secs(5), PAGE, &format!("Viết tiếp lần {round}"));
        watching.settles();
    }
}

/// Somebody clears away the output while it is watched; with it goes the lock that keeps other builds out.
#[test]
fn w5_an_output_that_was_removed_is_made_and_held_again() {
    let site = Site::tiny("no-output");
    let watching = Watching::start(&site);
    watching.settles();
    // At once, whatever is being noted in there just now.
    fs::rename(site.root.join("output"), site.root.join("gone")).unwrap();
    site.write(TEXT, "Sau khi xóa.\n");
    watching.shows(PAGE, "Sau khi xóa");
    watching.settles();
    let second = site.vanbia(&["build", "--lang", "en", "--today", TODAY]);
    second.ends(3).says(&["VB0906"]);
    site.write(TEXT, "Vẫn còn giữ.\n");
    watching.shows(PAGE, "Vẫn còn giữ");
    watching.settles();
}
