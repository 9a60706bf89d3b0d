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
    if is_partly(&folded) {
        return None;
    }
    // «thứ Bảy» begins like «thứ Ba».
    let is_word = |at: usize, name: &str| {
        let (before, behind) = (&folded[..at], &folded[at + name.len()..]);
        !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric)
    };
    // Where each day begins and ends.
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (day, names) in NAMES.iter().enumerate() {
        let places = names.iter().flat_map(|name| folded.match_indices(name));
        let places = places.filter(|(at, name)| is_word(*at, name));
        found.extend(places.map(|(at, name)| (at, at + name.len(), day)));
    }
    found.sort_unstable();
    let is_daily = ["hang ngay", "moi ngay", "ca tuan"]
        .iter()
        .any(|all| folded.contains(all));
    match found.last() {
        None => is_daily.then(|| "mo-su".to_string()),
        Some((_, end, _)) if is_daily || goes_on(&folded[*end..]) => None,
        Some(_) => in_runs(&found, &folded),
    }
}

/// True for words that take days away, or speak of some weeks only: «trừ thứ Hai», «Chủ nhật đầu tháng».
fn is_partly(folded: &str) -> bool {
    const WORDS: [&str; 13] = [
        "tru", "nghi", "dong", "khong", "except", "closed", "thang", "mua", "cach", "le", "tet", "dau", "cuoi",
    ];
    folded
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| WORDS.contains(&word))
}

/// True where days go on without their names: the rest of «thứ 2, 4, 6» and of «thứ Hai đến Sáu».
fn goes_on(rest: &str) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric();
    let words = rest.split_inclusive(is_sign).filter(|word| !word.starts_with(is_sign));
    let mut words = words.map(|word| word.split_at(word.trim_end_matches(is_sign).len()));
    let first = words.find(|(word, _)| !matches!(*word, "den" | "toi" | "va" | "het"));
    // «thứ 2: 7:00» goes on with an hour.
    first.is_some_and(|(word, sign)| match word {
        "2" | "3" | "4" | "5" | "6" | "7" => sign != ":",
        word => matches!(word, "hai" | "ba" | "tu" | "nam" | "sau" | "bay"),
    })
}

/// Days with what stands between them: `mo-fr,su`. `None` where that is not clear.
fn in_runs(found: &[(usize, usize, usize)], folded: &str) -> Option<String> {
    let mut said = DAYS[found.first()?.2].0.to_string();
    let mut is_run = false;
    for pair in found.windows(2) {
        let ((_, end, from), (begin, _, to)) = (pair[0], pair[1]);
        let between = folded.get(end..begin)?.trim().trim_end_matches("ngay").trim();
        let is_next = match between {
            "-" | "–" | "—" | "den" | "den het" | "toi" | "to" => true,
            "" | "," | ";" | "&" | "+" | "/" | "va" | ", va" | "and" => false,
            _ => return None,
        };
        // «T2 - T4 - T6» may be three days, and a week does not begin before it ends.
        if is_next && (is_run || from >= to) {
            return None;
        }
        is_run = is_next;
        said.push(if is_next { '-' } else { ',' });
        said.push_str(DAYS[to].0);
    }
    Some(said)
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
            ("thứ 2 đến thứ 6 và chủ nhật", "mo-fr,su"),
            ("Chủ nhật, T2 - T4", "su,mo-we"),
            ("thứ 2 đến thứ 6: 7:00 đến 17:00", "mo-fr"),
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
        for unclear in [
            "mùa hội",
            "hằng ngày, trừ thứ Hai",
            "nghỉ thứ Hai",
            "thứ Hai đóng cửa",
            "daily except T2",
            "hằng ngày, thứ 7 đến 20h",
            "thứ 2, 4, 6",
            "thứ Hai đến Sáu",
            "T2 - T4 - T6",
            "thứ 7 đến thứ 2",
            "thứ 2 sáng, thứ 3 chiều",
            "Chủ nhật đầu tháng",
        ] {
            assert_eq!(meant_days(unclear), None, "{unclear}");
        }
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
