//! Every message code, by area, with both wordings side by side.
//!
//! Entry point: [`all`], [`find`]. Invariant: numbers are permanent and unique, each hundred belongs to one area, both
//! languages name the same values, and no wording speaks of the program's insides.
//!
//! | numbers | area | file |
//! | --- | --- | --- |
//! | 01xx | files and their encoding | `files.rs` |
//! | 02xx | YAML as text | `yaml.rs` |
//! | 03xx | fields and values | `fields.rs`, `facts.rs` |
//! | 04xx | prose (Markdown) | `prose.rs` |
//! | 05xx | links, references and checks across entries | `site.rs` |
//! | 06xx | the ledger of codes; from 0630 plates, published sites, photos, logs | `ledger.rs`, `plates.rs` |
//! | 07xx | pictures, sound, attachments | `media.rs` |
//! | 08xx | `site.yaml`, kinds, themes, strings | `setup.rs` |
//! | 09xx | writing, the machine, usage | `output.rs` |
//! | 10xx | plates and labels | `sign.rs` |
//! | 0460–0465, 0532–0539 | a look of one's own | `look.rs` |

pub mod facts;
pub mod fields;
pub mod files;
pub mod ledger;
pub mod look;
pub mod media;
pub mod output;
pub mod plates;
pub mod prose;
pub mod setup;
pub mod sign;
pub mod site;
pub mod yaml;

use super::Code;

/// Every code, area by area.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [
        files::ALL,
        yaml::ALL,
        fields::ALL,
        facts::ALL,
        prose::ALL,
        site::ALL,
        ledger::ALL,
        plates::ALL,
        media::ALL,
        setup::ALL,
        output::ALL,
        sign::ALL,
        look::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The code that somebody asks about: `VB0203`, `vb203` or `203`.
pub fn find(asked: &str) -> Option<&'static Code> {
    let digits = asked.trim().trim_start_matches(['V', 'v', 'B', 'b']);
    let number: u16 = digits.parse().ok()?;
    all().find(|code| code.number == number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(name, _)| name))
            .collect()
    }

    #[test]
    fn numbers_are_unique_and_stand_in_their_area() {
        let mut seen = BTreeSet::new();
        for code in all() {
            assert!(seen.insert(code.number), "{} twice", code.id());
        }
        let areas = [
            files::ALL,
            yaml::ALL,
            fields::ALL,
            prose::ALL,
            site::ALL,
            ledger::ALL,
            media::ALL,
            setup::ALL,
            output::ALL,
            sign::ALL,
        ];
        for (i, area) in areas.into_iter().enumerate() {
            for code in area {
                assert_eq!(usize::from(code.number / 100), i + 1, "{}", code.id());
            }
        }
        assert!(facts::ALL.iter().all(|code| (300..400).contains(&code.number)));
        let of_look = |number: u16| (460..466).contains(&number) || (532..540).contains(&number);
        assert!(look::ALL.iter().all(|code| of_look(code.number)));
        assert!(plates::ALL.iter().all(|code| (630..700).contains(&code.number)));
    }

    #[test]
    fn both_languages_say_everything_and_name_the_same_values() {
        for code in all() {
            for wording in [&code.vi, &code.en] {
                for text in [wording.message, wording.help, wording.cause] {
                    assert!(text.chars().count() > 8, "{}: {text:?} says too little", code.id());
                }
            }
            assert!(
                !code.example.wrong.is_empty() && !code.example.right.is_empty(),
                "{} has no example",
                code.id()
            );
            assert_eq!(
                placeholders(code.vi.message),
                placeholders(code.en.message),
                "{}",
                code.id()
            );
            assert_eq!(placeholders(code.vi.help), placeholders(code.en.help), "{}", code.id());
            assert_ne!(code.vi.message, code.en.message, "{}", code.id());
        }
    }

    #[test]
    fn no_wording_speaks_of_the_insides_of_the_program() {
        let jargon = [
            "struct",
            "enum",
            "Option",
            "unwrap",
            "panic",
            "serde",
            "Rust",
            "deserialize",
            "stack trace",
            "::",
        ];
        for code in all() {
            for text in [
                code.vi.message,
                code.vi.help,
                code.vi.cause,
                code.en.message,
                code.en.help,
                code.en.cause,
            ] {
                for word in jargon {
                    assert!(!text.contains(word), "{} says {word:?}", code.id());
                }
            }
        }
    }
}
