//! Several entries in one file as a list, `- title: …` again and again or `[{ … }, { … }]`, and JSON that lacks a comma.
//!
//! Entry point: [`mend`] for lists, [`commas`] for JSON. Invariant: the mended text has every byte that is read at its old
//! place; of what stands from the second entry on nothing is read.

use super::entries;
use super::resume::{self, Hidden};
use super::topdash;
use crate::diag::{Diagnostic, FORM, Span, codes::yaml as codes};
use crate::source::document::Document;

/// The text with the first entry alone; `None` when the file is no list of several.
pub(super) fn mend(doc: &Document, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    let folder = doc.file.strip_suffix("/entry.yaml")?;
    let start = text.len() - text.trim_start().len();
    if text[start..].starts_with('[') {
        return array(doc, text, start, folder);
    }
    let is_item = |line: &&str| line.starts_with("- ") && line.contains(": ");
    let content = |line: &&str| !line.trim().is_empty() && !line.starts_with('#') && !line.starts_with("---");
    let mut lines = text.lines().filter(content);
    let first = lines.next().filter(is_item)?;
    let name = first[2..].split(':').next().unwrap_or_default().trim();
    // The next item begins with the same key, or with the title.
    let begins = |line: &&str| {
        is_item(line) && (line[2..].trim_start().starts_with(name) || line[2..].trim_start().starts_with("title:"))
    };
    let next = lines.find(begins)?;
    let at = next.as_ptr() as usize - text.as_ptr() as usize;
    let one = resume::apply(text, &[Hidden::Blank(at..text.len())]);
    let (mended, mut found) = topdash::mend(doc, one.trim_end())?;
    let rest = (
        "; ở đó xóa dấu gạch đầu dòng và lùi mọi dòng sang trái cho tên các mục đứng sát lề",
        "; there delete the dash and move all lines to the left, so that the keys begin at the margin",
    );
    found.push(second(doc, at..at + next.len(), folder, rest));
    Some((format!("{mended}{}", &one[one.trim_end().len()..]), found))
}

/// `[{ … }, { … }]`: the brackets around all, and the second entry.
fn array(doc: &Document, text: &str, start: usize, folder: &str) -> Option<(String, Vec<Diagnostic>)> {
    let from = start + 1 + text[start + 1..].find(|c: char| !c.is_whitespace())?;
    if !text[from..].starts_with('{') {
        return None;
    }
    let end = object_end(text, from)?;
    let mut found = vec![doc.found(codes::ARRAY_OF_ENTRIES, Span::new(start, start + 1))];
    if let Some(next) = text[end..].find('{') {
        let at = end + next;
        let line = text[at..].lines().next().unwrap_or_default();
        let rest = (
            "; dấu phẩy trước nó và hai dấu ngoặc vuông thì xóa",
            "; delete the comma before it and the square brackets",
        );
        found.push(second(doc, at..at + line.len(), folder, rest));
    }
    let hidden = [Hidden::Blank(start..start + 1), Hidden::Blank(end..text.len())];
    Some((resume::apply(text, &hidden), found))
}

/// Where the object ends that begins at a byte.
fn object_end(text: &str, from: usize) -> Option<usize> {
    let (mut depth, mut is_quoted, mut is_escaped) = (0_usize, false, false);
    for (at, sign) in text[from..].bytes().enumerate() {
        match sign {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_quoted => is_escaped = true,
            b'"' => is_quoted = !is_quoted,
            b'{' if !is_quoted => depth += 1,
            b'}' if !is_quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(from + at + 1);
        }
    }
    None
}

fn second(doc: &Document, range: std::ops::Range<usize>, folder: &str, rest: (&str, &str)) -> Diagnostic {
    let title = title(&doc.text[range.start..]);
    let folder = entries::folder_for(folder, title.unwrap_or_default());
    let found = doc.found(codes::TWO_ENTRIES, Span::new(range.start, range.end));
    found
        .with("folder", &*folder)
        .with("rest", rest.0)
        .with("rest_en", rest.1)
}

/// The title of an entry, with or without braces and quotes.
fn title(text: &str) -> Option<&str> {
    let signs = [' ', '"', '\'', '{', '\n'];
    let value = text.split_once("title")?.1.trim_start_matches(['"', ' ']);
    let value = value.strip_prefix(':')?.trim_start_matches(signs);
    let behind = value.strip_prefix("vi").map(|rest| rest.trim_start_matches(['"', ' ']));
    let value = behind.and_then(|rest| rest.strip_prefix(':')).unwrap_or(value);
    let value = value.trim_start_matches(signs);
    value.split([',', '}', '"', '\n']).next()
}

/// JSON with its commas: a line that begins with a quoted key, below one that no comma ends.
pub(super) fn commas(doc: &Document, text: &str) -> Option<(String, Vec<Diagnostic>)> {
    if !text.trim_start().starts_with('{') {
        return None;
    }
    let mut mended = text.to_string();
    let mut found = Vec::new();
    let mut above: Option<&str> = None;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let is_key = line.trim_start().starts_with('"') && line.contains("\":");
        if let Some(above) = above.filter(|above| is_key && is_complete(above)) {
            let end = above.as_ptr() as usize - text.as_ptr() as usize + above.len();
            let at = line.as_ptr() as usize - text.as_ptr() as usize + line.len() - line.trim_start().len();
            mended.replace_range(end..=end, ",");
            let finding = doc.found(codes::MISSING_COMMA, Span::new(at, at + 1));
            found.push(finding.with(FORM, format!("{},", above.trim())));
        }
        above = Some(line);
    }
    (!found.is_empty()).then_some((mended, found))
}

/// True for a line of JSON that nothing but a comma can follow.
fn is_complete(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(['}', ']', '"']) || line.contains(':') && line.ends_with(|c: char| c.is_ascii_alphanumeric())
}
