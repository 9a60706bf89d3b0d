//! Prose: Markdown parsed once, into a compact form that never changes again.
//!
//! Entry point: [`Prose::parse`]. Invariant: no content can run code: raw HTML is text, every link is classified, and
//! what is not on the list of allowed addresses is [`Target::Refused`]. Text and structure together take about the
//! room of the source, since a site keeps thousands of these in memory at once.

mod build;
mod html;
mod lines;
mod slips;
mod steps;
mod target;

use crate::diag::{Diagnostics, Span};
use crate::source::document::Document;
use serde::{Serialize, Serializer};
use std::hash::{Hash, Hasher};
use steps::Steps;

pub use steps::Unpacking;
pub use target::{Refusal, Target};

/// The text of one page in one language.
#[derive(Clone, Debug)]
pub struct Prose {
    arena: Box<str>,
    steps: Steps,
    headings: Box<[Heading]>,
    links: Box<[Link]>,
    own_title: Option<Box<str>>,
    notes: u32,
    words: u32,
    hash: [u8; 16],
}

/// A piece of the prose's own text; see [`Prose::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Piece {
    pub(super) lo: u32,
    pub(super) hi: u32,
}

impl Piece {
    /// True when there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.lo == self.hi
    }
}

/// One step of the prose, in reading order; `Start` and `End` are always balanced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Something begins.
    Start(Tag),
    /// The innermost open thing ends.
    End(End),
    /// Text to be shown; a line break in it is only a space.
    Text(Piece),
    /// Code inside a line.
    Code(Piece),
    /// The picture of the link with this index.
    Picture(u32),
    /// The n-th footnote is referred to, for the k-th time, both from 1.
    NoteMark(u32, u32),
    /// The links back from the n-th footnote, to each place that refers to it.
    NoteBack(u32, u32),
    /// A line break that the author means.
    Break,
    /// A line across.
    Rule,
    /// The box of a task, ticked or not.
    Task(Ticked),
}

/// Whether a task is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// Done.
    Yes,
    /// Still to do.
    No,
}

/// What begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A picture on a line of its own; only pictures stand in it.
    Figure,
    /// The heading with this index.
    Heading(u32),
    /// A quotation.
    Quote,
    /// Code over several lines, with what was written behind the fence.
    CodeBlock(Piece),
    /// A list with bullets.
    Bullets,
    /// A list with numbers, from this one.
    Numbers(u32),
    /// An item of a list.
    Item,
    /// An item of a list that is shown with this number, because it does not count on from the one before.
    Numbered(u32),
    /// A list of terms and what they mean.
    Terms,
    /// A term.
    Term,
    /// What a term means.
    Meaning,
    /// A table.
    Table,
    /// The head of a table and its only row.
    Head,
    /// A row of a table's body.
    Row,
    /// A cell of the head.
    HeadCell(Align),
    /// A cell of the body.
    Cell(Align),
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck out.
    Strike,
    /// The link with this index.
    Link(u32),
    /// All footnotes, at the end.
    Notes,
    /// The n-th footnote, from 1.
    Note(u32),
}

/// What ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each ends the tag of the same name")]
pub enum End {
    Paragraph,
    Figure,
    Heading(u32),
    Quote,
    CodeBlock,
    Bullets,
    Numbers,
    Item,
    Terms,
    Term,
    Meaning,
    Table,
    Head,
    Row,
    HeadCell,
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link(u32),
    Notes,
    Note,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// As the language does.
    Natural,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A heading inside the prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// 2 to 6; level 1 is the title of the page.
    pub level: u8,
    /// The fragment that leads to it, unique within the prose.
    pub id: Box<str>,
    /// Its text without marks.
    pub text: Box<str>,
}

/// A link or a picture, in order of appearance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, classified.
    pub target: Target,
    /// Where its address stands in the source.
    pub span: Span,
    /// Link or picture.
    pub what: What,
    pub(super) written: Piece,
    pub(super) title: Piece,
    pub(super) label: Piece,
}

/// What a text begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Text,
    Title,
}

/// Whether an address is to be followed or shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// `[text](address)`
    Link,
    /// `![alternative text](address)`
    Picture,
}

/// Ids that pages use for their own parts: a heading «Mua» must not take the place of the box for buyers.
pub const PAGE_IDS: &[&str] = &[
    "chuong",
    "code",
    "code-help",
    "den-tham",
    "di-tiep",
    "doc-bai",
    "doors",
    "find",
    "find-help",
    "gan",
    "main",
    "menu",
    "mua",
    "nghe",
    "tim",
];

