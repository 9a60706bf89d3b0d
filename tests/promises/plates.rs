//! Promise 1, where it hurts: plates that hang outside, and parts of an entry with codes of their own.
//!
//! Entry point: the tests. Invariant: whatever would make a recorded plate lead nowhere ends with exit code 1 and names
//! the plate and its way out.

use super::page::Page;
use super::site::{Site, difference};

/// A tiny site with one plate that hangs; its codes are issued unless `draft`.
fn hung(name: &str) -> (Site, String) {
    let site = Site::tiny(name);
    site.built(&[]);
    site.vanbia(&["codes", "issue", "relics/den-ha"]).ends(0);
    let code = site.code("relics/den-ha");
    site.write(
        "content/signs.yaml",
        &format!(
            "# what hangs where\nsigns:\n  - serial: \"{code}-1\"\n    code: \"{code}\"\n    entry: relics/den-ha\n    \
             payload: \"https://DI-SAN-THU.VN/{code}/\"\n    status: installed\n    \
             place: {{ vi: Cổng chính, en: Main gate }}\n    date: 2026-11-20\n"
        ),
    );
    site.built(&[]);
    (site, code)
}

/// A build that must fail, leave the site alone, and say these words.
#[track_caller]
fn refused(site: &Site, words: &[&str]) {
    let before = site.output();
    site.vanbia(&["build", "--lang", "en"]).ends(1).says(words);
    assert_eq!(difference(&before, &site.output()), "");
}

#[test]
fn a_plate_without_its_code_in_the_ledger_stops_the_build_even_without_the_last_site() {
    let (site, code) = hung("plate-lost");
    site.remove("content/codes.lock");
    site.remove("output/codes.json");
    // The same entry gets the same code again, but only as a reserved one.
    refused(
        &site,
        &["VB0637", &format!("{code}-1"), "vanbia codes issue relics/den-ha"],
    );

    let (site, code) = hung("plate-gone");
    let ledger = site.read("content/codes.lock");
    let without: String = ledger
        .lines()
        .filter(|l| !l.starts_with(&code))
        .map(|l| format!("{l}\n"))
        .collect();
    site.write("content/codes.lock", &without);
    site.remove("content/relics/den-ha");
    site.edit("content/trails/duong-nui/entry.yaml", "  - entry: relics/den-ha\n", "");
    site.remove("output/codes.json");
    refused(&site, &["VB0636", &format!("{code}-1"), "vanbia codes recover"]);
}

#[test]
fn a_code_that_was_given_to_another_entry_stops_the_build() {
    let (site, code) = hung("plate-reused");
    site.edit(
        "content/codes.lock",
        &format!("{code}\trelics/den-ha\t"),
        &format!("{code}\trelics/den-ho\t"),
    );
    site.remove("output/codes.json");
    refused(
        &site,
        &["VB0639", &format!("{code}-1"), "relics/den-ha", "relics/den-ho"],
    );
}

#[test]
fn another_address_stops_the_build_even_where_somebody_changed_the_ledger_too() {
    let (site, code) = hung("plate-moved");
    site.edit("content/site.yaml", "https://di-san-thu.vn/", "https://ten-moi.vn/");
    site.edit("content/codes.lock", "https://DI-SAN-THU.VN/", "https://TEN-MOI.VN/");
    site.remove("output/codes.json");
    refused(
        &site,
        &["VB0640", &format!("https://DI-SAN-THU.VN/{code}/"), "base_url"],
    );
}

#[test]
fn a_lost_ledger_is_one_message_however_many_plates_hang_and_names_the_way_back() {
    let (site, code) = hung("plate-ledger");
    let ledger = site.read("content/codes.lock");
    site.remove("content/codes.lock");
    let run = site.vanbia(&["build", "--lang", "en"]).ends(1);
    assert_eq!(run.err.matches("error VB").count(), 1, "{}", run.err);
    let from = format!("vanbia codes recover {}", site.root.join("output").display());
    run.says(&["VB0618", &from]);
    site.write("content/codes.lock", &ledger.replace('\t', "  "));
    let run = site.vanbia(&["build", "--lang", "en"]).ends(1);
    assert_eq!(run.err.matches("error VB").count(), 1, "{}", run.err);
    run.says(&["VB0649", "from this one on: 5"]);
    site.write(
        "content/codes.lock",
        &ledger.replace(
            &format!("{code}\trelics/den-ha\tissued"),
            &format!("{code}\trelics/den-ha\treserved"),
        ),
    );
    site.remove("output/codes.json");
    site.vanbia(&["build", "--lang", "en"])
        .ends(1)
        .says(&["VB0637", "vanbia codes issue relics/den-ha"]);
    site.vanbia(&["codes", "issue", "relics/den-ha"]).ends(0);
    site.built(&[]);
}

