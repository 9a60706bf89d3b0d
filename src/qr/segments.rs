//! Cuts a payload into numeric, alphanumeric and byte segments so that the bits are as few as possible.
//!
//! Entry point: [`segments`]. Invariant: the segments cover the payload in order without gaps, and no other choice of
//! the three modes is shorter. Kanji mode is never used: readers show UTF-8 text that was packed so as other letters.

use qrcode::optimize::Segment;
use qrcode::types::Mode;

/// The modes in the order of the tables below.
const MODES: [Mode; 3] = [Mode::Numeric, Mode::Alphanumeric, Mode::Byte];

/// Costs are counted in sixths of a bit, because three digits take ten bits and two alphanumeric characters eleven.
const SIXTHS: u32 = 6;

/// The cost of what cannot be done; half of the range, so that adding to it does not overflow.
const NEVER: u32 = u32::MAX / 2;

/// Bits of the character count per mode, which grow at version 10.
fn count_bits(version: u8) -> [u32; 3] {
    if version < 10 { [10, 9, 8] } else { [12, 11, 16] }
}

/// What one more character costs in each mode.
fn character_cost(byte: u8) -> [u32; 3] {
    let numeric = if byte.is_ascii_digit() { 20 } else { NEVER };
    let alphanumeric = match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b' ' | b'$' | b'%' | b'*' | b'+' | b'-' | b'.' | b'/' | b':' => 33,
        _ => NEVER,
    };
    [numeric, alphanumeric, 48]
}

/// The best segments for symbols of this version and of its neighbors with equal count widths (1–9, 10–26).
pub(super) fn segments(data: &[u8], version: u8) -> Vec<Segment> {
    if data.is_empty() {
        return Vec::new();
    }
    let head = count_bits(version).map(|bits| (4 + bits) * SIXTHS);
    // came_from[i][m]: the mode of character i - 1 on the cheapest way that has character i in mode m.
    let mut came_from: Vec<[u8; 3]> = Vec::with_capacity(data.len());
    let mut cost = [NEVER; 3];
    for (at, &byte) in data.iter().enumerate() {
        let step = character_cost(byte);
        let mut next = [NEVER; 3];
        let mut from = [0, 1, 2];
        for mode in 0..3 {
            if step[mode] == NEVER {
                continue;
            }
            if at == 0 {
                next[mode] = head[mode] + step[mode];
                continue;
            }
            for before in 0..3 {
                let base = if before == mode {
                    cost[mode]
                } else {
                    whole_bits(cost[before]) + head[mode]
                };
                if base < NEVER && base + step[mode] < next[mode] {
                    next[mode] = base + step[mode];
                    from[mode] = before as u8;
                }
            }
        }
        came_from.push(from);
        cost = next;
    }
    let last = (0..3).min_by_key(|&mode| whole_bits(cost[mode])).unwrap_or(2);
    walk_back(&came_from, last)
}

/// A segment ends on a whole bit.
fn whole_bits(cost: u32) -> u32 {
    if cost >= NEVER {
        cost
    } else {
        cost.div_ceil(SIXTHS) * SIXTHS
    }
}

fn walk_back(came_from: &[[u8; 3]], last: usize) -> Vec<Segment> {
    let mut out = Vec::new();
    let (mut mode, mut end) = (last, came_from.len());
    for at in (0..came_from.len()).rev() {
        let before = usize::from(came_from[at][mode]);
        if before != mode || at == 0 {
            out.push(Segment {
                mode: MODES[mode],
                begin: at,
                end,
            });
            end = at;
            mode = before;
        }
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::tests::Dice;
    use qrcode::optimize::{Parser, total_encoded_len};
    use qrcode::types::Version;

    fn modes(text: &str) -> Vec<(Mode, usize)> {
        segments(text.as_bytes(), 1)
            .iter()
            .map(|s| (s.mode, s.end - s.begin))
            .collect()
    }

    #[test]
    fn a_printed_code_is_one_byte_and_one_alphanumeric_segment() {
        assert_eq!(
            modes("https://DISAN.EXAMPLE/735195/"),
            [(Mode::Byte, 5), (Mode::Alphanumeric, 24)]
        );
        assert_eq!(modes("12345678901234567890"), [(Mode::Numeric, 20)]);
        assert_eq!(modes(""), []);
    }

    /// The shortest of all assignments of modes to characters, by trying every one.
    fn shortest_by_trying(data: &[u8], version: u8) -> usize {
        let mut best = usize::MAX;
        for choice in 0..3usize.pow(data.len() as u32) {
            let picked = |at: usize| choice / 3usize.pow(at as u32) % 3;
            if (0..data.len()).any(|at| character_cost(data[at])[picked(at)] == NEVER) {
                continue;
            }
            let mut cut = Vec::<Segment>::new();
            for at in 0..data.len() {
                match cut.last_mut() {
                    Some(open) if open.mode == MODES[picked(at)] => open.end = at + 1,
                    _ => cut.push(Segment {
                        mode: MODES[picked(at)],
                        begin: at,
                        end: at + 1,
                    }),
                }
            }
            best = best.min(total_encoded_len(&cut, Version::Normal(version.into())));
        }
        best
    }

    #[test]
    fn no_choice_of_modes_is_shorter() {
        let mut dice = Dice(11);
        for _ in 0..150 {
            let data = dice.payload(8);
            for version in [1, 10] {
                let own = total_encoded_len(&segments(&data, version), Version::Normal(version.into()));
                assert_eq!(own, shortest_by_trying(&data, version), "{data:?}");
            }
        }
    }

    #[test]
    fn never_longer_than_the_greedy_choice_of_the_crate_and_without_gaps() {
        let mut dice = Dice(7);
        let mut shorter = 0;
        for _ in 0..5000 {
            let length = 1 + dice.below(60);
            let data = dice.payload(length);
            for version in [1, 10] {
                let symbol = Version::Normal(version.into());
                let cut = segments(&data, version);
                let greedy: Vec<_> = Parser::new(&data).optimize(symbol).collect();
                let (own, theirs) = (total_encoded_len(&cut, symbol), total_encoded_len(&greedy, symbol));
                assert!(own <= theirs, "{data:?}");
                shorter += usize::from(own < theirs);
                assert_eq!((cut[0].begin, cut[cut.len() - 1].end), (0, data.len()));
                assert!(cut.windows(2).all(|pair| pair[0].end == pair[1].begin));
            }
        }
        assert!(shorter > 100, "the comparison must be able to tell them apart");
    }
}
