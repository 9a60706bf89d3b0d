//! The plate of an entry as its page and the preview show it: the drawing that `vanbia signs` makes for the printer.
//!
//! Entry point: `Shown::plate`, `Made::svg`. Invariant: the page of an entry offers its plate only once the code is
//! issued, since a plate whose code is not protected must not be printed; the number on it is that of a plate that stands in
//! the book, or the first one.

use super::shelf::{Choice, Shelf};
use super::{Subject, draw, says, subject};
use crate::engine::Checked;
use crate::engine::keys::{self, Key};
use crate::sign::layout::Layout;
use crate::sign::{Plate, svg};
use crate::site::codes::Landing;
use crate::site::signs::Status;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The layout of a plate whose kind names none that fits.
const USUAL: &str = "plate-a5";

/// A layout, and what stands for everything in it.
type Read = Arc<(Option<Layout>, Key)>;

/// Makes plates for pages.
pub(in crate::engine) struct Shown<'c> {
    checked: &'c Checked,
    shelf: Shelf<'c>,
    layouts: Mutex<BTreeMap<(String, &'static str), Read>>,
}

/// A plate that can be drawn.
pub(in crate::engine) struct Made {
    plate: Plate,
    layout: Read,
    /// Stands for everything that the drawing shows.
    pub key: Key,
}

impl<'c> Shown<'c> {
    /// For the entries of a site.
    pub(in crate::engine) fn of(checked: &'c Checked) -> Self {
        Self {
            checked,
            shelf: Shelf::of(checked),
            layouts: Mutex::default(),
        }
    }

    /// The path of the plate beside its landing page and the key of the entry, when the page offers it.
    pub(in crate::engine) fn offered(&self, landing: &Landing) -> Option<(String, &'c str)> {
        let (entry, part) = landing.to.as_ref()?;
        let entry = &self.checked.site.entries[*entry as usize];
        let own = self.checked.codes.of(&entry.key)?;
        let is_offered = landing.has_plate && part.is_none() && own.code == landing.code;
        is_offered.then(|| (format!("{}/plate.svg", landing.code), &*entry.key))
    }

    /// The plate of an entry or a part of one.
    pub(in crate::engine) fn plate(&self, key: &str) -> Option<Made> {
        let of = key.split_once('#').map_or(key, |(entry, _)| entry);
        let subject = subject(self.checked, self.checked.site.find(of)?, key.to_string());
        let code = &self.checked.codes.of(key)?.code;
        let mut standing = self.checked.signs.of_code(code);
        let standing = standing.find(|plate| plate.status != Status::Removed);
        let serial = standing.map_or_else(|| format!("{code}-1"), |plate| plate.serial.clone());
        let plate = says::plate(self.checked, &subject, serial)?;
        let (choice, _) = self.shelf.choose((None, None), &subject, Some(&plate));
        let fits = |read: &Read| read.0.as_ref().is_some_and(|layout| plate.lacks(layout).is_none());
        let usual = || {
            let usual = Choice {
                name: USUAL.to_string(),
                paper: None,
                drawing: None,
            };
            self.read(&usual, &subject)
        };
        let layout = Some(self.read(&choice, &subject)).filter(fits).unwrap_or_else(usual);
        let plate = plate.spread(layout.0.as_ref()?).into_iter().next()?;
        let key = keys::of_parts(&[b"plate", format!("{plate:?}").as_bytes(), &layout.1.to_le_bytes()]);
        Some(Made { plate, layout, key })
    }

    fn read(&self, choice: &Choice, subject: &Subject) -> Read {
        let mut known = self.layouts.lock().unwrap_or_else(PoisonError::into_inner);
        let place = known.entry((format!("{choice:?}"), subject.color));
        let read = place.or_insert_with(|| {
            let layout = self.shelf.read(choice, subject.color).0.map(|layout| Layout {
                // One label, not a sheet of them.
                grid: None,
                ..layout
            });
            let key = keys::of_parts(&[format!("{layout:?}").as_bytes()]);
            Arc::new((layout, key))
        });
        read.clone()
    }
}

impl Made {
    /// Its drawing.
    pub(in crate::engine) fn svg(self) -> Option<String> {
        let layout = self.layout.0.as_ref()?;
        let (sheets, _) = draw(&[(self.plate, layout)], None);
        sheets.first().map(svg::svg)
    }
}

/// The plate of an entry as SVG, whether its code is issued yet or not; for the preview.
pub fn preview(checked: &Checked, key: &str) -> Option<String> {
    Shown::of(checked).plate(key)?.svg()
}
