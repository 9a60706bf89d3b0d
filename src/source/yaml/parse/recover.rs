//! After a syntax error: what is told, and where reading goes on.
//!
//! Entry point: [`Building::fault`]. Invariant: a mistake is told once, with what follows from it left out; how much is
//! read again is limited.

use super::{Building, MAX_BYTES, Next};
use crate::diag::{Diagnostic, Span, codes::yaml as codes};
use crate::source::yaml::fault;
use crate::source::yaml::page::{Line, Page};
use crate::source::yaml::resume::{self, Hidden};
use serde_yaml::granit_parser::ErrorKind;

/// The most bytes that are read again because of values that were wrong.
const MAX_AGAIN: usize = 3 * MAX_BYTES;

impl Building<'_> {
    /// A syntax error: explained, and how to go on.
    pub(super) fn fault(&mut self, page: Page<'_>, kind: &ErrorKind, at: usize) -> Next {
        self.is_blank = false;
        self.before.bracket = self.bracket(page.text);
        if let Some(hidden) = self.below_hidden(page.text, at)
            && self.may_read_again(page.text, kind, at)
        {
            return Next::Without(vec![hidden]);
        }
        let finding = fault::explain(page, kind, at, self.before);
        let hidden = resume::hide(page, &finding, self.before.bracket);
        let is_new = |hidden: &Hidden| match hidden {
            Hidden::Value(range) => !self.hidden.contains(&range.start),
            Hidden::Blank(range) => {
                !page.text[range.clone()].trim().is_empty() || page.text[range.clone()].contains('\t')
            }
        };
        if !hidden.is_empty() && hidden.iter().all(is_new) && self.may_read_again(page.text, kind, at) {
            self.tell(page, finding);
            for hidden in &hidden {
                if let Hidden::Value(range) = hidden {
                    self.hidden.insert(range.start);
                }
            }
            return Next::Without(hidden);
        }
        self.skip(page, finding, at)
    }

    /// What stands further in below a value that was taken out belongs to it.
    fn below_hidden(&self, text: &str, at: usize) -> Option<Hidden> {
        let plain = self.before.plain?.lo as usize;
        let below = resume::below(text, plain);
        let is_below = self.hidden.contains(&plain) && below.contains(&at);
        is_below.then_some(Hidden::Blank(below))
    }

    /// True as long as not too much was read again; an open quote or bracket was looked for up to the end.
    fn may_read_again(&mut self, text: &str, kind: &ErrorKind, at: usize) -> bool {
        let is_open = matches!(
            kind,
            ErrorKind::UnclosedQuotedScalar | ErrorKind::UnclosedFlowCollection { .. }
        );
        let until = if is_open { text.len() } else { at };
        self.again += until.saturating_sub(self.top.0);
        self.again <= MAX_AGAIN
    }

    /// Keeps the finding of a syntax error whose lines are read again.
    fn tell(&mut self, page: Page<'_>, finding: Diagnostic) {
        let place = |d: &Diagnostic| d.place.as_ref().map_or(0, |place| place.line);
        if self.follows_tab(page, &finding) {
            return;
        }
        // What stands behind a sign that must not come first, or behind a swallowed `#`, is part of the same mistake.
        let is_cause = |d: &&Diagnostic| {
            let causes = [codes::FIRST_SIGN, codes::HASH_IN_TEXT];
            causes.contains(&d.code) && place(d) == place(&finding)
        };
        let cause = self.found.iter().rfind(is_cause);
        let told = cause.cloned().unwrap_or(finding);
        if !self.faults.contains(&told) {
            self.faults.push(told);
        }
    }

    /// True for what is wrong because Tabs became single blanks: a line with one, or its neighbor, stands somewhere else
    /// than was meant.
    pub(super) fn follows_tab(&self, page: Page<'_>, finding: &Diagnostic) -> bool {
        let line = Line::at(page.text, resume::byte(page.text, finding));
        let Line { start, text: own } = page.own(line);
        let above = self.doc.text[..start].lines().rfind(|line| !line.trim().is_empty());
        let has_tab = |line: &str| line[..line.len() - line.trim_start().len()].contains('\t');
        match finding.code {
            code if code == codes::INDENTATION => has_tab(own) || above.is_some_and(has_tab),
            code => [codes::SEVERAL_LINES, codes::LINE_WITHOUT_KEY].contains(&code) && has_tab(own),
        }
    }

    /// Forgets what was read from the last key of the outermost map on; says where its line begins.
    pub(super) fn go_back(&mut self, text: &str) -> usize {
        let (from, nodes) = self.top;
        let line = text[..from].bytes().filter(|b| *b == b'\n').count() as u32 + 1;
        self.nodes = nodes;
        self.pairs.retain(|(key, _)| (key.span.lo as usize) < from);
        self.seen.retain(|_, span| (span.lo as usize) < from);
        self.found
            .retain(|d| d.place.as_ref().is_none_or(|place| place.line < line));
        from
    }

    /// Goes on at the next key in the first column.
    fn skip(&mut self, page: Page<'_>, finding: Diagnostic, at: usize) -> Next {
        let text = page.text;
        let line = self.doc.line(Span::new(at, at));
        let earlier = finding.place.as_ref().is_some_and(|place| place.line < line);
        let echo = finding.code == codes::UNCLOSED_QUOTE || finding.code == codes::TEXT_AFTER_QUOTE;
        // The same text was called long already; the syntax error knows better what is wrong with it.
        if let Some(last) = self.found.last()
            && last.code == codes::SEVERAL_LINES
            && self.before.plain.is_some_and(|plain| {
                let place = self.doc.place(plain);
                last.place
                    .as_ref()
                    .is_some_and(|p| p.line == place.line && p.column == place.column)
            })
        {
            self.found.pop();
        }
        // What stands behind a sign that must not come first is part of the same mistake.
        let sign =
            |d: &Diagnostic| d.code == codes::FIRST_SIGN && d.place.as_ref().is_some_and(|place| place.line == line);
        let repeated =
            echo && self.has_open_quote || self.found.contains(&finding) || self.found.last().is_some_and(sign);
        if !repeated && !self.follows_tab(page, &finding) {
            self.has_open_quote |= finding.code == codes::UNCLOSED_QUOTE;
            self.found.push(finding);
        }
        let here = Line::at(text, at);
        let from = if earlier && here.start > self.base {
            here.start
        } else {
            here.start + here.text.len() + 1
        };
        next_key(text, from).map_or(Next::End, Next::From)
    }
}

/// The next line from a byte on that begins with a key in the first column.
fn next_key(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let starts = line.starts_with(|c: char| c.is_alphabetic() || c == '_');
        if starts && line.contains(':') {
            return Some(at);
        }
        at += line.len();
    }
    None
}
