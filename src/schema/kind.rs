//! Kinds of entries, read from YAML.
//!
//! Entry point: [`Kinds::read`]. Invariant: a kind is data; a site's own kind file is applied over the built-in one of
//! the same key, field by field, so that it only says what differs.

mod broken;
mod fields;
mod finish;
mod mistakes;

use self::fields::apply_fields;
use self::finish::finish;
use super::languages::Languages;
use super::reading::Reading;
use super::spec::FieldSpec;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::source::document::Document;
use crate::source::yaml::{self, Node};
use crate::text::{Date, Text, is_slug, nearest};

/// Folders of `content/` that are no kind's.
pub const NO_KINDS: &[&str] = &["kinds", "static", "theme"];

/// The colors of `themes/*/` that a kind may have as its cue.
pub const COLORS: &[&str] = &["son", "la", "cham", "nau", "hoe", "muc"];

/// A kind of entries.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Singular English word: `relic`.
    pub key: String,
    /// Folder under `content/`: `relics`.
    pub folder: String,
    /// Place in menus.
    pub order: i64,
    /// What one is called.
    pub label: Text,
    /// What several are called.
    pub plural: Text,
    /// Folder name in URLs, one per language of the site.
    pub url: Vec<String>,
    /// Its color cue, one of [`COLORS`].
    pub color: String,
    /// One sentence about it.
    pub about: Text,
    /// schema.org types, most specific first.
    pub schema_org: Vec<String>,
    /// Which entry template shows it: `entry/<layout>.html`, else `entry.html`.
    pub layout: String,
    /// The layout of its signs, unless another is asked for.
    pub sign: String,
    /// True when entries get a short code.
    pub codes: bool,
    /// True when there are list pages.
    pub listed: bool,
    /// Its fields, common ones first.
    pub fields: Vec<FieldSpec>,
    /// The fields that a card shows in brief.
    pub card: Vec<String>,
    /// The fields by which lists are filtered.
    pub facets: Vec<String>,
    /// A whole `entry.yaml` as an example.
    pub example: String,
    /// True when its file says no folder that can be used, which has been told.
    pub is_homeless: bool,
    /// True when its file could not be read as a whole, which has been told: what it says about fields may be lost.
    pub is_torn: bool,
}

impl Kind {
    fn empty(key: &str, languages: &Languages) -> Self {
        Self {
            key: key.to_string(),
            folder: String::new(),
            order: 1000,
            label: Text::default(),
            plural: Text::default(),
            url: vec![String::new(); languages.len()],
            color: "muc".to_string(),
            about: Text::default(),
            schema_org: vec!["CreativeWork".to_string()],
            layout: key.to_string(),
            sign: "plate-a5".to_string(),
            codes: true,
            listed: true,
            fields: Vec::new(),
            card: Vec::new(),
            facets: Vec::new(),
            example: String::new(),
            is_homeless: false,
            is_torn: false,
        }
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&FieldSpec> {
        self.fields.iter().find(|f| f.name == name)
    }
}

/// Every kind of a site, in the order of menus.
#[derive(Clone, Debug, Default)]
pub struct Kinds {
    list: Vec<Kind>,
}

impl Kinds {
    /// Reads the built-in kinds, then the site's own (`content/kinds/<key>.yaml`, any order).
    pub fn read(own: &[Document], languages: &Languages, today: Date) -> (Self, Diagnostics) {
        let mut found = Vec::new();
        let mut list: Vec<Kind> = Vec::new();
        let builtin = crate::kinds::builtin();
        let common = common_fields(languages, today, &mut found);
        for doc in builtin.iter().chain(own) {
            if let Some(right) = meant(doc, &builtin) {
                let name = doc.file.rsplit('/').next().unwrap_or_default();
                let wrong = Diagnostic::new(codes::files::WRONG_NAME).at(Place::file(&doc.file));
                found.push(wrong.with("name", name).with("right", format!("{right}.yaml")));
                continue;
            }
            let key = key_of(doc).to_string();
            let at = list.iter().position(|k| k.key == key);
            let mut kind = match at {
                Some(at) => list.remove(at),
                None => Kind {
                    fields: common.clone(),
                    ..Kind::empty(&key, languages)
                },
            };
            let (node, problems) = yaml::read(doc);
            let mut reading = Reading::new(doc, languages, today);
            reading.found = problems;
            apply(&mut kind, &node, &mut reading);
            broken::mark(&mut kind, doc, &node, &reading.found);
            forget_removed(&mut kind, &node);
            finish(&mut kind, &node, &mut reading);
            // What the built-in file lacks, the site's own may have given.
            found.retain(|d: &Diagnostic| d.code != codes::setup::LABELS_MISSING || d.arg("key") != Some(key.as_str()));
            found.append(&mut reading.found);
            list.push(kind);
        }
        list.sort_by(|a, b| (a.order, &a.key).cmp(&(b.order, &b.key)));
        for doc in own {
            let mut told = mistakes::check(doc, &list, languages, today);
            if let Some(kind) = list
                .iter_mut()
                .find(|kind| kind.key == key_of(doc))
                .filter(|_| !told.is_empty())
            {
                broken::mark(kind, doc, &yaml::read(doc).0, &told);
            }
            found.append(&mut told);
        }
        (Self { list }, found)
    }

