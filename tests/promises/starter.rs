//! A new site starts without a finding that the newcomer caused.
//!
//! Entry point: the tests. Invariant: what `init` and `new` write passes `check`.

use super::site::{Site, binary, folder, run};

#[test]
fn a_site_that_was_just_started_builds() {
    let top = folder("init");
    let dir = top.join("trang");
    run(std::process::Command::new(binary()).arg("init").arg(&dir)).ends(0);
    let site = Site { root: dir };
    // The address and the title are still the example's and the owner has no name, which are warnings here and errors in a release.
    site.vanbia(&["build", "--lang", "en"])
        .ends(0)
        .says(&["VB0804", "VB0828", "VB0527", "3 warnings."]);
    site.vanbia(&["check", "--lang", "en", "--release"]).ends(1).says(&[
        "error VB0804",
        "error VB0828",
        "error VB0527",
    ]);
    assert!(site.output().contains_key("vi/index.html"));
    drop(site);
    std::fs::remove_dir_all(top).unwrap();
}

#[test]
fn an_entry_of_each_kind_that_was_just_started_passes_the_check() {
    let site = Site::empty("new");
    let kinds = [
        "relic", "product", "producer", "bookcase", "book", "street", "market", "trail", "article",
    ];
    for kind in kinds {
        let title = format!("Mục thử {kind}");
        site.vanbia(&["new", kind, &title, "--lang", "en"]).ends(0);
    }
    let made = super::site::read_all(&site.root.join("content"));
    assert_eq!(made.keys().filter(|p| p.ends_with("/entry.yaml")).count(), kinds.len());
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    assert!(!run.err.contains("error VB"), "{}", run.err);
}

#[test]
fn a_started_entry_names_what_may_be_chosen_and_check_names_what_is_not_translated() {
    let site = Site::empty("new-choices");
    site.vanbia(&["new", "relic", "Đền Mới", "--lang", "vi"]).ends(0);
    let entry = site.read("content/relics/den-moi/entry.yaml");
    assert!(entry.starts_with("title: { vi: \"Đền Mới\", en: \"\" }\n"), "{entry}");
    assert!(
        entry.contains("# Ghi một hoặc vài giá trị trong: historical ("),
        "{entry}"
    );
    site.write(
        "content/pages/about/entry.yaml",
        "title: { vi: Giới thiệu }\nsummary: { vi: Ai làm trang này, en: Who made this }\nurl: { vi: gioi-thieu, en: about }\n",
    );
    site.write("content/pages/about/vi.md", "Chúng tôi.\n");
    let said = "Not translated into en: pages/about";
    site.vanbia(&["check", "-v", "--lang", "en"]).ends(0).says(&[said]);
}

#[test]
fn the_notes_of_a_started_entry_are_in_the_language_of_messages() {
    let site = Site::empty("new-notes");
    for (lang, place, choices, status) in [
        (
            "vi",
            "# Địa chỉ. ",
            "# Ghi một hoặc vài giá trị trong: historical (",
            "# draft là bản nháp",
        ),
        (
            "en",
            "# Address. ",
            "# Write one or more of: historical (Historical",
            "# draft: shown in the preview",
        ),
    ] {
        let title = format!("Đền {lang}");
        let run = site.vanbia(&["new", "relic", &title, "--lang", lang]).ends(0);
        run.says(&[&format!("content/relics/den-{lang}/vi.md")]);
        let entry = site.read(&format!("content/relics/den-{lang}/entry.yaml"));
        for note in [
            place,
            choices,
            status,
            "[historical, architectural]",
            "# draft",
            "at: [",
            "vi.md",
            "en.md",
        ] {
            assert!(entry.contains(note), "{note}: {entry}");
        }
    }
    let help = site.vanbia(&["check", "--help", "--lang", "en"]).out;
    let asked = run(std::process::Command::new(binary()).args(["help", "--lang", "vi"])).ends(0);
    assert!(asked.out.contains("Cách dùng: vanbia"), "{}", asked.out);
    assert!(help.contains("--release") && !help.contains("issues codes"), "{help}");
}

#[test]
fn a_started_book_has_a_chapter_that_says_how_chapters_are_made() {
    let site = Site::empty("new-book");
    site.vanbia(&["new", "book", "Chuyện làng"]).ends(0);
    let chapter = site.read("content/books/chuyen-lang/chapters/01-mo-dau/vi.md");
    assert!(chapter.starts_with("# Mở đầu\n"), "{chapter}");
    assert!(chapter.contains("`chapters/02-ten-chuong/vi.md`"), "{chapter}");
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    for code in ["VB0428", "VB0713"] {
        assert!(!run.err.contains(code), "{}", run.err);
    }
    site.vanbia(&["new", "relic", "Đền Mới"]).ends(0);
    assert!(!site.root.join("content/relics/den-moi/chapters").exists());
}

