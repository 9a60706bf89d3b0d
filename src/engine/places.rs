//! Where findings are, and which of them only repeat another one.
//!
//! Entry point: [`resolve`], [`forget_consequences`]. Invariant: a finding is never moved to another file, and an error
//! is forgotten only where another error of the same cause stays.

use crate::diag::codes::{fields, files, ledger, media, prose, setup, site, yaml};
use crate::diag::{Area, Code, Diagnostic, Diagnostics, Place, Severity, Span};
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

/// Findings across entries know no bytes; under this name they have what the author of their file typed.
const TYPED: &[(&str, &[&Code])] = &[
    (
        "key",
        &[
            site::FORMER_EXISTS,
            site::NO_SUCH_ENTRY,
            site::NO_ENTRY_NEAR,
            site::REFERS_TO_DRAFT,
            site::NOW_CALLED,
        ],
    ),
    ("id", &[site::PART_TWICE]),
    ("second", &[site::TONE_SPELLING]),
    ("text", &[site::STALE_TEXT]),
    ("former", &[ledger::FORMER_EXISTS, ledger::FORMER_PART]),
    ("folder", &[setup::UNKNOWN_FOLDER, files::FOLDER_OF_NO_KIND]),
    ("name", &[setup::NO_SUCH_THEME]),
    (
        "file",
        &[media::MISSING_FILE, media::MISSING_FILE_NEAR, files::FILE_ONE_UP],
    ),
];

/// What the author of a finding's file typed.
fn typed(finding: &Diagnostic) -> Option<String> {
    if finding.code == ledger::ISSUED_ENTRY_DRAFT {
        return Some("draft".to_string());
    }
    let (name, _) = TYPED.iter().find(|(_, codes)| codes.contains(&finding.code))?;
    finding.arg(name).map(str::to_string)
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
    let lacking = |d: &&mut Diagnostic| d.code == files::NO_ENTRY_FILE;
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
    quotes_that_do_not_hold(found);
    let causes = Causes::of(found);
    found.retain(|finding| !causes.explain(finding, tree));
}

/// File, line, column.
type Spot = (Arc<str>, u32, u32);

fn spot(finding: &Diagnostic) -> Option<Spot> {
    let place = finding.place.as_ref()?;
    Some((place.file.clone(), place.line, place.column))
}

const COPIES: [&Code; 2] = [files::COPY_OF_FOLDER, files::OTHER_VERSION_OF_FOLDER];

/// The mistakes of a site from which others follow.
struct Causes {
    /// Files under a wrong name.
    misnamed: BTreeSet<Arc<str>>,
    /// Folders whose `entry.yaml` is there under a wrong name, with a final slash.
    misnamed_facts: BTreeSet<String>,
    /// Folders that are copies of others, with a final slash.
    copies: BTreeSet<Arc<str>>,
    /// Folders of kinds under another name, and the name that is meant.
    misnamed_kinds: Vec<(String, String)>,
    /// Files that could not be read as text.
    refused_files: BTreeSet<Arc<str>>,
    /// Where YAML refused a line.
    refused_lines: BTreeSet<Spot>,
    /// Files that a text names in an address with blanks.
    named_by_text: BTreeSet<String>,
    unreadable: Unreadable,
    /// The ledger has told of a former key that is an entry.
    has_former: bool,
    /// The site has no address of its own, so that it has one that nobody wrote.
    is_addressless: bool,
    /// The ledger could not be read.
    is_ledger_unread: bool,
    /// The ledger could not be read, or lacks codes.
    is_ledger_lost: bool,
}

