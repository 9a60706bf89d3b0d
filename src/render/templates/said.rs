//! What the template engine says, in words of our own.
//!
//! Entry point: [`detail`]. Invariant: the usual mistakes are told in both languages; of the rest the engine's own words are
//! an addition, marked as such.

use crate::diag::Diagnostic;

/// Names that the engine lists; more than these help nobody.
const NAMED: usize = 12;

/// Adds what the engine said to a finding.
pub(super) fn detail(finding: Diagnostic, said: &str) -> Diagnostic {
    let (vi, en) = words(said);
    finding.with("detail", vi).with("detail_en", en)
}

fn words(said: &str) -> (String, String) {
    let said = said.trim();
    named(said)
        .or_else(|| token(said))
        .or_else(|| sentence(said))
        .unwrap_or_else(|| {
            let own = said.replace('`', "'");
            (
                format!("bộ đọc mẫu báo (bằng tiếng Anh) «{own}»"),
                format!("the template engine says «{own}»"),
            )
        })
}

/// Something with a name that does not exist.
fn named(said: &str) -> Option<(String, String)> {
    let name = said.split('`').nth(1)?;
    let one = |vi: &str, en: &str| Some((format!("{vi} «{name}»"), format!("{en} «{name}»")));
    let kinds = [
        ("Unknown filter `", "không có bộ lọc", "there is no filter"),
        (
            "Unknown test `",
            "không có phép thử (sau chữ is)",
            "there is no test (after is)",
        ),
        ("Unknown function `", "không có hàm", "there is no function"),
        ("Unknown component `", "không có thành phần", "there is no component"),
        ("Unknown template `", "không có mẫu trang", "there is no template"),
    ];
    if let Some((_, vi, en)) = kinds.iter().find(|(start, ..)| said.starts_with(start)) {
        return one(vi, en);
    }
    let has = |start: &str, middle: &str| said.starts_with(start) && said.contains(middle);
    if has("Variable `", "is not defined") {
        return Some(with_list(
            one("không có biến", "there is no variable")?,
            said.split_once("Available variables: "),
        ));
    }
    if has("Variable `", "its value is undefined") {
        return one("biến này chưa có giá trị:", "this variable has no value:");
    }
    if has("Field `", "is not defined") {
        return Some(with_list(
            one("không có trường", "there is no field")?,
            said.split_once("Available fields: "),
        ));
    }
    if has("Argument `", "missing") || has("Implicit argument `", "not found") {
        return one(
            "gọi thành phần mà chưa đưa giá trị",
            "the component is called without the value",
        );
    }
    if said.starts_with("Unknown argument(s) `") {
        return Some(with_list(
            one(
                "thành phần này không nhận giá trị",
                "the component does not take the value",
            )?,
            said.split_once("Possible argument(s) are: "),
        ));
    }
    None
}

/// The names that are there, as far as they are few enough to be read.
fn with_list((vi, en): (String, String), list: Option<(&str, &str)>) -> (String, String) {
    let names: Vec<&str> = list
        .map_or("", |(_, list)| list)
        .split(',')
        .map(|name| name.trim().trim_matches('`'))
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        return (vi, en);
    }
    let more = if names.len() > NAMED { ", …" } else { "" };
    let names = names[..names.len().min(NAMED)].join(", ");
    (
        format!("{vi}; ở đây có: {names}{more}"),
        format!("{en}; there are: {names}{more}"),
    )
}

/// `Found … but expected ….`
fn token(said: &str) -> Option<(String, String)> {
    let (found, wanted) = said.strip_prefix("Found ")?.split_once(" but expected ")?;
    let (found_vi, found_en) = thing(found);
    let wanted = wanted.trim_end_matches('.');
    if wanted.starts_with("one of") || wanted.contains(", ") || wanted.contains(" or ") {
        return Some((
            format!("không thể đặt {found_vi} ở đây"),
            format!("{found_en} cannot stand here"),
        ));
    }
    let (wanted_vi, wanted_en) = thing(wanted);
    Some((
        format!("ở đây phải là {wanted_vi}, không phải {found_vi}"),
        format!("{wanted_en} should stand here, not {found_en}"),
    ))
}

