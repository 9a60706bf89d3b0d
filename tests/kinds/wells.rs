//! A kind of a site's own whose parts have codes, and mistakes in its file.
//!
//! Entry point: the tests. Invariant: a mistake is told once, where it stands, and entries are judged by what is right.

use super::support::{Site, numbers};

const WELL: &str = "folder: wells
label: { vi: Giếng, en: Well }
plural: { vi: Giếng, en: Wells }
url: { vi: gieng, en: wells }
fields:
  - { name: depth, type: integer, label: { vi: Sâu, en: Depth } }
  - name: stops
    type: group
    many: true
    codes: true
    label: { vi: Chặng, en: Stops }
    fields:
      - { name: id, type: line, required: true, label: { vi: Mã, en: Id } }
      - { name: title, type: line, required: true, label: { vi: Tên, en: Title } }
  - { name: use, type: choice, required: true, label: { vi: Dùng, en: Use }, choices: [ { key: drink, vi: uống, en: drinking } ] }
";

const WELL_ENTRY: &str = "title: { vi: Giếng làng, en: Village well }
summary: { vi: Giếng cổ, en: An old well }
depth: 5
stops:
  - { id: thanh, title: Gạch 1 }
use: drink
";

/// A site with two wells.
fn wells(kind: &str) -> Site {
    let site = Site::new("wells").with("content/kinds/well.yaml", kind);
    let second = WELL_ENTRY.replace("làng", "chùa").replace("Village", "Pagoda");
    site.with("content/wells/a/entry.yaml", WELL_ENTRY)
        .with("content/wells/b/entry.yaml", second)
}

#[test]
fn a_mistake_in_a_kind_file_is_told_once_and_not_in_each_entry() {
    assert_eq!(numbers(&wells(WELL).check()), [0_u16; 0]);
    for (right, wrong, code) in [
        ("type: integer", "type: intger", 308),
        ("integer, label", "integer, lable", 306),
        ("name: depth, ", "", 812),
        ("Depth } }", "Depth }", 205),
        ("    many: true", "\tmany: true", 201),
        ("   type: group", "  type: group", 214),
        ("id, type: line", "id, type: lien", 308),
        ("folder: wells", "folder: \"wells", 202),
        ("folder: wells", "folder: Giếng", 806),
        ("folder: wells\n", "", 811),
        ("fields:\n  - { name", "fields\n  - { name", 213),
        (
            "choices: [ { key: drink, vi: uống, en: drinking } ]",
            "choices: []",
            846,
        ),
    ] {
        assert!(WELL.contains(right), "{right}");
        let found = wells(&WELL.replacen(right, wrong, 1)).check();
        assert_eq!(numbers(&found), [code], "{wrong}: {found:#?}");
        assert!(
            found[0]
                .place
                .as_ref()
                .is_some_and(|place| place.file.ends_with("well.yaml"))
        );
    }
}

#[test]
fn what_a_kind_file_says_rightly_still_judges_its_entries() {
    let site = wells(&WELL.replace("type: integer", "type: intger"));
    let entry = WELL_ENTRY.replace("use: drink", "use: wash\nused: 1");
    let found = site.with("content/wells/a/entry.yaml", entry).check();
    let mut codes = numbers(&found);
    codes.sort_unstable();
    assert_eq!(codes, [307, 308, 309]);
}

#[test]
fn a_part_whose_title_is_a_line_has_its_code_and_is_called_by_it() {
    let built = wells(WELL).build_well();
    let row = built.ledger.lines().find(|line| line.contains("\twells/a#thanh\t"));
    let code = row.and_then(|row| row.split('\t').next()).expect("a code of the part");
    let page = built.text(&format!("{code}/index.html"));
    assert!(page.contains("<title>Gạch 1"), "{page}");
    for list in ["en/codes/index.html", "vi/ma-qr/index.html"] {
        assert!(built.text(list).contains(">Gạch 1</a>"), "{list}");
    }
}
