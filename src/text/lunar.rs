//! The Vietnamese lunar calendar, reckoned for UTC+7.
//!
//! Entry point: [`to_solar`]. Invariant: months begin on the local day of the new moon, month 11 holds the winter
//! solstice, and of 13 months between two solstices the first without a principal term is the leap month. From Jean
//! Meeus, *Astronomical Algorithms* (2nd edition): chapter 49 for the new moons, 25 for the sun; the difference between
//! clock and dynamical time from the polynomials of Espenak and Meeus. No tables. Chinese calendars (UTC+8) give other
//! days in some years: Tết of 1985, 2007, 2030, 2053. North and South differed before 1968, so the range begins there.

use super::date::Date;

/// The first lunar year that can be asked for.
pub const FIRST_YEAR: i32 = 1968;
/// The last lunar year that can be asked for.
pub const LAST_YEAR: i32 = 2070;

/// A day of the lunar calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDate {
    /// Lunar year, by the solar year in which it begins.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// The second month of that number in a leap year.
    pub leap: bool,
    /// Day, 1 to 30.
    pub day: u8,
}

/// Why there is no such lunar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LunarProblem {
    /// Before 1968 or after 2070.
    YearOutOfRange,
    /// Not 1 to 12.
    NoSuchMonth,
    /// That month is not doubled in that year; the leap month that the year has, if any.
    NoSuchLeapMonth(Option<u8>),
    /// The month has only this many days.
    NoSuchDay {
        /// 29 or 30.
        longest: u8,
    },
}

/// The solar day of a lunar day.
pub fn to_solar(lunar: LunarDate) -> Result<Date, LunarProblem> {
    let (start, length) = month(lunar)?;
    if !(1..=length).contains(&lunar.day) {
        return Err(LunarProblem::NoSuchDay { longest: length });
    }
    Ok(Date::from_julian(start + i64::from(lunar.day) - 1))
}

/// How many days the month of a lunar date has: 29 or 30. The day of the date does not matter.
pub fn month_length(lunar: LunarDate) -> Result<u8, LunarProblem> {
    month(lunar).map(|(_, length)| length)
}

/// The month that is doubled in a lunar year, if any.
pub fn leap_month(year: i32) -> Option<u8> {
    // The year's months 1–10 lie before its own solstice month, 11 and 12 behind it.
    let early = between_solstices(year).into_iter().filter(|month| month.number <= 10);
    let late = between_solstices(year + 1)
        .into_iter()
        .filter(|month| month.number > 10);
    early.chain(late).find(|month| month.leap).map(|month| month.number)
}

/// First day (Julian day number) and length of the month of a lunar date.
fn month(lunar: LunarDate) -> Result<(i64, u8), LunarProblem> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&lunar.year) {
        return Err(LunarProblem::YearOutOfRange);
    }
    if !(1..=12).contains(&lunar.month) {
        return Err(LunarProblem::NoSuchMonth);
    }
    let solstice_year = if lunar.month <= 10 { lunar.year } else { lunar.year + 1 };
    let found = between_solstices(solstice_year)
        .into_iter()
        .find(|month| month.number == lunar.month && month.leap == lunar.leap)
        .ok_or_else(|| LunarProblem::NoSuchLeapMonth(leap_month(lunar.year)))?;
    let start = first_day(found.moon);
    Ok((start, (first_day(found.moon + 1) - start) as u8))
}

/// A month: the count of its new moon since 6 January 2000, and its name.
struct Month {
    moon: i32,
    number: u8,
    leap: bool,
}

/// The months from month 11 of the year before up to, without, month 11 of this solar year.
fn between_solstices(year: i32) -> Vec<Month> {
    let (from, to) = (solstice_moon(year - 1), solstice_moon(year));
    let doubled = (to - from == 13)
        .then(|| (from + 1..to).find(|moon| sign_at_start(*moon) == sign_at_start(*moon + 1)))
        .flatten();
    let mut number = 10;
    (from..to)
        .map(|moon| {
            let leap = Some(moon) == doubled;
            if !leap {
                number = number % 12 + 1;
            }
            Month { moon, number, leap }
        })
        .collect()
}

