//! HTML of prose: what people write never becomes markup.
//!
//! Entry point: the tests. Invariant: each ends with the HTML that a browser gets.

use super::*;
use crate::source::document::Document;

fn page(source: &str) -> String {
    page_with(source, |written| Target::Href {
        href: written.to_string(),
        external: written.starts_with("http"),
    })
}

fn page_with(source: &str, target: impl Fn(&str) -> Target) -> String {
    let (prose, _) = Prose::parse(&Document::new("vi.md", source));
    let targets = prose.links().iter().map(|link| target(prose.written(link))).collect();
    html(&ProseView { prose: &prose, targets })
}

fn picture(src: &str) -> Target {
    Target::Picture {
        src: src.to_string(),
        srcset: Some("a-480.jpg 480w, a-960.jpg 960w".to_string()),
        webp: None,
        width: 960,
        height: 640,
        href_full: Some("a-full.jpg".to_string()),
    }
}

#[test]
fn raw_html_and_entities_come_out_as_text() {
    assert_eq!(
        page("A <b onclick=x>&lt;script&gt;</b> & \"b\"\n\n<script>alert(1)</script>\n"),
        "<p>A &lt;b onclick=x&gt;&lt;script&gt;&lt;/b&gt; &amp; \"b\"</p>\n\
         <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
    );
}

#[test]
fn lines_that_an_author_ends_make_a_verse() {
    assert_eq!(
        page("Gió đưa cành *trúc*\\\nla đà,  \nTiếng chuông\n\nVăn xuôi\nmột đoạn.\n"),
        "<p class=\"verse\">Gió đưa cành <em>trúc</em><br>\nla đà,<br>\nTiếng chuông</p>\n\
         <p>Văn xuôi\nmột đoạn.</p>\n"
    );
    assert_eq!(page("- a\\\n  b\n\nc\n"), "<ul>\n<li>a<br>\nb</li>\n</ul>\n<p>c</p>\n");
}

#[test]
fn lists_show_the_numbers_that_were_typed() {
    assert_eq!(
        page("1945. Một.\n\n1954. Hai.\n\n1955. Ba.\n\n1955. Bốn.\n"),
        "<ol class=\"wide\" start=\"1945\">\n<li><p>Một.</p>\n</li>\n<li value=\"1954\"><p>Hai.</p>\n</li>\n\
         <li><p>Ba.</p>\n</li>\n<li value=\"1955\"><p>Bốn.</p>\n</li>\n</ol>\n"
    );
    assert_eq!(
        page("> 1. a\n> 3. b\n>    1) c\n>    2) d\n>\n> 2010. e\n")
            .replace("<p>", "")
            .replace("</p>\n", ""),
        "<blockquote>\n<ol class=\"wide\">\n<li>a</li>\n<li value=\"3\">b<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n</li>\n\
         <li value=\"2010\">e</li>\n</ol>\n</blockquote>\n"
    );
    // Markdown lets a writer leave the counting to it.
    assert_eq!(
        page("1. a\n1. b\n1. c\n"),
        "<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>\n"
    );
    assert_eq!(page("[^1]: 5. a\n\nx[^1]\n").matches("<ol start=\"5\">").count(), 1);
    // More than can be nested is left out, and what is shown stays in order.
    let deep: String = (0..40).map(|n| format!("{}{n}. a\n", " ".repeat(n * 4))).collect();
    assert_eq!(page(&deep).matches("<ol").count(), page(&deep).matches("</ol>").count());
}

#[test]
fn signs_between_numbers_are_shown_as_typed() {
    for typed in [
        "Bia cao 30*40*50 cm",
        "2*3*4*5*6",
        "30cm*40cm*50cm",
        "2**3**4",
        "khoảng ~500~ người",
        "# 2*3*4",
        "Bia 30*40 cm*",
        "(*) Bia 30*40 cm",
    ] {
        let out = page(&format!("{typed}\n"));
        assert!(out.contains(typed.trim_start_matches("# ")), "{typed}: {out}");
    }
    assert!(page("![Bia 30*40*50](a.jpg)\n").contains("30*40*50"));
    assert_eq!(
        page("*40* và **50**, ~~500~~, a*b*c\n"),
        "<p><em>40</em> và <strong>50</strong>, <del>500</del>, a<em>b</em>c</p>\n"
    );
    for (marked, out) in [
        ("**Khoảng**3 người", "<strong>Khoảng</strong>3 người"),
        ("H**2**O", "H<strong>2</strong>O"),
        ("*Tháng*5", "<em>Tháng</em>5"),
        ("**Tầng 2**3 phòng", "<strong>Tầng 2</strong>3 phòng"),
        ("10**2**", "10<strong>2</strong>"),
    ] {
        assert_eq!(page(&format!("{marked}\n")), format!("<p>{out}</p>\n"));
    }
}

#[test]
fn attributes_cannot_be_left() {
    let out = page("[x](relics/a \"t\\\" onmouseover=&quot;alert(1)\") ![a\"b](c.jpg)\n\n``` \"><b>\nx\n```\n");
    assert!(out.contains("title=\"t&quot; onmouseover=&quot;alert(1)\""), "{out}");
    assert!(out.contains("class=\"language-&quot;&gt;&lt;b&gt;\""), "{out}");
}

