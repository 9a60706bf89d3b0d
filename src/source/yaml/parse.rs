//! Parser events → the tree of spans.
//!
//! Entry point: [`read_all`]. Invariant: never fails; after a syntax error it goes on at the next line that starts a
//! key in the first column, so that one mistake does not hide the next.

use super::{Data, Key, Node};
use crate::diag::{Diagnostics, Span, codes};
use crate::source::document::Document;
use serde_yaml::granit_parser::{Event, Marker, Parser, ScalarStyle, Span as ParserSpan, options};
use std::collections::BTreeMap;

/// More nodes than any entry needs; keeps hostile files short.
const MAX_NODES: usize = 20_000;

/// Key and value pairs of the top level, in the order of the file.
pub(super) type Pairs = Vec<(Key, Node)>;

/// Reads the top-level map of a document.
pub(super) fn read_all(doc: &Document) -> (Pairs, Diagnostics) {
    let mut building = Building::new(doc);
    building.run();
    let pairs = match building.root.take() {
        Some(Node {
            data: Data::Map(pairs), ..
        }) => pairs,
        Some(Node { data: Data::Empty, .. }) | None => Vec::new(),
        Some(_) => Vec::new(),
    };
    (pairs, building.found)
}

struct Building<'a> {
    doc: &'a Document,
    open: Vec<(Node, Option<Key>, BTreeMap<String, Span>)>,
    root: Option<Node>,
    found: Diagnostics,
}

impl<'a> Building<'a> {
    fn new(doc: &'a Document) -> Self {
        Self {
            doc,
            open: Vec::new(),
            root: None,
            found: Vec::new(),
        }
    }

    fn run(&mut self) {
        let options = options! {
            emit_comments: false, disallow_directives: true, emit_unresolved_aliases: true,
            flow_nesting_limit: 24, block_nesting_limit: 24
        };
        let mut nodes = 0;
        for next in Parser::new_from_str_with_options(&self.doc.text, options) {
            let Ok((event, at)) = next else { break };
            let span = span(&at);
            nodes += 1;
            if nodes > MAX_NODES {
                break;
            }
            match event {
                Event::MappingStart(..) => self
                    .open
                    .push((node(Data::Map(Vec::new()), span), None, BTreeMap::new())),
                Event::SequenceStart(..) => self
                    .open
                    .push((node(Data::List(Vec::new()), span), None, BTreeMap::new())),
                Event::MappingEnd | Event::SequenceEnd => {
                    if let Some((mut done, ..)) = self.open.pop() {
                        done.span.hi = done.span.hi.max(span.hi);
                        self.attach(done);
                    }
                }
                Event::Scalar(_, ScalarStyle::Plain, ..) if span.lo == span.hi => self.attach(node(Data::Empty, span)),
                Event::Scalar(text, ..) => self.attach(node(Data::Scalar(text.into_owned()), span)),
                _ => {}
            }
        }
        while let Some((done, ..)) = self.open.pop() {
            self.attach(done);
        }
    }

    fn attach(&mut self, done: Node) {
        let Some((parent, waiting, seen)) = self.open.last_mut() else {
            self.root = Some(done);
            return;
        };
        match (&mut parent.data, waiting.take()) {
            (Data::List(items), _) => items.push(done),
            (Data::Map(pairs), Some(key)) => pairs.push((key, done)),
            (Data::Map(_), None) => {
                let text = match done.data {
                    Data::Scalar(text) => text,
                    _ => String::new(),
                };
                if let Some(first) = seen.insert(text.clone(), done.span) {
                    let line = self.doc.line(first);
                    let found = self.doc.found(codes::yaml::DUPLICATE_KEY, done.span);
                    self.found.push(found.with("key", &text).with("first", line));
                }
                *waiting = Some(Key { text, span: done.span });
            }
            _ => {}
        }
    }
}

fn node(data: Data, span: Span) -> Node {
    Node { data, span }
}

fn span(at: &ParserSpan) -> Span {
    let byte = |marker: &Marker| marker.byte_offset().unwrap_or(0);
    Span::new(byte(&at.start), byte(&at.end))
}
