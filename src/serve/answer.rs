//! Answers: status, headers and body, and how they go onto the wire.
//!
//! Entry point: [`Answer`], [`Answer::send`]. Invariant: every answer carries the headers that keep other sites out and
//! browsers from guessing, and is given up after a time that grows only with its length.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::net::TcpStream;
use std::ops::Range;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::media_type::{HTML, SVG, TEXT};
use super::range::{Wanted, wanted};
use super::request::Head;

/// How long a client may let a write wait.
pub(super) const WRITE_TIME: Duration = Duration::from_secs(10);
/// How long an answer may take whatever its length.
const LEAST_TIME: Duration = Duration::from_secs(30);
/// The slowest client that gets all of a long answer, in bytes a second.
const SLOWEST: u64 = 32 * 1024;
/// Bytes written at once.
const CHUNK: usize = 64 * 1024;

/// Headers of every answer. The address may hold the token, so it is not told to pages that are linked to.
const ALWAYS: &str = "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n\
                      Cross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: same-origin\r\n";
/// Pages may be framed by this server's own preview only.
const FRAMES: &str = "frame-ancestors 'self'";
/// A drawing that is opened on its own can run nothing.
const SANDBOX: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; sandbox";

/// What is sent behind the head.
pub(super) enum Body {
    Bytes(Arc<[u8]>),
    /// An open file and its length.
    File(File, u64),
}

impl Body {
    fn length(&self) -> u64 {
        match self {
            Body::Bytes(bytes) => bytes.len() as u64,
            Body::File(_, length) => *length,
        }
    }
}

/// One answer.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) media_type: &'static str,
    /// Further headers, without line ends.
    pub(super) headers: Vec<String>,
    /// A policy of its own for pages that the server makes.
    pub(super) policy: &'static str,
    pub(super) body: Body,
    part: Option<Range<u64>>,
}

impl Answer {
    /// An answer with a body.
    pub(super) fn new(status: u16, media_type: &'static str, body: Body) -> Self {
        let policy = if media_type == SVG { SANDBOX } else { FRAMES };
        Self {
            status,
            media_type,
            headers: Vec::new(),
            policy,
            body,
            part: None,
        }
    }

    /// One sentence as plain text.
    pub(super) fn sentence(status: u16, text: &str) -> Self {
        Self::new(status, TEXT, Body::Bytes(format!("{text}\n").into_bytes().into()))
    }

    /// A page.
    pub(super) fn html(status: u16, html: Vec<u8>) -> Self {
        Self::new(status, HTML, Body::Bytes(html.into()))
    }

    /// Leads to another address of this server; `location` begins with one slash and is encoded.
    pub(super) fn redirect(location: &str) -> Self {
        let mut answer = Self::sentence(302, location);
        answer.headers.push(format!("Location: {location}"));
        answer
    }

    /// Names this state of the resource, and answers what the client already has with 304 or a part with 206.
    pub(super) fn tagged(mut self, tag: &str, head: &Head, bad_range: &str) -> Self {
        let tag = format!("\"{tag}\"");
        self.headers.push(format!("ETag: {tag}"));
        if head.header("if-none-match").is_some_and(|known| knows(known, &tag)) {
            self.status = 304;
            return self;
        }
        if self.media_type == HTML {
            return self;
        }
        self.headers.push("Accept-Ranges: bytes".to_string());
        // A part of another state must not be joined to what the client has.
        let is_same = head.header("if-range").is_none_or(|known| known == tag);
        let length = self.body.length();
        match wanted(head.header("range").filter(|_| is_same), length) {
            Wanted::Whole => self,
            Wanted::Part(part) => {
                self.status = 206;
                let last = part.end.saturating_sub(1);
                self.headers
                    .push(format!("Content-Range: bytes {}-{last}/{length}", part.start));
                self.part = Some(part);
                self
            }
            Wanted::Nothing => {
                let mut answer = Self::sentence(416, bad_range);
                answer.headers.push(format!("Content-Range: bytes */{length}"));
                answer
            }
        }
    }

    /// Sends everything, or the head alone.
    pub(super) fn send(mut self, stream: &mut TcpStream, is_head: bool, closes: bool) -> io::Result<()> {
        let length = self.body.length();
        let part = self.part.clone().unwrap_or(0..length);
        let mut head = format!(
            "HTTP/1.1 {} {}\r\n{ALWAYS}Content-Security-Policy: {}\r\n",
            self.status,
            reason(self.status),
            self.policy
        );
        if self.status != 304 {
            head.push_str(&format!("Content-Type: {}\r\n", self.media_type));
            head.push_str(&format!("Content-Length: {}\r\n", part.end - part.start));
        }
        for line in &self.headers {
            head.push_str(line);
            head.push_str("\r\n");
        }
        head.push_str(if closes {
            "Connection: close\r\n\r\n"
        } else {
            "Connection: keep-alive\r\n\r\n"
        });
        stream.set_write_timeout(Some(WRITE_TIME))?;
        if is_head || self.status == 304 {
            return stream.write_all(head.as_bytes());
        }
        let deadline = Instant::now() + LEAST_TIME + Duration::from_secs((part.end - part.start) / SLOWEST);
        match &mut self.body {
            Body::Bytes(bytes) => {
                let place = |at: u64| usize::try_from(at).unwrap_or(bytes.len()).min(bytes.len());
                let bytes = &bytes[place(part.start)..place(part.end)];
                // One packet for a small answer: head and body together.
                let first = bytes.len().min(CHUNK);
                stream.write_all(&[head.as_bytes(), &bytes[..first]].concat())?;
                for chunk in bytes[first..].chunks(CHUNK) {
                    in_time(deadline)?;
                    stream.write_all(chunk)?;
                }
                Ok(())
            }
            Body::File(file, _) => {
                stream.write_all(head.as_bytes())?;
                copy(file, part, stream, deadline)
            }
        }
    }
}

/// Copies a part of a file; a file that became shorter meanwhile ends the connection, so that nobody takes it for whole.
fn copy(file: &mut File, part: Range<u64>, stream: &mut TcpStream, deadline: Instant) -> io::Result<()> {
    file.seek(SeekFrom::Start(part.start))?;
    let mut left = part.end - part.start;
    let mut chunk = vec![0; CHUNK];
    while left > 0 {
        in_time(deadline)?;
        let most = usize::try_from(left).unwrap_or(CHUNK).min(CHUNK);
        let count = file.read(&mut chunk[..most])?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        stream.write_all(&chunk[..count])?;
        left -= count as u64;
    }
    Ok(())
}

fn in_time(deadline: Instant) -> io::Result<()> {
    match Instant::now() < deadline {
        true => Ok(()),
        false => Err(io::ErrorKind::TimedOut.into()),
    }
}

/// Does a list of tags hold this one? Weak and strong count alike here (RFC 9110 §13.1.2).
fn knows(list: &str, tag: &str) -> bool {
    list.split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.trim_start_matches("W/") == tag)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        414 => "URI Too Long",
        416 => "Range Not Satisfiable",
        431 => "Request Header Fields Too Large",
        _ => "Service Unavailable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_in_lists() {
        assert!(knows("\"a\"", "\"a\""));
        assert!(knows("\"b\", W/\"a\"", "\"a\""));
        assert!(knows("*", "\"a\""));
        assert!(!knows("\"ab\"", "\"a\""));
    }
}
