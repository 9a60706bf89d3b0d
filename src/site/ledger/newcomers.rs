//! Entries that have no code yet, as what vanished or changed hands may have become.
//!
//! Entry point: [`Newcomers::of`], [`reused`]. Invariant: guesses are for messages only; no row is moved by a guess.

use super::{Ledger, Row, Status, Wanted};
use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics};
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Entries without a code so far, to guess which of them is a vanished one under a new name.
pub(super) struct Newcomers<'a> {
    by_title: BTreeMap<(&'a str, &'a str), &'a str>,
    by_slug: BTreeMap<&'a str, &'a str>,
}

impl<'a> Newcomers<'a> {
    pub(super) fn of(wanted: &'a [Wanted], rows: &BTreeMap<u64, Row>) -> Self {
        let known: HashSet<&str> = rows.values().map(|row| row.key.as_str()).collect();
        let mut new = Self {
            by_title: BTreeMap::new(),
            by_slug: BTreeMap::new(),
        };
        for want in wanted.iter().filter(|want| !known.contains(want.key.as_str())) {
            for (language, title) in &want.titles {
                new.by_title.entry((language, title)).or_insert(&want.key);
            }
            new.by_slug.entry(slug(&want.key)).or_insert(&want.key);
        }
        new
    }

    /// The one that bears the title of a row, else its slug.
    pub(super) fn likely(&self, row: &Row) -> Option<&'a str> {
        self.titled(row).or_else(|| self.by_slug.get(slug(&row.key)).copied())
    }

    fn titled(&self, row: &Row) -> Option<&'a str> {
        self.called(row).find_map(|key| key)
    }

    /// The one that bears every title of a row.
    fn same(&self, row: &Row) -> Option<&'a str> {
        let first = self.called(row).next()??;
        self.called(row).all(|key| key == Some(first)).then_some(first)
    }

    fn called<'s>(&'s self, row: &'s Row) -> impl Iterator<Item = Option<&'a str>> + 's {
        let titles = row.titles.iter();
        titles.map(|(language, title)| self.by_title.get(&(language.as_str(), title.as_str())).copied())
    }
}

/// Issued codes whose folder holds another entry than the one that they were printed for. That the entry is another one
/// is certain where a newcomer bears all printed titles, and likely where not one word of the titles is left. Parts do
/// not count: a plate at a stall stays at the stall when its seller moves.
pub(super) fn reused(
    ledger: &Ledger,
    rows: &BTreeMap<u64, Row>,
    by_key: &HashMap<&str, &Wanted>,
    wanted: &[Wanted],
) -> Diagnostics {
    let is_other = |row: &&Row, want: &Wanted| {
        let has = |(_, title): &(String, String)| {
            want.titles
                .iter()
                .any(|(_, own)| own == title || is_clearer(title, own))
        };
        !row.titles.is_empty() && !want.titles.is_empty() && !row.titles.iter().any(has)
    };
    let mut newcomers = None;
    let mut found = Diagnostics::new();
    let issued = rows.iter().filter(|(_, row)| row.status == Status::Issued);
    for (code, row) in issued.filter(|(_, row)| !row.key.contains('#')) {
        let Some(want) = by_key.get(row.key.as_str()).filter(|want| is_other(&row, want)) else {
            continue;
        };
        let newcomers = newcomers.get_or_insert_with(|| Newcomers::of(wanted, rows));
        let finding = match newcomers.same(row) {
            Some(new) => Diagnostic::new(messages::ISSUED_KEY_REUSED).with("new", new),
            None if words(&row.titles).is_disjoint(&words(&want.titles)) => Diagnostic::new(messages::ISSUED_RETITLED),
            None => continue,
        };
        let title = |titles: &[(String, String)]| titles.first().map_or(String::new(), |(_, title)| title.clone());
        let finding = finding
            .with("code", &row.code)
            .with("key", &row.key)
            .with("was", title(&row.titles))
            .with("now", title(&want.titles));
        found.push(finding.at(ledger.place(*code)));
    }
    found
}

fn words(titles: &[(String, String)]) -> BTreeSet<String> {
    titles.iter().flat_map(|(_, title)| words_of(title)).collect()
}

