//! Message codes 01xx: files and their encoding.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {}
