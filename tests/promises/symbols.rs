//! Every code of the sample site, read back from its drawing.
//!
//! Entry point: the tests. Invariant: the drawing's path is painted here, by a small painter that knows SVG paths and
//! nothing of codes; two decoders that know nothing of each other must read the address.

use super::site::{BASE, Files, built_hundred, built_sample, read_all};
use std::collections::BTreeMap;

/// Pixels of one unit of the drawing.
const SCALE: usize = 4;

/// A drawing in gray.
struct Picture {
    side: usize,
    pixels: Vec<u8>,
}

/// Paints a code's SVG file: a square `viewBox`, filled and stroked paths of horizontal and vertical lines.
fn paint(svg: &[u8]) -> Picture {
    let text = std::str::from_utf8(svg).unwrap();
    let doc = roxmltree::Document::parse(text).unwrap();
    let svg = doc.root_element();
    assert_eq!(svg.tag_name().name(), "svg");
    assert_eq!(svg.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    let view: Vec<f64> = svg
        .attribute("viewBox")
        .unwrap()
        .split(' ')
        .map(|n| n.parse().unwrap())
        .collect();
    assert!(view[0] == 0.0 && view[1] == 0.0 && view[2] == view[3], "{view:?}");
    let side = view[2] as usize * SCALE;
    // Neither black nor white: what nobody paints shows.
    let mut picture = Picture {
        side,
        pixels: vec![128; side * side],
    };
    for path in svg.children().filter(|n| n.tag_name().name() == "path") {
        let lines = lines(path.attribute("d").unwrap());
        if let Some(color) = path.attribute("fill").filter(|c| *c != "none") {
            let (mut right, mut low) = (0.0_f64, 0.0_f64);
            for (x, y, ..) in &lines {
                (right, low) = (right.max(*x), low.max(*y));
            }
            picture.fill((0.0, 0.0, right, low), gray(color));
        }
        if let Some(color) = path.attribute("stroke") {
            let width: f64 = path.attribute("stroke-width").map_or(1.0, |w| w.parse().unwrap());
            for (x, y, to_x, to_y) in lines {
                assert_eq!(y, to_y, "only horizontal strokes are expected");
                picture.fill((x, y - width / 2.0, to_x, y + width / 2.0), gray(color));
            }
        }
    }
    assert!(!picture.pixels.contains(&128), "a part of the drawing is not painted");
    picture
}

fn gray(color: &str) -> u8 {
    match color {
        "#000" => 0,
        "#fff" => 255,
        other => panic!("color {other}"),
    }
}

impl Picture {
    fn fill(&mut self, (left, top, right, low): (f64, f64, f64, f64), gray: u8) {
        let pixel = |n: f64| {
            let scaled = n * SCALE as f64;
            assert_eq!(scaled.fract(), 0.0, "{n} is not on the grid");
            scaled as usize
        };
        for y in pixel(top)..pixel(low) {
            let row = y * self.side;
            self.pixels[row + pixel(left)..row + pixel(right)].fill(gray);
        }
    }
}

/// The straight lines of a path, as start and end.
fn lines(path: &str) -> Vec<(f64, f64, f64, f64)> {
    let mut numbers: Vec<(char, Vec<f64>)> = Vec::new();
    let mut rest = path;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[1..];
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let values = rest[..end].split([' ', ',']).filter(|n| !n.is_empty());
        numbers.push((letter, values.map(|n| n.parse().unwrap()).collect()));
        rest = &rest[end..];
    }
    let (mut x, mut y, mut start) = (0.0, 0.0, (0.0, 0.0));
    let mut lines = Vec::new();
    for (letter, values) in numbers {
        let from = (x, y);
        match letter {
            'M' => (x, y) = (values[0], values[1]),
            'm' => (x, y) = (x + values[0], y + values[1]),
            'h' => x += values[0],
            'H' => x = values[0],
            'v' => y += values[0],
            'V' => y = values[0],
            'z' | 'Z' => (x, y) = start,
            other => panic!("path command {other}"),
        }
        if matches!(letter, 'M' | 'm') {
            start = (x, y);
        } else {
            lines.push((from.0, from.1, x, y));
        }
    }
    lines
}

fn read_by_rxing(picture: &Picture) -> String {
    let side = picture.side as u32;
    let format = Some(rxing::BarcodeFormat::QR_CODE);
    match rxing::helpers::detect_in_luma(picture.pixels.clone(), side, side, format) {
        Ok(found) => found.getText().to_string(),
        Err(error) => format!("rxing: {error}"),
    }
}

fn read_by_rqrr(picture: &Picture) -> String {
    let pixel = |x: usize, y: usize| picture.pixels[y * picture.side + x];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(picture.side, picture.side, pixel);
    match image.detect_grids().first().map(rqrr::Grid::decode) {
        Some(Ok((_, text))) => text,
        Some(Err(error)) => format!("rqrr: {error}"),
        None => "rqrr: no code".to_string(),
    }
}

