//! What lies beside the pages that an edit concerns and is no page: plates, and codes of other standards.
//!
//! Entry point: [`make()`]. Invariant: what these entries show no more goes; an account without consent must not stay.

use super::super::make;
use super::super::session::Last;
use super::{Concerned, Made};
use crate::output::Sink;
use crate::page::Page;
use crate::text::Lang;
use std::collections::BTreeSet;

/// Makes the plates of the concerned entries, and names the plates and codes that go.
pub(super) fn make(last: &Last, concerned: &Concerned, sink: &dyn Sink, made: &mut Made) {
    let (checked, old) = (&last.checked, &last.output.keys);
    let pages = concerned.pages.iter().filter_map(|i| match checked.plan.pages[*i] {
        Page::Entry(lang, entry) => Some((lang, entry)),
        _ => None,
    });
    let pages: Vec<(Lang, u32)> = pages.collect();
    let entries: BTreeSet<u32> = pages.iter().map(|(_, entry)| *entry).collect();
    let plates = make::plates(checked, old, sink, &|entry| entries.contains(&entry));
    let is_other = |(path, key): &&(std::sync::Arc<str>, super::Key)| !old.has(path, *key);
    made.changed
        .extend(plates.iter().filter(is_other).map(|(path, _)| path.to_string()));
    made.keys.extend(plates);
    let made_now: BTreeSet<&str> = made.keys.iter().map(|(path, _)| &**path).collect();
    let viewer = last.studio.viewer(checked);
    let codes = pages.iter().flat_map(|(lang, entry)| {
        let start = format!("{}ma-", viewer.path(&Page::Entry(*lang, *entry)));
        // A chapter may be called so, too; its page lies in a folder.
        let files = old.below(&start).filter(|path| !path[start.len()..].contains('/'));
        files.map(str::to_string).collect::<Vec<_>>()
    });
    let concerns = |to: &Option<(u32, Option<String>)>| to.as_ref().is_some_and(|(entry, _)| entries.contains(entry));
    let landings = checked.codes.landings().iter().filter(|landing| concerns(&landing.to));
    let plates = landings.map(|landing| format!("{}/plate.svg", landing.code));
    let had = codes.chain(plates.filter(|path| old.knows(path)));
    let gone: Vec<String> = had.filter(|path| !made_now.contains(path.as_str())).collect();
    made.gone.extend(gone);
}
