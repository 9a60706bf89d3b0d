//! `step`: one step of how something is made.
//!
//! Entry point: [`Step`]. Invariant: steps are told in order; a step says something, in a title or a text.

use super::parts::{Parts, names_of, put, put_texts};
use super::photo::Photo;
use super::{FieldType, Name};
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::{Value as Json, json};

/// One step.
pub struct Step;

impl FieldType for Step {
    fn name(&self) -> &'static str {
        "step"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một bước làm: { title: …, text: …, photo: photos/hai-bup.jpg }",
            "a step: { title: …, text: …, photo: photos/hai-bup.jpg }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, &["number", "title", "text", "photo"], reading)?;
        parts.integer("number", reading);
        parts.texts(&["title", "text"], reading);
        parts.read("photo", &Photo, reading);
        if parts.written("text").is_none() {
            parts.needs("title", "title: { vi: …, en: … }", reading);
        }
        parts.close()
    }

    fn home<'s>(&self, _word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        Home::text("text")
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = json!({});
        put(&mut shown, "number", fields.int("number").map(Json::from));
        put_texts(&mut shown, fields, &["title", "text"], showing);
        let spec = FieldSpec::new("photo", &Photo);
        let photo = fields.get("photo").and_then(|photo| Photo.show(photo, &spec, showing));
        put(&mut shown, "photo", photo);
        Some(shown)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["title"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe};

    #[test]
    fn a_step_is_shown_with_its_picture() {
        let yaml = "{ title: { vi: Hái búp }, text: { vi: Lúc sương tan, en: As the dew dries }, photo: { file: photos/hai.jpg, alt: Hái chè, credit: Đoàn xã } }";
        let shown = Probe::good(&Step, yaml).show(EN);
        assert_eq!(shown["title"], json!({ "text": "Hái búp", "lang": "vi" }));
        assert_eq!(shown["text"], json!({ "text": "As the dew dries" }));
        assert_eq!(shown["photo"]["width"], 960);
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(Probe::read(&Step, "{ number: 1 }").codes(), [369]);
        assert_eq!(Probe::read(&Step, "{ title: A, photo: a.jpg }").codes(), [397]);
        assert_eq!(Probe::read(&Step, "{ titel: A }").codes(), [306]);
    }
}
