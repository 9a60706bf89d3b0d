//! What a file is, from its first bytes and its header.
//!
//! Entry point: [`probe`]. Invariant: the file name plays no part; nothing is decoded; whatever passes is within the
//! limits, so that decoding it cannot exhaust the machine.

use crate::diag::codes::media as codes;
use crate::diag::{Diagnostic, Diagnostics};

use super::header;
use super::problem::{Foreign, MediaProblem};
use super::{MAX_DECODED, MAX_FILE, MAX_SIDE, SMALL};

/// A picture format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
}

impl Format {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Format::Jpeg => "JPG",
            Format::Png => "PNG",
            Format::WebP => "WebP",
        }
    }

    /// File endings in lower case, without the dot; the first is the usual one.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Format::Png => &["png"],
            Format::WebP => &["webp"],
        }
    }
}

/// What is known of a picture without decoding it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probe {
    /// What the bytes are.
    pub format: Format,
    /// Width in pixels as people see it, orientation applied.
    pub width: u32,
    /// Height in pixels as people see it, orientation applied.
    pub height: u32,
    /// TIFF orientation, 1–8; 1 is upright as stored.
    pub orientation: u8,
    /// May be transparent.
    pub has_alpha: bool,
    /// A drawing or a screenshot of few colors: better kept lossless.
    pub is_flat: bool,
    /// The camera noted where it was taken (removed when re-encoded).
    pub has_location: bool,
}

/// Says what the bytes are. Reads the header only.
///
/// # Errors
/// [`MediaProblem`] when the bytes are no picture, one of a format that is not read, cut off, or over the limits.
pub fn probe(bytes: &[u8]) -> Result<Probe, MediaProblem> {
    if bytes.is_empty() {
        return Err(MediaProblem::Empty);
    }
    if bytes.len() > MAX_FILE {
        return Err(MediaProblem::FileTooLarge {
            bytes: bytes.len() as u64,
        });
    }
    let (format, header) = if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        (Format::Jpeg, header::jpeg(bytes)?)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        (Format::Png, header::png(bytes)?)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        (Format::WebP, header::webp(bytes)?)
    } else {
        return Err(foreign(bytes).map_or(MediaProblem::NotAPicture, MediaProblem::Foreign));
    };
    let (width, height) = (header.width, header.height);
    if width == 0 || height == 0 {
        return Err(MediaProblem::Truncated);
    }
    let pixels = u64::from(width) * u64::from(height);
    if width > MAX_SIDE || height > MAX_SIDE || pixels * header.pixel_bytes > MAX_DECODED {
        return Err(MediaProblem::TooManyPixels { width, height });
    }
    let turned = header.exif.orientation >= 5;
    Ok(Probe {
        format,
        width: if turned { height } else { width },
        height: if turned { width } else { height },
        orientation: header.exif.orientation,
        has_alpha: header.has_alpha,
        // A photograph takes more than a byte a pixel in a lossless format, a drawing far less than half of one.
        is_flat: header.has_palette || (format == Format::Png && bytes.len() as u64 * 2 < pixels),
        has_location: header.exif.has_location,
    })
}

/// The remarks about a picture that is usable: small, or with a place in the camera's notes. The caller adds places.
pub fn remarks(file: &str, probe: &Probe) -> Diagnostics {
    let mut found = Diagnostics::new();
    if probe.width < SMALL {
        found.push(
            Diagnostic::new(codes::TOO_SMALL)
                .with("file", file)
                .with("width", probe.width)
                .with("least", SMALL),
        );
    }
    if probe.has_location {
        found.push(Diagnostic::new(codes::LOCATION_REMOVED).with("file", file));
    }
    found.extend(misnamed(file, probe));
    found
}

/// The warning for a PNG that is called `.jpg` and the like; none when the name fits.
pub fn misnamed(file: &str, probe: &Probe) -> Option<Diagnostic> {
    let ending = file
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    let endings = probe.format.endings();
    (!endings.contains(&ending.as_str())).then(|| {
        Diagnostic::new(codes::MISNAMED)
            .with("file", file)
            .with("format", probe.format.name())
            .with("ending", format!(".{}", endings[0]))
    })
}

/// What a file that is no readable picture is, by its magic number.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(brand(bytes));
    }
    // "BM" alone could begin a text; the four reserved bytes of a bitmap are zero.
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some(Foreign::Bmp);
    }
    let magic: [(&[u8], Foreign); 9] = [
        (b"GIF8", Foreign::Gif),
        (b"II*\0", Foreign::Tiff),
        (b"MM\0*", Foreign::Tiff),
        (b"%PDF-", Foreign::Pdf),
        (b"\xff\x0a", Foreign::JpegXl),
        (b"\0\0\0\x0cJXL ", Foreign::JpegXl),
        (b"8BPS", Foreign::Psd),
        (b"PK\x03\x04", Foreign::Zip),
        (b"\x1f\x8b", Foreign::Zip),
    ];
    let by_magic = magic.iter().find(|(start, _)| bytes.starts_with(start));
    by_magic.map(|(_, kind)| *kind).or_else(|| markup(bytes))
}

/// The kinds of file that share the ISO container, told apart by their brands (ISO/IEC 23008-12, AV1-AVIF).
fn brand(bytes: &[u8]) -> Foreign {
    let major = bytes.get(8..12).unwrap_or(b"");
    match major {
        b"avif" | b"avis" => Foreign::Avif,
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" => Foreign::Heic,
        b"mif1" | b"msf1" => {
            let rest = bytes.get(16..64.min(bytes.len())).unwrap_or(b"");
            if rest.chunks_exact(4).any(|b| b == b"avif") {
                Foreign::Avif
            } else {
                Foreign::Heic
            }
        }
        _ => Foreign::Mp4,
    }
}

/// SVG or HTML near the start of a text, in any of the encodings that a browser would sniff.
pub(super) fn markup(bytes: &[u8]) -> Option<Foreign> {
    let start: String = bytes
        .iter()
        .take(4096)
        .filter(|&&b| b != 0)
        .map(|&b| char::from(b).to_ascii_lowercase())
        .collect();
    if start.contains("<svg") {
        return Some(Foreign::Svg);
    }
    let tags = ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<?xml"];
    tags.iter().any(|tag| start.contains(tag)).then_some(Foreign::Html)
}
