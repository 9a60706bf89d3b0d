//! Parser events → [`Prose`].
//!
//! Entry point: [`build`]. Invariant: one pass; starts and ends stay balanced whatever is left out; nesting, tables and
//! size are bounded, so that the result is never much larger than the source.

mod ends;
mod link;
mod misread;
mod numbers;
mod signs;

use super::html::{self, Seen};
use super::lines::{front_matter, too_deep};
use super::steps::Steps;
use super::{Align, End, Event, Heading, Link, Opening, Piece, Prose, Tag, Ticked};
use crate::diag::{Code, Diagnostic, Diagnostics, Span, codes::prose as codes};
use crate::source::document::Document;
use crate::text::{exact, without_forbidden};
use pulldown_cmark::Tag as ParsedTag;
use pulldown_cmark::{Alignment, CodeBlockKind, Event as Parsed, Options, Parser};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A book's longest chapter is a tenth of this.
const MAX_BYTES: usize = 512 * 1024;
/// Quotes in lists in quotes: nobody reads deeper.
pub(super) const MAX_DEPTH: usize = 24;
/// A parser fills short rows up, so that a small text could make a huge table.
const MAX_CELLS: u32 = 4_000;
/// More findings than anybody mends in one go.
const MAX_FINDINGS: usize = 200;

/// Parses a document.
pub(super) fn build(doc: &Document, opening: Opening) -> (Prose, Diagnostics) {
    let mut building = Building::new(doc);
    building.wants_title = opening == Opening::Title;
    let (start, stop) = building.range();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    for (event, range) in Parser::new_ext(&doc.text[start..stop], options).into_offset_iter() {
        building.take(event, range.start + start..range.end + start);
    }
    building.finish(opening)
}

/// What is open, so that each end finds what its start became.
enum Open {
    /// Shown, and ends like this.
    Shown(End),
    /// Left out; its content is shown.
    Skipped,
    /// A block whose text is checked when it ends: index of its start, and where it stands.
    Block(End, usize, Range<usize>),
    /// A heading: index of its start, and where it stands.
    Heading(usize, Range<usize>),
    /// A block of HTML: where its text begins.
    Html(usize),
    /// A picture: its description is being gathered in the arena from here.
    Picture(Box<Link>, usize),
    /// A link: its index, index of its start.
    Link(u32, usize),
    /// A list with numbers: its items, by the index of their start, and the number typed before each.
    Numbers(Vec<(usize, u32)>),
    /// Signs between numbers that are no marks: they are shown as they were typed.
    Typed(&'static str),
    /// A footnote; the events before it wait.
    Note(Box<str>, Vec<Event>),
}

/// A footnote: its mark and its text may come in either order.
#[derive(Default)]
struct Note {
    /// 0 as long as nothing refers to it.
    number: u32,
    /// How often the text refers to it.
    marks: u32,
    body: Option<Vec<Event>>,
}

struct Building<'a> {
    doc: &'a Document,
    found: Diagnostics,
    /// All text that is shown; pieces point into it.
    arena: String,
    events: Vec<Event>,
    open: Vec<Open>,
    headings: Vec<Heading>,
    /// Ids that are taken, and the last number given to each.
    ids: BTreeMap<String, u32>,
    links: Vec<Link>,
    /// Footnotes by the names that were typed.
    notes: BTreeMap<Box<str>, Note>,
    /// What raw HTML there was.
    seen: Seen,
    /// How the columns of the table are set that is open.
    aligns: Vec<Align>,
    /// Cells of all tables so far.
    cells: u32,
    /// The column of the next cell.
    column: usize,
    in_head: bool,
    /// Footnotes that the text has referred to, which is how they are numbered.
    marked: u32,
    /// Pictures of the paragraph that is open.
    pictures: u32,
    /// A heading at the very beginning is the title of a chapter.
    wants_title: bool,
    own_title: Option<Box<str>>,
    /// Codes of what is told once for each text.
    told: BTreeSet<u16>,
}

impl<'a> Building<'a> {
    fn new(doc: &'a Document) -> Self {
        Self {
            doc,
            found: Vec::new(),
            arena: String::with_capacity(doc.text.len()),
            events: Vec::with_capacity(doc.text.len() / 24),
            open: Vec::new(),
            headings: Vec::new(),
            ids: BTreeMap::new(),
            links: Vec::new(),
            notes: BTreeMap::new(),
            seen: Seen::default(),
            aligns: Vec::new(),
            cells: 0,
            column: 0,
            in_head: false,
            marked: 0,
            pictures: 0,
            wants_title: false,
            own_title: None,
            told: BTreeSet::new(),
        }
    }

