//! The modules of a symbol as shapes: squares, rounded runs, dots.
//!
//! Entry point: [`modules`]. Invariant: every dark module covers its own middle and at least 0.6 of its square, no light
//! module is touched, and the three finder patterns keep their proportions of 1 : 1 : 3 : 1 : 1 and their outer corners.

use super::drawing::{Layer, Paint};
use super::ink::Ink;
use super::path::Path;
use crate::qr::{QUIET_ZONE, Symbol};

/// What a dark module covers at least of its square; decoders begin to fail below two thirds of a diameter, 0.35.
#[cfg(test)]
const LEAST_COVER: f64 = 0.6;

/// How modules look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Squares.
    Square,
    /// Neighbors run together, free corners are round.
    Rounded,
    /// One soft dot a module.
    Dot,
}

/// Radius of free corners of rounded modules.
const CORNER: f64 = 0.25;

/// Radius of the outer corners of finder patterns.
const RING: f64 = 0.0;

/// Radius of the corners of their pupils. Rounded by 0.9, zbar lost half of the codes that it sees from the side, by 70°.
const PUPIL: f64 = 0.3;

/// Radius of the corners of dots. As circles (0.5) they cost zxing-cpp every code at 1.5 pixels a module.
const DOT: f64 = 0.42;

/// Width of what links neighboring dots, as the thread of a string of beads: dots that stand alone let so much light
/// through that readers lose coarse pictures.
const LINK: f64 = 0.84;

/// The dark modules of a symbol whose quiet zone begins at the origin, but for those that `is_free` leaves to an emblem.
pub(super) fn modules(symbol: &Symbol, shape: Shape, ink: Ink, is_free: &dyn Fn(usize, usize) -> bool) -> Layer {
    let is_dark = |x: usize, y: usize| symbol.is_dark(x, y) && !is_free(x, y);
    match shape {
        Shape::Square => squares(symbol, ink, &is_dark),
        Shape::Rounded => Layer::fill(ink, rounded(symbol, &is_dark)),
        Shape::Dot => Layer::fill(ink, dots(symbol, &is_dark)),
    }
}

/// Runs as strokes along the middle of their rows: half the bytes of outlines.
fn squares(symbol: &Symbol, ink: Ink, is_dark: &dyn Fn(usize, usize) -> bool) -> Layer {
    let mut path = Path::new();
    for y in 0..symbol.size {
        for (x, length) in runs(symbol.size, |x| is_dark(x, y)) {
            let (left, middle) = ((x + QUIET_ZONE) as f64, (y + QUIET_ZONE) as f64 + 0.5);
            path = path.start((left, middle)).line((left + length as f64, middle));
        }
    }
    let paint = Paint::Line {
        width: 1.0,
        dash: None,
        is_round: false,
    };
    Layer {
        ink,
        paint,
        path,
        is_crisp: true,
    }
}

/// Beginning and length of the runs of a row.
fn runs(size: usize, is_dark: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for x in (0..size).filter(|&x| is_dark(x)) {
        match out.last_mut() {
            Some((start, length)) if *start + *length == x => *length += 1,
            _ => out.push((x, 1)),
        }
    }
    out
}

fn rounded(symbol: &Symbol, is_dark: &dyn Fn(usize, usize) -> bool) -> Path {
    let own = |x: usize, y: usize| is_dark(x, y) && !in_finder(symbol.size, x, y);
    let mut path = finders(symbol.size, PUPIL);
    for y in 0..symbol.size {
        let free = |x: usize, above: bool| match above {
            true => y == 0 || !own(x, y - 1),
            false => !own(x, y + 1),
        };
        for (x, length) in runs(symbol.size, |x| own(x, y)) {
            let end = x + length - 1;
            let radius = |at: usize, above: bool| if free(at, above) { CORNER } else { 0.0 };
            let radii = [radius(x, true), radius(end, true), radius(end, false), radius(x, false)];
            let at = ((x + QUIET_ZONE) as f64, (y + QUIET_ZONE) as f64);
            path = path.rect(at, (length as f64, 1.0), radii);
        }
    }
    path
}

