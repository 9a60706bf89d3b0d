//! The way from one stop of a trail to the next, on the trail's page and on those of its stops.
//!
//! Entry point: [`Viewer::with_legs`], [`Viewer::onward`]. Invariant: distances are straight lines between the entries'
//! own places; without both places none is told.

use super::frame::title;
use super::gate::inner;
use super::model::Onward;
use super::viewer::Viewer;
use crate::page::Page;
use crate::site::nearest::meters;
use crate::text::Lang;
use serde_json::{Value as Json, json};

impl Viewer<'_> {
    /// Puts into each stop of a trail the picture of its entry, and which stop comes next and how far it is.
    pub(super) fn with_legs(&self, lang: Lang, items: &mut [Json]) {
        let entries: Vec<Option<u32>> = items
            .iter()
            .map(|item| self.site.index.get(inner(item, "entry")?["key"].as_str()?).copied())
            .collect();
        let spot = |at: usize| {
            self.site.entries[entries.get(at).copied().flatten()? as usize]
                .card
                .spot
        };
        for at in 0..items.len() {
            let thumb = entries[at].and_then(|i| self.cards.of(lang, i).thumb.clone());
            let mut next = items.get(at + 1).and_then(|item| inner(item, "entry")).cloned();
            if let (Some(next), Some(here), Some(there)) = (&mut next, spot(at), spot(at + 1)) {
                next["distance"] = json!(self.distance(lang, meters(here, there)));
            }
            items[at]["thumb"] = json!(thumb);
            items[at]["next"] = json!(next);
        }
    }

    /// The trails that stop at this entry, and where each goes on from here.
    pub(super) fn onward(&self, lang: Lang, me: u32) -> Vec<Onward> {
        let trails = self.site.trails_of(me).into_iter();
        trails
            .filter_map(|(trail, stops)| self.leg(lang, me, trail, &stops))
            .collect()
    }

    /// Where a trail that stops at this entry goes on.
    fn leg(&self, lang: Lang, me: u32, trail: u32, stops: &[u32]) -> Option<Onward> {
        let at = stops.iter().position(|stop| *stop == me)?;
        let link = |entry: u32| {
            let label = title(self.site, &self.site.entries[entry as usize], lang);
            self.link(label, &Page::Entry(lang, entry))
        };
        let spot = |entry: u32| self.site.entries[entry as usize].card.spot;
        let next = stops.get(at + 1).copied();
        let way = next.and_then(|next| Some(self.way(lang, (me, next), meters(spot(me)?, spot(next)?))));
        Some(Onward {
            trail: link(trail),
            number: at + 1,
            of: stops.len(),
            next: next.map(link),
            way,
        })
    }
}
