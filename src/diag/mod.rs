//! What is wrong, where, why, and what to do about it.
//!
//! Entry point: [`Diagnostic::new`] with a [`Code`] of [`codes`]; [`terminal`] and [`json`] show a list of them.
//! Invariant: a diagnostic is data. It carries the line that it speaks of, so that showing it needs no file, and its
//! wording exists in every message language. Nothing here reads, prints or stops.

mod code;
pub mod codes;
pub mod json;
mod language;
pub mod machine;
mod place;
pub(crate) mod sayings;
pub mod terminal;

pub use code::{Area, Code, Example, Severity, Wording};
pub use place::{Place, Span};
pub use sayings::say;

/// A language in which vanbia itself speaks (not a language of the site).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Speech {
    /// Vietnamese, the language of the volunteers and the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Speech {
    /// Chooses between two wordings.
    pub fn pick<'a>(self, vi: &'a str, en: &'a str) -> &'a str {
        match self {
            Speech::Vi => vi,
            Speech::En => en,
        }
    }
}

/// How strictly findings count: a draft forgives what a release does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Strictness {
    /// `--release`: the second severity of each code holds.
    pub release: bool,
    /// `--strict`: warnings count as errors.
    pub strict: bool,
}

/// One finding: a code, the values that its wording names, and the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The permanent code with its wording.
    pub code: &'static Code,
    /// Values for the `{placeholders}` of the wording.
    pub args: Vec<(&'static str, String)>,
    /// Where it is; none for findings about the site as a whole.
    pub place: Option<Place>,
}

/// What every stage returns beside its value.
pub type Diagnostics = Vec<Diagnostic>;

/// The name of the value that shows the right form: lines of YAML.
pub const FORM: &str = "form";

impl Diagnostic {
    /// A finding of this code, without values and place yet.
    pub fn new(code: &'static Code) -> Self {
        Self {
            code,
            args: Vec::new(),
            place: None,
        }
    }

    /// Says where it is.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Gives the value of a `{name}` in the wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Gives several values.
    #[must_use]
    pub fn with_all(self, values: &[(&'static str, &str)]) -> Self {
        values
            .iter()
            .fold(self, |finding, (name, value)| finding.with(name, value))
    }

    /// The value that was given for a name.
    pub fn arg(&self, name: &str) -> Option<&str> {
        let own = self.args.iter().find(|(known, _)| *known == name);
        own.map(|(_, value)| value.as_str())
    }

    /// The value that was given for a name, to be changed.
    pub fn arg_mut(&mut self, name: &str) -> Option<&mut String> {
        let own = self.args.iter_mut().find(|(known, _)| *known == name);
        own.map(|(_, value)| value)
    }

    /// What this finding counts as.
    pub fn severity(&self, strictness: Strictness) -> Severity {
        let own = if strictness.release {
            self.code.release
        } else {
            self.code.draft
        };
        if strictness.strict && own == Severity::Warning {
            Severity::Error
        } else {
            own
        }
    }

    /// The sentence that says what is wrong.
    pub fn message(&self, speech: Speech) -> String {
        self.fill(self.code.wording(speech).message, speech)
    }

    /// The sentence that says what to do, and below it the right form, where somebody gave one under [`FORM`].
    pub fn help(&self, speech: Speech) -> String {
        let help = self.fill(self.code.wording(speech).help, speech);
        match self.value(FORM, speech) {
            Some(form) => format!(
                "{help}\n{}\n{form}",
                speech.pick("Ví dụ viết đúng:", "An example of the right form:")
            ),
            None => help,
        }
    }

    /// Values that are words of a language have a second one for English, under the name with `_en` behind it.
    /// `{lang_name}` is the name of the language whose code `lang` is.
    fn value(&self, name: &str, speech: Speech) -> Option<&str> {
        let is_english = |n: &str| n.strip_suffix("_en") == Some(name);
        let english = self.args.iter().find(|(n, _)| speech == Speech::En && is_english(n));
        let english = english.map(|(_, value)| value.as_str());
        english.or_else(|| self.arg(name)).or_else(|| {
            let code = self.arg(name.strip_suffix("_name")?)?;
            Some(language::name(code, speech))
        })
    }

    fn fill(&self, pattern: &str, speech: Speech) -> String {
        let mut out = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}').map(|i| i + open) else {
                break;
            };
            out.push_str(&rest[..open]);
            let name = &rest[open + 1..close];
            match self.value(name, speech) {
                Some(value) => out.push_str(value),
                None => out.push_str(&rest[open..=close]),
            }
            rest = &rest[close + 1..];
        }
        out.push_str(rest);
        out
    }
}

/// Sorts by file, line and code, and drops repeats, so that the same input tells the same story in the same order. What a
/// whole file lacks comes last: nearly always something else in it is the cause.
pub fn sort(found: &mut Diagnostics) {
    found.sort_by(|a, b| key(a).cmp(&key(b)));
    found.dedup();
}

/// File, whether the whole of it lacks something, line, column; number; values.
type Order<'a> = (Option<(&'a str, bool, u32, u32)>, u16, &'a [(&'static str, String)]);

fn key(d: &Diagnostic) -> Order<'_> {
    (
        d.place
            .as_ref()
            .map(|p| (&*p.file, lacks_field(d, p), p.line, p.column)),
        d.code.number,
        &d.args,
    )
}

/// True when the whole file lacks a field; what a part of it lacks stands further in.
fn lacks_field(d: &Diagnostic, place: &Place) -> bool {
    d.code == codes::fields::MISSING_FIELD && place.column == 1
}

/// True when any finding counts as an error.
pub fn has_errors(found: &[Diagnostic], strictness: Strictness) -> bool {
    found.iter().any(|d| d.severity(strictness) == Severity::Error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_lacks_is_told_behind_its_other_mistakes() {
        let at = |code, lo| {
            Diagnostic::new(code).at(Place::of(&"a".into(), "title: { vi: A\nb: 1\n", Span::new(lo, lo + 1)))
        };
        let mut found = vec![
            at(codes::fields::MISSING_FIELD, 0),
            at(codes::fields::MISSING_FIELD, 9),
            at(codes::yaml::UNCLOSED_BRACKET, 7),
            at(codes::fields::UNKNOWN_KEY, 15),
        ];
        sort(&mut found);
        let order: Vec<_> = found.iter().map(|d| d.code.number).collect();
        assert_eq!(order, [205, 310, 307, 310]);
        let last = found[3].place.as_ref().unwrap();
        assert_eq!((last.line, last.column), (1, 1));
    }
}
