//! Places in source files.
//!
//! Entry point: [`Place::of`]. Invariant: a place carries its own line of text; lines and columns count from 1, columns
//! in grapheme clusters, so that a decomposed Vietnamese letter is one column.

use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// A range of bytes in a source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub lo: u32,
    /// Behind the last byte.
    pub hi: u32,
}

impl Span {
    /// From byte offsets; texts are far below 4 GiB.
    pub fn new(lo: usize, hi: usize) -> Self {
        Self {
            lo: lo as u32,
            hi: hi.max(lo) as u32,
        }
    }
}

/// Where a finding is, with the line itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Path relative to the site's root, with `/`.
    pub file: Arc<str>,
    /// Line, from 1; 0 when the finding is about the file as a whole.
    pub line: u32,
    /// Column in grapheme clusters, from 1; 0 when the finding is about the file as a whole.
    pub column: u32,
    /// The text of the line, without its line break.
    pub text: String,
    /// The bytes of `text` that are meant; those of the whole file as long as there is no line, see [`Place::bytes`].
    pub mark: (usize, usize),
}

impl Place {
    /// A file as a whole.
    pub fn file(file: &Arc<str>) -> Self {
        Self {
            file: file.clone(),
            line: 0,
            column: 0,
            text: String::new(),
            mark: (0, 0),
        }
    }

    /// A span of a file whose text is not at hand: line, column and text are looked up before the finding is told.
    pub fn bytes(file: &Arc<str>, span: Span) -> Self {
        Self {
            mark: (span.lo as usize, span.hi as usize),
            ..Self::file(file)
        }
    }

    /// A span of a file's text. A span over several lines marks the rest of its first one.
    pub fn of(file: &Arc<str>, text: &str, span: Span) -> Self {
        let lo = floor(text, span.lo as usize);
        let hi = floor(text, span.hi as usize).max(lo);
        let start = text[..lo].rfind('\n').map_or(0, |i| i + 1);
        let end = text[lo..].find('\n').map_or(text.len(), |i| lo + i);
        let line = text[start..end].trim_end_matches('\r');
        let mark = (
            lo - start,
            (hi.min(end) - start).min(line.len()).max((lo - start).min(line.len())),
        );
        let before = &line[..mark.0.min(line.len())];
        Self {
            file: file.clone(),
            line: text[..lo].bytes().filter(|b| *b == b'\n').count() as u32 + 1,
            column: before.graphemes(true).count() as u32 + 1,
            text: line.to_string(),
            mark: (before.len(), mark.1),
        }
    }
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_a_decomposed_letter_as_one_column() {
        let text = "a: 1\ntitle: Đe\u{302}\u{300}n: x\n";
        let colon = text.rfind(": x").unwrap();
        let place = Place::of(&Arc::from("entry.yaml"), text, Span::new(colon, colon + 1));
        assert_eq!((place.line, place.column), (2, 11));
        assert_eq!(place.text, "title: Đe\u{302}\u{300}n: x");
        assert_eq!(&place.text[place.mark.0..place.mark.1], ":");
    }

    #[test]
    fn survives_spans_beyond_the_end_and_inside_letters() {
        let file = Arc::from("a");
        assert_eq!(Place::of(&file, "Đ", Span::new(1, 9)).column, 1);
        assert_eq!(Place::of(&file, "a\r\n", Span::new(9, 12)).line, 2);
    }
}
