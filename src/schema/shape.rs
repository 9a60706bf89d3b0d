//! The right form of a value that was written without its keys, made of the author's own words.
//!
//! Entry point: `show`. Invariant: one finding per list, and nothing in a form that nobody wrote.

mod sentences;

use super::languages::Languages;
use super::reading::Reading;
use super::spec::FieldSpec;
use crate::diag::{Diagnostic, FORM, codes};
use crate::source::yaml::{Data, Node};
use crate::text::{Lang, slug};

/// Under which name a finding with a form says which of its keys takes the key of another entry.
pub const REFERENCE: &str = "reference";

/// The most items that a message has room for.
const MOST: usize = 6;

/// Under which key of a type a bare value belongs, and how it is written there.
pub struct Home<'s> {
    /// The key.
    pub key: &'s str,
    /// How the value is written.
    pub written: Written,
    /// A line that has to stand with it, such as the channel of a shop.
    pub above: Option<String>,
}

/// How a bare value is written under its key.
pub enum Written {
    /// As a text per language.
    Text,
    /// As this.
    Line(String),
    /// As this, under a language of the site: the one that ends the name of a file, else the first.
    Recording(String),
}

impl<'s> Home<'s> {
    /// A text per language.
    pub fn text(key: &'s str) -> Option<Self> {
        Some(Self::new(key, Written::Text))
    }

    /// A line that is the same in all languages.
    pub fn line(key: &'s str, word: &str) -> Option<Self> {
        Some(Self::new(key, Written::Line(quoted(word))))
    }

    /// A number or a key word; digits that begin with a zero belong in quotes.
    pub fn code(key: &'s str, word: &str) -> Option<Self> {
        Some(Self::new(key, Written::Line(format!("\"{word}\""))))
    }

    /// A recording, which belongs to one language.
    pub fn recording(word: &str) -> Option<Self> {
        Some(Self::new("", Written::Recording(quoted(word))))
    }

    /// The same below another line.
    #[must_use]
    pub fn below(self, line: String) -> Self {
        Self {
            above: Some(line),
            ..self
        }
    }

    fn new(key: &'s str, written: Written) -> Self {
        Self {
            key,
            written,
            above: None,
        }
    }
}

/// A text as YAML has it, with quotes only where it needs some.
pub fn quoted(text: &str) -> String {
    let signs = [
        ':', '#', '{', '}', '[', ']', ',', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '?',
    ];
    if text.contains(signs) || text.starts_with('-') {
        return format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    }
    text.to_string()
}

/// What an answer shows as the right value, in Vietnamese and English: the one that was meant, else an example.
pub fn answer(meant: Option<&str>, example: (&str, &str)) -> (String, String) {
    match meant {
        Some(value) => (format!("ở đây: {value}"), format!("here: {value}")),
        None => (format!("ví dụ {}", example.0), format!("for example {}", example.1)),
    }
}

