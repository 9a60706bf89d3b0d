//! The two facts in a camera's notes that matter here: which way is up, and whether they tell where.
//!
//! Entry point: [`read`]. Invariant: reads the first directory only, never follows a chain, and answers "nothing
//! known" to whatever it cannot read; a damaged note never refuses a picture.

/// What the camera noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exif {
    /// TIFF orientation, 1–8 (EXIF 2.32 §4.6.4, tag 0x0112).
    pub(super) orientation: u8,
    /// There is a GPS directory with at least one entry (tag 0x8825).
    pub(super) has_location: bool,
}

impl Default for Exif {
    fn default() -> Self {
        Self {
            orientation: 1,
            has_location: false,
        }
    }
}

const ORIENTATION: u16 = 0x0112;
const GPS: u16 = 0x8825;
/// A first directory has a dozen entries; more than this is damage.
const MAX_ENTRIES: u16 = 500;

/// Reads a TIFF block (the part after `Exif\0\0`).
pub(super) fn read(tiff: &[u8]) -> Exif {
    let mut found = Exif::default();
    let little = match tiff.get(..4) {
        Some([b'I', b'I', 42, 0]) => true,
        Some([b'M', b'M', 0, 42]) => false,
        _ => return found,
    };
    let block = Block { tiff, little };
    let Some(start) = block.long(4) else { return found };
    let Some(count) = block.short(start as usize) else {
        return found;
    };
    for i in 0..count.min(MAX_ENTRIES) {
        let entry = start as usize + 2 + usize::from(i) * 12;
        match block.short(entry) {
            Some(ORIENTATION) => {
                // A SHORT stands left-justified in the four value bytes.
                if let Some(value @ 1..=8) = block.short(entry + 8) {
                    found.orientation = value as u8;
                }
            }
            Some(GPS) => {
                let entries = block.long(entry + 8).and_then(|at| block.short(at as usize));
                found.has_location = entries.is_some_and(|n| n > 0);
            }
            Some(_) => {}
            None => break,
        }
    }
    found
}

struct Block<'a> {
    tiff: &'a [u8],
    little: bool,
}

impl Block<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let bytes = self.tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = self.tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_byte_orders() {
        let little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0";
        assert_eq!(read(little).orientation, 6);
        assert_eq!(read(big).orientation, 8);
    }

    #[test]
    fn damage_means_nothing_known() {
        for bytes in [
            &b""[..],
            b"II*\0",
            b"II*\0\xff\xff\xff\xff",
            b"II*\0\x08\0\0\0\xff\xff\x12\x01",
        ] {
            assert_eq!(read(bytes), Exif::default(), "{bytes:?}");
        }
    }
}
