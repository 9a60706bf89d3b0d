//! Kinds are data: a site's own kind, changes to built-in ones, and the built-in ones themselves.
//!
//! Entry point: the tests. Invariant: nothing here needs a line of Rust but the test itself.
#![allow(clippy::disallowed_methods, reason = "a test looks at what the program wrote")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;
#[path = "kinds/wells.rs"]
mod wells;

use support::page::{Element, Page};
use support::{Site, numbers, relic};
use vanbia::diag::Speech;
use vanbia::schema::kind::Kinds;
use vanbia::schema::languages::Languages;
use vanbia::text::Date;

const FESTIVAL: &str = "folder: festivals
order: 45
label: { vi: Lễ hội, en: Festival }
plural: { vi: Lễ hội, en: Festivals }
url: { vi: le-hoi, en: festivals }
color: hoe
about: { vi: Hội làng và lễ tục., en: Village festivals and customs. }
schema_org: [Event]
fields:
  - name: season
    type: choice
    required: true
    label: { vi: Mùa, en: Season }
    help: { vi: Mùa diễn ra hội, en: When it takes place }
    choices:
      - { key: spring, vi: Mùa xuân, en: Spring }
      - { key: autumn, vi: Mùa thu, en: Autumn }
  - name: days
    type: festival
    many: true
    label: { vi: Ngày hội, en: Days }
    help: { vi: Ngày âm lịch, en: Lunar days }
  - name: visitors
    type: integer
    min: 1
    label: { vi: Số người dự, en: Visitors }
    help: { vi: Số người, en: How many people }
  - name: since
    type: integer
    grouped: false
    label: { vi: Mở hội từ năm, en: Held since }
    help: { vi: Năm, en: The year }
  - name: held_at
    type: ref
    to: [relic]
    back: { vi: Lễ hội ở đây, en: Festivals held here }
    label: { vi: Nơi tổ chức, en: Held at }
    help: { vi: Khóa của di tích, en: Key of the relic }
    ld: location
card: [season]
facets: [season]
";

