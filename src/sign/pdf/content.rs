//! The content of a page: shapes and text as PDF operators.
//!
//! Entry point: [`Writer`]. Invariant: coordinates stay millimeters, y downward, as on the sheet; one matrix at the start
//! of the page turns them into points. Gray is written as gray, so that codes print in black ink alone.

use super::POINTS;
use super::font::Used;
use crate::sign::face::Face;
use crate::sign::shape::{Rgb, Shape};
use crate::sign::typeset::{Placed, Run};
use pdf_writer::types::{LineCapStyle, LineJoinStyle};
use pdf_writer::{Content, Name, Str};
use tiny_skia::{FillRule, LineCap, LineJoin, Path, PathSegment};

/// A face's name on pages.
pub(super) fn font_name(face: Face) -> String {
    format!("F{}", face.index())
}

/// A shared drawing's name on pages.
pub(super) fn art_name(place: usize) -> String {
    format!("A{place}")
}

/// Writes content.
pub(super) struct Writer {
    content: Content,
}

/// Micrometers are fine enough, and shorter.
fn round(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

impl Writer {
    /// The content of a page of such a height.
    pub(super) fn new(height: f32) -> Self {
        let mut content = Content::new();
        content.transform([POINTS, 0.0, 0.0, -POINTS, 0.0, height * POINTS]);
        Self { content }
    }

    /// The content of a drawing that pages show in their own units.
    pub(super) fn bare() -> Self {
        Self {
            content: Content::new(),
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.content.finish().into_vec()
    }

    /// Shows a shared drawing.
    pub(super) fn art(&mut self, place: usize, at: (f32, f32)) {
        self.content.save_state();
        self.content.transform([1.0, 0.0, 0.0, 1.0, round(at.0), round(at.1)]);
        self.content.x_object(Name(art_name(place).as_bytes()));
        self.content.restore_state();
    }

    pub(super) fn shape(&mut self, shape: &Shape) {
        if let Some(color) = shape.fill {
            self.fill_color(color);
            self.path(&shape.path);
            match shape.rule {
                FillRule::Winding => self.content.fill_nonzero(),
                FillRule::EvenOdd => self.content.fill_even_odd(),
            };
        }
        let Some(line) = &shape.line else { return };
        match gray(line.color) {
            Some(gray) => self.content.set_stroke_gray(gray),
            None => {
                let [r, g, b] = parts(line.color);
                self.content.set_stroke_rgb(r, g, b)
            }
        };
        self.content.set_line_width(round(line.width));
        self.content.set_line_cap(match line.cap {
            LineCap::Butt => LineCapStyle::ButtCap,
            LineCap::Round => LineCapStyle::RoundCap,
            LineCap::Square => LineCapStyle::ProjectingSquareCap,
        });
        self.content.set_line_join(match line.join {
            LineJoin::Round => LineJoinStyle::RoundJoin,
            LineJoin::Bevel => LineJoinStyle::BevelJoin,
            LineJoin::Miter | LineJoin::MiterClip => LineJoinStyle::MiterJoin,
        });
        self.content.set_miter_limit(line.miter);
        self.content
            .set_dash_pattern(line.dashes.iter().copied().map(round), 0.0);
        self.path(&shape.path);
        self.content.stroke();
    }

    /// Shows a line of text.
    pub(super) fn text(&mut self, run: &Run, used: &mut Used) {
        self.fill_color(run.color);
        self.content.begin_text();
        self.content
            .set_font(Name(font_name(run.face).as_bytes()), round(run.size));
        let (x, y) = run.at;
        self.content.set_text_matrix([1.0, 0.0, 0.0, -1.0, round(x), round(y)]);
        let mut pen = 0.0;
        for part in run.glyphs.chunk_by(|a, b| a.y == b.y) {
            let lift = part.first().map_or(0.0, |placed| placed.y);
            if lift != 0.0 {
                self.content.set_rise(round(-lift * run.size));
            }
            pen = self.show(run.face, part, pen);
            if lift != 0.0 {
                self.content.set_rise(0.0);
            }
        }
        self.content.end_text();
        for placed in &run.glyphs {
            used.note(run.face, placed.glyph, placed.stands_for);
        }
    }

    /// Shows glyphs on one height; returns where the pen is then, in ems.
    fn show(&mut self, face: Face, glyphs: &[Placed], mut pen: f32) -> f32 {
        let mut show = self.content.show_positioned();
        let mut items = show.items();
        let mut bytes: Vec<u8> = Vec::new();
        for placed in glyphs {
            let by = ((placed.x - pen) * 1000.0).round();
            if by != 0.0 {
                if !bytes.is_empty() {
                    items.show(Str(&bytes));
                    bytes.clear();
                }
                items.adjust(-by);
                pen += by / 1000.0;
            }
            bytes.extend(placed.glyph.to_be_bytes());
            pen += face.advance(placed.glyph);
        }
        items.show(Str(&bytes));
        pen
    }

    fn fill_color(&mut self, color: Rgb) {
        match gray(color) {
            Some(gray) => self.content.set_fill_gray(gray),
            None => {
                let [r, g, b] = parts(color);
                self.content.set_fill_rgb(r, g, b)
            }
        };
    }

    fn path(&mut self, path: &Path) {
        let mut at = (0.0, 0.0);
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(p) => {
                    self.content.move_to(round(p.x), round(p.y));
                    at = (p.x, p.y);
                }
                PathSegment::LineTo(p) => {
                    self.content.line_to(round(p.x), round(p.y));
                    at = (p.x, p.y);
                }
                PathSegment::QuadTo(c, p) => {
                    let third = |from: f32, to: f32| round(from + (to - from) * 2.0 / 3.0);
                    let (x1, y1) = (third(at.0, c.x), third(at.1, c.y));
                    let (x2, y2) = (third(p.x, c.x), third(p.y, c.y));
                    self.content.cubic_to(x1, y1, x2, y2, round(p.x), round(p.y));
                    at = (p.x, p.y);
                }
                PathSegment::CubicTo(c, d, p) => {
                    let [x1, y1, x2, y2] = [c.x, c.y, d.x, d.y].map(round);
                    self.content.cubic_to(x1, y1, x2, y2, round(p.x), round(p.y));
                    at = (p.x, p.y);
                }
                PathSegment::Close => {
                    self.content.close_path();
                }
            }
        }
    }
}

fn parts(color: Rgb) -> [f32; 3] {
    color.map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0)
}

fn gray(color: Rgb) -> Option<f32> {
    let is_gray = color[0] == color[1] && color[1] == color[2];
    is_gray.then(|| parts(color)[0])
}
