//! What YAML accepts silently and a volunteer never means.
//!
//! Entry point: [`lint`] for a tree, [`scalar`] for a text with the line around it. Invariant: looks only; the tree
//! stays as it was read.

use super::braces::{LANGUAGES, needs_quotes};
use super::keyless::{is_glued_group, no_key, table, unglued};
use super::page::{Line, Page, is_odd_space, quotable};
use super::parse::Pairs;
use super::resume::is_row;
use super::{Data, Key, Node};
use crate::diag::{Diagnostic, Diagnostics, FORM, Span, codes::yaml as codes};

/// Findings about a tree that YAML itself is happy with.
pub(super) fn lint(page: Page<'_>, pairs: &Pairs) -> Diagnostics {
    let mut found = Vec::new();
    for (key, node) in pairs {
        pair(page, key, node, &mut found);
    }
    found
}

// Nesting is limited by the parser, so that this may call itself.
fn node(page: Page<'_>, node: &Node, found: &mut Diagnostics) {
    match &node.data {
        Data::List(items) => items.iter().for_each(|item| self::node(page, item, found)),
        Data::Map(pairs) => {
            let told = bracketed(page, node.span, pairs);
            let rest = pairs
                .iter()
                .filter(|(key, value)| told.is_none() || !is_glued(key, value));
            rest.for_each(|(key, value)| pair(page, key, value, found));
            found.extend(told);
        }
        Data::Empty | Data::Unread | Data::Scalar(_) => {}
    }
}

/// `{ vi: “Nhà, số 5”, en: House }`: what stands behind a comma is a part of the text, told where texts are read.
fn is_torn(key: &Key, value: &Node) -> bool {
    let opens = key.text.starts_with(['“', '‘', '„']);
    value.is_empty() && value.span.lo == value.span.hi && key.text.ends_with(['”', '’', '“']) && !opens
}

/// `vi:Đình` is one word to YAML: a key without a value.
fn is_glued(key: &Key, value: &Node) -> bool {
    let (name, rest) = key.text.split_once(':').unwrap_or_default();
    value.is_empty() && is_name(name) && !rest.is_empty()
}

fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !is_time(word)
}

