//! Theme and views → HTML.
//!
//! Entry point: [`Theme::load`], [`Renderer::new`], [`Renderer::render`]. Invariant: pure; the same theme and the same
//! view give the same bytes. Templates are given everything and can ask for nothing: no files, no environment, no
//! clock, no switch that turns escaping off. This is the only place that knows the template engine.

pub mod assets;
mod builtin;
mod cards;
mod filters;
mod html;
mod inline;
mod maps;
mod policy;
pub mod prose;
mod skin;
pub mod strings;
mod templates;
mod theme;
mod written;

pub use assets::Asset;
pub use skin::{Palette, Skin};
pub use strings::Strings;
pub use theme::{Theme, ThemeFile};

use crate::diag::{Diagnostic, Diagnostics};
use crate::view::model::{Bare, CardView, Content, SiteView, View};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Context, Value};

/// The built-in templates for the pages of entries, by the name that kinds call them by: `layout: trail`.
pub fn layouts() -> Vec<&'static str> {
    let is_whole = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains("{% extends");
    let whole = builtin::FILES.iter().filter(|(_, bytes)| is_whole(bytes));
    whole
        .filter_map(|(path, _)| path.strip_prefix("templates/entry/")?.strip_suffix(".html"))
        .collect()
}

/// Every file of the built-in theme, and what is kept beside them: a guide, the licence of the font.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    builtin::FILES.iter().chain(builtin::BESIDE).copied()
}

/// A language for which pages are made.
#[derive(Clone, Debug)]
pub struct PageLanguage {
    /// BCP 47 tag.
    pub code: String,
    /// What stands between groups of three digits: `.` in Vietnamese.
    pub group: String,
    /// Further texts that templates find under `t`, such as the words of the domain: a map of maps of texts.
    pub words: Json,
}

/// What all pages of a language share, converted once for the template engine.
#[derive(Clone, Debug)]
pub struct SharedLang {
    lang: usize,
    site: Value,
    pieces: [Drawn; PIECES.len()],
}

/// What pages of a language have in common but for the way to the root, by its name in templates: these know nothing of
/// the page and are drawn once.
const PIECES: [(&str, &str); 4] = [
    ("footer", "footer.html"),
    ("links", "pieces/links.html"),
    ("menu", "pieces/menu.html"),
    ("scripts", "pieces/scripts.html"),
];

/// Stands in a drawn card or piece for the way to the site's root; a noncharacter, which no text of a site holds.
const ROOT_MARK: char = '\u{fdd0}';

/// Stands in a drawn card for a note that belongs to the page, such as a distance.
const NOTE_MARK: char = '\u{fdd1}';

/// A piece of HTML that has been drawn once for all pages of a language, with marks where they differ.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    html: Arc<str>,
    /// Where marks stand, and whether it is [`ROOT_MARK`].
    marks: Arc<[(u32, bool)]>,
}

impl Drawn {
    fn new(html: &str) -> Self {
        let marks = html.match_indices([ROOT_MARK, NOTE_MARK]);
        let marks = marks
            .map(|(at, mark)| (at as u32, mark.starts_with(ROOT_MARK)))
            .collect();
        Self {
            html: html.into(),
            marks,
        }
    }

    /// The piece with its marks.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The piece on a page: the way to the root, and a note such as a distance.
    fn at(&self, root: &str, note: &str) -> Value {
        let mut html = String::with_capacity(self.html.len() + self.marks.len() * root.len() + note.len());
        let mut from = 0;
        for (at, is_root) in self.marks.iter() {
            html.push_str(&self.html[from..*at as usize]);
            html.push_str(if *is_root { root } else { note });
            from = *at as usize + ROOT_MARK.len_utf8();
        }
        html.push_str(&self.html[from..]);
        Value::safe_string(&html)
    }
}

/// The theme, ready to make pages.
pub struct Renderer {
    languages: Vec<Ready>,
    assets: Vec<Asset>,
    asset_paths: Value,
    inline: Value,
    skin: Skin,
    skin_colors: Value,
    /// The theme's worker, and the one that takes it away again.
    workers: [String; 2],
    layouts: BTreeMap<String, String>,
    templates: BTreeMap<String, crate::source::document::Document>,
    fingerprint: [u8; 32],
}

struct Ready {
    code: String,
    engine: templates::Engine,
    texts: Value,
}

