//! `base_url`: the address that goes into every code.
//!
//! Entry point: [`check_base_url`], [`forbids_plates`]. Invariant: what comes out is absolute, plain and ends in a slash.

use crate::diag::{Diagnostic, codes};
use crate::schema::reading::Reading;
use crate::source::yaml::Node;

/// Reports an address that cannot be used or should not be printed; what cannot be used gives way to an example.
pub(super) fn check_base_url(url: &mut String, node: Option<&Node>, reading: &mut Reading<'_>) {
    let span = node.map_or_else(Default::default, |n| n.span);
    if url.is_empty() {
        let args = [("key", "base_url"), ("example", "base_url: https://ten-mien.example/")];
        if !reading.is_lost("base_url") {
            reading.report(codes::setup::MISSING_SETTING, span, &args);
        }
        *url = "https://ten-mien.example/".to_string();
        return;
    }
    if !is_base_url(url) {
        let args = [("value", url.as_str()), ("right", &mended(url))];
        reading.report(codes::setup::BAD_BASE_URL, span, &args);
        *url = "https://ten-mien.example/".to_string();
        return;
    }
    let code = match host(url) {
        host if host == "example" || host.ends_with(".example") => Some(codes::setup::EXAMPLE_BASE_URL),
        host if is_nearby(&host) => Some(codes::setup::BASE_URL_NEARBY),
        host if SHORTENERS.contains(&host.as_str()) => Some(codes::setup::BASE_URL_SHORTENER),
        host if is_of(&host, SERVICES) => Some(codes::setup::BASE_URL_OF_SERVICE),
        _ => None,
    };
    if let Some(code) = code {
        reading.report(code, span, &[("value", url)]);
    } else if let Some(rest) = url.strip_prefix("http://") {
        let args = [("value", url.as_str()), ("right", &format!("https://{rest}"))];
        reading.report(codes::setup::BASE_URL_WITHOUT_TLS, span, &args);
    }
}

/// Addresses where the site stood before; each has the form of a base address.
pub(super) fn former(node: &Node, reading: &mut Reading<'_>) -> Vec<String> {
    let mut urls = Vec::new();
    let one = std::slice::from_ref(node);
    // A single address needs no list.
    let items = if node.scalar().is_some() { one } else { node.items() };
    for item in items {
        let Some(url) = reading.word(item).map(str::to_string) else {
            continue;
        };
        if is_base_url(&url) {
            urls.push(url);
        } else {
            let args = [("value", url.as_str()), ("right", &mended(&url))];
            reading.report(codes::setup::BAD_BASE_URL, item.span, &args);
        }
    }
    urls
}

/// Services that shorten links.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "bitly.com",
    "bom.so",
    "by.com.vn",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "rb.gy",
    "shorturl.at",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "link1s.com",
    "qrco.de",
];

/// Social networks and builders of pages, which host nobody's folder of files.
const SERVICES: &[&str] = &[
    "facebook.com",
    "fb.com",
    "m.me",
    "zalo.me",
    "tiktok.com",
    "instagram.com",
    "youtube.com",
    "youtu.be",
    "x.com",
    "twitter.com",
    "linktr.ee",
    "google.com",
    "notion.site",
    "wixsite.com",
    "canva.site",
    "canva.com",
    "ladipage.vn",
];

