//! Hosts that are set up in a way in which phones do not see what was published.
//!
//! Entry point: the tests. Invariant: only this computer is asked.

use super::servers::{Kind, Server};
use super::{Site, answering, page, sends_on};

#[test]
fn pages_that_phones_would_not_show_are_found_out() {
    let site = Site::new("deployed-form");
    let root = site.root.join("www/sub");
    let sends = |headers: &'static str, styles: &'static str| {
        let with = |text: &str, headers: &str| page(text).replacen("\r\n", &format!("\r\n{headers}\r\n"), 1);
        let root = root.clone();
        answering(move |path| {
            let name = path.split('?').next().unwrap_or_default().trim_start_matches('/');
            let is_page = name.is_empty() || name.ends_with('/');
            let file = if is_page {
                format!("{name}index.html")
            } else {
                name.to_string()
            };
            match std::fs::read_to_string(root.join(file)) {
                Ok(text) if is_page => with(&text, headers),
                Ok(text) if name.ends_with(".css") => with(&text, styles),
                Ok(text) => page(&text),
                Err(_) => page(""),
            }
        })
    };
    for (headers, words) in [
        ("Content-Type: text/plain", ["VB0682", "«text/plain»"]),
        ("Content-Type: application/octet-stream", ["VB0682", "octet-stream"]),
        (
            "Content-Type: text/html\r\nContent-Disposition: attachment",
            ["VB0682", "attachment"],
        ),
        (
            "Content-Type: text/html; charset=ISO-8859-1",
            ["VB0683", "«iso-8859-1»"],
        ),
    ] {
        let run = site
            .vanbia(&["codes", "verify", &sends(headers, "Content-Type: text/css")])
            .ends(1)
            .says(&words);
        assert_eq!(run.err.matches("error VB").count(), 1, "one cause: {}", run.err);
    }
    let bare = sends("Content-Type: text/html", "Content-Type: text/plain");
    let run = site.vanbia(&["codes", "verify", &bare]).ends(1);
    let run = run.says(&["VB0684", "«text/plain»", ".css"]);
    assert_eq!(run.err.matches("error VB").count(), 1, "one cause: {}", run.err);
    let good = sends("Content-Type: text/html; charset=UTF-8", "Content-Type: text/css");
    site.vanbia(&["codes", "verify", &good]).ends(0);
}

#[test]
fn the_address_on_old_plates_is_verified_after_the_site_moved() {
    let site = Site::new("deployed-moved");
    let server = Server::start(Kind::Python, &site.root.join("www/sub")).unwrap();
    let (to, away) = (server.address.clone(), server.address.clone());
    let old = answering(move |path| sends_on(&format!("{to}{}", path.trim_start_matches('/'))));
    // Nobody said that the site moved there.
    let run = site.vanbia(&["codes", "verify", &old]).ends(3);
    run.says(&["VB0657", "redirects to"]);
    let settings = site.read("content/site.yaml").replace("https://di-san-thu.vn/", &away);
    site.write(
        "content/site.yaml",
        &format!("{settings}former_base_urls: [\"{old}\"]\n"),
    );
    site.vanbia(&["codes", "verify", &old]).ends(0).says(&["Good"]);
}

#[test]
fn many_codes_with_one_fault_are_told_in_short() {
    let site = Site::new("deployed-many");
    for n in 0..6 {
        let entry = site.read("content/relics/den-ho/entry.yaml");
        site.write(&format!("content/relics/den-{n}/entry.yaml"), &entry);
    }
    site.vanbia(&["codes", "issue"]).ends(0);
    let codes = site.vanbia(&["build", "--out", "www/many"]).ends(0);
    drop(codes);
    let json = site.read("www/many/codes.json");
    let always = answering(move |path| match path {
        "/codes.json" => page(&json),
        _ => page("<html lang=vi>Trang chủ"),
    });
    let run = site.vanbia(&["codes", "verify", &always]).ends(1);
    assert_eq!(run.err.matches("error VB0651").count(), 5, "{}", run.err);
    run.says(&["and 4 more of the kind VB0651"]);
    let all = site.vanbia(&["codes", "verify", &always, "--verbose"]).ends(1);
    assert_eq!(all.err.matches("error VB0651").count(), 9);
}
