//! Slips of the pen: marks that Markdown takes for plain text although somebody meant them.
//!
//! Entry point: [`Signs::of`], [`Lines`]. Invariant: most blocks are read once and have no sign of a slip; only those
//! with a sign are looked at closely. What stands in code, in a link or behind a backslash is no slip.

mod pasted;
mod runs;

use super::target::Target;
use super::{End, Event, Tag, What};
use crate::text::slug;
use std::collections::BTreeSet;
use std::ops::Range;

/// Signs of lists that word processors write.
const BULLETS: [char; 13] = [
    '•', '●', '▪', '◦', '‣', '➢', '❖', '■', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}',
];
/// Stands for code, links and marks in the text of a line, so that what they hold is not looked at.
const HIDDEN: char = '\u{fffc}';
/// No line of verse has more bytes.
const SHORT: usize = 120;
/// How far the signs of one slip are apart at most; a text of nothing but signs is not read again and again.
const NEAR: usize = 300;

/// What a block's source has that a slip needs.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Signs {
    /// A line begins like a heading or an item without its blank.
    pub(super) start: bool,
    /// `**`
    pub(super) bold: bool,
    /// `](`
    pub(super) link: bool,
    /// `] (`
    pub(super) apart: bool,
    /// `[^`
    pub(super) note: bool,
    /// `|`
    pub(super) bar: bool,
    /// A tab within a line.
    pub(super) tab: bool,
    /// `://` or `www.`
    pub(super) address: bool,
    /// A line begins like `1/ `.
    pub(super) slash: bool,
    /// A line begins like `– ` or `a) `, like `8h00 ` or `Địa chỉ: `, or all lines are short.
    pub(super) run: bool,
}

impl Signs {
    /// One pass over the source of a block.
    pub(super) fn of(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut signs = Self::default();
        let mut lo = 0;
        // Short lines may be verse.
        let (mut lines, mut is_short) = (0, true);
        for line in source.split('\n') {
            lines += usize::from(!line.is_empty());
            is_short &= line.len() <= SHORT;
            let begun = line.trim_start_matches([' ', '\t', '>']);
            if begun.starts_with(|c: char| !c.is_ascii() || matches!(c, '#' | '-' | '0'..='9')) {
                signs.start |= start_slip(begun).is_some();
                signs.slash |= slashed(begun).is_some();
            }
            signs.run |= runs::begins(begun).is_some() || lines > 1 && runs::may_lead(begun);
            // Most lines have none of the signs, which is told many bytes at a time.
            let is_sign = |byte: u8| matches!(byte, b'*' | b']' | b'[' | b'|' | b'\t');
            if line.bytes().fold(false, |any, byte| any | is_sign(byte)) {
                signs.look(bytes, lo..lo + line.len());
            }
            lo += line.len() + 1;
        }
        signs.run |= lines > 1 && is_short;
        // Few blocks have the letters of an address, which is told many bytes at a time as well.
        let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
        let may_have = pairs.fold(false, |any, (one, next)| {
            any | ((*one == b':') & (*next == b'/')) | ((*one == b'w') & (*next == b'w'))
        });
        signs.address = may_have && (source.contains("://") || source.contains("www."));
        signs
    }

    /// The signs within a line.
    fn look(&mut self, bytes: &[u8], line: Range<usize>) {
        let next = |at: usize| bytes.get(at).copied().unwrap_or(b'\n');
        for at in line {
            match bytes[at] {
                b'*' => self.bold |= next(at + 1) == b'*',
                b'\t' => self.tab = true,
                b']' => {
                    self.link |= next(at + 1) == b'(';
                    self.apart |= next(at + 1) == b' ' && next(at + 2) == b'(';
                }
                b'[' => self.note |= next(at + 1) == b'^',
                b'|' => self.bar = true,
                _ => {}
            }
        }
    }

    /// True when the block has to be looked at closely; links, notes, bold and addresses are common,
    /// so that they are no reason by themselves.
    pub(super) fn any(self) -> bool {
        self.start || self.apart || self.bar || self.tab || self.slash || self.run
    }
}

/// What a line was to begin.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Start {
    /// A heading.
    Heading,
    /// An item, with a bullet or a number.
    Item,
    /// An item with the bullet of a word processor.
    Bullet,
}

