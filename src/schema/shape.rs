//! The right form of a value that was written without its keys, made of the author's own words.
//!
//! Entry point: `show`. Invariant: one finding per list, and nothing in a form that nobody wrote.

mod sentences;

use super::languages::Languages;
use super::reading::Reading;
use super::spec::FieldSpec;
use crate::diag::{Diagnostic, FORM, codes};
use crate::source::yaml::{Data, Node};
use crate::text::{Lang, slug};

/// Under which name a finding with a form says which of its keys takes the key of another entry.
pub const REFERENCE: &str = "reference";

/// The most items that a message has room for.
const MOST: usize = 6;

/// Under which key of a type a bare value belongs, and how it is written there.
pub struct Home<'s> {
    /// The key.
    pub key: &'s str,
    /// How the value is written.
    pub written: Written,
    /// A line that has to stand with it, such as the channel of a shop.
    pub above: Option<String>,
}

/// How a bare value is written under its key.
pub enum Written {
    /// As a text per language.
    Text,
    /// As this.
    Line(String),
    /// As this, under a language of the site: the one that ends the name of a file, else the first.
    Recording(String),
}

impl<'s> Home<'s> {
    /// A text per language.
    pub fn text(key: &'s str) -> Option<Self> {
        Some(Self::new(key, Written::Text))
    }

    /// A line that is the same in all languages.
    pub fn line(key: &'s str, word: &str) -> Option<Self> {
        Some(Self::new(key, Written::Line(quoted(word))))
    }

    /// A number or a key word; digits that begin with a zero belong in quotes.
    pub fn code(key: &'s str, word: &str) -> Option<Self> {
        Some(Self::new(key, Written::Line(format!("\"{word}\""))))
    }

    /// A recording, which belongs to one language.
    pub fn recording(word: &str) -> Option<Self> {
        Some(Self::new("", Written::Recording(quoted(word))))
    }

    /// The same below another line.
    #[must_use]
    pub fn below(self, line: String) -> Self {
        Self {
            above: Some(line),
            ..self
        }
    }

    fn new(key: &'s str, written: Written) -> Self {
        Self {
            key,
            written,
            above: None,
        }
    }
}

/// A text as YAML has it, with quotes only where it needs some.
pub fn quoted(text: &str) -> String {
    let signs = [
        ':', '#', '{', '}', '[', ']', ',', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '?',
    ];
    if text.contains(signs) || text.starts_with('-') {
        return format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    }
    text.to_string()
}

/// What an answer shows as the right value, in Vietnamese and English: the one that was meant, else an example.
pub fn answer(meant: Option<&str>, example: (&str, &str)) -> (String, String) {
    match meant {
        Some(value) => (format!("ở đây: {value}"), format!("here: {value}")),
        None => (format!("ví dụ {}", example.0), format!("for example {}", example.1)),
    }
}

/// Puts the right form into what was found about the shape of a value since `before`; a list is told once.
pub(super) fn show(spec: &FieldSpec, node: &Node, before: usize, reading: &mut Reading<'_>) {
    let is_shape = |d: &Diagnostic| d.code == codes::fields::NEEDS_KEYS;
    if !reading.found[before..].iter().any(is_shape) {
        return;
    }
    let nodes = match &node.data {
        Data::List(items) if spec.many => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let places: Vec<_> = nodes.iter().map(|n| reading.doc.place(n.span)).collect();
    let is_own = |d: &Diagnostic| is_shape(d) && d.place.as_ref().is_some_and(|p| places.contains(p));
    let (mut index, mut told) = (0, false);
    reading.found.retain(|d| {
        index += 1;
        index <= before || !is_own(d) || !std::mem::replace(&mut told, true)
    });
    let form = form(spec, nodes, reading.languages);
    let finding = reading.found[before..].iter_mut().find(|d| is_own(d));
    if let (Some(form), Some(finding)) = (form, finding) {
        finding.args.push((FORM, form));
        // Which line is to hold a key that only the whole site knows.
        if let Some(first) = reference(spec) {
            finding.args.push((REFERENCE, first.to_string()));
        }
    }
}

/// The name of the reference that a bare value of a group stands for.
fn reference(spec: &FieldSpec) -> Option<&str> {
    let home = spec.field.home("", spec)?;
    let field = spec.fields.iter().find(|field| field.name == home.key)?;
    (field.field.name() == "ref").then_some(home.key)
}

/// The lines of a field: its name, and each value under the key where it belongs.
fn form(spec: &FieldSpec, nodes: &[Node], languages: &Languages) -> Option<String> {
    let mut lines = vec![format!("{}:", spec.name)];
    let split = |word: &'_ str| -> Vec<String> {
        let parts = word.split(", ").map(|part| part.trim().to_string());
        parts.filter(|part| !part.is_empty()).collect()
    };
    for node in nodes {
        match node.scalar() {
            // A group has no sentence of its own, so that a comma ends an item.
            Some(word) if spec.many && nodes.len() == 1 && !spec.fields.is_empty() => {
                for word in split(word) {
                    lines.push(line(spec, &word, languages)?);
                }
            }
            Some(word) if word.trim().contains('\n') => lines.extend(in_lines(spec, word, languages)?),
            Some(word) => lines.push(line(spec, word.trim(), languages)?),
            None if is_text(node, languages) => lines.push(texts(spec, node, languages)?),
            None => {}
        }
    }
    if lines.len() > MOST + 1 {
        lines.truncate(MOST + 1);
        lines.push("  …".to_string());
    }
    (lines.len() > 1).then(|| lines.join("\n"))
}

