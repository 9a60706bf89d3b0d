//! The headers of JPEG, PNG and WebP, read without decoding.
//!
//! Entry point: [`jpeg`], [`png()`], [`webp()`]. Invariant: no byte of the picture itself is decoded, nothing is
//! allocated, every read is checked, and a file that stops before its end mark is told from a whole one.

use super::exif::{self, Exif};
use super::problem::MediaProblem;

/// What a header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Stored width in pixels.
    pub(super) width: u32,
    /// Stored height in pixels.
    pub(super) height: u32,
    /// Bytes that one decoded pixel takes.
    pub(super) pixel_bytes: u64,
    /// There may be transparency.
    pub(super) has_alpha: bool,
    /// Colors come from a palette of at most 256.
    pub(super) has_palette: bool,
    /// The camera's notes.
    pub(super) exif: Exif,
}

type Read = Result<Header, MediaProblem>;

const CUT: MediaProblem = MediaProblem::Truncated;

fn be16(bytes: &[u8], at: usize) -> Result<u32, MediaProblem> {
    let two = bytes.get(at..at + 2).ok_or(CUT)?;
    Ok(u32::from(two[0]) << 8 | u32::from(two[1]))
}

fn be32(bytes: &[u8], at: usize) -> Result<u32, MediaProblem> {
    Ok(be16(bytes, at)? << 16 | be16(bytes, at + 2)?)
}

fn le24(bytes: &[u8], at: usize) -> Result<u32, MediaProblem> {
    let b = bytes.get(at..at + 3).ok_or(CUT)?;
    Ok(u32::from(b[0]) | u32::from(b[1]) << 8 | u32::from(b[2]) << 16)
}

/// JPEG (ITU-T T.81 annex B): walks the marker segments up to the first scan, then looks for the end mark.
pub(super) fn jpeg(bytes: &[u8]) -> Read {
    let mut at = 2;
    let mut frame = None;
    let mut notes = Exif::default();
    loop {
        // Fill bytes may stand before a marker.
        while bytes.get(at) == Some(&0xff) && bytes.get(at + 1) == Some(&0xff) {
            at += 1;
        }
        let (Some(0xff), Some(&marker)) = (bytes.get(at), bytes.get(at + 1)) else {
            return Err(CUT);
        };
        let length = be16(bytes, at + 2)? as usize;
        let body = bytes.get(at + 4..at + 2 + length.max(2)).ok_or(CUT)?;
        match marker {
            // Every start-of-frame but the three that share the range (DHT, JPG, DAC).
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                frame = Some((be16(body, 3)?, be16(body, 1)?));
            }
            0xe1 if body.starts_with(b"Exif\0\0") => notes = exif::read(&body[6..]),
            0xda => break,
            _ => {}
        }
        at += 2 + length.max(2);
    }
    // The last FF D9; thumbnails with one of their own lie before the scan. Trailing bytes are common and harmless.
    if !bytes[at..].windows(2).rev().any(|pair| pair == [0xff, 0xd9]) {
        return Err(CUT);
    }
    let (width, height) = frame.ok_or(CUT)?;
    Ok(Header {
        width,
        height,
        pixel_bytes: 3,
        has_alpha: false,
        has_palette: false,
        exif: notes,
    })
}

/// PNG (W3C PNG third edition §5): walks the chunks to IEND.
pub(super) fn png(bytes: &[u8]) -> Read {
    if bytes.get(12..16) != Some(b"IHDR") {
        return Err(CUT);
    }
    let (width, height) = (be32(bytes, 16)?, be32(bytes, 20)?);
    let (depth, color) = (*bytes.get(24).ok_or(CUT)?, *bytes.get(25).ok_or(CUT)?);
    let mut header = Header {
        width,
        height,
        pixel_bytes: match (color, depth) {
            (0 | 2 | 3, 0..=8) => 3,
            (_, 0..=8) => 4,
            _ => 8,
        },
        has_alpha: matches!(color, 4 | 6),
        has_palette: color == 3 || (color == 0 && depth < 8),
        exif: Exif::default(),
    };
    let mut at = 8;
    loop {
        let length = be32(bytes, at)? as usize;
        let kind = bytes.get(at + 4..at + 8).ok_or(CUT)?;
        let end = at.checked_add(length).and_then(|n| n.checked_add(12)).ok_or(CUT)?;
        let body = bytes.get(at + 8..end - 4);
        if end > bytes.len() {
            // Dimensions over the limits are the better answer, even for a file that holds nothing else.
            return if over_limits(&header) { Ok(header) } else { Err(CUT) };
        }
        match kind {
            b"IEND" => return Ok(header),
            b"tRNS" => header.has_alpha = true,
            b"eXIf" => header.exif = exif::read(body.ok_or(CUT)?),
            _ => {}
        }
        at = end;
    }
}

fn over_limits(header: &Header) -> bool {
    header.width > super::MAX_SIDE || header.height > super::MAX_SIDE
}

/// WebP (RFC 9649 §2): simple lossy, simple lossless or extended.
pub(super) fn webp(bytes: &[u8]) -> Read {
    let riff = bytes.get(4..8).ok_or(CUT)?;
    let declared = u32::from_le_bytes([riff[0], riff[1], riff[2], riff[3]]) as usize;
    if bytes.len() < declared.saturating_add(8) {
        return Err(CUT);
    }
    let mut header = Header {
        width: 0,
        height: 0,
        pixel_bytes: 4,
        has_alpha: false,
        has_palette: false,
        exif: Exif::default(),
    };
    match bytes.get(12..16) {
        Some(b"VP8X") => {
            header.has_alpha = bytes.get(20).ok_or(CUT)? & 0x10 != 0;
            (header.width, header.height) = (le24(bytes, 24)? + 1, le24(bytes, 27)? + 1);
            header.exif = webp_exif(bytes);
        }
        Some(b"VP8L") => {
            let packed = le24(bytes, 21)? | u32::from(*bytes.get(24).ok_or(CUT)?) << 24;
            (header.width, header.height) = ((packed & 0x3fff) + 1, (packed >> 14 & 0x3fff) + 1);
            header.has_alpha = packed >> 28 & 1 == 1;
        }
        Some(b"VP8 ") => {
            let size = bytes.get(26..30).ok_or(CUT)?;
            header.width = (u32::from(size[0]) | u32::from(size[1]) << 8) & 0x3fff;
            header.height = (u32::from(size[2]) | u32::from(size[3]) << 8) & 0x3fff;
        }
        _ => return Err(CUT),
    }
    Ok(header)
}

/// The EXIF chunk of an extended WebP, which stands behind the picture.
fn webp_exif(bytes: &[u8]) -> Exif {
    let mut at = 12;
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        if head.starts_with(b"EXIF") {
            let body = bytes
                .get(at + 8..at.saturating_add(8).saturating_add(length))
                .unwrap_or(&[]);
            return exif::read(body.strip_prefix(b"Exif\0\0").unwrap_or(body));
        }
        // Chunks are padded to an even length.
        at = at.saturating_add(8).saturating_add(length).saturating_add(length & 1);
    }
    Exif::default()
}
