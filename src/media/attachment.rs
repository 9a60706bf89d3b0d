//! Files handed on as they are: documents, books, tables, subtitles, sound and pictures.
//!
//! Entry point: [`kind`]. Invariant: an allow-list by bytes *and* by ending, which have to agree. A server decides by
//! the ending how a browser treats a file, and a browser may decide by the bytes; so nothing that either could run
//! passes: no HTML, no SVG, no script, however it is called.

use super::problem::MediaProblem;
use super::{audio, probe};

/// What an attachment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// An e-book.
    Epub,
    /// MPEG layer III sound.
    Mp3,
    /// AAC sound.
    M4a,
    /// Subtitles or a transcript with times (WebVTT).
    Vtt,
    /// A table as text.
    Csv,
    /// A picture.
    Picture(probe::Format),
}

impl Kind {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Pdf => "PDF",
            Kind::Epub => "EPUB",
            Kind::Mp3 => "MP3",
            Kind::M4a => "M4A",
            Kind::Vtt => "VTT",
            Kind::Csv => "CSV",
            Kind::Picture(format) => format.name(),
        }
    }

    fn is_sound(self) -> bool {
        matches!(self, Kind::Mp3 | Kind::M4a)
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Kind::Pdf => &["pdf"],
            Kind::Epub => &["epub"],
            Kind::Mp3 => &["mp3"],
            Kind::M4a => &["m4a", "m4b", "mp4"],
            Kind::Vtt => &["vtt"],
            Kind::Csv => &["csv"],
            Kind::Picture(format) => format.endings(),
        }
    }
}

/// Says what an attachment is, or refuses it.
///
/// # Errors
/// `Empty`; `Misnamed` for content of another kind than the ending says; `WithoutHeader` for subtitles whose first line is
/// not `WEBVTT`; `Utf16` for those that Notepad saved as Unicode; `Refused` for every kind that is not on the list.
pub fn kind(file: &str, bytes: &[u8]) -> Result<Kind, MediaProblem> {
    if bytes.is_empty() {
        return Err(MediaProblem::Empty);
    }
    let ending = file
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    // What Notepad calls Unicode begins with one of these pairs; browsers do not read it.
    if ending == "vtt" && [[0xff, 0xfe], [0xfe, 0xff]].iter().any(|mark| bytes.starts_with(mark)) {
        return Err(MediaProblem::Utf16);
    }
    match by_content(bytes) {
        Some(kind) if kind.endings().contains(&ending.as_str()) => Ok(kind),
        _ if is_headless(&ending, bytes) => Err(MediaProblem::WithoutHeader),
        // What resembles a table may be anything.
        Some(kind) if kind != Kind::Csv && (kind.is_sound() || !is_sound(&ending)) => Err(MediaProblem::Misnamed {
            kind: kind.name(),
            ending: kind.endings()[0],
        }),
        _ => Err(MediaProblem::Refused),
    }
}

/// The ending of a recording, which nothing else can take the place of.
fn is_sound(ending: &str) -> bool {
    [Kind::Mp3, Kind::M4a]
        .iter()
        .any(|kind| kind.endings().contains(&ending))
}

/// Subtitles by their ending, or by the arrows between their times, that do not begin as the format asks.
fn is_headless(ending: &str, bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let is_text = !text.contains('\0') && probe::markup(bytes).is_none();
    let is_begun = text.trim_start_matches('\u{feff}').starts_with("WEBVTT");
    let is_meant = ending == "vtt" || matches!(ending, "srt" | "txt") && text.contains("-->");
    is_text && is_meant && !is_begun
}

fn by_content(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"%PDF-") {
        return Some(Kind::Pdf);
    }
    // OCF 3.3 §4.2.2: the first file of the archive is stored, called "mimetype", and says so at byte 38.
    if bytes.starts_with(b"PK\x03\x04") {
        let says = bytes.get(30..58) == Some(b"mimetypeapplication/epub+zip");
        return says.then_some(Kind::Epub);
    }
    if let Ok(picture) = probe::probe(bytes) {
        return Some(Kind::Picture(picture.format));
    }
    if let Ok(sound) = audio::probe(bytes) {
        return Some(match sound.kind {
            audio::Kind::Mp3 => Kind::Mp3,
            audio::Kind::M4a => Kind::M4a,
        });
    }
    by_text(bytes)
}

fn by_text(bytes: &[u8]) -> Option<Kind> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') || probe::markup(bytes).is_some() {
        return None;
    }
    if let Some(rest) = text.strip_prefix("WEBVTT") {
        return (rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r'])).then_some(Kind::Vtt);
    }
    [',', ';', '\t']
        .into_iter()
        .any(|mark| is_table(text, mark))
        .then_some(Kind::Csv)
}

