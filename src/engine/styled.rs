//! The codes that go on signs, in the site's style: every one is drawn, read by two decoders, and then handed out.
//!
//! Entry point: [`style()`], [`check`], [`StyledCodes`]. Invariant: a styled code that was not read is never written. What was
//! read stands in the cache under the hash of the very drawing, so that no change of style or program can borrow the
//! proof of another.

use super::Checked;
use super::keys::{self, Key, Keys};
use super::studio::{code, is_there};
use crate::diag::{Diagnostic, Diagnostics, Place, Span, codes};
use crate::output::{Cache, Sink};
use crate::qr::style::limits::{self, Colors};
use crate::qr::style::proof::{self, Unread};
use crate::qr::style::{self, Emblem, Ink, Motif, NoDrawing, Preset, Style};
use crate::schema::code_style::{CodeStyle, Written};
use crate::schema::config::{self, Config};
use crate::site::codes::{Codes, Landing};
use crate::text::nearest;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// Characters of a caption's line; more would become too small to read on a plate.
const LONGEST_CAPTION: usize = 36;

/// The style that the settings describe; what cannot be used is told and replaced by the preset's own.
pub(super) fn style(config: &Config) -> (Style, Diagnostics) {
    let written = &config.code_style;
    let mut found = Vec::new();
    let names: Vec<&str> = Preset::ALL.iter().map(|(name, _)| *name).collect();
    let preset = written.preset.as_ref().and_then(|word| {
        let preset = Preset::named(&word.text);
        if preset.is_none() {
            found.push(unknown(word, &names));
        }
        preset
    });
    let mut style = Style::of(preset.unwrap_or(Preset::Classic));
    for (word, ink) in [
        (&written.dark, &mut style.dark),
        (&written.light, &mut style.light),
        (&written.accent, &mut style.accent),
    ] {
        match word.as_ref().map(|word| (word, Ink::parse(&word.text))) {
            Some((_, Some(color))) => *ink = color,
            Some((word, None)) => {
                found.push(at(word.span, codes::setup::NOT_A_COLOR).with("value", &word.text));
            }
            None => {}
        }
    }
    let span = [&written.dark, &written.light]
        .into_iter()
        .flatten()
        .next()
        .map_or(Span::default(), |word| word.span);
    found.extend(judge_colors(&style, span));
    style.emblem = written.emblem.as_ref().and_then(|word| {
        let names = Motif::ALL.map(|(name, _)| name);
        let motif = Motif::ALL
            .iter()
            .find(|(name, _)| *name == word.text)
            .map(|(_, motif)| *motif);
        if motif.is_none() {
            found.push(unknown(word, &names));
        }
        let across = written.emblem_size.and_then(|(size, _)| usize::try_from(size).ok());
        motif.map(|motif| Emblem {
            motif,
            across: across.map(|n| n.max(3) | 1),
        })
    });
    style.caption = caption(config, &mut found);
    (style, found)
}

/// One line a language that says something of its own, two at most.
fn caption(config: &Config, found: &mut Diagnostics) -> Vec<String> {
    let written = &config.code_style;
    let mut lines: Vec<String> = Vec::new();
    for (_, text) in written.caption.all() {
        if text.chars().count() > LONGEST_CAPTION {
            let most = LONGEST_CAPTION.to_string();
            let finding = at(written.caption_span, codes::setup::CAPTION_TOO_LONG);
            found.push(finding.with("text", text).with("most", &most));
        } else if lines.len() < 2 && !lines.iter().any(|line| line == text) {
            lines.push(text.to_string());
        }
    }
    lines
}

fn judge_colors(style: &Style, span: Span) -> Option<Diagnostic> {
    let percent = |share: f64| format!("{:.0}", share.max(0.0) * 100.0);
    let (dark, light) = (style.dark.code(), style.light.code());
    let finding = match limits::colors(style.dark, style.light) {
        Colors::Good => return None,
        Colors::Inverted => at(span, codes::setup::CODE_INVERTED),
        Colors::Weak { gap, better } => {
            let finding = at(span, codes::setup::CODE_COLORS_WEAK);
            finding.with("gap", percent(gap)).with("better", better.code())
        }
        Colors::Bad { contrast, gap, better } => {
            let finding = at(span, codes::setup::CODE_COLORS_BAD).with("contrast", format!("{contrast:.1}"));
            finding.with("gap", percent(gap)).with("better", better.code())
        }
    };
    Some(finding.with("dark", dark).with("light", light))
}

fn unknown(word: &Written, known: &[&str]) -> Diagnostic {
    match nearest(&word.text, known.iter().copied()) {
        Some(near) => {
            let finding = at(word.span, codes::fields::UNKNOWN_VALUE_NEAR);
            finding.with("value", &word.text).with("near", near)
        }
        None => {
            let finding = at(word.span, codes::fields::UNKNOWN_VALUE);
            finding.with("value", &word.text).with("known", known.join(", "))
        }
    }
}

fn at(span: Span, code: &'static crate::diag::Code) -> Diagnostic {
    Diagnostic::new(code).at(Place::bytes(&config::FILE.into(), span))
}

