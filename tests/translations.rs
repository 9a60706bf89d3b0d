//! Translations that went stale: the source text changed after they were made.
//!
//! Entry point: the tests. Invariant: what is stale stays so, whatever it is called and however often it is built, until its
//! translation changed or somebody said that it was reviewed.
#![allow(
    clippy::disallowed_methods,
    reason = "the tests rename folders of the sites that they write"
)]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use support::{Site, numbers, relic};
use vanbia::diag::Speech;

#[test]
fn a_translation_is_stale_once_its_source_changed_until_it_is_reviewed() {
    let site = Site::new("stale")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with("content/relics/den-ha/vi.md", "Ngôi đền có từ thế kỷ XVIII.\n")
        .with(
            "content/relics/den-ha/en.md",
            "The temple dates from the 18th century.\n",
        );
    let first = site.build_well();
    assert!(first.found.is_empty(), "{}", support::shown(&first.found, Speech::En));
    site.write("content/translations.lock", &first.translations);
    assert!(site.check().is_empty());
    site.write("content/relics/den-ha/vi.md", "Ngôi đền có từ thế kỷ XVII.\n");
    let found = site.check();
    assert_eq!(numbers(&found), [510], "{}", support::shown(&found, Speech::En));
    assert!(
        found[0]
            .help(Speech::Vi)
            .contains("vanbia check --translated relics/den-ha")
    );
    // Building again does not forget it …
    let again = site.build_well();
    assert_eq!(again.translations, first.translations);
    // … saying that it was reviewed does.
    let (checked, _) = vanbia::engine::check(&site.request);
    let checked = checked.unwrap();
    let reviewed = vanbia::engine::translations::record(&checked.site, &checked.tree, &["relics/den-ha".to_string()]);
    site.write("content/translations.lock", reviewed);
    assert!(site.check().is_empty());
}

/// Records what a build of today records.
fn recorded(site: &Site) {
    site.write("content/translations.lock", site.build_well().translations);
}

fn reviewed(site: &Site, key: &str) {
    let (checked, _) = vanbia::engine::check(&site.request);
    let checked = checked.unwrap();
    let lock = vanbia::engine::translations::record(&checked.site, &checked.tree, &[key.to_string()]);
    site.write("content/translations.lock", lock);
}

#[test]
fn the_translation_of_a_chapter_is_stale_once_its_source_changed() {
    let book = "title: { vi: Sách, en: Book }\nsummary: { vi: Sách, en: A book }\nlanguages: [vi]\n\
                rights: { status: public_domain }\n";
    let chapter = |name: &str, lang: &str| format!("content/books/sach/chapters/{name}/{lang}.md");
    let site = Site::new("stale-chapter")
        .with("content/books/sach/entry.yaml", book)
        .with(&chapter("01-mot", "vi"), "# Một\n\nChuyện thứ nhất.\n")
        .with(&chapter("01-mot", "en"), "# One\n\nThe first tale.\n")
        .with(&chapter("02-hai", "vi"), "# Hai\n\nChuyện thứ hai.\n");
    recorded(&site);
    assert!(!numbers(&site.check()).contains(&510));
    site.write(&chapter("01-mot", "vi"), "# Một\n\nChuyện khác hẳn.\n");
    // Another number in front is the same chapter.
    for name in ["01-mot", "03-mot"] {
        std::fs::rename(
            site.root.join("content/books/sach/chapters/01-mot"),
            site.root.join(format!("content/books/sach/chapters/{name}")),
        )
        .unwrap();
        let stale: Vec<_> = site.check().into_iter().filter(|d| d.code.number == 510).collect();
        assert_eq!(stale.len(), 1, "{name}");
        let help = stale[0].help(Speech::En);
        assert!(
            help.contains(&chapter(name, "en")) && help.contains("--translated books/sach"),
            "{help}"
        );
        recorded(&site);
    }
    reviewed(&site, "books/sach");
    assert!(!numbers(&site.check()).contains(&510));
}

