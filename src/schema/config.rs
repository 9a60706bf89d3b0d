//! `content/site.yaml`, checked.
//!
//! Entry point: [`Config::read`]. Invariant: a [`Config`] is complete; `base_url` is absolute, ASCII, without query or
//! fragment, and ends in `/`.

mod base_url;
mod languages;

pub use base_url::forbids_plates;

use super::code_style::CodeStyle;
use super::field::contact::email;
use super::field::phone::PhoneField;
use super::languages::Languages;
use super::reading::Reading;
use super::spec::FieldSpec;
use super::value::Value;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::source::document::Document;
use crate::source::yaml::{self, Node};
use crate::text::{Date, Text};

/// Where the settings stand; a folder that has this file is a site.
pub const FILE: &str = "content/site.yaml";

/// The theme that a site has unless its settings name another.
pub const USUAL_THEME: &str = "stele";

/// The colors that a site has unless its settings name others.
const USUAL_SKIN: &str = "stele";

/// Entries per list page, unless the settings say how many; the least and the most that they may say.
const USUAL_SIZE: usize = 24;
const LEAST_SIZE: i64 = 4;
const MOST_SIZE: i64 = 500;

/// How links to pages end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Hash)]
pub enum Links {
    /// `…/chua-bo-da/`, for any web server.
    #[default]
    Folder,
    /// `…/chua-bo-da/index.html`, for USB sticks.
    File,
}

/// Who answers for the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owner {
    /// Name of the organization.
    pub name: Text,
    /// Postal address.
    pub address: Text,
    /// E-mail address.
    pub email: String,
    /// Telephone as written.
    pub phone: String,
    /// Person or office in charge of the content.
    pub responsible: Text,
}

/// Under which licence the content stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Licence {
    /// `CC BY 4.0`.
    pub name: String,
    /// Its text on the web.
    pub url: String,
}

/// The home page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// A few paragraphs.
    pub intro: Text,
    /// Keys of the entries shown large.
    pub featured: Vec<String>,
    /// A picture under `content/`, also used when the site is shared.
    pub cover: String,
}

/// The site's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The site's name.
    pub title: Text,
    /// One line under it.
    pub tagline: Text,
    /// Absolute address of the site's root, ends in `/`: the one of `site.yaml`, or another one given for this build.
    pub base_url: String,
    /// The address of `site.yaml`, which codes are made of.
    pub own_base_url: String,
    /// Addresses where the site stood before and that still lead here: codes that were printed with them stay as they are.
    pub former_base_urls: Vec<String>,
    /// Its languages, source language first.
    pub languages: Languages,
    /// How links to pages end.
    pub links: Links,
    /// Name of the theme.
    pub theme: String,
    /// Name of the theme's colors.
    pub skin: String,
    /// Where `site.yaml` names them.
    pub skin_place: Option<Place>,
    /// Who answers for it.
    pub owner: Owner,
    /// Licence of the content.
    pub licence: Licence,
    /// Entries per list page.
    pub list_size: usize,
    /// The home page.
    pub home: Home,
    /// Folders of the kinds in the menu; empty: all that have entries.
    pub menu: Vec<String>,
    /// How printed codes look.
    pub code_style: CodeStyle,
    /// True when shared links get pictures of their own.
    pub share_cards: bool,
    /// True when visitors may keep pages for where there is no signal.
    pub offline: bool,
}

const KEYS: &[&str] = &[
    "title",
    "tagline",
    "base_url",
    "former_base_urls",
    "languages",
    "links",
    "theme",
    "skin",
    "owner",
    "licence",
    "list_size",
    "home",
    "menu",
    "code_style",
    "share_cards",
    "offline",
];

impl Config {
    /// Reads `site.yaml`. What is missing or wrong is reported and replaced by something usable, so that the rest of
    /// the site can be checked too.
    pub fn read(doc: &Document, base_url: Option<&str>, today: Date) -> (Self, Diagnostics) {
        let (node, problems) = yaml::read(doc);
        // The languages are read first, and nothing in them is a text of any language.
        let usual = Languages::vi_en();
        let mut reading = Reading::new(doc, &usual, today);
        reading.found = problems;
        let languages = languages::read(node.get("languages"), &mut reading);
        let found = reading.found;
        let mut reading = Reading::new(doc, &languages, today);
        reading.found = found;
        let mut config = read_settings(&node, &languages, &mut reading);
        base_url::check_base_url(&mut config.base_url, node.get("base_url"), &mut reading);
        config.own_base_url.clone_from(&config.base_url);
        if let Some(given) = base_url {
            if base_url::is_base_url(given) {
                config.base_url = given.to_string();
            } else {
                let finding = Diagnostic::new(codes::setup::BAD_BASE_URL).with("value", given);
                reading.add(finding.with("right", base_url::mended(given)));
            }
        }
        (config, reading.found)
    }

