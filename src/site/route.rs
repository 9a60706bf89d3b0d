//! Where every page is.
//!
//! Entry point: [`Routes`]. Invariant: the only place that makes site paths; paths are ASCII, relative to the site's
//! root and end in `/` (with `links: file` in `/index.html`); nothing in them comes from administrative data.

use crate::entry::model::{Chapter, Entry};
use crate::schema::config::Links;
use crate::schema::kind::{Kind, Kinds};
use crate::schema::languages::Languages;
use crate::schema::words::Words;
use crate::text::{Lang, is_slug, slug};

/// Folder names of the pages that every site has, per language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    /// The A–Z page.
    pub az: String,
    /// The list of codes.
    pub codes: String,
    /// Further pages of a list: `trang` makes `trang-2`.
    pub page: String,
    /// The map.
    pub map: String,
    /// What has been kept for where there is no signal.
    pub saved: String,
}

/// Makes site paths.
#[derive(Clone, Debug)]
pub struct Routes {
    links: Links,
    langs: Vec<String>,
    names: Vec<Names>,
}

impl Routes {
    /// Routes of a site; folder names of system pages are words of each language (`url.az`, `url.codes`, `url.page`,
    /// `url.map`, `url.saved`).
    pub fn new(links: Links, languages: &Languages, words: &Words) -> Self {
        let name = |lang: Lang, key: &str, spare: &str| {
            let word = words.get(lang, key);
            if is_slug(&word) { word } else { spare.to_string() }
        };
        let names = |lang| Names {
            az: name(lang, "url.az", "a-z"),
            codes: name(lang, "url.codes", "codes"),
            page: name(lang, "url.page", "page"),
            map: name(lang, "url.map", "map"),
            saved: name(lang, "url.saved", "saved"),
        };
        Self {
            links,
            langs: languages.all().map(|l| languages.get(l).code.clone()).collect(),
            names: languages.all().map(names).collect(),
        }
    }

    /// Names of the system pages in a language.
    pub fn names(&self, lang: Lang) -> &Names {
        &self.names[lang.index()]
    }

    fn lang(&self, lang: Lang) -> &str {
        &self.langs[lang.index()]
    }

    /// The home page of a language.
    pub fn home(&self, lang: Lang) -> String {
        [self.lang(lang), "/"].concat()
    }

    /// The A–Z page, or the page of one of its letters.
    pub fn az(&self, lang: Lang, letter: Option<&str>) -> String {
        let base = format!("{}/{}/", self.lang(lang), self.names(lang).az);
        letter.map_or(base.clone(), |letter| format!("{base}{letter}/"))
    }

    /// A page of the list of codes, from 1.
    pub fn codes(&self, lang: Lang, number: usize) -> String {
        self.paged(format!("{}/{}/", self.lang(lang), self.names(lang).codes), lang, number)
    }

    /// A page of the map: of an area by its key, or of all.
    pub fn map(&self, lang: Lang, area: Option<&str>, number: usize) -> String {
        let base = format!("{}/{}/", self.lang(lang), self.names(lang).map);
        let base = area.map_or(base.clone(), |key| format!("{base}{key}/"));
        self.paged(base, lang, number)
    }

    /// The page of what has been kept.
    pub fn saved(&self, lang: Lang) -> String {
        format!("{}/{}/", self.lang(lang), self.names(lang).saved)
    }

    /// The list of places by their whereabouts, and its pieces.
    pub fn near(&self, lang: Lang, piece: Option<&str>) -> String {
        let code = self.lang(lang);
        piece.map_or_else(
            || format!("near/{code}.json"),
            |piece| format!("near/{code}/{piece}.json"),
        )
    }

    /// A page of the list of a kind, from 1; narrowed to a facet (its folder name and value) or not.
    pub fn list(&self, lang: Lang, kind: &Kind, facet: Option<(&str, &str)>, number: usize) -> String {
        let mut base = [self.lang(lang), "/", &kind.url[lang.index()], "/"].concat();
        if let Some((facet, value)) = facet {
            base.push_str(&[facet, "/", value, "/"].concat());
        }
        self.paged(base, lang, number)
    }

    fn paged(&self, base: String, lang: Lang, number: usize) -> String {
        if number < 2 {
            base
        } else {
            format!("{base}{}-{number}/", self.names(lang).page)
        }
    }

    /// The page of an entry.
    pub fn entry(&self, lang: Lang, entry: &Entry, kinds: &Kinds) -> String {
        let kind = kinds.get(entry.kind);
        if let Some(own) = entry.card.url.get(lang, &[]) {
            return format!("{}/{}/", self.lang(lang), slug(own.text));
        }
        self.key(lang, kind, entry.slug())
    }

    /// The address that an entry of a kind has by its slug (also of former keys).
    pub fn key(&self, lang: Lang, kind: &Kind, slug: &str) -> String {
        // Called some forty times for each page: putting texts together takes a third of what formatting takes.
        [self.lang(lang), "/", &kind.url[lang.index()], "/", slug, "/"].concat()
    }

    /// A page of a book.
    pub fn chapter(&self, lang: Lang, entry: &Entry, kinds: &Kinds, chapter: &Chapter) -> String {
        format!("{}{}/", self.entry(lang, entry, kinds), chapter.slug)
    }

    /// What a printed code opens.
    pub fn landing(&self, code: &str) -> String {
        [code, "/"].concat()
    }

    /// What the GS1 Digital Link of a number of fourteen digits opens.
    pub fn product(&self, gtin14: &str) -> String {
        format!("01/{gtin14}/")
    }

    /// The Atom feed of a language.
    pub fn feed(&self, lang: Lang) -> String {
        [self.lang(lang), "/feed.xml"].concat()
    }

    /// How a page is linked to: as it is, or with `index.html` for USB sticks. A fragment stays behind it.
    pub fn href(&self, path: &str) -> String {
        match self.links {
            Links::Folder => path.to_string(),
            Links::File => {
                let (page, fragment) = path.split_once('#').map_or((path, ""), |(p, f)| (p, f));
                let file = if page.ends_with('/') || page.is_empty() {
                    "index.html"
                } else {
                    ""
                };
                let mark = if fragment.is_empty() { "" } else { "#" };
                format!("{page}{file}{mark}{fragment}")
            }
        }
    }

    /// The folder name of a facet in URLs: its label, as far as it makes a slug, else its name.
    pub fn facet(label: &str, name: &str) -> String {
        let made = slug(label);
        if is_slug(&made) { made } else { name.replace('_', "-") }
    }
}

/// From a page to the site's root: `../../` for `vi/di-tich/`, `./` for the root itself.
pub fn root(path: &str) -> String {
    match path.matches('/').count() {
        0 => "./".to_string(),
        depth => "../".repeat(depth),
    }
}

/// The file of a page.
pub fn file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        [path, "index.html"].concat()
    } else {
        path.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_to_the_root_counts_folders() {
        assert_eq!(root(""), "./");
        assert_eq!(root("404.html"), "./");
        assert_eq!(root("vi/"), "../");
        assert_eq!(root("vi/di-tich/chua-bo-da/"), "../../../");
    }

    #[test]
    fn links_for_usb_sticks_name_the_file() {
        let mut routes = Routes {
            links: Links::File,
            langs: vec!["vi".into()],
            names: Vec::new(),
        };
        assert_eq!(routes.href("vi/di-tich/#a"), "vi/di-tich/index.html#a");
        assert_eq!(routes.href("media/a.jpg"), "media/a.jpg");
        routes.links = Links::Folder;
        assert_eq!(routes.href("vi/di-tich/"), "vi/di-tich/");
    }
}
