//! Pages of every kind from invented views, for tests and for looking at: `cargo test --lib writes_a_preview` writes
//! them to `target/preview/`.

use super::*;
use crate::view::model::*;
use serde_json::json;
use std::sync::Arc;

pub(super) fn page(renderer: &Renderer, lang: &str, which: &str) -> String {
    try_page(renderer, lang, which).unwrap_or_else(|e| panic!("{which}: {e:?}"))
}

pub(super) fn try_page(renderer: &Renderer, lang: &str, which: &str) -> Result<String, Diagnostic> {
    let shared = renderer.share(&site(lang), lang);
    renderer.render(&view(lang, which), &shared)
}

/// A text in the page's language.
fn say(lang: &str, vi: &str, en: &str) -> Saying {
    Saying {
        text: if lang == "vi" { vi } else { en }.to_string(),
        lang: None,
    }
}

fn plain(text: &str) -> Saying {
    Saying {
        text: text.into(),
        lang: None,
    }
}

fn kinds(lang: &str) -> Vec<KindView> {
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

fn kind(lang: &str, key: &str) -> KindView {
    let color = match key {
        "market" => "nau",
        _ => "muc",
    };
    let known = kinds(lang).into_iter().find(|k| k.key == key);
    known.unwrap_or_else(|| KindView {
        key: key.into(),
        label: say(lang, "Chợ", "Market"),
        plural: say(lang, "Chợ", "Markets"),
        about: None,
        color: color.into(),
        path: format!("{lang}/{key}/"),
        count: 1,
        current: true,
    })
}

pub(super) fn site(lang: &str) -> SiteView {
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

fn surroundings(lang: &str, path: &str, title: &str, color: &str) -> PageView {
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
        linked_data: Some(
            json!({"@context": "https://schema.org", "@type": "LandmarksOrHistoricalBuildings", "name": title}),
        ),
        qr: Some("qr.svg".into()),
        feed: format!("{lang}/feed.xml"),
        breadcrumbs: vec![Link {
            label: say(lang, "Trang chủ", "Home"),
            path: format!("{lang}/"),
            current: false,
        }],
        color: color.into(),
    }
}

fn picture(name: &str, vi: &str) -> PictureView {
    PictureView {
        sizes: [480, 1080]
            .map(|width| PictureSize {
                path: format!("media/{name}.svg"),
                width,
            })
            .into(),
        width: 1080,
        height: 720,
        alt: Some(plain(vi)),
        caption: Some(plain(vi)),
        credit: Some(plain("Tranh vẽ của dự án")),
        licence: Some("CC BY 4.0".into()),
    }
}

fn card(lang: &str, n: usize) -> Arc<CardView> {
    let titles = [
        ("Chùa Bổ Đà", "Bo Da Pagoda", "relic", "son"),
        ("Bia Chăm Tư Lương", "Cham Stele of Tu Luong", "relic", "son"),
        ("Yến thô Minh Ánh", "Minh Anh raw bird’s nest", "product", "la"),
        ("Tủ sách nhà văn hoá thôn", "Village house bookcase", "bookcase", "cham"),
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
        key: format!("{key}/{n}"),
        title: say(lang, vi, en),
        summary: Some(say(
            lang,
            "Một câu giới thiệu ngắn, đủ để biết có nên mở trang này ra đọc tiếp hay không.",
            "One short sentence, enough to know whether to open this page and read on.",
        )),
        path: format!("{lang}/{key}/mau/"),
        kind: key.into(),
        kind_label: kind(lang, key).label,
        color: color.into(),
        thumb: (n != 3).then(|| picture(&format!("p{}", n % 3), "Tranh vẽ")),
        facts,
        sample: key == "product",
        distance: None,
    })
}

fn field(lang: &str, name: &str, label: (&str, &str), show: &'static str, items: Json) -> FieldView {
    FieldView {
        name: name.into(),
        label: say(lang, label.0, label.1),
        show,
        items: items.as_array().cloned().unwrap_or_default(),
    }
}

