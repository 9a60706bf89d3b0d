//! `recognition`: the rank of a relic, with the decision that gave it.
//!
//! Entry point: [`Recognition`]. Invariant: a history, one value per decision; the highest rank is the most telling.

use super::parts::{Parts, names_of, plain, put, put_dates, put_texts};
use super::url::UrlField;
use super::{FacetLabel, FacetValue, FieldType, Name};
use crate::diag::codes;
use crate::schema::naming;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::{PartialDate, fold};
use serde_json::{Value as Json, json};

/// The rank of a relic.
pub struct Recognition;

/// Ranks, highest first.
pub const RANKS: &[&str] = &["special_national", "national", "provincial", "inventoried", "unranked"];

const KNOWN: &[&str] = &[
    "rank",
    "number",
    "date",
    "by",
    "batch",
    "name",
    "place_then",
    "certificate_date",
    "url",
];

/// How high a rank is, 0 the highest; for putting several in order.
pub fn height(value: &Value) -> usize {
    let rank = value.fields().and_then(|fields| fields.word("rank"));
    rank.and_then(|rank| RANKS.iter().position(|r| *r == rank))
        .unwrap_or(RANKS.len())
}

/// Reports a decision of the future or of the time before there were any.
fn check_date(date: Option<PartialDate>, parts: &Parts<'_>, name: &str, reading: &mut Reading<'_>) {
    let Some(date) = date else { return };
    let code = if date.first_day() > reading.today {
        codes::facts::DECISION_IN_FUTURE
    } else if date.year() < 1945 {
        codes::facts::DECISION_TOO_OLD
    } else {
        return;
    };
    reading.report(code, parts.span(name), &[("date", &date.to_string())]);
}

/// The parts of a decision that nobody wrote: `number, date`; empty when it is complete.
pub fn missing(parts: &Parts<'_>) -> String {
    let parts = ["number", "date"]
        .into_iter()
        .filter(|name| parts.written(name).is_none());
    parts.collect::<Vec<_>>().join(", ")
}

/// Reports a decision that has its mark only: `QĐ-BVHTT`. Some of the first ones had no number, which may be said.
pub fn check_number(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    let Some(number) = parts.fields.word("number") else {
        return;
    };
    if number.chars().any(char::is_numeric) || fold(number).contains("khong so") {
        return;
    }
    let mark = number.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mark = mark
        .strip_prefix("Số ")
        .or_else(|| mark.strip_prefix("số "))
        .unwrap_or(mark);
    let mark = mark.trim_start_matches('/');
    // `đang cập nhật` is no mark to go on with.
    let is_mark = mark.contains(['-', '/']) || !mark.is_empty() && mark.chars().all(char::is_uppercase);
    let mended = if is_mark {
        format!("…/{mark}")
    } else {
        "…".to_string()
    };
    let args = [("value", number), ("mended", &mended)];
    reading.report(codes::fields::NUMBER_WITHOUT_DIGITS, parts.span("number"), &args);
}

