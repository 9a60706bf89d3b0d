//! What the built-in kinds say about themselves is true.
//!
//! Entry point: the tests. Invariant: an example in a help text is a value that passes.

use crate::diag::codes;
use crate::schema::kind::Kinds;
use crate::schema::languages::Languages;
use crate::schema::reading::Reading;
use crate::schema::spec::FieldSpec;
use crate::source::document::Document;
use crate::source::yaml;
use crate::text::{Date, Lang};

/// Every example in the help of these fields that does not pass, with what is said about it.
fn wrong(path: &str, specs: &[FieldSpec], languages: &Languages, found: &mut Vec<String>) {
    let today = Date::new(2026, 11, 21).unwrap();
    for spec in specs {
        let path = format!("{path}.{}", spec.name);
        for (lang, sign) in [(Lang(0), "Ví dụ: "), (Lang(1), "Example: ")] {
            let help = languages.plain(&spec.help, lang);
            let Some((_, example)) = help.rsplit_once(sign) else {
                continue;
            };
            let example = example.strip_suffix('.').unwrap_or(example);
            let doc = Document::new("entry.yaml", format!("{}: {example}\n", spec.name));
            let (node, mut said) = yaml::read(&doc);
            let mut reading = Reading::new(&doc, languages, today);
            let value = node.get(&spec.name).and_then(|node| spec.read(node, &mut reading));
            said.append(&mut reading.found);
            // The account of an example is one that nobody can pay into, and says so.
            said.retain(|d| d.code != codes::facts::SAMPLE_PAYMENT);
            if value.is_none() || !said.is_empty() {
                let codes: Vec<u16> = said.iter().map(|d| d.code.number).collect();
                found.push(format!("{path}: {example} {codes:?}"));
            }
        }
        wrong(&path, &spec.fields, languages, found);
    }
}

#[test]
fn what_a_help_text_gives_as_an_example_can_be_copied_behind_the_key() {
    let languages = Languages::vi_en();
    let (kinds, _) = Kinds::read(&[], &languages, Date::new(2026, 11, 21).unwrap());
    let mut found = Vec::new();
    for kind in kinds.all() {
        wrong(&kind.key, &kind.fields, &languages, &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
