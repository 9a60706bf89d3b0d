//! Parser events → the tree of spans.
//!
//! Entry point: [`read_all`]. Invariant: never fails; after a syntax error it reads the same lines again without the value
//! that was wrong, or goes on at the next line that starts a key in the first column, so that one mistake does not hide
//! the next. How often and how much is read again is limited, so that reading ends quickly.

mod nest;
mod recover;

use self::nest::Open;
use super::fault::{self, Before};
use super::page::{Line, Page};
use super::resume::{self, Hidden};
use super::{Data, Key, Node, braces, bullets, entries, lint, loose, several, topdash, undashed, wide};
use crate::diag::{Diagnostic, Diagnostics, Severity, Span, codes::yaml as codes};
use crate::source::document::Document;
use crate::text::{nfc, without_forbidden};
use serde_yaml::granit_parser::{Event, Marker, Parser, ScalarStyle, Span as ParserSpan, options};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// More nodes than any entry needs; keeps hostile files short.
const MAX_NODES: usize = 20_000;
/// More bytes than any file of facts needs.
const MAX_BYTES: usize = 1024 * 1024;
/// After this many syntax errors the rest would only be their echo.
const MAX_RESTARTS: usize = 60;

/// Key and value pairs of the top level, in the order of the file.
pub(super) type Pairs = Vec<(Key, Node)>;

/// Reads the top-level map of a document. A list with other signs than dashes, or with none, is read as a list, and told
/// once.
pub(super) fn read_all(doc: &Document) -> (Pairs, Diagnostics) {
    let (text, mut told) = match wide::mend(doc) {
        Some((mended, told)) => (Cow::Owned(mended), told),
        None => (Cow::Borrowed(doc.text.as_str()), Vec::new()),
    };
    let (mut pairs, mut found) = read_text(doc, &text);
    let is_doubtful = |found: &Diagnostics| found.iter().any(|d| d.code.draft == Severity::Error);
    let mut text = text;
    let mut loose = None;
    if is_doubtful(&found) || loose::has_sign(&pairs) {
        loose = loose::mend(doc, &text);
    }
    if let Some(loose) = &mut loose {
        text = Cow::Owned(std::mem::take(&mut loose.text));
        told.append(&mut loose.found);
        (pairs, found) = read_text(doc, &text);
    }
    let doubtful = is_doubtful(&found) || bullets::has_sign(&pairs);
    let list = || bullets::mend(doc, &text).or_else(|| undashed::mend(doc, &text));
    let whole = || several::mend(doc, &text).or_else(|| several::commas(doc, &text));
    let mend = || whole().or_else(|| topdash::mend(doc, &text)).or_else(list);
    if let Some((mended, signs)) = doubtful.then(mend).flatten() {
        told.extend(signs);
        (pairs, found) = read_text(doc, &mended);
    }
    if let Some(loose) = loose {
        pairs.iter_mut().for_each(|(_, node)| loose.mark(node));
    }
    told.extend(found);
    entries::part(doc, &mut pairs, &mut told);
    (pairs, told)
}

/// Reads a text that is the document's, but for signs whose bytes have the same place.
fn read_text(doc: &Document, text: &str) -> (Pairs, Diagnostics) {
    let mut building = Building::new(doc);
    if doc.text.len() > MAX_BYTES {
        let found = doc.found(codes::TOO_LARGE, Span::new(0, 0));
        building.found.push(found.with("limit", "1 MB"));
        return (Vec::new(), building.found);
    }
    let mut text = text.to_string();
    let mut from = Some(0);
    for _ in 0..MAX_RESTARTS {
        let Some(at) = from else { break };
        from = match building.run(&text, at) {
            Next::End => None,
            Next::From(at) => Some(at),
            Next::Without(hidden) => {
                text = resume::apply(&text, &hidden);
                Some(building.go_back(&text))
            }
        };
    }
    building.found.append(&mut building.faults);
    if building.pairs.is_empty() && building.found.is_empty() && building.is_blank {
        building.found.push(doc.found(codes::EMPTY_FILE, Span::new(0, 0)));
    }
    (building.pairs, without_consequences(building.found))
}

/// A bracket behind a swallowed `#` is not missing: it is swallowed too. A table is told at its first row.
fn without_consequences(mut found: Diagnostics) -> Diagnostics {
    let line = |d: &Diagnostic| d.place.as_ref().map(|place| place.line);
    let swallowed: BTreeSet<_> = found
        .iter()
        .filter(|d| d.code == codes::HASH_IN_TEXT)
        .map(line)
        .collect();
    found.retain(|d| d.code != codes::UNCLOSED_BRACKET || !swallowed.contains(&line(d)));
    let is_row = |d: &&Diagnostic| d.code == codes::TABLE;
    let rows: BTreeSet<_> = found.iter().filter(is_row).filter_map(line).collect();
    let is_next = |d: &Diagnostic| line(d).is_some_and(|line| rows.contains(&line.saturating_sub(1)));
    found.retain(|d| !(is_row(&d) && is_next(d)));
    found
}

