//! Who listens for changes, and what each is told.
//!
//! Entry point: [`Hub::join`], [`Hub::tell`]. Invariant: a listener that does not keep up is dropped, never waited for;
//! it comes back by itself and learns then how things stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::json;

use super::{Change, Finding, Note};

/// Events that may wait for one listener.
const QUEUE: usize = 64;
/// The most findings that a browser is shown; the terminal has them all.
const MOST_FINDINGS: usize = 200;
/// Most pictures and sounds that are named in one event; of more it says that it may be any.
const MOST_MEDIA: usize = 50;
/// The folder of the search index, which any page may have read.
const SEARCH: &str = "search/";
/// Browsers open six connections to one server; with this many listeners, those in hidden tabs are asked to rest.
const CROWD: usize = 4;

/// The listeners and the findings that hold now.
#[derive(Default)]
pub(super) struct Hub {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    next: u64,
    listeners: BTreeMap<u64, Listener>,
    findings: Vec<Finding>,
}

struct Listener {
    /// Output paths that the browser shows.
    pages: Vec<String>,
    sender: SyncSender<Arc<str>>,
}

/// One place among the listeners.
pub(super) struct Seat {
    pub(super) id: u64,
    pub(super) events: Receiver<Arc<str>>,
}

impl Hub {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a listener in.
    pub(super) fn join(&self, pages: Vec<String>) -> Seat {
        let (sender, events) = sync_channel(QUEUE);
        let mut state = self.state();
        if state.listeners.len() >= CROWD {
            state.send(&event("rest", &json!({})), |_| true);
        }
        state.next += 1;
        let id = state.next;
        state.listeners.insert(id, Listener { pages, sender });
        Seat { id, events }
    }

    pub(super) fn leave(&self, id: u64) {
        self.state().listeners.remove(&id);
    }

    /// Drops all listeners, so that their threads end.
    pub(super) fn close(&self) {
        self.state().listeners.clear();
    }

    /// The output paths that browsers show, each once.
    pub(super) fn viewed(&self) -> Vec<String> {
        let state = self.state();
        let pages: BTreeSet<&String> = state.listeners.values().flat_map(|l| &l.pages).collect();
        pages.into_iter().cloned().collect()
    }

    /// The findings that hold now, as far as they are shown.
    pub(super) fn findings(&self) -> Vec<Finding> {
        self.state().findings.clone()
    }

    pub(super) fn tell(&self, note: Note) {
        let mut state = self.state();
        match note {
            Note::Findings(mut findings) => {
                findings.truncate(MOST_FINDINGS);
                state.findings = findings;
                let text = event("findings", &json!(state.findings));
                state.send(&text, |_| true);
            }
            Note::Changed { paths, kind } => {
                let paths: BTreeSet<String> = paths.into_iter().collect();
                let concerned = |l: &Listener| l.pages.iter().any(|p| paths.contains(p));
                match kind {
                    Change::Content => {
                        let previews = |l: &Listener| l.pages.iter().any(|p| p.starts_with(super::preview::FOLDER));
                        let text = event("content", &json!({ "pages": pages_in(&paths) }));
                        state.send(&text, |l| concerned(l) || previews(l));
                        if paths.iter().any(|path| path.starts_with(SEARCH)) {
                            state.send(&event("search", &json!({})), |_| true);
                        }
                        let media: Vec<&String> = paths.iter().filter(|p| is_media(p)).collect();
                        if !media.is_empty() {
                            let named = (media.len() <= MOST_MEDIA).then_some(media);
                            state.send(&event("media", &json!({ "paths": named })), |_| true);
                        }
                    }
                    Change::Style(swaps) => state.send(&event("style", &json!({ "swaps": swaps })), |_| true),
                    Change::Reload if paths.is_empty() => state.send(&event("reload", &json!({})), |_| true),
                    Change::Reload => {
                        state.send(&event("reload", &json!({ "pages": pages_in(&paths) })), concerned);
                    }
                }
            }
        }
    }
}

impl State {
    fn send(&mut self, text: &Arc<str>, to: impl Fn(&Listener) -> bool) {
        self.listeners
            .retain(|_, listener| !to(listener) || listener.sender.try_send(Arc::clone(text)).is_ok());
    }
}