impl FieldType for Recognition {
    fn name(&self) -> &'static str {
        "recognition"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "cấp xếp hạng và quyết định: { rank: national, number: …, date: …, by: … }",
            "a rank and its decision: { rank: national, number: …, date: …, by: … }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, KNOWN, reading)?;
        parts.needs("rank", "rank: …", reading);
        parts.choice("rank", RANKS, reading);
        parts.words(&["number"], reading);
        let date = parts.date("date", reading);
        check_date(date, &parts, "date", reading);
        parts.texts(&["by", "batch", "name", "place_then"], reading);
        let date = parts.date("certificate_date", reading);
        check_date(date, &parts, "certificate_date", reading);
        parts.read("url", &UrlField, reading);
        let rank = parts.fields.word("rank").map(str::to_string)?;
        let missing = missing(&parts);
        // A list has no number of its own, and what is not ranked has no decision.
        let is_decided = RANKS[..3].contains(&rank.as_str());
        if is_decided {
            check_number(&parts, reading);
        }
        if is_decided && !missing.is_empty() {
            let args = [("missing", &*missing)];
            reading.report(codes::facts::RANK_WITHOUT_DECISION, parts.span("rank"), &args);
        }
        parts.close()
    }

    fn keys(&self) -> &'static [&'static str] {
        KNOWN
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        let ranks = naming::named("rank", RANKS);
        naming::near(word, &ranks).and_then(|rank| Home::line("rank", rank))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let rank = fields.word("rank")?;
        let said = showing.world.word(&format!("rank.{rank}"));
        let mut shown = json!({ "rank": { "key": rank, "text": said } });
        put(&mut shown, "number", fields.word("number").map(Json::from));
        put_dates(&mut shown, fields, &["date", "certificate_date"], showing);
        put_texts(&mut shown, fields, &["by", "batch", "name", "place_then"], showing);
        put(&mut shown, "url", fields.word("url").map(Json::from));
        Some(shown)
    }

    fn foremost<'v>(&self, values: &'v [Value]) -> Option<&'v Value> {
        values.iter().min_by_key(|value| height(value))
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let rank = value.fields()?.word("rank")?;
        let mut shown = showing.word(&format!("rank.{rank}"));
        shown["key"] = json!(rank);
        Some(shown)
    }

    fn is_facet(&self) -> bool {
        true
    }

    fn facets(&self, value: &Value, _spec: &FieldSpec) -> Vec<FacetValue> {
        let rank = value.fields().and_then(|fields| fields.word("rank"));
        let facet = |rank: &str| FacetValue {
            key: rank.replace('_', "-"),
            label: FacetLabel::Word(format!("rank.{rank}")),
        };
        rank.map(facet).into_iter().collect()
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let rank = fields.word("rank").filter(|rank| *rank != "unranked")?;
        let name = showing.world.word(&format!("rank.{rank}"));
        let mut certification = json!({ "@type": "Certification", "name": name });
        let by = plain(fields, "by", showing);
        put(
            &mut certification,
            "issuedBy",
            by.map(|by| json!({ "@type": "Organization", "name": by })),
        );
        put(
            &mut certification,
            "certificationIdentification",
            fields.word("number").map(Json::from),
        );
        put(
            &mut certification,
            "validFrom",
            fields.date("date").map(|d| d.to_string().into()),
        );
        put(&mut certification, "url", fields.word("url").map(Json::from));
        Some(certification)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["name", "place_then"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "{ rank: national, number: 1057/QĐ-BVHTT, date: 1991-06-14, by: { vi: Bộ Văn hóa, en: Ministry of Culture }, name: { vi: Hòn đá ông Nhạc } }";

    #[test]
    fn a_card_shows_the_highest_of_several_ranks() {
        let of = |rank: &str| {
            let mut fields = crate::schema::value::Fields::default();
            fields.put("rank", Some(Value::Word(rank.into())));
            Value::Map(fields)
        };
        let history = [of("national"), of("special_national"), of("provincial")];
        assert_eq!(Recognition.foremost(&history), Some(&history[1]));
    }

    #[test]
    fn a_rank_is_shown_with_its_decision() {
        let probe = Probe::good(&Recognition, GOOD);
        let shown = probe.show(EN);
        assert_eq!(shown["rank"], json!({ "key": "national", "text": "National relic" }));
        assert_eq!(
            (&shown["number"], &shown["date"]["text"]),
            (&json!("1057/QĐ-BVHTT"), &json!("14\u{a0}June\u{a0}1991"))
        );
        assert_eq!(shown["name"], json!({ "text": "Hòn đá ông Nhạc", "lang": "vi" }));
        assert_eq!(probe.brief(VI)["text"], "Di tích quốc gia");
        assert_eq!(probe.facets(), ["national"]);
        assert_eq!(height(&probe.value.unwrap()), 1);
    }

    #[test]
    fn a_decision_is_a_certification() {
        let certification = json!({
            "@type": "Certification", "name": "National relic",
            "issuedBy": { "@type": "Organization", "name": "Ministry of Culture" },
            "certificationIdentification": "1057/QĐ-BVHTT", "validFrom": "1991-06-14"
        });
        assert_eq!(Probe::good(&Recognition, GOOD).linked(EN), certification);
        assert_eq!(Probe::good(&Recognition, "{ rank: unranked }").linked(EN), Json::Null);
    }

    #[test]
    fn the_decision_is_asked_for_and_dated_plausibly() {
        let bare = Probe::read(&Recognition, "{ rank: provincial }");
        assert_eq!((bare.codes(), bare.said("missing")), (vec![338], "number, date"));
        assert_eq!(
            Probe::read(&Recognition, "{ rank: national, number: 1/QĐ, date: 2027 }").codes(),
            [339]
        );
        assert_eq!(
            Probe::read(&Recognition, "{ rank: national, number: 1/QĐ, date: 1746 }").codes(),
            [340]
        );
        assert_eq!(Probe::read(&Recognition, "{ number: 1/QĐ, date: 1991 }").codes(), [369]);
        Probe::good(&Recognition, "{ rank: national, number: 1/QĐ, date: 2026 }");
    }

    #[test]
    fn a_mark_without_its_number_is_no_decision() {
        for (number, mended) in [("QĐ-BVHTT", "…/QĐ-BVHTT"), ("số /QĐ-UBND", "…/QĐ-UBND")] {
            let probe = Probe::read(
                &Recognition,
                &format!("{{ rank: national, number: {number}, date: 1991 }}"),
            );
            assert_eq!((probe.codes(), probe.said("mended")), (vec![399], mended), "{number}");
        }
        for good in [
            "{ rank: national, number: Không số, date: 1962 }",
            "{ rank: inventoried, number: danh mục (mẫu) }",
        ] {
            Probe::good(&Recognition, good);
        }
    }
}
