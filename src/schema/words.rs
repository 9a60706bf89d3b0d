//! The words of field types per language: ranks, eras, weekdays, how numbers and dates are written.
//!
//! Entry point: [`Words::read`], [`Words::get`], [`Words::formats`]. Invariant: words are data; no language code is known
//! here beyond the names of the built-in files. A key that one language lacks is taken from its fallbacks, then from the
//! built-in files.

use super::languages::Languages;
use crate::diag::{Diagnostics, codes};
use crate::source::document::Document;
use crate::source::yaml::{self, Data, Node};
use crate::text::{Formats, Lang};
use std::collections::BTreeMap;

/// Words by dotted key: `rank.national`. The items of a list are keyed from 1.
type Dictionary = BTreeMap<String, String>;

/// The built-in words, by language code; the first is the last resort.
const BUILTIN: &[(&str, &str)] = &[
    ("en", include_str!("words/en.yaml")),
    ("vi", include_str!("words/vi.yaml")),
];

/// A built-in word in Vietnamese and English, as messages show it beside its key.
pub fn labels(key: &str) -> Option<(String, String)> {
    static WORDS: std::sync::OnceLock<[Dictionary; 2]> = std::sync::OnceLock::new();
    let [en, vi] = WORDS.get_or_init(|| {
        [0, 1].map(|at| {
            let (code, text) = BUILTIN[at];
            flat(&Document::new(code, text), &mut Vec::new())
        })
    });
    Some((vi.get(key)?.clone(), en.get(key)?.clone()))
}

/// Every built-in word by its key, in the language that lacks none.
pub fn builtin() -> BTreeMap<String, String> {
    let (code, text) = BUILTIN[0];
    flat(&Document::new(code, text), &mut Vec::new())
}

/// The built-in words as files, by language code.
pub fn files() -> &'static [(&'static str, &'static str)] {
    BUILTIN
}

/// Words and formats of every language of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    words: Vec<Dictionary>,
    formats: Vec<Formats>,
}

impl Words {
    /// The built-in words, with a site's own files (`content/theme/strings/<lang>.yaml`) on top. A language that lacks
    /// words takes those of its fallbacks, with one warning per language.
    pub fn read(own: &[Document], languages: &Languages) -> (Self, Diagnostics) {
        let mut found = Vec::new();
        let builtin: Vec<(&str, Dictionary)> = BUILTIN
            .iter()
            .map(|(code, text)| {
                let doc = Document::new(&format!("words/{code}.yaml"), *text);
                (*code, flat(&doc, &mut found))
            })
            .collect();
        let own: Vec<(&str, Dictionary)> = own.iter().map(|doc| (stem(&doc.file), flat(doc, &mut found))).collect();
        let written: Vec<Dictionary> = languages
            .all()
            .map(|lang| {
                let code = languages.get(lang).code.as_str();
                let of = |list: &[(&str, Dictionary)]| {
                    let mine = list.iter().filter(|(name, _)| *name == code);
                    mine.flat_map(|(_, words)| words.clone()).collect::<Dictionary>()
                };
                let mut words = of(&builtin);
                words.extend(of(&own));
                words
            })
            .collect();
        let words: Vec<Dictionary> = languages
            .all()
            .map(|lang| complete(lang, &written, languages, &builtin, &mut found))
            .collect();
        let formats = words.iter().map(formats).collect();
        (Self { words, formats }, found)
    }

    /// The word under a dotted key; the key itself when nobody has it.
    pub fn get(&self, lang: Lang, key: &str) -> String {
        let word = self.words.get(lang.index()).and_then(|words| words.get(key));
        word.map_or(key, String::as_str).to_string()
    }

    /// Every word of a language as a tree, for templates.
    pub fn tree(&self, lang: Lang) -> serde_json::Value {
        let mut tree = serde_json::Value::Object(serde_json::Map::new());
        for (key, word) in &self.words[lang.index()] {
            let mut place = &mut tree;
            for part in key.split('.') {
                if !place.is_object() {
                    *place = serde_json::Value::Object(serde_json::Map::new());
                }
                place = &mut place[part];
            }
            *place = serde_json::Value::String(word.clone());
        }
        tree
    }

    /// How a language writes numbers, dates and money.
    pub fn formats(&self, lang: Lang) -> &Formats {
        &self.formats[lang.index().min(self.formats.len() - 1)]
    }
}

/// `content/theme/strings/ko.yaml` → `ko`.
fn stem(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml")
}

