//! The bundled faces: letters, their widths, kerning and outlines.
//!
//! Entry point: [`Face::of_name`], [`Face::glyph`], [`Face::outline`]. Invariant: only the files of `fonts/` are ever read
//! (see `fonts/make.py`), so that every machine sets the same text with the same bytes; a character that they lack is
//! answered with none, never with an empty box.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use tiny_skia::{Path, PathBuilder, Rect, Transform};

/// One of the bundled faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Noto Serif Bold, for names.
    SerifBold,
    /// Noto Serif Italic, for names in the second language.
    SerifItalic,
    /// Noto Sans, for sentences.
    Sans,
    /// Noto Sans Bold, for labels and addresses.
    SansBold,
}

/// Every face, in the order of [`Face::index`].
pub const FACES: [Face; 4] = [Face::SerifBold, Face::SerifItalic, Face::Sans, Face::SansBold];

/// A glyph's number in its face.
pub type Glyph = u16;

impl Face {
    /// The face that a layout names.
    pub fn of_name(name: &str) -> Option<Self> {
        FACES.into_iter().find(|face| face.name() == name)
    }

    /// Its name in layouts.
    pub fn name(self) -> &'static str {
        match self {
            Face::SerifBold => "serif-bold",
            Face::SerifItalic => "serif-italic",
            Face::Sans => "sans",
            Face::SansBold => "sans-bold",
        }
    }

    /// Its name in PDF files.
    pub fn postscript(self) -> &'static str {
        match self {
            Face::SerifBold => "NotoSerif-Bold",
            Face::SerifItalic => "NotoSerif-Italic",
            Face::Sans => "NotoSans-Regular",
            Face::SansBold => "NotoSans-Bold",
        }
    }

    /// Its place in [`FACES`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The whole font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Face::SerifBold => include_bytes!("fonts/serif-bold.ttf"),
            Face::SerifItalic => include_bytes!("fonts/serif-italic.ttf"),
            Face::Sans => include_bytes!("fonts/sans.ttf"),
            Face::SansBold => include_bytes!("fonts/sans-bold.ttf"),
        }
    }

    /// The glyph of a character; none where the face lacks it.
    pub fn glyph(self, c: char) -> Option<Glyph> {
        self.tables().characters.get(&c).copied()
    }

    /// How far the pen moves after a glyph, in ems.
    pub fn advance(self, glyph: Glyph) -> f32 {
        let tables = self.tables();
        let last = tables.advances.len().saturating_sub(1);
        let units = tables.advances.get(usize::from(glyph).min(last)).copied();
        f32::from(units.unwrap_or(0)) / tables.units
    }

    /// How much closer (negative) two letters stand, in ems. Marks on letters do not change it.
    pub fn kern(self, left: char, right: char) -> f32 {
        let (Some(left), Some(right)) = (self.glyph(base(left)), self.glyph(base(right))) else {
            return 0.0;
        };
        let tables = self.tables();
        let units = tables.kerning.get(&(left, right)).copied();
        f32::from(units.unwrap_or(0)) / tables.units
    }

    /// The outline of a glyph in ems, y downward; none for spaces.
    pub fn outline(self, glyph: Glyph) -> Option<&'static Path> {
        let outlines = &self.tables().outlines;
        outlines.get(usize::from(glyph))?.as_ref()
    }

    /// Where a glyph has ink, in ems from the pen, y downward.
    pub fn ink(self, glyph: Glyph) -> Option<Rect> {
        self.outline(glyph).map(Path::bounds)
    }

    fn tables(self) -> &'static Tables {
        static READ: [OnceLock<Tables>; 4] = [const { OnceLock::new() }; 4];
        READ[self.index()].get_or_init(|| Tables::read(self.bytes()))
    }
}

/// The letter without its marks, for kerning; `đ` stands like `d`.
pub(super) fn base(c: char) -> char {
    match c {
        'đ' => 'd',
        'Đ' => 'D',
        c if c.is_ascii() => c,
        c => unicode_normalization::UnicodeNormalization::nfd(std::iter::once(c))
            .next()
            .unwrap_or(c),
    }
}