#[test]
fn a_short_text_is_stale_once_only_its_source_changed() {
    let facts = |values: &str, gate: &str| {
        relic("Đền Hạ")
            + &format!(
                "values: {values}\ncomponents:\n  - {{ id: cong, title: {{ vi: Cổng, en: Gate }}, text: {gate} }}\n"
            )
    };
    let file = "content/relics/den-ha/entry.yaml";
    let (values, gate) = ("{ vi: Giá trị cũ, en: Old value }", "{ vi: Cổng cũ, en: The old gate }");
    let site = Site::new("stale-texts").with(file, facts(values, gate));
    recorded(&site);
    assert!(!numbers(&site.check()).contains(&520));
    site.write(
        file,
        facts(
            "{ vi: Giá trị mới, en: Old value }",
            "{ vi: Cổng mới, en: The old gate }",
        ),
    );
    let stale = |site: &Site| -> Vec<(u32, String)> {
        let found = site.check().into_iter().filter(|d| d.code.number == 520);
        let place = |d: &vanbia::diag::Diagnostic| d.place.as_ref().map(|place| place.line).unwrap();
        found.map(|d| (place(&d), d.message(Speech::En))).collect()
    };
    let told = stale(&site);
    assert_eq!(
        told.iter().map(|(line, _)| *line).collect::<Vec<_>>(),
        [6, 8],
        "{told:?}"
    );
    assert!(
        told[0].1.contains("«Old value»") && told[0].1.contains("«Giá trị mới»"),
        "{told:?}"
    );
    // A build does not forget it, and what moved with its translation is the same text.
    recorded(&site);
    site.write(
        file,
        facts(
            "{ vi: Cổng mới, en: The old gate }",
            "{ vi: Cổng cũ, en: The old gate }",
        ),
    );
    assert_eq!(stale(&site).len(), 0, "the pair that was recorded is there");
    site.write(
        file,
        facts(
            "{ vi: Giá trị mới, en: Old value }",
            "{ vi: Cổng mới, en: The old gate }",
        ),
    );
    assert_eq!(stale(&site).len(), 2);
    // A translation that changed as well was made anew …
    site.write(
        file,
        facts(
            "{ vi: Giá trị mới, en: New value }",
            "{ vi: Cổng mới, en: The old gate }",
        ),
    );
    recorded(&site);
    assert_eq!(stale(&site).len(), 1);
    // … and one that is still right is recorded.
    reviewed(&site, "relics/den-ha");
    assert_eq!(stale(&site).len(), 0);
    site.write(
        file,
        facts(
            "{ vi: Giá trị khác, en: New value }",
            "{ vi: Cổng mới, en: The old gate }",
        ),
    );
    assert_eq!(stale(&site).len(), 1, "from its new source");
}

#[test]
fn a_stale_translation_stays_so_under_a_new_key_and_through_a_draft() {
    let values = |vi: &str| format!("values: {{ vi: {vi}, en: Value }}\n");
    let folder = |name: &str, file: &str| format!("content/relics/{name}/{file}");
    let site = Site::new("stale-renamed")
        .with(&folder("den-ha", "entry.yaml"), relic("Đền Hạ") + &values("Cũ"))
        .with(&folder("den-ha", "vi.md"), "Ngôi đền có từ thế kỷ XVIII.\n")
        .with(&folder("den-ha", "en.md"), "The temple is old.\n");
    recorded(&site);
    site.remove("content/relics/den-ha");
    let renamed = relic("Đền Hạ") + &values("Mới") + "formerly: [relics/den-ha]\n";
    let site = site
        .with(&folder("den-thuong", "entry.yaml"), &renamed)
        .with(&folder("den-thuong", "vi.md"), "Ngôi đền có từ thế kỷ XVII.\n")
        .with(&folder("den-thuong", "en.md"), "The temple is old.\n");
    let stale = |site: &Site| -> Vec<u16> {
        let found = numbers(&site.check());
        found.into_iter().filter(|n| matches!(n, 510 | 520)).collect()
    };
    assert_eq!(stale(&site), [510, 520]);
    recorded(&site);
    assert_eq!(stale(&site), [510, 520], "after a build");
    site.write(&folder("den-thuong", "entry.yaml"), renamed.clone() + "status: draft\n");
    recorded(&site);
    site.write(&folder("den-thuong", "entry.yaml"), renamed);
    assert_eq!(stale(&site), [510, 520], "after it was a draft");
}

