//! What a quick edit must not leave behind or take away: plates, codes, attachments, what others wrote meanwhile.
//!
//! Entry point: the tests. Invariant: after each the folder is that of a clean build, and nothing of others is lost.

use super::shared::*;
use super::*;
use std::time::{Duration, SystemTime};
use vanbia::engine::session::Audience;

const TEXT: &str = "content/relics/den-ha/vi.md";
const LOCK: &str = "content/codes.lock";

/// Does something once, when the session asks who looks at pages: after reading, before making.
struct Meanwhile<F: Fn() + Sync>(F, AtomicUsize);

impl<F: Fn() + Sync> Audience for Meanwhile<F> {
    fn viewed(&self) -> Vec<String> {
        if self.1.fetch_add(1, Ordering::Relaxed) == 0 {
            (self.0)();
        }
        Vec::new()
    }
}

fn meanwhile<F: Fn() + Sync>(f: F) -> Meanwhile<F> {
    Meanwhile(f, AtomicUsize::new(0))
}

/// The plate of an entry whose code is issued shows its title.
#[test]
fn plate_of_a_renamed_entry() {
    let mut trial = Trial::new("r02");
    trial.apply(&Changes::Everything, "at first");
    let text = issue(&read(&trial, LOCK), "relics/den-ha");
    trial.site.write(LOCK, text);
    trial.apply(&named([LOCK]), "issued");
    let yaml = "content/relics/den-ha/entry.yaml";
    let text = read(&trial, yaml).replace("Đền Hạ", "Đền Hai");
    trial.edit(yaml, &text);
}

/// The plate of another entry that shows the title of the renamed one.
#[test]
fn summary_or_address_on_a_plate() {
    let mut trial = Trial::new("r24");
    trial.apply(&Changes::Everything, "at first");
    let text = issue(&read(&trial, LOCK), "relics/den-ha");
    trial.site.write(LOCK, text);
    trial.apply(&named([LOCK]), "issued");
    let yaml = "content/relics/den-ha/entry.yaml";
    for (from, to) in [
        ("Một nơi ở làng", "Nơi khác"),
        ("vi: Làng A", "vi: Làng B"),
        ("types: [historical]", "types: [historical]\nscan_distance: 300"),
    ] {
        let text = read(&trial, yaml).replace(from, to);
        eprintln!("{to}");
        trial.edit(yaml, &text);
    }
}

/// An account that is not to be published any more.
#[test]
fn account_that_goes() {
    let mut trial = Trial::new("r21");
    let yaml = "content/products/che/entry.yaml";
    let plain = "title: { vi: Chè, en: Tea }\nsummary: { vi: Chè, en: Tea }\ngroup: drink\n";
    let paid =
        format!("{plain}payment: {{ bank: Vietcombank, account: \"2468013579\", holder: HTX CHE, consent: true }}\n");
    trial.site.write(yaml, &paid);
    trial.apply(&Changes::Everything, "at first");
    let is_code = |path: &&String| path.contains("/che/");
    eprintln!(
        "{:?}",
        super::files(&trial.out).keys().filter(is_code).collect::<Vec<_>>()
    );
    trial.edit(yaml, plain);
}

/// Codes issued while the session makes pages.
#[test]
fn codes_issued_while_pages_are_made_are_kept() {
    let mut trial = Trial::new("r04");
    trial.apply(&Changes::Everything, "at first");
    let lock = trial.site.root.join(LOCK);
    trial
        .site
        .write("content/site.yaml", super::SITE.replace("Di sản thử", "Di sản khác"));
    let during = meanwhile(|| {
        let text = std::fs::read_to_string(&lock).unwrap();
        std::fs::write(&lock, issue(&text, "relics/den-ha")).unwrap();
    });
    let applied = trial
        .session
        .apply(&named(["content/site.yaml"]), &mut trial.disk, &during);
    eprintln!("{:?}", matches!(applied, Applied::Done(_)));
    trial.session.apply(&named([LOCK]), &mut trial.disk, &());
    assert!(
        read(&trial, LOCK).contains("relics/den-ha\tissued"),
        "{}",
        read(&trial, LOCK)
    );
}

/// The same in the first build.
#[test]
fn codes_issued_during_the_first_build_are_kept() {
    let mut trial = Trial::new("r04b");
    trial.apply(&Changes::Everything, "at first");
    let lock = trial.site.root.join(LOCK);
    let mut second = vanbia::engine::Session::new(trial.site.request.clone(), &trial.out, super::PROGRAM.into());
    let during = meanwhile(|| {
        let text = std::fs::read_to_string(&lock).unwrap();
        std::fs::write(&lock, issue(&text, "relics/den-ha")).unwrap();
    });
    second.apply(&Changes::Everything, &mut trial.disk, &during);
    assert!(
        read(&trial, LOCK).contains("relics/den-ha\tissued"),
        "{}",
        read(&trial, LOCK)
    );
}

