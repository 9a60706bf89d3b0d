//! `group`: fields under one heading, as the kind lists them.
//!
//! Entry point: [`Group`]. Invariant: a group has no checks of its own beyond those of its fields; an `id` is a slug that
//! the page does not use itself.

use super::parts::names_of;
use super::range::dates_in_order;
use super::{FieldType, Name};
use crate::diag::{Diagnostic, FORM, Span, codes};
use crate::schema::reading::Reading;
use crate::schema::shape::{self, Home};
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::tails;
use crate::schema::value::{Fields, Value};
use crate::schema::vietnamese_key;
use crate::source::yaml::Node;
use crate::text::{Lang, Text, exact, is_slug, slug};
use serde_json::{Value as Json, json};

/// Fields under one heading.
pub struct Group;

/// Ids that the page of an entry has for itself: what leads to them must not arrive at a part.
pub const TAKEN_IDS: &[&str] = &["den-tham", "di-tiep", "doc-bai", "main", "menu", "mua", "nghe"];

/// How the ids of footnotes begin.
const NOTES: [&str; 2] = ["fn-", "fnref-"];

/// Reads the fields of a map by their specs: unknown keys, missing required ones, values.
pub fn read_fields(node: &Node, specs: &[FieldSpec], reading: &mut Reading<'_>) -> Option<Fields> {
    let known: Vec<&str> = specs.iter().map(|s| s.name.as_str()).collect();
    let before = reading.found.len();
    let strays = strays(node, specs, &known, reading);
    let tailed = tails::told(node, specs, &known, reading);
    let pairs = reading.map(node, &[known, strays, tailed].concat())?;
    // A key that was mistyped is answered with the right one; that it is missing would be the same mistake again.
    let answered: Vec<String> = reading.found[before..]
        .iter()
        .filter_map(|d| d.arg("near").map(str::to_string))
        .collect();
    let mut fields = Fields::default();
    for spec in specs {
        let written = pairs.iter().find(|(key, _)| key.text == spec.name);
        let before = reading.found.len();
        let value = written.and_then(|(_, value)| spec.read(value, reading));
        show_form(spec, &mut reading.found[before..]);
        show_rows(spec, &mut reading.found);
        // What was written and is wrong has been told already.
        let is_unread = written.is_some_and(|(_, value)| value.is_unread());
        let told = is_unread || reading.found.len() > before || answered.contains(&spec.name);
        if spec.required && value.is_none() && !told && !spec.is_broken && !reading.is_lenient {
            let start = Span {
                lo: node.span.lo,
                hi: node.span.lo,
            };
            let todo = match written {
                Some(_) => Todo::Fill,
                None if is_whole(node, reading) => Todo::AddToFile,
                None => Todo::AddToPart,
            };
            missing(spec, written.map_or(start, |(key, _)| key.span), &todo, reading);
        }
        fields.put(&spec.name, value);
    }
    show_colons(specs, &mut reading.found);
    fields.0 = exact(fields.0);
    Some(fields)
}

