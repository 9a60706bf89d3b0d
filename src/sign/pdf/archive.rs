//! What makes a PDF file fit for archives (PDF/A-2b): its description as XMP, and the color space sRGB as a profile.
//!
//! Entry point: [`xmp`], [`srgb`]. Invariant: written here from the standards' numbers, nothing is copied in.

use super::About;
use crate::text::xml;

/// The description of the file; says the same as its information dictionary.
pub(super) fn xmp(about: &About, producer: &str) -> String {
    let text = |text: &str| {
        let mut out = String::new();
        xml::between_tags(&mut out, text);
        out
    };
    let (title, author, language) = (text(&about.title), text(&about.author), text(&about.language));
    let day = format!(
        "{:04}-{:02}-{:02}T00:00:00+07:00",
        about.day.year(),
        about.day.month(),
        about.day.day()
    );
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
         <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         <xmp:CreatorTool>vanbia</xmp:CreatorTool><xmp:CreateDate>{day}</xmp:CreateDate>\
         <xmp:ModifyDate>{day}</xmp:ModifyDate><pdf:Producer>{producer}</pdf:Producer>\
         <pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

/// A number of sixteen bits before and behind the point.
fn fixed(value: f64) -> [u8; 4] {
    ((value * 65536.0).round() as i32).to_be_bytes()
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    tag.extend(values.iter().flat_map(|value| fixed(*value)));
    tag
}

/// A plain text tag.
fn text(words: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend(words.bytes());
    tag.push(0);
    tag
}

/// The name of the profile, in the form of version 2.
fn name(words: &str) -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend((words.len() as u32 + 1).to_be_bytes());
    tag.extend(words.bytes());
    tag.resize(tag.len() + 1 + 4 + 4 + 2 + 1 + 67, 0);
    tag
}

/// The curve of sRGB in 1,024 steps (IEC 61966-2-1).
fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(1024_u32.to_be_bytes());
    for i in 0..1024 {
        let value = f64::from(i) / 1023.0;
        let linear = if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        };
        tag.extend(((linear * 65535.0).round() as u16).to_be_bytes());
    }
    tag
}

/// The profile of sRGB: primaries adapted to D50, one curve for the three.
pub(super) fn srgb() -> Vec<u8> {
    let curve = curve();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", name("sRGB")),
        (b"cprt", text("No rights reserved")),
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"rXYZ", xyz([0.4361, 0.2225, 0.0139])),
        (b"gXYZ", xyz([0.3851, 0.7169, 0.0971])),
        (b"bXYZ", xyz([0.1431, 0.0606, 0.7139])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut list = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    let mut shared = 0;
    for (tag, bytes) in &tags {
        // The three curves are one.
        let is_shared = matches!(*tag, b"gTRC" | b"bTRC");
        let at = if is_shared { shared } else { start + data.len() };
        list.extend(*tag);
        list.extend((at as u32).to_be_bytes());
        list.extend((bytes.len() as u32).to_be_bytes());
        if !is_shared {
            shared = at;
            data.extend(bytes);
            data.resize(data.len().next_multiple_of(4), 0);
        }
    }
    let mut profile = Vec::with_capacity(start + data.len());
    profile.extend(((start + data.len()) as u32).to_be_bytes());
    profile.extend([0; 4]);
    profile.extend([2, 0x10, 0, 0]);
    profile.extend(b"mntrRGB XYZ ");
    // A fixed day: the profile never changes.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        profile.extend(part.to_be_bytes());
    }
    profile.extend(b"acsp");
    profile.resize(68, 0);
    for value in [0.9642, 1.0, 0.8249] {
        profile.extend(fixed(value));
    }
    profile.resize(128, 0);
    profile.extend(list);
    profile.extend(data);
    profile
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_has_the_length_that_it_says_and_every_tag_lies_inside() {
        let profile = srgb();
        let word = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(word(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        for i in 0..word(128) {
            let (at, length) = (word(136 + 12 * i), word(140 + 12 * i));
            assert!(at >= 128 && at + length <= profile.len());
            let wanted: &[u8] = match i {
                0 => b"desc",
                1 => b"text",
                2..=5 => b"XYZ ",
                _ => b"curv",
            };
            assert_eq!(&profile[at..at + 4], wanted);
        }
    }
}
