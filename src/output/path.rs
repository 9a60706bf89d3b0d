//! Paths of the site: `vi/di-tich/chua-bo-da/index.html`, always with `/`, always below the output folder.
//!
//! Entry point: [`check_path`]. Invariant: a path that passes can be a file on Windows, macOS and Linux alike and
//! cannot lead out of the output folder or into vanbia's and Git's own folders.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::diag::Diagnostic;
use crate::diag::codes::output as codes;

/// Longest path of the site, in characters; the folder in front of it comes on top (Windows stops at 260).
pub const LONGEST_PATH: usize = 200;
/// Most bytes that a single name may have on the usual file systems.
const LONGEST_NAME: usize = 255;

/// The folder inside the output folder that is vanbia's own.
pub(super) const OWN: &str = ".vanbia";

/// Tells whether a site path can be written everywhere.
///
/// # Errors
/// [`codes::BAD_NAME`] names the offending segment, [`codes::PATH_TOO_LONG`] the length.
pub fn check_path(path: &str) -> Result<(), Diagnostic> {
    let bad = |name: &str| {
        Err(Diagnostic::new(codes::BAD_NAME)
            .with("name", name.escape_debug())
            .with("path", path.escape_debug()))
    };
    for (i, name) in path.split('/').enumerate() {
        if !is_safe(name) || (i == 0 && fold(name) == OWN) {
            return bad(name);
        }
    }
    let length = path.chars().count();
    if length > LONGEST_PATH {
        return Err(Diagnostic::new(codes::PATH_TOO_LONG)
            .with("path", path)
            .with("length", length)
            .with("limit", LONGEST_PATH));
    }
    Ok(())
}

fn is_safe(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !name
            .chars()
            .any(|c| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\'))
        && !name.eq_ignore_ascii_case(".git")
        && !is_device(name)
}

/// Windows opens a device instead of a file for these names, whatever follows the first dot.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if !(3..=8).contains(&stem.len()) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    if matches!(
        stem.as_str(),
        "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" | "clock$"
    ) {
        return true;
    }
    stem.strip_prefix("com")
        .or_else(|| stem.strip_prefix("lpt"))
        .is_some_and(|n| {
            matches!(
                n,
                "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
}

/// What two names must not share: composed accents, without regard to capital letters.
pub fn fold(path: &str) -> Cow<'_, str> {
    if path.is_ascii() {
        return if path.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(path.to_ascii_lowercase())
        } else {
            Cow::Borrowed(path)
        };
    }
    // Upper case first: it joins what lower case alone keeps apart (`ß` and `ss`, the two small sigmas).
    let lower = path.nfc().collect::<String>().to_uppercase().to_lowercase();
    Cow::Owned(if is_nfc(&lower) { lower } else { lower.nfc().collect() })
}

/// The folder of a path; empty for what lies at the top.
pub(super) fn folder_of(path: &str) -> &str {
    path.rfind('/').map_or("", |i| &path[..i])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_pass() {
        for path in [
            "index.html",
            "vi/di-tich/chua-bo-da/index.html",
            ".nojekyll",
            ".well-known/security.txt",
            "CNAME",
            "media/Ảnh cổng.jpg",
            "com.txt",
            "console/index.html",
            "735190/qr.svg",
        ] {
            assert_eq!(check_path(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn names_that_some_computer_cannot_take_are_refused() {
        for path in [
            "",
            "/",
            "/a",
            "a/",
            "a//b",
            "..",
            "../a",
            "a/../b",
            ".",
            "a/./b",
            "a\\b",
            "C:/a",
            "a\0b",
            "a\nb",
            "a\tb",
            "con",
            "CON.txt",
            "a/nul",
            "aux.tar.gz",
            "com1",
            "LPT9.png",
            "com¹",
            "a./b",
            "a /b",
            "b.",
            " a",
            "a<b",
            "a>b",
            "a|b",
            "a?b",
            "a*b",
            "a\"b",
            ".git/hooks/post-commit",
            "a/.GIT/config",
            ".vanbia/manifest",
            ".VANBIA/x",
            "con .txt",
        ] {
            let found = check_path(path).expect_err(path);
            assert_eq!(found.code, codes::BAD_NAME, "{path}");
        }
    }

    #[test]
    fn a_path_may_have_two_hundred_characters_and_no_more() {
        let fits = format!("{}/{}", "ả".repeat(60), "b".repeat(139));
        assert_eq!(check_path(&fits), Ok(()));
        let found = check_path(&format!("{fits}b")).expect_err("201 characters");
        assert_eq!(found.code, codes::PATH_TOO_LONG);
    }

    #[test]
    fn folding_joins_what_windows_and_macos_join() {
        assert_eq!(fold("Đền/A.PNG"), fold("đền/a.png"));
        assert_eq!(fold("đê\u{300}n"), fold("đền"));
        assert_eq!(fold("straße"), fold("STRASSE"));
        assert_ne!(fold("den"), fold("đen"));
    }
}
