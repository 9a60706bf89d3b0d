//! Bytes as editors save them → text in NFC with LF line ends.
//!
//! Entry point: [`decode`]. Invariant: a text always comes back, so that later stages can report their mistakes too;
//! what may be wrong with it is reported. Places refer to the text that comes back, not to the bytes.

use super::legacy;
use super::question_marks;
use crate::diag::codes::files;
use crate::diag::{Diagnostic, Diagnostics, Place, Span};
use crate::text::{is_forbidden, nfc};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use std::sync::Arc;

const KIB: usize = 1024;
/// How many lines with lost or broken letters are shown before the rest is passed over.
const MOST_LOST: usize = 10;

/// The text of a file. UTF-8 and UTF-16 in all the forms that Notepad writes are read silently; other encodings are
/// guessed and reported; what is not text at all comes back empty and reported.
pub fn decode(file: &Arc<str>, bytes: &[u8]) -> (String, Diagnostics) {
    let fail = |found: Diagnostic| (String::new(), vec![found.at(Place::file(file))]);
    let limit = largest(file);
    if bytes.len() > limit {
        let size = bytes.len().div_ceil(KIB);
        return fail(
            Diagnostic::new(files::TOO_LARGE)
                .with("size", size)
                .with("limit", limit / KIB),
        );
    }
    if let Some(format) = format_of(bytes) {
        let name = file.rsplit('/').next().unwrap_or(file);
        return fail(
            Diagnostic::new(files::NOT_TEXT)
                .with("format", format)
                .with("name", name),
        );
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if is_plain(bytes) => (
            text.to_string(),
            question_marks::found(file, text).into_iter().collect(),
        ),
        _ => decode_carefully(file, bytes),
    }
}

