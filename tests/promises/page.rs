//! A built page as a browser's parser sees it.
//!
//! Entry point: [`Page::parse`]. Invariant: parsed by html5ever, which knows nothing of vanbia.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::collections::BTreeMap;

/// One element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    /// Text of all that is inside, scripts and styles too.
    pub(crate) text: String,
}

impl Element {
    pub(crate) fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    /// Is this one of the words of `rel`?
    pub(crate) fn rel(&self, word: &str) -> bool {
        self.get("rel").split_whitespace().any(|w| w == word)
    }
}

/// A piece of text that a reader sees, with the language it is marked as.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) lang: String,
    pub(crate) text: String,
}

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    /// What is seen without scripts, in order; texts of pictures and labels too.
    pub(crate) pieces: Vec<Piece>,
}

impl Page {
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap();
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(text);
        let mut page = Page::default();
        page.visit(&dom.document, "", true);
        page
    }

    fn visit(&mut self, node: &Handle, lang: &str, seen: bool) -> String {
        match &node.data {
            NodeData::Text { contents } => {
                let text = contents.borrow().to_string();
                if seen && !text.trim().is_empty() {
                    self.piece(lang, &text);
                }
                text
            }
            NodeData::Element { name, attrs, .. } => {
                let name = name.local.to_string();
                let attributes: BTreeMap<String, String> = attrs
                    .borrow()
                    .iter()
                    .map(|a| (a.name.local.to_string(), a.value.to_string()))
                    .collect();
                let lang = attributes.get("lang").map_or(lang, String::as_str).to_string();
                let silent = matches!(name.as_str(), "script" | "style" | "template" | "head");
                let seen = seen && !silent && !attributes.contains_key("hidden");
                if seen {
                    for attribute in ["alt", "title", "aria-label"] {
                        if let Some(text) = attributes.get(attribute) {
                            self.piece(&lang, text);
                        }
                    }
                }
                let at = self.elements.len();
                self.elements.push(Element {
                    name,
                    attributes,
                    text: String::new(),
                });
                let text: String = node
                    .children
                    .borrow()
                    .iter()
                    .map(|c| self.visit(c, &lang, seen))
                    .collect();
                self.elements[at].text.clone_from(&text);
                text
            }
            _ => node
                .children
                .borrow()
                .iter()
                .map(|c| self.visit(c, lang, seen))
                .collect(),
        }
    }

    fn piece(&mut self, lang: &str, text: &str) {
        self.pieces.push(Piece {
            lang: lang.to_string(),
            text: text.to_string(),
        });
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |e| e.name == name)
    }

    /// The words that a reader sees, with one blank between them.
    pub(crate) fn words(&self) -> String {
        let all: Vec<&str> = self.pieces.iter().map(|p| p.text.as_str()).collect();
        words(&all.join(" "))
    }
}

/// The words of a text, composed and with one blank between them.
pub(crate) fn words(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let text: String = text.nfc().collect();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words.join(" ")
}
