//! The first `entry.yaml` of an entry, with an example below every key that consists of several lines.
//!
//! Entry point: [`skeleton`]. Invariant: whoever takes the signs # away from an example has lines that pass the check.

use super::super::wording::{self as w, say};
use crate::diag::Speech;
use crate::schema::kind::Kind;
use crate::schema::languages::Languages;
use crate::schema::spec::{Choice, FieldSpec};
use crate::text::Lang;

/// How the keys that every kind has are written, for kinds whose own example lacks them.
const COMMON: &str = include_str!("entry.yaml");

/// Required fields to fill in, the others as remarks with their help.
pub(super) fn skeleton(title: &str, kind: &Kind, languages: &Languages, speech: Speech) -> String {
    let code = &languages.get(Lang(0)).code;
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
    let others: Vec<&str> = languages.all().skip(1).map(|lang| &*languages.get(lang).code).collect();
    let empty: String = others.iter().map(|code| format!(", {code}: \"\"")).collect();
    let mut text =
        format!("title: {{ {code}: \"{quoted}\"{empty} }}\nsummary: {{ {code}: \"\"{empty} }}\nstatus: draft\n");
    remark(w::NEW_STATUS, &[], speech, &mut text);
    text.push('\n');
    remark(w::NEW_HOW, &[], speech, &mut text);
    if !others.is_empty() {
        let files: Vec<String> = others.iter().map(|code| format!("{code}.md")).collect();
        let values = [("source", &**code), ("others", &*files.join(", "))];
        remark(w::NEW_TEXTS, &values, speech, &mut text);
    }
    let others = kind
        .fields
        .iter()
        .filter(|f| !matches!(f.name.as_str(), "title" | "summary" | "status"));
    let (required, optional): (Vec<_>, Vec<_>) = others.partition(|f| f.required);
    for (fields, mark) in [(required, ""), (optional, "# ")] {
        for field in fields {
            explain(field, languages, speech, &mut text);
            text.push_str(&format!("{mark}{}:\n", field.name));
            let lines = [&*kind.example, COMMON].map(|example| block(example, &field.name));
            for line in lines.iter().find(|lines| !lines.is_empty()).into_iter().flatten() {
                text.push_str(&format!("# {line}\n"));
            }
        }
    }
    text
}

/// What a field is for, and what may be chosen, in the language of messages where the site has it.
fn explain(field: &FieldSpec, languages: &Languages, speech: Speech, text: &mut String) {
    let lang = languages.find(speech.pick("vi", "en")).unwrap_or(Lang(0));
    let help = languages.plain(&field.help, lang).replace('\n', " ");
    let label = languages.plain(&field.label, lang);
    text.push_str(&format!("\n# {label}. {help}\n"));
    if field.field.name() == "place" {
        remark(w::NEW_PLACE, &[], speech, text);
    }
    let choice = |c: &Choice| format!("{} ({})", c.key, languages.plain(&c.label, lang));
    let choices: Vec<String> = field.choices.iter().map(choice).collect();
    let two: Vec<&str> = field.choices.iter().map(|c| &*c.key).take(2).collect();
    let values = [("choices", &*choices.join(", ")), ("two", &*two.join(", "))];
    match (field.many, two.len()) {
        (_, 0) => {}
        (true, 2) => remark(w::NEW_CHOICES_MANY, &values, speech, text),
        _ => remark(w::NEW_CHOICES, &values, speech, text),
    }
}

/// A line that is a note.
fn remark(saying: (&str, &str), values: &[(&str, &str)], speech: Speech, text: &mut String) {
    text.push_str(&format!("# {}\n", say(speech, saying, values)));
}

/// The lines below a key of an example. An example may have the key behind a #, because its files are not there.
fn block<'a>(example: &'a str, name: &str) -> Vec<&'a str> {
    let mark = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    for sign in ["", "# "] {
        let mut lines = example.lines().map(|line| line.strip_prefix(sign).unwrap_or("-"));
        if lines.any(|line| mark(&line)) {
            return lines.take_while(|line| line.starts_with("  ")).collect();
        }
    }
    Vec::new()
}
