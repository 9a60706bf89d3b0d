//! A session answers every edit with the output of a clean build.
//!
//! Entry point: [`any_edits_in_any_order_leave_the_output_of_a_clean_build`]. Invariant: after each edit the folder that
//! the session keeps, the folder of an incremental build and a clean build hold the same bytes, or the content has
//! errors and nothing changed.
//!
//! The test was seen failing with each of these left out, which is what it is for: the prose in `keys::of_view`
//! (an edited text is not drawn again by the incremental build), the drawn cards in `keys::of_view` (a list keeps an old
//! title), the comparison of fields in `quick::is_exact` (who refers to whom stays as it was).
#![allow(clippy::disallowed_methods, reason = "tests edit files")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

#[path = "session/early.rs"]
mod early;
#[path = "session/kept.rs"]
mod kept;
#[path = "session/looks.rs"]
mod looks;
#[path = "session/mixture.rs"]
mod mixture;
#[path = "session/reach.rs"]
mod reach;
#[path = "session/restored.rs"]
mod restored;
#[path = "session/rows.rs"]
mod rows;
#[path = "session/shared.rs"]
mod shared;
mod support;
#[path = "session/titles.rs"]
mod titles;
#[path = "session/trial.rs"]
mod trial;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use support::edits::{Dice, RELICS, random_edit};
use support::{SITE, errors, relic, shown};
use trial::{Hasty, PROGRAM, Trial, differing, files, named, remarks};
use vanbia::diag::Speech;
use vanbia::engine::published::Served;
use vanbia::engine::session::{Applied, Changes};
use vanbia::engine::{self, Order, Session};
use vanbia::output::Cache;
use vanbia::text::Date;

fn edits(seed: u64, rounds: usize) {
    let mut trial = Trial::new("edits");
    let mut dice = Dice(seed);
    trial.apply(&Changes::Everything, "at first");
    let mut pending = BTreeSet::new();
    for round in 0..rounds {
        let (touched, what) = random_edit(&trial.site, &mut dice, round);
        pending.extend(touched);
        // Now and then several edits come at once, or events are lost and everything is looked at.
        let changes = match dice.below(6) {
            0 => continue,
            1 => Changes::Everything,
            _ => Changes::Files(std::mem::take(&mut pending)),
        };
        pending.clear();
        // Now and then the next edit comes while the pages of this one are being made: they are made with those of that.
        if dice.below(5) == 0 && trial.hurry(&changes, dice.below(40)) {
            continue;
        }
        let is_good = trial.apply(&changes, &what).is_some();
        if !is_good && dice.below(2) == 0 {
            // Mended: everything that cannot be read or found goes.
            for n in 0..3 {
                let chapter = format!("content/books/sach-nho/chapters/0{n}-trang");
                let _ = std::fs::remove_dir_all(trial.site.root.join(chapter));
            }
            for key in RELICS {
                let folder = format!("content/{key}");
                trial
                    .site
                    .write(&format!("{folder}/entry.yaml"), relic(&format!("Lành {round}")));
                trial.site.write(&format!("{folder}/vi.md"), "Lành.\n");
                trial.site.write(&format!("{folder}/en.md"), "Well.\n");
            }
            let mended = trial.apply(&Changes::Everything, &format!("{what}, mended"));
            let found = trial.site.check();
            assert!(mended.is_some(), "{what}: {}", shown(&errors(&found), Speech::En));
        }
    }
}

