//! The color that stands where a picture will be, until it is there: one of sixteen.
//!
//! Entry point: [`Pixels::tone`], [`TONES`]. Invariant: follows from the pixels alone, by whole numbers; the theme knows the
//! same sixteen by their numbers, so that no page needs a style of its own.

use super::pixels::Pixels;

/// Which of the [`TONES`].
pub type Tone = u8;

/// Sixteen colors in red, green and blue: what photographs of places and goods mostly are. The theme's style sheet names
/// them `tone-1` to `tone-16`.
pub const TONES: [[u8; 3]; 16] = [
    [32, 28, 26],
    [78, 72, 68],
    [128, 122, 116],
    [180, 174, 166],
    [232, 226, 214],
    [92, 58, 40],
    [142, 98, 66],
    [196, 154, 108],
    [226, 200, 152],
    [150, 44, 34],
    [212, 120, 60],
    [214, 174, 52],
    [52, 78, 44],
    [112, 134, 74],
    [62, 92, 124],
    [150, 182, 206],
];

/// How many columns and rows are looked at.
const GRID: u32 = 24;

impl Pixels {
    /// The tone in which the eye sees the picture from afar; none where it is transparent, because then the page shows
    /// through.
    pub fn tone(&self) -> Option<Tone> {
        let pixels = self.thumbnail(GRID)?;
        let mut votes = [0u32; TONES.len()];
        for pixel in pixels.chunks_exact(3) {
            votes[nearest([pixel[0], pixel[1], pixel[2]])] += 1;
        }
        let (tone, _) = votes
            .iter()
            .enumerate()
            .max_by_key(|(i, votes)| (**votes, TONES.len() - i))?;
        Tone::try_from(tone).ok()
    }
}

/// The tone nearest to a color: by red mean, which is close to the eye and exact in whole numbers.
fn nearest(color: [u8; 3]) -> usize {
    let distance = |tone: &[u8; 3]| {
        let [r, g, b] = [0, 1, 2].map(|i| i64::from(color[i]) - i64::from(tone[i]));
        let mean = (i64::from(color[0]) + i64::from(tone[0])) / 2;
        (512 + mean) * r * r / 256 + 4 * g * g + (767 - mean) * b * b / 256
    };
    (0..TONES.len()).min_by_key(|i| distance(&TONES[*i])).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::probe;
    use super::*;

    fn tone(color: [u8; 4], kind: image::ColorType) -> Option<Tone> {
        let picture = image::RgbaImage::from_pixel(200, 100, image::Rgba(color));
        let mut out = std::io::Cursor::new(Vec::new());
        let picture = image::DynamicImage::from(picture);
        let picture = match kind {
            image::ColorType::Rgb8 => image::DynamicImage::from(picture.into_rgb8()),
            _ => picture,
        };
        picture.write_to(&mut out, image::ImageFormat::Png).expect("PNG");
        let bytes = out.into_inner();
        Pixels::open(&bytes, &probe(&bytes).expect("a picture"))
            .expect("pixels")
            .tone()
    }

    #[test]
    fn each_tone_is_its_own_nearest() {
        for (i, [r, g, b]) in TONES.into_iter().enumerate() {
            assert_eq!(tone([r, g, b, 255], image::ColorType::Rgb8), Some(i as Tone), "{i}");
        }
    }

    #[test]
    fn what_is_transparent_has_no_tone() {
        assert_eq!(tone([200, 30, 20, 128], image::ColorType::Rgba8), None);
    }
}
