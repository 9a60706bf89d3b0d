//! `photo`: a picture of the entry, with its description and its author.
//!
//! Entry point: [`Photo`]. Invariant: a picture of recognizable people without recorded consent is not published.

use super::FieldType;
use super::file::read_path;
use super::parts::{Parts, plain, put, put_texts};
use super::rights::linked_licence;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, FileRef, Value};
use crate::source::yaml::Node;
use serde_json::{Value as Json, json};

/// A picture.
pub struct Photo;

const EXAMPLE: &str = "photos/cong.jpg";

/// Reports the languages without description, and a missing author.
fn check_words(parts: &Parts<'_>, file: &FileRef, reading: &mut Reading<'_>) {
    let alt = parts.fields.text("alt");
    if let Some(text) = alt {
        if let Some((_, name)) = text.all().find(|(_, text)| is_name(text)) {
            reading.report(codes::prose::ALT_IS_NAME, parts.span("alt"), &[("value", name)]);
        }
        parts
            .written("alt")
            .into_iter()
            .for_each(|node| reading.check_plain(text, node));
    }
    let missing = reading
        .languages
        .all()
        .filter(|lang| !alt.is_some_and(|alt| alt.has(*lang)));
    let missing: Vec<_> = missing.map(|lang| reading.languages.get(lang)).collect();
    if !missing.is_empty() {
        let names: Vec<&str> = missing.iter().map(|language| &*language.name).collect();
        let example = |code: &str| match code {
            "vi" => "vi: Cổng chùa nhìn từ sân".to_string(),
            "en" => "en: The gate seen from the yard".to_string(),
            code => format!("{code}: …"),
        };
        let lines: Vec<String> = missing.iter().map(|language| example(&language.code)).collect();
        let args = [
            ("file", &*file.path),
            ("language", &names.join(", ")),
            ("better", &lines.join(" và ")),
            ("better_en", &lines.join(" and ")),
        ];
        reading.report(codes::media::MISSING_ALT, parts.span("alt"), &args);
    }
    if parts.fields.get("credit").is_none() {
        reading.report(codes::media::MISSING_CREDIT, parts.start(), &[("file", &file.path)]);
    }
}

/// True for the name that a camera, a chat or a person gave to a file: `IMG_1234`, `z5123456789012_a1b2.jpg`, «Ảnh 1».
fn is_name(text: &str) -> bool {
    const ENDINGS: &[&str] = &[".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif"];
    const BEGINNINGS: &[&str] = &[
        "img_",
        "img-",
        "img ",
        "dsc_",
        "dsc0",
        "pxl_",
        "fb_img",
        "dji_",
        "screenshot_",
    ];
    const WORDS: &[&str] = &["ảnh", "anh", "hình", "hinh", "photo", "image", "picture", "untitled"];
    let lower = text.trim().to_lowercase();
    let is_number = |rest: &str| {
        rest.chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '_' | '-' | '(' | ')'))
    };
    let is_counted = WORDS.iter().any(|word| lower.strip_prefix(word).is_some_and(is_number));
    is_counted
        || is_number(&lower)
        || ENDINGS.iter().any(|end| lower.ends_with(end))
        || !lower.contains(' ') && BEGINNINGS.iter().any(|begin| lower.starts_with(begin))
}

/// Endings of what is no picture: what it is, and where it belongs, in Vietnamese and English.
const OTHERS: &[(&[&str], [&str; 4])] = &[
    (
        &["mp4", "mov", "avi", "3gp", "mkv", "wmv"],
        [
            "phim (video)",
            "phim thì đăng lên kênh của đơn vị rồi dẫn liên kết trong bài viết",
            "a film",
            "publish the film on a channel of your own and link to it from the text",
        ],
    ),
    (
        &["mp3", "m4a", "wav", "amr", "ogg"],
        [
            "âm thanh",
            "lời thuyết minh thì ghi ở mục audio",
            "a recording",
            "narration goes under audio",
        ],
    ),
    (
        &["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx"],
        [
            "văn bản",
            "tài liệu PDF thì ghi ở mục files",
            "a document",
            "PDF documents go under files",
        ],
    ),
];

/// Reports a file that is no picture by its ending.
fn check_ending(path: &FileRef, reading: &mut Reading<'_>) {
    let ending = path.path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let other = OTHERS.iter().find(|(endings, _)| endings.contains(&&*ending));
    if let Some((_, [what, todo, what_en, todo_en])) = other {
        let args = [
            ("file", &*path.path),
            ("what", what),
            ("what_en", what_en),
            ("todo", todo),
            ("todo_en", todo_en),
        ];
        reading.report(codes::prose::FILM_AS_PHOTO, path.span, &args);
    }
}

/// The file of a picture.
pub fn file(fields: &Fields) -> Option<&FileRef> {
    match fields.get("file")? {
        Value::File(file) => Some(file),
        _ => None,
    }
}

