//! The ledger of printed codes, `codes.lock`: which code opens which entry, for ever.
//!
//! Entry point: [`Ledger::parse`], then [`Ledger::reconcile`] with the entries that exist, then [`Ledger::to_text`].
//! Invariant: no operation here drops an issued code or hands it to another key, except that `formerly` renames its key;
//! where that would be needed, the operation answers with an error and leaves the row alone. Nothing reads or writes.
//!
//! # The file
//!
//! UTF-8, LF, first line `# vanbia codes 1`, further lines with `#` kept as they are. Then one row a line, columns
//! separated by a tab, sorted by code as a number; empty columns at the end of a row are left out:
//!
//! | column | holds |
//! | --- | --- |
//! | code | digits, the last one a check digit |
//! | key | `relics/chua-bo-da`, or with a fragment `relics/chua-bo-da#vuon-thap` |
//! | status | `reserved` → `issued` → `retired` |
//! | payload | what the printed symbol says |
//! | former keys | separated by commas, oldest first |
//! | titles | of rows that were issued: `vi=Chùa Bổ Đà|en=Bo Da Pagoda`; `\t \n \r \| \\` stand for these characters |
//! | successor | of retired rows: the key that the landing page points on to |
//! | others | unknown here; kept as they are |
//!
//! # Which code of an entry is the oldest
//!
//! The file has no dates. A key's codes are ordered by status (issued, reserved, retired), then by the number of former
//! keys (a row that changed its key less often has been this entry's own for longer), then by code. Signs use the first.

mod asked;
mod by_key;
mod changes;
pub mod deployed;
mod derive;
mod format;
mod merge;
pub mod needed;
mod newcomers;
mod published;
mod reconcile;
#[cfg(test)]
mod tests;

pub use asked::{Asked, Called, Names};
pub use changes::Issue;
pub use format::FIRST_LINE;
pub use published::parse_codes_json;
pub use reconcile::PayloadOf;

use self::by_key::ByKey;
use crate::diag::{Place, Span};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// How far a code has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Set aside for an entry; nobody has printed it.
    Reserved,
    /// Printed, or free to be printed: protected for ever.
    Issued,
    /// Printed once; its landing page says so and points on.
    Retired,
}

impl Status {
    /// The word in the ledger.
    pub fn word(self) -> &'static str {
        match self {
            Status::Reserved => "reserved",
            Status::Issued => "issued",
            Status::Retired => "retired",
        }
    }

    /// The status of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        [Status::Reserved, Status::Issued, Status::Retired]
            .into_iter()
            .find(|status| status.word() == word)
    }

    /// True when a sign with this code may hang somewhere.
    pub fn is_printed(self) -> bool {
        self != Status::Reserved
    }
}

/// One code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Digits with their check digit.
    pub code: String,
    /// The entry, or a part of it behind `#`.
    pub key: String,
    /// How far it has come.
    pub status: Status,
    /// What the symbol says.
    pub payload: String,
    /// Keys that the row had before, oldest first.
    pub former: Vec<String>,
    /// Language and title, so that a retired code can still say what it stood for.
    pub titles: Vec<(String, String)>,
    /// Where a retired code points on to.
    pub successor: Option<String>,
    /// Columns that this version does not know.
    pub extra: Vec<String>,
}

/// What an entry, or a part of one with a code of its own, asks of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// `relics/chua-bo-da` or `relics/chua-bo-da#vuon-thap`.
    pub key: String,
    /// The keys of `formerly`. A part follows its entry by itself.
    pub former: Vec<String>,
    /// Language and title.
    pub titles: Vec<(String, String)>,
    /// False for a withdrawn entry: it keeps the codes that it has and gets no new one. Drafts are not wanted at all.
    pub alive: bool,
    /// Where the entry says `formerly`, for messages.
    pub place: Option<Place>,
}

/// What an operation did, for the summary and for `codes list`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new code.
    Reserved {
        /// The code.
        code: String,
        /// Its key.
        key: String,
    },
    /// A reserved code is gone.
    Dropped {
        /// The code.
        code: String,
        /// Its last key.
        key: String,
    },
    /// A code followed its renamed entry.
    Moved {
        /// The code.
        code: String,
        /// The key so far.
        from: String,
        /// The key from now on.
        to: String,
    },
    /// A code may be printed from now on.
    Issued {
        /// The code.
        code: String,
        /// Its key.
        key: String,
    },
    /// Payload of a reserved row, titles or successor brought up to date.
    Updated {
        /// The code.
        code: String,
    },
}

/// All codes of a site.
#[derive(Clone, Debug)]
pub struct Ledger {
    file: Arc<str>,
    /// Further comment lines below the first one.
    notes: Vec<String>,
    rows: BTreeMap<u64, Row>,
    /// The line of each row in the file as it was read.
    lines: HashMap<u64, u32>,
    by_key: ByKey,
}

impl Ledger {
    /// A ledger without codes; `file` is its path in messages.
    pub fn empty(file: &Arc<str>) -> Self {
        Self {
            file: file.clone(),
            notes: Vec::new(),
            rows: BTreeMap::new(),
            lines: HashMap::new(),
            by_key: ByKey::default(),
        }
    }

    /// All rows, by code.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values()
    }

    /// The row of a code.
    pub fn get(&self, code: &str) -> Option<&Row> {
        self.rows.get(&number(code)?)
    }

    /// The rows of a key, oldest first (see the module's text).
    pub fn codes_of(&self, key: &str) -> impl Iterator<Item = &Row> {
        self.by_key.rows(key, &self.rows).map(|(_, row)| row)
    }

    /// The same ledger with other rows.
    fn with_rows(&self, rows: BTreeMap<u64, Row>) -> Self {
        let by_key = ByKey::of(&rows);
        Self {
            file: self.file.clone(),
            notes: self.notes.clone(),
            rows,
            lines: self.lines.clone(),
            by_key,
        }
    }

    /// Where a code stands in the file; the file as a whole for new rows.
    fn place(&self, code: u64) -> Place {
        let (Some(&line), Some(row)) = (self.lines.get(&code), self.rows.get(&code)) else {
            return Place::file(&self.file);
        };
        let text = format::row_text(row);
        let mut place = Place::of(&self.file, &text, Span::new(0, row.code.len()));
        place.line = line;
        place
    }
}

/// The code as a number, by which rows are sorted; none when it is not made of digits.
fn number(code: &str) -> Option<u64> {
    let fits = (6..=18).contains(&code.len()) && !code.starts_with('0') && code.bytes().all(|b| b.is_ascii_digit());
    if fits { code.parse().ok() } else { None }
}

/// Sorts the codes of one key, oldest first.
fn age(code: u64, row: &Row) -> (u8, usize, u64) {
    let rank = match row.status {
        Status::Issued => 0,
        Status::Reserved => 1,
        Status::Retired => 2,
    };
    (rank, row.former.len(), code)
}
