//! Promise 7, first part: nothing leads to a 404.
//!
//! Entry point: [`Crawl`]. Invariant: every address in every page is followed to a file, in sites whose links name the
//! folder and in sites whose links name the file.

use super::page::Page;
use super::site::{BASE, Files, Site, built_hundred, built_sample, generated};
use std::collections::{BTreeMap, BTreeSet};

/// Where addresses stand.
const PLACES: [(&str, &str); 14] = [
    ("a", "href"),
    ("area", "href"),
    ("link", "href"),
    ("img", "src"),
    ("img", "srcset"),
    ("source", "src"),
    ("source", "srcset"),
    ("audio", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("track", "src"),
    ("script", "src"),
    ("form", "action"),
    ("iframe", "src"),
];

/// All pages of a site, parsed.
pub(crate) struct Crawl<'a> {
    base: &'a str,
    files: &'a Files,
    pages: BTreeMap<&'a str, Page>,
    by_file: bool,
    wrong: Vec<String>,
    followed: usize,
    translated: usize,
}

impl<'a> Crawl<'a> {
    pub(crate) fn new(base: &'a str, files: &'a Files, by_file: bool) -> Self {
        let html = files.iter().filter(|(path, _)| path.ends_with(".html"));
        let pages = html.map(|(path, bytes)| (path.as_str(), Page::parse(bytes))).collect();
        Self {
            base,
            files,
            pages,
            by_file,
            wrong: Vec::new(),
            followed: 0,
            translated: 0,
        }
    }

    /// The file that an absolute address of this site is served from, and its fragment.
    fn file_of(&self, url: &str) -> Option<(String, String)> {
        let path = url.strip_prefix(self.base)?;
        let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
        let path = path.split('?').next().unwrap_or_default();
        let file = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_string()
        };
        Some((file, fragment.to_string()))
    }

    /// The address of a page, to which relative ones are joined.
    fn join(&self, page: &str, href: &str) -> String {
        if href.contains("://") {
            return href.to_string();
        }
        let (path, fragment) = href.split_once('#').map_or((href, None), |(p, f)| (p, Some(f)));
        let mut parts: Vec<&str> = page.split('/').collect();
        if !path.is_empty() {
            parts.pop();
        }
        for part in path.split('/').filter(|_| !path.is_empty()) {
            match part {
                "." => {}
                ".." if parts.pop().is_none() => return format!("outside: {href}"),
                ".." => {}
                part => parts.push(part),
            }
        }
        if path.ends_with("..") || path.ends_with("/.") || path == "." {
            parts.push("");
        }
        let mut joined = format!("{}{}", self.base, parts.join("/"));
        if path.is_empty() {
            joined = format!("{}{page}", self.base);
        }
        match fragment {
            Some(fragment) => format!("{joined}#{fragment}"),
            None => joined,
        }
    }

    fn follow(&mut self, page: &str, href: &str, what: &str) {
        let scheme = href
            .split_once(':')
            .map(|(scheme, _)| scheme)
            .filter(|s| s.chars().all(char::is_alphanumeric));
        if matches!(scheme, Some("mailto" | "tel" | "geo" | "data" | "sms")) {
            return;
        }
        let url = self.join(page, href);
        let Some((file, fragment)) = self.file_of(&url) else {
            // Another site: only what a reader taps may lead there; see the test of requests.
            if !matches!(scheme, Some("http" | "https")) || what != "a href" {
                self.wrong.push(format!("{page}: {what} leads out: {href}"));
            }
            return;
        };
        self.followed += 1;
        if !self.files.contains_key(&file) {
            self.wrong.push(format!("{page}: {what} {href}: there is no {file}"));
            return;
        }
        // Opened from a folder, without a server, only addresses that name a file lead anywhere.
        let plain = href.split(['#', '?']).next().unwrap_or_default();
        if self.by_file && !plain.is_empty() && scheme.is_none() && !plain.ends_with(&*last(&file)) {
            self.wrong.push(format!("{page}: {what} {href} does not name the file"));
        }
        if !fragment.is_empty() && file.ends_with(".html") {
            let target = &self.pages[file.as_str()];
            if !target.elements.iter().any(|e| e.get("id") == fragment) {
                self.wrong
                    .push(format!("{page}: {what} {href}: {file} has no place «{fragment}»"));
            }
        }
    }

    fn every_address(&mut self) {
        let mut all = Vec::new();
        for (path, page) in &self.pages {
            for element in &page.elements {
                for (name, attribute) in PLACES.iter().filter(|(name, _)| *name == element.name) {
                    let value = element.get(attribute);
                    let addresses: Vec<&str> = if *attribute == "srcset" {
                        value
                            .split(',')
                            .filter_map(|part| part.split_whitespace().next())
                            .collect()
                    } else {
                        Some(value)
                            .filter(|v| element.attributes.contains_key(*attribute) && !v.is_empty())
                            .into_iter()
                            .collect()
                    };
                    let what = format!("{name} {attribute}");
                    all.extend(
                        addresses
                            .into_iter()
                            .map(|a| (path.to_string(), a.to_string(), what.clone())),
                    );
                }
                let property = element.get("property");
                if matches!(property, "og:image" | "og:url") {
                    all.push((
                        path.to_string(),
                        element.get("content").to_string(),
                        property.to_string(),
                    ));
                }
            }
        }
        for (page, href, what) in all {
            self.follow(&page, &href, &what);
        }
        for (path, bytes) in self.files.iter().filter(|(p, _)| p.ends_with(".css")) {
            let text = String::from_utf8_lossy(bytes).to_string();
            for piece in text.split("url(").skip(1) {
                let href = piece
                    .split(')')
                    .next()
                    .unwrap_or_default()
                    .trim_matches(['"', '\''])
                    .to_string();
                self.follow(path, &href, "url()");
            }
        }
        for (path, bytes) in self.files.iter().filter(|(p, _)| p.ends_with(".xml")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let doc = roxmltree::Document::parse(text).unwrap();
            for node in doc.descendants() {
                let href = match node.tag_name().name() {
                    "loc" => node.text(),
                    "link" if node.attribute("rel") != Some("license") => node.attribute("href"),
                    _ => None,
                };
                if let Some(href) = href {
                    self.follow(path, href, "xml");
                }
            }
        }
    }

    /// Canonical address, and address by language, of a page.
    fn head(&self, path: &str) -> (String, BTreeMap<String, String>) {
        let links: Vec<_> = self.pages[path].all("link").collect();
        let canonical = links.iter().find(|l| l.rel("canonical")).map_or("", |l| l.get("href"));
        let alternates = links
            .iter()
            .filter(|l| l.rel("alternate") && !l.get("hreflang").is_empty());
        let alternates = alternates.map(|l| (l.get("hreflang").to_string(), l.get("href").to_string()));
        (canonical.to_string(), alternates.collect())
    }

    /// Pages that name each other as translations must agree, and each must be its own canonical page.
    fn languages(&mut self) {
        let paths: Vec<String> = self.pages.keys().map(|p| p.to_string()).collect();
        for path in &paths {
            let (canonical, alternates) = self.head(path);
            let own = format!("{}{}", self.base, path.trim_end_matches("index.html"));
            if !alternates.is_empty() && canonical != own {
                self.wrong.push(format!("{path}: not canonical, but with translations"));
            }
            for (lang, url) in &alternates {
                let Some((file, _)) = self.file_of(url) else {
                    self.wrong.push(format!("{path}: hreflang {lang} leads out: {url}"));
                    continue;
                };
                if !self.pages.contains_key(file.as_str()) {
                    self.wrong.push(format!("{path}: hreflang {lang}: there is no {file}"));
                    continue;
                }
                self.translated += 1;
                if self.head(&file).1 != alternates {
                    self.wrong
                        .push(format!("{path}: {file} does not name the same translations"));
                }
                let said = self.pages[file.as_str()].elements[0].get("lang").to_string();
                if lang != "x-default" && *lang != said {
                    self.wrong
                        .push(format!("{path}: hreflang {lang} leads to a page in {said}"));
                }
            }
            if !alternates.is_empty() && !alternates.values().any(|url| *url == own) {
                self.wrong
                    .push(format!("{path}: does not name itself among its translations"));
            }
        }
    }

    /// All that leads nowhere.
    pub(crate) fn wrong(&mut self) -> &[String] {
        self.every_address();
        self.languages();
        self.wrong.sort();
        self.wrong.dedup();
        &self.wrong
    }

    #[track_caller]
    fn ends_well(mut self) {
        self.wrong();
        let shown: Vec<&String> = self.wrong.iter().take(40).collect();
        assert!(self.wrong.is_empty(), "{} wrong:\n{shown:#?}", self.wrong.len());
        assert!(self.followed > 1000, "only {} addresses were followed", self.followed);
        assert!(
            self.translated > 50,
            "only {} translations were checked",
            self.translated
        );
    }
}

