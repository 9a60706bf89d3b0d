//! The face of a bronze drum: rays behind the code, and rings of hatching and of circles joined by tangents.
//!
//! Entry point: [`frame`]. Invariant: see the module above. Sixteen rays, as on the drum of Hoàng Hạ, because sixteen
//! agree with the four sides of a code.

use super::{Frame, PAPER, caption_height, captions};
use crate::qr::style::Style;
use crate::qr::style::drawing::Layer;
use crate::qr::style::ink::Ink;
use crate::qr::style::path::{Path, Point};
use crate::qr::style::turn::turn;

/// Radius of the whole face.
const RIM: f64 = 90.0;
const MIDDLE: Point = (RIM + 1.0, RIM + 1.0);
/// The rings begin where the corners of the code end.
const INNER: f64 = 71.6;
const RAYS: usize = 16;

/// Old bronze. The modules are darker.
const INK: Ink = Ink([0x16, 0x30, 0x2b]);

pub(super) fn frame(style: &Style) -> Frame {
    let (ink, accent) = (INK, style.accent);
    let ring = |radius: f64| Path::new().circle(MIDDLE, radius);
    let mut layers = vec![
        Layer::fill(PAPER, ring(RIM)),
        Layer::line(ink, 1.6, ring(RIM - 0.4)),
        Layer::fill(accent, rays()),
        Layer::line(accent, 0.55, chevrons()),
        Layer::line(ink, 0.9, ring(INNER)),
        teeth(INNER + 2.3, 3.0),
        Layer::line(ink, 0.5, ring(INNER + 4.6)),
        Layer::line(ink, 0.5, ring(RIM - 6.2)),
        teeth(RIM - 4.0, 3.0),
        Layer::line(ink, 0.9, ring(RIM - 1.9)),
    ];
    layers.extend(joined_circles(style, (INNER + RIM - 1.6) / 2.0));
    layers.extend(edge(style));
    let below = caption_height(style);
    Frame {
        size: (2.0 * MIDDLE.0, 2.0 * MIDDLE.1 + below),
        code_at: (MIDDLE.0 - 50.0, MIDDLE.1 - 50.0),
        layers,
        captions: captions(style, (MIDDLE.0, 2.0 * MIDDLE.1), 150.0, ink),
    }
}

fn place(radius: f64, share: f64) -> Point {
    let (cos, sin) = turn(share);
    (MIDDLE.0 + radius * cos, MIDDLE.1 + radius * sin)
}

/// Rays of the star; the code lies on their middle.
fn rays() -> Path {
    let half = 0.0175;
    let ray = [place(45.0, -half), place(INNER - 1.8, 0.0), place(45.0, half)];
    Path::new().lines(&ray).close().around(MIDDLE, RAYS)
}

/// Nested angles between the rays, as the feathers on old drums.
fn chevrons() -> Path {
    let between = 0.5 / RAYS as f64;
    let one = |path: Path, tip: f64| {
        path.lines(&[
            place(INNER - 1.4, between - 0.0035 * (INNER - tip) / 3.0),
            place(tip, between),
            place(INNER - 1.4, between + 0.0035 * (INNER - tip) / 3.0),
        ])
    };
    [66.5, 62.5, 58.5]
        .into_iter()
        .fold(Path::new(), one)
        .around(MIDDLE, RAYS)
}

/// A ring of upright strokes.
fn teeth(radius: f64, width: f64) -> Layer {
    let length = 2.0 * std::f64::consts::PI * radius;
    let step = length / (length / 1.55).round();
    Layer::hatch(
        INK,
        width,
        (step * 0.42, step * 0.58),
        Path::new().circle(MIDDLE, radius),
    )
}

/// Circles with a point in the middle, each joined to the next by a tangent.
fn joined_circles(style: &Style, radius: f64) -> Vec<Layer> {
    let count = 56;
    let (size, step) = (2.45, 1.0 / f64::from(count));
    let mut lines = Path::new();
    let mut points = Path::new();
    for i in 0..count {
        let share = f64::from(i) * step;
        lines = lines.circle(place(radius, share), size);
        points = points.circle(place(radius, share), 0.85);
        lines = lines.lines(&[place(radius + size, share), place(radius - size, share + step)]);
    }
    vec![Layer::line(INK, 0.5, lines), Layer::fill(style.accent, points)]
}

/// The code's own edge.
fn edge(style: &Style) -> Vec<Layer> {
    let at = |inset: f64| {
        Path::new().rect(
            (MIDDLE.0 - 50.0 - inset, MIDDLE.1 - 50.0 - inset),
            (100.0 + 2.0 * inset, 100.0 + 2.0 * inset),
            [0.0; 4],
        )
    };
    vec![Layer::fill(style.light, at(0.9)), Layer::line(INK, 0.6, at(0.9))]
}