#[test]
fn addresses_are_percent_encoded_and_never_run_code() {
    let out = page_with("[x](relics/a)", |_| Target::Href {
        href: "files/bản \"đồ\".pdf?a=1&b='".to_string(),
        external: false,
    });
    assert!(
        out.contains("href=\"files/b%E1%BA%A3n%20%22%C4%91%E1%BB%93%22.pdf?a=1&amp;b=&#39;\""),
        "{out}"
    );
    let out = page_with("[x](relics/a)", |_| Target::Href {
        href: " JavaScript:alert(1)".to_string(),
        external: false,
    });
    assert_eq!(out, "<p><a href=\"#\">x</a></p>\n");
}

#[test]
fn links_elsewhere_lend_no_weight_and_lost_ones_are_text() {
    assert_eq!(
        page("[a](https://a.vn)"),
        "<p><a href=\"https://a.vn\" rel=\"noopener nofollow\">a</a></p>\n"
    );
    assert_eq!(
        page_with("x [*a*](b) ![c](d)", |_| Target::Missing),
        "<p>x <em>a</em> c</p>\n"
    );
}

#[test]
fn foreign_words_are_marked() {
    let out = page_with("Chùa [慈恩寺](lang:zh-Hant).", |_| {
        Target::Lang("zh-Hant".to_string())
    });
    assert_eq!(out, "<p>Chùa <span lang=\"zh-Hant\">慈恩寺</span>.</p>\n");
}

#[test]
fn a_picture_on_its_own_line_is_a_figure_with_a_caption() {
    let out = page_with("![Cổng](photos/a.jpg \"Cổng, 2026\")\n", picture);
    assert_eq!(
        out,
        "<figure><a href=\"a-full.jpg\"><img src=\"photos/a.jpg\" srcset=\"a-480.jpg 480w, a-960.jpg 960w\" \
         sizes=\"(min-width: 46rem) 44rem, 100vw\" width=\"960\" height=\"640\" loading=\"lazy\" \
         decoding=\"async\" alt=\"Cổng\"></a><figcaption>Cổng, 2026</figcaption></figure>\n"
    );
    let inline = page_with("Xem ![Cổng](photos/a.jpg \"Gợi ý\") này", picture);
    assert!(inline.contains("<p>Xem <img title=\"Gợi ý\" src="), "{inline}");
}

#[test]
fn headings_tables_and_tasks() {
    let out = page("## Giá\n\n| A | B |\n|:-:|--|\n| 1 | 2 |\n\n- [x] xong\n- [ ] chưa\n");
    assert_eq!(
        out,
        "<h2 id=\"gia\">Giá</h2>\n<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"gia\">\n\
         <table>\n<thead>\n<tr><th scope=\"col\" class=\"center\">A</th><th scope=\"col\">B</th></tr>\n</thead>\n\
         <tbody>\n<tr><td class=\"center\">1</td><td>2</td></tr>\n</tbody>\n</table>\n</div>\n<ul>\n\
         <li><input type=\"checkbox\" disabled checked> xong</li>\n\
         <li><input type=\"checkbox\" disabled> chưa</li>\n</ul>\n"
    );
}

#[test]
fn a_table_whose_head_is_empty_has_none() {
    let out = page("| | |\n|--|--|\n| Giờ | 7:30 |\n");
    assert!(
        out.contains("<table>\n<tbody>\n<tr><td>Giờ</td><td>7:30</td></tr>\n</tbody>\n</table>"),
        "{out}"
    );
    let half = page("| | Giá |\n|--|--|\n| Vé | 0 |\n");
    assert!(
        half.contains("<th scope=\"col\"></th><th scope=\"col\">Giá</th>"),
        "{half}"
    );
}

#[test]
fn definition_lists_and_struck_out_words() {
    assert_eq!(
        page("Bia\n: Tấm đá ~~gỗ~~\n"),
        "<dl>\n<dt>Bia</dt>\n<dd>Tấm đá <del>gỗ</del></dd>\n</dl>\n"
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    let out = page("A[^x] B[^x].\n\n[^x]: Theo bia.\n");
    assert_eq!(
        out,
        "<p>A<sup class=\"footnote\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> \
         B<sup class=\"footnote\"><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\">1</a></sup>.</p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\"><p>Theo bia. \
         <a href=\"#fnref-1\" class=\"back\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩\u{fe0e}</a> \
         <a href=\"#fnref-1-2\" class=\"back\" role=\"doc-backlink\" aria-label=\"↩ 1\">↩\u{fe0e}</a></p>\n\
         </li>\n</ol>\n</section>\n"
    );
}

#[test]
fn control_characters_do_not_reach_the_page() {
    assert_eq!(page("a\u{1}b\u{b}c\u{7f}d"), "<p>abcd</p>\n");
    let mut out = String::new();
    text(&mut out, "a\u{1}b\u{7f}");
    assert_eq!(out, "a\u{fffd}b\u{fffd}", "a second lock");
}
