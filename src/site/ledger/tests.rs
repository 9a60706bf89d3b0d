//! The ledger's rules, one by one, and all of them under random histories.
//!
//! Entry point: the tests. Invariant: every expected code was worked out by a second program.

mod histories;
mod merging;
mod published;

use super::*;
use crate::diag::{Diagnostics, Speech, Strictness, has_errors};

fn empty() -> Ledger {
    Ledger::empty(&Arc::from("content/codes.lock"))
}

fn want(key: &str) -> Wanted {
    let title = vec![
        ("vi".to_string(), format!("Tên {key}")),
        ("en".to_string(), format!("Name {key}")),
    ];
    Wanted {
        key: key.to_string(),
        former: Vec::new(),
        titles: title,
        alive: true,
        place: None,
    }
}

fn wants(keys: &[&str]) -> Vec<Wanted> {
    keys.iter().map(|key| want(key)).collect()
}

fn renamed(key: &str, former: &[&str]) -> Wanted {
    Wanted {
        former: former.iter().map(ToString::to_string).collect(),
        ..want(key)
    }
}

fn payload(code: &str) -> String {
    format!("https://A.EXAMPLE/{code}/")
}

fn numbers(found: &Diagnostics) -> Vec<u16> {
    found.iter().map(|d| d.code.number).collect()
}

fn built(ledger: &Ledger, wanted: &[Wanted]) -> Ledger {
    let (next, _, found) = ledger.reconcile(wanted, &payload);
    assert!(!has_errors(&found, Strictness::default()), "{found:?}");
    next
}

/// A ledger with these keys, all issued.
fn issued(keys: &[&str]) -> Ledger {
    let wanted = wants(keys);
    built(&empty(), &wanted).issue(Issue::All, &wanted).0
}

/// A ledger with these codes, keys and statuses.
fn rows(lines: &[(&str, &str, &str)]) -> Ledger {
    let text: String = lines
        .iter()
        .map(|(code, key, status)| format!("{code}\t{key}\t{status}\t{}\n", payload(code)))
        .collect();
    let (ledger, found) = Ledger::parse(&Arc::from("codes.lock"), &format!("{FIRST_LINE}\n{text}"));
    assert_eq!(found, vec![]);
    ledger
}

fn code(ledger: &Ledger, key: &str) -> String {
    ledger
        .codes_of(key)
        .next()
        .unwrap_or_else(|| panic!("no code for {key}"))
        .code
        .clone()
}

#[test]
fn new_entries_get_codes_that_two_laptops_agree_on() {
    let first = built(&empty(), &wants(&["relics/e777", "relics/e965", "relics/chua-bo-da"]));
    let second = built(&empty(), &wants(&["relics/chua-bo-da", "relics/e965", "relics/e777"]));
    assert_eq!(first.to_text(), second.to_text());
    assert_eq!(code(&first, "relics/chua-bo-da"), "542514");
    // Both keys begin at one number; the first in byte order has it.
    assert_eq!(code(&first, "relics/e777"), "275979");
    assert_eq!(code(&first, "relics/e965"), "275987");
    let told = |(_, changes, _): (Ledger, Vec<Change>, Diagnostics)| changes;
    let (code_of, key) = ("542514".to_string(), "relics/chua-bo-da".to_string());
    let one = told(empty().reconcile(&wants(&["relics/chua-bo-da"]), &payload));
    assert_eq!(one, [Change::Reserved { code: code_of, key }]);
    let row = first.get("542514").unwrap();
    assert_eq!(
        (row.status, row.payload.as_str()),
        (Status::Reserved, "https://A.EXAMPLE/542514/")
    );
}

#[test]
fn the_same_entry_added_to_one_ledger_on_two_laptops_gets_one_code() {
    let common = issued(&["relics/a", "relics/b"]);
    let here = built(&common, &wants(&["relics/a", "relics/b", "relics/new"]));
    let there = built(&common, &wants(&["relics/new", "relics/b", "relics/a", "streets/x"]));
    assert_eq!(code(&here, "relics/new"), code(&there, "relics/new"));
    let (merged, found) = here.merge(&there);
    assert_eq!(found, vec![]);
    assert_eq!(merged.to_text(), there.to_text());
}

#[test]
fn reconciling_again_changes_nothing() {
    let wanted = wants(&["relics/a", "relics/a#gate", "relics/b"]);
    let once = built(&empty(), &wanted)
        .issue(Issue::Keys(&["relics/a".to_string()]), &wanted)
        .0;
    let (twice, changes, found) = once.reconcile(&wanted, &payload);
    assert_eq!((changes, found), (vec![], vec![]));
    assert_eq!(twice.to_text(), once.to_text());
}

