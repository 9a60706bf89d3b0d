//! Which sizes of a picture there are: widths, encodings, budgets, names; and the short way to one of them.
//!
//! Entry point: [`specs`] (from a probe), [`name`] and [`key`] (before anything is encoded), [`encode`].
//! Invariant: all of it follows from the header and the hash of the source, so that pages can name a size that nobody
//! has made yet. A picture is never made larger than it was.

use super::pixels::{Pixels, Upright};
use super::probe::{Probe, probe};
use super::problem::MediaProblem;

/// The JPEG quality of photographs, 1–100: no visible loss at arm's length, about 0.15 bytes a pixel.
pub const QUALITY: u8 = 78;

/// The WebP quality of photographs, 1–100; `tests/bench/encoders` shows what it looks like against others.
const WEBP_QUALITY: u8 = 75;

/// The WebP quality of drawings that are smaller with loss: made smaller, their edges are no longer of few colors.
const FLAT_QUALITY: u8 = 88;

/// Widths of the ladder in pixels: half a phone, a phone, a dense phone held upright, a very dense one, a large screen.
const RUNGS: [u32; 5] = [360, 480, 768, 1080, 1600];

/// Widths for browsers that read no WebP: few people, so few files.
const FEW_RUNGS: [u32; 2] = [480, 1080];

/// Changes whenever the same source and spec would give other bytes, so that no old file is taken for a new one.
const RECIPE: &[u8] = b"vanbia-picture-2";

/// How a picture is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// JPEG, for photographs.
    Jpeg {
        /// 1–100.
        quality: u8,
    },
    /// PNG, for transparency and drawings of few colors.
    Png,
    /// WebP with loss, for photographs.
    WebP {
        /// 1–100.
        quality: u8,
    },
    /// WebP for drawings of few colors: without loss, unless that takes more bytes than a very good quality.
    FlatWebP,
}

impl Encoding {
    /// The file ending, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Encoding::Jpeg { .. } => "jpg",
            Encoding::Png => "png",
            Encoding::WebP { .. } | Encoding::FlatWebP => "webp",
        }
    }

    fn tag(self) -> [u8; 2] {
        match self {
            Encoding::Jpeg { quality } => [1, quality],
            Encoding::Png => [2, 0],
            Encoding::WebP { quality } => [3, quality],
            Encoding::FlatWebP => [4, FLAT_QUALITY],
        }
    }
}

/// What a page asks for: one width in one encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// The sizes in which a picture is offered, each list with widths ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Specs {
    /// For every browser: JPEG, or PNG where it is transparent or flat.
    pub plain: Vec<Spec>,
    /// For browsers that read WebP; empty when this program cannot write it.
    pub webp: Vec<Spec>,
}

/// The sizes of a picture with this header.
pub fn specs(probe: &Probe) -> Specs {
    let of = |rungs: &[u32], encoding| {
        let widths = widths(probe.width, rungs).into_iter();
        widths.map(|width| Spec { width, encoding }).collect()
    };
    let plain = match probe.has_alpha || probe.is_flat {
        true => Encoding::Png,
        false => Encoding::Jpeg { quality: QUALITY },
    };
    let webp = match probe.is_flat {
        true => Encoding::FlatWebP,
        false => Encoding::WebP { quality: WEBP_QUALITY },
    };
    match cfg!(feature = "webp") {
        true => Specs {
            plain: of(&FEW_RUNGS, plain),
            webp: of(&RUNGS, webp),
        },
        false => Specs {
            plain: of(&RUNGS, plain),
            webp: Vec::new(),
        },
    }
}

/// The widths of a ladder, ascending: cut to the original, at least two of them when the original is wider than the
/// lowest rung.
fn widths(original: u32, rungs: &[u32]) -> Vec<u32> {
    let mut ladder: Vec<u32> = rungs.iter().copied().filter(|&rung| rung <= original).collect();
    let top = ladder.last().copied().unwrap_or(0);
    let top_rung = rungs.last().copied().unwrap_or(0);
    // A last step of less than a sixth is not worth a file, unless it would be the only step.
    let worth = original > top + top / 6 || (ladder.len() < 2 && original > top);
    if top < top_rung && worth {
        ladder.push(original);
    }
    ladder
}

/// The height that belongs to a width of this picture, in pixels, at least 1.
pub(super) fn height_for((width, height): (u32, u32), wanted: u32) -> u32 {
    let (w, h) = (u64::from(width), u64::from(height));
    let scaled = (h * u64::from(wanted) + w / 2) / w;
    u32::try_from(scaled).unwrap_or(height).max(1)
}

