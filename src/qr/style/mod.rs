//! Codes as a site wants them: colors, shapes of modules, an ornament around the quiet zone, an emblem, a caption.
//!
//! Entry point: [`Style::of`], [`draw`], [`proof::prove`]. Invariant: whatever the style, the quiet zone of four modules
//! stays empty, dark is dark and light is light ([`limits`]), and nothing but an emblem within its budget hides a
//! module. A drawing is handed out only after two decoders that know nothing of each other have read it.

pub mod drawing;
pub mod emblem;
mod fill;
mod frame;
pub mod ink;
pub mod limits;
mod modules;
pub mod path;
pub mod proof;
mod turn;

pub use drawing::Drawing;
pub use emblem::Motif;
pub use fill::Gray;
pub use ink::Ink;

use super::symbol::encode_at;
use super::{Level, QUIET_ZONE, Refusal, Symbol};
use modules::Shape;

/// The looks that a site chooses from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Preset {
    /// Black squares on white.
    Classic,
    /// Neighboring modules run together.
    Rounded,
    /// One dot a module.
    Dots,
    /// A carved stele with its cap, sun and clouds.
    Stele,
    /// A lotus throne and an arch in the form of a bodhi leaf.
    Lotus,
    /// The face of a bronze drum.
    DongSon,
    /// A lacquer board with gold leaf.
    Lacquer,
}

impl Preset {
    /// Every preset with the name that stands in the site's settings.
    pub const ALL: [(&'static str, Preset); 7] = [
        ("classic", Preset::Classic),
        ("rounded", Preset::Rounded),
        ("dots", Preset::Dots),
        ("stele", Preset::Stele),
        ("lotus", Preset::Lotus),
        ("dong-son", Preset::DongSon),
        ("lacquer", Preset::Lacquer),
    ];

    /// The preset of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, preset)| *preset)
    }

    /// As it is written in the settings.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, preset)| *preset == self)
            .map_or("", |(name, _)| name)
    }

    fn shape(self) -> Shape {
        match self {
            Preset::Rounded => Shape::Rounded,
            Preset::Dots => Shape::Dot,
            _ => Shape::Square,
        }
    }
}

/// An emblem in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emblem {
    /// What it shows.
    pub motif: Motif,
    /// Modules across; none for as many as the code bears, up to a third of its width.
    pub across: Option<usize>,
}

/// How codes look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Shapes and ornament.
    pub preset: Preset,
    /// Dark modules.
    pub dark: Ink,
    /// Light modules and the quiet zone.
    pub light: Ink,
    /// The main color of ornaments and emblem.
    pub accent: Ink,
    /// In the middle.
    pub emblem: Option<Emblem>,
    /// Up to two lines under the code.
    pub caption: Vec<String>,
}

/// Why a payload gets no drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDrawing {
    /// It becomes no symbol.
    Refused(Refusal),
    /// The emblem is wider than the code bears.
    EmblemTooLarge {
        /// Modules that were asked for.
        wanted: usize,
        /// Modules that fit.
        most: usize,
    },
    /// The code is so dense that it bears no emblem.
    NoEmblem,
}

