//! Where findings are, and which of them only repeat another one.
//!
//! Entry point: [`resolve`], [`forget_consequences`]. Invariant: a finding is never moved to another file, and an error
//! is forgotten only where another error of the same cause stays.

use crate::diag::codes::{fields, files, ledger, media, prose, setup, site, yaml};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, Severity, Span};
use crate::source::document::Document;
use crate::source::tree::Tree;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Findings that only know bytes of a file, or what was typed there, get line, column and text; the file is read again
/// for that.
pub(super) fn resolve(found: &mut Diagnostics, tree: &Tree) {
    let mut last: Option<(Arc<str>, Option<Document>)> = None;
    for finding in found.iter_mut() {
        let typed = typed(finding);
        let Some(place) = finding.place.as_mut().filter(|p| p.line == 0) else {
            continue;
        };
        if place.mark.1 == 0 && typed.is_none() {
            continue;
        }
        if last.as_ref().is_none_or(|(file, _)| *file != place.file) {
            let doc = tree.find(&place.file).and_then(|f| tree.document(f).0);
            last = Some((place.file.clone(), doc));
        }
        let Some((_, Some(doc))) = &last else { continue };
        let known = (place.mark.1 > 0).then(|| Span::new(place.mark.0, place.mark.1));
        let Some(span) = known.or_else(|| written(&doc.text, &typed?)) else {
            continue;
        };
        *place = Place::of(&place.file, &doc.text, span);
    }
}

/// What the author of a finding's file typed, for findings across entries, which know no bytes.
fn typed(finding: &Diagnostic) -> Option<String> {
    let name = match finding.code.number {
        n if n == site::FORMER_EXISTS.number
            || n == site::NO_SUCH_ENTRY.number
            || n == site::NO_ENTRY_NEAR.number
            || n == site::REFERS_TO_DRAFT.number
            || n == site::NOW_CALLED.number =>
        {
            "key"
        }
        n if n == site::PART_TWICE.number => "id",
        n if n == site::TONE_SPELLING.number => "second",
        n if n == site::STALE_TEXT.number => "text",
        n if n == ledger::ISSUED_ENTRY_DRAFT.number => return Some("draft".to_string()),
        n if n == ledger::FORMER_EXISTS.number || n == ledger::FORMER_PART.number => "former",
        n if n == setup::UNKNOWN_FOLDER.number || n == files::FOLDER_OF_NO_KIND.number => "folder",
        n if n == setup::NO_SUCH_THEME.number => "name",
        n if n == media::MISSING_FILE.number
            || n == media::MISSING_FILE_NEAR.number
            || n == files::FILE_ONE_UP.number =>
        {
            "file"
        }
        _ => return None,
    };
    finding
        .args
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, value)| value.clone())
}

/// The last place where a text stands by itself.
fn written(text: &str, typed: &str) -> Option<Span> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '#');
    let alone = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[at + typed.len()..].chars().next();
        !typed.is_empty() && !before.is_some_and(is_part) && !after.is_some_and(is_part)
    };
    let at = text.match_indices(typed).map(|(at, _)| at).filter(alone).last()?;
    Some(Span::new(at, at + typed.len()))
}

/// Says where the `entry.yaml` of a folder lies that has none of its own, but one a folder deeper.
pub(super) fn find_nested(found: &mut Diagnostics, tree: &Tree) {
    let lacking = |d: &&mut Diagnostic| d.code.number == files::NO_ENTRY_FILE.number;
    for finding in found.iter_mut().filter(lacking) {
        let Some(place) = &finding.place else { continue };
        let nested = tree.below(&place.file).iter().find_map(|file| {
            let inner = file.path.strip_suffix("entry.yaml")?.strip_suffix('/')?;
            (inner.len() > place.file.len()).then(|| inner.to_string())
        });
        if let Some(inner) = nested {
            let place = place.clone();
            *finding = Diagnostic::new(files::NESTED_ENTRY).at(place).with("inner", inner);
        }
    }
}

