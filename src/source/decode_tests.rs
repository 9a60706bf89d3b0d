//! Files as Notepad, Word, Macs and old machines save them.

use super::*;

#[test]
fn what_passes_as_plain_would_come_back_unchanged_and_without_a_word() {
    // Letters and signs next to each other that decide the question, every pair and many triples of them.
    let signs: Vec<char> =
        "aeouyAEOUđĐôöơưạậừõùøåûïäñÕÙØÅÛÏÄÑéÉăâĩũ§µ¸®«»·¡©\u{a0}\u{ad}\u{85}\u{300}\u{323}\u{200b}\u{2028}\u{feff}\
        \u{fffd}–—‘’“”•…‐\u{2000}ǅȀẛ\u{1e00}ỹ漢 \n\t\r\u{b}\u{7f}.-:"
            .chars()
            .collect();
    let file: Arc<str> = "content/a.md".into();
    let mut plain = 0;
    for a in &signs {
        for b in &signs {
            for c in ["", "x", "ù", "õ ", "\n", "\u{301}"] {
                for d in ["", "µ", "aø"] {
                    let text = format!("{a}{b}{c}{d}");
                    if is_plain(text.as_bytes()) {
                        plain += 1;
                        assert_eq!(decode_carefully(&file, text.as_bytes()), (text, Vec::new()));
                    }
                }
            }
        }
    }
    assert!(plain > 5000, "the quick way is the usual one: {plain}");
}

#[test]
fn a_sign_is_found_wherever_it_stands_among_what_is_plain() {
    for around in ["x", "ệ", "xệ"] {
        for before in 0..=2 * STRETCH {
            let text = [&around.repeat(before), "x", &around.repeat(2 * STRETCH - before)].concat();
            assert!(is_plain(text.as_bytes()), "{text}");
            for sign in ["\u{7f}", "Ð", "\r", "oø"] {
                let text = [&around.repeat(before), sign, &around.repeat(2 * STRETCH - before)].concat();
                assert!(!is_plain(text.as_bytes()), "{text:?}");
            }
        }
    }
}
use crate::diag::Speech;

fn codes(name: &str, bytes: &[u8]) -> (String, Vec<u16>) {
    let (text, found) = decode(&Arc::from(name), bytes);
    (text, found.iter().map(|d| d.code.number).collect())
}

fn silent(bytes: &[u8]) -> String {
    let (text, found) = codes("relics/x/vi.md", bytes);
    assert!(found.is_empty(), "{found:?} {text:?}");
    text
}

