//! `hours`: when something is open.
//!
//! Entry point: [`Hours`]. Invariant: times are `hh:mm`, days two English letters, so that search engines can read them.

use super::FieldType;
use super::parts::{Parts, put, put_texts};
use crate::diag::{FORM, codes};
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::fold;
use serde_json::{Value as Json, json};

/// When something is open.
pub struct Hours;

/// As written, and as schema.org names them.
const DAYS: &[(&str, &str)] = &[
    ("mo", "Monday"),
    ("tu", "Tuesday"),
    ("we", "Wednesday"),
    ("th", "Thursday"),
    ("fr", "Friday"),
    ("sa", "Saturday"),
    ("su", "Sunday"),
];

fn day(word: &str) -> Option<usize> {
    DAYS.iter().position(|(day, _)| *day == word)
}

/// The runs of days that `mo-fr,su` names, each by first and last.
fn runs(written: &str) -> Option<Vec<(usize, usize)>> {
    written
        .split(',')
        .map(|part| {
            let part = part.trim();
            let (from, to) = part.split_once(['-', '–']).unwrap_or((part, part));
            let (from, to) = (day(from.trim())?, day(to.trim())?);
            (from <= to).then_some((from, to))
        })
        .collect()
}

/// `07:00`, also typed as `7:00`.
fn time(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let word = reading.word(node)?;
    let parsed = word.split_once(':').and_then(|(hour, minute)| {
        let digits = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        let whole = digits(hour) && digits(minute) && minute.len() == 2;
        let (hour, minute): (u8, u8) = (hour.parse().ok()?, minute.parse().ok()?);
        let valid = (hour < 24 && minute < 60) || (hour, minute) == (24, 0);
        (whole && valid).then(|| format!("{hour:02}:{minute:02}"))
    });
    if parsed.is_none() {
        reading.report(codes::fields::HOURS_TIME, node.span, &[("value", word)]);
    }
    parsed.map(|time| Value::Word(time.into()))
}

