//! Texts between brackets that their own commas tore apart: `{ vi: Đền, ao, hồ, en: Temple }`.
//!
//! Entry point: [`Reading::torn`]. Invariant: a text is told once, whole, with the finished line; what stands behind a comma
//! is taken for a piece only where the part before it is a text, and never when it names a part that is not there yet.

mod unnamed;

use super::reading::{Reading, is_glued};
use crate::diag::{Diagnostic, FORM, Span, codes};
use crate::source::yaml::{Data, Key, LANGUAGES, Node, languages};
use crate::text::nearest;
use std::collections::BTreeSet;

/// Lines that an answer has room for.
const MOST_LINES: usize = 8;

type Pairs<'n> = &'n [(Key, Node)];

/// The names that the parts of a map may have.
#[derive(Clone, Copy)]
pub(super) enum Names<'k> {
    /// Codes of the site's languages.
    Languages,
    /// The keys of a group.
    Keys(&'k [&'k str]),
}

impl Reading<'_> {
    /// Which pairs of a map are pieces of the text before them, or were told otherwise, so that nothing more is said of them.
    pub(super) fn torn(&mut self, node: &Node, names: Names<'_>) -> BTreeSet<usize> {
        let pairs = node.pairs();
        let mut pieces = BTreeSet::new();
        let typed = self.doc.text.get(node.span.lo as usize..).unwrap_or_default();
        let is_odd = |(key, node): &(Key, Node)| node.is_empty() || !self.is_name(&key.text, names);
        if !typed.starts_with(['{', '｛']) || !pairs.iter().any(is_odd) {
            return pieces;
        }
        let is_nameless = |(key, node): &(Key, Node)| self.is_bare(key, node) && !is_glued(key, node);
        if pairs.iter().all(is_nameless) {
            if self.tell_nameless(node, names) {
                pieces.extend(0..pairs.len());
            }
            return pieces;
        }
        // From the first part of each torn text to its last one.
        let mut texts: Vec<(usize, usize)> = Vec::new();
        if self.is_without_colon(pairs, 0, names) {
            pieces.extend(self.tell_colon(pairs, 0, names));
        }
        for at in 1..pairs.len() {
            let begin = texts
                .last()
                .filter(|(_, end)| *end + 1 == at)
                .map_or(at - 1, |(begin, _)| *begin);
            let is_text = self.is_name(&pairs[begin].0.text, names) && is_text(&pairs[begin].1);
            if pieces.contains(&at) {
                continue;
            }
            if self.is_without_colon(pairs, at, names) {
                pieces.extend(self.tell_colon(pairs, at, names));
            } else if self.is_glued_name(pairs, at, names) {
                // Told when the file was read, with the whole.
            } else if is_glued(&pairs[begin].0, &pairs[begin].1) && self.is_bare(&pairs[at].0, &pairs[at].1) {
                // The whole was told when the file was read.
                texts.push((begin, at));
                pieces.insert(at);
            } else if is_text && self.is_piece(pairs, at, names) {
                match texts.last_mut().filter(|(own, _)| *own == begin) {
                    Some((_, end)) => *end = at,
                    None => texts.push((begin, at)),
                }
                pieces.insert(at);
            }
        }
        // The finished line of a name without its blank holds what commas tore, too.
        if (0..pairs.len()).any(|at| self.is_glued_name(pairs, at, names)) {
            return pieces;
        }
        texts.retain(|(begin, _)| !is_glued(&pairs[*begin].0, &pairs[*begin].1));
        self.tell(node, &texts);
        pieces
    }

    /// `"vi: Đền Hạ, en: Ha Temple"`: languages within the quotes of one text, as they should be.
    pub(super) fn languages_in(&self, text: &str) -> Option<String> {
        let (code, _) = text.trim().trim_start_matches('{').trim_start().split_once(": ")?;
        self.languages.find(code)?;
        languages(text)
    }

    fn is_name(&self, word: &str, names: Names<'_>) -> bool {
        match names {
            Names::Languages => self.languages.find(word).is_some(),
            Names::Keys(keys) => keys.contains(&word),
        }
    }

    /// True for words without a colon behind them.
    fn is_bare(&self, key: &Key, node: &Node) -> bool {
        let behind = self.doc.text.get(key.span.hi as usize..).unwrap_or_default();
        node.is_empty() && !behind.trim_start().starts_with([':', '：'])
    }

    /// `{ vi: Đền Hạ, en:Ha Temple }`: the name of a part that is not there yet, without a blank behind its colon.
    fn is_glued_name(&self, pairs: Pairs<'_>, at: usize, names: Names<'_>) -> bool {
        let (key, node) = &pairs[at];
        let name = key.text.split(':').next().unwrap_or_default();
        is_glued(key, node) && self.is_name(name, names) && !pairs.iter().any(|(key, _)| key.text == name)
    }

    fn is_piece(&self, pairs: Pairs<'_>, at: usize, names: Names<'_>) -> bool {
        let (key, node) = &pairs[at];
        let is_other = |(i, (other, _)): &(usize, &(Key, Node))| *i != at && other.text == key.text;
        let there = || pairs.iter().enumerate().filter(is_other);
        match (self.is_bare(key, node), self.is_name(&key.text, names)) {
            // `vi: Nhà thờ, vi, en: …`: the name of a part that has its words elsewhere.
            (true, true) => there().any(|(_, (other, node))| !self.is_bare(other, node)),
            (true, false) => true,
            (false, true) => false,
            (false, false) => is_text(node) && self.is_no_name(at, pairs, names),
        }
    }

    /// True for words with a colon behind them that cannot be meant as a name.
    fn is_no_name(&self, at: usize, pairs: Pairs<'_>, names: Names<'_>) -> bool {
        let word = pairs[at].0.text.as_str();
        let small = word.to_lowercase();
        match names {
            // With every language of the site there, and none that sites have, nothing is left to be named.
            Names::Languages => {
                let has = |lang| {
                    pairs
                        .iter()
                        .any(|(key, _)| self.languages.find(&key.text) == Some(lang))
                };
                let is_code = LANGUAGES.contains(&small.as_str()) || self.languages.find(&small).is_some();
                // Behind the last language of the site stands one that it lacks, not a piece of a text.
                let is_last = !pairs[at..]
                    .iter()
                    .any(|(key, _)| self.languages.find(&key.text).is_some());
                let looks_like_one = matches!(word.split('-').next().map_or(0, str::len), 2 | 3)
                    && word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
                self.languages.all().all(has) && !is_code && !(is_last && looks_like_one)
            }
            Names::Keys(keys) => {
                let is_near = nearest(word, keys.iter().copied()).is_some();
                word.contains(' ') && !is_near && super::vietnamese_key(word).is_none()
            }
        }
    }

    /// The same words behind two commas are no key that stands twice.
    fn forget_doubles(&mut self, span: Span, words: &[&str]) {
        let line = |at: u32| self.doc.line(Span { lo: at, hi: at });
        let lines = line(span.lo)..=line(span.hi);
        let is_within = |d: &Diagnostic| d.place.as_ref().is_some_and(|place| lines.contains(&place.line));
        let is_word = |d: &Diagnostic| d.arg("key").is_some_and(|key| words.contains(&key));
        self.found
            .retain(|d| d.code != codes::yaml::DUPLICATE_KEY || !is_within(d) || !is_word(d));
    }

    /// `{ vi: Mở cửa, sáng:7 giờ, en: Open }`: a word of the text, not a name without its blank.
    fn forget_glued(&mut self, span: Span) {
        let line = |at: u32| self.doc.line(Span { lo: at, hi: at });
        let lines = line(span.lo)..=line(span.hi);
        let is_within = |d: &Diagnostic| d.place.as_ref().is_some_and(|place| lines.contains(&place.line));
        let is_whole = |d: &Diagnostic| {
            d.args
                .iter()
                .any(|(name, value)| *name == "mended" && value.starts_with('{'))
        };
        self.found
            .retain(|d| d.code != codes::yaml::SPACE_AFTER_COLON || !is_within(d) || !is_whole(d));
    }

    /// Tells each text that was torn, from its first part to its last one.
    fn tell(&mut self, node: &Node, texts: &[(usize, usize)]) {
        let pairs = node.pairs();
        for (begin, end) in texts {
            let lo = pairs[*begin].1.span.lo;
            let (last, value) = &pairs[*end];
            let hi = if self.is_bare(last, value) {
                last.span.hi
            } else {
                value.span.hi
            };
            let words: Vec<&str> = pairs[begin + 1..=*end]
                .iter()
                .map(|(key, _)| key.text.as_str())
                .collect();
            self.forget_doubles(Span { lo, hi }, &words);
            if pairs[begin + 1..=*end].iter().any(|(key, node)| is_glued(key, node)) {
                self.forget_glued(Span { lo, hi });
            }
            let typed = self.doc.text.get(lo as usize..hi as usize).unwrap_or_default();
            let whole = whole(typed);
            let hi = lo + typed.trim_end().len() as u32;
            // What else is wrong with the beginning of it says nothing.
            self.cut.push(pairs[*begin].1.span);
            self.mended.push((Span { lo, hi }, format!("\"{whole}\"")));
            let (part, span) = (pairs[begin + 1].0.text.clone(), pairs[begin + 1].0.span);
            let args = [
                ("part", part.as_str()),
                ("key", &pairs[*begin].0.text),
                ("value", &whole),
            ];
            self.report(codes::yaml::COMMA_IN_TEXT, span, &args);
        }
        if !texts.is_empty() {
            self.show_finished(node.span);
        }
    }

    /// Shows the lines of a map with all of their texts in quotes, in each answer that concerns one of these lines.
    fn show_finished(&mut self, span: Span) {
        let text = &self.doc.text;
        // A bracket of another shape is longer than the one that was read in its place.
        let lo = text.floor_char_boundary(span.lo as usize);
        let hi = text.ceil_char_boundary(span.hi as usize);
        let lo = text[..lo].rfind('\n').map_or(0, |i| i + 1);
        let hi = text[hi..].find('\n').map_or(text.len(), |i| hi + i);
        let piece = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
        let mut form = String::new();
        let mut at = lo;
        let mut mended: Vec<_> = self.mended.iter().collect();
        mended.sort_by_key(|(span, _)| span.lo);
        for (span, quoted) in mended {
            let own = span.lo as usize..span.hi as usize;
            if own.start >= at && own.end <= hi {
                form.push_str(piece(at..own.start));
                form.push_str(quoted);
                at = own.end;
            }
        }
        form.push_str(piece(at..hi));
        let form = if form.contains('\n') {
            form.trim_end()
        } else {
            form.trim()
        };
        if form.lines().count() > MOST_LINES {
            return;
        }
        let lines = self.doc.line(Span {
            lo: lo as u32,
            hi: lo as u32,
        })..=self.doc.line(Span::new(hi, hi));
        let is_own = |d: &&mut Diagnostic| {
            d.code == codes::yaml::COMMA_IN_TEXT && d.place.as_ref().is_some_and(|p| lines.contains(&p.line))
        };
        for finding in self.found.iter_mut().filter(is_own) {
            finding.args.retain(|(name, _)| *name != FORM);
            finding.args.push((FORM, form.to_string()));
        }
    }
}

fn is_text(node: &Node) -> bool {
    matches!(node.data, Data::Scalar(_))
}

/// A text as it was typed, made fit for double quotes: `3,5` must not become `3, 5`. Quotes around its beginning, and
/// curly ones around the whole, were meant to hold it together.
fn whole(typed: &str) -> String {
    let typed = typed.trim();
    let typed = typed
        .strip_prefix('“')
        .and_then(|t| t.strip_suffix('”'))
        .unwrap_or(typed);
    let mut lines = typed.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
    if let Some(sign) = lines.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        lines = lines.replacen(sign, "", 2);
    }
    lines.replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests;
