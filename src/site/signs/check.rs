//! Plates against the ledger.
//!
//! Entry point: [`Signs::check`]. Invariant: whatever would make a plate that hangs lead nowhere, or somewhere else, is
//! an error; what is only incomplete is a warning.

use super::{Plate, Signs, Status};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::qr::check_digit::{check_digit, is_valid};
use crate::site::ledger::{Ledger, Row, Status as Issued};
use std::collections::BTreeMap;

impl Signs {
    /// Checks every record by itself and against the ledger as it will be from now on.
    pub fn check(&self, ledger: &Ledger) -> Diagnostics {
        let mut found = Vec::new();
        let mut serials: BTreeMap<&str, &Plate> = BTreeMap::new();
        for plate in &self.plates {
            if let Some(first) = serials.get(plate.serial.as_str()) {
                let finding = about(messages::SIGN_TWICE, plate).with("first", first.place.line);
                found.push(finding.with("next", self.next_serial(&plate.code)));
                continue;
            }
            serials.insert(&plate.serial, plate);
            found.extend(self.check_form(plate));
            match ledger.get(&plate.code) {
                Some(row) => found.extend(against(plate, row)),
                None if plate.status == Status::Removed => {}
                None => found.extend(unknown(plate, ledger)),
            }
        }
        found
    }

    /// Serial and completeness.
    fn check_form(&self, plate: &Plate) -> Diagnostics {
        let mut found = Vec::new();
        let number = plate.serial.strip_prefix(&plate.code);
        let number = number.and_then(|rest| rest.strip_prefix('-'));
        if !number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())) {
            found.push(about(messages::SIGN_SERIAL, plate).with("next", self.next_serial(&plate.code)));
        }
        let lacks = [("place", plate.location.is_empty()), ("date", plate.date.is_none())];
        for (key, _) in lacks.into_iter().filter(|(_, lacks)| *lacks && plate.status.hangs()) {
            found.push(about(messages::SIGN_WHERE, plate).with("key", key));
        }
        found
    }
}

/// A plate whose code the ledger lacks.
fn unknown(plate: &Plate, ledger: &Ledger) -> Option<Diagnostic> {
    let code = &plate.code;
    let digits = code.len() >= 6 && code.bytes().all(|b| b.is_ascii_digit());
    if !digits || !is_valid(code) {
        let body = code.get(..code.len().saturating_sub(1)).unwrap_or_default();
        let right = check_digit(body).filter(|_| digits).map(|last| format!("{body}{last}"));
        let near = right.filter(|right| ledger.get(right).is_some());
        let near = near.or_else(|| {
            let known = ledger.rows().map(|row| row.code.as_str());
            let near = known.min_by_key(|one| (strsim::damerau_levenshtein(code, one), *one));
            near.map(str::to_string)
        });
        let finding = about(messages::SIGN_NO_CODE, plate);
        return Some(finding.with("near", near.unwrap_or_else(|| "735195".to_string())));
    }
    let of_entry = plate.entry.as_deref().and_then(|key| ledger.codes_of(key).next());
    Some(match of_entry {
        Some(row) => about(messages::SIGN_OTHER_CODE, plate)
            .with("key", &row.key)
            .with("now", &row.code),
        None => about(messages::SIGN_CODE_GONE, plate),
    })
}

/// A plate against the row of its code.
fn against(plate: &Plate, row: &Row) -> Diagnostics {
    let mut found = Vec::new();
    if !plate.status.is_out() {
        return found;
    }
    let told = |code: &'static Code| about(code, plate).with("key", &row.key);
    match row.status {
        Issued::Reserved => found.push(told(messages::SIGN_NOT_ISSUED)),
        Issued::Retired => found.push(told(messages::SIGN_RETIRED)),
        Issued::Issued => {}
    }
    if let Some(entry) = &plate.entry
        && *entry != row.key
        && !was_called(row, entry)
    {
        found.push(told(messages::SIGN_REUSED).with("was", entry));
    }
    if let Some(payload) = plate.payload.as_ref().filter(|payload| **payload != row.payload) {
        found.push(
            told(messages::SIGN_PAYLOAD)
                .with("was", payload)
                .with("now", &row.payload),
        );
    }
    found
}

/// True when a row had this key once; a part follows its entry.
fn was_called(row: &Row, key: &str) -> bool {
    let entry = |key: &str| key.split('#').next().unwrap_or(key).to_string();
    row.former.iter().any(|former| former == key || entry(former) == key)
}

fn about(code: &'static Code, plate: &Plate) -> Diagnostic {
    Diagnostic::new(code)
        .at(plate.place.clone())
        .with("serial", &plate.serial)
        .with("code", &plate.code)
        .with("status", plate.status.word())
}
