//! Parts between brackets whose names YAML does not see: no colon behind a name, or no name at all.
//!
//! Entry point: [`Reading::tell_colon`], [`Reading::tell_nameless`]. Invariant: a part is given a name only where its words
//! leave no doubt which one is meant.

use super::{Names, Pairs};
use crate::diag::{Span, codes};
use crate::schema::reading::Reading;
use crate::schema::shape::quoted;
use crate::schema::untranslated::is_marked;
use crate::source::yaml::{Key, Node};
use std::ops::Range;

/// A part without Vietnamese letters is taken for another language when it is as long as this: `khu B` is not.
const TOLD_APART: usize = 8;

impl Reading<'_> {
    /// `{ vi: Đền Hạ, en Ha Temple }`: the name of a part that is not there yet, and no colon.
    pub(super) fn is_without_colon(&self, pairs: Pairs<'_>, at: usize, names: Names<'_>) -> bool {
        let (key, node) = &pairs[at];
        let first = key.text.split(' ').next().unwrap_or_default();
        let is_there = |(key, _): &(Key, Node)| key.text == first;
        // Two letters may begin any sentence; a language that is missing is what they stand for.
        self.is_bare(key, node) && first != key.text && self.is_name(first, names) && !pairs.iter().any(is_there)
    }

    /// Tells it with the pieces behind its commas; says which pairs that are.
    pub(super) fn tell_colon(&mut self, pairs: Pairs<'_>, at: usize, names: Names<'_>) -> Range<usize> {
        let is_more = |at: &usize| {
            let (key, node) = &pairs[*at];
            self.is_bare(key, node) && !self.is_name(&key.text, names) && !self.is_without_colon(pairs, *at, names)
        };
        let end = at + 1 + (at + 1..pairs.len()).take_while(is_more).count();
        let (key, last) = (&pairs[at].0, &pairs[end - 1].0);
        let typed = self.doc.text.get(key.span.lo as usize..last.span.hi as usize);
        let (name, rest) = typed.unwrap_or_default().split_once(' ').unwrap_or_default();
        let rest = rest.trim_start_matches([' ', '=', '–', '-']).trim();
        let mended = match is_quoted(rest) {
            true => format!("{name}: {rest}"),
            false => part(name, rest),
        };
        let span = Span {
            lo: key.span.lo,
            hi: last.span.hi,
        };
        self.report(codes::yaml::COLON_MISSING, span, &[("key", name), ("mended", &mended)]);
        at..end
    }

    /// `{ Đền Hạ, Ha Temple }`: brackets around words without any name. False when nothing can be said about it.
    pub(super) fn tell_nameless(&mut self, node: &Node, names: Names<'_>) -> bool {
        let words: Vec<&str> = node.pairs().iter().map(|(key, _)| key.text.trim()).collect();
        if !matches!(names, Names::Languages) || words.iter().any(|word| self.is_name(word, names)) {
            return false;
        }
        let mended = format!("{{ {} }}", self.with_languages(&words).join(", "));
        self.forget_doubles(node.span, &words);
        self.report(codes::yaml::BRACES_WITHOUT_NAMES, node.span, &[("mended", &mended)]);
        true
    }

    /// The words under the languages that are meant: those that they begin with, else one after the other, else the first
    /// one for all of them.
    fn with_languages(&self, words: &[&str]) -> Vec<String> {
        if let Some(parts) = self.with_own_codes(words) {
            return parts;
        }
        let all = self.languages.all();
        let codes: Vec<&str> = all.map(|lang| self.languages.get(lang).code.as_str()).collect();
        if codes.len() == words.len() && is_translated(words) {
            return codes.iter().zip(words).map(|(code, word)| part(code, word)).collect();
        }
        vec![part(codes[0], &words.join(", "))]
    }

    /// `vi = Đền Hạ`, `vi - Đền Hạ`: every part begins with the code of a language.
    fn with_own_codes(&self, words: &[&str]) -> Option<Vec<String>> {
        let named = |word: &str| {
            let (code, text) = word.split_once([' ', '=', '-'])?;
            let text = text.trim_start_matches([' ', '=', '-', '–']);
            let is_code = self.languages.find(code).is_some() && !text.is_empty();
            is_code.then(|| part(code, text))
        };
        // What has no code behind a comma belongs to the part before it.
        let mut joined: Vec<String> = Vec::new();
        for word in words {
            match joined.last_mut().filter(|_| named(word).is_none()) {
                Some(last) => *last = format!("{last}, {word}"),
                None => joined.push((*word).to_string()),
            }
        }
        joined.iter().map(|word| named(word)).collect()
    }
}

/// True for words in Vietnamese, and the others long enough to be told from it: what each is can be seen.
fn is_translated(words: &[&str]) -> bool {
    let is_plain = |word: &&str| !is_marked(word) && word.len() >= TOLD_APART;
    match words {
        [first, others @ ..] => is_marked(first) && !others.is_empty() && others.iter().all(is_plain),
        [] => false,
    }
}

fn part(name: &str, words: &str) -> String {
    format!("{name}: {}", quoted(words))
}

/// True for a text with quotes of its own around it.
fn is_quoted(text: &str) -> bool {
    let inner = ['"', '\''].into_iter().find_map(|sign| {
        let inner = text.strip_prefix(sign)?.strip_suffix(sign)?;
        (!inner.contains(sign)).then_some(inner)
    });
    inner.is_some_and(|inner| !inner.contains('\\'))
}
