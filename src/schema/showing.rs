//! What a field type may know when it turns a value into something to show.
//!
//! Entry point: [`Showing`]. Invariant: field types see the page's language, words, formats and resolved look-ups;
//! never the site, the disk or the clock.

use super::languages::Languages;
use super::value::{FileRef, Reference};
use crate::text::{Date, Formats, Lang, Text};
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// What is known about another entry when it is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLink {
    /// Its title.
    pub title: Text,
    /// Site path of its page in the page's language, with fragment: `vi/di-tich/chua-bo-da/`.
    pub path: String,
    /// Its kind's key.
    pub kind: String,
}

/// A picture, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureLink {
    /// Site paths with pixel widths, smallest first; every browser shows them.
    pub sizes: Vec<(String, u32)>,
    /// The same as WebP, which is half as heavy; may be empty.
    pub webp: Vec<(String, u32)>,
    /// Width of the largest, in pixels.
    pub width: u32,
    /// Height of the largest, in pixels.
    pub height: u32,
    /// Which of the theme's sixteen tones stands in its place until it is there.
    pub tone: Option<u8>,
    /// Hash of the source.
    pub source: [u8; 32],
}

/// A file for download or listening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLink {
    /// Site path.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Length in seconds, for sound.
    pub seconds: Option<u32>,
    /// The lines of a transcript, for subtitles: the moment in thousandths of a second, and the words.
    pub lines: Arc<[(u32, String)]>,
}

/// Look-ups that the view answers for field types.
pub trait World {
    /// The entry that a reference names, unless it is a draft, withdrawn or missing.
    fn entry(&self, reference: &Reference) -> Option<EntryLink>;
    /// The picture of a file of this entry.
    fn picture(&self, file: &FileRef) -> Option<PictureLink>;
    /// A file of this entry.
    fn file(&self, file: &FileRef) -> Option<FileLink>;
    /// A word in the page's language: `rank.national`. Missing words answer with their key.
    fn word(&self, key: &str) -> String;
    /// The code of a part of this entry, by the part's `id`, as templates get it: `{code, svg, address, path}`.
    fn code(&self, part: &str) -> Option<Json>;
    /// The site path of a file that lies beside this entry's page in the page's language.
    fn beside(&self, name: &str) -> String;
    /// The absolute address of a site path.
    fn absolute(&self, path: &str) -> String;
}

/// The page for which a value is shown.
pub struct Showing<'a> {
    /// The page's language.
    pub lang: Lang,
    /// The site's languages.
    pub languages: &'a Languages,
    /// How this language writes numbers, dates and money.
    pub formats: &'a Formats,
    /// The day of the build; only what reads it changes with it.
    pub today: Date,
    /// Look-ups.
    pub world: &'a dyn World,
}

impl Showing<'_> {
    /// A text as templates get it: `{"text": …, "lang": …}`, `lang` only when it is not the page's language.
    pub fn say(&self, text: &Text) -> Option<Json> {
        let said = self.languages.say(text, self.lang)?;
        Some(match said.lang {
            None => json!({ "text": said.text }),
            Some(other) => json!({ "text": said.text, "lang": self.languages.get(other).code }),
        })
    }

    /// A text that is already in the page's language, in the same form.
    pub fn plain(&self, text: impl Into<String>) -> Json {
        json!({ "text": text.into() })
    }

    /// A word of the strings in the same form.
    pub fn word(&self, key: &str) -> Json {
        self.plain(self.world.word(key))
    }
}
