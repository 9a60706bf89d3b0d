//! The files of one folder → an entry.
//!
//! Entry point: [`load`]. Invariant: pure; the caller has read the documents. Every finding within one entry is made
//! here; what needs other entries is the site's.

use super::card::{card, status};
use super::former;
use super::model::{Body, Card, Chapter, Entry, Status};
use super::prose::Prose;
use crate::diag::{Diagnostic, Diagnostics, Place, Span, codes};
use crate::schema::checks;
use crate::schema::field::group::read_fields;
use crate::schema::kind::{Kind, Kinds};
use crate::schema::languages::Languages;
use crate::schema::reading::Reading;
use crate::schema::untranslated::{self, Looks};
use crate::schema::value::{Fields, Value};
use crate::source::document::Document;
use crate::source::names::copies;
use crate::source::yaml::{self, Node};
use crate::text::{Date, Lang, Text, folder_name, is_reserved_on_windows, is_slug, slug};
use std::sync::Arc;

/// The documents of an entry's folder.
#[derive(Debug, Default)]
pub struct Folder {
    /// `relics/chua-bo-da`.
    pub key: String,
    /// Path of the folder, with a final slash.
    pub path: String,
    /// `entry.yaml`.
    pub yaml: Option<Document>,
    /// `vi.md` …, one per language of the site.
    pub prose: Vec<Option<Document>>,
    /// `chapters/NN-slug/`, in the order of their numbers, with one document per language.
    pub chapters: Vec<(String, Vec<Option<Document>>)>,
}

/// What reading an entry needs to know.
pub struct Setting<'a> {
    /// Its kind.
    pub kind: &'a Kind,
    /// Every kind of the site.
    pub kinds: &'a Kinds,
    /// The kind's position.
    pub index: usize,
    /// The site's languages.
    pub languages: &'a Languages,
    /// The day of the build.
    pub today: Date,
}

/// Reads an entry. `None` when there is no `entry.yaml` to speak of.
pub fn load(folder: Folder, setting: &Setting<'_>) -> (Option<Entry>, Diagnostics) {
    let mut found = Vec::new();
    check_name(&folder.path, is_slug, &mut found);
    for (path, _) in &folder.chapters {
        // The number in front is not part of the address; what is left has to be able to be.
        check_name(path, |name| is_slug(name) && is_slug(chapter_slug(name)), &mut found);
    }
    let Some(doc) = &folder.yaml else {
        let place = Place::file(&folder.path.as_str().into());
        found.push(Diagnostic::new(codes::files::NO_ENTRY_FILE).at(place));
        return (None, found);
    };
    let (node, problems) = yaml::read(doc);
    let mut reading = Reading::new(doc, setting.languages, setting.today);
    reading.found = problems;
    reading.is_lenient = setting.kind.is_torn;
    let fields = read_fields(&node, &setting.kind.fields, &mut reading).unwrap_or_default();
    checks::check_entry(&fields, &node, &mut reading);
    check_url(&folder.key, &fields, &node, &mut reading);
    let formerly = former::read(&folder.key, &node, setting, &mut reading);
    if status(&fields) == Status::Draft {
        forgive_draft(&mut reading.found);
    }
    found.append(&mut reading.found);
    let mut prose: Vec<_> = setting
        .languages
        .all()
        .zip(&folder.prose)
        .map(|(lang, doc)| parse(lang, doc.as_ref(), &mut found))
        .collect();
    check_words(&folder.prose, &fields, setting, &mut found);
    for (_, docs) in &folder.chapters {
        check_words(docs, &fields, setting, &mut found);
    }
    let chapters = folder
        .chapters
        .iter()
        .map(|(path, docs)| chapter(path, docs, &mut found))
        .collect();
    let card = Card {
        formerly,
        ..card(&fields, setting, &prose)
    };
    name_after_title(&folder.path, setting.languages.plain(&card.title, Lang(0)), &mut found);
    for prose in prose.iter_mut().flatten() {
        prose.give_way(|id| card.parts.iter().any(|(part, _)| **part == *id));
    }
    let mut body = Body {
        fields,
        prose,
        chapters,
        untranslated: Vec::new(),
    };
    body.untranslated = setting
        .languages
        .all()
        .map(|lang| untranslated(&body, &card, lang))
        .collect();
    let entry = Entry {
        key: folder.key.as_str().into(),
        kind: setting.index,
        file: doc.file.clone(),
        card,
        body,
    };
    (Some(entry), found)
}

