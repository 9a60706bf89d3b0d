//! What the built-in theme promises: complete texts, colors that can be read, pages that stay small.

use super::*;
mod guide;
mod own;
mod pages;
mod skins;

use crate::diag::codes::setup;
use std::collections::BTreeSet;

fn builtin() -> Theme {
    let (theme, found) = Theme::load(&[], &[]);
    assert!(found.is_empty(), "{found:?}");
    theme
}

fn site_file(path: &str, text: &str) -> ThemeFile {
    ThemeFile {
        path: path.into(),
        file: format!("content/theme/{path}").into(),
        bytes: text.into(),
    }
}

pub(super) fn languages() -> Vec<PageLanguage> {
    [("vi", "."), ("en", ",")]
        .map(|(code, group)| PageLanguage {
            code: code.into(),
            group: group.into(),
            words: Json::Null,
        })
        .into()
}

fn with_site_files(files: &[ThemeFile]) -> (Renderer, Diagnostics) {
    let (theme, mut found) = Theme::load(&[], files);
    let (renderer, more) = Renderer::new(&theme, &languages(), BTreeMap::new());
    found.extend(more);
    (renderer, found)
}

/// Keys of `t` that templates use, as `entry.sources`.
fn keys_in_use(theme: &Theme) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (_, document) in theme.templates.values() {
        let text = document
            .text
            .replace("t[l.lang].", " t.")
            .replace("t[redirect.lang].", " t.");
        let text = text.replace("t[lost.sites[0].lang].", " t.").replace("t1.", "t.");
        for (at, _) in text.match_indices("t.") {
            if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.' || c == ']') {
                continue;
            }
            let rest = &text[at + 2..];
            let end = rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.'))
                .unwrap_or(rest.len());
            keys.insert(rest[..end].trim_end_matches('.').to_string());
        }
    }
    keys
}

#[test]
fn both_languages_say_everything_that_templates_use_and_nothing_else() {
    let theme = builtin();
    let keys = keys_in_use(&theme);
    for lang in ["vi", "en"] {
        let have: BTreeSet<String> = strings::texts_in(theme.strings.own(lang).unwrap(), "")
            .into_iter()
            .collect();
        let missing: Vec<_> = keys.difference(&have).collect();
        let unused: Vec<_> = have.difference(&keys).collect();
        assert!(
            missing.is_empty() && unused.is_empty(),
            "{lang}: missing {missing:?}, unused {unused:?}"
        );
    }
}

#[test]
fn both_languages_fill_in_the_same_values() {
    let theme = builtin();
    let (vi, en) = (theme.strings.own("vi").unwrap(), theme.strings.own("en").unwrap());
    let at = |texts: &Json, key: &str| {
        let found = key.split('.').try_fold(texts, |value, part| value.get(part)).unwrap();
        let text = found.get("other").unwrap_or(found).as_str().unwrap().to_string();
        let names: BTreeSet<String> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(name, _)| name.to_string()))
            .collect();
        names
    };
    for key in strings::texts_in(vi, "") {
        assert_eq!(at(vi, &key), at(en, &key), "{key}");
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "compares the table with the folder")]
fn every_file_of_the_theme_is_embedded() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/stele");
    let mut on_disk = BTreeSet::new();
    for file in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let file = file.unwrap();
        let name = file
            .path()
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        // Layouts of plates are embedded by the module that draws plates.
        let is_page =
            ![".txt", ".py", ".sh", ".md"].iter().any(|end| name.ends_with(end)) && !name.starts_with("signs/");
        if file.file_type().is_file() && is_page {
            on_disk.insert(name);
        }
    }
    let embedded: BTreeSet<String> = builtin::FILES.iter().map(|(path, _)| path.to_string()).collect();
    assert_eq!(on_disk, embedded);
}

