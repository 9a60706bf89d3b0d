//! `vanbia`: Markdown and YAML in, a bilingual site of plain files with a QR code for every page out.
//!
//! The way of the data, left to right:
//!
//! ```text
//! Source  → Entry{Card, Body} → Site (immutable)  → Page → View         → Artifact     → file
//! source    entry, schema       site                page   view           render, media  output
//! ```
//!
//! Entry point: [`engine::build`] runs all stages for a single build, [`engine::Session`] keeps a site up to date;
//! [`cli::run`] is the program. Every stage returns its value and what it found wrong ([`diag::Diagnostics`]).
//! Invariant: only `cli` prints and looks at the environment, and nothing ends the process; only `source`, `output`,
//! `watch`, `serve` and `cli` touch files and the clock. Which module uses which other one is listed in `tests/tidy.rs`
//! and tested there.

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
