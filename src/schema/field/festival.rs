//! `festival`: a feast that comes back every year, by the moon or by the sun.
//!
//! Entry point: [`Festival`]. Invariant: the lunar date is always shown, with the solar days of three years beside it.

use super::lunar::{Lunar, is_lunar, solar, words};
use super::parts::{Parts, fill, names_of, put, put_texts};
use super::{FieldType, Name};
use crate::diag::{FORM, codes};
use crate::schema::reading::Reading;
use crate::schema::shape::{Home, Written};
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::{Date, PartialDate, fold};
use serde_json::{Value as Json, json};

/// A yearly feast.
pub struct Festival;

/// A year that has every day.
const LEAP_YEAR: i32 = 2024;

/// A day of every year, 29 February included.
fn read_solar(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    if let Some(word) = node.scalar() {
        let form = format!(
            "solar: {}",
            in_keys(word).unwrap_or_else(|| "{ day: 23, month: 11 }".to_string())
        );
        let args = [("known", "day, month"), (FORM, &*form)];
        reading.report(codes::fields::NEEDS_KEYS, node.span, &args);
        return None;
    }
    let mut parts = Parts::open(node, &["day", "month"], reading)?;
    let complete = parts.needs("day", "day: …", reading) & parts.needs("month", "month: …", reading);
    let (day, month) = (parts.integer("day", reading)?, parts.integer("month", reading)?);
    let exists = u32::try_from(month).ok().zip(u32::try_from(day).ok());
    if complete && exists.is_none_or(|(month, day)| Date::new(LEAP_YEAR, month, day).is_err()) {
        let args = [("value", &*format!("{day}/{month}"))];
        reading.report(codes::fields::NO_SUCH_DAY, node.span, &args);
        return None;
    }
    parts.close().filter(|_| complete)
}

/// A day of the solar year that stands where a lunar one belongs: told with the line of `solar`. True when it was one.
fn is_solar(node: &Node, reading: &mut Reading<'_>) -> bool {
    let Some(word) = node.scalar() else { return false };
    let folded = fold(word);
    let is_said = ["duong lich", "tay lich", "dl"].iter().any(|end| folded.ends_with(end));
    let dated = PartialDate::parse(word).ok().and_then(PartialDate::full);
    let keys = match dated {
        Some(date) => Some(format!("{{ day: {}, month: {} }}", date.day(), date.month())),
        None => in_keys(word).filter(|_| is_said),
    };
    let Some(keys) = keys else { return false };
    let (mut vi, mut en) = (
        format!("ngày dương lịch thì thay lunar bằng solar: {keys}"),
        format!("for a day of the solar calendar, write solar: {keys} in place of lunar"),
    );
    if let Some(date) = dated.filter(|_| !is_said) {
        let lunar = format!("lunar: \"{}/{}\"", date.day(), date.month());
        vi += &format!("; nếu đúng là ngày âm lịch thì bỏ năm: {lunar}");
        en += &format!("; if it is a lunar day, leave out the year: {lunar}");
    }
    let args = [("value", word), ("todo", &*vi), ("todo_en", &*en)];
    reading.report(codes::fields::NOT_A_LUNAR_DATE, node.span, &args);
    true
}

/// `30/4` and `ngày 30 tháng 4` with their keys; `None` when it is no day.
fn in_keys(word: &str) -> Option<String> {
    let numbers = word.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let numbers: Option<Vec<u32>> = numbers.map(|run| run.parse().ok()).collect();
    let [day, month] = numbers?[..] else { return None };
    Date::new(LEAP_YEAR, month, day).ok()?;
    Some(format!("{{ day: {day}, month: {month} }}"))
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
        if !parts.written("lunar").is_some_and(|lunar| is_solar(lunar, reading)) {
            parts.read("lunar", &Lunar, reading);
        }
        let solar = parts.written("solar").and_then(|n| read_solar(n, reading));
        parts.fields.put("solar", solar);
        parts.texts(&["text"], reading);
        parts.fields.get("name")?;
        parts.close()
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        if is_lunar(word) {
            return Some(Home::code("lunar", word)?.below("name: { vi: …, en: … }".to_string()));
        }
        let is_said = ["duong lich", "tay lich"].iter().any(|end| fold(word).ends_with(end));
        if let Some(keys) = in_keys(word).filter(|_| is_said) {
            let solar = Home {
                key: "solar",
                written: Written::Line(keys),
                above: None,
            };
            return Some(solar.below("name: { vi: …, en: … }".to_string()));
        }
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

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["name"])
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
    fn a_solar_day_in_one_line_is_answered_with_its_keys() {
        for (typed, form) in [
            ("\"30/4\"", "solar: { day: 30, month: 4 }"),
            ("ngày 30 tháng 4", "solar: { day: 30, month: 4 }"),
            ("đầu xuân", "solar: { day: 23, month: 11 }"),
            ("31/4", "solar: { day: 23, month: 11 }"),
        ] {
            let probe = Probe::read(&Festival, &format!("{{ name: A, solar: {typed} }}"));
            assert_eq!((probe.codes(), probe.said(FORM)), (vec![305], form), "{typed}");
        }
        Probe::good(&Festival, "{ name: A, solar: { day: 30, month: 4 } }");
    }

    #[test]
    fn a_solar_day_among_lunar_ones_is_answered_with_its_line() {
        for (typed, line) in [
            ("15/3 dương lịch", "solar: { day: 15, month: 3 }"),
            ("ngày 15 tháng 3 dương lịch", "solar: { day: 15, month: 3 }"),
            ("15/3 DL", "solar: { day: 15, month: 3 }"),
            ("16/02/2026", "solar: { day: 16, month: 2 }"),
            ("2026-02-16", "solar: { day: 16, month: 2 }"),
        ] {
            let probe = Probe::read(&Festival, &format!("{{ name: A, lunar: \"{typed}\" }}"));
            assert_eq!(probe.codes(), [349], "{typed}");
            assert!(probe.said("todo").contains(line), "{typed}: {}", probe.said("todo"));
            Probe::good(&Festival, &format!("{{ name: A, {line} }}"));
        }
        let both = Probe::read(&Festival, "{ name: A, lunar: \"16/02/2026\" }");
        assert!(
            both.said("todo").ends_with("thì bỏ năm: lunar: \"16/2\""),
            "{}",
            both.said("todo")
        );
        let whole = Probe::read(&Festival, "15/3 dương lịch");
        assert_eq!(
            whole.said(FORM),
            "x:\n  name: { vi: …, en: … }\n  solar: { day: 15, month: 3 }"
        );
        Probe::good(&Festival, "{ name: A, lunar: 14-2 âm lịch }");
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