#[test]
fn any_edits_in_any_order_leave_the_output_of_a_clean_build() {
    let rounds = std::env::var("VANBIA_TEST_ROUNDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(60);
    edits(1, rounds);
    edits(2, rounds);
}

#[test]
fn an_edited_text_makes_the_pages_of_its_entry_and_nothing_else() {
    let mut trial = Trial::new("counts");
    let all = trial.apply(&Changes::Everything, "at first").unwrap();
    assert_eq!(all.counts.drawn, all.counts.pages);
    let report = trial
        .edit(
            "content/relics/den-ha/vi.md",
            "Ngôi đền mới, gần [chùa](relics/chua-do).\n",
        )
        .unwrap();
    assert_eq!(report.changed, ["vi/di-tich/den-ha/index.html"]);
    assert_eq!((report.counts.drawn, report.summary.written), (1, 1));
    // No English text: the English page shows the Vietnamese one.
    let report = trial
        .edit("content/relics/chua-do/vi.md", "Chùa trên núi cao.\n")
        .unwrap();
    assert_eq!(
        report.changed,
        ["vi/di-tich/chua-do/index.html", "en/relics/chua-do/index.html"]
    );
    let report = trial
        .edit("content/books/sach-nho/chapters/02-ket/vi.md", "# Kết\n\nHết.\n")
        .unwrap();
    assert_eq!(report.counts.drawn, 2);
}

/// A text that nobody was told of is found by a look at the whole site, and only by that.
fn is_looked_at_wholly(trial: &mut Trial, edit: &Changes) -> bool {
    let beside = "content/relics/gieng-co/vi.md";
    trial.site.write(beside, "Không ai báo.\n");
    trial.session.apply(edit, &mut trial.disk, &());
    let page = std::fs::read_to_string(trial.out.join("vi/di-tich/gieng-co/index.html")).unwrap();
    trial.site.remove(beside);
    trial.session.apply(&Changes::Everything, &mut trial.disk, &());
    page.contains("Không ai báo")
}

#[test]
fn what_was_stopped_is_done_with_the_next_edit() {
    let mut trial = Trial::new("stopped");
    let footer = "content/theme/templates/footer.html";
    trial.site.write(footer, "<footer class=\"foot\">1</footer>\n");
    trial.apply(&Changes::Everything, "at first");
    trial.site.write(footer, "<footer class=\"foot\">2</footer>\n");
    assert!(trial.hurry(&named([footer]), 3), "it was not stopped");
    // The text of one entry: its pages are served in the new theme at once, then come all others.
    let text = "content/relics/den-ha/vi.md";
    trial.site.write(text, "Lời mới, gần [chùa](relics/chua-do).\n");
    assert!(trial.hurry(&named([text]), 3));
    let published = trial.session.published();
    let Some(Served::Bytes(html)) = published.get("vi/di-tich/den-ha/index.html") else {
        panic!("the edited page is not served");
    };
    let html = String::from_utf8_lossy(&html).into_owned();
    assert!(html.contains("Lời mới") && html.contains(">2</footer>"), "{html}");
    assert!(
        !is_looked_at_wholly(&mut trial, &named([text])),
        "the rest was read again"
    );
    let made = std::fs::read_to_string(trial.out.join("en/books/sach-nho/index.html")).unwrap();
    assert!(made.contains(">2</footer>"));
    assert!(trial.apply(&Changes::Everything, "in the end").is_some());
}

#[test]
fn the_same_bytes_again_make_nothing() {
    let mut trial = Trial::new("same");
    trial.apply(&Changes::Everything, "at first");
    for path in [
        "content/relics/den-ha/vi.md",
        "content/relics/den-ha/entry.yaml",
        "content/site.yaml",
    ] {
        let text = std::fs::read_to_string(trial.site.root.join(path)).unwrap();
        trial.site.write(path, text);
        let applied = trial.session.apply(&named([path]), &mut trial.disk, &());
        assert!(matches!(applied, Applied::Nothing), "{path}: {applied:?}");
    }
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &());
    assert!(matches!(applied, Applied::Nothing), "{applied:?}");
}

#[test]
fn a_second_session_draws_only_what_changed_meanwhile() {
    let mut trial = Trial::new("second");
    trial.apply(&Changes::Everything, "at first");
    trial.session.rest(&trial.disk);
    let again = |trial: &mut Trial| {
        let mut session = Session::new(trial.site.request.clone(), &trial.out, PROGRAM.into());
        let Applied::Done(report) = session.apply(&Changes::Everything, &mut trial.disk, &()) else {
            panic!("a first look always reports");
        };
        session.rest(&trial.disk);
        report.counts.drawn
    };
    assert_eq!(again(&mut trial), 0);
    trial.site.write("content/relics/gieng-co/vi.md", "Giếng sâu.\n");
    assert_eq!(again(&mut trial), 2);
}

#[test]
fn drafts_are_shown_by_the_preview_and_never_reach_the_disk() {
    let mut trial = Trial::new("drafts");
    trial.apply(&Changes::Everything, "at first");
    let page = "vi/di-tich/mieu-nho/index.html";
    let published = trial.session.published();
    assert_eq!(published.get(page), None);
    let draft = relic("Miếu Nhỏ") + "status: draft\n";
    let report = trial.edit("content/relics/mieu-nho/entry.yaml", &draft).unwrap();
    assert!(report.changed.iter().any(|path| path == page), "{:?}", report.changed);
    assert_eq!(report.counts.drawn, 2, "both languages of the draft were drawn");
    let Some(Served::Bytes(html)) = published.get(page) else {
        panic!("the draft is not shown");
    };
    assert!(String::from_utf8_lossy(&html).contains("Miếu Nhỏ"));
    assert!(!trial.out.join(page).exists());
    // Published, it stands on the disk like any other page.
    trial
        .edit("content/relics/mieu-nho/entry.yaml", &relic("Miếu Nhỏ"))
        .unwrap();
    assert!(matches!(published.get(page), Some(Served::File(_))));
    trial.site.remove("content/relics/mieu-nho");
    trial.apply(&named(["content/relics/mieu-nho"]), "removed").unwrap();
    assert_eq!(published.get(page), None);
}