/// What is read of a font file.
struct Tables {
    units: f32,
    characters: BTreeMap<char, Glyph>,
    advances: Vec<u16>,
    kerning: BTreeMap<(Glyph, Glyph), i16>,
    outlines: Vec<Option<Path>>,
}

/// A part of a font file; places beyond its end read as zero, which a test rules out for the bundled files.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn u16(self, at: usize) -> u16 {
        self.0.get(at..at + 2).map_or(0, |b| u16::from_be_bytes([b[0], b[1]]))
    }

    pub(super) fn i16(self, at: usize) -> i16 {
        self.u16(at) as i16
    }

    pub(super) fn u32(self, at: usize) -> u32 {
        u32::from(self.u16(at)) << 16 | u32::from(self.u16(at + 2))
    }

    pub(super) fn from(self, at: usize) -> Bytes<'a> {
        Bytes(self.0.get(at..).unwrap_or_default())
    }

    /// A table of the file by its tag.
    pub(super) fn table(self, tag: &[u8; 4]) -> Bytes<'a> {
        let count = usize::from(self.u16(4));
        let entry = (0..count)
            .map(|i| 12 + 16 * i)
            .find(|at| self.from(*at).0.starts_with(tag));
        let Some(entry) = entry else { return Bytes(&[]) };
        let (start, length) = (self.u32(entry + 8) as usize, self.u32(entry + 12) as usize);
        Bytes(self.0.get(start..start + length).unwrap_or_default())
    }

    /// The bytes of a glyph in `glyf`.
    pub(super) fn glyph(self, glyph: Glyph) -> &'a [u8] {
        let (loca, at) = (self.table(b"loca"), usize::from(glyph));
        let place = |i: usize| match self.table(b"head").i16(50) {
            0 => 2 * usize::from(loca.u16(2 * i)),
            _ => loca.u32(4 * i) as usize,
        };
        self.table(b"glyf").0.get(place(at)..place(at + 1)).unwrap_or_default()
    }

    /// How many glyphs there are.
    pub(super) fn glyphs(self) -> u16 {
        self.table(b"maxp").u16(4)
    }
}

impl Tables {
    fn read(file: &[u8]) -> Self {
        let file = Bytes(file);
        let units = f32::from(file.table(b"head").u16(18));
        let hmtx = file.table(b"hmtx");
        let measured = usize::from(file.table(b"hhea").u16(34));
        let kern = file.table(b"kern");
        let pairs = (0..usize::from(kern.u16(10))).map(|i| 18 + 6 * i);
        Self {
            units,
            characters: characters(file.table(b"cmap")),
            advances: (0..measured).map(|i| hmtx.u16(4 * i)).collect(),
            kerning: pairs
                .map(|at| ((kern.u16(at), kern.u16(at + 2)), kern.i16(at + 4)))
                .collect(),
            outlines: (0..file.glyphs()).map(|glyph| outline(file, glyph, units)).collect(),
        }
    }
}

/// The subtable of format 4 (characters of the basic plane).
fn characters(cmap: Bytes<'_>) -> BTreeMap<char, Glyph> {
    let mut found = BTreeMap::new();
    let subtables = (0..usize::from(cmap.u16(2))).map(|i| cmap.from(cmap.u32(8 + 8 * i) as usize));
    let Some(table) = subtables.into_iter().find(|table| table.u16(0) == 4) else {
        return found;
    };
    let twice = usize::from(table.u16(6));
    for i in (0..twice).step_by(2) {
        let (last, first) = (table.u16(14 + i), table.u16(16 + twice + i));
        let (delta, range) = (
            table.u16(16 + 2 * twice + i),
            usize::from(table.u16(16 + 3 * twice + i)),
        );
        for code in first..=last {
            let glyph = if range == 0 {
                code.wrapping_add(delta)
            } else {
                let at = 16 + 3 * twice + i + range + 2 * usize::from(code - first);
                match table.u16(at) {
                    0 => 0,
                    glyph => glyph.wrapping_add(delta),
                }
            };
            if let Some(c) = char::from_u32(u32::from(code)).filter(|_| glyph != 0) {
                found.insert(c, glyph);
            }
        }
    }
    found
}

