//! A kind once its file has been applied: what every kind needs, whoever wrote it.
//!
//! Entry point: [`finish`]. Invariant: a finished kind has a folder and an address in each language, though its file say
//! none; what had to be made up is reported.

use super::Kind;
use crate::diag::{Diagnostic, codes};
use crate::schema::reading::Reading;
use crate::schema::spec::FieldSpec;
use crate::source::yaml::Node;
use crate::text::{Lang, nearest};

/// The lines of an example that a message has room for.
const MOST: usize = 8;

/// Completes a kind and reports what it lacks; `node` is what was written.
pub(super) fn finish(kind: &mut Kind, node: &Node, reading: &mut Reading<'_>) {
    need_folder(kind, node, reading);
    fill_urls(kind);
    for spec in &mut kind.fields {
        spec.form = form(&kind.example, &spec.name);
    }
    for list in ["card", "facets"] {
        check_names(kind, list, node.get(list), reading);
    }
    for lang in reading.languages.all() {
        check_labels(kind, lang, node, reading);
    }
}

/// A kind without a folder takes its key for one.
fn need_folder(kind: &mut Kind, node: &Node, reading: &mut Reading<'_>) {
    if !kind.folder.is_empty() {
        return;
    }
    let is_told = node.get("folder").is_some_and(|folder| !folder.is_empty()) || reading.is_lost("folder");
    if !is_told {
        reading.report(codes::setup::KIND_WITHOUT_FOLDER, node.span, &[("key", &kind.key)]);
    }
    kind.folder = kind.key.clone();
    kind.is_homeless = true;
}

/// A language without an address of its own takes that of the last language that has one, else the folder.
fn fill_urls(kind: &mut Kind) {
    let last = kind.url.iter().rev().find(|url| !url.is_empty());
    let spare = last.unwrap_or(&kind.folder).clone();
    for url in kind.url.iter_mut().filter(|url| url.is_empty()) {
        url.clone_from(&spare);
    }
}

/// The lines of a key in an example, as far as a message has room for them.
fn form(example: &str, name: &str) -> Option<String> {
    let is_own = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    let mut lines = example.lines().skip_while(|line| !is_own(line));
    let first = lines.next()?;
    let more: Vec<&str> = lines.take_while(|line| line.starts_with([' ', '-'])).collect();
    let mut form = first.to_string();
    for line in more.iter().take(MOST) {
        form.push('\n');
        form.push_str(line);
    }
    if more.len() > MOST {
        form.push_str("\n  …");
    }
    Some(form)
}

/// Reports names in a list of fields that no field has.
fn check_names(kind: &Kind, list_name: &str, list: Option<&Node>, reading: &mut Reading<'_>) {
    let names: Vec<&str> = kind.fields.iter().map(|f| f.name.as_str()).collect();
    for item in list.map_or(&[][..], Node::items) {
        let Some(name) = item.scalar().map(str::trim) else {
            continue;
        };
        if let Some(spec) = kind.field(name) {
            check_use(kind, spec, list_name, item, reading);
            continue;
        }
        match nearest(name, names.iter().copied()) {
            Some(near) => {
                let args = [("name", name), ("near", near)];
                reading.report(codes::setup::NO_SUCH_FIELD, item.span, &args);
            }
            None => reading.not_a_choice(item, name, &names, None),
        }
    }
}

/// Types of fields that no card can say in a few words.
const IN_NO_CARD: &[&str] = &["photo", "audio", "file", "longtext", "payment"];

/// A field has to be such that lists can be filtered by it, or that a card has room for it.
fn check_use(kind: &Kind, spec: &FieldSpec, list: &str, item: &Node, reading: &mut Reading<'_>) {
    let is_facet = list == "facets";
    let can = |spec: &FieldSpec| match is_facet {
        true => spec.field.is_facet(),
        false => !IN_NO_CARD.contains(&spec.field.name()),
    };
    if can(spec) || spec.is_broken {
        return;
    }
    let is_common = |spec: &FieldSpec| ["related", "status"].contains(&spec.name.as_str());
    let known: Vec<&str> = kind
        .fields
        .iter()
        .filter(|spec| can(spec) && !is_common(spec))
        .map(|spec| spec.name.as_str())
        .collect();
    if is_facet {
        let (known, known_en) = match known.is_empty() {
            true => ("chưa trường nào".to_string(), "none yet".to_string()),
            false => (known.join(", "), known.join(", ")),
        };
        let args = [
            ("name", spec.name.as_str()),
            ("type", spec.field.name()),
            ("known", &known),
            ("known_en", &known_en),
        ];
        reading.report(codes::look::FACET_IMPOSSIBLE, item.span, &args);
    } else {
        let known = known.join(", ");
        let (name, kind) = (spec.name.as_str(), spec.field.name());
        let args = [
            ("value", name),
            ("key", "card"),
            ("why", &*format!("thẻ tóm tắt không có chỗ cho trường kiểu {kind}")),
            ("why_en", &*format!("cards have no room for a field of the type {kind}")),
            ("todo", &*format!("xóa «{name}» khỏi card; dùng được: {known}")),
            (
                "todo_en",
                &*format!("take «{name}» out of card; cards can show: {known}"),
            ),
        ];
        reading.report(codes::look::KIND_VALUE_USELESS, item.span, &args);
    }
}

/// Tells the labels that a language lacks, the choices and the fields of groups among them.
fn check_labels(kind: &Kind, lang: Lang, node: &Node, reading: &mut Reading<'_>) {
    const FEW: usize = 6;
    let own = [("label", &kind.label), ("plural", &kind.plural)].into_iter();
    let mut lacking: Vec<String> = own
        .filter(|(_, label)| !label.has(lang))
        .map(|(name, _)| name.to_string())
        .collect();
    unlabeled(&kind.fields, lang, "", &mut lacking);
    if lacking.is_empty() {
        return;
    }
    let (code, count) = (reading.languages.get(lang).code.clone(), lacking.len().to_string());
    let more = if lacking.len() > FEW { ", …" } else { "" };
    let names = format!("{}{more}", lacking[..lacking.len().min(FEW)].join(", "));
    let args = [
        ("key", kind.key.as_str()),
        ("lang", &code),
        ("count", &count),
        ("names", &names),
    ];
    if reading.doc.file.starts_with(crate::kinds::FOLDER) {
        // The file is embedded: nobody could open it.
        reading.add(Diagnostic::new(codes::setup::LABELS_MISSING).with_all(&args));
    } else {
        // At the field that comes first, where this file has it.
        let first = lacking[0].split('.').next().unwrap_or_default();
        let is_first = |item: &&Node| item.get("name").and_then(Node::scalar).map(str::trim) == Some(first);
        let items = node.get("fields").map_or(&[][..], Node::items);
        let at = items
            .iter()
            .find(is_first)
            .and_then(|item| item.get("name"))
            .or(node.get(first));
        reading.report(codes::setup::LABELS_MISSING, at.map_or(node.span, |at| at.span), &args);
    }
}

/// Names of fields without a label, those within groups behind a dot, and choices.
fn unlabeled(fields: &[FieldSpec], lang: Lang, above: &str, lacking: &mut Vec<String>) {
    for field in fields.iter().filter(|field| !field.is_broken) {
        let name = format!("{above}{}", field.name);
        if !field.label.has(lang) {
            lacking.push(name.clone());
        }
        let choices = field.choices.iter().filter(|choice| !choice.label.has(lang));
        lacking.extend(choices.map(|choice| format!("{name}.{}", choice.key)));
        unlabeled(&field.fields, lang, &format!("{name}."), lacking);
    }
}