/// Whether every code bears the emblem; one finding is enough, since the longest address decides.
pub(super) fn check(written: &CodeStyle, style: &Style, codes: &Codes) -> Option<Diagnostic> {
    style.emblem?;
    let failed = codes
        .landings()
        .iter()
        .filter_map(|landing| style.symbol(&landing.payload).err());
    failed.filter_map(|why| no_room(written, why)).next()
}

fn no_room(written: &CodeStyle, why: NoDrawing) -> Option<Diagnostic> {
    let emblem = written.emblem.as_ref().map_or(Span::default(), |word| word.span);
    match why {
        NoDrawing::EmblemTooLarge { wanted, most } => {
            let span = written.emblem_size.map_or(emblem, |(_, span)| span);
            let finding = at(span, codes::setup::EMBLEM_TOO_LARGE);
            Some(finding.with("wanted", wanted).with("most", most))
        }
        NoDrawing::NoEmblem => Some(at(emblem, codes::setup::NO_ROOM_FOR_EMBLEM)),
        NoDrawing::Refused(_) => None,
    }
}

/// Draws and proves codes of one style.
pub(super) struct StyledCodes<'a> {
    style: &'a Style,
    written: &'a CodeStyle,
    fingerprint: String,
    cache: Option<&'a Cache>,
    /// Hashes of drawings that were read by earlier builds.
    known: BTreeSet<[u8; 16]>,
    /// Those that this build used.
    used: Mutex<BTreeSet<[u8; 16]>>,
}

impl<'a> StyledCodes<'a> {
    /// With what earlier builds have proved.
    pub(super) fn new(checked: &'a Checked, cache: Option<&'a Cache>) -> Self {
        let style = &checked.style;
        let kept = cache
            .filter(|_| !style.is_plain())
            .and_then(|cache| cache.get(&place()));
        let known = kept.map_or_else(BTreeSet::new, |bytes| {
            bytes.as_chunks::<16>().0.iter().copied().collect()
        });
        Self {
            style,
            written: &checked.site.frame.config.code_style,
            fingerprint: style.fingerprint(),
            cache,
            known,
            used: Mutex::default(),
        }
    }

    /// The file of one code.
    pub(super) fn code(&self, path: &str, landing: &Landing, old: &Keys, sink: &dyn Sink) -> (Key, Option<Diagnostic>) {
        let payload = landing.payload.as_str();
        if self.style.is_plain() {
            return code(path, payload, old, sink);
        }
        let key = keys::of_parts(&[b"styled", payload.as_bytes(), self.fingerprint.as_bytes()]);
        if is_there(path, key, old, sink) {
            return (key, None);
        }
        match self.drawn(landing) {
            Ok(svg) => {
                sink.put(path, svg.into_bytes().into());
                (key, None)
            }
            Err(finding) => (key, finding),
        }
    }

    /// The drawing of a code, after it was read once. An address that becomes no code at all is told by its page.
    fn drawn(&self, landing: &Landing) -> Result<String, Option<Diagnostic>> {
        let payload = landing.payload.as_str();
        let drawing = style::draw(payload, self.style).map_err(|why| no_room(self.written, why))?;
        let svg = drawing.svg(Some(payload));
        let mut hasher = blake3::Hasher::new();
        hasher.update(proof::VERSION.as_bytes()).update(svg.as_bytes());
        let mut hash = [0; 16];
        hash.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        if !self.known.contains(&hash) {
            proof::prove(&drawing, payload).map_err(|unread| Some(self.unread(landing, &unread)))?;
        }
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(hash);
        Ok(svg)
    }

    fn unread(&self, landing: &Landing, unread: &Unread) -> Diagnostic {
        let span = self.written.preset.as_ref().map_or(Span::default(), |word| word.span);
        let finding = at(span, codes::setup::CODE_UNREAD).with("code", &landing.code);
        let finding = finding.with("style", self.style.preset.name());
        finding.with("decoder", unread.decoder).with("scale", unread.scale)
    }

    /// Keeps what has been proved up to now, besides what was known.
    pub(super) fn keep(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.iter().any(|hash| !self.known.contains(hash)) {
            self.put(used.union(&self.known));
        }
    }

    /// At the end of all codes: what no code uses any more is forgotten, unless most files were there already.
    pub(super) fn end(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if used.len() * 2 < self.known.len() {
            return;
        }
        if *used != self.known {
            self.put(used.iter());
        }
    }

    fn put<'h>(&self, hashes: impl Iterator<Item = &'h [u8; 16]>) {
        if let Some(cache) = self.cache {
            let bytes: Vec<u8> = hashes.flatten().copied().collect();
            cache.put(&place(), &bytes);
        }
    }
}

/// Where the hashes of read drawings are kept.
fn place() -> [u8; 32] {
    *blake3::hash(b"drawings of codes that were read").as_bytes()
}

/// When a style fails, it fails for many codes: three are shown, in the order of the ledger.
pub(super) fn told_once(found: Diagnostics) -> Diagnostics {
    let is_unread = |finding: &Diagnostic| finding.code == codes::setup::CODE_UNREAD;
    let mut left = 3;
    let keep = |finding: &Diagnostic| {
        let stays = !is_unread(finding) || left > 0;
        left -= usize::from(is_unread(finding) && left > 0);
        stays
    };
    found.into_iter().filter(keep).collect()
}