/// The new moon that begins month 11 of a solar year: the last one whose month begins before the sun enters the tenth
/// sign, at the winter solstice.
fn solstice_moon(year: i32) -> i32 {
    let moons_since_2000 = f64::from(year - 2000) * 12.3685;
    // Month 11 begins between 22 November and 22 December, the twelfth or thirteenth new moon of the year.
    let mut moon = moons_since_2000.floor() as i32 + 13;
    while year_of(moon) > year || sign_at_start(moon) >= 9 && year_of(moon) == year {
        moon -= 1;
    }
    moon
}

fn year_of(moon: i32) -> i32 {
    Date::from_julian(first_day(moon)).year()
}

/// Vietnam's clocks are seven hours ahead of universal time.
const ZONE: f64 = 7.0 / 24.0;

/// The local day (Julian day number) on which a new moon falls.
fn first_day(moon: i32) -> i64 {
    local(new_moon(moon)).floor() as i64
}

/// Local time in days, midnight at whole numbers; `floor` is the Julian day number of that day.
fn local(universal: f64) -> f64 {
    universal + 0.5 + ZONE
}

/// Which twelfth of the sun's way (30° each, 0 from the March equinox) begins or runs at the first local midnight of a
/// month. Two months in a row with the same answer: the first one holds no principal term.
fn sign_at_start(moon: i32) -> u8 {
    let midnight = first_day(moon) as f64 - 0.5 - ZONE;
    (sun_longitude(midnight) / 30.0).floor() as u8
}

