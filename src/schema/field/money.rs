//! `money`: an amount of Vietnamese dong, and when it held.
//!
//! Entry point: [`Money`]. Invariant: whole dong; words such as "nghìn" are answered with the number, never guessed.

use super::FieldType;
use super::parts::{Parts, put_dates, put_texts};
use crate::diag::{Span, codes};
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::number::{NumberProblem, parse_whole};
use serde_json::{Value as Json, json};

/// A price.
pub struct Money;

/// Words behind an amount and what they multiply by; longer ones first.
const WORDS: &[(&str, u64)] = &[
    ("triệu", 1_000_000),
    ("tr", 1_000_000),
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("k", 1_000),
    ("", 1),
];

/// The number that somebody means by `120 nghìn`, `120.000đ`, `1,5 triệu`, `45k`.
fn in_words(word: &str) -> Option<u64> {
    let lower = word.to_lowercase();
    let mut rest = lower.trim();
    for currency in ["đồng", "vnđ", "vnd", "đ", "₫"] {
        rest = rest.strip_suffix(currency).unwrap_or(rest).trim_end();
    }
    let (rest, factor) = WORDS
        .iter()
        .find_map(|(name, factor)| Some((rest.strip_suffix(name)?.trim_end(), *factor)))?;
    if factor == 1 {
        return parse_whole(rest).ok();
    }
    let plain = super::number::normal(rest)?;
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits: u64 = format!("{whole}{decimals}").parse().ok()?;
    let scale = 10_u64.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let amount = digits.checked_mul(factor)?;
    amount.is_multiple_of(scale).then_some(amount / scale)
}

/// Reads an amount of whole dong, and reports words such as `120 nghìn` with the number.
pub(super) fn amount(node: &Node, reading: &mut Reading<'_>) -> Option<i64> {
    let word = reading.word(node)?;
    let (code, mended) = match parse_whole(word) {
        Ok(dong) if i64::try_from(dong).is_ok() => return i64::try_from(dong).ok(),
        Err(NumberProblem::Shortened) => (codes::fields::DIGITS_LOST, None),
        _ => match in_words(word) {
            Some(dong) => (codes::fields::AMOUNT_IN_WORDS, Some(dong.to_string())),
            None => (codes::fields::NOT_AN_AMOUNT, None),
        },
    };
    let mut args = vec![("value", word)];
    args.extend(mended.as_deref().map(|m| ("mended", m)));
    reading.report(code, node.span, &args);
    None
}

/// Prices change: visitors have to know of which day one is.
fn undated(dong: i64, span: Span, reading: &mut Reading<'_>) {
    let better = format!("{{ amount: {dong}, on: {} }}", reading.today);
    reading.report(codes::site::PRICE_WITHOUT_DAY, span, &[("better", &better)]);
}

impl FieldType for Money {
    fn name(&self) -> &'static str {
        "money"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "số đồng, ví dụ 120000, hoặc { amount: 120000, on: 2026-11-01 }",
            "an amount of dong, for example 120000, or { amount: 120000, on: 2026-11-01 }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        if node.scalar().is_some() {
            let dong = amount(node, reading)?;
            undated(dong, node.span, reading);
            return Some(Value::Map(Fields(vec![("amount".into(), Value::Int(dong))])));
        }
        let mut parts = Parts::open(node, &["amount", "on", "note"], reading)?;
        parts.needs("amount", "amount: …", reading);
        let dong = parts.written("amount").and_then(|n| amount(n, reading));
        parts.fields.put("amount", dong.map(Value::Int));
        parts.date("on", reading);
        if let Some(dong) = dong.filter(|_| parts.written("on").is_none()) {
            let span = parts.span("amount");
            undated(dong, span, reading);
        }
        parts.texts(&["note"], reading);
        dong.and_then(|_| parts.close())
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let dong = u64::try_from(fields.int("amount")?).ok()?;
        let mut shown = showing.plain(showing.formats.money(dong));
        put_texts(&mut shown, fields, &["note"], showing);
        put_dates(&mut shown, fields, &["on"], showing);
        Some(shown)
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let dong = u64::try_from(value.fields()?.int("amount")?).ok()?;
        Some(showing.plain(showing.formats.money(dong)))
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        let dong = value.fields()?.int("amount")?;
        Some(json!({ "@type": "Offer", "price": dong, "priceCurrency": "VND" }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    #[test]
    fn amounts_are_read_with_any_groups() {
        for written in ["120000", "120.000", "\"120,000\"", "120 000"] {
            let probe = Probe::good(&Money, &format!("{{ amount: {written}, on: 2026-11-01 }}"));
            assert_eq!(probe.brief(VI), json!({ "text": "120.000\u{a0}₫" }), "{written}");
            assert_eq!(probe.brief(EN), json!({ "text": "VND\u{a0}120,000" }));
            let offer = json!({ "@type": "Offer", "price": 120_000, "priceCurrency": "VND" });
            assert_eq!(probe.linked(EN), offer);
        }
    }

    #[test]
    fn a_price_without_its_day_is_told_with_the_finished_line() {
        for written in [
            "120.000",
            "{ amount: 120000 }",
            "{ amount: 120000, note: { vi: a, en: b } }",
        ] {
            let probe = Probe::read(&Money, written);
            assert_eq!(probe.codes(), [526], "{written}");
            let better = probe.said("better");
            assert!(better.starts_with("{ amount: 120000, on: 20"), "{better}");
            Probe::good(&Money, better);
        }
    }

    #[test]
    fn note_and_day_are_shown_and_a_missing_language_is_marked() {
        let probe = Probe::good(&Money, "{ amount: 45000, on: 2026-11-01, note: { vi: giá mẫu } }");
        let shown = probe.show(EN);
        assert_eq!(shown["note"], json!({ "text": "giá mẫu", "lang": "vi" }));
        assert_eq!(shown["on"]["text"], "1\u{a0}November\u{a0}2026");
    }

    #[test]
    fn words_are_answered_with_the_number() {
        for (written, mended) in [
            ("120 nghìn", "120000"),
            ("120.000đ", "120000"),
            ("120.000 đồng", "120000"),
            ("\"1,5 triệu\"", "1500000"),
            ("45k", "45000"),
            ("25 ngàn đồng", "25000"),
        ] {
            let probe = Probe::read(&Money, written);
            assert_eq!((probe.codes(), probe.said("mended")), (vec![337], mended), "{written}");
        }
        assert_eq!(Probe::read(&Money, "liên hệ").codes(), [336]);
        assert_eq!(Probe::read(&Money, "1.25").codes(), [336]);
        assert_eq!(Probe::read(&Money, "1,2E+5").codes(), [335]);
        assert_eq!(Probe::read(&Money, "{ on: 2026 }").codes(), [369]);
    }
}
