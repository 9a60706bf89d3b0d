//! Structured data of a page (schema.org as JSON-LD).
//!
//! Entry point: `Viewer::linked_data`. Invariant: only types and properties that schema.org allows together; nothing
//! is stated that the page does not show; one `@graph` per page.

use super::model::{CardLists, Content, EntryView, PageView};
use super::script_json::ScriptJson;
use super::viewer::Viewer;
use crate::schema::showing::Showing;
use crate::text::Lang;
use serde_json::{Value as Json, json};

impl Viewer<'_> {
    /// The graph of a page: itself, its breadcrumbs, and what it is about.
    pub(super) fn linked_data(&self, lang: Lang, page: &PageView, content: &Content, cards: &CardLists) -> String {
        let mut out = ScriptJson::with_capacity(2048);
        out.open()
            .name("@context")
            .text("https://schema.org")
            .name("@graph")
            .list();
        self.web_page(&mut out, lang, page, content);
        self.breadcrumbs(&mut out, page);
        match content {
            Content::Home(_) => self.web_site(&mut out, lang),
            Content::List(list) => self.item_list(&mut out, page, list.total, cards),
            Content::Entry(entry) if !entry.withdrawn => self.thing(&mut out, lang, page, entry),
            _ => {}
        }
        out.end().close();
        out.into_text()
    }

    fn web_page(&self, out: &mut ScriptJson, lang: Lang, page: &PageView, content: &Content) {
        let kind = match content {
            Content::List(_) => "CollectionPage",
            _ => "WebPage",
        };
        let base = &self.site.frame.config.base_url;
        out.open().name("@type").text(kind);
        out.name("@id").text(&page.canonical).name("url").text(&page.canonical);
        out.name("name")
            .text(&page.title)
            .name("description")
            .text(&page.description);
        out.name("inLanguage")
            .text(&self.site.frame.config.languages.get(lang).code);
        out.name("isPartOf").open().name("@id").texts(&[base, "#site"]).close();
        match content {
            // The same thing has the same name in every language.
            Content::Entry(entry) if !entry.withdrawn => {
                out.name("mainEntity")
                    .open()
                    .name("@id")
                    .texts(&[base, "#", &entry.key])
                    .close();
            }
            Content::List(_) => {
                out.name("mainEntity")
                    .open()
                    .name("@id")
                    .texts(&[&page.canonical, "#list"])
                    .close();
            }
            _ => {}
        }
        out.close();
    }

    fn web_site(&self, out: &mut ScriptJson, lang: Lang) {
        let config = &self.site.frame.config;
        let base = &config.base_url;
        out.open()
            .name("@type")
            .text("WebSite")
            .name("@id")
            .texts(&[base, "#site"]);
        out.name("url")
            .text(base)
            .name("name")
            .text(config.languages.plain(&config.title, lang));
        out.name("inLanguage").list();
        for lang in config.languages.all() {
            out.text(&config.languages.get(lang).code);
        }
        out.end().close();
    }

    fn item_list(&self, out: &mut ScriptJson, page: &PageView, total: usize, cards: &CardLists) {
        let base = &self.site.frame.config.base_url;
        out.open()
            .name("@type")
            .text("ItemList")
            .name("@id")
            .texts(&[&page.canonical, "#list"]);
        out.name("numberOfItems").number(total).name("itemListElement").list();
        for (i, card) in cards.list.iter().enumerate() {
            out.open().name("@type").text("ListItem").name("position").number(i + 1);
            out.name("url")
                .texts(&[base, &card.path])
                .name("name")
                .text(&card.title.text)
                .close();
        }
        out.end().close();
    }

    fn breadcrumbs(&self, out: &mut ScriptJson, page: &PageView) {
        if page.breadcrumbs.is_empty() {
            return;
        }
        let base = self.site.frame.config.base_url.as_str();
        out.open()
            .name("@type")
            .text("BreadcrumbList")
            .name("itemListElement")
            .list();
        let crumbs = page
            .breadcrumbs
            .iter()
            .map(|c| (c.label.text.as_str(), [base, &c.path]));
        let itself = (page.title.as_str(), [page.canonical.as_str(), ""]);
        for (i, (name, address)) in crumbs.chain([itself]).enumerate() {
            out.open().name("@type").text("ListItem").name("position").number(i + 1);
            out.name("name").text(name).name("item").texts(&address).close();
        }
        out.end().close();
    }

    fn thing(&self, out: &mut ScriptJson, lang: Lang, page: &PageView, entry: &EntryView) {
        let site = self.site;
        let Some(me) = site.index.get(entry.key.as_str()).copied() else {
            return;
        };
        let card = &site.entries[me as usize].card;
        let kind = site.frame.kinds.get(site.entries[me as usize].kind);
        let types: Vec<Json> = kind.schema_org.iter().map(|t| json!(t)).collect();
        out.open();
        one_or_many(out, "@type", &types);
        out.name("@id").texts(&[&site.frame.config.base_url, "#", &entry.key]);
        out.name("name")
            .text(&entry.title.text)
            .name("url")
            .text(&page.canonical);
        if let Some(summary) = &entry.summary {
            out.name("description").text(&summary.text);
        }
        let others = site.frame.config.languages.all().filter(|l| *l != lang);
        let names = others.filter_map(|l| card.title.only(l));
        let names: Vec<Json> = names.filter(|n| *n != entry.title.text).map(|n| json!(n)).collect();
        let world = self.world(lang, me);
        let showing = world.showing();
        for (property, values) in self.properties(me, names, &showing) {
            one_or_many(out, property, &values);
        }
        out.close();
    }

    /// The properties that the kind names for its fields; several fields may add to one property.
    fn properties(&self, me: u32, names: Vec<Json>, showing: &Showing<'_>) -> Vec<(&str, Vec<Json>)> {
        let entry = &self.site.entries[me as usize];
        let mut all = vec![("alternateName", names)];
        for spec in &self.site.frame.kinds.get(entry.kind).fields {
            let Some(property) = spec.ld.as_deref().filter(|p| !node_has_own(p)) else {
                continue;
            };
            let Some(value) = entry.body.fields.get(&spec.name) else {
                continue;
            };
            let values = value
                .items()
                .iter()
                .filter_map(|item| spec.field.linked_data(item, spec, showing));
            let named = |value: Json| {
                if property == "additionalProperty" && !value.is_object() {
                    let name = showing.languages.plain(&spec.label, showing.lang);
                    json!({ "@type": "PropertyValue", "name": name, "value": value })
                } else {
                    value
                }
            };
            let values = values.map(named);
            match all.iter_mut().find(|(known, _)| *known == property) {
                Some((_, known)) => known.extend(values),
                None => all.push((property, values.collect())),
            }
        }
        all
    }
}

/// Properties that every thing has from its view.
fn node_has_own(property: &str) -> bool {
    matches!(property, "name" | "description" | "url")
}

/// A property with its values; none without.
fn one_or_many(out: &mut ScriptJson, property: &str, values: &[Json]) {
    match values {
        [] => {}
        [one] => {
            out.own_name(property).value(one);
        }
        many => {
            out.own_name(property).list();
            for value in many {
                out.value(value);
            }
            out.end();
        }
    }
}
