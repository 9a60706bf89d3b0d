//! The numbers of a list as they were typed.
//!
//! Entry point: `note_number`, `end_numbers`. Invariant: what is typed is what is shown, `1945. 1954. 1975.` as well as
//! `1. 3.`; only a list whose items all have the same small number is counted, as Markdown allows.

use super::super::{End, Event, Tag};
use super::{Building, Open};

/// Numbers below are counted when all items of a list have the same; a year twice is the year twice.
const SMALL: u32 = 100;

impl Building<'_> {
    /// Notes the number of an item whose event will be at `at`, and which begins at `lo` in the document.
    pub(super) fn note_number(&mut self, at: usize, lo: usize) {
        let source = self.doc.text.get(lo..).unwrap_or_default().trim_start();
        let digits = source.bytes().take_while(u8::is_ascii_digit).count();
        if let Some(Open::Numbers(items)) = self.open.last_mut()
            && let Ok(number) = source[..digits].parse()
        {
            items.push((at, number));
        }
    }

    /// Ends a list: items that do not count on get their numbers.
    pub(super) fn end_numbers(&mut self, items: &[(usize, u32)]) {
        let first = items.first().map_or(1, |(_, number)| *number);
        let is_counted = first < SMALL && items.iter().all(|(_, number)| *number == first);
        let mut next = first;
        for (at, number) in items.iter().filter(|_| !is_counted) {
            if *number != next
                && let Some(event) = self.events.get_mut(*at)
            {
                *event = Event::Start(Tag::Numbered(*number));
            }
            next = number.saturating_add(1);
        }
        self.events.push(Event::End(End::Numbers));
    }
}
