//! The media that entries name → what pages point at, and what has to be encoded.
//!
//! Entry point: [`plan`]. Invariant: sizes and file names follow from source bytes, so pages can be made before any
//! picture is encoded; a file that nobody names is told, never copied.

mod astray;

use super::darkroom::Tones;
use super::known::Known;
use super::load::STATIC;
use super::medium::{self, Encode};
use super::share_cards::{self, ShareCard};
use crate::diag::{Diagnostic, Diagnostics, Place, Severity, Speech, codes};
use crate::entry::model::{Entry, Status};
use crate::entry::prose::{Prose, Target};
use crate::media::MediaProblem;
use crate::schema::config;
use crate::schema::languages::Languages;
use crate::schema::showing::PictureLink;
use crate::schema::value::{FileRef, Value};
use crate::site::Site;
use crate::source::tree::{File, Tree};
use crate::text::Lang;
use crate::view::model::PictureView;
use crate::view::world::{MediaMap, Medium, ShareCards};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The media of a site.
#[derive(Debug, Default)]
pub struct Media {
    /// What pages point at.
    pub map: MediaMap,
    /// What has to be encoded.
    pub encodes: Vec<Encode>,
    /// The pictures of shared links.
    pub cards: Vec<ShareCard>,
    /// What pages know of them.
    pub shown_cards: ShareCards,
    /// What is copied as it is: source and site path.
    pub copies: Vec<(File, String)>,
    /// The cover picture, as pages get it and as it is.
    pub cover: Option<(PictureView, PictureLink)>,
}

impl Media {
    /// These cards, and the pictures that are in them.
    pub(super) fn only_cards(&self, cards: &[ShareCard]) -> Self {
        let is_shown = |encode: &&Encode| cards.iter().any(|card| card.source == Some(encode.source));
        Self {
            encodes: self.encodes.iter().filter(is_shown).cloned().collect(),
            cards: cards.to_vec(),
            ..Self::default()
        }
    }

    /// Notes the tones of its pictures.
    pub(super) fn tint(&mut self, tones: &Tones) {
        let pictures = self.map.values_mut().flat_map(|files| files.values_mut());
        for medium in pictures {
            if let Medium::Picture(link) = medium {
                link.tone = tone_of(tones, link);
            }
        }
        if let Some((cover, link)) = &mut self.cover {
            link.tone = tone_of(tones, link);
            *cover = crate::view::frame::picture(link, None);
        }
    }
}

/// As the theme counts them: from 1.
fn tone_of(tones: &Tones, link: &PictureLink) -> Option<u8> {
    Some(tones.get(&link.source).copied().flatten()? + 1)
}

/// What the media of entries are found with.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    /// The files under `content/`.
    pub(super) tree: &'a Tree,
    /// What is known of files that were read before.
    pub(super) known: &'a Known,
    /// The languages of the site: a text's file is called by its language.
    pub(super) languages: &'a Languages,
    /// The files in the folder of each entry, by its key.
    pub(super) files: &'a BTreeMap<String, Vec<File>>,
}

/// Works out the media of every entry that visitors see.
pub(super) fn plan(
    site: &Site,
    sources: Sources<'_>,
    static_files: Vec<File>,
    cover: Option<&str>,
) -> (Media, Diagnostics) {
    let shown = site
        .entries
        .iter()
        .enumerate()
        .filter(|(_, e)| e.card.status != Status::Withdrawn);
    let entries: Vec<(usize, &Arc<Entry>)> = shown.collect();
    let one = |(i, entry): &(usize, &Arc<Entry>)| {
        let mut work = Work::new(sources);
        work.entry(entry);
        (*i, work)
    };
    let done: Vec<(usize, Work<'_>)> = entries.par_iter().with_min_len(16).map(one).collect();
    let mut media = Media::default();
    let mut found = Vec::new();
    for (i, work) in done {
        found.extend(work.found);
        media.encodes.extend(work.encodes);
        media.copies.extend(work.copies);
        if !work.medias.is_empty() {
            media.map.insert(i as u32, work.medias);
        }
    }
    if let Some(path) = cover {
        plan_cover(&mut media, sources, path, &mut found);
    }
    let cover = media.cover.as_ref().map(|(_, link)| link.source);
    (media.cards, media.shown_cards) = share_cards::plan(site, &media.map, cover);
    let inside = |file: &File| file.path[STATIC.len()..].to_string();
    media
        .copies
        .extend(static_files.into_iter().map(|file| (file.clone(), inside(&file))));
    media.encodes.sort_by(|a, b| a.path.cmp(&b.path));
    media.encodes.dedup_by(|a, b| a.path == b.path);
    media.copies.sort_by(|a, b| (&a.1, &a.0.path).cmp(&(&b.1, &b.0.path)));
    // The same attachment in two entries is one file; two static files cannot have one path.
    media.copies.dedup_by(|a, b| a.1 == b.1);
    (media, found)
}

fn plan_cover(media: &mut Media, sources: Sources<'_>, path: &str, found: &mut Diagnostics) {
    let mut work = Work::new(sources);
    let place = Place::file(&config::FILE.into());
    match sources.tree.find(path) {
        Some(file) => {
            if let Some(Medium::Picture(link)) = work.medium(file, &place) {
                media.cover = Some((crate::view::frame::picture(&link, None), link));
            }
        }
        None => {
            let name = path.trim_start_matches("content/");
            work.found.push(
                Diagnostic::new(codes::media::MISSING_FILE)
                    .at(place.clone())
                    .with("file", name),
            );
        }
    }
    media.encodes.extend(work.encodes);
    found.extend(work.found);
}

/// What would be wrong with the media of drafts if they were published, as warnings: a draft gets nowhere, but whoever
/// writes it asks `check` before publishing.
pub(super) fn check_drafts(drafts: &[Arc<Entry>], sources: Sources<'_>) -> Diagnostics {
    let mut work = Work::new(sources);
    for entry in drafts {
        work.entry(entry);
    }
    let in_draft = |finding: Diagnostic| match finding.code.draft {
        Severity::Error => {
            let [vi, en] = [Speech::Vi, Speech::En].map(|speech| (finding.message(speech), finding.help(speech)));
            let said = Diagnostic::new(codes::media::IN_DRAFT)
                .with("what", vi.0)
                .with("help", vi.1);
            let said = said.with("what_en", en.0).with("help_en", en.1);
            match finding.place {
                Some(place) => said.at(place),
                None => said,
            }
        }
        _ => finding,
    };
    work.found.into_iter().map(in_draft).collect()
}

/// What came of the entries that were looked at, so far.
struct Work<'a> {
    sources: Sources<'a>,
    found: Diagnostics,
    medias: BTreeMap<String, Medium>,
    encodes: Vec<Encode>,
    copies: Vec<(File, String)>,
}