#[test]
fn a_reserved_row_goes_with_its_entry_and_says_so() {
    let ledger = built(&empty(), &wants(&["relics/a", "relics/b"]));
    let (next, changes, found) = ledger.reconcile(&wants(&["relics/a"]), &payload);
    assert_eq!(numbers(&found), [610]);
    assert!(!has_errors(
        &found,
        Strictness {
            release: true,
            strict: true
        }
    ));
    let dropped = code(&ledger, "relics/b");
    assert_eq!(
        changes,
        [Change::Dropped {
            code: dropped.clone(),
            key: "relics/b".to_string()
        }]
    );
    assert!(next.get(&dropped).is_none());
}

#[test]
fn an_issued_row_survives_its_entry_and_the_ways_out_are_named() {
    let ledger = issued(&["relics/a", "relics/b"]);
    let text = ledger.to_text();
    let (ledger, _) = Ledger::parse(&Arc::from("content/codes.lock"), &text);
    let (next, _, found) = ledger.reconcile(&wants(&["relics/a"]), &payload);
    assert_eq!(numbers(&found), [611]);
    let lost = code(&ledger, "relics/b");
    let help = found[0].help(Speech::En);
    assert!(
        help.contains("formerly: [relics/b]") && help.contains(&format!("codes retire {lost}")),
        "{help}"
    );
    let place = found[0].place.as_ref().unwrap();
    let line = text.lines().nth(place.line as usize - 1).unwrap();
    assert_eq!(place.text, line);
    assert!(line.starts_with(&lost));
    assert_eq!(code(&next, "relics/b"), lost);
}

#[test]
fn a_likely_new_name_is_suggested() {
    let ledger = issued(&["relics/a"]);
    let moved = Wanted {
        titles: want("relics/a").titles,
        ..want("relics/z")
    };
    let found = ledger.reconcile(&[moved, want("relics/y")], &payload).2;
    assert_eq!(numbers(&found), [612]);
    assert!(found[0].message(Speech::En).contains("relics/z"));
    let found = ledger.reconcile(&wants(&["articles/a", "relics/y"]), &payload).2;
    assert!(found[0].message(Speech::En).contains("articles/a"));
}

#[test]
fn formerly_moves_rows_with_their_parts_and_successors() {
    let keys = ["relics/a", "relics/a#gate", "relics/ab", "relics/c"];
    let ledger = issued(&keys);
    let before: Vec<String> = keys.iter().map(|key| code(&ledger, key)).collect();
    let ledger = ledger.retire(&before[3], Some("relics/a"), &|_| true).unwrap();
    let wanted = [
        renamed("relics/new", &["relics/a"]),
        want("relics/new#gate"),
        want("relics/ab"),
    ];
    let (next, changes, found) = ledger.reconcile(&wanted, &payload);
    assert_eq!(found, vec![]);
    assert_eq!(code(&next, "relics/new"), before[0]);
    assert_eq!(code(&next, "relics/new#gate"), before[1]);
    assert_eq!(code(&next, "relics/ab"), before[2]);
    assert_eq!(next.get(&before[0]).unwrap().former, ["relics/a"]);
    assert_eq!(next.get(&before[3]).unwrap().successor.as_deref(), Some("relics/new"));
    assert_eq!(
        changes
            .iter()
            .filter(|change| matches!(change, Change::Moved { .. }))
            .count(),
        2
    );
    assert_eq!(next.get(&before[0]).unwrap().titles, want("relics/new").titles);
    // Renamed again, with the whole history in `formerly`.
    let wanted = [
        renamed("relics/newer", &["relics/new", "relics/a"]),
        want("relics/newer#gate"),
        want("relics/ab"),
    ];
    let last = built(&next, &wanted);
    assert_eq!(last.get(&before[0]).unwrap().former, ["relics/a", "relics/new"]);
}

#[test]
fn a_new_name_that_was_given_a_code_too_soon_keeps_the_printed_one() {
    let ledger = issued(&["relics/a"]);
    let printed = code(&ledger, "relics/a");
    let (hasty, _, found) = ledger.reconcile(&wants(&["relics/b"]), &payload);
    assert_eq!(numbers(&found), [611]);
    let next = built(&hasty, &[renamed("relics/b", &["relics/a"])]);
    assert_eq!(
        next.codes_of("relics/b")
            .map(|row| row.code.clone())
            .collect::<Vec<_>>(),
        [printed]
    );
}