/// Puts the right form into what was found about the shape of a value since `before`; a list is told once.
pub(super) fn show(spec: &FieldSpec, node: &Node, before: usize, reading: &mut Reading<'_>) {
    let is_shape = |d: &Diagnostic| d.code == codes::fields::NEEDS_KEYS;
    if !reading.found[before..].iter().any(is_shape) {
        return;
    }
    let nodes = match &node.data {
        Data::List(items) if spec.many => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let places: Vec<_> = nodes.iter().map(|n| reading.doc.place(n.span)).collect();
    let is_own = |d: &Diagnostic| is_shape(d) && d.place.as_ref().is_some_and(|p| places.contains(p));
    let (mut index, mut told) = (0, false);
    reading.found.retain(|d| {
        index += 1;
        index <= before || !is_own(d) || !std::mem::replace(&mut told, true)
    });
    let form = form(spec, nodes, reading.languages);
    let finding = reading.found[before..].iter_mut().find(|d| is_own(d));
    if let (Some(form), Some(finding)) = (form, finding) {
        finding.args.push((FORM, form));
        // Which line is to hold a key that only the whole site knows.
        if let Some(first) = reference(spec) {
            finding.args.push((REFERENCE, first.to_string()));
        }
    }
}

/// The name of the reference that a bare value of a group stands for.
fn reference(spec: &FieldSpec) -> Option<&str> {
    let home = spec.field.home("", spec)?;
    let field = spec.fields.iter().find(|field| field.name == home.key)?;
    (field.field.name() == "ref").then_some(home.key)
}

/// The lines of a field: its name, and each value under the key where it belongs.
fn form(spec: &FieldSpec, nodes: &[Node], languages: &Languages) -> Option<String> {
    let mut lines = vec![format!("{}:", spec.name)];
    let split = |word: &'_ str| -> Vec<String> {
        let parts = word.split(", ").map(|part| part.trim().to_string());
        parts.filter(|part| !part.is_empty()).collect()
    };
    for node in nodes {
        match node.scalar() {
            // A group has no sentence of its own, so that a comma ends an item.
            Some(word) if spec.many && nodes.len() == 1 && !spec.fields.is_empty() => {
                for word in split(word) {
                    lines.push(line(spec, &word, languages)?);
                }
            }
            Some(word) if word.trim().contains('\n') => lines.extend(in_lines(spec, word, languages)?),
            Some(word) => lines.push(line(spec, word.trim(), languages)?),
            None if is_text(node, languages) => lines.push(texts(spec, node, languages)?),
            None => {}
        }
    }
    if lines.len() > MOST + 1 {
        lines.truncate(MOST + 1);
        lines.push("  …".to_string());
    }
    (lines.len() > 1).then(|| lines.join("\n"))
}

/// A text of several lines (`place: |`): lines that have keys as they are, others as one.
fn in_lines(spec: &FieldSpec, text: &str, languages: &Languages) -> Option<Vec<String>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let keyed = |line: &&str| {
        let (key, value) = line.split_once(':')?;
        let is_known = spec.field.keys().contains(&key.trim());
        is_known.then(|| format!("  {}: {}", key.trim(), value.trim()))
    };
    let with_keys: Option<Vec<String>> = lines.iter().map(keyed).collect();
    with_keys
        .filter(|_| !spec.many)
        .or_else(|| Some(vec![line(spec, &lines.join(", "), languages)?]))
}

fn lead(spec: &FieldSpec) -> &'static str {
    if spec.many { "  - " } else { "  " }
}

fn line(spec: &FieldSpec, word: &str, languages: &Languages) -> Option<String> {
    let Home { key, written, above } = spec.field.home(word, spec)?;
    let (key, value) = match written {
        Written::Text => {
            let first = &languages.get(Lang(0)).code;
            (key, format!("{{ {first}: {} }}", quoted(word)))
        }
        Written::Line(line) => (key, line),
        Written::Recording(file) => (spoken_in(word, languages), file),
    };
    let lead = lead(spec);
    let indent = format!("\n{}", " ".repeat(lead.len()));
    let rest = open_lines(spec, &[key, "id"]);
    let rest: String = rest.iter().map(|line| format!("{indent}{line}")).collect();
    // A part with a code of its own needs the word that the code is kept for.
    let has_id = spec.fields.iter().any(|field| field.name == "id" && field.required);
    let above = above.or_else(|| has_id.then(|| format!("id: {}", slug(word))));
    Some(match above {
        Some(above) => format!("{lead}{above}{indent}{key}: {value}{rest}"),
        None => format!("{lead}{key}: {value}{rest}"),
    })
}

/// Lines for what a group cannot be without, left open for somebody to fill in; without those that are there.
pub fn open_lines(group: &FieldSpec, there: &[&str]) -> Vec<String> {
    let needed = group
        .fields
        .iter()
        .filter(|field| field.required && !there.contains(&&*field.name));
    let line = |field: &FieldSpec| match field.field.name() {
        "text" | "longtext" => format!("{}: {{ vi: …, en: … }}", field.name),
        _ => format!("{}: …", field.name),
    };
    needed.map(line).collect()
}

