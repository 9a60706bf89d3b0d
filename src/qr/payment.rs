//! The picture of a payment code: plain black on white, never styled, never with an emblem.
//!
//! Entry point: [`picture`], then [`Picture::svg`] or [`Picture::png`]. Invariant: the code keeps its quiet zone; a code
//! of an example carries a band above and below it that says so in both languages, in the picture itself, so that a
//! picture that somebody saves or forwards still says it.

use super::raster::luma;
use super::{Refusal, encode};
use std::fmt::Write as _;

/// Pixels to the side of a module, before enlarging.
const SCALE: usize = 4;

/// Enlarging for the PNG: 12 pixels a module.
const PNG_SCALE: usize = 3;

/// What the bands say. Words of examples only; nothing else is ever written into the picture.
const ABOVE: [&str; 2] = ["MẪU – KHÔNG", "CHUYỂN TIỀN"];
const BELOW: [&str; 2] = ["SAMPLE –", "DO NOT PAY"];

/// Black and white pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// True where it is black, rows from the top.
    dark: Vec<bool>,
}

/// The picture of a payload; `sample` puts the bands around it.
pub fn picture(payload: &str, sample: bool) -> Result<Picture, Refusal> {
    let code = luma(&encode(payload)?, SCALE);
    let band = |words: [&str; 2]| if sample { band(code.side, words) } else { Vec::new() };
    let mut dark = band(ABOVE);
    dark.extend(code.pixels.iter().map(|gray| *gray == 0));
    dark.extend(band(BELOW));
    Ok(Picture {
        width: code.side,
        height: dark.len() / code.side,
        dark,
    })
}

impl Picture {
    /// As SVG, one stroke for each run of black.
    pub fn svg(&self) -> String {
        let (width, height) = (self.width, self.height);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{width}v{height}H0z\"/><path d=\""
        );
        // A rectangle for each run that the row above does not have already.
        let rows: Vec<_> = self.dark.chunks(width).map(runs).collect();
        for (y, row) in rows.iter().enumerate() {
            let is_new = |run: &&(usize, usize)| y == 0 || !rows[y - 1].contains(run);
            for run in row.iter().filter(is_new) {
                let deep = rows[y..].iter().take_while(|row| row.contains(run)).count();
                let (x, long) = (run.0, run.1 - run.0);
                let _ = write!(out, "M{x} {y}h{long}v{deep}h-{long}z");
            }
        }
        out.push_str("\"/></svg>\n");
        out
    }

    /// As PNG with one bit a pixel, for saving: bank apps read codes from the phone's own pictures.
    pub fn png(&self) -> Vec<u8> {
        let (width, height) = (self.width * PNG_SCALE, self.height * PNG_SCALE);
        let stride = width.div_ceil(8);
        let mut bits = vec![0_u8; stride * height];
        for y in 0..height {
            for x in 0..width {
                let is_light = !self.dark[y / PNG_SCALE * self.width + x / PNG_SCALE];
                bits[y * stride + x / 8] |= u8::from(is_light) << (7 - x % 8);
            }
        }
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, width as u32, height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let written = encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&bits));
        written.expect("memory takes what is written, and the sizes fit each other");
        out
    }
}

/// From and behind each run of black.
fn runs(row: &[bool]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut x = 0;
    while x < row.len() {
        let length = row[x..].iter().take_while(|dark| **dark == row[x]).count();
        if row[x] {
            runs.push((x, x + length));
        }
        x += length;
    }
    runs
}

/// White words on black, each line as large as the width allows.
fn band(width: usize, lines: [&str; 2]) -> Vec<bool> {
    let mut rows: Vec<bool> = vec![true; width * 4];
    for line in lines {
        let glyphs: Vec<Glyph> = line.chars().map(glyph).collect();
        let across = glyphs.len() * 6 - 1;
        let scale = ((width - 8) / across).clamp(1, 2);
        let left = (width - across * scale) / 2;
        let top = rows.len() / width;
        rows.resize((top + 11 * scale + 4) * width, true);
        for (i, glyph) in glyphs.iter().enumerate() {
            for (y, bits) in glyph.iter().enumerate() {
                for x in (0..5).filter(|x| bits >> (4 - x) & 1 == 1) {
                    for dot in 0..scale * scale {
                        let at_x = left + (i * 6 + x) * scale + dot % scale;
                        let at_y = top + y * scale + dot / scale;
                        rows[at_y * width + at_x] = false;
                    }
                }
            }
        }
    }
    rows
}

