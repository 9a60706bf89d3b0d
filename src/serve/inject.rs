//! What the server adds to a page on its way to the browser.
//!
//! Entry point: [`into_page`]. Invariant: the page keeps its own policy and only gains this server's own script, style
//! and event stream; nothing that is added is written anywhere.

use std::borrow::Cow;

use super::wording::escape;

/// What the client must know of the page that it stands in.
pub(super) struct Place<'a> {
    /// The path as requested, without the slash in front.
    pub(super) requested: &'a str,
    /// The output path that the request means.
    pub(super) page: &'a str,
    /// Of the page as the session has it; empty if there is no such page.
    pub(super) version: &'a str,
}

/// The page with the client before `</body>`, and with a policy that lets the client in.
pub(super) fn into_page(html: &[u8], place: &Place) -> Vec<u8> {
    let html = match std::str::from_utf8(html) {
        Ok(text) => Cow::Owned(open_policies(text).into_bytes()),
        Err(_) => Cow::Borrowed(html),
    };
    // Links are relative here too, so that they hold below the token.
    let up = "../".repeat(place.requested.matches('/').count());
    let script = format!(
        "<script src=\"{up}{}\" data-vanbia data-page=\"{}\" data-version=\"{}\"></script>\n",
        super::route::CLIENT,
        escape(place.page),
        escape(place.version)
    );
    let at = html
        .windows(6)
        .rposition(|w| w.eq_ignore_ascii_case(b"</body"))
        .unwrap_or(html.len());
    [&html[..at], script.as_bytes(), &html[at..]].concat()
}

/// The page for lost visitors stands at any depth and therefore carries absolute links; here they lead to this server.
pub(super) fn bring_home(html: &str, prefix: &str) -> String {
    let root = html
        .split_once("data-root=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(root, _)| root);
    if !root.starts_with("https://") && !root.starts_with("http://") {
        return html.to_string();
    }
    html.replace(&format!("\"{root}"), &format!("\"{prefix}"))
}

const META: &str = "<meta http-equiv=\"content-security-policy\"";

/// Lets `'self'` into the policies that stand in the page.
fn open_policies(html: &str) -> String {
    // ASCII only, so that places are the same in both.
    let lower = html.to_ascii_lowercase();
    let mut out = String::with_capacity(html.len() + 256);
    let mut from = 0;
    while let Some(at) = lower[from..].find(META).map(|i| i + from + META.len()) {
        out.push_str(&html[from..at]);
        from = at;
        let end = lower[at..].find('>').map_or(html.len(), |i| i + at);
        let Some(value) = lower[at..end].find("content=\"").map(|i| i + at + "content=\"".len()) else {
            continue;
        };
        let close = lower[value..].find('"').map_or(html.len(), |i| i + value);
        out.push_str(&html[at..value]);
        out.push_str(&open_policy(&html[value..close]));
        from = close;
    }
    out.push_str(&html[from..]);
    out
}

/// One policy, with `'self'` for script, style and connections.
fn open_policy(policy: &str) -> String {
    let policy = policy.replace("&#39;", "'").replace("&#x27;", "'");
    let mut rules: Vec<(String, Vec<String>)> = policy
        .split(';')
        .filter_map(|rule| {
            let mut words = rule.split_ascii_whitespace().map(str::to_string);
            words.next().map(|name| (name, words.collect()))
        })
        .collect();
    for name in ["script-src", "style-src", "connect-src"] {
        let find = |rules: &[(String, Vec<String>)], name: &str| rules.iter().position(|(n, _)| n == name);
        let at = match (find(&rules, name), find(&rules, "default-src")) {
            (Some(at), _) => at,
            (None, Some(default)) => {
                let sources = rules[default].1.clone();
                rules.push((name.to_string(), sources));
                rules.len() - 1
            }
            // Nothing is forbidden.
            (None, None) => continue,
        };
        let sources = &mut rules[at].1;
        sources.retain(|s| s != "'none'");
        if !sources.iter().any(|s| s == "'self'") {
            sources.push("'self'".to_string());
        }
    }
    let rules = rules
        .iter()
        .map(|(name, sources)| format!("{name} {}", sources.join(" ")));
    let rules: Vec<String> = rules.map(|rule| rule.trim_end().to_string()).collect();
    rules.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str) -> String {
        let place = Place {
            requested: "vi/x/",
            page: "vi/x/index.html",
            version: "v1",
        };
        String::from_utf8(into_page(html.as_bytes(), &place)).unwrap()
    }

    #[test]
    fn the_client_stands_at_the_end_of_the_body() {
        assert_eq!(
            page("<body><p>«</body>» in a text</p></BODY></html>"),
            "<body><p>«</body>» in a text</p><script src=\"../../_vanbia/client.js\" data-vanbia \
             data-page=\"vi/x/index.html\" data-version=\"v1\"></script>\n</BODY></html>"
        );
        assert!(page("<p>no end").starts_with("<p>no end<script"));
        assert!(page("").starts_with("<script"));
    }

    #[test]
    fn a_policy_gains_this_server_and_nothing_else() {
        assert_eq!(
            open_policy("default-src 'none'; script-src 'sha256-a'; img-src 'self'; base-uri 'none'"),
            "default-src 'none'; script-src 'sha256-a' 'self'; img-src 'self'; base-uri 'none'; \
             style-src 'self'; connect-src 'self'"
        );
        assert_eq!(
            open_policy("script-src 'self'; upgrade-insecure-requests"),
            "script-src 'self'; upgrade-insecure-requests"
        );
        assert_eq!(
            open_policy("default-src 'self' https://a.example; connect-src 'none'"),
            "default-src 'self' https://a.example; connect-src 'self'; script-src 'self' https://a.example; \
             style-src 'self' https://a.example"
        );
        let html = "<head><META http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\"><p content=\"script-src 'none'\">";
        let opened = open_policies(html);
        assert!(opened.contains("Policy\" content=\"script-src 'self'\">"), "{opened}");
        assert!(opened.ends_with("<p content=\"script-src 'none'\">"), "{opened}");
    }

    #[test]
    fn bytes_that_are_no_text_pass_unchanged() {
        let place = Place {
            requested: "",
            page: "index.html",
            version: "",
        };
        let bytes = into_page(b"\xff\xfe<body></body>", &place);
        assert!(bytes.starts_with(b"\xff\xfe<body><script src=\"_vanbia/client.js\""));
    }

    #[test]
    fn absolute_links_of_the_lost_page_stay_here() {
        let html = "<html data-root=\"https://disan.vn/a/\"><a href=\"https://disan.vn/a/vi/\">https://disan.vn/a/</a>";
        assert_eq!(
            bring_home(html, "/~t/"),
            "<html data-root=\"/~t/\"><a href=\"/~t/vi/\">https://disan.vn/a/</a>"
        );
        assert_eq!(bring_home("<html data-root=\"../\">", "/"), "<html data-root=\"../\">");
    }
}
