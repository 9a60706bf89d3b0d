//! The site as a whole: what only shows once all entries are known.
//!
//! Entry point: [`ledger`] for the printed codes. Invariant: nothing here reads, writes or prints.

pub mod ledger;
