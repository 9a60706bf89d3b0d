//! The ledger's codes as pages need them.
//!
//! Entry point: [`wanted`] for what the ledger is asked, [`Codes::new`] for what it answered. Invariant: a sign uses the
//! oldest code of its key; every row of the ledger that was ever printed has a landing page.

use super::Site;
use super::ledger::{Ledger, Status, Wanted};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::entry::model::{Entry, Status as Shown};
use crate::text::Text;
use std::collections::{BTreeSet, HashMap};

/// The page of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// Digits.
    pub code: String,
    /// What the symbol says.
    pub payload: String,
    /// The entry that it leads to, and the part of it.
    pub to: Option<(u32, Option<String>)>,
    /// True when the code has been retired.
    pub retired: bool,
    /// True when it is issued, so that its plate may be printed.
    pub has_plate: bool,
    /// Titles of the ledger, for codes whose entry is gone: language code and title.
    pub titles: Vec<(String, String)>,
}

/// Every code of a site.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    landings: Vec<Landing>,
    of: HashMap<String, usize, foldhash::quality::RandomState>,
    listed: Vec<usize>,
}

impl Codes {
    /// Reads the ledger's rows against the entries of the site.
    pub fn new(ledger: &Ledger, site: &Site) -> Self {
        let find = |key: &str| {
            let (key, part) = key
                .split_once('#')
                .map_or((key, None), |(key, part)| (key, Some(part.to_string())));
            site.index.get(key).map(|i| (*i, part))
        };
        let mut codes = Self::default();
        for row in ledger.rows() {
            let retired = row.status == Status::Retired;
            let key = if retired {
                row.successor.as_deref().unwrap_or("")
            } else {
                &row.key
            };
            let to = find(key);
            codes.landings.push(Landing {
                code: row.code.clone(),
                payload: row.payload.clone(),
                titles: if to.is_none() { row.titles.clone() } else { Vec::new() },
                to,
                retired,
                has_plate: row.status == Status::Issued,
            });
        }
        let at: HashMap<&str, usize> = codes
            .landings
            .iter()
            .enumerate()
            .map(|(i, l)| (l.code.as_str(), i))
            .collect();
        for row in ledger.rows().filter(|row| row.status != Status::Retired) {
            let oldest = ledger.codes_of(&row.key).find(|r| r.status != Status::Retired);
            if let Some(i) = oldest.and_then(|oldest| at.get(oldest.code.as_str())) {
                codes.of.insert(row.key.clone(), *i);
            }
        }
        codes.listed = (0..codes.landings.len())
            .filter(|i| codes.landings[*i].to.is_some())
            .collect();
        codes
    }

    /// Every code, in the order of the ledger.
    pub fn landings(&self) -> &[Landing] {
        &self.landings
    }

    /// Positions of the codes that lead to an entry, in the order of the ledger.
    pub fn listed(&self) -> &[usize] {
        &self.listed
    }

    /// The code that signs of a key use: `relics/chua-bo-da` or `relics/chua-bo-da#vuon-thap`.
    pub fn of(&self, key: &str) -> Option<&Landing> {
        self.of.get(key).map(|i| &self.landings[*i])
    }
}

/// What the site's entries and their parts ask of the ledger.
pub fn wanted(site: &Site) -> Vec<Wanted> {
    let languages = &site.frame.config.languages;
    let titles = |text: &Text| -> Vec<(String, String)> {
        let said = languages
            .all()
            .filter_map(|l| Some((languages.get(l).code.clone(), text.only(l)?.to_string())));
        said.collect()
    };
    let mut all = Vec::new();
    for entry in site
        .entries
        .iter()
        .filter(|e| site.frame.kinds.get(e.kind).codes && is_coded(e))
    {
        let alive = entry.card.status == Shown::Published;
        let former: Vec<String> = entry
            .card
            .formerly
            .iter()
            .map(|key| key.trim_matches('/').to_string())
            .collect();
        let place = Some(Place::file(&entry.file));
        all.push(Wanted {
            key: entry.key.to_string(),
            former: former.clone(),
            titles: titles(&entry.card.title),
            alive,
            place: place.clone(),
        });
        all.extend(entry.card.parts.iter().map(|(id, title)| Wanted {
            key: format!("{}#{id}", entry.key),
            former: Vec::new(),
            titles: titles(title),
            alive,
            place: place.clone(),
        }));
    }
    all
}

/// Issued codes whose entry is a draft: nothing is gone, and nothing has to be retired. One finding for an entry and
/// its parts.
pub fn name_drafts(found: &mut Diagnostics, site: &Site) {
    let mut told = BTreeSet::new();
    found.retain_mut(|finding| {
        if finding.code != messages::ISSUED_ENTRY_GONE && finding.code != messages::ISSUED_ENTRY_RENAMED {
            return true;
        }
        let value = |name: &str| finding.arg(name).map(str::to_string);
        let (Some(entry), Some(code)) = (value("entry"), value("code")) else {
            return true;
        };
        let Some(draft) = site.drafts.iter().find(|draft| *draft.key == *entry) else {
            return true;
        };
        let draft_finding = Diagnostic::new(messages::ISSUED_ENTRY_DRAFT).with("code", code);
        *finding = draft_finding.with("key", &entry).at(Place::file(&draft.file));
        told.insert(entry)
    });
}

fn is_coded(entry: &Entry) -> bool {
    entry.card.status != Shown::Draft
}