fn outline(file: Bytes<'_>, glyph: Glyph, units: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    draw(file, glyph, (0.0, 0.0), &mut builder);
    let scale = 1.0 / units;
    builder.finish()?.transform(Transform::from_scale(scale, -scale))
}

/// Adds a glyph's contours in font units, shifted; composite glyphs draw their parts.
fn draw(file: Bytes<'_>, glyph: Glyph, by: (f32, f32), into: &mut PathBuilder) {
    let data = Bytes(file.glyph(glyph));
    match data.i16(0) {
        0 => {}
        contours if contours > 0 => simple(data, contours as usize, by, into),
        _ => {
            for (part, dx, dy) in parts(data) {
                draw(file, part, (by.0 + dx, by.1 + dy), into);
            }
        }
    }
}

/// The parts of a composite glyph with their shifts. The bundled files have no scaled parts, which a test holds.
pub(super) fn parts(data: Bytes<'_>) -> Vec<(Glyph, f32, f32)> {
    let mut found = Vec::new();
    let mut at = 10;
    loop {
        let (flags, glyph) = (data.u16(at), data.u16(at + 2));
        let are_words = flags & 1 != 0;
        let (dx, dy) = if are_words {
            (data.i16(at + 4), data.i16(at + 6))
        } else {
            let [dx, dy] = data.u16(at + 4).to_be_bytes();
            (i16::from(dx as i8), i16::from(dy as i8))
        };
        found.push((glyph, f32::from(dx), f32::from(dy)));
        at += if are_words { 8 } else { 6 };
        if flags & 0x20 == 0 || found.len() > 8 {
            return found;
        }
    }
}

/// One point of a contour.
#[derive(Clone, Copy)]
struct Point {
    x: f32,
    y: f32,
    on: bool,
}

fn simple(data: Bytes<'_>, contours: usize, by: (f32, f32), into: &mut PathBuilder) {
    let ends: Vec<usize> = (0..contours).map(|i| usize::from(data.u16(10 + 2 * i))).collect();
    let count = ends.last().map_or(0, |last| last + 1);
    let instructions = usize::from(data.u16(10 + 2 * contours));
    let mut at = 12 + 2 * contours + instructions;
    let byte = |at: usize| data.0.get(at).copied().unwrap_or(0);
    let mut flags = Vec::with_capacity(count);
    while flags.len() < count {
        let flag = byte(at);
        at += 1;
        let copies = if flag & 8 != 0 { usize::from(byte(at)) } else { 0 };
        at += usize::from(flag & 8 != 0);
        flags.extend(std::iter::repeat_n(flag, copies + 1));
    }
    let mut axis = |short: u8, same: u8| -> Vec<i32> {
        let mut value = 0;
        let mut values = Vec::with_capacity(count);
        for flag in &flags[..count] {
            if flag & short != 0 {
                let step = i32::from(byte(at));
                at += 1;
                value += if flag & same != 0 { step } else { -step };
            } else if flag & same == 0 {
                value += i32::from(data.i16(at));
                at += 2;
            }
            values.push(value);
        }
        values
    };
    let xs = axis(2, 16);
    let ys = axis(4, 32);
    let point = |i: usize| Point {
        x: xs[i] as f32 + by.0,
        y: ys[i] as f32 + by.1,
        on: flags[i] & 1 != 0,
    };
    let mut start = 0;
    for end in ends {
        let points: Vec<Point> = (start..=end).map(point).collect();
        contour(&points, into);
        start = end + 1;
    }
}

fn middle(a: Point, b: Point) -> Point {
    Point {
        x: (a.x + b.x) / 2.0,
        y: (a.y + b.y) / 2.0,
        on: true,
    }
}

