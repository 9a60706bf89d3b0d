//! Mistakes that concern several lines of a file, or all of them.
//!
//! Entry point: the tests. Invariant: each is told once, and the lines that are shown are right.

use super::*;

/// What is read of the lines that an answer shows: the finished lines must be without any finding.
fn finished(text: &str, code: u16) -> String {
    let all = said(text);
    let [(number, .., help)] = &all[..] else {
        return format!("{text:?}: {all:?}");
    };
    assert_eq!(*number, code, "{text:?}");
    let form = help.split_once("Ví dụ viết đúng:\n").map_or("", |(_, form)| form);
    assert_eq!(said(&format!("{form}\n")), [], "{form}");
    form.to_string()
}

const RELIC: &str = "title: { vi: Đền Hạ, en: Ha Temple }\nsummary: Ngôi đền\ntypes: [historical]\n";
const OTHER: &str = "title: { vi: Đình Thổ Hà, en: Tho Ha House }\nsummary: Ngôi đình\ntypes: [scenic]\n";

#[test]
fn two_entries_in_one_file_are_told_once_with_the_folder_of_the_second() {
    for (text, line) in [(format!("{RELIC}---\n{OTHER}"), 4), (format!("{RELIC}{OTHER}"), 4)] {
        let all = said(&text);
        let [(246, at, 1, help)] = &all[..] else {
            panic!("{text}: {all:?}")
        };
        assert_eq!(*at, line);
        assert!(help.contains("relics/dinh-tho-ha/entry.yaml"), "{help}");
        assert_eq!(help.contains("---"), text.contains("---"), "{help}");
        let doc = Document::new("relics/x/entry.yaml", text.as_str());
        let (node, _) = read(&doc);
        assert_eq!(node.pairs().len(), 3);
        assert_eq!(node.get("summary").and_then(Node::scalar), Some("Ngôi đền"));
    }
}

#[test]
fn a_part_that_is_no_entry_is_told_as_before() {
    let codes = |text: &str| said(text).iter().map(|(code, ..)| *code).collect::<Vec<_>>();
    assert_eq!(codes(&format!("{RELIC}---\nNgôi đền nằm ở cuối làng.\n")), [222]);
    assert_eq!(codes(&format!("{RELIC}title: Đền\nstatus: draft\n")), [203]);
    assert_eq!(codes(&format!("{RELIC}title: Đền\nsummary: Đền\n")), [203, 203]);
    // No file of an entry.
    let doc = Document::new("content/site.yaml", format!("{RELIC}{OTHER}"));
    assert!(read(&doc).1.iter().all(|d| d.code.number == 203));
}

#[test]
fn a_list_on_the_line_of_its_key_is_shown_whole() {
    for (text, form) in [
        ("a: - x\nb: 1\n", "a:\n  - x"),
        ("a: - x\n- y\nb: 1\n", "a:\n  - x\n  - y"),
        ("a: - x\n  - y\nb: 1\n", "a:\n  - x\n  - y"),
        ("a: - x\n     - y\n     - z\nb: 1\n", "a:\n  - x\n  - y\n  - z"),
        (
            "a: - n: 1\n     m: 2\n   - n: 3\n     m: 4\nb: 1\n",
            "a:\n  - n: 1\n    m: 2\n  - n: 3\n    m: 4",
        ),
    ] {
        assert_eq!(finished(text, 221), form, "{text:?}");
        let doc = Document::new("relics/x/entry.yaml", text);
        assert_eq!(read(&doc).0.pairs().len(), 2, "{text:?}");
    }
}
