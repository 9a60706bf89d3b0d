//! Outdoors: what the site needs without signal, on the home screen, and for finding the nearest place.
//!
//! Entry point: the tests. Invariant: whatever a worker, a manifest or a list names exists in the site, under an address
//! that holds in any folder.

use super::page::Page;
use super::site::{Files, Site, TODAY, built_sample, generated};
use serde_json::Value as Json;

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    std::str::from_utf8(bytes).unwrap()
}

fn json(files: &Files, path: &str) -> Json {
    serde_json::from_str(text(files, path)).unwrap()
}

/// The file of a site path.
fn file(path: &str) -> String {
    match path.ends_with('/') {
        true => format!("{path}index.html"),
        false => path.to_string(),
    }
}

/// What stands behind `const V=`, `CORE=` and `LOST=` in the worker.
fn worker(files: &Files) -> (String, Vec<String>, Json) {
    let head = text(files, "sw.js").lines().next().unwrap();
    let rest = head.strip_prefix("const V=").unwrap().strip_suffix(';').unwrap();
    let (version, rest) = rest.split_once(",CORE=").unwrap();
    let (core, lost) = rest.split_once(",LOST=").unwrap();
    let core: Vec<String> = serde_json::from_str(core).unwrap();
    (version.to_string(), core, serde_json::from_str(lost).unwrap())
}

#[test]
fn what_the_worker_keeps_for_all_pages_exists() {
    let (_, files) = built_sample();
    let (_, core, lost) = worker(files);
    for path in &core {
        assert!(files.contains_key(&file(path)), "{path}");
        assert!(
            !path.starts_with('/') && !path.contains(':'),
            "{path} holds in one folder only"
        );
    }
    for lang in ["vi", "en"] {
        let page = lost[lang].as_str().unwrap();
        assert!(
            core.iter().any(|path| path == page),
            "{page} is shown without signal, and not kept"
        );
    }
    let page = Page::parse(&files[&file(lost["vi"].as_str().unwrap())]);
    let needed = page.all("link").filter(|l| l.rel("stylesheet")).map(|l| l.get("href"));
    let scripts = page.all("script").map(|s| s.get("src")).filter(|src| !src.is_empty());
    for path in needed.chain(scripts) {
        let path = path.trim_start_matches("../");
        assert!(core.iter().any(|kept| kept == path), "{path} is not kept");
    }
}

#[test]
fn the_workers_version_changes_with_the_look_and_with_nothing_else() {
    let site = Site::tiny("worker");
    let first = worker(&site.built(&[])).0;
    site.write("content/relics/den-ha/vi.md", "Lời khác hẳn.\n");
    assert_eq!(worker(&site.built(&[])).0, first, "a text is no look");
    site.write("content/theme/strings/vi.yaml", "save:\n  none: Chưa lưu gì cả.\n");
    let second = worker(&site.built(&[])).0;
    assert_ne!(second, first, "a text of the theme stands on the kept pages");
    site.edit("content/site.yaml", "vi: Trang thử", "vi: Trang thử khác");
    assert_ne!(worker(&site.built(&[])).0, second, "so does the site's name");
}

#[test]
fn a_site_can_keep_nothing() {
    let site = Site::tiny("off");
    site.write(
        "content/site.yaml",
        &(site.read("content/site.yaml") + "offline: false\n"),
    );
    let files = site.built(&[]);
    let worker = text(&files, "sw.js");
    assert!(worker.contains("unregister") && !worker.contains("CORE"), "{worker}");
    assert!(!files.keys().any(|path| path.ends_with("offline.json")));
    let page = Page::parse(&files["vi/di-tich/den-ha/index.html"]);
    assert!(
        !page
            .elements
            .iter()
            .any(|e| e.attributes.contains_key("data-offline") || e.attributes.contains_key("data-save"))
    );
}

#[test]
fn the_manifest_and_its_icons_hold_in_any_folder() {
    let site = Site::tiny("manifest");
    let files = site.built(&["--base-url", "https://may-chu.vn/xa/di-san/"]);
    let manifest = json(&files, "manifest.webmanifest");
    assert_eq!(
        (manifest["start_url"].as_str(), manifest["scope"].as_str()),
        (Some("./"), Some("./"))
    );
    assert_eq!(manifest["id"], "/xa/di-san/");
    let icons = manifest["icons"].as_array().unwrap();
    for icon in icons {
        assert!(files.contains_key(icon["src"].as_str().unwrap()), "{icon}");
    }
    for (sizes, purpose) in [("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")] {
        assert!(
            icons
                .iter()
                .any(|icon| icon["sizes"] == sizes && icon["purpose"] == purpose),
            "{sizes} {purpose}"
        );
    }
    let page = Page::parse(&files["vi/index.html"]);
    assert!(
        page.all("link")
            .any(|link| link.rel("manifest") && link.get("href") == "../manifest.webmanifest")
    );
}

