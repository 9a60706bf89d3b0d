//! A symbol as a picture of one bit a pixel.
//!
//! Entry point: [`png()`]. Invariant: every module is a whole number of pixels, quiet zone included; nothing but what the
//! picture shows is in the file, so that the same symbol and scale give the same bytes.

use super::{QUIET_ZONE, Symbol};

/// The PNG file of a symbol with `scale` pixels (at least 1) to the side of a module. None when it would be absurdly large.
pub fn png(symbol: &Symbol, scale: usize) -> Option<Vec<u8>> {
    let scale = scale.clamp(1, 1000);
    let side = (symbol.size + 2 * QUIET_ZONE) * scale;
    let stride = side.div_ceil(8);
    let mut rows = Vec::with_capacity(stride * side);
    let white = vec![0xFF; stride];
    (0..QUIET_ZONE * scale).for_each(|_| rows.extend_from_slice(&white));
    for y in 0..symbol.size {
        let mut row = white.clone();
        for x in (0..symbol.size).filter(|&x| symbol.is_dark(x, y)) {
            let left = (x + QUIET_ZONE) * scale;
            (left..left + scale).for_each(|at| row[at / 8] &= !(0x80 >> (at % 8)));
        }
        (0..scale).for_each(|_| rows.extend_from_slice(&row));
    }
    (0..QUIET_ZONE * scale).for_each(|_| rows.extend_from_slice(&white));
    let side = u32::try_from(side).ok()?;
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    // Rows repeat: without filters they pack best.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&rows).ok()?;
    writer.finish().ok()?;
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::tests::{Dice, every_symbol};
    use crate::qr::{encode, raster};

    #[test]
    fn the_file_holds_one_bit_a_pixel_and_every_pixel_is_its_module() {
        let mut dice = Dice(21);
        for (_, symbol) in every_symbol(&mut dice) {
            for scale in [1, 3, 8] {
                let file = png(&symbol, scale).unwrap();
                let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
                assert_eq!(reader.info().bit_depth, png::BitDepth::One);
                assert_eq!(reader.info().color_type, png::ColorType::Grayscale);
                let mut bits = vec![0; reader.output_buffer_size().unwrap()];
                let frame = reader.next_frame(&mut bits).unwrap();
                let wanted = raster::luma(&symbol, scale);
                assert_eq!(frame.width as usize, wanted.side);
                for (at, &pixel) in wanted.pixels.iter().enumerate() {
                    let (x, y) = (at % wanted.side, at / wanted.side);
                    let bit = bits[y * frame.line_size + x / 8] >> (7 - x % 8) & 1;
                    assert_eq!(bit == 1, pixel == 255, "version {} at {x}, {y}", symbol.version);
                }
            }
        }
    }

    #[test]
    fn the_file_is_small_and_always_the_same() {
        let symbol = encode("https://DISAN.EXAMPLE/735195/").unwrap();
        let file = png(&symbol, 8).unwrap();
        assert_eq!(file, png(&symbol, 8).unwrap());
        assert!(file.len() < 600, "{} bytes", file.len());
        // Header, picture, end: no chunk that could hold a date or the name of a program.
        let names: Vec<&[u8]> = [12, file.len() - 8].iter().map(|&at| &file[at..at + 4]).collect();
        assert_eq!(names, [b"IHDR", b"IEND"]);
        assert_eq!(&file[37..41], b"IDAT");
    }
}
