//! W13: settings, kinds, words, templates, styles, and folders that come later.
//!
//! Entry point: [`EDITS`]. Invariant: none of these folders is there when the watch begins.

use super::site::Site;
use super::watching::{PAGE, TEXT, Watching};

const STYLE: &str = "content/theme/styles/style.css";
const FOOTER: &str = "content/theme/templates/footer.html";
const WORDS: &str = "content/theme/strings/vi.yaml";
const KIND: &str = "content/kinds/relic.yaml";
const OWN: &str = "themes/cua-toi/theme.yaml";

#[test]
fn w13_settings_kinds_words_and_themes_are_followed() {
    let site = Site::tiny("settings");
    let watching = Watching::start(&site);
    watching.settles();
    // Each comes into a folder that is not there yet, changes, and goes.
    for (path, at, texts) in [
        (
            FOOTER,
            PAGE,
            ["<footer>Chân một</footer>\n", "<footer>Chân hai</footer>\n"],
        ),
        (WORDS, PAGE, ["nav: { home: Nhà một }\n", "nav: { home: Nhà hai }\n"]),
        (
            KIND,
            "vi/di-tich/index.html",
            [
                "plural: { vi: Nơi một, en: Places }\n",
                "plural: { vi: Nơi hai, en: Places }\n",
            ],
        ),
        ("content/static/them.txt", "them.txt", ["một\n", "hai\n"]),
    ] {
        for (text, word) in texts.iter().zip(["một", "hai"]) {
            site.write(path, text);
            watching.shows(at, word);
            watching.settles();
        }
        let folder = path.rsplit_once('/').unwrap().0;
        site.remove(folder);
        watching.settles();
    }
    for size in [3, 5] {
        // What is said may be «the whole site», when a look at all files falls together with it.
        site.write(STYLE, &format!("body {{ margin: {size}px }}\n"));
        watching.settles();
    }
    // The settings themselves.
    site.edit("content/site.yaml", "Trang thử", "Trang đổi tên");
    watching.shows("vi/index.html", "Trang đổi tên");
    watching.settles();
    site.edit("content/site.yaml", "links: folder", "links: file");
    watching.settles();
    site.edit("content/site.yaml", "links: file", "links: folder");
    watching.settles();
    // Another theme, whose folder comes after it is named.
    let mark = watching.mark();
    site.edit("content/site.yaml", "theme: stele", "theme: cua-toi");
    watching.says_since(mark, "cua-toi");
    copy_theme(&site);
    watching.settles();
    site.write(
        "themes/cua-toi/templates/footer.html",
        "<footer>Chân của tôi</footer>\n",
    );
    watching.shows(PAGE, "Chân của tôi");
    watching.settles();
    let theme = site.read(OWN);
    site.write(OWN, &format!("{theme}\n# ghi thêm\n"));
    site.edit("content/site.yaml", "theme: cua-toi", "theme: stele");
    watching.settles();
    assert!(!watching.page(PAGE).contains("Chân của tôi"));
    site.write(TEXT, "Vẫn theo kịp.\n");
    watching.shows(PAGE, "Vẫn theo kịp");
}

/// The project's own theme by another name.
fn copy_theme(site: &Site) {
    let theme = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/stele");
    for (path, bytes) in super::site::read_all(&theme) {
        site.write_bytes(&format!("themes/cua-toi/{path}"), &bytes);
    }
}
