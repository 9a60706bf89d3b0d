//! Vietnamese and other texts as values: normal form, slugs, folding, order, numbers, dates, languages.
//!
//! Entry point: [`nfc`], [`slug()`], [`Text`]. Invariant: pure functions over values; the same input gives the same bytes
//! on every machine. Nothing here touches files or the clock, or knows a language code: what differs by language is data.
//!
//! Every other module may use this one, so two small things live here that are not about texts: [`exact`] and
//! [`is_settled`].

mod collate;
pub mod date;
mod fold;
mod localized;
pub mod lunar;
pub mod number;
pub mod pattern;
pub mod phone;
mod slug;
pub mod xml;

pub use collate::{SortKey, sort_key};
pub use date::{Date, PartialDate};
pub use fold::{ascii, fold, nearest, tone_fold};
pub use localized::{Lang, Said, Text};
pub use number::Formats;
pub use slug::{folder_name, is_reserved_on_windows, is_slug, slug};

use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Unicode normal form C: every Vietnamese letter one code point. macOS, some phones and Windows-1258 give letter and
/// marks apart, which looks the same and compares differently. Borrows when there is nothing to do.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().collect())
}

/// Moves items into memory of exactly their size, for what stays by the tens of thousands. `shrink_to_fit` is not that: an
/// allocator may leave the block as it is while it is less than twice as large as it need be.
pub fn exact<T>(items: Vec<T>) -> Vec<T> {
    if items.len() == items.capacity() {
        return items;
    }
    let mut moved = Vec::with_capacity(items.len());
    moved.extend(items);
    moved
}

/// True when a file that was changed last at `modified` and looked at at `seen` (both in nanoseconds) cannot be changed
/// after that look without its time showing it. FAT counts in steps of two seconds, others in steps of up to a hundredth
/// of a second, as can be told from the time itself.
pub fn is_settled(modified: i128, seen: i128) -> bool {
    const COARSE: i128 = 2_000_000_000;
    const FINE: i128 = 50_000_000;
    // A file from far ahead gets a time of today with the next change.
    const AHEAD: i128 = 3_600_000_000_000;
    if modified > seen.saturating_add(AHEAD) {
        return true;
    }
    let is_coarse = modified % 10_000_000 == 0;
    modified.saturating_add(if is_coarse { COARSE } else { FINE }) <= seen
}

/// Signs that HTML and XML forbid, even escaped: control characters but for tab and line end, and the 66 code points that
/// are no characters. Templates mark places with two of the latter.
pub fn is_forbidden(c: char) -> bool {
    let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c);
    is_noncharacter || c.is_control() && !matches!(c, '\t' | '\n')
}

/// Text without [`is_forbidden`] signs, for what escapes such as `\u0001` or `&#1;` bring in. Borrows when there is none.
pub fn without_forbidden(text: &str) -> Cow<'_, str> {
    // Without a branch, so that many bytes are looked at at once: every letter of a site comes by here.
    let may_begin_one = |b: u8| (b < b' ') & (b != b'\t') & (b != b'\n') | (b == 0x7f) | (b == 0xc2) | (b >= 0xef);
    if text.bytes().fold(false, |found, b| found | may_begin_one(b)) && text.contains(is_forbidden) {
        return Cow::Owned(text.replace(is_forbidden, ""));
    }
    Cow::Borrowed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_pages_must_not_carry_are_taken_out() {
        assert_eq!(
            without_forbidden("a\u{1}b\u{7f}c\u{81}d\u{fdd0}e\u{ffff}f\u{1fffe}g\rh"),
            "abcdefgh"
        );
        assert!(matches!(
            without_forbidden("Bổ Đà\t1\n\u{ad}\u{200b}😀"),
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn each_sign_is_taken_out_by_itself_or_stays() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert_eq!(without_forbidden(&text).is_empty(), is_forbidden(c), "{c:?}");
        }
    }

    #[test]
    fn composed_text_is_borrowed_and_decomposed_text_is_composed() {
        assert!(matches!(nfc("Chùa Bổ Đà"), Cow::Borrowed(_)));
        let apart: String = "Chùa Bổ Đà".nfd().collect();
        assert_ne!(apart, "Chùa Bổ Đà");
        assert_eq!(nfc(&apart), "Chùa Bổ Đà");
    }

    #[test]
    fn marks_in_the_order_of_old_keyboards_are_composed() {
        assert_eq!(nfc("Vie\u{302}\u{323}t"), "Việt");
        assert_eq!(nfc("Viê\u{323}t"), "Việt");
    }
}
