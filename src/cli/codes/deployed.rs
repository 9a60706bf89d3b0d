//! `vanbia codes verify` and `recover`: the site as it was published, in a folder or on the network.
//!
//! Entry point: [`verify`], [`published`]. Invariant: what comes back is judged, never changed; the order of answers never
//! shows.

use super::super::setting::Setting;
use super::super::terminal::{show, show_json, tally, tell};
use super::super::{CONTENT, DONE, MACHINE, USAGE, wording as w};
use super::target::{Site, Target, sent_as};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics, Strictness};
use crate::fetch::{Trouble, belongs};
use crate::site::ledger::deployed::{Got, Unshown, linked_paths};
use crate::site::ledger::needed::{missing_files, needed_files};
use crate::site::ledger::{Ledger, Row, parse_codes_json};
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::path::Path;

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
        Target::Site(site) => {
            let address = site.address("codes.json");
            let reply = site
                .visitor
                .get(&address)
                .map_err(|trouble: Trouble| failed(&address, trouble.words()))?;
            let (vi, en) = match site.got("codes.json", reply) {
                Got::Text(text) => return parse_codes_json(&text),
                Got::Nothing(vi, en) => (vi, en),
                Got::Elsewhere(to) => (format!("chuyển sang {to}"), format!("it redirects to {to}")),
                Got::Unshown(Unshown::AsFile(how) | Unshown::AsLetters(how)) => sent_as(&how),
            };
            return Err(failed(&address, (&vi, &en)));
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
    let strangers = ledger.take_strangers(&mut answers);
    let linked: Vec<String> = linked_paths(&answers).into_iter().collect();
    let pages = linked.len();
    answers.extend(target.all(&linked));
    let looked = target.missing(needed_files(&answers));
    found.extend(missing_files(&looked.missing, &answers));
    found.extend(looked.unused.iter().map(|(how, paths)| {
        let finding = Diagnostic::new(messages::DEPLOYED_STYLES).with("count", paths.len());
        finding.with("how", how).with("path", format!("/{}", paths[0]))
    }));
    answers.extend(strangers);
    found.extend(ledger.verify(&answers));
    crate::diag::sort(&mut found);
    report(&found, args, setting);
    let count = ledger.rows().filter(|row| row.status.is_printed()).count().to_string();
    if let Target::Site(site) = target {
        tell_other_hosts(ledger, site, setting);
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
    let files = match looked.asked {
        some if some < looked.all => format!("{some}/{}", looked.all),
        every => every.to_string(),
    };
    let values = [("count", &*count), ("pages", &pages.to_string()), ("files", &files)];
    tell(setting, w::VERIFY_GOOD, &values);
    DONE
}

/// Says which addresses stand on plates and were not asked.
fn tell_other_hosts(ledger: &Ledger, site: &Site, setting: &Setting) {
    let printed = ledger.rows().filter(|row| row.status.is_printed());
    let mut hosts: BTreeMap<String, usize> = BTreeMap::new();
    for row in printed {
        let base = row.payload.trim_end_matches('/').trim_end_matches(row.code.as_str());
        if !belongs(&site.base, base) {
            *hosts.entry(readable(base)).or_default() += 1;
        }
    }
    for (printed, count) in hosts {
        let values = [
            ("printed", &*printed),
            ("address", &site.base),
            ("count", &count.to_string()),
        ];
        tell(setting, w::VERIFY_OTHER_HOST, &values);
    }
}

/// A site's address as people write it: the host in small letters.
fn readable(base: &str) -> String {
    let host = base.match_indices('/').nth(2).map_or(base.len(), |(at, _)| at);
    base[..host].to_lowercase() + &base[host..]
}

/// As many findings of one sort are shown one by one; a server that is set up wrongly gives one for each code.
const SHOWN: usize = 5;

fn report(found: &[Diagnostic], args: &ArgMatches, setting: &Setting) {
    if args.get_one::<String>("format").is_some_and(|format| format == "json") {
        show_json(found, Strictness::default(), setting);
        return;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut is_shown = |finding: &&Diagnostic| {
        let count = counts.entry(finding.code.id()).or_default();
        *count += 1;
        *count <= SHOWN || setting.verbose
    };
    let shown: Diagnostics = found.iter().filter(&mut is_shown).cloned().collect();
    show(&shown, Strictness::default(), setting);
    for (code, count) in counts.iter().filter(|(_, count)| **count > SHOWN && !setting.verbose) {
        let more = (count - SHOWN).to_string();
        tell(setting, w::VERIFY_MORE, &[("count", &more), ("code", code)]);
    }
}
