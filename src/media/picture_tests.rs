//! Tests of [`super`], apart because they build files by hand.
//!
//! Entry point: none. Invariant: every file is made here, byte by byte where the bytes matter.

use super::*;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage};
use moxcms::ColorProfile;
use std::io::Cursor;

use super::super::probe::Format;

const RED: [u8; 3] = [200, 30, 20];
const GREEN: [u8; 3] = [30, 160, 60];
const BLUE: [u8; 3] = [20, 60, 180];
const YELLOW: [u8; 3] = [230, 190, 30];

fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 95)
        .encode_image(picture)
        .unwrap();
    out
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

/// Four quarters, each with a color of its own, so that every turn and mirror image can be told apart.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => YELLOW,
        })
    })
}

fn corners(bytes: &[u8]) -> [[u8; 3]; 4] {
    let seen = image::load_from_memory(bytes).unwrap().to_rgb8();
    let (w, h) = (seen.width() - 5, seen.height() - 5);
    [(4, 4), (w, 4), (4, h), (w, h)].map(|(x, y)| seen.get_pixel(x, y).0)
}

fn near(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(&x, y)| x.abs_diff(y) < 24)
}

/// The stored picture of EXIF orientation `n`, from the standard's table: what row 0 and column 0 are to the eye.
fn stored(upright: &RgbImage, n: u8) -> RgbImage {
    let (w, h) = upright.dimensions();
    let (sw, sh) = if n >= 5 { (h, w) } else { (w, h) };
    RgbImage::from_fn(sw, sh, |column, row| {
        let (x, y) = match n {
            1 => (column, row),
            2 => (w - 1 - column, row),
            3 => (w - 1 - column, h - 1 - row),
            4 => (column, h - 1 - row),
            5 => (row, column),
            6 => (w - 1 - row, column),
            7 => (w - 1 - row, h - 1 - column),
            _ => (row, h - 1 - column),
        };
        *upright.get_pixel(x, y)
    })
}

/// Puts an APP1 segment behind the start mark: orientation, and a GPS directory with a latitude reference.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]);
    tiff.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}

/// A PNG whose header claims a size, and that holds next to nothing.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    file.extend(&header);
    file.extend([0; 4]);
    file.extend(b"\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\xae\x42\x60\x82");
    file
}

fn photo(width: u32) -> Spec {
    let encoding = Encoding::Jpeg { quality: QUALITY };
    Spec { width, encoding }
}

/// Puts a color profile behind the start mark (ICC.1 annex B.4).
fn with_profile(jpeg: &[u8], profile: &ColorProfile) -> Vec<u8> {
    let profile = profile.encode().unwrap();
    let length = u16::try_from(profile.len() + 16).unwrap().to_be_bytes();
    let head = [&b"ICC_PROFILE\0"[..], &[1, 1]].concat();
    [&jpeg[..2], &[0xff, 0xe2], &length, &head, &profile, &jpeg[2..]].concat()
}

/// A gray wall of sand, which no encoder likes.
fn sand(width: u32, height: u32) -> RgbImage {
    let mut dice = 1u32;
    RgbImage::from_fn(width, height, |_, _| {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (dice >> 24) as u8 / 4;
        Rgb([100 + grain, 96 + grain, 90 + grain])
    })
}

/// Every encoding that photographs get.
fn encodings() -> Vec<Encoding> {
    let seen = probe(&jpeg(&quarters(960, 480))).unwrap();
    let Specs { plain, webp } = specs(&seen);
    let first = [plain.first(), webp.first()].into_iter().flatten();
    first.map(|spec| spec.encoding).collect()
}

