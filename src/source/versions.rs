//! Files in which Git left two versions side by side: `<<<<<<< HEAD`, `=======`, `>>>>>>> main`.
//!
//! Entry point: [`first`]. Invariant: told once per file; what is read is the first version, with every line at its old
//! number, so that nothing else is said about the marks or about lines that stand in both.

use super::fences::Fences;
use crate::diag::codes::yaml as codes;
use crate::diag::{Diagnostic, Place, Span};
use std::sync::Arc;

/// The ledger keeps the lines of both sides, and has a message of its own.
const LEDGER: &str = "codes.lock";

/// Which part of a conflict a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// None: both versions have the line.
    Both,
    /// The first version.
    First,
    /// The second version, or what both came from.
    Other,
}

/// The text without the marks and without what stands in the second version only, and the finding; `None` when nothing is
/// left of a conflict.
pub(super) fn first(file: &Arc<str>, text: &str) -> Option<(String, Diagnostic)> {
    // Nearly no text has such a line, and few have its first sign.
    let may_hold = text.as_bytes().contains(&b'<');
    if !may_hold || !(text.starts_with("<<<<<<< ") || text.contains("\n<<<<<<< ")) || file.ends_with(LEDGER) {
        return None;
    }
    let mut kept = String::with_capacity(text.len());
    let (mut part, mut begin, mut told) = (Part::Both, None, None);
    // Articles may show such lines between fences.
    let (mut fences, has_fences) = (Fences::default(), file.ends_with(".md"));
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        let is_fenced = has_fences && part == Part::Both && fences.is_code(words);
        let next = match part {
            Part::Both if words.starts_with("<<<<<<< ") && !is_fenced => {
                begin = Some(Span::new(at, at + words.len()));
                Part::First
            }
            Part::First if words == "=======" || words.starts_with("||||||| ") => Part::Other,
            Part::Other if words.starts_with(">>>>>>> ") => {
                told = told.or(begin);
                Part::Both
            }
            same => same,
        };
        let is_kept = part == next && part != Part::Other;
        kept.push_str(if is_kept {
            line
        } else {
            &line[line.trim_end_matches('\n').len()..]
        });
        part = next;
        at += line.len();
    }
    // What ends nowhere is a text that looks like it.
    let span = told.filter(|_| part == Part::Both)?;
    Some((
        kept,
        Diagnostic::new(codes::TWO_VERSIONS).at(Place::of(file, text, span)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, text: &str) -> Option<(String, u32)> {
        let (kept, found) = first(&Arc::from(file), text)?;
        assert_eq!(found.code, codes::TWO_VERSIONS);
        Some((kept, found.place.unwrap().line))
    }

    #[test]
    fn the_first_version_is_read_and_the_conflict_told_once() {
        let text = "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\nc: 2\n>>>>>>> main\nd: 1\n";
        assert_eq!(
            read("entry.yaml", text),
            Some(("a: 1\n\nb: 1\n\n\n\n\nd: 1\n".to_string(), 2))
        );
        let twice = format!("{text}{text}");
        assert_eq!(read("entry.yaml", &twice).map(|(_, line)| line), Some(2));
        let three = "<<<<<<< HEAD\nb: 1\n||||||| base\nb: 0\n=======\nb: 2\n>>>>>>> main\n";
        assert_eq!(read("vi.md", three), Some(("\nb: 1\n\n\n\n\n\n".to_string(), 1)));
    }

    #[test]
    fn what_only_looks_like_a_conflict_stays() {
        let whole = "<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\n";
        assert_eq!(read("codes.lock", whole), None);
        for (open, close) in [
            ("```", "```"),
            ("~~~", "~~~"),
            ("````md\n```", "```\n````"),
            ("~~~\n```", "~~~"),
        ] {
            assert_eq!(read("vi.md", &format!("{open}\n{whole}{close}\n")), None, "{open}");
        }
        assert!(read("vi.md", &format!("~~~\n```\n~~~\n{whole}")).is_some());
        assert_eq!(read("vi.md", "<<<<<<< HEAD\nb: 1\n=======\n"), None);
        assert_eq!(read("vi.md", "Tiêu đề\n=======\n>>>>>>> x\n"), None);
    }
}
