//! `longtext`: paragraphs per language, plain text.
//!
//! Entry point: [`LongText`]. Invariant: blank lines separate paragraphs; nothing in it is markup but the end of a line of verse, `\` or two
//! spaces.

use super::FieldType;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::Text;
use serde_json::{Value as Json, json};

/// Paragraphs per language.
pub struct LongText;

/// The paragraphs of a text as templates get them: `[{text, lang?, lines?}, …]`; a line break inside one becomes a space.
/// Verse has `lines`: they are ended by hand as in the story of an entry, with `\` or two spaces.
pub fn paragraphs(text: &Text, showing: &Showing<'_>) -> Vec<Json> {
    let Some(said) = showing.languages.say(text, showing.lang) else {
        return Vec::new();
    };
    let lang = said.lang.map(|l| showing.languages.get(l).code.as_str());
    let paragraphs = said.text.split("\n\n").map(lines).filter(|lines| !lines.is_empty());
    let shown = paragraphs.map(|lines| {
        let mut shown = json!({ "text": lines.join(" ") });
        if let Some(lang) = lang {
            shown["lang"] = json!(lang);
        }
        if lines.len() > 1 {
            shown["lines"] = json!(lines);
        }
        shown
    });
    shown.collect()
}

/// What stands between ends of lines that were made by hand.
fn lines(paragraph: &str) -> Vec<String> {
    let (mut lines, mut words) = (Vec::new(), Vec::new());
    for line in paragraph.lines() {
        let ended = line.trim_end().strip_suffix('\\');
        words.extend(ended.unwrap_or(line).split_whitespace());
        if ended.is_some() || line.ends_with("  ") {
            lines.push(std::mem::take(&mut words).join(" "));
        }
    }
    lines.push(words.join(" "));
    lines.retain(|line| !line.is_empty());
    lines
}

impl FieldType for LongText {
    fn name(&self) -> &'static str {
        "longtext"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "nhiều đoạn văn theo từng ngôn ngữ, sau dấu |; đoạn cách nhau một dòng trống",
            "paragraphs per language, behind a |; a blank line between them",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        reading.text(node).map(Value::Text)
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Text(text) = value else { return None };
        let paragraphs = paragraphs(text, showing);
        (!paragraphs.is_empty()).then(|| json!({ "paragraphs": paragraphs }))
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Text(text) => {
                let text = showing.languages.plain(text, showing.lang);
                Some(text.replace("\\\n", "\n").into())
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{Probe, VI};

    #[test]
    fn lines_that_are_ended_by_hand_are_kept() {
        let probe = Probe::good(
            &LongText,
            "|\n  Gió đưa\n  cành trúc la đà,\\\n  Tiếng chuông  \n  canh gà\n\n  Văn\n  xuôi.\n",
        );
        let shown = probe.show(VI);
        assert_eq!(
            shown["paragraphs"],
            json!([
                {
                    "text": "Gió đưa cành trúc la đà, Tiếng chuông canh gà",
                    "lines": ["Gió đưa cành trúc la đà,", "Tiếng chuông", "canh gà"]
                },
                { "text": "Văn xuôi." }
            ])
        );
    }
}
