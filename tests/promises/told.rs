//! What commands say at their end, and remarks on what a page would lack.
//!
//! Entry point: the tests. Invariant: what is named exists, and what is told to do works when it is done.

use super::site::{Site, binary, run};

#[test]
fn a_build_says_how_the_site_is_opened_and_how_many_codes_are_for_signs() {
    let site = Site::tiny("told-end");
    let build = ["build", "--lang", "en", "--today", "2026-11-21"];
    for _ in 0..2 {
        // The second build finds that nothing changed, and says the same.
        let run = site.vanbia(&build).ends(0);
        let root = site.root.display().to_string();
        let run = run.says(&[
            "codes for signs: 0 issued, 5 reserved (and",
            &format!("vanbia watch --root {root}"),
        ]);
        assert!(!run.err.contains("Open the site:"), "{}", run.err);
    }
    site.vanbia(&["codes", "issue", "relics/den-ha"]).ends(0);
    site.vanbia(&build).ends(0).says(&["1 issued, 4 reserved"]);
    site.edit("content/site.yaml", "links: folder", "links: file");
    let run = site.vanbia(&build).ends(0);
    let file = site.root.join("output/index.html").display().to_string();
    assert!(!run.err.contains("vanbia watch"), "{}", run.err);
    run.says(&[&format!("Open the site: {file}")]);
    site.vanbia(&["build", "--lang", "vi", "--today", "2026-11-21"])
        .ends(0)
        .says(&["mã để in biển: 1 đã cấp, 4 giữ chỗ", &format!("Mở trang: {file}")]);
}

#[test]
fn an_entry_deleted_by_mistake_comes_back_with_its_printed_code() {
    let site = Site::tiny("told-back");
    site.edit("content/trails/duong-nui/entry.yaml", "  - entry: relics/den-ha\n", "");
    site.built(&[]);
    site.vanbia(&["codes", "issue", "relics/den-ha"]).ends(0);
    let code = site.code("relics/den-ha");
    site.rename("content/relics/den-ha", "aside");
    let run = site.vanbia(&["build", "--lang", "en"]).ends(1);
    let help = run.err.split("= help:").nth(1).unwrap_or_default().to_string();
    let copy = help.find("copy the folder content/relics/den-ha back").unwrap();
    assert!(
        copy < help.find("formerly").unwrap() && copy < help.find("codes retire").unwrap(),
        "{help}"
    );
    site.vanbia(&["codes", "retire", &code]).ends(0);
    site.built(&[]);
    site.rename("aside", "content/relics/den-ha");
    for command in ["check", "build"] {
        let run = site.vanbia(&[command, "--lang", "en"]).ends(0);
        assert_eq!(run.err.matches("VB0672").count(), 1, "{}", run.err);
        run.says(&["warning VB0672", &format!("`vanbia codes restore {code}`")]);
    }
    let ledger = site.read("content/codes.lock");
    // Either way out ends the warning.
    let onward = ["codes", "retire", &code, "--successor", "relics/den-ha"];
    for way in [&["codes", "restore", &code][..], &onward] {
        site.write("content/codes.lock", &ledger);
        site.vanbia(way).ends(0);
        let run = site.vanbia(&["build", "--lang", "en"]).ends(0);
        assert!(!run.err.contains("VB0672"), "{way:?}: {}", run.err);
        let page = site.read(&format!("output/{code}/index.html"));
        assert!(page.contains("di-tich/den-ha"), "{way:?}: {page}");
    }
}

