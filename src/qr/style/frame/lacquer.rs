//! A lacquer board: black ground, a cinnabar band with waves in gold leaf, flowers at the corners.
//!
//! Entry point: [`frame`]. Invariant: see the module above.

use super::{Frame, caption_height, captions};
use crate::qr::style::Style;
use crate::qr::style::drawing::Layer;
use crate::qr::style::ink::Ink;
use crate::qr::style::path::{Path, Point};

const BORDER: f64 = 25.0;
const WIDTH: f64 = 100.0 + 2.0 * BORDER;
/// White around the quiet zone.
const PANEL: f64 = 6.0;
/// Where the band of waves begins and how wide it is.
const BAND: (f64, f64) = (5.0, 9.0);
const BOARD: Ink = Ink([0x1d, 0x0f, 0x0a]);
const CINNABAR: Ink = Ink([0x8c, 0x24, 0x18]);

pub(super) fn frame(style: &Style) -> Frame {
    let below = caption_height(style);
    let size = (WIDTH, WIDTH + below);
    let gold = style.accent;
    let rect = |inset: f64, radius: f64| {
        Path::new().rect(
            (inset, inset),
            (size.0 - 2.0 * inset, size.1 - 2.0 * inset),
            [radius; 4],
        )
    };
    let band = rect(BAND.0, 1.5).gap(
        (BAND.0 + BAND.1, BAND.0 + BAND.1),
        (size.0 - 2.0 * (BAND.0 + BAND.1), size.1 - 2.0 * (BAND.0 + BAND.1)),
        0.5,
    );
    let mut layers = vec![
        Layer::fill(BOARD, rect(0.0, 5.0)),
        Layer::line(gold, 0.9, rect(2.6, 3.0)),
        Layer::fill(CINNABAR, band),
        Layer::line(gold, 0.5, waves(size)),
        Layer::line(gold, 0.6, rect(BAND.0, 1.5).and(rect(BAND.0 + BAND.1, 0.5))),
    ];
    layers.extend(corners(size, gold));
    // Two modules of white more than the quiet zone: next to a dark board a small picture of a code is read worse.
    let (at, side) = (BORDER - PANEL, 100.0 + 2.0 * PANEL);
    let panel = Path::new().rect((at, at), (side, side), [1.5; 4]);
    layers.push(Layer::fill(style.light, panel));
    let edge = Path::new().rect((at - 1.8, at - 1.8), (side + 3.6, side + 3.6), [2.2; 4]);
    layers.push(Layer::line(gold, 0.7, edge));
    Frame {
        size,
        code_at: (BORDER, BORDER),
        layers,
        captions: captions(style, (WIDTH / 2.0, BORDER + 105.5), 96.0, gold),
    }
}

/// Rows of half circles, offset by half of one, along all four sides between the corners.
fn waves(size: Point) -> Path {
    let (near, wide) = BAND;
    let side = |length: f64| {
        let room = length - 2.0 * (near + wide);
        let count = (room / 6.0).round();
        let step = room / count;
        let arc = |path: Path, x: f64, y: f64, r: f64| {
            let k = r * 0.5523;
            path.start((x - r, y))
                .curve((x - r, y - k), (x - k, y - r), (x, y - r))
                .curve((x + k, y - r), (x + r, y - k), (x + r, y))
        };
        let mut path = Path::new();
        for i in 0..count as usize {
            let x = near + wide + step * (i as f64 + 0.5);
            for r in [step / 2.0, step / 3.1, step / 6.5] {
                path = arc(path, x, near + wide, r);
            }
            if i > 0 {
                let between = x - step / 2.0;
                path = arc(path, between, near + wide - step * 0.5, step / 2.0);
                path = arc(path, between, near + wide - step * 0.5, step / 3.1);
                path = arc(path, between, near + wide - step * 0.5, step / 6.5);
            }
        }
        path
    };
    let (across, down) = (side(size.0), side(size.1));
    let left = down.map(|(x, y)| (y, size.1 - x));
    let right = left.clone().map(|(x, y)| (size.0 - x, size.1 - y));
    let low = across.clone().map(|(x, y)| (size.0 - x, size.1 - y));
    across.and(right).and(low).and(left)
}

/// A flower of four petals on a black square at each corner.
fn corners(size: Point, gold: Ink) -> Vec<Layer> {
    let half = BAND.1 / 2.0;
    let near = BAND.0 + half;
    let places = [
        (near, near),
        (size.0 - near, near),
        (size.0 - near, size.1 - near),
        (near, size.1 - near),
    ];
    let mut ground = Path::new();
    let mut flowers = Path::new();
    for at in places {
        ground = ground.rect((at.0 - half, at.1 - half), (BAND.1, BAND.1), [0.0; 4]);
        let (x, y) = at;
        let petal = Path::new()
            .start((x, y - 0.9))
            .curve((x - 2.2, y - 1.8), (x - 1.8, y - 3.8), (x, y - 3.7))
            .curve((x + 1.8, y - 3.8), (x + 2.2, y - 1.8), (x, y - 0.9))
            .close();
        flowers = flowers.and(petal.around(at, 4)).circle(at, 0.75);
    }
    vec![
        Layer::fill(BOARD, ground.clone()),
        Layer::line(gold, 0.6, ground),
        Layer::fill(gold, flowers),
    ]
}
