//! `vanbia explain VB0204`.
//!
//! Entry point: [`explain`]. Invariant: every code has a cause, a remedy and an example in both languages.

use super::setting::Setting;
use super::terminal::tell;
use super::wording::{self as w, say};
use super::{DONE, USAGE};
use crate::diag::{Speech, codes};
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
    anstream::println!(
        "{}\n{}",
        say(speech, w::WRONG_MARK, &[]),
        indent(&spoken(code.example.wrong, speech))
    );
    anstream::println!(
        "{}\n{}",
        say(speech, w::RIGHT_MARK, &[]),
        indent(&spoken(code.example.right, speech))
    );
    DONE
}

/// An example in one language: of `⟦Vietnamese|English⟧` that language stays.
fn spoken(example: &str, speech: Speech) -> String {
    let mut parts = example.split('⟦');
    let mut text = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (both, rest) = part.split_once('⟧').unwrap_or((part, ""));
        let (vi, en) = both.split_once('|').unwrap_or((both, both));
        text.push_str(speech.pick(vi, en));
        text.push_str(rest);
    }
    text
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
    use super::{open, spoken};
    use crate::diag::{Speech, codes};

    #[test]
    fn remarks_in_examples_are_in_the_language_of_messages() {
        let example = "vi.md ⟦(mới)|(new)⟧, en.md ⟦(cũ)|(old)⟧";
        assert_eq!(spoken(example, Speech::Vi), "vi.md (mới), en.md (cũ)");
        assert_eq!(spoken(example, Speech::En), "vi.md (new), en.md (old)");
        assert_eq!(spoken("title: Đền Hạ", Speech::En), "title: Đền Hạ");
        for code in codes::all() {
            for example in [code.example.wrong, code.example.right] {
                let marked = example.matches('⟦').count();
                assert_eq!(marked, example.matches('⟧').count(), "{}", code.id());
                for part in example.split('⟦').skip(1) {
                    let both = part.split('⟧').next().unwrap_or_default();
                    assert_eq!(both.matches('|').count(), 1, "{}: {both}", code.id());
                }
            }
        }
        // A remark in one language only is not for readers of the other.
        let english = [
            "another",
            "of last month",
            "is reserved",
            "is retired",
            "home page",
            "still there",
        ];
        for code in codes::all() {
            let shown = spoken(code.example.wrong, Speech::Vi);
            assert!(
                !english.iter().any(|word| shown.contains(word)),
                "{}: {shown}",
                code.id()
            );
        }
    }

    #[test]
    fn values_become_an_ellipsis_and_yaml_stays() {
        assert_eq!(
            open("write {{ code: vi }} or \"{value}\""),
            "write {{ code: vi }} or \"…\""
        );
        assert_eq!(open("{ code: vi }: {key}"), "{ code: vi }: …");
    }
}
