//! `rights`: why something may be published.
//!
//! Entry point: [`Rights`], [`read_rights`] for the rights of a file. Invariant: without a status there are no rights.

use super::FieldType;
use super::parts::{Parts, put_texts};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use serde_json::{Value as Json, json};

/// Why something may be published.
pub struct Rights;

const STATUSES: &[&str] = &[
    "state_document",
    "public_domain",
    "open_licence",
    "permission",
    "own_work",
    "link_only",
];

/// Reads rights; those without a status are reported as missing, for `what`.
pub fn read_rights(node: &Node, what: &str, reading: &mut Reading<'_>) -> Option<Fields> {
    let mut parts = Parts::open(node, &["status", "licence", "holder", "note"], reading)?;
    parts.choice("status", STATUSES, reading);
    parts.words(&["licence"], reading);
    parts.texts(&["holder", "note"], reading);
    if parts.written("status").is_none() {
        reading.report(codes::facts::WITHOUT_RIGHTS, parts.start(), &[("what", what)]);
    }
    parts.fields.get("status")?;
    Some(parts.fields)
}

/// The address of a well-known licence: `CC BY 4.0`, `CC BY-SA 4.0`, `CC0 1.0`.
pub fn licence_url(licence: &str) -> Option<String> {
    let mut words = licence.split_whitespace();
    let (family, rest): (&str, Vec<&str>) = (words.next()?, words.collect());
    match (family, rest.as_slice()) {
        ("CC0", _) => Some("https://creativecommons.org/publicdomain/zero/1.0/".into()),
        ("CC", [kind, version]) if kind.starts_with("BY") && version.contains('.') => Some(format!(
            "https://creativecommons.org/licenses/{}/{version}/",
            kind.to_ascii_lowercase()
        )),
        _ => None,
    }
}

/// A licence as structured data has it: an address, or a work with a name.
pub fn linked_licence(licence: &str) -> Json {
    match licence_url(licence) {
        Some(url) => url.into(),
        None => json!({ "@type": "CreativeWork", "name": licence }),
    }
}

/// Rights in one line: status, licence, holder.
pub fn in_short(fields: &Fields, showing: &Showing<'_>) -> Option<String> {
    let status = fields.word("status")?;
    let mut said = vec![showing.world.word(&format!("rights.{status}"))];
    said.extend(fields.word("licence").map(str::to_string));
    let holder = fields.text("holder");
    said.extend(holder.map(|h| showing.languages.plain(h, showing.lang).to_string()));
    Some(said.join(" · "))
}

impl FieldType for Rights {
    fn name(&self) -> &'static str {
        "rights"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "vì sao được phép đăng: { status: public_domain } hoặc own_work, permission…",
            "why it may be published: { status: public_domain } or own_work, permission …",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        read_rights(node, &spec.name, reading).map(Value::Map)
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        Home::line("status", word).filter(|_| STATUSES.contains(&word))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = showing.plain(in_short(fields, showing)?);
        put_texts(&mut shown, fields, &["note"], showing);
        Some(shown)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        value.fields()?.word("licence").map(linked_licence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    #[test]
    fn rights_say_status_licence_and_holder() {
        let probe = Probe::good(
            &Rights,
            "{ status: own_work, licence: CC BY 4.0, holder: Nhóm mẫu, note: { vi: tự viết } }",
        );
        assert_eq!(probe.show(EN)["text"], "The editors' own work · CC BY 4.0 · Nhóm mẫu");
        assert_eq!(probe.show(EN)["note"], json!({ "text": "tự viết", "lang": "vi" }));
        assert_eq!(
            probe.show(VI)["text"],
            "Tác phẩm của chính nhóm biên soạn · CC BY 4.0 · Nhóm mẫu"
        );
        assert_eq!(probe.linked(EN), json!("https://creativecommons.org/licenses/by/4.0/"));
    }

    #[test]
    fn rights_need_a_known_status() {
        assert_eq!(Probe::read(&Rights, "{ licence: CC BY 4.0 }").codes(), [361]);
        assert_eq!(Probe::read(&Rights, "{ status: public }").codes(), [308]);
        assert_eq!(Probe::read(&Rights, "{ status: xyz }").codes(), [309]);
        assert_eq!(Probe::read(&Rights, "{ status: own-work }").codes(), [308]);
        assert!(Probe::read(&Rights, "{ licence: CC BY 4.0 }").value.is_none());
    }
}
