//! Slips that Markdown shows as plain text: what is told, and what is left alone.
//!
//! Entry point: the tests. Invariant: each finding is checked with its code, its place and the corrected line.

use super::{helps, parse, places};
use crate::entry::prose::Prose;
use crate::source::document::Document;

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
fn rows_of_a_spreadsheet_are_told_with_the_first_as_a_row_of_a_table() {
    told(
        "Hiện vật:\n\nSTT\tTên\tNăm\n1\tBia\t1689\n2\tChuông\t1702\n",
        440,
        (3, 1),
        "| STT | Tên | Năm | rồi ngay dưới là dòng |---|---|---|",
    );
    told(
        "Bảng giá\nTrà | sen\t120000\nMật\t80000\n",
        440,
        (2, 1),
        "| Trà \\| sen | 120000 |",
    );
    fine(&[
        "Một dòng\tcó phím Tab.\n",
        "Một dòng\tcó phím Tab.\nDòng sau không có.\n",
        "`a\tb`\n`c\td`\n",
        "```\na\tb\nc\td\n```\n",
        "\tlet x = 1;\n\tlet y = 2;\n",
        "-\tmột\n-\thai\n",
        "1.\tmột\n2.\thai\n",
        "| a\t| b |\n|---|---|\n| c\t| d |\n",
    ]);
    // All rows written as the message shows it make a table.
    let mended = parse("| STT | Tên | Năm |\n|---|---|---|\n| 1 | Bia | 1689 |\n").0;
    assert!(
        mended
            .events()
            .any(|event| event == super::Event::Start(super::Tag::Table))
    );
}

#[test]
fn bold_marks_between_a_sign_and_a_letter_are_told() {
    told(
        "Xưa kể. **Chuyện làng:**Ngày xưa có một con nghê.\n",
        441,
        (1, 9),
        "**Chuyện làng:** Ngày",
    );
    told("Gọi là**“Bổ Đà”** nhé.\n", 441, (1, 5), "là **“Bổ Đà”**");
    told("- **Giờ mở cửa (hè)**7 giờ\n", 441, (1, 3), "**Giờ mở cửa (hè)** 7");
    told("**Một:**a **đậm**\n", 441, (1, 1), "**Một:** a");
    fine(&[
        "**Chuyện làng:** Ngày xưa.\n",
        "**Chuyện làng**: Ngày xưa.\n",
        "**Chuyện**làng\n",
        "là **“Bổ Đà”**.\n",
        "`**a:**b`\n",
        "\\*\\*a:\\*\\*b\n",
        "2 ** 3:**4\n",
    ]);
    assert_eq!(parse("**Chuyện làng:** Ngày\n").1, []);
}

#[test]
fn addresses_that_are_no_links_are_told_with_the_finished_link() {
    told("Xem https://abc.vn/x.\n", 442, (1, 5), "<https://abc.vn/x>");
    told("(http://abc.vn/a_(b))\n", 442, (1, 2), "<http://abc.vn/a_(b)>");
    told("- www.abc.vn, và\n", 442, (1, 3), "[www.abc.vn](https://www.abc.vn)");
    told("## Theo https://abc.vn/x\n", 442, (1, 9), "<https://abc.vn/x>");
    told("[^1]: https://abc.vn/x\n\nA[^1].\n", 442, (1, 7), "<https://abc.vn/x>");
    assert_eq!(
        places("https://abc.vn/a và https://abc.vn/b, https://abc.vn/a\n"),
        [(442, 1, 1), (442, 1, 21)]
    );
    // Each where it stands, also one that is the beginning of another before it.
    assert_eq!(
        places("https://abc.vn/ab và https://abc.vn/a\n"),
        [(442, 1, 1), (442, 1, 22)]
    );
    for better in [
        "<https://abc.vn/x>",
        "[www.abc.vn](https://www.abc.vn)",
        "<http://abc.vn/a_(b)>",
    ] {
        let (prose, found) = parse(&format!("Xem {better}.\n"));
        assert_eq!((prose.links().len(), found), (1, vec![]), "{better}");
    }
    fine(&[
        "<https://abc.vn/x>\n",
        "[báo](https://abc.vn/x)\n",
        "[https://abc.vn/x](https://abc.vn/x)\n",
        "`https://abc.vn/x`\n",
        "```\nhttps://abc.vn/x\n```\n",
        "Địa chỉ bắt đầu bằng https:// và kết thúc bằng dấu /.\n",
        "Chữ www. ở đầu\n",
        "http://localhost:4321/\n",
    ]);
}