/// The lines of a list or map as they were typed, below their key, so many blanks deep; `None` where there are many.
pub fn block(node: &Node, depth: usize, reading: &Reading<'_>) -> Option<String> {
    let text = &reading.doc.text;
    let begin = text.get(..node.span.lo as usize)?.rfind('\n')? + 1;
    let typed = text.get(begin..node.span.hi as usize)?;
    let lines: Vec<&str> = typed.lines().filter(|line| !line.trim().is_empty()).collect();
    let blanks = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let least = lines.iter().map(blanks).min()?;
    // What begins behind its key stands on the line of another one.
    if lines.len() > MOST
        || !text
            .get(begin..node.span.lo as usize)?
            .trim_start_matches(['-', ' '])
            .is_empty()
    {
        return None;
    }
    let lines = lines
        .iter()
        .map(|line| format!("\n{}{}", " ".repeat(depth), line.get(least..).unwrap_or_default()));
    Some(lines.collect())
}

/// The language that the name of a recording ends in: `audio/en.m4a`, `den-ha_en.mp3`; else the first.
fn spoken_in<'l>(file: &str, languages: &'l Languages) -> &'l str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let last = stem.rsplit(['-', '_', '.', ' ']).next().unwrap_or_default();
    let lang = languages.find(&last.to_lowercase()).unwrap_or(Lang(0));
    &languages.get(lang).code
}

/// `{ vi: …, en: … }` without the key whose text it is, or one address in it that is no text.
fn texts(spec: &FieldSpec, node: &Node, languages: &Languages) -> Option<String> {
    let said = |(key, value): &(crate::source::yaml::Key, Node)| {
        Some(format!("{}: {}", key.text, quoted(value.scalar()?.trim())))
    };
    let (_, first) = node.pairs().first()?;
    let first = first.scalar()?.trim();
    let Home { key, written, .. } = spec.field.home(first, spec)?;
    if !matches!(written, Written::Text) {
        let is_same = |(_, other): &(_, Node)| other.scalar().map(str::trim) == Some(first);
        let is_one = node.pairs().iter().all(is_same);
        return is_one.then(|| line(spec, first, languages))?;
    }
    let parts: Option<Vec<String>> = node.pairs().iter().map(said).collect();
    Some(format!("{}{key}: {{ {} }}", lead(spec), parts?.join(", ")))
}

/// A list where one value is wanted: its languages as one text, else its first value; `None` when that is no line.
pub(super) fn one_of(spec: &FieldSpec, list: &Node, reading: &Reading<'_>) -> Option<String> {
    let items = list.items();
    let typed = |node: &Node| {
        let text = reading.doc.text.get(node.span.lo as usize..node.span.hi as usize)?;
        let is_line = node.scalar().is_some() && !text.contains('\n');
        is_line.then(|| text.trim().to_string())
    };
    let is_in_brackets = reading
        .doc
        .text
        .get(list.span.lo as usize..)
        .is_some_and(|text| text.starts_with('['));
    // No item of a text may be lost.
    if items.len() > 1 && has_sentences(spec) && !is_in_brackets {
        return sentences::joined(spec, items, reading.languages);
    }
    if items.iter().all(|item| is_text(item, reading.languages)) {
        let pairs = items.iter().flat_map(Node::pairs);
        let parts: Option<Vec<String>> = pairs
            .map(|(key, value)| Some(format!("{}: {}", key.text, typed(value)?)))
            .collect();
        return Some(format!("{}: {{ {} }}", spec.name, parts?.join(", ")));
    }
    // What has parts stands under the key of one, also when brackets made a list of it.
    if spec.field.home("", spec).is_some() {
        return under_keys(spec, items, typed, reading.languages);
    }
    let words: Option<Vec<&str>> = items.iter().map(|item| item.scalar().map(str::trim)).collect();
    // A sentence between brackets, whose commas made a list of it.
    if let Some(words) = words.filter(|words| words.len() > 1 && is_in_brackets && has_sentences(spec)) {
        return Some(format!("{}: {}", spec.name, quoted(&words.join(", "))));
    }
    Some(format!("{}: {}", spec.name, typed(items.first()?)?))
}

