//! (Site, page) → view.
//!
//! Entry point: [`Viewer::view`]. Invariant: pure; whatever a page shows is in its view, and a page shows only slices
//! of collections, never whole ones.

use super::frame::{Cards, Shared};
use super::model::{
    Alternate, Bare, CardLists, Content, Link, OgImage, OpenGraph, PageView, PictureView, Saying, Translation, View,
    X_DEFAULT,
};
use super::prose::ProseView;
use super::world::{EntryWorld, MediaMap, ShareCards};
use crate::page::{Page, Plan};
use crate::site::Site;
use crate::site::codes::Codes;
use crate::site::route;
use crate::text::Lang;

/// The color cue of pages that belong to no kind.
const OVERVIEW_COLOR: &str = "muc";

/// Everything that views are made from.
pub struct Viewer<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its codes.
    pub codes: &'a Codes,
    /// Its pages.
    pub plan: &'a Plan,
    /// Its media.
    pub media: &'a MediaMap,
    /// What pages share.
    pub shared: &'a Shared,
    /// The entries' cards.
    pub cards: &'a Cards,
    /// The picture of the site, on the home page and for shared links.
    pub cover: Option<&'a super::model::PictureView>,
    /// The pictures of shared links.
    pub share: &'a ShareCards,
}

/// A page, ready to be drawn.
#[derive(Debug)]
pub enum Made<'a> {
    /// A page of a language; the prose is drawn first.
    View(Box<View>, Option<ProseView<'a>>, Lang),
    /// A page of no language.
    Bare(Bare),
}

/// What a page says about itself.
pub(super) struct Head {
    /// Title without the site's name.
    pub title: String,
    /// Description.
    pub description: String,
    /// The page in another language.
    pub in_lang: Box<dyn Fn(Lang) -> Page>,
    /// Languages in which the page is really written; in the others it is canonical to the first of these.
    pub written: Vec<Lang>,
    /// Where the page is.
    pub breadcrumbs: Vec<Link>,
    /// Color cue.
    pub color: String,
    /// The picture for shared links; without one, that of the site.
    pub image: Option<OgImage>,
    /// Open Graph type.
    pub og: &'static str,
    /// True for pages that search engines shall not list.
    pub noindex: bool,
}