impl Prose {
    /// Parses a text. Never fails: what cannot be kept is named in the findings and shown as plain text or left out.
    pub fn parse(doc: &Document) -> (Prose, Diagnostics) {
        build::build(doc, Opening::Text)
    }

    /// Parses a chapter of a book, which has no facts of its own: its first line, `# Title`, is the page's title (see
    /// [`Self::own_title`]) and not part of what is shown.
    pub fn parse_chapter(doc: &Document) -> (Prose, Diagnostics) {
        build::build(doc, Opening::Title)
    }

    /// The title that a chapter begins with, without marks.
    pub fn own_title(&self) -> Option<&str> {
        self.own_title.as_deref()
    }

    /// The steps of the prose.
    pub fn events(&self) -> Unpacking<'_> {
        self.steps.iter()
    }

    /// Length in bytes of all text, without marks: what an output buffer is measured by.
    pub fn size(&self) -> usize {
        self.arena.len()
    }

    /// The text of a piece.
    pub fn text(&self, piece: Piece) -> &str {
        &self.arena[piece.lo as usize..piece.hi as usize]
    }

    /// Headings in order of appearance.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// Links and pictures in order of appearance; a view gives one resolved target for each.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The address of a link as it was written, entities and backslashes resolved.
    pub fn written(&self, link: &Link) -> &str {
        self.text(link.written)
    }

    /// What stands in quotes behind the address: a picture's caption, a link's hint. Often empty.
    pub fn title(&self, link: &Link) -> &str {
        self.text(link.title)
    }

    /// A picture's alternative text; empty for links, whose text is among the events.
    pub fn label(&self, link: &Link) -> &str {
        self.text(link.label)
    }

    /// Number of words, which in Vietnamese are syllables.
    pub fn words(&self) -> u32 {
        self.words
    }

    /// True when there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.steps.size() == 0
    }

    /// The first sixteen bytes of BLAKE3 of the normalized source text.
    pub fn hash(&self) -> [u8; 16] {
        self.hash
    }

    /// True when `#id` leads somewhere inside this prose: to a heading or a footnote.
    pub fn has_id(&self, id: &str) -> bool {
        let is_note = |n: &str| n.parse::<u32>().is_ok_and(|n| (1..=self.notes).contains(&n));
        self.headings.iter().any(|h| &*h.id == id) || id.strip_prefix("fn-").is_some_and(is_note)
    }

    /// Leaves the ids of an entry's parts to the parts, because printed codes lead to them: a heading of the same name
    /// gets a number.
    pub fn give_way(&mut self, is_part: impl Fn(&str) -> bool) {
        for at in 0..self.headings.len() {
            let own = self.headings[at].id.clone();
            if is_part(&own) {
                let mut numbered = (2..).map(|n: u32| format!("{own}-{n}"));
                let free = numbered.find(|id| !is_part(id) && !self.has_id(id));
                self.headings[at].id = free.unwrap_or_default().into();
            }
        }
    }

    /// The first words, without marks, of at most `limit` characters: for descriptions and feeds.
    pub fn opening(&self, limit: usize) -> String {
        let mut out = String::new();
        let mut in_paragraph = false;
        for event in self.events() {
            match event {
                Event::Start(Tag::Paragraph) => in_paragraph = true,
                Event::End(End::Paragraph) if !out.is_empty() => break,
                Event::Text(piece) | Event::Code(piece) if in_paragraph => out.push_str(self.text(piece)),
                Event::Break if in_paragraph => out.push(' '),
                _ => {}
            }
        }
        let words = out.split_whitespace().collect::<Vec<_>>();
        let mut short = String::new();
        for word in &words {
            if short.chars().count() + word.chars().count() + 2 > limit {
                short.push('…');
                break;
            }
            if !short.is_empty() {
                short.push(' ');
            }
            short.push_str(word);
        }
        short
    }
}

/// The source decides everything but the ids that gave way to parts, which the page's table of contents holds: equal
/// hashes, equal prose.
impl Hash for Prose {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl PartialEq for Prose {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash
    }
}

impl Eq for Prose {}

/// Only the hash: what a view of it is keyed by.
impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.hash)
    }
}

#[cfg(test)]
mod tests;
