//! Which entry somebody means who types a code, a key or a title.
//!
//! Entry point: [`Names::of`], [`Names::find`], [`Names::row`]. Invariant: an entry is meant only where exactly that was
//! typed; case and the way in which letters are composed do not count. A near one is proposed, never taken: a wrong code
//! that is issued or retired cannot be called back from a printed sign.

use super::{Ledger, Row, Status};
use crate::diag::Diagnostic;
use crate::diag::codes::ledger as messages;
use crate::entry::model::{Entry, Status as Shown};
use crate::schema::kind::Kinds;
use crate::text::{nearest, nfc};
use std::collections::BTreeMap;

/// Whether an entry gets a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It has one after the next build.
    Open,
    /// Not before it is published.
    Draft,
    /// It keeps what it has.
    Withdrawn,
    /// Only the ledger knows it.
    Gone,
}

/// An entry, or a part of one.
#[derive(Clone, Debug)]
struct Name {
    state: State,
    titles: Vec<String>,
}

/// Everything that can be meant: entries and their parts, and what only the ledger still knows.
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_key: BTreeMap<String, Name>,
    /// What entries were called before, as [`as_key`] gives it, and what they are called now.
    former: BTreeMap<String, String>,
}

/// What entries of whatever kind are called, for texts that name one where its key is wanted: each name is looked up once,
/// however many entries a site has.
#[derive(Clone, Debug, Default)]
pub struct Called {
    /// Keys and folders as [`as_key`] gives them, titles as [`as_title`]; `None` where several entries are meant.
    keys: BTreeMap<String, Option<String>>,
    folders: BTreeMap<String, Option<String>>,
    titles: BTreeMap<String, Option<String>>,
}

impl Called {
    /// What these entries are called.
    pub fn of<'e>(entries: impl Iterator<Item = &'e Entry>) -> Self {
        let mut called = Self::default();
        for entry in entries {
            let key = &*entry.key;
            note(&mut called.keys, as_key(key), key);
            note(&mut called.folders, as_key(entry.slug()), key);
            for (_, title) in entry.card.title.all() {
                note(&mut called.titles, as_title(title), key);
            }
        }
        called
    }

    /// The key of the only entry that is meant by a key in other letters, a title or the name of a folder.
    pub fn key_of(&self, typed: &str) -> Option<&str> {
        let key = as_key(typed);
        if let Some(known) = self.keys.get(&key) {
            return known.as_deref();
        }
        match (self.titles.get(&as_title(typed)), self.folders.get(&key)) {
            (Some(one), None) | (None, Some(one)) => one.as_deref(),
            (Some(one), Some(other)) if one == other => one.as_deref(),
            _ => None,
        }
    }
}

fn note(names: &mut BTreeMap<String, Option<String>>, name: String, key: &str) {
    let known = names.entry(name).or_insert_with(|| Some(key.to_string()));
    if known.as_deref() != Some(key) {
        *known = None;
    }
}

/// What was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'n> {
    /// Its key.
    pub key: &'n str,
    /// Its first title; the key where it has none.
    pub title: &'n str,
    /// True when the code was typed, so that this one is meant and no other one of the entry.
    pub by_code: bool,
}

