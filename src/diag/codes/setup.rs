//! Message codes 08xx: site.yaml, kinds, themes and strings.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {}