/// The words of a file by dotted key.
fn flat(doc: &Document, found: &mut Diagnostics) -> Dictionary {
    let (node, mut problems) = yaml::read(doc);
    found.append(&mut problems);
    let mut words = Dictionary::new();
    flatten(&node, "", &mut words);
    words
}

fn flatten(node: &Node, path: &str, words: &mut Dictionary) {
    let below = |key: &str| match path {
        "" => key.to_string(),
        _ => format!("{path}.{key}"),
    };
    match &node.data {
        Data::Empty | Data::Unread => {}
        Data::Scalar(text) => {
            words.insert(path.to_string(), text.clone());
        }
        Data::List(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, item)| flatten(item, &below(&(i + 1).to_string()), words)),
        Data::Map(pairs) => pairs
            .iter()
            .for_each(|(key, value)| flatten(value, &below(&key.text), words)),
    }
}

/// A language's words, with what it lacks from its fallbacks, the site's other languages and the built-in files.
fn complete(
    lang: Lang,
    written: &[Dictionary],
    languages: &Languages,
    builtin: &[(&str, Dictionary)],
    found: &mut Diagnostics,
) -> Dictionary {
    let own = &written[lang.index()];
    let known = &builtin[0].1;
    let lacking = known.keys().filter(|key| !own.contains_key(*key)).count();
    if lacking > 0 {
        let code = languages.get(lang).code.as_str();
        let warning = crate::diag::Diagnostic::new(codes::fields::WORDS_MISSING);
        found.push(warning.with("lang", code).with("count", lacking));
    }
    let mut words = own.clone();
    let fallbacks = languages.get(lang).fallbacks.iter().map(|l| &written[l.index()]);
    for spare in fallbacks.chain(builtin.iter().map(|(_, words)| words)) {
        for (key, word) in spare {
            words.entry(key.clone()).or_insert_with(|| word.clone());
        }
    }
    words
}

fn formats(words: &Dictionary) -> Formats {
    let get = |name: &str| words.get(&format!("formats.{name}")).cloned().unwrap_or_default();
    Formats {
        group: get("group"),
        decimal: get("decimal"),
        date: get("date"),
        date_short: get("date_short"),
        month: get("month"),
        year: get("year"),
        range: get("range"),
        approx: get("approx"),
        money: get("money"),
        months: (1..=12).map(|m| get(&format!("months.{m}"))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::languages::WrittenLanguage;

    fn builtin(code: &str) -> Dictionary {
        let text = BUILTIN.iter().find(|(c, _)| *c == code).unwrap().1;
        let mut found = Vec::new();
        let words = flat(&Document::new(code, text), &mut found);
        assert!(found.is_empty(), "{found:?}");
        words
    }

    #[test]
    fn vietnamese_and_english_have_the_same_words() {
        let (vi, en) = (builtin("vi"), builtin("en"));
        assert!(vi.len() > 100);
        assert_eq!(vi.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    }

    #[test]
    fn formats_come_from_the_files() {
        let (words, found) = Words::read(&[], &Languages::vi_en());
        assert_eq!(found, []);
        assert_eq!(*words.formats(Lang(0)), Formats::vi());
        assert_eq!(*words.formats(Lang(1)), Formats::en());
        assert_eq!(words.get(Lang(1), "rank.national"), "National relic");
        assert_eq!(words.get(Lang(1), "rank.none"), "rank.none");
    }

    #[test]
    fn a_site_changes_single_words() {
        let own = Document::new("content/theme/strings/en.yaml", "rank: { national: National monument }");
        let (words, found) = Words::read(&[own], &Languages::vi_en());
        assert_eq!(found, []);
        assert_eq!(words.get(Lang(1), "rank.national"), "National monument");
        assert_eq!(words.get(Lang(1), "rank.provincial"), "Provincial relic");
        assert_eq!(words.get(Lang(0), "rank.national"), "Di tích quốc gia");
    }

    #[test]
    fn a_third_language_falls_back_with_one_warning() {
        let one = |code: &str| WrittenLanguage::new(code, code, code);
        let languages = Languages::new(vec![one("vi"), one("ko")]);
        let own = Document::new("content/theme/strings/ko.yaml", "rank: { national: 국가 유적 }");
        let (words, found) = Words::read(&[own], &languages);
        assert_eq!(words.get(Lang(1), "rank.national"), "국가 유적");
        assert_eq!(words.get(Lang(1), "rank.provincial"), "Di tích cấp tỉnh");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, codes::fields::WORDS_MISSING);
    }
}
