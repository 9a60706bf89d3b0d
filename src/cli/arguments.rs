//! Arguments and help.
//!
//! Entry point: [`command`]. Invariant: help exists in both languages; nothing of the parser's own wording is shown.

use super::wording::{self as w, say};
use super::{DONE, USAGE};
use crate::diag::Speech;
use crate::schema::kind::{Kind, Kinds};
use crate::schema::languages::Languages;
use crate::text::Lang;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command};
use std::ffi::OsString;

/// The whole command line.
pub(super) fn command(speech: Speech) -> Command {
    let about = |saying| say(speech, saying, &[]);
    let sub = |name: &'static str, saying| dress(Command::new(name).about(about(saying)), speech);
    let build = with_build_args(sub("build", w::BUILD), speech)
        .arg(flag("locked", w::ARG_LOCKED, speech))
        .arg(flag("release", w::ARG_RELEASE, speech))
        .arg(flag("strict", w::ARG_STRICT, speech))
        .arg(option("jobs", "N", w::ARG_JOBS, speech).value_parser(clap::value_parser!(usize)))
        .arg(flag("no-cache", w::ARG_NO_CACHE, speech));
    let check = with_build_args(sub("check", w::CHECK), speech)
        .arg(option("format", "text|json", w::ARG_FORMAT, speech).value_parser(["text", "json"]))
        .arg(flag("strict", w::ARG_STRICT, speech))
        .arg(flag("release", w::ARG_RELEASE_ASKS, speech))
        .arg(option("list", "FILE", w::ARG_LIST, speech))
        .arg(option("translated", "KEY", w::ARG_TRANSLATED, speech).action(ArgAction::Append));
    let explain = sub("explain", w::EXPLAIN).arg(argument("code", "VBnnnn", w::ARG_MESSAGE, speech));
    let init = sub("init", w::INIT).arg(argument("dir", "DIR", w::ARG_DIR, speech));
    let new = sub("new", w::NEW)
        .arg(option("root", "DIR", w::ARG_ROOT, speech))
        .arg(argument("kind", "KIND", w::ARG_KIND, speech))
        .arg(argument("title", "TITLE", w::ARG_TITLE, speech).num_args(1..));
    let signs = signs(sub("signs", w::SIGNS), speech);
    let theme = theme(sub("theme", w::THEME), speech);
    let watch = with_build_args(sub("watch", w::WATCH), speech)
        .arg(option("port", "PORT", w::ARG_PORT, speech).value_parser(clap::value_parser!(u16)))
        .arg(flag("lan", w::ARG_LAN, speech))
        .arg(flag("open", w::ARG_OPEN, speech))
        .arg(flag("poll", w::ARG_POLL, speech));
    dress(Command::new("vanbia").about(about(w::ABOUT)), speech)
        .override_usage(speech.pick("vanbia [TÙY CHỌN] <LỆNH>", "vanbia [OPTIONS] <COMMAND>"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(about(w::VERSION_FLAG)),
        )
        .after_help(about(w::EXIT_CODES))
        .subcommand_required(true)
        .arg(
            option("lang", "vi|en", w::ARG_LANG, speech)
                .value_parser(["vi", "en"])
                .global(true),
        )
        .arg(
            option("color", "auto|always|never", w::ARG_COLOR, speech)
                .value_parser(["auto", "always", "never"])
                .global(true),
        )
        .arg(flag("quiet", w::ARG_QUIET, speech).short('q').global(true))
        .arg(flag("verbose", w::ARG_VERBOSE, speech).short('v').global(true))
        .subcommands([build, check, codes(speech), explain, init, new, signs, theme, watch])
}

fn codes(speech: Speech) -> Command {
    let sub = |name: &'static str, saying| {
        dress(Command::new(name).about(say(speech, saying, &[])), speech).arg(option(
            "root",
            "DIR",
            w::ARG_ROOT,
            speech,
        ))
    };
    let code = || argument("code", "CODE", w::ARG_CODE, speech);
    let keys = Arg::new("keys")
        .value_name("KEY")
        .num_args(0..)
        .help_heading(speech.pick(w::ARGUMENTS_HEAD.0, w::ARGUMENTS_HEAD.1))
        .help(say(speech, w::ARG_KEYS, &[]));
    dress(Command::new("codes").about(say(speech, w::CODES, &[])), speech)
        .subcommand_required(true)
        .subcommands([
            sub("list", w::CODES_LIST),
            sub("issue", w::CODES_ISSUE).arg(keys),
            sub("retire", w::CODES_RETIRE)
                .arg(code())
                .arg(option("successor", "KEY", w::ARG_SUCCESSOR, speech)),
            sub("restore", w::CODES_RESTORE).arg(code()),
            sub("merge", w::CODES_MERGE).arg(argument("file", "FILE", w::ARG_FILE, speech)),
            sub("recover", w::CODES_RECOVER).arg(argument("dir", "DIR|URL", w::ARG_TARGET, speech)),
            sub("audit", w::CODES_AUDIT)
                .arg(argument("dir", "PHOTOS", w::ARG_PHOTOS, speech))
                .arg(option("format", "text|json", w::ARG_FORMAT, speech).value_parser(["text", "json"])),
            sub("stats", w::CODES_STATS)
                .arg(argument("log", "access.log", w::ARG_LOG, speech).num_args(1..))
                .arg(option("format", "text|json", w::ARG_FORMAT, speech).value_parser(["text", "json"])),
            sub("verify", w::CODES_VERIFY)
                .arg(argument("dir", "DIR|URL", w::ARG_TARGET, speech))
                .arg(option("format", "text|json", w::ARG_FORMAT, speech).value_parser(["text", "json"])),
        ])
}

