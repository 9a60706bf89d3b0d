//! What pages of a little site look like, as far as their markup tells: the picture that is seen first, verse,
//! certificates, long lists; and what the search index calls an entry.
//!
//! Entry point: the tests. Invariant: every page comes from a build of files as people write them.
#![allow(clippy::disallowed_methods, reason = "a test reads a picture of the sample")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use std::path::Path;
use support::page::Page;
use support::{Built, SITE, Site, relic};

const PRODUCT: &str = "title: { vi: Chè A, en: Tea A }
summary: { vi: Chè ở làng, en: Tea of the village }
group: drink
certs:
  - { scheme: VietGAP, number: VG-1, valid_until: 2028-03-09 }
  - { scheme: HACCP, number: HC-1 }
contact: { name: { vi: Hợp tác xã, en: Cooperative }, phone: \"0204 000 0000\", consent: true }
updated: 2026-11-01
";

const STREET: &str = "title: { vi: Đường A, en: Road A }
summary: { vi: Con đường làng, en: A village road }
named_type: other
place: { ward: \"07798\", address: { vi: Làng A, en: A village } }
updated: 2026-11-01
";

const BOOKCASE: &str = "title: { vi: Tủ A, en: Bookcase A }
summary: { vi: Tủ ở làng, en: A village bookcase }
bookcase_type: community
place: { ward: \"07798\", address: { vi: Nhà văn hóa, en: Culture house } }
updated: 2026-11-01
";

const PAYMENT: &str = "payment: { bank: Sacombank, account: \"0011012345678\", holder: HTX MAU, sample: true }\n";

const WIFI: &str = "title: { vi: Wi-Fi A, en: Wi-Fi A }
summary: { vi: Wi-Fi ở làng, en: Village Wi-Fi }
use: wifi
opens: { wifi: { name: Nha A, password: chao-ban-2026 } }
updated: 2026-11-01
";

const ABOUT: &str = "title: { vi: Giới thiệu, en: About }
summary: { vi: Ai làm, en: Who made it }
url: { vi: gioi-thieu, en: about }
updated: 2026-11-01
";

/// Two relics with a picture, both featured.
fn with_pictures(settings: &str) -> Built {
    let picture =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/relics/chua-bo-da/photos/cong.jpg"));
    let picture = picture.unwrap();
    let photos = "photos:\n  - { file: photos/a.jpg, alt: { vi: Cái cổng, en: A gate }, licence: CC BY 4.0 }\n";
    let mut site = Site::new("pages").with(
        "content/site.yaml",
        format!("{SITE}home: {{ {settings}featured: [relics/a, relics/b] }}\n"),
    );
    for key in ["a", "b"] {
        site = site
            .with(
                &format!("content/relics/{key}/entry.yaml"),
                relic(&format!("Đền {key}")) + photos,
            )
            .with(&format!("content/relics/{key}/photos/a.jpg"), &picture);
    }
    site.with("content/cover.jpg", &picture).build_well()
}

/// Of each picture of cards on a page: the widest WebP, and whether it is asked for at once.
fn cards(built: &Built, path: &str) -> Vec<(u32, bool)> {
    let thumbs = built.text(path).split("<div class=\"thumb\">").skip(1);
    let of = |thumb: &str| {
        let thumb = thumb.split("</div>").next().unwrap();
        let set = thumb.split("srcset=\"").nth(1).unwrap().split('"').next().unwrap();
        let widest = set.rsplit(' ').next().unwrap().trim_end_matches('w');
        let is_eager = thumb.contains("fetchpriority=\"high\"");
        assert_eq!(thumb.contains("loading=\"lazy\""), !is_eager, "{thumb}");
        (widest.parse().unwrap(), is_eager)
    };
    thumbs.map(of).collect()
}

fn preloads(built: &Built, path: &str) -> Vec<String> {
    let page = Page::parse(built.text(path));
    let pictures = page.all("link").filter(|e| e.get("as") == "image");
    pictures.map(|e| e.get("imagesrcset").to_string()).collect()
}

#[test]
fn the_large_card_of_the_home_page_has_a_picture_for_its_size() {
    let built = with_pictures("cover: cover.jpg, ");
    for lang in ["vi", "en"] {
        let home = format!("{lang}/index.html");
        assert_eq!(cards(&built, &home), [(1080, false), (360, false)]);
        let preloads = preloads(&built, &home);
        assert!(preloads.len() == 1 && preloads[0].contains("cover"), "{preloads:?}");
    }
    assert_eq!(
        cards(&built, "vi/di-tich/index.html"),
        [(360, false); 2],
        "small elsewhere"
    );
}

#[test]
fn without_a_cover_the_first_card_is_asked_for_at_once() {
    let built = with_pictures("");
    for lang in ["vi", "en"] {
        let home = format!("{lang}/index.html");
        assert_eq!(cards(&built, &home), [(1080, true), (360, false)]);
        let preloads = preloads(&built, &home);
        assert_eq!(preloads.len(), 1);
        assert!(
            built.text(&home).contains(&format!("srcset=\"{}\" sizes", preloads[0])),
            "{preloads:?}"
        );
    }
}

#[test]
fn a_page_without_a_picture_has_an_emblem() {
    let built = Site::new("emblem")
        .with("content/products/che/entry.yaml", PRODUCT)
        .with("content/relics/a/entry.yaml", relic("Đền a"))
        .with("content/relics/b/entry.yaml", relic("Đền b") + "status: withdrawn\n")
        .with("content/bookcases/tu/entry.yaml", BOOKCASE)
        .with("content/pages/about/entry.yaml", ABOUT)
        .build_well();
    for path in ["vi/san-pham/che", "en/products/che", "vi/di-tich/a", "vi/tu-sach/tu"] {
        let html = built.text(&format!("{path}/index.html"));
        assert_eq!(html.matches("<span class=\"thumb emblem\">").count(), 1, "{path}");
    }
    let gone = built.text("vi/di-tich/b/index.html");
    assert!(!gone.contains("emblem"), "{gone}");
    for (path, with) in [
        ("vi/di-tich/a", true),
        ("vi/san-pham/che", true),
        ("vi/gioi-thieu", false),
    ] {
        let html = built.text(&format!("{path}/index.html"));
        assert_eq!(html.contains("<aside"), with, "{path}: facts, or no frame for them");
    }
}

#[test]
fn what_few_pages_need_is_loaded_by_those() {
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/relics/chua-bo-da/photos/cong.jpg");
    let built = Site::new("needed")
        .with("content/relics/a/entry.yaml", relic("Đền a"))
        .with(
            "content/relics/a/vi.md",
            "Một ngôi đền.\n\n![Cổng đền](photos/cong.jpg)\n",
        )
        .with("content/relics/a/en.md", "A temple.\n\n![The gate](photos/cong.jpg)\n")
        .with("content/relics/a/photos/cong.jpg", std::fs::read(picture).unwrap())
        .with("content/relics/b/entry.yaml", relic("Đền b"))
        .with("content/products/che/entry.yaml", format!("{PRODUCT}{PAYMENT}"))
        .with("content/links/wifi/entry.yaml", WIFI)
        .build_well();
    let has = |path: &str, name: &str| built.text(&format!("{path}/index.html")).contains(name);
    assert!(has("vi/di-tich/a", "assets/lightbox.") && has("en/relics/a", "assets/lightbox."));
    assert!(!has("vi/di-tich/b", "assets/lightbox."), "nothing to show large");
    // How payment codes look comes with the sheet of products, and by itself where another page has such a code.
    assert!(has("vi/ma-tien-ich/wifi", "assets/pay.") && !has("vi/di-tich/b", "assets/pay."));
    assert!(
        !has("vi/ma-tien-ich/wifi", "assets/trail."),
        "laid out like a trail, but without stops"
    );
    assert!(has("vi/san-pham/che", "class=\"pay ") && !has("vi/san-pham/che", "assets/pay."));
    let trade = built
        .files
        .iter()
        .find(|(path, _)| path.starts_with("assets/trade."))
        .unwrap();
    assert!(String::from_utf8_lossy(trade.1).contains(".pay{"));
}

#[test]
fn a_list_that_is_narrowed_to_what_says_nothing_alone_names_its_facet() {
    let built = Site::new("vague")
        .with("content/streets/a/entry.yaml", STREET)
        .with("content/relics/a/entry.yaml", relic("Đền a"))
        .build_well();
    let of = |start: &str, end: &str| {
        let path = built
            .files
            .keys()
            .find(|path| path.starts_with(start) && path.ends_with(end));
        built.text(path.unwrap_or_else(|| panic!("{start} {end}: {:?}", built.files.keys())))
    };
    let street = of("en/streets/", "/other/index.html");
    assert!(
        street.contains("<h1>Origin of the name: <span>Other</span></h1>"),
        "{street}"
    );
    assert!(street.contains("<title>Streets: Origin of the name: Other"), "{street}");
    let relic = of("en/relics/", "/historical/index.html");
    assert!(relic.contains("<h1><span>"), "{relic}");
}

#[test]
fn each_certificate_is_told_by_itself() {
    let built = Site::new("certificates")
        .with("content/products/che/entry.yaml", PRODUCT)
        .build_well();
    let html = built.text("en/products/che/index.html");
    let part = html
        .split("f-certs")
        .nth(1)
        .unwrap()
        .split("</dl></dd>")
        .next()
        .unwrap();
    for scheme in ["VietGAP", "HACCP"] {
        let name = format!("<div class=\"name\"><dt class=\"vh\">Scheme</dt><dd><span>{scheme}</span></dd></div>");
        assert!(part.contains(&name), "{part}");
    }
    assert_eq!(part.matches("<dl class=\"inner\">").count(), 2, "{part}");
}

#[test]
fn no_page_says_that_something_is_just_another_one() {
    let built = Site::new("other")
        .with("content/streets/a/entry.yaml", STREET)
        .build_well();
    for (path, word) in [("vi/duong-pho/a", "Khác"), ("en/streets/a", "Other")] {
        let html = built.text(&format!("{path}/index.html"));
        assert!(
            !html.contains(&format!(">{word}<")) && !html.contains("f-named_type"),
            "{html}"
        );
    }
}

#[test]
fn verse_keeps_its_lines_in_stories_and_in_inscriptions() {
    let written = "inscription:\n  original: |\n    Gió đưa cành trúc la đà,\\\n    Tiếng chuông Trấn Vũ\n    canh gà Thọ Xương.\n";
    let built = Site::new("verse")
        .with("content/relics/a/entry.yaml", relic("Đền a") + written)
        .with(
            "content/relics/a/vi.md",
            "Gió đưa,\\\ntiếng chuông.\n\nVăn xuôi\nmột đoạn.\n",
        )
        .build_well();
    let html = built.text("vi/di-tich/a/index.html");
    for part in [
        "<p class=\"verse\">Gió đưa,<br>\ntiếng chuông.</p>\n<p>Văn xuôi\nmột đoạn.</p>",
        "<p class=\"verse\">Gió đưa cành trúc la đà,<br>Tiếng chuông Trấn Vũ canh gà Thọ Xương.</p>",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

/// The row of an entry in the search index of a language, by its path: its other names.
fn other_names(built: &Built, lang: &str, path: &str) -> Vec<String> {
    let text = built.text(&format!("search/{lang}.js"));
    let json = text.trim_start_matches("vanbiaSearch(").trim_end_matches(");\n");
    let index: serde_json::Value = serde_json::from_str(json).unwrap();
    let rows = index["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row[3] == path).unwrap();
    row[2].as_str().unwrap().split('|').map(str::to_string).collect()
}

#[test]
fn search_knows_other_names_the_title_on_the_sign_and_parts_before_places() {
    let parts = "aliases:\n  - { text: Đền Cây Gạo, kind: popular }\n  - { text: Linh từ, kind: han }\n\
                 components:\n  - { id: nha-bia, title: { vi: Nhà bia, en: Stele House } }\n";
    let product = format!(
        "{PRODUCT}storage: {{ vi: Nơi khô mát, en: In a cool dry place }}\nallergens: {{ vi: Không có, en: None }}\nbrand: Chè Núi\n"
    );
    let built = Site::new("names")
        .with("content/relics/a/entry.yaml", relic("Đền A") + parts)
        .with("content/products/che/entry.yaml", product)
        .build_well();
    let vi = other_names(&built, "vi", "di-tich/a/");
    assert_eq!(vi, ["Đền A EN", "Đền Cây Gạo", "Linh từ", "Nhà bia", "Làng A"]);
    let en = other_names(&built, "en", "relics/a/");
    assert_eq!(en, ["Đền A", "Đền Cây Gạo", "Linh từ", "Stele House", "A village"]);
    assert_eq!(other_names(&built, "vi", "san-pham/che/"), ["Tea A", "Chè Núi"]);
}

#[test]
fn a_list_of_cards_that_would_be_long_ends_in_links_and_is_complete() {
    let maker = "title: { vi: Hợp tác xã A, en: Cooperative A }\nsummary: { vi: Ở làng, en: In the village }\n\
                 owner_type: cooperative\nplace: { ward: \"07798\", address: { vi: Làng A, en: A village } }\nupdated: 2026-11-01\n";
    let made = |count: usize| {
        let mut site = Site::new("mentioned").with("content/producers/a/entry.yaml", maker);
        for n in 0..count {
            let product = PRODUCT.replace("vi: Chè A, en: Tea A", &format!("vi: Chè {n}, en: Tea {n}"));
            let entry = format!("{product}producer: producers/a\n");
            site = site.with(&format!("content/products/che-{n}/entry.yaml"), entry);
        }
        let built = site.build_well();
        let html = built.text("vi/nha-san-xuat/a/index.html").to_string();
        let more = html.split("<div class=\"more\">").nth(1).unwrap();
        let linked = (0..count)
            .filter(|n| more.contains(&format!("/san-pham/che-{n}/\"")))
            .count();
        assert_eq!(linked, count, "{more}");
        let cards = more.matches("<li class=\"card").count();
        (cards, more.contains("<details><summary>Còn 4 mục khác</summary>"))
    };
    assert_eq!(made(9), (9, false));
    assert_eq!(made(12), (8, true));
}

#[test]
fn who_makes_a_product_stands_below_its_title() {
    let maker = "title: { vi: Hợp tác xã A, en: Cooperative A }\nsummary: { vi: Ở làng, en: In the village }\n\
                 owner_type: cooperative\nplace: { ward: \"07798\", address: { vi: Làng A, en: A village } }\nupdated: 2026-11-01\n";
    let built = Site::new("maker")
        .with("content/producers/a/entry.yaml", maker)
        .with(
            "content/products/che/entry.yaml",
            format!("{PRODUCT}producer: producers/a\n"),
        )
        .build_well();
    let html = built.text("vi/san-pham/che/index.html");
    let head = html.split("</header>").find(|part| part.contains("<h1")).unwrap();
    let said = head.split("class=\"maker\"").nth(1).expect(head);
    assert!(said.contains("/vi/nha-san-xuat/a/\">Hợp tác xã A</a></p>"), "{said}");
}

#[test]
fn a_list_can_be_narrowed_from_each_of_its_pages() {
    let mut site = Site::new("narrow").with("content/site.yaml", format!("{SITE}list_size: 12\n"));
    for n in 0..30 {
        let kind = ["historical", "scenic"][n % 2];
        let entry = relic(&format!("Đền {n}")).replace("historical", kind);
        site = site.with(&format!("content/relics/r{n}/entry.yaml"), entry);
    }
    let built = site.build_well();
    for page in ["vi/di-tich", "vi/di-tich/trang-2", "vi/di-tich/trang-3"] {
        let html = built.text(&format!("{page}/index.html"));
        assert!(html.contains("<nav class=\"facets\""), "{page}");
    }
}

#[test]
fn a_distance_in_a_straight_line_is_told_as_one() {
    let at =
        |title: &str, at: &str| relic(title).replace("place: {", &format!("place: {{ at: [{at}], accuracy_m: 100,"));
    let trail = "title: { vi: Tuyến A, en: Trail A }\nsummary: { vi: Hai điểm, en: Two stops }\n\
                 stops: [ { entry: relics/a }, { entry: relics/b } ]\nupdated: 2026-11-01\n";
    let built = Site::new("straight")
        .with("content/relics/a/entry.yaml", at("Đền A", "21.0000, 106.0000"))
        .with("content/relics/b/entry.yaml", at("Đền B", "21.1000, 106.0000"))
        .with("content/trails/a/entry.yaml", trail)
        .build_well();
    for (path, words) in [
        ("vi/tuyen/a", "11\u{a0}km đường chim bay"),
        ("en/trails/a", "11\u{a0}km as the crow flies"),
    ] {
        let html = built.text(&format!("{path}/index.html"));
        assert!(html.contains(words), "{html}");
    }
    // What needs a script is hidden until the script shows it.
    let map = built.text("vi/ban-do/index.html");
    assert!(map.contains("<p class=\"quiet\" data-near-note hidden>"), "{map}");
}

#[test]
fn the_example_in_the_field_for_a_number_is_no_number_that_leads_nowhere() {
    let built = Site::new("example")
        .with("content/relics/a/entry.yaml", relic("Đền A"))
        .build_well();
    for path in ["vi/index.html", "en/index.html", "vi/ma-qr/index.html", "404.html"] {
        let html = built.text(path);
        let example = html.split("placeholder=\"").nth(1).unwrap().split('"').next().unwrap();
        assert!(["6 chữ số", "6 digits"].contains(&example), "{path}: {example}");
    }
}

#[test]
fn a_date_is_one_word_on_pages_and_plain_for_machines() {
    let certs = "ocop: { stars: 4, number: 01/QĐ-UBND, date: 2025-12-20 }\n";
    let built = Site::new("dates")
        .with("content/products/che/entry.yaml", PRODUCT.to_string() + certs)
        .build_well();
    let html = built.text("en/products/che/index.html");
    assert!(html.contains("Updated 1\u{a0}November\u{a0}2026"), "{html}");
    assert!(html.contains("20\u{a0}December\u{a0}2025"), "{html}");
    let data = html
        .split("application/ld+json\">")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    assert!(!data.contains('\u{a0}'), "{data}");
    for file in ["search/en.js", "en/feed.xml", "sitemap.xml"] {
        assert!(!built.text(file).contains('\u{a0}'), "{file}");
    }
}

#[test]
fn one_ward_under_two_spellings_is_one_list_with_all_its_entries() {
    let of = |title: &str, ward: &str| {
        let name = format!("ward: \"07798\", ward_name: {{ vi: {ward}, en: A ward }},");
        relic(title).replace("ward: \"07798\",", &name)
    };
    let site = Site::new("wards")
        .with("content/relics/mot/entry.yaml", of("Một", "phường A"))
        .with("content/relics/hai/entry.yaml", of("Hai", "phường A"))
        .with("content/relics/ba/entry.yaml", of("Ba", "Phường A"));
    let files = site.build_well().files;
    let lists: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("vi/") && path.ends_with("/07798/index.html"))
        .collect();
    assert_eq!(lists.len(), 1, "{lists:?}");
    let page = String::from_utf8_lossy(&files[lists[0]]);
    for title in ["Một", "Hai", "Ba"] {
        assert!(page.contains(&format!(">{title}</a>")), "{title}");
    }
    assert!(
        page.contains("phường A") && !page.contains("Phường A"),
        "called as most call it"
    );
}

#[test]
fn a_feed_tells_what_changed_last_in_its_language_and_by_whom() {
    let on = |title: &str, day: &str| relic(title).replace("updated: 2026-11-01", &format!("updated: 2026-11-{day}"));
    let untranslated = on("Đền Sáu", "06").replace(", en: Đền Sáu EN", "");
    let site = Site::new("feed")
        .with("content/relics/hai/entry.yaml", on("Đền Hai", "02"))
        .with("content/relics/ba/entry.yaml", on("Đền Ba", "03"))
        .with(
            "content/relics/bon/entry.yaml",
            on("Đền Bốn", "04") + "status: withdrawn\n",
        )
        .with("content/relics/nam/entry.yaml", on("Đền Năm", "05") + "status: draft\n")
        .with("content/relics/sau/entry.yaml", untranslated)
        // Pages such as that of the owner stand in no list, and are no news either.
        .with("content/pages/gioi-thieu/entry.yaml", ABOUT);
    let feed = |site: &Site, lang: &str| {
        let built = site.build_well();
        let text = built.text(&format!("{lang}/feed.xml")).to_string();
        let doc = roxmltree::Document::parse(&text).unwrap();
        let of = |name: &str| {
            let nodes = doc.descendants().filter(|node| node.tag_name().name() == name);
            nodes
                .filter_map(|node| node.text().map(str::to_string))
                .collect::<Vec<_>>()
        };
        (of("name"), of("title"), of("updated"))
    };
    let (author, titles, days) = feed(&site, "vi");
    assert_eq!(titles, ["Di sản thử", "Đền Sáu", "Đền Ba", "Đền Hai"]);
    let day = |day: &str| format!("2026-11-{day}T00:00:00+07:00");
    assert_eq!(days, [day("06"), day("06"), day("03"), day("02")]);
    assert_eq!(author, ["Di sản thử"], "nobody is named in site.yaml");
    assert_eq!(feed(&site, "en").1.len(), 3, "what is not translated is no news");
    let owned = site.with("content/site.yaml", format!("{SITE}owner: {{ name: Đoàn xã A }}\n"));
    assert_eq!(feed(&owned, "vi").0, ["Đoàn xã A"]);
}

#[test]
fn a_feed_holds_the_newest_alone() {
    let mut site = Site::new("feed-newest");
    for n in 1..=60 {
        let day = format!("updated: 2026-{:02}-{:02}", 8 + n / 25, 1 + n % 25);
        let text = relic(&format!("Đền {n:02}")).replace("updated: 2026-11-01", &day);
        site = site.with(&format!("content/relics/den-{n:02}/entry.yaml"), text);
    }
    let built = site.build_well();
    let text = built.text("vi/feed.xml");
    let titles: Vec<&str> = text
        .split("<title>")
        .skip(2)
        .filter_map(|rest| rest.split('<').next())
        .collect();
    let newest: Vec<String> = (1..=60)
        .rev()
        .take(titles.len())
        .map(|n| format!("Đền {n:02}"))
        .collect();
    assert_eq!(titles, newest);
    assert!((10..60).contains(&titles.len()), "{}", titles.len());
}
