//! Dates of content: whole ones, and those of which only the month or the year is known.
//!
//! Entry point: [`PartialDate::parse`], [`Date`]. Invariant: a date that exists is one of the calendar (Gregorian, also
//! for the time before 1582); day and month are never swapped; nothing here knows today.

use super::nfc;
use serde::{Serialize, Serializer};
use std::fmt;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// A day, a month or a year. One that says less sorts before all that it contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Not a date in any of the accepted forms.
    NotADate,
    /// The year has one or two digits: 1923 or 2023?
    ShortYear,
    /// A month above 12 or 0.
    NoSuchMonth(u32),
    /// The month stands first, as Americans write it; the date with the day first.
    MonthFirst(PartialDate),
    /// The month has fewer days.
    NoSuchDay {
        /// As written.
        day: u32,
        /// Month of the year.
        month: u8,
        /// Year.
        year: i32,
        /// How many days that month has.
        longest: u8,
    },
}

impl Date {
    /// A day of the calendar, or why it does not exist. Years are 1 to 9999.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateProblem> {
        if !(1..=9999).contains(&year) {
            return Err(DateProblem::NotADate);
        }
        let month = match u8::try_from(month) {
            Ok(known @ 1..=12) => known,
            _ => return Err(DateProblem::NoSuchMonth(month)),
        };
        let longest = days_in_month(year, month);
        match u8::try_from(day) {
            Ok(day) if (1..=longest).contains(&day) => Ok(Self { year, month, day }),
            _ => Err(DateProblem::NoSuchDay {
                day,
                month,
                year,
                longest,
            }),
        }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Reads `2026-11-21` and nothing else, as commands and environments give it.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let well_formed = text.len() == 10 && text.is_char_boundary(4) && text.as_bytes()[4] == b'-';
        PartialDate::parse(text).ok().filter(|_| well_formed)?.full()
    }

    /// The same day some months later; at the end of a shorter month its last day. A certificate of 36 months is valid
    /// until the day before.
    #[must_use]
    pub fn add_months(self, months: u32) -> Self {
        let total = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let year = (total / 12) as i32;
        let month = (total % 12) as u8 + 1;
        Self {
            year,
            month,
            day: self.day.min(days_in_month(year, month)),
        }
    }

    /// The day some days later, or earlier when negative.
    #[must_use]
    pub fn add_days(self, days: i64) -> Self {
        Self::from_julian(self.julian() + days)
    }

    /// Days from this day to another one; negative when the other one is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        other.julian() - self.julian()
    }

    /// The Julian day number of this day's noon (Meeus, chapter 7), the count that astronomy uses.
    pub fn julian(self) -> i64 {
        // Years begin in March, so that the leap day is the last one.
        let (year, month) = match self.month {
            1 | 2 => (i64::from(self.year) - 1, i64::from(self.month) + 9),
            _ => (i64::from(self.year), i64::from(self.month) - 3),
        };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leap_days + (153 * month + 2) / 5 + i64::from(self.day) + MARCH_OF_YEAR_0
    }

    /// The day of a Julian day number.
    pub fn from_julian(julian: i64) -> Self {
        let days = julian - MARCH_OF_YEAR_0 - 1;
        let cycle = days.div_euclid(DAYS_IN_400_YEARS);
        let in_cycle = days.rem_euclid(DAYS_IN_400_YEARS);
        let year_of_cycle = (in_cycle - in_cycle / 1460 + in_cycle / 36_524 - in_cycle / 146_096) / 365;
        let in_year = in_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let from_march = (5 * in_year + 2) / 153;
        let day = (in_year - (153 * from_march + 2) / 5 + 1) as u8;
        let (later, month) = if from_march < 10 {
            (0, from_march + 3)
        } else {
            (1, from_march - 9)
        };
        Self {
            year: (cycle * 400 + year_of_cycle + later) as i32,
            month: month as u8,
            day,
        }
    }
}

/// The Julian day number of the last day of February of the year 0.
const MARCH_OF_YEAR_0: i64 = 1_721_119;
const DAYS_IN_400_YEARS: i64 = 146_097;

fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl PartialDate {
    /// Only the year is known.
    pub fn of_year(year: i32) -> Result<Self, DateProblem> {
        Date::new(year, 1, 1).map(|_| Self {
            year,
            month: None,
            day: None,
        })
    }

    /// Only the month is known.
    pub fn of_month(year: i32, month: u32) -> Result<Self, DateProblem> {
        Date::new(year, month, 1).map(|date| Self {
            year,
            month: Some(date.month),
            day: None,
        })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1, when known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1, when known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The day, when the date says one.
    pub fn full(self) -> Option<Date> {
        Some(Date {
            year: self.year,
            month: self.month?,
            day: self.day?,
        })
    }

    /// The first day that can be meant.
    pub fn first_day(self) -> Date {
        Date {
            year: self.year,
            month: self.month.unwrap_or(1),
            day: self.day.unwrap_or(1),
        }
    }

    /// The last day that can be meant.
    pub fn last_day(self) -> Date {
        let month = self.month.unwrap_or(12);
        Date {
            year: self.year,
            month,
            day: self.day.unwrap_or(days_in_month(self.year, month)),
        }
    }

    /// Reads a date as volunteers write it: `2016-12-31`, `2016-12`, `2016`, `31/12/2016`, `31-12-2016`, `31.12.2016`,
    /// `12/2016`, `ngày 31 tháng 12 năm 2016`, with dashes of any length. Never month/day/year; years have three or four digits.
    pub fn parse(text: &str) -> Result<Self, DateProblem> {
        let plain = without_words(text);
        let separator = plain.chars().find(|c| !c.is_ascii_digit());
        if separator.is_some_and(|c| !matches!(c, '-' | '/' | '.')) {
            return Err(DateProblem::NotADate);
        }
        let parts: Vec<&str> = plain.split(separator.unwrap_or('/')).map(str::trim).collect();
        let numeric = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !parts.iter().all(numeric) {
            return Err(DateProblem::NotADate);
        }
        let number = |part: &str| part.parse::<u32>().map_err(|_| DateProblem::NotADate);
        match parts[..] {
            [year] => Self::of_year(long_year(year)?),
            [year, month] if year.len() == 4 => Self::of_month(long_year(year)?, number(month)?),
            [month, year] => Self::of_month(long_year(year)?, number(month)?),
            [year, month, day] if year.len() == 4 => {
                Date::new(long_year(year)?, number(month)?, number(day)?).map(Self::from)
            }
            [day, month, year] => day_first(number(day)?, number(month)?, long_year(year)?),
            _ => Err(DateProblem::NotADate),
        }
    }
}

fn day_first(day: u32, month: u32, year: i32) -> Result<PartialDate, DateProblem> {
    let found = Date::new(year, month, day).map(PartialDate::from);
    match Date::new(year, day, month) {
        Ok(turned) if month > 12 => Err(DateProblem::MonthFirst(turned.into())),
        _ => found,
    }
}

fn long_year(digits: &str) -> Result<i32, DateProblem> {
    if digits.len() < 3 {
        return Err(DateProblem::ShortYear);
    }
    digits.parse().map_err(|_| DateProblem::NotADate)
}

/// `ngày 2 tháng 9 năm 1945` → `2/9/1945`; other texts only trimmed.
fn without_words(text: &str) -> String {
    // Phones and word processors make longer dashes of the short one.
    let lower = nfc(text.trim()).to_lowercase().replace(['–', '—', '−', '‑', '‐'], "-");
    if !["ngày", "tháng", "năm"].iter().any(|word| lower.contains(word)) {
        return lower;
    }
    let slashed = lower.replace("ngày", "").replace("tháng", "/").replace("năm", "/");
    let tight: String = slashed.split_whitespace().collect();
    tight.trim_start_matches('/').replace("//", "/")
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self {
            year: date.year,
            month: Some(date.month),
            day: Some(date.day),
        }
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2026-11-21`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601: `2026-11-21`, `2026-11`, `2026`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        PartialDate::parse(text)
            .unwrap_or_else(|why| panic!("{text}: {why:?}"))
            .to_string()
    }

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn dashes_of_any_length_are_dashes() {
        for typed in ["2016–12–31", "2016—12—31", "31–12–2016", "2016‑12‑31"] {
            assert_eq!(
                PartialDate::parse(typed).map(|d| d.to_string()),
                Ok("2016-12-31".into()),
                "{typed}"
            );
        }
        assert_eq!(Date::parse_iso("2016–12–31"), None);
    }

    #[test]
    fn dates_are_read_as_volunteers_write_them() {
        for (written, iso) in [
            ("2016-12-31", "2016-12-31"),
            ("2016-12", "2016-12"),
            ("2016", "2016"),
            ("21-4-2023", "2023-04-21"),
            ("16/3/2022", "2022-03-16"),
            ("02.09.1945", "1945-09-02"),
            ("12/2016", "2016-12"),
            (" 3-12-2023 ", "2023-12-03"),
            ("ngày 21 tháng 11 năm 2026", "2026-11-21"),
            ("Tháng 11 năm 2026", "2026-11"),
            ("tháng 11/2026", "2026-11"),
            ("năm 938", "0938"),
            ("29/2/2024", "2024-02-29"),
        ] {
            assert_eq!(read(written), iso, "{written}");
        }
    }

    #[test]
    fn the_day_is_never_taken_for_the_month() {
        assert_eq!(read("3/4/2023"), "2023-04-03");
        let turned = PartialDate::parse("2016-12-31").unwrap();
        assert_eq!(PartialDate::parse("12/31/2016"), Err(DateProblem::MonthFirst(turned)));
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (written, problem) in [
            ("3/4/23", DateProblem::ShortYear),
            ("98", DateProblem::ShortYear),
            ("2023-13", DateProblem::NoSuchMonth(13)),
            ("0/2023", DateProblem::NoSuchMonth(0)),
            ("khoảng 2016", DateProblem::NotADate),
            ("2016-12-31T00:00", DateProblem::NotADate),
            ("1/2-2016", DateProblem::NotADate),
            ("", DateProblem::NotADate),
            ("0000", DateProblem::NotADate),
            ("31/12/2016/1", DateProblem::NotADate),
        ] {
            assert_eq!(PartialDate::parse(written), Err(problem), "{written}");
        }
        let short = DateProblem::NoSuchDay {
            day: 31,
            month: 4,
            year: 2023,
            longest: 30,
        };
        assert_eq!(PartialDate::parse("31/4/2023"), Err(short));
        assert!(PartialDate::parse("29/2/2023").is_err() && PartialDate::parse("29/2/1900").is_err());
    }

    #[test]
    fn less_precise_dates_sort_before_what_they_contain() {
        let mut dates = ["2016-12-31", "2017", "2016-12", "2016", "2016-01"].map(|t| PartialDate::parse(t).unwrap());
        dates.sort();
        assert_eq!(
            dates.map(|d| d.to_string()),
            ["2016", "2016-01", "2016-12", "2016-12-31", "2017"]
        );
        let month = PartialDate::parse("2/2024").unwrap();
        assert_eq!(
            (month.first_day(), month.last_day()),
            (day("2024-02-01"), day("2024-02-29"))
        );
    }

    #[test]
    fn certificates_run_by_calendar_months() {
        assert_eq!(day("2023-12-28").add_months(36), day("2026-12-28"));
        assert_eq!(day("2024-02-29").add_months(36), day("2027-02-28"));
        assert_eq!(day("2023-11-30").add_months(3), day("2024-02-29"));
        assert_eq!(day("2023-12-31").add_months(0), day("2023-12-31"));
    }

    #[test]
    fn days_are_counted_across_leap_years_and_back() {
        assert_eq!(day("2000-01-01").julian(), 2_451_545);
        assert_eq!(day("2024-02-28").days_until(day("2024-03-01")), 2);
        assert_eq!(day("2023-02-28").days_until(day("2023-03-01")), 1);
        let mut one = day("1599-12-31");
        for _ in 0..160_000 {
            let next = one.add_days(1);
            assert!(next > one && one.days_until(next) == 1, "{one}");
            one = next;
        }
        assert_eq!(one, day("2038-01-23"));
    }

    #[test]
    fn commands_take_whole_iso_dates_only() {
        assert!(Date::parse_iso("2026-11-21").is_some());
        for bad in ["2026-11", "21/11/2026", "2026/11/21", "2026-1-1", "20261121"] {
            assert_eq!(Date::parse_iso(bad), None, "{bad}");
        }
    }
}
