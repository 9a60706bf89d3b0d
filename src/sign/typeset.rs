//! Setting text: letters to glyphs, lines, and blocks fitted into a box.
//!
//! Entry point: [`set`] for a line, [`fit`] for a box. Invariant: everything is measured on the real glyphs; ink never
//! leaves its box: text is wrapped, then set smaller, then blocks that may be left out are left out.

use super::breaks::{Lines, Words};
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
    /// How much the breaks of its lines hurt, those of small print less.
    harm: f32,
}

/// By how much each further try is smaller.
const STEP: f32 = 0.97;
/// Beyond this, what may be left out is left out.
const SMALL: f32 = 0.72;
/// Text is never set smaller than this part of its wished size.
const SMALLEST: f32 = 0.3;

/// A block whose words are measured.
struct Ready<'b> {
    block: &'b Block,
    words: Words,
    /// What of it cannot be shown.
    missing: Vec<char>,
    /// True when what takes its place is shown already.
    is_short: bool,
}

impl<'b> Ready<'b> {
    fn of(block: &'b Block, text: &str) -> Self {
        let mut missing = Vec::new();
        let text = shown(block.face, text, &mut missing);
        Self {
            block,
            words: Words::of(block.face, &text),
            missing,
            is_short: false,
        }
    }

    /// What takes the place of a block for which there is no room.
    fn instead(&self) -> Option<Self> {
        let has = !self.is_short && !self.block.instead.is_empty();
        has.then(|| Self {
            is_short: true,
            ..Self::of(self.block, &self.block.instead)
        })
    }
}

/// Sets blocks one below the other into a box.
pub fn fit(blocks: &[Block], frame: Frame) -> Fitted {
    let written = blocks.iter().filter(|block| !block.text.trim().is_empty());
    let mut ready: Vec<Ready<'_>> = written.map(|block| Ready::of(block, &block.text)).collect();
    if ready.is_empty() {
        return Fitted {
            scale: 1.0,
            ..Fitted::default()
        };
    }
    let mut scale = 1.0;
    loop {
        let fitted = stack(&ready, frame, (scale, false));
        if !fitted.overflows {
            return better(fitted, &ready, frame);
        }
        scale *= STEP;
        if scale < SMALL
            && let Some(at) = ready
                .iter()
                .rposition(|one| one.block.may_go)
                .filter(|_| ready.len() > 1)
        {
            match ready[at].instead() {
                Some(shorter) => ready[at] = shorter,
                None => drop(ready.remove(at)),
            }
            scale = 1.0;
        }
        if scale < SMALLEST {
            return fitted;
        }
    }
}

/// How much smaller letters hurt: a tenth of the size as much as a plain break.
const SHRUNK: f32 = 10.0;
/// Letters are not made smaller than this for the sake of better breaks, in millimeters.
const READABLE: f32 = 1.4;

/// The same in slightly smaller letters, where lines break better then: a name that stays whole is worth more than size.
fn better(fitted: Fitted, ready: &[Ready<'_>], frame: Frame) -> Fitted {
    let first = fitted.scale;
    let floor = if first > SMALL {
        SMALL.max(first * 0.8)
    } else {
        first * 0.9
    };
    let smallest = ready.iter().map(|one| one.block.size).fold(f32::MAX, f32::min);
    let (mut best, mut scale) = (fitted, first);
    let mut least = best.harm;
    while scale >= floor && (scale == first || scale * smallest >= READABLE) {
        let shrunk = (1.0 - scale / first) * SHRUNK;
        if shrunk >= least {
            break;
        }
        for is_loose in [false, true] {
            let next = stack(ready, frame, (scale, is_loose));
            let harm = next.harm + shrunk;
            if !next.overflows && harm < least {
                (best, least) = (next, harm);
            }
        }
        scale *= STEP;
    }
    best
}

/// Blocks at one size, with lines more than they need where that is looser; says whether they fit.
fn stack(ready: &[Ready<'_>], frame: Frame, (scale, is_loose): (f32, bool)) -> Fitted {
    let mut fitted = Fitted {
        scale,
        ..Fitted::default()
    };
    let largest = ready.iter().map(|one| one.block.size).fold(0.1, f32::max);
    let mut base_line = 0.0;
    let mut bounds: Option<(f32, f32)> = None;
    for (i, one) in ready.iter().enumerate() {
        let block = one.block;
        let size = block.size * scale;
        fitted.missing.extend(one.missing.iter().copied());
        let Lines { lines, harm } = one
            .words
            .lines(frame.width / size, if is_loose { block.lines } else { 1 });
        let share = block.size / largest;
        fitted.harm += harm * share * share;
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

/// The text as it can be shown: composed, single spaces, without letters that the face lacks, without what nobody sees, and
/// without brackets and quotes that are empty then. What is lacking is added to `missing`.
fn shown(face: Face, text: &str, missing: &mut Vec<char>) -> String {
    let text = crate::text::nfc(text);
    let mut kept = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        if c.is_whitespace() || face.glyph(c).is_some() {
            kept.push(c);
        } else if !missing.contains(&c) {
            missing.push(c);
        }
    }
    let is_shell = |word: &str| word.chars().all(|c| "()“”«»\"‘’".contains(c));
    let words = kept.split([' ', '\t', '\n']);
    let words: Vec<&str> = words.filter(|word| !word.is_empty() && !is_shell(word)).collect();
    words.join(" ")
}

/// What joins or shapes the characters around it, and has no ink of its own.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
#[path = "typeset_tests.rs"]
mod tests;
