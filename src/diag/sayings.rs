//! Sentences that vanbia says itself, in both message languages.
//!
//! Entry point: `sayings!` declares a table of them, [`say`] fills one in. Invariant: both languages of a sentence name
//! the same values, which a test of each table holds.

use super::Speech;

/// Declares sentences, one constant each, Vietnamese beside English, and the test of them all.
///
/// ```text
/// sayings! {
///     LOST "Không có trang này" "There is no such page";
/// }
/// ```
macro_rules! sayings {
    ($($name:ident $vi:literal $en:literal;)*) => {
        $(
            #[doc = $en]
            pub(super) const $name: (&str, &str) = ($vi, $en);
        )*

        #[cfg(test)]
        #[test]
        fn both_languages_name_the_same_values() {
            for (vi, en) in [$($name),*] {
                assert_eq!($crate::diag::sayings::values(vi), $crate::diag::sayings::values(en), "{vi}");
                assert_ne!(vi, en);
            }
        }
    };
}
pub(crate) use sayings;

/// A sentence, given in Vietnamese and English, in the chosen language, with `{names}` filled in. `{n:file|files}` is the
/// first word when `n` is 1, else the second.
pub fn say(speech: Speech, (vi, en): (&str, &str), values: &[(&str, &str)]) -> String {
    let pattern = speech.pick(vi, en);
    values.iter().fold(pattern.to_string(), |text, (name, value)| {
        numbered(&text, name, *value == "1").replace(&format!("{{{name}}}"), value)
    })
}

/// Chooses between `{name:one|other}`.
fn numbered(text: &str, name: &str, is_one: bool) -> String {
    let start = format!("{{{name}:");
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(&start) {
        let Some((forms, behind)) = after.split_once('}') else {
            break;
        };
        let (one, other) = forms.split_once('|').unwrap_or((forms, forms));
        out.push_str(before);
        out.push_str(if is_one { one } else { other });
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The names of the values in a sentence.
#[cfg(test)]
pub(crate) fn values(text: &str) -> std::collections::BTreeSet<&str> {
    let places = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    places
        .map(|(place, _)| place.split(':').next().unwrap_or(place))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_is_not_one_files() {
        let saying = ("{n} tệp, {m} mục", "{n} {n:file|files}, {m} {m:entry|entries}");
        let values = [("n", "1"), ("m", "12")];
        assert_eq!(say(Speech::En, saying, &values), "1 file, 12 entries");
        assert_eq!(say(Speech::Vi, saying, &values), "1 tệp, 12 mục");
        let many = [("n", "0"), ("m", "1")];
        assert_eq!(say(Speech::En, saying, &many), "0 files, 1 entry");
    }
}
