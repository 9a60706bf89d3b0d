//! Kinds of entries, read from YAML.
//!
//! Entry point: [`Kinds::read`]. Invariant: a kind is data; a site's own kind file is applied over the built-in one of
//! the same key, field by field, so that it only says what differs.

mod broken;
mod mistakes;

use super::field;
use super::languages::Languages;
use super::reading::Reading;
use super::spec::{Choice, FieldSpec, Section};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::source::document::Document;
use crate::source::yaml::{self, Node};
use crate::text::{Date, Text, is_slug};

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
        let builtin: Vec<Document> = crate::kinds::builtin();
        let common = common_fields(languages, today, &mut found);
        for doc in builtin.iter().chain(own) {
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
            broken::mark(&mut kind, (doc, &node), &reading.found);
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
                broken::mark(kind, (doc, &yaml::read(doc).0), &told);
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
            "schema_org" => kind.schema_org = words(value, reading),
            "layout" => set(&mut kind.layout, reading.word(value).map(str::to_string)),
            "sign" => set(&mut kind.sign, reading.word(value).map(str::to_string)),
            "codes" => set(&mut kind.codes, reading.yes_no(value)),
            "listed" => set(&mut kind.listed, reading.yes_no(value)),
            "fields" => apply_fields(&mut kind.fields, value, reading),
            "card" => kind.card = words(value, reading),
            "facets" => kind.facets = words(value, reading),
            "example" => set(&mut kind.example, value.scalar().map(str::to_string)),
            _ => {}
        }
    }
}

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

fn words(node: &Node, reading: &mut Reading<'_>) -> Vec<String> {
    node.items()
        .iter()
        .filter_map(|item| reading.word(item).map(str::to_string))
        .collect()
}

/// Applies a list of field specs by name: changes those that exist, adds the others, drops those marked `remove`.
fn apply_fields(fields: &mut Vec<FieldSpec>, node: &Node, reading: &mut Reading<'_>) {
    for item in node.items() {
        let Some(name) = item.get("name").and_then(|n| reading.word(n)).map(str::to_string) else {
            if !reading.is_torn_apart(item) {
                reading.report(codes::setup::FIELD_WITHOUT_NAME, item.span, &[]);
            }
            continue;
        };
        let at = fields.iter().position(|f| f.name == name);
        if item.get("remove").and_then(|n| reading.yes_no(n)) == Some(true) {
            match at {
                Some(at) => drop(fields.remove(at)),
                None => nothing_to_remove(item, &name, fields.iter().map(|f| f.name.as_str()), reading),
            }
            continue;
        }
        let field_type = item.get("type").and_then(|n| field_type(n, reading));
        match (at, field_type) {
            (Some(at), field_type) => {
                set(&mut fields[at].field, field_type);
                apply_field(&mut fields[at], item, reading);
            }
            (None, Some(field_type)) => {
                let mut spec = FieldSpec::new(&name, field_type);
                apply_field(&mut spec, item, reading);
                fields.push(spec);
            }
            (None, None) if item.get("type").is_none() && !reading.is_torn_apart(item) => {
                reading.report(codes::setup::FIELD_WITHOUT_TYPE, item.span, &[("name", &name)]);
            }
            (None, None) => {}
        }
    }
}

/// Reports what is to be removed and is not there; a slip in its name leaves the other one standing.
fn nothing_to_remove<'n>(item: &Node, name: &str, known: impl Iterator<Item = &'n str>, reading: &mut Reading<'_>) {
    let known: Vec<&str> = known.collect();
    let span = item.get("name").or(item.get("key")).map_or(item.span, |node| node.span);
    match crate::text::nearest(name, known.iter().copied()) {
        Some(near) => reading.report(codes::setup::NOT_THERE_NEAR, span, &[("name", name), ("near", near)]),
        None => reading.report(codes::setup::NOT_THERE, span, &[("name", name)]),
    }
}

fn field_type(node: &Node, reading: &mut Reading<'_>) -> Option<&'static dyn field::FieldType> {
    let word = reading.word(node)?;
    let found = field::find(word);
    if found.is_none() {
        let known: Vec<&str> = field::FIELDS.iter().map(|f| f.name()).collect();
        let near = crate::text::nearest(word, known.iter().copied());
        reading.not_a_choice(node, word, &known, near);
    }
    found
}

const FIELD_KEYS: &[&str] = &[
    "name", "type", "many", "required", "label", "help", "sheet", "section", "choices", "fields", "to", "back",
    "codes", "min", "max", "grouped", "ld", "remove",
];

fn apply_field(spec: &mut FieldSpec, node: &Node, reading: &mut Reading<'_>) {
    let Some(pairs) = reading.map(node, FIELD_KEYS) else {
        return;
    };
    for (key, value) in pairs {
        match key.text.as_str() {
            "many" => set(&mut spec.many, reading.yes_no(value)),
            "required" => set(&mut spec.required, reading.yes_no(value)),
            "label" => set(&mut spec.label, known_text(value, reading)),
            "help" => set(&mut spec.help, known_text(value, reading)),
            "sheet" => spec.sheet = reading.word(value).map(str::to_string),
            "section" => set(&mut spec.section, section(value, reading)),
            "choices" => apply_choices(&mut spec.choices, value, reading),
            "fields" => apply_fields(&mut spec.fields, value, reading),
            "to" => spec.to = words(value, reading),
            "back" => set(&mut spec.back, known_text(value, reading)),
            "codes" => set(&mut spec.codes, reading.yes_no(value)),
            "min" => spec.min = reading.integer(value),
            "max" => spec.max = reading.integer(value),
            "grouped" => set(&mut spec.grouped, reading.yes_no(value)),
            "ld" => spec.ld = reading.word(value).map(str::to_string),
            _ => {}
        }
    }
}

fn section(node: &Node, reading: &mut Reading<'_>) -> Option<Section> {
    let names: Vec<&str> = Section::ALL.iter().map(|(name, _)| *name).collect();
    let word = reading.choice(node, &names)?;
    Section::ALL
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, section)| *section)
}

