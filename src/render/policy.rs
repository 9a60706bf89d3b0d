//! What a theme's own templates may not hold: everything that the policy of pages has browsers block in silence.
//!
//! Entry point: [`check`]. Invariant: looks at the templates as they are written, so that each finding stands at the
//! line that has to change; built-in templates keep the rules and are not looked at.

mod tags;

use self::tags::{Attribute, Tag, tags};
use super::theme::is_published;
use super::written::{FILLER, masked};
use crate::diag::codes::look;
use crate::diag::{Code, Diagnostics, Span};
use crate::source::document::Document;
use std::collections::BTreeSet;

/// The line that pages of a language carry.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; \
                      img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; \
                      worker-src 'self'; form-action 'self'; base-uri 'none'\">";

/// Tags that show a page of others within the page.
const FRAMES: &[&str] = &["iframe", "object", "embed", "frame"];

/// Attributes that hold an address.
const LEADS: &[&str] = &["href", "xlink:href", "src", "action", "formaction"];

/// Why a file that a template calls is not shown.
pub(super) const NOT_THERE: [&str; 2] = ["trang không có tệp đó", "the site does not have it"];

/// Attributes that begin like those of events and are none.
const NO_EVENTS: &[&str] = &["on", "one", "once", "only", "onto"];

/// What is wrong with a template of a theme or of a site. `copied` names the files of `content/static/`.
pub(super) fn check(document: &Document, copied: &BTreeSet<&str>) -> Diagnostics {
    let masked = masked(&document.text);
    let all = tags(&masked);
    let mut found = Diagnostics::new();
    for tag in &all {
        check_element(document, &masked, tag, &mut found);
        for attribute in &tag.attributes {
            check_attribute(document, tag, attribute, &mut found);
            check_file(document, tag, attribute, copied, &mut found);
        }
    }
    check_policy(document, &all, &mut found);
    found
}

/// Adds a finding that says what it is about and what to do in both languages.
fn tell(document: &Document, code: &'static Code, span: Span, [what, todo]: [[&str; 2]; 2], found: &mut Diagnostics) {
    let finding = document.found(code, span);
    let finding = finding.with("what", what[0]).with("what_en", what[1]);
    found.push(finding.with("todo", todo[0]).with("todo_en", todo[1]));
}

/// Scripts, styles and frames.
fn check_element(document: &Document, masked: &str, tag: &Tag<'_>, found: &mut Diagnostics) {
    let own = || masked[tag.content.clone()].trim_matches(|c: char| c.is_whitespace() || c == FILLER);
    let blocked =
        |what, todo, found: &mut Diagnostics| tell(document, look::PAGE_BLOCKED, tag.span, [what, todo], found);
    let address = || {
        let named = |name: &str| tag.attributes.iter().find(|attribute| attribute.name == name);
        named("src")
            .or(named("data"))
            .map_or("…", |attribute| written(document, attribute))
    };
    match tag.name.as_str() {
        "script" if tag.value("src").is_none() && !tag.is_data() && !own().is_empty() => blocked(
            [
                "lệnh viết thẳng giữa <script> và </script>",
                "a script between <script> and </script>",
            ],
            [
                "chuyển các lệnh ấy vào tệp content/theme/scripts/own.js; mọi trang tự gọi tệp này",
                "move the script into the file content/theme/scripts/own.js, which every page calls by itself",
            ],
            found,
        ),
        "style" if !own().is_empty() => blocked(
            [
                "kiểu dáng viết thẳng giữa <style> và </style>",
                "styles between <style> and </style>",
            ],
            [
                "chuyển các quy tắc ấy vào tệp content/theme/styles/own.css; mọi trang tự gọi tệp này",
                "move the rules into the file content/theme/styles/own.css, which every page calls by itself",
            ],
            found,
        ),
        name if FRAMES.contains(&name) => blocked(
            [
                &format!("khung nhúng <{}>", tag.name),
                &format!("the frame <{}>", tag.name),
            ],
            [
                &format!(
                    "thay khung bằng liên kết: <a href=\"{}\" rel=\"noopener\">…</a>",
                    address()
                ),
                &format!(
                    "put a link in its place: <a href=\"{}\" rel=\"noopener\">…</a>",
                    address()
                ),
            ],
            found,
        ),
        _ => {}
    }
}

