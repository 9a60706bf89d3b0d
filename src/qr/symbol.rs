//! From a payload to the modules of its symbol.
//!
//! Entry point: [`encode`], [`encode_text`]. Invariant: the smallest version that holds the payload at level M (or at a
//! higher one that is asked for), then the highest level that this version still allows, then the mask with the lowest
//! penalty. Nothing else has a say.

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
    /// About 7 %; only where it is asked for.
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

/// The ECI number of UTF-8.
const UTF_8: u32 = 26;

/// Makes the symbol of an address; about five microseconds.
pub fn encode(payload: &str) -> Result<Symbol, Refusal> {
    encode_at(payload, Level::M)
}

/// As [`encode`], with at least this error correction: an emblem in the middle uses some of it up.
pub fn encode_at(payload: &str, least: Level) -> Result<Symbol, Refusal> {
    match payload.is_ascii() {
        true => encode_bytes(payload.as_bytes(), least),
        false => Err(Refusal::NotAscii),
    }
}

/// Makes the symbol of a text that is no address (a visiting card, the name of a network). What is not ASCII is marked as
/// UTF-8 by ECI 26; without the mark some readers take Vietnamese for Big5.
pub fn encode_text(text: &str) -> Result<Symbol, Refusal> {
    encode_bytes(text.as_bytes(), Level::M)
}

fn encode_bytes(data: &[u8], least: Level) -> Result<Symbol, Refusal> {
    let too_long = Refusal::TooLong { bytes: data.len() };
    for versions in [1..=9, 10..=MAX_VERSION] {
        let cut = segments(data, *versions.start());
        for version in versions {
            let bits = needed(data, &cut, version);
            let highest = [Level::H, Level::Q, Level::M, Level::L]
                .into_iter()
                .take_while(|level| *level >= least)
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

/// Bits that these segments take, with the mark of UTF-8 where it is needed.
pub(super) fn needed(data: &[u8], cut: &[Segment], version: u8) -> usize {
    let mark = if data.is_ascii() { 0 } else { 4 + 8 };
    mark + total_encoded_len(cut, Version::Normal(version.into()))
}

/// Bits for data.
pub(super) fn capacity(version: u8, level: Level) -> usize {
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
        if !data.is_ascii() {
            bits.push_eci_designator(UTF_8).ok()?;
        }
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

    /// The first bits of the data, most significant first.
    #[cfg(test)]
    pub(super) fn first_bits(&self, count: usize) -> u32 {
        let path = &layout(self.version).path[..count];
        let bit = |at: u16| (self.rows[usize::from(at >> 6)] >> (at & 63) & 1) as u32;
        path.iter().fold(0, |bits, &at| bits << 1 | bit(at))
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