/// A text of several lines (`place: |`): lines that have keys as they are, others as one.
fn in_lines(spec: &FieldSpec, text: &str, languages: &Languages) -> Option<Vec<String>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let keyed = |line: &&str| {
        let (key, value) = line.split_once(':')?;
        let is_known = spec.field.keys().contains(&key.trim());
        is_known.then(|| format!("  {}: {}", key.trim(), value.trim()))
    };
    let with_keys: Option<Vec<String>> = lines.iter().map(keyed).collect();
    with_keys
        .filter(|_| !spec.many)
        .or_else(|| Some(vec![line(spec, &lines.join(", "), languages)?]))
}

fn lead(spec: &FieldSpec) -> &'static str {
    if spec.many { "  - " } else { "  " }
}

fn line(spec: &FieldSpec, word: &str, languages: &Languages) -> Option<String> {
    let Home { key, written, above } = spec.field.home(word, spec)?;
    let (key, value) = match written {
        Written::Text => {
            let first = &languages.get(Lang(0)).code;
            (key, format!("{{ {first}: {} }}", quoted(word)))
        }
        Written::Line(line) => (key, line),
        Written::Recording(file) => (spoken_in(word, languages), file),
    };
    let lead = lead(spec);
    let indent = format!("\n{}", " ".repeat(lead.len()));
    let rest = open_lines(spec, &[key, "id"]);
    let rest: String = rest.iter().map(|line| format!("{indent}{line}")).collect();
    // A part with a code of its own needs the word that the code is kept for.
    let has_id = spec.fields.iter().any(|field| field.name == "id" && field.required);
    let above = above.or_else(|| has_id.then(|| format!("id: {}", slug(word))));
    Some(match above {
        Some(above) => format!("{lead}{above}{indent}{key}: {value}{rest}"),
        None => format!("{lead}{key}: {value}{rest}"),
    })
}

/// Lines for what a group cannot be without, left open for somebody to fill in; without those that are there.
pub fn open_lines(group: &FieldSpec, there: &[&str]) -> Vec<String> {
    let needed = group
        .fields
        .iter()
        .filter(|field| field.required && !there.contains(&&*field.name));
    let line = |field: &FieldSpec| match field.field.name() {
        "text" | "longtext" => format!("{}: {{ vi: …, en: … }}", field.name),
        _ => format!("{}: …", field.name),
    };
    needed.map(line).collect()
}

/// The lines of a list or map as they were typed, below their key, so many blanks deep; `None` where there are many.
pub fn block(node: &Node, depth: usize, reading: &Reading<'_>) -> Option<String> {
    let text = &reading.doc.text;
    let begin = text.get(..node.span.lo as usize)?.rfind('\n')? + 1;
    let typed = text.get(begin..node.span.hi as usize)?;
    let lines: Vec<&str> = typed.lines().filter(|line| !line.trim().is_empty()).collect();
    let blanks = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let least = lines.iter().map(blanks).min()?;
    // What begins behind its key stands on the line of another one.
    if lines.len() > MOST
        || !text
            .get(begin..node.span.lo as usize)?
            .trim_start_matches(['-', ' '])
            .is_empty()
    {
        return None;
    }
    let lines = lines
        .iter()
        .map(|line| format!("\n{}{}", " ".repeat(depth), line.get(least..).unwrap_or_default()));
    Some(lines.collect())
}

/// The language that the name of a recording ends in: `audio/en.m4a`, `den-ha_en.mp3`; else the first.
fn spoken_in<'l>(file: &str, languages: &'l Languages) -> &'l str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let last = stem.rsplit(['-', '_', '.', ' ']).next().unwrap_or_default();
    let lang = languages.find(&last.to_lowercase()).unwrap_or(Lang(0));
    &languages.get(lang).code
}

