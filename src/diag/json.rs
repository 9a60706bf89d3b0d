//! Findings for programs: one JSON object a line (`check --format json`).
//!
//! Entry point: [`line()`]. Invariant: keys and their order are fixed; see DESIGN "Command line".

use super::{Diagnostic, Speech, Strictness};
use serde::Serialize;

#[derive(Serialize)]
struct Line<'a> {
    code: String,
    severity: &'static str,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    message: String,
    help: String,
}

/// One finding as one line of JSON, without a line break.
pub fn line(found: &Diagnostic, speech: Speech, strictness: Strictness) -> String {
    let place = found.place.as_ref();
    let inside = place.filter(|p| p.line > 0);
    let line = Line {
        code: found.code.id(),
        severity: found.severity(strictness).name(),
        file: place.map(|p| &*p.file),
        line: inside.map(|p| p.line),
        column: inside.map(|p| p.column),
        message: found.message(speech),
        help: found.help(speech),
    };
    serde_json::to_string(&line).unwrap_or_default()
}
