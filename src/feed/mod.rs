//! Files for machines: sitemap, robots, Atom feeds, the search index, redirects, what «near me» and reading offline need.
//!
//! Entry point: [`sitemap`], [`robots`], [`atom`], [`search()`], [`redirects`], [`near`], [`offline`]. Invariant: strict
//! XML from content of any kind; dates come from content, never from the clock; addresses and alternates are those of
//! the pages' own heads.

pub mod near;
pub mod offline;
pub mod redirects;

mod search;

pub use search::search;

use crate::entry::model::Status;
use crate::site::Site;
use crate::text::{Lang, PartialDate, xml};
use crate::view::frame::Cards;
use crate::view::model::X_DEFAULT;
use std::fmt::Write;

/// Addresses per sitemap file; the protocol allows 50,000 and 50 MB, alternates are long.
const SHARD: usize = 10_000;

/// Entries of an Atom feed.
const NEWEST: usize = 20;

/// A page as search engines shall know it: its `<url>` in a sitemap, without what all of them begin with. A site of a whole
/// country has a hundred thousand of them, so only differences are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapRow {
    /// The site path of the page, then per alternate its language and its site path; each ends in a line end.
    paths: Box<str>,
    /// ISO date of the last change.
    updated: Option<PartialDate>,
}

impl SitemapRow {
    /// From the page's site path, its site paths in its languages, itself included, and the date of the last change, where
    /// content tells it. The first alternate is also that for all other languages (`x-default`).
    pub fn new<'a>(
        path: &str,
        alternates: impl Iterator<Item = (&'a str, &'a str)>,
        updated: Option<PartialDate>,
    ) -> Self {
        let mut paths = format!("{path}\n");
        for (lang, path) in alternates {
            let _ = writeln!(paths, "{lang}\n{path}");
        }
        Self {
            paths: paths.into(),
            updated,
        }
    }

    fn write(&self, out: &mut String, base_url: &str) {
        let mut lines = self.paths.lines();
        let base = xml::anywhere(base_url);
        let _ = write!(
            out,
            "<url><loc>{base}{}</loc>",
            xml::anywhere(lines.next().unwrap_or_default())
        );
        if let Some(updated) = self.updated {
            let _ = write!(out, "<lastmod>{updated}</lastmod>");
        }
        let mut alternate = |lang: &str, path: &str| {
            let (lang, path) = (xml::anywhere(lang), xml::anywhere(path));
            let _ = write!(
                out,
                "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{base}{path}\"/>"
            );
        };
        let mut first = None;
        while let (Some(lang), Some(path)) = (lines.next(), lines.next()) {
            alternate(lang, path);
            first.get_or_insert(path);
        }
        if let Some(path) = first {
            alternate(X_DEFAULT, path);
        }
        out.push_str("</url>\n");
    }
}

/// The sitemap files, one after the other: one, or an index and its shards (sitemaps.org 0.9 with `xhtml:link`
/// alternates).
pub fn sitemap<'a>(rows: &'a [SitemapRow], base_url: &'a str) -> impl Iterator<Item = (String, String)> + 'a {
    let count = rows.len().div_ceil(SHARD).max(1);
    let name = move |i: usize| match count {
        1 => "sitemap.xml".to_string(),
        _ => format!("sitemap-{}.xml", i + 1),
    };
    let index = move || {
        let mut index = String::from(concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        ));
        for i in 0..count {
            let _ = writeln!(
                index,
                "<sitemap><loc>{}{}</loc></sitemap>",
                xml::anywhere(base_url),
                name(i)
            );
        }
        index.push_str("</sitemapindex>\n");
        ("sitemap.xml".to_string(), index)
    };
    let shards = (0..count).map(move |i| {
        let rows = &rows[i * SHARD..rows.len().min((i + 1) * SHARD)];
        (name(i), shard(rows, base_url))
    });
    (count > 1).then(index).into_iter().chain(shards)
}

fn shard(rows: &[SitemapRow], base_url: &str) -> String {
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    ));
    rows.iter().for_each(|row| row.write(&mut out, base_url));
    out.push_str("</urlset>\n");
    out
}

/// `robots.txt`: everything may be read, and where the sitemap is. Only has an effect at the root of a host.
pub fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n")
}

