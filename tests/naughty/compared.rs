//! Pages held against what was written for them.
//!
//! Entry point: [`compare`], [`feeds`], [`landings`]. Invariant: what differs is noted with its page and place; nothing
//! stops at the first difference.

use super::filled::Filled;
use super::support::Built;
use super::support::page::Page;
use super::support::shape::is_forbidden;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Page, place and difference.
pub(crate) type Report = Vec<(String, String, String)>;

/// What a value is compared by: what the reader of files takes out is taken out, then normal form, single spaces.
fn norm(text: &str) -> String {
    let seen: String = text.chars().filter(|c| !taken_out(*c)).collect();
    let nfc = if is_nfc(&seen) { seen } else { seen.nfc().collect() };
    nfc.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What word processors hide in texts, and what neither HTML nor XML may carry.
fn taken_out(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || is_forbidden(c) && !c.is_whitespace()
}

/// Differences, of each kind the first three.
pub(crate) fn told(report: &Report) -> String {
    let mut by_place: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, place, difference) in report {
        by_place
            .entry(place)
            .or_default()
            .push(format!("    {path}: {difference}"));
    }
    let lines = by_place.iter().map(|(place, all)| {
        let first: Vec<&str> = all.iter().take(3).map(String::as_str).collect();
        format!("{place}: {} times\n{}\n", all.len(), first.join("\n"))
    });
    lines.collect()
}

/// Each place of a page where a value comes back.
pub(crate) fn compare(built: &Built, entry: &Filled<'_>, lang: usize, report: &mut Report) {
    let (code, tail) = [("vi", ""), ("en", " EN")][lang];
    let slug = if entry.kind.listed {
        format!("{}/so-{}", entry.kind.url[lang], entry.number)
    } else {
        format!("{}-{}", ["trang-rieng", "own-page"][lang], entry.number)
    };
    let path = format!("{code}/{slug}/index.html");
    let page = Page::parse(built.text(&path));
    let want = norm(&format!("{}{tail}", entry.text));
    let summary = norm(entry.summary);
    let mut same = |place: &str, got: &str, want: &str| {
        let got = norm(got);
        if got != want {
            let at = got.chars().zip(want.chars()).take_while(|(a, b)| a == b).count();
            let near = |s: &str| s.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
            report.push((
                path.clone(),
                place.into(),
                format!("{:?} instead of {:?}", near(&got), near(want)),
            ));
        }
    };
    same("h1", &page.first("h1").text, &want);
    same("og:title", page.meta("og:title").unwrap_or_default(), &want);
    same("description", page.meta("description").unwrap_or_default(), &summary);
    same(
        "og:description",
        page.meta("og:description").unwrap_or_default(),
        &summary,
    );
    let title = norm(&page.first("title").text);
    same("title", title.get(..want.len()).unwrap_or(&title), &want);
    let graph = page.linked_data().unwrap();
    let nodes = graph["@graph"].as_array().unwrap();
    let is_thing = |n: &&Json| n["@id"].as_str().is_some_and(|id| id.contains("/#")) && n["@type"] != "WebSite";
    if let Some(thing) = nodes.iter().find(is_thing) {
        same("JSON-LD name", thing["name"].as_str().unwrap_or_default(), &want);
        same(
            "JSON-LD description",
            thing["description"].as_str().unwrap_or_default(),
            &summary,
        );
    }
    let body = page.all("div").find(|d| d.is("class", "prose")).unwrap();
    let text = norm(entry.text);
    let parts: Vec<String> = norm(&body.text)
        .split('⁂')
        .skip(1)
        .map(|part| part.trim().to_string())
        .collect();
    let shown = parts.iter().filter(|part| **part == text).count();
    if shown != 8 {
        let odd = parts.iter().find(|part| **part != text);
        report.push((
            path.clone(),
            "prose".into(),
            format!("{shown} of {} parts are {text:?}, one is {odd:?}", parts.len()),
        ));
    }
    every_place(&page, entry, &path, report);
}

/// Every text of the facts must be on the page, as text or as the description of a picture.
fn every_place(page: &Page, entry: &Filled<'_>, path: &str, report: &mut Report) {
    let mut seen = vec![norm(&page.first("main").text)];
    for name in ["alt", "title", "aria-label", "lang"] {
        seen.extend(
            page.elements
                .iter()
                .map(|e| e.get(name))
                .filter(|v| v.contains('⁂'))
                .map(norm),
        );
    }
    // Each piece begins with the number of its place.
    let mut pieces: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for text in &seen {
        for (number, piece) in text.split('⁂').zip(text.split('⁂').skip(1)) {
            if let Ok(number) = number.parse() {
                pieces.entry(number).or_default().push(piece.trim_start());
            }
        }
    }
    let want = norm(entry.text);
    for (number, place) in entry.places.iter().enumerate() {
        let found = pieces.get(&number).map_or(&[][..], Vec::as_slice);
        if !found.iter().any(|piece| piece.starts_with(&want)) {
            report.push((path.into(), place.clone(), format!("{found:?} instead of {want:?}")));
        }
    }
}

pub(crate) fn feeds(built: &Built, texts: &[String], report: &mut Report) {
    for lang in ["vi", "en"] {
        let text = built.text(&format!("{lang}/feed.xml"));
        let doc = roxmltree::Document::parse(text).unwrap();
        let titles: Vec<String> = doc
            .descendants()
            .filter(|n| n.has_tag_name("title") || n.tag_name().name() == "title")
            .map(|n| norm(n.text().unwrap_or_default()))
            .collect();
        let wanted: BTreeSet<String> = texts.iter().flat_map(|t| [norm(t), norm(&format!("{t} EN"))]).collect();
        for title in titles.iter().filter(|t| !wanted.contains(*t)) {
            report.push((
                format!("{lang}/feed.xml"),
                "title".into(),
                format!("nobody wrote {title:?}"),
            ));
        }
    }
    let codes: Json = serde_json::from_str(built.text("codes.json")).unwrap();
    assert!(codes.to_string().contains("relics/so-0"));
}

pub(crate) fn landings(built: &Built, texts: &[String], report: &mut Report) {
    let wanted: BTreeSet<String> = texts.iter().map(|t| norm(t)).collect();
    let pages = built
        .files
        .keys()
        .filter(|p| p.ends_with("/index.html") && p.starts_with(|c: char| c.is_ascii_digit()));
    let mut count = 0;
    for path in pages {
        count += 1;
        let page = Page::parse(built.text(path));
        let heading = norm(&page.first("h1").text);
        let part = wanted.iter().any(|w| heading == *w || heading.contains(w.as_str()));
        if !part {
            report.push((path.clone(), "landing".into(), format!("nobody wrote {heading:?}")));
        }
    }
    assert!(count >= texts.len(), "only {count} landings");
}
