//! A photo as gray pixels, upright, for readers of codes.
//!
//! Entry point: [`gray`]. Invariant: the limits of [`super::probe()`] hold; nothing of the file but its pixels is used.

use super::pixels::decode;
use super::probe::probe;
use super::problem::MediaProblem;
use image::metadata::Orientation;

/// Gray pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gray {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// One byte a pixel, rows from the top; 0 is black.
    pub pixels: Vec<u8>,
}

/// The pixels of a picture file.
///
/// # Errors
/// [`MediaProblem`] as [`super::probe()`] gives, or `Truncated` when the pixels cannot be decoded.
pub fn gray(bytes: &[u8]) -> Result<Gray, MediaProblem> {
    let seen = probe(bytes)?;
    let mut picture = image::DynamicImage::ImageLuma8(decode(bytes, seen.format)?.into_luma8());
    if let Some(orientation) = Orientation::from_exif(seen.orientation) {
        picture.apply_orientation(orientation);
    }
    let picture = picture.into_luma8();
    Ok(Gray {
        width: picture.width() as usize,
        height: picture.height() as usize,
        pixels: picture.into_raw(),
    })
}
