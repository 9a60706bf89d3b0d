//! Promise 8: no third-party request, no tracking, no cookie.
//!
//! Entry point: the tests. Invariant: whatever a browser fetches by itself lies in the site; only what a reader taps
//! leads out.

use super::page::{Element, Page};
use super::site::{Files, built_hundred, built_sample};

/// Addresses that a browser fetches by itself when it meets this element.
fn fetched(element: &Element) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for attribute in [
        "src",
        "poster",
        "data",
        "background",
        "ping",
        "manifest",
        "action",
        "formaction",
        "xlink:href",
    ] {
        all.extend(element.attributes.get(attribute).cloned());
    }
    for part in element
        .get("srcset")
        .split(',')
        .chain(element.get("imagesrcset").split(','))
    {
        all.extend(part.split_whitespace().next().map(str::to_string));
    }
    let quiet = ["canonical", "alternate", "license", "author", "next", "prev"];
    if element.name == "link" && !quiet.iter().any(|rel| element.rel(rel)) {
        all.push(element.get("href").to_string());
    }
    // Drawings inside a page fetch by `href`: use, image, feImage …
    if !matches!(element.name.as_str(), "a" | "area" | "link") {
        all.push(element.get("href").to_string());
    }
    if element.get("http-equiv").eq_ignore_ascii_case("refresh") {
        let address = element.get("content").split_once('=');
        all.extend(address.map(|(_, url)| url.trim_matches(['"', '\'', ' ']).to_string()));
    }
    all.extend(urls_of_css(element.get("style")));
    if element.name == "style" {
        all.extend(urls_of_css(&element.text));
    }
    all
}

/// Addresses in a style sheet.
fn urls_of_css(css: &str) -> Vec<String> {
    let mut all: Vec<String> = css
        .split("url(")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap_or_default().to_string())
        .collect();
    all.extend(
        css.split("@import")
            .skip(1)
            .map(|rest| rest.split(';').next().unwrap_or_default().to_string()),
    );
    all.iter()
        .map(|url| url.trim().trim_matches(['"', '\'']).to_string())
        .collect()
}

/// Does an address leave the site? Its own absolute addresses are allowed where they must be absolute (404.html).
fn leaves(url: &str, base: &str) -> bool {
    let url = url.trim();
    if url.starts_with(base) || url.starts_with("data:") {
        return false;
    }
    url.starts_with("//")
        || url
            .split_once(':')
            .is_some_and(|(scheme, _)| !scheme.contains(['/', '.', '?', '#']))
}

/// Whatever a browser would fetch from elsewhere, and the number of addresses that were looked at.
pub(crate) fn noisy(files: &Files, base: &str) -> (Vec<String>, usize) {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, bytes) in files {
        let text = || String::from_utf8_lossy(bytes);
        if path.ends_with(".html") {
            let page = Page::parse(bytes);
            for element in &page.elements {
                for url in fetched(element) {
                    seen += 1;
                    if leaves(&url, base) {
                        wrong.push(format!("{path}: {} fetches {url}", element.name));
                    }
                }
                let is_json = element.get("type") == "application/ld+json";
                if element.name == "script" && !is_json && element.text.contains("http") {
                    wrong.push(format!("{path}: a script with an address"));
                }
                if element.attributes.keys().any(|a| a.starts_with("on")) {
                    wrong.push(format!("{path}: {} has a script in an attribute", element.name));
                }
            }
            let policy = page
                .all("meta")
                .find(|m| m.get("http-equiv") == "Content-Security-Policy");
            match policy.map(|m| m.get("content")) {
                Some(p) if p.starts_with("default-src 'none';") && !p.contains("http") && !p.contains("unsafe") => {}
                other => wrong.push(format!("{path}: the policy is {other:?}")),
            }
        } else if path.ends_with(".css") {
            for url in urls_of_css(&text()) {
                seen += 1;
                if leaves(&url, base) {
                    wrong.push(format!("{path}: fetches {url}"));
                }
            }
        } else if path.ends_with(".js") && (text().contains("://") || text().contains("'//")) {
            wrong.push(format!("{path}: a script with an address"));
        } else if path.ends_with(".svg") {
            for element in Page::parse(bytes).elements {
                if element.name == "script" {
                    wrong.push(format!("{path}: a script in a drawing"));
                }
                let leaving = fetched(&element).into_iter().filter(|url| leaves(url, base));
                wrong.extend(leaving.map(|url| format!("{path}: {} fetches {url}", element.name)));
            }
        }
        let talkative = ["document.cookie", "sendBeacon", "Set-Cookie", "set-cookie"];
        let is_text = [".html", ".js", ".css", ".svg"].iter().any(|e| path.ends_with(e));
        for word in talkative.iter().filter(|_| is_text) {
            if text().contains(*word) {
                wrong.push(format!("{path}: {word}"));
            }
        }
    }
    (wrong, seen)
}

#[track_caller]
fn assert_quiet(files: &Files, base: &str) {
    let (wrong, seen) = noisy(files, base);
    let shown: Vec<&String> = wrong.iter().take(20).collect();
    assert!(wrong.is_empty(), "{} wrong: {shown:#?}", wrong.len());
    assert!(seen > 500, "only {seen} addresses");
}

#[test]
fn the_sample_site_fetches_nothing_from_elsewhere() {
    assert_quiet(&built_sample().1, "https://van-bia.example/");
}

#[test]
fn a_site_for_usb_sticks_fetches_nothing_from_elsewhere() {
    assert_quiet(&built_hundred().1, super::site::BASE);
}

/// Scripts and styles that a page carries itself. Only pages outside the languages may: they choose one.
pub(crate) fn own_code(files: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, bytes) in files {
        if !path.ends_with(".html") || !(path.starts_with("vi/") || path.starts_with("en/")) {
            continue;
        }
        let page = Page::parse(bytes);
        let own = page
            .all("script")
            .filter(|s| s.get("src").is_empty() && s.get("type") != "application/ld+json");
        if own.count() > 0 {
            wrong.push(format!("{path} has a script of its own"));
        }
        let styled = page
            .elements
            .iter()
            .any(|e| e.name == "style" || !e.get("style").is_empty());
        if styled {
            wrong.push(format!("{path} has a style of its own"));
        }
    }
    wrong
}

#[test]
fn only_pages_that_choose_a_language_have_scripts_of_their_own() {
    assert_eq!(own_code(&built_sample().1), [""; 0]);
}
