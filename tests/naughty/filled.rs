//! A site in which every field of every kind holds odd strings.
//!
//! Entry point: [`write`]. Invariant: each place has a number of its own before its text, so that it is found again.

use super::PNG;
use super::support::Site;
use serde_json::{Map, Value as Json, json};
use std::cell::RefCell;
use vanbia::schema::kind::{Kind, Kinds};
use vanbia::schema::languages::Languages;
use vanbia::schema::spec::FieldSpec;
use vanbia::text::Date;

pub(crate) fn kinds() -> Kinds {
    Kinds::read(&[], &Languages::vi_en(), Date::new(2026, 11, 21).unwrap()).0
}

/// Fills the fields of an entry with a text wherever a text may stand; each place has a number of its own before it.
struct Filler<'a> {
    text: &'a str,
    kinds: &'a Kinds,
    /// Names of the places, by number.
    places: RefCell<Vec<String>>,
}

/// A text as it is written at a place.
fn numbered(place: usize, text: &str) -> String {
    format!("⁂{place}⁂ {text}")
}

impl Filler<'_> {
    fn line(&self, place: &str) -> Json {
        self.places.borrow_mut().push(place.to_string());
        json!(numbered(self.places.borrow().len() - 1, self.text))
    }

    fn both(&self, place: &str) -> Json {
        let vi = self.line(place);
        json!({ "vi": vi, "en": format!("{} EN", vi.as_str().unwrap()) })
    }

    fn fields(&self, specs: &[FieldSpec], within: &str) -> Json {
        let mut map = Map::new();
        for spec in specs {
            if within.is_empty() && ["title", "summary", "formerly", "status", "sample", "url"].contains(&&*spec.name) {
                continue;
            }
            if spec.name == "id" {
                map.insert("id".into(), json!("phan-mot"));
            } else if let Some(value) = self.one(spec, &format!("{within}{}", spec.name)) {
                let value = if spec.many { json!([value]) } else { value };
                map.insert(spec.name.clone(), value);
            }
        }
        Json::Object(map)
    }

    fn photo(&self, at: &str) -> Json {
        let [alt, caption, credit] = ["alt", "caption", "credit"].map(|part| self.both(&format!("{at}.{part}")));
        json!({ "file": "photos/cong.png", "alt": alt, "caption": caption, "credit": credit, "licence": self.line(&format!("{at}.licence")) })
    }

    fn rights(&self, at: &str) -> Json {
        let text = |part: &str| self.both(&format!("{at}.{part}"));
        json!({ "status": "own_work", "licence": self.line(&format!("{at}.licence")), "holder": text("holder"), "note": text("note") })
    }

    /// A value of a field, with the text in each of its parts that takes one; none where no text can stand.
    fn one(&self, spec: &FieldSpec, at: &str) -> Option<Json> {
        let text = |part: &str| self.both(&format!("{at}.{part}"));
        let line = |part: &str| self.line(&format!("{at}.{part}"));
        Some(match spec.field.name() {
            "text" | "longtext" => self.both(at),
            "line" => self.line(at),
            "group" => self.fields(&spec.fields, &format!("{at}.")),
            "choice" => json!(spec.choices.first()?.key),
            "integer" | "number" => json!(spec.min.unwrap_or(7).max(7)),
            "ref" => {
                let kind = spec.to.first().map_or("relic", String::as_str);
                json!(format!("{}/so-0", self.kinds.get(self.kinds.of_key(kind)?).folder))
            }
            "date" => json!("2016-12-31"),
            "url" => json!("https://a.vn/"),
            "opens" => json!({ "url": "https://a.vn/" }),
            "dating" => json!({ "text": text("text") }),
            "recognition" => {
                json!({ "rank": "national", "number": line("number"), "date": "2016-12-31", "by": text("by"), "batch": text("batch"), "name": text("name"), "place_then": text("place_then") })
            }
            "place" => {
                json!({ "ward": "07798", "ward_name": text("ward_name"), "province_name": text("province_name"), "address": text("address"), "before_2025": text("before_2025"), "directions": text("directions"), "at": [21.2779, 106.0231] })
            }
            "photo" => self.photo(at),
            "stars" => json!({ "stars": 4, "number": line("number"), "date": "2026-01-15", "by": text("by") }),
            "festival" => json!({ "name": text("name"), "lunar": "14-15/2", "text": text("text") }),
            "source" => json!({ "title": text("title"), "publisher": text("publisher"), "pages": line("pages") }),
            "verified" => json!({ "by": text("by"), "role": text("role"), "on": "2026-11-01" }),
            "step" => {
                json!({ "title": text("title"), "text": text("text"), "photo": self.photo(&format!("{at}.photo")) })
            }
            "inscription" => {
                json!({ "original": text("original"), "transcription": text("transcription"), "translation": text("translation"), "note": text("note") })
            }
            "contact" => {
                json!({ "name": text("name"), "address": text("address"), "phone": "0912 345 678", "consent": true })
            }
            "shop" => json!({ "channel": "website", "url": "https://cho.vn/", "label": text("label") }),
            "hours" => json!({ "text": text("text") }),
            "money" => json!({ "amount": 120_000, "on": "2026-11-01", "note": text("note") }),
            "rights" => self.rights(at),
            "file" => {
                json!({ "file": "files/bang.csv", "title": text("title"), "rights": self.rights(&format!("{at}.rights")) })
            }
            _ => return None,
        })
    }

    fn entry(&self, kind: &Kind, summary: &str, number: usize) -> String {
        let mut fields = self.fields(&kind.fields, "");
        let own = fields.as_object_mut().unwrap();
        own.insert(
            "title".into(),
            json!({ "vi": self.text, "en": format!("{} EN", self.text) }),
        );
        own.insert("summary".into(), json!({ "vi": summary, "en": summary }));
        own.insert("updated".into(), json!("2026-11-01"));
        if !kind.listed {
            let (vi, en) = (format!("trang-rieng-{number}"), format!("own-page-{number}"));
            own.insert("url".into(), json!({ "vi": vi, "en": en }));
        }
        // One key a line, each value on its line: JSON is YAML.
        own.iter().map(|(key, value)| format!("{key}: {value}\n")).collect()
    }
}

