//! Plates of a checked site: what they say, drawn into a layout, and read back.
//!
//! Entry point: [`plates`], [`draw`], [`prove`]. Invariant: a plate shows the code of the ledger for its key; nothing is
//! written here, and no sheet is handed on without its codes having been read back.

use super::Checked;
use crate::diag::codes::sign as messages;
use crate::diag::{Diagnostic, Diagnostics};
use crate::entry::model::{Entry, Status};
use crate::qr;
use crate::schema::value::Value;
use crate::sign::layout::Layout;
use crate::sign::proof::{DECODERS, proof};
use crate::sign::sheet::{Notes, Sheet, fill};
use crate::sign::{Code, Plate, reads_from_cm};
use crate::text::{Lang, Text};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// An entry, or a part of one, that gets a plate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// `relics/chua-bo-da` or `relics/chua-bo-da#vuon-thap`.
    pub key: String,
    /// Key of its kind.
    pub kind: String,
    /// The color of its kind as `#9c2a1c`.
    pub color: &'static str,
    /// From how far its code is to be read, in centimeters.
    pub scan_distance: Option<u32>,
}

/// A plate of the report that lies beside the file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proved {
    /// Number of the plate.
    pub serial: String,
    /// The code.
    pub code: String,
    /// The entry.
    pub key: String,
    /// Page of the file, from 1.
    pub page: usize,
    /// Name of the layout.
    pub layout: String,
    /// What the symbol says.
    pub payload: String,
    /// Version of the symbol.
    pub version: u8,
    /// Level of its error correction.
    pub ecc: &'static str,
    /// Side of a module in millimeters.
    pub module_mm: f32,
    /// From how far it is read.
    pub reads_from_cm: u32,
    /// The decoders that read it.
    pub decoders: [&'static str; 2],
}

/// The colors of kinds in print: dark enough to carry white letters.
fn color(name: &str) -> &'static str {
    match name {
        "son" => "#9c2a1c",
        "la" => "#2f6046",
        "cham" => "#1f3f63",
        "nau" => "#5b4a3f",
        "hoe" => "#855709",
        _ => "#231a15",
    }
}

/// Everything that gets a plate: entries of kinds with codes and their parts, in the order of keys. Parts follow their
/// entry.
pub fn subjects(checked: &Checked) -> Vec<Subject> {
    let kinds = &checked.site.frame.kinds;
    let shown = checked
        .site
        .entries
        .iter()
        .filter(|e| e.card.status == Status::Published);
    let mut all = Vec::new();
    for entry in shown {
        let kind = kinds.get(entry.kind);
        let subject = |key: String| Subject {
            key,
            kind: kind.key.clone(),
            color: color(&kind.color),
            scan_distance: scan_distance(entry),
        };
        let keys = std::iter::once(entry.key.to_string());
        let parts = entry.card.parts.iter().map(|(id, _)| format!("{}#{id}", entry.key));
        all.extend(
            keys.chain(parts)
                .filter(|key| checked.codes.of(key).is_some())
                .map(subject),
        );
    }
    all
}

fn scan_distance(entry: &Entry) -> Option<u32> {
    match entry.body.fields.get("scan_distance") {
        Some(Value::Int(cm)) => u32::try_from(*cm).ok(),
        _ => None,
    }
}

/// What the plates of these subjects say. A code whose payload cannot become a symbol was refused before.
pub fn plates(checked: &Checked, subjects: &[Subject]) -> Vec<Plate> {
    subjects.iter().filter_map(|subject| plate(checked, subject)).collect()
}

fn plate(checked: &Checked, subject: &Subject) -> Option<Plate> {
    let site = &checked.site;
    let languages = &site.frame.config.languages;
    let landing = checked.codes.of(&subject.key)?;
    let symbol = qr::encode(&landing.payload).ok()?;
    let (key, part) = subject
        .key
        .split_once('#')
        .map_or((&*subject.key, None), |(k, p)| (k, Some(p)));
    let entry = site.find(key)?;
    let of_part = part.and_then(|id| entry.card.parts.iter().find(|(own, _)| **own == *id));
    let title = of_part.map_or(&entry.card.title, |(_, title)| title);
    let first = Lang(0);
    let second = languages.all().nth(1);
    let kind = site.frame.kinds.get(entry.kind);
    let what = match of_part {
        Some(_) => &entry.card.title,
        None => &entry.card.summary,
    };
    let serial = format!("{}-1", landing.code);
    let mut says = BTreeMap::new();
    let mut say = |name: &str, text: String| says.insert(name.to_string(), text);
    say("title", languages.plain(title, first).to_string());
    say("title_2", second_of(title, first, second));
    say("what", languages.plain(what, first).to_string());
    say("what_2", second_of(what, first, second));
    say("kind", languages.plain(&kind.label, first).to_string());
    say("kind_2", second_of(&kind.label, first, second));
    say("site", languages.plain(&site.frame.config.title, first).to_string());
    say(
        "owner",
        languages.plain(&site.frame.config.owner.name, first).to_string(),
    );
    say("address", address(&landing.payload));
    say("code", landing.code.clone());
    say("serial", serial.clone());
    for word in ["invite", "reads", "trust"] {
        let of = |lang| site.frame.words.get(lang, &format!("sign.{word}"));
        let own = of(first);
        let other = second.map(of).filter(|other| *other != own).unwrap_or_default();
        let both: Vec<&str> = [&own, &other]
            .into_iter()
            .map(|w| &**w)
            .filter(|w| !w.is_empty())
            .collect();
        say(&format!("{word}s"), both.join("  ·  "));
        say(word, own);
        say(&format!("{word}_2"), other);
    }
    Some(Plate {
        key: subject.key.clone(),
        says,
        codes: vec![Code {
            code: landing.code.clone(),
            key: subject.key.clone(),
            payload: landing.payload.clone(),
            version: symbol.version,
            level: level(symbol.level),
            serial,
            svg: qr::svg::svg(&symbol, None),
        }],
    })
}

