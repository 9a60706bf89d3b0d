//! `choice`: one of the kind's closed list.
//!
//! Entry point: [`ChoiceField`]. Invariant: authors write keys; a label is answered with its key.

use super::{FacetLabel, FacetValue, FieldType};
use crate::diag::codes;
use crate::schema::naming::{self, Named};
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::{Choice, FieldSpec};
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::Lang;
use serde_json::{Value as Json, json};

/// One of a closed list.
pub struct ChoiceField;

/// The key of what is none of the others, in whatever list.
const OTHER: &str = "other";

fn chosen<'s>(value: &Value, spec: &'s FieldSpec) -> Option<&'s Choice> {
    let Value::Word(word) = value else { return None };
    spec.choices.iter().find(|c| *c.key == **word)
}

/// What a page says of it. That it is only another one of something tells nobody anything: no fact, on no page.
fn said<'s>(value: &Value, spec: &'s FieldSpec) -> Option<&'s Choice> {
    chosen(value, spec).filter(|choice| choice.key != OTHER)
}

/// The keys of a kind's list with their labels.
fn named<'s>(spec: &'s FieldSpec, reading: &Reading<'_>) -> Vec<Named<'s>> {
    let label = |choice: &Choice, code: &str| {
        let lang = reading.languages.find(code).unwrap_or(Lang(0));
        reading.languages.plain(&choice.label, lang).to_string()
    };
    let of = |choice: &'s Choice| Named {
        key: &choice.key,
        labels: ["vi", "en"].map(|code| label(choice, code)),
    };
    spec.choices.iter().map(of).collect()
}

impl FieldType for ChoiceField {
    fn name(&self) -> &'static str {
        "choice"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một giá trị trong danh sách của loại mục",
            "one value of the kind's list",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        if spec.choices.iter().any(|c| c.key == word) {
            return Some(Value::Word(word.into()));
        }
        let list = named(spec, reading);
        let key = |part: &str| naming::near(part.trim().trim_matches(['“', '”', '"']), &list);
        let commas = word
            .replace([';', '/', '|', '+', '&'], ",")
            .replace(" và ", ",")
            .replace(" and ", ",");
        let several: Option<Vec<&str>> = commas.split(',').map(key).collect();
        // Words with nothing but blanks between them have to be keys, letter by letter.
        let is_key = |part: &&str| spec.choices.iter().any(|choice| choice.key == *part);
        let several = several.filter(|keys| keys.len() > 1).or_else(|| {
            let parts: Vec<&str> = word.split_whitespace().collect();
            parts.iter().all(is_key).then_some(parts)
        });
        match several.filter(|keys| spec.many && keys.len() > 1) {
            Some(keys) => {
                let mended = format!("{}: [{}]", spec.name, keys.join(", "));
                reading.report(
                    codes::fields::SEVERAL_IN_ONE,
                    node.span,
                    &[("value", word), ("mended", &mended)],
                );
            }
            None => reading.not_of(node, word, &list),
        }
        None
    }

    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let choice = said(value, spec)?;
        let mut shown = showing.say(&choice.label).unwrap_or_else(|| showing.plain(&choice.key));
        shown["key"] = json!(choice.key);
        Some(shown)
    }

    fn brief(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        self.show(value, spec, showing)
    }

    fn is_facet(&self) -> bool {
        true
    }

    fn facets(&self, value: &Value, spec: &FieldSpec) -> Vec<FacetValue> {
        let Some(choice) = chosen(value, spec) else {
            return Vec::new();
        };
        let per = choice
            .label
            .all()
            .filter_map(|(lang, label)| Some((lang?, label.to_string())))
            .collect::<Vec<_>>();
        let label = match choice.label.all().next() {
            Some((None, label)) => FacetLabel::Same(label.to_string()),
            Some(_) => FacetLabel::Per(per),
            None => FacetLabel::Same(choice.key.clone()),
        };
        vec![FacetValue {
            key: choice.key.replace('_', "-"),
            label,
        }]
    }

    fn linked_data(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let choice = said(value, spec)?;
        Some(showing.languages.plain(&choice.label, showing.lang).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{Probe, VI};

    #[test]
    fn no_page_says_that_something_is_just_another_one() {
        let choice = |key: &str, label: &str| Choice {
            key: key.to_string(),
            label: crate::text::Text::same(label.to_string()),
        };
        let spec = || FieldSpec {
            choices: vec![choice("person", "Người"), choice(OTHER, "Khác")],
            ..FieldSpec::new("named_type", &ChoiceField)
        };
        let person = Probe::by(spec(), "person");
        assert_eq!(person.brief(VI)["text"], "Người");
        assert_eq!(person.show(VI)["text"], "Người");
        let other = Probe::by(spec(), "other");
        assert_eq!(other.codes(), [0_u16; 0], "it may be written");
        assert_eq!((other.brief(VI), other.show(VI)), (Json::Null, Json::Null));
    }

    #[test]
    fn several_in_one_are_parted_only_where_there_may_be_several() {
        let read = |many: bool, written: &str| {
            let choice = |key: &str, label: &str| Choice {
                key: key.to_string(),
                label: crate::text::Text::same(label.to_string()),
            };
            let spec = FieldSpec {
                choices: vec![choice("village", "Làng"), choice("craft", "Nghề")],
                many,
                ..FieldSpec::new("types", &ChoiceField)
            };
            Probe::by(spec, written)
        };
        for written in ["\"village, craft\"", "Làng và Nghề", "village craft", "\"làng; nghề\""] {
            let several = read(true, written);
            let said = (several.codes(), several.said("mended"));
            assert_eq!(said, (vec![378], "types: [village, craft]"), "{written}");
            assert_ne!(read(false, written).codes(), [378], "{written}");
        }
        for many in [true, false] {
            let one = read(many, "Làng");
            assert_eq!((one.codes(), one.said("near")), (vec![308], "village"));
            assert_eq!(read(many, "village").codes(), [0_u16; 0]);
        }
    }
}
