//! What templates can do with a value.
//!
//! Entry point: [`register`]. Invariant: filters are pure and give text that is escaped like any other, except `ld`;
//! nothing turns escaping off, and nothing makes data out of nothing.

use crate::view::script_json::ScriptJson;
use serde_json::Value as Json;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// Adds the filters that are the same in every language, and takes away what themes may not use.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill);
    tera.register_filter("ld", ld);
    tera.register_filter("named", named);
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

fn refused(name: &str) -> TeraResult<Value> {
    Err(Error::message(format!("`{name}` is not available to themes")))
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
            let form = forms.get(&tera::value::Key::from(name));
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
    let name = tera::value::Key::from("name");
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
    fn fields_of_a_group_are_found_by_name() {
        let t = json!({"fields": [{"name": "title", "items": [{"text": "Cổng"}]}]});
        let out = render(
            "{% set g = fields | named %}{{ g.title.items[0].text }}{% if g.photo %}x{% endif %}",
            &t,
        );
        assert_eq!(out, "Cổng");
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