fn group(fields: &[FieldView]) -> Json {
    json!({"fields": fields, "id": fields[0].name, "code": {"code": "735198", "svg": "735198/qr.svg", "address": "van-bia.example/735198/", "path": "735198/"}})
}

fn facts(lang: &str) -> Vec<FieldView> {
    vec![
        field(
            lang,
            "types",
            ("Loại hình", "Type"),
            "choice",
            json!([{"text": "Di tích kiến trúc, nghệ thuật"}, {"text": "Di tích lịch sử"}]),
        ),
        field(
            lang,
            "recognitions",
            ("Xếp hạng", "Recognition"),
            "recognition",
            json!([
            {"rank": {"key": "national", "text": "Di tích quốc gia"}, "number": "138-QĐ", "date": {"text": "31/1/1992"}, "highest": false},
            {"rank": {"key": "special_national", "text": "Di tích quốc gia đặc biệt"}, "number": "2499/QĐ-TTg", "date": {"text": "22/12/2016"}, "by": {"text": "Thủ tướng Chính phủ"}, "highest": true}]),
        ),
        field(
            lang,
            "place",
            ("Địa điểm", "Place"),
            "place",
            json!([{"address": {"text": "Chân núi Phượng Hoàng, thôn Thượng Lát"}, "units": {"text": "phường Vân Hà, tỉnh Bắc Ninh"}, "before": {"text": "xã Tiên Sơn, huyện Việt Yên, tỉnh Bắc Giang"}, "confirmed": true, "at": {"lat": "21.277900", "lon": "106.023100", "text": "21,2779° B, 106,0231° Đ"}, "map": {"google": "https://www.google.com/maps/dir/?api=1&destination=21.2779%2C106.0231", "apple": "https://maps.apple.com/?daddr=21.2779,106.0231", "geo": "geo:21.2779,106.0231"}}]),
        ),
        field(
            lang,
            "built",
            ("Xây dựng", "Built"),
            "dating",
            json!([{"text": {"text": "tương truyền thời Lý, dựng lại thế kỷ XVIII"}, "era": {"text": "Thời Lê trung hưng"}, "precision": {"key": "legend", "text": "theo truyền thuyết"}}]),
        ),
        field(
            lang,
            "part_of",
            ("Thuộc", "Part of"),
            "ref",
            json!([{"text": "Quần thể Yên Tử – Vĩnh Nghiêm – Côn Sơn, Kiếp Bạc", "path": "vi/di-tich/yen-tu/", "kind": "relic"}]),
        ),
        field(
            lang,
            "protection",
            ("Khu vực bảo vệ", "Protection"),
            "group",
            json!([{"fields": [field(lang, "zone1_ha", ("Khu vực I", "Zone I"), "number", json!([{"text": "4,2 ha"}])), field(lang, "zone2_ha", ("Khu vực II", "Zone II"), "number", json!([{"text": "13 ha"}]))]}]),
        ),
    ]
}

fn story(lang: &str) -> Vec<FieldView> {
    let date = |year: &str| field(lang, "date", ("Ngày", "Date"), "date", json!([{"text": year}]));
    let text = |text: &str| field(lang, "text", ("Nội dung", "Text"), "text", json!([{"text": text}]));
    vec![
        field(
            lang,
            "values",
            ("Giá trị", "Values"),
            "longtext",
            json!([{"paragraphs": [{"text": "Vườn tháp và tường đất nện là những nét riêng của ngôi chùa này."}]}]),
        ),
        field(
            lang,
            "events",
            ("Sự kiện", "Events"),
            "group",
            json!([{"fields": [date("1992"), text("Được xếp hạng di tích quốc gia.")]}, {"fields": [date("22/12/2016"), text("Được xếp hạng di tích quốc gia đặc biệt.")]}]),
        ),
        field(
            lang,
            "inscription",
            ("Văn khắc", "Inscription"),
            "inscription",
            json!([{"languages": ["Hán"], "original": {"paragraphs": [{"text": "四恩寺", "lang": "zh-Hant"}]}, "transcription": {"paragraphs": [{"text": "Tứ Ân tự"}]}, "translation": {"paragraphs": [{"text": "Chùa Tứ Ân"}]}}]),
        ),
    ]
}