#[test]
fn lines_numbered_with_a_slash_are_told_once_in_a_text() {
    told("1/ Một\n2/ Hai\n\n1/ Ba\n2/ Bốn\n", 443, (1, 1), "1. Một");
    told("Gồm:\n1/Một\n2/Hai\n", 443, (2, 1), "1. Một");
    fine(&[
        "1/ Một\n",
        "2/9 là ngày lễ\n3/9 thì không\n",
        "1/ Một\n3/ Ba\n",
        "1/2 xã\n2/3 thôn\n",
        "1. Một\n2. Hai\n",
        "`1/ Một`\n`2/ Hai`\n",
    ]);
}

#[test]
fn lines_of_a_poem_are_kept_by_two_blanks_or_a_backslash() {
    for text in ["Ai về  \nnhắn ai\n", "Ai về\\\nnhắn ai\n"] {
        let (prose, found) = parse(text);
        assert_eq!(found, []);
        assert!(prose.events().any(|event| event == super::Event::Break), "{text:?}");
    }
}

#[test]
fn an_address_with_blanks_and_brackets_is_told_whole() {
    told(
        "![Cổng](photos/Ảnh 1 (2).JPG)\n",
        420,
        (1, 9),
        "(<photos/Ảnh 1 (2).JPG>)",
    );
    told(
        "![Cổng](photos/Ảnh 1.JPG) (nhìn từ sân)\n",
        420,
        (1, 9),
        "(<photos/Ảnh 1.JPG>)",
    );
    assert_eq!(parse("![Cổng](<photos/Ảnh 1 (2).JPG>)\n").1, []);
}

#[test]
fn lines_that_run_together_are_told_once() {
    told("– Chào bác!\n— Chào cháu!\n", 446, (1, 1), "- Chào bác!");
    told("Gồm:\n– một\n– hai\n\n– ba\n– bốn\n", 446, (2, 1), "- một");
    told("a) Một\nb) Hai\n", 446, (1, 1), "- a) Một");
    told("c. Một\nđ. **Hai**\n", 446, (1, 1), "- c. Một");
    told("– Xem [đình](relics/a)\n– Hai\n", 446, (1, 1), "- Xem …");
    fine(&[
        "– Chào bác!\n\n– Chào cháu!\n",
        "– Chào bác!  \n– Chào cháu!\n",
        "– Chào bác!\\\n– Chào cháu!\n",
        "Chùa Bổ Đà\n– ngôi chùa cổ – ở Việt Yên.\n",
        "Ông A. Nguyễn\nB. Trần\n",
        "- a) Một\n- b) Hai\n",
        "a. Một\na. Hai\n",
        "- – một\n- – hai\n",
    ]);
}

#[test]
fn rows_with_empty_lines_between_and_cells_without_a_column_are_told() {
    told("| Tên | Năm |\n\n| Bia | 1689 |\n", 450, (1, 1), "|---|---|");
    told("| Tên | Năm |\n|---|---|\n| Bia | 1689 | sân |\n", 451, (3, 16), "\\|");
    let text = "Tên | Năm\n---|---\nBia | 1689 | sân | ao\n";
    told(text, 451, (3, 14), "\\|");
    let found = &parse(text).1[0];
    let said = ["lost", "columns"].map(|name| found.arg(name).unwrap_or_default());
    assert_eq!(said, ["sân | ao", "2"]);
    // Each such row is told where it stands; the row of the headings sets the number.
    let rows = "| Tên |\n|---|\n| Bia | 1 |\n| Tháp |\n| Chuông | 2 |\n";
    assert_eq!(places(rows), [(451, 3, 9), (451, 5, 12)]);
    fine(&[
        "| Tên | Năm |\n|---|---|\n| Bia | 1689 |\n| Tháp |\n| a \\| b | c | |\n",
        "Lễ | hội | làng\n",
        "|x|\n",
        "Chuông | trống |\n",
    ]);
    told("\u{f0a7} Cổng\n\u{f0a7} Sân\n", 432, (1, 1), "- Cổng");
}

