//! Style sheets as somebody wrote them → sheets that name files by their content.
//!
//! Entry point: [`ready`], [`with_imports`]. Invariant: what a sheet names is a file of the theme; anything else is told where
//! it stands, and nothing of a sheet is read past what is not closed.

use super::Asset;
use crate::diag::codes::{look, setup};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::render::policy::{is_elsewhere, own_font};
use crate::render::theme::Theme;
use crate::source::document::Document;
use crate::text::nearest;
use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

/// `@import "entry.css" print;` in a style sheet.
struct Import<'t> {
    name: &'t str,
    /// Under which condition; mostly none.
    when: &'t str,
    /// The whole rule, and the name in it.
    rule: Range<usize>,
    at: Range<usize>,
}

const RULE: &str = "@import";

/// The imports of a text without remarks: `"a.css"`, `'a.css'`, `url(a.css)`.
fn imported(text: &str) -> Vec<Import<'_>> {
    let starts = text.match_indices(RULE).map(|(at, _)| (at, at + RULE.len()));
    starts
        .filter_map(|(rule, behind)| {
            let past_blanks = |at: usize| text.len() - text[at..].trim_start().len();
            let mut from = past_blanks(behind);
            let is_url = text[from..].starts_with("url(");
            from = past_blanks(from + if is_url { 4 } else { 0 });
            let quote = text[from..].chars().next().filter(|c| ['"', '\''].contains(c));
            from += usize::from(quote.is_some());
            let end = match (quote, is_url) {
                (Some(quote), _) => from + text[from..].find(quote)?,
                (None, true) => from + text[from..].find(')')?,
                (None, false) => return None,
            };
            // The name may hold semicolons: `css2?family=Lora:wght@400;700`.
            let close = end + text[end..].find(';')?;
            let when = text[end..close].trim_start_matches(['"', '\'']).trim_start();
            let when = when.strip_prefix(')').filter(|_| is_url).unwrap_or(when).trim();
            Some(Import {
                name: text[from..end].trim(),
                when,
                rule: rule..close + 1,
                at: from..end,
            })
        })
        .collect()
}

/// True when a sheet imports the sheet of a name.
pub(super) fn imports(text: &str, name: &str) -> bool {
    text.contains(RULE) && imported(text).iter().any(|import| import.name == name)
}

/// A style sheet with the sheets that it imports in their places, each of them once.
pub(super) fn with_imports<'t>(
    name: &'t str,
    sheets: &'t BTreeMap<&str, Document>,
    seen: &mut BTreeSet<&'t str>,
) -> String {
    seen.insert(name);
    let Some(sheet) = sheets.get(name) else {
        return String::new();
    };
    let (mut out, mut at) = (String::with_capacity(sheet.text.len()), 0);
    for import in imported(&sheet.text) {
        out.push_str(&sheet.text[at..import.rule.start]);
        at = import.rule.end;
        if seen.contains(import.name) {
            continue;
        }
        let whole = with_imports(import.name, sheets, seen);
        out.push_str(&under(import.when, whole));
    }
    out.push_str(&sheet.text[at..]);
    out
}

/// A sheet under the conditions of its import: `layer(base) supports(display: grid) print`.
fn under(when: &str, whole: String) -> String {
    if when.is_empty() {
        return whole;
    }
    if let Some(behind) = when.strip_prefix("layer") {
        let (name, rest) = bracketed(behind).unwrap_or(("", behind));
        return format!("@layer {name} {{{}}}", under(rest.trim(), whole));
    }
    match when.strip_prefix("supports").and_then(bracketed) {
        Some((wanted, rest)) => format!("@supports ({wanted}) {{{}}}", under(rest.trim(), whole)),
        None => format!("@media {when} {{{whole}}}"),
    }
}

/// What stands in the brackets that a text begins with, and what stands behind them.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('(')?;
    let mut depth = 1_usize;
    let end = inside.find(|c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    Some((&inside[..end], &inside[end + 1..]))
}

