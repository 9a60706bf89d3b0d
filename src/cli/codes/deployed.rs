//! `vanbia codes verify` and `recover`: the site as it was published, in a folder or on the network.
//!
//! Entry point: [`Target::of`], [`verify`], [`published`]. Invariant: pages are asked for, never changed; each page and
//! each file of pages is asked for once, and of what single pages show a bounded number; the order of answers never shows.

use super::super::setting::Setting;
use super::super::terminal::{show, show_json, tally, tell};
use super::super::{CONTENT, DONE, MACHINE, USAGE, wording as w};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics, Strictness};
use crate::fetch::{Reply, Sign, Trouble, Visitor, belongs};
use crate::site::ledger::deployed::{Answers, Got, linked_paths};
use crate::site::ledger::needed::{Missing, Needed, files_of_styles, missing_files, needed_files};
use crate::site::ledger::{Ledger, Row, parse_codes_json};
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many pages are asked for at a time.
const AT_ONCE: usize = 6;

/// How many files of pages are asked for on the network in all.
const MOST_FILES: usize = 600;

/// How many questions may go unanswered before no more are asked.
const MOST_TROUBLES: usize = 12;

/// A published site.
pub(super) enum Target {
    /// In a folder; or the folder's `codes.json`.
    Folder(PathBuf),
    /// On the network: the address ends in a slash.
    Site(String, Visitor),
}

impl Target {
    /// What the user typed.
    pub(super) fn of(typed: &str) -> Self {
        if !typed.contains("://") {
            return Target::Folder(PathBuf::from(typed));
        }
        let base = typed.split(['?', '#']).next().unwrap_or_default();
        let base = base.strip_suffix("codes.json").unwrap_or(base).trim_end_matches('/');
        let base = base.strip_suffix("/index.html").unwrap_or(base);
        let base = format!("{base}/");
        let visitor = Visitor::of(&base);
        Target::Site(base, visitor)
    }

    fn get(&self, path: &str) -> Got {
        match self {
            Target::Folder(folder) => from_folder(folder, path),
            Target::Site(base, visitor) => match visitor.get(&format!("{base}{path}")) {
                Ok(reply) => from_site(base, reply),
                Err(trouble) => nothing(trouble.words()),
            },
        }
    }

    /// All of these.
    fn all(&self, paths: &[String]) -> Answers {
        at_once(paths, |path| Some(self.get(path)))
    }

    /// The style sheets among these paths, with what they say; of those that are not there, why.
    fn sheets(&self, paths: &[String]) -> (BTreeMap<String, String>, Missing) {
        let (mut texts, mut missing) = (BTreeMap::new(), Missing::new());
        for (path, got) in self.all(paths) {
            match got {
                Got::Text(text) if is_page(&text) => drop(missing.insert(path, a_page_instead())),
                Got::Text(text) => drop(texts.insert(path, text)),
                Got::Nothing(vi, en) => drop(missing.insert(path, (vi, en))),
                Got::Elsewhere(to) => drop(missing.insert(path, leads_away(&to))),
            }
        }
        (texts, missing)
    }

    /// Which of these files are not there, and why.
    fn lacks(&self, paths: &[String]) -> Missing {
        let troubles = AtomicUsize::new(0);
        at_once(paths, |path| {
            if troubles.load(Ordering::Relaxed) >= MOST_TROUBLES {
                return None;
            }
            let (vi, en) = match self {
                Target::Folder(folder) if folder.join(path).is_file() => return None,
                Target::Folder(_) => ("thiếu tệp".to_string(), "no such file".to_string()),
                Target::Site(base, visitor) => match visitor.look(&format!("{base}{path}")) {
                    Ok(sign) => absent(base, &sign)?,
                    Err(trouble) => {
                        troubles.fetch_add(1, Ordering::Relaxed);
                        let (vi, en) = trouble.words();
                        (vi.to_string(), en.to_string())
                    }
                },
            };
            Some((vi, en))
        })
    }

    /// How many files are asked for: all of a folder; on the network a bounded number.
    fn most(&self) -> usize {
        match self {
            Target::Site(..) => MOST_FILES,
            Target::Folder(_) => usize::MAX,
        }
    }

