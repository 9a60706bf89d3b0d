//! Sound: m4a and mp3, known by their bytes, with their length in seconds where the header tells.
//!
//! Entry point: [`probe`]. Invariant: the sound itself is neither decoded nor changed; a length that the header does
//! not tell is absent, never guessed from the name.

use super::problem::MediaProblem;

/// What kind of sound a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// AAC or ALAC in an MP4 container (ISO/IEC 14496-12).
    M4a,
    /// MPEG-1/2 audio layer III.
    Mp3,
}

impl Kind {
    /// The media type for the `type` of a source.
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::M4a => "audio/mp4",
            Kind::Mp3 => "audio/mpeg",
        }
    }

    /// The file ending, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Kind::M4a => "m4a",
            Kind::Mp3 => "mp3",
        }
    }
}

/// What is known of a sound file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sound {
    /// What it is.
    pub kind: Kind,
    /// File size in bytes.
    pub size: u64,
    /// Length in whole seconds, rounded, where the header tells.
    pub seconds: Option<u32>,
}

/// Says what a sound file is.
///
/// # Errors
/// `Empty`, or `NotSound` for everything that is neither m4a nor mp3.
pub fn probe(bytes: &[u8]) -> Result<Sound, MediaProblem> {
    if bytes.is_empty() {
        return Err(MediaProblem::Empty);
    }
    let size = bytes.len() as u64;
    if is_m4a(bytes) {
        let seconds = boxed(bytes, b"moov")
            .and_then(|moov| boxed(moov, b"mvhd"))
            .and_then(movie_seconds);
        let kind = Kind::M4a;
        return Ok(Sound { kind, size, seconds });
    }
    let start = after_tag(bytes);
    match frame(bytes, start) {
        Some(first) => Ok(Sound {
            kind: Kind::Mp3,
            size,
            seconds: mp3_seconds(bytes, start, &first),
        }),
        None => Err(MediaProblem::NotSound),
    }
}

fn is_m4a(bytes: &[u8]) -> bool {
    let brands: [&[u8]; 8] = [b"M4A ", b"M4B ", b"mp42", b"mp41", b"isom", b"iso2", b"iso5", b"dash"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| brands.contains(&brand))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn be64(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// The content of the first box of this kind among siblings.
fn boxed<'a>(bytes: &'a [u8], kind: &[u8; 4]) -> Option<&'a [u8]> {
    let mut at = 0;
    loop {
        let short = be32(bytes, at)? as usize;
        let (head, length) = match short {
            0 => (8, bytes.len() - at),
            1 => (16, usize::try_from(be64(bytes, at + 8)?).ok()?),
            n => (8, n),
        };
        let end = at.checked_add(length)?.min(bytes.len());
        if bytes.get(at + 4..at + 8)? == kind {
            return bytes.get(at + head..end);
        }
        // A box shorter than its own head would be read forever.
        at = (length >= head).then_some(end)?;
    }
}

/// Length by the movie header (ISO/IEC 14496-12 §8.2.2).
fn movie_seconds(header: &[u8]) -> Option<u32> {
    let (scale, length) = match header.first()? {
        1 => (be32(header, 20)?, be64(header, 24)?),
        _ => (be32(header, 12)?, u64::from(be32(header, 16)?)),
    };
    let scale = u64::from(scale);
    if scale == 0 || length == u64::from(u32::MAX) {
        return None;
    }
    u32::try_from(length.checked_add(scale / 2)? / scale)
        .ok()
        .filter(|&s| s > 0)
}

/// Where the first frame stands: behind an ID3v2 tag, if there is one (sizes there have seven bits a byte).
fn after_tag(bytes: &[u8]) -> usize {
    match (bytes.starts_with(b"ID3"), bytes.get(6..10)) {
        (true, Some(size)) => 10 + size.iter().fold(0, |sum, &b| sum << 7 | usize::from(b & 0x7f)),
        _ => 0,
    }
}

struct Frame {
    mpeg1: bool,
    mono: bool,
    rate: u32,
    kbit: u32,
}

