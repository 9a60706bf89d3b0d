//! A site in a folder of its own name: an archive that was unpacked twice. People write in one of the two, and see the other.
//!
//! Entry point: [`unpacked_twice`]. Invariant: told only while the inner site has something that the outer one has not.

use super::{named, seems_more};
use crate::diag::codes::files;
use crate::diag::{Diagnostic, Place};
use crate::engine::{LEDGER, load, translations};
use crate::schema::config;
use crate::source::tree::Tree;
use std::path::Path;

/// What is said of another site in the folder of this one.
pub(super) fn unpacked_twice(root: &Path, tree: &Tree) -> Option<Diagnostic> {
    let name = std::path::absolute(root).ok()?.file_name()?.to_str()?.to_string();
    let (inner, _) = Tree::walk(&root.join(&name), "content", &load::spread);
    inner.find(config::FILE)?;
    let is_more = |path: &str| {
        let theirs = inner.find(path)?;
        let is_more = tree
            .find(path)
            .is_none_or(|ours| seems_more((theirs, &inner), (ours, tree)));
        is_more.then(|| path.trim_start_matches("content/").to_string())
    };
    let paths = inner.files().iter().map(|file| &*file.path);
    let more: Vec<String> = paths
        .filter(|path| *path != translations::FILE)
        .filter_map(is_more)
        .collect();
    if more.is_empty() {
        return None;
    }
    let (list, list_en) = named(&more);
    let merge = format!("vanbia codes merge \"{name}/{LEDGER}\"");
    let (codes, codes_en) = match is_more(LEDGER) {
        Some(_) => (format!(", chạy `{merge}`"), format!(", run `{merge}`")),
        None => Default::default(),
    };
    let finding = Diagnostic::new(files::SITE_TWICE).at(Place::file(&config::FILE.into()));
    let finding = finding.with("name", &name).with("list", list).with("list_en", list_en);
    Some(finding.with("codes", codes).with("codes_en", codes_en))
}