fn parts(lang: &str) -> Vec<FieldView> {
    let part = |id: &str, title: &str, text: &str, photo: bool| {
        let mut fields = vec![
            field(lang, "title", ("Tên", "Name"), "text", json!([{"text": title}])),
            field(
                lang,
                "text",
                ("Mô tả", "Text"),
                "longtext",
                json!([{"paragraphs": [{"text": text}]}]),
            ),
        ];
        if photo {
            fields.push(field(
                lang,
                "photo",
                ("Ảnh", "Photo"),
                "photo",
                json!([picture("p1", title)]),
            ));
        }
        let mut one = group(&fields);
        one["id"] = json!(id);
        one
    };
    let row = |no: &str, name: &str| json!({"fields": [field(lang, "no", ("Số", "No."), "line", json!([{"text": no}])), field(lang, "name", ("Tên hiện vật", "Name"), "text", json!([{"text": name}])), field(lang, "material", ("Chất liệu", "Material"), "text", json!([{"text": "gỗ thị"}]))]});
    vec![
        field(
            lang,
            "components",
            ("Các hạng mục", "Components"),
            "group",
            json!([
                part(
                    "vuon-thap",
                    "Vườn tháp",
                    "Hàng trăm ngôi tháp đá và gạch đứng thành hàng trên sườn đồi, nơi yên nghỉ của các thế hệ sư.",
                    true
                ),
                part(
                    "tam-bao",
                    "Toà Tam bảo",
                    "Nơi thờ chính, khung gỗ lim, tường đất nện.",
                    false
                )
            ]),
        ),
        field(
            lang,
            "artefacts",
            ("Hiện vật", "Artefacts"),
            "group",
            json!([row("CBĐ.01", "Ván khắc kinh"), row("CBĐ.02", "Chuông đồng")]),
        ),
    ]
}

const PROSE: &str = "<p>Chùa nằm dưới chân núi Phượng Hoàng, bên bờ bắc sông Cầu. Đường vào lát gạch, hai bên là <a href=\"#vuon-thap\">tường đất nện</a> dựng bằng khuôn gỗ, mỗi lớp dày một gang tay.</p>\n<h2 id=\"duong-vao\">Đường vào</h2>\n<p>Bài giới thiệu này là văn bản mẫu của giao diện, dùng để xem chữ có dấu: Ế, Ổ, Ữ, Ặ, Ỹ đứng giữa dòng có đủ chỗ thở hay không.</p>\n<blockquote><p>Tường đất, cổng đá, giếng nước.</p></blockquote>\n<h3 id=\"cong\">Cổng</h3>\n<ul><li>Cổng ngoài xây gạch.</li><li>Cổng trong bằng gỗ.</li></ul>\n<hr>\n<h2 id=\"vuon\">Vườn tháp</h2>\n<p>Vườn tháp có nhiều tầng. Đi chậm, nói khẽ, và không trèo lên tháp.</p>\n";