/// A closed contour of quadratic curves: between two control points there is a point that is not written.
fn contour(points: &[Point], into: &mut PathBuilder) {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        return;
    };
    let start = match (first.on, last.on) {
        (true, _) => first,
        (false, true) => last,
        (false, false) => middle(first, last),
    };
    into.move_to(start.x, start.y);
    let mut control: Option<Point> = None;
    let rest = points.iter().copied().skip(usize::from(first.on));
    for point in rest.chain([start]) {
        match (control, point.on) {
            (None, true) => into.line_to(point.x, point.y),
            (None, false) => control = Some(point),
            (Some(c), true) => {
                into.quad_to(c.x, c.y, point.x, point.y);
                control = None;
            }
            (Some(c), false) => {
                let between = middle(c, point);
                into.quad_to(c.x, c.y, between.x, between.y);
                control = Some(point);
            }
        }
    }
    into.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter of Vietnamese with its tones, and what Jrai and Bahnar add.
    fn letters() -> Vec<char> {
        let mut all: Vec<char> = ('a'..='z').chain('0'..='9').collect();
        for vowel in "aăâeêioôơuưy".chars() {
            for tone in ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"] {
                let text = format!("{vowel}{tone}");
                all.extend(crate::text::nfc(&text).chars());
            }
        }
        all.extend("đăâêôơưčĕĭñŏŭƀ".chars());
        let upper: Vec<char> = all.iter().flat_map(|c| c.to_uppercase()).collect();
        all.extend(upper);
        all.extend("«»–—‘’“”…·×°₫•№ .,:;!?()/&-+".chars());
        all.sort_unstable();
        all.dedup();
        all
    }

    #[test]
    fn every_face_has_every_letter_and_it_has_ink() {
        for face in FACES {
            for c in letters() {
                let glyph = face.glyph(c).unwrap_or_else(|| panic!("{c} is missing in {face:?}"));
                assert!(glyph != 0 && face.advance(glyph) > 0.1, "{c} {face:?}");
                assert_eq!(face.outline(glyph).is_none(), c == ' ', "{c} {face:?}");
            }
            assert_eq!(face.glyph('縣'), None);
        }
    }

    #[test]
    fn parts_of_letters_are_only_shifted() {
        for face in FACES {
            let file = Bytes(face.bytes());
            assert!(file.glyphs() > 400);
            for glyph in 0..file.glyphs() {
                let data = Bytes(file.glyph(glyph));
                if data.i16(0) >= 0 {
                    continue;
                }
                let mut at = 10;
                loop {
                    let flags = data.u16(at);
                    // Shifts, not matched points; no scale of any form.
                    assert_eq!(flags & 0b1100_1000, 0, "{face:?} {glyph}");
                    assert_ne!(flags & 2, 0, "{face:?} {glyph}");
                    at += if flags & 1 != 0 { 8 } else { 6 };
                    if flags & 0x20 == 0 {
                        break;
                    }
                }
            }
        }
    }

    #[test]
    fn letters_have_the_size_of_their_kind() {
        let top = |c: char| -Face::Sans.ink(Face::Sans.glyph(c).unwrap()).unwrap().top();
        assert!((top('x') - 0.536).abs() < 0.01, "{}", top('x'));
        assert!((top('H') - 0.714).abs() < 0.01, "{}", top('H'));
        assert!(top('Ế') > top('Ê') && top('Ê') > top('E'));
        let low = Face::Sans.ink(Face::Sans.glyph('ậ').unwrap()).unwrap().bottom();
        assert!(low > 0.1, "the dot below stands below the line: {low}");
    }

    #[test]
    fn letters_that_lean_away_from_each_other_stand_closer_with_marks_too() {
        for face in FACES {
            let plain = face.kern('T', 'o');
            assert!(plain < -0.01, "{face:?} {plain}");
            assert_eq!(face.kern('T', 'ổ'), plain);
        }
        assert_eq!(Face::Sans.kern('H', 'H'), 0.0);
    }
}
