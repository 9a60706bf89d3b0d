//! A theme as files in layers: the built-in theme, another theme, the site's own files.
//!
//! Entry point: [`Theme::load`]. Invariant: a file of a later layer takes the place of the file of the same name; no
//! layer can be half replaced except strings, which are merged text by text.

mod misplaced;

use super::skin::Skin;
use super::{builtin, strings::Strings};
use crate::diag::codes::setup;
use crate::diag::{Diagnostic, Diagnostics, FORM, Place};
use crate::source::document::Document;
use crate::source::yaml;
use crate::text::{nearest, nfc};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A file of a theme, or of the site's own theme folder.
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Path inside the theme folder: `templates/entry.html`, `strings/vi.yaml`.
    pub path: String,
    /// Path as messages name it: `content/theme/templates/entry.html`.
    pub file: Arc<str>,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Where a file comes from; a later one takes the place of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Builtin,
    Theme,
    Site,
}

/// The versions for which a theme of today is made.
const FITTING: &str = ">=0.1, <0.2";

/// The skin of a site that chooses none.
const STANDARD_SKIN: &str = "stele";

/// Everything that themes and site say about the look of pages.
#[derive(Debug, Default)]
pub struct Theme {
    /// Templates by name in the engine, with the prefix of their layer.
    pub(super) templates: BTreeMap<String, (Layer, Document)>,
    /// Texts of the templates.
    pub(super) strings: Strings,
    /// The files of texts that themes and site brought, by language.
    pub(super) texts: Vec<(Layer, String, Document)>,
    /// The files of `content/static/`, by which templates may call them.
    pub(super) copied: BTreeSet<String>,
    /// Texts that stand in the same files and are asked for by the program itself.
    pub(super) words: BTreeMap<String, String>,
    /// Styles, scripts, fonts and ornaments by name: `style.css`, `star.svg`.
    pub(super) files: BTreeMap<String, (Arc<str>, Vec<u8>)>,
    /// Constant styles and scripts of the pages that stand alone: `bare.css`.
    pub(super) inline: BTreeMap<String, String>,
    /// Skins by name, not read yet.
    skins: BTreeMap<String, Document>,
    /// The skin that pages wear.
    pub(super) skin: Skin,
}

impl Theme {
    /// Puts the built-in theme, the files of another theme (none: an empty list) and those of the site's own theme
    /// folder together. Files that are not text where text is needed, or that say something impossible, are findings.
    pub fn load(theme: &[ThemeFile], site: &[ThemeFile]) -> (Self, Diagnostics) {
        let mut all = Self::default();
        let mut found = Diagnostics::new();
        for (path, bytes) in builtin::FILES {
            let file = ThemeFile {
                path: path.to_string(),
                file: format!("{}{path}", builtin::ROOT).into(),
                bytes: bytes.to_vec(),
            };
            all.add(Layer::Builtin, &file, &mut found);
        }
        for file in theme {
            all.add(Layer::Theme, file, &mut found);
        }
        if !theme.is_empty() {
            check_manifest(theme, &mut found);
        }
        for file in site {
            all.add(Layer::Site, file, &mut found);
        }
        found.extend(all.put_on(STANDARD_SKIN));
        (all, found)
    }

    /// Says which files are copied to the root of the site as they are, and which texts the program itself asks for.
    pub fn stand_beside(&mut self, copied: impl Iterator<Item = String>, words: BTreeMap<String, String>) {
        self.copied = copied.collect();
        self.words = words;
    }

    /// True when a template that is in use, or one that another calls by its layer, names a file.
    pub(super) fn calls(&self, name: &str) -> bool {
        let quoted = format!("\"{name}\"");
        self.templates.iter().any(|(template, (layer, document))| {
            let plain = super::templates::plain_name(template);
            let is_over =
                |upper: Layer| upper > *layer && self.templates.contains_key(&format!("{}{plain}", upper.prefix()));
            let by_layer = format!("\"{template}\"");
            let is_called = || self.templates.values().any(|(_, other)| other.text.contains(&by_layer));
            let is_shadowed = [Layer::Theme, Layer::Site].into_iter().any(is_over) && !is_called();
            !is_shadowed && document.text.contains(&quoted)
        })
    }

    /// Chooses the skin that pages wear. `place` says where the site chose it. A name that no layer knows is answered
    /// with those there are.
    pub fn wear(&mut self, skin: &str, place: Option<&Place>) -> Diagnostics {
        if self.skins.contains_key(skin) {
            return if skin == STANDARD_SKIN {
                Diagnostics::new() // it has been read
            } else {
                self.put_on(skin)
            };
        }
        let known: Vec<&str> = self.skins.keys().map(String::as_str).collect();
        let near = nearest(skin, known.iter().copied()).unwrap_or(STANDARD_SKIN);
        let mut unknown = Diagnostic::new(setup::NO_SUCH_SKIN);
        if let Some(place) = place {
            unknown = unknown.at(place.clone());
        }
        let unknown = unknown.with("name", skin).with("near", near);
        vec![unknown.with("known", known.join(", "))]
    }

