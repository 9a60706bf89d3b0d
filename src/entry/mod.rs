//! One entry: the facts and the prose, read and checked by themselves.
//!
//! Entry point: [`prose::Prose::parse`]. Invariant: nothing here knows of any other entry.

pub mod prose;