    /// Files that the pages need and that are not there; how many were looked at, and how many there are.
    fn missing(&self, needed: Needed) -> (Missing, usize, usize) {
        let (texts, mut missing) = self.sheets(&needed.styles);
        let mut named = files_of_styles(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        named.extend(needed.shared);
        named.retain(|path| !needed.styles.contains(path));
        let shown: Vec<String> = needed.shown.into_iter().filter(|path| !named.contains(path)).collect();
        let all = needed.styles.len() + named.len() + shown.len();
        let room = self.most().saturating_sub(needed.styles.len() + named.len());
        let files: Vec<String> = named.into_iter().chain(sampled(&shown, room)).collect();
        missing.extend(self.lacks(&files));
        (missing, needed.styles.len() + files.len(), all)
    }
}

/// What all pages share is asked for in any case, since without it every page is broken; of what single pages show as much
/// as there is room for, spread evenly over all of it.
fn sampled(shown: &[String], room: usize) -> impl Iterator<Item = String> {
    let room = room.min(shown.len());
    (0..room).map(move |i| shown[i * shown.len() / room].clone())
}

/// True for the beginning of a page, which some hosts send in place of everything that they lack.
fn is_page(text: &str) -> bool {
    let start: String = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .chars()
        .take(9)
        .collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype") || start.starts_with("<html")
}

fn a_page_instead() -> (String, String) {
    (
        "máy chủ trả về một trang thay cho tệp".to_string(),
        "the server answers with a page in its place".to_string(),
    )
}

fn leads_away(to: &str) -> (String, String) {
    (format!("bị chuyển sang {to}"), format!("it redirects to {to}"))
}

/// What is known of each path, several asked for at a time; none where nothing is to be noted.
fn at_once<T: Send>(paths: &[String], ask: impl Fn(&str) -> Option<T> + Sync) -> BTreeMap<String, T> {
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(BTreeMap::new());
    let work = || {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Some(got) = ask(path) {
                let mut answers = answers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                answers.insert(path.clone(), got);
            }
        }
    };
    std::thread::scope(|threads| {
        for _ in 0..AT_ONCE.min(paths.len()) {
            threads.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Why a file is not there, although a host answered.
fn absent(base: &str, sign: &Sign) -> Option<(String, String)> {
    if !belongs(&sign.address, base) {
        return Some(leads_away(&sign.address));
    }
    match sign.status {
        200 if sign.is_page => Some(a_page_instead()),
        200 => None,
        status => Some((
            format!("máy chủ trả lời {status}"),
            format!("the server answers {status}"),
        )),
    }
}

/// An address that was typed as signs print it, without its beginning: what to type.
fn without_scheme(typed: &str, command: &str) -> Option<Diagnostic> {
    let address = typed.trim().trim_end_matches('/');
    let (host, rest) = address.split_once('/').unwrap_or((address, ""));
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_here = name == "localhost" || name.starts_with("127.");
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending = (2..=12).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphabetic());
    let is_file = ["json", "zip", "html", "lock", "yaml", "txt"].contains(&ending.to_ascii_lowercase().as_str());
    let is_name = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_host = is_here || is_ending && !is_file && name.split('.').all(is_name);
    if !is_host || !port.bytes().all(|b| b.is_ascii_digit()) || Path::new(typed).exists() {
        return None;
    }
    // The number of the sign belongs to one entry.
    let folders = rest
        .split('/')
        .filter(|part| !part.is_empty() && !part.bytes().all(|b| b.is_ascii_digit()));
    let folders: String = folders.map(|part| format!("{part}/")).collect();
    let scheme = if is_here { "http://" } else { "https://" };
    let command = format!("vanbia codes {command} {scheme}{}/{folders}", host.to_lowercase());
    let finding = Diagnostic::new(messages::HOST_WITHOUT_SCHEME).with("typed", typed.trim());
    Some(finding.with("scheme", scheme).with("command", command))
}

fn nothing((vi, en): (&str, &str)) -> Got {
    Got::Nothing(vi.to_string(), en.to_string())
}

fn from_folder(folder: &Path, path: &str) -> Got {
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_string()
    };
    match std::fs::read(folder.join(&file)) {
        Ok(bytes) => Got::Text(String::from_utf8_lossy(&bytes).into_owned()),
        Err(_) => Got::Nothing(format!("thiếu tệp {file}"), format!("the file {file} is missing")),
    }
}

fn from_site(base: &str, reply: Reply) -> Got {
    if !belongs(&reply.address, base) {
        return Got::Elsewhere(reply.address);
    }
    match reply.status {
        200 => Got::Text(reply.text),
        status => Got::Nothing(
            format!("máy chủ trả lời {status}"),
            format!("the server answers {status}"),
        ),
    }
}

/// The rows of a published site's `codes.json`; `command` is what asks for them, `verify` or `recover`.
pub(super) fn published(target: &Target, command: &str) -> Result<Vec<Row>, Diagnostic> {
    let failed = |address: &str, (vi, en): (&str, &str)| {
        let finding = Diagnostic::new(messages::FETCH_FAILED).with("address", address);
        finding.with("why", vi).with("why_en", en)
    };
    let text = match target {
        Target::Folder(folder) => {
            let file = if folder.is_file() {
                folder.clone()
            } else {
                folder.join("codes.json")
            };
            if !file.is_file()
                && let Some(finding) = without_scheme(&folder.display().to_string(), command)
            {
                return Err(finding);
            }
            let none = || Diagnostic::new(messages::FOLDER_WITHOUT_CODES).with("folder", folder.display());
            std::fs::read_to_string(&file).map_err(|_| none())?
        }
        Target::Site(base, visitor) => {
            let address = format!("{base}codes.json");
            let reply = visitor
                .get(&address)
                .map_err(|trouble: Trouble| failed(&address, trouble.words()))?;
            match from_site(base, reply) {
                Got::Text(text) => text,
                Got::Nothing(vi, en) => return Err(failed(&address, (&vi, &en))),
                Got::Elsewhere(to) => {
                    return Err(failed(
                        &address,
                        (&format!("chuyển sang {to}"), &format!("it redirects to {to}")),
                    ));
                }
            }
        }
    };
    parse_codes_json(&text)
}

/// Every printed code must open its entry in every language.
pub(super) fn verify(ledger: &Ledger, target: &Target, args: &ArgMatches, setting: &Setting) -> u8 {
    let mut found: Diagnostics = Vec::new();
    let rows = match published(target, "verify") {
        Ok(rows) => rows,
        Err(finding) => {
            let is = |codes: &[&Code]| codes.contains(&finding.code);
            let code = if is(&[messages::FETCH_FAILED, messages::FOLDER_WITHOUT_CODES]) {
                MACHINE
            } else if is(&[messages::HOST_WITHOUT_SCHEME]) {
                USAGE
            } else {
                CONTENT
            };
            report(&[finding], args, setting);
            return code;
        }
    };
    found.extend(ledger.newer_than(&rows));
    let typed = args.get_one::<String>("dir").map_or("", String::as_str);
    found.extend(ledger.missing_from(&rows, &super::super::quoted(typed)));
    let mut answers = target.all(&ledger.landing_paths());
    let linked: Vec<String> = linked_paths(&answers).into_iter().collect();
    let pages = linked.len();
    answers.extend(target.all(&linked));
    found.extend(ledger.verify(&answers));
    let (missing, asked, all) = target.missing(needed_files(&answers));
    found.extend(missing_files(&missing, &answers));
    crate::diag::sort(&mut found);
    report(&found, args, setting);
    let count = ledger.rows().filter(|row| row.status.is_printed()).count().to_string();
    if let (Target::Site(base, _), Some(row)) = (target, ledger.rows().find(|row| row.status.is_printed())) {
        let printed = row.payload.trim_end_matches('/').trim_end_matches(row.code.as_str());
        if !belongs(base, printed) {
            tell(
                setting,
                w::VERIFY_OTHER_HOST,
                &[("printed", printed), ("address", base)],
            );
        }
    }
    let errors = tally(&found, Strictness::default()).errors;
    if errors > 0 {
        tell(
            setting,
            w::VERIFY_BAD,
            &[("errors", &errors.to_string()), ("count", &count)],
        );
        return CONTENT;
    }
    let files = match asked {
        some if some < all => format!("{some}/{all}"),
        every => every.to_string(),
    };
    let values = [("count", &*count), ("pages", &pages.to_string()), ("files", &files)];
    tell(setting, w::VERIFY_GOOD, &values);
    DONE
}

fn report(found: &[Diagnostic], args: &ArgMatches, setting: &Setting) {
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        show_json(found, Strictness::default(), setting);
    } else {
        show(found, Strictness::default(), setting);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_single_pages_show_is_asked_for_in_places_all_over_the_site() {
        let shown: Vec<String> = (0..900).map(|n| format!("media/{n:03}.webp")).collect();
        let chosen: Vec<String> = sampled(&shown, 297).collect();
        assert_eq!(chosen.len(), 297);
        assert_eq!((&*chosen[0], &*chosen[296]), ("media/000.webp", "media/896.webp"));
        assert_eq!(sampled(&shown, 0).count(), 0);
        assert!(sampled(&shown, usize::MAX).eq(shown.iter().cloned()));
    }
}
