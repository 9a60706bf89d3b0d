//! Texts between brackets that their own commas tore apart: `{ vi: Đền, ao, hồ, en: Temple }`.
//!
//! Entry point: [`Reading::torn`]. Invariant: a text is told once, whole, with the finished line; what stands behind a comma
//! is taken for a piece only where the part before it is a text, and never when it names a part that is not there yet.

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
        if pairs
            .iter()
            .all(|(key, node)| self.is_bare(key, node) && !is_glued(key, node))
            && !pairs.is_empty()
        {
            if self.tell_nameless(node, names) {
                pieces.extend(0..pairs.len());
            }
            return pieces;
        }
        let mut texts: Vec<(usize, usize)> = Vec::new();
        if !pairs.is_empty() && self.is_without_colon(pairs, 0, names) {
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
            } else if self.is_without_colon(pairs, at, names) {
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

    /// `{ vi: Đền Hạ, en Ha Temple }`: the name of a part that is not there yet, and no colon.
    fn is_without_colon(&self, pairs: Pairs<'_>, at: usize, names: Names<'_>) -> bool {
        let (key, node) = &pairs[at];
        let first = key.text.split(' ').next().unwrap_or_default();
        let is_there = |(key, _): &(Key, Node)| key.text == first;
        // Two letters may begin any sentence; a language that is missing is what they stand for.
        self.is_bare(key, node) && first != key.text && self.is_name(first, names) && !pairs.iter().any(is_there)
    }

    /// Tells it with the pieces behind its commas; says which pairs that are.
    fn tell_colon(&mut self, pairs: Pairs<'_>, at: usize, names: Names<'_>) -> std::ops::Range<usize> {
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
            false => format!("{name}: {}", super::shape::quoted(rest)),
        };
        let span = Span {
            lo: key.span.lo,
            hi: last.span.hi,
        };
        self.report(codes::yaml::COLON_MISSING, span, &[("key", name), ("mended", &mended)]);
        at..end
    }

    /// `{ Đền Hạ, Ha Temple }`: brackets around words without any name. False when nothing can be said about it.
    fn tell_nameless(&mut self, node: &Node, names: Names<'_>) -> bool {
        let words: Vec<&str> = node.pairs().iter().map(|(key, _)| key.text.trim()).collect();
        let codes: Vec<String> = self
            .languages
            .all()
            .map(|l| self.languages.get(l).code.clone())
            .collect();
        if words.iter().any(|word| self.is_name(word, names)) {
            return false;
        }
        let Names::Languages = names else { return false };
        let is_marked = |word: &&str| super::untranslated::is_marked(word);
        // One part per language, the first of them Vietnamese: what each is can be seen.
        let is_plain = |word: &&&str| !is_marked(word) && word.len() >= TOLD_APART;
        let each =
            words.len() > 1 && words.len() == codes.len() && words.iter().filter(is_plain).count() == words.len() - 1;
        // `vi = Đền Hạ`, `vi - Đền Hạ`
        let named = |word: &&str| {
            let (code, text) = word.split_once([' ', '=', '-'])?;
            let text = text.trim_start_matches([' ', '=', '-', '–']);
            let is_code = self.languages.find(code).is_some() && !text.is_empty();
            is_code.then(|| format!("{code}: {}", super::shape::quoted(text)))
        };
        // What has no code behind a comma belongs to the part before it.
        let mut joined: Vec<String> = Vec::new();
        for word in &words {
            match joined.last_mut().filter(|_| named(word).is_none()) {
                Some(last) => *last = format!("{last}, {word}"),
                None => joined.push((*word).to_string()),
            }
        }
        let parts: Vec<String> = match joined.iter().map(|word| named(&word.as_str())).collect() {
            Some(parts) => parts,
            None if each && words.first().is_some_and(is_marked_word) => {
                let parts = codes.iter().zip(&words);
                parts
                    .map(|(code, word)| format!("{code}: {}", super::shape::quoted(word)))
                    .collect()
            }
            None => vec![format!("{}: {}", codes[0], super::shape::quoted(&words.join(", ")))],
        };
        let mended = format!("{{ {} }}", parts.join(", "));
        let span = Span {
            lo: node.span.lo,
            hi: node.span.hi,
        };
        self.forget_doubles(span, &words);
        self.report(codes::yaml::BRACES_WITHOUT_NAMES, span, &[("mended", &mended)]);
        true
    }

    /// The same words behind two commas are no key that stands twice.
    fn forget_doubles(&mut self, span: Span, words: &[&str]) {
        let line = |at: u32| self.doc.line(Span { lo: at, hi: at });
        let lines = line(span.lo)..=line(span.hi);
        let is_within = |d: &Diagnostic| d.place.as_ref().is_some_and(|place| lines.contains(&place.line));
        let is_word = |d: &Diagnostic| {
            d.args
                .iter()
                .any(|(name, value)| *name == "key" && words.contains(&value.as_str()))
        };
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
        let (lo, hi) = (
            text.floor_char_boundary(span.lo as usize),
            text.ceil_char_boundary(span.hi as usize),
        );
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

/// A part without Vietnamese letters is taken for another language when it is as long as this: `khu B` is not.
const TOLD_APART: usize = 8;

/// True for a text with quotes of its own around it.
fn is_quoted(text: &str) -> bool {
    let inner = ['"', '\''].into_iter().find_map(|sign| {
        let inner = text.strip_prefix(sign)?.strip_suffix(sign)?;
        (!inner.contains(sign)).then_some(inner)
    });
    inner.is_some_and(|inner| !inner.contains('\\'))
}

fn is_marked_word(word: &&str) -> bool {
    super::untranslated::is_marked(word)
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
mod tests {
    use crate::diag::FORM;
    use crate::schema::field::testing::Probe;
    use crate::schema::field::{FieldType, group, line, text};
    use crate::schema::languages::Languages;
    use crate::schema::reading::Reading;
    use crate::schema::spec::FieldSpec;
    use crate::source::document::Document;
    use crate::source::yaml;

    /// The codes and the finished lines that are shown for a value; whatever YAML finds counts too.
    fn told(field: &'static dyn FieldType, written: &str) -> Vec<(u16, String)> {
        let doc = Document::new("entry.yaml", format!("x: {written}\n"));
        let languages = Languages::vi_en();
        let (node, found) = yaml::read(&doc);
        let mut reading = Reading::new(&doc, &languages, crate::schema::field::testing::today());
        reading.found = found;
        let mut spec = FieldSpec::new("x", field);
        spec.fields = vec![
            FieldSpec::new("number", &line::Line),
            FieldSpec::new("by", &text::TextField),
        ];
        spec.read(node.get("x").unwrap(), &mut reading);
        let shown = |d: &crate::diag::Diagnostic| {
            let arg = |wanted: &str| {
                d.args
                    .iter()
                    .find(|(name, _)| *name == wanted)
                    .map(|(_, value)| value.clone())
            };
            (d.code.number, arg(FORM).or_else(|| arg("mended")).unwrap_or_default())
        };
        reading.found.iter().map(shown).collect()
    }

    #[test]
    fn a_text_that_commas_tore_is_shown_in_quotes_on_the_finished_line() {
        for (written, finished) in [
            ("{vi: Đền, ao, hồ, en: Temple}", "x: {vi: \"Đền, ao, hồ\", en: Temple}"),
            ("{ vi: Đền, ao: hồ, en: A }", "x: { vi: \"Đền, ao: hồ\", en: A }"),
            (
                "{ vi: Đền, ao (cũ: 5 m), en: A }",
                "x: { vi: \"Đền, ao (cũ: 5 m)\", en: A }",
            ),
            ("{ vi: Nhà, vi, en: A }", "x: { vi: \"Nhà, vi\", en: A }"),
            ("{ vi: Đền, en, no, en: A }", "x: { vi: \"Đền, en, no\", en: A }"),
            ("{ vi: \"Đền\", ha, en: A }", "x: { vi: \"Đền, ha\", en: A }"),
            ("{ vi: Đền, en: A, lo, de }", "x: { vi: Đền, en: \"A, lo, de\" }"),
            ("{ vi: Đền,\n    ao, en: A }", "x: { vi: \"Đền, ao\", en: A }"),
        ] {
            assert_eq!(
                told(&text::TextField, written),
                [(231, finished.to_string())],
                "{written}"
            );
            let value = finished.strip_prefix("x: ").unwrap();
            assert_eq!(told(&text::TextField, value), []);
        }
    }

    #[test]
    fn a_name_without_its_blank_is_told_once_with_the_whole() {
        let one = |code: u16, finished: &str| vec![(code, finished.to_string())];
        for (written, wanted) in [
            ("{vi: Chùa, en:Bo Da}", one(211, "{ vi: Chùa, en: Bo Da }")),
            (
                "{vi: Chùa, Bổ Đà, en:Bo Da, old}",
                one(211, "{ vi: \"Chùa, Bổ Đà\", en: \"Bo Da, old\" }"),
            ),
            (
                "{ vi: Mở cửa, sang:7, en: Open }",
                one(231, "x: { vi: \"Mở cửa, sang:7\", en: Open }"),
            ),
            ("{ vi: Chùa, en \"Old\" }", one(243, "en: \"Old\"")),
        ] {
            assert_eq!(told(&text::TextField, written), wanted, "{written}");
        }
        let group = told(&group::Group, "{ number: 0912345678, by:A }");
        assert_eq!(group, one(211, "{ number: 0912345678, by: A }"));
        let both = "x: { vi: \"Đền, ao\", en: \"A, b\" }".to_string();
        let found = told(&text::TextField, "{ vi: Đền, ao, en: A, b }");
        assert_eq!(found, [(231, both.clone()), (231, both)]);
    }

    #[test]
    fn what_names_a_part_is_no_piece_of_a_text() {
        let codes = |written| {
            told(&text::TextField, written)
                .into_iter()
                .map(|(code, _)| code)
                .collect::<Vec<_>>()
        };
        assert_eq!(codes("{ vi: Đền, fr: Temple, en: A }"), [304]);
        assert_eq!(codes("{ vi: Đền, eng: A }"), [304]);
        assert_eq!(codes("{ vi: Đền, en: A, en: B }"), [203]);
        assert_eq!(codes("\n  vi: Đền\n  en: A\n  ao: b"), [304]);
        assert_eq!(
            told(&text::TextField, "{ vi: Đền, en Temple, A }"),
            [(243, "en: \"Temple, A\"".to_string()),]
        );
    }

    #[test]
    fn brackets_without_any_name_are_answered_with_the_languages() {
        let mended = |written| told(&text::TextField, written);
        assert_eq!(
            mended("{ Đền, ao, ao }"),
            [(242, "{ vi: \"Đền, ao, ao\" }".to_string())]
        );
        let each = [(242, "{ vi: Đền, en: Temple }".to_string())];
        assert_eq!(mended("{ vi = Đền, en = Temple }"), each);
        assert_eq!(
            mended("{ Đền Hạ, Ha Temple }"),
            [(242, "{ vi: Đền Hạ, en: Ha Temple }".to_string())]
        );
    }

    #[test]
    fn the_parts_of_a_group_may_be_torn_too() {
        let group = |written| told(&group::Group, written);
        let finished = "x: { number: \"1/QĐ, cũ\", by: \"UBND, xã A\" }".to_string();
        let found = group("{ number: 1/QĐ, cũ, by: UBND, xã A }");
        assert_eq!(found, [(231, finished.clone()), (231, finished)]);
        assert_eq!(group("{ number: 1, by Ủy ban }"), [(243, "by: Ủy ban".to_string())]);
        let codes: Vec<u16> = group("{ number: 1, nguoi: A }")
            .into_iter()
            .map(|(code, _)| code)
            .collect();
        assert_eq!(codes, [307]);
    }

    #[test]
    fn languages_within_quotes_are_taken_out_of_them() {
        let wanted = [(234, "{ vi: Đền, en: Temple }".to_string())];
        for written in [
            "\"vi: Đền, en: Temple\"",
            "'{ vi: Đền, en: Temple }'",
            "\"vi: Đền; en: Temple\"",
        ] {
            assert_eq!(told(&text::TextField, written), wanted, "{written}");
        }
        assert_eq!(told(&text::TextField, "\"Năm: 1880, en: x\""), []);
    }

    #[test]
    fn hours_and_coordinates_that_commas_tore_are_told_once() {
        let found = told(&text::TextField, "{ vi: 7:00, 17:00, en: 7:00 }");
        assert_eq!(found, [(231, "x: { vi: \"7:00, 17:00\", en: 7:00 }".to_string())]);
        let group = told(
            &crate::schema::field::place::Place,
            "{ ward: \"07798\", address: A, at: 21.27,106.02 }",
        );
        let finished = "x: { ward: \"07798\", address: A, at: \"21.27,106.02\" }".to_string();
        assert_eq!(group, [(231, finished)]);
    }

    #[test]
    fn a_sentence_in_square_brackets_is_one_text() {
        let probe = Probe::read(&text::TextField, "[Đền, ao, hồ]");
        assert_eq!((probe.codes(), probe.said(FORM)), (vec![301], "x: \"Đền, ao, hồ\""));
    }
}
