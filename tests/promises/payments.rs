//! Payment codes: what is paid to whom is never in doubt, and nobody can pay by mistake into an example.
//!
//! Entry point: the tests. Invariant: codes are read from the pictures that visitors get, by a reader of its own.

use super::page::Page;
use super::site::{Files, Site};

/// A tiny site whose product takes payments to this account.
fn selling(name: &str, payment: &str) -> Site {
    let site = Site::tiny(name);
    let entry = site.read("content/products/banh-da/entry.yaml");
    site.write(
        "content/products/banh-da/entry.yaml",
        &format!("{entry}payment: {payment}\n"),
    );
    site
}

/// What a reader of codes makes of the picture that visitors save.
pub(crate) fn scanned(png: &[u8]) -> Option<String> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png));
    reader.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = reader.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let (width, height) = (info.width as usize, info.height as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    image.detect_grids().first()?.decode().ok().map(|(_, text)| text)
}

/// The page of the product in a language, and the picture that it offers.
fn offered<'f>(files: &'f Files, folder: &str) -> (Page, &'f [u8]) {
    let folder = format!("{folder}/banh-da");
    let page = Page::parse(&files[&format!("{folder}/index.html")]);
    let save = page.all("a").find(|a| a.attributes.contains_key("download")).unwrap();
    let name = save.get("href").rsplit('/').next().unwrap();
    let png = &files[&format!("{folder}/{name}")];
    assert!(files.contains_key(&format!("{folder}/{}", name.replace(".png", ".svg"))));
    (page, png)
}

#[test]
fn both_pages_show_holder_bank_and_account_and_offer_a_picture_that_reads() {
    let account = "{ bank: Vietcombank, account: \"2468013579\", holder: HTX BANH DA, amount: 45000, purpose: Bánh đa, consent: true }";
    let site = selling("paying", account);
    let files = site.built(&[]);
    for folder in ["vi/san-pham", "en/products"] {
        let (page, png) = offered(&files, folder);
        let words = page.words().replace('\u{a0}', " ");
        for word in ["HTX BANH DA", "Vietcombank", "2468 0135 79", "Banh da"] {
            assert!(words.contains(word), "{word}: {words}");
        }
        assert!(!page.words().contains("KHÔNG CHUYỂN TIỀN") && !page.words().contains("DO NOT PAY"));
        let copy = page.all("button").find(|b| b.get("data-copy") == "2468013579").unwrap();
        assert!(
            copy.attributes.contains_key("hidden"),
            "the button waits for the script that makes it work"
        );
        let text = scanned(png).unwrap();
        assert!(text.contains("0006970436") && text.contains("01102468013579"), "{text}");
        assert!(
            text.contains("540545000") && text.contains("0807Banh da") && text.starts_with("000201010211"),
            "{text}"
        );
    }
    // An account is nobody's business but the buyer's.
    for path in ["sitemap.xml", "vi/feed.xml", "en/feed.xml", "codes.json"] {
        assert!(!String::from_utf8_lossy(&files[path]).contains("2468013579"), "{path}");
    }
}

#[test]
fn a_sample_account_says_so_on_page_and_picture_and_stops_a_release() {
    let site = selling(
        "sample-pay",
        "{ bank: Sacombank, account: \"0011012345678\", holder: TAI KHOAN MAU, sample: true }",
    );
    let files = site.built(&[]);
    let (page, png) = offered(&files, "vi/san-pham");
    assert!(page.words().contains("MẪU KHÔNG CHUYỂN TIỀN"));
    assert!(offered(&files, "en/products").0.words().contains("SAMPLE DO NOT PAY"));
    let height = u32::from_be_bytes(png[20..24].try_into().unwrap());
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert!(
        height > width + 100,
        "the band is part of the picture: {width} x {height}"
    );
    assert!(scanned(png).unwrap().ends_with("63049E6F"));
    site.vanbia(&["build", "--release", "--lang", "en"])
        .ends(1)
        .says(&["VB0384", "content/products/banh-da/entry.yaml"]);
}

#[test]
fn a_real_account_in_an_invented_entry_or_without_consent_stops_the_build() {
    let real = "{ bank: MB, account: \"2468013579\", holder: A, consent: true }";
    let site = selling("real-in-sample", &format!("{real}\nsample: true"));
    site.vanbia(&["build", "--lang", "en"])
        .ends(1)
        .says(&["VB0385", "2468013579"]);
    let site = selling("no-consent", &real.replace(", consent: true", ""));
    site.vanbia(&["build", "--lang", "en"]).ends(1).says(&["VB0360"]);
}

#[test]
fn a_changed_account_leaves_no_picture_of_the_old_one() {
    let account = "{ bank: MB, account: \"2468013579\", holder: A, consent: true }";
    let site = selling("account-changed", account);
    let before = site.built(&[]);
    site.edit("content/products/banh-da/entry.yaml", "2468013579", "9876543210");
    let after = site.built(&[]);
    let pictures = |files: &Files| -> Vec<String> {
        files
            .keys()
            .filter(|p| p.contains("/ma-") && p.ends_with(".png"))
            .cloned()
            .collect()
    };
    assert_eq!((pictures(&before).len(), pictures(&after).len()), (2, 2));
    assert!(pictures(&before).iter().all(|old| !after.contains_key(old)));
}
