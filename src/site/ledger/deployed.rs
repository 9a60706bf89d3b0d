//! Does every printed code open its entry on a site that is out there?
//!
//! Entry point: [`Ledger::landing_paths`], [`linked_paths`], [`Ledger::verify`]: the caller fetches, this module judges.
//! Invariant: looks only at what visitors get; a host that answers every address with one page of its own is found out.

use super::{Ledger, Row, Status, number};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics};
use std::collections::{BTreeMap, BTreeSet};

/// What came back for a site path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Got {
    /// A page.
    Text(String),
    /// Nothing; why, in Vietnamese and English.
    Nothing(String, String),
    /// It leads away from the site, to this address.
    Elsewhere(String),
    /// A page that is sent in a way in which browsers do not show it as one; how.
    Unshown(Unshown),
}

/// How a page is sent that browsers do not show as it is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unshown {
    /// As a file of another sort, or one to be saved: `text/plain`.
    AsFile(String),
    /// With the letters of another alphabet: `iso-8859-1`.
    AsLetters(String),
}

/// What came back, by site path (`735195/`, `vi/di-tich/chua-bo-da/`).
pub type Answers = BTreeMap<String, Got>;

/// The site's root, which names its languages.
const ROOT: &str = "";

/// A link of a page: where to, and in which language.
#[derive(Debug, PartialEq, Eq)]
struct Way {
    path: String,
    fragment: Option<String>,
    lang: String,
}

impl Ledger {
    /// The paths of the pages that printed codes open, and the root.
    pub fn landing_paths(&self) -> Vec<String> {
        let printed = self.rows().filter(|row| row.status.is_printed());
        [ROOT.to_string()].into_iter().chain(printed.map(landing)).collect()
    }

    /// Reports printed codes that the `codes.json` of a site lacks: one finding for all, they come with the next upload.
    pub fn newer_than(&self, published: &[Row]) -> Option<Diagnostic> {
        let known: BTreeSet<&str> = published.iter().map(|row| row.code.as_str()).collect();
        let mut missing = self
            .rows()
            .filter(|row| row.status.is_printed() && !known.contains(row.code.as_str()));
        let first = missing.next()?;
        Some(
            self.told(messages::DEPLOYED_OLDER, first)
                .with("count", 1 + missing.count()),
        )
    }

    /// Judges what came back for [`Ledger::landing_paths`] and [`linked_paths`].
    pub fn verify(&self, answers: &Answers) -> Diagnostics {
        let mut found = Vec::new();
        let languages: Vec<String> = match answers.get(ROOT) {
            Some(Got::Text(text)) => ways(text, "").into_iter().map(|way| way.lang).collect(),
            _ => Vec::new(),
        };
        for row in self.rows().filter(|row| row.status.is_printed()) {
            match answers.get(&landing(row)) {
                Some(Got::Text(text)) => self.verify_landing(row, text, (&languages, answers), &mut found),
                Some(Got::Nothing(vi, en)) => found.push(
                    self.told(messages::DEPLOYED_NO_PAGE, row)
                        .with("why", vi)
                        .with("why_en", en),
                ),
                Some(Got::Elsewhere(to)) => found.push(self.told(messages::DEPLOYED_ELSEWHERE, row).with("to", to)),
                Some(Got::Unshown(_)) | None => {}
            }
        }
        found.extend(unshown(answers));
        found
    }

    /// Takes out pages that are not those of the codes that were asked for: what they lead to and need is not the site's.
    pub fn take_strangers(&self, answers: &mut Answers) -> Answers {
        let printed = self.rows().filter(|row| row.status.is_printed());
        let is_stranger = |row: &&Row| match answers.get(&landing(row)) {
            Some(Got::Text(text)) => !self.is_landing(row, text),
            _ => false,
        };
        let strangers: Vec<String> = printed.filter(is_stranger).map(landing).collect();
        strangers
            .into_iter()
            .filter_map(|path| answers.remove_entry(&path))
            .collect()
    }

    /// True for the page of a code. Where a host redirects, a retired code opens the page of its successor's code at once.
    fn is_landing(&self, row: &Row, text: &str) -> bool {
        let successor = row.successor.as_deref().filter(|_| row.status == Status::Retired);
        let leads_on = || successor.is_some_and(|key| self.codes_of(key).any(|next| shows(text, &next.code)));
        shows(text, &row.code) || leads_on()
    }

