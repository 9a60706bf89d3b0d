//! Views of pages that belong to no language: landings, the chooser, old addresses, 404.
//!
//! Entry point: the methods of [`Viewer`]. Invariant: a landing page exists for every code of the ledger, whatever
//! became of its entry.

use super::frame::{plain, say, say_or, title};
use super::model::{Bare, LandingLanguage, LandingView, NotFoundLanguage, NotFoundView, OgImage, RedirectView, Saying};
use super::viewer::Viewer;
use crate::entry::model::Status;
use crate::page::Page;
use crate::site::route;
use crate::text::Lang;

impl Viewer<'_> {
    pub(super) fn landing(&self, at: usize) -> Bare {
        let landing = &self.codes.landings()[at];
        let (page, target) = (Page::Landing(at), landing.to.as_ref());
        let language = |lang: Lang| match target {
            Some((entry, part)) => self.leads_to(lang, *entry, part.as_deref()),
            None => self.in_language(lang, self.ledger_title(at, lang)),
        };
        let same_as = target.map_or_else(|| page.clone(), |(entry, _)| Page::Entry(Lang(0), *entry));
        let image = target.and_then(|(entry, _)| self.landing_image(*entry));
        Bare::Landing(Box::new(LandingView {
            code: landing.code.clone(),
            image: image.or_else(|| self.site_image(Lang(0))),
            retired: landing.retired,
            ..self.ways(&page, &same_as, language)
        }))
    }

    /// The page of a product's number: as that of a code, two folders deep.
    pub(super) fn product(&self, at: usize) -> Bare {
        let (gtin, entry) = &self.plan.gtins[at];
        let same_as = Page::Entry(Lang(0), *entry);
        let image = self.landing_image(*entry);
        Bare::Landing(Box::new(LandingView {
            code: gtin.clone(),
            image: image.or_else(|| self.site_image(Lang(0))),
            ..self.ways(&Page::Product(at), &same_as, |lang| self.leads_to(lang, *entry, None))
        }))
    }

    /// A page from which a visitor goes on in a language; search engines take it for another one.
    fn ways(&self, page: &Page, same_as: &Page, language: impl Fn(Lang) -> LandingLanguage) -> LandingView {
        let config = &self.site.frame.config;
        LandingView {
            code: String::new(),
            root: route::root(&self.path(page)),
            languages: config.languages.all().map(language).collect(),
            scope: config.base_path().to_string(),
            canonical: config.absolute(&self.path(same_as)),
            image: None,
            retired: false,
        }
    }

    /// A title in a language, and nowhere to go.
    fn in_language(&self, lang: Lang, title: Saying) -> LandingLanguage {
        let config = &self.site.frame.config;
        LandingLanguage {
            lang: self.tag(lang),
            name: config.languages.get(lang).name.clone(),
            site: say_or(self.site, &config.title, lang),
            title,
            summary: None,
            path: None,
            home: self.href(&Page::Home(lang)),
        }
    }

    /// Title, one line and the way to the page of an entry, or of a part of it.
    fn leads_to(&self, lang: Lang, entry: u32, part: Option<&str>) -> LandingLanguage {
        let site = self.site;
        let of = &site.entries[entry as usize];
        let path = site.path(of, lang);
        let whole = title(site, of, lang);
        // Of an entry that was taken down nothing is named but itself.
        let part = part.filter(|_| of.card.status != Status::Withdrawn);
        let found = part.and_then(|id| of.card.parts.iter().find(|(known, _)| **known == *id));
        if let Some((id, text)) = found {
            return LandingLanguage {
                summary: Some(whole),
                path: Some(site.routes.href(&format!("{path}#{id}"))),
                ..self.in_language(lang, say_or(site, text, lang))
            };
        }
        LandingLanguage {
            summary: say(site, &of.card.summary, lang).filter(|_| of.card.status == Status::Published),
            path: Some(site.routes.href(&path)),
            ..self.in_language(lang, whole)
        }
    }

    fn landing_image(&self, entry: u32) -> Option<OgImage> {
        let picture = self.cards.of(Lang(0), entry).thumb.as_deref();
        self.entry_image(entry, Lang(0), picture)
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
        let (site, config) = (self.site, &self.site.frame.config);
        let language = |lang: Lang| LandingLanguage {
            summary: say(site, &config.tagline, lang),
            path: Some(self.href(&Page::Home(lang))),
            ..self.in_language(lang, say_or(site, &config.title, lang))
        };
        Bare::Landing(Box::new(LandingView {
            image: self.site_image(Lang(0)),
            ..self.ways(&Page::Chooser, &Page::Home(Lang(0)), language)
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
