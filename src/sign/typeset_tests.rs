//! Text set into boxes, checked on the real faces.
//!
//! Entry point: the tests. Invariant: nothing is compared with what the code under test worked out itself.

use super::*;
use crate::sign::face::FACES;

fn block(face: Face, size: f32, text: &str) -> Block {
    Block {
        face,
        size,
        color: [0, 0, 0],
        leading: 1.36,
        lines: 3,
        gap: 2.0,
        may_go: false,
        instead: String::new(),
        text: text.to_string(),
    }
}

fn frame(width: f32, height: f32) -> Frame {
    Frame {
        x: 10.0,
        y: 20.0,
        width,
        height,
        across: Align::Middle,
        down: Align::Middle,
    }
}

/// Names of the length of the longest real ones, made of the words that such names are made of.
fn long_titles() -> Vec<String> {
    let what = [
        "Quần thể di tích và danh thắng",
        "Di tích lịch sử kiến trúc nghệ thuật",
        "Khu di tích lưu niệm",
        "Cụm đình, đền, chùa và nhà thờ họ",
        "Địa điểm khởi nghĩa vũ trang của nghĩa quân",
    ];
    let whose = [
        "Quảng Phúc Thiền tự",
        "Khuông Lộ Quốc sư Nguyễn Minh Không",
        "Đệ nhị Giáp Tiến sĩ Nguyễn Đĩnh Thần",
        "Thượng Ngàn Thánh Mẫu Ỷ Lan Nguyên phi",
        "Bảy mươi hai vị Nghĩa sĩ Ỷ Thiên Đồ Sơn",
        "ƠI NƯƠNG MĂNG ĐĂNG GLĂNG",
        "Ẫm Ẩm Ậm Ặng Ẵng Ẳng",
        "Plei Pơ̆ng Gia Rŏng Čư̆ Mgar Krông Nŏ",
    ];
    let place = [
        "làng Phượng Nhỡn, xã Trí Yên, huyện Yên Dũng",
        "thôn Đồng Nhân, phường Bồ Đề, quận Long Biên",
        "tổng Ỷ La, phủ Yên Bình, trấn Tuyên Quang",
        "xã Hương Ngải, huyện Thạch Thất",
        "buôn Ƀuôr, xã Čư Ê Wi",
    ];
    let mut all = Vec::new();
    for a in what {
        for b in whose {
            all.extend(place.iter().map(|c| format!("{a} {b} ({c})")));
        }
    }
    all.sort_by_key(|title| std::cmp::Reverse(title.chars().count()));
    all.truncate(200);
    all
}

/// Ink of every line inside the box, and no line into another one.
fn assert_clean(fitted: &Fitted, frame: Frame, what: &str) {
    assert!(!fitted.overflows, "{what} overflows");
    assert_eq!(fitted.missing, Vec::<char>::new(), "{what}");
    let slip = 0.05;
    let inks: Vec<Rect> = fitted.runs.iter().filter_map(Run::ink).collect();
    assert!(!inks.is_empty(), "{what}");
    for ink in &inks {
        let inside = ink.left() >= frame.x - slip
            && ink.right() <= frame.x + frame.width + slip
            && ink.top() >= frame.y - slip
            && ink.bottom() <= frame.y + frame.height + slip;
        assert!(inside, "{what}: {ink:?} leaves {frame:?}");
    }
    for pair in inks.windows(2) {
        assert!(
            pair[0].bottom() <= pair[1].top() + slip,
            "{what}: lines touch, {pair:?}"
        );
    }
}

#[test]
fn the_two_hundred_longest_titles_stay_in_their_boxes_with_all_marks() {
    let titles = long_titles();
    assert_eq!(titles.len(), 200);
    assert!(titles[199].chars().count() > 60);
    // The boxes of the plates, and one that is much too low for the wished size.
    for (width, height, size) in [(106.0, 34.2, 11.0), (78.0, 25.4, 8.6), (106.0, 21.0, 11.0)] {
        for title in &titles {
            let mut second = block(Face::SerifItalic, size * 0.6, title);
            second.leading = 1.3;
            let frame = frame(width, height);
            let fitted = fit(&[block(Face::SerifBold, size, title), second], frame);
            assert_clean(&fitted, frame, title);
            let shown: Vec<String> = fitted.runs.iter().map(Run::text).collect();
            let words = |text: &str| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
            let wanted = words(&crate::text::nfc(&format!("{title} {title}")));
            assert_eq!(words(&shown.join(" ")), wanted, "nothing is lost");
        }
    }
}

