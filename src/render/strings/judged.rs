//! Texts that a theme or a site brought, held against those that templates ask for.
//!
//! Entry point: [`judge`]. Invariant: a text that anything may show is right; what nothing shows is told with the name that
//! was meant.

use super::has_forms;
use crate::diag::codes::look;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::render::builtin;
use crate::render::theme::{Layer, Theme};
use crate::render::written::without_remarks;
use crate::source::document::Document;
use crate::source::yaml::{self, Data, Node};
use crate::text::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with the texts of themes and site, and the keys that are not missing where another language has
/// them: nothing asks for them, or somebody else counts them. `languages` are those of the site.
pub(in crate::render) fn judge(theme: &Theme, languages: &[&str]) -> (BTreeSet<String>, Diagnostics) {
    let mut judging = Judging {
        known: known(&theme.words),
        templates: own_templates(theme),
        unknown: BTreeSet::new(),
        found: Diagnostics::new(),
    };
    for (layer, lang, document) in &theme.texts {
        if *layer == Layer::Site && !languages.contains(&lang.as_str()) {
            judging.found.push(foreign(lang, languages, document));
            continue;
        }
        // What cannot be read was told when it was.
        judging.below(&yaml::read(document).0, document, &mut Vec::new());
    }
    // Words are counted by who asks for them.
    let words = theme
        .words
        .keys()
        .flat_map(|key| std::iter::once(key.as_str()).chain(whole(key)));
    judging.unknown.extend(words.map(str::to_string));
    (judging.unknown, judging.found)
}

struct Judging {
    /// Built-in texts and words by their keys; for texts, the values that are filled in.
    known: BTreeMap<String, Option<BTreeSet<String>>>,
    /// What templates of theme and site say.
    templates: Vec<String>,
    unknown: BTreeSet<String>,
    found: Diagnostics,
}

impl Judging {
    fn below(&mut self, node: &Node, document: &Document, path: &mut Vec<String>) {
        for (key, value) in node.pairs() {
            path.push(key.text.clone());
            let here = path.join(".");
            match &value.data {
                Data::Map(_) if !has_forms(value) || !matches!(self.known.get(&here), Some(Some(_))) => {
                    self.below(value, document, path);
                }
                Data::Empty | Data::Unread => {}
                _ => match self.known.get(&here) {
                    Some(Some(values)) => {
                        let values = values.clone();
                        self.fill(&here, value, &values, document);
                    }
                    Some(None) => {}
                    None if self.is_asked_for(&here) => {}
                    None => self.tell(&here, key.span, document),
                },
            }
            path.pop();
        }
    }

    /// `t.foot.thanks` in a template of one's own, or `t.foot` as a whole.
    fn is_asked_for(&self, key: &str) -> bool {
        let mut rest = key;
        loop {
            let call = format!("t.{rest}");
            let is_end = |text: &str, at: usize| {
                let behind = text[at + call.len()..].chars().next();
                let is_longer = behind.is_some_and(|c| c.is_alphanumeric() || c == '_');
                !is_longer && (rest == key || behind != Some('.'))
            };
            let asks = |text: &String| text.match_indices(&call).any(|(at, _)| is_end(text, at));
            if self.templates.iter().any(asks) {
                return true;
            }
            match rest.rsplit_once('.') {
                Some((above, _)) => rest = above,
                None => return false,
            }
        }
    }

    /// A text waits for values that the page gives.
    fn fill(&mut self, key: &str, value: &Node, given: &BTreeSet<String>, document: &Document) {
        let forms = value.pairs().iter().map(|(_, form)| form);
        for text in std::iter::once(value).chain(forms) {
            let Some(written) = text.scalar() else { continue };
            let Some(wrong) = places(written).into_iter().find(|name| !given.contains(name)) else {
                continue;
            };
            let finding = document.found(look::STRING_VALUES, text.span).with("key", key);
            let finding = finding.with("value", format!("{{{wrong}}}"));
            let all: Vec<String> = given.iter().map(|name| format!("{{{name}}}")).collect();
            self.found.push(match all.is_empty() {
                true => finding
                    .with("values", "chữ, không có ngoặc nhọn")
                    .with("values_en", "words, without braces"),
                false => finding.with("values", all.join(", ")),
            });
        }
    }

