//! `range`: from one whole number to another.
//!
//! Entry point: [`Range`]. Invariant: the first is not larger than the last.

use super::FieldType;
use super::parts::Parts;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use serde_json::Value as Json;

/// From one whole number to another: years of a life or a reign.
pub struct Range;

fn written(word: &str) -> Option<(i64, i64)> {
    let (from, to) = word.split_once(['-', '–']).unwrap_or((word, word));
    Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
}

/// Reports a range that runs backwards; true when it does not.
pub fn in_order(from: i64, to: i64, span: crate::diag::Span, reading: &mut Reading<'_>) -> bool {
    if from > to {
        let args = [("from", &*from.to_string()), ("to", &to.to_string())];
        reading.report(codes::fields::RANGE_BACKWARDS, span, &args);
    }
    from <= to
}

/// Pairs of dates of a group, the first of which comes first.
const PAIRS: [(&str, &str); 2] = [("from", "to"), ("issued", "valid_until")];

/// Reports dates of a group that run backwards.
pub fn dates_in_order(fields: &Fields, node: &Node, reading: &mut Reading<'_>) {
    for (first, last) in PAIRS {
        let (Some(from), Some(to)) = (fields.date(first), fields.date(last)) else {
            continue;
        };
        if from.first_day() > to.last_day() {
            let span = node.get(first).map_or(node.span, |written| written.span);
            let args = [("from", &*from.to_string()), ("to", &to.to_string())];
            reading.report(codes::fields::RANGE_BACKWARDS, span, &args);
        }
    }
}

impl FieldType for Range {
    fn name(&self) -> &'static str {
        "range"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "từ số này đến số kia, ví dụ 1705-1728",
            "from one number to another, for example 1705-1728",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let (from, to) = if let Some(word) = node.scalar() {
            let Some(range) = written(word.trim()) else {
                reading.report(codes::fields::NOT_A_RANGE, node.span, &[("value", word)]);
                return None;
            };
            range
        } else {
            let mut parts = Parts::open(node, &["from", "to"], reading)?;
            let from = parts.integer("from", reading);
            let to = parts.integer("to", reading);
            (from.or(to)?, to.or(from)?)
        };
        in_order(from, to, node.span, reading).then(|| {
            let pair = [("from", from), ("to", to)];
            Value::Map(Fields(pair.map(|(name, n)| (name.into(), Value::Int(n))).into()))
        })
    }

    fn component(&self, _shown: &[Json]) -> &'static str {
        "text"
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let (from, to) = (fields.int("from")?, fields.int("to")?);
        // Mostly years, which are written without groups.
        Some(showing.plain(showing.formats.range(&from.to_string(), &to.to_string())))
    }

    fn linked_data(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        Some(self.show(value, spec, showing)?["text"].take())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};
    use serde_json::json;

    #[test]
    fn a_range_is_written_short_or_in_parts() {
        for written in ["1705-1728", "1705 – 1728", "{ from: 1705, to: 1728 }"] {
            let probe = Probe::good(&Range, written);
            assert_eq!(probe.show(VI), json!({ "text": "1705 – 1728" }));
            assert_eq!(probe.linked(EN), json!("1705 – 1728"));
        }
        assert_eq!(Probe::good(&Range, "1705").show(EN), json!({ "text": "1705" }));
    }

    #[test]
    fn backwards_and_words_are_told() {
        assert_eq!(Probe::read(&Range, "1728-1705").codes(), [326]);
        assert_eq!(Probe::read(&Range, "từ 1705").codes(), [325]);
        assert_eq!(Probe::read(&Range, "{ from: 9, to: 3 }").codes(), [326]);
        assert_eq!(Probe::read(&Range, "{ form: 9, to: 12 }").codes(), [306]);
    }
}