#[test]
fn the_built_in_theme_fits_this_version() {
    let manifest = builtin::FILES.iter().find(|(path, _)| *path == "theme.yaml").unwrap().1;
    let file = ThemeFile {
        path: "theme.yaml".into(),
        file: "themes/stele/theme.yaml".into(),
        bytes: manifest.to_vec(),
    };
    assert_eq!(Theme::load(&[file], &[]).1, Vec::new());
}

#[test]
fn a_file_of_the_site_takes_the_place_of_the_themes_file() {
    let (renderer, found) = with_site_files(&[site_file("templates/footer.html", "<footer>Của xã</footer>")]);
    assert!(found.is_empty(), "{found:?}");
    let page = preview::page(&renderer, "vi", "az");
    assert!(page.contains("<footer>Của xã</footer>") && !page.contains("class=\"foot\""));
}

#[test]
fn a_text_of_the_site_takes_the_place_of_the_themes_text() {
    let (renderer, _) = with_site_files(&[site_file("strings/vi.yaml", "az:\n  heading: Mục lục chữ cái\n")]);
    assert!(preview::page(&renderer, "vi", "az").contains("<h1>Mục lục chữ cái</h1>"));
}

#[test]
fn a_text_of_the_site_without_a_place_for_the_language_is_shown_once() {
    let strings = site_file("strings/en.yaml", "entry:\n  untranslated: Only in the original\n");
    let (renderer, _) = with_site_files(&[strings]);
    let page = preview::page(&renderer, "en", "relic");
    assert_eq!(page.matches("Only in the original").count(), 1);
    let (renderer, _) = with_site_files(&[]);
    let page = preview::page(&renderer, "en", "relic");
    assert!(page.contains("<span lang=\"vi\">Tiếng Việt</span>."), "{page}");
}

#[test]
fn mistakes_in_templates_are_named_with_their_place_and_the_page_is_still_made() {
    let (renderer, found) = with_site_files(&[
        site_file("templates/az.html", "a\n{{ page.title }"),
        site_file("templates/codes.html", "{% if %}"),
    ]);
    let lines: Vec<u32> = found.iter().map(|d| d.place.as_ref().unwrap().line).collect();
    assert_eq!(
        found.iter().map(|d| d.code).collect::<Vec<_>>(),
        [setup::TEMPLATE_SYNTAX; 2]
    );
    assert_eq!(lines, [2, 1]);
    let said: Vec<String> = found.iter().map(|d| d.message(crate::diag::Speech::Vi)).collect();
    assert!(said.iter().all(|said| !said.contains("xpected")), "{said:?}");
    assert!(preview::page(&renderer, "vi", "az").contains("</html>"));
}

#[test]
fn unknown_filters_are_named_with_their_place() {
    let (renderer, found) = with_site_files(&[site_file("templates/az.html", "một\nhai {{ page.title | uper }}")]);
    assert_eq!(found[0].code, setup::TEMPLATE_UNKNOWN);
    let said = found[0].message(crate::diag::Speech::Vi);
    assert!(said.ends_with("không có bộ lọc «uper»; có phải là «upper»?"), "{said}");
    let place = found[0].place.as_ref().unwrap();
    assert_eq!(
        (&*place.file, place.line, place.column),
        ("content/theme/templates/az.html", 2, 21)
    );
    assert!(preview::page(&renderer, "vi", "az").contains("</html>"));
}

#[test]
fn a_field_that_the_page_does_not_have_is_named_with_its_place() {
    let (renderer, found) = with_site_files(&[site_file("templates/az.html", "a\nb {{ page.tilte }}")]);
    assert!(found.is_empty());
    let error = preview::try_page(&renderer, "vi", "az").unwrap_err();
    assert_eq!(error.code, setup::TEMPLATE_FAILED);
    let place = error.place.as_ref().unwrap();
    assert_eq!((&*place.file, place.line), ("content/theme/templates/az.html", 2));
    assert!(
        error
            .message(crate::diag::Speech::En)
            .ends_with("there is no field «tilte»; did you mean «title»?")
    );
    assert!(
        error
            .message(crate::diag::Speech::Vi)
            .ends_with("không có trường «tilte»; có phải là «title»?")
    );
}

