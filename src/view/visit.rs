//! Views for whoever stands outside: the map, neighbors, what can be kept for where there is no signal.
//!
//! Entry point: the methods of [`Viewer`], [`Viewer::kept`]. Invariant: sizes that are told before anything was made are
//! estimates and are called so; a map shows a place once.

use super::drawing::{Spot, draw};
use super::entry::{NEARBY, degrees};
use super::frame::{plain, say_or};
use super::lists::pager;
use super::model::{
    AreaLink, CardLists, Content, MapDrawing, MapPlace, MapSection, MapView, SaveView, SavedView, Saying,
};
use super::viewer::{Head, Made, Viewer, numbered};
use super::world::Medium;
use crate::entry::model::Status;
use crate::page::{Page, pages_of};
use crate::schema::field::audio;
use crate::schema::showing::PictureLink;
use crate::schema::spec::Section;
use crate::schema::value::Value;
use crate::site::areas::{Area, ON_A_MAP, bearing};
use crate::text::Lang;
use crate::text::number::with_unit;
use crate::text::pattern::put;

/// A place closer than this, in meters, is «here».
const HERE: u32 = 25;

/// About what a page weighs when it is compressed, in bytes.
const PAGE_BYTES: u64 = 8_000;
/// About what a picture of 768 × 512 pixels weighs, in bytes.
const PICTURE_BYTES: u64 = 60_000;
/// The width of kept pictures, or the next one above: large enough for a phone.
const KEPT_WIDTH: u32 = 768;

/// What one entry needs to be read, seen and heard without signal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Site paths of its pages in all languages, the page itself first.
    pub pages: Vec<String>,
    /// Site paths of codes, pictures and sounds.
    pub files: Vec<String>,
    /// About how much it is.
    pub bytes: u64,
}

impl<'a> Viewer<'a> {
    /// What has to be kept of an entry for readers of a language.
    pub fn kept(&self, lang: Lang, me: u32) -> Kept {
        let site = self.site;
        let entry = &site.entries[me as usize];
        let languages = &site.frame.config.languages;
        let mut kept = Kept::default();
        let others = languages.all().filter(|other| *other != lang);
        for lang in std::iter::once(lang).chain(others) {
            kept.pages.push(self.href(&Page::Entry(lang, me)));
            let chapters = 0..entry.body.chapters.len();
            kept.pages
                .extend(chapters.map(|c| self.href(&Page::Chapter(lang, me, c))));
        }
        kept.files.push([&self.path(&Page::Entry(lang, me)), "qr.svg"].concat());
        if let Some(landing) = self.codes.of(&entry.key) {
            let path = site.routes.landing(&landing.code);
            kept.pages.push(site.routes.href(&path));
            kept.files.push([&path, "qr.svg"].concat());
        }
        kept.bytes = PAGE_BYTES * kept.pages.len() as u64;
        let media = self.media.get(&me);
        for medium in media.into_iter().flat_map(|files| files.values()) {
            if let Medium::Picture(picture) = medium
                && let Some((path, bytes)) = kept_size(picture)
            {
                kept.files.push(path);
                kept.bytes += bytes;
            }
        }
        for sound in entry
            .body
            .fields
            .items("audio")
            .iter()
            .flat_map(|value| audio::heard(value, lang, languages))
        {
            if let Some(Medium::File(file)) = media.and_then(|files| files.get(&*sound.path)) {
                kept.files.push(file.path.clone());
                kept.bytes += file.bytes;
            }
        }
        kept
    }

    /// The entries that an entry leads through with its parts: the stops of a trail, the books of a bookcase.
    pub fn members(&self, me: u32) -> Vec<u32> {
        let site = self.site;
        let entry = &site.entries[me as usize];
        let mut members = Vec::new();
        let parts = site.frame.kinds.get(entry.kind).fields.iter();
        for spec in parts.filter(|spec| spec.section == Section::Parts) {
            let Some(value) = entry.body.fields.get(&spec.name) else {
                continue;
            };
            value.walk(&mut |value| {
                if let Value::Ref(reference) = value
                    && let Some(at) = site.index.get(&*reference.key).copied()
                    && at != me
                    && site.entries[at as usize].card.status == Status::Published
                    && !members.contains(&at)
                {
                    members.push(at);
                }
            });
        }
        members
    }

    /// Where the list of what an entry's members need stands.
    pub fn shard(&self, lang: Lang, me: u32) -> String {
        [&self.path(&Page::Entry(lang, me)), "offline.json"].concat()
    }