/// Most pages that one event names; a browser shows a handful.
const MOST_PAGES: usize = 2000;

/// The pages among the paths, or nothing (which means any page) if they are too many to name.
fn pages_in(paths: &BTreeSet<String>) -> Option<Vec<&String>> {
    let pages: Vec<&String> = paths.iter().filter(|p| p.ends_with(".html")).collect();
    (pages.len() <= MOST_PAGES).then_some(pages)
}

fn is_media(path: &str) -> bool {
    let media_type = super::media_type::of(path);
    ["image/", "audio/", "video/"].iter().any(|t| media_type.starts_with(t))
}

/// One server-sent event; JSON has no line breaks of its own.
pub(super) fn event(name: &str, data: &serde_json::Value) -> Arc<str> {
    format!("event: {name}\ndata: {data}\n\n").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(paths: &[&str]) -> Note {
        Note::Changed {
            paths: paths.iter().map(ToString::to_string).collect(),
            kind: Change::Content,
        }
    }

    fn heard(seat: &Seat) -> Vec<String> {
        let name = |text: Arc<str>| text.lines().next().unwrap_or_default().replace("event: ", "");
        seat.events.try_iter().map(name).collect()
    }

    #[test]
    fn a_page_hears_of_itself_and_of_pictures() {
        let hub = Hub::default();
        let (a, b) = (hub.join(vec!["a.html".into()]), hub.join(vec!["b.html".into()]));
        hub.tell(changed(&["a.html", "x/qr.svg"]));
        assert_eq!(heard(&a), ["content", "media"]);
        assert_eq!(heard(&b), ["media"]);
        assert_eq!(hub.viewed(), ["a.html", "b.html"]);
        hub.leave(a.id);
        assert_eq!(hub.viewed(), ["b.html"]);
    }

    #[test]
    fn every_page_hears_of_a_new_search_index() {
        let hub = Hub::default();
        let seat = hub.join(vec!["vi/search/index.html".into()]);
        hub.tell(changed(&["vi/a/index.html", "search/vi.js"]));
        assert_eq!(heard(&seat), ["search"]);
        hub.tell(changed(&["vi/search/other.html"]));
        assert_eq!(heard(&seat), [""; 0]);
    }

    #[test]
    fn a_listener_that_sleeps_is_dropped() {
        let hub = Hub::default();
        let seat = hub.join(vec!["a.html".into()]);
        for _ in 0..=QUEUE {
            hub.tell(Note::Findings(Vec::new()));
        }
        assert_eq!(hub.viewed(), Vec::<String>::new());
        assert_eq!(heard(&seat).len(), QUEUE);
    }

    #[test]
    fn in_a_crowd_the_others_are_asked_to_rest() {
        let hub = Hub::default();
        let seats: Vec<Seat> = (0..CROWD).map(|_| hub.join(Vec::new())).collect();
        assert!(seats.iter().all(|s| heard(s).is_empty()));
        let last = hub.join(Vec::new());
        assert!(seats.iter().all(|s| heard(s) == ["rest"]));
        assert!(heard(&last).is_empty());
    }

    #[test]
    fn pages_are_named_as_long_as_there_are_not_too_many() {
        let hub = Hub::default();
        let seat = hub.join(vec!["a.html".into()]);
        let told = |more: usize| {
            let mut paths: Vec<String> = (0..more).map(|n| format!("{n}.html")).collect();
            paths.extend(["a.html".to_string(), "a/qr.svg".to_string()]);
            let kind = Change::Reload;
            hub.tell(Note::Changed { paths, kind });
            let text = seat.events.try_recv().unwrap();
            let data = text.lines().find_map(|line| line.strip_prefix("data: ")).unwrap();
            serde_json::from_str::<serde_json::Value>(data).unwrap()["pages"].clone()
        };
        assert_eq!(told(0), json!(["a.html"]));
        assert_eq!(told(MOST_PAGES - 1).as_array().map(Vec::len), Some(MOST_PAGES));
        assert_eq!(told(MOST_PAGES), json!(null));
        hub.close();
        assert_eq!(hub.viewed(), Vec::<String>::new());
    }
}
