//! Symbols against the `qrcode` crate, two independent decoders and what was printed before.
//!
//! Entry point: the tests; [`Dice`] and [`every_symbol`] serve the neighbors' tests too. Invariant: seeds are fixed.

use super::segments::segments;
use super::symbol::Draft;
use super::{Level, MAX_VERSION, Refusal, Symbol, encode, encode_text, raster};
use qrcode::bits::Bits;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::ec::construct_codewords;
use qrcode::types::{Color, EcLevel, Version};

/// Numbers that look random and are the same at every run (xorshift).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Stretches of digits, capitals and small letters.
    pub(super) fn payload(&mut self, length: usize) -> Vec<u8> {
        let mut out = Vec::new();
        while out.len() < length {
            let letters: &[u8] = [&b"0123456789"[..], b"ABCXYZ:/.-0", b"abcxyz?=&_"][self.below(3)];
            for _ in 0..=self.below(9) {
                out.push(letters[self.below(letters.len())]);
            }
        }
        out.truncate(length);
        out
    }
}

const LEVELS: [(Level, EcLevel); 4] = [
    (Level::L, EcLevel::L),
    (Level::M, EcLevel::M),
    (Level::Q, EcLevel::Q),
    (Level::H, EcLevel::H),
];

const MASKS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// Nearly full symbols of each version and level, with their payloads.
pub(super) fn every_symbol(dice: &mut Dice) -> Vec<(Vec<u8>, Symbol)> {
    let mut out = Vec::new();
    for version in 1..=MAX_VERSION {
        for (level, theirs) in LEVELS {
            let room = Bits::new(Version::Normal(version.into())).max_len(theirs).unwrap() / 8 - 3;
            let data = dice.payload(room);
            let symbol = Draft::new(&data, &segments(&data, version), version, level)
                .unwrap()
                .finish();
            out.push((data, symbol));
        }
    }
    out
}

fn crate_modules(data: &[u8], symbol: &Symbol) -> Vec<bool> {
    let version = Version::Normal(symbol.version.into());
    let level = LEVELS.iter().find(|(own, _)| *own == symbol.level).unwrap().1;
    let mut bits = Bits::new(version);
    bits.push_segments(data, segments(data, symbol.version).into_iter())
        .unwrap();
    bits.push_terminator(level).unwrap();
    let (words, correction) = construct_codewords(&bits.into_bytes(), version, level).unwrap();
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&words, &correction);
    canvas.apply_mask(MASKS[usize::from(symbol.mask)]);
    canvas
        .into_colors()
        .into_iter()
        .map(|color| color == Color::Dark)
        .collect()
}

#[test]
fn modules_equal_those_of_the_crate_under_every_version_level_and_mask() {
    let mut dice = Dice(1);
    for (data, symbol) in every_symbol(&mut dice) {
        for mask in 0..8 {
            let cut = segments(&data, symbol.version);
            let own = Draft::new(&data, &cut, symbol.version, symbol.level)
                .unwrap()
                .masked(mask);
            let modules = crate_modules(&data, &own);
            assert_eq!(modules.len(), own.size * own.size);
            for (at, dark) in modules.into_iter().enumerate() {
                let (x, y) = (at % own.size, at / own.size);
                assert_eq!(
                    own.is_dark(x, y),
                    dark,
                    "version {} mask {mask} at {x}, {y}",
                    own.version
                );
            }
        }
    }
}

fn read_by_rxing(raster: &raster::Raster) -> String {
    let side = raster.side as u32;
    let format = Some(rxing::BarcodeFormat::QR_CODE);
    let found = rxing::helpers::detect_in_luma(raster.pixels.clone(), side, side, format);
    found.unwrap().getText().to_string()
}

