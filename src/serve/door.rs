//! Who is let in.
//!
//! Entry point: [`Door::admit`]. Invariant: a page of another site cannot read anything here, neither by a name that
//! it points at this machine (DNS rebinding) nor by a script, a frame or a fetch; another device needs the token.

use std::net::{IpAddr, SocketAddr};

use super::request::Head;
use super::target::Target;

/// 128 bits as 32 hexadecimal digits.
const TOKEN_BYTES: usize = 16;

/// What is asked of every request.
pub(super) struct Door {
    port: u16,
    token: Option<String>,
}

/// Why somebody stays outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outside {
    /// No single `Host`.
    NoHost,
    /// A `Host` that is not this server's.
    ForeignHost,
    /// A page of another site asks.
    ForeignPage,
    /// The token is wrong, or missing where it is needed: as if nothing were here.
    NoToken,
}

impl Door {
    pub(super) fn new(port: u16, token: Option<String>) -> Self {
        Self { port, token }
    }

    pub(super) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Lets in, and tells what stands in front of every path for this visitor: `/` or `/~TOKEN/`.
    pub(super) fn admit(
        &self,
        head: &Head,
        target: &Target,
        peer: IpAddr,
        local: SocketAddr,
    ) -> Result<String, Outside> {
        let host = head.header("host").ok_or(Outside::NoHost)?;
        let has_token = match (&target.token, &self.token) {
            (None, _) => false,
            (Some(given), Some(token)) if is_same(given, token) => true,
            (Some(_), _) => return Err(Outside::NoToken),
        };
        if !has_token && !peer.is_loopback() {
            return Err(Outside::NoToken);
        }
        // An address of numbers cannot be rebound; a name could be, so no name but localhost passes.
        let is_own = self.is_host(host, "127.0.0.1")
            || self.is_host(host, "localhost")
            || self.is_host(host, "[::1]")
            || has_token && self.is_host(host, &local.ip().to_string());
        if !is_own {
            return Err(Outside::ForeignHost);
        }
        if is_foreign(head, host) {
            return Err(Outside::ForeignPage);
        }
        Ok(match (&self.token, has_token) {
            (Some(token), true) => format!("/~{token}/"),
            _ => "/".to_string(),
        })
    }

    fn is_host(&self, host: &str, name: &str) -> bool {
        let Some((head, rest)) = host.split_at_checked(name.len()) else {
            return false;
        };
        let has_port = match rest.strip_prefix(':') {
            Some(port) => port == self.port.to_string(),
            None => rest.is_empty() && self.port == 80,
        };
        head.eq_ignore_ascii_case(name) && has_port
    }
}

/// Does a page of another site ask? It may link here (a navigation that the user sees), and nothing more.
fn is_foreign(head: &Head, host: &str) -> bool {
    if head.has("origin") && head.header("origin") != Some(&format!("http://{host}")) {
        return true;
    }
    if !head.has("sec-fetch-site") {
        return false; // no browser, or an old one
    }
    let is_navigation =
        head.header("sec-fetch-mode") == Some("navigate") && head.header("sec-fetch-dest") == Some("document");
    !matches!(head.header("sec-fetch-site"), Some("same-origin" | "none")) && !is_navigation
}

/// Takes the same time wherever the first difference is.
fn is_same(given: &str, token: &str) -> bool {
    given.len() == token.len() && given.bytes().zip(token.bytes()).fold(0, |d, (a, b)| d | (a ^ b)) == 0
}

/// A token that nobody can guess; none if the system gives no randomness.
pub(super) fn new_token() -> Option<String> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_and_never_the_same() {
        let (a, b) = (new_token().unwrap(), new_token().unwrap());
        assert_eq!(a.len(), 32);
        assert_ne!(a, b);
        assert!(a.bytes().all(|c| c.is_ascii_hexdigit()));
    }

    #[test]
    fn hosts_are_compared_whole() {
        let door = Door::new(4321, None);
        assert!(door.is_host("LOCALHOST:4321", "localhost"));
        for host in [
            "localhost",
            "localhost:80",
            "localhost:04321",
            "localhost:4321.evil.example",
            "localhost.evil.example:4321",
            "xlocalhost:4321",
            "",
            "đ:4321",
        ] {
            assert!(!door.is_host(host, "localhost"), "{host}");
        }
        assert!(Door::new(80, None).is_host("localhost", "localhost"));
    }
}
