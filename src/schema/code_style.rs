//! `code_style:` of `site.yaml`, as it is written.
//!
//! Entry point: [`CodeStyle::read`]. Invariant: only the form is checked here; what colors and sizes a code bears is
//! computed where codes are drawn.

use super::reading::Reading;
use crate::diag::Span;
use crate::source::yaml::{Data, Node};
use crate::text::Text;

/// A word and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// As it was typed.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// How printed codes shall look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeStyle {
    /// Name of a preset.
    pub preset: Option<Written>,
    /// Color of dark modules.
    pub dark: Option<Written>,
    /// Color of light modules.
    pub light: Option<Written>,
    /// Main color of ornaments.
    pub accent: Option<Written>,
    /// Name of an emblem.
    pub emblem: Option<Written>,
    /// Modules across the emblem.
    pub emblem_size: Option<(i64, Span)>,
    /// Under the code.
    pub caption: Text,
    /// Where the caption stands.
    pub caption_span: Span,
}

const KEYS: &[&str] = &["preset", "dark", "light", "accent", "emblem", "emblem_size", "caption"];

impl CodeStyle {
    /// Reads `code_style: stele`, or a map with all its keys.
    pub fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let mut style = Self::default();
        if let Data::Scalar(_) = &node.data {
            style.preset = written(node, reading);
            return style;
        }
        for (key, value) in reading.map(node, KEYS).unwrap_or(&[]) {
            match key.text.as_str() {
                "preset" => style.preset = written(value, reading),
                "dark" => style.dark = written(value, reading),
                "light" => style.light = written(value, reading),
                "accent" => style.accent = written(value, reading),
                "emblem" => style.emblem = written(value, reading),
                "emblem_size" => style.emblem_size = reading.integer(value).map(|size| (size, value.span)),
                "caption" => {
                    style.caption = reading.text(value).unwrap_or_default();
                    style.caption_span = value.span;
                }
                _ => {}
            }
        }
        style
    }
}

fn written(node: &Node, reading: &mut Reading<'_>) -> Option<Written> {
    let text = reading.word(node)?.to_string();
    Some(Written { text, span: node.span })
}
