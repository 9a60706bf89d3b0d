//! `vanbia`: Markdown and YAML in, a bilingual site of plain files with a QR code for every page out.
//!
//! The way of the data, left to right; a module may use those to its left (`tests/tidy.rs` holds the truth):
//!
//! ```text
//! Source → Entry{Card, Body} → Site (immutable) → Page → View → Artifact → file
//! ```
//!
//! Entry point: [`diag`] for what every stage returns beside its value. Invariant: the library never prints and never
//! ends the process; only `source`, `output` and `cli` touch files, clock and environment.

pub mod cli;
pub mod diag;
pub mod engine;
pub mod entry;
pub mod feed;
pub mod fetch;
pub mod kinds;
pub mod media;
pub mod output;
pub mod page;
pub mod qr;
pub mod render;
pub mod schema;
pub mod serve;
pub mod sign;
pub mod site;
pub mod source;
pub mod text;
pub mod view;
pub mod watch;