#[test]
fn a_file_that_is_no_ledger_is_refused_under_its_own_name() {
    let (site, _) = hung("plate-merge");
    let file = site.root.join("content/site.yaml");
    let run = site
        .vanbia(&["codes", "merge", &file.to_string_lossy(), "--lang", "en"])
        .ends(1);
    assert_eq!(run.err.matches("error VB").count(), 1, "{}", run.err);
    assert!(!run.err.contains("content/codes.lock:"), "{}", run.err);
    run.says(&["VB0602", "content/site.yaml:1:1"]);
}

#[test]
fn a_printed_entry_that_becomes_a_draft_is_called_one_and_nothing_is_to_be_retired() {
    let (site, code) = hung("plate-draft");
    let entry = site.read("content/relics/den-ha/entry.yaml");
    site.write("content/relics/den-ha/entry.yaml", &format!("{entry}status: draft\n"));
    site.edit("content/trails/duong-nui/entry.yaml", "  - entry: relics/den-ha\n", "");
    let run = site.vanbia(&["build", "--lang", "en"]).ends(1);
    assert!(!run.err.contains("retire"), "{}", run.err);
    run.says(&[
        "VB0646",
        &code,
        "content/relics/den-ha/entry.yaml:",
        "status: withdrawn",
    ]);
}

#[test]
fn a_part_with_another_id_gets_its_old_one_back_and_never_hands_its_code_to_the_whole() {
    let site = Site::tiny("plate-part");
    let entry = site.read("content/relics/den-ha/entry.yaml");
    let parts = "components:\n  - id: cong\n    title: { vi: Cổng, en: Gate }\n";
    site.write("content/relics/den-ha/entry.yaml", &format!("{entry}{parts}"));
    site.built(&[]);
    site.vanbia(&["codes", "issue"]).ends(0);
    site.built(&[]);
    let code = site.code("relics/den-ha#cong");
    site.edit("content/relics/den-ha/entry.yaml", "id: cong", "id: tam-quan");
    let run = site.vanbia(&["build", "--lang", "en"]).ends(1);
    assert!(!run.err.contains("formerly"), "{}", run.err);
    run.says(&["VB0647", &code, "`id: cong`", "«tam-quan» now"]);
    let entry = site.read("content/relics/den-ha/entry.yaml");
    let formerly = format!("{entry}formerly: [\"relics/den-ha#cong\"]\n");
    site.write("content/relics/den-ha/entry.yaml", &formerly);
    let ledger = site.read("content/codes.lock");
    refused(&site, &["VB0648", "«relics/den-ha#cong»", "VB0647"]);
    assert_eq!(site.read("content/codes.lock"), ledger);
}

#[test]
fn an_entry_that_was_renamed_is_told_once_with_all_its_parts() {
    let site = Site::tiny("plate-parts");
    let entry = site.read("content/relics/den-ha/entry.yaml");
    let parts = "components:\n  - id: cong\n    title: { vi: Cổng, en: Gate }\n";
    site.write("content/relics/den-ha/entry.yaml", &format!("{entry}{parts}"));
    site.built(&[]);
    site.vanbia(&["codes", "issue"]).ends(0);
    site.built(&[]);
    site.rename("content/relics/den-ha", "content/relics/den-cu");
    site.edit("content/trails/duong-nui/entry.yaml", "relics/den-ha", "relics/den-cu");
    let run = site.vanbia(&["build", "--lang", "en"]).ends(1);
    assert_eq!(run.err.matches("VB0612").count(), 1, "{}", run.err);
    assert!(!run.err.contains("formerly: [relics/den-ha#"), "{}", run.err);
    run.says(&["`formerly: [relics/den-ha]` in the entry.yaml of «relics/den-cu»"]);
    let entry = site.read("content/relics/den-cu/entry.yaml");
    site.write(
        "content/relics/den-cu/entry.yaml",
        &format!("{entry}formerly: [relics/den-ha]\n"),
    );
    site.built(&[]);
}

