//! Ornaments around the quiet zone.
//!
//! Entry point: [`frame`]. Invariant: lengths are hundredths of the width of the code with its quiet zone; nothing is
//! drawn inside that square, which is painted over everything.

mod dong_son;
mod lacquer;
mod lotus;
mod scroll;
mod stele;

use super::drawing::{Caption, Layer};
use super::ink::Ink;
use super::path::{Path, Point};
use super::{Preset, Style};

/// An ornament with a place for the code.
pub(super) struct Frame {
    /// Width and height.
    pub size: Point,
    /// Where the quiet zone of the code begins.
    pub code_at: Point,
    /// From the ground up.
    pub layers: Vec<Layer>,
    /// Under the code.
    pub captions: Vec<Caption>,
}

/// Shell-coated paper, and the color of stone.
const PAPER: Ink = Ink([0xf6, 0xef, 0xe0]);
const STONE: Ink = Ink([0xec, 0xe1, 0xc8]);

/// The ornament of a style.
pub(super) fn frame(style: &Style) -> Frame {
    match style.preset {
        Preset::Classic | Preset::Rounded | Preset::Dots => plain(style),
        Preset::Stele => stele::frame(style),
        Preset::Lotus => lotus::frame(style),
        Preset::DongSon => dong_son::frame(style),
        Preset::Lacquer => lacquer::frame(style),
    }
}

/// Nothing but the caption.
fn plain(style: &Style) -> Frame {
    let below = caption_height(style);
    let ground = Path::new().rect((0.0, 0.0), (100.0, 100.0 + below), [0.0; 4]);
    Frame {
        size: (100.0, 100.0 + below),
        code_at: (0.0, 0.0),
        layers: match below > 0.0 {
            true => vec![Layer::fill(style.light, ground)],
            false => Vec::new(),
        },
        captions: captions(style, (50.0, 99.0), 92.0, style.dark),
    }
}

/// Height of the captions of a style.
fn caption_height(style: &Style) -> f64 {
    match style.caption.len() {
        0 => 0.0,
        1 => 13.0,
        _ => 22.0,
    }
}

/// Captions from a top middle on, as large as the width allows; the second line is smaller.
fn captions(style: &Style, top: Point, width: f64, ink: Ink) -> Vec<Caption> {
    let mut y = top.1;
    let mut out = Vec::new();
    for (i, text) in style.caption.iter().take(2).enumerate() {
        let wish = if i == 0 { 8.0 } else { 6.0 };
        // A bold serif takes a little over half of its height a letter; marks above do not widen it.
        let size = (width / (text.chars().count().max(1) as f64 * 0.6)).min(wish);
        y += if i == 0 { 9.0 } else { 8.4 };
        out.push(Caption {
            text: text.clone(),
            at: (top.0, y),
            size,
            ink,
        });
    }
    out
}
