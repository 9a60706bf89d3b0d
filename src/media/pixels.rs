//! The pixels of a source picture: decoded under limits, upright, in the colors of the web, no larger than any page needs.
//!
//! Entry point: [`Pixels::open`]. Invariant: every byte that is written comes from pixels; notes of the camera, place,
//! profiles and whatever else was hidden in the file stay behind. The filter is a polynomial, so that no machine's sine
//! can change a byte.

use std::io::Cursor;

use fast_image_resize::images::Image as Plane;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as RowFilter, PngEncoder};
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, RgbImage, RgbaImage,
};

use super::picture::{Encoding, height_for};
use super::probe::{Format, Probe};
use super::problem::MediaProblem;
use super::profile::to_srgb;
use super::{MAX_DECODED, MAX_SIDE};

/// The widest that any page shows a picture.
const WIDEST: u32 = 1600;

/// A source picture, ready for any of its sizes.
pub struct Pixels {
    /// Width and height of the source, upright.
    pub(super) full: (u32, u32),
    /// At most [`WIDEST`] across.
    pub(super) upright: Upright,
}

/// Upright pixels in sRGB.
pub(super) enum Upright {
    /// Without transparency.
    Rgb(RgbImage),
    /// With transparency.
    Rgba(RgbaImage),
}

impl Pixels {
    /// Decodes a file of this header. Smaller first, then colors and turning: on few pixels both are cheap.
    ///
    /// # Errors
    /// `Truncated` when the pixels cannot be decoded.
    pub fn open(bytes: &[u8], seen: &Probe) -> Result<Self, MediaProblem> {
        let full = (seen.width, seen.height);
        let width = full.0.min(WIDEST);
        let height = height_for(full, width);
        let stored = if seen.orientation >= 5 {
            (height, width)
        } else {
            (width, height)
        };
        let (decoded, profile) = decode_with_profile(bytes, seen.format)?;
        let whole = match seen.has_alpha {
            true => Upright::Rgba(decoded.into_rgba8()),
            false => Upright::Rgb(decoded.into_rgb8()),
        };
        let mut small = whole.into_scaled(stored)?;
        if let Some(profile) = profile {
            match &mut small {
                Upright::Rgb(picture) => to_srgb::<3>(picture, &profile),
                Upright::Rgba(picture) => to_srgb::<4>(picture, &profile),
            }
        }
        let upright = small.turned(seen.orientation);
        Ok(Self { full, upright })
    }

    /// The picture in `side` columns and rows, as red, green and blue; none where it is transparent.
    pub(super) fn thumbnail(&self, side: u32) -> Option<Vec<u8>> {
        let Upright::Rgb(picture) = self.upright.scaled((side, side)).ok()? else {
            return None;
        };
        Some(picture.into_raw())
    }

    /// A part of the picture in this size, as rows of red, green and blue: as much of its middle as has the shape; what is
    /// transparent is white.
    ///
    /// # Errors
    /// `Truncated` when the pixels cannot be brought to that size.
    pub fn cut(&self, (width, height): (u32, u32)) -> Result<Vec<u8>, MediaProblem> {
        let flat = self.upright.over_white();
        let plane = plane(flat.width(), flat.height(), flat.into_raw(), PixelType::U8x3)?;
        let mut target = Plane::new(width.max(1), height.max(1), PixelType::U8x3);
        let options = options().fit_into_destination(Some((0.5, 0.5)));
        let done = Resizer::new().resize(&plane, &mut target, &options);
        done.map_err(|_| MediaProblem::Truncated)?;
        Ok(target.into_vec())
    }
}

/// The pixels of a file, as they are stored.
pub(super) fn decode(bytes: &[u8], format: Format) -> Result<DynamicImage, MediaProblem> {
    decode_with_profile(bytes, format).map(|(picture, _)| picture)
}

/// The pixels as they are stored, and the profile that says what their colors mean, where there is one.
fn decode_with_profile(bytes: &[u8], format: Format) -> Result<(DynamicImage, Option<Vec<u8>>), MediaProblem> {
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
    let mut decoder = reader.into_decoder().map_err(|_| MediaProblem::Truncated)?;
    // A profile that cannot be read never refuses a picture.
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| MediaProblem::Truncated)?;
    Ok((picture, profile))
}

