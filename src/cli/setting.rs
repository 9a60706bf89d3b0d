//! What the global options say, and the language and the day of a run, which the environment may set.
//!
//! Entry point: [`Setting::new`], [`speech`], [`today`]. Invariant: the calendar is looked at here and nowhere else; other
//! commands read the clock only to measure how long something took.

use crate::diag::Speech;
use crate::text::Date;
use clap::ArgMatches;
use std::ffi::OsString;

/// Global settings of a run.
pub(super) struct Setting {
    /// Language of messages.
    pub speech: Speech,
    /// Only errors.
    pub quiet: bool,
    /// More.
    pub verbose: bool,
}

impl Setting {
    /// Reads the global options; sets whether output is colored.
    pub(super) fn new(matches: &ArgMatches, speech: Speech) -> Self {
        let sub = matches.subcommand().map_or(matches, |(_, sub)| sub);
        let sub = sub.subcommand().map_or(sub, |(_, sub)| sub);
        let choice = match sub.get_one::<String>("color").map(String::as_str) {
            Some("always") => anstream::ColorChoice::Always,
            Some("never") => anstream::ColorChoice::Never,
            _ => anstream::ColorChoice::Auto,
        };
        choice.write_global();
        Self {
            speech,
            quiet: sub.get_flag("quiet"),
            verbose: sub.get_flag("verbose"),
        }
    }
}

/// The language of messages: `--lang`, else `VANBIA_LANG`, else the locale, else Vietnamese.
pub(super) fn speech(args: &[OsString]) -> Speech {
    let args: Vec<_> = args.iter().map(|a| a.to_string_lossy()).collect();
    let given = args
        .iter()
        .enumerate()
        .find_map(|(i, arg)| match arg.strip_prefix("--lang") {
            Some("") => args.get(i + 1).map(|v| v.to_string()),
            Some(rest) => rest.strip_prefix('=').map(str::to_string),
            None => None,
        });
    let from = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
    let locale = || from("LC_ALL").or_else(|| from("LC_MESSAGES")).or_else(|| from("LANG"));
    let asked = given
        .or_else(|| from("VANBIA_LANG"))
        .or_else(locale)
        .unwrap_or_default();
    if asked.to_lowercase().starts_with("en") {
        Speech::En
    } else {
        Speech::Vi
    }
}

/// The day of the build (UTC+7): `--today`, else SOURCE_DATE_EPOCH, else the clock. `Err` holds what cannot be read.
pub(super) fn today(given: Option<&str>) -> Result<Date, String> {
    if let Some(given) = given {
        return Date::parse_iso(given).ok_or_else(|| given.to_string());
    }
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(epoch) => epoch.trim().parse::<i64>().map_err(|_| epoch)?,
        Err(_) => {
            let since = std::time::SystemTime::now()
                .duration_since(std::time::UNIX_EPOCH)
                .unwrap_or_default();
            i64::try_from(since.as_secs()).unwrap_or_default()
        }
    };
    let epoch = Date::new(1970, 1, 1).map_err(|_| "1970-01-01".to_string())?;
    Ok(epoch.add_days((seconds + 7 * 3600).div_euclid(86_400)))
}