fn level(level: qr::Level) -> &'static str {
    match level {
        qr::Level::L => "L",
        qr::Level::M => "M",
        qr::Level::Q => "Q",
        qr::Level::H => "H",
    }
}

/// The text in the second language when it is another one.
fn second_of(text: &Text, first: Lang, second: Option<Lang>) -> String {
    let other = second.and_then(|lang| text.only(lang));
    other
        .filter(|other| text.only(first) != Some(other))
        .unwrap_or_default()
        .to_string()
}

/// What people type: without scheme and final slash, the host in small letters.
fn address(payload: &str) -> String {
    let rest = payload.split_once("://").map_or(payload, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    format!("{}/{}", host.to_lowercase(), path.trim_end_matches('/'))
}

/// Draws each plate onto a sheet of its own.
pub fn draw(plates: &[(Plate, &Layout)]) -> (Vec<Sheet>, Diagnostics) {
    let drawn: Vec<(Sheet, Diagnostics)> = plates.par_iter().map(|(plate, layout)| one(plate, layout)).collect();
    let mut sheets = Vec::with_capacity(drawn.len());
    let mut found = Vec::new();
    for (sheet, problems) in drawn {
        sheets.push(sheet);
        found.extend(problems);
    }
    (sheets, found)
}

fn one(plate: &Plate, layout: &Layout) -> (Sheet, Diagnostics) {
    let mut plate = plate.clone();
    if let (Some(place), Some(code)) = (layout.codes.first(), plate.codes.first()) {
        let modules = 25.0 + 4.0 * f32::from(code.version);
        let cm = reads_from_cm(place.side / modules).to_string();
        for name in ["reads", "reads_2"] {
            if let Some(text) = plate.says.get_mut(name) {
                *text = text.replace("{cm}", &cm);
            }
        }
    }
    let title = plate.says.get("title").cloned().unwrap_or_default();
    let mut sheet = Sheet::new(layout.size, &title);
    let notes = fill(&mut sheet, layout, &plate, (0.0, 0.0));
    (sheet, tell(&notes, &plate.key, layout))
}

/// What was noticed, as findings.
fn tell(notes: &Notes, key: &str, layout: &Layout) -> Diagnostics {
    let mut found = Vec::new();
    if !notes.missing.is_empty() {
        let letters: Vec<String> = notes.missing.iter().map(char::to_string).collect();
        let finding = Diagnostic::new(messages::LETTER_MISSING).with("key", key);
        found.push(finding.with("letters", letters.join(" ")));
    }
    for text in &notes.overflowing {
        let finding = Diagnostic::new(messages::TEXT_OVERFLOWS).with("text", text);
        found.push(finding.with("layout", &layout.name));
    }
    found
}

/// Reads every code back from its sheet and compares it with the ledger's payload.
pub fn prove(sheets: &[Sheet], layout: impl Fn(usize) -> String + Sync) -> (Vec<Proved>, Diagnostics) {
    let of_sheet = |(at, sheet): (usize, &Sheet)| {
        let mut rows = Vec::new();
        let mut found = Vec::new();
        for drawn in &sheet.codes {
            let read = proof(sheet, drawn);
            let wrong = read
                .iter()
                .position(|text| text.as_deref() != Some(&*drawn.code.payload));
            if let Some(decoder) = wrong {
                let finding = Diagnostic::new(messages::CODE_UNREADABLE).with("code", &drawn.code.code);
                let said = read[decoder].clone().unwrap_or_default();
                found.push(finding.with("decoder", DECODERS[decoder]).with("read", said));
            }
            rows.push(row(drawn, at + 1, layout(at)));
        }
        (rows, found)
    };
    let proved: Vec<_> = sheets.par_iter().enumerate().map(of_sheet).collect();
    let mut rows = Vec::new();
    let mut found = Vec::new();
    for (some, problems) in proved {
        rows.extend(some);
        found.extend(problems);
    }
    (rows, found)
}

fn row(drawn: &crate::sign::sheet::Drawn, page: usize, layout: String) -> Proved {
    let code = &drawn.code;
    Proved {
        serial: code.serial.clone(),
        code: code.code.clone(),
        key: code.key.clone(),
        page,
        layout,
        payload: code.payload.clone(),
        version: code.version,
        ecc: code.level,
        module_mm: (drawn.module * 1000.0).round() / 1000.0,
        reads_from_cm: reads_from_cm(drawn.module),
        decoders: DECODERS,
    }
}
