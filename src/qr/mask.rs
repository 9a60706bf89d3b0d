//! Masks a symbol and writes its format bits.
//!
//! Entry point: [`best`], [`apply`]. Invariant: the mask with the lowest penalty, the lowest number among equals.

use super::layout::Layout;
use super::penalty::penalty;
use super::{Level, Rows};

/// The best mask for unmasked modules, and the finished modules.
pub(super) fn best(rows: &Rows, layout: &Layout, level: Level) -> (u8, Rows) {
    let mut chosen = (0, apply(rows, layout, level, 0));
    let mut lowest = penalty(&chosen.1, layout.size);
    for mask in 1..8 {
        let masked = apply(rows, layout, level, mask);
        let cost = penalty(&masked, layout.size);
        if cost < lowest {
            lowest = cost;
            chosen = (mask, masked);
        }
    }
    chosen
}

/// The finished modules under a given mask.
pub(super) fn apply(rows: &Rows, layout: &Layout, level: Level, mask: u8) -> Rows {
    let mut out = *rows;
    for (row, inverted) in out.iter_mut().zip(&layout.masks[usize::from(mask)]) {
        *row ^= inverted;
    }
    put_format(&mut out, layout.size, format_bits(level, mask));
    out
}

/// Level and mask with their BCH code, under the standard's fixed pattern.
fn format_bits(level: Level, mask: u8) -> u32 {
    let level = match level {
        Level::L => 0b01,
        Level::M => 0b00,
        Level::Q => 0b11,
        Level::H => 0b10,
    };
    let data = level << 3 | u32::from(mask);
    let rest = (0..10).fold(data, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
    (data << 10 | rest) ^ 0x5412
}

/// Writes the format twice: around the first finder pattern, and shared between the two others.
fn put_format(rows: &mut Rows, size: usize, bits: u32) {
    let mut set = |x: usize, y: usize, bit: usize| rows[y] |= u64::from(bits >> bit & 1) << x;
    for bit in 0..6 {
        set(8, bit, bit);
    }
    set(8, 7, 6);
    set(8, 8, 7);
    set(7, 8, 8);
    for bit in 9..15 {
        set(14 - bit, 8, bit);
    }
    for bit in 0..8 {
        set(size - 1 - bit, 8, bit);
    }
    for bit in 8..15 {
        set(8, size - 15 + bit, bit);
    }
}
