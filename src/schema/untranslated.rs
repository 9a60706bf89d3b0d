//! Sentences of the source text that still stand in a translation.
//!
//! Entry point: [`left_over`]. Invariant: only whole sentences of five words or more with Vietnamese letters count, so
//! that names, titles and quoted words never do.

use std::collections::BTreeSet;

/// Sentences shorter than this are names and titles.
const WORDS: usize = 5;

/// True for a text with letters beyond those of English.
pub fn is_marked(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// Sentences of `source` that stand in `translation` word for word, in the order in which they stand there. What is
/// shown as Vietnamese on purpose is left out: passages marked `[…](lang:vi)`, quotations (`>`), tables and code.
pub fn left_over<'t>(source: &str, translation: &'t str) -> impl Iterator<Item = &'t str> {
    // Few sentences of a translation have such letters, and most of those stand nowhere in the source.
    let candidates: Vec<&str> = sentences(translation).filter(|s| source.contains(s)).collect();
    let known: BTreeSet<&str> = match candidates.is_empty() {
        true => BTreeSet::new(),
        false => sentences(source).collect(),
    };
    candidates.into_iter().filter(move |sentence| known.contains(sentence))
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    let lines = text.lines().filter(move |line| {
        let start = line.trim_start();
        let is_fence = start.starts_with("```") || start.starts_with("~~~");
        in_code ^= is_fence;
        let is_own = !in_code && !is_fence && !start.starts_with(['>', '`', '|']);
        is_own && !line.is_ascii() && !line.contains("](lang:")
    });
    let pieces = lines.flat_map(|line| line.split(['.', '!', '?', ';', '…']));
    let trimmed = pieces.map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()));
    trimmed.filter(|piece| is_marked(piece) && piece.split_whitespace().count() >= WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(source: &str, translation: &'t str) -> Vec<&'t str> {
        left_over(source, translation).collect()
    }

    #[test]
    fn a_sentence_that_nobody_translated_is_found() {
        let source = "Đền ở cuối làng. Mái đền lợp ngói mũi hài.\n\nHội mở vào tháng Hai âm lịch.";
        let translation =
            "The temple stands at the end of the village. Mái đền lợp ngói mũi hài.\n\nThe festival is in spring.";
        assert_eq!(found(source, translation), ["Mái đền lợp ngói mũi hài"]);
        assert_eq!(found(source, source).len(), 2, "the first sentence has four words");
    }

    #[test]
    fn names_quotations_and_code_may_stay() {
        let source = "Chùa Vĩnh Nghiêm.\nTrăm năm trong cõi người ta, chữ tài chữ mệnh.\nMột câu khác hẳn ở đây.";
        for fine in [
            "Chùa Vĩnh Nghiêm.",
            "> Trăm năm trong cõi người ta, chữ tài chữ mệnh.",
            "[Trăm năm trong cõi người ta, chữ tài chữ mệnh.](lang:vi)\\",
            "```yaml\nMột câu khác hẳn ở đây.\n```\n`Một câu khác hẳn ở đây.`",
            "A line about «Một câu khác hẳn» alone.",
        ] {
            assert_eq!(found(source, fine), [""; 0], "{fine}");
        }
    }

    #[test]
    fn words_of_other_languages_are_not_taken_for_vietnamese() {
        assert_eq!(
            found("An old pagoda on the hill.", "An old pagoda on the hill."),
            [""; 0]
        );
    }
}