/// Whatever the bytes are.
fn decode_carefully(file: &Arc<str>, bytes: &[u8]) -> (String, Diagnostics) {
    let fail = |found: Diagnostic| (String::new(), vec![found.at(Place::file(file))]);
    let (bytes, is_cut) = without_zeros(bytes);
    let raw = read(bytes);
    if raw.text.contains('\0') {
        return fail(Diagnostic::new(files::NOT_READABLE));
    }
    let soft = if file.ends_with(".md") { "\n" } else { " " };
    let text = line_ends(&raw.text, soft);
    let mut found = broken_letters(file, &text);
    if let Some((encoding, at)) = raw.guessed
        && found.is_empty()
    {
        let at = tidy(&line_ends(&raw.text[..at], soft)).len();
        let text = tidy(&text);
        let width = text[text.floor_char_boundary(at)..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        let place = Place::of(file, &text, Span::new(at, at + width));
        found.push(Diagnostic::new(files::NOT_UTF8).with("encoding", encoding).at(place));
    }
    let mut text = tidy(&text);
    if is_cut || is_torn(bytes) {
        text.truncate(text.trim_end_matches('\u{fffd}').len());
        let last = text.trim_end().char_indices().next_back();
        let span = last.map_or(Span::new(0, 0), |(at, c)| Span::new(at, at + c.len_utf8()));
        found.push(Diagnostic::new(files::CUT_SHORT).at(Place::of(file, &text, span)));
    }
    found.extend(lost_letters(file, &text));
    found.extend(look_alike(file, &text));
    found.extend(question_marks::found(file, &text));
    (text, found)
}

/// Without the zeros at the end that a stick leaves when it is pulled out too early, and whether there were any.
fn without_zeros(bytes: &[u8]) -> (&[u8], bool) {
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
    let (text, rest) = bytes.split_at(end);
    // What is nothing but zeros, or UTF-16 with a last letter of which half is one, is another matter.
    match end > 0 && rest.len() > 1 && !text.contains(&0) {
        true => (text, true),
        false => (bytes, false),
    }
}

/// True for UTF-8 that ends within a letter.
fn is_torn(bytes: &[u8]) -> bool {
    let Err(error) = std::str::from_utf8(bytes) else {
        return false;
    };
    // Before it stand letters that only UTF-8 has so: it is no other encoding.
    error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii()
}

/// Bytes that are looked at at once.
const STRETCH: usize = 32;

/// True for a text in which nothing has to be changed or reported; nearly all are. Bytes of UTF-8 are looked at, because
/// this is done for every letter of a site; what is rare counts as not plain.
fn is_plain(text: &[u8]) -> bool {
    let mut at = 0;
    while at < text.len() {
        let end = text.len().min(at + STRETCH);
        // English and YAML are ASCII for long stretches.
        if text[at..end].iter().fold(true, |all, byte| all & is_plain_ascii(*byte)) {
            at = end;
        }
        while at < end {
            match plain_letter(text, at) {
                Some(length) => at += length,
                None => return false,
            }
        }
    }
    true
}

fn is_plain_ascii(byte: u8) -> bool {
    (b' '..0x7f).contains(&byte) | (byte == b'\n') | (byte == b'\t')
}

/// The length of the letter that begins here, if it is a plain one.
fn plain_letter(text: &[u8], at: usize) -> Option<usize> {
    match &text[at..] {
        [ascii, ..] if is_plain_ascii(*ascii) => Some(1),
        // Letters whose tones VNI writes as letters of their own stand behind a vowel there.
        [0xc3, 0x95 | 0x99 | 0xb5 | 0xb9, ..] => {
            let vowel = matches!(
                text[..at],
                [.., b'a' | b'e' | b'o' | b'u' | b'A' | b'E' | b'O' | b'U'] | [.., 0xc3, 0x94 | 0x96 | 0xb4 | 0xb6]
            );
            (!vowel).then_some(2)
        }
        // Letters that Vietnamese does not have: in TCVN3, VNI and misread UTF-8 they stand for some of its own.
        [
            0xc3,
            0x84..=0x87 | 0x8b | 0x8e | 0x8f | 0x91 | 0x96..=0x98 | 0x9b | 0x9c | 0x9e | 0x9f,
            ..,
        ]
        | [
            0xc3,
            0xa4..=0xa7 | 0xab | 0xae | 0xaf | 0xb1 | 0xb6..=0xb8 | 0xbb | 0xbc | 0xbe | 0xbf,
            ..,
        ] => None,
        // Letters that look like Đ.
        [0xc3, 0x90 | 0xb0, ..] | [0xc6, 0x89, ..] => None,
        // Latin letters up to U+01FF; and the no-break space.
        [0xc3..=0xc7, _, ..] | [0xc2, 0xa0, ..] => Some(2),
        // Vietnamese letters with two marks: U+1E80 to U+1EFF.
        [0xe1, 0xba | 0xbb, _, ..] => Some(3),
        // Dashes, quotation marks, bullet, ellipsis.
        [0xe2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9c | 0x9d | 0xa2 | 0xa6, ..] => Some(3),
        _ => None,
    }
}

/// Text as read, and when it was not Unicode the name of the encoding and where in the text that showed.
struct Raw {
    text: String,
    guessed: Option<(&'static str, usize)>,
}

fn read(bytes: &[u8]) -> Raw {
    let sure = |text: String| Raw { text, guessed: None };
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return read(rest);
    }
    if let Some(encoding) = utf_16(bytes) {
        return sure(encoding.decode_with_bom_removal(bytes).0.into_owned());
    }
    let at = match std::str::from_utf8(bytes) {
        Ok(text) => return sure(text.to_string()),
        Err(error) => error.valid_up_to(),
    };
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{fffd}').count();
    let whole = lossy.chars().filter(|c| !c.is_ascii()).count() - broken;
    if whole > broken * 3 || is_torn(bytes) {
        // UTF-8 with a few damaged letters, which are reported one by one.
        return sure(lossy.into_owned());
    }
    let (encoding, name) = code_page(bytes);
    let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
    let before = encoding.decode_without_bom_handling(&bytes[..at]).0.len();
    Raw {
        text,
        guessed: Some((name, before)),
    }
}

/// UTF-16 by its mark, or by the zero bytes that plain letters leave in every other place.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ if bytes.len() % 2 == 1 || bytes.len() < 4 => return None,
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(KIB)];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    // Vietnamese text is half plain letters, so at least a third of the high bytes are zero.
    let many = sample.len() / 6;
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > many => Some(UTF_16LE),
        (even, 0) if even > many => Some(UTF_16BE),
        _ => None,
    }
}

/// Windows-1258 writes tones as marks behind the letter; where none stands behind a vowel it is the Western code page,
/// which is also how texts for old fonts were saved.
fn code_page(bytes: &[u8]) -> (&'static Encoding, &'static str) {
    let text = WINDOWS_1258.decode_without_bom_handling(bytes).0;
    let mut before = ' ';
    let (mut well, mut ill, mut letters) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        if matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}') {
            match before.to_lowercase().next() {
                Some('a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y') => well += 1,
                _ => ill += 1,
            }
        }
        letters += usize::from(matches!(c, 'ă' | 'đ' | 'Đ' | 'ơ' | 'ư'));
        before = c;
    }
    let western = || WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let is_legacy = || western().lines().any(|line| legacy::suspect(line).is_some());
    if well > ill || well == ill && letters > 0 && !is_legacy() {
        (WINDOWS_1258, "ANSI (Windows-1258)")
    } else {
        (WINDOWS_1252, "ANSI (Windows-1252)")
    }
}

