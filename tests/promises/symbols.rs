//! Every code of the sample site, read back from its drawing.
//!
//! Entry point: the tests. Invariant: the drawing's path is painted here, by a small painter that knows SVG paths and
//! nothing of codes; two decoders that know nothing of each other must read the address.

use super::site::{BASE, Files, built_hundred, built_sample, read_all};
use std::collections::BTreeMap;

/// Pixels of one unit of the drawing.
const SCALE: f64 = 4.0;

type Point = (f64, f64);

/// A drawing in gray.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

/// Paints a code's SVG file: filled and stroked paths, no transforms. Dashes are painted as whole lines, captions not at
/// all: both stand outside the code.
fn paint(svg: &[u8]) -> Picture {
    let text = std::str::from_utf8(svg).unwrap();
    let doc = roxmltree::Document::parse(text).unwrap();
    let svg = doc.root_element();
    assert_eq!(svg.tag_name().name(), "svg");
    assert_eq!(svg.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    let view: Vec<f64> = numbers(svg.attribute("viewBox").unwrap());
    assert!(view[0] == 0.0 && view[1] == 0.0, "{view:?}");
    let (width, height) = ((view[2] * SCALE).ceil() as usize, (view[3] * SCALE).ceil() as usize);
    // Neither black nor white: what nobody paints shows.
    let mut picture = Picture {
        width,
        height,
        pixels: vec![128; width * height],
    };
    let mut is_plain = true;
    for node in svg.children().filter(roxmltree::Node::is_element) {
        match node.tag_name().name() {
            "title" => continue,
            "text" => is_plain = false,
            "path" => {
                let lines = lines(node.attribute("d").unwrap());
                if let Some(color) = node.attribute("fill").filter(|c| *c != "none") {
                    picture.fill(&lines, gray(color));
                    is_plain &= ["#000", "#fff"].contains(&color);
                }
                if let Some(color) = node.attribute("stroke") {
                    let width: f64 = node.attribute("stroke-width").map_or(1.0, |w| w.parse().unwrap());
                    picture.stroke(&lines, width, gray(color));
                    is_plain &= ["#000", "#fff"].contains(&color);
                }
            }
            other => panic!("{other} in a drawing"),
        }
    }
    assert!(
        !is_plain || !picture.pixels.contains(&128),
        "a part of the drawing is not painted"
    );
    picture
}

fn gray(color: &str) -> u8 {
    let digits = color.strip_prefix('#').unwrap();
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|c| [c, c]).collect(),
        _ => digits.to_string(),
    };
    let part = |at: usize| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).unwrap());
    (0.299 * part(0) + 0.587 * part(2) + 0.114 * part(4)).round() as u8
}

impl Picture {
    /// Fills by the nonzero rule what lies inside; a pixel belongs to where its middle is.
    fn fill(&mut self, outlines: &[Vec<Point>], gray: u8) {
        for y in 0..self.height {
            let middle = (y as f64 + 0.5) / SCALE;
            let mut crossings: Vec<(f64, i32)> = Vec::new();
            for outline in outlines {
                for (i, from) in outline.iter().enumerate() {
                    let to = outline[(i + 1) % outline.len()];
                    if (from.1 <= middle) != (to.1 <= middle) {
                        let x = from.0 + (to.0 - from.0) * (middle - from.1) / (to.1 - from.1);
                        crossings.push((x * SCALE, if from.1 < to.1 { 1 } else { -1 }));
                    }
                }
            }
            crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut winding = 0;
            for pair in crossings.windows(2) {
                winding += pair[0].1;
                let pixel = |x: f64| ((x - 0.5).ceil().max(0.0) as usize).min(self.width);
                if winding != 0 {
                    let row = y * self.width;
                    let (left, right) = (pixel(pair[0].0), pixel(pair[1].0).max(pixel(pair[0].0)));
                    self.pixels[row + left..row + right].fill(gray);
                }
            }
        }
    }

    /// One rectangle for each straight piece.
    fn stroke(&mut self, lines: &[Vec<Point>], width: f64, gray: u8) {
        for pair in lines.iter().flat_map(|line| line.windows(2)) {
            let (from, to) = (pair[0], pair[1]);
            let length = (to.0 - from.0).hypot(to.1 - from.1);
            if length > 0.0 {
                let (x, y) = (
                    (to.1 - from.1) / length * width / 2.0,
                    (from.0 - to.0) / length * width / 2.0,
                );
                let corners = [
                    (from.0 + x, from.1 + y),
                    (to.0 + x, to.1 + y),
                    (to.0 - x, to.1 - y),
                    (from.0 - x, from.1 - y),
                ];
                self.fill(&[corners.to_vec()], gray);
            }
        }
    }
}

