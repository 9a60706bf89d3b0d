//! Sentences of the source text that still stand in a translation.
//!
//! Entry point: [`left_over`], [`is_reminder`], [`looks`]. Invariant: only whole sentences of five words or more with Vietnamese letters count, so
//! that names, titles and quoted words never do; the work grows with the length of the texts, not with their product.

mod near;
mod other;
mod typed;

pub use other::{Looks, first_of_other, is_placeholder, is_reminder, looks};

pub use near::is_vietnamese;
use near::{Near, is_near, may_stand_in, words};
use std::collections::BTreeSet;
pub use typed::{Slip, slip, slip_in_prose};

/// Sentences shorter than this are names and titles.
const WORDS: usize = 5;

/// Sentences that are looked for one by one before the source is taken apart.
const FEW: usize = 16;

/// True for a text with letters beyond those of English.
pub fn is_marked(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| !c.is_ascii() && is_letter(c))
}

/// True for a letter. Those of Vietnamese are known at once; to look up each in the tables of Unicode costs a large site
/// some hundredths of its time.
fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}')
        || !c.is_ascii() && c.is_alphabetic()
}

/// Sentences of `source` that stand in `translation`, word for word or but for one word, case, signs and where a tone mark
/// stands, in the order in which they stand there. What is shown as Vietnamese on purpose is left out: passages marked
/// `[…](lang:vi)`, quotations (`>`), tables and code.
pub fn left_over<'t>(source: &str, translation: &'t str) -> impl Iterator<Item = &'t str> {
    // Most translations have few sentences with such letters, and those stand nowhere in the source: to look for a few is
    // quicker than to take the whole source apart.
    let (mut looked, mut known) = (0, None);
    let mut near: Option<Near> = None;
    let found = sentences(translation).filter(move |sentence| {
        looked += 1;
        let is_there = known.is_some() || looked > FEW || source.contains(sentence);
        let is_known = is_there && {
            let known: &BTreeSet<&str> = known.get_or_insert_with(|| sentences(source).collect());
            known.contains(sentence)
        };
        // Few sentences of a translation have marks on most of their words, and hardly one has them from the source.
        let may_be_near = || is_vietnamese(sentence) && (looked > FEW || may_stand_in(source, sentence));
        is_known || may_be_near() && near.get_or_insert_with(|| Near::of(sentences(source))).has(sentence)
    });
    found.map(without_address)
}

/// True for a text that is another one but for one word, case, signs and where a tone mark stands.
pub fn is_nearly(source: &str, other: &str) -> bool {
    let blanks = |text: &str| text.bytes().filter(|byte| *byte == b' ').count();
    // What was translated has another number of words.
    blanks(source).abs_diff(blanks(other)) <= 1
        && is_vietnamese(other)
        && may_stand_in(source, other)
        && is_near(&words(source), &words(other))
}

/// A sentence that ends in a link or a picture is shown without the address, which no translator would look for.
fn without_address(sentence: &str) -> &str {
    match sentence.split_once("](") {
        Some((words, _)) if words.split_whitespace().count() >= WORDS => words,
        _ => sentence,
    }
}

/// The words of a line without those in italics: names of books and the like, which stay what they are. A line that is
/// all in italics is a sentence.
fn own_words(line: &str) -> impl Iterator<Item = &str> {
    let stars: Vec<usize> = match line.contains('*') {
        true => line.match_indices('*').map(|(at, _)| at).collect(),
        false => Vec::new(),
    };
    let bytes = line.as_bytes();
    let is_single = |at: &usize| bytes.get(at + 1) != Some(&b'*') && (*at == 0 || bytes[at - 1] != b'*');
    let stars: Vec<usize> = stars.into_iter().filter(is_single).collect();
    let mut own = Vec::new();
    let mut from = 0;
    for pair in stars.chunks_exact(2) {
        own.push(&line[from..pair[0]]);
        from = pair[1] + 1;
    }
    own.push(&line[from..]);
    let has_words = own.iter().any(|part| part.contains(char::is_alphabetic));
    let own = if has_words { own } else { vec![line] };
    own.into_iter()
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
    let pieces = lines
        .flat_map(own_words)
        .flat_map(|words| words.split(['.', '!', '?', ';', '…']));
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
    fn names_of_books_in_italics_may_stay() {
        let source = "Xem *Bia chữ Hán trong hội quán người Hoa tại TP.HCM*, 1999.\n\n*Mái đền lợp ngói mũi hài.*";
        let translation = "See *Bia chữ Hán trong hội quán người Hoa tại TP.HCM*, 1999.";
        assert_eq!(found(source, translation), [""; 0]);
        assert_eq!(
            found(source, "*Mái đền lợp ngói mũi hài.*"),
            ["Mái đền lợp ngói mũi hài"]
        );
    }

    #[test]
    fn a_part_of_a_sentence_and_what_the_source_only_quotes_do_not_count() {
        let source = "Mái đền lợp ngói mũi hài từ xưa.\n\n> Một câu khác hẳn ở đây.";
        assert_eq!(found(source, "Mái đền lợp ngói mũi hài."), [""; 0]);
        assert_eq!(found(source, "Một câu khác hẳn ở đây."), [""; 0]);
    }

    #[test]
    fn names_and_addresses_are_nearly_the_same_in_every_language() {
        for (source, other) in [
            ("Ảnh: Nguyễn Thị Thu Hà", "Photo: Nguyễn Thị Thu Hà"),
            ("Ông Nguyễn Văn Trường Sơn", "Mr Nguyễn Văn Trường Sơn"),
            (
                "12 Hàng Bạc, Hoàn Kiếm, Hà Nội",
                "12 Hàng Bạc Street, Hoàn Kiếm, Hà Nội",
            ),
        ] {
            assert!(!is_nearly(source, other), "{other}");
            assert_eq!(found(source, other), [""; 0], "{other}");
        }
        assert!(is_nearly("Đền thờ vị tướng ở làng Hạ", "Đền thờ vị tướng tại làng Hạ"));
    }

    #[test]
    fn where_a_link_leads_is_not_shown_and_hides_no_sentence() {
        let source = "![Mái đình nhìn từ giữa sân](photos/mat-truoc.jpg)";
        assert_eq!(found(source, source), ["Mái đình nhìn từ giữa sân"]);
        let source = "Mái đền lợp [ngói](relics/ngoi) mũi hài từ xưa";
        assert_eq!(found(source, source), [source]);
    }

    #[test]
    fn the_first_of_many_is_found_like_the_last() {
        let own = |n: usize| format!("Câu thứ {n} của bản dịch này không có trong nguồn.\n");
        let text: String = (0..3 * FEW).map(own).collect();
        let left = "Mái đền lợp ngói mũi hài";
        let (first, last) = (format!("{left}.\n{text}"), format!("{text}{left}.\n"));
        assert_eq!(found(left, &first), [left]);
        assert_eq!(found(left, &last), [left]);
        assert_eq!(found(&text, &text).len(), 3 * FEW);
    }

    #[test]
    fn words_of_other_languages_are_not_taken_for_vietnamese() {
        assert_eq!(
            found("An old pagoda on the hill.", "An old pagoda on the hill."),
            [""; 0]
        );
    }
}