fn words_of(title: &str) -> BTreeSet<String> {
    fold(title).split_whitespace().map(String::from).collect()
}

/// True for titles that differ by some words more: «Đình Cả» and «Đình Cả làng Thượng» are one.
fn is_clearer(one: &str, other: &str) -> bool {
    let (one, other) = (words_of(one), words_of(other));
    one.is_subset(&other) || other.is_subset(&one)
}

/// The last part of a key.
fn slug(key: &str) -> &str {
    key.rsplit('/').next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::ledger::Issue;

    fn want(key: &str, title: &str, former: &[&str]) -> Wanted {
        Wanted {
            key: key.into(),
            former: former.iter().map(ToString::to_string).collect(),
            titles: vec![("vi".into(), title.into())],
            alive: true,
            place: None,
        }
    }

    fn payload(code: &str) -> String {
        format!("https://A.EXAMPLE/{code}/")
    }

    /// A ledger that was printed for these, and the numbers of what is found when others stand there.
    fn found(before: &[Wanted], now: &[Wanted]) -> String {
        let reserved = Ledger::empty(&"codes.lock".into()).reconcile(before, &payload).0;
        let printed = reserved.issue(Issue::All, before).0;
        let (_, _, found) = printed.reconcile(now, &payload);
        let numbers: Vec<String> = found.iter().map(|d| d.code.number.to_string()).collect();
        numbers.join(" ")
    }

    #[test]
    fn another_entry_in_the_folder_of_a_printed_code_is_refused() {
        let before = [want("relics/ha", "Đền Hạ", &[])];
        let other = want("relics/ha", "Đền Thượng", &[]);
        assert_eq!(
            found(&before, &[other.clone(), want("relics/moi", "Đền Hạ", &[])]),
            "678"
        );
        // The ways out: its own folder for each, or the new one as a draft first.
        let ways_out = [
            want("relics/thuong", "Đền Thượng", &[]),
            want("relics/moi", "Đền Hạ", &["relics/ha"]),
        ];
        assert_eq!(found(&before, &ways_out), "");
        assert_eq!(found(&before, std::slice::from_ref(&other)), "");
        // A title that was made clearer, because there is another place of the same name now.
        let clearer = [
            want("relics/ha", "Đền Hạ làng Thượng", &[]),
            want("relics/moi", "Đền Hạ", &[]),
        ];
        assert_eq!(found(&before, &clearer), "");
    }

    #[test]
    fn a_title_without_a_word_of_the_printed_one_is_asked_about() {
        let before = [want("relics/ha", "Đền Hạ", &[]), want("relics/ha#cong", "Cổng", &[])];
        let parts = |title: &str, part: &str| [want("relics/ha", title, &[]), want("relics/ha#cong", part, &[])];
        assert_eq!(found(&before, &parts("Miếu Thượng", "Cổng")), "679");
        assert_eq!(
            found(&before, &parts("Den Ha cũ", "Cổng")),
            "",
            "a slip that was mended"
        );
        assert_eq!(
            found(&before, &parts("Đền Hạ", "Gian 2")),
            "",
            "a stall may change hands"
        );
    }

    #[test]
    fn an_entry_without_a_title_is_not_taken_for_another_one() {
        let before = [want("relics/ha", "Đền Hạ", &[])];
        let untitled = Wanted {
            titles: Vec::new(),
            ..want("relics/ha", "", &[])
        };
        assert_eq!(found(&before, &[untitled]), "");
    }

    #[test]
    fn an_entry_that_has_a_code_is_not_the_one_that_is_missed() {
        let before = [want("relics/ha", "Đền Hạ", &[]), want("relics/ha-2", "Đền Hạ", &[])];
        assert_eq!(found(&before, &before[1..]), "611");
    }

    #[test]
    fn a_folder_with_a_name_that_cannot_stay_is_not_told_twice() {
        let before = [want("relics/ha", "Đền Hạ", &[])];
        assert_eq!(found(&before, &[want("relics/Đền Hạ", "Đền Hạ", &[])]), "");
        assert_eq!(found(&before, &[want("relics/den-ha", "Đền Hạ", &[])]), "612");
    }
}
