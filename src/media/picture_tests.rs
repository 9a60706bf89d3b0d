//! Tests of [`super`], apart because they build files by hand.
//!
//! Entry point: none. Invariant: every file is made here, byte by byte where the bytes matter.

use super::*;
use image::Rgb;

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

#[test]
fn every_orientation_comes_out_upright() {
    let upright = quarters(96, 48);
    for n in 1..=8 {
        let source = with_exif(&jpeg(&stored(&upright, n)), n);
        let seen = probe(&source).unwrap();
        assert_eq!((seen.orientation, seen.width, seen.height), (n, 96, 48));
        for width in [96, 48] {
            let made = encode(&source, &photo(width)).unwrap();
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
    assert!(seen.location);
    assert_eq!(super::super::remarks("a.jpg", &seen).last().unwrap().code.number, 717);
    let made = encode(&source, &photo(64)).unwrap();
    assert!(!made.bytes.windows(4).any(|w| w == b"Exif"));
    assert!(!probe(&made.bytes).unwrap().location);
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
fn damage_inside_never_panics() {
    let whole = png(&quarters(64, 64).into());
    for at in 8..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = encode(&damaged, &photo(32));
    }
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
    let made = encode(&source, &spec(&seen, 32)).unwrap();
    let shown = image::load_from_memory(&made.bytes).unwrap().to_rgba8();
    assert_eq!(shown.get_pixel(4, 4).0[3], 0);
    assert_eq!(shown.get_pixel(28, 4).0, [200, 30, 20, 255]);
    let noisy = RgbImage::from_fn(64, 64, |x, y| {
        Rgb([(x * 37 + y * 91) as u8, (x * y) as u8, (x ^ y) as u8])
    });
    let photo = probe(&png(&noisy.into())).unwrap();
    assert_eq!(spec(&photo, 32).encoding, Encoding::Jpeg { quality: QUALITY });
    let drawing = probe(&png(&quarters(640, 480).into())).unwrap();
    assert_eq!(spec(&drawing, 480).encoding, Encoding::Png);
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
    let cases: [(u32, &[u32]); 8] = [
        (4000, &[480, 960, 1600]),
        (1600, &[480, 960, 1600]),
        (1300, &[480, 960, 1300]),
        (1000, &[480, 960]),
        (960, &[480, 960]),
        (500, &[480, 500]),
        (480, &[480]),
        (300, &[300]),
    ];
    for (original, expected) in cases {
        assert_eq!(widths(original), expected, "{original}");
    }
}
