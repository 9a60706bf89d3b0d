//! The lock files of a site, `codes.lock` and `translations.lock`: what they said, and what they are to say.
//!
//! Entry point: [`lock_files`]. Invariant: a lock file is written only where its text becomes another one, together with
//! the site, and never over a text that somebody else wrote since it was read.

use super::Checked;
use super::translations::{self, Lock};
use crate::diag::{Diagnostics, codes};
use crate::output::LockFile;
use crate::source::tree::Tree;
use std::collections::BTreeMap;
use std::path::Path;

/// The ledger's path within a site.
pub const LEDGER: &str = "content/codes.lock";

/// The paths of both: files under `content/` that a build writes itself.
pub(super) const BOTH: [&str; 2] = [LEDGER, translations::FILE];

/// BLAKE3 of each lock file's text by path; none where there is no such file.
pub(super) type Hashes = BTreeMap<&'static str, Option<[u8; 32]>>;

fn hash(text: &[u8]) -> [u8; 32] {
    *blake3::hash(text).as_bytes()
}

/// The lock files as they are; that of the translations has been read.
pub(super) fn hashes(tree: &Tree, translations: &Lock) -> Hashes {
    let ledger = || Some(hash(&tree.bytes(tree.find(LEDGER)?).ok()?));
    [(LEDGER, ledger()), (translations::FILE, translations.hash())].into()
}

/// Lock files whose text is another one than was read, to be written together with the site. To be asked before
/// [`super::build`], which takes what was checked.
pub fn lock_files(checked: &Checked, root: &Path) -> Vec<LockFile> {
    lock_files_with(checked, root, "")
}

/// As [`lock_files`]; `gone` are lines that the lock of translations had earlier in a session.
pub(super) fn lock_files_with(checked: &Checked, root: &Path, gone: &str) -> Vec<LockFile> {
    let rows = translations::record_with(&checked.site, &checked.translations, &[], gone);
    let texts = [(LEDGER, checked.ledger.to_text()), (translations::FILE, rows)];
    let files = texts.into_iter().filter_map(|text| changed(checked, root, text));
    files.collect()
}

/// As [`lock_files`] where both were up to date before a few entries were edited: `has_new_ledger` when codes may have
/// other titles, `edited` are the entries whose translations have other rows.
pub(super) fn lock_files_after(checked: &Checked, root: &Path, has_new_ledger: bool, edited: &[u32]) -> Vec<LockFile> {
    let ledger = has_new_ledger.then(|| (LEDGER, checked.ledger.to_text()));
    let record = || translations::record_entries(&checked.site, &checked.translations, edited);
    let rows = (!edited.is_empty()).then(|| (translations::FILE, record()));
    let texts = ledger.into_iter().chain(rows);
    texts.filter_map(|text| changed(checked, root, text)).collect()
}

/// A lock file that is to be written; none when it says what it said.
fn changed(checked: &Checked, root: &Path, (path, text): (&str, String)) -> Option<LockFile> {
    let before = checked.locks.get(path).copied().flatten();
    (before != Some(hash(text.as_bytes()))).then(|| LockFile {
        path: root.join(path),
        bytes: text.into_bytes(),
        before,
    })
}

/// True for a lock file that says what the site stands for, as after the session has written it: hearing of it tells
/// nothing new.
pub(super) fn is_as_known(checked: &Checked, path: &str) -> bool {
    let known = checked.locks.get(path).copied().flatten();
    let bytes = || checked.tree.bytes(checked.tree.find(path)?).ok();
    known.is_some() && known == bytes().map(|bytes| hash(&bytes))
}

/// The rows that the lock of translations is about to lose.
pub(super) fn lost_rows(checked: &Checked, lock_files: &[LockFile]) -> String {
    let file = lock_files.iter().find(|file| file.path.ends_with(translations::FILE));
    let new = file.and_then(|file| std::str::from_utf8(&file.bytes).ok());
    new.map_or_else(String::new, |new| translations::lost(&checked.translations, new))
}

/// Takes in lock files that were just written, for the next edit to be compared with.
pub(super) fn take_in(checked: &mut Checked, written: Vec<LockFile>, root: &Path) {
    for file in written {
        let is_this = |path: &&&str| file.path == root.join(path);
        let Some(path) = BOTH.iter().find(is_this) else {
            continue;
        };
        checked.tree.relist(path);
        let hash = if *path == LEDGER {
            Some(hash(&file.bytes))
        } else {
            checked.translations = Lock::written(file.bytes);
            checked.translations.hash()
        };
        checked.locks.insert(path, hash);
    }
}

/// True when somebody else wrote a lock file while the site was made: it has to be looked at again.
pub(super) fn is_outrun(problems: &Diagnostics) -> bool {
    problems.iter().any(|problem| {
        let file = problem.place.as_ref().map(|place| &*place.file);
        file.is_some_and(|file| BOTH.contains(&file)) && problem.code == codes::files::CHANGED_MEANWHILE
    })
}