    fn put_on(&mut self, skin: &str) -> Diagnostics {
        let Some(document) = self.skins.get(skin) else {
            return Diagnostics::new();
        };
        let (read, found) = Skin::read(skin, document);
        self.skin = read;
        found
    }

    fn add(&mut self, layer: Layer, from: &ThemeFile, found: &mut Diagnostics) {
        let (file, bytes) = (&from.file, from.bytes.as_slice());
        if let Some(lost) = misplaced::told(from) {
            // Of a whole folder, once.
            if !found.contains(&lost) {
                found.push(lost);
            }
            return;
        }
        let Some((folder, name)) = from.path.split_once('/') else {
            return; // theme.yaml, a licence, a read-me
        };
        match folder {
            "templates" => {
                if let Some(document) = text(file, bytes, found) {
                    self.templates
                        .insert(format!("{}{name}", layer.prefix()), (layer, document));
                }
            }
            "strings" => {
                let lang = name.strip_suffix(".yaml").or(name.strip_suffix(".yml"));
                if let (Some(lang), Some(document)) = (lang, text(file, bytes, found)) {
                    self.strings.add(lang, &document, found);
                    if layer != Layer::Builtin {
                        self.texts.push((layer, lang.to_string(), document));
                    }
                }
            }
            // Letters of another encoding would be broken; those of the document itself are not touched.
            "styles" | "scripts" if is_written(name) && text(file, bytes, found).is_none() => {}
            "styles" | "scripts" if is_written(name) => {
                let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
                self.files.insert(name.to_string(), (file.clone(), bytes.to_vec()));
            }
            "styles" | "scripts" | "assets" | "fonts" if is_published(name) => {
                self.files.insert(name.to_string(), (file.clone(), bytes.to_vec()));
            }
            "skins" => {
                let skin = name.strip_suffix(".yaml").or(name.strip_suffix(".yml"));
                if let (Some(skin), Some(document)) = (skin, text(file, bytes, found)) {
                    self.skins.insert(skin.to_string(), document);
                }
            }
            "inline" => {
                if let Some(document) = text(file, bytes, found) {
                    self.inline.insert(name.to_string(), document.text);
                }
            }
            _ => {}
        }
    }

    /// Feeds everything that can change a page to a hash.
    pub(super) fn hash_into(&self, hasher: &mut blake3::Hasher) {
        for (name, (_, document)) in &self.templates {
            hasher
                .update(name.as_bytes())
                .update(&[0])
                .update(document.text.as_bytes())
                .update(&[0]);
        }
        for (name, (_, bytes)) in &self.files {
            hasher.update(name.as_bytes()).update(&[0]).update(bytes).update(&[0]);
        }
        hasher.update(self.skin.css().as_bytes()).update(&[0]);
        for (name, text) in &self.inline {
            hasher
                .update(name.as_bytes())
                .update(&[0])
                .update(text.as_bytes())
                .update(&[0]);
        }
    }
}

impl Layer {
    /// In front of template names; the site's own names carry none, which puts them first.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Layer::Builtin => "builtin/",
            Layer::Theme => "theme/",
            Layer::Site => "",
        }
    }
}

/// True for styles and scripts.
fn is_written(name: &str) -> bool {
    name.ends_with(".css") || name.ends_with(".js")
}

/// Licences and the scripts that made a font stay in the theme folder.
pub(super) fn is_published(name: &str) -> bool {
    let kind = name.rsplit('.').next().unwrap_or_default();
    misplaced::PUBLISHED.contains(&kind)
}

fn text(file: &Arc<str>, bytes: &[u8], found: &mut Diagnostics) -> Option<Document> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Document {
            file: file.clone(),
            text: nfc(text).replace("\r\n", "\n"),
        }),
        Err(_) => {
            found.push(
                Diagnostic::new(setup::THEME_TEXT)
                    .at(Place::file(file))
                    .with("file", file),
            );
            None
        }
    }
}

