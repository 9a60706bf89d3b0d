//! Site and page → everything that the page shows, as data.
//!
//! Entry point: [`viewer::Viewer`], [`model`]. Invariant: pure; a view is complete, so that a template has nothing to
//! ask.

mod bare;
mod drawing;
mod entry;
pub mod frame;
mod gate;
mod linked_data;
mod lists;
pub mod model;
pub mod prose;
pub mod script_json;
mod trail;
pub mod viewer;
pub mod visit;
pub mod world;
