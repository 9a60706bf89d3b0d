//! `stars`: OCOP stars, with the decision that gave them.
//!
//! Entry point: [`Stars`]. Invariant: stars that have lapsed on the day of the build are not shown anywhere.

use super::parts::{Parts, fill, plain, put, put_dates, put_texts};
use super::{FacetLabel, FacetValue, FieldType};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::{Date, PartialDate};
use serde_json::{Value as Json, json};

/// OCOP stars.
pub struct Stars;

/// For how many months a certificate is valid, from the decision on.
const MONTHS: u32 = 36;
/// How many days before the end somebody should be reminded.
const REMINDER: i64 = 90;

/// The last day on which the stars may be shown.
fn until(fields: &Fields) -> Option<Date> {
    let written = fields.date("valid_until").map(PartialDate::last_day);
    written.or_else(|| Some(fields.date("date")?.last_day().add_months(MONTHS)))
}

/// The stars, when they are in force on a day.
fn in_force(fields: &Fields, today: Date) -> Option<i64> {
    let lapsed = until(fields).is_some_and(|until| until < today);
    fields.int("stars").filter(|_| !lapsed)
}

fn check_term(parts: &mut Parts<'_>, reading: &mut Reading<'_>) {
    let Some(until) = until(&parts.fields) else { return };
    let name = if parts.written("valid_until").is_some() {
        "valid_until"
    } else {
        "date"
    };
    let (span, date) = (parts.span(name), until.to_string());
    let days = reading.today.days_until(until);
    if days < 0 {
        reading.report(codes::facts::STARS_LAPSED, span, &[("date", &date)]);
        parts.fields.put("lapsed", Some(Value::Bool(true)));
    } else if days < REMINDER {
        let args = [("days", &*days.to_string()), ("date", &date)];
        reading.report(codes::facts::STARS_LAPSING, span, &args);
    }
}

/// How many stars: products are listed from three on.
fn read_stars(parts: &mut Parts<'_>, reading: &mut Reading<'_>) -> Option<i64> {
    parts.needs("stars", "stars: …", reading);
    let stars = parts.integer("stars", reading)?;
    if !(3..=5).contains(&stars) {
        let args = [("value", &*stars.to_string())];
        reading.report(codes::facts::STARS_OUT_OF_RANGE, parts.span("stars"), &args);
        return None;
    }
    Some(stars)
}

/// A rating that came before the present one.
fn read_earlier(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let mut parts = Parts::open(node, &["stars", "number", "date"], reading)?;
    read_stars(&mut parts, reading)?;
    parts.words(&["number"], reading);
    parts.date("date", reading);
    parts.close()
}

fn show_earlier(value: &Value, showing: &Showing<'_>) -> Option<Json> {
    let fields = value.fields()?;
    let spoken = fill(showing, "ocop.spoken", &[("n", &fields.int("stars")?.to_string())]);
    let mut shown = json!({ "text": spoken });
    put(&mut shown, "number", fields.word("number").map(Json::from));
    put_dates(&mut shown, fields, &["date"], showing);
    Some(shown)
}

const KEYS: &[&str] = &["stars", "number", "date", "by", "certificate", "valid_until", "history"];

