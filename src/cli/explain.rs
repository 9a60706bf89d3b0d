//! `vanbia explain VB0204`.
//!
//! Entry point: [`explain`]. Invariant: every code has a cause, a remedy and an example in both languages.

use super::setting::Setting;
use super::terminal::tell;
use super::wording::{self as w, say};
use super::{DONE, USAGE};
use crate::diag::codes;
use clap::ArgMatches;

/// Says what a message means.
pub(super) fn explain(args: &ArgMatches, setting: &Setting) -> u8 {
    let asked = args.get_one::<String>("code").map_or("", String::as_str);
    let Some(code) = codes::find(asked) else {
        tell(setting, w::NO_SUCH_MESSAGE, &[("code", asked)]);
        return USAGE;
    };
    let speech = setting.speech;
    let wording = code.wording(speech);
    let indent = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect::<String>();
    anstream::println!("{}: {}\n", code.id(), wording.message);
    anstream::println!("{} {}\n", say(speech, w::CAUSE_MARK, &[]), wording.cause);
    anstream::println!("{} {}\n", say(speech, w::HELP_MARK, &[]), wording.help);
    anstream::println!("{}\n{}", say(speech, w::WRONG_MARK, &[]), indent(code.example.wrong));
    anstream::println!("{}\n{}", say(speech, w::RIGHT_MARK, &[]), indent(code.example.right));
    DONE
}
