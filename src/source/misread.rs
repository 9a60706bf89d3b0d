//! UTF-8 that a program read as Windows-1252 or Latin-1 and saved again: `Ngôi chÃ¹a cá»•`, as spreadsheets make of CSV.
//!
//! Entry point: [`misread`]. Invariant: only letters that Vietnamese has count; the text comes back as it was before,
//! and nothing comes back where bytes of it were lost.

use crate::text::nfc;
use std::ops::Range;

/// What became of a line.
pub(super) struct Misread {
    /// The first broken word.
    pub(super) range: Range<usize>,
    /// The line as it was; `None` when letters of it are gone.
    pub(super) restored: Option<String>,
}

/// A line whose letters are bytes of UTF-8. `is_known`: other lines of its file are, so that one letter is proof.
pub(super) fn misread(line: &str, is_known: bool) -> Option<Misread> {
    let mut restored = String::with_capacity(line.len());
    let (mut first, mut total, mut sure) = (None, 0_usize, 0_usize);
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let at = line.len() - rest.len();
        let Some((letter, length)) = letter(rest) else {
            restored.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        rest = &rest[length..];
        restored.push(letter);
        if is_vietnamese(letter) {
            first.get_or_insert(at);
            total += 1;
            // Three signs in the middle of a word are no punctuation behind one.
            sure += usize::from(letter >= '\u{1ea0}' && rest.starts_with(|c: char| c.is_ascii_lowercase()));
        }
    }
    let is_genuine = line.chars().any(|c| ('\u{1ea0}'..='\u{1ef9}').contains(&c));
    let enough = match (is_known, is_genuine) {
        (true, _) => 1,
        (false, true) => 4,
        (false, false) => 2,
    };
    if total < enough && (sure == 0 || is_genuine) {
        return None;
    }
    let at = first?;
    let start = line[..at].rfind(char::is_whitespace).map_or(0, |space| {
        space + line[space..].chars().next().map_or(0, char::len_utf8)
    });
    let end = line[at..].find([' ', '\t', '\n']).map_or(line.len(), |end| at + end);
    let is_lost = has_remains(&restored);
    let restored = (!is_lost).then(|| nfc(restored.trim()).into_owned());
    Some(Misread {
        range: start..end,
        restored,
    })
}

/// True when letters stayed whose second byte is gone. `Ã` is a letter of Vietnamese too, among capitals.
fn has_remains(text: &str) -> bool {
    let is_capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    let lone = |(at, sign): (usize, &str)| {
        !is_capital(text[..at].chars().next_back()) && !is_capital(text[at + sign.len()..].chars().next())
    };
    text.contains(|c| matches!(c, 'Ä' | 'Æ' | '\u{fffd}' | '\u{80}'..='\u{9f}'))
        || text.contains("á»")
        || text.contains("áº")
        || text.match_indices('Ã').any(lone)
}

/// The letter whose bytes the next two or three letters are, and how long these are.
fn letter(rest: &str) -> Option<(char, usize)> {
    let mut bytes = [0_u8; 3];
    let (mut count, mut length) = (0, 0);
    for c in rest.chars().take(3) {
        let Some(byte) = byte(c).filter(|byte| *byte >= 0x80) else {
            break;
        };
        bytes[count] = byte;
        count += 1;
        length += c.len_utf8();
        if count > 1
            && let Ok(text) = std::str::from_utf8(&bytes[..count])
        {
            return Some((text.chars().next()?, length));
        }
    }
    None
}

/// The byte that a letter is in Windows-1252; where it has none, in Latin-1.
fn byte(c: char) -> Option<u8> {
    if c <= 'ÿ' {
        return u8::try_from(u32::from(c)).ok();
    }
    let one = [c; 1];
    let text: String = one.iter().collect();
    match encoding_rs::WINDOWS_1252.encode(&text) {
        (bytes, _, false) => bytes.first().copied(),
        _ => None,
    }
}

/// Letters of Vietnamese beyond ASCII, whole or as marks of their own.
fn is_vietnamese(c: char) -> bool {
    let lower = c.to_lowercase().next().unwrap_or(c);
    "àáâãèéêìíòóôõùúýăđĩũơư".contains(lower)
        || ('\u{1ea0}'..='\u{1ef9}').contains(&c)
        || matches!(
            c,
            '\u{300}' | '\u{301}' | '\u{302}' | '\u{303}' | '\u{306}' | '\u{309}' | '\u{31b}' | '\u{323}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as Windows-1252 or Latin-1 would show its bytes.
    fn broken(text: &str, is_windows: bool) -> String {
        let bytes = text.as_bytes();
        match is_windows {
            true => encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(bytes)
                .0
                .into_owned(),
            false => bytes.iter().map(|b| char::from(*b)).collect(),
        }
    }

    #[test]
    fn what_was_read_as_western_comes_back() {
        for text in [
            "Ngôi chùa cổ nằm dưới chân núi Phượng Hoàng, nổi tiếng “linh thiêng”",
            "title: Đền Hạ",
            "Xuất bản",
            "Hải",
            "ĐÃ TU BỔ",
            "Di tích – lịch sử",
        ] {
            for is_windows in [true, false] {
                let line = broken(text, is_windows);
                let found = misread(&line, false).unwrap_or_else(|| panic!("{line} passes"));
                assert_eq!(found.restored.as_deref(), Some(text));
                assert!(!line[found.range].is_empty());
            }
        }
        assert!(misread(&broken("Hạ", true), false).is_none(), "one letter is no proof");
        assert_eq!(
            misread(&broken("Hạ", true), true).and_then(|m| m.restored).as_deref(),
            Some("Hạ")
        );
        // The Đ is gone: its second byte is no letter of Windows-1252.
        let lost = misread("Ä\u{fffd}á»\u{fffd}n Háº¡ cá»•", false).map(|m| m.restored);
        assert_eq!(lost, Some(None));
    }

    #[test]
    fn living_languages_pass() {
        for line in [
            "SÃO PAULO, IRMÃ» e «MANHû, “AMANHÃ”",
            "« café », Ä, Österreich, Ärzte „Übung“, Ångström",
            "Chùa Bổ Đà, ‘má’ và «cá»”",
            "Færøerne på øen, naïf, Noël – ½ kg ©2026 ®",
        ] {
            assert!(misread(line, false).is_none(), "{line}");
        }
    }
}
