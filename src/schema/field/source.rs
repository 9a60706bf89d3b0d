//! `source`: where something is known from.
//!
//! Entry point: [`Source`]. Invariant: a source has a title; its address on the web is optional, because sources vanish.

use super::FieldType;
use super::parts::{Parts, plain, put, put_dates, put_texts};
use super::url::UrlField;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::{Value as Json, json};

/// Where something is known from.
pub struct Source;

const KINDS: &[&str] = &["article", "decision", "law", "book", "site", "survey"];

impl FieldType for Source {
    fn name(&self) -> &'static str {
        "source"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "nguồn: { title: …, publisher: …, date: 2022-03, url: https://…, kind: article }",
            "a source: { title: …, publisher: …, date: 2022-03, url: https://…, kind: article }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, &["title", "publisher", "date", "url", "pages", "kind"], reading)?;
        parts.needs("title", "title: { vi: …, en: … }", reading);
        parts.texts(&["title", "publisher"], reading);
        parts.date("date", reading);
        parts.read("url", &UrlField, reading);
        parts.words(&["pages"], reading);
        parts.choice("kind", KINDS, reading);
        parts.fields.get("title")?;
        parts.close()
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        if word.contains("://") {
            return Some(Home::line("url", word)?.below("title: { vi: …, en: … }".to_string()));
        }
        Home::text("title")
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = json!({});
        put_texts(&mut shown, fields, &["title", "publisher"], showing);
        put_dates(&mut shown, fields, &["date"], showing);
        put(&mut shown, "url", fields.word("url").map(Json::from));
        put(
            &mut shown,
            "pages",
            fields.word("pages").map(|pages| showing.plain(pages)),
        );
        let kind = fields
            .word("kind")
            .map(|kind| showing.word(&format!("source_kind.{kind}")));
        put(&mut shown, "kind", kind);
        Some(shown)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut work = json!({ "@type": "CreativeWork", "name": plain(fields, "title", showing)? });
        let publisher = plain(fields, "publisher", showing);
        put(
            &mut work,
            "publisher",
            publisher.map(|p| json!({ "@type": "Organization", "name": p })),
        );
        put(
            &mut work,
            "datePublished",
            fields.date("date").map(|d| d.to_string().into()),
        );
        put(&mut work, "url", fields.word("url").map(Json::from));
        Some(work)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "{ title: { vi: Bài về bia }, publisher: Báo Gia Lai, date: 2022-03, url: https://baogialai.com.vn/x, pages: 12–18, kind: article }";

    #[test]
    fn a_source_is_cited_with_all_that_is_known() {
        let probe = Probe::good(&Source, GOOD);
        let shown = probe.show(EN);
        assert_eq!(shown["title"], json!({ "text": "Bài về bia", "lang": "vi" }));
        assert_eq!(
            (&shown["publisher"]["text"], &shown["date"]["text"]),
            (&json!("Báo Gia Lai"), &json!("March\u{a0}2022"))
        );
        assert_eq!(
            (&shown["pages"]["text"], &shown["kind"]["text"]),
            (&json!("12–18"), &json!("newspaper article"))
        );
        assert_eq!(probe.show(VI)["kind"]["text"], "bài báo");
        assert_eq!(probe.linked(VI)["publisher"]["name"], "Báo Gia Lai");
    }

    #[test]
    fn a_title_that_was_left_open_is_asked_for() {
        for title in ["{ vi: …, en: … }", "{ vi: \"\", en: \"\" }", "{ vi: ..., en: }", "…"] {
            let probe = Probe::read(&Source, &format!("{{ title: {title}, url: https://a.vn }}"));
            assert_eq!(probe.codes(), [369], "{title}");
        }
        let ends = Probe::good(&Source, "{ title: Đền…, url: https://a.vn }");
        assert_eq!(ends.show(VI)["title"]["text"], "Đền…");
        // Of two languages the one that was written.
        let half = Probe::good(&Source, "{ title: { vi: Bài về bia, en: … } }");
        assert_eq!(half.show(EN)["title"], json!({ "text": "Bài về bia", "lang": "vi" }));
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(Probe::read(&Source, "{ publisher: Báo Gia Lai }").codes(), [369]);
        assert_eq!(Probe::read(&Source, "{ title: A, kind: artical }").codes(), [308]);
        assert_eq!(
            Probe::read(&Source, "{ title: A, url: baogialai.com.vn }").codes(),
            [329]
        );
    }
}
