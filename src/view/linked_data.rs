//! Structured data of a page (schema.org as JSON-LD).
//!
//! Entry point: `Viewer::linked_data`. Invariant: only types and properties that schema.org allows together; nothing
//! is stated that the page does not show; one `@graph` per page.

use super::model::{CardLists, Content, EntryView, PageView};
use super::viewer::Viewer;
use super::world::EntryWorld;
use crate::schema::showing::Showing;
use crate::text::Lang;
use serde_json::{Map, Value as Json, json};

impl Viewer<'_> {
    /// The graph of a page: itself, its breadcrumbs, and what it is about.
    pub(super) fn linked_data(&self, lang: Lang, page: &PageView, content: &Content, cards: &CardLists) -> Json {
        let config = &self.site.frame.config;
        let tag = self.tag(lang);
        let mut graph = vec![self.web_page(&tag, page, content)];
        if let Some(breadcrumbs) = self.breadcrumbs(page) {
            graph.push(breadcrumbs);
        }
        match content {
            Content::Home(_) => graph.push(json!({
                "@type": "WebSite",
                "@id": format!("{}#site", config.base_url),
                "url": config.base_url,
                "name": config.languages.plain(&config.title, lang),
                "inLanguage": config.languages.all().map(|l| self.tag(l)).collect::<Vec<_>>(),
            })),
            Content::List(list) => {
                let items = cards.list.iter().enumerate().map(|(i, card)| {
                    let url = config.absolute(&card.path);
                    json!({ "@type": "ListItem", "position": i + 1, "url": url, "name": card.title.text })
                });
                graph.push(json!({
                    "@type": "ItemList",
                    "@id": format!("{}#list", page.canonical),
                    "numberOfItems": list.total,
                    "itemListElement": items.collect::<Vec<_>>(),
                }));
            }
            Content::Entry(entry) if !entry.withdrawn => graph.push(self.thing(lang, page, entry)),
            _ => {}
        }
        json!({ "@context": "https://schema.org", "@graph": graph })
    }

    fn web_page(&self, tag: &str, page: &PageView, content: &Content) -> Json {
        let kind = if matches!(content, Content::List(_)) {
            "CollectionPage"
        } else {
            "WebPage"
        };
        let mut node = json!({
            "@type": kind,
            "@id": page.canonical,
            "url": page.canonical,
            "name": page.title,
            "description": page.description,
            "inLanguage": tag,
            "isPartOf": { "@id": format!("{}#site", self.site.frame.config.base_url) },
        });
        match content {
            Content::Entry(entry) if !entry.withdrawn => node["mainEntity"] = json!({ "@id": self.id(&entry.key) }),
            Content::List(_) => node["mainEntity"] = json!({ "@id": format!("{}#list", page.canonical) }),
            _ => {}
        }
        node
    }

    /// The same thing has the same name in every language.
    fn id(&self, key: &str) -> String {
        format!("{}#{key}", self.site.frame.config.base_url)
    }

    fn breadcrumbs(&self, page: &PageView) -> Option<Json> {
        if page.breadcrumbs.is_empty() {
            return None;
        }
        let config = &self.site.frame.config;
        let crumbs = page
            .breadcrumbs
            .iter()
            .map(|c| (c.label.text.as_str(), config.absolute(&c.path)));
        let all = crumbs.chain(std::iter::once((page.title.as_str(), page.canonical.clone())));
        let items: Vec<Json> = all
            .enumerate()
            .map(|(i, (name, url))| json!({ "@type": "ListItem", "position": i + 1, "name": name, "item": url }))
            .collect();
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }

    fn thing(&self, lang: Lang, page: &PageView, entry: &EntryView) -> Json {
        let site = self.site;
        let Some(me) = site.index.get(entry.key.as_str()).copied() else {
            return Json::Null;
        };
        let kind = site.frame.kinds.get(site.entries[me as usize].kind);
        let mut node = Map::new();
        node.insert(
            "@type".into(),
            one_or_many(kind.schema_org.iter().map(|t| json!(t)).collect()),
        );
        node.insert("@id".into(), json!(self.id(&entry.key)));
        node.insert("name".into(), json!(entry.title.text));
        node.insert("url".into(), json!(page.canonical));
        if let Some(summary) = &entry.summary {
            node.insert("description".into(), json!(summary.text));
        }
        let others = site.frame.config.languages.all().filter(|l| *l != lang);
        let names = others.filter_map(|l| site.entries[me as usize].card.title.only(l));
        let names: Vec<Json> = names.filter(|n| *n != entry.title.text).map(|n| json!(n)).collect();
        if !names.is_empty() {
            node.insert("alternateName".into(), one_or_many(names));
        }
        let world = EntryWorld {
            site,
            codes: self.codes,
            media: self.media,
            me,
            lang,
        };
        let showing = super::frame::showing(site, &world, lang);
        self.properties(&mut node, me, &showing);
        Json::Object(node)
    }

    /// The properties that the kind names for its fields; several fields may add to one property.
    fn properties(&self, node: &mut Map<String, Json>, me: u32, showing: &Showing<'_>) {
        let entry = &self.site.entries[me as usize];
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
            let mut values: Vec<Json> = values.map(named).collect();
            if values.is_empty() {
                continue;
            }
            if let Some(known) = node.remove(property) {
                match known {
                    Json::Array(known) => values.splice(0..0, known).for_each(drop),
                    known => values.insert(0, known),
                }
            }
            node.insert(property.to_string(), one_or_many(values));
        }
    }
}

/// Properties that every thing has from its view.
fn node_has_own(property: &str) -> bool {
    matches!(property, "name" | "description" | "url")
}

fn one_or_many(mut values: Vec<Json>) -> Json {
    if values.len() == 1 {
        values.remove(0)
    } else {
        Json::Array(values)
    }
}
