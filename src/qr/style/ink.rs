//! Colors, and how well a reader can tell two of them apart.
//!
//! Entry point: [`Ink`]. Invariant: luminance and contrast as WCAG 2.2 defines them; reflectance in linear light, over
//! all colors and in red alone, because a hand scanner sees by a red lamp.

/// A color.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ink(pub [u8; 3]);

impl Ink {
    /// `#rgb` or `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |i: usize| digits.get(i..=i).and_then(|d| u8::from_str_radix(d, 16).ok());
        match digits.len() {
            3 => Some(Self([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17])),
            6 => Some(Self([
                digit(0)? * 16 + digit(1)?,
                digit(2)? * 16 + digit(3)?,
                digit(4)? * 16 + digit(5)?,
            ])),
            _ => None,
        }
    }

    /// As it is written in a drawing.
    pub fn code(self) -> String {
        let [r, g, b] = self.0;
        let short = |v: u8| v.is_multiple_of(17);
        match short(r) && short(g) && short(b) {
            true => format!("#{:x}{:x}{:x}", r / 17, g / 17, b / 17),
            false => format!("#{r:02x}{g:02x}{b:02x}"),
        }
    }

    /// Gray as a camera's picture has it (ITU-R BT.601).
    pub fn gray(self) -> f64 {
        let [r, g, b] = self.0.map(f64::from);
        0.299 * r + 0.587 * g + 0.114 * b
    }

    /// Relative luminance, 0 to 1.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The color with all parts darkened by the same share, which keeps its hue.
    pub fn darkened(self, share: f64) -> Self {
        Self(self.0.map(|v| (f64::from(v) * (1.0 - share)).round() as u8))
    }
}

/// Light of a color's part, 0 to 1 (sRGB).
fn linear(part: u8) -> f64 {
    let v = f64::from(part) / 255.0;
    if v <= 0.04045 {
        v / 12.92
    } else {
        ((v + 0.055) / 1.055).powf(2.4)
    }
}

/// WCAG contrast, 1 to 21; the same whichever is the darker one.
pub fn contrast(a: Ink, b: Ink) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// By how much more light one color throws back than the other, 0 to 1: the worse of all light and red light. Negative
/// when the second one is the darker.
pub fn reflectance_gap(dark: Ink, light: Ink) -> f64 {
    let all = light.luminance() - dark.luminance();
    all.min(linear(light.0[0]) - linear(dark.0[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_read_and_written() {
        assert_eq!(Ink::parse("#231a15"), Some(Ink([0x23, 0x1a, 0x15])));
        assert_eq!(Ink::parse("#fA0"), Some(Ink([255, 170, 0])));
        for wrong in ["231a15", "#12345", "#12345g", "đỏ", "#", "#ééé", "#+1+1+1"] {
            assert_eq!(Ink::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Ink([255, 170, 0]).code(), "#fa0");
        assert_eq!(Ink([0x23, 0x1a, 0x15]).code(), "#231a15");
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        let ink = |text| Ink::parse(text).unwrap();
        assert!((contrast(ink("#000"), ink("#fff")) - 21.0).abs() < 1e-9);
        // The example that many tools show: this gray is the lightest that passes 4.5 on white.
        assert!((contrast(ink("#767676"), ink("#fff")) - 4.54).abs() < 0.01);
        assert!((contrast(ink("#fff"), ink("#9c2a1c")) - 7.6).abs() < 0.1);
    }

    #[test]
    fn red_light_does_not_see_red_ink() {
        let (red, blue, white) = (Ink([255, 0, 0]), Ink([0, 0, 255]), Ink([255; 3]));
        assert!(reflectance_gap(red, white).abs() < 1e-9);
        assert!(reflectance_gap(blue, white) > 0.9);
        assert!(reflectance_gap(white, Ink([0; 3])) < -0.9);
    }
}
