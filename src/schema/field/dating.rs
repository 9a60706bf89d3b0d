//! `dating`: when something was made, as well as it is known.
//!
//! Entry point: [`Dating`]. Invariant: an era is what the author says, never derived from a year: Mạc, Lê trung hưng and
//! Tây Sơn overlap. Years before our era are negative.

use super::parts::{Parts, fill, names_of, put};
use super::range::in_order;
use super::year::{check_years, read_year};
use super::{FacetLabel, FacetValue, FieldType, Name};
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::fold;
use serde_json::{Value as Json, json};

/// When something was made.
pub struct Dating;

pub(super) const ERAS: &[&str] = &[
    "dong-son",
    "bac-thuoc",
    "champa",
    "oc-eo",
    "ngo",
    "dinh",
    "tien-le",
    "ly",
    "tran",
    "ho",
    "thuoc-minh",
    "le-so",
    "mac",
    "le-trung-hung",
    "tay-son",
    "nguyen",
    "phap-thuoc",
    "chong-phap",
    "chong-my",
    "hien-dai",
];

const PRECISIONS: &[&str] = &["exact", "year", "decade", "century", "era", "legend"];

fn year(n: i64, showing: &Showing<'_>) -> String {
    if n < 0 {
        fill(showing, "dating.bc", &[("n", &(-n).to_string())])
    } else {
        n.to_string()
    }
}

/// What was written, else the years, else the era.
fn text(fields: &Fields, showing: &Showing<'_>) -> Option<Json> {
    if let Some(text) = fields.text("text") {
        return showing.say(text);
    }
    let (from, to) = (fields.int("from"), fields.int("to"));
    match (from.or(to), to.or(from)) {
        (Some(from), Some(to)) => {
            let range = showing.formats.range(&year(from, showing), &year(to, showing));
            Some(showing.plain(range))
        }
        _ => Some(showing.word(&format!("era.{}", fields.word("era")?))),
    }
}

fn reign(fields: &Fields, showing: &Showing<'_>) -> Option<Json> {
    let reign = fields.map("reign")?;
    let name = showing.languages.plain(reign.text("name")?, showing.lang);
    let text = match reign.int("year_no") {
        Some(n) => fill(showing, "dating.reign_year", &[("name", name), ("n", &n.to_string())]),
        None => fill(showing, "dating.reign", &[("name", name)]),
    };
    Some(showing.plain(text))
}

fn read_reign(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let mut parts = Parts::open(node, &["name", "year_no"], reading)?;
    parts.texts(&["name"], reading);
    parts.integer("year_no", reading);
    parts.close()
}

const KEYS: &[&str] = &["text", "from", "to", "era", "precision", "reign"];