/// A list in place of the parts of a value: their lines without the dashes, or words under the key where they belong.
fn under_keys(
    spec: &FieldSpec,
    items: &[Node],
    typed: impl Fn(&Node) -> Option<String>,
    languages: &Languages,
) -> Option<String> {
    let words: Option<Vec<&str>> = items.iter().map(|item| item.scalar().map(str::trim)).collect();
    if let Some(words) = words {
        return Some(format!("{}:\n{}", spec.name, line(spec, &words.join(", "), languages)?));
    }
    let pairs: Vec<_> = items.iter().flat_map(Node::pairs).collect();
    let is_whole = items.iter().all(|item| !item.pairs().is_empty());
    let lines: Option<Vec<String>> = pairs
        .into_iter()
        .map(|(key, value)| Some(format!("  {}: {}", key.text, typed_flow(value, &typed)?)))
        .collect();
    Some(format!("{}:\n{}", spec.name, lines.filter(|_| is_whole)?.join("\n")))
}

/// A value as one line: as it was typed, or a text per language.
fn typed_flow(node: &Node, typed: &impl Fn(&Node) -> Option<String>) -> Option<String> {
    if node.pairs().is_empty() {
        return typed(node);
    }
    let parts: Option<Vec<String>> = node
        .pairs()
        .iter()
        .map(|(key, value)| Some(format!("{}: {}", key.text, typed(value)?)))
        .collect();
    Some(format!("{{ {} }}", parts?.join(", ")))
}

/// True for a field that takes any words.
fn has_sentences(spec: &FieldSpec) -> bool {
    matches!(spec.field.name(), "text" | "longtext" | "line")
}

/// True for a map whose keys are languages, all of them.
pub(super) fn is_text(node: &Node, languages: &Languages) -> bool {
    let pairs = node.pairs();
    !pairs.is_empty() && pairs.iter().all(|(key, _)| languages.find(&key.text).is_some())
}

#[cfg(test)]
mod tests {
    use crate::diag::{FORM, Speech};
    use crate::schema::field::testing::Probe;
    use crate::schema::field::{
        FieldType, audio, contact, dating, festival, group, hours, inscription, line, longtext, place, reference, shop,
        source, stars, text,
    };
    use crate::schema::spec::FieldSpec;

    fn form(field: &'static dyn FieldType, yaml: &str) -> String {
        let probe = Probe::read(field, yaml);
        assert_eq!(probe.codes(), [305], "{yaml}: {:?}", probe.found);
        probe.said(FORM).to_string()
    }