fn read_by_rqrr(raster: &raster::Raster) -> String {
    let pixel = |x: usize, y: usize| raster.pixels[y * raster.side + x];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(raster.side, raster.side, pixel);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn two_decoders_read_the_exact_payload() {
    let mut dice = Dice(2);
    for (data, symbol) in every_symbol(&mut dice) {
        let text = String::from_utf8(data).unwrap();
        let raster = raster::luma(&symbol, 4);
        assert_eq!(read_by_rxing(&raster), text);
        assert_eq!(read_by_rqrr(&raster), text);
    }
    for _ in 0..60 {
        let length = 1 + dice.below(180);
        let text = String::from_utf8(dice.payload(length)).unwrap();
        let raster = raster::luma(&encode(&text).unwrap(), 4);
        assert_eq!(read_by_rxing(&raster), text);
        assert_eq!(read_by_rqrr(&raster), text);
    }
}

#[test]
fn the_version_is_the_smallest_for_m_and_the_level_the_highest_for_the_version() {
    let cases = [
        ("https://DISAN.VN/735195/", 2, Level::Q),
        ("https://DTDONGDA.HANOI.GOV.VN/735195/", 3, Level::Q),
        ("https://HANOI-TUOITRE.GITHUB.IO/disan/735195/", 3, Level::M),
        ("https://disan.vn/vi/di-tich/van-mieu-quoc-tu-giam/", 4, Level::M),
        ("HTTPS://DISAN.VN/Q/7", 1, Level::M),
        ("12345678901234567", 1, Level::H),
    ];
    for (payload, version, level) in cases {
        let symbol = encode(payload).unwrap();
        assert_eq!((symbol.version, symbol.level), (version, level), "{payload}");
    }
}

#[test]
fn the_largest_symbol_holds_251_small_letters_at_level_m() {
    let symbol = encode(&"a".repeat(251)).unwrap();
    assert_eq!((symbol.version, symbol.level), (11, Level::M));
    assert_eq!(encode(&"a".repeat(252)), Err(Refusal::TooLong { bytes: 252 }));
    assert_eq!(encode("https://A.EXAMPLE/vườn/"), Err(Refusal::NotAscii));
}

#[test]
fn text_that_is_not_ascii_is_marked_as_utf_8_and_read_exactly() {
    let texts = [
        "WIFI:T:WPA;S:Nhà văn hóa thôn Đông;P:mậtkhẩu123;;",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Trần Thị Ế\nEND:VCARD",
        "縣城河內文廟國子監",
        "ế",
    ];
    for text in texts {
        let symbol = encode_text(text).unwrap();
        let raster = raster::luma(&symbol, 4);
        assert_eq!(read_by_rxing(&raster), text);
        assert_eq!(read_by_rqrr(&raster), text);
        // The first four bits on the path are the mode: 0111 is ECI.
        let cut = segments(text.as_bytes(), symbol.version);
        let draft = Draft::new(text.as_bytes(), &cut, symbol.version, symbol.level).unwrap();
        assert_eq!(draft.first_bits(4), 0b0111, "{text}");
    }
    assert_eq!(encode_text("https://A.EXAMPLE/1/"), encode("https://A.EXAMPLE/1/"));
    // 12 bits more than without the mark: 13 letters fill version 1 at level M, 14 bytes without a mark fit.
    assert_eq!(encode_text(&"a".repeat(14)).unwrap().version, 1);
    assert_eq!(encode_text("aaaaaaaaaaaaế").unwrap().version, 2);
}

#[test]
fn a_printed_code_never_changes_its_modules() {
    // What stands on plates: a change of segmentation, placement, penalties or mask choice must be seen here.
    let symbol = encode("https://DISAN.EXAMPLE/735195/").unwrap();
    let bytes: Vec<u8> = symbol.rows[..symbol.size]
        .iter()
        .flat_map(|row| row.to_be_bytes())
        .collect();
    let golden = "867ebe710840b472";
    assert_eq!((symbol.version, symbol.level, symbol.mask), (2, Level::M, 3));
    assert_eq!(blake3::hash(&bytes).to_hex()[..16], *golden);
}