    /// Every kind, in the order of menus.
    pub fn all(&self) -> &[Kind] {
        &self.list
    }

    /// The kind at a position.
    pub fn get(&self, index: usize) -> &Kind {
        &self.list[index]
    }

    /// The position of the kind whose entries lie in a folder.
    pub fn of_folder(&self, folder: &str) -> Option<usize> {
        self.list.iter().position(|k| k.folder == folder)
    }

    /// The position of a kind by key.
    pub fn of_key(&self, key: &str) -> Option<usize> {
        self.list.iter().position(|k| k.key == key)
    }
}

/// A kind is called as its file.
fn key_of(doc: &Document) -> &str {
    let name = doc.file.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".yaml")
}

/// The built-in kind that a file without a folder of its own was to change: `relics.yaml` for `relic.yaml`.
fn meant<'b>(doc: &Document, builtin: &'b [Document]) -> Option<&'b str> {
    let name = key_of(doc);
    let known = || builtin.iter().map(key_of);
    if known().any(|key| key == name) || yaml::read(doc).0.get("folder").is_some() {
        return None;
    }
    nearest(name, known())
}

/// Whoever removes a field does not have to write anew which ones the built-in kind shows on cards and filters by.
fn forget_removed(kind: &mut Kind, node: &Node) {
    let there: Vec<&str> = kind.fields.iter().map(|field| field.name.as_str()).collect();
    if node.get("card").is_none() {
        kind.card.retain(|name| there.contains(&name.as_str()));
    }
    if node.get("facets").is_none() {
        kind.facets.retain(|name| there.contains(&name.as_str()));
    }
}

fn common_fields(languages: &Languages, today: Date, found: &mut Diagnostics) -> Vec<FieldSpec> {
    let doc = crate::kinds::common();
    let (node, problems) = yaml::read(&doc);
    let mut reading = Reading::new(&doc, languages, today);
    reading.found = problems;
    let mut fields = Vec::new();
    if let Some(list) = node.get("fields") {
        apply_fields(&mut fields, list, &mut reading);
    }
    found.append(&mut reading.found);
    fields
}

const KEYS: &[&str] = &[
    "key",
    "folder",
    "order",
    "label",
    "plural",
    "url",
    "color",
    "about",
    "schema_org",
    "layout",
    "sign",
    "codes",
    "listed",
    "fields",
    "card",
    "facets",
    "example",
];

fn apply(kind: &mut Kind, node: &Node, reading: &mut Reading<'_>) {
    let Some(pairs) = reading.map(node, KEYS) else { return };
    for (key, value) in pairs {
        match key.text.as_str() {
            "folder" => {
                let own = own_folder(value, &kind.key, reading);
                set(&mut kind.folder, own);
            }
            "order" => set(&mut kind.order, reading.integer(value)),
            "label" => set(&mut kind.label, reading.text(value)),
            "plural" => set(&mut kind.plural, reading.text(value)),
            "url" => apply_url(&mut kind.url, value, reading),
            "color" => set(&mut kind.color, reading.choice(value, COLORS).map(str::to_string)),
            "about" => set(&mut kind.about, reading.text(value)),
            "schema_org" => kind.schema_org = reading.words(value),
            "layout" => set(&mut kind.layout, reading.word(value).map(str::to_string)),
            "sign" => set(&mut kind.sign, reading.word(value).map(str::to_string)),
            "codes" => set(&mut kind.codes, reading.yes_no(value)),
            "listed" => set(&mut kind.listed, reading.yes_no(value)),
            "fields" => apply_fields(&mut kind.fields, value, reading),
            "card" => kind.card = reading.words(value),
            "facets" => kind.facets = reading.words(value),
            "example" => set(&mut kind.example, value.scalar().map(str::to_string)),
            _ => {}
        }
    }
}

/// What was written takes the place of what was there; what cannot be read leaves it.
fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn folder(node: &Node, reading: &mut Reading<'_>) -> Option<String> {
    let word = reading.word(node)?;
    if !is_slug(word) {
        reading.report(codes::setup::NOT_A_FOLDER_NAME, node.span, &[("value", word)]);
        return None;
    }
    Some(word.to_string())
}

