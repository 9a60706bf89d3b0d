//! Styles, scripts, fonts and ornaments under names that change with their content.
//!
//! Entry point: `publish`. Invariant: a path is a function of the bytes, so that browsers may keep a file for ever;
//! style sheets name files of the theme only, under their hashed names.

mod sheets;

use super::theme::Theme;
use crate::diag::codes::look;
use crate::diag::{Diagnostic, Diagnostics, Place};
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
        let text = sheets::ready(&document, theme, &all, &mut found);
        sheets.insert(name, Document { text, ..document });
    }
    // What no template asks for is a part of another sheet, or of a style that another theme has replaced.
    for name in sheets.keys().filter(|name| theme.calls(name)) {
        let whole = sheets::with_imports(name, &sheets, &mut BTreeSet::new());
        all.insert(name.to_string(), asset(name, small_css(&whole).into_bytes()));
    }
    found.extend(unused(theme, &sheets));
    (all.into_values().collect(), found)
}

/// Styles and scripts of one's own that nothing calls.
fn unused(theme: &Theme, sheets: &BTreeMap<&str, Document>) -> Diagnostics {
    let mut found = Diagnostics::new();
    for (name, (file, _)) in theme
        .files
        .iter()
        .filter(|(_, (file, _))| !file.starts_with(crate::render::builtin::ROOT))
    {
        let is_css = name.ends_with(".css");
        let is_imported = || sheets.values().any(|sheet| sheets::imports(&sheet.text, name));
        if !(is_css || name.ends_with(".js")) || theme.calls(name) || (is_css && is_imported()) {
            continue;
        }
        let line = match is_css {
            true => format!("<link rel=\"stylesheet\" href=\"{{{{ root }}}}{{{{ assets[\"{name}\"] }}}}\">"),
            false => format!("<script src=\"{{{{ root }}}}{{{{ assets[\"{name}\"] }}}}\" defer></script>"),
        };
        let usual = if is_css { "own.css" } else { "own.js" };
        let (vi, en) = match name == usual {
            true => (
                format!("thêm vào <head> trong base.html: {line}"),
                format!("add to <head> in base.html: {line}"),
            ),
            false => (
                format!("đổi tên tệp thành {usual} để mọi trang tự gọi, hoặc thêm vào mẫu: {line}"),
                format!("rename it to {usual}, which every page calls by itself, or add to a template: {line}"),
            ),
        };
        let finding = Diagnostic::new(look::THEME_FILE_LOST)
            .at(Place::file(file))
            .with("file", file);
        found.push(finding.with("todo", vi).with("todo_en", en));
    }
    found
}

