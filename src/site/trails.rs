//! Ways that lead through entries: which stop follows which.
//!
//! Entry point: [`Site::stops`], [`Site::trails_of`]. Invariant: only published entries are stops that visitors are sent
//! to.

use super::Site;
use crate::entry::model::Status;
use crate::schema::value::Value;

/// The group of a kind that holds its stops, in the order of the way.
pub const STOPS: &str = "stops";

impl Site {
    /// The stops of a trail, in its order; empty for entries that are no trails.
    pub fn stops(&self, trail: u32) -> Vec<u32> {
        let stops = self.entries[trail as usize].body.fields.items(STOPS).iter();
        let stop = |value: &Value| match value.fields()?.get("entry")? {
            Value::Ref(reference) => self.index.get(&*reference.key).copied(),
            _ => None,
        };
        let is_open = |i: &u32| self.entries[*i as usize].card.status == Status::Published;
        stops.filter_map(stop).filter(is_open).collect()
    }

    /// The trails that an entry is a stop of, each with its stops, in the order of keys.
    pub fn trails_of(&self, stop: u32) -> Vec<(u32, Vec<u32>)> {
        let from = self.back[stop as usize].iter().flat_map(|group| &group.from);
        let mut trails: Vec<(u32, Vec<u32>)> = from.map(|trail| (*trail, self.stops(*trail))).collect();
        trails.retain(|(_, stops)| stops.contains(&stop));
        trails.sort_unstable();
        trails.dedup();
        trails
    }
}
