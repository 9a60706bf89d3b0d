//! Who names an entry by code, key or title means that one and no other.
//!
//! Entry point: the tests. Invariant: where nothing is meant exactly, nothing is issued, retired or drawn.

use super::site::Site;

fn site(name: &str) -> Site {
    let site = Site::tiny(name);
    site.built(&[]);
    site
}

#[test]
fn a_code_a_title_and_a_key_issue_the_code_of_their_entry() {
    for typed in [
        "CODE",
        "relics/den-ha",
        "content/relics/den-ha/",
        "Đền Hạ",
        "đền hạ",
        "Lower Temple",
    ] {
        let site = site("asked-issue");
        let code = site.code("relics/den-ha");
        let typed = if typed == "CODE" { &code } else { typed };
        let run = site.vanbia(&["codes", "issue", typed, "--lang", "en"]).ends(0);
        run.says(&[&code, "relics/den-ha"]);
        let ledger = site.read("content/codes.lock");
        assert_eq!(ledger.matches("\tissued\t").count(), 1, "{typed}: {ledger}");
        assert!(
            ledger.contains(&format!("{code}\trelics/den-ha\tissued")),
            "{typed}: {ledger}"
        );
    }
}

#[test]
fn what_means_no_entry_changes_nothing_and_names_no_far_one() {
    let site = site("asked-nothing");
    site.vanbia(&["codes", "issue"]).ends(0);
    let ledger = site.read("content/codes.lock");
    for (command, typed) in [
        ("issue", "999999"),
        ("issue", "Nhà văn hóa"),
        ("retire", "relics/chua-lang-ben"),
        ("restore", "999999"),
    ] {
        let run = site.vanbia(&["codes", command, typed, "--lang", "en"]).ends(2);
        let run = run.says(&["vanbia codes list"]);
        assert!(!run.err.contains("is it"), "{}", run.err);
    }
    site.vanbia(&["codes", "retire", "relics/den-he", "--lang", "en"])
        .ends(2)
        .says(&["VB0629", "is it «relics/den-ha»?"]);
    assert_eq!(site.read("content/codes.lock"), ledger);
}

#[test]
fn a_key_or_a_title_retires_and_restores_the_only_code_of_its_entry() {
    let site = site("asked-retire");
    site.vanbia(&["codes", "issue"]).ends(0);
    let code = site.code("relics/den-ha");
    site.vanbia(&["codes", "retire", "Đền Hạ", "--successor", "Đền Hổ", "--lang", "en"])
        .ends(0)
        .says(&[&code, "relics/den-ha – Đền Hạ", "«relics/den-ho»"]);
    let ledger = site.read("content/codes.lock");
    assert!(ledger.contains(&format!("{code}\trelics/den-ha\tretired")), "{ledger}");
    site.vanbia(&["codes", "restore", "relics/den-ha", "--lang", "en"])
        .ends(0)
        .says(&[&code, "relics/den-ha – Đền Hạ"]);
    assert!(
        site.read("content/codes.lock")
            .contains(&format!("{code}\trelics/den-ha\tissued"))
    );
}

#[test]
fn a_title_of_two_entries_names_both() {
    let site = Site::tiny("asked-two");
    site.relic("den-ha-2", "Đền Hạ", None, 4);
    site.built(&[]);
    for command in [&["codes", "issue"][..], &["signs"]] {
        let args = [command, &["Đền Hạ", "--lang", "en"]].concat();
        site.vanbia(&args)
            .ends(2)
            .says(&["VB0642", "«relics/den-ha»", "«relics/den-ha-2»"]);
    }
    assert!(!site.read("content/codes.lock").contains("\tissued\t"));
}

#[test]
fn signs_are_drawn_for_a_title_and_for_a_code() {
    let site = site("asked-signs");
    let out = site.root.join("out.svg");
    let out = out.to_string_lossy();
    let code = site.code("relics/den-ha");
    for typed in ["đền hạ", &code] {
        site.vanbia(&["signs", typed, "--lang", "en", "--to", &out])
            .ends(0)
            .says(&["relics/den-ha – Đền Hạ"]);
        assert!(site.read("out.signs.json").contains(&code));
        assert_eq!(site.read("out.signs.json").matches("\"serial\"").count(), 1);
    }
}

#[test]
fn a_lock_of_which_git_left_two_versions_is_not_written_over() {
    let site = site("asked-torn");
    let torn = "<<<<<<< HEAD\nrelics/a\ten\t1\n=======\nrelics/b\ten\t2\n>>>>>>> other\n";
    site.write("content/translations.lock", torn);
    let run = site.vanbia(&["check", "--translated", "relics/den-ha"]).ends(1);
    run.says(&["VB0251"]);
    assert_eq!(site.read("content/translations.lock"), torn);
}

#[test]
fn a_copy_of_the_ledger_is_joined_by_the_way_that_its_message_names() {
    let site = site("asked-copy");
    let copy = site.read("content/codes.lock").replace("\treserved\t", "\tissued\t");
    site.write("content/codes (1).lock", &copy);
    site.vanbia(&["check"])
        .says(&["codes merge \"content/codes (1).lock\""]);
    site.vanbia(&["codes", "merge", "content/codes (1).lock"]).ends(0);
    assert!(!site.read("content/codes.lock").contains("\treserved\t"));
}
