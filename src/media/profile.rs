//! Colors of phones and cameras → colors of the web.
//!
//! Entry point: [`to_srgb`]. Invariant: whatever the profile says, pixels stay pixels; a profile that cannot be read or that
//! is not one of red, green and blue changes nothing. Reckoned in whole numbers, so that every machine gives the same.

use moxcms::{ColorProfile, DataColorSpace, Layout, RenderingIntent, TransformOptions};

/// A phone's profile has half a kilobyte, a press's a few hundred.
const LARGEST: usize = 4_000_000;

/// Turns pixels of three or four channels from the colors of the profile to sRGB. Without it a photo of a new phone
/// (Display P3) looks dull, because browsers take pixels without a profile for sRGB.
pub(super) fn to_srgb<const CHANNELS: usize>(pixels: &mut [u8], profile: &[u8]) {
    if profile.len() > LARGEST {
        return;
    }
    let Ok(profile) = ColorProfile::new_from_slice(profile) else {
        return;
    };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let layout = if CHANNELS == 4 { Layout::Rgba } else { Layout::Rgb };
    let options = TransformOptions {
        rendering_intent: RenderingIntent::RelativeColorimetric,
        prefer_fixed_point: true,
        ..TransformOptions::default()
    };
    let Ok(transform) = profile.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, options) else {
        return;
    };
    let mut turned = vec![0; pixels.len()];
    if transform.transform(pixels, &mut turned).is_ok() {
        pixels.copy_from_slice(&turned);
    }
}
