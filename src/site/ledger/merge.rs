//! Joins two ledgers that grew apart, and takes back codes from a published site.
//!
//! Entry point: [`Ledger::merge`], [`Ledger::recover`]. Invariant: every code printed under either ledger is in the
//! result. Where two claims on one code or key cannot both hold, printed wins over reserved; between two printed ones a
//! person decides, after an error that names both. A reserved row that loses is left out: its key gets a code again,
//! by the usual rule, when the ledger is next reconciled.

use super::{ByKey, Ledger, Row, Status, number};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics};
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl Ledger {
    /// This ledger and another one as one. With an error among the findings the result is not for use.
    pub fn merge(&self, other: &Ledger) -> (Ledger, Diagnostics) {
        let mut found = Diagnostics::new();
        let mut rows = self.rows.clone();
        for (&code, theirs) in &other.rows {
            let joined = match self.rows.get(&code) {
                None => theirs.clone(),
                Some(ours) => {
                    let (row, finding) = join(ours, theirs);
                    let told = finding.or_else(|| retired_there(ours, &row));
                    found.extend(told.map(|finding| finding.at(self.place(code))));
                    row
                }
            };
            rows.insert(code, joined);
        }
        drop_superfluous(&mut rows);
        found.extend(self.two_issued(other, &rows));
        (self.with_rows(rows), found)
    }

    /// Adds what a published site knows and this ledger lacks: missing codes, and codes that were issued there and are
    /// only reserved here. What this ledger says of printed codes stays.
    pub fn recover(&self, published: &[Row]) -> (Ledger, Diagnostics) {
        let mut missing = BTreeMap::new();
        for row in published {
            let Some(code) = number(&row.code) else { continue };
            let same = self.rows.get(&code).filter(|own| related(own, row));
            let known = match row.status {
                Status::Reserved => self.rows.contains_key(&code) || self.codes_of(&row.key).next().is_some(),
                _ => same.is_some_and(|own| own.status.is_printed()),
            };
            if !known {
                missing.insert(code, row.clone());
            }
        }
        self.merge(&Ledger {
            lines: HashMap::new(),
            ..self.with_rows(missing)
        })
    }

    /// This ledger without its last line where that was cut and these rows have its code: they know all of it.
    pub fn without_cut_row(&self, text: &str, published: &[Row]) -> Ledger {
        let cut = text.lines().last().filter(|_| !text.ends_with('\n'));
        let code = cut.and_then(|line| number(line.split('\t').next()?));
        let is_known = |code: &u64| published.iter().any(|row| number(&row.code) == Some(*code));
        let mut rows = self.rows.clone();
        if let Some(code) = code.filter(is_known) {
            rows.remove(&code);
        }
        self.with_rows(rows)
    }

    /// How many lines of a damaged file have no row here, where `read` is what could be read of it. A line with a damaged
    /// code has one when its key has a code here that was not read there.
    pub fn lacks_of(&self, text: &str, read: &Ledger) -> usize {
        let lines = text.lines().map(|line| line.trim_matches(['\0', ' ', '\u{feff}']));
        let is_row = |line: &&str| {
            let is_mark = ["#", "<<<<<<<", "=======", ">>>>>>>", "|||||||"];
            !line.is_empty() && !is_mark.iter().any(|mark| line.starts_with(mark))
        };
        let is_lost = |line: &&str| {
            let mut cells = line.split([',', ';', '\t']);
            let code = cells.next().and_then(number);
            let key = cells.next().unwrap_or_default();
            let is_new = |row: &Row| number(&row.code).is_some_and(|code| !read.rows.contains_key(&code));
            !code.is_some_and(|code| self.rows.contains_key(&code)) && !self.codes_of(key).any(is_new)
        };
        lines.filter(is_row).filter(is_lost).count()
    }

    /// Keys with an issued code known only here and another one known only there.
    fn two_issued(&self, other: &Ledger, rows: &BTreeMap<u64, Row>) -> Diagnostics {
        let printed_in = |ledger: &Ledger, code: u64| ledger.rows.get(&code).is_some_and(|row| row.status.is_printed());
        let mut alone: BTreeMap<&str, (Option<u64>, Option<u64>)> = BTreeMap::new();
        for (&code, row) in rows.iter().filter(|(_, row)| row.status == Status::Issued) {
            let sides = alone.entry(&row.key).or_default();
            match (printed_in(self, code), printed_in(other, code)) {
                (true, false) => sides.0 = sides.0.or(Some(code)),
                (false, true) => sides.1 = sides.1.or(Some(code)),
                _ => {}
            }
        }
        let both = alone
            .into_iter()
            .filter_map(|(key, sides)| Some((key, sides.0?, sides.1?)));
        both.map(|(key, first, second)| {
            let finding = Diagnostic::new(messages::MERGE_TWO_CODES).with("key", key);
            finding
                .with("first", first)
                .with("second", second)
                .at(self.place(first))
        })
        .collect()
    }
}

