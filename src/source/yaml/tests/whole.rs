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
        ("a: - x\n  - y\n\n  - z\n\nb: 1\n", "a:\n  - x\n  - y\n  - z"),
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

#[test]
fn a_text_with_line_breaks_between_its_quotes_is_shown_as_one_line() {
    for (text, form) in [
        (
            "a:\n  b: \"Chùa cổ,\ntrên núi.\"\n  c: 1\nd: 1\n",
            "b: \"Chùa cổ, trên núi.\"",
        ),
        ("a: \"Chùa cổ,\ntrên núi.\"\nd: 1\n", "a: \"Chùa cổ, trên núi.\""),
        (
            "a: \"Câu một.\nCâu hai \"trích\" hết.\"\nd: 1\n",
            "a: \"Câu một. Câu hai “trích” hết.\"",
        ),
        (
            "a: \"Chùa \"\"cổ\"\",\ntrên núi.\",\nd: 1\n",
            "a: \"Chùa “cổ”, trên núi.\"",
        ),
        (
            "a: { vi: \"Chùa \"\"cổ\"\",\ntrên núi.\", en: x }\nd: 1\n",
            "a: { vi: \"Chùa “cổ”, trên núi.\", en: x }",
        ),
    ] {
        assert_eq!(finished(text, 252), form, "{text:?}");
    }
}

#[test]
fn doubled_quotes_of_a_cell_are_quotes() {
    judge(&[
        ("a: \"Chùa \"\"Núi\"\" cổ\",\n", 209, 1, 11, ": \"Chùa “Núi” cổ\""),
        ("a: \"Chùa \"\"Núi\"\" cổ\"\n", 209, 1, 11, ": \"Chùa “Núi” cổ\""),
        ("a: \"Chùa \"\"Núi\"\"\"\n", 209, 1, 11, ": \"Chùa “Núi”\""),
        (
            "a: { vi: \"\"\"Núi\"\" cổ\", en: x }\n",
            209,
            1,
            12,
            "a: { vi: \"“Núi” cổ\", en: x }",
        ),
    ]);
}

#[test]
fn a_comma_behind_a_value_is_to_be_deleted_and_the_value_is_read() {
    for (text, form) in [
        ("\"a\": \"Chùa\",\nd: 1\n", "\"a\": \"Chùa\""),
        ("a: { vi: Chùa, en: x },\nd: 1\n", "a: { vi: Chùa, en: x }"),
        ("a: [x];\nd: 1\n", "a: [x]"),
    ] {
        assert_eq!(finished(text, 247), form, "{text:?}");
        let doc = Document::new("relics/x/entry.yaml", text);
        assert!(read(&doc).0.get("a").is_some_and(|node| !node.is_unread()), "{text:?}");
    }
}

#[test]
fn words_behind_a_bar_are_shown_without_it_or_below_it() {
    for (text, form) in [
        ("a: |Chùa cổ\nd: 1\n", "a: Chùa cổ"),
        ("a: |Chùa: cổ\nd: 1\n", "a: \"Chùa: cổ\""),
        ("a:\n  b: >Chùa cổ\n  c: 1\n", "b: Chùa cổ"),
        ("a: |Chùa cổ\n  trên: núi\nd: 1\n", "a: |\n  Chùa cổ\n  trên: núi"),
        ("a: |Một.\n  Hai.\n\n  Ba.\n\nd: 1\n", "a: |\n  Một.\n  Hai.\n\n  Ba."),
        ("a: |Một # ghi chú\nd: 1\n", "a: Một # ghi chú"),
        ("a: |Một # ghi chú\n  Hai\nd: 1\n", "a: | # ghi chú\n  Một\n  Hai"),
    ] {
        assert_eq!(finished(text, 248), form, "{text:?}");
    }
    judge(&[("a: |Mới| Chùa\n", 208, 1, 4, "\"|Mới| Chùa\"")]);
}

#[test]
fn a_line_break_between_braces_is_no_comma() {
    for (text, form) in [
        ("a: { vi: Chùa Bổ\n  en: Bo }\nd: 1\n", "a: { vi: Chùa Bổ,\n  en: Bo }"),
        (
            "a: {\n  vi: Chùa\n  en: Bo\n}\nd: 1\n",
            "a: {\n  vi: Chùa,\n  en: Bo\n}",
        ),
        (
            "a: { b: 1, c: { vi: Chùa;\n  en: Bo } }\nd: 1\n",
            "a: { b: 1, c: { vi: Chùa,\n  en: Bo } }",
        ),
    ] {
        assert_eq!(finished(text, 206), form, "{text:?}");
    }
}

#[test]
fn a_file_that_is_a_list_of_one_is_read_and_shown_at_the_margin() {
    let text = "- title: Đền\n  place:\n    ward: x\n  status: draft\n";
    assert_eq!(finished(text, 249), "title: Đền\nplace:\n  ward: x\nstatus: draft");
    let (node, _) = read(&Document::new("relics/x/entry.yaml", text));
    assert_eq!(node.pairs().len(), 3);
    assert_eq!(finished("- title: Đền\n", 249), "title: Đền");
}

#[test]
fn blanks_that_are_missing_behind_colons_are_shown_together() {
    for (text, form) in [
        ("a:\n  b:\"07\"\n  c:Mẫu\nd: 1\n", "  b: \"07\"\n  c: Mẫu"),
        (
            "a:\n  b:\"07\"\n  c:{ vi: Mẫu, en: x }\nd: 1\n",
            "  b: \"07\"\n  c: { vi: Mẫu, en: x }",
        ),
    ] {
        assert_eq!(finished(text, 211), form, "{text:?}");
    }
    judge(&[
        ("a:{ vi: Mẫu, en: x }\nd: 1\n", 211, 1, 2, "viết: a: { vi: Mẫu, en: x }"),
        ("a:{ vi: Mẫu }\nd: 1\n", 211, 1, 2, "viết: a: { vi: Mẫu }"),
        (
            "a: 1\nb:\n  c: 1\n  e:{ vi: Mẫu, en: x }\n",
            211,
            4,
            4,
            "viết: e: { vi: Mẫu, en: x }",
        ),
    ]);
}

#[test]
fn doubled_braces_are_shown_with_the_text() {
    judge(&[("a: {{ vi: Mẫu, en: x }}\nd: 1\n", 250, 1, 4, ": a: { vi: Mẫu, en: x }")]);
}
