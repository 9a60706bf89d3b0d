//! The manifest: which files of the output folder are vanbia's, with their content's checksum.
//!
//! Entry point: [`Manifest`]. Invariant: rows are sorted by path and unique. Size and time serve only to spare a
//! second reading; whether a file is ours is decided by its content.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use twox_hash::XxHash3_128;

use super::layout::Layout;
use crate::text::is_settled;

/// BLAKE3, of what an intent vouches for and of what the cache keeps.
pub(super) type Hash = [u8; 32];

/// XXH3 of a file's content, 128 bits. It tells what has changed, by whomever, and is not meant to withstand somebody who
/// may write here anyway; every byte of a site goes through it, and BLAKE3 takes a twentieth of a build for that.
pub(super) type Checksum = [u8; 16];

const FIRST_LINE: &str = "# vanbia manifest 2";

/// Rows of the first form bore BLAKE3.
const FIRST_LINE_1: &str = "# vanbia manifest 1";

/// One file of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Site path.
    pub(super) path: Box<str>,
    /// Of the content that we wrote.
    pub(super) sum: Checksum,
    /// In bytes.
    pub(super) size: u64,
    /// Modification time, nanoseconds since 1970.
    pub(super) modified: i64,
}

/// What a file looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) size: u64,
    pub(super) modified: i64,
}

impl Looks {
    pub(super) fn of(meta: &fs::Metadata) -> Self {
        let modified = meta
            .modified()
            .ok()
            .map_or(0, |time| match time.duration_since(UNIX_EPOCH) {
                Ok(after) => i64::try_from(after.as_nanos()).unwrap_or(i64::MAX),
                Err(before) => i64::try_from(before.duration().as_nanos()).map_or(i64::MIN, |n| -n),
            });
        Self {
            size: meta.len(),
            modified,
        }
    }
}

/// All rows, and when they were written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) rows: Vec<Row>,
    /// Modification time of the manifest itself: the file system's own clock, so no other is needed.
    pub(super) recorded: i64,
}

impl Manifest {
    /// Reads a manifest; one that does not exist is empty. Lines that cannot be read are left out: their files then
    /// count as somebody else's, which is the safe side.
    pub(super) fn read(path: &Path, layout: &Layout) -> io::Result<Self> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let recorded = Looks::of(&fs::metadata(path)?).modified;
        Ok(Self {
            rows: parse(&String::from_utf8_lossy(&bytes), layout),
            recorded,
        })
    }

    /// The row of a path.
    pub(super) fn get(&self, path: &str) -> Option<&Row> {
        self.rows
            .binary_search_by(|row| (*row.path).cmp(path))
            .ok()
            .map(|i| &self.rows[i])
    }

    /// True when size and time alone prove that the file is still as this row says.
    pub(super) fn vouches(&self, row: &Row, looks: Looks) -> bool {
        row.size == looks.size && row.modified == looks.modified && self.is_settled(row)
    }

    /// False while a later change could hide behind the same time stamp.
    pub(super) fn is_settled(&self, row: &Row) -> bool {
        is_settled(row.modified.into(), self.recorded.into())
    }
}

/// Writes a manifest to a new file and waits until it is on the disk; returns the hash of its text. It goes out in
/// portions, since that of a large site takes tens of megabytes.
pub(super) fn write<'r>(path: &Path, rows: impl Iterator<Item = &'r Row>) -> io::Result<Hash> {
    const PORTION: usize = 64 << 10;
    let mut file = File::create(path)?;
    let mut hasher = blake3::Hasher::new();
    let mut text = String::with_capacity(PORTION + 1024);
    let mut send = |text: &mut String| {
        hasher.update(text.as_bytes());
        file.write_all(text.as_bytes())?;
        text.clear();
        io::Result::Ok(())
    };
    text.push_str(FIRST_LINE);
    text.push('\n');
    for row in rows {
        push_row(&mut text, row);
        if text.len() >= PORTION {
            send(&mut text)?;
        }
    }
    send(&mut text)?;
    file.sync_all()?;
    Ok(*hasher.finalize().as_bytes())
}

fn push_row(out: &mut String, row: &Row) {
    out.push_str(&row.path);
    out.push('\t');
    push_hex(out, &row.sum);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "\t{}\t{}", row.size, row.modified);
}

