//! The texts of templates, per language, as nested maps.
//!
//! Entry point: [`Strings::for_languages`]. Invariant: every language has every text of the built-in source language;
//! what it lacks itself is taken from another language and told.

mod judged;

pub(super) use self::judged::judge;

use crate::diag::codes::setup;
use crate::diag::{Diagnostic, Diagnostics, FORM, Place};
use crate::source::document::Document;
use crate::source::yaml::{self, Data, Node};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Texts by language.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    by_lang: BTreeMap<String, Json>,
    files: BTreeMap<String, Arc<str>>,
}

impl Strings {
    /// Adds a file; its texts take the place of those that stand under the same keys.
    pub(super) fn add(&mut self, lang: &str, document: &Document, found: &mut Diagnostics) {
        let (node, problems) = yaml::read(document);
        found.extend(problems);
        let own = self
            .by_lang
            .entry(lang.to_string())
            .or_insert_with(|| Json::Object(Map::new()));
        put(own, &node, document, &mut Vec::new(), found);
        self.files.insert(lang.to_string(), document.file.clone());
    }

    /// The texts of a language as they were written, without what is missing.
    pub fn own(&self, lang: &str) -> Option<&Json> {
        self.by_lang.get(lang)
    }

    /// The texts of every language of a site, complete. What a language lacks is taken from English, then from the
    /// site's first language, then from any.
    ///
    /// `unknown` are texts that no template asks for: a slip in one language is missing in no other.
    pub fn for_languages(&self, languages: &[&str], unknown: &BTreeSet<String>) -> (Vec<Json>, Diagnostics) {
        let mut found = Diagnostics::new();
        let empty = Json::Object(Map::new());
        let order = ["en"].into_iter().chain(languages.first().copied()).chain(["vi"]);
        let mut fallback = empty.clone();
        for lang in order {
            fallback = join(
                self.by_lang.get(lang).unwrap_or(&empty).clone(),
                &Json::Object(Map::new()),
            );
            if fallback != empty {
                break;
            }
        }
        for other in self.by_lang.values() {
            fallback = fill_up(fallback, other, "", &mut Vec::new());
        }
        let mut all = Vec::with_capacity(languages.len());
        for lang in languages {
            let own = self.by_lang.get(*lang).unwrap_or(&empty).clone();
            let mut missing = Vec::new();
            all.push(fill_up(own, &fallback, "", &mut missing));
            missing.retain(|key| !unknown.contains(key));
            found.extend(self.told_missing(lang, &missing, &fallback));
        }
        (all, found)
    }

    /// What a language lacks; the lines to be written, where they are few.
    fn told_missing(&self, lang: &str, missing: &[String], fallback: &Json) -> Option<Diagnostic> {
        const FEW: usize = 12;
        let first = missing.first()?;
        let told = Diagnostic::new(setup::STRINGS_MISSING).with("lang", lang);
        let mut told = told.with("count", missing.len()).with("first", first);
        // Nobody can open the built-in file.
        if let Some(file) = self
            .files
            .get(lang)
            .filter(|file| !file.starts_with(crate::render::builtin::ROOT))
        {
            told = told.at(Place::file(file));
        }
        if missing.len() <= FEW {
            told = told.with(FORM, lines(missing, fallback));
        }
        Some(told)
    }
}

/// Texts as the lines of a file.
fn lines(keys: &[String], texts: &Json) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for key in keys {
        let parts: Vec<&str> = key.split('.').collect();
        let Some((_, above)) = parts.split_last() else { continue };
        let same = open.iter().zip(above).take_while(|(a, b)| a == b).count();
        for (depth, part) in above.iter().enumerate().skip(same) {
            out.push(format!("{}{part}:", "  ".repeat(depth)));
        }
        open = above.to_vec();
        let text = parts
            .iter()
            .try_fold(texts, |value, part| value.get(part))
            .unwrap_or(&Json::Null);
        out.push(format!("{}{}: {text}", "  ".repeat(above.len()), parts[above.len()]));
    }
    out.join("\n")
}

/// `own`, and below it what only `more` has.
pub(super) fn join(own: Json, more: &Json) -> Json {
    fill_up(own, more, "", &mut Vec::new())
}

fn fill_up(own: Json, from: &Json, path: &str, missing: &mut Vec<String>) -> Json {
    let (Json::Object(mut own), Json::Object(from)) = (own.clone(), from) else {
        return own;
    };
    for (key, theirs) in from {
        let here = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        match own.get_mut(key).map(Json::take) {
            Some(ours) => {
                let filled = fill_up(ours, theirs, &here, missing);
                own.insert(key.clone(), filled);
            }
            None => {
                missing.extend(texts_in(theirs, &here));
                own.insert(key.clone(), theirs.clone());
            }
        }
    }
    Json::Object(own)
}