/// The folder under `content/`, which has to be nobody else's.
fn own_folder(node: &Node, key: &str, reading: &mut Reading<'_>) -> Option<String> {
    let folder = folder(node, reading)?;
    if !NO_KINDS.contains(&folder.as_str()) {
        return Some(folder);
    }
    let right = format!("{key}s");
    let args = [("folder", folder.as_str()), ("right", &right)];
    reading.report(codes::setup::FOLDER_TAKEN, node.span, &args);
    Some(right)
}

fn apply_url(url: &mut [String], node: &Node, reading: &mut Reading<'_>) {
    for (key, value) in node.pairs() {
        // A language that the site does not have is no mistake here: built-in kinds carry more than one site needs.
        let Some(lang) = reading.languages.find(&key.text) else {
            continue;
        };
        if let Some(name) = folder(value, reading) {
            url[lang.index()] = name;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Severity;

    #[test]
    fn a_site_puts_a_field_in_front_of_another() {
        let today = Date::new(2026, 11, 21).unwrap();
        let names = |text: &str| {
            let own = Document::new("content/kinds/relic.yaml", text);
            let (kinds, found) = Kinds::read(&[own], &Languages::vi_en(), today);
            let kind = kinds.get(kinds.of_key("relic").unwrap());
            let names: Vec<String> = kind.fields.iter().map(|field| field.name.clone()).collect();
            (names, found.iter().map(|d| d.code.number).collect::<Vec<_>>())
        };
        let (names_now, found) = names(
            "fields:\n  - { name: built, before: place }\n  - { name: keeper, type: text, before: built, label: { vi: Người trông coi, en: Keeper } }\n",
        );
        assert_eq!(found, [0_u16; 0]);
        let at = |name: &str| names_now.iter().position(|other| other == name).unwrap();
        assert_eq!((at("built"), at("place")), (at("keeper") + 1, at("keeper") + 2));
        assert_eq!(names("fields:\n  - { name: built, before: plase }\n").1, [308]);
    }

    #[test]
    fn what_a_kind_file_says_in_vain_stops_no_site() {
        let today = Date::new(2026, 11, 21).unwrap();
        let said = |file: &str, text: &str| {
            let own = Document::new(&format!("content/kinds/{file}.yaml"), text);
            let (kinds, found) = Kinds::read(&[own], &Languages::vi_en(), today);
            let is_whole = kinds
                .all()
                .iter()
                .all(|kind| !kind.is_torn && kind.fields.iter().all(|f| !f.is_broken));
            let told: Vec<_> = found.iter().map(|d| (d.code.number, d.code.draft)).collect();
            let help = found
                .first()
                .map(|d| d.help(crate::diag::Speech::En))
                .unwrap_or_default();
            (told, is_whole, help)
        };
        let field = |name: &str| {
            let text = format!("fields: [ {{ name: {name}, type: text, label: {{ vi: a, en: b }} }} ]\n");
            said("relic", &text)
        };
        for (name, right) in [
            ("chuNha", "chunha"),
            ("2025_place", "x_2025_place"),
            ("người_trông", "nguoi_trong"),
        ] {
            let (told, is_whole, help) = field(name);
            assert_eq!((told, is_whole), (vec![(462, Severity::Warning)], true), "{name}");
            assert!(help.contains(&format!("call it {right};")), "{help}");
            assert_eq!(field(right).0, [], "the remedy");
        }
        for (file, text) in [("relic", "card: [photos]\n"), ("relic", "key: feast\n")] {
            let (told, is_whole, _) = said(file, text);
            assert_eq!((told, is_whole), (vec![(465, Severity::Warning)], true), "{text}");
        }
        assert_eq!(said("relic", "facets: [photos]\n").0, [(539, Severity::Warning)]);
        for word in ["true", "yes"] {
            let text = format!("fields: [ {{ name: title, remove: {word} }} ]\n");
            assert_eq!(said("relic", &text).0, [(463, Severity::Error)], "{word}");
        }
        assert_eq!(said("relic", "fields: [ { name: related, remove: yes } ]\n").0, []);
        let feast = "folder: le-hoi\nlabel: { vi: a, en: b }\nplural: { vi: a, en: b }\nurl: { vi: a, en: b }\n";
        assert_eq!(
            said("LeHoi", feast).0,
            [],
            "the name of the file is told with all others"
        );
    }

    #[test]
    fn every_builtin_kind_reads_without_findings() {
        let today = Date::new(2026, 11, 21).unwrap();
        let (kinds, found) = Kinds::read(&[], &Languages::vi_en(), today);
        assert_eq!(kinds.all().len(), crate::kinds::builtin().len());
        let told: Vec<String> = found
            .iter()
            .map(|d| format!("{} {:?}", d.message(crate::diag::Speech::En), d.place))
            .collect();
        assert_eq!(told, Vec::<String>::new());
    }
}
