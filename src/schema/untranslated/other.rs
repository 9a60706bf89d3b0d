//! Texts that are no translation: reminders that one is wanted, and texts in another language than the one they stand for.
//!
//! Entry point: [`is_reminder`], [`looks`], [`first_of_other`]. Invariant: a closed list of reminders, and two languages that are told apart by
//! marks and common little words; whatever is not clear is taken for what it says to be.

use super::{is_letter, is_marked};

/// What people write for the time being. Marks count: `Chua Co` may be the English name of «Chùa Cổ», and `To do` is that
/// of «Việc cần làm».
const REMINDERS: &[&str] = &[
    "chưa có",
    "chưa có bản dịch",
    "chưa có bản tiếng anh",
    "chưa dịch",
    "chưa dịch xong",
    "chưa cập nhật",
    "cập nhật sau",
    "cần dịch",
    "dịch sau",
    "sẽ dịch sau",
    "đang cập nhật",
    "đang dịch",
    "no translation",
    "no translation yet",
    "not translated",
    "not translated yet",
    "not yet translated",
    "tbd",
    "to be translated",
    "todo",
    "translate me",
    "translation missing",
    "untranslated",
];

/// What people write where a text is still to come.
const PLACEHOLDERS: &[&str] = &[
    "bài viết đang được cập nhật",
    "coming soon",
    "content coming soon",
    "nội dung đang cập nhật",
    "nội dung đang được cập nhật",
    "under construction",
    "đang được cập nhật",
];

/// True for a text that only says that one is to come: «Đang cập nhật», «Coming soon», «Lorem ipsum …».
pub fn is_placeholder(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    bare.starts_with("Lorem ipsum")
        || is_reminder(text)
        || text.len() <= MOST && PLACEHOLDERS.contains(&&*bare.to_lowercase())
}

/// The longest reminder has fewer bytes, signs around it included.
const MOST: usize = 60;

/// True for a reminder that a translation is wanted, such as «chưa dịch».
pub fn is_reminder(text: &str) -> bool {
    // Nearly every text is longer, or begins otherwise.
    if text.len() > MOST {
        return false;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let may_be = bare.starts_with(['c', 'C', 'd', 'D', 'đ', 'Đ', 'n', 'N', 's', 'S', 't', 'T', 'u', 'U']);
    may_be && REMINDERS.contains(&&*bare.to_lowercase())
}

/// A language that a text is clearly in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// Vietnamese.
    Vietnamese,
    /// English.
    English,
}

impl Looks {
    /// The language of a code that texts are told apart by.
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vietnamese),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// Its code, and its name in Vietnamese and in English.
    pub fn named(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Vietnamese => ("vi", "tiếng Việt", "Vietnamese"),
            Self::English => ("en", "tiếng Anh", "English"),
        }
    }
}

/// Little words of English that are no syllables of Vietnamese without its marks.
const STRONG: &[&str] = &[
    "of", "and", "is", "was", "are", "were", "with", "from", "this", "which", "for", "has", "its", "their",
];
/// Those that are.
const WEAK: &[&str] = &["the", "a", "an", "in", "on", "at", "to", "by", "it"];

/// So much of a text tells its language.
const BEGINNING: usize = 300;
/// Shorter texts are names.
const WORDS: usize = 4;

