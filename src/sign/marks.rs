//! What a printing shop asks for around a plate: room for cutting, crop marks, and a ruler of 50 mm by which anybody sees
//! whether the paper was printed at true size.
//!
//! Entry point: [`with_marks`]. Invariant: the plate itself is not changed, only moved.

use super::face::Face;
use super::shape::{Line, Shape};
use super::sheet::{Part, Sheet};
use super::typeset::{Align, Block, Frame, fit};
use tiny_skia::{FillRule, LineCap, LineJoin, PathBuilder, Rect};

/// How far color reaches beyond the edge, so that a cut that is off by a little shows no white, in millimeters.
pub const BLEED: f32 = 3.0;
/// Margin around the plate for the marks.
const MARGIN: f32 = 12.0;

/// A page for a plate of this size, to be filled at the corner that is returned.
pub fn page(size: (f32, f32), title: &str) -> (Sheet, (f32, f32)) {
    let size = (size.0 + 2.0 * MARGIN, size.1 + 2.0 * MARGIN);
    let mut sheet = Sheet::new(size, title);
    sheet.margin = MARGIN;
    (sheet, (MARGIN, MARGIN))
}

/// Adds marks and ruler to a page that [`page`] made and that has been filled.
pub fn with_marks(sheet: &mut Sheet, hint: &str) {
    let (width, height) = sheet.size;
    let (edge, right, bottom) = (MARGIN - BLEED, width - MARGIN, height - MARGIN);
    // Color that reaches beyond the bleed would hide the marks.
    for (x, y, w, h) in [
        (0.0, 0.0, width, edge),
        (0.0, height - edge, width, edge),
        (0.0, 0.0, edge, height),
        (width - edge, 0.0, edge, height),
    ] {
        if let Some(rect) = Rect::from_xywh(x, y, w, h) {
            sheet.parts.push(Part::Shape(Shape {
                path: PathBuilder::from_rect(rect),
                fill: Some([255, 255, 255]),
                rule: FillRule::Winding,
                line: None,
            }));
        }
    }
    let mut marks = PathBuilder::new();
    let mut stroke = |from: (f32, f32), to: (f32, f32)| {
        marks.move_to(from.0, from.1);
        marks.line_to(to.0, to.1);
    };
    let (near, far) = (edge - 1.0, 2.5);
    for x in [MARGIN, right] {
        stroke((x, far), (x, near));
        stroke((x, height - far), (x, height - near));
    }
    for y in [MARGIN, bottom] {
        stroke((far, y), (near, y));
        stroke((width - far, y), (width - near, y));
    }
    let (start, line) = (width / 2.0 - 25.0, height - 3.0);
    stroke((start, line), (start + 50.0, line));
    for i in 0..=10_u8 {
        let x = start + 5.0 * f32::from(i);
        let tall = if i % 2 == 0 { 2.0 } else { 1.2 };
        stroke((x, line), (x, line - tall));
    }
    if let Some(path) = marks.finish() {
        sheet.parts.push(Part::Shape(Shape {
            path,
            fill: None,
            rule: FillRule::Winding,
            line: Some(Line {
                color: [0, 0, 0],
                width: 0.2,
                cap: LineCap::Butt,
                join: LineJoin::Miter,
                miter: 4.0,
                dashes: Vec::new(),
            }),
        }));
    }
    let block = Block {
        face: Face::Sans,
        size: 2.2,
        color: [0, 0, 0],
        leading: 1.3,
        lines: 1,
        gap: 0.0,
        may_go: false,
        instead: String::new(),
        text: hint.to_string(),
    };
    let frame = Frame {
        x: width / 2.0 - 45.0,
        y: height - 8.6,
        width: 90.0,
        height: 3.0,
        across: Align::Middle,
        down: Align::End,
    };
    sheet
        .parts
        .extend(fit(&[block], frame).runs.into_iter().map(Part::Text));
}
