//! Entries by where they are: provinces, and wards where a province has too many for one map.
//!
//! Entry point: [`areas`], [`bearing`]. Invariant: only published entries with coordinates; every one of them stands in
//! exactly one area, and an area that is divided shows none itself. Order is that of codes, then of entries.

use crate::entry::model::{Entry, Status};
use crate::schema::kind::Kinds;
use crate::schema::value::Fields;
use crate::text::Text;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many places fit on one map.
pub const ON_A_MAP: usize = 60;

/// Key of the area of entries whose province, or ward, is not known.
const ELSEWHERE: &str = "x";

/// A part of the country with entries in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// `24`, or `24/07798` for a ward: codes, never names.
    pub key: String,
    /// The ward's name, as its first entry writes it, or that of a province without a code; other provinces are words of
    /// each language.
    pub name: Option<Text>,
    /// Position of the province that it is a part of.
    pub part_of: Option<usize>,
    /// Positions of its wards, when it is divided.
    pub parts: Vec<usize>,
    /// Positions of all its entries.
    pub entries: Vec<u32>,
}

/// The wards of a province by code: a name and the entries.
type Wards<'e> = BTreeMap<&'e str, (Option<&'e Text>, Vec<u32>)>;

/// Province and ward of an entry, as the first of its places tells.
fn where_is<'e>(entry: &'e Entry, kinds: &Kinds) -> [(&'e str, Option<&'e Text>); 2] {
    let fields = kinds
        .get(entry.kind)
        .fields
        .iter()
        .filter(|spec| spec.field.name() == "place");
    let places = fields.filter_map(|spec| entry.body.fields.items(&spec.name).first()?.fields());
    let place: Option<&Fields> = places.into_iter().next();
    let word = |name: &str| place.and_then(|p| p.word(name)).unwrap_or(ELSEWHERE);
    let text = |name: &str| place.and_then(|p| p.text(name));
    [
        (word("province"), text("province_name")),
        (word("ward"), text("ward_name")),
    ]
}

/// The areas of a site: each province, followed by its wards if it is divided.
pub fn areas(entries: &[Arc<Entry>], kinds: &Kinds) -> Vec<Area> {
    let mut provinces: BTreeMap<&str, (Option<&Text>, Wards<'_>)> = BTreeMap::new();
    for (i, entry) in entries.iter().enumerate() {
        if entry.card.spot.is_none() || entry.card.status != Status::Published {
            continue;
        }
        let [(province, whole), (ward, name)] = where_is(entry, kinds);
        let (first, wards) = provinces.entry(province).or_default();
        *first = first.or(whole);
        let (known, all) = wards.entry(ward).or_default();
        *known = known.or(name);
        all.push(i as u32);
    }
    let mut areas: Vec<Area> = Vec::new();
    for (key, (name, wards)) in provinces {
        let mut all: Vec<u32> = wards
            .values()
            .flat_map(|(_, entries)| entries.iter().copied())
            .collect();
        all.sort_unstable();
        let is_divided = all.len() > ON_A_MAP && wards.len() > 1;
        let at = areas.len();
        areas.push(Area {
            key: key.to_string(),
            name: name.filter(|_| key == ELSEWHERE).cloned(),
            part_of: None,
            parts: Vec::new(),
            entries: all,
        });
        for (ward, (name, entries)) in wards.into_iter().filter(|_| is_divided) {
            let part = areas.len();
            areas[at].parts.push(part);
            areas.push(Area {
                key: format!("{key}/{ward}"),
                name: name.cloned(),
                part_of: Some(at),
                parts: Vec::new(),
                entries,
            });
        }
    }
    areas
}

/// In which of eight directions a place lies from another, 0 north, 1 north-east, and so on round the compass.
pub fn bearing(from: (i32, i32), to: (i32, i32)) -> usize {
    let middle = (f64::from(from.0) + f64::from(to.0)) / 2e6;
    let north = f64::from(to.0 - from.0);
    let east = f64::from(to.1 - from.1) * middle.to_radians().cos();
    // An eighth of the circle on both sides of each direction.
    let eighths = east.atan2(north).to_degrees() / 45.0;
    eighths.round().rem_euclid(8.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_go_round_the_compass() {
        let here = (21_000_000, 106_000_000);
        let at = |north: i32, east: i32| bearing(here, (here.0 + north * 10_000, here.1 + east * 10_000));
        let round = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)];
        let all: Vec<usize> = round.iter().map(|(n, e)| at(*n, *e)).collect();
        assert_eq!(all, [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(bearing(here, here), 0);
    }
}