/// Eleven rows of five dots: four for marks above the letter, seven for the letter.
type Glyph = [u8; 11];

const CIRCUMFLEX: [u8; 4] = [0, 0, 0b00100, 0b01010];
const NO_MARK: [u8; 4] = [0; 4];

/// The few letters that the bands need.
fn glyph(letter: char) -> Glyph {
    let (mark, base) = match letter {
        'Ẫ' => ([0b01101, 0b10110, 0b00100, 0b01010], 'A'),
        'Ô' => (CIRCUMFLEX, 'O'),
        'Ể' => ([0b00110, 0b00010, 0b00100, 0b01010], 'E'),
        'Ề' => ([0b01000, 0b00100, 0b00100, 0b01010], 'E'),
        other => (NO_MARK, other),
    };
    let letter: [u8; 7] = match base {
        'A' => [0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        'C' => [0b01110, 0b10001, 0b10000, 0b10000, 0b10000, 0b10001, 0b01110],
        'D' => [0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110],
        'E' => [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
        'G' => [0b01110, 0b10001, 0b10000, 0b10111, 0b10001, 0b10001, 0b01110],
        'H' => [0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001],
        'I' => [0b01110, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        'K' => [0b10001, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001],
        'L' => [0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111],
        'M' => [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001],
        'N' => [0b10001, 0b11001, 0b10101, 0b10101, 0b10011, 0b10001, 0b10001],
        'O' => [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        'P' => [0b11110, 0b10001, 0b10001, 0b11110, 0b10000, 0b10000, 0b10000],
        'S' => [0b01111, 0b10000, 0b10000, 0b01110, 0b00001, 0b00001, 0b11110],
        'T' => [0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100],
        'U' => [0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
        'Y' => [0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100],
        '–' => [0, 0, 0, 0b11111, 0, 0, 0],
        _ => [0; 7],
    };
    let mut rows = [0; 11];
    rows[..4].copy_from_slice(&mark);
    rows[4..].copy_from_slice(&letter);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::vietqr::Transfer;

    fn payload() -> String {
        Transfer::to_account("970403", "0011012345678").payload().unwrap()
    }

    /// What a reader of codes makes of a PNG.
    fn scanned(png: &[u8]) -> Option<String> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(png));
        reader.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = reader.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        let (width, height) = (info.width as usize, info.height as usize);
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
        let grids = prepared.detect_grids();
        grids.first()?.decode().ok().map(|(_, text)| text)
    }

    #[test]
    fn the_saved_picture_is_read_with_and_without_bands() {
        for sample in [false, true] {
            let picture = picture(&payload(), sample).unwrap();
            assert_eq!(scanned(&picture.png()), Some(payload()), "sample: {sample}");
        }
    }

    #[test]
    fn bands_stand_outside_the_quiet_zone_and_every_letter_is_drawn() {
        let (plain, banded) = (picture(&payload(), false).unwrap(), picture(&payload(), true).unwrap());
        assert_eq!(plain.width, banded.width);
        let above = banded
            .dark
            .windows(plain.dark.len())
            .position(|part| part == plain.dark)
            .unwrap();
        assert!(above >= plain.width * 20 && banded.dark.len() - above - plain.dark.len() >= plain.width * 20);
        for letter in ABOVE
            .into_iter()
            .chain(BELOW)
            .flat_map(str::chars)
            .filter(|c| *c != ' ')
        {
            assert_ne!(glyph(letter), [0; 11], "{letter}");
            assert!(glyph(letter).iter().all(|row| *row < 32), "{letter}");
        }
    }

    #[test]
    fn the_drawing_covers_the_same_pixels_as_the_picture() {
        let picture = picture(&payload(), true).unwrap();
        let svg = picture.svg();
        let document = roxmltree::Document::parse(&svg).unwrap();
        let path = document.descendants().filter_map(|n| n.attribute("d")).nth(1).unwrap();
        let mut dark = vec![false; picture.dark.len()];
        for piece in path.split('z').filter(|piece| !piece.is_empty()) {
            let numbers: Vec<usize> = piece
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|n| n.parse().ok())
                .collect();
            let [x, y, long, deep, _] = numbers[..] else {
                panic!("{piece}")
            };
            for at in 0..long * deep {
                dark[(y + at / long) * picture.width + x + at % long] = true;
            }
        }
        assert!(dark == picture.dark);
    }
}
