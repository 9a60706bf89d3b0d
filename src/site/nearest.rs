//! The nearest entries of each entry.
//!
//! Entry point: [`nearest`]. Invariant: straight-line distances on a sphere (haversine, mean radius 6,371,008.8 m),
//! rounded to whole meters before they are compared, ties by position, so that every machine finds the same ones.

use super::AtOnce;

/// Mean Earth radius in meters (IUGG).
const RADIUS: f64 = 6_371_008.8;

/// Side of a grid cell in millionths of a degree; about 2.2 km in Vietnam.
const CELL: i32 = 20_000;

/// The distance between two places (millionths of a degree, WGS 84), in whole meters.
pub fn meters(a: (i32, i32), b: (i32, i32)) -> u32 {
    let rad = |micro: i32| (f64::from(micro) / 1e6).to_radians();
    let (lat1, lat2) = (rad(a.0), rad(b.0));
    let (dlat, dlon) = (lat2 - lat1, rad(b.1) - rad(a.1));
    let h = (dlat / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * (dlon / 2.0).sin().powi(2);
    (2.0 * RADIUS * h.sqrt().min(1.0).asin()).round() as u32
}

/// So many places are looked at in one go.
const PORTION: usize = 1_000;

/// For each place, the positions of the `count` nearest others with their distances in meters, nearest first. Halves are
/// worked out by `two` at once.
pub fn nearest(places: &[Option<Spot>], count: usize, two: &impl AtOnce) -> Vec<Vec<(u32, u32)>> {
    Grid::new(places).around_all(places, (0, count), two)
}

/// Latitude and longitude, in millionths of a degree or in cells.
type Spot = (i32, i32);

struct Grid {
    /// Cell, position, place; sorted.
    sorted: Vec<(Spot, u32, Spot)>,
    rows: (i32, i32),
    columns: (i32, i32),
}

impl Grid {
    fn new(places: &[Option<(i32, i32)>]) -> Self {
        let cell = |p: (i32, i32)| (p.0.div_euclid(CELL), p.1.div_euclid(CELL));
        let known = places
            .iter()
            .enumerate()
            .filter_map(|(i, p)| p.map(|p| (cell(p), i as u32, p)));
        let mut sorted: Vec<_> = known.collect();
        sorted.sort_unstable();
        let bounds = |of: fn(&(i32, i32)) -> i32| {
            let all = sorted.iter().map(|(c, ..)| of(c));
            (all.clone().min().unwrap_or(0), all.max().unwrap_or(0))
        };
        let (rows, columns) = (bounds(|c| c.0), bounds(|c| c.1));
        Self { sorted, rows, columns }
    }

    fn cell(&self, cell: (i32, i32)) -> &[(Spot, u32, Spot)] {
        let from = self.sorted.partition_point(|(c, ..)| *c < cell);
        let to = from + self.sorted[from..].partition_point(|(c, ..)| *c == cell);
        &self.sorted[from..to]
    }

    /// What lies around some places, of which the first has the position `from`.
    fn around_all(
        &self,
        places: &[Option<Spot>],
        (from, count): (usize, usize),
        two: &impl AtOnce,
    ) -> Vec<Vec<(u32, u32)>> {
        if places.len() <= PORTION {
            let around = |(i, place): (usize, &Option<Spot>)| {
                place.map_or(Vec::new(), |place| self.around(from + i, place, count))
            };
            return places.iter().enumerate().map(around).collect();
        }
        let half = places.len() / 2;
        let (first, second) = places.split_at(half);
        let (mut all, others) = two.both(
            || self.around_all(first, (from, count), two),
            || self.around_all(second, (from + half, count), two),
        );
        all.extend(others);
        all
    }

    /// Looks at rings of cells until no place outside can be nearer than those found.
    fn around(&self, me: usize, place: (i32, i32), count: usize) -> Vec<(u32, u32)> {
        let center = (place.0.div_euclid(CELL), place.1.div_euclid(CELL));
        let far = |(low, high): (i32, i32), at: i32| (at - low).abs().max((high - at).abs());
        let last = far(self.rows, center.0).max(far(self.columns, center.1));
        // The narrowest side of a cell: a degree of longitude shrinks with latitude.
        let narrow =
            meters(place, (place.0, place.1.saturating_add(CELL))).min(meters(place, (place.0 + CELL, place.1)));
        let mut found: Vec<(u32, u32)> = Vec::new();
        for ring in 0..=last {
            self.ring(center, ring, &mut |other, at| {
                if other as usize != me {
                    found.push((meters(place, at), other));
                }
            });
            if found.len() >= count {
                found.sort_unstable();
                // Cells of the next ring are at least `ring` whole cells away; nine tenths for the shrinking of cells.
                if u64::from(found[count - 1].0) * 10 <= u64::from(narrow) * ring as u64 * 9 {
                    break;
                }
            }
        }
        found.sort_unstable();
        found.truncate(count);
        let mut nearest: Vec<_> = found.into_iter().map(|(meters, other)| (other, meters)).collect();
        // Collected in place: what was looked at on the way would stay with it.
        nearest.shrink_to_fit();
        nearest
    }

    fn ring(&self, center: (i32, i32), ring: i32, see: &mut dyn FnMut(u32, (i32, i32))) {
        for row in (center.0 - ring).max(self.rows.0)..=(center.0 + ring).min(self.rows.1) {
            let edge = (row - center.0).abs() == ring;
            if edge {
                // A whole row of the ring is contiguous in the sorted list.
                let from = self.sorted.partition_point(|(c, ..)| *c < (row, center.1 - ring));
                let to = self.sorted.partition_point(|(c, ..)| *c <= (row, center.1 + ring));
                self.sorted[from..to].iter().for_each(|(_, other, at)| see(*other, *at));
            } else {
                for column in [center.1 - ring, center.1 + ring] {
                    self.cell((row, column))
                        .iter()
                        .for_each(|(_, other, at)| see(*other, *at));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct InTurn;

    impl AtOnce for InTurn {
        fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
            let second = other();
            (one(), second)
        }
    }

    #[test]
    fn finds_what_a_full_search_finds() {
        let mut state = 7_u64;
        let mut random = |range: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) % range) as i32
        };
        // Half of them crowded into one commune, half all over the country, a few without a place; more than one portion.
        let places: Vec<_> = (0..PORTION + 200)
            .map(|i| match i % 20 {
                0 => None,
                n if n % 2 == 0 => Some((21_270_000 + random(30_000), 106_020_000 + random(30_000))),
                _ => Some((8_600_000 + random(14_000_000), 102_200_000 + random(7_200_000))),
            })
            .collect();
        let quick = nearest(&places, 5, &InTurn);
        for (i, place) in places.iter().enumerate() {
            let Some(place) = place else {
                assert!(quick[i].is_empty());
                continue;
            };
            let others = places.iter().enumerate().filter(|(j, _)| *j != i);
            let mut slow: Vec<_> = others
                .filter_map(|(j, p)| p.map(|p| (meters(*place, p), j as u32)))
                .collect();
            slow.sort_unstable();
            let slow: Vec<_> = slow.into_iter().take(5).map(|(m, j)| (j, m)).collect();
            assert_eq!(quick[i], slow, "place {i}");
        }
    }

    #[test]
    fn distances_agree_with_a_known_one() {
        // Hà Nội to Huế, about 540 km as the crow flies.
        let far = meters((21_028_500, 105_854_200), (16_463_700, 107_590_900));
        assert!((530_000..550_000).contains(&far), "{far}");
    }
}
