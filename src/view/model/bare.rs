//! What the pages without a language show: the chooser, pages of codes, old addresses, 404.
//!
//! Entry point: [`Bare`]. Invariant: as in [`super`]; what is shown speaks all languages of the site at once.

use super::{OgImage, Saying, SiteView};
use serde::Serialize;
use std::sync::Arc;

/// A page that belongs to no language: the language chooser at `/`, the page of a code, an old address, 404.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bare {
    /// Template `landing.html`; also the chooser (`chooser.html`).
    Landing(Box<LandingView>),
    /// Template `redirect.html`: an old address.
    Redirect(RedirectView),
    /// Template `404.html`: both languages, absolute links.
    NotFound(NotFoundView),
}

/// What a printed code opens: title, one line and the way to each language. Self-contained.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LandingView {
    /// The code; on the page of a product's number, that number.
    pub code: String,
    /// From the page to the site's root: `../`.
    pub root: String,
    /// One per language of the site.
    pub languages: Vec<LandingLanguage>,
    /// Prefix for what the browser remembers: the base path.
    pub scope: String,
    /// Absolute canonical address: the page in the source language.
    pub canonical: String,
    /// Absolute address of a picture for shared links.
    pub image: Option<OgImage>,
    /// True when the code has been retired.
    pub retired: bool,
}

/// The way from a landing page to one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LandingLanguage {
    /// Language tag.
    pub lang: String,
    /// The language's name in itself.
    pub name: String,
    /// The site's name.
    pub site: Saying,
    /// Title of the entry.
    pub title: Saying,
    /// One line about it.
    pub summary: Option<Saying>,
    /// Site path of its page, with fragment; `None` when a retired code has no successor.
    pub path: Option<String>,
    /// Site path of the home page: where a code that leads nowhere any more still leads.
    pub home: String,
}

/// An old address that leads on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RedirectView {
    /// Language tag.
    pub lang: String,
    /// From the page to the site's root.
    pub root: String,
    /// Site path of the entry's page.
    pub path: String,
    /// Absolute address of the same.
    pub canonical: String,
    /// Title of the entry.
    pub title: Saying,
}

/// The page for addresses that do not exist. All links are absolute, because servers show it at any depth.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NotFoundView {
    /// Absolute address of the site's root.
    pub base_url: String,
    /// One per language: site title, home, A–Z, codes list, kinds.
    pub sites: Vec<NotFoundLanguage>,
}

/// One language of the 404 page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NotFoundLanguage {
    /// Language tag.
    pub lang: String,
    /// What every page of the language shows.
    pub site: Arc<SiteView>,
}