#[test]
fn what_is_kept_of_an_entry_is_all_that_its_pages_show() {
    let (_, files) = built_sample();
    let mut seen = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let page = Page::parse(bytes);
        for button in page.all("button").filter(|b| !b.get("data-pages").is_empty()) {
            seen += 1;
            let split = |name: &str| button.get(name).split(' ').map(str::to_string).collect::<Vec<_>>();
            let (pages, kept) = (split("data-pages"), split("data-save"));
            assert_eq!(file(&pages[0]), *path, "the page itself comes first");
            for one in pages.iter().map(|p| file(p)).chain(kept.iter().cloned()) {
                assert!(files.contains_key(&one), "{path}: {one}");
            }
            for tongue in page.all("a").filter(|a| !a.get("data-choose").is_empty()) {
                let other = tongue.get("href").trim_start_matches("../");
                assert!(pages.iter().any(|p| p == other), "{path}: {other} is not kept");
            }
            // One width of every picture, the first recording, the codes.
            let html = String::from_utf8_lossy(bytes);
            let pictures = html.split("<picture>").skip(1);
            for picture in pictures.map(|rest| rest.split("</picture>").next().unwrap()) {
                // Cards and the stops of a trail: kept with the entries that they belong to.
                let is_of_other = ["46vw", "76vw"].iter().any(|width| picture.contains(width));
                let own = picture.split(['"', ',', ' ']).filter(|part| part.contains("/media/"));
                let own: Vec<&str> = own.map(|part| part.trim_start_matches("../")).collect();
                assert!(!own.is_empty(), "{path}: {picture}");
                let is_of_entry = own.iter().any(|one| kept.iter().any(|k| k == one));
                assert!(is_of_entry || is_of_other, "{path}: no width of {} is kept", own[0]);
            }
            if let Some(sound) = page.all("audio").next() {
                let sound = sound.get("src").trim_start_matches("../");
                assert!(kept.iter().any(|k| k == sound), "{path}: {sound} is not kept");
            }
        }
    }
    assert!(seen > 40, "only {seen} pages can be kept");
}

#[test]
fn a_trail_is_kept_with_all_its_stops() {
    let (_, files) = built_sample();
    let list = json(files, "vi/tuyen/dak-po-ba-diem/offline.json");
    let all: Vec<String> = ["pages", "files"]
        .iter()
        .flat_map(|name| {
            list[name]
                .as_array()
                .unwrap()
                .iter()
                .map(|path| file(path.as_str().unwrap()))
        })
        .collect();
    for path in &all {
        assert!(files.contains_key(path), "{path}");
    }
    for stop in ["hon-da-ong-nhac", "bia-cham-tu-luong", "di-tich-chien-thang-dak-po"] {
        assert!(all.contains(&format!("vi/di-tich/{stop}/index.html")), "{stop}");
    }
    assert_eq!(list["entries"], 4);
}

#[test]
fn every_place_is_on_one_map_and_in_one_square() {
    let site = generated("map", 300);
    let files = site.built(&["--today", TODAY]);
    let squares = json(&files, "near/vi.json");
    let mut near: Vec<String> = Vec::new();
    for square in squares.as_array().unwrap() {
        let rows = json(&files, square[3].as_str().unwrap());
        near.extend(
            rows.as_array()
                .unwrap()
                .iter()
                .map(|row| row[1].as_str().unwrap().to_string()),
        );
    }
    let mut shown: Vec<String> = Vec::new();
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| path.starts_with("vi/ban-do/") && path.ends_with(".html"))
    {
        let page = Page::parse(bytes);
        assert!(page.all("rect").count() <= 60, "{path}: too many for one map");
        let places = page
            .all("a")
            .filter(|a| a.get("href").contains("/di-tich/") || a.get("href").contains("/nha-san-xuat/"));
        shown.extend(
            places
                .map(|a| a.get("href").trim_start_matches("../").to_string())
                .filter(|a| a.matches('/').count() == 3),
        );
        assert!(bytes.len() < 80_000, "{path}: {} bytes", bytes.len());
    }
    // Half are relics, a twentieth are producers with a place.
    assert_eq!(near.len(), 165);
    near.sort();
    near.dedup();
    shown.sort();
    shown.dedup();
    assert_eq!(shown, near);
}
