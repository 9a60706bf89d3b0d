//! Flat shapes, read from an SVG drawing.
//!
//! Entry point: [`shapes`]. Invariant: a shape is a path with flat colors, in the drawing's own units, y downward. What a
//! printer or an engraver cannot repeat exactly (pictures, gradients, transparency, filters, clips) is refused, never
//! silently drawn otherwise.

use tiny_skia::{FillRule, LineCap, LineJoin, Path, Transform};
use usvg::{Node, Paint};

/// A color: red, green, blue.
pub type Rgb = [u8; 3];

/// A line along a path.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its color.
    pub color: Rgb,
    /// Width in the drawing's units.
    pub width: f32,
    /// How it ends.
    pub cap: LineCap,
    /// How it turns.
    pub join: LineJoin,
    /// How far corners may stick out, in widths.
    pub miter: f32,
    /// Lengths of dashes and gaps.
    pub dashes: Vec<f32>,
}

/// A filled or stroked path.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The path.
    pub path: Path,
    /// Color of its inside.
    pub fill: Option<Rgb>,
    /// What counts as inside.
    pub rule: FillRule,
    /// The line along it.
    pub line: Option<Line>,
}

/// A drawing: its size and its shapes from the lowest to the highest.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width and height in user units.
    pub size: (f32, f32),
    /// The shapes.
    pub shapes: Vec<Shape>,
}

impl Shape {
    /// The same shape elsewhere and in another size.
    pub fn placed(&self, scale: f32, at: (f32, f32)) -> Option<Self> {
        let place = Transform::from_row(scale, 0.0, 0.0, scale, at.0, at.1);
        let line = self.line.as_ref().map(|line| Line {
            width: line.width * scale,
            dashes: line.dashes.iter().map(|d| d * scale).collect(),
            ..line.clone()
        });
        Some(Self {
            path: self.path.clone().transform(place)?,
            line,
            ..self.clone()
        })
    }
}

/// Why a drawing cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not SVG; with what the reader said.
    Unreadable(String),
    /// It holds what cannot be printed flat, by its name.
    NotFlat(&'static str),
}

/// Reads a drawing; lengths in `mm` are taken as user units, and `currentColor` is the given color.
pub fn shapes(svg: &str, color: &str) -> Result<Drawing, Refusal> {
    let options = usvg::Options {
        dpi: 25.4,
        style_sheet: Some(format!("svg {{ color: {color} }}")),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|e| Refusal::Unreadable(e.to_string()))?;
    let mut found = Vec::new();
    group(tree.root(), &mut found)?;
    Ok(Drawing {
        size: (tree.size().width(), tree.size().height()),
        shapes: found,
    })
}

fn group(from: &usvg::Group, into: &mut Vec<Shape>) -> Result<(), Refusal> {
    if from.opacity() != usvg::Opacity::ONE {
        return Err(Refusal::NotFlat("opacity"));
    }
    if from.clip_path().is_some() || from.mask().is_some() {
        return Err(Refusal::NotFlat("clip-path, mask"));
    }
    if !from.filters().is_empty() {
        return Err(Refusal::NotFlat("filter"));
    }
    for node in from.children() {
        match node {
            Node::Group(inner) => group(inner, into)?,
            Node::Path(path) => into.extend(shape(path)?),
            Node::Image(_) => return Err(Refusal::NotFlat("image")),
            Node::Text(_) => {}
        }
    }
    Ok(())
}

fn flat(paint: &Paint, opacity: usvg::Opacity) -> Result<Rgb, Refusal> {
    let Paint::Color(color) = paint else {
        return Err(Refusal::NotFlat("gradient, pattern"));
    };
    if opacity != usvg::Opacity::ONE {
        return Err(Refusal::NotFlat("fill-opacity, stroke-opacity"));
    }
    Ok([color.red, color.green, color.blue])
}

fn shape(from: &usvg::Path) -> Result<Option<Shape>, Refusal> {
    if !from.is_visible() {
        return Ok(None);
    }
    let place = from.abs_transform();
    let Some(path) = from.data().clone().transform(place) else {
        return Ok(None);
    };
    let scale = (place.sx * place.sy - place.kx * place.ky).abs().sqrt();
    let fill = from.fill().map(|fill| flat(fill.paint(), fill.opacity())).transpose()?;
    let rule = match from.fill().map(usvg::Fill::rule) {
        Some(usvg::FillRule::EvenOdd) => FillRule::EvenOdd,
        _ => FillRule::Winding,
    };
    let line = match from.stroke() {
        Some(stroke) => Some(Line {
            color: flat(stroke.paint(), stroke.opacity())?,
            width: stroke.width().get() * scale,
            cap: match stroke.linecap() {
                usvg::LineCap::Butt => LineCap::Butt,
                usvg::LineCap::Round => LineCap::Round,
                usvg::LineCap::Square => LineCap::Square,
            },
            join: match stroke.linejoin() {
                usvg::LineJoin::Round => LineJoin::Round,
                usvg::LineJoin::Bevel => LineJoin::Bevel,
                _ => LineJoin::Miter,
            },
            miter: stroke.miterlimit().get(),
            dashes: stroke
                .dasharray()
                .unwrap_or_default()
                .iter()
                .map(|d| d * scale)
                .collect(),
        }),
        None => None,
    };
    Ok(Some(Shape { path, fill, rule, line }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> String {
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='20mm' height='10mm' viewBox='0 0 20 10'>{inner}</svg>")
    }

    #[test]
    fn a_millimeter_is_a_unit_and_places_are_worked_out() {
        let drawing = shapes(
            &svg(
                "<g transform='translate(2 1) scale(2)'><rect width='3' height='2' fill='currentColor' \
                  stroke='#00ff00' stroke-width='.5'/></g>",
            ),
            "#9c2a1c",
        )
        .unwrap();
        assert_eq!(drawing.size, (20.0, 10.0));
        let bounds = drawing.shapes[0].path.bounds();
        assert_eq!(
            (bounds.left(), bounds.top(), bounds.right(), bounds.bottom()),
            (2.0, 1.0, 8.0, 5.0)
        );
        assert_eq!(drawing.shapes[0].fill, Some([0x9c, 0x2a, 0x1c]));
        assert_eq!(drawing.shapes[0].line.as_ref().unwrap().width, 1.0);
    }

    #[test]
    fn what_cannot_be_printed_flat_is_refused() {
        let gradient =
            "<linearGradient id='g'><stop stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient>";
        for inner in [
            format!("{gradient}<rect width='5' height='5' fill='url(#g)'/>"),
            "<g opacity='.5'><rect width='5' height='5'/><rect width='6' height='5'/></g>".to_string(),
            "<rect width='5' height='5' fill-opacity='.5'/>".to_string(),
        ] {
            assert!(
                matches!(shapes(&svg(&inner), "#000"), Err(Refusal::NotFlat(_))),
                "{inner}"
            );
        }
        assert!(matches!(shapes("<svg", "#000"), Err(Refusal::Unreadable(_))));
    }

    #[test]
    fn a_code_becomes_its_ground_and_its_modules() {
        let symbol = crate::qr::encode("https://A.EXAMPLE/1/").unwrap();
        let drawing = shapes(&crate::qr::svg::svg(&symbol, Some("x")), "#000").unwrap();
        assert_eq!(drawing.size.0, symbol.size as f32 + 8.0);
        assert_eq!(drawing.shapes.len(), 2);
        assert_eq!(drawing.shapes[1].line.as_ref().unwrap().width, 1.0);
    }
}
