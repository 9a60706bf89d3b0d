//! What templates can do with a value.
//!
//! Entry point: [`register`]. Invariant: filters are pure and give text that is escaped like any other, except `ld`;
//! nothing turns escaping off, nothing makes data out of nothing, and nothing depends on the order of a hash table.

use crate::view::script_json::ScriptJson;
use serde_json::Value as Json;
use std::fmt::Write;
use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// Every filter that templates may use: those of the engine, and ours.
pub(super) const NAMES: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "escape_xml",
    "fill",
    "first",
    "float",
    "get",
    "group_by",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "ld",
    "length",
    "lower",
    "named",
    "newlines_to_br",
    "nth",
    "number",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "trim_end",
    "trim_start",
    "truncate",
    "unique",
    "upper",
    "url_part",
    "values",
    "without",
    "wordcount",
];

/// Adds the filters that are the same in every language, and takes away what themes may not use.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill);
    tera.register_filter("ld", ld);
    tera.register_filter("named", named);
    tera.register_filter("without", without);
    tera.register_filter("group_by", group_by);
    tera.register_filter("url_part", url_part);
    tera.register_filter("safe", |_: Value, _: Kwargs, _: &State| refused("safe"));
    tera.register_function("range", |_: Kwargs, _: &State| refused("range"));
    register_number(tera, "");
}

/// Adds `number`, which groups digits as the language does.
pub(super) fn register_number(tera: &mut Tera, group: &str) {
    let group = group.to_string();
    tera.register_filter(
        "number",
        move |value: Value, _: Kwargs, _: &State| -> TeraResult<String> {
            let whole = value
                .as_i64()
                .ok_or_else(|| Error::message("number: a whole number is needed"))?;
            Ok(grouped(whole, &group))
        },
    );
}

/// A text as a part of an address (RFC 3986 §2): everything but letters, digits and `-._~` in percent signs.
fn url_part(text: Value, _: Kwargs, _: &State) -> TeraResult<String> {
    let text = text
        .as_str()
        .ok_or_else(|| Error::message("url_part: a text is needed"))?;
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => {
                // Writing to a text cannot fail.
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    Ok(out)
}

fn refused(name: &str) -> TeraResult<Value> {
    Err(Error::message(format!("not for themes: {name}")))
}

fn grouped(whole: i64, group: &str) -> String {
    let digits = whole.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    if whole < 0 {
        out.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    out
}

/// Puts values into the `{placeholders}` of a text: `{{ t.list.count | fill(n=list.total) }}`. A text with the two
/// forms `one` and `other` is chosen by `n`.
fn fill(text: Value, values: Kwargs, _: &State) -> TeraResult<String> {
    let n = values.get::<Value>("n")?;
    let text = match text.as_map() {
        Some(forms) => {
            let single = n
                .as_ref()
                .is_some_and(|n| n.as_i64() == Some(1) || n.as_str() == Some("1"));
            let name = if single { "one" } else { "other" };
            let form = forms.get(&Key::from(name));
            form.ok_or_else(|| Error::message(format!("fill: the text has no form `{name}`")))?
        }
        None => &text,
    };
    let Some(pattern) = text.as_str() else {
        return Err(Error::message("fill: a text is needed"));
    };
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        match values.get::<Value>(name)? {
            Some(value) => out.push_str(&value.to_string()),
            None => return Err(Error::message(format!("fill: the text wants `{name}`"))),
        }
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

/// The fields of a group by their names: `{% set g = item.fields | named %}{{ g.title.items[0].text }}`.
fn named(fields: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let name = Key::from("name");
    let mut by_name = tera::value::Map::new();
    for field in fields.as_array().unwrap_or_default() {
        if let Some(key) = field
            .as_map()
            .and_then(|field| field.get(&name))
            .and_then(Value::as_str)
        {
            by_name.insert(key.to_string().into(), field.clone());
        }
    }
    Ok(Value::from(by_name))
}

/// The fields of a group but for those of these names: `{{ item.fields | without(names=["title", "text"]) }}`. What a
/// component has no place of its own for is shown by it all the same.
fn without(fields: Value, options: Kwargs, _: &State) -> TeraResult<Value> {
    let names = options.must_get::<Vec<&str>>("names")?;
    let key = Key::from("name");
    let is_left = |field: &&Value| {
        let name = field.as_map().and_then(|field| field.get(&key)).and_then(Value::as_str);
        name.is_none_or(|name| !names.contains(&name))
    };
    let left = fields.as_array().unwrap_or_default().iter().filter(is_left);
    Ok(Value::from(left.cloned().collect::<Vec<_>>()))
}

/// Items under what they have in common, in the order of appearance: `{% for year, list in items | group_by(attribute="year") %}`.
/// Takes the place of the engine's filter of that name, which orders groups by chance, so that two builds would differ.
/// Items without the attribute are left out, as there.
fn group_by(items: Value, options: Kwargs, _: &State) -> TeraResult<Value> {
    let attribute = options.must_get::<&str>("attribute")?;
    let items = items
        .as_array()
        .ok_or_else(|| Error::message("group_by: a list is needed"))?;
    let mut groups: Vec<(Key, Vec<Value>)> = Vec::new();
    for item in items {
        let found = item.get_from_path(attribute);
        let Some(common) = found.filter(|common| !common.is_none() && !common.is_undefined()) else {
            continue;
        };
        let key = key_of(common)?;
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, group)) => group.push(item.clone()),
            None => groups.push((key, vec![item.clone()])),
        }
    }
    let groups = groups.into_iter().map(|(key, group)| (key, Value::from(group)));
    Ok(Value::from(groups.collect::<tera::value::Map>()))
}