#[test]
fn two_entries_that_became_one_keep_both_codes_and_signs_use_its_own() {
    let ledger = issued(&["relics/a", "relics/b"]);
    let (a, b) = (code(&ledger, "relics/a"), code(&ledger, "relics/b"));
    let next = built(&ledger, &[renamed("relics/b", &["relics/a"])]);
    let codes: Vec<_> = next.codes_of("relics/b").map(|row| row.code.clone()).collect();
    assert_eq!(codes, [b, a]);
}

#[test]
fn a_formerly_that_still_exists_or_is_claimed_twice_is_refused() {
    let ledger = issued(&["relics/a"]);
    let (next, _, found) = ledger.reconcile(&[want("relics/a"), renamed("relics/b", &["relics/a"])], &payload);
    assert_eq!(numbers(&found), [614]);
    assert_eq!(next.get(&code(&ledger, "relics/a")).unwrap().key, "relics/a");
    let both = [
        renamed("relics/c", &["relics/a"]),
        renamed("relics/b", &["relics/a", "relics/b"]),
    ];
    let found = ledger.reconcile(&both, &payload).2;
    assert_eq!(numbers(&found), [615, 614]);
    assert!(found[0].message(Speech::En).contains("«relics/b» and «relics/c»"));
}

#[test]
fn another_base_address_moves_reserved_rows_and_is_refused_for_issued_ones() {
    let wanted = wants(&["relics/a", "relics/b", "relics/c"]);
    let ledger = built(&empty(), &wanted)
        .issue(Issue::Keys(&["relics/a".into(), "relics/b".into()]), &wanted)
        .0;
    let other = |code: &str| format!("https://B.EXAMPLE/{code}/");
    let (next, _, found) = ledger.reconcile(&wanted, &other);
    assert!(found.is_empty(), "{found:?}");
    let found = ledger.payload_changes(&other, &[]);
    assert_eq!(numbers(&found), [613]);
    let message = found[0].message(Speech::En);
    assert!(
        message.starts_with("printed codes that would stop working: 2;") && message.contains("https://A.EXAMPLE/"),
        "{message}"
    );
    assert_eq!(
        next.get(&code(&next, "relics/a")).unwrap().payload,
        payload(&code(&next, "relics/a"))
    );
    assert_eq!(
        next.get(&code(&next, "relics/c")).unwrap().payload,
        other(&code(&next, "relics/c"))
    );
    let help = found[0].help(Speech::En);
    assert!(help.ends_with("former_base_urls: https://a.example/"), "{help}");
    assert_eq!(ledger.payload_changes(&payload, &[]), vec![]);
    // An earlier address of the site that still leads here, and one that is another.
    assert_eq!(ledger.payload_changes(&other, &[&payload]), vec![]);
    let third = |code: &str| format!("https://C.EXAMPLE/{code}/");
    assert_eq!(numbers(&ledger.payload_changes(&other, &[&third])), [613]);
}

#[test]
fn a_withdrawn_entry_keeps_its_codes_and_gets_no_new_one() {
    let withdrawn = |key: &str| Wanted {
        alive: false,
        ..want(key)
    };
    let ledger = built(&issued(&["relics/a"]), &wants(&["relics/a", "relics/b"]));
    let wanted = [withdrawn("relics/a"), withdrawn("relics/b"), withdrawn("relics/c")];
    let (next, changes, found) = ledger.reconcile(&wanted, &payload);
    assert_eq!((changes, found), (vec![], vec![]));
    assert_eq!(next.codes_of("relics/c").count(), 0);
    let (after, changes, _) = next.issue(Issue::All, &wanted);
    assert_eq!((changes, after.to_text()), (vec![], next.to_text()));
}

#[test]
fn retiring_and_restoring() {
    let ledger = issued(&["relics/a", "relics/b"]);
    let (a, b) = (code(&ledger, "relics/a"), code(&ledger, "relics/b"));
    let retired = ledger.retire(&a, Some("relics/b"), &|_| true).unwrap();
    // Its entry may go now; a living entry would get another code.
    assert_eq!(retired.reconcile(&wants(&["relics/b"]), &payload).2, vec![]);
    let again = built(&retired, &wants(&["relics/a", "relics/b"]));
    let codes: Vec<_> = again.codes_of("relics/a").map(|row| row.status).collect();
    assert_eq!(codes, [Status::Reserved, Status::Retired]);
    let mut left = numbers(&retired.reconcile(&wants(&["relics/a"]), &payload).2);
    left.sort_unstable();
    assert_eq!(left, [611, 616]);
    assert_eq!(retired.restore(&a).unwrap().to_text(), ledger.to_text());
    assert_eq!(ledger.restore(&a).unwrap_err().code.number, 622);
    assert_eq!(ledger.retire("100001", None, &|_| true).unwrap_err().code.number, 620);
    assert_eq!(
        ledger
            .retire(&a, Some("relics/zz"), &|_| false)
            .unwrap_err()
            .code
            .number,
        629
    );
    // An entry that is new gets its code by a build, which fails as long as the printed one leads nowhere.
    let onward = ledger.retire(&a, Some("relics/new"), &|_| true).unwrap();
    assert_eq!(
        onward.reconcile(&wants(&["relics/b", "relics/new"]), &payload).2,
        vec![]
    );
    let reserved = built(&empty(), &wants(&["relics/a"]));
    assert_eq!(reserved.retire(&a, None, &|_| true).unwrap_err().code.number, 621);
    assert!(
        ledger
            .retire(&b, None, &|_| true)
            .unwrap()
            .get(&b)
            .unwrap()
            .successor
            .is_none()
    );
    let again = retired.retire(&a, None, &|_| true).unwrap();
    assert_eq!(again.get(&a).unwrap().successor.as_deref(), Some("relics/b"));
}