/// True for these hosts and all below them.
fn is_of(host: &str, hosts: &[&str]) -> bool {
    let below = |one: &&&str| {
        host.strip_suffix(**one)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    hosts.iter().any(|one| below(&one))
}

/// The host of an address, without port, in small letters.
fn host(url: &str) -> String {
    let host = url.split('/').nth(2).unwrap_or_default();
    host.split(':').next().unwrap_or_default().to_ascii_lowercase()
}

/// True for hosts that phones elsewhere cannot open: this machine, numbers, names of a local network, and the endings that
/// are set aside for such (RFC 6761, RFC 6762, RFC 8375).
fn is_nearby(host: &str) -> bool {
    let is_number = host.parse::<std::net::Ipv4Addr>().is_ok();
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_set_aside = matches!(
        last,
        "localhost" | "local" | "test" | "invalid" | "internal" | "lan" | "home"
    );
    is_number || is_set_aside || !host.contains('.') || host.ends_with(".home.arpa")
}

/// What the address should be, as far as that can be told: the scheme in front and the slash behind.
pub(super) fn mended(url: &str) -> String {
    let url = url.trim();
    let full = match url.contains("://") {
        true => url.to_string(),
        false => format!("https://{}", url.trim_start_matches('/')),
    };
    // People copy the address of the first page.
    let full = full.trim_end_matches('/');
    let full = full
        .strip_suffix("index.html")
        .or_else(|| full.strip_suffix("index.htm"))
        .unwrap_or(full);
    let full = format!("{}/", full.trim_end_matches('/'));
    match is_base_url(&full) && !is_nearby(&host(&full)) {
        true => full,
        false => "https://ten-mien.vn/".to_string(),
    }
}

/// True when the address is not one that a plate may bear: see the codes.
pub fn forbids_plates(finding: &Diagnostic) -> bool {
    let codes = [
        codes::setup::EXAMPLE_BASE_URL,
        codes::setup::BASE_URL_NEARBY,
        codes::setup::BASE_URL_SHORTENER,
        codes::setup::BASE_URL_OF_SERVICE,
    ];
    codes.contains(&finding.code)
}

/// True for an absolute address in plain letters that ends in a slash.
pub(super) fn is_base_url(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        return false;
    };
    let Some((host, path)) = rest.split_once('/') else {
        return false;
    };
    let host_ok = !host.is_empty()
        && host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'));
    let path_ok = path.is_empty() || path.ends_with('/');
    let plain = path
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '~' | '/'));
    let is_page = path.ends_with(".html/") || path.ends_with(".htm/");
    host_ok && path_ok && plain && !is_page && !path.starts_with('/') && !path.contains("//") && !path.contains("..")
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;
    use crate::source::document::Document;
    use crate::text::Date;

    #[test]
    fn addresses_that_cannot_stand_on_a_plate_are_named() {
        let said = |url: &str| -> Vec<u16> {
            let doc = Document::new("content/site.yaml", format!("title: A\nbase_url: {url}\n"));
            let (_, found) = Config::read(&doc, None, Date::new(2026, 11, 21).unwrap());
            found.iter().map(|d| d.code.number).collect()
        };
        for (url, number) in [
            ("https://disan.example/", 804),
            ("https://localhost/", 807),
            ("http://127.0.0.1:8000/", 807),
            ("https://192.168.1.5/", 807),
            ("https://doanxa/", 807),
            ("https://may-chu.local/", 807),
            ("https://bit.ly/disan/", 808),
            ("https://TinyURL.com/disan/", 808),
            ("http://disan.vn/", 809),
            ("https://www.facebook.com/doanxa/", 810),
            ("https://sites.google.com/view/x/", 810),
            ("https://zalo.me/123/", 810),
            ("https://disan.vn/index.html", 803),
            ("https://disan.vn/index.html/", 803),
        ] {
            assert_eq!(said(url), [number], "{url}");
        }
        for url in [
            "https://disan.vn/",
            "https://a.github.io/disan/",
            "https://test.disan.vn/",
        ] {
            assert_eq!(said(url), [0; 0], "{url}");
        }
    }

    #[test]
    fn the_address_of_the_command_line_is_mended_too() {
        let doc = Document::new("content/site.yaml", "title: A\nbase_url: https://disan.vn/\n");
        let (config, found) = Config::read(&doc, Some("thu.disan.vn"), Date::new(2026, 11, 21).unwrap());
        assert_eq!(config.base_url, "https://disan.vn/");
        let help: Vec<String> = found.iter().map(|d| d.help(crate::diag::Speech::En)).collect();
        assert!(
            help.len() == 1 && help[0].ends_with(": https://thu.disan.vn/"),
            "{help:?}"
        );
    }

    #[test]
    fn a_base_url_is_mended_where_that_can_be_told() {
        assert_eq!(mended("disan.vn"), "https://disan.vn/");
        assert_eq!(mended("https://disan.vn/di-san"), "https://disan.vn/di-san/");
        assert_eq!(mended("https://đisan.vn"), "https://ten-mien.vn/");
        assert_eq!(mended(""), "https://ten-mien.vn/");
    }

    #[test]
    fn base_urls_are_absolute_plain_and_end_in_a_slash() {
        for good in [
            "https://disan.vn/",
            "http://localhost:8000/",
            "https://a.github.io/disan/",
        ] {
            assert!(is_base_url(good), "{good}");
        }
        for bad in [
            "disan.vn/",
            "https://disan.vn",
            "https:///",
            "https://disan.vn/a?b/",
            "https://đisan.vn/",
            "https://a.vn//",
        ] {
            assert!(!is_base_url(bad), "{bad}");
        }
    }
}
