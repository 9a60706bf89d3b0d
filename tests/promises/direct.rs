//! Codes by other standards: a product's own number, networks, forms.
//!
//! Entry point: the tests. Invariant: pictures are read by a reader of its own.

use super::page::Page;
use super::payments::scanned;
use super::site::Site;

#[test]
fn a_product_number_opens_its_product_in_every_language() {
    let site = Site::tiny("gtin");
    let entry = site.read("content/products/banh-da/entry.yaml");
    let variants = "variants:\n  - { name: { vi: Gói, en: Packet }, gtin: \"8931234567897\" }\n";
    site.write("content/products/banh-da/entry.yaml", &format!("{entry}{variants}"));
    let files = site.built(&[]);
    let page = Page::parse(&files["01/08931234567897/index.html"]);
    let ways: Vec<_> = page.all("a").map(|a| a.get("href").to_string()).collect();
    assert_eq!(ways, ["../../vi/san-pham/banh-da/", "../../en/products/banh-da/"]);
    assert_eq!(page.elements[0].get("data-root"), "../../");
    assert!(page.words().contains("08931234567897"));
    assert!(files["01/08931234567897/index.html"].len() <= 3072);
    assert!(files.contains_key("01/08931234567897/qr.svg"));
    // The number is no code of ours: it stands in no ledger, and in no sitemap.
    assert!(!site.read("content/codes.lock").contains("8931234567897"));
    assert!(!String::from_utf8_lossy(&files["sitemap.xml"]).contains("/01/"));

    let other = entry
        .replace("Bánh đa", "Bánh khác")
        .replace("Rice crackers", "Other crackers");
    site.write("content/products/banh-khac/entry.yaml", &format!("{other}{variants}"));
    site.vanbia(&["build", "--lang", "en"]).ends(1).says(&[
        "VB0530",
        "08931234567897",
        "products/banh-da",
        "products/banh-khac",
    ]);
}

#[test]
fn a_network_is_joined_by_its_code_and_told_in_words() {
    let site = Site::tiny("wifi");
    let entry = "title: { vi: Wi-Fi đình, en: Wi-Fi at the hall }\nsummary: { vi: Quét để vào mạng, en: Scan to join }\n\
        use: wifi\nopens: { wifi: { name: \"Dinh; lang\", password: \"chao:2026\" } }\nupdated: 2026-11-01\n";
    site.write("content/links/wifi-dinh/entry.yaml", entry);
    let files = site.built(&[]);
    for folder in ["vi/ma-tien-ich/wifi-dinh", "en/handy-codes/wifi-dinh"] {
        let page = Page::parse(&files[&format!("{folder}/index.html")]);
        assert!(page.words().contains("Dinh lang") && page.words().contains("chao 2026"));
        let save = page.all("a").find(|a| a.attributes.contains_key("download")).unwrap();
        let name = save.get("href").rsplit('/').next().unwrap();
        let text = scanned(&files[&format!("{folder}/{name}")]);
        assert_eq!(text.as_deref(), Some("WIFI:T:WPA;S:Dinh\\; lang;P:chao\\:2026;;"));
    }
    assert!(
        site.read("content/codes.lock").contains("links/wifi-dinh"),
        "it has a code of its own as well"
    );
}
