//! The prose of a page with every link resolved.
//!
//! Entry point: [`ProseView`]. Invariant: `targets` has one entry for each of the prose's links, in the same order; a
//! refused link is [`Target::Missing`].

use crate::entry::prose::Prose;
use serde::Serialize;

/// Prose as one page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ProseView<'a> {
    /// The text; it counts by its hash.
    pub prose: &'a Prose,
    /// What each link became on this page.
    pub targets: Vec<Target>,
}

/// What a link or picture became.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Target {
    /// A link.
    Href {
        /// The address, not escaped for HTML.
        href: String,
        /// Leads to another site.
        external: bool,
    },
    /// A picture, or a picture inside the text.
    Picture {
        /// The size that every browser can show.
        src: String,
        /// All sizes, as the attribute wants them.
        srcset: Option<String>,
        /// All sizes as WebP.
        webp: Option<String>,
        /// Width of `src` in pixels.
        width: u32,
        /// Height of `src` in pixels.
        height: u32,
        /// The largest size, to be opened by a tap.
        href_full: Option<String>,
    },
    /// The text is in this language (BCP 47).
    Lang(String),
    /// Nothing to link to: only the words are shown.
    Missing,
}
