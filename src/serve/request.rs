//! The head of a request, read from a connection within limits.
//!
//! Entry point: [`Reader::next`]. Invariant: the bytes and the time of a head are limited, however slowly it
//! drips in; a request with a body is refused, because nothing here takes one.

use std::io::Read;
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Most bytes of a head.
const LARGEST: usize = 16 * 1024;
/// Most header lines.
const MOST_LINES: usize = 64;
/// How long a head may take from its first byte.
pub(super) const HEAD_TIME: Duration = Duration::from_secs(5);
/// How long a connection may be silent between requests.
const IDLE_TIME: Duration = Duration::from_secs(15);

/// The parts of a head that matter here.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) method: String,
    pub(super) target: String,
    /// The client wants the connection closed after the answer.
    pub(super) closes: bool,
    headers: Vec<(String, String)>,
}

impl Head {
    /// The value of a header; none if it is missing or given more than once, so that no two readers see two values.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name));
        match (found.next(), found.next()) {
            (Some((_, value)), None) => Some(value),
            _ => None,
        }
    }

    /// A head with these headers.
    #[cfg(test)]
    pub(super) fn for_test(headers: &[(&str, &str)]) -> Self {
        let headers = headers
            .iter()
            .map(|(n, v)| ((*n).to_string(), (*v).to_string()))
            .collect();
        Self {
            headers,
            ..Self::default()
        }
    }

    /// Is the header there at all?
    pub(super) fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(n, _)| n.eq_ignore_ascii_case(name))
    }
}

/// What came instead of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The other side is gone or silent: nothing to say.
    Gone,
    /// Began and did not finish in time.
    Slow,
    TooLarge,
    Malformed,
}

/// Reads heads from one connection; what was sent ahead is kept for the next.
pub(super) struct Reader {
    buffer: Vec<u8>,
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { buffer: Vec::new() }
    }

    /// The next head.
    pub(super) fn next(&mut self, stream: &mut TcpStream) -> Result<Head, Failure> {
        let mut deadline = Instant::now()
            + match self.buffer.is_empty() {
                true => IDLE_TIME,
                false => HEAD_TIME,
            };
        let mut chunk = [0; 4096];
        loop {
            if let Some((head, length)) = parse(&self.buffer)? {
                self.buffer.drain(..length);
                return Ok(head);
            }
            if self.buffer.len() >= LARGEST {
                return Err(Failure::TooLarge);
            }
            let silent = match self.buffer.is_empty() {
                true => Failure::Gone,
                false => Failure::Slow,
            };
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || stream.set_read_timeout(Some(left)).is_err() {
                return Err(silent);
            }
            match stream.read(&mut chunk) {
                Ok(0) => return Err(Failure::Gone),
                Ok(count) => {
                    if self.buffer.is_empty() {
                        deadline = Instant::now() + HEAD_TIME;
                    }
                    self.buffer.extend_from_slice(&chunk[..count]);
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    use std::io::ErrorKind::{TimedOut, WouldBlock};
                    let timed_out = matches!(error.kind(), TimedOut | WouldBlock);
                    return Err(if timed_out { silent } else { Failure::Gone });
                }
            }
        }
    }
}

/// A whole head and its length, or none if more bytes are needed.
fn parse(buffer: &[u8]) -> Result<Option<(Head, usize)>, Failure> {
    let mut lines = [httparse::EMPTY_HEADER; MOST_LINES];
    let mut request = httparse::Request::new(&mut lines);
    let length = match request.parse(buffer) {
        Ok(httparse::Status::Complete(length)) if length <= LARGEST => length,
        Ok(httparse::Status::Partial) => return Ok(None),
        Ok(httparse::Status::Complete(_)) | Err(httparse::Error::TooManyHeaders) => return Err(Failure::TooLarge),
        Err(_) => return Err(Failure::Malformed),
    };
    let mut head = Head {
        method: request.method.unwrap_or_default().to_string(),
        target: request.path.unwrap_or_default().to_string(),
        ..Head::default()
    };
    for line in request.headers.iter() {
        let value = std::str::from_utf8(line.value).map_err(|_| Failure::Malformed)?;
        head.headers.push((line.name.to_string(), value.trim().to_string()));
    }
    let has_body =
        head.has("transfer-encoding") || head.has("content-length") && head.header("content-length") != Some("0");
    if has_body {
        return Err(Failure::Malformed);
    }
    let connection = head.header("connection").unwrap_or_default().to_ascii_lowercase();
    head.closes = request.version != Some(1) || connection.split(',').any(|word| word.trim() == "close");
    Ok(Some((head, length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Result<Option<(Head, usize)>, Failure> {
        parse(text.as_bytes())
    }

    #[test]
    fn a_head_is_whole_or_more_is_needed() {
        assert!(head("GET / HTTP/1.1\r\nHost: a\r\n").unwrap().is_none());
        let (head, length) = head("GET /x HTTP/1.1\r\nhost: a\r\n\r\nGET").unwrap().unwrap();
        assert_eq!((head.method.as_str(), head.target.as_str(), length), ("GET", "/x", 28));
        assert_eq!(head.header("Host"), Some("a"));
        assert!(!head.closes);
    }

    #[test]
    fn a_header_given_twice_counts_as_none() {
        let (head, _) = head("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").unwrap().unwrap();
        assert_eq!((head.header("host"), head.has("host")), (None, true));
    }

    #[test]
    fn bodies_and_floods_are_refused() {
        let refused = |text: &str| head(text).map(|_| ()).unwrap_err();
        assert_eq!(
            refused("GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n"),
            Failure::Malformed
        );
        assert_eq!(
            refused("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"),
            Failure::Malformed
        );
        assert_eq!(refused("GET / HTTP/9.9\r\n\r\n"), Failure::Malformed);
        assert_eq!(refused("\u{16}\u{3}\u{1}\r\n\r\n"), Failure::Malformed);
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(100));
        assert_eq!(refused(&many), Failure::TooLarge);
    }

    #[test]
    fn old_clients_get_one_answer_per_connection() {
        assert!(head("GET / HTTP/1.0\r\nHost: a\r\n\r\n").unwrap().unwrap().0.closes);
        assert!(
            head("GET / HTTP/1.1\r\nConnection: foo, Close\r\n\r\n")
                .unwrap()
                .unwrap()
                .0
                .closes
        );
    }
}
