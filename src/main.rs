//! The command `vanbia`: hands over to the library and sets the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    vanbia::cli::run(std::env::args_os())
}