/// A sheet without remarks, with files under the names that change with their content: `url(star.svg)` →
/// `url(star.3f9a1c22.svg)`; drawings that stand in the sheet itself stay. Sheets and what they name stand in one folder.
pub(super) fn ready(
    document: &Document,
    theme: &Theme,
    all: &BTreeMap<String, Asset>,
    found: &mut Diagnostics,
) -> String {
    let text = without_remarks(document, found);
    let rules = imported(&text);
    for import in &rules {
        let is_there = import.name == "skin.css" || theme.files.contains_key(import.name);
        if !is_there {
            lost(document, import.name, &import.at, theme, found);
        }
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    while let Some(start) = text[at..].find("url(").map(|i| at + i + 4) {
        out.push_str(&text[at..start]);
        let end = url_end(&text, start);
        let name = text[start..end].trim().trim_matches(['"', '\'']);
        let is_import = rules.iter().any(|import| import.rule.contains(&start));
        match all.get(name) {
            Some(asset) => out.push_str(asset.path.trim_start_matches("assets/")),
            None => {
                // A picture within the sheet is no request; a mask needs it there, or a page on a USB stick has none.
                // `#blur` is a part of the page, and a namespace is a name.
                let is_held = name.starts_with("data:image/") || name.starts_with('#');
                let rule = text[..start].rsplit([';', '}']).next().unwrap_or_default();
                if !is_import && !is_held && !rule.trim_start().starts_with("@namespace") {
                    lost(document, name, &(start..end), theme, found);
                }
                out.push_str(&text[start..end]);
            }
        }
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

/// Where the brackets of `url(…)` close; a text in quotes may hold some of its own.
fn url_end(text: &str, start: usize) -> usize {
    let from = text.len() - text[start..].trim_start().len();
    let quote = text[from..].chars().next().filter(|c| ['"', '\''].contains(c));
    let behind = quote.and_then(|quote| Some(from + 1 + text[from + 1..].find(quote)?));
    let behind = behind.unwrap_or(from);
    text[behind..].find(')').map_or(text.len(), |i| behind + i)
}

/// Tells of a file that the theme does not have.
fn lost(document: &Document, name: &str, at: &Range<usize>, theme: &Theme, found: &mut Diagnostics) {
    let span = Span::new(at.start, at.end);
    let last = name
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .rsplit('/')
        .next()
        .unwrap_or_default();
    if is_elsewhere(name) {
        let [vi, en] = match name.contains("font") {
            true => own_font(name, &document.file),
            false => [
                format!("lưu tệp vào content/theme/assets/{last} rồi ghi url({last})"),
                format!("save the file as content/theme/assets/{last} and write url({last})"),
            ],
        };
        let finding = document.found(look::THIRD_PARTY, span).with("url", name);
        found.push(finding.with("todo", vi).with("todo_en", en));
        return;
    }
    let known = theme.files.keys().map(String::as_str);
    let near = match theme.files.contains_key(last) {
        true => Some(last),
        false => nearest(name, known),
    };
    let (vi, en) = match near {
        Some(near) => (format!("ghi url({near})"), format!("write url({near})")),
        None => (
            format!("chép tệp vào content/theme/assets/{last} rồi ghi url({last})"),
            format!("put the file into content/theme/assets/{last} and write url({last})"),
        ),
    };
    let finding = document.found(setup::STYLE_FILE_MISSING, span).with("name", name);
    found.push(finding.with("todo", vi).with("todo_en", en));
}

/// The text with blanks for remarks, as long as before. What is opened and never closed is told.
fn without_remarks(document: &Document, found: &mut Diagnostics) -> String {
    let text = &document.text;
    let mut out = String::with_capacity(text.len());
    let mut open: Vec<usize> = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        match c {
            // `.content-\[\'\'\]`: what is escaped opens and closes nothing.
            '\\' => {
                out.push(c);
                out.extend(rest.next().map(|(_, escaped)| escaped));
            }
            '/' if text[at..].starts_with("/*") => {
                let end = text[at + 2..].find("*/").map(|i| at + 2 + i + 2);
                if end.is_none() {
                    found.push(unclosed(document, at, ["một ghi chú /*", "a remark /*"], "*/"));
                }
                let end = end.unwrap_or(text.len());
                out.extend(text[at..end].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
                while rest.next_if(|(next, _)| *next < end).is_some() {}
            }
            '"' | '\'' => {
                out.push(c);
                let is_closed = pass_text(c, &mut rest, &mut out);
                if !is_closed {
                    found.push(unclosed(
                        document,
                        at,
                        ["một chuỗi chữ", "a text in quotes"],
                        &c.to_string(),
                    ));
                    let end = rest.peek().map_or(text.len(), |(at, _)| *at);
                    return out + &text[end..];
                }
            }
            '{' => {
                open.push(at);
                out.push(c);
            }
            '}' => {
                if open.pop().is_none() {
                    found.push(amiss(
                        document,
                        at,
                        ["một dấu } không có dấu { nào mở", "a } without a { that opens it"],
                        [
                            "xóa dấu } ấy, hoặc thêm { ở đầu quy tắc",
                            "delete this }, or add a { where the rule begins",
                        ],
                    ));
                }
                out.push(c);
            }
            other => out.push(other),
        }
    }
    if let Some(at) = open.first() {
        found.push(unclosed(document, *at, ["một dấu {", "a {"], "}"));
    }
    out
}

/// Something of a sheet that is opened and never closed.
fn unclosed(document: &Document, at: usize, [vi, en]: [&str; 2], right: &str) -> Diagnostic {
    let what = [format!("{vi} mà không đóng"), format!("{en} that is never closed")];
    let todo = [
        format!("thêm {right} vào chỗ kết thúc của nó"),
        format!("add {right} where it ends"),
    ];
    amiss(document, at, what, todo)
}

/// Something of a sheet that does not open and close as it should.
fn amiss<T: ToString>(document: &Document, at: usize, what: [T; 2], todo: [T; 2]) -> Diagnostic {
    let finding = document.found(look::STYLE_UNCLOSED, Span::new(at, at + 1));
    let ([what, what_en], [todo, todo_en]) = (what, todo);
    let finding = finding.with("what", what).with("what_en", what_en);
    finding.with("todo", todo).with("todo_en", todo_en)
}

/// Goes on behind a text in quotes. False when its line ends first.
fn pass_text(quote: char, rest: &mut Peekable<CharIndices<'_>>, out: &mut String) -> bool {
    while let Some((_, inner)) = rest.next_if(|(_, next)| *next != '\n') {
        out.push(inner);
        if inner == '\\' {
            // A text goes on in the next line, with the line ends of Windows, too.
            out.extend(rest.next_if(|(_, next)| *next == '\r').map(|(_, end)| end));
            out.extend(rest.next().map(|(_, escaped)| escaped));
        } else if inner == quote {
            return true;
        }
    }
    false
}
