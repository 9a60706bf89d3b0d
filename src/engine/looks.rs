//! What kinds say about their looks, held against the theme: the template of their pages, the layout of their plates.
//!
//! Entry point: [`originals`], and for this folder `check`. Invariant: told at the line of the kind file that names what
//! is not there.

use super::load::ThemeFiles;
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::render;
use crate::schema::kind::Kinds;
use crate::sign::layout;
use crate::source::document::Document;
use crate::source::yaml::{self, Node};
use crate::text::nearest;
use std::collections::BTreeSet;

/// The files of the built-in theme, for those who want to begin from one; texts with the words that stand in the same file
/// when a site, and not a theme, writes them.
pub fn originals(has_words: bool) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = render::files()
        .map(|(path, bytes)| (path.to_string(), bytes.to_vec()))
        .collect();
    for (path, bytes) in &mut all {
        let words = crate::schema::words::files();
        let lang = path
            .strip_prefix("strings/")
            .and_then(|name| name.strip_suffix(".yaml"));
        if let Some((_, words)) = words.iter().find(|(code, _)| has_words && Some(*code) == lang) {
            bytes.extend_from_slice(words.as_bytes());
        }
    }
    all.extend(layout::drawings().map(|(name, svg)| (format!("signs/{name}.svg"), svg.as_bytes().to_vec())));
    all.sort();
    all
}

/// Checks the files of `content/kinds/`.
pub(super) fn check(own: &[Document], theme: &ThemeFiles, kinds: &Kinds) -> Diagnostics {
    let mut layouts: BTreeSet<&str> = render::layouts().into_iter().collect();
    let mut signs: BTreeSet<&str> = layout::builtin_names().collect();
    for file in theme.chosen.iter().chain(&theme.own) {
        layouts.extend(inside(&file.path, "templates/entry/", ".html"));
        signs.extend(inside(&file.path, "signs/", ".svg"));
    }
    let mut found = Diagnostics::new();
    for document in own {
        // What cannot be read was told when it was.
        let (node, _) = yaml::read(document);
        let key = document
            .file
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".yaml");
        let usual = |word: &str| word == key || kinds.all().iter().any(|kind| kind.key == word);
        for (name, known) in [("layout", &layouts), ("sign", &signs)] {
            let Some((at, word)) = node.get(name).and_then(|at| Some((at, at.scalar()?.trim()))) else {
                continue;
            };
            if !(known.contains(word) || name == "layout" && usual(word)) {
                found.push(unknown(document, name, at, word, known));
            }
        }
    }
    found
}

/// The name of a file of a folder.
fn inside<'p>(path: &'p str, folder: &str, ending: &str) -> Option<&'p str> {
    path.strip_prefix(folder)?.strip_suffix(ending)
}

/// `layout: khong-co`: pages are made as usual, and do not look as was meant.
fn unknown(document: &Document, key: &str, at: &Node, word: &str, known: &BTreeSet<&str>) -> Diagnostic {
    let (why, why_en) = match key {
        "layout" => (
            format!("không có mẫu trang templates/entry/{word}.html"),
            format!("there is no template templates/entry/{word}.html"),
        ),
        _ => (
            format!("không có mẫu biển «{word}»"),
            format!("there is no layout of plates «{word}»"),
        ),
    };
    let finding = document.found(codes::look::KIND_VALUE_USELESS, at.span);
    let finding = finding.with("value", word).with("key", key);
    let finding = finding.with("why", why).with("why_en", why_en);
    let (todo, todo_en) = match nearest(word, known.iter().copied()) {
        Some(near) => (format!("có phải là «{near}»?"), format!("did you mean «{near}»?")),
        None => {
            let known = known.iter().copied().collect::<Vec<_>>().join(", ");
            (
                format!("ghi một trong các tên {known}, hoặc xóa dòng này"),
                format!("write one of {known}, or delete this line"),
            )
        }
    };
    finding.with("todo", todo).with("todo_en", todo_en)
}