fn entry(lang: &str, key: &str) -> EntryView {
    EntryView {
        key: format!("{key}/mau"),
        kind: kind(lang, key),
        title: say(lang, "Chùa Bổ Đà", "Bo Da Pagoda"),
        summary: Some(say(
            lang,
            "Ngôi chùa tường đất bên sông Cầu, giữ kho ván khắc kinh và vườn tháp lớn.",
            "An earth-walled pagoda by the Cau river, with woodblocks and a great garden of stupas.",
        )),
        sample: false,
        draft: false,
        withdrawn: false,
        untranslated: (lang == "en").then(|| "Tiếng Việt".into()),
        hero: Some(picture("p0", "Cổng chùa và vườn tháp lúc sớm mai, tranh vẽ")),
        gallery: vec![picture("p1", "Vườn tháp"), picture("p2", "Mộc bản")],
        lead: vec![field(
            lang,
            "aliases",
            ("Tên khác", "Also known as"),
            "group",
            json!([{"fields": [field(lang, "text", ("Tên", "Name"), "line", json!([{"text": "四恩寺", "lang": "zh-Hant"}])), field(lang, "kind", ("Loại", "Kind"), "choice", json!([{"text": "tên chữ Hán"}]))]}]),
        )],
        facts: facts(lang),
        story: story(lang),
        parts: parts(lang),
        visit: vec![
            field(
                lang,
                "festivals",
                ("Lễ hội", "Festivals"),
                "festival",
                json!([{"name": {"text": "Lễ hội chùa Bổ Đà"}, "when": {"text": "16 đến 18 tháng Hai âm lịch"}, "solar": [{"text": "24–26/3/2027"}, {"text": "13–15/3/2028"}]}]),
            ),
            field(
                lang,
                "hours",
                ("Giờ mở cửa", "Opening hours"),
                "hours",
                json!([{"text": {"text": "Hằng ngày"}, "days": [{"on": "Thứ Hai – Chủ Nhật", "from": "07:00", "to": "17:00"}]}]),
            ),
            field(
                lang,
                "rules",
                ("Xin lưu ý", "Please note"),
                "longtext",
                json!([{"paragraphs": [{"text": "Ăn mặc kín đáo, nói khẽ."}]}]),
            ),
        ],
        buy: Vec::new(),
        media: vec![field(
            lang,
            "audio",
            ("Nghe", "Listen"),
            "audio",
            json!([{"tracks": [{"lang": "vi", "name": "Tiếng Việt", "path": "media/vi.m4a", "bytes": {"text": "1,1 MB"}, "seconds": {"text": "2 phút 10 giây"}, "transcript": {"paragraphs": [{"text": "Chào bạn, bạn đang đứng trước cổng chùa."}]}}]}]),
        )],
        sources: vec![
            field(
                lang,
                "sources",
                ("Nguồn", "Sources"),
                "source",
                json!([{"title": {"text": "Quyết định 2499/QĐ-TTg"}, "publisher": "Thủ tướng Chính phủ", "date": "22/12/2016", "url": "https://van-bia.example/", "kind": {"text": "quyết định"}}]),
            ),
            field(
                lang,
                "verified",
                ("Người kiểm tra", "Checked by"),
                "verified",
                json!([{"by": {"text": "Ban quản lý di tích"}, "on": {"text": "20/11/2026"}}]),
            ),
        ],
        body: PROSE.into(),
        body_lang: (lang == "en").then(|| "vi".into()),
        toc: Vec::new(),
        chapters: Vec::new(),
        back: Vec::new(),
        related: vec![card(lang, 1)],
        nearest: vec![
            CardView {
                distance: Some("1,2 km".into()),
                ..(*card(lang, 2)).clone()
            },
            CardView {
                distance: Some("3,4 km".into()),
                ..(*card(lang, 4)).clone()
            },
        ],
        previous: Some(Link {
            label: say(lang, "Bia Chăm Tư Lương", "Cham Stele"),
            path: "vi/".into(),
            current: false,
        }),
        next: Some(Link {
            label: say(lang, "Chùa Vĩnh Nghiêm", "Vinh Nghiem Pagoda"),
            path: "vi/".into(),
            current: false,
        }),
        code: Some(CodeView {
            code: "735198".into(),
            svg: "735198/qr.svg".into(),
            address: "van-bia.example/735198/".into(),
            path: "735198/".into(),
        }),
        updated: Some("20/11/2026".into()),
        at: Some(("21.277900".into(), "106.023100".into())),
    }
}

