//! `audio`: the narration, one recording per language, and music for the background.
//!
//! Entry point: [`Audio`], [`heard`]. Invariant: each recording is in exactly one language of the site; the page's own
//! comes first. Music is a track of its own that nobody has to hear.

use super::FieldType;
use super::file::{read_path, size};
use super::parts::{Parts, put};
use crate::diag::codes;
use crate::schema::languages::Languages;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, FileRef, Value};
use crate::source::yaml::{Data, Node};
use crate::text::Lang;
use serde_json::{Value as Json, json};

/// The narration.
pub struct Audio;

const EXAMPLE: &str = "audio/vi.m4a";

/// The key of the music, beside the languages.
const MUSIC: &str = "music";

fn track(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let mut is_told = false;
    let (path, mut fields, span) = if node.scalar().is_some() {
        (read_path(node, EXAMPLE, reading)?, Fields::default(), node.span)
    } else {
        let mut parts = Parts::open(node, &["file", "transcript", "voice", "credit"], reading)?;
        parts.needs("file", "file: audio/…", reading);
        let path = parts.written("file").and_then(|n| read_path(n, EXAMPLE, reading));
        let told = reading.found.len();
        let words = parts.written("transcript").and_then(|n| transcript(n, reading));
        is_told = reading.found.len() > told;
        parts.fields.put("transcript", words);
        parts.choice("voice", &["human", "tts"], reading);
        parts.texts(&["credit"], reading);
        (path?, std::mem::take(&mut parts.fields), parts.start())
    };
    if fields.get("transcript").is_none() && !is_told {
        reading.report(codes::media::MISSING_TRANSCRIPT, span, &[("file", &path.path)]);
    }
    fields.0.insert(0, ("file".into(), Value::File(path)));
    Some(Value::Map(fields))
}

/// A sound without words: it needs no transcript.
fn music(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let example = "audio/nhac.m4a";
    if node.scalar().is_some() {
        let path = read_path(node, example, reading)?;
        return Some(Value::Map(Fields(vec![("file".into(), Value::File(path))])));
    }
    let mut parts = Parts::open(node, &["file", "title", "credit"], reading)?;
    parts.needs("file", "file: audio/…", reading);
    let path = parts.written("file").and_then(|n| read_path(n, example, reading))?;
    parts.fields.put("file", Some(Value::File(path)));
    parts.texts(&["title", "credit"], reading);
    parts.close()
}

/// A `.vtt` file, or the spoken words themselves.
fn transcript(node: &Node, reading: &mut Reading<'_>) -> Option<Value> {
    let words = node.scalar().unwrap_or_default().trim();
    let is_path = !words.contains(char::is_whitespace) && words.contains(['/', '.']);
    if is_path {
        let name = words.rsplit('/').next().unwrap_or_default();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        // A document cannot follow the voice, and nobody sees what is in it.
        if ["txt", "md", "doc", "docx", "odt", "rtf", "pdf"].contains(&ending.as_str()) {
            reading.report(codes::media::NO_TIMED_WORDS, node.span, &[("file", name)]);
            return None;
        }
        return read_path(node, "audio/vi.vtt", reading).map(Value::File);
    }
    reading.word(node).map(|words| Value::Word(words.into()))
}

/// The recordings, that of the page's language first.
fn tracks<'v>(value: &'v Value, showing: &Showing<'_>) -> Vec<(Lang, &'v Fields)> {
    let Some(all) = value.fields() else { return Vec::new() };
    let own = std::iter::once(showing.lang);
    own.chain(showing.languages.all().filter(|lang| *lang != showing.lang))
        .filter_map(|lang| Some((lang, all.map(&showing.languages.get(lang).code)?)))
        .collect()
}

fn file<'f>(fields: &'f Fields, name: &str) -> Option<&'f FileRef> {
    match fields.get(name)? {
        Value::File(file) => Some(file),
        _ => None,
    }
}

/// The files that a listener in this language hears: the narration, in another language where there is none in this one,
/// and the music.
pub fn heard<'v>(value: &'v Value, lang: Lang, languages: &Languages) -> Vec<&'v FileRef> {
    let Some(all) = value.fields() else { return Vec::new() };
    let mut order = std::iter::once(lang).chain(languages.all());
    let own = order.find_map(|lang| all.map(&languages.get(lang).code));
    let both = own.into_iter().chain(all.map(MUSIC));
    both.filter_map(|fields| file(fields, "file")).collect()
}