impl Causes {
    fn of(found: &Diagnostics) -> Self {
        let is = |d: &Diagnostic, codes: &[&Code]| codes.contains(&d.code);
        let file = |d: &Diagnostic| d.place.as_ref().map_or_else(|| "".into(), |place| place.file.clone());
        let of_area = |area: Area| found.iter().filter(move |d| d.code.area() == area);
        let names = [
            files::WRONG_NAME,
            files::WORD_DOCUMENT,
            files::COPY_OF,
            files::OTHER_VERSION,
            files::LEDGER_COPY,
        ];
        let is_misnamed = |d: &&Diagnostic| is(d, &names);
        let misnamed: BTreeSet<Arc<str>> = found.iter().filter(is_misnamed).map(file).collect();
        // Only what is an error itself may stand for another one.
        let facts = found
            .iter()
            .filter(|d| is_misnamed(d) && d.code.draft == Severity::Error)
            .filter_map(|d| {
                let path = &d.place.as_ref()?.file;
                let (folder, _) = path.rsplit_once('/')?;
                (d.arg("right")? == "entry.yaml").then(|| format!("{folder}/"))
            });
        let of_unknown = found.iter().filter(|d| is(d, &[setup::UNKNOWN_FOLDER]));
        let kinds = |d: &Diagnostic| Some((d.arg("folder")?.to_string(), d.arg("near")?.to_string()));
        let lacks_address = |d: &Diagnostic| {
            is(d, &[setup::BAD_BASE_URL]) || is(d, &[setup::MISSING_SETTING]) && d.arg("key") == Some("base_url")
        };
        let is_ledger_unread = found
            .iter()
            .any(|d| (601..=608).contains(&d.code.number) || is(d, &[ledger::LEDGER_SEPARATORS]));
        Self {
            copies: found.iter().filter(|d| is(d, &COPIES)).map(file).collect(),
            misnamed_facts: facts.collect(),
            misnamed_kinds: of_unknown.filter_map(kinds).collect(),
            refused_files: of_area(Area::Files).map(file).collect(),
            refused_lines: of_area(Area::Yaml).filter_map(spot).collect(),
            named_by_text: found.iter().filter_map(named_by_text).collect(),
            unreadable: Unreadable::of(found),
            has_former: found.iter().any(|d| is(d, &[ledger::FORMER_EXISTS])),
            is_addressless: found.iter().any(lacks_address),
            is_ledger_unread,
            is_ledger_lost: is_ledger_unread || found.iter().any(|d| is(d, &[ledger::ISSUED_MISSING])),
            misnamed,
        }
    }

    /// True when the entry of an issued code is there, and only its facts or the folder of its kind have a wrong name.
    fn has_entry(&self, finding: &Diagnostic, tree: &Tree) -> bool {
        let Some((folder, name)) = finding.arg("entry").and_then(|key| key.split_once('/')) else {
            return false;
        };
        let is_there = |(_, meant): &&(String, String)| meant == folder;
        self.misnamed_facts.contains(&format!("content/{folder}/{name}/"))
            || self
                .misnamed_kinds
                .iter()
                .filter(is_there)
                .any(|(given, _)| !tree.below(&format!("content/{given}/{name}/")).is_empty())
    }

    /// True when the finding only repeats one of these mistakes.
    fn explain(&self, finding: &Diagnostic, tree: &Tree) -> bool {
        let file = finding.place.as_ref().map_or("", |place| &*place.file);
        let is = |codes: &[&Code]| codes.contains(&finding.code);
        let has_no_use = is(&[media::UNUSED_FILE, files::DOCUMENT_UNUSED, files::ARCHIVE]);
        let is_misnamed = (has_no_use || is(&[files::UNKNOWN_PROSE])) && self.misnamed.contains(file)
            || is(&[files::NO_ENTRY_FILE]) && (self.misnamed_facts.contains(file) || self.copies.contains(file))
            || is(&[ledger::ISSUED_ENTRY_GONE, ledger::ISSUED_ENTRY_RENAMED]) && self.has_entry(finding, tree);
        let is_named_after_all = || {
            self.unreadable.names_no_files(file) || self.named_by_text.contains(file) || mentioned(finding, file, tree)
        };
        let is_told_of_ledger = is(&[site::FORMER_EXISTS]) && self.has_former;
        let is_unfound = is(&[site::NO_SUCH_ENTRY, site::NO_ENTRY_NEAR]) && self.unreadable.is_meant(finding);
        // A line that YAML itself refuses has no use for remarks on its value.
        let is_refused = || spot(finding).is_some_and(|spot| self.refused_lines.contains(&spot));
        let is_empty = is(&[prose::EMPTY_PROSE]) && self.refused_files.contains(file);
        let is_unasked = is(&[ledger::ISSUED_PAYLOAD]) && self.is_addressless;
        // Without its ledger a site has other codes than its plates; all comes right with the ledger.
        let is_of_plates = is(&[ledger::SIGN_OTHER_CODE, ledger::SIGN_CODE_GONE, ledger::SIGN_NOT_ISSUED]);
        let is_lost = self.is_ledger_lost && is_of_plates || self.is_ledger_unread && is(&[ledger::ISSUED_MISSING]);
        is_misnamed
            || is_told_of_ledger
            || is_unfound
            || is_empty
            || is_unasked
            || is_lost
            || finding.code.area() == Area::Fields && is_refused()
            || has_no_use && is_named_after_all()
    }
}

