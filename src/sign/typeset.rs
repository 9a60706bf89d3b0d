//! Setting text: letters to glyphs, lines, and blocks fitted into a box.
//!
//! Entry point: [`set`] for a line, [`fit`] for a box. Invariant: everything is measured on the real glyphs; ink never
//! leaves its box: text is wrapped, then set smaller, then blocks that may be left out are left out.

use super::face::{Face, Glyph, base};
use super::shape::Rgb;
use tiny_skia::{Rect, Transform};

/// A glyph on its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Which glyph.
    pub glyph: Glyph,
    /// The character that it stands for.
    pub stands_for: char,
    /// From the start of the line, in ems.
    pub x: f32,
    /// Above (negative) the line, in ems; only marks that are set on a letter.
    pub y: f32,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Its face.
    pub face: Face,
    /// Size of an em, in millimeters.
    pub size: f32,
    /// Its color.
    pub color: Rgb,
    /// Where it starts: left end of the base line, in millimeters.
    pub at: (f32, f32),
    /// Its glyphs.
    pub glyphs: Vec<Placed>,
    /// Its width in ems.
    pub width: f32,
}

impl Run {
    /// Where it has ink, in millimeters; none for spaces only.
    pub fn ink(&self) -> Option<Rect> {
        let boxes = self.glyphs.iter().filter_map(|placed| {
            let ink = self.face.ink(placed.glyph)?;
            let (x, y) = (self.at.0 + placed.x * self.size, self.at.1 + placed.y * self.size);
            let (left, top) = (x + ink.left() * self.size, y + ink.top() * self.size);
            Rect::from_ltrb(left, top, x + ink.right() * self.size, y + ink.bottom() * self.size)
        });
        boxes.reduce(|a, b| a.join(&b).unwrap_or(a))
    }

    /// The text that it shows.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|placed| placed.stands_for).collect()
    }
}

/// Sets a line at the origin, one em a unit; characters that the face lacks are added to `missing` and left out.
pub fn set(face: Face, text: &str, missing: &mut Vec<char>) -> (Vec<Placed>, f32) {
    let mut glyphs: Vec<Placed> = Vec::new();
    let mut pen = 0.0;
    let mut before: Option<(char, f32)> = None;
    for c in crate::text::nfc(text).chars() {
        let c = if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c };
        let Some(glyph) = face.glyph(c) else {
            if !missing.contains(&c) {
                missing.push(c);
            }
            continue;
        };
        if let (true, Some((letter, start))) = (is_mark(c), before) {
            glyphs.extend(mark(face, glyph, c, (letter, start)));
            continue;
        }
        if let Some((letter, _)) = before {
            pen += face.kern(letter, c);
        }
        before = Some((c, pen));
        glyphs.push(Placed {
            glyph,
            stands_for: c,
            x: pen,
            y: 0.0,
        });
        pen += face.advance(glyph);
    }
    (glyphs, pen)
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A mark that has no letter of its own (Jrai and Bahnar write ơ̆ and ê̆): centered on the body of its letter, above
/// what stands there already.
fn mark(face: Face, glyph: Glyph, c: char, (letter, start): (char, f32)) -> Option<Placed> {
    let ink = face.ink(glyph)?;
    let whole = face.ink(face.glyph(letter)?)?;
    let body = face.ink(face.glyph(base(letter))?).unwrap_or(whole);
    let center = (body.left() + body.right()) / 2.0 - (ink.left() + ink.right()) / 2.0;
    let is_below = ink.top() > 0.0;
    // Marks are drawn to stand above a small letter without marks.
    let small = face.glyph('x').and_then(|x| face.ink(x)).map_or(-0.54, |x| x.top());
    let lift = if is_below { 0.0 } else { (whole.top() - small).min(0.0) };
    Some(Placed {
        glyph,
        stands_for: c,
        x: start + center,
        y: lift,
    })
}

/// A paragraph that is to be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its face.
    pub face: Face,
    /// The largest size of an em, in millimeters.
    pub size: f32,
    /// Its color.
    pub color: Rgb,
    /// From one base line to the next, in ems.
    pub leading: f32,
    /// The most lines that it may take.
    pub lines: usize,
    /// Space above it, in millimeters.
    pub gap: f32,
    /// True when it may be left out for want of room.
    pub may_go: bool,
    /// What takes its place where there is no room for it; empty for nothing.
    pub instead: String,
    /// The text.
    pub text: String,
}

/// Where lines start or end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left or at the top.
    Start,
    /// In the middle.
    Middle,
    /// At the right or at the bottom.
    End,
}

/// A box for text, in millimeters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Across.
    pub across: Align,
    /// Down.
    pub down: Align,
}

/// Text set into a box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fitted {
    /// The lines.
    pub runs: Vec<Run>,
    /// How much smaller than wished, 1 for not at all.
    pub scale: f32,
    /// True when it does not fit even at the smallest size.
    pub overflows: bool,
    /// Characters that no face has.
    pub missing: Vec<char>,
}

/// By how much each further try is smaller.
const STEP: f32 = 0.97;
/// Beyond this, what may be left out is left out.
const SMALL: f32 = 0.72;
/// Text is never set smaller than this part of its wished size.
const SMALLEST: f32 = 0.3;

