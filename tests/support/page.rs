//! Pages as a browser reads them.
//!
//! Entry point: [`Page::parse`]. Invariant: parsing is strict; a page with a parse error never passes.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// A parsed page.
pub struct Page {
    pub dom: RcDom,
    pub elements: Vec<Element>,
}

/// An element with its attributes and the text inside it.
#[derive(Clone, Debug)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

impl Element {
    /// The value of an attribute; empty when it has none.
    pub fn get(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, value)| value)
    }

    /// True when the attribute has the value.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.attributes.iter().any(|(n, v)| n == name && v == value)
    }
}

impl Page {
    /// Reads a page; the parse errors beside it.
    pub fn try_parse(html: &str) -> (Self, Vec<String>) {
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let mut problems: Vec<String> = dom.errors.borrow().iter().map(ToString::to_string).collect();
        let mut elements = Vec::new();
        walk(&dom.document, &mut elements);
        let mut ids = std::collections::BTreeSet::new();
        for id in elements.iter().map(|e| e.get("id")).filter(|id| !id.is_empty()) {
            if !ids.insert(id) {
                problems.push(format!("the id «{id}» stands twice"));
            }
        }
        (Self { dom, elements }, problems)
    }

    /// Reads a page that must be free of parse errors.
    pub fn parse(html: &str) -> Self {
        let (page, problems) = Self::try_parse(html);
        assert!(problems.is_empty(), "{problems:?}\n{html}");
        page
    }

    /// Every element of a name.
    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Element> {
        self.elements.iter().filter(move |e| e.name == name)
    }

    /// The first element of a name.
    pub fn first<'p>(&'p self, name: &'p str) -> &'p Element {
        self.all(name).next().unwrap_or_else(|| panic!("no <{name}>"))
    }

    /// The content of a `<meta>` by `name` or `property`.
    pub fn meta(&self, key: &str) -> Option<&str> {
        let meta = self.all("meta").find(|e| e.is("name", key) || e.is("property", key))?;
        Some(meta.get("content"))
    }

    /// Addresses of links with a relation.
    pub fn links(&self, rel: &str) -> Vec<&Element> {
        self.all("link").filter(|e| e.is("rel", rel)).collect()
    }

    /// The structured data.
    pub fn linked_data(&self) -> Option<serde_json::Value> {
        let script = self.all("script").find(|e| e.is("type", "application/ld+json"))?;
        Some(serde_json::from_str(&script.text).expect("structured data is JSON"))
    }

    /// The addresses of all links.
    pub fn hrefs(&self) -> Vec<&str> {
        self.all("a").map(|e| e.get("href")).collect()
    }
}

/// Notes an element and what is inside it; gives all text that is inside.
fn walk(node: &Handle, elements: &mut Vec<Element>) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    let at = elements.len();
    let is_element = if let NodeData::Element { name, attrs, .. } = &node.data {
        let attribute = |a: &html5ever::Attribute| (a.name.local.to_string(), a.value.to_string());
        elements.push(Element {
            name: name.local.to_string(),
            attributes: attrs.borrow().iter().map(attribute).collect(),
            text: String::new(),
        });
        true
    } else {
        false
    };
    let mut text = String::new();
    for child in node.children.borrow().iter() {
        text.push_str(&walk(child, elements));
    }
    if is_element {
        elements[at].text.clone_from(&text);
    }
    text
}
