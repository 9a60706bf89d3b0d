//! The reader: files as volunteers save them → normalized documents and trees.
//!
//! Entry point: [`decode::decode`], [`names::check`], [`document::Document`], [`yaml::read`]. Invariant: nothing behind
//! this module sees a byte order mark, a carriage return, decomposed letters or a path outside the site.

pub mod decode;
pub mod document;
mod fences;
mod legacy;
mod misread;
pub mod names;
mod question_marks;
mod readings;
pub(crate) mod syllable;
pub mod tree;
mod versions;
pub mod yaml;