impl FieldType for Photo {
    fn name(&self) -> &'static str {
        "photo"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "ảnh: { file: photos/cong.jpg, alt: { vi: …, en: … }, credit: … }",
            "a picture: { file: photos/cong.jpg, alt: { vi: …, en: … }, credit: … }",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        if node.scalar().is_some() {
            let path = read_path(node, EXAMPLE, reading)?;
            check_ending(&path, reading);
            let languages: Vec<_> = reading
                .languages
                .all()
                .map(|lang| reading.languages.get(lang))
                .collect();
            let names: Vec<&str> = languages.iter().map(|language| &*language.name).collect();
            let alts: Vec<String> = languages.iter().map(|one| format!("{}: \"…\"", one.code)).collect();
            let args = [
                ("file", &*path.path),
                ("language", &names.join(", ")),
                ("alts", &format!("{{ {} }}", alts.join(", "))),
            ];
            reading.report(codes::media::BARE_PICTURE, node.span, &args);
            return Some(Value::Map(Fields(vec![("file".into(), Value::File(path))])));
        }
        let known = [
            "file", "alt", "caption", "credit", "licence", "taken", "people", "consent",
        ];
        let mut parts = Parts::open(node, &known, reading)?;
        parts.needs("file", "file: photos/…", reading);
        let path = parts.written("file").and_then(|n| read_path(n, EXAMPLE, reading));
        parts.fields.put("file", path.clone().map(Value::File));
        parts.texts(&["alt", "caption", "credit"], reading);
        parts.words(&["licence"], reading);
        parts.date("taken", reading);
        parts.yes_no("people", reading);
        parts.yes_no("consent", reading);
        let path = path?;
        check_ending(&path, reading);
        check_words(&parts, &path, reading);
        if parts.fields.yes("people") && !parts.fields.yes("consent") {
            if !parts.is_unread("consent") {
                let args = [("what", &*path.path)];
                reading.report(codes::facts::WITHOUT_CONSENT, parts.span("people"), &args);
            }
            return None;
        }
        parts.close()
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let link = showing.world.picture(file(fields)?)?;
        let all = |sizes: &[(String, u32)]| -> Vec<Json> {
            let one = |(path, width): &(String, u32)| json!({ "path": path, "width": width });
            sizes.iter().map(one).collect()
        };
        let mut shown = json!({
            "sizes": all(&link.sizes), "webp": all(&link.webp), "width": link.width, "height": link.height
        });
        put(&mut shown, "tone", link.tone.map(Json::from));
        put_texts(&mut shown, fields, &["alt", "caption", "credit"], showing);
        put(&mut shown, "licence", fields.word("licence").map(Json::from));
        Some(shown)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let link = showing.world.picture(file(fields)?)?;
        let (path, width) = link.sizes.last()?;
        let height = u64::from(*width) * u64::from(link.height) / u64::from(link.width.max(1));
        let mut image = json!({
            "@type": "ImageObject", "contentUrl": showing.world.absolute(path),
            "width": width, "height": height
        });
        let caption = plain(fields, "caption", showing).or_else(|| plain(fields, "alt", showing));
        put(&mut image, "caption", caption);
        put(&mut image, "creditText", plain(fields, "credit", showing));
        put(&mut image, "license", fields.word("licence").map(linked_licence));
        Some(image)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "{ file: photos/cong.jpg, alt: { vi: Cổng chùa, en: The gate }, caption: { vi: Cổng }, credit: Đoàn xã, licence: CC BY 4.0, taken: 2026 }";

    #[test]
    fn a_picture_is_shown_in_all_sizes() {
        let shown = Probe::good(&Photo, GOOD).show(EN);
        assert_eq!(
            shown["sizes"][0],
            json!({ "path": "media/480-photos/cong.jpg", "width": 480 })
        );
        assert_eq!((&shown["width"], &shown["height"]), (&json!(960), &json!(640)));
        assert_eq!(shown["alt"], json!({ "text": "The gate" }));
        assert_eq!(shown["caption"], json!({ "text": "Cổng", "lang": "vi" }));
        assert_eq!(shown["licence"], "CC BY 4.0");
    }

    #[test]
    fn search_engines_get_the_largest_size() {
        let image = Probe::good(&Photo, GOOD).linked(VI);
        assert_eq!(image["@type"], "ImageObject");
        assert_eq!(image["contentUrl"], "https://disan.example/media/960-photos/cong.jpg");
        assert_eq!(image["license"], "https://creativecommons.org/licenses/by/4.0/");
    }

    #[test]
    fn description_and_author_are_asked_for() {
        let probe = Probe::read(&Photo, "{ file: photos/a.jpg, alt: { vi: Cổng } }");
        assert_eq!((probe.codes(), probe.said("language")), (vec![714, 715], "English"));
        assert!(probe.value.is_some());
        assert_eq!(Probe::read(&Photo, "photos/a.jpg").codes(), [719]);
        assert_eq!(Probe::read(&Photo, "{ alt: Cổng, credit: Đoàn xã }").codes(), [369]);
        assert_eq!(Probe::read(&Photo, "../a.jpg").codes(), [327]);
    }

    #[test]
    fn people_are_asked_before_they_are_shown() {
        let people = GOOD.replace("taken: 2026", "people: có");
        let probe = Probe::read(&Photo, &people);
        assert_eq!((probe.codes(), probe.value.is_none()), (vec![360], true));
        Probe::good(&Photo, &people.replace("có", "có, consent: true"));
    }

    #[test]
    fn file_names_are_no_descriptions_and_films_no_pictures() {
        for name in [
            "IMG_1234",
            "z5123456789012_a1b2c3.jpg",
            "Ảnh 1",
            "anh (2)",
            "DSC_0042.JPG",
            "Image",
            "12",
        ] {
            assert!(is_name(name), "{name}");
        }
        for text in [
            "Ảnh chân dung cụ Từ",
            "Hình khắc trên bia",
            "Cổng đền",
            "Năm 1945",
            "Image of the gate",
        ] {
            assert!(!is_name(text), "{text}");
        }
        let film = Probe::read(
            &Photo,
            "{ file: photos/le-hoi.MP4, alt: { vi: Lễ hội, en: The festival }, credit: Đoàn xã }",
        );
        assert_eq!(film.codes(), [454]);
    }

    #[test]
    fn a_missing_part_is_shown_without_invented_facts() {
        let probe = Probe::read(&Photo, "{ alt: { vi: Cổng } }");
        assert_eq!((probe.codes(), probe.said("example")), (vec![369], "file: photos/…"));
    }
}