    /// The part of the text that is parsed: without front matter, within the limit.
    fn range(&mut self) -> (usize, usize) {
        let text = &self.doc.text;
        if text.len() > MAX_BYTES {
            let found = self.doc.found(codes::TOO_LONG, Span::new(0, 0));
            self.found.push(found.with("limit", MAX_BYTES / 1024));
            return (0, 0);
        }
        if let Some(at) = too_deep(text) {
            self.tell_once(codes::TOO_DEEP, at, MAX_DEPTH);
            return (0, 0);
        }
        let start = front_matter(text);
        if start > 0 {
            self.found.push(self.doc.found(codes::FRONT_MATTER, Span::new(0, 3)));
        }
        (start, text.len())
    }

    fn take(&mut self, event: Parsed<'_>, range: Range<usize>) {
        if let Some(Open::Picture(..)) = self.open.last() {
            self.describe(&event, &range);
            return;
        }
        match event {
            Parsed::Start(tag) => self.start(tag, range),
            Parsed::End(end) => self.end(end, range.end),
            Parsed::Text(text) => self.text(&text),
            Parsed::SoftBreak => self.text("\n"),
            Parsed::Code(code) => {
                let piece = self.keep(&code);
                self.events.push(Event::Code(piece));
            }
            Parsed::Html(raw) | Parsed::InlineHtml(raw) => {
                if self.found.len() < MAX_FINDINGS {
                    html::look(self.doc, range.start, &raw, &mut self.seen, &mut self.found);
                }
                self.text(&raw);
            }
            Parsed::HardBreak => self.events.push(Event::Break),
            Parsed::Rule => self.events.push(Event::Rule),
            Parsed::TaskListMarker(done) => {
                let ticked = if done { Ticked::Yes } else { Ticked::No };
                self.events.push(Event::Task(ticked));
            }
            Parsed::FootnoteReference(name) => self.mark(&name),
            // Not enabled; shown as typed should that ever change.
            Parsed::InlineMath(text) | Parsed::DisplayMath(text) => self.text(&text),
        }
    }

    fn keep(&mut self, text: &str) -> Piece {
        let lo = self.arena.len() as u32;
        // Entities such as `&#1;` can bring in what the reader of files took out.
        self.arena.push_str(&without_forbidden(text));
        Piece {
            lo,
            hi: self.arena.len() as u32,
        }
    }

    fn text(&mut self, text: &str) {
        let piece = self.keep(text);
        match self.events.last_mut() {
            Some(Event::Text(last)) if last.hi == piece.lo => last.hi = piece.hi,
            _ if piece.is_empty() => {}
            _ => self.events.push(Event::Text(piece)),
        }
    }

    /// Tells a thing once for each text; the place is looked up only then.
    fn tell_once(&mut self, code: &'static Code, lo: usize, limit: usize) {
        if self.told.insert(code.number) {
            let found = self.finding(code, Span::new(lo, lo + 1));
            self.found.push(found.with("limit", limit));
        }
    }

    /// A finding; beyond the limit without its place, since [`Self::finish`] drops it.
    fn finding(&self, code: &'static Code, span: Span) -> Diagnostic {
        if self.found.len() < MAX_FINDINGS {
            self.doc.found(code, span)
        } else {
            Diagnostic::new(code)
        }
    }

