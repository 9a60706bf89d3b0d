//! What a style may do to a code, computed.
//!
//! Entry point: [`colors`]. Invariant: a pair of colors that passes is read by cameras and by red lamps: dark on light,
//! a WCAG contrast of at least [`LEAST_CONTRAST`], and a gap of reflectance of at least [`LEAST_GAP`].

use super::ink::{Ink, contrast, reflectance_gap};

/// The least WCAG contrast between modules and ground.
pub const LEAST_CONTRAST: f64 = 4.5;

/// The least gap of reflectance: below it a printed code is graded C or worse (ISO/IEC 15415, symbol contrast).
pub const LEAST_GAP: f64 = 0.55;

/// From this gap on the contrast is graded A.
pub const GOOD_GAP: f64 = 0.70;

/// What is wrong with a pair of colors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Colors {
    /// Nothing.
    Good,
    /// Readable, but not by every phone in every light.
    Weak {
        /// Gap of reflectance.
        gap: f64,
        /// The nearest color that is good.
        better: Ink,
    },
    /// Not readable enough.
    Bad {
        /// WCAG contrast.
        contrast: f64,
        /// Gap of reflectance.
        gap: f64,
        /// The nearest color that is good.
        better: Ink,
    },
    /// Light modules on a dark ground.
    Inverted,
}

/// Judges the colors of modules and ground.
pub fn colors(dark: Ink, light: Ink) -> Colors {
    if dark.luminance() >= light.luminance() {
        return Colors::Inverted;
    }
    let (ratio, gap) = (contrast(dark, light), reflectance_gap(dark, light));
    if ratio >= LEAST_CONTRAST && gap >= GOOD_GAP {
        return Colors::Good;
    }
    let better = better(dark, light);
    match ratio >= LEAST_CONTRAST && gap >= LEAST_GAP {
        true => Colors::Weak { gap, better },
        false => Colors::Bad {
            contrast: ratio,
            gap,
            better,
        },
    }
}

/// The lightest darkening of a color that is good on this ground; black if none is.
fn better(dark: Ink, light: Ink) -> Ink {
    let good = |ink: &Ink| contrast(*ink, light) >= LEAST_CONTRAST && reflectance_gap(*ink, light) >= GOOD_GAP;
    let shades = (0..=100).map(|percent| dark.darkened(f64::from(percent) / 100.0));
    shades.into_iter().find(good).unwrap_or(Ink([0; 3]))
}

#[cfg(test)]
mod tests {
    use super::super::{Preset, Style};
    use super::*;

    fn ink(text: &str) -> Ink {
        Ink::parse(text).unwrap()
    }

    #[test]
    fn every_preset_has_good_colors() {
        for (name, preset) in Preset::ALL {
            let style = Style::of(preset);
            assert_eq!(colors(style.dark, style.light), Colors::Good, "{name}");
        }
    }

    #[test]
    fn light_on_dark_and_pale_pairs_are_refused_with_a_color_that_does() {
        assert_eq!(colors(ink("#fff"), ink("#000")), Colors::Inverted);
        assert_eq!(colors(ink("#777"), ink("#777")), Colors::Inverted);
        // Gold on white: too pale. Cinnabar: dark for the eye, pale under a red lamp.
        for (dark, is_bad) in [("#e9b949", true), ("#ff0000", true), ("#9c2a1c", false)] {
            let judged = colors(ink(dark), ink("#fff"));
            let better = match judged {
                Colors::Bad { better, .. } if is_bad => better,
                Colors::Weak { better, .. } if !is_bad => better,
                other => panic!("{dark}: {other:?}"),
            };
            assert_eq!(colors(better, ink("#fff")), Colors::Good, "{dark}");
        }
        // A ground that is too dark for anything: black is the best there is.
        assert!(matches!(
            colors(ink("#333"), ink("#777")),
            Colors::Bad {
                better: Ink([0, 0, 0]),
                ..
            }
        ));
    }
}
