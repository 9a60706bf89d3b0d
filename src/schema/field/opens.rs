//! `opens`: what a code does by itself: joins a network, dials, saves a contact, shows a place, opens a form.
//!
//! Entry point: [`Opens`]. Invariant: exactly one of its forms; the payload is what phones understand without a network;
//! characters that would end a part early are escaped; names and numbers of people need consent.

use super::parts::{Parts, put};
use super::{DirectCode, FieldType};
use crate::diag::codes;
use crate::qr::payload::page_payload;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::ascii;
use crate::text::phone::Phone;
use serde_json::{Value as Json, json};

/// What a code does by itself.
pub struct Opens;

/// The forms, each with the key that is its own.
const FORMS: &[&str] = &["url", "wifi", "phone", "contact", "geo"];

fn wifi(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let mut parts = Parts::open(node, &["name", "password", "security", "hidden"], reading)?;
    parts.needs("name", "name: \"…\"", reading);
    parts.words(&["name", "password"], reading);
    for part in ["name", "password"] {
        if let Some(written) = parts.fields.word(part).filter(|text| !text.is_ascii()) {
            let args = [("value", written), ("mended", &ascii(written))];
            reading.report(codes::fields::PLAIN_LETTERS, parts.span(part), &args);
            return None;
        }
    }
    parts.choice("security", &["wpa", "wep", "none"], reading);
    parts.yes_no("hidden", reading);
    let (name, password) = (
        parts.fields.word("name")?.len(),
        parts.fields.word("password").map_or(0, str::len),
    );
    let is_open = password == 0;
    // A network's name has at most 32 bytes, a WPA password 8 to 63 characters (IEEE 802.11).
    let is_wpa = !matches!(parts.fields.word("security"), Some("wep" | "none"));
    if name > 32 || (is_wpa && !is_open && !(8..=63).contains(&password)) {
        reading.report(codes::fields::WIFI_FORM, parts.span("name"), &[]);
        return None;
    }
    if is_open && matches!(parts.fields.word("security"), Some("wpa" | "wep")) {
        reading.report(codes::fields::WIFI_FORM, parts.span("security"), &[]);
        return None;
    }
    parts.close()
}

/// `WIFI:T:WPA;S:…;P:…;;`
fn wifi_payload(fields: &Fields) -> Option<String> {
    let password = fields
        .word("password")
        .filter(|_| fields.word("security") != Some("none"));
    let kind = match (fields.word("security"), password) {
        (_, None) => "nopass",
        (Some("wep"), _) => "WEP",
        _ => "WPA",
    };
    let escape = |text: &str| {
        let escaped = text.chars().flat_map(|c| {
            let mark = matches!(c, '\\' | ';' | ',' | ':' | '"').then_some('\\');
            mark.into_iter().chain([c])
        });
        escaped.collect::<String>()
    };
    let mut out = format!("WIFI:T:{kind};S:{};", escape(fields.word("name")?));
    if let Some(password) = password {
        out += &format!("P:{};", escape(password));
    }
    if fields.yes("hidden") {
        out += "H:true;";
    }
    Some(out + ";")
}

/// A visiting card, vCard 3.0 (RFC 2426), with the lines that phones read.
fn card_payload(fields: &Fields, showing_name: &str) -> String {
    // Phones of different makers read marked letters in cards in different ways; plain ones are read by all.
    let escape = |text: &str| {
        let text = ascii(text);
        text.replace('\\', "\\\\")
            .replace(',', "\\,")
            .replace(';', "\\;")
            .replace('\n', "\\n")
    };
    let name = escape(showing_name);
    let mut out = format!("BEGIN:VCARD\nVERSION:3.0\nN:{name};;;;\nFN:{name}\n");
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            out += &format!("{key}:{value}\n");
        }
    };
    let phone = |name: &str| fields.word(name).and_then(|digits| Phone::parse(digits).ok());
    line(
        "TEL",
        phone("phone").map(|phone| phone.link().trim_start_matches("tel:").to_string()),
    );
    line("EMAIL", fields.word("email").map(escape));
    let address = fields
        .text("address")
        .and_then(|text| text.all().next().map(|(_, text)| escape(text)));
    line("ADR", address.map(|text| format!(";;{text};;;;")));
    out + "END:VCARD"
}

fn first_text<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    fields.text(name)?.all().next().map(|(_, text)| text)
}

/// What the code says.
fn payload(fields: &Fields) -> Option<String> {
    if let Some(url) = fields.word("url") {
        return Some(page_payload(url));
    }
    if let Some(wifi) = fields.map("wifi") {
        return wifi_payload(wifi);
    }
    if let Some(phone) = fields.word("phone") {
        return Some(Phone::parse(phone).ok()?.link());
    }
    if let Some(contact) = fields.map("contact") {
        return Some(card_payload(contact, first_text(contact, "name")?));
    }
    let geo = fields.get("geo")?.fields()?;
    Some(format!("geo:{},{}", geo.word("lat")?, geo.word("lon")?))
}