fn theme(command: Command, speech: Speech) -> Command {
    let files = Arg::new("files")
        .value_name("FILE")
        .num_args(0..)
        .help_heading(speech.pick(w::ARGUMENTS_HEAD.0, w::ARGUMENTS_HEAD.1))
        .help(say(speech, w::ARG_THEME_FILES, &[]));
    command
        .arg(files)
        .arg(option("root", "DIR", w::ARG_ROOT, speech))
        .arg(option("to", "FILE", w::ARG_THEME_TO, speech))
        .arg(option("new", "NAME", w::ARG_THEME_NEW, speech))
}

fn signs(command: Command, speech: Speech) -> Command {
    let keys = Arg::new("keys")
        .value_name("KEY")
        .num_args(0..)
        .help_heading(speech.pick(w::ARGUMENTS_HEAD.0, w::ARGUMENTS_HEAD.1))
        .help(say(speech, w::ARG_SIGN_KEYS, &[]));
    command
        .arg(keys)
        .arg(option("root", "DIR", w::ARG_ROOT, speech))
        .arg(option("kind", "KIND", w::ARG_SIGN_KIND, speech))
        .arg(flag("parts", w::ARG_PARTS, speech))
        .arg(option("layout", "NAME", w::ARG_LAYOUT, speech))
        .arg(option("size", "WxH", w::ARG_SIZE, speech))
        .arg(option("copies", "N", w::ARG_COPIES, speech).value_parser(clap::value_parser!(u16).range(1..=1000)))
        .arg(flag("marks", w::ARG_MARKS, speech))
        .arg(flag("index", w::ARG_INDEX, speech))
        .arg(option("to", "FILE", w::ARG_TO, speech))
        .arg(option("dpi", "N", w::ARG_DPI, speech).value_parser(clap::value_parser!(u16).range(30..=2400)))
        .arg(option("today", "DATE", w::ARG_TODAY, speech))
        .arg(flag("release", w::ARG_RELEASE_ASKS, speech))
}

fn with_build_args(command: Command, speech: Speech) -> Command {
    command
        .arg(option("root", "DIR", w::ARG_ROOT, speech))
        .arg(option("out", "DIR", w::ARG_OUT, speech))
        .arg(option("base-url", "URL", w::ARG_BASE_URL, speech))
        .arg(option("today", "DATE", w::ARG_TODAY, speech))
}

/// Headings and the help flag in the chosen language.
fn dress(command: Command, speech: Speech) -> Command {
    let head = |saying| say(speech, saying, &[]);
    let usage = head(w::USAGE_HEAD);
    command
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .subcommand_help_heading(speech.pick(w::COMMANDS_HEAD.0, w::COMMANDS_HEAD.1))
        .next_help_heading(speech.pick(w::OPTIONS_HEAD.0, w::OPTIONS_HEAD.1))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help(head(w::HELP_FLAG)),
        )
}

fn flag(name: &'static str, saying: (&str, &str), speech: Speech) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(say(speech, saying, &[]))
}

fn option(name: &'static str, value: &'static str, saying: (&str, &str), speech: Speech) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .hide_possible_values(true)
        .help(say(speech, saying, &[]))
}

fn argument(name: &'static str, value: &'static str, saying: (&str, &str), speech: Speech) -> Arg {
    let heading = speech.pick(w::ARGUMENTS_HEAD.0, w::ARGUMENTS_HEAD.1);
    Arg::new(name)
        .value_name(value)
        .required(true)
        .help_heading(heading)
        .help(say(speech, saying, &[]))
}

