//! Plates of a checked site: what they say, drawn into a layout, and read back.
//!
//! Entry point: [`plates`], [`draw`], [`prove`]. Invariant: a plate shows the code of the ledger for its key; nothing is
//! written here, and no sheet is handed on without its codes having been read back.

mod bears;
mod says;
pub mod shelf;
pub mod shown;

use super::Checked;
use crate::diag::codes::sign as messages;
use crate::diag::{Diagnostic, Diagnostics};
use crate::entry::model::{Entry, Status};
use crate::qr::digital_link::{ModuleSize, x_dimension};
use crate::schema::value::Value;
use crate::sign::layout::Layout;
use crate::sign::proof::{DECODERS, proof};
use crate::sign::sheet::{Drawn, Notes, Sheet, fill};
use crate::sign::{Code, Plate, Slot, reads_from_cm};
use crate::sign::{marks, pixels};
use crate::site::signs;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

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
    let shown = checked
        .site
        .entries
        .iter()
        .filter(|e| e.card.status == Status::Published);
    let mut all = Vec::new();
    for entry in shown {
        let subject = |key: String| subject(checked, entry, key);
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

fn subject(checked: &Checked, entry: &Entry, key: String) -> Subject {
    let kind = checked.site.frame.kinds.get(entry.kind);
    Subject {
        key,
        kind: kind.key.clone(),
        color: color(&kind.color),
        layout: kind.sign.clone(),
        scan_distance: scan_distance(entry),
    }
}

fn scan_distance(entry: &Entry) -> Option<u32> {
    match entry.body.fields.get("scan_distance") {
        Some(Value::Int(cm)) => u32::try_from(*cm).ok(),
        _ => None,
    }
}

/// What the plates of a subject say: `copies` of them, each with a number of its own. A plate that is recorded as
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
    serials
        .filter_map(|serial| says::plate(checked, subject, serial))
        .collect()
}