/// Markdown that shows a text as it is. The separators of Unicode end lines there, as the reader of files documents.
fn literal(text: &str) -> String {
    let escaped = text.chars().map(|c| {
        if c.is_ascii_punctuation() {
            format!("\\{c}")
        } else {
            String::from(if matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}') {
                ' '
            } else {
                c
            })
        }
    });
    escaped.collect()
}

/// What one entry holds.
pub(crate) struct Filled<'a> {
    pub(crate) kind: &'a Kind,
    pub(crate) number: usize,
    pub(crate) text: &'a str,
    pub(crate) summary: &'a str,
    pub(crate) places: Vec<String>,
}

/// A site with an entry of every kind for each bundle. Its entries have no pictures for shared links; drawing so many
/// takes minutes without optimization.
pub(crate) fn write<'a>(
    site: &Site,
    kinds: &'a Kinds,
    texts: &'a [String],
    summaries: &'a [String],
) -> Vec<Filled<'a>> {
    let owner = texts[0].as_str();
    let settings = json!({ "vi": owner, "en": owner });
    site.write(
        "content/site.yaml",
        format!(
            "title: {settings}\ntagline: {settings}\nbase_url: https://disan.vn/\nowner: {{ name: {settings}, address: {settings}, responsible: {settings}, phone: {0} }}\nlicence: {{ name: {0} }}\nhome: {{ intro: {settings} }}\nshare_cards: no\n",
            json!(owner)
        ),
    );
    let mut all = Vec::new();
    for kind in kinds.all() {
        for (number, text) in texts.iter().enumerate() {
            let folder = format!("content/{}/so-{number}", kind.folder);
            let filler = Filler {
                text,
                kinds,
                places: RefCell::default(),
            };
            let summary = &summaries[all.len() % summaries.len()];
            site.write(&format!("{folder}/entry.yaml"), filler.entry(kind, summary, number));
            site.write(&format!("{folder}/photos/cong.png"), PNG);
            site.write(&format!("{folder}/files/bang.csv"), "tên,giá\nchè,1\n");
            site.write(&format!("{folder}/vi.md"), prose(text));
            let places = filler.places.into_inner();
            all.push(Filled {
                kind,
                number,
                text,
                summary,
                places,
            });
        }
    }
    all
}

/// A text at each place of Markdown that holds text.
fn prose(text: &str) -> String {
    let literal = literal(text);
    let fence = "~".repeat(9);
    format!(
        "⁂ {literal}\n\n## ⁂ {literal}\n\n- ⁂ **{literal}**\n\n> ⁂ {literal}\n\n| ⁂ {literal} |\n|---|\n| ⁂ {literal} |\n\n[⁂ {literal}](https://a.vn/) ![⁂ {literal}](photos/cong.png)\n\n{fence}\n⁂ {text}\n{fence}\n"
    )
}