fn plane(width: u32, height: u32, pixels: Vec<u8>, kind: PixelType) -> Result<Plane<'static>, MediaProblem> {
    Plane::from_vec_u8(width, height, pixels, kind).map_err(|_| MediaProblem::Truncated)
}

/// Transparent pixels are weighed by their alpha (the default), or edges would pick up hidden colors.
fn options() -> ResizeOptions {
    ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom))
}

impl Upright {
    pub(super) fn size(&self) -> (u32, u32) {
        match self {
            Upright::Rgb(picture) => picture.dimensions(),
            Upright::Rgba(picture) => picture.dimensions(),
        }
    }

    fn duplicate(&self) -> Self {
        match self {
            Upright::Rgb(picture) => Upright::Rgb(picture.clone()),
            Upright::Rgba(picture) => Upright::Rgba(picture.clone()),
        }
    }

    /// In another size.
    pub(super) fn scaled(&self, size: (u32, u32)) -> Result<Self, MediaProblem> {
        self.duplicate().into_scaled(size)
    }

    fn into_scaled(self, size: (u32, u32)) -> Result<Self, MediaProblem> {
        let (width, height) = self.size();
        if (width, height) == size {
            return Ok(self);
        }
        let (pixels, kind) = match self {
            Upright::Rgb(picture) => (picture.into_raw(), PixelType::U8x3),
            Upright::Rgba(picture) => (picture.into_raw(), PixelType::U8x4),
        };
        let source = plane(width, height, pixels, kind)?;
        let mut target = Plane::new(size.0, size.1, kind);
        let done = Resizer::new().resize(&source, &mut target, &options());
        done.map_err(|_| MediaProblem::Truncated)?;
        let pixels = target.into_vec();
        let made = match kind {
            PixelType::U8x4 => RgbaImage::from_raw(size.0, size.1, pixels).map(Upright::Rgba),
            _ => RgbImage::from_raw(size.0, size.1, pixels).map(Upright::Rgb),
        };
        made.ok_or(MediaProblem::Truncated)
    }

    /// Turned as EXIF says.
    fn turned(self, orientation: u8) -> Self {
        let Some(orientation) = Orientation::from_exif(orientation) else {
            return self;
        };
        let mut picture = match self {
            Upright::Rgb(picture) => DynamicImage::ImageRgb8(picture),
            Upright::Rgba(picture) => DynamicImage::ImageRgba8(picture),
        };
        picture.apply_orientation(orientation);
        match picture {
            DynamicImage::ImageRgba8(picture) => Upright::Rgba(picture),
            other => Upright::Rgb(other.into_rgb8()),
        }
    }

    /// As a file.
    pub(super) fn write(&self, encoding: Encoding) -> Result<Vec<u8>, MediaProblem> {
        let mut out = Vec::new();
        let (width, height) = self.size();
        let done = match encoding {
            // A transparent source asked for as JPEG loses its transparency over white, not over black.
            Encoding::Jpeg { quality } => {
                let encoder = JpegEncoder::new_with_quality(&mut out, quality);
                encoder.write_image(&self.over_white(), width, height, ExtendedColorType::Rgb8)
            }
            Encoding::Png => {
                let encoder = PngEncoder::new_with_quality(&mut out, CompressionType::Best, RowFilter::Adaptive);
                let (bytes, color): (&[u8], _) = match self {
                    Upright::Rgb(picture) => (picture, ExtendedColorType::Rgb8),
                    Upright::Rgba(picture) => (picture, ExtendedColorType::Rgba8),
                };
                encoder.write_image(bytes, width, height, color)
            }
            Encoding::WebP { quality } => return super::webp::write(self, Some(quality)),
            Encoding::FlatWebP => return super::webp::write(self, None),
        };
        done.map_err(|_| MediaProblem::Truncated)?;
        Ok(out)
    }

    /// Without transparency.
    pub(super) fn over_white(&self) -> RgbImage {
        let source = match self {
            Upright::Rgb(picture) => return picture.clone(),
            Upright::Rgba(picture) => picture,
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
}
