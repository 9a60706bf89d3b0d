//! `file`: a document to download, or a link to one that may not be copied.
//!
//! Entry point: [`FileField`], [`read_path`] for the path of any file. Invariant: a path stays within the folder of its
//! entry; nothing is published without rights.

use super::parts::{Parts, names_of, put, put_texts};
use super::rights::{in_short, linked_licence, read_rights};
use super::url::{UrlField, readable};
use super::{FieldType, Name};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, FileRef, Value};
use crate::source::yaml::Node;
use crate::text::number::with_unit;
use serde_json::{Value as Json, json};

/// A document to download.
pub struct FileField;

const KEYS: &[&str] = &["file", "title", "lang", "rights", "url"];

/// Reads the path of a file in the entry's folder.
pub fn read_path(node: &Node, example: &str, reading: &mut Reading<'_>) -> Option<FileRef> {
    let word = reading.word(node)?;
    if let Some(mended) = several(word) {
        let args = [
            ("value", word),
            ("mended", &mended.join(" rồi xuống dòng ")),
            ("mended_en", &mended.join(" and on the next line ")),
        ];
        reading.report(codes::fields::SEVERAL_IN_ONE, node.span, &args);
        return None;
    }
    if !is_inside(word) {
        no_path(node, word, example, reading);
        return None;
    }
    Some(FileRef {
        path: word.into(),
        span: node.span,
    })
}

/// Several paths behind one name, each as an item of a list; a comma may be part of a file's name.
fn several(word: &str) -> Option<Vec<String>> {
    let paths: Vec<&str> = word.split([',', ';']).map(str::trim).collect();
    let is_file = |path: &&str| is_inside(path) && path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let items = paths.iter().map(|path| format!("- file: {path}"));
    (paths.len() > 1 && paths.iter().all(is_file)).then(|| items.collect())
}

/// Reports what is no path within the entry's folder, with the path that is right once the file lies there.
fn no_path(node: &Node, word: &str, example: &str, reading: &mut Reading<'_>) {
    let slashed = word.replace('\\', "/");
    let name = slashed.rsplit('/').next().unwrap_or_default();
    let folder = example.split('/').next().unwrap_or_default();
    let beside = Some(format!("{folder}/{name}")).filter(|path| is_inside(path));
    if let Some(mended) = beside.as_deref().filter(|_| name == word) {
        let args = [("value", word), ("folder", folder), ("mended", mended)];
        return reading.report(codes::fields::FILE_BESIDE, node.span, &args);
    }
    // `D:\site\content\relics\x\photos\a.jpg` has the path at its end.
    let inner = slashed
        .rfind(&format!("/{folder}/"))
        .map(|at| slashed[at + 1..].to_string());
    let inner = inner
        .or_else(|| (word != slashed).then(|| slashed.clone()))
        .filter(|path| is_inside(path));
    match inner.filter(|_| word.contains('\\')) {
        Some(mended) => {
            let args = [("value", word), ("mended", &*mended)];
            reading.report(codes::fields::FILE_PATH_MENDED, node.span, &args);
        }
        None => {
            let args = [("value", word), ("example", beside.as_deref().unwrap_or(example))];
            reading.report(codes::fields::FILE_PATH, node.span, &args);
        }
    }
}

/// Within a sub-folder: no `..`, no hidden names, not absolute, no backslash.
fn is_inside(path: &str) -> bool {
    let bad = |c: char| c.is_control() || matches!(c, '\\' | ':' | '?' | '*' | '"' | '<' | '>' | '|');
    let parts: Vec<&str> = path.split('/').collect();
    parts.len() > 1 && !path.contains(bad) && parts.iter().all(|p| !p.trim().is_empty() && !p.starts_with('.'))
}

/// A file's size as people read it: `1,2 MB`.
pub fn size(bytes: u64, showing: &Showing<'_>) -> String {
    let (key, tenths) = match bytes {
        0..1_000 => ("size.bytes", bytes * 10),
        1_000..999_500 => ("size.kb", (bytes + 500) / 1_000 * 10),
        _ => ("size.mb", (bytes + 50_000) / 100_000),
    };
    let plain = match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    };
    let number = showing.formats.decimal(&plain).unwrap_or(plain);
    let pattern = showing.world.word(key);
    let unit = pattern.replace("{n}", "");
    with_unit(&number, unit.trim())
}