fn apply_choices(choices: &mut Vec<Choice>, node: &Node, reading: &mut Reading<'_>) {
    for item in node.items() {
        let Some(key) = item.get("key").and_then(|n| reading.word(n)).map(str::to_string) else {
            reading.report(codes::setup::CHOICE_WITHOUT_KEY, item.span, &[]);
            continue;
        };
        if item.get("remove").is_some() {
            match choices.iter().position(|c| c.key == key) {
                Some(at) => drop(choices.remove(at)),
                None => nothing_to_remove(item, &key, choices.iter().map(|c| c.key.as_str()), reading),
            }
            continue;
        }
        let label = labels(item, reading);
        match choices.iter_mut().find(|c| c.key == key) {
            Some(choice) => choice.label = label,
            None => choices.push(Choice { key, label }),
        }
    }
}

/// A text in a kind file: languages that the site does not have are passed over without a word.
fn known_text(node: &Node, reading: &mut Reading<'_>) -> Option<Text> {
    if node.scalar().is_some() {
        return reading.text(node);
    }
    Some(labels(node, reading)).filter(|t| !t.is_empty())
}

fn labels(node: &Node, reading: &mut Reading<'_>) -> Text {
    let mut texts = Vec::new();
    for (key, value) in node.pairs() {
        if let (Some(lang), Some(text)) = (reading.languages.find(&key.text), value.scalar()) {
            texts.push((lang, text.trim().to_string()));
        }
    }
    Text::per(texts)
}

/// The lines of a key in an example, as far as a message has room for them.
fn form(example: &str, name: &str) -> Option<String> {
    const MOST: usize = 8;
    let is_own = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    let mut lines = example.lines().skip_while(|line| !is_own(line));
    let first = lines.next()?;
    let more: Vec<&str> = lines.take_while(|line| line.starts_with([' ', '-'])).collect();
    let mut form = first.to_string();
    for line in more.iter().take(MOST) {
        form.push('\n');
        form.push_str(line);
    }
    if more.len() > MOST {
        form.push_str("\n  …");
    }
    Some(form)
}

/// What every kind needs, whoever wrote it; and labels that a language lacks, as warnings.
fn finish(kind: &mut Kind, node: &Node, reading: &mut Reading<'_>) {
    if kind.folder.is_empty() {
        let is_told = node.get("folder").is_some_and(|folder| !folder.is_empty()) || reading.is_lost("folder");
        if !is_told {
            reading.report(codes::setup::KIND_WITHOUT_FOLDER, node.span, &[("key", &kind.key)]);
        }
        kind.folder = kind.key.clone();
        kind.is_homeless = true;
    }
    let spare = kind
        .url
        .iter()
        .rev()
        .find(|u| !u.is_empty())
        .cloned()
        .unwrap_or_else(|| kind.folder.clone());
    for url in &mut kind.url {
        if url.is_empty() {
            url.clone_from(&spare);
        }
    }
    for spec in &mut kind.fields {
        spec.form = form(&kind.example, &spec.name);
    }
    for list in ["card", "facets"] {
        let names: Vec<&str> = kind.fields.iter().map(|f| f.name.as_str()).collect();
        for item in node.get(list).map_or(&[][..], Node::items) {
            let Some(name) = item.scalar().map(str::trim).filter(|name| !names.contains(name)) else {
                continue;
            };
            match crate::text::nearest(name, names.iter().copied()) {
                Some(near) => {
                    let args = [("name", name), ("near", near)];
                    reading.report(codes::setup::NO_SUCH_FIELD, item.span, &args);
                }
                None => reading.not_a_choice(item, name, &names, None),
            }
        }
    }
    for lang in reading.languages.all() {
        let code = reading.languages.get(lang).code.clone();
        let unlabeled = kind
            .fields
            .iter()
            .filter(|f| !f.label.has(lang) && !f.is_broken)
            .count()
            + usize::from(!kind.label.has(lang))
            + usize::from(!kind.plural.has(lang));
        if unlabeled > 0 {
            let args = [
                ("key", kind.key.as_str()),
                ("lang", &code),
                ("count", &unlabeled.to_string()),
            ];
            if reading.doc.file.starts_with(crate::kinds::FOLDER) {
                // The file is embedded: nobody could open it.
                reading.add(Diagnostic::new(codes::setup::LABELS_MISSING).with_all(&args));
            } else {
                reading.report(codes::setup::LABELS_MISSING, node.span, &args);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
