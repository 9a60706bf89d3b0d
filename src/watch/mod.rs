//! File events → [`Hint`]s: which files of a site may have changed, told as soon as they are complete.
//!
//! Entry point: [`Watch::start`], [`Watch::next`]. Invariant: a change is told sooner or later, whatever happens to the
//! events: what they miss, a slow tick finds ([`Hint::Everything`]); a file that is being written is not told before its
//! writer is done. Hints say "may": whoever gets one compares with what it knows.
#![cfg_attr(
    test,
    expect(clippy::disallowed_methods, reason = "tests write files and look at the clock")
)]

mod filesystem;
#[cfg(target_os = "linux")]
mod linux;
mod pending;
mod poll;
mod portable;
mod scope;
mod shared;

use crate::diag::codes::output as codes;
use crate::diag::{Diagnostic, Place};
use pending::Ready;
use scope::shown;
use shared::Shared;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// These paths, relative to the site's root, with `/`, in NFC. A file may be new, changed or gone; a folder that
    /// has gone stands for everything below it.
    Files(BTreeSet<String>),
    /// Anything: events were lost, there were too many, or it is time for a look at all files.
    Everything,
}

/// How to watch.
#[derive(Clone, Debug)]
pub struct Options {
    /// Look at all files again and again, whatever the system offers.
    pub poll: bool,
    /// The shortest time between two such looks; large sites are looked at less often, see `poll`.
    pub poll_every: Duration,
    /// Which events to use.
    pub events: Events,
}

/// Where events come from; all but the first are for tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Events {
    /// The best that this system has.
    Best,
    /// The way of systems that do not say when a file is closed.
    Portable,
    /// As many folders can be watched, then the system refuses.
    Limited(usize),
    /// Events are promised and never come.
    Silent,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            poll: false,
            poll_every: Duration::from_secs(1),
            events: Events::Best,
        }
    }
}

/// How a site is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The system tells.
    Native,
    /// We look again and again.
    Polling(Why),
}

/// Why we look again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Asked for.
    Asked,
    /// This kind of file system does not tell what others change: `nfs4`, `9p`, `SMB`.
    NoEvents(String),
    /// The system watches no more folders for us.
    LimitReached,
    /// Watching failed, with what the system says.
    Failed(String),
}

impl Why {
    /// What people are told about it; nothing when they asked for it. `root` is how they know the site's folder.
    pub fn finding(&self, root: &str) -> Option<Diagnostic> {
        let place = Place::file(&root.into());
        Some(match self {
            Self::Asked => return None,
            Self::NoEvents(kind) => Diagnostic::new(codes::WATCH_NO_EVENTS).with("kind", kind).at(place),
            Self::LimitReached => Diagnostic::new(codes::WATCH_LIMIT).at(place),
            Self::Failed(detail) => Diagnostic::new(codes::WATCH_FAILED).with("detail", detail).at(place),
        })
    }
}

/// A site that is being watched; ends with its value.
pub struct Watch {
    shared: Arc<Shared>,
    /// The source of events; dropping it ends its thread.
    source: Mutex<Source>,
    poll_every: Duration,
}

/// A source of events.
enum Source {
    #[cfg(target_os = "linux")]
    Linux(linux::Linux),
    Portable(portable::Portable),
    Poll(#[expect(dead_code, reason = "it looks as long as it is held")] poll::Poll),
    None,
}

impl Watch {
    /// Watches `folders` (relative to `root`, with `/`; they need not exist yet) without what lies in `ignored`
    /// (absolute: the output). Returns at once; when everything is watched, [`Hint::Everything`] follows, so that
    /// nothing is lost between reading the site and then.
    pub fn start(root: &Path, folders: &[String], ignored: &[PathBuf], options: &Options) -> Self {
        let shared = Arc::new(Shared::new(scope::Scope::new(root, folders, ignored)));
        let source = match why_poll(&shared, options) {
            Some(why) => Err(why),
            None => native(&shared, options.events),
        };
        let watch = Self {
            source: Mutex::new(Source::None),
            poll_every: options.poll_every,
            shared,
        };
        match source {
            Ok(source) => watch.set_source(source),
            Err(why) => watch.poll(why),
        }
        watch
    }