    pub(super) fn save(&self, lang: Lang, me: u32) -> SaveView {
        let kept = self.kept(lang, me);
        let members = self.members(me).len();
        SaveView {
            pages: kept.pages.join(" "),
            files: kept.files.join(" "),
            size: self.about(lang, kept.bytes),
            members: (members > 0).then_some(members),
            shard: self.shard(lang, me),
        }
    }

    /// A size that is known roughly: tenths of a megabyte.
    pub fn about(&self, lang: Lang, bytes: u64) -> String {
        let tenths = bytes.div_ceil(100_000).max(1);
        let number = self.site.frame.words.formats(lang).tenths(tenths);
        with_unit(&number, self.word(lang, "size.mb").replace("{n}", "").trim())
    }

    /// Distance and direction in words.
    pub(super) fn way(&self, lang: Lang, (from, to): (u32, u32), meters: u32) -> String {
        // Nobody measures more exactly than that.
        if meters < HERE {
            return self.word(lang, "compass.here");
        }
        let far = self.distance(lang, meters);
        let spot = |entry: u32| self.site.entries[entry as usize].card.spot;
        match (spot(from), spot(to)) {
            (Some(a), Some(b)) if a != b => {
                let side = self.word(lang, &format!("compass.{}", bearing(a, b)));
                put(&self.word(lang, "compass.away"), &[("far", &far), ("side", &side)])
            }
            _ => far,
        }
    }

    /// An entry among its neighbors, as far as they are near.
    pub(super) fn neighborhood(&self, lang: Lang, me: u32) -> Option<MapDrawing> {
        let here = self.site.entries[me as usize].card.spot?;
        let near = self.site.nearest[me as usize].iter().enumerate();
        let mut spots = vec![Spot {
            at: here,
            number: 0,
            name: &self.cards.of(lang, me).title,
        }];
        for (i, (other, _)) in near.filter(|(_, (_, meters))| *meters <= NEARBY) {
            spots.push(Spot {
                at: self.site.entries[*other as usize].card.spot?,
                number: i + 1,
                name: &self.cards.of(lang, *other).title,
            });
        }
        (spots.len() > 1).then(|| self.drawing(lang, &spots))
    }

    fn drawing(&self, lang: Lang, spots: &[Spot<'_>]) -> MapDrawing {
        let formats = self.site.frame.words.formats(lang);
        draw(spots, &|meters| match meters % 1_000 {
            0 => format!("{}\u{a0}km", formats.number(i64::from(meters / 1_000))),
            _ => self.distance(lang, meters),
        })
    }

    pub(super) fn map(&self, lang: Lang, area: Option<usize>, number: usize) -> Made<'a> {
        let plan = self.plan;
        let shown = area.or_else(|| plan.single_area().filter(|_| !plan.is_one_map()));
        let title = self.word(lang, "page.map");
        let mut crumbs = vec![self.home_crumb(lang)];
        if area.is_some() {
            crumbs.push(self.link(
                plain(title.clone()),
                &Page::Map {
                    lang,
                    area: None,
                    number: 1,
                },
            ));
        }
        let named = area.map(|i| self.area_name(lang, &plan.areas[i]));
        let title = named.map_or(title.clone(), |name| format!("{title}: {}", name.text));
        let head = Head {
            title: numbered(&title, number),
            ..self.overview(title, crumbs, move |lang| Page::Map { lang, area, number })
        };
        let view = match shown {
            Some(area) => self.map_of(lang, area, number),
            None => self.whole_map(lang),
        };
        self.made(lang, head, Content::Map(Box::new(view)), CardLists::default())
    }

    fn bare_map(&self, lang: Lang, total: usize) -> MapView {
        let sides = (0..8).map(|side| self.word(lang, &format!("compass.{side}")));
        MapView {
            total,
            sections: Vec::new(),
            areas: Vec::new(),
            pager: None,
            near: self.site.routes.near(lang, None),
            compass: sides.collect::<Vec<_>>().join("|"),
            away: self.word(lang, "compass.away"),
        }
    }

