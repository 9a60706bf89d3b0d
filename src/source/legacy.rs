//! Vietnamese that will show as odd signs: of the time before Unicode, read with the wrong eyes (TCVN3: `Chïa Bæ §µ`, VNI:
//! `Chuøa Boå Ñaø`), or UTF-8 that a program read as Western text (`ChÃ¹a Bá»• ÄÃ `).
//!
//! Entry point: [`suspects`] for a text, [`suspect`] for one line. Invariant: true Vietnamese, French, Scandinavian and
//! minority names pass. Only pairs of signs count that no living spelling has, and words that are Vietnamese in the old
//! encoding only; one alone convicts a line only where another line of its file is convicted. Such words are looked for
//! in the parts of a line between its signs of punctuation, never in a part that holds true Vietnamese letters.

mod tcvn3;
mod vni;

use super::misread::misread;
use super::syllable::is_syllable;
use std::collections::BTreeSet;
use std::ops::Range;

/// How a line came to be broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Typed for a font in TCVN3.
    Tcvn3,
    /// Typed for a font in VNI.
    Vni,
    /// UTF-8 that was read as Western text.
    Misread,
}

impl Way {
    /// The usual name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Way::Tcvn3 => "TCVN3",
            Way::Vni => "VNI",
            Way::Misread => "UTF-8",
        }
    }
}

/// A broken line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Suspect {
    /// How it was broken.
    pub(super) way: Way,
    /// The bytes of the first suspicious word.
    pub(super) range: Range<usize>,
    /// The whole line as it was meant, where that can be known.
    pub(super) restored: Option<String>,
}

/// The broken lines of a text, with places in the text. What one line proves makes others of the same sort certain that
/// are too short to prove it themselves, such as a title above a summary.
pub(super) fn suspects(text: &str) -> Vec<Suspect> {
    let judge = |known: Option<Way>| -> Vec<Suspect> {
        let mut start = 0;
        let mut found = Vec::new();
        for line in text.split_inclusive('\n') {
            if let Some(suspect) = judge(line, known) {
                let range = start + suspect.range.start..start + suspect.range.end;
                found.push(Suspect { range, ..suspect });
            }
            start += line.len();
        }
        found
    };
    let sure = judge(None);
    match sure.first() {
        Some(first) => judge(Some(first.way)),
        None => sure,
    }
}

/// What is wrong with a line that is judged by itself.
pub(super) fn suspect(line: &str) -> Option<Suspect> {
    judge(line, None)
}

fn judge(line: &str, known: Option<Way>) -> Option<Suspect> {
    if line.is_ascii() {
        return None;
    }
    // Nearly every line is cleared by one pass over its letters.
    let glance = glance(line);
    if !glance.is_odd && known.is_none() {
        return None;
    }
    let is_known = |way: Way| known == Some(way);
    if let Some(found) = misread(line, is_known(Way::Misread)) {
        return Some(Suspect {
            way: Way::Misread,
            range: trimmed(line, found.range),
            restored: found.restored,
        });
    }
    [Way::Tcvn3, Way::Vni].into_iter().find_map(|way| {
        let (has_pairs, signs): (bool, fn(&[char]) -> usize) = match way {
            Way::Tcvn3 => (glance.may_be_tcvn3, tcvn3::signs),
            _ => (glance.may_be_vni, vni::signs),
        };
        let by_signs = || has_pairs.then(|| by_signs(line, signs, is_known(way))).flatten();
        let words = by_words(line, way, is_known(way));
        let range = by_signs().into_iter().chain(words).min_by_key(|range| range.start)?;
        Some(Suspect {
            way,
            range: trimmed(line, range),
            restored: None,
        })
    })
}

/// What one look at the letters of a line tells.
struct Glance {
    /// It has letters or signs of Latin-1 that Vietnamese does not have, or two that it has not side by side.
    is_odd: bool,
    may_be_tcvn3: bool,
    may_be_vni: bool,
}

fn glance(line: &str) -> Glance {
    let (mut is_odd, mut signs, mut pairs, mut before) = (false, false, false, ' ');
    for c in line.chars() {
        signs |= tcvn3::is_sign(c);
        is_odd |= is_no_vietnamese(c);
        pairs |= !c.is_ascii() && vni::is_tone(before, c);
        before = c;
    }
    Glance {
        is_odd: is_odd || pairs,
        may_be_tcvn3: signs,
        may_be_vni: pairs,
    }
}

