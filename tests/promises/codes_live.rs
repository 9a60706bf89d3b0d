//! Promise 1: a printed code never dies.
//!
//! Entry point: the tests. Invariant: whatever would kill an issued code ends with exit code 1 and names its ways out.

use super::page::Page;
use super::site::{Site, difference};

/// A tiny site whose codes are issued and whose pages are built.
fn issued(name: &str) -> Site {
    let site = Site::tiny(name);
    site.built(&[]);
    site.vanbia(&["codes", "issue", "--lang", "en"]).ends(0);
    site.built(&[]);
    assert_eq!(site.read("content/codes.lock").matches("\tissued\t").count(), 5);
    site
}

/// A build that must fail, leave the site and the ledger alone, and say these words.
#[track_caller]
fn refused(site: &Site, words: &[&str]) {
    let before = (site.output(), site.read("content/codes.lock"));
    site.vanbia(&["build", "--lang", "en"]).ends(1).says(words);
    assert_eq!(difference(&before.0, &site.output()), "");
    assert_eq!(before.1, site.read("content/codes.lock"));
}

/// Where the page of a code leads to, per language.
fn leads_to(site: &Site, code: &str) -> Vec<String> {
    let page = Page::parse(&site.output()[&format!("{code}/index.html")]);
    page.all("a").map(|a| a.get("href").to_string()).collect()
}

#[test]
fn an_issued_code_whose_entry_is_removed_stops_the_build() {
    let site = issued("removed");
    let code = site.code("products/banh-da");
    site.remove("content/products/banh-da");
    let retire = format!("vanbia codes retire {code}");
    refused(
        &site,
        &[
            "VB0611",
            &code,
            "products/banh-da",
            "formerly: [products/banh-da]",
            &retire,
        ],
    );
}

#[test]
fn an_issued_code_whose_entry_is_renamed_stops_the_build_until_formerly_says_so() {
    let site = issued("renamed");
    let code = site.code("relics/den-ha");
    site.rename("content/relics/den-ha", "content/relics/den-ha-cu");
    site.edit(
        "content/trails/duong-nui/entry.yaml",
        "relics/den-ha",
        "relics/den-ha-cu",
    );
    let retire = format!("vanbia codes retire {code}");
    refused(
        &site,
        &[
            "VB0612",
            &code,
            "relics/den-ha-cu",
            "formerly: [relics/den-ha]",
            &retire,
        ],
    );

    let entry = site.read("content/relics/den-ha-cu/entry.yaml");
    site.write(
        "content/relics/den-ha-cu/entry.yaml",
        &format!("{entry}formerly: [relics/den-ha]\n"),
    );
    let files = site.built(&[]);
    assert_eq!(
        site.code("relics/den-ha-cu"),
        code,
        "the printed code moves with the entry"
    );
    assert_eq!(
        leads_to(&site, &code),
        ["../vi/di-tich/den-ha-cu/", "../en/relics/den-ha-cu/"]
    );
    for (old, new) in [
        ("vi/di-tich", "../../../vi/di-tich/den-ha-cu/"),
        ("en/relics", "../../../en/relics/den-ha-cu/"),
    ] {
        let page = Page::parse(&files[&format!("{old}/den-ha/index.html")]);
        assert_eq!(
            page.all("a").next().unwrap().get("href"),
            new,
            "the old address leads on"
        );
    }
}

#[test]
fn a_draft_cannot_take_an_issued_code_away() {
    let site = issued("draft");
    let entry = site.read("content/relics/den-ho/entry.yaml");
    site.write("content/relics/den-ho/entry.yaml", &format!("{entry}status: draft\n"));
    // The trail leads to it, too; what matters here is the code.
    refused(&site, &[&site.code("relics/den-ho"), "status: withdrawn"]);

    site.edit("content/relics/den-ho/entry.yaml", "status: draft", "status: withdrawn");
    site.built(&[]);
    assert_eq!(
        leads_to(&site, &site.code("relics/den-ho")).len(),
        2,
        "the page of the code stays"
    );
}

#[test]
fn another_base_url_would_break_issued_codes_and_stops_the_build() {
    let site = issued("moved");
    site.edit("content/site.yaml", "https://di-san-thu.vn/", "https://ten-moi.vn/");
    refused(
        &site,
        &["VB0613", "https://DI-SAN-THU.VN/", "https://TEN-MOI.VN/", "base_url"],
    );
}

