//! One browser's stream of events (server-sent events, HTML standard §9.2).
//!
//! Entry point: [`serve`]. Invariant: a stream begins with how things stand, so that a browser that was away learns
//! what it missed; it ends soon after the browser has gone.

use std::io::{self, ErrorKind, Write};
use std::net::TcpStream;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};

use super::answer::WRITE_TIME;
use super::hub::{Seat, event};
use super::route::version;
use super::server::Shared;

/// How often a silent connection is looked at: a page that was left stops being rendered first.
const LOOK: Duration = Duration::from_millis(400);
/// How often something is sent, so that a connection that broke without a word is noticed.
const BEAT: Duration = Duration::from_secs(15);

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
                    X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n\
                    Connection: close\r\n\r\nretry: 500\n\n";

/// Sends events until the browser goes, does not keep up, or the server ends.
pub(super) fn serve(shared: &Shared, stream: &mut TcpStream, pages: &[String]) -> io::Result<()> {
    stream.set_write_timeout(Some(WRITE_TIME))?;
    // In this order: what changes after joining is heard, what changed before is seen.
    let seat = shared.hub.join(pages.to_vec());
    let done = send(shared, stream, pages, &seat);
    shared.hub.leave(seat.id);
    done
}

fn send(shared: &Shared, stream: &mut TcpStream, pages: &[String], seat: &Seat) -> io::Result<()> {
    let versions: Map<String, Value> = pages
        .iter()
        .map(|page| (page.clone(), Value::from(version(shared, page))))
        .collect();
    let hello = json!({ "versions": versions, "findings": shared.hub.findings() });
    stream.write_all(format!("{HEAD}{}", event("hello", &hello)).as_bytes())?;
    let mut beat = Instant::now() + BEAT;
    loop {
        match seat.events.recv_timeout(LOOK) {
            Ok(text) => stream.write_all(text.as_bytes())?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Err(RecvTimeoutError::Timeout) => {
                if is_gone(stream)? {
                    return Ok(());
                }
                if Instant::now() < beat {
                    continue;
                }
                stream.write_all(b":\n\n")?;
            }
        }
        beat = Instant::now() + BEAT;
    }
}

/// Has the other side closed the connection? Nothing is read.
fn is_gone(stream: &TcpStream) -> io::Result<bool> {
    stream.set_nonblocking(true)?;
    let seen = stream.peek(&mut [0]);
    stream.set_nonblocking(false)?;
    match seen {
        Ok(count) => Ok(count == 0),
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(false),
        Err(error) => Err(error),
    }
}