/// The plates that their layout can show, as many as it takes. A plate that has no code for a place is told when it was
/// named, otherwise left out.
pub fn fitting<'l>(
    plates: impl Iterator<Item = (Plate, &'l Layout)>,
    is_named: bool,
) -> (Vec<(Plate, &'l Layout)>, Diagnostics) {
    let (mut fit, mut found) = (Vec::new(), Vec::new());
    for (plate, layout) in plates {
        match plate.lacks(layout) {
            Some(slot) if is_named => {
                let finding = Diagnostic::new(messages::NOTHING_FOR_LAYOUT).with("key", &plate.key);
                found.push(finding.with("layout", &layout.name).with("what", slot.name()));
            }
            Some(_) => {}
            None => fit.extend(plate.spread(layout).into_iter().map(|plate| (plate, layout))),
        }
    }
    (fit, found)
}

/// Records of the plates that are not in the book of plates yet.
pub fn records(checked: &Checked, plates: &[&Plate]) -> Vec<signs::NewPlate> {
    let codes = plates.iter().filter_map(|plate| plate.codes.first());
    // The packs of a product, and the goods of a full stall, share the number of their plate.
    let mut seen = BTreeSet::new();
    let is_new = |code: &&Code| {
        let is_known = checked.signs.plates().iter().any(|known| known.serial == code.serial);
        !is_known && seen.insert(code.serial.clone())
    };
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

/// Keys of every code that stands on these plates, so that all of them are issued.
pub fn keys(plates: &[&Plate], layouts: &[&Layout]) -> Vec<String> {
    let shown = plates.iter().zip(layouts);
    // The address of the entry stands on every plate, also where the code itself is another one.
    let mut keys: Vec<String> = plates.iter().map(|plate| plate.key.clone()).collect();
    let own = |(plate, layout): (&&Plate, &&Layout)| -> Vec<String> {
        let own = plate
            .shown(layout)
            .into_iter()
            .filter(|(place, _)| place.slot == Slot::Own);
        own.map(|(_, code)| code.key.clone()).collect()
    };
    keys.extend(shown.flat_map(own));
    keys.sort();
    keys.dedup();
    keys
}

/// Draws plates: each onto a page of its own, labels of one layout side by side on sheets. `hint` asks for crop marks
/// and a ruler, and is what stands at the ruler.
pub fn draw(plates: &[(Plate, &Layout)], hint: Option<&str>) -> (Vec<Sheet>, Diagnostics) {
    let by_sheet: Vec<&[(Plate, &Layout)]> = plates
        // Labels of several kinds, each in its own color, share a sheet.
        .chunk_by(|(_, a), (_, b)| a.name == b.name && a.size == b.size && a.grid == b.grid)
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

/// Told how many sheets are done, and of how many.
pub type Told<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Sheets as pictures, several at a time; none for one that would be too large.
pub fn pictures(sheets: &[Sheet], dpi: u16, told: Told<'_>) -> Vec<Option<Vec<u8>>> {
    let one_more = counting(sheets.len(), told);
    let picture = |sheet: &Sheet| pixels::png(sheet, f32::from(dpi));
    let pictures = sheets.par_iter().with_max_len(1).map(picture);
    pictures.inspect(|_| one_more()).collect()
}

/// To be called for each of so many that are done.
fn counting(all: usize, told: Told<'_>) -> impl Fn() + Sync {
    let done = AtomicUsize::new(0);
    move || told(done.fetch_add(1, Ordering::Relaxed) + 1, all)
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
    let first = plate
        .shown(layout)
        .first()
        .map(|(place, code)| (place.side, code.version));
    if let Some((side, version)) = first {
        let cm = reads_from_cm(side / modules(version)).to_string();
        for name in ["reads", "reads_2"] {
            if let Some(text) = plate.says.get_mut(name) {
                *text = text.replace("{cm}", &cm);
            }
        }
        plate.says.insert("cm".to_string(), cm);
    }
    plate
}

/// Modules across a symbol and its quiet zone.
pub fn modules(version: u8) -> f32 {
    25.0 + 4.0 * f32::from(version)
}

/// What was noticed, as findings.
fn tell(notes: &Notes, key: &str, layout: &Layout) -> Diagnostics {
    let mut found = Vec::new();
    if !notes.missing.is_empty() {
        let letters: Vec<String> = notes.missing.iter().map(char::to_string).collect();
        let finding = Diagnostic::new(messages::LETTER_MISSING).with("key", key);
        found.push(finding.with("letters", letters.join(" ")));
    }
    for text in &notes.tiny {
        let finding = Diagnostic::new(messages::TEXT_TINY).with("text", text);
        found.push(finding.with("layout", &layout.name));
    }
    for text in &notes.overflowing {
        let finding = Diagnostic::new(messages::TEXT_OVERFLOWS).with("text", text);
        found.push(finding.with("layout", &layout.name));
    }
    found
}

/// Reads every code back from its sheet and compares it with the ledger's payload.
pub fn prove(sheets: &[Sheet], told: Told<'_>) -> (Vec<Proved>, Diagnostics) {
    let one_more = counting(sheets.len(), told);
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
            found.extend(too_fine(drawn));
            rows.push(row(drawn, at + 1, sheet.layout.clone()));
        }
        one_more();
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

/// Whether scanners at the till read a product's code of this size.
fn too_fine(drawn: &Drawn) -> Option<Diagnostic> {
    let micrometers = (drawn.module * 1000.0).round() as u32;
    let is_fine = drawn.place.slot == Slot::Product && x_dimension(micrometers) == ModuleSize::TooSmall;
    is_fine.then(|| {
        let finding = Diagnostic::new(messages::PRODUCT_CODE_FINE).with("key", &drawn.code.key);
        finding.with("mm", format!("{:.2}", drawn.module))
    })
}

fn row(drawn: &Drawn, page: usize, layout: String) -> Proved {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn each_sheet_that_is_read_or_made_into_a_picture_is_counted() {
        let sheets: Vec<Sheet> = (0..5).map(|_| Sheet::new((20.0, 10.0), "")).collect();
        let counts = |run: &dyn Fn(Told<'_>)| {
            let heard = Mutex::new(BTreeSet::new());
            run(&|done, all| {
                heard.lock().unwrap().insert((done, all));
            });
            heard.into_inner().unwrap()
        };
        let all: BTreeSet<_> = (1..=5).map(|done| (done, 5)).collect();
        assert_eq!(counts(&|told| assert!(prove(&sheets, told).0.is_empty())), all);
        assert_eq!(counts(&|told| assert_eq!(pictures(&sheets, 72, told).len(), 5)), all);
    }
}
