//! Asking a site that is on the network: the only place that opens connections.
//!
//! Entry point: [`Visitor::get`]. Invariant: only what the user named on the command line is asked; every request ends
//! in time, redirects are counted and reported, and answers are of limited size. Nothing is sent but the request.

use std::fmt;
use std::time::Duration;

/// How long one request may take in all.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a connection may take to come about.
const KNOCK: Duration = Duration::from_secs(8);

/// How often an answer may send us on.
const REDIRECTS: usize = 5;

/// The largest answer, in bytes; `codes.json` of a site with 100,000 codes has some 30 MB.
const LARGEST: u64 = 64 << 20;

/// Asks pages of one site.
pub struct Visitor {
    agent: ureq::Agent,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status of the last answer.
    pub status: u16,
    /// The address that answered, after all redirects.
    pub address: String,
    /// The body as text; bytes that are no UTF-8 are replaced.
    pub text: String,
    /// As what it was sent.
    pub form: Form,
}

/// As what an answer was sent: what phones go by when they decide whether to show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The type in small letters, without what follows it: `text/html`; none where the host names none.
    pub media: Option<String>,
    /// How its letters are written, in small letters: `utf-8`.
    pub charset: Option<String>,
    /// True for what is saved instead of being shown.
    pub is_download: bool,
}

impl Form {
    fn of(headers: &ureq::http::HeaderMap) -> Self {
        let header = |name: &str| {
            let value = headers.get(name).and_then(|value| value.to_str().ok())?;
            Some(value.trim().to_ascii_lowercase())
        };
        let named = header("content-type").unwrap_or_default();
        let mut parts = named.split(';').map(str::trim);
        let media = parts.next().filter(|media| !media.is_empty()).map(str::to_string);
        let charset = parts.find_map(|part| part.strip_prefix("charset="));
        Self {
            media,
            charset: charset.map(|name| name.trim_matches('"').to_string()),
            is_download: header("content-disposition").is_some_and(|how| how.starts_with("attachment")),
        }
    }
}

/// An answer without its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The HTTP status of the last answer.
    pub status: u16,
    /// The address that answered, after all redirects.
    pub address: String,
    /// True for a page of text, which is what hosts answer that have one page for everything they lack.
    pub is_page: bool,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The address cannot be used.
    BadAddress,
    /// There is no such host.
    NoHost,
    /// The host does not take the connection.
    Refused,
    /// It took too long.
    TooSlow,
    /// The connection is not safe: the certificate does not fit, or has run out.
    Unsafe,
    /// It sends from one address to the next without end.
    Redirects,
    /// The answer is too large.
    TooLarge,
    /// The connection broke.
    Broken,
    /// The answer is packed, though that was not asked for.
    Packed,
}

impl Trouble {
    /// In words: Vietnamese, English.
    pub fn words(&self) -> (&'static str, &'static str) {
        match self {
            Trouble::BadAddress => ("địa chỉ không dùng được", "the address cannot be used"),
            Trouble::NoHost => ("không có tên miền này", "there is no such domain"),
            Trouble::Refused => ("máy chủ không nhận kết nối", "the server refuses the connection"),
            Trouble::TooSlow => ("máy chủ trả lời quá chậm", "the server takes too long to answer"),
            Trouble::Unsafe => (
                "kết nối không an toàn: chứng chỉ sai hoặc hết hạn",
                "the connection is not safe: the certificate is wrong or has expired",
            ),
            Trouble::Redirects => ("trang chuyển hướng vòng quanh mãi", "it redirects endlessly"),
            Trouble::TooLarge => ("câu trả lời quá lớn", "the answer is too large"),
            Trouble::Broken => ("kết nối bị ngắt", "the connection broke"),
            Trouble::Packed => (
                "máy chủ nén câu trả lời dù không được yêu cầu",
                "the server compresses its answer although it was not asked to",
            ),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().1)
    }
}

impl Visitor {
    /// A visitor for the site at an address. One on this very computer is asked without the proxy that the environment
    /// may name.
    pub fn of(base: &str) -> Self {
        let mut config = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .timeout_connect(Some(KNOCK))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(concat!("vanbia/", env!("CARGO_PKG_VERSION")));
        if is_here(base) {
            config = config.proxy(None);
        }
        Self {
            agent: config.build().new_agent(),
        }
    }

    /// The answer of an address, after at most five redirects.
    pub fn get(&self, address: &str) -> Result<Reply, Trouble> {
        let (mut answer, address) = self.ask(address, false)?;
        let form = Form::of(answer.headers());
        let packed = answer.headers().get("content-encoding");
        if packed.is_some_and(|how| !how.as_bytes().eq_ignore_ascii_case(b"identity")) {
            return Err(Trouble::Packed);
        }
        let body = answer.body_mut().with_config().limit(LARGEST).read_to_vec();
        let bytes = body.map_err(|error| trouble(&error))?;
        Ok(Reply {
            status: answer.status().as_u16(),
            address,
            text: String::from_utf8_lossy(&bytes).into_owned(),
            form,
        })
    }

    /// Whether there is something at an address, after at most five redirects; nothing of it is loaded. Hosts that know
    /// only whole answers are asked for one, and it is not read.
    pub fn look(&self, address: &str) -> Result<Sign, Trouble> {
        let (mut answer, mut whole) = self.ask(address, true)?;
        if matches!(answer.status().as_u16(), 400 | 403 | 405 | 501) {
            (answer, whole) = self.ask(address, false)?;
        }
        Ok(Sign {
            status: answer.status().as_u16(),
            address: whole,
            is_page: Form::of(answer.headers()).media.as_deref() == Some("text/html"),
        })
    }