#[test]
fn another_address_in_the_command_is_mended_in_the_command() {
    let site = issued("option");
    let moved = ["build", "--base-url", "https://ten-moi.vn/", "--lang", "en"];
    let run = site.vanbia(&moved).ends(1);
    let run = run.says(&[
        "VB0675",
        "https://TEN-MOI.VN/",
        "leave out --base-url https://ten-moi.vn/",
        "https://di-san-thu.vn/",
    ]);
    assert!(
        !run.err.contains("VB0613") && !run.err.contains("former_base_urls"),
        "{}",
        run.err
    );
    // The remedy, word for word.
    site.built(&[]);
    // Where the settings changed as well, each place is told by itself.
    site.edit("content/site.yaml", "https://di-san-thu.vn/", "https://khac.vn/");
    site.vanbia(&moved)
        .ends(1)
        .says(&["VB0613", "VB0675", "former_base_urls"]);
}

#[test]
fn a_site_that_moved_keeps_its_printed_codes_as_they_are() {
    let site = issued("moved-well");
    let code = site.code("relics/den-ha");
    let printed = site.output()[&format!("{code}/qr.svg")].clone();
    let line = "former_base_urls: [\"https://di-san-thu.vn/\"]";
    site.edit("content/site.yaml", "https://di-san-thu.vn/", "https://ten-moi.vn/");
    refused(&site, &[line]);
    let settings = site.read("content/site.yaml");
    site.write("content/site.yaml", &format!("{settings}{line}\n"));
    let entry = site
        .read("content/relics/den-ha/entry.yaml")
        .replace("title:", "formerly: []\ntitle:");
    site.write(
        "content/relics/den-moi/entry.yaml",
        &entry.replace("formerly: []\n", ""),
    );
    let files = site.built(&[]);
    assert_eq!(files[&format!("{code}/qr.svg")], printed, "the picture on the plate");
    let ledger = site.read("content/codes.lock");
    let row = |key: &str| ledger.lines().find(|row| row.contains(&format!("\t{key}\t"))).unwrap();
    assert!(row("relics/den-ha").contains("https://DI-SAN-THU.VN/"), "{ledger}");
    assert!(row("relics/den-moi").contains("https://TEN-MOI.VN/"), "{ledger}");
    let page = String::from_utf8_lossy(&files["vi/di-tich/den-ha/index.html"]).into_owned();
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://ten-moi.vn/"),
        "{page}"
    );
    assert!(
        page.contains("di-san-thu.vn/"),
        "the address under the code is the printed one"
    );
    // An address that is none is told at its place.
    site.write(
        "content/site.yaml",
        &format!("{settings}former_base_urls: [di-san-thu.vn]\n"),
    );
    refused(&site, &["VB0803", "https://di-san-thu.vn/"]);
}

#[test]
fn base_url_of_the_command_line_cannot_change_issued_codes() {
    let site = issued("moved-once");
    let before = site.output();
    let run = site.vanbia(&["build", "--lang", "en", "--base-url", "https://ten-moi.vn/"]);
    run.ends(1).says(&["VB06"]);
    assert_eq!(difference(&before, &site.output()), "");
}

#[test]
fn a_reserved_code_follows_its_address_and_goes_with_its_entry() {
    let site = Site::tiny("reserved");
    site.built(&[]);
    let code = site.code("products/banh-da");
    site.edit("content/site.yaml", "https://di-san-thu.vn/", "https://ten-moi.vn/");
    site.built(&[]);
    assert!(site.read("content/codes.lock").contains("https://TEN-MOI.VN/"));
    site.remove("content/products/banh-da");
    let files = site.built(&[]);
    assert!(!site.read("content/codes.lock").contains(&code));
    assert!(!files.contains_key(&format!("{code}/index.html")));
}

