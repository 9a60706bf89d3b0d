//! Texts in several languages: whether each is in its own, translated, typed with its marks and free of those of Markdown.
//!
//! Entry point: `Reading::check_written`. Invariant: only findings; no text is changed.

use super::Reading;
use crate::diag::{Span, codes};
use crate::schema::untranslated::{Looks, Slip};
use crate::schema::{marks, shape, untranslated};
use crate::source::yaml::Node;
use crate::text::{Lang, Text};

impl Reading<'_> {
    /// Reports what is wrong with the words of a text, in each of its languages.
    pub(super) fn check_written(&mut self, text: &Text, node: &Node) {
        self.check_translation(text, node);
        self.check_marks(text, node);
        self.check_typed(text, node);
    }

    /// Reports a text of another language that is the source text over again, or holds a sentence of it: Vietnamese
    /// that nobody translated. Names of up to four words may well be the same, also with a point behind: «Lê Q.».
    fn check_translation(&mut self, text: &Text, node: &Node) {
        let mut all = text.all();
        let Some((Some(first), source)) = all.next() else {
            return;
        };
        if !untranslated::is_marked(source) {
            return self.check_swapped(text, first, node);
        }
        let words = source.split_whitespace().count();
        if words <= 4 {
            return;
        }
        for (lang, other) in all {
            let code = lang.map_or("", |l| self.languages.get(l).code.as_str());
            let span = node.get(code).map_or(node.span, |n| n.span);
            if other == source {
                // Names, and words of a third language, may well be the same.
                if untranslated::is_vietnamese(source) {
                    self.report(codes::facts::SAME_IN_BOTH, span, &[("lang", code)]);
                }
            } else if let Some(sentence) = untranslated::left_over(source, other).next() {
                let args = [("lang", code), ("sentence", sentence)];
                self.report(codes::fields::SENTENCE_LEFT, span, &args);
            } else if untranslated::is_nearly(source, other) {
                self.report(
                    codes::fields::SENTENCE_LEFT,
                    span,
                    &[("lang", code), ("sentence", other)],
                );
            }
        }
    }

    /// Reports marks of Markdown and of web pages, which visitors would see.
    fn check_marks(&mut self, text: &Text, node: &Node) {
        for (lang, said) in text.all() {
            let Some((mark, better)) = marks::first(said) else {
                continue;
            };
            let own = lang.and_then(|lang| node.get(&self.languages.get(lang).code));
            let args = [("mark", mark), ("better", &*shape::quoted(&better))];
            self.report(codes::prose::MARKS_IN_TEXT, own.unwrap_or(node).span, &args);
        }
    }

    /// Reports Vietnamese that was typed without its marks.
    fn check_typed(&mut self, text: &Text, node: &Node) {
        for (lang, said) in text.all().filter(|(_, said)| said.is_ascii()) {
            let code = lang.map_or("", |lang| self.languages.get(lang).code.as_str());
            if Looks::of_code(code) != Some(Looks::Vietnamese) {
                continue;
            }
            if let Some((_, slip)) = untranslated::slip(said) {
                self.typed(slip, node.get(code).unwrap_or(node).span);
            }
        }
    }

    /// Reports how a sentence of Vietnamese was typed.
    pub fn typed(&mut self, slip: Slip<'_>, span: Span) {
        match slip {
            Slip::Bare => self.report(codes::prose::WITHOUT_MARKS, span, &[]),
            Slip::Keys(word) => self.report(codes::prose::KEYS_IN_WORDS, span, &[("word", word)]),
        }
    }

    /// Reports a sentence in one language that stands for all, so that visitors meet it on the pages of the others.
    pub fn check_plain(&mut self, text: &Text, node: &Node) {
        /// Shorter texts are names.
        const WORDS: usize = 6;
        let Some((None, said)) = text.all().next() else { return };
        if self.languages.all().count() < 2 || said.split_whitespace().count() < WORDS {
            return;
        }
        let Some(looks) = untranslated::looks(said) else { return };
        let (code, name, name_en) = looks.named();
        if !self.languages.all().any(|lang| self.languages.get(lang).code == code) {
            return;
        }
        let line = format!("{{ {code}: {} }}", shape::quoted(said));
        let args = [("name", name), ("name_en", name_en), ("mended", &*line)];
        self.report(codes::prose::PLAIN_SENTENCE, node.span, &args);
    }

    /// Reports a text whose languages stand in each other's place.
    fn check_swapped(&mut self, text: &Text, first: Lang, node: &Node) {
        let code = |lang: Lang| self.languages.get(lang).code.as_str();
        let is_swapped = |(lang, text): (Option<Lang>, &str)| {
            let code = lang.map_or("", code);
            let (own, found) = (Looks::of_code(code), untranslated::looks(text));
            own.is_some() && found.is_some() && own != found
        };
        if text.all().filter(|one| is_swapped(*one)).count() > 1 {
            let code = code(first).to_string();
            let span = node.get(&code).map_or(node.span, |n| n.span);
            self.other_language(&code, span);
        }
    }

    /// Reports a text of Vietnamese or English that is in the other one.
    pub fn other_language(&mut self, code: &str, span: Span) {
        let (own, other) = match Looks::of_code(code) {
            Some(Looks::English) => (Looks::English, Looks::Vietnamese),
            _ => (Looks::Vietnamese, Looks::English),
        };
        let ((_, wanted, wanted_en), (other_lang, other, other_en)) = (own.named(), other.named());
        let args = [
            ("lang", code),
            ("other", other),
            ("other_en", other_en),
            ("other_lang", other_lang),
            ("wanted", wanted),
            ("wanted_en", wanted_en),
        ];
        self.report(codes::facts::OTHER_LANGUAGE, span, &args);
    }
}
