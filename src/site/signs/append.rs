//! Adds records to the text of `signs.yaml`.
//!
//! Entry point: [`append`]. Invariant: everything that stood in the file stays byte for byte, comments and line ends
//! included; the result is read again before it is given back, and must hold the old plates and the new ones.

use super::{FILE, NewPlate, Signs};
use crate::diag::codes::ledger as messages;
use crate::diag::{Area, Diagnostic, Place};
use crate::schema::languages::Languages;
use crate::source::document::Document;
use crate::text::Date;

/// How the file begins when there is none yet.
const HEAD: &str = "\
# Sổ biển: mỗi biển đã in hay đã gắn ghi một mục. `vanbia signs` thêm mục mới; phần còn lại do người đi gắn ghi.
# The book of plates: one item for each plate. `vanbia signs` adds items; whoever installs a plate fills in the rest.
# status: planned | printed | installed | checked | removed
signs:
";

/// The file's text with more plates; `text` is the file as it is, empty when there is none. Fails, with what to do,
/// when the list cannot be found in it.
pub fn append(text: &str, plates: &[NewPlate]) -> Result<String, Diagnostic> {
    if plates.is_empty() {
        return Ok(text.to_string());
    }
    let (before, problems) = read(text);
    // Only what stands in the way: a file that is no YAML. Mistakes within records are told by `build`.
    if let Some(problem) = problems.into_iter().find(|d| d.code.area() == Area::Yaml) {
        return Err(problem);
    }
    let made = if text.trim_start_matches('\u{FEFF}').trim().is_empty() {
        let records: String = plates.iter().map(|plate| record(plate, "  ", "\n")).collect();
        Some(format!("{HEAD}{records}"))
    } else {
        inserted(text, plates)
    };
    let is_whole = |made: &String| {
        let (after, _) = read(made);
        let same =
            |(a, b): (&super::Plate, &super::Plate)| (&a.serial, &a.code, a.status) == (&b.serial, &b.code, b.status);
        let is_new = |(a, b): (&super::Plate, &NewPlate)| (&a.serial, &a.code) == (&b.serial, &b.code);
        let (old, new) = after.plates().split_at(before.plates().len().min(after.plates().len()));
        new.len() == plates.len() && old.iter().zip(before.plates()).all(same) && new.iter().zip(plates).all(is_new)
    };
    made.filter(is_whole).ok_or_else(|| {
        let first = &plates[0].serial;
        let finding = Diagnostic::new(messages::SIGNS_BY_HAND).with("serial", first);
        finding.at(Place::file(&FILE.into()))
    })
}

fn read(text: &str) -> (Signs, crate::diag::Diagnostics) {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    // Names of languages and the day play no part here.
    let day = Date::from_julian(2_461_000);
    Signs::read(&Document::new(FILE, text), &Languages::vi_en(), day)
}

/// The text with the records at the end of the list, which is the last thing in the file.
fn inserted(text: &str, plates: &[NewPlate]) -> Option<String> {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len(), line)
    });
    let (start, line) = lines.find(|(_, line)| line.trim_start_matches('\u{FEFF}').starts_with("signs:"))?;
    let behind = line.split_once(':')?.1.split('#').next()?.trim();
    let mut out = String::with_capacity(text.len() + 300 * plates.len());
    match behind {
        "" => out.push_str(text),
        // A list that was written out as empty.
        "[]" | "~" | "null" => {
            let colon = start + line.find(':')? + 1;
            out.push_str(&text[..colon]);
            out.push_str(text[colon..].split_once(behind)?.1);
        }
        _ => return None,
    }
    let first = lines
        .map(|(_, line)| line)
        .find(|line| line.trim_start().starts_with('-'));
    let indent = first.map_or("  ", |line| &line[..line.len() - line.trim_start().len()]);
    if !out.ends_with('\n') {
        out.push_str(line_end);
    }
    out.extend(plates.iter().map(|plate| record(plate, indent, line_end)));
    Some(out)
}

/// One record, with blanks where people write.
fn record(plate: &NewPlate, indent: &str, line_end: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let lines = [
        format!("{indent}- serial: {}", quoted(&plate.serial)),
        format!("{indent}  code: {}", quoted(&plate.code)),
        format!("{indent}  entry: {}", quoted(&plate.entry)),
        format!("{indent}  payload: {}", quoted(&plate.payload)),
        format!("{indent}  status: {}", plate.status.word()),
        format!("{indent}  place:"),
        format!("{indent}  date: {}", plate.date),
        format!("{indent}  material:"),
        format!("{indent}  photo:"),
    ];
    lines
        .into_iter()
        .flat_map(|line| [line, line_end.to_string()])
        .collect()
}
