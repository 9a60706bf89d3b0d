//! Message codes 09xx: writing, the machine and usage.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {}
