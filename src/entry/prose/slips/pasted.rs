//! What was pasted into a text and is not what it was elsewhere: rows of a spreadsheet, bare addresses.
//!
//! Entry point: `pasted_rows`, `bare_addresses` of [`Lines`]. Invariant: each line is read a fixed number of times.

use super::super::What;
use super::super::target::Target;
use super::{BULLETS, HIDDEN, Lines};

impl Lines {
    /// Rows of a spreadsheet: two lines in a row with tabs inside. The first as written, as a row of a table, and the
    /// line that belongs below it.
    pub(in crate::entry::prose) fn pasted_rows(&self) -> Option<(&str, String, String)> {
        let is_row = |line: &str| {
            let first = line.trim().split('\t').next().unwrap_or_default();
            // A bullet or number with a tab behind it comes from a word processor.
            line.trim().contains('\t')
                && (first.contains(char::is_alphabetic) || !first.ends_with(['.', ')', '-']))
                && !BULLETS.iter().any(|bullet| first.starts_with(*bullet))
        };
        let at = self.0.windows(2).position(|two| two.iter().all(|line| is_row(line)))?;
        let first = self.0[at].trim();
        let cells: Vec<String> = first.split('\t').map(|cell| cell.trim().replace('|', "\\|")).collect();
        let line = format!("|{}", "---|".repeat(cells.len()));
        (!first.contains(HIDDEN)).then(|| (first, format!("| {} |", cells.join(" | ")), line))
    }

    /// Addresses that are no links: as written, and as a link.
    pub(in crate::entry::prose) fn bare_addresses(&self) -> Vec<(&str, String)> {
        let mut found = Vec::new();
        for line in &self.0 {
            let mut at = 0;
            while let Some(lo) = address_start(line, at) {
                let address = whole_address(&line[lo..]);
                at = lo + address.len().max(1);
                at = line.ceil_char_boundary(at);
                let Some(target) = web_address(address) else { continue };
                let better = match address.starts_with("www.") {
                    true => format!("[{address}]({target})"),
                    false => format!("<{target}>"),
                };
                found.push((address, better));
            }
        }
        found
    }
}

/// Where the next address begins in a line: `https://`, `http://` or `www.` that no letter stands before.
fn address_start(line: &str, from: usize) -> Option<usize> {
    let is_begun = |at: usize| {
        ["https://", "http://", "www."]
            .iter()
            .any(|begin| line[at..].starts_with(begin))
    };
    // Behind words in square brackets it was meant as a link, which is told of the link.
    let is_of_link = |at: usize| line[..at].ends_with("](") || line[..at].ends_with("] (");
    let is_free = |at: usize| {
        !is_of_link(at) && !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '@'))
    };
    // From one letter that may begin an address to the next, so that no part of the line is read twice.
    let mut letters = line[from..].match_indices(['h', 'w']).map(|(at, _)| from + at);
    letters.find(|at| is_begun(*at) && is_free(*at))
}

/// An address up to where a sentence goes on: without the signs that end it, with the brackets that belong to it.
fn whole_address(text: &str) -> &str {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '…' | HIDDEN | '*' | '|');
    let mut address = text.split(ends).next().unwrap_or_default();
    let (opening, closing) = (address.matches('(').count(), address.matches(')').count());
    // Brackets that close more than the address opens are those of the sentence.
    let mut foreign = closing.saturating_sub(opening);
    loop {
        address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
        match address.strip_suffix(')') {
            Some(shorter) if foreign > 0 => {
                address = shorter;
                foreign -= 1;
            }
            _ => return address,
        }
    }
}

/// The address to link to, when what was written has a host with a dot.
fn web_address(written: &str) -> Option<String> {
    let whole = match written.starts_with("www.") {
        true => format!("https://{written}"),
        false => written.to_string(),
    };
    let host = whole.split_once("://")?.1;
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let labels: Vec<&str> = host.trim_start_matches("www.").split('.').collect();
    let is_host = labels.len() > 1 && labels.iter().all(|label| !label.is_empty());
    (is_host && matches!(Target::of(&whole, What::Link), Target::Web(_))).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test measures time")]
    fn a_line_of_nothing_but_addresses_is_read_once() {
        let lines = Lines(vec!["https://a.vn ".repeat(300_000)]);
        let began = std::time::Instant::now();
        assert_eq!(lines.bare_addresses().len(), 300_000);
        // Read anew for each address, it would take minutes.
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
    }
}