fn last(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).to_string()
}

#[test]
fn nothing_in_the_sample_site_leads_nowhere() {
    Crawl::new("https://van-bia.example/", &built_sample().1, false).ends_well();
}

#[test]
fn nothing_in_a_site_for_usb_sticks_leads_nowhere() {
    Crawl::new(BASE, &built_hundred().1, true).ends_well();
}

#[test]
fn nothing_leads_nowhere_below_a_base_path() {
    let site = generated("base-path", 60);
    site.edit("content/site.yaml", BASE, "https://thu-vien.vn/di-san/xa/");
    Crawl::new("https://thu-vien.vn/di-san/xa/", &site.built(&[]), false).ends_well();
}

#[test]
fn the_sample_site_with_links_to_files_leads_nowhere_wrong() {
    let site = Site::sample("sample-usb");
    site.edit("content/site.yaml", "links: folder", "links: file");
    Crawl::new("https://van-bia.example/", &site.built(&[]), true).ends_well();
}

/// Pages of one language without their twin in the other, and language links that lead elsewhere.
pub(crate) fn untwinned(files: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    for (lang, other) in [("vi", "en"), ("en", "vi")] {
        let mut targets = BTreeSet::new();
        let own = format!("{lang}/");
        for (path, bytes) in files
            .iter()
            .filter(|(p, _)| p.starts_with(&own) && p.ends_with(".html"))
        {
            let page = Page::parse(bytes);
            let Some(link) = page.all("a").find(|a| a.get("hreflang") == other) else {
                wrong.push(format!("{path}: no link to its page in {other}"));
                continue;
            };
            let href = link
                .get("href")
                .trim_start_matches("../")
                .trim_end_matches("index.html");
            if !href.starts_with(&format!("{other}/")) || !files.contains_key(&format!("{href}index.html")) {
                wrong.push(format!("{path}: {other} leads to {href}"));
            } else if !targets.insert(href.to_string()) {
                wrong.push(format!("{path}: another page leads to {href}, too"));
            }
        }
    }
    wrong
}

#[test]
fn every_page_exists_in_both_languages_and_each_leads_to_the_other() {
    for (_, files) in [built_sample(), built_hundred()] {
        assert_eq!(untwinned(files), [""; 0]);
    }
}
