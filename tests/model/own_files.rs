//! Files of the site's own beside its entries: static files, another theme, single files of the theme, settings.
//!
//! Entry point: the tests. Invariant: a file takes the place of a built-in one, or somebody is told why not.

use super::support::{SITE, Site, errors, numbers, relic};
use super::{page, product, support};
use vanbia::diag::{Severity, Speech, Strictness};

#[test]
fn static_files_are_copied_and_collisions_are_told() {
    let site = Site::new("static")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with("content/static/CNAME", "disan.vn\n")
        .with("content/static/tai-lieu/phieu.pdf", "%PDF-1.4\n");
    let built = site.build_well();
    assert_eq!(built.text("CNAME"), "disan.vn\n");
    assert!(built.has("tai-lieu/phieu.pdf"));
    for taken in ["index.html", "vi/di-tich/den-ha/index.html", "robots.txt", "VI/x.txt"] {
        let site = Site::new("collision")
            .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
            .with(&format!("content/static/{taken}"), "x");
        let found = support::errors(&site.check());
        let place = found.first().and_then(|finding| finding.place.as_ref());
        assert_eq!(
            place.map(|place| &*place.file),
            Some(&*format!("content/static/{taken}")),
            "{taken} is not told"
        );
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "copies a theme")]
fn another_theme_takes_the_place_of_the_whole_look() {
    let mut site = Site::empty("second")
        .with("content/site.yaml", format!("{SITE}theme: giay\nskin: giay\n"))
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with("content/relics/den-ha/vi.md", "Đền ở dưới chân núi.\n")
        .with("content/products/che/entry.yaml", product("Chè búp", ""));
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes/giay");
    for file in walkdir::WalkDir::new(&folder).into_iter().map(Result::unwrap) {
        if file.file_type().is_file() {
            let name = file.path().strip_prefix(&folder).unwrap().display().to_string();
            site = site.with(
                &format!("themes/giay/{}", name.replace('\\', "/")),
                std::fs::read(file.path()).unwrap(),
            );
        }
    }
    let built = site.build_well();
    let pages = built.files.keys().filter(|p| p.ends_with("/index.html"));
    let of_languages: Vec<&String> = pages.filter(|p| p.starts_with("vi/") || p.starts_with("en/")).collect();
    assert!(of_languages.len() > 10, "{of_languages:?}");
    for path in of_languages {
        let html = built.text(path);
        assert!(html.contains("<body class=\"giay\">") && html.contains("<h1"), "{path}");
        assert!(
            !html.contains("class=\"top\"") && !html.contains("class=\"foot\""),
            "{path}"
        );
        assert!(!html.contains("noto-serif"), "{path}");
    }
    let entry = built.text("vi/di-tich/den-ha/index.html");
    assert!(entry.contains("Đền ở dưới chân núi.") && !entry.contains("<script src"));
    let style = built
        .files
        .iter()
        .find(|(p, _)| p.starts_with("assets/style."))
        .unwrap();
    let style = String::from_utf8_lossy(style.1);
    assert!(style.contains("--paper:#ffffff") && !style.contains(".leaf"), "{style}");
}

#[test]
fn a_site_overrides_template_style_and_string_by_placing_a_file() {
    let site = Site::new("theme")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with(
            "content/theme/templates/footer.html",
            "<footer><p>Chân trang riêng</p></footer>\n",
        )
        .with("content/theme/styles/style.css", "body { color: rgb(1, 2, 3) }\n")
        .with("content/theme/strings/vi.yaml", "share: { heading: Chia sẻ riêng }\n");
    let built = site.build_well();
    let html = page(&built, "vi/di-tich/den-ha");
    assert_eq!(html.first("footer").text.trim(), "Chân trang riêng");
    let style = built
        .files
        .iter()
        .find(|(p, _)| p.starts_with("assets/style."))
        .unwrap();
    assert!(
        String::from_utf8_lossy(style.1).contains("rgb(1"),
        "the site's style is used"
    );
    assert!(built.text("vi/di-tich/den-ha/index.html").contains("Chia sẻ riêng"));
    assert!(!built.text("en/relics/den-ha/index.html").contains("Chia sẻ riêng"));
    site.write("content/theme/strings/vi.yaml", "share: { headin: Chia sẻ riêng }\n");
    let found = site.check();
    assert!(!found.is_empty(), "a string that no template knows is told");
}

#[test]
fn a_look_with_faults_that_only_visitors_see_is_built_in_a_draft_and_no_release() {
    let site = Site::new("faulty")
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with(
            "content/theme/templates/footer.html",
            "<footer style=\"color: red\"><img src=\"/logo.png\" alt=\"\"></footer>\n",
        )
        .with(
            "content/theme/styles/own.css",
            "@import url(\"https://a.example/a.css\");\n.a { top: 0\n",
        )
        .with("content/kinds/relic.yaml", "layout: khong-co\nfacets: [photos]\n");
    let found = site.check();
    assert_eq!(errors(&found), []);
    for code in [461, 464, 465, 532, 533, 539] {
        let finding = found.iter().find(|d| d.code.number == code);
        let release = Strictness {
            release: true,
            strict: false,
        };
        assert_eq!(finding.map(|d| d.severity(release)), Some(Severity::Error), "{code}");
    }
    assert!(site.build().text("vi/di-tich/den-ha/index.html").contains("<footer"));
}

#[test]
fn a_theme_states_the_versions_that_it_fits() {
    let theme = |versions: &str| format!("name: dep\nvanbia: \"{versions}\"\n");
    let settings = format!("{SITE}theme: dep\n");
    let site = Site::empty("versions")
        .with("content/site.yaml", &settings)
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with("themes/dep/theme.yaml", theme(">=99"));
    let found = site.check();
    assert!(numbers(&found).contains(&833), "{}", support::shown(&found, Speech::En));
    site.write("themes/dep/theme.yaml", "name: dep\n");
    assert!(numbers(&site.check()).contains(&834));
}

#[test]
fn settings_under_another_name_are_told_by_it() {
    let site = Site::empty("site-yml").with("content/site.yml", SITE);
    let found = site.check();
    assert_eq!(found.iter().map(|d| d.code.number).collect::<Vec<_>>(), [110]);
    let none = Site::empty("site-none").with("content/relics/a/entry.yaml", relic("A"));
    assert!(none.check().iter().any(|d| d.code.number == 801));
}
