//! Small sites for tests: files written into a folder of their own, checked and built in memory.
//!
//! Entry point: [`Site`]. Invariant: a site is pinned to one day, has a folder of its own that goes away with it, and
//! everything that it does has a time limit.
#![allow(clippy::disallowed_methods, reason = "tests write the sites that they build")]
#![allow(dead_code, reason = "each test file uses a part of this one")]
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub, reason = "tests")]

pub mod edits;
pub mod page;
pub mod shape;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;
use vanbia::diag::{Diagnostic, Diagnostics, Speech, Strictness, terminal};
use vanbia::engine::{self, Request};
use vanbia::output::Memory;
use vanbia::text::Date;

/// The settings that a site has unless a test writes its own.
pub const SITE: &str = "title: { vi: Di sản thử, en: Heritage on trial }\nbase_url: https://disan.vn/\n";

/// A relic without anything special, by title.
pub fn relic(title: &str) -> String {
    format!(
        "title: {{ vi: {title}, en: {title} EN }}\nsummary: {{ vi: Một nơi ở làng, en: A place in the village }}\n\
         types: [historical]\nplace: {{ ward: \"07798\", address: {{ vi: Làng A, en: A village }} }}\nupdated: 2026-11-01\n"
    )
}

/// A site on disk, gone when it is dropped.
pub struct Site {
    pub root: PathBuf,
    pub request: Request,
}

/// What a build made.
pub struct Built {
    pub files: BTreeMap<String, Vec<u8>>,
    pub found: Diagnostics,
    pub ledger: String,
    pub translations: String,
}

static COUNT: AtomicUsize = AtomicUsize::new(0);

impl Site {
    /// A site with nothing but settings.
    pub fn new(name: &str) -> Self {
        Self::empty(name).with("content/site.yaml", SITE)
    }

    /// A folder without files.
    pub fn empty(name: &str) -> Self {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = format!("{name}-{}-{count}", std::process::id());
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
        let _ = std::fs::remove_dir_all(&root);
        std::fs::create_dir_all(&root).unwrap();
        let request = Request {
            root: root.clone(),
            base_url: None,
            today: Date::new(2026, 11, 21).unwrap(),
            strictness: Strictness::default(),
            published: None,
            drafts: false,
        };
        Self { root, request }
    }

    /// Writes one more file.
    #[must_use]
    pub fn with(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.write(path, bytes);
        self
    }

    /// Writes a file.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// Removes a file or folder.
    pub fn remove(&self, path: &str) {
        let path = self.root.join(path);
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap();
        } else {
            std::fs::remove_file(path).unwrap();
        }
    }

    /// Everything that is found, without building.
    pub fn check(&self) -> Diagnostics {
        let request = self.request.clone();
        within(Duration::from_secs(60), move || engine::check(&request).1)
    }

    /// Builds in memory; findings may be errors (a real build stops then).
    pub fn build(&self) -> Built {
        let request = self.request.clone();
        within(Duration::from_secs(120), move || {
            let (checked, mut found) = engine::check(&request);
            let Some(checked) = checked else {
                return Built {
                    files: BTreeMap::new(),
                    found,
                    ledger: String::new(),
                    translations: String::new(),
                };
            };
            let translations = engine::translations::record(&checked.site, &checked.tree, &[]);
            let ledger = checked.ledger.to_text();
            let memory = Memory::new();
            let (_, problems, _) = engine::build(checked, &engine::Order::default(), &memory);
            found.extend(problems);
            let files = match memory.finish() {
                Ok(files) => files,
                Err(problems) => {
                    found.extend(problems);
                    BTreeMap::new()
                }
            };
            Built {
                files,
                found,
                ledger,
                translations,
            }
        })
    }

    /// Builds a site that must be free of errors.
    pub fn build_well(&self) -> Built {
        let built = self.build();
        let errors = shown(&errors(&built.found), Speech::En);
        assert!(errors.is_empty(), "{errors}");
        built
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.root);
        }
    }
}

impl Built {
    /// The text of an output file.
    pub fn text(&self, path: &str) -> &str {
        let bytes = self
            .files
            .get(path)
            .unwrap_or_else(|| panic!("{path} is not among {:?}", self.files.keys()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// True when the output has the file.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }
}

/// Runs something that must end in time.
pub fn within<T: Send + 'static>(limit: Duration, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (send, receive) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        let _ = send.send(work());
    });
    match receive.recv_timeout(limit) {
        Ok(value) => value,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("not done within {limit:?}"),
        Err(mpsc::RecvTimeoutError::Disconnected) => match thread.join() {
            Err(cause) => std::panic::resume_unwind(cause),
            Ok(()) => unreachable!("the work sends before it ends"),
        },
    }
}

/// The findings that stop a build.
pub fn errors(found: &[Diagnostic]) -> Diagnostics {
    let error = |d: &&Diagnostic| d.severity(Strictness::default()) == vanbia::diag::Severity::Error;
    found.iter().filter(error).cloned().collect()
}

/// The numbers of findings.
pub fn numbers(found: &[Diagnostic]) -> Vec<u16> {
    found.iter().map(|d| d.code.number).collect()
}

/// Findings as a terminal without colors shows them.
pub fn shown(found: &[Diagnostic], speech: Speech) -> String {
    let blocks: Vec<String> = found
        .iter()
        .map(|d| without_colors(&terminal::show(d, speech, Strictness::default())))
        .collect();
    blocks.join("\n")
}

/// Text without the terminal's color codes.
pub fn without_colors(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        out.push_str(&rest[..at]);
        rest = &rest[at + 2..];
        rest = rest.find('m').map_or("", |end| &rest[end + 1..]);
    }
    out + rest
}