#[test]
fn a_retired_code_says_so_points_on_and_can_be_restored() {
    let site = issued("retired");
    let code = site.code("products/banh-da");
    site.remove("content/products/banh-da");
    site.vanbia(&["codes", "retire", &code, "--successor", "relics/den-ha", "--lang", "en"])
        .ends(0)
        .says(&[&code, "products/banh-da", "led on to «relics/den-ha»", "codes restore"]);
    let files = site.built(&[]);
    assert_eq!(
        leads_to(&site, &code),
        ["../vi/di-tich/den-ha/", "../en/relics/den-ha/"]
    );
    let page = Page::parse(&files[&format!("{code}/index.html")]);
    assert!(
        page.elements[0].attributes.contains_key("data-stay"),
        "a retired code does not lead on by itself"
    );
    assert!(files.contains_key(&format!("{code}/qr.svg")));
    // What is named below it is not what the sign says, so that comes first.
    let html = String::from_utf8_lossy(&files[&format!("{code}/index.html")]).into_owned();
    let place = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words}: {html}"));
    assert!(place("Mã này không còn dùng nữa. Trang thay cho nó:") < place("<h1>Đền Hạ</h1>"));
    assert!(place("<h1>Đền Hạ</h1>") < place("no longer in use. Now in its place:"));

    site.vanbia(&["codes", "restore", &code, "--lang", "en"]).ends(0);
    refused(&site, &[&code, "products/banh-da"]);
}

#[test]
fn a_retired_code_without_a_successor_leads_home() {
    let site = issued("retired-alone");
    let code = site.code("products/banh-da");
    site.remove("content/products/banh-da");
    site.vanbia(&["codes", "retire", &code, "--lang", "en"]).ends(0);
    let files = site.built(&[]);
    assert_eq!(leads_to(&site, &code), ["../vi/", "../en/"]);
    let html = String::from_utf8_lossy(&files[&format!("{code}/index.html")]).into_owned();
    assert!(
        html.contains("<h1>Bánh đa</h1>\n<p>Mã này không còn dùng nữa.</p>"),
        "{html}"
    );
    assert!(html.contains(">Trang chủ</a>") && html.contains(">Home</a>"), "{html}");
}

#[test]
fn a_part_that_became_an_entry_of_its_own_takes_its_visitors_along() {
    let site = issued("part-alone");
    let part = "  - { id: gieng, title: { vi: Giếng cổ làng Hạ, en: Old well } }\n";
    let entry = site.read("content/relics/den-ha/entry.yaml");
    site.write(
        "content/relics/den-ha/entry.yaml",
        &format!("{entry}components:\n{part}"),
    );
    site.built(&[]);
    site.vanbia(&["codes", "issue", "relics/den-ha#gieng"]).ends(0);
    let code = site.code("relics/den-ha#gieng");
    site.write("content/relics/den-ha/entry.yaml", &entry);
    let own =
        super::site::named("Giếng cổ làng Hạ", Some("Old well")) + &super::site::place(1) + "types: [historical]\n";
    site.write("content/relics/gieng-co/entry.yaml", &own);
    // The code is printed, so nothing is built, and the new entry has no code of its own yet.
    let retire = format!("vanbia codes retire {code} --successor relics/gieng-co");
    refused(&site, &["VB0647", &retire]);
    // Whoever tries the way for whole entries is shown the same way out.
    site.write(
        "content/relics/gieng-co/entry.yaml",
        &format!("{own}formerly: [\"relics/den-ha#gieng\"]\n"),
    );
    refused(&site, &["VB0648", &retire]);
    site.write("content/relics/gieng-co/entry.yaml", &format!("{own}status: draft\n"));
    let args: Vec<&str> = retire.split(' ').skip(1).chain(["--lang", "en"]).collect();
    site.vanbia(&args).ends(2).says(&["VB0644"]);
    site.write("content/relics/gieng-co/entry.yaml", &own);
    // The remedy, word for word.
    site.vanbia(&args).ends(0).says(&["led on to «relics/gieng-co»"]);
    site.built(&[]);
    assert_eq!(
        leads_to(&site, &code),
        ["../vi/di-tich/gieng-co/", "../en/relics/gieng-co/"]
    );
}

