//! What every page keeps: its weight, its markup, its content policy.

use super::super::{inline, preview};
use super::*;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::io::Write;

fn renderer() -> Renderer {
    let (theme, found) = Theme::load(&[], &[]);
    assert!(found.is_empty(), "{found:?}");
    Renderer::new(&theme, &languages(), BTreeMap::new()).0
}

fn bare_text(renderer: &Renderer, bare: &Bare) -> String {
    String::from_utf8(renderer.render_bare(bare).unwrap()).unwrap()
}

/// Every page of the preview: name and HTML.
fn pages() -> Vec<(String, String)> {
    pages_of(&renderer())
}

fn pages_of(renderer: &Renderer) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for lang in ["vi", "en"] {
        for which in preview::PAGES {
            all.push((format!("{lang} {which}"), preview::page(renderer, lang, which)));
        }
    }
    for (path, bare) in preview::bare() {
        all.push((path.to_string(), bare_text(renderer, &bare)));
    }
    all
}

#[test]
fn templates_put_together_make_the_pages_that_they_make_as_they_are_written() {
    let (put_together, mut written) = (renderer(), renderer());
    let engine = templates::as_written(&written.templates).unwrap();
    for language in &mut written.languages {
        let group = if language.code == "vi" { "." } else { "," };
        language.engine = templates::Engine::new(engine.clone(), group);
    }
    assert_eq!(pages_of(&put_together), pages_of(&written));
}

#[test]
fn a_template_of_the_site_takes_the_place_of_one_that_others_include() {
    let own = [site_file("templates/entry/actions.html", "<p>Của xã</p>")];
    let (renderer, found) = with_site_files(&own);
    assert_eq!(found, []);
    let page = preview::page(&renderer, "vi", "relic");
    assert!(page.contains("<p>Của xã</p>") && !page.contains("class=\"actions\""));
}

#[test]
fn counts_are_written_as_the_language_writes_numbers() {
    let renderer = renderer();
    for (which, vi, en) in [
        ("list", "1.058 mục", "1,058 entries"),
        ("az", "1.025 mục", "1,025 entries"),
    ] {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let page = preview::page(&renderer, lang, which);
            assert!(page.contains(words), "{lang} {which}");
        }
    }
}

fn gzipped(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

#[test]
fn pages_styles_and_scripts_stay_within_their_budgets() {
    const KB: usize = 1000;
    for (name, html) in pages() {
        let size = gzipped(html.as_bytes());
        assert!(size <= 14 * KB, "{name}: {size} bytes");
    }
    for asset in renderer().assets() {
        let (limit, size) = match asset.name.rsplit('.').next().unwrap() {
            "js" => (5 * KB, gzipped(&asset.bytes)),
            "woff2" => (15 * KB, asset.bytes.len()),
            // For the home screen of a phone, when somebody puts the site there.
            "png" if asset.name != "icon-180.png" => (16 * KB, asset.bytes.len()),
            _ => (6 * KB, asset.bytes.len()),
        };
        let is_style = asset.name.ends_with(".css");
        assert!(is_style || size <= limit, "{}: {size} bytes", asset.name);
    }
}

#[test]
fn the_style_sheets_of_a_page_stay_within_their_budget_together() {
    let renderer = renderer();
    for (name, html) in pages() {
        let mut size = 0;
        walk(&dom(&html).document, &mut |tag, attrs, _| {
            if tag == "link" && attrs.get("rel").is_some_and(|rel| rel == "stylesheet") {
                let sheet = renderer.assets().iter().find(|a| attrs["href"].ends_with(&a.path));
                size += gzipped(&sheet.unwrap().bytes);
            }
        });
        assert!(size <= 8 << 10, "{name}: {size} bytes");
        // What a code opens, and what is shown for a page that is not there, have their styles in themselves.
        assert!(size > 0 || name.ends_with(".html"), "{name}: no style");
    }
}

#[test]
fn the_scripts_of_an_entry_and_the_worker_are_small() {
    let renderer = renderer();
    let script = |name: &str| {
        let asset = renderer.assets().iter().find(|asset| asset.name == name).unwrap();
        gzipped(&asset.bytes)
    };
    let entry = preview::page(&renderer, "vi", "relic");
    let loaded: Vec<&str> = ["app.js", "near.js", "saved.js", "search.js", "visit.js"]
        .into_iter()
        .filter(|name| entry.contains(&format!("assets/{}.", name.trim_end_matches(".js"))))
        .collect();
    assert_eq!(loaded, ["app.js", "visit.js"]);
    let sum: usize = loaded.iter().map(|name| script(name)).sum();
    assert!(sum <= 5_000, "{sum} bytes of scripts on the page of an entry");
    for keeps in [true, false] {
        let worker = gzipped(renderer.worker(keeps).as_bytes());
        assert!((100..=1_800).contains(&worker), "the worker has {worker} bytes");
    }
}

#[test]
fn what_a_printed_code_opens_is_at_most_three_kilobytes() {
    let mut landing = preview::landing("735198");
    for language in &mut landing.languages {
        language.title.text = "Di tích chiến thắng Đak Pơ trên Quốc lộ 19".into();
    }
    let html = bare_text(&renderer(), &Bare::Landing(Box::new(landing)));
    assert!(html.len() <= 3072, "{} bytes", html.len());
    assert!(html.contains("../vi/relic/") && html.contains("../en/relic/"));
}

fn walk(node: &Handle, see: &mut impl FnMut(&str, &BTreeMap<String, String>, &Handle)) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attrs = attrs.borrow();
        let attrs = attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string()));
        see(&name.local, &attrs.collect(), node);
    }
    for child in node.children.borrow().iter() {
        walk(child, see);
    }
}