/// A mark or a sort of word.
fn thing(named: &str) -> (String, String) {
    let (vi, en) = match named.trim() {
        "identifier" | "attribute name" => ("một tên", "a name"),
        "string" => ("một chuỗi trong ngoặc kép", "a text in quotes"),
        "integer" | "float" => ("một con số", "a number"),
        "bool" => ("true hoặc false", "true or false"),
        "content" | "raw content" => ("chữ thường ngoài lệnh", "plain text outside of commands"),
        "comment" => ("một ghi chú", "a comment"),
        mark => {
            let mark = mark.replace('`', "");
            return (format!("«{mark}»"), format!("«{mark}»"));
        }
    };
    (vi.to_string(), en.to_string())
}

/// Whole sentences, by how they begin.
fn sentence(said: &str) -> Option<(String, String)> {
    let all = [
        (
            "Unexpected end of ",
            "mẫu trang hết mà lệnh hay khối chưa được đóng",
            "the template ends before a command or a block is closed",
        ),
        (
            "unexpected end of ",
            "thiếu dấu đóng của một chuỗi hay một khối",
            "a text or a block is not closed",
        ),
        (
            "Unexpected character",
            "có một ký tự không dùng được trong lệnh",
            "there is a character that a command cannot have",
        ),
        ("Unknown tag", "không có lệnh này", "there is no such command"),
        (
            "Closing comment tag",
            "ghi chú {# chưa được đóng bằng #}",
            "the comment {# is not closed with #}",
        ),
        (
            "Unclosed component",
            "thành phần được mở mà chưa được đóng",
            "a component is opened and not closed",
        ),
        (
            "Closing tag",
            "tên ở thẻ đóng khác tên ở thẻ mở",
            "the closing tag has another name than the opening one",
        ),
        (
            "Tried to render a variable that is undefined",
            "lệnh in gặp một biến chưa có giá trị",
            "something without a value is printed",
        ),
    ];
    let (_, vi, en) = all.iter().find(|(start, ..)| said.starts_with(start))?;
    Some(((*vi).to_string(), (*en).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_mistakes_are_told_in_our_words() {
        for (said, vi, en) in [
            (
                "Unknown filter `uper`",
                "không có bộ lọc «uper»",
                "there is no filter «uper»",
            ),
            (
                "Unknown component `crad`",
                "không có thành phần «crad»",
                "there is no component «crad»",
            ),
            (
                "Field `tilte` is not defined. Available fields: title, lang",
                "không có trường «tilte»; ở đây có: title, lang",
                "there is no field «tilte»; there are: title, lang",
            ),
            (
                "Variable `pgae` is not defined.",
                "không có biến «pgae»",
                "there is no variable «pgae»",
            ),
            (
                "Found `}` but expected `}}`.",
                "ở đây phải là «}}», không phải «}»",
                "«}}» should stand here, not «}»",
            ),
            (
                "Found identifier but expected %}.",
                "ở đây phải là «%}», không phải một tên",
                "«%}» should stand here, not a name",
            ),
            (
                "Found `%}` but expected one of: integer, float, string",
                "không thể đặt «%}» ở đây",
                "«%}» cannot stand here",
            ),
        ] {
            assert_eq!(words(said), (vi.to_string(), en.to_string()), "{said}");
        }
    }

    #[test]
    fn the_rest_is_marked_as_the_words_of_the_engine() {
        let (vi, en) = words("`x` and `y` cannot be compared");
        assert_eq!(vi, "bộ đọc mẫu báo (bằng tiếng Anh) «'x' and 'y' cannot be compared»");
        assert_eq!(en, "the template engine says «'x' and 'y' cannot be compared»");
    }
}