fn check_manifest(theme: &[ThemeFile], found: &mut Diagnostics) {
    let document = match theme.iter().find(|f| f.path == "theme.yaml") {
        Some(file) => text(&file.file, &file.bytes, found),
        None => {
            // Told as a whole: `themes/sen/templates/…` → `themes/sen/theme.yaml`.
            let folder = theme
                .first()
                .and_then(|f| f.file.strip_suffix(&f.path))
                .unwrap_or_default();
            let place = Place::file(&format!("{folder}theme.yaml").into());
            let name = folder.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            let form = format!("name: {name}\nversion: \"1.0\"\nvanbia: \"{FITTING}\"");
            let missing = Diagnostic::new(setup::THEME_INCOMPLETE).at(place).with("key", "name");
            found.push(missing.with("example", name).with(FORM, form));
            None
        }
    };
    let Some(document) = document else { return };
    let (manifest, problems) = yaml::read(&document);
    found.extend(problems);
    check_keys(&manifest, &document, found);
    for (key, example) in [
        ("name", "hoa-sen"),
        ("version", "\"1.0\""),
        ("vanbia", &*format!("\"{FITTING}\"")),
    ] {
        if manifest.get(key).and_then(yaml::Node::scalar).is_none() {
            let place = Place::file(&document.file);
            let missing = Diagnostic::new(setup::THEME_INCOMPLETE).at(place);
            found.push(missing.with("key", key).with("example", example));
        }
    }
    let wanted = manifest.get("vanbia");
    let have = env!("CARGO_PKG_VERSION");
    if let Some((node, wanted)) = wanted.and_then(|node| Some((node, node.scalar()?)))
        && !fits(wanted, have)
    {
        let theme = manifest.get("name").and_then(yaml::Node::scalar).unwrap_or("?");
        let old = document.found(setup::THEME_VERSION, node.span);
        found.push(
            old.with("theme", theme)
                .with("wanted", wanted)
                .with("have", have)
                .with("fits", FITTING),
        );
    }
}

/// Lines of a theme's manifest that nobody reads.
fn check_keys(manifest: &yaml::Node, document: &Document, found: &mut Diagnostics) {
    const KNOWN: &[&str] = &["name", "version", "vanbia"];
    for (key, _) in manifest.pairs().iter().filter(|(key, _)| !KNOWN.contains(&&*key.text)) {
        let Some(near) = nearest(&key.text, KNOWN.iter().copied()) else {
            continue; // who made it, under which licence
        };
        let unknown = document.found(crate::diag::codes::fields::UNKNOWN_KEY_NEAR, key.span);
        found.push(unknown.with("key", &key.text).with("near", near));
    }
}

/// True when a version keeps all comparisons of a list such as `>=0.1, <0.2`. What cannot be read is not kept.
fn fits(wanted: &str, have: &str) -> bool {
    let have = numbers(have);
    wanted.split(',').map(str::trim).all(|part| {
        let digits = part.find(|c: char| c.is_ascii_digit()).unwrap_or(part.len());
        let (sign, version) = part.split_at(digits);
        if version.is_empty() {
            return false;
        }
        let order = have.cmp(&numbers(version));
        match sign.trim() {
            ">=" => order.is_ge(),
            ">" => order.is_gt(),
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            "" | "=" => order.is_eq(),
            _ => false,
        }
    })
}

/// Major, minor and patch; what is left out counts as 0.
fn numbers(version: &str) -> [u32; 3] {
    let mut all = [0; 3];
    for (slot, part) in all.iter_mut().zip(version.split(['.', '-', '+'])) {
        *slot = part.trim().parse().unwrap_or(0);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_keep_all_comparisons_of_a_list() {
        assert!(fits(">=0.1, <0.2", "0.1.0") && fits(">=0.1, <0.2", "0.1.9"));
        assert!(!fits(">=0.1, <0.2", "0.2.0") && !fits(">=0.2", "0.1.9"));
        assert!(!fits("any", "0.1.0") && !fits("", "0.1.0"));
    }

    #[test]
    fn a_theme_for_another_version_is_named() {
        let manifest = "name: hoa-sen\nversion: \"1\"\nvanbia: \">=9\"\n";
        let file = ThemeFile {
            path: "theme.yaml".into(),
            file: "themes/hoa-sen/theme.yaml".into(),
            bytes: manifest.into(),
        };
        let (_, found) = Theme::load(&[file], &[]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, setup::THEME_VERSION);
        assert_eq!(found[0].place.as_ref().unwrap().line, 3);
    }

    #[test]
    fn files_that_are_not_text_are_named() {
        let file = ThemeFile {
            path: "templates/entry.html".into(),
            file: "content/theme/templates/entry.html".into(),
            bytes: vec![b'a', 0xFF],
        };
        let (theme, found) = Theme::load(&[], &[file]);
        assert_eq!(found[0].code, setup::THEME_TEXT);
        assert!(!theme.templates.contains_key("entry.html"));
    }
}
