//! What pages of a little site look like, as far as their markup tells: the picture that is seen first, verse, certificates.
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
        .build_well();
    for path in ["vi/san-pham/che", "en/products/che", "vi/di-tich/a"] {
        let html = built.text(&format!("{path}/index.html"));
        assert_eq!(html.matches("<svg class=\"emblem\"").count(), 1, "{path}");
        assert_eq!(html.matches("assets/emblem.").count(), 1, "{path}");
    }
    let gone = built.text("vi/di-tich/b/index.html");
    assert!(!gone.contains("emblem"), "{gone}");
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
