//! The keys that an entry had before: `formerly: [relics/bo-da]`.
//!
//! Entry point: [`read`]. Invariant: a key that is kept could have been one: two names as folders have them. Whether its
//! folder ever was a kind's, the ledger may know better.

use super::load::Setting;
use crate::diag::codes;
use crate::schema::kind::Kinds;
use crate::schema::reading::Reading;
use crate::source::yaml::{Data, Node};
use crate::text::{folder_name, is_slug, nearest};

/// Reads the former keys of an entry; what can never have been one is reported with what was meant. Its key of today is none.
pub(super) fn read(own: &str, entry: &Node, setting: &Setting<'_>, reading: &mut Reading<'_>) -> Vec<Box<str>> {
    let mut keys: Vec<Box<str>> = Vec::new();
    for item in entry.get("formerly").map_or(&[][..], Node::items) {
        // Anything but a line of text was told when the field was read.
        let Data::Scalar(typed) = &item.data else { continue };
        let typed = typed.trim();
        if typed.is_empty() {
            continue;
        }
        let key = typed.trim_matches('/');
        if key == own {
            reading.report(codes::ledger::FORMER_SELF, item.span, &[("key", key)]);
            continue;
        }
        match folder_of(key, setting.kind.codes) {
            None => {
                let right: Vec<String> = typed.split(',').map(|one| meant(one, setting)).collect();
                let args = [("value", typed), ("right", &*right.join(", "))];
                reading.report(codes::fields::FORMER_FORM, item.span, &args);
            }
            Some(folder) => {
                if setting.kinds.of_folder(folder).is_none() {
                    let args = [("value", key), ("folder", folder), ("right", &*meant(key, setting))];
                    reading.report(codes::fields::FORMER_FOLDER, item.span, &args);
                }
                if !keys.iter().any(|known| **known == *key) {
                    keys.push(key.into());
                }
            }
        }
    }
    keys
}

/// The folder of a key; none when it is no key. The ledger has a word of its own for parts, where there are codes.
fn folder_of(key: &str, has_parts: bool) -> Option<&str> {
    let whole = match key.split_once('#') {
        Some((whole, _)) if has_parts => whole,
        _ => key,
    };
    let (folder, name) = whole.split_once('/')?;
    (is_slug(folder) && is_slug(name)).then_some(folder)
}

/// The key in an address, a path or a name as people write it, as near as can be told.
fn meant(typed: &str, setting: &Setting<'_>) -> String {
    let path = typed.trim().replace('\\', "/");
    let path = path.split_once("://").map_or(path.as_str(), |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_name = |part: &&str| {
        let is_file = *part == "index.html" || part.ends_with(".yaml") || part.ends_with(".md");
        !(part.is_empty() || is_file || matches!(*part, "." | ".."))
    };
    let parts: Vec<&str> = path.split('/').map(str::trim).filter(is_name).collect();
    let (name, before) = parts
        .split_last()
        .map_or(("", &[][..]), |(name, before)| (*name, before));
    let folder = before
        .iter()
        .rev()
        .find_map(|part| folder_meant(part, setting.kinds))
        .or_else(|| {
            nearest(
                before.last()?,
                setting.kinds.all().iter().map(|kind| kind.folder.as_str()),
            )
        })
        .unwrap_or(&setting.kind.folder);
    format!("{folder}/{}", folder_name(name).as_deref().unwrap_or("ten-cu"))
}

/// The folder of the kind that is called so in `content/` or in addresses.
fn folder_meant<'k>(part: &str, kinds: &'k Kinds) -> Option<&'k str> {
    let kind = |is: &dyn Fn(&crate::schema::kind::Kind) -> bool| kinds.all().iter().find(|kind| is(kind));
    kind(&|kind| kind.folder == part)
        .or_else(|| kind(&|kind| kind.url.iter().any(|url| url == part)))
        .map(|kind| kind.folder.as_str())
}
