//! Hostile and odd content in every place where content goes: it stays text, and it stays as it was written.
//!
//! Entry point: the tests. Invariant (promise 5): no content runs code in a visitor's browser, reaches outside the
//! content folder, or hangs the build. The strings are those of the npm package `big-list-of-naughty-strings`.
#![allow(clippy::disallowed_methods, reason = "tests read the list of strings")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use support::page::Page;
use support::{Built, SITE, Site, numbers, relic};
use unicode_normalization::UnicodeNormalization;
use vanbia::diag::Speech;
use vanbia::schema::kind::{Kind, Kinds};
use vanbia::schema::languages::Languages;
use vanbia::schema::spec::FieldSpec;
use vanbia::text::Date;

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
    "${HOME} $(HOME) `HOME` %HOME%",
];

/// What a value is compared by: normal form, single spaces, no characters that pages and feeds must not carry.
fn norm(text: &str) -> String {
    let seen: String = text
        .nfc()
        .filter(|c| !forbidden(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn forbidden(c: char) -> bool {
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    noncharacter || c.is_control() && !c.is_whitespace() || matches!(c, '\u{feff}' | '\u{b}' | '\u{c}' | '\u{85}')
}

/// The strings, without those that the reader of files rightly refuses (lost letters, encodings before Unicode).
fn strings() -> Vec<String> {
    assert!(
        Path::new(LIST).exists(),
        "big-list-of-naughty-strings is missing: run tests/run, it installs it"
    );
    let list: Vec<String> = serde_json::from_str(&std::fs::read_to_string(LIST).unwrap()).unwrap();
    assert!(list.len() >= 450, "only {} strings were read", list.len());
    let all = OWN.iter().map(|s| (*s).to_string()).chain(list);
    all.filter(|s| !norm(s).is_empty() && !s.contains('\u{fffd}')).collect()
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

fn kinds() -> Kinds {
    Kinds::read(&[], &Languages::vi_en(), Date::new(2026, 11, 21).unwrap()).0
}

/// Fills the fields of an entry with a text wherever a text may stand.
struct Filler<'a> {
    text: &'a str,
    kinds: &'a Kinds,
}

impl Filler<'_> {
    fn both(&self) -> Json {
        json!({ "vi": self.text, "en": format!("{} EN", self.text) })
    }

    fn fields(&self, specs: &[FieldSpec]) -> Json {
        let mut map = Map::new();
        for spec in specs {
            let value = if spec.many {
                self.one(spec).map(|v| json!([v]))
            } else {
                self.one(spec)
            };
            if let Some(value) = value {
                map.insert(spec.name.clone(), value);
            }
        }
        if map.contains_key("id") {
            map.insert("id".into(), json!("phan-mot"));
        }
        Json::Object(map)
    }

    fn photo(&self) -> Json {
        json!({ "file": "photos/cong.png", "alt": self.both(), "caption": self.both(), "credit": self.both(), "licence": self.text })
    }

    /// A value of a field, with the text in each of its parts that takes one; none where no text can stand.
    fn one(&self, spec: &FieldSpec) -> Option<Json> {
        let text = self.both();
        Some(match spec.field.name() {
            "text" | "longtext" => text,
            "line" => json!(self.text),
            "group" => self.fields(&spec.fields),
            "choice" => json!(spec.choices.first()?.key),
            "integer" | "number" => json!(spec.min.unwrap_or(7).max(7)),
            "ref" => {
                let kind = spec.to.first().map_or("relic", String::as_str);
                json!(format!("{}/so-0", self.kinds.get(self.kinds.of_key(kind)?).folder))
            }
            "date" => json!("2016-12-31"),
            "dating" => json!({ "text": text }),
            "recognition" => {
                json!({ "rank": "national", "number": self.text, "date": "2016-12-31", "by": text, "batch": text, "name": text, "place_then": text })
            }
            "place" => {
                json!({ "ward": "07798", "ward_name": text, "province_name": text, "address": text, "before_2025": text, "directions": text, "at": [21.2779, 106.0231] })
            }
            "photo" => self.photo(),
            "stars" => json!({ "stars": 4, "number": self.text, "date": "2026-01-15", "by": text }),
            "festival" => json!({ "name": text, "lunar": "14-15/2", "text": text }),
            "source" => json!({ "title": text, "publisher": text, "pages": self.text }),
            "verified" => json!({ "by": text, "role": text, "on": "2026-11-01" }),
            "step" => json!({ "title": text, "text": text, "photo": self.photo() }),
            "inscription" => json!({ "original": text, "transcription": text, "translation": text, "note": text }),
            "contact" => json!({ "name": text, "address": text, "phone": "0912 345 678", "consent": true }),
            "shop" => json!({ "channel": "website", "url": "https://cho.vn/", "label": text }),
            "rights" => json!({ "status": "own_work", "licence": self.text, "holder": text, "note": text }),
            "file" => {
                json!({ "file": "files/bang.csv", "title": text, "rights": { "status": "own_work", "licence": self.text, "holder": text } })
            }
            _ => return None,
        })
    }

    fn entry(&self, kind: &Kind, summary: &str, number: usize) -> String {
        let mut fields = self.fields(&kind.fields);
        let own = fields.as_object_mut().unwrap();
        for name in ["formerly", "status", "sample"] {
            own.remove(name);
        }
        own.insert("title".into(), self.both());
        own.insert("summary".into(), json!({ "vi": summary, "en": summary }));
        own.insert("updated".into(), json!("2026-11-01"));
        if own.contains_key("url") {
            own.insert(
                "url".into(),
                json!({ "vi": format!("trang-rieng-{number}"), "en": format!("own-page-{number}") }),
            );
        }
        // One key a line, each value on its line: JSON is YAML.
        own.iter().map(|(key, value)| format!("{key}: {value}\n")).collect()
    }
}

/// Markdown that shows a text as it is.
fn literal(text: &str) -> String {
    let escaped = text.chars().map(|c| {
        if c.is_ascii_punctuation() {
            format!("\\{c}")
        } else {
            c.to_string()
        }
    });
    escaped.collect()
}

/// A site with an entry of every kind for each bundle.
fn write(site: &Site, kinds: &Kinds, texts: &[String], summaries: &[String]) {
    let owner = texts[0].as_str();
    let settings = json!({ "vi": owner, "en": owner });
    site.write(
        "content/site.yaml",
        format!(
            "title: {settings}\ntagline: {settings}\nbase_url: https://disan.vn/\nowner: {{ name: {settings}, address: {settings}, responsible: {settings}, phone: {0} }}\nlicence: {{ name: {0} }}\nhome: {{ intro: {settings} }}\n",
            json!(owner)
        ),
    );
    for kind in kinds.all() {
        for (i, text) in texts.iter().enumerate() {
            let folder = format!("content/{}/so-{i}", kind.folder);
            let filler = Filler { text, kinds };
            site.write(
                &format!("{folder}/entry.yaml"),
                filler.entry(kind, &summaries[i % summaries.len()], i),
            );
            site.write(&format!("{folder}/photos/cong.png"), PNG);
            site.write(&format!("{folder}/files/bang.csv"), "a,b\n");
            site.write(&format!("{folder}/vi.md"), format!("x{}\n", literal(text)));
        }
    }
}

/// What a browser could be made to do: elements with their attributes, and scripts.
fn shape(built: &Built) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut elements, mut scripts) = (BTreeSet::new(), BTreeSet::new());
    for (path, bytes) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let (page, problems) = Page::try_parse(std::str::from_utf8(bytes).unwrap());
        assert!(problems.is_empty(), "{path}: {problems:?}");
        for element in &page.elements {
            elements.insert(format!("<{}>", element.name));
            for (name, value) in &element.attributes {
                elements.insert(format!("<{} {name}>", element.name));
                assert!(!name.starts_with("on"), "{path}: <{} {name}={value}>", element.name);
                let runs = ["javascript:", "vbscript:", "data:"];
                let lower: String = value
                    .to_lowercase()
                    .chars()
                    .filter(|c| !c.is_whitespace() && !c.is_control())
                    .collect();
                let address = matches!(name.as_str(), "href" | "src" | "action" | "srcset" | "formaction");
                assert!(
                    !address || !runs.iter().any(|r| lower.starts_with(r)),
                    "{path}: {name}={value}"
                );
            }
            if element.name == "script" && !element.is("type", "application/ld+json") {
                scripts.insert(if element.get("src").is_empty() {
                    element.text.clone()
                } else {
                    "app".into()
                });
            }
        }
        let _ = page.linked_data();
    }
    for (path, bytes) in &built.files {
        let text = || std::str::from_utf8(bytes).unwrap_or_else(|e| panic!("{path}: {e}"));
        if path.ends_with(".xml") || path.ends_with(".svg") {
            let options = roxmltree::ParsingOptions::default();
            roxmltree::Document::parse_with_options(text(), options).unwrap_or_else(|e| panic!("{path}: {e}"));
        } else if path.ends_with(".json") || path.ends_with(".webmanifest") {
            serde_json::from_str::<Json>(text()).unwrap_or_else(|e| panic!("{path}: {e}"));
        }
    }
    (elements, scripts)
}

