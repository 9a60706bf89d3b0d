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

/// An amount without its words and its currency, and what the words multiply it by.
fn parted(word: &str) -> (String, u64) {
    let lower = word.to_lowercase();
    let mut rest = lower.trim();
    for currency in ["đồng", "vnđ", "vnd", "đ", "₫"] {
        rest = rest.strip_suffix(currency).unwrap_or(rest).trim_end();
    }
    let bare = |(name, factor): &(&str, u64)| Some((rest.strip_suffix(name)?.trim_end().to_string(), *factor));
    WORDS.iter().find_map(bare).unwrap_or_default()
}

/// The number that somebody means by `120 nghìn`, `120.000đ`, `1,5 triệu`, `45k`.
fn in_words(word: &str) -> Option<u64> {
    let (rest, factor) = parted(word);
    if factor == 1 {
        return parse_whole(&rest).ok();
    }
    let plain = super::number::normal(&rest)?;
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

/// Below this, thousands were left out. Some things do cost 500 dong.
const SMALLEST: i64 = 100;

/// Questions a price without a note that nothing costs: 35 where 35 thousand are meant, and 0.
fn check_size(dong: i64, span: Span, is_whole: bool, reading: &mut Reading<'_>) {
    /// What is so cheap is one of many.
    const EACH: &str = "note: { vi: một chiếc, en: each }";
    const FREE: &str = "note: { vi: miễn phí, en: free }";
    if dong >= SMALLEST {
        return;
    }
    let whole = format!("{{ amount: 0, on: {}, {FREE} }}", reading.today);
    let ((vi, en), free) = match is_whole {
        true => (("ghi", "write"), &*whole),
        false => (("thêm", "add"), FREE),
    };
    let (vi, en) = match dong {
        0 => (
            format!("chưa có giá thì xóa cả mục giá này; không lấy tiền thì {vi} {free}"),
            format!("if there is no price yet, delete the whole price; if it is free, {en} {free}"),
        ),
        _ => {
            let mended = dong * 1_000;
            let whole = format!("{{ amount: {dong}, on: {}, {EACH} }}", reading.today);
            let each = if is_whole { &*whole } else { EACH };
            (
                format!("nếu là {dong} nghìn đồng thì ghi {mended}; đúng là {dong} đồng thì {vi} {each}"),
                format!("if it is {dong} thousand dong, write {mended}; if it really is {dong} dong, {en} {each}"),
            )
        }
    };
    let args = [("value", &*dong.to_string()), ("todo", &*vi), ("todo_en", &*en)];
    reading.report(codes::facts::PRICE_SMALL, span, &args);
}

/// Units that prices are for, and how they are called in English.
const UNITS: &[(&str, &str)] = &[
    ("kg", "kg"),
    ("cân", "kg"),
    ("ký", "kg"),
    ("lạng", "100 g"),
    ("lít", "litre"),
    ("chai", "bottle"),
    ("hộp", "box"),
    ("gói", "bag"),
    ("túi", "bag"),
    ("người", "person"),
    ("khách", "person"),
    ("cái", "piece"),
    ("chiếc", "piece"),
    ("con", "piece"),
    ("quả", "piece"),
];

/// `35.000đ/kg`: the amount, and what it is for.
fn per_unit(word: &str) -> Option<(u64, String)> {
    let (price, unit) = word.split_once('/').or_else(|| word.split_once(" một "))?;
    let (dong, unit) = (in_words(price.trim())?, unit.trim().to_lowercase());
    let is_word = !unit.is_empty() && unit.chars().all(|c| c.is_alphabetic() || c == ' ');
    is_word.then_some((dong, unit))
}

/// True for a note that says this already, in whatever language.
fn says(note: &Node, words: &str) -> bool {
    let mut texts = note
        .scalar()
        .into_iter()
        .chain(note.pairs().iter().filter_map(|(_, n)| n.scalar()));
    texts.any(|text| text.to_lowercase().contains(words))
}

/// `50.000 - 70.000đ`, `50-70k`: from how much to how much.
fn range(word: &str) -> Option<(u64, u64)> {
    let mut signs = [" đến ", "–", "—", "-", "~"].iter();
    let (low, high) = signs.find_map(|sign| word.split_once(sign))?;
    // Thousands and millions are said once, for both.
    let words: &[&str] = match parted(high).1 {
        1 => &["triệu", "nghìn", ""],
        _ => &["triệu", "nghìn"],
    };
    let (low, high) = (low.trim(), in_words(high)?);
    let low = match in_words(low) {
        Some(low) if low >= 1_000 => Some(low),
        _ => words
            .iter()
            .filter_map(|word| in_words(&format!("{low} {word}")))
            .find(|low| *low < high),
    }?;
    (0 < low && low < high).then_some((low, high))
}

/// Digits in groups of three.
fn grouped(dong: u64, sign: &str) -> String {
    let digits = dong.to_string();
    let mut whole = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            whole.push_str(sign);
        }
        whole.push(digit);
    }
    whole
}

