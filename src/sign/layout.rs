//! Layouts: an SVG drawing in millimeters with places for text and codes.
//!
//! Entry point: [`Layout::read`]. Invariant: a layout is data; what it may hold is listed here, everything else is a
//! finding. Shapes are flat (see [`super::shape`]), so that the same layout becomes SVG, PNG and PDF.
//!
//! ```svg
//! <svg xmlns="http://www.w3.org/2000/svg" width="148mm" height="210mm" viewBox="0 0 148 210">
//!   <rect data-slot="code" x="29" y="40" width="90" height="90"/>
//!   <text data-box="12 140 124 40" data-valign="middle" text-anchor="middle">
//!     <tspan font-family="serif-bold" font-size="9" fill="#231a15" data-lines="2">{title}</tspan>
//!     <tspan font-family="sans" font-size="4" data-gap="2" data-optional="true">{summary}</tspan>
//!   </text>
//! </svg>
//! ```
//!
//! `{names}` stand for what a plate says; a line of which a name is empty is left out. `data-optional` is left out where
//! there is no room for it, and `data-else` then takes its place. `data-slot` is `code` (in further places the codes of
//! goods), `payment`, `opens` or `gtin`. `currentColor` is the color of the entry's kind.

mod places;

use self::places::{Units, code_box, grid, text_box};
use super::Slot;
use super::shape::{Drawing, Refusal, Rgb, shapes};
use super::typeset::{Block, Frame};
use crate::diag::codes::sign as codes;
use crate::diag::{Diagnostic, Diagnostics, Place};
use roxmltree::Node;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../themes/stele/signs/", $name))
    };
}

/// Width and height in millimeters.
pub type Paper = (f32, f32);

/// The layouts that every theme has: name, drawing, and the paper when it is not the drawing's own.
const BUILTIN: &[(&str, &str, Option<Paper>)] = &[
    ("plate-a4", file!("plate.svg"), Some((210.0, 297.0))),
    ("plate-a5", file!("plate.svg"), None),
    ("plate-a6", file!("plate-a6.svg"), None),
    ("board", file!("plate.svg"), Some((300.0, 425.0))),
    ("tag-a7", file!("tag-a7.svg"), None),
    ("sticker-70x37", file!("sticker-70x37.svg"), None),
    ("sticker-63x38", file!("sticker-63x38.svg"), None),
    ("sticker-round-50", file!("sticker-round-50.svg"), None),
    ("street", file!("street.svg"), None),
    ("bookcase", file!("bookcase.svg"), None),
    ("standee", file!("standee.svg"), None),
    ("stall", file!("stall.svg"), None),
    ("stall-0", file!("stall-0.svg"), None),
    ("stall-1", file!("stall-1.svg"), None),
    ("stall-2", file!("stall-2.svg"), None),
    ("payment", file!("payment.svg"), None),
    ("link", file!("link.svg"), None),
    ("tag-gtin", file!("tag-gtin.svg"), None),
];

/// A built-in layout's drawing and paper by its name.
pub fn builtin(name: &str) -> Option<(&'static str, Option<Paper>)> {
    let found = BUILTIN.iter().find(|(own, ..)| *own == name);
    found.map(|(_, drawing, paper)| (*drawing, *paper))
}

/// The drawings of the built-in layouts that are called by a name of their own.
pub fn drawings() -> impl Iterator<Item = (&'static str, &'static str)> {
    BUILTIN.iter().map(|(name, drawing, _)| (*name, *drawing))
}

/// Names of the built-in layouts that can be asked for.
pub fn builtin_names() -> impl Iterator<Item = &'static str> {
    BUILTIN.iter().map(|(name, ..)| *name).filter(|name| !is_variant(name))
}

/// The drawing of a layout for a plate with so few goods that those of the layout would leave most of the paper empty.
pub fn variant(name: &str, goods: usize) -> Option<&'static str> {
    let drawn = BUILTIN.iter().find(|(own, ..)| *own == format!("{name}-{goods}"));
    drawn.map(|(own, ..)| *own).filter(|own| is_variant(own))
}

/// True for a drawing that takes the place of another one and is not asked for by its name.
pub fn is_variant(name: &str) -> bool {
    ["stall-0", "stall-1", "stall-2"].contains(&name)
}

/// A place for a code: a square, in millimeters, quiet zone included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CodeBox {
    /// Whose code.
    pub slot: Slot,
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width and height.
    pub side: f32,
}

/// A place for text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    /// Where.
    pub frame: Frame,
    /// What, with `{names}`.
    pub blocks: Vec<Block>,
    /// Color of a band behind the text; drawn only when there is text.
    pub band: Option<Rgb>,
}

