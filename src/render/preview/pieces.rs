//! What invented pages have in common: the site, its kinds, cards and pictures.
//!
//! Entry point: [`site`], [`surroundings`], [`card`]. Invariant: texts stand in the language that is asked for.

use crate::view::model::*;
use crate::view::script_json::ScriptJson;
use serde_json::json;
use std::sync::Arc;

/// A text in the page's language.
pub(super) fn say(lang: &str, vi: &str, en: &str) -> Saying {
    Saying {
        text: if lang == "vi" { vi } else { en }.to_string(),
        lang: None,
    }
}

pub(super) fn plain(text: &str) -> Saying {
    Saying {
        text: text.into(),
        lang: None,
    }
}

pub(super) fn kinds(lang: &str) -> Vec<KindView> {
    [
        (
            "relic",
            "Di tích",
            "Relics",
            "son",
            12,
            "Đình, chùa, đền, bia, thành: những nơi chốn có lịch sử.",
            "Communal houses, pagodas, steles and citadels: places with a history.",
        ),
        (
            "product",
            "Sản phẩm",
            "Products",
            "la",
            8,
            "Sản vật của làng, người làm ra và nơi bán.",
            "What villages make, who makes it and where to buy it.",
        ),
        (
            "bookcase",
            "Tủ sách",
            "Bookcases",
            "cham",
            3,
            "Sách mở ra đọc ngay trên điện thoại.",
            "Books to read on the telephone, at once.",
        ),
        (
            "trail",
            "Tuyến tham quan",
            "Trails",
            "hoe",
            2,
            "Đi qua nhiều nơi trong một buổi.",
            "Several places in half a day.",
        ),
    ]
    .map(|(key, vi, en, color, count, about_vi, about_en)| KindView {
        key: key.into(),
        layout: key.into(),
        label: say(lang, vi, en.trim_end_matches('s')),
        plural: say(lang, vi, en),
        about: Some(say(lang, about_vi, about_en)),
        color: color.into(),
        path: format!("{lang}/{key}/"),
        count,
        current: false,
    })
    .into()
}

pub(super) fn kind(lang: &str, key: &str) -> KindView {
    let color = match key {
        "market" => "nau",
        _ => "muc",
    };
    let known = kinds(lang).into_iter().find(|k| k.key == key);
    known.unwrap_or_else(|| KindView {
        key: key.into(),
        layout: key.into(),
        label: say(lang, "Chợ", "Market"),
        plural: say(lang, "Chợ", "Markets"),
        about: None,
        color: color.into(),
        path: format!("{lang}/{key}/"),
        count: 1,
        current: true,
    })
}

pub(in crate::render) fn site(lang: &str) -> SiteView {
    SiteView {
        title: say(lang, "Văn Bia", "Van Bia"),
        tagline: Some(say(
            lang,
            "Di sản và sản vật, kể bằng hai thứ tiếng",
            "Heritage and local goods, told in two languages",
        )),
        home: format!("{lang}/"),
        az: format!("{lang}/a-z/"),
        codes: format!("{lang}/ma/"),
        feed: format!("{lang}/feed.xml"),
        map: Some(format!("{lang}/map/")),
        saved: format!("{lang}/saved/"),
        offline: true,
        about: Some(format!("{lang}/gioi-thieu/")),
        menu: kinds(lang),
        owner: OwnerView {
            name: Some(say(lang, "Đoàn Thanh niên xã mẫu", "Youth Union of a sample commune")),
            address: Some(say(lang, "Trụ sở xã mẫu", "Commune office")),
            responsible: None,
            email: Some("hoi@van-bia.example".into()),
            phone: None,
            tel: None,
        },
        licence: Some(LicenceView {
            name: "CC BY 4.0".into(),
            url: Some("https://creativecommons.org/licenses/by/4.0/".into()),
        }),
        host: "van-bia.example".into(),
        base_url: "https://van-bia.example/".into(),
    }
}

