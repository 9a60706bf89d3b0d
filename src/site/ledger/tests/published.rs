//! The list of codes that a published site carries, and what it gives back to a ledger that lost some.
//!
//! Entry point: the tests. Invariant: what was published counts as printed.

use super::*;

#[test]
fn codes_json_carries_every_row_and_all_that_it_holds() {
    let text = "# vanbia codes 1\n100001\trelics/b\tissued\thttps://A.EXAMPLE/100001/\trelics/a,relics/c\tvi=Đền \\| \\\\ \"Hạ\"\\n|en=x\n\
        735195\trelics/c#x\tretired\thttps://A.EXAMPLE/735195/\t\t\trelics/b\tnew\t\tlast\n542514\trelics/d\treserved\thttps://A.EXAMPLE/542514/\t\t\t\tnew\n";
    let (ledger, found) = Ledger::parse(&Arc::from("codes.lock"), text);
    assert_eq!(found, vec![]);
    let json = ledger.codes_json();
    let read = parse_codes_json(&json).unwrap();
    assert_eq!(read, ledger.rows().cloned().collect::<Vec<_>>());
    let (recovered, found) = empty().recover(&read);
    assert_eq!((recovered.to_text(), found), (ledger.to_text(), vec![]));
    assert_eq!(parse_codes_json(&empty().codes_json()).unwrap(), vec![]);
}

#[test]
fn a_published_file_that_is_no_list_of_codes_is_refused() {
    let untitled = rows(&[("275979", "relics/a", "issued")]);
    let good = untitled.codes_json();
    let with = |more: &str| good.replace("\"payload\":", &format!("{more},\"payload\":"));
    let sound = with("\"former\":[\"relics/b\",\"relics/c\"],\"extra\":[\"x\"],\"titles\":{\"vi-x1\":\"x\"}");
    assert_eq!(parse_codes_json(&sound).unwrap().len(), 1);
    let broken = [
        String::new(),
        "{}".to_string(),
        "<html>".to_string(),
        good.replace("codes 1", "codes 2"),
        good.replace("issued", "printed"),
        good.replace("relics/a\"", "relics/a\\t\""),
        good.replace("relics/a\"", "relics/a\\nx\""),
        good[..good.len() / 2].to_string(),
        good.replacen("\"code\":\"", "\"code\":\"1", 1),
        good.replace("relics/a\"", "\""),
        with("\"former\":[\"relics/b,relics/c\"]"),
        with("\"extra\":[\"x\\ty\"]"),
        with("\"titles\":{\"v|i\":\"x\"}"),
        with("\"titles\":{\"\":\"x\"}"),
    ];
    for text in broken {
        assert_eq!(parse_codes_json(&text).unwrap_err().code.number, 627, "{text}");
    }
}

#[test]
fn a_ledger_that_lost_issued_codes_is_noticed_and_recovered() {
    let keys = ["relics/a", "relics/b", "relics/c"];
    let whole = issued(&keys);
    let published = parse_codes_json(&whole.codes_json()).unwrap();
    assert_eq!(whole.missing_from(&published, "output"), vec![]);
    // Deleted and built afresh: the same codes, but nobody knows that they are printed.
    let fresh = built(&empty(), &wants(&keys));
    let found = fresh.missing_from(&published, "output");
    assert_eq!(numbers(&found), [618]);
    assert!(found[0].message(Speech::En).contains("the ledger lacks: 3,"));
    let (recovered, found) = fresh.recover(&published);
    assert_eq!((recovered.to_text(), found), (whole.to_text(), vec![]));
    // A retired code that was restored since the site was published stays restored.
    let a = code(&whole, "relics/a");
    let old = parse_codes_json(&whole.retire(&a, None, &|_| true).unwrap().codes_json()).unwrap();
    assert_eq!(whole.recover(&old).0.to_text(), whole.to_text());
}

#[test]
fn a_code_given_to_another_entry_is_noticed_but_a_rename_is_not() {
    let whole = issued(&["relics/a"]);
    let published = parse_codes_json(&whole.codes_json()).unwrap();
    let a = code(&whole, "relics/a");
    let stolen = rows(&[(a.as_str(), "relics/b", "issued")]);
    let found = stolen.missing_from(&published, "output");
    assert_eq!(numbers(&found), [617]);
    assert_eq!(found[0].place.as_ref().unwrap().line, 2);
    assert_eq!(numbers(&stolen.recover(&published).1), [625]);
    let moved = built(&whole, &[renamed("relics/b", &["relics/a"])]);
    assert_eq!(moved.missing_from(&published, "output"), vec![]);
}

#[test]
fn what_was_only_set_aside_there_is_not_missed_and_displaces_nothing_here() {
    let own = rows(&[("542514", "relics/a", "reserved"), ("275979", "relics/b", "reserved")]);
    let there = rows(&[
        ("100001", "relics/a", "reserved"),
        ("275979", "relics/aa", "reserved"),
        ("735195", "relics/c", "reserved"),
    ]);
    let published = parse_codes_json(&there.codes_json()).unwrap();
    assert_eq!(empty().missing_from(&published, "output"), vec![]);
    let (recovered, found) = own.recover(&published);
    let held: Vec<_> = recovered.rows().map(|row| (&*row.code, &*row.key)).collect();
    assert_eq!(
        (held, found),
        (
            vec![("275979", "relics/b"), ("542514", "relics/a"), ("735195", "relics/c")],
            vec![]
        )
    );
}
