//! VNI: the mark of a vowel is a letter of Latin-1 behind it, `Chuøa Boå Ñaø` for Chùa Bổ Đà.
//!
//! Entry point: [`read`], [`signs`]. Invariant: looks at one word; how many words it takes to convict a line is not
//! known here.

use crate::text::nfc;

/// The word that VNI writes so, and whether any of its letters is only the tone of the one before.
pub(super) fn read(word: &str) -> Option<(String, bool)> {
    let lower: Vec<char> = word.to_lowercase().chars().collect();
    let (mut out, mut is_proof, mut at) = (String::new(), false, 0);
    while let Some(&c) = lower.get(at) {
        let pair = lower.get(at + 1).and_then(|mark| marks(c, *mark));
        at += 1 + usize::from(pair.is_some());
        is_proof |= pair.is_some();
        match c {
            'ö' => out.push('ư'),
            'ô' => out.push('ơ'),
            'ñ' => out.push('đ'),
            'æ' => out.push('ỉ'),
            'ó' => out.push('ĩ'),
            'ò' => out.push('ị'),
            'î' => out.push('ỵ'),
            'í' | 'ì' | 'a'..='z' => out.push(c),
            _ => return None,
        }
        out.push_str(pair.unwrap_or_default());
    }
    Some((nfc(&out).into_owned(), is_proof))
}

/// The marks of a vowel that VNI writes as a letter behind it.
fn marks(vowel: char, mark: char) -> Option<&'static str> {
    Some(match (vowel, mark) {
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'ù') => "\u{301}",
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'ø') => "\u{300}",
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'û') => "\u{309}",
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ô' | 'ö', 'õ') => "\u{303}",
        ('a' | 'e' | 'o' | 'u' | 'ô' | 'ö', 'ï') => "\u{323}",
        ('a' | 'e' | 'o', 'â') => "\u{302}",
        ('a' | 'e' | 'o', 'á') => "\u{302}\u{301}",
        ('a' | 'e' | 'o', 'à') => "\u{302}\u{300}",
        ('a' | 'e' | 'o', 'å') => "\u{302}\u{309}",
        ('a' | 'e' | 'o', 'ã') => "\u{302}\u{303}",
        ('a' | 'e' | 'o', 'ä') => "\u{323}\u{302}",
        ('a', 'ê') => "\u{306}",
        ('a', 'é') => "\u{306}\u{301}",
        ('a', 'è') => "\u{306}\u{300}",
        ('a', 'ú') => "\u{306}\u{309}",
        ('a', 'ü') => "\u{306}\u{303}",
        ('a', 'ë') => "\u{323}\u{306}",
        _ => return None,
    })
}

/// A vowel, and a letter that stands for its tone in VNI.
pub(super) fn is_tone(vowel: char, mark: char) -> bool {
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
pub(super) fn signs(word: &[char]) -> usize {
    let tones = word.windows(2).filter(|pair| is_tone(pair[0], pair[1])).count();
    let opens = matches!(word, ['ñ' | 'Ñ', second, ..] if second.is_alphabetic());
    if tones > 0 { tones + usize::from(opens) } else { 0 }
}