#[test]
fn a_lock_of_an_earlier_version_goes_on_being_valid() {
    let facts = relic("Đền Hạ") + "values: { vi: Giá trị, en: Value }\n";
    let site = Site::new("stale-old-lock")
        .with("content/relics/den-ha/entry.yaml", facts)
        .with("content/relics/den-ha/vi.md", "Ngôi đền có từ thế kỷ XVIII.\n")
        .with("content/relics/den-ha/en.md", "The temple is old.\n");
    // It had rows of prose only.
    let lock = site.build_well().translations;
    let old: Vec<&str> = lock.lines().filter(|line| !line.contains("/entry.yaml")).collect();
    assert_eq!((old.len(), old[1].split('\t').count()), (2, 3), "{old:?}");
    site.write("content/translations.lock", old.join("\n") + "\n");
    assert!(site.check().is_empty(), "nothing became stale");
    assert_eq!(site.build_well().translations, lock);
    site.write("content/relics/den-ha/vi.md", "Ngôi đền có từ thế kỷ XVII.\n");
    assert_eq!(numbers(&site.check()), [510], "and nothing current");
}

#[test]
fn a_file_that_only_says_that_it_is_wanted_is_no_translation() {
    let untranslated = |site: &Site| {
        let (checked, found) = vanbia::engine::check(&site.request);
        (checked.unwrap().untranslated[1], numbers(&found))
    };
    for reminder in ["chưa dịch\n", "(To be translated)\n"] {
        let site = Site::new("reminder")
            .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
            .with("content/relics/den-ha/vi.md", "Ngôi đền có từ thế kỷ XVIII.\n");
        let without = untranslated(&site).0;
        site.write("content/relics/den-ha/en.md", reminder);
        assert_eq!(untranslated(&site), (without, vec![318]), "{reminder}");
        let found = site.check();
        assert!(
            found[0].help(Speech::Vi).starts_with("xóa tệp en.md: "),
            "{}",
            found[0].help(Speech::Vi)
        );
        site.write(
            "content/relics/den-ha/en.md",
            "The temple dates from the 18th century.\n",
        );
        assert_eq!(untranslated(&site), (without - 1, vec![]));
        let chapter = "content/relics/den-ha/chapters/01-mo-dau";
        site.write(&format!("{chapter}/vi.md"), "# Mở đầu\n\nNgôi đền ở cuối làng.\n");
        site.write(&format!("{chapter}/en.md"), reminder);
        assert_eq!(untranslated(&site), (without, vec![318]), "{reminder}");
    }
}

#[test]
fn texts_in_each_others_files_are_told() {
    let (vi, en) = (
        "Ngôi đền dựng từ thế kỷ XVIII, ở cuối làng, bên bờ sông Cầu.\n",
        "\nThe temple of the village dates from the 18th century and stands on the Cầu.\n",
    );
    let site = Site::new("swapped")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with("content/relics/den-ha/vi.md", en)
        .with("content/relics/den-ha/en.md", vi);
    let found = site.check();
    assert_eq!(numbers(&found), [319, 319], "{}", support::shown(&found, Speech::En));
    let place = |at: usize| found[at].place.clone().unwrap();
    assert!(place(0).file.ends_with("en.md") && place(1).file.ends_with("vi.md"));
    assert_eq!(place(1).line, 2);
    site.write("content/relics/den-ha/vi.md", vi);
    site.write("content/relics/den-ha/en.md", en);
    assert!(site.check().is_empty());
}
