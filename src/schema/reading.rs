//! Reading nodes as values, with findings.
//!
//! Entry point: [`Reading`]. Invariant: reading goes on after a mistake; every mistake is reported once, at the place
//! where it was typed, with what to type instead.

mod written;

use crate::diag::{Area, Code, Diagnostic, Diagnostics, FORM, Severity, Span, codes};
use crate::schema::languages::Languages;
use crate::schema::naming::{self, Named};
use crate::schema::torn::Names;
use crate::schema::{numbers, shape, untranslated};
use crate::source::document::Document;
use crate::source::yaml::{Data, Key, Node, is_left_open};
use crate::text::{Date, Text, nearest};
use std::collections::BTreeSet;

/// What readers of nodes share: the document, the languages, the day, and the findings so far.
pub struct Reading<'a> {
    /// The document that the nodes belong to.
    pub doc: &'a Document,
    /// The site's languages.
    pub languages: &'a Languages,
    /// The day of the build (UTC+7); an input of checks such as "in the future" and "lapsed".
    pub today: Date,
    /// What was found.
    pub found: Diagnostics,
    /// True when the kind of an entry could not be read as a whole: keys that it does not know may be its own.
    pub is_lenient: bool,
    /// Values of which the file holds the beginning only; what else is wrong with them says nothing.
    pub(super) cut: Vec<Span>,
    /// Texts that commas tore apart, as they should be.
    pub(super) mended: Vec<(Span, String)>,
}

impl<'a> Reading<'a> {
    /// A reading without findings yet.
    pub fn new(doc: &'a Document, languages: &'a Languages, today: Date) -> Self {
        Self {
            doc,
            languages,
            today,
            found: Vec::new(),
            is_lenient: false,
            cut: Vec::new(),
            mended: Vec::new(),
        }
    }

