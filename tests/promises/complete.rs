//! Promise 9: the page is complete without JavaScript.
//!
//! Entry point: the tests. Invariant: the sources are read by other parsers than those of the site; every paragraph and
//! every short text must be among the words that a browser without scripts shows.

use super::page::{Page, words};
use super::site::{Files, built_sample, read_all};
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use std::collections::BTreeMap;
use std::path::Path;

/// Folder of a kind in addresses, per language.
const KINDS: [(&str, &str, &str); 10] = [
    ("relics", "di-tich", "relics"),
    ("products", "san-pham", "products"),
    ("producers", "nha-san-xuat", "producers"),
    ("bookcases", "tu-sach", "bookcases"),
    ("books", "sach", "books"),
    ("streets", "duong-pho", "streets"),
    ("markets", "cho", "markets"),
    ("trails", "tuyen", "trails"),
    ("articles", "bai-viet", "articles"),
    ("links", "ma-tien-ich", "handy-codes"),
];

/// The project's content folder.
fn content() -> Files {
    read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"))
}

/// Paragraphs, headings, cells and items of a Markdown text, without marks.
fn blocks(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    let mut blocks = vec![String::new()];
    for event in Parser::new_ext(markdown, options) {
        let current = blocks.last_mut().unwrap();
        match event {
            Event::Text(text) | Event::Code(text) => current.push_str(&text),
            Event::SoftBreak | Event::HardBreak => current.push(' '),
            Event::Start(tag) if !is_inline(&tag.to_end()) => blocks.push(String::new()),
            Event::End(tag) if !is_inline(&tag) => blocks.push(String::new()),
            _ => {}
        }
    }
    // A span in another language: `[chữ]{lang=zh-Hant}`.
    let plain = blocks.iter().map(|block| without_marks(block));
    plain
        .map(|block| words(&block))
        .filter(|block| !block.is_empty())
        .collect()
}

fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

fn without_marks(block: &str) -> String {
    let mut out = String::new();
    let mut rest = block;
    while let Some(start) = rest.find("]{") {
        let end = rest[start..].find('}').map_or(rest.len(), |e| start + e + 1);
        out.push_str(&rest[..start]);
        rest = &rest[end..];
    }
    out + rest
}

/// Pages of an entry, per language.
fn pages(files: &Files, key: &str) -> Option<BTreeMap<&'static str, Page>> {
    let (folder, slug) = key.split_once('/')?;
    let (_, vi, en) = KINDS.iter().find(|(kind, ..)| *kind == folder)?;
    let of = |lang: &str, folder: &str| {
        let path = format!("{lang}/{folder}/{slug}/index.html");
        Page::parse(files.get(&path).unwrap_or_else(|| panic!("{key} has no page {path}")))
    };
    Some(BTreeMap::from([("vi", of("vi", vi)), ("en", of("en", en))]))
}

/// Paragraphs of the sources that their pages lack, and how many there are in all.
pub(crate) fn lost_paragraphs(content: &Files, files: &Files) -> (Vec<String>, usize) {
    let (mut missing, mut seen) = (Vec::new(), 0);
    for (path, bytes) in content
        .iter()
        .filter(|(p, _)| p.ends_with("/vi.md") || p.ends_with("/en.md"))
    {
        let parts: Vec<&str> = path.split('/').collect();
        let (key, lang, chapter) = match parts[..] {
            [kind, slug, file] => (format!("{kind}/{slug}"), file, None),
            [kind, slug, "chapters", chapter, file] => (format!("{kind}/{slug}"), file, Some(chapter)),
            _ => panic!("{path}"),
        };
        let lang = lang.trim_end_matches(".md");
        let page = match chapter {
            None => pages(files, &key).map(|mut pages| pages.remove(lang).unwrap()),
            Some(chapter) => {
                let slug = chapter.split_once('-').unwrap().1;
                let folder = if lang == "vi" { "vi/sach" } else { "en/books" };
                let start = format!("{folder}/{}/", parts[1]);
                let end = format!("{slug}/index.html");
                let found = files.iter().find(|(p, _)| p.starts_with(&start) && p.ends_with(&end));
                Some(Page::parse(found.unwrap_or_else(|| panic!("{path} has no page")).1))
            }
        };
        // Pages such as `about` have addresses of their own.
        let Some(page) = page else { continue };
        let shown = format!(" {} ", page.words());
        for block in blocks(std::str::from_utf8(bytes).unwrap()) {
            seen += 1;
            if !shown.contains(&format!(" {block} ")) {
                missing.push(format!("{path}: {block}"));
            }
        }
    }
    (missing, seen)
}

