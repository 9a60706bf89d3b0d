//! Skins: the colors of a theme and nothing else, by day and by night, plain and with more contrast.
//!
//! Entry point: [`Skin::read`], [`Skin::css`]. Invariant: a skin knows every color of [`ROLES`] in each of its four
//! palettes as `#rrggbb`, so that style sheets can speak of roles alone; what its file leaves out is an error and
//! black or white meanwhile.

use crate::diag::codes::setup;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::source::document::Document;
use crate::source::yaml::{self, Node};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What colors are for: the ground and its panels, text, captions, the one main action and links, text on it,
/// information, products, streets, ornament, what is written in the color of ornament, rules.
pub(super) const ROLES: &[&str] = &[
    "paper", "panel", "ink", "muted", "son", "on-son", "cham", "la", "nau", "hoe", "hoe-ink", "line",
];

/// What pages that stand alone speak of, under names of one letter: paper, ink, son.
const FEW: &[(&str, &str)] = &[("p", "paper"), ("i", "ink"), ("s", "son")];

/// How much of its color a large shape keeps, the rest being panel, and what is written on it: all of it by day, as on a
/// print; a third by night, as on lacquer. Styles mix with `color-mix`.
const BY_DAY: &str = "--lit:100%;--sun:100%";
const BY_NIGHT: &str = "--lit:34%;--sun:0%";

/// Colors by role.
pub type Palette = BTreeMap<&'static str, String>;

/// The colors of a theme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Skin {
    /// Name of its file: `son-mai`.
    pub name: String,
    /// By day.
    pub day: Palette,
    /// By night.
    pub night: Palette,
    /// By day, for those who ask their device for more contrast.
    pub day_contrast: Palette,
    /// By night, for those who ask their device for more contrast.
    pub night_contrast: Palette,
}

impl Skin {
    /// Reads `skins/<name>.yaml`: `day` and `night` in full; `day_contrast` and `night_contrast` say what differs.
    pub fn read(name: &str, document: &Document) -> (Self, Diagnostics) {
        let (node, mut found) = yaml::read(document);
        for (key, _) in node.pairs() {
            if !["day", "night", "day_contrast", "night_contrast"].contains(&key.text.as_str()) {
                let unknown = document.found(setup::SKIN_UNKNOWN_COLOR, key.span);
                found.push(
                    unknown
                        .with("name", &key.text)
                        .with("known", "day, night, day_contrast, night_contrast"),
                );
            }
        }
        let mut palette = |key: &str, base: Option<&Palette>| colors(document, &node, key, base, &mut found);
        let day = palette("day", None);
        let night = palette("night", None);
        let day_contrast = palette("day_contrast", Some(&day));
        let night_contrast = palette("night_contrast", Some(&night));
        let skin = Self {
            name: name.to_string(),
            day,
            night,
            day_contrast,
            night_contrast,
        };
        (skin, found)
    }

    /// The custom properties of all palettes, for the style sheet. `data-theme` on the root holds a visitor's choice.
    pub fn css(&self) -> String {
        let all = |palette: &Palette, light: &str| format!("{};{light}", properties(palette, None));
        let differ = |palette: &Palette, base: &Palette| properties(palette, Some(base));
        let (day, night) = (all(&self.day, BY_DAY), all(&self.night, BY_NIGHT));
        let (more_day, more_night) = (
            differ(&self.day_contrast, &self.day),
            differ(&self.night_contrast, &self.night),
        );
        format!(
            ":root{{color-scheme:light dark;{day}}}\
             @media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{night}}}}}\
             :root[data-theme=dark]{{color-scheme:dark;{night}}}\
             :root[data-theme=light]{{color-scheme:light}}\
             @media (prefers-contrast:more){{:root{{{more_day}}}:root[data-theme=dark]{{{more_night}}}}}\
             @media (prefers-contrast:more) and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{more_night}}}}}"
        )
    }

    /// The few properties that pages which stand alone need; they travel with each of them.
    pub fn small_css(&self) -> String {
        let few = |palette: &Palette| {
            let all = FEW.iter().map(|(short, role)| format!("--{short}:{}", palette[role]));
            all.collect::<Vec<_>>().join(";")
        };
        format!(
            ":root{{color-scheme:light dark;{}}}@media (prefers-color-scheme:dark){{:root{{{}}}}}",
            few(&self.day),
            few(&self.night)
        )
    }
}

