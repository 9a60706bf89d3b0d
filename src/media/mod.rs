//! Pictures, sound and attachments: bytes and a wish in, bytes out.
//!
//! Entry point: [`probe()`] (what is it, from the header), [`specs`] and [`name`] (which sizes, under which file names),
//! [`Pixels`] (decoded once for all sizes), [`audio::probe`], [`subtitles::read`], [`attachment::kind`].
//! Invariant: nothing here touches a file, and nothing here believes a file name. What a thing is follows from its
//! bytes, limits are checked before memory is asked for, and the same bytes give the same answer.

pub mod attachment;
pub mod audio;
mod exif;
mod gray;
mod header;
mod picture;
mod pixels;
mod probe;
mod problem;
mod profile;
pub mod subtitles;
mod tone;
mod webp;

pub use gray::{Gray, gray};
pub use picture::{Encoding, Picture, QUALITY, Spec, Specs, encode, jpeg, key, name, source_hash, specs};
pub use pixels::Pixels;
pub use probe::{Format, Probe, misnamed, probe, remarks};
pub use problem::{Foreign, MediaProblem};
pub use tone::{TONES, Tone};

/// The longest side that a picture may have, in pixels. Phones with 108 megapixels make 12,000 × 9,000.
pub const MAX_SIDE: u32 = 12_000;
/// The most memory that a decoded picture may take, in bytes: 12,000 × 9,000 in three channels fits.
pub const MAX_DECODED: u64 = 320 * 1024 * 1024;
/// The largest file that is read as a picture, in bytes.
pub const MAX_FILE: usize = 40_000_000;
/// Below this width a picture looks poor on a phone held sideways; it is used, with a warning.
pub const SMALL: u32 = 480;

/// A size for people, rounded up to whole bytes, KB or MB: a decimal would need the comma of one language or the point of
/// the other.
pub(crate) fn human_size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
