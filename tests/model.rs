//! What entries are to each other and what becomes of them in time: references, neighbors, status, renaming.
//!
//! Entry point: the tests. Invariant: what is told of one entry is seen from the other; nothing disappears silently.
#![allow(clippy::disallowed_methods, reason = "tests read the theme's files")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

#[path = "model/own_files.rs"]
mod own_files;
mod support;

use std::collections::BTreeSet;
use support::page::Page;
use support::{Built, Site, numbers, relic};
use vanbia::diag::Speech;
use vanbia::entry::prose::PAGE_IDS;
use vanbia::schema::field::group::TAKEN_IDS;

fn product(title: &str, more: &str) -> String {
    format!(
        "title: {{ vi: {title}, en: {title} EN }}\nsummary: {{ vi: Chè búp tươi, en: Fresh tea }}\ngroup: drink\nupdated: 2026-11-01\n{more}"
    )
}

fn plain(title: &str, more: &str) -> String {
    format!(
        "title: {{ vi: {title}, en: {title} EN }}\nsummary: {{ vi: Một mục, en: An entry }}\nupdated: 2026-11-01\n{more}"
    )
}

fn at(title: &str, lat: f64, lon: f64) -> String {
    relic(title).replace("ward: \"07798\",", &format!("ward: \"07798\", at: [{lat}, {lon}],"))
}

fn page(built: &Built, path: &str) -> Page {
    Page::parse(built.text(&format!("{path}/index.html")))
}

/// Titles of the cards under a heading.
fn cards(built: &Built, path: &str, heading: &str) -> Vec<String> {
    let html = built.text(&format!("{path}/index.html"));
    let Some(from) = html.find(&format!(">{heading}</h2>")) else {
        return Vec::new();
    };
    let rest = &html[from..];
    let section = &rest[..rest.find("</section>").unwrap()];
    let (fragment, _) = Page::try_parse(section);
    fragment.all("h3").map(|h| h.text.clone()).collect()
}

/// The code of a key in a ledger.
fn code_of(ledger: &str, key: &str) -> String {
    let row = ledger
        .lines()
        .find(|line| line.contains(&format!("\t{key}\t")))
        .unwrap();
    row.split('\t').next().unwrap().to_string()
}

#[test]
fn a_folder_that_windows_copied_is_told_in_one_message() {
    let site = Site::new("model-copied")
        .with("content/relics/chua/entry.yaml", relic("Chùa"))
        .with("content/relics/chua - Copy/entry.yaml", relic("Chùa"))
        .with("content/relics/chua (2)/entry.yaml", relic("Chùa"))
        .with("content/relics/Chùa Cũ/entry.yaml", relic("Chùa Cũ"));
    let found = site.check();
    let told: Vec<_> = found.iter().map(|d| (d.code.number, d.help(Speech::En))).collect();
    let rename = |name: &str| {
        told.iter()
            .filter(|(_, help)| help.contains(&format!(" {name}")))
            .count()
    };
    assert_eq!(numbers(&found), [124, 130, 130], "{told:#?}");
    assert_eq!(
        (rename("chua-copy"), rename("chua-2"), rename("chua-cu")),
        (1, 1, 1),
        "{told:#?}"
    );
}

