//! Redirects for hosts that can do them: old addresses of renamed entries, and retired codes with a successor.
//!
//! Entry point: [`files`]. Invariant: the HTML pages at the old addresses are the truth and work on every host; these
//! files only save a step where a host reads them, and say the same.

use std::fmt::Write as _;

/// One address that leads to another, both from the server's root, beginning and ending with a slash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redirect {
    /// The old address.
    pub from: String,
    /// The new one.
    pub to: String,
    /// True for an entry that was renamed; a retired code may be restored.
    pub is_lasting: bool,
}

impl Redirect {
    fn status(&self) -> u16 {
        if self.is_lasting { 301 } else { 302 }
    }
}

/// `_redirects` (Netlify, Cloudflare Pages and others), `.htaccess` (Apache) and a map for nginx; none without redirects.
pub fn files(redirects: &[Redirect]) -> Vec<(String, String)> {
    if redirects.is_empty() {
        return Vec::new();
    }
    let mut sorted: Vec<&Redirect> = redirects.iter().collect();
    sorted.sort();
    sorted.dedup_by(|a, b| a.from == b.from);
    vec![
        ("_redirects".to_string(), netlify(&sorted)),
        (".htaccess".to_string(), apache(&sorted)),
        ("nginx-redirects.map".to_string(), nginx(&sorted)),
    ]
}

fn netlify(redirects: &[&Redirect]) -> String {
    let mut out = String::from("# old address  new address  status\n");
    for redirect in redirects {
        let _ = writeln!(out, "{} {} {}", redirect.from, redirect.to, redirect.status());
    }
    out
}

/// Only the address itself is redirected: pictures of codes below it stay where they are.
fn apache(redirects: &[&Redirect]) -> String {
    let mut out = String::from("DirectoryIndex index.html\n<IfModule mod_alias.c>\n");
    for redirect in redirects {
        let from = redirect.from.trim_end_matches('/').replace('.', "\\.");
        let _ = writeln!(
            out,
            "RedirectMatch {} \"^{from}/?$\" \"{}\"",
            redirect.status(),
            redirect.to
        );
    }
    out.push_str("</IfModule>\n");
    out
}

fn nginx(redirects: &[&Redirect]) -> String {
    let mut out = String::from(
        "# http {   map $uri $new_address { include /path/to/nginx-redirects.map; }   … }\n\
         # server { if ($new_address) { return 302 $new_address; }   … }\n",
    );
    for redirect in redirects {
        let _ = writeln!(out, "{} {};", redirect.from, redirect.to);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Vec<Redirect> {
        let one = |from: &str, to: &str, is_lasting| Redirect {
            from: from.to_string(),
            to: to.to_string(),
            is_lasting,
        };
        vec![
            one("/vi/di-tich/den-ha/", "/vi/di-tich/den-ha-cu/", true),
            one("/735195/", "/100001/", false),
            one("/735195/", "/100001/", false),
        ]
    }

    #[test]
    fn every_host_gets_the_same_redirects_in_its_own_words() {
        let files = files(&some());
        let text = |name: &str| &files.iter().find(|(path, _)| path == name).unwrap().1;
        assert!(
            text("_redirects").ends_with("/735195/ /100001/ 302\n/vi/di-tich/den-ha/ /vi/di-tich/den-ha-cu/ 301\n")
        );
        assert!(text(".htaccess").contains("RedirectMatch 302 \"^/735195/?$\" \"/100001/\"\n"));
        assert!(
            text("nginx-redirects.map").ends_with("/735195/ /100001/;\n/vi/di-tich/den-ha/ /vi/di-tich/den-ha-cu/;\n")
        );
    }

    #[test]
    fn without_redirects_there_are_no_files() {
        assert_eq!(files(&[]), Vec::new());
    }
}
