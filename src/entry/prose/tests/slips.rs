//! Slips that Markdown shows as plain text: what is told, and what is left alone.
//!
//! Entry point: the tests. Invariant: each finding is checked with its code, its place and the corrected line.

use super::{helps, parse, places};

/// What one slip is answered with: its code, line and column, and a part of what to do.
fn told(text: &str, code: u16, at: (u32, u32), better: &str) {
    assert_eq!(places(text), [(code, at.0, at.1)], "{text}");
    assert!(helps(text).contains(better), "{text}: {}", helps(text));
}

/// What is no slip.
fn fine(texts: &[&str]) {
    for text in texts {
        assert_eq!(parse(text).1, [], "{text}");
    }
}

#[test]
fn a_heading_without_its_blank_is_told() {
    told("Đầu.\n\n##Chuyện cái giếng\n", 430, (3, 1), "## Chuyện cái giếng");
    told("Đầu.\n###Lễ hội\n", 430, (2, 1), "### Lễ hội");
    fine(&[
        "#disan #lehoi\n",
        "Phòng ##12\n",
        "\\##Chuyện\n",
        "`##Chuyện` là sai.\n",
        "Viết\n`##Chuyện`\nlà sai.\n",
        "```\n##Chuyện\n-một\n```\n",
        "##\u{a0}Chuyện\n",
    ]);
}

#[test]
fn items_without_their_blank_are_told_once_in_a_text() {
    told("-một\n-hai\n", 431, (1, 1), "viết: - một");
    told("Gồm:\n-một\n-hai\n\n-ba\n", 431, (2, 1), "- một");
    told("- một\n-hai\n", 431, (2, 1), "- hai");
    told("1.một\n2.hai\n", 431, (1, 1), "1. một");
    told(
        "-chùa Bổ Đà - ngôi chùa cổ\n",
        431,
        (1, 1),
        "- chùa Bổ Đà - ngôi chùa cổ",
    );
    told("2.ở đầu làng\n", 431, (1, 1), "2. ở đầu làng");
    told("1)Đi bộ\n", 431, (1, 1), "1) Đi bộ");
    told("> -một\n> -hai\n", 431, (1, 3), "- một");
    fine(&[
        "Đường dài 1.5 km, giá 45.000 đồng – rẻ.\n",
        "1.5 km\n",
        "-5 độ\n",
        "- một\n- hai\n",
        "1. một\n2. hai\n",
        "Bắc Ninh\n-Bắc Giang nay là một tỉnh.\n",
        "Từ ngày\n1.tháng Giêng\n",
        "– Chào bác!\n— Chào cháu!\n",
        "\\-một\n",
        "2026.\n",
        "3.x version:\n",
        "-preset -sns -f\n",
        "| a | b |\n|---|---|\n| -một | -hai |\n",
    ]);
}

#[test]
fn round_bullets_are_told() {
    told("• ba\n• bốn\n", 432, (1, 1), "- ba");
    told("Gồm\n●ba\n", 432, (2, 1), "- ba");
    fine(&["Chùa • Đình • Đền\n", "[a](relics/b) • c\n"]);
}

#[test]
fn bold_with_blanks_inside_is_told() {
    told("Đây là ** đậm ** nhé.\n", 433, (1, 8), "**đậm**");
    told("Đây là **đậm ** nhé.\n", 433, (1, 8), "**đậm**");
    told("- mục ** đậm**\n", 433, (1, 7), "**đậm**");
    fine(&[
        "Dấu ** một mình.\n",
        "2 ** 3 ** 4\n",
        "**đậm** và **đậm nữa**\n",
        "`** đậm **`\n",
        "\\*\\* đậm \\*\\*\n",
        "Dấu ** rồi **đậm** nữa.\n",
    ]);
}

#[test]
fn links_that_are_none_are_told_with_the_right_form() {
    told(
        "Xem [đền] (relics/den-thuong).\n",
        434,
        (1, 5),
        "[đền](relics/den-thuong)",
    );
    told(
        "Xem [báo] (https://bao.example/a)\n",
        434,
        (1, 5),
        "[báo](https://bao.example/a)",
    );
    told(
        "Xem [đình](Đình Giếng Ngọt).\n",
        435,
        (1, 5),
        "[đình](relics/dinh-gieng-ngot)",
    );
    told(
        "Xem [đình](relics/dinh-gieng-ngot nhé.\n",
        436,
        (1, 5),
        "[đình](relics/dinh-gieng-ngot)",
    );
    told(
        "- ảnh ![cổng](photos/cong.jpg\n",
        436,
        (1, 8),
        "[cổng](photos/cong.jpg)",
    );
    fine(&[
        "Nhà [sic] (nay đã mất), cao [5] (km/h) và [vật] (và/hoặc).\n",
        "Mảng a[i](x) và b.\n",
        "`[đền] (relics/den-thuong)` không thành liên kết.\n",
        "`[đình](Đình Giếng Ngọt)` cũng vậy.\n",
        "\\[đền\\] (relics/den-thuong)\n",
        "[đền](relics/den-thuong) (gần [chùa](relics/chua))\n",
    ]);
}

#[test]
fn a_paragraph_that_blanks_made_code_is_told() {
    told(
        "Mở đầu.\n\n    Ngày xưa có một con nghê.\n",
        437,
        (3, 5),
        "Ngày xưa có một con nghê.",
    );
    told("\tNgày xưa có một con nghê.\n", 437, (1, 2), "Ngày xưa");
    fine(&[
        "    vanbia check --translated KEY\n",
        "    title: { vi: Chùa Bổ Đà, en: Bo Da Pagoda }\n",
        "    địa chỉ: xã Vân Hà cũ\n",
        "    let x = 1;\n",
        "```\nNgày xưa có một con nghê.\n```\n",
        "- một\n\n    Ngày xưa có một con nghê.\n",
        "  Ngày xưa có một con nghê.\n",
    ]);
}

#[test]
fn rows_without_the_line_of_a_table_are_told() {
    told("Tên|Năm\nBia|1689\n", 438, (1, 1), "|---|---|");
    told(
        "| Tên | Năm | Nơi |\n| Bia | 1689 | sân |\n",
        438,
        (1, 1),
        "|---|---|---|",
    );
    fine(&[
        "Tên|Năm\n---|---\nBia|1689\n",
        "Điện thoại | Zalo\n",
        "a | b\nkhông có gì\n",
        "`a|b`\n`c|d`\n",
        "a \\| b\nc \\| d\n",
    ]);
    // The line that the message gives makes it one.
    let mended = parse("Tên|Năm\n|---|---|\nBia|1689\n").0;
    assert!(
        mended
            .events()
            .any(|event| event == super::Event::Start(super::Tag::Table))
    );
}

#[test]
fn language_codes_that_name_another_language_are_told() {
    told("[慈恩寺](lang:han)\n", 439, (1, 7), "(lang:zh-Hant)");
    told("[Hello](lang:eng)\n", 439, (1, 9), "(lang:en)");
    told("[x](lang:xx)\n", 439, (1, 5), "(lang:");
    fine(&["[慈恩寺](lang:zh-Hant) [a](lang:fr) [b](lang:bdq) [c](lang:vi-Hani) [d](lang:jra) [e](lang:sa)\n"]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test measures time")]
fn texts_of_nothing_but_signs_are_read_in_time() {
    let began = std::time::Instant::now();
    for sign in [
        "](", "[a](b ", "] (", "-x\n", "-x -y\n", "** a", "a|b\n", "#x ", "1.ab\n",
    ] {
        parse(&sign.repeat(20_000 / sign.len()));
    }
    // A square of this size would take minutes.
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}
