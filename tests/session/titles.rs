//! Edited titles: what shows them is made anew, without a look at the whole site where that can be proved.
//!
//! Entry point: the tests. Invariant: after each the folder is that of a clean build.

use super::support::edits::PICTURE;
use super::trial::{Trial, files, named};
use super::{is_looked_at_wholly, relic};
use std::collections::BTreeSet;
use vanbia::engine::session::Changes;

#[test]
fn an_edited_title_makes_the_pages_that_show_it_without_a_look_at_the_whole_site() {
    let mut trial = Trial::new("titles");
    trial.apply(&Changes::Everything, "at first");
    let yaml = "content/relics/den-ha/entry.yaml";
    let text = std::fs::read_to_string(trial.site.root.join(yaml)).unwrap();
    // Of the same letter, so that no page of the alphabet comes about.
    let report = trial.edit(yaml, &text.replace("Đền Hạ", "Đình Thượng")).unwrap();
    let is_made = |path: &str| report.changed.iter().any(|made| made == path);
    assert!(is_made("vi/di-tich/den-ha/index.html") && is_made("en/relics/den-ha/index.html"));
    assert!(is_made("vi/di-tich/index.html"), "{:?}", report.changed);
    assert!(
        is_made("vi/di-tich/chua-do/index.html"),
        "a neighbor: {:?}",
        report.changed
    );
    let others = ["vi/sach/", "en/books/", "vi/gioi-thieu/"];
    let is_other = |path: &&String| others.iter().any(|folder| path.starts_with(folder));
    assert_eq!(report.changed.iter().find(is_other), None);
    trial.site.write(yaml, text.replace("Đền Hạ", "Đình Trung"));
    assert!(!is_looked_at_wholly(&mut trial, &named([yaml])));
    trial.site.write(yaml, text.replace("Đền Hạ", "Ao Sen"));
    assert!(is_looked_at_wholly(&mut trial, &named([yaml])), "another letter");
    assert!(trial.apply(&Changes::Everything, "in the end").is_some());
}

#[test]
fn an_edited_title_changes_the_links_behind_the_cards_of_those_who_refer() {
    let mut trial = Trial::new("behind-cards");
    // More than a page has cards for.
    let entry = |title: &str| relic(title) + "related: [relics/den-ha]\n";
    for n in 1..=11 {
        let path = format!("content/relics/mieu-{n}/entry.yaml");
        trial.site.write(&path, entry(&format!("Miếu {n}")));
    }
    trial.apply(&Changes::Everything, "at first");
    let report = trial.edit("content/relics/mieu-11/entry.yaml", &entry("Miếu 12"));
    let changed = report.unwrap().changed;
    let page = "vi/di-tich/den-ha/index.html";
    assert!(changed.iter().any(|made| made == page), "{changed:?}");
}

#[test]
fn an_edited_title_of_an_entry_with_a_picture_makes_the_pictures_of_its_links_too() {
    let mut trial = Trial::new("pictured");
    trial.apply(&Changes::Everything, "at first");
    let yaml = "content/relics/chua-do/entry.yaml";
    let text = std::fs::read_to_string(trial.site.root.join(yaml)).unwrap();
    let cards = |trial: &Trial| -> BTreeSet<String> {
        let is_card = |path: &&String| path.starts_with("media/chua-do-");
        files(&trial.out).keys().filter(is_card).cloned().collect()
    };
    let before = cards(&trial);
    assert_eq!(before.len(), 2, "one a language: {before:?}");
    let report = trial.edit(yaml, &text.replace("Chùa Đỏ", "Chùa Cả")).unwrap();
    let after = cards(&trial);
    assert!(after.len() == 2 && before.is_disjoint(&after), "{before:?} {after:?}");
    let page = std::fs::read_to_string(trial.out.join("vi/di-tich/chua-do/index.html")).unwrap();
    assert!(after.iter().any(|card| page.contains(card)), "{after:?}");
    let gone: BTreeSet<String> = report.gone.iter().cloned().collect();
    assert!(before.is_subset(&gone), "{gone:?}");
    let changed: BTreeSet<String> = report.changed.iter().cloned().collect();
    assert!(after.is_subset(&changed), "{changed:?}");
    // The old title again: its pictures are known.
    trial.edit(yaml, &text).unwrap();
    assert_eq!(cards(&trial), before);
    trial.site.write(yaml, text.replace("Chùa Đỏ", "Chùa Cuối"));
    assert!(!is_looked_at_wholly(&mut trial, &named([yaml])));
    assert!(trial.apply(&Changes::Everything, "in the end").is_some());
}

