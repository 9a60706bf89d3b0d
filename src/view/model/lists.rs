//! What templates see of lists: of a kind, of the home page, A–Z, codes.
//!
//! Entry point: [`ListView`], [`HomeView`], [`AzView`], [`CodesView`]. Invariant: see [`super`].

use super::{KindView, PictureView, Saying};
use serde::Serialize;

/// A list of entries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ListView {
    /// The kind.
    pub kind: KindView,
    /// What the list is narrowed to: facet and value.
    pub filter: Option<FilterView>,
    /// How many entries the whole list has.
    pub total: usize,
    /// Facets with their values; only on the first page of a list.
    pub facets: Vec<FacetView>,
    /// Paging; `None` when there is one page only.
    pub pager: Option<Pager>,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FilterView {
    /// The facet: `Loại hình`.
    pub facet: Saying,
    /// The value: `Di tích lịch sử`.
    pub value: Saying,
    /// True for a value that says nothing without its facet: `Khác`, `2016`.
    pub is_vague: bool,
}

/// A facet with its values.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FacetView {
    /// Its name.
    pub label: Saying,
    /// Its values, most frequent first.
    pub values: Vec<FacetLink>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FacetLink {
    /// What it is.
    pub label: Saying,
    /// Site path of its page.
    pub path: String,
    /// How many entries it has.
    pub count: usize,
}

/// Paging of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Pager {
    /// Number of this page, from 1.
    pub number: usize,
    /// How many pages there are.
    pub count: usize,
    /// Site path of the page before.
    pub previous: Option<String>,
    /// Site path of the page after.
    pub next: Option<String>,
    /// Some pages: the first, the last, and those around this one; `None` where numbers are left out.
    pub pages: Vec<Option<PagerLink>>,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PagerLink {
    /// Its number.
    pub number: usize,
    /// Its site path.
    pub path: String,
    /// True for the page itself.
    pub current: bool,
}

/// The home page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct HomeView {
    /// Paragraphs.
    pub intro: Vec<Saying>,
    /// The cover picture.
    pub cover: Option<PictureView>,
    /// Without a cover: the picture of the first featured card, which is the first of the page.
    pub first: Option<PictureView>,
    /// The first four kinds of the menu that have entries.
    pub doors: Vec<KindView>,
    /// The other kinds that have entries.
    pub others: Vec<KindView>,
    /// How many entries the site has.
    pub total: usize,
}

/// The A–Z page, or one of its letters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct AzView {
    /// Every letter that has entries.
    pub letters: Vec<AzLetter>,
    /// The letters shown on this page, with their entries.
    pub groups: Vec<AzGroup>,
    /// How many entries the site has.
    pub total: usize,
}

/// A letter of the A–Z page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct AzLetter {
    /// `Đ`.
    pub letter: String,
    /// Site path, with fragment where several letters share a page.
    pub path: String,
    /// How many entries it has.
    pub count: usize,
    /// True when the page shows it and no other.
    pub current: bool,
}

/// Entries under a letter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct AzGroup {
    /// `Đ`.
    pub letter: String,
    /// Anchor: `chu-dd` for Đ, `chu-d` for D.
    pub id: String,
    /// The entries: label, path, kind.
    pub rows: Vec<AzRow>,
}

/// A row of the A–Z page or of the list of codes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct AzRow {
    /// Title.
    pub title: Saying,
    /// Site path.
    pub path: String,
    /// What one of its kind is called.
    pub kind_label: Saying,
    /// Its short code.
    pub code: Option<String>,
}

/// The list of codes, for visitors who read the number under a code and have no scripts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CodesView {
    /// Rows by code.
    pub rows: Vec<AzRow>,
    /// Pages of the list with the first and last code of each.
    pub ranges: Vec<CodesRange>,
}

/// A page of the list of codes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CodesRange {
    /// First code of the page.
    pub first: String,
    /// Last code of the page.
    pub last: String,
    /// Site path.
    pub path: String,
    /// True for the page itself.
    pub current: bool,
}
