//! Pages of every kind from invented views, for tests and for looking at: `cargo test --lib writes_a_preview` writes
//! them to `target/preview/`. Entry point: [`page`]. Invariant: every kind of page and every way to show a field occurs.

#![allow(clippy::too_many_lines, reason = "data written out")]

mod entries;
mod pieces;

use self::entries::{PROSE, drawing, entry, product, special};
pub(super) use self::pieces::site;
use self::pieces::{card, first, kind, kinds, picture, plain, say, surroundings};
use super::*;
use crate::view::model::*;
use std::sync::Arc;

pub(super) fn page(renderer: &Renderer, lang: &str, which: &str) -> String {
    try_page(renderer, lang, which).unwrap_or_else(|e| panic!("{which}: {e:?}"))
}

pub(super) fn try_page(renderer: &Renderer, lang: &str, which: &str) -> Result<String, Diagnostic> {
    let shared = renderer.share(&site(lang), lang)?;
    let drawn: Result<Vec<Drawn>, _> = (0..6).map(|n| renderer.draw_card(&card(lang, n), &shared)).collect();
    let drawn = drawn?;
    let large = renderer.draw_card(&first(lang), &shared)?;
    let small = |card: &CardView| drawn.get(card.index as usize).filter(|_| !card.large);
    let card = |card: &CardView| small(card).unwrap_or(&large).clone();
    let page = renderer.render(&view(lang, which), &shared, &card);
    page.map(|html| String::from_utf8(html).unwrap())
}

/// Cards of every list; a page shows those that its template asks for.
fn cards(lang: &str) -> CardLists {
    let some = |range: std::ops::Range<usize>| range.map(|n| card(lang, n)).collect::<Vec<_>>();
    let near = |n, distance: &str| Near {
        card: card(lang, n),
        distance: distance.into(),
    };
    let heading = say(lang, "Cùng người làm", "By the same maker");
    CardLists {
        list: some(0..6),
        featured: std::iter::once(first(lang)).chain(some(1..3)).collect(),
        recent: some(3..6),
        back: vec![CardGroup {
            heading,
            cards: some(2..3),
            others: Vec::new(),
        }],
        related: some(1..2),
        nearest: vec![near(2, "1,2 km"), near(4, "3,4 km")],
    }
}

fn list(lang: &str) -> ListView {
    let value = |vi: &str, count| FacetLink {
        label: plain(vi),
        path: format!("{lang}/di-tich/x/"),
        count,
    };
    ListView {
        kind: kind(lang, "relic"),
        filter: None,
        total: 1_058,
        facets: vec![
            FacetView {
                label: say(lang, "Loại hình", "Type"),
                values: vec![
                    value("Di tích lịch sử", 31),
                    value("Kiến trúc, nghệ thuật", 20),
                    value("Khảo cổ", 7),
                ],
            },
            FacetView {
                label: say(lang, "Địa phương", "Place"),
                values: vec![value("Bắc Ninh", 40), value("Gia Lai", 18)],
            },
        ],
        pager: Some(Pager {
            number: 1,
            count: 3,
            previous: None,
            next: Some(format!("{lang}/relic/trang-2/")),
            pages: (1..4)
                .map(|number| {
                    Some(PagerLink {
                        number,
                        path: format!("{lang}/relic/"),
                        current: number == 1,
                    })
                })
                .collect(),
        }),
    }
}

fn home(lang: &str) -> HomeView {
    HomeView {
        intro: vec![say(
            lang,
            "Mỗi trang ở đây ứng với một mã gắn ngoài cổng, trên nhãn hàng hay bên tủ sách. Quét mã, đọc, nghe, rồi đi tiếp.",
            "Each page here belongs to a code at a gate, on a label or beside a bookcase. Scan, read, listen, and walk on.",
        )],
        cover: Some(picture("p0", "Tranh vẽ")),
        first: None,
        doors: kinds(lang).into_iter().take(4).collect(),
        others: kinds(lang).into_iter().skip(4).collect(),
        total: 25,
    }
}

