//! Vietnamese of the time before Unicode, read with the wrong eyes: TCVN3 (`Chïa Bæ §µ`) and VNI (`Chuøa Boå Ñaø`).
//!
//! Entry point: [`suspect`]. Invariant: one line is judged by itself; true Vietnamese, French, Scandinavian and
//! minority names pass. Only pairs of signs count that no living spelling has, and one alone does not convict a line
//! that also holds true Vietnamese letters.

use std::ops::Range;

/// The old encoding that a line is in, by its usual name, and the bytes of the first suspicious word.
pub(super) fn suspect(line: &str) -> Option<(&'static str, Range<usize>)> {
    if line.is_ascii() {
        return None;
    }
    // Nearly every line is cleared by one pass over its letters.
    let (may_be_tcvn3, may_be_vni) = glance(line);
    if !may_be_tcvn3 && !may_be_vni {
        return None;
    }
    // A line pasted half and half needs more proof: TCVN3 and VNI texts never hold letters beyond Latin-1.
    let genuine = line.chars().any(is_true_vietnamese);
    let judge = |name: &'static str, is_odd: fn(&[char]) -> usize| {
        let mut odd = words(line).filter_map(|(range, letters)| match is_odd(&letters) {
            0 => None,
            signs => Some((range, signs)),
        });
        let (range, first) = odd.next()?;
        let signs = first + odd.map(|(_, signs)| signs).sum::<usize>();
        (signs >= if genuine { 4 } else { 2 }).then_some((name, range))
    };
    let tcvn3 = if may_be_tcvn3 {
        judge("TCVN3", tcvn3_signs)
    } else {
        None
    };
    tcvn3.or_else(|| if may_be_vni { judge("VNI", vni_signs) } else { None })
}

/// Whether a line holds any sign of TCVN3, and any pair of letters of VNI.
fn glance(line: &str) -> (bool, bool) {
    let (mut signs, mut pairs, mut before) = (false, false, ' ');
    for c in line.chars() {
        signs |= is_sign(c);
        pairs |= !c.is_ascii() && is_vni_tone(before, c);
        before = c;
    }
    (signs, pairs)
}

fn words(line: &str) -> impl Iterator<Item = (Range<usize>, Vec<char>)> {
    line.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - line.as_ptr() as usize;
        (start..start + word.len(), word.chars().collect())
    })
}

/// True for a line with letters that only Vietnamese has.
pub(super) fn is_vietnamese(line: &str) -> bool {
    line.chars().any(is_true_vietnamese)
}

fn is_true_vietnamese(c: char) -> bool {
    matches!(
        c,
        'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}'
    )
}

/// How much speaks for TCVN3: signs (`µ ¸ ®`) where only letters can stand. A sign between two letters, or two signs
/// in a row beside a letter, is weighty; `5µm`, `«mot»`, `©2026`, `§1`, `Name®`, `x²` are not.
fn tcvn3_signs(word: &[char]) -> usize {
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
fn is_sign(c: char) -> bool {
    matches!(c, '¡'..='¬' | '®' | 'µ'..='¹' | '»'..='¾')
}

/// A vowel, and a letter that stands for its tone in VNI.
fn is_vni_tone(vowel: char, mark: char) -> bool {
    let [vowel, mark] = [vowel, mark].map(|c| c.to_lowercase().next().unwrap_or(c));
    match mark {
        'ø' | 'å' | 'õ' => matches!(vowel, 'a' | 'e' | 'o' | 'u' | 'ö' | 'ô'),
        'ù' => matches!(vowel, 'a' | 'e' | 'ö' | 'ô'),
        'û' => matches!(vowel, 'a' | 'u' | 'ö' | 'ô'),
        'ï' => matches!(vowel, 'ö' | 'ô'),
        'ä' => matches!(vowel, 'a' | 'o'),
        _ => false,
    }
}

/// How much speaks for VNI: a vowel followed by a letter that is only its tone there (`aø`, `oå`), and `Ñ` for Đ.
fn vni_signs(word: &[char]) -> usize {
    let tones = word.windows(2).filter(|pair| is_vni_tone(pair[0], pair[1])).count();
    let opens = matches!(word, ['ñ' | 'Ñ', second, ..] if second.is_alphabetic());
    if tones > 0 { tones + usize::from(opens) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_told_apart() {
        for (line, encoding, word) in [
            ("Chïa Bæ §µ", "TCVN3", "§µ"),
            ("Di tÝch lÞch sö v¨n hãa cña ®Êt n\u{ad}íc", "TCVN3", "v¨n"),
            ("title: §×nh lµng ë ®©y", "TCVN3", "§×nh"),
            ("(§µ – §·)", "TCVN3", "(§µ"),
            ("Chuøa Boå Ñaø", "VNI", "Chuøa"),
            ("Ñeàn thôø Traàn Höng Ñaïo ôû laøng naøy", "VNI", "thôø"),
        ] {
            let found = suspect(line).map(|(name, range)| (name, &line[range]));
            assert_eq!(found, Some((encoding, word)), "{line}");
        }
    }

    #[test]
    fn living_languages_and_signs_pass() {
        for line in [
            "Chùa Bổ Đà là di tích quốc gia đặc biệt, hoà thượng quý, xoè, khoẻ, tuân, quê",
            "Đường Võ Thị Sáu, toà nhà, thuở xưa, Huế, đẹp quá, qua, cả, già, mùa",
            "L'École française d'Extrême-Orient, Noël, où, août, naïf, « chùa », «mot», jeûne",
            "Jrai: Ơi Nŭ, Kơ̆ng Čư Ñŭ, ñă ƀôn, Ƀok Nŭp, ñu ñam",
            "© 2026 Vanbia® – 5µm, 10 µg, x², 1ª, §1, §§ 2–3, 20°C, ½ kg, £5, ¥100, a·b, H¹",
            "Færøerne på øen, smørrebrød, blåbær, Tromsø, Malmö, Jyväskylä, pääkaupunki",
            "El niño de Ñuñoa, São Tomé, coração, señor",
            "Điều 3 §a và ©tác giả, từ¹ nhà² «Bổ Đà»",
            "¡™£¢∞§¶•ªº–≠ Œ„´‰ˇÁ¨ˆØ∏”’ Á¨ˆØ",
        ] {
            assert_eq!(suspect(line), None, "{line}");
        }
    }
}
