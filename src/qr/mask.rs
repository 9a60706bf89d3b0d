//! Masks a symbol and writes its format bits.
//!
//! Entry point: [`best`], [`apply`]. Invariant: the mask with the lowest penalty, the lowest number among equals.

use super::layout::Layout;
use super::penalty::penalty;
use super::transpose::transpose;
use super::{Level, Rows};

/// The best mask for unmasked modules, and the finished modules.
pub(super) fn best(rows: &Rows, layout: &Layout, level: Level) -> (u8, Rows) {
    // The rules look along columns too. A mask turned around once for all symbols spares turning each masked symbol.
    let columns = transpose(rows);
    let finished = |mask: u8| {
        let masked = apply(rows, layout, level, mask);
        let mut across = inverted(&columns, &layout.across[usize::from(mask)]);
        put_format(layout.size, format_bits(level, mask), |x, y, bit| across[x] |= bit << y);
        (penalty(&masked[..layout.size], &across[..layout.size]), masked)
    };
    let (mut lowest, mut modules) = finished(0);
    let mut chosen = 0;
    for mask in 1..8 {
        let (cost, masked) = finished(mask);
        if cost < lowest {
            (lowest, modules, chosen) = (cost, masked, mask);
        }
    }
    (chosen, modules)
}

/// The finished modules under a given mask.
pub(super) fn apply(rows: &Rows, layout: &Layout, level: Level, mask: u8) -> Rows {
    let mut out = inverted(rows, &layout.masks[usize::from(mask)]);
    put_format(layout.size, format_bits(level, mask), |x, y, bit| out[y] |= bit << x);
    out
}

fn inverted(rows: &Rows, mask: &Rows) -> Rows {
    std::array::from_fn(|i| rows[i] ^ mask[i])
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

/// Writes the format twice: around the first finder pattern, and shared between the two others. `put` gets column, row
/// and the bit.
fn put_format(size: usize, bits: u32, mut put: impl FnMut(usize, usize, u64)) {
    let mut set = |x: usize, y: usize, bit: usize| put(x, y, u64::from(bits >> bit & 1));
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
