//! The text inside a code.
//!
//! Entry point: [`code_payload`] for printed codes, [`page_payload`] for a page's own address. Invariant: the scheme is
//! in lower case (phones from several makers open `HTTPS://` as plain text), the host in upper case (host names have no
//! case, and capitals fit the compact alphanumeric segments), and the path is never touched (paths do have case).

use std::fmt::Write as _;

/// What a printed code says: `https://DISAN.EXAMPLE/735195/`.
///
/// `base_url` is the site's address with its ending slash; a base path keeps its case.
pub fn code_payload(base_url: &str, code: &str) -> String {
    let mut out = page_payload(base_url);
    if !out.ends_with('/') {
        out.push('/');
    }
    out.push_str(code);
    out.push('/');
    out
}

/// What the code of a page's own address says: the same address, host in capitals, path percent-encoded.
///
/// A host is expected in its ASCII form (`xn--…`); another one is left alone, and [`super::encode`] refuses it.
pub fn page_payload(url: &str) -> String {
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (scheme, rest),
        None => ("", url),
    };
    let mut out = String::with_capacity(url.len() + 16);
    if !scheme.is_empty() {
        out.extend(scheme.chars().map(|c| c.to_ascii_lowercase()));
        out.push_str("://");
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        out.extend(rest[..end].chars().map(|c| c.to_ascii_uppercase()));
        push_path(&mut out, &rest[end..]);
    } else {
        push_path(&mut out, rest);
    }
    out
}

/// Appends a path, percent-encoding what an address cannot hold; existing `%` sequences stay as they are.
fn push_path(out: &mut String, path: &str) {
    let plain = |byte: u8| {
        byte.is_ascii_graphic() & !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}')
    };
    // Addresses of pages are slugs, so that hardly any has something to encode.
    if path.bytes().fold(true, |all, byte| all & plain(byte)) {
        return out.push_str(path);
    }
    for byte in path.bytes() {
        if plain(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_in_capitals_and_the_rest_keeps_its_case() {
        let cases = [
            ("https://disan.example/", "https://DISAN.EXAMPLE/735195/"),
            ("HTTPS://Disan.Example/", "https://DISAN.EXAMPLE/735195/"),
            (
                "https://ha-noi.github.example/DiSan/",
                "https://HA-NOI.GITHUB.EXAMPLE/DiSan/735195/",
            ),
            ("http://localhost:4321/", "http://LOCALHOST:4321/735195/"),
            ("https://disan.example", "https://DISAN.EXAMPLE/735195/"),
        ];
        for (base, wanted) in cases {
            assert_eq!(code_payload(base, "735195"), wanted);
        }
    }

    #[test]
    fn a_page_address_becomes_ascii_without_changing_what_it_names() {
        assert_eq!(
            page_payload("https://disan.example/vi/di-tich/Chùa a/?q=1#vườn"),
            "https://DISAN.EXAMPLE/vi/di-tich/Ch%C3%B9a%20a/?q=1#v%C6%B0%E1%BB%9Dn"
        );
        assert_eq!(page_payload("https://a.example/b%C3%A1/"), "https://A.EXAMPLE/b%C3%A1/");
        assert_eq!(page_payload("https://a.example?x=Y"), "https://A.EXAMPLE?x=Y");
    }
}
