//! Vietnamese telephone numbers: mobiles, fixed lines, hotlines, numbers of services.
//!
//! Entry point: [`Phone::parse`]. Invariant: a number is kept as its national digits, with the leading zero that
//! spreadsheets lose; what is shown and what is dialed are made from them.

/// A number that can be dialed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    digits: String,
    kind: PhoneKind,
}

/// What answers at the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhoneKind {
    /// 10 digits: 03, 05, 07, 08, 09.
    Mobile,
    /// 11 digits: area code 02x or 02xx.
    Fixed,
    /// 1800: the call costs nothing. Dialed without the country code.
    FreeHotline,
    /// 1900: the call is charged. Dialed without the country code.
    PaidHotline,
    /// 3 digits from 11 (113, 114, 115) or 4 from 10 (1022, many a province's own line). Dialed without the country code.
    Service,
}

/// Why a text is not a telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhoneProblem {
    /// Letters, or signs that do not belong.
    NotANumber,
    /// The zero in front is missing, as when a spreadsheet took the number for an amount.
    LostZero(Phone),
    /// A mobile number of 11 digits; they were shortened in 2018. What it became.
    OldMobile(Phone),
    /// Too few or too many digits.
    Length {
        /// How many there are.
        found: usize,
        /// How many there should be.
        expected: &'static str,
    },
    /// No Vietnamese number begins like this.
    UnknownPrefix,
}

impl Phone {
    /// Reads a number: blanks, points, dashes and brackets do not matter, `+84` and `0084` are the leading zero.
    pub fn parse(text: &str) -> Result<Self, PhoneProblem> {
        let text = text.trim();
        let (plus, rest) = match text.strip_prefix("(+").or(text.strip_prefix('+')) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut digits = String::new();
        for c in rest.chars() {
            match c {
                '0'..='9' => digits.push(c),
                ' ' | '\u{a0}' | '.' | '-' | '–' | '(' | ')' => {}
                _ => return Err(PhoneProblem::NotANumber),
            }
        }
        if digits.is_empty() {
            return Err(PhoneProblem::NotANumber);
        }
        check(national(digits, plus)?)
    }

    /// The national digits: `0912345678`.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// What kind of number it is.
    pub fn kind(&self) -> PhoneKind {
        self.kind
    }

    /// As people read it: `0912 345 678`, `024 3825 1234`, `0251 394 3882`, `1900 1234`.
    pub fn display(&self) -> String {
        let cuts: &[usize] = match (self.kind, self.digits.len()) {
            (PhoneKind::Mobile, _) => &[4, 7],
            (PhoneKind::Fixed, _) if self.has_short_area() => &[3, 7],
            (PhoneKind::Fixed, _) => &[4, 7],
            (_, 8) => &[4],
            _ => &[4, 6, 8],
        };
        let mut out = String::with_capacity(14);
        for (i, digit) in self.digits.chars().enumerate() {
            if cuts.contains(&i) {
                out.push(' ');
            }
            out.push(digit);
        }
        out
    }

    /// The link that dials it, also from abroad: `tel:+84912345678`; hotlines have no number abroad: `tel:19001234`.
    pub fn link(&self) -> String {
        match self.kind {
            PhoneKind::Mobile | PhoneKind::Fixed => format!("tel:+84{}", &self.digits[1..]),
            PhoneKind::FreeHotline | PhoneKind::PaidHotline | PhoneKind::Service => format!("tel:{}", self.digits),
        }
    }

    /// Hanoi and Ho Chi Minh City.
    fn has_short_area(&self) -> bool {
        self.digits.starts_with("024") || self.digits.starts_with("028")
    }
}

/// The digits with the leading zero in place of the country code.
fn national(digits: String, plus: bool) -> Result<String, PhoneProblem> {
    let rest = if plus {
        digits.strip_prefix("84").ok_or(PhoneProblem::UnknownPrefix)?
    } else if let Some(rest) = digits.strip_prefix("0084") {
        rest
    } else if digits.starts_with("84") && digits.len() >= 11 {
        &digits[2..]
    } else {
        return Ok(digits);
    };
    // `+84 (0)912 …` is wrong by the book and common on signs.
    Ok(format!("0{}", rest.strip_prefix('0').unwrap_or(rest)))
}

fn check(digits: String) -> Result<Phone, PhoneProblem> {
    let found = digits.len();
    let made = |kind, fits: bool, expected| {
        if fits {
            Ok(Phone {
                digits: digits.clone(),
                kind,
            })
        } else {
            Err(PhoneProblem::Length { found, expected })
        }
    };
    if digits.starts_with("1800") {
        return made(PhoneKind::FreeHotline, found == 8 || found == 10, "8, 10");
    }
    if digits.starts_with("1900") {
        return made(PhoneKind::PaidHotline, found == 8 || found == 10, "8, 10");
    }
    match digits.as_bytes() {
        [b'1', b'1', _] | [b'1', b'0', _, _] => made(PhoneKind::Service, true, ""),
        [b'0', b'1', ..] if found == 11 => Err(old_mobile(&digits)),
        [b'0', b'2', ..] => made(PhoneKind::Fixed, found == 11, "11"),
        [b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..] => made(PhoneKind::Mobile, found == 10, "10"),
        [b'1'..=b'9', ..] if found == 9 || found == 10 => match check(format!("0{digits}")) {
            Ok(phone) | Err(PhoneProblem::OldMobile(phone)) => Err(PhoneProblem::LostZero(phone)),
            Err(_) => Err(PhoneProblem::UnknownPrefix),
        },
        _ => Err(PhoneProblem::UnknownPrefix),
    }
}

