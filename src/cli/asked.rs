//! Which entry is meant by what was typed on the command line.
//!
//! Entry point: [`names`], [`keys`], [`tell_meant`]. Invariant: what is not meant exactly is told, and nothing is done.

use super::USAGE;
use super::setting::{Setting, today};
use super::terminal::{show, tell};
use super::wording as w;
use crate::diag::{Diagnostic, Strictness};
use crate::engine::{self, Known, Request};
use crate::schema::kind::{Kind, Kinds};
use crate::schema::languages::Languages;
use crate::site::ledger::{Asked, Ledger, Names};
use crate::text::{Lang, fold};
use std::path::Path;

/// The names of a site: its entries, drafts too, and the rows of its ledger. Content with errors has names as well.
pub(super) fn names(root: &Path, ledger: &Ledger) -> Names {
    let loaded = today(None).ok().and_then(|today| {
        let request = Request {
            drafts: true,
            ..Request::new(root, today)
        };
        engine::load(&request, &mut Known::nothing()).0
    });
    let entries = loaded.iter().flat_map(|loaded| &loaded.entries).map(|entry| &**entry);
    Names::of(ledger, entries, loaded.as_ref().map(|loaded| &loaded.frame.kinds))
}

/// The keys that are meant, each once; else what is wrong with the first that means none.
pub(super) fn keys(typed: &[String], names: &Names, ledger: &Ledger, setting: &Setting) -> Result<Vec<String>, u8> {
    let mut keys = Vec::with_capacity(typed.len());
    for typed in typed {
        let asked = names.find(typed, ledger).map_err(|finding| refuse(finding, setting))?;
        tell_meant(typed, asked, setting);
        if !keys.iter().any(|key| key == asked.key) {
            keys.push(asked.key.to_string());
        }
    }
    Ok(keys)
}

/// Says which entry was meant, where a code or a title was typed.
pub(super) fn tell_meant(typed: &str, asked: Asked<'_>, setting: &Setting) {
    if typed != asked.key && !setting.quiet {
        let values = [("typed", typed.trim()), ("title", asked.title), ("key", asked.key)];
        tell(setting, w::MEANT, &values);
    }
}

/// The kind that is meant by its key, its folder, its folder in addresses, or what one or several of it are called.
pub(super) fn kind(typed: &str, kinds: &Kinds) -> Option<usize> {
    let exact = kinds.of_key(typed).or_else(|| kinds.of_folder(typed));
    let plain = |text: &str| fold(&text.replace(['-', '_'], " "));
    let wanted = plain(typed.trim_matches(['/', '\\']));
    exact.or_else(|| {
        kinds.all().iter().position(|kind| {
            let mut names = [kind.key.as_str(), &kind.folder]
                .into_iter()
                .chain(kind.url.iter().map(String::as_str));
            let mut labels = kind.label.all().chain(kind.plural.all());
            names.any(|name| plain(name) == wanted) || labels.any(|(_, label)| plain(label) == wanted)
        })
    })
}

/// Kinds as they are listed: the key, and what one is called in the site's first language.
pub(super) fn known<'k>(kinds: impl Iterator<Item = &'k Kind>, languages: &Languages) -> String {
    let one = |kind: &Kind| format!("{} ({})", kind.key, languages.plain(&kind.label, Lang(0)));
    kinds.map(one).collect::<Vec<_>>().join(", ")
}

/// Shows a finding about what was typed.
pub(super) fn refuse(finding: Diagnostic, setting: &Setting) -> u8 {
    show(&[finding], Strictness::default(), setting);
    USAGE
}
