//! Outlines of straight lines, curves and circles.
//!
//! Entry point: [`Path`]. Invariant: what is written and what is painted for the decoders are the same numbers, rounded
//! to hundredths of a module. Shapes run clockwise, holes counterclockwise, and fill by the nonzero rule.

use super::turn::turn;

/// A place in modules, to the right and down.
pub type Point = (f64, f64);

/// One step of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// A new beginning.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve: two controls and the end.
    Curve(Point, Point, Point),
    /// Back to the beginning.
    Close,
    /// A whole circle: center and radius.
    Circle(Point, f64),
    /// A circle that cuts a hole.
    Hole(Point, f64),
}

/// An outline of any number of parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// In order.
    pub steps: Vec<Step>,
}

/// How far controls lie along the tangent, as a share of the radius, so that four curves look like a circle.
const QUARTER: f64 = 0.5523;

impl Path {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a part.
    pub fn start(mut self, at: Point) -> Self {
        self.steps.push(Step::Move(at));
        self
    }

    /// A straight line to a place.
    pub fn line(mut self, to: Point) -> Self {
        self.steps.push(Step::Line(to));
        self
    }

    /// A cubic curve by two controls to a place.
    pub fn curve(mut self, first: Point, second: Point, to: Point) -> Self {
        self.steps.push(Step::Curve(first, second, to));
        self
    }

    /// Closes the part.
    pub fn close(mut self) -> Self {
        self.steps.push(Step::Close);
        self
    }

    /// A circle.
    pub fn circle(mut self, center: Point, radius: f64) -> Self {
        self.steps.push(Step::Circle(center, radius));
        self
    }

    /// A circle left out of what is filled.
    pub fn hole(mut self, center: Point, radius: f64) -> Self {
        self.steps.push(Step::Hole(center, radius));
        self
    }

    /// Straight lines through all places.
    pub fn lines(mut self, places: &[Point]) -> Self {
        for (i, place) in places.iter().enumerate() {
            self.steps
                .push(if i == 0 { Step::Move(*place) } else { Step::Line(*place) });
        }
        self
    }

    /// A rectangle with a radius at each corner: top left, top right, bottom right, bottom left.
    pub fn rect(mut self, (x, y): Point, (w, h): Point, radii: [f64; 4]) -> Self {
        let [a, b, c, d] = radii;
        let corner = |path: Self, from: Point, angle: Point, to: Point| {
            if from == to {
                return path;
            }
            let toward = |p: Point| (p.0 + (angle.0 - p.0) * QUARTER, p.1 + (angle.1 - p.1) * QUARTER);
            path.curve(toward(from), toward(to), to)
        };
        let (right, low) = (x + w, y + h);
        self = self.start((x + a, y)).line((right - b, y));
        self = corner(self, (right - b, y), (right, y), (right, y + b)).line((right, low - c));
        self = corner(self, (right, low - c), (right, low), (right - c, low)).line((x + d, low));
        self = corner(self, (x + d, low), (x, low), (x, low - d)).line((x, y + a));
        corner(self, (x, y + a), (x, y), (x + a, y)).close()
    }

    /// A rectangle left out of what is filled, all corners alike.
    pub fn gap(self, (x, y): Point, (w, h): Point, radius: f64) -> Self {
        // Mirrored left to right, the outline runs the other way.
        let shape = Self::new()
            .rect((0.0, y), (w, h), [radius; 4])
            .map(|(px, py)| (x + w - px, py));
        self.and(shape)
    }

    /// With the parts of another path.
    pub fn and(mut self, other: Self) -> Self {
        self.steps.extend(other.steps);
        self
    }

    /// Every place moved by a rule that keeps circles round.
    pub fn map(mut self, rule: impl Fn(Point) -> Point) -> Self {
        let size = |center: Point, radius: f64| {
            let (a, b) = (rule(center), rule((center.0 + radius, center.1)));
            ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
        };
        for step in &mut self.steps {
            *step = match *step {
                Step::Move(p) => Step::Move(rule(p)),
                Step::Line(p) => Step::Line(rule(p)),
                Step::Curve(a, b, p) => Step::Curve(rule(a), rule(b), rule(p)),
                Step::Close => Step::Close,
                Step::Circle(p, r) => Step::Circle(rule(p), size(p, r)),
                Step::Hole(p, r) => Step::Hole(rule(p), size(p, r)),
            };
        }
        self
    }