impl FieldType for Opens {
    fn name(&self) -> &'static str {
        "opens"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "một trong: url, wifi: { name, password }, phone, contact: { name, phone, consent: true }, geo: [vĩ độ, kinh độ]",
            "one of: url, wifi: { name, password }, phone, contact: { name, phone, consent: true }, geo: [latitude, longitude]",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, FORMS, reading)?;
        let written = FORMS.iter().filter(|form| parts.written(form).is_some()).count();
        if written != 1 {
            reading.report(codes::fields::ONE_FORM, parts.start(), &[("known", &FORMS.join(", "))]);
            return None;
        }
        parts.read("url", &super::url::UrlField, reading);
        parts.read("phone", &super::phone::PhoneField, reading);
        parts.read("geo", &super::coordinates::Coordinates, reading);
        let contact = parts.read("contact", &super::contact::Contact, reading);
        if contact.is_some_and(|contact| contact.fields().is_none_or(|fields| fields.text("name").is_none())) {
            let args = [("key", "name"), ("example", "name: …")];
            reading.report(codes::fields::PART_MISSING, parts.span("contact"), &args);
            return None;
        }
        let network = parts.written("wifi").and_then(|node| wifi(node, reading));
        parts.fields.put("wifi", network);
        let good = payload(&parts.fields).is_some();
        parts.close().filter(|_| good)
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let stem = showing.world.beside(&self.direct(value)?.stem());
        let mut shown = json!({ "svg": format!("{stem}.svg"), "png": format!("{stem}.png") });
        if let Some(url) = fields.word("url") {
            shown["form"] = json!("url");
            shown["text"] = json!(super::url::readable(url));
            shown["href"] = json!(url);
        } else if let Some(wifi) = fields.map("wifi") {
            shown["form"] = json!("wifi");
            shown["text"] = json!(wifi.word("name"));
            put(&mut shown, "password", wifi.word("password").map(Json::from));
        } else if let Some(phone) = fields.word("phone").and_then(|digits| Phone::parse(digits).ok()) {
            shown["form"] = json!("phone");
            shown["text"] = json!(phone.display());
            shown["href"] = json!(phone.link());
        } else if let Some(contact) = fields.map("contact") {
            shown["form"] = json!("contact");
            shown["text"] = json!(first_text(contact, "name"));
        } else if let Some(geo) = fields.get("geo").and_then(Value::fields) {
            let (lat, lon) = (geo.word("lat")?, geo.word("lon")?);
            shown["form"] = json!("geo");
            shown["text"] = json!(format!("{lat}, {lon}"));
            shown["href"] = json!(format!("https://www.google.com/maps/search/?api=1&query={lat},{lon}"));
        }
        Some(shown)
    }

    fn direct(&self, value: &Value) -> Option<DirectCode> {
        Some(DirectCode {
            payload: payload(value.fields()?)?,
            sample: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{Probe, VI};

    fn said(yaml: &str) -> String {
        let probe = Probe::good(&Opens, yaml);
        Opens.direct(probe.value.as_ref().unwrap()).unwrap().payload
    }

    #[test]
    fn each_form_says_what_phones_understand() {
        for (yaml, wanted) in [
            (
                "{ url: \"https://bieu-mau.example/Dang-Ky?a=1\" }",
                "https://BIEU-MAU.EXAMPLE/Dang-Ky?a=1",
            ),
            (
                "{ wifi: { name: Nha van hoa, password: chao-ban-2026 } }",
                "WIFI:T:WPA;S:Nha van hoa;P:chao-ban-2026;;",
            ),
            (
                "{ wifi: { name: \"a;b,c:d\\\"e\\\\f\", password: \"p;w:12345\", hidden: true } }",
                "WIFI:T:WPA;S:a\\;b\\,c\\:d\\\"e\\\\f;P:p\\;w\\:12345;H:true;;",
            ),
            ("{ wifi: { name: Cho, security: none } }", "WIFI:T:nopass;S:Cho;;"),
            ("{ phone: \"0204 000 0000\" }", "tel:+842040000000"),
            ("{ geo: [21.2779, 106.0231] }", "geo:21.2779,106.0231"),
            (
                "{ contact: { name: \"Ban quản lý; di tích\", phone: \"0204 000 0000\", email: a@b.vn, consent: true } }",
                "BEGIN:VCARD\nVERSION:3.0\nN:Ban quan ly\\; di tich;;;;\nFN:Ban quan ly\\; di tich\nTEL:+842040000000\nEMAIL:a@b.vn\nEND:VCARD",
            ),
        ] {
            assert_eq!(said(yaml), wanted);
        }
    }

    #[test]
    fn pages_show_what_the_code_does_and_offer_its_picture() {
        let probe = Probe::good(&Opens, "{ wifi: { name: Nha van hoa, password: chao-ban-2026 } }");
        let shown = probe.show(VI);
        assert_eq!(
            (&shown["form"], &shown["text"], &shown["password"]),
            (&json!("wifi"), &json!("Nha van hoa"), &json!("chao-ban-2026"))
        );
        assert!(shown["svg"].as_str().unwrap().starts_with("vi/beside/ma-"));
    }

    #[test]
    fn mistakes_are_answered() {
        assert_eq!(
            Probe::read(&Opens, "{ url: https://a.example/, phone: \"0204 000 0000\" }").codes(),
            [386]
        );
        assert_eq!(
            Probe::read(&Opens, "{ wifi: { name: A, password: short } }").codes(),
            [387]
        );
        assert_eq!(
            Probe::read(&Opens, "{ wifi: { name: A, security: wpa } }").codes(),
            [387]
        );
        assert_eq!(
            Probe::read(&Opens, "{ contact: { name: Lan, phone: \"0912 345 678\" } }").codes()[0],
            360
        );
        assert_eq!(Probe::read(&Opens, "{ contact: { email: a@b.vn } }").codes(), [369]);
    }
}