fn rows(lang: &str) -> Vec<AzRow> {
    ["Bia Chăm Tư Lương", "Bánh đa Cảnh Thụy", "Đình làng"]
        .map(|title| AzRow {
            title: plain(title),
            path: format!("{lang}/di-tich/mau/"),
            kind_label: say(lang, "Di tích", "Relic"),
            code: Some("735198".into()),
        })
        .into()
}

pub(super) fn view(lang: &str, which: &str) -> View {
    let (title, content) = match which {
        "home" => ("Văn Bia", Content::Home(Box::new(home(lang)))),
        "list" => ("Di tích", Content::List(Box::new(list(lang)))),
        "relic" => ("Chùa Bổ Đà", Content::Entry(Box::new(entry(lang, "relic")))),
        "product" => ("Yến thô Minh Ánh", Content::Entry(Box::new(product(lang)))),
        "trail" | "bookcase" | "market" => ("Tuyến", Content::Entry(Box::new(special(lang, which)))),
        "chapter" => (
            "Chương 2",
            Content::Chapter(Box::new(ChapterView {
                book: Link {
                    label: plain("Sổ tay người ghi bia"),
                    path: "vi/sach/mau/".into(),
                    current: false,
                },
                title: plain("Hỏi người lớn tuổi trong làng"),
                number: 2,
                count: 9,
                untranslated: None,
                untranslated_lang: None,
                body: PROSE.into(),
                body_lang: None,
                chapters: ["Mở đầu", "Hỏi người lớn tuổi trong làng", "Chụp ảnh"]
                    .iter()
                    .enumerate()
                    .map(|(i, t)| Link {
                        label: plain(t),
                        path: "vi/".into(),
                        current: i == 1,
                    })
                    .collect(),
                previous: Some(Link {
                    label: plain("Mở đầu"),
                    path: "vi/".into(),
                    current: false,
                }),
                next: Some(Link {
                    label: plain("Chụp ảnh"),
                    path: "vi/".into(),
                    current: false,
                }),
            })),
        ),
        "map" => (
            "Bản đồ",
            Content::Map(Box::new(MapView {
                total: 1,
                sections: vec![MapSection {
                    name: Some(plain("Bắc Ninh")),
                    map: drawing(),
                    places: vec![MapPlace {
                        title: plain("Chùa Bổ Đà"),
                        path: format!("{lang}/relic/"),
                        kind_label: say(lang, "Di tích", "Relic"),
                        google: "https://www.google.com/maps/dir/?api=1&destination=21.2,106.0".into(),
                        at: "21.2,106.0".into(),
                    }],
                }],
                areas: vec![AreaLink {
                    label: plain("Gia Lai"),
                    path: format!("{lang}/map/52/"),
                    count: 3,
                }],
                pager: None,
                near: format!("near/{lang}.json"),
                compass: "bắc|đông bắc|đông|đông nam|nam|tây nam|tây|tây bắc".into(),
                away: "{far} về phía {side}".into(),
            })),
        ),
        "saved" => ("Đã lưu", Content::Saved(SavedView {})),
        "codes" => (
            "Mã số",
            Content::Codes(Box::new(CodesView {
                rows: rows(lang),
                ranges: Vec::new(),
            })),
        ),
        _ => (
            "Từ A đến Z",
            Content::Az(Box::new(AzView {
                letters: ["B", "D", "Đ"]
                    .map(|l| AzLetter {
                        letter: l.into(),
                        path: format!("{lang}/a-z/"),
                        count: 2,
                        current: l == "B",
                    })
                    .into(),
                groups: ["B", "Đ"]
                    .map(|l| AzGroup {
                        letter: l.into(),
                        id: format!("chu-{l}"),
                        rows: rows(lang),
                    })
                    .into(),
                total: 1_025,
            })),
        ),
    };
    let color = match &content {
        Content::Entry(entry) => entry.kind.color.clone(),
        _ => "son".into(),
    };
    let path = if which == "home" {
        format!("{lang}/")
    } else {
        format!("{lang}/{which}/")
    };
    let mut page = surroundings(lang, &path, title, &color);
    if which == "home" {
        page.breadcrumbs.clear();
    }
    View {
        lang: lang.into(),
        root: if which == "home" { "../" } else { "../../" }.into(),
        page,
        content,
        cards: cards(lang),
    }
}