    fn verify_landing(
        &self,
        row: &Row,
        text: &str,
        (languages, answers): (&[String], &Answers),
        found: &mut Diagnostics,
    ) {
        if !self.is_landing(row, text) {
            found.push(self.told(messages::DEPLOYED_NOT_LANDING, row));
            return;
        }
        let key = match row.status {
            Status::Retired => row.successor.as_deref(),
            _ => Some(row.key.as_str()),
        };
        // A retired code without successor only says what it stood for.
        let Some(key) = key else { return };
        let ways = ways(text, &landing(row));
        let languages: BTreeSet<&str> = languages
            .iter()
            .chain(ways.iter().map(|w| &w.lang))
            .map(String::as_str)
            .collect();
        if languages.is_empty() {
            found.push(self.told(messages::DEPLOYED_NOT_LANDING, row));
        }
        for lang in languages {
            let Some(way) = ways.iter().find(|way| way.lang == lang) else {
                found.push(self.told(messages::DEPLOYED_LANGUAGE, row).with("lang", lang));
                continue;
            };
            let told = |code| self.told(code, row).with("lang", lang).with("path", &way.path);
            match answers.get(&way.path) {
                Some(Got::Text(page)) if !self.is_page_of(key, lang, page) => {
                    found.push(told(messages::DEPLOYED_OTHER_PAGE));
                }
                Some(Got::Text(page)) => {
                    let lacks = |id: &&String| !has_id(page, id);
                    if let Some(id) = way.fragment.as_ref().filter(lacks) {
                        found.push(told(messages::DEPLOYED_NO_PLACE).with("id", id));
                    }
                }
                Some(Got::Nothing(vi, en)) => {
                    found.push(
                        told(messages::DEPLOYED_LEADS_NOWHERE)
                            .with("why", vi)
                            .with("why_en", en),
                    );
                }
                Some(Got::Elsewhere(to)) => found.push(told(messages::DEPLOYED_ELSEWHERE).with("to", to)),
                Some(Got::Unshown(_)) | None => {}
            }
        }
    }

    /// True for a page in this language that shows a code of the entry, or of the part of it.
    fn is_page_of(&self, key: &str, lang: &str, page: &str) -> bool {
        let entry = key.split('#').next().unwrap_or(key);
        let mut codes = self.codes_of(key).chain(self.codes_of(entry));
        let html = tags(page, "html").next().unwrap_or_default();
        attribute(html, "lang").is_some_and(|own| own.eq_ignore_ascii_case(lang))
            && codes.any(|row| shows(page, &row.code))
    }

    fn told(&self, code: &'static Code, row: &Row) -> Diagnostic {
        let finding = Diagnostic::new(code).with("code", &row.code).with("key", &row.key);
        match number(&row.code) {
            Some(code) => finding.at(self.place(code)),
            None => finding,
        }
    }
}

/// One finding for each way in which pages are sent wrongly: it has one cause, however many pages there are.
fn unshown(answers: &Answers) -> Diagnostics {
    let mut by_way: BTreeMap<&Unshown, Vec<&str>> = BTreeMap::new();
    for (path, got) in answers {
        if let Got::Unshown(way) = got {
            by_way.entry(way).or_default().push(path);
        }
    }
    let finding = |(way, paths): (&Unshown, Vec<&str>)| {
        let (code, how) = match way {
            Unshown::AsFile(how) => (messages::DEPLOYED_NOT_SHOWN, how),
            Unshown::AsLetters(how) => (messages::DEPLOYED_LETTERS, how),
        };
        let finding = Diagnostic::new(code).with("count", paths.len()).with("how", how);
        finding.with("path", format!("/{}", paths[0]))
    };
    by_way.into_iter().map(finding).collect()
}

/// The pages to which the landings among the answers lead.
pub fn linked_paths(answers: &Answers) -> BTreeSet<String> {
    let texts = answers.iter().filter_map(|(path, got)| match got {
        Got::Text(text) if path != ROOT => Some((path, text)),
        _ => None,
    });
    texts
        .flat_map(|(path, text)| ways(text, path))
        .map(|way| way.path)
        .collect()
}

fn landing(row: &Row) -> String {
    format!("{}/", row.code)
}

/// True when the digits stand somewhere in a page's text, not only as a part of a longer number.
fn shows(text: &str, code: &str) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    text.match_indices(code).any(|(at, _)| {
        let bytes = text.as_bytes();
        !is_digit(at.checked_sub(1).and_then(|before| bytes.get(before))) && !is_digit(bytes.get(at + code.len()))
    })
}

/// Links with a language, as paths of the site; `from` is the page's own path.
fn ways(text: &str, from: &str) -> Vec<Way> {
    let depth = from.matches('/').count();
    let way = |tag: &str| {
        let lang = attribute(tag, "hreflang")?;
        let href = attribute(tag, "href")?.replace("&amp;", "&");
        let (path, fragment) = match href.split_once('#') {
            Some((path, fragment)) => (path.to_string(), Some(fragment.to_string())),
            None => (href, None),
        };
        let up = "../".repeat(depth);
        let path = path.strip_prefix(&up).unwrap_or(&path);
        let path = path.strip_prefix("./").unwrap_or(path);
        let is_inside = !path.starts_with(['/', '.']) && !path.contains("://");
        is_inside.then(|| Way {
            path: path.to_string(),
            fragment,
            lang,
        })
    };
    tags(text, "a").filter_map(way).collect()
}

fn has_id(text: &str, id: &str) -> bool {
    text.match_indices("id=").any(|(at, _)| {
        let value = text[at + 3..].trim_start_matches(['"', '\'']);
        let behind = value.strip_prefix(id).and_then(|rest| rest.chars().next());
        behind.is_some_and(|c| matches!(c, '"' | '\'' | ' ' | '>' | '\n'))
    })
}