fn length(seconds: u32) -> Json {
    json!({ "text": format!("{}:{:02}", seconds / 60, seconds % 60), "value": seconds })
}

fn show_music(fields: &Fields, showing: &Showing<'_>) -> Option<Json> {
    let link = showing.world.file(file(fields, "file")?)?;
    let mut shown = json!({
        "path": link.path, "bytes": { "text": size(link.bytes, showing), "value": link.bytes }
    });
    put(&mut shown, "seconds", link.seconds.map(length));
    super::parts::put_texts(&mut shown, fields, &["title", "credit"], showing);
    Some(shown)
}

fn show_track(lang: Lang, fields: &Fields, showing: &Showing<'_>) -> Option<Json> {
    let link = showing.world.file(file(fields, "file")?)?;
    let language = showing.languages.get(lang);
    let mut shown = json!({
        "lang": language.code, "name": language.name, "path": link.path,
        "bytes": { "text": size(link.bytes, showing), "value": link.bytes }
    });
    put(&mut shown, "seconds", link.seconds.map(length));
    let voice = fields
        .word("voice")
        .map(|voice| showing.word(&format!("voice.{voice}")));
    put(&mut shown, "voice", voice);
    super::parts::put_texts(&mut shown, fields, &["credit"], showing);
    if let Some(subtitles) = file(fields, "transcript").and_then(|f| showing.world.file(f)) {
        let lines = subtitles.lines.iter();
        let lines: Vec<Json> = lines.map(|(at, text)| json!({ "at": at, "text": text })).collect();
        shown["lines"] = json!(lines);
    }
    if let Some(Value::Word(words)) = fields.get("transcript") {
        let paragraphs: Vec<Json> = words
            .split("\n\n")
            .map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|p| !p.is_empty())
            .map(|p| json!({ "text": p }))
            .collect();
        shown["transcript"] = json!({ "paragraphs": paragraphs });
    }
    Some(shown)
}

impl FieldType for Audio {
    fn name(&self) -> &'static str {
        "audio"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "thuyết minh: { vi: { file: audio/vi.m4a, transcript: audio/vi.vtt } }; nhạc nền nếu có: music: audio/nhac.m4a",
            "narration: { vi: { file: audio/vi.m4a, transcript: audio/vi.vtt } }; music, if any: music: audio/nhac.m4a",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let languages = reading.languages;
        let mut known: Vec<String> = languages.all().map(|l| languages.get(l).code.clone()).collect();
        known.push(MUSIC.to_string());
        let Data::Map(pairs) = &node.data else {
            reading.report(codes::fields::NEEDS_KEYS, node.span, &[("known", &known.join(", "))]);
            return None;
        };
        let mut all = Fields::default();
        for (key, node) in pairs.iter().filter(|(_, node)| !node.is_empty()) {
            if key.text == MUSIC {
                all.put(MUSIC, music(node, reading));
            } else if known.contains(&key.text) {
                all.put(&key.text, track(node, reading));
            } else {
                let args = [("key", key.text.as_str()), ("known", &known.join(", "))];
                reading.report(codes::fields::NOT_A_LANGUAGE, key.span, &args);
            }
        }
        (!all.0.is_empty()).then_some(Value::Map(all))
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        Home::recording(word)
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let tracks: Vec<Json> = tracks(value, showing)
            .into_iter()
            .filter_map(|(lang, fields)| show_track(lang, fields, showing))
            .collect();
        let music = value.fields().and_then(|all| show_music(all.map(MUSIC)?, showing));
        if tracks.is_empty() && music.is_none() {
            return None;
        }
        let mut shown = json!({ "tracks": tracks });
        put(&mut shown, "music", music);
        Some(shown)
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let objects: Vec<Json> = tracks(value, showing)
            .into_iter()
            .filter_map(|(lang, fields)| {
                let link = showing.world.file(file(fields, "file")?)?;
                let language = &showing.languages.get(lang).code;
                let mut object = json!({
                    "@type": "AudioObject", "contentUrl": showing.world.absolute(&link.path), "inLanguage": language
                });
                let length = link.seconds.map(|s| format!("PT{}M{}S", s / 60, s % 60));
                put(&mut object, "duration", length.map(Json::from));
                put(&mut object, "transcript", fields.word("transcript").map(Json::from));
                Some(object)
            })
            .collect();
        (!objects.is_empty()).then_some(Json::Array(objects))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "\n  vi: { file: audio/vi.m4a, transcript: audio/vi.vtt, voice: tts }\n  en:\n    file: audio/en.m4a\n    transcript: |\n      Welcome.\n\n      Look up.";

