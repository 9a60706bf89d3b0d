//! Which site a command is about, and what is asked of it.
//!
//! Entry point: [`request`], [`open`]. Invariant: every command that builds or checks a site reads its arguments here, so
//! that all of them mean the same by them.

use super::setting::{Setting, today};
use super::terminal::{fail, tell};
use super::{USAGE, quoted, wording as w};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostics, Strictness};
use crate::engine::{self, Request};
use crate::output::{Disk, OpenRules, Step, Steps};
use crate::text::Date;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// The site's folder.
pub(super) fn root(args: &ArgMatches) -> PathBuf {
    args.get_one::<String>("root")
        .map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// A flag that not every command has.
fn has_flag(args: &ArgMatches, name: &str) -> bool {
    args.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
}

/// What counts as an error.
pub(super) fn strictness(args: &ArgMatches) -> Strictness {
    Strictness {
        release: has_flag(args, "release"),
        strict: has_flag(args, "strict"),
    }
}

/// The output folder.
pub(super) fn out(args: &ArgMatches, root: &Path) -> PathBuf {
    root.join(args.get_one::<String>("out").map_or("output", String::as_str))
}

/// What the arguments ask for; the exit code after a word about what is wrong with them.
pub(super) fn request(args: &ArgMatches, setting: &Setting) -> Result<Request, u8> {
    let root = root(args);
    let today = day(args, setting)?;
    Ok(Request {
        base_url: args.get_one::<String>("base-url").cloned(),
        strictness: strictness(args),
        published: std::fs::read_to_string(out(args, &root).join("codes.json")).ok(),
        ..Request::new(&root, today)
    })
}

/// The day of the build; the exit code after a word about what is wrong with it.
pub(super) fn day(args: &ArgMatches, setting: &Setting) -> Result<Date, u8> {
    let given = args.try_get_one::<String>("today").ok().flatten();
    today(given.map(String::as_str)).map_err(|value| {
        tell(setting, w::BAD_DATE, &[("value", &value)]);
        USAGE
    })
}

/// Where lost codes are taken back from when it is not the usual folder: this run looked into another one.
pub(super) fn name_source(found: &mut Diagnostics, args: &ArgMatches) {
    let root_given = args.get_one::<String>("root");
    if root_given.is_none() && args.get_one::<String>("out").is_none() {
        return;
    }
    let root = root(args);
    let mut from = quoted(&out(args, &root).display().to_string());
    if let Some(root) = root_given {
        from = format!("{from} --root {}", quoted(root));
    }
    for lost in found.iter_mut().filter(|d| d.code == messages::ISSUED_MISSING) {
        if let Some(value) = lost.arg_mut("from") {
            value.clone_from(&from);
        }
    }
}

/// The output folder of a site, opened and locked, and its path; the exit code after a word about what is wrong.
pub(super) fn open(args: &ArgMatches, setting: &Setting) -> Result<(Disk, PathBuf), u8> {
    let root = root(args);
    let out = out(args, &root);
    let rules = OpenRules {
        content_dir: root.join("content"),
        home: std::env::var_os("HOME")
            .or_else(|| std::env::var_os("USERPROFILE"))
            .map(PathBuf::from),
        root,
        steps: steps(),
    };
    if !rules.content_dir.join("site.yaml").is_file() {
        return Err(no_site(args, setting));
    }
    match Disk::open(&out, &rules) {
        Ok(disk) => Ok((disk, out)),
        Err(finding) => Err(fail(vec![finding], strictness(args), setting)),
    }
}

/// Says what is there in place of a site.
fn no_site(args: &ArgMatches, setting: &Setting) -> u8 {
    let request = match request(args, setting) {
        Ok(request) => request,
        Err(code) => return code,
    };
    let (_, found) = engine::check(&request);
    fail(found, request.strictness, setting)
}

/// A stop for the tests that kill builds: `VANBIA_TEST_STOP_AT` names a step, see [`Step::parse`].
fn steps() -> Steps {
    let Some(stop) = std::env::var("VANBIA_TEST_STOP_AT").ok().and_then(|s| Step::parse(&s)) else {
        return Steps::default();
    };
    Steps::ask(move |step| if step == stop { std::process::abort() } else { Ok(()) })
}

/// Stands for this very program: another one makes everything anew, though its version be the same.
pub(super) fn program() -> String {
    let meta = std::env::current_exe().and_then(std::fs::metadata);
    let time = meta.as_ref().ok().and_then(|meta| meta.modified().ok());
    let since = time.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    format!(
        "{} {} {}",
        env!("CARGO_PKG_VERSION"),
        meta.map_or(0, |meta| meta.len()),
        since.map_or(0, |since| since.as_nanos())
    )
}