#[test]
fn chapters_come_in_the_order_of_their_numbers() {
    let book = "title: { vi: Sách làng, en: Village Book }\nsummary: { vi: Chuyện làng, en: Tales }\nauthors: [ { name: Ông Ba } ]\n\
                languages: [vi]\nrights: { status: own_work }\nupdated: 2026-11-01\n";
    let names = ["1-gieng", "02-cau", "3-cho", "10-dinh", "ket"];
    let site = Site::new("model-chapters").with("content/books/sach/entry.yaml", book);
    let site = names.iter().fold(site, |site, name| {
        let title = format!("# Chuyện {name}\n\nNgày xưa.\n");
        site.with(&format!("content/books/sach/chapters/{name}/vi.md"), title)
    });
    let built = site.build();
    let html = built.text("vi/sach/sach/index.html");
    let places: Vec<_> = names.iter().map(|name| html.find(&format!("Chuyện {name}"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    let next = page(&built, "vi/sach/sach/cho");
    assert!(
        next.hrefs().iter().any(|href| href.contains("dinh")),
        "{:?}",
        next.hrefs()
    );
}

#[test]
fn references_are_seen_from_both_ends() {
    let stop = |key: &str| format!("  - {{ entry: {key}, minutes: 30 }}\n");
    let site = Site::new("both-ends")
        .with(
            "content/producers/htx-a/entry.yaml",
            plain(
                "HTX A",
                "type: cooperative\nplace: { ward: \"07798\", address: { vi: Làng A, en: A village } }\n",
            ),
        )
        .with(
            "content/products/che/entry.yaml",
            product("Chè xanh", "producer: producers/htx-a\n"),
        )
        .with(
            "content/products/mat-ong/entry.yaml",
            product("Mật ong", "producer: producers/htx-a\n"),
        )
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with(
            "content/relics/den-thuong/entry.yaml",
            relic("Đền Thượng") + "related: [relics/den-ha]\n",
        )
        .with(
            "content/trails/mot-buoi/entry.yaml",
            plain(
                "Một buổi",
                &format!("stops:\n{}{}", stop("relics/den-thuong"), stop("relics/den-ha")),
            ),
        );
    let built = site.build();
    let unreadable: Vec<_> = support::errors(&built.found)
        .into_iter()
        .filter(|d| ![306, 307, 308, 309, 310].contains(&d.code.number))
        .collect();
    assert!(unreadable.is_empty(), "{}", support::shown(&unreadable, Speech::En));
    assert_eq!(
        cards(&built, "vi/nha-san-xuat/htx-a", "Sản phẩm"),
        ["Chè xanh", "Mật ong"]
    );
    assert!(page(&built, "vi/san-pham/che").first("main").text.contains("HTX A"));
    assert_eq!(cards(&built, "vi/di-tich/den-ha", "Trên tuyến"), ["Một buổi"]);
    assert_eq!(cards(&built, "en/relics/den-ha", "On these trails"), ["Một buổi EN"]);
    assert_eq!(cards(&built, "vi/di-tich/den-ha", "Được nhắc tới ở"), ["Đền Thượng"]);
    let trail = page(&built, "vi/tuyen/mot-buoi").first("main").text.clone();
    let (first, second) = (trail.find("Đền Thượng").unwrap(), trail.find("Đền Hạ").unwrap());
    assert!(first < second, "stops come in the order of the trail");
}

#[test]
fn ids_of_the_theme_are_kept_free_by_headings() {
    let templates = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/stele/templates");
    let files = walkdir::WalkDir::new(templates).into_iter().map(Result::unwrap);
    let mut ids = BTreeSet::new();
    for file in files.filter(|f| f.file_type().is_file()) {
        let text = std::fs::read_to_string(file.path()).unwrap();
        let written = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next());
        ids.extend(written.filter(|id| !id.contains('{')).map(str::to_string));
    }
    let known: BTreeSet<String> = PAGE_IDS.iter().map(|id| (*id).to_string()).collect();
    assert_eq!(ids, known);
    // Those of the pages of entries may not be ids of parts.
    let on_entries: BTreeSet<&str> = [
        "base.html",
        "footer.html",
        "entry.html",
        "entry/aside.html",
        "entry/listen.html",
        "entry/more.html",
    ]
    .iter()
    .flat_map(|name| {
        let text = std::fs::read_to_string(format!("{templates}/{name}")).unwrap();
        let is_there = |id: &&&str| text.contains(&format!(" id=\"{id}\""));
        PAGE_IDS.iter().filter(is_there).copied().collect::<Vec<_>>()
    })
    .collect();
    assert_eq!(on_entries, TAKEN_IDS.iter().copied().collect());
}

#[test]
fn letters_come_in_the_order_of_the_alphabet_whatever_stands_in_front_of_a_title() {
    let mut site = Site::new("letters");
    for (folder, title) in [
        ("a", "Am Tam Đức"),
        ("b", "“Đá bok Nhạc”"),
        ("c", "Bia Chăm"),
        ("d", "(Nhà bia) cũ"),
        ("e", "«Ông Voi»"),
        ("g", "12 cây cổ thụ"),
        ("h", "“Bia” hậu"),
    ] {
        site = site.with(&format!("content/relics/{folder}/entry.yaml"), relic(title));
    }
    let built = site.build_well();
    let letters = page(&built, "vi/a-z");
    let letters: Vec<&str> = letters.all("h2").map(|h| h.text.as_str()).collect();
    let order: Vec<&str> = ["#", "A", "B", "Đ", "N", "Ô"].to_vec();
    let shown: Vec<&str> = letters.into_iter().filter(|letter| order.contains(letter)).collect();
    assert_eq!(shown, order);
}

#[test]
fn a_heading_stands_once_whatever_kinds_refer() {
    let built = Site::new("one-heading")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with(
            "content/relics/den-thuong/entry.yaml",
            relic("Đền Thượng") + "related: [relics/den-ha]\n",
        )
        .with(
            "content/products/che/entry.yaml",
            product("Chè xanh", "related: [relics/den-ha]\n"),
        )
        .with(
            "content/products/mat-ong/entry.yaml",
            product("Mật ong", "related: [relics/den-ha]\n"),
        )
        .build_well();
    let html = built.text("vi/di-tich/den-ha/index.html");
    assert_eq!(html.matches(">Được nhắc tới ở</h2>").count(), 1);
    assert_eq!(
        cards(&built, "vi/di-tich/den-ha", "Được nhắc tới ở"),
        ["Chè xanh", "Đền Thượng", "Mật ong"],
        "all of them, in the order of the alphabet"
    );
    assert_eq!(cards(&built, "en/relics/den-ha", "Mentioned by").len(), 3);
    // Each card bears its own kind: its name, its sign and its color.
    let section = html.split(">Được nhắc tới ở</h2>").nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    for (kind, times) in [("Sản phẩm", 2), ("Di tích", 1)] {
        assert_eq!(
            section.matches(&format!("<span>{kind}</span>")).count(),
            times,
            "{kind}"
        );
    }
    for (look, times) in [("s-product", 2), ("s-relic", 1), ("card k-la", 2), ("card k-son", 1)] {
        assert_eq!(section.matches(&format!("{look}\"")).count(), times, "{look}");
    }
}

#[test]
fn a_bookcase_shows_its_books_and_a_book_its_chapters() {
    let built = Site::new("books")
        .with(
            "content/bookcases/tu-sach/entry.yaml",
            plain("Tủ sách", "books: [ { book: books/ca-dao } ]\n"),
        )
        .with(
            "content/books/ca-dao/entry.yaml",
            plain("Ca dao", "rights: { status: public_domain }\n"),
        )
        .with(
            "content/books/ca-dao/chapters/01-mo-dau/vi.md",
            "# Mở đầu\n\nNgày xưa.\n",
        )
        .with("content/books/ca-dao/chapters/02-ket/vi.md", "# Kết\n\nHết.\n")
        .with("content/books/ca-dao/chapters/02-ket/en.md", "# The End\n\nDone.\n")
        .build();
    let book = page(&built, "vi/sach/ca-dao");
    let hrefs = book.hrefs();
    assert!(
        hrefs.iter().any(|h| h.ends_with("/ca-dao/mo-dau/")) && hrefs.iter().any(|h| h.ends_with("/ca-dao/ket/")),
        "{hrefs:?}"
    );
    let first = page(&built, "vi/sach/ca-dao/mo-dau");
    assert_eq!(first.first("h1").text, "Mở đầu");
    assert!(
        first
            .all("a")
            .any(|a| a.is("rel", "next") && a.get("href").ends_with("/ket/"))
    );
    let english = page(&built, "en/books/ca-dao/mo-dau");
    assert!(
        english.all("div").any(|d| d.is("class", "prose") && d.is("lang", "vi")),
        "a chapter that is not translated is shown in Vietnamese"
    );
    assert_eq!(page(&built, "en/books/ca-dao/ket").first("h1").text, "The End");
}

#[test]
fn the_five_nearest_entries_come_with_their_distance() {
    let mut site = Site::new("nearest").with("content/relics/goc/entry.yaml", at("Gốc", 21.0, 106.0));
    // 0.001 degrees of latitude are about 111 m.
    for (name, lat) in [
        ("mot", 21.001),
        ("hai", 21.002),
        ("ba", 21.01),
        ("bon", 21.02),
        ("nam", 21.05),
        ("sau", 21.5),
    ] {
        site = site.with(&format!("content/relics/{name}/entry.yaml"), at(name, lat, 106.0));
    }
    site = site.with("content/relics/khong-toa-do/entry.yaml", relic("không tọa độ"));
    let built = site.build_well();
    assert_eq!(
        cards(&built, "vi/di-tich/goc", "Gần đây"),
        ["mot", "hai", "ba", "bon", "nam"],
        "{}",
        built.text("vi/di-tich/goc/index.html")
    );
    let text = page(&built, "vi/di-tich/goc").first("main").text.replace('\u{a0}', " ");
    assert!(text.contains("110 m") || text.contains("111 m"), "{text}");
    assert!(text.contains("5,6 km"), "{text}");
    let english = page(&built, "en/relics/goc").first("main").text.replace('\u{a0}', " ");
    assert!(english.contains("5.6 km"), "{english}");
}

#[test]
fn a_draft_is_absent_and_has_no_code() {
    let site = Site::new("draft")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with(
            "content/relics/nhap/entry.yaml",
            relic("Bản nháp bí mật") + "status: draft\n",
        );
    let built = site.build_well();
    for (path, bytes) in &built.files {
        assert!(!path.contains("nhap"), "{path}");
        assert!(!String::from_utf8_lossy(bytes).contains("Bản nháp bí mật"), "{path}");
    }
    assert!(!built.ledger.contains("relics/nhap"));
    let mut preview = Site::new("draft-preview").with(
        "content/relics/nhap/entry.yaml",
        relic("Bản nháp bí mật") + "status: draft\n",
    );
    preview.request.drafts = true;
    let shown = preview.build_well();
    assert!(shown.has("vi/di-tich/nhap/index.html"));
}

#[test]
fn a_withdrawn_entry_keeps_its_address_and_its_landing_and_nothing_else() {
    let png = include_bytes!("support/files/cong.png");
    let entry = relic("Đền Hạ")
        .replace(
            "vi: Một nơi ở làng, en: A place in the village",
            "vi: Lời tóm tắt cũ, en: Old summary",
        )
        .replace("place: {", "place: { at: [21.2779, 106.0231], accuracy_m: 100,")
        + "components: [ { id: gieng, title: { vi: Cái giếng, en: The well } } ]\nstatus: withdrawn\nphotos: [ { file: photos/cong.png, alt: { vi: Cổng, en: Gate }, credit: A } ]\nvalues: { vi: Giá trị cũ, en: Old values }\n";
    let before = Site::new("before").with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"));
    let ledger = before.build_well().ledger.replace("\treserved\t", "\tissued\t");
    let site = Site::new("withdrawn")
        .with("content/codes.lock", &ledger)
        .with("content/relics/den-ha/entry.yaml", entry)
        .with("content/relics/den-ha/vi.md", "Bài viết đã gỡ.\n")
        .with("content/relics/den-ha/photos/cong.png", png)
        .with("content/relics/den-thuong/entry.yaml", relic("Đền Thượng"));
    let built = site.build_well();
    let code = code_of(&ledger, "relics/den-ha");
    let landing = Page::parse(built.text(&format!("{code}/index.html")));
    assert!(!landing.first("h1").text.is_empty());
    let own = page(&built, "vi/di-tich/den-ha");
    assert_eq!(own.meta("robots"), Some("noindex, follow"));
    assert_eq!(
        own.meta("description"),
        Some("Nội dung của trang này đã được gỡ xuống.")
    );
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        for gone in [
            "Bài viết đã gỡ",
            "Giá trị cũ",
            "cong.png",
            "Lời tóm tắt cũ",
            "Old summary",
            "Cái giếng",
            "21.277900",
        ] {
            assert!(!text.contains(gone), "{path} still has {gone}");
        }
        // What stays is the site's own picture for shared links.
        assert!(
            !path.starts_with("media/") || path.starts_with("media/chia-se-"),
            "{path}"
        );
    }
    assert!(!built.text("sitemap.xml").contains("den-ha/"), "not in the sitemap");
    assert!(
        !page(&built, "vi/di-tich").first("main").text.contains("Đền Hạ"),
        "not in lists"
    );
    assert!(!built.text("vi/feed.xml").contains("Đền Hạ"));
}

#[test]
fn former_keys_lead_to_the_entry_in_each_language_and_keep_its_code() {
    let before = Site::new("former-before").with("content/relics/bo-da/entry.yaml", relic("Chùa Bổ Đà"));
    let ledger = before.build_well().ledger.replace("\treserved\t", "\tissued\t");
    let code = code_of(&ledger, "relics/bo-da");
    let after = Site::new("former-after").with("content/codes.lock", &ledger).with(
        "content/relics/chua-bo-da/entry.yaml",
        relic("Chùa Bổ Đà") + "formerly: [relics/bo-da]\n",
    );
    let built = after.build_well();
    for (old, new) in [
        ("vi/di-tich/bo-da", "vi/di-tich/chua-bo-da/"),
        ("en/relics/bo-da", "en/relics/chua-bo-da/"),
    ] {
        let redirect = page(&built, old);
        assert_eq!(
            redirect.links("canonical")[0].get("href"),
            format!("https://disan.vn/{new}")
        );
        let link = redirect.first("a").get("href").to_string();
        assert!(link.ends_with(new) && link.starts_with("../"), "{link}");
        assert_eq!(redirect.meta("robots"), Some("noindex, follow"));
    }
    let row = built.ledger.lines().find(|l| l.starts_with(&code)).unwrap().to_string();
    assert!(row.contains("\trelics/chua-bo-da\t"), "{row}");
    let landing = built.text(&format!("{code}/index.html"));
    assert!(landing.contains("chua-bo-da/"));
    after.write("content/relics/chua-bo-da/entry.yaml", relic("Chùa Bổ Đà"));
    let found = after.check();
    assert!(
        matches!(numbers(&support::errors(&found))[..], [611 | 612]),
        "{}",
        support::shown(&found, Speech::En)
    );
}

#[test]
fn what_is_not_published_is_not_on_the_home_page() {
    for status in ["withdrawn", "draft"] {
        let site = Site::new("featured")
            .with(
                "content/site.yaml",
                format!(
                    "{}home: {{ featured: [relics/den-ha, relics/den-go] }}\n",
                    support::SITE
                ),
            )
            .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
            .with(
                "content/relics/den-go/entry.yaml",
                relic("Đền Gỡ") + &format!("status: {status}\n"),
            );
        let built = site.build();
        assert_eq!(
            numbers(&built.found),
            [504],
            "{status}: {}",
            support::shown(&built.found, Speech::En)
        );
        let home = built.text("vi/index.html");
        assert!(home.contains("Đền Hạ") && !home.contains("Đền Gỡ"), "{status}");
    }
}

#[test]
fn a_folder_of_a_kind_that_was_renamed_may_be_named_as_long_as_a_code_went_by_it() {
    let kind = "folder: FOLDER\nlabel: { vi: Hội, en: Fair }\nplural: { vi: Hội, en: Fairs }\n\
                url: { vi: hoi, en: fairs }\nfields: []\n";
    let entry = "title: { vi: Hội làng, en: Village Fair }\nsummary: { vi: Hội, en: A fair }\n";
    let site = Site::new("folder-renamed")
        .with("content/kinds/fair.yaml", kind.replace("FOLDER", "fairs"))
        .with("content/fairs/hoi/entry.yaml", entry);
    site.write("content/codes.lock", site.build_well().ledger);
    site.remove("content/fairs");
    site.write("content/kinds/fair.yaml", kind.replace("FOLDER", "feasts"));
    site.write(
        "content/feasts/hoi/entry.yaml",
        format!("{entry}formerly: [fairs/hoi]\n"),
    );
    assert!(site.check().is_empty(), "{}", support::shown(&site.check(), Speech::En));
    // The old folder had the very addresses of today: nothing leads on from them.
    assert!(site.build_well().has("en/fairs/hoi/index.html"));
    site.write(
        "content/feasts/hoi/entry.yaml",
        format!("{entry}formerly: [fair/hoi]\n"),
    );
    let found = support::errors(&site.check());
    assert_eq!(numbers(&found), [392], "{}", support::shown(&found, Speech::En));
    // The remedy works when it is followed.
    assert!(
        found[0].help(Speech::Vi).contains("formerly: [feasts/hoi]"),
        "{}",
        found[0].help(Speech::Vi)
    );
}