#[test]
fn components_of_the_site_keep_the_arguments_of_the_original() {
    let wrong = site_file("templates/own.html", "{% component card(entry) %}x{% endcomponent %}");
    let (_, found) = with_site_files(&[wrong]);
    assert_eq!(found[0].code, setup::COMPONENT_ARGUMENTS);
    let right = "{% component field.money(f) %}<b>{{ f.items[0].text }}</b>{% endcomponent %}";
    assert!(with_site_files(&[site_file("templates/own.html", right)]).1.is_empty());
}

#[test]
fn a_field_type_of_the_site_is_drawn_by_its_own_component() {
    let own = site_file(
        "templates/own.html",
        "{% component field.panorama(f) %}<i>toàn cảnh</i>{% endcomponent %}",
    );
    let (renderer, found) = with_site_files(&[own]);
    assert!(found.is_empty(), "{found:?}");
    let field = serde_json::json!({"f": {"show": "panorama", "name": "x", "items": []}});
    let mut engine = templates::as_written(&renderer.templates).unwrap();
    engine.add_raw_template("x.html", "{{<field f={f}/>}}").unwrap();
    assert_eq!(
        engine
            .render("x.html", &Context::from_serialize(&field).unwrap())
            .unwrap(),
        "<i>toàn cảnh</i>"
    );
}

#[test]
fn a_component_of_the_site_for_all_fields_draws_all_of_them() {
    let own = "{% component field(f) %}<i>{{ f.name }}</i>{% endcomponent %}";
    let (renderer, found) = with_site_files(&[site_file("templates/own.html", own)]);
    assert_eq!(found, []);
    let page = preview::page(&renderer, "vi", "relic");
    assert!(page.contains("<dd><i>place</i></dd>"), "{page}");
    assert!(!page.contains("class=\"place\""));
}

#[test]
fn a_mistake_that_a_built_in_template_stumbles_over_is_told_where_that_is_written() {
    let strings = site_file("strings/vi.yaml", "entry:\n  stop_of: \"Chặng {so}\"\n");
    let (renderer, _) = with_site_files(&[strings]);
    let found = preview::try_page(&renderer, "vi", "relic").unwrap_err();
    let place = found.place.as_ref().unwrap();
    assert!(place.file.ends_with("entry/more.html"), "{place:?}");
    let (_, document) = &builtin().templates["builtin/entry/more.html"];
    let line = document.text.lines().nth(place.line as usize - 1).unwrap();
    assert!(line.contains("stop_of"), "{place:?}");
}

#[test]
fn a_misspelt_template_name_is_told() {
    let (_, found) = with_site_files(&[site_file("templates/entri.html", "x")]);
    assert_eq!(found[0].code, setup::THEME_FILE_UNUSED);
    assert!(found[0].help(crate::diag::Speech::En).contains("«entry.html»"));
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    let loops = "{% for a in az.groups %}".repeat(24) + &"x".repeat(2000) + &"{% endfor %}".repeat(24);
    let (renderer, found) = with_site_files(&[site_file("templates/az.html", &loops)]);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(
        preview::try_page(&renderer, "vi", "az").unwrap_err().code,
        setup::PAGE_TOO_LARGE
    );
}

#[test]
fn what_can_change_a_page_changes_the_fingerprint() {
    let (plain, _) = with_site_files(&[]);
    let (same, _) = with_site_files(&[]);
    assert_eq!(plain.fingerprint(), same.fingerprint());
    for file in [
        site_file("templates/footer.html", "x"),
        site_file("strings/vi.yaml", "skip: x\n"),
        site_file("styles/style.css", "a{}"),
    ] {
        assert_ne!(plain.fingerprint(), with_site_files(&[file]).0.fingerprint());
    }
}
