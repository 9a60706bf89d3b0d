//! Layers → gray pixels, by the area that each shape covers of each pixel.
//!
//! Entry point: [`raster`]. Invariant: coverage is exact for straight edges; curves are cut finely enough that no edge is
//! off by more than a twentieth of a pixel. Where shapes of one layer overlap, they cover no more than all.

use super::drawing::{Layer, Paint};
use super::path::{Path, Point, Step, grid, hundredths};
use super::turn::turn;

/// A gray picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gray {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// One byte a pixel, rows from the top.
    pub pixels: Vec<u8>,
}

/// Paints layers on white.
pub(super) fn raster(layers: &[Layer], size: Point, scale: f64) -> Gray {
    let (width, height) = ((size.0 * scale).ceil() as usize, (size.1 * scale).ceil() as usize);
    let mut pixels = vec![255.0_f32; width * height];
    for layer in layers {
        let mut area = Area::new(width, height);
        for outline in outlines(layer, scale) {
            area.outline(&outline);
        }
        area.blend(layer.ink.gray() as f32, &mut pixels);
    }
    let pixels = pixels.into_iter().map(|v| v.round() as u8).collect();
    Gray { width, height, pixels }
}

/// Closed outlines of a layer in pixels.
fn outlines(layer: &Layer, scale: f64) -> Vec<Vec<Point>> {
    let lines = flatten(&layer.path, scale);
    match layer.paint {
        Paint::Fill => lines.into_iter().map(|line| line.places).collect(),
        Paint::Line { width, dash, is_round } => {
            let half = f64::from(hundredths(width)) / 200.0 * scale;
            let dash = dash.map(|(on, off)| [on, off].map(|v| f64::from(hundredths(v)) / 100.0 * scale));
            let mut out = Vec::new();
            for line in lines {
                match dash {
                    Some(dash) => dashes(&line, dash)
                        .iter()
                        .for_each(|d| stroke(d, half, is_round, &mut out)),
                    None => stroke(&line.whole(), half, is_round, &mut out),
                }
            }
            out
        }
    }
}

/// A part of a path, cut into straight pieces.
struct Polyline {
    places: Vec<Point>,
    is_closed: bool,
}

impl Polyline {
    fn whole(&self) -> Vec<Point> {
        let mut places = self.places.clone();
        if self.is_closed {
            places.extend(self.places.first());
        }
        places
    }
}

fn flatten(path: &Path, scale: f64) -> Vec<Polyline> {
    let pixel = |p: Point| {
        let (x, y) = grid(p);
        (f64::from(x) / 100.0 * scale, f64::from(y) / 100.0 * scale)
    };
    let mut lines: Vec<Polyline> = Vec::new();
    for step in &path.steps {
        match *step {
            Step::Move(p) => lines.push(Polyline {
                places: vec![pixel(p)],
                is_closed: false,
            }),
            Step::Circle(center, r) => lines.push(round(pixel(center), f64::from(hundredths(r)) / 100.0 * scale, 1.0)),
            Step::Hole(center, r) => lines.push(round(pixel(center), f64::from(hundredths(r)) / 100.0 * scale, -1.0)),
            _ => {
                let Some(line) = lines.last_mut() else { continue };
                let from = line.places.last().copied().unwrap_or_default();
                match *step {
                    Step::Line(p) => line.places.push(pixel(p)),
                    Step::Curve(a, b, p) => curve(line, from, [pixel(a), pixel(b), pixel(p)]),
                    _ => line.is_closed = true,
                }
            }
        }
    }
    lines
}

/// Begins at the left, as the arcs of the drawing do, so that dashes fall into the same places.
fn round(center: Point, radius: f64, way: f64) -> Polyline {
    let count = (10.0 * radius.max(0.1).sqrt()).ceil().clamp(8.0, 360.0) as usize;
    let place = |i: usize| {
        let (cos, sin) = turn(0.5 + way * i as f64 / count as f64);
        (center.0 + radius * cos, center.1 + radius * sin)
    };
    Polyline {
        places: (0..count).map(place).collect(),
        is_closed: true,
    }
}

