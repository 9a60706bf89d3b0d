//! Lines of an article that stand between fences (CommonMark §4.5): they show code, whatever is in them.
//!
//! Entry point: [`Fences::is_code`], with one line after the other. Invariant: a fence ends with its own sign, as often as
//! it began.

/// The fence that is open.
#[derive(Default)]
pub(super) struct Fences {
    /// Its sign, and how often it stands there.
    open: Option<(char, usize)>,
}

impl Fences {
    /// True for a line between fences, and for the fences.
    pub(super) fn is_code(&mut self, line: &str) -> bool {
        /// Fewer signs are none.
        const FEWEST: usize = 3;
        let line = line.trim();
        let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'));
        let rest = sign.map_or(line, |sign| line.trim_start_matches(sign));
        let count = line.len() - rest.len();
        match (self.open, sign) {
            (Some(open), Some(sign)) if open.0 == sign && count >= open.1 && rest.is_empty() => self.open = None,
            (Some(_), _) => {}
            // `` ```a``` `` is code within a line.
            (None, Some(sign)) if count >= FEWEST && !(sign == '`' && rest.contains('`')) => {
                self.open = Some((sign, count));
            }
            (None, _) => return false,
        }
        true
    }
}
