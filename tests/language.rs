//! Languages are data: a third one, a single one, another source language, without a line of Rust.
//!
//! Entry point: the tests. Invariant: every page exists in every language of the site; what is shown in another
//! language says so, and only what is really written is announced to search engines.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use support::page::Page;
use support::{Site, numbers, relic};

const THREE: &str = "title: { vi: Di sản thử, en: Heritage on trial, ko: 유산 }
base_url: https://disan.vn/
languages:
  - { code: vi, name: Tiếng Việt, locale: vi_VN }
  - { code: en, name: English, locale: en_GB }
  - { code: ko, name: 한국어, locale: ko_KR }
";

/// A few strings only; the rest comes from another language.
const KOREAN: &str = "nav: { home: 홈 }\n";

fn three(name: &str) -> Site {
    let inscribed = "title: { vi: Chùa Bổ Đà, en: Bo Da Pagoda, ko: 보다 사원 }
summary: { vi: Ngôi chùa cổ, en: An old pagoda, ko: 오래된 사원 }
types: [historical]
place: { ward: \"07798\", address: { vi: Làng A, en: A village } }
updated: 2026-11-01
";
    Site::empty(name)
        .with("content/site.yaml", THREE)
        .with("content/theme/strings/ko.yaml", KOREAN)
        .with("content/relics/chua-bo-da/entry.yaml", inscribed)
        .with("content/relics/chua-bo-da/vi.md", "Chùa nằm trên núi.\n")
        .with("content/relics/chua-bo-da/en.md", "The pagoda stands on a hill.\n")
        .with("content/relics/chua-bo-da/ko.md", "사원은 산 위에 있다.\n")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with("content/relics/den-ha/vi.md", "Ngôi đền ở cuối làng.\n")
}

#[test]
fn a_third_language_has_every_page() {
    let site = three("third");
    let built = site.build_well();
    let english: Vec<String> = built
        .files
        .keys()
        .filter(|p| p.starts_with("en/") && p.ends_with(".html"))
        .cloned()
        .collect();
    let korean = built
        .files
        .keys()
        .filter(|p| p.starts_with("ko/") && p.ends_with(".html"))
        .count();
    assert_eq!(korean, english.len(), "{:?}", built.files.keys());
    assert!(built.has("ko/feed.xml"));
    let home = Page::parse(built.text("ko/index.html"));
    assert_eq!(home.first("html").get("lang"), "ko");
    assert!(
        built.text("ko/index.html").contains("홈"),
        "the strings of the new language are used"
    );
    let chooser = Page::parse(built.text("index.html"));
    let offered: Vec<_> = chooser.all("a").map(|a| a.get("hreflang").to_string()).collect();
    assert_eq!(offered, ["vi", "en", "ko"]);
}

#[test]
fn what_is_written_in_the_third_language_is_announced_and_what_is_not_says_so() {
    let built = three("announced").build_well();
    let folder = ko_folder(&built.files.keys().map(String::as_str).collect::<Vec<_>>());
    let written = Page::parse(built.text(&format!("ko/{folder}/chua-bo-da/index.html")));
    assert_eq!(written.first("h1").text, "보다 사원");
    let announced: Vec<_> = written
        .links("alternate")
        .iter()
        .filter_map(|e| Some(e.get("hreflang")).filter(|l| !l.is_empty()))
        .collect();
    assert_eq!(announced, ["vi", "en", "ko", "x-default"]);

    let shown = Page::parse(built.text(&format!("ko/{folder}/den-ha/index.html")));
    assert_eq!(
        shown.first("h1").text,
        "Đền Hạ EN",
        "English comes first where Korean is missing"
    );
    assert_eq!(shown.first("h1").get("lang"), "en");
    let prose = shown.all("div").find(|d| d.is("class", "prose")).unwrap();
    assert_eq!((prose.get("lang"), prose.text.trim()), ("vi", "Ngôi đền ở cuối làng."));
    assert!(
        shown.all("p").any(|p| p.is("class", "notice")),
        "a notice says that this is a fallback"
    );
    assert!(shown.links("alternate").iter().all(|e| e.get("hreflang") != "ko"));
    let canonical = shown.links("canonical")[0].get("href").to_string();
    assert_eq!(
        canonical, "https://disan.vn/vi/di-tich/den-ha/",
        "canonical to the source language"
    );
    for path in ["sitemap.xml", "ko/feed.xml"] {
        let text = built.text(path);
        roxmltree::Document::parse(text).unwrap();
        assert!(!text.contains(&format!("/ko/{folder}/den-ha/")), "{path}");
        assert!(text.contains(&format!("/ko/{folder}/chua-bo-da/")), "{path}");
    }
    // The page that is translated in part: the address is not.
    let address = written.all("span").find(|s| s.text == "A village").unwrap();
    assert_eq!(address.get("lang"), "en");
}

/// The folder of relics in Korean: no kind says one, so it is taken from another language.
fn ko_folder(paths: &[&str]) -> String {
    let path = paths
        .iter()
        .find(|p| p.starts_with("ko/") && p.ends_with("chua-bo-da/index.html"))
        .unwrap();
    path.split('/').nth(1).unwrap().to_string()
}

#[test]
fn missing_labels_are_told_once_for_each_kind_and_once_for_the_strings() {
    let found = three("labels").check();
    let mut kinds: Vec<_> = found.iter().filter(|d| d.code.number == 816).collect();
    kinds.retain(|d| d.args.iter().any(|(name, value)| *name == "lang" && value == "ko"));
    let mut keys: Vec<_> = kinds
        .iter()
        .map(|d| &d.args.iter().find(|(n, _)| *n == "key").unwrap().1)
        .collect();
    let told = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), told, "one warning a kind");
    assert!(keys.len() >= 10, "{keys:?}");
    assert_eq!(
        numbers(&found).iter().filter(|n| **n == 835).count(),
        1,
        "one warning for the strings of the theme"
    );
    assert_eq!(
        numbers(&found).iter().filter(|n| **n == 370).count(),
        1,
        "one warning for the words of the fields"
    );
    let others: Vec<_> = numbers(&found)
        .into_iter()
        .filter(|n| ![816, 835, 370].contains(n))
        .collect();
    assert!(
        others.is_empty(),
        "{}",
        support::shown(&found, vanbia::diag::Speech::En)
    );
}

