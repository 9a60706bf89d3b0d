//! A double click on the program: Windows opens a window for it, which closes with it. The name alone, typed in a window that
//! is open already, is answered in the same way.
//!
//! Entry point: [`Clicked::here`]. Invariant: only a call without any arguments, on Windows, by a person is taken for one, and
//! what goes wrong stays on the screen until it has been read.

use super::DONE;
use super::wording::{self as w, say};
use crate::diag::Speech;
use std::ffi::OsString;
use std::io::{IsTerminal, stdin};
use std::path::{Path, PathBuf};

/// A call that was a double click.
pub(super) struct Clicked(Speech);

impl Clicked {
    /// None when the program was called in another way.
    pub(super) fn here(args: &[OsString], speech: Speech) -> Option<Self> {
        (cfg!(windows) && args.len() <= 1 && stdin().is_terminal()).then_some(Self(speech))
    }

    /// Shows the site that lies here, or the one whose folder is typed; begins one where there is none of that name. `call`
    /// runs the program with arguments.
    pub(super) fn answer(&self, call: &dyn Fn(&[OsString]) -> u8) -> u8 {
        let sites = sites_in(Path::new("."));
        let code = match &sites[..] {
            [site] => show(site, call),
            _ => match self.name(&sites) {
                Some(name) if is_site(Path::new(&name)) => show(Path::new(&name), call),
                Some(name) => match call(&["init".into(), name.as_str().into()]) {
                    DONE => show(Path::new(&name), call),
                    refused => refused,
                },
                None => return DONE,
            },
        };
        if code != DONE {
            // The window would take the message away with it.
            anstream::eprintln!("\n{}", say(self.0, w::CLICKED_CLOSE, &[]));
            typed();
        }
        code
    }

    fn name(&self, sites: &[PathBuf]) -> Option<String> {
        let names: Vec<_> = sites.iter().filter_map(|site| site.file_name()).collect();
        let names: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
        let saying = match names.is_empty() {
            true => w::CLICKED_NO_SITE,
            false => w::CLICKED_SITES,
        };
        anstream::eprintln!("{}", say(self.0, saying, &[("names", &names.join(", "))]));
        typed()
    }
}

fn show(site: &Path, call: &dyn Fn(&[OsString]) -> u8) -> u8 {
    call(&["watch".into(), "--root".into(), site.into(), "--open".into()])
}

/// A line from the keyboard; none when there is nothing on it.
fn typed() -> Option<String> {
    let mut line = String::new();
    stdin().read_line(&mut line).ok()?;
    Some(line.trim().to_string()).filter(|line| !line.is_empty())
}

fn is_site(folder: &Path) -> bool {
    folder.join("content/site.yaml").is_file()
}

/// The folder itself when it is a site, else the folders in it that are one, sorted.
fn sites_in(folder: &Path) -> Vec<PathBuf> {
    if is_site(folder) {
        return vec![folder.to_path_buf()];
    }
    let inside = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut sites: Vec<PathBuf> = inside.map(|child| child.path()).filter(|path| is_site(path)).collect();
    sites.sort();
    sites
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_this_folder_or_lies_in_it() {
        let folder = std::env::temp_dir().join(format!("vanbia-clicked-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let site = |name: &str| folder.join(name);
        let make = |name: &str| {
            std::fs::create_dir_all(site(name).join("content")).unwrap();
            std::fs::write(site(name).join("content/site.yaml"), "title: x\n").unwrap();
        };
        assert!(sites_in(&folder).is_empty());
        std::fs::create_dir(site("photos")).unwrap();
        make("trang");
        assert_eq!(sites_in(&folder), [site("trang")]);
        make("trang-hai");
        assert_eq!(sites_in(&folder), [site("trang"), site("trang-hai")]);
        make(".");
        assert_eq!(sites_in(&folder), std::slice::from_ref(&folder));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_call_with_arguments_is_no_click() {
        assert!(Clicked::here(&["vanbia".into(), "build".into()], Speech::Vi).is_none());
    }
}
