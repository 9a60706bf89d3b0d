//! Message codes 07xx: pictures, sound and attachments.
//!
//! Entry point: the constants and [`ALL`]. Invariant: see [`super`].

use crate::diag::code::codes;

codes! {}
