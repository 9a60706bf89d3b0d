//! A small picture in the middle of a code, and how much of the error correction it may use up.
//!
//! Entry point: [`most`], `drawn`. Invariant: an emblem covers data modules only, and of no block of codewords more
//! than half of what that block's error correction can mend. Covered modules count as lost, whatever their color.

use super::drawing::Layer;
use super::ink::Ink;
use super::path::{Path, Point};
use crate::qr::layout::layout;
use crate::qr::{Level, QUIET_ZONE, Symbol};

/// What an emblem shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motif {
    /// The star of a bronze drum.
    Star,
    /// A lotus seen from above.
    Lotus,
    /// The sun of a stele's cap.
    Sun,
    /// A pagoda's roof.
    Pagoda,
}

impl Motif {
    /// Names and motifs, as they are written in the site's settings.
    pub const ALL: [(&'static str, Motif); 4] = [
        ("star", Motif::Star),
        ("lotus", Motif::Lotus),
        ("sun", Motif::Sun),
        ("pagoda", Motif::Pagoda),
    ];
}

/// Codewords of a block that may be wrong, by version and level; and the number of blocks. ISO/IEC 18004, table 9.
fn blocks(version: u8, level: Level) -> (usize, usize) {
    // Correctable errors of one block and number of blocks for L, M, Q, H.
    const TABLE: [[(usize, usize); 4]; 6] = [
        [(2, 1), (4, 1), (6, 1), (8, 1)],
        [(4, 1), (8, 1), (11, 1), (14, 1)],
        [(7, 1), (13, 1), (9, 2), (11, 2)],
        [(10, 1), (9, 2), (13, 2), (8, 4)],
        [(13, 1), (12, 2), (9, 4), (11, 4)],
        [(9, 2), (8, 4), (12, 4), (14, 4)],
    ];
    let row = TABLE.get(usize::from(version).wrapping_sub(1));
    row.map_or((0, 1), |row| row[level as usize])
}

/// The largest emblem that a symbol bears, in modules across; none when not even three fit. From version 7 on, an
/// alignment pattern lies in the middle.
pub fn most(symbol: &Symbol) -> Option<usize> {
    (3..=symbol.size / 3)
        .rev()
        .filter(|n| n % 2 == 1)
        .find(|&n| is_borne(symbol, n))
}

/// True when an emblem of this width leaves half of every block's error correction.
pub fn is_borne(symbol: &Symbol, across: usize) -> bool {
    let layout = layout(symbol.version);
    let (correctable, count) = blocks(symbol.version, symbol.level);
    let mut lost = std::collections::BTreeSet::new();
    let mut covered = 0;
    for (bit, &at) in layout.path.iter().enumerate() {
        let (x, y) = (usize::from(at & 63), usize::from(at >> 6));
        if is_covered(symbol.size, across, x, y) {
            covered += 1;
            lost.insert(bit / 8);
        }
    }
    let size = 0..symbol.size;
    let all = size.clone().flat_map(|y| size.clone().map(move |x| (x, y)));
    let wanted = all.filter(|&(x, y)| is_covered(symbol.size, across, x, y)).count();
    covered == wanted && (0..count).all(|block| lost_of(block, &lost, symbol, count) * 2 <= correctable)
}

/// Lost codewords of one block. Codewords of all blocks are written in turn, those of the data first, where the last
/// blocks may have one more.
fn lost_of(block: usize, lost: &std::collections::BTreeSet<usize>, symbol: &Symbol, count: usize) -> usize {
    let data = crate::qr::symbol::capacity(symbol.version, symbol.level) / 8;
    let short = data / count;
    let owner = |word: usize| match word {
        word if word < short * count => word % count,
        // The one more of the longer blocks, which come last.
        word if word < data => count - (data - word),
        word => (word - data) % count,
    };
    lost.iter().filter(|&&word| owner(word) == block).count()
}

/// True for modules under an emblem: those that a disc of this width touches with more than a corner.
pub(super) fn is_covered(size: usize, across: usize, x: usize, y: usize) -> bool {
    let middle = (size as i32 - 1) / 2;
    let (dx, dy) = (x as i32 - middle, y as i32 - middle);
    let radius = across as f64 / 2.0;
    f64::from(dx * dx + dy * dy) < radius * radius
}

/// The emblem's layers: it stays half a module away from what is left of the code.
pub(super) fn drawn(motif: Motif, ink: Ink, symbol: &Symbol, across: usize) -> Vec<Layer> {
    let middle = QUIET_ZONE as f64 + symbol.size as f64 / 2.0;
    let radius = across as f64 / 2.0 - 0.25;
    let path = shape(motif).map(|(x, y)| (middle + x * radius, middle + y * radius));
    vec![Layer::fill(ink, path)]
}

/// Within a circle of radius 1.
fn shape(motif: Motif) -> Path {
    const O: Point = (0.0, 0.0);
    match motif {
        Motif::Star => Path::new()
            .lines(&[(0.0, -0.98), (0.12, -0.3), (-0.12, -0.3)])
            .close()
            .around(O, 8)
            .circle(O, 0.38)
            .hole(O, 0.16),
        Motif::Lotus => Path::new()
            .start((0.0, -0.98))
            .curve((0.34, -0.72), (0.3, -0.42), (0.0, -0.3))
            .curve((-0.3, -0.42), (-0.34, -0.72), (0.0, -0.98))
            .close()
            .around(O, 8)
            .circle(O, 0.22),
        Motif::Sun => Path::new()
            .start((-0.12, -0.6))
            .curve((0.02, -0.66), (0.14, -0.78), (0.12, -0.98))
            .curve((0.3, -0.82), (0.3, -0.64), (0.14, -0.58))
            .close()
            .around(O, 10)
            .circle(O, 0.5),
        Motif::Pagoda => pagoda(),
    }
}

fn pagoda() -> Path {
    // Two curved roofs over a hall with three doors.
    let roof = |y: f64, half: f64, high: f64| {
        Path::new()
            .start((-half, y))
            .curve(
                (-half * 0.6, y - 0.06),
                (-half * 0.4, y - high * 0.7),
                (-half * 0.25, y - high),
            )
            .line((half * 0.25, y - high))
            .curve((half * 0.4, y - high * 0.7), (half * 0.6, y - 0.06), (half, y))
            .curve((half * 0.8, y + 0.14), (half * 0.7, y + 0.14), (half * 0.6, y + 0.14))
            .line((-half * 0.6, y + 0.14))
            .curve((-half * 0.7, y + 0.14), (-half * 0.8, y + 0.14), (-half, y))
            .close()
    };
    roof(-0.36, 0.7, 0.44)
        .and(roof(0.12, 0.95, 0.3))
        .rect((-0.62, 0.34), (1.24, 0.4), [0.0; 4])
        .gap((-0.46, 0.42), (0.22, 0.32), 0.0)
        .gap((-0.13, 0.42), (0.26, 0.32), 0.0)
        .gap((0.24, 0.42), (0.22, 0.32), 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::{encode_at, raster};

    const PAYLOAD: &str = "https://DISAN.EXAMPLE/735195/";

    #[test]
    fn the_table_of_blocks_is_that_of_the_crate() {
        use qrcode::bits::Bits;
        use qrcode::ec::construct_codewords;
        use qrcode::types::{EcLevel, Version};
        let levels = [
            (Level::L, EcLevel::L),
            (Level::M, EcLevel::M),
            (Level::Q, EcLevel::Q),
            (Level::H, EcLevel::H),
        ];
        for version in 1..=6 {
            for (level, theirs) in levels {
                let symbol = Version::Normal(i16::from(version));
                let bytes = Bits::new(symbol).max_len(theirs).unwrap() / 8;
                let (_, correction) = construct_codewords(&vec![0; bytes], symbol, theirs).unwrap();
                let (correctable, count) = blocks(version, level);
                let each = correction.len() / count;
                // Some codewords of small symbols are kept for detecting, not mending.
                assert!(
                    (each / 2).abs_diff(correctable) <= 1 && correctable <= each / 2,
                    "{version} {level:?}"
                );
            }
        }
    }

    #[test]
    fn an_emblem_takes_half_of_the_correction_and_no_more() {
        // The fourth version at level H: four blocks that mend eight codewords each.
        let symbol = encode_at("https://HANOI-TUOITRE.GITHUB.IO/disan/735190/", Level::Q).unwrap();
        let across = most(&symbol).unwrap();
        assert!(is_borne(&symbol, across) && !is_borne(&symbol, across + 2), "{across}");
        // A code of the lowest level bears nothing.
        assert_eq!(
            most(
                &encode_at("https://DISAN.EXAMPLE/7351", Level::L)
                    .map(|s| Symbol {
                        level: Level::L,
                        version: 1,
                        size: 21,
                        ..s
                    })
                    .unwrap()
            ),
            None
        );
    }

    #[test]
    fn twice_the_budget_of_damage_is_still_read() {
        let symbol = encode_at(PAYLOAD, Level::H).unwrap();
        let across = most(&symbol).unwrap();
        let mut damaged = symbol.clone();
        for y in 0..symbol.size {
            for x in (0..symbol.size).filter(|&x| is_covered(symbol.size, across, x, y)) {
                // The worst: every covered module is wrong.
                damaged.rows[y] ^= 1 << x;
            }
        }
        let picture = raster::luma(&damaged, 4);
        let format = Some(rxing::BarcodeFormat::QR_CODE);
        let side = picture.side as u32;
        let read = rxing::helpers::detect_in_luma(picture.pixels, side, side, format).unwrap();
        assert_eq!(read.getText(), PAYLOAD);
    }
}
