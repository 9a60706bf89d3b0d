//! QR codes: what they say, their modules, and how they are drawn.
//!
//! Entry point: [`payload::code_payload`] for the text, [`encode`] for the symbol, [`svg::svg`] and [`bitmap::png`] for the
//! drawing.
//! Invariant: a leaf that knows nothing of sites and entries; addresses are pure ASCII; the same payload gives the
//! same modules for ever, because printed plates are compared with what is built later.
//!
//! The crate `qrcode` turns segments into bits and error correction codewords. Segmentation, placement, masks and
//! penalties are here: the crate cuts payloads greedily (its symbols can be a version larger, and parts of UTF-8 text
//! end up as Kanji), and takes some fifty times as long over the mask.

pub mod banks;
pub mod bitmap;
pub mod check_digit;
pub mod digital_link;
mod layout;
mod mask;
pub mod payload;
pub mod payment;
mod penalty;
pub mod photo;
pub mod raster;
mod segments;
pub mod style;
pub mod svg;
mod symbol;
mod transpose;
pub mod vietqr;

pub use symbol::{Level, Refusal, Symbol, encode, encode_at, encode_text};

/// One line of modules per word: bit `x` of `rows[y]` is the module in column `x` of row `y`.
pub type Rows = [u64; 64];

/// The highest version (61 × 61 modules) whose rows fit into one machine word each.
pub const MAX_VERSION: u8 = 11;

/// Modules of white around the symbol, on each side (ISO/IEC 18004).
pub const QUIET_ZONE: usize = 4;

#[cfg(test)]
mod printed;
#[cfg(test)]
mod tests;
