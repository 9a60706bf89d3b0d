//! Copies that cannot be compared, names that only look like those of copies, and ledgers that came apart.
//!
//! Entry point: the tests. Invariant: nothing is to be deleted of which nobody knows that it stands elsewhere.

use super::joined::{DEN_HA, has, told};
use super::site::Site;

#[test]
fn a_copy_that_cannot_be_read_is_never_to_be_deleted() {
    let site = Site::tiny("joined-unread");
    let text = site.read(&format!("{DEN_HA}/vi.md"));
    let conflict = format!("{text}\n<<<<<<< HEAD\n=======\nDòng của Lan.\n>>>>>>> lan\n");
    for (name, bytes) in [
        ("vi (1).md", b"PK\x03\x04\0\0\x14\0 words".to_vec()),
        ("vi (1).md", vec![0; 300]),
        ("vi (1).md", conflict.clone().into_bytes()),
        ("vi.md.txt", conflict.into_bytes()),
    ] {
        let path = format!("{DEN_HA}/{name}");
        site.write_bytes(&path, &bytes);
        let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
        let run = run.says(&["VB0114", &format!("move «{name}» out of the folder content")]);
        assert!(!run.err.contains("has all of its lines"), "{}", run.err);
        std::fs::remove_file(site.root.join(path)).unwrap();
    }
    // A backup that is passed over lies in the copy only.
    for file in ["entry.yaml", "vi.md", "en.md"] {
        let text = site.read(&format!("{DEN_HA}/{file}"));
        site.write(&format!("{DEN_HA} - Copy/{file}"), &text);
    }
    site.write(&format!("{DEN_HA} - Copy/Thumbs.db"), "x");
    let of_copy = || site.vanbia(&["check", "--lang", "en"]).ends(1);
    of_copy().says(&["VB0130", "delete this folder"]);
    site.write(&format!("{DEN_HA} - Copy/vi.md.bak"), "Bản lưu.\n");
    let run = of_copy().says(&["VB0130", "move this folder out of the folder content"]);
    assert!(!run.err.contains("delete this folder"), "{}", run.err);
}

#[test]
fn names_that_only_look_like_those_of_copies_are_left_alone() {
    let site = Site::tiny("joined-names");
    for name in ["site-plan", "entry-gate", "armed-conflict", "book_copy"] {
        let kind = format!("folder: {name}-x\nlabel: {{ vi: A, en: B }}\nplural: {{ vi: A, en: B }}\nfields: []\n");
        site.write(&format!("content/kinds/{name}.yaml"), &kind.replace('_', "-"));
    }
    site.write("content/book-copy-x/a/entry.yaml", "title: { vi: Ao, en: Pond }\n");
    site.write(&format!("{DEN_HA}/files/doc (1).yaml"), "x: 1\n");
    let facts = site.read(&format!("{DEN_HA}/entry.yaml"));
    for name in ["site-1.yaml", "entry-template.yaml"] {
        site.write(&format!("content/relics/{name}"), &facts);
    }
    let (codes, all) = told(&site);
    for code in ["VB0110", "VB0114", "VB0137", "VB0116"] {
        assert!(!codes.iter().any(|one| one == code), "{code} in {all}");
    }
    // Beside the kind of that name it is a copy.
    let kind = site.read("content/kinds/book_copy.yaml");
    site.write("content/kinds/book.yaml", &kind.replace("book-copy-x", "books"));
    assert!(has(&site, "VB0137"));
}

#[test]
fn a_note_is_not_to_be_published_as_a_translation() {
    let site = Site::tiny("joined-note");
    let path = "content/relics/den-ho";
    site.write(&format!("{path}/en-notes.md"), "Ask Mr Minh.\n");
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    let run = run.says(&["warning VB0126"]);
    assert!(!run.err.contains("VB0110"), "{}", run.err);
    site.rename(&format!("{path}/en-notes.md"), &format!("{path}/en-LAPTOP-3.md"));
    let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
    run.says(&["VB0110", "the right name is «en.md»"]);
}

#[test]
fn what_a_copied_lock_of_translations_alone_has_is_kept() {
    let site = Site::tiny("joined-lock");
    site.vanbia(&["check", "--translated", "relics/den-ha"]).ends(0);
    let lock = site.read("content/translations.lock");
    let copy = "content/translations (1).lock";
    let says = |words: &str| site.vanbia(&["check", "--lang", "en"]).ends(0).says(&["VB0114", words]);
    site.write(copy, &lock);
    says("delete «translations (1).lock»");
    site.write(copy, &format!("{lock}relics/mieu/vi.md\ten\t0123456789abcdef\n"));
    let run = says("move «translations (1).lock» out of the folder content");
    assert!(!run.err.contains("delete «"), "{}", run.err);
    std::fs::remove_file(site.root.join("content/translations.lock")).unwrap();
    says("rename «translations (1).lock» to «translations.lock»");
}

#[test]
fn one_code_issued_in_one_row_and_retired_in_another_is_told() {
    let site = Site::tiny("joined-disputed");
    site.built(&[]);
    site.vanbia(&["codes", "issue", "relics/den-ha"]).ends(0);
    let issued = site.read("content/codes.lock");
    let row = issued.lines().find(|line| line.contains("\tissued")).unwrap();
    let retired = row.replace("\tissued", "\tretired");
    site.write("content/codes.lock", &format!("{issued}{retired}\n"));
    site.vanbia(&["check", "--lang", "en"]).ends(1).says(&["VB0608"]);
}