/// Reports the last folder of a path that is no good for an address.
fn check_name(path: &str, is_good: impl Fn(&str) -> bool, found: &mut Diagnostics) {
    let name = last_name(path);
    // Windows' own names have a message of their own.
    if is_good(name) || is_reserved_on_windows(name) {
        return;
    }
    if let Some((original, near)) = copy_of(name) {
        let finding = Diagnostic::new(codes::files::COPY_OF_FOLDER).at(Place::file(&path.into()));
        let finding = finding
            .with("name", name)
            .with("original", &original)
            .with("near", near);
        let todo = format!("đổi tên thư mục thành {original}");
        found.push(
            finding
                .with("todo", todo)
                .with("todo_en", format!("rename the folder to {original}")),
        );
        return;
    }
    let near = folder_name(name).map_or_else(
        || "ten-muc".to_string(),
        |near| match is_good(&near) {
            true => near,
            false => format!("{near}-1"),
        },
    );
    let finding = Diagnostic::new(codes::files::NOT_A_SLUG).at(Place::file(&path.into()));
    found.push(finding.with("name", name).with("near", near));
}

/// A folder that still has the name that Windows or a Mac gave it is best called by the title of its entry.
fn name_after_title(path: &str, title: &str, found: &mut Diagnostics) {
    if is_slug(last_name(path)) {
        return;
    }
    let name = slug(last_name(path));
    let is_unnamed = ["new-folder", "thu-muc-moi", "untitled-folder"]
        .iter()
        .any(|given| name.starts_with(given));
    let Some(right) = folder_name(title).filter(|_| is_unnamed) else {
        return;
    };
    let is_its = |d: &&mut Diagnostic| {
        d.code == codes::files::NOT_A_SLUG && d.place.as_ref().is_some_and(|place| *place.file == *path)
    };
    if let Some(near) = found
        .iter_mut()
        .find(is_its)
        .and_then(|finding| finding.arg_mut("near"))
    {
        *near = right;
    }
}

/// The original of a folder that Windows, a Mac or a folder in the cloud copied, and a name for the copy.
fn copy_of(name: &str) -> Option<(String, String)> {
    let rest = copies::unmarked(name).filter(|rest| is_slug(rest))?;
    Some((rest, folder_name(name)?))
}

/// Reports an address of its own that cannot be a folder.
fn check_url(key: &str, fields: &Fields, node: &Node, reading: &mut Reading<'_>) {
    let (Some(url), Some(written)) = (fields.text("url"), node.get("url")) else {
        return;
    };
    for (lang, text) in url.all().filter(|(_, text)| !is_slug(&slug(text))) {
        let code = lang.map_or("", |lang| reading.languages.get(lang).code.as_str());
        let span = written.get(code).map_or(written.span, |node| node.span);
        let near = folder_name(text).unwrap_or_else(|| key.rsplit('/').next().unwrap_or_default().to_string());
        reading.report(codes::facts::NO_ADDRESS, span, &[("value", text), ("near", &near)]);
    }
}

fn parse(lang: Lang, doc: Option<&Document>, found: &mut Diagnostics) -> Option<Prose> {
    let doc = doc?;
    if tell_reminder(lang, doc, found) {
        return None;
    }
    let (prose, mut problems) = Prose::parse(doc);
    found.append(&mut problems);
    if doc.text.trim().is_empty() {
        found.push(Diagnostic::new(codes::prose::EMPTY_PROSE).at(Place::file(&doc.file)));
    } else if untranslated::is_placeholder(&doc.text) {
        let finding = Diagnostic::new(codes::prose::ONLY_REMINDER).with("value", doc.text.trim());
        found.push(finding.at(Place::file(&doc.file)));
    }
    (!prose.is_empty()).then_some(prose)
}

/// True for a translation that only says that it is wanted: «chưa dịch».
fn is_reminder(lang: Lang, doc: &Document) -> bool {
    lang != Lang(0) && untranslated::is_reminder(&doc.text)
}

/// Reports such a file; true when it was one.
fn tell_reminder(lang: Lang, doc: &Document, found: &mut Diagnostics) -> bool {
    let is_one = is_reminder(lang, doc);
    if is_one {
        let name = doc.file.rsplit('/').next().unwrap_or_default();
        let finding = Diagnostic::new(codes::facts::NO_TRANSLATION).at(Place::file(&doc.file));
        let finding = finding.with("value", doc.text.trim());
        let finding = finding.with("todo", format!("xóa tệp {name}"));
        found.push(finding.with("todo_en", format!("delete the file {name}")));
    }
    is_one
}

/// What a text claims, and sentences of the source text that a translation still has.
fn check_words(docs: &[Option<Document>], fields: &Fields, setting: &Setting<'_>, found: &mut Diagnostics) {
    let has_stars = setting.kind.fields.iter().any(|spec| spec.field.name() == "stars");
    let source = docs.first().and_then(Option::as_ref);
    for (lang, doc) in setting.languages.all().zip(docs) {
        let Some(doc) = doc else { continue };
        let mut reading = Reading::new(doc, setting.languages, setting.today);
        checks::check_prose(fields, has_stars, &mut reading);
        let before = reading.found.len();
        if let Some(source) = source.filter(|_| lang != Lang(0)) {
            check_left_over(source, lang, &mut reading);
        }
        if reading.found.len() == before {
            check_language(lang, &mut reading);
        }
        found.append(&mut reading.found);
    }
}