#[test]
fn lines_that_were_meant_to_stay_lines_are_told_once() {
    told("8h00 – Qua đò.\n8h15 – Đình Thổ Hà.\n", 446, (1, 1), "- 8h00 – Qua đò.");
    told(
        "Lịch sử:\n1966: thành lập.\n1968: đánh 23 trận.\n",
        446,
        (2, 1),
        "- 1966: thành lập.",
    );
    told("5/3: khai hội\n6/3: rước nước\n", 446, (1, 1), "- 5/3: khai hội");
    told(
        "**Địa chỉ:** thôn Hạ\n**Điện thoại:** 0912\n",
        446,
        (1, 1),
        "- **Địa chỉ:** thôn Hạ",
    );
    told("📍 Thôn Hạ\n☎ 0912 345 678\n", 446, (1, 1), "- 📍 Thôn Hạ");
    told(
        "> Quả cau nho nhỏ miếng trầu hôi\n> Này của Xuân Hương mới quệt rồi\n",
        446,
        (1, 3),
        "\\",
    );
    told(
        "> a bell on the hill,\n> a song in the vale.\n",
        446,
        (1, 3),
        "- a bell on the hill,",
    );
    told("巍巍古寺\n赫赫靈臺\n一片石\n", 446, (1, 1), "- 巍巍古寺");
    told(
        "Trong đầm gì đẹp bằng sen,\nLá xanh bông trắng lại chen nhị vàng.\n",
        446,
        (1, 1),
        "- ",
    );
    fine(&[
        "> Quả cau nho nhỏ miếng trầu hôi\\\n> Này của Xuân Hương mới quệt rồi\n",
        "Năm 1966: thành lập.\n\nNăm 1968: đánh 23 trận.\n",
        "Đình dựng năm 1686, dưới thời vua Lê Hy Tông, trên nền cũ của một ngôi miếu, theo văn bia\n\
         1692: đó là lời của người làng, mà các cụ còn kể lại cho con cháu nghe mỗi dịp hội.\n",
        "Mái đền lợp ngói mũi hài.\nSân đền lát gạch Bát Tràng.\n",
        "Ngôi đền cổ nhất vùng\nnằm ở cuối làng Hạ.\n",
        "- Cổng tam quan của ngôi đền\n  Sân gạch Bát Tràng rộng rãi\n",
        "![Cổng đền nhìn từ sân](photos/cong.jpg)\n*Cổng đền*\n",
        "> Ông kể: “Ngày xưa làng này nghèo lắm, cả làng chỉ có hai con trâu,\n> mà trâu thì gầy.”\n",
    ]);
}

#[test]
fn a_line_of_signs_below_a_paragraph_is_told() {
    told("Đoạn một dài lắm.\n-----\nĐoạn hai.\n", 444, (2, 1), "dòng trống");
    told("Đoạn một\nhai dòng\n---\n", 444, (3, 1), "## ");
    told("Thân gửi,\n--\n", 444, (2, 1), "một dòng trống rồi đến dòng ---");
    told("> Đoạn một:\n> ---\n", 444, (2, 3), "dòng trống");
    told("Lịch sử\n=====\n", 445, (2, 1), "## Lịch sử");
    told("Đoạn một.\n===\n\n## Chuyện\n", 445, (2, 1), "---");
    fine(&[
        "Lịch sử\n-------\n",
        "Đoạn một.\n\n-----\n\nĐoạn hai.\n",
        "## Có phải Đoạn một?\n",
        "- một.\n-----\n",
    ]);
    let chapter = Prose::parse_chapter(&Document::new(
        "books/a/chapters/01-b/vi.md",
        "Con nghê\n===\n\nNgày xưa.\n",
    ));
    assert_eq!((chapter.0.own_title(), chapter.1), (Some("Con nghê"), Vec::new()));
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
    for sign in [
        "](",
        "[a](b ",
        "] (",
        "-x\n",
        "-x -y\n",
        "** a",
        "a|b\n",
        "#x ",
        "1.ab\n",
        "a:**b ",
        "1/ a\n",
        "– a\n",
        "– a  \n",
        "2*2",
        "2**2",
        "1. a\n",
        "a.\n---\n",
        "a\tb\n",
        "https://a.vn ",
        "https://a.vn)",
        "www.a.vn(",
    ] {
        let began = std::time::Instant::now();
        parse(&sign.repeat(500_000 / sign.len()));
        // A square of this size would take minutes.
        assert!(began.elapsed().as_secs() < 30, "{sign:?} {:?}", began.elapsed());
    }
    let many: String = (0..25_000).map(|n| format!("https://a{n}.vn ")).collect();
    let began = std::time::Instant::now();
    let found = parse(&many).1;
    assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
    assert_eq!(found.len(), 100);
}
