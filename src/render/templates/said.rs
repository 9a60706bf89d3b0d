//! What the template engine says, in words of our own.
//!
//! Entry point: [`detail`]. Invariant: the usual mistakes are told in both languages; of the rest the engine's own words are
//! an addition, marked as such.

use super::{Documents, plain_name};
use crate::diag::Diagnostic;
use crate::render::filters;
use crate::text::nearest;

/// Names that the engine lists; more than these help nobody.
const NAMED: usize = 12;

/// Adds what the engine said to a finding. `documents` hold the names that may have been meant.
pub(super) fn detail(finding: Diagnostic, said: &str, documents: &Documents) -> Diagnostic {
    let (vi, en) = words(said, documents);
    finding.with("detail", vi).with("detail_en", en)
}

/// Adds the name that may have been meant.
pub(super) fn meant((vi, en): (String, String), near: Option<&str>) -> (String, String) {
    match near {
        Some(near) => (
            format!("{vi}; có phải là «{near}»?"),
            format!("{en}; did you mean «{near}»?"),
        ),
        None => (vi, en),
    }
}

fn words(said: &str, documents: &Documents) -> (String, String) {
    let said = said.trim();
    named(said, documents)
        .or_else(|| refused(said))
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
fn named(said: &str, documents: &Documents) -> Option<(String, String)> {
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
        return Some(meant(one(vi, en)?, near(said, name, documents).as_deref()));
    }
    let has = |start: &str, middle: &str| said.starts_with(start) && said.contains(middle);
    if has("Variable `", "is not defined") {
        let list = said.split_once("Available variables: ");
        return Some(with_list(one("không có biến", "there is no variable")?, name, list));
    }
    if has("Variable `", "its value is undefined") {
        return one("biến này chưa có giá trị:", "this variable has no value:");
    }
    if has("Field `", "is not defined") {
        let list = said.split_once("Available fields: ");
        return Some(with_list(one("không có trường", "there is no field")?, name, list));
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
            name,
            said.split_once("Possible argument(s) are: "),
        ));
    }
    None
}

/// The filter, component or template of nearly that name.
fn near(said: &str, name: &str, documents: &Documents) -> Option<String> {
    let known: Vec<&str> = if said.starts_with("Unknown filter") {
        filters::NAMES.to_vec()
    } else if said.starts_with("Unknown component") {
        let parts = documents
            .values()
            .flat_map(|document| document.text.split("{% component ").skip(1));
        parts.filter_map(|part| part.split('(').next()).collect()
    } else if said.starts_with("Unknown template") {
        documents.keys().map(|name| plain_name(name)).collect()
    } else {
        Vec::new()
    };
    nearest(name, known.into_iter()).map(str::to_string)
}

/// What themes may not do, and values that are of another sort than is wanted.
fn refused(said: &str) -> Option<(String, String)> {
    if let Some((_, name)) = said.split_once("not for themes: ") {
        return Some((
            format!("mẫu trang không được dùng «{name}»; xóa chỗ gọi nó"),
            format!("templates may not use «{name}»; take it out"),
        ));
    }
    if let Some((start, end)) = said.split_once(" in the opening tag, found ") {
        let (open, close) = (start.split('`').nth(1)?, end.split('`').nth(1)?);
        return Some((
            format!("mở bằng tên «{open}» mà đóng bằng tên «{close}»"),
            format!("what is opened as «{open}» is closed as «{close}»"),
        ));
    }
    let marked = |at: usize| said.split('`').nth(at);
    if said.starts_with("Component argument `") || said.starts_with("Invalid type for") {
        let (vi, en) = (marked(1)?, said.rsplit('`').nth(1).unwrap_or_default());
        let (wanted_vi, wanted_en) = match said.starts_with("Component") {
            true => sort_of(en),
            false => sort_of(vi),
        };
        return Some(match said.starts_with("Component") {
            true => (
                format!("«{vi}» phải là {wanted_vi}"),
                format!("«{vi}» has to be {wanted_en}"),
            ),
            false => (
                format!("bộ lọc hay phép thử ở đây cần {wanted_vi}"),
                format!("the filter or test here needs {wanted_en}"),
            ),
        });
    }
    if said.starts_with("Missing keyword argument `") {
        let name = marked(1)?;
        return Some((
            format!("thiếu {name}=… trong ngoặc"),
            format!("{name}=… is missing in the brackets"),
        ));
    }
    if said.starts_with("Iteration not possible") {
        let (vi, en) = ("{% for %} chỉ đi qua được một danh sách", "{% for %} needs a list");
        return Some((vi.to_string(), en.to_string()));
    }
    if said.starts_with("Template already contains a ") {
        let name = marked(1)?;
        return Some((
            format!("«{name}» được viết hai lần"),
            format!("«{name}» is written twice"),
        ));
    }
    None
}

