//! From a payload to the modules of its symbol.
//!
//! Entry point: [`encode`]. Invariant: the smallest version that holds the payload at level M, then the highest level
//! that this version still allows, then the mask with the lowest penalty. Nothing else has a say.

use super::layout::layout;
use super::segments::segments;
use super::{MAX_VERSION, Rows, mask};
use qrcode::bits::Bits;
use qrcode::ec::construct_codewords;
use qrcode::optimize::{Segment, total_encoded_len};
use qrcode::types::{EcLevel, Version};
use std::fmt;

/// Error correction levels, by the share of codewords that may be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// About 7 %; never chosen here.
    L,
    /// About 15 %, the least that a code gets.
    M,
    /// About 25 %.
    Q,
    /// About 30 %.
    H,
}

impl Level {
    fn of_crate(self) -> EcLevel {
        match self {
            Level::L => EcLevel::L,
            Level::M => EcLevel::M,
            Level::Q => EcLevel::Q,
            Level::H => EcLevel::H,
        }
    }
}

/// The modules of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Modules per side, without the quiet zone.
    pub size: usize,
    /// Bit `x` of `rows[y]` is set where the module is dark; rows from `size` on are zero.
    pub rows: Rows,
    /// From 1 (21 modules) to [`MAX_VERSION`].
    pub version: u8,
    /// How much damage it bears.
    pub level: Level,
    /// The mask's reference number, 0–7.
    pub mask: u8,
}

impl Symbol {
    /// True where the module is dark; everything outside is light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.size && y < self.size && self.rows[y] >> x & 1 == 1
    }
}

/// Why a payload cannot become a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It does not fit into the largest supported version at level M.
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// It has characters beyond ASCII, which readers decode in different ways.
    NotAscii,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TooLong { bytes } => write!(f, "{bytes} characters are too many for one code"),
            Refusal::NotAscii => f.write_str("only plain ASCII fits into a code"),
        }
    }
}

impl std::error::Error for Refusal {}

/// Makes the symbol of a payload; about five microseconds.
pub fn encode(payload: &str) -> Result<Symbol, Refusal> {
    if !payload.is_ascii() {
        return Err(Refusal::NotAscii);
    }
    let data = payload.as_bytes();
    let too_long = Refusal::TooLong { bytes: data.len() };
    for versions in [1..=9, 10..=MAX_VERSION] {
        let cut = segments(data, *versions.start());
        for version in versions {
            let bits = total_encoded_len(&cut, Version::Normal(version.into()));
            let highest = [Level::H, Level::Q, Level::M]
                .into_iter()
                .find(|&level| bits <= capacity(version, level));
            if let Some(level) = highest {
                return Draft::new(data, &cut, version, level)
                    .map(Draft::finish)
                    .ok_or(too_long);
            }
        }
    }
    Err(too_long)
}

/// Bits for data.
fn capacity(version: u8, level: Level) -> usize {
    Bits::new(Version::Normal(version.into()))
        .max_len(level.of_crate())
        .unwrap_or(0)
}

/// A symbol whose mask is not chosen yet.
pub(super) struct Draft {
    version: u8,
    level: Level,
    rows: Rows,
}

impl Draft {
    /// Bits, codewords and their places; none when the data do not fit.
    pub(super) fn new(data: &[u8], cut: &[Segment], version: u8, level: Level) -> Option<Self> {
        let symbol = Version::Normal(version.into());
        let mut bits = Bits::new(symbol);
        bits.push_segments(data, cut.iter().copied()).ok()?;
        bits.push_terminator(level.of_crate()).ok()?;
        let (words, correction) = construct_codewords(&bits.into_bytes(), symbol, level.of_crate()).ok()?;
        let layout = layout(version);
        let mut rows = layout.fixed;
        let mut path = layout.path.iter();
        for word in words.into_iter().chain(correction) {
            for (bit, &at) in (0..8).rev().zip(&mut path) {
                rows[usize::from(at >> 6)] |= u64::from(word >> bit & 1) << (at & 63);
            }
        }
        Some(Self { version, level, rows })
    }

    /// Under the best mask.
    pub(super) fn finish(self) -> Symbol {
        let (mask, rows) = mask::best(&self.rows, layout(self.version), self.level);
        self.symbol(mask, rows)
    }

    /// Under a given mask.
    #[cfg(test)]
    pub(super) fn masked(self, mask: u8) -> Symbol {
        let rows = mask::apply(&self.rows, layout(self.version), self.level, mask);
        self.symbol(mask, rows)
    }

    fn symbol(self, mask: u8, rows: Rows) -> Symbol {
        Symbol {
            size: layout(self.version).size,
            rows,
            version: self.version,
            level: self.level,
            mask,
        }
    }
}
