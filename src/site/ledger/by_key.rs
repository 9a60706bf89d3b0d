//! Which codes a key has.
//!
//! Entry point: [`ByKey`]. Invariant: sixteen bytes a code, whatever its key: keys are read from the rows.

use super::{Row, age};
use foldhash::quality::FixedState;
use std::collections::BTreeMap;
use std::hash::BuildHasher;

/// Codes by key: a number made of the key, and the code; of one key oldest first. The rows have the keys.
#[derive(Clone, Debug, Default)]
pub(super) struct ByKey(Vec<(u64, u64)>);

impl ByKey {
    pub(super) fn of(rows: &BTreeMap<u64, Row>) -> Self {
        let mut all: Vec<(u64, u64)> = rows.iter().map(|(code, row)| (Self::number(&row.key), *code)).collect();
        all.sort_by_cached_key(|(number, code)| (*number, age(*code, &rows[code])));
        Self(all)
    }

    fn number(key: &str) -> u64 {
        FixedState::default().hash_one(key)
    }

    /// Codes and rows of a key, oldest first.
    pub(super) fn rows<'r>(&self, key: &str, rows: &'r BTreeMap<u64, Row>) -> impl Iterator<Item = (u64, &'r Row)> {
        let number = Self::number(key);
        let from = self.0.partition_point(|(other, _)| *other < number);
        let same = self.0[from..].iter().take_while(move |(other, _)| *other == number);
        let rows = same.filter_map(|(_, code)| Some((*code, rows.get(code)?)));
        // Two keys may have one number.
        rows.filter(move |(_, row)| row.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::ledger::{Issue, Ledger, Wanted};
    use std::sync::Arc;

    #[test]
    fn keys_that_share_a_number_are_told_apart() {
        let want = |key: &str| Wanted {
            key: key.to_string(),
            former: Vec::new(),
            titles: Vec::new(),
            alive: true,
            place: None,
        };
        let wanted = [want("relics/a"), want("relics/b")];
        let empty = Ledger::empty(&Arc::from("content/codes.lock"));
        let (ledger, ..) = empty.reconcile(&wanted, &|code| format!("https://A.EXAMPLE/{code}/"));
        let rows = &ledger.issue(Issue::All, &wanted).0.rows;
        let number = ByKey::number("relics/a");
        let shared = ByKey(rows.keys().map(|code| (number, *code)).collect());
        assert_eq!((rows.len(), shared.0.len()), (2, 2));
        let found: Vec<&str> = shared.rows("relics/a", rows).map(|(_, row)| row.key.as_str()).collect();
        assert_eq!(found, ["relics/a"]);
        assert!(shared.rows("relics/c", rows).next().is_none());
    }
}
