//! Where the tone of a Vietnamese syllable stands: one rule for everything that people read.
//!
//! Entry point: [`the_tone_stands_where_schools_put_it`]. Invariant: names that are spelled otherwise are told as such.

use super::assert_none;
use super::code::{root, tracked};
use unicode_normalization::UnicodeNormalization;

/// Where both spellings of a tone have to be known.
const BOTH_SPELLINGS: &[&str] = &[
    "src/schema/field/former_address.rs",
    "src/schema/field/province.rs",
    "src/schema/untranslated/near.rs",
    "src/sign/breaks.rs",
    "src/site/spelling.rs",
    "src/source/legacy.rs",
    "src/source/syllable.rs",
    "src/text/fold.rs",
    "src/text/slug.rs",
];

/// Grave, acute, tilde, hook and dot, as they stand when a letter is taken apart.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The words of a line whose tone stands on the second vowel of an open *oa, oe, uy*, taken apart, each with the word as
/// schools and the press write it.
fn tones_on_the_second_vowel(line: &str) -> Vec<(String, String)> {
    let apart: String = line.nfd().flat_map(char::to_lowercase).collect();
    let words = apart.split(|c: char| !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c));
    let moved = |word: &str| {
        let mark = word.chars().last().filter(|c| TONES.contains(c))?;
        let plain = word.strip_suffix(mark)?;
        let is_open = ["oa", "oe", "uy"].iter().any(|end| plain.ends_with(end)) && !plain.ends_with("quy");
        let (onset, last) = is_open.then(|| plain.split_at(plain.len() - 1))?;
        Some((word.to_string(), format!("{onset}{mark}{last}")))
    };
    words.filter_map(moved).collect()
}

#[test]
fn the_tone_stands_where_schools_put_it() {
    let is_own = |path: &str| {
        let ends = ["rs", "md", "yaml", "txt", "vtt", "html", "js"];
        !path.starts_with("tests/") && ends.iter().any(|end| path.ends_with(&format!(".{end}")))
    };
    let mut complaints = Vec::new();
    for path in tracked().iter().filter(|path| is_own(path)) {
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        for (i, line) in text.lines().enumerate() {
            // An entry may name another spelling of its own name, and a sentence may set the two side by side.
            let apart: String = line.nfd().flat_map(char::to_lowercase).collect();
            let is_told = |usual: &str| line.contains("kind: spelling") || apart.contains(usual);
            for (word, usual) in tones_on_the_second_vowel(line) {
                if !BOTH_SPELLINGS.contains(&path.as_str()) && !is_told(&usual) {
                    let (word, usual): (String, String) = (word.nfc().collect(), usual.nfc().collect());
                    complaints.push(format!("{path}:{}: {word}, elsewhere {usual}", i + 1));
                }
            }
        }
    }
    assert_none(&complaints);
    let told = |line: &str| tones_on_the_second_vowel(line).len();
    let (seconds, firsts) = (
        "hoa\u{301} xoe\u{300} THUY\u{309}, ",
        "ho\u{301}a thu\u{309}y quy\u{301} hoa\u{300}n quy\u{309}",
    );
    assert_eq!((told(seconds), told(firsts)), (3, 0));
}
