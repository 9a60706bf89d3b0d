//! Odd strings in every text of every kind: they stay text, and they stay as they were written.
//!
//! Entry point: [`naughty_strings_stay_text_and_stay_themselves`]. Invariant (promise 5): no content runs code in a
//! visitor's browser. The strings are those of the npm package `big-list-of-naughty-strings`; `tests/run` installs it.
#![allow(clippy::disallowed_methods, reason = "tests read the list of strings")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

#[path = "naughty/compared.rs"]
mod compared;
#[path = "naughty/filled.rs"]
mod filled;
mod support;

use compared::{compare, feeds, landings, told};
use filled::{kinds, write};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use support::Site;
use support::shape::shape;

const LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/specs/node_modules/big-list-of-naughty-strings/blns.json"
);
const PNG: &[u8] = include_bytes!("support/files/cong.png");
/// Between the strings of one value: a sign that none of them has.
const SEAM: &str = " ⁜ ";

/// Content that attacks templates, pages and attributes beyond what the list has.
const OWN: &[&str] = &[
    "{{ get_env(name=\"HOME\") }}",
    "{% include \"/etc/passwd\" %}",
    "{{ 7 * 191 }}",
    "{# a comment #}",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><x/>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "\u{202e}gnp.exe",
    "a\u{2028}b\u{2029}c",
    "&lt;b&gt; &amp;amp; &#60;",
    "a\u{fdd0}b\u{fdd1}c\u{ffff}d\u{1}e\u{81}f\u{9f}g\u{7f}h",
    "${HOME} $(HOME) `HOME` %HOME%",
];

/// The strings of this file and of the list.
fn strings() -> Vec<String> {
    assert!(
        Path::new(LIST).exists(),
        "big-list-of-naughty-strings is missing: run tests/run, it installs it"
    );
    let list: Vec<String> = serde_json::from_str(&std::fs::read_to_string(LIST).unwrap()).unwrap();
    assert!(list.len() >= 450, "only {} strings were read", list.len());
    OWN.iter().map(|s| (*s).to_string()).chain(list).collect()
}

/// Several strings in one value.
fn bundles(strings: &[String], length: usize) -> Vec<String> {
    let mut bundles = Vec::new();
    let mut bundle = String::new();
    for string in strings {
        if !bundle.is_empty() && bundle.chars().count() + SEAM.chars().count() + string.chars().count() > length {
            bundles.push(std::mem::take(&mut bundle));
        }
        if !bundle.is_empty() {
            bundle.push_str(SEAM);
        }
        bundle.push_str(string.trim());
    }
    bundles.push(bundle);
    bundles
}

#[test]
fn naughty_strings_stay_text_and_stay_themselves() {
    let kinds = kinds();
    let strings = strings();
    let texts = bundles(&strings, 400);
    let short: Vec<String> = strings.iter().filter(|s| s.chars().count() <= 160).cloned().collect();
    let summaries = bundles(&short, 160);
    // The field is the same in every kind.
    assert!(
        texts.len() * kinds.all().len() >= summaries.len(),
        "each summary has an entry"
    );
    let site = Site::empty("naughty");
    let entries = write(&site, &kinds, &texts, &summaries);
    let built = site.build_well();

    let plain = Site::empty("naughty-plain");
    let harmless: Vec<String> = (0..8).map(|i| format!("Chữ thường số {i}")).collect();
    write(&plain, &kinds, &harmless, &harmless);
    let (elements, scripts) = shape(&built);
    let (usual, known) = shape(&plain.build_well());
    let extra: Vec<_> = elements.difference(&usual).collect();
    assert!(extra.is_empty(), "content made elements or attributes: {extra:?}");
    assert_eq!(scripts, known, "content made a script");

    let mut report = Vec::new();
    for entry in &entries {
        for lang in 0..2 {
            compare(&built, entry, lang, &mut report);
        }
    }
    feeds(&built, &texts, &mut report);
    landings(&built, &texts, &mut report);
    assert!(report.is_empty(), "{}", told(&report));
}

#[test]
fn naughty_strings_are_drawn_into_pictures_of_shared_links() {
    let site = Site::empty("naughty-shared");
    let settings = "title: { vi: Thử, en: Test }\nbase_url: https://disan.vn/\n";
    site.write("content/site.yaml", settings);
    // A drawing takes long without optimization, and titles are cut to what fits: short ones, and every twelfth.
    let texts = bundles(&strings(), 60);
    let texts: Vec<String> = texts.into_iter().step_by(12).collect();
    for (number, text) in texts.iter().enumerate() {
        let folder = format!("content/articles/so-{number}");
        let photo = json!({ "file": "photos/cong.png", "alt": { "vi": "Cổng", "en": "Gate" } });
        let title = json!({ "vi": text, "en": text });
        let summary = json!({ "vi": "Một câu.", "en": "One line." });
        site.write(
            &format!("{folder}/entry.yaml"),
            format!("title: {title}\nsummary: {summary}\ntopic: guide\nphotos: [{photo}]\n"),
        );
        site.write(&format!("{folder}/photos/cong.png"), PNG);
        site.write(&format!("{folder}/vi.md"), "Bài.\n");
        site.write(&format!("{folder}/en.md"), "Text.\n");
    }
    let built = site.build_well();
    let cards = built.files.keys().filter(|path| path.starts_with("media/so-")).count();
    assert!(cards >= 2 * texts.len(), "{cards} pictures for {} entries", texts.len());
}

#[test]
fn bundles_hold_every_string() {
    let strings: Vec<String> = (0..100).map(|i| format!("chuỗi {i}")).collect();
    let all: Vec<String> = bundles(&strings, 40)
        .iter()
        .flat_map(|b| b.split(SEAM).map(str::to_string).collect::<Vec<_>>())
        .collect();
    assert_eq!(all, strings);
    let per: BTreeMap<usize, usize> = bundles(&strings, 40).iter().map(|b| (b.chars().count(), 1)).collect();
    assert!(per.keys().all(|length| *length <= 40));
}