/// What kind of file it is, by its ending: `PDF`.
fn ending(path: &str) -> String {
    path.rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_uppercase()
}

fn check_rights(parts: &mut Parts<'_>, reading: &mut Reading<'_>) {
    let what = parts.fields.get("file").or(parts.fields.get("url"));
    let what = match what {
        Some(Value::File(file)) => file.path.to_string(),
        Some(Value::Word(url)) => url.to_string(),
        _ => "file".to_string(),
    };
    let rights = match parts.written("rights") {
        Some(node) => read_rights(node, &what, reading),
        None => {
            reading.report(codes::facts::WITHOUT_RIGHTS, parts.start(), &[("what", &what)]);
            None
        }
    };
    if rights.as_ref().and_then(|r| r.word("status")) == Some("link_only") {
        parts.needs("url", "url: https://…", reading);
        if parts.written("file").is_some() {
            reading.report(codes::fields::LINK_ONLY, parts.span("file"), &[("file", &what)]);
        }
        parts.fields.0.retain(|(name, _)| &**name != "file");
    }
    parts.fields.put("rights", rights.map(Value::Map));
}

fn file(fields: &Fields) -> Option<&FileRef> {
    match fields.get("file")? {
        Value::File(file) => Some(file),
        _ => None,
    }
}

impl FieldType for FileField {
    fn name(&self) -> &'static str {
        "file"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "tài liệu: { file: files/x.pdf, title: …, rights: { status: … } }",
            "a document: { file: files/x.pdf, title: …, rights: { status: … } }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, KEYS, reading)?;
        let path = parts
            .written("file")
            .and_then(|n| read_path(n, "files/ho-so.pdf", reading));
        parts.fields.put("file", path.map(Value::File));
        parts.texts(&["title"], reading);
        parts.words(&["lang"], reading);
        parts.read("url", &UrlField, reading);
        if parts.written("url").is_none() {
            parts.needs("file", "file: files/…", reading);
        }
        check_rights(&mut parts, reading);
        // Nothing without rights is published.
        parts.fields.get("rights")?;
        parts.fields.get("file").or(parts.fields.get("url"))?;
        parts.close()
    }

    fn keys(&self) -> &'static [&'static str] {
        KEYS
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        let key = if word.contains("://") { "url" } else { "file" };
        Some(Home::line(key, word)?.below("rights: { status: … }".to_string()))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let title = fields.text("title").and_then(|title| showing.say(title));
        let mut shown = if let Some(file) = file(fields) {
            let link = showing.world.file(file)?;
            let name = file.path.rsplit('/').next().unwrap_or_default();
            let mut shown = title.unwrap_or_else(|| showing.plain(name));
            shown["path"] = json!(link.path);
            shown["size"] = showing.plain(size(link.bytes, showing));
            shown["kind"] = json!(ending(&file.path));
            shown
        } else {
            let url = fields.word("url")?;
            let mut shown = title.unwrap_or_else(|| showing.plain(readable(url)));
            shown["href"] = json!(url);
            shown["kind"] = json!(super::url::host(url));
            shown
        };
        if let Some(rights) = fields.map("rights") {
            let mut line = in_short(rights, showing).map(|said| showing.plain(said));
            if let Some(line) = &mut line {
                put_texts(line, rights, &["note"], showing);
            }
            put(&mut shown, "rights", line);
        }
        put(&mut shown, "hreflang", fields.word("lang").map(Json::from));
        Some(shown)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let link = showing.world.file(file(fields)?)?;
        let mut object = json!({ "@type": "MediaObject", "contentUrl": showing.world.absolute(&link.path) });
        put(&mut object, "name", super::parts::plain(fields, "title", showing));
        put(&mut object, "inLanguage", fields.word("lang").map(Json::from));
        let licence = fields.map("rights").and_then(|r| r.word("licence"));
        put(&mut object, "license", licence.map(linked_licence));
        Some(object)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["title"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI, showing};

    #[test]
    fn a_document_tells_kind_size_and_rights() {
        let probe = Probe::good(
            &FileField,
            "{ file: files/ly-lich.pdf, title: { vi: Lý lịch }, rights: { status: state_document, note: { vi: bản chụp } } }",
        );
        let shown = probe.show(EN);
        assert_eq!((&shown["text"], &shown["lang"]), (&json!("Lý lịch"), &json!("vi")));
        assert_eq!(
            (&shown["path"], &shown["kind"]),
            (&json!("media/files/ly-lich.pdf"), &json!("PDF"))
        );
        assert_eq!(shown["rights"]["note"], json!({ "text": "bản chụp", "lang": "vi" }));
        assert_eq!(shown["size"]["text"], "1.2\u{a0}MB");
        assert_eq!(probe.show(VI)["size"]["text"], "1,2\u{a0}MB");
        assert_eq!(
            probe.linked(EN)["contentUrl"],
            "https://disan.example/media/files/ly-lich.pdf"
        );
        assert_eq!(probe.linked(VI)["name"], "Lý lịch");
        assert_eq!(
            Probe::read(&FileField, "{ rights: { status: own_work } }").codes(),
            [369]
        );
    }

    #[test]
    fn sizes_are_rounded() {
        let said = |bytes| showing(VI, |s| size(bytes, s));
        assert_eq!(said(999), "999\u{a0}byte");
        assert_eq!(said(45_600), "46\u{a0}kB");
        assert_eq!(said(999_600), "1\u{a0}MB");
    }

    #[test]
    fn nothing_is_published_without_rights() {
        let probe = Probe::read(&FileField, "{ file: files/x.pdf }");
        assert_eq!((probe.codes(), probe.value.is_none()), (vec![361], true));
        let probe = Probe::read(&FileField, "{ file: files/x.pdf, rights: { licence: CC BY 4.0 } }");
        assert_eq!((probe.codes(), probe.value.is_none()), (vec![361], true));
    }

    #[test]
    fn what_may_only_be_linked_is_not_copied() {
        let probe = Probe::read(
            &FileField,
            "{ file: files/x.pdf, url: https://vbpl.vn/x, rights: { status: link_only } }",
        );
        assert_eq!(probe.codes(), [362]);
        assert_eq!(probe.show(VI)["href"], "https://vbpl.vn/x");
        assert_eq!(probe.show(VI)["kind"], "vbpl.vn");
        assert_eq!(probe.show(VI).get("path"), None);
        assert_eq!(
            Probe::read(&FileField, "{ file: files/x.pdf, rights: { status: link_only } }").codes(),
            [369, 362]
        );
    }

    #[test]
    fn two_files_in_one_line_are_two_items() {
        let read = |path: &str| {
            Probe::read(
                &FileField,
                &format!("{{ file: \"{path}\", rights: {{ status: own_work }} }}"),
            )
        };
        for path in ["files/a.pdf, files/b.pdf", "files/a.pdf;files/b.pdf"] {
            let probe = read(path);
            let mended = "- file: files/a.pdf rồi xuống dòng - file: files/b.pdf";
            assert_eq!((probe.codes(), probe.said("mended")), (vec![378], mended), "{path}");
        }
        for one in ["files/a, b.pdf", "files/a.pdf, files/b", "files/a, files/b.pdf"] {
            assert_eq!(read(one).codes(), [0_u16; 0], "{one}");
        }
    }

    #[test]
    fn paths_stay_within_the_entry() {
        let read = |path: &str| {
            let yaml = format!("{{ file: {path}, rights: {{ status: own_work }} }}");
            Probe::read(&FileField, &yaml)
        };
        for bad in ["../x.pdf", "/etc/x.pdf", "'C:\\x.pdf'"] {
            let probe = read(bad);
            assert_eq!(
                (probe.codes(), probe.said("example")),
                (vec![327], "files/x.pdf"),
                "{bad}"
            );
        }
        for bad in ["files/../../.x", "files/.x", "files//.x"] {
            let probe = read(bad);
            assert_eq!(
                (probe.codes(), probe.said("example")),
                (vec![327], "files/ho-so.pdf"),
                "{bad}"
            );
        }
        for (typed, code) in [
            ("x.pdf", 397),
            ("'files\\x.pdf'", 398),
            ("'D:\\site\\content\\relics\\a\\files\\x.pdf'", 398),
        ] {
            let probe = read(typed);
            assert_eq!(
                (probe.codes(), probe.said("mended")),
                (vec![code], "files/x.pdf"),
                "{typed}"
            );
            assert_eq!(read("files/x.pdf").codes(), [0_u16; 0]);
        }
    }
}
