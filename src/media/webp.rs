//! WebP files, by libwebp, which is C: nothing in Rust writes lossy WebP under a free licence, and what else is as small
//! takes ten times as long (`tests/bench/encoders`).
//!
//! Entry point: [`write()`]. Invariant: this file alone knows the library, and without the feature `webp` nothing asks for
//! it, because no page then offers WebP.

use super::pixels::Upright;
use super::problem::MediaProblem;

/// Effort, 0–6, by the width. Of large pictures 4 (libwebp's own) saves two hundredths of the bytes for twice the time,
/// of small ones six (`tests/bench/encoders`).
#[cfg(feature = "webp")]
fn method(width: u32) -> i32 {
    if width > 800 { 2 } else { 4 }
}

/// Writes pixels; without a quality, without loss.
#[cfg(feature = "webp")]
pub(super) fn write(picture: &Upright, quality: Option<u8>) -> Result<Vec<u8>, MediaProblem> {
    let mut config = webp::WebPConfig::new().map_err(|()| MediaProblem::Truncated)?;
    config.method = method(picture.size().0);
    match quality {
        Some(quality) => config.quality = quality.into(),
        None => config.lossless = 1,
    }
    let encoder = match picture {
        Upright::Rgb(rgb) => webp::Encoder::from_rgb(rgb, rgb.width(), rgb.height()),
        Upright::Rgba(rgba) => webp::Encoder::from_rgba(rgba, rgba.width(), rgba.height()),
    };
    let file = encoder.encode_advanced(&config).map_err(|_| MediaProblem::Truncated)?;
    Ok(file.to_vec())
}

/// Never asked for, see [`super::picture::specs`].
#[cfg(not(feature = "webp"))]
pub(super) fn write(_: &Upright, _: Option<u8>) -> Result<Vec<u8>, MediaProblem> {
    Err(MediaProblem::Truncated)
}
