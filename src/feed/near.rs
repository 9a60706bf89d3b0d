//! Places by their whereabouts, for «near me»: squares of half a degree, smaller ones where places are many.
//!
//! Entry point: [`near`]. Invariant: every published entry with coordinates stands in exactly one square, and a square
//! holds all that lies in it; squares and rows are in a fixed order.

use crate::entry::model::Status;
use crate::site::Site;
use crate::text::Lang;
use crate::view::frame::Cards;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Side of a square, in millionths of a degree, and of the smaller ones it is divided into.
const SIDES: [i32; 2] = [500_000, 100_000];
/// A square with more places is divided.
const PIECE: usize = 400;

type Square = (i32, i32, i32);

/// The list of squares, and each square; none when no entry has coordinates.
pub fn near(site: &Site, cards: &Cards, lang: Lang) -> Vec<(String, String)> {
    let mut spots: Vec<((i32, i32), u32)> = Vec::new();
    for (i, entry) in site.entries.iter().enumerate() {
        if let Some(spot) = entry.card.spot.filter(|_| entry.card.status == Status::Published) {
            spots.push((spot, i as u32));
        }
    }
    if spots.is_empty() {
        return Vec::new();
    }
    let mut list = Vec::new();
    let mut files = Vec::new();
    for ((lat, lon, side), entries) in squares(&spots) {
        let path = site
            .routes
            .near(lang, Some(&format!("{}_{}_{}", lat, lon, side / 1_000)));
        list.push(json!([degrees(lat * side), degrees(lon * side), degrees(side), path]));
        let rows: Vec<Value> = entries.iter().map(|at| row(cards, lang, &spots[*at])).collect();
        files.push((path, format!("{}\n", Value::from(rows))));
    }
    files.insert(0, (site.routes.near(lang, None), format!("{}\n", Value::from(list))));
    files
}

fn squares(spots: &[((i32, i32), u32)]) -> BTreeMap<Square, Vec<usize>> {
    let square = |at: usize, side: i32| {
        let (lat, lon) = spots[at].0;
        (lat.div_euclid(side), lon.div_euclid(side), side)
    };
    let mut large: BTreeMap<Square, Vec<usize>> = BTreeMap::new();
    for at in 0..spots.len() {
        large.entry(square(at, SIDES[0])).or_default().push(at);
    }
    let mut all = BTreeMap::new();
    for (key, members) in large {
        if members.len() <= PIECE {
            all.insert(key, members);
            continue;
        }
        for at in members {
            all.entry(square(at, SIDES[1])).or_insert_with(Vec::new).push(at);
        }
    }
    all
}

/// Title, path, latitude, longitude, and the language of the title when it is not the page's.
fn row(cards: &Cards, lang: Lang, ((lat, lon), entry): &((i32, i32), u32)) -> Value {
    let card = cards.of(lang, *entry);
    let mut row = vec![json!(card.title.text), json!(card.path), degrees(*lat), degrees(*lon)];
    row.extend(card.title.lang.as_ref().map(|tag| json!(tag)));
    Value::from(row)
}

fn degrees(micro: i32) -> Value {
    json!(f64::from(micro) / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_stands_in_the_one_square_that_it_lies_in() {
        // Half of them in one town, the others along the country.
        let spots: Vec<((i32, i32), u32)> = (0..2_000)
            .map(|i| match i % 2 {
                0 => ((21_270_000 + i * 90, 106_020_000 + i * 70), i as u32),
                _ => ((8_600_000 + i * 7_000, 102_200_000 + i * 3_500), i as u32),
            })
            .collect();
        let squares = squares(&spots);
        let mut seen = vec![0; spots.len()];
        for ((lat, lon, side), members) in &squares {
            for at in members {
                seen[*at] += 1;
                let ((a, b), _) = spots[*at];
                assert!((lat * side..lat * side + side).contains(&a) && (lon * side..lon * side + side).contains(&b));
            }
        }
        assert!(seen.iter().all(|times| *times == 1));
        let sides: std::collections::BTreeSet<i32> = squares.keys().map(|key| key.2).collect();
        assert_eq!(sides.len(), 2, "{squares:?}");
        let most = squares.values().map(Vec::len).max();
        assert!(most <= Some(1_000), "{most:?}");
    }
}
