//! Brings the ledger in line with the entries that exist.
//!
//! Entry point: [`Ledger::reconcile`]. Invariant: only reserved rows are dropped; issued rows are kept and, where their
//! entry or their address is gone, reported with the ways out. New keys take codes in byte order, whatever order they
//! come in.

use super::derive::derive;
use super::newcomers::{Newcomers, reused};
use super::{Change, Ledger, Row, Status, Wanted};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics};
use crate::text::is_slug;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What each code's symbol says, worked out from `base_url` in `site.yaml` (never from `--base-url`).
pub type PayloadOf<'a> = &'a dyn Fn(&str) -> String;

impl Ledger {
    /// Reserves codes for new keys, moves rows by `formerly`, drops reserved rows of vanished keys, refreshes what may
    /// change, and reports printed codes whose entry is gone ([`Self::payload_changes`] reports those whose address is). With
    /// an error among the findings the result is not for use.
    pub fn reconcile(&self, wanted: &[Wanted], payload_of: PayloadOf<'_>) -> (Ledger, Vec<Change>, Diagnostics) {
        let by_key: HashMap<&str, &Wanted> = wanted.iter().map(|want| (want.key.as_str(), want)).collect();
        let mut work = Work {
            ledger: self,
            by_key,
            rows: self.rows.clone(),
            changes: Vec::new(),
            found: Vec::new(),
        };
        let moves = work.moves(wanted);
        work.follow(&moves);
        work.drop_vanished();
        work.drop_superfluous();
        work.found.extend(reused(self, &work.rows, &work.by_key, wanted));
        work.refresh(payload_of);
        work.report_vanished(wanted);
        work.reserve(wanted, payload_of);
        (self.with_rows(work.rows), work.changes, work.found)
    }

    /// Reports issued codes whose printed address is neither what `payload_of` gives nor what one of the `former` addresses
    /// of the site gave, which go on leading here: one finding for all of them, because they have one cause. Also the check
    /// for `--base-url`.
    pub fn payload_changes(&self, payload_of: PayloadOf<'_>, former: &[PayloadOf<'_>]) -> Diagnostics {
        let leads_here = |row: &Row| {
            let mut ways = std::iter::once(&payload_of).chain(former);
            ways.any(|way| way(&row.code) == row.payload)
        };
        let issued = self.rows.iter().filter(|(_, row)| row.status == Status::Issued);
        let changed: Vec<(&u64, &Row)> = issued.filter(|(_, row)| !leads_here(row)).collect();
        let Some((&code, first)) = changed.first().copied() else {
            return Vec::new();
        };
        let bases: BTreeSet<String> = changed.iter().map(|(_, row)| base_of(row)).collect();
        let finding = Diagnostic::new(messages::ISSUED_PAYLOAD)
            .with("count", changed.len())
            .with("code", &first.code)
            .with("old", &first.payload)
            .with("new", payload_of(&first.code))
            .with("was", bases.into_iter().collect::<Vec<_>>().join(" "));
        vec![finding.at(self.place(code))]
    }
}

/// The site's address by which a row's symbol was made, as settings write it.
fn base_of(row: &Row) -> String {
    let base = row
        .payload
        .strip_suffix(&format!("{}/", row.code))
        .unwrap_or(&row.payload);
    let host = base.match_indices('/').nth(2).map_or(base.len(), |(at, _)| at);
    base[..host].to_lowercase() + &base[host..]
}

struct Work<'a> {
    ledger: &'a Ledger,
    by_key: HashMap<&'a str, &'a Wanted>,
    rows: BTreeMap<u64, Row>,
    changes: Vec<Change>,
    found: Diagnostics,
}

