//! Constant styles and scripts of the pages that stand alone, with the hashes by which their policy allows them.
//!
//! Entry point: [`values`]. Invariant: the text that is hashed is the text that templates print, byte for byte.

use super::assets::{SKIN_IMPORT, small_css, small_js};
use super::theme::Theme;
use sha2::{Digest, Sha256};
use tera::Value;

/// What templates find under `inline`: `inline["bare.css"].text` and `.hash` (`sha256-…`, for a content policy).
pub(super) fn values(theme: &Theme) -> Value {
    let mut all = tera::value::Map::new();
    for (name, text) in &theme.inline {
        let text = match name.rsplit('.').next() {
            Some("css") => small_css(&text.replace(SKIN_IMPORT, &theme.skin.small_css())),
            _ => small_js(text),
        };
        let mut one = tera::value::Map::new();
        one.insert("hash".into(), Value::from(hash(&text)));
        one.insert("text".into(), Value::safe_string(&text));
        all.insert(name.clone().into(), Value::from(one));
    }
    Value::from(all)
}

/// A hash source expression of a content security policy (CSP level 3): `sha256-` and the digest in base64.
pub(super) fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

/// Base64 with padding (RFC 4648 §4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let all = three.iter().fold(0u32, |sum, b| sum << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for place in 0..4 {
            if place <= three.len() {
                out.push(char::from(LETTERS[(all >> (18 - 6 * place)) as usize & 63]));
            } else {
                out.push('=');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_follows_the_vectors_of_rfc_4648() {
        let vectors = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, coded) in vectors {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn the_hash_is_what_browsers_expect() {
        // From the specification of Content Security Policy level 3: alert('Hello, world.');
        assert_eq!(
            hash("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }
}
