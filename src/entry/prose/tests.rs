//! What prose promises, rule by rule.
//!
//! Entry point: the tests. Invariant: each finding is checked with its code, line and column.

mod slips;

use super::*;
use crate::diag::Speech;

fn parse(text: &str) -> (Prose, Diagnostics) {
    Prose::parse(&Document::new("relics/x/vi.md", text))
}

/// Code, line and column of each finding.
fn places(text: &str) -> Vec<(u16, u32, u32)> {
    let of = |d: &crate::diag::Diagnostic| {
        let place = d.place.as_ref().unwrap();
        (d.code.number, place.line, place.column)
    };
    parse(text).1.iter().map(of).collect()
}

fn helps(text: &str) -> String {
    let said: Vec<String> = parse(text).1.iter().map(|d| d.help(Speech::Vi)).collect();
    said.join("\n")
}

fn targets(text: &str) -> Vec<Target> {
    parse(text).0.links().iter().map(|l| l.target.clone()).collect()
}

fn entry(key: &str, fragment: Option<&str>) -> Target {
    Target::Entry {
        key: key.into(),
        fragment: fragment.map(Into::into),
    }
}

#[test]
fn headings_get_vietnamese_aware_ids_that_are_unique() {
    let (prose, found) =
        parse("## Đình làng\n\n### **Lễ** hội `ba` ngày\n\n## Đình làng\n\n## 慈恩寺\n\n## Fn 1\n\n## Đình làng 2\n");
    assert_eq!(found, []);
    let ids: Vec<_> = prose.headings().iter().map(|h| (h.level, &*h.id)).collect();
    let expected = [
        (2, "dinh-lang"),
        (3, "le-hoi-ba-ngay"),
        (2, "dinh-lang-2"),
        (2, "s"),
        (2, "s-fn-1"),
        (2, "dinh-lang-2-2"),
    ];
    assert_eq!(ids, expected);
    assert_eq!(&*prose.headings()[1].text, "Lễ hội ba ngày");
    assert!(prose.has_id("dinh-lang-2") && !prose.has_id("dinh") && !prose.has_id("fn-1"));
}

#[test]
fn headings_leave_ids_to_parts_and_to_the_page() {
    let (mut prose, _) = parse("## Vườn tháp\n\n## Mua\n\n## Vườn tháp 2\n");
    prose.give_way(|id| id == "vuon-thap" || id == "vuon-thap-3");
    let ids: Vec<_> = prose.headings().iter().map(|h| &*h.id).collect();
    assert_eq!(ids, ["vuon-thap-4", "s-mua", "vuon-thap-2"]);
}

#[test]
fn a_top_heading_becomes_level_two_and_skipped_levels_are_named() {
    let text = "Mở đầu.\n\n# Lịch sử\n\n##### Thời Lý\n";
    assert_eq!(places(text), [(401, 3, 1), (402, 5, 1)]);
    assert!(helps(text).contains("## Lịch sử"));
    assert!(helps(text).contains("viết: ### Thời Lý"));
    let levels: Vec<u8> = parse(text).0.headings().iter().map(|h| h.level).collect();
    assert_eq!(levels, [2, 5]);
}

#[test]
fn addresses_of_the_site_are_classified() {
    let text = "[a](relics/chua-bo-da) [b](/relics/chua-bo-da/) [c](relics/chua-bo-da#vuon-thap) [d](#lich-su) \
                [e](photos/c%E1%BB%95ng.jpg) [f](<files/bản đồ.pdf>) [g](/)";
    let expected = [
        entry("relics/chua-bo-da", None),
        entry("relics/chua-bo-da", None),
        entry("relics/chua-bo-da", Some("vuon-thap")),
        Target::Fragment("lich-su".into()),
        Target::File("photos/cổng.jpg".into()),
        Target::File("files/bản đồ.pdf".into()),
        entry("", None),
    ];
    assert_eq!(targets(text), expected);
    assert_eq!(places(text), []);
}