/// Keys that stand outside of the group that they belong to: reported with the group.
fn strays<'n>(node: &'n Node, specs: &[FieldSpec], known: &[&str], reading: &mut Reading<'_>) -> Vec<&'n str> {
    /// A key that more groups have says nothing.
    const MOST: usize = 3;
    let mut strays = Vec::new();
    for (key, value) in node.pairs() {
        if known.contains(&key.text.as_str()) {
            continue;
        }
        if reading.is_lenient {
            continue;
        }
        let typed = vietnamese_key(&key.text).unwrap_or(&key.text);
        if known.contains(&typed) {
            continue;
        }
        let has = |spec: &&FieldSpec| spec.field.keys().contains(&typed) || spec.fields.iter().any(|f| f.name == typed);
        let groups: Vec<&FieldSpec> = specs.iter().filter(has).collect();
        let Some(group) = groups.first().filter(|_| groups.len() <= MOST) else {
            continue;
        };
        let names: Vec<&str> = groups.iter().map(|spec| spec.name.as_str()).collect();
        // As it was typed, quotes included.
        let typed_value = reading.doc.text.get(value.span.lo as usize..value.span.hi as usize);
        let is_line = value.scalar().is_some_and(|text| !text.contains('\n'));
        let indent = if group.many { "    " } else { "  " };
        let said = match typed_value.filter(|_| is_line) {
            Some(line) => format!(" {}", line.trim()),
            None => shape::block(value, indent.len() + 2, reading).unwrap_or_else(|| " …".to_string()),
        };
        let mut lines = shape::open_lines(group, &[typed]);
        lines.push(format!("{typed}:{said}"));
        let dash = if group.many { "- " } else { "" };
        let form = format!("{}:\n  {dash}{}", group.name, lines.join(&format!("\n{indent}")));
        let args = [
            ("key", key.text.as_str()),
            ("near", &group.name),
            ("groups", &names.join(", ")),
            (FORM, &form),
        ];
        reading.report(codes::fields::KEY_OF_GROUP, key.span, &args);
        strays.push(key.text.as_str());
    }
    strays
}

/// Whoever left a part of a value out sees a whole one, once. What was written in another shape is answered with its own
/// words or with none: the words of an example would be taken for those that were meant.
fn show_form(spec: &FieldSpec, found: &mut [Diagnostic]) {
    let is_shape = |finding: &&mut Diagnostic| finding.code == codes::fields::PART_MISSING;
    if found.iter().any(|finding| finding.arg(FORM).is_some()) {
        return;
    }
    if let (Some(form), Some(finding)) = (&spec.form, found.iter_mut().find(is_shape)) {
        finding.args.push((FORM, form.clone()));
    }
}

/// Whoever pasted a table sees the form of the list that it belongs into.
fn show_rows(spec: &FieldSpec, found: &mut [Diagnostic]) {
    let Some(form) = &spec.form else { return };
    let is_own = |d: &Diagnostic| d.code == codes::yaml::TABLE && d.arg("key") == Some(spec.name.as_str());
    for finding in found.iter_mut().filter(|d| is_own(d) && d.arg(FORM).is_none()) {
        finding.args.push((FORM, form.clone()));
    }
}

/// Whoever forgot the colon behind the name of a field (`title Đền Hạ`, `tiêu đề Đền Hạ`) sees the line with it.
fn show_colons(specs: &[FieldSpec], found: &mut [Diagnostic]) {
    /// The longest Vietnamese names, `so dien thoai`, have three words.
    const MOST_WORDS: usize = 3;
    for finding in found.iter_mut().filter(|d| d.code == codes::yaml::LINE_WITHOUT_KEY) {
        let has_form = finding.args.iter().any(|(name, _)| *name == FORM);
        let Some(place) = finding.place.as_ref().filter(|_| !has_form) else {
            continue;
        };
        let words: Vec<&str> = place.text.split_whitespace().collect();
        let named = (1..=MOST_WORDS.min(words.len().saturating_sub(1)))
            .rev()
            .find_map(|count| {
                let typed = words[..count].join(" ");
                let name = vietnamese_key(&typed).unwrap_or(&typed);
                let spec = specs.iter().find(|spec| spec.name == name)?;
                Some(format!("{}: {}", spec.name, words[count..].join(" ")))
            });
        finding.args.extend(named.map(|line| (FORM, line)));
    }
}

/// What is to be done about a required field.
enum Todo {
    /// Its line is there, and empty.
    Fill,
    /// It is one of the whole entry.
    AddToFile,
    /// It is one of a part of it.
    AddToPart,
}