/// What the engine calls a sort of value.
fn sort_of(named: &str) -> (&'static str, &'static str) {
    match named {
        "string" | "str" | "&str" => ("một chuỗi chữ", "a text"),
        "bool" => ("true hoặc false", "true or false"),
        "array" | "Vec" | "&[Value]" => ("một danh sách", "a list"),
        "map" | "Map" => ("một nhóm có tên", "a group of named values"),
        _ => ("một con số", "a number"),
    }
}

/// The names that are there, as far as they are few enough to be read.
fn with_list((vi, en): (String, String), name: &str, list: Option<(&str, &str)>) -> (String, String) {
    let names: Vec<&str> = list
        .map_or("", |(_, list)| list)
        .split(',')
        .map(|name| name.trim().trim_matches('`'))
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        return (vi, en);
    }
    // The one that was meant is enough.
    if let Some(near) = nearest(name, names.iter().copied()) {
        return meant((vi, en), Some(near));
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

/// Whole sentences by how they begin, in Vietnamese and English.
const SENTENCES: &[(&str, &str, &str)] = &[
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
        "Circular ",
        "các mẫu trang gọi nhau thành vòng tròn",
        "templates call each other in a circle",
    ),
    ("Cannot divide by 0", "phép chia cho số 0", "a division by 0"),
    (
        "Unable to perform",
        "không tính được với những giá trị này",
        "these values cannot be reckoned with",
    ),
    (
        "Cannot compare",
        "không so sánh được hai giá trị này",
        "these two values cannot be compared",
    ),
    (
        "Blocks cannot be written inside",
        "{% block %} không đặt được trong lệnh này",
        "{% block %} cannot stand within this command",
    ),
    (
        "Tried to render a variable that is undefined",
        "lệnh in gặp một biến chưa có giá trị",
        "something without a value is printed",
    ),
];

/// A whole sentence.
fn sentence(said: &str) -> Option<(String, String)> {
    let (_, vi, en) = SENTENCES.iter().find(|(start, ..)| said.starts_with(start))?;
    Some(((*vi).to_string(), (*en).to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: &[(&str, &str, &str)] = &[
        (
            "Unknown filter `uper`",
            "không có bộ lọc «uper»; có phải là «upper»?",
            "there is no filter «uper»; did you mean «upper»?",
        ),
        (
            "Unknown component `crad`",
            "không có thành phần «crad»",
            "there is no component «crad»",
        ),
        (
            "Field `tilte` is not defined. Available fields: title, lang",
            "không có trường «tilte»; có phải là «title»?",
            "there is no field «tilte»; did you mean «title»?",
        ),
        (
            "Field `xyz` is not defined. Available fields: title, lang",
            "không có trường «xyz»; ở đây có: title, lang",
            "there is no field «xyz»; there are: title, lang",
        ),
        (
            "block was named `main` in the opening tag, found `man` as name in the end tag",
            "mở bằng tên «main» mà đóng bằng tên «man»",
            "what is opened as «main» is closed as «man»",
        ),
        (
            "Component argument `sizes` (type: `i64`) does not match expected type: `string`",
            "«sizes» phải là một chuỗi chữ",
            "«sizes» has to be a text",
        ),
        (
            "not for themes: safe",
            "mẫu trang không được dùng «safe»; xóa chỗ gọi nó",
            "templates may not use «safe»; take it out",
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
    ];

    #[test]
    fn usual_mistakes_are_told_in_our_words() {
        for (said, vi, en) in USUAL {
            assert_eq!(
                words(said, &Documents::new()),
                (vi.to_string(), en.to_string()),
                "{said}"
            );
        }
    }

    #[test]
    fn the_rest_is_marked_as_the_words_of_the_engine() {
        let (vi, en) = words("`x` and `y` quarrel", &Documents::new());
        assert_eq!(vi, "bộ đọc mẫu báo (bằng tiếng Anh) «'x' and 'y' quarrel»");
        assert_eq!(en, "the template engine says «'x' and 'y' quarrel»");
    }
}
