//! Texts in the languages of a site, and which language is shown when the asked one is missing.
//!
//! Entry point: [`Text`], [`Text::get`]. Invariant: languages are positions in the site's own list, never codes; a text
//! holds each language at most once, in the order of that list, and no blank entries, so that equal texts are equal values.

use serde::Serialize;
use std::sync::Arc;

/// A language of the site: its position in `site.yaml languages:`, from 0. The first is the source language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Lang(pub u8);

impl Lang {
    /// The position as an index into lists that hold one item per language.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A text that is the same in all languages, or one text per language. Cheap to clone, because cards and lists repeat
/// what fields say.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Text(Wording);

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
enum Wording {
    Same(Arc<str>),
    Per(Arc<[(Lang, Box<str>)]>),
}

impl Default for Wording {
    fn default() -> Self {
        Wording::Per(Arc::default())
    }
}

/// What is shown to somebody who asked for a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'a> {
    /// The text itself.
    pub text: &'a str,
    /// The language that it is really in, when that is not the asked one: pages mark it with `lang` and a notice.
    pub lang: Option<Lang>,
}

impl Text {
    /// A text that needs no translation, such as a proper name.
    pub fn same(text: String) -> Self {
        if text.trim().is_empty() {
            return Self::default();
        }
        Self(Wording::Same(text.into()))
    }

    /// One text per language. Blank ones count as missing; of two for one language the first one holds.
    pub fn per(texts: Vec<(Lang, String)>) -> Self {
        let mut texts = texts;
        texts.retain(|(_, text)| !text.trim().is_empty());
        texts.sort_by_key(|(lang, _)| *lang);
        texts.dedup_by_key(|(lang, _)| *lang);
        let texts = texts.into_iter().map(|(lang, text)| (lang, text.as_str().into()));
        Self(Wording::Per(texts.collect()))
    }

    /// The text for a language: its own, else that of the first fallback that has one, else that of the first language
    /// that has one, so that nothing that was written is ever silently missing. `None` only when the text is empty.
    pub fn get(&self, lang: Lang, fallbacks: &[Lang]) -> Option<Said<'_>> {
        let texts = match &self.0 {
            Wording::Same(text) => return Some(Said { text, lang: None }),
            Wording::Per(texts) => texts,
        };
        let own = |wanted: Lang| texts.iter().find(|(have, _)| *have == wanted);
        if let Some((_, text)) = own(lang) {
            return Some(Said { text, lang: None });
        }
        let (other, text) = fallbacks.iter().find_map(|fallback| own(*fallback)).or(texts.first())?;
        Some(Said {
            text,
            lang: Some(*other),
        })
    }

    /// The text only when it is in that language (or the same in all).
    pub fn only(&self, lang: Lang) -> Option<&str> {
        self.get(lang, &[])
            .filter(|said| said.lang.is_none())
            .map(|said| said.text)
    }

    /// True when the text needs no fallback in that language.
    pub fn has(&self, lang: Lang) -> bool {
        self.only(lang).is_some()
    }

    /// True when nothing is said in any language.
    pub fn is_empty(&self) -> bool {
        matches!(&self.0, Wording::Per(texts) if texts.is_empty())
    }

    /// True when one text stands for all languages.
    pub fn is_same(&self) -> bool {
        matches!(self.0, Wording::Same(_))
    }

    /// Every text that was written, with its language (`None`: the same in all), in the order of the site's languages.
    pub fn all(&self) -> impl Iterator<Item = (Option<Lang>, &str)> {
        let (same, per) = match &self.0 {
            Wording::Same(text) => (Some((None, &**text)), [].as_slice()),
            Wording::Per(texts) => (None, &**texts),
        };
        same.into_iter()
            .chain(per.iter().map(|(lang, text)| (Some(*lang), &**text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VI: Lang = Lang(0);
    const EN: Lang = Lang(1);
    const FR: Lang = Lang(2);

    fn both() -> Text {
        Text::per(vec![(EN, "Bo Da Pagoda".into()), (VI, "Chùa Bổ Đà".into())])
    }

    #[test]
    fn the_asked_language_is_shown_unmarked() {
        let text = both();
        let said = text.get(EN, &[VI]).unwrap();
        assert_eq!((said.text, said.lang), ("Bo Da Pagoda", None));
    }

    #[test]
    fn a_missing_language_is_shown_in_the_first_fallback_and_marked() {
        let text = both();
        let said = text.get(FR, &[EN, VI]).unwrap();
        assert_eq!((said.text, said.lang), ("Bo Da Pagoda", Some(EN)));
        let said = text.get(FR, &[]).unwrap();
        assert_eq!((said.text, said.lang), ("Chùa Bổ Đà", Some(VI)));
    }

    #[test]
    fn a_plain_string_counts_as_translated_everywhere() {
        let text = Text::same("Đak Pơ".into());
        assert!(text.has(VI) && text.has(FR));
        assert_eq!(text.get(FR, &[VI]).unwrap().lang, None);
    }

    #[test]
    fn blank_texts_are_missing_and_order_does_not_matter() {
        let blank = Text::per(vec![(VI, "Chùa".into()), (EN, "  ".into())]);
        assert!(!blank.has(EN));
        assert!(Text::same(String::new()).is_empty() && Text::default().is_empty());
        let turned = Text::per(vec![(VI, "Chùa Bổ Đà".into()), (EN, "Bo Da Pagoda".into())]);
        assert_eq!(turned, both());
        assert_eq!(turned.all().count(), 2);
    }
}