/// `{ text: 7:00, 17:00 }`: the hour of a piece of the text before it, which is told where texts are read.
fn is_time(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// `{vi:Đình,en:House}`: one finding for all parts in the brackets, with the whole as it should be.
fn bracketed(page: Page<'_>, span: Span, pairs: &[(Key, Node)]) -> Option<Diagnostic> {
    let (first, _) = pairs.iter().find(|(key, value)| is_glued(key, value))?;
    if !page.text[span.lo as usize..].starts_with('{') {
        return None;
    }
    let mut parts: Vec<(&str, String)> = Vec::new();
    for (key, value) in pairs {
        let behind = page.text.get(key.span.hi as usize..).unwrap_or_default().trim_start();
        match (key.text.split_once(':'), parts.last_mut()) {
            (Some((name, rest)), _) if is_glued(key, value) => parts.push((name.trim(), rest.trim().to_string())),
            // What stands behind a comma without a colon is a piece of the text before it.
            (_, Some((_, text))) if value.is_empty() && !behind.starts_with(':') => {
                text.push_str(", ");
                text.push_str(&key.text);
            }
            _ => {
                let written = page.text.get(value.span.lo as usize..value.span.hi as usize);
                parts.push((&key.text, written.unwrap_or_default().trim().to_string()));
            }
        }
    }
    let written = |(key, text): &(&str, String)| match text.starts_with(['"', '\'', '[', '{']) || !needs_quotes(text) {
        true => format!("{key}: {text}"),
        false => format!("{key}: \"{}\"", quotable(text)),
    };
    let parts: Vec<String> = parts.iter().map(written).collect();
    let colon = first.span.lo as usize + first.text.find(':')?;
    let finding = page.found(codes::SPACE_AFTER_COLON, Span::new(colon, colon + 1));
    Some(finding.with("mended", format!("{{ {} }}", parts.join(", "))))
}

fn pair(page: Page<'_>, key: &Key, value: &Node, found: &mut Diagnostics) {
    let odd = |c: char| is_odd_space(c) || "“”„‘’".contains(c);
    if key.text == "<<" {
        found.push(page.found(codes::MERGE_KEY, key.span));
    } else if key.text.contains(odd) && !is_torn(key, value) {
        let mended: String = key.text.chars().filter(|c| !odd(*c)).collect();
        let finding = page.found(codes::ODD_KEY, key.span);
        found.push(finding.with("key", &key.text).with("mended", mended.trim()));
    } else if is_glued_group(&key.text) {
        let line = Line::at(page.text, key.span.lo as usize);
        let mended = unglued(&line.text[(key.span.lo as usize - line.start).min(line.text.len())..]);
        let colon = key.span.lo as usize + key.text.find(':').unwrap_or(0);
        let found_here = page.found(codes::SPACE_AFTER_COLON, Span::new(colon, colon + 1));
        found.push(found_here.with("mended", mended.as_deref().unwrap_or(&key.text)));
    } else if value.is_empty()
        && let Some((name, rest)) = key.text.split_once(':')
        && !rest.is_empty()
        && !is_time(name)
    {
        let colon = key.span.lo as usize + name.len();
        let mended = format!("{name}: {rest}");
        found.push(
            page.found(codes::SPACE_AFTER_COLON, Span::new(colon, colon + 1))
                .with("mended", mended),
        );
    }
    node(page, value, found);
}

/// Findings about a plain text: several lines, a `#` behind it, a dash without its space, curly quotes around it.
pub(super) fn scalar(page: Page<'_>, span: Span) -> Option<Diagnostic> {
    let (lo, hi) = (span.lo as usize, (span.hi as usize).min(page.text.len()));
    let text = page.text[lo..hi].trim_end();
    let line = Line::at(page.text, lo);
    let own_line = line.text.trim_start().starts_with(text.lines().next().unwrap_or("\n"));
    if own_line && is_dash(text) {
        return Some(no_key(page, line));
    }
    let item = line.text.trim_start().trim_start_matches("- ");
    if item.starts_with(text.lines().next().unwrap_or("\n")) && text.lines().next().is_some_and(is_row) {
        return Some(table(page, line));
    }
    if let Some((first, rest)) = text.split_once('\n') {
        if let Some(dash) = rest.lines().find(|l| l.trim_start().starts_with("- ")) {
            let at = dash.as_ptr() as usize - page.text.as_ptr() as usize + dash.len() - dash.trim_start().len();
            return Some(page.found(codes::INDENTATION, Span::new(at, at + 1)));
        }
        let own_lines = own_line.then(|| listed(page, line, text)).flatten();
        return Some(own_lines.unwrap_or_else(|| page.found(codes::SEVERAL_LINES, Span::new(lo, lo + first.len()))));
    }
    let behind = &page.text[hi..line.start + line.text.len().max(hi - line.start)];
    if let Some(finding) = swallowed(page, lo, text, behind) {
        return Some(finding);
    }
    if behind.trim_start().starts_with(':') {
        return None;
    }
    // The other end may be of another shape.
    let inner = text
        .strip_prefix(['“', '”', '„'])
        .and_then(|t| t.strip_suffix(['”', '“', '"']))?;
    if inner.contains(['“', '”', '"']) {
        return None;
    }
    let finding = page.found(codes::CURLY_QUOTES_SHOWN, span);
    Some(finding.with("value", quotable(inner)))
}

/// Lines below a key that were meant as a list, or as languages: words without dashes, numbers before them, codes of
/// languages without a colon.
fn listed(page: Page<'_>, line: Line<'_>, text: &str) -> Option<Diagnostic> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let indent = " ".repeat(line.indent());
    let shown = |mended: Vec<String>| -> String {
        let mended: Vec<String> = mended.into_iter().map(|line| format!("{indent}{line}")).collect();
        mended.join("\n")
    };
    let first = Span::new(line.first(), line.first() + lines.first()?.len());
    let of_language = |line: &&str| {
        let (code, text) = line.split_once(' ')?;
        let is_code = LANGUAGES.contains(&code);
        is_code.then(|| format!("{code}: {}", text.trim_start_matches(['=', '-', '–', ' '])))
    };
    if let Some(mended) = lines.iter().map(of_language).collect::<Option<Vec<String>>>() {
        let found = page.found(codes::COLON_MISSING, first);
        let found = found.with("key", lines[0].split(' ').next().unwrap_or_default());
        return Some(found.with("mended", &mended[0]).with(FORM, shown(mended)));
    }
    if let Some(mended) = lines.iter().map(|line| unglued(line)).collect::<Option<Vec<String>>>() {
        let colon = line.first() + lines[0].find(':')?;
        let found = page.found(codes::SPACE_AFTER_COLON, Span::new(colon, colon + 1));
        return Some(found.with("mended", &mended[0]).with(FORM, shown(mended)));
    }
    let numbered = |line: &&str| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        // `1954.` is a year.
        if line.len() - rest.len() > 2 {
            return None;
        }
        let rest = rest.strip_prefix(['.', ')']).filter(|_| rest.len() < line.len())?;
        Some(format!("- {}", rest.trim_start()))
    };
    let word = |line: &&str| {
        let is_word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'/');
        line.bytes().all(is_word).then(|| format!("- {line}"))
    };
    let items = lines.iter().map(numbered).collect::<Option<Vec<String>>>();
    let items = items.or_else(|| lines.iter().map(word).collect())?;
    Some(page.found(codes::LIST_WITHOUT_DASHES, first).with(FORM, shown(items)))
}

