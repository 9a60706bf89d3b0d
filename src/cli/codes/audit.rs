//! `vanbia codes audit PHOTOS/`: do the plates that hang out there say what they should?
//!
//! Entry point: [`audit`]. Invariant: photos are only read; one line for each photo, in the order of names.

use super::super::setting::Setting;
use super::super::terminal::{show, show_json, tally, tell, tell_refused};
use super::super::{CONTENT, DONE, MACHINE, wording as w};
use crate::diag::{Diagnostics, Severity, Speech, Strictness};
use crate::engine::audit::{direct_codes, photos};
use crate::engine::{self, Request};
use crate::site::audit::{Audit, Judged, Seen};
use clap::ArgMatches;
use serde_json::json;
use std::path::Path;

/// How deep folders of photos are looked into.
const DEPTH: usize = 6;

/// Looks at every picture of a folder.
pub(super) fn audit(folder: &Path, request: &Request, args: &ArgMatches, setting: &Setting) -> u8 {
    let mut names = Vec::new();
    if let Err(error) = list(folder, "", DEPTH, &mut names) {
        tell_refused(setting, &folder.display().to_string(), &error);
        return MACHINE;
    }
    names.sort();
    if names.is_empty() {
        tell(setting, w::AUDIT_NONE, &[("folder", &folder.display().to_string())]);
        return CONTENT;
    }
    let (checked, found) = engine::check(request);
    let Some(checked) = checked else {
        show(&found, Strictness::default(), setting);
        return CONTENT;
    };
    let read = |name: &str| std::fs::read(folder.join(name)).map_err(|error| error.to_string());
    let (photos, mut found) = photos(&names, &read);
    let direct = direct_codes(&checked.site);
    let audit = Audit {
        ledger: &checked.ledger,
        signs: &checked.signs,
        direct: &direct,
    };
    let (judged, unseen) = audit.judge(&photos);
    let is_json = args.get_one::<String>("format").is_some_and(|format| format == "json");
    for photo in &judged {
        if is_json {
            anstream::println!("{}", object(photo, setting.speech));
        } else {
            anstream::println!("{}", line(photo, setting));
            found.extend(photo.found.iter().cloned());
        }
    }
    found.extend(unseen);
    if is_json {
        show_json(&found, Strictness::default(), setting);
        found.extend(judged.iter().flat_map(|photo| photo.found.iter().cloned()));
    } else {
        show(&found, Strictness::default(), setting);
    }
    summarize(&judged, &found, setting)
}

fn summarize(judged: &[Judged], found: &Diagnostics, setting: &Setting) -> u8 {
    let good = judged.iter().filter(|photo| photo.found.is_empty()).count().to_string();
    let count = judged.len().to_string();
    let counted = tally(found, Strictness::default());
    let values = [
        ("count", count.as_str()),
        ("good", &good),
        ("errors", &counted.errors.to_string()),
        ("warnings", &counted.warnings.to_string()),
    ];
    tell(setting, w::AUDIT_DONE, &values);
    if counted.errors > 0 { CONTENT } else { DONE }
}

/// Pictures below a folder by their path in it, with `/`.
fn list(folder: &Path, inside: &str, depth: usize, names: &mut Vec<String>) -> std::io::Result<()> {
    for item in std::fs::read_dir(folder.join(inside))? {
        let item = item?;
        let name = item.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = if inside.is_empty() {
            name
        } else {
            format!("{inside}/{name}")
        };
        let kind = item.file_type()?;
        if kind.is_dir() && depth > 0 {
            list(folder, &path, depth - 1, names)?;
        } else if kind.is_file() && is_picture(&path) {
            names.push(path);
        }
    }
    Ok(())
}

/// Endings of pictures, those of phones that need to be converted too, so that they are told and not passed over.
fn is_picture(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "heic", "heif"].contains(&ending.as_str())
}

fn line(photo: &Judged, setting: &Setting) -> String {
    let say = |one: &Seen| match one {
        Seen::Ours(code, key) => format!("{code} {key}"),
        Seen::Direct(key) => setting.speech.pick("mã trực tiếp của ", "direct code of ").to_string() + key,
        Seen::Foreign(text) => format!("? {text}"),
    };
    let seen: Vec<String> = photo.seen.iter().map(say).collect();
    let is_bad = photo
        .found
        .iter()
        .any(|d| d.severity(Strictness::default()) == Severity::Error);
    let mark = match (is_bad, photo.found.is_empty()) {
        (true, _) => "✗",
        (false, true) => "✓",
        (false, false) => "!",
    };
    let serial = photo
        .serial
        .as_ref()
        .map_or(String::new(), |serial| format!(" [{serial}]"));
    format!("{mark} {}{serial}: {}", photo.name, seen.join(" · "))
}

/// A photo for programs.
fn object(photo: &Judged, speech: Speech) -> serde_json::Value {
    let seen = photo.seen.iter().map(|one| match one {
        Seen::Ours(code, key) => json!({ "kind": "ours", "code": code, "key": key }),
        Seen::Direct(key) => json!({ "kind": "direct", "key": key }),
        Seen::Foreign(text) => json!({ "kind": "foreign", "text": text }),
    });
    let findings = photo.found.iter().map(|finding| {
        json!({
            "code": finding.code.id(),
            "severity": finding.severity(Strictness::default()).name(),
            "message": finding.message(speech),
            "help": finding.help(speech),
        })
    });
    json!({
        "photo": photo.name,
        "serial": photo.serial,
        "seen": seen.collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
    })
}
