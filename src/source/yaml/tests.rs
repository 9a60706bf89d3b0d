//! One test for each cause that volunteers meet: code, line, column, and what to type.
//!
//! Entry point: the tests. Invariant: the remedy is checked, not only the number.

mod signs;
mod whole;

use super::*;
use crate::diag::Speech;

fn said(text: &str) -> Vec<(u16, u32, u32, String)> {
    let doc = Document::new("relics/x/entry.yaml", text);
    let (_, mut found) = read(&doc);
    crate::diag::sort(&mut found);
    let of = |d: &crate::diag::Diagnostic| {
        let place = d.place.as_ref().unwrap();
        (d.code.number, place.line, place.column, d.help(Speech::Vi))
    };
    found.iter().map(of).collect()
}

/// Text, code, line, column, and what the remedy holds.
type Case = (&'static str, u16, u32, u32, &'static str);

fn judge(cases: &[Case]) {
    let mut wrong = String::new();
    for (text, code, line, column, help) in cases {
        let all = said(text);
        let right = matches!(&all[..], [(c, l, k, h)] if (c, l, k) == (code, line, column) && h.contains(help));
        if !right {
            wrong.push_str(&format!(
                "{text:?}: expected {code} {line}:{column} {help:?}, got {all:?}\n"
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_cause_is_named_with_its_place_and_remedy() {
    let cases = [
        ("title: Đền Hạ: khu B\nb: 2\n", 204, 1, 14, "\"Đền Hạ: khu B\""),
        ("a:\n\tb: 1\n", 201, 2, 1, "bằng 2 dấu cách"),
        ("a:\n  b: 1\n\tc: 2\n", 201, 3, 1, "bằng 2 dấu cách"),
        ("a: \"x\nb: 1\nc: 2\n", 202, 1, 4, "thêm dấu \""),
        ("a: 'x\nb: 1\n", 202, 1, 4, "thêm dấu '"),
        ("a: [1, 2\nb: 1\n", 205, 1, 4, "thêm dấu ]"),
        ("a: {x: 1\nb: 1\n", 205, 1, 4, "thêm dấu }"),
        ("a: {x: 1\n", 205, 1, 4, "thêm dấu }"),
        ("a: { x: \"1\" y: \"2\" }\n", 206, 1, 13, "dấu phẩy"),
        ("a: ]x\n", 207, 1, 4, "\"]x\""),
        ("a: Nhà # 5\nb: 1\n", 216, 1, 8, "\"Nhà # 5\""),
        ("a: Nhà #5\nb: 1\n", 216, 1, 8, "\"Nhà #5\""),
        ("a: #fff\nb: 1\n", 216, 1, 4, "\"#fff\""),
        ("a: *x\n", 208, 1, 4, "\"*x\""),
        ("a: @x y\nb: 1\n", 208, 1, 4, "\"@x y\""),
        ("a: %x\nb: 1\n", 208, 1, 4, "\"%x\""),
        ("a: `x`\n", 208, 1, 4, "\"`x`\""),
        ("a: &x y\n", 208, 1, 4, "\"&x y\""),
        ("a: !x y\n", 208, 1, 4, "\"!x y\""),
        ("a: |x\nb: 1\n", 248, 1, 4, "\na: x"),
        ("a: > x\nb: 1\n", 208, 1, 4, "\"> x\""),
        ("a: \"x\" y\nb: 1\n", 209, 1, 8, "\"“x” y\""),
        ("a: 'x' y\nb: 1\n", 209, 1, 8, "\"“x” y\""),
        ("a: 'Đình l'eau'\nb: 1\n", 209, 1, 12, "\"Đình l'eau\""),
        (
            "a: \"Đình \"Giếng\" Ngọt\"\nb: 1\n",
            209,
            1,
            11,
            "\"Đình “Giếng” Ngọt\"",
        ),
        ("a: \"x\\q\"\n", 210, 1, 6, "'…'"),
        ("title:Đình\nb: 1\n", 211, 1, 6, "title: Đình"),
        ("b: 1\ntitle:Đình\nc: 1\n", 211, 2, 6, "title: Đình"),
        ("a: {x:1}\n", 211, 1, 6, "x: 1"),
        ("a: {x:Đ,y: 2,z:e g}\n", 211, 1, 6, "{ x: Đ, y: 2, z: e g }"),
        ("a:\n  - x\n  -y\n", 212, 3, 3, "- y"),
        ("a:\n  -x\n  -y\n", 212, 2, 3, "- x"),
        ("a: 1\nxin chào\nb: 1\n", 213, 2, 1, "tên: nội dung"),
        ("hai\nb: 1\n", 213, 1, 1, "tên: nội dung"),
        ("a: 1\n b: 2\n", 214, 2, 2, "thẳng cột"),
        ("a:\n  b: 1\n c: 2\n", 214, 3, 2, "thẳng cột"),
        (" a: 1\nb: 2\n", 214, 1, 2, "thẳng cột"),
        ("a:\n - 1\n  - 2\n", 214, 3, 3, "thẳng cột"),
        ("a: một\n  hai\nb: 1\n", 215, 1, 4, "«|»"),
        ("“a”: 1\n", 217, 1, 1, "a"),
        ("a\u{a0}: 1\n", 241, 1, 2, "\na: 1"),
        ("\u{200b}a: 1\nb: 2\n", 241, 1, 1, "\na: 1"),
        ("a:\u{a0}1\nb: 1\n", 218, 1, 3, "a: 1"),
        ("a: “x: y”\n", 219, 1, 4, "\"x: y\""),
        ("a: “x y”\n", 220, 1, 4, "\"x y\""),
        ("a: - x\nb: 1\n", 221, 1, 4, "xuống dòng"),
        ("---\na: 1\n---\nchữ\n", 222, 3, 1, "vi.md"),
        ("a: 1\n---\nb: 2\n", 222, 2, 1, "vi.md"),
        ("%YAML 1.2\n---\na: 1\n", 223, 1, 1, "xóa"),
        ("<<: {a: 1}\n", 224, 1, 1, "chép"),
        ("[a]: 1\n", 225, 1, 1, "title"),
        ("- a\n- b\n", 226, 1, 1, "tên: nội dung"),
        ("chữ\n", 226, 1, 1, "tên: nội dung"),
        ("", 227, 1, 1, "title"),
        ("# chỉ ghi chú\n", 227, 1, 1, "title"),
        ("a: x\u{0}y\n", 230, 1, 5, "xóa"),
        ("a: 1\na: 2\n", 203, 2, 1, "giữ lại"),
    ];
    judge(&cases);
}

#[test]
fn quotes_between_braces_are_named_with_the_finished_line() {
    judge(&[
        (
            "a: { vi: \"thôn Mẫu, en: Mau }\nb: 1\n",
            202,
            1,
            10,
            "a: { vi: \"thôn Mẫu\", en: Mau }",
        ),
        (
            "a: { vi: \"thôn Mẫu”, en: Mau }\nb: 1\n",
            238,
            1,
            19,
            "a: { vi: \"thôn Mẫu\", en: Mau }",
        ),
        (
            "a: { vi: \"Đình, en: \"Dong\" }\n",
            202,
            1,
            10,
            "a: { vi: \"Đình\", en: \"Dong\" }",
        ),
        (
            "a: { vi: Đình, en: \"Dong }\nb: \"x\"\n",
            202,
            1,
            20,
            "a: { vi: Đình, en: \"Dong\" }",
        ),
        (
            "a: { vi: \"Mẫu\" thôn, en: Mau }\n",
            209,
            1,
            16,
            "a: { vi: \"“Mẫu” thôn\", en: Mau }",
        ),
        ("a: \"Mẫu”\nb: 1\n", 238, 1, 8, "\na: \"Mẫu\""),
        ("a:\n  b: \"x\n  c: \"y\"\n", 202, 2, 6, "\nb: \"x\""),
        ("a: “x y\"\n", 220, 1, 4, "\"x y\""),
        ("a: 'Đình' cổ 'Giếng'\n", 209, 1, 11, "\"“Đình” cổ “Giếng”\""),
        ("a: \"Đình\" cổ \"Giếng\"\n", 209, 1, 11, "\"“Đình” cổ “Giếng”\""),
        ("a: \"Đình \"cổ\" x\n", 209, 1, 11, "\"Đình “cổ” x\""),
        ("a: 'Đình 'cổ' l''x'\n", 209, 1, 11, "\"Đình “cổ” l'x\""),
        ("a: {\n    vi: Đền: B,\n    en: x\n}\n", 204, 2, 12, "\"Đền: B\""),
        ("a: 'A house's door' # x\n", 209, 1, 13, "\"A house's door\""),
        (
            "a: { x: 'A house's door', y: 1 }\n",
            209,
            1,
            18,
            "a: { x: \"A house's door\", y: 1 }",
        ),
    ]);
}

#[test]
fn the_finished_line_is_read_when_it_is_put_in_place() {
    let broken = [
        "a: { vi: \"thôn Mẫu, en: Mau hamlet }",
        "a: { vi: \"thôn Mẫu”, en: \"Mau hamlet }",
        "a: { vi: \"thôn Mẫu, en: Mau hamlet",
        "a: { b: \"07798\", c: { vi: \"Làng A, en: A village } }",
        "a: { vi: \"Mẫu\" thôn, en: 'the \"x }",
        "a: [ \"x, y ]",
        "a: \"Đình # x",
    ];
    for line in broken {
        let doc = Document::new("relics/x/entry.yaml", format!("{line}\nb: 1\n"));
        let (_, found) = read(&doc);
        let forms = |d: &crate::diag::Diagnostic| d.arg("form").map(str::to_string);
        let form = found.iter().find_map(forms).unwrap_or_default();
        let told = said(&format!("{form}\nb: 1\n"));
        assert!(!form.is_empty() && told.is_empty(), "{line}: {form}: {told:?}");
    }
}

#[test]
fn a_remedy_covers_the_value_and_nothing_behind_it() {
    judge(&[
        ("a: { n: N, p: @abc#12345 }\n", 208, 1, 15, "\"@abc#12345\""),
        ("a: { vi: @thôn Mẫu, en: Mau }\n", 208, 1, 10, "\"@thôn Mẫu\""),
        ("a: { vi: *thôn Mẫu, en: Mau }\n", 208, 1, 10, "\"*thôn Mẫu\""),
        ("a: { vi: Đền: B, thôn C, en: x }\n", 204, 1, 13, "\"Đền: B, thôn C\""),
        ("a: { vi: [Mới] đình, en: x }\n", 236, 1, 10, "\"[Mới] đình\""),
        ("a:\n  vi: [Mới] đình\n  en: x\n", 236, 2, 7, "\"[Mới] đình\""),
    ]);
}

#[test]
fn braces_line_breaks_and_tables_that_went_wrong_are_named() {
    judge(&[
        ("a: vi: Đình, en: House\n", 234, 1, 4, "a: { vi: Đình, en: House }"),
        (
            "a: vi: \"Đình, cổ\", en: House: x\n",
            234,
            1,
            4,
            "a: { vi: \"Đình, cổ\", en: \"House: x\" }",
        ),
        ("a: ( vi: Đình, en: House )\n", 234, 1, 4, "a: { vi: Đình, en: House }"),
        ("a: [ vi: Đình, en: House ]\n", 234, 1, 4, "a: { vi: Đình, en: House }"),
        (
            "b:\n  - a: vi: Đình, en: House\n",
            234,
            2,
            8,
            "- a: { vi: Đình, en: House }",
        ),
        (
            "a: vi: Đình\n  en: House\nb: 1\n",
            234,
            1,
            4,
            "a: { vi: Đình, en: House }",
        ),
        ("a: [x] b: y\nc: 1\n", 235, 1, 8, "\na: [x]\nb: y"),
        ("a:\n  - b: \"x\" c: y\n", 235, 2, 12, "\n  - b: \"x\"\n    c: y"),
        ("a:\n  1\tx\n  2\ty\nb: 1\n", 237, 2, 3, "mỗi ô một dòng"),
        ("a:\n1\tx\n2\ty\nb: 1\n", 237, 2, 1, "mỗi ô một dòng"),
        ("a:\n  - 1\tx\n  - 2\ty\nb: 1\n", 237, 2, 3, "mỗi ô một dòng"),
    ]);
}

#[test]
fn every_mistake_of_a_file_is_told_in_one_run() {
    let text = "a:\n  vi: A: b\n  en: C: d\nb:\n  - c: E: 1\n    x: 1\n  - c: F: 2\nd: { vi: G: h, en: I: k }\ne:\n  \
                - f: \"x\n  - g: y\n    f: @z\nh:\n  i: 1\n   k: 2\n  l: 3\n  nhầm\n  m: %\nn: 1\n";
    let told: Vec<_> = said(text).iter().map(|f| (f.0, f.1)).collect();
    let texts = [
        (204, 2),
        (204, 3),
        (204, 5),
        (204, 7),
        (204, 8),
        (204, 8),
        (202, 10),
        (208, 12),
    ];
    assert_eq!(told, [&texts[..], &[(214, 15), (213, 17), (208, 18)]].concat());
    let (tree, _) = read(&Document::new("a", text));
    assert!(tree.get("a").is_some_and(Node::is_unread));
    let item = tree.get("b").map(|b| b.items()[0].clone()).unwrap();
    assert_eq!(item.get("x").and_then(Node::scalar), Some("1"));
    assert_eq!(item.get("c").map(|c| c.data.clone()), Some(Data::Unread));
    assert_eq!(tree.get("h").and_then(|h| h.get("l")).and_then(Node::scalar), Some("3"));
    assert_eq!(tree.get("n").and_then(Node::scalar), Some("1"));
}

#[test]
fn a_remedy_never_shows_what_stands_for_a_value_that_was_told() {
    for text in [
        "a: { vi: \"thôn, en: Mau }}\n",
        "a: { vi: Đ: b, en: \"x” }\n",
        "a: { vi: @Đ, en: C: d, c: *e }}\n",
    ] {
        for (.., help) in said(text) {
            assert!(
                !help.contains("xx") && !help.contains('ạ') && !help.contains("đđ"),
                "{text}: {help}"
            );
        }
    }
}

#[test]
fn what_is_meant_as_written_stays_silent() {
    let fine = [
        "title: { vi: Chùa, en: Pagoda } # ghi chú\ncode: 08\nopen: no\n",
        "a: https://a.vn/x?y=1#z\nb: 08:30\n",
        "a:\n- x\n- y\nb: -5\nc: -- \n",
        "---\na: |\n  một\n  hai\nb: >-\n  x\n  y\n",
        "a: \"x\\ny\"\nb: 'it''s'\nc:\n# ghi chú\nd: 1\n",
        "a: { vi: “Đình, Giếng” , en: House }\nb: 1\n",
        "a: \"x, en: y\"\nb: { vi: \"A, en: B\", en: 'it''s, vi: x' }\nc: [ a, b: c ]\nd: “A” và “B”\n",
        "a: |\n  – một: hai\n  • ba\nb: \"x\n  – y\"\n",
    ];
    for text in fine {
        assert!(said(text).is_empty(), "{text:?}: {:?}", said(text));
    }
}

#[test]
fn dashes_that_are_missing_or_of_another_kind_are_named() {
    judge(&[
        ("a:\n  - b: 1\n    c: 1\n    c: 2\n", 203, 4, 5, "giữ lại"),
        ("a:\n  - b: 1\n    c: 1\n    b: 2\n    c: 2\n", 232, 4, 5, "\n  - b: 2"),
        ("a:\n- b: 1\n  b: 2\n", 232, 3, 3, "\n- b: 2"),
        (
            "a:\n  b: 1\n  c: 1\n\n  b: 2\n  c: 2\nd: 1\n",
            232,
            5,
            3,
            "  - b: 1\n    c: 1\n  - b: 2\n    c: 2",
        ),
        ("a:\n  b: 1\n  c: 1\n  b: 2\n", 203, 4, 3, "giữ lại"),
        (
            "a:\n  - d:\n      b: 1\n      c: 1\n      b: 2\n      c: 2\n",
            232,
            5,
            7,
            "      - b: 1\n",
        ),
        (
            "a: |\n  b: 1\n  c: 1\n  b: 2\n  c: 2\nd: 1\nd: 2\n",
            203,
            7,
            1,
            "giữ lại",
        ),
        ("a:\n  – b: x\n    c: 1\n  – b: y\nd: 1\n", 233, 2, 3, "- b: x"),
        ("a:\n  - b: x\n    c: 1\n  – b: y\nd: 1\n", 233, 4, 3, "- b: y"),
        ("a:\n  • x\n  • y\n", 233, 2, 3, "- x"),
        ("a:\n  — b: 1\nc: 2\n", 233, 2, 3, "- b: 1"),
    ]);
}

#[test]
fn keys_beside_the_first_key_of_an_item_are_no_list_below_it() {
    let text = "a:\n  - d:\n    b: 1\n    c: 1\n    b: 2\n    c: 2\n";
    let (_, found) = read(&Document::new("a", text));
    let codes: Vec<u16> = found.iter().map(|d| d.code.number).collect();
    assert_eq!(codes, [203, 203]);
}

#[test]
fn a_list_without_its_dashes_keeps_all_of_its_items() {
    for text in [
        "a:\n  - b: 1\n    c: đ\n    b: 2\n    c: e\nd: 3\n",
        "a:\n  – b: 1\n    c: đ\n  – b: 2\n    c: e\nd: 3\n",
        "a:\n  b: 1\n  c: đ\n  b: 2\n  c: e\nd: 3\n",
        "a: # hai điểm\n    b: 1\n    c: đ\n    # tiếp\n    b: 2\n    c: e\nd: 3\n",
    ] {
        let (tree, found) = read(&Document::new("a", text));
        assert_eq!(found.len(), 1, "{found:?}");
        let items = tree.get("a").unwrap().items();
        let parts = |name| items.iter().map(|i| i.get(name)?.scalar()).collect::<Vec<_>>();
        assert_eq!(parts("b"), [Some("1"), Some("2")]);
        assert_eq!(parts("c"), [Some("đ"), Some("e")]);
        assert_eq!(tree.get("d").and_then(Node::scalar), Some("3"));
    }
}

#[test]
fn scalars_stay_as_typed() {
    let (tree, _) = read(&Document::new("a", "a: 0912\nb: no\nc: 1.10\nd: ~\ne:\nf: \"\"\n"));
    let texts: Vec<_> = tree.pairs().iter().map(|(_, n)| n.scalar()).collect();
    assert_eq!(
        texts,
        [Some("0912"), Some("no"), Some("1.10"), Some("~"), None, Some("")]
    );
}

#[test]
fn one_mistake_does_not_hide_the_next() {
    let text = "title: Đền Hạ: khu B\nsummary: ok\nplace:\n\tward: x\nbuilt: {a: 1\nby: \"chưa đóng\nphone: 0912\ntitle: hai\n";
    let codes: Vec<_> = said(text).iter().map(|f| (f.0, f.1)).collect();
    assert_eq!(codes, [(204, 1), (201, 4), (205, 5), (202, 6), (203, 8)]);
    let (tree, _) = read(&Document::new("a", text));
    assert_eq!(tree.get("phone").and_then(Node::scalar), Some("0912"));
    assert_eq!(tree.get("summary").and_then(Node::scalar), Some("ok"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test measures time")]
fn bombs_end_quickly() {
    let mut bomb = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for i in 1..12 {
        let inner = vec![format!("*a{}", i - 1); 9].join(",");
        bomb += &format!("a{i}: &a{i} [{inner}]\n");
    }
    let hostile = [
        bomb,
        "[".repeat(900_000),
        "{a: ".repeat(200_000),
        (0..1400).map(|i| format!("{}a:\n", " ".repeat(i))).collect(),
        "- ".repeat(100_000),
        "- a\n".repeat(200_000),
        (0..9000).map(|i| format!("k{i}: 1\n")).collect(),
        "\"".repeat(200_001),
        "? ".repeat(100_000),
        "a: ".repeat(100_000),
        "!a ".repeat(100_000),
        "&a ".repeat(100_000),
        "a:b\n".repeat(100_000),
        "a: b: c\n".repeat(100_000),
        "a\n".repeat(200_000),
        "x: [\n".repeat(100_000),
        "a ".repeat(800_000),
        format!("a:\n{}", "  b: c: d\n".repeat(100_000)),
        format!("a:\n{}", "  - \"x\n".repeat(100_000)),
        format!("a:\n{}{}", "  - x\n".repeat(15_000), "  - y: z: w\n".repeat(60_000)),
        format!("a: {{ {}", "k: \"x\" ".repeat(100_000)),
        format!("a: {{ {}", "k: \"x y, ".repeat(100_000)),
        format!("a: [ {}", "!a ".repeat(3_000)),
        format!("a:\n{}", "\tb: 1\n".repeat(100_000)),
        (0..60_000).fold("a:\n".to_string(), |text, i| text + &format!("\tb{i}: 1\n")),
        format!("a:\n{}", "  b\tc\n".repeat(100_000)),
    ];
    for text in hostile {
        let doc = Document::new("a", text);
        let start = std::time::Instant::now();
        let (_, found) = read(&doc);
        let took = start.elapsed();
        let name: String = doc.text.chars().take(12).collect();
        // Unoptimized, on a busy machine; a release needs a hundredth of it.
        assert!(took.as_secs() < 5, "{name:?} took {took:?}, {} findings", found.len());
        assert!(!found.is_empty() || name.starts_with("k0"), "{name:?}");
    }
}

#[test]
fn escapes_bring_in_nothing_that_pages_must_not_carry() {
    let doc = Document::new(
        "relics/x/entry.yaml",
        "a: \"\\u0001B\\uFDD0o\\u0302\\u0309\\x81 \\tx\"\n",
    );
    let (tree, found) = read(&doc);
    assert!(found.is_empty());
    assert_eq!(tree.get("a").and_then(Node::scalar), Some("Bổ \tx"));
}