fn dots(symbol: &Symbol, is_dark: &dyn Fn(usize, usize) -> bool) -> Path {
    let own = |x: usize, y: usize| is_dark(x, y) && !in_finder(symbol.size, x, y);
    let mut path = finders(symbol.size, PUPIL);
    for y in 0..symbol.size {
        for x in (0..symbol.size).filter(|&x| own(x, y)) {
            let (left, top) = ((x + QUIET_ZONE) as f64, (y + QUIET_ZONE) as f64);
            path = path.rect((left, top), (1.0, 1.0), [DOT; 4]);
            let (thin, thick) = ((1.0 - LINK) / 2.0, LINK);
            if own(x + 1, y) {
                path = path.rect((left + 0.5, top + thin), (1.0, thick), [0.0; 4]);
            }
            if own(x, y + 1) {
                path = path.rect((left + thin, top + 0.5), (thick, 1.0), [0.0; 4]);
            }
        }
    }
    path
}

fn in_finder(size: usize, x: usize, y: usize) -> bool {
    let far = size - 7;
    (x < 7 && (y < 7 || y >= far)) || (x >= far && y < 7)
}

/// The three finder patterns, the pupil with round corners of this radius. The ring keeps its corners: rqrr measures the
/// grid by them, and rounded by a whole module they cost it every fourth code at 3.5 pixels a module.
fn finders(size: usize, pupil: f64) -> Path {
    let far = size - 7;
    let one = |path: Path, (x, y): (usize, usize)| {
        let (x, y) = ((x + QUIET_ZONE) as f64, (y + QUIET_ZONE) as f64);
        path.rect((x, y), (7.0, 7.0), [RING; 4])
            .gap((x + 1.0, y + 1.0), (5.0, 5.0), pupil)
            .rect((x + 2.0, y + 2.0), (3.0, 3.0), [pupil; 4])
    };
    [(0, 0), (far, 0), (0, far)].into_iter().fold(Path::new(), one)
}

#[cfg(test)]
mod tests {
    use super::super::fill;
    use super::*;
    use crate::qr::tests::{Dice, every_symbol};

    #[test]
    fn dark_modules_are_covered_well_and_light_ones_not_at_all() {
        let mut dice = Dice(31);
        for (_, symbol) in every_symbol(&mut dice).iter().step_by(5) {
            for shape in [Shape::Square, Shape::Rounded, Shape::Dot] {
                let layer = modules(symbol, shape, Ink([0; 3]), &|_, _| false);
                let side = (symbol.size + 2 * QUIET_ZONE) as f64;
                let picture = fill::raster(&[layer], (side, side), 8.0);
                for y in 0..symbol.size {
                    for x in 0..symbol.size {
                        let (left, top) = ((x + QUIET_ZONE) * 8, (y + QUIET_ZONE) * 8);
                        let pixel = |at: usize| picture.pixels[(top + at / 8) * picture.width + left + at % 8];
                        let sum: f64 = (0..64).map(|at| 1.0 - f64::from(pixel(at)) / 255.0).sum();
                        let cover = sum / 64.0;
                        // Corners that turn inward, between ring and pupil, are the only light modules that lose some.
                        let most = if in_finder(symbol.size, x, y) { 0.05 } else { 0.01 };
                        match symbol.is_dark(x, y) {
                            true => assert!(cover > LEAST_COVER, "{shape:?} at {x}, {y}: {cover}"),
                            false => assert!(cover < most, "{shape:?} at {x}, {y}: {cover}"),
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn finder_patterns_keep_their_proportions() {
        for pupil in [0.0, PUPIL, 1.5] {
            let layer = Layer::fill(Ink([0; 3]), finders(21, pupil));
            let picture = fill::raster(&[layer], (29.0, 29.0), 4.0);
            let row = &picture.pixels[(4 + 3) * 4 * picture.width + 2 * picture.width..][..12 * 4];
            let mut lengths = Vec::new();
            for pixel in row {
                let pixel = if *pixel < 128 { 0 } else { 255 };
                match lengths.last_mut() {
                    Some((value, length)) if *value == pixel => *length += 1,
                    _ => lengths.push((pixel, 1)),
                }
            }
            assert_eq!(
                lengths,
                [(255, 16), (0, 4), (255, 4), (0, 12), (255, 4), (0, 4), (255, 4)]
            );
        }
    }
}
