//! A list where one text is wanted, as that text.
//!
//! Entry point: [`joined`]. Invariant: all of its items are there, or nothing is shown.

use super::super::languages::Languages;
use super::super::spec::FieldSpec;
use super::{is_text, quoted};
use crate::source::yaml::Node;

/// More items are no text.
const MOST: usize = 20;

/// The lines of a field with all items of its list: a paragraph each, or one after the other in a line.
pub(super) fn joined(spec: &FieldSpec, items: &[Node], languages: &Languages) -> Option<String> {
    if items.len() > MOST {
        return None;
    }
    if items.iter().all(|item| is_text(item, languages)) {
        let texts = by_language(items)?;
        let is_long = spec.field.name() == "longtext" && texts.iter().any(|(_, words)| words.len() > 1);
        let short = |(code, words): &(&str, Vec<&str>)| format!("{code}: {}", quoted(&line(words)));
        let long = |text: &(&str, Vec<&str>)| match text {
            (code, words) if words.len() > 1 => format!("  {code}: |\n{}", paragraphs(words, 4)),
            _ => format!("  {}", short(text)),
        };
        return Some(match is_long {
            true => format!(
                "{}:\n{}",
                spec.name,
                texts.iter().map(long).collect::<Vec<_>>().join("\n")
            ),
            false => format!(
                "{}: {{ {} }}",
                spec.name,
                texts.iter().map(short).collect::<Vec<_>>().join(", ")
            ),
        });
    }
    let words: Vec<&str> = items.iter().map(word).collect::<Option<_>>()?;
    Some(match spec.field.name() {
        "longtext" => format!("{}: |\n{}", spec.name, paragraphs(&words, 2)),
        _ => format!("{}: {}", spec.name, quoted(&line(&words))),
    })
}

fn word(node: &Node) -> Option<&str> {
    node.scalar().map(str::trim).filter(|text| !text.is_empty())
}

/// What the items have of each language, in the order of the file.
fn by_language(items: &[Node]) -> Option<Vec<(&str, Vec<&str>)>> {
    let mut texts: Vec<(&str, Vec<&str>)> = Vec::new();
    for (key, node) in items.iter().flat_map(Node::pairs) {
        let word = word(node)?;
        match texts.iter_mut().find(|(code, _)| *code == key.text) {
            Some((_, words)) => words.push(word),
            None => texts.push((&key.text, vec![word])),
        }
    }
    Some(texts)
}

/// The items as paragraphs behind a `|`.
fn paragraphs(words: &[&str], indent: usize) -> String {
    let lead = " ".repeat(indent);
    let paragraph = |word: &&str| {
        let lines: Vec<String> = word.lines().map(|line| format!("{lead}{}", line.trim())).collect();
        lines.join("\n")
    };
    words.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// The items one after the other: sentences as they are, other words with `;` between them.
fn line(words: &[&str]) -> String {
    let mut whole = String::new();
    for word in words {
        let word = word.replace('\n', " ");
        let before = whole.trim_end_matches([';', ',']).len();
        whole.truncate(before);
        match whole.chars().next_back() {
            None => {}
            Some('.' | '!' | '?' | '…' | ':') => whole.push(' '),
            Some(_) => whole.push_str("; "),
        }
        whole.push_str(&word);
    }
    whole
}
