//! What Windows, phones and folders in the cloud call a second version of a file or a folder.
//!
//! Entry point: `original` for a file, [`unmarked`] for a name without its ending. Invariant: looks at names only; what
//! the two versions have in common is for those who can read them.

use crate::text::nfc;

/// Files that vanbia reads right in `content/`.
const SETTINGS: [&str; 4] = ["codes.lock", "translations.lock", "site.yaml", "signs.yaml"];

/// What stands in front of the name of a copy.
const HEADS: [&str; 5] = ["copy of ", "copy_of_", "bản sao của ", "bản sao ", "sao chép của "];

/// What stands after it, with a number after that now and then.
const TAILS: [&str; 5] = ["- copy", "- sao chép", "- bản sao", " copy", "_copy"];

/// Words of folders in the cloud, within brackets or after a sign.
const WORDS: [&str; 5] = [
    "conflicted copy",
    "case conflict",
    "sfconflict",
    "sync-conflict",
    "xung đột",
];

/// A word that marks a copy within brackets only: `armed-conflict` is a name.
const WORD_IN_BRACKETS: &str = "conflict";

/// What begins the names that Windows gives to computers, which OneDrive appends.
const COMPUTERS: [&str; 3] = ["-desktop-", "-laptop-", "-macbook"];

/// Signs between a name and what was added to it.
const SIGNS: [char; 7] = [' ', '-', '_', '.', '(', '[', '~'];

/// Endings of an older version that somebody, or a program, put aside.
const OLDER: [&str; 4] = [".old", ".orig", ".save", ".cũ"];

/// The name without the mark of a copy, in small letters: `den-ha` of `Den-Ha - Copy (2)`, `vi` of
/// `vi (LAPTOP-3's conflicted copy 2026-11-20)`. None when there is no such mark.
pub fn unmarked(name: &str) -> Option<String> {
    let whole = nfc(name).to_lowercase();
    let mut rest = whole.trim();
    rest = HEADS.iter().find_map(|head| rest.strip_prefix(head)).unwrap_or(rest);
    let in_brackets = rest
        .find(['(', '['])
        .and_then(|at| Some(at + rest[at..].find(WORD_IN_BRACKETS)?));
    let words = WORDS.iter().chain(&COMPUTERS).filter_map(|word| rest.find(word));
    let marks = words.chain(in_brackets);
    if let Some(at) = marks.min() {
        // Within brackets the computer stands before the word.
        rest = &rest[..rest[..at].rfind(['(', '[']).unwrap_or(at)];
        rest = rest.trim_end_matches(SIGNS);
    }
    loop {
        let shorter = numbered(rest)
            .or_else(|| TAILS.iter().find_map(|tail| counted(rest).strip_suffix(tail)))
            .map(str::trim_end);
        match shorter {
            Some(shorter) => rest = shorter,
            None => break,
        }
    }
    (rest != whole.trim() && !rest.is_empty()).then(|| rest.to_string())
}

/// What stands before a number or a word for a copy in brackets: `vi` of `vi (1)`.
fn numbered(name: &str) -> Option<&str> {
    let (before, inside) = name.strip_suffix(')')?.rsplit_once('(')?;
    let is_number = !inside.is_empty() && inside.bytes().all(|b| b.is_ascii_digit());
    (is_number || ["copy", "bản sao", "sao chép"].contains(&inside)).then_some(before)
}

/// `vi copy` of `vi copy 2`, as a Mac counts.
fn counted(name: &str) -> &str {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    match bare.strip_suffix(' ') {
        Some(before) if bare.len() < name.len() => before,
        _ => name,
    }
}

/// The file of which this is another version: `vi.md` of `vi (1).md`, `vi-LAPTOP-3.md`, `vi_cu.md`, `vi.md.old`;
/// `codes.lock` of `codes-LAPTOP-3.lock`. `is_place` says whether a file of a name is read where this one lies, `languages`
/// are the codes of the site's.
pub(super) fn original(name: &str, is_place: &dyn Fn(&str) -> bool, languages: &[&str]) -> Option<String> {
    let lower = nfc(name).to_lowercase();
    if let Some(older) = OLDER.iter().find_map(|ending| lower.strip_suffix(ending)) {
        return (is_read(older, languages) && is_place(older)).then(|| older.to_string());
    }
    let (stem, ending) = lower.rsplit_once('.')?;
    let ending = match ending {
        "md" | "lock" | "yaml" => ending,
        "yml" => "yaml",
        _ => return None,
    };
    let named = |stem: &str| format!("{stem}.{ending}");
    if is_read(&named(stem), languages) {
        return None;
    }
    let bare = unmarked(stem);
    let rest = bare.as_deref().unwrap_or(stem);
    if is_read(&named(rest), languages) {
        return Some(named(rest));
    }
    // Whatever stands after the name of a file that is read: `vi_1.md`, `entry.mới.yaml`.
    let heads = rest.match_indices(SIGNS).map(|(at, _)| named(&rest[..at]));
    let head = heads
        .filter(|right| is_read(right, languages) && is_place(right))
        .last();
    head.or_else(|| bare.as_deref().map(named))
}