    #[test]
    fn a_value_without_its_keys_is_shown_under_the_right_one() {
        assert_eq!(
            form(&hours::Hours, "7:00 - 17:00"),
            "x:\n  text: { vi: \"7:00 - 17:00\" }"
        );
        assert_eq!(form(&contact::Contact, "0912345678"), "x:\n  phone: \"0912345678\"");
        assert_eq!(form(&contact::Contact, "Chị A"), "x:\n  name: { vi: Chị A }");
        assert_eq!(form(&stars::Stars, "4 sao"), "x:\n  stars: 4");
        assert_eq!(form(&source::Source, "Báo A"), "x:\n  title: { vi: Báo A }");
        assert_eq!(
            form(&shop::Shop, "https://voso.vn/a"),
            "x:\n  channel: voso\n  url: \"https://voso.vn/a\""
        );
        assert_eq!(
            form(&dating::Dating, "{ vi: \"thế kỷ XV, đầu\", en: 15th century }"),
            "x:\n  text: { vi: \"thế kỷ XV, đầu\", en: 15th century }"
        );
        assert_eq!(form(&dating::Dating, "1880"), "x:\n  from: 1880");
        assert_eq!(
            form(&inscription::Inscription, "Chữ Hán trên bia"),
            "x:\n  note: { vi: Chữ Hán trên bia }"
        );
        assert_eq!(form(&inscription::Inscription, "福壽"), "x:\n  original: 福壽");
        for address in [
            "{ vi: \"https://bao.vn/a\" }",
            "{ vi: \"https://bao.vn/a\", en: \"https://bao.vn/a\" }",
        ] {
            let lines = "x:\n  title: { vi: …, en: … }\n  url: \"https://bao.vn/a\"";
            assert_eq!(form(&source::Source, address), lines);
        }
        assert_eq!(
            form(&source::Source, "https://bao.vn/a"),
            "x:\n  title: { vi: …, en: … }\n  url: \"https://bao.vn/a\""
        );
        for day in ["10/3 âm lịch", "rằm tháng Giêng"] {
            let lines = format!("x:\n  name: {{ vi: …, en: … }}\n  lunar: \"{day}\"");
            assert_eq!(form(&festival::Festival, day), lines);
        }
        assert_eq!(form(&festival::Festival, "Hội đền"), "x:\n  name: { vi: Hội đền }");
    }

    #[test]
    fn a_recording_stands_under_the_language_that_its_name_tells() {
        for (file, lang) in [
            ("audio/vi.mp3", "vi"),
            ("audio/den-ha_EN.m4a", "en"),
            ("audio/loi-ke.mp3", "vi"),
        ] {
            assert_eq!(form(&audio::Audio, file), format!("x:\n  {lang}: {file}"));
        }
    }

    #[test]
    fn a_list_where_one_value_is_wanted_keeps_the_words_of_its_author() {
        let form = |yaml: &str| {
            let probe = Probe::read(&text::TextField, yaml);
            assert_eq!(probe.codes(), [301], "{yaml}");
            probe.said(FORM).to_string()
        };
        assert_eq!(form("[Đình Giếng Ngọt]"), "x: Đình Giếng Ngọt");
        assert_eq!(form("\n  - vi: Đình\n  - en: House"), "x: { vi: Đình, en: House }");
        assert_eq!(
            form("\n  - Không hút thuốc\n  - Đi nhẹ, nói khẽ"),
            "x: \"Không hút thuốc; Đi nhẹ, nói khẽ\""
        );
        assert_eq!(form("\n  - Cấm lửa.\n  - Giữ trật tự."), "x: Cấm lửa. Giữ trật tự.");
        let both = "\n  - { vi: Cấm lửa, en: No fire }\n  - { vi: Đi nhẹ, en: Walk softly }";
        assert_eq!(form(both), "x: { vi: Cấm lửa; Đi nhẹ, en: No fire; Walk softly }");
        // Nothing is shown rather than a part of it.
        assert_eq!(form("\n  - Cấm lửa\n  - { vi: Đi nhẹ, en: Walk softly }"), "");
    }

    #[test]
    fn a_list_where_paragraphs_are_wanted_has_each_item_in_one() {
        let form = |yaml: &str| {
            let probe = Probe::read(&longtext::LongText, yaml);
            assert_eq!(probe.codes(), [301], "{yaml}");
            let form = probe.said(FORM).to_string();
            let value = Probe::good(&longtext::LongText, form.strip_prefix("x: ").unwrap_or(&form[2..]))
                .value
                .unwrap();
            (form, format!("{value:?}"))
        };
        let (lines, value) = form("\n  - Không hút thuốc\n  - \"Đi nhẹ: nói khẽ\"");
        assert_eq!(lines, "x: |\n  Không hút thuốc\n\n  Đi nhẹ: nói khẽ");
        assert!(value.contains("Không hút thuốc\\n\\nĐi nhẹ: nói khẽ"), "{value}");
        let (lines, _) = form("\n  - { vi: Cấm lửa, en: No fire }\n  - { vi: Đi nhẹ, en: Walk softly }");
        assert_eq!(
            lines,
            "x:\n  vi: |\n    Cấm lửa\n\n    Đi nhẹ\n  en: |\n    No fire\n\n    Walk softly"
        );
    }

