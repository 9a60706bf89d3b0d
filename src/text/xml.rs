//! Texts as they stand in XML: in drawings, feeds, sitemaps and the descriptions of files.
//!
//! Entry point: [`between_tags`], [`anywhere`]. Invariant: whatever comes in, the file stays well-formed; what XML cannot
//! hold at all is left out.

use std::borrow::Cow;

/// Adds a text that stands between tags, on one line.
pub fn between_tags(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if is_forbidden(c) => {}
            c => out.push(c),
        }
    }
}

/// A text as it may stand between tags and in attributes.
pub fn anywhere(text: &str) -> Cow<'_, str> {
    let is_special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || is_forbidden(c);
    if !text.contains(is_special) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if is_forbidden(c) => {}
            c => out.push(c),
        }
    }
    out.into()
}

/// Characters that XML 1.0 cannot hold at all.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_survives_anything() {
        let wild = "\u{1}<b>&\"'\u{b}\u{ffff}\nổ";
        let mut text = String::new();
        between_tags(&mut text, wild);
        let whole = format!("<a b=\"{0}\">{0}<c>{text}</c></a>", anywhere(wild));
        let doc = roxmltree::Document::parse(&whole).expect("well-formed");
        let root = doc.root_element();
        assert_eq!(root.text(), Some("<b>&\"'\nổ"));
        assert_eq!(root.attribute("b"), Some("<b>&\"' ổ"));
        assert_eq!(root.last_element_child().unwrap().text(), Some("<b>&\"' ổ"));
    }
}
