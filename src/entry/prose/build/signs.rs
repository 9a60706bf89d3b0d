//! Signs that Markdown takes for marks and that stand between numbers: `30*40*50 cm`, `~500~`.
//!
//! Entry point: [`typed`]. Invariant: a star that has no number on both sides is a mark, as Markdown has it.

use pulldown_cmark::TagEnd as ParsedEnd;
use std::ops::Range;

/// The signs around a part of the text, when they were typed as signs and are to be shown; the part stands at `range`
/// with its signs. A star between numbers means «times», one tilde before a number «about».
pub(super) fn typed(text: &str, what: &ParsedEnd, range: &Range<usize>) -> Option<&'static str> {
    let (lo, hi) = (range.start, range.end);
    let source = text.get(lo..hi)?;
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let stars = match what {
        ParsedEnd::Emphasis => "*",
        ParsedEnd::Strong => "**",
        ParsedEnd::Strikethrough => {
            let is_about = source.starts_with('~') && is_digit(lo + 1);
            return is_about.then_some("~");
        }
        _ => return None,
    };
    let len = stars.len();
    let inside = source.strip_prefix(stars)?.strip_suffix(stars)?;
    let is_times = |at: usize| ends_in_number(&text[..at]) && is_digit(at + len);
    // Beside a number, the star at the other end may be another sign, as in `30*40 cm*`; it is none around a whole word
    // (`10**2**`) or before one (`**Tầng 2**3 phòng`).
    let is_typed = match (is_times(lo), is_times(hi - len)) {
        (true, true) => true,
        (true, false) => inside.contains(' '),
        (false, true) => !inside.starts_with(char::is_alphanumeric),
        (false, false) => false,
    };
    is_typed.then_some(stars)
}

/// True behind `30` and `30cm`.
fn ends_in_number(before: &str) -> bool {
    /// `cm`.
    const LONGEST_UNIT: usize = 2;
    let number = before.trim_end_matches(|c: char| c.is_ascii_lowercase());
    before.len() - number.len() <= LONGEST_UNIT && number.ends_with(|c: char| c.is_ascii_digit())
}
