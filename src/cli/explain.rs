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
    anstream::println!("{}: {}\n", code.id(), open(wording.message));
    anstream::println!("{} {}\n", say(speech, w::CAUSE_MARK, &[]), wording.cause);
    anstream::println!("{} {}\n", say(speech, w::HELP_MARK, &[]), open(wording.help));
    anstream::println!("{}\n{}", say(speech, w::WRONG_MARK, &[]), indent(code.example.wrong));
    anstream::println!("{}\n{}", say(speech, w::RIGHT_MARK, &[]), indent(code.example.right));
    DONE
}

/// A wording without its values: `{value}` becomes `…`.
fn open(pattern: &str) -> String {
    let mut parts = pattern.split('{');
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        match part.split_once('}') {
            Some((name, rest)) if name.chars().all(|c| c.is_ascii_lowercase() || c == '_') => {
                text.push('…');
                text.push_str(rest);
            }
            _ => {
                text.push('{');
                text.push_str(part);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn values_become_an_ellipsis_and_yaml_stays() {
        assert_eq!(
            open("write {{ code: vi }} or \"{value}\""),
            "write {{ code: vi }} or \"…\""
        );
        assert_eq!(open("{ code: vi }: {key}"), "{ code: vi }: …");
    }
}
