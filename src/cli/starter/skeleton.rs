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

const HOW: (&str, &str) = (
    "Dòng có dấu # ở đầu là ghi chú. Để dùng một mục: xoá «# » ở đầu các dòng của mục ấy, rồi thay chữ mẫu bằng thông tin thật.",
    "Lines that begin with # are notes. To use a key, delete the «# » before its lines and put real facts in place of the sample ones.",
);

/// Required fields to fill in, the others as remarks with their help.
pub(super) fn skeleton(title: &str, kind: &Kind, languages: &Languages, speech: Speech) -> String {
    let source = Lang(0);
    let code = &languages.get(source).code;
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
    let others = languages.all().filter(|lang| *lang != source);
    let others: String = others
        .map(|lang| format!(", {}: \"\"", languages.get(lang).code))
        .collect();
    let mut text =
        format!("title: {{ {code}: \"{quoted}\"{others} }}\nsummary: {{ {code}: \"\"{others} }}\nstatus: draft\n");
    text.push_str(&format!("\n# {}\n", say(speech, HOW, &[])));
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

/// What a field is for, and what may be chosen.
fn explain(field: &FieldSpec, languages: &Languages, speech: Speech, text: &mut String) {
    let source = Lang(0);
    let help = languages.plain(&field.help, source).replace('\n', " ");
    let label = languages.plain(&field.label, source);
    text.push_str(&format!("\n# {label}. {help}\n"));
    let choice = |c: &Choice| format!("{} ({})", c.key, languages.plain(&c.label, source));
    let choices: Vec<String> = field.choices.iter().map(choice).collect();
    if !choices.is_empty() {
        let values = [("choices", &*choices.join(", "))];
        text.push_str(&format!("# {}\n", say(speech, w::NEW_CHOICES, &values)));
    }
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