impl<'a> Work<'a> {
    /// Former key → key of today, without claims that cannot hold.
    fn moves(&mut self, wanted: &'a [Wanted]) -> BTreeMap<&'a str, &'a str> {
        let mut claims: Vec<(&str, &Wanted)> = wanted
            .iter()
            .flat_map(|want| want.former.iter().map(move |former| (former.as_str(), want)))
            .collect();
        claims.sort_by_key(|(former, want)| (*former, want.key.as_str()));
        let mut moves: BTreeMap<&str, &str> = BTreeMap::new();
        for (former, want) in claims {
            let refused = if former.contains('#') {
                // The whole entry cannot be what a part of another one was: the part's printed code would move to it.
                Some(self.former_part(former, &want.key))
            } else if self.by_key.contains_key(former) {
                Some(
                    Diagnostic::new(messages::FORMER_EXISTS)
                        .with("key", &want.key)
                        .with("former", former),
                )
            } else {
                match moves.get(former) {
                    Some(first) if *first != want.key => Some(
                        Diagnostic::new(messages::FORMER_CLAIMED_TWICE)
                            .with("first", first)
                            .with("second", &want.key)
                            .with("former", former),
                    ),
                    _ => None,
                }
            };
            match refused {
                Some(finding) => self.found.push(match &want.place {
                    Some(place) => finding.at(place.clone()),
                    None => finding,
                }),
                None => {
                    moves.insert(former, &want.key);
                }
            }
        }
        moves
    }

    /// A part that an entry says it was: it may have become one, then its code leads on.
    fn former_part(&self, former: &str, key: &str) -> Diagnostic {
        let mut issued = self.rows.values().filter(|row| row.status == Status::Issued);
        let row = issued.find(|row| row.key == former && !self.by_key.contains_key(former));
        let words = |words: &str| row.map_or(String::new(), |row| words.replace("{}", &onward(&row.code, key)));
        Diagnostic::new(messages::FORMER_PART)
            .with("key", key)
            .with("former", former)
            .with("onward", words("; nếu phần ấy nay chính là mục này: chạy {}"))
            .with("onward_en", words("; if that part is this entry now: run {}"))
    }

    /// Gives rows and successors the keys of today.
    fn follow(&mut self, moves: &BTreeMap<&str, &str>) {
        if moves.is_empty() {
            return;
        }
        for row in self.rows.values_mut() {
            if let Some(to) = today(&row.key, moves) {
                let from = std::mem::replace(&mut row.key, to.clone());
                self.changes.push(Change::Moved {
                    code: row.code.clone(),
                    from: from.clone(),
                    to,
                });
                if !row.former.contains(&from) {
                    row.former.push(from);
                }
            }
            if let Some(to) = row.successor.as_ref().and_then(|key| today(key, moves)) {
                row.successor = Some(to);
                self.changes.push(Change::Updated { code: row.code.clone() });
            }
        }
    }

    /// Reserved rows go with their entries.
    fn drop_vanished(&mut self) {
        let (ledger, by_key) = (self.ledger, &self.by_key);
        for (code, row) in self.rows.extract_if(.., |_, row| {
            !row.status.is_printed() && !by_key.contains_key(row.key.as_str())
        }) {
            let finding = Diagnostic::new(messages::RESERVED_DROPPED)
                .with("code", &row.code)
                .with("key", &row.key);
            self.found.push(finding.at(ledger.place(code)));
            self.changes.push(Change::Dropped {
                code: row.code,
                key: row.key,
            });
        }
    }

    /// A key needs one code: a reserved one beside an issued or another reserved one goes. This comes about when a row
    /// moves to an entry that had been given a code of its own already.
    fn drop_superfluous(&mut self) {
        let is = |status: Status| move |row: &&Row| row.status == status;
        let mut provided: HashSet<&str> = HashSet::with_capacity(self.rows.len());
        provided.extend(
            self.rows
                .values()
                .filter(is(Status::Issued))
                .map(|row| row.key.as_str()),
        );
        let reserved = self.rows.iter().filter(|(_, row)| row.status == Status::Reserved);
        let twice = reserved
            .filter(|(_, row)| !provided.insert(&row.key))
            .map(|(code, _)| *code);
        for code in twice.collect::<Vec<_>>() {
            if let Some(row) = self.rows.remove(&code) {
                self.changes.push(Change::Dropped {
                    code: row.code,
                    key: row.key,
                });
            }
        }
    }