/// Reports Vietnamese where English is wanted, and English where Vietnamese is.
fn check_language(lang: Lang, reading: &mut Reading<'_>) {
    let (doc, languages) = (reading.doc, reading.languages);
    let code = languages.get(lang).code.as_str();
    let own = Looks::of_code(code).filter(|_| !is_reminder(lang, doc));
    let Some(own) = own else { return };
    let text = doc.text.as_str();
    // The same words may stand in a quotation before it: the place is that of these very words.
    let span = |part: &str| {
        let lo = part.as_ptr().addr() - text.as_ptr().addr();
        Span::new(lo, lo + part.len())
    };
    if let Some(line) = untranslated::first_of_other(text, own) {
        reading.other_language(code, span(line));
    } else if own == Looks::Vietnamese
        && let Some((sentence, slip)) = untranslated::slip_in_prose(text)
    {
        reading.typed(slip, span(sentence));
    }
}

/// Reports the first sentence that nobody translated; the others are close by.
fn check_left_over(source: &Document, lang: Lang, reading: &mut Reading<'_>) {
    let doc = reading.doc;
    let Some(sentence) = untranslated::left_over(&source.text, &doc.text).next() else {
        return;
    };
    let lo = doc.text.find(sentence).unwrap_or_default();
    let args = [
        ("lang", reading.languages.get(lang).code.as_str()),
        ("sentence", sentence),
    ];
    reading.report(codes::fields::SENTENCE_LEFT, Span::new(lo, lo + sentence.len()), &args);
}

/// A chapter: the first line `# Title` is its title, the rest its text.
fn chapter(path: &str, docs: &[Option<Document>], found: &mut Diagnostics) -> Chapter {
    let mut titles = Vec::new();
    let mut prose = Vec::new();
    for (i, doc) in docs.iter().enumerate() {
        let written = doc.as_ref().filter(|doc| !tell_reminder(Lang(i as u8), doc, found));
        let Some(doc) = written else {
            prose.push(None);
            continue;
        };
        let (text, mut problems) = Prose::parse_chapter(doc);
        found.append(&mut problems);
        titles.extend(text.own_title().map(|title| (Lang(i as u8), title.to_string())));
        prose.push((!text.is_empty()).then_some(text));
    }
    let name = last_name(path);
    Chapter {
        slug: chapter_slug(name).into(),
        title: Text::per(titles),
        prose,
        folder: path.into(),
    }
}

/// A chapter's folder without the number in front: `01-mo-dau` is `mo-dau`.
fn chapter_slug(name: &str) -> &str {
    let bare = name
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches('-');
    if bare.is_empty() { name } else { bare }
}

/// A draft is being written: what it still lacks is a reminder, not a mistake.
fn forgive_draft(found: &mut Diagnostics) {
    for finding in found.iter_mut().filter(|d| d.code == codes::fields::MISSING_FIELD) {
        finding.code = codes::fields::MISSING_IN_DRAFT;
    }
}

/// How many texts a reader of `lang` sees in another language.
fn untranslated(body: &Body, card: &Card, lang: Lang) -> u32 {
    let mut count = 0;
    for (_, value) in &body.fields.0 {
        value.walk(&mut |value| {
            if let Value::Text(text) = value {
                count += u32::from(!text.has(lang));
            }
        });
    }
    let lacks = |prose: &[Option<Prose>]| prose.iter().any(Option::is_some) && prose[lang.index()].is_none();
    count += u32::from(lacks(&body.prose) && card.status != Status::Withdrawn);
    count + body.chapters.iter().filter(|c| lacks(&c.prose)).count() as u32
}

/// Part ids that stand twice in one entry, and chapters whose addresses collide.
pub fn check_ids(entry: &Entry) -> Diagnostics {
    let file: &Arc<str> = &entry.file;
    let mut found = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (id, _) in &entry.card.parts {
        if !seen.insert(id) {
            found.push(
                Diagnostic::new(codes::site::PART_TWICE)
                    .at(Place::file(file))
                    .with("id", id),
            );
        }
    }
    let mut slugs = std::collections::BTreeMap::new();
    for chapter in &entry.body.chapters {
        let first = *slugs.entry(&chapter.slug).or_insert(chapter);
        if first.folder != chapter.folder {
            let finding = Diagnostic::new(codes::site::CHAPTER_TWICE).at(Place::file(&chapter.folder));
            let (first, second) = (last_name(&first.folder), last_name(&chapter.folder));
            let finding = finding.with("first", first).with("second", second);
            found.push(finding.with("slug", &chapter.slug));
        }
    }
    found
}

/// The last folder of a path.
fn last_name(path: &str) -> &str {
    path.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}