    /// All areas: with their maps when all places fit on one page, else as links.
    fn whole_map(&self, lang: Lang) -> MapView {
        let all = &self.plan.areas;
        let tops: Vec<usize> = (0..all.len()).filter(|i| all[*i].part_of.is_none()).collect();
        let total = tops.iter().map(|i| all[*i].entries.len()).sum();
        let mut view = self.bare_map(lang, total);
        if self.plan.is_one_map() {
            let name = |i: usize| (tops.len() > 1).then(|| self.area_name(lang, &all[i]));
            let one = |i: &usize| self.section(lang, &all[*i].entries, name(*i));
            view.sections = tops.iter().map(one).collect();
        } else {
            view.areas = tops.iter().map(|i| self.area_link(lang, *i)).collect();
        }
        view
    }

    fn map_of(&self, lang: Lang, at: usize, number: usize) -> MapView {
        let area = &self.plan.areas[at];
        let mut view = self.bare_map(lang, area.entries.len());
        view.areas = area.parts.iter().map(|part| self.area_link(lang, *part)).collect();
        if area.parts.is_empty() {
            let entries = area.entries.chunks(ON_A_MAP).nth(number - 1).unwrap_or(&[]);
            view.sections.push(self.section(lang, entries, None));
            let first = (self.plan.single_area() != Some(at)).then_some(at);
            let page_at = |number| Page::Map {
                lang,
                area: if number == 1 { first } else { Some(at) },
                number,
            };
            view.pager = pager(number, pages_of(area.entries.len(), ON_A_MAP), &|n| {
                self.href(&page_at(n))
            });
        }
        view
    }

    fn area_link(&self, lang: Lang, at: usize) -> AreaLink {
        let area = &self.plan.areas[at];
        AreaLink {
            label: self.area_name(lang, area),
            path: self.href(&Page::Map {
                lang,
                area: Some(at),
                number: 1,
            }),
            count: area.entries.len(),
        }
    }

    fn area_name(&self, lang: Lang, area: &Area) -> Saying {
        if let Some(name) = &area.name {
            let said = say_or(self.site, name, lang);
            return Saying {
                text: capital(&said.text),
                ..said
            };
        }
        let key = format!("province.{}", area.key);
        let name = self.word(lang, &key);
        plain(match name == key {
            true => self.word(lang, "page.elsewhere"),
            false => capital(&name),
        })
    }

    fn section(&self, lang: Lang, entries: &[u32], name: Option<Saying>) -> MapSection {
        let mut order: Vec<u32> = entries.to_vec();
        order.sort_unstable_by_key(|i| self.site.ranks[lang.index()][*i as usize]);
        let spots = order.iter().enumerate().filter_map(|(i, entry)| {
            Some(Spot {
                at: self.site.entries[*entry as usize].card.spot?,
                number: i + 1,
                name: &self.cards.of(lang, *entry).title,
            })
        });
        MapSection {
            name,
            map: self.drawing(lang, &spots.collect::<Vec<_>>()),
            places: order.iter().map(|entry| self.map_place(lang, *entry)).collect(),
        }
    }

    fn map_place(&self, lang: Lang, entry: u32) -> MapPlace {
        let card = self.cards.of(lang, entry);
        let (lat, lon) = self.site.entries[entry as usize].card.spot.unwrap_or_default();
        let at = format!("{},{}", degrees(lat), degrees(lon));
        MapPlace {
            title: card.title.clone(),
            path: card.path.clone(),
            kind_label: Saying::clone(&card.kind_label),
            google: format!("https://www.google.com/maps/dir/?api=1&destination={at}"),
            at,
        }
    }

    /// The page of what has been kept: the same for everybody until the browser fills it.
    pub(super) fn saved(&self, lang: Lang) -> Made<'a> {
        let title = self.word(lang, "page.saved");
        let head = Head {
            noindex: true,
            ..self.overview(title, vec![self.home_crumb(lang)], Page::Saved)
        };
        self.made(lang, head, Content::Saved(SavedView {}), CardLists::default())
    }
}

/// With a large first letter, as a heading.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The width of a picture that is kept, and about how much that is.
fn kept_size(picture: &PictureLink) -> Option<(String, u64)> {
    // Browsers that keep pages know the lighter form.
    let sizes = if picture.webp.is_empty() {
        &picture.sizes
    } else {
        &picture.webp
    };
    let wide = sizes.iter().find(|(_, width)| *width >= KEPT_WIDTH);
    let (path, width) = wide.or(sizes.last())?;
    let height = u64::from(*width) * u64::from(picture.height) / u64::from(picture.width.max(1));
    let pixels = u64::from(*width) * height;
    Some((path.clone(), pixels * PICTURE_BYTES / (768 * 512)))
}
