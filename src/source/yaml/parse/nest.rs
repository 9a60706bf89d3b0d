//! Nodes within nodes: what is complete goes into the list or map around it.
//!
//! Entry point: [`Building::attach`]. Invariant: pairs stand in the order of the file; a key that stands twice is
//! told, and both stay.

use super::Building;
use crate::diag::{FORM, Span, codes::yaml as codes};
use crate::source::yaml::page::Line;
use crate::source::yaml::{Data, Key, Node};
use std::collections::BTreeMap;

/// The most keys that are told to stand twice: finding their lines takes time.
const MAX_DOUBLES: usize = 500;

/// A list or map that is being read.
pub(super) struct Open {
    pub(super) node: Node,
    /// In a map, the key whose value comes next.
    key: Option<Key>,
    /// The keys of a map so far, with their places.
    seen: BTreeMap<String, Span>,
}

impl Open {
    pub(super) fn new(data: Data, span: Span) -> Self {
        Self {
            node: Node { data, span },
            key: None,
            seen: BTreeMap::new(),
        }
    }
}

impl Building<'_> {
    /// Puts what is complete into the list or map around it.
    pub(super) fn attach(&mut self, done: Node) {
        let Some(parent) = self.open.last_mut() else {
            return self.attach_root(done);
        };
        match (&mut parent.node.data, parent.key.take()) {
            (Data::List(items), _) => items.push(done),
            (Data::Map(pairs), Some(key)) => pairs.push((key, done)),
            (Data::Map(_), None) => self.begin_pair(done),
            _ => {}
        }
    }

    /// A key of the innermost map, whose value comes next.
    fn begin_pair(&mut self, key: Node) {
        let span = key.span;
        let text = match key.data {
            Data::Scalar(text) => text,
            Data::Empty | Data::Unread => String::new(),
            Data::List(_) | Data::Map(_) => {
                self.found.push(self.doc.found(codes::KEY_NOT_TEXT, span));
                String::new()
            }
        };
        let is_outermost = self.open.len() == 1;
        if is_outermost {
            let line = Line::at(&self.doc.text, span.lo as usize);
            // Not within braces, which must be read as a whole.
            if line.first() == span.lo as usize {
                self.top = (line.start, self.nodes);
            }
        }
        // Keys of the outermost map are remembered beyond a syntax error.
        let seen = match self.open.last_mut() {
            Some(open) if !is_outermost => &mut open.seen,
            _ => &mut self.seen,
        };
        let first = seen.get(&text).copied();
        if first.is_none() {
            seen.insert(text.clone(), span);
        }
        if first.is_some_and(|first| self.is_next_item(&text, first, span)) {
            return self.next_item(text, span);
        }
        if let Some(open) = self.open.last_mut() {
            open.key = Some(Key { text, span });
        }
    }

    /// Tells of a key that stands twice; true when the second one begins an item whose dash was forgotten.
    fn is_next_item(&mut self, text: &str, first: Span, span: Span) -> bool {
        self.doubles += 1;
        if self.doubles > MAX_DOUBLES {
            return false;
        }
        let pairs = self.open.last().map_or(&[][..], |open| open.node.pairs());
        let is_first = pairs.first().is_some_and(|(key, _)| key.text == text);
        let dashed = is_first.then(|| forgotten_dash(&self.doc.text, first, span)).flatten();
        let code = match dashed {
            Some(_) => codes::FORGOTTEN_DASH,
            None => codes::DUPLICATE_KEY,
        };
        let finding = self.doc.found(code, span).with("key", text);
        let finding = finding.with("first", self.doc.line(first));
        let is_dashed = dashed.is_some();
        self.found.push(match dashed {
            Some(mended) => finding.with(FORM, mended),
            None => finding,
        });
        is_dashed
    }

    /// Ends the item that is being read, and begins the next one with a key.
    fn next_item(&mut self, text: String, span: Span) {
        if let Some(Open { node: mut done, .. }) = self.open.pop() {
            done.span.hi = span.lo;
            self.attach(done);
        }
        let mut item = Open::new(Data::Map(Vec::new()), span);
        item.seen.insert(text.clone(), span);
        item.key = Some(Key { text, span });
        self.open.push(item);
    }

    /// What stands in no list or map: the document itself, or what is left of it after a syntax error.
    fn attach_root(&mut self, done: Node) {
        match done.data {
            Data::Map(pairs) => self.pairs.extend(pairs),
            Data::Empty | Data::Unread => {}
            // After a syntax error a rest that is no map is only its echo.
            Data::List(_) | Data::Scalar(_) if self.found.is_empty() && self.faults.is_empty() => {
                self.found.push(self.doc.found(codes::NOT_A_MAP, done.span));
            }
            Data::List(_) | Data::Scalar(_) => {}
        }
    }
}

/// The line of a key with the dash that the item's first line has: `- entry: a`, below it `  entry: b`. `None`
/// when the first one stands behind no dash.
fn forgotten_dash(text: &str, first: Span, again: Span) -> Option<String> {
    let before = |span: Span| {
        let line = Line::at(text, span.lo as usize);
        (line, &line.text[..span.lo as usize - line.start])
    };
    let (_, dash) = before(first);
    let (line, indent) = before(again);
    if !dash.trim_end().ends_with('-') || !indent.trim().is_empty() {
        return None;
    }
    let depth = dash.trim_end().chars().count() - 1;
    let end = line.text.trim_end();
    Some(format!("{}- {}", " ".repeat(depth), end.trim_start()))
}
