//! Content of attackers: it stays text, stays inside, and ends in time.
//!
//! Entry point: the tests. Invariant (promise 5): no content runs code in a visitor's browser, reaches outside the
//! content folder, or hangs the build; output tells nothing of the machine that made it.
#![allow(clippy::disallowed_methods, reason = "tests write what attackers would")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use serde_json::{Value as Json, json};
use std::path::Path;
use support::page::Page;
use support::shape::shape;
use support::{SITE, Site, numbers, relic};
use vanbia::diag::Speech;

const PNG: &[u8] = include_bytes!("support/files/cong.png");

#[test]
fn markdown_of_attackers_makes_nothing_but_text_and_plain_links() {
    let body = "<script>alert(1)</script>

<img src=x onerror=alert(1)> <svg/onload=alert(1)> <iframe src=javascript:alert(1)>

# h {onclick=alert(1)}

## Tiêu đề {#x onclick=alert(1) .a}

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](javascript&colon;alert(1)) [d](java&Tab;script:alert(1))

[e](data:text/html;base64,PHNjcmlwdD4=) [f](vbscript:msgbox) [g](&#106;avascript:alert(1)) [h](\u{1}javascript:alert(1))

![i](javascript:alert(1)) ![j](data:image/svg+xml,<svg/onload=alert(1)>) <javascript:alert(1)>

[k]: javascript:alert(1) \"t\"

[k] [l](https://disan.vn/\"onmouseover=\"alert(1)) [m](https://disan.vn 'a\" onclick=\"alert(1)')

```js\" onload=\"alert(1)
</code></pre><script>alert(1)</script>
```

| a | b |
|---|---|
| <b onclick=alert(1)> | [x](javascript:x) |

[^1]: <script>alert(2)</script>

Ký tự &#1;&#xFDD0;&#xFDD1;&#x81;&#xFFFF; [n](https://a.vn/&#xFDD0; \"t&#xFDD1;\") ![o&#xFDD0;](photos/&#xFDD0;.jpg)

Chú thích[^1] và {{ get_env(name=\"HOME\") }} {% raw %}
";
    let site = Site::new("markdown")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with("content/relics/den-ha/vi.md", body);
    let built = site.build();
    assert!(numbers(&built.found).contains(&407), "the schemes are told");
    let (elements, _) = shape(&built);
    for element in ["<svg onload>", "<iframe>", "<object>", "<embed>", "<form onsubmit>"] {
        assert!(!elements.contains(element), "{element}");
    }
    let page = Page::parse(built.text("vi/di-tich/den-ha/index.html"));
    let scripts: Vec<_> = page
        .all("script")
        .filter(|s| s.get("src").is_empty() && !s.is("type", "application/ld+json"))
        .collect();
    assert!(scripts.is_empty(), "{scripts:?}");
    let prose = page.all("div").find(|d| d.is("class", "prose")).unwrap();
    assert!(
        prose.text.contains("<script>alert(1)</script>"),
        "raw HTML is shown as text"
    );
    assert!(
        prose.text.contains("{{ get_env(name=\"HOME\") }}"),
        "templates are text"
    );
}

#[test]
fn addresses_in_fields_are_plain_links_or_refused() {
    for url in [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a.vn/\"onclick=\"x",
        "//evil.vn/",
        "\u{1}javascript:x",
        "vbscript:x",
        "https://a.vn@evil.vn/<script>",
    ] {
        let url = json!(url);
        let entry = relic("Đền Hạ")
            + &format!(
                "sources: [ {{ title: {{ vi: Báo, en: Press }}, url: {url} }} ]\nfiles: [ {{ title: {{ vi: Tệp, en: File }}, url: {url}, rights: {{ status: link_only }} }} ]\nrecognitions: [ {{ rank: national, number: \"1\", date: 2016-12-31, url: {url} }} ]\n"
            );
        let product = format!(
            "title: {{ vi: Chè, en: Tea }}\nsummary: {{ vi: Chè, en: Tea }}\ngroup: drink\nbuy: [ {{ channel: website, url: {url} }} ]\n"
        );
        let site = Site::new("urls")
            .with("content/relics/den-ha/entry.yaml", entry)
            .with("content/products/che/entry.yaml", product);
        let built = site.build();
        shape(&built);
        for page in ["vi/di-tich/den-ha/index.html", "vi/san-pham/che/index.html"] {
            for href in Page::parse(built.text(page)).hrefs() {
                let plain = href.starts_with("https://")
                    || href.starts_with("geo:")
                    || href.starts_with("mailto:")
                    || href.starts_with("tel:")
                    || !href.contains(':');
                assert!(plain && !href.starts_with("//"), "{url}: {href}");
            }
        }
    }
}

#[test]
fn nothing_outside_the_content_folder_is_read() {
    let secret = Site::empty("secret").with("bi-mat.jpg", b"TUYET-MAT");
    std::fs::write(secret.root.join("bi-mat.csv"), "TUYET-MAT").unwrap();
    let outside = secret.root.display().to_string();
    for path in [
        "../../../../bi-mat.csv",
        "..\\..\\bi-mat.csv",
        "C:\\bi-mat.csv",
        "%2e%2e/%2e%2e/bi-mat.csv",
        "/etc/passwd",
        "\\\\may\\chia-se\\x.csv",
        "files/../../x.csv",
        "files/./x.csv",
        "file:///etc/passwd",
        "files/x.csv::$DATA",
        "..",
        "files/..",
        "．．/x.csv",
        &format!("{outside}/bi-mat.csv"),
    ] {
        let path = json!(path);
        let entry = relic("Đền Hạ")
            + &format!(
                "files: [ {{ file: {path}, title: {{ vi: Tệp, en: File }}, rights: {{ status: own_work }} }} ]\nphotos: [ {{ file: {path}, alt: {{ vi: Cổng, en: Gate }}, credit: A }} ]\n"
            );
        let site = Site::new("paths").with("content/relics/den-ha/entry.yaml", entry);
        let prose = format!(
            "![Cổng](<{}>) và [tệp](<{}>)\n",
            path.as_str().unwrap(),
            path.as_str().unwrap()
        );
        site.write("content/relics/den-ha/vi.md", prose);
        let built = site.build();
        let told = support::errors(&built.found).len();
        assert!(told >= 1, "{path} is not told");
        let leaked = built
            .files
            .iter()
            .find(|(_, bytes)| bytes.windows(9).any(|w| w == b"TUYET-MAT") || bytes.windows(6).any(|w| w == b"root:x"));
        assert!(leaked.is_none(), "{path} is in {:?}", leaked.map(|l| l.0));
        assert!(
            built
                .files
                .keys()
                .all(|p| !p.contains("..") && !p.starts_with('/') && !p.contains('\\')),
            "{path}"
        );
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_are_refused_and_links_within_it_are_not_followed_into_loops() {
    let secret = Site::empty("outside")
        .with("x/bi-mat.md", "TUYET-MAT")
        .with("x/a.jpg", "TUYET-MAT");
    let site = Site::new("links").with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"));
    let link = |to: &Path, at: &str| std::os::unix::fs::symlink(to, site.root.join(at)).unwrap();
    link(&secret.root.join("x/bi-mat.md"), "content/relics/den-ha/vi.md");
    link(&secret.root.join("x"), "content/relics/den-ha/photos");
    link(&site.root.join("content"), "content/relics/vong");
    link(Path::new("/etc"), "content/static");
    let built = site.build();
    assert!(
        numbers(&built.found).contains(&120),
        "{}",
        support::shown(&built.found, Speech::En)
    );
    let leaked = built
        .files
        .iter()
        .find(|(path, bytes)| path.contains("passwd") || bytes.windows(9).any(|w| w == b"TUYET-MAT"));
    assert!(leaked.is_none(), "{:?}", leaked.map(|l| l.0));
}

#[test]
fn yaml_bombs_are_refused_at_once() {
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (from, to) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        bomb += &format!("{to}: &{to} [{}]\n", vec![format!("*{from}"); 9].join(", "));
    }
    let deep = format!("title: {}\n", "[".repeat(200_000));
    let wide = format!("title: {}\n", "{a: ".repeat(50_000));
    let quoted = format!("title: \"{}\n", "\\".repeat(300_000));
    let keys: String = (0..60_000).map(|i| format!("k{i}: 1\n")).collect();
    let nested: String = (0..3000).map(|i| format!("{}k:\n", " ".repeat(i))).collect();
    for (name, text) in [
        ("aliases", bomb),
        ("deep", deep),
        ("wide", wide),
        ("quoted", quoted),
        ("keys", keys),
        ("nested", nested),
        ("tags", "title: !!python/object/apply:os.system [x]\n".into()),
        ("merge", "<<: *x\n".into()),
    ] {
        let site = Site::new("bomb").with("content/relics/den-ha/entry.yaml", text);
        let started = std::time::Instant::now();
        let found = site.check();
        assert!(!support::errors(&found).is_empty(), "{name} is not told");
        assert!(found.len() < 5000, "{name}: {} findings", found.len());
        assert!(started.elapsed().as_secs() < 10, "{name} took {:?}", started.elapsed());
    }
}

/// Signs of phones, of Word, of input methods and of web pages, each at every place of a file: whatever is said of them, all
/// entries are read to their end.
#[test]
fn no_sign_at_any_place_of_a_file_stops_the_reading() {
    let text = "title: { vi: Đền Hạ, ao, en: Ha Temple }\nsummary:\n  vi: Ngôi “đền” cổ\n  en: x\naliases:\n- “Chùa Hạ”\n- Đền\n\
                types: [historical]\nhistory: |\n  cổ\nevents:\n  - { date: 1954, what: { vi: Đánh, en: Won } }\n";
    let signs = [
        "\u{a0}", "\u{200e}", "\u{3000}", "–", "•", "－", "：", "，", "｛", "｝", "］", "＂", "”", "\t", "{", "}",
        "\"", ": ", "\n",
    ];
    for sign in signs {
        let site = Site::new("signs");
        let places: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        for at in &places {
            let entry = format!("{}{sign}{}", &text[..*at], &text[*at..]);
            site.write(&format!("content/relics/den-{at}/entry.yaml"), entry);
        }
        let found = site.check();
        let told = |at: &usize| {
            let file = format!("content/relics/den-{at}/entry.yaml");
            found
                .iter()
                .any(|d| d.place.as_ref().is_some_and(|place| *place.file == *file))
        };
        // Each lacks its place at least, or has a mistake.
        assert!(places.iter().all(told), "{sign:?}: an entry was passed over");
    }
}

#[test]
fn markdown_bombs_end_in_time() {
    for (name, text) in [
        ("quotes", ">".repeat(50_000)),
        ("brackets", "[".repeat(50_000)),
        ("emphasis", "*a_ ".repeat(20_000)),
        ("headings", "## a\n\n".repeat(20_000)),
        ("links", "[a](".repeat(20_000)),
        ("entities", "&".repeat(100_000)),
        (
            "table",
            format!("|{}\n|{}\n{}", "a|".repeat(500), "-|".repeat(500), "|x\n".repeat(500)),
        ),
    ] {
        let site = Site::new("markdown-bomb")
            .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
            .with("content/relics/den-ha/vi.md", text);
        let started = std::time::Instant::now();
        let built = site.build();
        assert!(started.elapsed().as_secs() < 60, "{name} took {:?}", started.elapsed());
        let largest = built.files.values().map(Vec::len).max().unwrap();
        assert!(largest < 40_000_000, "{name}: {largest} bytes");
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_steer_neither_terminal_nor_page() {
    let site = Site::new("names").with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"));
    for name in [
        "\u{1b}]8;;evil\u{1b}\\x.jpg",
        "\u{202e}gpj.exe",
        "<img onerror=x>.png",
        "a\nb.jpg",
    ] {
        site.write(&format!("content/relics/den-ha/photos/{name}"), PNG);
    }
    let built = site.build();
    assert!(built.found.len() >= 4, "they are told");
    for speech in [Speech::Vi, Speech::En] {
        for finding in &built.found {
            let text = support::without_colors(&vanbia::diag::terminal::show(
                finding,
                speech,
                vanbia::diag::Strictness::default(),
            ));
            assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{7}', '\r']), "{text:?}");
            let line = vanbia::diag::json::line(finding, speech, vanbia::diag::Strictness::default());
            serde_json::from_str::<Json>(&line).unwrap();
            assert!(!line.trim_end().contains(['\n', '\u{1b}']), "{line:?}");
        }
    }
    shape(&built);
}

#[test]
fn output_tells_nothing_of_the_machine_that_made_it() {
    let jpeg = located();
    assert!(jpeg.windows(4).any(|w| w == b"Exif"), "the picture carries a place");
    let entry = relic("Đền Hạ") + "photos: [ { file: photos/cong.jpg, alt: { vi: Cổng, en: Gate }, credit: A } ]\n";
    let site = Site::empty("private")
        .with("content/site.yaml", SITE)
        .with("content/relics/den-ha/entry.yaml", entry)
        .with("content/relics/den-ha/photos/cong.jpg", jpeg);
    let built = site.build_well();
    assert!(
        built.files.keys().any(|p| p.ends_with(".jpg")),
        "{:?}",
        built.files.keys()
    );
    let home = std::env::var("HOME").unwrap_or_else(|_| "/home/nobody".into());
    let root = site.root.display().to_string();
    let mut secrets: Vec<&str> = vec![
        &root,
        env!("CARGO_MANIFEST_DIR"),
        "Exif\0",
        "GPS",
        "C:\\Users",
        "TELEFON-7",
    ];
    if home.len() > 2 {
        secrets.push(&home);
    }
    for (path, bytes) in &built.files {
        for secret in &secrets {
            let told = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
            assert!(!told, "{path} tells {secret}");
        }
    }
}

/// A real picture with an Exif block: model and place.
fn located() -> Vec<u8> {
    let plain = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/content/cover.jpg")).unwrap();
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend(b"\x01\x10\0\x02\0\0\0\x0a\0\0\0\x26"); // Model
    tiff.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x30"); // place: offset of its own table
    tiff.extend([0; 4]);
    tiff.extend(b"TELEFON-7\0");
    tiff.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0"); // latitude is north
    let mut block = b"Exif\0\0".to_vec();
    block.extend(tiff);
    let mut out = plain[..2].to_vec();
    out.extend([0xff, 0xe1]);
    out.extend(u16::try_from(block.len() + 2).unwrap().to_be_bytes());
    out.extend(block);
    out.extend(&plain[2..]);
    out
}