fn dom(html: &str) -> RcDom {
    parse_document(RcDom::default(), ParseOpts::default()).one(html)
}

fn text_of(node: &Handle) -> String {
    let mut out = String::new();
    for child in node.children.borrow().iter() {
        if let NodeData::Text { contents } = &child.data {
            out.push_str(&contents.borrow());
        }
    }
    out
}

#[test]
fn pages_are_correct_markup_with_one_heading_and_described_pictures() {
    for (name, html) in pages() {
        let dom = dom(&html);
        assert!(dom.errors.borrow().is_empty(), "{name}: {:?}", dom.errors.borrow());
        let (mut ids, mut headings, mut mains) = (BTreeSet::new(), 0, 0);
        walk(&dom.document, &mut |tag, attrs, _| {
            if let Some(id) = attrs.get("id") {
                assert!(ids.insert(id.clone()), "{name}: the id {id} stands twice");
            }
            match tag {
                "html" => assert!(attrs.contains_key("lang"), "{name}: no language"),
                "h1" => headings += 1,
                "main" => mains += 1,
                "img" => {
                    for wanted in ["alt", "width", "height"] {
                        assert!(attrs.contains_key(wanted), "{name}: a picture without {wanted}");
                    }
                }
                _ => {}
            }
        });
        assert_eq!((headings, mains), (1, 1), "{name}");
    }
}

#[test]
fn nothing_runs_or_paints_that_the_content_policy_does_not_allow() {
    for (name, html) in pages() {
        let policy_at = html
            .find("Content-Security-Policy")
            .unwrap_or_else(|| panic!("{name}: no policy"));
        assert!(
            policy_at < html.find("<title").unwrap(),
            "{name}: the policy comes too late"
        );
        let policy = html[policy_at..].split('>').next().unwrap();
        assert!(
            !policy.contains("unsafe") && policy.contains("default-src 'none'"),
            "{name}"
        );
        walk(&dom(&html).document, &mut |tag, attrs, node| {
            let constant = match tag {
                "style" => true,
                "script" => !attrs.contains_key("src") && attrs.get("type").is_none(),
                _ => false,
            };
            if constant {
                assert!(
                    policy.contains(&inline::hash(&text_of(node))),
                    "{name}: <{tag}> is not allowed by its hash"
                );
            }
            for attr in attrs.keys() {
                assert!(attr != "style" && !attr.starts_with("on"), "{name}: <{tag} {attr}>");
            }
        });
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for (name, html) in pages() {
        walk(&dom(&html).document, &mut |tag, attrs, _| {
            let loads = match tag {
                "img" | "script" | "audio" | "source" | "iframe" => attrs.get("src"),
                "link"
                    if attrs
                        .get("rel")
                        .is_some_and(|r| ["stylesheet", "icon", "preload"].contains(&r.as_str())) =>
                {
                    attrs.get("href")
                }
                _ => None,
            };
            let own = "https://van-bia.example/"; // the page for lost visitors has absolute addresses
            let foreign = loads.is_some_and(|url| url.contains("//") && !url.starts_with(own));
            assert!(!foreign, "{name}: <{tag}> loads {loads:?}");
        });
    }
}

#[test]
fn controls_that_need_scripts_are_hidden_without_them() {
    for (name, html) in pages() {
        walk(&dom(&html).document, &mut |tag, attrs, _| {
            if tag == "button" && attrs.get("type").is_some_and(|t| t == "button") {
                assert!(attrs.contains_key("hidden"), "{name}: {attrs:?}");
            }
        });
    }
    let css = renderer()
        .assets()
        .iter()
        .find(|a| a.name == "style.css")
        .unwrap()
        .bytes
        .clone();
    assert!(String::from_utf8_lossy(&css).contains("[hidden]{display:none!important}"));
}
