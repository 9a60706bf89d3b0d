//! Institutions that take transfers by VietQR, by their six-digit number (BIN).
//!
//! Entry point: [`name_of`], [`number_of`]. Invariant: facts only, made by `make_banks.mjs`; no marks, no logos.

/// Number, short name, earlier names.
const TABLE: &str = include_str!("banks.tsv");

fn rows() -> impl Iterator<Item = (&'static str, &'static str, std::str::Split<'static, char>)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells))
    })
}

/// The short name of a number: `970436` → `Vietcombank`.
pub fn name_of(number: &str) -> Option<&'static str> {
    rows().find(|(known, ..)| *known == number).map(|(_, name, _)| name)
}

/// The number of a short name, however it is spaced and capitalized: `vietcombank`, `MB Bank`, `mbbank`.
pub fn number_of(name: &str) -> Option<&'static str> {
    let asked = plain(name);
    let is_it = |known: &str| {
        let known = plain(known);
        known == asked
            || known
                .strip_suffix("bank")
                .is_some_and(|short| short.len() > 1 && short == asked)
    };
    let mut rows = rows();
    rows.find(|(_, now, earlier)| is_it(now) || earlier.clone().any(&is_it))
        .map(|(number, ..)| number)
}

/// Every short name, for proposals.
pub fn names() -> impl Iterator<Item = &'static str> {
    rows().map(|(_, name, _)| name)
}

fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_ascii_alphanumeric());
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_answer_each_other() {
        for (number, name, _) in rows() {
            assert!(
                number.len() == 6 && number.bytes().all(|b| b.is_ascii_digit()),
                "{number}"
            );
            assert_eq!((name_of(number), number_of(name)), (Some(name), Some(number)));
        }
        assert_eq!(name_of("970436"), Some("Vietcombank"));
        assert_eq!(name_of("000000"), None);
    }

    #[test]
    fn names_are_found_as_people_write_them_and_by_what_they_were_called() {
        for (written, number) in [
            ("vietcombank", "970436"),
            ("MB", "970422"),
            ("mb bank", "970422"),
            ("DongA Bank", "970406"),
            ("LienVietPostBank", "970449"),
            ("Co-opBank", "970446"),
        ] {
            assert_eq!(number_of(written), Some(number), "{written}");
        }
        assert_eq!(number_of("bank"), None);
        assert_eq!(number_of(""), None);
    }
}
