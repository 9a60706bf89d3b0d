//! Parts of a file, as players ask for when they seek (RFC 9110 §14).
//!
//! Entry point: [`wanted`]. Invariant: a part lies within the file; what is not a single range of bytes is answered as
//! if nothing had been asked, which the standard allows.

use std::ops::Range;

/// What a `Range` header comes to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Whole,
    Part(Range<u64>),
    /// 416: the part begins behind the end.
    Nothing,
}

/// Reads the header's value for a file of this many bytes.
pub(super) fn wanted(header: Option<&str>, length: u64) -> Wanted {
    let Some((first, last)) = header
        .and_then(|h| h.trim().strip_prefix("bytes="))
        .and_then(|r| r.trim().split_once('-'))
    else {
        return Wanted::Whole;
    };
    let number = |text: &str| -> Option<u64> {
        let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        // A number too large for 64 bits is behind every end.
        is_number.then(|| text.parse().unwrap_or(u64::MAX))
    };
    match (number(first), number(last)) {
        (Some(first), Some(last)) if first > last => Wanted::Whole,
        (Some(first), _) if first >= length && (last.is_empty() || number(last).is_some()) => Wanted::Nothing,
        (Some(first), Some(last)) => Wanted::Part(first..last.saturating_add(1).min(length)),
        (Some(first), None) if last.is_empty() => Wanted::Part(first..length),
        (None, Some(0)) if first.is_empty() => Wanted::Nothing,
        (None, Some(_)) if first.is_empty() && length == 0 => Wanted::Nothing,
        (None, Some(count)) if first.is_empty() => Wanted::Part(length.saturating_sub(count)..length),
        _ => Wanted::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_ranges_are_cut_to_the_file() {
        let ask = |header| wanted(Some(header), 100);
        assert_eq!(ask("bytes=0-"), Wanted::Part(0..100));
        assert_eq!(ask("bytes=0-0"), Wanted::Part(0..1));
        assert_eq!(ask("bytes=10-19"), Wanted::Part(10..20));
        assert_eq!(ask("bytes=90-999"), Wanted::Part(90..100));
        assert_eq!(ask("bytes=-10"), Wanted::Part(90..100));
        assert_eq!(ask("bytes=-999"), Wanted::Part(0..100));
        assert_eq!(ask("bytes=5-99999999999999999999999"), Wanted::Part(5..100));
    }

    #[test]
    fn behind_the_end_there_is_nothing() {
        assert_eq!(wanted(Some("bytes=100-"), 100), Wanted::Nothing);
        assert_eq!(wanted(Some("bytes=100-200"), 100), Wanted::Nothing);
        assert_eq!(wanted(Some("bytes=99999999999999999999999-"), 100), Wanted::Nothing);
        assert_eq!(wanted(Some("bytes=-0"), 100), Wanted::Nothing);
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::Nothing);
    }

    #[test]
    fn anything_else_is_the_whole_file() {
        for header in [
            "bytes=0-1,5-6",
            "bytes=9-3",
            "bytes=",
            "bytes=-",
            "lines=1-2",
            "bytes=a-b",
            "bytes=1-b",
            "bytes=+1-2",
            "bytes 0-1",
        ] {
            assert_eq!(wanted(Some(header), 100), Wanted::Whole, "{header}");
        }
        assert_eq!(wanted(None, 100), Wanted::Whole);
    }
}
