//! A lotus throne under an arch in the form of a bodhi leaf.
//!
//! Entry point: [`frame`]. Invariant: see the module above.

use super::scroll::{Curl, curl};
use super::{Frame, PAPER, caption_height, captions};
use crate::qr::style::Style;
use crate::qr::style::drawing::Layer;
use crate::qr::style::ink::Ink;
use crate::qr::style::path::{Path, Point};

const WIDTH: f64 = 136.0;
const MIDDLE: f64 = WIDTH / 2.0;
const CODE: Point = (18.0, 56.0);
/// The pale side of a petal.
const BLUSH: Ink = Ink([0xf6, 0xdf, 0xd2]);

/// The green of a pond. The modules are darker.
const INK: Ink = Ink([0x1d, 0x3a, 0x2b]);

pub(super) fn frame(style: &Style) -> Frame {
    let water = CODE.1 + 100.0 + 42.0;
    let (ink, accent) = (INK, style.accent);
    let mut layers = vec![
        Layer::fill(PAPER, leaf(0.0, water)),
        Layer::line(ink, 1.4, leaf(0.0, water)),
        Layer::line(accent, 0.6, leaf(3.0, water)),
    ];
    layers.extend(crown(style));
    let panel = Path::new().rect((CODE.0 - 1.4, CODE.1 - 1.4), (102.8, 102.8), [3.0; 4]);
    layers.push(Layer::fill(style.light, panel.clone()));
    layers.push(Layer::line(ink, 0.6, panel));
    layers.extend(throne(style, water));
    let below = caption_height(style);
    layers.push(Layer::line(ink, 0.8, waves(water + 1.5)));
    Frame {
        size: (WIDTH, water + 9.0 + below),
        code_at: CODE,
        layers,
        captions: captions(style, (MIDDLE, water + 8.6), 120.0, ink),
    }
}

/// The leaf's outline, drawn in by some width: straight sides, and two curves that meet in a point.
fn leaf(inset: f64, low: f64) -> Path {
    let left = 8.0 + inset;
    let half = |path: Path, x: &dyn Fn(f64) -> f64, is_up: bool| {
        let top = 3.0 + inset * 1.8;
        match is_up {
            true => path
                .start((x(left), low - 6.0))
                .line((x(left), 62.0))
                .curve(
                    (x(left), 42.0 + inset * 0.3),
                    (x(26.0 + inset * 0.6), 30.0 + inset * 0.8),
                    (x(44.0 + inset * 0.5), 22.5 + inset),
                )
                .curve(
                    (x(55.0 + inset * 0.3), 18.0 + inset),
                    (x(64.0), 13.0 + inset),
                    (x(MIDDLE), top),
                ),
            false => path
                .curve(
                    (x(64.0), 13.0 + inset),
                    (x(55.0 + inset * 0.3), 18.0 + inset),
                    (x(44.0 + inset * 0.5), 22.5 + inset),
                )
                .curve(
                    (x(26.0 + inset * 0.6), 30.0 + inset * 0.8),
                    (x(left), 42.0 + inset * 0.3),
                    (x(left), 62.0),
                )
                .line((x(left), low - 6.0)),
        }
    };
    let path = half(Path::new(), &|x| x, true);
    half(path, &|x| WIDTH - x, false).close()
}

/// A bud between scrolls, under the point of the leaf.
fn crown(style: &Style) -> Vec<Layer> {
    let at = (MIDDLE, 46.0);
    let bud = |angle: f64, length: f64, wide: f64| petal(at, length, wide).turned(at, angle);
    let sides = bud(0.11, 13.5, 4.6).and(bud(-0.11, 13.5, 4.6));
    let outer = bud(0.2, 10.5, 3.4).and(bud(-0.2, 10.5, 3.4));
    let front = bud(0.0, 17.5, 5.2);
    let curls = [
        Curl {
            middle: (47.0, 41.0),
            radius: 4.6,
            leaves: 0.25,
            is_clockwise: true,
            tail: ((17.0, 51.0), (31.0, 52.0)),
            width: 1.5,
        },
        Curl {
            middle: (35.5, 38.6),
            radius: 3.3,
            leaves: 0.28,
            is_clockwise: true,
            tail: ((17.0, 46.6), (25.0, 45.5)),
            width: 1.2,
        },
    ];
    let curls = curls.iter().map(curl).fold(Path::new(), Path::and).mirrored(MIDDLE);
    vec![
        Layer::fill(INK, curls),
        Layer::fill(BLUSH, outer.clone()),
        Layer::line(style.accent, 0.7, outer),
        Layer::fill(BLUSH, sides.clone()),
        Layer::line(style.accent, 0.7, sides),
        Layer::fill(style.accent, front),
        Layer::line(
            INK,
            0.9,
            Path::new().lines(&[(MIDDLE - 9.0, 46.8), (MIDDLE + 9.0, 46.8)]),
        ),
    ]
}

/// A petal standing on a place: bellied, with a point.
fn petal(at: Point, length: f64, wide: f64) -> Path {
    let (x, y) = at;
    Path::new()
        .start((x, y))
        .curve(
            (x - wide * 0.9, y - length * 0.12),
            (x - wide * 1.35, y - length * 0.62),
            (x, y - length),
        )
        .curve(
            (x + wide * 1.35, y - length * 0.62),
            (x + wide * 0.9, y - length * 0.12),
            (x, y),
        )
        .close()
}

/// The open lotus that bears the code: petals behind, then those in front from the sides to the middle.
fn throne(style: &Style, water: f64) -> Vec<Layer> {
    let at = (MIDDLE, water + 1.0);
    let pair = |angle: f64, length: f64, wide: f64| {
        let one = petal(at, length, wide);
        one.clone().turned(at, angle).and(one.turned(at, -angle))
    };
    let mut layers = Vec::new();
    let mut leaf = |path: Path, fill: Ink| {
        layers.push(Layer::fill(fill, path.clone()));
        layers.push(Layer::line(INK, 0.8, path));
    };
    let back = style.accent;
    for (angle, length) in [(0.205, 60.0), (0.15, 46.0), (0.085, 40.0), (0.03, 38.0)] {
        leaf(pair(angle, length, 8.0), back);
    }
    for (angle, length) in [(0.228, 56.0), (0.178, 47.0), (0.118, 39.5), (0.058, 36.5)] {
        leaf(pair(angle, length, 8.6), BLUSH);
    }
    leaf(petal(at, 36.0, 9.6), BLUSH);
    let vein = Path::new().lines(&[(MIDDLE, water - 6.0), (MIDDLE, water - 27.0)]);
    let veins = [0.058, 0.118, 0.178].into_iter().fold(vein.clone(), |path, angle| {
        path.and(vein.clone().turned(at, angle))
            .and(vein.clone().turned(at, -angle))
    });
    layers.push(Layer::line(style.accent, 0.5, veins));
    layers
}

/// Three lines of water.
fn waves(top: f64) -> Path {
    let line = |path: Path, (y, inset): (f64, f64)| {
        let count = 8;
        let step = (WIDTH - 2.0 * inset) / f64::from(count);
        let places: Vec<Point> = (0..=2 * count)
            .map(|i| {
                (
                    inset + step * f64::from(i) / 2.0,
                    y + if i % 2 == 0 { 0.7 } else { -0.7 },
                )
            })
            .collect();
        path.smooth(&places)
    };
    [(top, 4.0), (top + 2.8, 16.0), (top + 5.2, 30.0)]
        .into_iter()
        .fold(Path::new(), line)
}
