//! Looks at all files that find nothing: what they spare, and what they still see.
//!
//! Entry point: the tests. Invariant: a change that hides behind the looks of a file is found.

use super::is_looked_at_wholly;
use super::shared::Asked;
use super::support::SITE;
use super::support::edits::picture;
use super::trial::{Trial, named};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use vanbia::engine::session::{Applied, Audience, Changes};

const TEXT: &str = "content/relics/den-ha/vi.md";
/// Told as unused; nothing is made of it.
const UNUSED: &str = "content/relics/gieng-co/photos/thua.png";
const PAGE: &str = "vi/di-tich/den-ha/index.html";

/// Has something newer at once.
struct Stale;

impl Audience for Stale {
    fn is_stale(&self) -> bool {
        true
    }
}

#[test]
fn the_locks_that_a_session_wrote_tell_it_nothing() {
    let mut trial = Trial::new("own-locks");
    trial.apply(&Changes::Everything, "at first");
    let locks = named(["content/codes.lock", "content/translations.lock"]);
    assert!(!is_looked_at_wholly(&mut trial, &locks));
    // The same name, written by somebody else.
    let lock = trial.site.root.join("content/translations.lock");
    std::fs::remove_file(lock).unwrap();
    assert!(is_looked_at_wholly(&mut trial, &locks));
}

#[test]
fn after_an_edit_a_look_at_all_files_reads_that_one_again_and_no_more() {
    let mut trial = Trial::new("young");
    trial.apply(&Changes::Everything, "at first");
    trial.edit(TEXT, "Một lời.\n");
    let asked = Asked::default();
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &asked);
    assert!(matches!(applied, Applied::Nothing), "{applied:?}");
    assert_eq!(
        asked.0.load(Ordering::Relaxed),
        0,
        "the whole site was looked at: {applied:?}"
    );
    let report = trial.edit(TEXT, "Hai lời.\n").unwrap();
    assert_eq!(report.counts.drawn, 1, "the next edit takes the short way");
}

#[test]
fn a_change_behind_the_same_size_and_time_is_found() {
    let mut trial = Trial::new("hidden");
    trial.apply(&Changes::Everything, "at first");
    trial.edit(TEXT, "Một lời.\n");
    let path = trial.site.root.join(TEXT);
    let before = std::fs::metadata(&path).unwrap();
    let time = before.modified().unwrap();
    trial.site.write(TEXT, "Muôn lời.\n");
    assert_eq!(before.len(), std::fs::metadata(&path).unwrap().len());
    File::options()
        .write(true)
        .open(&path)
        .unwrap()
        .set_modified(time)
        .unwrap();
    assert!(trial.apply(&Changes::Everything, "behind").is_some());
    let page = std::fs::read_to_string(trial.out.join(PAGE)).unwrap();
    assert!(page.contains("Muôn lời."));
}

/// Files of every sort, each with two contents of one size.
fn sorts() -> Vec<(&'static str, [Vec<u8>; 2])> {
    let two = |one: &str, other: &str| [one.into(), other.into()];
    let site = |title: &str| SITE.replace("Di sản thử", title);
    vec![
        (
            "content/theme/templates/footer.html",
            two(
                "<footer class=\"foot\">1</footer>\n",
                "<footer class=\"foot\">2</footer>\n",
            ),
        ),
        (
            "content/theme/styles/own.css",
            two("hr { color: red }\n", "hr { color: tan }\n"),
        ),
        (
            "content/theme/strings/vi.yaml",
            two("nav: { home: Nhà 1 }\n", "nav: { home: Nhà 2 }\n"),
        ),
        ("themes/stele/styles/style.css", theme_style()),
        ("content/site.yaml", two(&site("Di sản 1"), &site("Di sản 2"))),
        ("content/static/robots-them.txt", two("y\n", "z\n")),
        ("content/relics/chua-do/photos/cong.png", [picture(1), picture(2)]),
        ("content/relics/den-ha/entry.yaml", {
            let text = super::relic("Đền Hạ");
            let kind = |kind: &str| text.replace("A village", kind).into();
            [kind("B village"), kind("C village")]
        }),
        (TEXT, two("Một lời.\n", "Mốt lời.\n")),
        (UNUSED, [picture(1), picture(2)]),
    ]
}

/// A style sheet of the theme with something at its end.
fn theme_style() -> [Vec<u8>; 2] {
    let own = std::fs::read_to_string(theme().join("styles/style.css")).unwrap();
    ["red", "tan"].map(|color| format!("{own}h6 {{ color: {color} }}\n").into())
}

fn theme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/stele")
}

/// The theme in a folder of the site.
fn bring_theme(trial: &Trial) {
    for (path, bytes) in super::files(&theme()) {
        trial.site.write(&format!("themes/stele/{path}"), bytes);
    }
}

