//! GS1 Digital Link: a product's number as a web address on the site's own domain.
//!
//! Entry point: [`DigitalLink::uri`] to write, [`DigitalLink::read`] to read, [`x_dimension`] for the size on labels.
//! Invariant: the order of the standard: number, then variant, batch, serial in the path, dates behind the question
//! mark; the number is padded to fourteen digits and its check digit holds.

use std::fmt::Write as _;

/// A product, as far as its code tells it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DigitalLink {
    /// Fourteen digits.
    pub gtin: String,
    /// Consumer product variant (AI 22), at most 20 characters.
    pub variant: Option<String>,
    /// Batch or lot (AI 10), at most 20 characters.
    pub batch: Option<String>,
    /// Serial number (AI 21), at most 20 characters.
    pub serial: Option<String>,
    /// Dates and other attributes, by number: `("17", "261231")`.
    pub attributes: Vec<(String, String)>,
}

/// Keys of the path behind the number, in the order in which they may stand.
const QUALIFIERS: [&str; 3] = ["22", "10", "21"];

/// Attributes that are dates: production, packaging, best before, sell by, expiry.
const DATES: [&str; 5] = ["11", "13", "15", "16", "17"];

/// Pads a GTIN of 8, 12, 13 or 14 digits to fourteen; none when its length or check digit is wrong.
pub fn gtin14(digits: &str) -> Option<String> {
    let is_digits = digits.bytes().all(|b| b.is_ascii_digit());
    if !is_digits || ![8, 12, 13, 14].contains(&digits.len()) {
        return None;
    }
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| u32::from(b - b'0') * if i % 2 == 0 { 1 } else { 3 })
        .sum();
    sum.is_multiple_of(10).then(|| format!("{digits:0>14}"))
}

impl DigitalLink {
    /// A link for a number without anything more.
    pub fn of(digits: &str) -> Option<Self> {
        Some(Self {
            gtin: gtin14(digits)?,
            ..Self::default()
        })
    }

    /// The address below `base`, which ends in a slash. Host and scheme as for printed codes. None when a value is not
    /// one that the standard allows.
    pub fn uri(&self, base: &str) -> Option<String> {
        gtin14(&self.gtin).filter(|gtin| *gtin == self.gtin)?;
        let mut out = super::payload::page_payload(&format!("{base}01/{}", self.gtin));
        for (key, value) in QUALIFIERS.iter().zip([&self.variant, &self.batch, &self.serial]) {
            if let Some(value) = value {
                let _ = write!(out, "/{key}/{}", encoded(value)?);
            }
        }
        for (i, (key, value)) in self.attributes.iter().enumerate() {
            is_attribute(key, value).then_some(())?;
            let _ = write!(out, "{}{key}={}", if i == 0 { '?' } else { '&' }, escaped(value));
        }
        Some(out)
    }

    /// Reads an address; none when it is no link of this form, or not in the standard's order.
    pub fn read(uri: &str) -> Option<Self> {
        let (scheme, rest) = uri.split_once("://")?;
        if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
            return None;
        }
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        // The domain may have folders of its own in front.
        let at = parts.iter().skip(1).position(|part| *part == "01")? + 1;
        let mut link = Self::of(parts.get(at + 1)?)?;
        let mut last = None;
        for pair in parts[at + 2..].chunks(2) {
            let [key, value] = pair else { return None };
            let place = QUALIFIERS.iter().position(|known| known == key)?;
            if last.is_some_and(|last| place <= last) {
                return None;
            }
            last = Some(place);
            let value = Some(decoded(value)?);
            match place {
                0 => link.variant = value,
                1 => link.batch = value,
                _ => link.serial = value,
            }
        }
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=')?;
            // Other keys are for the site, not for the product.
            if key.len() >= 2 && key.bytes().all(|b| b.is_ascii_digit()) {
                let value = unescaped(value)?;
                is_attribute(key, &value).then_some(())?;
                link.attributes.push((key.to_string(), value));
            }
        }
        Some(link)
    }
}

fn is_attribute(key: &str, value: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_date =
        || value.len() == 6 && is_digits(value) && ("01"..="12").contains(&&value[2..4]) && &value[4..] <= "31";
    (2..=4).contains(&key.len()) && is_digits(key) && !value.is_empty() && (!DATES.contains(&key) || is_date())
}

/// The characters that batches and serials may have (GS1 set 82).
fn is_allowed(value: &str) -> bool {
    let is_one = |c: char| c.is_ascii_alphanumeric() || "!\"%&'()*+,-./_:;<=>?".contains(c);
    (1..=20).contains(&value.len()) && value.chars().all(is_one)
}

