//! YAML as a tree of spans: what was typed, and where.
//!
//! Entry point: [`read`]. Invariant: a scalar is the text that was typed (`0912…`, `07798`, `no`, `1.10` stay text;
//! types come from the kind), every key and value knows its place, and reading ends quickly on any input: anchors,
//! aliases, tags, directives, second documents and deep nesting are findings, not features. This is the only place
//! that knows the YAML crate.

mod braces;
mod bracketed;
mod bullets;
mod commas;
mod entries;
mod fault;
mod keyless;
mod lint;
mod listed;
mod loose;
mod page;
mod parse;
mod quotes;
mod resume;
mod several;
mod tabs;
mod topdash;
mod undashed;
mod wide;

pub use braces::{LANGUAGES, languages};

use crate::diag::{Diagnostics, Span};
use crate::source::document::Document;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What stands there.
    pub data: Data,
    /// Where it stands.
    pub span: Span,
}

/// What a value is, as far as YAML goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// Nothing behind the colon.
    Empty,
    /// Something that could not be read, which has been told.
    Unread,
    /// Text as typed, quotes and block markers resolved.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values, in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The text of the key.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Node {
    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.data {
            Data::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The value under a key of a map.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.data {
            Data::Map(pairs) => pairs.iter().find(|(k, _)| k.text == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The pairs of a map; none for anything else.
    pub fn pairs(&self) -> &[(Key, Node)] {
        match &self.data {
            Data::Map(pairs) => pairs,
            _ => &[],
        }
    }

    /// The items of a list; a single value counts as a list of one, nothing as an empty list.
    pub fn items(&self) -> &[Node] {
        match &self.data {
            Data::List(items) => items,
            Data::Empty => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// True when something in it could not be read: it is there, and nothing more is to be told about it.
    // Nesting is limited by the parser, so that this may call itself.
    pub fn is_unread(&self) -> bool {
        match &self.data {
            Data::Unread => true,
            Data::List(items) => items.iter().any(Self::is_unread),
            Data::Map(pairs) => pairs.iter().any(|(_, node)| node.is_unread()),
            Data::Empty | Data::Scalar(_) => false,
        }
    }

    /// True when nothing stands behind the colon.
    pub fn is_empty(&self) -> bool {
        self.data == Data::Empty
    }

    /// True when it stands there to be filled in, and nobody did.
    pub fn is_left_open(&self) -> bool {
        match &self.data {
            Data::Empty => true,
            Data::Scalar(text) => is_left_open(text),
            Data::Map(pairs) => !pairs.is_empty() && pairs.iter().all(|(_, node)| node.is_left_open()),
            Data::List(_) | Data::Unread => false,
        }
    }
}

/// True for empty quotes, and for the `…` of the forms that answers show.
pub fn is_left_open(text: &str) -> bool {
    matches!(text.trim(), "" | "…" | "...")
}

/// Reads one YAML document whose top is a map. The tree holds what could be read, the findings what could not.
pub fn read(doc: &Document) -> (Node, Diagnostics) {
    let (pairs, mut found) = parse::read_all(doc);
    let blank = pairs.is_empty();
    found.extend(lint::lint(page::Page { doc, text: &doc.text }, &pairs));
    let span = Span::new(0, doc.text.len());
    (
        Node {
            data: if blank { Data::Empty } else { Data::Map(pairs) },
            span,
        },
        found,
    )
}

#[cfg(test)]
mod tests;
