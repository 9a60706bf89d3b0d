//! Look-ups that the view answers for field types.
//!
//! Entry point: [`EntryWorld`], [`MediaMap`]. Invariant: answers are resolved already: a draft is no entry, a picture
//! that could not be read is no picture.

use crate::entry::model::Status;
use crate::schema::showing::{EntryLink, FileLink, PictureLink, Showing, World};
use crate::schema::value::{FileRef, Reference};
use crate::site::Site;
use crate::site::codes::Codes;
use crate::text::Lang;
use crate::view::model::CodeView;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// What the media of an entry became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A picture in several widths.
    Picture(PictureLink),
    /// Anything else.
    File(FileLink),
}

/// Media by entry (position) and path within the entry's folder.
pub type MediaMap = BTreeMap<u32, BTreeMap<String, Medium>>;

/// The pictures of shared links, by site path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareCards {
    /// Per entry that has one, per language.
    pub entries: BTreeMap<u32, Vec<String>>,
    /// For all other pages, per language.
    pub site: Vec<String>,
}

/// Look-ups for one entry's page in one language.
pub struct EntryWorld<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its codes.
    pub codes: &'a Codes,
    /// Its media.
    pub media: &'a MediaMap,
    /// Position of the entry.
    pub me: u32,
    /// Language of the page.
    pub lang: Lang,
}

impl EntryWorld<'_> {
    /// What field types see on the page.
    pub fn showing(&self) -> Showing<'_> {
        let frame = &self.site.frame;
        Showing {
            lang: self.lang,
            languages: &frame.config.languages,
            formats: frame.words.formats(self.lang),
            today: frame.today,
            world: self,
        }
    }

    fn medium(&self, file: &FileRef) -> Option<&Medium> {
        self.media.get(&self.me)?.get(&*file.path)
    }
}

impl World for EntryWorld<'_> {
    fn entry(&self, reference: &Reference) -> Option<EntryLink> {
        let entry = self
            .site
            .find(&reference.key)
            .filter(|e| e.card.status == Status::Published)?;
        let fragment = reference.fragment.as_ref().map_or(String::new(), |f| format!("#{f}"));
        let path = self
            .site
            .routes
            .href(&format!("{}{fragment}", self.site.path(entry, self.lang)));
        let kind = self.site.frame.kinds.get(entry.kind).key.clone();
        Some(EntryLink {
            title: entry.card.title.clone(),
            path,
            kind,
        })
    }

    fn picture(&self, file: &FileRef) -> Option<PictureLink> {
        match self.medium(file)? {
            Medium::Picture(picture) => Some(picture.clone()),
            Medium::File(_) => None,
        }
    }

    fn file(&self, file: &FileRef) -> Option<FileLink> {
        match self.medium(file)? {
            Medium::File(file) => Some(file.clone()),
            Medium::Picture(_) => None,
        }
    }

    fn word(&self, key: &str) -> String {
        self.site.frame.words.get(self.lang, key)
    }

    fn code(&self, part: &str) -> Option<Json> {
        let entry = &self.site.entries[self.me as usize];
        let code = code_view(self.site, self.codes, &format!("{}#{part}", entry.key))?;
        serde_json::to_value(code).ok()
    }

    fn beside(&self, name: &str) -> String {
        let entry = &self.site.entries[self.me as usize];
        format!("{}{name}", self.site.path(entry, self.lang))
    }

    fn absolute(&self, path: &str) -> String {
        self.site.frame.config.absolute(path)
    }
}

/// The short code of a key, as pages show it.
pub fn code_view(site: &Site, codes: &Codes, key: &str) -> Option<CodeView> {
    let landing = codes.of(key)?;
    let path = site.routes.landing(&landing.code);
    // As people read it under the code: the address that is in it, which may be an earlier one of the site.
    let said = landing.payload.as_str();
    let said = said.split_once("://").map_or(said, |(_, rest)| rest);
    let (host, rest) = said.split_once('/').unwrap_or((said, ""));
    Some(CodeView {
        code: landing.code.clone(),
        plate: (landing.has_plate && !key.contains('#')).then(|| format!("{path}plate.svg")),
        svg: format!("{path}qr.svg"),
        address: format!("{}/{rest}", host.to_ascii_lowercase()),
        path: site.routes.href(&path),
    })
}
