//! What vanbia says about every mistake that volunteers make: one Markdown file per area under `tests/messages/`.
//!
//! Entry point: [`every_mistake_is_answered_as_written`]. Invariant: each `##` part holds the files with the mistake and
//! the whole answer in Vietnamese and English; `SNAPSHOTS=overwrite cargo test --test messages` writes the answers anew.
//!
//! A file is a fenced block ` ```file PATH [HOW…] `. HOW says how its bytes differ from the text: `bom`, `crlf`, `nfd`,
//! `utf-16`, `windows-1258`, `latin-1`, `base64`, `copied-from=PATH` (a file of this repository). Sites have plain settings
//! unless a part writes its own `content/site.yaml`.
#![allow(clippy::disallowed_methods, reason = "tests read their examples")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use std::path::Path;
use support::Site;
use unicode_normalization::UnicodeNormalization;
use vanbia::diag::{Diagnostic, Speech};

const SPECS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/messages");

#[test]
fn every_mistake_is_answered_as_written() {
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|how| how == "overwrite");
    let mut files: Vec<_> = std::fs::read_dir(SPECS).unwrap().map(|e| e.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "md"));
    files.sort();
    assert!(files.len() >= 5, "the specs are missing");
    let mut report = String::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let mut made = String::new();
        for part in parts(&text) {
            made += &answered(part, &format!("{name}: {}", part.lines().next().unwrap()), &mut report);
        }
        if made == text {
            continue;
        }
        if overwrite {
            std::fs::write(&file, &made).unwrap();
        } else {
            report += &format!("{name} differs; what is said now:\n{}\n", difference(&text, &made));
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// The text before the first `##`, then each part with its heading.
fn parts(text: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = text.match_indices("\n## ").map(|(at, _)| at + 1).collect();
    starts.insert(0, 0);
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

/// A part with the answers as they are now.
fn answered(part: &str, name: &str, report: &mut String) -> String {
    let blocks = blocks(part);
    if !blocks.iter().any(|b| b.head.starts_with("file ")) {
        return part.to_string();
    }
    let site = Site::new("messages");
    for block in blocks.iter().filter(|b| b.head.starts_with("file ")) {
        let mut words = block.head.split(' ').skip(1);
        let path = words.next().unwrap();
        site.write(path, bytes(block.text, words));
    }
    let found = site.check();
    for finding in &found {
        for speech in [Speech::Vi, Speech::En] {
            judge(finding, speech, name, report);
        }
    }
    let mut out = String::new();
    let mut at = 0;
    for block in blocks.iter().filter(|b| matches!(b.head, "vi" | "en")) {
        let speech = if block.head == "vi" { Speech::Vi } else { Speech::En };
        out.push_str(&part[at..block.from]);
        out.push_str(&support::shown(&found, speech));
        at = block.to;
    }
    assert!(
        at > 0,
        "{name}: an answer is missing; write empty blocks vi and en and run with SNAPSHOTS=overwrite"
    );
    out + &part[at..]
}

/// What no answer may have: unfilled places, words of the program's insides, English in Vietnamese.
fn judge(finding: &Diagnostic, speech: Speech, name: &str, report: &mut String) {
    let (message, help) = (finding.message(speech), finding.help(speech));
    let wording = finding.code.wording(speech);
    for pattern in [wording.message, wording.help] {
        let named = pattern
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(inside, _)| inside));
        for place in named.filter(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')) {
            let known = finding.args.iter().any(|(key, _)| *key == place);
            if !known {
                *report += &format!("{name}: {} leaves {{{place}}} unfilled\n", finding.code.id());
            }
        }
    }
    let both = format!("{message} {help}");
    for jargon in [
        "struct", "enum", "Some(", "None", "Err(", "expected", "unwrap", "panic", "Lang(", "serde", "utf8",
    ] {
        if both.contains(jargon) {
            *report += &format!("{name}: {} says {jargon}: {both}\n", finding.code.id());
        }
    }
}

/// A fenced block: the words behind the fence, the text inside and where that is.
struct Block<'a> {
    head: &'a str,
    text: &'a str,
    from: usize,
    to: usize,
}

fn blocks(part: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(open) = part[at..].find("\n````").map(|i| at + i + 1) {
        let head_end = part[open..].find('\n').map(|i| open + i).unwrap();
        let from = head_end + 1;
        let to = from + part[from - 1..].find("\n````").expect("a closed block");
        blocks.push(Block {
            head: part[open + 4..head_end].trim(),
            text: &part[from..to],
            from,
            to,
        });
        at = to + 4;
    }
    blocks
}

fn bytes<'a>(text: &str, hows: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for how in hows {
        bytes = match how {
            "bom" => [b"\xef\xbb\xbf", bytes.as_slice()].concat(),
            "crlf" => String::from_utf8(bytes).unwrap().replace('\n', "\r\n").into_bytes(),
            "nfd" => String::from_utf8(bytes).unwrap().nfd().collect::<String>().into_bytes(),
            "utf-16" => {
                let units = std::str::from_utf8(&bytes).unwrap().encode_utf16();
                [0xff, 0xfe]
                    .into_iter()
                    .chain(units.flat_map(u16::to_le_bytes))
                    .collect()
            }
            "windows-1258" => windows_1258(std::str::from_utf8(&bytes).unwrap()),
            "latin-1" => std::str::from_utf8(&bytes)
                .unwrap()
                .chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap())
                .collect(),
            "hex" => hex(std::str::from_utf8(&bytes).unwrap()),
            "empty" => Vec::new(),
            how => {
                let from = how
                    .strip_prefix("copied-from=")
                    .unwrap_or_else(|| panic!("{how} is not known"));
                std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(from)).unwrap()
            }
        };
    }
    bytes
}

/// Windows-1258 has base letters with their hook, horn and breve, and tone marks of their own behind them.
fn windows_1258(text: &str) -> Vec<u8> {
    let mut apart = String::new();
    for letter in text.nfc() {
        let whole = letter.to_string();
        if encoding_rs::WINDOWS_1258.encode(&whole).2 {
            let marks: Vec<char> = whole.nfd().collect();
            let tone = marks
                .iter()
                .position(|c| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
            let tone = tone.expect("a tone");
            let base: String = marks
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != tone)
                .map(|(_, c)| *c)
                .nfc()
                .collect();
            apart.push_str(&base);
            apart.push(marks[tone]);
        } else {
            apart.push(letter);
        }
    }
    encoding_rs::WINDOWS_1258.encode(&apart).0.into_owned()
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// The lines that differ, with a few around them.
fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(3);
    new[from..(same + 20).min(new.len())].join("\n")
}

#[test]
fn what_differs_is_shown() {
    assert_eq!(difference("a\nb\nc", "a\nx\nc"), "a\nx\nc");
    assert_eq!(bytes("Đ", ["utf-16"].into_iter()), [0xff, 0xfe, 0x10, 0x01]);
    assert_eq!(windows_1258("ở"), [0xf5, 0xd2]);
}
