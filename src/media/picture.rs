//! One picture in one size: decoded under limits, upright, smaller, and encoded anew.
//!
//! Entry point: [`spec`] and [`widths`] (from a probe), [`name`] (before anything is encoded), [`encode`].
//! Invariant: every byte of the result comes from pixels; notes of the camera, place, profiles and whatever else was
//! hidden in the file stay behind. A picture is never made larger than it was. The filter is a polynomial, so that no
//! machine's sine can change a byte.

use std::io::Cursor;

use fast_image_resize::images::Image as Plane;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as RowFilter, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, ImageReader, RgbImage, RgbaImage};

use super::probe::{Format, Probe, probe};
use super::problem::MediaProblem;
use super::{MAX_DECODED, MAX_SIDE};

/// The JPEG quality of photographs, 1–100: no visible loss at arm's length, about 0.15 bytes a pixel.
pub const QUALITY: u8 = 78;

/// Widths of the ladder in pixels: a phone, a phone's dense screen or a tablet, a large screen.
const RUNGS: [u32; 3] = [480, 960, 1600];

/// Changes whenever the same source and spec would give other bytes, so that no old file is taken for a new one.
const RECIPE: &[u8] = b"vanbia-picture-1";

/// How a picture is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// JPEG, for photographs.
    Jpeg {
        /// 1–100.
        quality: u8,
    },
    /// PNG, for transparency and drawings of few colors.
    Png,
}

impl Encoding {
    /// The file ending, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Encoding::Jpeg { .. } => "jpg",
            Encoding::Png => "png",
        }
    }

    /// The media type (RFC 2046).
    pub fn media_type(self) -> &'static str {
        match self {
            Encoding::Jpeg { .. } => "image/jpeg",
            Encoding::Png => "image/png",
        }
    }
}

/// What a page asks for: one width in one encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spec {
    /// Width in pixels; a narrower source keeps its own.
    pub width: u32,
    /// How it is encoded.
    pub encoding: Encoding,
}

/// An encoded picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The spec for one width: PNG stays PNG where it is transparent or flat, all else becomes JPEG.
pub fn spec(probe: &Probe, width: u32) -> Spec {
    let encoding = if probe.alpha || probe.flat {
        Encoding::Png
    } else {
        Encoding::Jpeg { quality: QUALITY }
    };
    Spec { width, encoding }
}

/// The widths in which a picture is offered, ascending: the ladder cut to the original, at least two of them when the
/// original is wider than the lowest rung.
pub fn widths(original: u32) -> Vec<u32> {
    let mut ladder: Vec<u32> = RUNGS.into_iter().filter(|&rung| rung <= original).collect();
    let top = ladder.last().copied().unwrap_or(0);
    let top_rung = RUNGS[RUNGS.len() - 1];
    // A last step of less than a sixth is not worth a file, unless it would be the only step.
    let worth = original > top + top / 6 || (ladder.len() < 2 && original > top);
    if top < top_rung && worth {
        ladder.push(original);
    }
    ladder
}

/// The height that belongs to a width of this picture, in pixels, at least 1.
pub(super) fn height_for(probe: &Probe, width: u32) -> u32 {
    let (w, h) = (u64::from(probe.width), u64::from(probe.height));
    let height = (h * u64::from(width) + w / 2) / w;
    u32::try_from(height).unwrap_or(probe.height).max(1)
}

impl Spec {
    /// Width and height in pixels that [`encode`] will give, known without decoding.
    pub fn size(&self, probe: &Probe) -> (u32, u32) {
        let width = self.width.clamp(1, probe.width);
        (width, height_for(probe, width))
    }
}

/// The hash by which a source picture is known.
pub fn source_hash(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes).as_bytes()
}

/// The file name `<stem>-<width>.<hash>.<ending>` of a picture that need not exist yet: the hash covers the source and
/// the spec, not the encoder's output.
pub fn name(stem: &str, source: &[u8; 32], spec: &Spec) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(RECIPE);
    hasher.update(source);
    hasher.update(&spec.width.to_le_bytes());
    hasher.update(&match spec.encoding {
        Encoding::Jpeg { quality } => [1, quality],
        Encoding::Png => [2, 0],
    });
    let hex = hasher.finalize().to_hex();
    format!("{stem}-{}.{}.{}", spec.width, &hex[..8], spec.encoding.ending())
}

