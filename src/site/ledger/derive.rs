//! Works out new codes from keys.
//!
//! Entry point: [`derive()`]. Invariant: the same key and the same codes taken give the same code on every computer, so
//! that two laptops that add the same entry agree. Changing anything here changes codes of the future only.

use crate::qr::check_digit::check_digit;

/// The digits before the check digit for a ledger of `rows` rows: five, and one more for each power of ten from
/// 30,000 rows on, so that at most a third of the numbers is taken and guessing one stays unlikely to hit.
fn digits(rows: usize) -> u32 {
    let mut digits = 5;
    let mut limit = 30_000;
    while rows >= limit && digits < 16 {
        digits += 1;
        limit *= 10;
    }
    digits
}

/// The code of a new key, with its check digit.
///
/// BLAKE3 of `vanbia-code-1`, NUL and the key; the first eight bytes, big-endian, give the place among the numbers of
/// that many digits; from there on the first one that is not taken.
pub(super) fn derive(key: &str, rows: usize, taken: impl Fn(u64) -> bool) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"vanbia-code-1\0");
    hasher.update(key.as_bytes());
    let hash = hasher.finalize();
    let start = hash
        .as_bytes()
        .iter()
        .take(8)
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    let low = 10u64.pow(digits(rows) - 1);
    let span = 9 * low;
    let home = start % span;
    (0..span)
        .map(|step| with_check_digit(low + (home + step) % span))
        .find(|code| !taken(*code))
        .expect("there are at least three times as many numbers as rows")
}

fn with_check_digit(number: u64) -> u64 {
    let last = check_digit(&number.to_string()).and_then(|digit| digit.to_digit(10));
    number * 10 + u64::from(last.expect("a number is made of digits"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_known_keys_stay_as_they_are() {
        let code = |key: &str| derive(key, 0, |_| false);
        // Printed signs rest on these. They were worked out by a second program.
        assert_eq!(code("relics/chua-bo-da"), 542_514);
        assert_eq!(code("relics/chua-bo-da#vuon-thap"), 388_040);
        assert_eq!(derive("relics/chua-bo-da", 30_000, |_| false), 6_842_518);
    }

    #[test]
    fn a_taken_number_gives_way_to_the_next_and_the_last_to_the_first() {
        let home = derive("relics/a", 0, |_| false);
        let next = derive("relics/a", 0, |code| code == home);
        assert_eq!(next / 10, home / 10 + 1);
        let first = derive("relics/a", 0, |code| code >= home);
        assert_eq!(first / 10, 10_000);
    }

    #[test]
    fn grows_by_a_digit_with_the_ledger() {
        let length = |rows| derive("relics/a", rows, |_| false).to_string().len();
        assert_eq!(
            [length(0), length(29_999), length(30_000), length(300_000)],
            [6, 6, 7, 8]
        );
    }
}