/// Signs and letters of Latin-1 that no Vietnamese word has, the no-break space not among them.
fn is_no_vietnamese(c: char) -> bool {
    let is_western = matches!(c, '\u{80}'..='\u{9f}' | '¡'..='ÿ');
    is_western && !"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÐð".contains(c)
}

/// A word without the quotes and brackets around it.
fn trimmed(line: &str, range: Range<usize>) -> Range<usize> {
    let word = &line[range.clone()];
    let around = |c: char| c.is_ascii_punctuation() || matches!(c, '“' | '”' | '‘' | '’');
    let inner = word.trim_matches(around);
    if inner.is_empty() {
        return range;
    }
    let start = range.start + (word.len() - word.trim_start_matches(around).len());
    start..start + inner.len()
}

/// The first word with signs that only stand there in the old encoding, when there are enough of them.
fn by_signs(line: &str, is_odd: fn(&[char]) -> usize, is_known: bool) -> Option<Range<usize>> {
    // A line pasted half and half needs more proof: TCVN3 and VNI texts never hold letters beyond Latin-1.
    let genuine = is_vietnamese(line);
    let mut odd = words(line).filter_map(|(range, letters)| match is_odd(&letters) {
        0 => None,
        signs => Some((range, signs)),
    });
    let (range, first) = odd.next()?;
    let signs = first + odd.map(|(_, signs)| signs).sum::<usize>();
    let enough = match (genuine, is_known) {
        (true, _) => 4,
        (false, true) => 1,
        (false, false) => 2,
    };
    (signs >= enough).then_some(range)
}

/// The first of the words that are Vietnamese in the old encoding only, when there are enough of them and nearly all
/// words around them are Vietnamese there as well.
fn by_words(line: &str, way: Way, is_known: bool) -> Option<Range<usize>> {
    let (mut first, mut turned, mut marked, mut letters) = (None, 0, 0, BTreeSet::new());
    let is_end = |c: char| ".,:;!?()[]{}\"|#*<>“”…–—".contains(c);
    for part in line
        .split(is_end)
        .filter(|part| !part.is_ascii() && !is_vietnamese(part))
    {
        let (mut words, mut good, mut single) = (0, 0, 0);
        let mut found = Vec::new();
        for word in part.split(|c: char| c.is_whitespace() || "-/'’_=".contains(c)) {
            if !word.chars().any(|c| c.is_alphabetic() || tcvn3::is_sign(c)) {
                continue;
            }
            words += 1;
            match read_as(word, way) {
                Reading::Turned => {
                    good += 1;
                    found.push(word);
                }
                Reading::Same => {
                    good += 1;
                    single += usize::from(way == Way::Vni && word.contains(is_no_vietnamese));
                }
                Reading::Other => {}
            }
        }
        if good * 3 >= words * 2 {
            turned += found.len();
            letters.extend(found.iter().flat_map(|word| word.chars()).filter(|c| !c.is_ascii()));
            marked += single;
            first = first.or(found.first().copied());
        }
    }
    // Beside one that is certain, words with letters of VNI alone count as well: `Ñöôøng Xöông Giang`.
    // Words with one and the same letter may be those of a language that has it: «në të majtë» is Albanian.
    let is_proof = is_known || turned + marked >= 2 && (way == Way::Vni || letters.len() > 1);
    let word = first.filter(|_| is_proof)?;
    let start = word.as_ptr() as usize - line.as_ptr() as usize;
    Some(start..start + word.len())
}

/// What a word is in the old encoding.
enum Reading {
    /// Vietnamese, and nothing as it stands.
    Turned,
    /// Vietnamese; nothing tells that it was typed in the old encoding.
    Same,
    /// No Vietnamese.
    Other,
}