#[test]
fn naughty_strings_stay_text_and_stay_themselves() {
    let kinds = kinds();
    let strings = strings();
    let texts = bundles(&strings, 1200);
    let summaries = bundles(
        &strings
            .iter()
            .filter(|s| s.chars().count() <= 160)
            .cloned()
            .collect::<Vec<_>>(),
        160,
    );
    let site = Site::empty("naughty");
    write(&site, &kinds, &texts, &summaries);
    let built = site.build();
    // The list has a text in an encoding of before; everything else is content like any other.
    let refused: BTreeSet<u16> = numbers(&support::errors(&built.found)).into_iter().collect();
    assert!(
        refused.is_empty(),
        "{}",
        support::shown(&support::errors(&built.found)[..1], Speech::En)
    );

    let plain = Site::empty("naughty-plain");
    let harmless: Vec<String> = (0..texts.len()).map(|i| format!("Chữ thường số {i}")).collect();
    write(&plain, &kinds, &harmless, &harmless);
    let (elements, scripts) = shape(&built);
    let (usual, known) = shape(&plain.build_well());
    let extra: Vec<_> = elements.difference(&usual).collect();
    assert!(extra.is_empty(), "content made elements or attributes: {extra:?}");
    assert_eq!(scripts, known, "content made a script");

    let mut report = Vec::new();
    for kind in kinds.all() {
        for (i, text) in texts.iter().enumerate() {
            let own = if kind.listed {
                format!("vi/{}/so-{i}", kind.url[0])
            } else {
                format!("vi/trang-rieng-{i}")
            };
            let own = format!("{own}/index.html");
            compare(&built, &own, (text, &summaries[i % summaries.len()]), kind, &mut report);
        }
    }
    feeds(&built, &texts, &mut report);
    landings(&built, &texts, &mut report);
    report.truncate(12);
    assert!(report.is_empty(), "{}", report.join("\n"));
}