/// A whole second, as coarse clocks tell it, that stays younger than every look of a test.
fn young() -> SystemTime {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    UNIX_EPOCH + Duration::from_secs(now.as_secs() + 600)
}

/// Writes a file without a trace of when.
fn write_at(trial: &Trial, path: &str, bytes: &[u8], time: SystemTime) {
    trial.site.write(path, bytes);
    let file = File::options().write(true).open(trial.site.root.join(path)).unwrap();
    file.set_modified(time).unwrap();
}

/// True when a look at all files found nothing, and made nothing.
fn nothing_is_found(trial: &mut Trial) -> bool {
    let asked = Asked::default();
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &asked);
    matches!(applied, Applied::Nothing) && asked.0.load(Ordering::Relaxed) == 0
}

#[test]
fn a_file_that_was_written_just_before_a_look_is_no_change_for_the_next() {
    let mut trial = Trial::new("just-before");
    bring_theme(&trial);
    let time = young();
    let mut made = Vec::new();
    for (path, [one, _]) in sorts() {
        write_at(&trial, path, &one, time);
        let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &());
        assert!(matches!(applied, Applied::Done(_)), "{path}: {applied:?}");
        // Twice: what is still young after the first look is compared again.
        if !nothing_is_found(&mut trial) || !nothing_is_found(&mut trial) {
            made.push(path);
        }
    }
    assert_eq!(made, [""; 0], "the whole site was made again");
}

#[test]
fn a_file_of_any_sort_that_changes_behind_its_looks_is_found() {
    let mut trial = Trial::new("any-hidden");
    bring_theme(&trial);
    let time = young();
    for (path, [one, _]) in sorts() {
        write_at(&trial, path, &one, time);
    }
    trial.apply(&Changes::Everything, "at first");
    assert!(nothing_is_found(&mut trial));
    for (path, [one, other]) in sorts() {
        assert_eq!(one.len(), other.len(), "{path}");
        write_at(&trial, path, &other, time);
        let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &());
        let is_shown = matches!(&applied, Applied::Done(report) if report.summary.written > 0);
        assert_eq!(is_shown, path != UNUSED, "{path}: {applied:?}");
    }
    assert!(trial.apply(&Changes::Everything, "in the end").is_some());
}

#[test]
fn a_theme_file_that_was_named_and_changes_again_behind_its_looks_is_found() {
    let mut trial = Trial::new("hidden-theme");
    bring_theme(&trial);
    let time = young();
    let theme = || {
        sorts()
            .into_iter()
            .filter(|(path, _)| path.ends_with(".html") || path.ends_with(".css"))
    };
    for (path, [one, _]) in theme() {
        write_at(&trial, path, &one, time);
    }
    trial.apply(&Changes::Everything, "at first");
    for (path, [one, other]) in theme() {
        write_at(&trial, path, &other, time);
        let applied = trial.session.apply(&named([path]), &mut trial.disk, &());
        assert!(matches!(applied, Applied::Done(_)), "{path}: {applied:?}");
        assert!(nothing_is_found(&mut trial), "{path}");
        write_at(&trial, path, &one, time);
        let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &());
        let is_shown = matches!(&applied, Applied::Done(report) if report.summary.written > 0);
        assert!(is_shown, "{path}: {applied:?}");
    }
    assert!(trial.apply(&Changes::Everything, "in the end").is_some());
}

#[test]
fn a_look_at_all_files_waits_while_somebody_waits() {
    let mut trial = Trial::new("put-off");
    trial.apply(&Changes::Everything, "at first");
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &Stale);
    assert!(matches!(applied, Applied::PutOff), "{applied:?}");
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &());
    assert!(matches!(applied, Applied::Nothing), "{applied:?}");
}

#[test]
fn a_script_that_lies_in_another_layer_with_the_same_bytes_is_followed_by_all_pages() {
    let mut trial = Trial::new("layers");
    trial.apply(&Changes::Everything, "at first");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/stele/scripts/search.js");
    let path = "content/theme/scripts/search.js";
    trial.site.write(path, std::fs::read(own).unwrap());
    trial.apply(&named([path]), "the script of the theme as the site's own");
}

#[test]
fn what_two_versions_of_a_text_have_of_their_own_is_told_anew_after_each_edit() {
    let mut trial = Trial::new("versions");
    let copy = TEXT.replace("vi.md", "vi-LAPTOP-3.md");
    trial.site.write(&copy, "Một lời.\n\nHai lời.\n");
    trial.apply(&Changes::Everything, "at first");
    for (text, code) in [
        ("Một lời.\n", 137),
        ("Một lời.\n\nHai lời.\n", 114),
        ("Hai lời.\n", 137),
    ] {
        trial.edit(TEXT, text);
        let found = trial.site.check();
        let of_copy = found
            .iter()
            .find(|d| d.place.as_ref().is_some_and(|place| *place.file == *copy));
        assert_eq!(of_copy.map(|d| d.code.number), Some(code), "{text}");
    }
}