/// A table has at least two rows, and its first rows have equally many cells, two or more (RFC 4180 §2).
fn is_table(text: &str, mark: char) -> bool {
    let mut counts = Vec::new();
    let (mut cells, mut quoted, mut blank) = (1, false, true);
    for c in text.chars().chain(['\n']) {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => {
                if !blank {
                    counts.push(cells);
                }
                (cells, blank) = (1, true);
                if counts.len() == 20 {
                    break;
                }
                continue;
            }
            c if c == mark && !quoted => cells += 1,
            _ => {}
        }
        blank &= c == '\r';
    }
    !quoted && counts.len() >= 2 && counts[0] >= 2 && counts.iter().all(|&n| n == counts[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_let_through_by_its_bytes() {
        let epub = [&b"PK\x03\x04"[..], &[0; 26], b"mimetypeapplication/epub+zipPK"].concat();
        let cases: [(&str, &[u8], Kind); 6] = [
            ("luat.PDF", b"%PDF-1.7\n", Kind::Pdf),
            ("kieu.epub", &epub, Kind::Epub),
            (
                "vi.vtt",
                "\u{feff}WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n".as_bytes(),
                Kind::Vtt,
            ),
            ("gia.csv", "tên;giá\r\n\"gạo; nếp\";30000\r\n".as_bytes(), Kind::Csv),
            ("a.mp3", &[0xff, 0xfb, 0x90, 0x64, 0, 0], Kind::Mp3),
            ("a.m4a", b"\0\0\0\x10ftypM4A \0\0\0\0", Kind::M4a),
        ];
        for (file, bytes, expected) in cases {
            assert_eq!(kind(file, bytes), Ok(expected), "{file}");
        }
        assert_eq!(kind("vi.vtt", b"\xff\xfeW\0E\0B\0V\0T\0T\0"), Err(MediaProblem::Utf16));
    }

    #[test]
    fn what_is_called_otherwise_is_answered_with_its_name() {
        let said = |file: &str, bytes: &[u8]| match kind(file, bytes) {
            Err(problem) => {
                let finding = problem.diagnostic(file);
                let right = finding.args.iter().find(|(name, _)| *name == "right");
                (finding.code.number, right.map_or("", |(_, right)| right).to_string())
            }
            Ok(kind) => (0, kind.name().to_string()),
        };
        let srt = b"1\n00:00:00,000 --> 00:00:05,000\nXin.\n";
        let cases: [(&str, &[u8], u16, &str); 7] = [
            ("vi.m4a", &[0xff, 0xfb, 0x90, 0x64, 0, 0], 725, "vi.mp3"),
            ("luat.epub", b"%PDF-1.7\n", 725, "luat.pdf"),
            ("vi.mp3", b"%PDF-1.7\n", 712, ""),
            ("vi.vtt", srt, 721, "vi.vtt"),
            ("vi.srt", srt, 721, "vi.vtt"),
            ("vi.vtt", b"Xin, xin\nXin, xin\n", 721, "vi.vtt"),
            ("vi.srt", b"WEBVTT\n\n", 725, "vi.vtt"),
        ];
        for (file, bytes, code, right) in cases {
            assert_eq!(said(file, bytes), (code, right.to_string()), "{file} {bytes:?}");
        }
    }

    #[test]
    fn nothing_that_a_browser_runs_passes_under_any_name() {
        let svg = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        let utf16: Vec<u8> = "<script>alert(1)</script>,b\n1,2\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let cases: [(&str, &[u8]); 13] = [
            ("a.vtt", svg),
            ("a.srt", b"<script>alert(1)</script> 00:01 --> 00:02"),
            ("a.vtt", b"WEB\0VTT\n"),
            ("a.vtt", b"WEBVTTalert(1)"),
            ("a.svg", svg),
            ("a.pdf", svg),
            ("a.csv", svg),
            ("a.html", b"a,b\n1,2\n"),
            ("a.csv", b"a,b\n<script>alert(1)</script>,2\n"),
            ("a.csv", &utf16),
            ("a.js", b"a,b\n1,2\n"),
            ("a.csv", b"alert(1, 2);\nfetch('x')\n"),
            ("a.pdf", b"PK\x03\x04word/document.xml"),
        ];
        for (file, bytes) in cases {
            assert_eq!(kind(file, bytes), Err(MediaProblem::Refused), "{file} {bytes:?}");
        }
    }
}
