//! What YAML accepts silently and a volunteer never means.
//!
//! Entry point: [`lint`]. Invariant: looks only; the tree stays as it was read.

use super::parse::Pairs;
use crate::diag::Diagnostics;
use crate::source::document::Document;

/// Findings about a tree that YAML itself is happy with.
pub(super) fn lint(_doc: &Document, _pairs: &Pairs) -> Diagnostics {
    Vec::new()
}
