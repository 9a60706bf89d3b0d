//! W12: mistakes and their mending, in any order, without a restart.
//!
//! Entry point: [`BAD`]. Invariant: while there is a mistake the last good page is served; when it is mended, the page is
//! right and no finding is left.

use super::browser::Listener;
use super::site::{Site, settings};
use super::watching::{Dice, PAGE, SOON, TEXT, Watching, is_long, keep, until};

/// A file that is made wrong, and what a wrong one holds; without a second part it is removed.
const BAD: &[(&str, Option<&str>)] = &[
    ("content/site.yaml", Some("title: [\n")),
    ("content/site.yaml", Some("title: { vi: Trang }\nlinks: nowhere\n")),
    ("content/site.yaml", None),
    ("content/site.yaml", Some("")),
    ("content/relics/den-ha/entry.yaml", Some("title: Đền: Hạ: ba\n")),
    ("content/relics/den-ha/entry.yaml", Some("\u{0}\u{1}")),
    ("content/relics/den-ha/vi.md", Some("Xem [đây](relics/khong-co).\n")),
    ("content/products/banh-da/entry.yaml", Some("group: foood\n")),
    ("content/producers/nha-lam", None),
    ("content/theme/templates/entry.html", Some("{% if %}\n")),
    ("content/theme/templates/entry.html", Some("{{ khong.co.gi }}\n")),
    (
        "content/theme/templates/footer.html",
        Some("{% include \"footer.html\" %}\n"),
    ),
    ("content/theme/strings/vi.yaml", Some("nav: [\n")),
    ("content/kinds/relic.yaml", Some("fields: 7\n")),
    ("content/kinds/relic.yaml", Some("plural: {\n")),
    ("content/codes.lock", Some("hỏng rồi\n")),
    ("content/theme/styles/style.css", Some("body { color: red }\n")),
];

#[test]
fn w12_after_any_mistakes_and_their_mending_the_page_is_right() {
    let rounds = if is_long() { 200 } else { 34 };
    let site = Site::tiny("mistakes");
    let watching = Watching::start(&site);
    watching.settles();
    let good = keep(&site, "content");
    let mut dice = Dice(12);
    for round in 0..rounds {
        let last = watching.page(PAGE);
        let mut spoiled = Vec::new();
        for _ in 0..=dice.below(3) {
            let (path, text) = BAD[(round + dice.below(3)) % BAD.len()];
            match text {
                Some(text) => site.write(path, text),
                None if site.root.join(path).exists() => site.remove(path),
                None => {}
            }
            spoiled.push(path);
        }
        let what = format!("round {round}, {spoiled:?}");
        // Not everything of this is a mistake; a page there is in any case.
        match dice.below(3) {
            0 => {}
            1 => drop(until(std::time::Duration::from_millis(400), || false)),
            _ => {
                let heard = || watching.clean().is_ok() || !Listener::new(&watching, &[PAGE]).findings().is_empty();
                assert!(until(SOON, heard), "{what}: no finding; said:\n{}", watching.said());
            }
        }
        assert!(
            watching.get(PAGE).is_some(),
            "{what}: the page is gone; it was:\n{last}"
        );
        // Mended, and another text written.
        for path in spoiled {
            if !good.iter().any(|(p, _)| p.starts_with(path)) {
                let _ = std::fs::remove_file(site.root.join(path));
            }
        }
        for (path, bytes) in &good {
            site.write_bytes(path, bytes);
        }
        let text = format!("Lần thứ {round} đã sửa.\n");
        site.write(TEXT, &text);
        watching.shows(PAGE, text.trim());
        if round % 3 == 0 || round + 1 == rounds {
            watching.settles();
            assert_eq!(
                read(&site, "content/codes.lock"),
                good_lock(&good),
                "{what}: the ledger is another"
            );
        }
        let errors = || Listener::new(&watching, &[PAGE]).errors();
        assert!(
            until(SOON, || errors().is_empty()),
            "{what}: still found: {:?}",
            errors()
        );
    }
    assert!(!watching.said().contains("panicked"), "{}", watching.said());
}

fn read(site: &Site, path: &str) -> String {
    site.read(path)
}

fn good_lock(good: &[(String, Vec<u8>)]) -> String {
    let lock = good.iter().find(|(path, _)| path == "content/codes.lock").unwrap();
    String::from_utf8(lock.1.clone()).unwrap()
}

#[test]
fn w12_who_saves_while_a_mistake_stands_learns_why_nothing_appears() {
    let site = Site::tiny("waits");
    let watching = Watching::start(&site);
    watching.settles();
    let bad = "content/products/banh-da/entry.yaml";
    let good = site.read(bad);
    let mark = watching.mark();
    site.write(bad, &format!("{good}group: foood\n"));
    watching.says_since(mark, "error VB");
    watching.says_since(mark, bad);
    let saved = format!("{TEXT}: saved; it appears as soon as the mistake in {bad} is corrected");
    for text in ["Đã lưu.\n", "Lưu lần nữa.\n"] {
        let mark = watching.mark();
        site.write(TEXT, text);
        watching.says_since(mark, &saved);
        assert!(
            !watching.page(PAGE).contains(text.trim()),
            "{}",
            watching.said_since(mark)
        );
    }
    // The mistake itself, saved again with another one, is told as what it is.
    let mark = watching.mark();
    site.write(bad, &format!("{good}grupo: food\n"));
    watching.says_since(mark, "error VB");
    assert!(!watching.said_since(mark).contains("saved; it appears"));
    site.write(bad, &good);
    watching.shows(PAGE, "Lưu lần nữa.");
    watching.settles();
}

#[test]
fn w12_a_site_that_begins_with_a_mistake_is_served_when_it_is_mended() {
    let site = Site::tiny("first-mistake");
    site.write("content/site.yaml", "title: [\n");
    let watching = Watching::start(&site);
    assert!(watching.said().contains("VB"), "{}", watching.said());
    site.write("content/site.yaml", &settings(super::site::BASE, "folder"));
    watching.shows(PAGE, "Đền Hạ");
    watching.settles();
}