    /// Payloads of reserved rows follow `base_url`, titles of issued rows follow the entry.
    fn refresh(&mut self, payload_of: PayloadOf<'_>) {
        for row in self.rows.values_mut() {
            match row.status {
                Status::Reserved => {
                    let payload = payload_of(&row.code);
                    if payload != row.payload {
                        row.payload = payload;
                        self.changes.push(Change::Updated { code: row.code.clone() });
                    }
                }
                Status::Issued => {
                    if let Some(want) = self.by_key.get(row.key.as_str())
                        && !want.titles.is_empty()
                        && want.titles != row.titles
                    {
                        row.titles.clone_from(&want.titles);
                        self.changes.push(Change::Updated { code: row.code.clone() });
                    }
                }
                Status::Retired => {}
            }
        }
    }

    /// Issued rows whose entry is gone, and retired rows that point nowhere.
    fn report_vanished(&mut self, wanted: &[Wanted]) {
        let mut newcomers = None;
        let mut renamed_entries = BTreeSet::new();
        let mut found = Diagnostics::new();
        let renamed = self.renamed_folders(wanted);
        for (old, (new, lost)) in &renamed {
            let (code, row) = lost[0];
            let finding = Diagnostic::new(messages::FOLDER_RENAMED)
                .with("old", old)
                .with("new", new);
            let finding = finding
                .with("count", lost.len())
                .with("code", &row.code)
                .with("key", &row.key);
            found.push(finding.at(self.ledger.place(code)));
        }
        for (&code, row) in &self.rows {
            if renamed.contains_key(folder(&row.key)) {
                continue;
            }
            let finding = match row.status {
                Status::Issued if !self.by_key.contains_key(row.key.as_str()) => {
                    let known = newcomers.get_or_insert_with(|| Newcomers::of(wanted, &self.rows));
                    let entry = entry(&row.key);
                    match known.likely(row) {
                        now if self.by_key.contains_key(entry) => part_gone(row, now),
                        // Parts follow their entry; it is told once.
                        Some(_) if !renamed_entries.insert(entry) => continue,
                        // The name of the new folder cannot stay, which is told; with the right one nothing may be wrong.
                        Some(new) if !is_slug(new.rsplit('/').next().unwrap_or(new)) => continue,
                        Some(new) => Diagnostic::new(messages::ISSUED_ENTRY_RENAMED).with("new", self::entry(new)),
                        None => Diagnostic::new(messages::ISSUED_ENTRY_GONE),
                    }
                    .with("code", &row.code)
                    .with("key", &row.key)
                    .with("entry", entry)
                }
                Status::Retired => match &row.successor {
                    Some(key) if !self.by_key.contains_key(key.as_str()) => Diagnostic::new(messages::SUCCESSOR_GONE)
                        .with("code", &row.code)
                        .with("successor", key),
                    None if self.by_key.get(row.key.as_str()).is_some_and(|want| want.alive) => {
                        Diagnostic::new(messages::RETIRED_ENTRY_BACK)
                            .with("code", &row.code)
                            .with("key", &row.key)
                    }
                    _ => continue,
                },
                _ => continue,
            };
            found.push(finding.at(self.ledger.place(code)));
        }
        self.found.append(&mut found);
    }

