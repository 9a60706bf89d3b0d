//! Names of languages in messages: `en` is «tiếng Anh» or "English".
//!
//! Entry point: [`name`]. Invariant: a language that is not known keeps its code.

use super::Speech;

/// Code, name in Vietnamese, name in English.
const NAMES: [(&str, &str, &str); 16] = [
    ("bdq", "tiếng Ba Na", "Bahnar"),
    ("cjm", "tiếng Chăm", "Cham"),
    ("de", "tiếng Đức", "German"),
    ("en", "tiếng Anh", "English"),
    ("es", "tiếng Tây Ban Nha", "Spanish"),
    ("fr", "tiếng Pháp", "French"),
    ("ja", "tiếng Nhật", "Japanese"),
    ("jra", "tiếng Jrai", "Jrai"),
    ("km", "tiếng Khmer", "Khmer"),
    ("ko", "tiếng Hàn", "Korean"),
    ("lo", "tiếng Lào", "Lao"),
    ("rad", "tiếng Ê Đê", "Ede"),
    ("ru", "tiếng Nga", "Russian"),
    ("th", "tiếng Thái Lan", "Thai"),
    ("vi", "tiếng Việt", "Vietnamese"),
    ("zh", "tiếng Trung", "Chinese"),
];

/// The name of a language, or its code.
pub(super) fn name(code: &str, speech: Speech) -> &str {
    let known = NAMES.iter().find(|(known, ..)| *known == code);
    known.map_or(code, |(_, vi, en)| speech.pick(vi, en))
}

#[cfg(test)]
mod tests {
    use super::super::Diagnostic;
    use super::*;
    use crate::diag::codes::site::STALE_TEXT;

    #[test]
    fn messages_name_languages_in_their_own() {
        let stale = |lang: &str| Diagnostic::new(STALE_TEXT).with("lang", lang).with("text", "A temple");
        let said = |lang: &str, speech| stale(lang).message(speech);
        assert!(said("en", Speech::Vi).starts_with("câu tiếng Anh «A temple» có thể đã cũ"));
        assert!(said("en", Speech::En).starts_with("the English text «A temple»"));
        assert!(said("jra", Speech::Vi).starts_with("câu tiếng Jrai «"));
        assert!(said("xx", Speech::Vi).starts_with("câu xx «"));
        assert!(stale("en").help(Speech::Vi).starts_with("sửa câu tiếng Anh cho khớp"));
    }
}
