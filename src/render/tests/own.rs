//! Mistakes of those who write templates and texts of their own: told where they wrote, in their words.

use super::*;
use crate::diag::Speech;
use crate::diag::codes::look;

fn told(files: &[(&str, &str)]) -> Vec<(u16, String)> {
    let files: Vec<ThemeFile> = files.iter().map(|(path, text)| site_file(path, text)).collect();
    let (_, found) = with_site_files(&files);
    let file = |d: &Diagnostic| d.place.as_ref().map_or(String::new(), |place| place.file.to_string());
    found.iter().map(|d| (d.code.number, file(d))).collect()
}

const FOOTER: &str = "content/theme/templates/footer.html";
const ENTRY: &str = "content/theme/templates/entry.html";

#[test]
fn a_frame_that_lacks_places_is_told_at_itself_and_pages_are_still_made() {
    let own = "{% extends \"base.html\" %}{% block main %}<h1>{{ entry.title.text }}</h1>{% endblock main %}";
    let (renderer, found) = with_site_files(&[site_file("templates/entry.html", own)]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, look::BLOCKS_MISSING);
    assert_eq!(&*found[0].place.as_ref().unwrap().file, ENTRY);
    let help = found[0].help(Speech::Vi);
    assert!(preview::page(&renderer, "vi", "relic").contains("</html>"));
    // The remedy, followed to the letter.
    let right = help.split(": ").last().unwrap();
    let mended = own.replace("{% endblock main %}", &format!("{right}{{% endblock main %}}"));
    assert_eq!(told(&[("templates/entry.html", &mended)]), []);
}

#[test]
fn what_templates_call_and_nobody_has_is_told_at_the_call() {
    for (path, text, code) in [
        (
            "templates/entry.html",
            "{% extends \"bas.html\" %}{% block main %}x{% endblock main %}",
            831,
        ),
        (
            "templates/footer.html",
            "<footer>{% include \"cam-on.html\" %}</footer>",
            831,
        ),
        (
            "templates/entry.html",
            "{% extends \"builtin/entry.html\" %}{% block txt %}x{% endblock txt %}",
            831,
        ),
        (
            "templates/footer.html",
            "<img src=\"{{ root }}{{ assets[\"logo.png\"] }}\" alt=\"\">",
            464,
        ),
        ("templates/az.html", " {# none yet #}\n", 460),
        ("templates/footer.html", "<p style=\"color: red\">x</p>", 532),
        (
            "templates/base.html",
            "<html><head></head>{% block preload %}{% endblock %}{% block scripts %}{% endblock %}{% block main %}{% endblock %}</html>",
            534,
        ),
    ] {
        let file = format!("content/theme/{path}");
        assert_eq!(told(&[(path, text)]), [(code, file)], "{text}");
    }
    assert_eq!(told(&[("templates/footer.html", "")]), [], "a small part may be empty");
    assert_eq!(told(&[("templates/footer.html", "<footer>{{ \"{%}\" }}</footer>")]), []);
    for text in [
        "<footer>{# {{ assets[\"logo.png\"] }} #}</footer>",
        "<footer>{% if assets[\"a.svg\"] or assets[\"a.png\"] %}x{% endif %}</footer>",
        "<footer>{{ assets[\"logo.png\"] | default(value=\"x\") }}</footer>",
        "<footer>{% raw %}{% include \"x.html\" %}{% endraw %}</footer>",
    ] {
        assert_eq!(told(&[("templates/footer.html", text)]), [], "{text}");
    }
}