    /// The last answer after redirects, and the address that gave it.
    fn ask(&self, address: &str, is_head: bool) -> Result<(ureq::http::Response<ureq::Body>, String), Trouble> {
        let mut address = address.split('#').next().unwrap_or_default().to_string();
        for _ in 0..=REDIRECTS {
            let answer = match is_head {
                true => self.agent.head(&address).call(),
                false => self.agent.get(&address).call(),
            };
            let answer = answer.map_err(|error| trouble(&error))?;
            let next = answer.headers().get("location").and_then(|value| value.to_str().ok());
            match next.filter(|_| matches!(answer.status().as_u16(), 301 | 302 | 303 | 307 | 308)) {
                Some(next) => address = join(&address, next).ok_or(Trouble::BadAddress)?,
                None => return Ok((answer, address)),
            }
        }
        Err(Trouble::Redirects)
    }
}

fn trouble(error: &ureq::Error) -> Trouble {
    use std::io::ErrorKind;
    match error {
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => Trouble::BadAddress,
        ureq::Error::HostNotFound => Trouble::NoHost,
        ureq::Error::ConnectionFailed => Trouble::Refused,
        ureq::Error::Timeout(_) => Trouble::TooSlow,
        ureq::Error::Rustls(_) | ureq::Error::Tls(_) => Trouble::Unsafe,
        ureq::Error::BodyExceedsLimit(_) => Trouble::TooLarge,
        ureq::Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused => Trouble::Refused,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Trouble::TooSlow,
            // The library for safe connections tells of bad certificates this way.
            ErrorKind::InvalidData => Trouble::Unsafe,
            _ => Trouble::Broken,
        },
        _ => Trouble::Broken,
    }
}

/// Scheme, host with port, and the rest of an address, which begins with a slash or is empty.
fn parts(address: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = address.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    Some((scheme, &rest[..end], &rest[end..]))
}

fn is_here(address: &str) -> bool {
    let host = parts(address).map_or("", |(_, host, _)| host);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    name == "localhost" || name == "[::1]" || name.starts_with("127.")
}

/// Where a redirect leads to. None when it is no web address.
fn join(from: &str, to: &str) -> Option<String> {
    let (scheme, host, path) = parts(from)?;
    if let Some((other, _)) = to.split_once("://") {
        return matches!(other.to_ascii_lowercase().as_str(), "http" | "https").then(|| to.to_string());
    }
    if to.starts_with("//") {
        return Some(format!("{scheme}:{to}"));
    }
    if to.starts_with('/') {
        return Some(format!("{scheme}://{host}{to}"));
    }
    let folder = path.split(['?', '#']).next().unwrap_or_default();
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(format!("{scheme}://{host}{folder}/{to}"))
}

/// True when an address belongs to the site at `base`. The scheme may have become the safe one; hosts have no case.
pub fn belongs(address: &str, base: &str) -> bool {
    let (Some((scheme, host, path)), Some((own_scheme, own_host, own_path))) = (parts(address), parts(base)) else {
        return false;
    };
    let is_as_safe = scheme.eq_ignore_ascii_case(own_scheme) || scheme.eq_ignore_ascii_case("https");
    is_as_safe && host.eq_ignore_ascii_case(own_host) && path.starts_with(own_path.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_are_followed_as_browsers_do() {
        let from = "https://a.example/sub/735195?x=1";
        for (to, wanted) in [
            ("/sub/735195/", Some("https://a.example/sub/735195/")),
            ("735195/", Some("https://a.example/sub/735195/")),
            ("//b.example/c", Some("https://b.example/c")),
            ("HTTP://b.example/", Some("HTTP://b.example/")),
            ("ftp://b.example/", None),
        ] {
            assert_eq!(join(from, to).as_deref(), wanted, "{to}");
        }
        assert_eq!(join("https://a.example", "b").as_deref(), Some("https://a.example/b"));
    }

    #[test]
    fn a_site_ends_where_its_host_and_folder_end() {
        let base = "http://a.example/sub/";
        for (address, wanted) in [
            ("http://A.EXAMPLE/sub/735195/", true),
            ("https://a.example/sub/", true),
            ("http://a.example/", false),
            ("http://b.example/sub/", false),
            ("mailto:x", false),
        ] {
            assert_eq!(belongs(address, base), wanted, "{address}");
        }
        assert!(
            !belongs("http://a.example/", "https://a.example/"),
            "a safe site does not become an unsafe one"
        );
    }

    #[test]
    fn this_computer_is_asked_directly() {
        assert!(is_here("http://127.0.0.1:8000/a/") && is_here("http://localhost/") && is_here("http://[::1]:80/"));
        assert!(!is_here("https://disan.example/"));
    }

    #[test]
    fn what_cannot_be_reached_is_told_at_once_and_in_words() {
        let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", socket.local_addr().unwrap());
        drop(socket);
        assert_eq!(Visitor::of(&address).get(&address), Err(Trouble::Refused));
        assert_eq!(Visitor::of("x").get("no address"), Err(Trouble::BadAddress));
    }
}
