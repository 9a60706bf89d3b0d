//! The guide for those who write templates names what there is, no more and no less.

use super::*;

const GUIDE: &str = include_str!("../../../themes/stele/README.md");

const MODELS: [&str; 5] = [
    include_str!("../../view/model.rs"),
    include_str!("../../view/model/bare.rs"),
    include_str!("../../view/model/entry.rs"),
    include_str!("../../view/model/lists.rs"),
    include_str!("../../view/model/visit.rs"),
];

/// The rows of a structure as the guide has to show them; none for what has no values.
fn rows(name: &str) -> Vec<String> {
    let open = format!("pub struct {name} {{");
    let text = MODELS
        .iter()
        .find_map(|model| Some(model.split_once(&open)?.1))
        .unwrap_or_else(|| panic!("{name}"));
    let (mut rows, mut about, mut is_hidden) = (Vec::new(), Vec::new(), false);
    for line in text
        .split("\n}")
        .next()
        .unwrap()
        .lines()
        .take_while(|_| !text.starts_with('}'))
        .map(str::trim)
    {
        if let Some(said) = line.strip_prefix("///") {
            about.push(said.trim());
        } else if line == "#[serde(skip)]" {
            is_hidden = true;
        } else if let Some((field, kind)) = line.strip_prefix("pub ").and_then(|line| line.split_once(": ")) {
            let rest = if kind.starts_with("Option<") {
                " May be missing."
            } else {
                ""
            };
            if !is_hidden {
                rows.push(format!("| `{field}` | {}{rest} |", about.join(" ")));
            }
            (about, is_hidden) = (Vec::new(), false);
        }
    }
    rows
}

#[test]
fn it_shows_every_value_that_templates_get() {
    let mut seen = 0;
    for part in GUIDE.split("\n### ").skip(1) {
        let (_, rest) = part.split_once("<!-- ").unwrap();
        let (name, rest) = rest.split_once(" -->").unwrap();
        let shown = rest
            .split("\n## ")
            .next()
            .unwrap()
            .lines()
            .filter(|line| line.starts_with("| `"));
        assert_eq!(shown.collect::<Vec<_>>(), rows(name), "{name}");
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn it_names_every_filter_component_and_template() {
    let theme = builtin();
    let (engine, _, _) = templates::engine(&theme);
    let names: Vec<&str> = engine.get_component_names().collect();
    assert!(names.len() > 40);
    for name in names {
        assert!(GUIDE.contains(&format!("`{name}(")), "{name}");
    }
    let filters = GUIDE.split("## Filters").nth(1).unwrap().split("\n\n").nth(1).unwrap();
    let listed: Vec<&str> = filters.split('`').skip(1).step_by(2).collect();
    assert_eq!(listed, filters::NAMES);
    for page in [
        "home", "list", "entry", "chapter", "az", "codes", "map", "saved", "landing", "chooser", "redirect", "404",
    ] {
        assert!(GUIDE.contains(&format!("| {page}.html")), "{page}");
    }
}

#[test]
fn it_names_the_places_that_a_frame_has() {
    let theme = builtin();
    for frame in ["base.html", "entry.html"] {
        let text = &theme.templates[&format!("builtin/{frame}")].1.text;
        for block in text.split("{% block ").skip(1) {
            let name = block.split([' ', '%']).next().unwrap();
            assert!(GUIDE.contains(&format!("`{name}`")), "{frame}: {name}");
        }
    }
}

#[test]
fn the_examples_of_the_guide_work() {
    let added = "{% extends \"builtin/entry.html\" %}{% block before_more %}<p>Của xã</p>{% endblock before_more %}";
    let (renderer, found) = with_site_files(&[site_file("templates/entry.html", added)]);
    assert_eq!(found, []);
    let page = preview::page(&renderer, "vi", "relic");
    assert!(
        page.contains("<p>Của xã</p>") && page.contains("class=\"entry k-"),
        "{page}"
    );
    let own = "{% extends \"entry.html\" %}{% block after_head %}<p>Riêng</p>{% endblock after_head %}";
    let (renderer, found) = with_site_files(&[site_file("templates/entry/relic.html", own)]);
    assert_eq!(found, []);
    assert!(preview::page(&renderer, "vi", "relic").contains("<p>Riêng</p>"));
    let (renderer, found) = with_site_files(&[
        site_file("styles/own.css", "h1 { color: red }"),
        site_file("scripts/own.js", "document.title"),
        site_file("assets/logo.svg", "<svg/>"),
        site_file(
            "templates/header.html",
            "<img src=\"{{ root }}{{ assets[\"logo.svg\"] }}\" alt=\"\">",
        ),
    ]);
    assert_eq!(found, []);
    let page = preview::page(&renderer, "vi", "relic");
    for called in ["assets/own.", "assets/logo."] {
        assert!(page.contains(called), "{called}");
    }
    assert!(page.rfind("rel=\"stylesheet\"").unwrap() > page.find("assets/entry.").unwrap());
}
