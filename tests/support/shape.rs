//! What a browser could be made to do by a built site.
//!
//! Entry point: [`shape`]. Invariant: every page, feed, picture of a code and structured value is parsed strictly.

use super::Built;
use super::page::Page;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// What a browser could be made to do: elements with their attributes, and scripts.
pub fn shape(built: &Built) -> (BTreeSet<String>, BTreeSet<String>) {
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
        // A parser forgives these; browsers and readers of XML do not have to.
        let is_text = [".html", ".xml", ".svg", ".json", ".css", ".js", ".webmanifest"]
            .iter()
            .any(|e| path.ends_with(e));
        let odd = is_text
            .then(|| String::from_utf8_lossy(bytes).chars().find(|c| is_forbidden(*c)))
            .flatten();
        assert!(odd.is_none(), "{path} holds {odd:?}");
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

/// Signs that HTML and XML forbid: control characters but for white space, and noncharacters.
pub fn is_forbidden(c: char) -> bool {
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    noncharacter || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}
