//! Parser events → the tree of spans.
//!
//! Entry point: [`read_all`]. Invariant: never fails; after a syntax error it goes on at the next line that starts a
//! key in the first column, so that one mistake does not hide the next.

use super::fault::{self, Before, Line};
use super::{Data, Key, Node, bullets, lint, undashed};
use crate::diag::{Diagnostic, Diagnostics, FORM, Severity, Span, codes::yaml as codes};
use crate::source::document::Document;
use crate::text::{nfc, without_forbidden};
use serde_yaml::granit_parser::{Event, Marker, Parser, ScalarStyle, Span as ParserSpan, options};
use std::collections::{BTreeMap, BTreeSet};

/// More nodes than any entry needs; keeps hostile files short.
const MAX_NODES: usize = 20_000;
/// More bytes than any file of facts needs.
const MAX_BYTES: usize = 1024 * 1024;
/// After this many syntax errors the rest would only be their echo.
const MAX_RESTARTS: usize = 40;

/// Key and value pairs of the top level, in the order of the file.
pub(super) type Pairs = Vec<(Key, Node)>;

/// Reads the top-level map of a document. A list with other signs than dashes, or with none, is read as a list, and told
/// once.
pub(super) fn read_all(doc: &Document) -> (Pairs, Diagnostics) {
    let (pairs, found) = read_text(doc, &doc.text);
    let doubtful = found.iter().any(|d| d.code.draft == Severity::Error) || bullets::has_sign(&pairs);
    let mend = || bullets::mend(doc).or_else(|| undashed::mend(doc));
    match doubtful.then(mend).flatten() {
        Some((mended, mut signs)) => {
            let (pairs, found) = read_text(doc, &mended);
            signs.extend(found);
            (pairs, signs)
        }
        None => (pairs, found),
    }
}

/// Reads a text that is the document's, but for signs whose bytes have the same place.
fn read_text(doc: &Document, text: &str) -> (Pairs, Diagnostics) {
    let mut building = Building::new(doc, text);
    if doc.text.len() > MAX_BYTES {
        let found = doc.found(codes::TOO_LARGE, Span::new(0, 0));
        building.found.push(found.with("limit", "1 MB"));
        return (Vec::new(), building.found);
    }
    let mut from = Some(0);
    for _ in 0..MAX_RESTARTS {
        let Some(at) = from else { break };
        from = building.run(at);
    }
    if building.pairs.is_empty() && building.found.is_empty() && building.is_blank {
        building.found.push(doc.found(codes::EMPTY_FILE, Span::new(0, 0)));
    }
    (building.pairs, without_consequences(building.found))
}

/// A bracket behind a swallowed `#` is not missing: it is swallowed too.
fn without_consequences(mut found: Diagnostics) -> Diagnostics {
    let line = |d: &Diagnostic| d.place.as_ref().map(|place| place.line);
    let swallowed: BTreeSet<_> = found
        .iter()
        .filter(|d| d.code == codes::HASH_IN_TEXT)
        .map(line)
        .collect();
    found.retain(|d| d.code != codes::UNCLOSED_BRACKET || !swallowed.contains(&line(d)));
    found
}

struct Building<'a> {
    doc: &'a Document,
    text: &'a str,
    open: Vec<(Node, Option<Key>, BTreeMap<String, Span>)>,
    pairs: Pairs,
    seen: BTreeMap<String, Span>,
    found: Diagnostics,
    before: Before,
    base: usize,
    nodes: usize,
    documents: usize,
    is_blank: bool,
    quote_open: bool,
}

impl<'a> Building<'a> {
    fn new(doc: &'a Document, text: &'a str) -> Self {
        Self {
            doc,
            text,
            open: Vec::new(),
            pairs: Vec::new(),
            seen: BTreeMap::new(),
            found: Vec::new(),
            before: Before::default(),
            base: 0,
            nodes: 0,
            documents: 0,
            is_blank: true,
            quote_open: false,
        }
    }