fn utf_16_of(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn all_that_notepad_calls_unicode_is_read_silently() {
    let text = "title: Chùa Bổ Đà\nđường: Huế\n";
    let windows = text.replace('\n', "\r\n");
    assert_eq!(silent(text.as_bytes()), text);
    assert_eq!(silent(format!("\u{feff}{windows}").as_bytes()), text);
    assert_eq!(silent(text.replace('\n', "\r").as_bytes()), text);
    for marked in [format!("\u{feff}{windows}"), windows] {
        assert_eq!(silent(&utf_16_of(&marked, u16::to_le_bytes)), text);
        assert_eq!(silent(&utf_16_of(&marked, u16::to_be_bytes)), text);
    }
    assert_eq!(silent(b""), "");
}

#[test]
fn decomposed_and_hidden_signs_are_tidied() {
    assert_eq!(
        silent("Chu\u{300}a Bo\u{302}\u{309} Đa\u{300}".as_bytes()),
        "Chùa Bổ Đà"
    );
    assert_eq!(
        silent("di\u{200b} tích\u{ad} lịch\u{b}sử\u{feff}\tA".as_bytes()),
        "di tích lịch\nsử\tA"
    );
    // Neither HTML nor XML may carry these.
    assert_eq!(silent("a\u{1}\u{81}\u{fdd0}\u{ffff}b".as_bytes()), "ab");
}

#[test]
fn ansi_is_guessed_reported_and_read_on() {
    let (text, found) = decode(&Arc::from("a/vi.md"), b"# Di tich\nCh\xF9a B\xF4\xD2 \xD0\xE0\n");
    assert_eq!(text, "# Di tich\nChùa Bổ Đà\n");
    assert_eq!(found.len(), 1);
    let place = found[0].place.as_ref().unwrap();
    assert_eq!((found[0].code.number, place.line, place.column), (101, 2, 3));
    assert!(found[0].message(Speech::Vi).contains("Windows-1258"));
    assert!(found[0].help(Speech::En).contains("UTF-8"));
    let (text, found) = decode(&Arc::from("a/en.md"), b"caf\xE9 fran\xE7ais, na\xEFve");
    assert_eq!(text, "café français, naïve");
    assert!(found[0].message(Speech::En).contains("Windows-1252"));
}

#[test]
fn a_file_that_was_cut_is_read_to_its_end_and_told_once() {
    let whole = "Chùa Bổ Đà\nở Bắc Giang";
    for (bytes, text) in [
        (
            whole.as_bytes()[..whole.find('ắ').unwrap() + 2].to_vec(),
            "Chùa Bổ Đà\nở B",
        ),
        ([whole.as_bytes(), &[0; 40]].concat(), whole),
    ] {
        assert_eq!(codes("a/vi.md", &bytes), (text.to_string(), vec![141]));
    }
    // Nothing but zeros is no beginning of a text, and other encodings end in any byte.
    assert_eq!(codes("a/vi.md", &[0; 40]).1, [106]);
    assert_eq!(codes("a/en.md", b"caf\xE9").1, [101]);
    assert!(codes("a/en.md", b"a\0b\0").1.is_empty());
}

#[test]
fn a_few_damaged_letters_do_not_turn_the_whole_file_around() {
    let bytes = ["Chùa Bổ Đà ở Bắc Giang\nnăm ".as_bytes(), &[0xE1], b" 1992"].concat();
    let (text, found) = codes("a/vi.md", &bytes);
    assert_eq!(
        (text.lines().next(), found.as_slice()),
        (Some("Chùa Bổ Đà ở Bắc Giang"), [104].as_slice())
    );
    let (_, found) = codes("a/vi.md", "a\u{fffd}b\u{fffd}\nc\nd\u{fffd}".as_bytes());
    assert_eq!(found, [104, 104]);
}

#[test]
fn letters_that_look_like_d_with_a_stroke_are_told_once() {
    let (text, found) = decode(&Arc::from("a/vi.md"), "Một\nthờ Ðức Thánh, Ɖền Hạ\n".as_bytes());
    assert_eq!(text, "Một\nthờ Ðức Thánh, Ɖền Hạ\n", "what was typed stays");
    let place = found[0].place.as_ref().unwrap();
    assert_eq!(
        (found.len(), found[0].code.number, place.line, place.column),
        (1, 107, 2, 5)
    );
    assert!(found[0].help(Speech::En).contains('Đ'));
    assert_eq!(codes("a/en.md", "Þórður saw Ðền Hạ".as_bytes()).1, [107]);
    assert_eq!(codes("a/en.md", "the Icelander Þórður".as_bytes()).1, [0_u16; 0]);
}

#[test]
fn renamed_documents_are_told_by_their_real_name() {
    for (bytes, name) in [
        (b"PK\x03\x04\x14\0\x06\0word/document.xml".as_slice(), "Word"),
        (b"PK\x03\x04\x14\0\x06\0xl/workbook.xml", "Excel"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Word"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "JPEG"),
    ] {
        let (text, found) = decode(&Arc::from("relics/x/vi.md"), bytes);
        assert_eq!((text.as_str(), found[0].code.number), ("", 102));
        assert!(found[0].message(Speech::Vi).contains(name), "{name}");
    }
    assert_eq!(codes("a/vi.md", b"\x01\x02\0\x05\x06\0\0").1, [106]);
    assert_eq!(codes("a/vi.md", b"title\0: x").1, [106]);
}

#[test]
fn huge_files_are_not_read_at_all() {
    let big = vec![b'a'; 256 * KIB + 1];
    assert_eq!(codes("a/entry.yaml", &big), (String::new(), vec![105]));
    assert!(codes("a/vi.md", &big).1.is_empty());
    assert_eq!(codes("a/vi.md", &vec![b'a'; 2 * KIB * KIB + 1]).1, [105]);
}

#[test]
fn old_fonts_are_named_at_their_line_whether_saved_as_unicode_or_ansi() {
    let (_, found) = decode(&Arc::from("a/vi.md"), "# Bài\n\nChïa Bæ §µ\n".as_bytes());
    assert_eq!((found[0].code.number, found[0].place.as_ref().unwrap().line), (103, 3));
    assert!(found[0].help(Speech::Vi).contains("TCVN3") && found[0].help(Speech::Vi).contains("Ctrl+Shift+F6"));
    let (_, found) = decode(&Arc::from("a/vi.md"), "Chuøa Boå Ñaø".as_bytes());
    assert!(found[0].message(Speech::Vi).contains("VNI"));
    for old in [
        "Chuøa Boå Ñaø laø di tích, cuõng ñaõ coù",
        "Chïa Bæ §µ lµ di tÝch ®· cã",
    ] {
        let ansi = WINDOWS_1252.encode(old).0.into_owned();
        let (text, found) = codes("a/vi.md", &ansi);
        assert_eq!((text.as_str(), found.as_slice()), (old, [103].as_slice()));
    }
    let ansi = b"thu\xF5\xD2 x\xFDa ng\xFD\xF5\xCCi thu\xF5\xCC";
    assert_eq!(codes("a/vi.md", ansi), ("thuở xưa người thuờ".to_string(), vec![101]));
}
