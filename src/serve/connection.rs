//! One connection: requests in, answers out.
//!
//! Entry point: [`serve`]. Invariant: a connection holds one of a limited number of places; a listener for events gives
//! its place back and takes one of another kind, so that open pages never keep others from loading.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::answer::Answer;
use super::events;
use super::request::{Failure, Reader};
use super::route::{Ends, Routed, answer};
use super::server::Shared;
use super::wording::{self, say};

/// Most connections that wait for or get answers.
pub(super) const MOST: usize = 64;
/// Most of these from other devices: some are always left for this machine.
pub(super) const MOST_OUTSIDE: usize = 40;
/// Most streams of events.
pub(super) const MOST_LISTENERS: usize = 32;
/// Most of these from other devices.
pub(super) const MOST_LISTENERS_OUTSIDE: usize = 20;

/// Counts places of one kind.
pub(super) struct Places {
    all: AtomicUsize,
    outside: AtomicUsize,
    most: usize,
    most_outside: usize,
}

/// A place, given back when dropped.
pub(super) struct Place<'a> {
    places: &'a Places,
    is_outside: bool,
}

impl Places {
    pub(super) const fn new(most: usize, most_outside: usize) -> Self {
        Self {
            all: AtomicUsize::new(0),
            outside: AtomicUsize::new(0),
            most,
            most_outside,
        }
    }

    /// A place, if one is left for this visitor.
    pub(super) fn take(&self, is_outside: bool) -> Option<Place<'_>> {
        let place = Place {
            places: self,
            is_outside,
        };
        let all = self.all.fetch_add(1, Ordering::SeqCst);
        let outside = self.outside.fetch_add(usize::from(is_outside), Ordering::SeqCst);
        // Dropping the place gives back what was counted.
        (all < self.most && (!is_outside || outside < self.most_outside)).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.places.all.fetch_sub(1, Ordering::SeqCst);
        self.places
            .outside
            .fetch_sub(usize::from(self.is_outside), Ordering::SeqCst);
    }
}

/// Serves one connection to its end.
pub(super) fn serve(shared: &Shared, mut stream: TcpStream) {
    let (Ok(peer), Ok(local)) = (stream.peer_addr(), stream.local_addr()) else {
        return;
    };
    let ends = Ends { peer: peer.ip(), local };
    let is_outside = !ends.peer.is_loopback();
    // Small answers go out at once.
    let _ = stream.set_nodelay(true);
    let Some(place) = shared.places.take(is_outside) else {
        refuse(shared, &mut stream, 503, wording::FULL);
        return;
    };
    let Some(pages) = answer_all(shared, &mut stream, ends) else {
        return;
    };
    drop(place);
    match shared.listeners.take(is_outside) {
        Some(_place) => {
            let _ = events::serve(shared, &mut stream, &pages);
            let _ = stream.shutdown(Shutdown::Both);
        }
        None => refuse(shared, &mut stream, 503, wording::FULL),
    }
}

/// Answers requests until the connection ends, or becomes a stream of events for the pages that are returned.
fn answer_all(shared: &Shared, stream: &mut TcpStream, ends: Ends) -> Option<Vec<String>> {
    let mut reader = Reader::new();
    while !shared.is_stopping() {
        let head = match reader.next(stream) {
            Ok(head) => head,
            Err(failure) => {
                match failure {
                    Failure::Gone => {}
                    Failure::Slow => refuse(shared, stream, 408, wording::SLOW_REQUEST),
                    Failure::TooLarge => refuse(shared, stream, 431, wording::LARGE_REQUEST),
                    Failure::Malformed => refuse(shared, stream, 400, wording::BAD_REQUEST),
                }
                return None;
            }
        };
        match answer(shared, &head, ends) {
            Routed::Events(pages) if head.method == "GET" => return Some(pages),
            Routed::Events(_) => refuse(shared, stream, 405, wording::ONLY_READ),
            Routed::Answer(answer) => {
                let closes = head.closes || matches!(answer.status, 400 | 403 | 405);
                let sent = answer.send(stream, head.method == "HEAD", closes);
                if sent.is_ok() && !closes {
                    continue;
                }
                if sent.is_ok() {
                    linger(stream);
                }
            }
        }
        return None;
    }
    None
}

fn refuse(shared: &Shared, stream: &mut TcpStream, status: u16, saying: (&str, &str)) {
    let answer = Answer::sentence(status, &say(shared.speech, saying, &[]));
    if answer.send(stream, false, true).is_ok() {
        linger(stream);
    }
}

/// Lets an answer arrive: closing while bytes of the request are unread would reset the connection and take the answer
/// away with it.
fn linger(stream: &mut TcpStream) {
    let _ = stream.flush();
    let _ = stream.shutdown(Shutdown::Write);
    let deadline = Instant::now() + Duration::from_millis(500);
    let mut chunk = [0; 4096];
    while let Some(left) = deadline.checked_duration_since(Instant::now()).filter(|l| !l.is_zero()) {
        let _ = stream.set_read_timeout(Some(left));
        if !matches!(stream.read(&mut chunk), Ok(1..)) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_limited_and_given_back() {
        let places = Places::new(3, 1);
        let outside = places.take(true);
        assert!(outside.is_some());
        assert!(places.take(true).is_none(), "one place for other devices");
        let inside = [places.take(false), places.take(false)];
        assert!(inside.iter().all(Option::is_some));
        assert!(places.take(false).is_none());
        drop(outside);
        assert!(places.take(true).is_some());
    }
}
