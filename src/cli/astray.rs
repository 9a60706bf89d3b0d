//! A command that runs where no site is: most often one folder too deep, or above.
//!
//! Entry point: [`astray`]. Invariant: nothing is made; the answer names the very command that leads to the site.

use super::request::root;
use super::setting::Setting;
use super::terminal::{show, show_json};
use super::{CONTENT, quoted};
use crate::diag::codes::{files, setup};
use crate::diag::{Diagnostic, Place, Strictness};
use crate::schema::config;
use clap::ArgMatches;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// How far above a site is looked for.
const LEVELS: usize = 6;

/// Where commands that need a site are run outside of one: says so and gives the exit code.
pub(super) fn astray(name: &str, args: &ArgMatches, setting: &Setting) -> Option<u8> {
    // Whoever asks for the list of files writes none.
    if name == "theme" && !args.contains_id("files") && !args.contains_id("new") {
        return None;
    }
    // The ledger is of use by itself, also without a site.
    let (args, enough): (_, &[&str]) = match name {
        "build" | "check" | "new" | "signs" | "theme" | "watch" => (args, &[config::FILE]),
        "codes" => (args.subcommand()?.1, &[config::FILE, crate::engine::LEDGER]),
        _ => return None,
    };
    let root = root(args);
    if enough.iter().any(|file| root.join(file).is_file()) {
        return None;
    }
    let is_given = args.get_one::<String>("root").is_some();
    let finding = misnamed(&root).unwrap_or_else(|| nowhere(&root, is_given));
    let format = args.try_get_one::<String>("format").ok().flatten();
    match format.is_some_and(|format| format == "json") {
        true => show_json(&[finding], Strictness::default(), setting),
        false => show(&[finding], Strictness::default(), setting),
    }
    Some(CONTENT)
}

/// The settings are there under the name that an editor gave them.
fn misnamed(root: &Path) -> Option<Diagnostic> {
    let mut names: Vec<String> = std::fs::read_dir(root.join("content"))
        .ok()?
        .filter_map(|item| item.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    let is_meant = |name: &&String| {
        let name = name.to_lowercase();
        [
            "site.yaml.txt",
            "site.yaml.yaml",
            "site.yml",
            "site.yml.txt",
            "site.txt",
            "site.yaml",
        ]
        .contains(&&*name)
    };
    let name = names.iter().find(is_meant)?;
    let place = Place::file(&Arc::from(format!("content/{name}")));
    let finding = Diagnostic::new(files::WRONG_NAME).with("name", name);
    Some(finding.with("right", "site.yaml").at(place))
}

/// There is no site here; where one is above or below, the command that leads there.
fn nowhere(root: &Path, is_given: bool) -> Diagnostic {
    // A site within reach of the hand is meant before one that happens to lie far above.
    let way = below(root).or_else(|| above(root));
    let command = way.map(|way| match is_given {
        true => format!("--root {}", quoted(&led(root, &way).display().to_string())),
        false => format!("cd {}", quoted(&way)),
    });
    let words = |typed: &str, added: &str| match &command {
        Some(command) if is_given => added.replace("{}", command),
        Some(command) => typed.replace("{}", command),
        None => String::new(),
    };
    let (vi, en) = (
        words(": gõ {} rồi nhấn Enter, sau đó chạy lại lệnh", ": ghi thêm {} vào lệnh"),
        words(
            ": type {} and Enter, then run the command again",
            ": add {} to the command",
        ),
    );
    Diagnostic::new(setup::NO_SITE_FILE)
        .at(Place::file(&config::FILE.into()))
        .with("there", vi)
        .with("there_en", en)
}

/// Where this way leads from a folder. A folder that is not there cannot be left by `..` either.
fn led(root: &Path, way: &str) -> PathBuf {
    let mut folder = root.to_path_buf();
    for step in way.split('/') {
        match (step, folder.components().next_back()) {
            ("..", Some(Component::Normal(_))) => {
                folder.pop();
            }
            _ => folder.push(step),
        }
    }
    if folder.as_os_str().is_empty() {
        folder.push(".");
    }
    folder
}

/// The way up to a site.
fn above(root: &Path) -> Option<String> {
    let mut whole = PathBuf::new();
    for step in std::path::absolute(root).ok()?.components() {
        match step {
            Component::ParentDir => {
                whole.pop();
            }
            step => whole.push(step),
        }
    }
    let mut folders = whole.ancestors().skip(1).take(LEVELS).enumerate();
    let (up, _) = folders.find(|(_, folder)| folder.join(config::FILE).is_file())?;
    Some(vec![".."; up + 1].join("/"))
}

/// The only folder here that is a site.
fn below(root: &Path) -> Option<String> {
    let folders = std::fs::read_dir(root).ok()?.filter_map(Result::ok);
    let mut sites = folders.filter(|folder| folder.path().join(config::FILE).is_file());
    match (sites.next(), sites.next()) {
        (Some(only), None) => only.file_name().into_string().ok(),
        _ => None,
    }
}