/// Every layout with every long title in every place for a title, as plates are really filled.
#[test]
fn long_titles_stay_in_the_boxes_of_every_layout() {
    use crate::sign::layout::{Layout, Source, builtin, builtin_names, filled};
    let titles = long_titles();
    let summary = "Chốn tổ thiền phái Lâm Tế dưới chân núi Phượng Hoàng, nổi tiếng với vườn tháp gần trăm ngôi cổ, tường đất \
                   và gần hai nghìn mộc bản kinh Phật khắc từ thế kỷ mười tám";
    for name in builtin_names().chain(["stall-0", "stall-1", "stall-2"]) {
        let (svg, paper) = builtin(name).unwrap();
        let source = Source {
            name,
            file: name,
            svg,
            color: "#9c2a1c",
            paper,
        };
        let layout = Layout::read(&source).0.unwrap();
        for title in titles.iter().step_by(12) {
            let say = |name: &str| match name {
                "what" => summary,
                "serial" => "735195-12",
                "kinds" => "Di tích · Relic",
                "cm" => "155",
                name if name.contains("address") => "ditich-dongda.hanoi.example.vn/735195",
                name if name.contains("title") || name.contains("item") => title,
                _ => "Nhóm biên soạn trang mẫu",
            };
            for text in &layout.texts {
                let names = text.blocks.iter().flat_map(|block| block.text.split('{').skip(1));
                let names = names.filter_map(|rest| rest.split_once('}'));
                let mut says: std::collections::BTreeMap<String, String> = names
                    .map(|(name, _)| (name.to_string(), say(name).to_string()))
                    .collect();
                says.insert("kinds".into(), say("kinds").into());
                let block = |block: &Block| Block {
                    text: filled(&block.text, &says).unwrap(),
                    instead: filled(&block.instead, &says).unwrap(),
                    ..block.clone()
                };
                let blocks: Vec<Block> = text.blocks.iter().map(block).collect();
                let fitted = fit(&blocks, text.frame);
                assert_clean(&fitted, text.frame, &format!("{name}: {title}"));
                // Five points on plates; small labels say when a name is too long for them.
                let smallest = fitted.runs.iter().map(|run| run.size).fold(f32::MAX, f32::min);
                let is_large = layout.grid.is_none() && layout.size.0 > 80.0;
                assert!(
                    !is_large || smallest >= 1.35,
                    "{name}: {smallest} mm for {:?}",
                    text.blocks[0].text
                );
            }
        }
    }
}

#[test]
fn what_may_go_gives_way_to_something_shorter_first() {
    let mut summary = block(Face::Sans, 4.0, &"một câu tóm tắt dài ".repeat(8));
    summary.may_go = true;
    summary.instead = "Di tích".to_string();
    let title = "Di tích lịch sử kiến trúc nghệ thuật chùa Quảng Phúc Thiền tự";
    let fitted = fit(&[block(Face::SerifBold, 9.0, title), summary], frame(100.0, 30.0));
    assert_eq!(fitted.runs.last().map(Run::text).as_deref(), Some("Di tích"));
}

#[test]
fn a_short_title_keeps_its_wished_size_and_stands_in_the_middle() {
    let frame = frame(100.0, 40.0);
    let fitted = fit(&[block(Face::SerifBold, 10.0, "Chùa")], frame);
    assert_eq!(fitted.scale, 1.0);
    let ink = fitted.runs[0].ink().unwrap();
    assert!(((ink.left() + ink.right()) / 2.0 - 60.0).abs() < 1.0, "{ink:?}");
    assert!((fitted.runs[0].at.1 - 43.0).abs() < 2.0, "{:?}", fitted.runs[0].at);
}

#[test]
fn lines_are_of_about_equal_length() {
    let fitted = fit(
        &[block(Face::Sans, 5.0, "một hai ba bốn năm sáu bảy tám chín mười")],
        frame(60.0, 30.0),
    );
    assert_eq!(fitted.runs.len(), 2);
    let widths: Vec<f32> = fitted.runs.iter().map(|run| run.width * run.size).collect();
    assert!((widths[0] - widths[1]).abs() < 15.0, "{widths:?}");
}

