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

    /// The position of the language that a word was to name: `vn`, `eng`.
    pub fn meant(&self, word: &str) -> Option<Lang> {
        self.find(word).or_else(|| self.find(meant_language(word)?))
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

/// The language that a tag was to name: abbreviations that are no tags, or those of a language far from here.
pub fn meant_language(tag: &str) -> Option<&'static str> {
    /// Every two-letter tag of ISO 639-1.
    const TWO: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
         ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it \
         iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
         nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so \
         sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";
    const MEANT: [(&str, &str); 19] = [
        ("han", "zh-Hant"),
        ("hoa", "zh-Hant"),
        ("chi", "zh-Hant"),
        ("cn", "zh-Hant"),
        ("tq", "zh-Hant"),
        ("nom", "vi-Hani"),
        ("vn", "vi"),
        ("vie", "vi"),
        ("vnm", "vi"),
        ("eng", "en"),
        ("anh", "en"),
        ("us", "en"),
        ("gb", "en"),
        ("fre", "fr"),
        ("fra", "fr"),
        ("jp", "ja"),
        ("jpn", "ja"),
        ("kr", "ko"),
        ("kor", "ko"),
    ];
    let (first, _) = tag.split_once('-').unwrap_or((tag, ""));
    let first = first.to_ascii_lowercase();
    let meant = MEANT
        .iter()
        .find(|(written, _)| *written == first)
        .map(|(_, meant)| *meant);
    let unknown = first.len() == 2 && !TWO.split(' ').any(|known| known == first);
    meant.or(unknown.then_some("zh-Hant"))
}
