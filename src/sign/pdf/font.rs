//! Faces inside a PDF file: only the glyphs that are shown, and what each stands for.
//!
//! Entry point: [`embed`]. Invariant: glyphs keep their numbers; those that nobody shows are empty.

use crate::sign::face::{Bytes, FACES, Face, Glyph, parts};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use std::collections::{BTreeMap, BTreeSet};

/// The glyphs that are shown, by face, and what each stands for.
#[derive(Default)]
pub(super) struct Used([BTreeMap<Glyph, char>; FACES.len()]);

impl Used {
    pub(super) fn note(&mut self, face: Face, glyph: Glyph, stands_for: char) {
        self.0[face.index()].entry(glyph).or_insert(stands_for);
    }
}

const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Writes a face under a number. One that is not used is written too, with an empty letter only: pages name all faces.
pub(super) fn embed(file: &mut Pdf, (face, id): (Face, Ref), used: &Used, next: &mut dyn FnMut() -> Ref) {
    let used = &used.0[face.index()];
    let [cid, descriptor, program, unicode] = [next(), next(), next(), next()];
    let name = format!("{}+{}", tag(used), face.postscript());
    let name = Name(name.as_bytes());
    file.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(unicode);
    let mut font = file.cid_font(cid);
    font.subtype(CidFontType::Type2)
        .base_font(name)
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .default_width(0.0)
        .cid_to_gid_map_predefined(Name(b"Identity"));
    let mut widths = font.widths();
    for glyph in used.keys() {
        widths.consecutive(*glyph, [face.advance(*glyph) * 1000.0]);
    }
    widths.finish();
    font.finish();
    let bytes = Bytes(face.bytes());
    let (head, os2, post) = (bytes.table(b"head"), bytes.table(b"OS/2"), bytes.table(b"post"));
    let unit = |value: i16| f32::from(value) * 1000.0 / f32::from(head.u16(18));
    let slant = f32::from(post.i16(4));
    let mut flags = FontFlags::SYMBOLIC;
    flags.set(FontFlags::SERIF, matches!(face, Face::SerifBold | Face::SerifItalic));
    flags.set(FontFlags::ITALIC, slant != 0.0);
    file.font_descriptor(descriptor)
        .name(name)
        .flags(flags)
        .bbox(Rect::new(
            unit(head.i16(36)),
            unit(head.i16(38)),
            unit(head.i16(40)),
            unit(head.i16(42)),
        ))
        .italic_angle(slant)
        .ascent(unit(os2.i16(68)))
        .descent(unit(os2.i16(70)))
        .cap_height(unit(os2.i16(88)))
        .stem_v(if matches!(face, Face::SerifBold | Face::SansBold) {
            140.0
        } else {
            80.0
        })
        .font_file2(program);
    let font = subset(face, used.keys().copied());
    let packed = super::deflate(&font);
    file.stream(program, &packed)
        .filter(Filter::FlateDecode)
        .pair(Name(b"Length1"), font.len() as i32);
    let mut cmap = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
    for (glyph, c) in used {
        cmap.pair(*glyph, *c);
    }
    let data = cmap.finish();
    file.cmap(unicode, &data.into_vec());
}

/// Six letters that differ where the glyphs differ.
fn tag(used: &BTreeMap<Glyph, char>) -> String {
    let mut hasher = blake3::Hasher::new();
    for glyph in used.keys() {
        hasher.update(&glyph.to_be_bytes());
    }
    let hash = hasher.finalize();
    hash.as_bytes()[..6].iter().map(|b| char::from(b'A' + b % 26)).collect()
}

/// The font file with the outlines of these glyphs only, and only the tables that a PDF reader needs.
fn subset(face: Face, glyphs: impl Iterator<Item = Glyph>) -> Vec<u8> {
    let file = Bytes(face.bytes());
    let mut kept: BTreeSet<Glyph> = glyphs.chain([0]).collect();
    // Letters with marks are made of other glyphs, which may be made of others again.
    let mut todo: Vec<Glyph> = kept.iter().copied().collect();
    while let Some(glyph) = todo.pop() {
        let data = Bytes(file.glyph(glyph));
        if data.i16(0) < 0 {
            todo.extend(
                parts(data)
                    .into_iter()
                    .map(|part| part.0)
                    .filter(|part| kept.insert(*part)),
            );
        }
    }
    let (mut glyf, mut loca) = (Vec::new(), Vec::new());
    for glyph in 0..file.glyphs() {
        loca.extend((glyf.len() as u32).to_be_bytes());
        if kept.contains(&glyph) {
            glyf.extend(file.glyph(glyph));
            glyf.resize(glyf.len().next_multiple_of(4), 0);
        }
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    let mut head = file.table(b"head").0.to_vec();
    // The check sum is worked out below; places in `loca` are long.
    for at in 8..12 {
        if let Some(byte) = head.get_mut(at) {
            *byte = 0;
        }
    }
    if let Some(byte) = head.get_mut(51) {
        *byte = 1;
    }
    let own = |tag: &[u8; 4]| file.table(tag).0.to_vec();
    let tables = [
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", own(b"hhea")),
        (b"hmtx", own(b"hmtx")),
        (b"loca", loca),
        (b"maxp", own(b"maxp")),
    ];
    assemble(&tables)
}

/// A font file of tables in the order of their tags.
fn assemble(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = count.ilog2() as u16;
    let range = 16 << power;
    let mut font = vec![0, 1, 0, 0];
    for value in [count, range, power, 16 * count - range] {
        font.extend(value.to_be_bytes());
    }
    let mut at = 12 + 16 * tables.len();
    let mut head_at = 0;
    for (tag, data) in tables {
        font.extend(*tag);
        for value in [sum(data), at as u32, data.len() as u32] {
            font.extend(value.to_be_bytes());
        }
        if *tag == b"head" {
            head_at = at;
        }
        at += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        font.extend(data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    let whole = 0xB1B0_AFBA_u32.wrapping_sub(sum(&font));
    if let Some(place) = font.get_mut(head_at + 8..head_at + 12) {
        place.copy_from_slice(&whole.to_be_bytes());
    }
    font
}

fn sum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}