#[test]
fn locked_refuses_a_new_code_and_a_dropped_one_but_lets_an_equal_ledger_pass() {
    let site = Site::tiny("locked");
    let run = site.vanbia(&["build", "--locked", "--lang", "en"]);
    run.ends(1).says(&["codes.lock"]);
    assert!(!site.root.join("content/codes.lock").exists());
    assert!(site.output().is_empty(), "{:?}", site.output().keys());

    site.built(&[]);
    site.built(&["--locked"]);
    site.remove("content/products/banh-da");
    let before = (site.output(), site.read("content/codes.lock"));
    site.vanbia(&["build", "--locked"]).ends(1);
    assert_eq!(difference(&before.0, &site.output()), "");
    assert_eq!(before.1, site.read("content/codes.lock"));
}

#[test]
fn a_lost_ledger_stops_the_build_and_comes_back_from_the_site() {
    let site = issued("recover");
    let ledger = site.read("content/codes.lock");
    let files = site.output();
    site.remove("content/codes.lock");
    site.vanbia(&["build", "--lang", "en"])
        .ends(1)
        .says(&["VB0618", "vanbia codes recover"]);
    assert_eq!(difference(&files, &site.output()), "");
    assert!(!site.root.join("content/codes.lock").exists());

    let output = site.root.join("output").to_str().unwrap().to_string();
    site.vanbia(&["codes", "recover", &output, "--lang", "en"]).ends(0);
    assert_eq!(site.read("content/codes.lock"), ledger);
    assert_eq!(difference(&files, &site.built(&[])), "");
}

#[test]
fn verify_misses_a_page_of_an_issued_code() {
    let site = issued("verify");
    let output = site.root.join("output").to_str().unwrap().to_string();
    site.vanbia(&["codes", "verify", &output]).ends(0);
    let code = site.code("relics/den-ha");
    site.remove(&format!("output/{code}/index.html"));
    site.vanbia(&["codes", "verify", &output, "--lang", "en"])
        .ends(1)
        .says(&[&code, "relics/den-ha"]);
}

#[test]
fn release_issues_every_code() {
    let site = Site::tiny("release");
    let run = site.vanbia(&["build", "--release", "--lang", "en"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let ledger = site.read("content/codes.lock");
    assert_eq!(ledger.matches("\tissued\t").count(), 5, "{ledger}");
}

#[test]
fn a_release_says_who_answers_for_it() {
    let site = Site::tiny("release-nobody");
    let text = site.read("content/site.yaml");
    let owner = text.find("owner:").unwrap()..text.find("licence:").unwrap();
    let without = [&text[..owner.start], &text[owner.end..]].concat();
    site.write("content/site.yaml", &without);
    let run = site.vanbia(&["build", "--lang", "en"]).ends(0);
    assert!(!run.err.contains("VB0829"), "{}", run.err);
    let ledger = site.read("content/codes.lock");
    let run = site.vanbia(&["build", "--release", "--lang", "en"]).ends(1);
    let run = run.says(&["error VB0829", "content/site.yaml"]);
    assert_eq!(site.read("content/codes.lock"), ledger, "nothing is issued");
    // The remedy, word for word.
    let (_, block) = run.err.split_once("organisation: ").unwrap();
    site.write(
        "content/site.yaml",
        &format!("{without}{}\n", block.lines().next().unwrap()),
    );
    site.vanbia(&["build", "--release", "--lang", "en"]).ends(0);
    // A block without a name is told once, as before.
    site.write("content/site.yaml", &format!("{without}owner: {{ email: a@b.vn }}\n"));
    let run = site.vanbia(&["build", "--release", "--lang", "en"]).ends(1);
    assert!(run.err.contains("VB0828") && !run.err.contains("VB0829"), "{}", run.err);
}

#[test]
fn who_retires_the_code_of_a_living_page_is_told_what_follows() {
    let site = issued("retired-alive");
    let code = site.code("relics/den-ha");
    let run = site.vanbia(&["codes", "retire", &code, "--lang", "en"]).ends(0);
    run.says(&[&code, "«relics/den-ha» is still there", "codes restore"]);
}

#[test]
fn an_address_that_cannot_be_used_is_not_said_to_break_codes_with_another() {
    let site = issued("no-slash");
    site.edit("content/site.yaml", "https://di-san-thu.vn/", "https://di-san-thu.vn");
    let run = site.vanbia(&["build", "--lang", "en"]).ends(1);
    let run = run.says(&["VB0803", "https://di-san-thu.vn/"]);
    assert!(!run.err.contains("VB0613"), "{}", run.err);
}