    /// Folders of which every entry with an issued code stands under another folder now: that of a kind was renamed.
    /// One mistake, however many codes it takes with it.
    fn renamed_folders(&self, wanted: &'a [Wanted]) -> Renamed<'_> {
        let issued = self.rows.iter().filter(|(_, row)| row.status == Status::Issued);
        let mut lost: BTreeMap<&str, Vec<(u64, &Row)>> = BTreeMap::new();
        for (code, row) in issued.filter(|(_, row)| !self.by_key.contains_key(row.key.as_str())) {
            lost.entry(folder(&row.key)).or_default().push((*code, row));
        }
        if lost.values().all(|rows| rows.len() < 2) {
            return Renamed::new();
        }
        let folders: BTreeSet<&str> = wanted.iter().map(|want| folder(&want.key)).collect();
        lost.retain(|old, rows| rows.len() > 1 && !folders.contains(old));
        let new = |old: &str, rows: &[(u64, &Row)]| {
            let moved = |new: &str, row: &Row| self.by_key.contains_key(row.key.replacen(old, new, 1).as_str());
            let is_new = |new: &&&str| rows.iter().all(|(_, row)| moved(new, row));
            folders.iter().find(is_new).map(|new| (*new).to_string())
        };
        let named = lost
            .into_iter()
            .filter_map(|(old, rows)| Some((old.to_string(), (new(old, &rows)?, rows))));
        named.collect()
    }

    /// Codes for keys that have none, in byte order.
    fn reserve(&mut self, wanted: &[Wanted], payload_of: PayloadOf<'_>) {
        let provided: HashSet<&str> = self
            .rows
            .values()
            .filter(|row| row.status != Status::Retired)
            .map(|row| row.key.as_str())
            .collect();
        let new: BTreeSet<&str> = wanted
            .iter()
            .filter(|want| want.alive && !provided.contains(want.key.as_str()))
            .map(|want| want.key.as_str())
            .collect();
        drop(provided);
        for key in new {
            let number = derive(key, self.rows.len(), |code| self.rows.contains_key(&code));
            let code = number.to_string();
            let row = Row {
                payload: payload_of(&code),
                code: code.clone(),
                key: key.to_string(),
                status: Status::Reserved,
                former: Vec::new(),
                titles: Vec::new(),
                successor: None,
                extra: Vec::new(),
            };
            self.rows.insert(number, row);
            self.changes.push(Change::Reserved {
                code,
                key: key.to_string(),
            });
        }
    }
}

/// The key of today for a former one; a fragment follows its entry.
fn today(key: &str, moves: &BTreeMap<&str, &str>) -> Option<String> {
    if let Some(to) = moves.get(key) {
        return Some((*to).to_string());
    }
    let (entry, fragment) = key.split_once('#')?;
    moves.get(entry).map(|to| format!("{to}#{fragment}"))
}

/// Old folder → new folder and the issued rows that are left behind.
type Renamed<'r> = BTreeMap<String, (String, Vec<(u64, &'r Row)>)>;

/// An issued part of an entry that is there: its `id` was changed, or it was taken out.
fn part_gone(row: &Row, now: Option<&str>) -> Diagnostic {
    let (entry, part) = row.key.split_once('#').unwrap_or((&row.key, ""));
    let alone = now.filter(|key| !key.contains('#') && *key != entry);
    let led = |known: &str, else_: &str| match alone {
        Some(key) => known.replace("{key}", key).replace("{}", &onward(&row.code, key)),
        // A part of the entry that seems to be it says enough.
        None if now.is_some() => String::new(),
        None => else_.to_string(),
    };
    let now = now.and_then(|key| key.strip_prefix(entry)?.strip_prefix('#'));
    let words = |vi: &str| now.map_or(String::new(), |now| vi.replace("{}", now));
    Diagnostic::new(messages::ISSUED_PART_GONE)
        .with("part", part)
        .with("now", words("; có vẻ nay là «{}»"))
        .with("now_en", words("; it seems to be «{}» now"))
        .with(
            "onward",
            led(
                "; nếu phần ấy nay là mục riêng «{key}»: chạy {}",
                "; nếu phần ấy nay là một mục riêng: thêm vào lệnh ấy `--successor` và khóa của mục đó",
            ),
        )
        .with(
            "onward_en",
            led(
                "; if it is the entry «{key}» now: run {}",
                "; if it is an entry of its own now: add `--successor` and the key of that entry to the command",
            ),
        )
        .with("file", format!("content/{entry}/entry.yaml"))
}

/// The command that lets a printed code lead on to another entry.
fn onward(code: &str, key: &str) -> String {
    format!("`vanbia codes retire {code} --successor {key}`")
}

/// The entry of a key, without its fragment.
fn entry(key: &str) -> &str {
    key.split('#').next().unwrap_or(key)
}

/// The first part of a key.
fn folder(key: &str) -> &str {
    key.split('/').next().unwrap_or(key)
}