/// A line that begins with a mark and lacks the blank behind it: what it was to be, and the length of the mark.
pub(super) fn start_slip(line: &str) -> Option<(Start, usize)> {
    let first = line.chars().next()?;
    let letter = |at: usize| line[at..].starts_with(|c: char| c.is_alphabetic());
    match first {
        '#' => {
            let marks = line.bytes().take_while(|b| *b == b'#').count();
            // One sign alone is a keyword, as on social networks.
            let slip = (2..=6).contains(&marks) && line[marks..].starts_with(char::is_alphanumeric);
            slip.then_some((Start::Heading, marks))
        }
        // `-a -b` are options of a command.
        '-' => (letter(1) && !line.match_indices(" -").any(|(at, _)| letter(at + 2))).then_some((Start::Item, 1)),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            // `3.x` is a version.
            let is_word =
                |text: &str| !text.is_ascii() || text.bytes().all(|b| b.is_ascii_alphabetic()) && text.len() > 1;
            let word = |at: usize| is_word(&line[at..line.ceil_char_boundary((at + 2).min(line.len()))]);
            let slip = digits <= 2 && line[digits..].starts_with(['.', ')']) && letter(digits + 1) && word(digits + 1);
            slip.then_some((Start::Item, digits + 1))
        }
        first if BULLETS.contains(&first) => Some((Start::Bullet, first.len_utf8())),
        _ => None,
    }
}

/// The text of a block as visitors see it, line by line, with code, links and marks hidden.
pub(super) struct Lines(Vec<String>);