#[test]
fn signs_name_the_files_that_are_there_and_keep_each_list() {
    let site = Site::tiny("told-signs");
    site.built(&[]);
    let at = |name: &str| site.root.join(name).to_string_lossy().into_owned();
    let signs = |args: &[&str], to: &str| {
        let to = at(to);
        site.vanbia(&[&["signs", "--lang", "en", "--dpi", "40", "--to", &to], args].concat())
            .ends(0)
    };
    let run = signs(&["relics/den-ha", "relics/den-ho"], "x.png");
    let said: Vec<String> = run
        .err
        .lines()
        .filter(|line| line.starts_with("Done"))
        .map(str::to_string)
        .collect();
    let names: Vec<&str> = said[0]
        .split(" in ")
        .nth(1)
        .unwrap()
        .split(", ")
        .next()
        .unwrap()
        .split(" … ")
        .collect();
    assert_eq!(names.len(), 2, "{said:?}");
    assert!(
        names.iter().all(|name| std::path::Path::new(name).is_file()),
        "{names:?}"
    );
    let list = site.read("x.signs.json");
    run.says(&[&at("x.signs.json")]);
    signs(&["relics/den-ho"], "y.pdf").says(&[&at("y.pdf"), &at("y.signs.json")]);
    assert_eq!(
        site.read("x.signs.json"),
        list,
        "the next run keeps the list of the last"
    );
    signs(&["relics/den-ho"], "signs.pdf").says(&[&at("signs.json")]);
    for (typed, meant) in [
        ("a5", "plate-a5"),
        ("A7", "tag-a7"),
        ("plate a4", "plate-a4"),
        ("gtin", "tag-gtin"),
    ] {
        let run = site.vanbia(&["signs", "--layout", typed, "--lang", "en"]).ends(2);
        run.says(&[&format!("Did you mean «{meant}»?")]);
    }
    let run = site.vanbia(&["signs", "--layout", "xyz", "--lang", "en"]).ends(2);
    assert!(!run.err.contains("Did you mean"), "{}", run.err);
}

#[test]
fn a_draft_is_started_with_the_address_of_its_preview() {
    let site = Site::tiny("told-new");
    let run = site.vanbia(&["new", "product", "Bánh gai", "--lang", "en"]).ends(0);
    run.says(&[
        "http://127.0.0.1:4321/_preview/products/banh-gai",
        "vanbia watch --root",
    ]);
    let entry = site.read("content/products/banh-gai/entry.yaml");
    assert!(!entry.contains("Miếu"), "{entry}");
}

#[test]
fn what_visitors_would_miss_is_told_in_a_draft_of_the_site() {
    let site = Site::empty("told-lacks");
    site.write(
        "content/relics/den-ha/entry.yaml",
        "title: { vi: Đền Hạ, en: Lower Temple }\nsummary: { vi: Một nơi, en: A place }\ntypes: [historical]\n\
         place: { ward: \"07210\" }\n",
    );
    site.write(
        "content/products/banh-da/entry.yaml",
        "title: { vi: Bánh đa, en: Rice cracker }\nsummary: { vi: Một món, en: A dish }\ngroup: food\nprice: 120.000\n",
    );
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    let run = run.says(&[
        "warning VB0525",
        "content/relics/den-ha/entry.yaml:4:16",
        "warning VB0526",
        "entry.yaml:4:8",
    ]);
    let price = "{ amount: 120000, on: 2026-11-21 }";
    assert!(run.err.contains("{ amount: 120000, on: 20"), "{}", run.err);
    let address = run
        .err
        .split("for example: ")
        .find(|help| help.starts_with("{ ward"))
        .unwrap()
        .lines()
        .next()
        .unwrap();
    site.edit("content/relics/den-ha/entry.yaml", "{ ward: \"07210\" }", address);
    site.edit("content/products/banh-da/entry.yaml", "120.000", price);
    let run = site.vanbia(&["build", "--lang", "en"]).ends(0);
    assert!(
        !run.err.contains("VB0525") && !run.err.contains("VB0526"),
        "{}",
        run.err
    );
    assert!(
        site.read("output/vi/di-tich/den-ha/index.html")
            .contains("phường Tân An")
    );
}

#[test]
fn the_title_that_a_site_begins_with_is_no_title_to_publish() {
    let site = Site::empty("told-title");
    let folder = site.root.join("new").to_string_lossy().into_owned();
    run(std::process::Command::new(binary()).args(["init", &folder])).ends(0);
    let settings = site.read("new/content/site.yaml");
    site.write("content/site.yaml", &settings);
    site.vanbia(&["check", "--lang", "en"])
        .ends(0)
        .says(&["warning VB0527", "content/site.yaml:2:8"]);
    site.vanbia(&["check", "--release", "--lang", "en"])
        .ends(1)
        .says(&["error VB0527"]);
    for title in ["Trang di sản của chúng tôi", "Our heritage site"] {
        let settings = site.read("content/site.yaml");
        assert!(settings.contains(title));
    }
    site.edit(
        "content/site.yaml",
        "Trang di sản của chúng tôi, en: Our heritage site",
        "Di sản xã Vân Hà, en: Heritage of Van Ha",
    );
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    assert!(!run.err.contains("VB0527"), "{}", run.err);
}