/// LF only. Word's manual line break and the Unicode separators are line ends too; in YAML, where a line end inside
/// quotes would break the file, they are spaces.
fn line_ends(text: &str, soft: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_soft = |c: char| matches!(c, '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if text.contains(is_soft) {
        text.replace(is_soft, soft)
    } else {
        text
    }
}

/// NFC, without what word processors hide in texts: soft hyphens, zero-width spaces, stray marks, control characters.
fn tidy(text: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || is_forbidden(c);
    if text.contains(hidden) {
        return nfc(&text.replace(hidden, "")).into_owned();
    }
    nfc(text).into_owned()
}

/// The lines that show as odd signs, the first of them: each has to be mended, and a short one that is left alone would
/// not be found again.
fn broken_letters(file: &Arc<str>, text: &str) -> Diagnostics {
    if text.is_ascii() {
        return Vec::new();
    }
    let found = |suspect: legacy::Suspect| {
        let legacy::Suspect { way, range, restored } = suspect;
        let word = text[range.clone()].to_string();
        let place = Place::of(file, text, Span::new(range.start, range.end));
        let finding = match (way, restored) {
            (legacy::Way::Misread, Some(restored)) => Diagnostic::new(files::MISREAD).with("restored", restored),
            (legacy::Way::Misread, None) => Diagnostic::new(files::MISREAD_LOST),
            (old, _) => Diagnostic::new(files::LEGACY_LETTERS).with("encoding", old.name()),
        };
        finding.with("word", word).at(place)
    };
    legacy::suspects(text).into_iter().take(MOST_LOST).map(found).collect()
}

/// Lines that hold a replacement character, the first few of them.
fn lost_letters(file: &Arc<str>, text: &str) -> Diagnostics {
    let mut last_line = None;
    text.match_indices('\u{fffd}')
        .map(|(at, sign)| Place::of(file, text, Span::new(at, at + sign.len())))
        .filter(|place| last_line.replace(place.line) != Some(place.line))
        .take(MOST_LOST)
        .map(|place| Diagnostic::new(files::LOST_LETTERS).at(place))
        .collect()
}

/// The first letter that looks like Đ and is another one, in a line of Vietnamese. Icelanders may keep theirs.
fn look_alike(file: &Arc<str>, text: &str) -> Option<Diagnostic> {
    let mut letters = text.match_indices(['Ð', 'ð', 'Ɖ', 'ɖ']);
    let (at, letter) = letters.find(|(at, _)| {
        let start = text[..*at].rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].split('\n').next().unwrap_or_default();
        legacy::is_vietnamese(line)
    })?;
    let right = if matches!(letter, "Ð" | "Ɖ") { "Đ" } else { "đ" };
    let word = text[at..]
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or(letter);
    let found = Diagnostic::new(files::LOOK_ALIKE)
        .with("word", word)
        .with("right", right);
    Some(found.at(Place::of(file, text, Span::new(at, at + letter.len()))))
}

/// The largest file of its kind, in bytes.
fn largest(file: &str) -> usize {
    let lower = file.to_ascii_lowercase();
    if lower.ends_with(".yaml") || lower.ends_with(".yml") {
        256 * KIB
    } else if lower.ends_with(".md") {
        2 * KIB * KIB
    } else {
        32 * KIB * KIB
    }
}

/// The format of a file that is not text, by its first bytes.
fn format_of(bytes: &[u8]) -> Option<&'static str> {
    let holds = |part: &[u8]| bytes.windows(part.len()).take(64 * KIB).any(|window| window == part);
    Some(match bytes {
        [b'P', b'K', 3, 4, ..] if holds(b"word/") => "Word (.docx)",
        [b'P', b'K', 3, 4, ..] if holds(b"xl/") => "Excel (.xlsx)",
        [b'P', b'K', 3, 4, ..] if holds(b"opendocument.text") => "LibreOffice (.odt)",
        [b'P', b'K', 3, 4, ..] => "ZIP (.zip, .docx, .xlsx)",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "Word, Excel (.doc, .xls)",
        [b'{', b'\\', b'r', b't', b'f', ..] => "RTF (.rtf)",
        [b'%', b'P', b'D', b'F', ..] => "PDF (.pdf)",
        [0xFF, 0xD8, 0xFF, ..] => "JPEG (.jpg)",
        [0x89, b'P', b'N', b'G', ..] => "PNG (.png)",
        [b'G', b'I', b'F', b'8', ..] => "GIF (.gif)",
        [b'R', b'I', b'F', b'F', ..] => "WebP, WAV (.webp, .wav)",
        [0, 0, 0, _, b'f', b't', b'y', b'p', ..] => "HEIC, M4A, MP4 (.heic, .m4a, .mp4)",
        [b'I', b'D', b'3', 2..=4, ..] => "MP3 (.mp3)",
        _ => return None,
    })
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