#[test]
fn a_picture_of_a_link_stays_while_another_entry_has_the_same() {
    let mut trial = Trial::new("shared-card");
    let yaml = "content/relics/chua-do/entry.yaml";
    let text = std::fs::read_to_string(trial.site.root.join(yaml)).unwrap();
    // The same name, title, picture and, by its word, kind.
    trial.site.write(
        "content/kinds/temple.yaml",
        "folder: temples\nlabel: { vi: Di tích, en: Relic }\nplural: { vi: Chùa, en: Temples }\n\
         url: { vi: den-chua, en: temples }\n",
    );
    let photos = &text[text.find("photos:").unwrap()..];
    let temple = format!("title: {{ vi: Chùa Đỏ, en: Chùa Đỏ EN }}\nsummary: {{ vi: Chùa, en: A temple }}\n{photos}");
    trial.site.write("content/temples/chua-do/entry.yaml", temple);
    trial.site.write("content/temples/chua-do/photos/cong.png", PICTURE);
    trial.apply(&Changes::Everything, "at first");
    let cards = |trial: &Trial| -> BTreeSet<String> {
        let is_card = |path: &&String| path.starts_with("media/chua-do-");
        files(&trial.out).keys().filter(is_card).cloned().collect()
    };
    let before = cards(&trial);
    assert_eq!(before.len(), 2, "{before:?}");
    trial.edit(yaml, &text.replace("Chùa Đỏ", "Chùa Cả")).unwrap();
    let after = cards(&trial);
    assert!(after.len() == 4 && before.is_subset(&after), "{after:?}");
    trial.edit(yaml, &text).unwrap();
    assert_eq!(cards(&trial), before);
}

#[test]
fn an_edited_title_reaches_the_stop_before_it_on_a_trail() {
    let mut trial = Trial::new("stops");
    // Too far to be neighbors: only the trail ties the two together.
    let yaml = "content/relics/den-ha/entry.yaml";
    let text = std::fs::read_to_string(trial.site.root.join(yaml)).unwrap();
    let far = text.replace("at: [21.27, 106.02]", "at: [10.5, 106.02]");
    trial.site.write(yaml, &far);
    trial.site.write(
        "content/trails/mot-vong/entry.yaml",
        "title: { vi: Một Vòng, en: A Round }\nsummary: { vi: Đi, en: Walk }\n\
         stops: [ { entry: relics/chua-do }, { entry: relics/den-ha } ]\n",
    );
    trial.apply(&Changes::Everything, "at first");
    let page = || std::fs::read_to_string(trial.out.join("vi/di-tich/chua-do/index.html")).unwrap();
    assert!(page().contains("<strong>Đền Hạ</strong>"), "{}", page());
    trial.edit(yaml, &far.replace("Đền Hạ", "Đình Thượng")).unwrap();
    let page = || std::fs::read_to_string(trial.out.join("vi/di-tich/chua-do/index.html")).unwrap();
    assert!(page().contains("<strong>Đình Thượng</strong>"));
    trial.site.write(yaml, far.replace("Đền Hạ", "Đình Trung"));
    assert!(!is_looked_at_wholly(&mut trial, &named([yaml])));
}

#[test]
fn an_edited_title_ends_the_word_about_a_copy_of_the_entry() {
    let mut trial = Trial::new("doubles");
    let yaml = "content/relics/den-ha/entry.yaml";
    let text = std::fs::read_to_string(trial.site.root.join(yaml)).unwrap();
    let copy = "content/relics/den-ha-copy/entry.yaml";
    trial.site.write(copy, &text);
    let report = trial.apply(&Changes::Everything, "at first").unwrap();
    let is_told = |report: &vanbia::engine::session::Report| report.found.iter().any(|d| d.code.number == 518);
    assert!(is_told(&report));
    // The word stands at the copy, and the other one is edited.
    let report = trial.edit(yaml, &text.replace("Đền Hạ", "Đền Hậu")).unwrap();
    assert!(!is_told(&report));
    let report = trial.edit(yaml, &text).unwrap();
    assert!(is_told(&report));
}