    /// Reports a finding at a span, with values for its wording.
    pub fn report(&mut self, code: &'static Code, span: Span, args: &[(&'static str, &str)]) {
        if self.cut.contains(&span) {
            return;
        }
        self.found.push(self.doc.found(code, span).with_all(args));
    }

    /// Adds a finding made elsewhere.
    pub fn add(&mut self, found: Diagnostic) {
        self.found.push(found);
    }

    /// True when a key may stand in the file without being read: a syntax error took it along, and has been told. What
    /// a file lacks that breaks off within a text or a bracket may have stood behind its end.
    pub fn is_lost(&self, key: &str) -> bool {
        let end = self.doc.text.trim_end().lines().count() as u32;
        let is_open = |d: &Diagnostic| {
            let open = [codes::yaml::UNCLOSED_BRACKET, codes::yaml::UNCLOSED_QUOTE];
            open.contains(&d.code) && d.place.as_ref().is_some_and(|place| place.line == end)
        };
        let mut syntax = self.found.iter().filter(|d| is_syntax(d)).peekable();
        syntax.peek().is_some() && (self.doc.text.contains(key) || syntax.any(is_open))
    }

    /// True when something in a value could not be read, or a line of it.
    pub fn is_torn_apart(&self, node: &Node) -> bool {
        let line = |at| self.doc.line(Span { lo: at, hi: at });
        let lines: Vec<u32> = self
            .found
            .iter()
            .filter(|d| is_syntax(d))
            .filter_map(|d| Some(d.place.as_ref()?.line))
            .collect();
        if node.is_unread() || lines.is_empty() {
            return node.is_unread();
        }
        let within = line(node.span.lo)..=line(node.span.hi);
        lines.iter().any(|line| within.contains(line))
    }

    /// One line of text that is the same in all languages.
    pub fn word<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.data {
            Data::Scalar(text) => Some(text.trim()).filter(|t| !t.is_empty()),
            Data::Empty | Data::Unread => None,
            Data::List(_) | Data::Map(_) => {
                self.report(codes::fields::ONE_VALUE, node.span, &[]);
                None
            }
        }
    }

    /// Every word of a list; a single one counts as a list of one.
    pub fn words(&mut self, node: &Node) -> Vec<String> {
        let words = node.items().iter().filter_map(|item| self.word(item));
        words.map(str::to_string).collect()
    }

    /// A whole number; digits may be grouped in threes by dots or spaces as people write them.
    pub fn integer(&mut self, node: &Node) -> Option<i64> {
        self.integer_like(node, 18)
    }

    /// The same, answered with an example that fits.
    pub fn integer_like(&mut self, node: &Node, example: i64) -> Option<i64> {
        let word = self.word(node)?;
        let number = numbers::integer(word);
        if number.is_none() {
            self.not_an_integer(node, word, numbers::whole(word).as_deref(), example);
        }
        number
    }

    /// Reports a long number that a spreadsheet made short: `8,93E+12`.
    pub fn has_lost_digits(&mut self, node: &Node, word: &str) -> bool {
        let is_lost = numbers::is_short_form(word);
        if is_lost {
            self.report(codes::fields::DIGITS_LOST, node.span, &[("value", word)]);
        }
        is_lost
    }

    /// `{ gtin: 8,93E+12 }`: the comma parts a shortened number, so that its end looks like a key. Told once, whole.
    fn is_end_of_number(&mut self, pairs: &[(Key, Node)], at: usize) -> bool {
        let (end, nothing) = &pairs[at];
        let Some((_, begin)) = at.checked_sub(1).and_then(|before| pairs.get(before)) else {
            return false;
        };
        let whole = format!("{},{}", begin.scalar().unwrap_or_default().trim(), end.text);
        if !nothing.is_empty() || !numbers::is_short_form(&whole) {
            return false;
        }
        let span = Span {
            lo: begin.span.lo,
            hi: end.span.hi,
        };
        self.report(codes::fields::DIGITS_LOST, span, &[("value", &whole)]);
        self.cut.push(begin.span);
        true
    }

    /// Reports words where a whole number is wanted, with the number that is meant.
    pub fn not_an_integer(&mut self, node: &Node, word: &str, meant: Option<&str>, example: i64) {
        let example = example.to_string();
        let (vi, en) = match numbers::around(word).filter(|_| meant.is_none()) {
            Some((below, above)) => (
                format!("không có phần lẻ: {below} hoặc {above}"),
                format!("without decimals: {below} or {above}"),
            ),
            None => shape::answer(meant, (&example, &example)),
        };
        let args = [("value", word), ("example", &*vi), ("example_en", &*en)];
        self.report(codes::fields::NOT_AN_INTEGER, node.span, &args);
    }

    /// Yes or no: `true`, `false`, `có`, `không`, `yes`, `no`.
    pub fn yes_no(&mut self, node: &Node) -> Option<bool> {
        let word = self.word(node)?;
        match word.to_lowercase().as_str() {
            "true" | "có" | "co" | "yes" => Some(true),
            "false" | "không" | "khong" | "no" => Some(false),
            _ => {
                self.report(codes::fields::NOT_YES_NO, node.span, &[("value", word)]);
                None
            }
        }
    }

    /// A text per language: `{ vi: …, en: … }`, or plain for "the same in all languages".
    pub fn text(&mut self, node: &Node) -> Option<Text> {
        let text = match &node.data {
            Data::Empty | Data::Unread => return None,
            Data::Scalar(text) => {
                if let Some(mended) = self.languages_in(text) {
                    self.report(codes::yaml::FORGOTTEN_BRACES, node.span, &[("mended", &mended)]);
                    return None;
                }
                Text::same(written(text).to_string())
            }
            Data::List(_) => {
                self.report(codes::fields::ONE_VALUE, node.span, &[]);
                return None;
            }
            Data::Map(pairs) => {
                let torn = self.torn(node, Names::Languages);
                Text::per(self.texts(pairs, &torn))
            }
        };
        // One language that could not be read spoils the text: what it lacks is told already.
        if node.is_unread() {
            return None;
        }
        self.check_written(&text, node);
        (!text.is_empty()).then_some(text)
    }

    fn texts(&mut self, pairs: &[(Key, Node)], torn: &BTreeSet<usize>) -> Vec<(crate::text::Lang, String)> {
        let mut texts: Vec<(crate::text::Lang, String)> = Vec::new();
        for (at, (key, node)) in pairs.iter().enumerate() {
            if torn.contains(&at) {
                continue;
            }
            let Some(lang) = self.languages.find(&key.text) else {
                if is_glued(key, node) {
                    continue;
                }
                // Built-in kinds speak more languages than a site may have.
                if self.doc.file.starts_with(crate::kinds::FOLDER) {
                    continue;
                }
                let list: Vec<_> = self
                    .languages
                    .all()
                    .map(|l| self.languages.get(l).code.clone())
                    .collect();
                let mut args = vec![("key", key.text.clone()), ("known", list.join(", "))];
                if let (Some(meant), Some(text)) = (self.languages.meant(&key.text.to_lowercase()), node.scalar()) {
                    let code = &self.languages.get(meant).code;
                    args.push((FORM, format!("{code}: {}", shape::quoted(text))));
                }
                let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                self.report(codes::fields::NOT_A_LANGUAGE, key.span, &args);
                continue;
            };
            match &node.data {
                Data::Empty | Data::Unread => {}
                Data::Scalar(text) if lang.0 > 0 && untranslated::is_reminder(text) => {
                    let line = format!("{}: {}", key.text, text.trim());
                    let (vi, en) = (format!("xóa «{line}»"), format!("delete «{line}»"));
                    let args = [("value", text.trim()), ("todo", &*vi), ("todo_en", &*en)];
                    self.report(codes::facts::NO_TRANSLATION, node.span, &args);
                }
                Data::Scalar(text) => texts.push((lang, written(text).to_string())),
                Data::List(_) | Data::Map(_) => self.report(codes::fields::ONE_VALUE, node.span, &[]),
            }
        }
        texts
    }

    /// A map whose keys are all known: reports the others, with the nearest known one.
    pub fn map<'n>(&mut self, node: &'n Node, known: &[&str]) -> Option<&'n [(Key, Node)]> {
        match &node.data {
            // A text without the key that it belongs under.
            Data::Map(_) if super::shape::is_text(node, self.languages) => {
                self.report(codes::fields::NEEDS_KEYS, node.span, &[("known", &known.join(", "))]);
                None
            }
            Data::Map(pairs) => {
                let before = self.cut.len();
                let ends: BTreeSet<usize> = (0..pairs.len())
                    .filter(|at| self.is_end_of_number(pairs, *at))
                    .collect();
                // One mistake after the other: the rest of such a line says nothing yet.
                let torn = match self.cut.len() > before {
                    true => BTreeSet::new(),
                    false => self.torn(node, Names::Keys(known)),
                };
                for (at, (key, value)) in pairs.iter().enumerate() {
                    let is_strange = !known.contains(&key.text.as_str()) && !is_glued(key, value);
                    if is_strange && !ends.contains(&at) && !torn.contains(&at) {
                        self.unknown_key(key, known);
                    }
                }
                Some(pairs)
            }
            Data::Empty | Data::Unread => None,
            Data::Scalar(_) | Data::List(_) => {
                self.report(codes::fields::NEEDS_KEYS, node.span, &[("known", &known.join(", "))]);
                None
            }
        }
    }

    /// Reports a key that nobody knows, with the nearest known one.
    pub fn unknown_key(&mut self, key: &Key, known: &[&str]) {
        if self.is_lenient {
            return;
        }
        let typed = crate::schema::vietnamese_key(&key.text);
        let near = typed
            .filter(|k| known.contains(k))
            .or_else(|| nearest(&key.text, known.iter().copied()));
        match near {
            Some(near) => {
                self.report(
                    codes::fields::UNKNOWN_KEY_NEAR,
                    key.span,
                    &[("key", &key.text), ("near", near)],
                );
            }
            None => {
                let known = known.join(", ");
                self.report(
                    codes::fields::UNKNOWN_KEY,
                    key.span,
                    &[("key", &key.text), ("known", &known)],
                );
            }
        }
    }

    /// One of a closed list of keys.
    pub fn choice<'k>(&mut self, node: &Node, known: &[&'k str]) -> Option<&'k str> {
        self.choice_of(node, "", known)
    }

    /// One of the closed list of a part; its labels lead to the key in the answer only, and are never accepted.
    pub fn choice_of<'k>(&mut self, node: &Node, part: &str, known: &[&'k str]) -> Option<&'k str> {
        let word = self.word(node)?;
        if let Some(found) = known.iter().find(|k| **k == word) {
            return Some(found);
        }
        self.not_of(node, word, &naming::named(part, known));
        None
    }

    /// Reports a value outside a closed list whose keys have labels.
    pub(super) fn not_of(&mut self, node: &Node, word: &str, list: &[Named<'_>]) {
        if let Some(near) = naming::near(word, list) {
            return self.not_a_choice(node, word, &[], Some(near));
        }
        let holding = naming::holding(word, list);
        let [vi, en] = match holding.is_empty() {
            true => naming::said(list.iter()),
            false => naming::said(holding.into_iter()),
        };
        let args = [("value", word), ("known", &vi), ("known_en", &en)];
        self.report(codes::fields::UNKNOWN_VALUE, node.span, &args);
    }

    /// Reports a value outside a closed list.
    pub fn not_a_choice(&mut self, node: &Node, word: &str, known: &[&str], near: Option<&str>) {
        match near {
            Some(near) => {
                self.report(
                    codes::fields::UNKNOWN_VALUE_NEAR,
                    node.span,
                    &[("value", word), ("near", near)],
                );
            }
            None => {
                let known = known.join(", ");
                self.report(
                    codes::fields::UNKNOWN_VALUE,
                    node.span,
                    &[("value", word), ("known", &known)],
                );
            }
        }
    }
}

/// A text without the space around it. What forms leave open (`…`) and nobody filled in is no text.
fn written(text: &str) -> &str {
    if is_left_open(text) { "" } else { text.trim() }
}

fn is_syntax(finding: &Diagnostic) -> bool {
    finding.code.area() == Area::Yaml && finding.code.draft == Severity::Error
}

/// `vi:Đình` without a blank behind the colon: told when the file was read.
pub(super) fn is_glued(key: &Key, value: &Node) -> bool {
    let (name, rest) = key.text.split_once(':').unwrap_or_default();
    let is_word = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    // An hour is no name.
    let is_word = is_word && !name.starts_with(|c: char| c.is_ascii_digit());
    is_word && (value.is_empty() && !rest.is_empty() || rest.starts_with(['{', '[']))
}