#[test]
fn lines_that_nothing_can_bring_back_are_counted_when_a_ledger_is_made_anew() {
    let site = Site::tiny("joined-lost");
    site.built(&[]);
    site.vanbia(&["codes", "issue"]).ends(0);
    site.built(&[]);
    let whole = site.read("content/codes.lock");
    let output = site.root.join("output").display().to_string();
    site.write("content/codes.lock.bak", "mine");
    let code = whole
        .lines()
        .find_map(|line| line.split_once("\trelics/den-ha\t"))
        .unwrap()
        .0;
    let damaged = whole.replace(&format!("{code}\t"), "1x4393\t");
    site.write("content/codes.lock", &damaged);
    let run = site.vanbia(&["codes", "recover", &output, "--lang", "en"]).ends(0);
    assert!(!run.err.contains("could neither"), "{}", run.err);
    assert_eq!(site.read("content/codes.lock"), whole);
    site.write(
        "content/codes.lock",
        &format!("{whole}1x4393\trelics/mieu\tissued\thttps://a/1x4393/\n"),
    );
    let run = site.vanbia(&["codes", "recover", &output, "--lang", "en"]).ends(0);
    run.says(&["1 line could neither be read nor found on the site; only content/codes.lock.3.bak has them"]);
    assert_eq!(site.read("content/codes.lock.bak"), "mine");
    assert_eq!(site.read("content/codes.lock.2.bak"), damaged);
}

#[test]
fn two_places_some_steps_apart_are_two_and_folders_get_names_that_are_free() {
    let site = Site::tiny("joined-near");
    let facts = site.read(&format!("{DEN_HA}/entry.yaml"));
    let (before, after) = facts.split_once("summary:").unwrap();
    let (_, rest) = after.split_once('\n').unwrap();
    let other = format!("{before}summary: {{ vi: Nơi khác, en: Another one }}\n{rest}");
    let at = |file: &str, text: &str, spot: &str| {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("at:"));
        let text: Vec<&str> = lines.collect();
        let text = text
            .join("\n")
            .replacen("place:\n", &format!("place:\n  at: {spot}\n"), 1);
        site.write(file, &format!("{text}\n"));
    };
    let twin = "content/relics/den-ha-hai/entry.yaml";
    at(&format!("{DEN_HA}/entry.yaml"), &facts, "[21.27000, 106.19000]");
    at(twin, &other, "[21.27100, 106.19000]");
    assert!(!has(&site, "VB0518"), "100 m apart: {}", told(&site).1);
    at(twin, &other, "[21.27020, 106.19000]");
    assert!(has(&site, "VB0518"), "20 m apart: {}", told(&site).1);
    std::fs::remove_dir_all(site.root.join("content/relics/den-ha-hai")).unwrap();
    for name in ["New folder", "New folder (2)"] {
        site.write(&format!("content/relics/{name}/entry.yaml"), &facts);
    }
    let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
    run.says(&["rename the folder to den-ha-2"]);
    site.rename(DEN_HA, "content/relics/Den-Ha");
    site.write("content/relics/Den-Ha - Copy/entry.yaml", "khac: 1\n");
    let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
    run.says(&["VB0138", "another version of «Den-Ha»"]);
}

#[test]
fn lines_for_photos_are_in_the_languages_of_the_site_and_an_entry_may_be_called_recycler() {
    let site = Site::tiny("joined-lines");
    let settings = site.read("content/site.yaml");
    site.rename("content/relics/den-ho", "content/relics/recycler");
    site.edit(
        "content/trails/duong-nui/entry.yaml",
        "relics/den-ho",
        "relics/recycler",
    );
    site.vanbia(&["check"]).ends(0);
    for n in 0..4 {
        let picture = include_bytes!("../support/files/cong.png");
        site.write_bytes(&format!("{DEN_HA}/photos/a{n}.png"), picture);
    }
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    run.says(&["alt: { vi: …, en: … }"]);
    let vietnamese = settings.replace("  - { code: en, name: English, locale: en_GB }\n", "");
    assert_ne!(vietnamese, settings);
    site.write("content/site.yaml", &vietnamese);
    let run = site.vanbia(&["check", "--lang", "en"]);
    let run = run.says(&["VB0142", "alt: { vi: … }"]);
    assert!(!run.err.contains("en: …"), "{}", run.err);
}

#[test]
fn pictures_of_one_size_and_time_are_read_only_before_they_are_called_the_same_for_deletion() {
    let site = Site::tiny("joined-alike");
    let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    let picture = |path: &str, bytes: &[u8]| {
        site.write_bytes(path, bytes);
        let file = std::fs::File::options().write(true).open(site.root.join(path)).unwrap();
        file.set_modified(time).unwrap();
    };
    picture(&format!("{DEN_HA}/photos/cong.jpg"), b"one");
    for to in ["relics/den-ha (1)", "relics - Copy/den-ha"] {
        for file in ["entry.yaml", "vi.md", "en.md"] {
            site.write(&format!("content/{to}/{file}"), &site.read(&format!("{DEN_HA}/{file}")));
        }
        picture(&format!("content/{to}/photos/cong.jpg"), b"two");
    }
    let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
    run.says(&[
        "VB0138",
        "only here: photos/cong.jpg",
        "VB0139",
        "all of it is in use already",
    ]);
}
