//! The site as the preview server asks for it.
//!
//! Entry point: [`Shown`]. Invariant: files are answered without waiting for the session; what needs the session waits
//! until it has finished a change.

use crate::diag::terminal::plain_snippet;
use crate::diag::{Diagnostic, Diagnostics, Severity, Speech, Strictness};
use crate::engine::published::{Published, Served};
use crate::engine::{Checked, Session};
use crate::output::Disk;
use crate::schema::spec::Section;
use crate::serve::{Finding, Pages, Preview, Resource};
use crate::text::Lang;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

/// How often, and after which pause each, it is seen whether the session has finished.
const PATIENCE: usize = 60;
const PAUSE: Duration = Duration::from_millis(25);

/// A session and what it found last.
pub(super) struct Shown {
    session: Mutex<Session>,
    published: Arc<Published>,
    found: Mutex<Option<Diagnostics>>,
    speech: Speech,
}

impl Shown {
    pub(super) fn new(session: Session, speech: Speech) -> Self {
        Self {
            published: session.published(),
            session: Mutex::new(session),
            found: Mutex::default(),
            speech,
        }
    }

    pub(super) fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nothing happens: the session may note what it made.
    pub(super) fn rest(&self, disk: &Disk) {
        self.session().rest(disk);
    }

    /// Keeps what was found. Gives back what is new in it together with every error, or nothing when it is all the same.
    pub(super) fn note(&self, found: &Diagnostics) -> Diagnostics {
        let mut last = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let known = last.replace(found.clone()).unwrap_or_default();
        if known == *found {
            return Vec::new();
        }
        let is_error = |d: &Diagnostic| d.severity(Strictness::default()) == Severity::Error;
        found
            .iter()
            .filter(|d| is_error(d) || !known.contains(d))
            .cloned()
            .collect()
    }

    /// True when these errors are those that were told last.
    pub(super) fn has_told_errors(&self, found: &Diagnostics) -> bool {
        let errors = |all: &Diagnostics| -> Diagnostics {
            let is_error = |d: &&Diagnostic| d.severity(Strictness::default()) == Severity::Error;
            all.iter().filter(is_error).cloned().collect()
        };
        let last = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        last.as_ref().is_some_and(|last| errors(last) == errors(found))
    }

    /// What holds now, errors first.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let mut shown: Vec<Finding> = found.iter().flatten().filter_map(|d| self.finding(d)).collect();
        shown.sort_by_key(|finding| finding.severity != "error");
        shown
    }

    fn finding(&self, diagnostic: &Diagnostic) -> Option<Finding> {
        let severity = match diagnostic.severity(Strictness::default()) {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => return None,
        };
        let place = diagnostic.place.as_ref();
        Some(Finding {
            code: diagnostic.code.id(),
            severity,
            file: place.map_or(String::new(), |place| place.file.to_string()),
            line: place.map_or(0, |place| place.line),
            column: place.map_or(0, |place| place.column),
            message: diagnostic.message(self.speech),
            snippet: place.map_or(String::new(), plain_snippet),
            help: diagnostic.help(self.speech),
        })
    }

    /// The language of messages among those of the site.
    fn lang(&self, checked: &Checked) -> Lang {
        let code = self.speech.pick("vi", "en");
        checked.site.frame.config.languages.find(code).unwrap_or(Lang(0))
    }

    /// Fields that visitors would miss, and languages without a text.
    fn lacking(&self, checked: &Checked, at: usize) -> Vec<String> {
        let (site, lang) = (&checked.site, self.lang(checked));
        let languages = &site.frame.config.languages;
        let entry = &site.entries[at];
        let matters =
            |section: Section| matches!(section, Section::Facts | Section::Visit | Section::Buy | Section::Media);
        let specs = site.frame.kinds.get(entry.kind).fields.iter();
        let empty = specs
            .filter(|spec| (spec.required || matters(spec.section)) && entry.body.fields.get(&spec.name).is_none());
        let mut lacking: Vec<String> = empty
            .map(|spec| languages.plain(&spec.label, lang).to_string())
            .collect();
        for one in languages.all() {
            if !entry.card.has_prose.get(one.index()).copied().unwrap_or(false) {
                lacking.push(format!("{}.md", languages.get(one).code));
            }
        }
        lacking
    }
}

impl Pages for Shown {
    fn resource(&self, path: &str) -> Option<Resource> {
        Some(match self.published.get(path)? {
            Served::Bytes(bytes) => Resource::Bytes(bytes),
            Served::File(path) => Resource::File(path),
        })
    }

    fn is_free(&self) -> bool {
        // An ordinary change is over by then; all sizes of many photos are not.
        for _ in 0..PATIENCE {
            if !matches!(self.session.try_lock(), Err(TryLockError::WouldBlock)) {
                return true;
            }
            std::thread::sleep(PAUSE);
        }
        false
    }

    fn preview(&self, key: &str) -> Option<Preview> {
        let session = self.session();
        let checked = session.previewed()?;
        let site = &checked.site;
        let at = *site.index.get(key)? as usize;
        let entry = &site.entries[at];
        let languages = &site.frame.config.languages;
        let pages: Vec<(String, String)> = languages
            .all()
            .map(|lang| (languages.get(lang).code.clone(), site.path(entry, lang)))
            .collect();
        let own = checked
            .codes
            .of(key)
            .map(|landing| (landing.code.clone(), format!("{}/qr.svg", landing.code)));
        let beside = pages.iter().map(|(code, path)| (code.clone(), format!("{path}qr.svg")));
        let mut findings = self.findings();
        findings.retain(|finding| finding.file.starts_with(entry.folder()));
        Some(Preview {
            key: key.to_string(),
            title: languages.plain(&entry.card.title, self.lang(checked)).to_string(),
            codes: own.into_iter().chain(beside).collect(),
            lacking: self.lacking(checked, at),
            plate: crate::engine::plates::shown::preview(checked, key),
            pages,
            findings,
        })
    }

    fn keys(&self) -> Vec<(String, String)> {
        let session = self.session();
        let Some(checked) = session.previewed() else {
            return Vec::new();
        };
        let lang = self.lang(checked);
        let title = |text| checked.site.frame.config.languages.plain(text, lang).to_string();
        let entries = checked.site.entries.iter();
        entries
            .map(|entry| (entry.key.to_string(), title(&entry.card.title)))
            .collect()
    }
}
