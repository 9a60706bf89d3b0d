//! The intent: what a finished build is about to do, written down before it does it.
//!
//! Entry point: [`Intent::format`], [`Intent::parse`]. Invariant: the last line is the checksum of all before it; a torn
//! intent is none.

use super::manifest::{Hash, from_hex, hash, push_hex};
use super::path::check_path;

const FIRST_LINE: &str = "# vanbia intent 1";

/// How something takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file where none was.
    New,
    /// A file in place of an older one of ours.
    Swap,
    /// A whole folder where none was.
    Folder,
}

/// A lock file beside the content that is to be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LockFileMove {
    /// File name in the content folder; always ends in `.lock`.
    pub(super) name: String,
    /// Of the text that it had; none if there was no such file.
    pub(super) before: Option<Hash>,
    /// Of the text that it gets.
    pub(super) after: Hash,
}

/// All that is about to be done, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Intent {
    pub(super) lock_files: Vec<LockFileMove>,
    /// Files of ours that stand where a folder, or above where a file, has to go.
    pub(super) early: Vec<Box<str>>,
    pub(super) moves: Vec<(Kind, Box<str>)>,
    /// Files of ours that nobody wants any more.
    pub(super) late: Vec<Box<str>>,
    /// Of the new manifest's text, which holds the hashes of all files.
    pub(super) manifest: Hash,
}

/// Ledgers are single files in the content folder, so that a forged intent cannot write anywhere else.
pub(super) fn is_lock_file_name(name: &str) -> bool {
    name.ends_with(".lock") && !name.contains('/') && check_path(name).is_ok()
}

impl Intent {
    /// True when nothing but the manifest would change.
    pub(super) fn is_idle(&self) -> bool {
        let Self {
            lock_files,
            early,
            moves,
            late,
            manifest: _,
        } = self;
        lock_files.is_empty() && early.is_empty() && moves.is_empty() && late.is_empty()
    }

    pub(super) fn format(&self) -> String {
        let mut out = String::from(FIRST_LINE);
        out.push_str("\nmanifest\t");
        push_hex(&mut out, &self.manifest);
        out.push('\n');
        for lock_file in &self.lock_files {
            out.push_str("ledger\t");
            out.push_str(&lock_file.name);
            out.push('\t');
            match &lock_file.before {
                Some(before) => push_hex(&mut out, before),
                None => out.push('-'),
            }
            out.push('\t');
            push_hex(&mut out, &lock_file.after);
            out.push('\n');
        }
        let mut line = |word: &str, path: &str| {
            for part in [word, "\t", path, "\n"] {
                out.push_str(part);
            }
        };
        self.early.iter().for_each(|path| line("early", path));
        for (kind, path) in &self.moves {
            line(kind.word(), path);
        }
        self.late.iter().for_each(|path| line("late", path));
        let sum = hash(out.as_bytes());
        out.push_str("end\t");
        push_hex(&mut out, &sum);
        out.push('\n');
        out
    }

    /// Reads an intent; none if it is torn or not ours.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let end = text.rfind("end\t")?;
        let (body, last) = text.split_at(end);
        let sum = from_hex(last.strip_prefix("end\t")?.strip_suffix('\n')?)?;
        if sum != hash(body.as_bytes()) {
            return None;
        }
        let mut lines = body.lines();
        if lines.next() != Some(FIRST_LINE) {
            return None;
        }
        let mut intent = Self::default();
        for line in lines {
            intent.take_line(line)?;
        }
        Some(intent)
    }

    fn take_line(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once('\t')?;
        match word {
            "manifest" => self.manifest = from_hex(rest)?,
            "ledger" => {
                let mut cells = rest.split('\t');
                let name = cells.next().filter(|name| is_lock_file_name(name))?.to_owned();
                let before = match cells.next()? {
                    "-" => None,
                    digits => Some(from_hex(digits)?),
                };
                let after = from_hex(cells.next()?)?;
                self.lock_files.push(LockFileMove { name, before, after });
            }
            _ => {
                check_path(rest).ok()?;
                match word {
                    "early" => self.early.push(rest.into()),
                    "late" => self.late.push(rest.into()),
                    _ => self.moves.push((Kind::of_word(word)?, rest.into())),
                }
            }
        }
        Some(())
    }
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Kind::New => "new",
            Kind::Swap => "swap",
            Kind::Folder => "folder",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        [Kind::New, Kind::Swap, Kind::Folder]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Intent {
        Intent {
            lock_files: vec![
                LockFileMove {
                    name: "codes.lock".into(),
                    before: None,
                    after: hash(b"new"),
                },
                LockFileMove {
                    name: "translations.lock".into(),
                    before: Some(hash(b"old")),
                    after: hash(b"new"),
                },
            ],
            early: vec!["a/b".into()],
            moves: vec![
                (Kind::Folder, "media".into()),
                (Kind::New, "a".into()),
                (Kind::Swap, "index.html".into()),
            ],
            late: vec!["old/index.html".into()],
            manifest: hash(b"manifest"),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(Intent::parse(&sample().format()), Some(sample()));
    }

    #[test]
    fn a_torn_intent_is_none() {
        let text = sample().format();
        for end in 0..text.len() {
            assert_eq!(Intent::parse(&text[..end]), None, "cut at {end}");
        }
        assert_eq!(Intent::parse(&text.replace("media", "medio")), None);
    }

    #[test]
    fn a_forged_intent_cannot_leave_its_folders() {
        for (lock_file, path) in [
            ("../x.lock", "a"),
            ("relics/x.lock", "a"),
            ("site.yaml", "a"),
            ("codes.lock", "../a"),
        ] {
            let mut forged = sample();
            forged.lock_files[0].name = lock_file.into();
            forged.late[0] = path.into();
            assert_eq!(Intent::parse(&forged.format()), None, "{lock_file} {path}");
        }
    }
}
