//! The four penalty rules by which the mask is chosen, on whole rows at a time.
//!
//! Entry point: [`penalty`]. Invariant: ISO/IEC 18004, 7.8.3. Where the standard leaves room: the finder-like pattern
//! counts once for each side that has four light modules, beyond the edge counts as light, and the share of dark
//! modules counts in whole steps of five percent. Changing this changes printed symbols.

const RUN: u32 = 3;
const BLOCK: u32 = 3;
const FINDER: u32 = 40;
const SHARE: u32 = 10;

/// The sum of all four rules for the rows of a finished symbol and the same modules by columns.
pub(super) fn penalty(rows: &[u64], columns: &[u64]) -> u32 {
    lines(rows) + lines(columns) + blocks_and_share(rows)
}

/// Rules 1 and 3 along the rows.
fn lines(rows: &[u64]) -> u32 {
    let pairs = (1u64 << (rows.len() - 1)) - 1;
    let (mut runs, mut finders) = (0, 0);
    for &dark in rows {
        // A run of k ≥ 5 equal modules costs k - 2. It has k - 4 windows of five, so: its windows, plus 2 per run.
        let same = !(dark ^ dark >> 1) & pairs;
        let windows = same & same >> 1 & same >> 2 & same >> 3;
        runs += windows.count_ones() + (RUN - 1) * (windows & !(windows << 1)).count_ones();
        // 1011101 from bit i on, and four light modules on either side. Shifts bring in zeros: beyond the edge is light.
        let core = dark & !(dark >> 1) & dark >> 2 & dark >> 3 & dark >> 4 & !(dark >> 5) & dark >> 6;
        // Four rows of five have none.
        if core != 0 {
            let before = !(dark << 1 | dark << 2 | dark << 3 | dark << 4);
            let after = !(dark >> 7 | dark >> 8 | dark >> 9 | dark >> 10);
            finders += (core & before).count_ones() + (core & after).count_ones();
        }
    }
    runs + FINDER * finders
}

/// Rule 2, squares of two by two, and rule 4, the distance from half dark.
fn blocks_and_share(rows: &[u64]) -> u32 {
    let pairs = (1u64 << (rows.len() - 1)) - 1;
    let mut blocks = 0;
    for two in rows.windows(2) {
        let (upper, lower) = (two[0], two[1]);
        let equal = !(upper ^ lower) & !(upper ^ upper >> 1) & !(lower ^ lower >> 1);
        blocks += (equal & pairs).count_ones();
    }
    let dark: u32 = rows.iter().map(|row| row.count_ones()).sum();
    let all = (rows.len() * rows.len()) as u32;
    BLOCK * blocks + SHARE * ((dark * 20).abs_diff(all * 10) / all)
}

#[cfg(test)]
mod tests {
    use crate::qr::Rows;
    use crate::qr::tests::Dice;
    use crate::qr::transpose::transpose;

    fn penalty(rows: &Rows, size: usize) -> u32 {
        super::penalty(&rows[..size], &transpose(rows)[..size])
    }

    /// The rules as one reads them, module by module.
    fn slow(rows: &Rows, size: usize) -> u32 {
        let at = |x: i32, y: i32| {
            let inside = 0..size as i32;
            inside.contains(&x) && inside.contains(&y) && rows[y as usize] >> x & 1 == 1
        };
        let end = size as i32;
        let mut sum = 0;
        for upright in [false, true] {
            for line in 0..end {
                let module = |i: i32| if upright { at(line, i) } else { at(i, line) };
                let mut start = 0;
                while start < end {
                    let stop = (start..end).find(|&i| module(i) != module(start)).unwrap_or(end);
                    if stop - start >= 5 {
                        sum += (stop - start - 2) as u32;
                    }
                    start = stop;
                }
                for i in 0..=end - 7 {
                    let finder = [true, false, true, true, true, false, true];
                    if (0..7).all(|k| module(i + k) == finder[k as usize]) {
                        sum += 40 * u32::from((1..=4).all(|k| !module(i - k)));
                        sum += 40 * u32::from((7..=10).all(|k| !module(i + k)));
                    }
                }
            }
        }
        for y in 0..end - 1 {
            for x in 0..end - 1 {
                let color = at(x, y);
                sum += 3 * u32::from(at(x + 1, y) == color && at(x, y + 1) == color && at(x + 1, y + 1) == color);
            }
        }
        let dark = (0..end)
            .flat_map(|y| (0..end).map(move |x| (x, y)))
            .filter(|&(x, y)| at(x, y))
            .count();
        let percent = dark as f64 * 100.0 / (size * size) as f64;
        sum + 10 * ((percent - 50.0).abs() / 5.0) as u32
    }

    #[test]
    fn equals_the_rules_counted_module_by_module() {
        let mut dice = Dice(3);
        for version in 1..=11 {
            let size = 17 + 4 * version;
            for round in 0..40 {
                let mut rows = [0; 64];
                for row in &mut rows[..size] {
                    // Thinned, thickened and even rows, so that runs and finder-like patterns occur too.
                    let (a, b, c) = (dice.next(), dice.next(), dice.next());
                    *row = [a, a & b, a | b, a & b & c, 0x5D5D_5D5D_5D5D_5D5D & (a | b)][round % 5] & ((1 << size) - 1);
                }
                assert_eq!(
                    penalty(&rows, size),
                    slow(&rows, size),
                    "version {version} round {round}"
                );
            }
        }
    }

    #[test]
    fn a_finder_at_the_very_edge_counts_on_both_sides() {
        let mut rows = [0; 64];
        rows[0] = 0b101_1101 << 54;
        let mut without = [0; 64];
        without[0] = 0b110_0111 << 54;
        assert_eq!(penalty(&rows, 61), slow(&rows, 61));
        assert!(penalty(&rows, 61) > penalty(&without, 61));
    }
}
