//! JSON that stands in a script element of a page.
//!
//! Entry point: [`ScriptJson`]. Invariant: what comes out is JSON (RFC 8259), and no character of it can end the element
//! or begin a comment: `<`, `>`, `&` and the two line separators are written as `\uXXXX`.

use serde_json::Value as Json;
use std::fmt::Write;

/// Writes JSON from left to right; members and items get their commas by themselves.
#[derive(Debug, Default)]
pub struct ScriptJson(String);

impl ScriptJson {
    /// An empty text with room for `bytes`.
    pub fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// The JSON of a finished value.
    pub fn of(value: &Json) -> String {
        let mut out = Self::default();
        out.value(value);
        out.0
    }

    /// The text written so far.
    pub fn into_text(self) -> String {
        self.0
    }

    /// `{`
    pub fn open(&mut self) -> &mut Self {
        self.item();
        self.0.push('{');
        self
    }

    /// `}`
    pub fn close(&mut self) -> &mut Self {
        self.0.push('}');
        self
    }

    /// `[`
    pub fn list(&mut self) -> &mut Self {
        self.item();
        self.0.push('[');
        self
    }

    /// `]`
    pub fn end(&mut self) -> &mut Self {
        self.0.push(']');
        self
    }

    /// The name of the next member, a word of the standard with nothing to escape.
    pub fn name(&mut self, name: &'static str) -> &mut Self {
        self.item();
        for piece in ["\"", name, "\":"] {
            self.0.push_str(piece);
        }
        self
    }

    /// As [`Self::name`], for one that a site chose.
    pub fn own_name(&mut self, name: &str) -> &mut Self {
        self.text(name).0.push(':');
        self
    }

    /// A text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.item();
        self.0.push('"');
        self.piece(text);
        self.0.push('"');
        self
    }

    /// A text in pieces: an address and what follows it.
    pub fn texts(&mut self, pieces: &[&str]) -> &mut Self {
        self.item();
        self.0.push('"');
        pieces.iter().for_each(|piece| self.piece(piece));
        self.0.push('"');
        self
    }

    /// A whole number.
    pub fn number(&mut self, number: usize) -> &mut Self {
        self.item();
        // Writing to a text cannot fail.
        let _ = write!(self.0, "{number}");
        self
    }

    /// A value that has been put together elsewhere.
    pub fn value(&mut self, value: &Json) -> &mut Self {
        match value {
            Json::String(text) => self.text(text),
            Json::Array(items) => {
                self.list();
                for item in items {
                    self.value(item);
                }
                self.end()
            }
            Json::Object(members) => {
                self.open();
                for (name, value) in members {
                    self.own_name(name).value(value);
                }
                self.close()
            }
            Json::Null | Json::Bool(_) | Json::Number(_) => {
                self.item();
                let _ = write!(self.0, "{value}");
                self
            }
        }
    }

    /// The comma before everything but the first of its kind.
    fn item(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    fn piece(&mut self, text: &str) {
        // Hardly any text has such a sign: told without branches first, many bytes at a time.
        let special = |byte: u8| matches!(byte, b'"' | b'\\' | b'<' | b'>' | b'&' | 0..=0x1f | 0xe2);
        if !text.bytes().fold(false, |any, byte| any | special(byte)) {
            self.0.push_str(text);
            return;
        }
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let skip = match byte {
                b'"' | b'\\' | b'<' | b'>' | b'&' | 0..=0x1f => 1,
                0xe2 if matches!(&text.as_bytes()[at + 1..at + 3], [0x80, 0xa8 | 0xa9]) => 3,
                _ => continue,
            };
            self.0.push_str(&text[from..at]);
            match text[at..].chars().next() {
                Some(mark @ ('"' | '\\')) => self.0.extend(['\\', mark]),
                mark => {
                    let _ = write!(self.0, "\\u{:04x}", mark.map_or(0, u32::from));
                }
            }
            from = at + skip;
        }
        self.0.push_str(&text[from..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_back_as_what_was_written() {
        let value = json!({
            "text": "đình \"Hạ\" \\ \n\t\u{1}", "none": null, "yes": true, "n": [1, -2.5, []], "o": {"a": {}, "b": "…"},
        });
        assert_eq!(serde_json::from_str::<Json>(&ScriptJson::of(&value)).unwrap(), value);
    }

    #[test]
    fn members_and_items_get_commas() {
        let mut out = ScriptJson::default();
        out.open()
            .name("a")
            .number(1)
            .name("b")
            .list()
            .text("x")
            .texts(&["y", "/z"])
            .end();
        out.name("c").open().close().close();
        assert_eq!(out.into_text(), r#"{"a":1,"b":["x","y/z"],"c":{}}"#);
    }

    #[test]
    fn a_text_that_ends_like_a_bracket_still_gets_its_comma() {
        assert_eq!(ScriptJson::of(&json!(["{", "[", ":", "x"])), r#"["{","[",":","x"]"#);
    }

    #[test]
    fn nothing_can_leave_the_element() {
        let out = ScriptJson::of(&json!({"name": "</script><!-- & \u{2028}\u{2029}"}));
        assert_eq!(out, r#"{"name":"\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029"}"#);
    }
}