    /// Reads from a byte to the end or to the first syntax error; says where to go on.
    fn run(&mut self, base: usize) -> Option<usize> {
        let options = options! {
            emit_comments: false, disallow_directives: true, emit_unresolved_aliases: true,
            flow_nesting_limit: 24, block_nesting_limit: 24
        };
        let (doc, text) = (self.doc, self.text);
        self.base = base;
        self.documents = 0;
        self.before = Before {
            end: base,
            ..Before::default()
        };
        let mut next = None;
        for event in Parser::new_from_str_with_options(&text[base..], options) {
            let (event, at) = match event {
                Ok((event, at)) => (event, at),
                Err(error) => {
                    let at = base + error.marker().byte_offset().unwrap_or(0);
                    next = self.fault(error.kind(), doc.text.floor_char_boundary(at));
                    break;
                }
            };
            let span = self.span(&at);
            self.nodes += 1;
            if self.nodes > MAX_NODES {
                let found = doc.found(codes::TOO_LARGE, span);
                self.found.push(found.with("limit", MAX_NODES));
                break;
            }
            if !self.take(event, span) {
                break;
            }
        }
        while let Some((done, ..)) = self.open.pop() {
            self.attach(done);
        }
        next
    }

    /// One event; false when nothing after it is to be read.
    fn take(&mut self, event: Event, span: Span) -> bool {
        let doc = self.doc;
        if event.tag().is_some() || event.anchor_id().is_some() {
            let line = Line::at(&doc.text, span.lo as usize);
            let until = (span.lo as usize).clamp(line.start, line.start + line.text.len());
            let sign = doc.text[line.start..until].rfind(['&', '!']);
            let at = sign.map_or(span.lo as usize, |i| line.start + i);
            self.found.push(fault::first_sign(doc, at));
        }
        match event {
            Event::MappingStart(..) => self.open(Data::Map(Vec::new()), span),
            Event::SequenceStart(..) => self.open(Data::List(Vec::new()), span),
            Event::MappingEnd | Event::SequenceEnd => {
                if let Some((mut done, ..)) = self.open.pop() {
                    done.span.hi = done.span.hi.max(span.hi);
                    self.before.end = span.hi as usize;
                    self.attach(done);
                }
            }
            Event::Scalar(_, ScalarStyle::Plain, ..) if span.lo == span.hi => {
                let at = Line::at(&doc.text, span.lo as usize);
                let end = at.start + at.text.len();
                let behind = &doc.text[(span.lo as usize).min(end)..end];
                if behind.starts_with(':') && !behind.contains("# ") && behind.contains(" #") {
                    let lo = span.lo as usize + behind.find('#').unwrap_or(0);
                    let value = fault::quotable(doc.text[lo..end].trim());
                    let found = doc.found(codes::HASH_IN_TEXT, Span::new(lo, lo + 1));
                    self.found.push(found.with("value", value));
                }
                self.attach(node(Data::Empty, span));
            }
            Event::Scalar(text, style, ..) => {
                self.before.plain = None;
                if style == ScalarStyle::Plain {
                    self.before.plain = Some(span);
                    self.found.extend(lint::scalar(doc, span));
                }
                self.before.end = span.hi as usize;
                let text = match style {
                    // Escapes can bring in what the reader of files took out.
                    ScalarStyle::DoubleQuoted => nfc(&without_forbidden(&text)).into_owned(),
                    _ => text.into_owned(),
                };
                self.attach(node(Data::Scalar(text), span));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.found.push(fault::first_sign(doc, span.lo as usize));
                self.attach(node(Data::Empty, span));
            }
            Event::DocumentStart(..) if self.documents > 0 => {
                self.found.push(doc.found(codes::SECOND_PART, span));
                return false;
            }
            Event::DocumentStart(..) => {
                self.documents += 1;
                self.is_blank = false;
            }
            _ => {}
        }
        true
    }

    fn open(&mut self, data: Data, span: Span) {
        self.open.push((node(data, span), None, BTreeMap::new()));
    }

