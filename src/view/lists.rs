//! Views of lists, the home page, A–Z and the list of codes.
//!
//! Entry point: the methods of [`Viewer`]. Invariant: a list page holds the cards of that page only.

use super::frame::{large, plain, say, say_or};
use super::model::{
    AzGroup, AzLetter, AzRow, AzView, CardLists, CardView, CodesRange, CodesView, Content, FacetLink, FacetView,
    FilterView, HomeView, Link, ListView, Pager, PagerLink, Saying,
};
use super::viewer::{Head, Made, Viewer, numbered};
use crate::entry::model::Status;
use crate::page::{Page, pages_of};
use crate::schema::field::FacetValue;
use crate::site::facets::{self, Facet, Narrowed};
use crate::text::Lang;
use std::sync::Arc;

/// How many kinds have a door of their own on the home page.
const DOORS: usize = 4;

/// How many entries the home page calls new.
const RECENT: usize = 8;

impl<'a> Viewer<'a> {
    pub(super) fn home(&self, lang: Lang) -> Made<'a> {
        let site = self.site;
        let config = &site.frame.config;
        let shared = self.shared.of(lang);
        let kinds = shared.kinds.iter().enumerate();
        let mut doors: Vec<_> = kinds
            .filter(|(i, k)| k.count > 0 && site.frame.kinds.get(*i).listed)
            .map(|(_, k)| k.clone())
            .collect();
        let total = doors.iter().map(|k| k.count).sum();
        let place = |key: &str| shared.site.menu.iter().position(|k| k.key == key).unwrap_or(usize::MAX);
        doors.sort_by_key(|k| place(&k.key));
        let others = doors.split_off(DOORS.min(doors.len()));
        let featured = config
            .home
            .featured
            .iter()
            .filter_map(|key| site.index.get(key.as_str()).copied());
        // What is not published is on no list either.
        let is_shown = |i: &u32| site.entries[*i as usize].card.status == Status::Published;
        let featured: Vec<u32> = featured.filter(is_shown).collect();
        let large = self.featured(lang, &featured);
        let first = large.first().filter(|card| card.eager);
        let view = HomeView {
            intro: self.intro(lang),
            cover: self.cover.cloned(),
            first: first.and_then(|card| card.thumb.as_deref().cloned()),
            total,
            doors,
            others,
        };
        let cards = CardLists {
            featured: large,
            recent: self.recent(lang, &featured),
            ..CardLists::default()
        };
        let title = config.languages.plain(&config.title, lang).to_string();
        let head = Head {
            description: config.languages.plain(&config.tagline, lang).to_string(),
            color: "son".into(),
            ..self.overview(title, Vec::new(), Page::Home)
        };
        self.made(lang, head, Content::Home(Box::new(view)), cards)
    }

    /// The words of the home page, a paragraph each.
    fn intro(&self, lang: Lang) -> Vec<Saying> {
        let config = &self.site.frame.config;
        let said = config.languages.say(&config.home.intro, lang);
        let tag = said.and_then(|s| s.lang).map(|l| self.tag(l));
        let paragraphs = said.map_or("", |s| s.text).split("\n\n").map(str::trim);
        let paragraph = |text: &str| Saying {
            text: text.to_string(),
            lang: tag.clone(),
        };
        paragraphs.filter(|p| !p.is_empty()).map(paragraph).collect()
    }

    /// The cards of what to see first. The first of them is shown large, and has its picture in the widths for that.
    fn featured(&self, lang: Lang, entries: &[u32]) -> Vec<Arc<CardView>> {
        let cards = entries.iter().map(|i| self.cards.of(lang, *i));
        let mut cards: Vec<_> = cards.cloned().collect();
        if let Some(first) = cards.first_mut() {
            *first = Arc::new(large(self.site, self.media, first, lang, self.cover.is_none()));
        }
        cards
    }

    /// What was changed last, but not what stands above it already. Of what was changed on one day, as when a whole table
    /// came in, those with a picture come first.
    fn recent(&self, lang: Lang, featured: &[u32]) -> Vec<Arc<CardView>> {
        let site = self.site;
        let listed = |i: &u32| {
            let entry = &site.entries[*i as usize];
            let is_shown = entry.card.status == Status::Published && site.frame.kinds.get(entry.kind).listed;
            is_shown && !featured.contains(i)
        };
        let mut newest: Vec<u32> = (0..site.entries.len() as u32).filter(listed).collect();
        let key = |i: &u32| {
            let card = &site.entries[*i as usize].card;
            (std::cmp::Reverse(card.updated), card.photo.is_none(), *i)
        };
        let count = RECENT.min(newest.len());
        if count > 0 && count < newest.len() {
            newest.select_nth_unstable_by_key(count, key);
        }
        newest.truncate(count);
        newest.sort_unstable_by_key(key);
        newest.into_iter().map(|i| self.cards.of(lang, i).clone()).collect()
    }

    pub(super) fn list(&self, lang: Lang, kind: usize, narrowed: Option<Narrowed>, number: usize) -> Made<'a> {
        let site = self.site;
        let list = &site.lists[kind];
        let size = site.frame.config.list_size;
        let order = list.entries(narrowed, lang);
        let from = (number - 1) * size;
        let slice = &order[from.min(order.len())..(from + size).min(order.len())];
        let mut kind_view = self.shared.of(lang).kinds[kind].clone();
        kind_view.current = true;
        let filter = narrowed.map(|at| self.filter(lang, kind, at));
        // A narrowed list leads back to the whole one, which has all the ways to narrow it.
        let facets = if narrowed.is_none() {
            self.facets(lang, kind)
        } else {
            Vec::new()
        };
        let page_at = move |lang, number| Page::List {
            lang,
            kind,
            narrowed,
            number,
        };
        let title = list_title(&kind_view.plural.text, filter.as_ref());
        let mut crumbs = vec![self.home_crumb(lang)];
        if narrowed.is_some() {
            crumbs.push(self.kind_crumb(lang, kind));
        }
        let about = kind_view.about.as_ref().map(|about| about.text.clone());
        let head = Head {
            title: numbered(&title, number),
            description: about.unwrap_or_else(|| title.clone()),
            color: kind_view.color.clone(),
            ..self.overview(title, crumbs, move |lang| page_at(lang, number))
        };
        let view = ListView {
            kind: kind_view,
            filter,
            total: order.len(),
            facets,
            pager: pager(number, pages_of(order.len(), size), &|n| self.href(&page_at(lang, n))),
        };
        let cards = CardLists {
            list: slice.iter().map(|i| self.cards.of(lang, *i).clone()).collect(),
            ..CardLists::default()
        };
        self.made(lang, head, Content::List(Box::new(view)), cards)
    }

    fn filter(&self, lang: Lang, kind: usize, at: Narrowed) -> FilterView {
        let list = &self.site.lists[kind];
        let group = list.group(at);
        let value = self.facet_value(&group.value, lang);
        FilterView {
            facet: self.facet_label(kind, &list.facets[at.facet], lang),
            is_vague: group.value.key.as_str() == "other" || !value.text.contains(char::is_alphabetic),
            value,
        }
    }

    fn facet_label(&self, kind: usize, facet: &Facet, lang: Lang) -> Saying {
        let spec = self.site.frame.kinds.get(kind).field(&facet.name);
        spec.map_or_else(|| plain(&*facet.name), |spec| say_or(self.site, &spec.label, lang))
    }

    fn facet_value(&self, value: &FacetValue, lang: Lang) -> Saying {
        let site = self.site;
        let (words, languages) = (&site.frame.words, &site.frame.config.languages);
        let (text, other) = facets::label(value, lang, languages, words, &|key| site.title(key));
        Saying {
            text,
            lang: other.map(|l| self.tag(l)),
        }
    }

    fn facets(&self, lang: Lang, kind: usize) -> Vec<FacetView> {
        let list = &self.site.lists[kind];
        let facets = list
            .facets
            .iter()
            .enumerate()
            .filter(|(_, facet)| !facet.values.is_empty());
        facets
            .map(|(f, facet)| FacetView {
                label: self.facet_label(kind, facet, lang),
                values: (0..facet.values.len())
                    .map(|v| self.facet_link(lang, kind, Narrowed { facet: f, value: v }))
                    .collect(),
            })
            .collect()
    }

    fn facet_link(&self, lang: Lang, kind: usize, at: Narrowed) -> FacetLink {
        let group = self.site.lists[kind].group(at);
        FacetLink {
            label: self.facet_value(&group.value, lang),
            path: self.href(&Page::List {
                lang,
                kind,
                narrowed: Some(at),
                number: 1,
            }),
            count: group.order[lang.index()].len(),
        }
    }

    pub(super) fn az(&self, lang: Lang, letter: Option<usize>) -> Made<'a> {
        let letters = &self.plan.letters[lang.index()];
        let path = |i: usize| {
            if self.plan.is_az_split {
                self.href(&Page::Az(lang, Some(i)))
            } else {
                format!("{}#{}", self.href(&Page::Az(lang, None)), letters[i].id)
            }
        };
        let links = letters.iter().enumerate().map(|(i, l)| AzLetter {
            letter: l.letter.clone(),
            path: path(i),
            count: l.entries.len(),
            current: letter == Some(i),
        });
        let shown: Vec<usize> = match letter {
            Some(i) => vec![i],
            None if self.plan.is_az_split => Vec::new(),
            None => (0..letters.len()).collect(),
        };
        let groups = shown.into_iter().map(|i| AzGroup {
            letter: letters[i].letter.clone(),
            id: letters[i].id.clone(),
            rows: letters[i].entries.iter().map(|e| self.row(lang, *e)).collect(),
        });
        let view = AzView {
            letters: links.collect(),
            groups: groups.collect(),
            total: letters.iter().map(|l| l.entries.len()).sum(),
        };
        let title = match letter {
            Some(i) => format!("{} · {}", self.word(lang, "page.az"), letters[i].letter),
            None => self.word(lang, "page.az"),
        };
        let id = letter.map(|i| letters[i].id.clone());
        let same: Vec<Option<usize>> = self
            .plan
            .letters
            .iter()
            .map(|l| find_letter(l, id.as_deref()))
            .collect();
        // Letters differ by language: only those that exist in a language have a page there.
        let written = self
            .site
            .frame
            .config
            .languages
            .all()
            .filter(|l| id.is_none() || same[l.index()].is_some())
            .collect();
        let mut crumbs = vec![self.home_crumb(lang)];
        if letter.is_some() {
            crumbs.push(self.link(plain(self.word(lang, "page.az")), &Page::Az(lang, None)));
        }
        let head = Head {
            written,
            ..self.overview(title, crumbs, move |lang| Page::Az(lang, same[lang.index()]))
        };
        self.made(lang, head, Content::Az(Box::new(view)), CardLists::default())
    }

    fn row(&self, lang: Lang, entry: u32) -> AzRow {
        let card = self.cards.of(lang, entry);
        AzRow {
            title: card.title.clone(),
            path: card.path.clone(),
            kind_label: Saying::clone(&card.kind_label),
            code: self.codes.of(&card.key).map(|l| l.code.clone()),
        }
    }

    pub(super) fn codes_list(&self, lang: Lang, number: usize) -> Made<'a> {
        let listed = self.codes.listed();
        let size = self.plan.codes_size;
        let chunks = listed.chunks(size);
        let code = |i: &usize| self.codes.landings()[*i].code.clone();
        let ranges = chunks.enumerate().map(|(i, rows)| CodesRange {
            first: rows.first().map(code).unwrap_or_default(),
            last: rows.last().map(code).unwrap_or_default(),
            path: self.href(&Page::Codes(lang, i + 1)),
            current: i + 1 == number,
        });
        let rows = listed.chunks(size).nth(number - 1).unwrap_or(&[]);
        let view = CodesView {
            ranges: ranges.collect(),
            rows: rows.iter().map(|i| self.code_row(lang, *i)).collect(),
        };
        let title = self.word(lang, "page.codes");
        let crumbs = vec![self.home_crumb(lang)];
        let head = Head {
            title: numbered(&title, number),
            noindex: true,
            ..self.overview(title, crumbs, move |lang| Page::Codes(lang, number))
        };
        self.made(lang, head, Content::Codes(Box::new(view)), CardLists::default())
    }

    /// A row of the list of codes; a part of an entry shows its own title.
    fn code_row(&self, lang: Lang, landing: usize) -> AzRow {
        let landing = &self.codes.landings()[landing];
        let Some((entry, part)) = &landing.to else {
            return AzRow {
                title: Saying::default(),
                path: String::new(),
                kind_label: Saying::default(),
                code: None,
            };
        };
        let mut row = self.row(lang, *entry);
        row.code = Some(landing.code.clone());
        let card = &self.site.entries[*entry as usize].card;
        let (parts, is_there) = (&card.parts, card.status != Status::Withdrawn);
        if let Some((id, title)) = part
            .as_ref()
            .filter(|_| is_there)
            .and_then(|id| parts.iter().find(|(known, _)| **known == **id))
        {
            row.kind_label = row.title;
            row.title = say(self.site, title, lang).unwrap_or_default();
            row.path = format!("{}#{id}", row.path);
        }
        row
    }

    /// The entry before and after another one in the list of its kind.
    pub(super) fn neighbors_in_list(&self, lang: Lang, entry: u32) -> (Option<Link>, Option<Link>) {
        let kind = self.site.entries[entry as usize].kind;
        let order = &self.site.lists[kind].order[lang.index()];
        let ranks = &self.site.ranks[lang.index()];
        let Ok(at) = order.binary_search_by_key(&ranks[entry as usize], |i| ranks[*i as usize]) else {
            return (None, None);
        };
        let link = |i: Option<&u32>| {
            let card = self.cards.of(lang, *i?);
            Some(Link {
                label: card.title.clone(),
                path: card.path.clone(),
                current: false,
            })
        };
        (
            link(at.checked_sub(1).and_then(|i| order.get(i))),
            link(order.get(at + 1)),
        )
    }
}

