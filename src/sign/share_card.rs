//! The picture that stands beside a shared link: the photo in a stele, the title on paper, the site's name.
//!
//! Entry point: [`pixels`]. Invariant: pure and the same on every machine; a title is set whole, its marks too, in lines as
//! many as it needs; what is lettered never lies on the photo.

use super::face::Face;
use super::pixels::draw;
use super::shape::{Drawing, Line, Rgb, Shape, shapes};
use super::sheet::{Part, Sheet};
use super::typeset::{Align, Block, Frame, fit};
use std::sync::{Arc, LazyLock};
use tiny_skia::{
    FillRule, FilterQuality, IntSize, LineCap, LineJoin, Paint, Path, PathBuilder, Pattern, Pixmap, SpreadMode,
    Transform,
};

/// Width and height in pixels, as networks ask for.
pub const SIZE: (u32, u32) = (1200, 630);
/// Width and height of the photo.
pub const PHOTO: (u32, u32) = (512, 536);

/// Where the photo stands.
const AT: (f32, f32) = (632.0, 58.0);
/// Where letters begin.
const LEFT: f32 = 64.0;

const PAPER: Rgb = [246, 239, 224];
const INK: Rgb = [35, 26, 21];
const MUTED: Rgb = [91, 74, 63];
const CINNABAR: Rgb = [156, 42, 28];
const LINE: Rgb = [201, 184, 147];

/// A row of tiles, as on the eaves of a communal house, and the site's mark: a stele with a sun.
const ART: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630"><defs>
<path id="t" d="M0 18a15 15 0 0 1 30 0M5 18a10 10 0 0 1 20 0M10 18a5 5 0 0 1 10 0"/></defs>
<g fill="none" stroke="#b97a10" stroke-width="1.7">TILES</g>
<g transform="translate(64 52)"><rect width="56" height="56" rx="6" fill="#9c2a1c"/><g fill="none" stroke="#fff4dc" stroke-width="3.6"><path d="M12 51V26C12 15 19 8 28 8s16 7 16 18v25z"/><path d="M20 37h16M20 44h16" stroke-width="2.8"/></g><circle cx="28" cy="24" r="5" fill="#f2c14e"/></g></svg>"##;

/// What the picture says and shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The site's name.
    pub site: &'a str,
    /// What the thing is, or one line about it.
    pub cue: &'a str,
    /// Its name.
    pub title: &'a str,
    /// Rows of red, green and blue, of the size [`PHOTO`].
    pub photo: Option<&'a [u8]>,
}

/// Rows of red, green and blue, of the size [`SIZE`]; none when the photo has another size.
pub fn pixels(shown: &Shown<'_>) -> Option<Vec<u8>> {
    let mut sheet = Sheet::new((SIZE.0 as f32, SIZE.1 as f32), shown.title);
    let paper = PathBuilder::from_rect(tiny_skia::Rect::from_xywh(0.0, 0.0, SIZE.0 as f32, SIZE.1 as f32)?);
    sheet.parts.push(Part::Shape(filled(paper, PAPER)));
    if let Some(art) = &*DRAWN {
        sheet.parts.push(Part::Art(art.clone(), (0.0, 0.0)));
    }
    letter(&mut sheet, shown);
    if shown.photo.is_some() {
        sheet.parts.push(Part::Shape(outlined(arch(10.0)?)));
    }
    let mut pixmap = draw(&sheet, (0.0, 0.0), 1.0, SIZE)?;
    if let Some(photo) = shown.photo {
        paint(&mut pixmap, photo)?;
    }
    let rgb = pixmap.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]);
    Some(rgb.collect())
}

/// Drawn once for all pictures.
static DRAWN: LazyLock<Option<Arc<Drawing>>> = LazyLock::new(|| {
    // Two rows, the lower one shifted by half a tile.
    let tile = |row: u32, n: u32| {
        format!(
            "<use href=\"#t\" x=\"{}\" y=\"{}\"/>",
            30 * n + 15 * row,
            594 + 18 * row
        )
    };
    let tiles: String = (0..2).flat_map(|row| (0..40).map(move |n| tile(row, n))).collect();
    shapes(&ART.replace("TILES", &tiles), "#b97a10").ok().map(Arc::new)
});

fn letter(sheet: &mut Sheet, shown: &Shown<'_>) {
    let wide = if shown.photo.is_some() { 520.0 } else { 1072.0 };
    let block = |face, size, color, lines, text: &str| Block {
        face,
        size,
        color,
        leading: 1.26,
        lines,
        gap: 0.0,
        may_go: false,
        instead: String::new(),
        text: text.to_string(),
    };
    let frame = |x, y, width, height, down| Frame {
        x,
        y,
        width,
        height,
        across: Align::Start,
        down,
    };
    let name = [block(Face::SansBold, 27.0, MUTED, 2, shown.site)];
    let mut runs = fit(&name, frame(LEFT + 74.0, 52.0, wide - 74.0, 56.0, Align::Middle)).runs;
    let size = if shown.photo.is_some() { 66.0 } else { 84.0 };
    let mut cue = block(Face::SansBold, 27.0, CINNABAR, 2, shown.cue);
    let mut title = block(Face::SerifBold, size, INK, 7, shown.title);
    // A line about a whole site follows its name; what a thing is stands before it.
    let text = match shown.photo.is_some() {
        true => {
            title.gap = 18.0;
            [cue, title]
        }
        false => {
            cue.gap = 26.0;
            cue.lines = 3;
            cue.size = 34.0;
            [title, cue]
        }
    };
    runs.extend(fit(&text, frame(LEFT, 136.0, wide, 430.0, Align::Middle)).runs);
    sheet.parts.extend(runs.into_iter().map(Part::Text));
}

