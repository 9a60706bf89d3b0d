//! Sheets as one PDF file, a page each.
//!
//! Entry point: [`pdf`]. Invariant: vectors only, true millimeters, faces embedded as far as they are used, text that can
//! be selected and searched; the day comes from outside, so that the same sheets give the same bytes. The file keeps to
//! PDF/A-2b, which archives and printers ask for.

mod archive;
mod content;
mod font;

use super::face::FACES;
use super::marks::BLEED;
use super::shape::Drawing;
use super::sheet::{Part, Sheet};
use crate::text::Date;
use content::Writer;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use font::Used;
use pdf_writer::{Date as Day, Filter, Finish, Name, Pdf, Rect, Ref, TextStr};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::Arc;

/// Points of a millimeter.
const POINTS: f32 = 72.0 / 25.4;

/// What a PDF file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub author: String,
    /// The language of its text: `vi`.
    pub language: String,
    /// The day on which it was made.
    pub day: Date,
}

/// Hands out the numbers of objects.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// All sheets as a file.
pub fn pdf(sheets: &[Sheet], about: &About) -> Vec<u8> {
    let mut numbers = Numbers(0);
    let (catalog, pages) = (numbers.next(), numbers.next());
    let mut file = Pdf::new();
    file.set_version(1, 7);
    let fonts: Vec<Ref> = FACES.iter().map(|_| numbers.next()).collect();
    let mut used = Used::default();
    let mut art = Art::default();
    let mut page_ids = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let (page, content) = (numbers.next(), numbers.next());
        page_ids.push(page);
        let mut writer = Writer::new(sheet.size.1);
        for part in &sheet.parts {
            match part {
                Part::Art(drawing, at) => writer.art(art.number(drawing, (&mut numbers, &mut file)), *at),
                Part::Shape(shape) => writer.shape(shape),
                Part::Text(run) => writer.text(run, &mut used),
            }
        }
        let bytes = deflate(&writer.finish());
        file.stream(content, &bytes).filter(Filter::FlateDecode);
        let mut dict = file.page(page);
        // Programs that place pages for the press go by where they are cut, not by the marks.
        dict.media_box(inside(sheet, 0.0))
            .bleed_box(inside(sheet, (sheet.margin - BLEED).max(0.0)))
            .trim_box(inside(sheet, sheet.margin))
            .parent(pages)
            .contents(content);
        let mut resources = dict.resources();
        let mut list = resources.fonts();
        for (face, id) in FACES.iter().zip(&fonts) {
            list.pair(Name(content::font_name(*face).as_bytes()), *id);
        }
        list.finish();
        let mut list = resources.x_objects();
        for i in art.on(sheet) {
            list.pair(Name(content::art_name(i).as_bytes()), art.ids[i].1);
        }
    }
    file.pages(pages).count(page_ids.len() as i32).kids(page_ids);
    for (face, id) in FACES.into_iter().zip(fonts) {
        font::embed(&mut file, (face, id), &used, &mut || numbers.next());
    }
    finish(file, (catalog, pages), about, &mut numbers)
}

/// A sheet without so many millimeters on each side, in points.
fn inside(sheet: &Sheet, mm: f32) -> Rect {
    let (width, height) = sheet.size;
    Rect::new(mm * POINTS, mm * POINTS, (width - mm) * POINTS, (height - mm) * POINTS)
}

/// Art that sheets share, written once.
#[derive(Default)]
struct Art {
    ids: Vec<(Arc<Drawing>, Ref)>,
    by_address: BTreeMap<usize, usize>,
}

impl Art {
    fn address(drawing: &Arc<Drawing>) -> usize {
        Arc::as_ptr(drawing) as usize
    }

    /// The place of a drawing in the list; a new one is written.
    fn number(&mut self, drawing: &Arc<Drawing>, (numbers, file): (&mut Numbers, &mut Pdf)) -> usize {
        if let Some(at) = self.by_address.get(&Self::address(drawing)) {
            return *at;
        }
        let id = numbers.next();
        let mut writer = Writer::bare();
        for shape in &drawing.shapes {
            writer.shape(shape);
        }
        let bytes = deflate(&writer.finish());
        let mut object = file.form_xobject(id, &bytes);
        object.filter(Filter::FlateDecode);
        let (width, height) = drawing.size;
        object.bbox(Rect::new(-BLEED, -BLEED, width + BLEED, height + BLEED));
        object.finish();
        self.ids.push((drawing.clone(), id));
        self.by_address.insert(Self::address(drawing), self.ids.len() - 1);
        self.ids.len() - 1
    }

    /// The places of the drawings that a sheet shows.
    fn on(&self, sheet: &Sheet) -> Vec<usize> {
        let shown = sheet.parts.iter().filter_map(|part| match part {
            Part::Art(drawing, _) => self.by_address.get(&Self::address(drawing)).copied(),
            _ => None,
        });
        let mut shown: Vec<usize> = shown.collect();
        shown.sort_unstable();
        shown.dedup();
        shown
    }
}

/// Catalog, description and the marks of an archive file.
fn finish(mut file: Pdf, (catalog, pages): (Ref, Ref), about: &About, numbers: &mut Numbers) -> Vec<u8> {
    let (info, meta, profile) = (numbers.next(), numbers.next(), numbers.next());
    let day = Day::new(about.day.year().clamp(0, 9999) as u16)
        .month(about.day.month())
        .day(about.day.day())
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(7)
        .utc_offset_minute(0);
    let producer = concat!("vanbia ", env!("CARGO_PKG_VERSION"));
    file.document_info(info)
        .title(TextStr(&about.title))
        .author(TextStr(&about.author))
        .creator(TextStr("vanbia"))
        .producer(TextStr(producer))
        .creation_date(day)
        .modified_date(day);
    let xmp = archive::xmp(about, producer);
    file.metadata(meta, xmp.as_bytes());
    let icc = archive::srgb();
    let bytes = deflate(&icc);
    file.icc_profile(profile, &bytes).n(3).filter(Filter::FlateDecode);
    let mut dict = file.catalog(catalog);
    dict.pages(pages).metadata(meta).lang(TextStr(&about.language));
    dict.viewer_preferences().display_doc_title(true);
    let mut intents = dict.output_intents();
    let mut intent = intents.push();
    intent
        .subtype(pdf_writer::types::OutputIntentSubtype::PDFA)
        .output_condition_identifier(TextStr("sRGB"))
        .dest_output_profile(profile);
    intent.finish();
    intents.finish();
    dict.finish();
    let id = blake3::hash(file_so_far(about, &xmp).as_bytes()).as_bytes()[..16].to_vec();
    file.set_file_id((id.clone(), id));
    file.finish()
}

/// What tells this file from others: title, day and who made it.
fn file_so_far(about: &About, xmp: &str) -> String {
    format!("{about:?}{xmp}")
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing into memory cannot fail; an empty stream would only lose one page's content.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
#[path = "pdf/tests.rs"]
mod tests;
