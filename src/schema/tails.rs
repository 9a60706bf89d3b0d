//! Languages that stand in a key: `summary_vi: …` and `summary_en: …` are meant as the texts of one key.
//!
//! Entry point: [`told`]. Invariant: only keys that take a text per language are answered so, once each, with the lines as
//! they should be in the author's own words.

use super::reading::Reading;
use super::shape::quoted;
use super::spec::FieldSpec;
use crate::diag::{FORM, codes};
use crate::source::yaml::{Key, Node};
use crate::text::Lang;

/// Reports the keys with a language behind them, and returns them; `known` are the names of all keys.
pub(super) fn told<'n>(node: &'n Node, specs: &[FieldSpec], known: &[&str], reading: &mut Reading<'_>) -> Vec<&'n str> {
    let mut keys = Vec::new();
    let is_strange = |pair: &&(Key, Node)| !known.contains(&pair.0.text.as_str());
    // Nearly every entry has none.
    let strange: Vec<&(Key, Node)> = node.pairs().iter().filter(is_strange).collect();
    if strange.is_empty() || reading.is_lenient {
        return keys;
    }
    let is_text = |spec: &&FieldSpec| !spec.many && ["text", "longtext"].contains(&spec.field.name());
    for spec in specs.iter().filter(is_text) {
        let tail = |pair: &&'n (Key, Node)| -> Option<(&'n Key, Lang, &'n Node)> {
            let (key, value) = pair;
            let tail = key.text.strip_prefix(spec.name.as_str())?;
            let tail = tail.strip_prefix(['_', '.', '-', ' '])?;
            Some((key, reading.languages.meant(&tail.to_lowercase())?, value))
        };
        let tails: Vec<_> = strange.iter().filter_map(tail).collect();
        let Some((first, ..)) = tails.first() else { continue };
        let mut args = vec![("key", first.text.as_str()), ("near", spec.name.as_str())];
        let form = form(spec, node.get(&spec.name), &tails, reading);
        args.extend(form.as_deref().map(|form| (FORM, form)));
        reading.report(codes::prose::LANGUAGE_IN_KEY, first.span, &args);
        keys.extend(tails.iter().map(|(key, ..)| key.text.as_str()));
    }
    keys
}

/// The lines of the key with all its languages, where each text has one line.
fn form(spec: &FieldSpec, own: Option<&Node>, tails: &[(&Key, Lang, &Node)], reading: &Reading<'_>) -> Option<String> {
    let mut texts: Vec<(Lang, &str)> = Vec::new();
    for (_, lang, value) in tails {
        texts.push((*lang, value.scalar()?));
    }
    let mut add = |lang: Lang, text| {
        if texts.iter().all(|(other, _)| *other != lang) {
            texts.push((lang, text));
        }
    };
    // What stands under the key itself is kept: a text of the first language that has none, or those of its languages.
    match own {
        Some(own) if own.scalar().is_some() => {
            let free = reading
                .languages
                .all()
                .find(|lang| tails.iter().all(|(_, other, _)| other != lang));
            add(free?, own.scalar()?);
        }
        Some(own) => {
            for (key, value) in own.pairs() {
                add(reading.languages.find(&key.text)?, value.scalar()?);
            }
        }
        None => {}
    }
    texts.sort_by_key(|(lang, _)| *lang);
    let line = |(lang, text): &(Lang, &str)| {
        let code = &reading.languages.get(*lang).code;
        (!text.contains('\n')).then(|| format!("\n  {code}: {}", quoted(text.trim())))
    };
    let lines: Option<String> = texts.iter().map(line).collect();
    lines.map(|lines| format!("{}:{lines}", spec.name))
}

#[cfg(test)]
mod tests {
    use crate::diag::{Diagnostic, FORM};
    use crate::schema::field::group::read_fields;
    use crate::schema::field::longtext::LongText;
    use crate::schema::field::number::Number;
    use crate::schema::field::text::TextField;
    use crate::schema::languages::Languages;
    use crate::schema::reading::Reading;
    use crate::schema::spec::FieldSpec;
    use crate::source::document::Document;
    use crate::text::Date;

    fn found(yaml: &str) -> Vec<Diagnostic> {
        let doc = Document::new("entry.yaml", yaml);
        let (languages, today) = (Languages::vi_en(), Date::new(2026, 11, 21).unwrap());
        let title = FieldSpec {
            required: true,
            ..FieldSpec::new("title", &TextField)
        };
        let specs = [
            title,
            FieldSpec::new("story", &LongText),
            FieldSpec::new("area", &Number),
        ];
        let mut reading = Reading::new(&doc, &languages, today);
        let (node, _) = crate::source::yaml::read(&doc);
        read_fields(&node, &specs, &mut reading);
        reading.found
    }

    #[test]
    fn languages_behind_keys_are_joined_below_the_key() {
        let told = found("title_vi: Đền Hạ\narea: 3\ntitle.eng: 'Ha Temple: north'\n");
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].code.number, 455);
        assert_eq!(
            told[0].arg(FORM),
            Some("title:\n  vi: Đền Hạ\n  en: \"Ha Temple: north\"")
        );
        // What stands under the key itself keeps its language.
        let told = found("title: Đền Hạ\ntitle_en: Ha Temple\nstory_vi: |\n  a\n  b\n");
        assert_eq!(told.iter().map(|d| d.code.number).collect::<Vec<_>>(), [455, 455]);
        assert_eq!(told[0].arg(FORM), Some("title:\n  vi: Đền Hạ\n  en: Ha Temple"));
        assert_eq!(told[1].arg(FORM), None);
        let told = found("title: { vi: Đền Hạ }\ntitle_en: Ha Temple\n");
        assert_eq!(told[0].arg(FORM), Some("title:\n  vi: Đền Hạ\n  en: Ha Temple"));
    }

    #[test]
    fn other_tails_and_keys_without_languages_are_unknown_keys() {
        let numbers = |yaml| found(yaml).iter().map(|d| d.code.number).collect::<Vec<_>>();
        assert_eq!(numbers("title: A\narea_vi: 3\n"), [307]);
        assert_eq!(numbers("title: A\ntitle_long: B\n"), [307]);
    }
}