/// Sets blocks one below the other into a box.
pub fn fit(blocks: &[Block], frame: Frame) -> Fitted {
    let mut blocks: Vec<Block> = blocks.iter().filter(|b| !b.text.trim().is_empty()).cloned().collect();
    if blocks.is_empty() {
        return Fitted {
            scale: 1.0,
            ..Fitted::default()
        };
    }
    let mut scale = 1.0;
    loop {
        let fitted = stack(&blocks, frame, scale);
        if !fitted.overflows {
            return fitted;
        }
        scale *= STEP;
        if scale < SMALL
            && let Some(at) = blocks.iter().rposition(|b| b.may_go).filter(|_| blocks.len() > 1)
        {
            match std::mem::take(&mut blocks[at].instead) {
                shorter if shorter.is_empty() => drop(blocks.remove(at)),
                shorter => blocks[at].text = shorter,
            }
            scale = 1.0;
        }
        if scale < SMALLEST {
            return fitted;
        }
    }
}

/// Blocks at one size; says whether they fit.
fn stack(blocks: &[Block], frame: Frame, scale: f32) -> Fitted {
    let mut fitted = Fitted {
        scale,
        ..Fitted::default()
    };
    let mut base_line = 0.0;
    let mut bounds: Option<(f32, f32)> = None;
    for (i, block) in blocks.iter().enumerate() {
        let size = block.size * scale;
        let lines = wrap(block, frame.width / size);
        fitted.overflows |= lines.len() > block.lines;
        for (j, line) in lines.iter().enumerate() {
            let step = if j == 0 { rise(block.face) } else { block.leading };
            let gap = if i > 0 && j == 0 { block.gap * scale } else { 0.0 };
            base_line += step * size + gap;
            let (glyphs, width) = set(block.face, line, &mut fitted.missing);
            let slack = frame.width - width * size;
            let x = match frame.across {
                Align::Start => frame.x,
                Align::Middle => frame.x + slack / 2.0,
                Align::End => frame.x + slack,
            };
            let mut run = Run {
                face: block.face,
                size,
                color: block.color,
                at: (x, base_line),
                glyphs,
                width,
            };
            if let Some(mut ink) = run.ink() {
                let (top, bottom) = bounds.unwrap_or((ink.top(), ink.top() - AIR * size));
                // Marks above capitals under marks below: such lines stand farther apart than others.
                let push = (bottom + AIR * size - ink.top()).max(0.0);
                base_line += push;
                // Slanted letters reach a little beyond their own width.
                let aside = (frame.x - ink.left()).max(0.0) - (ink.right() - frame.x - frame.width).max(0.0);
                run.at = (run.at.0 + aside, run.at.1 + push);
                ink = ink.transform(Transform::from_translate(aside, push)).unwrap_or(ink);
                bounds = Some((top.min(ink.top()), bottom.max(ink.bottom())));
                fitted.overflows |= ink.left() < frame.x - SLIP || ink.right() > frame.x + frame.width + SLIP;
            }
            fitted.runs.push(run);
        }
        base_line += FALL * size;
    }
    let (top, bottom) = bounds.unwrap_or((0.0, base_line));
    fitted.overflows |= bottom - top > frame.height + SLIP;
    let room = frame.height - base_line;
    let wished = match frame.down {
        Align::Start => 0.0,
        Align::Middle => room / 2.0,
        Align::End => room,
    };
    // Measured on letters without marks, so that lines stand where the eye expects them; then ink must stay inside.
    let shift = frame.y + wished.min(frame.height - bottom).max(-top);
    for run in &mut fitted.runs {
        run.at.1 += shift;
    }
    fitted
}

/// Rounding, in millimeters.
const SLIP: f32 = 0.02;
/// Air between the ink of two lines, in ems.
const AIR: f32 = 0.05;
/// Room below the last base line of a block, in ems.
const FALL: f32 = 0.24;

/// Height of a capital, in ems.
fn rise(face: Face) -> f32 {
    face.glyph('H').and_then(|h| face.ink(h)).map_or(0.71, |ink| -ink.top())
}

/// Breaks a block into lines of about equal length, as few as possible; an address may be broken after `/`.
fn wrap(block: &Block, width: f32) -> Vec<String> {
    let words = pieces(&block.text);
    let widths: Vec<f32> = words
        .iter()
        .map(|word| set(block.face, word.trim_end(), &mut Vec::new()).1)
        .collect();
    let space = block.face.glyph(' ').map_or(0.25, |g| block.face.advance(g));
    let needed = greedy(&words, &widths, space, width).len();
    let widest = widths.iter().copied().fold(0.0, f32::max);
    let (mut low, mut high) = (widest.min(width), width);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        if greedy(&words, &widths, space, middle).len() > needed {
            low = middle;
        } else {
            high = middle;
        }
    }
    greedy(&words, &widths, space, high)
}

/// What may stand at the end of a line, with the space behind it.
fn pieces(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split([' ', '\t', '\n']).filter(|w| !w.is_empty()) {
        let is_address = word.len() > 12 && word.contains('/');
        let mut rest = word;
        while let Some(at) = rest.find('/').filter(|at| is_address && at + 1 < rest.len()) {
            words.push(rest[..=at].to_string());
            rest = &rest[at + 1..];
        }
        words.push(format!("{rest} "));
    }
    words
}

fn greedy(words: &[String], widths: &[f32], space: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut pen = 0.0;
    for (word, own) in words.iter().zip(widths) {
        let gap = match lines.last() {
            Some(line) if line.ends_with(' ') => space,
            _ => 0.0,
        };
        match lines.last_mut() {
            Some(line) if pen + gap + own <= width + 1e-4 => {
                line.push_str(word);
                pen += gap + own;
            }
            _ => {
                lines.push(word.clone());
                pen = *own;
            }
        }
    }
    lines.iter().map(|line| line.trim_end().to_string()).collect()
}

#[cfg(test)]
#[path = "typeset_tests.rs"]
mod tests;
