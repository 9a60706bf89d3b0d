//! Odd strings in every text of every kind: they stay text, and they stay as they were written.
//!
//! Entry point: [`naughty_strings_stay_text_and_stay_themselves`]. Invariant (promise 5): no content runs code in a
//! visitor's browser. The strings are those of the npm package `big-list-of-naughty-strings`; `tests/run` installs it.
#![allow(clippy::disallowed_methods, reason = "tests read the list of strings")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use serde_json::{Map, Value as Json, json};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use support::page::Page;
use support::shape::{is_forbidden, shape};
use support::{Built, Site};
use unicode_normalization::{UnicodeNormalization, is_nfc};
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
    "a\u{fdd0}b\u{fdd1}c\u{ffff}d\u{1}e\u{81}f\u{9f}g\u{7f}h",
    "${HOME} $(HOME) `HOME` %HOME%",
];

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

/// Page, place and difference.
type Report = Vec<(String, String, String)>;

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

/// Fills the fields of an entry with a text wherever a text may stand; each place has a number of its own before it.
struct Filler<'a> {
    text: &'a str,
    kinds: &'a Kinds,
    /// Names of the places, by number.
    places: RefCell<Vec<String>>,
}

/// A text as it is written at a place.
fn numbered(place: usize, text: &str) -> String {
    format!("⁂{place}⁂ {text}")
}

impl Filler<'_> {
    fn line(&self, place: &str) -> Json {
        self.places.borrow_mut().push(place.to_string());
        json!(numbered(self.places.borrow().len() - 1, self.text))
    }

    fn both(&self, place: &str) -> Json {
        let vi = self.line(place);
        json!({ "vi": vi, "en": format!("{} EN", vi.as_str().unwrap()) })
    }

    fn fields(&self, specs: &[FieldSpec], within: &str) -> Json {
        let mut map = Map::new();
        for spec in specs {
            if within.is_empty() && ["title", "summary", "formerly", "status", "sample", "url"].contains(&&*spec.name) {
                continue;
            }
            if spec.name == "id" {
                map.insert("id".into(), json!("phan-mot"));
            } else if let Some(value) = self.one(spec, &format!("{within}{}", spec.name)) {
                let value = if spec.many { json!([value]) } else { value };
                map.insert(spec.name.clone(), value);
            }
        }
        Json::Object(map)
    }

    fn photo(&self, at: &str) -> Json {
        let [alt, caption, credit] = ["alt", "caption", "credit"].map(|part| self.both(&format!("{at}.{part}")));
        json!({ "file": "photos/cong.png", "alt": alt, "caption": caption, "credit": credit, "licence": self.line(&format!("{at}.licence")) })
    }

    fn rights(&self, at: &str) -> Json {
        let text = |part: &str| self.both(&format!("{at}.{part}"));
        json!({ "status": "own_work", "licence": self.line(&format!("{at}.licence")), "holder": text("holder"), "note": text("note") })
    }

    /// A value of a field, with the text in each of its parts that takes one; none where no text can stand.
    fn one(&self, spec: &FieldSpec, at: &str) -> Option<Json> {
        let text = |part: &str| self.both(&format!("{at}.{part}"));
        let line = |part: &str| self.line(&format!("{at}.{part}"));
        Some(match spec.field.name() {
            "text" | "longtext" => self.both(at),
            "line" => self.line(at),
            "group" => self.fields(&spec.fields, &format!("{at}.")),
            "choice" => json!(spec.choices.first()?.key),
            "integer" | "number" => json!(spec.min.unwrap_or(7).max(7)),
            "ref" => {
                let kind = spec.to.first().map_or("relic", String::as_str);
                json!(format!("{}/so-0", self.kinds.get(self.kinds.of_key(kind)?).folder))
            }
            "date" => json!("2016-12-31"),
            "url" => json!("https://a.vn/"),
            "opens" => json!({ "url": "https://a.vn/" }),
            "dating" => json!({ "text": text("text") }),
            "recognition" => {
                json!({ "rank": "national", "number": line("number"), "date": "2016-12-31", "by": text("by"), "batch": text("batch"), "name": text("name"), "place_then": text("place_then") })
            }
            "place" => {
                json!({ "ward": "07798", "ward_name": text("ward_name"), "province_name": text("province_name"), "address": text("address"), "before_2025": text("before_2025"), "directions": text("directions"), "at": [21.2779, 106.0231] })
            }
            "photo" => self.photo(at),
            "stars" => json!({ "stars": 4, "number": line("number"), "date": "2026-01-15", "by": text("by") }),
            "festival" => json!({ "name": text("name"), "lunar": "14-15/2", "text": text("text") }),
            "source" => json!({ "title": text("title"), "publisher": text("publisher"), "pages": line("pages") }),
            "verified" => json!({ "by": text("by"), "role": text("role"), "on": "2026-11-01" }),
            "step" => {
                json!({ "title": text("title"), "text": text("text"), "photo": self.photo(&format!("{at}.photo")) })
            }
            "inscription" => {
                json!({ "original": text("original"), "transcription": text("transcription"), "translation": text("translation"), "note": text("note") })
            }
            "contact" => {
                json!({ "name": text("name"), "address": text("address"), "phone": "0912 345 678", "consent": true })
            }
            "shop" => json!({ "channel": "website", "url": "https://cho.vn/", "label": text("label") }),
            "hours" => json!({ "text": text("text") }),
            "money" => json!({ "amount": 120_000, "on": "2026-11-01", "note": text("note") }),
            "rights" => self.rights(at),
            "file" => {
                json!({ "file": "files/bang.csv", "title": text("title"), "rights": self.rights(&format!("{at}.rights")) })
            }
            _ => return None,
        })
    }

    fn entry(&self, kind: &Kind, summary: &str, number: usize) -> String {
        let mut fields = self.fields(&kind.fields, "");
        let own = fields.as_object_mut().unwrap();
        own.insert(
            "title".into(),
            json!({ "vi": self.text, "en": format!("{} EN", self.text) }),
        );
        own.insert("summary".into(), json!({ "vi": summary, "en": summary }));
        own.insert("updated".into(), json!("2026-11-01"));
        if !kind.listed {
            let (vi, en) = (format!("trang-rieng-{number}"), format!("own-page-{number}"));
            own.insert("url".into(), json!({ "vi": vi, "en": en }));
        }
        // One key a line, each value on its line: JSON is YAML.
        own.iter().map(|(key, value)| format!("{key}: {value}\n")).collect()
    }
}