pub(super) fn surroundings(lang: &str, path: &str, title: &str, color: &str) -> PageView {
    let translation = |code: &str, name: &str| Translation {
        lang: code.into(),
        name: name.into(),
        path: path.replacen(lang, code, 1),
        current: code == lang,
    };
    PageView {
        title: title.into(),
        description: "Một ngôi chùa cổ dựng bằng đất nện và đá ong.".into(),
        path: path.into(),
        canonical: format!("https://van-bia.example/{path}"),
        noindex: false,
        alternates: ["vi", "en", "x-default"]
            .map(|code| Alternate {
                lang: code.into(),
                href: format!("https://van-bia.example/{path}"),
            })
            .into(),
        translations: vec![translation("vi", "Tiếng Việt"), translation("en", "English")],
        og: OpenGraph {
            kind: "article",
            locale: "vi_VN".into(),
            alternates: vec!["en_GB".into()],
            image: Some(OgImage {
                url: "https://van-bia.example/media/og.jpg".into(),
                width: 1200,
                height: 630,
                alt: "Tranh".into(),
            }),
        },
        linked_data: Some(ScriptJson::of(
            &json!({"@context": "https://schema.org", "@type": "LandmarksOrHistoricalBuildings", "name": title}),
        )),
        qr: Some("qr.svg".into()),
        breadcrumbs: vec![Link {
            label: say(lang, "Trang chủ", "Home"),
            path: format!("{lang}/"),
            current: false,
        }],
        color: color.into(),
    }
}

pub(super) fn picture(name: &str, vi: &str) -> PictureView {
    PictureView {
        sizes: [480, 1080]
            .map(|width| PictureSize {
                path: format!("media/{name}.jpg"),
                width,
            })
            .into(),
        webp: [360, 1600]
            .map(|width| PictureSize {
                path: format!("media/{name}.webp"),
                width,
            })
            .into(),
        width: 1080,
        height: 720,
        tone: Some(6),
        alt: Some(plain(vi)),
        caption: Some(plain(vi)),
        credit: Some(plain("Tranh vẽ của dự án")),
        licence: Some("CC BY 4.0".into()),
    }
}

pub(super) fn card(lang: &str, n: usize) -> Arc<CardView> {
    let titles = [
        ("Chùa Bổ Đà", "Bo Da Pagoda", "relic", "son"),
        ("Bia Chăm Tư Lương", "Cham Stele of Tu Luong", "relic", "son"),
        ("Yến thô Minh Ánh", "Minh Anh raw bird’s nest", "product", "la"),
        ("Tủ sách nhà văn hóa thôn", "Village house bookcase", "bookcase", "cham"),
        (
            "Di tích chiến thắng Đak Pơ trên Quốc lộ 19",
            "Site of the Dak Po victory on National Road 19",
            "relic",
            "son",
        ),
        (
            "Một buổi bên sông Cầu",
            "Half a day along the Cau river",
            "trail",
            "hoe",
        ),
    ];
    let (vi, en, key, color) = titles[n % titles.len()];
    let stars = json!({"stars": 4, "text": "4 sao OCOP"});
    let facts = if key == "product" {
        vec![stars, json!({"text": "Thực phẩm"})]
    } else {
        vec![
            json!({"text": "Di tích quốc gia đặc biệt"}),
            json!({"text": "Kiến trúc, nghệ thuật"}),
        ]
    };
    Arc::new(CardView {
        key: format!("{key}/{n}").into(),
        title: say(lang, vi, en),
        summary: Some(say(
            lang,
            "Một câu giới thiệu ngắn, đủ để biết có nên mở trang này ra đọc tiếp hay không.",
            "One short sentence, enough to know whether to open this page and read on.",
        )),
        path: format!("{lang}/{key}/mau/"),
        kind: key.into(),
        kind_label: kind(lang, key).label.into(),
        color: color.into(),
        thumb: (n != 3).then(|| Box::new(picture(&format!("p{}", n % 3), "Tranh vẽ"))),
        facts,
        sample: key == "product",
        large: false,
        eager: false,
        index: n as u32,
    })
}

/// The first card of the home page.
pub(super) fn first(lang: &str) -> Arc<CardView> {
    let thumb = Some(Box::new(picture("p0", "Tranh vẽ")));
    Arc::new(CardView {
        thumb,
        large: true,
        ..CardView::clone(&card(lang, 0))
    })
}
