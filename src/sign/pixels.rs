//! A sheet as pixels.
//!
//! Entry point: [`png()`] for a picture, [`area`] for a part in gray. Invariant: the same sheet gives the same pixels on
//! every machine.

use super::shape::{Line, Rgb, Shape};
use super::sheet::{Part, Sheet};
use super::typeset::Run;
use tiny_skia::{FillRule, Paint, Path, Pixmap, Rect, Stroke, StrokeDash, Transform};

/// A gray picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gray {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// One byte a pixel, rows from the top.
    pub pixels: Vec<u8>,
}

/// The most dots across or down that a picture may have.
const MOST_DOTS: f32 = 20_000.0;

/// The most dots per inch with which a sheet still becomes a picture, in whole hundreds where there are hundreds.
pub fn most_dpi(sheet: &Sheet) -> u16 {
    let most = MOST_DOTS * 25.4 / sheet.size.0.max(sheet.size.1).max(1.0);
    let step = if most >= 100.0 { 100.0 } else { 1.0 };
    ((most / step).floor() * step).clamp(1.0, f32::from(u16::MAX)) as u16
}

/// The whole sheet as a PNG file with `dpi` dots per inch; none when it would be too large (see [`most_dpi`]).
pub fn png(sheet: &Sheet, dpi: f32) -> Option<Vec<u8>> {
    let scale = dpi / 25.4;
    let dots = |mm: f32| (mm * scale).round();
    let (width, height) = (dots(sheet.size.0), dots(sheet.size.1));
    if !(1.0..=MOST_DOTS).contains(&width) || !(1.0..=MOST_DOTS).contains(&height) {
        return None;
    }
    let pixmap = draw(sheet, (0.0, 0.0), scale, (width as u32, height as u32))?;
    let rgb: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|p| [p.red(), p.green(), p.blue()])
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let per_meter = (dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_meter,
        yppu: per_meter,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&rgb).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// A square part of the sheet in gray, `side` millimeters drawn as `pixels` pixels.
pub fn area(sheet: &Sheet, at: (f32, f32), side: f32, pixels: u32) -> Option<Gray> {
    let scale = pixels as f32 / side;
    let pixmap = draw(sheet, at, scale, (pixels, pixels))?;
    let gray = |p: &tiny_skia::PremultipliedColorU8| {
        let sum = 299 * u32::from(p.red()) + 587 * u32::from(p.green()) + 114 * u32::from(p.blue());
        (sum / 1000) as u8
    };
    Some(Gray {
        width: pixels as usize,
        height: pixels as usize,
        pixels: pixmap.pixels().iter().map(gray).collect(),
    })
}

/// Draws what lies in a window of the sheet, on white.
pub(super) fn draw(sheet: &Sheet, at: (f32, f32), scale: f32, size: (u32, u32)) -> Option<Pixmap> {
    let mut pixmap = Pixmap::new(size.0, size.1)?;
    pixmap.fill(tiny_skia::Color::WHITE);
    let window = Rect::from_xywh(at.0, at.1, size.0 as f32 / scale, size.1 as f32 / scale)?;
    let to = Transform::from_translate(-at.0, -at.1).post_scale(scale, scale);
    for part in &sheet.parts {
        match part {
            Part::Art(art, by) => {
                let to = to.pre_translate(by.0, by.1);
                let inner = Rect::from_xywh(at.0 - by.0, at.1 - by.1, window.width(), window.height())?;
                for one in art.shapes.iter().filter(|one| touches(one, &inner)) {
                    shape(&mut pixmap, one, to);
                }
            }
            Part::Shape(one) if touches(one, &window) => shape(&mut pixmap, one, to),
            Part::Text(run) if run.ink().is_some_and(|ink| ink.intersect(&window).is_some()) => {
                text(&mut pixmap, run, to);
            }
            Part::Shape(_) | Part::Text(_) => {}
        }
    }
    Some(pixmap)
}

fn touches(shape: &Shape, window: &Rect) -> bool {
    let reach = shape.line.as_ref().map_or(0.0, |line| line.width * line.miter.max(1.0));
    let bounds = shape.path.bounds();
    let wide = Rect::from_ltrb(
        bounds.left() - reach,
        bounds.top() - reach,
        bounds.right() + reach,
        bounds.bottom() + reach,
    );
    wide.is_none_or(|wide| {
        wide.left() <= window.right()
            && wide.right() >= window.left()
            && wide.top() <= window.bottom()
            && wide.bottom() >= window.top()
    })
}

fn paint(color: Rgb) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(color[0], color[1], color[2], 255);
    paint.anti_alias = true;
    paint
}

fn shape(pixmap: &mut Pixmap, shape: &Shape, to: Transform) {
    if let Some(color) = shape.fill {
        pixmap.fill_path(&shape.path, &paint(color), shape.rule, to, None);
    }
    if let Some(line) = &shape.line {
        pixmap.stroke_path(&shape.path, &paint(line.color), &stroke(line), to, None);
    }
}

fn stroke(line: &Line) -> Stroke {
    Stroke {
        width: line.width,
        miter_limit: line.miter,
        line_cap: line.cap,
        line_join: line.join,
        dash: StrokeDash::new(line.dashes.clone(), 0.0),
    }
}

fn text(pixmap: &mut Pixmap, run: &Run, to: Transform) {
    for (path, place) in outlines(run) {
        pixmap.fill_path(path, &paint(run.color), FillRule::Winding, place.post_concat(to), None);
    }
}

/// The outlines of a line of text, each with the way to its place on the sheet.
pub(super) fn outlines(run: &Run) -> impl Iterator<Item = (&'static Path, Transform)> {
    run.glyphs.iter().filter_map(|placed| {
        let path = run.face.outline(placed.glyph)?;
        let (x, y) = (run.at.0 + placed.x * run.size, run.at.1 + placed.y * run.size);
        Some((path, Transform::from_row(run.size, 0.0, 0.0, run.size, x, y)))
    })
}