impl<'a> Work<'a> {
    fn new(sources: Sources<'a>) -> Self {
        Self {
            sources,
            found: Vec::new(),
            medias: BTreeMap::new(),
            encodes: Vec::new(),
            copies: Vec::new(),
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let files = self.sources.files.get(&*entry.key).map_or(&[][..], Vec::as_slice);
        let mut used = BTreeSet::new();
        for (path, place) in named(entry, self.sources.languages) {
            if used.insert(path.clone()) {
                self.named(entry, &path, &place, files);
            }
        }
        let has_chapters = !entry.body.chapters.is_empty();
        self.found
            .extend(astray::unused(entry.folder(), has_chapters, files, &used));
    }

    fn named(&mut self, entry: &Entry, path: &str, place: &Place, files: &[File]) {
        let whole = format!("{}{path}", entry.folder());
        let Some(file) = self.sources.tree.find(&whole) else {
            let inside: Vec<&str> = files.iter().map(|f| &f.path[entry.folder().len()..]).collect();
            let (code, near) = astray::missing(path, &inside);
            let finding = Diagnostic::new(code).at(place.clone()).with("file", path);
            self.found.push(match near {
                Some(near) => finding.with("nearest", near),
                None => finding,
            });
            return;
        };
        if let Some(medium) = self.medium(file, place) {
            self.medias.insert(path.to_string(), medium);
        }
    }

    fn medium(&mut self, file: &File, place: &Place) -> Option<Medium> {
        let mut found = None;
        let Sources { tree, known, .. } = self.sources;
        let read = known.medium(file, || match tree.bytes(file) {
            Ok(bytes) => Some(medium::read(file, &bytes)),
            Err(finding) => {
                found = Some(finding);
                None
            }
        });
        self.found.extend(found);
        let read = read?;
        self.found.extend(read.remarks.iter().cloned());
        self.encodes.extend(read.encodes.iter().cloned());
        self.copies.extend(read.copies.iter().cloned());
        match &read.result {
            Ok(medium) => Some(medium.clone()),
            Err(problem) => {
                let name = file.path.rsplit('/').next().unwrap_or_default();
                // How it is saved is said of the file itself.
                let place = match problem {
                    MediaProblem::Utf16 => Place::file(&file.path),
                    _ => place.clone(),
                };
                self.found.push(problem.diagnostic(name).at(place));
                None
            }
        }
    }
}

/// The files that an entry names, by their paths in its folder.
pub(super) fn names(entry: &Entry, languages: &Languages) -> BTreeSet<String> {
    named(entry, languages).into_iter().map(|(path, _)| path).collect()
}

/// Every file that an entry names, with the first place where it does.
fn named(entry: &Entry, languages: &Languages) -> Vec<(String, Place)> {
    let mut files: Vec<(String, Place)> = Vec::new();
    for (_, value) in &entry.body.fields.0 {
        value.walk(&mut |value| {
            if let Value::File(FileRef { path, span }) = value {
                files.push((path.to_string(), Place::bytes(&entry.file, *span)));
            }
        });
    }
    let mut prose = |prose: &[Option<Prose>], folder: &str| {
        for (lang, one) in prose.iter().enumerate() {
            let code = languages.get(Lang(lang as u8)).code.as_str();
            let file: Arc<str> = format!("{folder}{code}.md").into();
            for link in one.iter().flat_map(Prose::links) {
                if let Target::File(path) = &link.target {
                    files.push((path.to_string(), Place::bytes(&file, link.span)));
                }
            }
        }
    };
    prose(&entry.body.prose, entry.folder());
    for chapter in &entry.body.chapters {
        prose(&chapter.prose, &chapter.folder);
    }
    files
}
