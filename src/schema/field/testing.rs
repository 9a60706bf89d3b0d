//! Reading and showing single values in tests of field types.
//!
//! Entry point: [`Probe::read`]. Invariant: the same words, formats and languages as a site has.

use super::FieldType;
use crate::diag::Diagnostics;
use crate::schema::languages::Languages;
use crate::schema::reading::Reading;
use crate::schema::showing::{EntryLink, FileLink, PictureLink, Showing, World};
use crate::schema::spec::FieldSpec;
use crate::schema::value::{FileRef, Reference, Value};
use crate::schema::words::Words;
use crate::source::document::Document;
use crate::source::yaml;
use crate::text::{Date, Lang, Text};
use serde_json::Value as Json;

pub(crate) const VI: Lang = Lang(0);
pub(crate) const EN: Lang = Lang(1);

/// What came of reading one value.
pub(crate) struct Probe {
    pub(crate) value: Option<Value>,
    pub(crate) found: Diagnostics,
    pub(crate) spec: FieldSpec,
}

pub(crate) fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

impl Probe {
    /// Reads `x: <yaml>` by a field type; nested lines are indented by two blanks.
    pub(crate) fn read(field: &'static dyn FieldType, yaml: &str) -> Self {
        Self::by(FieldSpec::new("x", field), yaml)
    }

    /// The same by a spec.
    pub(crate) fn by(spec: FieldSpec, yaml: &str) -> Self {
        let doc = Document::new("entry.yaml", format!("x: {yaml}\n"));
        let languages = Languages::vi_en();
        let (node, problems) = yaml::read(&doc);
        assert!(problems.is_empty(), "{problems:?}");
        let mut reading = Reading::new(&doc, &languages, today());
        let value = spec.read(node.get("x").unwrap(), &mut reading);
        Self {
            value,
            found: reading.found,
            spec,
        }
    }

    /// A value that must be without findings.
    pub(crate) fn good(field: &'static dyn FieldType, yaml: &str) -> Self {
        let probe = Self::read(field, yaml);
        assert!(probe.found.is_empty(), "{yaml}: {:?}", probe.found);
        assert!(probe.value.is_some(), "{yaml}: nothing was read");
        probe
    }

    /// Numbers of the findings.
    pub(crate) fn codes(&self) -> Vec<u16> {
        self.found.iter().map(|d| d.code.number).collect()
    }

    /// Line and column of the first finding.
    pub(crate) fn at(&self) -> (u32, u32) {
        let place = self.found[0].place.as_ref().unwrap();
        (place.line, place.column)
    }

    /// The value of a `{name}` in the first finding.
    pub(crate) fn said(&self, name: &str) -> &str {
        self.found[0].arg(name).unwrap_or_default()
    }

    pub(crate) fn show(&self, lang: Lang) -> Json {
        let value = self.value.as_ref().unwrap();
        showing(lang, |s| self.spec.field.show(value, &self.spec, s)).unwrap_or(Json::Null)
    }

    pub(crate) fn brief(&self, lang: Lang) -> Json {
        let value = self.value.as_ref().unwrap();
        showing(lang, |s| self.spec.field.brief(value, &self.spec, s)).unwrap_or(Json::Null)
    }

    pub(crate) fn linked(&self, lang: Lang) -> Json {
        let value = self.value.as_ref().unwrap();
        showing(lang, |s| self.spec.field.linked_data(value, &self.spec, s)).unwrap_or(Json::Null)
    }

    pub(crate) fn facets(&self) -> Vec<String> {
        let value = self.value.as_ref().unwrap();
        let facets = self.spec.field.facets(value, &self.spec);
        facets.into_iter().map(|f| f.key).collect()
    }
}

/// Calls with a page of a language.
pub(crate) fn showing<T>(lang: Lang, call: impl FnOnce(&Showing<'_>) -> T) -> T {
    let languages = Languages::vi_en();
    let (words, _) = Words::read(&[], &languages);
    let world = Stub { words: &words, lang };
    call(&Showing {
        lang,
        languages: &languages,
        formats: words.formats(lang),
        today: today(),
        world: &world,
    })
}

struct Stub<'a> {
    words: &'a Words,
    lang: Lang,
}

impl World for Stub<'_> {
    fn entry(&self, reference: &Reference) -> Option<EntryLink> {
        Some(EntryLink {
            title: Text::same(reference.key.to_string()),
            path: format!("vi/{}/", reference.key),
            kind: "relic".into(),
        })
    }

    fn picture(&self, file: &FileRef) -> Option<PictureLink> {
        Some(PictureLink {
            sizes: vec![
                (format!("media/480-{}", file.path), 480),
                (format!("media/960-{}", file.path), 960),
            ],
            webp: vec![(format!("media/480-{}.webp", file.path), 480)],
            width: 960,
            height: 640,
            tone: Some(3),
            source: [0; 32],
        })
    }

    fn file(&self, file: &FileRef) -> Option<FileLink> {
        Some(FileLink {
            path: format!("media/{}", file.path),
            bytes: 1_234_567,
            seconds: Some(130),
            lines: match file.path.ends_with(".vtt") {
                true => [(0, "Xin chào.".to_string()), (2_500, "Mời vào.".to_string())].into(),
                false => [].into(),
            },
        })
    }

    fn word(&self, key: &str) -> String {
        self.words.get(self.lang, key)
    }

    fn code(&self, _part: &str) -> Option<Json> {
        None
    }

    fn beside(&self, name: &str) -> String {
        format!("{}/beside/{name}", if self.lang == VI { "vi" } else { "en" })
    }

    fn absolute(&self, path: &str) -> String {
        format!("https://disan.example/{path}")
    }
}
