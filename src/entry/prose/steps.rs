//! The steps of a prose, packed: one to three bytes each instead of twelve.
//!
//! Entry point: [`Steps::pack`], [`Steps::iter`]. Invariant: what was packed comes out again, in the same order.

use super::{Align, End, Event, Piece, Tag, Ticked};

/// Steps that carry no number: each is one byte, its place in this list. The other steps follow it. Beginnings stand from
/// [`STARTS`] on and ends from [`ENDS`] on, the most frequent first: they are looked for from there.
const PLAIN: [Event; 47] = [
    Event::Break,
    Event::Rule,
    Event::Task(Ticked::Yes),
    Event::Task(Ticked::No),
    Event::Start(Tag::Paragraph),
    Event::Start(Tag::Item),
    Event::Start(Tag::Cell(Align::Natural)),
    Event::Start(Tag::Row),
    Event::Start(Tag::Strong),
    Event::Start(Tag::Emphasis),
    Event::Start(Tag::Bullets),
    Event::Start(Tag::Figure),
    Event::Start(Tag::Quote),
    Event::Start(Tag::Terms),
    Event::Start(Tag::Term),
    Event::Start(Tag::Meaning),
    Event::Start(Tag::Table),
    Event::Start(Tag::Head),
    Event::Start(Tag::Strike),
    Event::Start(Tag::Notes),
    Event::Start(Tag::HeadCell(Align::Natural)),
    Event::Start(Tag::HeadCell(Align::Left)),
    Event::Start(Tag::HeadCell(Align::Center)),
    Event::Start(Tag::HeadCell(Align::Right)),
    Event::Start(Tag::Cell(Align::Left)),
    Event::Start(Tag::Cell(Align::Center)),
    Event::Start(Tag::Cell(Align::Right)),
    Event::End(End::Paragraph),
    Event::End(End::Item),
    Event::End(End::Cell),
    Event::End(End::Row),
    Event::End(End::Strong),
    Event::End(End::Emphasis),
    Event::End(End::Bullets),
    Event::End(End::Figure),
    Event::End(End::Quote),
    Event::End(End::CodeBlock),
    Event::End(End::Numbers),
    Event::End(End::Terms),
    Event::End(End::Term),
    Event::End(End::Meaning),
    Event::End(End::Table),
    Event::End(End::Head),
    Event::End(End::HeadCell),
    Event::End(End::Strike),
    Event::End(End::Notes),
    Event::End(End::Note),
];

const STARTS: usize = 4;
const ENDS: usize = 27;

/// Steps that carry numbers: the byte that each begins with.
mod mark {
    const FIRST: u8 = super::PLAIN.len() as u8;
    pub(super) const TEXT: u8 = FIRST;
    pub(super) const CODE: u8 = FIRST + 1;
    pub(super) const CODE_BLOCK: u8 = FIRST + 2;
    pub(super) const PICTURE: u8 = FIRST + 3;
    pub(super) const NOTE_MARK: u8 = FIRST + 4;
    pub(super) const NOTE_BACK: u8 = FIRST + 5;
    pub(super) const HEADING: u8 = FIRST + 6;
    pub(super) const HEADING_END: u8 = FIRST + 7;
    pub(super) const NUMBERS: u8 = FIRST + 8;
    pub(super) const LINK: u8 = FIRST + 9;
    pub(super) const LINK_END: u8 = FIRST + 10;
    pub(super) const NOTE: u8 = FIRST + 11;
    pub(super) const NUMBERED: u8 = FIRST + 12;
}

/// The steps of a prose.
#[derive(Clone, Debug)]
pub(super) struct Steps(Box<[u8]>);

impl Steps {
    pub(super) fn pack(events: &[Event]) -> Self {
        let mut packing = Packing {
            bytes: Vec::with_capacity(events.len() * 2),
            at: 0,
        };
        events.iter().for_each(|event| packing.event(*event));
        Self(packing.bytes.as_slice().into())
    }

    pub(super) fn iter(&self) -> Unpacking<'_> {
        Unpacking { bytes: &self.0, at: 0 }
    }

    /// Bytes that they take.
    pub(super) fn size(&self) -> usize {
        self.0.len()
    }
}

struct Packing {
    bytes: Vec<u8>,
    /// Where the last piece of text ended: the next one mostly begins there.
    at: u32,
}

