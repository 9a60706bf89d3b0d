//! Views of pages that belong to no language: landings, the chooser, old addresses, 404.
//!
//! Entry point: the methods of [`Viewer`]. Invariant: a landing page exists for every code of the ledger, whatever
//! became of its entry.

use super::frame::{plain, say, say_or, title};
use super::model::{Bare, LandingLanguage, LandingView, NotFoundLanguage, NotFoundView, RedirectView, Saying};
use super::viewer::Viewer;
use crate::entry::model::Status;
use crate::page::Page;
use crate::site::route;
use crate::text::Lang;

impl Viewer<'_> {
    pub(super) fn landing(&self, at: usize) -> Bare {
        let site = self.site;
        let landing = &self.codes.landings()[at];
        let languages = &site.frame.config.languages;
        let target = landing.to.as_ref();
        let language = |lang: Lang| {
            let site_title = say_or(site, &site.frame.config.title, lang);
            let (title, summary, path) = match target {
                Some((entry, part)) => self.landing_target(lang, *entry, part.as_deref()),
                None => (self.ledger_title(at, lang), None, None),
            };
            LandingLanguage {
                lang: self.tag(lang),
                name: languages.get(lang).name.clone(),
                site: site_title,
                title,
                summary,
                path,
            }
        };
        let list: Vec<LandingLanguage> = languages.all().map(language).collect();
        let canonical = target.map_or_else(
            || self.path(&Page::Landing(at)),
            |(entry, _)| self.path(&Page::Entry(Lang(0), *entry)),
        );
        let image = target.and_then(|(entry, _)| {
            let picture = self.cards.of(Lang(0), *entry).thumb.as_deref();
            self.entry_image(*entry, Lang(0), picture)
        });
        Bare::Landing(Box::new(LandingView {
            code: landing.code.clone(),
            root: route::root(&self.path(&Page::Landing(at))),
            languages: list,
            scope: site.frame.config.base_path().to_string(),
            canonical: site.frame.config.absolute(&canonical),
            image: image.or_else(|| self.site_image(Lang(0))),
            retired: landing.retired,
        }))
    }

    /// The page of a product's number: as that of a code, two folders deep.
    pub(super) fn product(&self, at: usize) -> Bare {
        let site = self.site;
        let (gtin, entry) = &self.plan.gtins[at];
        let languages = &site.frame.config.languages;
        let language = |lang: Lang| {
            let (title, summary, path) = self.landing_target(lang, *entry, None);
            LandingLanguage {
                lang: self.tag(lang),
                name: languages.get(lang).name.clone(),
                site: say_or(site, &site.frame.config.title, lang),
                title,
                summary,
                path,
            }
        };
        let picture = self.cards.of(Lang(0), *entry).thumb.as_deref();
        let image = self.entry_image(*entry, Lang(0), picture);
        Bare::Landing(Box::new(LandingView {
            code: gtin.clone(),
            root: route::root(&self.path(&Page::Product(at))),
            languages: languages.all().map(language).collect(),
            scope: site.frame.config.base_path().to_string(),
            canonical: site.frame.config.absolute(&self.path(&Page::Entry(Lang(0), *entry))),
            image: image.or_else(|| self.site_image(Lang(0))),
            retired: false,
        }))
    }

    /// Title, one line and the way to the page of an entry, or of a part of it.
    fn landing_target(&self, lang: Lang, entry: u32, part: Option<&str>) -> (Saying, Option<Saying>, Option<String>) {
        let site = self.site;
        let of = &site.entries[entry as usize];
        let path = site.path(of, lang);
        let whole = title(site, of, lang);
        // Of an entry that was taken down nothing is named but itself.
        let part = part.filter(|_| of.card.status != Status::Withdrawn);
        let found = part.and_then(|id| of.card.parts.iter().find(|(known, _)| **known == *id));
        if let Some((id, text)) = found {
            let path = site.routes.href(&format!("{path}#{id}"));
            return (say_or(site, text, lang), Some(whole), Some(path));
        }
        let summary = say(site, &of.card.summary, lang).filter(|_| of.card.status == Status::Published);
        (whole, summary, Some(site.routes.href(&path)))
    }

    fn ledger_title(&self, at: usize, lang: Lang) -> Saying {
        let landing = &self.codes.landings()[at];
        let tag = self.tag(lang);
        let own = landing
            .titles
            .iter()
            .find(|(l, _)| *l == tag)
            .map(|(_, title)| plain(title.clone()));
        let other = landing.titles.first().map(|(l, title)| Saying {
            text: title.clone(),
            lang: Some(l.clone()),
        });
        own.or(other).unwrap_or_else(|| plain(landing.code.clone()))
    }

    pub(super) fn chooser(&self) -> Bare {
        let site = self.site;
        let config = &site.frame.config;
        let languages = config.languages.all().map(|lang| LandingLanguage {
            lang: self.tag(lang),
            name: config.languages.get(lang).name.clone(),
            site: say_or(site, &config.title, lang),
            title: say_or(site, &config.title, lang),
            summary: say(site, &config.tagline, lang),
            path: Some(self.href(&Page::Home(lang))),
        });
        Bare::Landing(Box::new(LandingView {
            code: String::new(),
            root: route::root(""),
            languages: languages.collect(),
            scope: config.base_path().to_string(),
            canonical: config.absolute(&self.path(&Page::Home(Lang(0)))),
            image: self.site_image(Lang(0)),
            retired: false,
        }))
    }

    pub(super) fn redirect(&self, page: &Page, lang: Lang, entry: u32) -> Bare {
        let site = self.site;
        let to = Page::Entry(lang, entry);
        Bare::Redirect(RedirectView {
            lang: self.tag(lang),
            root: route::root(&self.path(page)),
            path: self.href(&to),
            canonical: site.frame.config.absolute(&self.path(&to)),
            title: title(site, &site.entries[entry as usize], lang),
        })
    }

    pub(super) fn not_found(&self) -> Bare {
        let config = &self.site.frame.config;
        let sites = config.languages.all().map(|lang| NotFoundLanguage {
            lang: self.tag(lang),
            site: self.shared.of(lang).site.clone(),
        });
        Bare::NotFound(NotFoundView {
            base_url: config.base_url.clone(),
            sites: sites.collect(),
        })
    }
}
