//! Codes in photographs: turned, tilted, small or large, several in one picture.
//!
//! Entry point: [`texts`]. Invariant: two readers that share no code look at the picture in several sizes; a text counts
//! when either of them reads it, because both check what they read by its error correction.

use rxing::common::HybridBinarizer;
use rxing::multi::MultipleBarcodeReader as _;
use rxing::multi::qrcode::QRCodeMultiReader;
use rxing::{BinaryBitmap, DecodeHints, Luma8Source};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Longest sides in pixels at which a photo is looked at. Sharp codes are found in large pictures, blurred and noisy ones
/// in small ones, where pixels have been averaged.
const SIDES: [usize; 5] = [2400, 1600, 1000, 640, 400];

/// The texts of all codes in a gray picture of `width` pixels, rows from the top, 0 black.
pub fn texts(width: usize, pixels: &[u8]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if width == 0 || pixels.len() < width {
        return found;
    }
    let height = pixels.len() / width;
    let longest = width.max(height);
    let mut last = 0;
    for side in SIDES {
        let factor = longest.div_ceil(side).max(1);
        // The same size need not be looked at twice.
        if factor == last {
            continue;
        }
        last = factor;
        let (across, down, smaller) = smaller((width, height), pixels, factor);
        found.extend(by_rxing(across, down, &smaller));
        found.extend(by_rqrr(across, down, &smaller));
    }
    found
}

/// The picture with `factor` × `factor` pixels averaged to one.
fn smaller((width, height): (usize, usize), pixels: &[u8], factor: usize) -> (usize, usize, Cow<'_, [u8]>) {
    if factor == 1 {
        return (width, height, Cow::Borrowed(&pixels[..width * height]));
    }
    let (across, down) = (width / factor, height / factor);
    let mut out = Vec::with_capacity(across * down);
    for y in 0..down {
        let mut sums = vec![0_u32; across];
        for row in pixels[y * factor * width..].chunks(width).take(factor) {
            for (sum, part) in sums.iter_mut().zip(row.chunks_exact(factor)) {
                *sum += part.iter().map(|p| u32::from(*p)).sum::<u32>();
            }
        }
        let count = (factor * factor) as u32;
        out.extend(sums.into_iter().map(|sum| (sum / count) as u8));
    }
    (across, down, Cow::Owned(out))
}

fn by_rxing(width: usize, height: usize, pixels: &[u8]) -> Vec<String> {
    let Ok(source) = Luma8Source::new(pixels.to_vec(), width as u32, height as u32) else {
        return Vec::new();
    };
    let hints = DecodeHints {
        TryHarder: Some(true),
        ..DecodeHints::default()
    };
    let mut picture = BinaryBitmap::new(HybridBinarizer::new(source));
    let results = QRCodeMultiReader::new().decode_multiple_with_hints(&mut picture, &hints);
    let results = results.unwrap_or_default();
    results.into_iter().map(|result| result.getText().to_string()).collect()
}

fn by_rqrr(width: usize, height: usize, pixels: &[u8]) -> Vec<String> {
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let grids = picture.detect_grids();
    grids.iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::{encode, raster::luma};

    const FIRST: &str = "https://DISAN.EXAMPLE/735195/";
    const SECOND: &str = "https://DISAN.EXAMPLE/100001/";

    /// A wall of 1600 × 1200 pixels with codes on white plates: text, middle, pixels a module, turned by degrees.
    fn wall(plates: &[(&str, (f64, f64), f64, f64)]) -> Vec<u8> {
        let (width, height) = (1600_usize, 1200_usize);
        // Stones: a pattern that is the same at every run.
        let mut pixels: Vec<u8> = (0..width * height)
            .map(|i| 110 + ((i * 2_654_435_761) >> 13 & 31) as u8 + ((i / width / 40 + i % width / 60) % 2 * 20) as u8)
            .collect();
        for (text, (x0, y0), scale, degrees) in plates {
            let code = luma(&encode(text).unwrap(), 4);
            let half = code.side as f64 / 4.0 * scale / 2.0;
            let (sin, cos) = degrees.to_radians().sin_cos();
            for y in 0..height {
                for x in 0..width {
                    let (dx, dy) = (x as f64 - x0, y as f64 - y0);
                    let (u, v) = (dx * cos + dy * sin, dy * cos - dx * sin);
                    if u.abs() < half && v.abs() < half {
                        let at = |t: f64| ((t + half) / scale * 4.0) as usize;
                        let ink = code.pixels[at(v) * code.side + at(u)];
                        pixels[y * width + x] = if ink == 0 { 40 } else { 225 };
                    }
                }
            }
        }
        pixels
    }

    #[test]
    fn a_turned_plate_is_read_near_and_far() {
        for (scale, degrees) in [(24.0, 0.0), (9.0, 17.0), (5.0, 90.0), (4.0, 200.0), (30.0, 33.0)] {
            let pixels = wall(&[(FIRST, (800.0, 600.0), scale, degrees)]);
            let found: Vec<_> = texts(1600, &pixels).into_iter().collect();
            assert_eq!(found, [FIRST], "{scale} pixels a module, turned by {degrees}");
        }
    }

    #[test]
    fn either_reader_alone_reads_a_plate_that_hangs_straight() {
        let pixels = wall(&[(FIRST, (800.0, 600.0), 9.0, 0.0)]);
        assert_eq!(by_rxing(1600, 1200, &pixels), [FIRST]);
        assert_eq!(by_rqrr(1600, 1200, &pixels), [FIRST]);
        // Averaged, it is the same picture of half the size.
        let (across, down, half) = smaller((1600, 1200), &pixels, 2);
        assert_eq!((across, down, half.len()), (800, 600, 480_000));
        assert_eq!(by_rqrr(across, down, &half), [FIRST]);
    }

    #[test]
    fn several_plates_in_one_photo_are_all_read() {
        let pixels = wall(&[
            (FIRST, (400.0, 400.0), 8.0, 8.0),
            (SECOND, (1150.0, 750.0), 11.0, -20.0),
        ]);
        let found: Vec<_> = texts(1600, &pixels).into_iter().collect();
        assert_eq!(found, [SECOND, FIRST]);
    }

    #[test]
    fn a_wall_without_plates_says_nothing() {
        assert_eq!(texts(1600, &wall(&[])), BTreeSet::new());
        assert_eq!(texts(0, &[]), BTreeSet::new());
        assert_eq!(texts(7, &[0; 3]), BTreeSet::new());
    }
}
