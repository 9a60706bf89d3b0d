//! What was written down of codes and plates, brought up to date with the entries.
//!
//! Entry point: `renewed`, `signs()`; [`of_bytes`] for a ledger by itself. Invariant: what codes say is made of the address in the settings; another one that
//! was given for this build is only checked.

use super::{LEDGER, Request};
use crate::diag::codes::{fields, ledger as messages};
use crate::diag::{Diagnostic, Diagnostics};
use crate::qr::payload::code_payload;
use crate::schema::config::Config;
use crate::site::ledger::{Change, Issue, Ledger, PayloadOf, parse_codes_json};
use crate::site::signs::{self, Signs};
use crate::site::{Site, codes};
use crate::source::decode::decode;
use crate::source::tree::Tree;
use std::sync::Arc;

/// The ledger as it should be from now on, and what changed in it.
pub(super) fn renewed(site: &Site, tree: &Tree, request: &Request) -> (Ledger, Vec<Change>, Diagnostics) {
    let (old, mut found) = read(tree);
    let config = &site.frame.config;
    let payload = |code: &str| code_payload(&config.own_base_url, code);
    let former: Vec<_> = config
        .former_base_urls
        .iter()
        .map(|base| move |code: &str| code_payload(base, code))
        .collect();
    let former: Vec<PayloadOf<'_>> = former.iter().map(|payload| payload as PayloadOf<'_>).collect();
    let moved = old.payload_changes(&payload, &former).into_iter();
    found.extend(moved.map(|finding| with_former(finding, &config.former_base_urls)));
    let wanted = codes::wanted(site);
    let (mut ledger, mut changes, mut problems) = old.reconcile(&wanted, &payload);
    codes::name_drafts(&mut problems, site);
    found.extend(problems);
    if config.base_url != config.own_base_url {
        // Another address for this build changes links, never the ledger; printed codes must not suffer.
        let given = |code: &str| code_payload(&config.base_url, code);
        let moved = ledger.payload_changes(&given, &former).into_iter();
        found.extend(moved.map(|finding| of_option(finding, config)));
    }
    if let Some(json) = &request.published {
        match parse_codes_json(json) {
            Ok(rows) => found.extend(ledger.missing_from(&rows, "output")),
            Err(finding) => found.push(finding),
        }
    }
    if request.strictness.release {
        let (issued, more, problems) = ledger.issue(Issue::All, &wanted);
        ledger = issued;
        changes.extend(more);
        found.extend(problems);
    }
    (ledger, changes, found)
}

/// The ledger as it is written; an empty one where there is none.
fn read(tree: &Tree) -> (Ledger, Diagnostics) {
    let file: Arc<str> = LEDGER.into();
    let (doc, mut found) = tree.find(LEDGER).map(|file| tree.document(file)).unwrap_or_default();
    let Some(doc) = doc else {
        return (Ledger::empty(&file), found);
    };
    let (ledger, problems) = Ledger::parse(&file, &doc.text);
    found.extend(problems);
    (ledger, found)
}

/// The ledger in these bytes, whatever a program made of them; `file` is its path for messages.
pub fn of_bytes(file: &Arc<str>, bytes: &[u8]) -> (Ledger, Diagnostics) {
    let (text, mut found) = decode(file, bytes);
    let (ledger, problems) = Ledger::parse(file, &text);
    found.extend(problems);
    (ledger, found)
}

/// The whole line of former addresses as it should be: those that are written, and those that codes were printed with.
fn with_former(mut finding: Diagnostic, written: &[String]) -> Diagnostic {
    if let Some(was) = finding.arg_mut("was") {
        let all = written.iter().map(String::as_str).chain(was.split(' '));
        let quoted: Vec<String> = all.map(|one| format!("\"{one}\"")).collect();
        *was = format!("[{}]", quoted.join(", "));
    }
    finding
}

/// The address was given with the command, so that is where it is to be mended.
fn of_option(finding: Diagnostic, config: &Config) -> Diagnostic {
    let own = &config.own_base_url;
    Diagnostic {
        code: messages::ISSUED_PAYLOAD_OPTION,
        ..finding.with("given", &config.base_url).with("own", own)
    }
}

/// Forgets that no kind has the folder of a former key where a code has gone by that key: then it was one all the same.
pub(super) fn forget_known_keys(found: &mut Diagnostics, ledger: &Ledger) {
    let has_been = |key: &str| {
        let mut rows = ledger.rows();
        rows.any(|row| row.key == key || row.former.iter().any(|former| former == key))
    };
    found.retain(|d| d.code != fields::FORMER_FOLDER || !d.arg("value").is_some_and(has_been));
}

/// The book of plates, checked against the ledger as it should be from now on.
pub(super) fn signs(site: &Site, tree: &Tree, ledger: &Ledger) -> (Signs, Diagnostics) {
    let Some(file) = tree.find(signs::FILE) else {
        return (Signs::default(), Vec::new());
    };
    let (doc, mut found) = tree.document(file);
    let Some(doc) = doc else {
        return (Signs::default(), found);
    };
    let (signs, problems) = Signs::read(&doc, &site.frame.config.languages, site.frame.today);
    found.extend(problems);
    found.extend(signs.check(ledger));
    (signs, found)
}
