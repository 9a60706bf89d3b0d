//! Reads a drawing back, as a phone would.
//!
//! Entry point: [`prove`]. Invariant: what is read is the whole drawing with its ornament, painted at two sizes; both
//! decoders, which share no code with each other or with the encoder, must read the exact payload at both.

use super::drawing::Drawing;
use super::fill::Gray;

/// Pixels of a module at which codes are read: the least that a far phone sees, and a near one.
pub const SCALES: [f64; 2] = [3.5, 6.0];

/// Stands for the decoders and the sizes: what was proved with others is proved anew.
pub const VERSION: &str = "proof 1 rxing 0.9 rqrr 0.11";

/// A drawing that was not read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// Which decoder failed.
    pub decoder: &'static str,
    /// Pixels of a module.
    pub scale: f64,
}

/// Reads a drawing at every size with both decoders.
pub fn prove(drawing: &Drawing, payload: &str) -> Result<(), Unread> {
    for scale in SCALES {
        let picture = drawing.raster(scale);
        let unread = |decoder| Unread { decoder, scale };
        if read_by_rxing(&picture).as_deref() != Some(payload) {
            return Err(unread("rxing"));
        }
        if !read_by_rqrr(&picture).iter().any(|text| text == payload) {
            return Err(unread("rqrr"));
        }
    }
    Ok(())
}

/// What rxing (a descendant of ZXing) reads; it stops at the first code.
pub fn read_by_rxing(picture: &Gray) -> Option<String> {
    let (width, height) = (picture.width as u32, picture.height as u32);
    let format = Some(rxing::BarcodeFormat::QR_CODE);
    let found = rxing::helpers::detect_in_luma(picture.pixels.clone(), width, height, format);
    found.ok().map(|found| found.getText().to_string())
}

/// Everything that rqrr (a descendant of quirc) reads.
pub fn read_by_rqrr(picture: &Gray) -> Vec<String> {
    let pixel = |x: usize, y: usize| picture.pixels[y * picture.width + x];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, pixel);
    let grids = image.detect_grids();
    grids
        .iter()
        .filter_map(|grid| grid.decode().ok())
        .map(|(_, text)| text)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Preset, Style, draw};
    use super::*;

    #[test]
    fn every_preset_is_read_by_both_decoders_and_only_as_what_it_says() {
        let payload = "https://DISAN.EXAMPLE/735195/";
        for (name, preset) in Preset::ALL {
            let drawing = draw(payload, &Style::of(preset)).unwrap();
            assert_eq!(prove(&drawing, payload), Ok(()), "{name}");
            let unread = Unread {
                decoder: "rxing",
                scale: SCALES[0],
            };
            assert_eq!(prove(&drawing, "https://DISAN.EXAMPLE/735196/"), Err(unread), "{name}");
            let picture = drawing.raster(SCALES[0]);
            let read = (read_by_rxing(&picture), read_by_rqrr(&picture));
            assert_eq!(read, (Some(payload.to_string()), vec![payload.to_string()]), "{name}");
            assert_eq!((Preset::named(name), preset.name()), (Some(preset), name));
        }
    }
}
