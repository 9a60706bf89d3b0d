//! `phone`: a Vietnamese telephone number.
//!
//! Entry point: [`PhoneField`]. Invariant: kept as national digits with the leading zero; shown in groups, dialed in the
//! international form.

use super::FieldType;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::phone::{Phone, PhoneKind, PhoneProblem};
use serde_json::{Value as Json, json};

/// A telephone number.
pub struct PhoneField;

/// The number of a value that [`PhoneField`] read.
pub fn number(value: &Value) -> Option<Phone> {
    match value {
        Value::Word(digits) => Phone::parse(digits).ok(),
        _ => None,
    }
}

/// The first of several numbers in one text.
fn several(word: &str) -> Option<Phone> {
    let parts = word.split([',', ';', '/', '|', '–', '—', '-']).map(str::trim);
    let numbers: Result<Vec<Phone>, _> = parts.filter(|part| !part.is_empty()).map(Phone::parse).collect();
    let mut numbers = numbers.ok().filter(|numbers| numbers.len() > 1)?.into_iter();
    numbers.next()
}

/// The only number between other words: `SĐT: 0912 345 678 (chị Hoa)`.
fn within(word: &str) -> Option<Phone> {
    let is_sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+');
    let pieces = word.split(|c: char| !is_sign(c));
    let mut numbers = pieces
        .map(|piece| piece.trim_matches([' ', '.', '-']))
        .filter_map(|piece| Phone::parse(piece).ok())
        // Three or four digits among words may be a year or a house.
        .filter(|phone| phone.kind() != PhoneKind::Service);
    numbers.next().filter(|_| numbers.next().is_none())
}

impl FieldType for PhoneField {
    fn name(&self) -> &'static str {
        "phone"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "số điện thoại trong ngoặc kép, ví dụ \"0912 345 678\"",
            "a telephone number in quotes, for example \"0912 345 678\"",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        if reading.has_lost_digits(node, word) {
            return None;
        }
        let value = ("value", word);
        if let Some(first) = several(word) {
            let args = [value, ("mended", &first.display())];
            reading.report(codes::fields::SEVERAL_PHONES, node.span, &args);
            return None;
        }
        match Phone::parse(word) {
            Ok(phone) => return Some(Value::Word(phone.digits().into())),
            Err(PhoneProblem::LostZero(phone)) => {
                let args = [value, ("mended", &phone.display())];
                reading.report(codes::fields::ZERO_LOST, node.span, &args);
            }
            Err(PhoneProblem::OldMobile(phone)) => {
                let args = [value, ("mended", &phone.display())];
                reading.report(codes::fields::OLD_MOBILE, node.span, &args);
            }
            Err(PhoneProblem::Length { found, expected }) => {
                let args = [value, ("count", &found.to_string()), ("expected", expected)];
                reading.report(codes::fields::PHONE_LENGTH, node.span, &args);
            }
            Err(PhoneProblem::NotANumber | PhoneProblem::UnknownPrefix) => {
                let within = within(word).map(|phone| format!("\"{}\"", phone.display()));
                let example = within.unwrap_or_else(|| "\"0912 345 678\"".to_string());
                let args = [value, ("example", &*example)];
                reading.report(codes::fields::NOT_A_PHONE, node.span, &args);
            }
        }
        None
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        let phone = number(value)?;
        Some(json!({ "text": phone.display(), "href": phone.link() }))
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        Some(number(value)?.link().trim_start_matches("tel:").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    #[test]
    fn numbers_are_shown_in_groups_and_dialed_from_abroad() {
        let probe = Probe::good(&PhoneField, "\"0912.345.678\"");
        let shown = json!({ "text": "0912 345 678", "href": "tel:+84912345678" });
        assert_eq!((probe.show(VI), probe.show(EN)), (shown.clone(), shown));
        assert_eq!(probe.linked(VI), json!("+84912345678"));
    }

    #[test]
    fn every_mistake_has_its_answer() {
        let lost = Probe::read(&PhoneField, "912345678");
        assert_eq!((lost.codes(), lost.said("mended")), (vec![334], "0912 345 678"));
        let old = Probe::read(&PhoneField, "\"0168 234 5678\"");
        assert_eq!((old.codes(), old.said("mended")), (vec![333], "0382 345 678"));
        assert_eq!(Probe::read(&PhoneField, "\"0912 345 67\"").codes(), [332]);
        assert_eq!(Probe::read(&PhoneField, "chị Hoa").codes(), [331]);
        let named = Probe::read(&PhoneField, "\"SĐT: 0987.654.321 (chị Hoa)\"");
        assert_eq!((named.codes(), named.said("example")), (vec![331], "\"0987 654 321\""));
        // The year beside it is no number of a service.
        let since = Probe::read(&PhoneField, "\"từ năm 1045: 0987 654 321\"");
        assert_eq!(since.said("example"), "\"0987 654 321\"");
        assert_eq!(Probe::read(&PhoneField, "9.12346E+08").codes(), [335]);
        let two = Probe::read(&PhoneField, "\"0912345678 - 0987 654 321\"");
        assert_eq!((two.codes(), two.said("mended")), (vec![390], "0912 345 678"));
        Probe::good(&PhoneField, "\"0912-345-678\"");
        assert_eq!(Probe::read(&PhoneField, "\"0412345678\"").at(), (1, 4));
    }
}