/// Labels side by side on a sheet of paper, in millimeters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Width and height of the sheet.
    pub paper: Paper,
    /// Columns and rows.
    pub count: (usize, usize),
    /// Upper left corner of the first label.
    pub start: (f32, f32),
    /// From one label to the next, across and down.
    pub step: (f32, f32),
}

impl Grid {
    /// How many labels a sheet has.
    pub fn len(&self) -> usize {
        self.count.0 * self.count.1
    }

    /// True when a sheet has no labels.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The corner of a label, counted along rows from 0.
    pub fn corner(&self, at: usize) -> (f32, f32) {
        let columns = self.count.0.max(1);
        let (column, row) = (at % columns, at / columns);
        (
            self.start.0 + column as f32 * self.step.0,
            self.start.1 + row as f32 * self.step.1,
        )
    }
}

/// A layout's file and how it is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The layout's name.
    pub name: &'a str,
    /// The file, for findings.
    pub file: &'a str,
    /// Its text.
    pub svg: &'a str,
    /// What `currentColor` stands for: `#9c2a1c`.
    pub color: &'a str,
    /// Another paper than the drawing's own, in millimeters; the drawing grows as far as it fits.
    pub paper: Option<(f32, f32)>,
}

impl Source<'_> {
    /// The drawing with the size of the paper.
    fn resized(&self) -> Cow<'_, str> {
        let document = roxmltree::Document::parse(self.svg);
        let (Some((width, height)), Ok(document)) = (self.paper, document) else {
            return Cow::Borrowed(self.svg);
        };
        let attributes = document.root_element();
        let mut ranges: Vec<_> = ["width", "height"]
            .into_iter()
            .zip([width, height])
            .filter_map(|(name, value)| Some((attributes.attribute_node(name)?.range_value(), value)))
            .collect();
        ranges.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let mut text = self.svg.to_string();
        for (range, value) in ranges {
            text.replace_range(range, &format!("{value}mm"));
        }
        Cow::Owned(text)
    }
}

/// A layout, ready to be filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Its name.
    pub name: String,
    /// Width and height in millimeters.
    pub size: (f32, f32),
    /// Everything that is the same on all plates.
    pub art: Arc<Drawing>,
    /// Where codes stand.
    pub codes: Vec<CodeBox>,
    /// Where text stands.
    pub texts: Vec<TextBox>,
    /// How labels stand on a sheet; none for a plate with a page of its own.
    pub grid: Option<Grid>,
}

impl Layout {
    /// Reads a layout's file.
    pub fn read(source: &Source<'_>) -> (Option<Self>, Diagnostics) {
        let Source { name, file, color, .. } = *source;
        let resized = source.resized();
        let svg = &*resized;
        let place = || Place::file(&file.into());
        let refuse = |refusal: Refusal| match refusal {
            Refusal::Unreadable(cause) => Diagnostic::new(codes::LAYOUT_UNREADABLE).with("cause", cause),
            Refusal::NotFlat(what) => Diagnostic::new(codes::LAYOUT_NOT_FLAT).with("what", what),
        };
        let art = match shapes(svg, color) {
            Ok(art) => art,
            Err(refusal) => return (None, vec![refuse(refusal).at(place())]),
        };
        let document = match roxmltree::Document::parse(svg) {
            Ok(document) => document,
            Err(error) => return (None, vec![refuse(Refusal::Unreadable(error.to_string())).at(place())]),
        };
        let mut layout = Self {
            name: name.to_string(),
            size: art.size,
            art: Arc::new(art),
            codes: Vec::new(),
            texts: Vec::new(),
            grid: None,
        };
        let units = Units::of(document.root_element(), layout.size);
        let mut wrong = Vec::new();
        layout.grid = grid(document.root_element(), &mut wrong);
        for node in document.descendants().filter(Node::is_element) {
            match node.tag_name().name() {
                "rect" if node.has_attribute("data-slot") => layout.codes.push(code_box(node, units, &mut wrong)),
                "text" => layout.texts.push(text_box(node, (color, units), &mut wrong)),
                _ => {}
            }
        }
        let found = wrong.into_iter().map(|(what, value)| {
            let finding = Diagnostic::new(codes::LAYOUT_VALUE).at(place());
            finding.with("what", what).with("value", value)
        });
        let found: Diagnostics = found.collect();
        (Some(layout).filter(|_| found.is_empty()), found)
    }

