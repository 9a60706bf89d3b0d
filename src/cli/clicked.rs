//! A double click on the program: Windows opens a window for it, which closes with it. The name alone, typed in a window that
//! is open already, is answered in the same way.
//!
//! Entry point: [`Clicked::here`]. Invariant: only a call without any arguments, on Windows, by a person is taken for one, and
//! what goes wrong stays on the screen until it has been read.

use super::DONE;
use super::wording::{self as w, say};
use crate::diag::Speech;
use crate::schema::config;
use std::ffi::OsString;
use std::io::{BufRead, IsTerminal, stdin};
use std::path::{Path, PathBuf};

/// A call that was a double click.
pub(super) struct Clicked(Speech);

impl Clicked {
    /// None when the program was called in another way.
    pub(super) fn here(args: &[OsString], speech: Speech) -> Option<Self> {
        (cfg!(windows) && args.len() <= 1 && stdin().is_terminal()).then_some(Self(speech))
    }

    /// Shows the site that lies in a folder, or the one whose name is typed; begins one where there is none of that name.
    /// `call` runs the program with arguments.
    pub(super) fn answer(&self, folder: &Path, keys: &mut dyn BufRead, call: &dyn Fn(&[OsString]) -> u8) -> u8 {
        let sites = sites_in(folder);
        let code = match &sites[..] {
            [site] => show(site, call),
            _ => match self.name(&sites, keys).map(|name| folder.join(name)) {
                Some(site) if is_site(&site) => show(&site, call),
                Some(site) => match call(&["init".into(), site.clone().into()]) {
                    DONE => show(&site, call),
                    refused => refused,
                },
                None => return DONE,
            },
        };
        if code != DONE {
            // The window would take the message away with it.
            anstream::eprintln!("\n{}", say(self.0, w::CLICKED_CLOSE, &[]));
            typed(keys);
        }
        code
    }

    fn name(&self, sites: &[PathBuf], keys: &mut dyn BufRead) -> Option<String> {
        let names: Vec<_> = sites.iter().filter_map(|site| site.file_name()).collect();
        let names: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
        let saying = match names.is_empty() {
            true => w::CLICKED_NO_SITE,
            false => w::CLICKED_SITES,
        };
        anstream::eprintln!("{}", say(self.0, saying, &[("names", &names.join(", "))]));
        typed(keys)
    }
}

fn show(site: &Path, call: &dyn Fn(&[OsString]) -> u8) -> u8 {
    call(&["watch".into(), "--root".into(), site.into(), "--open".into()])
}

/// A line from the keyboard; none when there is nothing on it.
fn typed(keys: &mut dyn BufRead) -> Option<String> {
    let mut line = String::new();
    keys.read_line(&mut line).ok()?;
    Some(line.trim().to_string()).filter(|line| !line.is_empty())
}

fn is_site(folder: &Path) -> bool {
    folder.join(config::FILE).is_file()
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
    use crate::cli::CONTENT;
    use std::cell::RefCell;

    /// A folder with these sites in it; it goes with the value.
    struct Desk(PathBuf);

    impl Desk {
        fn with(test: &str, sites: &[&str]) -> Self {
            let folder = std::env::temp_dir().join(format!("vanbia-clicked-{test}-{}", std::process::id()));
            std::fs::create_dir(&folder).unwrap();
            let desk = Self(folder);
            sites.iter().for_each(|name| desk.make(name));
            desk
        }

        fn make(&self, name: &str) {
            std::fs::create_dir_all(self.0.join(name).join("content")).unwrap();
            std::fs::write(self.0.join(name).join("content/site.yaml"), "title: x\n").unwrap();
        }

        /// What the program is called with after these lines are typed (`DESK` for the folder), how a call ends, how all
        /// ends, and what nobody read of the lines.
        fn answer(&self, typed: &str, ends: u8) -> (Vec<String>, u8, String) {
            let calls = RefCell::new(Vec::new());
            let call = |args: &[OsString]| {
                let words: Vec<_> = args.iter().map(|word| word.to_string_lossy()).collect();
                calls
                    .borrow_mut()
                    .push(words.join(" ").replace(&*self.0.to_string_lossy(), "DESK"));
                ends
            };
            let mut keys = typed.as_bytes();
            let code = Clicked(Speech::Vi).answer(&self.0, &mut keys, &call);
            (calls.into_inner(), code, String::from_utf8_lossy(keys).into())
        }
    }

    impl Drop for Desk {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).unwrap();
        }
    }

    #[test]
    fn the_site_is_this_folder_or_lies_in_it() {
        let desk = Desk::with("where", &[]);
        let site = |name: &str| desk.0.join(name);
        assert!(sites_in(&desk.0).is_empty());
        std::fs::create_dir(site("photos")).unwrap();
        desk.make("trang");
        assert_eq!(sites_in(&desk.0), [site("trang")]);
        desk.make("trang-hai");
        assert_eq!(sites_in(&desk.0), [site("trang"), site("trang-hai")]);
        desk.make(".");
        assert_eq!(sites_in(&desk.0), std::slice::from_ref(&desk.0));
    }

    #[test]
    fn one_site_is_shown_without_a_question() {
        let desk = Desk::with("one", &["trang"]);
        let shown = vec!["watch --root DESK/trang --open".to_string()];
        assert_eq!(desk.answer("", DONE), (shown, DONE, String::new()));
    }

    #[test]
    fn of_several_sites_the_typed_one_is_shown_and_a_new_name_begins_one() {
        let desk = Desk::with("several", &["trang", "trang-hai"]);
        let shown = vec!["watch --root DESK/trang-hai --open".to_string()];
        assert_eq!(desk.answer("trang-hai\r\n", DONE), (shown, DONE, String::new()));
        let begun = ["init DESK/moi", "watch --root DESK/moi --open"].map(String::from);
        assert_eq!(desk.answer("moi\n", DONE), (begun.to_vec(), DONE, String::new()));
        assert_eq!(desk.answer("\n", DONE), (vec![], DONE, String::new()));
    }

    #[test]
    fn what_goes_wrong_stays_on_the_screen_until_enter_is_pressed() {
        let desk = Desk::with("wrong", &[]);
        let refused = vec!["init DESK/a b".to_string()];
        let left = String::from("not read\n");
        assert_eq!(desk.answer("a b\n\nnot read\n", CONTENT), (refused, CONTENT, left));
    }

    #[test]
    fn a_call_with_arguments_is_no_click() {
        assert!(Clicked::here(&["vanbia".into(), "build".into()], Speech::Vi).is_none());
    }
}
