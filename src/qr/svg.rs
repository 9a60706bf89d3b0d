//! A symbol as SVG.
//!
//! Entry point: [`svg`]. Invariant: the same symbol and title give the same bytes; one unit is one module; the quiet
//! zone and its white are part of the drawing, so that the code reads on any background.

use super::{QUIET_ZONE, Symbol};
use crate::text::xml;
use std::sync::LazyLock;

/// Draws a symbol in black on white; `title` is its name for screen readers.
///
/// Each run of dark modules is one stroke of width 1 along the middle of its row: half the bytes of filled squares.
pub fn svg(symbol: &Symbol, title: Option<&str>) -> String {
    let mut out = String::with_capacity(320 + 2 * symbol.size * symbol.size);
    let side = symbol.size + 2 * QUIET_ZONE;
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    number(&mut out, side);
    out.push(' ');
    number(&mut out, side);
    out.push_str("\" shape-rendering=\"crispEdges\"");
    match title {
        Some(title) => {
            out.push_str(" role=\"img\"><title>");
            xml::between_tags(&mut out, title);
            out.push_str("</title>");
        }
        None => out.push('>'),
    }
    out.push_str("<path fill=\"#fff\" d=\"M0 0h");
    number(&mut out, side);
    out.push('v');
    number(&mut out, side);
    out.push_str("H0z\"/><path stroke=\"#000\" d=\"");
    for y in 0..symbol.size {
        strokes(&mut out, y, symbol.rows[y]);
    }
    out.push_str("\"/></svg>\n");
    out
}

/// The runs of one row: a move to the first, relative moves over the gaps.
fn strokes(out: &mut String, y: usize, row: u64) {
    let mut rest = row;
    let mut x = QUIET_ZONE;
    let mut first = true;
    while rest != 0 {
        let gap = rest.trailing_zeros() as usize;
        rest >>= gap;
        // Rows have at most 61 modules, so that the run ends and the shift below is shorter than the word.
        let run = rest.trailing_ones() as usize;
        rest >>= run;
        if first {
            out.push('M');
            number(out, x + gap);
            out.push(' ');
            number(out, y + QUIET_ZONE);
            out.push_str(".5");
            first = false;
            out.push('h');
            number(out, run);
        } else {
            out.push_str(&FURTHER[gap << 6 | run]);
        }
        x += gap + run;
    }
}

/// Over a gap and along a run, by `gap << 6 | run`: a symbol has some three hundred of them.
static FURTHER: LazyLock<Vec<Box<str>>> = LazyLock::new(|| {
    let lengths = (0..64).flat_map(|gap| (0..64).map(move |run| (gap, run)));
    lengths.map(|(gap, run)| format!("m{gap} 0h{run}").into()).collect()
});

/// Numbers here are below 100; formatting machinery would cost more than the rest of the drawing.
fn number(out: &mut String, value: usize) {
    if value >= 10 {
        out.push(char::from(b'0' + (value / 10) as u8));
    }
    out.push(char::from(b'0' + (value % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::encode;
    use crate::qr::tests::{Dice, every_symbol};

    /// Reads the strokes back; the parser knows only the commands, nothing of the writer.
    fn read_back(svg: &str) -> (usize, Vec<u64>) {
        let document = roxmltree::Document::parse(svg).unwrap();
        let root = document.root_element();
        let view: Vec<usize> = root
            .attribute("viewBox")
            .unwrap()
            .split(' ')
            .map(|n| n.parse().unwrap())
            .collect();
        assert_eq!((view[0], view[1], view[2]), (0, 0, view[3]));
        let size = view[2] - 8;
        let path = root
            .children()
            .find(|node| node.has_attribute("stroke"))
            .unwrap()
            .attribute("d")
            .unwrap();
        let starts: Vec<usize> = path
            .char_indices()
            .filter(|(_, c)| c.is_alphabetic())
            .map(|(i, _)| i)
            .collect();
        let mut rows = vec![0; size];
        let (mut x, mut y) = (0.0, 0.0);
        for (i, &start) in starts.iter().enumerate() {
            let end = starts.get(i + 1).copied().unwrap_or(path.len());
            let numbers: Vec<f64> = path[start + 1..end].split(' ').map(|n| n.parse().unwrap()).collect();
            match &path[start..=start] {
                "M" => (x, y) = (numbers[0], numbers[1]),
                "m" => (x, y) = (x + numbers[0], y + numbers[1]),
                "h" => {
                    assert_eq!(y.fract(), 0.5);
                    for module in x as usize..(x + numbers[0]) as usize {
                        rows[y as usize - 4] |= 1 << (module - 4);
                    }
                    x += numbers[0];
                }
                other => panic!("{other}"),
            }
        }
        (size, rows)
    }

    #[test]
    fn the_path_is_the_matrix() {
        let mut dice = Dice(9);
        for (_, symbol) in every_symbol(&mut dice) {
            let (size, rows) = read_back(&svg(&symbol, None));
            assert_eq!(size, symbol.size);
            assert_eq!(rows, symbol.rows[..size]);
        }
    }

    #[test]
    fn the_title_is_text_whatever_it_holds() {
        let symbol = encode("https://A.EXAMPLE/1/").unwrap();
        let title = "Đền \"Hạ\" <script>&amp;\u{0}\u{1b}\u{FFFF}]]>";
        let drawing = svg(&symbol, Some(title));
        let document = roxmltree::Document::parse(&drawing).unwrap();
        let node = document.root_element().first_element_child().unwrap();
        assert_eq!(node.tag_name().name(), "title");
        assert_eq!(node.text(), Some("Đền \"Hạ\" <script>&amp;]]>"));
        assert_eq!(document.root_element().attribute("role"), Some("img"));
    }
}