    /// Mirrored at an upright line, beside the path itself.
    pub fn mirrored(self, axis: f64) -> Self {
        let other = self.clone().map(|(x, y)| (2.0 * axis - x, y));
        self.and(other)
    }

    /// Turned about a place by a share of a whole turn.
    pub fn turned(self, center: Point, share: f64) -> Self {
        let (cos, sin) = turn(share);
        self.map(|(x, y)| {
            let (x, y) = (x - center.0, y - center.1);
            (center.0 + x * cos - y * sin, center.1 + x * sin + y * cos)
        })
    }

    /// The path `count` times around a place.
    pub fn around(self, center: Point, count: usize) -> Self {
        let copies = (0..count).map(|i| self.clone().turned(center, i as f64 / count as f64));
        copies.fold(Self::new(), Self::and)
    }

    /// A smooth line through all places.
    pub fn smooth(mut self, places: &[Point]) -> Self {
        let Some(first) = places.first() else { return self };
        self.steps.push(Step::Move(*first));
        smooth_on(&mut self, places);
        self
    }

    /// A stroke of changing width, as a brush makes it: places with the width there.
    pub fn brush(mut self, places: &[(Point, f64)]) -> Self {
        let side = |sign: f64| -> Vec<Point> {
            let one = |(i, &(at, width)): (usize, &(Point, f64))| {
                let (before, after) = (places[i.saturating_sub(1)].0, places[(i + 1).min(places.len() - 1)].0);
                let (dx, dy) = (after.0 - before.0, after.1 - before.1);
                let length = (dx * dx + dy * dy).sqrt().max(1e-6);
                let out = sign * width / 2.0 / length;
                (at.0 - dy * out, at.1 + dx * out)
            };
            places.iter().enumerate().map(one).collect()
        };
        let (left, mut right) = (side(-1.0), side(1.0));
        right.reverse();
        let Some(first) = left.first() else { return self };
        self.steps.push(Step::Move(*first));
        smooth_on(&mut self, &left);
        if let Some(turn) = right.first() {
            self.steps.push(Step::Line(*turn));
        }
        smooth_on(&mut self, &right);
        self.close()
    }
}

/// Curves from the first place through the others; at each the direction is that of its neighbors (Catmull and Rom).
fn smooth_on(path: &mut Path, places: &[Point]) {
    for i in 1..places.len() {
        let (from, to) = (places[i - 1], places[i]);
        let before = places[i.saturating_sub(2)];
        let after = places[(i + 1).min(places.len() - 1)];
        let first = (from.0 + (to.0 - before.0) / 6.0, from.1 + (to.1 - before.1) / 6.0);
        let second = (to.0 - (after.0 - from.0) / 6.0, to.1 - (after.1 - from.1) / 6.0);
        path.steps.push(Step::Curve(first, second, to));
    }
}

/// Places on a spiral from the angle `from` to `to` (whole turns), the radius growing evenly between its two values.
pub fn spiral(center: Point, radii: (f64, f64), (from, to): (f64, f64), count: usize) -> Vec<Point> {
    let one = |i: usize| {
        let share = i as f64 / (count - 1).max(1) as f64;
        let radius = radii.0 + (radii.1 - radii.0) * share;
        let (cos, sin) = turn(from + (to - from) * share);
        (center.0 + radius * cos, center.1 + radius * sin)
    };
    (0..count).map(one).collect()
}

/// Places on a cubic curve, both ends included.
pub fn bezier(from: Point, first: Point, second: Point, to: Point, count: usize) -> Vec<Point> {
    let one = |i: usize| {
        let t = i as f64 / (count - 1).max(1) as f64;
        let u = 1.0 - t;
        let mix =
            |a: f64, b: f64, c: f64, d: f64| u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
        (
            mix(from.0, first.0, second.0, to.0),
            mix(from.1, first.1, second.1, to.1),
        )
    };
    (0..count).map(one).collect()
}

/// A number in hundredths, as it is written.
pub(super) fn hundredths(value: f64) -> i32 {
    (value * 100.0).round() as i32
}

/// A place in hundredths.
pub(super) fn grid(place: Point) -> (i32, i32) {
    (hundredths(place.0), hundredths(place.1))
}

