//! Words as they stand in HTML.
//!
//! Entry point: [`text`] between tags, [`attribute`] and [`address`] within double quotes. Invariant: whatever comes in, it
//! ends neither the element nor the attribute that it stands in, and runs no code. Templates escape by themselves; this is
//! for what is written without them.

use std::fmt::Write;

/// Text between tags.
pub(super) fn text(out: &mut String, text: &str) {
    escape(out, text, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        // Not allowed in HTML at all; line breaks and tabs are.
        0x00..=0x08 | 0x0b..=0x1f | 0x7f => Some("\u{fffd}"),
        _ => None,
    });
}

/// The value of an attribute in double quotes.
pub(super) fn attribute(out: &mut String, value: &str) {
    escape(out, value, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        0x00..=0x08 | 0x0b..=0x1f | 0x7f => Some("\u{fffd}"),
        _ => None,
    });
}

/// An address in double quotes: what a URL may not hold is percent-encoded; escapes that are there stay.
pub(super) fn address(out: &mut String, href: &str) {
    let scheme = href.split([':', '/', '?', '#']).next().unwrap_or_default();
    let runs_code = ["javascript", "vbscript", "data"]
        .iter()
        .any(|bad| scheme.trim().eq_ignore_ascii_case(bad));
    if runs_code && href[scheme.len()..].starts_with(':') {
        // Links are judged long before; this is the second lock on the door.
        return out.push('#');
    }
    let mut done = 0;
    for (at, byte) in href.bytes().enumerate() {
        let kept = byte.is_ascii_alphanumeric() || b"-_.+!*(),%#@?=;:/$~'".contains(&byte);
        if kept && byte != b'\'' {
            continue;
        }
        // Within a letter of several bytes nothing lies between.
        if done < at {
            out.push_str(&href[done..at]);
        }
        done = at + 1;
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#39;"),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out.push_str(&href[done..]);
}

/// Puts in the place of some bytes what is to be written for them.
fn escape(out: &mut String, text: &str, escaped: impl Fn(u8) -> Option<&'static str>) {
    // Hardly any text has such a sign, which is told many bytes at a time.
    let is_rare = |byte: u8| byte < b' ' || matches!(byte, b'&' | b'<' | b'>' | b'"' | 0x7f);
    if !text.bytes().fold(false, |any, byte| any | is_rare(byte)) {
        return out.push_str(text);
    }
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(entity) = escaped(byte) {
            out.push_str(&text[done..at]);
            out.push_str(entity);
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
}
