//! The preview server: the built site over HTTP on this machine, with live reload, an overlay for mistakes and a page
//! that shows both languages side by side.
//!
//! Entry point: [`Server::start`]. Invariant: whatever a request says, only [`Pages::resource`] leads to content, so
//! that nothing on disk is addressable; what the server adds to a page is never written anywhere.
#![allow(
    clippy::disallowed_methods,
    reason = "files that the session names are opened, and requests have deadlines"
)]

mod answer;
mod connection;
mod door;
mod events;
mod hub;
mod inject;
mod listen;
mod media_type;
mod preview;
mod range;
mod request;
mod route;
mod server;
mod target;
#[cfg(test)]
mod tests;
mod trouble;
mod wording;

use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::Speech;

pub use server::Server;
pub use trouble::Trouble;

/// The port unless another one is asked for.
pub const USUAL_PORT: u16 = 4321;

/// Where the bytes of an output file are.
#[derive(Clone, Debug)]
pub enum Resource {
    /// In memory, as pages are.
    Bytes(Arc<[u8]>),
    /// On disk, as pictures and sound are; the session chose this path, not the request.
    File(PathBuf),
}

/// The built site as the session knows it.
pub trait Pages: Send + Sync {
    /// The resource of an output path such as `vi/di-tich/x/index.html` or `assets/app.1f.css`; none if the built site
    /// has no such file. The only way to content.
    fn resource(&self, path: &str) -> Option<Resource>;
    /// False while the session is at something that takes long, for which the two below would have to wait.
    fn is_free(&self) -> bool {
        true
    }
    /// What `/_preview/<key>` shows; none if there is no such entry.
    fn preview(&self, key: &str) -> Option<Preview>;
    /// Keys and titles of all entries, in the order in which `/_preview/` lists them.
    fn keys(&self) -> Vec<(String, String)>;
}

/// One entry as its editor wants to see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Such as `relics/chua-bo-da`.
    pub key: String,
    /// The title in the language of messages.
    pub title: String,
    /// Language code and path without `index.html`, such as `vi/di-tich/chua-bo-da/`.
    pub pages: Vec<(String, String)>,
    /// Label and path of the drawing of each QR code.
    pub codes: Vec<(String, String)>,
    /// The plate as SVG, as it would be printed.
    pub plate: Option<String>,
    /// The findings in this entry's files.
    pub findings: Vec<Finding>,
    /// Labels of fields that are not filled in or not translated.
    pub lacking: Vec<String>,
}

/// One diagnostic as the browser shows it: already worded in the language of messages.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// Such as `VB0204`.
    pub code: String,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// Relative to the site's root, with `/`; empty if the finding is about the site as a whole.
    pub file: String,
    /// From 1; 0 if there is no line.
    pub line: u32,
    /// In grapheme clusters, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// The line itself, with the caret below it.
    pub snippet: String,
    /// What to do.
    pub help: String,
}

/// What the session tells the browsers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Output files have other bytes than before, are new, or are gone.
    Changed {
        /// Output paths, such as `vi/di-tich/x/index.html`.
        paths: Vec<String>,
        /// How a page that shows one of them is to follow.
        kind: Change,
    },
    /// All findings that hold now, errors first; empty when everything is mended.
    Findings(Vec<Finding>),
}

/// How an open page follows a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Open pages among the paths are patched in place; pictures and sound among them are loaded again.
    Content,
    /// Every open page swaps these stylesheets: old and new output path of each.
    Style(Vec<(String, String)>),
    /// Open pages among the paths load anew; without paths, all pages do.
    Reload,
}

/// How to serve.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// None: [`USUAL_PORT`], or one of the next that is free. 0: any, for tests.
    pub port: Option<u16>,
    /// Also answers other devices of the local network, below a path that cannot be guessed.
    pub lan: bool,
    /// The language of what the server itself says.
    pub speech: Speech,
}