#[test]
fn a_renamed_folder_of_a_kind_stops_the_build() {
    let (site, _) = hung("plate-folder");
    site.vanbia(&["codes", "issue"]).ends(0);
    site.write("content/kinds/relic.yaml", "key: relic\nfolder: monuments\n");
    site.rename("content/relics", "content/monuments");
    site.edit(
        "content/trails/duong-nui/entry.yaml",
        "relics/den-ha",
        "monuments/den-ha",
    );
    site.edit(
        "content/trails/duong-nui/entry.yaml",
        "relics/den-ho",
        "monuments/den-ho",
    );
    refused(&site, &["VB0619", "«relics»", "«monuments»", "folder: relics"]);
}

#[test]
fn components_and_stalls_have_codes_of_their_own_that_open_at_their_place() {
    let site = Site::tiny("parts");
    let entry = site.read("content/relics/den-ha/entry.yaml");
    let parts = "components:\n  - id: cong\n    title: { vi: Cổng, en: Gate }\n  - id: gieng\n    title: { vi: Giếng, en: Well }\n";
    site.write("content/relics/den-ha/entry.yaml", &format!("{entry}{parts}"));
    site.built(&[]);
    site.vanbia(&["codes", "issue", "relics/den-ha#gieng"]).ends(0);
    let files = site.built(&[]);
    let code = site.code("relics/den-ha#gieng");
    let page = Page::parse(&files[&format!("{code}/index.html")]);
    let ways: Vec<_> = page.all("a").map(|a| a.get("href").to_string()).collect();
    assert_eq!(ways, ["../vi/di-tich/den-ha/#gieng", "../en/relics/den-ha/#gieng"]);
    for lang in ["vi/di-tich", "en/relics"] {
        let page = Page::parse(&files[&format!("{lang}/den-ha/index.html")]);
        assert!(
            page.elements.iter().any(|e| e.get("id") == "gieng"),
            "the page has the place"
        );
    }
    assert!(files.contains_key(&format!("{code}/qr.svg")));
    // The part follows its renamed entry; one that is taken away is protected.
    site.rename("content/relics/den-ha", "content/relics/den-moi");
    site.edit("content/trails/duong-nui/entry.yaml", "relics/den-ha", "relics/den-moi");
    let entry = site.read("content/relics/den-moi/entry.yaml");
    site.write(
        "content/relics/den-moi/entry.yaml",
        &format!("{entry}formerly: [relics/den-ha]\n"),
    );
    site.built(&[]);
    assert_eq!(site.code("relics/den-moi#gieng"), code);
    site.edit("content/relics/den-moi/entry.yaml", "id: gieng", "id: gieng-co");
    refused(&site, &["VB0647", &code, "`id: gieng`", "«gieng-co»"]);
}

#[test]
fn what_people_wrote_about_plates_is_not_touched_by_a_build() {
    let (site, _) = hung("plate-kept");
    let before = site.read("content/signs.yaml");
    site.built(&["--release"]);
    assert_eq!(site.read("content/signs.yaml"), before);
}

/// What the page of an entry offers for printing is the plate itself, and only once its code is protected.
#[test]
fn the_page_offers_the_plate_that_the_printer_gets_once_the_code_is_issued() {
    let site = Site::tiny("plate-on-paper");
    site.built(&[]);
    let code = site.code("relics/den-ha");
    let page = || site.read("output/vi/di-tich/den-ha/index.html");
    assert!(!page().contains("plate.svg"), "a reserved code may still go away");
    assert!(!site.root.join(format!("output/{code}/plate.svg")).exists());
    let out = site.root.join("out.svg");
    site.vanbia(&["signs", "relics/den-ha", "--to", &out.to_string_lossy()])
        .ends(0);
    site.built(&[]);
    assert!(page().contains(&format!("{code}/plate.svg")), "{}", page());
    assert_eq!(site.read(&format!("output/{code}/plate.svg")), site.read("out.svg"));
}

/// Nothing that could hang somewhere comes of an address that cannot be kept alive.
#[test]
fn with_an_address_that_is_no_real_one_plates_are_a_trial_and_no_code_is_issued() {
    let site = Site::tiny("plate-trial");
    for url in ["https://ten-mien.example/", "http://localhost/", "https://bit.ly/xa/"] {
        let before = site.read("content/site.yaml");
        site.edit("content/site.yaml", "https://di-san-thu.vn/", url);
        site.built(&[]);
        let ledger = site.read("content/codes.lock");
        let out = site.root.join("out.svg");
        let signs = ["signs", "relics/den-ha", "--lang", "en", "--to", &out.to_string_lossy()];
        site.vanbia(&signs).ends(0).says(&["VB080", "TRIAL", url]);
        site.vanbia(&["codes", "issue", "--lang", "en"])
            .ends(1)
            .says(&["error VB080", url]);
        assert_eq!(site.read("content/codes.lock"), ledger, "{url}");
        assert!(!site.root.join("content/signs.yaml").exists(), "{url}");
        site.write("content/site.yaml", &before);
    }
    site.vanbia(&["codes", "issue"]).ends(0);
}