/// What items have in common, as the key of a map.
fn key_of(common: &Value) -> TeraResult<Key<'static>> {
    let key = common.as_str().map(|text| text.to_string().into());
    let key = key.or_else(|| common.as_bool().map(Key::Bool));
    let key = key.or_else(|| common.as_i64().map(Key::I64));
    key.ok_or_else(|| Error::message("group_by: only texts, whole numbers and yes or no can be in common"))
}

/// JSON for a script element, for templates that write some of their own.
fn ld(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let json: Json = serde_json::to_value(&value).map_err(Error::message)?;
    Ok(Value::safe_string(&ScriptJson::of(&json)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use tera::Context;

    fn try_render(template: &str, values: &Json) -> TeraResult<String> {
        let mut tera = Tera::default();
        tera.autoescape_on([".html"]);
        register(&mut tera);
        register_number(&mut tera, ".");
        tera.add_raw_template("a.html", template)?;
        tera.render("a.html", &Context::from_serialize(values)?)
    }

    fn render(template: &str, values: &Json) -> String {
        try_render(template, values).unwrap()
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let out = render(
            "{{ a | number }} {{ b | number }} {{ c | number }}",
            &json!({"a": 1250000, "b": 999, "c": -1000}),
        );
        assert_eq!(out, "1.250.000 999 −1.000");
    }

    #[test]
    fn texts_are_filled_by_name_escaped_and_chosen_by_number() {
        let t = json!({"a": "{n} trong {x}", "p": {"one": "{n} entry", "other": "{n} entries"}, "x": "<b>"});
        assert_eq!(render("{{ a | fill(n=2, x=x) }}", &t), "2 trong &lt;b&gt;");
        assert_eq!(
            render("{{ p | fill(n=1) }}, {{ p | fill(n=3) }}", &t),
            "1 entry, 3 entries"
        );
        assert!(
            try_render("{{ a | fill(n=2) }}", &t).is_err(),
            "a forgotten value must not be printed as {{x}}"
        );
    }

    #[test]
    fn the_list_names_the_filters_that_there_are() {
        let is_there = |name: &str| {
            let said = try_render(&format!("{{{{ 1 | {name} }}}}"), &json!({})).map_err(|error| error.to_string());
            !said.is_err_and(|said| said.contains("Unknown filter"))
        };
        assert!(NAMES.iter().all(|name| is_there(name)));
        for other in ["slugify", "date", "json_encode", "filesizeformat", "nl2br", "e", "xyz"] {
            assert!(!is_there(other), "{other}");
        }
        assert!(NAMES.is_sorted());
    }

    #[test]
    fn fields_of_a_group_are_found_by_name() {
        let t = json!({"fields": [{"name": "title", "items": [{"text": "Cổng"}]}]});
        let out = render(
            "{% set g = fields | named %}{{ g.title.items[0].text }}{% if g.photo %}x{% endif %}",
            &t,
        );
        assert_eq!(out, "Cổng");
    }

    #[test]
    fn groups_stand_in_the_order_in_which_they_appear() {
        let years: Vec<u32> = (0..60).map(|i| 1900 + i * 37 % 60).collect();
        let items: Vec<Json> = years
            .iter()
            .map(|year| json!({"year": year, "n": {"k": "a"}}))
            .collect();
        let t = json!({"items": items, "odd": [{"x": 1}, {"year": 2, "n": {"k": "b"}}]});
        let template =
            "{% for year, list in items | group_by(attribute=\"year\") %}{{ year }}x{{ list | length }} {% endfor %}";
        let expected: String = years.iter().map(|year| format!("{year}x1 ")).collect();
        assert_eq!(render(template, &t), expected);
        let nested = "{% for k, list in items | group_by(attribute=\"n.k\") %}{{ k }}{{ list | length }}{% endfor %}";
        assert_eq!(render(nested, &t), "a60");
        let without = "{% for y, list in odd | group_by(attribute=\"year\") %}{{ y }}{% endfor %}";
        assert_eq!(
            render(without, &t),
            "2",
            "an item without the attribute belongs to no group"
        );
    }

    #[test]
    fn linked_data_cannot_leave_its_script_element() {
        let t = json!({"v": {"name": "</script><!-- & \u{2028}"}});
        let out = render("<script>{{ v | ld }}</script>", &t);
        assert_eq!(
            out,
            r#"<script>{"name":"\u003c/script\u003e\u003c!-- \u0026 \u2028"}</script>"#
        );
    }

    #[test]
    fn themes_cannot_turn_escaping_off_or_count_without_data() {
        assert!(try_render("{{ v | safe }}", &json!({"v": "<b>"})).is_err());
        assert!(try_render("{% for i in range(end=9) %}x{% endfor %}", &json!({})).is_err());
        assert!(try_render("{{ get_env(name=\"HOME\") }}", &json!({})).is_err());
    }
}
