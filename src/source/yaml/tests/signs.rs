//! Wide signs and special spaces: what is said, and that the file is read all the same.
//!
//! Entry point: the tests. Invariant: the finished lines are put in place and read without a word.

use super::*;
use crate::diag::FORM;

/// What a text is read as, with its findings.
fn read_as(text: &str) -> (Node, Vec<crate::diag::Diagnostic>) {
    read(&Document::new("relics/x/entry.yaml", text))
}

/// A tree without its places.
fn plain(node: &Node) -> String {
    match &node.data {
        Data::Empty => "∅".to_string(),
        Data::Unread => "?".to_string(),
        Data::Scalar(text) => text.trim().to_string(),
        Data::List(items) => format!("[{}]", items.iter().map(plain).collect::<Vec<_>>().join("|")),
        Data::Map(pairs) => {
            let pairs = pairs
                .iter()
                .map(|(key, value)| format!("{}={}", key.text, plain(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join("|"))
        }
    }
}

#[test]
fn a_file_with_wide_signs_or_special_spaces_is_told_once_and_read() {
    for (text, code, line, column, tree) in [
        ("a：Đền\nb: 1\n", 240, 1, 2, "{a=Đền|b=1}"),
        ("a： Đền： Hạ\nb: 1\n", 240, 1, 2, "{a=Đền： Hạ|b=1}"),
        ("a: ｛ vi：Đền，en：Ha ｝\nb: 1\n", 240, 1, 4, "{a={vi=Đền|en=Ha}|b=1}"),
        ("a: { vi: Đền， ao, en: Ha }\n", 0, 0, 0, ""),
        ("a: ［x，y、z］\n", 240, 1, 4, "{a=[x|y|z]}"),
        ("a: { b: ＂x, y＂, c: １５ }\n", 240, 1, 9, "{a={b=x, y|c=15}}"),
        ("a: ＂Đền: Hạ＂\n", 240, 1, 4, "{a=Đền: Hạ}"),
        ("a: ２０２６－０１－０２\nb: 1\n", 240, 1, 4, "{a=2026-01-02|b=1}"),
        ("ａｂ: x\n", 240, 1, 1, "{ab=x}"),
        ("＃ x\na: 1\n", 240, 1, 1, "{a=1}"),
        ("a: ｜\n  x：y\n  z\nb: 1\n", 240, 1, 4, "{a=x：y\nz|b=1}"),
        (
            "a:\n  － b: x\n    c：y\n  － b: z\n",
            240,
            2,
            3,
            "{a=[{b=x|c=y}|{b=z}]}",
        ),
        ("a:\n  － b: x\n", 240, 2, 3, "{a=[{b=x}]}"),
        (
            "a:\n\u{a0}\u{a0}b: x\n\u{a0}\u{a0}c: y\nd: 1\n",
            241,
            2,
            1,
            "{a={b=x|c=y}|d=1}",
        ),
        ("a:\n  b: x\n \u{a0}c: y\n", 241, 3, 2, "{a={b=x|c=y}}"),
        ("a:\n\u{3000}b: x\n", 241, 2, 1, "{a={b=x}}"),
        ("a:\n  -\u{a0}b: x\n    c: y\n", 241, 2, 4, "{a=[{b=x|c=y}]}"),
        ("a:\u{a0}x\nb: 1\n", 218, 1, 3, "{a=x|b=1}"),
        ("a\u{a0}: x\n", 241, 1, 2, "{a=x}"),
        ("a: {\u{a0}b: x,\u{a0}c: y }\n", 241, 1, 5, "{a={b=x|c=y}}"),
        ("a: {\n  b: x，\n  c：y\n}\nd: 1\n", 240, 2, 7, "{a={b=x|c=y}|d=1}"),
    ] {
        let (node, found) = read_as(text);
        let told = |d: &crate::diag::Diagnostic| {
            let place = d.place.as_ref().unwrap();
            (d.code.number, place.line, place.column)
        };
        if code > 0 {
            assert_eq!(
                found.iter().map(told).collect::<Vec<_>>(),
                [(code, line, column)],
                "{text:?}"
            );
        }
        assert!(tree.is_empty() || plain(&node) == tree, "{text:?}: {}", plain(&node));
    }
}

#[test]
fn the_finished_lines_put_in_place_are_read_without_a_word() {
    for (text, lines, rest) in [
        ("a：｛ vi：Đền，en：Ha ｝\n", 1, "b: 1\n"),
        ("\u{a0}\u{a0}b: x\n\u{a0}\u{a0}c：y\n", 2, ""),
        ("  -\u{a0}b: x\n", 1, ""),
        ("  － b：x\n", 1, ""),
        ("\tb: x\n\tc: y\n", 2, ""),
    ] {
        let whole = format!("z:\n{text}{rest}");
        let whole = whole
            .strip_prefix("z:\n")
            .filter(|_| text.starts_with('a'))
            .unwrap_or(&whole);
        let (_, found) = read_as(whole);
        let form = |d: &crate::diag::Diagnostic| d.arg(FORM).map(str::to_string);
        let forms: Vec<String> = found.iter().filter_map(form).collect();
        let last = forms.last().unwrap();
        assert_eq!(
            forms.iter().map(|f| f.lines().count()).sum::<usize>().max(lines),
            lines,
            "{text:?}: {forms:?}"
        );
        let form = if forms.len() > 1 && text.starts_with('\u{a0}') {
            forms.join("\n")
        } else {
            last.clone()
        };
        let mended = whole.replace(text, &format!("{form}\n"));
        assert_eq!(read_as(&mended).1, vec![], "{text:?}: {mended}");
    }
}

#[test]
fn a_tab_is_as_wide_as_its_neighbors_say() {
    judge(&[
        ("a:\n\tb: x\n\tc: y\n", 201, 2, 1, "\n  b: x\n  c: y"),
        ("a:\n  - b: x\n    c: y\n\td: z\ne: 1\n", 201, 4, 1, "\n    d: z"),
        ("a:\n  - b: x\n\tc: y\ne: 1\n", 201, 3, 1, "\n    c: y"),
        ("a:\n\t- b\n  - c\ne: 1\n", 201, 2, 1, "\n  - b"),
    ]);
}

#[test]
fn wide_signs_and_special_spaces_within_a_text_are_fine() {
    for text in [
        "a: Đền：Hạ，ao ｛x｝\n",
        "a: { vi: 福壽，康寧, en: \"x：y，z\" }\n",
        "a:\n  - 甲：乙\n  - Giá 5\u{a0}kg\n",
        "a: |\n  ｛x：y｝\n  \u{a0}z\n",
        "a: { vi: Đền［cũ］, en: x }\n",
        "# ＃ ：\na: 1\n",
        "a: https://x.vn/？y\n",
        "a: { vi: Đền, zh: 开放，周一：休息, en: A }\n",
        "a: [下庙，又名东庙]\n",
    ] {
        assert_eq!(read_as(text).1, vec![], "{text:?}");
    }
}

#[test]
fn a_bracket_that_an_item_forgot_to_close_does_not_spoil_the_items_below() {
    let (node, found) = read_as("a:\n  - { b: x, c: { d: y }\n  - { b: z }\n  - b: w\ne: 1\n");
    let codes: Vec<_> = found
        .iter()
        .map(|d| (d.code.number, d.place.as_ref().unwrap().line))
        .collect();
    assert_eq!(codes, [(205, 2)]);
    assert_eq!(plain(&node), "{a=[?|{b=z}|{b=w}]|e=1}");
}

#[test]
fn glued_parts_with_commas_are_shown_in_quotes() {
    judge(&[(
        "a: {vi:Đền, ao, hồ, en:Temple}\n",
        211,
        1,
        7,
        "{ vi: \"Đền, ao, hồ\", en: Temple }",
    )]);
}

#[test]
fn lists_and_languages_without_their_signs_are_shown_with_them() {
    judge(&[
        ("- a: x\nb: y\n", 244, 1, 1, "\na: x"),
        ("a:\n  x_y\n  z\nb: 1\n", 245, 2, 3, "\n  - x_y\n  - z"),
        ("a:\n  1. Đền\n  2) Ao\n", 245, 2, 3, "\n  - Đền\n  - Ao"),
        ("a:\n  1954. Đền\n  1975. Ao\n", 215, 2, 3, "gộp"),
        ("a:\n  vi Đền\n  en – Ha\n", 243, 2, 3, "\n  vi: Đền\n  en: Ha"),
        ("a:\n  Đền ở\n  đây\n", 215, 2, 3, "gộp"),
        ("b: 1\na = Đền\n", 243, 2, 3, "a: Đền"),
        ("a; Đền\nb: 1\n", 243, 1, 2, "a: Đền"),
        ("a: {vi: Đền; en: Ha}\n", 206, 1, 14, "\na: {vi: Đền, en: Ha}"),
        ("a: vi: Đền en: Ha\n", 234, 1, 4, "a: { vi: Đền, en: Ha }"),
        ("a:\n  b: x\n c: y\n", 214, 3, 2, "\n  c: y"),
        ("a:\n  - b: x\n   c: y\n", 214, 3, 4, "\n    c: y"),
        ("a:\n  - b: x\n - b: y\n", 214, 3, 2, "\n  - b: y"),
        ("a:\n  b:\n    c: x\n   d: y\n", 214, 4, 4, "\n    d: y"),
        ("a: |\nTốt\nhơn\nb: 1\n", 214, 2, 1, "\n  Tốt\n  hơn"),
        ("a:\n  - b: \"x\", c: y\n", 235, 2, 13, "\n  - b: \"x\"\n    c: y"),
        ("a: { b: x y; c: 1; d: z }\n", 206, 1, 14, "\na: { b: x y, c: 1, d: z }"),
        ("a: { b: 1701 c: 1800 }\n", 206, 1, 14, "\na: { b: 1701, c: 1800 }"),
    ]);
    let (node, _) = read_as("- a: x\nb: y\n");
    assert_eq!(plain(&node), "{a=x|b=y}");
}