#[test]
fn addresses_elsewhere_are_classified() {
    let text = "[a](HTTPS://vi.wikipedia.org/wiki/A) <http://a.vn> [c](mailto:a@b.vn) [d](tel:+84912345678) \
                [e](geo:21.27,106.02) [慈恩寺](lang:zh-Hant) <a@b.vn>";
    let expected = [
        Target::Web("https://vi.wikipedia.org/wiki/A".into()),
        Target::Web("http://a.vn".into()),
        Target::Mail("a@b.vn".into()),
        Target::Tel("+84912345678".into()),
        Target::Geo("21.27,106.02".into()),
        Target::Lang("zh-Hant".into()),
        Target::Mail("a@b.vn".into()),
    ];
    assert_eq!(targets(text), expected);
    assert_eq!(places(text), []);
}

#[test]
fn addresses_that_run_code_are_refused_however_they_are_dressed() {
    let dressed = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x01;javascript:alert(1)",
        "<java&#10;script:alert(1)>",
        "<java&Tab;script:alert(1)>",
        "<&#32;javascript:alert(1)>",
        "java\u{200b}script:alert(1)",
        "\\javascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "blob:x",
        "view-source:x",
        "feed:javascript:alert(1)",
    ];
    for address in dressed {
        for text in [format!("[x]({address})"), format!("![x]({address})")] {
            let refused = targets(&text);
            assert!(matches!(refused[..], [Target::Refused(_)]), "{text}: {refused:?}");
            assert!(!places(&text).is_empty(), "{text}");
        }
    }
    // A browser takes this for a path, and so do we: there is no such entry.
    assert!(!matches!(targets("[x](javascript%3Aalert)")[..], [Target::Web(_)]));
}

#[test]
fn mistaken_addresses_are_answered_with_the_right_ones() {
    let cases = [
        ("[x](facebook.com/dakpo)", 412, "(https://facebook.com/dakpo)"),
        ("[x](www.dakpo.gov.vn)", 412, "(https://www.dakpo.gov.vn)"),
        ("[x](ubnd@dakpo.vn)", 412, "(mailto:ubnd@dakpo.vn)"),
        ("[x](<0912 345 678>)", 412, "(tel:+84912345678)"),
        ("[x](//a.vn/b)", 410, "https://a.vn/b"),
        ("[x](C:\\Anh\\a.jpg)", 409, "photos/"),
        ("[x](../relics/a)", 408, "relics/chua-bo-da"),
        ("[x](relics/%2e%2e/a)", 408, "relics/chua-bo-da"),
        ("[x](relics/a/vi.md)", 413, "(relics/a)"),
        ("[x]()", 411, "(relics/chua-bo-da)"),
        ("[x](<lang:chữ Hán>)", 414, "zh-Hant"),
        ("[x](relics/a?b=1)", 417, "relics/chua-bo-da"),
        ("![x](https://a.vn/b.jpg)", 416, "photos"),
        ("![x](relics/a)", 415, "photos/cong.jpg"),
        ("![](photos/a.jpg)", 418, "![Cổng"),
        ("[](relics/a)", 419, "[Chùa Bổ Đà]"),
        ("![x](photos/cổng chính.jpg)", 420, "(<photos/cổng chính.jpg>)"),
    ];
    for (text, code, help) in cases {
        assert_eq!(places(text).iter().map(|p| p.0).collect::<Vec<_>>(), [code], "{text}");
        assert!(helps(text).contains(help), "{text}: {}", helps(text));
    }
}

#[test]
fn findings_point_at_the_address_itself() {
    assert_eq!(places("Một.\n\nXem [Đền](javascript:x) nhé.\n"), [(407, 3, 11)]);
    assert_eq!(places("- a\n- ![x](photos/a b.jpg)\n"), [(420, 2, 8)]);
    assert_eq!(places("Xem [Đền][d].\n\n[d]: vbscript:x\n"), [(407, 1, 5)]);
}