/// The prefixes of 11-digit mobiles and what they became in September 2018.
const SHORTENED: [(&str, &str); 21] = [
    ("0120", "070"),
    ("0121", "079"),
    ("0122", "077"),
    ("0123", "083"),
    ("0124", "084"),
    ("0125", "085"),
    ("0126", "076"),
    ("0127", "081"),
    ("0128", "078"),
    ("0129", "082"),
    ("0162", "032"),
    ("0163", "033"),
    ("0164", "034"),
    ("0165", "035"),
    ("0166", "036"),
    ("0167", "037"),
    ("0168", "038"),
    ("0169", "039"),
    ("0186", "056"),
    ("0188", "058"),
    ("0199", "059"),
];

fn old_mobile(digits: &str) -> PhoneProblem {
    let became = SHORTENED
        .iter()
        .find_map(|(old, new)| digits.strip_prefix(old).map(|rest| format!("{new}{rest}")));
    match became {
        Some(digits) => PhoneProblem::OldMobile(Phone {
            digits,
            kind: PhoneKind::Mobile,
        }),
        None => PhoneProblem::UnknownPrefix,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> (String, String) {
        let phone = Phone::parse(text).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        (phone.display(), phone.link())
    }

    #[test]
    fn mobiles_are_read_however_they_are_typed() {
        for text in [
            "0912345678",
            "0912 345 678",
            "0912.345.678",
            "+84 912 345 678",
            "84912345678",
            "0084 912 345 678",
            "(+84) 912-345-678",
            "+84 (0)912 345 678",
        ] {
            assert_eq!(
                shown(text),
                ("0912 345 678".into(), "tel:+84912345678".into()),
                "{text}"
            );
        }
    }

    #[test]
    fn fixed_lines_are_grouped_behind_the_area() {
        assert_eq!(
            shown("0251.3943882"),
            ("0251 394 3882".into(), "tel:+842513943882".into())
        );
        assert_eq!(shown("(024) 38251234").0, "024 3825 1234");
        assert_eq!(shown("+84 24 3825 1234").0, "024 3825 1234");
    }

    #[test]
    fn hotlines_are_dialed_without_the_country() {
        assert_eq!(shown("1900 1234"), ("1900 1234".into(), "tel:19001234".into()));
        assert_eq!(shown("1800.585868"), ("1800 58 58 68".into(), "tel:1800585868".into()));
        assert_eq!(Phone::parse("18001234").unwrap().kind(), PhoneKind::FreeHotline);
        assert_eq!(shown("1022"), ("1022".into(), "tel:1022".into()));
        assert_eq!(shown("115"), ("115".into(), "tel:115".into()));
        assert!(Phone::parse("1122").is_err() && Phone::parse("105").is_err());
    }

    #[test]
    fn a_lost_zero_and_an_old_mobile_are_answered_with_the_right_number() {
        let lost = Phone::parse("352350917");
        assert!(matches!(lost, Err(PhoneProblem::LostZero(p)) if p.digits() == "0352350917"));
        let fixed = Phone::parse("2513943882");
        assert!(matches!(fixed, Err(PhoneProblem::LostZero(p)) if p.display() == "0251 394 3882"));
        for (old, new) in [
            ("0168 123 4567", "0381234567"),
            ("0123.456.7890", "0834567890"),
            ("+84 199 123 4567", "0591234567"),
        ] {
            let found = Phone::parse(old);
            assert!(
                matches!(&found, Err(PhoneProblem::OldMobile(p)) if p.digits() == new),
                "{old}: {found:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_dialed_is_refused() {
        for (text, problem) in [
            ("", PhoneProblem::NotANumber),
            ("0912 345 67x", PhoneProblem::NotANumber),
            (
                "0912 345 67",
                PhoneProblem::Length {
                    found: 9,
                    expected: "10",
                },
            ),
            (
                "0912 345 6789",
                PhoneProblem::Length {
                    found: 11,
                    expected: "10",
                },
            ),
            (
                "0251 394 388",
                PhoneProblem::Length {
                    found: 10,
                    expected: "11",
                },
            ),
            (
                "1900 123",
                PhoneProblem::Length {
                    found: 7,
                    expected: "8, 10",
                },
            ),
            ("0412345678", PhoneProblem::UnknownPrefix),
            ("+86 912 345 678", PhoneProblem::UnknownPrefix),
        ] {
            assert_eq!(Phone::parse(text), Err(problem), "{text}");
        }
    }
}
