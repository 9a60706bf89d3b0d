//! Whether an edit leaves everything alone but the cards and lists that show the entry.
//!
//! Entry point: [`allows`]. Invariant: yes only where the site keeps the same pages, references, codes, dates and media,
//! but for the pictures of shared links. Every part of an entry is named here, so that a new one cannot be forgotten.

use crate::entry::model::{Body, Card, Chapter, Entry, Status};
use crate::entry::prose::{Prose, Target};
use crate::schema::field::gtin::gtins;
use crate::schema::kind::Kind;
use crate::schema::value::{Fields, FileRef, Value};
use crate::text::{Lang, Text};

/// True when an edit of this entry leaves the pages of the site, its references, media and dates as they are.
pub(in crate::engine) fn allows(old: &Entry, new: &Entry, kind: &Kind) -> bool {
    keeps_card(&old.card, &new.card) && keeps_body(&old.body, &new.body, kind)
}

/// What others than this entry's card and lists take from it is the same: addresses, places, dates, languages.
fn keeps_card(old: &Card, new: &Card) -> bool {
    let Card {
        title,
        // Only its own pages, cards, and lists that are made anew show these.
        summary: _,
        sample: _,
        brief: _,
        status,
        photo,
        spot,
        updated,
        facets,
        parts,
        formerly,
        url,
        has_prose,
    } = old;
    let is_written = |lang| old.is_written(lang) == new.is_written(lang) && title.has(lang) == new.title.has(lang);
    *status == Status::Published
        && new.status == Status::Published
        && file(photo) == file(&new.photo)
        && *spot == new.spot
        && *updated == new.updated
        && *facets == new.facets
        && *parts == new.parts
        && *formerly == new.formerly
        && *url == new.url
        && *has_prose == new.has_prose
        && (0..has_prose.len() as u8).map(Lang).all(is_written)
}

/// Where the main picture lies; what it shows may be said in other words.
fn file(photo: &Option<(FileRef, Text)>) -> Option<&str> {
    photo.as_ref().map(|(file, _)| &*file.path)
}

/// The same chapters, and in fields and texts the same references and files.
fn keeps_body(old: &Body, new: &Body, kind: &Kind) -> bool {
    let Body {
        fields,
        prose,
        chapters,
        // A count that is added up anew.
        untranslated: _,
    } = old;
    pointers(fields) == pointers(&new.fields)
        && gtins(fields, &kind.fields) == gtins(&new.fields, &kind.fields)
        && targets(prose).eq(targets(&new.prose))
        && chapters.len() == new.chapters.len()
        && chapters
            .iter()
            .zip(&new.chapters)
            .all(|(old, new)| keeps_chapter(old, new))
}

fn keeps_chapter(old: &Chapter, new: &Chapter) -> bool {
    let Chapter {
        slug,
        title,
        folder,
        prose,
    } = old;
    *slug == new.slug && *title == new.title && *folder == new.folder && targets(prose).eq(targets(&new.prose))
}

/// What the texts link to, per language.
fn targets(prose: &[Option<Prose>]) -> impl Iterator<Item = Option<Vec<&Target>>> {
    fn of(prose: &Prose) -> Vec<&Target> {
        prose.links().iter().map(|link| &link.target).collect()
    }
    prose.iter().map(|one| one.as_ref().map(of))
}

/// References and files in fields, wherever they were written.
fn pointers(fields: &Fields) -> Vec<(&str, &str, Option<&str>)> {
    let mut all = Vec::new();
    for (name, value) in &fields.0 {
        value.walk(&mut |value| match value {
            Value::Ref(reference) => all.push((&**name, &*reference.key, reference.fragment.as_deref())),
            Value::File(file) => all.push((&**name, &*file.path, None)),
            _ => {}
        });
    }
    all
}