impl Renderer {
    /// Prepares the theme for these languages, the source language first. `layouts` gives the layout of each kind that
    /// names one (`relic` → `relic`: the template `entry/relic.html`, where the theme has it). Always usable: files of
    /// a theme or a site that cannot be read are left out, and the built-in ones take their place.
    pub fn new(theme: &Theme, languages: &[PageLanguage], layouts: BTreeMap<String, String>) -> (Self, Diagnostics) {
        let (assets, mut found) = assets::publish(theme);
        let (engine, documents, more) = templates::engine(theme);
        found.extend(more);
        let codes: Vec<&str> = languages.iter().map(|l| l.code.as_str()).collect();
        let (unknown, more) = strings::judge(theme, &codes);
        found.extend(more);
        let (texts, more) = theme.strings.for_languages(&codes, &unknown);
        found.extend(more);
        let mut hasher = blake3::Hasher::new();
        theme.hash_into(&mut hasher);
        // Pages name assets by their paths, and those follow from the layer that a script lies in as well.
        for asset in &assets {
            hasher.update(asset.path.as_bytes()).update(&[0]);
        }
        let mut ready = Vec::with_capacity(languages.len());
        for (language, own) in languages.iter().zip(texts) {
            let all = strings::join(own, &language.words);
            hasher.update(language.code.as_bytes());
            hasher.update(language.group.as_bytes());
            hasher.update(all.to_string().as_bytes());
            ready.push(Ready {
                code: language.code.clone(),
                engine: templates::Engine::new(engine.clone(), &language.group),
                texts: Value::from_serializable(&all),
            });
        }
        let paths: BTreeMap<&str, &str> = assets.iter().map(|a| (a.name.as_str(), a.path.as_str())).collect();
        let renderer = Self {
            languages: ready,
            asset_paths: Value::from_serializable(&paths),
            assets,
            inline: inline::values(theme),
            skin: theme.skin.clone(),
            skin_colors: Value::from_serializable(&theme.skin),
            workers: ["sw.js", "sw-off.js"]
                .map(|name| theme.inline.get(name).map_or_else(String::new, |t| assets::small_js(t))),
            layouts,
            templates: documents,
            fingerprint: *hasher.finalize().as_bytes(),
        };
        (renderer, found)
    }

    /// Stands for everything but the view that can change a page: templates, strings, names of assets.
    pub fn fingerprint(&self) -> &[u8; 32] {
        &self.fingerprint
    }

    /// The text of the worker that keeps pages, or of the one that takes away what it kept.
    pub fn worker(&self, keeps: bool) -> &str {
        &self.workers[usize::from(!keeps)]
    }

    /// Styles, scripts, fonts and ornaments, to be written as they are.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The colors that pages wear.
    pub fn skin(&self) -> &Skin {
        &self.skin
    }

    /// Converts what all pages of a language share, and draws the pieces that know nothing of the page: the foot, the menu,
    /// what the head names. Done once per language and change, not once per page.
    pub fn share(&self, site: &SiteView, lang: &str) -> Result<SharedLang, Diagnostic> {
        let index = self.languages.iter().position(|l| l.code == lang).unwrap_or(0);
        let mut shared = SharedLang {
            lang: index,
            site: Value::from_serializable(site),
            pieces: Default::default(),
        };
        let mut context = self.context(index);
        context.insert_value("site", shared.site.clone());
        context.insert("lang", lang);
        context.insert("root", &ROOT_MARK);
        for (piece, (_, template)) in shared.pieces.iter_mut().zip(PIECES) {
            *piece = Drawn::new(&String::from_utf8_lossy(&self.run(index, template, &context)?));
        }
        Ok(shared)
    }

    /// Draws a card once for all pages of a language: the component `card`. Where the way to the site's root stands, a
    /// mark is left that [`Renderer::render`] fills in for each page.
    pub fn draw_card(&self, card: &CardView, shared: &SharedLang) -> Result<Drawn, Diagnostic> {
        let Some(language) = self.languages.get(shared.lang) else {
            return Err(templates::missing("card"));
        };
        let mut args = Context::new();
        args.insert("c", card);
        let mut implicits = self.context(shared.lang);
        implicits.insert_value("site", shared.site.clone());
        implicits.insert("lang", &language.code);
        implicits.insert("root", &ROOT_MARK);
        implicits.insert("note", &NOTE_MARK);
        let drawn = language.engine.component("card", &args, &implicits, &self.templates);
        drawn.map(|html| Drawn::new(&html))
    }

