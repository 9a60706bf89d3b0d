//! Clouds and vines: curls as a brush draws them.
//!
//! Entry point: [`curl`]. Invariant: a curl is one closed shape, thin at both ends.

use crate::qr::style::path::{Path, Point, bezier, spiral};

/// A curl that unrolls from its middle and runs out along a tail.
pub(super) struct Curl {
    /// Middle of the curl.
    pub middle: Point,
    /// Its outer radius.
    pub radius: f64,
    /// Where on its rim the tail leaves, in whole turns from the right, clockwise.
    pub leaves: f64,
    /// True to unroll clockwise.
    pub is_clockwise: bool,
    /// The end of the tail, and where it comes from.
    pub tail: (Point, Point),
    /// Greatest width of the brush.
    pub width: f64,
}

/// The shape of a curl.
pub(super) fn curl(curl: &Curl) -> Path {
    let way = if curl.is_clockwise { 1.0 } else { -1.0 };
    let begins = curl.leaves - way * 1.35;
    let rolled = spiral(
        curl.middle,
        (curl.radius * 0.12, curl.radius),
        (begins, curl.leaves),
        16,
    );
    let (from, before) = (rolled[15], rolled[14]);
    let ((end, toward), step) = (curl.tail, (from.0 - before.0, from.1 - before.1));
    let length = ((end.0 - from.0).powi(2) + (end.1 - from.1).powi(2)).sqrt();
    let pace = (step.0 * step.0 + step.1 * step.1).sqrt().max(1e-6);
    let first = (
        from.0 + step.0 / pace * length * 0.35,
        from.1 + step.1 / pace * length * 0.35,
    );
    let tail = bezier(from, first, toward, end, 10);
    let places: Vec<Point> = rolled.into_iter().chain(tail.into_iter().skip(1)).collect();
    let last = (places.len() - 1) as f64;
    let brushed = |(i, place): (usize, &Point)| {
        let share = i as f64 / last;
        // Swells until two thirds of the way and thins out at the end.
        let swell = if share < 0.62 {
            0.45 + 0.55 * share / 0.62
        } else {
            1.0 - (share - 0.62) / 0.38 * 0.9
        };
        (*place, curl.width * swell)
    };
    let brushed: Vec<(Point, f64)> = places.iter().enumerate().map(brushed).collect();
    Path::new().brush(&brushed).circle(curl.middle, curl.radius * 0.16)
}