#[test]
fn texts_that_nothing_shows_and_values_that_nobody_gives_are_told() {
    let vi = "content/theme/strings/vi.yaml".to_string();
    assert_eq!(told(&[("strings/vi.yaml", "nav:\n  hom: Nhà\n")]), [(536, vi.clone())]);
    assert_eq!(
        told(&[("strings/vi.yaml", "list:\n  count: \"{so} mục\"\n")]),
        [(537, vi)]
    );
    assert_eq!(
        told(&[("strings/vn.yaml", "skip: x\n")]),
        [(538, "content/theme/strings/vn.yaml".into())]
    );
    let thanks = "<footer>{{ t.foot.thanks }}</footer>";
    let both = [
        ("templates/footer.html", thanks),
        ("strings/vi.yaml", "foot:\n  thanks: Cảm ơn\n"),
        ("strings/en.yaml", "foot:\n  thanks: Thanks\n"),
    ];
    assert_eq!(told(&both), []);
    let remark = ("templates/footer.html", "<footer>{# {{ t.foot.thanks }} #}</footer>");
    let unused = told(&[remark, both[1], both[2]]);
    assert_eq!(unused.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [536, 536]);
    for call in [
        "t[\"foot\"][\"thanks\"]",
        "t['foot'].thanks",
        "t[page.lang].foot.thanks",
    ] {
        let footer = format!("<footer>{{{{ {call} }}}}</footer>");
        assert_eq!(
            told(&[("templates/footer.html", &footer), both[1], both[2]]),
            [],
            "{call}"
        );
    }
    // In one language only: the other one shows it, and is told with the line to write.
    let files: Vec<ThemeFile> = both[..2].iter().map(|(path, text)| site_file(path, text)).collect();
    let (_, found) = with_site_files(&files);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].code, found[0].place.as_ref()), (setup::STRINGS_MISSING, None));
    assert!(found[0].help(Speech::Vi).ends_with("foot:\n  thanks: \"Cảm ơn\""));
}

#[test]
fn words_stand_in_the_files_of_texts_and_are_nobody_elses_loss() {
    let (mut theme, found) = Theme::load(&[], &[site_file("strings/en.yaml", WORDS)]);
    assert_eq!(found, []);
    let known = [
        "formats.months.1",
        "channel.other",
        "channel.shop",
        "province.01",
        "formats.month",
    ];
    let known = known.iter().map(|key| (key.to_string(), "{y}".to_string()));
    theme.stand_beside(std::iter::empty(), known.collect());
    let (_, found) = Renderer::new(&theme, &languages(), BTreeMap::new());
    assert_eq!(found, []);
}

const WORDS: &str =
    "formats:\n  month: \"{m}/{y}\"\n  months: [a]\nchannel: { shop: a, other: b }\nprovince: { \"01\": a }\n";

#[test]
fn files_that_lie_where_nobody_reads_them_are_told() {
    for (path, right) in [
        ("style.css", "content/theme/styles/own.css"),
        ("template/footer.html", "content/theme/templates/footer.html"),
        ("assets/LOGO.PNG", "content/theme/assets/LOGO.png"),
        ("images/logo.png", "content/theme/assets/logo.png"),
        ("Lora.woff2", "content/theme/fonts/Lora.woff2"),
    ] {
        let (_, found) = with_site_files(&[site_file(path, "x")]);
        assert_eq!(found.len(), 1, "{path}");
        assert_eq!(found[0].code, look::THEME_FILE_LOST);
        assert!(
            found[0].help(Speech::En).ends_with(right),
            "{path}: {}",
            found[0].help(Speech::En)
        );
    }
    assert_eq!(
        told(&[("fonts/OFL.txt", "x"), ("README.md", "x"), ("fonts/lora.ttf", "x")]),
        []
    );
    let heap = [("node_modules/a/1.js", "x"), ("node_modules/a/2.js", "x")];
    assert_eq!(told(&heap), [(538, "content/theme/node_modules".to_string())]);
    // Files that have always been read.
    let call = "<footer>{% include \"icons/star.svg\" %}<img src=\"{{ root }}{{ assets[\"img/logo.png\"] }}\" alt=\"\"></footer>";
    let read = [
        ("templates/footer.html", call),
        ("templates/icons/star.svg", "<svg/>"),
        ("assets/img/logo.png", "x"),
        ("strings/vi.yml", "nav:\n  home: Nhà\n"),
    ];
    assert_eq!(told(&read), []);
}

#[test]
fn the_last_word_on_a_page_that_fails_is_about_what_failed() {
    let (renderer, _) = with_site_files(&[site_file("templates/az.html", "{{<picture p={page} sizes={5}/>}}")]);
    let error = preview::try_page(&renderer, "vi", "az").unwrap_err();
    assert!(
        error.message(Speech::Vi).ends_with("«sizes» phải là một chuỗi chữ"),
        "{error:?}"
    );
    assert_eq!(&*error.place.unwrap().file, FOOTER.replace("footer", "az"));
}
