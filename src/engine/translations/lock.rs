//! The text of the lock as it was read or written last. It stays at hand, so that an edited entry costs what its own lines
//! cost: the lock of a whole country has a hundred thousand.
//!
//! Entry point: [`Lock::read`], [`Lock::own_lines`], [`Lock::with`]. Invariant: [`Lock::with`] keeps lines sorted, and leaves
//! every line alone that is of another entry.

use super::{FILE, FIRST_LINE};
use crate::diag::{Diagnostic, codes::yaml as codes};
use crate::entry::model::Entry;
use crate::source::tree::Tree;
use std::ops::Range;

/// What versions of Git begin with, and no line of the lock holds.
const MARK: u8 = b'<';

/// The lock of translations.
#[derive(Default)]
pub(crate) struct Lock {
    /// However long it is: what is not read counts as fresh.
    text: String,
    /// Of the bytes; none where there is no file.
    hash: Option<[u8; 32]>,
    /// True when the lines are in the order in which vanbia writes them.
    is_sorted: bool,
    /// That Git left two versions of it.
    conflict: Option<Diagnostic>,
}

impl Lock {
    /// As it lies in a site.
    pub(crate) fn read(tree: &Tree) -> Self {
        let Some(file) = tree.find(FILE) else {
            return Self::of(String::new(), None);
        };
        let Ok(bytes) = tree.bytes(file) else {
            return Self::of(String::new(), None);
        };
        let hash = *blake3::hash(&bytes).as_bytes();
        let text = String::from_utf8(bytes)
            .ok()
            .filter(|text| !text.as_bytes().contains(&MARK));
        // Somebody's program wrote it in another encoding, or Git left two versions of it.
        let (text, found) = match text {
            Some(text) => (text, Vec::new()),
            None => {
                let (doc, found) = tree.document(file);
                (doc.map(|doc| doc.text).unwrap_or_default(), found)
            }
        };
        let conflict = found.into_iter().find(|d| d.code == codes::TWO_VERSIONS);
        Self {
            conflict,
            ..Self::of(text, Some(hash))
        }
    }

    /// That Git left two versions of it.
    pub(crate) fn conflict(&self) -> Option<Diagnostic> {
        self.conflict.clone()
    }

    /// As it was just written.
    pub(crate) fn written(bytes: Vec<u8>) -> Self {
        let hash = *blake3::hash(&bytes).as_bytes();
        Self::of(String::from_utf8(bytes).unwrap_or_default(), Some(hash))
    }

    fn of(text: String, hash: Option<[u8; 32]>) -> Self {
        let is_sorted = text.is_empty() || text.ends_with('\n') && text.lines().is_sorted();
        Self {
            text,
            hash,
            is_sorted,
            conflict: None,
        }
    }

    /// BLAKE3 of its bytes; none where there is no file.
    pub(crate) fn hash(&self) -> Option<[u8; 32]> {
        self.hash
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// True when its lines are as vanbia writes them.
    pub(super) fn is_as_written(&self) -> bool {
        let rest = self.text.strip_prefix(FIRST_LINE);
        self.is_sorted && rest.is_some_and(|rest| rest.starts_with('\n'))
    }

    /// The lines of one entry, under today's key and those before, without looking through all the others where they are
    /// sorted.
    pub(super) fn own_lines(&self, entry: &Entry) -> Vec<&str> {
        let keys = || entry.card.formerly.iter().map(|key| &**key).chain([&*entry.key]);
        if !self.is_sorted {
            let is_own = |line: &&str| keys().any(|key| is_line_of(line, key));
            return self.text.lines().filter(is_own).collect();
        }
        let places = keys().flat_map(|key| self.places(key));
        places
            .map(|place| self.text[place].trim_end_matches(['\r', '\n']))
            .collect()
    }

    /// Where the lines of a key stand, in sorted lines.
    fn places<'l>(&'l self, key: &'l str) -> impl Iterator<Item = Range<usize>> + 'l {
        let from = first_line(&self.text, key);
        let lines = self.text[from..].split_inclusive('\n').scan(from, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start..*at, line))
        });
        // A key that goes on in another way is another entry's.
        let lines = lines.take_while(move |(_, line)| line.starts_with(key));
        lines
            .filter(move |(_, line)| is_line_of(line, key))
            .map(|(place, _)| place)
    }

    /// The text with these lines in place of those of these keys.
    pub(super) fn with<'k>(&self, own: impl Iterator<Item = (&'k str, Vec<String>)>) -> String {
        let mut changes: Vec<(usize, usize, String)> = Vec::new();
        for (key, lines) in own {
            changes.extend(self.places(key).map(|place| (place.start, place.end, String::new())));
            changes.extend(lines.into_iter().map(|line| {
                let at = first_line(&self.text, &line);
                (at, at, line)
            }));
        }
        // What comes in at a place stands before what goes there.
        changes.sort_unstable();
        let mut text =
            String::with_capacity(self.text.len() + changes.iter().map(|(.., line)| line.len()).sum::<usize>());
        let mut done = 0;
        for (from, to, line) in changes {
            text.push_str(&self.text[done..from]);
            text.push_str(&line);
            done = to;
        }
        text.push_str(&self.text[done..]);
        text
    }
}

