//! `codes.json`, the copy of the ledger that goes out with the site.
//!
//! Entry point: [`Ledger::codes_json`], [`parse_codes_json`], [`Ledger::missing_from`]. Invariant: every row with all
//! that it holds, in the ledger's order, one row a line; the same ledger gives the same bytes.

use super::merge::related;
use super::{Ledger, Row, Status, number};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics};
use serde_json::{Map, Value};

/// What `form` says in the file.
const FORM: &str = "vanbia codes 1";

impl Ledger {
    /// The text of `codes.json`.
    pub fn codes_json(&self) -> String {
        let mut out = format!("{{\"form\":\"{FORM}\",\"codes\":[");
        for (i, row) in self.rows().enumerate() {
            out.push_str(if i == 0 { "\n" } else { ",\n" });
            out.push_str(&Value::Object(object(row)).to_string());
        }
        out.push_str("\n]}\n");
        out
    }

    /// Reports codes that a published site has issued and that this ledger lacks or gives to another entry. `from` is
    /// what to give to `codes recover`.
    pub fn missing_from(&self, published: &[Row], from: &str) -> Diagnostics {
        let mut found = Diagnostics::new();
        let mut missing: Vec<&Row> = Vec::new();
        for row in published.iter().filter(|row| row.status.is_printed()) {
            match self.get(&row.code) {
                Some(own) if !related(own, row) => {
                    let finding = Diagnostic::new(messages::CODE_REUSED).with("code", &row.code);
                    let finding = finding.with("was", &row.key).with("now", &own.key);
                    found.push(match number(&row.code) {
                        Some(code) => finding.at(self.place(code)),
                        None => finding,
                    });
                }
                Some(own) if own.status.is_printed() => {}
                _ => missing.push(row),
            }
        }
        if let Some(first) = missing.first() {
            // One finding for all: they went missing together and come back together.
            let finding = Diagnostic::new(messages::ISSUED_MISSING).with("count", missing.len());
            let finding = finding.with("code", &first.code).with("key", &first.key);
            let finding = finding.with("from", from);
            found.push(finding.at(crate::diag::Place::file(&self.file)));
        }
        found
    }
}

fn object(row: &Row) -> Map<String, Value> {
    let mut object = Map::new();
    let mut put = |name: &str, value: Value| object.insert(name.to_string(), value);
    put("code", row.code.as_str().into());
    put("key", row.key.as_str().into());
    put("status", row.status.word().into());
    put("payload", row.payload.as_str().into());
    if !row.former.is_empty() {
        put("former", row.former.clone().into());
    }
    if !row.titles.is_empty() {
        put(
            "titles",
            row.titles
                .iter()
                .map(|(language, title)| (language.clone(), title.clone()))
                .collect(),
        );
    }
    if let Some(successor) = &row.successor {
        put("successor", successor.as_str().into());
    }
    if !row.extra.is_empty() {
        put("extra", row.extra.clone().into());
    }
    object
}

/// Reads `codes.json` of a published site.
pub fn parse_codes_json(text: &str) -> Result<Vec<Row>, Diagnostic> {
    let bad = |place: String| Diagnostic::new(messages::CODES_JSON).with("place", place);
    let whole: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| bad(format!("{}:{}", error.line(), error.column())))?;
    if whole["form"] != FORM {
        return Err(bad("form".to_string()));
    }
    let codes = whole["codes"].as_array().ok_or_else(|| bad("codes".to_string()))?;
    let rows = codes
        .iter()
        .enumerate()
        .map(|(i, value)| row(value).ok_or_else(|| bad(format!("codes[{i}]"))));
    rows.collect()
}

fn row(value: &Value) -> Option<Row> {
    let text = |name: &str| value[name].as_str().map(str::to_string);
    let list = |name: &str| -> Option<Vec<String>> {
        match &value[name] {
            Value::Null => Some(Vec::new()),
            Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_string)).collect(),
            _ => None,
        }
    };
    let titles = match &value["titles"] {
        Value::Null => Some(Vec::new()),
        Value::Object(titles) => {
            let pair = |(language, title): (&String, &Value)| Some((language.clone(), title.as_str()?.to_string()));
            titles.iter().map(pair).collect::<Option<Vec<_>>>()
        }
        _ => None,
    };
    let code = text("code").filter(|code| crate::qr::check_digit::is_valid(code) && number(code).is_some())?;
    Some(Row {
        code,
        key: text("key").filter(|key| is_one_cell(key))?,
        status: Status::of_word(value["status"].as_str()?)?,
        payload: text("payload").filter(|payload| is_one_cell(payload))?,
        former: list("former").filter(|keys| keys.iter().all(|key| is_one_cell(key) && !key.contains(',')))?,
        titles: titles.filter(|titles| titles.iter().all(|(language, _)| is_language(language)))?,
        successor: text("successor").filter(|key| is_one_cell(key)),
        extra: list("extra").filter(|cells| cells.iter().all(|cell| cell.is_empty() || is_one_cell(cell)))?,
    })
}

fn is_language(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// A published file may come from anywhere: nothing in it may break the ledger's lines.
fn is_one_cell(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_control)
}
