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
use crate::sign::marks;
use crate::sign::proof::{DECODERS, proof};
use crate::sign::sheet::{Notes, Sheet, fill};
use crate::sign::{Code, Plate, reads_from_cm};
use crate::site::signs;
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
    /// The layout that its kind usually has.
    pub layout: String,
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
            layout: kind.sign.clone(),
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

/// What the plates of a subject say, so many copies of it, each with a number of its own. A plate that is recorded as
/// planned is drawn again under its number; only then new numbers begin.
pub fn plates(checked: &Checked, subject: &Subject, copies: usize) -> Vec<Plate> {
    let Some(landing) = checked.codes.of(&subject.key) else {
        return Vec::new();
    };
    let planned = checked
        .signs
        .of_code(&landing.code)
        .filter(|p| p.status == signs::Status::Planned);
    let planned = planned.map(|plate| plate.serial.clone());
    let next = checked.signs.next_serial(&landing.code);
    let first: usize = next.rsplit_once('-').and_then(|(_, n)| n.parse().ok()).unwrap_or(1);
    let new = (first..).map(|n| format!("{}-{n}", landing.code));
    let serials = planned.chain(new).take(copies);
    serials.filter_map(|serial| plate(checked, subject, serial)).collect()
}

/// The records for the book of plates of those that stand not in it yet.
pub fn records(checked: &Checked, plates: &[&Plate]) -> Vec<signs::NewPlate> {
    let codes = plates.iter().filter_map(|plate| plate.codes.first());
    let is_new = |code: &&Code| !checked.signs.plates().iter().any(|known| known.serial == code.serial);
    let record = |code: &Code| signs::NewPlate {
        serial: code.serial.clone(),
        code: code.code.clone(),
        entry: code.key.clone(),
        payload: code.payload.clone(),
        status: signs::Status::Planned,
        date: checked.site.frame.today,
    };
    codes.filter(is_new).map(record).collect()
}

fn plate(checked: &Checked, subject: &Subject, serial: String) -> Option<Plate> {
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
    let mut codes = vec![Code {
        code: landing.code.clone(),
        key: subject.key.clone(),
        payload: landing.payload.clone(),
        version: symbol.version,
        level: level(symbol.level),
        serial: serial.clone(),
        svg: qr::svg::svg(&symbol, None),
    }];
    for product in products(checked, entry, part).into_iter().take(ITEMS) {
        // The plate's own code is the first, so that the number of codes is the number of the next goods.
        let item = codes.len();
        let title = &product.card.title;
        let mut say = |name: String, text: String| says.insert(name, text);
        let Some(code) = item_code(checked, product, &serial) else {
            continue;
        };
        say(format!("item_{item}"), languages.plain(title, first).to_string());
        say(format!("item_{item}_2"), second_of(title, first, second));
        say(format!("item_{item}_address"), address(&code.payload));
        codes.push(code);
    }
    Some(Plate {
        key: subject.key.clone(),
        says,
        codes,
    })
}

/// How many goods a plate can name.
const ITEMS: usize = 6;

/// The goods of a stall or of a producer that have codes of their own.
fn products<'c>(checked: &'c Checked, entry: &'c Entry, part: Option<&str>) -> Vec<&'c Entry> {
    let site = &checked.site;
    let is_product = |e: &&Entry| site.frame.kinds.get(e.kind).key == "product" && checked.codes.of(&e.key).is_some();
    let mut found: Vec<&Entry> = Vec::new();
    if let Some(part) = part {
        let mut see = |value: &'c Value| {
            if let Value::Ref(to) = value {
                found.extend(site.find(&to.key).filter(is_product));
            }
        };
        let items = entry.body.fields.0.iter().flat_map(|(_, value)| value.items());
        let own = items.filter(|item| item.fields().is_some_and(|f| f.word("id") == Some(part)));
        own.for_each(|item| item.walk(&mut see));
    } else if let Some(at) = site.index.get(&*entry.key) {
        let from = site.back[*at as usize].iter().flat_map(|group| &group.from);
        found.extend(from.map(|i| &*site.entries[*i as usize]).filter(is_product));
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|e| seen.insert(e.key.clone()));
    found
}

