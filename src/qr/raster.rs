//! A symbol as gray pixels, for checking by decoders and for pictures.
//!
//! Entry point: [`luma`]. Invariant: only 0 (dark) and 255 (light), quiet zone included.

use super::{QUIET_ZONE, Symbol};

/// A square gray picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Pixels per side.
    pub side: usize,
    /// One byte a pixel, rows from the top.
    pub pixels: Vec<u8>,
}

/// Draws a symbol with `scale` pixels (at least 1) to the side of a module.
pub fn luma(symbol: &Symbol, scale: usize) -> Raster {
    let scale = scale.max(1);
    let side = (symbol.size + 2 * QUIET_ZONE) * scale;
    let mut pixels = vec![255; side * side];
    for y in 0..symbol.size {
        let first = (y + QUIET_ZONE) * scale * side;
        for x in (0..symbol.size).filter(|&x| symbol.is_dark(x, y)) {
            let left = first + (x + QUIET_ZONE) * scale;
            pixels[left..left + scale].fill(0);
        }
        for copy in 1..scale {
            pixels.copy_within(first..first + side, first + copy * side);
        }
    }
    Raster { side, pixels }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::encode;

    #[test]
    fn every_pixel_is_its_module() {
        let symbol = encode("https://A.EXAMPLE/1/").unwrap();
        let raster = luma(&symbol, 3);
        assert_eq!(raster.side, (symbol.size + 8) * 3);
        for (at, &pixel) in raster.pixels.iter().enumerate() {
            let (x, y) = (at % raster.side / 3, at / raster.side / 3);
            let dark = x >= 4 && y >= 4 && symbol.is_dark(x - 4, y - 4);
            assert_eq!(pixel == 0, dark, "pixel {at}");
        }
    }
}
