//! Promise 7, second part: what is not translated is shown in the other language and marked as such.
//!
//! Entry point: the tests. Invariant: English texts of these sites are plain ASCII, so that a Vietnamese letter without
//! a mark of its language gives a forgotten mark away.

use super::page::Page;
use super::site::{Files, Site, built_hundred};

/// Every seen text with Vietnamese letters on an English page must lie in an element marked `lang="vi"`.
pub(crate) fn unmarked(files: &Files) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files
        .iter()
        .filter(|(p, _)| p.starts_with("en/") && p.ends_with(".html"))
    {
        for piece in Page::parse(bytes).pieces {
            // The notice names the language as it calls itself.
            let text = piece.text.replace("Tiếng Việt", "");
            // A letter by itself, as an index has, is of no language.
            let is_vietnamese =
                text.trim().chars().count() > 1 && text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            if is_vietnamese && piece.lang != "vi" {
                found.push(format!("{path}: «{}» is marked «{}»", text.trim(), piece.lang));
            }
        }
    }
    found
}

#[test]
fn vietnamese_on_english_pages_is_marked_as_such() {
    let unmarked = unmarked(&built_hundred().1);
    let shown: Vec<&String> = unmarked.iter().take(20).collect();
    assert!(unmarked.is_empty(), "{}: {shown:#?}", unmarked.len());
}

#[test]
fn a_page_without_translation_says_so_and_points_to_the_original() {
    assert_eq!(misleading(&half_translated()), [""; 0]);
}

/// A site with a page that is translated (`den-ha`) and one that is not (`den-ho`).
pub(crate) fn half_translated() -> Files {
    let site = Site::tiny("fallback");
    for slug in ["den-ha", "den-ho"] {
        let entry = site.read(&format!("content/relics/{slug}/entry.yaml"));
        // A feed lists what carries a day.
        site.write(
            &format!("content/relics/{slug}/entry.yaml"),
            &format!("{entry}updated: 2026-11-01\n"),
        );
    }
    site.built(&[])
}

/// What is wrong about a page that is not translated (`den-ho`), beside one that is (`den-ha`).
pub(crate) fn misleading(files: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            wrong.push(what.to_string());
        }
    };
    let page = Page::parse(&files["en/relics/den-ho/index.html"]);
    must(page.elements[0].get("lang") == "en", "the page itself is English");
    let marked = |name: &str| {
        page.all(name)
            .any(|e| e.get("lang") == "vi" && e.text.contains("Đền Hổ"))
    };
    must(marked("h1"), "the title is marked");
    must(marked("div"), "the text is marked");
    must(
        page.words().contains("has not been translated yet"),
        "the reader is told",
    );
    let link = |rel: &str| page.all("link").find(|l| l.rel(rel)).map(|l| l.get("href").to_string());
    let original = Some("https://di-san-thu.vn/vi/di-tich/den-ho/");
    must(link("canonical").as_deref() == original, "the original is canonical");
    let english = "https://di-san-thu.vn/en/relics/den-ho/";
    let vietnamese = Page::parse(&files["vi/di-tich/den-ho/index.html"]);
    let announced = vietnamese.all("link").any(|l| l.get("href") == english);
    must(!announced, "no hreflang to a page that is not translated");
    for feed in ["sitemap.xml", "en/feed.xml"] {
        let text = String::from_utf8_lossy(&files[feed]).to_string();
        must(
            !text.contains(english),
            &format!("{feed} is silent of a page that is not translated"),
        );
        let translated = "https://di-san-thu.vn/en/relics/den-ha/";
        must(text.contains(translated), &format!("{feed} lists a translated page"));
    }
    let translated = Page::parse(&files["en/relics/den-ha/index.html"]).words();
    must(
        !translated.contains("has not been translated"),
        "a translated page has no notice",
    );
    wrong
}

#[test]
fn an_entry_in_english_only_is_shown_on_vietnamese_pages_too() {
    let site = Site::tiny("english-only");
    site.remove("content/relics/den-ho/vi.md");
    site.write("content/relics/den-ho/en.md", "Only in English.\n");
    let head = "title: { en: Tiger Temple }\nsummary: { en: About the tiger }\n";
    let entry = site.read("content/relics/den-ho/entry.yaml");
    let rest: String = entry.lines().skip(2).map(|l| format!("{l}\n")).collect();
    site.write("content/relics/den-ho/entry.yaml", &format!("{head}{rest}"));
    let files = site.built(&[]);
    let page = Page::parse(&files["vi/di-tich/den-ho/index.html"]);
    assert!(
        page.pieces
            .iter()
            .any(|p| p.lang == "en" && p.text.contains("Only in English."))
    );
    assert!(
        page.pieces
            .iter()
            .any(|p| p.lang == "en" && p.text.contains("Tiger Temple"))
    );
}

#[test]
fn missing_translations_are_counted() {
    let site = Site::tiny("counted");
    let run = site.vanbia(&["build", "--lang", "en"]);
    run.ends(0).says(&["translations missing: en 3"]);
    site.relic("den-ho", "Đền Hổ", Some("Tiger Temple"), 2);
    let run = site.vanbia(&["build", "--lang", "en"]).ends(0);
    assert!(!run.err.contains("en 3"), "{}", run.err);
}

#[test]
fn a_stale_translation_is_told_until_somebody_says_that_it_was_reviewed() {
    let site = Site::tiny("stale");
    site.relic("den-ba", "Đền Ba", Some("Third Temple"), 3);
    site.built(&[]);
    for slug in ["den-ha", "den-ba"] {
        let path = format!("content/relics/{slug}/vi.md");
        site.write(&path, &format!("{}Thêm một câu.\n", site.read(&path)));
    }
    let check = |args: &[&str]| {
        let args = [&["check", "--lang", "en"], args].concat();
        site.vanbia(&args).ends(0).err
    };
    let of = |said: &str, slug: &str| said.contains(&format!("vanbia check --translated relics/{slug}"));
    // Neither another check nor a build makes it good.
    for _ in 0..2 {
        let said = check(&[]);
        assert!(
            said.contains("VB0510") && of(&said, "den-ha") && of(&said, "den-ba"),
            "{said}"
        );
        site.built(&[]);
    }
    // A misspelt key is told with the nearest one, and nothing is recorded.
    let lock = site.read("content/translations.lock");
    let wrong = site
        .vanbia(&["check", "--lang", "en", "--translated", "relics/den-hạ"])
        .ends(2);
    assert!(wrong.err.contains("«relics/den-ha»"), "{}", wrong.err);
    assert_eq!(lock, site.read("content/translations.lock"));
    let said = check(&["--translated", "relics/den-ha"]);
    assert!(!of(&said, "den-ha") && of(&said, "den-ba"), "{said}");
    assert_ne!(lock, site.read("content/translations.lock"));
    let said = check(&[]);
    assert!(!of(&said, "den-ha") && of(&said, "den-ba"), "{said}");
    // The English text is reviewed once for each change of the Vietnamese one.
    let text = site.read("content/relics/den-ha/vi.md");
    site.write("content/relics/den-ha/vi.md", &format!("{text}Câu nữa.\n"));
    assert!(of(&check(&[]), "den-ha"));
}
