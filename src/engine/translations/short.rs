//! The short texts of an `entry.yaml` and the row that remembers from what each was translated.
//!
//! Entry point: [`texts`], [`compare`], [`row`]. Invariant: a text is known by its words, not by its place, so that moving
//! or renaming what holds it changes nothing.

use crate::entry::model::Entry;
use crate::schema::value::Value;
use crate::text::Lang;

/// Digits of one hash.
const HALF: usize = 6;

/// A text that stands in both languages.
pub(super) struct Short<'e> {
    pub(super) source: &'e str,
    pub(super) translation: &'e str,
    /// The digits of both.
    digits: String,
}

/// Every text of an entry's facts that has a source and a translation of its own, in the order of the kind.
pub(super) fn texts(entry: &Entry, lang: Lang) -> Vec<Short<'_>> {
    let mut texts = Vec::new();
    for (_, value) in &entry.body.fields.0 {
        value.walk(&mut |value| {
            let Value::Text(text) = value else { return };
            let said = |wanted: Lang| text.all().find(|(lang, _)| *lang == Some(wanted)).map(|(_, said)| said);
            if let (Some(source), Some(translation)) = (said(Lang(0)), said(lang)) {
                texts.push(Short {
                    source,
                    translation,
                    digits: half(source) + &half(translation),
                });
            }
        });
    }
    texts
}

fn half(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..HALF].to_string()
}

/// For each text what the row knows of its translation, when that was made from another source which is gone by now.
pub(super) fn compare<'r>(row: &'r str, texts: &[Short<'_>]) -> Vec<Option<&'r str>> {
    let mut free: Vec<&str> = (0..row.len() / (2 * HALF))
        .filter_map(|i| row.get(i * 2 * HALF..(i + 1) * 2 * HALF))
        .collect();
    let mut take = |is: &dyn Fn(&str) -> bool| {
        let at = free.iter().position(|known| is(known))?;
        Some(free.remove(at))
    };
    let as_known: Vec<bool> = texts
        .iter()
        .map(|text| take(&|known| known == text.digits).is_some())
        .collect();
    let rest = texts.iter().zip(as_known);
    rest.map(|(text, is_known)| match is_known {
        true => None,
        false => take(&|known| known.get(HALF..) == text.digits.get(HALF..)),
    })
    .collect()
}

/// The row from now on: what is stale stays as it was recorded.
pub(super) fn row(old: &str, texts: &[Short<'_>]) -> String {
    let known = compare(old, texts);
    let mut all: Vec<&str> = texts
        .iter()
        .zip(known)
        .map(|(text, was)| was.unwrap_or(&text.digits))
        .collect();
    all.sort_unstable();
    all.concat()
}