#[test]
fn every_paragraph_of_the_sources_is_on_its_page() {
    let (missing, seen) = lost_paragraphs(&content(), &built_sample().1);
    assert!(
        missing.is_empty(),
        "{} missing: {:#?}",
        missing.len(),
        &missing[..missing.len().min(12)]
    );
    assert!(seen > 1000, "only {seen} paragraphs");
}

/// Every `{ vi: …, en: … }` in a tree, with the name of its field.
fn localized(value: &serde_json::Value, name: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        serde_json::Value::Object(map) => {
            let is_text = !map.is_empty()
                && map.keys().all(|k| k == "vi" || k == "en")
                && map.values().all(serde_json::Value::is_string);
            for (key, inner) in map {
                if is_text {
                    found.push((name.to_string(), key.clone(), inner.as_str().unwrap().to_string()));
                } else {
                    localized(inner, key, found);
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| localized(item, name, found)),
        _ => {}
    }
}

/// Texts of the facts that their pages lack, and how many there are in all.
pub(crate) fn lost_facts(content: &Files, files: &Files) -> (Vec<String>, usize) {
    let (mut missing, mut seen) = (Vec::new(), 0);
    for (path, bytes) in content.iter().filter(|(p, _)| p.ends_with("/entry.yaml")) {
        let key = path.strip_suffix("/entry.yaml").unwrap();
        let Some(pages) = pages(files, key) else { continue };
        let tree: serde_json::Value = serde_yaml::from_str(std::str::from_utf8(bytes).unwrap()).unwrap();
        let mut texts = Vec::new();
        localized(&tree, "", &mut texts);
        for (name, lang, text) in texts {
            // The name that was on the decision is asked for when it differs from today's; photos of lists have their
            // text beside them.
            seen += 1;
            let shown = format!(" {} ", pages[lang.as_str()].words());
            let lacking = blocks(&text)
                .into_iter()
                .filter(|block| !shown.contains(&format!(" {block} ")));
            missing.extend(lacking.map(|block| format!("{path}: {name}.{lang}: {block}")));
        }
    }
    (missing, seen)
}

#[test]
fn every_text_of_the_facts_is_on_its_page() {
    let (missing, seen) = lost_facts(&content(), &built_sample().1);
    assert!(
        missing.is_empty(),
        "{} missing: {:#?}",
        missing.len(),
        &missing[..missing.len().min(40)]
    );
    assert!(seen > 500, "only {seen} texts");
}

/// What on a page does nothing, or is missing, where scripts do not run.
pub(crate) fn needs_scripts(files: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, bytes) in files.iter().filter(|(p, _)| p.ends_with(".html")) {
        let page = Page::parse(bytes);
        for element in &page.elements {
            let href = element.get("href");
            let fails = match element.name.as_str() {
                // What is complete needs no replacement.
                "noscript" => true,
                // A button that only a script can serve is not shown before the script is there.
                "button" => !element.attributes.contains_key("hidden") && element.get("type") == "button",
                "a" => href.is_empty() || href == "#" || href.starts_with("javascript:"),
                "img" => element.get("src").is_empty(),
                _ => false,
            };
            if fails {
                wrong.push(format!("{path}: <{}> {:?}", element.name, element.attributes));
            }
        }
    }
    wrong
}

#[test]
fn scripts_only_add() {
    assert_eq!(needs_scripts(&built_sample().1), [""; 0]);
}

#[test]
fn home_shows_no_entry_twice_and_pictures_first() {
    let (_, files) = built_sample();
    let home = String::from_utf8(files["vi/index.html"].clone()).unwrap();
    let (above, recent) = home.split_once("<section class=\"recent\">").unwrap();
    let (_, featured) = above.split_once("<section class=\"featured\">").unwrap();
    let links = |html: &str| {
        let cards = html.split("<h3><a href=\"").skip(1);
        cards
            .map(|card| card.split('"').next().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    let (featured, shown) = (links(featured), links(recent));
    assert!(!featured.is_empty() && shown.len() == 8, "{featured:?} {shown:?}");
    assert!(shown.iter().all(|link| !featured.contains(link)), "{shown:?}");
    // The sample's entries were all changed on one day but one, and more than eight have a picture.
    assert_eq!(recent.matches("<picture>").count(), 8, "{shown:?}");
}