/// True when both rows speak of one entry, under its present or a former name.
pub(super) fn related(a: &Row, b: &Row) -> bool {
    a.key == b.key || a.former.contains(&b.key) || b.former.contains(&a.key)
}

/// What two rows of one code say together, when they speak of one entry and of one address.
pub(super) fn one(first: &Row, second: &Row) -> Option<Row> {
    let (row, finding) = join(first, second);
    // Nobody can tell which of the two is the later one.
    let is_disputed = first.status.is_printed() && second.status.is_printed() && first.status != second.status;
    (related(first, second) && finding.is_none() && !is_disputed).then_some(row)
}

/// A code that is in use here and not in the other ledger. Ledgers have no dates: the other one may be the older.
fn retired_there(ours: &Row, joined: &Row) -> Option<Diagnostic> {
    let is_told = ours.status == Status::Issued && joined.status == Status::Retired;
    let finding = || Diagnostic::new(messages::MERGE_RETIRED).with("code", &ours.code);
    is_told.then(|| finding().with("key", &ours.key))
}

/// Two rows of one code.
fn join(ours: &Row, theirs: &Row) -> (Row, Option<Diagnostic>) {
    if !related(ours, theirs) {
        return match (ours.status.is_printed(), theirs.status.is_printed()) {
            (true, true) => {
                let finding = Diagnostic::new(messages::MERGE_TWO_KEYS).with("code", &ours.code);
                (
                    ours.clone(),
                    Some(finding.with("first", &ours.key).with("second", &theirs.key)),
                )
            }
            (true, false) => (ours.clone(), None),
            (false, true) => (theirs.clone(), None),
            // Both derived in ignorance of the other: a ledger that knew both keys would have served the first in order.
            (false, false) => (if ours.key <= theirs.key { ours } else { theirs }.clone(), None),
        };
    }
    // The row that has been renamed knows more; otherwise the one that has come further.
    let theirs_leads = if ours.key == theirs.key {
        theirs.status > ours.status
    } else {
        theirs.former.contains(&ours.key)
    };
    let (leader, second) = if theirs_leads { (theirs, ours) } else { (ours, theirs) };
    let printed = [leader, second].into_iter().filter(|row| row.status.is_printed());
    let payloads: Vec<&String> = printed.map(|row| &row.payload).collect();
    let finding = match payloads.as_slice() {
        [first, other] if first != other => {
            let finding = Diagnostic::new(messages::MERGE_PAYLOADS).with("code", &ours.code);
            Some(finding.with("first", &ours.payload).with("second", &theirs.payload))
        }
        _ => None,
    };
    let mut row = Row {
        status: leader.status.max(second.status),
        ..leader.clone()
    };
    if let Some(payload) = payloads.first() {
        row.payload.clone_from(payload);
    }
    let more = second
        .former
        .iter()
        .filter(|key| !leader.former.contains(key) && **key != leader.key);
    row.former.extend(more.cloned());
    if row.titles.is_empty() {
        row.titles.clone_from(&second.titles);
    }
    if row.status == Status::Retired && row.successor.is_none() {
        row.successor.clone_from(&second.successor);
    }
    if row.extra.is_empty() {
        row.extra.clone_from(&second.extra);
    }
    (row, finding)
}

/// Leaves each key one code: issued ones, else its first reserved one.
fn drop_superfluous(rows: &mut BTreeMap<u64, Row>) {
    let by_key = ByKey::of(rows);
    let oldest = |key: &str| by_key.rows(key, rows).next().map(|(code, _)| code);
    // Codes of a key come issued first: a reserved one at any other place than the first is not needed.
    let is_needed = |(code, row): &(&u64, &Row)| row.status.is_printed() || oldest(&row.key) == Some(**code);
    let needed: BTreeSet<u64> = rows.iter().filter(is_needed).map(|(code, _)| *code).collect();
    rows.retain(|code, _| needed.contains(code));
}