#[test]
fn a_kind_that_has_all_labels_is_not_told() {
    let site = three("whole-kind");
    let before = numbers(&site.check()).iter().filter(|n| **n == 816).count();
    // Every label of the smallest kind, by the way in which a site says it: its own kind file over the built-in one.
    let kind = "label: { vi: Trang, en: Page, ko: 페이지 }\nplural: { vi: Trang, en: Pages, ko: 페이지 }\nurl: { ko: pages }\nabout: { vi: Trang riêng, en: A page of the site, ko: 페이지 }\nfields:\n  - { name: url, label: { vi: Địa chỉ trang, en: Page address, ko: 주소 } }\n";
    site.write("content/kinds/page.yaml", kind);
    let after = site.check();
    let count = |found: &vanbia::diag::Diagnostics| found.iter().filter(|d| d.code.number == 816).count();
    assert!(
        count(&after) <= before,
        "{}",
        support::shown(&after, vanbia::diag::Speech::En)
    );
    let built = site.build_well();
    assert!(built.text("ko/index.html").contains("유산"));
}

#[test]
fn a_site_with_one_language_is_whole() {
    let settings = "title: Di sản thử\nbase_url: https://disan.vn/\nlanguages: [ { code: vi, name: Tiếng Việt, locale: vi_VN } ]\n";
    let entry = "title: Đền Hạ\nsummary: Ngôi đền ở cuối làng\ntypes: [historical]\nplace: { ward: \"07798\", address: Làng A }\nupdated: 2026-11-01\n";
    let site = Site::empty("single")
        .with("content/site.yaml", settings)
        .with("content/relics/den-ha/entry.yaml", entry)
        .with("content/relics/den-ha/vi.md", "Ngôi đền ở cuối làng.\n");
    let built = site.build_well();
    assert!(
        built.found.is_empty(),
        "{}",
        support::shown(&built.found, vanbia::diag::Speech::En)
    );
    assert!(!built.files.keys().any(|p| p.starts_with("en/")));
    let page = Page::parse(built.text("vi/di-tich/den-ha/index.html"));
    assert_eq!(page.first("h1").text, "Đền Hạ");
    assert!(
        page.all("a").all(|a| a.get("data-choose").is_empty()),
        "there is no other language to choose"
    );
    assert!(page.meta("robots").is_none());
    for (path, bytes) in built.files.iter().filter(|(p, _)| p.ends_with(".html")) {
        let (_, problems) = Page::try_parse(std::str::from_utf8(bytes).unwrap());
        assert!(problems.is_empty(), "{path}: {problems:?}");
    }
}

