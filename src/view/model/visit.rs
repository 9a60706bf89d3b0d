//! What pages show to whoever stands outside: local maps, and what can be kept for where there is no signal.
//!
//! Entry point: [`MapView`], [`SaveView`]. Invariant: as in [`super`]; drawings are whole numbers in units of their own,
//! so that every machine draws the same.

use super::{Pager, Saying};
use serde::Serialize;

/// What an entry's page offers to keep.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SaveView {
    /// Site paths of its pages, with a blank between them, the page itself first.
    pub pages: String,
    /// Site paths of its pictures and sounds, with a blank between them.
    pub files: String,
    /// About how much all of it is, in words: `0,8 MB`.
    pub size: String,
    /// How many other entries it leads through, when it is a trail, a bookcase and the like.
    pub members: Option<usize>,
    /// Site path of the list of what these entries need.
    pub shard: String,
}

/// The page of what has been kept; everything on it comes from the browser.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SavedView {}

/// A page of the map.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MapView {
    /// How many places there are on this page and below it.
    pub total: usize,
    /// Maps with their lists.
    pub sections: Vec<MapSection>,
    /// Smaller areas with pages of their own.
    pub areas: Vec<AreaLink>,
    /// Paging; `None` when there is one page only.
    pub pager: Option<Pager>,
    /// Site path of the list of places by their whereabouts, for «near me».
    pub near: String,
    /// Eight directions, from north on round the compass, with `|` between them.
    pub compass: String,
    /// How distance and direction are said: `{far} về phía {side}`.
    pub away: String,
}

/// A map with its list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MapSection {
    /// The area, where the page shows several.
    pub name: Option<Saying>,
    /// The drawing.
    pub map: MapDrawing,
    /// Its places by number, from 1.
    pub places: Vec<MapPlace>,
}

/// A place on a map.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MapPlace {
    /// Title.
    pub title: Saying,
    /// Site path.
    pub path: String,
    /// What one of its kind is called.
    pub kind_label: Saying,
    /// Where Google's maps show the way to it.
    pub google: String,
    /// Latitude and longitude in degrees.
    pub at: String,
}

/// An area that has a page of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct AreaLink {
    /// Its name.
    pub label: Saying,
    /// Site path.
    pub path: String,
    /// How many places it has.
    pub count: usize,
}

/// A drawing of places as they lie to each other: north is up, and there are no borders.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MapDrawing {
    /// Units from left to right.
    pub width: i32,
    /// Units from top to bottom.
    pub height: i32,
    /// Where the places are; templates get them drawn.
    #[serde(skip)]
    pub dots: Vec<MapDot>,
    /// Their names, as far as there is room; templates get them drawn.
    #[serde(skip)]
    pub names: Vec<MapName>,
    /// The scale.
    pub bar: MapBar,
}

/// A place, or several that lie so close that one dot stands for them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MapDot {
    /// From the left, of its middle.
    pub x: i32,
    /// From the top, of its middle.
    pub y: i32,
    /// From the left, of its edge.
    pub left: i32,
    /// Numbers in the list: `3` or `3, 7`; empty for where the page itself is.
    pub n: String,
    /// Width of the mark: wider for several numbers.
    pub wide: i32,
}

/// A name on a map.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MapName {
    /// From the left.
    pub x: i32,
    /// From the top, of its base line.
    pub y: i32,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The name.
    pub text: String,
    /// Its language when it is not the page's.
    pub lang: Option<String>,
}

/// The scale of a map.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MapBar {
    /// How long the bar is.
    pub length: i32,
    /// How much that is: `500 m`.
    pub text: String,
}
