//! A sheet as SVG.
//!
//! Entry point: [`svg`]. Invariant: true millimeters; letters are outlines, so that engravers and printers need no font;
//! the title says in words what the drawing shows.

use super::pixels::outlines;
use super::shape::{Rgb, Shape};
use super::sheet::{Part, Sheet};
use crate::text::xml;
use std::fmt::Write as _;
use tiny_skia::{FillRule, LineCap, LineJoin, Path, PathSegment};

/// Draws a sheet.
pub fn svg(sheet: &Sheet) -> String {
    let (width, height) = sheet.size;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\"><title>"
    );
    xml::between_tags(&mut out, &sheet.title);
    out.push_str("</title>\n");
    for part in &sheet.parts {
        match part {
            Part::Art(art, (x, y)) if (*x, *y) == (0.0, 0.0) => art.shapes.iter().for_each(|one| shape(&mut out, one)),
            Part::Art(art, (x, y)) => {
                let _ = writeln!(out, "<g transform=\"translate({x} {y})\">");
                art.shapes.iter().for_each(|one| shape(&mut out, one));
                out.push_str("</g>\n");
            }
            Part::Shape(one) => shape(&mut out, one),
            Part::Text(run) => {
                let _ = write!(out, "<path fill=\"{}\" d=\"", color(run.color));
                for (outline, place) in outlines(run) {
                    if let Some(placed) = outline.clone().transform(place) {
                        path(&mut out, &placed);
                    }
                }
                out.push_str("\"/>\n");
            }
        }
    }
    out.push_str("</svg>\n");
    out
}

fn color([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn shape(out: &mut String, shape: &Shape) {
    let fill = shape.fill.map_or("none".to_string(), color);
    let _ = write!(out, "<path fill=\"{fill}\"");
    if shape.rule == FillRule::EvenOdd {
        out.push_str(" fill-rule=\"evenodd\"");
    }
    if let Some(line) = &shape.line {
        let _ = write!(
            out,
            " stroke=\"{}\" stroke-width=\"{}\"",
            color(line.color),
            round(line.width)
        );
        match line.cap {
            LineCap::Butt => {}
            LineCap::Round => out.push_str(" stroke-linecap=\"round\""),
            LineCap::Square => out.push_str(" stroke-linecap=\"square\""),
        }
        match line.join {
            LineJoin::Round => out.push_str(" stroke-linejoin=\"round\""),
            LineJoin::Bevel => out.push_str(" stroke-linejoin=\"bevel\""),
            LineJoin::Miter | LineJoin::MiterClip => {}
        }
        if !line.dashes.is_empty() {
            let dashes: Vec<String> = line.dashes.iter().map(|d| round(*d).to_string()).collect();
            let _ = write!(out, " stroke-dasharray=\"{}\"", dashes.join(" "));
        }
    }
    out.push_str(" d=\"");
    path(out, &shape.path);
    out.push_str("\"/>\n");
}

/// Micrometers are fine enough, and shorter.
fn round(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

fn path(out: &mut String, path: &Path) {
    for segment in path.segments() {
        let (letter, points) = match segment {
            PathSegment::MoveTo(p) => ('M', vec![p]),
            PathSegment::LineTo(p) => ('L', vec![p]),
            PathSegment::QuadTo(c, p) => ('Q', vec![c, p]),
            PathSegment::CubicTo(c, d, p) => ('C', vec![c, d, p]),
            PathSegment::Close => ('z', Vec::new()),
        };
        out.push(letter);
        for (i, p) in points.iter().enumerate() {
            let gap = if i > 0 { " " } else { "" };
            let _ = write!(out, "{gap}{} {}", round(p.x), round(p.y));
        }
    }
}