/// True for a name with the mark of a copy or a computer, or just a number: `vi (1).md`, `vi-LAPTOP-3.md`, `vi_1.md`. A word
/// may mean anything: `en-notes.md`.
pub fn is_marked(name: &str) -> bool {
    let lower = nfc(name).to_lowercase();
    let is_older = OLDER.iter().any(|ending| lower.ends_with(ending));
    let stem = lower.rsplit_once('.').map_or(&*lower, |(stem, _)| stem);
    let tail = stem.rsplit(SIGNS).next().unwrap_or_default();
    let is_number = !tail.is_empty() && tail.bytes().all(|b| b.is_ascii_digit());
    is_older || is_number || unmarked(stem).is_some()
}

/// True for the name of a file that vanbia reads as facts, text or settings.
pub fn is_read(name: &str, languages: &[&str]) -> bool {
    let is_text = |stem: &str| languages.iter().any(|code| code.eq_ignore_ascii_case(stem));
    name == "entry.yaml" || SETTINGS.contains(&name) || name.strip_suffix(".md").is_some_and(is_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> Option<String> {
        original(name, &|_| true, &["vi", "en", "zh-hant"])
    }

    #[test]
    fn every_service_has_its_own_name_for_a_second_version() {
        for (copy, right) in [
            ("vi (1).md", "vi.md"),
            ("vi(1).md", "vi.md"),
            ("vi - Copy.md", "vi.md"),
            ("vi - Copy (2).md", "vi.md"),
            ("vi - Bản sao.md", "vi.md"),
            ("vi - Ba\u{309}n sao.md", "vi.md"),
            ("Bản sao của vi.md", "vi.md"),
            ("Copy of vi.md", "vi.md"),
            ("vi copy.md", "vi.md"),
            ("vi copy 2.md", "vi.md"),
            ("vi-LAPTOP-3.md", "vi.md"),
            ("vi-Máy-của-Lan.md", "vi.md"),
            ("vi (LAPTOP-3's conflicted copy 2026-11-20).md", "vi.md"),
            ("vi (Bản sao xung đột của Lan 2026-11-20).md", "vi.md"),
            ("vi.sync-conflict-20261120-101112-ABCDEFG.md", "vi.md"),
            ("vi_conf(1).md", "vi.md"),
            ("zh-hant-DESKTOP-A1.md", "zh-hant.md"),
            ("vi.md.old", "vi.md"),
            ("entry.yaml.orig", "entry.yaml"),
            ("entry-LAPTOP-3.yaml", "entry.yaml"),
            ("entry - Sao chép (2).yml", "entry.yaml"),
            ("codes-LAPTOP-3.lock", "codes.lock"),
            ("codes (LAPTOP-3's conflicted copy 2026-11-20).lock", "codes.lock"),
            ("codes_cu.lock", "codes.lock"),
            ("translations-LAPTOP-3.lock", "translations.lock"),
            ("signs (conflicted copy).yaml", "signs.yaml"),
            ("vi [conflicted].md", "vi.md"),
            ("vi (Lan's conflict 2026-11-20).md", "vi.md"),
            ("relic - Copy.yaml", "relic.yaml"),
        ] {
            assert_eq!(of(copy).as_deref(), Some(right), "{copy}");
        }
    }

    #[test]
    fn other_names_are_no_copies() {
        for name in [
            "vi.md",
            "zh-hant.md",
            "entry.yaml",
            "codes.lock",
            "gio-mo-cua.md",
            "relic.yaml",
            "video.md",
            "Cargo.lock",
            "anh (1).jpg",
            "ghi-chu.md.old",
            "armed-conflict.yaml",
            "armed_conflict.yaml",
        ] {
            assert_eq!(of(name), None, "{name}");
        }
        assert_eq!(original("vi-cu.md", &|_| false, &["vi"]), None);
        assert_eq!(unmarked("chua-ca"), None);
        assert_eq!(unmarked("Chùa Cả (2)").as_deref(), Some("chùa cả"));
        assert_eq!(unmarked("den-ha-LAPTOP-3").as_deref(), Some("den-ha"));
        assert_eq!(unmarked("(1)"), None);
    }
}
