//! `vanbia watch` on real folders: the fifteen ways in which other programs' watch modes fail, each tried.
//!
//! Entry point: [`watching::Watching`], which runs the binary; one test a way, W1 to W15. Invariant: every wait has an
//! end, programs end with their test, and at idle the output is that of a clean build, byte for byte. With
//! `VANBIA_TEST_LONG` set (`tests/run --long`) the tests do more of the same. Signals and links are those of Unix.
#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests make files and run the binary")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod browser;
mod early;
mod ending;
mod events;
mod folders;
mod mass;
mod mistakes;
#[cfg(target_os = "linux")]
mod repeated;
mod saves;
mod settings;
#[allow(dead_code, reason = "the promises use more of it")]
#[path = "../promises/site.rs"]
mod site;
mod watching;
mod writers;