const ENTRY: &str = "title: { vi: Hội đền Hạ, en: Ha Temple Festival }
summary: { vi: Hội làng mùa xuân, en: The spring festival of the village }
season: spring
days: [ { name: { vi: Rước kiệu, en: Procession }, lunar: \"14-15/2\" } ]
visitors: 3000
since: 1998
held_at: relics/den-ha
updated: 2026-11-01
";

fn festival(name: &str) -> Site {
    Site::new(name)
        .with("content/kinds/festival.yaml", FESTIVAL)
        .with("content/festivals/hoi-den-ha/entry.yaml", ENTRY)
        .with("content/festivals/hoi-den-ha/vi.md", "Hội mở vào tháng Hai.\n")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
}

#[test]
fn a_site_adds_a_kind_by_a_file() {
    let built = festival("festival").build_well();
    assert!(built.found.is_empty(), "{}", support::shown(&built.found, Speech::En));
    let page = Page::parse(built.text("vi/le-hoi/hoi-den-ha/index.html"));
    assert_eq!(page.first("h1").text, "Hội đền Hạ");
    let text = &page.first("main").text;
    for shown in [
        "Mùa xuân",
        "Rước kiệu",
        "3.000",
        "1998",
        "Đền Hạ",
        "Hội mở vào tháng Hai.",
    ] {
        assert!(text.contains(shown), "{shown} is missing in {text}");
    }
    let english = Page::parse(built.text("en/festivals/hoi-den-ha/index.html"));
    assert!(english.first("main").text.contains("3,000"));
    let list = Page::parse(built.text("vi/le-hoi/index.html"));
    assert!(list.first("main").text.contains("Hội đền Hạ") && list.first("main").text.contains("Mùa xuân"));
    assert!(built.has("vi/le-hoi/mua/spring/index.html"), "{:?}", built.files.keys());
    assert!(built.has("en/festivals/season/spring/index.html"));
    let host = Page::parse(built.text("vi/di-tich/den-ha/index.html"));
    assert!(
        host.all("h2").any(|h| h.text == "Lễ hội ở đây"),
        "the relic shows its festival"
    );
    let graph = page.linked_data().unwrap();
    let thing = graph["@graph"]
        .as_array()
        .unwrap()
        .iter()
        .find(|n| n["@type"] == "Event")
        .unwrap();
    assert_eq!(thing["name"], "Hội đền Hạ");
    assert!(!thing["location"].is_null(), "{thing}");
    assert!(built.ledger.contains("\tfestivals/hoi-den-ha\t"), "it has a code");
    assert!(built.text("vi/a-z/index.html").contains("Hội đền Hạ"));
    assert!(
        built.text("vi/index.html").contains("le-hoi/"),
        "the home page leads to the list"
    );
}

/// Every name by which the theme has a form of its own for a group.
const FORMS: &[&str] = &[
    "components",
    "points",
    "stalls",
    "stops",
    "artefacts",
    "variants",
    "sections",
    "figures",
    "links",
    "people",
    "authors",
    "events",
    "awards",
    "watchmen",
];

#[test]
fn a_group_shows_all_its_fields_whatever_it_is_called() {
    for form in FORMS {
        // Its fields are those of no built-in group, so that nothing of the theme's form fits.
        let field = format!(
            "  - {{ name: {form}, type: group, many: true, codes: true, section: parts, label: {{ vi: Phần, en: Part }}, help: {{ vi: a, en: b }}, fields: [ {{ name: id, type: line, required: true, label: {{ vi: Khóa, en: Id }} }}, {{ name: name, type: text, required: true, label: {{ vi: Tên phần, en: Its name }} }}, {{ name: height_m, type: number, label: {{ vi: Chiều cao, en: Height }} }}, {{ name: story, type: longtext, label: {{ vi: Chuyện kể, en: Story }} }} ] }}\ncard: [season]"
        );
        let kind = FESTIVAL.replace("card: [season]", &field);
        let entry = format!(
            "{ENTRY}{form}:\n  - {{ id: mot, name: {{ vi: Kiệu thứ nhất, en: First litter }}, height_m: \"3,5\", story: {{ vi: Mười sáu người khiêng., en: Sixteen people carry it. }} }}\n"
        );
        let site = festival("forms")
            .with("content/kinds/festival.yaml", kind)
            .with("content/festivals/hoi-den-ha/entry.yaml", entry);
        let built = site.build_well();
        let page = Page::parse(built.text("vi/le-hoi/hoi-den-ha/index.html"));
        let text = &page.first("main").text;
        for shown in [
            "Kiệu thứ nhất",
            "Chiều cao",
            "3,5",
            "Chuyện kể",
            "Mười sáu người khiêng.",
        ] {
            assert!(text.contains(shown), "{form}: {shown} is missing in {text}");
        }
        assert!(!text.contains("Khóa"), "{form}: an id is not for reading");
        // The code of a part opens the page at the part, and the page names the code.
        assert!(built.ledger.contains("\tfestivals/hoi-den-ha#mot\t"), "{form}");
        let anchors = page.all("li").chain(page.all("div")).chain(page.all("section"));
        assert_eq!(anchors.filter(|part| part.get("id") == "mot").count(), 1, "{form}");
        let code = built.ledger.lines().find(|row| row.contains("#mot\t")).unwrap();
        let code = code.split('\t').next().unwrap();
        assert!(text.contains(code), "{form}: {code} is missing in {text}");
    }
}

#[test]
fn what_a_site_adds_to_a_built_in_group_is_shown_beside_the_rest() {
    let site = Site::new("own-part")
        .with(
            "content/kinds/relic.yaml",
            "fields:\n  - name: components\n    fields:\n      - { name: height_m, type: number, label: { vi: Chiều cao, en: Height }, help: { vi: a, en: b } }\n",
        )
        .with(
            "content/relics/den-ha/entry.yaml",
            relic("Đền Hạ") + "components: [ { id: cong, title: { vi: Cổng, en: Gate }, height_m: \"3,5\" } ]\n",
        );
    let built = site.build_well();
    let text = Page::parse(built.text("vi/di-tich/den-ha/index.html"))
        .first("main")
        .text
        .clone();
    assert!(
        text.contains("Cổng") && text.contains("Chiều cao") && text.contains("3,5"),
        "{text}"
    );
}

#[test]
fn mistakes_in_entries_of_the_new_kind_are_answered() {
    let site = festival("festival-mistakes");
    site.write(
        "content/festivals/hoi-den-ha/entry.yaml",
        ENTRY.replace("season: spring", "seasom: spring"),
    );
    let found = site.check();
    assert_eq!(numbers(&found), [306], "{}", support::shown(&found, Speech::En));
    assert!(found[0].help(Speech::Vi).contains("season"));
    site.write(
        "content/festivals/hoi-den-ha/entry.yaml",
        ENTRY.replace("spring", "sprung"),
    );
    let found = site.check();
    assert_eq!(numbers(&found), [308]);
    assert!(found[0].help(Speech::En).contains("spring"));
    site.write(
        "content/festivals/hoi-den-ha/entry.yaml",
        ENTRY.replace("relics/den-ha", "relics/den-haa"),
    );
    assert_eq!(numbers(&site.check()), [501]);
    site.write(
        "content/festivals/hoi-den-ha/entry.yaml",
        ENTRY.replace("visitors: 3000", "visitors: 0"),
    );
    assert_eq!(numbers(&site.check()), [312]);
}

#[test]
fn a_site_changes_a_built_in_kind() {
    let change = "plural: { vi: Đình chùa, en: Temples }
fields:
  - { name: keeper, type: line, label: { vi: Người trông coi, en: Keeper }, help: { vi: Tên, en: A name } }
  - { name: types, label: { vi: Thể loại, en: Sort } }
  - { name: values, remove: true }
";
    let site = Site::new("changed")
        .with("content/kinds/relic.yaml", change)
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ") + "keeper: Ông Ba\n");
    let built = site.build_well();
    assert!(built.found.is_empty(), "{}", support::shown(&built.found, Speech::En));
    let page = Page::parse(built.text("vi/di-tich/den-ha/index.html"));
    let terms: Vec<_> = page.all("dt").map(|dt| dt.text.as_str()).collect();
    assert!(
        terms.contains(&"Người trông coi") && terms.contains(&"Thể loại"),
        "{terms:?}"
    );
    assert!(page.first("main").text.contains("Ông Ba"));
    let types = page.all("dd").any(|dd| dd.text.contains("Di tích lịch sử"));
    assert!(types, "a relabeled field keeps its choices");
    assert_eq!(
        Page::parse(built.text("vi/di-tich/index.html")).first("h1").text,
        "Đình chùa"
    );
    site.write(
        "content/relics/den-ha/entry.yaml",
        relic("Đền Hạ") + "values: { vi: Quý, en: Precious }\n",
    );
    let found = site.check();
    assert!(
        matches!(numbers(&found)[..], [306 | 307]),
        "a removed field is unknown: {}",
        support::shown(&found, Speech::En)
    );
}

#[test]
fn a_field_that_a_site_removes_leaves_cards_and_filters_too() {
    let site = Site::new("removed")
        .with(
            "content/kinds/relic.yaml",
            "fields:\n  - { name: place, remove: true }\n",
        )
        .with(
            "content/relics/den-ha/entry.yaml",
            "title: { vi: Đền Hạ, en: Ha Temple }\nsummary: { vi: Một nơi, en: A place }\ntypes: [historical]\n",
        );
    let built = site.build_well();
    assert!(built.found.is_empty(), "{}", support::shown(&built.found, Speech::En));
    let list = Page::parse(built.text("vi/di-tich/index.html"));
    assert!(list.first("main").text.contains("Đền Hạ"));
    assert!(
        built.files.keys().any(|path| path.ends_with("/historical/index.html")),
        "other filters stay"
    );
}

fn builtin() -> Kinds {
    let today = Date::new(2026, 11, 21).unwrap();
    let (kinds, found) = Kinds::read(&[], &Languages::vi_en(), today);
    assert!(found.is_empty(), "{}", support::shown(&found, Speech::En));
    kinds
}

#[test]
fn the_built_in_kinds_read_without_findings_and_are_all_there() {
    let kinds = builtin();
    for key in [
        "relic", "product", "producer", "bookcase", "book", "street", "market", "trail", "article", "link",
    ] {
        let kind = kinds.get(kinds.of_key(key).unwrap_or_else(|| panic!("{key} is missing")));
        assert!(
            kind.url.iter().all(|url| !url.is_empty()),
            "{key}: a folder in every language"
        );
        assert!(!kind.schema_org.is_empty() && !kind.example.is_empty(), "{key}");
        for field in &kind.fields {
            assert!(
                !field.label.is_empty() && !field.help.is_empty(),
                "{key}.{}: label and help",
                field.name
            );
        }
    }
    let stalls = kinds
        .get(kinds.of_key("market").unwrap())
        .field("stalls")
        .map(|f| f.codes);
    assert_eq!(stalls, Some(true), "stalls have codes");
}

#[test]
fn the_example_of_each_built_in_kind_builds() {
    let kinds = builtin();
    for kind in kinds.all() {
        let published = kind.example.replace("status: draft", "status: published");
        let mut site = Site::new("example").with(&format!("content/{}/vi-du/entry.yaml", kind.folder), &published);
        // What the example refers to, as far as it is not there.
        for finding in site.check().iter().filter(|d| matches!(d.code.number, 501 | 514)) {
            let key = &finding.args.iter().find(|(name, _)| *name == "key").unwrap().1;
            site = site.with(&format!("content/{key}/entry.yaml"), stand_in(key, &kinds));
        }
        let built = site.build();
        let mut errors = support::errors(&built.found);
        errors.retain(|d| d.place.as_ref().is_some_and(|p| p.file.contains("/vi-du/")));
        assert!(
            errors.is_empty(),
            "{}: {}",
            kind.key,
            support::shown(&errors, Speech::En)
        );
        let made = built.files.keys().filter(|p| p.ends_with("/vi-du/index.html")).count();
        assert!(made == 2 || !kind.listed, "{}: {:?}", kind.key, built.files.keys());
        for (path, bytes) in built.files.iter().filter(|(p, _)| p.ends_with(".html")) {
            let (_, problems) = Page::try_parse(std::str::from_utf8(bytes).unwrap());
            assert!(problems.is_empty(), "{}: {path}: {problems:?}", kind.key);
        }
    }
}

/// The example of the kind that a key belongs to, under another title.
fn stand_in(key: &str, kinds: &Kinds) -> String {
    let (folder, slug) = key.split_once('/').unwrap();
    let kind = kinds.get(kinds.of_folder(folder).unwrap());
    let body: String = kind
        .example
        .split_inclusive('\n')
        .filter(|l| !l.starts_with("title:") && !l.starts_with("status:"))
        .collect();
    format!("title: {{ vi: Mục {slug}, en: Entry {slug} }}\n{body}")
}

/// The examples in what `new` wrote: the line of each key that has one, and the lines below it without their signs.
fn examples(entry: &str) -> Vec<(usize, Vec<String>)> {
    let lines: Vec<&str> = entry.lines().collect();
    let is_key = |line: &str| {
        let key = line.strip_prefix("# ").unwrap_or(line).strip_suffix(':');
        key.is_some_and(|key| key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
    };
    let mut found = Vec::new();
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| is_key(line)) {
        let below = lines[at + 1..].iter().map_while(|line| line.strip_prefix("# "));
        let below: Vec<String> = below.map(str::to_string).collect();
        if !below.is_empty() {
            found.push((at, below));
        }
    }
    found
}

/// What `new` wrote, with the examples of these keys as lines of their own.
fn used(entry: &str, examples: &[&(usize, Vec<String>)]) -> String {
    let mut lines: Vec<String> = entry.lines().map(str::to_string).collect();
    for (at, below) in examples {
        lines[*at] = lines[*at].trim_start_matches("# ").to_string();
        lines[at + 1..=at + below.len()].clone_from_slice(below);
    }
    lines.join("\n") + "\n"
}

#[test]
fn every_example_that_new_writes_passes_alone_and_with_the_others() {
    let site = Site::new("new-examples");
    for kind in builtin().all() {
        let made = std::process::Command::new(env!("CARGO_BIN_EXE_vanbia"))
            .args(["new", &kind.key, "Mục thử", "--root"])
            .arg(&site.root)
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let path = format!("content/{}/muc-thu/entry.yaml", kind.folder);
        let entry = std::fs::read_to_string(site.root.join(path)).unwrap();
        let examples = examples(&entry);
        for spec in kind.fields.iter().filter(|f| !f.fields.is_empty()) {
            let line = |at: usize| entry.lines().nth(at).unwrap().trim_start_matches("# ");
            let has = examples.iter().any(|(at, _)| line(*at) == format!("{}:", spec.name));
            assert!(has, "{}: {} has parts and no example", kind.key, spec.name);
        }
        // An entry for each example, and one for all of them.
        let all: Vec<_> = examples.iter().collect();
        let turns = all.iter().map(std::slice::from_ref).chain([&*all]);
        for (n, turn) in turns.enumerate() {
            let path = format!("content/{}/lan-{n}/entry.yaml", kind.folder);
            site.write(&path, used(&entry, turn));
        }
    }
    let absent = |number: u16| matches!(number, 501..=599 | 701..=799);
    let mut found = support::errors(&site.check());
    found.retain(|d| !absent(d.code.number));
    assert!(found.is_empty(), "{}", support::shown(&found, Speech::Vi));
    // The same look finds a draft's mistake.
    let draft = "title: { vi: Đền Hạ, en: Ha Temple }\naliases: một tên\nstatus: draft\n";
    site.write("content/relics/den-ha/entry.yaml", draft);
    let told = numbers(&support::errors(&site.check()));
    assert!(told.contains(&305), "{told:?}");
}

#[test]
fn a_certificate_links_its_scan_and_misses_one_that_is_not_there() {
    let product = |scan: &str| {
        format!(
            "title: {{ vi: Chè, en: Tea }}\nsummary: {{ vi: Chè của làng, en: Tea of the village }}\ngroup: drink\n\
             certs:\n  - scheme: VietGAP\n    file: {scan}\n"
        )
    };
    let entry = "content/products/che/entry.yaml";
    let site = Site::new("scan")
        .with("content/products/che/files/vietgap.pdf", "%PDF-1.4\n")
        .with(
            entry,
            product("{ file: files/vietgap.pdf, rights: { status: permission } }"),
        );
    let built = site.build_well();
    for folder in ["vi/san-pham", "en/products"] {
        let page = Page::parse(built.text(&format!("{folder}/che/index.html")));
        let is_scan = |e: &&Element| e.name == "a" && e.get("href").ends_with(".pdf");
        let links: Vec<&Element> = page.elements.iter().filter(is_scan).collect();
        let [link] = links[..] else {
            panic!("{folder}: {} links to the scan", links.len())
        };
        assert!(
            built.has(link.get("href").trim_start_matches("../")),
            "{}",
            link.get("href")
        );
    }
    let codes = |scan: &str| -> Vec<u16> {
        site.write(entry, product(scan));
        let found = site.check();
        found
            .iter()
            .map(|finding| finding.code.number)
            .filter(|code| *code != 713)
            .collect()
    };
    assert_eq!(
        codes("{ file: files/haccp.pdf, rights: { status: permission } }"),
        [710]
    );
    assert_eq!(
        codes("files/vietgap.pdf"),
        [305],
        "the path alone is answered with the form"
    );
}
