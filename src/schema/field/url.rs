//! `url`: the address of a web page.
//!
//! Entry point: [`UrlField`], [`read_url`] for addresses within other types. Invariant: `http` or `https` with a host and
//! nothing that could break out of an attribute; trackers are taken off, with a notice.

use super::FieldType;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::Value;
use crate::source::yaml::Node;
use serde_json::{Value as Json, json};

/// The address of a web page.
pub struct UrlField;

/// Longer addresses are shown cut; the link stays whole.
const SHOWN: usize = 60;

/// Reads an address and reports what is wrong with it.
pub fn read_url(node: &Node, reading: &mut Reading<'_>) -> Option<String> {
    let word = reading.word(node)?;
    if !is_url(word) {
        let whole = format!("https://{}", word.trim_start_matches('/'));
        let host = word.split('/').next().unwrap_or_default();
        if host.contains('.') && !host.contains(['@', ':']) && is_url(&whole) {
            let args = [("value", word), ("mended", &whole)];
            reading.report(codes::fields::URL_WITHOUT_SCHEME, node.span, &args);
        } else {
            reading.report(codes::fields::NOT_A_URL, node.span, &[("value", word)]);
        }
        return None;
    }
    let (clean, trackers) = without_trackers(word);
    if !trackers.is_empty() {
        let args = [("names", &*trackers.join(", ")), ("mended", &clean)];
        reading.report(codes::fields::TRACKERS_REMOVED, node.span, &args);
    }
    Some(clean)
}

/// `http(s)://host…` with no blank, quote, bracket, backslash or control character.
fn is_url(word: &str) -> bool {
    let lower = word.get(..8).unwrap_or(word).to_ascii_lowercase();
    let start = if lower.starts_with("https://") {
        8
    } else if lower.starts_with("http://") {
        7
    } else {
        return false;
    };
    let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`');
    let host = word[start..].split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    !word.contains(bad)
        && name.contains('.')
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name.chars().all(plain)
}

fn is_tracker(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("utm_") || matches!(name.as_str(), "fbclid" | "spm" | "gclid" | "zarsrc" | "igshid")
}

/// The address without the parts that follow whoever clicks, and the names of those.
fn without_trackers(url: &str) -> (String, Vec<String>) {
    let (rest, fragment) = url
        .split_once('#')
        .map_or((url, None), |(rest, part)| (rest, Some(part)));
    let Some((page, query)) = rest.split_once('?') else {
        return (url.to_string(), Vec::new());
    };
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_string();
    let (gone, kept): (Vec<&str>, Vec<&str>) = query.split('&').partition(|pair| is_tracker(&name(pair)));
    if gone.is_empty() {
        return (url.to_string(), Vec::new());
    }
    let mut clean = page.to_string();
    if !kept.is_empty() {
        clean = format!("{clean}?{}", kept.join("&"));
    }
    if let Some(fragment) = fragment {
        clean = format!("{clean}#{fragment}");
    }
    (clean, gone.into_iter().map(name).collect())
}

/// The host without `www.`.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// An address as people read it: without scheme and final slash, cut when it is long.
pub fn readable(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/');
    if rest.chars().count() <= SHOWN {
        return rest.to_string();
    }
    rest.chars().take(SHOWN - 1).chain(['…']).collect()
}

impl FieldType for UrlField {
    fn name(&self) -> &'static str {
        "url"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "địa chỉ trang web, bắt đầu bằng https://",
            "the address of a web page, beginning with https://",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        read_url(node, reading).map(|url| Value::Word(url.into()))
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(url) => Some(json!({ "text": readable(url), "href": url, "host": host(url) })),
            _ => None,
        }
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        match value {
            Value::Word(url) => Some(Json::from(&**url)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe};

    #[test]
    fn an_address_is_shown_without_scheme() {
        let probe = Probe::good(&UrlField, "https://www.baogialai.com.vn/bai-1/");
        let shown = json!({ "text": "baogialai.com.vn/bai-1", "href": "https://www.baogialai.com.vn/bai-1/", "host": "baogialai.com.vn" });
        assert_eq!(probe.show(EN), shown);
        let long = Probe::good(&UrlField, &format!("https://a.vn/{}", "x".repeat(99))).show(EN);
        assert_eq!(long["text"].as_str().unwrap().chars().count(), SHOWN);
    }

    #[test]
    fn trackers_go_and_the_rest_stays() {
        let probe = Probe::read(&UrlField, "https://shopee.vn/tra?utm_source=zalo&id=5&fbclid=x#gia");
        assert_eq!((probe.codes(), probe.said("names")), (vec![330], "utm_source, fbclid"));
        assert_eq!(probe.linked(EN), json!("https://shopee.vn/tra?id=5#gia"));
        let only = Probe::read(&UrlField, "https://lazada.vn/a?spm=1.2");
        assert_eq!(only.linked(EN), json!("https://lazada.vn/a"));
    }

    #[test]
    fn nothing_but_web_addresses_is_taken() {
        for bad in [
            "javascript:alert(1)",
            "\"https://a b.vn/\"",
            "xem Facebook",
            "ftp://a.vn/",
            "https://",
            "'https://a.vn/\"x'",
        ] {
            assert_eq!(Probe::read(&UrlField, bad).codes(), [328], "{bad}");
        }
        let bare = Probe::read(&UrlField, "shopee.vn/tra");
        assert_eq!(
            (bare.codes(), bare.said("mended")),
            (vec![329], "https://shopee.vn/tra")
        );
    }
}