impl Style {
    /// A preset in its own colors.
    pub fn of(preset: Preset) -> Self {
        const fn ink(rgb: u32) -> Ink {
            Ink([(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8])
        }
        let (dark, accent) = match preset {
            Preset::Classic => (ink(0x000000), ink(0x000000)),
            Preset::Rounded => (ink(0x000000), ink(0x9c2a1c)),
            Preset::Dots => (ink(0x000000), ink(0x9c2a1c)),
            Preset::Stele => (ink(0x000000), ink(0x9c2a1c)),
            Preset::Lotus => (ink(0x000000), ink(0xb5483f)),
            Preset::DongSon => (ink(0x000000), ink(0x8a5d14)),
            Preset::Lacquer => (ink(0x000000), ink(0xe0b04a)),
        };
        Self {
            preset,
            dark,
            light: ink(0xffffff),
            accent,
            emblem: None,
            caption: Vec::new(),
        }
    }

    /// The same shapes, color and emblem on pure white, without ornament and caption: what stands on a plate, which is an
    /// ornament itself.
    pub fn unframed(&self) -> Self {
        let preset = match self.preset {
            Preset::Rounded | Preset::Dots => self.preset,
            _ => Preset::Classic,
        };
        Self {
            preset,
            light: Ink([0xff; 3]),
            caption: Vec::new(),
            ..self.clone()
        }
    }

    /// True when codes are drawn as plain ones, black on white and nothing else.
    pub fn is_plain(&self) -> bool {
        *self == Self::of(Preset::Classic)
    }

    /// Everything that makes a difference to a drawing, as text.
    pub fn fingerprint(&self) -> String {
        format!("{self:?}")
    }

    /// The symbol of a payload in this style. An emblem needs more error correction, and often a larger symbol.
    pub fn symbol(&self, payload: &str) -> Result<Symbol, NoDrawing> {
        let encoded = |level| encode_at(payload, level).map_err(NoDrawing::Refused);
        let plain = encoded(Level::M)?;
        let Some(emblem) = self.emblem else { return Ok(plain) };
        let wanted = emblem.across.unwrap_or(USUAL_EMBLEM);
        let mut best = 0;
        for level in [Level::M, Level::Q, Level::H] {
            let Ok(symbol) = encoded(level) else { continue };
            let most = emblem::most(&symbol).unwrap_or(0);
            if most >= wanted {
                return Ok(symbol);
            }
            best = best.max(most);
        }
        match (best, emblem.across) {
            (0, _) => Err(NoDrawing::NoEmblem),
            (most, Some(wanted)) => Err(NoDrawing::EmblemTooLarge { wanted, most }),
            // A smaller one than usual is better than none.
            (most, None) => {
                let all = [Level::M, Level::Q, Level::H]
                    .into_iter()
                    .filter_map(|level| encoded(level).ok());
                let bearing = |symbol: &Symbol| emblem::most(symbol) == Some(most);
                all.into_iter().find(bearing).ok_or(NoDrawing::NoEmblem)
            }
        }
    }
}

/// Modules across an emblem whose size nobody set.
const USUAL_EMBLEM: usize = 7;

/// Draws a payload in a style.
pub fn draw(payload: &str, style: &Style) -> Result<Drawing, NoDrawing> {
    let symbol = style.symbol(payload)?;
    Ok(drawn(&symbol, style))
}

/// Draws a symbol that [`Style::symbol`] made.
pub fn drawn(symbol: &Symbol, style: &Style) -> Drawing {
    let side = (symbol.size + 2 * QUIET_ZONE) as f64;
    let frame = frame::frame(style);
    let factor = side / 100.0;
    let at = (frame.code_at.0 * factor, frame.code_at.1 * factor);
    let mut layers: Vec<_> = frame
        .layers
        .into_iter()
        .map(|layer| layer.placed(factor, (0.0, 0.0)))
        .collect();
    let ground = path::Path::new().rect((0.0, 0.0), (side, side), [0.0; 4]);
    let mut code = vec![drawing::Layer::fill(style.light, ground)];
    let across = style.emblem.map(|emblem| {
        let most = emblem::most(symbol).unwrap_or(0);
        (emblem.motif, emblem.across.unwrap_or(USUAL_EMBLEM).min(most))
    });
    let is_free = |x, y| across.is_some_and(|(_, across)| emblem::is_covered(symbol.size, across, x, y));
    code.push(modules::modules(symbol, style.preset.shape(), style.dark, &is_free));
    if let Some((motif, across)) = across {
        code.extend(emblem::drawn(motif, style.accent_on_light(), symbol, across));
    }
    layers.extend(code.into_iter().map(|layer| layer.placed(1.0, at)));
    let quiet = QUIET_ZONE as f64;
    Drawing {
        width: frame.size.0 * factor,
        height: frame.size.1 * factor,
        symbol_at: (at.0 + quiet, at.1 + quiet),
        symbol_size: symbol.size,
        layers,
        captions: frame
            .captions
            .into_iter()
            .map(|caption| caption.placed(factor))
            .collect(),
    }
}

impl Style {
    /// Gold would vanish on white; there the emblem is dark.
    fn accent_on_light(&self) -> Ink {
        match ink::contrast(self.accent, self.light) >= 3.0 {
            true => self.accent,
            false => self.dark,
        }
    }
}
