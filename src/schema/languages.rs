//! The languages of a site.
//!
//! Entry point: [`Languages`]. Invariant: at least one; the first is the source language; a [`Lang`] is a position in
//! this list.

use crate::text::{Lang, Said, Text};

/// One language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, also the first folder of its URLs: `vi`.
    pub code: String,
    /// Its name in itself: `Tiếng Việt`.
    pub name: String,
    /// Open Graph locale: `vi_VN`.
    pub locale: String,
    /// What is shown when something is missing in this language, in order.
    pub fallbacks: Vec<Lang>,
}

/// A language as `site.yaml` has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenLanguage {
    /// BCP 47 tag.
    pub code: String,
    /// Its name in itself.
    pub name: String,
    /// Open Graph locale.
    pub locale: String,
    /// Codes of the languages that stand in for it, in order; empty: the site's other languages, English first for all
    /// but Vietnamese.
    pub fallbacks: Vec<String>,
}

impl WrittenLanguage {
    /// A language with the usual fallbacks.
    pub fn new(code: &str, name: &str, locale: &str) -> Self {
        Self {
            code: code.to_string(),
            name: name.to_string(),
            locale: locale.to_string(),
            fallbacks: Vec::new(),
        }
    }
}

/// All languages of the site, source language first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// The languages as they were written, in the same order.
    pub fn new(written: Vec<WrittenLanguage>) -> Self {
        let codes: Vec<String> = written.iter().map(|language| language.code.clone()).collect();
        let position = |code: &str| codes.iter().position(|c| c == code).map(|i| Lang(i as u8));
        let languages = written.into_iter().map(|language| {
            let mut order: Vec<&str> = language.fallbacks.iter().map(String::as_str).collect();
            if order.is_empty() {
                let others = codes.iter().map(String::as_str);
                order = others.filter(|other| *other != language.code).collect();
                order.sort_by_key(|other| language.code != "vi" && *other != "en");
            }
            Language {
                fallbacks: order.into_iter().filter_map(position).collect(),
                code: language.code,
                name: language.name,
                locale: language.locale,
            }
        });
        Self(languages.collect())
    }

    /// Vietnamese and English, as in the sample site.
    pub fn vi_en() -> Self {
        let vi = WrittenLanguage::new("vi", "Tiếng Việt", "vi_VN");
        let en = WrittenLanguage::new("en", "English", "en_GB");
        Self::new(vec![vi, en])
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never true; a site has a language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every position, source language first.
    pub fn all(&self) -> impl Iterator<Item = Lang> + Clone + use<> {
        (0..self.0.len()).map(|i| Lang(i as u8))
    }

    /// The language at a position.
    pub fn get(&self, lang: Lang) -> &Language {
        &self.0[lang.index()]
    }

    /// The position of a language code.
    pub fn find(&self, code: &str) -> Option<Lang> {
        self.0.iter().position(|l| l.code == code).map(|i| Lang(i as u8))
    }

    /// What a reader of `lang` sees of a text.
    pub fn say<'t>(&self, text: &'t Text, lang: Lang) -> Option<Said<'t>> {
        text.get(lang, &self.get(lang).fallbacks)
    }

    /// The same as plain text, empty when nothing was written.
    pub fn plain<'t>(&self, text: &'t Text, lang: Lang) -> &'t str {
        self.say(text, lang).map_or("", |said| said.text)
    }
}
