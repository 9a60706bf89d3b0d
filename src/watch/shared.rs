//! What the threads of a watch share: what has been seen, when the next look at all files is due, how we watch.
//!
//! Entry point: [`Shared::see`], [`Shared::ready_until`]. Invariant: the lock is never held while somebody waits for
//! files or events.
#![expect(clippy::disallowed_methods, reason = "files are sampled and the clock is read here")]

use super::pending::{Pending, Ready, Sample, Seen};
use super::scope::Scope;
use super::{Mode, Why};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The shortest time between two looks at all files, and how much longer than a look that is. A look keeps two cores
/// busy, so that waiting costs a fiftieth of one.
const SLOW_TICK: (Duration, u32) = (Duration::from_secs(3), 100);
/// A look at all files waits for files that are being written, but not for ever.
const PUT_OFF: Duration = Duration::from_secs(30);
/// A site's folder that has vanished is looked for this often.
const RETURN: Duration = Duration::from_millis(300);

/// What threads share.
pub(super) struct Shared {
    state: Mutex<State>,
    seen: Condvar,
}

/// What is known.
pub(super) struct State {
    pub(super) pending: Pending,
    pub(super) scope: Scope,
    pub(super) mode: Mode,
    tick: Instant,
    /// How long a look at all files takes when nothing else is going on; nothing before the first.
    look: Option<Duration>,
    /// The system refuses; nobody has acted on it yet.
    refusal: Option<Why>,
    /// A watched folder is no longer watched, and when to look for it.
    lost: Option<Instant>,
}

impl Shared {
    pub(super) fn new(scope: Scope) -> Self {
        let state = State {
            pending: Pending::default(),
            scope,
            mode: Mode::Native,
            tick: now() + SLOW_TICK.0,
            look: None,
            refusal: None,
            lost: None,
        };
        Self {
            state: Mutex::new(state),
            seen: Condvar::new(),
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Things were seen at paths.
    pub(super) fn see(&self, seen: impl IntoIterator<Item = (PathBuf, Seen)>) {
        let mut state = self.lock();
        let now = now();
        for (path, seen) in seen {
            state.pending.see(path, seen, now);
        }
        drop(state);
        self.seen.notify_all();
    }

    /// Anything may have changed.
    pub(super) fn everything(&self) {
        self.lock().pending.everything(now());
        self.seen.notify_all();
    }

    /// The system refuses to watch.
    pub(super) fn refuse(&self, why: Why) {
        self.lock().refusal.get_or_insert(why);
        self.seen.notify_all();
    }

    pub(super) fn take_refusal(&self) -> Option<Why> {
        self.lock().refusal.take()
    }

    /// A folder that should be watched is not there, or is another one.
    pub(super) fn lose(&self, again: bool) {
        let wait = if again { RETURN } else { Duration::ZERO };
        self.lock().lost.get_or_insert(now() + wait);
        self.seen.notify_all();
    }

    pub(super) fn take_lost(&self) -> bool {
        let mut state = self.lock();
        let due = state.lost.is_some_and(|at| at <= now());
        if due {
            state.lost = None;
        }
        due
    }

    /// The next look at all files is due later the longer one takes. A single one that took long tells of a busy
    /// machine, not of a larger site.
    pub(super) fn walked(&self, took: Option<Duration>) {
        let mut state = self.lock();
        let look = took.map(|took| state.look.map_or(took, |look| took.min(look.saturating_mul(2))));
        state.look = look.or(state.look);
        state.tick = now() + SLOW_TICK.0.max(state.look.unwrap_or_default() * SLOW_TICK.1);
    }

    /// Waits for something to tell, at most until `deadline`; [`Ready::Wait`] when something else is to be done first.
    pub(super) fn ready_until(&self, deadline: Instant) -> Option<Ready> {
        let mut state = self.lock();
        loop {
            let now = now();
            if state.refusal.is_some() || state.lost.is_some_and(|at| at <= now) {
                return Some(Ready::Wait(None));
            }
            let root = state.scope.root.clone();
            let next = match state.pending.take(now, &|path| sample(&root.join(path))) {
                Ready::Wait(next) => next,
                ready => {
                    if ready == Ready::Everything {
                        state.tick = now + SLOW_TICK.0;
                    }
                    return Some(ready);
                }
            };
            let tick = state.tick_due();
            if tick.is_some_and(|at| at <= now) {
                state.tick = now + SLOW_TICK.0;
                return Some(Ready::Everything);
            }
            if deadline <= now {
                return None;
            }
            let until = [next, tick, state.lost]
                .into_iter()
                .flatten()
                .fold(deadline, Instant::min);
            let wait = until.saturating_duration_since(now);
            let waited = self.seen.wait_timeout(state, wait);
            state = waited.map_or_else(|e| e.into_inner().0, |(state, _)| state);
        }
    }
}

impl State {
    /// When all files are to be looked at. Polling looks at those of the content all the time, and sees neither the output nor
    /// a new day.
    fn tick_due(&self) -> Option<Instant> {
        let writing = self.pending.unsettled().next().is_some();
        let may_wait = writing || self.mode != Mode::Native;
        Some(if may_wait { self.tick + PUT_OFF } else { self.tick })
    }
}

/// Length and time of the last change of a file.
pub(super) fn sample(path: &Path) -> Sample {
    let meta = std::fs::metadata(path).ok()?;
    Some((meta.len(), meta.modified().ok()?))
}

/// The clock.
pub(super) fn now() -> Instant {
    Instant::now()
}