#[test]
fn raw_html_is_named_with_the_markdown_way() {
    let text = "Chùa <b>Bổ</b> Đà\n\n<div>\n<center>x</center>\n</div>\n\n<!-- nhớ -->\n\na<br>b <b>c</b>\n";
    assert_eq!(
        places(text),
        [(404, 1, 6), (405, 3, 1), (405, 4, 1), (406, 7, 1), (404, 9, 2)]
    );
    assert!(helps(text).contains("**…**"));
    assert!(helps(text).contains("xóa <center> và </center>"));
}

#[test]
fn footnotes_are_numbered_by_their_first_mention() {
    let text = "A[^b], B[^a], C[^b].\n\n[^a]: Một.\n\n[^b]: Hai.\n\n[^c]: Ba.\n";
    let (prose, _) = parse(text);
    let marks: Vec<_> = prose
        .events()
        .filter_map(|e| match e {
            Event::NoteMark(n, k) => Some((n, k)),
            _ => None,
        })
        .collect();
    assert_eq!(marks, [(1, 1), (2, 1), (1, 2)]);
    assert!(prose.has_id("fn-2") && !prose.has_id("fn-3"));
    assert_eq!(places(text), [(422, 7, 1)]);
    assert_eq!(places("Bia[^1] cổ.\n"), [(421, 1, 4)]);
    assert_eq!(places("A[^1].\n\n[^1]: Một.\n\n[^1]: Hai.\n"), [(423, 5, 1)]);
}

#[test]
fn front_matter_is_answered_and_left_out() {
    let text = "---\ntitle: Chùa\n---\nChùa nằm ở chân núi.\n";
    assert_eq!(places(text), [(427, 1, 1)]);
    assert_eq!(parse(text).0.opening(100), "Chùa nằm ở chân núi.");
    assert_eq!(places("---\n\nMột dòng kẻ.\n\n---\n"), []);
    assert_eq!(
        places("---\ntitle: Chùa\n\nChùa nằm ở chân núi.\n"),
        [(427, 1, 1)],
        "its end was forgotten"
    );
    assert_eq!(places("---\nNhà sư nói: nam mô.\n\nHết.\n"), []);
}

#[test]
fn entities_bring_in_nothing_that_pages_must_not_carry() {
    let (prose, _) = parse("A&#1;&#xFDD0;&#x81;&#xFFFF;B [](https://a.vn/&#xFDD1;?&#1; \"C&#xFDD1;D\")\n");
    let shown: String = prose
        .events()
        .filter_map(|e| match e {
            Event::Text(piece) => Some(prose.text(piece)),
            _ => None,
        })
        .collect();
    assert_eq!(shown, "AB ");
    assert_eq!(
        targets("[a](https://a.vn/&#xFDD1;b&#1;)"),
        targets("[a](https://a.vn/b)")
    );
}

#[test]
fn words_and_emptiness_are_known() {
    assert_eq!(parse("## Chùa Bổ Đà\n\nNằm ở *chân núi*.\n").0.words(), 7);
    assert!(parse("").0.is_empty() && parse("\n\n").0.is_empty());
    assert!(!parse("a").0.is_empty());
    assert_ne!(parse("a").0.hash(), parse("b").0.hash());
}

#[test]
fn the_opening_ends_at_a_word() {
    let (prose, _) = parse("## A\n\nChùa **Bổ Đà** nằm\nở chân núi.\n\nHai.\n");
    assert_eq!(prose.opening(100), "Chùa Bổ Đà nằm ở chân núi.");
    assert_eq!(prose.opening(14), "Chùa Bổ Đà…");
}