fn check_attribute(document: &Document, tag: &Tag<'_>, attribute: &Attribute<'_>, found: &mut Diagnostics) {
    let name = attribute.name.as_str();
    let value = attribute.value.trim();
    if name == "style" && !value.is_empty() {
        let rule = value.trim_end_matches(';');
        let rule = if rule.contains(FILLER) { "…" } else { rule };
        let todo = [
            &*format!(
                "ghi class=\"rieng\" thay cho style=…, rồi ghi vào content/theme/styles/own.css: .rieng {{ {rule} }}"
            ),
            &*format!(
                "write class=\"own\" in place of style=…, and in content/theme/styles/own.css: .own {{ {rule} }}"
            ),
        ];
        let what = ["kiểu dáng viết trong style=\"…\"", "styles in style=\"…\""];
        tell(document, look::PAGE_BLOCKED, attribute.span, [what, todo], found);
    } else if !NO_EVENTS.contains(&name) && name.starts_with("on") && name.bytes().all(|b| b.is_ascii_lowercase()) {
        let event = &name[2..];
        let todo = [
            &*format!(
                "bỏ {name}, đặt id cho thẻ này, rồi ghi vào content/theme/scripts/own.js: document.getElementById(\"…\").addEventListener(\"{event}\", …)"
            ),
            &*format!(
                "take {name} out, give the tag an id, and write in content/theme/scripts/own.js: document.getElementById(\"…\").addEventListener(\"{event}\", …)"
            ),
        ];
        let what = [
            &*format!("lệnh viết trong {name}=\"…\""),
            &*format!("a script in {name}=\"…\""),
        ];
        tell(document, look::PAGE_BLOCKED, attribute.span, [what, todo], found);
    } else if LEADS.contains(&name) && value.to_ascii_lowercase().starts_with("javascript:") {
        let what = [
            "lệnh viết trong địa chỉ javascript:",
            "a script in a javascript: address",
        ];
        let todo = [
            "ghi địa chỉ thật của trang cần mở, hoặc dùng <button> và content/theme/scripts/own.js",
            "write the address of the page that is meant, or use a <button> and content/theme/scripts/own.js",
        ];
        tell(document, look::PAGE_BLOCKED, attribute.span, [what, todo], found);
    } else if tag.loads(name) && is_elsewhere(value) && !FRAMES.contains(&&*tag.name) {
        let url = written(document, attribute);
        let finding = document.found(look::THIRD_PARTY, attribute.span).with("url", url);
        let [vi, en] = instead(tag, url);
        found.push(finding.with("todo", vi).with("todo_en", en));
    }
}

/// A value as it stands in the template, with its expressions.
fn written<'d>(document: &'d Document, attribute: &Attribute<'_>) -> &'d str {
    document.text[attribute.span.lo as usize..attribute.span.hi as usize].trim()
}

/// True for an address of another site.
pub(super) fn is_elsewhere(value: &str) -> bool {
    let start = value.trim_start().to_ascii_lowercase();
    ["http:", "https:", "//"].iter().any(|scheme| start.starts_with(scheme))
}