    fn tell(&mut self, key: &str, span: crate::diag::Span, document: &Document) {
        self.unknown.insert(key.to_string());
        let finding = document.found(look::STRING_UNKNOWN, span).with("key", key);
        self.found.push(match nearest(key, self.known.keys().map(String::as_str)) {
            Some(near) => finding
                .with("todo", format!("có phải là «{near}»?"))
                .with("todo_en", format!("did you mean «{near}»?")),
            None => finding
                .with("todo", "tên các câu ở trong tệp mà lệnh «vanbia theme strings/vi.yaml --to strings/xem.txt» chép ra; câu không cần nữa thì xóa")
                .with("todo_en", "the names are in the file that «vanbia theme strings/en.yaml --to strings/names.txt» writes; delete a text that is of no use"),
        });
    }
}

/// Built-in texts and words, with the values that are filled into each.
fn known(words: &BTreeMap<String, String>) -> BTreeMap<String, Option<BTreeSet<String>>> {
    let mut all = BTreeMap::new();
    let files = builtin::FILES.iter().filter(|(path, _)| path.starts_with("strings/"));
    for (path, bytes) in files {
        let document = Document::new(path, String::from_utf8_lossy(bytes));
        add(&yaml::read(&document).0, &mut Vec::new(), &mut all);
    }
    for key in words.keys() {
        // A list of words is written as one; how words fill in dates and the like is theirs to know.
        for key in std::iter::once(key.as_str()).chain(whole(key)) {
            all.entry(key.to_string()).or_insert(None);
        }
    }
    all
}

/// The list that a word belongs to, or the group of words that looks like the forms of one: `months.3`, `channel.other`.
pub(super) fn whole(key: &str) -> Option<&str> {
    let (above, last) = key.rsplit_once('.')?;
    (last == "other" || last.bytes().all(|b| b.is_ascii_digit())).then_some(above)
}

fn add(node: &Node, path: &mut Vec<String>, all: &mut BTreeMap<String, Option<BTreeSet<String>>>) {
    for (key, value) in node.pairs() {
        path.push(key.text.clone());
        let forms = value.pairs().iter().map(|(_, form)| form);
        match &value.data {
            Data::Map(_) if value.get("other").is_none() => add(value, path, all),
            _ => {
                let texts = std::iter::once(value).chain(forms).filter_map(Node::scalar);
                let values = all.entry(path.join(".")).or_insert_with(|| Some(BTreeSet::new()));
                if let Some(values) = values {
                    values.extend(texts.flat_map(places));
                }
            }
        }
        path.pop();
    }
}

/// The names in braces.
fn places(text: &str) -> BTreeSet<String> {
    let parts = text.split('{').skip(1);
    parts
        .filter_map(|part| part.split_once('}').map(|(name, _)| name.to_string()))
        .collect()
}

fn own_templates(theme: &Theme) -> Vec<String> {
    let own = theme.templates.values().filter(|(layer, _)| *layer != Layer::Builtin);
    own.map(|(_, document)| dotted(&without_remarks(&document.text)))
        .collect()
}

/// `t["foot"]['thanks']` and `t[page.lang].foot.thanks` → `t.foot.thanks`.
fn dotted(text: &str) -> String {
    let text = text.replace("[\"", ".").replace("\"]", "");
    let text = text.replace("['", ".").replace("']", "");
    let mut parts = text.split("t[");
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        out.push('t');
        out.push_str(part.split_once(']').map_or(part, |(_, behind)| behind));
    }
    out
}

/// Texts of a language that the site does not have.
fn foreign(lang: &str, languages: &[&str], document: &Document) -> Diagnostic {
    let files: Vec<String> = languages.iter().map(|lang| format!("{lang}.yaml")).collect();
    let files = files.join(", ");
    let finding = Diagnostic::new(look::THEME_FILE_LOST).at(Place::file(&document.file));
    let finding = finding.with("file", &document.file);
    let vi = format!(
        "đặt tên tệp theo ngôn ngữ của trang: {files}; hoặc thêm ngôn ngữ «{lang}» vào languages trong content/site.yaml"
    );
    let en =
        format!("name it after a language of the site: {files}; or add «{lang}» to languages in content/site.yaml");
    finding.with("todo", vi).with("todo_en", en)
}