impl Todo {
    /// In Vietnamese and in English.
    fn words(&self, key: &str) -> [String; 2] {
        match self {
            Self::Fill => [
                format!("điền vào dòng «{key}:», dòng này đang để trống"),
                format!("fill in the line «{key}:», which is empty"),
            ],
            Self::AddToFile => [
                format!("thêm dòng «{key}: …» vào tệp này"),
                format!("add a line «{key}: …» to this file"),
            ],
            Self::AddToPart => [
                format!("thêm «{key}: …» vào phần này"),
                format!("add «{key}: …» to this part"),
            ],
        }
    }
}

/// True for the map that is the whole file.
fn is_whole(node: &Node, reading: &Reading<'_>) -> bool {
    let before = reading.doc.text.get(..node.span.lo as usize).unwrap_or_default();
    before
        .lines()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// Reports a required field that is not there. One that stands in the file but could not be read has been told already.
fn missing(spec: &FieldSpec, span: Span, todo: &Todo, reading: &mut Reading<'_>) {
    if reading.is_lost(&spec.name) {
        return;
    }
    let said = |text: &Text, code: &str| {
        let lang = reading.languages.find(code).unwrap_or(Lang(0));
        reading.languages.plain(text, lang).trim_end_matches('.').to_string()
    };
    let [label, label_en] = ["vi", "en"].map(|code| said(&spec.label, code));
    let [help, help_en] = ["vi", "en"].map(|code| said(&spec.help, code));
    let [todo, todo_en] = todo.words(&spec.name);
    let args = [
        ("key", spec.name.as_str()),
        ("todo", &todo),
        ("todo_en", &todo_en),
        ("label", &label),
        ("label_en", &label_en),
        ("help", &help),
        ("help_en", &help_en),
    ];
    reading.report(codes::fields::MISSING_FIELD, span, &args);
}

/// The fields of a group that have something to show, as templates get them: `{name, label, show, items}`.
pub fn show_fields(fields: &Fields, specs: &[FieldSpec], showing: &Showing<'_>) -> Vec<Json> {
    specs
        .iter()
        .filter_map(|spec| {
            let items = show_items(fields.get(&spec.name)?, spec, showing);
            let label = showing.say(&spec.label).unwrap_or_else(|| showing.plain(&spec.name));
            (!items.is_empty()).then(
                || json!({ "name": spec.name, "label": label, "show": spec.field.component(&items), "items": items }),
            )
        })
        .collect()
}

/// What is shown of each value of a field.
pub fn show_items(value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Vec<Json> {
    value
        .items()
        .iter()
        .filter_map(|item| spec.field.show(item, spec, showing))
        .collect()
}

impl FieldType for Group {
    fn name(&self) -> &'static str {
        "group"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "nhiều mục con, mỗi mục một dòng thụt vào",
            "several keys, one indented line each",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        // A group without fields is a mistake of its kind; no key of an entry could mend it.
        if spec.fields.is_empty() {
            return None;
        }
        let fields = read_fields(node, &spec.fields, reading)?;
        dates_in_order(&fields, node, reading);
        if let (Some(id), Some(written)) = (fields.word("id"), node.get("id")) {
            if !is_slug(id) {
                let args = [("value", id), ("near", &slug(id))];
                reading.report(codes::fields::NOT_AN_ID, written.span, &args);
            } else if TAKEN_IDS.contains(&id) || NOTES.iter().any(|begin| id.starts_with(begin)) {
                reading.report(codes::site::PART_ID_TAKEN, written.span, &[("id", id)]);
            }
        }
        Some(Value::Map(fields))
    }

    fn home<'s>(&self, word: &str, spec: &'s FieldSpec) -> Option<Home<'s>> {
        let is_text = |spec: &&FieldSpec| matches!(spec.field.name(), "ref" | "text" | "line") && spec.name != "id";
        // The name of a thing, not the number of its stand.
        let mut texts = spec.fields.iter().filter(is_text);
        let first = texts.clone().find(|field| field.required).or_else(|| texts.next())?;
        match first.field.name() {
            "text" => Home::text(&first.name),
            _ => Home::line(&first.name, word),
        }
    }

    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = show_fields(fields, &spec.fields, showing);
        // An anchor and the name of a code, nothing to be read.
        shown.retain(|field| field["name"] != "id");
        if shown.is_empty() {
            return None;
        }
        let mut group = json!({ "fields": shown });
        if let Some(id) = fields.word("id") {
            group["id"] = json!(id);
            if let Some(code) = showing.world.code(id) {
                group["code"] = code;
            }
        }
        Some(group)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        let mut names = names_of(value, &["title", "name", "other_name"]);
        // A `text` that is one line for all languages is a name (of an entry: another one), the others are for reading.
        names.extend(
            names_of(value, &["text"])
                .into_iter()
                .filter(|name| matches!(name, Name::Word(_))),
        );
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::contact::Contact;
    use crate::schema::field::stars::Stars;
    use crate::schema::field::testing::Probe;

    #[test]
    fn an_id_that_the_page_has_itself_is_refused_at_its_place() {
        let spec = || FieldSpec {
            fields: vec![FieldSpec::new("id", &crate::schema::field::line::Line)],
            ..FieldSpec::new("components", &Group)
        };
        for id in TAKEN_IDS.iter().chain(&["fn-1", "fnref-1"]) {
            let probe = Probe::by(spec(), &format!("{{ id: {id} }}"));
            assert_eq!((probe.codes(), probe.said("id")), (vec![531], *id));
        }
        assert!(Probe::by(spec(), "{ id: cong }").codes().is_empty());
        for (id, near) in [("Cổng", "cong"), ("cong_1", "cong-1"), ("vuon thap", "vuon-thap")] {
            let probe = Probe::by(spec(), &format!("{{ id: {id} }}"));
            assert_eq!((probe.codes(), probe.said("near")), (vec![313], near), "{id}");
        }
    }

    #[test]
    fn dates_that_run_backwards_are_told() {
        use crate::schema::field::date::DateField;
        for [first, last] in [["from", "to"], ["issued", "valid_until"]] {
            let read = |from: &str, to: &str| {
                let spec = FieldSpec {
                    fields: vec![FieldSpec::new(first, &DateField), FieldSpec::new(last, &DateField)],
                    ..FieldSpec::new("dates", &Group)
                };
                Probe::by(spec, &format!("\n  {first}: {from}\n  {last}: {to}"))
            };
            let back = read("8/3/2026", "7/3/2026");
            let said = (back.codes(), back.said("from"), back.said("to"));
            assert_eq!(said, (vec![326], "2026-03-08", "2026-03-07"));
            assert_eq!(back.found[0].place.as_ref().unwrap().line, 2);
            for (from, to) in [("7/3/2026", "8/3/2026"), ("8/3/2026", "8/3/2026"), ("8/3/2026", "2026")] {
                assert!(read(from, to).codes().is_empty(), "{from} {to}");
            }
        }
    }

    #[test]
    fn a_part_without_its_group_is_answered_with_the_group() {
        let read = |yaml: &str| {
            let spec = FieldSpec {
                fields: vec![
                    FieldSpec::new("ocop", &Stars),
                    FieldSpec {
                        required: true,
                        ..FieldSpec::new("contact", &Contact)
                    },
                ],
                ..FieldSpec::new("x", &Group)
            };
            Probe::by(spec, yaml)
        };
        for yaml in [
            "{ phone: \"0912 345 678\" }",
            "{ sdt: \"0912 345 678\" }",
            "{ đt: \"0912 345 678\" }",
        ] {
            let probe = read(yaml);
            assert_eq!((probe.codes(), probe.said("groups")), (vec![379], "contact"), "{yaml}");
            assert_eq!(probe.said(FORM), "contact:\n  phone: \"0912 345 678\"");
        }
        assert_eq!(read("{ stars: 4 }").said("near"), "ocop");
        let inside = read("{ contact: { sdt: \"0912 345 678\", consent: true } }");
        assert_eq!((inside.codes(), inside.said("near")), (vec![306], "phone"));
    }
}
