//! `contact`: whom to ask, and how.
//!
//! Entry point: [`Contact`]. Invariant: a name, telephone number or Zalo account without recorded consent is an error
//! and is never published; what remains is.

use super::FieldType;
use super::parts::{Parts, plain, put, put_texts};
use super::phone::{PhoneField, number};
use super::url::{host, read_url};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use crate::text::phone::Phone;
use serde_json::{Value as Json, json};

/// Whom to ask, and how.
pub struct Contact;

const PERSONAL: &[&str] = &["name", "phone", "zalo"];

/// `name@host.vn`.
fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else {
        return false;
    };
    let plain = |text: &str, also: &[char]| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(&c))
    };
    plain(name, &['.', '-', '_', '+']) && plain(host, &['.', '-']) && host.contains('.') && !host.ends_with('.')
}

/// A Zalo account: a telephone number, or a link to zalo.me.
fn zalo(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let is_link = node.scalar().is_some_and(|word| word.trim().starts_with("http"));
    if !is_link {
        return FieldSpec::new("zalo", &PhoneField).read(node, reading);
    }
    let url = read_url(node, reading)?;
    if host(&url) != "zalo.me" {
        reading.report(codes::fields::NOT_A_URL, node.span, &[("value", &url)]);
        return None;
    }
    Some(Value::Word(url.into()))
}

/// Reads an e-mail address, and reports what is none.
pub fn email(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let word = reading.word(node)?;
    if !is_email(word) {
        reading.report(codes::fields::NOT_AN_EMAIL, node.span, &[("value", word)]);
        return None;
    }
    Some(Value::Word(word.into()))
}

fn zalo_link(account: &str) -> String {
    match Phone::parse(account) {
        Ok(phone) => format!("https://zalo.me/{}", phone.digits()),
        Err(_) => account.to_string(),
    }
}

const KEYS: &[&str] = &["name", "phone", "zalo", "email", "address", "consent"];

impl FieldType for Contact {
    fn name(&self) -> &'static str {
        "contact"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "người hoặc nơi liên hệ; tên, số điện thoại chỉ đăng khi có consent: true",
            "whom to ask; names and telephone numbers only with consent: true",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, KEYS, reading)?;
        parts.texts(&["name"], reading);
        parts.read("phone", &PhoneField, reading);
        let account = parts.written("zalo").and_then(|n| zalo(n, reading));
        parts.fields.put("zalo", account);
        let address = parts.written("email").and_then(|n| email(n, reading));
        parts.fields.put("email", address);
        parts.texts(&["address"], reading);
        parts.yes_no("consent", reading);
        if !parts.fields.yes("consent") {
            // Who wrote something else than yes or no was told so.
            let told = parts.is_unread("consent");
            for name in PERSONAL.iter().filter(|name| !told && parts.written(name).is_some()) {
                reading.report(codes::facts::WITHOUT_CONSENT, parts.span(name), &[("what", name)]);
            }
            parts.fields.0.retain(|(name, _)| !PERSONAL.contains(&&**name));
        }
        parts.close()
    }

    fn keys(&self) -> &'static [&'static str] {
        KEYS
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        match word {
            _ if is_email(word) => Home::line("email", word),
            _ if digits >= 8 && !word.contains(char::is_alphabetic) => Home::code("phone", word),
            _ => Home::text("name"),
        }
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = json!({});
        put_texts(&mut shown, fields, &["name", "address"], showing);
        let phone = fields.get("phone").and_then(number);
        put(
            &mut shown,
            "phone",
            phone.map(|p| json!({ "text": p.display(), "href": p.link() })),
        );
        put(
            &mut shown,
            "zalo",
            fields.word("zalo").map(|a| json!({ "href": zalo_link(a) })),
        );
        let email = fields.word("email");
        put(
            &mut shown,
            "email",
            email.map(|e| json!({ "text": e, "href": format!("mailto:{e}") })),
        );
        let blank = shown.as_object().is_some_and(serde_json::Map::is_empty);
        (!blank).then_some(shown)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut point = json!({ "@type": "ContactPoint" });
        put(&mut point, "name", plain(fields, "name", showing));
        let phone = fields.get("phone").and_then(number);
        put(
            &mut point,
            "telephone",
            phone.map(|p| p.link().trim_start_matches("tel:").into()),
        );
        put(&mut point, "email", fields.word("email").map(Json::from));
        point.as_object().is_some_and(|p| p.len() > 1).then_some(point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "\n  name: { vi: Ban quản lý (mẫu) }\n  phone: \"0204 000 0000\"\n  zalo: \"0912 345 678\"\n  email: a.b@mau.example\n  consent: true";

    #[test]
    fn a_contact_has_its_ways() {
        let shown = Probe::good(&Contact, GOOD).show(EN);
        assert_eq!(shown["name"], json!({ "text": "Ban quản lý (mẫu)", "lang": "vi" }));
        assert_eq!(
            shown["phone"],
            json!({ "text": "0204 000 0000", "href": "tel:+842040000000" })
        );
        assert_eq!(shown["zalo"]["href"], "https://zalo.me/0912345678");
        assert_eq!(shown["email"]["href"], "mailto:a.b@mau.example");
        let linked = Probe::good(&Contact, GOOD).linked(VI);
        assert_eq!(linked["telephone"], "+842040000000");
        assert_eq!(
            (&linked["email"], &linked["name"]),
            (&json!("a.b@mau.example"), &json!("Ban quản lý (mẫu)"))
        );
    }

    #[test]
    fn nothing_personal_is_published_without_consent() {
        let probe = Probe::read(&Contact, &GOOD.replace("true", "false"));
        assert_eq!(probe.codes(), [360, 360, 360]);
        assert_eq!(probe.said("what"), "name");
        let email = json!({ "text": "a.b@mau.example", "href": "mailto:a.b@mau.example" });
        assert_eq!(probe.show(VI), json!({ "email": email }));
        assert_eq!(Probe::read(&Contact, "{ phone: \"0912 345 678\" }").codes(), [360]);
        let unread = Probe::read(&Contact, "{ phone: \"0912 345 678\", consent: đồng ý }");
        assert_eq!((unread.codes(), unread.value), (vec![303], None));
    }

    #[test]
    fn addresses_must_look_like_some() {
        for bad in ["ai đó", "a@mau", "a@mau.", "@mau.vn", "a@", "a b@mau.vn", "a@m_u.vn"] {
            assert_eq!(
                Probe::read(&Contact, &format!("{{ email: \"{bad}\" }}")).codes(),
                [368],
                "{bad}"
            );
        }
        assert_eq!(
            Probe::read(&Contact, "{ zalo: https://a.vn/x, consent: true }").codes(),
            [328]
        );
    }
}
