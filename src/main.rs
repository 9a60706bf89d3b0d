//! The command `vanbia`: hands over to the library and sets the exit code.
//!
//! Entry point: `main`. Invariant: nothing happens here that the library could do.

use std::process::ExitCode;

/// Entries, views and pages are made of very many small pieces.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    vanbia::cli::run(std::env::args_os())
}
