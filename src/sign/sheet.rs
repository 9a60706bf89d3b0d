//! A sheet: everything that is drawn on one page, in millimeters.
//!
//! Entry point: [`fill`]. Invariant: a sheet is the only source of SVG, PNG and PDF, so that the three show the same; what
//! is common to many sheets is shared, not copied.

use super::layout::{CodeBox, Layout, filled};
use super::shape::{Drawing, Shape, shapes};
use super::typeset::{Block, Run, fit};
use super::{Code, Plate};
use std::sync::Arc;

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Width and height in millimeters.
    pub size: (f32, f32),
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
}

impl Sheet {
    /// An empty page.
    pub fn new(size: (f32, f32), title: &str) -> Self {
        Self {
            size,
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
    for (place, code) in layout.codes.iter().zip(&plate.codes) {
        let place = CodeBox {
            x: place.x + at.0,
            y: place.y + at.1,
            side: place.side,
        };
        put_code(sheet, place, code);
    }
    for text in &layout.texts {
        let blocks = text.blocks.iter().filter_map(|block| {
            Some(Block {
                text: filled(&block.text, &plate.says)?,
                ..block.clone()
            })
        });
        let blocks: Vec<Block> = blocks.collect();
        let mut frame = text.frame;
        (frame.x, frame.y) = (frame.x + at.0, frame.y + at.1);
        let fitted = fit(&blocks, frame);
        notes.missing.extend(fitted.missing);
        if fitted.overflows {
            notes.overflowing.extend(blocks.first().map(|block| block.text.clone()));
        }
        sheet.parts.extend(fitted.runs.into_iter().map(Part::Text));
    }
    notes.missing.sort_unstable();
    notes.missing.dedup();
    notes
}

/// Draws a code into its place.
fn put_code(sheet: &mut Sheet, place: CodeBox, code: &Code) {
    let Ok(drawing) = shapes(&code.svg, "#000000") else {
        return;
    };
    let scale = place.side / drawing.size.0.max(drawing.size.1);
    let at = (place.x, place.y);
    let placed = drawing.shapes.iter().filter_map(|shape| shape.placed(scale, at));
    sheet.parts.extend(placed.map(Part::Shape));
    sheet.codes.push(Drawn {
        place,
        code: code.clone(),
        module: scale,
    });
}