/// What each code must say, by its file: printed codes as the ledger has them, pages by their address.
fn expected(files: &Files, base_url: &str) -> BTreeMap<String, String> {
    let json: serde_json::Value = serde_json::from_slice(&files["codes.json"]).unwrap();
    let rows = json["codes"].as_array().unwrap();
    let mut expected: BTreeMap<String, String> = BTreeMap::new();
    for row in rows {
        let payload = row["payload"].as_str().unwrap();
        expected.insert(format!("{}/qr.svg", row["code"].as_str().unwrap()), payload.to_string());
    }
    let (scheme, host) = base_url.trim_end_matches('/').split_once("://").unwrap();
    let base = format!("{scheme}://{}/", host.to_uppercase());
    for path in files.keys().filter(|p| p.ends_with("qr.svg")) {
        let page = path.strip_suffix("qr.svg").unwrap();
        // The standard's address of a product's number has no slash at its end.
        let page = if page.starts_with("01/") {
            page.trim_end_matches('/')
        } else {
            page
        };
        expected.entry(path.clone()).or_insert_with(|| format!("{base}{page}"));
    }
    expected
}

/// Codes that one of the decoders does not read as they must be, and the number of codes.
pub(crate) fn misread(files: &Files, base_url: &str) -> (Vec<String>, usize) {
    let expected = expected(files, base_url);
    let mut wrong = Vec::new();
    for (path, text) in &expected {
        let Some(svg) = files.get(path) else {
            wrong.push(format!("{path} is missing"));
            continue;
        };
        let picture = paint(svg);
        for read in [read_by_rxing(&picture), read_by_rqrr(&picture)] {
            if read != *text {
                wrong.push(format!("{path}: {read}, not {text}"));
            }
        }
    }
    (wrong, expected.len())
}

#[track_caller]
fn assert_read(files: &Files, base_url: &str) {
    let (wrong, count) = misread(files, base_url);
    assert_eq!(wrong, [""; 0]);
    assert!(count > 100, "only {count} codes");
}

#[test]
fn two_decoders_read_every_code_of_the_sample_site() {
    assert_read(&built_sample().1, "https://van-bia.example/");
}

#[test]
fn two_decoders_read_every_code_of_a_generated_site() {
    // Codes of pages are the same in `links: file`: what is scanned is opened by a server.
    assert_read(&built_hundred().1, BASE);
}

/// Pages without a drawing beside them, and entries without a code, per folder of content.
pub(crate) fn without_code(content: &Files, files: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    for path in files.keys().filter(|p| p.ends_with("/index.html")) {
        if !files.contains_key(&path.replace("index.html", "qr.svg")) {
            wrong.push(format!("{path} has no code"));
        }
    }
    let json: serde_json::Value = serde_json::from_slice(&files["codes.json"]).unwrap();
    let rows = json["codes"].as_array().unwrap();
    let keys: Vec<&str> = rows.iter().map(|r| r["key"].as_str().unwrap()).collect();
    let entries = content.keys().filter_map(|path| path.strip_suffix("/entry.yaml"));
    // Pages such as `about` have none.
    for key in entries.filter(|key| !key.starts_with("pages/")) {
        if !keys.contains(&key) {
            wrong.push(format!("{key} has no code"));
        }
    }
    for key in keys.iter().filter(|k| k.contains('#')) {
        if !(key.starts_with("relics/") || key.starts_with("markets/")) {
            wrong.push(format!("{key} has a code"));
        }
    }
    wrong
}

#[test]
fn every_page_has_a_code_beside_it_and_every_entry_one_on_its_sign() {
    let (site, files) = built_sample();
    let content = read_all(&site.root.join("content"));
    assert!(content.keys().filter(|p| p.ends_with("/entry.yaml")).count() > 40);
    assert_eq!(without_code(&content, files), [""; 0]);
    let ledger = site.read("content/codes.lock");
    let stalls = ledger.matches("\tmarkets/phien-cho-4-0-mau#").count();
    assert!(stalls >= 18, "{stalls} stalls have codes");
}

/// Pages of codes that are too large, need other files, or lack a language; and their number.
pub(crate) fn clumsy_landings(files: &Files) -> (Vec<String>, usize) {
    let (mut wrong, mut pages) = (Vec::new(), 0);
    for (path, html) in files {
        if !(path.len() > 12 && path.as_bytes()[0].is_ascii_digit() && path.ends_with("/index.html")) {
            continue;
        }
        pages += 1;
        let page = super::page::Page::parse(html);
        let sheets = page.all("link").filter(|l| l.rel("stylesheet")).count();
        let scripts = page.all("script").filter(|s| !s.get("src").is_empty()).count();
        let languages = page.all("a").filter(|a| !a.get("hreflang").is_empty()).count();
        if html.len() > 3072 || sheets > 0 || scripts > 0 || languages != 2 {
            let bytes = html.len();
            wrong.push(format!(
                "{path}: {bytes} bytes, {sheets} style sheets, {scripts} scripts, {languages} languages"
            ));
        }
    }
    (wrong, pages)
}

#[test]
fn a_page_of_a_code_is_small_and_stands_alone() {
    let (wrong, pages) = clumsy_landings(&built_sample().1);
    assert_eq!(wrong, [""; 0]);
    assert!(pages > 40, "only {pages} pages of codes");
}
