//! What an author wrote in a field, checked.
//!
//! Entry point: [`Value`], [`Fields`]. Invariant: values are data without behavior; a composite (a place, a recognition)
//! is a map whose keys its field type knows. References and files keep their place, because they are checked later.

use super::name::Name;
use crate::diag::Span;
use crate::text::{PartialDate, Text, exact};

/// A checked value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A decimal number as normalized text (`12.5`), so that equality and hashing are exact.
    Number(Box<str>),
    /// Text that is the same in all languages: codes, keys, names, addresses of web pages.
    Word(Box<str>),
    /// Text per language.
    Text(Text),
    /// A date, as precise as it is known.
    Date(PartialDate),
    /// Another entry, by key and optional part; in a box, so that other values stay small.
    Ref(Box<Reference>),
    /// A file of the entry.
    File(FileRef),
    /// Several.
    List(Vec<Value>),
    /// Several, by name.
    Map(Fields),
}

/// A reference to another entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    /// Key of the entry: `relics/chua-bo-da`.
    pub key: Box<str>,
    /// A part of it: the `id` of a component or stall.
    pub fragment: Option<Box<str>>,
    /// Where it was written.
    pub span: Span,
}

/// A file that lies in the entry's folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FileRef {
    /// Path within the entry's folder, with `/`: `photos/cong.jpg`.
    pub path: Box<str>,
    /// Where it was written.
    pub span: Span,
}

/// Named values in the order of the kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Fields(pub Vec<(Name, Value)>);

impl Fields {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(n, _)| &**n == name).map(|(_, value)| value)
    }

    /// Adds a value when there is one.
    pub fn put(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.0.push((name.into(), value));
        }
    }

    /// The text under a name.
    pub fn text(&self, name: &str) -> Option<&Text> {
        match self.get(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The word under a name.
    pub fn word(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Value::Word(word) | Value::Number(word) => Some(word),
            _ => None,
        }
    }

    /// The whole number under a name.
    pub fn int(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Value::Int(n) => Some(*n),
            _ => None,
        }
    }

    /// The yes or no under a name; `false` when nothing was written.
    pub fn yes(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Bool(true))
    }

    /// The date under a name.
    pub fn date(&self, name: &str) -> Option<PartialDate> {
        match self.get(name)? {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// The map under a name.
    pub fn map(&self, name: &str) -> Option<&Fields> {
        match self.get(name)? {
            Value::Map(fields) => Some(fields),
            _ => None,
        }
    }

    /// The items under a name: a list's, or the single value, or none.
    pub fn items(&self, name: &str) -> &[Value] {
        self.get(name).map_or(&[], Value::items)
    }
}

impl Value {
    /// A list's items, or the value itself as the only one.
    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            one => std::slice::from_ref(one),
        }
    }

    /// The fields of a map.
    pub fn fields(&self) -> Option<&Fields> {
        match self {
            Value::Map(fields) => Some(fields),
            _ => None,
        }
    }

    /// Gives back room that was set aside for more: tens of thousands of values stay in memory.
    pub fn shrink(&mut self) {
        match self {
            Value::List(items) => {
                *items = exact(std::mem::take(items));
                items.iter_mut().for_each(Value::shrink);
            }
            Value::Map(fields) => {
                fields.0 = exact(std::mem::take(&mut fields.0));
                fields.0.iter_mut().for_each(|(_, value)| value.shrink());
            }
            _ => {}
        }
    }

    /// Calls `see` for this value and everything in it, outermost first, in order.
    pub fn walk<'v>(&'v self, see: &mut dyn FnMut(&'v Value)) {
        see(self);
        match self {
            Value::List(items) => items.iter().for_each(|item| item.walk(see)),
            Value::Map(fields) => fields.0.iter().for_each(|(_, value)| value.walk(see)),
            _ => {}
        }
    }
}
