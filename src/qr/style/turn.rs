//! Sine and cosine that are the same on every machine.
//!
//! Entry point: [`turn`]. Invariant: only additions and multiplications, whose results are fixed by IEEE 754; the
//! standard library's functions may differ in the last digit from one platform to another.

use std::f64::consts::FRAC_PI_2;

/// Cosine and sine of a share of a whole turn.
pub(crate) fn turn(share: f64) -> (f64, f64) {
    let quarters = (share - share.floor()) * 4.0;
    let whole = quarters.floor();
    let angle = (quarters - whole) * FRAC_PI_2;
    let (cos, sin) = (series(angle, 0), series(angle, 1));
    match whole as u8 % 4 {
        0 => (cos, sin),
        1 => (-sin, cos),
        2 => (-cos, -sin),
        _ => (sin, -cos),
    }
}

/// The Taylor series of cosine (from the power 0) or sine (from 1) up to a right angle.
fn series(angle: f64, first: u32) -> f64 {
    let square = angle * angle;
    let mut term = if first == 0 { 1.0 } else { angle };
    let mut sum = term;
    let mut power = f64::from(first);
    for _ in 0..10 {
        term *= -square / ((power + 1.0) * (power + 2.0));
        power += 2.0;
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_the_usual_functions() {
        for step in -400..800 {
            let share = f64::from(step) / 397.0;
            let angle = share * std::f64::consts::TAU;
            let (cos, sin) = turn(share);
            assert!(
                (cos - angle.cos()).abs() < 1e-12 && (sin - angle.sin()).abs() < 1e-12,
                "{share}"
            );
        }
    }
}
