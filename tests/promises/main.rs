//! The promises of the project, each tried through the real binary on real folders.
//!
//! Entry point: one file per promise, all on top of [`site::Site`]. Invariant: the day is pinned; folders lie below
//! Cargo's own folder for tests; each test was seen failing.
#![allow(clippy::disallowed_methods, reason = "tests make files and run the binary")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod asked;
mod codes_live;
mod complete;
mod copies;
mod direct;
mod handbook;
mod joined;
mod languages;
mod links;
mod machine;
mod mistakes;
mod outdoors;
mod page;
mod payments;
mod planted;
mod plates;
mod requests;
mod same_bytes;
mod site;
mod standing;
mod starter;
mod symbols;
mod told;
mod weight;
mod whole;