/// Drops what follows from a mistake that is told as well: a file under a wrong name is also unused, a folder whose
/// `entry.yaml` is called `entry.yaml.txt` also lacks one, a file whose line is refused is named by nobody.
pub(super) fn forget_consequences(found: &mut Diagnostics, tree: &Tree) {
    let file = |d: &Diagnostic| d.place.as_ref().map(|p| p.file.to_string()).unwrap_or_default();
    let is = |d: &Diagnostic, codes: &[&Code]| codes.iter().any(|c| c.number == d.code.number);
    let misnamed = [files::WRONG_NAME, files::WORD_DOCUMENT, files::COPY_OF];
    let named: BTreeSet<String> = found.iter().filter(|d| is(d, &misnamed)).map(file).collect();
    let facts: BTreeSet<String> = named
        .iter()
        .filter_map(|path| path.rsplit_once('/').filter(|(_, name)| name.starts_with("entry")))
        .map(|(folder, _)| format!("{folder}/"))
        .collect();
    quotes_that_do_not_hold(found);
    // A line that YAML itself refuses has no use for remarks on its value.
    let spot = |d: &Diagnostic| d.place.as_ref().map(|p| (p.file.to_string(), p.line, p.column));
    let area = |d: &Diagnostic| d.code.number / 100;
    let refused: BTreeSet<_> = found.iter().filter(|d| area(d) == 2).filter_map(spot).collect();
    let refused_files: BTreeSet<String> = found.iter().filter(|d| area(d) == 1).map(file).collect();
    let former = found.iter().any(|d| is(d, &[ledger::FORMER_EXISTS]));
    let unreadable = Unreadable::of(found);
    let shown: BTreeSet<String> = found.iter().filter_map(named_by_text).collect();
    // Without an address of its own the site has one that nobody wrote.
    let of_address = |d: &Diagnostic| d.args.iter().any(|(name, value)| *name == "key" && value == "base_url");
    let is_addressless =
        |d: &Diagnostic| is(d, &[setup::BAD_BASE_URL]) || is(d, &[setup::MISSING_SETTING]) && of_address(d);
    let addressless = found.iter().any(is_addressless);
    // Without its ledger a site has other codes than its plates; all comes right with the ledger.
    let unread_ledger = found
        .iter()
        .any(|d| (601..=608).contains(&d.code.number) || is(d, &[ledger::LEDGER_SEPARATORS]));
    let lost_ledger = unread_ledger || found.iter().any(|d| is(d, &[ledger::ISSUED_MISSING]));
    let of_plates = [ledger::SIGN_OTHER_CODE, ledger::SIGN_CODE_GONE, ledger::SIGN_NOT_ISSUED];
    found.retain(|d| {
        let path = file(d);
        let has_no_use = is(d, &[media::UNUSED_FILE, files::DOCUMENT_UNUSED, files::ARCHIVE]);
        let unused = (has_no_use || is(d, &[files::UNKNOWN_PROSE])) && named.contains(&path);
        let lacking = is(d, &[files::NO_ENTRY_FILE]) && facts.contains(&path);
        let twice = is(d, &[site::FORMER_EXISTS]) && former;
        let named_after_all = mentioned(d, &path, tree) || unreadable.names_no_files(&path) || shown.contains(&path);
        let meant = has_no_use && named_after_all;
        let unfound = is(d, &[site::NO_SUCH_ENTRY, site::NO_ENTRY_NEAR]) && unreadable.is_meant(d);
        let unread = area(d) == 3 && spot(d).is_some_and(|spot| refused.contains(&spot));
        let empty = is(d, &[prose::EMPTY_PROSE]) && refused_files.contains(&path);
        let unasked = is(d, &[ledger::ISSUED_PAYLOAD]) && addressless;
        let lost = lost_ledger && is(d, &of_plates) || unread_ledger && is(d, &[ledger::ISSUED_MISSING]);
        !(lost || unfound || unasked || empty || unused || lacking || twice || meant || unread)
    });
}

