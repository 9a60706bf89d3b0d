//! What people do to codes: issue, retire, restore.
//!
//! Entry point: [`Ledger::issue`], [`Ledger::retire`], [`Ledger::restore`]. Invariant: the status moves as
//! reserved → issued → retired; only `restore` goes back, from retired to issued.

use super::{Change, Ledger, Row, Status, Wanted, number};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics};
use std::collections::HashMap;

/// Which reserved codes are to be issued.
#[derive(Clone, Copy, Debug)]
pub enum Issue<'a> {
    /// Those of all entries that are not withdrawn.
    All,
    /// Those of these keys; a part of an entry is named with its fragment.
    Keys(&'a [String]),
}

impl Ledger {
    /// Marks codes as issued and notes their titles. Call it after [`Ledger::reconcile`], with the same `wanted`.
    pub fn issue(&self, which: Issue<'_>, wanted: &[Wanted]) -> (Ledger, Vec<Change>, Diagnostics) {
        let by_key: HashMap<&str, &Wanted> = wanted.iter().map(|want| (want.key.as_str(), want)).collect();
        let mut found = Diagnostics::new();
        let mut codes: Vec<u64> = Vec::new();
        match which {
            Issue::All => {
                let withdrawn = |key: &str| by_key.get(key).is_some_and(|want| !want.alive);
                codes.extend(
                    self.rows
                        .iter()
                        .filter(|(_, row)| !withdrawn(&row.key))
                        .map(|(code, _)| *code),
                );
            }
            Issue::Keys(keys) => {
                for key in keys {
                    if self.codes_of(key).any(|row| row.status != Status::Retired) {
                        codes.extend(self.by_key.rows(key, &self.rows).map(|(code, _)| code));
                    } else {
                        found.push(self.without_key(key));
                    }
                }
            }
        }
        let mut rows = self.rows.clone();
        let mut changes = Vec::new();
        for code in codes {
            let Some(row) = rows.get_mut(&code).filter(|row| row.status == Status::Reserved) else {
                continue;
            };
            row.status = Status::Issued;
            if let Some(want) = by_key.get(row.key.as_str()) {
                row.titles.clone_from(&want.titles);
            }
            changes.push(Change::Issued {
                code: row.code.clone(),
                key: row.key.clone(),
            });
        }
        (self.with_rows(rows), changes, found)
    }

    /// Retires an issued code; its landing page says so and points on to `successor`. A retired code may be given
    /// another successor the same way; when none is given it keeps the one that it has, as long as that `is_there`. What
    /// is there may be a successor before it has a code: with a printed code whose entry is gone no build gives it one.
    pub fn retire(
        &self,
        code: &str,
        successor: Option<&str>,
        is_there: &dyn Fn(&str) -> bool,
    ) -> Result<Ledger, Diagnostic> {
        let row = self.known(code)?;
        if row.status == Status::Reserved {
            return Err(self.about(messages::CODE_NOT_ISSUED, row));
        }
        let is_unknown = |key: &&str| self.codes_of(key).next().is_none() && !is_there(key);
        if let Some(key) = successor.filter(is_unknown) {
            return Err(self.without_key(key));
        }
        let kept = || row.successor.clone().filter(|key| is_there(key));
        let changed = Row {
            status: Status::Retired,
            successor: successor.map(str::to_string).or_else(kept),
            ..row.clone()
        };
        Ok(self.with_row(changed))
    }

    /// Makes a retired code open its entry again.
    pub fn restore(&self, code: &str) -> Result<Ledger, Diagnostic> {
        let row = self.known(code)?;
        if row.status != Status::Retired {
            return Err(self.about(messages::CODE_NOT_RETIRED, row));
        }
        Ok(self.with_row(Row {
            status: Status::Issued,
            successor: None,
            ..row.clone()
        }))
    }

    fn with_row(&self, row: Row) -> Ledger {
        let mut rows = self.rows.clone();
        if let Some(code) = number(&row.code) {
            rows.insert(code, row);
        }
        self.with_rows(rows)
    }

    fn known(&self, code: &str) -> Result<&Row, Diagnostic> {
        self.get(code).ok_or_else(|| self.without_row(code))
    }

    fn about(&self, code: &'static Code, row: &Row) -> Diagnostic {
        let finding = Diagnostic::new(code).with("code", &row.code).with("key", &row.key);
        match number(&row.code) {
            Some(code) => finding.at(self.place(code)),
            None => finding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_successor_that_is_gone_goes_when_the_code_is_retired_again() {
        let rows = "# vanbia codes 1\n275979\trelics/a\tretired\thttps://A.EXAMPLE/275979/\t\t\trelics/b\n";
        let ledger = Ledger::parse(&"codes.lock".into(), rows).0;
        let after = |is_there: bool| {
            let again = ledger.retire("275979", None, &|_| is_there).unwrap();
            again.get("275979").unwrap().successor.clone()
        };
        assert_eq!(after(true).as_deref(), Some("relics/b"));
        assert_eq!(after(false), None);
    }
}