/// The Atom feed (RFC 4287) of a language: what changed last.
pub fn atom(site: &Site, cards: &Cards, lang: Lang) -> String {
    let config = &site.frame.config;
    let newest = newest(site, lang);
    let languages = &config.languages;
    let base = &config.base_url;
    let title = xml::anywhere(languages.plain(&config.title, lang));
    let home = config.absolute(&site.routes.home(lang));
    let own = config.absolute(&site.routes.feed(lang));
    let updated = newest
        .first()
        .map_or("1970-01-01".to_string(), |(date, _)| date.clone());
    let code = &languages.get(lang).code;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n<id>{own}</id>\n\
         <title>{title}</title>\n<updated>{updated}T00:00:00+07:00</updated>\n\
         <link rel=\"self\" href=\"{own}\"/>\n<link rel=\"alternate\" hreflang=\"{code}\" href=\"{home}\"/>\n\
         <author><name>{}</name></author>\n",
        xml::anywhere(author(site, lang)),
    );
    for (date, i) in newest {
        let card = cards.of(lang, i);
        let href = xml::anywhere(&format!("{base}{}", card.path)).into_owned();
        let summary = card.summary.as_ref().map_or(String::new(), |s| {
            format!("<summary>{}</summary>", xml::anywhere(&s.text))
        });
        let _ = writeln!(
            out,
            "<entry><id>{href}</id><title>{}</title><updated>{date}T00:00:00+07:00</updated><link href=\"{href}\"/>{summary}</entry>",
            xml::anywhere(&card.title.text),
        );
    }
    out.push_str("</feed>\n");
    out
}

fn author(site: &Site, lang: Lang) -> &str {
    let config = &site.frame.config;
    let owner = config.languages.plain(&config.owner.name, lang);
    if owner.is_empty() {
        config.languages.plain(&config.title, lang)
    } else {
        owner
    }
}

/// The entries that changed last and exist in the language, with their dates.
fn newest(site: &Site, lang: Lang) -> Vec<(String, u32)> {
    let dated = site.entries.iter().enumerate().filter_map(|(i, entry)| {
        let here = entry.card.is_written(lang) && entry.card.status == Status::Published;
        let listed = site.frame.kinds.get(entry.kind).listed;
        Some((entry.card.updated.filter(|_| here && listed)?.first_day(), i as u32))
    });
    let mut dated: Vec<_> = dated.collect();
    let key = |(date, i): &(crate::text::Date, u32)| (std::cmp::Reverse(*date), *i);
    if dated.len() > NEWEST {
        dated.select_nth_unstable_by_key(NEWEST, key);
        dated.truncate(NEWEST);
    }
    dated.sort_unstable_by_key(key);
    dated.into_iter().map(|(date, i)| (date.to_string(), i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(i: usize) -> SitemapRow {
        let path = format!("vi/{i}/?a&b");
        SitemapRow::new(&path, [("vi", &*path)].into_iter(), None)
    }

    #[test]
    fn a_large_sitemap_is_an_index_of_shards() {
        let rows: Vec<_> = (0..SHARD + 1).map(row).collect();
        let files: Vec<_> = sitemap(&rows, "https://a.vn/").collect();
        let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
        for (_, text) in &files {
            roxmltree::Document::parse(text).expect("well-formed");
        }
        assert_eq!(sitemap(&rows[..5], "https://a.vn/").count(), 1);
        assert_eq!(sitemap(&[], "https://a.vn/").count(), 1);
    }

    #[test]
    fn a_row_names_its_page_its_day_and_every_language_of_it() {
        let row = SitemapRow::new(
            "vi/a&b/",
            [("vi", "vi/a&b/"), ("en", "en/a&b/")].into_iter(),
            crate::text::Date::new(2026, 11, 1).ok().map(PartialDate::from),
        );
        let (_, text) = sitemap(&[row, SitemapRow::new("vi/", [].into_iter(), None)], "https://a.vn/")
            .next()
            .unwrap();
        let link = |lang: &str, path: &str| {
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"https://a.vn/{path}/a&amp;b/\"/>")
        };
        let links = [link("vi", "vi"), link("en", "en"), link("x-default", "vi")].concat();
        let rows: Vec<&str> = text.lines().skip(2).collect();
        let first = format!("<url><loc>https://a.vn/vi/a&amp;b/</loc><lastmod>2026-11-01</lastmod>{links}</url>");
        assert_eq!(rows, [&*first, "<url><loc>https://a.vn/vi/</loc></url>", "</urlset>"]);
    }

    #[test]
    fn every_row_stands_in_one_shard() {
        let rows: Vec<_> = (0..SHARD + 1).map(row).collect();
        let files: Vec<_> = sitemap(&rows, "https://a.vn/").collect();
        let count = |text: &str, what: &str| text.matches(what).count();
        assert_eq!(count(&files[1].1, "<url>"), SHARD);
        assert_eq!(count(&files[2].1, "<url>"), 1);
        assert!(files[2].1.contains(&format!("https://a.vn/vi/{SHARD}/")));
        let shards = ["sitemap-1.xml", "sitemap-2.xml"].map(|name| format!("<loc>https://a.vn/{name}</loc>"));
        assert!(shards.iter().all(|shard| files[0].1.contains(shard)), "{}", files[0].1);
        assert!(robots("https://a.vn/").ends_with("\nSitemap: https://a.vn/sitemap.xml\n"));
    }
}