impl FieldType for Dating {
    fn name(&self) -> &'static str {
        "dating"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "niên đại: { text: …, from: 1740, to: 1786, era: le-trung-hung, precision: era }",
            "a date of origin: { text: …, from: 1740, to: 1786, era: le-trung-hung, precision: era }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, KEYS, reading)?;
        parts.texts(&["text"], reading);
        let from = read_year(&mut parts, "from", reading);
        let to = read_year(&mut parts, "to", reading);
        parts.choice("era", ERAS, reading);
        parts.choice("precision", PRECISIONS, reading);
        let reign = parts.written("reign").and_then(|n| read_reign(n, reading));
        parts.fields.put("reign", reign);
        if let (Some(from), Some(to)) = (from, to) {
            in_order(from, to, parts.span("from"), reading);
        }
        check_years(&parts, reading);
        if ["from", "to", "era"].iter().all(|name| parts.written(name).is_none()) {
            parts.needs("text", "text: { vi: …, en: … }", reading);
        }
        parts.close()
    }

    fn keys(&self) -> &'static [&'static str] {
        KEYS
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        match word.parse::<i64>() {
            Ok(_) => Home::line("from", word),
            Err(_) => Home::text("text"),
        }
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = json!({ "text": text(fields, showing)? });
        let era = fields.word("era").map(|era| showing.word(&format!("era.{era}")));
        put(&mut shown, "era", era);
        // An exact year says so by itself, and so does an era, which stands beside it.
        let is_said = |precision: &str| {
            let key = format!("precision_said.{precision}");
            let word = showing.world.word(&key);
            word != key && fold(shown["text"]["text"].as_str().unwrap_or_default()).contains(&fold(&word))
        };
        let told = fields
            .word("precision")
            .filter(|p| !matches!(*p, "exact" | "year" | "era") && !is_said(p));
        let precision = told.map(|key| json!({ "key": key, "text": showing.world.word(&format!("precision.{key}")) }));
        put(&mut shown, "precision", precision);
        put(&mut shown, "reign", reign(fields, showing));
        Some(shown)
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        text(value.fields()?, showing)
    }

    fn is_facet(&self) -> bool {
        true
    }

    fn facets(&self, value: &Value, _spec: &FieldSpec) -> Vec<FacetValue> {
        let era = value.fields().and_then(|fields| fields.word("era"));
        let facet = |era: &str| FacetValue {
            key: era.to_string(),
            label: FacetLabel::Word(format!("era.{era}")),
        };
        era.map(facet).into_iter().collect()
    }

    fn linked_data(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let said = text(value.fields()?, showing)?["text"].take();
        if spec.ld.as_deref() != Some("additionalProperty") {
            return Some(said);
        }
        // schema.org has no date of construction for places.
        let name = showing.languages.plain(&spec.label, showing.lang);
        Some(json!({ "@type": "PropertyValue", "name": name, "value": said }))
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["text"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};
    use crate::text::Text;

    const GOOD: &str = "{ text: { vi: thời Lý, en: Ly era }, from: 1009, to: 1225, era: ly, precision: legend, reign: { name: Cảnh Hưng, year_no: 7 } }";

    #[test]
    fn a_dating_is_shown_in_words_with_era_and_precision() {
        let probe = Probe::good(&Dating, GOOD);
        let shown = probe.show(EN);
        assert_eq!(shown["text"], json!({ "text": "Ly era" }));
        assert_eq!(shown["era"]["text"], "Ly dynasty (1009–1225)");
        assert_eq!(shown["precision"], json!({ "key": "legend", "text": "by tradition" }));
        assert_eq!(probe.show(VI)["reign"]["text"], "niên hiệu Cảnh Hưng thứ 7");
        assert_eq!(probe.facets(), ["ly"]);
        assert_eq!(probe.brief(VI), json!({ "text": "thời Lý" }));
    }

    #[test]
    fn how_precise_a_date_is_is_told_unless_its_words_say_it() {
        let told = |yaml, lang| Probe::good(&Dating, yaml).show(lang)["precision"]["text"].clone();
        let said = "{ text: { vi: Thập niên 1990, en: the 1990s }, from: 1990, to: 1999, precision: decade }";
        assert_eq!([told(said, VI), told(said, EN)], [Json::Null, Json::Null]);
        let said = "{ text: { vi: Thế kỷ XVIII, en: 18th century }, from: 1701, to: 1800, precision: century }";
        assert_eq!([told(said, VI), told(said, EN)], [Json::Null, Json::Null]);
        let years = "{ from: 1701, to: 1800, precision: century }";
        assert_eq!(told(years, VI), "chính xác đến thế kỷ");
        assert_eq!(told(years, EN), "accurate to the century");
    }

    #[test]
    fn years_or_era_stand_in_for_words() {
        let brief = |yaml, lang| Probe::good(&Dating, yaml).brief(lang)["text"].clone();
        assert_eq!(brief("{ from: 1740, to: 1786 }", EN), "1740 – 1786");
        assert_eq!(brief("{ from: -300, to: 200 }", VI), "300 TCN – 200");
        assert_eq!(brief("{ era: champa }", EN), "Champa");
        let only = Probe::good(&Dating, "{ text: { vi: thế kỷ XV } }");
        assert_eq!(only.brief(EN), json!({ "text": "thế kỷ XV", "lang": "vi" }));
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(Probe::read(&Dating, "{ from: 1786, to: 1740 }").codes(), [326]);
        assert_eq!(Probe::read(&Dating, "{ precision: era }").codes(), [369]);
        let near = Probe::read(&Dating, "{ era: nguyễn }");
        assert_eq!((near.codes(), near.said("near")), (vec![308], "nguyen"));
    }

    #[test]
    fn a_building_carries_its_date_as_a_property() {
        let spec = FieldSpec {
            ld: Some("additionalProperty".into()),
            label: Text::same("Built".into()),
            ..FieldSpec::new("x", &Dating)
        };
        let value = json!({ "@type": "PropertyValue", "name": "Built", "value": "Ly era" });
        assert_eq!(Probe::by(spec, GOOD).linked(EN), value);
    }
}
