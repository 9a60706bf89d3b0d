//! The command line: arguments, commands, and the only place that prints.
//!
//! Entry point: [`run`]. Invariant: the library's public functions do the work; this module reads the environment and
//! the clock, hands them over, and shows what came back.
#![allow(
    clippy::disallowed_methods,
    reason = "environment, clock and the command line's own files"
)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the one place that prints")]

mod arguments;
mod asked;
mod astray;
mod build;
mod check;
mod clicked;
mod codes;
mod explain;
mod progress;
mod request;
mod roster;
mod setting;
mod signs;
mod starter;
mod terminal;
mod theme;
mod watch;
mod wording;

use crate::diag::Speech;
use std::ffi::OsString;
use std::process::ExitCode;

/// Done, also with warnings.
pub const DONE: u8 = 0;
/// The content has errors, `--locked` or a verification failed.
pub const CONTENT: u8 = 1;
/// Wrong usage, refused output folder.
pub const USAGE: u8 = 2;
/// Lock held, disk, permission, internal fault.
pub const MACHINE: u8 = 3;

/// Runs the command line and answers with the exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let speech = setting::speech(&args);
    let call = |more: &[OsString]| called(&[&args, more].concat(), speech);
    ExitCode::from(match clicked::Clicked::here(&args, speech) {
        Some(clicked) => {
            // The whole path: whoever clicked sees where the site lies.
            let folder = std::env::current_dir().unwrap_or_else(|_| ".".into());
            clicked.answer(&folder, &mut std::io::BufReader::new(std::io::stdin()), &call)
        }
        None => call(&[]),
    })
}

fn called(args: &[OsString], speech: Speech) -> u8 {
    let matches = match arguments::command(speech).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return arguments::refuse(&error, args, speech),
    };
    let setting = setting::Setting::new(&matches, speech);
    // A fault of ours is told in one sentence; the reader has never seen a stack trace.
    std::panic::set_hook(Box::new(|_| {}));
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| dispatch(&matches, &setting)));
    done.unwrap_or_else(|cause| {
        let text = cause.downcast_ref::<String>().cloned();
        let text = text.or_else(|| cause.downcast_ref::<&str>().map(ToString::to_string));
        terminal::tell(&setting, wording::FAULT, &[("what", &text.unwrap_or_default())]);
        MACHINE
    })
}

fn dispatch(matches: &clap::ArgMatches, setting: &setting::Setting) -> u8 {
    let at = matches.subcommand();
    if let Some(code) = at.and_then(|(name, args)| astray::astray(name, args, setting)) {
        return code;
    }
    match at {
        Some(("build", args)) => build::build(args, setting),
        Some(("check", args)) => check::check(args, setting),
        Some(("codes", args)) => codes::codes(args, setting),
        Some(("explain", args)) => explain::explain(args, setting),
        Some(("init", args)) => starter::init(args, setting),
        Some(("new", args)) => starter::new(args, setting),
        Some(("signs", args)) => signs::signs(args, setting),
        Some(("theme", args)) => theme::theme(args, setting),
        Some(("watch", args)) => watch::watch(args, setting),
        _ => USAGE,
    }
}

/// A path as it is pasted into a command: one with a space in it is one word only between quotes.
fn quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | ':' | '.' | '-' | '_');
    match path.chars().all(is_plain) {
        true => path.to_string(),
        false => format!("\"{path}\""),
    }
}