    #[test]
    fn what_has_parts_is_shown_whole_whatever_brackets_or_lines_it_was_written_in() {
        for (yaml, code, lines) in [
            (
                "[thôn Mẫu, xã Vân Hà]",
                305,
                "x:\n  address: { vi: \"thôn Mẫu, xã Vân Hà\" }",
            ),
            ("[thôn Mẫu]", 305, "x:\n  address: { vi: thôn Mẫu }"),
            (
                "\n  - ward: \"07798\"\n  - address: { vi: Làng A, en: A }",
                305,
                "x:\n  ward: \"07798\"\n  address: { vi: Làng A, en: A }",
            ),
            (
                "|\n  ward: \"07798\"\n  address:{ vi: Làng A, en: A }",
                305,
                "x:\n  ward: \"07798\"\n  address: { vi: Làng A, en: A }",
            ),
            (
                "|\n  thôn Mẫu\n  xã Vân Hà",
                305,
                "x:\n  address: { vi: \"thôn Mẫu, xã Vân Hà\" }",
            ),
        ] {
            let probe = Probe::read(&place::Place, yaml);
            assert_eq!((probe.codes(), probe.said(FORM)), (vec![code], lines), "{yaml}");
        }
    }

    #[test]
    fn the_form_of_a_part_has_all_that_it_needs() {
        let field = |name: &str, field: &'static dyn FieldType, required| FieldSpec {
            required,
            ..FieldSpec::new(name, field)
        };
        let stalls = FieldSpec {
            many: true,
            fields: vec![
                field("id", &line::Line, true),
                field("no", &line::Line, false),
                field("name", &text::TextField, true),
                field("goods", &text::TextField, true),
            ],
            ..FieldSpec::new("stalls", &group::Group)
        };
        let form = "stalls:\n  - id: gian-banh\n    name: { vi: Gian bánh }\n    goods: { vi: …, en: … }";
        assert_eq!(Probe::by(stalls.clone(), "\n  - Gian bánh").said(FORM), form);
        let case = FieldSpec {
            fields: vec![stalls],
            ..FieldSpec::new("x", &group::Group)
        };
        let stray = Probe::by(case, "\n  goods:\n    - bánh\n    - kẹo");
        let form = "stalls:\n  - id: …\n    name: { vi: …, en: … }\n    goods:\n      - bánh\n      - kẹo";
        assert_eq!((stray.codes(), stray.said(FORM)), (vec![379], form));
    }

    #[test]
    fn a_list_is_answered_once_with_all_of_its_items() {
        let stops = |yaml: &str| {
            let mut minutes = FieldSpec::new("text", &text::TextField);
            minutes.required = false;
            let spec = FieldSpec {
                many: true,
                fields: vec![FieldSpec::new("entry", &reference::Ref), minutes],
                ..FieldSpec::new("stops", &group::Group)
            };
            Probe::by(spec, yaml)
        };
        let id = FieldSpec {
            required: true,
            ..FieldSpec::new("id", &line::Line)
        };
        let components = FieldSpec {
            many: true,
            fields: vec![id, FieldSpec::new("title", &text::TextField)],
            ..FieldSpec::new("components", &group::Group)
        };
        assert_eq!(
            Probe::by(components, "tam quan").said(FORM),
            "components:\n  - id: tam-quan\n    title: { vi: tam quan }"
        );
        let wanted = "stops:\n  - entry: relics/a\n  - entry: relics/b";
        for yaml in [
            "[relics/a, relics/b]",
            "\n  - relics/a\n  - relics/b",
            "relics/a, relics/b",
        ] {
            let probe = stops(yaml);
            assert_eq!((probe.codes(), probe.said(FORM)), (vec![305], wanted), "{yaml}");
            assert!(probe.found[0].help(Speech::Vi).contains(wanted));
        }
    }
}