impl Names {
    /// The names of a ledger's rows, and of entries of kinds with codes.
    pub fn of<'e>(ledger: &Ledger, entries: impl Iterator<Item = &'e Entry>, kinds: Option<&Kinds>) -> Self {
        let mut names = Self::default();
        for row in ledger.rows() {
            let titles = row.titles.iter().map(|(_, title)| title.clone());
            names.add(&row.key, titles.collect(), State::Gone);
            names.was(&row.former, &row.key);
        }
        for entry in entries.filter(|entry| kinds.is_some_and(|kinds| kinds.get(entry.kind).codes)) {
            let state = match entry.card.status {
                Shown::Draft => State::Draft,
                Shown::Withdrawn => State::Withdrawn,
                Shown::Published => State::Open,
            };
            let all = |text: &crate::text::Text| text.all().map(|(_, title)| title.to_string()).collect();
            names.add(&entry.key, all(&entry.card.title), state);
            names.was(&entry.card.formerly, &entry.key);
            for (id, title) in &entry.card.parts {
                names.add(&format!("{}#{id}", entry.key), all(title), state);
            }
        }
        names
    }

    /// What an entry says of itself comes after what the ledger says of it, and takes its place.
    fn add(&mut self, key: &str, titles: Vec<String>, state: State) {
        match self.by_key.get_mut(key) {
            Some(known) if titles.is_empty() => known.state = state,
            _ => {
                self.by_key.insert(key.to_string(), Name { state, titles });
            }
        }
    }

    /// What an entry was called before.
    fn was(&mut self, former: &[impl AsRef<str>], key: &str) {
        let former = former.iter().map(|former| as_key(former.as_ref()));
        self.former.extend(former.map(|former| (former, key.to_string())));
    }

    /// True for an entry that is not on the site yet.
    pub fn is_draft(&self, key: &str) -> bool {
        self.by_key.get(key).is_some_and(|name| name.state == State::Draft)
    }

    /// True for the key of an entry or a part that is there, not only in the ledger; of a site without any entry nothing
    /// is known.
    pub fn has(&self, key: &str) -> bool {
        let is_there = |name: &Name| name.state != State::Gone;
        self.by_key.get(key).is_some_and(is_there) || !self.by_key.values().any(is_there)
    }

    /// The entry that is meant by a code, a key or a title.
    pub fn find<'n>(&'n self, typed: &str, ledger: &'n Ledger) -> Result<Asked<'n>, Diagnostic> {
        let typed = typed.trim();
        if let Some(row) = ledger.get(typed) {
            return Ok(self.asked(&row.key, true));
        }
        if let Some(key) = self.key(&as_key(typed)) {
            return Ok(self.asked(key, false));
        }
        if let Some(key) = self.former.get(&as_key(typed)) {
            return Ok(self.asked(key, false));
        }
        let wanted = as_title(typed);
        let is_meant = |name: &&Name| name.titles.iter().any(|title| as_title(title) == wanted);
        let meant = self.by_key.iter().filter(|(_, name)| is_meant(name));
        let mut meant: Vec<(&str, State)> = meant.map(|(key, name)| (key.as_str(), name.state)).collect();
        // Who speaks of an entry means one that is there; the one that is gone may have had the same name.
        if meant.iter().any(|(_, state)| *state != State::Gone) {
            meant.retain(|(_, state)| *state != State::Gone);
        }
        match meant[..] {
            [(key, _)] => Ok(self.asked(key, false)),
            [] => Err(self.nothing(typed, ledger)),
            [(first, _), ..] => {
                let keys: Vec<String> = meant.iter().map(|(key, _)| format!("«{key}»")).collect();
                let finding = Diagnostic::new(messages::TITLE_OF_SEVERAL).with("title", typed);
                let finding = finding.with("count", meant.len()).with("keys", keys.join(", "));
                Err(finding.with("key", first))
            }
        }
    }

    fn key(&self, wanted: &str) -> Option<&str> {
        let exact = self.by_key.get_key_value(wanted).map(|(key, _)| key.as_str());
        exact.or_else(|| {
            let mut keys = self.by_key.keys().map(String::as_str);
            keys.find(|key| as_key(key) == wanted)
        })
    }

    fn asked<'n>(&'n self, key: &'n str, by_code: bool) -> Asked<'n> {
        let titles = self.by_key.get(key).map_or(&[][..], |name| &name.titles);
        let title = titles.first().map_or(key, String::as_str);
        Asked { key, title, by_code }
    }

    /// Nothing is meant by these words; what is really near is named.
    fn nothing(&self, typed: &str, ledger: &Ledger) -> Diagnostic {
        if !typed.is_empty() && typed.bytes().all(|b| b.is_ascii_digit()) {
            return ledger.without_row(typed);
        }
        let by_key = nearest(typed, self.by_key.keys().map(String::as_str)).map(|key| format!("«{key}»"));
        let near = by_key.or_else(|| {
            let titles = self.by_key.values().flat_map(|name| &name.titles);
            let near = nearest(typed, titles.map(String::as_str))?;
            let has = |name: &Name| name.titles.iter().any(|title| title == near);
            let key = self.by_key.iter().find(|(_, name)| has(name))?.0;
            Some(format!("«{key}» ({near})"))
        });
        match near {
            Some(near) => Diagnostic::new(messages::KEY_WITHOUT_CODE_NEAR).with("near", near),
            None => Diagnostic::new(messages::KEY_WITHOUT_CODE),
        }
        .with("key", typed)
    }

    /// Why an entry that is known has no code.
    pub fn without_code(&self, key: &str) -> Diagnostic {
        let code = match self.by_key.get(key).map(|name| name.state) {
            Some(State::Draft) => messages::NO_CODE_FOR_DRAFT,
            Some(State::Withdrawn) => messages::NO_CODE_FOR_WITHDRAWN,
            _ => messages::KEY_WITHOUT_CODE,
        };
        let entry = key.split('#').next().unwrap_or(key);
        let finding = Diagnostic::new(code).with("key", key);
        finding.with("file", format!("content/{entry}/entry.yaml"))
    }

    /// The row that is meant by what was typed: that of the code, else the only one of the entry with this status.
    /// Where none has it, the first one, so that its own status can be told.
    pub fn row<'l>(&self, typed: &str, ledger: &'l Ledger, status: Status) -> Result<&'l Row, Diagnostic> {
        if let Some(row) = ledger.get(typed.trim()) {
            return Ok(row);
        }
        let key = self.find(typed, ledger)?.key;
        let fitting: Vec<&Row> = ledger.codes_of(key).filter(|row| row.status == status).collect();
        match fitting[..] {
            [one] => Ok(one),
            [] => ledger.codes_of(key).next().ok_or_else(|| self.without_code(key)),
            [first, ..] => {
                let codes: Vec<&str> = fitting.iter().map(|row| row.code.as_str()).collect();
                let finding = Diagnostic::new(messages::CODES_OF_ENTRY).with("key", key);
                let finding = finding.with("count", codes.len()).with("codes", codes.join(", "));
                Err(finding.with("code", &first.code))
            }
        }
    }
}

