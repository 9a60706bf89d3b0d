//! An entry, checked by itself.
//!
//! Entry point: [`Entry`]. Invariant: [`Card`] is all that other pages may see of an entry; [`Body`] is for its own
//! pages. A typo mended in a body touches nothing else.

use super::prose::Prose;
use crate::schema::field::FacetValue;
use crate::schema::value::{Fields, FileRef};
use crate::text::{PartialDate, Text};
use std::sync::Arc;

/// Whether visitors see an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Status {
    /// Shown in the preview, absent from a build, no code.
    Draft,
    /// Shown.
    #[default]
    Published,
    /// Text and media taken down; the page of its code stays.
    Withdrawn,
}

/// An entry of the site.
#[derive(Clone, Debug)]
pub struct Entry {
    /// `relics/chua-bo-da`.
    pub key: Arc<str>,
    /// Position of its kind.
    pub kind: usize,
    /// Path of its `entry.yaml`, for findings.
    pub file: Arc<str>,
    /// What other pages may see.
    pub card: Card,
    /// What its own pages show.
    pub body: Body,
}

impl Entry {
    /// The last part of its key, also the last folder of its address.
    pub fn slug(&self) -> &str {
        self.key.rsplit('/').next().unwrap_or(&self.key)
    }

    /// The folder of its files, with a final slash: `content/relics/chua-bo-da/`.
    pub fn folder(&self) -> &str {
        self.file.strip_suffix("entry.yaml").unwrap_or(&self.file)
    }
}

/// All that other pages may see of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Card {
    /// Title.
    pub title: Text,
    /// One sentence.
    pub summary: Text,
    /// Whether visitors see it.
    pub status: Status,
    /// True for an invented example.
    pub sample: bool,
    /// The fields that the kind puts on cards.
    pub brief: Fields,
    /// Its main picture with alternative text.
    pub photo: Option<(FileRef, Text)>,
    /// Latitude and longitude in millionths of a degree (WGS 84).
    pub spot: Option<(i32, i32)>,
    /// `updated`, else the day of verification.
    pub updated: Option<PartialDate>,
    /// Per facet of the kind, its values; entries with the same one may share it.
    pub facets: Vec<Vec<Arc<FacetValue>>>,
    /// Parts with codes of their own: id and title.
    pub parts: Vec<(Box<str>, Text)>,
    /// Former keys.
    pub formerly: Vec<Box<str>>,
    /// Own folder name per language (stand-alone pages).
    pub url: Text,
    /// True when the prose exists in a language, per language of the site.
    pub has_prose: Vec<bool>,
}

impl Card {
    /// True when the entry is really written in a language: its prose, or a title of its own in that language.
    pub fn is_written(&self, lang: crate::text::Lang) -> bool {
        let has_prose = self.has_prose.get(lang.index()).copied().unwrap_or(false);
        has_prose || (self.title.has(lang) && !self.title.is_same())
    }
}

/// What the entry's own pages show.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Every field.
    pub fields: Fields,
    /// The prose, one per language of the site.
    pub prose: Vec<Option<Prose>>,
    /// Pages of a book.
    pub chapters: Vec<Chapter>,
    /// Texts that lack a translation, per language of the site.
    pub untranslated: Vec<u32>,
}

/// A page of a book.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Last folder of its address.
    pub slug: Box<str>,
    /// Title per language.
    pub title: Text,
    /// The text, one per language of the site.
    pub prose: Vec<Option<Prose>>,
    /// Its folder, for findings: `content/books/x/chapters/01-y/`.
    pub folder: Arc<str>,
}

/// The prose for a language: its own, else that of the first fallback that has one, with its language.
pub fn prose_for<'p>(
    prose: &'p [Option<Prose>],
    languages: &crate::schema::languages::Languages,
    lang: crate::text::Lang,
) -> Option<(&'p Prose, Option<crate::text::Lang>)> {
    let of = |l: crate::text::Lang| prose.get(l.index()).and_then(Option::as_ref);
    if let Some(own) = of(lang) {
        return Some((own, None));
    }
    let order = languages.get(lang).fallbacks.iter().copied().chain(languages.all());
    order
        .into_iter()
        .find_map(|other| of(other).map(|prose| (prose, Some(other))))
}
