//! What templates see: plain data, complete, one value per page.
//!
//! Entry point: [`View`]. Invariant: a view holds everything its page shows and nothing else; paths are site paths
//! (`vi/di-tich/chua-bo-da/`), to which templates put `root` in front; texts that are not in the page's language say so.

mod bare;
mod entry;
mod lists;
mod visit;

pub use bare::{Bare, LandingLanguage, LandingView, NotFoundLanguage, NotFoundView, RedirectView};
pub use entry::{ChapterView, CodeView, EntryView, FieldView, Heading, Onward, Price};
pub use lists::{
    AzGroup, AzLetter, AzRow, AzView, CodesRange, CodesView, FacetLink, FacetView, FilterView, HomeView, ListView,
    Pager, PagerLink,
};
pub use visit::{AreaLink, MapBar, MapDot, MapDrawing, MapName, MapPlace, MapSection, MapView, SaveView, SavedView};

use serde::Serialize;
use serde_json::Value as Json;
use std::sync::Arc;

/// A text, and its language when that is not the page's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Saying {
    /// The text.
    pub text: String,
    /// BCP 47 tag when it is not the page's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// A label with a way to go.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    /// What it says.
    pub label: Saying,
    /// Site path.
    pub path: String,
    /// True when it leads to the page itself, or to the list that the page belongs to.
    pub current: bool,
}

/// What every page of a language shows: header, footer, languages. Made once per language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SiteView {
    /// The site's name.
    pub title: Saying,
    /// One line under it.
    pub tagline: Option<Saying>,
    /// Site path of the home page.
    pub home: String,
    /// Site path of the A–Z page.
    pub az: String,
    /// Site path of the list of codes.
    pub codes: String,
    /// Site path of the Atom feed.
    pub feed: String,
    /// Site path of the map, when there are places to show.
    pub map: Option<String>,
    /// Site path of the page of what has been kept.
    pub saved: String,
    /// True when pages may be kept for where there is no signal.
    pub offline: bool,
    /// Site path of the about page, when there is one.
    pub about: Option<String>,
    /// The kinds in the menu.
    pub menu: Vec<KindView>,
    /// Who answers for the site.
    pub owner: OwnerView,
    /// Licence of the content.
    pub licence: Option<LicenceView>,
    /// The base address without scheme and final slash, as people read it under a code: `disan.vn`.
    pub host: String,
    /// Absolute address of the site's root.
    pub base_url: String,
}

/// Who answers for the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct OwnerView {
    /// Name.
    pub name: Option<Saying>,
    /// Postal address.
    pub address: Option<Saying>,
    /// Person or office in charge.
    pub responsible: Option<Saying>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone as shown.
    pub phone: Option<String>,
    /// Telephone as `tel:` address.
    pub tel: Option<String>,
}

/// A licence.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct LicenceView {
    /// `CC BY 4.0`.
    pub name: String,
    /// Its text on the web.
    pub url: Option<String>,
}

/// A kind, as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct KindView {
    /// `relic`.
    pub key: String,
    /// The template of its pages: `entry/<layout>.html`, where the theme has it.
    pub layout: String,
    /// What one is called.
    pub label: Saying,
    /// What several are called.
    pub plural: Saying,
    /// One sentence.
    pub about: Option<Saying>,
    /// Its color cue.
    pub color: String,
    /// Site path of its list.
    pub path: String,
    /// How many entries there are.
    pub count: usize,
    /// True when the page belongs to it.
    pub current: bool,
}

/// Everything around the content: head, language switch, code.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PageView {
    /// What `<title>` says, without the site's name.
    pub title: String,
    /// Description for search engines and shared links.
    pub description: String,
    /// Site path of the page itself.
    pub path: String,
    /// Absolute canonical address.
    pub canonical: String,
    /// True when search engines shall not list it.
    pub noindex: bool,
    /// `hreflang` alternates, `x-default` included; empty when the page is not translated.
    pub alternates: Vec<Alternate>,
    /// The page in every language of the site, for the switch.
    pub translations: Vec<Translation>,
    /// Open Graph.
    pub og: OpenGraph,
    /// JSON-LD, escaped for a script element; templates find it as `linked_data`.
    #[serde(skip)]
    pub linked_data: Option<String>,
    /// Site path of the page's own code (SVG), for handing on from the screen.
    pub qr: Option<String>,
    /// Where the page is, from the home page on, without itself.
    pub breadcrumbs: Vec<Link>,
    /// Color cue of the page's kind.
    pub color: String,
}

/// The `hreflang` for whoever reads none of the site's languages.
pub const X_DEFAULT: &str = "x-default";

/// One `hreflang` alternate.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Alternate {
    /// Language tag or `x-default`.
    pub lang: String,
    /// Absolute address.
    pub href: String,
}

