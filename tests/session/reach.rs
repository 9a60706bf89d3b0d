//! Edits that reach further than they look: headings that others link to, locks that go back, links in the theme, comments.
//!
//! Entry point: the tests. Invariant: after each the session tells what a clean check tells, and looks at the whole site
//! only where it must.

use super::shared::*;
use super::support::edits::PICTURE;
use super::*;
use std::time::{Duration, SystemTime};
use vanbia::engine::session::Audience;

const TEXT: &str = "content/relics/den-ha/vi.md";
const LOCK: &str = "content/codes.lock";

/// 13: somebody waits while another file is being written.
struct Writing {
    files: BTreeSet<String>,
    is_stale: bool,
    asked: AtomicUsize,
}

impl Audience for Writing {
    fn viewed(&self) -> Vec<String> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        Vec::new()
    }
    fn writing(&self) -> BTreeSet<String> {
        self.files.clone()
    }
    fn is_stale(&self) -> bool {
        self.is_stale
    }
}
/// A heading that another entry links to.
#[test]
fn heading_that_another_entry_links_to_goes() {
    let mut trial = Trial::new("r01");
    trial.site.write(TEXT, "Lời.\n\n## Lịch sử\n\nXưa.\n");
    trial.site.write(
        "content/relics/gieng-co/vi.md",
        "Xem [lịch sử](relics/den-ha#lich-su).\n",
    );
    trial.apply(&Changes::Everything, "at first");
    trial.edit(TEXT, "Lời.\n\n## Chuyện kể\n\nXưa.\n");
}

/// A heading that the text itself links to.
#[test]
fn heading_that_the_same_text_links_to_goes() {
    let mut trial = Trial::new("r01b");
    trial.site.write(TEXT, "Xem [dưới](#lich-su).\n\n## Lịch sử\n\nXưa.\n");
    trial.apply(&Changes::Everything, "at first");
    trial.edit(TEXT, "Xem [dưới](#lich-su).\n\n## Chuyện kể\n\nXưa.\n");
}

/// The same by way of a changed title (narrow).
#[test]
fn heading_goes_with_a_new_title() {
    let mut trial = Trial::new("r01c");
    trial.site.write(TEXT, "Lời.\n\n## Lịch sử\n\nXưa.\n");
    trial.site.write(
        "content/relics/gieng-co/vi.md",
        "Xem [lịch sử](relics/den-ha#lich-su).\n",
    );
    trial.apply(&Changes::Everything, "at first");
    trial.site.write(TEXT, "Lời.\n\n## Chuyện kể\n\nXưa.\n");
    let yaml = "content/relics/den-ha/entry.yaml";
    let text = read(&trial, yaml).replace("Đền Hạ", "Đền Hai");
    trial.site.write(yaml, text);
    trial.apply(&named([TEXT, yaml]), "title and heading");
}

/// A lock that goes back to what the session wrote before.
#[test]
fn lock_goes_back_to_what_the_session_wrote() {
    let mut trial = Trial::new("r03");
    trial.apply(&Changes::Everything, "at first");
    let own = read(&trial, LOCK);
    trial.site.write(LOCK, issue(&own, "relics/den-ha"));
    trial.apply(&named([LOCK]), "issued by hand");
    trial.site.write(LOCK, &own);
    // No published codes.json is asked by the clean check, so compare pages only.
    let applied = trial.session.apply(&named([LOCK]), &mut trial.disk, &());
    eprintln!("{applied:?}");
    // What the session says now has to be what a clean check with the published codes says: that the code is lost.
    let mut request = trial.site.request.clone();
    request.published = Some(std::fs::read_to_string(trial.out.join("codes.json")).unwrap());
    let found = vanbia::engine::check(&request).1;
    let errors = super::errors(&found);
    assert_eq!(matches!(applied, Applied::Failed(_)), !errors.is_empty(), "{errors:?}");
}

/// The same with translations.lock.
#[test]
fn translations_lock_goes_back() {
    let mut trial = Trial::new("r03b");
    trial.apply(&Changes::Everything, "at first");
    let lock = "content/translations.lock";
    // The source changes: the translation is stale.
    trial.edit(TEXT, "Ngôi đền khác, gần [chùa](relics/chua-do).\n");
    let own = read(&trial, lock);
    // Somebody says that it was reviewed.
    let checked = vanbia::engine::check(&trial.site.request).0.unwrap();
    let reviewed = vanbia::engine::translations::record(&checked.site, &checked.tree, &["relics/den-ha".into()]);
    assert_ne!(own, reviewed);
    trial.site.write(lock, &reviewed);
    trial.apply(&named([lock]), "reviewed");
    // And takes it back.
    trial.site.write(lock, &own);
    trial.site.write("content/relics/gieng-co/vi.md", "x\n");
    let applied = trial.session.apply(&named([lock]), &mut trial.disk, &());
    let Applied::Done(report) = applied else {
        panic!("{applied:?}: a translation is stale again")
    };
    assert_eq!(
        super::trial::remarks(&report.found),
        super::trial::remarks(&trial.site.check())
    );
}

#[test]
fn photo_from_the_future() {
    let mut trial = Trial::new("r08");
    let photo = trial.site.root.join("content/relics/chua-do/photos/cong.png");
    set_time(&photo, SystemTime::now() + Duration::from_secs(6 * 3600));
    trial.apply(&Changes::Everything, "at first");
    std::thread::sleep(Duration::from_millis(200));
    let asked = Asked::default();
    for _ in 0..4 {
        trial.session.apply(&Changes::Everything, &mut trial.disk, &asked);
    }
    assert!(
        asked.0.load(Ordering::Relaxed) <= 1,
        "{} looks at the whole site",
        asked.0.load(Ordering::Relaxed)
    );
}

