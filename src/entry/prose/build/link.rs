//! Links and pictures of a text, as the parser meets them.
//!
//! Entry point: `start_link`, `describe`. Invariant: every link and picture gets its place in the list, refused ones
//! with a finding.

use super::super::target::{Refusal, Target};
use super::super::{Event, Link, Piece, Tag, What};
use super::{Building, Open, signs};
use crate::diag::{Code, Diagnostic, Span, codes::prose as codes};
use crate::schema::languages::meant_language;
use crate::text::without_forbidden;
use pulldown_cmark::{Event as Parsed, LinkType, Tag as ParsedTag, TagEnd as ParsedEnd};
use std::ops::Range;

impl Building<'_> {
    pub(super) fn start_link(&mut self, tag: ParsedTag<'_>, range: Range<usize>) {
        let (what, kind, address, title) = match tag {
            ParsedTag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => (What::Link, link_type, dest_url, title),
            ParsedTag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => (What::Picture, link_type, dest_url, title),
            _ => return,
        };
        let span = self.address_span(&address, &range);
        let address = match kind {
            LinkType::Email => format!("mailto:{address}"),
            _ => without_forbidden(&address).into_owned(),
        };
        let link = Link {
            target: Target::of(&address, what),
            span,
            what,
            written: self.keep(&address),
            title: self.keep(&title),
            label: Piece::default(),
        };
        if let Target::Refused(why) = &link.target {
            self.found
                .push(refusal(self.finding(refused(why), span), why, &address));
        }
        if let Target::Lang(tag) = &link.target
            && let Some(better) = meant_language(tag)
        {
            let found = self.finding(codes::LANGUAGE_TAG_SLIP, span);
            self.found.push(found.with("tag", tag).with("better", better));
        }
        if what == What::Picture {
            self.open.push(Open::Picture(Box::new(link), self.arena.len()));
            return;
        }
        let index = self.links.len() as u32;
        self.open.push(Open::Link(index, self.events.len()));
        self.links.push(link);
        self.events.push(Event::Start(Tag::Link(index)));
    }

    /// Where the address stands: inside the link when it is written there, else the whole link.
    pub(super) fn address_span(&self, address: &str, range: &Range<usize>) -> Span {
        let whole = &self.doc.text[range.clone()];
        match whole.rfind(address) {
            Some(at) if !address.is_empty() => Span::new(range.start + at, range.start + at + address.len()),
            _ => Span::new(range.start, range.end),
        }
    }

    /// Inside a picture only its alternative text is gathered; links and marks in it have no place.
    pub(super) fn describe(&mut self, event: &Parsed<'_>, range: &Range<usize>) {
        let end = match event {
            Parsed::Start(tag) => Some(tag.to_end()),
            Parsed::End(end) => Some(*end),
            _ => None,
        };
        // Both events of a pair stand where the whole of it does.
        if let Some(typed) = end.and_then(|end| signs::typed(&self.doc.text, &end, range)) {
            self.arena.push_str(typed);
        }
        match event {
            Parsed::Text(text) | Parsed::Code(text) | Parsed::InlineHtml(text) => {
                self.arena.push_str(&without_forbidden(text));
            }
            Parsed::SoftBreak | Parsed::HardBreak => self.arena.push(' '),
            Parsed::End(ParsedEnd::Image) if self.seen.inner == 0 => self.end_picture(),
            Parsed::End(ParsedEnd::Image) => self.seen.inner -= 1,
            Parsed::Start(ParsedTag::Image { .. }) => self.seen.inner += 1,
            _ => {}
        }
    }

    pub(super) fn end_picture(&mut self) {
        let Some(Open::Picture(mut link, lo)) = self.open.pop() else {
            return;
        };
        link.label = Piece {
            lo: lo as u32,
            hi: self.arena.len() as u32,
        };
        if self.arena[lo..].trim().is_empty() {
            let found = self.finding(codes::PICTURE_WITHOUT_TEXT, link.span);
            self.found.push(found);
        }
        self.events.push(Event::Picture(self.links.len() as u32));
        self.links.push(*link);
        self.pictures += 1;
    }
}

fn refused(why: &Refusal) -> &'static Code {
    match why {
        Refusal::Empty => codes::EMPTY_ADDRESS,
        Refusal::Scheme(_) => codes::REFUSED_SCHEME,
        Refusal::WithoutScheme => codes::ADDRESS_WITHOUT_SCHEME,
        Refusal::Windows => codes::WINDOWS_PATH,
        Refusal::Outside => codes::OUTSIDE_PATH,
        Refusal::Incomplete(_) => codes::INCOMPLETE_ADDRESS,
        Refusal::TextFile(_) => codes::LINK_TO_TEXT_FILE,
        Refusal::Language(_) => codes::UNKNOWN_LANGUAGE_TAG,
        Refusal::NotPicture => codes::NOT_A_PICTURE,
        Refusal::PictureElsewhere => codes::PICTURE_ELSEWHERE,
        Refusal::Unreadable => codes::UNREADABLE_ADDRESS,
    }
}

fn refusal(found: Diagnostic, why: &Refusal, address: &str) -> Diagnostic {
    match why {
        Refusal::Scheme(scheme) => found.with("scheme", scheme),
        Refusal::Incomplete(better) => found.with("address", address).with("better", better),
        Refusal::TextFile(key) if key.is_empty() => found.with("address", address).with("key", "relics/chua-bo-da"),
        Refusal::TextFile(key) => found.with("address", address).with("key", key),
        Refusal::Language(tag) => found.with("tag", tag),
        Refusal::Empty | Refusal::WithoutScheme | Refusal::Windows | Refusal::Outside => found.with("address", address),
        Refusal::NotPicture | Refusal::PictureElsewhere | Refusal::Unreadable => found.with("address", address),
    }
}