const KBIT_1: [u32; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBIT_2: [u32; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/// The header of a layer III frame (ISO/IEC 11172-3 §2.4.1.3), strict enough that text is never taken for one.
fn frame(bytes: &[u8], at: usize) -> Option<Frame> {
    let head = bytes.get(at..at.checked_add(4)?)?;
    let (version, layer) = (head[1] >> 3 & 3, head[1] >> 1 & 3);
    if head[0] != 0xff || head[1] & 0xe0 != 0xe0 || version == 1 || layer != 1 {
        return None;
    }
    let base = *[44_100, 48_000, 32_000].get(usize::from(head[2] >> 2 & 3))?;
    let table = if version == 3 { KBIT_1 } else { KBIT_2 };
    let kbit = *table.get(usize::from(head[2] >> 4))?;
    Some(Frame {
        mpeg1: version == 3,
        mono: head[3] >> 6 == 3,
        rate: match version {
            3 => base,
            2 => base / 2,
            _ => base / 4,
        },
        kbit,
    })
    .filter(|f| f.kbit > 0)
}

/// Length by the Xing/Info frame count, else by size and bit rate, which holds for constant rates.
fn mp3_seconds(bytes: &[u8], start: usize, first: &Frame) -> Option<u32> {
    let side = match (first.mpeg1, first.mono) {
        (true, false) => 32,
        (true, true) | (false, false) => 17,
        (false, true) => 9,
    };
    let tag = start + 4 + side;
    let counted = matches!(bytes.get(tag..tag + 4), Some(b"Xing" | b"Info")) && be32(bytes, tag + 4)? & 1 == 1;
    let seconds = if counted {
        let samples = if first.mpeg1 { 1152 } else { 576 };
        let rate = u64::from(first.rate);
        (u64::from(be32(bytes, tag + 8)?) * samples + rate / 2) / rate
    } else {
        let bits = (bytes.len() - start) as u64 * 8;
        let rate = u64::from(first.kbit) * 1000;
        (bits + rate / 2) / rate
    };
    u32::try_from(seconds).ok().filter(|&s| s > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mp4_box(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len() + 8).unwrap();
        [&length.to_be_bytes()[..], kind, content].concat()
    }

    #[test]
    fn an_m4a_tells_its_length_from_the_movie_header() {
        let mut header = vec![0; 100];
        header[12..16].copy_from_slice(&1000u32.to_be_bytes());
        header[16..20].copy_from_slice(&83_600u32.to_be_bytes());
        let file = [
            mp4_box(b"ftyp", b"M4A \0\0\0\0"),
            mp4_box(b"free", b""),
            mp4_box(b"moov", &mp4_box(b"mvhd", &header)),
        ]
        .concat();
        let sound = probe(&file).unwrap();
        assert_eq!((sound.kind, sound.seconds), (Kind::M4a, Some(84)));
        // A header with long numbers, in a box with a long length, and one that does not know.
        let told = |header: &[u8]| {
            let inside = mp4_box(b"mvhd", header);
            let long = (inside.len() as u64 + 16).to_be_bytes();
            let whole = [&1u32.to_be_bytes()[..], b"moov", &long, &inside].concat();
            let file = [mp4_box(b"ftyp", b"M4A \0\0\0\0"), whole].concat();
            probe(&file).unwrap().seconds
        };
        let mut long = vec![0; 120];
        long[0] = 1;
        long[20..24].copy_from_slice(&1000u32.to_be_bytes());
        long[24..32].copy_from_slice(&5_000_000_000u64.to_be_bytes());
        assert_eq!(told(&long), Some(5_000_000));
        long[20..24].fill(0);
        assert_eq!(told(&long), None, "no scale");
        header[16..20].fill(0xff);
        assert_eq!(told(&header), None, "a length that is not known");
    }

    #[test]
    fn an_mp3_tells_its_length_by_rate_or_by_count() {
        // MPEG-1 layer III, 128 kbit/s, 44.1 kHz, joint stereo.
        let mut file = vec![0xff, 0xfb, 0x90, 0x64];
        file.resize(160_000, 0);
        assert_eq!(probe(&file).unwrap().seconds, Some(10));
        file[36..40].copy_from_slice(b"Xing");
        file[40..44].copy_from_slice(&1u32.to_be_bytes());
        file[44..48].copy_from_slice(&2297u32.to_be_bytes());
        assert_eq!(probe(&file).unwrap().seconds, Some(60));
        // A count that is not said to be there is none.
        file[40..44].fill(0);
        assert_eq!(probe(&file).unwrap().seconds, Some(10));
        file[40..44].copy_from_slice(&1u32.to_be_bytes());
        file[36..40].copy_from_slice(b"Xong");
        assert_eq!(probe(&file).unwrap().seconds, Some(10));
        file[36..40].copy_from_slice(b"Info");
        let tagged = [&b"ID3\x04\0\0\0\0\x01\x00"[..], &[0; 128], &file[..]].concat();
        assert_eq!(probe(&tagged).unwrap().seconds, Some(60));
    }

    #[test]
    fn other_things_are_no_sound() {
        for bytes in [
            &b"RIFF\0\0\0\0WAVEfmt "[..],
            b"<html>",
            b"\0\0\0\x14ftypheic\0\0\0\0mif1",
            b"ID3",
            // Layer II, a version that nobody has, a rate of nothing.
            b"\xff\xfd\x90\x64\0\0",
            b"\xff\xeb\x90\x64\0\0",
            b"\xff\xfb\x00\x64\0\0",
        ] {
            assert_eq!(probe(bytes), Err(MediaProblem::NotSound), "{bytes:?}");
        }
    }

    #[test]
    fn boxes_of_no_length_end_the_search() {
        let file = [
            mp4_box(b"ftyp", b"M4A \0\0\0\0"),
            vec![0, 0, 0, 2, b'a', b'b', b'c', b'd'],
        ]
        .concat();
        assert_eq!(probe(&file).unwrap().seconds, None);
    }
}
