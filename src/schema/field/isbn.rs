//! `isbn`: the number of a book.
//!
//! Entry point: [`Isbn`]. Invariant: 13 digits with the right check digit, kept as typed; old numbers are answered with
//! their new form.

use super::FieldType;
use super::gtin::check_digit;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::Value as Json;

/// The number of a book.
pub struct Isbn;

fn digits(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '-' | ' ' | '‐' | '–')).collect()
}

/// The check digit of an ISBN of 10 digits: weights 10 to 2, modulo 11, X for ten.
fn old_check_digit(first: &str) -> char {
    let weighted = first
        .bytes()
        .zip((2..=10).rev())
        .map(|(b, weight)| u32::from(b - b'0') * weight);
    match (11 - weighted.sum::<u32>() % 11) % 11 {
        10 => 'X',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    }
}

fn old_form(plain: &str) -> Option<String> {
    let (first, last) = plain.split_at_checked(9)?;
    let old = plain.len() == 10 && first.bytes().all(|b| b.is_ascii_digit());
    if !old || last.to_uppercase() != old_check_digit(first).to_string() {
        return None;
    }
    let body = format!("978{first}");
    Some(format!("{body}{}", check_digit(&body)))
}

impl FieldType for Isbn {
    fn name(&self) -> &'static str {
        "isbn"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "13 chữ số ở bìa sau, trong ngoặc kép",
            "the 13 digits on the back cover, in quotes",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        let plain = digits(word.trim_start_matches("ISBN").trim_start_matches([':', ' ']));
        if reading.has_lost_digits(node, word) {
            return None;
        }
        if let Some(mended) = old_form(&plain) {
            let args = [("value", word), ("mended", &mended)];
            reading.report(codes::fields::OLD_ISBN, node.span, &args);
            return None;
        }
        let whole = plain.len() == 13 && plain.bytes().all(|b| b.is_ascii_digit());
        if !whole || !(plain.starts_with("978") || plain.starts_with("979")) {
            reading.report(codes::fields::NOT_AN_ISBN, node.span, &[("value", word)]);
            return None;
        }
        let digit = check_digit(&plain[..12]);
        if !plain.ends_with(digit) {
            let args = [("value", word), ("digit", &digit.to_string())];
            reading.report(codes::fields::CHECK_DIGIT, node.span, &args);
            return None;
        }
        Some(Value::Word(word.into()))
    }

    fn component(&self, _shown: &[Json]) -> &'static str {
        "text"
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(word) => Some(showing.plain(&**word)),
            _ => None,
        }
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(word) => Some(digits(word).into()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};
    use serde_json::json;

    #[test]
    fn a_number_is_shown_as_typed() {
        let probe = Probe::good(&Isbn, "\"978-0-306-40615-7\"");
        assert_eq!(probe.show(VI), json!({ "text": "978-0-306-40615-7" }));
        assert_eq!(probe.linked(EN), json!("9780306406157"));
    }

    /// Runs of thirteen digits, hyphens within them left out, that begin like a book's or a Vietnamese product's.
    fn numbers(text: &str) -> Vec<String> {
        let runs = text.split(|c: char| !c.is_ascii_digit() && c != '-');
        let plain = runs.map(|run| run.replace('-', ""));
        plain
            .filter(|run| run.len() == 13 && ["978", "979", "893"].iter().any(|begin| run.starts_with(begin)))
            .collect()
    }

    #[test]
    fn every_number_that_an_answer_shows_has_the_right_check_digit() {
        let mut texts = Vec::new();
        for code in codes::all() {
            for said in [&code.vi, &code.en] {
                texts.extend([said.help, said.cause].map(String::from));
            }
            texts.push(code.example.right.to_string());
        }
        texts.extend(
            crate::schema::field::FIELDS
                .iter()
                .flat_map(|f| [f.about().0.into(), f.about().1.into()]),
        );
        texts.extend(crate::kinds::builtin().iter().map(|doc| doc.text.to_string()));
        let shown: Vec<String> = texts.iter().flat_map(|text| numbers(text)).collect();
        assert!(shown.len() > 6, "the examples are missing: {shown:?}");
        for number in shown {
            assert!(
                number.ends_with(check_digit(&number[..12])),
                "{number} is shown as right"
            );
        }
    }

    #[test]
    fn mistakes_are_answered() {
        let old = Probe::read(&Isbn, "0-306-40615-2");
        assert_eq!((old.codes(), old.said("mended")), (vec![359], "9780306406157"));
        assert_eq!(Probe::read(&Isbn, "080442957X").codes(), [359]);
        let slip = Probe::read(&Isbn, "\"9780306406158\"");
        assert_eq!((slip.codes(), slip.said("digit")), (vec![357], "7"));
        for bad in ["không rõ", "0306406153", "1234567890123"] {
            assert_eq!(Probe::read(&Isbn, bad).codes(), [358], "{bad}");
        }
        assert_eq!(Probe::read(&Isbn, "9,78E+12").codes(), [335]);
    }
}