/// Curly quotes around a value that is wrong with them are what is wrong: to say that they will be seen on the page would
/// be untrue of a code, a number or a date.
fn quotes_that_do_not_hold(found: &mut Diagnostics) {
    let spot = |d: &Diagnostic| d.place.as_ref().map(|p| (p.file.to_string(), p.line, p.column));
    let is_wrong = |d: &&Diagnostic| d.code.number / 100 == 3 && d.code.draft == Severity::Error;
    let wrong: BTreeSet<_> = found.iter().filter(is_wrong).filter_map(spot).collect();
    if wrong.is_empty() {
        return;
    }
    for finding in found.iter_mut() {
        if finding.code.number == yaml::CURLY_QUOTES_SHOWN.number && spot(finding).is_some_and(|s| wrong.contains(&s)) {
            finding.code = yaml::CURLY_QUOTES;
        }
    }
}

/// Entries that could not be read, or not as they should be.
#[derive(Default)]
struct Unreadable {
    /// Keys under which others may call an entry that is there, and has a mistake of its own.
    keys: BTreeSet<String>,
    /// Folders of entries of which it is not known which files they name, with a final slash.
    folders: BTreeSet<String>,
}

impl Unreadable {
    fn of(found: &Diagnostics) -> Self {
        let mut all = Self::default();
        for finding in found {
            let Some(place) = &finding.place else { continue };
            let mut parts = place.file.strip_prefix("content/").unwrap_or_default().splitn(3, '/');
            let (Some(folder), Some(name), Some(inside)) = (parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            let (number, is_facts) = (finding.code.number, inside.is_empty() || inside.starts_with("entry"));
            let is_error = finding.code.draft == Severity::Error;
            let is_unreadable = matches!(number / 100, 1..=2) && number != files::FILE_ONE_UP.number;
            if is_error && is_facts && is_unreadable {
                all.keys.insert(format!("{folder}/{name}"));
                let right = finding.args.iter().find(|(name, _)| *name == "near");
                all.keys.extend(right.map(|(_, near)| format!("{folder}/{near}")));
            }
            let misnames = [
                media::MISSING_FILE,
                media::MISSING_FILE_NEAR,
                files::FILE_ONE_UP,
                fields::FILE_PATH,
                fields::FILE_BESIDE,
                fields::FILE_PATH_MENDED,
            ];
            let misnames = misnames.map(|code| code.number);
            if is_error && is_facts && (is_unreadable || misnames.contains(&number)) {
                all.folders.insert(format!("content/{folder}/{name}/"));
            }
        }
        all
    }

    /// True for a reference to such an entry.
    fn is_meant(&self, finding: &Diagnostic) -> bool {
        let key = finding.args.iter().find(|(name, _)| *name == "key");
        key.is_some_and(|(_, key)| self.keys.contains(key))
    }

    fn names_no_files(&self, file: &str) -> bool {
        self.folders.iter().any(|folder| file.starts_with(folder.as_str()))
    }
}

/// The file that a text names in an address with blanks, which is no address to Markdown.
fn named_by_text(finding: &Diagnostic) -> Option<String> {
    let address = finding.args.iter().find(|(name, _)| *name == "address");
    let (_, address) = address.filter(|_| finding.code == prose::SPACE_IN_ADDRESS)?;
    let mut parts = finding.place.as_ref()?.file.splitn(4, '/');
    let (content, folder, entry) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!(
        "{content}/{folder}/{entry}/{}",
        address.trim_start_matches("./")
    ))
}

/// True when the facts of the entry name the file after all.
fn mentioned(finding: &Diagnostic, path: &str, tree: &Tree) -> bool {
    let inside = finding
        .args
        .iter()
        .find(|(name, _)| *name == "file")
        .map(|(_, value)| value);
    let yaml = inside.and_then(|inside| Some(format!("{}entry.yaml", path.strip_suffix(inside.as_str())?)));
    let doc = yaml.and_then(|yaml| tree.document(tree.find(&yaml)?).0);
    inside
        .zip(doc)
        .is_some_and(|(inside, doc)| written(&doc.text, inside).is_some())
}
