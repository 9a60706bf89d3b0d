//! Message codes 05xx: links, references and checks across entries.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {}