    /// How wide the code's place is, in millimeters; none on layouts without a code.
    pub fn code_side(&self) -> Option<f32> {
        self.codes.first().map(|place| place.side)
    }
}

/// A color written `#9c2a1c`.
pub fn rgb(written: &str) -> Option<Rgb> {
    let digits = written.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii())?;
    let part = |i: usize| u8::from_str_radix(&digits[i..i + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// A pattern with its names filled in; none when one of them is empty or unknown.
pub fn filled(pattern: &str, says: &BTreeMap<String, String>) -> Option<String> {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        text.push_str(before);
        text.push_str(says.get(name).filter(|said| !said.is_empty())?);
        rest = behind;
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(svg: &str, paper: Option<(f32, f32)>) -> Source<'_> {
        Source {
            name: "x",
            file: "x.svg",
            svg,
            color: "#9c2a1c",
            paper,
        }
    }

    #[test]
    fn names_are_filled_in_and_a_line_without_its_value_goes() {
        let says = BTreeMap::from([("a".to_string(), "Đền".to_string()), ("b".to_string(), String::new())]);
        assert_eq!(filled("{a} · {a}", &says).as_deref(), Some("Đền · Đền"));
        assert_eq!(filled("Quét", &says).as_deref(), Some("Quét"));
        assert_eq!(filled("{a} {b}", &says), None);
        assert_eq!(filled("{c}", &says), None);
    }

    #[test]
    fn built_in_layouts_are_read_without_findings_and_have_the_size_of_their_name() {
        let sizes = [("a4", (210.0, 297.0)), ("a5", (148.0, 210.0)), ("a6", (105.0, 148.0))];
        for name in BUILTIN.iter().map(|(name, ..)| *name) {
            let (svg, paper) = builtin(name).unwrap();
            let (layout, found) = Layout::read(&source(svg, paper));
            assert_eq!(found, Vec::new(), "{name}");
            let layout = layout.unwrap();
            for (ending, size) in sizes {
                if name.ends_with(ending) && name.starts_with("plate") {
                    assert_eq!(layout.size, size, "{name}");
                }
            }
        }
    }

    #[test]
    fn no_text_stands_in_the_quiet_zone_of_a_code_or_at_the_edge_of_the_paper() {
        for name in BUILTIN.iter().map(|(name, ..)| *name) {
            let (svg, paper) = builtin(name).unwrap();
            let layout = Layout::read(&source(svg, paper)).0.unwrap();
            for TextBox { frame, band, .. } in &layout.texts {
                for code in &layout.codes {
                    let is_aside = frame.x + frame.width <= code.x || frame.x >= code.x + code.side;
                    let is_apart = frame.y + frame.height <= code.y || frame.y >= code.y + code.side;
                    assert!(is_aside || is_apart, "{name}: {frame:?} in {code:?}");
                }
                // A cut that is off by two millimeters takes no letter; labels are cut by the maker of the sheet.
                let edge = if layout.grid.is_some() || band.is_some() {
                    0.0
                } else {
                    3.0
                };
                let (right, bottom) = (
                    layout.size.0 - frame.x - frame.width,
                    layout.size.1 - frame.y - frame.height,
                );
                let least = frame.x.min(frame.y).min(right).min(bottom);
                assert!(least >= edge - 0.31, "{name}: {frame:?} is {least} mm from the edge");
            }
        }
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "compares the table with the folder")]
    fn every_layout_of_the_theme_is_embedded() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/stele/signs");
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            assert!(BUILTIN.iter().any(|(_, drawing, _)| *drawing == text), "{text:.200}");
        }
    }

    #[test]
    fn what_a_designer_mistyped_is_told_by_its_name() {
        let svg = |inner: &str| {
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='20mm' height='10mm' viewBox='0 0 20 10'>{inner}</svg>"
            )
        };
        for (inner, what) in [
            ("<rect data-slot='code' x='1' y='a' width='5' height='5'/>", "y"),
            ("<text data-box='1 2 3'/>", "data-box"),
            (
                "<text data-box='1 2 3 4'><tspan font-size='2' font-family='Arial'>a</tspan></text>",
                "font-family",
            ),
            (
                "<text data-box='1 2 3 4'><tspan font-size='2' fill='red'>a</tspan></text>",
                "fill",
            ),
            ("<text data-box='1 2 3 4'><tspan>a</tspan></text>", "font-size"),
        ] {
            let (layout, found) = Layout::read(&source(&svg(inner), None));
            assert!(layout.is_none(), "{inner}");
            assert_eq!(found[0].args[0], ("what", what.to_string()), "{inner}");
        }
    }
}