fn parse(text: &str, layout: &Layout) -> Vec<Row> {
    let mut lines = text.lines();
    let mut rows: Vec<Row> = match lines.next() {
        Some(FIRST_LINE) => lines
            .filter_map(|line| parse_row(line, |_, sum| from_hex(sum)))
            .collect(),
        Some(FIRST_LINE_1) => lines
            .filter_map(|line| parse_row(line, |path, hash| summed_anew(layout, path, from_hex(hash)?)))
            .collect(),
        _ => Vec::new(),
    };
    rows.sort_by(|a, b| a.path.cmp(&b.path));
    rows.dedup_by(|a, b| a.path == b.path);
    rows
}

/// A row; `sum` reads the cell that says what its file holds.
fn parse_row(line: &str, sum: impl Fn(&str, &str) -> Option<Checksum>) -> Option<Row> {
    let mut cells = line.split('\t');
    let path = cells.next()?;
    // A manifest that came from somewhere else must not make us delete outside of the folder.
    super::path::check_path(path).ok()?;
    Some(Row {
        path: path.into(),
        sum: sum(path, cells.next()?)?,
        size: cells.next()?.parse().ok()?,
        modified: cells.next()?.parse().ok()?,
    })
}

/// The checksum of a file that an earlier version wrote, at its place or still waiting; none where it holds something else.
fn summed_anew(layout: &Layout, path: &str, wrote: Hash) -> Option<Checksum> {
    [layout.site(path), layout.stage(path)]
        .iter()
        .filter_map(|place| fs::read(place).ok())
        .find(|bytes| hash(bytes) == wrote)
        .map(|bytes| checksum(&bytes))
}

/// XXH3, 128 bits, big-endian.
pub(super) fn checksum(bytes: &[u8]) -> Checksum {
    XxHash3_128::oneshot(bytes).to_be_bytes()
}

/// BLAKE3.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    *blake3::hash(bytes).as_bytes()
}

/// Appends two digits for each byte.
pub(super) fn push_hex(out: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
}

/// Two digits for each byte.
pub(super) fn to_hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(2 * bytes.len());
    push_hex(&mut out, bytes);
    out
}

/// Reads exactly two digits for each byte.
pub(super) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut out = [0; N];
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    for (byte, pair) in out.iter_mut().zip(digits.chunks_exact(2)) {
        let high = char::from(pair[0]).to_digit(16)?;
        let low = char::from(pair[1]).to_digit(16)?;
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(path: &str, modified: i64) -> Row {
        Row {
            path: path.into(),
            sum: checksum(path.as_bytes()),
            size: 7,
            modified,
        }
    }

    fn text(rows: &[Row]) -> String {
        let mut out = format!("{FIRST_LINE}\n");
        rows.iter().for_each(|row| push_row(&mut out, row));
        out
    }

    fn nowhere() -> Layout {
        Layout {
            out: "/dev/null/output".into(),
            content: "/dev/null/content".into(),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut rows = vec![row("a/b.html", -5), row("đền/index.html", 1_700_000_000_123_456_789)];
        // More than one portion.
        rows.extend((0..2000).map(|i| row(&format!("đền/{i:05}/index.html"), i)));
        rows.sort_by(|a, b| a.path.cmp(&b.path));
        let file = std::env::temp_dir().join(format!("vanbia-manifest-{}", std::process::id()));
        let sum = write(&file, rows.iter()).unwrap();
        let bytes = fs::read(&file).unwrap();
        let manifest = Manifest::read(&file, &nowhere()).unwrap();
        fs::remove_file(&file).unwrap();
        assert!(bytes == text(&rows).as_bytes() && hash(&bytes) == sum);
        assert!(manifest.rows == rows, "{} rows of {}", manifest.rows.len(), rows.len());
    }

    #[test]
    fn broken_and_dangerous_lines_are_left_out() {
        let mut text = text(&[row("a", 1), row("../../etc/passwd", 1)]);
        text.push_str("b\tnot a hash\t1\t2\nhalf a li");
        let rows = parse(&text, &nowhere());
        assert_eq!(rows.len(), 1);
        assert_eq!(&*rows[0].path, "a");
        assert!(parse("something else\n", &nowhere()).is_empty());
    }

    #[test]
    fn a_young_time_stamp_is_not_trusted() {
        // Whole hundredths of a second, as on a file system that counts in steps of two seconds.
        let old = row("a", 10_000_000_000);
        let young = row("b", 12_000_000_000);
        let manifest = Manifest {
            rows: vec![old.clone(), young.clone()],
            recorded: 12_000_000_000,
        };
        let looks = |row: &Row| Looks {
            size: row.size,
            modified: row.modified,
        };
        assert!(manifest.vouches(&old, looks(&old)));
        assert!(!manifest.vouches(&young, looks(&young)));
        assert!(!manifest.vouches(
            &old,
            Looks {
                size: 8,
                modified: 10_000_000_000
            }
        ));
    }
}