/// Shows help or version where that was asked for; else says what is wrong with the arguments, and whose help to read.
pub(super) fn refuse(error: &clap::Error, args: &[OsString], speech: Speech) -> u8 {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        anstream::print!("{}", in_words(&error.render().to_string(), speech));
        return DONE;
    }
    let mut command = command(speech);
    if args.get(1).is_some_and(|word| word == "help") {
        anstream::print!("{}", in_words(&command.render_help().to_string(), speech));
        return DONE;
    }
    anstream::eprintln!("{}", wrong(error, speech));
    let values = [("command", &*typed(&command, args))];
    anstream::eprintln!("{}", say(speech, w::USAGE_HINT, &values));
    USAGE
}

/// The command as far as it was typed right, such as `vanbia codes`.
fn typed(command: &Command, args: &[OsString]) -> String {
    let (mut at, mut path) = (command, "vanbia".to_string());
    for word in args.iter().skip(1) {
        if let Some(sub) = at.find_subcommand(word) {
            path = format!("{path} {}", sub.get_name());
            at = sub;
        }
    }
    path
}

/// The two words that the parser of arguments puts into every usage line by itself.
fn in_words(help: &str, speech: Speech) -> String {
    let words = [("[OPTIONS]", "[TÙY CHỌN]"), ("<COMMAND>", "<LỆNH>")];
    words.into_iter().fold(help.to_string(), |text, (english, vietnamese)| {
        text.replace(english, speech.pick(vietnamese, english))
    })
}

/// What is wrong with the arguments, in the chosen language.
fn wrong(error: &clap::Error, speech: Speech) -> String {
    use clap::error::{ContextKind, ContextValue};
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let texts = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let near = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let near = near.into_iter().map(text).find(|t| !t.is_empty()).unwrap_or_default();
    let sub = text(ContextKind::InvalidSubcommand);
    let say = |vi: &str, en: &str| speech.pick(vi, en).to_string();
    let said = match error.kind() {
        ErrorKind::UnknownArgument if !arg.starts_with('-') => {
            super::wording::say(speech, w::ONE_TOO_MANY, &[("word", &arg)])
        }
        ErrorKind::UnknownArgument => format!("{} «{arg}».", say("Không có tùy chọn", "There is no option")),
        ErrorKind::InvalidSubcommand => format!("{} «{sub}».", say("Không có lệnh", "There is no command")),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!(
                "{} «{value}» ({arg}).",
                say("Không dùng được giá trị", "This value cannot be used:")
            )
        }
        ErrorKind::MissingRequiredArgument => missing(&texts, speech),
        ErrorKind::ArgumentConflict => {
            format!("{} «{arg}».", say("Chỉ được ghi một lần:", "Write this only once:"))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say("Còn thiếu tên lệnh.", "The name of a command is missing.")
        }
        _ => say(w::BAD_USAGE.0, w::BAD_USAGE.1),
    };
    if near.is_empty() {
        said
    } else {
        format!("{said} {} «{near}»?", say("Có phải là", "Did you mean"))
    }
}

