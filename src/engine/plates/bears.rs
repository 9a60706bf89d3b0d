//! The codes that a plate bears: its own in the site's style, those of its goods, and codes by other standards.
//!
//! Entry point: [`own`], [`goods`], [`others`]. Invariant: what is paid with, or does something by itself, is drawn plain:
//! black squares on white, no emblem.

use super::Subject;
use crate::engine::Checked;
use crate::entry::model::Entry;
use crate::qr;
use crate::qr::Symbol;
use crate::qr::digital_link::DigitalLink;
use crate::schema::field;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::sign::{Code, Other, Slot};

/// What of an entry a plate is about.
pub(super) struct About<'c> {
    /// The entry.
    pub entry: &'c Entry,
    /// The part of it, by its `id`; none for the whole.
    pub part: Option<&'c str>,
    /// Its facts.
    pub fields: &'c Fields,
    /// What they may be.
    pub specs: &'c [FieldSpec],
}

impl<'c> About<'c> {
    /// The facts that the plate of a subject is about.
    pub(super) fn of(checked: &'c Checked, subject: &'c Subject) -> Option<Self> {
        let key = subject.key.split_once('#').map_or(&*subject.key, |(key, _)| key);
        let part = subject.key.split_once('#').map(|(_, part)| part);
        let entry: &Entry = checked.site.find(key)?;
        let specs = &checked.site.frame.kinds.get(entry.kind).fields;
        let whole = Self {
            entry,
            part,
            fields: &entry.body.fields,
            specs,
        };
        let Some(part) = part else { return Some(whole) };
        let of_list = |spec: &'c FieldSpec| {
            let items = entry.body.fields.items(&spec.name).iter().filter_map(Value::fields);
            let own = items.into_iter().find(|fields| fields.word("id") == Some(part));
            own.map(|fields| (fields, &spec.fields))
        };
        let (fields, specs) = specs.iter().find_map(of_list)?;
        Some(Self { fields, specs, ..whole })
    }

    /// The first value that is a code by another standard of this field type: `payment`, `opens`.
    pub(super) fn direct(&self, kind: &str) -> Option<(&'c Fields, field::DirectCode)> {
        let specs = self.specs.iter().filter(|spec| spec.field.name() == kind);
        let mut values = specs.flat_map(|spec| self.fields.items(&spec.name).iter().map(move |value| (spec, value)));
        values.find_map(|(spec, value)| Some((value.fields()?, spec.field.direct(value)?)))
    }
}

fn level(level: qr::Level) -> &'static str {
    match level {
        qr::Level::L => "L",
        qr::Level::M => "M",
        qr::Level::Q => "Q",
        qr::Level::H => "H",
    }
}

/// The short code of a key, as it stands on the plate of this number.
pub(super) fn own(checked: &Checked, key: &str, serial: &str) -> Option<Code> {
    let landing = checked.codes.of(key)?;
    let style = checked.style.unframed();
    let symbol = style.symbol(&landing.payload).ok()?;
    let svg = match style.is_plain() {
        true => qr::svg::svg(&symbol, None),
        false => qr::style::drawn(&symbol, &style).svg(None),
    };
    Some(Code {
        code: landing.code.clone(),
        key: key.to_string(),
        payload: landing.payload.clone(),
        version: symbol.version,
        level: level(symbol.level),
        serial: serial.to_string(),
        svg,
    })
}

/// A code by another standard on the plate of this code and number.
fn plain(own: &Code, payload: String, symbol: &Symbol) -> Code {
    Code {
        payload,
        version: symbol.version,
        level: level(symbol.level),
        svg: qr::svg::svg(symbol, None),
        ..own.clone()
    }
}

/// Codes by other standards, each for its place.
pub(super) fn others(checked: &Checked, about: &About<'_>, own: &Code) -> Vec<Other> {
    let mut all = Vec::new();
    for (kind, slot) in [("payment", Slot::Payment), ("opens", Slot::Opens)] {
        if let Some((_, direct)) = about.direct(kind)
            && let Ok(symbol) = qr::encode(&direct.payload)
        {
            all.push(Other {
                slot,
                code: plain(own, direct.payload, &symbol),
                called: Default::default(),
            });
        }
    }
    let base = &checked.site.frame.config.base_url;
    for (gtin, pack) in packs(about) {
        let link = DigitalLink::of(&gtin).and_then(|link| link.uri(base));
        if let Some(payload) = link
            && let Ok(symbol) = qr::encode(&payload)
        {
            all.push(Other {
                slot: Slot::Product,
                code: plain(own, payload, &symbol),
                called: [pack, format!("(01) {gtin}")],
            });
        }
    }
    all
}

/// Every number of a product with what its pack is called.
fn packs(about: &About<'_>) -> Vec<(String, String)> {
    let numbers = field::gtin::gtins(about.fields, about.specs);
    let name = |gtin: &str| {
        let mut name = String::new();
        for (_, value) in &about.fields.0 {
            value.walk(&mut |inner| {
                let Some(fields) = inner.fields() else { return };
                let own = fields.word("gtin").and_then(qr::digital_link::gtin14);
                if own.as_deref() == Some(gtin) {
                    let text = fields
                        .text("name")
                        .and_then(|text| text.all().next().map(|(_, t)| t.to_string()));
                    name = text.or(fields.word("name").map(str::to_string)).unwrap_or_default();
                }
            });
        }
        name
    };
    numbers.into_iter().map(|gtin| (gtin.clone(), name(&gtin))).collect()
}

/// The goods of a stall or of a producer that have codes of their own.
pub(super) fn goods<'c>(checked: &'c Checked, about: &About<'c>) -> Vec<&'c Entry> {
    let site = &checked.site;
    let is_product = |e: &&Entry| site.frame.kinds.get(e.kind).key == "product" && checked.codes.of(&e.key).is_some();
    let mut found: Vec<&Entry> = Vec::new();
    if about.part.is_some() {
        let mut see = |value: &'c Value| {
            if let Value::Ref(to) = value {
                found.extend(site.find(&to.key).filter(is_product));
            }
        };
        about.fields.0.iter().for_each(|(_, value)| value.walk(&mut see));
    } else if let Some(at) = site.index.get(&*about.entry.key) {
        let from = site.back[*at as usize].iter().flat_map(|group| &group.from);
        found.extend(from.map(|i| &*site.entries[*i as usize]).filter(is_product));
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|e| seen.insert(e.key.clone()));
    found
}