    /// The page of a view, in UTF-8. `shared` belongs to the view's language, `drawn` to the cards that it shows.
    pub fn render(
        &self,
        view: &View,
        shared: &SharedLang,
        drawn: &dyn Fn(&CardView) -> Drawn,
    ) -> Result<Vec<u8>, Diagnostic> {
        let mut context = self.context(shared.lang);
        context.insert_value(
            "cards",
            cards::value(&view.cards, &|card, note| drawn(card).at(&view.root, note)),
        );
        context.insert_value("site", shared.site.clone());
        context.insert("lang", &view.lang);
        context.insert("root", &view.root);
        for ((name, _), piece) in PIECES.iter().zip(&shared.pieces) {
            context.insert_value(*name, piece.at(&view.root, ""));
        }
        context.insert("page", &view.page);
        let linked_data = view.page.linked_data.as_deref();
        context.insert_value("linked_data", linked_data.map_or_else(Value::none, Value::safe_string));
        let template = match &view.content {
            Content::Home(home) => insert(&mut context, "home", home, "home.html"),
            Content::List(list) => insert(&mut context, "list", list, "list.html"),
            Content::Entry(entry) => {
                context.insert_value("body", Value::safe_string(&entry.body));
                context.insert("has_large_pictures", &entry.has_large_pictures());
                context.insert_value("marks", maps::values(entry.map.iter()));
                insert(&mut context, "entry", entry, self.entry_template(&entry.kind.key))
            }
            Content::Chapter(chapter) => {
                context.insert_value("body", Value::safe_string(&chapter.body));
                insert(&mut context, "chapter", chapter, "chapter.html")
            }
            Content::Az(az) => insert(&mut context, "az", az, "az.html"),
            Content::Codes(codes) => insert(&mut context, "codes", codes, "codes.html"),
            Content::Map(map) => {
                context.insert_value("marks", maps::values(map.sections.iter().map(|section| &section.map)));
                insert(&mut context, "map", map, "map.html")
            }
            Content::Saved(saved) => insert(&mut context, "saved", saved, "saved.html"),
        };
        self.run(shared.lang, template, &context)
    }

    /// A page that belongs to no language. Its texts come from the view; `t` maps each language to its strings.
    pub fn render_bare(&self, bare: &Bare) -> Result<Vec<u8>, Diagnostic> {
        let mut context = self.context(0);
        let texts: BTreeMap<&str, Value> = self
            .languages
            .iter()
            .map(|l| (l.code.as_str(), l.texts.clone()))
            .collect();
        context.insert("t", &texts);
        let template = match bare {
            // The chooser is the landing page of no entry: it has no code.
            Bare::Landing(landing) if landing.code.is_empty() => {
                insert(&mut context, "landing", landing, "chooser.html")
            }
            Bare::Landing(landing) => insert(&mut context, "landing", landing, "landing.html"),
            Bare::Redirect(redirect) => insert(&mut context, "redirect", redirect, "redirect.html"),
            Bare::NotFound(lost) => insert(&mut context, "lost", lost, "404.html"),
        };
        self.run(0, template, &context)
    }

    fn context(&self, lang: usize) -> Context {
        let mut context = Context::new();
        context.insert_value("assets", self.asset_paths.clone());
        context.insert_value("inline", self.inline.clone());
        context.insert_value("skin", self.skin_colors.clone());
        if let Some(language) = self.languages.get(lang) {
            context.insert_value("t", language.texts.clone());
        }
        context
    }

    fn entry_template(&self, kind: &str) -> &str {
        let layout = self.layouts.get(kind).map_or(kind, String::as_str);
        self.templates
            .keys()
            .map(|name| templates::plain_name(name))
            .find(|name| name.strip_prefix("entry/").and_then(|n| n.strip_suffix(".html")) == Some(layout))
            .unwrap_or("entry.html")
    }

    fn run(&self, lang: usize, template: &str, context: &Context) -> Result<Vec<u8>, Diagnostic> {
        match self.languages.get(lang) {
            Some(language) => language.engine.run(template, context, &self.templates),
            None => Err(templates::missing(template)),
        }
    }
}

fn insert<'a>(context: &mut Context, name: &'static str, value: &impl serde::Serialize, template: &'a str) -> &'a str {
    context.insert(name, value);
    template
}

#[cfg(test)]
mod preview;
#[cfg(test)]
mod tests;
