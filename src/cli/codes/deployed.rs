//! `vanbia codes verify` and `recover`: the site as it was published, in a folder or on the network.
//!
//! Entry point: [`Target::of`], [`verify`], [`published`]. Invariant: pages are asked for, never changed; each page is
//! asked for once; the order of answers never shows.

use super::super::setting::Setting;
use super::super::terminal::{show, show_json, tally, tell};
use super::super::{CONTENT, DONE, MACHINE, wording as w};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics, Strictness};
use crate::fetch::{Reply, Trouble, Visitor, belongs};
use crate::site::ledger::deployed::{Answers, Got, linked_paths};
use crate::site::ledger::{Ledger, Row, parse_codes_json};
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many pages are asked for at a time.
const AT_ONCE: usize = 6;

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

    /// All of these, several at a time.
    fn all(&self, paths: &[String]) -> Answers {
        let next = AtomicUsize::new(0);
        let answers = Mutex::new(Answers::new());
        let work = || {
            while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                let got = self.get(path);
                let mut answers = answers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                answers.insert(path.clone(), got);
            }
        };
        std::thread::scope(|threads| {
            for _ in 0..AT_ONCE.min(paths.len()) {
                threads.spawn(work);
            }
        });
        answers.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
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

/// The rows of a published site's `codes.json`.
pub(super) fn published(target: &Target) -> Result<Vec<Row>, Diagnostic> {
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
            let shown = file.display().to_string();
            std::fs::read_to_string(&file).map_err(|_| failed(&shown, ("không có tệp này", "there is no such file")))?
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
    let rows = match published(target) {
        Ok(rows) => rows,
        Err(finding) => {
            let is_unreachable = finding.code == messages::FETCH_FAILED;
            report(&[finding], args, setting);
            return if is_unreachable { MACHINE } else { CONTENT };
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
    tell(
        setting,
        w::VERIFY_GOOD,
        &[("count", &count), ("pages", &pages.to_string())],
    );
    DONE
}

fn report(found: &[Diagnostic], args: &ArgMatches, setting: &Setting) {
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        show_json(found, Strictness::default(), setting);
    } else {
        show(found, Strictness::default(), setting);
    }
}