impl Lines {
    /// Gathers the text of the events of one block.
    pub(super) fn of(events: &[Event], arena: &str) -> Self {
        let mut lines = vec![String::new()];
        let mut links = 0;
        for event in events {
            let last = lines.last_mut();
            match event {
                Event::Start(Tag::Link(_)) => links += 1,
                Event::End(End::Link(_)) => {
                    links -= 1;
                    last.into_iter().for_each(|line| line.push(HIDDEN));
                }
                _ if links > 0 => {}
                Event::Text(piece) => {
                    let mut parts = arena[piece.lo as usize..piece.hi as usize].split('\n');
                    if let (Some(line), Some(part)) = (last, parts.next()) {
                        line.push_str(part);
                    }
                    lines.extend(parts.map(str::to_string));
                }
                Event::Break => lines.push(String::new()),
                Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading(_)) => {}
                _ => last.into_iter().for_each(|line| line.push(HIDDEN)),
            }
        }
        Self(lines)
    }

    /// Lines of the source that begin with a mark without its blank: where the mark stands, its length, what it was to
    /// be, and the line mended. Only the first of each sort. In an item every such line is one.
    pub(super) fn starts(&self, source: &str, in_item: bool) -> Vec<(usize, usize, Start, String)> {
        let seen = self.seen_starts(in_item);
        let mut found: Vec<(usize, usize, Start, String)> = Vec::new();
        let mut at = 0;
        for written in source.split_inclusive('\n') {
            let line = written.trim_start_matches([' ', '\t', '>']);
            let lo = at + written.len() - line.len();
            at += written.len();
            let Some((start, len)) = start_slip(line) else { continue };
            let known = found.iter().any(|(_, _, told, _)| *told == start);
            if known || !seen.contains(&(start, &line[..len])) {
                continue;
            }
            let rest = line[len..].trim();
            let mark = if start == Start::Bullet { "-" } else { &line[..len] };
            found.push((lo, len, start, format!("{mark} {rest}")));
        }
        found
    }

    /// The marks of the slips among the lines that visitors see: a dash or a number in the middle of a paragraph is one
    /// only among its like, or behind a colon.
    fn seen_starts(&self, in_item: bool) -> BTreeSet<(Start, &str)> {
        let slips = self.0.iter().enumerate();
        let slips = slips.filter_map(|(at, line)| start_slip(line).map(|(start, len)| (at, start, &line[..len])));
        let slips: Vec<_> = slips.collect();
        let items = slips.iter().filter(|(_, start, _)| *start == Start::Item).count();
        let after = |at: usize| at == 0 || self.0[at - 1].trim_end().ends_with(':');
        let is_meant = |at: usize, start: Start| in_item || start != Start::Item || items > 1 || after(at);
        let meant = slips.iter().filter(|(at, start, _)| is_meant(*at, *start));
        meant.map(|(_, start, mark)| (*start, *mark)).collect()
    }

    /// `** bold **`: the first as written, and mended.
    pub(super) fn bold(&self) -> Option<(&str, String)> {
        self.0.iter().find_map(|line| {
            let (lo, _) = line.match_indices("**").next()?;
            let inside = line[lo + 2..]
                .split("**")
                .next()
                .filter(|inside| inside.len() <= NEAR)?;
            let whole = line.get(lo..lo + inside.len() + 4)?;
            let words = inside.trim();
            let loose = words.len() < inside.len() && words.contains(char::is_alphabetic);
            (loose && !words.contains('*')).then(|| (whole, format!("**{words}**")))
        })
    }

    /// `**Words:**more` and `more**(words)**`: Markdown takes the marks for text where a sign stands inside and a letter
    /// outside. The first as written, and mended.
    pub(super) fn bold_at_letter(&self) -> Option<(String, String)> {
        self.0.iter().find_map(|line| {
            let (lo, _) = line.match_indices("**").next()?;
            let inside = line[lo + 2..].split("**").next().filter(|text| text.len() <= NEAR)?;
            let after = line.get(lo + inside.len() + 4..)?;
            let is_touching = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let is_sign = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
            let loose = inside.trim().len() < inside.len() || inside.contains(['*', HIDDEN]);
            if loose || !inside.contains(char::is_alphanumeric) {
                return None;
            }
            let before = &line[..lo];
            let next = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())];
            let last = before.rfind(|c: char| !c.is_alphanumeric());
            let previous = &before[last.map_or(0, |at| before.ceil_char_boundary(at + 1))..];
            if is_sign(inside.chars().next_back()) && is_touching(next.chars().next()) {
                return Some((format!("**{inside}**{next}"), format!("**{inside}** {next}")));
            }
            let opens = is_sign(inside.chars().next()) && is_touching(previous.chars().next_back());
            opens.then(|| (format!("{previous}**{inside}**"), format!("{previous} **{inside}**")))
        })
    }

    /// `1/ One`, `2/ Two`: the first as written, and as an item.
    pub(super) fn slashed_items(&self) -> Option<(&str, String)> {
        let at = self
            .0
            .windows(2)
            .position(|two| match (slashed(&two[0]), slashed(&two[1])) {
                (Some((one, _)), Some((two, _))) => two == one + 1,
                _ => false,
            })?;
        let (number, words) = slashed(&self.0[at])?;
        // Only a one begins a list in the middle of a paragraph.
        let begins = at == 0 || number == 1;
        let written = self.0[at].trim().split(HIDDEN).next().unwrap_or_default();
        let shown = words.split(HIDDEN).next().unwrap_or_default();
        let more = if words.contains(HIDDEN) { "…" } else { "" };
        begins.then(|| (written, format!("{number}. {shown}{more}")))
    }

    /// `[words] (address)`: as written, and mended.
    pub(super) fn apart(&self) -> Option<(&str, String)> {
        self.0.iter().find_map(|line| {
            line.match_indices("] (").find_map(|(at, _)| {
                let words = words_start(line, at)?;
                let end = near(&line[at + 3..]).find(')')? + at + 3;
                let address = &line[at + 3..end];
                let whole = line.get(words..=end)?;
                is_address(address).then(|| (whole, format!("{}]({address})", &line[words..at])))
            })
        })
    }

    /// `[words](a title)` and `[words](address` without its end.
    pub(super) fn broken_link(&self) -> Option<BrokenLink<'_>> {
        self.0.iter().find_map(|line| {
            line.match_indices("](").find_map(|(at, _)| {
                let words = words_start(line, at)?;
                let rest = near(&line[at + 2..]);
                match rest.find([')', HIDDEN, '[']) {
                    Some(end) if rest[end..].starts_with(')') => {
                        let title = &rest[..end];
                        let is_title = title.trim().contains(' ')
                            && !title.contains(['/', '.', '"', '<', '#', ':'])
                            && title.starts_with(char::is_alphabetic);
                        let whole = line.get(words..at + 3 + end)?;
                        let better = format!("{}](relics/{})", &line[words..at], slug(title));
                        is_title.then_some(BrokenLink::Title(whole, title, better))
                    }
                    Some(_) => None,
                    None => {
                        let address = rest.split(char::is_whitespace).next().unwrap_or(rest);
                        let address = address.trim_end_matches([',', ';', '…', '.', '!', '?']);
                        let whole = line.get(words..at + 2 + address.len())?;
                        is_address(address).then(|| BrokenLink::Open(whole, format!("{whole})")))
                    }
                }
            })
        })
    }

    /// Rows with bars: the line that is missing below the first.
    pub(super) fn bars(&self) -> Option<String> {
        let bars = |line: &String| line.matches('|').count();
        let count = bars(self.0.first()?);
        let first = self.0[0].trim();
        let is_table = self.0.len() > 1 && count > 0 && self.0.iter().all(|line| bars(line) == count);
        let outside = usize::from(first.starts_with('|')) + usize::from(first.ends_with('|'));
        let columns = (count + 1).saturating_sub(outside);
        (is_table && columns > 1).then(|| format!("|{}", "---|".repeat(columns)))
    }

    /// A row of a table by itself, `| Name | Year |`: the line of dashes for a table of its like.
    pub(super) fn lonely_row(&self) -> Option<String> {
        let [row] = self.0.as_slice() else { return None };
        let row = row.trim();
        let columns = row.matches('|').count().saturating_sub(1);
        let is_row = columns > 1 && row.starts_with('|') && row.ends_with('|') && row.contains(char::is_alphanumeric);
        is_row.then(|| format!("|{}", "---|".repeat(columns)))
    }
}

