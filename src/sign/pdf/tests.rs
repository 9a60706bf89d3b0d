//! The file as other programs will see it, checked on the real faces.
//!
//! Entry point: the tests. Invariant: nothing is compared with what the code under test worked out itself.

use super::*;
use crate::sign::layout::{Layout, Source, builtin};
use crate::sign::sheet::fill;
use crate::sign::{Code, Plate};
use std::io::Read as _;

fn about() -> About {
    About {
        title: "Di sản <thử> & nghiệm".to_string(),
        author: "Đoàn xã".to_string(),
        language: "vi".to_string(),
        day: Date::new(2026, 11, 21).unwrap(),
    }
}

fn sheets(count: usize) -> Vec<Sheet> {
    let (svg, paper) = builtin("plate-a5").unwrap();
    let source = Source {
        name: "plate-a5",
        file: "plate-a5",
        svg,
        color: "#9c2a1c",
        paper,
    };
    let layout = Layout::read(&source).0.unwrap();
    let symbol = crate::qr::encode("https://DISAN.EXAMPLE/735195/").unwrap();
    let plate = |i: usize| Plate {
        key: "relics/a".to_string(),
        says: BTreeMap::from([
            ("title".to_string(), format!("Đền Thượng số {i}")),
            ("title_2".to_string(), "Plei Pơ\u{306}ng".to_string()),
        ]),
        others: Vec::new(),
        codes: vec![Code {
            code: "735195".to_string(),
            key: "relics/a".to_string(),
            payload: "https://DISAN.EXAMPLE/735195/".to_string(),
            version: symbol.version,
            level: "M",
            serial: "735195-1".to_string(),
            svg: crate::qr::svg::svg(&symbol, None),
        }],
    };
    let sheet = |i| {
        let mut sheet = Sheet::new(layout.size, "Đền Thượng");
        let notes = fill(&mut sheet, &layout, &plate(i), (0.0, 0.0));
        assert_eq!(notes, crate::sign::sheet::Notes::default());
        sheet
    };
    (0..count).map(sheet).collect()
}

/// The text of all streams, unpacked where they are packed.
fn streams(file: &[u8]) -> Vec<Vec<u8>> {
    let find = |from: usize, what: &[u8]| {
        file[from..]
            .windows(what.len())
            .position(|w| w == what)
            .map(|i| from + i)
    };
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(start) = find(at, b"stream\n") {
        let end = find(start, b"endstream").unwrap();
        let bytes = &file[start + 7..end];
        let mut text = Vec::new();
        if flate2::read::ZlibDecoder::new(bytes).read_to_end(&mut text).is_err() {
            text = bytes.to_vec();
        }
        all.push(text);
        at = end + 9;
    }
    all
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).to_string()
}

#[test]
fn the_same_sheets_give_the_same_bytes_and_another_day_others() {
    let sheets = sheets(2);
    let file = pdf(&sheets, &about());
    assert_eq!(file, pdf(&sheets, &about()));
    let later = About {
        day: Date::new(2026, 11, 22).unwrap(),
        ..about()
    };
    assert_ne!(file, pdf(&sheets, &later));
    assert!(text(&file).contains("(D:20261121000000+07'00"));
}

#[test]
fn pages_have_true_millimeters() {
    let file = text(&pdf(&sheets(1), &about()));
    // 148 mm and 210 mm in points.
    let at = file.find("/MediaBox").unwrap();
    let numbers = file[at..].split(['[', ']']).nth(1).unwrap();
    let numbers: Vec<f32> = numbers.split(" ").map(|n| n.parse().unwrap()).collect();
    assert_eq!(numbers[..2], [0.0, 0.0]);
    assert!(
        (numbers[2] - 419.5276).abs() < 0.001 && (numbers[3] - 595.2756).abs() < 0.001,
        "{numbers:?}"
    );
}

#[test]
fn a_press_is_told_where_the_plate_is_cut() {
    let boxes = |sheet: Sheet| -> Vec<Vec<f32>> {
        let file = text(&pdf(&[sheet], &about()));
        let numbers = |name: &str| {
            let at = file.find(name).unwrap();
            let numbers = file[at..].split(['[', ']']).nth(1).unwrap();
            let mm = |n: &str| (n.parse::<f32>().unwrap() / POINTS * 10.0).round() / 10.0;
            numbers.split(' ').map(mm).collect()
        };
        ["/MediaBox", "/BleedBox", "/TrimBox"].map(numbers).to_vec()
    };
    let whole = vec![0.0, 0.0, 148.0, 210.0];
    assert_eq!(boxes(sheets(1).remove(0)), [whole.clone(), whole.clone(), whole]);
    let (marked, _) = crate::sign::marks::page((148.0, 210.0), "x");
    let wanted = [
        [0.0, 0.0, 172.0, 234.0],
        [9.0, 9.0, 163.0, 225.0],
        [12.0, 12.0, 160.0, 222.0],
    ];
    assert_eq!(boxes(marked), wanted);
}

#[test]
fn art_that_plates_share_is_written_once() {
    let (one, many) = (pdf(&sheets(1), &about()).len(), pdf(&sheets(21), &about()).len());
    let page = (many - one) / 20;
    assert!(page < 4000, "{page} bytes a page");
    let forms = text(&pdf(&sheets(21), &about())).matches("/Subtype /Form").count();
    assert_eq!(forms, 1);
}

#[test]
fn letters_can_be_found_again_and_codes_are_black_ink_alone() {
    let file = pdf(&sheets(1), &about());
    let all: Vec<String> = streams(&file).iter().map(|s| text(s)).collect();
    let page = all.iter().find(|s| s.contains("Tj") || s.contains("TJ")).unwrap();
    // The code's modules: gray 0, never red, green and blue.
    assert!(page.contains("\n0 G\n"), "{page}");
    let maps: String = all.iter().filter(|s| s.contains("beginbfchar")).cloned().collect();
    for c in "ĐềnThượg".chars() {
        assert!(maps.contains(&format!("<{:04X}>", u32::from(c))), "{c}");
    }
}

#[test]
fn faces_hold_only_what_is_shown() {
    let file = pdf(&sheets(1), &about());
    let fonts: Vec<Vec<u8>> = streams(&file)
        .into_iter()
        .filter(|s| s.starts_with(&[0, 1, 0, 0]))
        .collect();
    assert_eq!(fonts.len(), FACES.len());
    for (font, face) in fonts.iter().zip(FACES) {
        let bytes = crate::sign::face::Bytes(font);
        let inked = (0..bytes.glyphs())
            .filter(|glyph| !bytes.glyph(*glyph).is_empty())
            .count();
        assert!(inked < 40, "{face:?} {inked}");
        assert_eq!(bytes.glyphs(), crate::sign::face::Bytes(face.bytes()).glyphs());
        let all = font.chunks(4).fold(0_u32, |sum, word| {
            sum.wrapping_add(u32::from_be_bytes(word.try_into().unwrap()))
        });
        assert_eq!(all, 0xB1B0_AFBA, "the check sum of the whole file");
    }
}