/// `a: #5`: a value that is nothing but a remark to YAML.
pub(super) fn swallowed_whole(page: Page<'_>, span: Span) -> Option<Diagnostic> {
    let at = Line::at(page.text, span.lo as usize);
    let end = at.start + at.text.len();
    let behind = &page.text[(span.lo as usize).min(end)..end];
    if !behind.starts_with(':') || behind.contains("# ") || !behind.contains(" #") {
        return None;
    }
    let lo = span.lo as usize + behind.find('#')?;
    let finding = page.found(codes::HASH_IN_TEXT, Span::new(lo, lo + 1));
    Some(finding.with("value", quotable(page.text[lo..end].trim())))
}

/// `-x`, but not `-5` and not `--`.
fn is_dash(text: &str) -> bool {
    text.strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic() || c == '"'))
}

/// `Nhà #5` and `Nhà # 5`: a remark to YAML, part of the text to everybody else.
fn swallowed(page: Page<'_>, lo: usize, text: &str, behind: &str) -> Option<Diagnostic> {
    let remark = behind.trim_start();
    let after = remark.strip_prefix('#')?;
    let meant = after.starts_with(|c: char| !c.is_whitespace() && c != '#')
        || after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if !meant {
        return None;
    }
    let at = lo + text.len() + page.text[lo + text.len()..].find('#')?;
    let line = Line::at(page.text, lo);
    let value = page.text[lo..line.start + line.text.len()].trim();
    let value = match is_in_brackets(&line.text[..lo - line.start]) {
        true => part(value),
        false => value,
    };
    let finding = page.found(codes::HASH_IN_TEXT, Span::new(at, at + 1));
    Some(finding.with("value", quotable(value)))
}

fn is_in_brackets(before: &str) -> bool {
    let count = |signs: [char; 2]| before.matches(signs).count();
    count(['{', '[']) > count(['}', ']'])
}

/// A text between brackets goes up to the next key or to the closing bracket.
fn part(value: &str) -> &str {
    let is_key = |rest: &str| {
        let key = rest.split_once(": ").map_or("", |(key, _)| key.trim_start());
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let end = value
        .char_indices()
        .find(|(i, c)| matches!(c, '}' | ']') || *c == ',' && is_key(&value[i + 1..]));
    value[..end.map_or(value.len(), |(i, _)| i)].trim_end()
}
