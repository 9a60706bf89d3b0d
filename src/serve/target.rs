//! What a request asks for.
//!
//! Entry point: [`Target::parse`]. Invariant: a target is decoded once, here; what passes is a clean path with `/`
//! that names nothing above its start, no drive, no stream and no alias of another name on any system.

use crate::text::nfc;

/// Longest target, in bytes.
const LONGEST: usize = 2048;

/// A request target, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Decoded, without the slash in front: empty, or such as `vi/di-tich/x/`.
    pub(super) path: String,
    /// As sent, without `?`.
    pub(super) query: Option<String>,
    /// What stands in `/~…/` in front of the path.
    pub(super) token: Option<String>,
}

/// Why a target is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    TooLong,
    Malformed,
}

impl Target {
    /// Takes the text between method and version apart.
    pub(super) fn parse(raw: &str) -> Result<Self, Refused> {
        if raw.len() > LONGEST {
            return Err(Refused::TooLong);
        }
        // Browsers encode everything else. A fragment is never sent; Vite once served files through one.
        let plain = |b: u8| b.is_ascii_graphic() && !matches!(b, b'#' | b'\\');
        if !raw.bytes().all(plain) {
            return Err(Refused::Malformed);
        }
        // Whole addresses are for proxies; `//host/…` has been taken for a host by redirects elsewhere.
        let path = raw.strip_prefix('/').ok_or(Refused::Malformed)?;
        let (path, query) = match path.split_once('?') {
            Some((path, query)) => (path, Some(query.to_string())),
            None => (path, None),
        };
        let (token, path) = match path.strip_prefix('~').and_then(|p| p.split_once('/')) {
            Some((token, rest)) => (Some(token.to_string()), rest),
            None => (None, path),
        };
        let mut names = Vec::new();
        let mut rest = path.split('/').peekable();
        while let Some(raw) = rest.next() {
            let name = decode(raw).ok_or(Refused::Malformed)?;
            // A folder ends in `/`; nothing else may be empty.
            if name.is_empty() && rest.peek().is_some() || !is_clean(&name) {
                return Err(Refused::Malformed);
            }
            names.push(name);
        }
        let path = nfc(&names.join("/")).into_owned();
        Ok(Self { path, query, token })
    }

    /// The decoded values of a name in the query.
    pub(super) fn values(&self, name: &str) -> Vec<String> {
        let pairs = self.query.iter().flat_map(|q| q.split('&'));
        pairs
            .filter_map(|pair| pair.split_once('='))
            .filter(|(key, _)| *key == name)
            .filter_map(|(_, value)| decode(&value.replace('+', " ")))
            .collect()
    }
}

/// Undoes `%XX`, once.
fn decode(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|b| char::from(b).to_digit(16));
        let value = digit()? * 16 + digit()?;
        bytes.push(u8::try_from(value).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// May this be a name in a path? The map of pages would not know the others either; they are refused before it is asked.
fn is_clean(name: &str) -> bool {
    // Windows drops dots and spaces at the end, and knows `GRADUA~1` for a long name.
    let is_alias = name.ends_with(['.', ' '])
        || name
            .split('~')
            .skip(1)
            .any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    !is_alias && !name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\' | ':'))
}

/// A path as it stands in an address: names encoded, slashes kept.
pub(super) fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(raw: &str) -> Option<String> {
        Target::parse(raw).ok().map(|t| t.path)
    }

    #[test]
    fn a_path_is_decoded_once_and_composed() {
        assert_eq!(path("/").as_deref(), Some(""));
        assert_eq!(path("/vi/di-tich/").as_deref(), Some("vi/di-tich/"));
        assert_eq!(path("/%C4%91%E1%BB%81n.pdf").as_deref(), Some("đền.pdf"));
        assert_eq!(path("/e%CC%82").as_deref(), Some("ê"));
        assert_eq!(path("/%252e%252e/x").as_deref(), Some("%2e%2e/x"));
        assert_eq!(path("/a?b/../c").as_deref(), Some("a"));
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for raw in [
            "",
            "vi/",
            "*",
            "http://127.0.0.1/",
            "//evil.example/",
            "/vi//x",
            "/..",
            "/../x",
            "/vi/../../x",
            "/./x",
            "/.../x",
            "/%2e%2e/x",
            "/%2E./x",
            "/a%2fb",
            "/a%2Fb",
            "/a%5cb",
            "/a\\b",
            "/a%00",
            "/a%0d%0aX:1",
            "/a#b",
            "/c:/windows/win.ini",
            "/foo/c%3a/windows",
            "/index.html::$DATA",
            "/index.html%3A%3A$DATA",
            "/GRADUA~1/x",
            "/a%7e1",
            "/index.html.",
            "/index.html%20",
            "/a%",
            "/a%4",
            "/a%zz",
            "/%ff",
            "/%c0%ae%c0%ae/",
            "/đền",
        ] {
            assert_eq!(path(raw), None, "{raw}");
        }
        assert_eq!(Target::parse(&format!("/{}", "a".repeat(3000))), Err(Refused::TooLong));
    }

    #[test]
    fn a_token_stands_in_front_and_may_hold_anything() {
        let target = Target::parse("/~1a2b/vi/?page=a%20b&page=c+d&x=1").unwrap();
        assert_eq!(target.token.as_deref(), Some("1a2b"));
        assert_eq!(target.path, "vi/");
        assert_eq!(target.values("page"), ["a b", "c d"]);
        assert_eq!(Target::parse("/vi/~ab/").unwrap().token, None);
    }

    #[test]
    fn encoding_a_path_is_undone_by_parsing_it() {
        for text in ["vi/đền hạ/x.pdf", "a%b/", "a?b", "a&b=c"] {
            assert_eq!(path(&format!("/{}", encode(text))).as_deref(), Some(text));
        }
    }
}