/// What to do in place of loading something from elsewhere.
fn instead(tag: &Tag<'_>, url: &str) -> [String; 2] {
    let name = url.split(['?', '#']).next().unwrap_or_default();
    let name = name.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let name = if name.contains("{{") { "…" } else { name };
    match tag.name.as_str() {
        "form" => [
            format!("thay biểu mẫu bằng liên kết: <a href=\"{url}\" rel=\"noopener\">…</a>"),
            format!("put a link in place of the form: <a href=\"{url}\" rel=\"noopener\">…</a>"),
        ],
        "script" => [
            "xóa dòng này; trang không dùng dịch vụ đếm khách hay tiện ích của nơi khác. Lệnh của riêng bạn thì chép vào content/theme/scripts/own.js".to_string(),
            "delete this line; pages use no counters or widgets of others. A script of your own goes into content/theme/scripts/own.js".to_string(),
        ],
        "link" if url.contains("font") => own_font(url, "content/theme/styles/own.css"),
        "link" => [
            "xóa dòng này; kiểu dáng thì chép vào content/theme/styles/own.css".to_string(),
            "delete this line; copy the styles into content/theme/styles/own.css".to_string(),
        ],
        // Sounds and films are published as they are only.
        _ if name != "…" && !is_published(name) => [
            format!("lưu tệp vào content/static/{name} rồi gọi bằng {{{{ root }}}}{name}"),
            format!("save the file as content/static/{name} and call it with {{{{ root }}}}{name}"),
        ],
        _ => [
            format!("lưu tệp vào content/theme/assets/{name} rồi gọi bằng {{{{ root }}}}{{{{ assets[\"{name}\"] }}}}"),
            format!("save the file as content/theme/assets/{name} and call it with {{{{ root }}}}{{{{ assets[\"{name}\"] }}}}"),
        ],
    }
}

/// What to do in place of loading a font from elsewhere: `…/css2?family=Be+Vietnam+Pro:wght@400` names it.
pub(super) fn own_font(url: &str, sheet: &str) -> [String; 2] {
    let family = url.split_once("family=").map_or("", |(_, family)| family);
    let family = family
        .split([':', '&', '|'])
        .next()
        .unwrap_or_default()
        .replace(['+'], " ");
    let family = if family.is_empty() { "Lora".to_string() } else { family };
    let file = format!("{}.woff2", family.to_lowercase().replace(' ', "-"));
    let rule = format!("@font-face {{ font-family: \"{family}\"; src: url({file}); }}");
    [
        format!("xóa dòng này, tải phông về thành content/theme/fonts/{file}, rồi ghi vào {sheet}: {rule}"),
        format!("delete this line, save the font as content/theme/fonts/{file}, and write in {sheet}: {rule}"),
    ]
}

/// A file that is called by a path that can be read off the template has to lie in `content/static/`.
fn check_file(
    document: &Document,
    tag: &Tag<'_>,
    attribute: &Attribute<'_>,
    copied: &BTreeSet<&str>,
    found: &mut Diagnostics,
) {
    if !["src", "href", "xlink:href", "poster", "data"].contains(&&*attribute.name) {
        return;
    }
    // What a site makes by itself, such as its manifest, is called by other kinds of links.
    let is_file = match tag.name.as_str() {
        "link" => {
            let rel = tag.value("rel").unwrap_or_default().to_ascii_lowercase();
            rel.contains("icon") || rel.contains("stylesheet")
        }
        name => name != "form" && tag.loads(&attribute.name),
    };
    if !is_file {
        return;
    }
    let written = written(document, attribute);
    const ROOT: &str = "{{ root }}";
    let path = written.strip_prefix(ROOT);
    let is_absolute = written.starts_with('/') && !is_elsewhere(written);
    let Some(name) = path.or(is_absolute.then(|| written.trim_start_matches('/'))) else {
        return;
    };
    let name = name.split(['?', '#']).next().unwrap_or_default();
    // What is written otherwise than it is called cannot be told from here; codes are drawn by the site itself.
    let is_code = name == "qr.svg" || name.ends_with("/qr.svg");
    if name.is_empty() || ["{{", "%", "&"].iter().any(|sign| name.contains(sign)) || is_code {
        return;
    }
    let is_there = copied.contains(name);
    // Pages that stand alone, such as 404.html, have no `root`.
    let stands_alone = document.text.contains("<html") && !document.text.contains(ROOT);
    if is_there && (!is_absolute || stands_alone) {
        return;
    }
    let (why, todo) = amiss(is_there, stands_alone, name, written);
    let finding = document.found(look::SITE_FILE_MISSING, attribute.span);
    let finding = finding.with("why", why[0]).with("why_en", why[1]);
    let [vi, en] = todo;
    found.push(finding.with("name", written).with("todo", vi).with("todo_en", en));
}

