//! Views of entries and of the pages of books.
//!
//! Entry point: the methods of [`Viewer`]. Invariant: what is not translated is shown in another language and says so.

use super::frame::{plain, say, say_or, title};
use super::gate::Gate;
use super::model::{
    CardGroup, CardLists, CardView, ChapterView, Content, EntryView, FieldView, Heading, Link, Near, PictureView,
    Saying,
};
use super::prose::{ProseView, Target};
use super::viewer::{Head, Made, Viewer};
use super::world::{Medium, code_view};
use crate::entry::model::{Entry, Status, prose_for};
use crate::entry::prose::{Prose, Target as Written};
use crate::page::Page;
use crate::schema::field::group::show_items;
use crate::schema::spec::Section;
use crate::schema::value::{Fields, Value};
use crate::site::{route, trails};
use crate::text::Lang;
use crate::text::number::with_unit;

/// What is farther away is not nearby, even if nothing is nearer: a morning's ride.
pub(super) const NEARBY: u32 = 60_000;

/// So many cards of entries that refer to this one; where there are more, one less, and links to the rest.
const BACK_CARDS: usize = 9;

/// Common fields that the page shows in places of their own.
const PLACED: &[&str] = &["title", "summary", "photos"];

impl<'a> Viewer<'a> {
    pub(super) fn entry(&self, lang: Lang, me: u32) -> Made<'a> {
        let site = self.site;
        let entry = &site.entries[me as usize];
        let path = self.path(&Page::Entry(lang, me));
        let is_shown = entry.card.status != Status::Withdrawn;
        let languages = &site.frame.config.languages;
        let told = prose_for(&entry.body.prose, languages, lang).filter(|_| is_shown);
        let other = told.and_then(|(_, other)| other);
        let prose = told.map(|(prose, _)| self.prose_view(prose, lang, me, &path));
        let mut view = self.entry_view(lang, me);
        (view.untranslated, view.untranslated_lang) = self.other_language(lang, other);
        view.body_lang = other.map(|l| self.tag(l));
        view.toc = told.map_or(Vec::new(), |(prose, _)| toc(prose));
        let written = self.written(entry);
        let head = Head {
            title: view.title.text.clone(),
            description: self.description(lang, entry, &view.title.text),
            in_lang: Box::new(move |lang| Page::Entry(lang, me)),
            written,
            breadcrumbs: self.entry_crumbs(lang, entry),
            color: view.kind.color.clone(),
            image: self.entry_image(me, lang, view.hero.as_ref()),
            og: "article",
            noindex: !is_shown,
        };
        let cards = CardLists {
            back: self.back(lang, me),
            related: list_if(is_shown, || self.related(lang, me)),
            nearest: list_if(is_shown, || self.nearest(lang, me)),
            ..CardLists::default()
        };
        let view = self.page(lang, head, Content::Entry(Box::new(view)), cards);
        Made::View(Box::new(view), prose, lang)
    }

    /// What search engines and shared links say of an entry: its summary; of one that was taken down, that it was.
    fn description(&self, lang: Lang, entry: &Entry, title: &str) -> String {
        let said = match entry.card.status {
            Status::Withdrawn => self.word(lang, "page.withdrawn"),
            _ => {
                let languages = &self.site.frame.config.languages;
                languages.plain(&entry.card.summary, lang).to_string()
            }
        };
        if said.is_empty() { title.to_string() } else { said }
    }

    fn entry_crumbs(&self, lang: Lang, entry: &Entry) -> Vec<Link> {
        let mut crumbs = vec![self.home_crumb(lang)];
        if self.site.frame.kinds.get(entry.kind).listed {
            crumbs.push(self.kind_crumb(lang, entry.kind));
        }
        crumbs
    }

    /// Languages in which an entry is really written: title or prose. Never empty.
    fn written(&self, entry: &Entry) -> Vec<Lang> {
        let languages = &self.site.frame.config.languages;
        written_in(languages.all().filter(|l| entry.card.is_written(*l)))
    }

    fn entry_view(&self, lang: Lang, me: u32) -> EntryView {
        let site = self.site;
        let entry = &site.entries[me as usize];
        let is_shown = entry.card.status != Status::Withdrawn;
        let mut kind = self.shared.of(lang).kinds[entry.kind].clone();
        kind.current = true;
        let mut pictures = list_if(is_shown, || self.pictures(lang, me)).into_iter();
        let (previous, next) = self.neighbors_in_list(lang, me);
        let fields = |section| list_if(is_shown, || self.fields(lang, me, section));
        let (facts, buy) = (fields(Section::Facts), fields(Section::Buy));
        let gate = Gate::of(&facts, &buy);
        let spot = entry.card.spot.filter(|_| is_shown);
        EntryView {
            key: entry.key.to_string(),
            kind,
            title: title(site, entry, lang),
            summary: say(site, &entry.card.summary, lang).filter(|_| is_shown),
            sample: entry.card.sample,
            draft: entry.card.status == Status::Draft,
            withdrawn: !is_shown,
            untranslated: None,
            untranslated_lang: None,
            hero: pictures.next(),
            gallery: pictures.collect(),
            lead: fields(Section::Lead),
            seal: gate.seal,
            makers: gate.makers,
            directions: gate.directions,
            price: gate.price,
            facts,
            story: fields(Section::Story),
            parts: fields(Section::Parts),
            visit: fields(Section::Visit),
            buy,
            media: fields(Section::Media),
            sources: fields(Section::Sources),
            body: String::new(),
            body_lang: None,
            toc: Vec::new(),
            chapters: list_if(is_shown, || self.chapter_links(lang, me, None)),
            onward: list_if(is_shown, || self.onward(lang, me)),
            previous,
            next,
            code: code_view(site, self.codes, &entry.key),
            updated: entry.card.updated.map(|date| site.frame.words.formats(lang).date(date)),
            at: spot.map(|(lat, lon)| (degrees(lat), degrees(lon))),
            save: (entry.card.status == Status::Published && site.frame.config.offline).then(|| self.save(lang, me)),
            map: spot.and_then(|_| self.neighborhood(lang, me)),
        }
    }

    fn fields(&self, lang: Lang, me: u32, section: Section) -> Vec<FieldView> {
        let site = self.site;
        let entry = &site.entries[me as usize];
        let world = self.world(lang, me);
        let showing = world.showing();
        let specs = site.frame.kinds.get(entry.kind).fields.iter();
        let shown = specs.filter(|s| s.section == section && !PLACED.contains(&s.name.as_str()));
        shown
            .filter_map(|spec| {
                let mut items = show_items(entry.body.fields.get(&spec.name)?, spec, &showing);
                if spec.name == trails::STOPS {
                    self.with_legs(lang, &mut items);
                }
                (!items.is_empty()).then(|| FieldView {
                    name: spec.name.clone(),
                    label: say(site, &spec.label, lang).unwrap_or_else(|| plain(&*spec.name)),
                    show: spec.field.component(&items),
                    items,
                })
            })
            .collect()
    }

    fn pictures(&self, lang: Lang, me: u32) -> Vec<PictureView> {
        let entry = &self.site.entries[me as usize];
        let photos = entry.body.fields.items("photos").iter().filter_map(Value::fields);
        photos.filter_map(|photo| self.picture(lang, me, photo)).collect()
    }

    fn picture(&self, lang: Lang, me: u32, photo: &Fields) -> Option<PictureView> {
        let Value::File(file) = photo.get("file")? else {
            return None;
        };
        let Medium::Picture(link) = self.media.get(&me)?.get(&*file.path)? else {
            return None;
        };
        let said = |name: &str| photo.text(name).and_then(|text| say(self.site, text, lang));
        let mut picture = super::frame::picture(link, said("alt"));
        picture.caption = said("caption");
        picture.credit = said("credit");
        picture.licence = photo.word("licence").map(str::to_string);
        Some(picture)
    }

    /// Who refers to this entry, under headings. Several kinds may use one heading: visitors see it once.
    fn back(&self, lang: Lang, me: u32) -> Vec<CardGroup> {
        let mut headed: Vec<(Saying, Vec<u32>)> = Vec::new();
        for group in &self.site.back[me as usize] {
            let heading = say_or(self.site, &group.heading, lang);
            match headed.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, from)) => from.extend(&group.from),
                None => headed.push((heading, group.from.clone())),
            }
        }
        let groups = headed.into_iter().map(|(heading, mut from)| {
            from.sort_unstable_by_key(|i| self.site.ranks[lang.index()][*i as usize]);
            from.dedup();
            // A card more costs less room than a heading for it.
            let others = match from.len() {
                0..=BACK_CARDS => Vec::new(),
                _ => from.split_off(BACK_CARDS - 1),
            };
            let card = |i: u32| self.cards.of(lang, i);
            let link = |card: &CardView| Link {
                label: card.title.clone(),
                path: card.path.clone(),
                current: false,
            };
            CardGroup {
                heading,
                cards: from.into_iter().map(|i| card(i).clone()).collect(),
                others: others.into_iter().map(|i| link(card(i))).collect(),
            }
        });
        groups.collect()
    }

    /// What the author calls related, without what the page lists already because it refers to this entry.
    fn related(&self, lang: Lang, me: u32) -> Vec<std::sync::Arc<CardView>> {
        let entry = &self.site.entries[me as usize];
        let is_listed = |i: &u32| self.site.back[me as usize].iter().any(|group| group.from.contains(i));
        let refs = entry.body.fields.items("related").iter();
        let known = refs.filter_map(|value| match value {
            Value::Ref(reference) => self.site.index.get(&*reference.key).copied(),
            _ => None,
        });
        let shown = known.filter(|i| self.site.entries[*i as usize].card.status == Status::Published && !is_listed(i));
        shown.map(|i| self.cards.of(lang, i).clone()).collect()
    }

    fn nearest(&self, lang: Lang, me: u32) -> Vec<Near> {
        let neighbors = self.site.nearest[me as usize].iter();
        let near = neighbors.filter(|(_, meters)| *meters <= NEARBY);
        // In the order in which the map that stands with them numbers them.
        near.map(|(other, meters)| Near {
            card: self.cards.of(lang, *other).clone(),
            distance: self.way(lang, (me, *other), *meters),
        })
        .collect()
    }

    /// A straight-line distance in words: `850 m`, `1,2 km`, `45 km`.
    pub(super) fn distance(&self, lang: Lang, meters: u32) -> String {
        let formats = self.site.frame.words.formats(lang);
        let rounded = (meters + 5) / 10 * 10;
        if rounded < 1000 {
            return with_unit(&rounded.to_string(), "m");
        }
        let tenths = (meters + 50) / 100;
        if tenths < 100 {
            return with_unit(&formats.tenths(u64::from(tenths)), "km");
        }
        with_unit(&formats.number(i64::from((meters + 500) / 1000)), "km")
    }

    fn chapter_links(&self, lang: Lang, me: u32, current: Option<usize>) -> Vec<Link> {
        let chapters = self.site.entries[me as usize].body.chapters.iter().enumerate();
        chapters
            .map(|(i, chapter)| Link {
                label: say(self.site, &chapter.title, lang).unwrap_or_else(|| plain(&*chapter.slug)),
                path: self.href(&Page::Chapter(lang, me, i)),
                current: current == Some(i),
            })
            .collect()
    }

    /// What the language is called in which a text is shown that the page's language lacks: by a word of the page's
    /// language, else by its own name, and then in which language that is.
    fn other_language(&self, lang: Lang, other: Option<Lang>) -> (Option<String>, Option<String>) {
        let Some(other) = other else { return (None, None) };
        let tag = self.tag(other);
        let key = format!("language.{tag}");
        match self.word(lang, &key) {
            word if word == key => {
                let own = self.site.frame.config.languages.get(other).name.clone();
                (Some(own), Some(tag))
            }
            word => (Some(word), None),
        }
    }

    pub(super) fn chapter(&self, lang: Lang, me: u32, at: usize) -> Made<'a> {
        let site = self.site;
        let languages = &site.frame.config.languages;
        let entry = &site.entries[me as usize];
        let chapter = &entry.body.chapters[at];
        let path = self.path(&Page::Chapter(lang, me, at));
        let told = prose_for(&chapter.prose, languages, lang);
        let other = told.and_then(|(_, other)| other);
        let prose = told.map(|(prose, _)| self.prose_view(prose, lang, me, &path));
        let chapters = self.chapter_links(lang, me, Some(at));
        let book = self.link(title(site, entry, lang), &Page::Entry(lang, me));
        let heading = say(site, &chapter.title, lang).unwrap_or_else(|| plain(&*chapter.slug));
        let (untranslated, untranslated_lang) = self.other_language(lang, other);
        let view = ChapterView {
            title: heading.clone(),
            number: at + 1,
            count: chapters.len(),
            untranslated,
            untranslated_lang,
            body: String::new(),
            body_lang: other.map(|l| self.tag(l)),
            previous: at.checked_sub(1).and_then(|i| chapters.get(i)).cloned(),
            next: chapters.get(at + 1).cloned(),
            chapters,
            book: book.clone(),
        };
        let own = |l: &Lang| chapter.prose.get(l.index()).is_some_and(Option::is_some);
        let mut crumbs = self.entry_crumbs(lang, entry);
        crumbs.push(book.clone());
        let head = Head {
            title: format!("{} · {}", heading.text, book.label.text),
            description: told.map_or_else(|| heading.text.clone(), |(prose, _)| prose.opening(160)),
            in_lang: Box::new(move |lang| Page::Chapter(lang, me, at)),
            written: written_in(languages.all().filter(own)),
            breadcrumbs: crumbs,
            color: site.frame.kinds.get(entry.kind).color.clone(),
            image: self.entry_image(me, lang, None),
            og: "article",
            noindex: false,
        };
        let view = self.page(lang, head, Content::Chapter(Box::new(view)), CardLists::default());
        Made::View(Box::new(view), prose, lang)
    }

    /// The prose of a page with its links resolved. Pictures of a book's page lie in the book's folder.
    fn prose_view(&self, prose: &'a Prose, lang: Lang, me: u32, path: &str) -> ProseView<'a> {
        let root = route::root(path);
        let targets = prose
            .links()
            .iter()
            .map(|link| self.target(&link.target, lang, me, &root))
            .collect();
        ProseView { prose, targets }
    }

    fn target(&self, target: &Written, lang: Lang, me: u32, root: &str) -> Target {
        let site = self.site;
        let external = |href: String| Target::Href { href, external: true };
        let internal = |href: String| Target::Href { href, external: false };
        match target {
            Written::Entry { key, .. } if key.is_empty() => internal(format!("{root}{}", self.href(&Page::Home(lang)))),
            Written::Entry { key, fragment } => {
                let Some(entry) = site.find(key).filter(|e| e.card.status == Status::Published) else {
                    return Target::Missing;
                };
                let fragment = fragment.as_ref().map_or(String::new(), |f| ["#", f].concat());
                let path = [site.path(entry, lang), fragment].concat();
                internal([root, &site.routes.href(&path)].concat())
            }
            Written::Fragment(id) => internal(["#", id].concat()),
            Written::File(path) => self.file_target(me, path, root),
            Written::Web(url) => external(url.to_string()),
            Written::Mail(address) => internal(format!("mailto:{address}")),
            Written::Tel(number) => internal(format!("tel:{number}")),
            Written::Geo(place) => internal(format!("geo:{place}")),
            Written::Lang(tag) => Target::Lang(tag.to_string()),
            Written::Refused(_) => Target::Missing,
        }
    }

    fn file_target(&self, me: u32, path: &str, root: &str) -> Target {
        match self.media.get(&me).and_then(|files| files.get(path)) {
            Some(Medium::File(file)) => Target::Href {
                href: format!("{root}{}", file.path),
                external: false,
            },
            Some(Medium::Picture(picture)) => {
                let sizes = &picture.sizes;
                let shown = sizes.iter().rev().find(|(_, w)| *w <= 1000).or(sizes.first());
                let largest = picture.webp.last().or(sizes.last());
                let (Some(largest), Some(shown)) = (largest, shown) else {
                    return Target::Missing;
                };
                let set = |sizes: &[(String, u32)]| {
                    let one = |(path, width): &(String, u32)| format!("{root}{path} {width}w");
                    sizes.iter().map(one).collect::<Vec<_>>().join(", ")
                };
                let height = u64::from(shown.1) * u64::from(picture.height) / u64::from(picture.width.max(1));
                Target::Picture {
                    src: format!("{root}{}", shown.0),
                    srcset: (sizes.len() > 1).then(|| set(sizes)),
                    webp: (!picture.webp.is_empty()).then(|| set(&picture.webp)),
                    width: shown.1,
                    height: u32::try_from(height).unwrap_or(0),
                    href_full: Some(format!("{root}{}", largest.0)),
                }
            }
            None => Target::Missing,
        }
    }
}

/// A list of what a page shows, unless the entry was taken down.
fn list_if<T>(is_shown: bool, list: impl FnOnce() -> Vec<T>) -> Vec<T> {
    if is_shown { list() } else { Vec::new() }
}

/// Languages in which something is written; the source language when it is in none.
fn written_in(languages: impl Iterator<Item = Lang>) -> Vec<Lang> {
    let written: Vec<Lang> = languages.collect();
    if written.is_empty() { vec![Lang(0)] } else { written }
}

fn toc(prose: &Prose) -> Vec<Heading> {
    let headings = prose.headings().iter();
    headings
        .map(|h| Heading {
            level: h.level,
            id: h.id.to_string(),
            text: h.text.to_string(),
        })
        .collect()
}

/// Millionths of a degree as people copy them: `21.277900`.
pub(super) fn degrees(micro: i32) -> String {
    let sign = if micro < 0 { "-" } else { "" };
    let micro = micro.unsigned_abs();
    format!("{sign}{}.{:06}", micro / 1_000_000, micro % 1_000_000)
}