/// What a list is called: its kind, and what it is narrowed to.
fn list_title(plural: &str, filter: Option<&FilterView>) -> String {
    match filter {
        Some(filter) if filter.is_vague => format!("{plural}: {}: {}", filter.facet.text, filter.value.text),
        Some(filter) => format!("{plural}: {}", filter.value.text),
        None => plural.to_string(),
    }
}

/// The way from page to page; `path` gives that of a number.
pub(super) fn pager(number: usize, count: usize, path: &dyn Fn(usize) -> String) -> Option<Pager> {
    if count < 2 {
        return None;
    }
    let shown = |n: &usize| *n == 1 || *n == count || n.abs_diff(number) <= 2;
    let mut pages = Vec::new();
    let mut last = 0;
    for n in (1..=count).filter(shown) {
        if n > last + 1 {
            pages.push(None);
        }
        pages.push(Some(PagerLink {
            number: n,
            path: path(n),
            current: n == number,
        }));
        last = n;
    }
    let previous = (number > 1).then(|| path(number - 1));
    let next = (number < count).then(|| path(number + 1));
    Some(Pager {
        number,
        count,
        previous,
        next,
        pages,
    })
}

fn find_letter(letters: &[crate::page::Letter], id: Option<&str>) -> Option<usize> {
    letters.iter().position(|l| Some(l.id.as_str()) == id)
}