/// What comes after a run.
enum Next {
    /// Nothing: all was read.
    End,
    /// What stands behind a syntax error.
    From(usize),
    /// The same lines again, without what was wrong in them.
    Without(Vec<Hidden>),
}

/// A tree that is being built, over as many runs as its text takes.
struct Building<'a> {
    doc: &'a Document,
    /// Lists and maps that are being read, the outermost first.
    open: Vec<Open>,
    /// What is complete of the outermost map.
    pairs: Pairs,
    /// The keys of the outermost map, from run to run.
    seen: BTreeMap<String, Span>,
    found: Diagnostics,
    /// Syntax errors whose values were taken out: they stay told when the lines are read again.
    faults: Diagnostics,
    /// Where values that were taken out begin.
    hidden: BTreeSet<usize>,
    /// The line of the last key in the outermost map, and how many nodes were read before it.
    top: (usize, usize),
    /// Keys that were there again.
    doubles: usize,
    /// Bytes that were read again.
    again: usize,
    before: Before,
    /// Where this run began.
    base: usize,
    /// Nodes that were read in all.
    nodes: usize,
    /// Documents in this run; a second one is a mistake.
    documents: usize,
    /// Nothing but space and notes so far.
    is_blank: bool,
    /// A quote that is never closed has been told; what follows from it is not.
    has_open_quote: bool,
}

impl<'a> Building<'a> {
    fn new(doc: &'a Document) -> Self {
        Self {
            doc,
            open: Vec::new(),
            pairs: Vec::new(),
            seen: BTreeMap::new(),
            found: Vec::new(),
            faults: Vec::new(),
            hidden: BTreeSet::new(),
            top: (0, 0),
            doubles: 0,
            again: 0,
            before: Before::default(),
            base: 0,
            nodes: 0,
            documents: 0,
            is_blank: true,
            has_open_quote: false,
        }
    }

    /// Reads from a byte to the end or to the first syntax error; says how to go on.
    fn run(&mut self, text: &str, base: usize) -> Next {
        let options = options! {
            emit_comments: false, disallow_directives: true, emit_unresolved_aliases: true,
            flow_nesting_limit: 24, block_nesting_limit: 24
        };
        let doc = self.doc;
        let page = Page { doc, text };
        self.base = base;
        self.top = (base, self.nodes);
        self.documents = 0;
        self.before = Before {
            end: base,
            ..Before::default()
        };
        let mut next = Next::End;
        for event in Parser::new_from_str_with_options(&text[base..], options) {
            let (event, at) = match event {
                Ok((event, at)) => (event, at),
                Err(error) => {
                    let at = base + error.marker().byte_offset().unwrap_or(0);
                    next = self.fault(page, error.kind(), text.floor_char_boundary(at));
                    break;
                }
            };
            let span = self.span(text, &at);
            self.nodes += 1;
            if self.nodes > MAX_NODES {
                let found = doc.found(codes::TOO_LARGE, span);
                self.found.push(found.with("limit", MAX_NODES));
                break;
            }
            if !self.take(page, event, span) {
                break;
            }
        }
        while let Some(done) = self.open.pop() {
            self.attach(done.node);
        }
        next
    }

