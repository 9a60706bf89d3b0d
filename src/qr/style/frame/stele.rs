//! A stele: cut stone, a cap with the sun between clouds, a border of vines, a row of lotus petals for a foot.
//!
//! Entry point: [`frame`]. Invariant: see the module above.

use super::scroll::{Curl, curl};
use super::{Frame, PAPER, STONE, caption_height, captions};
use crate::qr::style::Style;
use crate::qr::style::drawing::Layer;
use crate::qr::style::ink::Ink;
use crate::qr::style::path::{Path, Point};

const WIDTH: f64 = 140.0;
const MIDDLE: f64 = WIDTH / 2.0;
const CODE: Point = (20.0, 58.0);
/// The middle of the sun.
const SUN: Point = (MIDDLE, 31.0);

/// Lamp black. The modules are darker.
const INK: Ink = Ink([0x23, 0x1a, 0x15]);

pub(super) fn frame(style: &Style) -> Frame {
    let low = CODE.1 + 100.0 + 9.0 + caption_height(style);
    let (ink, accent) = (INK, style.accent);
    let mut layers = vec![
        Layer::fill(STONE, slab(low, 0.0)),
        Layer::line(ink, 1.5, slab(low, 0.0)),
        Layer::line(ink, 0.5, slab(low, 3.2)),
    ];
    layers.extend(cap(style));
    layers.extend(vines(style, low));
    let code = Path::new().rect((CODE.0 - 1.6, CODE.1 - 1.6), (103.2, 103.2), [1.0; 4]);
    layers.push(Layer::fill(style.light, code.clone()));
    layers.push(Layer::line(ink, 0.6, code));
    let height = foot(style, low, &mut layers);
    let top = (MIDDLE, CODE.1 + 103.0);
    Frame {
        size: (WIDTH, height),
        code_at: CODE,
        layers,
        captions: captions(style, top, 100.0, accent),
    }
}

/// The outline of the stone, drawn in by some width; open below, where it stands in its foot.
fn slab(low: f64, inset: f64) -> Path {
    let (left, right, top) = (7.0 + inset, WIDTH - 7.0 - inset, 3.0 + inset);
    let shoulder = 46.0 + inset * 0.4;
    Path::new()
        .start((left, low))
        .line((left, shoulder))
        .curve((left, 20.0 + inset * 0.8), (MIDDLE - 36.0 + inset, top), (MIDDLE, top))
        .curve(
            (MIDDLE + 36.0 - inset, top),
            (right, 20.0 + inset * 0.8),
            (right, shoulder),
        )
        .line((right, low))
        .close()
}

/// The sun with twelve flames, and three clouds on either side.
fn cap(style: &Style) -> Vec<Layer> {
    let (ink, accent) = (INK, style.accent);
    let flame = |length: f64| {
        let (x, y) = SUN;
        Path::new()
            .start((x - 1.7, y - 9.3))
            .curve((x - 1.2, y - 11.2), (x + 1.9, y - 12.2), (x + 1.2, y - 9.0 - length))
            .curve((x + 4.4, y - 12.6), (x + 3.6, y - 10.4), (x + 1.9, y - 9.2))
            .curve((x + 0.8, y - 9.7), (x - 0.6, y - 9.8), (x - 1.7, y - 9.3))
            .close()
    };
    let flames = flame(7.2).around(SUN, 6);
    let short = flame(5.2).turned(SUN, 1.0 / 12.0).around(SUN, 6);
    let clouds = [
        Curl {
            middle: (46.0, 36.0),
            radius: 5.6,
            leaves: 0.22,
            is_clockwise: true,
            tail: ((16.0, 47.0), (30.0, 50.0)),
            width: 1.9,
        },
        Curl {
            middle: (32.0, 34.5),
            radius: 4.4,
            leaves: 0.25,
            is_clockwise: true,
            tail: ((13.6, 42.0), (22.0, 43.0)),
            width: 1.6,
        },
        Curl {
            middle: (40.5, 23.0),
            radius: 3.6,
            leaves: 0.3,
            is_clockwise: true,
            tail: ((22.0, 29.5), (30.0, 29.5)),
            width: 1.4,
        },
    ];
    let clouds = clouds.iter().map(curl).fold(Path::new(), Path::and).mirrored(MIDDLE);
    vec![
        Layer::fill(PAPER, Path::new().circle(SUN, 8.0)),
        Layer::fill(accent, flames.and(short)),
        Layer::line(accent, 0.7, Path::new().circle(SUN, 7.9)),
        Layer::fill(accent, Path::new().circle(SUN, 6.0)),
        Layer::fill(ink, clouds),
        Layer::line(ink, 0.5, Path::new().lines(&[(10.2, 52.4), (WIDTH - 10.2, 52.4)])),
        Layer::line(ink, 1.0, Path::new().lines(&[(10.2, 50.6), (WIDTH - 10.2, 50.6)])),
    ]
}