impl<'a> Viewer<'a> {
    /// The view of a page.
    pub fn view(&self, page: &Page) -> Made<'a> {
        match *page {
            Page::Home(lang) => self.home(lang),
            Page::List {
                lang,
                kind,
                narrowed,
                number,
            } => self.list(lang, kind, narrowed, number),
            Page::Entry(lang, entry) => self.entry(lang, entry),
            Page::Chapter(lang, entry, chapter) => self.chapter(lang, entry, chapter),
            Page::Az(lang, letter) => self.az(lang, letter),
            Page::Codes(lang, number) => self.codes_list(lang, number),
            Page::Map { lang, area, number } => self.map(lang, area, number),
            Page::Saved(lang) => self.saved(lang),
            Page::Landing(i) => Made::Bare(self.landing(i)),
            Page::Product(i) => Made::Bare(self.product(i)),
            Page::Redirect(lang, entry, _) => Made::Bare(self.redirect(page, lang, entry)),
            Page::Chooser => Made::Bare(self.chooser()),
            Page::NotFound => Made::Bare(self.not_found()),
        }
    }

    /// The site path of a page.
    pub fn path(&self, page: &Page) -> String {
        page.path(self.site, self.plan, self.codes)
    }

    /// What field types can look up for the page of an entry.
    pub(super) fn world(&self, lang: Lang, me: u32) -> EntryWorld<'_> {
        EntryWorld {
            site: self.site,
            codes: self.codes,
            media: self.media,
            me,
            lang,
        }
    }

    /// How a page is linked to.
    pub(super) fn href(&self, page: &Page) -> String {
        self.site.routes.href(&self.path(page))
    }

    /// A word in a language.
    pub(super) fn word(&self, lang: Lang, key: &str) -> String {
        self.site.frame.words.get(lang, key)
    }

    pub(super) fn tag(&self, lang: Lang) -> String {
        self.site.frame.config.languages.get(lang).code.clone()
    }

    /// A link, by its words.
    pub(super) fn link(&self, label: Saying, page: &Page) -> Link {
        Link {
            label,
            path: self.href(page),
            current: false,
        }
    }

    /// The head of a page that the site has in every language: one that leads to entries, rather than being about one.
    pub(super) fn overview(
        &self,
        title: String,
        breadcrumbs: Vec<Link>,
        in_lang: impl Fn(Lang) -> Page + 'static,
    ) -> Head {
        Head {
            description: title.clone(),
            title,
            in_lang: Box::new(in_lang),
            written: self.site.frame.config.languages.all().collect(),
            breadcrumbs,
            color: OVERVIEW_COLOR.into(),
            image: None,
            og: "website",
            noindex: false,
        }
    }

    /// A page without prose.
    pub(super) fn made(&self, lang: Lang, head: Head, content: Content, cards: CardLists) -> Made<'a> {
        Made::View(Box::new(self.page(lang, head, content, cards)), None, lang)
    }

    /// A page around its content.
    pub(super) fn page(&self, lang: Lang, head: Head, content: Content, cards: CardLists) -> View {
        let page = (head.in_lang)(lang);
        let path = self.path(&page);
        let config = &self.site.frame.config;
        let languages = &config.languages;
        let paths: Vec<String> = languages.all().map(|lang| self.path(&(head.in_lang)(lang))).collect();
        let is_written = head.written.contains(&lang);
        let canonical_lang = if is_written {
            lang
        } else {
            head.written.first().copied().unwrap_or(lang)
        };
        let canonical = config.absolute(&paths[canonical_lang.index()]);
        let mut alternates = Vec::new();
        if is_written && !head.noindex {
            for other in &head.written {
                let href = config.absolute(&paths[other.index()]);
                alternates.push(Alternate {
                    lang: self.tag(*other),
                    href,
                });
            }
            if let Some(first) = alternates.first() {
                let x_default = Alternate {
                    lang: X_DEFAULT.into(),
                    href: first.href.clone(),
                };
                alternates.push(x_default);
            }
        }
        let translations = languages.all().map(|other| Translation {
            lang: self.tag(other),
            name: languages.get(other).name.clone(),
            path: self.site.routes.href(&paths[other.index()]),
            current: other == lang,
        });
        let og = OpenGraph {
            kind: head.og,
            locale: languages.get(lang).locale.clone(),
            alternates: languages
                .all()
                .filter(|l| *l != lang)
                .map(|l| languages.get(l).locale.clone())
                .collect(),
            image: head.image.or_else(|| self.site_image(lang)),
        };
        let mut view = PageView {
            title: head.title,
            description: head.description,
            qr: page.has_qr().then(|| format!("{path}qr.svg")),
            canonical,
            noindex: head.noindex,
            alternates,
            translations: translations.collect(),
            og,
            linked_data: None,
            breadcrumbs: head.breadcrumbs,
            color: head.color,
            path,
        };
        view.linked_data = Some(self.linked_data(lang, &view, &content, &cards));
        View {
            lang: self.tag(lang),
            root: route::root(&view.path),
            page: view,
            content,
            cards,
        }
    }

    /// The picture for shared links of an entry: its own card, or the picture itself.
    pub(super) fn entry_image(&self, entry: u32, lang: Lang, picture: Option<&PictureView>) -> Option<OgImage> {
        let Some(path) = self.share.entries.get(&entry).and_then(|paths| paths.get(lang.index())) else {
            return picture.and_then(|picture| self.og_image(picture));
        };
        let title = &self.cards.of(lang, entry).title.text;
        let shown = picture.and_then(|picture| picture.alt.as_ref());
        Some(self.card_image(
            path,
            match shown {
                Some(alt) if !alt.text.is_empty() => format!("{title}. {}", alt.text),
                _ => title.clone(),
            },
        ))
    }

    /// The picture for shared links of every other page.
    pub(super) fn site_image(&self, lang: Lang) -> Option<OgImage> {
        match self.share.site.get(lang.index()) {
            Some(path) => Some(self.card_image(path, self.shared.of(lang).site.title.text.clone())),
            None => self.cover.and_then(|cover| self.og_image(cover)),
        }
    }

    fn card_image(&self, path: &str, alt: String) -> OgImage {
        OgImage {
            url: self.site.frame.config.absolute(path),
            width: 1200,
            height: 630,
            alt,
        }
    }

    /// A picture for shared links: the size nearest to 1200 pixels.
    fn og_image(&self, picture: &super::model::PictureView) -> Option<OgImage> {
        let size = picture.sizes.iter().min_by_key(|s| s.width.abs_diff(1200))?;
        let height = u64::from(size.width) * u64::from(picture.height) / u64::from(picture.width.max(1));
        Some(OgImage {
            url: self.site.frame.config.absolute(&size.path),
            width: size.width,
            height: u32::try_from(height).unwrap_or(0),
            alt: picture.alt.as_ref().map(|alt| alt.text.clone()).unwrap_or_default(),
        })
    }

    /// The way to a list of a kind.
    pub(super) fn kind_crumb(&self, lang: Lang, kind: usize) -> Link {
        let view = &self.shared.of(lang).kinds[kind];
        Link {
            label: view.plural.clone(),
            path: view.path.clone(),
            current: false,
        }
    }

    /// The way to the home page.
    pub(super) fn home_crumb(&self, lang: Lang) -> Link {
        let shared = self.shared.of(lang);
        Link {
            label: super::frame::plain(self.word(lang, "page.home")),
            path: shared.site.home.clone(),
            current: false,
        }
    }
}

/// The title of a page that goes on over several: from the second on with its number.
pub(super) fn numbered(title: &str, number: usize) -> String {
    if number > 1 {
        format!("{title} ({number})")
    } else {
        title.to_string()
    }
}
