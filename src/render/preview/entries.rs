//! Invented entries, one of each layout.

use super::pieces::{kind, picture, plain, say};
use crate::view::model::*;
use serde_json::{Value as Json, json};

pub(super) fn field(lang: &str, name: &str, label: (&str, &str), show: &'static str, items: Json) -> FieldView {
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
                    "Tòa Tam bảo",
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

pub(super) const PROSE: &str = "<p>Chùa nằm dưới chân núi Phượng Hoàng, bên bờ bắc sông Cầu. Đường vào lát gạch, hai bên là <a href=\"#vuon-thap\">tường đất nện</a> dựng bằng khuôn gỗ, mỗi lớp dày một gang tay.</p>\n<h2 id=\"duong-vao\">Đường vào</h2>\n<p>Bài giới thiệu này là văn bản mẫu của giao diện, dùng để xem chữ có dấu: Ế, Ổ, Ữ, Ặ, Ỹ đứng giữa dòng có đủ chỗ thở hay không.</p>\n<blockquote><p>Tường đất, cổng đá, giếng nước.</p></blockquote>\n<h3 id=\"cong\">Cổng</h3>\n<ul><li>Cổng ngoài xây gạch.</li><li>Cổng trong bằng gỗ.</li></ul>\n<hr>\n<h2 id=\"vuon\">Vườn tháp</h2>\n<p>Vườn tháp có nhiều tầng. Đi chậm, nói khẽ, và không trèo lên tháp.</p>\n";

fn link(lang: &str, (vi, en): (&str, &str)) -> Link {
    Link {
        label: say(lang, vi, en),
        path: "vi/".into(),
        current: false,
    }
}

pub(super) fn entry(lang: &str, key: &str) -> EntryView {
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
        untranslated_lang: (lang == "en").then(|| "vi".into()),
        hero: Some(picture("p0", "Cổng chùa và vườn tháp lúc sớm mai, tranh vẽ")),
        gallery: vec![picture("p1", "Vườn tháp"), picture("p2", "Mộc bản")],
        lead: vec![field(
            lang,
            "aliases",
            ("Tên khác", "Also known as"),
            "group",
            json!([{"fields": [field(lang, "text", ("Tên", "Name"), "line", json!([{"text": "四恩寺", "lang": "zh-Hant"}])), field(lang, "kind", ("Loại", "Kind"), "choice", json!([{"text": "tên chữ Hán"}]))]}]),
        )],
        seal: Some(say(lang, "Di tích quốc gia đặc biệt", "Special national relic")),
        makers: Vec::new(),
        directions: Some("https://www.google.com/maps/dir/?api=1&destination=21.277900%2C106.023100".into()),
        price: None,
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
                json!([{"text": {"text": "Hằng ngày"}, "days": [{"on": {"text": "Thứ Hai – Chủ Nhật"}, "from": "07:00", "to": "17:00"}]}]),
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
            json!([{"tracks": [{"lang": "vi", "name": "Tiếng Việt", "path": "media/vi.m4a", "bytes": {"text": "1,1 MB"}, "seconds": {"text": "2 phút 10 giây"}, "voice": {"text": "giọng máy đọc"}, "lines": [{"at": 0, "text": "Chào bạn, bạn đang đứng trước cổng chùa."}]}, {"lang": "en", "name": "English", "path": "media/en.m4a", "bytes": {"text": "1,1 MB"}, "transcript": {"paragraphs": [{"text": "You are standing before the gate."}]}}], "music": {"path": "media/nhac.m4a", "bytes": {"text": "113 kB"}, "title": {"text": "Đàn bầu"}}}]),
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
        onward: vec![Onward {
            trail: link(lang, ("Một vòng chùa cổ", "A round of old pagodas")),
            number: 1,
            of: 2,
            next: Some(link(lang, ("Chùa Vĩnh Nghiêm", "Vinh Nghiem Pagoda"))),
            way: Some(say(lang, "18 km về phía đông", "18 km to the east").text),
        }],
        previous: Some(link(lang, ("Bia Chăm Tư Lương", "Cham Stele"))),
        next: Some(link(lang, ("Chùa Vĩnh Nghiêm", "Vinh Nghiem Pagoda"))),
        code: Some(CodeView {
            code: "735198".into(),
            svg: "735198/qr.svg".into(),
            plate: Some("735198/plate.svg".into()),
            address: "van-bia.example/735198/".into(),
            path: "735198/".into(),
        }),
        updated: Some("20/11/2026".into()),
        at: Some(("21.277900".into(), "106.023100".into())),
        save: Some(SaveView {
            pages: format!("{lang}/relic/ 735195/"),
            files: "media/vi.m4a".into(),
            size: "0,8 MB".into(),
            members: Some(3),
            shard: format!("{lang}/relic/offline.json"),
        }),
        map: Some(drawing()),
    }
}

/// Who makes it, its stars, and what is in it.
fn product_facts(lang: &str) -> Vec<FieldView> {
    vec![
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
    ]
}

pub(super) fn product(lang: &str) -> EntryView {
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
        makers: product_facts(lang)[..2].to_vec(),
        facts: product_facts(lang),
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
        seal: None,
        price: Some(Price {
            text: plain("45.000 ₫"),
            from: true,
        }),
        ..entry(lang, "product")
    }
}

pub(super) fn special(lang: &str, key: &str) -> EntryView {
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
            "Tủ sách nhà văn hóa thôn",
            field(
                lang,
                "sections",
                ("Các ngăn", "Shelves"),
                "group",
                json!([
                {"id": "luat", "fields": [text("title", "Pháp luật cho mọi nhà"), named("books", "ref", json!([book("Luật Di sản văn hóa"), book("Hỏi đáp về đất đai"), book("Luật Trẻ em"), book("Sổ tay hòa giải")]))]},
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
                {"id": "g2", "fields": [text("no", "2"), text("name", "Bánh đa Cảnh Thụy"), text("goods", "Bánh đa, mì gạo"), text("group", "Thực phẩm")]},
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

/// Two places with their names.
pub(super) fn drawing() -> MapDrawing {
    let dot = |x, n: &str| MapDot {
        x,
        y: 200,
        left: x - 30,
        n: n.into(),
        wide: 60,
    };
    MapDrawing {
        width: 1_000,
        height: 400,
        dots: vec![dot(200, ""), dot(700, "1")],
        names: vec![MapName {
            x: 240,
            y: 214,
            anchor: "start",
            text: "Chùa Bổ Đà".into(),
            lang: None,
        }],
        bar: MapBar {
            length: 200,
            text: "500 m".into(),
        },
    }
}