/// The apparent longitude of the sun in degrees (Meeus, chapter 25, low accuracy: 0.01°).
fn sun_longitude(universal: f64) -> f64 {
    let t = (universal + clock_lag(universal) - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
    let anomaly = (357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t).to_radians();
    let center = (1.914_602 - 0.004_817 * t - 0.000_014 * t * t) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_289 * (3.0 * anomaly).sin();
    let node = (125.04 - 1_934.136 * t).to_radians();
    (mean + center - 0.005_69 - 0.004_78 * node.sin()).rem_euclid(360.0)
}

/// How far dynamical time is ahead of universal time, in days (Espenak and Meeus).
fn clock_lag(julian: f64) -> f64 {
    let year = 2000.0 + (julian - 2_451_545.0) / 365.25;
    let seconds = if year < 1986.0 {
        let t = year - 1975.0;
        45.45 + 1.067 * t - t * t / 260.0 - t * t * t / 718.0
    } else if year < 2005.0 {
        polynomial(
            year - 2000.0,
            &[63.86, 0.3345, -0.060_374, 0.001_727_5, 0.000_651_814, 0.000_023_735_99],
        )
    } else if year < 2050.0 {
        polynomial(year - 2000.0, &[62.92, 0.322_17, 0.005_589])
    } else {
        let centuries = (year - 1820.0) / 100.0;
        -20.0 + 32.0 * centuries * centuries - 0.5628 * (2150.0 - year)
    };
    seconds / 86_400.0
}

fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// The instant of a new moon, as a Julian day in universal time (Meeus, chapter 49). `moon` counts from the first new
/// moon of 2000.
fn new_moon(moon: i32) -> f64 {
    let k = f64::from(moon);
    let t = k / 1236.85;
    let mean =
        2_451_550.097_66 + 29.530_588_861 * k + polynomial(t, &[0.0, 0.0, 0.000_154_37, -0.000_000_150, 7.3e-10]);
    let dynamical = mean + periodic(k, t) + planetary(k, t);
    dynamical - clock_lag(dynamical)
}

/// One periodic term: days, power of the eccentricity, then multiples of the sun's anomaly, of the moon's anomaly, of
/// the moon's argument of latitude and of the longitude of the node.
type Term = (f64, i32, [f64; 4]);

/// Meeus, chapter 49, the terms for new moons.
const PERIODIC: [Term; 25] = [
    (-0.407_20, 0, [0.0, 1.0, 0.0, 0.0]),
    (0.172_41, 1, [1.0, 0.0, 0.0, 0.0]),
    (0.016_08, 0, [0.0, 2.0, 0.0, 0.0]),
    (0.010_39, 0, [0.0, 0.0, 2.0, 0.0]),
    (0.007_39, 1, [-1.0, 1.0, 0.0, 0.0]),
    (-0.005_14, 1, [1.0, 1.0, 0.0, 0.0]),
    (0.002_08, 2, [2.0, 0.0, 0.0, 0.0]),
    (-0.001_11, 0, [0.0, 1.0, -2.0, 0.0]),
    (-0.000_57, 0, [0.0, 1.0, 2.0, 0.0]),
    (0.000_56, 1, [1.0, 2.0, 0.0, 0.0]),
    (-0.000_42, 0, [0.0, 3.0, 0.0, 0.0]),
    (0.000_42, 1, [1.0, 0.0, 2.0, 0.0]),
    (0.000_38, 1, [1.0, 0.0, -2.0, 0.0]),
    (-0.000_24, 1, [-1.0, 2.0, 0.0, 0.0]),
    (-0.000_17, 0, [0.0, 0.0, 0.0, 1.0]),
    (-0.000_07, 0, [2.0, 1.0, 0.0, 0.0]),
    (0.000_04, 0, [0.0, 2.0, -2.0, 0.0]),
    (0.000_04, 0, [3.0, 0.0, 0.0, 0.0]),
    (0.000_03, 0, [1.0, 1.0, -2.0, 0.0]),
    (0.000_03, 0, [0.0, 2.0, 2.0, 0.0]),
    (-0.000_03, 0, [1.0, 1.0, 2.0, 0.0]),
    (0.000_03, 0, [-1.0, 1.0, 2.0, 0.0]),
    (-0.000_02, 0, [-1.0, 1.0, -2.0, 0.0]),
    (-0.000_02, 0, [1.0, 3.0, 0.0, 0.0]),
    (0.000_02, 0, [0.0, 4.0, 0.0, 0.0]),
];

fn periodic(k: f64, t: f64) -> f64 {
    let eccentricity = polynomial(t, &[1.0, -0.002_516, -0.000_007_4]);
    let angles = [
        2.5534 + 29.105_356_70 * k + polynomial(t, &[0.0, 0.0, -0.000_001_4, -0.000_000_11]),
        201.5643 + 385.816_935_28 * k + polynomial(t, &[0.0, 0.0, 0.010_758_2, 0.000_012_38, -0.000_000_058]),
        160.7108 + 390.670_502_84 * k + polynomial(t, &[0.0, 0.0, -0.001_611_8, -0.000_002_27, 0.000_000_011]),
        124.7746 - 1.563_755_88 * k + polynomial(t, &[0.0, 0.0, 0.002_067_2, 0.000_002_15]),
    ];
    PERIODIC
        .iter()
        .map(|(days, power, multiples)| {
            let degrees: f64 = multiples.iter().zip(angles).map(|(m, angle)| m * angle).sum();
            days * eccentricity.powi(*power) * degrees.to_radians().sin()
        })
        .sum()
}

/// Meeus, chapter 49, the additional terms A1 to A14: days, degrees, degrees per moon.
const PLANETARY: [(f64, f64, f64); 14] = [
    (0.000_325, 299.77, 0.107_408),
    (0.000_165, 251.88, 0.016_321),
    (0.000_164, 251.83, 26.651_886),
    (0.000_126, 349.42, 36.412_478),
    (0.000_110, 84.66, 18.206_239),
    (0.000_062, 141.74, 53.303_771),
    (0.000_060, 207.14, 2.453_732),
    (0.000_056, 154.84, 7.306_860),
    (0.000_047, 34.52, 27.261_239),
    (0.000_042, 207.19, 0.121_824),
    (0.000_040, 291.34, 1.844_379),
    (0.000_037, 161.72, 24.198_154),
    (0.000_035, 239.56, 25.513_099),
    (0.000_023, 331.55, 3.592_518),
];

fn planetary(k: f64, t: f64) -> f64 {
    let bend = -0.009_173 * t * t;
    PLANETARY
        .iter()
        .enumerate()
        .map(|(i, (days, start, speed))| {
            let degrees = start + speed * k + if i == 0 { bend } else { 0.0 };
            days * degrees.to_radians().sin()
        })
        .sum()
}

#[cfg(test)]
mod tests;
