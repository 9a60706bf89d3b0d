//! `vanbia theme`: the files of the built-in theme, for those who want a look of their own.
//!
//! Entry point: [`theme`]. Invariant: nothing that exists is overwritten, and nothing is written outside of the site's theme
//! folders.

use super::request::root;
use super::setting::Setting;
use super::terminal::{tell, tell_refused};
use super::wording as w;
use super::{CONTENT, DONE, MACHINE, USAGE};
use crate::engine::looks;
use crate::schema::config::USUAL_THEME;
use crate::text::{is_slug, nearest};
use clap::ArgMatches;
use std::path::Path;

/// Says what the theme is called.
const MANIFEST: &str = "theme.yaml";

/// Lists the files, copies some of them, or all of them as a new theme.
pub(super) fn theme(args: &ArgMatches, setting: &Setting) -> u8 {
    let root = root(args);
    let asked: Vec<&String> = args.get_many("files").into_iter().flatten().collect();
    if let Some(name) = args.get_one::<String>("new") {
        return whole(&root, name, setting);
    }
    let all = looks::originals(true);
    if asked.is_empty() {
        for (path, _) in &all {
            anstream::println!("{path}");
        }
        tell(setting, w::THEME_HOW, &[]);
        return DONE;
    }
    let to = args.get_one::<String>("to");
    if let Some(extra) = asked.get(1).filter(|_| to.is_some()) {
        tell(setting, w::ONE_TOO_MANY, &[("word", extra)]);
        return USAGE;
    }
    for path in asked {
        // As somebody on Windows types it.
        let path = path.replace('\\', "/");
        let Some((_, bytes)) = all.iter().find(|(known, _)| *known == path) else {
            let near = nearest(&path, all.iter().map(|(known, _)| known.as_str())).unwrap_or("templates/footer.html");
            tell(setting, w::THEME_NO_FILE, &[("file", &path), ("near", near)]);
            return USAGE;
        };
        let target = to.map_or(path.clone(), |to| to.replace('\\', "/"));
        let done = copy(&root, &target, bytes, setting);
        if done != DONE {
            return done;
        }
    }
    DONE
}

/// Writes one file into the site's own theme folder.
fn copy(root: &Path, target: &str, bytes: &[u8], setting: &Setting) -> u8 {
    let inside = format!("content/theme/{target}");
    if target.split('/').any(|part| part.is_empty() || part == "..") || target.contains(':') {
        tell(setting, w::THEME_NO_PLACE, &[("file", target)]);
        return USAGE;
    }
    let file = root.join(&inside);
    if file.exists() {
        tell(setting, w::THEME_EXISTS, &[("file", &inside)]);
        return CONTENT;
    }
    match write(&file, bytes) {
        Ok(()) => {
            tell(setting, w::THEME_COPIED, &[("file", &inside)]);
            DONE
        }
        Err(error) => {
            tell_refused(setting, &inside, &error);
            MACHINE
        }
    }
}

/// Starts a theme from a copy of the built-in one.
fn whole(root: &Path, name: &str, setting: &Setting) -> u8 {
    // A folder of that name would lie over the built-in theme, which `theme: stele` means.
    if name == USUAL_THEME {
        tell(setting, w::THEME_BUILT_IN, &[("name", name)]);
        return USAGE;
    }
    if !is_slug(name) {
        tell(setting, w::THEME_NO_NAME, &[("name", name)]);
        return USAGE;
    }
    let inside = format!("themes/{name}");
    let folder = root.join(&inside);
    if folder.exists() {
        tell(setting, w::THEME_EXISTS, &[("file", &inside)]);
        return CONTENT;
    }
    for (path, bytes) in looks::originals(false) {
        let bytes = match path == MANIFEST {
            true => String::from_utf8_lossy(&bytes)
                .lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| {
                    if line.starts_with("name:") {
                        format!("name: {name}\n")
                    } else {
                        format!("{line}\n")
                    }
                })
                .collect::<String>()
                .into_bytes(),
            false => bytes,
        };
        if let Err(error) = write(&folder.join(&path), &bytes) {
            tell_refused(setting, &format!("{inside}/{path}"), &error);
            return MACHINE;
        }
    }
    tell(setting, w::THEME_MADE, &[("dir", &inside), ("name", name)]);
    DONE
}

fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    crate::output::replace(file, bytes)
}
