//! Promise 3 for `vanbia build`: where nothing changed nothing is read again; where anything did, all of it shows.
//!
//! Entry point: the tests. Invariant: after every change the folder equals what a build without memory makes.

use super::site::{Site, difference};
use std::time::Duration;

const STANDING: &str = "Nothing has changed";

/// Longer than what `text::is_settled` asks for where a file system counts finely.
fn wait() {
    std::thread::sleep(Duration::from_millis(120));
}

/// Builds; true when the site stood.
fn build(site: &Site, args: &[&str]) -> bool {
    let all = [&["build", "--lang", "en", "--today", "2026-11-21"], args].concat();
    site.vanbia(&all).ends(0).err.contains(STANDING)
}

/// The folder is what a build from nothing makes of the same content.
#[track_caller]
fn is_right(site: &Site, what: &str) {
    let fresh = ["build", "--out", "fresh", "--no-cache", "--today", "2026-11-21"];
    site.vanbia(&fresh).ends(0);
    let folder = |name: &str| super::site::read_all(&site.root.join(name)).into_iter();
    let pages = |name: &str| folder(name).filter(|(path, _)| !path.starts_with(".vanbia/")).collect();
    assert_eq!(difference(&pages("fresh"), &pages("output")), "", "{what}");
}

#[test]
fn where_nothing_changed_nothing_is_made_and_all_is_said_again() {
    let site = Site::tiny("standing");
    build(&site, &[]);
    wait();
    // The English text is older than the Vietnamese one now.
    site.edit("content/relics/den-ha/vi.md", "chân núi", "sườn núi");
    wait();
    let first = site.vanbia(&["build", "--lang", "en"]).ends(0).says(&["warning VB"]);
    let second = site.vanbia(&["build", "--lang", "en"]).ends(0);
    let second = second.says(&[STANDING, " 0 files written"]);
    let warnings = |err: &str| {
        let before_the_end = err.lines().take_while(|line| !line.starts_with("Done"));
        let said = before_the_end.filter(|line| !line.starts_with(STANDING));
        said.map(str::to_string).collect::<Vec<_>>()
    };
    assert_eq!(warnings(&first.err), warnings(&second.err));
    is_right(&site, "nothing changed");
}

#[test]
fn whatever_changes_is_seen() {
    let site = Site::tiny("standing-changes");
    site.write("content/static/robots-note.txt", "1");
    let theme = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/stele");
    for (path, bytes) in super::site::read_all(&theme) {
        site.write_bytes(&format!("themes/stele/{path}"), &bytes);
    }
    wait();
    build(&site, &[]);
    let changes: [(&str, &dyn Fn()); 11] = [
        ("a text", &|| {
            site.edit("content/relics/den-ha/vi.md", "chân núi", "sườn núi")
        }),
        ("as long as before", &|| {
            site.edit("content/relics/den-ha/vi.md", "sườn núi", "đỉnh đồi")
        }),
        ("a fact", &|| {
            site.edit("content/relics/den-ha/entry.yaml", "historical", "architectural")
        }),
        ("a new file", &|| {
            site.write("content/relics/den-ho/en.md", "Tiger temple.\n")
        }),
        ("one file less", &|| site.remove("content/relics/den-ho/en.md")),
        ("a renamed entry", &|| {
            site.rename("content/relics/den-ho", "content/relics/den-hung")
        }),
        ("static files", &|| site.write("content/static/robots-note.txt", "2")),
        ("a page that somebody deleted", &|| site.remove("output/vi/index.html")),
        ("a folder that somebody deleted", &|| site.remove("output/assets")),
        ("the theme", &|| {
            site.edit("themes/stele/theme.yaml", "name: stele", "name: stele-2")
        }),
        ("a kind", &|| {
            site.write("content/kinds/relic.yaml", "label: { vi: Di sản, en: Heritage }\n")
        }),
    ];
    for (what, change) in changes {
        wait();
        // Whatever became of the build before, this one finds a site that stands.
        build(&site, &[]);
        assert!(build(&site, &[]), "before {what}");
        change();
        if what == "a renamed entry" {
            site.edit("content/trails/duong-nui/entry.yaml", "den-ho", "den-hung");
        }
        assert!(!build(&site, &[]), "{what}");
        is_right(&site, what);
    }
}

#[test]
fn what_is_asked_for_is_part_of_it() {
    let site = Site::tiny("standing-asked");
    wait();
    build(&site, &[]);
    assert!(build(&site, &[]));
    assert!(!build(&site, &["--no-cache"]));
    let other_day = ["build", "--lang", "en", "--today", "2026-11-22"];
    assert!(!site.vanbia(&other_day).ends(0).err.contains(STANDING), "another day");
    assert!(!build(&site, &[]), "back again");
    build(&site, &[]);
    assert!(build(&site, &[]));
    assert!(
        !build(&site, &["--base-url", "https://thu.di-san-thu.vn/"]),
        "another address"
    );
}

#[test]
fn a_page_that_somebody_edited_is_never_taken_for_ours() {
    let site = Site::tiny("standing-edited");
    wait();
    build(&site, &[]);
    assert!(build(&site, &[]));
    site.edit("output/vi/index.html", "</body>", "<p>thêm</p></body>");
    site.vanbia(&["build", "--lang", "en", "--today", "2026-11-21"])
        .ends(2)
        .says(&["VB0907"]);
    assert!(site.read("output/vi/index.html").contains("thêm"));
}
