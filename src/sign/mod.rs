//! Plates, labels and posters with codes, ready for the printer.
//!
//! Entry point: [`layout::Layout`] for the design, [`sheet::fill`] for a page, [`pdf::pdf`], [`pixels::png`] and
//! [`svg::svg`] for the file, [`proof::proof`] for the check. Invariant: pure functions over values; the same plates give the
//! same bytes on every machine, because faces are bundled and nothing is asked of the system.

pub mod face;
pub mod index;
pub mod layout;
pub mod marks;
pub mod pdf;
pub mod pixels;
pub mod proof;
pub mod shape;
pub mod sheet;
pub mod svg;
pub mod typeset;

use std::collections::BTreeMap;

/// A camera reads a code from so many times the side of its modules (1280 pixels across, a safety of one half; measured).
pub const REACH: f32 = 276.0;

/// A code that goes onto a plate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The digits.
    pub code: String,
    /// The entry, or a part of it.
    pub key: String,
    /// What the symbol says.
    pub payload: String,
    /// Its version, from 1 on.
    pub version: u8,
    /// The level of its error correction: `M`.
    pub level: &'static str,
    /// Number of the plate: `735195-1`.
    pub serial: String,
    /// The drawing, quiet zone included, one unit a module.
    pub svg: String,
}

/// What a plate says.
#[derive(Clone, Debug, PartialEq)]
pub struct Plate {
    /// The entry.
    pub key: String,
    /// What stands for the `{names}` of the layout.
    pub says: BTreeMap<String, String>,
    /// Its codes, the main one first.
    pub codes: Vec<Code>,
}

/// How far away a code of such modules is read, in whole centimeters.
pub fn reads_from_cm(module_mm: f32) -> u32 {
    (module_mm * REACH / 10.0 + 0.01) as u32
}

/// The side of modules that is read from so far away, in millimeters.
pub fn module_for_cm(distance: u32) -> f32 {
    distance as f32 * 10.0 / REACH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_and_module_belong_together() {
        // 90 mm across 25 modules: the table of the measurements says 99 cm.
        assert_eq!(reads_from_cm(90.0 / 25.0), 99);
        assert_eq!(reads_from_cm(60.0 / 29.0), 57);
        for distance in [20, 50, 100, 150, 400] {
            assert_eq!(reads_from_cm(module_for_cm(distance)), distance);
        }
    }
}