/// The page in one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Translation {
    /// Language tag.
    pub lang: String,
    /// The language's name in itself.
    pub name: String,
    /// Site path.
    pub path: String,
    /// True for the page itself.
    pub current: bool,
}

/// Open Graph properties.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct OpenGraph {
    /// `website`, `article` …
    pub kind: &'static str,
    /// `vi_VN`.
    pub locale: String,
    /// Locales of the translations.
    pub alternates: Vec<String>,
    /// The picture, absolute.
    pub image: Option<OgImage>,
}

/// The picture of a shared link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct OgImage {
    /// Absolute address.
    pub url: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// What it shows.
    pub alt: String,
}

/// A picture in several widths.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PictureView {
    /// Widths, smallest first; every browser shows them.
    pub sizes: Vec<PictureSize>,
    /// Widths as WebP, smallest first; may be empty.
    pub webp: Vec<PictureSize>,
    /// Width of the largest, in pixels.
    pub width: u32,
    /// Height of the largest, in pixels.
    pub height: u32,
    /// What it shows; an empty text says that it is decorative.
    pub alt: Option<Saying>,
    /// What stands under it.
    pub caption: Option<Saying>,
    /// Who made it.
    pub credit: Option<Saying>,
    /// Its licence.
    pub licence: Option<String>,
    /// Which of the theme's sixteen tones stands in its place until it is there.
    pub tone: Option<u8>,
}

/// One width of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PictureSize {
    /// Site path.
    pub path: String,
    /// Pixels.
    pub width: u32,
}

/// An entry as others show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CardView {
    /// `relics/chua-bo-da`.
    pub key: Arc<str>,
    /// Title.
    pub title: Saying,
    /// Summary.
    pub summary: Option<Saying>,
    /// Site path of its page.
    pub path: String,
    /// `relic`; with the two that follow in memory once for all cards of a kind.
    pub kind: Arc<str>,
    /// What one of its kind is called.
    pub kind_label: Arc<Saying>,
    /// Color cue of its kind.
    pub color: Arc<str>,
    /// Its main picture; in a box, because a site holds a card of every entry and many have none.
    pub thumb: Option<Box<PictureView>>,
    /// A few facts in brief, each `{text, lang?}` or with `stars`.
    pub facts: Vec<Json>,
    /// True for an invented example.
    pub sample: bool,
    /// True for the first card of the home page: it is shown large, its `thumb` has wider files, and it is drawn for that
    /// page alone.
    pub large: bool,
    /// True when no picture of the page stands above its own, which is asked for at once then.
    pub eager: bool,
    /// Position of the entry; a card is drawn once and shown on many pages.
    #[serde(skip)]
    pub index: u32,
}

/// The cards of a page, under `cards` in templates: each is the drawn card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CardLists {
    /// The entries of a list page.
    pub list: Vec<Arc<CardView>>,
    /// Home page: entries shown large.
    pub featured: Vec<Arc<CardView>>,
    /// Home page: what changed last.
    pub recent: Vec<Arc<CardView>>,
    /// Entries that refer to this one, by heading.
    pub back: Vec<CardGroup>,
    /// Entries that the author calls related.
    pub related: Vec<Arc<CardView>>,
    /// The nearest entries.
    pub nearest: Vec<Near>,
}

/// Cards under a heading.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CardGroup {
    /// The heading.
    pub heading: Saying,
    /// The cards.
    pub cards: Vec<Arc<CardView>>,
    /// The entries behind them, for which there are no cards: they would make the page long.
    pub others: Vec<Link>,
}

/// A neighbor.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Near {
    /// Its card.
    pub card: Arc<CardView>,
    /// How far it is, in words: `1,2 km`.
    pub distance: String,
}

/// What the page is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Template `home.html`.
    Home(Box<HomeView>),
    /// Template `list.html`.
    List(Box<ListView>),
    /// Template `entry/<layout>.html`, else `entry.html`.
    Entry(Box<EntryView>),
    /// Template `chapter.html`.
    Chapter(Box<ChapterView>),
    /// Template `az.html`.
    Az(Box<AzView>),
    /// Template `codes.html`.
    Codes(Box<CodesView>),
    /// Template `map.html`.
    Map(Box<MapView>),
    /// Template `saved.html`.
    Saved(SavedView),
}

/// A page of a language, complete.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct View {
    /// Language tag.
    pub lang: String,
    /// From the page to the site's root: `../../../` or `./`.
    pub root: String,
    /// Head and surroundings.
    pub page: PageView,
    /// What it is about, under the name of its variant.
    #[serde(flatten)]
    pub content: Content,
    /// The cards that it shows.
    pub cards: CardLists,
}