/// The insides of the tags of a name.
pub(super) fn tags<'t>(text: &'t str, name: &str) -> impl Iterator<Item = &'t str> {
    let open = format!("<{name}");
    let starts: Vec<usize> = text.match_indices(&open).map(|(at, _)| at + open.len()).collect();
    starts.into_iter().filter_map(|at| {
        let inside = text[at..].split('>').next()?;
        inside.starts_with(|c: char| c.is_ascii_whitespace()).then_some(inside)
    })
}

/// An attribute of a tag; hosts that make pages smaller leave out quotes.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let is_whole = rest[..at].ends_with(|c: char| c.is_ascii_whitespace());
        let behind = &rest[at + name.len()..];
        rest = behind;
        let Some(value) = behind.trim_start().strip_prefix('=').filter(|_| is_whole) else {
            continue;
        };
        let value = value.trim_start();
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next()?,
            _ => value.split(|c: char| c.is_ascii_whitespace()).next()?,
        };
        return Some(value.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const ROWS: &str = "# vanbia codes 1\n735195\trelics/a\tissued\thttps://A/735195/\n\
        100001\trelics/a#gate\tissued\thttps://A/100001/\n";

    fn text(html: &str) -> Got {
        Got::Text(html.to_string())
    }

    fn landing_html(code: &str, part: &str) -> String {
        format!(
            "<html lang=vi><a href=\"../vi/di-tich/a/{part}\" hreflang=\"vi\">x</a>\
             <a hreflang=en href='../en/relics/a/{part}'>y</a><p>{code}</p>"
        )
    }

    fn good() -> Answers {
        let page = |lang: &str| {
            text(&format!(
                "<!doctype html><html lang=\"{lang}\" data-root=../><li id=\"gate\">735195</li>"
            ))
        };
        let root = "<html><a href=\"vi/\" hreflang=\"vi\">v</a><a href=\"en/\" hreflang=\"en\">e</a>";
        [
            ("", text(root)),
            ("735195/", text(&landing_html("735195", ""))),
            ("100001/", text(&landing_html("100001", "#gate"))),
            ("vi/di-tich/a/", page("vi")),
            ("en/relics/a/", page("en")),
        ]
        .map(|(path, got)| (path.to_string(), got))
        .into()
    }

    fn judged(change: impl Fn(&mut Answers)) -> Vec<u16> {
        let (ledger, found) = Ledger::parse(&Arc::from("content/codes.lock"), ROWS);
        assert_eq!(found, vec![]);
        let mut answers = good();
        change(&mut answers);
        ledger.verify(&answers).iter().map(|d| d.code.number).collect()
    }

    #[test]
    fn a_good_site_is_good() {
        assert_eq!(judged(|_| ()), Vec::<u16>::new());
        let (ledger, _) = Ledger::parse(&Arc::from("l"), ROWS);
        assert_eq!(ledger.landing_paths(), ["", "100001/", "735195/"]);
        let linked: Vec<_> = linked_paths(&good()).into_iter().collect();
        assert_eq!(linked, ["en/relics/a/", "vi/di-tich/a/"]);
    }

    #[test]
    fn every_way_to_fail_has_its_own_answer() {
        let gone = || Got::Nothing("404".into(), "404".into());
        let put = |path: &'static str, got: Got| {
            move |answers: &mut Answers| {
                answers.insert(path.into(), got.clone());
            }
        };
        assert_eq!(judged(put("735195/", gone())), [650]);
        assert_eq!(
            judged(put("735195/", text("<html lang=en>Welcome, 1735195 visitors"))),
            [651]
        );
        assert_eq!(
            judged(put("735195/", Got::Elsewhere("https://b.example/".into()))),
            [655]
        );
        let only_vi = landing_html("735195", "").replace("hreflang=en", "hreflang=vi");
        assert_eq!(judged(put("735195/", text(&only_vi))), [652]);
        assert_eq!(judged(put("en/relics/a/", gone())), [653, 653]);
        assert_eq!(
            judged(put("en/relics/a/", text("<html lang=en>735196</html>"))),
            [654, 654]
        );
        assert_eq!(
            judged(put("en/relics/a/", text("<html lang=vi id=gate>735195</html>"))),
            [654, 654]
        );
        assert_eq!(
            judged(put("en/relics/a/", text("<html lang=en><p id=gates>735195</html>"))),
            [659]
        );
    }

    #[test]
    fn tags_are_read_with_and_without_quotes() {
        assert_eq!(attribute(" data-lang=x lang = 'vi'", "lang").as_deref(), Some("vi"));
        assert_eq!(attribute(" lang=vi class=\"a\"", "lang").as_deref(), Some("vi"));
        assert_eq!(attribute(" hreflang", "hreflang"), None);
        assert_eq!(tags("<article><a b><abbr>", "a").collect::<Vec<_>>(), [" b"]);
        assert!(has_id("<p id=gate>", "gate") && !has_id("<p id=\"gate-2\">", "gate"));
    }
}
