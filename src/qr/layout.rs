//! What depends on the version alone: fixed patterns, the way of the codewords, the eight masks.
//!
//! Entry point: [`layout`]. Invariant: made once per version and never changed (ISO/IEC 18004, 6.3, 7.7 and 7.8).

use super::transpose::transpose;
use super::{MAX_VERSION, Rows};
use std::sync::OnceLock;

/// Centers of the alignment patterns by version.
const ALIGNMENT: [&[usize]; MAX_VERSION as usize + 1] = [
    &[],
    &[],
    &[6, 18],
    &[6, 22],
    &[6, 26],
    &[6, 30],
    &[6, 34],
    &[6, 22, 38],
    &[6, 24, 42],
    &[6, 26, 46],
    &[6, 28, 50],
    &[6, 30, 54],
];

/// The fixed part of all symbols of one version.
pub(super) struct Layout {
    /// Modules per side.
    pub size: usize,
    /// Dark modules of the fixed patterns; format bits are still light.
    pub fixed: Rows,
    /// Where the bits of the codewords go, in order, as `y << 6 | x`.
    pub path: Vec<u16>,
    /// The data modules that each mask inverts.
    pub masks: [Rows; 8],
    /// The same by columns.
    pub across: [Rows; 8],
}

/// The layout of a version from 1 to [`MAX_VERSION`].
pub(super) fn layout(version: u8) -> &'static Layout {
    static LAYOUTS: [OnceLock<Layout>; MAX_VERSION as usize + 1] =
        [const { OnceLock::new() }; MAX_VERSION as usize + 1];
    LAYOUTS[usize::from(version)].get_or_init(|| make(version))
}

/// Modules that are spoken for, and which of them are dark.
struct Patterns {
    size: usize,
    taken: Rows,
    dark: Rows,
}

impl Patterns {
    fn put(&mut self, x: usize, y: usize, dark: bool) {
        self.taken[y] |= 1 << x;
        let bit = 1 << x;
        self.dark[y] = if dark { self.dark[y] | bit } else { self.dark[y] & !bit };
    }

    /// Concentric squares around a center; `dark` tells the color by the distance. What lies outside is left out.
    fn squares(&mut self, center: (usize, usize), radius: usize, dark: impl Fn(usize) -> bool) {
        for y in center.1.saturating_sub(radius)..=(center.1 + radius).min(self.size - 1) {
            for x in center.0.saturating_sub(radius)..=(center.0 + radius).min(self.size - 1) {
                let distance = center.0.abs_diff(x).max(center.1.abs_diff(y));
                self.put(x, y, dark(distance));
            }
        }
    }

    fn timing(&mut self) {
        for at in 0..self.size {
            self.put(at, 6, at % 2 == 0);
            self.put(6, at, at % 2 == 0);
        }
    }

    /// Finder patterns with their separators.
    fn finders(&mut self) {
        let far = self.size - 4;
        for center in [(3, 3), (far, 3), (3, far)] {
            self.squares(center, 4, |distance| distance != 2 && distance != 4);
        }
    }

    fn alignment(&mut self, version: u8) {
        let centers = ALIGNMENT[usize::from(version)];
        let Some(&last) = centers.last() else { return };
        for &y in centers {
            for &x in centers {
                // These three corners belong to the finder patterns.
                if ![(6, 6), (6, last), (last, 6)].contains(&(x, y)) {
                    self.squares((x, y), 2, |distance| distance != 1);
                }
            }
        }
    }

    /// Room for the format bits, and the module that is always dark.
    fn format(&mut self) {
        for at in (0..9).filter(|&at| at != 6) {
            self.put(at, 8, false);
            self.put(8, at, false);
        }
        for at in self.size - 8..self.size {
            self.put(at, 8, false);
            self.put(8, at, false);
        }
        self.put(8, self.size - 8, true);
    }

    /// The version number with its BCH code, from version 7 on.
    fn version(&mut self, version: u8) {
        if version < 7 {
            return;
        }
        let number = u32::from(version);
        let rest = (0..12).fold(number, |rest, _| (rest << 1) ^ ((rest >> 11) * 0x1F25));
        let bits = number << 12 | rest;
        for i in 0..18 {
            let (far, near) = (self.size - 11 + i % 3, i / 3);
            let dark = bits >> i & 1 == 1;
            self.put(far, near, dark);
            self.put(near, far, dark);
        }
    }

    /// Pairs of columns from the right, up and down in turn; the column of the timing pattern is stepped over.
    fn path(&self) -> Vec<u16> {
        let mut path = Vec::new();
        let rights = (0..self.size)
            .rev()
            .filter(|&x| if x > 6 { x % 2 == 0 } else { x % 2 == 1 });
        for (turn, right) in rights.enumerate() {
            for step in 0..self.size {
                let y = if turn % 2 == 0 { self.size - 1 - step } else { step };
                for x in [right, right - 1] {
                    if self.taken[y] >> x & 1 == 0 {
                        path.push((y << 6 | x) as u16);
                    }
                }
            }
        }
        path
    }
}

fn make(version: u8) -> Layout {
    let size = 17 + 4 * usize::from(version);
    let mut patterns = Patterns {
        size,
        taken: [0; 64],
        dark: [0; 64],
    };
    patterns.timing();
    patterns.finders();
    patterns.alignment(version);
    patterns.format();
    patterns.version(version);
    let path = patterns.path();
    let mut masks = [[0u64; 64]; 8];
    for &at in &path {
        let (x, y) = (usize::from(at & 63), usize::from(at >> 6));
        for (mask, rows) in masks.iter_mut().enumerate() {
            if inverts(mask, x, y) {
                rows[y] |= 1 << x;
            }
        }
    }
    Layout {
        size,
        fixed: patterns.dark,
        path,
        across: masks.each_ref().map(transpose),
        masks,
    }
}

/// The conditions of the standard's table of masks, by their binary reference.
fn inverts(mask: usize, x: usize, y: usize) -> bool {
    let product = x * y;
    let left = match mask {
        0 => (x + y) % 2,
        1 => y % 2,
        2 => x % 3,
        3 => (x + y) % 3,
        4 => (y / 2 + x / 3) % 2,
        5 => product % 2 + product % 3,
        6 => (product % 2 + product % 3) % 2,
        _ => ((x + y) % 2 + product % 3) % 2,
    };
    left == 0
}