/// The numbers of a text in which a sign or a second point begins a new one.
fn numbers(text: &str) -> Vec<f64> {
    let mut parts: Vec<String> = vec![String::new()];
    for c in text.chars() {
        let part = parts.last_mut().unwrap();
        match c {
            ' ' | ',' => parts.push(String::new()),
            '-' => parts.push("-".to_string()),
            '.' if part.contains('.') => parts.push(".".to_string()),
            c => part.push(c),
        }
    }
    parts
        .iter()
        .filter(|p| !p.is_empty())
        .map(|p| p.parse().unwrap())
        .collect()
}

/// The lines of a path, curves cut into pieces.
fn lines(path: &str) -> Vec<Vec<Point>> {
    let starts: Vec<usize> = path
        .match_indices(|c: char| c.is_ascii_alphabetic())
        .map(|(i, _)| i)
        .collect();
    let mut lines: Vec<Vec<Point>> = Vec::new();
    let mut at = (0.0, 0.0);
    for (i, &start) in starts.iter().enumerate() {
        let letter = path.as_bytes()[start] as char;
        let values = numbers(&path[start + 1..starts.get(i + 1).copied().unwrap_or(path.len())]);
        let base = if letter.is_ascii_lowercase() { at } else { (0.0, 0.0) };
        let place = |i: usize| (base.0 + values[i], base.1 + values[i + 1]);
        let from = at;
        at = match letter.to_ascii_lowercase() {
            'm' | 'l' => place(0),
            'h' => (base.0 + values[0], at.1),
            'v' => (at.0, base.1 + values[0]),
            'c' => place(4),
            'a' => place(5),
            'z' => lines.last().unwrap()[0],
            other => panic!("path command {other}"),
        };
        match letter.to_ascii_lowercase() {
            'm' => lines.push(vec![at]),
            'c' => lines.last_mut().unwrap().extend(curve(from, place(0), place(2), at)),
            'a' => lines
                .last_mut()
                .unwrap()
                .extend(half_circle(from, at, values[4] == 1.0)),
            _ => lines.last_mut().unwrap().push(at),
        }
    }
    lines
}

fn curve(a: Point, b: Point, c: Point, d: Point) -> Vec<Point> {
    let mix = |t: f64, a: f64, b: f64, c: f64, d: f64| {
        let u = 1.0 - t;
        u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
    };
    (1..=12)
        .map(|i| f64::from(i) / 12.0)
        .map(|t| (mix(t, a.0, b.0, c.0, d.0), mix(t, a.1, b.1, c.1, d.1)))
        .collect()
}

/// Arcs are drawn as halves of circles only.
fn half_circle(from: Point, to: Point, is_clockwise: bool) -> Vec<Point> {
    let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let (x, y) = (from.0 - middle.0, from.1 - middle.1);
    let way = if is_clockwise { 1.0 } else { -1.0 };
    let turned = |i: u32| {
        let (sin, cos) = (way * std::f64::consts::PI * f64::from(i) / 24.0).sin_cos();
        (middle.0 + x * cos - y * sin, middle.1 + x * sin + y * cos)
    };
    (1..=24).map(turned).collect()
}

fn read_by_rxing(picture: &Picture) -> String {
    let (width, height) = (picture.width as u32, picture.height as u32);
    let format = Some(rxing::BarcodeFormat::QR_CODE);
    match rxing::helpers::detect_in_luma(picture.pixels.clone(), width, height, format) {
        Ok(found) => found.getText().to_string(),
        Err(error) => format!("rxing: {error}"),
    }
}

fn read_by_rqrr(picture: &Picture) -> String {
    let pixel = |x: usize, y: usize| picture.pixels[y * picture.width + x];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, pixel);
    let grids = image.detect_grids();
    // An ornament may look like a code that says nothing.
    let read = grids.iter().map(rqrr::Grid::decode);
    let texts = read.filter_map(|read| read.ok().map(|(_, text)| text));
    let texts: Vec<String> = texts.collect();
    match &texts[..] {
        [] => "rqrr: no code".to_string(),
        _ => texts.join(" and "),
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