/// A vine climbs on either side, a bud in each of its bends.
fn vines(style: &Style, low: f64) -> Vec<Layer> {
    let (middle, top) = (14.3, 56.0);
    let count = ((low - top - 3.0) / 15.0).floor();
    let step = (low - top - 3.0) / count / 2.0;
    let mut stem = Vec::new();
    let mut buds = Path::new();
    for i in 0..=(2.0 * count) as usize {
        let side = if i % 2 == 0 { 1.0 } else { -1.0 };
        let y = top + step * i as f64;
        stem.push((middle + side * 1.9, y));
        let leaf = Path::new()
            .start((middle + side * 0.3, y + 1.9))
            .curve(
                (middle - side * 1.6, y + 1.8),
                (middle - side * 2.2, y + 0.4),
                (middle - side * 2.1, y - 1.5),
            )
            .curve(
                (middle - side * 0.8, y - 1.2),
                (middle + side * 0.3, y - 0.1),
                (middle + side * 0.3, y + 1.9),
            )
            .close();
        buds = buds.and(leaf);
    }
    vec![
        Layer::line(INK, 0.55, Path::new().smooth(&stem).mirrored(MIDDLE)),
        Layer::fill(style.accent, buds.mirrored(MIDDLE)),
    ]
}

/// The row of petals and the base; gives back where it ends.
fn foot(style: &Style, low: f64, layers: &mut Vec<Layer>) -> f64 {
    let (count, left) = (11, 3.0);
    let step = (WIDTH - 2.0 * left) / f64::from(count);
    let petal = |x: f64, inset: f64| {
        let (w, top) = (step / 2.0 - inset, low + inset * 1.3);
        Path::new()
            .start((x - w, low + 10.0))
            .curve((x - w * 1.05, low + 5.0), (x - w * 0.5, top + 2.2), (x, top))
            .curve((x + w * 0.5, top + 2.2), (x + w * 1.05, low + 5.0), (x + w, low + 10.0))
            .close()
    };
    let row = |inset: f64| {
        let one = |i| petal(left + step * (f64::from(i) + 0.5), inset);
        (0..count).map(one).fold(Path::new(), Path::and)
    };
    let rect = |y: f64, inset: f64, height: f64| Path::new().rect((inset, y), (WIDTH - 2.0 * inset, height), [0.0; 4]);
    layers.push(Layer::fill(STONE.darkened(0.08), rect(low, 3.0, 10.0)));
    layers.push(Layer::fill(PAPER, row(0.0)));
    layers.push(Layer::line(INK, 0.8, row(0.0)));
    layers.push(Layer::fill(style.accent, row(3.1)));
    layers.push(Layer::fill(STONE, rect(low + 10.0, 1.0, 6.0)));
    layers.push(Layer::line(INK, 1.2, rect(low + 10.0, 1.0, 6.0)));
    low + 17.0
}
