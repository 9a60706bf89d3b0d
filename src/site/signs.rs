//! What people record of plates: `content/signs.yaml`, one record a plate.
//!
//! Entry point: [`Signs::read`], then [`Signs::check`] against the ledger; [`append()`] adds records to the file's text.
//! Invariant: the ledger says what a code means, this file says where it hangs. Nothing here changes a record that
//! somebody wrote, and nothing reads or writes files.
//!
//! ```yaml
//! signs:
//!   - serial: "735195-1"            # code, dash, number of the plate
//!     code: "735195"
//!     entry: relics/chua-bo-da      # what it was made for; `vanbia signs` writes it
//!     payload: "https://DISAN.EXAMPLE/735195/"
//!     status: installed             # planned, printed, installed, checked, removed
//!     place: { vi: Cổng chính, en: Main gate }
//!     date: 2026-11-20              # of the last change of status
//!     material: { vi: Inox, en: Stainless steel }
//!     photo: IMG_2031.jpg           # name of the picture that `vanbia codes audit` is given
//! ```

mod append;
mod check;
#[cfg(test)]
mod tests;

pub use append::append;

use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostics, Place};
use crate::schema::field::date::read_date;
use crate::schema::languages::Languages;
use crate::schema::reading::Reading;
use crate::source::document::Document;
use crate::source::yaml::{self, Node};
use crate::text::{Date, PartialDate, Text};

/// The file's path within a site.
pub const FILE: &str = "content/signs.yaml";

/// How far a plate has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Ordered or drawn; nothing is printed yet.
    Planned,
    /// It exists, but does not hang yet.
    Printed,
    /// It hangs in its place.
    Installed,
    /// It hangs, and somebody has looked at it and scanned it since.
    Checked,
    /// It was taken down.
    Removed,
}

impl Status {
    /// Every status, in the order in which a plate goes through them.
    pub const ALL: [Status; 5] = [
        Status::Planned,
        Status::Printed,
        Status::Installed,
        Status::Checked,
        Status::Removed,
    ];

    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Status::Planned => "planned",
            Status::Printed => "printed",
            Status::Installed => "installed",
            Status::Checked => "checked",
            Status::Removed => "removed",
        }
    }

    /// The status of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// True when somebody may scan the plate: it exists and was not taken down.
    pub fn is_out(self) -> bool {
        matches!(self, Status::Printed | Status::Installed | Status::Checked)
    }

    /// True when the plate hangs somewhere.
    pub fn hangs(self) -> bool {
        matches!(self, Status::Installed | Status::Checked)
    }
}

/// One plate, as it is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plate {
    /// Unique: the code, a dash and a number: `735195-2`.
    pub serial: String,
    /// The code that it carries.
    pub code: String,
    /// The key of the entry or part that it was made for.
    pub entry: Option<String>,
    /// What its symbol says.
    pub payload: Option<String>,
    /// How far it has come.
    pub status: Status,
    /// Where it hangs, in words.
    pub location: Text,
    /// When the status was last changed.
    pub date: Option<PartialDate>,
    /// What it is made of.
    pub material: Text,
    /// The name of a picture of it.
    pub photo: Option<String>,
    /// Where the record stands, for messages.
    pub place: Place,
}

/// A plate that `vanbia signs` has drawn and that is to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlate {
    /// See [`Signs::next_serial`].
    pub serial: String,
    /// The code that it carries.
    pub code: String,
    /// The key of the entry or part that it was made for.
    pub entry: String,
    /// What its symbol says.
    pub payload: String,
    /// How far it has come, usually [`Status::Planned`].
    pub status: Status,
    /// The day.
    pub date: Date,
}

/// Every plate of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    plates: Vec<Plate>,
}

const KEYS: &[&str] = &[
    "serial", "code", "entry", "payload", "status", "place", "date", "material", "photo", "note",
];

impl Signs {
    /// Reads the file. A record that cannot be understood is reported, the others are still read.
    pub fn read(doc: &Document, languages: &Languages, today: Date) -> (Self, Diagnostics) {
        let mut plates = Vec::new();
        // A book that nobody has written in yet is no mistake.
        if doc
            .text
            .lines()
            .all(|line| line.trim().is_empty() || line.starts_with('#'))
        {
            return (Self::default(), Vec::new());
        }
        let (node, problems) = yaml::read(doc);
        let mut reading = Reading::new(doc, languages, today);
        reading.found = problems;
        reading.map(&node, &["signs"]);
        for item in node.get("signs").map_or(&[][..], Node::items) {
            plates.extend(plate(item, &mut reading));
        }
        (Self { plates }, reading.found)
    }

    /// Every plate, in the order of the file.
    pub fn plates(&self) -> &[Plate] {
        &self.plates
    }

    /// The plates of a code, in the order of the file.
    pub fn of_code<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Plate> {
        self.plates.iter().filter(move |plate| plate.code == code)
    }

    /// The serial that the next plate of a code gets: one more than the highest that was ever recorded.
    pub fn next_serial(&self, code: &str) -> String {
        let number = |plate: &Plate| plate.serial.rsplit_once('-')?.1.parse::<u32>().ok();
        let last = self.of_code(code).filter_map(number).max().unwrap_or(0);
        format!("{code}-{}", last.saturating_add(1))
    }
}

/// One record; none when it lacks what makes it one.
fn plate(node: &Node, reading: &mut Reading<'_>) -> Option<Plate> {
    reading.map(node, KEYS)?;
    let word = |name: &str, reading: &mut Reading<'_>| {
        let word = node.get(name).and_then(|n| reading.word(n));
        word.map(str::to_string)
    };
    let code = word("code", reading);
    let serial = word("serial", reading);
    for (name, value) in [("serial", &serial), ("code", &code)] {
        if value.is_none() {
            reading.report(messages::SIGN_LACKS, node.span, &[("key", name)]);
        }
    }
    let words: Vec<&str> = Status::ALL.iter().map(|status| status.word()).collect();
    let status = match node.get("status").filter(|n| !n.is_empty()) {
        Some(written) => reading.choice(written, &words).and_then(Status::of_word)?,
        None => {
            reading.report(messages::SIGN_LACKS, node.span, &[("key", "status")]);
            return None;
        }
    };
    let text = |name: &str, reading: &mut Reading<'_>| {
        let text = node.get(name).and_then(|n| reading.text(n));
        text.unwrap_or_default()
    };
    let date = node.get("date").filter(|n| !n.is_empty());
    Some(Plate {
        serial: serial?,
        code: code?,
        entry: word("entry", reading).map(|key| key.trim_matches('/').to_string()),
        payload: word("payload", reading),
        status,
        location: text("place", reading),
        date: date.and_then(|n| read_date(n, reading)),
        material: text("material", reading),
        photo: word("photo", reading),
        place: reading.doc.place(node.get("serial").map_or(node.span, |n| n.span)),
    })
}
