//! `vanbia codes stats access.log`: how often each code was scanned, by month.
//!
//! Entry point: [`stats`]. Invariant: logs are read line by line and nothing of a visitor is kept or shown.

use super::super::setting::Setting;
use super::super::terminal::{show, tell, tell_refused};
use super::super::{CONTENT, DONE, MACHINE, wording as w};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Place, Strictness};
use crate::site::ledger::Ledger;
use crate::site::scans::Scans;
use clap::ArgMatches;
use serde_json::json;
use std::io::{BufRead as _, BufReader, Read};
use std::sync::Arc;

/// Counts the scans of one or several logs.
pub(super) fn stats(ledger: &Ledger, args: &ArgMatches, setting: &Setting) -> u8 {
    let mut scans = Scans::new(ledger);
    for path in args.get_many::<String>("log").into_iter().flatten() {
        match count(path, &mut scans) {
            Ok(true) => {}
            Ok(false) => {
                let finding = Diagnostic::new(messages::LOG_PACKED).at(Place::file(&Arc::from(path.as_str())));
                show(&[finding], Strictness::default(), setting);
                return CONTENT;
            }
            Err(error) => {
                tell_refused(setting, path, &error);
                return MACHINE;
            }
        }
    }
    let rows = scans.rows();
    let unseen = scans.unseen();
    let is_json = args.get_one::<String>("format").is_some_and(|format| format == "json");
    for row in &rows {
        if is_json {
            let row = json!({ "code": row.code, "key": row.key, "month": row.month, "scans": row.count });
            anstream::println!("{row}");
        } else {
            anstream::println!("{}\t{}\t{}\t{}", row.code, row.key, row.month, row.count);
        }
    }
    for (code, key) in &unseen {
        if is_json {
            anstream::println!("{}", json!({ "code": code, "key": key, "month": null, "scans": 0 }));
        } else {
            anstream::println!("{code}\t{key}\t–\t0");
        }
    }
    if scans.strange * 2 > scans.lines {
        let finding = Diagnostic::new(messages::LOG_STRANGE).with("strange", scans.strange);
        show(&[finding.with("lines", scans.lines)], Strictness::default(), setting);
    }
    let codes: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.code).collect();
    let values = [
        ("count", rows.iter().map(|row| row.count).sum::<u64>().to_string()),
        ("codes", codes.len().to_string()),
        ("unseen", unseen.len().to_string()),
        ("programs", scans.programs.to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    tell(setting, w::STATS_DONE, &values);
    DONE
}

/// Counts one log; false when it is compressed. Logs may hold bytes of any kind.
fn count(path: &str, scans: &mut Scans<'_>) -> std::io::Result<bool> {
    let file: Box<dyn Read> = match path {
        "-" => Box::new(std::io::stdin()),
        path => Box::new(std::fs::File::open(path)?),
    };
    let mut reader = BufReader::new(file);
    if reader.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        return Ok(false);
    }
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        scans.add(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(true)
}