impl Ledger {
    /// A code that no row has.
    pub(super) fn without_row(&self, code: &str) -> Diagnostic {
        // Two wrong digits in six are another code: only a single slip makes one near.
        let near = |row: &&Row| strsim::damerau_levenshtein(code, &row.code) <= 1;
        match self.rows().find(near) {
            Some(row) => Diagnostic::new(messages::CODE_UNKNOWN_NEAR)
                .with("near", &row.code)
                .with("key", &row.key),
            None => Diagnostic::new(messages::CODE_UNKNOWN),
        }
        .with("code", code)
    }

    /// A message about a key that has no code here.
    pub(super) fn without_key(&self, key: &str) -> Diagnostic {
        match nearest(key, self.rows().map(|row| row.key.as_str())) {
            Some(near) => Diagnostic::new(messages::KEY_WITHOUT_CODE_NEAR).with("near", format!("«{near}»")),
            None => Diagnostic::new(messages::KEY_WITHOUT_CODE),
        }
        .with("key", key)
    }
}

/// A key as it may be typed or completed by a terminal: `content\relics\chua-bo-da\`.
fn as_key(typed: &str) -> String {
    let key = nfc(typed).replace('\\', "/").to_lowercase();
    let key = key.strip_prefix("./").unwrap_or(&key);
    let key = key.strip_prefix("content/").unwrap_or(key);
    let key = key.strip_suffix("/entry.yaml").unwrap_or(key);
    key.trim_matches('/').to_string()
}