fn product(lang: &str) -> EntryView {
    let step = |title: &str, text: &str, photo: bool| {
        if photo {
            json!({"number": 1, "title": {"text": title}, "text": {"text": text}, "photo": picture("p2", title)})
        } else {
            json!({"number": 1, "title": {"text": title}, "text": {"text": text}})
        }
    };
    EntryView {
        title: say(lang, "Yến thô Minh Ánh", "Minh Anh raw bird’s nest"),
        summary: Some(say(
            lang,
            "Tổ yến nguyên tổ, nhặt sạch bằng tay, đóng hộp tại xã.",
            "Whole nests, cleaned by hand and packed in the commune.",
        )),
        sample: true,
        facts: vec![
            field(
                lang,
                "producer",
                ("Người làm", "Made by"),
                "ref",
                json!([{"text": "Hợp tác xã mẫu Minh Ánh", "path": "vi/nha-san-xuat/mau/", "kind": "producer"}]),
            ),
            field(
                lang,
                "ocop",
                ("OCOP", "OCOP"),
                "stars",
                json!([{"stars": 4, "text": "4 sao OCOP", "number": "12/QĐ-UBND", "date": {"text": "1/5/2024"}, "until": {"text": "1/5/2027"}}]),
            ),
            field(
                lang,
                "ingredients",
                ("Thành phần", "Ingredients"),
                "text",
                json!([{"text": "100% tổ yến"}]),
            ),
        ],
        buy: vec![
            field(
                lang,
                "variants",
                ("Quy cách", "Sizes"),
                "group",
                json!([{"fields": [field(lang, "name", ("Loại", "Size"), "text", json!([{"text": "Hộp nhỏ"}])), field(lang, "net", ("Khối lượng", "Net weight"), "line", json!([{"text": "50 g"}])), field(lang, "price", ("Giá", "Price"), "money", json!([{"text": "1.750.000 ₫"}]))]}]),
            ),
            field(
                lang,
                "price",
                ("Giá", "Price"),
                "money",
                json!([{"text": "1.750.000 ₫", "note": {"text": "một hộp 50 g"}, "on": {"text": "1/11/2026"}}]),
            ),
            field(
                lang,
                "buy",
                ("Nơi bán", "Shops"),
                "shop",
                json!([{"text": "Postmart", "href": "https://postmart.vn/", "channel": "postmart", "checked": {"text": "20/11/2026"}}, {"text": "Shopee", "href": "https://shopee.vn/", "channel": "shopee"}]),
            ),
            field(
                lang,
                "contact",
                ("Liên hệ", "Contact"),
                "contact",
                json!([{"name": {"text": "Hợp tác xã mẫu"}, "phone": {"text": "0900 000 000", "href": "tel:+84900000000"}, "zalo": {"href": "https://zalo.me/0900000000"}}]),
            ),
        ],
        story: vec![field(
            lang,
            "steps",
            ("Cách làm", "How it is made"),
            "step",
            json!([
                step("Nhặt lông", "Nhặt bằng nhíp, dưới đèn, từng tổ một.", true),
                step("Rửa", "Rửa nhanh bằng nước lọc.", false),
                step("Sấy", "Sấy gió ở nhiệt độ thấp.", false)
            ]),
        )],
        parts: Vec::new(),
        visit: Vec::new(),
        media: Vec::new(),
        lead: Vec::new(),
        back: vec![CardGroup {
            heading: say(lang, "Cùng người làm", "By the same maker"),
            cards: vec![card(lang, 2)],
        }],
        ..entry(lang, "product")
    }
}