/// The built-in scripts are written for [`small_js`]; those of others stay as they are.
fn own(name: &str, file: &str, bytes: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(text) if name.ends_with(".js") && file.starts_with(crate::render::builtin::ROOT) => {
            small_js(text).into_bytes()
        }
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
    use crate::diag::codes::setup;
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
        assert_eq!(codes, [setup::STYLE_FILE_MISSING, look::THEME_FILE_LOST]);
        assert_eq!(found[0].place.as_ref().unwrap().line, 4);
        assert!(found[1].place.as_ref().unwrap().file.ends_with("styles/z.css"));
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
    fn a_sheet_that_only_a_replaced_template_called_is_not_published() {
        let has_it = |site: &[ThemeFile]| {
            let (assets, _) = publish(&Theme::load(&[], site).0);
            assets.iter().any(|asset| asset.name == "lightbox.css")
        };
        assert!(has_it(&[]));
        assert!(!has_it(&[file("templates/pieces/scripts.html", "<p>x</p>")]));
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
    fn sheets_are_imported_however_that_is_written() {
        let css = "/* @import 'no.css'; url(no.svg) */\n@import 'a.css';@import url( \"b.css\" ) layer(x) print;\ni { top: 0 }\n";
        let site = [
            file("styles/style.css", css),
            file("styles/a.css", "a { top: 0 }"),
            file("styles/b.css", "b { top: 0 }"),
        ];
        let (assets, found) = publish(&Theme::load(&[], &site).0);
        assert_eq!(found, []);
        let style = assets.iter().find(|a| a.name == "style.css").unwrap();
        let text = String::from_utf8_lossy(&style.bytes);
        assert_eq!(text, "a{top:0}@layer x{@media print{b{top:0}}}i{top:0}");
    }

    #[test]
    fn what_a_sheet_loads_from_elsewhere_is_told() {
        for css in [
            "@import url(\"https://fonts.googleapis.com/css2?family=Lora\");",
            "@import 'https://fonts.googleapis.com/css2?family=Lora';",
            "@import 'https://fonts.googleapis.com/css2?family=Lora:wght@400;700';",
            "a { background: url(//a.example/x.png) }",
        ] {
            let (_, found) = publish(&Theme::load(&[], &[file("styles/style.css", css)]).0);
            let codes: Vec<_> = found.iter().map(|d| d.code).collect();
            assert_eq!(codes, [look::THIRD_PARTY], "{css}");
        }
    }

    #[test]
    fn what_a_sheet_or_its_page_holds_is_no_file() {
        for css in [
            "a { filter: url(#blur); background: url(data:image/png;base64,AA==) }",
            "a { background: url(\"data:image/svg+xml,<svg><path fill='url(%23g)'/><path fill='url(%23h)'/></svg>\") }",
            "@namespace svg url(http://www.w3.org/2000/svg);",
        ] {
            let (_, found) = publish(&Theme::load(&[], &[file("styles/style.css", css)]).0);
            assert_eq!(found, [], "{css}");
        }
    }

    #[test]
    fn what_is_not_closed_is_told_where_it_opens() {
        for (css, line, column) in [
            ("a { top: 0 }\n.b { top: 0;\nc { top: 0 }\n", 2, 4),
            ("a { top: 0 }\n/* b { top: 0 }\n", 2, 1),
            ("a { content: \"x }\nb { top: 0 }\n", 1, 14),
            ("a { top: 0 }}\n", 1, 13),
        ] {
            let (_, found) = publish(&Theme::load(&[], &[file("styles/cards.css", css)]).0);
            assert_eq!(found[0].code, look::STYLE_UNCLOSED, "{css}");
            let place = found[0].place.as_ref().unwrap();
            assert_eq!((place.line, place.column), (line, column), "{css}");
        }
        let css = "a::before { content: \"}\"; x: '\\'' } /* { */ @media print { b { top: 0 } }\n.c\\[\\'\\'\\] { x: \"a\\\r\nb\" }";
        let (_, found) = publish(&Theme::load(&[], &[file("styles/cards.css", css)]).0);
        assert_eq!(found, []);
    }

    #[test]
    fn a_file_that_is_named_with_its_folder_is_shown_without() {
        let css = "a { background: url(../assets/tile.svg) }";
        let (_, found) = publish(&Theme::load(&[], &[file("styles/style.css", css)]).0);
        assert!(
            found[0]
                .help(crate::diag::Speech::En)
                .starts_with("write url(tile.svg)"),
            "{found:?}"
        );
    }

    #[test]
    fn a_sheet_and_a_script_of_ones_own_are_called_by_every_page() {
        let site = [
            file("styles/own.css", "h1 { color: red }"),
            file("scripts/own.js", "// x"),
        ];
        let (assets, found) = publish(&Theme::load(&[], &site).0);
        assert_eq!(found, []);
        assert_eq!(assets.iter().filter(|a| a.name.starts_with("own.")).count(), 2);
        let base = file("templates/base.html", "<html>");
        let found = publish(&Theme::load(&[], &[site[0].clone(), base]).0).1;
        assert!(
            found
                .iter()
                .any(|d| d.help(crate::diag::Speech::En).contains("in base.html: <link")),
            "{found:?}"
        );
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