/// Makes one picture of a source file.
///
/// # Errors
/// [`MediaProblem`] as [`probe`] gives, or `Truncated` when the pixels cannot be decoded.
pub fn encode(bytes: &[u8], spec: &Spec) -> Result<Picture, MediaProblem> {
    let seen = probe(bytes)?;
    let (width, height) = spec.size(&seen);
    let turned = seen.orientation >= 5;
    let stored = if turned { (height, width) } else { (width, height) };
    let decoded = decode(bytes, seen.format)?;
    // Smaller first, then upright: turning a small picture is cheap.
    let mut small = resize(decoded, stored, seen.alpha)?;
    if let Some(orientation) = Orientation::from_exif(seen.orientation) {
        small.apply_orientation(orientation);
    }
    let bytes = write(&small, spec.encoding)?;
    Ok(Picture { bytes, width, height })
}

/// The pixels of a file, as they are stored.
pub(super) fn decode(bytes: &[u8], format: Format) -> Result<DynamicImage, MediaProblem> {
    let format = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::WebP => ImageFormat::WebP,
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    // The decoder's own tables come on top of the pixels that `probe` has counted.
    limits.max_alloc = Some(MAX_DECODED + (64 << 20));
    reader.limits(limits);
    reader.decode().map_err(|_| MediaProblem::Truncated)
}

fn resize(source: DynamicImage, size: (u32, u32), alpha: bool) -> Result<DynamicImage, MediaProblem> {
    let from = (source.width(), source.height());
    let (pixels, kind) = if alpha {
        (source.into_rgba8().into_raw(), PixelType::U8x4)
    } else {
        (source.into_rgb8().into_raw(), PixelType::U8x3)
    };
    let pixels = if from == size {
        pixels
    } else {
        // Transparent pixels are weighed by their alpha (the default), or edges would pick up hidden colors.
        let plane = Plane::from_vec_u8(from.0, from.1, pixels, kind).map_err(|_| MediaProblem::Truncated)?;
        let mut target = Plane::new(size.0, size.1, kind);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        let done = Resizer::new().resize(&plane, &mut target, &options);
        done.map_err(|_| MediaProblem::Truncated)?;
        target.into_vec()
    };
    let made = if alpha {
        RgbaImage::from_raw(size.0, size.1, pixels).map(DynamicImage::from)
    } else {
        RgbImage::from_raw(size.0, size.1, pixels).map(DynamicImage::from)
    };
    made.ok_or(MediaProblem::Truncated)
}

fn write(picture: &DynamicImage, encoding: Encoding) -> Result<Vec<u8>, MediaProblem> {
    let mut out = Vec::new();
    let (width, height) = (picture.width(), picture.height());
    let done = match encoding {
        // A transparent source asked for as JPEG loses its transparency over white, not over black.
        Encoding::Jpeg { quality } => {
            let rgb = over_white(picture);
            JpegEncoder::new_with_quality(&mut out, quality).write_image(&rgb, width, height, ExtendedColorType::Rgb8)
        }
        Encoding::Png => {
            let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, RowFilter::Adaptive);
            encoder.write_image(picture.as_bytes(), width, height, picture.color().into())
        }
    };
    done.map_err(|_| MediaProblem::Truncated)?;
    Ok(out)
}

fn over_white(picture: &DynamicImage) -> RgbImage {
    let DynamicImage::ImageRgba8(source) = picture else {
        return picture.to_rgb8();
    };
    let mut flat = RgbImage::new(source.width(), source.height());
    for (to, from) in flat.pixels_mut().zip(source.pixels()) {
        let alpha = u32::from(from.0[3]);
        for (t, f) in to.0.iter_mut().zip(from.0) {
            // Two bytes at most 255 each, weighed by alpha: the mean fits a byte again.
            *t = u8::try_from((u32::from(f) * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255);
        }
    }
    flat
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
