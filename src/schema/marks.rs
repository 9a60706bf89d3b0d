//! Marks of Markdown and of web pages in the texts of `entry.yaml`, which are shown there as they were typed.
//!
//! Entry point: [`first`]. Invariant: only marks that close count, so that stars, angle brackets and ampersands may stand
//! in any text.

/// Tags that people type or copy, without their angle brackets.
const TAGS: &[&str] = &[
    "br", "b", "strong", "i", "em", "u", "p", "div", "span", "font", "center", "sup", "sub",
];

/// Tags that end a line.
const ENDS: &[&str] = &["br", "p", "div"];

/// What web pages write for signs.
const ENTITIES: &[(&str, &str)] = &[
    ("&nbsp;", " "),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "“"),
    ("&#39;", "’"),
];

/// The first mark of a text, and the line it stands in without any.
pub(super) fn first(text: &str) -> Option<(&str, String)> {
    if !["**", "](", "<", "&"].iter().any(|sign| text.contains(sign)) {
        return None;
    }
    text.lines().find_map(|line| {
        let (mark, plain) = without(line)?;
        Some((mark, plain.split_whitespace().collect::<Vec<_>>().join(" ")))
    })
}

/// The first mark of a line, and the line without any.
fn without(line: &str) -> Option<(&str, String)> {
    let mut first = None;
    let mut plain = String::with_capacity(line.len());
    let mut at = 0;
    let mut is_bold = false;
    while let Some(sign) = line[at..].chars().next() {
        let rest = &line[at..];
        let found = match sign {
            '<' => tag(rest),
            '&' => ENTITIES
                .iter()
                .find(|(name, _)| rest.starts_with(name))
                .map(|(name, sign)| (name.len(), *sign)),
            '*' if rest.starts_with("**") && (is_bold || rest[2..].contains("**")) => {
                is_bold = !is_bold;
                Some((2, ""))
            }
            _ => None,
        };
        if let Some((length, words)) = link(rest) {
            first = first.or(Some("[…](…)"));
            plain.push_str(words);
            at += length;
        } else if let Some((length, sign)) = found {
            first = first.or(Some(&rest[..length]));
            plain.push_str(sign);
            at += length;
        } else {
            plain.push(sign);
            at += sign.len_utf8();
        }
    }
    first.map(|mark| (mark, plain))
}

/// As much of a text as a tag or a link is long, so that one of nothing but brackets is not read again and again.
fn near(text: &str) -> &str {
    const LONGEST: usize = 300;
    &text[..text.floor_char_boundary(LONGEST)]
}

/// The length of a tag that a text begins with, and what stands in its place.
fn tag(text: &str) -> Option<(usize, &'static str)> {
    let length = near(text).find('>')? + 1;
    let inner = text[1..length - 1].trim_start_matches('/');
    let name = inner.split([' ', '/']).next().unwrap_or_default().to_lowercase();
    let place = if ENDS.contains(&&*name) { " " } else { "" };
    TAGS.contains(&&*name).then_some((length, place))
}

/// The length of a link that a text begins with, and its words.
fn link(text: &str) -> Option<(usize, &str)> {
    let inner = near(text).strip_prefix('[')?;
    let words = &inner[..inner.find(']')?];
    let address = inner[words.len() + 1..].strip_prefix('(')?;
    let address = &address[..address.find(')')?];
    let is_address = address.contains(['/', '.', ':']) && !address.contains(' ');
    is_address.then_some((words.len() + address.len() + 4, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_close_are_found_and_taken_out() {
        for (text, mark, plain) in [
            ("Ngôi **đền** cổ", "**", "Ngôi đền cổ"),
            ("Xem [Chùa Bổ Đà](relics/chua-bo-da).", "[…](…)", "Xem Chùa Bổ Đà."),
            ("Cổng<br>và <b>sân</b>", "<br>", "Cổng và sân"),
            ("Đền&nbsp;Hạ &amp; ao", "&nbsp;", "Đền Hạ & ao"),
            (
                "Dòng một\n<p align=\"center\">Dòng hai</p>",
                "<p align=\"center\">",
                "Dòng hai",
            ),
        ] {
            assert_eq!(first(text), Some((mark, plain.to_string())), "{text}");
        }
        for fine in [
            "Khách sạn 4** và 5 sao",
            "t° < 30 °C, > 5 °C",
            "R&D, A & B",
            "[…] (mờ)",
            "[bia](trước cổng)",
            "<Chưa rõ>",
            "2 * 3 * 4",
            "",
        ] {
            assert_eq!(first(fine), None, "{fine}");
        }
    }
}
