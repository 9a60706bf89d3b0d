//! What the lines of a text tell before and beside the parser.
//!
//! Entry point: [`front_matter`], [`too_deep`], [`spaced_address`]. Invariant: each looks at every byte at most a fixed
//! number of times.

use super::build::MAX_DEPTH;

/// Length of a front matter block at the start; 0 when there is none.
pub(super) fn front_matter(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("---\n") else {
        return 0;
    };
    let mut end = 4;
    let mut keys = 0;
    let mut only_keys = true;
    for line in rest.split_inclusive('\n') {
        end += line.len();
        match line.trim_end() {
            "---" if keys > 0 => return end,
            // The closing line was forgotten: lines that all look like keys are no story.
            "" if keys > 0 && only_keys => return end,
            "" | "---" => return 0,
            line if line.contains(':') || line.starts_with([' ', '-', '#']) => {
                keys += 1;
                only_keys &= line.split_once(": ").is_some_and(|(key, _)| is_key(key));
            }
            _ => return 0,
        }
    }
    0
}

fn is_key(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// The first line that opens more blocks inside each other than anybody means. The parser's time grows with the
/// square of that number (50,000 signs took minutes), so such a text is not given to it.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if blocks(line) > 2 * MAX_DEPTH {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// How many quotes, list items, definitions and notes a line opens, at most.
fn blocks(line: &str) -> usize {
    let mut rest = line.trim_start();
    let mut count = 0;
    while let Some(first) = rest.bytes().next() {
        let len = match first {
            b'>' => 1,
            b'-' | b'+' | b'*' | b':' if rest[1..].starts_with([' ', '\t', '\n']) => 1,
            b'0'..=b'9' => {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                if !rest[digits..].starts_with(['.', ')']) {
                    break;
                }
                digits + 1
            }
            b'[' if rest.starts_with("[^") => match rest.find("]:") {
                Some(end) => end + 2,
                None => break,
            },
            _ => break,
        };
        count += 1;
        rest = rest[len..].trim_start();
    }
    // A line across the page may be as long as it likes.
    let first = line.trim_start().as_bytes().first().copied();
    let only = |c: u8| c.is_ascii_whitespace() || Some(c) == first && matches!(c, b'-' | b'*');
    if line.bytes().all(only) { 0 } else { count }
}

/// Where the round bracket closes that is open before a line: brackets of the address itself come in pairs, as in
/// `photos/Ảnh 1 (2).jpg`; where they do not, the first one closes.
fn closing(line: &str) -> usize {
    let mut inner = 0;
    for (at, sign) in line.bytes().enumerate() {
        match sign {
            b'(' => inner += 1,
            b')' if inner == 0 => return at,
            b')' => inner -= 1,
            _ => {}
        }
    }
    line.find(')').unwrap_or(line.len())
}

/// `](an address with spaces)`: where the address begins, and the address.
pub(super) fn spaced_address(source: &str) -> Option<(usize, &str)> {
    source.match_indices("](").find_map(|(at, _)| {
        let lo = at + 2;
        // A window, so that a text of nothing but `](` is not read again and again.
        let near = &source[lo..source.floor_char_boundary(lo + 300)];
        let line = near.split(['\n', '"']).next()?;
        let address = line[..closing(line)].trim_end();
        let looks_like_path = address.contains(['/', '.']) && address.contains(' ') && !address.starts_with('<');
        looks_like_path.then_some((lo, address))
    })
}