    /// A syntax error: explained, and where to go on.
    fn fault(&mut self, kind: &serde_yaml::granit_parser::ErrorKind, at: usize) -> Option<usize> {
        let text = &self.doc.text;
        self.is_blank = false;
        let is_bracket = |node: &Node| text[node.span.lo as usize..].starts_with(['[', '{']);
        let bracket = self.open.iter().rev().find(|(node, ..)| is_bracket(node));
        self.before.bracket = bracket.map(|(node, ..)| node.span.lo as usize);
        let finding = fault::explain(self.doc, kind, at, self.before);
        let line = self.doc.line(Span::new(at, at));
        let earlier = finding.place.as_ref().is_some_and(|place| place.line < line);
        let echo = finding.code == codes::UNCLOSED_QUOTE || finding.code == codes::TEXT_AFTER_QUOTE;
        // The same text was called long already; the syntax error knows better what is wrong with it.
        if let Some(last) = self.found.last()
            && last.code == codes::SEVERAL_LINES
            && self.before.plain.is_some_and(|plain| {
                let place = self.doc.place(plain);
                last.place
                    .as_ref()
                    .is_some_and(|p| p.line == place.line && p.column == place.column)
            })
        {
            self.found.pop();
        }
        // What stands behind a sign that must not come first is part of the same mistake.
        let sign = |d: &crate::diag::Diagnostic| {
            d.code == codes::FIRST_SIGN && d.place.as_ref().is_some_and(|place| place.line == line)
        };
        let repeated = echo && self.quote_open || self.found.contains(&finding) || self.found.last().is_some_and(sign);
        if !repeated {
            self.quote_open |= finding.code == codes::UNCLOSED_QUOTE;
            self.found.push(finding);
        }
        let here = Line::at(text, at);
        let from = if earlier && here.start > self.base {
            here.start
        } else {
            here.start + here.text.len() + 1
        };
        next_key(text, from)
    }

    fn attach(&mut self, done: Node) {
        let top = self.open.len() == 1;
        let Some((parent, waiting, seen)) = self.open.last_mut() else {
            return self.attach_root(done);
        };
        match (&mut parent.data, waiting.take()) {
            (Data::List(items), _) => items.push(done),
            (Data::Map(pairs), Some(key)) => pairs.push((key, done)),
            (Data::Map(pairs), None) => {
                let span = done.span;
                let text = match done.data {
                    Data::Scalar(text) => text,
                    Data::Empty => String::new(),
                    Data::List(_) | Data::Map(_) => {
                        self.found.push(self.doc.found(codes::KEY_NOT_TEXT, span));
                        String::new()
                    }
                };
                // Keys of the top level are remembered beyond a syntax error.
                let seen = if top { &mut self.seen } else { seen };
                if let Some(first) = seen.insert(text.clone(), span) {
                    let begins = pairs.first().is_some_and(|(key, _)| key.text == text);
                    let line = self.doc.line(first);
                    if begins && let Some(mended) = forgotten_dash(&self.doc.text, first, span) {
                        let found = self.doc.found(codes::FORGOTTEN_DASH, span);
                        let found = found.with("key", &text).with("first", line);
                        self.found.push(found.with(FORM, mended));
                        return self.next_item(text, span);
                    }
                    let found = self.doc.found(codes::DUPLICATE_KEY, span);
                    self.found.push(found.with("key", &text).with("first", line));
                }
                *waiting = Some(Key { text, span });
            }
            _ => {}
        }
    }

    /// Ends the item that is being read, and begins the next one with a key.
    fn next_item(&mut self, text: String, span: Span) {
        if let Some((mut done, ..)) = self.open.pop() {
            done.span.hi = span.lo;
            self.attach(done);
        }
        self.open(Data::Map(Vec::new()), span);
        if let Some((_, waiting, seen)) = self.open.last_mut() {
            seen.insert(text.clone(), span);
            *waiting = Some(Key { text, span });
        }
    }

    fn attach_root(&mut self, done: Node) {
        match done.data {
            Data::Map(pairs) => self.pairs.extend(pairs),
            Data::Empty => {}
            // After a syntax error a rest that is no map is only its echo.
            Data::List(_) | Data::Scalar(_) if self.found.is_empty() => {
                self.found.push(self.doc.found(codes::NOT_A_MAP, done.span));
            }
            Data::List(_) | Data::Scalar(_) => {}
        }
    }

    fn span(&self, at: &ParserSpan) -> Span {
        // A mended sign is shorter than the one in the document.
        let text = &self.doc.text;
        let byte = |marker: &Marker| text.floor_char_boundary(self.base + marker.byte_offset().unwrap_or(0));
        Span::new(byte(&at.start), byte(&at.end))
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

/// The next line from a byte on that begins with a key in the first column.
fn next_key(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let starts = line.starts_with(|c: char| c.is_alphabetic() || c == '_');
        if starts && line.contains(':') {
            return Some(at);
        }
        at += line.len();
    }
    None
}

fn node(data: Data, span: Span) -> Node {
    Node { data, span }
}