/// `thứ 2 đến thứ 6`, `T7, CN`, `hằng ngày` as they are written: `mo-fr`, `sa,su`, `mo-su`.
fn meant_days(word: &str) -> Option<String> {
    const NAMES: [&[&str]; 7] = [
        &["thu 2", "thu hai", "t2"],
        &["thu 3", "thu ba", "t3"],
        &["thu 4", "thu tu", "t4"],
        &["thu 5", "thu nam", "t5"],
        &["thu 6", "thu sau", "t6"],
        &["thu 7", "thu bay", "t7"],
        &["chu nhat", "cn"],
    ];
    let folded = fold(word);
    if ["hang ngay", "moi ngay", "ca tuan"]
        .iter()
        .any(|all| folded.contains(all))
    {
        return Some("mo-su".to_string());
    }
    // «thứ Bảy» begins like «thứ Ba».
    let place = |name: &str| {
        let mut found = folded.match_indices(name);
        let is_end = |at: usize| !folded[at + name.len()..].starts_with(char::is_alphanumeric);
        found.find_map(|(at, _)| is_end(at).then_some(at))
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (day, names) in NAMES.iter().enumerate() {
        found.extend(names.iter().find_map(|name| place(name)).map(|at| (at, day)));
    }
    found.sort_unstable();
    let key = |(_, day): &(usize, usize)| DAYS[*day].0;
    let between = |from: usize, to: usize| folded.get(from..to).unwrap_or_default();
    match found.as_slice() {
        [] => None,
        [from, to]
            if from.1 < to.1
                && (between(from.0, to.0).contains(" den ") || between(from.0, to.0).contains(['-', '–'])) =>
        {
            Some(format!("{}-{}", key(from), key(to)))
        }
        days => Some(days.iter().map(key).collect::<Vec<_>>().join(",")),
    }
}

fn read_days(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    if let Some(on) = node.scalar().and_then(meant_days) {
        let form = format!("days: [ {{ on: \"{on}\", from: \"…:…\", to: \"…:…\" }} ]");
        let args = [("known", "on, from, to"), (FORM, &*form)];
        reading.report(codes::fields::NEEDS_KEYS, node.span, &args);
        return None;
    }
    let mut parts = Parts::open(node, &["on", "from", "to"], reading)?;
    let keys = [("on", "on: …-…"), ("from", "from: \"…:…\""), ("to", "to: \"…:…\"")];
    let complete = keys
        .iter()
        .filter(|(name, example)| parts.needs(name, example, reading))
        .count()
        == 3;
    let on = parts.written("on").and_then(|n| reading.word(n)).map(str::to_lowercase);
    if let Some(on) = on {
        if runs(&on).is_some() {
            parts.fields.put("on", Some(Value::Word(on.into())));
        } else {
            let form = meant_days(&on).map(|days| format!("on: \"{days}\""));
            let mut args = vec![("value", &*on)];
            args.extend(form.as_deref().map(|form| (FORM, form)));
            reading.report(codes::fields::HOURS_DAYS, parts.span("on"), &args);
        }
    }
    for name in ["from", "to"] {
        let time = parts.written(name).and_then(|n| time(n, reading));
        parts.fields.put(name, time);
    }
    let usable = complete && parts.fields.0.len() == 3;
    parts.close().filter(|_| usable)
}

fn show_days(fields: &Fields, showing: &Showing<'_>) -> Option<Json> {
    let name = |at: usize| showing.world.word(&format!("weekday.{}", DAYS[at].0));
    let runs = runs(fields.word("on")?)?;
    let said: Vec<String> = runs
        .iter()
        .map(|(from, to)| match (from, to) {
            (0, 6) => showing.world.word("weekday.all"),
            _ => showing.formats.range(&name(*from), &name(*to)),
        })
        .collect();
    Some(json!({ "on": { "text": said.join(", ") }, "from": fields.word("from")?, "to": fields.word("to")? }))
}

fn linked_days(fields: &Fields) -> Option<Json> {
    let runs = runs(fields.word("on")?)?;
    let days = runs
        .into_iter()
        .flat_map(|(from, to)| DAYS[from..=to].iter().map(|(_, name)| *name));
    Some(json!({
        "@type": "OpeningHoursSpecification", "dayOfWeek": days.collect::<Vec<_>>(),
        "opens": fields.word("from")?, "closes": fields.word("to")?
    }))
}

fn days(value: &Value) -> impl Iterator<Item = &Fields> {
    let items = value.fields().map_or(&[][..], |fields| fields.items("days"));
    items.iter().filter_map(Value::fields)
}

impl FieldType for Hours {
    fn name(&self) -> &'static str {
        "hours"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "giờ mở cửa: { text: …, days: [ { on: mo-su, from: \"07:00\", to: \"17:00\" } ] }",
            "opening hours: { text: …, days: [ { on: mo-su, from: \"07:00\", to: \"17:00\" } ] }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, &["text", "days"], reading)?;
        parts.texts(&["text"], reading);
        let written = parts.written("days").map_or(&[][..], Node::items);
        let read: Vec<Value> = written.iter().filter_map(|n| read_days(n, reading)).collect();
        parts
            .fields
            .put("days", (!read.is_empty()).then_some(Value::List(read)));
        parts.close()
    }

    fn home<'s>(&self, _word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        Home::text("text")
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let mut shown = json!({});
        put_texts(&mut shown, value.fields()?, &["text"], showing);
        let days: Vec<Json> = days(value).filter_map(|fields| show_days(fields, showing)).collect();
        put(&mut shown, "days", (!days.is_empty()).then_some(Json::Array(days)));
        Some(shown)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        let days: Vec<Json> = days(value).filter_map(linked_days).collect();
        (!days.is_empty()).then_some(Json::Array(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "\n  text: { vi: mở cả tuần }\n  days:\n    - { on: mo-fr, from: \"7:00\", to: \"17:00\" }\n    - { on: \"sa,su\", from: \"07:00\", to: \"21:00\" }";

    #[test]
    fn days_in_words_are_answered_with_their_letters() {
        for (typed, days) in [
            ("thứ 2 đến thứ 6", "mo-fr"),
            ("T2 - T6", "mo-fr"),
            ("thứ Bảy, Chủ nhật", "sa,su"),
            ("thứ Hai", "mo"),
            ("hằng ngày", "mo-su"),
            ("T2, T4, T6", "mo,we,fr"),
        ] {
            let probe = Probe::read(&Hours, &format!("{{ days: \"{typed}\" }}"));
            let form = format!("days: [ {{ on: \"{days}\", from: \"…:…\", to: \"…:…\" }} ]");
            assert_eq!((probe.codes(), probe.said(FORM)), (vec![305], &*form), "{typed}");
            let on = Probe::read(
                &Hours,
                &format!("{{ days: [ {{ on: \"{typed}\", from: \"7:00\", to: \"9:00\" }} ] }}"),
            );
            assert_eq!(
                (on.codes(), on.said(FORM)),
                (vec![366], &*format!("on: \"{days}\"")),
                "{typed}"
            );
            Probe::good(
                &Hours,
                &format!("{{ days: [ {{ on: \"{days}\", from: \"7:00\", to: \"9:00\" }} ] }}"),
            );
        }
        assert_eq!(meant_days("mùa hội"), None);
    }

    #[test]
    fn days_are_named_in_the_pages_language() {
        let probe = Probe::good(&Hours, GOOD);
        let shown = probe.show(EN);
        assert_eq!(shown["text"], json!({ "text": "mở cả tuần", "lang": "vi" }));
        assert_eq!(
            shown["days"][0],
            json!({ "on": { "text": "Monday – Friday" }, "from": "07:00", "to": "17:00" })
        );
        assert_eq!(probe.show(VI)["days"][1]["on"]["text"], "Thứ Bảy, Chủ nhật");
        assert_eq!(probe.linked(EN)[1]["dayOfWeek"], json!(["Saturday", "Sunday"]));
        let daily = Probe::good(&Hours, "{ days: { on: mo-su, from: \"00:00\", to: \"24:00\" } }");
        assert_eq!(daily.show(EN)["days"][0]["on"]["text"], "Every day");
    }

    #[test]
    fn mistakes_are_told() {
        let read = |days: &str| Probe::read(&Hours, &format!("{{ days: [ {days} ] }}")).codes();
        assert_eq!(read("{ on: thứ Hai, from: \"07:00\", to: \"17:00\" }"), [366]);
        assert_eq!(read("{ on: fr-mo, from: \"07:00\", to: \"17:00\" }"), [366]);
        assert_eq!(read("{ on: mo, from: 7h30, to: \"25:00\" }"), [367, 367]);
        assert_eq!(read("{ on: mo, from: \"07:00\" }"), [369]);
    }
}