#[test]
fn what_may_go_goes_before_names_become_small() {
    let mut summary = block(Face::Sans, 4.0, &"một câu tóm tắt dài ".repeat(8));
    summary.may_go = true;
    let title = "Di tích lịch sử kiến trúc nghệ thuật chùa Quảng Phúc Thiền tự";
    let frame = frame(100.0, 22.0);
    let with = fit(&[block(Face::SerifBold, 11.0, title), summary], frame);
    let without = fit(&[block(Face::SerifBold, 11.0, title)], frame);
    assert_eq!(with.runs, without.runs);
}

#[test]
fn one_word_that_cannot_fit_is_told() {
    let fitted = fit(&[block(Face::Sans, 10.0, &"Ồ".repeat(200))], frame(30.0, 10.0));
    assert!(fitted.overflows);
}

#[test]
fn letters_taken_apart_are_set_as_those_in_one_piece() {
    let mut missing = Vec::new();
    for face in FACES {
        let apart: String = unicode_normalization::UnicodeNormalization::nfd("Chùa Bổ Đà, Ỷ Lan").collect();
        assert_eq!(
            set(face, &apart, &mut missing),
            set(face, "Chùa Bổ Đà, Ỷ Lan", &mut missing)
        );
    }
    assert!(missing.is_empty());
}

#[test]
fn a_mark_without_a_letter_of_its_own_stands_on_its_letter_and_touches_nothing() {
    for face in FACES {
        for text in ["ơ\u{306}", "ê\u{306}", "ô\u{306}", "Ơ\u{306}", "ư\u{306}"] {
            let (glyphs, width) = set(face, text, &mut Vec::new());
            assert_eq!(glyphs.len(), 2);
            assert_eq!(width, face.advance(glyphs[0].glyph), "a mark takes no room");
            let (letter, mark) = (face.ink(glyphs[0].glyph).unwrap(), face.ink(glyphs[1].glyph).unwrap());
            let left = glyphs[1].x + mark.left();
            assert!(left > -0.1 && left + mark.width() < width + 0.1, "{text} {face:?}");
            assert!(mark.bottom() + glyphs[1].y < letter.top() + 0.06, "{text} {face:?}");
        }
    }
}

#[test]
fn a_letter_that_no_face_has_is_named_once() {
    let mut missing = Vec::new();
    let (glyphs, _) = set(Face::Sans, "a文文b", &mut missing);
    assert_eq!((glyphs.len(), missing), (2, vec!['文']));
}

#[test]
fn what_cannot_be_shown_leaves_no_hole() {
    let text = "Văn Miếu 文廟 (文) Quốc Tử Giám 🐢\u{fe0f}";
    let fitted = fit(&[block(Face::SerifBold, 5.0, text)], frame(120.0, 30.0));
    let shown: Vec<String> = fitted.runs.iter().map(Run::text).collect();
    assert_eq!(shown, ["Văn Miếu Quốc Tử Giám"]);
    assert_eq!(fitted.missing, ['文', '廟', '🐢']);
}

#[test]
fn a_name_stays_whole_in_slightly_smaller_letters_but_not_in_much_smaller_ones() {
    let at = |width: f32| {
        fit(
            &[block(Face::SerifBold, 9.2, "Di tích chiến thắng Đak Pơ")],
            frame(width, 34.0),
        )
    };
    let (near, far) = (at(120.0), at(88.0));
    assert_eq!(near.runs.len(), 1);
    assert!(near.scale < 1.0 && near.scale > 0.8, "{}", near.scale);
    let lines: Vec<String> = far.runs.iter().map(Run::text).collect();
    assert_eq!(
        (lines.join(" | ").as_str(), far.scale),
        ("Di tích chiến thắng | Đak Pơ", 1.0)
    );
}

#[test]
fn slanted_letters_at_the_edge_make_nothing_smaller() {
    for across in [Align::Start, Align::End] {
        let frame = Frame {
            across,
            ..frame(60.0, 20.0)
        };
        let fitted = fit(&[block(Face::SerifItalic, 5.0, "Bo Da Pagoda")], frame);
        assert_eq!(fitted.scale, 1.0);
        assert_clean(&fitted, frame, "at the edge");
    }
}
