//! The lunar calendar against days that are known, and against its own rules.

use super::*;

/// Day, month, year; leap; solar day. The first eleven are New Year's days, the others were in the press or are the
/// traps of other calendars (leap month 11 of 2033).
const KNOWN: [([i32; 3], bool, &str); 25] = [
    ([1, 1, 1968], false, "1968-01-29"),
    ([1, 1, 1985], false, "1985-01-21"),
    ([1, 1, 2007], false, "2007-02-17"),
    ([1, 1, 2023], false, "2023-01-22"),
    ([1, 1, 2024], false, "2024-02-10"),
    ([1, 1, 2025], false, "2025-01-29"),
    ([1, 1, 2026], false, "2026-02-17"),
    ([1, 1, 2027], false, "2027-02-06"),
    ([1, 1, 2028], false, "2028-01-26"),
    ([1, 1, 2029], false, "2029-02-13"),
    ([1, 1, 2030], false, "2030-02-02"),
    ([12, 2, 2016], false, "2016-03-20"),
    ([3, 1, 2026], false, "2026-02-19"),
    ([20, 1, 2026], false, "2026-03-08"),
    ([22, 1, 2026], false, "2026-03-10"),
    ([6, 1, 2026], false, "2026-02-22"),
    ([6, 1, 2025], false, "2025-02-03"),
    ([6, 1, 2024], false, "2024-02-15"),
    ([14, 1, 2024], false, "2024-02-23"),
    ([2, 2, 2023], true, "2023-03-23"),
    ([1, 6, 2025], true, "2025-07-25"),
    ([1, 11, 2033], true, "2033-12-22"),
    ([10, 3, 2025], false, "2025-04-07"),
    ([15, 8, 2025], false, "2025-10-06"),
    ([14, 2, 2027], false, "2027-03-21"),
];

fn lunar(day: u8, month: u8, leap: bool, year: i32) -> LunarDate {
    LunarDate { year, month, leap, day }
}

#[test]
fn known_days_are_met() {
    for ([day, month, year], leap, solar) in KNOWN {
        let found = to_solar(lunar(day as u8, month as u8, leap, year)).unwrap();
        assert_eq!(found.to_string(), solar, "{day}/{month}/{year}");
    }
}

#[test]
fn leap_months_are_those_of_printed_calendars() {
    let found: Vec<_> = (2020..=2034).filter_map(|y| leap_month(y).map(|m| (y, m))).collect();
    assert_eq!(
        found,
        [(2020, 4), (2023, 2), (2025, 6), (2028, 5), (2031, 3), (2033, 11)]
    );
}

#[test]
fn days_that_do_not_exist_are_refused() {
    assert_eq!(
        to_solar(lunar(1, 5, true, 2026)),
        Err(LunarProblem::NoSuchLeapMonth(None))
    );
    assert_eq!(
        to_solar(lunar(1, 5, true, 2025)),
        Err(LunarProblem::NoSuchLeapMonth(Some(6)))
    );
    assert_eq!(to_solar(lunar(1, 1, false, 1967)), Err(LunarProblem::YearOutOfRange));
    assert_eq!(to_solar(lunar(1, 1, false, 2071)), Err(LunarProblem::YearOutOfRange));
    assert_eq!(to_solar(lunar(1, 13, false, 2026)), Err(LunarProblem::NoSuchMonth));
    assert!(to_solar(lunar(0, 1, false, 2026)).is_err() && to_solar(lunar(31, 1, false, 2026)).is_err());
    let short = (1..=12)
        .find(|m| month_length(lunar(1, *m, false, 2026)) == Ok(29))
        .unwrap();
    assert_eq!(
        to_solar(lunar(30, short, false, 2026)),
        Err(LunarProblem::NoSuchDay { longest: 29 })
    );
}

/// Every month follows the one before without a gap, over the whole range.
#[test]
fn months_follow_each_other_through_all_years() {
    let mut next = to_solar(lunar(1, 1, false, FIRST_YEAR)).unwrap();
    for year in FIRST_YEAR..=LAST_YEAR {
        let doubled = leap_month(year);
        for number in 1..=12 {
            for leap in [false, true] {
                if leap && doubled != Some(number) {
                    continue;
                }
                let first = lunar(1, number, leap, year);
                assert_eq!(to_solar(first), Ok(next), "{first:?}");
                let length = month_length(first).unwrap();
                assert!(length == 29 || length == 30);
                next = next.add_days(i64::from(length));
            }
        }
    }
}

/// Machines may differ in the last digit of a sine, some billionths of a second here. That cannot move a month: only one
/// new moon is within 30 seconds of midnight (where the method itself may be wrong by that much), and no sun within a
/// millionth of a degree of the border of a sign at a month's first midnight.
#[test]
fn no_month_hangs_on_the_last_digits_of_a_sine() {
    let moons = -400..=880;
    let mut close = Vec::new();
    for moon in moons {
        let time = local(new_moon(moon));
        let seconds = (time - time.round()).abs() * 86_400.0;
        if seconds < 30.0 {
            close.push((Date::from_julian(time.round() as i64).to_string(), seconds as u32));
        }
        let midnight = first_day(moon) as f64 - 0.5 - ZONE;
        let degrees = sun_longitude(midnight).rem_euclid(30.0);
        assert!(degrees.min(30.0 - degrees) > 1e-6, "moon {moon}");
    }
    assert_eq!(close, [("2054-05-08".to_string(), 22)]);
}
