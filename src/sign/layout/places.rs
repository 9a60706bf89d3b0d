//! Attributes of a layout's drawing → places for codes, texts and labels.
//!
//! Entry point: [`code_box`], [`text_box`], [`grid`]. Invariant: lengths come out in millimeters on the paper; what cannot be
//! read is named, and stands in for itself with something harmless.

use super::{CodeBox, Grid, TextBox, rgb};
use crate::sign::Slot;
use crate::sign::face::Face;
use crate::sign::typeset::{Align, Block, Frame};
use roxmltree::Node;

/// What could not be read: the attribute and what stands in it.
pub(super) type Wrong = Vec<(String, String)>;

/// From the drawing's units to millimeters on paper.
#[derive(Clone, Copy)]
pub(super) struct Units {
    scale: f32,
    at: (f32, f32),
}

impl Units {
    /// As SVG places a `viewBox`: as large as fits, in the middle.
    pub(super) fn of(root: Node<'_, '_>, size: (f32, f32)) -> Self {
        let numbers = root.attribute("viewBox").unwrap_or_default();
        let numbers: Vec<f32> = numbers
            .split([' ', ','])
            .filter_map(|n| n.trim().parse().ok())
            .collect();
        let [x, y, width, height] = numbers[..] else {
            return Self {
                scale: 1.0,
                at: (0.0, 0.0),
            };
        };
        let scale = (size.0 / width).min(size.1 / height);
        let rest = |paper: f32, own: f32, start: f32| (paper - own * scale) / 2.0 - start * scale;
        Self {
            scale,
            at: (rest(size.0, width, x), rest(size.1, height, y)),
        }
    }

    fn place(self, (x, y): (f32, f32)) -> (f32, f32) {
        (x * self.scale + self.at.0, y * self.scale + self.at.1)
    }
}

/// Read from `data-paper`, `data-grid`, `data-start` and `data-step` of the root; none when there is no grid.
pub(super) fn grid(root: Node<'_, '_>, wrong: &mut Wrong) -> Option<Grid> {
    root.attribute("data-grid")?;
    let mut pair = |name: &str| {
        let written = root.attribute(name).unwrap_or_default();
        let numbers: Vec<f32> = written.split_whitespace().filter_map(|n| n.parse().ok()).collect();
        let [a, b] = numbers[..] else {
            wrong.push((name.to_string(), written.to_string()));
            return (1.0, 1.0);
        };
        (a, b)
    };
    let (columns, rows) = pair("data-grid");
    Some(Grid {
        paper: pair("data-paper"),
        count: (columns.clamp(1.0, 50.0) as usize, rows.clamp(1.0, 50.0) as usize),
        start: pair("data-start"),
        step: pair("data-step"),
    })
}

fn number(node: Node<'_, '_>, name: &str, default: Option<f32>, wrong: &mut Wrong) -> f32 {
    let written = node.attribute(name);
    let read = written
        .and_then(|w| w.trim().parse::<f32>().ok())
        .filter(|n| n.is_finite());
    read.or(default.filter(|_| written.is_none())).unwrap_or_else(|| {
        wrong.push((name.to_string(), written.unwrap_or_default().to_string()));
        1.0
    })
}

/// The place of a code.
pub(super) fn code_box(node: Node<'_, '_>, units: Units, wrong: &mut Wrong) -> CodeBox {
    let written = node.attribute("data-slot").unwrap_or_default();
    let slot = Slot::ALL.iter().find(|(name, _)| *name == written);
    if slot.is_none() {
        wrong.push(("data-slot".to_string(), written.to_string()));
    }
    let mut get = |name| number(node, name, None, wrong);
    let (x, y) = units.place((get("x"), get("y")));
    CodeBox {
        slot: slot.map_or(Slot::Own, |(_, slot)| *slot),
        x,
        y,
        side: get("width").min(get("height")) * units.scale,
    }
}

/// A place for text; `color` is that of the entry's kind.
pub(super) fn text_box(node: Node<'_, '_>, (color, units): (&str, Units), wrong: &mut Wrong) -> TextBox {
    let written = node.attribute("data-box").unwrap_or_default();
    let numbers: Vec<f32> = written.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let [x, y, width, height] = numbers[..] else {
        wrong.push(("data-box".to_string(), written.to_string()));
        return TextBox {
            frame: frame([0.0, 0.0, 1.0, 1.0], node),
            blocks: Vec::new(),
            band: None,
        };
    };
    let ((x, y), scale) = (units.place((x, y)), units.scale);
    let band = node.attribute("data-band").map(|written| match written {
        "currentColor" => color,
        other => other,
    });
    let read = band.and_then(rgb);
    if let (Some(written), None) = (band, read) {
        wrong.push(("data-band".to_string(), written.to_string()));
    }
    let tspans = node.children().filter(|n| n.tag_name().name() == "tspan");
    TextBox {
        frame: frame([x, y, width * scale, height * scale], node),
        blocks: tspans.map(|tspan| block(tspan, (color, scale), wrong)).collect(),
        band: read,
    }
}

fn frame([x, y, width, height]: [f32; 4], node: Node<'_, '_>) -> Frame {
    Frame {
        x,
        y,
        width,
        height,
        across: match node.attribute("text-anchor") {
            Some("middle") => Align::Middle,
            Some("end") => Align::End,
            _ => Align::Start,
        },
        down: match node.attribute("data-valign") {
            Some("middle") => Align::Middle,
            Some("bottom") => Align::End,
            _ => Align::Start,
        },
    }
}

fn block(node: Node<'_, '_>, (kind_color, scale): (&str, f32), wrong: &mut Wrong) -> Block {
    let name = node.attribute("font-family").unwrap_or("sans");
    let face = Face::of_name(name).unwrap_or_else(|| {
        wrong.push(("font-family".to_string(), name.to_string()));
        Face::Sans
    });
    let written = match node.attribute("fill").unwrap_or("#231a15") {
        "currentColor" => kind_color,
        other => other,
    };
    let color = rgb(written).unwrap_or_else(|| {
        wrong.push(("fill".to_string(), written.to_string()));
        [0, 0, 0]
    });
    let mut get = |name, default| number(node, name, default, wrong);
    Block {
        face,
        size: get("font-size", None) * scale,
        color,
        leading: get("data-leading", Some(1.34)),
        lines: get("data-lines", Some(1.0)) as usize,
        gap: get("data-gap", Some(0.0)) * scale,
        may_go: node.attribute("data-optional") == Some("true"),
        instead: node.attribute("data-else").unwrap_or_default().to_string(),
        text: node.text().unwrap_or_default().trim().to_string(),
    }
}