#[test]
fn a_text_that_did_not_fit_on_the_disk_is_written_when_there_is_room_again() {
    let mut trial = Trial::new("full");
    trial.apply(&Changes::Everything, "at first");
    let before = files(&trial.out);
    let text = "content/relics/den-ha/vi.md";
    trial.site.write(text, "Không còn chỗ, gần [chùa](relics/chua-do).\n");
    trial.is_full.store(true, Ordering::Relaxed);
    let applied = trial.session.apply(&named([text]), &mut trial.disk, &());
    let Applied::Failed(told) = applied else {
        panic!("{applied:?}");
    };
    let warnings = remarks(&trial.site.check());
    assert!(!warnings.is_empty(), "the site has something to be told");
    assert_eq!(remarks(&told), warnings, "beside what the disk said");
    assert_eq!(differing(&before, &files(&trial.out)), [""; 0]);
    trial.is_full.store(false, Ordering::Relaxed);
    assert!(trial.apply(&Changes::Everything, "with room again").is_some());
}

/// Somebody who looks at one page, and notes what the server had of it whenever it was said to be ready.
struct Visitor {
    page: &'static str,
    published: Arc<vanbia::engine::published::Published>,
    out: PathBuf,
    /// Per time: what the server had of the page and of its style, and whether the page on the disk was still the old one.
    saw: std::sync::Mutex<Vec<(String, bool, bool)>>,
}

impl vanbia::engine::session::Audience for Visitor {
    fn viewed(&self) -> Vec<String> {
        vec![self.page.to_string()]
    }

    fn ready(&self, files: &[String]) {
        let Some(Served::Bytes(html)) = self
            .published
            .get(self.page)
            .filter(|_| files.iter().any(|f| f == self.page))
        else {
            return;
        };
        let html = String::from_utf8_lossy(&html).into_owned();
        let asset = html.split("href=\"").find_map(|part| {
            let path = part.split('"').next()?.trim_start_matches("../");
            path.ends_with(".css").then(|| path.to_string())
        });
        let has_style = asset.is_some_and(|path| self.published.get(&path).is_some());
        let is_old = !std::fs::read_to_string(self.out.join(self.page))
            .unwrap()
            .contains("<hr id=\"new\">");
        self.saw.lock().unwrap().push((html, has_style, is_old));
    }
}

#[test]
fn an_edited_template_is_seen_on_the_viewed_page_before_the_rest_is_looked_at() {
    let mut trial = Trial::new("glimpse");
    let name = "footer.html";
    let own = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("themes/stele/templates")
            .join(name),
    );
    let own = own.unwrap();
    trial.site.write(&format!("content/theme/templates/{name}"), &own);
    trial.apply(&Changes::Everything, "at first");
    let visitor = Visitor {
        page: "vi/di-tich/den-ha/index.html",
        published: trial.session.published(),
        out: trial.out.clone(),
        saw: std::sync::Mutex::default(),
    };
    let path = format!("content/theme/templates/{name}");
    trial.site.write(&path, own.clone() + "<hr id=\"new\">");
    trial.site.write("content/theme/styles/own.css", "hr { color: red }\n");
    let changed = named([path.as_str(), "content/theme/styles/own.css"]);
    let applied = trial.session.apply(&changed, &mut trial.disk, &visitor);
    assert!(matches!(applied, Applied::Done(_)), "{applied:?}");
    let saw = visitor.saw.into_inner().unwrap();
    // Once ahead of all, once when the whole site had been linked.
    assert_eq!(saw.len(), 2);
    let (html, has_style, is_old) = saw.first().unwrap();
    assert!(html.contains("<hr id=\"new\">"), "the edit is not on the page");
    assert!(has_style, "the page's style is not served");
    assert!(is_old, "it was seen after all pages were made");
    // It is the very page that came of the whole site.
    assert_eq!(*html, std::fs::read_to_string(trial.out.join(visitor.page)).unwrap());
    assert_eq!(differing(&trial.site.build_well().files, &files(&trial.out)), [""; 0]);
    // A mistake is left to the look at the whole site, and shows nothing.
    let visitor = Visitor {
        page: visitor.page,
        published: trial.session.published(),
        out: trial.out.clone(),
        saw: std::sync::Mutex::default(),
    };
    trial.site.write(&path, "{% if %}");
    let applied = trial.session.apply(&named([path.as_str()]), &mut trial.disk, &visitor);
    assert!(matches!(applied, Applied::Failed(_)), "{applied:?}");
    assert!(visitor.saw.into_inner().unwrap().is_empty());
}
