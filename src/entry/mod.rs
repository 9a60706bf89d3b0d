//! One entry: the facts and the prose, read and checked by themselves.
//!
//! Entry point: [`folders::plan`], [`load::load`], [`prose::Prose::parse`]. Invariant: nothing here knows of any other
//! entry.

mod card;
pub mod folders;
mod former;
pub mod load;
pub mod model;
pub mod prose;
