//! A styled code as layers of colored shapes, and as SVG.
//!
//! Entry point: [`Drawing`]. Invariant: one unit is one module; what [`Drawing::svg`] writes and what
//! [`Drawing::raster`] paints are the same layers, so that what decoders read is what gets printed. Only captions are
//! not painted: they stand outside the code, in the reader's own font.

use super::fill::{self, Gray};
use super::ink::Ink;
use super::path::{Path, Point, hundredths, number, write};
use crate::text::xml;

/// How a shape is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// Its inside.
    Fill,
    /// A line along it.
    Line {
        /// Width of the line.
        width: f64,
        /// Lengths of dash and gap; none for a solid line.
        dash: Option<(f64, f64)>,
        /// True for round ends, so that a dash of no length is a dot.
        is_round: bool,
    },
}

/// Shapes of one color.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Its color.
    pub ink: Ink,
    /// How it is painted.
    pub paint: Paint,
    /// Its shapes.
    pub path: Path,
    /// True for modules whose edges shall fall on whole pixels.
    pub is_crisp: bool,
}

impl Layer {
    fn new(ink: Ink, paint: Paint, path: Path) -> Self {
        Self {
            ink,
            paint,
            path,
            is_crisp: false,
        }
    }

    /// Filled shapes.
    pub fn fill(ink: Ink, path: Path) -> Self {
        Self::new(ink, Paint::Fill, path)
    }

    /// A line.
    pub fn line(ink: Ink, width: f64, path: Path) -> Self {
        let paint = Paint::Line {
            width,
            dash: None,
            is_round: true,
        };
        Self::new(ink, paint, path)
    }

    /// A line of dashes with straight ends: hatching.
    pub fn hatch(ink: Ink, width: f64, dash: (f64, f64), path: Path) -> Self {
        let paint = Paint::Line {
            width,
            dash: Some(dash),
            is_round: false,
        };
        Self::new(ink, paint, path)
    }

    /// A line of dots at this distance from each other.
    pub fn dots(ink: Ink, width: f64, distance: f64, path: Path) -> Self {
        let paint = Paint::Line {
            width,
            dash: Some((0.0, distance)),
            is_round: true,
        };
        Self::new(ink, paint, path)
    }

    /// Larger by a factor, then moved.
    pub(super) fn placed(self, factor: f64, by: Point) -> Self {
        let paint = match self.paint {
            Paint::Fill => Paint::Fill,
            Paint::Line { width, dash, is_round } => Paint::Line {
                width: width * factor,
                dash: dash.map(|(on, off)| (on * factor, off * factor)),
                is_round,
            },
        };
        let path = self.path.map(|(x, y)| (x * factor + by.0, y * factor + by.1));
        Self { paint, path, ..self }
    }
}

/// A line of text under a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// What it says.
    pub text: String,
    /// The middle of its baseline.
    pub at: Point,
    /// Height of the letters' square.
    pub size: f64,
    /// Its color.
    pub ink: Ink,
}

/// A styled code.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width in modules, ornament included.
    pub width: f64,
    /// Height in modules, ornament and captions included.
    pub height: f64,
    /// Where the first module of the symbol is, the quiet zone left out.
    pub symbol_at: Point,
    /// Modules per side of the symbol.
    pub symbol_size: usize,
    /// From the ground up.
    pub layers: Vec<Layer>,
    /// Under the code.
    pub captions: Vec<Caption>,
}

impl Drawing {
    /// As an SVG file of its own; `title` is its name for screen readers.
    pub fn svg(&self, title: Option<&str>) -> String {
        let mut out = String::with_capacity(4096);
        out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
        number(&mut out, hundredths(self.width));
        out.push(' ');
        number(&mut out, hundredths(self.height));
        out.push('"');
        if let Some(title) = title {
            out.push_str(" role=\"img\"><title>");
            xml::between_tags(&mut out, title);
            out.push_str("</title>");
        } else {
            out.push('>');
        }
        out.push_str(&self.body());
        out.push_str("</svg>\n");
        out
    }

    /// The shapes alone, to be set into another SVG in units of modules.
    pub fn body(&self) -> String {
        let mut out = String::with_capacity(4096);
        for layer in &self.layers {
            path(&mut out, layer);
        }
        for caption in &self.captions {
            text(&mut out, caption);
        }
        out
    }

    /// In gray, with `scale` pixels to a module.
    pub fn raster(&self, scale: f64) -> Gray {
        fill::raster(&self.layers, (self.width, self.height), scale)
    }
}

fn path(out: &mut String, layer: &Layer) {
    let value = |out: &mut String, name: &str, value: f64| {
        out.push_str(name);
        number(out, hundredths(value));
    };
    match layer.paint {
        Paint::Fill => {
            out.push_str("<path fill=\"");
            out.push_str(&layer.ink.code());
        }
        Paint::Line { width, dash, is_round } => {
            out.push_str("<path fill=\"none\" stroke=\"");
            out.push_str(&layer.ink.code());
            value(out, "\" stroke-width=\"", width);
            if let Some((on, off)) = dash {
                value(out, "\" stroke-dasharray=\"", on);
                value(out, " ", off);
            }
            if is_round {
                out.push_str("\" stroke-linecap=\"round\" stroke-linejoin=\"round");
            }
        }
    }
    if layer.is_crisp {
        out.push_str("\" shape-rendering=\"crispEdges");
    }
    out.push_str("\" d=\"");
    write(&layer.path, out);
    out.push_str("\"/>");
}

fn text(out: &mut String, caption: &Caption) {
    out.push_str("<text x=\"");
    number(out, hundredths(caption.at.0));
    out.push_str("\" y=\"");
    number(out, hundredths(caption.at.1));
    out.push_str("\" font-family=\"'Noto Serif',Georgia,'Times New Roman',serif\" font-weight=\"700\" font-size=\"");
    number(out, hundredths(caption.size));
    out.push_str("\" text-anchor=\"middle\" fill=\"");
    out.push_str(&caption.ink.code());
    out.push_str("\">");
    xml::between_tags(out, &caption.text);
    out.push_str("</text>");
}

impl Caption {
    /// Larger by a factor.
    pub(super) fn placed(self, factor: f64) -> Self {
        let at = (self.at.0 * factor, self.at.1 * factor);
        Self {
            at,
            size: self.size * factor,
            ..self
        }
    }
}