/// Markdown that shows a text as it is. The separators of Unicode end lines there, as the reader of files documents.
fn literal(text: &str) -> String {
    let escaped = text.chars().map(|c| {
        if c.is_ascii_punctuation() {
            format!("\\{c}")
        } else {
            String::from(if matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}') {
                ' '
            } else {
                c
            })
        }
    });
    escaped.collect()
}

/// What one entry holds.
struct Filled<'a> {
    kind: &'a Kind,
    number: usize,
    text: &'a str,
    summary: &'a str,
    places: Vec<String>,
}

/// A site with an entry of every kind for each bundle. Its entries have no pictures for shared links; drawing so many
/// takes minutes without optimization.
fn write<'a>(site: &Site, kinds: &'a Kinds, texts: &'a [String], summaries: &'a [String]) -> Vec<Filled<'a>> {
    let owner = texts[0].as_str();
    let settings = json!({ "vi": owner, "en": owner });
    site.write(
        "content/site.yaml",
        format!(
            "title: {settings}\ntagline: {settings}\nbase_url: https://disan.vn/\nowner: {{ name: {settings}, address: {settings}, responsible: {settings}, phone: {0} }}\nlicence: {{ name: {0} }}\nhome: {{ intro: {settings} }}\nshare_cards: no\n",
            json!(owner)
        ),
    );
    let mut all = Vec::new();
    for kind in kinds.all() {
        for (number, text) in texts.iter().enumerate() {
            let folder = format!("content/{}/so-{number}", kind.folder);
            let filler = Filler {
                text,
                kinds,
                places: RefCell::default(),
            };
            let summary = &summaries[all.len() % summaries.len()];
            site.write(&format!("{folder}/entry.yaml"), filler.entry(kind, summary, number));
            site.write(&format!("{folder}/photos/cong.png"), PNG);
            site.write(&format!("{folder}/files/bang.csv"), "tên,giá\nchè,1\n");
            site.write(&format!("{folder}/vi.md"), prose(text));
            let places = filler.places.into_inner();
            all.push(Filled {
                kind,
                number,
                text,
                summary,
                places,
            });
        }
    }
    all
}

/// A text at each place of Markdown that holds text.
fn prose(text: &str) -> String {
    let literal = literal(text);
    let fence = "~".repeat(9);
    format!(
        "⁂ {literal}\n\n## ⁂ {literal}\n\n- ⁂ **{literal}**\n\n> ⁂ {literal}\n\n| ⁂ {literal} |\n|---|\n| ⁂ {literal} |\n\n[⁂ {literal}](https://a.vn/) ![⁂ {literal}](photos/cong.png)\n\n{fence}\n⁂ {text}\n{fence}\n"
    )
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

/// Differences, of each kind the first three.
fn told(report: &Report) -> String {
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
fn compare(built: &Built, entry: &Filled<'_>, lang: usize, report: &mut Report) {
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

fn feeds(built: &Built, texts: &[String], report: &mut Report) {
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

fn landings(built: &Built, texts: &[String], report: &mut Report) {
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