    fn start(&mut self, tag: ParsedTag<'_>, range: Range<usize>) {
        if self.open.len() >= MAX_DEPTH {
            self.tell_once(codes::TOO_DEEP, range.start, MAX_DEPTH);
            self.open.push(Open::Skipped);
            return;
        }
        if let Some(typed) = signs::typed(&self.doc.text, &tag.to_end(), &range) {
            self.text(typed);
            return self.open.push(Open::Typed(typed));
        }
        let at = self.events.len();
        let (tag, open) = match tag {
            ParsedTag::Paragraph => {
                self.pictures = 0;
                (Tag::Paragraph, Open::Block(End::Paragraph, at, range))
            }
            ParsedTag::HtmlBlock => (Tag::Paragraph, Open::Html(self.arena.len())),
            ParsedTag::Heading { .. } => (Tag::Heading(0), Open::Heading(at, range)),
            ParsedTag::BlockQuote(_) => (Tag::Quote, Open::Shown(End::Quote)),
            ParsedTag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => self.keep(&info),
                    CodeBlockKind::Indented => {
                        self.indented(range);
                        Piece::default()
                    }
                };
                (Tag::CodeBlock(info), Open::Shown(End::CodeBlock))
            }
            ParsedTag::List(None) => (Tag::Bullets, Open::Shown(End::Bullets)),
            ParsedTag::List(Some(first)) => (
                Tag::Numbers(u32::try_from(first).unwrap_or(1)),
                Open::Numbers(Vec::new()),
            ),
            ParsedTag::Item => {
                self.note_number(at, range.start);
                (Tag::Item, Open::Block(End::Item, at, range))
            }
            ParsedTag::DefinitionList => (Tag::Terms, Open::Shown(End::Terms)),
            ParsedTag::DefinitionListTitle => (Tag::Term, Open::Block(End::Term, at, range)),
            ParsedTag::DefinitionListDefinition => (Tag::Meaning, Open::Shown(End::Meaning)),
            ParsedTag::Emphasis => (Tag::Emphasis, Open::Shown(End::Emphasis)),
            ParsedTag::Strong => (Tag::Strong, Open::Shown(End::Strong)),
            ParsedTag::Strikethrough => (Tag::Strike, Open::Shown(End::Strike)),
            ParsedTag::FootnoteDefinition(name) => {
                let before = std::mem::take(&mut self.events);
                self.open.push(Open::Note((&*name).into(), before));
                return;
            }
            ParsedTag::Table(..) | ParsedTag::TableHead | ParsedTag::TableRow | ParsedTag::TableCell => {
                return self.start_of_table(tag, range);
            }
            ParsedTag::Link { .. } | ParsedTag::Image { .. } => return self.start_link(tag, range),
            ParsedTag::Superscript | ParsedTag::Subscript | ParsedTag::MetadataBlock(_) => {
                return self.open.push(Open::Skipped);
            }
        };
        self.events.push(Event::Start(tag));
        self.open.push(open);
    }

    fn start_of_table(&mut self, tag: ParsedTag<'_>, range: Range<usize>) {
        let (tag, open) = match tag {
            ParsedTag::Table(aligns) => {
                self.aligns = aligns.into_iter().map(align).collect();
                (Tag::Table, Open::Shown(End::Table))
            }
            ParsedTag::TableHead => {
                self.column = 0;
                self.in_head = true;
                (Tag::Head, Open::Shown(End::Head))
            }
            ParsedTag::TableRow if self.cells < MAX_CELLS => {
                self.column = 0;
                self.misread_row(range.start);
                (Tag::Row, Open::Shown(End::Row))
            }
            ParsedTag::TableCell if self.cells < MAX_CELLS => {
                let align = self.aligns.get(self.column).copied().unwrap_or(Align::Natural);
                self.column += 1;
                self.cells += 1;
                let at = self.events.len();
                if self.in_head {
                    (Tag::HeadCell(align), Open::Block(End::HeadCell, at, range))
                } else {
                    (Tag::Cell(align), Open::Block(End::Cell, at, range))
                }
            }
            _ => {
                self.tell_once(codes::TABLE_TOO_LARGE, range.start, MAX_CELLS as usize);
                return self.open.push(Open::Skipped);
            }
        };
        self.events.push(Event::Start(tag));
        self.open.push(open);
    }

    fn finish(mut self, opening: Opening) -> (Prose, Diagnostics) {
        let mut notes: Vec<(Box<str>, Note)> = std::mem::take(&mut self.notes).into_iter().collect();
        notes.sort_by_key(|(_, note)| note.number);
        let mut shown = 0;
        for (name, note) in &mut notes {
            let Some(body) = note.body.take() else { continue };
            if note.number == 0 {
                let found = self.finding(codes::NOTE_UNUSED, self.note_span(name, self.doc.text.len()));
                self.found.push(found.with("name", &*name));
                continue;
            }
            if shown == 0 {
                self.events.push(Event::Start(Tag::Notes));
            }
            shown = note.number;
            self.events.push(Event::Start(Tag::Note(note.number)));
            self.events.extend(body);
            self.events.push(Event::NoteBack(note.number, note.marks));
            self.events.push(Event::End(End::Note));
        }
        if shown > 0 {
            self.events.push(Event::End(End::Notes));
        }
        if opening == Opening::Title && self.own_title.is_none() {
            let found = self.finding(codes::CHAPTER_WITHOUT_TITLE, Span::new(0, 0));
            self.found.push(found);
        }
        self.found.truncate(MAX_FINDINGS);
        let words = self.words();
        let mut hash = [0; 16];
        hash.copy_from_slice(&blake3::hash(self.doc.text.as_bytes()).as_bytes()[..16]);
        let prose = Prose {
            arena: self.arena.as_str().into(),
            steps: Steps::pack(&self.events),
            headings: exact(self.headings).into(),
            links: exact(self.links).into(),
            own_title: self.own_title,
            notes: shown,
            words,
            hash,
        };
        (prose, self.found)
    }

    /// Beginnings of words; marks inside a word do not divide it.
    fn words(&self) -> u32 {
        let mut count = 0;
        let mut inside = false;
        for event in &self.events {
            match event {
                Event::Text(piece) | Event::Code(piece) => {
                    for byte in self.arena[piece.lo as usize..piece.hi as usize].bytes() {
                        let space = byte.is_ascii_whitespace();
                        count += u32::from(!space && !inside);
                        inside = !space;
                    }
                }
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strike | Tag::Link(_))
                | Event::End(End::Emphasis | End::Strong | End::Strike | End::Link(_))
                | Event::NoteMark(..) => {}
                _ => inside = false,
            }
        }
        count
    }
}

fn align(parsed: Alignment) -> Align {
    match parsed {
        Alignment::None => Align::Natural,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