/// What is missing, in words and not in the signs of the help; for a missing kind, the kinds that there are.
fn missing(signs: &[String], speech: Speech) -> String {
    let words = |sign: &String| {
        let name = sign.trim_matches(|c| matches!(c, '<' | '>' | '.' | '[' | ']'));
        let saying = match name {
            "KIND" => w::LACKS_KIND,
            "TITLE" => w::LACKS_TITLE,
            "CODE" => w::LACKS_CODE,
            "DIR" => w::LACKS_DIR,
            "DIR|URL" => w::LACKS_TARGET,
            "FILE" => w::LACKS_FILE,
            "PHOTOS" => w::LACKS_PHOTOS,
            "access.log" => w::LACKS_LOG,
            "VBnnnn" => w::LACKS_MESSAGE,
            _ => return sign.clone(),
        };
        say(speech, saying, &[])
    };
    let list: Vec<String> = signs.iter().map(words).collect();
    let said = say(speech, w::LACKS, &[("list", &list.join("; "))]);
    if !signs.iter().any(|sign| sign.contains("KIND")) {
        return said;
    }
    let Ok(today) = super::setting::today(None) else {
        return said;
    };
    let languages = Languages::vi_en();
    let (kinds, _) = Kinds::read(&[], &languages, today);
    let lang = languages
        .all()
        .find(|lang| languages.get(*lang).code == speech.pick("vi", "en"));
    let one = |kind: &Kind| {
        format!(
            "{} ({})",
            kind.key,
            languages.plain(&kind.label, lang.unwrap_or(Lang(0)))
        )
    };
    let kinds: Vec<String> = kinds.all().iter().map(one).collect();
    format!(
        "{said}\n{}",
        say(speech, w::LACKS_KINDS, &[("known", &kinds.join(", "))])
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Help of a command and of all below it, as it is printed.
    fn helps(command: &mut Command, speech: Speech, path: &str, helps: &mut Vec<(String, String)>) {
        let rendered = command.render_help().to_string();
        helps.push((path.to_string(), in_words(&rendered, speech)));
        for sub in command.get_subcommands_mut() {
            let path = format!("{path} {}", sub.get_name());
            self::helps(sub, speech, &path, helps);
        }
    }

    fn all(speech: Speech) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut command = command(speech);
        command.build();
        helps(&mut command, speech, "vanbia", &mut found);
        found
    }

    #[test]
    fn the_help_of_signs_names_every_layout() {
        for speech in [Speech::Vi, Speech::En] {
            let helps = all(speech);
            let (_, help) = helps.iter().find(|(path, _)| path == "vanbia signs").unwrap();
            let words: Vec<&str> = help
                .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'))
                .collect();
            for layout in crate::sign::layout::builtin_names() {
                assert!(words.contains(&layout), "{layout} is not in {help}");
            }
        }
    }

    fn refused(args: &[&str], speech: Speech) -> String {
        wrong(&command(speech).try_get_matches_from(args).unwrap_err(), speech)
    }

    #[test]
    fn what_is_missing_is_named_in_words() {
        let said = refused(&["vanbia", "new"], Speech::Vi);
        assert!(said.starts_with("Còn thiếu: loại mục; tên của mục"), "{said}");
        assert!(said.contains("relic (Di tích)") && !said.contains('<'), "{said}");
        let said = refused(&["vanbia", "new", "relic"], Speech::Vi);
        assert!(
            said.starts_with("Còn thiếu: tên của mục") && !said.contains("relic (Di tích)"),
            "{said}"
        );
        for args in [
            &["vanbia", "explain"][..],
            &["vanbia", "init"],
            &["vanbia", "codes", "merge"],
            &["vanbia", "codes", "stats"],
        ] {
            for (speech, begin) in [(Speech::Vi, "Còn thiếu: "), (Speech::En, "Missing: ")] {
                let said = refused(args, speech);
                assert!(said.starts_with(begin) && !said.contains('<'), "{args:?}: {said}");
            }
        }
    }

    #[test]
    fn a_word_too_many_is_no_option_and_the_hint_names_the_help_to_read() {
        let said = refused(&["vanbia", "build", "relics/den-ha"], Speech::Vi);
        assert_eq!(said, "Thừa chữ «relics/den-ha»: lệnh này không nhận gì ở chỗ ấy.");
        for (words, path) in [
            (&["vanbia", "codes", "lst"][..], "vanbia codes"),
            (&["vanbia", "check", "--relase"], "vanbia check"),
            (&["vanbia", "chekc"], "vanbia"),
            (&["vanbia"], "vanbia"),
        ] {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            assert_eq!(typed(&command(Speech::En), &words), path);
        }
    }

    #[test]
    fn an_option_that_stands_twice_is_named() {
        let said = refused(
            &["vanbia", "check", "--today", "2026-11-21", "--today", "29/11/2026"],
            Speech::Vi,
        );
        assert!(said.contains("Chỉ được ghi một lần: «--today"), "{said}");
    }

    #[test]
    fn help_is_vietnamese_from_end_to_end() {
        let helps = all(Speech::Vi);
        assert!(helps.len() >= 17, "{}", helps.len());
        for (path, help) in &helps {
            assert!(help.contains("Cách dùng:"), "{path}");
            for english in [
                "Usage",
                "OPTIONS",
                "COMMAND",
                "Options",
                "Arguments",
                "Commands",
                "Print",
                "default",
            ] {
                assert!(!help.contains(english), "{path} says {english}: {help}");
            }
        }
    }

    #[test]
    fn every_option_is_explained_in_both_languages() {
        for ((path, vi), (_, en)) in all(Speech::Vi).iter().zip(&all(Speech::En)) {
            assert!(en.contains("Usage:") && !en.contains("Cách dùng"), "{path}");
            let options = |help: &str| help.matches("--").count();
            assert_eq!(options(vi), options(en), "{path}");
        }
        let mut explained = command(Speech::En);
        explained.build();
        let subs = explained.get_subcommands().chain([&explained]);
        for argument in subs.flat_map(Command::get_arguments) {
            assert!(argument.get_help().is_some(), "{}", argument.get_id());
        }
    }
}
