//! `text`: a line per language.
//!
//! Entry point: [`TextField`]. Invariant: one line; longer texts are `longtext` or prose.

use super::{FieldType, Name};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::Value as Json;

/// A line per language; a plain string is the same in all.
pub struct TextField;

impl FieldType for TextField {
    fn name(&self) -> &'static str {
        "text"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một dòng chữ theo từng ngôn ngữ: { vi: …, en: … }",
            "a line of text per language: { vi: …, en: … }",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let text = reading.text(node)?;
        if let Some(limit) = spec.max {
            // What has a limit is a sentence; other texts may be names.
            reading.check_plain(&text, node);
            for (lang, said) in text.all() {
                let count = unicode_segmentation::UnicodeSegmentation::graphemes(said, true).count();
                if count as i64 > limit {
                    let args = [("count", &*count.to_string()), ("limit", &limit.to_string())];
                    let own = lang.and_then(|l| node.get(&reading.languages.get(l).code));
                    reading.report(codes::fields::TOO_LONG, own.unwrap_or(node).span, &args);
                }
            }
        }
        Some(Value::Text(text))
    }

    /// Sentences stand one below the other; words follow one another.
    fn component(&self, shown: &[Json]) -> &'static str {
        match shown {
            [first, _, ..] if first["text"].as_str().is_some_and(|text| text.ends_with('.')) => "sentences",
            _ => "text",
        }
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Text(text) => showing.say(text),
            _ => None,
        }
    }

    fn brief(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        self.show(value, spec, showing)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Text(text) => Some(showing.languages.plain(text, showing.lang).into()),
            _ => None,
        }
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        match value {
            Value::Text(text) => vec![Name::Text(text)],
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::Probe;
    use serde_json::json;

    #[test]
    fn what_was_left_open_is_no_text() {
        for open in ["…", "...", "\"\"", "{ vi: …, en: … }"] {
            assert_eq!(Probe::read(&TextField, open).value, None, "{open}");
        }
        assert!(Probe::read(&TextField, "… và ao").value.is_some());
    }

    #[test]
    fn what_only_says_that_a_translation_is_wanted_is_none() {
        for (typed, line) in [
            ("chưa có", "en: chưa có"),
            ("chưa dịch.", "en: chưa dịch."),
            ("todo", "en: todo"),
        ] {
            let probe = Probe::read(&TextField, &format!("{{ vi: Ngôi chùa cổ, en: {typed} }}"));
            assert_eq!(
                (probe.codes(), probe.said("todo")),
                (vec![318], &*format!("xóa «{line}»"))
            );
            let without = Probe::good(&TextField, "{ vi: Ngôi chùa cổ }");
            assert_eq!(probe.value, without.value, "{typed}");
        }
        Probe::good(&TextField, "{ vi: Chùa Cổ, en: Chua Co }");
        Probe::good(&TextField, "{ vi: Việc cần làm, en: To do }");
    }

    #[test]
    fn a_sentence_that_is_the_same_is_told_and_a_name_is_not() {
        assert_eq!(
            Probe::read(&TextField, "{ vi: Ngôi chùa cổ trên đồi., en: Ngôi chùa cổ trên đồi. }").codes(),
            [355]
        );
        for name in [
            "Chùa Bổ Đà",
            "Bùi Q.",
            "Bà Thị.",
            "Hà Nội!",
            "Ông Lý Văn Q.",
            "rue du Maréchal Joffre (1916–1945)",
            "Louis Bezacier, L’art vietnamien, Paris, 1954",
        ] {
            Probe::good(&TextField, &format!("{{ vi: \"{name}\", en: \"{name}\" }}"));
        }
    }

    #[test]
    fn a_sentence_for_all_languages_is_told_with_its_code_and_a_name_is_not() {
        let spec = |max| FieldSpec {
            max,
            ..FieldSpec::new("summary", &TextField)
        };
        let sentence = "\"Ngôi đền cổ ở cuối làng, thờ vị tướng\"";
        let probe = Probe::by(spec(Some(160)), sentence);
        let mended = "{ vi: \"Ngôi đền cổ ở cuối làng, thờ vị tướng\" }";
        assert_eq!((probe.codes(), probe.said("mended")), (vec![448], mended));
        assert_eq!(Probe::by(spec(Some(160)), mended).codes(), [0_u16; 0]);
        // What has no limit may be a name.
        assert_eq!(Probe::by(spec(None), sentence).codes(), [0_u16; 0]);
        let marks = Probe::read(&TextField, "{ vi: \"Ngôi **đền** cổ: nhỏ\", en: An old temple }");
        assert_eq!(
            (marks.codes(), marks.said("better")),
            (vec![452], "\"Ngôi đền cổ: nhỏ\"")
        );
    }

    #[test]
    fn languages_in_each_others_place_are_told() {
        let probe = Probe::read(
            &TextField,
            "{ vi: An old pagoda on the hill., en: Ngôi chùa cổ ở trên đồi. }",
        );
        assert_eq!(
            (probe.codes(), probe.said("lang"), probe.said("other_lang")),
            (vec![319], "vi", "en")
        );
        Probe::good(&TextField, "{ vi: The Art of War, en: The Art of War }");
        Probe::good(&TextField, "{ vi: Atlas of the World, en: Atlas of the world (book) }");
    }

    #[test]
    fn several_sentences_are_shown_as_such_and_words_are_not() {
        let shown = |texts: &[&str]| -> Vec<Json> { texts.iter().map(|text| json!({ "text": text })).collect() };
        let component = |texts: &[&str]| TextField.component(&shown(texts));
        assert_eq!(component(&["Khô, gói kín.", "Tránh nắng."]), "sentences");
        assert_eq!(component(&["Khô, gói kín."]), "text");
        assert_eq!(component(&["gạo", "muối"]), "text");
    }
}
