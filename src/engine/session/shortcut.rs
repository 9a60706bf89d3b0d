//! The short way of a session: what a few edited files concern, without a look at the whole site.
//!
//! Entry point: [`Session::quickly`]. Invariant: gives back none where it cannot prove that nothing else is concerned, or
//! where it came upon a mistake; the look at the whole site then says what is so.

use super::super::published::Tee;
use super::super::quick::{Quick, Reach};
use super::super::{Counts, LEDGER, locks, narrow, quick, theme};
use super::{Applied, Audience, Report, Session};
use crate::output::Disk;
use std::collections::BTreeSet;

impl Session {
    /// What a few edited files concern, without a look at the whole site. None when it has to be looked at.
    pub(super) fn quickly(
        &mut self,
        paths: &BTreeSet<String>,
        disk: &mut Disk,
        audience: &dyn Audience,
    ) -> Option<Applied> {
        let last = self.last.as_mut()?;
        if paths.is_empty() {
            return Some(self.nothing_new(disk, audience));
        }
        if let Some(edited) = theme::read(paths, last, &self.request) {
            let shown = Tee::ahead(&self.published);
            let is_sound = edited.show(last, &audience.viewed(), &shown).is_ok();
            self.is_behind = true;
            if !is_sound {
                return self.give_up(disk);
            }
            let taken = shown.taken();
            if !taken.is_empty() {
                audience.ready(&taken);
            }
            return Some(self.catch_up(disk, audience));
        }
        let quick = quick::read(paths, last)?;
        if quick.is_empty() {
            quick.settle(last, &mut self.known);
            return Some(self.nothing_new(disk, audience));
        }
        match (quick.reach(), self.is_behind) {
            (Reach::Own, false) => self.own(quick, disk, audience),
            _ => self.ahead(quick, disk, audience),
        }
    }

    /// What was said to have changed has not.
    fn nothing_new(&mut self, disk: &mut Disk, audience: &dyn Audience) -> Applied {
        match self.is_behind {
            true => self.catch_up(disk, audience),
            false => Applied::Nothing,
        }
    }

    /// The pages of the edited entries, and nothing else.
    fn own(&mut self, quick: Quick, disk: &mut Disk, audience: &dyn Audience) -> Option<Applied> {
        let last = self.last.as_mut()?;
        quick.place(last);
        let tee = Tee::new(disk, &self.published);
        let made = quick.make(last, &tee);
        if !made.found.is_empty() {
            return self.give_up(disk);
        }
        audience.ready(&made.changed);
        quick.settle(last, &mut self.known);
        self.take_in(made, disk)
    }

    /// The pages of the edited entries for the server at once, then whatever else they concern.
    fn ahead(&mut self, quick: Quick, disk: &mut Disk, audience: &dyn Audience) -> Option<Applied> {
        let last = self.last.as_mut()?;
        let reach = quick.reach();
        let old = quick.place(last);
        let made = quick.make(last, &Tee::ahead(&self.published));
        if !made.found.is_empty() {
            return self.give_up(disk);
        }
        audience.ready(&made.changed);
        if reach == Reach::Site {
            // What was made stays visible until the whole site has been looked at; nothing of it is on the disk.
            self.is_dirty = true;
            return None;
        }
        quick.settle(last, &mut self.known);
        if reach == Reach::Cards {
            let concerned = match last.checked.has_drafts {
                true => None,
                false => narrow::renew(last, &old, &self.request),
            };
            let Some(concerned) = concerned else {
                self.is_dirty = true;
                return None;
            };
            if !self.is_behind {
                let mut shown = audience.viewed();
                shown.extend(made.changed);
                let tee = Tee::new(disk, &self.published).only(&shown);
                let mut made = narrow::make(last, &concerned, &self.request.root, &tee);
                if !made.found.is_empty() {
                    return self.give_up(disk);
                }
                audience.ready(&tee.taken());
                narrow::draw_cards(last, &concerned, &self.cache, &mut made, &tee);
                if !made.found.is_empty() {
                    return self.give_up(disk);
                }
                return self.take_in(made, disk);
            }
        }
        Some(self.catch_up(disk, audience))
    }

    /// The quick way came upon a mistake: the look at the whole site says what it is.
    fn give_up(&mut self, disk: &mut Disk) -> Option<Applied> {
        self.is_dirty = true;
        self.forget_ahead();
        disk.abort();
        None
    }

    /// A few files of the site are new.
    fn take_in(&mut self, made: narrow::Made, disk: &mut Disk) -> Option<Applied> {
        if !self.forget_keys(disk) {
            return self.give_up(disk);
        }
        let summary = match disk.finish_changes(&made.gone, &made.lock_files) {
            Ok(summary) => summary,
            Err(found) if locks::is_outrun(&found) => {
                self.is_dirty = true;
                return Some(Applied::Stopped);
            }
            Err(problems) => return Some(self.fail_writing(problems)),
        };
        // Only now: a key says that its file stands there.
        let last = self.last.as_mut()?;
        let has_codes = made.lock_files.iter().any(|file| file.path.ends_with(LEDGER));
        locks::take_in(&mut last.checked, made.lock_files, &self.request.root);
        last.remarks.extend(summary.warnings());
        for (path, key) in &made.keys {
            last.output.keys.set(path, *key);
        }
        made.gone.iter().for_each(|path| last.output.keys.remove(path));
        self.published.settle_some(&made.keys, &made.gone);
        if has_codes {
            self.request.published = Some(last.checked.ledger.codes_json());
        }
        let ledger = std::mem::take(&mut last.checked.changes);
        self.told = last.all_found();
        Some(Applied::Done(Box::new(Report {
            counts: Counts {
                drawn: made.drawn,
                ..last.output.counts
            },
            summary,
            found: self.told.clone(),
            changed: made.changed,
            gone: made.gone.into_iter().collect(),
            ledger,
        })))
    }
}
