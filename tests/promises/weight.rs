//! What a visitor with weak signal has to load: budgets per page, measured on the output, compressed as a server does it.
//!
//! Entry point: [`heavy`]. Invariant: pictures are not counted here (their sizes are chosen by the browser, which
//! `tests/browser` measures); styles, scripts and fonts are counted with every page that names them.

use super::page::{Element, Page};
use super::site::{Files, built_sample};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Bytes that a page of a kind may take.
struct Budget {
    html: usize,
    css: usize,
    js: usize,
    fonts: usize,
    whole: usize,
}

/// A page of the site: an entry, a chapter, a list, the home page.
const PAGE: Budget = Budget {
    html: 14_000,
    css: 8 << 10,
    js: 5_000,
    fonts: 26_000,
    whole: 50_000,
};

/// What a printed code opens.
const LANDING: Budget = Budget {
    html: 2_000,
    css: 0,
    js: 0,
    fonts: 0,
    whole: 2_000,
};

/// The page for addresses that are none carries its own style.
const LOST: Budget = Budget {
    html: 3_000,
    css: 0,
    fonts: 0,
    ..PAGE
};

fn budget(path: &str) -> &'static Budget {
    match path {
        "404.html" => &LOST,
        "index.html" => &LANDING,
        _ if path.starts_with(|c: char| c.is_ascii_digit()) => &LANDING,
        _ => &PAGE,
    }
}

fn compressed(bytes: &[u8]) -> usize {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap().len()
}

/// Bytes of the files of the site that these addresses name, compressed; fonts are compressed already.
fn named<'a>(files: &Files, addresses: impl Iterator<Item = &'a str>) -> usize {
    let of = |address: &str| {
        let at = address.find("assets/").or_else(|| address.find("search/"));
        let name = &address[at.unwrap_or_else(|| panic!("{address} is no asset"))..];
        let bytes = files.get(name).unwrap_or_else(|| panic!("{name} is missing"));
        if name.ends_with(".woff2") {
            bytes.len()
        } else {
            compressed(bytes)
        }
    };
    addresses.map(of).sum()
}

/// Pages that are heavier than they may be, and the number of pages that were weighed.
fn heavy(files: &Files) -> (Vec<String>, usize) {
    let (mut wrong, mut weighed) = (Vec::new(), 0);
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = Page::parse(bytes);
        let allowed = budget(path);
        let links = |is: &dyn Fn(&Element) -> bool| {
            let found = page.all("link").filter(|e| is(e));
            found.map(|e| e.get("href").to_string()).collect::<Vec<_>>()
        };
        let sheets = links(&|e| e.rel("stylesheet"));
        let fonts = links(&|e| e.get("as") == "font");
        let scripts = page.all("script").map(|e| e.get("src")).filter(|src| !src.is_empty());
        let html = compressed(bytes);
        let css = named(files, sheets.iter().map(String::as_str));
        let js = named(files, scripts);
        let font = named(files, fonts.iter().map(String::as_str));
        let rows = [
            ("HTML", html, allowed.html),
            ("CSS", css, allowed.css),
            ("scripts", js, allowed.js),
            ("fonts", font, allowed.fonts),
            ("all but pictures", html + css + js + font, allowed.whole),
        ];
        for (what, found, most) in rows.into_iter().filter(|(_, found, most)| found > most) {
            wrong.push(format!("{path}: {what}: {found} bytes, at most {most}"));
        }
        weighed += 1;
    }
    (wrong, weighed)
}

#[test]
fn no_page_of_the_sample_site_is_too_heavy() {
    let (wrong, weighed) = heavy(&built_sample().1);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(weighed > 300, "{weighed} pages");
}

#[test]
fn a_heavy_page_is_told() {
    let noise = |n: u64| {
        (0..n)
            .map(|i| format!("{:x}", i.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
            .collect::<String>()
    };
    let page =
        "<!DOCTYPE html><title>a</title><link rel=stylesheet href=../assets/a.css><script src=../assets/a.js></script>";
    let mut files = Files::new();
    files.insert("vi/index.html".into(), page.into());
    files.insert("assets/a.css".into(), Vec::new());
    files.insert("assets/a.js".into(), Vec::new());
    assert_eq!(heavy(&files), (Vec::new(), 1));
    for (name, what) in [
        ("assets/a.css", "CSS"),
        ("assets/a.js", "scripts"),
        ("vi/index.html", "HTML"),
    ] {
        let mut heavier = files.clone();
        heavier.get_mut(name).unwrap().extend(noise(4_000).bytes());
        let (wrong, _) = heavy(&heavier);
        assert!(wrong.iter().any(|line| line.contains(what)), "{what}: {wrong:?}");
    }
    let mut landing = files.clone();
    landing.insert("735190/index.html".into(), noise(400).into_bytes());
    assert!(heavy(&landing).0[0].contains("735190"));
}