#[test]
fn signs_say_why_an_entry_has_no_code() {
    let site = Site::tiny("plate-none");
    let entry = site.read("content/relics/den-ha/entry.yaml");
    site.write("content/relics/den-ha/entry.yaml", &format!("{entry}status: draft\n"));
    let ask = |key: &str| site.vanbia(&["signs", key, "--lang", "en"]).ends(2);
    ask("relics/den-ha").says(&["is a draft", "content/relics/den-ha/entry.yaml"]);
    ask("Đền Hạ").says(&["VB0644", "relics/den-ha"]);
    site.vanbia(&["check", "--lang", "en"])
        .says(&["Checked 4 entries and 1 draft:"]);
    site.write(
        "content/relics/den-ha/entry.yaml",
        &format!("{entry}status: withdrawn\n"),
    );
    ask("relics/den-ha").says(&["VB0645", "is withdrawn", "content/relics/den-ha/entry.yaml"]);
    let run = ask("streets/khac-han-moi-thu");
    assert!(!run.err.contains("nearest"), "{}", run.err);
}

#[test]
fn an_earlier_key_draws_the_plate_of_the_entry_that_bore_it() {
    let (site, code) = hung("plate-former");
    site.rename("content/relics/den-ha", "content/relics/den-cu");
    site.edit("content/trails/duong-nui/entry.yaml", "relics/den-ha", "relics/den-cu");
    let entry = site.read("content/relics/den-cu/entry.yaml");
    site.write(
        "content/relics/den-cu/entry.yaml",
        &format!("{entry}formerly: [relics/den-ha]\n"),
    );
    let to = site.root.join("out.svg").display().to_string();
    site.vanbia(&["signs", "relics/den-ha", "--to", &to, "--lang", "en"])
        .ends(0)
        .says(&["relics/den-cu"]);
    assert!(site.read("out.signs.json").contains(&code));
}

#[test]
fn every_pack_has_a_picture_of_its_own_and_what_cannot_be_written_leaves_nothing() {
    let site = Site::tiny("plate-files");
    let product = super::site::named("Trà", Some("Tea"))
        + "group: drink\nvariants:\n  - { name: { vi: Gói, en: Bag }, gtin: \"09521234543213\" }\n  \
           - { name: { vi: Hộp, en: Box }, gtin: \"9521234560012\" }\n";
    site.write("content/products/tra/entry.yaml", &product);
    let to = |name: &str| site.root.join("drawn").join(name).display().to_string();
    let signs = |layout: &str, to: &str, more: &[&str]| {
        let args = ["signs", "--layout", layout, "--to", to, "--lang", "en"];
        site.vanbia(&[&args[..], more].concat())
    };
    signs("tag-gtin", &to("tra.png"), &["--dpi", "60"]).ends(0);
    let code = site.code("products/tra");
    let names = || -> Vec<String> {
        let folder = std::fs::read_dir(site.root.join("drawn")).unwrap();
        let mut names: Vec<String> = folder
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let drawn = [
        format!("tra-{code}-1-2.png"),
        format!("tra-{code}-1.png"),
        "tra.signs.json".to_string(),
    ];
    assert_eq!(names(), drawn);
    // A file that cannot be replaced: nothing half written stays beside it.
    std::fs::create_dir(site.root.join("drawn/plate.pdf")).unwrap();
    signs("plate-a6", &to("plate.pdf"), &["relics/den-ha"]).ends(3);
    assert!(!names().iter().any(|name| name.ends_with("new")), "{:?}", names());
    // More dots than a picture may have are refused before a code is issued for them.
    let before = site.read("content/codes.lock");
    let size = ["relics/den-ho", "--size", "3000x4000", "--dpi", "600"];
    signs("board", &to("big.png"), &size)
        .ends(2)
        .says(&["--dpi 100", "big.pdf"]);
    assert_eq!(site.read("content/codes.lock"), before);
    assert!(!names().iter().any(|name| name.starts_with("big")), "{:?}", names());
}