#[test]
fn a_prose_takes_about_the_room_of_its_source() {
    let sentence = "Chùa nằm ở phía bắc chân núi Phượng Hoàng, xã Tiên Sơn, nhìn ra sông Cầu. ";
    let text = format!("{}Xem **chùa** [Bổ Đà](relics/chua-bo-da).\n\n", sentence.repeat(4)).repeat(10);
    let (prose, _) = parse(&text);
    let events = prose.steps.size();
    let links: usize = std::mem::size_of_val(prose.links());
    assert!(
        prose.size() + events + links < text.len() * 3 / 2,
        "{} {events} {links} of {}",
        prose.size(),
        text.len()
    );
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test measures time")]
fn hostile_texts_end_quickly_and_stay_small() {
    let hostile = [
        ">".repeat(50_000),
        "[".repeat(50_000),
        "![".repeat(25_000),
        "*a_".repeat(20_000),
        "- ".repeat(50_000),
        "`".repeat(50_001),
        "<".repeat(50_000),
        "[a](".repeat(12_000),
        "[^".repeat(25_000),
        "[^1]".repeat(12_000) + "\n\n[^1]: x\n",
        "[^a]: ".repeat(5_000),
        (0..300)
            .map(|i| format!("{}- a\n", " ".repeat(i * 2)))
            .collect::<String>(),
        "|a".repeat(200) + "|\n" + &"|-".repeat(200) + "|\n" + &"|\n".repeat(4_000),
        format!(
            "|{}\n|{}\n{}",
            "a|".repeat(2_000),
            "-|".repeat(2_000),
            "b\n".repeat(2_000)
        ),
        "<!--".repeat(12_000),
        "&#x1;".repeat(10_000),
        "# a\n".repeat(10_000),
        "\u{0}".repeat(50_000),
        "a ".repeat(400_000),
        "[a](".repeat(100_000),
        "![x](a b/c) ".repeat(40_000),
        "*a_".repeat(150_000),
        "<a1 ".repeat(100_000),
        "[a](javascript:x)\n\n".repeat(25_000),
        ": a\n\n".repeat(80_000),
        "a\n: b\n".repeat(60_000),
    ];
    for text in hostile {
        let start = std::time::Instant::now();
        let (prose, found) = parse(&text);
        assert!(found.len() <= 200);
        let took = start.elapsed();
        let name: String = text.chars().take(12).collect();
        eprintln!(
            "{name:?} {took:?} {} events {} found",
            prose.events().count(),
            found.len()
        );
        // Unoptimized, on a busy machine; a release needs a twentieth of it.
        assert!(took.as_secs() < 20, "{name:?} took {took:?}");
        assert!(
            prose.events().count() <= text.len() + 64,
            "{name:?}: {} events",
            prose.events().count()
        );
        let mut depth = 0i32;
        let mut deepest = 0;
        for event in prose.events() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            assert!(depth >= 0, "{name:?} ends more than it starts");
            deepest = deepest.max(depth);
        }
        assert_eq!(depth, 0, "{name:?}");
        assert!(deepest <= 30, "{name:?} is {deepest} deep");
    }
}

#[test]
fn too_much_is_said() {
    let codes = |text: &str| places(text).iter().map(|p| p.0).collect::<Vec<_>>();
    assert_eq!(codes(&"> ".repeat(40)), [425]);
    assert_eq!(codes(&"> ".repeat(90)), [425]);
    assert!(codes(&"- ".repeat(90)).is_empty());
    assert_eq!(codes(&"a ".repeat(400_000)), [426]);
    let table = "|a|b|\n|-|-|\n".to_string() + &"|1|2|\n".repeat(3_000);
    assert_eq!(codes(&table), [424]);
}

#[test]
fn a_chapter_begins_with_its_title() {
    let chapter = |text: &str| Prose::parse_chapter(&Document::new("books/a/chapters/01-b/vi.md", text));
    let (prose, found) = chapter("# Con *nghê*\n\nNgày xưa.\n\n## Một\n");
    assert_eq!(found, []);
    assert_eq!(prose.own_title(), Some("Con nghê"));
    assert_eq!(prose.headings().len(), 1);
    assert_eq!(prose.events().next(), Some(Event::Start(Tag::Paragraph)));
    let codes: Vec<_> = chapter("Ngày xưa.\n\n# Muộn\n")
        .1
        .iter()
        .map(|d| d.code.number)
        .collect();
    assert_eq!(codes, [401, 428]);
    assert_eq!(parse("# Con nghê\n").0.own_title(), None);
}
