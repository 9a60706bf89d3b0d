//! Styles, scripts, fonts and ornaments under names that change with their content.
//!
//! Entry point: `publish`. Invariant: a path is a function of the bytes, so that browsers may keep a file for ever;
//! style sheets name files of the theme only, under their hashed names.

use super::theme::Theme;
use crate::diag::codes::setup;
use crate::diag::{Diagnostics, Span};
use crate::source::document::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A file of the theme, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Name in the theme: `style.css`.
    pub name: String,
    /// Site path: `assets/style.3f9a1c22.css`.
    pub path: String,
    /// The bytes.
    pub bytes: Arc<[u8]>,
}

/// Where a style sheet has the colors of the skin.
pub(super) const SKIN_IMPORT: &str = "@import \"skin.css\";";

/// Names every file by its content and puts the new names into the style sheets. A sheet that another one imports
/// becomes a part of it and is not published. Sorted by name.
pub(super) fn publish(theme: &Theme) -> (Vec<Asset>, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut all = BTreeMap::new();
    for (name, (file, bytes)) in theme.files.iter().filter(|(name, _)| !name.ends_with(".css")) {
        all.insert(name.clone(), asset(name, own(name, file, bytes)));
    }
    let mut sheets = BTreeMap::from([("skin.css", Document::new("skin.css", theme.skin.css()))]);
    for (name, (file, bytes)) in theme.files.iter().filter(|(name, _)| name.ends_with(".css")) {
        let document = Document {
            file: file.clone(),
            text: String::from_utf8_lossy(bytes).into_owned(),
        };
        let text = rename_urls(&document, &all, &mut found);
        sheets.insert(name, Document { text, ..document });
    }
    // What no template asks for is a part of another sheet, or of a style that another theme has replaced.
    let is_used = |name: &str| {
        let quoted = format!("\"{name}\"");
        theme
            .templates
            .values()
            .any(|(_, template)| template.text.contains(&quoted))
    };
    for name in sheets.keys().filter(|name| is_used(name)) {
        let whole = with_imports(name, &sheets, &mut BTreeSet::new(), &mut found);
        all.insert(name.to_string(), asset(name, small_css(&whole).into_bytes()));
    }
    (all.into_values().collect(), found)
}

/// `@import "entry.css";` in a style sheet.
struct Import<'t> {
    name: &'t str,
    /// The whole rule, and the name in it.
    rule: std::ops::Range<usize>,
    at: Span,
}

fn imports(text: &str) -> Vec<Import<'_>> {
    const RULE: &str = "@import \"";
    let starts = text.match_indices(RULE).map(|(at, _)| (at, at + RULE.len()));
    starts
        .filter_map(|(rule, name)| {
            let end = name + text[name..].find('"')?;
            let close = end + text[end..].find(';')? + 1;
            Some(Import {
                name: &text[name..end],
                rule: rule..close,
                at: Span::new(name, end),
            })
        })
        .collect()
}

/// A style sheet with the sheets that it imports in their places, each of them once.
fn with_imports<'t>(
    name: &'t str,
    sheets: &'t BTreeMap<&str, Document>,
    seen: &mut BTreeSet<&'t str>,
    found: &mut Diagnostics,
) -> String {
    seen.insert(name);
    let Some(sheet) = sheets.get(name) else {
        return String::new();
    };
    let (mut out, mut at) = (String::with_capacity(sheet.text.len()), 0);
    for import in imports(&sheet.text) {
        out.push_str(&sheet.text[at..import.rule.start]);
        at = import.rule.end;
        if !sheets.contains_key(import.name) {
            let missing = sheet.found(setup::STYLE_FILE_MISSING, import.at);
            found.push(missing.with("name", import.name));
        } else if !seen.contains(import.name) {
            out.push_str(&with_imports(import.name, sheets, seen, found));
        }
    }
    out.push_str(&sheet.text[at..]);
    out
}

/// The built-in scripts are written for [`small_js`]; those of others stay as they are.
fn own(name: &str, file: &str, bytes: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(text) if name.ends_with(".js") && file.starts_with("themes/stele/") => small_js(text).into_bytes(),
        _ => bytes.to_vec(),
    }
}

fn asset(name: &str, bytes: Vec<u8>) -> Asset {
    let hash = blake3::hash(&bytes).to_hex();
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, "bin"));
    Asset {
        name: name.to_string(),
        path: format!("assets/{stem}.{}.{kind}", &hash[..8]),
        bytes: bytes.into(),
    }
}

