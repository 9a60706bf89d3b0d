//! The named parts of a composite value: how they are read, and how they are put into what a page shows.
//!
//! Entry point: [`Parts::open`]. Invariant: a part that was not written is absent, never blank; every part is read by
//! the rules of its own type, so that a phone is a phone wherever it stands.

use super::{FieldType, Name};
use crate::diag::{Diagnostic, Span, codes};
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::{Key, Node};
use crate::text::{PartialDate, pattern};
use serde_json::{Value as Json, json};

/// The parts of a map that is being read.
pub struct Parts<'n> {
    node: &'n Node,
    pairs: &'n [(Key, Node)],
    /// How much had been found when it was opened.
    from: usize,
    /// What was read so far.
    pub fields: Fields,
}

impl<'n> Parts<'n> {
    /// Opens a map; other keys than the known ones are reported. `None` when it is no map.
    pub fn open(node: &'n Node, known: &[&str], reading: &mut Reading<'_>) -> Option<Self> {
        let from = reading.found.len();
        Some(Self {
            from,
            node,
            pairs: reading.map(node, known)?,
            fields: Fields::default(),
        })
    }

    /// What was written under a name; a form that was left open (`{ vi: …, en: … }`) is nothing written.
    pub fn written(&self, name: &str) -> Option<&'n Node> {
        let found = self.pairs.iter().find(|(key, _)| key.text == name);
        found.map(|(_, node)| node).filter(|node| !node.is_left_open())
    }

    /// Where a part stands; the place of the whole when it was not written.
    pub fn span(&self, name: &str) -> Span {
        self.written(name).map_or(self.start(), |node| node.span)
    }

    /// Where the whole begins.
    pub fn start(&self) -> Span {
        Span {
            lo: self.node.span.lo,
            hi: self.node.span.lo,
        }
    }

    /// Reads a part by the rules of a field type.
    pub fn read(&mut self, name: &str, field: &'static dyn FieldType, reading: &mut Reading<'_>) -> Option<Value> {
        let value = FieldSpec::new(name, field).read(self.written(name)?, reading);
        self.fields.put(name, value.clone());
        value
    }

    /// Reads a part that is a list, each item by the rules of a field type.
    pub fn list(&mut self, name: &str, field: &'static dyn FieldType, reading: &mut Reading<'_>) {
        let Some(node) = self.written(name) else { return };
        let spec = FieldSpec {
            many: true,
            ..FieldSpec::new(name, field)
        };
        self.fields.put(name, spec.read(node, reading));
    }

    /// Reads texts per language.
    pub fn texts(&mut self, names: &[&str], reading: &mut Reading<'_>) {
        for name in names {
            let text = self.written(name).and_then(|node| reading.text(node));
            self.fields.put(name, text.map(Value::Text));
        }
    }

    /// Reads lines that are the same in all languages.
    pub fn words(&mut self, names: &[&str], reading: &mut Reading<'_>) {
        for name in names {
            let word = self.written(name).and_then(|node| reading.word(node));
            self.fields.put(name, word.map(|w| Value::Word(w.into())));
        }
    }

    /// Reads a date.
    pub fn date(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<PartialDate> {
        let date = super::date::read_date(self.written(name)?, reading);
        self.fields.put(name, date.map(Value::Date));
        date
    }

    /// Reads yes or no.
    pub fn yes_no(&mut self, name: &str, reading: &mut Reading<'_>) {
        let yes = self.written(name).and_then(|node| reading.yes_no(node));
        self.fields.put(name, yes.map(Value::Bool));
    }

    /// True when a part was written and could not be read: told already.
    pub fn is_unread(&self, name: &str) -> bool {
        self.written(name).is_some() && self.fields.get(name).is_none()
    }

    /// Reads a whole number.
    pub fn integer(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<i64> {
        let number = self.written(name).and_then(|node| reading.integer(node));
        self.fields.put(name, number.map(Value::Int));
        number
    }

    /// Reads one of a closed list.
    pub fn choice(&mut self, name: &str, known: &[&str], reading: &mut Reading<'_>) {
        let word = self.written(name).and_then(|node| reading.choice_of(node, name, known));
        self.fields.put(name, word.map(|w| Value::Word(w.into())));
    }

    /// Reports a part without which the whole is useless, with the form of it, whose facts are left open (`…`). False when it is missing.
    pub fn needs(&self, name: &str, example: &str, reading: &mut Reading<'_>) -> bool {
        if self.written(name).is_some() {
            return true;
        }
        // A key that was mistyped is answered with the right one.
        let is_near = |d: &Diagnostic| d.arg("near") == Some(name);
        if reading.is_lost(name) || reading.found.get(self.from..).unwrap_or_default().iter().any(is_near) {
            return false;
        }
        let args = [("key", name), ("example", example)];
        reading.report(codes::fields::PART_MISSING, self.start(), &args);
        false
    }

    /// The whole; `None` when no part was usable.
    pub fn close(self) -> Option<Value> {
        (!self.fields.0.is_empty()).then_some(Value::Map(self.fields))
    }
}

/// Puts something under a name when there is something.
pub fn put(shown: &mut Json, name: &str, part: Option<Json>) {
    if let Some(part) = part {
        shown[name] = part;
    }
}

/// Puts texts as `{text, lang?}`.
pub fn put_texts(shown: &mut Json, fields: &Fields, names: &[&str], showing: &Showing<'_>) {
    for name in names {
        put(shown, name, fields.text(name).and_then(|text| showing.say(text)));
    }
}

/// Puts dates as `{text, date}`, in the form of lists and tables.
pub fn put_dates(shown: &mut Json, fields: &Fields, names: &[&str], showing: &Showing<'_>) {
    for name in names {
        put(shown, name, fields.date(name).map(|date| show_date(date, showing)));
    }
}

/// A date as `{text, date}`: as the page's language writes it, and ISO 8601.
pub fn show_date(date: PartialDate, showing: &Showing<'_>) -> Json {
    json!({ "text": showing.formats.date_short(date), "date": date.to_string() })
}

/// A word of the strings with its `{name}` filled in.
pub fn fill(showing: &Showing<'_>, key: &str, values: &[(&str, &str)]) -> String {
    pattern::put(&showing.world.word(key), values)
}

/// Names that stand under these keys, for searching.
pub fn names_of<'v>(value: &'v Value, keys: &[&str]) -> Vec<Name<'v>> {
    let fields = value.fields();
    let name = |key: &&str| match fields?.get(key)? {
        Value::Text(text) => Some(Name::Text(text)),
        Value::Word(word) => Some(Name::Word(word)),
        _ => None,
    };
    keys.iter().filter_map(name).collect()
}

/// The text of a name as structured data has it: plain, in the page's language.
pub fn plain(fields: &Fields, name: &str, showing: &Showing<'_>) -> Option<Json> {
    let text = fields.text(name)?;
    Some(showing.languages.plain(text, showing.lang).into())
}