    /// The next hint; none when `timeout` passes without one. Everything that comes up meanwhile is merged.
    pub fn next(&self, timeout: Duration) -> Option<Hint> {
        let deadline = shared::now() + timeout;
        loop {
            if let Some(why) = self.shared.take_refusal() {
                self.poll(why);
            }
            if self.shared.take_lost() {
                self.attach();
            }
            match self.shared.ready_until(deadline) {
                Some(Ready::Files(paths)) => return Some(Hint::Files(paths.iter().map(|p| shown(p)).collect())),
                Some(Ready::Everything) => {
                    self.check();
                    return Some(Hint::Everything);
                }
                Some(Ready::Wait(_)) => {}
                None => return None,
            }
        }
    }

    /// Files that are being written right now. Whoever looks at all files leaves these as it knew them; a hint follows
    /// when their writers are done.
    pub fn unsettled(&self) -> BTreeSet<String> {
        self.shared.lock().pending.unsettled().map(shown).collect()
    }

    /// Tells how long a look at all files took, or nothing if it made something; the next one is due after 100 times
    /// that, and no less than 3 s.
    pub fn walked(&self, took: Option<Duration>) {
        self.shared.walked(took);
    }

    /// How the site is watched now; it can change between two hints.
    pub fn mode(&self) -> Mode {
        self.shared.lock().mode.clone()
    }

    /// Watches these folders from now on, and no others.
    pub fn set_folders(&self, folders: &[String]) {
        self.shared.lock().scope.set_folders(folders);
        self.attach();
    }

    /// Looks again and again from now on.
    fn poll(&self, why: Why) {
        self.set_source(Source::None);
        self.shared.lock().mode = Mode::Polling(why);
        self.set_source(Source::Poll(poll::Poll::start(&self.shared, self.poll_every)));
    }

    fn set_source(&self, source: Source) {
        let old = std::mem::replace(&mut *self.source(), source);
        drop(old);
    }

    fn source(&self) -> std::sync::MutexGuard<'_, Source> {
        self.source.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Watches what is not watched yet.
    fn attach(&self) {
        match &*self.source() {
            #[cfg(target_os = "linux")]
            Source::Linux(linux) => linux.attach(&self.shared),
            Source::Portable(portable) => portable.attach(&self.shared, true),
            Source::Poll(_) | Source::None => {}
        }
    }

    /// Sees whether the folder that is watched is still the site's: another one may have taken its place.
    fn check(&self) {
        match &*self.source() {
            #[cfg(target_os = "linux")]
            Source::Linux(linux) => linux.check(&self.shared),
            Source::Portable(portable) => portable.attach(&self.shared, false),
            Source::Poll(_) | Source::None => {}
        }
    }
}

/// Why this site cannot be watched by events.
fn why_poll(shared: &Shared, options: &Options) -> Option<Why> {
    if options.poll {
        return Some(Why::Asked);
    }
    let scope = shared.lock().scope.clone();
    let mut gates = scope.gates().into_iter().map(|gate| scope.root.join(gate));
    gates
        .find_map(|gate| filesystem::without_events(&gate))
        .map(Why::NoEvents)
}

#[cfg(target_os = "linux")]
fn native(shared: &Arc<Shared>, events: Events) -> Result<Source, Why> {
    Ok(match events {
        Events::Best => Source::Linux(linux::Linux::start(shared, None)?),
        Events::Limited(most) => Source::Linux(linux::Linux::start(shared, Some(most))?),
        Events::Portable => Source::Portable(portable::Portable::start(shared)?),
        Events::Silent => Source::None,
    })
}

#[cfg(not(target_os = "linux"))]
fn native(shared: &Arc<Shared>, events: Events) -> Result<Source, Why> {
    Ok(match events {
        Events::Best | Events::Portable => Source::Portable(portable::Portable::start(shared)?),
        Events::Limited(_) => return Err(Why::LimitReached),
        Events::Silent => Source::None,
    })
}

#[cfg(test)]
mod tests;
