//! What many pages share: the site's header and footer, kinds, cards.
//!
//! Entry point: [`Shared::new`]. Invariant: made once per site and language; pages only point at it.

use super::model::{CardView, KindView, LicenceView, OwnerView, PictureSize, PictureView, Saying, SiteView};
use super::world::{EntryWorld, MediaMap, Medium};
use crate::entry::model::{Entry, Status};
use crate::schema::kind::Kind;
use crate::schema::showing::PictureLink;
use crate::site::Site;
use crate::site::codes::Codes;
use crate::text::phone::Phone;
use crate::text::{Lang, Text};
use serde_json::Value as Json;
use std::sync::Arc;

/// What pages of one language share.
#[derive(Clone, Debug)]
pub struct SharedLang {
    /// Header and footer.
    pub site: Arc<SiteView>,
    /// Per kind.
    pub kinds: Vec<KindView>,
}

/// What pages share, per language.
#[derive(Clone, Debug)]
pub struct Shared {
    /// Per language.
    pub langs: Vec<SharedLang>,
}

/// A text for a page in a language.
pub fn say(site: &Site, text: &Text, lang: Lang) -> Option<Saying> {
    let languages = &site.frame.config.languages;
    let said = languages.say(text, lang)?;
    Some(Saying {
        text: said.text.to_string(),
        lang: said.lang.map(|l| languages.get(l).code.clone()),
    })
}

/// A text, or the empty one.
pub fn say_or(site: &Site, text: &Text, lang: Lang) -> Saying {
    say(site, text, lang).unwrap_or_default()
}

/// A word in the page's language.
pub fn plain(text: impl Into<String>) -> Saying {
    Saying {
        text: text.into(),
        lang: None,
    }
}

impl Shared {
    /// Works out what pages share.
    pub fn new(site: &Site) -> Self {
        let languages = &site.frame.config.languages;
        let one = |lang| {
            let kinds: Vec<KindView> = (0..site.lists.len()).map(|i| kind_view(site, i, lang)).collect();
            SharedLang {
                site: Arc::new(site_view(site, &kinds, lang)),
                kinds,
            }
        };
        Self {
            langs: languages.all().map(one).collect(),
        }
    }

    /// What pages of a language share.
    pub fn of(&self, lang: Lang) -> &SharedLang {
        &self.langs[lang.index()]
    }
}

fn kind_view(site: &Site, index: usize, lang: Lang) -> KindView {
    let kind = site.frame.kinds.get(index);
    KindView {
        key: kind.key.clone(),
        layout: kind.layout.clone(),
        label: say_or(site, &kind.label, lang),
        plural: say_or(site, &kind.plural, lang),
        about: say(site, &kind.about, lang),
        color: kind.color.clone(),
        path: site.routes.href(&site.routes.list(lang, kind, None, 1)),
        count: site.lists[index].len(),
        current: false,
    }
}

fn site_view(site: &Site, kinds: &[KindView], lang: Lang) -> SiteView {
    let (config, routes) = (&site.frame.config, &site.routes);
    let all = &site.frame.kinds;
    let listed = |i: &usize| all.get(*i).listed && !site.lists[*i].is_empty();
    let menu: Vec<usize> = match config.menu.as_slice() {
        [] => (0..kinds.len()).filter(listed).collect(),
        folders => folders.iter().filter_map(|f| all.of_folder(f)).filter(listed).collect(),
    };
    let base = config.base_url.as_str();
    let host = base
        .split_once("://")
        .map_or(base, |(_, rest)| rest)
        .trim_end_matches('/');
    let about = site
        .find("pages/about")
        .map(|entry| routes.href(&site.path(entry, lang)));
    let is_on_map = |entry: &Arc<Entry>| entry.card.spot.is_some() && entry.card.status == Status::Published;
    let has_places = site.entries.iter().any(is_on_map);
    SiteView {
        title: say_or(site, &config.title, lang),
        tagline: say(site, &config.tagline, lang),
        home: routes.href(&routes.home(lang)),
        az: routes.href(&routes.az(lang, None)),
        codes: routes.href(&routes.codes(lang, 1)),
        feed: routes.feed(lang),
        map: has_places.then(|| routes.href(&routes.map(lang, None, 1))),
        saved: routes.href(&routes.saved(lang)),
        offline: config.offline,
        about,
        menu: menu.into_iter().map(|i| kinds[i].clone()).collect(),
        owner: owner_view(site, lang),
        licence: licence_view(site),
        host: host.to_string(),
        base_url: base.to_string(),
    }
}

fn owner_view(site: &Site, lang: Lang) -> OwnerView {
    let owner = &site.frame.config.owner;
    let phone = Phone::parse(&owner.phone).ok();
    let some = |text: &str| Some(text.to_string()).filter(|t| !t.is_empty());
    OwnerView {
        name: say(site, &owner.name, lang),
        address: say(site, &owner.address, lang),
        responsible: say(site, &owner.responsible, lang),
        email: some(&owner.email),
        phone: phone.as_ref().map(Phone::display).or_else(|| some(&owner.phone)),
        tel: phone.as_ref().map(Phone::link),
    }
}