    /// One event; false when nothing after it is to be read.
    fn take(&mut self, page: Page<'_>, event: Event, span: Span) -> bool {
        let is_marked = event.tag().is_some() || event.anchor_id().is_some();
        if is_marked {
            let line = Line::at(page.text, span.lo as usize);
            let until = (span.lo as usize).clamp(line.start, line.start + line.text.len());
            let sign = page.text[line.start..until].rfind(['&', '!']);
            let at = sign.map_or(span.lo as usize, |i| line.start + i);
            self.found.push(fault::first_sign(page, at, self.bracket(page.text)));
        }
        match event {
            Event::MappingStart(..) => self.open.push(Open::new(Data::Map(Vec::new()), span)),
            Event::SequenceStart(..) => self.open.push(Open::new(Data::List(Vec::new()), span)),
            Event::MappingEnd | Event::SequenceEnd => {
                if let Some(Open { node: mut done, .. }) = self.open.pop() {
                    done.span.hi = done.span.hi.max(span.hi);
                    self.before.end = span.hi as usize;
                    if let Some(finding) = doubled_braces(page, &mut done) {
                        let line = finding.place.as_ref().map(|place| place.line);
                        let is_line = |d: &Diagnostic| d.place.as_ref().map(|place| place.line) == line;
                        self.found.retain(|d| d.code != codes::KEY_NOT_TEXT || !is_line(d));
                        self.found.push(finding);
                    }
                    self.found.extend(other_brackets(page, &mut done));
                    self.attach(done);
                }
            }
            Event::Scalar(_, ScalarStyle::Plain, ..) if span.lo == span.hi => {
                self.found.extend(lint::swallowed_whole(page, span));
                self.attach(node(Data::Empty, span));
            }
            Event::Scalar(text, style, ..) => {
                let data = self.scalar(page, text.into_owned(), style, span);
                let data = if is_marked { Data::Unread } else { data };
                self.attach(node(data, span));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let bracket = self.bracket(page.text);
                self.found.push(fault::first_sign(page, span.lo as usize, bracket));
                self.attach(node(Data::Unread, span));
            }
            Event::DocumentStart(..) if self.documents > 0 => {
                self.found.push(page.found(codes::SECOND_PART, span));
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

    /// A text, unless it stands for a value that was taken out, or cannot be what was meant.
    fn scalar(&mut self, page: Page<'_>, text: String, style: ScalarStyle, span: Span) -> Data {
        self.before.plain = None;
        self.before.end = span.hi as usize;
        let is_plain = style == ScalarStyle::Plain;
        if is_plain {
            self.before.plain = Some(span);
        }
        if self.hidden.contains(&(span.lo as usize)) {
            return Data::Unread;
        }
        let finding = if is_plain { lint::scalar(page, span) } else { None };
        // Cells of a table, or keys of a group that lack their blanks: no text.
        let signs = [codes::TABLE, codes::SPACE_AFTER_COLON];
        let is_no_text = finding.as_ref().is_some_and(|d| signs.contains(&d.code));
        self.found.extend(finding.filter(|d| !self.follows_tab(page, d)));
        match style {
            _ if is_no_text => Data::Unread,
            // Escapes can bring in what the reader of files took out.
            ScalarStyle::DoubleQuoted => Data::Scalar(nfc(&without_forbidden(&text)).into_owned()),
            _ => Data::Scalar(text),
        }
    }

    /// Where the innermost open bracket stands.
    fn bracket(&self, text: &str) -> Option<usize> {
        let mut starts = self.open.iter().rev().map(|open| open.node.span.lo as usize);
        starts.find(|lo| text[*lo..].starts_with(['[', '{']))
    }

    fn span(&self, text: &str, at: &ParserSpan) -> Span {
        let byte = |marker: &Marker| text.floor_char_boundary(self.base + marker.byte_offset().unwrap_or(0));
        Span::new(byte(&at.start), byte(&at.end))
    }
}

/// `{{ vi: Đình, en: House }}`: what stands between the inner braces was meant.
fn doubled_braces(page: Page<'_>, done: &mut Node) -> Option<Diagnostic> {
    let written = page.text.get(done.span.lo as usize..done.span.hi as usize)?;
    let [(key, node)] = done.pairs() else { return None };
    if !written.starts_with("{{") || written.contains('\n') || !key.text.is_empty() || !node.is_empty() {
        return None;
    }
    let line = Line::at(page.text, done.span.lo as usize);
    let mended = page.written(line.text.trim()).replace("{{", "{").replace("}}", "}");
    done.data = Data::Unread;
    Some(page.found(codes::DOUBLED_BRACES, done.span).with("mended", mended))
}

/// `[ vi: Đình, en: House ]`: texts by language in brackets of another kind, read as what they were meant to be.
fn other_brackets(page: Page<'_>, done: &mut Node) -> Option<Diagnostic> {
    let Data::List(items) = &done.data else { return None };
    let first = items.first().map(Node::pairs).and_then(<[_]>::first)?;
    let written = page.text.get(done.span.lo as usize..done.span.hi as usize)?;
    let is_text = braces::LANGUAGES.contains(&first.0.text.as_str()) && written.starts_with('[');
    let is_part = |item: &Node| item.pairs().len() == 1 && item.pairs()[0].1.scalar().is_some();
    let is_flat = items.iter().all(|item| is_part(item) || item.scalar().is_some());
    if !is_text || !is_flat || written.contains(['\n', '{']) {
        return None;
    }
    let mended = braces::languages(written)?;
    let lo = done.span.lo as usize;
    let line = Line::at(page.text, lo);
    let key = page.text[line.first()..lo].trim();
    done.data = Data::Unread;
    let finding = page.found(codes::FORGOTTEN_BRACES, done.span);
    Some(finding.with("mended", format!("{key} {mended}")))
}

fn node(data: Data, span: Span) -> Node {
    Node { data, span }
}