fn curve(line: &mut Polyline, from: Point, [a, b, to]: [Point; 3]) {
    let length = distance(from, a) + distance(a, b) + distance(b, to);
    let count = (length.sqrt() * 3.0).ceil().clamp(4.0, 100.0) as usize;
    let places = super::path::bezier(from, a, b, to, count + 1);
    line.places.extend(&places[1..]);
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
}

/// The pieces of a line that a pattern of dash and gap leaves.
fn dashes(line: &Polyline, [on, off]: [f64; 2]) -> Vec<Vec<Point>> {
    let whole = line.whole();
    let (mut out, mut open): (Vec<Vec<Point>>, Vec<Point>) = (Vec::new(), Vec::new());
    let (mut left, mut is_on) = (on, true);
    if on + off < 1e-3 {
        return out;
    }
    for pair in whole.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = distance(from, to);
        let mut done = 0.0;
        let at = |d: f64| {
            let share = if length > 0.0 { d / length } else { 0.0 };
            (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
        };
        if is_on && open.is_empty() {
            open.push(from);
        }
        while length - done >= left {
            done += left;
            if is_on {
                open.push(at(done));
                out.push(std::mem::take(&mut open));
            } else {
                open.push(at(done));
            }
            is_on = !is_on;
            left = if is_on { on } else { off };
        }
        left -= length - done;
        if is_on {
            open.push(to);
        }
    }
    if open.len() > 1 {
        out.push(open);
    }
    out
}

/// Outlines, all clockwise, of a line of some width.
fn stroke(places: &[Point], half: f64, is_round: bool, out: &mut Vec<Vec<Point>>) {
    for pair in places.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = distance(from, to);
        if length < 1e-9 {
            continue;
        }
        let (nx, ny) = ((to.1 - from.1) / length * half, (from.0 - to.0) / length * half);
        out.push(vec![
            (from.0 + nx, from.1 + ny),
            (to.0 + nx, to.1 + ny),
            (to.0 - nx, to.1 - ny),
            (from.0 - nx, from.1 - ny),
        ]);
    }
    if is_round {
        let mut last = None;
        for &place in places {
            // Pieces of a curve lie so close that not each needs its own joint.
            let is_end = Some(&place) == places.last() && last != Some(place);
            if is_end || last.is_none_or(|p| distance(p, place) > half / 2.0) {
                out.push(round(place, half, 1.0).places);
                last = Some(place);
            }
        }
    }
}

/// Signed areas by pixel, summed up along each row when they are painted.
struct Area {
    width: usize,
    height: usize,
    sums: Vec<f32>,
    rows: (usize, usize),
}

impl Area {
    fn new(width: usize, height: usize) -> Self {
        let sums = vec![0.0; (width + 2) * height];
        Self {
            width,
            height,
            sums,
            rows: (height, 0),
        }
    }

    fn outline(&mut self, places: &[Point]) {
        for i in 0..places.len() {
            self.edge(places[i], places[(i + 1) % places.len()]);
        }
    }

    /// Adds what lies to the right of an edge.
    fn edge(&mut self, a: Point, b: Point) {
        if a.1 == b.1 {
            return;
        }
        let (way, top, low) = if a.1 < b.1 { (1.0, a, b) } else { (-1.0, b, a) };
        let slope = (low.0 - top.0) / (low.1 - top.1);
        let first = top.1.max(0.0);
        let last = low.1.min(self.height as f64);
        if first >= last {
            return;
        }
        let (begin, end) = (first.floor() as usize, (last.ceil() as usize).min(self.height));
        self.rows = (self.rows.0.min(begin), self.rows.1.max(end));
        for y in begin..end {
            let (upper, lower) = (first.max(y as f64), last.min(y as f64 + 1.0));
            let x = |at: f64| (top.0 + (at - top.1) * slope).clamp(0.0, self.width as f64);
            let (from, to) = (x(upper), x(lower));
            self.piece(y, (from.min(to), from.max(to)), way * (lower - upper));
        }
    }

