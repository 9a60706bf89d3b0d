//! `gtin`: the number under a product's barcode.
//!
//! Entry point: [`Gtin`], [`check_digit`]. Invariant: 8, 12, 13 or 14 digits with the right check digit (GS1 General
//! Specifications, modulo 10 with weights 3 and 1 from the right), leading zeros kept.

use super::FieldType;
use crate::diag::codes;
use crate::qr::digital_link::gtin14;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// The number under a barcode.
pub struct Gtin;

/// The digit that belongs behind these.
pub fn check_digit(body: &str) -> char {
    let weighted = body.bytes().rev().enumerate().map(|(i, b)| {
        let weight = if i % 2 == 0 { 3 } else { 1 };
        u32::from(b.wrapping_sub(b'0')) * weight
    });
    char::from_digit((10 - weighted.sum::<u32>() % 10) % 10, 10).unwrap_or('0')
}

fn is_valid(digits: &str) -> bool {
    let (body, last) = digits.split_at(digits.len() - 1);
    last.starts_with(check_digit(body))
}

/// Every number in these fields and in the groups within them, padded to fourteen digits, each once.
pub fn gtins(fields: &Fields, specs: &[FieldSpec]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for spec in specs {
        for value in fields.items(&spec.name) {
            match value {
                Value::Word(digits) if spec.field.name() == "gtin" => found.extend(gtin14(digits)),
                Value::Map(inner) if !spec.fields.is_empty() => found.extend(gtins(inner, &spec.fields)),
                _ => {}
            }
        }
    }
    found
}

/// The next longer form with the zeros that a spreadsheet dropped, when its check digit fits.
fn with_zeros(digits: &str) -> Option<String> {
    let length = [8, 12, 13, 14].into_iter().find(|length| *length > digits.len())?;
    let lost = length - digits.len();
    (lost <= 2 && is_valid(digits)).then(|| format!("{digits:0>length$}"))
}

impl FieldType for Gtin {
    fn name(&self) -> &'static str {
        "gtin"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "dãy số dưới mã vạch, trong ngoặc kép, ví dụ \"8931234567897\"",
            "the number under the barcode, in quotes, for example \"8931234567897\"",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let word = reading.word(node)?;
        if reading.has_lost_digits(node, word) {
            return None;
        }
        let digits: String = word.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let numeric = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !numeric || ![8, 12, 13, 14].contains(&digits.len()) {
            match with_zeros(&digits).filter(|_| numeric) {
                Some(mended) => {
                    let args = [("value", word), ("mended", &mended)];
                    reading.report(codes::fields::ZERO_LOST, node.span, &args);
                }
                None => {
                    let count = word.chars().filter(char::is_ascii_digit).count();
                    let args = [("value", word), ("count", &count.to_string())];
                    reading.report(codes::fields::GTIN_LENGTH, node.span, &args);
                }
            }
            return None;
        }
        if !is_valid(&digits) {
            let digit = check_digit(&digits[..digits.len() - 1]).to_string();
            let args = [("value", word), ("digit", &digit)];
            reading.report(codes::fields::CHECK_DIGIT, node.span, &args);
            return None;
        }
        Some(Value::Word(digits.into()))
    }

    fn component(&self, _shown: &[Json]) -> &'static str {
        "text"
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(digits) => Some(showing.plain(&**digits)),
            _ => None,
        }
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(digits) => Some(Json::from(&**digits)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::group::Group;
    use crate::schema::field::line::Line;
    use crate::schema::field::testing::{EN, Probe, VI};
    use serde_json::json;

    #[test]
    fn published_numbers_are_valid() {
        for good in [
            "8931234567897",
            "09521234543213",
            "9521234543213",
            "036000291452",
            "96385074",
        ] {
            let probe = Probe::good(&Gtin, &format!("\"{good}\""));
            assert_eq!(
                (probe.show(VI), probe.linked(EN)),
                (json!({ "text": good }), json!(good))
            );
        }
    }

    #[test]
    fn mistakes_are_answered() {
        let slip = Probe::read(&Gtin, "\"8931234567890\"");
        assert_eq!((slip.codes(), slip.said("digit")), (vec![357], "7"));
        let lost = Probe::read(&Gtin, "36000291452");
        assert_eq!((lost.codes(), lost.said("mended")), (vec![334], "036000291452"));
        assert_eq!(Probe::read(&Gtin, "\"89312345\u{a0}x\"").codes(), [356]);
        for bad in ["12345", "36000291453", "\"000000000\""] {
            assert_eq!(Probe::read(&Gtin, bad).codes(), [356], "{bad}");
        }
        assert_eq!(Probe::read(&Gtin, "8,93E+12").codes(), [335]);
        assert_eq!(Probe::read(&Gtin, "ABC").said("count"), "0", "letters are no digits");
        let pack = FieldSpec {
            fields: vec![FieldSpec::new("net", &Line), FieldSpec::new("gtin", &Gtin)],
            ..FieldSpec::new("x", &Group)
        };
        for yaml in ["{ gtin: 8,93E+12 }", "{ gtin: 8,93E+12, net: 1 kg }"] {
            let cut = Probe::by(pack.clone(), yaml);
            assert_eq!((cut.codes(), cut.said("value")), (vec![335], "8,93E+12"), "{yaml}");
        }
    }
}
