//! What is wrong with a site's own kind file although each of its lines can be read.
//!
//! Entry point: [`check`]. Invariant: looks at the kinds as they are once all files have been applied; a finding stands
//! at the line that has to change.

use super::{Kind, key_of};
use crate::diag::{Diagnostics, FORM, Span, codes};
use crate::schema::languages::Languages;
use crate::schema::reading::Reading;
use crate::schema::spec::FieldSpec;
use crate::source::document::Document;
use crate::source::yaml::{self, Node};
use crate::text::{Date, is_slug, nearest};

/// Checks one file of `content/kinds/` against all kinds of the site.
pub(super) fn check(doc: &Document, kinds: &[Kind], languages: &Languages, today: Date) -> Diagnostics {
    let mut reading = Reading::new(doc, languages, today);
    // What cannot be read was told when it was.
    let (node, _) = yaml::read(doc);
    let Some(kind) = kinds.iter().find(|kind| kind.key == key_of(doc)) else {
        return Vec::new();
    };
    check_folder(&node, kind, kinds, &mut reading);
    check_key(&node, kind, &mut reading);
    check_common(&node, kind, &mut reading);
    if let Some(list) = node.get("fields") {
        check_fields(list, &kind.fields, kinds, &mut reading);
    }
    reading.found
}

/// Two kinds in one folder: the entries of the second would be read as the first.
fn check_folder(node: &Node, kind: &Kind, kinds: &[Kind], reading: &mut Reading<'_>) {
    let is_same = |other: &&Kind| other.key != kind.key && other.folder == kind.folder;
    let Some(other) = kinds.iter().find(is_same) else {
        return;
    };
    let span = node.get("folder").map_or(Span::default(), |folder| folder.span);
    let right = format!("{}s", kind.key);
    let is_free = |name: &str| is_slug(name) && kinds.iter().all(|kind| kind.folder != name);
    let right = match is_free(&right) {
        true => right,
        false => format!("{}-2", kind.folder),
    };
    let args = [("folder", &*kind.folder), ("other", &*other.key), ("right", &*right)];
    reading.report(codes::setup::FOLDER_TWICE, span, &args);
}

/// A kind is called as its file, in plain letters.
fn check_key(node: &Node, kind: &Kind, reading: &mut Reading<'_>) {
    let written = node.get("key").and_then(|at| Some((at, at.scalar()?.trim())));
    if is_name(&kind.key.to_ascii_lowercase()) && !is_name(&kind.key) {
        // `LeHoi.yaml`: capitals in the names of files are told for all of them.
    } else if !is_name(&kind.key) {
        let what = [
            "loại mục (tệp trong content/kinds/)",
            "a kind (a file in content/kinds/)",
        ];
        let near = written.map(|(_, word)| word).filter(|word| is_name(word));
        unusable(&kind.key, Span::default(), what, near, reading);
    } else if let Some((at, word)) = written.filter(|(_, word)| *word != kind.key) {
        let key = kind.key.as_str();
        let args = [
            ("value", word),
            ("key", "key"),
            ("why", &*format!("loại mục luôn mang tên của tệp, ở đây là {key}")),
            (
                "why_en",
                &*format!("a kind always has the name of its file, here {key}"),
            ),
            ("todo", &*format!("ghi key: {key}, hoặc xóa dòng này")),
            ("todo_en", &*format!("write key: {key}, or delete this line")),
        ];
        reading.report(codes::look::KIND_VALUE_USELESS, at.span, &args);
    }
}

/// Small letters, digits, hyphens and underscores, a letter first.
fn is_name(name: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(is_part)
}

fn unusable(name: &str, span: Span, what: [&str; 2], near: Option<&str>, reading: &mut Reading<'_>) {
    let plain = || {
        crate::text::folder_name(name)
            .unwrap_or_else(|| "khac".to_string())
            .replace('-', "_")
    };
    // A name begins with a letter.
    let plain = || {
        Some(plain())
            .filter(|name| is_name(name))
            .unwrap_or_else(|| format!("x_{}", plain()))
    };
    let near = near.map_or_else(plain, str::to_string);
    let args = [
        ("value", name),
        ("near", &*near),
        ("what", what[0]),
        ("what_en", what[1]),
    ];
    reading.report(codes::look::NAME_UNUSABLE, span, &args);
}

/// Fields that pages, lists and codes of every kind rely on.
const NEEDED: &[&str] = &[
    "title", "summary", "status", "formerly", "updated", "verified", "sample", "url",
];

/// What all kinds have stays what it is: it may be told in other words, and little else.
fn check_common(node: &Node, kind: &Kind, reading: &mut Reading<'_>) {
    let (common, _) = yaml::read(&crate::kinds::common());
    let common = common.get("fields").map_or(&[][..], Node::items);
    for item in node.get("fields").map_or(&[][..], Node::items) {
        let Some((at, name)) = item.get("name").and_then(|at| Some((at, at.scalar()?.trim()))) else {
            continue;
        };
        let word = |node: &Node, key: &str| node.get(key).and_then(Node::scalar).map(|word| word.trim().to_string());
        let Some(original) = common.iter().find(|other| word(other, "name").as_deref() == Some(name)) else {
            continue;
        };
        let is_removed = item.get("remove").is_some() && kind.field(name).is_none();
        let has_other_type = word(item, "type").is_some_and(|own| Some(own) != word(original, "type"));
        let (what, what_en, todo, todo_en) = if is_removed && NEEDED.contains(&name) {
            (
                "bỏ",
                "removed",
                "xóa dòng này".to_string(),
                "delete this line".to_string(),
            )
        } else if has_other_type {
            let usual = word(original, "type").unwrap_or_default();
            (
                "đổi kiểu",
                "given another type",
                format!("ghi type: {usual}, hoặc đặt tên khác cho trường mới, ví dụ {name}_2"),
                format!("write type: {usual}, or give the new field another name, such as {name}_2"),
            )
        } else {
            continue;
        };
        let args = [
            ("name", name),
            ("what", what),
            ("what_en", what_en),
            ("todo", &*todo),
            ("todo_en", &*todo_en),
        ];
        reading.report(codes::look::COMMON_FIELD, at.span, &args);
    }
}