#[test]
fn issuing_an_unknown_key_names_the_nearest() {
    let wanted = wants(&["relics/chua-bo-da", "relics/den-ha"]);
    let ledger = built(&empty(), &wanted);
    let (next, changes, found) = ledger.issue(Issue::Keys(&["relics/den-hạ".to_string()]), &wanted);
    assert_eq!((numbers(&found), changes.len()), (vec![629], 0));
    assert!(found[0].help(Speech::Vi).contains("relics/den-ha"));
    assert_eq!(next.to_text(), ledger.to_text());
}

#[test]
fn from_thirty_thousand_rows_on_new_codes_have_seven_digits() {
    let keys: Vec<String> = (0..30_001).map(|i| format!("relics/e{i:05}")).collect();
    let wanted: Vec<Wanted> = keys
        .iter()
        .map(|key| Wanted {
            titles: Vec::new(),
            ..want(key)
        })
        .collect();
    let ledger = built(&empty(), &wanted);
    let lengths: Vec<usize> = ledger.rows().map(|row| row.code.len()).collect();
    assert_eq!(lengths.iter().filter(|length| **length == 6).count(), 30_000);
    assert_eq!(lengths.last(), Some(&7));
    assert_eq!(code(&ledger, "relics/e30000").len(), 7);
    assert!(ledger.rows().all(|row| crate::qr::check_digit::is_valid(&row.code)));
    let (read, found) = Ledger::parse(&Arc::from("codes.lock"), &ledger.to_text());
    assert_eq!((read.to_text() == ledger.to_text(), found), (true, vec![]));
}

#[test]
fn a_renamed_folder_of_a_kind_is_one_mistake_that_names_both() {
    let ledger = issued(&["relics/a", "relics/b", "relics/c#x", "streets/s"]);
    let moved = wants(&["monuments/a", "monuments/b", "monuments/c#x", "streets/s"]);
    let (_, _, found) = ledger.reconcile(&moved, &payload);
    assert_eq!(numbers(&found), [619]);
    let said = found[0].message(Speech::En);
    assert!(
        said.contains("«relics»") && said.contains("«monuments»") && said.contains('3'),
        "{said}"
    );
    // Codes that were retired one by one are not missed.
    let both = ["relics/a", "relics/b"];
    let retired = both.iter().fold(issued(&both), |ledger, key| {
        let code = code(&ledger, key);
        ledger.retire(&code, None, &|_| true).unwrap()
    });
    assert_eq!(
        retired.reconcile(&wants(&["monuments/a", "monuments/b"]), &payload).2,
        vec![]
    );
    // One entry alone that went elsewhere is an entry that was renamed, and so is a folder that still has others.
    let (_, _, found) = issued(&["relics/a"]).reconcile(&wants(&["monuments/a"]), &payload);
    assert_eq!(numbers(&found), [612]);
    let some = wants(&["monuments/a", "monuments/b", "relics/c#x", "streets/s"]);
    assert_eq!(numbers(&ledger.reconcile(&some, &payload).2), [612, 612]);
    // With the old names written down nothing is lost.
    let former = [
        renamed("monuments/a", &["relics/a"]),
        renamed("monuments/b", &["relics/b"]),
    ];
    let former = [
        &former[..],
        &[renamed("monuments/c", &["relics/c"])],
        &wants(&["monuments/c#x", "streets/s"]),
    ]
    .concat();
    let (next, _, found) = ledger.reconcile(&former, &payload);
    assert!(!has_errors(&found, Strictness::default()), "{found:?}");
    assert_eq!(code(&next, "monuments/c#x"), code(&ledger, "relics/c#x"));
}
