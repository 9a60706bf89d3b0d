//! A source text as the rest of the program sees it.
//!
//! Entry point: [`Document`]. Invariant: the text is UTF-8 in NFC with LF line ends and no byte order mark; every span
//! in the program refers to this text.

use crate::diag::{Code, Diagnostic, Place, Span};
use std::sync::Arc;

/// One text file of the site.
#[derive(Clone, Debug)]
pub struct Document {
    /// Path relative to the site's root, with `/`.
    pub file: Arc<str>,
    /// The decoded, normalized text.
    pub text: String,
}

impl Document {
    /// A document from memory (embedded files, tests).
    pub fn new(file: &str, text: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            text: text.into(),
        }
    }

    /// Where a span of this text is.
    pub fn place(&self, span: Span) -> Place {
        Place::of(&self.file, &self.text, span)
    }

    /// A finding at a span of this text.
    pub fn found(&self, code: &'static Code, span: Span) -> Diagnostic {
        Diagnostic::new(code).at(self.place(span))
    }

    /// The line of a span, from 1.
    pub fn line(&self, span: Span) -> u32 {
        self.place(span).line
    }
}