/// A stele's outline around the photo, this much wider: straight sides, a low arch.
fn arch(wider: f32) -> Option<Path> {
    let (left, top) = (AT.0 - wider, AT.1 - wider);
    let (right, bottom) = (AT.0 + PHOTO.0 as f32 + wider, AT.1 + PHOTO.1 as f32);
    let (rx, ry) = (PHOTO.0 as f32 * 0.26 + wider, PHOTO.0 as f32 * 0.2 + wider);
    /// How far the handles of a curve reach, so that it is a quarter of an ellipse.
    const QUARTER: f32 = 0.552_285;
    let mut path = PathBuilder::new();
    path.move_to(left, bottom);
    path.line_to(left, top + ry);
    path.cubic_to(
        left,
        top + ry * (1.0 - QUARTER),
        left + rx * (1.0 - QUARTER),
        top,
        left + rx,
        top,
    );
    path.line_to(right - rx, top);
    path.cubic_to(
        right - rx * (1.0 - QUARTER),
        top,
        right,
        top + ry * (1.0 - QUARTER),
        right,
        top + ry,
    );
    path.line_to(right, bottom);
    path.close();
    path.finish()
}

fn paint(pixmap: &mut Pixmap, photo: &[u8]) -> Option<()> {
    let rgba: Vec<u8> = photo.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect();
    let photo = Pixmap::from_vec(rgba, IntSize::from_wh(PHOTO.0, PHOTO.1)?)?;
    let place = Transform::from_translate(AT.0, AT.1);
    let paint = Paint {
        shader: Pattern::new(photo.as_ref(), SpreadMode::Pad, FilterQuality::Nearest, 1.0, place),
        anti_alias: true,
        ..Paint::default()
    };
    pixmap.fill_path(&arch(0.0)?, &paint, FillRule::Winding, Transform::identity(), None);
    Some(())
}

fn filled(path: Path, color: Rgb) -> Shape {
    Shape {
        path,
        fill: Some(color),
        rule: FillRule::Winding,
        line: None,
    }
}

fn outlined(path: Path) -> Shape {
    let line = Line {
        color: LINE,
        width: 3.0,
        cap: LineCap::Butt,
        join: LineJoin::Miter,
        miter: 4.0,
        dashes: Vec::new(),
    };
    Shape {
        path,
        fill: Some(PAPER),
        rule: FillRule::Winding,
        line: Some(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<'a>(title: &'a str, photo: Option<&'a [u8]>) -> Shown<'a> {
        Shown {
            site: "Số hóa di tích, sản phẩm Gia Lai và Bắc Ninh",
            cue: "Di tích",
            title,
            photo,
        }
    }

    fn at(pixels: &[u8], x: u32, y: u32) -> [u8; 3] {
        let at = ((y * SIZE.0 + x) * 3) as usize;
        [pixels[at], pixels[at + 1], pixels[at + 2]]
    }

    #[test]
    fn the_longest_titles_stay_on_the_paper() {
        let photo = vec![0; (PHOTO.0 * PHOTO.1 * 3) as usize];
        let long = "Khu di tích lịch sử địa điểm chiến thắng Đak Pơ trên Quốc lộ 19 và nghĩa trang liệt sĩ ẤẦẨẪẬ ỐỒỔỖỘ";
        for title in ["Chùa Bổ Đà", long] {
            let drawn = pixels(&shown(title, Some(&photo))).expect("drawn");
            assert_eq!(drawn.len(), (SIZE.0 * SIZE.1 * 3) as usize);
            let dark = |x: u32, y: u32| at(&drawn, x, y)[0] < 120;
            let letters = (0..SIZE.0)
                .filter(|x| (120..590).any(|y| dark(*x, y)))
                .collect::<Vec<_>>();
            let gap = letters.windows(2).map(|pair| pair[1] - pair[0]).max();
            // Between the letters and the photo lies paper.
            assert!(gap.is_some_and(|gap| gap >= 30), "{title}: {gap:?}");
            assert!(letters[0] >= 60, "{title}");
            assert_eq!(at(&drawn, 900, 300), [0, 0, 0], "{title}: the photo");
            assert_eq!(at(&drawn, 640, 66), PAPER, "{title}: the corner beside the arch");
        }
    }

    #[test]
    fn a_photo_of_another_size_is_refused() {
        assert_eq!(pixels(&shown("x", Some(&[0; 300]))), None);
        assert!(pixels(&shown("x", None)).is_some());
    }
}