#[test]
fn a_picture_with_blanks_and_brackets_in_its_name_is_named_whole_and_not_called_unused() {
    let site = Site::tiny("told-brackets");
    let picture = include_bytes!("../support/files/cong.png");
    site.write_bytes("content/relics/den-ha/photos/Ảnh 1 (2).png", picture);
    site.write("content/relics/den-ha/vi.md", "Đền.\n\n![Cổng](photos/Ảnh 1 (2).png)\n");
    site.write(
        "content/relics/den-ha/en.md",
        "Temple.\n\n![Gate](<photos/Ảnh 1 (2).png>)\n",
    );
    let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
    assert!(!run.err.contains("VB0713"), "{}", run.err);
    run.says(&["VB0420", "(<photos/Ảnh 1 (2).png>)"]);
    std::fs::remove_file(site.root.join("content/relics/den-ha/en.md")).unwrap();
    let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
    assert!(!run.err.contains("VB0713"), "the text names it: {}", run.err);
    site.write(
        "content/relics/den-ha/vi.md",
        "Đền.\n\n![Cổng](<photos/Ảnh 1 (2).png>)\n",
    );
    site.vanbia(&["check", "--lang", "en"]).ends(0);
    site.write("content/relics/den-ha/vi.md", "Đền.\n");
    site.vanbia(&["check", "--lang", "en"]).ends(0).says(&["VB0713"]);
}

#[test]
fn a_text_in_another_language_says_so_in_the_language_of_the_page() {
    let site = Site::tiny("told-language");
    std::fs::remove_file(site.root.join("content/relics/den-ha/en.md")).unwrap();
    site.write("content/relics/den-ho/en.md", "A temple.\n");
    std::fs::remove_file(site.root.join("content/relics/den-ho/vi.md")).unwrap();
    site.write(
        "content/relics/den-hu/entry.yaml",
        &site.read("content/relics/den-ha/entry.yaml").replace("Hạ", "Hư"),
    );
    site.write("content/relics/den-hu/km.md", "ប្រាសាទ។\n");
    site.edit(
        "content/site.yaml",
        "links:",
        "  - { code: km, name: ភាសាខ្មែរ, locale: km_KH }\nlinks:",
    );
    let run = site.vanbia(&["build", "--lang", "en"]).ends(0);
    assert!(run.err.contains("Done"), "{}", run.err);
    let page = |path: &str| site.read(&format!("output/{path}/index.html"));
    assert!(page("en/relics/den-ha").contains("so it is shown in Vietnamese."));
    assert!(page("vi/di-tich/den-ho").contains("nên hiện bằng tiếng Anh."));
    let foreign = "nên hiện bằng <span lang=\"km\">ភាសាខ្មែរ</span>.";
    assert!(
        page("vi/di-tich/den-hu").contains(foreign),
        "{}",
        page("vi/di-tich/den-hu")
    );
}

#[test]
fn a_picture_without_description_in_a_third_language_is_told_how_it_is_written() {
    let site = Site::tiny("told-third");
    site.edit(
        "content/site.yaml",
        "code: en, name: English, locale: en_GB",
        "code: fr, name: Français, locale: fr_FR",
    );
    let picture = include_bytes!("../support/files/cong.png");
    site.write_bytes("content/relics/den-ha/photos/cong.png", picture);
    let entry = site.read("content/relics/den-ha/entry.yaml");
    let photos = "photos: [ { file: photos/cong.png, alt: { vi: Cổng }, credit: { vi: A, fr: A } } ]\n";
    site.write("content/relics/den-ha/entry.yaml", &format!("{entry}{photos}"));
    let run = site.vanbia(&["check", "--lang", "en"]);
    let help = run
        .err
        .split("VB0714")
        .nth(1)
        .unwrap()
        .split("= help:")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap();
    assert!(help.ends_with("write fr: …"), "{help}");
}