/// Paths of the texts below a value.
pub(super) fn texts_in(value: &Json, path: &str) -> Vec<String> {
    match value {
        Json::Object(map) if !map.contains_key("other") => map
            .iter()
            .flat_map(|(key, below)| {
                let here = if path.is_empty() {
                    key.clone()
                } else {
                    format!("{path}.{key}")
                };
                texts_in(below, &here)
            })
            .collect(),
        _ => vec![path.to_string()],
    }
}

fn put(into: &mut Json, node: &Node, document: &Document, path: &mut Vec<String>, found: &mut Diagnostics) {
    let Json::Object(map) = into else { return };
    for (key, value) in node.pairs() {
        path.push(key.text.clone());
        let old = map.get(&key.text);
        match &value.data {
            // A text may have the two forms `one` and `other` in one language and a single one in another.
            Data::Map(_) if old.is_some_and(Json::is_string) && !has_forms(value) => {
                found.push(shape(document, value, path, "một câu", "a text"));
            }
            Data::Map(_) => {
                if old.is_some_and(Json::is_string) {
                    map.remove(&key.text);
                }
                let below = map.entry(key.text.clone()).or_insert_with(|| Json::Object(Map::new()));
                put(below, value, document, path, found);
            }
            Data::Scalar(_) if old.is_some_and(|old| old.is_object() && old.get("other").is_none()) => {
                found.push(shape(document, value, path, "các mục con", "further keys"));
            }
            Data::Scalar(text) => {
                map.insert(key.text.clone(), Json::String(text.clone()));
            }
            Data::List(_) if old.is_some_and(Json::is_string) => {
                found.push(shape(document, value, path, "một câu", "a text"));
            }
            // Such as the names of months: counted from 1.
            Data::List(items) => {
                let texts = items.iter().enumerate();
                let texts = texts.filter_map(|(at, item)| Some(((at + 1).to_string(), item.scalar()?.into())));
                map.insert(key.text.clone(), Json::Object(texts.collect()));
            }
            Data::Empty | Data::Unread => {} // not translated yet, or told already
        }
        path.pop();
    }
}

/// True for the forms of a text that differs between one and several.
fn has_forms(node: &Node) -> bool {
    node.get("other").is_some_and(|other| other.scalar().is_some())
}

fn shape(document: &Document, node: &Node, path: &[String], vi: &str, en: &str) -> Diagnostic {
    let wrong = document.found(setup::STRINGS_SHAPE, node.span);
    wrong.with("key", path.join(".")).with("wanted", format!("{vi} / {en}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn strings(files: &[(&str, &str)]) -> (Strings, Diagnostics) {
        let (mut all, mut found) = (Strings::default(), Diagnostics::new());
        for (lang, text) in files {
            all.add(lang, &Document::new("strings.yaml", *text), &mut found);
        }
        (all, found)
    }

    #[test]
    fn a_later_file_changes_one_text_and_keeps_the_others() {
        let (all, found) = strings(&[("vi", "a:\n  b: một\n  c: hai\n"), ("vi", "a:\n  c: ba\n")]);
        assert!(found.is_empty());
        assert_eq!(all.own("vi").unwrap(), &json!({"a": {"b": "một", "c": "ba"}}));
    }

    #[test]
    fn a_third_language_borrows_what_it_lacks_and_says_so() {
        let (all, _) = strings(&[
            ("vi", "a: một\nb: hai\n"),
            ("en", "a: one\nb: two\n"),
            ("fr", "a: un\n"),
        ]);
        let (texts, found) = all.for_languages(&["vi", "fr"], &BTreeSet::new());
        assert_eq!(texts[1], json!({"a": "un", "b": "two"}));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, setup::STRINGS_MISSING);
        assert!(found[0].message(crate::diag::Speech::En).contains("«b»"));
        assert!(found[0].help(crate::diag::Speech::En).ends_with("\nb: \"two\""));
    }

    #[test]
    fn a_list_is_counted_from_one_as_the_words_are() {
        let (all, found) = strings(&[("ko", "formats:\n  months: [1월, 2월]\n")]);
        assert_eq!(found, []);
        assert_eq!(
            all.own("ko").unwrap(),
            &json!({"formats": {"months": {"1": "1월", "2": "2월"}}})
        );
    }

    #[test]
    fn a_text_where_keys_belong_is_refused_and_the_texts_stay() {
        let (all, found) = strings(&[("vi", "a:\n  b: một\n"), ("vi", "a: hai\n")]);
        assert_eq!(found[0].code, setup::STRINGS_SHAPE);
        assert_eq!(all.own("vi").unwrap(), &json!({"a": {"b": "một"}}));
    }
}