fn encoded(value: &str) -> Option<String> {
    is_allowed(value).then(|| escaped(value))
}

fn decoded(value: &str) -> Option<String> {
    unescaped(value).filter(|value| is_allowed(value))
}

fn escaped(value: &str) -> String {
    let mut out = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn unescaped(value: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if *first == b'%' {
            let hex = std::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

/// How large the modules of a product's code are on a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModuleSize {
    /// Below 0.396 mm: scanners at the till may fail.
    TooSmall,
    /// 0.396 to 0.990 mm, as GS1 asks for at the point of sale.
    Good,
    /// Above 0.990 mm: fine for phones, larger than scanners at the till expect.
    Large,
}

/// Judges the width of a module in micrometers (the X-dimension of GS1's tables for retail).
pub fn x_dimension(micrometers: u32) -> ModuleSize {
    match micrometers {
        0..396 => ModuleSize::TooSmall,
        396..=990 => ModuleSize::Good,
        _ => ModuleSize::Large,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_own_examples_are_read_and_written() {
        let full = DigitalLink {
            batch: Some("ABC123".into()),
            serial: Some("12345".into()),
            ..DigitalLink::of("9521234543213").unwrap()
        };
        let dated = DigitalLink {
            serial: None,
            attributes: vec![("17".into(), "261231".into())],
            ..full.clone()
        };
        for (uri, link) in [
            (
                "https://ID.GS1.ORG/01/09521234543213",
                DigitalLink::of("09521234543213").unwrap(),
            ),
            ("https://ID.GS1.ORG/01/09521234543213/10/ABC123/21/12345", full),
            ("https://ID.GS1.ORG/01/09521234543213/10/ABC123?17=261231", dated),
        ] {
            assert_eq!(DigitalLink::read(uri).as_ref(), Some(&link), "{uri}");
            assert_eq!(link.uri("https://id.gs1.org/").as_deref(), Some(uri));
        }
        let below = DigitalLink::read("https://example.com/products/01/09521234543213/").unwrap();
        assert_eq!(below, DigitalLink::of("09521234543213").unwrap());
    }

    #[test]
    fn numbers_are_padded_and_checked() {
        assert_eq!(gtin14("8931234567897").as_deref(), Some("08931234567897"));
        assert_eq!(gtin14("96385074").as_deref(), Some("00000096385074"));
        for bad in ["8931234567890", "893123456789", "", "8931234567897x", "89312345678978"] {
            assert_eq!(gtin14(bad), None, "{bad}");
        }
    }

    #[test]
    fn order_and_characters_are_those_of_the_standard() {
        let base = "https://a.example/01/09521234543213";
        for bad in [
            "/21/1/10/2",
            "/10/1/22/2",
            "/10/1/10/2",
            "/10",
            "/99/1",
            "/10/%C4%90",
            "/10/123456789012345678901",
            "?17=261331",
            "?17=260031",
            "?17=261232",
            "?17=26123",
            "?17=26123x",
            "?17=",
            "?3922=",
        ] {
            assert_eq!(DigitalLink::read(&format!("{base}{bad}")), None, "{bad}");
        }
        assert!(DigitalLink::read("https://a.example/01/09521234543210").is_none());
        assert!(DigitalLink::read("ftp://a.example/01/09521234543213").is_none());
        let good = DigitalLink::of("09521234543213").unwrap();
        let short = DigitalLink {
            gtin: "9521234543213".into(),
            ..good.clone()
        };
        assert_eq!(short.uri("https://a.example/"), None, "written without its nought");
        let undated = DigitalLink {
            attributes: vec![("17".into(), "31.12.2026".into())],
            ..good
        };
        assert_eq!(undated.uri("https://a.example/"), None, "no date of the standard");
        let odd = DigitalLink {
            batch: Some("A/B 1".into()),
            ..DigitalLink::of("09521234543213").unwrap()
        };
        assert_eq!(
            odd.uri("https://a.example/"),
            None,
            "a blank is not among the characters"
        );
        let slash = DigitalLink {
            batch: Some("A/B%1".into()),
            ..odd
        };
        let uri = slash.uri("https://a.example/sub/").unwrap();
        assert_eq!(uri, "https://A.EXAMPLE/sub/01/09521234543213/10/A%2FB%251");
        assert_eq!(DigitalLink::read(&uri), Some(slash));
    }

    #[test]
    fn modules_for_tills_have_a_range() {
        let judged = [395, 396, 990, 991].map(x_dimension);
        assert_eq!(
            judged,
            [
                ModuleSize::TooSmall,
                ModuleSize::Good,
                ModuleSize::Good,
                ModuleSize::Large
            ]
        );
    }
}