/// Why a file is not shown, and what to do, in both languages. `stands_alone` is true for pages without `root`.
fn amiss(is_there: bool, stands_alone: bool, name: &str, written: &str) -> ([&'static str; 2], [String; 2]) {
    let call = if stands_alone {
        format!("/{name}")
    } else {
        format!("{{{{ root }}}}{name}")
    };
    match is_there {
        true => (
            [
                "địa chỉ này sai khi cả trang nằm trong một thư mục con",
                "this address is wrong when the site lies in a folder",
            ],
            [
                format!("ghi «{call}» thay cho «{written}»"),
                format!("write «{call}» in place of «{written}»"),
            ],
        ),
        false => (
            NOT_THERE,
            [
                format!("chép tệp vào content/static/{name} rồi ghi «{call}»"),
                format!("put the file into content/static/{name} and write «{call}»"),
            ],
        ),
    }
}

/// A whole page carries the policy, and none that lets others in.
fn check_policy(document: &Document, all: &[Tag<'_>], found: &mut Diagnostics) {
    let is_policy = |tag: &&Tag<'_>| {
        let kind = tag.value("http-equiv").unwrap_or_default();
        tag.name == "meta" && kind.eq_ignore_ascii_case("content-security-policy")
    };
    let policy = all.iter().find(is_policy);
    let head = all
        .iter()
        .find(|tag| tag.name == "head")
        .or(all.iter().find(|tag| tag.name == "html"));
    let Some(policy) = policy else {
        lacking_policy(document, head, found);
        return;
    };
    let Some(content) = policy.attributes.iter().find(|a| a.name == "content") else {
        return;
    };
    let rules = content.value.split(';').map(str::trim);
    for rule in rules.clone() {
        let mut words = rule.split_whitespace();
        let directive = words.next().unwrap_or_default();
        let is_loose = |word: &&str| {
            let word = word.to_ascii_lowercase();
            let is_foreign = word.contains('*') || word.contains('.') || word.ends_with(':') || is_elsewhere(&word);
            // What a page holds itself or has made itself comes from nowhere else.
            let is_own =
                ["data:", "blob:"].contains(&&*word) && ["img-src", "font-src", "media-src"].contains(&directive);
            word.starts_with("'unsafe") || (is_foreign && !is_own && !word.contains(FILLER))
        };
        if let Some(word) = words.find(is_loose) {
            let what = [
                &*format!("cho phép «{word}» trong {directive}"),
                &*format!("allows «{word}» in {directive}"),
            ];
            let todo = [&*format!("bỏ «{word}»"), &*format!("take «{word}» out")];
            tell(document, look::POLICY_CHANGED, content.span, [what, todo], found);
        }
    }
    if !rules
        .clone()
        .map(|rule| {
            rule.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .to_ascii_lowercase()
        })
        .any(|rule| rule == "default-src 'none'" || rule == "default-src 'self'" || rule.starts_with(FILLER))
    {
        let what = [
            "không chặn những gì chưa được kể ra",
            "does not close what it does not name",
        ];
        let todo = [
            "bắt đầu content=\"…\" bằng: default-src 'none';",
            "begin content=\"…\" with: default-src 'none';",
        ];
        tell(document, look::POLICY_CHANGED, content.span, [what, todo], found);
    }
}

#[cfg(test)]
mod tests;

/// A whole page without the line of the policy.
fn lacking_policy(document: &Document, head: Option<&Tag<'_>>, found: &mut Diagnostics) {
    // The line may stand in a piece that the head includes.
    let is_pieced = |head: &&Tag<'_>| {
        let text = &document.text[head.span.hi as usize..];
        let end = text.find("</head").or(text.find("<body")).unwrap_or(text.len());
        ["include \"", "include '"]
            .iter()
            .any(|call| text[..end].contains(call))
    };
    let Some(head) = head.filter(|head| !is_pieced(head)) else {
        return;
    };
    let what = [
        "thiếu dòng Content-Security-Policy",
        "lacks the line Content-Security-Policy",
    ];
    let vi = format!("thêm ngay sau <meta charset=\"utf-8\"> trong <head>: {POLICY}");
    let en = format!("add after <meta charset=\"utf-8\"> in <head>: {POLICY}");
    tell(document, look::POLICY_CHANGED, head.span, [what, [&vi, &en]], found);
}