/// An attachment that changes while pages are made, and back.
#[test]
fn attachment_that_changed_for_a_moment() {
    let mut trial = Trial::new("r05");
    let table = "content/relics/den-ha/bang.csv";
    trial.site.write(table, "a,b\n1,2\n");
    trial.apply(&Changes::Everything, "at first");
    trial.site.write(TEXT, "Xem [bảng](bang.csv).\n");
    let path = trial.site.root.join(table);
    let during = meanwhile(|| std::fs::write(&path, "a,b\n3,4\n").unwrap());
    trial.session.apply(&named([TEXT]), &mut trial.disk, &during);
    trial.site.write(table, "a,b\n1,2\n");
    trial.apply(&named([table]), "back");
}

/// A medium that changed while nobody named it.
#[test]
fn medium_that_changed_while_no_entry_named_it() {
    let mut trial = Trial::new("r06");
    let table = "content/relics/den-ha/bang.csv";
    let path: PathBuf = trial.site.root.join(table);
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    trial.site.write(table, "a,b\n1,2\n");
    set_time(&path, hour_ago);
    trial.site.write(TEXT, "Xem [bảng](bang.csv).\n");
    trial.apply(&Changes::Everything, "at first");
    trial.edit(TEXT, "Không bảng.\n");
    trial.site.write(table, "a,b\n3,4\n");
    set_time(&path, hour_ago);
    trial.apply(&named([table]), "changed while nobody names it");
    trial.edit(TEXT, "Xem [bảng](bang.csv).\n");
}

/// A draft's medium.
#[test]
fn medium_of_a_draft_that_changed() {
    let mut trial = Trial::new("r07");
    let table = "content/relics/mieu-nho/bang.csv";
    let path: PathBuf = trial.site.root.join(table);
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    trial.site.write(table, "a,b\n1,2\n");
    set_time(&path, hour_ago);
    let yaml = "content/relics/mieu-nho/entry.yaml";
    trial.site.write(yaml, super::relic("Miếu Nhỏ") + "status: draft\n");
    trial
        .site
        .write("content/relics/mieu-nho/vi.md", "Xem [bảng](bang.csv).\n");
    trial.apply(&Changes::Everything, "at first");
    trial.site.write(table, "a,b\n3,4\n");
    set_time(&path, hour_ago);
    trial.apply(&named([table]), "changed as a draft");
    trial.edit(yaml, &super::relic("Miếu Nhỏ"));
}

/// Names of files that somebody edited are told.
#[test]
fn edited_share_card_is_told() {
    let mut trial = Trial::new("r18");
    trial.apply(&Changes::Everything, "at first");
    let is_card = |path: &&String| path.starts_with("media/chua-do-");
    let card = super::files(&trial.out).keys().find(is_card).unwrap().clone();
    std::fs::write(trial.out.join(&card), "somebody's own").unwrap();
    let yaml = "content/relics/chua-do/entry.yaml";
    let text = read(&trial, yaml).replace("Chùa Đỏ", "Chùa Cả");
    trial.site.write(yaml, text);
    let Applied::Done(report) = trial.session.apply(&named([yaml]), &mut trial.disk, &()) else {
        panic!()
    };
    assert_eq!(report.summary.kept_edited, [card]);
    assert!(report.found.iter().any(|d| d.code.number == 909), "{:?}", report.found);
}

/// The name of an area of the map, as its first entry writes it.
#[test]
fn name_of_an_area() {
    let mut trial = Trial::new("r19");
    let yaml = "content/relics/den-ha/entry.yaml";
    let other = "content/relics/chua-do/entry.yaml";
    let text = read(&trial, other).replace("ward: \"07798\",", "ward: \"07798\", province: \"24\",");
    trial.site.write(other, text);
    let text = |name: &str| {
        super::relic("Đền Hạ").replace(
            "ward: \"07798\",",
            &format!("province_name: {{ vi: {name}, en: {name} EN }}, at: [21.27, 106.02],"),
        )
    };
    trial.site.write(yaml, text("Luông Pha Băng"));
    trial.apply(&Changes::Everything, "at first");
    trial.edit(yaml, &text("Viêng Chăn"));
}

#[test]
fn a_translation_that_went_for_a_moment_is_as_stale_as_before() {
    let mut trial = Trial::new("went");
    let (vi, en) = ("content/relics/den-ha/vi.md", "content/relics/den-ha/en.md");
    trial.site.write(vi, "Một lời.\n");
    trial.site.write(en, "A word.\n");
    trial.apply(&Changes::Everything, "at first");
    let is_stale = |trial: &Trial| trial.site.check().iter().any(|found| found.code.number == 510);
    assert!(!is_stale(&trial));
    trial.edit(vi, "Lời khác hẳn.\n");
    assert!(is_stale(&trial));
    for path in [en, vi] {
        // As some programs save: the old file goes, a while later the new one is there.
        let text = std::fs::read(trial.site.root.join(path)).unwrap();
        std::fs::remove_file(trial.site.root.join(path)).unwrap();
        trial.apply(&named([path]), "gone");
        assert!(!is_stale(&trial));
        trial.site.write(path, text);
        let report = trial.apply(&named([path]), "back").unwrap();
        assert!(is_stale(&trial), "{path}");
        assert!(
            report.found.iter().any(|found| found.code.number == 510),
            "{path}: told"
        );
    }
}
