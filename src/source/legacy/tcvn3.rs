//! TCVN3: a letter with its marks is one sign of Latin-1, `Chïa Bæ §µ` for Chùa Bổ Đà.
//!
//! Entry point: [`read`], [`signs`]. Invariant: looks at one word; how many words it takes to convict a line is not
//! known here.

/// The letters of TCVN3 and the Vietnamese ones that they stand for.
const LETTERS: (&str, &str) = (
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u{ad}õö÷øùúûüýþ§¡¢£¤¥¦",
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđăâêôơư",
);

/// The word that TCVN3 writes so, in small letters; none where it has a letter that TCVN3 has not.
pub(super) fn read(word: &str) -> Option<String> {
    let one = |c: char| match c {
        c if c.is_ascii_alphabetic() => Some(c.to_ascii_lowercase()),
        c => {
            let at = LETTERS.0.chars().position(|known| known == c)?;
            LETTERS.1.chars().nth(at)
        }
    };
    word.chars().map(one).collect()
}

/// How much speaks for TCVN3: signs (`µ ¸ ®`) where only letters can stand. A sign between two letters, or two signs
/// in a row beside a letter, is weighty; `5µm`, `«mot»`, `©2026`, `§1`, `Name®`, `x²` are not.
pub(super) fn signs(word: &[char]) -> usize {
    let at = |i: usize| word.get(i).copied().unwrap_or(' ');
    let letter = |c: char| c <= 'ÿ' && c.is_alphabetic() && !is_sign(c);
    // Beside other signs, `∞§¶•`, there is no word to open.
    let opens =
        |before: char| before == ' ' || before.is_ascii_punctuation() || matches!(before, '“' | '‘' | '«' | '–' | '—');
    let mut signs = 0;
    for i in 0..word.len() {
        let (before, c, after) = (if i == 0 { ' ' } else { at(i - 1) }, at(i), at(i + 1));
        signs += match c {
            // Đ and đ open a word.
            '§' | '®' if opens(before) && (is_sign(after) || matches!(after, '×' | '÷')) && after != c => 2,
            '§' | '®' if !before.is_alphanumeric() && after.is_alphabetic() => 1,
            // Tones that close a word: là, đã, nhà, tả.
            'µ' | '¸' | '¶' if letter(before) && !after.is_alphanumeric() => 1,
            '«' | '»' | '·' | '\u{ad}' | '¹' if !(letter(before) && letter(after)) => 0,
            '·' | '\u{ad}' => 0,
            c if is_sign(c) && letter(before) && letter(after) => 1,
            _ => 0,
        };
    }
    signs
}

/// The Latin-1 signs that are letters in TCVN3.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '¡'..='¬' | '®' | 'µ'..='¹' | '»'..='¾')
}