/// The code of goods on somebody else's plate; it bears the number of that plate.
fn item_code(checked: &Checked, product: &Entry, serial: &str) -> Option<Code> {
    let landing = checked.codes.of(&product.key)?;
    let symbol = qr::encode(&landing.payload).ok()?;
    Some(Code {
        code: landing.code.clone(),
        key: product.key.to_string(),
        payload: landing.payload.clone(),
        version: symbol.version,
        level: level(symbol.level),
        serial: serial.to_string(),
        svg: qr::svg::svg(&symbol, None),
    })
}

/// Keys of every code that stands on these plates, so that all of them are issued.
pub fn keys(plates: &[&Plate], layouts: &[&Layout]) -> Vec<String> {
    let shown = plates.iter().zip(layouts);
    let codes = shown.flat_map(|(plate, layout)| plate.codes.iter().take(layout.codes.len()));
    let mut keys: Vec<String> = codes.map(|code| code.key.clone()).collect();
    keys.sort();
    keys.dedup();
    keys
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

/// Draws plates: each onto a page of its own, labels of one layout side by side on sheets. `hint` asks for crop marks
/// and a ruler, and is what stands at the ruler.
pub fn draw(plates: &[(Plate, &Layout)], hint: Option<&str>) -> (Vec<Sheet>, Diagnostics) {
    let by_sheet: Vec<&[(Plate, &Layout)]> = plates
        .chunk_by(|(_, a), (_, b)| std::ptr::eq(*a, *b))
        .flat_map(|same| {
            let grid = same.first().and_then(|(_, layout)| layout.grid);
            same.chunks(grid.map_or(1, |grid| grid.len().max(1)))
        })
        .collect();
    let drawn: Vec<(Sheet, Diagnostics)> = by_sheet.par_iter().map(|some| sheet(some, hint)).collect();
    let mut sheets = Vec::with_capacity(drawn.len());
    let mut found = Vec::new();
    for (sheet, problems) in drawn {
        sheets.push(sheet);
        found.extend(problems);
    }
    (sheets, found)
}

/// One page with the plates that stand on it.
fn sheet(plates: &[(Plate, &Layout)], hint: Option<&str>) -> (Sheet, Diagnostics) {
    let Some((first, layout)) = plates.first() else {
        return (Sheet::new((1.0, 1.0), ""), Vec::new());
    };
    let title = first.says.get("title").map_or("", String::as_str);
    let hint = hint.filter(|_| layout.grid.is_none());
    let (mut sheet, corner) = match (layout.grid, hint) {
        (Some(grid), _) => (Sheet::new(grid.paper, title), grid.start),
        (None, Some(_)) => marks::page(layout.size, title),
        (None, None) => (Sheet::new(layout.size, title), (0.0, 0.0)),
    };
    sheet.layout.clone_from(&layout.name);
    let mut found = Vec::new();
    for (i, (plate, layout)) in plates.iter().enumerate() {
        let corner = layout.grid.map_or(corner, |grid| grid.corner(i));
        let notes = fill(&mut sheet, layout, &with_reach(plate, layout), corner);
        found.extend(tell(&notes, &plate.key, layout));
    }
    if let Some(hint) = hint {
        marks::with_marks(&mut sheet, hint);
    }
    (sheet, found)
}

/// The plate with the distance from which its code is read on this layout.
fn with_reach(plate: &Plate, layout: &Layout) -> Plate {
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
    plate
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
pub fn prove(sheets: &[Sheet]) -> (Vec<Proved>, Diagnostics) {
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
            rows.push(row(drawn, at + 1, sheet.layout.clone()));
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