/// A title without what nobody sees or types twice the same way: composed, small letters, single blanks.
fn as_title(title: &str) -> String {
    let words: Vec<String> = nfc(title).split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use unicode_normalization::UnicodeNormalization;

    fn ledger(rows: &[(&str, &str, &str, &str)]) -> Ledger {
        let line = |(code, key, status, title): &(&str, &str, &str, &str)| {
            format!("{code}\t{key}\t{status}\thttps://A.EXAMPLE/{code}/\t\tvi={title}\n")
        };
        let text: String = rows.iter().map(line).collect();
        let (ledger, found) = Ledger::parse(&Arc::from("content/codes.lock"), &format!("# vanbia codes 1\n{text}"));
        assert_eq!(found, vec![]);
        ledger
    }

    fn three() -> Ledger {
        ledger(&[
            ("100001", "relics/chua-ca", "issued", "Chùa Cả"),
            ("735195", "relics/dinh-gieng-ngot", "issued", "Đình Giếng Ngọt"),
            ("542514", "markets/cho-mau#gian-2", "issued", "Gian 2"),
        ])
    }

    fn names(ledger: &Ledger) -> Names {
        Names::of(ledger, std::iter::empty(), None)
    }

    #[test]
    fn a_code_a_key_and_a_title_mean_their_entry_however_they_are_typed() {
        let ledger = three();
        let names = names(&ledger);
        let apart: String = "ĐÌNH  giếng ngọt".nfd().collect();
        for typed in [
            "735195",
            " relics/dinh-gieng-ngot/",
            "content\\relics\\dinh-gieng-ngot\\entry.yaml",
            "RELICS/Dinh-Gieng-Ngot",
            "Đình Giếng Ngọt",
            &apart,
        ] {
            let asked = names.find(typed, &ledger).unwrap_or_else(|d| panic!("{typed}: {d:?}"));
            assert_eq!((asked.key, asked.title), ("relics/dinh-gieng-ngot", "Đình Giếng Ngọt"));
        }
        assert_eq!(names.find("gian 2", &ledger).unwrap().key, "markets/cho-mau#gian-2");
    }

    #[test]
    fn an_earlier_name_means_the_entry_that_bore_it() {
        let text = "# vanbia codes 1\n735195\trelics/den-moi#gieng\tissued\thttps://A/735195/\trelics/den-ha#gieng\n\
            100001\trelics/den-moi\tissued\thttps://A/100001/\trelics/den-ha\n";
        let (ledger, found) = Ledger::parse(&Arc::from("content/codes.lock"), text);
        assert_eq!(found, vec![]);
        let names = names(&ledger);
        for (typed, key) in [
            ("content/relics/den-ha/", "relics/den-moi"),
            ("relics/den-ha#gieng", "relics/den-moi#gieng"),
        ] {
            assert_eq!(names.find(typed, &ledger).unwrap().key, key);
        }
    }

    #[test]
    fn a_near_one_is_proposed_only_where_it_is_near() {
        let ledger = three();
        let names = names(&ledger);
        let said = |typed: &str| {
            let finding = names.find(typed, &ledger).unwrap_err();
            (finding.code.number, finding.arg("near").map(str::to_string))
        };
        assert_eq!(said("relics/chua-cả-1"), (629, Some("«relics/chua-ca»".to_string())));
        assert_eq!(
            said("Đình Giếng Ngot"),
            (629, Some("«relics/dinh-gieng-ngot» (Đình Giếng Ngọt)".to_string()))
        );
        assert_eq!(said("Nhà văn hóa"), (623, None));
        assert_eq!(said("735159"), (628, Some("735195".to_string())));
        assert_eq!(said("742246"), (620, None));
    }

    #[test]
    fn a_title_of_two_entries_names_both_keys() {
        let ledger = ledger(&[
            ("100001", "relics/chua-ca", "issued", "Chùa Cả"),
            ("735195", "relics/chua-ca-2", "issued", "chùa cả"),
        ]);
        let finding = names(&ledger).find("Chùa Cả", &ledger).unwrap_err();
        assert_eq!(finding.code.number, 642);
        let said = finding.message(crate::diag::Speech::Vi);
        assert!(said.contains("«relics/chua-ca», «relics/chua-ca-2»"), "{said}");
    }

    #[test]
    fn the_row_with_the_fitting_status_is_meant_and_of_several_none() {
        let ledger = ledger(&[
            ("100001", "relics/a", "retired", "A"),
            ("735195", "relics/a", "issued", "A"),
            ("542514", "relics/b", "issued", "B"),
            ("388040", "relics/b", "issued", "B"),
        ]);
        let names = names(&ledger);
        let code = |typed: &str, status| names.row(typed, &ledger, status).map(|row| row.code.as_str());
        assert_eq!(code("relics/a", Status::Issued), Ok("735195"));
        assert_eq!(code("A", Status::Retired), Ok("100001"));
        assert_eq!(code("388040", Status::Issued), Ok("388040"));
        assert_eq!(code("relics/b", Status::Issued).unwrap_err().code.number, 643);
        assert_eq!(code("relics/b", Status::Retired), Ok("388040"));
    }
}