#[test]
fn english_may_be_the_source_language() {
    let settings = "title: { en: Heritage on trial, vi: Di sản thử }\nbase_url: https://disan.vn/\nlanguages:\n  - { code: en, name: English, locale: en_GB }\n  - { code: vi, name: Tiếng Việt, locale: vi_VN }\n";
    let entry = "title: { en: Ha Temple }\nsummary: { en: A temple at the end of the village }\ntypes: [historical]\nplace: { ward: \"07798\", address: { en: A village } }\nupdated: 2026-11-01\n";
    let site = Site::empty("english-first")
        .with("content/site.yaml", settings)
        .with("content/relics/den-ha/entry.yaml", entry)
        .with(
            "content/relics/den-ha/en.md",
            "The temple stands at the end of the village.\n",
        );
    let built = site.build_well();
    let english = Page::parse(built.text("en/relics/den-ha/index.html"));
    assert!(english.first("h1").get("lang").is_empty());
    let default = english
        .links("alternate")
        .into_iter()
        .find(|e| e.is("hreflang", "x-default"))
        .unwrap();
    assert_eq!(default.get("href"), "https://disan.vn/en/relics/den-ha/");
    let vietnamese = Page::parse(built.text("vi/di-tich/den-ha/index.html"));
    assert_eq!(
        (vietnamese.first("h1").text.as_str(), vietnamese.first("h1").get("lang")),
        ("Ha Temple", "en")
    );
    assert_eq!(
        vietnamese.links("canonical")[0].get("href"),
        "https://disan.vn/en/relics/den-ha/"
    );
    let chooser = Page::parse(built.text("index.html"));
    assert_eq!(chooser.first("a").get("hreflang"), "en");
}

#[test]
fn a_third_language_and_a_theme_begin_from_the_built_in_files_without_a_complaint() {
    let originals = vanbia::engine::looks::originals(true);
    let of = |name: &str| originals.iter().find(|(path, _)| path == name).unwrap().1.clone();
    let site = Site::empty("begun")
        .with("content/site.yaml", THREE)
        .with("content/theme/strings/ko.yaml", of("strings/en.yaml"));
    // Words are in the file as well; labels of kinds are written elsewhere.
    let told: Vec<u16> = site
        .check()
        .iter()
        .map(|d| d.code.number)
        .filter(|number| *number != 816)
        .collect();
    assert_eq!(told, [0_u16; 0]);
    let whole = Site::empty("whole").with("content/site.yaml", format!("{}theme: sen\n", support::SITE));
    for (path, bytes) in vanbia::engine::looks::originals(false) {
        whole.write(&format!("themes/sen/{path}"), bytes);
    }
    let told: Vec<u16> = whole.check().iter().map(|d| d.code.number).collect();
    assert_eq!(told, [0_u16; 0]);
    for name in [
        "README.md",
        "fonts/OFL.txt",
        "signs/plate-a5.svg",
        "templates/base.html",
    ] {
        assert!(!of(name).is_empty());
    }
}
