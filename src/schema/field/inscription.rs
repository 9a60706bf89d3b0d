//! `inscription`: a text on stone, wood or bronze: as it stands, in Latin letters, translated.
//!
//! Entry point: [`Inscription`]. Invariant: original and transcription are not translated by the site; they stand as
//! the author gives them.

use super::line::Line;
use super::longtext::paragraphs;
use super::parts::{Parts, names_of, put};
use super::{FieldType, Name};
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::schema::words::labels;
use crate::source::yaml::Node;
use crate::text::{nfc, slug};
use serde_json::{Value as Json, json};

/// A text on stone, wood or bronze.
pub struct Inscription;

/// The name of a script in the page's language; `None` for one that is not known by just this name: «Hàn» is not «Hán».
fn script(name: &str, showing: &Showing<'_>) -> Option<String> {
    let plain = slug(name);
    let key = format!("script.{plain}");
    let word = showing.world.word(&key);
    let typed = nfc(name).to_lowercase();
    let (vi, en) = labels(&key).unwrap_or_default();
    let is_one = [&plain, &word, &vi, &en]
        .iter()
        .any(|known| known.to_lowercase() == typed);
    (is_one && word != key).then_some(word)
}

const TEXTS: &[&str] = &["original", "transcription", "translation", "note"];

impl FieldType for Inscription {
    fn name(&self) -> &'static str {
        "inscription"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "văn bia: { languages: [Hán], original: |…, transcription: |…, translation: {…} }",
            "an inscription: { languages: [Hán], original: |…, transcription: |…, translation: {…} }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let known = ["languages", "original", "transcription", "translation", "note"];
        let mut parts = Parts::open(node, &known, reading)?;
        parts.list("languages", &Line, reading);
        parts.texts(TEXTS, reading);
        parts.close()
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        let is_han =
            |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
        match word.contains(is_han) {
            true => Home::line("original", word),
            false => Home::text("note"),
        }
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let languages = fields.items("languages").iter().filter_map(|language| match language {
            Value::Word(name) => Some(showing.plain(script(name, showing).unwrap_or_else(|| name.to_string()))),
            _ => None,
        });
        let mut shown = json!({ "languages": languages.collect::<Vec<_>>() });
        for name in TEXTS {
            let said = fields
                .text(name)
                .map(|text| json!({ "paragraphs": paragraphs(text, showing) }));
            put(&mut shown, name, said);
        }
        Some(shown)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["transcription"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str =
        "\n  languages: [Hán, Nôm]\n  original: |\n    福壽\n\n    康寧\n  translation: { vi: Phúc lành }";

    #[test]
    fn an_inscription_is_shown_in_paragraphs() {
        let probe = Probe::good(&Inscription, GOOD);
        let shown = probe.show(EN);
        assert_eq!(
            shown["languages"],
            json!([{ "text": "Classical Chinese" }, { "text": "Vietnamese in Nôm characters" }])
        );
        assert_eq!(
            shown["original"]["paragraphs"],
            json!([{ "text": "福壽" }, { "text": "康寧" }])
        );
        assert_eq!(
            shown["translation"]["paragraphs"],
            json!([{ "text": "Phúc lành", "lang": "vi" }])
        );
        assert_eq!(
            probe.show(VI)["translation"]["paragraphs"],
            json!([{ "text": "Phúc lành" }])
        );
        assert_eq!(shown.get("note"), None);
    }

    #[test]
    fn one_language_is_a_list_of_one_and_slips_are_told() {
        assert_eq!(
            Probe::good(&Inscription, "{ languages: Cham }").show(VI)["languages"][0]["text"],
            "Chăm"
        );
        let other = Probe::good(&Inscription, "{ languages: chữ Phạn }");
        assert_eq!(other.show(EN)["languages"][0]["text"], "chữ Phạn", "as it was written");
        let korean = Probe::good(&Inscription, "{ languages: [Hàn, hán] }").show(EN);
        let named = json!([{ "text": "Hàn" }, { "text": "Classical Chinese" }]);
        assert_eq!(korean["languages"], named, "tone marks tell them apart");
        assert_eq!(Probe::read(&Inscription, "{ langauges: [Hán] }").codes(), [306]);
    }
}