pub(super) fn landing(code: &str) -> LandingView {
    LandingView {
        code: code.into(),
        root: if code.is_empty() { "./" } else { "../" }.into(),
        languages: [("vi", "Tiếng Việt"), ("en", "English")]
            .map(|(lang, name)| LandingLanguage {
                lang: lang.into(),
                name: name.into(),
                site: site(lang).title,
                title: say(lang, "Chùa Bổ Đà", "Bo Da Pagoda"),
                summary: Some(say(
                    lang,
                    "Ngôi chùa tường đất bên sông Cầu, giữ kho ván khắc kinh và vườn tháp lớn.",
                    "An earth-walled pagoda by the Cau river, with woodblocks and a great garden of stupas.",
                )),
                path: Some(format!("{lang}/relic/")),
                home: format!("{lang}/"),
            })
            .into(),
        scope: "/".into(),
        canonical: "https://van-bia.example/vi/di-tich/chua-bo-da/".into(),
        image: Some(OgImage {
            url: "https://van-bia.example/media/chua-bo-da-og.3f9a1c22.jpg".into(),
            width: 1200,
            height: 630,
            alt: String::new(),
        }),
        retired: false,
    }
}

pub(super) fn bare() -> Vec<(&'static str, Bare)> {
    let sites = ["vi", "en"]
        .map(|lang| NotFoundLanguage {
            lang: lang.into(),
            site: Arc::new(site(lang)),
        })
        .into();
    vec![
        ("735198/index.html", Bare::Landing(Box::new(landing("735198")))),
        ("index.html", Bare::Landing(Box::new(landing("")))),
        (
            "old/index.html",
            Bare::Redirect(RedirectView {
                lang: "vi".into(),
                root: "../".into(),
                path: "vi/relic/".into(),
                canonical: "https://van-bia.example/vi/".into(),
                title: plain("Chùa Bổ Đà"),
            }),
        ),
        (
            "404.html",
            Bare::NotFound(NotFoundView {
                base_url: "https://van-bia.example/".into(),
                sites,
            }),
        ),
    ]
}

pub(super) const PAGES: [&str; 12] = [
    "home", "list", "relic", "product", "trail", "bookcase", "market", "chapter", "az", "codes", "map", "saved",
];

#[test]
#[allow(clippy::disallowed_methods, reason = "writes the preview for people to look at")]
fn writes_a_preview() {
    // The files as they are on disk now, so that a change of the theme can be seen without compiling anything.
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/stele");
    let on_disk: Vec<ThemeFile> = builtin::FILES
        .iter()
        .map(|(path, _)| ThemeFile {
            path: path.to_string(),
            file: format!("themes/stele/{path}").into(),
            bytes: std::fs::read(root.join(path)).unwrap(),
        })
        .collect();
    let (theme, found) = Theme::load(&on_disk, &[]);
    let (renderer, more) = Renderer::new(&theme, &super::tests::languages(), BTreeMap::new());
    assert!(found.is_empty() && more.is_empty(), "{found:?} {more:?}");
    let to = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/preview");
    let write = |path: &str, bytes: &[u8]| {
        let path = to.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    for asset in renderer.assets() {
        write(&asset.path, &asset.bytes);
    }
    for lang in ["vi", "en"] {
        for which in PAGES {
            let path = if which == "home" {
                format!("{lang}/index.html")
            } else {
                format!("{lang}/{which}/index.html")
            };
            write(&path, page(&renderer, lang, which).as_bytes());
        }
    }
    for (path, bare) in bare() {
        write(
            path,
            renderer
                .render_bare(&bare)
                .unwrap_or_else(|e| panic!("{path}: {e:?}"))
                .as_slice(),
        );
    }
}