fn special(lang: &str, key: &str) -> EntryView {
    let named = |name: &str, show: &'static str, items: Json| field(lang, name, (name, name), show, items);
    let text = |name: &str, text: &str| named(name, "text", json!([{"text": text}]));
    let book = |title: &str| json!({"text": title, "path": "vi/sach/mau/", "kind": "book"});
    let (title, parts) = match key {
        "trail" => (
            "Một buổi bên sông Cầu",
            field(
                lang,
                "stops",
                ("Các điểm dừng", "Stops"),
                "group",
                json!([
                {"fields": [named("entry", "ref", json!([book("Chùa Bổ Đà")])), text("text", "Bắt đầu từ cổng ngoài, đi hết vườn tháp."), named("minutes", "integer", json!([{"text": "60"}]))]},
                {"fields": [named("entry", "ref", json!([book("Làng gốm Thổ Hà")])), text("text", "Qua đò, đi dọc các ngõ xây bằng tiểu sành.")]},
                {"fields": [named("entry", "ref", json!([book("Đình Thổ Hà")])), text("text", "Nghỉ dưới gốc đa.")]}]),
            ),
        ),
        "bookcase" => (
            "Tủ sách nhà văn hoá thôn",
            field(
                lang,
                "sections",
                ("Các ngăn", "Shelves"),
                "group",
                json!([
                {"id": "luat", "fields": [text("title", "Pháp luật cho mọi nhà"), named("books", "ref", json!([book("Luật Di sản văn hoá"), book("Hỏi đáp về đất đai"), book("Luật Trẻ em"), book("Sổ tay hoà giải")]))]},
                {"id": "tre", "fields": [text("title", "Cho trẻ em"), named("books", "ref", json!([book("Chuyện làng"), book("Đồng dao")]))]}]),
            ),
        ),
        _ => (
            "Phiên chợ sản vật",
            field(
                lang,
                "stalls",
                ("Các gian hàng", "Stalls"),
                "group",
                json!([
                {"id": "g1", "code": {"code": "735198", "svg": "", "address": "", "path": "735198/"}, "fields": [text("no", "1"), text("name", "Mật ong rừng"), text("holder", "Tổ hợp tác mẫu"), text("group", "Thực phẩm")]},
                {"id": "g2", "fields": [text("no", "2"), text("name", "Bánh đa Cảnh Thuỵ"), text("goods", "Bánh đa, mì gạo"), text("group", "Thực phẩm")]},
                {"id": "g3", "fields": [text("no", "3"), text("name", "Trà hoa vàng"), text("group", "Đồ uống")]},
                {"id": "g4", "fields": [text("no", "4"), text("name", "Đan lát"), text("group", "Thủ công")]}]),
            ),
        ),
    };
    let figures = field(
        lang,
        "figures",
        ("Con số", "Figures"),
        "group",
        json!([{"fields": [text("label", "gian hàng"), text("value", "24")]}, {"fields": [text("label", "lượt khách"), text("value", "3.500")]}]),
    );
    EntryView {
        title: plain(title),
        summary: Some(plain("Đi bộ, đi xe đạp hoặc đi đò, mang theo nước uống.")),
        facts: if key == "market" {
            vec![figures]
        } else {
            vec![
                field(
                    lang,
                    "length_km",
                    ("Quãng đường", "Length"),
                    "number",
                    json!([{"text": "6,5 km"}]),
                ),
                field(
                    lang,
                    "transport",
                    ("Đi bằng", "Transport"),
                    "choice",
                    json!([{"text": "đi bộ"}, {"text": "xe đạp"}]),
                ),
            ]
        },
        story: Vec::new(),
        parts: vec![parts],
        lead: Vec::new(),
        media: Vec::new(),
        ..entry(lang, key)
    }
}

fn list(lang: &str) -> ListView {
    let value = |vi: &str, count| FacetLink {
        label: plain(vi),
        path: format!("{lang}/di-tich/x/"),
        count,
        current: false,
    };
    ListView {
        kind: kind(lang, "relic"),
        filter: None,
        total: 58,
        cards: (0..6).map(|n| card(lang, n)).collect(),
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
        featured: (0..3).map(|n| card(lang, n)).collect(),
        kinds: kinds(lang),
        recent: (3..6).map(|n| card(lang, n)).collect(),
        total: 25,
    }
}

fn rows(lang: &str) -> Vec<AzRow> {
    ["Bia Chăm Tư Lương", "Bánh đa Cảnh Thuỵ", "Đình làng"]
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
                total: 25,
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
    }
}

pub(super) fn landing(code: &str) -> LandingView {
    LandingView {
        code: code.into(),
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

pub(super) const PAGES: [&str; 10] = [
    "home", "list", "relic", "product", "trail", "bookcase", "market", "chapter", "az", "codes",
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
                .as_bytes(),
        );
    }
}
