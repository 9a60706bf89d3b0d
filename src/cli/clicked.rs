//! A double click on the program: Windows opens a window for it, which closes with it.
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

    /// Shows the site that lies here, or begins one where a name for it is typed. `call` runs the program with arguments.
    pub(super) fn answer(&self, call: &dyn Fn(&[OsString]) -> u8) -> u8 {
        let code = match site_in(Path::new(".")) {
            Some(site) => show(&site, call),
            None => match self.name() {
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

    fn name(&self) -> Option<String> {
        anstream::eprintln!("{}", say(self.0, w::CLICKED_NO_SITE, &[]));
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

/// The folder itself when it is a site, else the only folder in it that is one.
fn site_in(folder: &Path) -> Option<PathBuf> {
    let is_site = |folder: &Path| folder.join("content/site.yaml").is_file();
    if is_site(folder) {
        return Some(folder.to_path_buf());
    }
    let mut inside = std::fs::read_dir(folder).ok()?.flatten().map(|child| child.path());
    let first = inside.find(|path| is_site(path))?;
    inside.all(|path| !is_site(&path)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_this_folder_or_the_only_one_in_it() {
        let folder = std::env::temp_dir().join(format!("vanbia-clicked-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let site = |name: &str| folder.join(name);
        let make = |name: &str| {
            std::fs::create_dir_all(site(name).join("content")).unwrap();
            std::fs::write(site(name).join("content/site.yaml"), "title: x\n").unwrap();
        };
        assert_eq!(site_in(&folder), None);
        std::fs::create_dir(site("photos")).unwrap();
        make("trang");
        assert_eq!(site_in(&folder), Some(site("trang")));
        make("trang-hai");
        assert_eq!(site_in(&folder), None);
        make(".");
        assert_eq!(site_in(&folder), Some(folder.clone()));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_call_with_arguments_is_no_click() {
        assert!(Clicked::here(&["vanbia".into(), "build".into()], Speech::Vi).is_none());
    }
}