    #[test]
    fn the_pages_own_language_comes_first() {
        let probe = Probe::good(&Audio, GOOD);
        let shown = probe.show(EN);
        assert_eq!(shown["tracks"][0]["lang"], "en");
        assert_eq!(shown["tracks"][0]["transcript"]["paragraphs"][1]["text"], "Look up.");
        assert_eq!(shown["tracks"][1]["name"], "Tiếng Việt");
        assert_eq!(shown["tracks"].as_array().map(Vec::len), Some(2), "each once");
        let vietnamese = &probe.show(VI)["tracks"][0];
        assert_eq!(vietnamese["seconds"]["text"], "2:10");
        assert_eq!(vietnamese["bytes"]["text"], "1,2\u{a0}MB");
        assert_eq!(vietnamese["voice"]["text"], "giọng máy đọc");
        assert_eq!(vietnamese["lines"][1], json!({ "at": 2_500, "text": "Mời vào." }));
        assert_eq!(shown.get("music"), None);
        assert_eq!(probe.linked(VI)[0]["duration"], "PT2M10S");
    }

    #[test]
    fn music_is_a_track_of_its_own_and_needs_no_transcript() {
        let probe = Probe::good(
            &Audio,
            "{ vi: { file: audio/vi.m4a, transcript: Lời, credit: Đài xã }, music: { file: audio/nhac.m4a, title: { vi: Đàn bầu } } }",
        );
        let shown = probe.show(EN);
        assert_eq!(shown["tracks"].as_array().map(Vec::len), Some(1));
        assert_eq!(shown["tracks"][0]["credit"]["text"], "Đài xã");
        assert_eq!(probe.linked(EN)[0]["transcript"], "Lời");
        assert_eq!(shown["music"]["path"], "media/audio/nhac.m4a");
        assert_eq!(
            shown["music"]["seconds"]["value"],
            shown["tracks"][0]["seconds"]["value"]
        );
        assert_eq!(shown["music"]["title"], json!({ "text": "Đàn bầu", "lang": "vi" }));
        let value = probe.value.unwrap();
        let files: Vec<&str> = heard(&value, EN, &Languages::vi_en())
            .iter()
            .map(|f| &*f.path)
            .collect();
        assert_eq!(files, ["audio/vi.m4a", "audio/nhac.m4a"]);
        assert_eq!(
            Probe::good(&Audio, "{ music: audio/nhac.m4a }").show(VI)["tracks"],
            json!([])
        );
        assert_eq!(Probe::read(&Audio, "{ music: { title: Đàn } }").codes(), [369]);
    }

    #[test]
    fn mistakes_are_told() {
        assert_eq!(Probe::read(&Audio, "{ vi: audio/vi.m4a }").codes(), [716]);
        assert_eq!(
            Probe::read(&Audio, "{ vi: { file: audio/vi.m4a, voice: tts } }").codes(),
            [716]
        );
        assert_eq!(Probe::read(&Audio, "audio/vi.m4a").codes(), [305]);
        assert_eq!(Probe::read(&Audio, "{ vn: audio/vi.m4a }").codes(), [304]);
        for text in ["audio/vi.txt", "audio/loi.docx", "vi.md"] {
            let yaml = format!("{{ vi: {{ file: audio/vi.m4a, transcript: {text} }} }}");
            assert_eq!(Probe::read(&Audio, &yaml).codes(), [723], "{text}");
        }
        assert_eq!(
            Probe::read(&Audio, "{ vi: { file: ../vi.m4a, transcript: Lời } }").codes(),
            [327]
        );
        assert_eq!(Probe::read(&Audio, "{ vi: { transcript: Lời } }").codes(), [369]);
    }
}