impl FieldType for Stars {
    fn name(&self) -> &'static str {
        "stars"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "hạng sao OCOP: { stars: 4, number: …, date: 2025-05-10, by: … }; hết hạn sau 36 tháng",
            "OCOP stars: { stars: 4, number: …, date: 2025-05-10, by: … }; they lapse after 36 months",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, KEYS, reading)?;
        read_stars(&mut parts, reading)?;
        parts.words(&["number"], reading);
        super::recognition::check_number(&parts, reading);
        let date = parts.date("date", reading);
        if let Some(date) = date.filter(|d| d.first_day() > reading.today) {
            let args = [("date", &*date.to_string())];
            reading.report(codes::facts::DECISION_IN_FUTURE, parts.span("date"), &args);
        }
        parts.texts(&["by"], reading);
        parts.words(&["certificate"], reading);
        parts.date("valid_until", reading);
        let earlier = parts.written("history").map_or(&[][..], Node::items);
        let earlier: Vec<Value> = earlier.iter().filter_map(|n| read_earlier(n, reading)).collect();
        let history = (!earlier.is_empty()).then_some(Value::List(earlier));
        parts.fields.put("history", history);
        let missing = super::recognition::missing(&parts);
        if !missing.is_empty() {
            let args = [("missing", &*missing)];
            reading.report(codes::facts::STARS_WITHOUT_DECISION, parts.span("stars"), &args);
        }
        check_term(&mut parts, reading);
        parts.close()
    }

    fn keys(&self) -> &'static [&'static str] {
        KEYS
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        (!digits.is_empty()).then(|| Home::line("stars", &digits)).flatten()
    }

    fn show(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = self.brief(value, spec, showing)?;
        put(&mut shown, "number", fields.word("number").map(Json::from));
        put(&mut shown, "certificate", fields.word("certificate").map(Json::from));
        put_dates(&mut shown, fields, &["date"], showing);
        put_texts(&mut shown, fields, &["by"], showing);
        let until = until(fields).map(|until| super::parts::show_date(until.into(), showing));
        put(&mut shown, "until", until);
        let earlier = fields.items("history").iter();
        let earlier: Vec<Json> = earlier.filter_map(|h| show_earlier(h, showing)).collect();
        put(&mut shown, "history", (!earlier.is_empty()).then_some(earlier.into()));
        Some(shown)
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let stars = in_force(value.fields()?, showing.today)?;
        let spoken = fill(showing, "ocop.spoken", &[("n", &stars.to_string())]);
        Some(json!({ "stars": stars, "text": spoken }))
    }

    fn is_facet(&self) -> bool {
        true
    }

    fn facets(&self, value: &Value, _spec: &FieldSpec) -> Vec<FacetValue> {
        let fields = value.fields().filter(|fields| !fields.yes("lapsed"));
        let facet = |stars: i64| FacetValue {
            key: stars.to_string(),
            label: FacetLabel::Word(format!("stars.{stars}")),
        };
        fields.and_then(|f| f.int("stars")).map(facet).into_iter().collect()
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let stars = in_force(fields, showing.today)?;
        let mut certification = json!({
            "@type": "Certification", "name": showing.world.word("ocop.name"),
            "certificationRating": { "@type": "Rating", "ratingValue": stars, "bestRating": 5 }
        });
        let number = fields.word("number").or(fields.word("certificate"));
        put(
            &mut certification,
            "certificationIdentification",
            number.map(Json::from),
        );
        let by = plain(fields, "by", showing);
        put(
            &mut certification,
            "issuedBy",
            by.map(|by| json!({ "@type": "Organization", "name": by })),
        );
        put(
            &mut certification,
            "validFrom",
            fields.date("date").map(|d| d.to_string().into()),
        );
        put(
            &mut certification,
            "expires",
            until(fields).map(|d| d.to_string().into()),
        );
        Some(certification)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "{ stars: 4, number: 00/QĐ-UBND, date: 2025-05-10, by: { vi: UBND tỉnh } }";

    #[test]
    fn stars_are_spoken_and_end_after_36_months() {
        let probe = Probe::good(&Stars, GOOD);
        let shown = probe.show(EN);
        assert_eq!((&shown["stars"], &shown["text"]), (&json!(4), &json!("OCOP 4 stars")));
        assert_eq!(shown["until"]["text"], "10\u{a0}May\u{a0}2028");
        assert_eq!(shown["by"], json!({ "text": "UBND tỉnh", "lang": "vi" }));
        assert_eq!(probe.brief(VI), json!({ "stars": 4, "text": "OCOP 4 sao" }));
        assert_eq!(probe.facets(), ["4"]);
        let linked = probe.linked(EN);
        assert_eq!(linked["certificationRating"]["ratingValue"], 4);
        assert_eq!(linked["expires"], "2028-05-10");
    }

    #[test]
    fn lapsed_stars_are_nowhere() {
        let probe = Probe::read(&Stars, "{ stars: 4, number: 1/QĐ, date: 2023-11-20 }");
        assert_eq!((probe.codes(), probe.said("date")), (vec![341], "2026-11-20"));
        let nothing = (probe.show(VI), probe.brief(VI), probe.linked(VI), probe.facets());
        assert_eq!(nothing, (Json::Null, Json::Null, Json::Null, Vec::new()));
    }

    #[test]
    fn earlier_ratings_are_told_beside_the_present_one() {
        let history = "history: [ { stars: 3, number: 01/QĐ, date: 2020-06 }, { stars: 3, date: 2022 } ] }";
        let probe = Probe::good(&Stars, &GOOD.replace("tỉnh } }", &format!("tỉnh }}, {history}")));
        let earlier = &probe.show(VI)["history"];
        assert_eq!(earlier[0]["text"], "OCOP 3 sao");
        assert_eq!(
            (&earlier[0]["number"], &earlier[0]["date"]["text"]),
            (&json!("01/QĐ"), &json!("tháng\u{a0}6\u{a0}năm\u{a0}2020"))
        );
        assert_eq!(earlier.as_array().unwrap().len(), 2);
        assert_eq!(probe.brief(VI)["stars"], 4, "the present rating counts");
        let bad = "{ stars: 4, number: 1/QĐ, date: 2025-05-10, history: [ { stars: 1 } ] }";
        assert_eq!(Probe::read(&Stars, bad).codes(), [343]);
    }

    #[test]
    fn the_end_is_told_in_time() {
        let probe = Probe::read(&Stars, "{ stars: 3, number: 1/QĐ, date: 2023-11-21 }");
        assert_eq!((probe.codes(), probe.said("days")), (vec![342], "0"));
        assert_eq!(probe.brief(VI)["stars"], 3);
        let soon = "{ stars: 3, number: 1/QĐ, date: 2025-01-01, valid_until: 2027-02-18 }";
        assert_eq!(Probe::read(&Stars, soon).codes(), [342]);
        Probe::good(&Stars, &soon.replace("02-18", "02-19"));
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(Probe::read(&Stars, "{ stars: 2 }").codes(), [343]);
        assert_eq!(Probe::read(&Stars, "{ stars: 4 }").codes(), [344]);
        assert_eq!(Probe::read(&Stars, "{ number: 1/QĐ }").codes(), [369]);
        assert_eq!(
            Probe::read(&Stars, "{ stars: 4, number: 1/QĐ, date: 2027-01-01 }").codes(),
            [339]
        );
    }
}
