//! Text that was meant as a link, a list, a heading and so on, but is not one to Markdown.
//!
//! Entry point: `misread`, `indented`. Invariant: looks and tells only; what is shown stays as it is.

use super::super::lines::spaced_address;
use super::super::slips::{self, BrokenLink, Lines, Signs, Start};
use super::super::{End, Event};
use super::Building;
use crate::diag::{Code, Span, codes::prose as codes};
use std::collections::BTreeSet;
use std::ops::Range;

/// The most bare addresses of one block that are told: for the place of each, the block is read again.
const MOST_ADDRESSES: usize = 100;

/// The source of a block, and where it begins in the document.
#[derive(Clone, Copy)]
struct Source<'a> {
    text: &'a str,
    start: usize,
}

impl Source<'_> {
    fn span(self, lo: usize, len: usize) -> Span {
        Span::new(self.start + lo, self.start + lo + len)
    }
}

impl Building<'_> {
    /// Looks at a block that ends: its events from `at`, and where it stands.
    pub(super) fn misread(&mut self, end: End, at: usize, range: Range<usize>) {
        let doc = self.doc;
        let source = Source {
            text: &doc.text[range.clone()],
            start: range.start,
        };
        let signs = Signs::of(source.text);
        let events = &self.events[at.min(self.events.len())..];
        let has = |sign: &str| {
            let mut texts = events.iter().filter_map(|event| match event {
                Event::Text(piece) => Some(&self.arena[piece.lo as usize..piece.hi as usize]),
                _ => None,
            });
            texts.any(|text| text.contains(sign))
        };
        let link = signs.link && has("](");
        let note = signs.note && has("[^");
        let bold = signs.bold && has("**");
        let address = signs.address && (has("://") || has("www."));
        if !link && !note && !bold && !address && !signs.any() {
            return;
        }
        let lines = Lines::of(events, &self.arena);
        if link {
            self.misread_link(&lines, source);
        }
        if note {
            self.misread_note(source);
        }
        if bold {
            self.misread_bold(&lines, source);
        }
        if address {
            self.bare_addresses(&lines, source);
        }
        if signs.apart
            && let Some((written, better)) = lines.apart()
        {
            self.slip(codes::BLANK_BEFORE_ADDRESS, source, written, &better);
        }
        if matches!(end, End::Paragraph | End::Item) {
            self.misread_lines(&lines, signs, end, source);
        }
    }

    /// Tells a slip where it stands in the source; one that does not stand there as shown was typed with backslashes.
    fn slip(&mut self, code: &'static Code, source: Source<'_>, written: &str, better: &str) {
        if let Some(lo) = source.text.find(written) {
            self.slip_at(code, source.span(lo, written.len()), better);
        }
    }

    fn slip_at(&mut self, code: &'static Code, span: Span, better: &str) {
        let found = self.finding(code, span);
        self.found.push(found.with("better", better));
    }

    fn misread_bold(&mut self, lines: &Lines, source: Source<'_>) {
        if let Some((written, better)) = lines.bold() {
            self.slip(codes::BLANKS_IN_BOLD, source, written, &better);
        } else if let Some((written, better)) = lines.bold_at_letter() {
            self.slip(codes::BOLD_AT_LETTER, source, &written, &better);
        }
    }

    /// Addresses that visitors cannot tap; one that stands twice in a block is told once, and of very many the first.
    fn bare_addresses(&mut self, lines: &Lines, source: Source<'_>) {
        let mut told = BTreeSet::new();
        let mut behind = 0;
        for (written, better) in lines.bare_addresses() {
            if told.len() == MOST_ADDRESSES {
                break;
            }
            if !told.insert(written) {
                continue;
            }
            // They come in the order of the source, save that one may have stood in code before.
            let next = source.text[behind..].find(written).map(|lo| behind + lo);
            let Some(lo) = next.or_else(|| source.text.find(written)) else {
                continue;
            };
            behind = lo + written.len();
            self.slip_at(codes::BARE_ADDRESS, source.span(lo, written.len()), &better);
            if let Some(found) = self.found.last_mut() {
                found.args.push(("address", written.to_string()));
            }
        }
    }

    fn misread_link(&mut self, lines: &Lines, source: Source<'_>) {
        match lines.broken_link() {
            Some(BrokenLink::Open(written, better)) => {
                self.slip(codes::LINK_NOT_CLOSED, source, written, &better);
            }
            Some(BrokenLink::Title(written, title, better)) => {
                let before = self.found.len();
                self.slip(codes::TITLE_AS_ADDRESS, source, written, &better);
                if let Some(found) = self.found.get_mut(before) {
                    found.args.push(("title", title.to_string()));
                }
            }
            None => {
                if let Some((lo, address)) = spaced_address(source.text) {
                    let found = self.finding(codes::SPACE_IN_ADDRESS, source.span(lo, address.len()));
                    self.found.push(found.with("address", address));
                }
            }
        }
    }

    fn misread_note(&mut self, source: Source<'_>) {
        if let Some(lo) = source.text.find("[^")
            && let Some(len) = source.text[lo..].find(']')
        {
            let name = &source.text[lo + 2..lo + len];
            if !name.is_empty() && !name.contains(char::is_whitespace) {
                let found = self.finding(codes::NOTE_MISSING, source.span(lo, len + 1));
                self.found.push(found.with("name", name));
            }
        }
    }

    /// Lines that were to begin something, and rows that were to be a table.
    fn misread_lines(&mut self, lines: &Lines, signs: Signs, end: End, source: Source<'_>) {
        let starts = match signs.start {
            true => lines.starts(source.text, end == End::Item),
            false => Vec::new(),
        };
        for (lo, len, what, better) in starts {
            let code = match what {
                Start::Heading => codes::HEADING_WITHOUT_BLANK,
                Start::Item => codes::ITEM_WITHOUT_BLANK,
                Start::Bullet => codes::BULLET_SIGN,
            };
            // A list has many such lines, and one word about it is enough.
            if what == Start::Heading || self.told.insert(code.number) {
                let found = self.finding(code, source.span(lo, len));
                self.found.push(found.with("better", better));
            }
        }
        if signs.slash
            && let Some((written, better)) = lines.slashed_items()
            && self.told.insert(codes::NUMBER_AND_SLASH.number)
        {
            self.slip(codes::NUMBER_AND_SLASH, source, written, &better);
        }
        // Where a list or a table was meant, that is told.
        let is_other = signs.start || signs.slash || signs.tab || signs.bar;
        let meant = || {
            (!is_other)
                .then(|| lines.meant_lines(source.text, end == End::Item))
                .flatten()
        };
        if signs.run
            && let Some((written, better)) = lines.run_together(source.text).or_else(meant)
            && self.told.insert(codes::LINES_RUN_TOGETHER.number)
        {
            self.slip(codes::LINES_RUN_TOGETHER, source, written, &better);
        }
        if signs.tab
            && let Some((written, better, line)) = lines.pasted_rows()
            && let Some(lo) = source.text.find(written)
        {
            let found = self.finding(codes::PASTED_ROWS, source.span(lo, written.len()));
            self.found.push(found.with("better", better).with("line", line));
        }
        if signs.bar
            && !source.text.contains("\\|")
            && let Some(line) = lines.bars()
        {
            let first = source.text.find('\n').unwrap_or(source.text.len());
            let found = self.finding(codes::TABLE_WITHOUT_LINE, source.span(0, first));
            self.found.push(found.with("better", line));
        } else if signs.bar
            && let Some(line) = lines.lonely_row()
            && self.told.insert(codes::ROWS_APART.number)
        {
            let found = self.finding(codes::ROWS_APART, source.span(0, source.text.trim_end().len()));
            self.found.push(found.with("line", line));
        }
    }

    /// A row with more cells than its table has columns: Markdown leaves them out.
    pub(super) fn misread_row(&mut self, start: usize) {
        let doc = self.doc;
        let row = doc.text[start..].lines().next().unwrap_or_default();
        if let Some((lo, lost)) = slips::surplus(row, self.aligns.len()) {
            let lo = start + lo;
            let found = self.finding(codes::CELLS_LOST, Span::new(lo, lo + lost.len()));
            let columns = self.aligns.len();
            self.found.push(found.with("lost", lost).with("columns", columns));
        }
    }

    /// A paragraph that blanks before its lines made code.
    pub(super) fn indented(&mut self, range: Range<usize>) {
        let doc = self.doc;
        let source = &doc.text[range.clone()];
        if let Some(line) = slips::indented_words(source)
            && let Some(lo) = source.find(line)
        {
            let lo = range.start + lo;
            let found = self.finding(codes::INDENTED_TEXT, Span::new(lo, lo + line.len()));
            self.found.push(found.with("better", line));
        }
    }
}