#[test]
fn a_started_entry_is_not_written_over() {
    let site = Site::empty("new-twice");
    site.vanbia(&["new", "relic", "Đền Mới"]).ends(0);
    let entry = site.read("content/relics/den-moi/entry.yaml");
    site.write("content/relics/den-moi/entry.yaml", &format!("{entry}# mine\n"));
    let run = site.vanbia(&["new", "relic", "Đền Mới", "--lang", "en"]);
    assert_ne!(run.code, Some(0), "{}", run.err);
    assert!(site.read("content/relics/den-moi/entry.yaml").ends_with("# mine\n"));
}

#[test]
fn what_init_says_to_run_can_be_pasted() {
    let top = folder("init-space");
    let dir = top.join("Trang xã");
    let run = run(std::process::Command::new(binary()).arg("init").arg(&dir)).ends(0);
    let quoted = format!("--root \"{}\"", dir.display());
    assert!(run.err.contains(&quoted), "{}", run.err);
    std::fs::remove_dir_all(top).unwrap();
}

#[test]
fn a_title_needs_no_quotes_and_a_kind_may_be_called_as_on_the_site() {
    let site = Site::empty("new-words");
    site.vanbia(&["new", "relic", "Đình", "Giếng", "Ngọt"]).ends(0);
    let entry = site.read("content/relics/dinh-gieng-ngot/entry.yaml");
    assert!(entry.starts_with("title: { vi: \"Đình Giếng Ngọt\""), "{entry}");
    for (kind, title) in [("di-tich", "Đình X"), ("Di tích", "Đình Y"), ("relics", "Đình Z")] {
        site.vanbia(&["new", kind, title]).ends(0);
    }
    site.vanbia(&["new", "nha-tho", "X", "--lang", "vi"])
        .ends(2)
        .says(&["relic (Di tích)"]);
    site.vanbia(&["signs", "relics", "--lang", "en"])
        .ends(2)
        .says(&["vanbia signs --kind relic"]);
}

#[test]
fn outside_of_a_site_every_command_names_the_way_to_it() {
    let site = Site::tiny("astray");
    let inside = site.root.join("content/relics");
    let commands: [&[&str]; 6] = [
        &["build"],
        &["check"],
        &["signs"],
        &["codes", "list"],
        &["new", "relic", "Đình"],
        &["watch"],
    ];
    let at = |folder: &std::path::Path, args: &[&str]| {
        run(std::process::Command::new(binary())
            .args(args)
            .args(["--lang", "en"])
            .current_dir(folder))
    };
    for args in commands {
        at(&inside, args).ends(1).says(&["VB0801", "type cd ../.. and Enter"]);
        at(&site.root.join("content"), args)
            .ends(1)
            .says(&["VB0801", "type cd .. and Enter"]);
    }
    // Nothing is written by those who only ask what there is.
    at(&inside, &["theme"]).ends(0).says(&["templates/footer.html"]);
    at(&inside, &["theme", "templates/footer.html"])
        .ends(1)
        .says(&["VB0801"]);
    at(&site.root, &["theme", "--new", "stele"])
        .ends(2)
        .says(&["is the name of the built-in theme"]);
    assert!(!site.root.join("themes").exists());
    // The shell cannot leave a folder that is not there by `..` either.
    at(&site.root, &["build", "--root", "nowhere"])
        .ends(1)
        .says(&["VB0801", "add --root . to the command"]);
    at(&site.root, &["build", "--root", "content/nowhere"])
        .ends(1)
        .says(&["VB0801", "add --root . to the command"]);
    at(&inside, &["build", "--root", ".."])
        .ends(1)
        .says(&["VB0801", "add --root ../.. to the command"]);
    let above = site.root.join("above");
    // A folder with a blank is quoted for the command line, and nothing else is to be typed.
    site.write("beside/Di sản xã/content/site.yaml", &site.read("content/site.yaml"));
    at(&site.root.join("beside"), &["build"])
        .ends(1)
        .says(&["VB0801", "type cd \"Di sản xã\" and Enter"]);
    site.write("above/trang-xa/content/site.yaml", &site.read("content/site.yaml"));
    site.remove("content/site.yaml");
    at(&above, &["build"])
        .ends(1)
        .says(&["VB0801", "type cd trang-xa and Enter"]);
    site.write("content/site.yaml.txt", "title: Di sản\n");
    at(&site.root, &["build"])
        .ends(1)
        .says(&["VB0110", "«site.yaml.txt»", "«site.yaml»"]);
}

#[test]
fn init_in_this_very_folder_names_it_in_full() {
    let top = folder("init-here");
    let made = run(std::process::Command::new(binary())
        .args(["init", ".", "--lang", "en"])
        .current_dir(&top));
    let made = made.ends(0);
    assert!(!made.err.contains(" .."), "{}", made.err);
    assert!(!made.err.contains("--root"), "{}", made.err);
    made.says(&[&format!("{}. Next", top.display())]);
    std::fs::remove_dir_all(top).unwrap();
}