fn licence_view(site: &Site) -> Option<LicenceView> {
    let licence = &site.frame.config.licence;
    let is_web = licence.url.starts_with("https://") || licence.url.starts_with("http://");
    let url = Some(licence.url.clone()).filter(|_| is_web);
    (!licence.name.is_empty()).then(|| LicenceView {
        name: licence.name.clone(),
        url,
    })
}

/// The cards of a site.
pub struct Cards {
    /// Per language, per entry.
    all: Vec<Vec<Arc<CardView>>>,
}

impl Cards {
    /// From cards that were made per language and entry, see [`card`].
    pub fn new(all: Vec<Vec<Arc<CardView>>>) -> Self {
        Self { all }
    }

    /// Puts another card in the place of an entry's.
    pub fn set(&mut self, lang: Lang, entry: u32, card: Arc<CardView>) {
        self.all[lang.index()][entry as usize] = card;
    }

    /// The card of an entry.
    pub fn of(&self, lang: Lang, entry: u32) -> &Arc<CardView> {
        &self.all[lang.index()][entry as usize]
    }
}

/// What the cards of a kind have in common in a language.
pub struct Cue {
    key: Arc<str>,
    label: Arc<Saying>,
    color: Arc<str>,
}

/// The cues of all kinds, by their places.
pub fn cues(site: &Site, lang: Lang) -> Vec<Cue> {
    let cue = |kind: &Kind| Cue {
        key: (&*kind.key).into(),
        label: say_or(site, &kind.label, lang).into(),
        color: (&*kind.color).into(),
    };
    site.frame.kinds.all().iter().map(cue).collect()
}

/// The card of an entry as other pages know it: all but its [`facts`], which only the drawn card shows.
pub fn card(site: &Site, media: &MediaMap, me: u32, lang: Lang, cues: &[Cue]) -> CardView {
    let entry = &site.entries[me as usize];
    let cue = &cues[entry.kind];
    CardView {
        key: entry.key.clone(),
        title: title(site, entry, lang),
        summary: say(site, &entry.card.summary, lang),
        path: site.routes.href(&site.path(entry, lang)),
        kind: cue.key.clone(),
        kind_label: cue.label.clone(),
        color: cue.color.clone(),
        thumb: thumb(site, media, me, lang, THUMB)
            .filter(|_| entry.card.status != Status::Withdrawn)
            .map(Box::new),
        facts: Vec::new(),
        sample: entry.card.sample,
        large: false,
        eager: false,
        index: me,
    }
}

/// The card of an entry for the place where the home page shows it large. `eager`: its picture is the first of the page.
pub(super) fn large(site: &Site, media: &MediaMap, card: &CardView, lang: Lang, eager: bool) -> CardView {
    let wider = thumb(site, media, card.index, lang, LARGE);
    CardView {
        thumb: card.thumb.clone().and(wider).map(Box::new),
        large: true,
        eager,
        ..card.clone()
    }
}

/// The few facts on the card of an entry.
pub fn facts(site: &Site, codes: &Codes, media: &MediaMap, me: u32, lang: Lang) -> Vec<Json> {
    let entry = &site.entries[me as usize];
    let kind = site.frame.kinds.get(entry.kind);
    let world = EntryWorld {
        site,
        codes,
        media,
        me,
        lang,
    };
    let showing = world.showing();
    let facts = kind.card.iter().filter_map(|name| {
        let (spec, value) = (kind.field(name)?, entry.card.brief.get(name)?);
        spec.field.brief(spec.field.foremost(value.items())?, spec, &showing)
    });
    facts.collect()
}

/// The title of an entry; its key when it has none.
pub fn title(site: &Site, entry: &Entry, lang: Lang) -> Saying {
    say(site, &entry.card.title, lang).unwrap_or_else(|| plain(&*entry.key))
}

/// Cards show no picture wider than this, in pixels: a list has many of them, and on a phone each is half a screen.
const THUMB: u32 = 360;

/// The large one of the home page may be this wide; it takes two thirds of a wide screen.
const LARGE: u32 = 1080;

/// The main picture of an entry in widths of at most `most` pixels.
fn thumb(site: &Site, media: &MediaMap, me: u32, lang: Lang, most: u32) -> Option<PictureView> {
    let (file, alt) = site.entries[me as usize].card.photo.as_ref()?;
    match media.get(&me)?.get(&*file.path)? {
        Medium::Picture(link) => {
            let mut thumb = picture(link, say(site, alt, lang));
            for sizes in [&mut thumb.sizes, &mut thumb.webp] {
                let fit = sizes.iter().take_while(|size| size.width <= most).count();
                sizes.truncate(fit.max(1));
            }
            Some(thumb)
        }
        Medium::File(_) => None,
    }
}

/// A picture without words around it.
pub fn picture(link: &PictureLink, alt: Option<Saying>) -> PictureView {
    let all = |sizes: &[(String, u32)]| -> Vec<PictureSize> {
        let one = |(path, width): &(String, u32)| PictureSize {
            path: path.clone(),
            width: *width,
        };
        sizes.iter().map(one).collect()
    };
    PictureView {
        sizes: all(&link.sizes),
        webp: all(&link.webp),
        width: link.width,
        height: link.height,
        alt,
        caption: None,
        credit: None,
        licence: None,
        tone: link.tone,
    }
}
