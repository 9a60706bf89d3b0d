//! Rows ↔ columns of a symbol.
//!
//! Entry point: [`transpose`]. Invariant: twice gives back what was there.

use super::Rows;

/// Bit `y` of word `x` becomes bit `x` of word `y`: 64 × 64 bits, halving the squares that are exchanged (Hacker's
/// Delight, 7-3).
pub(super) fn transpose(rows: &Rows) -> Rows {
    let mut out = *rows;
    let mut width = 32;
    let mut mask = 0x0000_0000_FFFF_FFFF_u64;
    while width != 0 {
        let mut at = 0;
        while at < 64 {
            let swap = (out[at] >> width ^ out[at | width]) & mask;
            out[at] ^= swap << width;
            out[at | width] ^= swap;
            at = ((at | width) + 1) & !width;
        }
        width >>= 1;
        mask ^= mask << width;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::tests::Dice;

    #[test]
    fn columns_become_rows_and_rows_again() {
        let mut dice = Dice(5);
        let rows: Rows = std::array::from_fn(|_| dice.next());
        let turned = transpose(&rows);
        assert!((0..64).all(|y| (0..64).all(|x| rows[y] >> x & 1 == turned[x] >> y & 1)));
        assert_eq!(transpose(&turned), rows);
    }
}