#[test]
fn every_orientation_comes_out_upright() {
    let upright = quarters(96, 48);
    for n in 1..=8 {
        let source = with_exif(&jpeg(&stored(&upright, n)), n);
        let seen = probe(&source).unwrap();
        assert_eq!((seen.orientation, seen.width, seen.height), (n, 96, 48));
        for (width, encoding) in [96, 48]
            .into_iter()
            .flat_map(|width| encodings().into_iter().map(move |e| (width, e)))
        {
            let made = encode(&source, &Spec { width, encoding }).unwrap();
            assert_eq!((made.width, made.height), (width, width / 2), "orientation {n}");
            let shown = image::load_from_memory(&made.bytes).unwrap();
            assert_eq!((shown.width(), shown.height()), (width, width / 2), "orientation {n}");
            for (seen, expected) in corners(&made.bytes).into_iter().zip([RED, GREEN, BLUE, YELLOW]) {
                assert!(near(seen, expected), "orientation {n}: {seen:?} is not {expected:?}");
            }
        }
    }
}

#[test]
fn what_the_camera_noted_stays_behind() {
    let source = with_exif(&jpeg(&quarters(64, 64)), 1);
    assert!(source.windows(4).any(|w| w == b"Exif"));
    let seen = probe(&source).unwrap();
    assert!(seen.has_location);
    assert_eq!(super::super::remarks("a.jpg", &seen).last().unwrap().code.number, 717);
    for encoding in encodings() {
        let made = encode(&source, &Spec { width: 64, encoding }).unwrap();
        let holds = |what: &[u8]| made.bytes.windows(what.len()).any(|w| w == what);
        assert!(!holds(b"Exif") && !holds(b"EXIF") && !holds(b"ICC"), "{encoding:?}");
        assert!(!probe(&made.bytes).unwrap().has_location);
    }
}

#[test]
fn wide_colors_become_those_of_the_web() {
    // What these profiles call so is, in sRGB: reckoned by their primaries (SMPTE EG 432-1, Adobe RGB 1998).
    let cases = [
        (ColorProfile::new_display_p3(), [180, 90, 60], [193, 83, 51]),
        (ColorProfile::new_display_p3(), [60, 120, 90], [30, 122, 88]),
        (ColorProfile::new_adobe_rgb(), [180, 90, 60], [205, 90, 56]),
        (ColorProfile::new_srgb(), [180, 90, 60], [180, 90, 60]),
    ];
    for (profile, told, expected) in cases {
        let source = with_profile(&jpeg(&RgbImage::from_pixel(96, 48, Rgb(told))), &profile);
        let made = encode(&source, &photo(48)).unwrap();
        let seen = corners(&made.bytes)[0];
        let far = seen.iter().zip(expected).map(|(&a, b)| a.abs_diff(b)).max();
        assert!(far <= Some(4), "{seen:?} is not {expected:?}");
    }
}

#[test]
fn a_profile_that_is_none_changes_nothing() {
    let plain = jpeg(&quarters(96, 48));
    let garbage = [
        &plain[..2],
        b"\xff\xe2\0\x1dICC_PROFILE\0\x01\x01not a profile",
        &plain[2..],
    ]
    .concat();
    assert_eq!(encode(&garbage, &photo(48)), encode(&plain, &photo(48)));
}

#[test]
fn thumbnails_and_the_first_picture_keep_their_budgets() {
    let source = jpeg(&sand(1100, 825));
    let all = specs(&probe(&source).unwrap()).webp;
    assert_eq!(all.len() > 2, cfg!(feature = "webp"));
    for spec in all {
        let made = encode(&source, &spec).unwrap();
        let size = made.bytes.len();
        let (width, most) = (spec.width, [(360, 12_000), (480, 20_000), (768, 60_000)]);
        match most.into_iter().find(|(rung, _)| *rung == width) {
            Some((_, most)) => assert!(size <= most, "{size} bytes at {width}"),
            None => assert!(size > 60_000, "{size} bytes at {width}"),
        }
    }
}

#[test]
fn a_bomb_is_refused_by_its_header() {
    let bomb = MediaProblem::TooManyPixels {
        width: 30_000,
        height: 30_000,
    };
    assert_eq!(probe(&claiming(30_000, 30_000)), Err(bomb.clone()));
    assert_eq!(encode(&claiming(30_000, 30_000), &photo(480)), Err(bomb));
    assert!(matches!(
        probe(&claiming(12_000, 12_000)),
        Err(MediaProblem::TooManyPixels { .. })
    ));
    assert!(probe(&claiming(12_000, 9_000)).is_ok(), "a phone's 108 megapixels pass");
    assert!(matches!(
        probe(&vec![0; 40_000_001]),
        Err(MediaProblem::FileTooLarge { .. })
    ));
}