/// Curly quotes around a value that is wrong with them are what is wrong: to say that they will be seen on the page would
/// be untrue of a code, a number or a date.
fn quotes_that_do_not_hold(found: &mut Diagnostics) {
    let is_wrong = |d: &&Diagnostic| d.code.area() == Area::Fields && d.code.draft == Severity::Error;
    let wrong: BTreeSet<_> = found.iter().filter(is_wrong).filter_map(spot).collect();
    if wrong.is_empty() {
        return;
    }
    for finding in found.iter_mut() {
        if finding.code == yaml::CURLY_QUOTES_SHOWN && spot(finding).is_some_and(|s| wrong.contains(&s)) {
            finding.code = yaml::CURLY_QUOTES;
        }
    }
}

/// A file is named, but not as it is called.
const MISNAMES: &[&Code] = &[
    media::MISSING_FILE,
    media::MISSING_FILE_NEAR,
    files::FILE_ONE_UP,
    fields::FILE_PATH,
    fields::FILE_BESIDE,
    fields::FILE_PATH_MENDED,
];

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
            let is_facts = inside.is_empty() || inside.starts_with("entry");
            if !is_facts || finding.code.draft != Severity::Error {
                continue;
            }
            let is_unreadable = finding.code.area() <= Area::Yaml && finding.code != files::FILE_ONE_UP;
            if is_unreadable {
                all.keys.insert(format!("{folder}/{name}"));
                all.keys
                    .extend(finding.arg("near").map(|near| format!("{folder}/{near}")));
            }
            if is_unreadable || MISNAMES.contains(&finding.code) {
                all.folders.insert(format!("content/{folder}/{name}/"));
            }
        }
        all
    }

    /// True for a reference to such an entry.
    fn is_meant(&self, finding: &Diagnostic) -> bool {
        finding.arg("key").is_some_and(|key| self.keys.contains(key))
    }

    fn names_no_files(&self, file: &str) -> bool {
        self.folders.iter().any(|folder| file.starts_with(folder.as_str()))
    }
}

/// The file that a text names in an address with blanks, which is no address to Markdown.
fn named_by_text(finding: &Diagnostic) -> Option<String> {
    let address = finding
        .arg("address")
        .filter(|_| finding.code == prose::SPACE_IN_ADDRESS)?;
    let mut parts = finding.place.as_ref()?.file.splitn(4, '/');
    let (content, folder, entry) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!(
        "{content}/{folder}/{entry}/{}",
        address.trim_start_matches("./")
    ))
}

/// True when the facts of the entry name the file after all.
fn mentioned(finding: &Diagnostic, path: &str, tree: &Tree) -> bool {
    let inside = finding.arg("file");
    let yaml = inside.and_then(|inside| Some(format!("{}entry.yaml", path.strip_suffix(inside)?)));
    let doc = yaml.and_then(|yaml| tree.document(tree.find(&yaml)?).0);
    inside
        .zip(doc)
        .is_some_and(|(inside, doc)| written(&doc.text, inside).is_some())
}