    /// The part of an edge within one row of pixels.
    fn piece(&mut self, y: usize, (left, right): (f64, f64), height: f64) {
        let row = y * (self.width + 2);
        let first = left.floor();
        if right <= first + 1.0 {
            let covered = height * (1.0 - ((left + right) / 2.0 - first));
            self.add(row + first as usize, covered);
            self.add(row + first as usize + 1, height - covered);
            return;
        }
        // The edge crosses several pixels: each gets its share of the height.
        let per = height / (right - left);
        let mut x = left;
        while x < right {
            let pixel = x.floor();
            let next = (pixel + 1.0).min(right);
            let part = per * (next - x);
            let covered = part * (1.0 - ((x + next) / 2.0 - pixel));
            self.add(row + pixel as usize, covered);
            self.add(row + pixel as usize + 1, part - covered);
            x = next;
        }
    }

    fn add(&mut self, at: usize, value: f64) {
        self.sums[at] += value as f32;
    }

    fn blend(&self, gray: f32, pixels: &mut [f32]) {
        for y in self.rows.0..self.rows.1 {
            let mut sum = 0.0;
            let row = &self.sums[y * (self.width + 2)..][..self.width];
            for (pixel, area) in pixels[y * self.width..][..self.width].iter_mut().zip(row) {
                sum += area;
                let share = sum.abs().min(1.0);
                if share > 1e-4 {
                    *pixel += (gray - *pixel) * share;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ink::Ink;
    use super::*;

    fn painted(layers: &[Layer], side: f64, scale: f64) -> Vec<u8> {
        raster(layers, (side, side), scale).pixels
    }

    const BLACK: Ink = Ink([0; 3]);

    #[test]
    fn half_covered_pixels_are_half_dark() {
        let path = Path::new().rect((0.5, 1.0), (2.0, 1.25), [0.0; 4]);
        let wanted = [
            255, 255, 255, 255, 128, 0, 128, 255, 223, 191, 223, 255, 255, 255, 255, 255,
        ];
        assert_eq!(painted(&[Layer::fill(BLACK, path)], 4.0, 1.0), wanted);
    }

    #[test]
    fn a_circle_covers_its_area_and_a_hole_takes_it_away() {
        let circle = Path::new().circle((5.0, 5.0), 4.0);
        let dark = |path: Path| {
            let pixels = painted(&[Layer::fill(BLACK, path)], 10.0, 20.0);
            pixels.iter().map(|&p| 1.0 - f64::from(p) / 255.0).sum::<f64>() / 400.0
        };
        let area = std::f64::consts::PI * 16.0;
        assert!((dark(circle.clone()) - area).abs() < 0.1);
        let ring = circle.hole((5.0, 5.0), 2.0);
        assert!((dark(ring) - area * 0.75).abs() < 0.1);
        let shape = Path::new()
            .rect((1.0, 1.0), (8.0, 8.0), [0.0; 4])
            .gap((3.0, 3.0), (4.0, 4.0), 0.0);
        assert!((dark(shape) - 48.0).abs() < 0.1);
    }

    #[test]
    fn dashes_begin_with_the_line_and_dots_are_round() {
        let line = || Path::new().lines(&[(0.0, 0.5), (10.0, 0.5)]);
        let hatch = painted(&[Layer::hatch(BLACK, 1.0, (1.0, 2.0), line())], 10.0, 1.0);
        assert_eq!(hatch[..10], [0, 255, 255, 0, 255, 255, 0, 255, 255, 0]);
        let dots = raster(&[Layer::dots(BLACK, 0.9, 2.0, line())], (10.0, 1.0), 20.0);
        let dark: f64 = dots.pixels.iter().map(|&p| 1.0 - f64::from(p) / 255.0).sum();
        // Six dots, the first and the last cut in half by the edge.
        let wanted = 5.0 * std::f64::consts::PI * 81.0;
        assert!((dark - wanted).abs() / wanted < 0.02, "{dark}, not {wanted}");
    }

    #[test]
    fn what_overlaps_in_one_layer_is_not_darker() {
        let twice = Path::new()
            .rect((0.0, 0.0), (2.0, 2.0), [0.0; 4])
            .rect((1.0, 0.0), (2.0, 2.0), [0.0; 4]);
        let gray = painted(&[Layer::fill(Ink([128; 3]), twice)], 4.0, 1.0);
        assert_eq!(gray[..4], [128, 128, 128, 255]);
    }
}