    /// The path part of the base address, from and to `/`.
    pub fn base_path(&self) -> &str {
        let host = self.base_url.find("://").map_or(0, |i| i + 3);
        self.base_url[host..]
            .find('/')
            .map_or("/", |i| &self.base_url[host + i..])
    }

    /// The absolute address of a site path.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }
}

fn read_settings(node: &Node, languages: &Languages, reading: &mut Reading<'_>) -> Config {
    let mut config = Config {
        title: Text::default(),
        tagline: Text::default(),
        base_url: String::new(),
        own_base_url: String::new(),
        former_base_urls: Vec::new(),
        languages: languages.clone(),
        links: Links::Folder,
        theme: USUAL_THEME.to_string(),
        skin: USUAL_SKIN.to_string(),
        skin_place: None,
        owner: Owner::default(),
        licence: Licence::default(),
        list_size: USUAL_SIZE,
        home: Home::default(),
        menu: Vec::new(),
        code_style: CodeStyle::default(),
        share_cards: true,
        offline: true,
    };
    for (key, value) in reading.map(node, KEYS).unwrap_or(&[]) {
        match key.text.as_str() {
            "title" => {
                config.title = reading.text(value).unwrap_or_default();
                check_title(&config.title, value, reading);
            }
            "tagline" => config.tagline = reading.text(value).unwrap_or_default(),
            "base_url" => config.base_url = reading.word(value).unwrap_or_default().to_string(),
            "former_base_urls" => config.former_base_urls = base_url::former(value, reading),
            "links" if reading.choice(value, &["folder", "file"]) == Some("file") => config.links = Links::File,
            "theme" => config.theme = reading.word(value).unwrap_or(USUAL_THEME).to_string(),
            "skin" => {
                config.skin = reading.word(value).unwrap_or(USUAL_SKIN).to_string();
                config.skin_place = Some(reading.doc.place(value.span));
            }
            "owner" => config.owner = owner(value, reading),
            "licence" => config.licence = licence(value, reading),
            "list_size" => config.list_size = list_size(value, reading),
            "share_cards" => config.share_cards = reading.yes_no(value).unwrap_or(true),
            "home" => config.home = home(value, reading),
            "menu" => config.menu = reading.words(value),
            "offline" => config.offline = reading.yes_no(value).unwrap_or(true),
            "code_style" => config.code_style = CodeStyle::read(value, reading),
            _ => {}
        }
    }
    if config.title.is_empty() && !reading.is_lost("title") {
        let args = [
            ("key", "title"),
            ("example", "title: { vi: Di sản xã Vân Hà, en: Heritage of Van Ha }"),
        ];
        reading.report(codes::setup::MISSING_SETTING, crate::diag::Span::default(), &args);
    }
    config
}

/// The titles that `vanbia init` writes, for somebody to put their own in place of them.
const STARTER_TITLES: [&str; 2] = ["Trang di sản của chúng tôi", "Our heritage site"];

fn check_title(title: &Text, node: &Node, reading: &mut Reading<'_>) {
    let is_starter = |title: &&str| STARTER_TITLES.contains(&title.trim());
    if let Some(value) = title.all().map(|(_, title)| title).find(is_starter) {
        reading.report(codes::site::STARTER_TITLE, node.span, &[("value", value)]);
    }
}

/// True for what is meant as a telephone number. An owner may also say when to call, or whom.
fn is_number(node: &Node) -> bool {
    let is_sign = |c: char| c.is_ascii_digit() || " .-+()/\u{a0}".contains(c);
    node.scalar().is_some_and(|word| word.chars().all(is_sign))
}