fn read_as(word: &str, way: Way) -> Reading {
    let turned = match way {
        Way::Vni => vni::read(word),
        _ => tcvn3::read(word).map(|text| (text, true)),
    };
    match turned {
        Some((text, is_proof)) if is_syllable(&text) => {
            // Signs that also stand behind words: notes, trade marks, quotes.
            let bare = word.trim_matches(['¹', 'ª', '®', '©', '«', '»', '·', '§', '¶']);
            let is_plain = bare.is_ascii() || !is_mixed(word) && is_syllable(&word.to_lowercase());
            if is_plain || !is_proof {
                Reading::Same
            } else {
                Reading::Turned
            }
        }
        _ => Reading::Other,
    }
}

/// True for a capital behind a small letter, which TCVN3 has and no spelling: `tÊm`.
fn is_mixed(word: &str) -> bool {
    let mut small = false;
    word.chars().any(|c| {
        let is_inside = small && c.is_uppercase();
        small |= c.is_lowercase();
        is_inside
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_told_apart() {
        for (line, encoding, word) in [
            ("Chïa Bæ §µ", "TCVN3", "Chïa"),
            ("Di tÝch lÞch sö v¨n hãa cña ®Êt n\u{ad}íc", "TCVN3", "tÝch"),
            ("title: §×nh lµng ë ®©y", "TCVN3", "§×nh"),
            ("(§µ – §·)", "TCVN3", "§µ"),
            ("  vi: \"Ng«i ®Òn nhá d\u{ad}íi ch©n nói\"", "TCVN3", "Ng«i"),
            ("title: Lçi th\u{ad}êng gÆp", "TCVN3", "Lçi"),
            ("title: { vi: XuÊt b¶n, en: Publishing }", "TCVN3", "XuÊt"),
            ("title: §äc mét tÊm bia", "TCVN3", "§äc"),
            ("title: M· QR vµ biÓn", "TCVN3", "vµ"),
            ("Ñöôøng Xöông Giang", "VNI", "Ñöôøng"),
            ("title: Xuaát baûn", "VNI", "Xuaát"),
            ("Ñoïc moät taám bia", "VNI", "Ñoïc"),
            ("Ñeàn Haï laø ngoâi ñeàn nhoû", "VNI", "Ñeàn"),
            ("summary: \"Ngôi chÃ¹a cá»• náº±m\"", "UTF-8", "chÃ¹a"),
            ("Chuøa Boå Ñaø", "VNI", "Chuøa"),
            ("Ñeàn thôø Traàn Höng Ñaïo ôû laøng naøy", "VNI", "Ñeàn"),
        ] {
            let found = suspect(line).map(|found| (found.way.name(), &line[found.range]));
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
            "In München für größere Häuser, Tür und Öl, schön blöd, früh kühl, süße Äpfel; Høje Tåstrup, så på den gård",
            "Le thé de l'été où naît le blé, une île près de Pâques, maïs et naïveté, Loïc, Zoé, août, Anaïs, garçon",
            "Nga e djathta në të majtë, nga poshtë lart",
            "Må ha noen til å gå på den",
            "O coração não é mau, três irmãs há lá, pão e limões, João, região, português, você, avó, ação",
            "El niño de Ñuñoa, São Tomé, coração, señor",
            "Điều 3 §a và ©tác giả, từ¹ nhà² «Bổ Đà»",
            "¡™£¢∞§¶•ªº–≠ Œ„´‰ˇÁ¨ˆØ∏”’ Á¨ˆØ",
        ] {
            assert_eq!(suspect(line), None, "{line}");
        }
    }

    #[test]
    fn one_broken_line_convicts_the_short_ones_beside_it() {
        for (text, words) in [
            (
                "title: Sæ tay\nsummary: \"Ng«i ®Òn nhá d\u{ad}íi ch©n nói\"\nold: Huế\n",
                vec!["Sæ", "Ng«i"],
            ),
            (
                "title: Mieáu\nsummary: Ñeàn Haï laø ngoâi ñeàn nhoû\ntown: Köln\n",
                vec!["Mieáu", "Ñeàn"],
            ),
            ("title: Háº¡\nsummary: Ngôi chÃ¹a cá»• náº±m\n", vec!["Háº¡", "chÃ¹a"]),
        ] {
            let found: Vec<&str> = suspects(text).into_iter().map(|found| &text[found.range]).collect();
            assert_eq!(found, words, "{text}");
            let (title, _) = text.split_once('\n').unwrap();
            assert_eq!(suspect(title), None, "{title} alone proves nothing");
        }
    }
}
