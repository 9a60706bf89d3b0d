//! Views → HTML.
//!
//! Entry point: [`prose::html`]. Invariant: pure; the same view gives the same bytes.

pub mod prose;
