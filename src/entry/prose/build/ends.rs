//! What is known of a part of a text when it ends: figures, ids of headings, footnotes, marks that were meant otherwise.
//!
//! Entry point: `end`, `mark`. Invariant: what was opened is closed, or was left out with its start.

use super::super::{End, Event, Heading, PAGE_IDS, Piece, Tag};
use super::{Building, Note, Open};
use crate::diag::{Span, codes::prose as codes};
use crate::text::slug;
use pulldown_cmark::{HeadingLevel, TagEnd as ParsedEnd};
use std::ops::Range;

/// No name of a section has more letters.
const LONG_HEADING: usize = 70;

impl Building<'_> {
    pub(super) fn end(&mut self, end: ParsedEnd, hi: usize) {
        if end == ParsedEnd::TableHead {
            self.in_head = false;
        }
        match self.open.pop() {
            Some(Open::Shown(end)) => self.events.push(Event::End(end)),
            Some(Open::Numbers(items)) => self.end_numbers(&items),
            Some(Open::Typed(signs)) => self.text(signs),
            Some(Open::Block(End::Paragraph, at, range)) => {
                self.misread(End::Paragraph, at, range);
                self.end_paragraph(at);
            }
            Some(Open::Block(end, at, range)) => {
                // What a block inside an item says was looked at when that block ended.
                if end != End::Item || !self.events.last().is_some_and(is_end_of_block) {
                    self.misread(end, at, range);
                }
                self.events.push(Event::End(end));
            }
            Some(Open::Heading(at, range)) => self.end_heading(at, end, range),
            Some(Open::Html(lo)) => {
                let kept = self.arena[lo..].trim_end().len() + lo;
                if let Some(Event::Text(piece)) = self.events.last_mut() {
                    piece.hi = piece.hi.min(kept as u32);
                }
                self.events.push(Event::End(End::Paragraph));
            }
            Some(Open::Link(index, at)) => {
                if at + 1 == self.events.len() {
                    let span = self.links[index as usize].span;
                    let found = self.finding(codes::LINK_WITHOUT_TEXT, span);
                    self.found.push(found);
                }
                self.events.push(Event::End(End::Link(index)));
            }
            Some(Open::Note(name, before)) => self.end_note(name, before, hi),
            Some(Open::Skipped | Open::Picture(..)) | None => {}
        }
    }

    /// A paragraph of nothing but pictures is a figure.
    fn end_paragraph(&mut self, at: usize) {
        let blank = |p: &Piece| self.arena[p.lo as usize..p.hi as usize].trim().is_empty();
        let only_pictures = self.pictures > 0
            && self.events[at + 1..].iter().all(|event| match event {
                Event::Picture(_) | Event::Break => true,
                Event::Text(piece) => blank(piece),
                _ => false,
            });
        if !only_pictures {
            return self.events.push(Event::End(End::Paragraph));
        }
        let pictures: Vec<Event> = self.events[at + 1..]
            .iter()
            .filter(|event| matches!(event, Event::Picture(_)))
            .copied()
            .collect();
        self.events.truncate(at);
        for picture in pictures {
            self.events
                .extend([Event::Start(Tag::Figure), picture, Event::End(End::Figure)]);
        }
    }

    fn end_heading(&mut self, at: usize, end: ParsedEnd, range: Range<usize>) {
        let ParsedEnd::Heading(level) = end else { return };
        let span = Span::new(range.start, range.end);
        self.misread(End::Heading(0), at, range);
        let mut text = String::new();
        for event in &self.events[at..] {
            match event {
                Event::Text(piece) | Event::Code(piece) => {
                    text.push_str(&self.arena[piece.lo as usize..piece.hi as usize]);
                }
                Event::Break => text.push(' '),
                _ => {}
            }
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            let found = self.finding(codes::EMPTY_HEADING, span);
            self.found.push(found);
        }
        if level == HeadingLevel::H1 && at == 0 && self.wants_title && self.links.is_empty() {
            self.events.clear();
            self.own_title = Some(text.into());
            return;
        }
        if !self.underlined(level, &text, span) && level == HeadingLevel::H1 {
            let found = self.finding(codes::TOP_HEADING, span);
            self.found.push(found.with("text", &text));
        }
        let level = (level as u8).max(2);
        let above = self.headings.last().map_or(1, |h| h.level);
        if level > above + 1 {
            let marks = "#".repeat(usize::from(above) + 1);
            let found = self.finding(codes::SKIPPED_LEVEL, span);
            self.found.push(found.with("marks", marks).with("text", &text));
        }
        let index = self.headings.len() as u32;
        let id = self.unique_id(&text);
        self.headings.push(Heading {
            level,
            id,
            text: text.into(),
        });
        self.events[at] = Event::Start(Tag::Heading(index));
        self.events.push(Event::End(End::Heading(index)));
    }

    /// Tells a line of signs that made a heading of the paragraph above it, when it was hardly meant to. True for a line
    /// of `=`, which is told in any case: no text has a heading of that size.
    fn underlined(&mut self, level: HeadingLevel, text: &str, span: Span) -> bool {
        let source = &self.doc.text[span.lo as usize..span.hi as usize];
        let lines: Vec<&str> = source.trim_end().lines().collect();
        let [above @ .., line] = lines.as_slice() else {
            return false;
        };
        let sign = if level == HeadingLevel::H1 { '=' } else { '-' };
        // A quote's own sign may stand before it.
        let line = line.trim_start_matches(['>', ' ', '\t']);
        if above.is_empty() || line.is_empty() || line.trim_end().chars().any(|c| c != sign) {
            return false;
        }
        let is_sentence = text.ends_with(['.', '!', '?', '…', ':', ';', ',']);
        let is_hardly_meant = above.len() > 1 || is_sentence || text.chars().count() > LONG_HEADING;
        let code = match level {
            HeadingLevel::H1 => codes::UNDERLINED_TWICE,
            _ if is_hardly_meant => codes::UNDERLINED,
            _ => return false,
        };
        let hi = span.lo as usize + source.trim_end().len();
        let found = self.finding(code, Span::new(hi - line.trim_end().len(), hi));
        self.found.push(found.with("text", text));
        level == HeadingLevel::H1
    }

    fn unique_id(&mut self, text: &str) -> Box<str> {
        let base = match slug(text) {
            // Signs and Chinese characters alone have no slug; `fn-1` belongs to the footnotes.
            base if base.is_empty() => "s".to_string(),
            base if PAGE_IDS.contains(&base.as_str()) => format!("s-{base}"),
            base if base.starts_with("fn-") || base.starts_with("fnref-") => format!("s-{base}"),
            base => base,
        };
        let mut n = self.ids.get(&base).copied().unwrap_or(0) + 1;
        let mut id = if n == 1 { base.clone() } else { format!("{base}-{n}") };
        while n > 1 && self.ids.contains_key(&id) {
            n += 1;
            id = format!("{base}-{n}");
        }
        self.ids.insert(base, n);
        self.ids.entry(id.clone()).or_insert(1);
        id.into()
    }

    /// A mark in the text that leads to a footnote.
    pub(super) fn mark(&mut self, name: &str) {
        if !self.notes.contains_key(name) {
            self.notes.insert(name.into(), Note::default());
        }
        let Some(note) = self.notes.get_mut(name) else { return };
        if note.number == 0 {
            self.marked += 1;
            note.number = self.marked;
        }
        note.marks += 1;
        self.events.push(Event::NoteMark(note.number, note.marks));
    }

    fn end_note(&mut self, name: Box<str>, before: Vec<Event>, hi: usize) {
        let body = std::mem::replace(&mut self.events, before);
        let note = self.notes.entry(name.clone()).or_default();
        if note.body.is_some() {
            let found = self.finding(codes::NOTE_TWICE, self.note_span(&name, hi));
            self.found.push(found.with("name", &name));
        } else {
            note.body = Some(body);
        }
    }

    pub(super) fn note_span(&self, name: &str, hi: usize) -> Span {
        let sign = format!("[^{name}]:");
        match self.doc.text[..hi].rfind(&sign) {
            Some(lo) => Span::new(lo, lo + sign.len()),
            None => Span::new(hi, hi),
        }
    }
}

fn is_end_of_block(event: &Event) -> bool {
    let inline = |end: &End| matches!(end, End::Emphasis | End::Strong | End::Strike | End::Link(_));
    matches!(event, Event::End(end) if !inline(end))
}