/// `{ vi: …, en: … }` without the key whose text it is, or one address in it that is no text.
fn texts(spec: &FieldSpec, node: &Node, languages: &Languages) -> Option<String> {
    let said = |(key, value): &(crate::source::yaml::Key, Node)| {
        Some(format!("{}: {}", key.text, quoted(value.scalar()?.trim())))
    };
    let (_, first) = node.pairs().first()?;
    let first = first.scalar()?.trim();
    let Home { key, written, .. } = spec.field.home(first, spec)?;
    if !matches!(written, Written::Text) {
        let is_same = |(_, other): &(_, Node)| other.scalar().map(str::trim) == Some(first);
        let is_one = node.pairs().iter().all(is_same);
        return is_one.then(|| line(spec, first, languages))?;
    }
    let parts: Option<Vec<String>> = node.pairs().iter().map(said).collect();
    Some(format!("{}{key}: {{ {} }}", lead(spec), parts?.join(", ")))
}

/// A list where one value is wanted: its languages as one text, else its first value; `None` when that is no line.
pub(super) fn one_of(spec: &FieldSpec, list: &Node, reading: &Reading<'_>) -> Option<String> {
    let items = list.items();
    let typed = |node: &Node| {
        let text = reading.doc.text.get(node.span.lo as usize..node.span.hi as usize)?;
        let is_line = node.scalar().is_some() && !text.contains('\n');
        is_line.then(|| text.trim().to_string())
    };
    let is_in_brackets = reading
        .doc
        .text
        .get(list.span.lo as usize..)
        .is_some_and(|text| text.starts_with('['));
    // No item of a text may be lost.
    if items.len() > 1 && has_sentences(spec) && !is_in_brackets {
        return sentences::joined(spec, items, reading.languages);
    }
    if items.iter().all(|item| is_text(item, reading.languages)) {
        let pairs = items.iter().flat_map(Node::pairs);
        let parts: Option<Vec<String>> = pairs
            .map(|(key, value)| Some(format!("{}: {}", key.text, typed(value)?)))
            .collect();
        return Some(format!("{}: {{ {} }}", spec.name, parts?.join(", ")));
    }
    // What has parts stands under the key of one, also when brackets made a list of it.
    if spec.field.home("", spec).is_some() {
        return under_keys(spec, items, typed, reading.languages);
    }
    let words: Option<Vec<&str>> = items.iter().map(|item| item.scalar().map(str::trim)).collect();
    // A sentence between brackets, whose commas made a list of it.
    if let Some(words) = words.filter(|words| words.len() > 1 && is_in_brackets && has_sentences(spec)) {
        return Some(format!("{}: {}", spec.name, quoted(&words.join(", "))));
    }
    Some(format!("{}: {}", spec.name, typed(items.first()?)?))
}

/// A list in place of the parts of a value: their lines without the dashes, or words under the key where they belong.
fn under_keys(
    spec: &FieldSpec,
    items: &[Node],
    typed: impl Fn(&Node) -> Option<String>,
    languages: &Languages,
) -> Option<String> {
    let words: Option<Vec<&str>> = items.iter().map(|item| item.scalar().map(str::trim)).collect();
    if let Some(words) = words {
        return Some(format!("{}:\n{}", spec.name, line(spec, &words.join(", "), languages)?));
    }
    let pairs: Vec<_> = items.iter().flat_map(Node::pairs).collect();
    let is_whole = items.iter().all(|item| !item.pairs().is_empty());
    let lines: Option<Vec<String>> = pairs
        .into_iter()
        .map(|(key, value)| Some(format!("  {}: {}", key.text, typed_flow(value, &typed)?)))
        .collect();
    Some(format!("{}:\n{}", spec.name, lines.filter(|_| is_whole)?.join("\n")))
}

/// A value as one line: as it was typed, or a text per language.
fn typed_flow(node: &Node, typed: &impl Fn(&Node) -> Option<String>) -> Option<String> {
    if node.pairs().is_empty() {
        return typed(node);
    }
    let parts: Option<Vec<String>> = node
        .pairs()
        .iter()
        .map(|(key, value)| Some(format!("{}: {}", key.text, typed(value)?)))
        .collect();
    Some(format!("{{ {} }}", parts?.join(", ")))
}

/// True for a field that takes any words.
fn has_sentences(spec: &FieldSpec) -> bool {
    matches!(spec.field.name(), "text" | "longtext" | "line")
}

/// True for a map whose keys are languages, all of them.
pub(super) fn is_text(node: &Node, languages: &Languages) -> bool {
    let pairs = node.pairs();
    !pairs.is_empty() && pairs.iter().all(|(key, _)| languages.find(&key.text).is_some())
}

#[cfg(test)]
mod tests;
