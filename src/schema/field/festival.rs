//! `festival`: a feast that comes back every year, by the moon or by the sun.
//!
//! Entry point: [`Festival`]. Invariant: the lunar date is always shown, with the solar days of three years beside it.

use super::FieldType;
use super::lunar::{Lunar, solar, words};
use super::parts::{Parts, fill, put, put_texts, texts_of};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::{Date, Text};
use serde_json::{Value as Json, json};

/// A yearly feast.
pub struct Festival;

/// A day of every year, 29 February included.
fn read_solar(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let mut parts = Parts::open(node, &["day", "month"], reading)?;
    let complete = parts.needs("day", "day: …", reading) & parts.needs("month", "month: …", reading);
    let (day, month) = (parts.integer("day", reading)?, parts.integer("month", reading)?);
    let leap_year = 2024;
    let exists = u32::try_from(month).ok().zip(u32::try_from(day).ok());
    if complete && exists.is_none_or(|(month, day)| Date::new(leap_year, month, day).is_err()) {
        let args = [("value", &*format!("{day}/{month}"))];
        reading.report(codes::fields::NO_SUCH_DAY, node.span, &args);
        return None;
    }
    parts.close().filter(|_| complete)
}

fn when(fields: &Fields, showing: &Showing<'_>) -> Option<String> {
    if let Some(lunar) = fields.map("lunar") {
        return words(lunar, showing);
    }
    let solar = fields.map("solar")?;
    let month = showing.world.word(&format!("solar.month.{}", solar.int("month")?));
    let day = solar.int("day")?.to_string();
    Some(fill(showing, "solar.yearly", &[("d", &day), ("month", &month)]))
}

impl FieldType for Festival {
    fn name(&self) -> &'static str {
        "festival"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "lễ hội: { name: …, lunar: \"14/2\", text: … }",
            "a festival: { name: …, lunar: \"14/2\", text: … }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, &["name", "lunar", "solar", "text"], reading)?;
        parts.needs("name", "name: { vi: …, en: … }", reading);
        parts.texts(&["name"], reading);
        parts.read("lunar", &Lunar, reading);
        let solar = parts.written("solar").and_then(|n| read_solar(n, reading));
        parts.fields.put("solar", solar);
        parts.texts(&["text"], reading);
        parts.fields.get("name")?;
        parts.close()
    }

    fn home<'s>(&self, _word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        Home::text("name")
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = json!({});
        put_texts(&mut shown, fields, &["name", "text"], showing);
        put(
            &mut shown,
            "when",
            when(fields, showing).map(|when| showing.plain(when)),
        );
        let days = fields.map("lunar").map(|lunar| Json::Array(solar(lunar, showing)));
        put(&mut shown, "solar", days);
        Some(shown)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<&'v Text> {
        texts_of(value, &["name"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    #[test]
    fn a_lunar_feast_has_its_solar_days() {
        let probe = Probe::good(
            &Festival,
            "{ name: { vi: Hội làng }, lunar: \"14/2\", text: { vi: Rước kiệu, en: Procession } }",
        );
        let shown = probe.show(EN);
        assert_eq!(shown["name"], json!({ "text": "Hội làng", "lang": "vi" }));
        assert_eq!(shown["when"]["text"], "14th day of the 2nd lunar month");
        assert_eq!(shown["solar"].as_array().unwrap().len(), 3);
        assert_eq!(shown["text"], json!({ "text": "Procession" }));
    }

    #[test]
    fn a_solar_feast_has_its_day() {
        let probe = Probe::good(&Festival, "{ name: Ngày di sản, solar: { day: 23, month: 11 } }");
        assert_eq!(probe.show(VI)["when"]["text"], "23 tháng 11 hằng năm");
        assert_eq!(probe.show(EN)["when"]["text"], "23 November each year");
        Probe::good(&Festival, "{ name: A, solar: { day: 29, month: 2 } }");
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(Probe::read(&Festival, "{ lunar: \"14/2\" }").codes(), [369]);
        assert_eq!(
            Probe::read(&Festival, "{ name: A, solar: { day: 31, month: 4 } }").codes(),
            [323]
        );
        assert_eq!(Probe::read(&Festival, "{ name: A, lunar: \"32/1\" }").codes(), [350]);
        assert_eq!(Probe::read(&Festival, "{ name: A, solar: { day: 3 } }").codes(), [369]);
    }
}