#[test]
fn a_file_cut_off_anywhere_is_an_error_and_never_a_gray_half() {
    let noisy = RgbImage::from_fn(80, 60, |x, y| {
        Rgb([(x * 37 + y * 91) as u8, (x * y) as u8, (x ^ y) as u8])
    });
    for whole in [with_exif(&jpeg(&noisy), 6), png(&noisy.into())] {
        assert!(encode(&whole, &photo(40)).is_ok());
        for cut in 0..whole.len() - 1 {
            assert!(probe(&whole[..cut]).is_err(), "{cut} of {}", whole.len());
        }
    }
    assert_eq!(probe(b""), Err(MediaProblem::Empty));
}

#[test]
fn damage_inside_is_refused_or_changes_no_size() {
    let whole = png(&quarters(64, 64).into());
    let mut refused = 0;
    for at in 8..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        match encode(&damaged, &photo(32)) {
            Ok(picture) => assert_eq!((picture.width, picture.height), (32, 32), "byte {at}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused * 2 > whole.len(), "{refused} of {} bytes", whole.len());
}

#[test]
fn names_of_other_formats_are_known() {
    use super::super::Foreign;
    let cases: [(&[u8], Foreign); 8] = [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Foreign::Heic),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Foreign::Heic),
        (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", Foreign::Avif),
        (b"GIF89a\x01\0\x01\0", Foreign::Gif),
        (b"II*\0\x08\0\0\0", Foreign::Tiff),
        (b"%PDF-1.4", Foreign::Pdf),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0", Foreign::Bmp),
        (b"<?xml version=\"1.0\"?>\n<svg xmlns", Foreign::Svg),
    ];
    for (bytes, kind) in cases {
        assert_eq!(probe(bytes), Err(MediaProblem::Foreign(kind)));
    }
    assert_eq!(probe("Bổ Đà".as_bytes()), Err(MediaProblem::NotAPicture));
    let heic = MediaProblem::Foreign(Foreign::Heic).diagnostic("photos/IMG_01.JPG");
    assert!(heic.help(crate::diag::Speech::Vi).contains("IMG_01.jpg"));
    assert!(!heic.message(crate::diag::Speech::En).contains('{'));
}

#[test]
fn a_png_that_is_called_jpg_is_used_with_a_warning() {
    let seen = probe(&png(&quarters(600, 20).into())).unwrap();
    let found = super::super::remarks("photos/so-do.jpg", &seen);
    assert_eq!(found.iter().map(|d| d.code.number).collect::<Vec<_>>(), [704]);
    assert_eq!(super::super::remarks("photos/so-do.PNG", &seen), []);
}

#[test]
fn a_picture_is_never_made_larger() {
    let source = jpeg(&quarters(300, 200));
    let made = encode(&source, &photo(1600)).unwrap();
    assert_eq!((made.width, made.height), (300, 200));
    assert_eq!(photo(1600).size(&probe(&source).unwrap()), (300, 200));
}

#[test]
fn transparency_is_kept_and_photographs_become_jpeg() {
    let clear = RgbaImage::from_fn(64, 64, |x, _| image::Rgba([200, 30, 20, if x < 32 { 0 } else { 255 }]));
    let source = png(&clear.into());
    let seen = probe(&source).unwrap();
    assert!(specs(&seen).plain.iter().all(|spec| spec.encoding == Encoding::Png));
    let made = encode(&source, &specs(&seen).plain[0]).unwrap();
    let shown = image::load_from_memory(&made.bytes).unwrap().to_rgba8();
    assert_eq!(shown.get_pixel(4, 4).0[3], 0);
    assert_eq!(shown.get_pixel(60, 4).0, [200, 30, 20, 255]);
    let noisy = RgbImage::from_fn(64, 64, |x, y| {
        Rgb([(x * 37 + y * 91) as u8, (x * y) as u8, (x ^ y) as u8])
    });
    let photo = probe(&png(&noisy.into())).unwrap();
    assert_eq!(specs(&photo).plain[0].encoding, Encoding::Jpeg { quality: QUALITY });
    let drawing = probe(&png(&quarters(640, 480).into())).unwrap();
    assert_eq!(specs(&drawing).plain[0].encoding, Encoding::Png);
    for spec in specs(&drawing).webp {
        let made = encode(&png(&quarters(640, 480).into()), &spec).unwrap();
        assert_eq!(corners(&made.bytes), [RED, GREEN, BLUE, YELLOW], "without loss");
    }
}

#[test]
fn webp_is_read() {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(quarters(96, 48))
        .write_to(&mut out, ImageFormat::WebP)
        .unwrap();
    let source = out.into_inner();
    let seen = probe(&source).unwrap();
    assert_eq!((seen.format, seen.width, seen.height), (Format::WebP, 96, 48));
    let made = encode(&source, &photo(48)).unwrap();
    assert!(near(corners(&made.bytes)[3], YELLOW));
}

#[test]
fn the_same_source_and_spec_give_the_same_bytes_and_the_same_name() {
    let source = jpeg(&quarters(1000, 700));
    assert_eq!(encode(&source, &photo(480)), encode(&source, &photo(480)));
    let hash = source_hash(&source);
    let first = name("chua-bo-da", &hash, &photo(480));
    assert_eq!(first, name("chua-bo-da", &hash, &photo(480)));
    assert!(
        first.starts_with("chua-bo-da-480.") && first.ends_with(".jpg"),
        "{first}"
    );
    assert_eq!(first.len(), "chua-bo-da-480.01234567.jpg".len());
    let sharper = Spec {
        width: 480,
        encoding: Encoding::Jpeg { quality: 90 },
    };
    assert_ne!(first, name("chua-bo-da", &hash, &sharper));
    assert_ne!(first, name("chua-bo-da", &source_hash(b"other"), &photo(480)));
}

#[test]
fn the_ladder_is_cut_to_the_original() {
    let cases: [(u32, &[u32], &[u32]); 9] = [
        (4000, &[360, 480, 768, 1080, 1600], &[480, 1080]),
        (1600, &[360, 480, 768, 1080, 1600], &[480, 1080]),
        (1300, &[360, 480, 768, 1080, 1300], &[480, 1080]),
        (1200, &[360, 480, 768, 1080], &[480, 1080]),
        (1080, &[360, 480, 768, 1080], &[480, 1080]),
        (800, &[360, 480, 768], &[480, 800]),
        (480, &[360, 480], &[480]),
        (400, &[360, 400], &[400]),
        (300, &[300], &[300]),
    ];
    for (original, all, few) in cases {
        assert_eq!(widths(original, &RUNGS), all, "{original}");
        assert_eq!(widths(original, &FEW_RUNGS), few, "{original}");
    }
}

#[test]
fn every_size_of_every_source_has_a_key_of_its_own() {
    let flat = Spec {
        encoding: Encoding::Png,
        ..photo(360)
    };
    let sizes = [photo(360), photo(480), flat];
    let sources = [source_hash(b"one"), source_hash(b"two")];
    let keys: Vec<_> = sources
        .iter()
        .flat_map(|source| sizes.iter().map(|spec| key(source, spec)))
        .collect();
    assert!(keys.iter().enumerate().all(|(n, one)| !keys[..n].contains(one)));
}

#[test]
fn what_may_be_transparent_is_never_made_a_jpeg() {
    let opaque = probe(&jpeg(&quarters(500, 400))).unwrap();
    for (has_alpha, is_flat, is_png) in [(false, false, false), (true, false, true), (false, true, true)] {
        let made = specs(&Probe {
            has_alpha,
            is_flat,
            ..opaque
        });
        assert!(!made.plain.is_empty());
        let png = made.plain.iter().all(|spec| matches!(spec.encoding, Encoding::Png));
        assert_eq!(png, is_png, "{has_alpha} {is_flat}");
    }
}