/// A line as it was written, checked like the same line of an entry.
fn checked(node: &Node, read: impl Fn(&Node, &mut Reading<'_>) -> Option<Value>, reading: &mut Reading<'_>) -> String {
    if node.is_left_open() || read(node, reading).is_none() {
        return String::new();
    }
    node.scalar().unwrap_or_default().trim().to_string()
}

fn owner(node: &Node, reading: &mut Reading<'_>) -> Owner {
    let mut owner = Owner::default();
    let known = ["name", "address", "email", "phone", "responsible"];
    let phone = FieldSpec::new("phone", &PhoneField);
    for (key, value) in reading.map(node, &known).unwrap_or(&[]) {
        match key.text.as_str() {
            "name" => owner.name = reading.text(value).unwrap_or_default(),
            "address" => owner.address = reading.text(value).unwrap_or_default(),
            "email" => owner.email = checked(value, email, reading),
            "phone" if is_number(value) => {
                owner.phone = checked(value, |node, reading| phone.read(node, reading), reading);
            }
            "phone" if value.is_left_open() => {}
            "phone" => owner.phone = reading.word(value).unwrap_or_default().into(),
            "responsible" => owner.responsible = reading.text(value).unwrap_or_default(),
            _ => {}
        }
    }
    // As `init` leaves it, to be filled in. A small site may leave the whole block out.
    if owner.name.is_empty() {
        let name = node.get("name").map_or(node.span, |name| name.span);
        reading.report(codes::setup::OWNER_NAMELESS, name, &[]);
    }
    owner
}

fn licence(node: &Node, reading: &mut Reading<'_>) -> Licence {
    if let Some(name) = node.scalar() {
        return Licence {
            name: name.to_string(),
            url: String::new(),
        };
    }
    let mut licence = Licence::default();
    for (key, value) in reading.map(node, &["name", "url"]).unwrap_or(&[]) {
        let word = reading.word(value).unwrap_or_default().to_string();
        if key.text == "name" {
            licence.name = word;
        } else if key.text == "url" {
            licence.url = word;
        }
    }
    licence
}

fn list_size(node: &Node, reading: &mut Reading<'_>) -> usize {
    match reading.integer(node) {
        Some(n @ LEAST_SIZE..=MOST_SIZE) => n as usize,
        Some(n) => {
            let [value, min, max] = [n, LEAST_SIZE, MOST_SIZE].map(|n| n.to_string());
            let args = [("value", &*value), ("min", &min), ("max", &max)];
            reading.report(codes::fields::OUT_OF_RANGE, node.span, &args);
            USUAL_SIZE
        }
        None => USUAL_SIZE,
    }
}

fn home(node: &Node, reading: &mut Reading<'_>) -> Home {
    let mut home = Home::default();
    for (key, value) in reading.map(node, &["intro", "featured", "cover"]).unwrap_or(&[]) {
        match key.text.as_str() {
            "intro" => home.intro = reading.text(value).unwrap_or_default(),
            "featured" => home.featured = reading.words(value),
            "cover" => home.cover = reading.word(value).unwrap_or_default().to_string(),
            _ => {}
        }
    }
    home
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::new(2026, 11, 21).unwrap()
    }

    #[test]
    fn an_example_address_is_named_and_a_broken_file_still_gives_a_config() {
        let doc = Document::new(
            "content/site.yaml",
            "title: A\nbase_url: https://van-bia.example/\ntitel: B\n",
        );
        let (config, found) = Config::read(&doc, None, today());
        assert_eq!(config.base_path(), "/");
        let codes: Vec<_> = found.iter().map(|d| d.code.number).collect();
        assert!(codes.contains(&804) && codes.contains(&306), "{codes:?}");
    }

    #[test]
    fn the_owner_is_reached_by_a_number_and_an_address_that_work() {
        let read = |phone: &str, email: &str| {
            let owner = format!("owner:\n  name: A\n  phone: {phone}\n  email: {email}\n");
            let text = format!("title: A\nbase_url: https://a.vn/\n{owner}");
            let (config, found) = Config::read(&Document::new("content/site.yaml", text), None, today());
            let found: Vec<_> = found.iter().map(|d| d.code.number).collect();
            (found, config.owner.phone, config.owner.email)
        };
        let good = read("\"0912 345 678\"", "a@disan.vn");
        assert_eq!(good, (vec![], "0912 345 678".to_string(), "a@disan.vn".to_string()));
        assert_eq!(read("912345678", "a@disan-vanha,vn").0, [334, 368]);
        assert_eq!(read("…", "…"), (vec![], String::new(), String::new()));
        assert_eq!(read("", "").0, [0_u16; 0]);
        let words = read("0912 345 678 (giờ hành chính)", "a@disan.vn");
        assert_eq!(
            (words.0, words.1),
            (vec![], "0912 345 678 (giờ hành chính)".to_string())
        );
    }
}
