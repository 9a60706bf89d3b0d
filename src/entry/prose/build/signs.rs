//! Signs that Markdown takes for marks and that stand between numbers: `30*40*50 cm`, `~500~`.
//!
//! Entry point: [`typed`]. Invariant: looks at the letters beside the signs only.

use pulldown_cmark::TagEnd as ParsedEnd;
use std::ops::Range;

/// The signs around a part of the text, when they were typed as signs and are to be shown; the part stands at `range`
/// with its signs. A star between numbers means «times», one tilde before a number «about».
pub(super) fn typed(text: &str, what: &ParsedEnd, range: &Range<usize>) -> Option<&'static str> {
    let (lo, hi) = (range.start, range.end);
    let source = text.get(lo..hi)?;
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    // `40cm*50cm` too: what stands before a star may have its unit.
    let is_times =
        |at: usize, len: usize| text[..at].chars().next_back().is_some_and(char::is_alphanumeric) && is_digit(at + len);
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
    let is_starred = source.len() > 2 * len && source.starts_with(stars) && source.ends_with(stars);
    (is_starred && (is_times(lo, len) || is_times(hi - len, len))).then_some(stars)
}
