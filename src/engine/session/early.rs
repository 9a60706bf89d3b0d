//! What can be looked at before all pictures have their sizes: small ones serve until then.
//!
//! Entry point: [`Session::pictures`]. Invariant: a small picture is in the memory of the server only; the disk gets what
//! a clean build makes.

use super::super::darkroom::{Darkroom, Developed};
use super::super::keys::Keys;
use super::super::make::Order;
use super::super::published::Tee;
use super::super::{Checked, develop};
use super::{Audience, Session};
use crate::output::Disk;

/// How many bytes of a site that does not stand on the disk yet wait in memory: four thousand pages and what they need.
pub(super) const ROOM: usize = 128 << 20;
/// A site with more pages is served only when all is made: its pages would not fit.
const MOST_PAGES: usize = 4_000;

impl Session {
    /// At the start the server has what an earlier build left, as far as that is known for certain; gives it back.
    pub(super) fn recall(&self, disk: &Disk) -> Keys {
        if self.last.is_some() {
            return Keys::default();
        }
        let noted = self.noted_keys(disk);
        self.published.settle(Some(noted.clone()));
        noted
    }

    /// Somebody may wait: small pictures serve until the right ones are made, after the pages. At the start of a large
    /// site they are made first.
    pub(super) fn pictures(
        &mut self,
        checked: &mut Checked,
        noted: &Keys,
        disk: &mut Disk,
        audience: &dyn Audience,
    ) -> Option<Developed> {
        let is_first = self.last.is_none();
        let stop = || audience.is_stale();
        let order = Order {
            cache: Some(&self.cache),
            old: Some(self.last.as_ref().map_or(noted, |last| &last.output.keys)),
            // Later a glance that was stopped would leave pages without their tones.
            stop: is_first.then_some(&stop as _),
            progress: Some(&|stage, done, all| audience.progress(stage, done, all)),
            ..Order::default()
        };
        if is_first && checked.plan.pages.len() > MOST_PAGES {
            let tee = Tee::new(disk, &self.published).only(&[]);
            return Some(develop(checked, &order, &tee));
        }
        let lacking = self.glance(checked, &order);
        self.is_early |= is_first && lacking > 0;
        None
    }

    /// New pictures get a small one in their place, for the server alone, until their sizes are made. Gives back how many.
    pub(super) fn glance(&self, checked: &mut Checked, order: &Order<'_>) -> usize {
        let shown = Tee::ahead(&self.published);
        let room = Darkroom {
            media: &checked.media,
            tree: &checked.tree,
            order,
            sink: &shown,
        };
        let (tones, lacking) = room.glance(&|path, bytes| self.published.put(path, bytes.clone()));
        checked.media.tint(&tones);
        lacking
    }
}