/// Each place of a page where a value comes back.
fn compare(built: &Built, path: &str, (text, summary): (&str, &str), kind: &Kind, report: &mut Vec<String>) {
    let page = Page::parse(built.text(path));
    let (want, summary) = (norm(text), norm(summary));
    let mut same = |place: &str, got: &str, want: &str| {
        let got = norm(got);
        if got != want {
            let at = got.chars().zip(want.chars()).take_while(|(a, b)| a == b).count();
            let near = |s: &str| s.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
            report.push(format!("{path}: {place}: {:?} instead of {:?}", near(&got), near(want)));
        }
    };
    same("h1", &page.first("h1").text, &want);
    let title = norm(&page.first("title").text);
    same("title", title.get(..want.len()).unwrap_or(&title), &want);
    same("og:title", page.meta("og:title").unwrap_or_default(), &want);
    same("description", page.meta("description").unwrap_or_default(), &summary);
    same(
        "og:description",
        page.meta("og:description").unwrap_or_default(),
        &summary,
    );
    for image in page.all("img").filter(|i| i.get("src").contains("cong")) {
        let alt = norm(image.get("alt"));
        same("alt", &alt, &want);
    }
    let graph = page.linked_data().unwrap();
    let thing = graph["@graph"]
        .as_array()
        .unwrap()
        .iter()
        .find(|n| n["@id"].as_str().is_some_and(|id| id.contains("/#")) && n["@type"] != "WebSite");
    if let Some(thing) = thing {
        same("JSON-LD name", thing["name"].as_str().unwrap_or_default(), &want);
        same(
            "JSON-LD description",
            thing["description"].as_str().unwrap_or_default(),
            &summary,
        );
    }
    let prose = page.all("div").find(|d| d.is("class", "prose")).unwrap();
    same("body", prose.text.trim_start().trim_start_matches('x'), &want);
    // Every visible field shows the text somewhere: at least as often as there are fields that hold it.
    let shown = norm(&page.first("main").text);
    let often = shown.matches(&want).count();
    let visible = kind
        .fields
        .iter()
        .filter(|f| f.section.name() != "hidden" && f.section.name() != "media");
    let holding = visible
        .filter(|f| {
            matches!(
                f.field.name(),
                "text" | "longtext" | "line" | "dating" | "source" | "verified" | "place" | "group"
            )
        })
        .count();
    if often < holding {
        report.push(format!(
            "{path}: {holding} fields hold the text, it is shown {often} times"
        ));
    }
}

fn feeds(built: &Built, texts: &[String], report: &mut Vec<String>) {
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
            report.push(format!(
                "{lang}/feed.xml: a title that nobody wrote: {:?}",
                title.chars().take(80).collect::<String>()
            ));
        }
    }
    let codes: Json = serde_json::from_str(built.text("codes.json")).unwrap();
    assert!(codes.to_string().contains("relics/so-0"));
}

fn landings(built: &Built, texts: &[String], report: &mut Vec<String>) {
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
            report.push(format!("{path}: {:?}", heading.chars().take(80).collect::<String>()));
        }
    }
    assert!(count >= texts.len(), "only {count} landings");
}

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
