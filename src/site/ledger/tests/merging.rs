//! Two ledgers that were written side by side become one.
//!
//! Entry point: the tests. Invariant: no printed code is lost, whichever ledger comes first.

use super::*;

#[test]
fn merging_keeps_every_printed_code_whichever_side_comes_first() {
    let a = rows(&[
        ("100001", "relics/a", "issued"),
        ("107940", "relics/b", "reserved"),
        ("275979", "relics/y", "reserved"),
        ("542514", "relics/d", "issued"),
    ]);
    let b = rows(&[
        ("100001", "relics/x", "reserved"),
        ("275979", "relics/c", "reserved"),
        ("275987", "relics/b", "issued"),
        ("542514", "relics/d", "retired"),
    ]);
    let wanted = "# vanbia codes 1\n100001\trelics/a\tissued\thttps://A.EXAMPLE/100001/\n\
        275979\trelics/c\treserved\thttps://A.EXAMPLE/275979/\n275987\trelics/b\tissued\thttps://A.EXAMPLE/275987/\n\
        542514\trelics/d\tretired\thttps://A.EXAMPLE/542514/\n";
    // A code that is in use here and retired there is told; retired here, it stays so.
    for (one, other, told) in [(&a, &b, vec![677]), (&b, &a, vec![])] {
        let (merged, found) = one.merge(other);
        assert_eq!(numbers(&found), told);
        assert_eq!(merged.to_text(), wanted);
    }
    // The two keys that lost a reserved code get one at the next build.
    let keys = wants(&["relics/a", "relics/b", "relics/c", "relics/d", "relics/x", "relics/y"]);
    let next = built(&a.merge(&b).0, &keys);
    assert!(
        ["relics/x", "relics/y"]
            .iter()
            .all(|key| next.codes_of(key).count() == 1)
    );
}

#[test]
fn merging_names_what_only_a_person_can_decide() {
    let a = rows(&[("100001", "relics/a", "issued"), ("275979", "relics/k", "issued")]);
    let b = rows(&[("542514", "relics/a", "issued"), ("275979", "relics/l", "retired")]);
    let (merged, found) = a.merge(&b);
    assert_eq!(numbers(&found), [625, 624]);
    let message = found[1].message(Speech::En);
    assert!(message.contains("100001") && message.contains("542514"), "{message}");
    assert_eq!(merged.codes_of("relics/a").count(), 2);
    let moved = b.to_text().replace("A.EXAMPLE/542514", "B.EXAMPLE/542514");
    let (moved, _) = Ledger::parse(&Arc::from("other"), &moved);
    assert_eq!(numbers(&b.merge(&moved).1), [626]);
    assert_eq!(b.merge(&b).1, vec![]);
}

#[test]
fn merging_follows_a_rename_that_only_one_side_knows() {
    let ledger = issued(&["relics/a"]);
    let renamed = built(&ledger, &[renamed("relics/b", &["relics/a"])]);
    for (one, other) in [(&ledger, &renamed), (&renamed, &ledger)] {
        let (merged, found) = one.merge(other);
        assert_eq!((merged.to_text(), found), (renamed.to_text(), vec![]));
    }
}

#[test]
fn a_code_that_only_the_other_ledger_retired_is_retired_and_told() {
    let ledger = |status: &str| rows(&[("275979", "relics/a", status)]);
    let (merged, found) = ledger("issued").merge(&ledger("retired"));
    assert_eq!(merged.get("275979").map(|row| row.status), Some(Status::Retired));
    assert_eq!(numbers(&found), [677]);
    assert_eq!(ledger("retired").merge(&ledger("issued")).1, vec![]);
    assert_eq!(ledger("reserved").merge(&ledger("retired")).1, vec![]);
}

#[test]
fn what_is_retired_on_one_side_stands_in_nobodys_way() {
    let a = rows(&[("100001", "relics/a", "retired")]);
    let b = rows(&[("275979", "relics/a", "issued")]);
    for (one, other) in [(&a, &b), (&b, &a)] {
        let (merged, found) = one.merge(other);
        assert_eq!((merged.codes_of("relics/a").count(), found), (2, vec![]));
    }
}

#[test]
fn earlier_names_that_both_sides_know_are_noted_once() {
    let ledger = |key: &str, former: &str| {
        let text = format!("{FIRST_LINE}\n275979\t{key}\tissued\t{}\t{former}\n", payload("275979"));
        Ledger::parse(&Arc::from("codes.lock"), &text).0
    };
    let former = |merged: &(Ledger, Diagnostics)| merged.0.get("275979").unwrap().former.join(",");
    let here = ledger("relics/c", "relics/a,relics/b");
    assert_eq!(
        former(&here.merge(&ledger("relics/c", "relics/b,relics/d"))),
        "relics/a,relics/b,relics/d"
    );
    // Renamed back there: the name of today is no earlier one.
    assert_eq!(
        former(&ledger("relics/c", "relics/a").merge(&ledger("relics/a", "relics/c"))),
        "relics/c"
    );
}
