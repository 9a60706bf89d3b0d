//! The number that somebody meant who wrote words beside it: `30 phút` → 30.
//!
//! Entry point: [`only`], [`whole`], [`is_short_form`]. Invariant: a number is proposed only when the value holds exactly
//! one.

/// The only number in a text, as it was typed; `None` when there are none or several.
pub(super) fn only(word: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut runs = word
        .split(|c| !is_part(c))
        .map(|run| run.trim_matches(['.', ',']))
        .filter(|run| !run.is_empty());
    runs.next().filter(|_| runs.next().is_none())
}

/// True for `8,93E+12`, which spreadsheets make of long numbers.
pub(super) fn is_short_form(word: &str) -> bool {
    let Some((digits, power)) = word.split_once(['E', 'e']) else {
        return false;
    };
    let power = power.strip_prefix('+').unwrap_or("");
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    !digits.is_empty() && !power.is_empty() && is_number(digits) && power.bytes().all(|b| b.is_ascii_digit())
}

/// The only whole number in a text: `1.250 m` → `1250`, `****` → `4`.
pub(super) fn whole(word: &str) -> Option<String> {
    let stars = word.chars().filter(|c| *c != '\u{fe0f}').count();
    if stars > 0 && word.chars().all(|c| matches!(c, '*' | '★' | '⭐' | '\u{fe0f}')) {
        return Some(stars.to_string());
    }
    let run = only(word)?;
    let is_grouped = run.split('.').skip(1).all(|group| group.len() == 3);
    (is_grouped && !run.contains(',')).then(|| run.replace('.', ""))
}

/// `1,5 m` as centimetres.
pub(super) fn centimetres(word: &str) -> Option<String> {
    let metres = word.trim().strip_suffix('m')?.trim_end().replace(',', ".");
    let (whole, part) = metres.split_once('.').unwrap_or((&metres, ""));
    if part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let centimetres = whole.parse::<u32>().ok()?.checked_mul(100)?;
    Some((centimetres + format!("{part:0<2}").parse::<u32>().ok()?).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_among_words_is_found() {
        assert_eq!(whole("30 phút").as_deref(), Some("30"));
        assert_eq!(whole("1.250 m.").as_deref(), Some("1250"));
        assert_eq!(
            (whole("****").as_deref(), whole("⭐⭐⭐").as_deref()),
            (Some("4"), Some("3"))
        );
        assert_eq!((whole(""), whole("* 2 *").as_deref()), (None, Some("2")));
        assert_eq!((whole("1,5 m"), only("1,5 m")), (None, Some("1,5")));
        assert_eq!((whole("20-30 phút"), whole("nửa giờ")), (None, None));
        assert_eq!(centimetres("1,5 m").as_deref(), Some("150"));
        assert_eq!(centimetres("2m").as_deref(), Some("200"));
        assert_eq!((centimetres("1,5 km"), centimetres("150 cm")), (None, None));
        assert!(is_short_form("8,93E+12") && is_short_form("9.12346E+08") && is_short_form("9e+11"));
        assert!(!is_short_form("E+12") && !is_short_form("893E") && !is_short_form("12A+B") && !is_short_form("1E+x"));
    }
}