/// A theme file whose name is decomposed on the disk.
#[test]
fn decomposed_theme_file() {
    let mut trial = Trial::new("r09");
    trial.site.write("content/theme/styles/own.css", "hr { color: red }\n");
    trial.apply(&Changes::Everything, "at first");
    let name = "content/theme/styles/kie\u{302}\u{309}u.css";
    trial.site.write(name, "hr { color: blue }\n");
    trial.apply(&named(["content/theme/styles/kiểu.css"]), "a new style");
}

/// A link in the theme that leads out of the site.
#[cfg(unix)]
#[test]
fn theme_link_that_leads_out() {
    let mut trial = Trial::new("r10");
    trial.site.write("content/theme/styles/own.css", "hr { color: red }\n");
    trial.apply(&Changes::Everything, "at first");
    let secret = trial.site.root.with_extension("secret.css");
    std::fs::write(&secret, "hr { color: green } /* secret */\n").unwrap();
    let link = trial.site.root.join("content/theme/styles/more.css");
    std::os::unix::fs::symlink(&secret, link).unwrap();
    trial.apply(&named(["content/theme/styles/more.css"]), "a link that leads out");
}

/// A listed theme file becomes a link within the site.
#[cfg(unix)]
#[test]
fn theme_file_becomes_a_link() {
    let mut trial = Trial::new("r11");
    let footer = "content/theme/templates/footer.html";
    trial.site.write(footer, "<footer class=\"foot\">1</footer>\n");
    trial
        .site
        .write("content/static/f.html", "<footer class=\"foot\">2</footer>\n");
    trial.apply(&Changes::Everything, "at first");
    let path = trial.site.root.join(footer);
    std::fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("../../static/f.html", &path).unwrap();
    trial.apply(&named([footer]), "a link within");
}

/// A comment is all that mentions a file.
#[test]
fn comment_that_mentions_an_unused_file() {
    let mut trial = Trial::new("r12");
    let yaml = "content/relics/den-ha/entry.yaml";
    let plain = read(&trial, yaml);
    trial.site.write("content/relics/den-ha/photos/thua.png", PICTURE);
    trial.site.write(yaml, format!("{plain}# photos/thua.png: sau\n"));
    trial.apply(&Changes::Everything, "at first");
    trial.site.write(yaml, &plain);
    trial.site.write(TEXT, "Lời khác, gần [chùa](relics/chua-do).\n");
    trial.apply(&named([yaml, TEXT]), "without the comment");
}

/// A file that a walk saw half written goes again.
#[test]
fn comment_that_mentions_the_file_comes() {
    let mut trial = Trial::new("r23");
    let yaml = "content/relics/den-ha/entry.yaml";
    let plain = read(&trial, yaml);
    trial.site.write("content/relics/den-ha/photos/thua.png", PICTURE);
    trial.apply(&Changes::Everything, "at first");
    trial.site.write(yaml, format!("{plain}# photos/thua.png: sau\n"));
    trial.site.write(TEXT, "Lời khác, gần [chùa](relics/chua-do).\n");
    trial.apply(&named([yaml, TEXT]), "with the comment");
}

#[test]
fn look_is_put_off_while_a_file_is_written() {
    let mut trial = Trial::new("r13");
    trial.apply(&Changes::Everything, "at first");
    let writing = Writing {
        files: ["content/relics/chua-do/audio/vi.mp3".to_string()].into(),
        is_stale: true,
        asked: AtomicUsize::new(0),
    };
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &writing);
    assert!(matches!(applied, Applied::PutOff), "{applied:?}");
}

/// Texts of an entry are edited while a sound is copied into it.
#[test]
fn texts_are_edited_while_a_sound_is_copied() {
    let mut trial = Trial::new("r14");
    trial.apply(&Changes::Everything, "at first");
    let writing = Writing {
        files: ["content/relics/den-ha/audio/vi.mp3".to_string()].into(),
        is_stale: false,
        asked: AtomicUsize::new(0),
    };
    trial.site.write(TEXT, "Lời mới, gần [chùa](relics/chua-do).\n");
    trial.session.apply(&named([TEXT]), &mut trial.disk, &writing);
    assert_eq!(writing.asked.load(Ordering::Relaxed), 0, "the whole site was looked at");
}

/// A folder is named for all below it.
#[test]
fn folder_stands_for_all_below() {
    let mut trial = Trial::new("r15");
    let path = trial.site.root.join(TEXT);
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    trial.site.write(TEXT, "Một lời.\n");
    set_time(&path, hour_ago);
    trial.apply(&Changes::Everything, "at first");
    trial.apply(&Changes::Everything, "again");
    trial.site.write(TEXT, "Hai lời.\n");
    set_time(&path, hour_ago);
    trial.apply(&named(["content/relics/den-ha"]), "the folder");
}

/// A text is edited while another text of the entry is being written.
#[test]
fn both_texts() {
    let mut trial = Trial::new("r16");
    trial.apply(&Changes::Everything, "at first");
    let en = "content/relics/den-ha/en.md";
    let writing = Writing {
        files: [en.to_string()].into(),
        is_stale: false,
        asked: AtomicUsize::new(0),
    };
    let path = trial.site.root.join(TEXT);
    let time = std::fs::metadata(&path).unwrap().modified().unwrap();
    trial.site.write(TEXT, "Lời mới, gần [chùa](relics/chua-do).\n");
    let _ = (time, &path);
    trial.session.apply(&named([TEXT]), &mut trial.disk, &writing);
    trial.apply(&named([en]), "the writer closed the file without a change");
}