/// The answer to a price with its unit, or to one that is not the same for all, alone or among the parts of a map; true
/// when it was one.
fn has_more(node: &Node, parts: Option<&Parts<'_>>, reading: &mut Reading<'_>) -> bool {
    let Some(word) = node.scalar() else { return false };
    let word = word.trim();
    if let Some((low, high)) = range(word) {
        let vi = format!("đến {} đồng", grouped(high, "."));
        let note = format!("note: {{ vi: {vi}, en: \"up to {} dong\" }}", grouped(high, ","));
        report_note(node, parts, (low, &note, &vi), reading);
        return true;
    }
    let Some((dong, unit)) = per_unit(word) else {
        return false;
    };
    let english = UNITS.iter().find(|(known, _)| *known == unit);
    let english = english.map(|(_, unit)| format!(", en: per {unit}")).unwrap_or_default();
    let vi = format!("một {unit}");
    let note = format!("note: {{ vi: {vi}{english} }}");
    report_note(node, parts, (dong, &note, &vi), reading);
    true
}

/// Reports an amount with words beside it that belong into a note: the amount, the note, and its Vietnamese words.
fn report_note(
    node: &Node,
    parts: Option<&Parts<'_>>,
    (dong, note, words): (u64, &str, &str),
    reading: &mut Reading<'_>,
) {
    let unit = words.trim_start_matches("một ");
    let (vi, en) = match parts.map(|parts| parts.written("note")) {
        None => {
            let mended = format!("{{ amount: {dong}, on: {}, {note} }}", reading.today);
            (mended.clone(), mended)
        }
        Some(None) => (
            format!("{dong} ở đây và thêm {note}"),
            format!("{dong} here and add {note}"),
        ),
        Some(Some(written)) if says(written, unit) => (dong.to_string(), dong.to_string()),
        // A second note would be one too many.
        Some(Some(_)) => (
            format!("{dong} ở đây, và ghi thêm «{words}» vào note đã có"),
            format!("{dong} here, and add «{words}» to the note that is there"),
        ),
    };
    let word = node.scalar().unwrap_or_default().trim();
    let args = [("value", word), ("mended", &vi), ("mended_en", &en)];
    reading.report(codes::fields::AMOUNT_IN_WORDS, node.span, &args);
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
            if has_more(node, None, reading) {
                return None;
            }
            let dong = amount(node, reading)?;
            check_size(dong, node.span, true, reading);
            undated(dong, node.span, reading);
            return Some(Value::Map(Fields(vec![("amount".into(), Value::Int(dong))])));
        }
        let mut parts = Parts::open(node, &["amount", "on", "note"], reading)?;
        parts.needs("amount", "amount: …", reading);
        let written = parts.written("amount").filter(|n| !has_more(n, Some(&parts), reading));
        let dong = written.and_then(|n| amount(n, reading));
        parts.fields.put("amount", dong.map(Value::Int));
        if let Some(dong) = dong.filter(|_| parts.written("note").is_none()) {
            check_size(dong, parts.span("amount"), false, reading);
        }
        let on = parts.date("on", reading);
        if let Some(date) = on.filter(|on| on.first_day() > reading.today) {
            let args = [("date", &*date.to_string())];
            reading.report(codes::facts::PRICE_IN_FUTURE, parts.span("on"), &args);
        }
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
    fn a_price_that_nothing_costs_is_questioned() {
        for (written, todo) in [
            (
                "35",
                "nếu là 35 nghìn đồng thì ghi 35000; đúng là 35 đồng thì thêm note: { vi: một chiếc, en: each }",
            ),
            ("0", "chưa có giá thì xóa cả mục giá này"),
        ] {
            let probe = Probe::read(&Money, &format!("{{ amount: {written}, on: 2026-11-01 }}"));
            assert_eq!(probe.codes(), [316], "{written}");
            assert!(probe.said("todo").starts_with(todo), "{}", probe.said("todo"));
        }
        assert_eq!(Probe::read(&Money, "99").codes(), [316, 526]);
        Probe::good(
            &Money,
            "{ amount: 35, on: 2026-11-01, note: { vi: một chiếc, en: each } }",
        );
        let whole = "ghi { amount: 35, on: 2026-11-21, note: { vi: một chiếc, en: each } }";
        assert!(Probe::read(&Money, "35").said("todo").ends_with(whole));
        Probe::good(&Money, "{ amount: 500, on: 2026-11-01 }");
        let free = "note: { vi: miễn phí, en: free }";
        let nothing = Probe::read(&Money, "0");
        let line = format!("{{ amount: 0, on: 2026-11-21, {free} }}");
        assert!(nothing.said("todo").ends_with(&line), "{}", nothing.said("todo"));
        Probe::good(&Money, &line);
        let dated = Probe::read(&Money, "{ amount: 0, on: 2026-11-01 }");
        assert!(
            dated.said("todo").ends_with(&format!("thêm {free}")),
            "{}",
            dated.said("todo")
        );
    }

    #[test]
    fn a_price_is_not_of_a_day_to_come() {
        let probe = Probe::read(&Money, "{ amount: 35000, on: 2027-11-01 }");
        assert_eq!((probe.codes(), probe.said("date")), (vec![317], "2027-11-01"));
        Probe::good(&Money, "{ amount: 35000, on: 2026 }");
    }

    #[test]
    fn a_unit_goes_into_the_note() {
        for (written, rest) in [
            ("35.000đ/kg", "{ vi: một kg, en: per kg }"),
            ("35 nghìn một chai", "{ vi: một chai, en: per bottle }"),
            ("35k/bó", "{ vi: một bó }"),
        ] {
            let probe = Probe::read(&Money, written);
            let mended = format!("{{ amount: 35000, on: 2026-11-21, note: {rest} }}");
            assert_eq!(
                (probe.codes(), probe.said("mended")),
                (vec![337], &*mended),
                "{written}"
            );
            Probe::good(&Money, &mended);
        }
        let inside = Probe::read(&Money, "{ amount: 35.000đ/kg, on: 2026-11-01 }");
        let mended = "35000 ở đây và thêm note: { vi: một kg, en: per kg }";
        assert_eq!((inside.codes(), inside.said("mended")), (vec![337], mended));
        for (note, mended) in [
            ("giá cho một con gà", "35000"),
            (
                "{ vi: giá bán buôn }",
                "35000 ở đây, và ghi thêm «một con gà» vào note đã có",
            ),
        ] {
            let line = format!("{{ amount: 35k một con gà, on: 2026-11-01, note: {note} }}");
            let noted = Probe::read(&Money, &line);
            assert_eq!((noted.codes(), noted.said("mended")), (vec![337], mended), "{note}");
        }
    }

    #[test]
    fn a_price_from_one_amount_to_another_goes_into_the_note() {
        let note = "note: { vi: đến 70.000 đồng, en: \"up to 70,000 dong\" }";
        for written in [
            "50.000 - 70.000",
            "50.000đ–70.000đ",
            "50-70k",
            "50 đến 70 nghìn",
            "\"50.000 ~ 70.000 đồng\"",
        ] {
            let probe = Probe::read(&Money, written);
            let mended = format!("{{ amount: 50000, on: 2026-11-21, {note} }}");
            assert_eq!(
                (probe.codes(), probe.said("mended")),
                (vec![337], &*mended),
                "{written}"
            );
            Probe::good(&Money, &mended);
        }
        let inside = Probe::read(&Money, "{ amount: 50-70k, on: 2026-11-01 }");
        assert_eq!(inside.said("mended"), format!("50000 ở đây và thêm {note}"));
        for none in ["70-50", "50-50k", "70-50k", "0-50k", "-50k"] {
            assert_eq!(Probe::read(&Money, none).codes(), [336], "{none}");
        }
        for (written, from) in [
            ("1 - 1,5 triệu", "1000000"),
            ("\"0,5 – 1 triệu\"", "500000"),
            ("900 nghìn - 1,2 triệu", "900000"),
            ("900 - 1,2 triệu", "900000"),
            ("500đ - 1.500đ", "500"),
            ("1000 - 2000", "1000"),
        ] {
            let probe = Probe::read(&Money, written);
            let start = format!("{{ amount: {from}, on: ");
            assert_eq!(probe.codes(), [337], "{written}");
            assert!(
                probe.said("mended").starts_with(&start),
                "{written}: {}",
                probe.said("mended")
            );
        }
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