impl Packing {
    fn event(&mut self, event: Event) {
        match event {
            Event::Text(piece) => self.piece(mark::TEXT, piece),
            Event::Code(piece) => self.piece(mark::CODE, piece),
            Event::Start(Tag::CodeBlock(piece)) => self.piece(mark::CODE_BLOCK, piece),
            Event::Picture(link) => self.numbers(mark::PICTURE, &[link]),
            Event::NoteMark(note, k) => self.numbers(mark::NOTE_MARK, &[note, k]),
            Event::NoteBack(note, marks) => self.numbers(mark::NOTE_BACK, &[note, marks]),
            Event::Start(Tag::Heading(heading)) => self.numbers(mark::HEADING, &[heading]),
            Event::End(End::Heading(heading)) => self.numbers(mark::HEADING_END, &[heading]),
            Event::Start(Tag::Numbers(from)) => self.numbers(mark::NUMBERS, &[from]),
            Event::Start(Tag::Numbered(number)) => self.numbers(mark::NUMBERED, &[number]),
            Event::Start(Tag::Link(link)) => self.numbers(mark::LINK, &[link]),
            Event::End(End::Link(link)) => self.numbers(mark::LINK_END, &[link]),
            Event::Start(Tag::Note(note)) => self.numbers(mark::NOTE, &[note]),
            plain => {
                let from = match plain {
                    Event::Start(_) => STARTS,
                    Event::End(_) => ENDS,
                    _ => 0,
                };
                let at = PLAIN[from..].iter().position(|one| *one == plain);
                self.bytes.extend(at.map(|at| (from + at) as u8));
            }
        }
    }

    fn piece(&mut self, mark: u8, piece: Piece) {
        let skipped = piece.lo.wrapping_sub(self.at);
        self.numbers(mark, &[skipped, piece.hi - piece.lo]);
        self.at = piece.hi;
    }

    /// Seven bits a byte, the low ones first; a set high bit says that more follow (LEB128).
    fn numbers(&mut self, mark: u8, numbers: &[u32]) {
        self.bytes.push(mark);
        for number in numbers {
            let mut rest = *number;
            while rest > 0x7f {
                self.bytes.push(rest as u8 | 0x80);
                rest >>= 7;
            }
            self.bytes.push(rest as u8);
        }
    }
}

/// The steps, one after another.
#[derive(Clone)]
pub struct Unpacking<'a> {
    bytes: &'a [u8],
    at: u32,
}

impl Unpacking<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn piece(&mut self) -> Option<Piece> {
        let lo = self.at.wrapping_add(self.number()?);
        self.at = lo + self.number()?;
        Some(Piece { lo, hi: self.at })
    }
}

impl Iterator for Unpacking<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        let first = self.byte()?;
        if let Some(plain) = PLAIN.get(usize::from(first)) {
            return Some(*plain);
        }
        Some(match first {
            mark::TEXT => Event::Text(self.piece()?),
            mark::CODE => Event::Code(self.piece()?),
            mark::CODE_BLOCK => Event::Start(Tag::CodeBlock(self.piece()?)),
            mark::PICTURE => Event::Picture(self.number()?),
            mark::NOTE_MARK => Event::NoteMark(self.number()?, self.number()?),
            mark::NOTE_BACK => Event::NoteBack(self.number()?, self.number()?),
            mark::HEADING => Event::Start(Tag::Heading(self.number()?)),
            mark::HEADING_END => Event::End(End::Heading(self.number()?)),
            mark::NUMBERS => Event::Start(Tag::Numbers(self.number()?)),
            mark::LINK => Event::Start(Tag::Link(self.number()?)),
            mark::LINK_END => Event::End(End::Link(self.number()?)),
            mark::NOTE => Event::Start(Tag::Note(self.number()?)),
            mark::NUMBERED => Event::Start(Tag::Numbered(self.number()?)),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_again() {
        let piece = |lo, hi| Piece { lo, hi };
        let mut events = PLAIN.to_vec();
        for number in [0, 1, 127, 128, 300, 70_000, u32::MAX] {
            events.extend([
                Event::Picture(number),
                Event::NoteMark(number, 1),
                Event::NoteBack(2, number),
                Event::Start(Tag::Heading(number)),
                Event::End(End::Heading(number)),
                Event::Start(Tag::Numbers(number)),
                Event::Start(Tag::Numbered(number)),
                Event::Start(Tag::Link(number)),
                Event::End(End::Link(number)),
                Event::Start(Tag::Note(number)),
            ]);
        }
        // Text need not be told in its order: footnotes stand at the end.
        events.extend([Event::Text(piece(900, 1000)), Event::Code(piece(0, 5))]);
        events.extend([Event::Start(Tag::CodeBlock(piece(5, 5))), Event::Text(piece(5, 200))]);
        let steps = Steps::pack(&events);
        assert_eq!(steps.iter().collect::<Vec<_>>(), events);
        assert!(steps.size() < events.len() * 5, "{}", steps.size());
    }

    #[test]
    fn plain_steps_are_told_apart() {
        for (at, event) in PLAIN.iter().enumerate() {
            assert_eq!(PLAIN.iter().position(|one| one == event), Some(at));
        }
    }
}
