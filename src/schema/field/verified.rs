//! `verified`: who checked the content, and when.
//!
//! Entry point: [`Verified`]. Invariant: a check has a day, and that day is not in the future.

use super::FieldType;
use super::parts::{Parts, put_dates, put_texts};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::{Value as Json, json};

/// Who checked the content, and when.
pub struct Verified;

impl FieldType for Verified {
    fn name(&self) -> &'static str {
        "verified"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "ai kiểm tra, ngày nào: { by: …, role: …, on: 2026-11-20 }",
            "who checked it, and when: { by: …, role: …, on: 2026-11-20 }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, &["by", "role", "on"], reading)?;
        parts.needs("by", "by: { vi: …, en: … }", reading);
        parts.needs("on", "on: …-…-…", reading);
        parts.texts(&["by", "role"], reading);
        let on = parts.date("on", reading);
        if let Some(date) = on.filter(|on| on.first_day() > reading.today) {
            let args = [("date", &*date.to_string())];
            reading.report(codes::facts::CHECKED_IN_FUTURE, parts.span("on"), &args);
        }
        on.and(parts.fields.get("by"))?;
        parts.close()
    }

    fn home<'s>(&self, _word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        Home::text("by")
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let mut shown = json!({});
        put_texts(&mut shown, value.fields()?, &["by", "role"], showing);
        put_dates(&mut shown, value.fields()?, &["on"], showing);
        Some(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    #[test]
    fn a_check_names_who_and_when() {
        let probe = Probe::good(&Verified, "{ by: { vi: Nhóm mẫu }, role: biên soạn, on: 2026-11-20 }");
        assert_eq!(probe.show(EN)["by"], json!({ "text": "Nhóm mẫu", "lang": "vi" }));
        assert_eq!(probe.show(EN)["on"]["text"], "20\u{a0}November\u{a0}2026");
        assert_eq!(probe.show(VI)["role"], json!({ "text": "biên soạn" }));
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(Probe::read(&Verified, "{ by: A }").codes(), [369]);
        assert_eq!(Probe::read(&Verified, "{ by: A, on: 2027-01-01 }").codes(), [372]);
        assert_eq!(Probe::read(&Verified, "A").codes(), [305]);
    }
}