impl Spec {
    /// Width and height in pixels that [`encode`] will give, known without decoding.
    pub fn size(&self, probe: &Probe) -> (u32, u32) {
        let width = self.width.clamp(1, probe.width);
        (width, height_for((probe.width, probe.height), width))
    }

    /// The most bytes that it may have; a picture that does not fit is encoded with a lower quality. What is shown as a
    /// thumbnail, and what is seen first on a phone, has to be there quickly.
    pub(super) fn budget(&self) -> Option<usize> {
        match (self.encoding, self.width) {
            (Encoding::Png, _) => None,
            (Encoding::Jpeg { .. }, ..=480) => Some(24_000),
            (Encoding::Jpeg { .. }, ..=768) => Some(100_000),
            (_, ..=360) => Some(12_000),
            (_, ..=480) => Some(20_000),
            (_, ..=768) => Some(60_000),
            _ => None,
        }
    }
}

/// The hash by which a source picture is known.
pub fn source_hash(bytes: &[u8]) -> [u8; 32] {
    *blake3::hash(bytes).as_bytes()
}

/// What stands for a size of a source, whatever it is called: equal keys mean equal bytes.
pub fn key(source: &[u8; 32], spec: &Spec) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(RECIPE);
    hasher.update(source);
    hasher.update(&spec.width.to_le_bytes());
    hasher.update(&spec.encoding.tag());
    *hasher.finalize().as_bytes()
}

/// The file name `<stem>-<width>.<hash>.<ending>` of a picture that need not exist yet: the hash covers the source and
/// the spec, not the encoder's output.
pub fn name(stem: &str, source: &[u8; 32], spec: &Spec) -> String {
    let hex = blake3::Hash::from_bytes(key(source, spec)).to_hex();
    format!("{stem}-{}.{}.{}", spec.width, &hex[..8], spec.encoding.ending())
}

/// Makes one size of a source file.
///
/// # Errors
/// [`MediaProblem`] as [`probe`] gives, or `Truncated` when the pixels cannot be decoded.
pub fn encode(bytes: &[u8], spec: &Spec) -> Result<Picture, MediaProblem> {
    let seen = probe(bytes)?;
    Pixels::open(bytes, &seen)?.encode(spec)
}

impl Pixels {
    /// Encodes one size; the result depends on the source and the spec alone, not on which others are made.
    ///
    /// # Errors
    /// `Truncated` when an encoder refuses the pixels.
    pub fn encode(&self, spec: &Spec) -> Result<Picture, MediaProblem> {
        let width = spec.width.clamp(1, self.full.0);
        let height = height_for(self.full, width);
        let small = self.upright.scaled((width, height))?;
        let bytes = within(&small, spec.encoding, spec.budget())?;
        Ok(Picture { bytes, width, height })
    }
}

/// Writes rows of red, green and blue as JPEG, within a number of bytes where that can be had.
///
/// # Errors
/// `Truncated` when there are not as many pixels as the size says.
pub fn jpeg(pixels: Vec<u8>, (width, height): (u32, u32), budget: usize) -> Result<Vec<u8>, MediaProblem> {
    let picture = image::RgbImage::from_raw(width, height, pixels).ok_or(MediaProblem::Truncated)?;
    let encoding = Encoding::Jpeg { quality: QUALITY };
    within(&Upright::Rgb(picture), encoding, Some(budget))
}

/// Encodes with the wished quality, and with lower ones until the budget is kept; no picture becomes mere blocks.
fn within(small: &Upright, wished: Encoding, budget: Option<usize>) -> Result<Vec<u8>, MediaProblem> {
    /// Below this a photograph is no longer one.
    const LEAST: u8 = 10;
    let (Encoding::Jpeg { mut quality } | Encoding::WebP { mut quality }) = wished else {
        let exact = small.write(wished)?;
        if wished == Encoding::Png || budget.is_some_and(|budget| exact.len() < budget / 4) {
            return Ok(exact);
        }
        let quality = FLAT_QUALITY;
        let near = within(small, Encoding::WebP { quality }, budget)?;
        return Ok(if near.len() < exact.len() { near } else { exact });
    };
    let mut bytes = small.write(wished)?;
    let Some(budget) = budget else { return Ok(bytes) };
    while bytes.len() > budget && quality > LEAST {
        // Bytes fall a little more slowly than quality does; a step too far would cost more than another try.
        let aim = u64::from(quality) * budget as u64 * 19 / (bytes.len() as u64 * 20);
        let aim = u8::try_from(aim).unwrap_or(LEAST);
        quality = aim.clamp(quality * 2 / 3, quality - 1).max(LEAST);
        bytes = small.write(match wished {
            Encoding::WebP { .. } => Encoding::WebP { quality },
            _ => Encoding::Jpeg { quality },
        })?;
    }
    Ok(bytes)
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
