//! A kind once its file has been applied: what every kind needs, whoever wrote it.
//!
//! Entry point: [`finish`]. Invariant: a finished kind has a folder and an address in each language, though its file say
//! none; what had to be made up is reported.

use super::Kind;
use crate::diag::{Diagnostic, codes};
use crate::schema::reading::Reading;
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
        check_names(kind, node.get(list), reading);
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
fn check_names(kind: &Kind, list: Option<&Node>, reading: &mut Reading<'_>) {
    let names: Vec<&str> = kind.fields.iter().map(|f| f.name.as_str()).collect();
    for item in list.map_or(&[][..], Node::items) {
        let Some(name) = item.scalar().map(str::trim).filter(|name| !names.contains(name)) else {
            continue;
        };
        match nearest(name, names.iter().copied()) {
            Some(near) => {
                let args = [("name", name), ("near", near)];
                reading.report(codes::setup::NO_SUCH_FIELD, item.span, &args);
            }
            None => reading.not_a_choice(item, name, &names, None),
        }
    }
}

/// Counts the labels that a language lacks.
fn check_labels(kind: &Kind, lang: Lang, node: &Node, reading: &mut Reading<'_>) {
    let fields = kind.fields.iter().filter(|f| !f.label.has(lang) && !f.is_broken);
    let own = [&kind.label, &kind.plural].into_iter().filter(|label| !label.has(lang));
    let unlabeled = fields.count() + own.count();
    if unlabeled == 0 {
        return;
    }
    let (code, count) = (reading.languages.get(lang).code.clone(), unlabeled.to_string());
    let args = [("key", kind.key.as_str()), ("lang", &code), ("count", &count)];
    if reading.doc.file.starts_with(crate::kinds::FOLDER) {
        // The file is embedded: nobody could open it.
        reading.add(Diagnostic::new(codes::setup::LABELS_MISSING).with_all(&args));
    } else {
        reading.report(codes::setup::LABELS_MISSING, node.span, &args);
    }
}
