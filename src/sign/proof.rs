//! Reading the codes back from the finished drawing.
//!
//! Entry point: [`proof`]. Invariant: the decoders see pixels of the sheet, four to a module, and nothing of what was meant;
//! two that share no code must both read exactly the payload.

use super::pixels::{Gray, area};
use super::sheet::{Drawn, Sheet};
use std::collections::HashSet;

/// The decoders, in the order in which [`proof`] answers.
pub const DECODERS: [&str; 2] = ["rxing", "rqrr"];

/// Pixels of a module in the drawing that is read.
const SCALE: f32 = 4.0;

/// What each decoder read of a code on its sheet; none where it read nothing.
pub fn proof(sheet: &Sheet, drawn: &Drawn) -> [Option<String>; 2] {
    let pixels = (drawn.place.side / drawn.module * SCALE).round() as u32;
    let Some(gray) = area(sheet, (drawn.place.x, drawn.place.y), drawn.place.side, pixels) else {
        return [None, None];
    };
    [by_rxing(&gray), by_rqrr(&gray)]
}

fn by_rxing(gray: &Gray) -> Option<String> {
    let (width, height) = (gray.width as u32, gray.height as u32);
    let found = rxing::helpers::detect_in_luma_with_hints(
        gray.pixels.clone(),
        width,
        height,
        Some(rxing::BarcodeFormat::QR_CODE),
        &mut rxing::DecodeHints {
            PossibleFormats: Some(HashSet::from([rxing::BarcodeFormat::QR_CODE])),
            TryHarder: Some(true),
            ..rxing::DecodeHints::default()
        },
    );
    found.ok().map(|result| result.getText().to_string())
}

fn by_rqrr(gray: &Gray) -> Option<String> {
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(gray.width, gray.height, |x, y| gray.pixels[y * gray.width + x]);
    let grids = image.detect_grids();
    let read = grids.first()?.decode().ok()?;
    Some(read.1)
}
