//! The page of an entry, and those of a book's chapters.
//!
//! Entry point: [`EntryView`]. Invariant: see [`super`].

use super::{KindView, Link, MapDrawing, PictureView, SaveView, Saying};
use serde::Serialize;
use serde_json::Value as Json;

/// A field as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FieldView {
    /// Name in the kind: `built`.
    pub name: String,
    /// What stands in front of it.
    pub label: Saying,
    /// The component `field.<show>` that draws it.
    pub show: &'static str,
    /// Its values, at least one.
    pub items: Vec<Json>,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Anchor.
    pub id: String,
    /// Plain text.
    pub text: String,
}

/// The short code of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CodeView {
    /// Digits: `735195`.
    pub code: String,
    /// Site path of its SVG.
    pub svg: String,
    /// Site path of the drawing of its plate, once the code is issued.
    pub plate: Option<String>,
    /// The address as people read it: `disan.vn/735195/`.
    pub address: String,
    /// Site path of its landing page.
    pub path: String,
}

/// What something costs, in brief.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Price {
    /// The price.
    pub text: Saying,
    /// True when there are several packets.
    pub from: bool,
}

/// The page of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct EntryView {
    /// `relics/chua-bo-da`.
    pub key: String,
    /// Its kind.
    pub kind: KindView,
    /// Title.
    pub title: Saying,
    /// Summary.
    pub summary: Option<Saying>,
    /// True for an invented example.
    pub sample: bool,
    /// True for a draft (only in the preview).
    pub draft: bool,
    /// True when the text has been taken down.
    pub withdrawn: bool,
    /// Name of the language in which the text is shown for lack of a translation, in the page's language if that has it.
    pub untranslated: Option<String>,
    /// The language of that name where it is not the page's.
    pub untranslated_lang: Option<String>,
    /// Main picture.
    pub hero: Option<PictureView>,
    /// Further pictures.
    pub gallery: Vec<PictureView>,
    /// Fields beside the title.
    pub lead: Vec<FieldView>,
    /// The highest rank, when it is worth a seal.
    pub seal: Option<Saying>,
    /// Facts that stand below the title as well: who makes it, its stars.
    pub makers: Vec<FieldView>,
    /// Where directions are shown, on a map of another site.
    pub directions: Option<String>,
    /// What it costs, when it is for sale.
    pub price: Option<Price>,
    /// The list of facts.
    pub facts: Vec<FieldView>,
    /// Fields with the story.
    pub story: Vec<FieldView>,
    /// Parts with a heading each.
    pub parts: Vec<FieldView>,
    /// For those who come.
    pub visit: Vec<FieldView>,
    /// For those who buy.
    pub buy: Vec<FieldView>,
    /// Sound and the like.
    pub media: Vec<FieldView>,
    /// Where it is known from.
    pub sources: Vec<FieldView>,
    /// The text as HTML; empty when there is none.
    #[serde(skip)]
    pub body: String,
    /// Language of the text when it is not the page's.
    pub body_lang: Option<String>,
    /// Its headings.
    pub toc: Vec<Heading>,
    /// Chapters of a book.
    pub chapters: Vec<Link>,
    /// The trails that stop here, and where they go on.
    pub onward: Vec<Onward>,
    /// The entry before it in its list.
    pub previous: Option<Link>,
    /// The entry after it in its list.
    pub next: Option<Link>,
    /// Its short code.
    pub code: Option<CodeView>,
    /// When the content last changed, in words.
    pub updated: Option<String>,
    /// Latitude and longitude in degrees (WGS 84), six decimals.
    pub at: Option<(String, String)>,
    /// What can be kept for where there is no signal; `None` for drafts and the like.
    pub save: Option<SaveView>,
    /// Where it and its neighbors lie.
    pub map: Option<MapDrawing>,
}

impl EntryView {
    /// True where a picture opens large, so that the page needs the script for it: in the gallery, the text, a field or
    /// a part.
    pub fn has_large_pictures(&self) -> bool {
        let sections = [&self.facts, &self.visit, &self.buy, &self.story, &self.parts];
        let shows_photos = |field: &FieldView| match field.show {
            "photo" => true,
            "group" => field.items.iter().any(has_photo),
            _ => false,
        };
        !self.gallery.is_empty()
            || self.body.contains("<figure")
            || sections.iter().any(|fields| fields.iter().any(shows_photos))
    }
}

/// True for a shown group with a photo among its fields.
fn has_photo(group: &Json) -> bool {
    let fields = group["fields"].as_array().map_or(&[][..], Vec::as_slice);
    fields.iter().any(|field| field["show"] == "photo")
}

/// A stop of a trail: where the trail goes on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Onward {
    /// The trail.
    pub trail: Link,
    /// Which stop this is, from 1.
    pub number: usize,
    /// How many stops there are.
    pub of: usize,
    /// The next stop; none at the last one.
    pub next: Option<Link>,
    /// How far it is, and in which direction.
    pub way: Option<String>,
}

/// A page of a book.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChapterView {
    /// The book.
    pub book: Link,
    /// Title of the chapter.
    pub title: Saying,
    /// Number, from 1.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// Name of the language in which the text is shown for lack of a translation, in the page's language if that has it.
    pub untranslated: Option<String>,
    /// The language of that name where it is not the page's.
    pub untranslated_lang: Option<String>,
    /// The text as HTML.
    #[serde(skip)]
    pub body: String,
    /// Language of the text when it is not the page's.
    pub body_lang: Option<String>,
    /// Every chapter.
    pub chapters: Vec<Link>,
    /// The chapter before.
    pub previous: Option<Link>,
    /// The chapter after.
    pub next: Option<Link>,
}
