//! All rules at once, under random histories of a site.
//!
//! Entry point: the test. Invariant: seeds are fixed.

use super::*;

struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// What a careful clerk would note beside the ledger: issued code → key of today.
type Clerk = BTreeMap<String, String>;

/// One random step: edits the entries or the ledger; what was renamed, if anything.
fn step(
    dice: &mut Dice,
    ledger: &mut Ledger,
    entries: &mut Vec<Wanted>,
    fresh: &mut usize,
) -> Option<(String, String)> {
    let pick = dice.below(entries.len().max(1));
    let some_code = {
        let codes: Vec<String> = ledger.rows().map(|row| row.code.clone()).collect();
        if codes.is_empty() {
            String::new()
        } else {
            codes[dice.below(codes.len())].clone()
        }
    };
    *fresh += 1;
    match dice.below(9) {
        0..=2 => entries.push(want(&format!("relics/e{fresh}"))),
        3 if !entries.is_empty() => {
            entries.remove(pick);
        }
        4 if !entries.is_empty() => {
            let old = entries[pick].key.clone();
            let new = format!("relics/n{fresh}");
            entries[pick] = renamed(&new, &[&old]);
            return Some((old, new));
        }
        5 if !entries.is_empty() => entries[pick] = want(&format!("relics/silently{fresh}")),
        6 => *ledger = ledger.issue(Issue::All, entries).0,
        7 => {
            *ledger = ledger
                .retire(&some_code, None, &|_| true)
                .unwrap_or_else(|_| ledger.clone())
        }
        8 => *ledger = ledger.restore(&some_code).unwrap_or_else(|_| ledger.clone()),
        _ => {}
    }
    None
}

#[test]
fn no_history_loses_an_issued_code_or_gives_it_to_another_key() {
    let mut refused = 0;
    for seed in 1..60 {
        let mut dice = Dice(seed * 7919);
        let (mut ledger, mut entries, mut fresh) = (empty(), Vec::new(), 0);
        let mut clerk = Clerk::new();
        for _ in 0..60 {
            let kept = (ledger.clone(), entries.clone());
            let rename = step(&mut dice, &mut ledger, &mut entries, &mut fresh);
            let (next, _, found) = ledger.reconcile(&entries, &payload);
            if has_errors(&found, Strictness::default()) {
                refused += 1;
                (ledger, entries) = kept;
                continue;
            }
            // Through the file, as between two builds.
            let (read, found) = Ledger::parse(&Arc::from("codes.lock"), &next.to_text());
            assert_eq!(found, vec![]);
            ledger = read;
            if let Some((old, new)) = rename {
                for key in clerk.values_mut().filter(|key| **key == old) {
                    key.clone_from(&new);
                }
            }
            for (code, key) in &clerk {
                let row = ledger
                    .get(code)
                    .unwrap_or_else(|| panic!("{code} of {key} is gone (seed {seed})"));
                assert_eq!((&row.key, &row.payload), (key, &payload(code)), "seed {seed}");
                assert!(row.status.is_printed());
            }
            for row in ledger.rows().filter(|row| row.status.is_printed()) {
                clerk.insert(row.code.clone(), row.key.clone());
            }
            for entry in &entries {
                let living = ledger
                    .codes_of(&entry.key)
                    .filter(|row| row.status != Status::Retired)
                    .count();
                assert!(living >= 1, "{} (seed {seed})", entry.key);
            }
        }
        assert!(!clerk.is_empty());
    }
    assert!(refused > 100, "the histories must try what is forbidden");
}