/// The language that a text is clearly in; `None` for short ones, for names, and where it is not clear.
pub fn looks(text: &str) -> Option<Looks> {
    let mut end = text.len().min(BEGINNING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let words = text[..end].split(|c: char| !is_letter(c)).filter(|w| !w.is_empty());
    let (mut all, mut marked, mut small, mut strong, mut weak) = (0, 0, 0, 0_u32, 0_u32);
    for word in words {
        all += 1;
        if is_marked(word) {
            marked += 1;
            small += usize::from(word.starts_with(char::is_lowercase));
        }
        // The longest of the little words has so many letters, and each of them is plain.
        if word.len() > 5 || !word.is_ascii() {
            continue;
        }
        let bit = |list: &[&str]| {
            let at = list.iter().position(|known| known.eq_ignore_ascii_case(word));
            at.map_or(0, |at| 1_u32 << at)
        };
        strong |= bit(STRONG);
        weak |= bit(WEAK);
    }
    if all < WORDS {
        return None;
    }
    let (distinct, firm) = (strong.count_ones() + weak.count_ones(), strong.count_ones());
    // Two in five may be Vietnamese names.
    let is_english = 5 * marked <= 2 * all && (firm >= 1 && distinct >= 2 || distinct >= 3 && weak & 1 == 1);
    // Names and addresses have capital letters.
    let is_vietnamese = 5 * marked >= 3 * all && small >= 2 && distinct == 0;
    match (is_vietnamese, is_english) {
        (true, _) => Some(Looks::Vietnamese),
        (_, true) => Some(Looks::English),
        _ => None,
    }
}

/// The first line of a text that is clearly in another language than its own, from the beginning to the end. What is
/// shown in another language on purpose does not count: quotations (`>`), passages marked `[…](lang:en)`, tables, code.
pub fn first_of_other(text: &str, own: Looks) -> Option<&str> {
    // Nearly every text begins in its own language.
    if looks(text) == Some(own) {
        return None;
    }
    let lines = own_lines(text);
    let is_other = looks(&lines.join("\n")).is_some_and(|found| found != own);
    let first = lines.first().filter(|_| is_other)?;
    let has_own = lines.iter().any(|line| looks(line) == Some(own));
    (!has_own).then_some(first)
}

/// The lines of a text that are the author's own words.
pub(super) fn own_lines(text: &str) -> Vec<&str> {
    let mut own = Vec::new();
    let (mut paragraph, mut is_code, mut is_foreign) = (0, false, false);
    for line in text.lines() {
        let start = line.trim();
        let is_fence = start.starts_with("```") || start.starts_with("~~~");
        is_code ^= is_fence;
        if start.is_empty() {
            (paragraph, is_foreign) = (own.len(), false);
        } else if start.contains("](lang:") {
            // Such a passage may have several lines.
            own.truncate(paragraph);
            is_foreign = true;
        } else if start.starts_with('>') {
            // The lines behind belong to the quotation.
            is_foreign = true;
        } else if !is_code && !is_foreign && !is_fence && !start.starts_with(['`', '|']) {
            own.push(start);
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reminders_are_known_with_their_marks_and_signs() {
        for reminder in [
            "chưa dịch",
            "Chưa có.",
            "Todo",
            "[to be translated]",
            "(đang dịch…)",
            "chưa có bản dịch",
        ] {
            assert!(is_reminder(reminder), "{reminder}");
        }
        for text in [
            "Chua Co",
            "To do",
            "Chùa Cổ",
            "",
            "…",
            "Not translated from Chinese",
            "Đang dịch sách là việc của ông.",
        ] {
            assert!(!is_reminder(text), "{text}");
        }
    }

    #[test]
    fn a_text_that_is_still_to_come_is_none() {
        for text in [
            "Đang cập nhật.",
            "Nội dung đang được cập nhật…\n",
            "(Coming soon)",
            "Lorem ipsum dolor",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["Đền nằm giữa làng.", "Danh sách đang cập nhật đến năm 2026.", ""] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn quotations_and_marked_passages_tell_no_language() {
        const ENGLISH: &str = "It is a place of prayer and of rest, with an old garden.";
        const VIETNAMESE: &str = "Ngôi chùa cổ dưới chân núi.";
        fn is_other(text: &str) -> Option<&str> {
            first_of_other(text, Looks::Vietnamese)
        }
        assert_eq!(is_other(&format!("> {ENGLISH}\n\n{ENGLISH}\n")), Some(ENGLISH));
        assert_eq!(is_other(&format!("# Bổ Đà\n\n{ENGLISH}\n")), Some("# Bổ Đà"));
        for fine in [
            format!("> {ENGLISH}\n{ENGLISH}\n\n{VIETNAMESE}"),
            format!("[{ENGLISH}](lang:en)\n\nNhư vậy."),
            format!("[{ENGLISH}\n{ENGLISH}](lang:en)\n\nNhư vậy."),
            format!("```\n{ENGLISH}\n\n{ENGLISH}\n```\n{VIETNAMESE}"),
            format!("{}\n\n{VIETNAMESE}", format!("{ENGLISH}\n").repeat(20)),
            format!("> {ENGLISH}"),
            VIETNAMESE.to_string(),
            String::new(),
        ] {
            assert_eq!(is_other(&fine), None, "{fine}");
        }
        let poem = format!("> {VIETNAMESE}\n> {VIETNAMESE}\n\n{ENGLISH}");
        assert_eq!(first_of_other(&poem, Looks::English), None);
    }

    #[test]
    fn a_language_is_told_where_it_is_clear() {
        for text in [
            "An old pagoda on the hill.",
            "The pagoda of Bổ Đà and its garden",
            "It is a place for prayer",
        ] {
            assert_eq!(looks(text), Some(Looks::English), "{text}");
        }
        for text in ["Ngôi chùa cổ dưới chân núi.", "Đền thờ một vị tướng thời Lý"] {
            assert_eq!(looks(text), Some(Looks::Vietnamese), "{text}");
        }
        for text in [
            "Bo Da Pagoda",
            "Chua nam tren nui, an toan",
            "Nguyễn Văn A",
            "12 Hàng Bạc Street, Hà Nội",
            "",
            "Đá bok Nhạc",
        ] {
            assert_eq!(looks(text), None, "{text}");
        }
    }
}