/// The cells of a row that its table has no column for: where they stand, and what they hold.
pub(super) fn surplus(row: &str, columns: usize) -> Option<(usize, &str)> {
    let row = row.trim_end();
    let bytes = row.as_bytes();
    let bars = row.match_indices('|').map(|(at, _)| at);
    let mut ends = bars.filter(|at| *at > 0 && bytes[at - 1] != b'\\');
    let rest = &row[ends.nth(columns.checked_sub(1)?)? + 1..];
    let lost = rest.trim().trim_end_matches('|').trim_end();
    lost.contains(char::is_alphanumeric)
        .then(|| (lost.as_ptr() as usize - row.as_ptr() as usize, lost))
}

/// A link that Markdown shows as text.
pub(super) enum BrokenLink<'a> {
    /// As written, the title that stands for an address, and a better form.
    Title(&'a str, &'a str, String),
    /// As written, and closed.
    Open(&'a str, String),
}

/// A line that begins with a number and a slash: `1/ One`, `1/One`; not `2/9`.
fn slashed(line: &str) -> Option<(u32, &str)> {
    let line = line.trim();
    let (number, words) = line.split_at_checked(line.find(|c: char| !c.is_ascii_digit())?)?;
    let words = words.strip_prefix('/')?;
    let is_number = (1..=2).contains(&number.len());
    let words = words.trim_start();
    let is_item = is_number && words.starts_with(|c: char| c.is_alphabetic() || c == '*' || c == HIDDEN);
    is_item.then(|| Some((number.parse().ok()?, words)))?
}

/// The beginning of a text.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR)]
}

/// Where the square bracket opens that closes at a place of a line.
fn words_start(line: &str, at: usize) -> Option<usize> {
    let from = line.floor_char_boundary(at.saturating_sub(NEAR));
    Some(from + line[from..at].rfind('[')?)
}

/// An address beyond doubt: of a page elsewhere, a file in a folder, or a key of an entry in plain letters.
fn is_address(text: &str) -> bool {
    let plain = |part: &str| {
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        part.chars().all(letters)
    };
    match Target::of(text, What::Link) {
        Target::Web(_) | Target::Mail(_) | Target::Tel(_) | Target::Lang(_) => text.contains(':'),
        Target::File(path) => path.contains('/'),
        Target::Entry { key, .. } => key
            .split_once('/')
            .is_some_and(|(folder, name)| folder.len() > 3 && name.len() > 1 && plain(folder) && plain(name)),
        _ => false,
    }
}

/// What an indented block of code says when it is no code but a paragraph: its first line.
pub(super) fn indented_words(block: &str) -> Option<&str> {
    let line = block.lines().find(|line| !line.trim().is_empty())?.trim();
    let code = |c: char| matches!(c, '{' | '}' | '=' | '<' | '>' | ';' | '$' | '\\' | '_' | '`' | '|');
    let first = line.chars().next()?;
    let words = line.split_whitespace().count();
    let is_key = line.split_whitespace().next().is_some_and(|word| word.ends_with(':'));
    let is_text = first.is_uppercase() || first.is_alphabetic() && !line.is_ascii() && !line.contains(':');
    (is_text && words > 2 && !is_key && !line.contains(code)).then_some(line)
}