/// `url(star.svg)` → `url(star.3f9a1c22.svg)`; drawings that stand in the sheet itself stay. Style sheets and what they name stand in the same folder.
fn rename_urls(document: &Document, all: &BTreeMap<String, Asset>, found: &mut Diagnostics) -> String {
    let text = &document.text;
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    while let Some(start) = text[at..].find("url(").map(|i| at + i + 4) {
        out.push_str(&text[at..start]);
        let end = text[start..].find(')').map_or(text.len(), |i| start + i);
        let name = text[start..end].trim().trim_matches(['"', '\'']);
        match all.get(name) {
            Some(asset) => out.push_str(asset.path.trim_start_matches("assets/")),
            // A drawing within the sheet is no request; a mask needs it there, or a page on a USB stick has none.
            None if name.starts_with("data:image/svg+xml,") => out.push_str(&text[start..end]),
            None => {
                let missing = document.found(setup::STYLE_FILE_MISSING, Span::new(start, end));
                found.push(missing.with("name", name));
                out.push_str(&text[start..end]);
            }
        }
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

/// A style sheet without comments and needless white space. Strings stay as they are.
pub(super) fn small_css(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut quote = None;
    let mut depth = 0_usize;
    while let Some(c) = chars.next() {
        if let Some(open) = quote {
            out.push(c);
            if c == '\\' {
                out.extend(chars.next());
            } else if c == open {
                quote = None;
            }
            continue;
        }
        match c {
            '"' | '\'' => {
                quote = Some(c);
                out.push(c);
            }
            '/' if chars.peek() == Some(&'*') => {
                chars.next();
                pass_comment(&mut chars);
            }
            c if c.is_whitespace() => {
                let is_behind_sign = out.is_empty() || out.ends_with([' ', '{', '}', ';', ',', ':', '>', '/']);
                let is_behind_plus = depth == 0 && out.ends_with('+');
                if !(is_behind_sign || is_behind_plus) {
                    out.push(' ');
                }
            }
            // Within parentheses it may be a sum, which needs its spaces; without space behind it, a sign.
            '+' if depth == 0 && chars.peek().is_some_and(|next| next.is_whitespace()) => {
                out.truncate(out.trim_end().len());
                out.push(c);
            }
            '{' | '}' | ';' | ',' | '>' | '/' | '!' => {
                if out.ends_with(' ') {
                    out.pop();
                }
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
            }
            c => {
                match c {
                    '(' => depth += 1,
                    ')' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                out.push(c);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Goes on behind the end of a comment that has begun.
fn pass_comment(chars: &mut impl Iterator<Item = char>) {
    let mut last = ' ';
    for next in chars {
        if last == '*' && next == '/' {
            break;
        }
        last = next;
    }
}

/// A script without indentation, empty lines and lines that are a comment. For scripts that are written for it: no
/// text over several lines.
pub(super) fn small_js(text: &str) -> String {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::ThemeFile;

    fn file(path: &str, text: &str) -> ThemeFile {
        ThemeFile {
            path: path.into(),
            file: format!("content/theme/{path}").into(),
            bytes: text.into(),
        }
    }

    #[test]
    fn a_sheet_that_is_imported_becomes_a_part_once_and_one_that_is_missing_is_named() {
        let css = "@import \"skin.css\";\n@import \"a.css\";\n@import \"a.css\";\n@import \"b.css\";\ni { top: 0 }\n";
        let site = [
            file("styles/style.css", css),
            file("styles/a.css", "@import \"style.css\";\nb { left: 0 }\n"),
            file("styles/z.css", "u { left: 0 }\n"),
        ];
        let (assets, found) = publish(&Theme::load(&[], &site).0);
        let codes: Vec<_> = found.iter().map(|d| d.code).collect();
        assert_eq!(codes, [setup::STYLE_FILE_MISSING]);
        assert_eq!(found[0].place.as_ref().unwrap().line, 4);
        let style = assets.iter().find(|a| a.name == "style.css").unwrap();
        let text = String::from_utf8_lossy(&style.bytes);
        assert!(
            text.starts_with(":root{") && text.ends_with("b{left:0}i{top:0}"),
            "{text}"
        );
        let others = ["a.css", "z.css", "ground.css"];
        assert!(!assets.iter().any(|a| others.contains(&a.name.as_str())));
    }

    #[test]
    fn style_sheets_name_files_by_their_content() {
        let css = "a { background: url(\"leaf.svg\") }\n";
        let (theme, _) = Theme::load(&[], &[file("styles/style.css", css), file("assets/leaf.svg", "<svg/>")]);
        let (assets, found) = publish(&theme);
        assert!(found.is_empty(), "{found:?}");
        let leaf = assets.iter().find(|a| a.name == "leaf.svg").unwrap();
        let style = assets.iter().find(|a| a.name == "style.css").unwrap();
        let expected = format!("a{{background:url({})}}", &leaf.path["assets/".len()..]);
        assert_eq!(String::from_utf8_lossy(&style.bytes), expected);
        let (theme, _) = Theme::load(
            &[],
            &[file("styles/style.css", css), file("assets/leaf.svg", "<svg />")],
        );
        let (again, _) = publish(&theme);
        assert_ne!(again.iter().find(|a| a.name == "style.css").unwrap().path, style.path);
    }

    #[test]
    fn a_style_sheet_that_names_a_missing_file_is_a_finding() {
        let (theme, _) = Theme::load(&[], &[file("styles/style.css", "\na { background: url(sao.svg) }")]);
        let (_, found) = publish(&theme);
        assert_eq!(found[0].code, setup::STYLE_FILE_MISSING);
        assert_eq!(found[0].place.as_ref().unwrap().line, 2);
    }

    #[test]
    fn small_style_sheets_mean_the_same() {
        let css = "/* a */ a > b , c {\n  margin : 0 -1px;\n content: \" /* {} ; > + \" ;\n}\n@media (width > 4em) { a:hover { x: calc(1px + 2px) } }\n";
        assert_eq!(
            small_css(css),
            "a>b,c{margin :0 -1px;content:\" /* {} ; > + \"}@media (width>4em){a:hover{x:calc(1px + 2px)}}"
        );
        let css = "a + b:has(> i + u) { font: 1px / 2 x !important; margin: 0 +1px; x: y(1 + 2) + z }";
        assert_eq!(
            small_css(css),
            "a+b:has(>i + u){font:1px/2 x!important;margin:0 +1px;x:y(1 + 2)+z}"
        );
    }
}
