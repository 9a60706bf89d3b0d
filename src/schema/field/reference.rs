//! `ref`: another entry, by key.
//!
//! Entry point: [`Ref`]. Invariant: only the form is checked here; whether the entry exists is a question to the site.

use super::{FacetLabel, FacetValue, FieldType};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Reference, Value};
use crate::source::yaml::Node;
use crate::text::is_slug;
use serde_json::{Value as Json, json};

/// Another entry.
pub struct Ref;

/// Reads `folder/slug` with an optional `#part`.
pub fn parse(word: &str, span: crate::diag::Span) -> Option<Reference> {
    let (key, fragment) = word
        .split_once('#')
        .map_or((word, None), |(key, part)| (key, Some(part)));
    let key = key.trim_matches('/');
    let (folder, slug) = key.split_once('/')?;
    (is_slug(folder) && is_slug(slug)).then(|| Reference {
        key: key.into(),
        fragment: fragment.map(Into::into),
        span,
    })
}

/// The key in a path as other programs write it: `content\relics\chua-ca\entry.yaml` → `relics/chua-ca`.
fn meant(word: &str) -> Option<String> {
    let path = word.trim().replace('\\', "/");
    let path = path.split_once("content/").map_or(path.as_str(), |(_, rest)| rest);
    let path = path.trim_start_matches(['.', '/']).trim_end_matches('/');
    let path = path
        .rsplit_once('/')
        .filter(|(_, file)| file.ends_with(".yaml") || file.ends_with(".md"))
        .map_or(path, |(folder, _)| folder);
    parse(path, crate::diag::Span::default()).map(|_| path.to_string())
}

/// Reports what is no key: with the key that is meant, the list that is meant, or the form of a kind that is wanted.
fn not_a_key(node: &Node, word: &str, spec: &FieldSpec, reading: &mut Reading<'_>) {
    let keys: Option<Vec<String>> = word.split(',').map(meant).collect();
    if let Some(keys) = keys.filter(|keys| spec.many && keys.len() > 1) {
        let mended = format!("{}: [{}]", spec.name, keys.join(", "));
        let args = [("value", word), ("mended", &mended)];
        return reading.report(codes::fields::SEVERAL_IN_ONE, node.span, &args);
    }
    let example = match spec.to.first().map(String::as_str) {
        None | Some("relic") => "relics/chua-bo-da".to_string(),
        // Folders of the built-in kinds are their plurals.
        Some(kind) => format!("{kind}s/…"),
    };
    let (vi, en) = shape::answer(meant(word).as_deref(), (&example, &example));
    let args = [("value", word), ("example", &vi), ("example_en", &en)];
    reading.report(codes::fields::NOT_A_KEY, node.span, &args);
}

impl FieldType for Ref {
    fn name(&self) -> &'static str {
        "ref"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "khóa của một mục khác, ví dụ relics/chua-bo-da",
            "the key of another entry, for example relics/chua-bo-da",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        let reference = parse(word, node.span);
        if reference.is_none() {
            not_a_key(node, word, spec, reading);
        }
        reference.map(|reference| Value::Ref(Box::new(reference)))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Ref(reference) = value else { return None };
        let link = showing.world.entry(reference)?;
        let mut shown = showing.say(&link.title)?;
        shown["path"] = json!(link.path);
        shown["kind"] = json!(link.kind);
        shown["key"] = json!(reference.key);
        Some(shown)
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Ref(reference) = value else { return None };
        showing.say(&showing.world.entry(reference)?.title)
    }

    fn is_facet(&self) -> bool {
        true
    }

    fn facets(&self, value: &Value, _spec: &FieldSpec) -> Vec<FacetValue> {
        match value {
            Value::Ref(reference) => vec![FacetValue {
                key: reference.key.replace('/', "-"),
                label: FacetLabel::Entry(reference.key.to_string()),
            }],
            _ => Vec::new(),
        }
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let Value::Ref(reference) = value else { return None };
        let link = showing.world.entry(reference)?;
        let url = showing.world.absolute(&link.path);
        Some(json!({ "@type": "Thing", "name": showing.languages.plain(&link.title, showing.lang), "url": url }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::Probe;

    #[test]
    fn a_path_is_answered_with_its_key() {
        for typed in [
            "relics\\chua-ca",
            "content/relics/chua-ca",
            "./relics/chua-ca/entry.yaml",
            "D:\\trang\\content\\relics\\chua-ca",
        ] {
            let probe = Probe::read(&Ref, typed);
            assert_eq!(
                (probe.codes(), probe.said("example")),
                (vec![314], "ở đây: relics/chua-ca")
            );
        }
        assert!(Probe::good(&Ref, "/relics/chua-ca/").value.is_some());
    }

    #[test]
    fn an_example_is_of_the_kind_that_is_wanted() {
        let spec = |many| FieldSpec {
            to: vec!["producer".to_string()],
            many,
            ..FieldSpec::new("x", &Ref)
        };
        let probe = Probe::by(spec(false), "HTX Tân An");
        assert_eq!((probe.codes(), probe.said("example")), (vec![314], "ví dụ producers/…"));
        let several = Probe::by(spec(true), "producers/a, producers/b");
        assert_eq!(several.said("mended"), "x: [producers/a, producers/b]");
    }
}
