//! A sheet: everything that is drawn on one page, in millimeters.
//!
//! Entry point: [`fill`]. Invariant: a sheet is the only source of SVG, PNG and PDF, so that the three show the same; what
//! is common to many sheets is shared, not copied.

use super::layout::{CodeBox, Layout, filled};
use super::shape::{Drawing, Rgb, Shape, shapes};
use super::typeset::{Block, Frame, Run, fit};
use super::{Code, Plate, Slot};
use std::sync::Arc;
use tiny_skia::{FillRule, PathBuilder, Rect};

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Width and height in millimeters.
    pub size: (f32, f32),
    /// How much of it is cut off on each side, in millimeters.
    pub margin: f32,
    /// What it is about, for readers and screen readers.
    pub title: String,
    /// Name of the layout of its plates.
    pub layout: String,
    /// Its parts, from the lowest to the highest.
    pub parts: Vec<Part>,
    /// The codes on it.
    pub codes: Vec<Drawn>,
}

/// Something on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Art that many sheets share, at a place.
    Art(Arc<Drawing>, (f32, f32)),
    /// A shape of this sheet alone.
    Shape(Shape),
    /// A line of text.
    Text(Run),
}

/// A code as it stands on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Where, quiet zone included.
    pub place: CodeBox,
    /// What it says and whose it is.
    pub code: Code,
    /// Side of a module in millimeters.
    pub module: f32,
}

/// What was noticed while a plate was filled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// Characters that no face has.
    pub missing: Vec<char>,
    /// Texts that do not fit.
    pub overflowing: Vec<String>,
    /// Texts that fit only in letters that nobody reads.
    pub tiny: Vec<String>,
}

/// An em that is still read at hand, in millimeters: three points.
const LEAST_SIZE: f32 = 1.06;

impl Sheet {
    /// An empty page.
    pub fn new(size: (f32, f32), title: &str) -> Self {
        Self {
            size,
            margin: 0.0,
            title: title.to_string(),
            layout: String::new(),
            parts: Vec::new(),
            codes: Vec::new(),
        }
    }

    /// Every shape in its place, from the lowest to the highest, text left out.
    pub fn shapes(&self) -> impl Iterator<Item = Shape> {
        self.parts.iter().flat_map(|part| -> Vec<Shape> {
            match part {
                Part::Art(art, at) => art.shapes.iter().filter_map(|shape| shape.placed(1.0, *at)).collect(),
                Part::Shape(shape) => vec![shape.clone()],
                Part::Text(_) => Vec::new(),
            }
        })
    }

    /// Every line of text.
    pub fn texts(&self) -> impl Iterator<Item = &Run> {
        self.parts.iter().filter_map(|part| match part {
            Part::Text(run) => Some(run),
            _ => None,
        })
    }
}

/// Puts a plate onto a sheet with its upper left corner at a place.
pub fn fill(sheet: &mut Sheet, layout: &Layout, plate: &Plate, at: (f32, f32)) -> Notes {
    let mut notes = Notes::default();
    sheet.parts.push(Part::Art(layout.art.clone(), at));
    for (place, code) in plate.shown(layout) {
        let place = CodeBox {
            x: place.x + at.0,
            y: place.y + at.1,
            ..place
        };
        put_code(sheet, place, code);
    }
    for text in &layout.texts {
        let blocks = text.blocks.iter().filter_map(|block| {
            Some(Block {
                text: filled(&block.text, &plate.says)?,
                instead: filled(&block.instead, &plate.says).unwrap_or_default(),
                ..block.clone()
            })
        });
        let blocks: Vec<Block> = blocks.collect();
        let mut frame = text.frame;
        (frame.x, frame.y) = (frame.x + at.0, frame.y + at.1);
        if let Some(color) = text.band.filter(|_| !blocks.is_empty()) {
            sheet.parts.extend(band(frame, color));
        }
        let fitted = fit(&blocks, frame);
        notes.missing.extend(fitted.missing);
        let first = || blocks.first().map(|block| block.text.clone());
        let smallest = fitted.runs.iter().map(|run| run.size).fold(f32::MAX, f32::min);
        if fitted.overflows {
            notes.overflowing.extend(first());
        } else if smallest < LEAST_SIZE {
            notes.tiny.extend(first());
        }
        sheet.parts.extend(fitted.runs.into_iter().map(Part::Text));
    }
    notes.missing.sort_unstable();
    notes.missing.dedup();
    notes
}

/// A band of color behind a text.
fn band(frame: Frame, color: Rgb) -> Option<Part> {
    let rect = Rect::from_xywh(frame.x, frame.y, frame.width, frame.height)?;
    Some(Part::Shape(Shape {
        path: PathBuilder::from_rect(rect),
        fill: Some(color),
        rule: FillRule::Winding,
        line: None,
    }))
}

/// The largest module that scanners at the till expect, in millimeters (GS1 General Specifications, X-dimension).
const LARGEST_PRODUCT_MODULE: f32 = 0.990;

/// Draws a code into its place.
fn put_code(sheet: &mut Sheet, place: CodeBox, code: &Code) {
    let Ok(drawing) = shapes(&code.svg, "#000000") else {
        return;
    };
    let modules = drawing.size.0.max(drawing.size.1);
    let most = match place.slot {
        Slot::Product => LARGEST_PRODUCT_MODULE * modules,
        _ => place.side,
    };
    let inset = (place.side - most).max(0.0) / 2.0;
    let place = CodeBox {
        x: place.x + inset,
        y: place.y + inset,
        side: place.side.min(most),
        ..place
    };
    let scale = place.side / modules;
    let at = (place.x, place.y);
    let placed = drawing.shapes.iter().filter_map(|shape| shape.placed(scale, at));
    sheet.parts.extend(placed.map(Part::Shape));
    sheet.codes.push(Drawn {
        place,
        code: code.clone(),
        module: scale,
    });
}