/// The path as the attribute `d`: relative steps, so that most numbers are short.
pub(super) fn write(path: &Path, out: &mut String) {
    let mut pen = Pen {
        out,
        at: (0, 0),
        start: (0, 0),
    };
    for step in &path.steps {
        match *step {
            Step::Move(p) => {
                let to = grid(p);
                pen.letter('m');
                pen.by(to);
                (pen.at, pen.start) = (to, to);
            }
            Step::Line(p) => pen.line(grid(p)),
            Step::Curve(a, b, p) => {
                pen.letter('c');
                let to = grid(p);
                pen.by(grid(a));
                pen.by(grid(b));
                pen.by(to);
                pen.at = to;
            }
            Step::Close => {
                pen.letter('z');
                pen.at = pen.start;
            }
            Step::Circle(center, radius) => pen.circle(grid(center), hundredths(radius), '1'),
            Step::Hole(center, radius) => pen.circle(grid(center), hundredths(radius), '0'),
        }
    }
}

struct Pen<'a> {
    out: &'a mut String,
    at: (i32, i32),
    start: (i32, i32),
}

impl Pen<'_> {
    fn letter(&mut self, letter: char) {
        // The first step of all is relative to nothing.
        self.out.push(if self.out.ends_with('"') {
            letter.to_ascii_uppercase()
        } else {
            letter
        });
    }

    fn number(&mut self, value: i32) {
        if value >= 0 && self.out.ends_with(|c: char| c.is_ascii_digit()) {
            self.out.push(' ');
        }
        number(self.out, value);
    }

    fn by(&mut self, to: (i32, i32)) {
        self.number(to.0 - self.at.0);
        self.number(to.1 - self.at.1);
    }

    fn line(&mut self, to: (i32, i32)) {
        let (dx, dy) = (to.0 - self.at.0, to.1 - self.at.1);
        match (dx, dy) {
            (0, 0) => {}
            (_, 0) => {
                self.letter('h');
                self.number(dx);
            }
            (0, _) => {
                self.letter('v');
                self.number(dy);
            }
            _ => {
                self.letter('l');
                self.number(dx);
                self.number(dy);
            }
        }
        self.at = to;
    }

    fn circle(&mut self, center: (i32, i32), radius: i32, sweep: char) {
        let left = (center.0 - radius, center.1);
        self.letter('m');
        self.by(left);
        (self.at, self.start) = (left, left);
        for across in [2 * radius, -2 * radius] {
            self.letter('a');
            self.number(radius);
            self.number(radius);
            self.out.push_str(" 0 1 ");
            self.out.push(sweep);
            self.number(across);
            self.number(0);
        }
        self.letter('z');
    }
}

/// Hundredths as a decimal number without needless zeros.
pub(super) fn number(out: &mut String, value: i32) {
    if value < 0 {
        out.push('-');
    }
    let (whole, rest) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
    if whole > 0 || rest == 0 {
        out.push_str(&whole.to_string());
    }
    if rest > 0 {
        out.push('.');
        out.push(char::from(b'0' + (rest / 10) as u8));
        if rest % 10 > 0 {
            out.push(char::from(b'0' + (rest % 10) as u8));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let text = |value| {
            let mut out = String::new();
            number(&mut out, value);
            out
        };
        let cases = [
            (0, "0"),
            (5, ".05"),
            (-50, "-.5"),
            (100, "1"),
            (-1230, "-12.3"),
            (12345, "123.45"),
        ];
        for (value, wanted) in cases {
            assert_eq!(text(value), wanted);
        }
    }

    #[test]
    fn rounding_does_not_add_up_along_a_path() {
        let mut path = Path::new().start((0.0, 0.0));
        for i in 1..=300 {
            path = path.line((f64::from(i) / 3.0, f64::from(i % 2)));
        }
        let mut text = String::from("\"");
        write(&path, &mut text);
        let numbers: Vec<f64> = text[1..]
            .replace(['M', 'l', 'm'], " ")
            .replace('-', " -")
            .split_whitespace()
            .map(|n| n.parse().unwrap())
            .collect();
        let across: f64 = numbers.iter().step_by(2).sum();
        assert!((across - 100.0).abs() < 0.006, "{across}");
    }
}
