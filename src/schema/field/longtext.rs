//! `longtext`: paragraphs per language, plain text.
//!
//! Entry point: [`LongText`]. Invariant: blank lines separate paragraphs; nothing in it is markup but the end of a line of verse, `\` or two
//! spaces, and the signs that lines of a list begin with, which are shown as they are.

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

/// What stands between ends of lines that were made by hand, and the items of a list.
fn lines(paragraph: &str) -> Vec<String> {
    let (mut lines, mut words) = (Vec::new(), Vec::new());
    let begins: Vec<Option<Begin>> = paragraph.lines().map(begin).collect();
    for (at, line) in paragraph.lines().enumerate() {
        // One line may begin so by chance, where a long one was broken.
        let is_item = begins[at].is_some() && begins.iter().filter(|begin| **begin == begins[at]).count() > 1;
        if is_item {
            lines.push(std::mem::take(&mut words).join(" "));
        }
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

/// What the line of a list begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begin {
    Dash,
    Number,
    Letter,
}

fn begin(line: &str) -> Option<Begin> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let is_free = |rest: &str| rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    match first {
        '-' => (is_free(rest) || rest.starts_with(char::is_alphabetic)).then_some(Begin::Dash),
        '–' | '—' | '*' | '+' => is_free(rest).then_some(Begin::Dash),
        '•' | '●' | '▪' | '◦' | '‣' | '\u{f0b7}' => Some(Begin::Dash),
        '0'..='9' => {
            let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let is_short = line.len() - behind.len() <= 2;
            let words = behind.strip_prefix(['.', ')', '/'])?;
            (is_short && (is_free(words) || words.starts_with(char::is_alphabetic))).then_some(Begin::Number)
        }
        _ => is_free(rest.strip_prefix([')', '.'])?)
            .then_some(Begin::Letter)
            .filter(|_| first.is_alphabetic()),
    }
}

impl FieldType for LongText {
    fn name(&self) -> &'static str {
        "longtext"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "nhiều đoạn văn theo từng ngôn ngữ, sau dấu |; các đoạn cách nhau một dòng trống",
            "paragraphs per language, after a |, with an empty line between them",
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

    #[test]
    fn the_lines_of_a_list_are_kept() {
        let shown = |text: &str| {
            let lines: Vec<String> = text.lines().map(|line| format!("  {line}\n")).collect();
            Probe::good(&LongText, &format!("|\n{}", lines.concat())).show(VI)["paragraphs"].clone()
        };
        for (typed, lines) in [
            ("- Không hút\n- Không xả rác", &["- Không hút", "- Không xả rác"][..]),
            (
                "Quy định:\n-Không hút\n-Không xả",
                &["Quy định:", "-Không hút", "-Không xả"],
            ),
            ("1. Một\nvà một\n2. Hai", &["1. Một và một", "2. Hai"]),
            ("1/ Một\n2/ Hai", &["1/ Một", "2/ Hai"]),
            ("a) Một\nđ) Hai", &["a) Một", "đ) Hai"]),
            ("– Chào bác!\n– Chào cháu!", &["– Chào bác!", "– Chào cháu!"]),
        ] {
            assert_eq!(shown(typed)[0]["lines"], json!(lines), "{typed}");
        }
        for typed in [
            "Chùa Bổ Đà\n- ngôi chùa cổ",
            "Từ ngày\n1. tháng Giêng",
            "rẻ hơn\n1.500 đồng\n2.500 đồng",
        ] {
            assert_eq!(shown(typed)[0].get("lines"), None, "{typed}");
        }
    }
}