/// True for the key of a row of this entry.
pub(super) fn belongs(row: &str, key: &str) -> bool {
    row.strip_prefix(key)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_line_of(line: &str, key: &str) -> bool {
    belongs(line.split('\t').next().unwrap_or_default(), key)
}

/// Where the first line stands that is not before `wanted`, in lines that are sorted byte by byte.
fn first_line(text: &str, wanted: &str) -> usize {
    let (bytes, wanted) = (text.as_bytes(), wanted.as_bytes());
    let (mut low, mut high) = (0, bytes.len());
    // Both are starts of lines, or the end.
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[low..middle]
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(low, |at| low + at + 1);
        let end = bytes[start..]
            .iter()
            .position(|b| *b == b'\n')
            .map_or(bytes.len(), |at| start + at + 1);
        if &bytes[start..end] < wanted {
            low = end;
        } else {
            high = start;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_of_a_key_is_found_among_sorted_ones() {
        let keys = [
            "# vanbia",
            "a/b\t1",
            "relics/a\t1",
            "relics/a-b\t1",
            "relics/a/entry.yaml\t1",
            "streets/x\t1",
        ];
        let text: String = keys.iter().flat_map(|key| [key, "\n"]).collect();
        for (at, key) in keys.iter().enumerate() {
            let name = key.split('\t').next().unwrap();
            let before: usize = keys[..at].iter().map(|key| key.len() + 1).sum();
            assert_eq!(first_line(&text, name), before, "{key}");
        }
        assert_eq!(first_line(&text, "zzz"), text.len());
        assert_eq!(first_line("", "a"), 0);
    }

    #[test]
    fn new_lines_of_an_entry_stand_where_sorting_would_put_them_and_others_stay() {
        let text = "# vanbia translations 1\na/b\ten\t1\nr/a\ten\t1\nr/a-b\ten\t1\nr/a/entry.yaml\ten\t1\nr/b\ten\t1\n";
        let lock = Lock::written(text.into());
        assert!(lock.is_as_written());
        let with = |own: &[(&'static str, &[&str])]| {
            let own = own
                .iter()
                .map(|(key, lines)| (*key, lines.iter().map(ToString::to_string).collect()));
            lock.with(own)
        };
        let sorted = |text: &str| {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            lines.sort_unstable();
            lines.concat()
        };
        assert_eq!(with(&[]), text);
        let new = with(&[(
            "r/a",
            &["r/a/entry.yaml\ten\t2\n", "r/a\ten\t1\n", "r/a/chapters/x\ten\t3\n"],
        )]);
        assert_eq!(new, sorted(&new));
        assert!(
            new.contains("r/a-b\ten\t1\nr/a/chapters/x\ten\t3\nr/a/entry.yaml\ten\t2\nr/b"),
            "{new}"
        );
        assert_eq!(
            with(&[("r/a", &[])]),
            text.replace("r/a\ten\t1\n", "").replace("r/a/entry.yaml\ten\t1\n", "")
        );
        let both = with(&[
            ("r/b", &["r/b\ten\t9\n"]),
            ("z/z", &["z/z\ten\t1\n"]),
            ("a/a", &["a/a\ten\t1\n"]),
        ]);
        assert_eq!(both, sorted(&both));
        assert_eq!(both.lines().count(), 8);
    }
}