/// Checks a list of fields as it was written against what became of it.
fn check_fields(list: &Node, specs: &[FieldSpec], kinds: &[Kind], reading: &mut Reading<'_>) {
    let mut seen: Vec<&str> = Vec::new();
    for item in list.items() {
        let Some(written) = item.get("name") else { continue };
        let Some(name) = written.scalar().map(str::trim).filter(|name| !name.is_empty()) else {
            continue;
        };
        if seen.contains(&name) {
            reading.report(codes::setup::FIELD_TWICE, written.span, &[("name", name)]);
            continue;
        }
        seen.push(name);
        if !is_name(name) {
            unusable(name, written.span, ["trường", "a field"], None, reading);
        }
        // What follows from a mistake that was told says nothing.
        if let Some(spec) = specs.iter().find(|spec| spec.name == name && !spec.is_broken) {
            check_field(item, spec, kinds, reading);
        }
    }
}

fn check_field(item: &Node, spec: &FieldSpec, kinds: &[Kind], reading: &mut Reading<'_>) {
    for wanted in item.get("to").map_or(&[][..], Node::items) {
        let Some(word) = wanted.scalar().map(str::trim) else {
            continue;
        };
        if kinds.iter().any(|kind| kind.key == word) {
            continue;
        }
        let known: Vec<&str> = kinds.iter().map(|kind| kind.key.as_str()).collect();
        // A folder is often taken for its kind.
        let by_folder = kinds.iter().find(|kind| kind.folder == word);
        let near = by_folder.map_or_else(|| nearest(word, known.iter().copied()), |kind| Some(kind.key.as_str()));
        reading.not_a_choice(wanted, word, &known, near);
    }
    let at = item.get("type").map_or(item.span, |node| node.span);
    let is = |name: &str| spec.field.name() == name;
    if is("choice") && spec.choices.is_empty() {
        reading.report(codes::setup::CHOICE_EMPTY, at, &[("name", &spec.name)]);
    }
    if is("group") && spec.fields.is_empty() {
        reading.report(codes::setup::GROUP_EMPTY, at, &[("name", &spec.name)]);
    } else if spec.codes {
        let at = item.get("codes").map_or(at, |node| node.span);
        check_codes(spec, at, reading);
    }
    for choice in item.get("choices").map_or(&[][..], Node::items) {
        check_choice(choice, reading);
    }
    if let Some(list) = item.get("fields") {
        check_fields(list, &spec.fields, kinds, reading);
    }
}

/// The key of a choice is a folder of the pages that are filtered by it.
fn check_choice(choice: &Node, reading: &mut Reading<'_>) {
    let Some(written) = choice.get("key") else { return };
    let Some(key) = written.scalar().map(str::trim).filter(|key| !key.is_empty()) else {
        return;
    };
    if choice.get("remove").is_none() && !is_slug(&key.replace('_', "-")) {
        let near = crate::text::folder_name(key).unwrap_or_else(|| "khac".to_string());
        reading.report(
            codes::setup::CHOICE_KEY,
            written.span,
            &[("value", key), ("near", &near)],
        );
    }
}

/// A part gets a code by its `id`, and the page that the code opens calls it by its title.
fn check_codes(spec: &FieldSpec, at: Span, reading: &mut Reading<'_>) {
    let type_of = |name: &str| spec.fields.iter().find(|f| f.name == name).map(|f| f.field.name());
    let has_title = ["title", "name"]
        .iter()
        .any(|name| matches!(type_of(name), Some("text" | "line")));
    let (vi, en) = if spec.field.name() != "group" {
        (
            "chỉ mục con của một trường kiểu group mới có mã riêng",
            "only the items of a group can have codes of their own",
        )
    } else if type_of("id") != Some("line") {
        (
            "các mục con chưa có trường id kiểu line",
            "its items have no field id of the type line",
        )
    } else if !has_title {
        (
            "các mục con chưa có trường title kiểu text hoặc line",
            "its items have no field title of the type text or line",
        )
    } else {
        return;
    };
    let form = format!(
        "- name: {}\n  type: group\n  many: true\n  codes: true\n  fields:\n    - {{ name: id, type: line, required: true, \
         label: {{ vi: Mã ngắn, en: Short name }} }}\n    - {{ name: title, type: text, required: true, \
         label: {{ vi: Tên, en: Title }} }}",
        spec.name
    );
    let args = [("name", &*spec.name), ("why", vi), ("why_en", en), (FORM, &*form)];
    reading.report(codes::setup::CODES_OF_NOTHING, at, &args);
}