/// `--paper:#f6efe0;…`; with a base, only what differs from it.
fn properties(palette: &Palette, base: Option<&Palette>) -> String {
    let mut out = String::new();
    for role in ROLES {
        let color = palette.get(role).map_or("", String::as_str);
        if base.and_then(|base| base.get(role)).is_none_or(|other| other != color) {
            let _ = write!(out, "--{role}:{color};");
        }
    }
    out.pop();
    out
}

/// One palette. Without a base every role has to be there.
fn colors(document: &Document, node: &Node, key: &str, base: Option<&Palette>, found: &mut Diagnostics) -> Palette {
    let mut palette = base.cloned().unwrap_or_default();
    let given = node.get(key);
    for (name, value) in given.map_or(&[][..], Node::pairs) {
        let Some(role) = ROLES.iter().find(|role| **role == name.text) else {
            let unknown = document.found(setup::SKIN_UNKNOWN_COLOR, name.span);
            found.push(unknown.with("name", &name.text).with("known", ROLES.join(", ")));
            continue;
        };
        let color = value.scalar().unwrap_or_default();
        if is_color(color) {
            palette.insert(role, color.to_ascii_lowercase());
        } else {
            found.push(document.found(setup::NOT_A_COLOR, value.span).with("value", color));
        }
    }
    let missing: Vec<&str> = ROLES
        .iter()
        .copied()
        .filter(|role| !palette.contains_key(role))
        .collect();
    if !missing.is_empty() && !given.is_some_and(|given| has_bad_color(given, &missing)) {
        let place = given.map_or_else(|| Place::file(&document.file), |given| document.place(given.span));
        let lacks = Diagnostic::new(setup::SKIN_INCOMPLETE).at(place);
        found.push(lacks.with("palette", key).with("colors", missing.join(", ")));
    }
    for role in missing {
        let light = ["paper", "panel", "on-son"].contains(&role) == key.starts_with("day");
        palette.insert(role, if light { "#ffffff" } else { "#000000" }.to_string());
    }
    palette
}

/// True when all that is missing stands in the file and could not be read: that has been told already.
fn has_bad_color(given: &Node, missing: &[&str]) -> bool {
    missing.iter().all(|role| given.get(role).is_some())
}

fn is_color(word: &str) -> bool {
    let digits = word.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(text: &str) -> Document {
        Document::new("content/theme/skins/xa.yaml", text)
    }

    fn whole() -> String {
        let palette = |colors: [&str; 2]| {
            let color = |role: &&str| colors[usize::from(["paper", "panel", "on-son"].contains(role))];
            let lines = ROLES.iter().map(|role| format!("  {role}: \"{}\"\n", color(role)));
            lines.collect::<String>()
        };
        format!(
            "day:\n{}night:\n{}",
            palette(["#111111", "#eeeeee"]),
            palette(["#dddddd", "#222222"])
        )
    }

    #[test]
    fn palettes_of_more_contrast_say_what_differs() {
        let (skin, found) = Skin::read(
            "xa",
            &document(&format!("{}day_contrast: {{ ink: \"#000000\" }}\n", whole())),
        );
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(skin.day_contrast["ink"], "#000000");
        assert_eq!(skin.day_contrast["paper"], skin.day["paper"]);
        assert_eq!(skin.night_contrast, skin.night);
        let css = skin.css();
        assert!(css.contains("(prefers-contrast:more){:root{--ink:#000000}"), "{css}");
        assert!(!skin.small_css().contains("--la"));
    }

    #[test]
    fn colors_that_are_missing_wrong_or_unknown_are_named() {
        let text = whole().replacen("  ink: \"#111111\"\n", "  ink: den\n", 1);
        let text = text.replacen("  la: \"#111111\"\n", "  lá: \"#111111\"\n", 1);
        let (_, found) = Skin::read("xa", &document(&text));
        let codes: Vec<_> = found.iter().map(|d| d.code).collect();
        assert_eq!(
            codes,
            [setup::NOT_A_COLOR, setup::SKIN_UNKNOWN_COLOR, setup::SKIN_INCOMPLETE]
        );
        assert_eq!(found[0].place.as_ref().unwrap().line, 4);
        let (_, found) = Skin::read("xa", &document(&whole().replace("night:", "dem:")));
        let codes: Vec<_> = found.iter().map(|d| d.code).collect();
        assert_eq!(codes, [setup::SKIN_UNKNOWN_COLOR, setup::SKIN_INCOMPLETE]);
    }
}
