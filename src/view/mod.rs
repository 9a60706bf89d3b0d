//! Site and page → everything that the page shows, as data.
//!
//! Entry point: [`model`]. Invariant: pure; a view is complete, so that a template has nothing to ask.

pub mod model;
pub mod prose;
